// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_status_lists`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn create_list() -> Weight;
	fn request_indices() -> Weight;
	fn draw_indices() -> Weight;
	fn set_statuses(n: u32, ) -> Weight;
	fn close_list() -> Weight;
	fn remove_list() -> Weight;
	fn offer_list() -> Weight;
	fn accept_list() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `StatusLists::Paused` (r:1 w:0)
	/// Proof: `StatusLists::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::NextListId` (r:1 w:1)
	/// Proof: `StatusLists::NextListId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::IssuedLists` (r:0 w:1)
	/// Proof: `StatusLists::IssuedLists` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:0 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::FreeCounts` (r:0 w:1)
	/// Proof: `StatusLists::FreeCounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn create_list() -> Weight {
		// Minimum execution time: 48_812_000 picoseconds.
		Weight::from_parts(50_926_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `StatusLists::Paused` (r:1 w:0)
	/// Proof: `StatusLists::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::FreeCounts` (r:1 w:0)
	/// Proof: `StatusLists::FreeCounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn request_indices() -> Weight {
		// Minimum execution time: 18_107_000 picoseconds.
		Weight::from_parts(19_600_000, 3733)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::FreeCounts` (r:1 w:1)
	/// Proof: `StatusLists::FreeCounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:16 w:16)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	fn draw_indices() -> Weight {
		// Minimum execution time: 131_526_000 picoseconds.
		Weight::from_parts(135_642_000, 42974)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:64 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:64 w:64)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn set_statuses(n: u32, ) -> Weight {
		// Minimum execution time: 27_511_000 picoseconds.
		Weight::from_parts(30_666_335, 3624)
			// Standard error: 10_510
			.saturating_add(Weight::from_parts(8_587_482, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3522).saturating_mul(n.into()))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn close_list() -> Weight {
		// Minimum execution time: 15_844_000 picoseconds.
		Weight::from_parts(17_246_000, 3624)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:0 w:128)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:0 w:128)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::IssuedLists` (r:0 w:1)
	/// Proof: `StatusLists::IssuedLists` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::FreeCounts` (r:0 w:1)
	/// Proof: `StatusLists::FreeCounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn remove_list() -> Weight {
		// Minimum execution time: 389_401_000 picoseconds.
		Weight::from_parts(399_806_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(261_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	fn offer_list() -> Weight {
		// Minimum execution time: 13_410_000 picoseconds.
		Weight::from_parts(14_401_000, 3624)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:1)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::IssuedLists` (r:0 w:2)
	/// Proof: `StatusLists::IssuedLists` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn accept_list() -> Weight {
		// Minimum execution time: 84_736_000 picoseconds.
		Weight::from_parts(88_713_000, 7694)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `StatusLists::Paused` (r:0 w:1)
	/// Proof: `StatusLists::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_696_000 picoseconds.
		Weight::from_parts(4_026_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `StatusLists::Paused` (r:0 w:1)
	/// Proof: `StatusLists::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_675_000 picoseconds.
		Weight::from_parts(4_076_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn create_list() -> Weight {
		Weight::from_parts(50_926_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn request_indices() -> Weight {
		Weight::from_parts(19_600_000, 3733)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn draw_indices() -> Weight {
		Weight::from_parts(135_642_000, 42974)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn set_statuses(n: u32, ) -> Weight {
		Weight::from_parts(30_666_335, 3624)
			.saturating_add(Weight::from_parts(8_587_482, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3522).saturating_mul(n.into()))
	}
	fn close_list() -> Weight {
		Weight::from_parts(17_246_000, 3624)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_list() -> Weight {
		Weight::from_parts(399_806_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(261_u64))
	}
	fn offer_list() -> Weight {
		Weight::from_parts(14_401_000, 3624)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_list() -> Weight {
		Weight::from_parts(88_713_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_026_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_076_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
