// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{stored, BoundedVec};
use mote_authorisation::{
	Action, Actions, Basis, BreakGlassId, CommandSeq, CommandTerms, ConsentId, ConsentStatus,
	ConsentTerms, ConsentVerdict, CredentialState, OrgId, ReviewOutcome, Roles, SoftLimits,
	SubjectId,
};
use mote_primitives::{ContentId, DeviceId, ModelId, StatusListId};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// A moment in milliseconds since the Unix epoch.
pub type Moment = u64;

/// The most organisations that an account may be a member of.
pub const MAX_MEMBERSHIPS: u32 = 4;
/// The most consents that a subject may have, with those that have ended and are kept.
pub const MAX_CONSENTS: u32 = 32;
/// Of [`MAX_CONSENTS`], those that clinicians may draft no more.
pub const CONSENTS_FOR_PATIENTS: u32 = 8;
/// Of [`CONSENTS_FOR_PATIENTS`], those that hold denials only: whatever was drafted and permitted,
/// and however often that was taken back, the patient may deny.
pub const CONSENTS_FOR_DENIALS: u32 = 4;
/// The most devices that a subject may have.
pub const MAX_DEVICES: u32 = 8;
/// The most commands that may be open at a device.
pub const MAX_OPEN: u32 = 16;
/// Of [`MAX_OPEN`], those that only stopping a therapy takes, so that nobody fills a device up
/// against it.
pub const OPEN_FOR_STOPPING: u32 = 2;
/// The most open commands that a person may have requested or approved.
pub const MAX_INVOLVED: u32 = 32;
/// The most open commands that a subject's devices may have: what is cancelled at once, at most.
pub const MAX_SUBJECT_OPEN: u32 = 128;
/// The most approvals of a command.
pub const MAX_APPROVALS: u32 = 4;
/// The most people who may have the key of a record.
pub const MAX_KEYS: u32 = 16;
/// The most break-glasses of one credential that nobody has reviewed.
pub const MAX_UNREVIEWED: u32 = 3;
/// The number of the first break-glass. An audit entry about none has 0.
pub const FIRST_BREAK_GLASS: BreakGlassId = 1;
/// How many refused actors a log remembers, so that it counts what they repeat.
pub const MAX_DENIALS: u32 = 16;
/// The most commands that one call lists for review.
pub const MAX_SUSPECTS: u32 = 32;
/// How far a device's clock may differ from the chain's, in milliseconds.
pub const CLOCK_TOLERANCE: Moment = 120_000;
/// The first denial of an actor is written in full, and further ones are only counted for so long,
/// in milliseconds.
pub const DENIAL_SPAN: Moment = 60_000;

/// How much harm the software of a device can do, by IEC 62304.
#[stored]
#[derive(Copy)]
pub enum SoftwareClass {
	/// None.
	#[codec(index = 0)]
	A,
	/// An injury that is not serious.
	#[codec(index = 1)]
	B,
	/// A serious injury, or death.
	#[codec(index = 2)]
	C,
}

/// A member's credential: its place in a list of statuses.
#[stored]
#[derive(Copy)]
pub struct CredentialRef {
	/// The list.
	pub list: StatusListId,
	/// The place in it.
	pub index: u32,
}

/// An organisation, as stored.
#[stored]
pub struct OrganisationRecord<AccountId, Balance, Ticket> {
	/// Who runs it. Never acts on a patient.
	pub admin: AccountId,
	/// Who may become its admin.
	pub offered_to: Option<AccountId>,
	/// Whether the authority accredits it.
	pub is_accredited: bool,
	/// What a member puts up to break the glass.
	pub break_glass_bond: Balance,
	/// How many members it has, with those whose membership is revoked and kept.
	pub members: u32,
	/// How many devices are enrolled.
	pub devices: u32,
	/// How many patients have a pseudonym here.
	pub patients: u32,
	/// How many break-glasses of its members are kept.
	pub break_glasses: u32,
	/// How often a review was overdue.
	pub overdue: u32,
	/// Who registered it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when it is removed.
	pub ticket: Ticket,
}

/// How far the list of somebody's commands is told, after their key was compromised.
#[stored]
#[derive(Copy)]
pub enum Listing {
	/// Everything was told.
	#[codec(index = 0)]
	Complete,
	/// Nothing yet, or up to this command.
	#[codec(index = 1)]
	After(Option<(DeviceId, CommandSeq)>),
}

