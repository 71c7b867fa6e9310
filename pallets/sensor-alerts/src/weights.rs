// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_alerts`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn set_rule() -> Weight;
	fn remove_rule() -> Weight;
	fn reset_rule() -> Weight;
	fn report_gap(r: u32, ) -> Weight;
	fn on_reading_without_rules() -> Weight;
	fn on_reading(r: u32, ) -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `SensorAlerts::Paused` (r:1 w:0)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// Minimum execution time: 73_400_000 picoseconds.
		Weight::from_parts(76_725_000, 4342)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_rule() -> Weight {
		// Minimum execution time: 65_258_000 picoseconds.
		Weight::from_parts(68_632_000, 4342)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn reset_rule() -> Weight {
		// Minimum execution time: 19_259_000 picoseconds.
		Weight::from_parts(20_801_000, 4136)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 4]`.
	fn report_gap(r: u32, ) -> Weight {
		// Minimum execution time: 38_207_000 picoseconds.
		Weight::from_parts(34_196_791, 4143)
			// Standard error: 31_648
			.saturating_add(Weight::from_parts(6_184_625, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:0)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	fn on_reading_without_rules() -> Weight {
		// Minimum execution time: 3_475_000 picoseconds.
		Weight::from_parts(3_836_000, 4136)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 4]`.
	fn on_reading(r: u32, ) -> Weight {
		// Minimum execution time: 17_266_000 picoseconds.
		Weight::from_parts(10_730_836, 4136)
			// Standard error: 15_137
			.saturating_add(Weight::from_parts(7_767_214, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_676_000 picoseconds.
		Weight::from_parts(4_026_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_726_000 picoseconds.
		Weight::from_parts(4_116_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn set_rule() -> Weight {
		Weight::from_parts(76_725_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn remove_rule() -> Weight {
		Weight::from_parts(68_632_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reset_rule() -> Weight {
		Weight::from_parts(20_801_000, 4136)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report_gap(r: u32, ) -> Weight {
		Weight::from_parts(34_196_791, 4143)
			.saturating_add(Weight::from_parts(6_184_625, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn on_reading_without_rules() -> Weight {
		Weight::from_parts(3_836_000, 4136)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn on_reading(r: u32, ) -> Weight {
		Weight::from_parts(10_730_836, 4136)
			.saturating_add(Weight::from_parts(7_767_214, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_026_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_116_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
