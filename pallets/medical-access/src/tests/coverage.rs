// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound; and nothing has room for a
//! patient's data.

use super::*;
use codec::Encode;
use frame_support::{
	__private::metadata::{v14::StorageEntryType, RuntimeMetadata},
	pallet_prelude::*,
	traits::StorageInfoTrait,
};
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeDefPrimitive};
use std::collections::BTreeSet;

const SOURCES: [&str; 16] = [
	include_str!("audit.rs"),
	include_str!("break_glass.rs"),
	include_str!("commands.rs"),
	include_str!("compromise.rs"),
	include_str!("consents.rs"),
	include_str!("deposits.rs"),
	include_str!("devices.rs"),
	include_str!("doses.rs"),
	include_str!("members.rs"),
	include_str!("organisations.rs"),
	include_str!("patients.rs"),
	include_str!("pause.rs"),
	include_str!("profiles.rs"),
	include_str!("privileges.rs"),
	include_str!("receipts.rs"),
	include_str!("records.rs"),
];

#[test]
fn every_error_and_event_should_be_met_in_a_test() {
	assert_eq!(unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES), Vec::<String>::new());
	assert_eq!(unmentioned::<Event<Test>>("Event::", &SOURCES), Vec::<String>::new());
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "MedicalAccess", 400);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "MedicalAccess", 23, 3_000);
}

#[test]
fn every_call_should_have_a_weight() {
	use frame_support::dispatch::GetDispatchInfo;
	for case in privileges::cases() {
		new_test_ext().execute_with(|| {
			let device = build_hospital();
			let weight = (case.call)(&device).get_dispatch_info().call_weight;
			assert!(weight.any_gt(Weight::zero()), "{} is free", case.name);
		});
	}
}

/// Every type that `id` is made of, by the path to it.
fn walk(
	types: &PortableRegistry,
	id: u32,
	path: &str,
	seen: &mut BTreeSet<u32>,
	found: &mut Vec<(String, String)>,
) {
	let ty: &scale_info::Type<PortableForm> = types.resolve(id).unwrap();
	let name = ty.path.segments.join("::");
	let here = if name.is_empty() { path.to_string() } else { format!("{path}/{name}") };
	if !seen.insert(id) {
		return;
	}
	let mut go = |id: u32, seen: &mut BTreeSet<u32>| walk(types, id, &here, seen, found);
	match &ty.type_def {
		TypeDef::Composite(composite) =>
			composite.fields.iter().for_each(|field| go(field.ty.id, seen)),
		TypeDef::Variant(variants) => variants
			.variants
			.iter()
			.flat_map(|variant| &variant.fields)
			.for_each(|field| go(field.ty.id, seen)),
		TypeDef::Tuple(tuple) => tuple.fields.iter().for_each(|field| go(field.id, seen)),
		TypeDef::Array(array) => go(array.type_param.id, seen),
		TypeDef::Compact(compact) => go(compact.type_param.id, seen),
		TypeDef::Sequence(sequence) => {
			let of = types.resolve(sequence.type_param.id).unwrap();
			let is_bytes = matches!(of.type_def, TypeDef::Primitive(TypeDefPrimitive::U8));
			let kind = if is_bytes { "bytes" } else { "list" };
			found.push((here.clone(), kind.to_string()));
			walk(types, sequence.type_param.id, &here, seen, found);
		},
		TypeDef::Primitive(TypeDefPrimitive::Str | TypeDefPrimitive::Char) =>
			found.push((here.clone(), "text".to_string())),
		TypeDef::Primitive(_) => {},
		TypeDef::BitSequence(_) => found.push((here.clone(), "bytes".to_string())),
	}
}

#[test]
fn nothing_should_have_room_for_free_text_or_be_without_a_bound() {
	let RuntimeMetadata::V14(metadata) = Test::metadata().1 else { panic!("another version") };
	let types = &metadata.types;
	let pallet = metadata.pallets.iter().find(|it| it.name == "MedicalAccess").unwrap();
	let mut roots =
		vec![pallet.calls.as_ref().unwrap().ty.id, pallet.event.as_ref().unwrap().ty.id];
	let entries = &pallet.storage.as_ref().unwrap().entries;
	for entry in entries {
		match &entry.ty {
			StorageEntryType::Plain(value) => roots.push(value.id),
			StorageEntryType::Map { key, value, .. } => roots.extend([key.id, value.id]),
		}
	}
	assert_eq!((entries.len(), roots.len()), (23, 2 + 3 + 20 * 2));
	let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
	for root in roots {
		walk(types, root, "", &mut seen, &mut found);
	}
	assert!(seen.len() > 100, "only {} types were looked at", seen.len());
	// The id of content elsewhere is a hash with its codec: at most 64 bytes.
	let (bytes, lists): (Vec<_>, Vec<_>) = found.iter().partition(|(_, kind)| kind != "list");
	assert_eq!(bytes.len(), 1, "{bytes:?}");
	assert!(bytes[0].1 == "bytes" && bytes[0].0.contains("ContentId/"), "{bytes:?}");
	for (path, _) in lists {
		assert!(path.contains("BoundedVec"), "{path} has no bound");
	}
}