/// What is known of a key that somebody else may have used.
#[stored]
#[derive(Copy)]
pub struct Compromise {
	/// Since when.
	pub since: Moment,
	/// How far the commands executed since then are told.
	pub listing: Listing,
}

/// A membership, as stored.
#[stored]
pub struct MemberRecord<AccountId, Ticket> {
	/// What they do.
	pub roles: Roles,
	/// Their credential.
	pub credential: CredentialRef,
	/// When their term is over.
	pub valid_until: Moment,
	/// Set when their key was compromised: the membership counts as revoked, for good.
	pub compromise: Option<Compromise>,
	/// Who added them, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when they are removed.
	pub ticket: Ticket,
}

/// An account that an organisation may not add again, because its key was reported while it was a
/// member.
#[stored]
pub struct BarRecord<AccountId, Ticket> {
	/// When the membership ended.
	pub removed_at: Moment,
	/// Who added the member, and gets the ticket back.
	pub depositor: AccountId,
	/// The membership's. Returned when the bar is lifted.
	pub ticket: Ticket,
}

/// Whose credential it is.
#[stored]
pub struct CredentialHolder<AccountId> {
	/// Who.
	pub account: AccountId,
	/// In how many organisations they use it.
	pub memberships: u32,
}

/// Soft limits that a clinician proposed, and another one may confirm.
#[stored]
pub struct SoftProposal<AccountId> {
	/// Who.
	pub by: AccountId,
	/// What; `None` for no limits.
	pub limits: Option<SoftLimits>,
}

/// A device, as stored.
#[stored]
pub struct MedicalDeviceRecord<AccountId, Ticket> {
	/// Which organisation runs it.
	pub org: OrgId,
	/// How much harm its software can do.
	pub class: SoftwareClass,
	/// What may be done under a break-glass, at most.
	pub emergency: Option<Actions>,
	/// Its model.
	pub model: ModelId,
	/// Its ownership period. What was enrolled is void in any other.
	pub epoch: u32,
	/// Whom it treats.
	pub subject: Option<SubjectId>,
	/// Whether nothing may be asked of it.
	pub is_locked: bool,
	/// Whether its therapy is suspended, as it said itself.
	pub is_suspended: bool,
	/// The command by which it said so, so that receipts may come in any order; before the first
	/// one, the last number before the enrolment.
	pub switched_by: CommandSeq,
	/// From where on a dose needs a second person.
	pub soft: Option<SoftLimits>,
	/// What a clinician proposed instead.
	pub proposal: Option<SoftProposal<AccountId>>,
	/// Its open commands.
	pub open: BoundedVec<CommandSeq, ConstU32<MAX_OPEN>>,
	/// Who enrolled it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when it is withdrawn.
	pub ticket: Ticket,
}

/// A patient in relation to one organisation, as stored.
#[stored]
pub struct PatientRecord<AccountId, Ticket> {
	/// The organisation.
	pub org: OrgId,
	/// The patient, or whoever acts for them.
	pub patient: AccountId,
	/// Whom the patient lets review break-glasses.
	pub reviewer: Option<AccountId>,
	/// The number that the next consent takes.
	pub next_consent: ConsentId,
	/// The consents, with those that have ended and are kept.
	pub consents: BoundedVec<ConsentId, ConstU32<MAX_CONSENTS>>,
	/// The devices.
	pub devices: BoundedVec<DeviceId, ConstU32<MAX_DEVICES>>,
	/// How many records there are.
	pub records: u32,
	/// When the relation ended.
	pub discharged_at: Option<Moment>,
	/// Who admitted them, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when they are removed.
	pub ticket: Ticket,
}

/// A consent, as stored.
#[stored]
pub struct ConsentRecord<AccountId, Ticket> {
	/// What it says.
	pub terms: ConsentTerms<AccountId>,
	/// Where it stands.
	pub status: ConsentStatus,
	/// How often it was used.
	pub uses: u32,
	/// The ownership period of the device that it names.
	pub epoch: Option<u32>,
	/// When it was ended.
	pub ended_at: Option<Moment>,
	/// Who drafted or granted it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when it is removed.
	pub ticket: Ticket,
}

/// A safety profile, as stored.
#[stored]
pub struct ProfileRecord<AccountId, Ticket> {
	/// What it says.
	pub profile: mote_authorisation::SafetyProfile,
	/// Who set it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when it is removed.
	pub ticket: Ticket,
}

