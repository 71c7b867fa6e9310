// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_device_firmware`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, CPU: `AMD EPYC`
//! WASM-EXECUTION: `Compiled`, WORST CASE MAP SIZE: `1000000`

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls of this pallet cost.
pub trait WeightInfo {
	fn appoint() -> Weight;
	fn dismiss() -> Weight;
	fn publish() -> Weight;
	fn approve() -> Weight;
	fn withdraw() -> Weight;
	fn prune_release() -> Weight;
	fn set_policy() -> Weight;
	fn report() -> Weight;
	fn prune_report() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `DeviceFirmware::Paused` (r:1 w:0)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Staff` (r:1 w:1)
	/// Proof: `DeviceFirmware::Staff` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn appoint() -> Weight {
		// Minimum execution time: 53_490_000 picoseconds.
		Weight::from_parts(55_994_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DeviceFirmware::Staff` (r:1 w:1)
	/// Proof: `DeviceFirmware::Staff` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn dismiss() -> Weight {
		// Minimum execution time: 50_205_000 picoseconds.
		Weight::from_parts(53_160_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DeviceFirmware::Paused` (r:1 w:0)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Staff` (r:1 w:0)
	/// Proof: `DeviceFirmware::Staff` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:1)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:1)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn publish() -> Weight {
		// Minimum execution time: 80_891_000 picoseconds.
		Weight::from_parts(84_446_000, 4533)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceFirmware::Paused` (r:1 w:0)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Staff` (r:1 w:0)
	/// Proof: `DeviceFirmware::Staff` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:1)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:1)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Minimum execution time: 41_823_000 picoseconds.
		Weight::from_parts(43_715_000, 4533)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeviceFirmware::Releases` (r:1 w:1)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Staff` (r:1 w:0)
	/// Proof: `DeviceFirmware::Staff` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:1)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 67_701_000 picoseconds.
		Weight::from_parts(69_905_000, 4533)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceFirmware::Releases` (r:1 w:1)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:1)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn prune_release() -> Weight {
		// Minimum execution time: 69_073_000 picoseconds.
		Weight::from_parts(90_645_000, 4533)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceFirmware::Paused` (r:1 w:0)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Policies` (r:1 w:1)
	/// Proof: `DeviceFirmware::Policies` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn set_policy() -> Weight {
		// Minimum execution time: 19_690_000 picoseconds.
		Weight::from_parts(22_283_000, 3710)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:1)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:0)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn report() -> Weight {
		// Minimum execution time: 175_021_000 picoseconds.
		Weight::from_parts(224_705_000, 4533)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DeviceFirmware::Installed` (r:1 w:1)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn prune_report() -> Weight {
		// Minimum execution time: 41_642_000 picoseconds.
		Weight::from_parts(43_264_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DeviceFirmware::Paused` (r:0 w:1)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_696_000 picoseconds.
		Weight::from_parts(4_046_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceFirmware::Paused` (r:0 w:1)
	/// Proof: `DeviceFirmware::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_685_000 picoseconds.
		Weight::from_parts(4_106_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(55_994_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn dismiss() -> Weight {
		Weight::from_parts(53_160_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn publish() -> Weight {
		Weight::from_parts(84_446_000, 4533)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn approve() -> Weight {
		Weight::from_parts(43_715_000, 4533)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(69_905_000, 4533)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn prune_release() -> Weight {
		Weight::from_parts(90_645_000, 4533)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(22_283_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report() -> Weight {
		Weight::from_parts(224_705_000, 4533)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn prune_report() -> Weight {
		Weight::from_parts(43_264_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_046_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_106_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
