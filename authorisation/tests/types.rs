// SPDX-License-Identifier: Apache-2.0

//! Shapes that others rely on, and the rules of single values.

use codec::{Decode, Encode, MaxEncodedLen};
use hex_literal::hex;
use mote_authorisation::{
	check_audit, command_life, consent_is_valid, Action, Actions, AuditEntry, AuditFlaw, Basis,
	CommandTerms, ConsentFlaw, ConsentStatus, ConsentTerms, ConsentVerdict, CredentialState,
	Decision, DoseLimits, Grantee, LifeFlaw, Outcome, Purpose, Purposes, Refusal, ReviewOutcome,
	Risk, Role, Roles, SafetyProfile, SoftLimits, MAX_CONSENT_MS,
};
use mote_primitives::{DeviceId, H256};
use proptest::{prelude::*, sample::Index};

const NOW: u64 = 1_800_000_000_000;
const DAY: u64 = 24 * 60 * 60 * 1000;

#[test]
fn codes_should_be_the_published_ones() {
	for (code, action) in (0u8..).zip(Action::ALL) {
		assert_eq!(action.encode(), [code]);
		assert_eq!(Actions::only(action).bits(), 1 << code);
	}
	for (code, purpose) in (0u8..).zip(Purpose::ALL) {
		assert_eq!(purpose.encode(), [code]);
		assert_eq!(Purposes::only(purpose).bits(), 1 << code);
	}
	for (code, role) in (0u8..).zip(Role::ALL) {
		assert_eq!(role.encode(), [code]);
		assert_eq!(Roles::only(role).bits(), 1 << code);
	}
	let pinned = [
		(Risk::Low.encode(), 0),
		(Risk::Medium.encode(), 1),
		(Risk::High.encode(), 2),
		(ConsentVerdict::Permit.encode(), 0),
		(ConsentVerdict::Deny.encode(), 1),
		(ConsentStatus::Draft.encode(), 0),
		(ConsentStatus::Active.encode(), 1),
		(ConsentStatus::Inactive.encode(), 2),
		(ConsentStatus::EnteredInError.encode(), 3),
		(CredentialState::Valid.encode(), 0),
		(CredentialState::Revoked.encode(), 1),
		(CredentialState::Suspended.encode(), 2),
		(CredentialState::Expired.encode(), 3),
		(Basis::BreakGlass.encode(), 1),
		(Basis::Patient.encode(), 2),
		(Basis::Service.encode(), 3),
		(Refusal::DeviceNotTrusted.encode(), 0),
		(Refusal::DeviceLocked.encode(), 1),
		(Refusal::RoleDenied.encode(), 2),
		(Refusal::CredentialRevoked.encode(), 3),
		(Refusal::ConsentDenied.encode(), 4),
		(Refusal::NoConsent.encode(), 5),
		(Refusal::NoSafetyProfile.encode(), 6),
		(Refusal::ZeroDose.encode(), 7),
		(Refusal::ExceedsSingleMax.encode(), 8),
		(Refusal::MinIntervalNotElapsed.encode(), 9),
		(Refusal::ExceedsWindowTotal.encode(), 10),
		(Refusal::TherapySuspended.encode(), 11),
		(Refusal::WindowFull.encode(), 12),
		(Refusal::NotSuspended.encode(), 13),
		(ConsentFlaw::EndsBeforeStart.encode(), 0),
		(ConsentFlaw::TooLong.encode(), 1),
		(ConsentFlaw::AlreadyOver.encode(), 2),
		(ConsentFlaw::NoUses.encode(), 3),
		(LifeFlaw::TooShort.encode(), 0),
		(LifeFlaw::TooLong.encode(), 1),
	];
	for (bytes, code) in pinned {
		assert_eq!(bytes, [code]);
	}
}

#[test]
fn compound_types_should_have_the_published_bytes() {
	assert_eq!(Basis::Consent(0x0102).encode(), hex!("00 02010000"));
	assert_eq!(Decision::Deny(Refusal::NoConsent).encode(), hex!("01 05"));
	let permit = Decision::Permit {
		basis: Basis::Consent(7),
		org: Some(3),
		need: 1,
		clinical: true,
		risk: Risk::High,
	};
	assert_eq!(permit.encode(), hex!("00 00 07000000 01 03000000 01 01 02"));
	assert_eq!(Grantee::Account(5u64).encode(), hex!("00 0500000000000000"));
	assert_eq!(Grantee::<u64>::Organisation(5).encode(), hex!("01 05000000"));
	assert_eq!(Grantee::<u64>::Role(5, Role::Reviewer).encode(), hex!("02 05000000 05"));
	let consent = ConsentTerms {
		grantee: Grantee::Account(1u64),
		device: Some(DeviceId(H256::repeat_byte(2))),
		verdict: ConsentVerdict::Deny,
		actions: Actions::only(Action::ResumeTherapy),
		purposes: Purposes::only(Purpose::Service),
		start: 3,
		end: 4,
		max_uses: Some(5),
		doc_hash: H256::repeat_byte(6),
	};
	let parts = [
		&hex!("00 0100000000000000 01")[..],
		&[2; 32],
		&hex!("01 0008 0001 0300000000000000 0400000000000000 01 05000000"),
		&[6; 32],
	];
	assert_eq!(consent.encode(), parts.concat());
	let hard = DoseLimits { max_single: 1, max_window: 2, window_s: 3, min_interval_s: 4 };
	let profile = SafetyProfile { hard, risk: Risk::Medium };
	assert_eq!(profile.encode(), hex!("01000000 02000000 03000000 04000000 01"));
	assert_eq!(SoftLimits { max_single: 1, max_window: 2 }.encode(), hex!("01000000 02000000"));
}

