// SPDX-License-Identifier: Apache-2.0

//! The decision, step by step.

mod common;

use common::{
	capacity, deny, device_id, permit, roles, Case, ANNA, BORIS, EPOCH, HOSPITAL, NOW, PRACTICE,
};
use mote_authorisation::{
	allows, may_approve, patient_may, Action, Actions, Basis, ConsentStatus, CredentialState,
	Decision, Dose, Grantee, OrgId, Purpose, Purposes, Refusal, Risk, Role, SoftLimits, MAX_DOSES,
};

/// Roles by actions, in the order of the actions' codes. `x` allows, `e` allows under break-glass.
const TABLE: [(Role, &str); 6] = [
	(Role::Clinician, "xxxxxx..xxxx"),
	(Role::Pharmacist, ".xx......x.."),
	(Role::BiomedEngineer, ".xxx..x....."),
	(Role::SecurityOfficer, "..x....x...."),
	(Role::Emergency, "eee.ee...e.e"),
	(Role::Reviewer, "..x......x.."),
];
const PATIENT: &str = "xxx..x...x.x";

fn allowed(basis: Basis, org: Option<OrgId>, risk: Risk) -> Decision {
	Decision::Permit { basis, org, need: 0, clinical: false, risk }
}

fn with_approval(basis: Basis, org: OrgId, clinical: bool, risk: Risk) -> Decision {
	Decision::Permit { basis, org: Some(org), need: 1, clinical, risk }
}

fn by_consent(decision: Decision) -> Option<u32> {
	match decision {
		Decision::Permit { basis: Basis::Consent(id), .. } => Some(id),
		_ => None,
	}
}

#[test]
fn roles_should_allow_exactly_what_the_table_says() {
	for (role, row) in TABLE {
		for (action, mark) in Action::ALL.into_iter().zip(row.chars()) {
			assert_eq!(allows(role, action), mark != '.', "{role:?} {action:?}");

			// A consent of the subject to everything adds nothing to what the role allows.
			let mut case = Case::bolus()
				.asks(action, Purpose::BreakGlass)
				.acts_as(HOSPITAL, &[role])
				.on_device(|device| {
					device.is_suspended = action != Action::Therapy;
				});
			let without = case.decide();
			assert_eq!(without.is_permit(), mark == 'x', "{role:?} {action:?}");
			case.break_glass = Some(Actions::ALL);
			assert_eq!(case.decide().is_permit(), mark != '.', "{role:?} {action:?}");
			if mark == '.' {
				assert_eq!(case.decide(), Decision::Deny(Refusal::RoleDenied));
			}
		}
	}
	assert_eq!(TABLE.map(|(role, _)| role), Role::ALL);
}

#[test]
fn patients_should_read_and_stop_and_resume_and_nothing_else() {
	for (action, mark) in Action::ALL.into_iter().zip(PATIENT.chars()) {
		assert_eq!(patient_may(action), mark == 'x', "{action:?}");
		let decision = Case::patient().asks(action, Purpose::PatientRequest).decide();
		match mark {
			'x' => assert!(decision.is_permit(), "{action:?}"),
			_ => assert_eq!(decision, Decision::Deny(Refusal::RoleDenied), "{action:?}"),
		}
	}
}

#[test]
fn approvers_should_be_of_the_field_and_never_by_emergency_duty_alone() {
	for (role, row) in TABLE {
		for (action, mark) in Action::ALL.into_iter().zip(row.chars()) {
			let is_clinical = matches!(role, Role::Clinician | Role::Pharmacist);
			assert_eq!(may_approve(roles(&[role]), action, true), is_clinical);
			let is_technical = mark == 'x' || role == Role::SecurityOfficer;
			assert_eq!(may_approve(roles(&[role]), action, false), is_technical);
		}
	}
	let both = roles(&[Role::Emergency, Role::Pharmacist]);
	assert!(may_approve(both, Action::Therapy, true));
}

#[test]
fn a_dose_within_consent_and_limits_should_be_permitted() {
	let expected = allowed(Basis::Consent(1), Some(HOSPITAL), Risk::Low);
	assert_eq!(Case::bolus().decide(), expected);
}

