// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_attestation`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn describe_stream() -> Weight {
		// Minimum execution time: 178_700_000 picoseconds.
		Weight::from_parts(213_930_000, 4144)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn withdraw_description() -> Weight {
		// Minimum execution time: 109_650_000 picoseconds.
		Weight::from_parts(174_672_000, 4144)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn enrol() -> Weight {
		// Minimum execution time: 312_888_000 picoseconds.
		Weight::from_parts(351_299_000, 7298)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn remove_source() -> Weight {
		// Minimum execution time: 171_754_000 picoseconds.
		Weight::from_parts(311_868_000, 5010)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn set_lane() -> Weight {
		// Minimum execution time: 205_225_000 picoseconds.
		Weight::from_parts(375_504_000, 7298)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn close_lane() -> Weight {
		// Minimum execution time: 185_551_000 picoseconds.
		Weight::from_parts(233_642_000, 5010)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn declare_stream() -> Weight {
		// Minimum execution time: 302_720_000 picoseconds.
		Weight::from_parts(337_739_000, 5010)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn remove_stream() -> Weight {
		// Minimum execution time: 281_804_000 picoseconds.
		Weight::from_parts(331_057_000, 5010)
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
		// Minimum execution time: 165_934_000 picoseconds.
		Weight::from_parts(184_133_000, 5010)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn name_gateway() -> Weight {
		// Minimum execution time: 319_655_000 picoseconds.
		Weight::from_parts(349_585_000, 6578)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn remove_gateway() -> Weight {
		// Minimum execution time: 157_799_000 picoseconds.
		Weight::from_parts(267_844_000, 5010)
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
		// Minimum execution time: 237_208_000 picoseconds.
		Weight::from_parts(376_491_000, 5010)
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
		// Minimum execution time: 71_310_000 picoseconds.
		Weight::from_parts(125_495_000, 5010)
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
		// Minimum execution time: 269_635_000 picoseconds.
		Weight::from_parts(321_213_000, 5010)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:0 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	fn submit_batch() -> Weight {
		// Minimum execution time: 397_154_000 picoseconds.
		Weight::from_parts(577_795_000, 6578)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:0 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	fn assert_batch() -> Weight {
		// Minimum execution time: 213_779_000 picoseconds.
		Weight::from_parts(326_045_000, 4144)
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
		// Minimum execution time: 76_386_000 picoseconds.
		Weight::from_parts(122_150_000, 4143)
			.saturating_add(T::DbWeight::get().reads(4_u64))
	}
	/// Storage: `SensorAttestation::Batches` (r:1 w:1)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:2 w:2)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn challenge_batch() -> Weight {
		// Minimum execution time: 187_875_000 picoseconds.
		Weight::from_parts(314_365_000, 9030)
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
		// Minimum execution time: 81_453_000 picoseconds.
		Weight::from_parts(157_349_000, 4143)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Sources` (r:1 w:1)
	/// Proof: `SensorAttestation::Sources` (`max_values`: None, `max_size`: Some(1545), added: 4020, mode: `MaxEncodedLen`)
	fn prune_batch() -> Weight {
		// Minimum execution time: 143_816_000 picoseconds.
		Weight::from_parts(258_957_000, 5010)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:0 w:1)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 9_162_000 picoseconds.
		Weight::from_parts(17_548_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Paused` (r:0 w:1)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 14_183_000 picoseconds.
		Weight::from_parts(17_760_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorAttestation::Streams` (r:1 w:1)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Paused` (r:1 w:0)
	/// Proof: `SensorAttestation::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(679), added: 3154, mode: `MaxEncodedLen`)
	fn prepay_batches() -> Weight {
		// Minimum execution time: 175_022_000 picoseconds.
		Weight::from_parts(193_204_000, 4144)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn on_finalize() -> Weight {
		// Minimum execution time: 1_159_000 picoseconds.
		Weight::from_parts(2_810_000, 0)
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn describe_stream() -> Weight {
		Weight::from_parts(213_930_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_description() -> Weight {
		Weight::from_parts(174_672_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn enrol() -> Weight {
		Weight::from_parts(351_299_000, 7298)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_source() -> Weight {
		Weight::from_parts(311_868_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_lane() -> Weight {
		Weight::from_parts(375_504_000, 7298)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_lane() -> Weight {
		Weight::from_parts(233_642_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn declare_stream() -> Weight {
		Weight::from_parts(337_739_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_stream() -> Weight {
		Weight::from_parts(331_057_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn retire_stream() -> Weight {
		Weight::from_parts(184_133_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn name_gateway() -> Weight {
		Weight::from_parts(349_585_000, 6578)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn remove_gateway() -> Weight {
		Weight::from_parts(267_844_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn carry_reading() -> Weight {
		Weight::from_parts(376_491_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn submit_reading() -> Weight {
		Weight::from_parts(125_495_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorize_submit_reading() -> Weight {
		Weight::from_parts(321_213_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
	}
	fn submit_batch() -> Weight {
		Weight::from_parts(577_795_000, 6578)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn assert_batch() -> Weight {
		Weight::from_parts(326_045_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn prove_reading() -> Weight {
		Weight::from_parts(122_150_000, 4143)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
	}
	fn challenge_batch() -> Weight {
		Weight::from_parts(314_365_000, 9030)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn record_erasure() -> Weight {
		Weight::from_parts(157_349_000, 4143)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prune_batch() -> Weight {
		Weight::from_parts(258_957_000, 5010)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(17_548_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(17_760_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prepay_batches() -> Weight {
		Weight::from_parts(193_204_000, 4144)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn on_finalize() -> Weight {
		Weight::from_parts(2_810_000, 0)
	}
}