#[test]
fn types_should_stay_within_their_published_length() {
	assert_eq!(Decision::max_encoded_len(), 14);
	assert_eq!(Outcome::max_encoded_len(), 2);
	assert_eq!(ConsentTerms::<H256>::max_encoded_len(), 124);
	assert_eq!(AuditEntry::<H256>::max_encoded_len(), 127);
	assert_eq!(CommandTerms::max_encoded_len(), 93);
}

#[test]
fn sets_should_hold_exactly_what_their_bits_say() {
	for bits in 0..=u16::MAX {
		let is_known = |most: u16| bits != 0 && bits & !most == 0;
		assert_eq!(Actions::new(bits).is_some(), is_known(0x0fff));
		assert_eq!(Purposes::new(bits).is_some(), is_known(0x01ff));
		let encoded = bits.encode();
		assert_eq!(Actions::decode(&mut &encoded[..]).ok(), Actions::new(bits));
		assert_eq!(Purposes::decode(&mut &encoded[..]).ok(), Purposes::new(bits));
		if let Some(set) = Actions::new(bits) {
			assert_eq!((set.bits(), set.encode()), (bits, encoded));
			for action in Action::ALL {
				assert_eq!(set.contains(action), set.contains_all(Actions::only(action)));
				assert!(set.with(action).contains(action));
			}
			let together = set
				.iter()
				.map(Actions::only)
				.reduce(|sum, one| Actions::new(sum.bits() | one.bits()).unwrap());
			assert_eq!(together, Some(set));
		}
	}
	for bits in 0..=u8::MAX {
		assert_eq!(Roles::new(bits).is_some(), (1..64).contains(&bits));
		assert_eq!(Roles::decode(&mut &[bits][..]).ok(), Roles::new(bits));
	}
	assert_eq!((Actions::ALL.bits(), Purposes::ALL.bits(), Roles::ALL.bits()), (0xfff, 0x1ff, 63));
}

#[test]
fn emergencies_should_be_about_reading_and_therapy_alone() {
	for action in Action::ALL {
		let is_therapy =
			matches!(action, Action::Therapy | Action::SuspendTherapy | Action::ResumeTherapy);
		assert_eq!(Actions::EMERGENCY.contains(action), action.is_read() || is_therapy);
		let is_command = !action.is_read() && !action.is_about_record();
		assert_eq!(action.is_command(), is_command);
	}
}

#[test]
fn consents_should_hold_for_some_time_and_at_most_366_days() {
	let terms = |start, end, max_uses| ConsentTerms {
		grantee: Grantee::Account(1u64),
		device: None,
		verdict: ConsentVerdict::Permit,
		actions: Actions::ALL,
		purposes: Purposes::ALL,
		start,
		end,
		max_uses,
		doc_hash: H256::zero(),
	};
	let check = |start, end| consent_is_valid(&terms(start, end, None), NOW);
	assert_eq!(MAX_CONSENT_MS, 366 * DAY);
	assert_eq!(check(NOW, NOW + 366 * DAY), Ok(()));
	assert_eq!(check(NOW, NOW + 366 * DAY + 1), Err(ConsentFlaw::TooLong));
	assert_eq!(check(0, u64::MAX), Err(ConsentFlaw::TooLong));
	assert_eq!(check(NOW + 1, NOW + 1), Err(ConsentFlaw::EndsBeforeStart));
	assert_eq!(check(NOW + 2, NOW + 1), Err(ConsentFlaw::EndsBeforeStart));
	assert_eq!(check(NOW - 2, NOW + 1), Ok(()));
	assert_eq!(check(NOW - 2, NOW), Err(ConsentFlaw::AlreadyOver));
	assert_eq!(consent_is_valid(&terms(NOW, NOW + 1, Some(1)), NOW), Ok(()));
	assert_eq!(consent_is_valid(&terms(NOW, NOW + 1, Some(0)), NOW), Err(ConsentFlaw::NoUses));
}

