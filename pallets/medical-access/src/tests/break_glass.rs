// SPDX-License-Identifier: Apache-2.0

//! Emergencies: who may break the glass, for what and how long, and how it is answered for.

use super::*;
use frame_support::pallet_prelude::DispatchResult;

const REPORT: H256 = H256::repeat_byte(0x4e);
/// Has the emergency role in the hospital, too.
const PARAMEDIC: u64 = NOVICE;

fn open_call(device: &TestDevice, mask: Actions, minutes: Option<u16>) -> Call<Test> {
	let reason = BreakGlassReason::CardiacArrest;
	Call::break_glass { device: device.id(), reason, mask, minutes }
}

fn open(who: u64, device: &TestDevice) -> DispatchResult {
	dispatch(signed(who), open_call(device, Actions::EMERGENCY, None))
}

fn close(who: u64, id: BreakGlassId) -> DispatchResult {
	dispatch(signed(who), Call::close_break_glass { id })
}

fn review(who: u64, id: BreakGlassId, outcome: ReviewOutcome) -> DispatchResult {
	dispatch(signed(who), Call::review_break_glass { id, outcome, report_hash: REPORT })
}

fn flag(id: BreakGlassId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::flag_overdue { id })
}

fn remove(id: BreakGlassId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::remove_break_glass { id })
}

/// A break-glass of the medic that is over, and due for its review.
fn ended_glass(device: &TestDevice) -> BreakGlassId {
	let id = broken_glass(MEDIC, device);
	assert_ok!(close(MEDIC, id));
	id
}

fn reviewed_glass(device: &TestDevice, outcome: ReviewOutcome) -> BreakGlassId {
	let id = ended_glass(device);
	assert_ok!(review(REVIEWER, id, outcome));
	id
}

#[test]
fn open_command_should_not_stand_in_the_way_of_an_emergency() {
	hospital(|device| {
		let seq = authorised_dose(&device, 5_000);
		refused(MEDIC, cancel(&device, seq), Error::<Test>::MayNotCancel);
		broken_glass(MEDIC, &device);
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(last_refusal(), Some(Refusal::MinIntervalNotElapsed));
		allowed(MEDIC, cancel(&device, seq));
		System::reset_events();
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(last_refusal(), None);
	});
}

#[test]
fn command_should_be_over_with_the_break_glass_that_it_rests_on() {
	hospital(|device| {
		broken_glass(MEDIC, &device);
		let ends_at = info(1).ends_at;
		set_now(ends_at - 10 * SECOND);
		assert_ok!(emergency_dose(MEDIC, &device));
		let seq = LastCommands::<Test>::get(device.id());
		assert_eq!(command(&device, seq).terms.expires, ends_at);
		let late = Call::request_command {
			device: device.id(),
			action: Action::SuspendTherapy,
			value: 0,
			params_commit: PARAMS,
			purpose: Purpose::EmergencyTreat,
			not_before: Some(ends_at),
			life_s: None,
		};
		refused(MEDIC, late, Error::<Test>::TooFarAhead);
	});
}

/// Asks for a dose of 1,000 in an emergency.
fn emergency_dose(who: u64, device: &TestDevice) -> DispatchResult {
	emergency_call(who, device, Action::Therapy, 1_000)
}

fn emergency_call(who: u64, device: &TestDevice, action: Action, value: u32) -> DispatchResult {
	let call = Call::request_command {
		device: device.id(),
		action,
		value,
		params_commit: PARAMS,
		purpose: Purpose::EmergencyTreat,
		not_before: None,
		life_s: None,
	};
	dispatch(signed(who), call)
}

fn may_dose(device: &TestDevice) -> bool {
	let purpose = Purpose::EmergencyTreat;
	let decision = MedicalAccess::can(MEDIC, device.id(), Action::Therapy, 1_000, purpose);
	decision.unwrap().is_permit()
}

fn standing(who: u64) -> EmergencyStanding {
	EmergencyStandings::<Test>::get(credential_of(who))
}

fn info(id: BreakGlassId) -> BreakGlassInfo<u64, u64> {
	MedicalAccess::break_glass_info(id).unwrap()
}

fn entries() -> Vec<AuditEntry<u64>> {
	let entry = |event| match event {
		Event::Audited { entry } => Some(entry),
		_ => None,
	};
	events().into_iter().filter_map(entry).collect()
}

