// SPDX-License-Identifier: Apache-2.0

//! The published vectors, which a second implementation made: `vectors/generate.py`.

mod common;

use codec::{Decode, Encode};
use common::{device_id, Case, Device};
use mote_authorisation::{
	check_audit, check_dose, command_digest, record_id, Action, Actions, AuditEntry, Basis,
	Capacity, CommandTerms, ConsentFacts, ConsentStatus, ConsentTerms, ConsentVerdict,
	CredentialState, Decision, Dose, DoseLimits, Grantee, Outcome, Purpose, Purposes, Refusal,
	Request, ReviewOutcome, Risk, Role, Roles, SafetyProfile, SoftLimits,
};
use mote_primitives::{DeviceId, H256};
use serde_json::Value;
use std::fmt::Debug;

fn read(file: &str) -> Vec<Value> {
	serde_json::from_str(file).unwrap()
}

fn text(value: &Value) -> &str {
	value.as_str().unwrap()
}

/// A number; as text where JSON's readers would round it.
fn number(value: &Value) -> u64 {
	value.as_str().map_or_else(|| value.to_string(), str::to_owned).parse().unwrap()
}

fn number32(value: &Value) -> u32 {
	number(value).try_into().unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
	let digits = text(value).strip_prefix("0x").unwrap();
	let pairs = (0..digits.len()).step_by(2);
	pairs.map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn hash(value: &Value) -> H256 {
	H256::from_slice(&bytes(value))
}

/// The one of `all` with this name.
fn named<T: Copy + Debug>(value: &Value, all: &[T]) -> T {
	*all.iter().find(|item| format!("{item:?}") == text(value)).unwrap()
}

fn list<'a, T: 'a>(value: &'a Value, item: impl Fn(&'a Value) -> T + 'a) -> Vec<T> {
	value.as_array().unwrap().iter().map(item).collect()
}

fn optional<'a, T>(value: &'a Value, item: impl Fn(&'a Value) -> T) -> Option<T> {
	(!value.is_null()).then(|| item(value))
}

fn decoded<T: Decode>(codes: std::ops::Range<u8>) -> Vec<T> {
	codes.map(|code| T::decode(&mut &[code][..]).unwrap()).collect()
}

fn refusals() -> Vec<Refusal> {
	decoded(0..14)
}

fn risk(value: &Value) -> Risk {
	named(value, &[Risk::Low, Risk::Medium, Risk::High])
}

fn limits(value: &Value) -> DoseLimits {
	DoseLimits {
		max_single: number32(&value["max_single"]),
		max_window: number32(&value["max_window"]),
		window_s: number32(&value["window_s"]),
		min_interval_s: number32(&value["min_interval_s"]),
	}
}

fn outcome(value: &Value) -> Outcome {
	let plain = [
		Outcome::Permitted,
		Outcome::Cancelled,
		Outcome::Executed,
		Outcome::Failed,
		Outcome::Rejected,
		Outcome::BreakGlassOpened,
		Outcome::BreakGlassClosed,
		Outcome::Expired,
		Outcome::Erased,
	];
	match value.as_array() {
		None => named(value, &plain),
		Some(parts) if parts[0] == "Denied" => Outcome::Denied(named(&parts[1], &refusals())),
		Some(parts) =>
			Outcome::BreakGlassReviewed(named::<ReviewOutcome>(&parts[1], &decoded(0..3))),
	}
}

fn audit() -> (Vec<AuditEntry<H256>>, Vec<Value>) {
	let vectors = read(include_str!("../vectors/audit.json"));
	let entries = vectors.iter().map(|vector| AuditEntry {
		seq: number(&vector["seq"]),
		subject: hash(&vector["subject"]),
		actor: hash(&vector["actor"]),
		action: named(&vector["action"], &Action::ALL),
		outcome: outcome(&vector["outcome"]),
		reference: number(&vector["reference"]),
		at: number(&vector["at"]),
		suppressed: number32(&vector["suppressed"]),
		prev: hash(&vector["prev"]),
	});
	(entries.collect(), vectors)
}

#[test]
fn audit_entries_should_have_the_published_bytes_and_hashes() {
	let (entries, vectors) = audit();
	assert_eq!(entries.len(), 26);
	for (entry, vector) in entries.iter().zip(&vectors) {
		assert_eq!(entry.encode(), bytes(&vector["encoded"]), "{entry:?}");
		assert_eq!(entry.hash(), hash(&vector["hash"]), "{entry:?}");
	}
	let head = hash(&vectors.last().unwrap()["hash"]);
	assert_eq!(check_audit(&entries[0].subject, &entries, &head), Ok(()));
}

#[test]
fn commands_should_have_the_published_bytes_and_digests() {
	let vectors = read(include_str!("../vectors/commands.json"));
	assert_eq!(vectors.len(), Action::ALL.len());
	for vector in vectors {
		let terms = CommandTerms {
			device: DeviceId(hash(&vector["device"])),
			seq: number(&vector["seq"]),
			action: named(&vector["action"], &Action::ALL),
			value: number32(&vector["value"]),
			params_commit: hash(&vector["params_commit"]),
			not_before: number(&vector["not_before"]),
			expires: number(&vector["expires"]),
		};
		assert_eq!(terms.encode(), bytes(&vector["encoded"]), "{terms:?}");
		assert_eq!(command_digest(&terms), hash(&vector["digest"]), "{terms:?}");
	}
}

