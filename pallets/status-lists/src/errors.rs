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
		/// No list has this id. It was never created, or it has been removed.
		ListNotFound,
		/// Only the issuer of the list may do this.
		NotIssuer,
		/// A copy must last for at least a millisecond, and JSON must be able to say for how long.
		/// Name 1 to 2^53 - 1 milliseconds, or nothing.
		BadTtl,
		/// The list is closed. Create another one for more credentials.
		ListClosed,
		/// As many indices cannot be drawn at a time. Ask for 1 to `MaxDraw`.
		BadCount,
		/// The list has fewer free entries than that. Ask for fewer, or create another list.
		NotEnoughFree,
		/// The list has an open request. Draw its indices first.
		DrawPending,
		/// No indices are asked for. Call `request_indices` first.
		NoRequest,
		/// The block that decides the draw is not over. Draw from the second block after the
		/// request on.
		DrawTooEarly,
		/// Indices were asked for and not drawn within `DrawTerm`, so the list gives out no more.
		/// Create another one.
		DrawMissed,
		/// The secret is not the one that the request commits to. Give that one.
		WrongSecret,
		/// Nothing is to be changed. Name at least one index.
		NoChanges,
		/// The list has not given out this index. Only statuses of drawn indices can be set.
		NotAllocated,
		/// The value does not fit the bits that the list has for each entry. Choose a smaller one.
		ValueTooLarge,
		/// The entry has this status already. Leave it out.
		StatusUnchanged,
		/// What is revoked or refreshed stays so. Issue another credential.
		OneWay,
		/// An index is named twice. Name each once.
		DuplicateIndex,
		/// The list still gives out indices. Close it first.
		NotClosed,
		/// The list has to stay until `Retention` has passed since it was closed.
		RetentionNotOver,
		/// Nobody was offered this list.
		NoOffer,
		/// The list was offered to somebody else.
		NotRecipient,
		/// The account is the list's issuer already. Offer the list to somebody else.
		AlreadyIssuer,
	}
}
