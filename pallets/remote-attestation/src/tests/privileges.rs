// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion, TokenError};

/// What is expected of one call.
pub(super) struct Case {
	pub(super) name: &'static str,
	/// Prepares the chain and makes the call.
	pub(super) call: fn() -> Call<Test>,
	/// Results for the callers, in the order of [`callers`].
	expected: Results,
}

const CALLERS: [&str; 7] = [
	"nobody",
	"trustees",
	"verifier",
	"other verifier",
	"suspended verifier",
	"requester",
	"stranger",
];

fn callers() -> [RuntimeOrigin; 7] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(VERIFIER),
		signed(OTHER_VERIFIER),
		signed(CANDIDATE),
		signed(REQUESTER),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 7];

/// Only the trustees may.
const TRUSTEES: Results = [
	Err(NobodyMay),
	Ok(()),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
];
/// Anyone who signs may.
const ANYONE: Results = [Err(NobodyMay), Err(NobodyMay), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())];

/// Two verifiers that are approved and one that is suspended. The first has said something of
/// [`DEVICE`], and a challenge for it is open.
fn at_work() {
	for who in [VERIFIER, OTHER_VERIFIER, CANDIDATE] {
		employ(who);
	}
	suspend(CANDIDATE);
	attest(VERIFIER, DEVICE);
	challenge(DEVICE);
}

pub(super) fn cases() -> Vec<Case> {
	let no = Err(NobodyMay);
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"register_verifier",
			|| {
				at_work();
				Call::register_verifier { metadata_hash: METADATA }
			},
			{
				let again = Err(Error::<Test>::AlreadyRegistered.into());
				[no, no, again, again, again, Ok(()), Ok(())]
			},
		),
		case(
			"approve_verifier",
			|| {
				at_work();
				Call::approve_verifier { who: CANDIDATE, generation: generation(CANDIDATE) }
			},
			TRUSTEES,
		),
		case(
			"suspend_verifier",
			|| {
				at_work();
				Call::suspend_verifier { who: VERIFIER }
			},
			TRUSTEES,
		),
		case(
			"withdraw_verifier",
			|| {
				at_work();
				Call::withdraw_verifier {}
			},
			{
				let none = Err(Error::<Test>::VerifierNotFound.into());
				[no, no, Ok(()), Ok(()), Ok(()), none, none]
			},
		),
		case(
			"request_challenge",
			|| {
				at_work();
				pass_blocks(PERIOD);
				Call::request_challenge { device: DEVICE }
			},
			ANYONE,
		),
		case(
			"prune_challenge",
			|| {
				at_work();
				pass_blocks(PERIOD);
				Call::prune_challenge { device: DEVICE }
			},
			ANYONE,
		),
		case(
			"post_result",
			|| {
				at_work();
				Call::post_result { device: DEVICE, result: claims(nonce(DEVICE)) }
			},
			{
				let refused = Err(Error::<Test>::VerifierNotApproved.into());
				[no, no, Ok(()), Ok(()), refused, refused, refused]
			},
		),
		case(
			"retract_result",
			|| {
				at_work();
				Call::retract_result { device: DEVICE }
			},
			{
				let other = Err(Error::<Test>::NotResultVerifier.into());
				[no, Ok(()), Ok(()), other, other, other, other]
			},
		),
		case(
			"prune_result",
			|| {
				at_work();
				pass(TERM);
				Call::prune_result { device: DEVICE }
			},
			ANYONE,
		),
		case(
			"set_policy",
			|| {
				at_work();
				let purpose = TrustPurpose::Metering;
				Call::set_policy { model: MODEL, purpose, policy: POLICY }
			},
			TRUSTEES,
		),
		case(
			"remove_policy",
			|| {
				at_work();
				set_policy(TrustPurpose::Metering, POLICY);
				Call::remove_policy { model: MODEL, purpose: TrustPurpose::Metering }
			},
			TRUSTEES,
		),
		case(
			"pause",
			|| {
				at_work();
				Call::pause {}
			},
			TRUSTEES,
		),
		case(
			"unpause",
			|| {
				at_work();
				assert_ok!(RemoteAttestation::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
	]
}

#[test]
fn every_call_should_have_a_row_in_the_table() {
	let rows: Vec<_> = cases().iter().map(|case| case.name).collect();
	assert_eq!(rows, Call::<Test>::get_call_names());
}

#[test]
fn every_call_should_give_every_caller_the_exact_result() {
	for case in cases() {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			ExtBuilder.build_and_execute(|| {
				let call = (case.call)();
				assert_eq!(call.get_call_name(), case.name);
				let before = sp_io::storage::root(StateVersion::V1);
				assert_eq!(dispatch(origin, call), expected, "{} called by {who}", case.name);
				let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
				assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
			});
		}
	}
}

#[test]
fn calls_that_cost_a_deposit_should_fail_when_caller_cannot_pay() {
	for case in cases() {
		let payer = match case.name {
			"register_verifier" | "request_challenge" => STRANGER,
			// The author of the result that is there would pay nothing more.
			"post_result" => OTHER_VERIFIER,
			_ => continue,
		};
		ExtBuilder.build_and_execute(|| {
			let call = (case.call)();
			let rest = Balances::free_balance(payer) - 1;
			assert_ok!(Balances::transfer_allow_death(signed(payer), POOR, rest));
			assert_noop!(
				dispatch(signed(payer), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}

#[test]
fn trustees_should_not_be_able_to_speak_as_a_verifier() {
	ExtBuilder.build_and_execute(|| {
		at_work();
		let result = claims(nonce(DEVICE));
		assert_noop!(dispatch(trustees(), Call::post_result { device: DEVICE, result }), NobodyMay);
		assert_noop!(dispatch(trustees(), Call::withdraw_verifier {}), NobodyMay);
	});
}

#[test]
fn verifiers_should_have_no_power_over_each_other_or_over_policies() {
	ExtBuilder.build_and_execute(|| {
		at_work();
		for call in [
			Call::approve_verifier { who: CANDIDATE, generation: generation(CANDIDATE) },
			Call::suspend_verifier { who: OTHER_VERIFIER },
			Call::set_policy { model: MODEL, purpose: TrustPurpose::Metering, policy: POLICY },
			Call::pause {},
		] {
			assert_noop!(dispatch(signed(VERIFIER), call), NobodyMay);
		}
	});
}

#[test]
fn owner_should_have_no_power_over_what_is_said_of_its_device() {
	ExtBuilder.build_and_execute(|| {
		at_work();
		let (device, result) = (DEVICE, claims(nonce(DEVICE)));
		for (call, error) in [
			(Call::post_result { device, result }, Error::<Test>::VerifierNotApproved),
			(Call::retract_result { device }, Error::<Test>::NotResultVerifier),
			(Call::prune_result { device }, Error::<Test>::ResultStillNeeded),
			(Call::prune_challenge { device }, Error::<Test>::ChallengeOpen),
		] {
			assert_noop!(dispatch(signed(OWNER), call), error);
		}
	});
}
