// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_feeds`, to be measured by `scripts/weights.sh`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls of this pallet cost.
pub trait WeightInfo {
	fn create_feed() -> Weight;
	fn close_feed() -> Weight;
	fn remove_feed() -> Weight;
	fn admit() -> Weight;
	fn expel() -> Weight;
	fn join() -> Weight;
	fn leave() -> Weight;
	fn open_round() -> Weight;
	fn report() -> Weight;
	fn close_round(r: u32, ) -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create_feed() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn close_feed() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn remove_feed() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn admit() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn expel() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn join() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn leave() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn open_round() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn report() -> Weight { Weight::from_parts(300_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 1)) }
	fn close_round(r: u32, ) -> Weight { Weight::from_parts(50_000_000, 0).saturating_add(Weight::from_parts(50_000_000, 0).saturating_mul(r.into())).saturating_add(T::DbWeight::get().reads_writes(3, 3)).saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(r.into())) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
}

impl WeightInfo for () {
	fn create_feed() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn close_feed() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn remove_feed() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn admit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn expel() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn join() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn leave() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn open_round() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn report() -> Weight { Weight::from_parts(300_000_000, 0) }
	fn close_round(r: u32, ) -> Weight { Weight::from_parts(50_000_000, 0).saturating_add(Weight::from_parts(50_000_000, 0).saturating_mul(r.into())) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0) }
}
