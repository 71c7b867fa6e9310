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
	let has_time =
		batch.t_start <= batch.t_end && (batch.count > 1 || batch.t_start == batch.t_end);
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

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{KeyAlgorithm, Quality};
	use hex_literal::hex;
	use proptest::prelude::*;
	use sp_core::{ecdsa, ed25519, sr25519, Pair};

	const DEVICE: DeviceId = DeviceId(H256([0x22; 32]));
	const GENESIS: H256 = H256([0x11; 32]);
	const T: u64 = 1_767_225_600_000;

	fn place() -> BatchPlace {
		BatchPlace {
			device: DEVICE,
			stream: 3,
			seq: 0,
			prev: crate::chain_start(&DEVICE, 3, 0),
			assurance: Assurance::DeviceSigned,
		}
	}

	fn reading(counter: u64, t_ms: u64, value: i64) -> Reading {
		Reading { stream: 3, counter, t_ms, value, quality: Quality::Good }
	}

	/// A freezer's night: one counter is missing.
	fn freezer() -> [Reading; 4] {
		[
			reading(42, T, -185),
			reading(43, T + 60_000, -187),
			reading(45, T + 180_000, -181),
			reading(46, T + 180_000, -183),
		]
	}

	/// Computed with another implementation of BLAKE2b, over bytes encoded by hand.
	#[test]
	fn batch_of_a_freezer_should_be_the_published_one() {
		let BuiltBatch { batch, tree } = build_batch(place(), true, freezer()).unwrap();
		let aggregates = Aggregates { min: -187, max: -181, first: -185, last: -183, sum: -736 };
		assert_eq!(batch.aggregates, Some(aggregates));
		assert_eq!((batch.first_ctr, batch.last_ctr, batch.count), (42, 46, 4));
		assert_eq!((batch.t_start, batch.t_end), (T, T + 180_000));
		assert_eq!(
			batch.prev,
			H256(hex!("201fe18e28cc4726420fa5992ef46bd7f988d8b6d5b804f9b7c58f03eade4b5b"))
		);
		assert_eq!(
			freezer()[0].leaf(),
			H256(hex!("a9c2aa6d42123589059593d08bb1d5c18424bc9246a1477b7461d64fe02c6a56"))
		);
		assert_eq!(
			batch.root,
			H256(hex!("2c87a015f4ce44acd78910c5cad51bbb801fbe0393665b75cd02585bd602d5d7"))
		);
		assert_eq!(
			batch.hash(),
			H256(hex!("126f62584904ab1ef6543662d9912d4b8abc9ea6e26dabc0f5a463f8157d705f"))
		);
		assert_eq!(tree.root(), batch.root);
	}

	#[test]
	fn readings_that_make_no_batch_should_be_refused() {
		let [first, second, third, _] = freezer();
		let none: [Reading; 0] = [];
		let elsewhere = Reading { stream: 4, ..second };
		let refused = |readings: &[Reading]| build_batch(place(), true, readings).unwrap_err();
		assert_eq!(refused(&none), BatchFlaw::Empty);
		assert_eq!(refused(&[elsewhere]), BatchFlaw::WrongStream);
		assert_eq!(refused(&[first, elsewhere]), BatchFlaw::WrongStream);
		assert_eq!(refused(&[first, first]), BatchFlaw::CounterNotIncreasing);
		assert_eq!(refused(&[second, first]), BatchFlaw::CounterNotIncreasing);
		let earlier = Reading { t_ms: first.t_ms, ..third };
		assert_eq!(refused(&[second, earlier]), BatchFlaw::TimeNotMonotonic);
	}

	#[test]
	fn batch_should_hold_exactly_as_many_readings_as_it_may() {
		let readings = |count: u64| (0..count).map(|n| reading(n, T + n, n as i64));
		let full = build_batch(place(), true, readings(65_536)).unwrap();
		assert_eq!((full.batch.count, full.batch.last_ctr), (65_536, 65_535));
		assert!(is_well_formed(&full.batch));
		let last = reading(65_535, T + 65_535, 65_535);
		let path = full.tree.proof(65_535).unwrap();
		assert_eq!(path.len(), 16);
		assert!(is_reading_of(&full.batch, 65_535, &last, &path));
		let refused = build_batch(place(), true, readings(65_537));
		assert_eq!(refused.unwrap_err(), BatchFlaw::TooMany);
	}

	#[test]
	fn personal_batch_should_tell_no_values() {
		let built = build_batch(place(), false, freezer()).unwrap();
		assert_eq!(built.batch.aggregates, None);
		let bracket = TimeBracket { number: 7, hash: GENESIS };
		let content = ContentId { codec: 0x51, cid: vec![1, 2].try_into().unwrap() };
		let built = built.with_content(content.clone()).with_bracket(bracket);
		assert_eq!((built.batch.content, built.batch.bracket), (Some(content), Some(bracket)));
	}

	#[test]
	fn each_contradiction_should_be_found() {
		let readings = freezer();
		let batch = build_batch(place(), true, readings).unwrap().batch;
		let [first, second, _, last] = readings;
		for (index, shown, expected) in [
			(1, Reading { stream: 4, ..second }, Contradiction::Stream),
			(1, Reading { counter: 42, ..second }, Contradiction::Counter),
			(1, Reading { counter: 45, ..second }, Contradiction::Counter),
			(0, Reading { counter: 43, ..first }, Contradiction::Counter),
			(3, Reading { counter: 45, ..last }, Contradiction::Counter),
			(4, last, Contradiction::Counter),
			(1, Reading { t_ms: T - 1, ..second }, Contradiction::Time),
			(1, Reading { t_ms: T + 180_001, ..second }, Contradiction::Time),
			(0, Reading { t_ms: T + 1, ..first }, Contradiction::Time),
			(3, Reading { t_ms: T + 179_999, ..last }, Contradiction::Time),
			(1, Reading { value: -188, ..second }, Contradiction::Value),
			(1, Reading { value: -180, ..second }, Contradiction::Value),
			(0, Reading { value: -184, ..first }, Contradiction::Value),
			(3, Reading { value: -182, ..last }, Contradiction::Value),
		] {
			assert_eq!(contradiction(&batch, index, &shown), Some(expected), "{index} {shown:?}");
		}
		let personal = Batch { aggregates: None, ..batch };
		let other = Reading { value: 9_999, ..second };
		assert_eq!(contradiction(&personal, 1, &other), None);
	}

	#[test]
	fn neighbours_should_follow_each_other() {
		let [first, second, third, last] = freezer();
		assert_eq!(order_contradiction(&first, &second), None);
		assert_eq!(order_contradiction(&third, &last), None);
		for (before, after) in [
			(first, first),
			(second, first),
			(first, Reading { counter: 43, t_ms: T - 1, ..second }),
		] {
			assert_eq!(order_contradiction(&before, &after), Some(Contradiction::Order));
		}
	}

	#[test]
	fn malformed_batches_should_be_told() {
		let batch = build_batch(place(), true, freezer()).unwrap().batch;
		let of = batch.aggregates.unwrap();
		let with = |aggregates| Batch { aggregates: Some(aggregates), ..batch.clone() };
		let one = build_batch(place(), true, [freezer()[0]]).unwrap().batch;
		assert!(is_well_formed(&batch) && is_well_formed(&one));
		for malformed in [
			Batch { count: 0, ..batch.clone() },
			Batch { count: 65_537, last_ctr: u64::MAX, ..batch.clone() },
			Batch { count: 6, ..batch.clone() },
			Batch { first_ctr: 47, ..batch.clone() },
			Batch { t_start: batch.t_end + 1, ..batch.clone() },
			Batch { last_ctr: 43, ..one.clone() },
			Batch { t_end: T + 1, ..one.clone() },
			with(Aggregates { min: -180, ..of }),
			with(Aggregates { max: -184, ..of }),
			with(Aggregates { first: -188, ..of }),
			with(Aggregates { last: -180, ..of }),
			// Two of four values lie anywhere between the least and the greatest.
			with(Aggregates { sum: -187 * 3 - 181 - 1, ..of }),
			with(Aggregates { sum: -187 - 181 * 3 + 1, ..of }),
		] {
			assert!(!is_well_formed(&malformed), "{malformed:?}");
		}
		for sum in [-187 * 3 - 181, -187 - 181 * 3] {
			assert!(is_well_formed(&with(Aggregates { sum, ..of })));
		}
		let of = one.aggregates.unwrap();
		let wrong = Batch { aggregates: Some(Aggregates { sum: of.sum + 1, ..of }), ..one };
		assert!(!is_well_formed(&wrong));
	}

	#[test]
	fn chain_should_break_at_the_first_batch_that_does_not_follow() {
		let first = build_batch(place(), true, freezer()).unwrap().batch;
		let next = BatchPlace { seq: 1, prev: first.hash(), ..place() };
		let second = build_batch(next, true, [reading(50, T + 180_000, 1)]).unwrap().batch;
		assert_eq!(check_chain([&first, &second]), Ok(()));
		assert_eq!(check_chain([]), Ok(()));
		for (flawed, flaw) in [
			(Batch { stream: 4, ..second.clone() }, ChainFlaw::OtherStream),
			(Batch { device: DeviceId::default(), ..second.clone() }, ChainFlaw::OtherStream),
			(Batch { seq: 2, ..second.clone() }, ChainFlaw::Sequence),
			(Batch { prev: first.prev, ..second.clone() }, ChainFlaw::Hash),
			(Batch { first_ctr: 46, ..second.clone() }, ChainFlaw::Counter),
			(Batch { t_start: T + 179_999, ..second.clone() }, ChainFlaw::Time),
		] {
			assert_eq!(check_chain([&first, &flawed]), Err((1, flaw)));
		}
		assert_eq!(check_chain([&second, &first]), Err((1, ChainFlaw::Sequence)));
	}

	#[test]
	fn batch_should_be_signed_by_its_key_for_its_chain_and_as_it_is() {
		let batch = build_batch(place(), true, freezer()).unwrap().batch;
		let bytes = signing_bytes(&GENESIS, &batch);
		let ed = ed25519::Pair::from_seed(&[1; 32]);
		let sr = sr25519::Pair::from_seed(&[2; 32]);
		let k1 = ecdsa::Pair::from_seed(&[3; 32]);
		let digest = sp_crypto_hashing::sha2_256(&bytes);
		let k1_raw = k1.sign_prehashed(&digest).0[..64].try_into().unwrap();
		for (key, signature) in [
			(DeviceKey::Ed25519(ed.public().0), DeviceSignature::Ed25519(ed.sign(&bytes).0)),
			(DeviceKey::Sr25519(sr.public().0), DeviceSignature::Sr25519(sr.sign(&bytes).0)),
			(DeviceKey::Secp256k1(k1.public().0), DeviceSignature::Secp256k1(k1_raw)),
		] {
			assert!(KeyAlgorithm::ALL.contains(&key.algorithm()));
			assert!(is_batch_signed(&GENESIS, &batch, &key, &signature));
			assert!(!is_batch_signed(&H256([0x12; 32]), &batch, &key, &signature));
			let other = DeviceKey::Ed25519([9; 32]);
			assert!(!is_batch_signed(&GENESIS, &batch, &other, &signature));
			for changed in [
				Batch { device: DeviceId::default(), ..batch.clone() },
				Batch { stream: 4, ..batch.clone() },
				Batch { seq: 1, ..batch.clone() },
				Batch { first_ctr: 41, ..batch.clone() },
				Batch { last_ctr: 47, ..batch.clone() },
				Batch { count: 3, ..batch.clone() },
				Batch { t_start: T + 1, ..batch.clone() },
				Batch { t_end: T, ..batch.clone() },
				Batch { root: GENESIS, ..batch.clone() },
				Batch { aggregates: None, ..batch.clone() },
				Batch { prev: GENESIS, ..batch.clone() },
				Batch { assurance: Assurance::OwnerAsserted, ..batch.clone() },
				Batch { bracket: Some(TimeBracket { number: 0, hash: GENESIS }), ..batch.clone() },
			] {
				assert!(!is_batch_signed(&GENESIS, &changed, &key, &signature));
			}
		}
	}

	fn honest() -> impl Strategy<Value = Vec<Reading>> {
		prop::collection::vec((1u64..5, 0u64..90_000, any::<i64>()), 1..80).prop_map(|steps| {
			let (mut counter, mut t_ms) = (0, T);
			steps
				.into_iter()
				.map(|(step, passed, value)| {
					counter += step;
					t_ms += passed;
					reading(counter, t_ms, value)
				})
				.collect()
		})
	}

	proptest! {
		#[test]
		fn honest_batches_should_be_well_formed_and_nothing_in_them_speak_against_them(
			readings in honest(),
			with_aggregates in any::<bool>(),
		) {
			let built = build_batch(place(), with_aggregates, &readings).unwrap();
			prop_assert!(is_well_formed(&built.batch));
			let sum: i128 = readings.iter().map(|reading| i128::from(reading.value)).sum();
			prop_assert!(built.batch.aggregates.is_none_or(|of| of.sum == sum));
			for (index, reading) in (0u32..).zip(&readings) {
				let path = built.tree.proof(index).unwrap();
				prop_assert!(is_reading_of(&built.batch, index, reading, &path));
				prop_assert_eq!(contradiction(&built.batch, index, reading), None);
				let other = Reading { value: reading.value.wrapping_add(1), ..*reading };
				prop_assert!(!is_reading_of(&built.batch, index, &other, &path));
			}
			for pair in readings.windows(2) {
				prop_assert_eq!(order_contradiction(&pair[0], &pair[1]), None);
			}
		}
	}
}