#[test]
fn devices_that_are_not_trusted_or_locked_should_obey_nobody() {
	let untrusted = Case::bolus().on_device(|device| device.is_trusted = false);
	assert_eq!(untrusted.decide(), Decision::Deny(Refusal::DeviceNotTrusted));
	let locked = Case::bolus().on_device(|device| device.is_locked = true);
	assert_eq!(locked.decide(), Decision::Deny(Refusal::DeviceLocked));
	let both = locked.on_device(|device| device.is_trusted = false);
	assert_eq!(both.decide(), Decision::Deny(Refusal::DeviceNotTrusted));
}

#[test]
fn stopping_should_be_heard_by_any_device_from_clinicians_and_the_patient() {
	let broken = |case: Case| {
		case.asks(Action::SuspendTherapy, Purpose::Treat).on_device(|device| {
			device.is_trusted = false;
			device.is_locked = true;
		})
	};
	assert!(broken(Case::bolus()).decide().is_permit());
	assert!(broken(Case::patient()).decide().is_permit());

	// Emergency staff must be believed by the register like everybody else, and so must somebody
	// who was a clinician.
	let mut emergency = broken(Case::emergency());
	emergency.request.purpose = Purpose::EmergencyTreat;
	assert_eq!(emergency.decide(), Decision::Deny(Refusal::DeviceNotTrusted));
	let mut former = broken(Case::bolus());
	former.capacities[0].credential = CredentialState::Revoked;
	assert_eq!(former.decide(), Decision::Deny(Refusal::DeviceNotTrusted));
}

#[test]
fn a_device_action_without_a_device_should_be_refused() {
	for action in Action::ALL {
		let mut case = Case::bolus().asks(action, Purpose::Treat);
		case.device = None;
		let refusal = Decision::Deny(Refusal::DeviceNotTrusted);
		assert_eq!(case.decide() == refusal, !action.is_about_record(), "{action:?}");
	}
}

#[test]
fn any_bad_credential_should_have_one_refusal() {
	for state in [CredentialState::Revoked, CredentialState::Suspended, CredentialState::Expired] {
		let mut case = Case::bolus();
		case.capacities[0].credential = state;
		assert_eq!(case.decide(), Decision::Deny(Refusal::CredentialRevoked));
		// Another capacity whose role does not allow it does not change that; one that does, does.
		case.capacities.push(capacity(PRACTICE, &[Role::Reviewer]));
		assert_eq!(case.decide(), Decision::Deny(Refusal::CredentialRevoked));
		case.capacities.push(capacity(3, &[Role::Clinician]));
		assert_eq!(case.decide(), Decision::Deny(Refusal::NoConsent));
	}
}

#[test]
fn without_a_consent_a_dose_should_be_refused() {
	let case = Case::bolus().with_consents(&[]);
	assert_eq!(case.decide(), Decision::Deny(Refusal::NoConsent));
}

#[test]
fn consents_should_match_whom_they_name() {
	for (grantee, matches) in [
		(Grantee::Account(ANNA), true),
		(Grantee::Account(BORIS), false),
		(Grantee::Organisation(HOSPITAL), true),
		(Grantee::Organisation(PRACTICE), false),
		(Grantee::Role(HOSPITAL, Role::Clinician), true),
		(Grantee::Role(HOSPITAL, Role::Pharmacist), false),
		(Grantee::Role(PRACTICE, Role::Clinician), false),
	] {
		let case = Case::bolus().with_consents(&[permit(1, grantee)]);
		assert_eq!(case.decide().is_permit(), matches, "{grantee:?}");
		let case =
			Case::bolus().with_consents(&[permit(1, Grantee::Account(ANNA)), deny(2, grantee)]);
		let refusal = Decision::Deny(Refusal::ConsentDenied);
		assert_eq!(case.decide() == refusal, matches, "{grantee:?}");
	}
}

