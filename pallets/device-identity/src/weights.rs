// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_device_identity`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn propose_manufacturer() -> Weight;
	fn approve_manufacturer() -> Weight;
	fn suspend_manufacturer() -> Weight;
	fn revoke_manufacturer() -> Weight;
	fn withdraw_manufacturer() -> Weight;
	fn set_root_keys() -> Weight;
	fn add_model() -> Weight;
	fn certify_model() -> Weight;
	fn remove_model() -> Weight;
	fn register() -> Weight;
	fn activate() -> Weight;
	fn offer_transfer() -> Weight;
	fn cancel_transfer() -> Weight;
	fn accept_transfer() -> Weight;
	fn add_key() -> Weight;
	fn rotate_key() -> Weight;
	fn rotate_key_signed() -> Weight;
	fn revoke_key() -> Weight;
	fn prune_key() -> Weight;
	fn suspend() -> Weight;
	fn report_lost() -> Weight;
	fn reactivate() -> Weight;
	fn decommission() -> Weight;
	fn revoke() -> Weight;
	fn prune_device() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
	fn open_batch() -> Weight;
	fn close_batch() -> Weight;
	fn claim() -> Weight;
	fn claim_with_voucher(h: u32, ) -> Weight;
	fn name_operator() -> Weight;
	fn remove_operator() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::NextManufacturerId` (r:1 w:1)
	/// Proof: `DeviceIdentity::NextManufacturerId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:0 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn propose_manufacturer() -> Weight {
		// Minimum execution time: 44_516_000 picoseconds.
		Weight::from_parts(46_820_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn approve_manufacturer() -> Weight {
		// Minimum execution time: 10_125_000 picoseconds.
		Weight::from_parts(10_916_000, 3710)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn suspend_manufacturer() -> Weight {
		// Minimum execution time: 10_966_000 picoseconds.
		Weight::from_parts(12_259_000, 3710)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn revoke_manufacturer() -> Weight {
		// Minimum execution time: 12_419_000 picoseconds.
		Weight::from_parts(13_591_000, 3710)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn withdraw_manufacturer() -> Weight {
		// Minimum execution time: 43_665_000 picoseconds.
		Weight::from_parts(46_119_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	fn set_root_keys() -> Weight {
		// Minimum execution time: 12_178_000 picoseconds.
		Weight::from_parts(13_690_000, 3710)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn add_model() -> Weight {
		// Minimum execution time: 53_770_000 picoseconds.
		Weight::from_parts(56_164_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn certify_model() -> Weight {
		// Minimum execution time: 11_327_000 picoseconds.
		Weight::from_parts(12_669_000, 3559)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_model() -> Weight {
		// Minimum execution time: 47_852_000 picoseconds.
		Weight::from_parts(51_056_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Serials` (r:1 w:1)
	/// Proof: `DeviceIdentity::Serials` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OwnedDevices` (r:0 w:1)
	/// Proof: `DeviceIdentity::OwnedDevices` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:0 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Minimum execution time: 194_490_000 picoseconds.
		Weight::from_parts(208_071_000, 4342)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:0 w:1)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn activate() -> Weight {
		// Minimum execution time: 262_101_000 picoseconds.
		Weight::from_parts(289_121_000, 7694)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn offer_transfer() -> Weight {
		// Minimum execution time: 30_626_000 picoseconds.
		Weight::from_parts(35_042_000, 3802)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:1 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn cancel_transfer() -> Weight {
		// Minimum execution time: 17_657_000 picoseconds.
		Weight::from_parts(22_133_000, 3784)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:1 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:5)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OwnedDevices` (r:0 w:2)
	/// Proof: `DeviceIdentity::OwnedDevices` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn accept_transfer() -> Weight {
		// Minimum execution time: 342_991_000 picoseconds.
		Weight::from_parts(365_585_000, 11526)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:0 w:1)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	fn add_key() -> Weight {
		// Minimum execution time: 143_685_000 picoseconds.
		Weight::from_parts(154_471_000, 4342)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:2)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn rotate_key() -> Weight {
		// Minimum execution time: 164_645_000 picoseconds.
		Weight::from_parts(178_025_000, 11526)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:2)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn rotate_key_signed() -> Weight {
		// Minimum execution time: 222_032_000 picoseconds.
		Weight::from_parts(243_984_000, 11526)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:1)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	fn revoke_key() -> Weight {
		// Minimum execution time: 42_824_000 picoseconds.
		Weight::from_parts(47_862_000, 11526)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn prune_key() -> Weight {
		// Minimum execution time: 59_789_000 picoseconds.
		Weight::from_parts(64_947_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::ParentHash` (r:1 w:0)
	/// Proof: `System::ParentHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Minimum execution time: 29_414_000 picoseconds.
		Weight::from_parts(35_824_000, 3784)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::ParentHash` (r:1 w:0)
	/// Proof: `System::ParentHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn report_lost() -> Weight {
		// Minimum execution time: 27_612_000 picoseconds.
		Weight::from_parts(33_249_000, 3784)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn reactivate() -> Weight {
		// Minimum execution time: 106_088_000 picoseconds.
		Weight::from_parts(115_311_000, 11526)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:4)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn decommission() -> Weight {
		// Minimum execution time: 47_661_000 picoseconds.
		Weight::from_parts(54_782_000, 11526)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:4 w:4)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn revoke() -> Weight {
		// Minimum execution time: 44_346_000 picoseconds.
		Weight::from_parts(48_853_000, 11526)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:65 w:64)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:65 w:65)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OwnedDevices` (r:0 w:1)
	/// Proof: `DeviceIdentity::OwnedDevices` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Serials` (r:0 w:1)
	/// Proof: `DeviceIdentity::Serials` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn prune_device() -> Weight {
		// Minimum execution time: 2_410_855_000 picoseconds.
		Weight::from_parts(2_484_826_000, 218870)
			.saturating_add(T::DbWeight::get().reads(198_u64))
			.saturating_add(T::DbWeight::get().writes(198_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:0 w:1)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_736_000 picoseconds.
		Weight::from_parts(4_086_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:0 w:1)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_785_000 picoseconds.
		Weight::from_parts(4_097_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::BirthBatches` (r:0 w:1)
	/// Proof: `DeviceIdentity::BirthBatches` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	fn open_batch() -> Weight {
		// Minimum execution time: 117_065_000 picoseconds.
		Weight::from_parts(122_052_000, 4342)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:1)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::BirthBatches` (r:1 w:1)
	/// Proof: `DeviceIdentity::BirthBatches` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn close_batch() -> Weight {
		// Minimum execution time: 49_894_000 picoseconds.
		Weight::from_parts(52_759_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::BirthBatches` (r:1 w:1)
	/// Proof: `DeviceIdentity::BirthBatches` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:1)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Serials` (r:1 w:1)
	/// Proof: `DeviceIdentity::Serials` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OwnedDevices` (r:0 w:1)
	/// Proof: `DeviceIdentity::OwnedDevices` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:0 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Minimum execution time: 151_927_000 picoseconds.
		Weight::from_parts(159_047_000, 4342)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:1)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::KnownKeys` (r:1 w:1)
	/// Proof: `DeviceIdentity::KnownKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:0 w:1)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OwnedDevices` (r:0 w:2)
	/// Proof: `DeviceIdentity::OwnedDevices` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::TransferOffers` (r:0 w:1)
	/// Proof: `DeviceIdentity::TransferOffers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// The range of component `h` is `[0, 8]`.
	fn claim_with_voucher(h: u32, ) -> Weight {
		// Minimum execution time: 414_739_000 picoseconds.
		Weight::from_parts(437_054_288, 7694)
			// Standard error: 179_204
			.saturating_add(Weight::from_parts(65_506_661, 0).saturating_mul(h.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `DeviceIdentity::Paused` (r:1 w:0)
	/// Proof: `DeviceIdentity::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:1)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn name_operator() -> Weight {
		// Minimum execution time: 98_407_000 picoseconds.
		Weight::from_parts(116_173_000, 7694)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `DeviceIdentity::Operators` (r:1 w:1)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_operator() -> Weight {
		// Minimum execution time: 55_964_000 picoseconds.
		Weight::from_parts(60_189_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn propose_manufacturer() -> Weight {
		Weight::from_parts(46_820_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn approve_manufacturer() -> Weight {
		Weight::from_parts(10_916_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend_manufacturer() -> Weight {
		Weight::from_parts(12_259_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn revoke_manufacturer() -> Weight {
		Weight::from_parts(13_591_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn withdraw_manufacturer() -> Weight {
		Weight::from_parts(46_119_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_root_keys() -> Weight {
		Weight::from_parts(13_690_000, 3710)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn add_model() -> Weight {
		Weight::from_parts(56_164_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn certify_model() -> Weight {
		Weight::from_parts(12_669_000, 3559)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_model() -> Weight {
		Weight::from_parts(51_056_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn register() -> Weight {
		Weight::from_parts(208_071_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(289_121_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn offer_transfer() -> Weight {
		Weight::from_parts(35_042_000, 3802)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_transfer() -> Weight {
		Weight::from_parts(22_133_000, 3784)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_transfer() -> Weight {
		Weight::from_parts(365_585_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn add_key() -> Weight {
		Weight::from_parts(154_471_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn rotate_key() -> Weight {
		Weight::from_parts(178_025_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn rotate_key_signed() -> Weight {
		Weight::from_parts(243_984_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn revoke_key() -> Weight {
		Weight::from_parts(47_862_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn prune_key() -> Weight {
		Weight::from_parts(64_947_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(35_824_000, 3784)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report_lost() -> Weight {
		Weight::from_parts(33_249_000, 3784)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn reactivate() -> Weight {
		Weight::from_parts(115_311_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn decommission() -> Weight {
		Weight::from_parts(54_782_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn revoke() -> Weight {
		Weight::from_parts(48_853_000, 11526)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn prune_device() -> Weight {
		Weight::from_parts(2_484_826_000, 218870)
			.saturating_add(ParityDbWeight::get().reads(198_u64))
			.saturating_add(ParityDbWeight::get().writes(198_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_086_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_097_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_batch() -> Weight {
		Weight::from_parts(122_052_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn close_batch() -> Weight {
		Weight::from_parts(52_759_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(159_047_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn claim_with_voucher(h: u32, ) -> Weight {
		Weight::from_parts(437_054_288, 7694)
			.saturating_add(Weight::from_parts(65_506_661, 0).saturating_mul(h.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn name_operator() -> Weight {
		Weight::from_parts(116_173_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_operator() -> Weight {
		Weight::from_parts(60_189_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
