// SPDX-License-Identifier: Apache-2.0

//! Batches: from their anchoring to their end.

use super::*;
use frame_support::traits::{
	fungible::MutateHold,
	tokens::{Fortitude, Precision, Restriction},
};
use mote_primitives::{
	is_well_formed, AnchoredBatch, Assurance, Batch, BatchFacts, DataClass, Implausible,
	KeyPurposes, MAX_CLOCK_LEAD,
};
use sp_runtime::{
	traits::{CheckedAdd, CheckedSub},
	SaturatedConversion,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_submit_batch(
		who: T::AccountId,
		batch: Batch,
		key_index: KeyIndex,
		signature: DeviceSignature,
	) -> DispatchResultWithPostInfo {
		let signer = match batch.assurance {
			Assurance::DeviceSigned => batch.device,
			Assurance::GatewaySigned(gateway) => gateway,
			Assurance::OwnerAsserted => return Err(Error::<T>::WrongAssurance.into()),
		};
		let stream = Self::ensure_continues(&batch, Some((signer, key_index)))?;
		let life = T::Devices::life(&batch.device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!life.state.is_terminal(), Error::<T>::DeviceEnded);
		ensure!(
			signer == batch.device || Self::is_gateway(&batch.device, &signer, life.epoch),
			Error::<T>::NotGateway
		);
		let key = T::Devices::authority(&signer, key_index, KeyPurposes::ASSERT, batch.t_end)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		ensure!(Self::is_signed(&batch, &signature, &key), Error::<T>::BadSignature);

		let told = Self::anchor(who, batch, stream, Some((signer, key_index)))?;
		Ok(Some(T::WeightInfo::submit_batch().saturating_add(told)).into())
	}

	pub(crate) fn do_assert_batch(who: T::AccountId, batch: Batch) -> DispatchResultWithPostInfo {
		ensure!(batch.assurance == Assurance::OwnerAsserted, Error::<T>::WrongAssurance);
		Self::ensure_operator(&who, &batch.device)?;
		let stream = Self::ensure_continues(&batch, None)?;

		let told = Self::anchor(who, batch, stream, None)?;
		Ok(Some(T::WeightInfo::assert_batch().saturating_add(told)).into())
	}

	pub(crate) fn do_record_erasure(who: T::AccountId, id: BatchId) -> DispatchResult {
		let mut record = Batches::<T>::get(id).ok_or(Error::<T>::BatchNotFound)?;
		ensure!(Self::looks_after(&who, &id.device), Error::<T>::NotOperator);
		ensure!(record.batch.content.is_some(), Error::<T>::NothingToErase);

		record.batch.content = None;
		record.erased_at = Some(Self::now());
		Batches::<T>::insert(id, record);
		Self::deposit_event(Event::BatchErased { id });
		Ok(())
	}

	pub(crate) fn do_prune_batch(id: BatchId) -> DispatchResult {
		let record = Batches::<T>::get(id).ok_or(Error::<T>::BatchNotFound)?;
		let mut stream =
			Streams::<T>::get(id.device, id.stream).ok_or(Error::<T>::StreamNotFound)?;
		let due = prunable_from(record.anchored_at, stream.spec.retention_days);
		ensure!(Self::now() >= due, Error::<T>::RetentionNotOver);
		let reason = HoldReason::Batch.into();
		T::Currency::release(&reason, &record.submitter, record.held, Precision::Exact)?;

		Batches::<T>::remove(id);
		stream.batches = stream.batches.saturating_sub(1);
		Streams::<T>::insert(id.device, id.stream, stream);
		let change = if record.is_disputed { |standing| standing } else { risen };
		let standing = Self::change_standing(&id.device, change);
		Self::deposit_event(Event::BatchPruned { id, standing });
		Ok(())
	}

	/// The stream, if the batch is what can come next in it. Everything but key and signature.
	fn ensure_continues(
		batch: &Batch,
		signer: Option<(DeviceId, KeyIndex)>,
	) -> Result<StreamRecordOf<T>, Error<T>> {
		Self::ensure_not_paused()?;
		ensure!(is_well_formed(batch), Error::<T>::MalformedBatch);
		let now = Self::now();
		ensure!(
			batch.t_end <= now.saturating_add(MAX_CLOCK_LEAD),
			Error::<T>::ClockSkew
		);
		ensure!(
			batch.t_end >= now.saturating_sub(T::MaxBatchAge::get()),
			Error::<T>::BatchTooOld
		);
		let mut stream =
			Streams::<T>::get(batch.device, batch.stream).ok_or(Error::<T>::StreamNotFound)?;
		ensure!(
			stream.spec.class != DataClass::Personal || batch.aggregates.is_none(),
			Error::<T>::PersonalData
		);
		ensure!(
			stream.spec.implausible == Implausible::MarkBad ||
				has_plausible_values(&stream.spec, batch),
			Error::<T>::OutOfRange
		);
		ensure!(stream.batches < T::MaxBatches::get(), Error::<T>::TooManyBatches);
		let missed = link(&stream.head, batch, signer).map_err(|bad| match bad {
			BadLink::Sequence => Error::<T>::SequenceMismatch,
			BadLink::Hash => Error::<T>::BrokenChain,
			BadLink::Counter => Error::<T>::CounterNotIncreasing,
			BadLink::Time => Error::<T>::TimeNotMonotonic,
		})?;
		if let Some(bracket) = &batch.bracket {
			let number = bracket.number.saturated_into::<BlockNumberFor<T>>();
			ensure!(
				number < frame_system::Pallet::<T>::block_number() &&
					frame_system::Pallet::<T>::block_hash(number) == bracket.hash,
				Error::<T>::UnknownBracket
			);
		}
		if batch.t_end.saturating_add(T::LateAfter::get()) < now {
			stream.late_full_at =
				take(T::LateInterval::get(), T::LateBurst::get(), stream.late_full_at, now)
					.ok_or(Error::<T>::LateBudgetUsedUp)?;
		}
		stream.missed = stream.missed.saturating_add(missed);
		Ok(stream)
	}

	/// Bonds and keeps a batch that continues `stream`. Returns what telling weighed.
	fn anchor(
		who: T::AccountId,
		batch: Batch,
		mut stream: StreamRecordOf<T>,
		signer: Option<(DeviceId, KeyIndex)>,
	) -> Result<Weight, DispatchError> {
		let held = T::BatchDeposit::get()
			.checked_add(&T::BatchBond::get())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		T::Currency::hold(&HoldReason::Batch.into(), &who, held)?;

		let hash = batch.hash();
		let id = BatchId { device: batch.device, stream: batch.stream, seq: batch.seq };
		stream.head = advanced(&batch, hash, signer);
		stream.batches = stream.batches.saturating_add(1);
		Streams::<T>::insert(id.device, id.stream, stream);
		let record = BatchRecord {
			batch: batch.clone(),
			hash,
			anchored_at: Self::now(),
			is_disputed: false,
			erased_at: None,
			submitter: who.clone(),
			held,
		};
		let facts = Self::facts_of(&record);
		Batches::<T>::insert(id, record);
		Self::deposit_event(Event::BatchAnchored {
			batch,
			batch_hash: hash,
			key_index: signer.map(|(_, key)| key),
			submitter: who,
			held,
		});
		Ok(T::Listener::on_batch(&AnchoredBatch { id, facts }))
	}

	pub(crate) fn facts_of(record: &BatchRecordOf<T>) -> BatchFacts {
		BatchFacts {
			root: record.batch.root,
			count: record.batch.count,
			has_content: record.batch.content.is_some(),
			assurance: record.batch.assurance,
			anchored_at: record.anchored_at,
			is_disputed: record.is_disputed,
			is_erased: record.erased_at.is_some(),
		}
	}

	/// Gives a batch's bond to whoever found it wrong; returns what that was.
	pub(crate) fn forfeit_bond(
		record: &mut BatchRecordOf<T>,
		to: &T::AccountId,
	) -> Result<BalanceOf<T>, DispatchError> {
		let reason = HoldReason::Batch.into();
		// Not what was held when a batch had a smaller bond.
		let bond = T::BatchBond::get().min(record.held);
		let moved = if record.submitter == *to {
			T::Currency::release(&reason, to, bond, Precision::Exact)?
		} else {
			T::Currency::transfer_on_hold(
				&reason,
				&record.submitter,
				to,
				bond,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)?
		};
		record.held = record.held.checked_sub(&moved).ok_or(Error::<T>::ArithmeticOverflow)?;
		Ok(moved)
	}

	/// Changes how well a device has kept its word; returns it, if the device is enrolled.
	pub(crate) fn change_standing(
		device: &DeviceId,
		change: fn(Standing) -> Standing,
	) -> Option<Standing> {
		Sources::<T>::mutate_extant(device, |source| {
			source.standing = change(source.standing);
			Some(source.standing)
		})
	}
}
