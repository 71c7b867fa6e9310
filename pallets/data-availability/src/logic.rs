// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::{AuditNonce, Moment};
use codec::Encode;
use mote_primitives::{BatchFacts, BatchId, H256};
use sp_io::hashing::blake2_256;
use sp_runtime::traits::{CheckedSub, Zero};

/// What a challenger commits to before the pinner gives its nonce: blake2-256 of `mote:audit:`, its
/// own nonce, its account, the batch and the pinner.
pub fn audit_commitment<AccountId: Encode>(
	nonce: &AuditNonce,
	challenger: &AccountId,
	id: &BatchId,
	pinner: &AccountId,
) -> H256 {
	(b"mote:audit:", nonce, challenger, id, pinner).using_encoded(blake2_256).into()
}

/// The reading that both nonces draw from `count`: the first eight bytes of the blake2-256 of the
/// challenger's and the pinner's, low byte first, modulo `count`. `None` when there is none.
///
/// The remainder favours low indices by less than one in 2^48 for the largest batch.
pub fn drawn_index(challenger: &AuditNonce, pinner: &AuditNonce, count: u32) -> Option<u32> {
	let hash = (challenger, pinner).using_encoded(blake2_256);
	let first = hash.first_chunk::<8>()?;
	let index = u64::from_le_bytes(*first).checked_rem(count.into())?;
	u32::try_from(index).ok()
}

/// Whether less than `term` has passed since `start`.
pub fn is_in_time(start: Moment, now: Moment, term: Moment) -> bool {
	now < start.saturating_add(term)
}

/// The notice of a pinner, if it is not void: the pinner has to leave within `term`. It could wait
/// at the door otherwise, and leave as soon as it sees an audit coming.
pub fn valid_notice(leaves_at: Option<Moment>, now: Moment, term: Moment) -> Option<Moment> {
	leaves_at.filter(|moment| is_in_time(*moment, now, term))
}

/// What a pinner gets of a challenger's bond when it passes, and what is left of the bond. No more
/// than there is, where the fee was raised meanwhile.
pub fn fee_and_rest<Balance: CheckedSub + Zero>(bond: Balance, fee: Balance) -> (Balance, Balance) {
	match bond.checked_sub(&fee) {
		Some(rest) => (fee, rest),
		None => (bond, Zero::zero()),
	}
}

/// Whether a batch has content that somebody can be held to keep.
pub fn can_be_kept(facts: &BatchFacts) -> bool {
	facts.has_content && !facts.is_disputed && !facts.is_erased
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use mote_primitives::DeviceId;
	use proptest::prelude::*;

	fn nonce(n: u64) -> AuditNonce {
		n.using_encoded(blake2_256)
	}

	#[test]
	fn every_reading_should_be_drawn_about_equally_often() {
		let mut drawn = [0u32; 10];
		for n in 0..10_000 {
			let index = drawn_index(&nonce(2 * n), &nonce(2 * n + 1), 10).unwrap();
			drawn[index as usize] += 1;
		}
		// Five standard deviations around the thousand that each is due.
		assert!(drawn.iter().all(|times| (850..=1_150).contains(times)), "{drawn:?}");
	}

	#[test]
	fn either_nonce_should_change_what_is_drawn() {
		let index = |a, b| drawn_index(&nonce(a), &nonce(b), u32::MAX).unwrap();
		assert_ne!(index(1, 2), index(3, 2));
		assert_ne!(index(1, 2), index(1, 3));
		assert_ne!(index(1, 2), index(2, 1));
		assert_eq!(drawn_index(&nonce(1), &nonce(2), 0), None);
		assert_eq!(drawn_index(&nonce(1), &nonce(2), 1), Some(0));
	}

	#[test]
	fn commitment_and_draw_should_be_those_of_the_published_vectors() {
		let id = BatchId { device: DeviceId(H256([7; 32])), stream: 3, seq: 9 };
		assert_eq!(
			audit_commitment(&[1; 32], &[0xc1u8; 32], &id, &[0xb2u8; 32]).0,
			hex!("2176f60a59956f146a5aad4d4d38a929be3f5f010ecc883fc1f9820e86b93613"),
		);
		for (count, index) in [(10, 0), (65_536, 46_640), (u32::MAX, 2_931_868_240)] {
			assert_eq!(drawn_index(&[1; 32], &[2; 32], count), Some(index));
		}
	}

	#[test]
	fn commitment_should_bind_everything() {
		let id = BatchId { device: DeviceId::default(), stream: 1, seq: 2 };
		let commitment = audit_commitment(&nonce(1), &5u64, &id, &6);
		let other = BatchId { seq: 3, ..id };
		for changed in [
			audit_commitment(&nonce(2), &5u64, &id, &6),
			audit_commitment(&nonce(1), &4u64, &id, &6),
			audit_commitment(&nonce(1), &5u64, &other, &6),
			audit_commitment(&nonce(1), &5u64, &id, &7),
		] {
			assert_ne!(changed, commitment);
		}
	}

	#[test]
	fn deadline_should_be_the_first_moment_too_late() {
		assert!(is_in_time(100, 109, 10));
		assert!(!is_in_time(100, 110, 10));
		assert!(is_in_time(u64::MAX, u64::MAX - 1, 10));
	}

	#[test]
	fn notice_should_be_void_when_the_pinner_has_not_left() {
		assert_eq!(valid_notice(None, 0, 10), None);
		assert_eq!(valid_notice(Some(100), 0, 10), Some(100));
		assert_eq!(valid_notice(Some(100), 109, 10), Some(100));
		assert_eq!(valid_notice(Some(100), 110, 10), None);
	}

	proptest! {
		#[test]
		fn drawn_index_should_be_one_of_the_batch(
			a in any::<[u8; 32]>(),
			b in any::<[u8; 32]>(),
			count in 1u32..,
		) {
			prop_assert!(drawn_index(&a, &b, count).unwrap() < count);
		}

		#[test]
		fn fee_and_rest_should_make_up_the_bond(bond in any::<u64>(), fee in any::<u64>()) {
			let (paid, rest) = fee_and_rest(bond, fee);
			prop_assert_eq!(paid, fee.min(bond));
			prop_assert_eq!(paid.checked_add(rest), Some(bond));
		}
	}
}
