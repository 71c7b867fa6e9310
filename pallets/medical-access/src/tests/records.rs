// SPDX-License-Identifier: Apache-2.0

//! Records: pointers to them, who has a key, and what is left of erased ones.

use super::*;
use frame_support::pallet_prelude::DispatchResult;

const COMMITMENT: H256 = H256::repeat_byte(0xc0);
const RECEIPT: H256 = H256::repeat_byte(0xce);

fn content() -> ContentId {
	ContentId { codec: 0x55, cid: vec![1, 0x55, 0x12, 0x20].try_into().unwrap() }
}

fn key(seed: u8) -> WrappedKey {
	WrappedKey([seed; 80])
}

fn id() -> RecordId {
	record_id(&SUBJECT, &COMMITMENT)
}

fn add_call(commitment: H256) -> Call<Test> {
	Call::add_record {
		subject: SUBJECT,
		content: content(),
		commitment,
		kind: RecordKind::Report,
		key: key(1),
	}
}

fn add(who: u64) -> DispatchResult {
	dispatch(signed(who), add_call(COMMITMENT))
}

fn share(who: u64, grantee: u64) -> DispatchResult {
	dispatch(signed(who), Call::share_record { record: id(), grantee, key: key(2) })
}

fn open(who: u64, purpose: Purpose) -> DispatchResult {
	dispatch(signed(who), Call::open_record { record: id(), purpose })
}

fn remove_key(who: u64, grantee: u64) -> DispatchResult {
	dispatch(signed(who), Call::remove_key { record: id(), grantee })
}

fn erase(who: u64) -> DispatchResult {
	dispatch(signed(who), Call::erase_record { record: id(), receipt: RECEIPT })
}

fn remove() -> DispatchResult {
	dispatch(signed(STRANGER), Call::remove_record { record: id() })
}

/// A hospital whose clinicians may do everything for treatment, and a record that the doctor wrote.
fn with_record(test: impl FnOnce()) {
	hospital(|_| {
		consent(terms(Grantee::Organisation(ORG)));
		assert_ok!(add(DOCTOR));
		System::reset_events();
		test();
	});
}

fn entries() -> Vec<AuditEntry<u64>> {
	let entry = |event| match event {
		Event::Audited { entry } => Some(entry),
		_ => None,
	};
	events().into_iter().filter_map(entry).collect()
}

fn readers() -> Vec<u64> {
	let record = MedicalAccess::record(id()).unwrap();
	record.keys.iter().map(|(reader, _)| *reader).collect()
}

#[test]
fn add_should_keep_a_pointer_and_the_patients_key() {
	hospital(|_| {
		consent(terms(Grantee::Role(ORG, Role::Clinician)));
		System::reset_events();
		assert_ok!(add(DOCTOR));
		let record = MedicalAccess::record(id()).unwrap();
		assert_eq!((record.subject, record.author), (SUBJECT, DOCTOR));
		assert_eq!(record.content, Some(content()));
		assert_eq!(record.keys.to_vec(), [(PATIENT, key(1))]);
		assert_eq!(Patients::<Test>::get(SUBJECT).unwrap().records, 1);
		assert!(events().contains(&Event::RecordAdded {
			record: id(),
			subject: SUBJECT,
			author: DOCTOR,
			content: content(),
			commitment: COMMITMENT,
			kind: RecordKind::Report,
			key: key(1),
		}));
		assert!(events().contains(&Event::ConsentUsed { subject: SUBJECT, id: 0, uses: 1 }));
		let [entry] = entries()[..] else { panic!("{:?}", events()) };
		assert_eq!((entry.subject, entry.seq), (id(), 0));
		assert_eq!((entry.action, entry.outcome), (Action::WriteRecord, Outcome::Permitted));
	});
}

#[test]
fn add_should_be_refused_without_a_permit_and_begin_no_chain_of_its_own() {
	hospital(|_| {
		consent(terms(Grantee::Account(COLLEAGUE)));
		for (who, refusal) in [
			(DOCTOR, Refusal::NoConsent),
			(PHARMACIST, Refusal::RoleDenied),
			(PATIENT, Refusal::RoleDenied),
			(STRANGER, Refusal::RoleDenied),
		] {
			assert_ok!(add(who));
			assert_eq!(last_refusal(), Some(refusal));
		}
		assert_eq!(MedicalAccess::record(id()), None);
		assert_eq!(MedicalAccess::audit_log(id()).entries, 0);
		// The refusals are entered in the patient's own chain.
		assert_eq!(MedicalAccess::audit_log(SUBJECT).entries, 4);
		assert_eq!(on_hold(DOCTOR, HoldReason::Record), 0);
	});
}

