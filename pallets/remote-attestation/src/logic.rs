// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::types::*;
use mote_primitives::{DeviceLife, Distrust, TrustPurpose};

impl VerifierStatus {
	/// Whether its results count.
	pub fn is_approved(self) -> bool {
		matches!(self, Self::Approved)
	}
}

impl<AccountId, BlockNumber: PartialOrd, Ticket> ChallengeRecord<AccountId, BlockNumber, Ticket> {
	/// Whether it is too late to answer.
	pub fn is_expired(&self, now: &BlockNumber) -> bool {
		*now >= self.expires
	}

	/// Whether the device has neither changed hands nor been out of use since.
	pub fn fits<Owner>(&self, life: &DeviceLife<Owner>) -> bool {
		(self.epoch, self.halts) == (life.epoch, life.halts)
	}
}

impl<AccountId, Ticket> ResultRecord<AccountId, Ticket> {
	/// Whether the device has neither changed hands nor been out of use since.
	pub fn fits<Owner>(&self, life: &DeviceLife<Owner>) -> bool {
		(self.epoch, self.halts) == (life.epoch, life.halts)
	}

	/// Whether the result has to stay at `now`, as long as its device does. One that speaks against
	/// its device stays for its term, also when its verifier has left.
	pub fn is_needed(&self, is_verifier_there: bool, now: Moment) -> bool {
		let is_against = self.claims.tier == Tier::Contraindicated;
		now < self.claims.expires && (is_verifier_there || is_against)
	}
}

/// The least that a policy for `purpose` may ask of a device's debug status: what is billed must
/// not be open to debugging, and what treats people not openable either.
pub fn debug_floor(purpose: TrustPurpose) -> DebugStatus {
	match purpose {
		TrustPurpose::SensorData | TrustPurpose::Oracle => DebugStatus::Enabled,
		TrustPurpose::Metering => DebugStatus::Disabled,
		TrustPurpose::Medical => DebugStatus::DisabledPermanently,
	}
}

impl Policy {
	/// Whether the policy asks for enough to be one for `purpose`.
	pub fn is_strict_enough(&self, purpose: TrustPurpose) -> bool {
		!self.tiers.contains(Tier::Contraindicated) && self.min_debug >= debug_floor(purpose)
	}
}

/// Whether a device with this life can be relied on by `policy`, given its latest result and
/// whether the registration of the verifier that gave it is approved.
///
/// What makes a result no result comes first, then who gave it, then how old it is, then what it
/// says.
pub fn judge<AccountId, Ticket, Owner>(
	policy: &Policy,
	result: Option<&ResultRecord<AccountId, Ticket>>,
	is_approved: bool,
	life: &DeviceLife<Owner>,
	now: Moment,
) -> Result<(), Distrust> {
	let Some(result) = result.filter(|result| result.fits(life)) else {
		return Err(Distrust::NotAttested);
	};
	if !is_approved {
		return Err(Distrust::VerifierNotApproved);
	}
	if now >= result.claims.expires || now.saturating_sub(result.issued_at) > policy.max_age {
		return Err(Distrust::AttestationExpired);
	}
	if !policy.tiers.contains(result.claims.tier) {
		return Err(Distrust::AttestationRefused);
	}
	if result.claims.debug < policy.min_debug {
		return Err(Distrust::DebugEnabled);
	}
	Ok(())
}

