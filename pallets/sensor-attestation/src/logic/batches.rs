// SPDX-License-Identifier: Apache-2.0

//! Whether a batch continues the chain of its stream.

use crate::{BatchEnd, BatchHead, KeyIndex, Moment};
use mote_primitives::{Batch, DeviceId, StreamSpec};

/// Milliseconds in a day.
pub const DAY_MS: Moment = 86_400_000;

/// Why a batch does not continue a chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadLink {
	/// It does not have the next number.
	Sequence,
	/// It does not name the hash of the one before.
	Hash,
	/// Its counters do not lie above those of the one before.
	Counter,
	/// It begins before the one before ends.
	Time,
}

/// How many counters are missing before and within a well-formed batch, if it continues the chain.
///
/// A newer key of the same signer, or another signer, starts a counter space of its own: its
/// counters need not lie above, and nothing is missing before them. Nobody can go back to an older
/// key of the same signer.
pub fn link(
	head: &BatchHead,
	batch: &Batch,
	signer: Option<(DeviceId, KeyIndex)>,
) -> Result<u64, BadLink> {
	if batch.seq != head.next_seq {
		return Err(BadLink::Sequence);
	}
	if batch.prev != head.hash {
		return Err(BadLink::Hash);
	}
	if batch.t_start < head.t_end {
		return Err(BadLink::Time);
	}
	let span = batch.last_ctr.saturating_sub(batch.first_ctr);
	let within = span.saturating_sub(u64::from(batch.count).saturating_sub(1));
	let before = match &head.last {
		Some(last) if !opens_counters(last.signer, signer).ok_or(BadLink::Counter)? => {
			let next = last.counter.checked_add(1).ok_or(BadLink::Counter)?;
			batch.first_ctr.checked_sub(next).ok_or(BadLink::Counter)?
		},
		_ => 0,
	};
	Ok(before.saturating_add(within))
}

/// Whether the later signer counts from anew; `None` when it is an older key of the same one.
fn opens_counters(
	before: Option<(DeviceId, KeyIndex)>,
	after: Option<(DeviceId, KeyIndex)>,
) -> Option<bool> {
	match (before, after) {
		(Some((one, older)), Some((other, newer))) if one == other =>
			(newer >= older).then_some(newer > older),
		_ => Some(before != after),
	}
}

/// The end of the chain once the batch is anchored.
pub fn advanced(
	batch: &Batch,
	hash: sp_core::H256,
	signer: Option<(DeviceId, KeyIndex)>,
) -> BatchHead {
	BatchHead {
		next_seq: batch.seq.saturating_add(1),
		hash,
		last: Some(BatchEnd { signer, counter: batch.last_ctr }),
		t_end: batch.t_end,
	}
}

/// Whether the aggregates of a batch lie within what is plausible for its stream.
pub fn has_plausible_values(spec: &StreamSpec, batch: &Batch) -> bool {
	batch
		.aggregates
		.as_ref()
		.is_none_or(|of| spec.min <= of.min && of.max <= spec.max)
}

/// From when on the record of a batch may be removed.
pub fn prunable_from(anchored_at: Moment, retention_days: u16) -> Moment {
	anchored_at.saturating_add(DAY_MS.saturating_mul(retention_days.into()))
}

