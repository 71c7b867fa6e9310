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
		let denial = || ConsentTerms { verdict: ConsentVerdict::Deny, ..to_all() };
		for _ in 0..4 {
			allowed(PATIENT, grant(denial()));
		}
		refused(PATIENT, grant(denial()), Error::<Test>::TooManyConsents);
		// A draft goes at any time.
		let remove = |id| Call::remove_consent { subject: SUBJECT, id };
		refused(COLLEAGUE, remove(0), Error::<Test>::MayNotChangeConsent);
		allowed(DOCTOR, remove(0));
		assert_eq!(last_event(), Event::ConsentRemoved { subject: SUBJECT, id: 0 });
		allowed(PATIENT, remove(1));
		refused(PATIENT, remove(1), Error::<Test>::UnknownConsent);
		refused(PATIENT, grant(to_all()), Error::<Test>::TooManyConsents);
		allowed(PATIENT, grant(denial()));
		assert_eq!(MedicalAccess::consents_of(SUBJECT).last().unwrap().id, 32);
	});
}

/// Otherwise a clinician could fill a patient's places for as long as consents are kept.
#[test]
fn draft_in_error_should_be_removed_at_once() {
	hospital(|_| {
		for id in 0..24 {
			allowed(DOCTOR, draft(to_all()));
			allowed(DOCTOR, Call::mark_consent_in_error { subject: SUBJECT, id });
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