#[test]
fn add_should_fail_for_an_unknown_or_discharged_patient_and_a_second_time() {
	hospital(|_| {
		consent(terms(Grantee::Organisation(ORG)));
		let other = Call::add_record {
			subject: H256::zero(),
			content: content(),
			commitment: COMMITMENT,
			kind: RecordKind::Other,
			key: key(1),
		};
		assert_noop!(dispatch(signed(DOCTOR), other), Error::<Test>::UnknownSubject);
		assert_ok!(add(DOCTOR));
		assert_noop!(add(DOCTOR), Error::<Test>::RecordExists);
		assert_ok!(dispatch(signed(DOCTOR), add_call(H256::repeat_byte(0xc1))));
		assert_ok!(MedicalAccess::discharge_patient(signed(PATIENT), SUBJECT));
		let late = add_call(H256::repeat_byte(0xc2));
		assert_noop!(dispatch(signed(DOCTOR), late), Error::<Test>::Discharged);
	});
}

#[test]
fn new_records_and_readers_should_wait_while_work_is_paused_and_nothing_else() {
	with_record(|| {
		assert_ok!(share(PATIENT, COLLEAGUE));
		assert_ok!(MedicalAccess::pause(trustees()));
		let other = add_call(H256::repeat_byte(0xc1));
		assert_noop!(dispatch(signed(DOCTOR), other), Error::<Test>::Paused);
		assert_noop!(share(PATIENT, DOCTOR), Error::<Test>::Paused);
		assert_ok!(open(COLLEAGUE, Purpose::Treat));
		assert_ok!(remove_key(PATIENT, COLLEAGUE));
		assert_ok!(erase(PATIENT));
		pass(90 * DAY);
		assert_ok!(remove());
	});
}

#[test]
fn share_should_give_a_key_to_those_who_may_read() {
	with_record(|| {
		assert_ok!(share(PATIENT, COLLEAGUE));
		assert_eq!(readers(), [PATIENT, COLLEAGUE]);
		let shared =
			Event::RecordShared { record: id(), grantee: COLLEAGUE, key: key(2), by: PATIENT };
		assert!(events().contains(&shared));
		let [entry] = entries()[..] else { panic!("{:?}", events()) };
		assert_eq!((entry.actor, entry.action), (COLLEAGUE, Action::ReadRecord));
		// Nothing was read yet.
		assert_eq!(MedicalAccess::consents_of(SUBJECT)[0].uses, 1);
		assert_ok!(share(DOCTOR, PHARMACIST));
		assert_ok!(share(DOCTOR, DOCTOR));
	});
}

#[test]
fn share_should_fail_for_those_who_may_not_share_or_read() {
	with_record(|| {
		for who in [COLLEAGUE, ADMIN, STRANGER] {
			assert_noop!(share(who, PHARMACIST), Error::<Test>::MayNotShare);
		}
		for grantee in [STRANGER, OUTSIDER, ENGINEER, ADMIN] {
			assert_noop!(share(PATIENT, grantee), Error::<Test>::GranteeNotPermitted);
		}
		assert_noop!(share(PATIENT, PATIENT), Error::<Test>::AlreadyShared);
		// The author shares only while they may read.
		assert_ok!(MedicalAccess::revoke_consent(signed(PATIENT), SUBJECT, 0));
		consent(terms(Grantee::Account(COLLEAGUE)));
		assert_noop!(share(DOCTOR, COLLEAGUE), Error::<Test>::MayNotShare);
		assert_ok!(share(PATIENT, COLLEAGUE));
	});
}

#[test]
fn share_should_fail_when_there_are_as_many_readers_as_may_be() {
	with_record(|| {
		Records::<Test>::mutate(id(), |record| {
			let keys = &mut record.as_mut().unwrap().keys;
			let mut key = keys[0].clone();
			while keys.len() < MAX_KEYS as usize {
				key.grantee += 1_000;
				keys.try_push(key.clone()).unwrap();
			}
		});
		assert_noop!(share(PATIENT, COLLEAGUE), Error::<Test>::TooManyKeys);
		Records::<Test>::mutate(id(), |record| record.as_mut().unwrap().keys.truncate(1));
	});
}

