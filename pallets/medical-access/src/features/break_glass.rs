// SPDX-License-Identifier: Apache-2.0

//! Emergencies: care first, and answered for afterwards.

use super::*;
use frame_support::{
	defensive,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
	},
};
use sp_runtime::traits::Zero;

const MINUTE: Moment = 60_000;
const DAY: Moment = 24 * 60 * MINUTE;

impl<T: Config> Pallet<T> {
	/// Succeeds for whoever has the role, within mask, quota and time: neither a pause nor a lock
	/// nor what the register thinks of the device stands in the way.
	pub(crate) fn do_break_glass(
		who: T::AccountId,
		id: DeviceId,
		reason: BreakGlassReason,
		mask: Actions,
		minutes: Option<u16>,
	) -> DispatchResult {
		let span = match minutes {
			None => T::DefaultBreakGlass::get(),
			Some(minutes) => Moment::from(minutes).saturating_mul(MINUTE),
		};
		ensure!(span > 0 && span <= T::MaxBreakGlass::get(), Error::<T>::BadDuration);
		let device = Self::enrolled(&id)?;
		let org = device.org;
		let is_on_duty = Self::has_role(org, &who, Role::Emergency);
		let member = Members::<T>::get(org, &who).filter(|_| is_on_duty);
		let credential = member.ok_or(Error::<T>::EmergencyNotEntitled)?.credential;
		let is_within = |widest: Actions| widest.contains_all(mask);
		ensure!(device.emergency.is_some_and(is_within), Error::<T>::MaskTooWide);
		let now = Self::now();
		let mut standing = EmergencyStandings::<T>::get(credential);
		ensure!(!standing.is_revoked, Error::<T>::EmergencyRevoked);
		ensure!(!standing.is_suspended(now), Error::<T>::EmergencySuspended);
		let place = (&who, org, device.subject);
		ensure!(!Unreviewed::<T>::contains_key(id, place), Error::<T>::NotYetReviewed);
		let ends_at = now.saturating_add(span);
		let review_due = ends_at.saturating_add(T::ReviewTerm::get());
		let number = NextBreakGlass::<T>::get();
		let next = number.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let pending = PendingReview { id: number, due: review_due };
		standing.pending.try_push(pending).map_err(|_| Error::<T>::TooManyUnreviewed)?;
		let day = now.checked_div(DAY).unwrap_or_default();
		let opened = if standing.day == day { standing.opened } else { 0 };
		ensure!(opened < T::BreakGlassesPerDay::get(), Error::<T>::QuotaExceeded);
		let mut organisation = Self::org_record(org)?;
		let kept = organisation.break_glasses.checked_add(1);
		organisation.break_glasses = kept.ok_or(Error::<T>::NumbersUsedUp)?;
		let bond = organisation.break_glass_bond;
		let ticket = T::BreakGlassTicket::new(&who, Self::break_glass_footprint())?;
		if !bond.is_zero() {
			T::Currency::hold(&HoldReason::BreakGlassBond.into(), &who, bond)?;
		}

		standing.day = day;
		standing.opened = opened.saturating_add(1);
		EmergencyStandings::<T>::insert(credential, standing);
		NextBreakGlass::<T>::put(next);
		Organisations::<T>::insert(org, organisation);
		let subject = device.subject;
		Unreviewed::<T>::insert(id, (&who, org, subject), number);
		let record = BreakGlassRecord {
			device: id,
			subject,
			org,
			requester: who.clone(),
			credential,
			reason,
			mask,
			started_at: now,
			ends_at,
			closed_at: None,
			review_due,
			review: None,
			is_flagged: false,
			assigned_to: None,
			approvers: BoundedVec::new(),
			bond,
			ticket,
		};
		BreakGlasses::<T>::insert(number, record);
		Self::deposit_event(Event::BreakGlassOpened {
			id: number,
			device: id,
			subject,
			org,
			requester: who.clone(),
			credential,
			reason,
			mask,
			started_at: now,
			ends_at,
			review_due,
			bond,
		});
		Self::audit_break_glass(id, &who, mask, Outcome::BreakGlassOpened, number);
		Ok(())
	}

