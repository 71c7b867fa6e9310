// SPDX-License-Identifier: Apache-2.0

//! Organisations, their admins, and lists of credentials.

use super::*;

fn org(org: OrgId) -> OrganisationInfo<u64, u64> {
	MedicalAccess::organisation(org).unwrap()
}

#[test]
fn register_organisation_should_make_its_caller_the_admin() {
	run(|| {
		allowed(ADMIN, Call::register_organisation { break_glass_bond: BOND });
		let event =
			Event::OrganisationRegistered { org: ORG, admin: ADMIN, break_glass_bond: BOND };
		assert_eq!(last_event(), event);
		assert_eq!((org(ORG).admin, org(ORG).is_accredited), (ADMIN, false));
		NextOrganisation::<Test>::put(u32::MAX);
		let call = Call::register_organisation { break_glass_bond: BOND };
		refused(ADMIN, call, Error::<Test>::NumbersUsedUp);
	});
}

#[test]
fn accreditation_should_decide_whether_roles_count() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		let event = Event::OrganisationAccredited { org: ORG, is_accredited: false };
		assert_eq!(last_event(), event);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::CredentialRevoked));
		let call = Call::accredit_organisation { org: 9, is_accredited: true };
		assert_noop!(dispatch(signed(AUTHORITY), call), Error::<Test>::UnknownOrganisation);
	});
}

#[test]
fn bond_should_be_what_the_admin_says() {
	hospital(|_| {
		allowed(ADMIN, Call::set_break_glass_bond { org: ORG, bond: 7 });
		assert_eq!(last_event(), Event::BreakGlassBondChanged { org: ORG, bond: 7 });
		assert_eq!(org(ORG).break_glass_bond, 7);
		let call = Call::set_break_glass_bond { org: ORG, bond: 7 };
		refused(OTHER_ADMIN, call, Error::<Test>::NotAdmin);
	});
}

/// Otherwise the first that is lost could not be taken, and the break-glass not be reviewed.
#[test]
fn bond_should_be_nothing_or_what_an_empty_pot_can_take() {
	hospital(|_| {
		let change = |bond| Call::set_break_glass_bond { org: ORG, bond };
		refused(ADMIN, change(LEAST_BALANCE - 1), Error::<Test>::BondTooSmall);
		allowed(ADMIN, change(LEAST_BALANCE));
		allowed(ADMIN, change(0));
		let registration = Call::register_organisation { break_glass_bond: LEAST_BALANCE - 1 };
		refused(STRANGER, registration, Error::<Test>::BondTooSmall);
	});
}

#[test]
fn bond_should_not_price_out_emergencies() {
	hospital(|_| {
		let change = |bond| Call::set_break_glass_bond { org: ORG, bond };
		refused(ADMIN, change(MAX_BOND + 1), Error::<Test>::BondTooLarge);
		allowed(ADMIN, change(MAX_BOND));
		let registration = Call::register_organisation { break_glass_bond: MAX_BOND + 1 };
		refused(STRANGER, registration, Error::<Test>::BondTooLarge);
	});
}

#[test]
fn admin_should_change_when_another_one_accepts() {
	hospital(|_| {
		let offer = |to| Call::transfer_admin { org: ORG, to };
		refused(ADMIN, offer(DOCTOR), Error::<Test>::AdminMayNotBeMember);
		refused(STRANGER, offer(STRANGER), Error::<Test>::NotAdmin);
		allowed(ADMIN, offer(NOVICE));
		assert_eq!(last_event(), Event::AdminOffered { org: ORG, to: NOVICE });
		let accept = || Call::accept_admin { org: ORG };
		refused(STRANGER, accept(), Error::<Test>::NotOffered);
		// Whoever was offered it became a member meanwhile.
		add_member(ORG, ADMIN, NOVICE, Role::Reviewer);
		refused(NOVICE, accept(), Error::<Test>::AdminMayNotBeMember);
		allowed(ADMIN, Call::remove_member { org: ORG, account: NOVICE });
		allowed(NOVICE, accept());
		assert_eq!(last_event(), Event::AdminChanged { org: ORG, admin: NOVICE });
		refused(NOVICE, accept(), Error::<Test>::NotOffered);
		let call = Call::set_break_glass_bond { org: ORG, bond: 1 };
		refused(ADMIN, call, Error::<Test>::NotAdmin);
	});
}

#[test]
fn organisation_should_be_removed_when_it_is_empty_only() {
	hospital(|_| {
		refused(ADMIN, Call::remove_organisation { org: ORG }, Error::<Test>::OrganisationInUse);
		let other = || Call::remove_organisation { org: OTHER };
		refused(OTHER_ADMIN, other(), Error::<Test>::OrganisationInUse);
		allowed(OUTSIDER, Call::remove_member { org: OTHER, account: OUTSIDER });
		refused(ADMIN, other(), Error::<Test>::NotAdmin);
		allowed(OTHER_ADMIN, other());
		assert_eq!(last_event(), Event::OrganisationRemoved { org: OTHER });
		assert_eq!(Balances::free_balance(OTHER_ADMIN), START);
		assert_eq!(MedicalAccess::organisation(OTHER), None);
	});
}

#[test]
fn credentials_should_count_while_their_list_is_admitted() {
	hospital(|device| {
		let admit = |list, is_admitted| Call::admit_credential_list { list, is_admitted };
		for list in [MESSAGES, 99] {
			refused(AUTHORITY, admit(list, true), Error::<Test>::ListUnsuitable);
		}
		refused(AUTHORITY, admit(99, false), Error::<Test>::ListNotAdmitted);
		consent(terms(Grantee::Organisation(ORG)));
		allowed(AUTHORITY, admit(LIST, false));
		let event = Event::CredentialListAdmitted { list: LIST, is_admitted: false };
		assert_eq!(last_event(), event);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::CredentialRevoked));
		allowed(AUTHORITY, admit(LIST, true));
		requested(DOCTOR, &device, Action::Therapy, 1_000);
	});
}
