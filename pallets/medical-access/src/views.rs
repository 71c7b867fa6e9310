// SPDX-License-Identifier: Apache-2.0

//! What apps are told.

use crate::*;
use alloc::vec::Vec;
use mote_authorisation::{command_digest, BreakGlassId, CommandSeq, OrgId, RecordId, SubjectId};
use mote_primitives::DeviceId;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn organisation_info(
		org: OrgId,
	) -> Option<OrganisationInfo<T::AccountId, BalanceOf<T>>> {
		let record = Organisations::<T>::get(org)?;
		Some(OrganisationInfo {
			admin: record.admin,
			offered_to: record.offered_to,
			is_accredited: record.is_accredited,
			break_glass_bond: record.break_glass_bond,
			members: record.members,
			devices: record.devices,
			patients: record.patients,
			overdue: record.overdue,
		})
	}

	pub(crate) fn member_info(org: OrgId, account: &T::AccountId) -> Option<MemberInfo> {
		let record = Members::<T>::get(org, account)?;
		Some(MemberInfo {
			roles: record.roles,
			credential: record.credential,
			state: Self::capacity(org, account, Self::now())?.credential,
			valid_until: record.valid_until,
			compromised_since: record.compromise.map(|compromise| compromise.since),
			emergency: EmergencyStandings::<T>::get(record.credential),
		})
	}

	pub(crate) fn device_info(device: &DeviceId) -> Option<MedicalDeviceInfo<T::AccountId>> {
		let record = MedicalDevices::<T>::get(device)?;
		Some(MedicalDeviceInfo {
			org: record.org,
			class: record.class,
			emergency: record.emergency,
			model: record.model,
			epoch: record.epoch,
			subject: record.subject,
			is_locked: record.is_locked,
			is_suspended: record.is_suspended,
			soft: record.soft,
			proposal: record.proposal,
			last_command: LastCommands::<T>::get(device),
		})
	}

	pub(crate) fn patient_info(subject: &SubjectId) -> Option<PatientInfo<T::AccountId>> {
		let record = Patients::<T>::get(subject)?;
		Some(PatientInfo {
			org: record.org,
			patient: record.patient,
			reviewer: record.reviewer,
			devices: record.devices,
			records: record.records,
			discharged_at: record.discharged_at,
		})
	}

	pub(crate) fn consent_infos(subject: &SubjectId) -> Vec<ConsentInfo<T::AccountId>> {
		let ids = Patients::<T>::get(subject).map(|patient| patient.consents).unwrap_or_default();
		let info = |id: u32| {
			let ConsentRecord { terms, status, uses, epoch, .. } = Consents::<T>::get(subject, id)?;
			Some(ConsentInfo { id, terms, status, uses, epoch })
		};
		ids.into_iter().filter_map(info).collect()
	}

	pub(crate) fn command_info(
		device: &DeviceId,
		seq: CommandSeq,
	) -> Option<CommandInfo<T::AccountId>> {
		let record = Commands::<T>::get(device, seq)?;
		let terms = record.terms(*device, seq);
		Some(CommandInfo {
			terms,
			digest: command_digest(&terms),
			purpose: record.purpose,
			requester: record.requester,
			org: record.org,
			basis: record.basis,
			break_glass: record.break_glass,
			approvals: record.approvals,
			need: record.need,
			clinical: record.clinical,
			state: record.state,
			proposed_at: record.proposed_at,
			authorised_at: record.authorised_at,
			finished_at: record.finished_at,
		})
	}

	pub(crate) fn open_command_infos(device: &DeviceId) -> Vec<CommandInfo<T::AccountId>> {
		let open = MedicalDevices::<T>::get(device).map(|record| record.open).unwrap_or_default();
		open.into_iter().filter_map(|seq| Self::command_info(device, seq)).collect()
	}

	pub(crate) fn authorised_commands(device: &DeviceId) -> Vec<AuthorisedCommand> {
		let now = Self::now();
		Self::open_command_infos(device)
			.into_iter()
			.filter(|command| {
				matches!(command.state, CommandState::Authorised | CommandState::Acknowledged) &&
					now < command.terms.expires
			})
			.map(|command| AuthorisedCommand { terms: command.terms, digest: command.digest })
			.collect()
	}

	pub(crate) fn break_glass_of(
		id: BreakGlassId,
	) -> Option<BreakGlassInfo<T::AccountId, BalanceOf<T>>> {
		let record = BreakGlasses::<T>::get(id)?;
		let is_live = record.is_live(Self::now());
		Some(BreakGlassInfo {
			device: record.device,
			subject: record.subject,
			org: record.org,
			requester: record.requester,
			reason: record.reason,
			mask: record.mask,
			started_at: record.started_at,
			ends_at: record.closed_at.unwrap_or(record.ends_at),
			is_live,
			review_due: record.review_due,
			review: record.review,
			bond: record.bond,
		})
	}

	pub(crate) fn record_info(record: &RecordId) -> Option<RecordInfo<T::AccountId>> {
		let entry = Records::<T>::get(record)?;
		let keys = entry.keys.into_iter().map(|key| (key.grantee, key.key)).collect();
		Some(RecordInfo {
			subject: entry.subject,
			author: entry.author,
			content: entry.content,
			commitment: entry.commitment,
			kind: entry.kind,
			keys: BoundedVec::truncate_from(keys),
			added_at: entry.added_at,
			erasure: entry.erasure,
		})
	}

	pub(crate) fn audit_head(subject: &H256) -> AuditHead {
		let log = AuditLogs::<T>::get(subject);
		AuditHead { entries: log.next_seq, head: log.head }
	}
}
