// SPDX-License-Identifier: Apache-2.0

//! What verifiers say: what is accepted, what takes the place of what, and when it goes.

use super::*;

fn prune(device: DeviceId) -> DispatchResult {
	RemoteAttestation::prune_result(signed(STRANGER), device)
}

fn retract(origin: RuntimeOrigin, device: DeviceId) -> DispatchResult {
	RemoteAttestation::retract_result(origin, device)
}

fn speaker(device: DeviceId) -> Option<u64> {
	RemoteAttestation::result(device).map(|result| result.verifier)
}

#[test]
fn result_should_be_kept_and_use_the_challenge_up_when_posted() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		TestRegistry::transfer(DEVICE);
		TestRegistry::suspend(DEVICE);
		let claims = claims(challenge(DEVICE));
		pass_blocks(3);
		assert_ok!(post(VERIFIER, DEVICE, claims));
		assert_last_event(Event::ResultPosted { device: DEVICE, verifier: VERIFIER, claims });
		assert_eq!(
			RemoteAttestation::result(DEVICE),
			Some(ResultInfo {
				verifier: VERIFIER,
				generation: 0,
				claims,
				issued_at: now(),
				epoch: 2,
				halts: 1,
			})
		);
		assert_eq!(RemoteAttestation::challenge(DEVICE), None);
		assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), 0);
		assert_eq!(on_hold(VERIFIER, HoldReason::Result), deposit(HoldReason::Result));
		assert_eq!(RemoteAttestation::result(OTHER_DEVICE), None);
	});
}

#[test]
fn post_should_fail_when_verifier_is_not_approved() {
	ExtBuilder.build_and_execute(|| {
		let claims = claims(challenge(DEVICE));
		let refused = || {
			assert_noop!(post(VERIFIER, DEVICE, claims), Error::<Test>::VerifierNotApproved);
		};
		refused();
		register(VERIFIER);
		refused();
		suspend(VERIFIER);
		refused();
		approve(VERIFIER);
		suspend(VERIFIER);
		refused();
		withdraw(VERIFIER);
		refused();
		employ(VERIFIER);
		assert_ok!(post(VERIFIER, DEVICE, claims));
	});
}

#[test]
fn post_should_fail_when_device_is_unknown_or_has_ended() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		let claims = claims(challenge(DEVICE));
		for state in [DeviceState::Decommissioned, DeviceState::Revoked] {
			TestRegistry::set_state(DEVICE, state);
			assert_noop!(post(VERIFIER, DEVICE, claims), Error::<Test>::DeviceEnded);
		}
		TestRegistry::remove_device(DEVICE);
		assert_noop!(post(VERIFIER, DEVICE, claims), Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn post_should_fail_when_challenge_is_not_the_open_one() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		assert_noop!(post(VERIFIER, DEVICE, claims(H256::zero())), Error::<Test>::NoChallenge);
		let claims = claims(challenge(DEVICE));
		let other = ResultClaims { nonce: H256::zero(), ..claims };
		assert_noop!(post(VERIFIER, DEVICE, other), Error::<Test>::NonceMismatch);
		TestRegistry::transfer(DEVICE);
		assert_noop!(post(VERIFIER, DEVICE, claims), Error::<Test>::DeviceChanged);
		pass_blocks(PERIOD);
		assert_noop!(post(VERIFIER, DEVICE, claims), Error::<Test>::ChallengeExpired);
	});
}

#[test]
fn post_should_accept_exactly_the_terms_that_are_allowed() {
	for (expires, expected) in [
		(0, Err(Error::<Test>::BadResultTerm)),
		(T0 - 1, Err(Error::<Test>::BadResultTerm)),
		(T0, Err(Error::<Test>::BadResultTerm)),
		(T0 + 1, Ok(())),
		(T0 + MAX_TERM, Ok(())),
		(T0 + MAX_TERM + 1, Err(Error::<Test>::BadResultTerm)),
		(Moment::MAX, Err(Error::<Test>::BadResultTerm)),
	] {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			let result = ResultClaims { expires, ..claims(challenge(DEVICE)) };
			let call = Call::post_result { device: DEVICE, result };
			let expected = expected.map_err(DispatchError::from);
			assert_eq!(dispatch(signed(VERIFIER), call), expected, "{expires}");
		});
	}
}

#[test]
fn every_finding_should_be_storable() {
	for tier in [Tier::None, Tier::Affirming, Tier::Warning, Tier::Contraindicated] {
		for debug in [DebugStatus::Enabled, DebugStatus::DisabledFullyAndPermanently] {
			ExtBuilder.build_and_execute(|| {
				employ(VERIFIER);
				attest_with(VERIFIER, DEVICE, |claims| {
					(claims.tier, claims.debug) = (tier, debug);
				});
				let said = RemoteAttestation::result(DEVICE).unwrap().claims;
				assert_eq!((said.tier, said.debug), (tier, debug));
			});
		}
	}
}

#[test]
fn post_should_work_when_paused() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		let nonce = challenge(DEVICE);
		assert_ok!(RemoteAttestation::pause(trustees()));
		assert_ok!(post(VERIFIER, DEVICE, claims(nonce)));
		assert_ok!(retract(signed(VERIFIER), DEVICE));
	});
}

#[test]
fn last_word_should_win_and_move_the_deposit_when_another_verifier_speaks() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		employ(OTHER_VERIFIER);
		let result = deposit(HoldReason::Result);
		let held = || [VERIFIER, OTHER_VERIFIER].map(|who| on_hold(who, HoldReason::Result));
		attest(VERIFIER, DEVICE);
		assert_eq!(held(), [result, 0]);
		attest_with(OTHER_VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
		assert_eq!((speaker(DEVICE), held()), (Some(OTHER_VERIFIER), [0, result]));
		attest(VERIFIER, DEVICE);
		assert_eq!((speaker(DEVICE), held()), (Some(VERIFIER), [result, 0]));
	});
}

