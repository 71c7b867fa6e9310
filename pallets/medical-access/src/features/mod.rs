// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod break_glass;
mod commands;
mod consents;
mod devices;
mod members;
mod organisations;
mod patients;
mod profiles;
mod receipts;
mod records;

use crate::{audit::About, *};
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint, Time},
};
use mote_authorisation::{
	Action, Actions, Basis, BreakGlassId, CommandSeq, ConsentId, ConsentTerms, Decision, OrgId,
	Outcome, Purpose, RecordId, Request, ReviewOutcome, Role, Roles, SafetyProfile, SoftLimits,
	SubjectId,
};
use mote_primitives::{
	CommandReceipt, ContentId, CredentialStatus, DeviceId, DeviceRegistry, DeviceSignature,
	ManufacturerRegistry, ModelId, StatusListId,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	pub(crate) fn ensure_not_paused() -> Result<(), Error<T>> {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	pub(crate) fn org_record(org: OrgId) -> Result<OrganisationRecordOf<T>, Error<T>> {
		Organisations::<T>::get(org).ok_or(Error::<T>::UnknownOrganisation)
	}

	/// The organisation, if this is its admin.
	pub(crate) fn org_of(
		admin: &T::AccountId,
		org: OrgId,
	) -> Result<OrganisationRecordOf<T>, Error<T>> {
		let record = Self::org_record(org)?;
		ensure!(record.admin == *admin, Error::<T>::NotAdmin);
		Ok(record)
	}

	/// Whether this is the admin of the organisation.
	pub(crate) fn is_admin(org: OrgId, who: &T::AccountId) -> bool {
		Organisations::<T>::get(org).is_some_and(|record| record.admin == *who)
	}

	pub(crate) fn enrolled(device: &DeviceId) -> Result<MedicalDeviceRecordOf<T>, Error<T>> {
		MedicalDevices::<T>::get(device).ok_or(Error::<T>::UnknownDevice)
	}

	pub(crate) fn patient_record(subject: &SubjectId) -> Result<PatientRecordOf<T>, Error<T>> {
		Patients::<T>::get(subject).ok_or(Error::<T>::UnknownSubject)
	}

	/// The patient behind a pseudonym, if this is they.
	pub(crate) fn patient_of(
		who: &T::AccountId,
		subject: &SubjectId,
	) -> Result<PatientRecordOf<T>, Error<T>> {
		let record = Self::patient_record(subject)?;
		ensure!(record.patient == *who, Error::<T>::NotPatient);
		Ok(record)
	}

	/// Counts a use of the consent that permitted something, if one did.
	pub(crate) fn use_consent(subject: Option<SubjectId>, basis: Basis) {
		let (Some(subject), Basis::Consent(id)) = (subject, basis) else {
			return;
		};
		let Some(mut consent) = Consents::<T>::get(subject, id) else {
			return;
		};
		// A limit of uses is met long before.
		consent.uses = consent.uses.saturating_add(1);
		let uses = consent.uses;
		Consents::<T>::insert(subject, id, consent);
		Self::deposit_event(Event::ConsentUsed { subject, id, uses });
	}

	/// Cancels those open commands of a device that are meant, and tells how many it looked at. The
	/// caller writes the device.
	pub(crate) fn cancel_commands(
		id: &DeviceId,
		device: &mut MedicalDeviceRecordOf<T>,
		reason: CancelReason,
		by: &T::AccountId,
		is_meant: impl Fn(&CommandRecordOf<T>) -> bool,
	) -> u32 {
		let open = device.open.clone();
		for seq in &open {
			let Some(mut command) = Commands::<T>::get(id, seq) else {
				continue;
			};
			if is_meant(&command) {
				Self::cancel(id, device, *seq, &mut command, reason, by);
			}
		}
		open.len().try_into().unwrap_or(MAX_OPEN)
	}

	/// Cancels an open command. The caller writes the device.
	pub(crate) fn cancel(
		id: &DeviceId,
		device: &mut MedicalDeviceRecordOf<T>,
		seq: CommandSeq,
		command: &mut CommandRecordOf<T>,
		reason: CancelReason,
		by: &T::AccountId,
	) {
		Self::close_command(id, device, seq, command, CommandState::Cancelled);
		let event = Event::CommandCancelled { device: *id, seq, reason, by: by.clone() };
		Self::deposit_event(event);
		Self::audit(About::Device(*id), by, command.action, Outcome::Cancelled, seq);
	}

	/// Brings an open command to its end, and frees what it reserved, unless the device gave it.
	/// The caller writes the device.
	pub(crate) fn close_command(
		id: &DeviceId,
		device: &mut MedicalDeviceRecordOf<T>,
		seq: CommandSeq,
		command: &mut CommandRecordOf<T>,
		state: CommandState,
	) {
		device.open.retain(|open| *open != seq);
		command.state = state;
		command.finished_at = Some(Self::now());
		for person in core::iter::once(&command.requester).chain(&command.approvals) {
			InvolvedIn::<T>::mutate_exists(person, |list| {
				let mut left = list.take().unwrap_or_default();
				left.retain(|involved| *involved != (*id, seq));
				*list = Some(left).filter(|left| !left.is_empty());
			});
		}
		if state != CommandState::Executed {
			Self::drop_dose(id, seq, command.action);
		}
		Commands::<T>::insert(id, seq, command);
	}

	/// Frees the dose of a command.
	pub(crate) fn drop_dose(id: &DeviceId, seq: CommandSeq, action: Action) {
		if action != Action::Therapy {
			return;
		}
		WindowDoses::<T>::mutate_exists(id, action, |doses| {
			let mut left = doses.take().unwrap_or_default();
			left.retain(|dose| dose.seq != seq);
			*doses = Some(left).filter(|left| !left.is_empty());
		});
	}

	/// Whether what came to its end then is to be kept still.
	pub(crate) fn is_kept(ended_at: Moment) -> bool {
		Self::now() < ended_at.saturating_add(T::Retention::get())
	}

	/// The state that an organisation occupies, at most.
	pub fn organisation_footprint() -> Footprint {
		Footprint::from_mel::<(OrgId, OrganisationRecordOf<T>)>()
	}

	/// The state that a membership occupies, at most, with the account's place in the other lists.
	pub fn member_footprint() -> Footprint {
		Footprint::from_mel::<(
			(OrgId, T::AccountId, MemberRecordOf<T>),
			(T::AccountId, BoundedVec<OrgId, ConstU32<MAX_MEMBERSHIPS>>),
			(CredentialRef, CredentialHolder<T::AccountId>),
			(CredentialRef, EmergencyStanding),
		)>()
	}

	/// The state that a device occupies, at most, with its last number and its audit.
	pub fn device_footprint() -> Footprint {
		Footprint::from_mel::<(
			(DeviceId, MedicalDeviceRecordOf<T>),
			(DeviceId, CommandSeq),
			(H256, AuditLog<T::AccountId>),
		)>()
	}

	/// The state that a patient occupies, at most, with the audit of records that are to be
	/// written.
	pub fn patient_footprint() -> Footprint {
		Footprint::from_mel::<((SubjectId, PatientRecordOf<T>), (H256, AuditLog<T::AccountId>))>()
	}

	/// The state that a consent occupies, at most.
	pub fn consent_footprint() -> Footprint {
		Footprint::from_mel::<(SubjectId, ConsentId, ConsentRecordOf<T>)>()
	}

	/// The state that a safety profile occupies, at most.
	pub fn profile_footprint() -> Footprint {
		Footprint::from_mel::<(ModelId, Action, ProfileRecordOf<T>)>()
	}

	/// The state that a command occupies, at most: its record, its dose, and the places where those
	/// who requested and approved it find it.
	pub fn command_footprint() -> Footprint {
		Footprint::from_mel::<(
			(DeviceId, CommandSeq, CommandRecordOf<T>),
			(DeviceId, Action, DoseEntry),
			[(T::AccountId, DeviceId, CommandSeq); 4],
		)>()
	}

	/// The state that a break-glass occupies, at most.
	pub fn break_glass_footprint() -> Footprint {
		Footprint::from_mel::<(
			(BreakGlassId, BreakGlassRecordOf<T>),
			(DeviceId, (T::AccountId, OrgId, Option<SubjectId>), BreakGlassId),
		)>()
	}

	/// The state that a record occupies, at most, with its audit and without its keys.
	pub fn record_footprint() -> Footprint {
		Footprint::from_mel::<(
			(RecordId, RecordEntry<T::AccountId, (), T::RecordTicket>),
			(H256, AuditLog<T::AccountId>),
		)>()
	}

	/// The state that a reader's key occupies, at most.
	pub fn key_footprint() -> Footprint {
		Footprint::from_mel::<KeyRecordOf<T>>()
	}
}
