// SPDX-License-Identifier: Apache-2.0

//! Releases: published by one person, approved by another, withdrawn when they are bad.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::TrustPurposes;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_publish(
		publisher: T::AccountId,
		model: ModelId,
		spec: ReleaseSpec,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let role = FirmwareRoles::PUBLISH;
		Self::ensure_may_release(&publisher, &model, role, Error::<T>::NotPublisher)?;
		let mut line = Lines::<T>::get(model).unwrap_or_default();
		let now = Self::now();
		ensure!(spec.seq > line.released_seq, Error::<T>::SequenceNotRising);
		ensure!(!Releases::<T>::contains_key(model, spec.seq), Error::<T>::SequenceTaken);
		ensure!(is_within_step(spec.seq, line.released_seq), Error::<T>::SequenceTooFar);
		ensure!(spec.has_sound_minimum(), Error::<T>::MinimumTooHigh);
		ensure!(spec.may_set_deadline(), Error::<T>::DeadlineNotCritical);
		ensure!(spec.leaves_time(now, T::MinUpdateTerm::get()), Error::<T>::DeadlineTooClose);
		ensure!(line.releases < T::MaxReleases::get(), Error::<T>::TooManyReleases);
		line.releases = line.releases.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		line.latest_seq = line.latest_seq.max(spec.seq);
		let ticket = T::ReleaseTicket::new(&publisher, Self::release_footprint())?;

		Lines::<T>::insert(model, line);
		Releases::<T>::insert(
			model,
			spec.seq,
			ReleaseRecord {
				spec: spec.clone(),
				status: ReleaseStatus::Draft,
				publisher: publisher.clone(),
				published_at: now,
				ticket,
			},
		);
		Self::deposit_event(Event::ReleasePublished { model, publisher, spec });
		Ok(())
	}

	pub(crate) fn do_approve(
		approver: T::AccountId,
		model: ModelId,
		examined: ReleaseSpec,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let role = FirmwareRoles::APPROVE;
		Self::ensure_may_release(&approver, &model, role, Error::<T>::NotApprover)?;
		let seq = examined.seq;
		let mut record = Self::release_or_err(&model, seq)?;
		let mut line = Lines::<T>::get(model).unwrap_or_default();
		let now = Self::now();
		ensure!(record.status == ReleaseStatus::Draft, Error::<T>::NotDraft);
		ensure!(record.publisher != approver, Error::<T>::SamePerson);
		// Whoever publishes could put another draft of the same number in the place of the one that
		// was examined.
		ensure!(record.spec == examined, Error::<T>::ReleaseChanged);
		ensure!(seq > line.released_seq, Error::<T>::SequenceOvertaken);
		// The draft may have lain about for a while.
		ensure!(
			record.spec.leaves_time(now, T::MinUpdateTerm::get()),
			Error::<T>::DeadlineTooClose
		);
		line.released_seq = seq;
		if let Some(update_by) = record.spec.update_by {
			line.deadlines
				.try_push(Deadline { seq, update_by })
				.map_err(|_| Error::<T>::TooManyReleases)?;
		}

		record.status = ReleaseStatus::Released { at: now };
		Lines::<T>::insert(model, line);
		Releases::<T>::insert(model, seq, record);
		Self::deposit_event(Event::ReleaseApproved { model, seq, approver });
		Ok(())
	}

	pub(crate) fn do_withdraw(
		actor: Actor<T::AccountId>,
		model: ModelId,
		seq: Seq,
	) -> DispatchResult {
		let mut record = Self::release_or_err(&model, seq)?;
		let is_draft = match record.status {
			ReleaseStatus::Draft => true,
			ReleaseStatus::Released { .. } => false,
			ReleaseStatus::Withdrawn { .. } => return Err(Error::<T>::AlreadyWithdrawn.into()),
		};
		if let Actor::Account(who) = actor {
			let standing = T::Manufacturers::standing(model.manufacturer);
			let may_withdraw = (is_draft && record.publisher == who) ||
				Self::roles_at(model.manufacturer, standing.as_ref(), &who)
					.is_some_and(|roles| roles.contains(FirmwareRoles::APPROVE));
			ensure!(may_withdraw, Error::<T>::NotApprover);
			// Whoever took over the account of a manufacturer that the trustees stopped must not be
			// able to switch its customers' devices off.
			ensure!(
				is_draft || standing.is_some_and(|m| m.is_approved),
				Error::<T>::ManufacturerNotApproved
			);
		}

		if is_draft {
			Self::remove_release(&model, seq, record)?;
			Self::deposit_event(Event::DraftRemoved { model, seq });
			return Ok(());
		}
		let mut line = Lines::<T>::get(model).unwrap_or_default();
		line.deadlines.retain(|deadline| deadline.seq != seq);
		record.status = ReleaseStatus::Withdrawn { at: Self::now() };
		Lines::<T>::insert(model, line);
		Releases::<T>::insert(model, seq, record);
		Self::deposit_event(Event::ReleaseWithdrawn { model, seq });
		Ok(())
	}

	pub(crate) fn do_prune_release(who: T::AccountId, model: ModelId, seq: Seq) -> DispatchResult {
		let record = Self::release_or_err(&model, seq)?;
		let may_clear_up = Self::may_clear_up(&who, &model, &record);
		let is_over = record.status.is_over(Self::now(), T::Retention::get());
		ensure!(may_clear_up || is_over, Error::<T>::RetentionNotOver);

		Self::remove_release(&model, seq, record)?;
		Self::deposit_event(Event::ReleasePruned { model, seq });
		Ok(())
	}

	pub(crate) fn do_set_policy(
		actor: Actor<T::AccountId>,
		model: ModelId,
		purposes: TrustPurposes,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		if let Actor::Account(who) = actor {
			let standing = Self::standing_or_err(model.manufacturer)?;
			ensure!(standing.account == who, Error::<T>::NotManufacturer);
			ensure!(standing.is_approved, Error::<T>::ManufacturerNotApproved);
			ensure!(!is_weaker(purposes, Self::policy_of(&model)), Error::<T>::PolicyWeakened);
		}
		ensure!(T::Manufacturers::has_model(&model), Error::<T>::ModelNotFound);

		if purposes == TrustPurposes::ALL {
			Policies::<T>::remove(model);
		} else {
			Policies::<T>::insert(model, purposes);
		}
		Self::deposit_event(Event::PolicySet { model, purposes });
		Ok(())
	}

	fn release_or_err(model: &ModelId, seq: Seq) -> Result<ReleaseRecordOf<T>, Error<T>> {
		Releases::<T>::get(model, seq).ok_or(Error::<T>::ReleaseNotFound)
	}

	/// Fails when `who` has not got `role` at an approved manufacturer that has this model.
	fn ensure_may_release(
		who: &T::AccountId,
		model: &ModelId,
		role: FirmwareRoles,
		otherwise: Error<T>,
	) -> DispatchResult {
		let standing = Self::standing_or_err(model.manufacturer)?;
		let has_role = Self::roles_at(model.manufacturer, Some(&standing), who)
			.is_some_and(|roles| roles.contains(role));
		ensure!(has_role, otherwise);
		ensure!(standing.is_approved, Error::<T>::ManufacturerNotApproved);
		ensure!(T::Manufacturers::has_model(model), Error::<T>::ModelNotFound);
		Ok(())
	}

	/// Whether the release is of a model that is gone, so that no device of it is left, and `who`
	/// is on the side of its maker.
	fn may_clear_up(who: &T::AccountId, model: &ModelId, record: &ReleaseRecordOf<T>) -> bool {
		let is_maker = record.publisher == *who ||
			T::Manufacturers::standing(model.manufacturer).is_some_and(|m| m.account == *who);
		is_maker && !T::Manufacturers::has_model(model)
	}

	/// Removes a release with its deadline, and returns its deposit.
	fn remove_release(model: &ModelId, seq: Seq, record: ReleaseRecordOf<T>) -> DispatchResult {
		let mut line = Lines::<T>::get(model).unwrap_or_default();
		line.releases = line.releases.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		line.deadlines.retain(|deadline| deadline.seq != seq);

		record.ticket.drop(&record.publisher)?;
		Lines::<T>::insert(model, line);
		Releases::<T>::remove(model, seq);
		Ok(())
	}
}
