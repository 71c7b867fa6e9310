// SPDX-License-Identifier: Apache-2.0

//! Weights of `frame_system_extensions`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, CPU: `AMD EPYC`
//! WASM-EXECUTION: `Compiled`, WORST CASE MAP SIZE: `1000000`

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights, with the database costs of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 1_492_000 picoseconds.
		Weight::from_parts(1_632_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 3_195_000 picoseconds.
		Weight::from_parts(3_475_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 3_165_000 picoseconds.
		Weight::from_parts(3_475_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 440_000 picoseconds.
		Weight::from_parts(530_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 6_450_000 picoseconds.
		Weight::from_parts(7_071_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 330_000 picoseconds.
		Weight::from_parts(420_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 340_000 picoseconds.
		Weight::from_parts(410_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 3_315_000 picoseconds.
		Weight::from_parts(3_646_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 1_883_000 picoseconds.
		Weight::from_parts(2_133_000, 0)
	}
}
