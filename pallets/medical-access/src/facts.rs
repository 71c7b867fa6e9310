// SPDX-License-Identifier: Apache-2.0

//! What is known when something is decided: gathered in one place, for those who ask first and for
//! those who act.

use crate::*;
use alloc::vec::Vec;
use mote_authorisation::{
	decide, permitted_until, Action, Basis, BreakGlassFacts, BreakGlassId, Capacity, ConsentFacts,
	CredentialState, Decision, DeviceFacts, Dose, Facts, OrgId, Purpose, RecordId, Request, Role,
	Roles, SafetyProfile, SoftLimits, SubjectId,
};
use mote_primitives::{CredentialStatus, DeviceId, DeviceRegistry, StatusPurpose, TrustPurpose};

/// What is known of an actor and of what they ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Known<AccountId> {
	actor: AccountId,
	is_patient: bool,
	capacities: Vec<Capacity>,
	device: Option<KnownDevice>,
	consents: Vec<ConsentFacts<AccountId>>,
	glass: Option<(BreakGlassId, BreakGlassFacts)>,
	/// When.
	pub(crate) now: Moment,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct KnownDevice {
	id: DeviceId,
	org: OrgId,
	is_trusted: bool,
	is_locked: bool,
	is_suspended: bool,
	has_subject: bool,
	epoch: u32,
	profile: Option<SafetyProfile>,
	soft: Option<SoftLimits>,
	doses: Vec<Dose>,
}

impl<AccountId: Clone + PartialEq> Known<AccountId> {
	/// The answer.
	pub(crate) fn judge(&self, request: &Request) -> Decision {
		self.with_facts(|facts| decide(facts, request))
	}

	/// When that is over which was permitted on this basis.
	pub(crate) fn permitted_until(&self, request: &Request, basis: Basis) -> Moment {
		self.with_facts(|facts| permitted_until(facts, request, basis))
	}

	fn with_facts<R>(&self, ask: impl FnOnce(&Facts<AccountId>) -> R) -> R {
		let device = self.device.as_ref().map(|device| DeviceFacts {
			id: device.id,
			org: device.org,
			is_trusted: device.is_trusted,
			is_locked: device.is_locked,
			is_suspended: device.is_suspended,
			has_subject: device.has_subject,
			epoch: device.epoch,
			profile: device.profile,
			soft: device.soft,
			doses: &device.doses,
		});
		let facts = Facts {
			actor: &self.actor,
			is_patient: self.is_patient,
			capacities: &self.capacities,
			device,
			consents: &self.consents,
			break_glass: self.glass.map(|(_, facts)| facts),
			now: self.now,
		};
		ask(&facts)
	}

	/// Who asks.
	pub(crate) fn actor(&self) -> &AccountId {
		&self.actor
	}

	/// Whether the register trusts the device. Records need no trust.
	pub(crate) fn is_trusted(&self) -> bool {
		self.device.as_ref().is_none_or(|device| device.is_trusted)
	}

	/// What the actor's credentials are worth.
	pub(crate) fn credentials(&self) -> Credentials {
		let states = self.capacities.iter().map(|capacity| (capacity.org, capacity.credential));
		Credentials::truncate_from(states.collect())
	}

	/// How many consents were looked at.
	pub(crate) fn consents(&self) -> u32 {
		self.consents.len().try_into().unwrap_or(MAX_CONSENTS)
	}

	/// The actor's live break-glass.
	pub(crate) fn break_glass(&self) -> Option<BreakGlassId> {
		self.glass.map(|(id, _)| id)
	}

	/// Whether a live break-glass covers the action, so that it goes on while new work is paused.
	pub(crate) fn is_emergency(&self, action: Action, purpose: Purpose) -> bool {
		purpose.is_emergency() && self.glass.is_some_and(|(_, facts)| facts.mask.contains(action))
	}

	/// For how long a dose matters, by the model's profile.
	pub(crate) fn dose_memory(&self) -> Option<Moment> {
		let profile = self.device.as_ref()?.profile?;
		Some(profile.hard.memory())
	}
}