#[test]
fn deposit_should_be_kept_when_the_same_verifier_speaks_again() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		let rest = Balances::free_balance(VERIFIER) - 1;
		assert_ok!(Balances::transfer_allow_death(signed(VERIFIER), STRANGER, rest));
		// It could not pay another one, and need not.
		attest(VERIFIER, DEVICE);
		assert_eq!(on_hold(VERIFIER, HoldReason::Result), deposit(HoldReason::Result));
		assert_eq!(Balances::free_balance(VERIFIER), 1);
	});
}

#[test]
fn deposit_should_be_kept_when_the_same_verifier_speaks_after_registering_anew() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		withdraw(VERIFIER);
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		assert_eq!(on_hold(VERIFIER, HoldReason::Result), deposit(HoldReason::Result));
		assert_eq!(Results::<Test>::get(DEVICE).unwrap().generation, 1);
	});
}

#[test]
fn retract_should_return_the_deposit_when_asked_by_those_who_may() {
	for origin in [signed(VERIFIER), trustees()] {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			employ(OTHER_VERIFIER);
			attest(VERIFIER, DEVICE);
			for who in [OTHER_VERIFIER, REQUESTER, STRANGER] {
				assert_noop!(retract(signed(who), DEVICE), Error::<Test>::NotResultVerifier);
			}
			assert_ok!(retract(origin.clone(), DEVICE));
			assert_last_event(Event::ResultRetracted { device: DEVICE });
			assert_eq!(RemoteAttestation::result(DEVICE), None);
			assert_eq!(on_hold(VERIFIER, HoldReason::Result), 0);
			assert_noop!(retract(origin, DEVICE), Error::<Test>::NoResult);
		});
	}
}

#[test]
fn verifier_should_be_able_to_retract_when_it_is_suspended_or_has_left() {
	for change in [suspend, withdraw] {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			attest(VERIFIER, DEVICE);
			change(VERIFIER);
			assert_ok!(retract(signed(VERIFIER), DEVICE));
			assert_eq!(on_hold(VERIFIER, HoldReason::Result), 0);
		});
	}
}

#[test]
fn verifier_should_not_retract_what_took_the_place_of_its_own_result() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		employ(OTHER_VERIFIER);
		attest(VERIFIER, DEVICE);
		attest(OTHER_VERIFIER, DEVICE);
		assert_noop!(retract(signed(VERIFIER), DEVICE), Error::<Test>::NotResultVerifier);
	});
}

#[test]
fn prune_should_fail_when_the_result_still_says_something() {
	for tier in [Tier::None, Tier::Affirming, Tier::Warning, Tier::Contraindicated] {
		for change in [
			|| (),
			|| suspend(VERIFIER),
			|| TestRegistry::transfer(DEVICE),
			|| TestRegistry::suspend(DEVICE),
			|| TestRegistry::set_state(DEVICE, DeviceState::Lost),
		] {
			ExtBuilder.build_and_execute(|| {
				employ(VERIFIER);
				attest_with(VERIFIER, DEVICE, |claims| claims.tier = tier);
				change();
				pass(TERM - 1);
				assert_noop!(prune(DEVICE), Error::<Test>::ResultStillNeeded);
			});
		}
	}
}

#[test]
fn prune_should_return_the_deposit_when_the_result_says_nothing_any_more() {
	let ways: [fn(); 6] = [
		|| pass(TERM),
		|| TestRegistry::set_state(DEVICE, DeviceState::Decommissioned),
		|| TestRegistry::set_state(DEVICE, DeviceState::Revoked),
		|| TestRegistry::remove_device(DEVICE),
		|| withdraw(VERIFIER),
		|| {
			withdraw(VERIFIER);
			employ(VERIFIER);
		},
	];
	for end in ways {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			attest(VERIFIER, DEVICE);
			end();
			assert_ok!(prune(DEVICE));
			assert_last_event(Event::ResultPruned { device: DEVICE });
			assert_eq!(RemoteAttestation::result(DEVICE), None);
			assert_eq!(on_hold(VERIFIER, HoldReason::Result), 0);
			assert_noop!(prune(DEVICE), Error::<Test>::NoResult);
		});
	}
}

#[test]
fn result_against_a_device_should_stay_for_its_term_when_its_verifier_has_left() {
	for change in [
		|| withdraw(VERIFIER),
		|| {
			withdraw(VERIFIER);
			employ(VERIFIER);
		},
	] {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
			change();
			pass(TERM - 1);
			assert_noop!(prune(DEVICE), Error::<Test>::ResultStillNeeded);
			pass(1);
			assert_ok!(prune(DEVICE));
			assert_eq!(on_hold(VERIFIER, HoldReason::Result), 0);
		});
	}
}

#[test]
fn result_against_a_device_should_go_when_the_device_has_ended() {
	let ways: [fn(); 2] = [
		|| TestRegistry::set_state(DEVICE, DeviceState::Revoked),
		|| TestRegistry::remove_device(DEVICE),
	];
	for end in ways {
		ExtBuilder.build_and_execute(|| {
			employ(VERIFIER);
			attest_with(VERIFIER, DEVICE, |claims| claims.tier = Tier::Contraindicated);
			end();
			assert_ok!(prune(DEVICE));
			assert_eq!(RemoteAttestation::result(DEVICE), None);
		});
	}
}
