// SPDX-License-Identifier: Apache-2.0

//! Patients and their pseudonyms.

use super::*;

#[test]
fn admit_patient_should_give_a_pseudonym_that_nobody_has() {
	hospital(|_| {
		let admit = |subject| Call::admit_patient { org: ORG, subject, patient: PATIENT };
		refused(ADMIN, admit(SUBJECT), Error::<Test>::SubjectInUse);
		refused(OTHER_ADMIN, admit(H256::zero()), Error::<Test>::NotAdmin);
		allowed(ADMIN, admit(H256::zero()));
		let event = Event::PatientAdmitted { subject: H256::zero(), org: ORG, patient: PATIENT };
		assert_eq!(last_event(), event);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		refused(ADMIN, admit(H256::repeat_byte(1)), Error::<Test>::NotAccredited);
	});
}

#[test]
fn discharge_should_end_everything_and_keep_the_pseudonym() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let discharge = || Call::discharge_patient { subject: SUBJECT };
		refused(STRANGER, discharge(), Error::<Test>::NotAdminOrPatient);
		let remove = || Call::remove_patient { subject: SUBJECT };
		refused(STRANGER, remove(), Error::<Test>::NotDischarged);
		allowed(ADMIN, discharge());
		assert_eq!(last_event(), Event::PatientDischarged { subject: SUBJECT, by: ADMIN });
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		let consents = MedicalAccess::consents_of(SUBJECT);
		assert!(consents.iter().all(|consent| consent.status == ConsentStatus::Inactive));
		assert_eq!(MedicalAccess::device(device.id()).unwrap().subject, None);
		refused(ADMIN, discharge(), Error::<Test>::Discharged);
		let grant =
			Call::grant_consent { subject: SUBJECT, terms: terms(Grantee::Organisation(ORG)) };
		refused(PATIENT, grant, Error::<Test>::Discharged);
		let admit = Call::admit_patient { org: ORG, subject: SUBJECT, patient: PATIENT };
		refused(ADMIN, admit, Error::<Test>::SubjectInUse);
		refused(STRANGER, remove(), Error::<Test>::StillKept);
		pass(90 * DAY);
		refused(STRANGER, remove(), Error::<Test>::SubjectStillInUse);
		allowed(STRANGER, Call::remove_consent { subject: SUBJECT, id: 0 });
		allowed(STRANGER, remove());
		assert_eq!(last_event(), Event::PatientRemoved { subject: SUBJECT });
		refused(STRANGER, remove(), Error::<Test>::UnknownSubject);
	});
}

#[test]
fn reviewer_should_be_whom_the_patient_says() {
	hospital(|_| {
		let appoint = |reviewer| Call::appoint_reviewer { subject: SUBJECT, reviewer };
		refused(ADMIN, appoint(Some(ADMIN)), Error::<Test>::NotPatient);
		allowed(PATIENT, appoint(Some(STRANGER)));
		let event = Event::ReviewerAppointed { subject: SUBJECT, reviewer: Some(STRANGER) };
		assert_eq!(last_event(), event);
		assert_eq!(MedicalAccess::patient(SUBJECT).unwrap().reviewer, Some(STRANGER));
	});
}
