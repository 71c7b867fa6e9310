// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_data_availability`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn pin() -> Weight;
	fn announce_unpin() -> Weight;
	fn unpin() -> Weight;
	fn release_pin() -> Weight;
	fn open_audit() -> Weight;
	fn answer_audit() -> Weight;
	fn reveal_audit() -> Weight;
	fn prove_audit() -> Weight;
	fn close_audit() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `DataAvailability::Paused` (r:1 w:0)
	/// Proof: `DataAvailability::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::PinCounts` (r:1 w:1)
	/// Proof: `DataAvailability::PinCounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn pin() -> Weight {
		// Minimum execution time: 72_328_000 picoseconds.
		Weight::from_parts(76_273_000, 4342)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn announce_unpin() -> Weight {
		// Minimum execution time: 19_009_000 picoseconds.
		Weight::from_parts(22_193_000, 3742)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::PinCounts` (r:1 w:1)
	/// Proof: `DataAvailability::PinCounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	fn unpin() -> Weight {
		// Minimum execution time: 63_985_000 picoseconds.
		Weight::from_parts(69_163_000, 4342)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::PinCounts` (r:1 w:1)
	/// Proof: `DataAvailability::PinCounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	fn release_pin() -> Weight {
		// Minimum execution time: 89_724_000 picoseconds.
		Weight::from_parts(92_999_000, 7694)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DataAvailability::Paused` (r:1 w:0)
	/// Proof: `DataAvailability::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn open_audit() -> Weight {
		// Minimum execution time: 68_182_000 picoseconds.
		Weight::from_parts(70_545_000, 4342)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn answer_audit() -> Weight {
		// Minimum execution time: 18_588_000 picoseconds.
		Weight::from_parts(20_060_000, 3742)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	fn reveal_audit() -> Weight {
		// Minimum execution time: 27_731_000 picoseconds.
		Weight::from_parts(29_975_000, 4143)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn prove_audit() -> Weight {
		// Minimum execution time: 104_216_000 picoseconds.
		Weight::from_parts(108_302_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DataAvailability::Pins` (r:1 w:1)
	/// Proof: `DataAvailability::Pins` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Batches` (r:1 w:0)
	/// Proof: `SensorAttestation::Batches` (`max_values`: None, `max_size`: Some(492), added: 2967, mode: `MaxEncodedLen`)
	/// Storage: `SensorAttestation::Streams` (r:1 w:0)
	/// Proof: `SensorAttestation::Streams` (`max_values`: None, `max_size`: Some(678), added: 3153, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `DataAvailability::PinCounts` (r:1 w:1)
	/// Proof: `DataAvailability::PinCounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	fn close_audit() -> Weight {
		// Minimum execution time: 103_154_000 picoseconds.
		Weight::from_parts(107_901_000, 7694)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DataAvailability::Paused` (r:0 w:1)
	/// Proof: `DataAvailability::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_746_000 picoseconds.
		Weight::from_parts(4_086_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DataAvailability::Paused` (r:0 w:1)
	/// Proof: `DataAvailability::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_815_000 picoseconds.
		Weight::from_parts(4_177_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn pin() -> Weight {
		Weight::from_parts(76_273_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn announce_unpin() -> Weight {
		Weight::from_parts(22_193_000, 3742)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpin() -> Weight {
		Weight::from_parts(69_163_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn release_pin() -> Weight {
		Weight::from_parts(92_999_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn open_audit() -> Weight {
		Weight::from_parts(70_545_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn answer_audit() -> Weight {
		Weight::from_parts(20_060_000, 3742)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reveal_audit() -> Weight {
		Weight::from_parts(29_975_000, 4143)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prove_audit() -> Weight {
		Weight::from_parts(108_302_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn close_audit() -> Weight {
		Weight::from_parts(107_901_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_086_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_177_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