#[test]
fn break_glass_should_permit_a_dose_that_nobody_consented_to() {
	hospital(|device| {
		assert!(!may_dose(&device));
		let id = broken_glass(MEDIC, &device);
		assert_ok!(emergency_dose(MEDIC, &device));
		let command = command(&device, 1);
		assert_eq!(command.state, CommandState::Authorised);
		assert_eq!((command.basis, command.break_glass), (Basis::BreakGlass, Some(id)));
		assert_ok!(say(&device, 1, ReceiptStatus::Executed));
		assert_eq!(state(&device, 1), CommandState::Executed);
	});
}

#[test]
fn break_glass_should_say_everything_in_its_event_and_in_the_audit() {
	hospital(|device| {
		let mask = actions(&[Action::SuspendTherapy, Action::Therapy]);
		assert_ok!(dispatch(signed(MEDIC), open_call(&device, mask, Some(30))));
		let expected = Event::BreakGlassOpened {
			id: 1,
			device: device.id(),
			subject: Some(SUBJECT),
			org: ORG,
			requester: MEDIC,
			credential: credential_of(MEDIC),
			reason: BreakGlassReason::CardiacArrest,
			mask,
			started_at: T0,
			ends_at: T0 + 30 * MINUTE,
			review_due: T0 + 30 * MINUTE + 72 * HOUR,
			bond: BOND,
		};
		assert_eq!(events()[0], expected);
		let [entry] = entries()[..] else { panic!("{:?}", events()) };
		assert_eq!(
			(entry.actor, entry.action, entry.outcome, entry.reference),
			(MEDIC, Action::Therapy, Outcome::BreakGlassOpened, 1)
		);
		assert_eq!(entry.subject, device.id().0);
		assert_eq!(on_hold(MEDIC, HoldReason::BreakGlassBond), BOND);
		assert!(info(1).is_live);
	});
}

#[test]
fn break_glass_should_fail_for_those_without_the_role_or_the_credential() {
	hospital(|device| {
		for who in [DOCTOR, REVIEWER, ADMIN, PATIENT, OUTSIDER, STRANGER] {
			assert_noop!(open(who, &device), Error::<Test>::EmergencyNotEntitled);
		}
		add_member(OTHER, OTHER_ADMIN, PARAMEDIC, Role::Emergency);
		assert_noop!(open(PARAMEDIC, &device), Error::<Test>::EmergencyNotEntitled);
		Wallet::set(credential_of(MEDIC), 1);
		assert_noop!(open(MEDIC, &device), Error::<Test>::EmergencyNotEntitled);
		Wallet::set(credential_of(MEDIC), 0);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		assert_noop!(open(MEDIC, &device), Error::<Test>::EmergencyNotEntitled);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, true));
		pass(365 * DAY);
		assert_noop!(open(MEDIC, &device), Error::<Test>::EmergencyNotEntitled);
	});
}

#[test]
fn break_glass_should_fail_on_a_device_that_nobody_enrolled() {
	hospital(|_| {
		assert_noop!(open(MEDIC, &pump(9)), Error::<Test>::UnknownDevice);
	});
}

#[test]
fn break_glass_should_fail_beyond_the_emergency_profile() {
	hospital(|device| {
		let wide = open_call(&device, Actions::EMERGENCY.with(Action::Configure), None);
		assert_noop!(dispatch(signed(MEDIC), wide), Error::<Test>::MaskTooWide);

		let careful = pump(2);
		careful.register(ADMIN, MODEL);
		let reads = Some(Actions::only(Action::ReadLog));
		let class = SoftwareClass::C;
		assert_ok!(MedicalAccess::enrol_device(signed(ADMIN), ORG, careful.id(), class, reads));
		let both = actions(&[Action::ReadLog, Action::Therapy]);
		let call = open_call(&careful, both, None);
		assert_noop!(dispatch(signed(MEDIC), call), Error::<Test>::MaskTooWide);
		let call = open_call(&careful, Actions::only(Action::ReadLog), None);
		assert_ok!(dispatch(signed(MEDIC), call));

		let closed = pump(3);
		closed.register(ADMIN, MODEL);
		assert_ok!(MedicalAccess::enrol_device(signed(ADMIN), ORG, closed.id(), class, None));
		let call = open_call(&closed, Actions::only(Action::ReadLog), None);
		assert_noop!(dispatch(signed(MEDIC), call), Error::<Test>::MaskTooWide);
	});
}