/// The same without a policy: nothing has to be found, but what an approved verifier warns of
/// counts as long as it stands by it.
pub fn judge_without_policy<AccountId, Ticket, Owner>(
	result: Option<&ResultRecord<AccountId, Ticket>>,
	is_approved: bool,
	life: &DeviceLife<Owner>,
	now: Moment,
) -> Result<(), Distrust> {
	let is_warned_of = result.is_some_and(|result| {
		is_approved &&
			result.fits(life) &&
			now < result.claims.expires &&
			result.claims.tier == Tier::Contraindicated
	});
	if is_warned_of {
		return Err(Distrust::AttestationRefused);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::{Decode, Encode};
	use mote_primitives::{DeviceState, ModelId};
	use proptest::prelude::*;
	use sp_core::H256;

	const TIERS: [Tier; 4] = [Tier::None, Tier::Affirming, Tier::Warning, Tier::Contraindicated];
	const DEBUG: [DebugStatus; 5] = [
		DebugStatus::Enabled,
		DebugStatus::Disabled,
		DebugStatus::DisabledSinceBoot,
		DebugStatus::DisabledPermanently,
		DebugStatus::DisabledFullyAndPermanently,
	];

	fn life(epoch: u32, halts: u32) -> DeviceLife<u64> {
		DeviceLife {
			model: ModelId { manufacturer: 0, product: 0 },
			owner: 1,
			state: DeviceState::Active,
			epoch,
			halts,
		}
	}

	fn result(tier: Tier, debug: DebugStatus) -> ResultRecord<u64, ()> {
		ResultRecord {
			verifier: 7,
			generation: 0,
			claims: ResultClaims {
				nonce: H256::zero(),
				profile: H256::zero(),
				oemid_hash: H256::zero(),
				hwmodel_hash: H256::zero(),
				sw_digest: H256::zero(),
				debug,
				tier,
				expires: 1_000,
			},
			issued_at: 100,
			epoch: 2,
			halts: 3,
			ticket: (),
		}
	}

	const POLICY: Policy =
		Policy { max_age: 500, tiers: TierSet::AFFIRMING, min_debug: DebugStatus::Disabled };

	fn good() -> ResultRecord<u64, ()> {
		result(Tier::Affirming, DebugStatus::Disabled)
	}

	#[test]
	fn judge_should_name_the_first_thing_that_is_wrong() {
		let ask = |result: Option<&_>, is_approved, life, now| {
			judge(&POLICY, result, is_approved, &life, now)
		};
		let good = good();
		assert_eq!(ask(Some(&good), true, life(2, 3), 600), Ok(()));
		assert_eq!(ask(None, true, life(2, 3), 600), Err(Distrust::NotAttested));
		assert_eq!(ask(Some(&good), true, life(3, 3), 600), Err(Distrust::NotAttested));
		assert_eq!(ask(Some(&good), true, life(2, 4), 600), Err(Distrust::NotAttested));
		assert_eq!(ask(Some(&good), false, life(2, 3), 600), Err(Distrust::VerifierNotApproved));
		assert_eq!(ask(Some(&good), true, life(2, 3), 601), Err(Distrust::AttestationExpired));
		let warning = result(Tier::Warning, DebugStatus::Enabled);
		assert_eq!(ask(Some(&warning), true, life(2, 3), 600), Err(Distrust::AttestationRefused));
		let open = result(Tier::Affirming, DebugStatus::Enabled);
		assert_eq!(ask(Some(&open), true, life(2, 3), 600), Err(Distrust::DebugEnabled));
	}

	#[test]
	fn result_should_count_until_it_expires() {
		let patient = Policy { max_age: 10_000, ..POLICY };
		assert_eq!(judge(&patient, Some(&good()), true, &life(2, 3), 999), Ok(()));
		assert_eq!(
			judge(&patient, Some(&good()), true, &life(2, 3), 1_000),
			Err(Distrust::AttestationExpired)
		);
	}

	#[test]
	fn sets_of_tiers_should_hold_exactly_what_their_bits_say() {
		for bits in 0..=u8::MAX {
			let set = TierSet::new(bits);
			assert_eq!(set.is_some(), (1..16).contains(&bits));
			assert_eq!(TierSet::decode(&mut &[bits][..]).ok(), set);
			let Some(set) = set else { continue };
			assert_eq!((set.bits(), set.encode()), (bits, vec![bits]));
			for (code, tier) in (0u8..).zip(TIERS) {
				assert_eq!(tier.encode(), [code]);
				assert_eq!(set.contains(tier), bits & 1 << code != 0);
			}
		}
	}

	#[test]
	fn debug_status_should_have_the_codes_of_the_claim_and_their_order() {
		for (code, status) in (0u8..).zip(DEBUG) {
			assert_eq!(status.encode(), [code]);
		}
		assert!(DEBUG.is_sorted());
	}

	#[test]
	fn policy_should_be_strict_enough_from_the_floor_of_its_purpose_on() {
		use TrustPurpose::*;
		let are_enough = |purpose| {
			DEBUG.map(|min_debug| Policy { min_debug, ..POLICY }.is_strict_enough(purpose))
		};
		assert_eq!(are_enough(SensorData), [true; 5]);
		assert_eq!(are_enough(Oracle), [true; 5]);
		assert_eq!(are_enough(Metering), [false, true, true, true, true]);
		assert_eq!(are_enough(Medical), [false, false, false, true, true]);
	}

	#[test]
	fn policy_should_be_too_weak_for_anything_when_it_accepts_contraindicated_devices() {
		for bits in 1..16 {
			let tiers = TierSet::new(bits).unwrap();
			let policy = Policy { tiers, min_debug: DEBUG[4], ..POLICY };
			for purpose in TrustPurpose::ALL {
				assert_eq!(policy.is_strict_enough(purpose), bits < 8);
			}
		}
	}

	#[test]
	fn result_should_be_needed_for_its_term_and_without_its_verifier_only_against_its_device() {
		for tier in TIERS {
			let result = result(tier, DebugStatus::Disabled);
			let is_against = tier == Tier::Contraindicated;
			assert!(result.is_needed(true, 999));
			assert_eq!(result.is_needed(false, 999), is_against);
			assert!(!result.is_needed(true, 1_000) && !result.is_needed(false, 1_000));
		}
	}

	#[test]
	fn challenge_should_expire_in_the_block_that_it_names() {
		let challenge = ChallengeRecord {
			nonce: H256::zero(),
			expires: 10u32,
			epoch: 2,
			halts: 3,
			depositor: (),
			ticket: (),
		};
		assert!(!challenge.is_expired(&9) && challenge.is_expired(&10));
		assert!(challenge.fits(&life(2, 3)));
		assert!(!challenge.fits(&life(3, 3)) && !challenge.fits(&life(2, 4)));
	}

	prop_compose! {
		fn any_policy()(max_age in 1u64..2_000, bits in 1u8..16, debug in 0usize..5) -> Policy {
			Policy { max_age, tiers: TierSet::new(bits).unwrap(), min_debug: DEBUG[debug] }
		}
	}

	prop_compose! {
		fn any_result()(tier in 0usize..4, debug in 0usize..5, issued_at in 0u64..500)
			-> ResultRecord<u64, ()>
		{
			ResultRecord { issued_at, ..result(TIERS[tier], DEBUG[debug]) }
		}
	}

	proptest! {
		#[test]
		fn stricter_policy_should_never_turn_no_into_yes(
			policy in any_policy(),
			result in any_result(),
			less_time in 0u64..2_000,
			mask in 1u8..16,
			more in 0usize..5,
			now in 0u64..2_000,
		) {
			let tiers = TierSet::new(policy.tiers.bits() & mask).unwrap_or(policy.tiers);
			let stricter = Policy {
				max_age: policy.max_age.saturating_sub(less_time).max(1),
				tiers,
				min_debug: policy.min_debug.max(DEBUG[more]),
			};
			let ask = |policy| judge(policy, Some(&result), true, &life(2, 3), now).is_ok();
			prop_assert!(ask(&policy) || !ask(&stricter));
		}

		/// Whatever is refused without a policy is refused by every policy that can be set.
		#[test]
		fn policy_should_never_accept_what_is_refused_without_one(
			policy in any_policy(),
			result in any_result(),
			is_approved: bool,
			halts in 3u32..5,
			now in 0u64..2_000,
		) {
			prop_assume!(policy.is_strict_enough(TrustPurpose::SensorData));
			let life = life(2, halts);
			let without = judge_without_policy(Some(&result), is_approved, &life, now);
			let with = judge(&policy, Some(&result), is_approved, &life, now);
			prop_assert!(without.is_ok() || with.is_err());
		}

		#[test]
		fn time_should_never_turn_no_into_yes(
			policy in any_policy(),
			result in any_result(),
			now in 500u64..2_000,
			later in 0u64..2_000,
		) {
			let ask = |now| judge(&policy, Some(&result), true, &life(2, 3), now).is_ok();
			prop_assert!(ask(now) || !ask(now + later));
		}
	}
}
