// SPDX-License-Identifier: Apache-2.0

//! How verifiers come, stand and go.

use super::*;

fn status(who: u64) -> Option<VerifierStatus> {
	RemoteAttestation::verifier(who).map(|info| info.status)
}

/// Whether the result for [`DEVICE`] counts.
fn counts() -> Result<(), Distrust> {
	RemoteAttestation::appraisal(DEVICE, TrustPurpose::SensorData)
}

#[test]
fn verifier_should_be_proposed_when_it_registers() {
	ExtBuilder.build_and_execute(|| {
		register(VERIFIER);
		assert_last_event(Event::VerifierRegistered {
			verifier: VERIFIER,
			generation: 0,
			metadata_hash: METADATA,
		});
		assert_eq!(
			RemoteAttestation::verifier(VERIFIER),
			Some(VerifierInfo {
				generation: 0,
				status: VerifierStatus::Proposed,
				metadata_hash: METADATA,
			})
		);
		assert_eq!(on_hold(VERIFIER, HoldReason::Verifier), deposit(HoldReason::Verifier));
		assert_eq!(RemoteAttestation::verifier(OTHER_VERIFIER), None);
	});
}

#[test]
fn register_should_fail_when_registered_already() {
	ExtBuilder.build_and_execute(|| {
		register(VERIFIER);
		for step in [approve, suspend] {
			assert_noop!(
				RemoteAttestation::register_verifier(signed(VERIFIER), OTHER_METADATA),
				Error::<Test>::AlreadyRegistered
			);
			step(VERIFIER);
		}
		assert_noop!(
			RemoteAttestation::register_verifier(signed(VERIFIER), OTHER_METADATA),
			Error::<Test>::AlreadyRegistered
		);
	});
}

#[test]
fn register_should_fail_when_paused_and_exits_should_not() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		register(OTHER_VERIFIER);
		assert_ok!(RemoteAttestation::pause(trustees()));
		assert_last_event(Event::WorkPaused);
		assert_noop!(
			RemoteAttestation::register_verifier(signed(CANDIDATE), METADATA),
			Error::<Test>::Paused
		);
		approve(OTHER_VERIFIER);
		suspend(VERIFIER);
		withdraw(VERIFIER);
		assert_ok!(RemoteAttestation::unpause(trustees()));
		assert_last_event(Event::WorkResumed);
		register(CANDIDATE);
	});
}

#[test]
fn every_move_between_statuses_should_be_allowed_or_refused_as_published() {
	use VerifierStatus::*;
	let reach = |status| {
		register(VERIFIER);
		match status {
			Proposed => (),
			Approved => approve(VERIFIER),
			Suspended => suspend(VERIFIER),
		}
	};
	let bad = Err(Error::<Test>::BadVerifierStatus.into());
	for (from, approved, suspended) in
		[(Proposed, Ok(()), Ok(())), (Approved, bad, Ok(())), (Suspended, Ok(()), bad)]
	{
		ExtBuilder.build_and_execute(|| {
			reach(from);
			let who = VERIFIER;
			let call = Call::approve_verifier { who, generation: generation(who) };
			assert_eq!(dispatch(trustees(), call), approved);
			if approved.is_ok() {
				assert_last_event(Event::VerifierApproved { verifier: who });
			}
			assert_eq!(status(VERIFIER), Some(if approved.is_ok() { Approved } else { from }));
		});
		ExtBuilder.build_and_execute(|| {
			reach(from);
			let who = VERIFIER;
			assert_eq!(dispatch(trustees(), Call::suspend_verifier { who }), suspended);
			if suspended.is_ok() {
				assert_last_event(Event::VerifierSuspended { verifier: who });
			}
			assert_eq!(status(VERIFIER), Some(Suspended));
		});
		ExtBuilder.build_and_execute(|| {
			reach(from);
			withdraw(VERIFIER);
			assert_last_event(Event::VerifierWithdrawn { verifier: VERIFIER });
			assert_eq!(status(VERIFIER), None);
			assert_eq!(on_hold(VERIFIER, HoldReason::Verifier), 0);
		});
	}
}

#[test]
fn approval_should_be_refused_when_the_verifier_registered_anew_since_it_was_examined() {
	ExtBuilder.build_and_execute(|| {
		register(VERIFIER);
		let examined = generation(VERIFIER);
		withdraw(VERIFIER);
		register(VERIFIER);
		assert_noop!(
			RemoteAttestation::approve_verifier(trustees(), VERIFIER, examined),
			Error::<Test>::VerifierChanged
		);
		approve(VERIFIER);
	});
}

#[test]
fn unknown_verifier_should_be_refused_everywhere() {
	ExtBuilder.build_and_execute(|| {
		employ(VERIFIER);
		let unknown = Error::<Test>::VerifierNotFound;
		assert_noop!(RemoteAttestation::approve_verifier(trustees(), STRANGER, 0), unknown);
		let unknown = Error::<Test>::VerifierNotFound;
		assert_noop!(RemoteAttestation::suspend_verifier(trustees(), STRANGER), unknown);
		let unknown = Error::<Test>::VerifierNotFound;
		assert_noop!(RemoteAttestation::withdraw_verifier(signed(STRANGER)), unknown);
	});
}

#[test]
fn suspension_should_end_and_approval_restore_what_the_verifier_said() {
	ExtBuilder.build_and_execute(|| {
		set_policy(TrustPurpose::SensorData, POLICY);
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		assert_eq!(counts(), Ok(()));
		suspend(VERIFIER);
		assert_eq!(counts(), Err(Distrust::VerifierNotApproved));
		approve(VERIFIER);
		assert_eq!(counts(), Ok(()));
	});
}

#[test]
fn old_results_should_not_come_back_when_verifier_registers_anew() {
	ExtBuilder.build_and_execute(|| {
		set_policy(TrustPurpose::SensorData, POLICY);
		employ(VERIFIER);
		attest(VERIFIER, DEVICE);
		withdraw(VERIFIER);
		assert_eq!(counts(), Err(Distrust::VerifierNotApproved));
		register(VERIFIER);
		assert_eq!(counts(), Err(Distrust::VerifierNotApproved));
		// Not even then: the approval is of who came back.
		approve(VERIFIER);
		assert_eq!(counts(), Err(Distrust::VerifierNotApproved));
		attest(VERIFIER, DEVICE);
		assert_eq!(counts(), Ok(()));
	});
}

#[test]
fn generations_should_never_repeat() {
	ExtBuilder.build_and_execute(|| {
		let mut seen = Vec::new();
		for who in [VERIFIER, VERIFIER, OTHER_VERIFIER, VERIFIER] {
			register(who);
			seen.push(RemoteAttestation::verifier(who).unwrap().generation);
			withdraw(who);
		}
		assert_eq!(seen, [0, 1, 2, 3]);
		NextGeneration::<Test>::put(u64::MAX);
		assert_noop!(
			RemoteAttestation::register_verifier(signed(VERIFIER), METADATA),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}
