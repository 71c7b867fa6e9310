// SPDX-License-Identifier: Apache-2.0

//! Whether a batch continues the chain of its stream.

use crate::{BatchHead, KeyIndex, Moment, SignerEnd};
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

/// Of how many signers a stream remembers up to where they have counted: its device, its owner and
/// eight gateways.
pub const MAX_SIGNERS: u32 = 10;

/// Whose key signed a batch: the device's or a gateway's; none for what the owner said.
pub type SignedBy = Option<(DeviceId, KeyIndex)>;

/// How many counters are missing before and within a well-formed batch, if it continues the chain.
///
/// Each signer counts for itself, whoever signs in between. A newer key starts a counter space of
/// its own: its counters need not lie above, and nothing is missing before them. Nobody can go back
/// to an older key.
pub fn link(head: &BatchHead, batch: &Batch, signer: SignedBy) -> Result<u64, BadLink> {
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
	let (signer, key) = parts(signer);
	let before = match head.ends.iter().find(|end| end.signer == signer) {
		Some(end) if key < end.key => return Err(BadLink::Counter),
		Some(end) if key == end.key => {
			let next = end.counter.checked_add(1).ok_or(BadLink::Counter)?;
			batch.first_ctr.checked_sub(next).ok_or(BadLink::Counter)?
		},
		_ => 0,
	};
	Ok(before.saturating_add(within))
}

/// The end of the chain once the batch is anchored. Where more than [`MAX_SIGNERS`] have signed,
/// the gateway or owner is forgotten that has not signed for longest, never the device itself.
pub fn advanced(
	head: &BatchHead,
	batch: &Batch,
	hash: sp_core::H256,
	signer: SignedBy,
) -> BatchHead {
	let (signer, key) = parts(signer);
	let mut ends = head.ends.clone();
	ends.retain(|end| end.signer != signer);
	if ends.is_full() {
		let oldest = ends.iter().position(|end| end.signer != Some(batch.device));
		oldest.map(|place| ends.remove(place));
	}
	// There is room: either it was there before, or one was removed.
	ends.try_push(SignerEnd { signer, key, counter: batch.last_ctr })
		.unwrap_or_default();
	BatchHead { next_seq: batch.seq.saturating_add(1), hash, ends, t_end: batch.t_end }
}

fn parts(signer: SignedBy) -> (Option<DeviceId>, KeyIndex) {
	signer.map_or((None, 0), |(device, key)| (Some(device), key))
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
		head_after([SignerEnd { signer: Some(DEVICE), key: 2, counter: 50 }])
	}

	fn head_after<const N: usize>(ends: [SignerEnd; N]) -> BatchHead {
		let ends = ends.to_vec().try_into().unwrap();
		BatchHead { next_seq: 3, hash: H256([1; 32]), ends, t_end: 1_000 }
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
		let exhausted = SignerEnd { signer: Some(DEVICE), key: 2, counter: u64::MAX };
		assert_eq!(link(&head_after([exhausted]), &batch(), signer), Err(BadLink::Counter));
	}

	#[test]
	fn missing_counters_should_be_counted_before_and_within() {
		let signer = Some((DEVICE, 2));
		let gap = Batch { first_ctr: 54, last_ctr: 65, ..batch() };
		assert_eq!(link(&head(), &gap, signer), Ok(3 + 2));
		assert_eq!(link(&head_after([]), &gap, signer), Ok(2));
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
		let asserted = head_after([SignerEnd { signer: None, key: 0, counter: 50 }]);
		assert_eq!(link(&asserted, &low, None), Err(BadLink::Counter));
		assert_eq!(link(&asserted, &batch(), None), Ok(0));
	}

	#[test]
	fn signer_should_continue_its_own_counters_whoever_signed_in_between() {
		let device = Some((DEVICE, 2));
		for between in [Some((GATEWAY, 0)), None, Some((GATEWAY, 4))] {
			let low = Batch { first_ctr: 0, last_ctr: 9, ..batch() };
			assert_eq!(link(&head(), &low, between), Ok(0));
			let head = advanced(&head(), &low, H256([9; 32]), between);
			let next = |first_ctr| Batch {
				seq: 4,
				prev: H256([9; 32]),
				first_ctr,
				last_ctr: first_ctr + 9,
				t_start: 2_000,
				..batch()
			};
			assert_eq!(link(&head, &next(50), device), Err(BadLink::Counter));
			assert_eq!(link(&head, &next(51), device), Ok(0));
			assert_eq!(link(&head, &next(61), device), Ok(10));
			assert_eq!(link(&head, &next(9), between), Err(BadLink::Counter));
			assert_eq!(link(&head, &next(12), between), Ok(2));
		}
	}

	#[test]
	fn device_should_be_remembered_however_many_gateways_sign() {
		let mut head = head();
		for n in 0..30 {
			let gateway = DeviceId(H256([100 + n; 32]));
			head = advanced(&head, &batch(), H256([1; 32]), Some((gateway, 0)));
			assert_eq!(head.ends.last().unwrap().signer, Some(gateway));
			let device = head.ends.iter().find(|end| end.signer == Some(DEVICE));
			assert_eq!(device.map(|end| end.counter), Some(50));
		}
		assert_eq!(head.ends.len(), MAX_SIGNERS as usize);
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
				BatchHead { next_seq: 0, hash: H256::zero(), ends: Default::default(), t_end: 0 };
			let (mut missed, mut counted, mut first) = (0, 0, None);
			for (gap, count, holes) in steps {
				let from = head.ends.last().map_or(0, |end| end.counter + 1) + gap;
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
				head = advanced(&head, &next, next.hash(), signer);
			}
			let all = head.ends.last().unwrap().counter - first.unwrap() + 1;
			prop_assert_eq!(missed + counted, all);
		}
	}
}
