// SPDX-License-Identifier: Apache-2.0

//! What goes on while new work is paused, and what does not.

use super::*;

#[test]
fn new_work_should_wait_while_it_is_paused() {
	hospital(|device| {
		let all = terms(Grantee::Organisation(ORG));
		allowed(DOCTOR, Call::draft_consent { subject: SUBJECT, terms: all });
		let another = pump(2);
		another.register(ADMIN, MODEL);
		assert_ok!(MedicalAccess::pause(trustees()));
		assert_eq!(last_event(), Event::WorkPaused);
		let member = Call::add_member {
			org: ORG,
			account: NOVICE,
			roles: Roles::ALL,
			credential: credential_of(NOVICE),
			valid_until: now() + DAY,
		};
		let enrolment = Call::enrol_device {
			org: ORG,
			device: another.id(),
			class: SoftwareClass::A,
			emergency: None,
		};
		let (id, action) = (device.id(), Action::Therapy);
		for (who, call) in [
			(ADMIN, Call::register_organisation { break_glass_bond: 0 }),
			(ADMIN, member),
			(ADMIN, enrolment),
			(ADMIN, Call::admit_patient { org: ORG, subject: H256::zero(), patient: PATIENT }),
			(ADMIN, Call::assign_device { device: id, subject: SUBJECT }),
			(MAKER, Call::set_profile { model: MODEL, action, profile: PROFILE }),
			(DOCTOR, Call::propose_soft_limits { device: id, action, limits: None }),
			(DOCTOR, Call::draft_consent { subject: SUBJECT, terms: all }),
			(PATIENT, Call::activate_consent { subject: SUBJECT, id: 0 }),
			(PATIENT, Call::grant_consent { subject: SUBJECT, terms: all }),
			(DOCTOR, request_call(&device, Action::Therapy, 1_000)),
		] {
			refused(who, call, Error::<Test>::Paused);
		}
		assert_ok!(MedicalAccess::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
		allowed(PATIENT, Call::activate_consent { subject: SUBJECT, id: 0 });
	});
}

#[test]
fn membership_should_only_become_less_while_new_work_is_paused() {
	hospital(|_| {
		let until = now() + 365 * DAY;
		let change = |roles, valid_until| Call::change_member {
			org: ORG,
			account: DOCTOR,
			roles,
			valid_until,
		};
		let both = Roles::only(Role::Clinician).with(Role::Reviewer);
		allowed(ADMIN, change(both, until));
		assert_ok!(MedicalAccess::pause(trustees()));
		refused(ADMIN, change(both.with(Role::Emergency), until), Error::<Test>::Paused);
		refused(ADMIN, change(Roles::only(Role::Emergency), until), Error::<Test>::Paused);
		refused(ADMIN, change(both, until + 1), Error::<Test>::Paused);
		allowed(ADMIN, change(Roles::only(Role::Clinician), now() + DAY));
	});
}

#[test]
fn care_and_exits_should_go_on_while_new_work_is_paused() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		let other = requested(DOCTOR, &device, Action::Configure, 0);
		let (id, limits) = (device.id(), None);
		let action = Action::Therapy;
		allowed(DOCTOR, Call::propose_soft_limits { device: id, action, limits });
		assert_ok!(MedicalAccess::pause(trustees()));
		let denial =
			ConsentTerms { verdict: ConsentVerdict::Deny, ..terms(Grantee::Account(OUTSIDER)) };
		consent(denial);
		requested(PATIENT, &device, Action::SuspendTherapy, 0);
		allowed(COLLEAGUE, approve(&device, seq));
		assert_ok!(say(&device, seq, ReceiptStatus::Executed));
		allowed(DOCTOR, cancel(&device, other));
		let id = device.id();
		let (action, purpose) = (Action::ReadLog, Purpose::Treat);
		allowed(DOCTOR, Call::log_access { device: id, action, purpose });
		allowed(PATIENT, Call::revoke_consent { subject: SUBJECT, id: 0 });
		let (roles, valid_until) = (Roles::only(Role::Clinician), now() + DAY);
		allowed(ADMIN, Call::change_member { org: ORG, account: COLLEAGUE, roles, valid_until });
		let (action, limits) = (Action::Therapy, None);
		allowed(COLLEAGUE, Call::confirm_soft_limits { device: id, action, limits });
		allowed(OFFICER, Call::lock_device { device: id, is_locked: true });
		allowed(OFFICER, Call::report_compromise { org: ORG, account: DOCTOR, since: 0 });
		allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR });
		allowed(PATIENT, Call::discharge_patient { subject: SUBJECT });
	});
}
