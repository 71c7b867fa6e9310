// SPDX-License-Identifier: Apache-2.0

//! From a draft to a release, and back.

use super::*;
use frame_support::assert_noop;

fn deadlines() -> Vec<(Seq, Moment)> {
	let line = DeviceFirmware::line(MODEL).unwrap();
	line.deadlines.iter().map(|d| (d.seq, d.update_by)).collect()
}

fn prune(who: u64, seq: Seq) -> DispatchResult {
	DeviceFirmware::prune_release(signed(who), MODEL, seq)
}

fn set_policy(origin: RuntimeOrigin, bits: u8) -> DispatchResult {
	DeviceFirmware::set_policy(origin, MODEL, TrustPurposes::new(bits).unwrap())
}

#[test]
fn publish_should_keep_a_draft_for_a_deposit() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let spec = critical(7, T0 + MIN_TERM);
		assert_ok!(publish(spec.clone()));
		assert_last_event(Event::ReleasePublished {
			model: MODEL,
			publisher: PUBLISHER,
			spec: spec.clone(),
		});
		let expected = ReleaseInfo {
			spec,
			status: ReleaseStatus::Draft,
			publisher: PUBLISHER,
			published_at: T0,
		};
		assert_eq!(DeviceFirmware::release(MODEL, 7), Some(expected.clone()));
		assert_eq!(DeviceFirmware::releases_of(MODEL), [expected]);
		assert_eq!(
			DeviceFirmware::line(MODEL),
			Some(LineInfo { latest_seq: 7, released_seq: 0, releases: 1, deadlines: vec![] })
		);
		assert_eq!(on_hold(PUBLISHER, HoldReason::Release), deposit(HoldReason::Release));
	});
}

#[test]
fn publish_should_be_refused_when_the_number_does_not_rise() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_noop!(publish(spec(0)), Error::<Test>::SequenceNotRising);
		release(spec(5));
		for seq in [4, 5] {
			assert_noop!(publish(spec(seq)), Error::<Test>::SequenceNotRising);
		}
		assert_ok!(publish(spec(7)));
		assert_noop!(publish(spec(7)), Error::<Test>::SequenceTaken);
		// A draft below another one may still be released first, and one that is gone frees its
		// number.
		assert_ok!(publish(spec(6)));
		assert_ok!(withdraw(7));
		assert_ok!(publish(spec(7)));
	});
}

#[test]
fn publish_should_be_refused_when_the_number_is_far_above_the_one_before() {
	ExtBuilder.build_and_execute(|| {
		hire();
		for seq in [MAX_SEQ_STEP + 1, Seq::MAX] {
			assert_noop!(publish(spec(seq)), Error::<Test>::SequenceTooFar);
		}
		// However many drafts one publisher makes, they bring the numbers no further.
		for _ in 0..3 {
			assert_ok!(publish(spec(MAX_SEQ_STEP)));
			assert_noop!(publish(spec(MAX_SEQ_STEP + 1)), Error::<Test>::SequenceTooFar);
			assert_ok!(withdraw(MAX_SEQ_STEP));
		}
		release(spec(MAX_SEQ_STEP));
		assert_noop!(publish(spec(2 * MAX_SEQ_STEP + 1)), Error::<Test>::SequenceTooFar);
		assert_ok!(publish(spec(2 * MAX_SEQ_STEP)));
	});
}

#[test]
fn numbers_should_stay_given_out_when_all_records_are_gone() {
	ExtBuilder.build_and_execute(|| {
		release(spec(5));
		assert_ok!(withdraw(5));
		pass(RETENTION);
		assert_ok!(prune(STRANGER, 5));
		TestRegistry::remove_model(MODEL);
		TestRegistry::add_model(MODEL);
		assert_noop!(publish(spec(5)), Error::<Test>::SequenceNotRising);
		assert_eq!(
			DeviceFirmware::line(MODEL),
			Some(LineInfo { latest_seq: 5, released_seq: 5, releases: 0, deadlines: vec![] })
		);
	});
}

