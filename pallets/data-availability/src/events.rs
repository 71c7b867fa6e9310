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
		/// Somebody keeps the content of a batch.
		Pinned {
			/// The batch.
			id: BatchId,
			/// When it was anchored.
			anchored_at: Moment,
			/// Who.
			pinner: T::AccountId,
			/// What is held of it.
			bond: BalanceOf<T>,
		},
		/// A pinner gave notice.
		UnpinAnnounced {
			/// The batch.
			id: BatchId,
			/// Who.
			pinner: T::AccountId,
			/// From when on it may take its word back.
			leaves_at: Moment,
		},
		/// A pin ended. What was held for it was returned, unless it had failed an audit.
		Unpinned {
			/// The batch.
			id: BatchId,
			/// Who.
			pinner: T::AccountId,
		},
		/// Somebody wants to know whether a pinner keeps its word.
		AuditOpened {
			/// The batch.
			id: BatchId,
			/// Who is audited.
			pinner: T::AccountId,
			/// Who wants to know.
			challenger: T::AccountId,
			/// What it has committed to.
			commitment: H256,
			/// What is held of the challenger.
			bond: BalanceOf<T>,
			/// The first moment at which the pinner is too late.
			until: Moment,
		},
		/// The pinner gave its nonce.
		AuditAnswered {
			/// The batch.
			id: BatchId,
			/// Who is audited.
			pinner: T::AccountId,
			/// Its nonce.
			nonce: AuditNonce,
			/// The first moment at which the challenger is too late.
			until: Moment,
		},
		/// The challenger revealed its nonce, and a reading was drawn.
		AuditRevealed {
			/// The batch.
			id: BatchId,
			/// Who is audited.
			pinner: T::AccountId,
			/// Which reading has to be shown.
			index: u32,
			/// The first moment at which the pinner is too late.
			until: Moment,
		},
		/// An audit ended.
		AuditClosed {
			/// The batch.
			id: BatchId,
			/// Who was audited.
			pinner: T::AccountId,
			/// How.
			end: AuditEnd,
			/// What the winner got of the other's bond.
			paid: BalanceOf<T>,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
