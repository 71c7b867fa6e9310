// SPDX-License-Identifier: Apache-2.0

//! Members, roles and credentials.

use super::*;

fn add(account: u64, credential: CredentialRef, valid_until: Moment) -> Call<Test> {
	let roles = Roles::only(Role::Clinician);
	Call::add_member { org: ORG, account, roles, credential, valid_until }
}

#[test]
fn add_member_should_refuse_what_is_not_in_order() {
	hospital(|_| {
		let (own, until) = (credential_of(NOVICE), now() + DAY);
		refused(OTHER_ADMIN, add(NOVICE, own, until), Error::<Test>::NotAdmin);
		refused(ADMIN, add(ADMIN, own, until), Error::<Test>::AdminMayNotBeMember);
		refused(ADMIN, add(DOCTOR, own, until), Error::<Test>::AlreadyMember);
		refused(ADMIN, add(NOVICE, own, now()), Error::<Test>::TermOver);
		let elsewhere = CredentialRef { list: MESSAGES, index: 1 };
		refused(ADMIN, add(NOVICE, elsewhere, until), Error::<Test>::ListNotAdmitted);
		let unknown = CredentialRef { list: LIST, index: 1_000 };
		refused(ADMIN, add(NOVICE, unknown, until), Error::<Test>::CredentialNotValid);
		refused(ADMIN, add(NOVICE, credential_of(DOCTOR), until), Error::<Test>::CredentialInUse);
		Wallet::set(own, 1);
		refused(ADMIN, add(NOVICE, own, until), Error::<Test>::CredentialNotValid);
		Wallet::set(own, 0);
		allowed(ADMIN, add(NOVICE, own, until));
		let event = Event::MemberAdded {
			org: ORG,
			account: NOVICE,
			roles: Roles::only(Role::Clinician),
			credential: own,
			valid_until: until,
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn account_should_be_a_member_of_four_organisations_at_the_most_with_one_credential() {
	hospital(|_| {
		for org in 2..5 {
			assert_ok!(MedicalAccess::register_organisation(signed(STRANGER), 0));
			assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), org, true));
			add_member(org, STRANGER, DOCTOR, Role::Clinician);
		}
		assert_ok!(MedicalAccess::register_organisation(signed(STRANGER), 0));
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), 5, true));
		let call = Call::add_member {
			org: 5,
			account: DOCTOR,
			roles: Roles::only(Role::Clinician),
			credential: credential_of(DOCTOR),
			valid_until: now() + DAY,
		};
		refused(STRANGER, call, Error::<Test>::TooManyMemberships);
		// Another account gets the credential when the last membership is gone.
		for org in [ORG, 2, 3, 4] {
			let until = now() + DAY;
			refused(
				ADMIN,
				add(NOVICE, credential_of(DOCTOR), until),
				Error::<Test>::CredentialInUse,
			);
			allowed(DOCTOR, Call::remove_member { org, account: DOCTOR });
			assert_eq!(last_event(), Event::MemberRemoved { org, account: DOCTOR });
		}
		allowed(ADMIN, add(NOVICE, credential_of(DOCTOR), now() + DAY));
	});
}

/// Anyone may register an organisation, and nothing says whose credential an index is.
#[test]
fn organisation_should_be_accredited_before_it_claims_a_credential_or_a_membership() {
	hospital(|_| {
		assert_ok!(MedicalAccess::register_organisation(signed(STRANGER), 0));
		let claim = |account| Call::add_member {
			org: 2,
			account,
			roles: Roles::only(Role::Reviewer),
			credential: credential_of(NOVICE),
			valid_until: now() + DAY,
		};
		for account in [BUYER, DOCTOR] {
			refused(STRANGER, claim(account), Error::<Test>::NotAccredited);
		}
		add_member(ORG, ADMIN, NOVICE, Role::Clinician);
	});
}

#[test]
fn authority_should_take_a_claim_from_an_organisation_that_does_not_give_it_up() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		let credential = credential_of(DOCTOR);
		allowed(AUTHORITY, Call::remove_member { org: ORG, account: DOCTOR });
		assert!(!CredentialHolders::<Test>::contains_key(credential));
		let reason = CancelReason::MemberGone;
		let event = Event::CommandCancelled { device: device.id(), seq, reason, by: ADMIN };
		assert!(events().contains(&event));
		let call = Call::add_member {
			org: OTHER,
			account: NOVICE,
			roles: Roles::only(Role::Clinician),
			credential,
			valid_until: now() + DAY,
		};
		allowed(OTHER_ADMIN, call);
	});
}

