// SPDX-License-Identifier: Apache-2.0

//! What policies ask for, and what is answered to whoever wants to rely on a device.

use super::*;
use mote_primitives::DeviceRegistry;
use TrustPurpose::{Medical, Metering, Oracle, SensorData};

/// What the view says, which must be what the register is told.
fn verdict(device: DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
	let told = RemoteAttestation::appraisal(device, purpose);
	if let Some(life) = TestRegistry::life(&device) {
		assert_eq!(RemoteAttestation::vet(&device, &life, purpose), told);
	}
	told
}

fn verdicts(device: DeviceId) -> [Result<(), Distrust>; 4] {
	TrustPurpose::ALL.map(|purpose| verdict(device, purpose))
}

/// A device that is relied on for metering.
fn metering() {
	employ(VERIFIER);
	set_policy(Metering, POLICY);
	attest(VERIFIER, DEVICE);
	assert_eq!(verdict(DEVICE, Metering), Ok(()));
}

#[test]
fn every_reason_should_be_given_when_it_applies() {
	let cases: [(fn(), Distrust); 12] = [
		(
			|| {
				assert_ok!(RemoteAttestation::retract_result(trustees(), DEVICE));
			},
			Distrust::NotAttested,
		),
		(|| TestRegistry::transfer(DEVICE), Distrust::NotAttested),
		(|| TestRegistry::suspend(DEVICE), Distrust::NotAttested),
		(
			|| {
				TestRegistry::suspend(DEVICE);
				TestRegistry::reactivate(DEVICE);
			},
			Distrust::NotAttested,
		),
		(|| suspend(VERIFIER), Distrust::VerifierNotApproved),
		(|| withdraw(VERIFIER), Distrust::VerifierNotApproved),
		(
			|| {
				withdraw(VERIFIER);
				employ(VERIFIER);
			},
			Distrust::VerifierNotApproved,
		),
		(|| pass(POLICY.max_age + 1), Distrust::AttestationExpired),
		(
			|| attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Warning),
			Distrust::AttestationRefused,
		),
		(
			|| attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated),
			Distrust::AttestationRefused,
		),
		(
			|| attest_with(VERIFIER, DEVICE, |claims| claims.debug = DebugStatus::Enabled),
			Distrust::DebugEnabled,
		),
		(|| TestRegistry::remove_device(DEVICE), Distrust::UnknownDevice),
	];
	for (change, reason) in cases {
		ExtBuilder.build_and_execute(|| {
			metering();
			change();
			assert_eq!(verdict(DEVICE, Metering), Err(reason));
		});
	}
}

#[test]
fn device_should_be_relied_on_to_the_last_moment_of_either_term() {
	ExtBuilder.build_and_execute(|| {
		metering();
		pass(POLICY.max_age);
		assert_eq!(verdict(DEVICE, Metering), Ok(()));
		attest_with(VERIFIER, DEVICE, |claims| claims.expires = now() + DAY);
		pass(DAY - 1);
		assert_eq!(verdict(DEVICE, Metering), Ok(()));
		pass(1);
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::AttestationExpired));
	});
}

#[test]
fn nothing_should_be_asked_when_there_is_no_policy() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(verdicts(DEVICE), [Ok(()); 4]);
		employ(VERIFIER);
		for tier in [Tier::None, Tier::Affirming, Tier::Warning] {
			attest_with(VERIFIER, DEVICE, |claims| claims.tier = tier);
			assert_eq!(verdicts(DEVICE), [Ok(()); 4]);
		}
		assert_eq!(verdicts(UNKNOWN_DEVICE), [Err(Distrust::UnknownDevice); 4]);
	});
}

#[test]
fn contraindication_should_count_without_a_policy_as_long_as_its_verifier_stands_by_it() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
		assert_eq!(verdicts(DEVICE), [Err(Distrust::AttestationRefused); 4]);
		suspend(VERIFIER);
		assert_eq!(verdicts(DEVICE), [Ok(()); 4]);
		approve(VERIFIER);
		assert_eq!(verdicts(DEVICE), [Err(Distrust::AttestationRefused); 4]);
		pass(TERM);
		assert_eq!(verdicts(DEVICE), [Ok(()); 4]);
	});
}

