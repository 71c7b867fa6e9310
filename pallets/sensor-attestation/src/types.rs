// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use crate::MAX_SIGNERS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{stored, BoundedVec};
use mote_primitives::{Batch, DeviceId, Reading, StreamId, StreamSpec, MAX_READING_PATH};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// A moment in milliseconds since the Unix epoch.
pub type Moment = u64;
/// The number of an operational key of a device.
pub type KeyIndex = u16;
/// How well a device has kept its word: 0 to 10,000.
pub type Standing = u16;
/// Which declaration of a stream this is. Never given out again.
pub type Incarnation = u64;
/// The path that proves a reading, from the leaf upwards.
pub type ReadingPath = BoundedVec<H256, ConstU32<MAX_READING_PATH>>;

/// What a device may send over the feeless lane.
#[stored]
#[derive(Copy)]
pub struct Allowance {
	/// One reading in so many milliseconds, in the long run.
	pub interval_ms: u32,
	/// How many readings may come at once after a pause.
	pub burst: u16,
}

/// What a device has used of the feeless lane, whether or not it has a place there now: who closes
/// and opens the lane finds used what was used.
#[stored]
#[derive(Copy, Default)]
pub struct LaneUse {
	/// The interval in which one comes back, in milliseconds.
	pub interval_ms: u32,
	/// When the whole burst is there again, if nothing more is sent: the theoretical arrival time
	/// of the generic cell rate algorithm.
	pub full_at: Moment,
}

/// A device's place on the feeless lane, as stored.
#[stored]
pub struct Lane<AccountId, Ticket> {
	/// What the device may send.
	pub allowance: Allowance,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the lane is closed or changed.
	pub ticket: Ticket,
}

/// Which readings of one key were accepted: the highest counter, and which of the 64 below it.
#[stored]
#[derive(Copy)]
pub struct KeyWindow {
	/// The key.
	pub key: KeyIndex,
	/// The highest counter accepted.
	pub highest: u64,
	/// Bit `n` is set when the counter `highest - 1 - n` was accepted.
	pub seen: u64,
}

/// A device that sends readings, as stored.
#[stored]
pub struct SourceRecord<Windows, Streams, Lane, AccountId, Ticket> {
	/// Which readings of its keys were accepted, by rising number of the key.
	pub windows: Windows,
	/// What single readings of its streams have to know. Without those that were retired.
	pub streams: Streams,
	/// How many retired streams have records left.
	pub retired: u32,
	/// Keys with a lower number than this say nothing any more: their windows are gone.
	pub retired_below: KeyIndex,
	/// When a reading was last accepted.
	pub last_accepted_at: Moment,
	/// How well the device has kept its word.
	pub standing: Standing,
	/// How many gateways may sign for it.
	pub gateways: u32,
	/// Its place on the feeless lane, if it has one.
	pub lane: Option<Lane>,
	/// What it has used of the lane.
	pub lane_use: LaneUse,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the source is removed.
	pub ticket: Ticket,
}

/// A device that sends readings, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SourceInfo<AccountId> {
	/// For each key that has spoken, the highest counter accepted.
	pub counters: alloc::vec::Vec<(KeyIndex, u64)>,
	/// How well the device has kept its word: 0 to 10,000.
	pub standing: Standing,
	/// How many streams it has.
	pub streams: u32,
	/// What it may send over the feeless lane, if anything.
	pub allowance: Option<Allowance>,
	/// How many readings it may send over the feeless lane right now.
	pub available: u32,
	/// Who put up its deposit.
	pub depositor: AccountId,
}

/// Where the specification of a stream comes from.
#[stored]
pub enum Declaration {
	/// Whoever declares the stream says what it is.
	#[codec(index = 0)]
	Own(StreamSpec),
	/// The manufacturer described it for all devices of the model.
	#[codec(index = 1)]
	OfModel,
}

/// A stream that a manufacturer described for all devices of a model, as stored.
#[stored]
pub struct DescriptionRecord<AccountId, Ticket> {
	/// What such a stream is.
	pub spec: StreamSpec,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the description is withdrawn.
	pub ticket: Ticket,
}

/// A stream, as its single readings see it. With the device's record, so that a reading reads and
/// changes that one alone.
#[stored]
#[derive(Copy)]
pub struct SourceStream {
	/// Its number.
	pub stream: StreamId,
	/// What it is: the same as in [`StreamRecord`].
	pub spec: StreamSpec,
	/// Which declaration this is: the same as in [`StreamRecord`].
	pub incarnation: Incarnation,
	/// The last single reading.
	pub latest: Option<LatestReading>,
}

/// The last reading of a stream.
#[stored]
#[derive(Copy)]
pub struct LatestReading {
	/// The key that signed it.
	pub key: KeyIndex,
	/// The reading, with the quality that the chain found.
	pub reading: Reading,
}

/// The end of a stream's chain of batches.
#[stored]
pub struct BatchHead {
	/// The number that the next batch takes.
	pub next_seq: u64,
	/// The hash that the next batch names as the one before.
	pub hash: H256,
	/// Up to where each signer has counted, whoever signed last at the end; none before the first
	/// batch.
	pub ends: BoundedVec<SignerEnd, ConstU32<MAX_SIGNERS>>,
	/// When the last reading was measured.
	pub t_end: Moment,
}