#[test]
fn consents_should_match_only_while_all_of_their_terms_hold() {
	type Change = fn(&mut mote_authorisation::ConsentFacts<u64>);
	let changes: [(Change, bool); 15] = [
		(|_| {}, true),
		(|consent| consent.status = ConsentStatus::Draft, false),
		(|consent| consent.status = ConsentStatus::Inactive, false),
		(|consent| consent.status = ConsentStatus::EnteredInError, false),
		(|consent| consent.terms.start = NOW, true),
		(|consent| consent.terms.start = NOW + 1, false),
		(|consent| consent.terms.end = NOW + 1, true),
		(|consent| consent.terms.end = NOW, false),
		(|consent| consent.terms.actions = Actions::only(Action::Therapy), true),
		(|consent| consent.terms.actions = Actions::only(Action::Configure), false),
		(|consent| consent.terms.purposes = Purposes::only(Purpose::Treat), true),
		(|consent| consent.terms.purposes = Purposes::only(Purpose::Research), false),
		(
			|consent| {
				consent.terms.device = Some(device_id(1));
				consent.epoch = Some(EPOCH);
			},
			true,
		),
		(
			|consent| {
				consent.terms.device = Some(device_id(1));
				consent.epoch = Some(EPOCH - 1);
			},
			false,
		),
		(
			|consent| {
				consent.terms.device = Some(device_id(2));
				consent.epoch = Some(EPOCH);
			},
			false,
		),
	];
	for (index, (change, matches)) in changes.into_iter().enumerate() {
		let anna = Grantee::Account(ANNA);
		let (mut permitting, mut denying) = (permit(1, anna), deny(2, anna));
		change(&mut permitting);
		change(&mut denying);
		let case = Case::bolus().with_consents(&[permitting]);
		assert_eq!(case.decide().is_permit(), matches, "{index}");
		let case = Case::bolus().with_consents(&[permit(1, anna), denying]);
		assert_eq!(case.decide().is_permit(), !matches, "{index}");
	}
}

#[test]
fn uses_should_run_out_for_permits_and_never_for_denials() {
	let anna = Grantee::Account(ANNA);
	let used = |mut consent: mote_authorisation::ConsentFacts<u64>, uses| {
		consent.terms.max_uses = Some(2);
		consent.uses = uses;
		consent
	};
	for uses in 0..4 {
		let case = Case::bolus().with_consents(&[used(permit(1, anna), uses)]);
		assert_eq!(case.decide().is_permit(), uses < 2);
		let case = Case::bolus().with_consents(&[permit(1, anna), used(deny(2, anna), uses)]);
		assert_eq!(case.decide(), Decision::Deny(Refusal::ConsentDenied));
	}
}

#[test]
fn the_basis_should_be_the_first_permit_without_a_limit_of_uses() {
	let anna = Grantee::Account(ANNA);
	let limited = |id| {
		let mut consent = permit(id, anna);
		consent.terms.max_uses = Some(9);
		consent
	};
	let case = Case::bolus().with_consents(&[limited(1), permit(5, anna), permit(3, anna)]);
	assert_eq!(by_consent(case.decide()), Some(3));
	let case = Case::bolus().with_consents(&[limited(4), limited(2)]);
	assert_eq!(by_consent(case.decide()), Some(2));
}

#[test]
fn a_permit_should_add_nothing_to_what_the_role_it_names_allows() {
	// A clinician elsewhere, a reviewer here: the permit is for those here.
	let mut case = Case::bolus().acts_as(PRACTICE, &[Role::Clinician]);
	case.capacities.push(capacity(HOSPITAL, &[Role::Reviewer]));
	assert_eq!(case.decide(), Decision::Deny(Refusal::NoConsent));

	// A clinician and pharmacist here: the permit is for pharmacists.
	let pharmacists = permit(1, Grantee::Role(HOSPITAL, Role::Pharmacist));
	let case = Case::bolus()
		.acts_as(HOSPITAL, &[Role::Clinician, Role::Pharmacist])
		.with_consents(&[pharmacists]);
	assert_eq!(case.decide(), Decision::Deny(Refusal::NoConsent));
	assert!(case.asks(Action::ReadLog, Purpose::Treat).decide().is_permit());
}