	pub(crate) fn do_close_break_glass(
		who: T::AccountId,
		id: BreakGlassId,
	) -> DispatchResultWithPostInfo {
		let mut record = Self::break_glass_record(id)?;
		ensure!(record.requester == who, Error::<T>::NotRequester);
		let now = Self::now();
		ensure!(record.is_live(now), Error::<T>::BreakGlassOver);

		record.closed_at = Some(now);
		let (device, mask) = (record.device, record.mask);
		BreakGlasses::<T>::insert(id, record);
		Self::deposit_event(Event::BreakGlassClosed { id, at: now });
		Self::audit_break_glass(device, &who, mask, Outcome::BreakGlassClosed, id);
		let looked_at = Self::cancel_under_break_glass(id, &device, &who);
		Ok(Some(T::WeightInfo::close_break_glass(looked_at)).into())
	}

	pub(crate) fn do_review_break_glass(
		who: T::AccountId,
		id: BreakGlassId,
		outcome: ReviewOutcome,
		report_hash: H256,
	) -> DispatchResult {
		let mut record = Self::break_glass_record(id)?;
		let now = Self::now();
		ensure!(record.review.is_none(), Error::<T>::AlreadyReviewed);
		ensure!(!record.is_live(now), Error::<T>::StillOpen);
		ensure!(Self::may_review(&who, &record), Error::<T>::ReviewerNotEntitled);

		let is_unjustified = outcome == ReviewOutcome::Unjustified;
		let BreakGlassRecord { device, subject, org, credential, mask, .. } = record;
		let requester = record.requester.clone();
		let bond = core::mem::take(&mut record.bond);
		Self::settle_bond(&requester, bond, is_unjustified)?;
		record.review = Some(Review { by: who.clone(), outcome, report_hash, at: now });
		BreakGlasses::<T>::insert(id, record);
		Unreviewed::<T>::remove(device, (&requester, org, subject));
		// A review that comes late lifts the suspension: it was no more than this entry.
		EmergencyStandings::<T>::mutate(credential, |standing| {
			standing.pending.retain(|review| review.id != id);
			standing.is_revoked |= is_unjustified;
		});
		let by = who.clone();
		Self::deposit_event(Event::BreakGlassReviewed { id, by, outcome, report_hash });
		if is_unjustified {
			Self::deposit_event(Event::EmergencyRoleRevoked { requester, credential });
		}
		Self::audit_break_glass(device, &who, mask, Outcome::BreakGlassReviewed(outcome), id);
		Ok(())
	}

	pub(crate) fn do_flag_overdue(id: BreakGlassId) -> DispatchResult {
		let mut record = Self::break_glass_record(id)?;
		let is_overdue = record.review.is_none() && Self::now() >= record.review_due;
		ensure!(is_overdue, Error::<T>::NotOverdue);
		ensure!(!record.is_flagged, Error::<T>::AlreadyFlagged);
		let org = record.org;
		let mut organisation = Self::org_record(org)?;
		let overdue = organisation.overdue.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;

		organisation.overdue = overdue;
		Organisations::<T>::insert(org, organisation);
		record.is_flagged = true;
		BreakGlasses::<T>::insert(id, record);
		Self::deposit_event(Event::ReviewOverdue { id, org, overdue });
		Ok(())
	}

	pub(crate) fn do_assign_review(id: BreakGlassId, reviewer: T::AccountId) -> DispatchResult {
		let mut record = Self::break_glass_record(id)?;
		let is_overdue = record.review.is_none() && Self::now() >= record.review_due;
		ensure!(is_overdue, Error::<T>::NotOverdue);

		record.assigned_to = Some(reviewer.clone());
		BreakGlasses::<T>::insert(id, record);
		Self::deposit_event(Event::ReviewAssigned { id, reviewer });
		Ok(())
	}

