// SPDX-License-Identifier: Apache-2.0

//! A receipt counts once, for one command on one chain, with every algorithm; and it is believed,
//! also late.

use super::*;
use mote_pallet_testing::{flawed_signature, Flaw};

/// Runs `test` with a device of each algorithm that treats the patient and has a command.
fn with_each_algorithm(test: impl Fn(TestDevice, CommandSeq)) {
	for number in 2..6 {
		hospital(|_| {
			let device = enrol(number);
			allowed(ADMIN, Call::assign_device { device: device.id(), subject: SUBJECT });
			let seq = authorised_dose(&device, 1_000);
			test(device, seq);
		});
	}
}

fn refuse(device: &TestDevice, receipt: CommandReceipt, error: Error<Test>) {
	refused(CARRIER, receipt_call(device, receipt), error);
}

#[test]
fn receipt_should_be_refused_when_its_signature_is_flawed() {
	with_each_algorithm(|device, seq| {
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		let elsewhere = CommandReceipt { detail: 1, ..receipt };
		for flaw in Flaw::all(6) {
			let by = device.op(0);
			let signature =
				flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &receipt, &elsewhere, flaw);
			let call = Call::carry_receipt { receipt, key_index: 0, signature };
			refused(CARRIER, call, Error::<Test>::BadSignature);
		}
		let signature = device.op(0).sign(&GENESIS, &receipt);
		for changed in [
			CommandReceipt { at: receipt.at + 1, ..receipt },
			CommandReceipt { detail: 1, ..receipt },
			CommandReceipt { status: ReceiptStatus::Failed, ..receipt },
		] {
			let call = Call::carry_receipt { receipt: changed, key_index: 0, signature };
			refused(CARRIER, call, Error::<Test>::BadSignature);
		}
		assert_ok!(carry(&device, receipt));
	});
}

#[test]
fn receipt_should_be_refused_a_second_time() {
	with_each_algorithm(|device, seq| {
		let received = receipt_of(&device, seq, ReceiptStatus::Received);
		assert_ok!(carry(&device, received));
		let event =
			Event::CommandAcknowledged { device: device.id(), seq, at: now(), carrier: CARRIER };
		assert_eq!(last_event(), event);
		refuse(&device, received, Error::<Test>::AlreadyAcked);
		let executed = receipt_of(&device, seq, ReceiptStatus::Executed);
		assert_ok!(carry(&device, executed));
		let event = Event::CommandExecuted {
			device: device.id(),
			seq,
			at: now(),
			detail: 0,
			after: CommandState::Acknowledged,
			carrier: CARRIER,
		};
		assert!(events().contains(&event));
		for status in [
			ReceiptStatus::Received,
			ReceiptStatus::Executed,
			ReceiptStatus::Failed,
			ReceiptStatus::Rejected,
		] {
			let again = receipt_of(&device, seq, status);
			refuse(&device, again, Error::<Test>::AlreadyAcked);
			pass(MINUTE);
			refuse(&device, CommandReceipt { at: now(), ..again }, Error::<Test>::AlreadyAcked);
		}
	});
}

#[test]
fn receipt_should_be_for_exactly_one_command() {
	with_each_algorithm(|device, seq| {
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		let other = requested(DOCTOR, &device, Action::Configure, 0);
		let moved = CommandReceipt { seq: other, ..receipt };
		refuse(&device, moved, Error::<Test>::WrongCommand);
		refuse(&device, CommandReceipt { seq: 9, ..receipt }, Error::<Test>::UnknownCommand);
		let command = H256::zero();
		refuse(&device, CommandReceipt { command, ..receipt }, Error::<Test>::WrongCommand);
	});
}

#[test]
fn receipt_should_be_refused_when_the_key_does_not_speak_for_the_device() {
	with_each_algorithm(|device, seq| {
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		let set = |signer: Signer, purposes, life| {
			TestRegistry::set_key(device.id(), 0, signer.key(), purposes, life);
		};
		let assert = KeyPurposes::ASSERT;
		for life in [KeyLife::Superseded(0), KeyLife::Revoked] {
			set(device.op(0), assert, life);
			refuse(&device, receipt, Error::<Test>::KeyHasNoAuthority);
		}
		set(device.op(0), KeyPurposes::KEY_AGREE, KeyLife::Live);
		refuse(&device, receipt, Error::<Test>::KeyHasNoAuthority);
		set(device.op(1), assert, KeyLife::Live);
		refuse(&device, receipt, Error::<Test>::BadSignature);
		let signature = device.op(0).sign(&GENESIS, &receipt);
		let unknown = Call::carry_receipt { receipt, key_index: 9, signature };
		refused(CARRIER, unknown, Error::<Test>::KeyHasNoAuthority);
		set(device.op(0), assert, KeyLife::Live);
		assert_ok!(carry(&device, receipt));
	});
}

