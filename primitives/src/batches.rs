// SPDX-License-Identifier: Apache-2.0

//! How a gateway makes a batch out of readings, and how anybody checks one without a chain.

use crate::{
	merkle, signing_bytes, Aggregates, Assurance, Batch, ContentId, DeviceId, DeviceKey,
	DeviceSignature, Reading, StreamId, TimeBracket, MAX_BATCH_READINGS,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::borrow::Borrow;
use scale_info::TypeInfo;
use sp_core::H256;

/// Where a batch belongs: what its maker knows before it looks at the readings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BatchPlace {
	/// Who measured.
	pub device: DeviceId,
	/// The stream.
	pub stream: StreamId,
	/// The batch's number in the stream.
	pub seq: u64,
	/// The hash of the batch before, or the stream's [`crate::chain_start`].
	pub prev: H256,
	/// Who answers for it.
	pub assurance: Assurance,
}

/// Why readings make no batch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BatchFlaw {
	/// There are none.
	Empty,
	/// There are more than [`MAX_BATCH_READINGS`].
	TooMany,
	/// One is of another stream.
	WrongStream,
	/// A counter does not rise.
	CounterNotIncreasing,
	/// A time falls.
	TimeNotMonotonic,
}

/// A batch, and the tree that proves each of its readings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuiltBatch {
	/// What is signed and sent: without content identifier and time bracket, which the maker adds.
	pub batch: Batch,
	/// The tree over the readings: its [`merkle::Tree::proof`] of an index is the path of the
	/// reading with that index.
	pub tree: merkle::Tree,
}

/// Makes a batch of readings that come in the order of their counters.
///
/// The readings may come one by one: 64 bytes of each are kept. `with_aggregates` is `false` for
/// personal streams.
pub fn build_batch<R: Borrow<Reading>>(
	place: BatchPlace,
	with_aggregates: bool,
	readings: impl IntoIterator<Item = R>,
) -> Result<BuiltBatch, BatchFlaw> {
	let mut readings = readings.into_iter();
	let first = *readings.next().ok_or(BatchFlaw::Empty)?.borrow();
	if first.stream != place.stream {
		return Err(BatchFlaw::WrongStream);
	}
	let limit = usize::try_from(MAX_BATCH_READINGS).unwrap_or(usize::MAX);
	let mut leaves = Vec::with_capacity(readings.size_hint().0.saturating_add(1).min(limit));
	leaves.push(first.leaf());
	let mut last = first;
	let (mut min, mut max, mut sum) = (first.value, first.value, i128::from(first.value));
	for reading in readings {
		let reading = reading.borrow();
		if leaves.len() >= limit {
			return Err(BatchFlaw::TooMany);
		}
		if reading.stream != place.stream {
			return Err(BatchFlaw::WrongStream);
		}
		follows(&last, reading)?;
		min = min.min(reading.value);
		max = max.max(reading.value);
		// 65,536 values of 64 bits never fill 128.
		sum = sum.saturating_add(i128::from(reading.value));
		leaves.push(reading.leaf());
		last = *reading;
	}
	let tree = merkle::Tree::new(leaves).ok_or(BatchFlaw::TooMany)?;
	let aggregates = Aggregates { min, max, first: first.value, last: last.value, sum };
	let BatchPlace { device, stream, seq, prev, assurance } = place;
	let batch = Batch {
		device,
		stream,
		seq,
		first_ctr: first.counter,
		last_ctr: last.counter,
		count: tree.count(),
		t_start: first.t_ms,
		t_end: last.t_ms,
		root: tree.root(),
		aggregates: with_aggregates.then_some(aggregates),
		content: None,
		prev,
		assurance,
		bracket: None,
	};
	Ok(BuiltBatch { batch, tree })
}

fn follows(before: &Reading, after: &Reading) -> Result<(), BatchFlaw> {
	if after.counter <= before.counter {
		return Err(BatchFlaw::CounterNotIncreasing);
	}
	if after.t_ms < before.t_ms {
		return Err(BatchFlaw::TimeNotMonotonic);
	}
	Ok(())
}

impl BuiltBatch {
	/// The batch with the place where its readings can be fetched.
	pub fn with_content(mut self, content: ContentId) -> Self {
		self.batch.content = Some(content);
		self
	}

	/// The batch with a block that its signer has seen.
	pub fn with_bracket(mut self, bracket: TimeBracket) -> Self {
		self.batch.bracket = Some(bracket);
		self
	}
}

/// What a reading that lies under a batch's root proves against the batch.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Contradiction {
	/// It is of another stream.
	#[codec(index = 0)]
	Stream,
	/// Its counter lies outside of the batch's, or cannot stand at this place.
	#[codec(index = 1)]
	Counter,
	/// Its time lies outside of the batch's, or is not the first or last one that it names.
	#[codec(index = 2)]
	Time,
	/// Its value lies outside of the aggregates, or is not the first or last one that they name.
	#[codec(index = 3)]
	Value,
	/// The reading behind it has a counter or time that does not follow.
	#[codec(index = 4)]
	Order,
}

