// SPDX-License-Identifier: Apache-2.0

//! What readings prove: that they lie in a batch, or that a batch is wrong.

use super::*;
use mote_primitives::{
	contradiction, is_reading_of, order_contradiction, Assurance, Batch, BatchAvailability,
	Contradiction, DataClass, Implausible, NotProven, ProvenReading, Quality, Reading, H256,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prove_reading(
		who: T::AccountId,
		id: BatchId,
		proof: ReadingProof,
	) -> DispatchResult {
		let ReadingProof { index, reading, path } = proof;
		let stream = Streams::<T>::get(id.device, id.stream).ok_or(Error::<T>::BatchNotFound)?;
		ensure!(stream.spec.class != DataClass::Personal, Error::<T>::PersonalData);
		let proven =
			Self::reading_in(&id, &stream, index, &reading, &path).map_err(|no| match no {
				NotProven::UnknownBatch => Error::<T>::BatchNotFound,
				NotProven::BadPath => Error::<T>::BadProof,
				NotProven::Disputed => Error::<T>::BatchDisputed,
				NotProven::Unavailable => Error::<T>::BatchUnavailable,
				NotProven::Contradictory => Error::<T>::ReadingContradictsBatch,
				NotProven::Implausible => Error::<T>::OutOfRange,
			})?;

		Self::deposit_event(Event::ReadingProven { id, index, proven, prover: who });
		Ok(())
	}

	pub(crate) fn do_challenge_batch(
		who: T::AccountId,
		id: BatchId,
		evidence: Evidence,
	) -> DispatchResult {
		let mut record = Batches::<T>::get(id).ok_or(Error::<T>::BatchNotFound)?;
		ensure!(!record.is_disputed, Error::<T>::BatchDisputed);
		let contradiction = Self::contradiction_in(&record.batch, &evidence)?;
		let bond = Self::forfeit_bond(&id, &mut record, &who)?;

		let assurance = record.batch.assurance;
		record.is_disputed = true;
		Batches::<T>::insert(id, record);
		if let Assurance::GatewaySigned(gateway) = assurance {
			Self::change_standing(&gateway, halved);
		}
		let standing = Self::change_standing(&id.device, halved);
		Self::deposit_event(Event::BatchDisputed {
			id,
			contradiction,
			challenger: who,
			bond,
			standing,
		});
		Ok(())
	}

	fn contradiction_in(batch: &Batch, evidence: &Evidence) -> Result<Contradiction, Error<T>> {
		let ensure_in_batch = |proof: &ReadingProof| {
			let is_in = is_reading_of(batch, proof.index, &proof.reading, &proof.path);
			is_in.then_some(()).ok_or(Error::<T>::BadProof)
		};
		match evidence {
			Evidence::Reading(proof) => {
				ensure_in_batch(proof)?;
				contradiction(batch, proof.index, &proof.reading)
			},
			Evidence::Neighbours(before, after) => {
				ensure_in_batch(before)?;
				ensure_in_batch(after)?;
				let are_neighbours = before.index.checked_add(1) == Some(after.index);
				ensure!(are_neighbours, Error::<T>::NoContradiction);
				order_contradiction(&before.reading, &after.reading)
			},
		}
		.ok_or(Error::<T>::NoContradiction)
	}

	pub(crate) fn proven_reading(
		id: &BatchId,
		index: u32,
		reading: &Reading,
		path: &[H256],
	) -> Result<ProvenReading, NotProven> {
		let stream = Streams::<T>::get(id.device, id.stream).ok_or(NotProven::UnknownBatch)?;
		Self::reading_in(id, &stream, index, reading, path)
	}

	fn reading_in(
		id: &BatchId,
		stream: &StreamRecordOf<T>,
		index: u32,
		reading: &Reading,
		path: &[H256],
	) -> Result<ProvenReading, NotProven> {
		let record = Batches::<T>::get(id).ok_or(NotProven::UnknownBatch)?;
		if record.is_disputed {
			return Err(NotProven::Disputed);
		}
		if !Self::is_available(id, &record) {
			return Err(NotProven::Unavailable);
		}
		if !is_reading_of(&record.batch, index, reading, path) {
			return Err(NotProven::BadPath);
		}
		if contradiction(&record.batch, index, reading).is_some() {
			return Err(NotProven::Contradictory);
		}
		let spec = &stream.spec;
		let is_plausible = (spec.min..=spec.max).contains(&reading.value);
		let quality = match spec.implausible {
			_ if is_plausible => reading.quality,
			Implausible::MarkBad => Quality::Bad,
			Implausible::Reject => return Err(NotProven::Implausible),
		};
		Ok(ProvenReading {
			device: id.device,
			reading: Reading { quality, ..*reading },
			assurance: record.batch.assurance,
			key_index: record.key_index,
			incarnation: stream.incarnation,
			not_before: record.batch.bracket,
			not_after: record.anchored_at,
		})
	}

	/// Whether the readings of a batch can be fetched. One that never said where is a matter
	/// between those who have them.
	pub(crate) fn is_available(id: &BatchId, record: &BatchRecordOf<T>) -> bool {
		let is_kept =
			record.batch.content.is_none() || T::Availability::is_available(id, record.anchored_at);
		record.erased_at.is_none() && is_kept
	}
}
