// SPDX-License-Identifier: Apache-2.0

//! The chain of entries: gapless, and not to be flooded.

use super::*;

fn entries(subject: H256) -> Vec<AuditEntry<u64>> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::Audited { entry } if entry.subject == subject => Some(entry),
			_ => None,
		})
		.collect()
}

fn ask(who: u64, device: &TestDevice) {
	assert_ok!(request(who, device, Action::Therapy, 1_000));
}

#[test]
fn chain_should_have_no_gap_from_the_first_entry_to_the_head() {
	hospital(|device| {
		ask(STRANGER, &device);
		let seq = authorised_dose(&device, 1_000);
		assert_ok!(say(&device, seq, ReceiptStatus::Received));
		assert_ok!(say(&device, seq, ReceiptStatus::Executed));
		let other = requested(DOCTOR, &device, Action::Configure, 0);
		allowed(PATIENT, cancel(&device, other));
		let last = requested(DOCTOR, &device, Action::Configure, 0);
		pass(HOUR + CLOCK_TOLERANCE);
		allowed(STRANGER, Call::expire_command { device: device.id(), seq: last });
		let log = MedicalAccess::audit_log(device.id().0);
		let entries = entries(device.id().0);
		assert_eq!(check_audit(&device.id().0, &entries, &log.head), Ok(()));
		assert_eq!(entries.len() as u64, log.entries);
		let outcomes: Vec<_> = entries
			.iter()
			.map(|entry| (entry.actor, entry.outcome, entry.reference))
			.collect();
		assert_eq!(
			outcomes,
			[
				(STRANGER, Outcome::Denied(Refusal::RoleDenied), 0),
				(DOCTOR, Outcome::Permitted, seq),
				(DOCTOR, Outcome::Executed, seq),
				(DOCTOR, Outcome::Permitted, other),
				(PATIENT, Outcome::Cancelled, other),
				(DOCTOR, Outcome::Permitted, last),
				(DOCTOR, Outcome::Expired, last),
			]
		);
	});
}

#[test]
fn denials_of_a_minute_should_be_counted_and_told_with_the_next_entry() {
	hospital(|device| {
		for _ in 0..5 {
			ask(STRANGER, &device);
		}
		let subject = device.id().0;
		assert_eq!(entries(subject).len(), 1);
		let decided =
			events().iter().filter(|event| matches!(event, Event::Decided { .. })).count();
		assert_eq!(decided, 5);
		// Another actor has a count of its own.
		ask(OUTSIDER, &device);
		assert_eq!(entries(subject).len(), 2);
		pass(MINUTE);
		ask(STRANGER, &device);
		let entry = entries(subject).pop().unwrap();
		assert_eq!((entry.actor, entry.suppressed), (STRANGER, 4));
		pass(MINUTE);
		ask(STRANGER, &device);
		assert_eq!(entries(subject).pop().unwrap().suppressed, 0);
	});
}

#[test]
fn permit_should_tell_what_was_counted_before_it() {
	hospital(|device| {
		for _ in 0..3 {
			ask(DOCTOR, &device);
		}
		authorised_dose(&device, 1_000);
		let entry = entries(device.id().0).pop().unwrap();
		assert_eq!((entry.outcome, entry.suppressed), (Outcome::Permitted, 2));
	});
}

#[test]
fn counts_should_not_be_lost_when_many_are_refused() {
	hospital(|device| {
		let subject = device.id().0;
		ask(STRANGER, &device);
		ask(STRANGER, &device);
		for who in 1_000..1_016 {
			pass(1);
			ask(who, &device);
		}
		// The sixteenth of them took the stranger's place, and the next denial told of it.
		let told: u32 = entries(subject).iter().map(|entry| entry.suppressed).sum();
		assert_eq!(told, 1);
		let log = AuditLogs::<Test>::get(subject);
		assert_eq!((log.recent.len(), log.evicted), (16, 0));
	});
}