#[test]
fn lines_of_models_should_not_meet() {
	ExtBuilder.build_and_execute(|| {
		release(spec(5));
		let second = ModelId { product: 2, ..MODEL };
		assert_noop!(
			DeviceFirmware::publish(signed(PUBLISHER), second, spec(1)),
			Error::<Test>::ModelNotFound
		);
		TestRegistry::add_model(second);
		assert_ok!(DeviceFirmware::publish(signed(PUBLISHER), second, spec(1)));
		assert_eq!(DeviceFirmware::line(second).unwrap().latest_seq, 1);
		assert_eq!(DeviceFirmware::line(MODEL).unwrap().latest_seq, 5);
		assert_eq!(DeviceFirmware::line(OTHER_MODEL), None);
	});
}

#[test]
fn publish_should_be_refused_when_no_release_leads_to_it() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let from = |min_prev_seq| ReleaseSpec { min_prev_seq, ..spec(5) };
		assert_noop!(publish(from(5)), Error::<Test>::MinimumTooHigh);
		assert_ok!(publish(from(4)));
	});
}

#[test]
fn publish_should_be_refused_when_the_deadline_is_for_no_critical_release_or_too_close() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let by = T0 + MIN_TERM;
		for severity in [Severity::Low, Severity::Medium, Severity::High] {
			let harmless = ReleaseSpec { severity, ..critical(1, by) };
			assert_noop!(publish(harmless), Error::<Test>::DeadlineNotCritical);
		}
		for too_close in [0, T0 - 1, T0, T0 + 1, by - 1] {
			assert_noop!(publish(critical(1, too_close)), Error::<Test>::DeadlineTooClose);
		}
		assert_ok!(publish(critical(1, by)));
		assert_ok!(publish(ReleaseSpec { update_by: None, ..critical(2, by) }));
	});
}

#[test]
fn publish_should_be_refused_when_there_are_as_many_as_there_may_be() {
	ExtBuilder.build_and_execute(|| {
		hire();
		for seq in 1..=Seq::from(MAX_RELEASES) {
			assert_ok!(publish(critical(seq, T0 + MIN_TERM)));
			assert_ok!(approve(seq));
		}
		assert_eq!(deadlines().len() as u32, MAX_RELEASES);
		assert_noop!(publish(spec(99)), Error::<Test>::TooManyReleases);
		assert_ok!(withdraw(1));
		assert_noop!(publish(spec(99)), Error::<Test>::TooManyReleases);
		pass(RETENTION);
		assert_ok!(prune(STRANGER, 1));
		assert_ok!(publish(spec(99)));
	});
}

#[test]
fn publish_should_be_refused_when_the_manufacturer_is_unknown_or_stopped() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let nobodys = ModelId { manufacturer: 9, product: 1 };
		assert_noop!(
			DeviceFirmware::publish(signed(PUBLISHER), nobodys, spec(1)),
			Error::<Test>::ManufacturerNotFound
		);
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(publish(spec(1)), Error::<Test>::ManufacturerNotApproved);
		assert_noop!(
			DeviceFirmware::publish(signed(MAKER), MODEL, spec(1)),
			Error::<Test>::ManufacturerNotApproved
		);
	});
}

#[test]
fn approve_should_bring_a_draft_out() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let by = T0 + MIN_TERM + HOUR;
		assert_ok!(publish(critical(3, by)));
		pass(HOUR);
		assert_ok!(approve(3));
		assert_last_event(Event::ReleaseApproved { model: MODEL, seq: 3, approver: APPROVER });
		assert_eq!(status(3), Some(ReleaseStatus::Released { at: T0 + HOUR }));
		assert_eq!(DeviceFirmware::line(MODEL).unwrap().released_seq, 3);
		assert_eq!(deadlines(), [(3, by)]);
		assert_noop!(approve(3), Error::<Test>::NotDraft);
	});
}

