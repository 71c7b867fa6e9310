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
		/// There is no such batch: it was never anchored, or its record has been pruned. One that
		/// is anchored with the same id later is another batch.
		BatchNotFound,
		/// The batch names no content, was erased or is disputed: there is nothing to keep.
		NothingToKeep,
		/// The account has pinned the batch already, or one that had its id before: see
		/// `release_pin`.
		AlreadyPinned,
		/// The batch has as many pins as it may have.
		TooManyPins,
		/// The account has not pinned the batch.
		PinNotFound,
		/// The pinner has given notice already.
		NoticeGiven,
		/// The pinner has not given notice, or the notice is not over, or it is void. Call
		/// `announce_unpin`, wait until `leaves_at`, then leave within `AuditTerm`.
		NoticeNotOver,
		/// An audit of the pin is under way. Wait until it has ended.
		AuditOpen,
		/// The batch is still to be kept. Only the pinner may take its word back.
		StillKept,
		/// Nobody audits a pin of its own.
		OwnPin,
		/// The batch concerns a person: an audit would put a reading of it on the chain.
		PersonalData,
		/// The pin was audited too lately. See `auditable_from` of the view function `pins_of`.
		AuditedLately,
		/// No audit of this pin is under way.
		NoAudit,
		/// Somebody else is due in this audit, or it is too late. See `phase`.
		NotDue,
		/// The audit is not over: whoever is due still has time. See `phase`.
		AuditNotOver,
		/// Only the challenger may do this.
		NotChallenger,
		/// The nonce is not what was committed to.
		CommitmentMismatch,
		/// The path does not prove this reading at the index that was drawn.
		BadProof,
	}
}
