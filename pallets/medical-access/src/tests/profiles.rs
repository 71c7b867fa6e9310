// SPDX-License-Identifier: Apache-2.0

//! Hard limits and soft ones.

use super::*;

#[test]
fn profile_should_be_the_manufacturers() {
	hospital(|device| {
		let set = |model, action, profile| Call::set_profile { model, action, profile };
		let other = ModelId { product: 9, ..MODEL };
		refused(MAKER, set(other, Action::Therapy, PROFILE), Error::<Test>::UnknownModel);
		refused(ADMIN, set(MODEL, Action::Therapy, PROFILE), Error::<Test>::NotManufacturer);
		for hard in [
			DoseLimits { max_single: 0, ..HARD },
			DoseLimits { max_single: 20_001, ..HARD },
			DoseLimits { window_s: 90 * 86_400, ..HARD },
			DoseLimits { min_interval_s: 90 * 86_400, ..HARD },
		] {
			let profile = SafetyProfile { hard, risk: Risk::Low };
			refused(MAKER, set(MODEL, Action::Therapy, profile), Error::<Test>::BadProfile);
		}
		refused(MAKER, set(MODEL, Action::ReadLog, PROFILE), Error::<Test>::BadProfile);
		let strict = SafetyProfile { risk: Risk::High, ..PROFILE };
		allowed(MAKER, set(MODEL, Action::Therapy, strict));
		let event = Event::ProfileSet { model: MODEL, action: Action::Therapy, profile: strict };
		assert_eq!(last_event(), event);
		assert_eq!(MedicalAccess::profile(MODEL, Action::Therapy), Some(strict));
		let seq = authorised_dose(&device, 1_000);
		assert_eq!(state(&device, seq), CommandState::Proposed);
		let remove = || Call::remove_profile { model: MODEL, action: Action::Therapy };
		refused(ADMIN, remove(), Error::<Test>::NotManufacturer);
		allowed(MAKER, remove());
		assert_eq!(last_event(), Event::ProfileRemoved { model: MODEL, action: Action::Therapy });
		refused(MAKER, remove(), Error::<Test>::UnknownProfile);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::NoSafetyProfile));
		assert_eq!(Balances::free_balance(MAKER), START);
		TestRegistry::set_standing(MODEL.manufacturer, Some((MAKER, false)));
		refused(MAKER, set(MODEL, Action::Therapy, PROFILE), Error::<Test>::NotManufacturer);
	});
}

/// There may be no manufacturer any more who could.
#[test]
fn profile_of_a_model_that_is_gone_should_be_removed_by_anyone() {
	hospital(|_| {
		let remove = || Call::remove_profile { model: MODEL, action: Action::Therapy };
		TestRegistry::set_standing(MODEL.manufacturer, None);
		refused(STRANGER, remove(), Error::<Test>::NotManufacturer);
		TestRegistry::remove_model(MODEL);
		allowed(STRANGER, remove());
		assert_eq!(on_hold(MAKER, HoldReason::Profile), 0);
	});
}

/// What a stolen key proposed is nobody's word.
#[test]
fn proposal_should_count_while_its_author_is_a_clinician() {
	type Loss = fn();
	let losses: [Loss; 4] = [
		|| allowed(ADMIN, Call::report_compromise { org: ORG, account: DOCTOR, since: 0 }),
		|| allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR }),
		|| Wallet::set(credential_of(DOCTOR), 1),
		|| {
			let (roles, valid_until) = (Roles::only(Role::Reviewer), now() + DAY);
			allowed(ADMIN, Call::change_member { org: ORG, account: DOCTOR, roles, valid_until });
		},
	];
	for lose in losses {
		hospital(|device| {
			let (id, action) = (device.id(), Action::Therapy);
			let limits = None;
			allowed(DOCTOR, Call::propose_soft_limits { device: id, action, limits });
			lose();
			let confirm = || Call::confirm_soft_limits { device: id, action, limits };
			refused(COLLEAGUE, confirm(), Error::<Test>::NoProposal);
			add_member(ORG, ADMIN, NOVICE, Role::Clinician);
			allowed(NOVICE, Call::propose_soft_limits { device: id, action, limits });
			allowed(COLLEAGUE, confirm());
		});
	}
}

#[test]
fn soft_limits_should_take_two_clinicians_who_agree() {
	hospital(|device| {
		let (id, action) = (device.id(), Action::Therapy);
		let limits = Some(SoftLimits { max_single: 2_000, max_window: 4_000 });
		let propose = |action, limits| Call::propose_soft_limits { device: id, action, limits };
		let confirm = |limits| Call::confirm_soft_limits { device: id, action, limits };
		for who in [ADMIN, PHARMACIST, OUTSIDER] {
			refused(who, propose(action, limits), Error::<Test>::NotClinician);
		}
		refused(DOCTOR, propose(Action::Configure, limits), Error::<Test>::NotADose);
		for (max_single, max_window) in [(0, 4_000), (4_001, 4_000)] {
			let bad = Some(SoftLimits { max_single, max_window });
			refused(DOCTOR, propose(action, bad), Error::<Test>::BadSoftLimits);
		}
		refused(DOCTOR, confirm(limits), Error::<Test>::NoProposal);
		allowed(DOCTOR, propose(action, limits));
		let event = Event::SoftLimitsProposed { device: id, action, limits, by: DOCTOR };
		assert_eq!(last_event(), event);
		refused(DOCTOR, confirm(limits), Error::<Test>::SameParty);
		refused(COLLEAGUE, confirm(None), Error::<Test>::LimitsDiffer);
		allowed(COLLEAGUE, confirm(limits));
		let event = Event::SoftLimitsSet { device: id, action, limits, by: COLLEAGUE };
		assert_eq!(last_event(), event);
		assert_eq!(MedicalAccess::device(id).unwrap().soft, limits);
		refused(COLLEAGUE, confirm(limits), Error::<Test>::NoProposal);
		allowed(PATIENT, Call::unassign_device { device: id });
		refused(DOCTOR, propose(action, limits), Error::<Test>::NotAssigned);
	});
}