#[test]
fn break_glass_should_last_for_a_minute_to_four_hours_and_an_hour_by_default() {
	hospital(|device| {
		for minutes in [0, 241, u16::MAX] {
			let call = open_call(&device, Actions::EMERGENCY, Some(minutes));
			assert_noop!(dispatch(signed(MEDIC), call), Error::<Test>::BadDuration);
		}
		for (seed, minutes, span) in
			[(1, Some(1), MINUTE), (2, Some(240), 4 * HOUR), (3, None, HOUR)]
		{
			let device = if seed == 1 { pump(1) } else { enrol(seed) };
			let id = NextBreakGlass::<Test>::get();
			let call = open_call(&device, Actions::EMERGENCY, minutes);
			assert_ok!(dispatch(signed(MEDIC), call));
			assert_eq!(info(id).ends_at, T0 + span);
		}
		assert_eq!(device.id(), pump(1).id());
	});
}

#[test]
fn break_glass_should_cover_nothing_once_its_time_is_over() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		pass(HOUR - 1);
		assert!(may_dose(&device) && info(id).is_live);
		pass(1);
		assert!(!may_dose(&device) && !info(id).is_live);
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));
	});
}

#[test]
fn break_glass_should_cover_only_its_mask_and_within_hard_limits() {
	hospital(|device| {
		let call = open_call(&device, Actions::only(Action::Therapy), None);
		assert_ok!(dispatch(signed(MEDIC), call));
		assert_ok!(emergency_call(MEDIC, &device, Action::SuspendTherapy, 0));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));
		assert_ok!(emergency_call(MEDIC, &device, Action::Therapy, HARD.max_single + 1));
		assert_eq!(last_refusal(), Some(Refusal::ExceedsSingleMax));
		assert_ok!(request(MEDIC, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));
		assert_eq!(LastCommands::<Test>::get(device.id()), 0);
	});
}

#[test]
fn break_glass_should_not_stand_against_a_denial_that_names_it() {
	hospital(|device| {
		let verdict = ConsentVerdict::Deny;
		let purposes = Purposes::only(Purpose::EmergencyTreat);
		let everybody = terms(Grantee::Organisation(ORG));
		consent(ConsentTerms { verdict, ..everybody });
		broken_glass(MEDIC, &device);
		assert!(may_dose(&device));
		consent(ConsentTerms { verdict, purposes, ..everybody });
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(last_refusal(), Some(Refusal::ConsentDenied));
	});
}

#[test]
fn break_glass_should_work_while_new_work_is_paused() {
	hospital(|device| {
		assert_ok!(MedicalAccess::pause(trustees()));
		let id = broken_glass(MEDIC, &device);
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(state(&device, 1), CommandState::Authorised);
		assert_ok!(close(MEDIC, id));
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		let late = broken_glass(MEDIC, &device);
		pass(73 * HOUR);
		assert_ok!(flag(late));
		pass(90 * DAY);
		assert_ok!(remove(id));
	});
}

#[test]
fn break_glass_should_succeed_on_a_locked_device_though_it_obeys_nobody() {
	hospital(|device| {
		assert_ok!(MedicalAccess::lock_device(signed(OFFICER), device.id(), true));
		broken_glass(MEDIC, &device);
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(last_refusal(), Some(Refusal::DeviceLocked));
	});
}

#[test]
fn break_glass_should_fail_again_on_a_device_whose_former_one_waits_for_its_review() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		assert_noop!(open(MEDIC, &device), Error::<Test>::NotYetReviewed);
		assert_ok!(close(MEDIC, id));
		assert_noop!(open(MEDIC, &device), Error::<Test>::NotYetReviewed);

		add_member(ORG, ADMIN, PARAMEDIC, Role::Emergency);
		assert_ok!(open(PARAMEDIC, &device));
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Inconclusive));
		assert_ok!(open(MEDIC, &device));
	});
}

