// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_attestation`, to be measured by `scripts/weights.sh`.

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

/// The weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn describe_stream() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn withdraw_description() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn enrol() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn remove_source() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn set_lane() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn close_lane() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn declare_stream() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn remove_stream() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn name_gateway() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn remove_gateway() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn carry_reading() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn submit_reading() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn authorize_submit_reading() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn submit_batch() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn assert_batch() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn prove_reading() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn challenge_batch() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn record_erasure() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn prune_batch() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn prepay_batches() -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3)) }
	fn on_finalize() -> Weight { Weight::from_parts(2_000_000, 0) }
}

impl WeightInfo for () {
	fn describe_stream() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw_description() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn enrol() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn remove_source() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_lane() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn close_lane() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn declare_stream() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn remove_stream() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn name_gateway() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn remove_gateway() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn carry_reading() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn submit_reading() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn authorize_submit_reading() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn submit_batch() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn assert_batch() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn prove_reading() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn challenge_batch() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn record_erasure() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn prune_batch() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn pause() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn unpause() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn prepay_batches() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn on_finalize() -> Weight { Weight::from_parts(100_000_000, 0) }
}