	pub(crate) fn do_remove_break_glass(id: BreakGlassId) -> DispatchResult {
		let record = Self::break_glass_record(id)?;
		let reviewed_at = record.review.map(|review| review.at);
		ensure!(
			!Self::is_kept(reviewed_at.ok_or(Error::<T>::NotYetReviewed)?),
			Error::<T>::StillKept
		);

		record.ticket.drop(&record.requester)?;
		BreakGlasses::<T>::remove(id);
		Organisations::<T>::mutate_extant(record.org, |org| {
			org.break_glasses = org.break_glasses.saturating_sub(1);
		});
		Self::deposit_event(Event::BreakGlassRemoved { id });
		Ok(())
	}

	/// Remembers who approved a command that then rested on a break-glass: they do not review it.
	///
	/// Only what was open when the glass was broken waits for approvals, so there is room for all.
	pub(crate) fn note_approver(id: Option<BreakGlassId>, who: &T::AccountId) {
		let Some((id, mut record)) = id.and_then(|id| Some((id, BreakGlasses::<T>::get(id)?)))
		else {
			return;
		};
		if record.approvers.contains(who) {
			return;
		}
		if record.approvers.try_push(who.clone()).is_err() {
			defensive!("More approvals under a break-glass than open commands");
		}
		BreakGlasses::<T>::insert(id, record);
	}

	fn break_glass_record(id: BreakGlassId) -> Result<BreakGlassRecordOf<T>, Error<T>> {
		BreakGlasses::<T>::get(id).ok_or(Error::<T>::UnknownBreakGlass)
	}

	/// Whether somebody may review: with the role in the organisation, the patient's trust or the
	/// medical authority's order, and without a part in it, under this account or another one with
	/// the same credential.
	fn may_review(who: &T::AccountId, record: &BreakGlassRecordOf<T>) -> bool {
		if record.requester == *who || record.approvers.contains(who) {
			return false;
		}
		let is_same_person = Memberships::<T>::get(who).iter().any(|org| {
			Members::<T>::get(org, who).is_some_and(|member| member.credential == record.credential)
		});
		let is_appointed = || {
			let patient = record.subject.and_then(Patients::<T>::get);
			patient.is_some_and(|patient| patient.reviewer.as_ref() == Some(who))
		};
		let is_assigned = record.assigned_to.as_ref() == Some(who);
		let is_entitled =
			is_assigned || Self::has_role(record.org, who, Role::Reviewer) || is_appointed();
		!is_same_person && is_entitled
	}

	/// Returns a bond, or takes it.
	fn settle_bond(who: &T::AccountId, bond: BalanceOf<T>, is_lost: bool) -> DispatchResult {
		if bond.is_zero() {
			return Ok(());
		}
		let reason = HoldReason::BreakGlassBond.into();
		if is_lost {
			T::Currency::transfer_on_hold(
				&reason,
				who,
				&T::Pot::get(),
				bond,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)?;
		} else {
			T::Currency::release(&reason, who, bond, Precision::Exact)?;
		}
		Ok(())
	}

	/// Cancels what is open under a break-glass, and tells how many commands it looked at.
	fn cancel_under_break_glass(id: BreakGlassId, device: &DeviceId, by: &T::AccountId) -> u32 {
		let Some(mut record) = MedicalDevices::<T>::get(device) else {
			return 0;
		};
		let reason = CancelReason::BreakGlassClosed;
		let rests_on_it = |command: &CommandRecordOf<T>| command.break_glass == Some(id);
		let looked_at = Self::cancel_commands(device, &mut record, reason, by, rests_on_it);
		MedicalDevices::<T>::insert(device, record);
		looked_at
	}

	/// An entry names one action: of those that are covered, the one with the smallest code.
	fn audit_break_glass(
		device: DeviceId,
		who: &T::AccountId,
		mask: Actions,
		outcome: Outcome,
		id: BreakGlassId,
	) {
		let action = mask.iter().next().unwrap_or(Action::ReadLog);
		Self::audit(About::Device(device), who, action, outcome, id);
	}
}
