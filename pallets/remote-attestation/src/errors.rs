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
		/// This account is registered as a verifier already. Withdraw it first to start afresh.
		AlreadyRegistered,
		/// No verifier is registered with this account. Register it first.
		VerifierNotFound,
		/// The verifier is in a state in which this cannot be done. Look at its `status`.
		BadVerifierStatus,
		/// The verifier has registered anew since this registration was examined. Examine the one
		/// that the view function `verifier` tells.
		VerifierChanged,
		/// Only a verifier that the trustees have approved may do this.
		VerifierNotApproved,
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotFound,
		/// The device was decommissioned or revoked, and is never attested again.
		DeviceEnded,
		/// A challenge for this device is open already. Everybody may use it: look it up with the
		/// view function `challenge`.
		ChallengeOpen,
		/// Nobody has asked for a challenge for this device, or it was used up. Ask for one.
		NoChallenge,
		/// The challenge has run out. Ask for another one.
		ChallengeExpired,
		/// The device has got another owner, or was taken out of use, since the challenge was
		/// issued. Ask for another one.
		DeviceChanged,
		/// The result answers another challenge than the open one. Let the device answer that one.
		NonceMismatch,
		/// A result must end after now and within `MaxResultTerm`.
		BadResultTerm,
		/// Nobody has posted a result for this device.
		NoResult,
		/// Only the verifier that posted the result, or the trustees, may retract it.
		NotResultVerifier,
		/// The result still says something. It can be removed once it has expired or its device
		/// has ended. One that does not speak against its device can also be removed when its
		/// verifier has left.
		ResultStillNeeded,
		/// No model has this id. The manufacturer has to add it first.
		ModelNotFound,
		/// A policy that accepts results of no age would accept none. Name a `max_age` above zero.
		BadMaxAge,
		/// The policy accepts too much. None may accept contraindicated devices. For metering,
		/// debugging must be disabled, for medical devices permanently.
		PolicyTooWeak,
		/// The model has no policy for this purpose.
		PolicyNotFound,
	}
}
