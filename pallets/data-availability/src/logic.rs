// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::{AuditNonce, Moment};
use codec::Encode;
use mote_primitives::{BatchFacts, BatchId, H256};
use sp_io::hashing::blake2_256;

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

/// Whether the content of a batch may still be confirmed in time.
pub fn is_in_time(anchored_at: Moment, now: Moment, deadline: Moment) -> bool {
	now < anchored_at.saturating_add(deadline)
}

/// Whether a batch has content that somebody can be held to keep.
pub fn can_be_kept(facts: &BatchFacts) -> bool {
	facts.has_content && !facts.is_disputed && !facts.is_erased
}

#[cfg(test)]
mod tests {
	use super::*;
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

	/// Whoever has lost a share of the readings is caught as often as that share is.
	#[test]
	fn lost_half_should_be_found_in_half_of_the_audits() {
		let caught = (0..1_000)
			.filter(|n| drawn_index(&nonce(7 * n), &nonce(7 * n + 3), 1_024).unwrap() < 512)
			.count();
		assert!((420..=580).contains(&caught), "{caught}");
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
	}
}
