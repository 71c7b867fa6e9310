// SPDX-License-Identifier: Apache-2.0

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

/// The pallet's errors.
#[pallet_section]
mod errors {
	/// Why a call failed, and what to do.
	///
	/// The feeless lane refuses a transaction with the index that the error has here as the custom
	/// code.
	#[pallet::error]
	pub enum Error<T> {
		/// New work is paused by the trustees. Try again when they have resumed it.
		Paused,
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotFound,
		/// The device was decommissioned or revoked, and sends nothing any more.
		DeviceEnded,
		/// Only the device's owner, or an operator that may suspend it, may do this.
		NotOperator,
		/// No model has this id. The manufacturer has to add it first.
		ModelNotFound,
		/// Only the account of the model's manufacturer may do this.
		NotManufacturer,
		/// Only an approved manufacturer may describe streams.
		ManufacturerNotApproved,
		/// The manufacturer has described this stream already. Withdraw the description first.
		AlreadyDescribed,
		/// The manufacturer has not described such a stream for the model.
		DescriptionNotFound,
		/// A stream has a least value below its greatest, a period above zero, and is kept between
		/// a day and `MaxRetentionDays`.
		BadStreamSpec,
		/// A stream that concerns a person has a period of at least 15 minutes.
		PersonalPeriodTooShort,
		/// The device is enrolled already, with a deposit of the same account.
		AlreadyEnrolled,
		/// The device is not enrolled. Call `enrol` first.
		SourceNotFound,
		/// The device has streams or gateways left. Remove them first.
		SourceInUse,
		/// A reading was accepted so lately that it could be accepted once more if the device's
		/// counters were forgotten. Try again when `MaxReadingAge` and two minutes have passed.
		SourceStillFresh,
		/// An allowance has an interval of at least `MinLaneInterval` and a burst from 1 to
		/// `MaxLaneBurst`.
		BadAllowance,
		/// The device has no allowance on the feeless lane. Its owner has to set one, or somebody
		/// has to carry the reading.
		NoLane,
		/// The device has used up its allowance on the feeless lane. Try again later, or let
		/// somebody carry the reading.
		AllowanceUsedUp,
		/// The feeless lane is full in this block. The reading waits for the next one.
		LaneFull,
		/// The device has a stream of this number already.
		StreamExists,
		/// The device has no stream of this number. Declare it first.
		StreamNotFound,
		/// The device has as many streams as it may have. Remove one.
		TooManyStreams,
		/// Batches of the stream have records left. Prune them first.
		StreamInUse,
		/// The gateway is not a registered device.
		GatewayNotFound,
		/// This gateway is named for the device already.
		GatewayNamedAlready,
		/// The device has as many gateways as it may have. Remove one.
		TooManyGateways,
		/// The device's present owner has not named this gateway.
		NotGateway,
		/// The key of this number may not speak for the device: it never existed, is for other
		/// purposes, was revoked or superseded, or the device is not in use.
		KeyHasNoAuthority,
		/// Keys with higher numbers have spoken, and this one's counters are forgotten. Let the
		/// device sign with its newest key.
		KeyRetired,
		/// The signature is not by this key over this content for this chain.
		BadSignature,
		/// A reading of this counter was accepted already.
		CounterReplayed,
		/// The counter lies more than 64 below the highest one accepted. The chain does not know
		/// any more whether it was accepted.
		CounterTooOld,
		/// The device's clock is more than two minutes ahead of the chain's. Set it, or wait.
		ClockSkew,
		/// The reading lies further back than `MaxReadingAge`. Put it into a batch.
		ReadingTooOld,
		/// Time and counter contradict each other: a later reading of the stream has an earlier
		/// time.
		TimeNotMonotonic,
		/// The value lies outside of what the stream declares as plausible.
		OutOfRange,
		/// The value differs from the last one by more than the stream declares as plausible.
		StepTooFast,
		/// The stream counts upwards, and the value is below an earlier one.
		RegisterFell,
		/// The stream concerns a person: no value of it may lie on the chain. Send batches without
		/// aggregates.
		PersonalData,
		/// The batch contradicts itself: count, counters, times and aggregates must fit each
		/// other.
		MalformedBatch,
		/// The batch does not have the next number of its stream. See the view function `stream`.
		SequenceMismatch,
		/// The batch does not name the hash of the batch before. See the view function `stream`.
		BrokenChain,
		/// The counters of the batch do not lie above those of the batch before.
		CounterNotIncreasing,
		/// The block that the batch names is not known: another chain, or too long ago.
		UnknownBracket,
		/// The last reading of the batch is older than `MaxBatchAge`.
		BatchTooOld,
		/// The stream's budget of late batches is used up. Try again later.
		LateBudgetUsedUp,
		/// The stream has as many batches on the chain as it may have. Prune old ones.
		TooManyBatches,
		/// A batch that a key signed is submitted with `submit_batch`, one that the owner asserts
		/// with `assert_batch`.
		WrongAssurance,
		/// There is no such batch: it was never anchored, or its record has been pruned.
		BatchNotFound,
		/// The path does not prove this reading at this index of the batch.
		BadProof,
		/// A reading was shown that contradicts the batch. Nothing in it can be relied on.
		BatchDisputed,
		/// Nobody keeps the content of the batch, or it was erased.
		BatchUnavailable,
		/// The reading lies in the batch, but contradicts it. Challenge the batch with it.
		ReadingContradictsBatch,
		/// What was shown does not contradict the batch.
		NoContradiction,
		/// The batch names no content, or its content was erased already.
		NothingToErase,
		/// The batch has to be kept longer. See `prunable_from` of the view function `batch`.
		RetentionNotOver,
		/// An amount is too large to reckon with.
		ArithmeticOverflow,
		/// Only whoever put up the stream's deposit may pay for its batches in advance. See
		/// `depositor` of the view function `stream`.
		NotDepositor,
		/// The device is not in use: it was never activated, is suspended or was reported lost.
		/// Its owner has to put it into use first.
		DeviceNotInUse,
		/// A later owner of the device has ended this stream. Declare one with another number.
		StreamRetired,
		/// The device's present owner declared the stream. Remove it when its batches are pruned.
		StreamOfPresentOwner,
		/// The stream does not concern a person: what was anchored of it can be proven until its
		/// retention ends. Ask the trustees where the law demands that it is erased.
		NotPersonal,
	}
}
