// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::traits::StorageInfoTrait;
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};

const SOURCES: [&str; 3] =
	[include_str!("audits.rs"), include_str!("pins.rs"), include_str!("privileges.rs")];

#[test]
fn every_error_and_event_should_be_met_in_a_test() {
	assert_eq!(unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES), Vec::<String>::new());
	assert_eq!(unmentioned::<Event<Test>>("Event::", &SOURCES), Vec::<String>::new());
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "DataAvailability", 75);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "DataAvailability", 3, 400);
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
		"pin",
		"announce_unpin",
		"unpin",
		"release_pin",
		"open_audit",
		"answer_audit",
		"reveal_audit",
		"prove_audit",
		"close_audit",
		"pause",
		"unpause",
	];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	for (index, reason) in (0u8..).zip([HoldReason::Pin, HoldReason::Audit]) {
		assert_eq!(reason.encode(), [index]);
	}
	assert_eq!(indices_of::<Phase>(), counted(["Opened", "Answered", "Revealed"]));
	assert_eq!(indices_of::<AuditEnd>(), counted(["Passed", "Failed", "Abandoned", "Void"]));
}

#[test]
fn configuration_that_cannot_work_should_be_refused() {
	fn check() {
		use frame_support::traits::Hooks;
		<DataAvailability as Hooks<u64>>::integrity_test();
	}
	check();
	let cases: [(&str, fn()); 6] = [
		("MaxPins = 0 ", || MaxPins::set(0)),
		("AuditTerm = 0 ", || AuditTerm::set(0)),
		("PinBond = 0 ", || PinBond::set(0)),
		("AuditFee >= AuditBond ", || AuditFee::set(AUDIT_BOND)),
		("UnpinNotice < AuditTerm ", || UnpinNotice::set(DAY - 1)),
		("AuditPause < AuditTerm ", || AuditPause::set(DAY - 1)),
	];
	for (why, set) in cases {
		// On a thread of its own, where everything else is as it should be.
		let refused = std::thread::spawn(move || {
			set();
			check();
		});
		let said = *refused.join().unwrap_err().downcast::<&str>().unwrap();
		assert!(said.starts_with(why), "{said}");
	}
}

#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let chosen = StorageHasher::Blake2_128Concat;
	let expected = [
		("Pins".to_string(), vec![chosen.clone(), chosen.clone()]),
		("PinCounts".to_string(), vec![chosen]),
	];
	assert_eq!(hashers(Test::metadata().1, "DataAvailability"), expected);
}
