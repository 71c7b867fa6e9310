// SPDX-License-Identifier: Apache-2.0

//! Consents.

use super::*;

fn grant(terms: ConsentTerms<u64>) -> Call<Test> {
	Call::grant_consent { subject: SUBJECT, terms }
}

fn draft(terms: ConsentTerms<u64>) -> Call<Test> {
	Call::draft_consent { subject: SUBJECT, terms }
}

fn revoke(id: ConsentId) -> Call<Test> {
	Call::revoke_consent { subject: SUBJECT, id }
}

fn to_all() -> ConsentTerms<u64> {
	terms(Grantee::Organisation(ORG))
}

#[test]
fn grant_should_refuse_terms_that_cannot_be() {
	hospital(|device| {
		refused(DOCTOR, grant(to_all()), Error::<Test>::NotPatient);
		for bad in [
			ConsentTerms { end: now(), ..to_all() },
			ConsentTerms { end: now() + 367 * DAY, ..to_all() },
			ConsentTerms { start: now() - DAY, end: now(), ..to_all() },
			ConsentTerms { max_uses: Some(0), ..to_all() },
		] {
			refused(PATIENT, grant(bad), Error::<Test>::BadConsent);
		}
		let of = |device| ConsentTerms { device: Some(device), ..to_all() };
		refused(PATIENT, grant(of(pump(9).id())), Error::<Test>::UnknownDevice);
		let elsewhere = pump(2);
		elsewhere.register(OTHER_ADMIN, MODEL);
		let call = Call::enrol_device {
			org: OTHER,
			device: elsewhere.id(),
			class: SoftwareClass::A,
			emergency: None,
		};
		allowed(OTHER_ADMIN, call);
		refused(PATIENT, grant(of(elsewhere.id())), Error::<Test>::WrongOrganisation);
		allowed(PATIENT, grant(of(device.id())));
		let event = Event::ConsentGranted {
			subject: SUBJECT,
			id: 0,
			terms: of(device.id()),
			epoch: Some(1),
		};
		assert_eq!(last_event(), event);
		TestRegistry::set_owner(device.id(), BUYER);
		refused(PATIENT, grant(of(device.id())), Error::<Test>::DeviceChangedHands);
	});
}

#[test]
fn draft_should_hold_when_the_patient_activates_it() {
	hospital(|device| {
		for who in [PHARMACIST, PATIENT, OUTSIDER] {
			refused(who, draft(to_all()), Error::<Test>::NotClinician);
		}
		allowed(DOCTOR, draft(to_all()));
		let event = Event::ConsentDrafted { subject: SUBJECT, id: 0, terms: to_all(), by: DOCTOR };
		assert_eq!(last_event(), event);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
		let activate = |id| Call::activate_consent { subject: SUBJECT, id };
		refused(DOCTOR, activate(0), Error::<Test>::NotPatient);
		refused(PATIENT, activate(1), Error::<Test>::UnknownConsent);
		refused(PATIENT, revoke(0), Error::<Test>::ConsentNotActive);
		allowed(PATIENT, activate(0));
		let event = Event::ConsentActivated { subject: SUBJECT, id: 0, epoch: None };
		assert_eq!(last_event(), event);
		refused(PATIENT, activate(0), Error::<Test>::NotDraft);
		requested(DOCTOR, &device, Action::Therapy, 1_000);
	});
}

#[test]
fn drafts_should_leave_room_for_the_patients_own() {
	hospital(|_| {
		for _ in 0..24 {
			allowed(DOCTOR, draft(to_all()));
		}
		refused(DOCTOR, draft(to_all()), Error::<Test>::TooManyConsents);
		for _ in 0..4 {
			allowed(PATIENT, grant(to_all()));
		}
		refused(PATIENT, grant(to_all()), Error::<Test>::TooManyConsents);
		// What denies finds room for longer.
		for _ in 0..4 {
			allowed(PATIENT, grant(denial_of(Grantee::Account(OUTSIDER))));
		}
		let further = grant(denial_of(Grantee::Account(OUTSIDER)));
		refused(PATIENT, further.clone(), Error::<Test>::TooManyConsents);
		// A draft goes at any time.
		let remove = |id| Call::remove_consent { subject: SUBJECT, id };
		refused(COLLEAGUE, remove(0), Error::<Test>::MayNotChangeConsent);
		allowed(DOCTOR, remove(0));
		assert_eq!(last_event(), Event::ConsentRemoved { subject: SUBJECT, id: 0 });
		allowed(PATIENT, remove(1));
		refused(PATIENT, remove(1), Error::<Test>::UnknownConsent);
		allowed(PATIENT, further);
		assert_eq!(MedicalAccess::consents_of(SUBJECT).last().unwrap().id, 32);
	});
}

