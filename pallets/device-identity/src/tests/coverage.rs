// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::{
	__private::metadata::{v14::StorageEntryMetadata, RuntimeMetadata},
	traits::{PalletInfo, StorageInfoTrait},
};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeInfo, Variant};

/// The tests' own source, without this file.
const SOURCES: [&str; 14] = [
	include_str!("care.rs"),
	include_str!("deposits.rs"),
	include_str!("did.rs"),
	include_str!("keys.rs"),
	include_str!("manufacturers.rs"),
	include_str!("models.rs"),
	include_str!("operators.rs"),
	include_str!("ownership.rs"),
	include_str!("privileges.rs"),
	include_str!("provisioning.rs"),
	include_str!("registration.rs"),
	include_str!("registry.rs"),
	include_str!("replay.rs"),
	include_str!("vouchers.rs"),
];

fn variants_of<V: TypeInfo>() -> Vec<String> {
	match V::type_info().type_def {
		TypeDef::Variant(variants) =>
			variants.variants.iter().map(|v| v.name.to_string()).collect(),
		_ => panic!("not an enum"),
	}
}

/// Whether a test says `prefix` and then exactly `name`.
fn is_mentioned(prefix: &str, name: &str) -> bool {
	SOURCES.iter().any(|source| {
		source.match_indices(&format!("{prefix}{name}")).any(|(at, found)| {
			!source[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
		})
	})
}

#[test]
fn every_error_should_be_reached_by_a_test() {
	let missing: Vec<_> = variants_of::<Error<Test>>()
		.into_iter()
		// Added by the macros for a type parameter that nothing else uses.
		.filter(|name| name != "__Ignore")
		.filter(|name| !is_mentioned("Error::<Test>::", name))
		.collect();
	assert_eq!(missing, Vec::<String>::new(), "no test reaches these errors");
}

#[test]
fn every_event_should_be_expected_by_a_test() {
	let missing: Vec<_> = variants_of::<Event<Test>>()
		.into_iter()
		.filter(|name| name != "__Ignore")
		.filter(|name| !is_mentioned("Event::", name))
		.collect();
	assert_eq!(missing, Vec::<String>::new(), "no test expects these events");
}

#[test]
fn every_reason_to_distrust_should_be_reached_by_a_test() {
	use mote_primitives::{Distrust, NoAuthority};
	for name in variants_of::<NoAuthority>() {
		assert!(is_mentioned("NoAuthority::", &name), "no test reaches NoAuthority::{name}");
	}
	for name in variants_of::<Distrust>() {
		assert!(is_mentioned("Distrust::", &name), "no test reaches Distrust::{name}");
	}
}

fn variants(registry: &PortableRegistry, id: u32) -> &[Variant<PortableForm>] {
	match &registry.resolve(id).unwrap().type_def {
		TypeDef::Variant(variants) => &variants.variants,
		_ => panic!("not an enum"),
	}
}

fn is_documented(docs: &[String]) -> bool {
	docs.iter().any(|line| !line.trim().is_empty())
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	let RuntimeMetadata::V14(metadata) = Test::metadata().1 else {
		panic!("metadata of another version");
	};
	let pallet = metadata.pallets.iter().find(|p| p.name == "DeviceIdentity").unwrap();
	let mut silent = Vec::new();
	let mut checked = 0;
	let mut check = |what: String, docs: &[String]| {
		checked += 1;
		if !is_documented(docs) {
			silent.push(what);
		}
	};

	let calls = variants(&metadata.types, pallet.calls.as_ref().unwrap().ty.id);
	for call in calls {
		check(format!("call {}", call.name), &call.docs);
		let text = call.docs.join("\n");
		assert!(text.contains("- `origin`: "), "call {} does not say who may call", call.name);
		assert!(text.contains("Emits ["), "call {} does not say what it emits", call.name);
		for field in &call.fields {
			let name = field.name.as_ref().unwrap();
			assert!(
				text.contains(&format!("- `{name}`: ")),
				"call {} does not explain {name}",
				call.name
			);
		}
	}
	for event in variants(&metadata.types, pallet.event.as_ref().unwrap().ty.id) {
		check(format!("event {}", event.name), &event.docs);
		for field in &event.fields {
			let name = field.name.as_ref().unwrap();
			check(format!("field {name} of event {}", event.name), &field.docs);
		}
	}
	for error in variants(&metadata.types, pallet.error.as_ref().unwrap().ty.id) {
		check(format!("error {}", error.name), &error.docs);
	}
	let entries: &[StorageEntryMetadata<PortableForm>] = &pallet.storage.as_ref().unwrap().entries;
	for entry in entries {
		check(format!("storage item {}", entry.name), &entry.docs);
	}
	for constant in &pallet.constants {
		check(format!("constant {}", constant.name), &constant.docs);
	}
	assert_eq!(silent, Vec::<String>::new(), "these have no docs");
	assert!(checked > 190, "only {checked} things were looked at");
}

#[test]
fn every_storage_item_should_have_a_bound() {
	let name = <Test as frame_system::Config>::PalletInfo::name::<DeviceIdentity>().unwrap();
	let infos: Vec<_> = AllPalletsWithSystem::storage_info()
		.into_iter()
		.filter(|info| info.pallet_name == name.as_bytes())
		.collect();
	assert_eq!(infos.len(), 13);
	for info in infos {
		let entry = String::from_utf8(info.storage_name).unwrap();
		let size = info.max_size.unwrap_or_else(|| panic!("{entry} has no bound"));
		assert!(size < 2_048, "{entry} may take {size} bytes");
	}
}

#[test]
fn every_call_should_have_a_weight() {
	use frame_support::dispatch::GetDispatchInfo;
	for case in privileges::cases() {
		ExtBuilder::default().build_and_execute(|| {
			let call = (case.call)();
			let weight = call.get_dispatch_info().call_weight;
			assert!(weight.any_gt(Weight::zero()), "{} is free", case.name);
		});
	}
}

#[test]
fn indices_should_stay_as_published() {
	let calls: Vec<_> = match Call::<Test>::type_info().type_def {
		TypeDef::Variant(variants) => variants.variants.iter().map(|v| (v.index, v.name)).collect(),
		_ => panic!("not an enum"),
	};
	let expected = [
		"propose_manufacturer",
		"approve_manufacturer",
		"suspend_manufacturer",
		"revoke_manufacturer",
		"withdraw_manufacturer",
		"set_root_keys",
		"add_model",
		"certify_model",
		"remove_model",
		"register",
		"activate",
		"offer_transfer",
		"cancel_transfer",
		"accept_transfer",
		"add_key",
		"rotate_key",
		"rotate_key_signed",
		"revoke_key",
		"prune_key",
		"suspend",
		"report_lost",
		"reactivate",
		"decommission",
		"revoke",
		"prune_device",
		"pause",
		"unpause",
		"open_batch",
		"close_batch",
		"claim",
		"claim_with_voucher",
		"name_operator",
		"remove_operator",
	];
	assert_eq!(calls, (0u8..).zip(expected).collect::<Vec<_>>());
	for (index, reason) in (0u8..).zip(HOLD_REASONS) {
		assert_eq!(codec::Encode::encode(&reason), vec![index]);
	}
}