#[test]
fn member_should_be_what_the_admin_says_for_as_long() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let change = |account, role, valid_until| {
			let roles = Roles::only(role);
			Call::change_member { org: ORG, account, roles, valid_until }
		};
		let until = now() + HOUR;
		refused(DOCTOR, change(DOCTOR, Role::Emergency, until), Error::<Test>::NotAdmin);
		refused(ADMIN, change(NOVICE, Role::Emergency, until), Error::<Test>::UnknownMember);
		refused(ADMIN, change(DOCTOR, Role::Emergency, now()), Error::<Test>::TermOver);
		allowed(ADMIN, change(DOCTOR, Role::Pharmacist, until));
		let event = Event::MemberChanged {
			org: ORG,
			account: DOCTOR,
			roles: Roles::only(Role::Pharmacist),
			valid_until: until,
		};
		assert_eq!(last_event(), event);
		let ask = || {
			System::reset_events();
			assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
			last_refusal()
		};
		assert_eq!(ask(), Some(Refusal::RoleDenied));
		allowed(ADMIN, change(DOCTOR, Role::Clinician, until));
		assert_eq!(ask(), None);
		set_now(until);
		assert_eq!(ask(), Some(Refusal::CredentialRevoked));
	});
}

/// Losing a term or an accreditation opens no door.
#[test]
fn denial_should_reach_who_was_a_member_in_force() {
	type Loss = fn();
	let losses: [Loss; 2] = [
		|| pass(HOUR),
		|| allowed(AUTHORITY, Call::accredit_organisation { org: OTHER, is_accredited: false }),
	];
	for lose in losses {
		hospital(|device| {
			let (roles, valid_until) = (Roles::only(Role::Clinician), now() + HOUR);
			allowed(
				OTHER_ADMIN,
				Call::add_member {
					org: OTHER,
					account: DOCTOR,
					roles,
					credential: credential_of(DOCTOR),
					valid_until,
				},
			);
			consent(terms(Grantee::Organisation(ORG)));
			let verdict = ConsentVerdict::Deny;
			consent(ConsentTerms { verdict, ..terms(Grantee::Organisation(OTHER)) });
			lose();
			let told = MedicalAccess::member(OTHER, DOCTOR).unwrap();
			assert_eq!(told.state, CredentialState::Expired);
			assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
			assert_eq!(last_refusal(), Some(Refusal::ConsentDenied));
			let Some(Event::Decided { credentials, .. }) =
				events().into_iter().find(|event| matches!(event, Event::Decided { .. }))
			else {
				panic!("nothing was decided");
			};
			let states = [(ORG, CredentialState::Valid), (OTHER, CredentialState::Expired)];
			assert_eq!(credentials.into_inner(), states);
			// Whoever is no member any more is not meant.
			allowed(DOCTOR, Call::remove_member { org: OTHER, account: DOCTOR });
			requested(DOCTOR, &device, Action::Configure, 0);
		});
	}
}

#[test]
fn credential_should_not_count_when_it_is_revoked_or_suspended() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let standby = CredentialRef { list: SUSPENSIONS, index: 1 };
		allowed(ADMIN, add(NOVICE, standby, now() + DAY));
		for (who, credential, state) in [
			(DOCTOR, credential_of(DOCTOR), CredentialState::Revoked),
			(NOVICE, standby, CredentialState::Suspended),
		] {
			Wallet::set(credential, 1);
			assert_eq!(MedicalAccess::member(ORG, who).unwrap().state, state);
			assert_ok!(request(who, &device, Action::Configure, 0));
			assert_eq!(last_refusal(), Some(Refusal::CredentialRevoked));
			let Some(Event::Decided { credentials, .. }) =
				events().into_iter().rev().find(|event| matches!(event, Event::Decided { .. }))
			else {
				panic!("nothing was decided");
			};
			assert_eq!(credentials.into_inner(), vec![(ORG, state)]);
			Wallet::set(credential, 0);
			requested(who, &device, Action::Configure, 0);
		}
	});
}

#[test]
fn remove_member_should_cancel_what_they_requested_or_approved() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		let remove = |account| Call::remove_member { org: ORG, account };
		refused(STRANGER, remove(DOCTOR), Error::<Test>::MayNotRemoveMember);
		refused(ADMIN, remove(STRANGER), Error::<Test>::UnknownMember);
		allowed(PHARMACIST, approve(&device, seq));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		allowed(ADMIN, remove(PHARMACIST));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		let other = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
		allowed(DOCTOR, remove(DOCTOR));
		assert_eq!(state(&device, other), CommandState::Cancelled);
		let reason = CancelReason::MemberGone;
		let event = Event::CommandCancelled { device: device.id(), seq: other, reason, by: DOCTOR };
		assert!(events().contains(&event));
		assert_eq!(InvolvedIn::<Test>::iter().count(), 0);
	});
}
