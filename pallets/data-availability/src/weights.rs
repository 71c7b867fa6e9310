// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_data_availability`, to be measured by `scripts/weights.sh`.

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

/// The weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn pin() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn announce_unpin() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn unpin() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn release_pin() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn open_audit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn answer_audit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn reveal_audit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn prove_audit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn close_audit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
}

impl WeightInfo for () {
	fn pin() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn announce_unpin() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn unpin() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn release_pin() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn open_audit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn answer_audit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn reveal_audit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn prove_audit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn close_audit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0) }
}
