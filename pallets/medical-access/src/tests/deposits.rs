// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use codec::MaxEncodedLen;

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	run(|| {
		let before: Vec<_> = everybody().map(Balances::free_balance).collect();
		let device = build_hospital();
		let seq = proposed_dose(&device);
		allowed(PHARMACIST, approve(&device, seq));
		assert_ok!(say(&device, seq, ReceiptStatus::Executed));
		allowed(
			DOCTOR,
			Call::draft_consent { subject: SUBJECT, terms: terms(Grantee::Organisation(ORG)) },
		);
		requested(PATIENT, &device, Action::SuspendTherapy, 0);
		check_everything();
		// Everything ends, also while work is paused.
		assert_ok!(MedicalAccess::pause(trustees()));
		allowed(OFFICER, Call::report_compromise { org: ORG, account: DOCTOR, since: 0 });
		allowed(PATIENT, Call::discharge_patient { subject: SUBJECT });
		allowed(ADMIN, Call::withdraw_device { device: device.id() });
		pass(120 * DAY);
		for id in 0..2 {
			allowed(STRANGER, Call::remove_consent { subject: SUBJECT, id });
		}
		for seq in 1..3 {
			allowed(STRANGER, Call::remove_command { device: device.id(), seq });
		}
		allowed(STRANGER, Call::remove_patient { subject: SUBJECT });
		allowed(MAKER, Call::remove_profile { model: MODEL, action: Action::Therapy });
		for account in DOCTOR..=PHARMACIST {
			allowed(ADMIN, Call::remove_member { org: ORG, account });
		}
		allowed(OTHER_ADMIN, Call::remove_member { org: OTHER, account: OUTSIDER });
		pass(90 * DAY);
		allowed(STRANGER, Call::lift_bar { org: ORG, account: DOCTOR });
		for (org, admin) in [(ORG, ADMIN), (OTHER, OTHER_ADMIN)] {
			allowed(admin, Call::remove_organisation { org });
		}
		let after: Vec<_> = everybody().map(Balances::free_balance).collect();
		assert_eq!(after, before);
		// Only what must never be forgotten is left.
		assert_eq!(Commands::<Test>::iter().count() + WindowDoses::<Test>::iter().count(), 0);
		assert_eq!(ExecutedFor::<Test>::iter().count() + InvolvedIn::<Test>::iter().count(), 0);
		assert_eq!(LastCommands::<Test>::iter().count() + AuditLogs::<Test>::iter().count(), 2);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	fn covers<R: MaxEncodedLen>(footprint: frame_support::traits::Footprint) {
		assert!(footprint.size > R::max_encoded_len() as u64);
	}
	covers::<OrganisationRecordOf<Test>>(MedicalAccess::organisation_footprint());
	covers::<MemberRecordOf<Test>>(MedicalAccess::member_footprint());
	covers::<MedicalDeviceRecordOf<Test>>(MedicalAccess::device_footprint());
	covers::<PatientRecordOf<Test>>(MedicalAccess::patient_footprint());
	covers::<ConsentRecordOf<Test>>(MedicalAccess::consent_footprint());
	covers::<ProfileRecordOf<Test>>(MedicalAccess::profile_footprint());
	covers::<CommandRecordOf<Test>>(MedicalAccess::command_footprint());
	covers::<BreakGlassRecordOf<Test>>(MedicalAccess::break_glass_footprint());
}
