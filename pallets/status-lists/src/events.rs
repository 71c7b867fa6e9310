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
		/// An account created a list.
		ListCreated {
			/// The list.
			list: StatusListId,
			/// Who sets statuses in it.
			issuer: T::AccountId,
			/// What it says of credentials.
			purpose: StatusPurpose,
			/// For how long a copy may be used, in milliseconds, if the issuer says so.
			ttl_ms: Option<u64>,
		},
		/// An issuer asked for indices.
		IndicesRequested {
			/// The list.
			list: StatusListId,
			/// How many.
			count: u8,
			/// BLAKE2-256 of the secret with which they are drawn.
			commitment: H256,
		},
		/// Indices were drawn. The issuer may give them to credentials.
		IndicesDrawn {
			/// The list.
			list: StatusListId,
			/// The indices, in the order in which they were drawn.
			indices: DrawnIndicesOf<T>,
		},
		/// An issuer changed statuses.
		StatusesChanged {
			/// The list.
			list: StatusListId,
			/// What changed.
			changes: StatusChangesOf<T>,
		},
		/// An issuer closed a list: it gives out no more indices.
		ListClosed {
			/// The list.
			list: StatusListId,
		},
		/// A list was removed, and its deposit was returned.
		ListRemoved {
			/// The list.
			list: StatusListId,
		},
		/// An issuer offered a list to another account, or took the offer back.
		ListOffered {
			/// The list.
			list: StatusListId,
			/// Who may accept; nobody when the offer was taken back.
			to: Option<T::AccountId>,
		},
		/// A list went to a new issuer, with its deposit.
		ListTransferred {
			/// The list.
			list: StatusListId,
			/// Who was the issuer.
			from: T::AccountId,
			/// Who is the issuer now.
			to: T::AccountId,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
