// SPDX-License-Identifier: Apache-2.0

//! Batches: from their anchoring to their end.

use super::*;
use frame_support::traits::{
	fungible::MutateHold,
	tokens::{Fortitude, Precision, Restriction},
};
use mote_primitives::{
	is_well_formed, AnchoredBatch, Assurance, Batch, BatchFacts, DataClass, DeviceLife,
	Implausible, KeyPurposes, MAX_CLOCK_LEAD,
};
use sp_runtime::{
	traits::{Bounded, CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Saturating},
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
		let signed_by = Some((signer, key_index));
		let anchored = Self::continue_stream(&who, batch, signed_by, |batch, depositor| {
			let (key, life) = Self::speaker(batch, &signer, key_index)?;
			ensure!(Self::is_signed(batch, &signature, &key), Error::<T>::BadSignature);
			// What a gateway signs, whoever carries it answers for.
			Ok(signer == batch.device &&
				(life.owner == *depositor || Self::looks_after(depositor, &batch.device)))
		})?;
		let told = Self::anchor(anchored);
		Ok(Some(T::WeightInfo::submit_batch().saturating_add(told)).into())
	}

	pub(crate) fn do_assert_batch(who: T::AccountId, batch: Batch) -> DispatchResultWithPostInfo {
		ensure!(batch.assurance == Assurance::OwnerAsserted, Error::<T>::WrongAssurance);
		Self::ensure_operator(&who, &batch.device)?;
		ensure!(
			T::Devices::state(&batch.device) == Some(DeviceState::Active),
			Error::<T>::DeviceNotInUse
		);
		let anchored = Self::continue_stream(&who, batch, None, |batch, depositor| {
			// Nobody's word costs another one's bond.
			Ok(who == *depositor && Self::looks_after(depositor, &batch.device))
		})?;
		let told = Self::anchor(anchored);
		Ok(Some(T::WeightInfo::assert_batch().saturating_add(told)).into())
	}

	/// `who` is none for the trustees.
	pub(crate) fn do_record_erasure(who: Option<T::AccountId>, id: BatchId) -> DispatchResult {
		let mut record = Batches::<T>::get(id).ok_or(Error::<T>::BatchNotFound)?;
		if let Some(who) = who {
			ensure!(Self::looks_after(&who, &id.device), Error::<T>::NotOperator);
			let stream =
				Streams::<T>::get(id.device, id.stream).ok_or(Error::<T>::StreamNotFound)?;
			ensure!(stream.spec.class == DataClass::Personal, Error::<T>::NotPersonal);
		}
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
		if record.is_prepaid {
			stream.prepaid =
				stream.prepaid.checked_add(&record.held).ok_or(Error::<T>::ArithmeticOverflow)?;
		} else {
			let reason = HoldReason::Batch.into();
			T::Currency::release(&reason, &record.submitter, record.held, Precision::Exact)?;
		}

		Batches::<T>::remove(id);
		stream.batches = stream.batches.saturating_sub(1);
		Streams::<T>::insert(id.device, id.stream, stream);
		let change = if record.is_disputed { |standing| standing } else { risen };
		let standing = Self::change_standing(&id.device, change);
		Self::deposit_event(Event::BatchPruned { id, standing });
		Ok(())
	}

	pub(crate) fn do_prepay_batches(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
		batches: u32,
	) -> DispatchResult {
		let mut record = Streams::<T>::get(device, stream).ok_or(Error::<T>::StreamNotFound)?;
		ensure!(record.depositor == who, Error::<T>::NotDepositor);
		ensure!(batches <= T::MaxBatches::get(), Error::<T>::TooManyBatches);
		let prepaid = Self::batch_price()?
			.checked_mul(&batches.into())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		let reason = HoldReason::Prepaid.into();
		if let Some(more) = prepaid.checked_sub(&record.prepaid) {
			if !more.is_zero() {
				Self::ensure_not_paused()?;
			}
			T::Currency::hold(&reason, &who, more)?;
		} else {
			let less = record.prepaid.saturating_sub(prepaid);
			T::Currency::release(&reason, &who, less, Precision::Exact)?;
		}

		record.prepaid = prepaid;
		Streams::<T>::insert(device, stream, record);
		Self::deposit_event(Event::BatchesPrepaid {
			device,
			stream,
			batches,
			prepaid,
			depositor: who,
		});
		Ok(())
	}

	/// What is held for a batch.
	fn batch_price() -> Result<BalanceOf<T>, Error<T>> {
		T::BatchDeposit::get()
			.checked_add(&T::BatchBond::get())
			.ok_or(Error::<T>::ArithmeticOverflow)
	}

	/// For how many batches that much is enough.
	pub(crate) fn batches_for(prepaid: BalanceOf<T>) -> u32 {
		let price = Self::batch_price().unwrap_or_else(|_| Bounded::max_value());
		prepaid.checked_div(&price).unwrap_or_else(Zero::zero).saturated_into()
	}

	/// The key that signs for the batch, and the life of the device that it is about.
	fn speaker(
		batch: &Batch,
		signer: &DeviceId,
		key_index: KeyIndex,
	) -> Result<(DeviceKey, DeviceLife<T::AccountId>), Error<T>> {
		let device = &batch.device;
		let (purpose, at) = (KeyPurposes::ASSERT, batch.t_end);
		if signer == device {
			return T::Devices::authority_and_life(device, key_index, purpose, at).map_err(|_| {
				match T::Devices::state(device) {
					None => Error::<T>::DeviceNotFound,
					Some(state) if state.is_terminal() => Error::<T>::DeviceEnded,
					Some(_) => Error::<T>::KeyHasNoAuthority,
				}
			});
		}
		let life = T::Devices::life(device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!life.state.is_terminal(), Error::<T>::DeviceEnded);
		ensure!(life.state == DeviceState::Active, Error::<T>::DeviceNotInUse);
		ensure!(Self::is_gateway(device, signer), Error::<T>::NotGateway);
		let key = T::Devices::authority(signer, key_index, purpose, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		Ok((key, life))
	}

	/// Makes a batch the end of its stream's chain and secures what is held for it. `vouch` checks
	/// who stands behind it, and tells whether what the stream's depositor paid in advance is for
	/// it.
	fn continue_stream(
		who: &T::AccountId,
		batch: Batch,
		signer: SignedBy,
		vouch: impl FnOnce(&Batch, &T::AccountId) -> Result<bool, Error<T>>,
	) -> Result<(BatchRecordOf<T>, Incarnation), DispatchError> {
		Self::ensure_not_paused()?;
		ensure!(is_well_formed(&batch), Error::<T>::MalformedBatch);
		let now = Self::now();
		ensure!(batch.t_end <= now.saturating_add(MAX_CLOCK_LEAD), Error::<T>::ClockSkew);
		ensure!(batch.t_end >= now.saturating_sub(T::MaxBatchAge::get()), Error::<T>::BatchTooOld);
		Streams::<T>::try_mutate(batch.device, batch.stream, |stream| {
			let stream = stream.as_mut().ok_or(Error::<T>::StreamNotFound)?;
			Self::follow(stream, &batch, signer, now)?;
			let may_prepay = vouch(&batch, &stream.depositor)?;
			let (held, is_prepaid) = Self::secure(stream, who, may_prepay)?;
			let hash = batch.hash();
			stream.head = advanced(&stream.head, &batch, hash, signer);
			stream.batches = stream.batches.saturating_add(1);
			let record = BatchRecord {
				batch,
				hash,
				key_index: signer.map(|(_, key_index)| key_index),
				anchored_at: now,
				is_disputed: false,
				erased_at: None,
				submitter: who.clone(),
				is_prepaid,
				held,
			};
			Ok((record, stream.incarnation))
		})
	}

	/// That a batch is what can come next in `stream`, and what that costs its budgets.
	fn follow(
		stream: &mut StreamRecordOf<T>,
		batch: &Batch,
		signer: SignedBy,
		now: Moment,
	) -> Result<(), Error<T>> {
		ensure!(!stream.is_retired, Error::<T>::StreamRetired);
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
					// What stands for blocks that are too long ago.
					!bracket.hash.is_zero() &&
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
		Ok(())
	}

	/// Takes deposit and bond of a batch from what was paid in advance, if that may be used and is
	/// enough, else from `who`. Returns how much that is, and whether it was paid in advance.
	fn secure(
		stream: &mut StreamRecordOf<T>,
		who: &T::AccountId,
		may_prepay: bool,
	) -> Result<(BalanceOf<T>, bool), DispatchError> {
		let held = Self::batch_price()?;
		match stream.prepaid.checked_sub(&held) {
			Some(rest) if may_prepay => {
				stream.prepaid = rest;
				Ok((held, true))
			},
			_ => {
				T::Currency::hold(&HoldReason::Batch.into(), who, held)?;
				Ok((held, false))
			},
		}
	}

	/// Keeps a batch, and tells everybody. Returns what telling weighed.
	fn anchor((record, incarnation): (BatchRecordOf<T>, Incarnation)) -> Weight {
		let BatchRecord { batch, .. } = &record;
		let id = BatchId { device: batch.device, stream: batch.stream, seq: batch.seq };
		let facts = Self::facts_of(&record, incarnation);
		Batches::<T>::insert(id, &record);
		Self::deposit_event(Event::BatchAnchored {
			batch: record.batch,
			batch_hash: record.hash,
			key_index: record.key_index,
			submitter: record.submitter,
			is_prepaid: record.is_prepaid,
			held: record.held,
		});
		T::Listener::on_batch(&AnchoredBatch { id, facts })
	}

	pub(crate) fn facts_of(record: &BatchRecordOf<T>, incarnation: Incarnation) -> BatchFacts {
		BatchFacts {
			root: record.batch.root,
			count: record.batch.count,
			has_content: record.batch.content.is_some(),
			assurance: record.batch.assurance,
			key_index: record.key_index,
			incarnation,
			anchored_at: record.anchored_at,
			is_disputed: record.is_disputed,
			is_erased: record.erased_at.is_some(),
		}
	}

	/// Gives a batch's bond to whoever found it wrong; returns what that was.
	pub(crate) fn forfeit_bond(
		id: &BatchId,
		record: &mut BatchRecordOf<T>,
		to: &T::AccountId,
	) -> Result<BalanceOf<T>, DispatchError> {
		let (reason, payer) = if record.is_prepaid {
			let BatchId { device, stream, .. } = id;
			let stream = Streams::<T>::get(device, stream).ok_or(Error::<T>::StreamNotFound)?;
			(HoldReason::Prepaid.into(), stream.depositor)
		} else {
			(HoldReason::Batch.into(), record.submitter.clone())
		};
		// Not what was held when a batch had a smaller bond.
		let bond = T::BatchBond::get().min(record.held);
		let moved = if payer == *to {
			T::Currency::release(&reason, to, bond, Precision::Exact)?
		} else {
			T::Currency::transfer_on_hold(
				&reason,
				&payer,
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
