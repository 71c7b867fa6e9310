// SPDX-License-Identifier: Apache-2.0

//! Challenges: one at a time, for everybody, for a while.

use super::*;
use codec::Encode;
use sp_io::hashing::blake2_256;
use std::collections::BTreeSet;

fn is_open(device: DeviceId) -> bool {
	RemoteAttestation::challenge(device).unwrap().is_open
}

fn prune(device: DeviceId) -> DispatchResult {
	RemoteAttestation::prune_challenge(signed(STRANGER), device)
}

#[test]
fn challenge_should_be_issued_with_a_fresh_nonce_when_asked_for() {
	ExtBuilder.build_and_execute(|| {
		pass_blocks(6);
		assert_ok!(request_as(REQUESTER, DEVICE));
		let mut bytes = b"mote:challenge".to_vec();
		bytes.extend(hash_of(6).0);
		bytes.extend(DEVICE.0 .0);
		bytes.extend(0_u64.to_le_bytes());
		let nonce = H256(blake2_256(&bytes));
		let expires = 7 + PERIOD;
		let requester = REQUESTER;
		assert_last_event(Event::ChallengeIssued { device: DEVICE, nonce, expires, requester });
		assert_eq!(
			RemoteAttestation::challenge(DEVICE),
			Some(ChallengeInfo { nonce, expires, is_open: true })
		);
		assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), deposit(HoldReason::Challenge));
		assert_eq!(RemoteAttestation::challenge(OTHER_DEVICE), None);
	});
}

#[test]
fn request_should_fail_when_a_challenge_is_open() {
	ExtBuilder.build_and_execute(|| {
		challenge(DEVICE);
		for who in [REQUESTER, STRANGER] {
			assert_noop!(request_as(who, DEVICE), Error::<Test>::ChallengeOpen);
		}
		assert_noop!(prune(DEVICE), Error::<Test>::ChallengeOpen);
		// Other devices have their own.
		assert_ok!(request_as(REQUESTER, OTHER_DEVICE));
	});
}

#[test]
fn challenge_should_be_open_to_every_approved_verifier() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		employ(OTHER_VERIFIER);
		for verifier in [VERIFIER, OTHER_VERIFIER] {
			let nonce = challenge(DEVICE);
			assert_ok!(post(verifier, DEVICE, claims(nonce)));
			assert_eq!(RemoteAttestation::challenge(DEVICE), None);
		}
	});
}

#[test]
fn challenge_should_be_replaced_from_the_block_of_its_expiry_on() {
	ExtBuilder.build_and_execute(|| {
		let first = challenge(DEVICE);
		pass_blocks(PERIOD - 1);
		assert!(is_open(DEVICE));
		assert_noop!(request_as(STRANGER, DEVICE), Error::<Test>::ChallengeOpen);
		pass_blocks(1);
		assert!(!is_open(DEVICE));
		assert_ok!(request_as(STRANGER, DEVICE));
		assert!(is_open(DEVICE));
		assert_ne!(nonce(DEVICE), first);
		assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), 0);
		assert_eq!(on_hold(STRANGER, HoldReason::Challenge), deposit(HoldReason::Challenge));
	});
}

#[test]
fn deposit_should_be_kept_when_the_same_account_asks_again() {
	ExtBuilder.build_and_execute(|| {
		challenge(DEVICE);
		let rest = Balances::free_balance(REQUESTER) - 1;
		assert_ok!(Balances::transfer_allow_death(signed(REQUESTER), STRANGER, rest));
		pass_blocks(PERIOD);
		// It could not pay another one, and need not.
		challenge(DEVICE);
		assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), deposit(HoldReason::Challenge));
		assert_eq!(Balances::free_balance(REQUESTER), 1);
	});
}

#[test]
fn challenge_should_be_replaced_when_device_has_changed() {
	for change in [TestRegistry::transfer, TestRegistry::suspend] {
		ExtBuilder.build_and_execute(|| {
			let first = challenge(DEVICE);
			change(DEVICE);
			assert!(!is_open(DEVICE));
			assert_ok!(request_as(STRANGER, DEVICE));
			assert!(is_open(DEVICE));
			assert_ne!(nonce(DEVICE), first);
			assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), 0);
		});
	}
}