#[test]
fn policy_should_concern_its_model_and_purpose_only() {
	for (number, purpose) in TrustPurpose::ALL.into_iter().enumerate() {
		ExtBuilder.build_and_execute(|| {
			let min_debug = DebugStatus::DisabledPermanently;
			let policy = Policy { min_debug, ..POLICY };
			set_policy(purpose, policy);
			assert_last_event(Event::PolicySet { model: MODEL, purpose, policy });
			let mut expected = [Ok(()); 4];
			expected[number] = Err(Distrust::NotAttested);
			assert_eq!(verdicts(DEVICE), expected);
			assert_eq!(verdicts(OTHER_DEVICE), expected);
			assert_eq!(verdicts(DEVICE_OF_OTHER_MODEL), [Ok(()); 4]);
			for other in TrustPurpose::ALL {
				let wanted = (other == purpose).then_some(policy);
				assert_eq!(RemoteAttestation::policy(MODEL, other), wanted);
				assert_eq!(RemoteAttestation::policy(OTHER_MODEL, other), None);
			}
			employ(VERIFIER);
			attest(VERIFIER, DEVICE);
			assert_eq!(verdicts(DEVICE), [Ok(()); 4]);
			assert_eq!(verdicts(OTHER_DEVICE), expected);
		});
	}
}

#[test]
fn policies_for_several_purposes_should_judge_one_result_each_by_its_own_measure() {
	ExtBuilder.build_and_execute(|| {
		use DebugStatus::{Disabled, DisabledPermanently, Enabled};
		let tiers = TierSet::new(0b0111).unwrap();
		let lenient = Policy { max_age: MAX_TERM, tiers, min_debug: Enabled };
		set_policy(SensorData, lenient);
		set_policy(Metering, Policy { min_debug: Disabled, ..lenient });
		set_policy(Medical, Policy { min_debug: DisabledPermanently, ..lenient });
		set_policy(Oracle, Policy { tiers: TierSet::AFFIRMING, ..lenient });
		employ(VERIFIER);
		attest_with(VERIFIER, DEVICE, |claims| {
			(claims.tier, claims.debug) = (Tier::Warning, DebugStatus::DisabledSinceBoot);
		});
		assert_eq!(
			verdicts(DEVICE),
			[Ok(()), Ok(()), Err(Distrust::DebugEnabled), Err(Distrust::AttestationRefused)]
		);
		// An approved verifier's finding that a device must not be relied on passes no policy.
		attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
		assert_eq!(verdicts(DEVICE), [Err(Distrust::AttestationRefused); 4]);
	});
}

#[test]
fn policy_should_be_refused_below_the_floor_of_its_purpose() {
	use DebugStatus::*;
	const LEVELS: [DebugStatus; 5] =
		[Enabled, Disabled, DisabledSinceBoot, DisabledPermanently, DisabledFullyAndPermanently];
	for (purpose, floor) in [
		(SensorData, Enabled),
		(Oracle, Enabled),
		(Metering, Disabled),
		(Medical, DisabledPermanently),
	] {
		ExtBuilder.build_and_execute(|| {
			assert_eq!(debug_floor(purpose), floor);
			let set = |policy| RemoteAttestation::set_policy(trustees(), MODEL, purpose, policy);
			for min_debug in LEVELS {
				let policy = Policy { min_debug, ..POLICY };
				if min_debug < floor {
					assert_noop!(set(policy), Error::<Test>::PolicyTooWeak);
				} else {
					assert_ok!(set(policy));
				}
			}
			let policy = Policy { max_age: 0, min_debug: DisabledFullyAndPermanently, ..POLICY };
			assert_noop!(set(policy), Error::<Test>::BadMaxAge);
		});
	}
}

#[test]
fn policy_that_accepts_a_contraindication_should_be_refused_for_every_purpose() {
	ExtBuilder.build_and_execute(|| {
		for purpose in TrustPurpose::ALL {
			for tiers in (1..=15).map(|bits| TierSet::new(bits).unwrap()) {
				let min_debug = DebugStatus::DisabledFullyAndPermanently;
				let policy = Policy { tiers, min_debug, ..POLICY };
				let call = Call::set_policy { model: MODEL, purpose, policy };
				let expected = if tiers.contains(Tier::Contraindicated) {
					Err(Error::<Test>::PolicyTooWeak.into())
				} else {
					Ok(())
				};
				assert_eq!(dispatch(trustees(), call), expected, "{tiers:?}");
			}
		}
	});
}

