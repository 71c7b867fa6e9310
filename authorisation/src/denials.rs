// SPDX-License-Identifier: Apache-2.0

//! Denials: whom they mean, and from when on they stop what was permitted before.

use crate::{
	patient_may, Basis, Capacity, ConsentFacts, ConsentStatus, ConsentVerdict, Facts, Grantee,
	Request,
};
use mote_primitives::DeviceId;

/// Who asks, and of which device: all that a denial looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asker<'a, AccountId> {
	/// Who asks.
	pub actor: &'a AccountId,
	/// Whether they are the patient themselves.
	pub is_patient: bool,
	/// In which capacities they may act, in any order. Those in the organisation that a denial
	/// names are enough.
	pub capacities: &'a [Capacity],
	/// The device and its ownership epoch; `None` for what is about a record.
	pub device: Option<(DeviceId, u32)>,
}

impl<'a, AccountId> From<&Facts<'a, AccountId>> for Asker<'a, AccountId> {
	fn from(facts: &Facts<'a, AccountId>) -> Self {
		Self {
			actor: facts.actor,
			is_patient: facts.is_patient,
			capacities: facts.capacities,
			device: facts.device.map(|device| (device.id, device.epoch)),
		}
	}
}

impl<AccountId: PartialEq> Asker<'_, AccountId> {
	/// From when on a consent stops what is asked for at `now`, in ms since 1970; `None` if it does
	/// not. What patients may do by their own right, no denial of theirs stops.
	pub fn is_stopped_from(
		&self,
		consent: &ConsentFacts<AccountId>,
		request: &Request,
		now: u64,
	) -> Option<u64> {
		let from = now.max(consent.terms.start);
		let is_own_right = self.is_patient && patient_may(request.action);
		(!is_own_right && self.is_denied_by(consent, request, from)).then_some(from)
	}

	/// Whether a consent denies what is asked for at `now`. What somebody is to an organisation
	/// counts here even where their credential does not: losing a credential must not open a door.
	pub(crate) fn is_denied_by(
		&self,
		consent: &ConsentFacts<AccountId>,
		request: &Request,
		now: u64,
	) -> bool {
		let mut capacities = self.capacities.iter();
		consent.terms.verdict == ConsentVerdict::Deny &&
			consent.concerns(request, self.device, now) &&
			match &consent.terms.grantee {
				Grantee::Account(account) => account == self.actor,
				Grantee::Organisation(org) => capacities.any(|capacity| capacity.org == *org),
				Grantee::Role(org, role) => capacities
					.any(|capacity| capacity.org == *org && capacity.roles.contains(*role)),
			}
	}
}

impl<AccountId> ConsentFacts<AccountId> {
	/// Whether it holds at `now`, for this action and purpose, and for a device in this ownership
	/// epoch.
	pub(crate) fn concerns(
		&self,
		request: &Request,
		device: Option<(DeviceId, u32)>,
		now: u64,
	) -> bool {
		let Self { terms, status, epoch, .. } = self;
		*status == ConsentStatus::Active &&
			terms.start <= now &&
			now < terms.end &&
			terms.actions.contains(request.action) &&
			terms.purposes.contains(request.purpose) &&
			terms.device.is_none_or(|named| {
				device.is_some_and(|(id, current)| id == named && *epoch == Some(current))
			})
	}
}

/// When that is over which was permitted on this basis, in ms since 1970: with the consent that it
/// rests on, and before a denial begins. `u64::MAX` if neither is known.
pub fn permitted_until<AccountId: PartialEq>(
	facts: &Facts<AccountId>,
	request: &Request,
	basis: Basis,
) -> u64 {
	let asker = Asker::from(facts);
	let ends = facts.consents.iter().filter_map(|consent| match basis {
		Basis::Consent(id) if id == consent.id => Some(consent.terms.end),
		_ => asker.is_stopped_from(consent, request, facts.now),
	});
	ends.min().unwrap_or(u64::MAX)
}
