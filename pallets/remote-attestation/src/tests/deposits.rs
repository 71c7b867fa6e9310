// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use codec::Encode;
use sp_runtime::TokenError;

const EVERYBODY: [u64; 7] = [VERIFIER, OTHER_VERIFIER, CANDIDATE, REQUESTER, STRANGER, OWNER, POOR];

fn balances() -> [(u64, [u64; 3]); 7] {
	EVERYBODY
		.map(|who| (Balances::free_balance(who), HOLD_REASONS.map(|reason| on_hold(who, reason))))
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		employ(VERIFIER);
		employ(OTHER_VERIFIER);
		attest(VERIFIER, DEVICE);
		attest(OTHER_VERIFIER, DEVICE);
		attest(VERIFIER, OTHER_DEVICE);
		assert_ok!(request_as(STRANGER, DEVICE));
		pass_blocks(PERIOD);
		challenge(DEVICE);
		check_everything();
		assert_ne!(balances(), before);

		pass_blocks(PERIOD);
		assert_ok!(RemoteAttestation::prune_challenge(signed(CANDIDATE), DEVICE));
		assert_ok!(RemoteAttestation::retract_result(signed(OTHER_VERIFIER), DEVICE));
		withdraw(VERIFIER);
		withdraw(OTHER_VERIFIER);
		assert_ok!(RemoteAttestation::prune_result(signed(CANDIDATE), OTHER_DEVICE));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_be_held_from_whoever_caused_the_record() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		challenge(DEVICE);
		let [verifier, challenge, result] = HOLD_REASONS.map(deposit);
		let held = |who| HOLD_REASONS.map(|reason| on_hold(who, reason));
		assert_eq!(held(VERIFIER), [verifier, 0, 0]);
		assert_eq!(held(REQUESTER), [0, challenge, 0]);
		assert_ok!(post(VERIFIER, DEVICE, claims(nonce(DEVICE))));
		assert_eq!(held(VERIFIER), [verifier, 0, result]);
		assert_eq!(held(REQUESTER), [0, 0, 0]);
		// Retracted by the trustees, it goes to the verifier all the same.
		assert_ok!(RemoteAttestation::retract_result(trustees(), DEVICE));
		assert_eq!(held(VERIFIER), [verifier, 0, 0]);
	});
}

#[test]
fn deposits_of_several_records_should_add_up() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		for (count, device) in (1..).zip([DEVICE, OTHER_DEVICE, DEVICE_OF_OTHER_MODEL]) {
			attest(VERIFIER, device);
			assert_eq!(on_hold(VERIFIER, HoldReason::Result), count * deposit(HoldReason::Result));
		}
		for (count, device) in (1..).zip([DEVICE, OTHER_DEVICE, DEVICE_OF_OTHER_MODEL]) {
			challenge(device);
			assert_eq!(
				on_hold(REQUESTER, HoldReason::Challenge),
				count * deposit(HoldReason::Challenge)
			);
		}
	});
}

#[test]
fn result_should_be_refused_and_leave_the_former_one_when_verifier_cannot_pay() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		employ(OTHER_VERIFIER);
		attest(OTHER_VERIFIER, DEVICE);
		let nonce = challenge(DEVICE);
		let rest = Balances::free_balance(VERIFIER) - 1;
		assert_ok!(Balances::transfer_allow_death(signed(VERIFIER), STRANGER, rest));
		let call = Call::post_result { device: DEVICE, result: claims(nonce) };
		assert_noop!(
			dispatch(signed(VERIFIER), call),
			DispatchError::from(TokenError::FundsUnavailable)
		);
		assert_eq!(RemoteAttestation::result(DEVICE).unwrap().verifier, OTHER_VERIFIER);
	});
}

#[test]
fn deposits_should_cover_what_is_stored() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		challenge(DEVICE);
		for (footprint, state) in [
			(
				RemoteAttestation::verifier_footprint(),
				(VERIFIER, Verifiers::<Test>::get(VERIFIER).unwrap()).encoded_size(),
			),
			(
				RemoteAttestation::challenge_footprint(),
				(DEVICE, Challenges::<Test>::get(DEVICE).unwrap()).encoded_size(),
			),
			(
				RemoteAttestation::result_footprint(),
				(DEVICE, Results::<Test>::get(DEVICE).unwrap()).encoded_size(),
			),
		] {
			assert_eq!(footprint.count, 1);
			assert_eq!(footprint.size, state as u64);
		}
	});
}
