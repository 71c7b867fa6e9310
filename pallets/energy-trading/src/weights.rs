// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_energy_trading`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn create_zone() -> Weight;
	fn set_terms() -> Weight;
	fn set_prices() -> Weight;
	fn assess_zone() -> Weight;
	fn retire_zone() -> Weight;
	fn remove_zone() -> Weight;
	fn add_float() -> Weight;
	fn take_float() -> Weight;
	fn register_meter() -> Weight;
	fn approve_meter() -> Weight;
	fn remove_meter() -> Weight;
	fn open_market() -> Weight;
	fn set_cap() -> Weight;
	fn submit_order() -> Weight;
	fn evict() -> Weight;
	fn cancel_order() -> Weight;
	fn clear(p: u32, ) -> Weight;
	fn submit_read() -> Weight;
	fn prove_read() -> Weight;
	fn estimate() -> Weight;
	fn settle(l: u32, ) -> Weight;
	fn suspend() -> Weight;
	fn curtail() -> Weight;
	fn dispute() -> Weight;
	fn decide() -> Weight;
	fn end_dispute() -> Weight;
	fn split_certificate() -> Weight;
	fn merge_certificates() -> Weight;
	fn transfer_certificate() -> Weight;
	fn cancel_certificate() -> Weight;
	fn withdraw_certificate() -> Weight;
	fn expire_certificate() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
	fn pay_claim() -> Weight;
	fn claim_certificate() -> Weight;
	fn drop_share() -> Weight;
	fn conclude() -> Weight;
	fn look() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::QuickMarkets` (r:1 w:0)
	/// Proof: `EnergyTrading::QuickMarkets` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextZone` (r:1 w:1)
	/// Proof: `EnergyTrading::NextZone` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:0 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	fn create_zone() -> Weight {
		// Minimum execution time: 125_357_000 picoseconds.
		Weight::from_parts(130_174_000, 6208)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::QuickMarkets` (r:1 w:0)
	/// Proof: `EnergyTrading::QuickMarkets` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Minimum execution time: 11_998_000 picoseconds.
		Weight::from_parts(12_809_000, 3812)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_prices() -> Weight {
		// Minimum execution time: 13_320_000 picoseconds.
		Weight::from_parts(14_142_000, 3812)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	fn assess_zone() -> Weight {
		// Minimum execution time: 10_565_000 picoseconds.
		Weight::from_parts(11_307_000, 3812)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	fn retire_zone() -> Weight {
		// Minimum execution time: 10_476_000 picoseconds.
		Weight::from_parts(11_477_000, 3812)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_zone() -> Weight {
		// Minimum execution time: 112_257_000 picoseconds.
		Weight::from_parts(116_985_000, 7734)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	fn add_float() -> Weight {
		// Minimum execution time: 53_210_000 picoseconds.
		Weight::from_parts(55_433_000, 4362)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn take_float() -> Weight {
		// Minimum execution time: 42_804_000 picoseconds.
		Weight::from_parts(44_747_000, 4362)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn register_meter() -> Weight {
		// Minimum execution time: 72_708_000 picoseconds.
		Weight::from_parts(78_638_000, 4342)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn approve_meter() -> Weight {
		// Minimum execution time: 21_542_000 picoseconds.
		Weight::from_parts(23_635_000, 3812)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_meter() -> Weight {
		// Minimum execution time: 51_146_000 picoseconds.
		Weight::from_parts(54_421_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Results` (r:2 w:0)
	/// Proof: `SensorFeeds::Results` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn open_market() -> Weight {
		// Minimum execution time: 57_766_000 picoseconds.
		Weight::from_parts(60_720_000, 6020)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_cap() -> Weight {
		// Minimum execution time: 13_350_000 picoseconds.
		Weight::from_parts(14_381_000, 4058)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:3 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Books` (r:1 w:1)
	/// Proof: `EnergyTrading::Books` (`max_values`: None, `max_size`: Some(4271), added: 6746, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:1 w:2)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(7203), added: 9678, mode: `MaxEncodedLen`)
	fn submit_order() -> Weight {
		// Minimum execution time: 213_088_000 picoseconds.
		Weight::from_parts(225_317_000, 10668)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `EnergyTrading::Pages` (r:1 w:1)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(7203), added: 9678, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn evict() -> Weight {
		// Minimum execution time: 120_840_000 picoseconds.
		Weight::from_parts(128_802_000, 10668)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Books` (r:1 w:1)
	/// Proof: `EnergyTrading::Books` (`max_values`: None, `max_size`: Some(4271), added: 6746, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:2 w:2)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(7203), added: 9678, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Minimum execution time: 197_074_000 picoseconds.
		Weight::from_parts(208_782_000, 20346)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Books` (r:2 w:0)
	/// Proof: `EnergyTrading::Books` (`max_values`: None, `max_size`: Some(4271), added: 6746, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:1 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:40 w:0)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(7203), added: 9678, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn clear(p: u32, ) -> Weight {
		// Minimum execution time: 26_560_000 picoseconds.
		Weight::from_parts(49_025_384, 56570)
			// Standard error: 34_351
			.saturating_add(Weight::from_parts(7_227_866, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 6574).saturating_mul(p.into()))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:4 w:2)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::FeederChecks` (r:2 w:2)
	/// Proof: `EnergyTrading::FeederChecks` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	fn submit_read() -> Weight {
		// Minimum execution time: 191_876_000 picoseconds.
		Weight::from_parts(199_267_000, 12698)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:4 w:2)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::FeederChecks` (r:2 w:2)
	/// Proof: `EnergyTrading::FeederChecks` (`max_values`: None, `max_size`: Some(146), added: 2621, mode: `MaxEncodedLen`)
	fn prove_read() -> Weight {
		// Minimum execution time: 136_283_000 picoseconds.
		Weight::from_parts(142_472_000, 12698)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	fn estimate() -> Weight {
		// Minimum execution time: 43_505_000 picoseconds.
		Weight::from_parts(46_650_000, 6844)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:18 w:16)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:16 w:16)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:17 w:17)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:17 w:17)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:16 w:16)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:16 w:16)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:16)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:32)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[0, 16]`.
	fn settle(l: u32, ) -> Weight {
		// Minimum execution time: 18_177_000 picoseconds.
		Weight::from_parts(46_003_710, 6844)
			// Standard error: 323_850
			.saturating_add(Weight::from_parts(218_778_348, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((10_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 3372).saturating_mul(l.into()))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Books` (r:2 w:0)
	/// Proof: `EnergyTrading::Books` (`max_values`: None, `max_size`: Some(4271), added: 6746, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:0 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Minimum execution time: 18_107_000 picoseconds.
		Weight::from_parts(19_188_000, 14482)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn curtail() -> Weight {
		// Minimum execution time: 22_183_000 picoseconds.
		Weight::from_parts(28_352_000, 4058)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 92_438_000 picoseconds.
		Weight::from_parts(99_299_000, 6844)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:3 w:3)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:3 w:3)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:1)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Minimum execution time: 272_306_000 picoseconds.
		Weight::from_parts(294_439_000, 11106)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(452), added: 2927, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:3 w:3)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:3 w:3)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:1)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn end_dispute() -> Weight {
		// Minimum execution time: 283_463_000 picoseconds.
		Weight::from_parts(305_315_000, 11106)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn split_certificate() -> Weight {
		// Minimum execution time: 55_914_000 picoseconds.
		Weight::from_parts(60_250_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:2 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn merge_certificates() -> Weight {
		// Minimum execution time: 51_948_000 picoseconds.
		Weight::from_parts(55_162_000, 6370)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn transfer_certificate() -> Weight {
		// Minimum execution time: 14_171_000 picoseconds.
		Weight::from_parts(14_992_000, 3680)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(263), added: 2738, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	fn cancel_certificate() -> Weight {
		// Minimum execution time: 28_803_000 picoseconds.
		Weight::from_parts(32_469_000, 3812)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:1)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn withdraw_certificate() -> Weight {
		// Minimum execution time: 15_152_000 picoseconds.
		Weight::from_parts(16_425_000, 3680)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:1)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn expire_certificate() -> Weight {
		// Minimum execution time: 51_417_000 picoseconds.
		Weight::from_parts(54_381_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:0 w:1)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_796_000 picoseconds.
		Weight::from_parts(4_136_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:0 w:1)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_855_000 picoseconds.
		Weight::from_parts(4_197_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Claims` (r:1 w:1)
	/// Proof: `EnergyTrading::Claims` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn pay_claim() -> Weight {
		// Minimum execution time: 101_351_000 picoseconds.
		Weight::from_parts(106_119_000, 7734)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `EnergyTrading::Shares` (r:1 w:1)
	/// Proof: `EnergyTrading::Shares` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:1 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Carried` (r:0 w:1)
	/// Proof: `EnergyTrading::Carried` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn claim_certificate() -> Weight {
		// Minimum execution time: 126_438_000 picoseconds.
		Weight::from_parts(131_125_000, 7694)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `EnergyTrading::Shares` (r:1 w:1)
	/// Proof: `EnergyTrading::Shares` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn drop_share() -> Weight {
		// Minimum execution time: 50_696_000 picoseconds.
		Weight::from_parts(53_460_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(897), added: 3372, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:0 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:0 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	fn conclude() -> Weight {
		// Minimum execution time: 55_964_000 picoseconds.
		Weight::from_parts(58_958_000, 7734)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `EnergyTrading::IdleCursor` (r:1 w:1)
	/// Proof: `EnergyTrading::IdleCursor` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(593), added: 3068, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(347), added: 2822, mode: `MaxEncodedLen`)
	fn look() -> Weight {
		// Minimum execution time: 14_221_000 picoseconds.
		Weight::from_parts(15_053_000, 7126)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn create_zone() -> Weight {
		Weight::from_parts(130_174_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(12_809_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_prices() -> Weight {
		Weight::from_parts(14_142_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn assess_zone() -> Weight {
		Weight::from_parts(11_307_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn retire_zone() -> Weight {
		Weight::from_parts(11_477_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_zone() -> Weight {
		Weight::from_parts(116_985_000, 7734)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn add_float() -> Weight {
		Weight::from_parts(55_433_000, 4362)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn take_float() -> Weight {
		Weight::from_parts(44_747_000, 4362)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn register_meter() -> Weight {
		Weight::from_parts(78_638_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn approve_meter() -> Weight {
		Weight::from_parts(23_635_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn remove_meter() -> Weight {
		Weight::from_parts(54_421_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn open_market() -> Weight {
		Weight::from_parts(60_720_000, 6020)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_cap() -> Weight {
		Weight::from_parts(14_381_000, 4058)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn submit_order() -> Weight {
		Weight::from_parts(225_317_000, 10668)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn evict() -> Weight {
		Weight::from_parts(128_802_000, 10668)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn cancel_order() -> Weight {
		Weight::from_parts(208_782_000, 20346)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn clear(p: u32, ) -> Weight {
		Weight::from_parts(49_025_384, 56570)
			.saturating_add(Weight::from_parts(7_227_866, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 6574).saturating_mul(p.into()))
	}
	fn submit_read() -> Weight {
		Weight::from_parts(199_267_000, 12698)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn prove_read() -> Weight {
		Weight::from_parts(142_472_000, 12698)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn estimate() -> Weight {
		Weight::from_parts(46_650_000, 6844)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle(l: u32, ) -> Weight {
		Weight::from_parts(46_003_710, 6844)
			.saturating_add(Weight::from_parts(218_778_348, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((7_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((10_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 3372).saturating_mul(l.into()))
	}
	fn suspend() -> Weight {
		Weight::from_parts(19_188_000, 14482)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn curtail() -> Weight {
		Weight::from_parts(28_352_000, 4058)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(99_299_000, 6844)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(294_439_000, 11106)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn end_dispute() -> Weight {
		Weight::from_parts(305_315_000, 11106)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn split_certificate() -> Weight {
		Weight::from_parts(60_250_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn merge_certificates() -> Weight {
		Weight::from_parts(55_162_000, 6370)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn transfer_certificate() -> Weight {
		Weight::from_parts(14_992_000, 3680)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_certificate() -> Weight {
		Weight::from_parts(32_469_000, 3812)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_certificate() -> Weight {
		Weight::from_parts(16_425_000, 3680)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn expire_certificate() -> Weight {
		Weight::from_parts(54_381_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_136_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_197_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pay_claim() -> Weight {
		Weight::from_parts(106_119_000, 7734)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn claim_certificate() -> Weight {
		Weight::from_parts(131_125_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn drop_share() -> Weight {
		Weight::from_parts(53_460_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn conclude() -> Weight {
		Weight::from_parts(58_958_000, 7734)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn look() -> Weight {
		Weight::from_parts(15_053_000, 7126)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
