// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_alerts`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// Minimum execution time: 137_705_000 picoseconds.
		Weight::from_parts(246_224_000, 4144)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn remove_rule() -> Weight {
		// Minimum execution time: 128_604_000 picoseconds.
		Weight::from_parts(203_868_000, 4144)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn reset_rule() -> Weight {
		// Minimum execution time: 47_307_000 picoseconds.
		Weight::from_parts(81_744_000, 4136)
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
		// Minimum execution time: 79_305_000 picoseconds.
		Weight::from_parts(50_144_032, 4143)
			// Standard error: 1_168_529
			.saturating_add(Weight::from_parts(47_357_445, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:0)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	fn on_reading_without_rules() -> Weight {
		// Minimum execution time: 15_547_000 picoseconds.
		Weight::from_parts(19_300_000, 4136)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 4]`.
	fn on_reading(r: u32, ) -> Weight {
		// Minimum execution time: 38_325_000 picoseconds.
		Weight::from_parts(65_530_783, 4136)
			// Standard error: 283_391
			.saturating_add(Weight::from_parts(19_190_890, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 8_802_000 picoseconds.
		Weight::from_parts(17_361_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 8_413_000 picoseconds.
		Weight::from_parts(20_795_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn set_rule() -> Weight {
		Weight::from_parts(246_224_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn remove_rule() -> Weight {
		Weight::from_parts(203_868_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reset_rule() -> Weight {
		Weight::from_parts(81_744_000, 4136)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report_gap(r: u32, ) -> Weight {
		Weight::from_parts(50_144_032, 4143)
			.saturating_add(Weight::from_parts(47_357_445, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn on_reading_without_rules() -> Weight {
		Weight::from_parts(19_300_000, 4136)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn on_reading(r: u32, ) -> Weight {
		Weight::from_parts(65_530_783, 4136)
			.saturating_add(Weight::from_parts(19_190_890, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(17_361_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(20_795_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