#[test]
fn commands_should_live_from_a_minute_to_a_day() {
	assert_eq!(command_life(Risk::High, None), Ok(300_000));
	assert_eq!(command_life(Risk::Medium, None), Ok(3_600_000));
	assert_eq!(command_life(Risk::Low, None), Ok(3_600_000));
	for risk in [Risk::Low, Risk::Medium, Risk::High] {
		assert_eq!(command_life(risk, Some(59)), Err(LifeFlaw::TooShort));
		assert_eq!(command_life(risk, Some(60)), Ok(60_000));
		assert_eq!(command_life(risk, Some(86_400)), Ok(86_400_000));
		assert_eq!(command_life(risk, Some(86_401)), Err(LifeFlaw::TooLong));
	}
}

#[test]
fn limits_should_be_sound_when_they_limit_and_permit_something() {
	let limits = |max_single, max_window, window_s| DoseLimits {
		max_single,
		max_window,
		window_s,
		min_interval_s: 0,
	};
	assert!(limits(1, 1, 1).is_sound());
	assert!(!limits(0, 1, 1).is_sound());
	assert!(!limits(2, 1, 1).is_sound());
	assert!(!limits(1, 1, 0).is_sound());
	let long = DoseLimits { min_interval_s: 90, ..limits(1, 1, 60) };
	assert_eq!((long.memory(), limits(1, 1, 60).memory()), (90_000, 60_000));
}

fn outcomes() -> impl Strategy<Value = Outcome> {
	prop_oneof![
		Just(Outcome::Permitted),
		Just(Outcome::Denied(Refusal::NoConsent)),
		Just(Outcome::Denied(Refusal::RoleDenied)),
		Just(Outcome::BreakGlassReviewed(ReviewOutcome::Unjustified)),
		Just(Outcome::Executed),
	]
}

/// A chain of one to twenty links, and its head.
fn chains() -> impl Strategy<Value = (Vec<AuditEntry<u64>>, H256)> {
	prop::collection::vec((0..4u64, outcomes(), 0..3u64, 0..3u32), 1..20).prop_map(|links| {
		let mut prev = H256::zero();
		let entries = (0u64..).zip(links).map(|(seq, (actor, outcome, reference, suppressed))| {
			let entry = AuditEntry {
				seq,
				subject: SUBJECT,
				actor,
				action: Action::Therapy,
				outcome,
				reference,
				at: NOW + seq,
				suppressed,
				prev,
			};
			prev = entry.hash();
			entry
		});
		let entries = entries.collect::<Vec<_>>();
		(entries, prev)
	})
}

const SUBJECT: H256 = H256::repeat_byte(9);

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn a_chain_should_be_whole_only_as_it_was_written(
		(entries, head) in chains(),
		at: Index,
		bit: Index,
		other: Index,
	) {
		prop_assert_eq!(check_audit(&SUBJECT, &entries, &head), Ok(()));
		let place = at.index(entries.len());

		let mut dropped = entries.clone();
		dropped.remove(place);
		prop_assert!(check_audit(&SUBJECT, &dropped, &head).is_err());

		let mut doubled = entries.clone();
		doubled.insert(place, entries[place]);
		prop_assert!(check_audit(&SUBJECT, &doubled, &head).is_err());

		let mut moved = entries.clone();
		let target = other.index(entries.len());
		moved.swap(place, target);
		prop_assert_eq!(check_audit(&SUBJECT, &moved, &head).is_ok(), place == target);

		// Any bit of any link, as far as the link still decodes.
		let mut bytes = entries[place].encode();
		let bit = bit.index(bytes.len() * 8);
		bytes[bit / 8] ^= 1 << (bit % 8);
		if let Ok(entry) = AuditEntry::decode(&mut &bytes[..]) {
			let mut changed = entries.clone();
			changed[place] = entry;
			prop_assert!(check_audit(&SUBJECT, &changed, &head).is_err());
		}
	}
}

#[test]
fn a_broken_chain_should_be_shown_where_it_breaks() {
	let first = AuditEntry {
		seq: 0,
		subject: SUBJECT,
		actor: 1u64,
		action: Action::ReadLog,
		outcome: Outcome::Permitted,
		reference: 0,
		at: NOW,
		suppressed: 0,
		prev: H256::zero(),
	};
	let second = AuditEntry { seq: 1, prev: first.hash(), ..first };
	let head = second.hash();
	let check = |entries: &[_]| check_audit(&SUBJECT, entries, &head);
	assert_eq!(check(&[first, second]), Ok(()));
	assert_eq!(check(&[first]), Err(AuditFlaw::WrongHead));
	assert_eq!(check(&[second]), Err(AuditFlaw::Gap(0)));
	let foreign = AuditEntry { subject: H256::zero(), ..second };
	assert_eq!(check(&[first, foreign]), Err(AuditFlaw::OtherSubject(1)));
	let changed = AuditEntry { actor: 2, ..first };
	assert_eq!(check(&[changed, second]), Err(AuditFlaw::Broken(1)));
	assert_eq!(check_audit::<u64>(&SUBJECT, &[], &H256::zero()), Ok(()));
}
