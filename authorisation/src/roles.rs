// SPDX-License-Identifier: Apache-2.0

//! What a role allows: as little as the work needs.

use crate::{sets::set_of, Action};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An organisation.
pub type OrgId = u32;

/// What a member does in an organisation.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Role {
	/// Treats patients.
	#[codec(index = 0)]
	Clinician,
	/// Looks over what clinicians order.
	#[codec(index = 1)]
	Pharmacist,
	/// Sets up and updates devices.
	#[codec(index = 2)]
	BiomedEngineer,
	/// Locks devices and manages their keys.
	#[codec(index = 3)]
	SecurityOfficer,
	/// May break the glass.
	#[codec(index = 4)]
	Emergency,
	/// Reviews who broke the glass.
	#[codec(index = 5)]
	Reviewer,
}

impl Role {
	/// Every role, in the order of the codes.
	pub const ALL: [Self; 6] = [
		Self::Clinician,
		Self::Pharmacist,
		Self::BiomedEngineer,
		Self::SecurityOfficer,
		Self::Emergency,
		Self::Reviewer,
	];
}

set_of! {
	/// What a member does in an organisation: one role or several, never none. Bit `n` stands for
	/// the role with code `n`.
	Roles(u8) of Role
}

/// Whether a role allows an action. [`Role::Emergency`] does so only under a live break-glass that
/// covers it.
///
/// Step 2 of the decision.
pub const fn allows(role: Role, action: Action) -> bool {
	match role {
		Role::Clinician =>
			matches!(
				action,
				Action::ReadTelemetry |
					Action::ReadConfig |
					Action::ReadLog | Action::Configure |
					Action::Therapy | Action::SuspendTherapy |
					Action::ResumeTherapy |
					Action::Discharge |
					Action::ReadRecord |
					Action::WriteRecord
			),
		Role::Pharmacist =>
			matches!(action, Action::ReadConfig | Action::ReadLog | Action::ReadRecord),
		Role::BiomedEngineer => matches!(
			action,
			Action::ReadConfig | Action::ReadLog | Action::Configure | Action::FirmwareUpdate
		),
		Role::SecurityOfficer => matches!(action, Action::ReadLog | Action::KeyManage),
		Role::Emergency => matches!(
			action,
			Action::ReadTelemetry |
				Action::ReadConfig |
				Action::ReadLog |
				Action::Therapy |
				Action::SuspendTherapy |
				Action::ResumeTherapy |
				Action::ReadRecord
		),
		Role::Reviewer => matches!(action, Action::ReadLog | Action::ReadRecord),
	}
}

/// Whether a patient may do it to their own device or record, as the patient.
///
/// Step 2 of the decision.
pub const fn patient_may(action: Action) -> bool {
	matches!(
		action,
		Action::ReadTelemetry |
			Action::ReadConfig |
			Action::ReadLog |
			Action::SuspendTherapy |
			Action::ResumeTherapy |
			Action::ReadRecord
	)
}

/// Whether a member with these roles may be the second person for an action.
///
/// Where it is clinical, a clinician or pharmacist; elsewhere who may do it themselves, or a
/// security officer. That somebody may break the glass never counts here.
pub fn may_approve(roles: Roles, action: Action, clinical: bool) -> bool {
	roles.iter().any(|role| match role {
		Role::Emergency => false,
		Role::Clinician | Role::Pharmacist if clinical => true,
		Role::SecurityOfficer if !clinical => true,
		_ => !clinical && allows(role, action),
	})
}