#[test]
fn approve_should_take_a_second_person() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(appoint(PUBLISHER, FirmwareRoles::ALL));
		assert_ok!(publish(spec(1)));
		let approve_as = |who| DeviceFirmware::approve(signed(who), MODEL, spec(1));
		assert_noop!(approve_as(PUBLISHER), Error::<Test>::SamePerson);
		assert_ok!(DeviceFirmware::publish(signed(MAKER), MODEL, spec(2)));
		assert_noop!(
			DeviceFirmware::approve(signed(MAKER), MODEL, spec(2)),
			Error::<Test>::SamePerson
		);
		assert_ok!(approve_as(MAKER));
	});
}

#[test]
fn approve_should_be_refused_when_anything_else_was_examined() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(publish(critical(1, now() + MIN_TERM + DAY)));
		let draft = drafted(1);
		for other in [
			ReleaseSpec { manifest_digest: manifest(2), ..draft.clone() },
			ReleaseSpec { image_digest: image(2), ..draft.clone() },
			ReleaseSpec { size: draft.size + 1, ..draft.clone() },
			ReleaseSpec { cid: Default::default(), ..draft.clone() },
			ReleaseSpec { severity: Severity::High, ..draft.clone() },
			ReleaseSpec { sbom_hash: Some(manifest(1)), ..draft.clone() },
			ReleaseSpec { update_by: None, ..draft.clone() },
		] {
			assert_noop!(
				DeviceFirmware::approve(signed(APPROVER), MODEL, other),
				Error::<Test>::ReleaseChanged
			);
		}
		assert_noop!(approve(2), Error::<Test>::ReleaseNotFound);
	});
}

/// A publisher cannot slip another image under an approval that is on its way.
#[test]
fn approve_should_be_refused_when_the_draft_was_replaced_under_its_number() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(publish(spec(1)));
		let examined = drafted(1);
		assert_ok!(DeviceFirmware::withdraw(signed(PUBLISHER), MODEL, 1));
		assert_ok!(publish(ReleaseSpec { image_digest: image(2), ..spec(1) }));
		assert_noop!(
			DeviceFirmware::approve(signed(APPROVER), MODEL, examined),
			Error::<Test>::ReleaseChanged
		);
	});
}

#[test]
fn approve_should_be_refused_when_a_later_release_is_out() {
	ExtBuilder.build_and_execute(|| {
		hire();
		for seq in [5, 6] {
			assert_ok!(publish(spec(seq)));
		}
		assert_ok!(approve(6));
		assert_noop!(approve(5), Error::<Test>::SequenceOvertaken);
		// Also when that one is withdrawn, and even forgotten.
		assert_ok!(withdraw(6));
		assert_noop!(approve(5), Error::<Test>::SequenceOvertaken);
		pass(RETENTION);
		assert_ok!(prune(STRANGER, 6));
		assert_noop!(approve(5), Error::<Test>::SequenceOvertaken);
		assert_ok!(withdraw(5));
	});
}

#[test]
fn approve_should_be_refused_when_the_draft_lay_about_until_its_deadline_was_close() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(publish(critical(1, T0 + MIN_TERM + HOUR)));
		pass(HOUR + 1);
		assert_noop!(approve(1), Error::<Test>::DeadlineTooClose);
		pass(MIN_TERM);
		assert_noop!(approve(1), Error::<Test>::DeadlineTooClose);
	});
}

#[test]
fn approve_should_be_refused_when_the_manufacturer_was_stopped_or_the_model_is_gone() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(publish(spec(1)));
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(approve(1), Error::<Test>::ManufacturerNotApproved);
		TestRegistry::set_standing(FACTORY, None);
		assert_noop!(approve(1), Error::<Test>::ManufacturerNotFound);
		TestRegistry::set_standing(FACTORY, Some((MAKER, true)));
		TestRegistry::remove_model(MODEL);
		assert_noop!(approve(1), Error::<Test>::ModelNotFound);
	});
}