/// Where a command stands.
#[stored]
#[derive(Copy)]
pub enum CommandState {
	/// It waits for somebody's approval.
	#[codec(index = 0)]
	Proposed,
	/// The device may execute it, once the block is final.
	#[codec(index = 1)]
	Authorised,
	/// The device has it.
	#[codec(index = 2)]
	Acknowledged,
	/// The device executed it.
	#[codec(index = 3)]
	Executed,
	/// The device could not execute it.
	#[codec(index = 4)]
	Failed,
	/// The device would not execute it.
	#[codec(index = 5)]
	Rejected,
	/// It was taken back.
	#[codec(index = 6)]
	Cancelled,
	/// Its time is over.
	#[codec(index = 7)]
	Expired,
}

impl CommandState {
	/// Whether it may still be executed.
	pub const fn is_open(self) -> bool {
		matches!(self, Self::Proposed | Self::Authorised | Self::Acknowledged)
	}

	/// Whether the device has said what became of it.
	pub const fn is_settled(self) -> bool {
		matches!(self, Self::Executed | Self::Failed | Self::Rejected)
	}
}

/// Why a command was cancelled.
#[stored]
#[derive(Copy)]
pub enum CancelReason {
	/// Somebody who may took it back.
	#[codec(index = 0)]
	Withdrawn,
	/// The consent that it rested on is gone.
	#[codec(index = 1)]
	ConsentGone,
	/// Whoever requested or approved it is no member any more.
	#[codec(index = 2)]
	MemberGone,
	/// The key of whoever requested or approved it was compromised.
	#[codec(index = 3)]
	Compromised,
	/// The device was locked.
	#[codec(index = 4)]
	DeviceLocked,
	/// The device left its patient or its organisation.
	#[codec(index = 5)]
	DeviceGone,
	/// When it would have been complete, it was permitted no more.
	#[codec(index = 6)]
	Denied,
	/// The break-glass that it rested on was closed.
	#[codec(index = 7)]
	BreakGlassClosed,
	/// The patient denied it after it was requested.
	#[codec(index = 8)]
	ConsentDenied,
	/// The device executed one with a higher number, and obeys this one no more.
	#[codec(index = 9)]
	Overtaken,
}

/// A command, as stored.
#[stored]
pub struct CommandRecord<AccountId, Ticket> {
	/// What is to be done.
	pub action: Action,
	/// How much.
	pub value: u32,
	/// Commitment to the parameters, which the device gets by another way.
	pub params_commit: H256,
	/// What for.
	pub purpose: mote_authorisation::Purpose,
	/// Who wants it.
	pub requester: AccountId,
	/// In which organisation's name; `None` for the patient.
	pub org: Option<OrgId>,
	/// Which organisation ran the device.
	pub device_org: OrgId,
	/// Whom the device treated.
	pub subject: Option<SubjectId>,
	/// What permits it.
	pub basis: Basis,
	/// The break-glass that it rests on, if it does.
	pub break_glass: Option<BreakGlassId>,
	/// When it may first be executed.
	pub not_before: Moment,
	/// When it may no more.
	pub expires: Moment,
	/// Who approved it.
	pub approvals: BoundedVec<AccountId, ConstU32<MAX_APPROVALS>>,
	/// How many approvals it needs.
	pub need: u8,
	/// Whether they have to be a clinician's or pharmacist's.
	pub clinical: bool,
	/// Where it stands.
	pub state: CommandState,
	/// When it was requested.
	pub proposed_at: Moment,
	/// When it was complete.
	pub authorised_at: Option<Moment>,
	/// When it came to its last state.
	pub finished_at: Option<Moment>,
	/// Returned to the requester when it is removed.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> CommandRecord<AccountId, Ticket> {
	/// What the device is given.
	pub fn terms(&self, device: DeviceId, seq: CommandSeq) -> CommandTerms {
		CommandTerms {
			device,
			seq,
			action: self.action,
			value: self.value,
			params_commit: self.params_commit,
			not_before: self.not_before,
			expires: self.expires,
		}
	}
}

impl<AccountId: PartialEq, Ticket> CommandRecord<AccountId, Ticket> {
	/// Whether somebody requested or approved it as a member of this organisation.
	pub fn is_of(&self, org: OrgId, account: &AccountId) -> bool {
		(self.org == Some(org) && self.requester == *account) ||
			(self.device_org == org && self.approvals.contains(account))
	}
}