#[test]
fn break_glass_should_succeed_for_the_next_patient_of_a_device() {
	hospital(|device| {
		let first = broken_glass(MEDIC, &device);
		let next = H256::repeat_byte(0x5c);
		assert_ok!(MedicalAccess::admit_patient(signed(ADMIN), ORG, next, STRANGER));
		let treat = |subject| {
			assert_ok!(MedicalAccess::unassign_device(signed(ADMIN), device.id()));
			assert_ok!(MedicalAccess::assign_device(signed(ADMIN), device.id(), subject));
		};
		treat(next);
		assert!(!may_dose(&device));
		let second = broken_glass(MEDIC, &device);
		assert!(may_dose(&device));
		assert_noop!(open(MEDIC, &device), Error::<Test>::NotYetReviewed);
		// The former one still covers the former patient, and is not renewed.
		treat(SUBJECT);
		assert!(may_dose(&device));
		assert_noop!(open(MEDIC, &device), Error::<Test>::NotYetReviewed);

		for id in [first, second] {
			assert_ok!(close(MEDIC, id));
			assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		}
		assert_ok!(open(MEDIC, &device));
	});
}

#[test]
fn break_glass_should_fail_when_three_of_a_credential_wait_for_their_review() {
	hospital(|device| {
		let first = broken_glass(MEDIC, &device);
		pass(DAY - HOUR);
		broken_glass(MEDIC, &enrol(2));
		pass(DAY - HOUR);
		broken_glass(MEDIC, &enrol(3));
		let fourth = enrol(4);
		assert_noop!(open(MEDIC, &fourth), Error::<Test>::TooManyUnreviewed);
		assert_ok!(review(REVIEWER, first, ReviewOutcome::Justified));
		assert_ok!(open(MEDIC, &fourth));
	});
}

#[test]
fn break_glass_should_fail_for_a_fourth_time_on_one_day() {
	hospital(|device| {
		for _ in 0..3 {
			reviewed_glass(&device, ReviewOutcome::Justified);
		}
		assert_noop!(open(MEDIC, &device), Error::<Test>::QuotaExceeded);
		pass(DAY - 1);
		assert_noop!(open(MEDIC, &device), Error::<Test>::QuotaExceeded);
		pass(1);
		assert_ok!(open(MEDIC, &device));
		assert_eq!(standing(MEDIC).opened, 1);
	});
}

#[test]
fn another_account_with_the_same_credential_should_begin_with_nothing_new() {
	hospital(|device| {
		let id = ended_glass(&device);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Unjustified));
		assert_ok!(MedicalAccess::remove_member(signed(ADMIN), ORG, MEDIC));
		let again = |who| {
			let role = Roles::only(Role::Emergency);
			let (credential, until) = (credential_of(MEDIC), now() + DAY);
			MedicalAccess::add_member(signed(ADMIN), ORG, who, role, credential, until)
		};
		assert_ok!(again(PARAMEDIC));
		assert_noop!(open(PARAMEDIC, &device), Error::<Test>::EmergencyRevoked);
	});
}

#[test]
fn quota_should_be_the_credentials_also_under_another_account() {
	hospital(|device| {
		for _ in 0..2 {
			reviewed_glass(&device, ReviewOutcome::Justified);
		}
		let id = ended_glass(&device);
		assert_ok!(MedicalAccess::remove_member(signed(ADMIN), ORG, MEDIC));
		let role = Roles::only(Role::Emergency).with(Role::Reviewer);
		let (credential, until) = (credential_of(MEDIC), now() + 9 * DAY);
		let add = MedicalAccess::add_member;
		assert_ok!(add(signed(ADMIN), ORG, PARAMEDIC, role, credential, until));
		assert_noop!(open(PARAMEDIC, &device), Error::<Test>::QuotaExceeded);
		// Nor does it review what it opened as somebody else.
		let outcome = ReviewOutcome::Justified;
		assert_noop!(review(PARAMEDIC, id, outcome), Error::<Test>::ReviewerNotEntitled);
		// What is overdue stays overdue.
		pass(74 * HOUR);
		assert_noop!(open(PARAMEDIC, &device), Error::<Test>::EmergencySuspended);
	});
}

#[test]
fn break_glass_should_fail_for_those_who_cannot_put_up_the_bond() {
	hospital(|device| {
		add_member(ORG, ADMIN, POOR, Role::Emergency);
		assert!(open(POOR, &device).is_err());
		assert_ok!(MedicalAccess::set_break_glass_bond(signed(ADMIN), ORG, 0));
		assert_ok!(open(MEDIC, &device));
		assert_eq!(on_hold(MEDIC, HoldReason::BreakGlassBond), 0);
		assert_ok!(close(MEDIC, 1));
		assert_ok!(review(REVIEWER, 1, ReviewOutcome::Unjustified));
		assert_eq!(Balances::free_balance(POT), 0);
	});
}