/// Otherwise a clinician could fill a patient's places for as long as consents are kept.
#[test]
fn draft_in_error_should_be_removed_at_once() {
	hospital(|_| {
		for id in 0..24 {
			allowed(DOCTOR, draft(to_all()));
			let done = MedicalAccess::mark_consent_in_error(signed(DOCTOR), SUBJECT, id).unwrap();
			// No command rested on it.
			let least = <() as WeightInfo>::mark_consent_in_error(0);
			assert_eq!(done.actual_weight, Some(least));
			assert!(events().contains(&Event::ConsentMarkedInError { subject: SUBJECT, id }));
			assert_eq!(last_event(), Event::ConsentRemoved { subject: SUBJECT, id });
		}
		assert!(MedicalAccess::consents_of(SUBJECT).is_empty());
		assert_eq!(on_hold(DOCTOR, HoldReason::Consent), 0);
	});
}

#[test]
fn revoked_consent_should_cancel_what_rests_on_it_in_the_same_block() {
	hospital(|device| {
		let first = consent(ConsentTerms { grantee: Grantee::Account(DOCTOR), ..to_all() });
		let seq = requested(DOCTOR, &device, Action::Therapy, 1_000);
		consent(ConsentTerms { grantee: Grantee::Account(COLLEAGUE), ..to_all() });
		let other = requested(COLLEAGUE, &device, Action::Configure, 0);
		refused(ADMIN, revoke(first), Error::<Test>::NotPatient);
		allowed(PATIENT, revoke(first));
		assert!(events().contains(&Event::ConsentRevoked { subject: SUBJECT, id: first }));
		let event = Event::CommandCancelled {
			device: device.id(),
			seq,
			reason: CancelReason::ConsentGone,
			by: PATIENT,
		};
		assert!(events().contains(&event));
		let states = [seq, other].map(|seq| state(&device, seq));
		assert_eq!(states, [CommandState::Cancelled, CommandState::Authorised]);
		assert!(MedicalAccess::doses(device.id(), Action::Therapy).is_empty());
		assert_eq!(MedicalAccess::authorised(device.id()).len(), 1);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
	});
}

#[test]
fn consent_in_error_should_hold_no_more() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let mark = |id| Call::mark_consent_in_error { subject: SUBJECT, id };
		refused(DOCTOR, mark(0), Error::<Test>::MayNotChangeConsent);
		allowed(PATIENT, mark(0));
		assert!(events().contains(&Event::ConsentMarkedInError { subject: SUBJECT, id: 0 }));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		refused(PATIENT, mark(0), Error::<Test>::ConsentEnded);
		allowed(DOCTOR, draft(to_all()));
		refused(COLLEAGUE, mark(1), Error::<Test>::MayNotChangeConsent);
		allowed(DOCTOR, mark(1));
	});
}

#[test]
fn denial_should_outweigh_every_permit() {
	hospital(|device| {
		consent(to_all());
		let denial = consent(ConsentTerms { verdict: ConsentVerdict::Deny, ..to_all() });
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::ConsentDenied));
		allowed(PATIENT, revoke(denial));
		requested(DOCTOR, &device, Action::Therapy, 1_000);
	});
}

fn denial_of(grantee: Grantee<u64>) -> ConsentTerms<u64> {
	ConsentTerms { verdict: ConsentVerdict::Deny, ..terms(grantee) }
}

fn cancelled_by_denial(device: &TestDevice, seq: CommandSeq) -> Event<Test> {
	let reason = CancelReason::ConsentDenied;
	Event::CommandCancelled { device: device.id(), seq, reason, by: PATIENT }
}

#[test]
fn denial_should_cancel_what_is_on_its_way_in_the_same_block() {
	hospital(|device| {
		let waiting = proposed_dose(&device);
		let dose = requested(DOCTOR, &device, Action::Therapy, 1_000);
		let received = requested(DOCTOR, &device, Action::Configure, 0);
		assert_ok!(say(&device, received, ReceiptStatus::Received));
		let of_another = requested(COLLEAGUE, &device, Action::Configure, 0);
		consent(denial_of(Grantee::Account(DOCTOR)));
		for seq in [waiting, dose, received] {
			assert_eq!(state(&device, seq), CommandState::Cancelled);
			assert!(events().contains(&cancelled_by_denial(&device, seq)));
		}
		assert_eq!(state(&device, of_another), CommandState::Authorised);
		assert!(MedicalAccess::doses(device.id(), Action::Therapy).is_empty());
		assert_eq!(MedicalAccess::audit_log(device.id().0).entries, 7);
	});
}