/// A dose that was given, or that an authorised command may still give.
#[stored]
#[derive(Copy)]
pub struct DoseEntry {
	/// The command.
	pub seq: CommandSeq,
	/// When it was authorised; when the device gave it, once it has said so.
	pub at: Moment,
	/// How much.
	pub value: u32,
}

/// How many open commands a new consent has looked at, at most: a permit looks at none.
pub const fn most_looked_at<AccountId>(terms: &ConsentTerms<AccountId>) -> u32 {
	match terms.verdict {
		ConsentVerdict::Permit => 0,
		ConsentVerdict::Deny => MAX_SUBJECT_OPEN,
	}
}

/// Why somebody breaks the glass.
#[stored]
#[derive(Copy)]
pub enum BreakGlassReason {
	/// The heart stopped.
	#[codec(index = 0)]
	CardiacArrest,
	/// The patient cannot be asked.
	#[codec(index = 1)]
	Unconscious,
	/// Too little sugar in the blood.
	#[codec(index = 2)]
	SevereHypoglycaemia,
	/// The device fails.
	#[codec(index = 3)]
	DeviceFailure,
	/// Many are hurt.
	#[codec(index = 4)]
	Disaster,
	/// Another threat to life.
	#[codec(index = 5)]
	OtherThreatToLife,
}

/// What a reviewer said of a break-glass.
#[stored]
pub struct Review<AccountId> {
	/// Who.
	pub by: AccountId,
	/// What.
	pub outcome: ReviewOutcome,
	/// Commitment to the report.
	pub report_hash: H256,
	/// When.
	pub at: Moment,
}

/// A break-glass, as stored.
#[stored]
pub struct BreakGlassRecord<AccountId, Balance, Ticket> {
	/// The device.
	pub device: DeviceId,
	/// Whom it treats.
	pub subject: Option<SubjectId>,
	/// In which organisation's name.
	pub org: OrgId,
	/// Who.
	pub requester: AccountId,
	/// Their credential.
	pub credential: CredentialRef,
	/// Why.
	pub reason: BreakGlassReason,
	/// What it covers.
	pub mask: Actions,
	/// When it began.
	pub started_at: Moment,
	/// When it is over, at the latest.
	pub ends_at: Moment,
	/// When it was closed before that.
	pub closed_at: Option<Moment>,
	/// When the review is overdue.
	pub review_due: Moment,
	/// The review.
	pub review: Option<Review<AccountId>>,
	/// Whether the organisation was told that the review is overdue.
	pub is_flagged: bool,
	/// Whom the medical authority has review it, since it was overdue.
	pub assigned_to: Option<AccountId>,
	/// Who approved a command that rests on it, and so may not review it.
	pub approvers: BoundedVec<AccountId, ConstU32<MAX_OPEN>>,
	/// What the requester put up, while nobody has reviewed it.
	pub bond: Balance,
	/// Returned to the requester when it is removed.
	pub ticket: Ticket,
}

impl<AccountId, Balance, Ticket> BreakGlassRecord<AccountId, Balance, Ticket> {
	/// Whether it covers anything at `now`.
	pub fn is_live(&self, now: Moment) -> bool {
		self.closed_at.is_none() && now < self.ends_at
	}
}

/// A break-glass that nobody has reviewed.
#[stored]
#[derive(Copy)]
pub struct PendingReview {
	/// Which.
	pub id: BreakGlassId,
	/// When the review is overdue.
	pub due: Moment,
}

/// What a credential may still do in emergencies. Kept under the credential, so that another
/// account of the same person begins with nothing new.
#[stored]
#[derive(Default)]
pub struct EmergencyStanding {
	/// What nobody has reviewed.
	pub pending: BoundedVec<PendingReview, ConstU32<MAX_UNREVIEWED>>,
	/// The day of the last break-glass, since the Unix epoch.
	pub day: u64,
	/// How many there were on that day.
	pub opened: u32,
	/// Whether one of them was unjustified.
	pub is_revoked: bool,
}

impl EmergencyStanding {
	/// Whether a review is overdue, so that the role does not count.
	pub fn is_suspended(&self, now: Moment) -> bool {
		self.pending.iter().any(|review| review.due <= now)
	}
}

/// What a record is about.
#[stored]
#[derive(Copy)]
pub enum RecordKind {
	/// Something that was measured or seen.
	#[codec(index = 0)]
	Observation,
	/// A medicine.
	#[codec(index = 1)]
	Medication,
	/// A picture.
	#[codec(index = 2)]
	Imaging,
	/// A report.
	#[codec(index = 3)]
	Report,
	/// Anything else.
	#[codec(index = 4)]
	Other,
}

