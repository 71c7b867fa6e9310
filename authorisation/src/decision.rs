// SPDX-License-Identifier: Apache-2.0

//! The decision: what is not permitted is denied, and a denial outweighs every permit.

use crate::{
	allows, check_dose, exceeds_soft, patient_may, Action, Asker, Capacity, ConsentFacts,
	ConsentId, ConsentVerdict, CredentialState, DeviceFacts, Facts, Grantee, OrgId, Purpose,
	Request, Risk, Role,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a permit rests on.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Basis {
	/// This consent of the subject.
	#[codec(index = 0)]
	Consent(ConsentId),
	/// The actor's live break-glass. It will be reviewed.
	#[codec(index = 1)]
	BreakGlass,
	/// It is the patient who asks.
	#[codec(index = 2)]
	Patient,
	/// The device needs service.
	#[codec(index = 3)]
	Service,
}

/// Why a request is refused: the first reason in the order of the steps.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Refusal {
	/// The register does not trust the device for medical purposes.
	#[codec(index = 0)]
	DeviceNotTrusted,
	/// The device is locked.
	#[codec(index = 1)]
	DeviceLocked,
	/// No role of the actor allows it.
	#[codec(index = 2)]
	RoleDenied,
	/// A role would allow it, but the credential is revoked, suspended or expired, or the
	/// organisation not accredited.
	#[codec(index = 3)]
	CredentialRevoked,
	/// The patient denies it.
	#[codec(index = 4)]
	ConsentDenied,
	/// Nothing permits it.
	#[codec(index = 5)]
	NoConsent,
	/// The manufacturer has set no limits for it.
	#[codec(index = 6)]
	NoSafetyProfile,
	/// The dose is nothing.
	#[codec(index = 7)]
	ZeroDose,
	/// The dose is above the hard limit of a single one.
	#[codec(index = 8)]
	ExceedsSingleMax,
	/// It is too soon after the dose before.
	#[codec(index = 9)]
	MinIntervalNotElapsed,
	/// The doses of the window would come to more than its hard limit.
	#[codec(index = 10)]
	ExceedsWindowTotal,
	/// The therapy is suspended.
	#[codec(index = 11)]
	TherapySuspended,
	/// There are [`MAX_DOSES`](crate::MAX_DOSES) doses in the window already.
	#[codec(index = 12)]
	WindowFull,
	/// It is service work, and the device treats somebody.
	#[codec(index = 13)]
	NotSuspended,
}

/// The answer to a request.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Decision {
	/// It may be done, once `need` others approve.
	#[codec(index = 0)]
	Permit {
		/// What the permit rests on.
		basis: Basis,
		/// The organisation for which the actor acts; `None` for a patient as such.
		org: Option<OrgId>,
		/// How many others must approve: 0 or 1.
		need: u8,
		/// Whether they must be clinicians or pharmacists. Never where nobody needs to approve.
		clinical: bool,
		/// The risk.
		risk: Risk,
	},
	/// It may not.
	#[codec(index = 1)]
	Deny(Refusal),
}

impl Decision {
	/// Whether it may be done, perhaps once others approve.
	pub const fn is_permit(&self) -> bool {
		matches!(self, Self::Permit { .. })
	}
}

/// The answer to a request: the same for the same facts, in whatever order they are listed.
///
/// All steps of the decision, in their order.
pub fn decide<AccountId: PartialEq>(facts: &Facts<AccountId>, request: &Request) -> Decision {
	Case { facts, request }
		.permit()
		.map_or_else(Decision::Deny, |permit| Decision::Permit {
			basis: permit.basis,
			org: permit.org,
			need: permit.need,
			clinical: permit.need > 0 && is_clinical(request.action),
			risk: permit.risk,
		})
}

struct Permit {
	basis: Basis,
	org: Option<OrgId>,
	need: u8,
	risk: Risk,
}

/// A request and what is known of it.
struct Case<'a, AccountId> {
	facts: &'a Facts<'a, AccountId>,
	request: &'a Request,
}