#[test]
fn withdraw_should_remove_a_draft_and_return_its_deposit() {
	ExtBuilder.build_and_execute(|| {
		hire();
		for (seq, who) in [(1, MAKER), (2, APPROVER), (3, PUBLISHER)] {
			assert_ok!(publish(spec(seq)));
			assert_ok!(DeviceFirmware::withdraw(signed(who), MODEL, seq));
			assert_last_event(Event::DraftRemoved { model: MODEL, seq });
			assert_eq!(status(seq), None);
			assert_eq!(Balances::free_balance(PUBLISHER), START);
		}
		assert_ok!(publish(spec(4)));
		assert_noop!(
			DeviceFirmware::withdraw(signed(STRANGER), MODEL, 4),
			Error::<Test>::NotApprover
		);
		assert_ok!(DeviceFirmware::withdraw(trustees(), MODEL, 4));
		assert_noop!(withdraw(4), Error::<Test>::ReleaseNotFound);
		assert_eq!(DeviceFirmware::line(MODEL).unwrap().releases, 0);
	});
}

#[test]
fn withdraw_of_a_draft_should_be_open_to_its_publisher_when_dismissed_but_to_no_other() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(appoint(STRANGER, FirmwareRoles::PUBLISH));
		assert_ok!(publish(spec(1)));
		assert_noop!(
			DeviceFirmware::withdraw(signed(STRANGER), MODEL, 1),
			Error::<Test>::NotApprover
		);
		assert_ok!(DeviceFirmware::dismiss(signed(MAKER), FACTORY, PUBLISHER));
		assert_ok!(DeviceFirmware::withdraw(signed(PUBLISHER), MODEL, 1));
		assert_eq!(Balances::free_balance(PUBLISHER), START);
	});
}

#[test]
fn withdraw_should_keep_a_release_that_was_out_and_end_its_deadline() {
	ExtBuilder.build_and_execute(|| {
		let by = |days| T0 + MIN_TERM + days * DAY;
		for (seq, days) in [(1, 0), (2, 9), (3, 5)] {
			release(critical(seq, by(days)));
		}
		assert_noop!(
			DeviceFirmware::withdraw(signed(PUBLISHER), MODEL, 3),
			Error::<Test>::NotApprover
		);
		pass(HOUR);
		assert_ok!(withdraw(3));
		assert_last_event(Event::ReleaseWithdrawn { model: MODEL, seq: 3 });
		assert_eq!(status(3), Some(ReleaseStatus::Withdrawn { at: T0 + HOUR }));
		assert_eq!(on_hold(PUBLISHER, HoldReason::Release), 3 * deposit(HoldReason::Release));
		// What 3 had made unimportant counts again.
		assert_eq!(deadlines(), [(1, by(0)), (2, by(9))]);
		assert_noop!(withdraw(3), Error::<Test>::AlreadyWithdrawn);
		assert_noop!(approve(3), Error::<Test>::NotDraft);
	});
}

#[test]
fn withdraw_should_be_left_to_the_trustees_when_the_manufacturer_was_stopped() {
	ExtBuilder.build_and_execute(|| {
		for seq in [1, 2] {
			release(spec(seq));
		}
		assert_ok!(publish(spec(3)));
		for standing in [Some((MAKER, false)), None] {
			TestRegistry::set_standing(FACTORY, standing);
			assert_noop!(withdraw(1), Error::<Test>::ManufacturerNotApproved);
		}
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(
			DeviceFirmware::withdraw(signed(MAKER), MODEL, 1),
			Error::<Test>::ManufacturerNotApproved
		);
		assert_ok!(DeviceFirmware::withdraw(trustees(), MODEL, 1));
		// A draft harms nobody.
		assert_ok!(DeviceFirmware::withdraw(signed(MAKER), MODEL, 3));
	});
}

#[test]
fn prune_release_should_return_the_deposit_after_the_retention_and_not_before() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		assert_noop!(prune(STRANGER, 1), Error::<Test>::RetentionNotOver);
		assert_ok!(withdraw(1));
		pass(RETENTION - 1);
		for who in [STRANGER, MAKER, PUBLISHER] {
			assert_noop!(prune(who, 1), Error::<Test>::RetentionNotOver);
		}
		pass(1);
		assert_ok!(prune(STRANGER, 1));
		assert_last_event(Event::ReleasePruned { model: MODEL, seq: 1 });
		assert_eq!(Balances::free_balance(PUBLISHER), START);
		assert_noop!(prune(STRANGER, 1), Error::<Test>::ReleaseNotFound);
	});
}

