// SPDX-License-Identifier: Apache-2.0

//! Everything that a decision needs to know.

use crate::{
	Action, Actions, ConsentId, ConsentStatus, ConsentTerms, Dose, OrgId, Purpose, Roles,
	SafetyProfile, SoftLimits,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use mote_primitives::DeviceId;
use scale_info::TypeInfo;

/// A command's number among its device's: from 1, strictly rising, never used again.
pub type CommandSeq = u64;

/// A break-glass.
pub type BreakGlassId = u64;

/// What is asked for.
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
pub struct Request {
	/// What is to be done.
	pub action: Action,
	/// How much, in thousandths of the unit. Of [`Action::Therapy`] alone.
	pub value: u32,
	/// What for.
	pub purpose: Purpose,
}

/// What a list says of somebody's credential.
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
pub enum CredentialState {
	/// It counts.
	#[codec(index = 0)]
	Valid,
	/// It counts no more.
	#[codec(index = 1)]
	Revoked,
	/// It does not count for now.
	#[codec(index = 2)]
	Suspended,
	/// Its time is over, or the organisation is accredited no more.
	#[codec(index = 3)]
	Expired,
}

/// One capacity in which somebody acts: a membership. One whose term is over, or whose organisation
/// is not accredited, has a credential that is [`CredentialState::Expired`].
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
pub struct Capacity {
	/// The organisation.
	pub org: OrgId,
	/// What they do there.
	pub roles: Roles,
	/// The credential they hold for it.
	pub credential: CredentialState,
}

/// One of the subject's consents.
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
pub struct ConsentFacts<AccountId> {
	/// Its number.
	pub id: ConsentId,
	/// What it says.
	pub terms: ConsentTerms<AccountId>,
	/// What has become of it.
	pub status: ConsentStatus,
	/// How often it was used.
	pub uses: u32,
	/// The ownership epoch that the device it names had when it was given; `None` if it names
	/// none.
	pub epoch: Option<u32>,
}

/// The actor's live break-glass on the device.
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
pub struct BreakGlassFacts {
	/// What it covers.
	pub mask: Actions,
}

/// What is known of the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeviceFacts<'a> {
	/// The device.
	pub id: DeviceId,
	/// The organisation that runs it.
	pub org: OrgId,
	/// Whether the register trusts it for medical purposes.
	pub is_trusted: bool,
	/// Whether it is locked.
	pub is_locked: bool,
	/// Whether its therapy is suspended.
	pub is_suspended: bool,
	/// Whether it is assigned to a patient.
	pub has_subject: bool,
	/// Its ownership epoch.
	pub epoch: u32,
	/// What its manufacturer says of the action that is asked for.
	pub profile: Option<SafetyProfile>,
	/// From where on the action needs a second person.
	pub soft: Option<SoftLimits>,
	/// Its doses, given or reserved, in any order.
	pub doses: &'a [Dose],
}

/// Everything that a decision needs to know, gathered by the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts<'a, AccountId> {
	/// Who asks.
	pub actor: &'a AccountId,
	/// Whether they are the patient themselves.
	pub is_patient: bool,
	/// In which capacities they may act, in any order.
	pub capacities: &'a [Capacity],
	/// The device; `None` for what is about a record.
	pub device: Option<DeviceFacts<'a>>,
	/// All of the subject's consents, in any order.
	pub consents: &'a [ConsentFacts<AccountId>],
	/// The actor's live break-glass, if any.
	pub break_glass: Option<BreakGlassFacts>,
	/// The time, in ms since 1970.
	pub now: u64,
}