#[test]
fn break_glass_should_fail_when_its_numbers_are_used_up() {
	hospital(|device| {
		NextBreakGlass::<Test>::put(u64::MAX);
		assert_noop!(open(MEDIC, &device), Error::<Test>::NumbersUsedUp);
	});
}

#[test]
fn deposit_and_bond_should_come_back_to_the_unit() {
	hospital(|device| {
		let before = Balances::free_balance(MEDIC);
		let id = ended_glass(&device);
		let ticket = on_hold(MEDIC, HoldReason::BreakGlass);
		assert!(ticket > 0);
		assert_eq!(Balances::free_balance(MEDIC), before - ticket - BOND);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Inconclusive));
		assert_eq!(Balances::free_balance(MEDIC), before - ticket);
		pass(90 * DAY);
		assert_ok!(remove(id));
		assert_eq!(Balances::free_balance(MEDIC), before);
		assert_eq!(last_event(), Event::BreakGlassRemoved { id });
		assert_eq!(MedicalAccess::break_glass_info(id), None);
		// The audit and the standing stay.
		assert_eq!(MedicalAccess::audit_log(device.id().0).entries, 3);
		assert_eq!(standing(MEDIC).opened, 1);
	});
}

#[test]
fn close_should_end_it_and_cancel_what_rests_on_it_alone() {
	hospital(|device| {
		let by_consent = authorised_dose(&device, 1_000);
		let id = broken_glass(MEDIC, &device);
		assert_ok!(emergency_call(MEDIC, &device, Action::SuspendTherapy, 0));
		System::reset_events();
		assert_ok!(close(MEDIC, id));
		assert_eq!(events()[0], Event::BreakGlassClosed { id, at: T0 });
		let reason = CancelReason::BreakGlassClosed;
		let expected = Event::CommandCancelled { device: device.id(), seq: 2, reason, by: MEDIC };
		assert!(events().contains(&expected));
		assert_eq!(state(&device, 2), CommandState::Cancelled);
		assert_eq!(state(&device, by_consent), CommandState::Authorised);
		assert_eq!(entries()[0].outcome, Outcome::BreakGlassClosed);
		assert!(!may_dose(&device));
	});
}

#[test]
fn close_should_fail_for_others_and_when_it_is_over() {
	hospital(|device| {
		assert_noop!(close(MEDIC, 1), Error::<Test>::UnknownBreakGlass);
		let id = broken_glass(MEDIC, &device);
		for who in [PATIENT, ADMIN, REVIEWER, STRANGER] {
			assert_noop!(close(who, id), Error::<Test>::NotRequester);
		}
		assert_ok!(close(MEDIC, id));
		assert_noop!(close(MEDIC, id), Error::<Test>::BreakGlassOver);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		let id = broken_glass(MEDIC, &device);
		pass(HOUR);
		assert_noop!(close(MEDIC, id), Error::<Test>::BreakGlassOver);
	});
}

#[test]
fn close_should_work_after_the_device_was_withdrawn() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		assert_ok!(MedicalAccess::unassign_device(signed(ADMIN), device.id()));
		assert_ok!(MedicalAccess::withdraw_device(signed(ADMIN), device.id()));
		assert_ok!(close(MEDIC, id));
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
	});
}

#[test]
fn review_should_be_entered_and_told() {
	hospital(|device| {
		let id = ended_glass(&device);
		pass(HOUR);
		System::reset_events();
		let outcome = ReviewOutcome::Justified;
		assert_ok!(review(REVIEWER, id, outcome));
		let event = Event::BreakGlassReviewed { id, by: REVIEWER, outcome, report_hash: REPORT };
		assert_eq!(events()[0], event);
		let expected = Review { by: REVIEWER, outcome, report_hash: REPORT, at: now() };
		assert_eq!(info(id).review, Some(expected));
		assert_eq!(entries()[0].outcome, Outcome::BreakGlassReviewed(outcome));
		assert_eq!(entries()[0].reference, id);
		assert!(standing(MEDIC).pending.is_empty());
	});
}

