// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody registered an organisation.
		OrganisationRegistered {
			/// The organisation.
			org: OrgId,
			/// Its admin.
			admin: T::AccountId,
			/// What a member puts up to break the glass.
			break_glass_bond: BalanceOf<T>,
		},
		/// The authority accredited an organisation, or took it back.
		OrganisationAccredited {
			/// The organisation.
			org: OrgId,
			/// Whether it is accredited from now on.
			is_accredited: bool,
		},
		/// An organisation wants another bond.
		BreakGlassBondChanged {
			/// The organisation.
			org: OrgId,
			/// What a member puts up to break the glass from now on.
			bond: BalanceOf<T>,
		},
		/// An organisation was offered to another admin.
		AdminOffered {
			/// The organisation.
			org: OrgId,
			/// Who may accept it.
			to: T::AccountId,
		},
		/// An organisation has another admin.
		AdminChanged {
			/// The organisation.
			org: OrgId,
			/// Its admin from now on.
			admin: T::AccountId,
		},
		/// An organisation is gone, and its deposit was returned.
		OrganisationRemoved {
			/// The organisation.
			org: OrgId,
		},
		/// The authority admitted a list of credentials, or took it back.
		CredentialListAdmitted {
			/// The list.
			list: StatusListId,
			/// Whether its credentials count from now on.
			is_admitted: bool,
		},
		/// An organisation has a new member.
		MemberAdded {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
			/// What they do.
			roles: Roles,
			/// Their credential.
			credential: CredentialRef,
			/// When their term is over.
			valid_until: Moment,
		},
		/// A member does something else, or for another time.
		MemberChanged {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
			/// What they do from now on.
			roles: Roles,
			/// When their term is over.
			valid_until: Moment,
		},
		/// A membership has ended. Its deposit was returned, unless the account is barred.
		MemberRemoved {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
		},
		/// A member was removed whose key was compromised. The organisation may not add the
		/// account again, and the deposit stays on hold.
		AccountBarred {
			/// The organisation.
			org: OrgId,
			/// The former member.
			account: T::AccountId,
		},
		/// An organisation may add an account again, and the deposit was returned.
		BarLifted {
			/// The organisation.
			org: OrgId,
			/// The former member.
			account: T::AccountId,
		},
		/// A member's key may have been used by somebody else. The membership counts as revoked.
		CompromiseReported {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
			/// Since when.
			since: Moment,
			/// Who reported it.
			by: T::AccountId,
		},
		/// A command should be looked at: whoever requested or approved it may have been somebody
		/// else.
		SuspectCommand {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// When its execution became known.
			executed_at: Moment,
		},
		/// All commands of a member whose key was compromised are listed.
		SuspectsListed {
			/// The organisation.
			org: OrgId,
			/// The member.
			account: T::AccountId,
		},
		/// An organisation runs a device.
		DeviceEnrolled {
			/// The device.
			device: DeviceId,
			/// The organisation.
			org: OrgId,
			/// How much harm its software can do.
			class: SoftwareClass,
			/// What may be done under a break-glass, at most.
			emergency: Option<Actions>,
			/// Its model.
			model: ModelId,
			/// Its ownership period.
			epoch: u32,
			/// Who enrolled it.
			by: T::AccountId,
		},
		/// An organisation runs a device no more, and its deposit was returned.
		DeviceWithdrawn {
			/// The device.
			device: DeviceId,
		},
		/// A device was locked or unlocked.
		DeviceLockChanged {
			/// The device.
			device: DeviceId,
			/// Whether nothing may be asked of it from now on.
			is_locked: bool,
			/// Who did it.
			by: T::AccountId,
		},
		/// A patient has a pseudonym in an organisation.
		PatientAdmitted {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The organisation.
			org: OrgId,
			/// The patient, or whoever acts for them.
			patient: T::AccountId,
		},
		/// A patient's relation to an organisation has ended.
		PatientDischarged {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// Who ended it.
			by: T::AccountId,
		},
		/// A pseudonym is gone, and its deposit was returned.
		PatientRemoved {
			/// The patient's pseudonym.
			subject: SubjectId,
		},
		/// A device treats a patient.
		DeviceAssigned {
			/// The device.
			device: DeviceId,
			/// The patient's pseudonym.
			subject: SubjectId,
		},
		/// A device treats its patient no more. Its soft limits are gone.
		DeviceUnassigned {
			/// The device.
			device: DeviceId,
			/// The patient's pseudonym.
			subject: SubjectId,
		},
		/// A patient said who may review break-glasses.
		ReviewerAppointed {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// Who; nobody if none.
			reviewer: Option<T::AccountId>,
		},
		/// A manufacturer said what an action of a model may do.
		ProfileSet {
			/// The model.
			model: ModelId,
			/// The action.
			action: Action,
			/// The hard limits and the risk.
			profile: SafetyProfile,
		},
		/// A manufacturer says nothing of an action of a model any more.
		ProfileRemoved {
			/// The model.
			model: ModelId,
			/// The action.
			action: Action,
		},
		/// A clinician proposed soft limits.
		SoftLimitsProposed {
			/// The device.
			device: DeviceId,
			/// The action.
			action: Action,
			/// The limits; none to have none.
			limits: Option<SoftLimits>,
			/// Who.
			by: T::AccountId,
		},
		/// Another clinician confirmed them, and they hold.
		SoftLimitsSet {
			/// The device.
			device: DeviceId,
			/// The action.
			action: Action,
			/// The limits; none if there are none.
			limits: Option<SoftLimits>,
			/// Who.
			by: T::AccountId,
		},
		/// A clinician drafted a consent.
		ConsentDrafted {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
			/// What it says.
			terms: ConsentTerms<T::AccountId>,
			/// Who.
			by: T::AccountId,
		},
		/// A patient agreed to a draft.
		ConsentActivated {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
			/// The ownership period of the device that it names.
			epoch: Option<u32>,
		},
		/// A patient permits or denies something.
		ConsentGranted {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
			/// What it says.
			terms: ConsentTerms<T::AccountId>,
			/// The ownership period of the device that it names.
			epoch: Option<u32>,
		},
		/// A consent holds no more.
		ConsentRevoked {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
		},
		/// A consent should never have been, and holds no more.
		ConsentMarkedInError {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
		},
		/// A consent is gone, and its deposit was returned.
		ConsentRemoved {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
		},
		/// Something was permitted by a consent.
		ConsentUsed {
			/// The patient's pseudonym.
			subject: SubjectId,
			/// The consent.
			id: ConsentId,
			/// How often it was used by now.
			uses: u32,
		},
		/// Something was asked, and this is the answer.
		Decided {
			/// The device, if it is about one.
			device: Option<DeviceId>,
			/// The record, if it is about one. The patient's pseudonym when a record is to be
			/// written: there is none yet.
			record: Option<RecordId>,
			/// Who asked.
			actor: T::AccountId,
			/// The action.
			action: Action,
			/// How much.
			value: u32,
			/// What for.
			purpose: Purpose,
			/// The answer.
			decision: Decision,
			/// Whether the register trusted the device.
			is_trusted: bool,
			/// What the actor's credentials were worth, in each organisation they are a member of.
			credentials: Credentials,
		},
		/// Something was refused.
		AccessDenied {
			/// The device, if it is about one.
			device: Option<DeviceId>,
			/// The record, if it is about one.
			record: Option<RecordId>,
			/// Who asked.
			actor: T::AccountId,
			/// The action.
			action: Action,
			/// Why.
			refusal: Refusal,
		},
		/// The chain of entries about a device or record has a new one.
		Audited {
			/// The entry.
			entry: AuditEntry<T::AccountId>,
		},
		/// A command was requested, and permitted.
		CommandProposed {
			/// What the device is given.
			terms: CommandTerms,
			/// What stands for it in the device's receipt.
			digest: H256,
			/// What for.
			purpose: Purpose,
			/// Who wants it.
			requester: T::AccountId,
			/// In which organisation's name; none for the patient.
			org: Option<OrgId>,
			/// Whom the device treats.
			subject: Option<SubjectId>,
			/// What permits it.
			basis: Basis,
			/// The break-glass that it rests on, if it does.
			break_glass: Option<BreakGlassId>,
			/// How many approvals it needs.
			need: u8,
			/// Whether they have to be a clinician's or pharmacist's.
			clinical: bool,
		},
		/// Somebody approved a command. It was judged again, and this is how it stands. On another
		/// ground than before it may be over sooner: with the break-glass or consent that it rests
		/// on now.
		CommandApproved {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// Who.
			by: T::AccountId,
			/// What permits it.
			basis: Basis,
			/// In which organisation's name it is asked; none for the patient.
			org: Option<OrgId>,
			/// The break-glass that it rests on, if it does.
			break_glass: Option<BreakGlassId>,
			/// How many approvals it needs.
			need: u8,
			/// Whether they have to be a clinician's or pharmacist's.
			clinical: bool,
		},
		/// A device may execute a command, once this block is final.
		CommandAuthorised {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// What stands for it in the device's receipt.
			digest: H256,
			/// When.
			at: Moment,
		},
		/// A device has a command.
		CommandAcknowledged {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// When, as the device says.
			at: Moment,
			/// Who carried the receipt.
			carrier: T::AccountId,
		},
		/// A device executed a command.
		CommandExecuted {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// When, as the device says.
			at: Moment,
			/// The device's own code for why; 0 for none.
			detail: u16,
			/// Where the command stood before.
			after: CommandState,
			/// Who carried the receipt.
			carrier: T::AccountId,
		},
		/// A device could not execute a command.
		CommandFailed {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// When, as the device says.
			at: Moment,
			/// The device's own code for why; 0 for none.
			detail: u16,
			/// Where the command stood before.
			after: CommandState,
			/// Who carried the receipt.
			carrier: T::AccountId,
		},
		/// A device would not execute a command.
		CommandRejected {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// When, as the device says.
			at: Moment,
			/// The device's own code for why; 0 for none.
			detail: u16,
			/// Where the command stood before.
			after: CommandState,
			/// Who carried the receipt.
			carrier: T::AccountId,
		},
		/// A command was taken back.
		CommandCancelled {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
			/// Why.
			reason: CancelReason,
			/// Whose call it was.
			by: T::AccountId,
		},
		/// The time of a command is over.
		CommandExpired {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
		},
		/// A command is gone, and its deposit was returned.
		CommandRemoved {
			/// The device.
			device: DeviceId,
			/// The command.
			seq: CommandSeq,
		},
		/// A device said that its therapy is suspended, or goes on.
		TherapySwitched {
			/// The device.
			device: DeviceId,
			/// Whether it is suspended from now on.
			is_suspended: bool,
			/// The command by which.
			seq: CommandSeq,
		},
		/// Somebody broke the glass. The patient should hear of it.
		BreakGlassOpened {
			/// The break-glass.
			id: BreakGlassId,
			/// The device.
			device: DeviceId,
			/// Whom the device treats.
			subject: Option<SubjectId>,
			/// The organisation.
			org: OrgId,
			/// Who.
			requester: T::AccountId,
			/// Their credential.
			credential: CredentialRef,
			/// Why.
			reason: BreakGlassReason,
			/// What it covers.
			mask: Actions,
			/// When it begins.
			started_at: Moment,
			/// When it is over, at the latest.
			ends_at: Moment,
			/// When the review is overdue.
			review_due: Moment,
			/// What they put up.
			bond: BalanceOf<T>,
		},
		/// A break-glass was ended before its time.
		BreakGlassClosed {
			/// The break-glass.
			id: BreakGlassId,
			/// When.
			at: Moment,
		},
		/// Somebody else looked at a break-glass.
		BreakGlassReviewed {
			/// The break-glass.
			id: BreakGlassId,
			/// Who.
			by: T::AccountId,
			/// What they found.
			outcome: ReviewOutcome,
			/// Commitment to the report.
			report_hash: H256,
		},
		/// A review is overdue. The emergency role of the requester does not count until it is
		/// done.
		ReviewOverdue {
			/// The break-glass.
			id: BreakGlassId,
			/// The organisation.
			org: OrgId,
			/// How often this happened in the organisation.
			overdue: u32,
		},
		/// The medical authority said who reviews a break-glass whose review is overdue.
		ReviewAssigned {
			/// The break-glass.
			id: BreakGlassId,
			/// Who.
			reviewer: T::AccountId,
		},
		/// A break-glass was unjustified, and its requester may break no other one.
		EmergencyRoleRevoked {
			/// Who.
			requester: T::AccountId,
			/// Their credential.
			credential: CredentialRef,
		},
		/// A break-glass is gone, and its deposit was returned.
		BreakGlassRemoved {
			/// The break-glass.
			id: BreakGlassId,
		},
		/// There is a record of a patient.
		RecordAdded {
			/// The record.
			record: RecordId,
			/// The patient's pseudonym.
			subject: SubjectId,
			/// Who wrote it.
			author: T::AccountId,
			/// Where the encrypted record is.
			content: ContentId,
			/// Salted commitment to the record.
			commitment: H256,
			/// What it is about.
			kind: RecordKind,
			/// The record's key, encrypted to the patient.
			key: WrappedKey,
		},
		/// Somebody has the key of a record.
		RecordShared {
			/// The record.
			record: RecordId,
			/// The reader.
			grantee: T::AccountId,
			/// The key, encrypted to them.
			key: WrappedKey,
			/// Who shared it.
			by: T::AccountId,
		},
		/// Somebody was permitted to read a record.
		RecordOpened {
			/// The record.
			record: RecordId,
			/// Who.
			by: T::AccountId,
			/// What for.
			purpose: Purpose,
		},
		/// A reader's key of a record is gone, and its deposit was returned.
		KeyRemoved {
			/// The record.
			record: RecordId,
			/// The reader.
			grantee: T::AccountId,
		},
		/// A record was erased. A tombstone stays.
		RecordErased {
			/// The record.
			record: RecordId,
			/// Commitment to what proves the destruction.
			receipt: H256,
			/// Who had it erased.
			by: T::AccountId,
		},
		/// The tombstone of a record is gone, and its deposit was returned.
		RecordRemoved {
			/// The record.
			record: RecordId,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
