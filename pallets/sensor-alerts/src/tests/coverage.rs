// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::traits::StorageInfoTrait;
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};

const SOURCES: [&str; 3] =
	[include_str!("privileges.rs"), include_str!("rules.rs"), include_str!("watching.rs")];

#[test]
fn every_error_and_event_should_be_met_in_a_test() {
	assert_eq!(unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES), Vec::<String>::new());
	assert_eq!(unmentioned::<Event<Test>>("Event::", &SOURCES), Vec::<String>::new());
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "SensorAlerts", 40);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "SensorAlerts", 2, 640);
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
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	let record = RuleRecordOf::<Test>::max_encoded_len() as u64;
	assert!(SensorAlerts::rule_footprint().size > record);
}

#[test]
fn indices_should_stay_as_published() {
	let calls = ["set_rule", "remove_rule", "reset_rule", "report_gap", "pause", "unpause"];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	assert_eq!(HoldReason::Rule.encode(), [0]);
	assert_eq!(indices_of::<RuleState>(), counted(["Normal", "Pending", "Alarm"]));
}

#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let chosen = StorageHasher::Blake2_128Concat;
	let expected = [("Rules".to_string(), vec![chosen.clone(), chosen])];
	assert_eq!(hashers(Test::metadata().1, "SensorAlerts"), expected);
}