#[test]
fn policy_that_accepts_no_tier_or_an_unknown_one_should_not_even_decode() {
	use codec::{DecodeAll, Encode};
	let good = Call::<Test>::set_policy { model: MODEL, purpose: Metering, policy: POLICY };
	let mut bytes = good.encode();
	let at = bytes.len() - 2;
	assert_eq!(bytes[at], POLICY.tiers.bits());
	for tiers in 0..=u8::MAX {
		bytes[at] = tiers;
		let is_known = (1..16).contains(&tiers);
		assert_eq!(Call::<Test>::decode_all(&mut &bytes[..]).is_ok(), is_known, "{tiers}");
	}
}

#[test]
fn policy_should_be_refused_for_a_model_that_there_is_not() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			RemoteAttestation::set_policy(trustees(), UNKNOWN_MODEL, Metering, POLICY),
			Error::<Test>::ModelNotFound
		);
	});
}

#[test]
fn policy_should_be_replaced_at_once_and_removed() {
	ExtBuilder.build_and_execute(|| {
		metering();
		let stricter = Policy { min_debug: DebugStatus::DisabledFullyAndPermanently, ..POLICY };
		set_policy(Metering, stricter);
		assert_eq!(RemoteAttestation::policy(MODEL, Metering), Some(stricter));
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::DebugEnabled));
		assert_ok!(RemoteAttestation::remove_policy(trustees(), MODEL, Metering));
		assert_last_event(Event::PolicyRemoved { model: MODEL, purpose: Metering });
		assert_eq!(RemoteAttestation::policy(MODEL, Metering), None);
		assert_eq!(verdict(DEVICE, Metering), Ok(()));
		assert_noop!(
			RemoteAttestation::remove_policy(trustees(), MODEL, Metering),
			Error::<Test>::PolicyNotFound
		);
	});
}

#[test]
fn policy_should_be_removable_when_its_model_is_gone() {
	ExtBuilder.build_and_execute(|| {
		set_policy(Metering, POLICY);
		TestRegistry::remove_model(MODEL);
		assert_ok!(RemoteAttestation::remove_policy(trustees(), MODEL, Metering));
		assert_eq!(RemoteAttestation::policy(MODEL, Metering), None);
	});
}

#[test]
fn fresh_result_should_be_due_after_a_suspension_and_a_transfer() {
	for change in [TestRegistry::suspend, TestRegistry::transfer] {
		ExtBuilder.build_and_execute(|| {
			metering();
			change(DEVICE);
			TestRegistry::reactivate(DEVICE);
			assert_eq!(verdict(DEVICE, Metering), Err(Distrust::NotAttested));
			attest(VERIFIER, DEVICE);
			assert_eq!(verdict(DEVICE, Metering), Ok(()));
		});
	}
}

#[test]
fn result_should_count_after_reactivation_when_device_was_looked_at_meanwhile() {
	ExtBuilder.build_and_execute(|| {
		metering();
		TestRegistry::suspend(DEVICE);
		attest(VERIFIER, DEVICE);
		TestRegistry::reactivate(DEVICE);
		assert_eq!(verdict(DEVICE, Metering), Ok(()));
	});
}

#[test]
fn bad_result_should_not_be_shaken_off_by_anybody_but_its_verifier_and_the_trustees() {
	ExtBuilder.build_and_execute(|| {
		metering();
		attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
		let device = DEVICE;
		for who in [OTHER_VERIFIER, REQUESTER, STRANGER] {
			for call in [Call::retract_result { device }, Call::prune_result { device }] {
				assert!(dispatch(signed(who), call).is_err());
			}
		}
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::AttestationRefused));
		// Without it the device is attested by nobody, which is no better.
		pass(TERM);
		assert_ok!(RemoteAttestation::prune_result(signed(STRANGER), DEVICE));
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::NotAttested));
	});
}

#[test]
fn last_word_should_count_when_verifiers_disagree() {
	ExtBuilder.build_and_execute(|| {
		metering();
		employ(OTHER_VERIFIER);
		attest_with(OTHER_VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::AttestationRefused));
		attest(VERIFIER, DEVICE);
		assert_eq!(verdict(DEVICE, Metering), Ok(()));
		// The former word does not come back when the last one falls.
		suspend(VERIFIER);
		assert_eq!(verdict(DEVICE, Metering), Err(Distrust::VerifierNotApproved));
	});
}