/// A record's key, encrypted to one reader: an ephemeral X25519 key, the encrypted key, a tag.
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
pub struct WrappedKey(pub [u8; 80]);

/// A reader's key of a record, as stored.
#[stored]
pub struct KeyRecord<AccountId, Ticket> {
	/// The reader.
	pub grantee: AccountId,
	/// The key, which only they can open.
	pub key: WrappedKey,
	/// Who shared it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the key is removed.
	pub ticket: Ticket,
}

/// That a record was erased.
#[stored]
#[derive(Copy)]
pub struct Erasure {
	/// When.
	pub at: Moment,
	/// Commitment to what proves that the contents, their key and the salt are gone.
	pub receipt: H256,
}

/// A pointer to an encrypted record of a patient, as stored.
#[stored]
pub struct RecordEntry<AccountId, Keys, Ticket> {
	/// The patient.
	pub subject: SubjectId,
	/// Who wrote it.
	pub author: AccountId,
	/// Where the encrypted record is; `None` when it was erased.
	pub content: Option<ContentId>,
	/// Salted commitment to the record.
	pub commitment: H256,
	/// What it is about.
	pub kind: RecordKind,
	/// Who can open it.
	pub keys: Keys,
	/// When it was added.
	pub added_at: Moment,
	/// That it was erased.
	pub erasure: Option<Erasure>,
	/// Returned to the author when it is removed.
	pub ticket: Ticket,
}

/// A refusal that is being counted.
#[stored]
#[derive(Copy)]
pub struct RecentDenial<AccountId> {
	/// Who was refused.
	pub actor: AccountId,
	/// When it was last written in full.
	pub at: Moment,
	/// How many were only counted since.
	pub suppressed: u32,
}

/// The head of the chain of entries about one device or record. Kept for good.
#[stored]
pub struct AuditLog<AccountId> {
	/// The number of the next entry.
	pub next_seq: u64,
	/// The hash of the last one; zero when there is none.
	pub head: H256,
	/// How many denials were only counted, of actors that are remembered no more.
	pub evicted: u32,
	/// Who was refused of late.
	pub recent: BoundedVec<RecentDenial<AccountId>, ConstU32<MAX_DENIALS>>,
}

impl<AccountId> Default for AuditLog<AccountId> {
	fn default() -> Self {
		Self { next_seq: 0, head: H256::zero(), evicted: 0, recent: BoundedVec::new() }
	}
}

/// What an actor's credentials were worth, organisation by organisation.
pub type Credentials = BoundedVec<(OrgId, CredentialState), ConstU32<MAX_MEMBERSHIPS>>;
/// The commands that somebody requested or approved and that are open.
pub type Involved = BoundedVec<(DeviceId, CommandSeq), ConstU32<MAX_INVOLVED>>;
/// The doses of a device's window.
pub type Doses = BoundedVec<DoseEntry, ConstU32<{ mote_authorisation::MAX_DOSES }>>;

/// An organisation, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OrganisationInfo<AccountId, Balance> {
	/// Who runs it.
	pub admin: AccountId,
	/// Who may become its admin.
	pub offered_to: Option<AccountId>,
	/// Whether the authority accredits it.
	pub is_accredited: bool,
	/// What a member puts up to break the glass.
	pub break_glass_bond: Balance,
	/// How many members it has.
	pub members: u32,
	/// How many devices are enrolled.
	pub devices: u32,
	/// How many patients have a pseudonym here.
	pub patients: u32,
	/// How often a review was overdue.
	pub overdue: u32,
}

/// A membership, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MemberInfo {
	/// What they do.
	pub roles: Roles,
	/// Their credential.
	pub credential: CredentialRef,
	/// What it is worth now, in this organisation.
	pub state: CredentialState,
	/// When their term is over.
	pub valid_until: Moment,
	/// Since when their key was compromised, if it was.
	pub compromised_since: Option<Moment>,
	/// What their credential may still do in emergencies.
	pub emergency: EmergencyStanding,
}