impl<T: Config> Pallet<T> {
	/// What is known when `actor` asks for `action` of a device.
	pub(crate) fn known_of_device(
		actor: &T::AccountId,
		id: &DeviceId,
		record: &MedicalDeviceRecordOf<T>,
		action: Action,
	) -> Known<T::AccountId> {
		let now = Self::now();
		let patient = record.subject.and_then(Patients::<T>::get);
		let capacities = Self::capacities(actor, now);
		let device = KnownDevice {
			id: *id,
			org: record.org,
			is_trusted: T::Devices::epoch(id) == Some(record.epoch) &&
				T::Devices::ensure_trusted(id, TrustPurpose::Medical).is_ok(),
			is_locked: record.is_locked,
			is_suspended: record.is_suspended,
			has_subject: record.subject.is_some(),
			epoch: record.epoch,
			profile: Profiles::<T>::get(record.model, action).map(|record| record.profile),
			soft: record.soft.filter(|_| action == Action::Therapy),
			doses: match action {
				Action::Therapy => WindowDoses::<T>::get(id, action)
					.iter()
					.map(|dose| Dose { at: dose.at, value: dose.value })
					.collect(),
				_ => Vec::new(),
			},
		};
		Known {
			actor: actor.clone(),
			is_patient: Self::is_patient(patient.as_ref(), actor),
			glass: Self::live_break_glass(actor, id, record, &capacities, now),
			capacities,
			device: Some(device),
			consents: Self::consents_known(record.subject, patient.as_ref()),
			now,
		}
	}

	/// What is known when `actor` asks for something of a patient's records.
	pub(crate) fn known_of_records(
		actor: &T::AccountId,
		subject: SubjectId,
		patient: &PatientRecordOf<T>,
	) -> Known<T::AccountId> {
		let now = Self::now();
		let capacities = Self::capacities(actor, now);
		// Most people hold no break-glass, and a membership is needed for one.
		let devices = if capacities.is_empty() { &[] } else { patient.devices.as_slice() };
		let glass = devices.iter().find_map(|id| {
			let record = MedicalDevices::<T>::get(id)?;
			Self::live_break_glass(actor, id, &record, &capacities, now)
				.filter(|(_, facts)| facts.mask.contains(Action::ReadRecord))
		});
		Known {
			actor: actor.clone(),
			// Their records are theirs when the relation is over, too.
			is_patient: patient.patient == *actor,
			capacities,
			device: None,
			consents: Self::consents_known(Some(subject), Some(patient)),
			glass,
			now,
		}
	}

	pub(crate) fn decision_on_device(
		actor: &T::AccountId,
		device: &DeviceId,
		action: Action,
		value: u32,
		purpose: Purpose,
	) -> Option<Decision> {
		let record = MedicalDevices::<T>::get(device)?;
		let known = Self::known_of_device(actor, device, &record, action);
		Some(known.judge(&Request { action, value, purpose }))
	}

	pub(crate) fn decision_on_record(
		actor: &T::AccountId,
		record: &RecordId,
		purpose: Purpose,
	) -> Option<Decision> {
		let subject = Records::<T>::get(record)?.subject;
		let known = Self::known_of_records(actor, subject, &Patients::<T>::get(subject)?);
		Some(known.judge(&Request { action: Action::ReadRecord, value: 0, purpose }))
	}

	fn is_patient(patient: Option<&PatientRecordOf<T>>, actor: &T::AccountId) -> bool {
		patient.is_some_and(|it| it.discharged_at.is_none() && it.patient == *actor)
	}

	fn consents_known(
		subject: Option<SubjectId>,
		patient: Option<&PatientRecordOf<T>>,
	) -> Vec<ConsentFacts<T::AccountId>> {
		let Some((subject, patient)) = subject.zip(patient) else {
			return Vec::new();
		};
		let known = |id: &u32| {
			let ConsentRecord { terms, status, uses, epoch, .. } = Consents::<T>::get(subject, id)?;
			Some(ConsentFacts { id: *id, terms, status, uses, epoch })
		};
		patient.consents.iter().filter_map(known).collect()
	}

