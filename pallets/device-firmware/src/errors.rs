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
		/// No manufacturer has this id. Look it up in the register of manufacturers.
		ManufacturerNotFound,
		/// The trustees have not approved this manufacturer, or have stopped it. Ask them.
		ManufacturerNotApproved,
		/// Only the manufacturer's own account may do this. Somebody of its staff may also dismiss
		/// itself.
		NotManufacturer,
		/// Only somebody whom the manufacturer appointed to publish may do this, or its own
		/// account. Have it call `appoint`.
		NotPublisher,
		/// Only somebody whom the manufacturer appointed to approve may do this, or its own
		/// account. A draft can also be withdrawn by its publisher. Have it call `appoint`.
		NotApprover,
		/// This account is not of the manufacturer's staff. Look with the view function `staff`.
		StaffNotFound,
		/// No model has this id. The manufacturer has to add it first.
		ModelNotFound,
		/// The model has no release with this number. It was never published, or is gone.
		ReleaseNotFound,
		/// Every release has a higher number than all that were released before it, also those
		/// gone. Choose one above the `released_seq` that the view function `line` tells.
		SequenceNotRising,
		/// The model has a draft with this number. Choose another one, or withdraw the draft.
		SequenceTaken,
		/// The number is further above the `released_seq` that the view function `line` tells than
		/// 2^48. Choose a lower one.
		SequenceTooFar,
		/// The lowest release to come from must be below the release itself. Choose a lower one.
		MinimumTooHigh,
		/// Only a critical release may set a deadline. Leave it out, or say that it is critical.
		DeadlineNotCritical,
		/// The deadline leaves devices less than `MinUpdateTerm`. Publish one with a later
		/// deadline.
		DeadlineTooClose,
		/// The model has as many releases as it may have. Withdraw and prune one first.
		TooManyReleases,
		/// Who published a draft cannot approve it. Let somebody else examine it.
		SamePerson,
		/// The draft says something else than what was examined. Examine it again.
		ReleaseChanged,
		/// The release is not a draft any more. Nothing is left to approve.
		NotDraft,
		/// A later release is out already. Withdraw this draft, and publish it with a higher
		/// number.
		SequenceOvertaken,
		/// The release is withdrawn already. Nothing is left to do.
		AlreadyWithdrawn,
		/// The record has to stay until `Retention` has passed since the release was withdrawn.
		RetentionNotOver,
		/// A manufacturer can only add purposes to its policy. Name the present ones too, or ask
		/// the trustees.
		PolicyWeakened,
		/// No device has this id. Register it first.
		DeviceNotFound,
		/// The device has no key of this index that may assert data for that moment. Look at its
		/// keys and its state in the register of devices.
		KeyHasNoAuthority,
		/// The report is older than `MaxReportAge`. Let the device sign another one.
		ReportTooOld,
		/// The report is from a moment that is still to come. Set the device's clock.
		ReportInFuture,
		/// The report is not later than the one before. Let the device sign another one.
		ReportNotNewer,
		/// The device ran a later release before. Install that one or a later one.
		FirmwareRollback,
		/// The named key did not sign this report for this chain. Let the device sign it again.
		ReportNotSigned,
		/// The device has not reported its firmware.
		ReportNotFound,
		/// The device is not at its end, and what it ran must not be forgotten. Wait until it is.
		ReportStillNeeded,
	}
}