#[test]
fn a_denial_of_an_organisation_should_outlive_the_credential_for_it() {
	let mut case = Case::bolus().with_consents(&[
		permit(1, Grantee::Organisation(HOSPITAL)),
		deny(2, Grantee::Organisation(PRACTICE)),
	]);
	case.capacities.push(capacity(PRACTICE, &[Role::Clinician]));
	assert_eq!(case.decide(), Decision::Deny(Refusal::ConsentDenied));
	case.capacities[1].credential = CredentialState::Revoked;
	assert_eq!(case.decide(), Decision::Deny(Refusal::ConsentDenied));
}

#[test]
fn the_patient_should_be_bound_by_no_denial_as_the_patient() {
	let denied = deny(1, Grantee::Account(ANNA));
	let case = Case::patient()
		.asks(Action::ReadLog, Purpose::PatientRequest)
		.with_consents(&[denied]);
	assert_eq!(case.decide(), allowed(Basis::Patient, None, Risk::Low));

	// What they may not do as the patient, they may not do as a clinician either.
	let mut case = case.acts_as(HOSPITAL, &[Role::Clinician]);
	case.request.action = Action::Therapy;
	assert_eq!(case.decide(), Decision::Deny(Refusal::ConsentDenied));
}

#[test]
fn a_patient_should_resume_with_a_clinician_and_stop_alone() {
	let case = Case::patient().asks(Action::ResumeTherapy, Purpose::PatientRequest);
	let expected = Decision::Permit {
		basis: Basis::Patient,
		org: None,
		need: 1,
		clinical: true,
		risk: Risk::Medium,
	};
	assert_eq!(case.decide(), expected);
	let case = case.asks(Action::SuspendTherapy, Purpose::PatientRequest);
	assert_eq!(case.decide(), allowed(Basis::Patient, None, Risk::Low));
}

#[test]
fn a_permit_that_names_the_patient_should_be_the_basis_before_they_are() {
	let case = Case::patient()
		.asks(Action::ReadLog, Purpose::Treat)
		.with_consents(&[permit(6, Grantee::Account(ANNA))]);
	assert_eq!(case.decide(), allowed(Basis::Consent(6), None, Risk::Low));
}

#[test]
fn break_glass_should_permit_a_dose_without_consent_or_approval() {
	let expected = allowed(Basis::BreakGlass, Some(HOSPITAL), Risk::High);
	let case = Case::emergency().on_device(|device| {
		device.profile.as_mut().unwrap().risk = Risk::High;
	});
	assert_eq!(case.decide(), expected);
	assert_eq!(case.asks(Action::Therapy, Purpose::BreakGlass).decide(), expected);
}

#[test]
fn break_glass_should_not_reach_beyond_its_purpose_mask_or_hard_limits() {
	let refused = |case: Case| match case.decide() {
		Decision::Deny(refusal) => refusal,
		permit => panic!("{permit:?}"),
	};
	let case = Case::emergency().asks(Action::Therapy, Purpose::Treat);
	assert_eq!(refused(case), Refusal::RoleDenied);
	let mut case = Case::emergency();
	case.break_glass = Some(Actions::only(Action::SuspendTherapy));
	assert_eq!(refused(case), Refusal::RoleDenied);
	let mut case = Case::emergency();
	case.break_glass = Some(Actions::ALL);
	assert_eq!(refused(case.asks(Action::KeyManage, Purpose::EmergencyTreat)), Refusal::RoleDenied);
	let mut case = Case::emergency();
	case.request.value = 101;
	assert_eq!(refused(case), Refusal::ExceedsSingleMax);
}

#[test]
fn break_glass_should_stand_against_soft_limits_but_not_against_a_denial_that_names_it() {
	let soft = SoftLimits { max_single: 1, max_window: 1 };
	let case = Case::emergency().on_device(|device| device.soft = Some(soft));
	assert_eq!(case.decide(), allowed(Basis::BreakGlass, Some(HOSPITAL), Risk::High));

	let mut denial = deny(1, Grantee::Account(ANNA));
	assert_eq!(
		case.clone().with_consents(&[denial]).decide(),
		Decision::Deny(Refusal::ConsentDenied)
	);
	denial.terms.purposes = Purposes::only(Purpose::Treat).with(Purpose::BreakGlass);
	assert!(case.with_consents(&[denial]).decide().is_permit());
}