/// The shortest period of a stream that concerns a person, in seconds: what somebody does in a
/// quarter of an hour tells less of them than what they do in a minute.
pub const MIN_PERSONAL_PERIOD_S: u32 = 900;

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::{Assurance, H256};
	use proptest::prelude::*;

	const DEVICE: DeviceId = DeviceId(H256([7; 32]));
	const GATEWAY: DeviceId = DeviceId(H256([8; 32]));

	fn head() -> BatchHead {
		let last = BatchEnd { signer: Some((DEVICE, 2)), counter: 50 };
		BatchHead { next_seq: 3, hash: H256([1; 32]), last: Some(last), t_end: 1_000 }
	}

	fn batch() -> Batch {
		Batch {
			device: DEVICE,
			stream: 1,
			seq: 3,
			first_ctr: 51,
			last_ctr: 60,
			count: 10,
			t_start: 1_000,
			t_end: 2_000,
			root: H256([2; 32]),
			aggregates: None,
			content: None,
			prev: H256([1; 32]),
			assurance: Assurance::DeviceSigned,
			bracket: None,
		}
	}

	#[test]
	fn batch_should_continue_exactly_its_predecessor() {
		let signer = Some((DEVICE, 2));
		assert_eq!(link(&head(), &batch(), signer), Ok(0));
		for (batch, expected) in [
			(Batch { seq: 2, ..batch() }, BadLink::Sequence),
			(Batch { seq: 4, ..batch() }, BadLink::Sequence),
			(Batch { prev: H256([3; 32]), ..batch() }, BadLink::Hash),
			(Batch { first_ctr: 50, ..batch() }, BadLink::Counter),
			(Batch { t_start: 999, ..batch() }, BadLink::Time),
		] {
			assert_eq!(link(&head(), &batch, signer), Err(expected));
		}
		let exhausted = BatchEnd { signer, counter: u64::MAX };
		let exhausted = BatchHead { last: Some(exhausted), ..head() };
		assert_eq!(link(&exhausted, &batch(), signer), Err(BadLink::Counter));
	}

	#[test]
	fn missing_counters_should_be_counted_before_and_within() {
		let signer = Some((DEVICE, 2));
		let gap = Batch { first_ctr: 54, last_ctr: 65, ..batch() };
		assert_eq!(link(&head(), &gap, signer), Ok(3 + 2));
		let first = BatchHead { last: None, ..head() };
		assert_eq!(link(&first, &gap, signer), Ok(2));
	}

	#[test]
	fn newer_key_or_other_signer_should_count_from_anew() {
		let low = Batch { first_ctr: 0, last_ctr: 9, ..batch() };
		for (signer, expected) in [
			(Some((DEVICE, 2)), Err(BadLink::Counter)),
			(Some((DEVICE, 3)), Ok(0)),
			(Some((DEVICE, 1)), Err(BadLink::Counter)),
			(Some((GATEWAY, 0)), Ok(0)),
			(None, Ok(0)),
		] {
			assert_eq!(link(&head(), &low, signer), expected);
		}
		let asserted = BatchEnd { signer: None, counter: 50 };
		let asserted = BatchHead { last: Some(asserted), ..head() };
		assert_eq!(link(&asserted, &low, None), Err(BadLink::Counter));
		assert_eq!(link(&asserted, &batch(), None), Ok(0));
	}

	#[test]
	fn retention_should_not_overflow() {
		assert_eq!(prunable_from(1, 2), 1 + 2 * 86_400_000);
		assert_eq!(prunable_from(u64::MAX, u16::MAX), u64::MAX);
	}

	proptest! {
		#[test]
		fn counters_of_one_key_should_add_up_over_any_chain(
			steps in prop::collection::vec((0u64..5, 1u32..20, 0u64..5), 1..30),
		) {
			let signer = Some((DEVICE, 0));
			let mut head =
				BatchHead { next_seq: 0, hash: H256::zero(), last: None, t_end: 0 };
			let (mut missed, mut counted, mut first) = (0, 0, None);
			for (gap, count, holes) in steps {
				let from = head.last.map_or(0, |last| last.counter + 1) + gap;
				let to = from + u64::from(count) - 1 + if count > 1 { holes } else { 0 };
				first.get_or_insert(from);
				let next = Batch {
					seq: head.next_seq,
					prev: head.hash,
					first_ctr: from,
					last_ctr: to,
					count,
					..batch()
				};
				let next = Batch { t_start: head.t_end, t_end: head.t_end, ..next };
				missed += link(&head, &next, signer).unwrap();
				counted += u64::from(count);
				head = advanced(&next, next.hash(), signer);
			}
			let all = head.last.unwrap().counter - first.unwrap() + 1;
			prop_assert_eq!(missed + counted, all);
		}
	}
}