#[test]
fn challenge_should_stay_open_when_device_comes_back_into_use() {
	ExtBuilder.build_and_execute(|| {
		TestRegistry::suspend(DEVICE);
		challenge(DEVICE);
		TestRegistry::reactivate(DEVICE);
		assert!(is_open(DEVICE));
	});
}

#[test]
fn prune_should_return_the_deposit_when_nobody_can_answer_any_more() {
	let ways: [fn(); 5] = [
		|| pass_blocks(PERIOD),
		|| TestRegistry::transfer(DEVICE),
		|| TestRegistry::suspend(DEVICE),
		|| TestRegistry::set_state(DEVICE, DeviceState::Revoked),
		|| TestRegistry::remove_device(DEVICE),
	];
	for end in ways {
		ExtBuilder.build_and_execute(|| {
			challenge(DEVICE);
			end();
			assert!(!is_open(DEVICE));
			assert_ok!(prune(DEVICE));
			assert_last_event(Event::ChallengePruned { device: DEVICE });
			assert_eq!(RemoteAttestation::challenge(DEVICE), None);
			assert_eq!(on_hold(REQUESTER, HoldReason::Challenge), 0);
			assert_noop!(prune(DEVICE), Error::<Test>::NoChallenge);
		});
	}
}

#[test]
fn request_should_fail_when_there_is_no_such_device_or_it_has_ended() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(request_as(REQUESTER, UNKNOWN_DEVICE), Error::<Test>::DeviceNotFound);
		for state in [DeviceState::Decommissioned, DeviceState::Revoked] {
			TestRegistry::set_state(DEVICE, state);
			assert_noop!(request_as(REQUESTER, DEVICE), Error::<Test>::DeviceEnded);
		}
	});
}

#[test]
fn request_should_work_in_every_state_that_is_not_for_ever() {
	for state in
		[DeviceState::Registered, DeviceState::Active, DeviceState::Suspended, DeviceState::Lost]
	{
		ExtBuilder.build_and_execute(|| {
			TestRegistry::set_state(DEVICE, state);
			challenge(DEVICE);
			assert!(is_open(DEVICE));
		});
	}
}

#[test]
fn request_should_fail_when_paused_and_prune_should_not() {
	ExtBuilder.build_and_execute(|| {
		challenge(OTHER_DEVICE);
		assert_ok!(RemoteAttestation::pause(trustees()));
		assert_noop!(request_as(REQUESTER, DEVICE), Error::<Test>::Paused);
		pass_blocks(PERIOD);
		assert_ok!(prune(OTHER_DEVICE));
		assert_ok!(RemoteAttestation::unpause(trustees()));
		assert_ok!(request_as(REQUESTER, DEVICE));
	});
}

#[test]
fn nonces_should_never_repeat() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		let mut seen = BTreeSet::new();
		// In one block, with the same parent, for the same device.
		for _ in 0..20 {
			let nonce = challenge(DEVICE);
			assert!(seen.insert(nonce));
			assert_ok!(post(VERIFIER, DEVICE, claims(nonce)));
		}
		// In one block for several devices.
		for device in [DEVICE, OTHER_DEVICE, DEVICE_OF_OTHER_MODEL] {
			assert!(seen.insert(challenge(device)));
		}
		for _ in 0..20 {
			pass_blocks(PERIOD);
			assert!(seen.insert(challenge(DEVICE)));
		}
		assert_eq!(ChallengeCount::<Test>::get(), seen.len() as u64);
	});
}

#[test]
fn nonce_should_not_be_known_before_the_block_that_issues_it() {
	ExtBuilder.build_and_execute(|| {
		let nonces: BTreeSet<_> = (0..5)
			.map(|blocks| {
				frame_support::storage::with_transaction(|| {
					pass_blocks(blocks + 1);
					let nonce = challenge(DEVICE);
					sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(nonce.encode()))
				})
				.unwrap()
			})
			.collect();
		assert_eq!(nonces.len(), 5, "only the parent's hash differs");
	});
}

#[test]
fn request_should_fail_when_the_counter_is_used_up() {
	ExtBuilder.build_and_execute(|| {
		ChallengeCount::<Test>::put(u64::MAX);
		assert_noop!(request_as(REQUESTER, DEVICE), sp_runtime::ArithmeticError::Overflow);
	});
}
