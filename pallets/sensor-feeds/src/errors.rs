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
		/// There is no such feed.
		FeedNotFound,
		/// Only the owner of the feed may do this.
		NotFeedOwner,
		/// A feed wants 3 to 64 reports, takes them for some time, has rounds of a week at the
		/// most, opens them no more often than they end, and has a heartbeat.
		BadFeedSpec,
		/// No number is left for a further feed or round.
		NumbersUsedUp,
		/// The feed has come to its end, and takes nothing new.
		FeedClosing,
		/// The feed has to be closed before it can be removed.
		FeedNotClosing,
		/// Devices are admitted to the feed still. Expel them first.
		FeedInUse,
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotFound,
		/// The device is admitted already.
		AlreadyAdmitted,
		/// The feed has as many oracles as it may have. Expel one.
		TooManyOracles,
		/// The device is not admitted to the feed. The feed's owner has to admit it.
		NotAdmitted,
		/// The device has a bond for this feed already.
		AlreadyJoined,
		/// No bond is up for the device, or by a former owner of it. Call `join` first.
		NotJoined,
		/// Only the device's owner may put up a bond for it.
		NotDeviceOwner,
		/// Only whoever put up the bond, or the device's owner, may do this while the feed lasts.
		/// The feed's owner can expel the device.
		MayNotLeave,
		/// The device has reported in the open round. Wait until it is closed.
		RoundPending,
		/// A round of the feed is open. Close it first.
		RoundOpen,
		/// No round of the feed is open, or another one than the report is for.
		RoundNotOpen,
		/// The last round was opened too lately. See `next_opening` of the view function `feed`.
		TooEarly,
		/// The round takes no values and commitments any more.
		RoundClosed,
		/// The round takes values and commitments still. Reveal, or close it, later.
		RoundNotOver,
		/// The device has reported in this round already.
		AlreadyReported,
		/// The feed takes commitments, not open values.
		CommitmentWanted,
		/// The feed takes open values, not commitments.
		ValueWanted,
		/// The device has made no commitment in this round, or has revealed it.
		NothingToReveal,
		/// Value and salt are not what the device has committed to.
		RevealMismatch,
		/// The device is not to be relied on for feeds. Ask the register's view function `trusted`
		/// why.
		NotTrusted,
		/// The key of this number may not speak for the device at this time.
		KeyHasNoAuthority,
		/// The time of the report lies before the round, or more than two minutes ahead of the
		/// chain's clock.
		ClockSkew,
		/// The signature is not by this key over this report for this chain.
		BadSignature,
	}
}