#[test]
fn denial_should_cancel_only_what_it_concerns() {
	hospital(|device| {
		consent(to_all());
		let other = enrol(2);
		allowed(ADMIN, Call::assign_device { device: other.id(), subject: SUBJECT });
		let seq = requested(DOCTOR, &device, Action::Configure, 0);
		let far = requested(DOCTOR, &other, Action::Configure, 0);
		let everybody = || denial_of(Grantee::Organisation(ORG));
		for denial in [
			denial_of(Grantee::Account(COLLEAGUE)),
			denial_of(Grantee::Organisation(OTHER)),
			denial_of(Grantee::Role(ORG, Role::Pharmacist)),
			ConsentTerms { device: Some(other.id()), ..everybody() },
			ConsentTerms { actions: Actions::only(Action::Therapy), ..everybody() },
			ConsentTerms { purposes: Purposes::only(Purpose::Research), ..everybody() },
		] {
			consent(denial);
			assert_eq!(state(&device, seq), CommandState::Authorised);
		}
		assert_eq!(state(&other, far), CommandState::Cancelled);
		consent(denial_of(Grantee::Role(ORG, Role::Clinician)));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
	});
}

#[test]
fn denial_should_not_cancel_what_patients_may_do_by_their_own_right() {
	hospital(|device| {
		let seq = requested(PATIENT, &device, Action::SuspendTherapy, 0);
		consent(denial_of(Grantee::Account(PATIENT)));
		assert_eq!(state(&device, seq), CommandState::Authorised);
	});
}

#[test]
fn denial_should_stop_an_emergency_only_if_it_names_its_purpose() {
	hospital(|device| {
		broken_glass(MEDIC, &device);
		let purpose = Purpose::EmergencyTreat;
		let Call::request_command { device: id, action, value, params_commit, .. } =
			request_call(&device, Action::Therapy, 1_000)
		else {
			unreachable!()
		};
		let (not_before, life_s) = (None, None);
		let call = Call::request_command {
			device: id,
			action,
			value,
			params_commit,
			purpose,
			not_before,
			life_s,
		};
		allowed(MEDIC, call);
		let denial = denial_of(Grantee::Account(MEDIC));
		consent(denial);
		assert_eq!(state(&device, 1), CommandState::Authorised);
		consent(ConsentTerms { purposes: Purposes::only(purpose), ..denial });
		assert_eq!(state(&device, 1), CommandState::Cancelled);
	});
}

#[test]
fn draft_of_a_denial_should_cancel_when_the_patient_activates_it() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		allowed(COLLEAGUE, draft(denial_of(Grantee::Account(DOCTOR))));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		allowed(PATIENT, Call::activate_consent { subject: SUBJECT, id: 1 });
		assert_eq!(state(&device, seq), CommandState::Cancelled);
	});
}

#[test]
fn denial_that_begins_later_should_stop_what_could_be_done_under_it() {
	hospital(|device| {
		consent(to_all());
		let late = requested(DOCTOR, &device, Action::Configure, 0);
		let start = now() + HOUR - 1;
		let denial = || ConsentTerms { start, ..denial_of(Grantee::Account(DOCTOR)) };
		consent(ConsentTerms { start: start + 1, ..denial() });
		assert_eq!(state(&device, late), CommandState::Authorised);
		consent(denial());
		assert_eq!(state(&device, late), CommandState::Cancelled);
		// Until then nothing is refused, and what is requested is over when it begins.
		let seq = requested(DOCTOR, &device, Action::Configure, 0);
		assert_eq!(command(&device, seq).terms.expires, start);
		let seq = requested(COLLEAGUE, &device, Action::Configure, 0);
		assert_eq!(command(&device, seq).terms.expires, now() + HOUR);
		pass(HOUR - 1);
		assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
		assert_eq!(last_refusal(), Some(Refusal::ConsentDenied));
	});
}

#[test]
fn command_should_be_over_with_the_consent_that_it_rests_on() {
	hospital(|device| {
		let end = now() + 10 * MINUTE;
		consent(ConsentTerms { end, ..to_all() });
		let seq = requested(DOCTOR, &device, Action::Configure, 0);
		assert_eq!(command(&device, seq).terms.expires, end);
		let later = Call::request_command {
			device: device.id(),
			action: Action::Configure,
			value: 0,
			params_commit: PARAMS,
			purpose: Purpose::Treat,
			not_before: Some(end),
			life_s: None,
		};
		refused(DOCTOR, later, Error::<Test>::TooFarAhead);
	});
}

