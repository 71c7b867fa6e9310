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
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotFound,
		/// The device was decommissioned or revoked, and measures nothing any more.
		DeviceEnded,
		/// Only the device's owner, or an operator that may suspend it, may do this.
		NotOperator,
		/// Only the device's owner may have a rule forget what it knows.
		NotOwner,
		/// The device has no stream of this number. Declare it first.
		StreamNotFound,
		/// The stream concerns a person: its values never reach the chain, so no rule can watch
		/// them.
		PersonalData,
		/// A rule has at least one bound.
		Unbounded,
		/// The lower bound lies below the upper one.
		BoundsCrossed,
		/// No value that the stream can have is inside by the hysteresis, so an alarm could never
		/// end. Name a smaller one.
		HysteresisTooWide,
		/// The stream has as many rules as it may have. Remove one.
		TooManyRules,
		/// The stream has no rule of this number.
		RuleNotFound,
		/// The stream is not silent, or its silence was reported and nothing new follows from it:
		/// no more than twice its period, or a minute, has passed since its last reading reached
		/// the chain, or none did since its rules were set.
		NoGap,
	}
}