impl<AccountId: PartialEq> Case<'_, AccountId> {
	fn permit(&self) -> Result<Permit, Refusal> {
		self.check_device()?;
		self.check_actor()?;
		let (basis, org) = self.basis()?;
		let risk = self.risk()?;
		let need = self.need(basis, org, risk);
		// Care first: nobody waits for a second person because there is a permit, too.
		if let (1.., Some(emergency)) = (need, self.emergency()) {
			return Ok(Permit { basis: Basis::BreakGlass, org: Some(emergency), need: 0, risk });
		}
		Ok(Permit { basis, org, need, risk })
	}

	/// Step 1.
	fn check_device(&self) -> Result<(), Refusal> {
		let Some(device) = &self.facts.device else {
			return match self.request.action.is_about_record() {
				true => Ok(()),
				false => Err(Refusal::DeviceNotTrusted),
			};
		};
		if self.may_always_stop() {
			return Ok(());
		}
		if !device.is_trusted {
			return Err(Refusal::DeviceNotTrusted);
		}
		if device.is_locked {
			return Err(Refusal::DeviceLocked);
		}
		Ok(())
	}

	/// Stopping a therapy is always safe to ask for.
	fn may_always_stop(&self) -> bool {
		self.request.action == Action::SuspendTherapy &&
			(self.facts.is_patient ||
				self.valid().any(|capacity| capacity.roles.contains(Role::Clinician)))
	}

	/// Step 2.
	fn check_actor(&self) -> Result<(), Refusal> {
		let allows = |capacity: &Capacity| self.roles(capacity).next().is_some();
		if self.as_patient() || self.valid().any(allows) {
			return Ok(());
		}
		match self.facts.capacities.iter().any(allows) {
			true => Err(Refusal::CredentialRevoked),
			false => Err(Refusal::RoleDenied),
		}
	}

	/// Whether the actor may do it to their own device or record.
	fn as_patient(&self) -> bool {
		self.facts.is_patient && patient_may(self.request.action)
	}

	/// The capacities that count.
	fn valid(&self) -> impl Iterator<Item = &Capacity> {
		let capacities = self.facts.capacities.iter();
		capacities.filter(|capacity| capacity.credential == CredentialState::Valid)
	}

	/// The roles of a capacity that allow the action.
	fn roles(&self, capacity: &Capacity) -> impl Iterator<Item = Role> + use<'_, AccountId> {
		let Capacity { org, roles, .. } = *capacity;
		roles.iter().filter(move |role| {
			allows(*role, self.request.action) &&
				(*role != Role::Emergency || self.is_home(org) && self.is_covered())
		})
	}

	/// Whether it is the organisation that runs the device. Records have none that does.
	fn is_home(&self, org: OrgId) -> bool {
		self.facts.device.is_none_or(|device| device.org == org)
	}

	/// Whether a break-glass reaches so far.
	fn is_covered(&self) -> bool {
		let mask = self.facts.break_glass.map(|break_glass| break_glass.mask);
		self.request.purpose.is_emergency() &&
			mask.is_some_and(|mask| mask.contains(self.request.action))
	}

	/// For which organisation the actor may do it under their live break-glass, if they may. What
	/// the patient denies for an emergency, too, stays denied.
	fn emergency(&self) -> Option<OrgId> {
		if self.is_denied() {
			return None;
		}
		let emergencies = self.valid().filter(|capacity| {
			self.is_covered() &&
				self.is_home(capacity.org) &&
				capacity.roles.contains(Role::Emergency)
		});
		emergencies.map(|capacity| capacity.org).min()
	}

	/// Step 3: what a permit rests on, and for whom the actor acts.
	fn basis(&self) -> Result<(Basis, Option<OrgId>), Refusal> {
		if self.is_denied() {
			return match self.as_patient() {
				true => Ok((Basis::Patient, None)),
				false => Err(Refusal::ConsentDenied),
			};
		}
		let consents = self.facts.consents.iter();
		let (mut best, mut is_halted) = (None, false);
		for consent in consents.filter(|consent| self.may_permit(consent)) {
			for (org, role) in self.grants(consent) {
				if self.is_halted_for(role) {
					is_halted = true;
					continue;
				}
				let is_outside = org.is_none_or(|org| !self.is_home(org));
				let grant = (consent.terms.max_uses.is_some(), consent.id, is_outside, org);
				best = Some(best.map_or(grant, |best| grant.min(best)));
			}
		}
		if let Some((_, id, _, org)) = best {
			return Ok((Basis::Consent(id), org));
		}
		if let Some(org) = self.emergency() {
			return Ok((Basis::BreakGlass, Some(org)));
		}
		if self.as_patient() {
			return Ok((Basis::Patient, None));
		}
		if is_halted {
			return Err(Refusal::NotSuspended);
		}
		let org = self.service()?;
		Ok((Basis::Service, Some(org)))
	}

	/// Whether a consent of the subject denies it.
	fn is_denied(&self) -> bool {
		let asker = Asker::from(self.facts);
		let mut consents = self.facts.consents.iter();
		consents.any(|consent| asker.is_denied_by(consent, self.request, self.facts.now))
	}

	/// Whether a consent is one that permits it to some grantee, and not used up.
	fn may_permit(&self, consent: &ConsentFacts<AccountId>) -> bool {
		consent.terms.verdict == ConsentVerdict::Permit &&
			self.concerns(consent) &&
			consent.terms.max_uses.is_none_or(|most| consent.uses < most)
	}

	/// Whether a consent holds now, for this action, purpose and device.
	fn concerns(&self, consent: &ConsentFacts<AccountId>) -> bool {
		let device = self.facts.device.map(|device| (device.id, device.epoch));
		consent.concerns(self.request, device, self.facts.now)
	}

	/// In which roles of which organisation a permit lets the actor do it; in neither for a patient
	/// to whom it names them. A permit adds nothing to what a role allows.
	fn grants<'b>(
		&'b self,
		consent: &'b ConsentFacts<AccountId>,
	) -> impl Iterator<Item = (Option<OrgId>, Option<Role>)> + 'b {
		let grantee = &consent.terms.grantee;
		let is_named = matches!(grantee, Grantee::Account(account) if account == self.facts.actor);
		let as_patient = (is_named && self.as_patient()).then_some((None, None));
		let as_member = self.valid().flat_map(move |capacity| {
			let org = capacity.org;
			let roles = self.roles(capacity).filter(move |allowed| match grantee {
				Grantee::Account(_) => is_named,
				Grantee::Organisation(named) => *named == org,
				Grantee::Role(named, role) => *named == org && role == allowed,
			});
			roles.map(move |role| (Some(org), Some(role)))
		});
		as_patient.into_iter().chain(as_member)
	}

	/// Whether the role must wait until the therapy is suspended, also with a consent.
	fn is_halted_for(&self, role: Option<Role>) -> bool {
		role == Some(Role::BiomedEngineer) &&
			matches!(self.request.action, Action::Configure | Action::FirmwareUpdate) &&
			self.facts.device.is_some_and(|device| treats(&device))
	}

	/// Service of a device by those who run it, without a consent.
	fn service(&self) -> Result<OrgId, Refusal> {
		let action = self.request.action;
		let device = self.facts.device.as_ref().ok_or(Refusal::NoConsent)?;
		let is_own = self.valid().any(|capacity| {
			capacity.org == device.org &&
				self.roles(capacity)
					.any(|role| matches!(role, Role::BiomedEngineer | Role::SecurityOfficer))
		});
		let is_service = self.request.purpose == Purpose::Service &&
			!matches!(action, Action::ReadTelemetry | Action::Therapy);
		if !is_own || !is_service {
			return Err(Refusal::NoConsent);
		}
		let is_work =
			matches!(action, Action::Configure | Action::FirmwareUpdate | Action::KeyManage);
		if is_work && treats(device) {
			return Err(Refusal::NotSuspended);
		}
		Ok(device.org)
	}

	/// Step 4, and the risk.
	fn risk(&self) -> Result<Risk, Refusal> {
		let Request { action, value, .. } = *self.request;
		let least = action.least_risk();
		let profile = self.facts.device.and_then(|device| device.profile);
		if action != Action::Therapy {
			return Ok(profile.map_or(least, |profile| least.max(profile.risk)));
		}
		let device = self.facts.device.ok_or(Refusal::NoConsent)?;
		if !device.has_subject {
			return Err(Refusal::NoConsent);
		}
		if device.is_suspended {
			return Err(Refusal::TherapySuspended);
		}
		let profile = profile.ok_or(Refusal::NoSafetyProfile)?;
		let total = check_dose(&profile.hard, device.doses, self.facts.now, value)?;
		match device.soft {
			Some(soft) if exceeds_soft(&soft, &profile.hard, value, total) => Ok(Risk::High),
			_ => Ok(least.max(profile.risk)),
		}
	}

	/// Step 5.
	fn need(&self, basis: Basis, org: Option<OrgId>, risk: Risk) -> u8 {
		let action = self.request.action;
		let is_free =
			action.is_read() || matches!(action, Action::WriteRecord | Action::SuspendTherapy);
		if is_free || basis == Basis::BreakGlass {
			return 0;
		}
		match risk {
			Risk::Low => 0,
			Risk::Medium => org.is_none_or(|org| !self.is_home(org)).into(),
			Risk::High => 1,
		}
	}
}

/// Whether the device may be treating somebody at this moment.
const fn treats(device: &DeviceFacts) -> bool {
	device.has_subject && !device.is_suspended
}

/// Whether only somebody who knows medicine can approve it.
const fn is_clinical(action: Action) -> bool {
	matches!(
		action,
		Action::Therapy | Action::ResumeTherapy | Action::Configure | Action::Discharge
	)
}