/// A device, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MedicalDeviceInfo<AccountId> {
	/// Which organisation runs it.
	pub org: OrgId,
	/// How much harm its software can do.
	pub class: SoftwareClass,
	/// What may be done under a break-glass, at most.
	pub emergency: Option<Actions>,
	/// Its model.
	pub model: ModelId,
	/// The ownership period in which it was enrolled.
	pub epoch: u32,
	/// Whom it treats.
	pub subject: Option<SubjectId>,
	/// Whether nothing may be asked of it.
	pub is_locked: bool,
	/// Whether its therapy is suspended, as it said itself.
	pub is_suspended: bool,
	/// From where on a dose needs a second person.
	pub soft: Option<SoftLimits>,
	/// What a clinician proposed instead.
	pub proposal: Option<SoftProposal<AccountId>>,
	/// The number of its last command; 0 before the first.
	pub last_command: CommandSeq,
}

/// A patient in relation to one organisation, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct PatientInfo<AccountId> {
	/// The organisation.
	pub org: OrgId,
	/// The patient, or whoever acts for them.
	pub patient: AccountId,
	/// Whom the patient lets review break-glasses.
	pub reviewer: Option<AccountId>,
	/// The devices.
	pub devices: BoundedVec<DeviceId, ConstU32<MAX_DEVICES>>,
	/// How many records there are.
	pub records: u32,
	/// When the relation ended.
	pub discharged_at: Option<Moment>,
}

/// A consent, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ConsentInfo<AccountId> {
	/// Its number.
	pub id: ConsentId,
	/// What it says.
	pub terms: ConsentTerms<AccountId>,
	/// Where it stands. An active one whose time is over counts no more.
	pub status: ConsentStatus,
	/// How often it was used.
	pub uses: u32,
	/// The ownership period of the device that it names.
	pub epoch: Option<u32>,
}

/// A command, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CommandInfo<AccountId> {
	/// What the device is given.
	pub terms: CommandTerms,
	/// What stands for it in the device's receipt.
	pub digest: H256,
	/// What for.
	pub purpose: mote_authorisation::Purpose,
	/// Who wants it.
	pub requester: AccountId,
	/// In which organisation's name; `None` for the patient.
	pub org: Option<OrgId>,
	/// What permits it.
	pub basis: Basis,
	/// The break-glass that it rests on, if it does.
	pub break_glass: Option<BreakGlassId>,
	/// Who approved it.
	pub approvals: BoundedVec<AccountId, ConstU32<MAX_APPROVALS>>,
	/// How many approvals it needs.
	pub need: u8,
	/// Whether they have to be a clinician's or pharmacist's.
	pub clinical: bool,
	/// Where it stands.
	pub state: CommandState,
	/// When it was requested.
	pub proposed_at: Moment,
	/// When it was complete.
	pub authorised_at: Option<Moment>,
	/// When it came to its last state.
	pub finished_at: Option<Moment>,
}

/// A command that a device may execute, as a gateway hands it over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AuthorisedCommand {
	/// What is to be done.
	pub terms: CommandTerms,
	/// What stands for it in the device's receipt.
	pub digest: H256,
}

/// A break-glass, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BreakGlassInfo<AccountId, Balance> {
	/// The device.
	pub device: DeviceId,
	/// Whom it treats.
	pub subject: Option<SubjectId>,
	/// In which organisation's name.
	pub org: OrgId,
	/// Who.
	pub requester: AccountId,
	/// Why.
	pub reason: BreakGlassReason,
	/// What it covers.
	pub mask: Actions,
	/// When it began.
	pub started_at: Moment,
	/// When it is over: when it was closed, or at the latest.
	pub ends_at: Moment,
	/// Whether it covers anything now.
	pub is_live: bool,
	/// When the review is overdue.
	pub review_due: Moment,
	/// The review.
	pub review: Option<Review<AccountId>>,
	/// What the requester put up.
	pub bond: Balance,
}

/// A record, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RecordInfo<AccountId> {
	/// The patient.
	pub subject: SubjectId,
	/// Who wrote it.
	pub author: AccountId,
	/// Where the encrypted record is; `None` when it was erased.
	pub content: Option<ContentId>,
	/// Salted commitment to the record.
	pub commitment: H256,
	/// What it is about.
	pub kind: RecordKind,
	/// Who can open it, each with their key.
	pub keys: BoundedVec<(AccountId, WrappedKey), ConstU32<MAX_KEYS>>,
	/// When it was added.
	pub added_at: Moment,
	/// That it was erased.
	pub erasure: Option<Erasure>,
}

/// The head of a chain of audit entries, as told to apps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AuditHead {
	/// How many entries there are.
	pub entries: u64,
	/// The hash of the last one; zero when there is none.
	pub head: H256,
}