#[test]
fn prune_release_should_be_open_to_the_makers_side_at_once_when_the_model_is_gone() {
	ExtBuilder.build_and_execute(|| {
		release(critical(1, T0 + MIN_TERM));
		release(spec(2));
		assert_ok!(withdraw(2));
		assert_ok!(publish(spec(3)));
		TestRegistry::remove_model(MODEL);
		for who in [STRANGER, OTHER_MAKER, APPROVER] {
			assert_noop!(prune(who, 1), Error::<Test>::RetentionNotOver);
		}
		assert_ok!(prune(MAKER, 1));
		assert_eq!(deadlines(), []);
		TestRegistry::set_standing(FACTORY, None);
		assert_noop!(prune(MAKER, 2), Error::<Test>::RetentionNotOver);
		for seq in [2, 3] {
			assert_ok!(prune(PUBLISHER, seq));
		}
		assert_eq!(Balances::free_balance(PUBLISHER), START);
	});
}

#[test]
fn pause_should_stop_what_is_new_but_not_what_ends() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		release(spec(2));
		assert_ok!(publish(spec(3)));
		assert_ok!(withdraw(1));
		let device = device(1);
		assert_ok!(report(&device, 2));
		pass(RETENTION);
		assert_ok!(DeviceFirmware::pause(trustees()));
		assert_noop!(publish(spec(4)), Error::<Test>::Paused);
		assert_noop!(approve(3), Error::<Test>::Paused);
		assert_noop!(set_policy(trustees(), 1), Error::<Test>::Paused);
		assert_ok!(withdraw(2));
		assert_ok!(withdraw(3));
		assert_ok!(prune(STRANGER, 1));
		assert_ok!(report(&device, 2));
		TestRegistry::set_state(device.id(), DeviceState::Revoked);
		assert_ok!(DeviceFirmware::prune_report(signed(STRANGER), device.id()));
	});
}

#[test]
fn policy_should_be_all_purposes_until_somebody_says_otherwise() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(DeviceFirmware::policy(MODEL), TrustPurposes::ALL);
		assert_ok!(set_policy(trustees(), 0b0110));
		assert_last_event(Event::PolicySet {
			model: MODEL,
			purposes: TrustPurposes::new(0b0110).unwrap(),
		});
		assert_eq!(DeviceFirmware::policy(MODEL).bits(), 0b0110);
		assert_eq!(DeviceFirmware::policy(OTHER_MODEL), TrustPurposes::ALL);
		assert_ok!(set_policy(trustees(), 0b1111));
		assert!(!Policies::<Test>::contains_key(MODEL));
	});
}

#[test]
fn policy_should_only_ever_be_widened_by_the_manufacturer() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(set_policy(signed(MAKER), 0b0111), Error::<Test>::PolicyWeakened);
		assert_ok!(set_policy(signed(MAKER), 0b1111));
		assert!(!Policies::<Test>::contains_key(MODEL));
		assert_ok!(set_policy(trustees(), 0b0010));
		for bits in [0, 0b0001, 0b1101] {
			assert_noop!(set_policy(signed(MAKER), bits), Error::<Test>::PolicyWeakened);
		}
		assert_ok!(set_policy(signed(MAKER), 0b0011));
		assert_noop!(set_policy(signed(MAKER), 0b0010), Error::<Test>::PolicyWeakened);
		assert_ok!(set_policy(trustees(), 0));
	});
}

#[test]
fn policy_should_be_refused_when_the_manufacturer_was_stopped_or_the_model_is_unknown() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_policy(trustees(), 0));
		assert_noop!(set_policy(signed(PUBLISHER), 0b1111), Error::<Test>::NotManufacturer);
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(set_policy(signed(MAKER), 1), Error::<Test>::ManufacturerNotApproved);
		TestRegistry::set_standing(FACTORY, None);
		assert_noop!(set_policy(signed(MAKER), 1), Error::<Test>::ManufacturerNotFound);
		TestRegistry::remove_model(MODEL);
		assert_noop!(set_policy(trustees(), 1), Error::<Test>::ModelNotFound);
	});
}
