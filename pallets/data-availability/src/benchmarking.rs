// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: a batch with as many pins as it may have.

use super::*;
use crate::Pallet as DataAvailability;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
};
use frame_system::RawOrigin;
use mote_primitives::{BatchId, BuiltBatch, Reading};

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// An anchored batch of 1,024 readings of a stream that concerns nobody, with content.
	fn batch() -> (BatchId, BuiltBatch, Vec<Reading>);

	/// Give the account what it needs to pay any bond.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;
const OUR_NONCE: AuditNonce = [1; 32];
const THEIR_NONCE: AuditNonce = [2; 32];

fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

struct Kept<T: Config> {
	id: BatchId,
	built: BuiltBatch,
	readings: Vec<Reading>,
	pinner: T::AccountId,
	challenger: T::AccountId,
}

impl<T: Config> Kept<T> {
	fn anchored(pins: u32) -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let (id, built, readings) = T::BenchmarkHelper::batch();
		for n in 1..pins {
			assert_ok!(DataAvailability::<T>::do_pin(rich::<T>("other", n), id));
		}
		let pinner = rich::<T>("pinner", 0);
		Self { id, built, readings, pinner, challenger: rich::<T>("challenger", 0) }
	}

	fn pinned() -> Self {
		let kept = Self::anchored(T::MaxPins::get());
		assert_ok!(DataAvailability::<T>::do_pin(kept.pinner.clone(), kept.id));
		kept
	}

	fn audited() -> Self {
		let kept = Self::pinned();
		let commitment = audit_commitment(&OUR_NONCE, &kept.challenger, &kept.id, &kept.pinner);
		let (who, pinner) = (kept.challenger.clone(), kept.pinner.clone());
		assert_ok!(DataAvailability::<T>::do_open_audit(who, kept.id, pinner, commitment));
		kept
	}

	fn answered() -> Self {
		let kept = Self::audited();
		let pinner = kept.pinner.clone();
		assert_ok!(DataAvailability::<T>::do_answer_audit(pinner, kept.id, THEIR_NONCE));
		kept
	}

	fn revealed() -> Self {
		let kept = Self::answered();
		let (who, pinner) = (kept.challenger.clone(), kept.pinner.clone());
		assert_ok!(DataAvailability::<T>::do_reveal_audit(who, kept.id, pinner, OUR_NONCE));
		kept
	}

	fn has_audit(&self) -> bool {
		Pins::<T>::get(self.id, &self.pinner).is_some_and(|pin| pin.audit.is_some())
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn pin() {
		let kept = Kept::<T>::anchored(T::MaxPins::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(kept.pinner.clone()), kept.id);
		assert!(Pins::<T>::contains_key(kept.id, kept.pinner));
	}

	#[benchmark]
	fn announce_unpin() {
		let kept = Kept::<T>::pinned();
		#[extrinsic_call]
		_(RawOrigin::Signed(kept.pinner.clone()), kept.id);
		let record = Pins::<T>::get(kept.id, kept.pinner);
		assert!(record.is_some_and(|record| record.leaves_at.is_some()));
	}

	#[benchmark]
	fn unpin() {
		let kept = Kept::<T>::pinned();
		let pinner = kept.pinner;
		assert_ok!(DataAvailability::<T>::do_announce_unpin(pinner.clone(), kept.id));
		T::BenchmarkHelper::set_time(NOW + T::UnpinNotice::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(pinner.clone()), kept.id);
		assert!(!Pins::<T>::contains_key(kept.id, pinner));
	}

	/// With an audit under way, of a batch that is not there.
	#[benchmark]
	fn release_pin() {
		let kept = Kept::<T>::revealed();
		let gone = BatchId { seq: u64::MAX, ..kept.id };
		let record = Pins::<T>::take(kept.id, &kept.pinner).expect("is pinned");
		let anchored_at = record.anchored_at;
		Pins::<T>::insert(gone, &kept.pinner, record);
		PinCounts::<T>::insert((gone, anchored_at), 1);
		PinCounts::<T>::mutate((kept.id, anchored_at), |count| *count -= 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(kept.challenger), gone, kept.pinner.clone());
		assert!(!Pins::<T>::contains_key(gone, kept.pinner));
	}

	#[benchmark]
	fn open_audit() {
		let kept = Kept::<T>::pinned();
		let commitment = audit_commitment(&OUR_NONCE, &kept.challenger, &kept.id, &kept.pinner);
		let (who, pinner) = (kept.challenger.clone(), kept.pinner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), kept.id, pinner, commitment);
		assert!(kept.has_audit());
	}

	#[benchmark]
	fn answer_audit() {
		let kept = Kept::<T>::audited();
		#[extrinsic_call]
		_(RawOrigin::Signed(kept.pinner.clone()), kept.id, THEIR_NONCE);
		assert!(kept.has_audit());
	}

	#[benchmark]
	fn reveal_audit() {
		let kept = Kept::<T>::answered();
		let (who, pinner) = (kept.challenger.clone(), kept.pinner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), kept.id, pinner, OUR_NONCE);
		assert!(kept.has_audit());
	}

	#[benchmark]
	fn prove_audit() {
		let kept = Kept::<T>::revealed();
		let index = drawn_index(&OUR_NONCE, &THEIR_NONCE, kept.built.batch.count)
			.expect("the batch is not empty");
		let path = kept.built.tree.proof(index).expect("is in it").try_into().expect("fits");
		let at = usize::try_from(index).expect("fits");
		let reading = *kept.readings.get(at).expect("is in it");
		#[extrinsic_call]
		_(RawOrigin::Signed(kept.pinner.clone()), kept.id, reading, path);
		assert!(!kept.has_audit());
	}

	/// The pinner fails.
	#[benchmark]
	fn close_audit() {
		let kept = Kept::<T>::revealed();
		T::BenchmarkHelper::set_time(NOW + T::AuditTerm::get());
		let anyone = rich::<T>("anyone", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), kept.id, kept.pinner.clone());
		assert!(!Pins::<T>::contains_key(kept.id, kept.pinner));
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		Paused::<T>::put(true);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Paused::<T>::get());
		Ok(())
	}

	impl_benchmark_test_suite!(DataAvailability, crate::mock::new_test_ext(), crate::mock::Test);
}
