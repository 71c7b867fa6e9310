// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::traits::StorageInfoTrait;
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};

/// The tests' own source, without this file and the model.
const SOURCES: [&str; 10] = [
	include_str!("batches.rs"),
	include_str!("deposits.rs"),
	include_str!("lane.rs"),
	include_str!("prepaid.rs"),
	include_str!("privileges.rs"),
	include_str!("proofs.rs"),
	include_str!("readings.rs"),
	include_str!("replay.rs"),
	include_str!("sources.rs"),
	include_str!("streams.rs"),
];

#[test]
fn every_error_should_be_reached_by_a_test() {
	let missing = unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES);
	// The lane's own errors are refusals of transactions: `LaneFull` is met as "exhausts
	// resources".
	assert_eq!(missing, ["LaneFull"], "no test reaches these errors");
}

#[test]
fn every_event_should_be_expected_by_a_test() {
	let missing = unmentioned::<Event<Test>>("Event::", &SOURCES);
	assert_eq!(missing, Vec::<String>::new(), "no test expects these events");
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "SensorAttestation", 150);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "SensorAttestation", 8, 1_024);
}

#[test]
fn every_call_should_have_a_weight() {
	use frame_support::dispatch::GetDispatchInfo;
	for case in privileges::cases() {
		run(|| {
			let weight = (case.call)().get_dispatch_info().call_weight;
			assert!(weight.any_gt(Weight::zero()), "{} is free", case.name);
		});
	}
}

#[test]
fn indices_should_stay_as_published() {
	let calls = [
		"describe_stream",
		"withdraw_description",
		"enrol",
		"remove_source",
		"set_lane",
		"close_lane",
		"declare_stream",
		"remove_stream",
		"name_gateway",
		"remove_gateway",
		"carry_reading",
		"submit_reading",
		"submit_batch",
		"assert_batch",
		"prove_reading",
		"challenge_batch",
		"record_erasure",
		"prune_batch",
		"pause",
		"unpause",
		"prepay_batches",
		"retire_stream",
	];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	for (index, reason) in (0u8..).zip(HOLD_REASONS) {
		assert_eq!(reason.encode(), [index]);
	}
	assert_eq!(indices_of::<Declaration>(), counted(["Own", "OfModel"]));
	assert_eq!(indices_of::<Evidence>(), counted(["Reading", "Neighbours"]));
}

/// Hashers, by how the keys come about: whoever chooses a key must not choose where it lies.
#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let maps = hashers(Test::metadata().1, "SensorAttestation");
	assert_eq!(maps.len(), 5);
	for (name, hashers) in maps {
		assert!(hashers.iter().all(|hasher| *hasher == StorageHasher::Blake2_128Concat), "{name}");
	}
}