#[test]
fn indices_should_stay_as_published() {
	let calls = [
		"register_organisation",
		"accredit_organisation",
		"set_break_glass_bond",
		"transfer_admin",
		"accept_admin",
		"remove_organisation",
		"admit_credential_list",
		"add_member",
		"change_member",
		"remove_member",
		"report_compromise",
		"list_suspect_commands",
		"enrol_device",
		"withdraw_device",
		"lock_device",
		"admit_patient",
		"discharge_patient",
		"remove_patient",
		"assign_device",
		"unassign_device",
		"appoint_reviewer",
		"set_profile",
		"remove_profile",
		"propose_soft_limits",
		"confirm_soft_limits",
		"draft_consent",
		"activate_consent",
		"grant_consent",
		"revoke_consent",
		"mark_consent_in_error",
		"remove_consent",
		"request_command",
		"approve_command",
		"cancel_command",
		"carry_receipt",
		"expire_command",
		"remove_command",
		"log_access",
		"break_glass",
		"close_break_glass",
		"review_break_glass",
		"flag_overdue",
		"remove_break_glass",
		"add_record",
		"share_record",
		"open_record",
		"remove_key",
		"erase_record",
		"remove_record",
		"pause",
		"unpause",
		"lift_bar",
		"assign_review",
	];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	let reasons = [
		HoldReason::Organisation,
		HoldReason::Member,
		HoldReason::Device,
		HoldReason::Patient,
		HoldReason::Consent,
		HoldReason::Profile,
		HoldReason::Command,
		HoldReason::BreakGlass,
		HoldReason::Record,
		HoldReason::Key,
		HoldReason::BreakGlassBond,
	];
	for (index, reason) in (0u8..).zip(reasons) {
		assert_eq!(reason.encode(), [index]);
	}
	assert_eq!(indices_of::<SoftwareClass>(), counted(["A", "B", "C"]));
	assert_eq!(indices_of::<Listing>(), counted(["Complete", "After"]));
	let states = [
		"Proposed",
		"Authorised",
		"Acknowledged",
		"Executed",
		"Failed",
		"Rejected",
		"Cancelled",
		"Expired",
	];
	assert_eq!(indices_of::<CommandState>(), counted(states));
	let reasons = [
		"Withdrawn",
		"ConsentGone",
		"MemberGone",
		"Compromised",
		"DeviceLocked",
		"DeviceGone",
		"Denied",
		"BreakGlassClosed",
		"ConsentDenied",
		"Overtaken",
	];
	assert_eq!(indices_of::<CancelReason>(), counted(reasons));
	let reasons = [
		"CardiacArrest",
		"Unconscious",
		"SevereHypoglycaemia",
		"DeviceFailure",
		"Disaster",
		"OtherThreatToLife",
	];
	assert_eq!(indices_of::<BreakGlassReason>(), counted(reasons));
	let kinds = ["Observation", "Medication", "Imaging", "Report", "Other"];
	assert_eq!(indices_of::<RecordKind>(), counted(kinds));
}

#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let (chosen, assigned) = (StorageHasher::Blake2_128Concat, StorageHasher::Twox64Concat);
	let one = |hasher: &StorageHasher| vec![hasher.clone()];
	let two = |first: &StorageHasher, second: &StorageHasher| vec![first.clone(), second.clone()];
	let expected = [
		("Organisations", one(&assigned)),
		("CredentialLists", one(&assigned)),
		("Members", two(&assigned, &chosen)),
		("Bars", two(&assigned, &chosen)),
		("Memberships", one(&chosen)),
		("CredentialHolders", one(&chosen)),
		("MedicalDevices", one(&chosen)),
		("LastCommands", one(&chosen)),
		("Patients", one(&chosen)),
		("Consents", two(&chosen, &assigned)),
		("Profiles", two(&chosen, &assigned)),
		("Commands", two(&chosen, &assigned)),
		("InvolvedIn", one(&chosen)),
		("ExecutedFor", two(&chosen, &chosen)),
		("WindowDoses", two(&chosen, &assigned)),
		("BreakGlasses", one(&assigned)),
		("Unreviewed", two(&chosen, &chosen)),
		("EmergencyStandings", one(&chosen)),
		("Records", one(&chosen)),
		("AuditLogs", one(&chosen)),
	];
	let expected: Vec<_> = expected
		.into_iter()
		.map(|(name, hashers)| (name.to_string(), hashers))
		.collect();
	assert_eq!(hashers(Test::metadata().1, "MedicalAccess"), expected);
}
