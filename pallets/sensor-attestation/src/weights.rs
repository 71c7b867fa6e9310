// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_attestation`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn describe_stream() -> Weight;
	fn withdraw_description() -> Weight;
	fn enrol() -> Weight;
	fn remove_source() -> Weight;
	fn set_lane() -> Weight;
	fn close_lane() -> Weight;
	fn declare_stream() -> Weight;
	fn remove_stream() -> Weight;
	fn retire_stream() -> Weight;
	fn name_gateway() -> Weight;
	fn remove_gateway() -> Weight;
	fn carry_reading() -> Weight;
	fn submit_reading() -> Weight;
	fn authorize_submit_reading() -> Weight;
	fn submit_batch() -> Weight;
	fn assert_batch() -> Weight;
	fn prove_reading() -> Weight;
	fn challenge_batch() -> Weight;
	fn record_erasure() -> Weight;
	fn prune_batch() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
	fn prepay_batches() -> Weight;
	fn on_finalize() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Descriptions` (r:1 w:1)
	/// Proof: `SensorAttestation::Descriptions` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn describe_stream() -> Weight {
		// Minimum execution time: 57_616_000 picoseconds.
		Weight::from_parts(60_480_000, 4342)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAttestation::Descriptions` (r:1 w:1)
	/// Proof: `SensorAttestation::Descriptions` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn withdraw_description() -> Weight {
		// Minimum execution time: 49_064_000 picoseconds.
		Weight::from_parts(51_627_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn enrol() -> Weight {
		// Minimum execution time: 109_784_000 picoseconds.
		Weight::from_parts(114_510_000, 7694)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_source() -> Weight {
		// Minimum execution time: 95_783_000 picoseconds.
		Weight::from_parts(100_200_000, 5010)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn set_lane() -> Weight {
		// Minimum execution time: 110_074_000 picoseconds.
		Weight::from_parts(120_670_000, 7694)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn close_lane() -> Weight {
		// Minimum execution time: 65_408_000 picoseconds.
		Weight::from_parts(68_262_000, 5010)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Descriptions` (r:1 w:0)
	/// Proof: `SensorAttestation::Descriptions` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::NextIncarnation` (r:1 w:1)
	/// Proof: `SensorAttestation::NextIncarnation` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn declare_stream() -> Weight {
		// Minimum execution time: 97_405_000 picoseconds.
		Weight::from_parts(102_312_000, 5010)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn remove_stream() -> Weight {
		// Minimum execution time: 100_219_000 picoseconds.
		Weight::from_parts(105_638_000, 5010)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn retire_stream() -> Weight {
		// Minimum execution time: 40_691_000 picoseconds.
		Weight::from_parts(45_087_000, 5010)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:2 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Gateways` (r:1 w:1)
	/// Proof: `SensorAttestation::Gateways` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn name_gateway() -> Weight {
		// Minimum execution time: 87_881_000 picoseconds.
		Weight::from_parts(92_468_000, 6578)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorAttestation::Gateways` (r:1 w:1)
	/// Proof: `SensorAttestation::Gateways` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn remove_gateway() -> Weight {
		// Minimum execution time: 70_055_000 picoseconds.
		Weight::from_parts(72_919_000, 5010)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `SensorAlerts::Rules` (r:1 w:0)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	fn carry_reading() -> Weight {
		// Minimum execution time: 97_876_000 picoseconds.
		Weight::from_parts(103_104_000, 5010)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `SensorAlerts::Rules` (r:1 w:0)
	/// Proof: `SensorAlerts::Rules` (`max_values`: None, `max_size`: Some(671), added: 3146, mode: `MaxEncodedLen`)
	fn submit_reading() -> Weight {
		// Minimum execution time: 20_230_000 picoseconds.
		Weight::from_parts(22_834_000, 5010)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:0)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn authorize_submit_reading() -> Weight {
		// Minimum execution time: 89_393_000 picoseconds.
		Weight::from_parts(94_491_000, 5010)
			.saturating_add(T::DbWeight::get().reads(8_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:2 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:2 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Gateways` (r:1 w:0)
	/// Proof: `SensorAttestation::Gateways` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:0 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	fn submit_batch() -> Weight {
		// Minimum execution time: 167_019_000 picoseconds.
		Weight::from_parts(174_791_000, 6578)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:0 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	fn assert_batch() -> Weight {
		// Minimum execution time: 87_130_000 picoseconds.
		Weight::from_parts(92_417_000, 4342)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::PinCounts` (r:1 w:0)
	/// Proof: `DataAvailability::PinCounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	fn prove_reading() -> Weight {
		// Minimum execution time: 36_845_000 picoseconds.
		Weight::from_parts(40_240_000, 4143)
			.saturating_add(T::DbWeight::get().reads(4_u64))
	}
	/// Storage: `SensorAttestation::Batches` (r:1 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:2 w:2)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn challenge_batch() -> Weight {
		// Minimum execution time: 102_813_000 picoseconds.
		Weight::from_parts(107_190_000, 9030)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `SensorAttestation::Batches` (r:1 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Operators` (r:1 w:0)
	/// Proof: `DeviceIdentity::Operators` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	fn record_erasure() -> Weight {
		// Minimum execution time: 33_860_000 picoseconds.
		Weight::from_parts(35_713_000, 4143)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Batches` (r:1 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn prune_batch() -> Weight {
		// Minimum execution time: 64_286_000 picoseconds.
		Weight::from_parts(67_200_000, 5010)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:0 w:1)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_906_000 picoseconds.
		Weight::from_parts(4_276_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:0 w:1)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_956_000 picoseconds.
		Weight::from_parts(4_336_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn prepay_batches() -> Weight {
		// Minimum execution time: 53_189_000 picoseconds.
		Weight::from_parts(55_973_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn on_finalize() -> Weight {
		// Minimum execution time: 370_000 picoseconds.
		Weight::from_parts(581_000, 0)
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn describe_stream() -> Weight {
		Weight::from_parts(60_480_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_description() -> Weight {
		Weight::from_parts(51_627_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn enrol() -> Weight {
		Weight::from_parts(114_510_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_source() -> Weight {
		Weight::from_parts(100_200_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_lane() -> Weight {
		Weight::from_parts(120_670_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_lane() -> Weight {
		Weight::from_parts(68_262_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn declare_stream() -> Weight {
		Weight::from_parts(102_312_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_stream() -> Weight {
		Weight::from_parts(105_638_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn retire_stream() -> Weight {
		Weight::from_parts(45_087_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn name_gateway() -> Weight {
		Weight::from_parts(92_468_000, 6578)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn remove_gateway() -> Weight {
		Weight::from_parts(72_919_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn carry_reading() -> Weight {
		Weight::from_parts(103_104_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn submit_reading() -> Weight {
		Weight::from_parts(22_834_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorize_submit_reading() -> Weight {
		Weight::from_parts(94_491_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
	}
	fn submit_batch() -> Weight {
		Weight::from_parts(174_791_000, 6578)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn assert_batch() -> Weight {
		Weight::from_parts(92_417_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn prove_reading() -> Weight {
		Weight::from_parts(40_240_000, 4143)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
	}
	fn challenge_batch() -> Weight {
		Weight::from_parts(107_190_000, 9030)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn record_erasure() -> Weight {
		Weight::from_parts(35_713_000, 4143)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prune_batch() -> Weight {
		Weight::from_parts(67_200_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_276_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_336_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prepay_batches() -> Weight {
		Weight::from_parts(55_973_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn on_finalize() -> Weight {
		Weight::from_parts(581_000, 0)
	}
}
