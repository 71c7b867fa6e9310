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
		/// An account asked for a place as a verifier.
		VerifierRegistered {
			/// The verifier.
			verifier: T::AccountId,
			/// Which registration this is.
			generation: Generation,
			/// Hash of a document about it.
			metadata_hash: H256,
		},
		/// The trustees approved a verifier.
		VerifierApproved {
			/// The verifier.
			verifier: T::AccountId,
		},
		/// The trustees suspended a verifier. Its results do not count meanwhile.
		VerifierSuspended {
			/// The verifier.
			verifier: T::AccountId,
		},
		/// A verifier left, and its deposit was returned. Its results do not count any more.
		VerifierWithdrawn {
			/// The verifier.
			verifier: T::AccountId,
		},
		/// A device has something fresh to answer.
		ChallengeIssued {
			/// The device.
			device: DeviceId,
			/// What its evidence has to contain.
			nonce: H256,
			/// The first block in which it is too late.
			expires: BlockNumberFor<T>,
			/// Who asked for it.
			requester: T::AccountId,
		},
		/// A challenge that nobody can answer any more was removed, and its deposit was returned.
		ChallengePruned {
			/// The device.
			device: DeviceId,
		},
		/// A verifier said what it thinks of a device. Former results do not count any more.
		ResultPosted {
			/// The device.
			device: DeviceId,
			/// The verifier.
			verifier: T::AccountId,
			/// What it says.
			claims: ResultClaims,
		},
		/// A result was taken back before its time, and its deposit was returned.
		ResultRetracted {
			/// The device.
			device: DeviceId,
		},
		/// A result that counts for nothing any more was removed, and its deposit was returned.
		ResultPruned {
			/// The device.
			device: DeviceId,
		},
		/// The trustees said what has to be found in devices of a model.
		PolicySet {
			/// The model.
			model: ModelId,
			/// For this purpose.
			purpose: TrustPurpose,
			/// What.
			policy: Policy,
		},
		/// The trustees took a policy back. Nothing has to be found for this purpose.
		PolicyRemoved {
			/// The model.
			model: ModelId,
			/// For this purpose.
			purpose: TrustPurpose,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