#[test]
fn review_should_fail_before_the_end_and_a_second_time() {
	hospital(|device| {
		let outcome = ReviewOutcome::Justified;
		assert_noop!(review(REVIEWER, 1, outcome), Error::<Test>::UnknownBreakGlass);
		let id = broken_glass(MEDIC, &device);
		pass(HOUR - 1);
		assert_noop!(review(REVIEWER, id, outcome), Error::<Test>::StillOpen);
		pass(1);
		assert_ok!(review(REVIEWER, id, outcome));
		assert_noop!(review(REVIEWER, id, outcome), Error::<Test>::AlreadyReviewed);
	});
}

#[test]
fn review_should_be_by_a_reviewer_of_the_organisation_or_whom_the_patient_appointed() {
	hospital(|device| {
		add_member(OTHER, OTHER_ADMIN, NOVICE, Role::Reviewer);
		let id = ended_glass(&device);
		let outcome = ReviewOutcome::Justified;
		for who in [MEDIC, DOCTOR, ADMIN, PATIENT, NOVICE, STRANGER] {
			assert_noop!(review(who, id, outcome), Error::<Test>::ReviewerNotEntitled);
		}
		Wallet::set(credential_of(REVIEWER), 1);
		assert_noop!(review(REVIEWER, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_ok!(MedicalAccess::appoint_reviewer(signed(PATIENT), SUBJECT, Some(STRANGER)));
		assert_ok!(review(STRANGER, id, outcome));
	});
}

#[test]
fn review_should_fail_for_whoever_opened_it_even_when_they_are_a_reviewer() {
	hospital(|device| {
		let both = Roles::only(Role::Emergency).with(Role::Reviewer);
		let until = now() + 30 * DAY;
		assert_ok!(MedicalAccess::change_member(signed(ADMIN), ORG, MEDIC, both, until));
		assert_ok!(MedicalAccess::appoint_reviewer(signed(PATIENT), SUBJECT, Some(MEDIC)));
		let id = ended_glass(&device);
		let outcome = ReviewOutcome::Justified;
		assert_noop!(review(MEDIC, id, outcome), Error::<Test>::ReviewerNotEntitled);
	});
}

/// The medic is a clinician, too, and permitted doses in emergencies that take a second person.
fn permit_risky_emergencies() {
	let both = Roles::only(Role::Emergency).with(Role::Clinician);
	let until = now() + 30 * DAY;
	assert_ok!(MedicalAccess::change_member(signed(ADMIN), ORG, MEDIC, both, until));
	let risky = SafetyProfile { hard: HARD, risk: Risk::High };
	assert_ok!(MedicalAccess::set_profile(signed(MAKER), MODEL, Action::Therapy, risky));
	let purposes = Purposes::only(Purpose::EmergencyTreat);
	consent(ConsentTerms { purposes, ..terms(Grantee::Organisation(ORG)) });
}

#[test]
fn review_should_fail_for_whoever_approved_a_command_under_it() {
	hospital(|device| {
		let helper = Roles::only(Role::Clinician).with(Role::Reviewer);
		let until = now() + 30 * DAY;
		assert_ok!(MedicalAccess::change_member(signed(ADMIN), ORG, COLLEAGUE, helper, until));
		permit_risky_emergencies();
		assert_ok!(emergency_dose(MEDIC, &device));
		assert_eq!(state(&device, 1), CommandState::Proposed);

		// Meanwhile the glass is broken, and the command rests on that.
		let id = broken_glass(MEDIC, &device);
		assert_ok!(MedicalAccess::approve_command(signed(COLLEAGUE), device.id(), 1, PARAMS));
		assert_eq!(command(&device, 1).break_glass, Some(id));
		assert_ok!(say(&device, 1, ReceiptStatus::Executed));
		assert_ok!(close(MEDIC, id));
		let outcome = ReviewOutcome::Justified;
		assert_noop!(review(COLLEAGUE, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_ok!(review(REVIEWER, id, outcome));
	});
}

#[test]
fn approved_command_should_be_over_with_the_break_glass_that_it_rests_on_by_then() {
	hospital(|device| {
		permit_risky_emergencies();
		assert_ok!(emergency_dose(MEDIC, &device));
		let proposed = command(&device, 1);
		assert_eq!(proposed.terms.expires, now() + 5 * MINUTE);

		allowed(MEDIC, open_call(&device, Actions::EMERGENCY, Some(1)));
		allowed(COLLEAGUE, approve(&device, 1));
		let approved = command(&device, 1);
		assert_eq!(approved.basis, Basis::BreakGlass);
		assert_eq!(approved.terms.expires, now() + MINUTE);
		// The device is given the terms as they are now.
		assert_ne!(approved.digest, proposed.digest);
		let (id, seq, digest, at) = (device.id(), 1, approved.digest, now());
		let event = Event::CommandAuthorised { device: id, seq, digest, at };
		assert!(events().contains(&event));
		assert_ok!(say(&device, 1, ReceiptStatus::Executed));
	});
}

#[test]
fn command_should_not_be_approved_on_a_ground_that_ends_before_it_begins() {
	hospital(|device| {
		permit_risky_emergencies();
		let later = Call::request_command {
			device: device.id(),
			action: Action::Therapy,
			value: 1_000,
			params_commit: PARAMS,
			purpose: Purpose::EmergencyTreat,
			not_before: Some(now() + HOUR),
			life_s: None,
		};
		allowed(MEDIC, later);
		allowed(MEDIC, open_call(&device, Actions::EMERGENCY, Some(1)));
		refused(COLLEAGUE, approve(&device, 1), Error::<Test>::TooFarAhead);
		// When the glass is over, it rests on the consent again.
		pass(MINUTE);
		allowed(COLLEAGUE, approve(&device, 1));
		assert_eq!(command(&device, 1).basis, Basis::Consent(0));
	});
}

#[test]
fn unjustified_should_take_the_bond_and_the_role_for_good() {
	hospital(|device| {
		let before = Balances::free_balance(MEDIC);
		let other = enrol(2);
		assert_ok!(MedicalAccess::assign_device(signed(ADMIN), other.id(), SUBJECT));
		let running = broken_glass(MEDIC, &other);
		let id = ended_glass(&device);
		assert!(info(running).is_live);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Unjustified));
		assert_eq!(Balances::free_balance(POT), BOND);
		assert_eq!(on_hold(MEDIC, HoldReason::BreakGlassBond), BOND);
		let credential = credential_of(MEDIC);
		let event = Event::EmergencyRoleRevoked { requester: MEDIC, credential };
		assert!(events().contains(&event));
		assert!(standing(MEDIC).is_revoked);
		assert_noop!(open(MEDIC, &device), Error::<Test>::EmergencyRevoked);
		// One that is still open covers nothing any more.
		assert_ok!(emergency_dose(MEDIC, &other));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));

		assert_ok!(close(MEDIC, running));
		assert_ok!(review(REVIEWER, running, ReviewOutcome::Justified));
		pass(90 * DAY);
		assert_ok!(remove(id));
		assert_ok!(remove(running));
		assert_eq!(Balances::free_balance(MEDIC), before - BOND);
		assert_noop!(open(MEDIC, &device), Error::<Test>::EmergencyRevoked);
	});
}

