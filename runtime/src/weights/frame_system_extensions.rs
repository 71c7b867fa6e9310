// SPDX-License-Identifier: Apache-2.0

//! Weights of `frame_system_extensions`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-24, STEPS: `50`, REPEAT: `20`, CPU: `Intel(R) Xeon(R) Processor`
//! WASM-EXECUTION: `Compiled`, WORST CASE MAP SIZE: `1000000`

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights, with the database costs of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 1_916_000 picoseconds.
		Weight::from_parts(2_556_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 4_361_000 picoseconds.
		Weight::from_parts(5_395_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 4_304_000 picoseconds.
		Weight::from_parts(5_433_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 562_000 picoseconds.
		Weight::from_parts(783_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 9_452_000 picoseconds.
		Weight::from_parts(10_902_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 472_000 picoseconds.
		Weight::from_parts(631_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 456_000 picoseconds.
		Weight::from_parts(624_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 4_543_000 picoseconds.
		Weight::from_parts(5_703_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_582_000 picoseconds.
		Weight::from_parts(3_312_000, 0)
	}
}
