// SPDX-License-Identifier: Apache-2.0

//! What is written of every decision: an event, and an entry in the chain of the device or record.

use crate::*;
use mote_authorisation::{Action, AuditEntry, Decision, Outcome, RecordId, Refusal, Request};
use mote_primitives::DeviceId;
use sp_core::H256;

/// What a decision is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum About {
	/// A device.
	Device(DeviceId),
	/// A record.
	Record(RecordId),
}

impl About {
	/// The name of its chain of entries.
	pub(crate) fn subject(self) -> H256 {
		match self {
			Self::Device(device) => device.0,
			Self::Record(record) => record,
		}
	}

	fn split(self) -> (Option<DeviceId>, Option<RecordId>) {
		match self {
			Self::Device(device) => (Some(device), None),
			Self::Record(record) => (None, Some(record)),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Tells what was decided. A denial is entered in the audit, or counted; a permit is entered by
	/// whoever acts on it.
	pub(crate) fn tell(
		about: About,
		actor: &T::AccountId,
		request: &Request,
		known: &facts::Known<T::AccountId>,
		decision: Decision,
	) {
		let (device, record) = about.split();
		let Request { action, value, purpose } = *request;
		Self::deposit_event(Event::Decided {
			device,
			record,
			actor: actor.clone(),
			action,
			value,
			purpose,
			decision,
			is_trusted: known.is_trusted(),
			credentials: known.credentials(),
		});
		if let Decision::Deny(refusal) = decision {
			let actor = actor.clone();
			Self::deposit_event(Event::AccessDenied { device, record, actor, action, refusal });
			Self::audit_denial(about, known.now, request, refusal, known.actor());
		}
	}

	/// Adds an entry to the chain of a device or record.
	pub(crate) fn audit(
		about: About,
		actor: &T::AccountId,
		action: Action,
		outcome: Outcome,
		reference: u64,
	) {
		let subject = about.subject();
		AuditLogs::<T>::mutate(subject, |log| {
			let own = log.recent.iter_mut().find(|denial| denial.actor == *actor);
			let suppressed = own.map_or(0, |denial| core::mem::take(&mut denial.suppressed));
			Self::append(log, subject, actor, action, outcome, reference, suppressed);
		});
	}

	/// The first denial of an actor in a minute is an entry, and further ones are counted.
	fn audit_denial(
		about: About,
		now: Moment,
		request: &Request,
		refusal: Refusal,
		actor: &T::AccountId,
	) {
		let subject = about.subject();
		AuditLogs::<T>::mutate(subject, |log| {
			let own = log.recent.iter_mut().find(|denial| denial.actor == *actor);
			let counted = match own {
				Some(denial) if now < denial.at.saturating_add(DENIAL_SPAN) => {
					denial.suppressed = denial.suppressed.saturating_add(1);
					return;
				},
				Some(denial) => {
					denial.at = now;
					core::mem::take(&mut denial.suppressed)
				},
				None => {
					Self::remember(
						log,
						RecentDenial { actor: actor.clone(), at: now, suppressed: 0 },
					);
					0
				},
			};
			let suppressed = counted.saturating_add(core::mem::take(&mut log.evicted));
			let outcome = Outcome::Denied(refusal);
			Self::append(log, subject, actor, request.action, outcome, 0, suppressed);
		});
	}

	/// Remembers an actor who was refused, in place of the one whose last refusal is oldest.
	fn remember(log: &mut AuditLog<T::AccountId>, denial: RecentDenial<T::AccountId>) {
		let Err(denial) = log.recent.try_push(denial) else {
			return;
		};
		if let Some(oldest) = log.recent.iter_mut().min_by_key(|denial| denial.at) {
			log.evicted = log.evicted.saturating_add(oldest.suppressed);
			*oldest = denial;
		}
	}

	fn append(
		log: &mut AuditLog<T::AccountId>,
		subject: H256,
		actor: &T::AccountId,
		action: Action,
		outcome: Outcome,
		reference: u64,
		suppressed: u32,
	) {
		let entry = AuditEntry {
			seq: log.next_seq,
			subject,
			actor: actor.clone(),
			action,
			outcome,
			reference,
			at: Self::now(),
			suppressed,
			prev: log.head,
		};
		// 2^64 entries are more than there will ever be.
		log.next_seq = log.next_seq.saturating_add(1);
		log.head = entry.hash();
		Self::deposit_event(Event::Audited { entry });
	}
}
