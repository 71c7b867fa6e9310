// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use super::*;
use frame_support::traits::StorageInfoTrait;
use mote_pallet_testing::coverage::{
	assert_bounded, assert_documented, counted, hashers, indices_of, unmentioned, StorageHasher,
};

const SOURCES: [&str; 15] = [
	include_str!("attacks.rs"),
	include_str!("books.rs"),
	include_str!("certificates.rs"),
	include_str!("deposits.rs"),
	include_str!("disputes.rs"),
	include_str!("feeder.rs"),
	include_str!("idle.rs"),
	include_str!("meters.rs"),
	include_str!("orders.rs"),
	include_str!("privileges.rs"),
	include_str!("reads.rs"),
	include_str!("replay.rs"),
	include_str!("settlement.rs"),
	include_str!("shares.rs"),
	include_str!("zones.rs"),
];

#[test]
fn every_error_and_event_should_be_met_in_a_test() {
	assert_eq!(unmentioned::<Error<Test>>("Error::<Test>::", &SOURCES), Vec::<String>::new());
	assert_eq!(unmentioned::<Event<Test>>("Event::", &SOURCES), Vec::<String>::new());
}

#[test]
fn everything_in_the_metadata_should_be_documented() {
	assert_documented(Test::metadata().1, "EnergyTrading", 200);
}

#[test]
fn every_storage_item_should_have_a_bound() {
	assert_bounded(AllPalletsWithSystem::storage_info(), "EnergyTrading", 18, 7_300);
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
		"create_zone",
		"set_terms",
		"set_prices",
		"assess_zone",
		"retire_zone",
		"remove_zone",
		"add_float",
		"take_float",
		"register_meter",
		"approve_meter",
		"remove_meter",
		"open_market",
		"set_cap",
		"submit_order",
		"cancel_order",
		"clear",
		"submit_read",
		"prove_read",
		"estimate",
		"settle",
		"suspend",
		"curtail",
		"dispute",
		"decide",
		"end_dispute",
		"split_certificate",
		"merge_certificates",
		"transfer_certificate",
		"cancel_certificate",
		"withdraw_certificate",
		"expire_certificate",
		"pause",
		"unpause",
		"pay_claim",
		"claim_certificate",
		"drop_share",
	];
	assert_eq!(indices_of::<Call<Test>>(), counted(calls));
	let reasons = [
		HoldReason::Zone,
		HoldReason::Meter,
		HoldReason::Period,
		HoldReason::Order,
		HoldReason::Certificate,
		HoldReason::Escrow,
	];
	for (index, reason) in (0u8..).zip(reasons) {
		assert_eq!(reason.encode(), [index]);
	}
	let progress = [
		"Trading",
		"Clearing",
		"Releasing",
		"Delivering",
		"Settling",
		"Settled",
		"Paying",
		"Returning",
		"Frozen",
	];
	assert_eq!(indices_of::<Progress<u64>>(), counted(progress));
	assert_eq!(indices_of::<Direction>(), counted(["Consumer", "Producer", "Prosumer", "Feeder"]));
	assert_eq!(indices_of::<Approval>(), counted(["Pending", "Approved", "Certified"]));
	assert_eq!(indices_of::<ZoneStanding>(), counted(["Unassessed", "Approved", "Suspect"]));
	assert_eq!(indices_of::<ZoneStatus>(), counted(["Trading", "Retired"]));
	let sources = ["Unknown", "Solar", "Wind", "Hydro", "Biomass", "Storage"];
	assert_eq!(indices_of::<EnergySource>(), counted(sources));
	let reasons = ["NoCross", "GridFloatTooLow", "Suspended"];
	assert_eq!(indices_of::<NoTrade>(), counted(reasons));
	assert_eq!(indices_of::<Verdict>(), counted(["Traded", "NoTrade"]));
	let evidence = ["Metered", "Estimated", "Missing", "Decided"];
	assert_eq!(indices_of::<Evidence>(), counted(evidence));
	assert_eq!(indices_of::<PriceSource>(), counted(["Operator", "Feeds"]));
	let states = ["Issued", "Cancelled", "Withdrawn", "Carried"];
	assert_eq!(indices_of::<CertificateState<u64>>(), counted(states));
	assert_eq!(indices_of::<Beneficiary<u64>>(), counted(["Account", "Storage"]));
	let decisions = ["Rejected", "Corrected", "Undecided"];
	assert_eq!(indices_of::<Decision>(), counted(decisions));
	let stages = [
		"Scheduled",
		"Open",
		"Closed",
		"Cleared",
		"Delivering",
		"Metering",
		"Settling",
		"Settled",
		"Final",
		"NoTrade",
		"Suspended",
	];
	assert_eq!(indices_of::<Stage>(), counted(stages));
}

#[test]
fn keys_that_somebody_chooses_should_be_hashed_against_collisions() {
	let (chosen, assigned) = (StorageHasher::Blake2_128Concat, StorageHasher::Twox64Concat);
	let one = vec![assigned.clone()];
	let expected = [
		("Zones", one.clone()),
		("Meters", vec![chosen.clone()]),
		("Periods", one.clone()),
		("Books", one.clone()),
		("Pages", vec![assigned.clone(), assigned.clone()]),
		("Sweeps", one.clone()),
		("FeederChecks", one.clone()),
		("Legs", vec![assigned.clone(), chosen.clone(), chosen.clone()]),
		("Claims", vec![chosen.clone(), chosen.clone()]),
		("Certificates", one),
		("Carried", vec![assigned.clone(), assigned.clone()]),
		("Shares", vec![chosen.clone(), assigned, chosen]),
	];
	let expected = expected.map(|(name, hashers)| (name.to_string(), hashers));
	assert_eq!(hashers(Test::metadata().1, "EnergyTrading"), expected);
}