#[test]
fn an_overdue_review_should_suspend_the_role_without_anybody_acting() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		let due = info(id).review_due;
		assert_eq!(due, T0 + HOUR + 72 * HOUR);
		let other = enrol(2);
		set_now(due - 1);
		assert!(!standing(MEDIC).is_suspended(now()));
		set_now(due);
		assert!(standing(MEDIC).is_suspended(now()));
		assert_noop!(open(MEDIC, &other), Error::<Test>::EmergencySuspended);
	});
}

#[test]
fn a_late_review_should_lift_the_suspension() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		let other = enrol(2);
		pass(100 * HOUR);
		assert_noop!(open(MEDIC, &other), Error::<Test>::EmergencySuspended);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		assert_ok!(open(MEDIC, &other));
	});
}

#[test]
fn overdue_review_should_be_by_whom_the_authority_assigned_where_nobody_else_is_left() {
	hospital(|device| {
		let before = Balances::free_balance(MEDIC);
		let id = broken_glass(MEDIC, &device);
		let accredit = |is_accredited| {
			let call = Call::accredit_organisation { org: ORG, is_accredited };
			assert_ok!(dispatch(signed(AUTHORITY), call));
		};
		let assign =
			|id, reviewer| dispatch(signed(AUTHORITY), Call::assign_review { id, reviewer });
		accredit(false);
		set_now(info(id).review_due - 1);
		let outcome = ReviewOutcome::Justified;
		assert_noop!(review(REVIEWER, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_noop!(assign(id, STRANGER), Error::<Test>::NotOverdue);
		assert_noop!(assign(9, STRANGER), Error::<Test>::UnknownBreakGlass);
		pass(1);
		assert_ok!(assign(id, STRANGER));
		assert_eq!(last_event(), Event::ReviewAssigned { id, reviewer: STRANGER });
		assert_ok!(review(STRANGER, id, outcome));
		assert_noop!(assign(id, STRANGER), Error::<Test>::NotOverdue);
		assert_eq!(on_hold(MEDIC, HoldReason::BreakGlassBond), 0);
		pass(90 * DAY);
		assert_ok!(remove(id));
		assert_eq!(Balances::free_balance(MEDIC), before);
		accredit(true);
		assert_ok!(open(MEDIC, &device));
	});
}

#[test]
fn assignment_should_not_let_anybody_review_what_they_had_a_part_in() {
	hospital(|device| {
		let id = broken_glass(MEDIC, &device);
		set_now(info(id).review_due);
		for reviewer in [MEDIC, PHARMACIST] {
			let call = Call::assign_review { id, reviewer };
			assert_ok!(dispatch(signed(AUTHORITY), call));
		}
		let outcome = ReviewOutcome::Justified;
		// One is assigned at a time, and those who could before still can.
		assert_noop!(review(MEDIC, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_ok!(dispatch(signed(AUTHORITY), Call::assign_review { id, reviewer: MEDIC }));
		assert_noop!(review(MEDIC, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_noop!(review(PHARMACIST, id, outcome), Error::<Test>::ReviewerNotEntitled);
		assert_ok!(review(REVIEWER, id, outcome));
	});
}

#[test]
fn flag_should_count_an_overdue_review_once() {
	hospital(|device| {
		assert_noop!(flag(1), Error::<Test>::UnknownBreakGlass);
		let id = broken_glass(MEDIC, &device);
		pass(73 * HOUR - 1);
		assert_noop!(flag(id), Error::<Test>::NotOverdue);
		pass(1);
		assert_ok!(flag(id));
		assert_eq!(last_event(), Event::ReviewOverdue { id, org: ORG, overdue: 1 });
		assert_noop!(flag(id), Error::<Test>::AlreadyFlagged);
		assert_eq!(MedicalAccess::organisation(ORG).unwrap().overdue, 1);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		assert_noop!(flag(id), Error::<Test>::NotOverdue);
		assert_eq!(MedicalAccess::organisation(ORG).unwrap().overdue, 1);
	});
}

#[test]
fn remove_should_fail_before_the_review_and_while_it_is_kept() {
	hospital(|device| {
		assert_noop!(remove(1), Error::<Test>::UnknownBreakGlass);
		let id = ended_glass(&device);
		pass(91 * DAY);
		assert_noop!(remove(id), Error::<Test>::NotYetReviewed);
		assert_ok!(review(REVIEWER, id, ReviewOutcome::Justified));
		pass(90 * DAY - 1);
		assert_noop!(remove(id), Error::<Test>::StillKept);
		pass(1);
		assert_ok!(remove(id));
		assert_noop!(remove(id), Error::<Test>::UnknownBreakGlass);
		assert_eq!(Organisations::<Test>::get(ORG).unwrap().break_glasses, 0);
	});
}

#[test]
fn break_glass_should_cover_nothing_for_another_patient_or_after_the_role_is_gone() {
	hospital(|device| {
		broken_glass(MEDIC, &device);
		assert_ok!(MedicalAccess::unassign_device(signed(ADMIN), device.id()));
		let other = H256::repeat_byte(0x5c);
		assert_ok!(MedicalAccess::admit_patient(signed(ADMIN), ORG, other, STRANGER));
		assert_ok!(MedicalAccess::assign_device(signed(ADMIN), device.id(), other));
		assert!(!may_dose(&device));
		assert_ok!(MedicalAccess::unassign_device(signed(ADMIN), device.id()));
		assert_ok!(MedicalAccess::assign_device(signed(ADMIN), device.id(), SUBJECT));
		assert!(may_dose(&device));
		let until = now() + DAY;
		let pharmacist = Roles::only(Role::Pharmacist);
		assert_ok!(MedicalAccess::change_member(signed(ADMIN), ORG, MEDIC, pharmacist, until));
		assert!(!may_dose(&device));
	});
}
