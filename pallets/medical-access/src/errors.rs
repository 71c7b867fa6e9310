// SPDX-License-Identifier: Apache-2.0

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

/// The pallet's errors.
#[pallet_section]
mod errors {
	/// Why a call failed, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// New work is paused by the trustees. Try again when they have resumed it.
		Paused,
		/// No number is left for a further one.
		NumbersUsedUp,
		/// There is no such organisation.
		UnknownOrganisation,
		/// Only the admin of the organisation may do this.
		NotAdmin,
		/// The organisation was not offered to this account.
		NotOffered,
		/// Whoever runs an organisation is no member of it.
		AdminMayNotBeMember,
		/// The authority has not accredited the organisation.
		NotAccredited,
		/// The organisation has members, devices, patients or break-glasses. Remove them first.
		OrganisationInUse,
		/// There is no such list, or it does not say whether credentials are revoked or
		/// suspended.
		ListUnsuitable,
		/// The authority has not admitted the list. Use a credential of another one.
		ListNotAdmitted,
		/// The credential was never given out, or it is revoked or suspended.
		CredentialNotValid,
		/// The credential is another account's. Each needs its own.
		CredentialInUse,
		/// The term would be over already.
		TermOver,
		/// The account is a member of the organisation already. Change the membership.
		AlreadyMember,
		/// The account is no member of the organisation.
		UnknownMember,
		/// The account is a member of as many organisations as it may be.
		TooManyMemberships,
		/// The membership is revoked, because the key was compromised. Remove it, and add another
		/// account.
		MembershipRevoked,
		/// Only the admin of the organisation, the member and the medical authority may end a
		/// membership.
		MayNotRemoveMember,
		/// Only the member, the admin and a security officer of the organisation may report this.
		MayNotReport,
		/// That the key was compromised is reported already.
		AlreadyReported,
		/// A key cannot have been compromised in the future.
		SinceInFuture,
		/// No compromise is reported, or everything is listed.
		NothingToList,
		/// Commands of the member are still to be listed. Call `list_suspect_commands` first.
		ListingIncomplete,
		/// No organisation has enrolled the device.
		UnknownDevice,
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotRegistered,
		/// The device has another owner by now. Have it withdrawn and enrolled again.
		DeviceChangedHands,
		/// The device is enrolled already. Have it withdrawn first.
		AlreadyEnrolled,
		/// Only the owner of the device may enrol it.
		NotDeviceOwner,
		/// Only the admin and a biomedical engineer of the organisation may enrol its devices.
		MayNotEnrol,
		/// More was named than an emergency may cover.
		MaskTooWide,
		/// Only the owner of the device and the admin of the organisation may withdraw it.
		MayNotWithdraw,
		/// Only a security officer may do this; to lock, also the patient and the manufacturer.
		MayNotLock,
		/// The device is locked, or unlocked, already.
		LockUnchanged,
		/// The device is locked. A security officer may unlock it.
		DeviceIsLocked,
		/// There is no such pseudonym.
		UnknownSubject,
		/// The pseudonym is in use, or was until lately. Make a new one: it must be random.
		SubjectInUse,
		/// Only the patient may do this.
		NotPatient,
		/// Only the admin of the organisation and the patient may do this.
		NotAdminOrPatient,
		/// The patient's relation to the organisation has ended.
		Discharged,
		/// The patient has to be discharged first.
		NotDischarged,
		/// The pseudonym has consents or records. Remove them first.
		SubjectStillInUse,
		/// This is kept for some time after its end. Try again later.
		StillKept,
		/// The device treats somebody already.
		AlreadyAssigned,
		/// The device treats nobody.
		NotAssigned,
		/// The device treats somebody. Unassign it first.
		StillAssigned,
		/// The patient has as many devices as there may be.
		TooManyDevices,
		/// Device and patient are not of the same organisation.
		WrongOrganisation,
		/// There is no such model.
		UnknownModel,
		/// Only the manufacturer of the model may do this.
		NotManufacturer,
		/// The limits permit nothing, contradict each other, or reach back further than doses are
		/// kept; or the action is none of a device.
		BadProfile,
		/// Nothing is set of this action of the model.
		UnknownProfile,
		/// Only therapy has soft limits.
		NotADose,
		/// Soft limits permit something, and a single dose no more than the window.
		BadSoftLimits,
		/// Only a clinician of the organisation with a valid credential may do this.
		NotClinician,
		/// Nobody proposed soft limits, or whoever did is no clinician here any more. Propose them
		/// again.
		NoProposal,
		/// These are not the limits that were proposed.
		LimitsDiffer,
		/// This takes a second person.
		SameParty,
		/// The patient has as many consents as there may be: 32, of them 28 that permit, and 24
		/// when clinicians draft. Remove those that have ended.
		TooManyConsents,
		/// The terms end before they begin, run for more than 366 days, are over already, or
		/// permit nothing.
		BadConsent,
		/// There is no such consent.
		UnknownConsent,
		/// The consent is not a draft.
		NotDraft,
		/// The consent does not hold.
		ConsentNotActive,
		/// The consent is marked as an error already.
		ConsentEnded,
		/// Only the patient may do this; with a draft, also whoever drafted it.
		MayNotChangeConsent,
		/// A device is not commanded to do this. To read, call `log_access`.
		NotACommand,
		/// This does not read from a device. To have it done, call `request_command`.
		NotARead,
		/// A bond is nothing, or at least the least balance of an account.
		BondTooSmall,
		/// A bond is at most `MaxBreakGlassBond`: it must not keep anybody from an emergency.
		BondTooLarge,
		/// A command lives for a minute to a day.
		BadLife,
		/// A command begins within a day, and before the break-glass or consent that it rests on
		/// is over, or a denial begins.
		TooFarAhead,
		/// As many commands are open as there may be: at the device, or of this person. Wait, or
		/// have some cancelled.
		TooManyOpen,
		/// There is no such command.
		UnknownCommand,
		/// The command does not wait for an approval.
		NotProposed,
		/// The command has other parameters than those that are approved.
		ParamsDiffer,
		/// This person has approved the command already.
		AlreadyApproved,
		/// Approvals of this command are for others: members of the device's organisation, with
		/// the role and a valid credential.
		ApproverNotEntitled,
		/// The time of the command is over.
		CommandTimeOver,
		/// Only whoever requested the command, the patient, a security officer or the admin of the
		/// organisation, and whoever broke the glass on the device may cancel it.
		MayNotCancel,
		/// The command has come to its end.
		CommandNotOpen,
		/// The time of the command is not over; of one that was authorised, two minutes more, by
		/// which the device's clock may be slow.
		NotExpired,
		/// The command is open.
		CommandOpen,
		/// The receipt is not for this command: its digest differs.
		WrongCommand,
		/// The command was never authorised.
		NotAuthorised,
		/// The device has said this, or what became of the command, already.
		AlreadyAcked,
		/// The time of the receipt lies before the authorisation, or more than two minutes ahead
		/// of the chain's clock.
		ClockSkew,
		/// The key of this number may not speak for the device at this time.
		KeyHasNoAuthority,
		/// The signature is not by this key over this receipt for this chain.
		BadSignature,
		/// Only a member of the device's accredited organisation with the emergency role and a
		/// valid credential may break the glass.
		EmergencyNotEntitled,
		/// A review is overdue. The emergency role counts again when it is done.
		EmergencySuspended,
		/// A break-glass was unjustified. This credential opens no further one.
		EmergencyRevoked,
		/// Too many break-glasses wait for their review. Have them reviewed.
		TooManyUnreviewed,
		/// The one before on this device and for this patient waits for its review; or the
		/// break-glass was not reviewed.
		NotYetReviewed,
		/// There were as many break-glasses today as there may be.
		QuotaExceeded,
		/// A break-glass lasts for a minute at least, and four hours at the most.
		BadDuration,
		/// There is no such break-glass.
		UnknownBreakGlass,
		/// Only whoever opened the break-glass may close it.
		NotRequester,
		/// The break-glass is over already.
		BreakGlassOver,
		/// The break-glass is not over.
		StillOpen,
		/// Only a reviewer of the organisation, or whom the patient appointed, may review it, and
		/// whom the medical authority assigned, when it is overdue; and neither whoever opened it
		/// nor whoever approved a command under it.
		ReviewerNotEntitled,
		/// The break-glass is reviewed already.
		AlreadyReviewed,
		/// The review is not overdue, or it is done.
		NotOverdue,
		/// The organisation's record says already that the review is overdue.
		AlreadyFlagged,
		/// There is no such record.
		UnknownRecord,
		/// There is a record with this commitment already. Draw a fresh salt.
		RecordExists,
		/// The record is erased.
		AlreadyErased,
		/// The record has to be erased first.
		NotErased,
		/// Only the patient, and the author while they may read it, share a record.
		MayNotShare,
		/// The reader is not permitted to read the record, neither to treat nor in an emergency.
		/// The patient has to consent first, or the reader to break the glass.
		GranteeNotPermitted,
		/// The reader has a key of the record already.
		AlreadyShared,
		/// The record has as many readers as there may be. Remove a key.
		TooManyKeys,
		/// The account has no key of the record.
		NoKey,
		/// Only the patient, the author and the reader may remove a key, and the patient's own one
		/// only the patient.
		MayNotRemoveKey,
		/// Only the patient and the admin of the organisation may have a record erased.
		MayNotErase,
		/// The account's key was compromised while it was a member here. Add the person under
		/// another account.
		AccountBarred,
		/// The organisation has not barred the account.
		NotBarred,
	}
}
