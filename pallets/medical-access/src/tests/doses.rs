// SPDX-License-Identifier: Apache-2.0

//! Limits of doses: the published vector, reservation and release.

use super::*;

fn doses(device: &TestDevice) -> Vec<(Moment, u32)> {
	let doses = MedicalAccess::doses(device.id(), Action::Therapy);
	doses.iter().map(|dose| (dose.at - T0, dose.value)).collect()
}

#[test]
fn limits_should_be_those_of_the_published_vector() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		for (at_s, value, refusal) in [
			(0, 8_000, None),
			(600, 1_000, Some(Refusal::MinIntervalNotElapsed)),
			(900, 10_001, Some(Refusal::ExceedsSingleMax)),
			(900, 8_000, None),
			(1_800, 4_001, Some(Refusal::ExceedsWindowTotal)),
			(1_800, 4_000, None),
			(14_399, 1, Some(Refusal::ExceedsWindowTotal)),
			(14_400, 8_000, None),
			(15_300, 1_000, None),
			(15_300, 0, Some(Refusal::ZeroDose)),
		] {
			set_now(T0 + at_s * SECOND);
			System::reset_events();
			assert_ok!(request(DOCTOR, &device, Action::Therapy, value));
			assert_eq!(last_refusal(), refusal, "{value} at {at_s} s");
			if refusal.is_none() {
				let seq = LastCommands::<Test>::get(device.id());
				assert_ok!(say(&device, seq, ReceiptStatus::Executed));
			}
		}
		let kept = doses(&device);
		assert_eq!(
			kept,
			[(1_800_000, 4_000), (14_400_000, 8_000), (15_300_000, 1_000)],
			"those that matter no more are dropped"
		);
	});
}

#[test]
fn reserved_dose_should_be_free_again_when_it_is_not_given() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let order = || requested(DOCTOR, &device, Action::Therapy, 10_000);
		allowed(DOCTOR, cancel(&device, order()));
		assert_ok!(say(&device, order(), ReceiptStatus::Failed));
		assert_ok!(say(&device, order(), ReceiptStatus::Rejected));
		let seq = order();
		pass(HOUR + CLOCK_TOLERANCE);
		allowed(STRANGER, Call::expire_command { device: device.id(), seq });
		assert!(doses(&device).is_empty());
		order();
		assert_eq!(
			doses(&device),
			[(2 * HOUR + CLOCK_TOLERANCE, 10_000)],
			"until the command's time is over"
		);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1));
		assert_eq!(last_refusal(), Some(Refusal::MinIntervalNotElapsed));
	});
}

/// Otherwise two commands, each alone in its window when it is authorised, could be executed in
/// one.
#[test]
fn dose_that_is_yet_to_be_given_should_count_in_every_window_it_can_fall_into() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let at_noon = Some(T0 + 12 * HOUR);
		let order = |value| Call::request_command {
			device: device.id(),
			action: Action::Therapy,
			value,
			params_commit: PARAMS,
			purpose: Purpose::Treat,
			not_before: at_noon,
			life_s: None,
		};
		for _ in 0..2 {
			allowed(DOCTOR, order(10_000));
			pass(5 * HOUR);
		}
		assert_eq!(last_refusal(), Some(Refusal::MinIntervalNotElapsed));
		assert_eq!(doses(&device), [(13 * HOUR, 10_000)]);
	});
}

#[test]
fn dose_should_count_from_when_it_was_given() {
	hospital(|device| {
		let seq = authorised_dose(&device, 5_000);
		pass(10 * MINUTE);
		let receipt = CommandReceipt {
			at: now() - MINUTE,
			..receipt_of(&device, seq, ReceiptStatus::Executed)
		};
		assert_ok!(carry(&device, receipt));
		assert_eq!(doses(&device), [(9 * MINUTE, 5_000)]);
	});
}

#[test]
fn time_of_a_dose_should_lie_between_authorisation_and_now() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		for (offset, expected) in [(-120_000, 0), (120_000, HOUR)] {
			let seq = requested(DOCTOR, &device, Action::Therapy, 5_000);
			let at = now().checked_add_signed(offset).unwrap();
			let executed = receipt_of(&device, seq, ReceiptStatus::Executed);
			assert_ok!(carry(&device, CommandReceipt { at, ..executed }));
			assert_eq!(doses(&device).pop(), Some((expected, 5_000)));
			pass(HOUR);
		}
	});
}

#[test]
fn dose_that_was_given_in_spite_of_all_should_count() {
	hospital(|device| {
		let seq = authorised_dose(&device, 8_000);
		allowed(PATIENT, cancel(&device, seq));
		assert!(doses(&device).is_empty());
		assert_ok!(say(&device, seq, ReceiptStatus::Executed));
		assert_eq!(doses(&device), [(0, 8_000)]);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1));
		assert_eq!(last_refusal(), Some(Refusal::MinIntervalNotElapsed));
	});
}

#[test]
fn more_doses_than_a_window_holds_should_push_out_the_oldest() {
	hospital(|device| {
		let hard = DoseLimits { min_interval_s: 0, ..HARD };
		let profile = SafetyProfile { hard, ..PROFILE };
		let action = Action::Therapy;
		allowed(MAKER, Call::set_profile { model: MODEL, action, profile });
		consent(terms(Grantee::Organisation(ORG)));
		let late = requested(DOCTOR, &device, action, 1);
		allowed(DOCTOR, cancel(&device, late));
		for _ in 0..64 {
			pass(1);
			let seq = requested(DOCTOR, &device, action, 1);
			assert_ok!(say(&device, seq, ReceiptStatus::Executed));
		}
		assert_ok!(request(DOCTOR, &device, action, 1));
		assert_eq!(last_refusal(), Some(Refusal::WindowFull));
		assert_ok!(say(&device, late, ReceiptStatus::Executed));
		assert_eq!(doses(&device).len(), 64);
		assert_eq!(doses(&device).iter().map(|(at, _)| *at).min(), Some(2));
	});
}

#[test]
fn soft_limits_should_take_a_second_person_and_hard_ones_nobody_can_exceed() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		assert!(command(&device, seq).clinical);
		assert!(doses(&device).is_empty());
		allowed(COLLEAGUE, approve(&device, seq));
		assert_eq!(doses(&device), [(5 * MINUTE, 3_000)]);
		pass(HOUR);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 10_001));
		assert_eq!(last_refusal(), Some(Refusal::ExceedsSingleMax));
	});
}