#[test]
fn open_should_decide_again_and_leave_a_trace() {
	with_record(|| {
		assert_ok!(share(PATIENT, COLLEAGUE));
		System::reset_events();
		assert_ok!(open(COLLEAGUE, Purpose::Treat));
		let opened = Event::RecordOpened { record: id(), by: COLLEAGUE, purpose: Purpose::Treat };
		assert!(events().contains(&opened));
		assert_eq!(entries()[0].outcome, Outcome::Permitted);
		assert_eq!(MedicalAccess::consents_of(SUBJECT)[0].uses, 2);

		assert_ok!(open(COLLEAGUE, Purpose::Research));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
		assert_ok!(MedicalAccess::revoke_consent(signed(PATIENT), SUBJECT, 0));
		assert_ok!(open(COLLEAGUE, Purpose::Treat));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
		// The patient reads without asking anybody, and is in the audit too.
		System::reset_events();
		assert_ok!(open(PATIENT, Purpose::PatientRequest));
		assert_eq!(entries()[0].actor, PATIENT);
		assert_eq!(MedicalAccess::audit_log(id()).entries, 5);
	});
}

#[test]
fn open_should_fail_without_a_key() {
	with_record(|| {
		assert_noop!(open(DOCTOR, Purpose::Treat), Error::<Test>::NoKey);
		assert_noop!(open(STRANGER, Purpose::Treat), Error::<Test>::NoKey);
	});
}

#[test]
fn the_view_should_answer_as_opening_does() {
	with_record(|| {
		for who in everybody() {
			for purpose in [Purpose::Treat, Purpose::Research] {
				let decision = MedicalAccess::can_read_record(who, id(), purpose).unwrap();
				let may = who == PATIENT ||
					(purpose == Purpose::Treat &&
						[DOCTOR, COLLEAGUE, PHARMACIST, REVIEWER].contains(&who));
				assert_eq!(decision.is_permit(), may, "{who}");
			}
		}
		let nothing = H256::zero();
		assert_eq!(MedicalAccess::can_read_record(DOCTOR, nothing, Purpose::Treat), None);
	});
}

#[test]
fn emergency_staff_should_read_under_break_glass() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		assert_ok!(add(DOCTOR));
		let can = || {
			let purpose = Purpose::BreakGlass;
			MedicalAccess::can_read_record(MEDIC, id(), purpose).unwrap().is_permit()
		};
		assert!(!can());
		assert_noop!(share(DOCTOR, MEDIC), Error::<Test>::GranteeNotPermitted);
		let glass = broken_glass(MEDIC, &device);
		assert!(can());
		System::reset_events();
		assert_ok!(share(DOCTOR, MEDIC));
		assert_ok!(open(MEDIC, Purpose::BreakGlass));
		let opened = Event::RecordOpened { record: id(), by: MEDIC, purpose: Purpose::BreakGlass };
		assert!(events().contains(&opened));
		// Whoever reviews it sees both.
		let references: Vec<_> = entries().iter().map(|entry| entry.reference).collect();
		assert_eq!(references, [glass, glass]);
		pass(HOUR);
		assert!(!can());
		assert_ok!(open(MEDIC, Purpose::BreakGlass));
		assert_eq!(last_refusal(), Some(Refusal::RoleDenied));
		assert_noop!(share(DOCTOR, MEDIC), Error::<Test>::AlreadyShared);
	});
}

#[test]
fn patient_should_read_their_records_after_they_were_discharged() {
	with_record(|| {
		assert_ok!(share(PATIENT, COLLEAGUE));
		assert_ok!(MedicalAccess::discharge_patient(signed(PATIENT), SUBJECT));
		System::reset_events();
		assert_ok!(open(PATIENT, Purpose::PatientRequest));
		assert_eq!(last_refusal(), None);
		assert_eq!(entries()[0].outcome, Outcome::Permitted);
		assert_ok!(open(COLLEAGUE, Purpose::Treat));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
	});
}

#[test]
fn emergency_staff_should_get_a_key_while_work_is_paused_unless_the_patient_denies_it() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		assert_ok!(add(DOCTOR));
		assert_ok!(MedicalAccess::pause(trustees()));
		assert_noop!(share(DOCTOR, MEDIC), Error::<Test>::Paused);
		broken_glass(MEDIC, &device);
		let denial = consent(ConsentTerms {
			verdict: ConsentVerdict::Deny,
			purposes: Purposes::only(Purpose::BreakGlass),
			..terms(Grantee::Account(MEDIC))
		});
		assert_noop!(share(DOCTOR, MEDIC), Error::<Test>::GranteeNotPermitted);
		assert_ok!(MedicalAccess::revoke_consent(signed(PATIENT), SUBJECT, denial));
		assert_ok!(share(PATIENT, MEDIC));
		assert_noop!(share(DOCTOR, COLLEAGUE), Error::<Test>::Paused);
	});
}

