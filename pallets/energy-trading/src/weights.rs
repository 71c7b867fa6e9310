// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_energy_trading`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, CPU: `Intel(R) Xeon(R) Processor`
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
	fn evict() -> Weight;
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:0 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn create_zone() -> Weight {
		// Minimum execution time: 238_192_000 picoseconds.
		Weight::from_parts(421_121_000, 6208)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::QuickMarkets` (r:1 w:0)
	/// Proof: `EnergyTrading::QuickMarkets` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Minimum execution time: 43_207_000 picoseconds.
		Weight::from_parts(61_409_000, 3733)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_prices() -> Weight {
		// Minimum execution time: 32_395_000 picoseconds.
		Weight::from_parts(58_229_000, 3733)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn assess_zone() -> Weight {
		// Minimum execution time: 26_939_000 picoseconds.
		Weight::from_parts(58_562_000, 3733)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn retire_zone() -> Weight {
		// Minimum execution time: 30_944_000 picoseconds.
		Weight::from_parts(61_180_000, 3733)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn remove_zone() -> Weight {
		// Minimum execution time: 207_851_000 picoseconds.
		Weight::from_parts(357_692_000, 7338)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	fn add_float() -> Weight {
		// Minimum execution time: 108_112_000 picoseconds.
		Weight::from_parts(173_958_000, 4164)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn take_float() -> Weight {
		// Minimum execution time: 134_960_000 picoseconds.
		Weight::from_parts(149_624_000, 4164)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn register_meter() -> Weight {
		// Minimum execution time: 246_742_000 picoseconds.
		Weight::from_parts(265_097_000, 4144)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn approve_meter() -> Weight {
		// Minimum execution time: 39_493_000 picoseconds.
		Weight::from_parts(59_159_000, 3733)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn remove_meter() -> Weight {
		// Minimum execution time: 115_785_000 picoseconds.
		Weight::from_parts(203_265_000, 4144)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Results` (r:2 w:0)
	/// Proof: `SensorFeeds::Results` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn open_market() -> Weight {
		// Minimum execution time: 119_990_000 picoseconds.
		Weight::from_parts(213_965_000, 6020)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_cap() -> Weight {
		// Minimum execution time: 41_285_000 picoseconds.
		Weight::from_parts(57_153_000, 3972)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:1 w:0)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
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
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:3 w:2)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Traders` (r:1 w:1)
	/// Proof: `EnergyTrading::Traders` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextOrder` (r:1 w:1)
	/// Proof: `EnergyTrading::NextOrder` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Directories` (r:1 w:1)
	/// Proof: `EnergyTrading::Directories` (`max_values`: None, `max_size`: Some(4255), added: 6730, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:2 w:3)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(3107), added: 5582, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Orders` (r:1 w:2)
	/// Proof: `EnergyTrading::Orders` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn submit_order() -> Weight {
		// Minimum execution time: 500_208_000 picoseconds.
		Weight::from_parts(882_049_000, 12154)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `EnergyTrading::Orders` (r:1 w:1)
	/// Proof: `EnergyTrading::Orders` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Directories` (r:1 w:1)
	/// Proof: `EnergyTrading::Directories` (`max_values`: None, `max_size`: Some(4255), added: 6730, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:2 w:2)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(3107), added: 5582, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:1 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Traders` (r:1 w:1)
	/// Proof: `EnergyTrading::Traders` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Minimum execution time: 367_566_000 picoseconds.
		Weight::from_parts(572_109_000, 12154)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Directories` (r:2 w:0)
	/// Proof: `EnergyTrading::Directories` (`max_values`: None, `max_size`: Some(4255), added: 6730, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Pages` (r:64 w:0)
	/// Proof: `EnergyTrading::Pages` (`max_values`: None, `max_size`: Some(3107), added: 5582, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:0 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn clear(p: u32, ) -> Weight {
		// Minimum execution time: 75_327_000 picoseconds.
		Weight::from_parts(70_435_859, 14450)
			// Standard error: 190_077
			.saturating_add(Weight::from_parts(12_852_174, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 5582).saturating_mul(p.into()))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
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
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	fn submit_read() -> Weight {
		// Minimum execution time: 314_834_000 picoseconds.
		Weight::from_parts(507_541_000, 12202)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
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
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	fn prove_read() -> Weight {
		// Minimum execution time: 201_802_000 picoseconds.
		Weight::from_parts(249_840_000, 12202)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:0)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	fn estimate() -> Weight {
		// Minimum execution time: 82_411_000 picoseconds.
		Weight::from_parts(101_252_000, 6596)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:18 w:16)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Orders` (r:64 w:64)
	/// Proof: `EnergyTrading::Orders` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Traders` (r:1 w:1)
	/// Proof: `EnergyTrading::Traders` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:16 w:16)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:16)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[0, 16]`.
	fn settle(l: u32, ) -> Weight {
		// Minimum execution time: 46_285_000 picoseconds.
		Weight::from_parts(325_471_289, 7338)
			// Standard error: 7_660_638
			.saturating_add(Weight::from_parts(674_277_288, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((7_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 10464).saturating_mul(l.into()))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:0 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Minimum execution time: 36_480_000 picoseconds.
		Weight::from_parts(68_657_000, 3972)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn curtail() -> Weight {
		// Minimum execution time: 66_003_000 picoseconds.
		Weight::from_parts(119_373_000, 3972)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 190_853_000 picoseconds.
		Weight::from_parts(317_527_000, 6596)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:3 w:3)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:3 w:3)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Orders` (r:4 w:4)
	/// Proof: `EnergyTrading::Orders` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Traders` (r:1 w:1)
	/// Proof: `EnergyTrading::Traders` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Minimum execution time: 677_601_000 picoseconds.
		Weight::from_parts(1_061_752_000, 11454)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(23_u64))
	}
	/// Storage: `EnergyTrading::Legs` (r:2 w:1)
	/// Proof: `EnergyTrading::Legs` (`max_values`: None, `max_size`: Some(328), added: 2803, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:1 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:3 w:3)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:3 w:3)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Orders` (r:4 w:4)
	/// Proof: `EnergyTrading::Orders` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Traders` (r:1 w:1)
	/// Proof: `EnergyTrading::Traders` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Certificates` (r:0 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	fn end_dispute() -> Weight {
		// Minimum execution time: 672_932_000 picoseconds.
		Weight::from_parts(783_722_000, 11454)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(23_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::NextCertificate` (r:1 w:1)
	/// Proof: `EnergyTrading::NextCertificate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn split_certificate() -> Weight {
		// Minimum execution time: 109_220_000 picoseconds.
		Weight::from_parts(197_118_000, 4144)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:2 w:2)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn merge_certificates() -> Weight {
		// Minimum execution time: 100_999_000 picoseconds.
		Weight::from_parts(117_686_000, 6354)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn transfer_certificate() -> Weight {
		// Minimum execution time: 33_230_000 picoseconds.
		Weight::from_parts(40_305_000, 3672)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Meters` (r:1 w:1)
	/// Proof: `EnergyTrading::Meters` (`max_values`: None, `max_size`: Some(183), added: 2658, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Zones` (r:1 w:0)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	fn cancel_certificate() -> Weight {
		// Minimum execution time: 60_558_000 picoseconds.
		Weight::from_parts(73_958_000, 3733)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	fn withdraw_certificate() -> Weight {
		// Minimum execution time: 32_523_000 picoseconds.
		Weight::from_parts(57_175_000, 3672)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `EnergyTrading::Certificates` (r:1 w:1)
	/// Proof: `EnergyTrading::Certificates` (`max_values`: None, `max_size`: Some(207), added: 2682, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::CertifiedEnergy` (r:1 w:1)
	/// Proof: `EnergyTrading::CertifiedEnergy` (`max_values`: Some(1), `max_size`: Some(80), added: 575, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn expire_certificate() -> Weight {
		// Minimum execution time: 100_343_000 picoseconds.
		Weight::from_parts(121_661_000, 4144)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:0 w:1)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 9_188_000 picoseconds.
		Weight::from_parts(18_193_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `EnergyTrading::Paused` (r:0 w:1)
	/// Proof: `EnergyTrading::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 14_298_000 picoseconds.
		Weight::from_parts(18_768_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn pay_claim() -> Weight {
		// As for `remove_zone`, until it is measured.
		Weight::from_parts(357_692_000, 7338)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	fn claim_certificate() -> Weight {
		// As for `split_certificate` and `merge_certificates`, until it is measured.
		Weight::from_parts(314_803_000, 8282)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	fn drop_share() -> Weight {
		// As for `expire_certificate`, until it is measured.
		Weight::from_parts(121_661_000, 4144)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn evict() -> Weight {
		// As for `cancel_order`, until it is measured.
		Weight::from_parts(572_109_000, 12154)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `EnergyTrading::Zones` (r:1 w:1)
	/// Proof: `EnergyTrading::Zones` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:2 w:2)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(699), added: 3174, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:0 w:1)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Sweeps` (r:0 w:1)
	/// Proof: `EnergyTrading::Sweeps` (`max_values`: None, `max_size`: Some(1304), added: 3779, mode: `MaxEncodedLen`)
	fn conclude() -> Weight {
		// Minimum execution time: 121_337_000 picoseconds.
		Weight::from_parts(201_946_000, 7338)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `EnergyTrading::IdleCursor` (r:1 w:1)
	/// Proof: `EnergyTrading::IdleCursor` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `EnergyTrading::Periods` (r:2 w:0)
	/// Proof: `EnergyTrading::Periods` (`max_values`: None, `max_size`: Some(507), added: 2982, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn look() -> Weight {
		// Minimum execution time: 28_540_000 picoseconds.
		Weight::from_parts(56_145_000, 6954)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn create_zone() -> Weight {
		Weight::from_parts(421_121_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(61_409_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_prices() -> Weight {
		Weight::from_parts(58_229_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn assess_zone() -> Weight {
		Weight::from_parts(58_562_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn retire_zone() -> Weight {
		Weight::from_parts(61_180_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_zone() -> Weight {
		Weight::from_parts(357_692_000, 7338)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn add_float() -> Weight {
		Weight::from_parts(173_958_000, 4164)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn take_float() -> Weight {
		Weight::from_parts(149_624_000, 4164)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn register_meter() -> Weight {
		Weight::from_parts(265_097_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn approve_meter() -> Weight {
		Weight::from_parts(59_159_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_meter() -> Weight {
		Weight::from_parts(203_265_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn open_market() -> Weight {
		Weight::from_parts(213_965_000, 6020)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_cap() -> Weight {
		Weight::from_parts(57_153_000, 3972)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn submit_order() -> Weight {
		Weight::from_parts(882_049_000, 12154)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn cancel_order() -> Weight {
		Weight::from_parts(572_109_000, 12154)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn clear(p: u32, ) -> Weight {
		Weight::from_parts(70_435_859, 14450)
			.saturating_add(Weight::from_parts(12_852_174, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 5582).saturating_mul(p.into()))
	}
	fn submit_read() -> Weight {
		Weight::from_parts(507_541_000, 12202)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn prove_read() -> Weight {
		Weight::from_parts(249_840_000, 12202)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn estimate() -> Weight {
		Weight::from_parts(101_252_000, 6596)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle(l: u32, ) -> Weight {
		Weight::from_parts(325_471_289, 7338)
			.saturating_add(Weight::from_parts(674_277_288, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((7_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 10464).saturating_mul(l.into()))
	}
	fn suspend() -> Weight {
		Weight::from_parts(68_657_000, 3972)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn curtail() -> Weight {
		Weight::from_parts(119_373_000, 3972)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(317_527_000, 6596)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(1_061_752_000, 11454)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(23_u64))
	}
	fn end_dispute() -> Weight {
		Weight::from_parts(783_722_000, 11454)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(23_u64))
	}
	fn split_certificate() -> Weight {
		Weight::from_parts(197_118_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn merge_certificates() -> Weight {
		Weight::from_parts(117_686_000, 6354)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn transfer_certificate() -> Weight {
		Weight::from_parts(40_305_000, 3672)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_certificate() -> Weight {
		Weight::from_parts(73_958_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_certificate() -> Weight {
		Weight::from_parts(57_175_000, 3672)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn expire_certificate() -> Weight {
		Weight::from_parts(121_661_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(18_193_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(18_768_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pay_claim() -> Weight {
		Weight::from_parts(357_692_000, 7338)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn claim_certificate() -> Weight {
		Weight::from_parts(314_803_000, 8282)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn drop_share() -> Weight {
		Weight::from_parts(121_661_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn evict() -> Weight {
		Weight::from_parts(572_109_000, 12154)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn conclude() -> Weight {
		Weight::from_parts(201_946_000, 7338)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn look() -> Weight {
		Weight::from_parts(56_145_000, 6954)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
