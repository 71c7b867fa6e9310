// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_alerts`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-25, STEPS: `50`, REPEAT: `20`, CPU: `AMD EPYC`
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
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(286), added: 2761, mode: `MaxEncodedLen`)
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(571), added: 3046, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// Minimum execution time: 125_365_000 picoseconds.
		Weight::from_parts(220_263_000, 4112)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(286), added: 2761, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(571), added: 3046, mode: `MaxEncodedLen`)
	fn remove_rule() -> Weight {
		// Minimum execution time: 113_352_000 picoseconds.
		Weight::from_parts(197_580_000, 4112)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn reset_rule() -> Weight {
		// Minimum execution time: 38_582_000 picoseconds.
		Weight::from_parts(49_693_000, 4112)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(286), added: 2761, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 4]`.
	fn report_gap(r: u32, ) -> Weight {
		// Minimum execution time: 62_086_000 picoseconds.
		Weight::from_parts(65_870_940, 4112)
			// Standard error: 246_206
			.saturating_add(Weight::from_parts(8_448_757, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:0)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	fn on_reading_without_rules() -> Weight {
		// Minimum execution time: 8_376_000 picoseconds.
		Weight::from_parts(9_919_000, 4112)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `SensorAlerts::Rules` (r:1 w:1)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(647), added: 3122, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 4]`.
	fn on_reading(r: u32, ) -> Weight {
		// Minimum execution time: 33_854_000 picoseconds.
		Weight::from_parts(23_401_838, 4112)
			// Standard error: 81_880
			.saturating_add(Weight::from_parts(13_875_775, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 9_407_000 picoseconds.
		Weight::from_parts(10_410_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAlerts::Paused` (r:0 w:1)
	/// Proof: `SensorAlerts::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 9_397_000 picoseconds.
		Weight::from_parts(10_450_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn set_rule() -> Weight {
		Weight::from_parts(220_263_000, 4112)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn remove_rule() -> Weight {
		Weight::from_parts(197_580_000, 4112)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reset_rule() -> Weight {
		Weight::from_parts(49_693_000, 4112)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report_gap(r: u32, ) -> Weight {
		Weight::from_parts(65_870_940, 4112)
			.saturating_add(Weight::from_parts(8_448_757, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn on_reading_without_rules() -> Weight {
		Weight::from_parts(9_919_000, 4112)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn on_reading(r: u32, ) -> Weight {
		Weight::from_parts(23_401_838, 4112)
			.saturating_add(Weight::from_parts(13_875_775, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(10_410_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(10_450_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
