// SPDX-License-Identifier: Apache-2.0

//! What changes. Each transition reads, decides, writes, speaks.

use crate::*;
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
		Time,
	},
};
use mote_primitives::{
	BatchFacts, BatchId, BatchRegistry, DataClass, NotProven, Reading, StreamRegistry, H256,
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_pin(who: T::AccountId, id: BatchId) -> DispatchResult {
		Self::ensure_not_paused()?;
		let anchored_at = Self::kept_batch(&id)?.anchored_at;
		ensure!(!Pins::<T>::contains_key(id, &who), Error::<T>::AlreadyPinned);
		let count = PinCounts::<T>::get((id, anchored_at));
		ensure!(count < T::MaxPins::get(), Error::<T>::TooManyPins);
		let bond = T::PinBond::get();
		T::Currency::hold(&HoldReason::Pin.into(), &who, bond)?;

		let record = PinRecord {
			bond,
			anchored_at,
			since: Self::now(),
			leaves_at: None,
			auditable_from: 0,
			audit: None,
		};
		Pins::<T>::insert(id, &who, record);
		PinCounts::<T>::insert((id, anchored_at), count.saturating_add(1));
		Self::deposit_event(Event::Pinned { id, anchored_at, pinner: who, bond });
		Ok(())
	}

	pub(crate) fn do_announce_unpin(who: T::AccountId, id: BatchId) -> DispatchResult {
		let mut pin = Self::pin_or_err(&id, &who)?;
		ensure!(Self::notice(&pin).is_none(), Error::<T>::NoticeGiven);

		let leaves_at = Self::now().saturating_add(T::UnpinNotice::get());
		pin.leaves_at = Some(leaves_at);
		Pins::<T>::insert(id, &who, pin);
		Self::deposit_event(Event::UnpinAnnounced { id, pinner: who, leaves_at });
		Ok(())
	}

	pub(crate) fn do_unpin(who: T::AccountId, id: BatchId) -> DispatchResult {
		let pin = Self::pin_or_err(&id, &who)?;
		let may_leave = Self::kept_for(&id, pin.anchored_at).is_err() ||
			Self::notice(&pin).is_some_and(|moment| Self::now() >= moment);
		ensure!(may_leave, Error::<T>::NoticeNotOver);
		ensure!(pin.audit.is_none(), Error::<T>::AuditOpen);

		Self::release(HoldReason::Pin, &who, pin.bond)?;
		Self::end_pin(id, who, pin.anchored_at);
		Ok(())
	}

	pub(crate) fn do_release_pin(id: BatchId, pinner: T::AccountId) -> DispatchResult {
		let pin = Self::pin_or_err(&id, &pinner)?;
		ensure!(Self::kept_for(&id, pin.anchored_at).is_err(), Error::<T>::StillKept);

		if let Some(audit) = pin.audit {
			Self::release(HoldReason::Audit, &audit.challenger, audit.bond)?;
			Self::tell_end(id, &pinner, AuditEnd::Void, Zero::zero());
		}
		Self::release(HoldReason::Pin, &pinner, pin.bond)?;
		Self::end_pin(id, pinner, pin.anchored_at);
		Ok(())
	}

	pub(crate) fn do_open_audit(
		who: T::AccountId,
		id: BatchId,
		pinner: T::AccountId,
		commitment: H256,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(who != pinner, Error::<T>::OwnPin);
		let mut pin = Self::pin_or_err(&id, &pinner)?;
		Self::kept_for(&id, pin.anchored_at)?;
		ensure!(pin.audit.is_none(), Error::<T>::AuditOpen);
		let now = Self::now();
		ensure!(now >= pin.auditable_from, Error::<T>::AuditedLately);
		// Of a stream that nobody knows any more, nobody knows whom it concerns.
		let class = T::Streams::spec(&id.device, id.stream).map(|spec| spec.class);
		ensure!(class.is_some_and(|class| class != DataClass::Personal), Error::<T>::PersonalData);
		let bond = T::AuditBond::get();
		T::Currency::hold(&HoldReason::Audit.into(), &who, bond)?;

		let until = now.saturating_add(T::AuditTerm::get());
		let phase = Phase::Opened { until };
		pin.leaves_at = Self::notice(&pin);
		pin.audit = Some(Audit { challenger: who.clone(), bond, commitment, phase });
		Pins::<T>::insert(id, &pinner, pin);
		Self::deposit_event(Event::AuditOpened {
			id,
			pinner,
			challenger: who,
			commitment,
			bond,
			until,
		});
		Ok(())
	}

	pub(crate) fn do_answer_audit(
		who: T::AccountId,
		id: BatchId,
		nonce: AuditNonce,
	) -> DispatchResult {
		let mut pin = Self::pin_or_err(&id, &who)?;
		let audit = pin.audit.as_mut().ok_or(Error::<T>::NoAudit)?;
		let now = Self::now();
		ensure!(matches!(audit.phase, Phase::Opened { until } if now < until), Error::<T>::NotDue);

		let until = now.saturating_add(T::AuditTerm::get());
		audit.phase = Phase::Answered { nonce, until };
		Pins::<T>::insert(id, &who, pin);
		Self::deposit_event(Event::AuditAnswered { id, pinner: who, nonce, until });
		Ok(())
	}

	pub(crate) fn do_reveal_audit(
		who: T::AccountId,
		id: BatchId,
		pinner: T::AccountId,
		nonce: AuditNonce,
	) -> DispatchResult {
		let mut pin = Self::pin_or_err(&id, &pinner)?;
		let anchored_at = pin.anchored_at;
		let audit = pin.audit.as_mut().ok_or(Error::<T>::NoAudit)?;
		ensure!(audit.challenger == who, Error::<T>::NotChallenger);
		let now = Self::now();
		let answer = match audit.phase {
			Phase::Answered { nonce, until } if now < until => nonce,
			_ => return Err(Error::<T>::NotDue.into()),
		};
		let commitment = audit_commitment(&nonce, &who, &id, &pinner);
		ensure!(commitment == audit.commitment, Error::<T>::CommitmentMismatch);
		let facts = Self::kept_for(&id, anchored_at)?;
		let index = drawn_index(&nonce, &answer, facts.count).ok_or(Error::<T>::NothingToKeep)?;

		let until = now.saturating_add(T::AuditTerm::get());
		audit.phase = Phase::Revealed { index, until };
		Pins::<T>::insert(id, &pinner, pin);
		Self::deposit_event(Event::AuditRevealed { id, pinner, index, until });
		Ok(())
	}

	pub(crate) fn do_prove_audit(
		who: T::AccountId,
		id: BatchId,
		reading: Reading,
		path: ReadingPath,
	) -> DispatchResult {
		let mut pin = Self::pin_or_err(&id, &who)?;
		let audit = pin.audit.take().ok_or(Error::<T>::NoAudit)?;
		let now = Self::now();
		let index = match audit.phase {
			Phase::Revealed { index, until } if now < until => index,
			_ => return Err(Error::<T>::NotDue.into()),
		};
		Self::kept_for(&id, pin.anchored_at)?;
		match T::Batches::prove(&id, index, &reading, &path) {
			// What contradicts the batch or cannot be lies in it all the same: it was kept.
			Ok(_) | Err(NotProven::Contradictory | NotProven::Implausible) => {},
			Err(NotProven::BadPath) => return Err(Error::<T>::BadProof.into()),
			Err(_) => return Err(Error::<T>::NothingToKeep.into()),
		}

		let (fee, rest) = fee_and_rest(audit.bond, T::AuditFee::get());
		Self::pay(HoldReason::Audit, &audit.challenger, &who, fee)?;
		Self::release(HoldReason::Audit, &audit.challenger, rest)?;
		Pins::<T>::insert(id, &who, Self::rested(pin, now));
		Self::tell_end(id, &who, AuditEnd::Passed, fee);
		Ok(())
	}

	pub(crate) fn do_close_audit(id: BatchId, pinner: T::AccountId) -> DispatchResult {
		let mut pin = Self::pin_or_err(&id, &pinner)?;
		let Audit { challenger, bond, phase, .. } = pin.audit.take().ok_or(Error::<T>::NoAudit)?;
		if Self::kept_for(&id, pin.anchored_at).is_err() {
			Self::release(HoldReason::Audit, &challenger, bond)?;
			Pins::<T>::insert(id, &pinner, pin);
			Self::tell_end(id, &pinner, AuditEnd::Void, Zero::zero());
			return Ok(());
		}
		let now = Self::now();
		ensure!(now >= phase.until(), Error::<T>::AuditNotOver);
		if matches!(phase, Phase::Answered { .. }) {
			Self::pay(HoldReason::Audit, &challenger, &pinner, bond)?;
			Pins::<T>::insert(id, &pinner, Self::rested(pin, now));
			Self::tell_end(id, &pinner, AuditEnd::Abandoned, bond);
			return Ok(());
		}
		Self::pay(HoldReason::Pin, &pinner, &challenger, pin.bond)?;
		Self::release(HoldReason::Audit, &challenger, bond)?;
		Self::tell_end(id, &pinner, AuditEnd::Failed, pin.bond);
		Self::end_pin(id, pinner, pin.anchored_at);
		Ok(())
	}

	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	fn ensure_not_paused() -> Result<(), Error<T>> {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	fn pin_or_err(id: &BatchId, pinner: &T::AccountId) -> Result<PinRecordOf<T>, Error<T>> {
		Pins::<T>::get(id, pinner).ok_or(Error::<T>::PinNotFound)
	}

	/// The batch, if it has content that somebody can be held to keep.
	fn kept_batch(id: &BatchId) -> Result<BatchFacts, Error<T>> {
		let facts = T::Batches::batch(id).ok_or(Error::<T>::BatchNotFound)?;
		ensure!(can_be_kept(&facts), Error::<T>::NothingToKeep);
		Ok(facts)
	}

	/// The batch of a pin, if its content has to be kept still. A stream that was removed and
	/// declared again counts its batches from the start: nobody answers for one that only has the
	/// same id.
	fn kept_for(id: &BatchId, anchored_at: Moment) -> Result<BatchFacts, Error<T>> {
		let facts = Self::kept_batch(id)?;
		ensure!(facts.anchored_at == anchored_at, Error::<T>::BatchNotFound);
		Ok(facts)
	}

	/// From when on the pinner may leave, if it has given notice. An audit keeps it from leaving:
	/// the notice does not become void meanwhile.
	pub(crate) fn notice(pin: &PinRecordOf<T>) -> Option<Moment> {
		match pin.audit {
			Some(_) => pin.leaves_at,
			None => valid_notice(pin.leaves_at, Self::now(), T::AuditTerm::get()),
		}
	}

	/// A pin after an audit: nobody audits it for a while, so that a pinner can leave whose notice
	/// has ended meanwhile.
	fn rested(pin: PinRecordOf<T>, now: Moment) -> PinRecordOf<T> {
		PinRecord {
			auditable_from: now.saturating_add(T::AuditPause::get()),
			leaves_at: pin.leaves_at.map(|moment| moment.max(now)),
			..pin
		}
	}

	fn end_pin(id: BatchId, pinner: T::AccountId, anchored_at: Moment) {
		Pins::<T>::remove(id, &pinner);
		PinCounts::<T>::mutate_exists((id, anchored_at), |count| {
			*count = count.and_then(|pins| pins.checked_sub(1)).filter(|pins| *pins > 0);
		});
		Self::deposit_event(Event::Unpinned { id, pinner });
	}

	fn tell_end(id: BatchId, pinner: &T::AccountId, end: AuditEnd, paid: BalanceOf<T>) {
		Self::deposit_event(Event::AuditClosed { id, pinner: pinner.clone(), end, paid });
	}

	fn release(reason: HoldReason, who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		T::Currency::release(&reason.into(), who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Moves what is held of one to the free balance of another.
	fn pay(
		reason: HoldReason,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		T::Currency::transfer_on_hold(
			&reason.into(),
			from,
			to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)?;
		Ok(())
	}
}
