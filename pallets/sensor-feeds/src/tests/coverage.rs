// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::traits::StorageInfoTrait;
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};

const SOURCES: [&str; 6] = [
	include_str!("deposits.rs"),
	include_str!("feeds.rs"),
	include_str!("oracles.rs"),
	include_str!("privileges.rs"),
	include_str!("replay.rs"),
	include_str!("rounds.rs"),
];

#[test]
fn every_error_and_event_should_be_met_in_a_test() {
	assert_eq!(unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES), Vec::<String>::new());
	assert_eq!(unmentioned::<Event<Test>>("Event::", &SOURCES), Vec::<String>::new());
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "SensorFeeds", 90);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "SensorFeeds", 6, 4_400);
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
		"create_feed",
		"close_feed",
		"remove_feed",
		"admit",
		"expel",
		"join",
		"leave",
		"open_round",
		"report",
		"close_round",
		"pause",
		"unpause",
	];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	for (index, reason) in (0u8..).zip([HoldReason::Feed, HoldReason::Oracle, HoldReason::Bond]) {
		assert_eq!(reason.encode(), [index]);
	}
	assert_eq!(indices_of::<Said>(), counted(["Value", "Commitment"]));
}

#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let (chosen, assigned) = (StorageHasher::Blake2_128Concat, StorageHasher::Twox64Concat);
	let expected = [
		("Feeds", vec![assigned.clone()]),
		("Oracles", vec![assigned.clone(), chosen]),
		("Rounds", vec![assigned.clone()]),
		("Results", vec![assigned]),
	];
	let expected = expected.map(|(name, hashers)| (name.to_string(), hashers));
	assert_eq!(hashers(Test::metadata().1, "SensorFeeds"), expected);
}