#[test]
fn records_should_have_the_published_ids() {
	let vectors = read(include_str!("../vectors/records.json"));
	assert_eq!(vectors.len(), 3);
	for vector in vectors {
		let id = record_id(&hash(&vector["subject"]), &hash(&vector["commitment"]));
		assert_eq!(id, hash(&vector["record"]));
	}
}

#[test]
fn doses_should_get_the_published_answers() {
	let vectors = read(include_str!("../vectors/doses.json"));
	assert_eq!(vectors.len(), 13);
	for vector in vectors {
		let hard = limits(&vector["hard"]);
		let mut given = Vec::new();
		for step in vector["steps"].as_array().unwrap() {
			let (now, value) = (number(&step[0]), number32(&step[1]));
			let expected = match step[2].as_u64() {
				Some(total) => Ok(total),
				None => Err(named(&step[2], &refusals())),
			};
			assert_eq!(check_dose(&hard, &given, now, value), expected, "{vector} {step}");
			if expected.is_ok() {
				given.push(Dose { at: now, value });
			}
		}
	}
}

fn credential(value: &Value) -> CredentialState {
	named(value, &decoded::<CredentialState>(0..4))
}

fn consent(value: &Value) -> ConsentFacts<u64> {
	let grantee = &value["grantee"];
	let grantee = match text(&grantee[0]) {
		"Account" => Grantee::Account(number(&grantee[1])),
		"Organisation" => Grantee::Organisation(number32(&grantee[1])),
		_ => Grantee::Role(number32(&grantee[1]), named(&grantee[2], &Role::ALL)),
	};
	ConsentFacts {
		id: number32(&value["id"]),
		terms: ConsentTerms {
			grantee,
			device: optional(&value["device"], |id| device_id(number(id) as u8)),
			verdict: named(&value["verdict"], &decoded::<ConsentVerdict>(0..2)),
			actions: Actions::new(number(&value["actions"]) as u16).unwrap(),
			purposes: Purposes::new(number(&value["purposes"]) as u16).unwrap(),
			start: number(&value["start"]),
			end: number(&value["end"]),
			max_uses: optional(&value["max_uses"], number32),
			doc_hash: H256::zero(),
		},
		status: named(&value["status"], &decoded::<ConsentStatus>(0..4)),
		uses: number32(&value["uses"]),
		epoch: optional(&value["epoch"], number32),
	}
}

fn device(value: &Value) -> Device {
	let flag = |name: &str| value[name].as_bool().unwrap();
	Device {
		id: device_id(number(&value["id"]) as u8),
		org: number32(&value["org"]),
		is_trusted: flag("is_trusted"),
		is_locked: flag("is_locked"),
		is_suspended: flag("is_suspended"),
		has_subject: flag("has_subject"),
		epoch: number32(&value["epoch"]),
		profile: optional(&value["profile"], |profile| SafetyProfile {
			hard: limits(profile),
			risk: risk(&profile["risk"]),
		}),
		soft: optional(&value["soft"], |soft| SoftLimits {
			max_single: number32(&soft["max_single"]),
			max_window: number32(&soft["max_window"]),
		}),
		doses: list(&value["doses"], |dose| Dose {
			at: number(&dose[0]),
			value: number32(&dose[1]),
		}),
	}
}

fn case(value: &Value) -> Case {
	assert_eq!(number(&value["actor"]), common::ANNA);
	Case {
		is_patient: value["is_patient"].as_bool().unwrap(),
		capacities: list(&value["capacities"], |capacity| Capacity {
			org: number32(&capacity[0]),
			roles: Roles::new(number(&capacity[1]) as u8).unwrap(),
			credential: credential(&capacity[2]),
		}),
		device: optional(&value["device"], device),
		consents: list(&value["consents"], consent),
		break_glass: optional(&value["break_glass"], |mask| {
			Actions::new(number(mask) as u16).unwrap()
		}),
		now: number(&value["now"]),
		request: Request {
			action: named(&value["action"], &Action::ALL),
			value: number32(&value["value"]),
			purpose: named(&value["purpose"], &Purpose::ALL),
		},
	}
}

fn decision(value: &Value) -> Decision {
	if value.is_string() {
		return Decision::Deny(named(value, &refusals()));
	}
	let basis = match value["basis"].as_array() {
		Some(consent) => Basis::Consent(number32(&consent[1])),
		None => named(&value["basis"], &[Basis::BreakGlass, Basis::Patient, Basis::Service]),
	};
	Decision::Permit {
		basis,
		org: optional(&value["org"], number32),
		need: number(&value["need"]) as u8,
		clinical: value["clinical"].as_bool().unwrap(),
		risk: risk(&value["risk"]),
	}
}

#[test]
fn decisions_should_be_the_published_ones() {
	let vectors = read(include_str!("../vectors/decisions.json"));
	assert!(vectors.len() > 200);
	for vector in vectors {
		assert_eq!(case(&vector).decide(), decision(&vector["decision"]), "{vector}");
	}
}