/// Up to where a signer of batches has counted.
#[stored]
#[derive(Copy)]
pub struct SignerEnd {
	/// The device or a gateway; none for what the owner said.
	pub signer: Option<DeviceId>,
	/// The newest of its keys that has signed; 0 for what the owner said.
	pub key: KeyIndex,
	/// The highest counter under that key.
	pub counter: u64,
}

/// A stream, as stored.
#[stored]
pub struct StreamRecord<AccountId, Balance, Ticket> {
	/// What it is.
	pub spec: StreamSpec,
	/// Which declaration this is.
	pub incarnation: Incarnation,
	/// The end of the chain of batches.
	pub head: BatchHead,
	/// The device's ownership period when it was declared.
	pub epoch: u32,
	/// Whether a later owner has ended it. It takes nothing any more, and is kept until its
	/// batches are pruned.
	pub is_retired: bool,
	/// How many batches have a record.
	pub batches: u32,
	/// How many counters the batches left out.
	pub missed: u64,
	/// When the whole budget of late batches is there again, if no more come.
	pub late_full_at: Moment,
	/// What the depositor paid in advance for batches yet to come.
	pub prepaid: Balance,
	/// Who gets back the ticket, and what was paid in advance.
	pub depositor: AccountId,
	/// Returned when the stream is removed.
	pub ticket: Ticket,
}

/// A stream, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct StreamInfo<AccountId> {
	/// What it is.
	pub spec: StreamSpec,
	/// The unit's name in SenML.
	pub senml_unit: alloc::vec::Vec<u8>,
	/// The unit's code in UCUM.
	pub ucum_unit: alloc::vec::Vec<u8>,
	/// The last single reading.
	pub latest: Option<Reading>,
	/// The number that the next batch takes.
	pub next_seq: u64,
	/// The hash that the next batch names as the one before.
	pub prev: H256,
	/// The counter of the last reading in a batch.
	pub last_batched: Option<u64>,
	/// How many batches have a record.
	pub batches: u32,
	/// How many counters the batches left out.
	pub missed: u64,
	/// Whether a later owner has ended it.
	pub is_retired: bool,
	/// For how many batches yet to come the depositor has paid in advance.
	pub prepaid: u32,
	/// Who put up its deposit.
	pub depositor: AccountId,
}

/// A gateway that may sign for a device, as stored.
#[stored]
pub struct GatewayRecord<AccountId, Ticket> {
	/// The device's ownership period when it was named. It counts in no other.
	pub epoch: u32,
	/// The gateway's own ownership period then. It counts in no other either.
	pub gateway_epoch: u32,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the gateway is removed.
	pub ticket: Ticket,
}

/// A batch, as stored.
#[stored]
pub struct BatchRecord<AccountId, Balance> {
	/// What was signed; without its content once that was erased.
	pub batch: Batch,
	/// Its hash when it was anchored.
	pub hash: H256,
	/// Which key of the signer signed it; none for what the owner said.
	pub key_index: Option<KeyIndex>,
	/// When it was anchored.
	pub anchored_at: Moment,
	/// Whether a reading was shown that contradicts it.
	pub is_disputed: bool,
	/// When its content was erased.
	pub erased_at: Option<Moment>,
	/// Who submitted it.
	pub submitter: AccountId,
	/// Whether what is held for it was paid in advance by the stream's depositor. Else it is the
	/// submitter's.
	pub is_prepaid: bool,
	/// What is held for it: the deposit, and the bond until it is disputed.
	pub held: Balance,
}

/// A batch, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BatchInfo<AccountId> {
	/// What was signed; without its content once that was erased.
	pub batch: Batch,
	/// Its hash when it was anchored.
	pub hash: H256,
	/// Which key of the signer signed it; none for what the owner said.
	pub key_index: Option<KeyIndex>,
	/// When it was anchored.
	pub anchored_at: Moment,
	/// Whether a reading was shown that contradicts it.
	pub is_disputed: bool,
	/// When its content was erased.
	pub erased_at: Option<Moment>,
	/// Whether its readings can be relied on to be fetched. Without it, its aggregates still
	/// count, its proofs do not.
	pub is_available: bool,
	/// Who submitted it.
	pub submitter: AccountId,
	/// Whether what is held for it was paid in advance by the stream's depositor.
	pub is_prepaid: bool,
	/// From when on anybody may prune it.
	pub prunable_from: Moment,
}

/// A reading with the path that proves it.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct ReadingProof {
	/// Which reading of the batch it is: 0 is the first one.
	pub index: u32,
	/// The reading.
	pub reading: Reading,
	/// The path, from the leaf upwards.
	pub path: ReadingPath,
}

/// What shows that a batch contradicts itself.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Evidence {
	/// A reading that the batch itself excludes.
	#[codec(index = 0)]
	Reading(ReadingProof),
	/// Two neighbours, of which the second does not follow the first.
	#[codec(index = 1)]
	Neighbours(ReadingProof, ReadingProof),
}
