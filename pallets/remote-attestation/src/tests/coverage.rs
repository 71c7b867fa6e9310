// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use codec::Encode;
use frame_support::{
	__private::metadata::{v14::StorageEntryMetadata, RuntimeMetadata},
	traits::{PalletInfo, StorageInfoTrait},
};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeInfo, Variant};

/// The tests' own source, without this file and the model.
const SOURCES: [&str; 7] = [
	include_str!("challenges.rs"),
	include_str!("deposits.rs"),
	include_str!("privileges.rs"),
	include_str!("replay.rs"),
	include_str!("results.rs"),
	include_str!("verifiers.rs"),
	include_str!("vetting.rs"),
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
fn every_reason_that_the_pallet_gives_should_be_expected_by_a_test() {
	let own = [
		"UnknownDevice",
		"NotAttested",
		"AttestationExpired",
		"AttestationRefused",
		"DebugEnabled",
		"VerifierNotApproved",
	];
	let all = variants_of::<Distrust>();
	let missing: Vec<_> = own
		.into_iter()
		.filter(|name| {
			!all.iter().any(|variant| variant == name) || !is_mentioned("Distrust::", name)
		})
		.collect();
	assert_eq!(missing, Vec::<&str>::new(), "no test expects these reasons");
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
	let pallet = metadata.pallets.iter().find(|p| p.name == "RemoteAttestation").unwrap();
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
	assert!(checked > 70, "only {checked} things were looked at");
}

#[test]
fn every_storage_item_should_have_a_bound() {
	let name = <Test as frame_system::Config>::PalletInfo::name::<RemoteAttestation>().unwrap();
	let infos: Vec<_> = AllPalletsWithSystem::storage_info()
		.into_iter()
		.filter(|info| info.pallet_name == name.as_bytes())
		.collect();
	assert_eq!(infos.len(), 7);
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
		ExtBuilder.build_and_execute(|| {
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
		"register_verifier",
		"approve_verifier",
		"suspend_verifier",
		"withdraw_verifier",
		"request_challenge",
		"prune_challenge",
		"post_result",
		"retract_result",
		"prune_result",
		"set_policy",
		"remove_policy",
		"pause",
		"unpause",
	];
	assert_eq!(calls, (0u8..).zip(expected).collect::<Vec<_>>());
	assert_eq!(HOLD_REASONS.map(|reason| reason.encode()), [[0], [1], [2]]);
	use VerifierStatus::{Approved, Proposed, Suspended};
	assert_eq!([Proposed, Approved, Suspended].map(|status| status.encode()), [[0], [1], [2]]);
	// These are the values of `dbgstat` in RFC 9711.
	use DebugStatus::*;
	assert_eq!(
		[Enabled, Disabled, DisabledSinceBoot, DisabledPermanently, DisabledFullyAndPermanently]
			.map(|status| status.encode()),
		[[0], [1], [2], [3], [4]]
	);
	use Tier::{Affirming, Contraindicated, None, Warning};
	assert_eq!(
		[None, Affirming, Warning, Contraindicated].map(|tier| tier.encode()),
		[[0], [1], [2], [3]]
	);
	assert_eq!((TierSet::AFFIRMING.bits(), TierSet::ALL.bits()), (0b0010, 0b1111));
}

fn check_integrity() {
	use frame_support::traits::Hooks;
	<RemoteAttestation as Hooks<u64>>::integrity_test();
}

#[test]
fn configuration_of_the_tests_should_be_accepted() {
	check_integrity();
	assert_eq!((ChallengePeriod::get(), MaxResultTerm::get()), (PERIOD, MAX_TERM));
}

#[test]
#[should_panic(expected = "ChallengePeriod = 0")]
fn configuration_should_be_refused_when_no_challenge_could_be_answered() {
	ChallengePeriod::set(0);
	check_integrity();
}

#[test]
#[should_panic(expected = "MaxResultTerm = 0")]
fn configuration_should_be_refused_when_no_result_could_be_posted() {
	MaxResultTerm::set(0);
	check_integrity();
}