#[test]
fn break_glass_should_need_the_role_that_may_break_it() {
	let case = Case::emergency().acts_as(HOSPITAL, &[Role::Clinician]);
	assert_eq!(case.decide(), Decision::Deny(Refusal::NoConsent));
	let case = Case::emergency().acts_as(PRACTICE, &[Role::Emergency]);
	assert_eq!(case.decide(), Decision::Deny(Refusal::RoleDenied));
	let mut case = Case::emergency();
	case.capacities[0].credential = CredentialState::Suspended;
	assert_eq!(case.decide(), Decision::Deny(Refusal::CredentialRevoked));
}

#[test]
fn a_permit_that_needs_an_approval_should_give_way_to_break_glass() {
	let anna = [permit(1, Grantee::Account(ANNA))];
	let case = Case::emergency().with_consents(&anna);
	assert_eq!(case.decide(), allowed(Basis::Consent(1), Some(HOSPITAL), Risk::Low));
	let case = case.on_device(|device| device.profile.as_mut().unwrap().risk = Risk::High);
	assert_eq!(case.decide(), allowed(Basis::BreakGlass, Some(HOSPITAL), Risk::High));
}

#[test]
fn what_a_patient_denies_for_emergencies_should_stay_denied_where_approvals_are_skipped() {
	let mut case = Case::emergency()
		.asks(Action::ResumeTherapy, Purpose::EmergencyTreat)
		.with_consents(&[deny(1, Grantee::Account(ANNA))]);
	case.is_patient = true;
	let Decision::Permit { basis, need, .. } = case.decide() else { panic!() };
	assert_eq!((basis, need), (Basis::Patient, 1));
}

#[test]
fn service_should_be_for_the_devices_own_staff_and_that_purpose() {
	let engineer = |org, action, purpose| {
		Case::bolus()
			.with_consents(&[])
			.acts_as(org, &[Role::BiomedEngineer, Role::SecurityOfficer])
			.on_device(|device| device.is_suspended = true)
			.asks(action, purpose)
			.decide()
	};
	let service = Purpose::Service;
	let is_service = |decision| matches!(decision, Decision::Permit { basis: Basis::Service, .. });
	assert!(is_service(engineer(HOSPITAL, Action::ReadConfig, service)));
	assert!(is_service(engineer(HOSPITAL, Action::Configure, service)));
	assert_eq!(
		engineer(HOSPITAL, Action::FirmwareUpdate, service),
		with_approval(Basis::Service, HOSPITAL, false, Risk::High)
	);
	assert_eq!(
		engineer(HOSPITAL, Action::KeyManage, service),
		with_approval(Basis::Service, HOSPITAL, false, Risk::High)
	);
	let no_consent = Decision::Deny(Refusal::NoConsent);
	assert_eq!(engineer(PRACTICE, Action::ReadConfig, service), no_consent);
	assert_eq!(engineer(HOSPITAL, Action::ReadConfig, Purpose::Operations), no_consent);

	// A clinician's role is none of service, whatever else they are.
	let case = Case::bolus()
		.with_consents(&[])
		.acts_as(HOSPITAL, &[Role::Clinician, Role::BiomedEngineer])
		.asks(Action::ReadTelemetry, service);
	assert_eq!(case.decide(), no_consent);
	let case = case.asks(Action::Discharge, service);
	assert_eq!(case.decide(), no_consent);
}

