// SPDX-License-Identifier: Apache-2.0

//! A challenge is answered once, for its device, while it is open and the device is the same, by a
//! verifier that is approved. Nothing else is accepted.

use super::*;

/// Where an answer is tried.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Attempt {
	/// In the block of the challenge.
	AtOnce,
	/// In the last block of the challenge.
	InLastBlock,
	/// In the first block after it.
	AtExpiry,
	/// In the block after that.
	AfterExpiry,
	/// A second time.
	Twice,
	/// A second time, by another verifier.
	TwiceByAnother,
	/// After it was used and the result was taken back.
	AfterRetraction,
	/// After it was used, when another challenge is open.
	AfterNextChallenge,
	/// After it expired, when another challenge is open.
	AfterReplacement,
	/// After it expired and was removed.
	AfterPruning,
	/// For another device with an open challenge.
	ForOtherDevice,
	/// For another device without a challenge.
	ForIdleDevice,
	/// For a device that there is not.
	ForUnknownDevice,
	/// After the device got another owner.
	AfterTransfer,
	/// After the device got another owner, when another challenge is open.
	AfterTransferAndChallenge,
	/// After the device was taken out of use.
	AfterSuspension,
	/// After the device was taken out of use and put back.
	AfterReactivation,
	/// After the device was taken out of use for good.
	AfterEnd,
	/// After the device's record was removed.
	AfterRemoval,
	/// With one bit changed.
	Altered,
	/// By somebody who is no verifier.
	ByStranger,
	/// By a verifier that was never approved.
	ByProposed,
	/// By a verifier that was suspended since.
	BySuspended,
	/// By a verifier that has left since.
	ByWithdrawn,
	/// By a verifier that has left and come back since.
	ByReRegistered,
	/// By a verifier that has left, come back and been approved since.
	ByReApproved,
	/// By a verifier that was suspended and approved since.
	ByRestored,
	/// When new work is paused.
	WhilePaused,
}

use Attempt::*;

/// The result of answering a challenge that was issued in this block.
fn answer(attempt: Attempt) -> DispatchResult {
	for who in [VERIFIER, OTHER_VERIFIER] {
		employ(who);
	}
	let mut claims = claims(challenge(DEVICE));
	let (mut who, mut target) = (VERIFIER, DEVICE);
	match attempt {
		AtOnce => (),
		InLastBlock => pass_blocks(PERIOD - 1),
		AtExpiry => pass_blocks(PERIOD),
		AfterExpiry => pass_blocks(PERIOD + 1),
		Twice => {
			assert_ok!(post(VERIFIER, DEVICE, claims));
		},
		TwiceByAnother => {
			assert_ok!(post(VERIFIER, DEVICE, claims));
			who = OTHER_VERIFIER;
		},
		AfterRetraction => {
			assert_ok!(post(VERIFIER, DEVICE, claims));
			assert_ok!(RemoteAttestation::retract_result(signed(VERIFIER), DEVICE));
		},
		AfterNextChallenge => {
			assert_ok!(post(VERIFIER, DEVICE, claims));
			challenge(DEVICE);
		},
		AfterReplacement => {
			pass_blocks(PERIOD);
			challenge(DEVICE);
		},
		AfterPruning => {
			pass_blocks(PERIOD);
			assert_ok!(RemoteAttestation::prune_challenge(signed(STRANGER), DEVICE));
		},
		ForOtherDevice => {
			challenge(OTHER_DEVICE);
			target = OTHER_DEVICE;
		},
		ForIdleDevice => target = OTHER_DEVICE,
		ForUnknownDevice => target = UNKNOWN_DEVICE,
		AfterTransfer => TestRegistry::transfer(DEVICE),
		AfterTransferAndChallenge => {
			TestRegistry::transfer(DEVICE);
			challenge(DEVICE);
		},
		AfterSuspension => TestRegistry::suspend(DEVICE),
		AfterReactivation => {
			TestRegistry::suspend(DEVICE);
			TestRegistry::reactivate(DEVICE);
		},
		AfterEnd => TestRegistry::set_state(DEVICE, DeviceState::Revoked),
		AfterRemoval => TestRegistry::remove_device(DEVICE),
		Altered => claims.nonce.0[31] ^= 1,
		ByStranger => who = STRANGER,
		ByProposed => {
			register(CANDIDATE);
			who = CANDIDATE;
		},
		BySuspended => suspend(VERIFIER),
		ByWithdrawn => withdraw(VERIFIER),
		ByReRegistered => {
			withdraw(VERIFIER);
			register(VERIFIER);
		},
		ByReApproved => {
			withdraw(VERIFIER);
			employ(VERIFIER);
		},
		ByRestored => {
			suspend(VERIFIER);
			approve(VERIFIER);
		},
		WhilePaused => {
			assert_ok!(RemoteAttestation::pause(trustees()));
		},
	}
	let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
	let result = dispatch(signed(who), Call::post_result { device: target, result: claims });
	let is_unchanged = sp_io::storage::root(sp_runtime::StateVersion::V1) == before;
	assert_eq!(is_unchanged, result.is_err(), "{attempt:?}");
	result
}