#[test]
fn denial_should_be_charged_for_what_it_looked_at() {
	use frame_support::dispatch::GetDispatchInfo;
	hospital(|device| {
		authorised_dose(&device, 1_000);
		let charged = |call: &Call<Test>| call.get_dispatch_info().call_weight;
		let weight = <() as WeightInfo>::grant_consent;
		assert_eq!(charged(&grant(to_all())), weight(0));
		let denial = denial_of(Grantee::Account(COLLEAGUE));
		assert_eq!(charged(&grant(denial)), weight(MAX_SUBJECT_OPEN));
		let info = MedicalAccess::grant_consent(signed(PATIENT), SUBJECT, denial).unwrap();
		assert_eq!(info.actual_weight, Some(weight(1)));
		allowed(DOCTOR, draft(to_all()));
		let info = MedicalAccess::activate_consent(signed(PATIENT), SUBJECT, 2).unwrap();
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::activate_consent(0)));
	});
}

#[test]
fn denial_to_an_organisation_should_stop_what_a_former_member_asked_in_its_name() {
	hospital(|device| {
		consent(terms(Grantee::Account(DOCTOR)));
		let call = Call::change_member {
			org: ORG,
			account: DOCTOR,
			roles: Roles::only(Role::Clinician),
			valid_until: now() + MINUTE,
		};
		allowed(ADMIN, call);
		let seq = requested(DOCTOR, &device, Action::Configure, 0);
		pass(MINUTE);
		consent(denial_of(Grantee::Role(ORG, Role::Clinician)));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
	});
}

#[test]
fn denial_to_an_organisation_should_not_follow_those_who_act_for_another_one() {
	hospital(|device| {
		consent(terms(Grantee::Account(OUTSIDER)));
		add_member(ORG, ADMIN, OUTSIDER, Role::Clinician);
		consent(denial_of(Grantee::Organisation(ORG)));
		assert_ok!(request(OUTSIDER, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::ConsentDenied));
		// What a former member does elsewhere is no concern of theirs.
		allowed(OUTSIDER, Call::remove_member { org: ORG, account: OUTSIDER });
		let seq = requested(OUTSIDER, &device, Action::Therapy, 1_000);
		assert_eq!(command(&device, seq).org, Some(OTHER));
		// Whoever means a person names them.
		consent(denial_of(Grantee::Account(OUTSIDER)));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		// And nothing was permitted to one who is in no other organisation.
		allowed(DOCTOR, Call::remove_member { org: ORG, account: DOCTOR });
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));
	});
}

#[test]
fn uses_should_be_counted_and_run_out() {
	hospital(|device| {
		let id = consent(ConsentTerms { max_uses: Some(2), ..to_all() });
		for uses in 1..3 {
			requested(DOCTOR, &device, Action::Configure, 0);
			assert!(events().contains(&Event::ConsentUsed { subject: SUBJECT, id, uses }));
		}
		assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
	});
}

#[test]
fn consent_for_a_device_should_end_with_its_ownership_period() {
	hospital(|device| {
		consent(ConsentTerms { device: Some(device.id()), ..to_all() });
		requested(DOCTOR, &device, Action::Configure, 0);
		TestRegistry::set_owner(device.id(), ADMIN);
		allowed(STRANGER, Call::withdraw_device { device: device.id() });
		let call = Call::enrol_device {
			org: ORG,
			device: device.id(),
			class: SoftwareClass::C,
			emergency: None,
		};
		allowed(ADMIN, call);
		allowed(ADMIN, Call::assign_device { device: device.id(), subject: SUBJECT });
		assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
	});
}

#[test]
fn consent_should_be_kept_for_some_time_after_its_end() {
	hospital(|_| {
		let remove = |id| Call::remove_consent { subject: SUBJECT, id };
		let revoked = consent(to_all());
		let runs_out = consent(to_all());
		allowed(PATIENT, revoke(revoked));
		pass(90 * DAY - 1);
		refused(STRANGER, remove(revoked), Error::<Test>::StillKept);
		pass(1);
		allowed(STRANGER, remove(revoked));
		refused(STRANGER, remove(runs_out), Error::<Test>::StillKept);
		pass(30 * DAY);
		allowed(STRANGER, remove(runs_out));
		assert_eq!(on_hold(PATIENT, HoldReason::Consent), 0);
	});
}
