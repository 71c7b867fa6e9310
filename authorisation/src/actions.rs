// SPDX-License-Identifier: Apache-2.0

//! What may be asked, what for, and how much can go wrong.

use crate::sets::set_of;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What somebody wants to do with a device or a record.
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
pub enum Action {
	/// Read what the device measures.
	#[codec(index = 0)]
	ReadTelemetry,
	/// Read how the device is set.
	#[codec(index = 1)]
	ReadConfig,
	/// Read what the device did.
	#[codec(index = 2)]
	ReadLog,
	/// Change how the device is set.
	#[codec(index = 3)]
	Configure,
	/// Deliver a dose.
	#[codec(index = 4)]
	Therapy,
	/// Stop the therapy until it is resumed.
	#[codec(index = 5)]
	SuspendTherapy,
	/// Install other firmware.
	#[codec(index = 6)]
	FirmwareUpdate,
	/// Change the device's keys.
	#[codec(index = 7)]
	KeyManage,
	/// Take the device off the patient.
	#[codec(index = 8)]
	Discharge,
	/// Read a record of the patient.
	#[codec(index = 9)]
	ReadRecord,
	/// Add a record of the patient.
	#[codec(index = 10)]
	WriteRecord,
	/// Go on with a therapy that was suspended.
	#[codec(index = 11)]
	ResumeTherapy,
}

impl Action {
	/// Every action, in the order of the codes.
	pub const ALL: [Self; 12] = [
		Self::ReadTelemetry,
		Self::ReadConfig,
		Self::ReadLog,
		Self::Configure,
		Self::Therapy,
		Self::SuspendTherapy,
		Self::FirmwareUpdate,
		Self::KeyManage,
		Self::Discharge,
		Self::ReadRecord,
		Self::WriteRecord,
		Self::ResumeTherapy,
	];

	/// Whether it only reads.
	pub const fn is_read(self) -> bool {
		matches!(self, Self::ReadTelemetry | Self::ReadConfig | Self::ReadLog | Self::ReadRecord)
	}

	/// Whether it is about a record, not about a device.
	pub const fn is_about_record(self) -> bool {
		matches!(self, Self::ReadRecord | Self::WriteRecord)
	}

	/// Whether a device is told to do it: all but what reads or is about a record.
	pub const fn is_command(self) -> bool {
		!self.is_read() && !self.is_about_record()
	}

	/// The risk that no profile can lower.
	pub const fn least_risk(self) -> Risk {
		match self {
			Self::ReadTelemetry |
			Self::ReadConfig |
			Self::ReadLog |
			Self::ReadRecord |
			Self::SuspendTherapy |
			Self::Therapy => Risk::Low,
			Self::Configure | Self::Discharge | Self::ResumeTherapy | Self::WriteRecord =>
				Risk::Medium,
			Self::FirmwareUpdate | Self::KeyManage => Risk::High,
		}
	}
}

set_of! {
	/// What may be done: one action or several, never none. Bit `n` stands for the action with
	/// code `n`.
	Actions(u16) of Action
}

impl Actions {
	/// What a device's emergency profile may name, and so the widest break-glass there is.
	pub const EMERGENCY: Self = Self::of(&[
		Action::ReadTelemetry,
		Action::ReadConfig,
		Action::ReadLog,
		Action::Therapy,
		Action::SuspendTherapy,
		Action::ReadRecord,
		Action::ResumeTherapy,
	]);
}

/// What for. Codes of HL7's ActReason in brackets.
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
pub enum Purpose {
	/// Treatment (TREAT).
	#[codec(index = 0)]
	Treat,
	/// Treatment in an emergency (ETREAT).
	#[codec(index = 1)]
	EmergencyTreat,
	/// Access that is answered for afterwards (BTG).
	#[codec(index = 2)]
	BreakGlass,
	/// Payment (HPAYMT).
	#[codec(index = 3)]
	Payment,
	/// The running of an organisation (HOPERAT).
	#[codec(index = 4)]
	Operations,
	/// Research (HRESCH).
	#[codec(index = 5)]
	Research,
	/// The patient asked for it (PATRQT).
	#[codec(index = 6)]
	PatientRequest,
	/// Public health (PUBHLTH).
	#[codec(index = 7)]
	PublicHealth,
	/// Service of the device (SRVC, a code of this project).
	#[codec(index = 8)]
	Service,
}

impl Purpose {
	/// Every purpose, in the order of the codes.
	pub const ALL: [Self; 9] = [
		Self::Treat,
		Self::EmergencyTreat,
		Self::BreakGlass,
		Self::Payment,
		Self::Operations,
		Self::Research,
		Self::PatientRequest,
		Self::PublicHealth,
		Self::Service,
	];

	/// Whether it is one that a break-glass may serve.
	pub const fn is_emergency(self) -> bool {
		matches!(self, Self::EmergencyTreat | Self::BreakGlass)
	}
}

set_of! {
	/// What for: one purpose or several, never none. Bit `n` stands for the purpose with code `n`.
	Purposes(u16) of Purpose
}

/// How much can go wrong.
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
pub enum Risk {
	/// Nobody else needs to approve.
	#[codec(index = 0)]
	Low,
	/// Somebody of the device's organisation approves what somebody from outside asks for.
	#[codec(index = 1)]
	Medium,
	/// Somebody else approves.
	#[codec(index = 2)]
	High,
}