#[test]
fn service_work_should_wait_until_therapy_is_suspended() {
	let work = |action, consents: &[_]| {
		Case::bolus()
			.with_consents(consents)
			.acts_as(HOSPITAL, &[Role::BiomedEngineer, Role::SecurityOfficer])
			.asks(action, Purpose::Service)
	};
	let not_suspended = Decision::Deny(Refusal::NotSuspended);
	let consent = [permit(1, Grantee::Organisation(HOSPITAL))];
	for action in [Action::Configure, Action::FirmwareUpdate, Action::KeyManage] {
		let case = work(action, &[]);
		assert_eq!(case.decide(), not_suspended);
		assert!(case.clone().on_device(|device| device.is_suspended = true).decide().is_permit());
		assert!(case.on_device(|device| device.has_subject = false).decide().is_permit());
		// A consent does not change that for engineers.
		let is_engineers = action != Action::KeyManage;
		assert_eq!(work(action, &consent).decide() == not_suspended, is_engineers);
	}
	// A clinician configures while the device treats.
	let case = work(Action::Configure, &consent)
		.acts_as(HOSPITAL, &[Role::Clinician, Role::BiomedEngineer]);
	assert_eq!(by_consent(case.decide()), Some(1));
}

#[test]
fn a_dose_should_need_a_patient_running_therapy_and_a_profile() {
	let unassigned = Case::bolus().on_device(|device| device.has_subject = false);
	assert_eq!(unassigned.decide(), Decision::Deny(Refusal::NoConsent));
	let mut emergency = Case::emergency().on_device(|device| device.has_subject = false);
	assert_eq!(emergency.decide(), Decision::Deny(Refusal::NoConsent));
	emergency = emergency.asks(Action::SuspendTherapy, Purpose::EmergencyTreat);
	assert!(emergency.decide().is_permit());

	let suspended = Case::bolus().on_device(|device| device.is_suspended = true);
	assert_eq!(suspended.decide(), Decision::Deny(Refusal::TherapySuspended));
	let unknown = Case::bolus().on_device(|device| device.profile = None);
	assert_eq!(unknown.decide(), Decision::Deny(Refusal::NoSafetyProfile));
}

#[test]
fn limits_should_refuse_with_the_first_reason() {
	let dose = |value, doses: &[Dose]| {
		let mut case = Case::bolus().on_device(|device| device.doses = doses.to_vec());
		case.request.value = value;
		case.decide()
	};
	let ago = |seconds: u64, value| Dose { at: NOW - seconds * 1000, value };
	assert_eq!(dose(0, &[ago(1, 200)]), Decision::Deny(Refusal::ZeroDose));
	assert_eq!(dose(101, &[ago(1, 200)]), Decision::Deny(Refusal::ExceedsSingleMax));
	assert_eq!(dose(1, &[ago(59, 200)]), Decision::Deny(Refusal::MinIntervalNotElapsed));
	assert_eq!(dose(1, &[ago(60, 200)]), Decision::Deny(Refusal::ExceedsWindowTotal));
	assert_eq!(dose(1, &[ago(3599, 200)]), Decision::Deny(Refusal::ExceedsWindowTotal));
	assert!(dose(1, &[ago(3600, 200)]).is_permit());
	let many = (1..=u64::from(MAX_DOSES)).map(|number| ago(50 * number + 20, 1));
	let many = many.collect::<Vec<_>>();
	assert_eq!(dose(1, &many), Decision::Deny(Refusal::WindowFull));
	assert!(dose(1, &many[1..]).is_permit());
	// One in the future counts, too.
	assert_eq!(
		dose(1, &[Dose { at: u64::MAX, value: 1 }]),
		Decision::Deny(Refusal::MinIntervalNotElapsed)
	);
}

#[test]
fn soft_limits_should_ask_for_a_clinical_approval() {
	let second = with_approval(Basis::Consent(1), HOSPITAL, true, Risk::High);
	let dose = |value, max_single, max_window| {
		let mut case = Case::bolus().on_device(|device| {
			device.soft = Some(SoftLimits { max_single, max_window });
			device.doses = vec![Dose { at: NOW - 60_000, value: 30 }];
		});
		case.request.value = value;
		case.decide()
	};
	assert!(matches!(dose(10, 10, 40), Decision::Permit { need: 0, risk: Risk::Low, .. }));
	assert_eq!(dose(11, 10, 1000), second);
	assert_eq!(dose(11, 1000, 40), second);
	assert_eq!(dose(101, 1000, 1000), Decision::Deny(Refusal::ExceedsSingleMax));
}