#[test]
fn keys_should_go_by_the_patient_the_author_and_the_reader() {
	with_record(|| {
		for who in [PATIENT, DOCTOR, COLLEAGUE] {
			let before = Balances::free_balance(PATIENT);
			assert_ok!(share(PATIENT, COLLEAGUE));
			assert!(Balances::free_balance(PATIENT) < before);
			for other in [PHARMACIST, ADMIN, STRANGER] {
				assert_noop!(remove_key(other, COLLEAGUE), Error::<Test>::MayNotRemoveKey);
			}
			assert_ok!(remove_key(who, COLLEAGUE));
			assert_eq!(last_event(), Event::KeyRemoved { record: id(), grantee: COLLEAGUE });
			assert_eq!(Balances::free_balance(PATIENT), before);
			assert_noop!(remove_key(who, COLLEAGUE), Error::<Test>::NoKey);
		}
		// Nobody takes a record from its patient.
		assert_noop!(remove_key(DOCTOR, PATIENT), Error::<Test>::MayNotRemoveKey);
		assert_ok!(remove_key(PATIENT, PATIENT));
		assert!(readers().is_empty());
	});
}

#[test]
fn erase_should_leave_a_tombstone_and_return_the_keys_deposits() {
	with_record(|| {
		let before = Balances::free_balance(PATIENT);
		assert_ok!(share(PATIENT, COLLEAGUE));
		assert_ok!(share(PATIENT, DOCTOR));
		System::reset_events();
		assert_ok!(erase(PATIENT));
		assert_eq!(Balances::free_balance(PATIENT), before);
		assert_eq!(on_hold(DOCTOR, HoldReason::Key), 0);
		let record = MedicalAccess::record(id()).unwrap();
		assert_eq!((record.content, record.keys.len()), (None, 0));
		assert_eq!(record.erasure, Some(Erasure { at: T0, receipt: RECEIPT }));
		for grantee in [PATIENT, COLLEAGUE, DOCTOR] {
			assert!(events().contains(&Event::KeyRemoved { record: id(), grantee }));
		}
		let erased = Event::RecordErased { record: id(), receipt: RECEIPT, by: PATIENT };
		assert!(events().contains(&erased));
		assert_eq!(entries()[0].outcome, Outcome::Erased);

		assert_noop!(erase(PATIENT), Error::<Test>::AlreadyErased);
		assert_noop!(share(PATIENT, COLLEAGUE), Error::<Test>::AlreadyErased);
		assert_noop!(open(PATIENT, Purpose::Treat), Error::<Test>::AlreadyErased);
		assert_noop!(remove_key(PATIENT, COLLEAGUE), Error::<Test>::NoKey);
		assert_noop!(add(DOCTOR), Error::<Test>::RecordExists);
	});
}

#[test]
fn erase_should_be_for_the_patient_and_the_admin() {
	with_record(|| {
		for who in [DOCTOR, OFFICER, OTHER_ADMIN, STRANGER] {
			assert_noop!(erase(who), Error::<Test>::MayNotErase);
		}
		assert_ok!(MedicalAccess::discharge_patient(signed(ADMIN), SUBJECT));
		assert_ok!(erase(ADMIN));
	});
}

#[test]
fn remove_should_return_the_deposit_some_time_after_the_erasure() {
	hospital(|_| {
		consent(terms(Grantee::Organisation(ORG)));
		let before = Balances::free_balance(DOCTOR);
		assert_noop!(remove(), Error::<Test>::UnknownRecord);
		assert_ok!(add(DOCTOR));
		assert_noop!(remove(), Error::<Test>::NotErased);
		assert_ok!(erase(PATIENT));
		pass(90 * DAY - 1);
		assert_noop!(remove(), Error::<Test>::StillKept);
		pass(1);
		assert_ok!(remove());
		assert_eq!(last_event(), Event::RecordRemoved { record: id() });
		assert_eq!(Balances::free_balance(DOCTOR), before);
		assert_eq!(Patients::<Test>::get(SUBJECT).unwrap().records, 0);
		// The audit stays.
		assert_eq!(MedicalAccess::audit_log(id()).entries, 2);
	});
}

#[test]
fn calls_about_no_record_should_fail() {
	hospital(|_| {
		let unknown = Error::<Test>::UnknownRecord;
		assert_noop!(share(PATIENT, DOCTOR), unknown);
		assert_noop!(open(PATIENT, Purpose::Treat), Error::<Test>::UnknownRecord);
		assert_noop!(remove_key(PATIENT, DOCTOR), Error::<Test>::UnknownRecord);
		assert_noop!(erase(PATIENT), Error::<Test>::UnknownRecord);
	});
}

#[test]
fn add_should_fail_for_those_who_cannot_pay() {
	hospital(|_| {
		add_member(ORG, ADMIN, POOR, Role::Clinician);
		consent(terms(Grantee::Account(POOR)));
		assert!(add(POOR).is_err());
		assert_eq!(MedicalAccess::audit_log(SUBJECT).entries, 0);
	});
}