	/// In which capacities an account may act or may not any more.
	pub(crate) fn capacities(actor: &T::AccountId, now: Moment) -> Vec<Capacity> {
		let memberships = Memberships::<T>::get(actor);
		memberships.iter().filter_map(|org| Self::capacity(*org, actor, now)).collect()
	}

	/// What an account is to an organisation, as far as a denial asks, for which every credential
	/// counts.
	pub(crate) fn capacity_for_denial(org: OrgId, account: &T::AccountId) -> Option<Capacity> {
		let member = Members::<T>::get(org, account)?;
		Some(Capacity { org, roles: member.roles, credential: CredentialState::Valid })
	}

	/// In which capacity an account may act in this organisation. One that no longer counts is told
	/// of, too: a denial reaches it still.
	pub(crate) fn capacity(org: OrgId, actor: &T::AccountId, now: Moment) -> Option<Capacity> {
		let member = Members::<T>::get(org, actor)?;
		let is_accredited = || Organisations::<T>::get(org).is_some_and(|it| it.is_accredited);
		let credential = if now < member.valid_until && is_accredited() {
			Self::credential_state(&member)
		} else {
			CredentialState::Expired
		};
		Some(Capacity { org, roles: member.roles, credential })
	}

	/// What a member's credential is worth.
	fn credential_state(member: &MemberRecordOf<T>) -> CredentialState {
		let CredentialRef { list, index } = member.credential;
		if member.compromise.is_some() || !CredentialLists::<T>::contains_key(list) {
			return CredentialState::Revoked;
		}
		match T::Credentials::status(list, index) {
			Some(0) => CredentialState::Valid,
			Some(_) if T::Credentials::purpose(list) == Some(StatusPurpose::Suspension) =>
				CredentialState::Suspended,
			_ => CredentialState::Revoked,
		}
	}

	/// What an account may do in an organisation now: the roles of a member whose credential is
	/// valid.
	pub(crate) fn roles_in(org: OrgId, actor: &T::AccountId) -> Option<Roles> {
		Self::capacity(org, actor, Self::now())
			.filter(|capacity| capacity.credential == CredentialState::Valid)
			.map(|capacity| capacity.roles)
	}

	/// Whether an account has a role in an organisation now.
	pub(crate) fn has_role(org: OrgId, actor: &T::AccountId, role: Role) -> bool {
		Self::roles_in(org, actor).is_some_and(|roles| roles.contains(role))
	}

	/// Whether somebody has a live break-glass on a device.
	pub(crate) fn has_live_break_glass(
		who: &T::AccountId,
		id: &DeviceId,
		device: &MedicalDeviceRecordOf<T>,
	) -> bool {
		let now = Self::now();
		let capacities = Self::capacities(who, now);
		Self::live_break_glass(who, id, device, &capacities, now).is_some()
	}

	/// The actor's live break-glass on a device: of the same patient and organisation, whose member
	/// they are with the emergency role, and whose credential has not lost it.
	fn live_break_glass(
		actor: &T::AccountId,
		device: &DeviceId,
		record: &MedicalDeviceRecordOf<T>,
		capacities: &[Capacity],
		now: Moment,
	) -> Option<(BreakGlassId, BreakGlassFacts)> {
		let is_entitled = capacities.iter().any(|capacity| {
			capacity.org == record.org &&
				capacity.roles.contains(Role::Emergency) &&
				capacity.credential == CredentialState::Valid
		});
		if !is_entitled {
			return None;
		}
		let id = Unreviewed::<T>::get(device, (actor, record.org, record.subject))?;
		let glass = BreakGlasses::<T>::get(id)?;
		let has_role = || !EmergencyStandings::<T>::get(glass.credential).is_revoked;
		(glass.is_live(now) && has_role()).then_some((id, BreakGlassFacts { mask: glass.mask }))
	}
}