#[test]
fn risk_should_decide_who_approves() {
	// Action, and who approves for insiders and for outsiders: nobody, anybody entitled, or
	// somebody clinical.
	for (action, inside, outside) in [
		(Action::ReadTelemetry, "-", "-"),
		(Action::SuspendTherapy, "-", "-"),
		(Action::Therapy, "-", "-"),
		(Action::Configure, "-", "clinical"),
		(Action::Discharge, "-", "clinical"),
		(Action::ResumeTherapy, "-", "clinical"),
		(Action::WriteRecord, "-", "-"),
		(Action::FirmwareUpdate, "any", "any"),
		(Action::KeyManage, "any", "any"),
	] {
		let asks = |org, risk| {
			let mut case = Case::bolus()
				.acts_as(org, &[Role::Clinician, Role::BiomedEngineer, Role::SecurityOfficer])
				.with_consents(&[permit(1, Grantee::Account(ANNA))])
				.asks(action, Purpose::Treat)
				.on_device(|device| {
					device.profile.as_mut().unwrap().risk = risk;
					device.is_suspended = action != Action::Therapy;
				});
			if action.is_about_record() {
				case.device = None;
			}
			match case.decide() {
				Decision::Permit { need: 0, clinical: false, .. } => "-",
				Decision::Permit { need: 1, clinical: false, .. } => "any",
				Decision::Permit { need: 1, clinical: true, .. } => "clinical",
				other => panic!("{other:?}"),
			}
		};
		assert_eq!(asks(HOSPITAL, Risk::Low), inside, "{action:?}");
		assert_eq!(asks(PRACTICE, Risk::Low), outside, "{action:?}");
		// A profile raises.
		let is_free =
			action.is_read() || matches!(action, Action::SuspendTherapy | Action::WriteRecord);
		let is_technical = matches!(action, Action::FirmwareUpdate | Action::KeyManage);
		let most = match (is_free, is_technical) {
			(true, _) => "-",
			(false, true) => "any",
			(false, false) => "clinical",
		};
		assert_eq!(asks(HOSPITAL, Risk::High), most, "{action:?}");
		assert_eq!(asks(PRACTICE, Risk::High), most, "{action:?}");
	}
}

#[test]
fn the_devices_own_organisation_should_be_the_one_that_counts_for_risk() {
	let mut case = Case::bolus()
		.acts_as(HOSPITAL, &[Role::Clinician])
		.with_consents(&[permit(1, Grantee::Account(ANNA))])
		.asks(Action::Configure, Purpose::Treat);
	// The smaller number of another organisation changes nothing.
	case.capacities.insert(0, capacity(0, &[Role::Clinician]));
	assert_eq!(case.decide(), allowed(Basis::Consent(1), Some(HOSPITAL), Risk::Medium));
	case.capacities[1].credential = CredentialState::Revoked;
	assert_eq!(case.decide(), with_approval(Basis::Consent(1), 0, true, Risk::Medium));
}

#[test]
fn records_should_be_read_by_consent_the_patient_and_emergency_staff() {
	let record = |mut case: Case| {
		case.device = None;
		case.request.action = Action::ReadRecord;
		case.decide()
	};
	assert_eq!(record(Case::bolus()), allowed(Basis::Consent(1), Some(HOSPITAL), Risk::Low));
	assert_eq!(record(Case::patient()), allowed(Basis::Patient, None, Risk::Low));
	let glass = allowed(Basis::BreakGlass, Some(HOSPITAL), Risk::Low);
	assert_eq!(record(Case::emergency()), glass);
	// A consent that names a device says nothing of records.
	let mut consent = permit(1, Grantee::Organisation(HOSPITAL));
	consent.terms.device = Some(device_id(1));
	consent.epoch = Some(EPOCH);
	let case = Case::bolus().with_consents(&[consent]);
	assert_eq!(record(case), Decision::Deny(Refusal::NoConsent));
}
