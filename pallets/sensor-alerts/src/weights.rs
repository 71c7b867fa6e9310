// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_alerts`, to be measured by `scripts/weights.sh`.

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

/// The weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_rule() -> Weight { Weight::from_parts(80_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn remove_rule() -> Weight { Weight::from_parts(80_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn reset_rule() -> Weight { Weight::from_parts(50_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1)) }
	fn report_gap(_r: u32, ) -> Weight { Weight::from_parts(50_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1)) }
	fn on_reading_without_rules() -> Weight { Weight::from_parts(5_000_000, 0).saturating_add(T::DbWeight::get().reads(1)) }
	fn on_reading(_r: u32, ) -> Weight { Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1)) }
	fn pause() -> Weight { Weight::from_parts(10_000_000, 0).saturating_add(T::DbWeight::get().writes(1)) }
	fn unpause() -> Weight { Weight::from_parts(10_000_000, 0).saturating_add(T::DbWeight::get().writes(1)) }
}

impl WeightInfo for () {
	fn set_rule() -> Weight { Weight::from_parts(80_000_000, 0) }
	fn remove_rule() -> Weight { Weight::from_parts(80_000_000, 0) }
	fn reset_rule() -> Weight { Weight::from_parts(50_000_000, 0) }
	fn report_gap(r: u32, ) -> Weight { Weight::from_parts(50_000_000, 0).saturating_add(Weight::from_parts(1_000_000, 0).saturating_mul(r.into())) }
	fn on_reading_without_rules() -> Weight { Weight::from_parts(5_000_000, 0) }
	fn on_reading(r: u32, ) -> Weight { Weight::from_parts(40_000_000, 0).saturating_add(Weight::from_parts(1_000_000, 0).saturating_mul(r.into())) }
	fn pause() -> Weight { Weight::from_parts(10_000_000, 0) }
	fn unpause() -> Weight { Weight::from_parts(10_000_000, 0) }
}