#[test]
fn challenge_should_be_answered_once_for_its_device_by_an_approved_verifier() {
	let attempts = [
		(AtOnce, Ok(())),
		(InLastBlock, Ok(())),
		(AtExpiry, Err(Error::<Test>::ChallengeExpired)),
		(AfterExpiry, Err(Error::<Test>::ChallengeExpired)),
		(Twice, Err(Error::<Test>::NoChallenge)),
		(TwiceByAnother, Err(Error::<Test>::NoChallenge)),
		(AfterRetraction, Err(Error::<Test>::NoChallenge)),
		(AfterNextChallenge, Err(Error::<Test>::NonceMismatch)),
		(AfterReplacement, Err(Error::<Test>::NonceMismatch)),
		(AfterPruning, Err(Error::<Test>::NoChallenge)),
		(ForOtherDevice, Err(Error::<Test>::NonceMismatch)),
		(ForIdleDevice, Err(Error::<Test>::NoChallenge)),
		(ForUnknownDevice, Err(Error::<Test>::DeviceNotFound)),
		(AfterTransfer, Err(Error::<Test>::DeviceChanged)),
		(AfterTransferAndChallenge, Err(Error::<Test>::NonceMismatch)),
		(AfterSuspension, Err(Error::<Test>::DeviceChanged)),
		(AfterReactivation, Err(Error::<Test>::DeviceChanged)),
		(AfterEnd, Err(Error::<Test>::DeviceEnded)),
		(AfterRemoval, Err(Error::<Test>::DeviceNotFound)),
		(Altered, Err(Error::<Test>::NonceMismatch)),
		(ByStranger, Err(Error::<Test>::VerifierNotApproved)),
		(ByProposed, Err(Error::<Test>::VerifierNotApproved)),
		(BySuspended, Err(Error::<Test>::VerifierNotApproved)),
		(ByWithdrawn, Err(Error::<Test>::VerifierNotApproved)),
		(ByReRegistered, Err(Error::<Test>::VerifierNotApproved)),
		(ByReApproved, Ok(())),
		(ByRestored, Ok(())),
		(WhilePaused, Ok(())),
	];
	let mut accepted = Vec::new();
	for (attempt, expected) in attempts {
		ExtBuilder.build_and_execute(|| {
			let expected = expected.map_err(DispatchError::from);
			let result = answer(attempt);
			assert_eq!(result, expected, "{attempt:?}");
			if result.is_ok() {
				accepted.push(attempt);
			}
		});
	}
	assert_eq!(accepted, [AtOnce, InLastBlock, ByReApproved, ByRestored, WhilePaused]);
}

#[test]
fn what_counts_once_should_be_refused_the_second_time() {
	ExtBuilder.build_and_execute(|| {
		let twice = |origin: RuntimeOrigin, call: Call<Test>, error: Error<Test>| {
			assert_ok!(dispatch(origin.clone(), call.clone()));
			assert_noop!(dispatch(origin, call), error);
		};
		let (device, who) = (DEVICE, VERIFIER);
		let (model, purpose) = (MODEL, TrustPurpose::Metering);
		let root = trustees;
		twice(
			signed(VERIFIER),
			Call::register_verifier { metadata_hash: METADATA },
			Error::<Test>::AlreadyRegistered,
		);
		twice(
			root(),
			Call::approve_verifier { who, generation: generation(who) },
			Error::<Test>::BadVerifierStatus,
		);
		twice(signed(REQUESTER), Call::request_challenge { device }, Error::<Test>::ChallengeOpen);
		let result = claims(nonce(DEVICE));
		twice(signed(VERIFIER), Call::post_result { device, result }, Error::<Test>::NoChallenge);
		twice(signed(VERIFIER), Call::retract_result { device }, Error::<Test>::NoResult);
		attest(VERIFIER, DEVICE);
		pass(TERM);
		twice(signed(STRANGER), Call::prune_result { device }, Error::<Test>::NoResult);
		challenge(DEVICE);
		pass_blocks(PERIOD);
		twice(signed(STRANGER), Call::prune_challenge { device }, Error::<Test>::NoChallenge);
		set_policy(purpose, POLICY);
		twice(root(), Call::remove_policy { model, purpose }, Error::<Test>::PolicyNotFound);
		twice(root(), Call::suspend_verifier { who }, Error::<Test>::BadVerifierStatus);
		twice(signed(VERIFIER), Call::withdraw_verifier {}, Error::<Test>::VerifierNotFound);
	});
}