/// What is wrong with a batch if `reading` is its reading with this index.
pub fn contradiction(batch: &Batch, index: u32, reading: &Reading) -> Option<Contradiction> {
	if reading.stream != batch.stream {
		return Some(Contradiction::Stream);
	}
	if !may_stand_at(batch, index, reading.counter) {
		return Some(Contradiction::Counter);
	}
	let last = batch.count.saturating_sub(1);
	let is_in_time = (batch.t_start..=batch.t_end).contains(&reading.t_ms) &&
		(index != 0 || reading.t_ms == batch.t_start) &&
		(index != last || reading.t_ms == batch.t_end);
	if !is_in_time {
		return Some(Contradiction::Time);
	}
	let fits = batch.aggregates.as_ref().is_none_or(|of| {
		(of.min..=of.max).contains(&reading.value) &&
			(index != 0 || reading.value == of.first) &&
			(index != last || reading.value == of.last)
	});
	(!fits).then_some(Contradiction::Value)
}

/// Whether a counter may belong to the reading at `index`: counters rise by at least one from each
/// reading to the next, and the first and last ones are named.
fn may_stand_at(batch: &Batch, index: u32, counter: u64) -> bool {
	let Some(behind) = batch.count.checked_sub(1).and_then(|last| last.checked_sub(index)) else {
		return false;
	};
	let least = batch.first_ctr.checked_add(u64::from(index));
	let most = batch.last_ctr.checked_sub(u64::from(behind));
	least.is_some_and(|least| counter >= least) &&
		most.is_some_and(|most| counter <= most) &&
		(index != 0 || counter == batch.first_ctr) &&
		(behind != 0 || counter == batch.last_ctr)
}

/// What is wrong with a batch if `before` and `after` are neighbours in it.
pub fn order_contradiction(before: &Reading, after: &Reading) -> Option<Contradiction> {
	follows(before, after).is_err().then_some(Contradiction::Order)
}

/// Whether a batch says what it can say at all, whatever its readings are.
pub fn is_well_formed(batch: &Batch) -> bool {
	let span = batch.last_ctr.checked_sub(batch.first_ctr);
	let is_counted = (1..=MAX_BATCH_READINGS).contains(&batch.count) &&
		span.is_some_and(|span| span >= u64::from(batch.count).saturating_sub(1)) &&
		(batch.count > 1 || batch.first_ctr == batch.last_ctr);
	let has_time = batch.t_start <= batch.t_end && (batch.count > 1 || batch.t_start == batch.t_end);
	is_counted && has_time && batch.aggregates.as_ref().is_none_or(|of| fits_count(of, batch.count))
}

/// Whether there are `count` values with these aggregates.
fn fits_count(of: &Aggregates, count: u32) -> bool {
	let range = of.min..=of.max;
	if !range.contains(&of.first) || !range.contains(&of.last) {
		return false;
	}
	let (min, max) = (i128::from(of.min), i128::from(of.max));
	let count = i128::from(count);
	if count == 1 {
		return of.min == of.max && of.sum == min;
	}
	// At least one value is the least and one the greatest; the others lie between.
	let others = count.saturating_sub(2);
	let ends = min.saturating_add(max);
	let least = ends.saturating_add(min.saturating_mul(others));
	let most = ends.saturating_add(max.saturating_mul(others));
	(least..=most).contains(&of.sum)
}

/// Whether `signature` is by `key`, over this batch, for the chain with this genesis hash.
pub fn is_batch_signed(
	genesis: &H256,
	batch: &Batch,
	key: &DeviceKey,
	signature: &DeviceSignature,
) -> bool {
	signature.verify(&signing_bytes(genesis, batch), key)
}

/// Whether `path` proves that the reading with this index lies under the batch's root.
pub fn is_reading_of(batch: &Batch, index: u32, reading: &Reading, path: &[H256]) -> bool {
	merkle::verify(&batch.root, &reading.leaf(), index, batch.count, path)
}

/// What is wrong between two batches, of which one is to follow the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChainFlaw {
	/// They are of different devices or streams.
	OtherStream,
	/// The later one does not have the next number.
	Sequence,
	/// The later one does not name the hash of the earlier one.
	Hash,
	/// The counters of the later one do not lie above those of the earlier one.
	Counter,
	/// The later one begins before the earlier one ends.
	Time,
}

/// Whether `after` continues `before`, if the same key signed both: a new key of the device starts
/// its counters afresh.
pub fn check_link(before: &Batch, after: &Batch) -> Result<(), ChainFlaw> {
	if (before.device, before.stream) != (after.device, after.stream) {
		return Err(ChainFlaw::OtherStream);
	}
	if before.seq.checked_add(1) != Some(after.seq) {
		return Err(ChainFlaw::Sequence);
	}
	if after.prev != before.hash() {
		return Err(ChainFlaw::Hash);
	}
	if after.first_ctr <= before.last_ctr {
		return Err(ChainFlaw::Counter);
	}
	if after.t_start < before.t_end {
		return Err(ChainFlaw::Time);
	}
	Ok(())
}

/// Whether the batches continue each other in this order. The index of the first one that does
/// not, with what is wrong.
pub fn check_chain<'a>(
	batches: impl IntoIterator<Item = &'a Batch>,
) -> Result<(), (usize, ChainFlaw)> {
	let mut before: Option<&Batch> = None;
	for (at, batch) in batches.into_iter().enumerate() {
		if let Some(before) = before {
			check_link(before, batch).map_err(|flaw| (at, flaw))?;
		}
		before = Some(batch);
	}
	Ok(())
}
