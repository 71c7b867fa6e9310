// SPDX-License-Identifier: Apache-2.0

//! Somebody else may have used a member's key.

use super::*;

fn report(account: u64, since: Moment) -> Call<Test> {
	Call::report_compromise { org: ORG, account, since }
}

fn suspects() -> Vec<CommandSeq> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::SuspectCommand { seq, .. } => Some(seq),
			_ => None,
		})
		.collect()
}

#[test]
fn compromise_should_revoke_the_membership_and_cancel_what_is_open() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		refused(DOCTOR, report(COLLEAGUE, now()), Error::<Test>::MayNotReport);
		refused(OFFICER, report(STRANGER, now()), Error::<Test>::UnknownMember);
		refused(OFFICER, report(DOCTOR, now() + 1), Error::<Test>::SinceInFuture);
		allowed(OFFICER, report(DOCTOR, now()));
		let event =
			Event::CompromiseReported { org: ORG, account: DOCTOR, since: now(), by: OFFICER };
		assert!(events().contains(&event));
		assert_eq!(last_event(), Event::SuspectsListed { org: ORG, account: DOCTOR });
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		refused(ADMIN, report(DOCTOR, now()), Error::<Test>::AlreadyReported);
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::CredentialRevoked));
		let change = Call::change_member {
			org: ORG,
			account: DOCTOR,
			roles: Roles::ALL,
			valid_until: now() + DAY,
		};
		refused(ADMIN, change, Error::<Test>::MembershipRevoked);
		let call = Call::list_suspect_commands { org: ORG, account: DOCTOR, limit: 9 };
		refused(STRANGER, call, Error::<Test>::NothingToList);
	});
}

#[test]
fn compromised_approver_should_approve_nothing_and_lose_what_they_approved() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		allowed(COLLEAGUE, approve(&device, seq));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		allowed(COLLEAGUE, report(COLLEAGUE, now()));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		assert_eq!(MedicalAccess::doses(device.id(), Action::Therapy).len(), 0);
		let seq = requested(DOCTOR, &device, Action::Therapy, 3_000);
		refused(COLLEAGUE, approve(&device, seq), Error::<Test>::ApproverNotEntitled);
	});
}

#[test]
fn executed_commands_should_be_listed_page_by_page() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let mut expected = Vec::new();
		let mut since = 0;
		for number in 0..40 {
			let seq = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
			assert_ok!(say(&device, seq, ReceiptStatus::Executed));
			// What was executed before is not suspect.
			if number >= 3 {
				expected.push(seq);
			}
			pass(SECOND);
			if number == 2 {
				since = now();
			}
		}
		System::reset_events();
		allowed(ADMIN, report(DOCTOR, since));
		let remove = || Call::remove_member { org: ORG, account: DOCTOR };
		refused(ADMIN, remove(), Error::<Test>::ListingIncomplete);
		let list = |limit| Call::list_suspect_commands { org: ORG, account: DOCTOR, limit };
		allowed(STRANGER, list(0));
		allowed(STRANGER, list(3));
		allowed(STRANGER, list(1_000));
		assert_eq!(last_event(), Event::SuspectsListed { org: ORG, account: DOCTOR });
		let mut listed = suspects();
		listed.sort();
		assert_eq!(listed, expected);
		allowed(ADMIN, remove());
	});
}

#[test]
fn command_should_be_suspect_when_its_execution_is_known_late() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		allowed(DOCTOR, report(DOCTOR, now()));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		System::reset_events();
		assert_ok!(carry(&device, receipt));
		assert_eq!(suspects(), [seq]);
	});
}

#[test]
fn compromised_account_should_stay_barred_for_as_long_as_records_are_kept() {
	hospital(|_| {
		let deposits = || on_hold(ADMIN, HoldReason::Member);
		let add = |account| Call::add_member {
			org: ORG,
			account,
			roles: Roles::only(Role::Clinician),
			credential: credential_of(DOCTOR),
			valid_until: now() + 365 * DAY,
		};
		let lift = || Call::lift_bar { org: ORG, account: DOCTOR };
		allowed(OFFICER, report(DOCTOR, now()));
		let before = deposits();
		refused(STRANGER, lift(), Error::<Test>::NotBarred);
		allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR });
		assert_eq!(last_event(), Event::AccountBarred { org: ORG, account: DOCTOR });
		assert_eq!(deposits(), before);
		refused(ADMIN, add(DOCTOR), Error::<Test>::AccountBarred);
		// The person goes on with their credential under another account.
		allowed(ADMIN, add(NOVICE));
		let with_both = deposits();
		pass(90 * DAY - 1);
		refused(STRANGER, lift(), Error::<Test>::StillKept);
		pass(1);
		allowed(STRANGER, lift());
		assert_eq!(last_event(), Event::BarLifted { org: ORG, account: DOCTOR });
		assert!(deposits() < with_both);
		refused(STRANGER, lift(), Error::<Test>::NotBarred);
		refused(ADMIN, add(DOCTOR), Error::<Test>::CredentialInUse);
	});
}

#[test]
fn member_who_was_not_compromised_should_come_back() {
	hospital(|_| {
		allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR });
		assert_eq!(last_event(), Event::MemberRemoved { org: ORG, account: DOCTOR });
		add_member(ORG, ADMIN, DOCTOR, Role::Clinician);
	});
}

#[test]
fn command_should_be_suspect_also_when_its_author_was_removed_before_the_receipt() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let receipt = receipt_of(&device, seq, ReceiptStatus::Executed);
		allowed(DOCTOR, report(DOCTOR, now()));
		allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR });
		System::reset_events();
		assert_ok!(carry(&device, receipt));
		assert_eq!(suspects(), [seq]);
	});
}

#[test]
fn other_memberships_should_stay_when_a_key_is_reported_in_one_organisation() {
	hospital(|device| {
		consent(terms(Grantee::Account(OUTSIDER)));
		let seq = requested(OUTSIDER, &device, Action::SuspendTherapy, 0);
		add_member(ORG, ADMIN, OUTSIDER, Role::Reviewer);
		allowed(ADMIN, report(OUTSIDER, now()));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		let state = |org| MedicalAccess::member(org, OUTSIDER).unwrap().state;
		assert_eq!([ORG, OTHER].map(state), [CredentialState::Revoked, CredentialState::Valid]);
	});
}