#[test]
fn receipt_should_be_refused_when_its_time_cannot_be() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		pass(10 * MINUTE);
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		for at in [T0 - 120_001, now() + 120_001] {
			refuse(&device, CommandReceipt { at, ..receipt }, Error::<Test>::ClockSkew);
		}
		assert_ok!(carry(&device, CommandReceipt { at: T0 - 120_000, ..receipt }));
	});
}

#[test]
fn receipt_should_be_refused_for_what_was_never_authorised() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		refuse(&device, receipt, Error::<Test>::NotAuthorised);
		allowed(DOCTOR, cancel(&device, seq));
		refuse(&device, receipt, Error::<Test>::NotAuthorised);
	});
}

#[test]
fn late_receipt_should_be_believed_after_cancel_and_expiry() {
	for (status, expected) in [
		(ReceiptStatus::Executed, CommandState::Executed),
		(ReceiptStatus::Failed, CommandState::Failed),
		(ReceiptStatus::Rejected, CommandState::Rejected),
	] {
		for is_cancelled in [true, false] {
			hospital(|device| {
				let seq = authorised_dose(&device, 1_000);
				let after = if is_cancelled {
					allowed(PATIENT, cancel(&device, seq));
					CommandState::Cancelled
				} else {
					pass(HOUR + CLOCK_TOLERANCE);
					allowed(STRANGER, Call::expire_command { device: device.id(), seq });
					CommandState::Expired
				};
				let received = receipt_of(&device, seq, ReceiptStatus::Received);
				refuse(&device, received, Error::<Test>::CommandNotOpen);
				System::reset_events();
				assert_ok!(say(&device, seq, status));
				assert_eq!(state(&device, seq), expected);
				let (id, at, detail, carrier) = (device.id(), now(), 0, CARRIER);
				let event = match expected {
					CommandState::Executed =>
						Event::CommandExecuted { device: id, seq, at, detail, after, carrier },
					CommandState::Failed =>
						Event::CommandFailed { device: id, seq, at, detail, after, carrier },
					_ => Event::CommandRejected { device: id, seq, at, detail, after, carrier },
				};
				assert_eq!(events()[0], event);
				let again = receipt_of(&device, seq, status);
				refuse(&device, again, Error::<Test>::AlreadyAcked);
			});
		}
	}
}

#[test]
fn late_receipt_should_be_believed_when_the_device_is_withdrawn() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let stop = requested(PATIENT, &device, Action::SuspendTherapy, 0);
		allowed(PATIENT, Call::unassign_device { device: device.id() });
		allowed(ADMIN, Call::withdraw_device { device: device.id() });
		for seq in [seq, stop] {
			assert_ok!(say(&device, seq, ReceiptStatus::Executed));
			assert_eq!(state(&device, seq), CommandState::Executed);
		}
	});
}

#[test]
fn therapy_should_be_as_the_latest_command_left_it() {
	hospital(|device| {
		let stop = requested(PATIENT, &device, Action::SuspendTherapy, 0);
		consent(terms(Grantee::Organisation(ORG)));
		let resume = requested(DOCTOR, &device, Action::ResumeTherapy, 0);
		let is_suspended = || MedicalAccess::device(device.id()).unwrap().is_suspended;
		assert_ok!(say(&device, resume, ReceiptStatus::Executed));
		assert_ok!(say(&device, stop, ReceiptStatus::Executed));
		assert!(!is_suspended());
	});
}

#[test]
fn what_a_device_has_passed_over_should_be_cancelled() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let waiting = proposed_dose(&device);
		let reserved = requested(DOCTOR, &device, Action::Therapy, 1_000);
		let stop = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
		let later = requested(COLLEAGUE, &device, Action::ResumeTherapy, 0);
		System::reset_events();
		assert_ok!(say(&device, stop, ReceiptStatus::Executed));
		for seq in [waiting, reserved] {
			assert_eq!(state(&device, seq), CommandState::Cancelled);
			let (device, reason) = (device.id(), CancelReason::Overtaken);
			let cancelled = Event::CommandCancelled { device, seq, reason, by: CARRIER };
			assert!(events().contains(&cancelled));
		}
		assert_eq!(state(&device, later), CommandState::Authorised);
		assert!(MedicalAccess::doses(device.id(), Action::Therapy).is_empty());
		refused(COLLEAGUE, approve(&device, waiting), Error::<Test>::NotProposed);

		// Receipts that cross are believed all the same.
		assert_ok!(say(&device, reserved, ReceiptStatus::Executed));
		assert_eq!(MedicalAccess::doses(device.id(), Action::Therapy).len(), 1);
	});
}

#[test]
fn receipt_of_a_command_that_was_not_executed_should_cancel_nothing() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let first = authorised_dose(&device, 1_000);
		for status in [ReceiptStatus::Failed, ReceiptStatus::Rejected] {
			let stop = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
			assert_ok!(say(&device, stop, status));
			assert_eq!(state(&device, first), CommandState::Authorised);
		}
	});
}
