// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{self as pallet_sensor_feeds, FeedSpec, HoldReason, Moment};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU64, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
pub use mote_pallet_testing::{KeyLife, Signer, TestDevice, TestRegistry};
use mote_primitives::{
	oracle_commitment, FeedId, KeyAlgorithm, ModelId, OracleContent, OracleReport, Unit,
};
use sp_core::H256;
use sp_runtime::BuildStorage;
use std::collections::BTreeMap;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(57)]
	pub type SensorFeeds = pallet_sensor_feeds;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

pub const SECOND: Moment = 1_000;
pub const MINUTE: Moment = 60 * SECOND;
pub const HOUR: Moment = 60 * MINUTE;
pub const BOND: u64 = 500;

parameter_types! {
	pub const FeedHold: RuntimeHoldReason = RuntimeHoldReason::SensorFeeds(HoldReason::Feed);
	pub const OracleHold: RuntimeHoldReason = RuntimeHoldReason::SensorFeeds(HoldReason::Oracle);
}

type Price = LinearStoragePrice<ConstU64<50>, ConstU64<1>, u64>;

impl pallet_sensor_feeds::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Currency = Balances;
	type Pot = ConstU64<POT>;
	type FeedTicket = HoldConsideration<u64, Balances, FeedHold, Price>;
	type OracleTicket = HoldConsideration<u64, Balances, OracleHold, Price>;
	type OracleBond = ConstU64<BOND>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkWorld;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<u64> for BenchmarkWorld {
	fn set_time(now: Moment) {
		set_now(now);
	}

	fn device(key: mote_primitives::DeviceKey) -> (u64, mote_primitives::DeviceId) {
		let device = mote_primitives::DeviceId::from_key(&key);
		TestRegistry::add_device(device, OWNER, MODEL, key);
		(OWNER, device)
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, 1_000 * START);
	}
}

pub const MODEL: ModelId = ModelId { manufacturer: 0, product: 1 };

/// Where lost bonds go.
pub const POT: u64 = 1;
/// Makes feeds.
pub const MAKER: u64 = 2;
/// Owns the devices.
pub const OWNER: u64 = 3;
/// Buys a device.
pub const BUYER: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Carries what devices signed to the chain.
pub const CARRIER: u64 = 6;
/// Cannot pay anything.
pub const POOR: u64 = 7;

pub const EVERYBODY: [u64; 7] = [POT, MAKER, OWNER, BUYER, STRANGER, CARRIER, POOR];
pub const START: u64 = 1_000_000;
pub const T0: Moment = 1_767_225_600_000;
pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);

/// A temperature that is reported openly.
pub const OPEN: FeedSpec = FeedSpec {
	unit: Unit::Celsius,
	scale: -1,
	min_reports: 3,
	open_ms: MINUTE,
	reveal_ms: None,
	interval_ms: 5 * MINUTE,
	heartbeat_ms: HOUR,
	floor: 0,
};

/// The same with commitments.
pub const HIDDEN: FeedSpec = FeedSpec { reveal_ms: Some(MINUTE), ..OPEN };

pub fn new_test_ext() -> sp_io::TestExternalities {
	TestRegistry::reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	// The pot begins to exist with the first bond that is lost.
	let accounts = EVERYBODY.into_iter().filter(|who| *who != POT);
	let balances = accounts.map(|who| (who, if who == POOR { 10 } else { START })).collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		frame_system::BlockHash::<Test>::insert(0, GENESIS);
		System::set_block_number(1);
		set_now(T0);
	});
	ext
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext_with_keystore() -> sp_io::TestExternalities {
	use sp_keystore::{testing::MemoryKeystore, KeystoreExt};

	let mut ext = new_test_ext();
	ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	ext
}

/// Runs `test` at block 1, then checks everything that must stay true.
pub fn run<R>(test: impl FnOnce() -> R) -> R {
	new_test_ext().execute_with(|| {
		let result = test();
		check_everything();
		result
	})
}

pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn pass(ms: Moment) {
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a record.
pub fn check_everything() {
	SensorFeeds::do_try_state().unwrap();
	let mut expected = BTreeMap::<(u64, u8), u64>::new();
	let mut add = |who: u64, reason: HoldReason, amount: u64| {
		*expected.entry((who, reason as u8)).or_default() += amount;
	};
	let worth = |ticket: Vec<u8>| u64::decode(&mut &ticket[..]).unwrap();
	for (_, feed) in crate::Feeds::<Test>::iter() {
		add(feed.owner, HoldReason::Feed, worth(feed.ticket.encode()));
	}
	for (_, _, oracle) in crate::Oracles::<Test>::iter() {
		add(oracle.depositor, HoldReason::Oracle, worth(oracle.ticket.encode()));
		if let Some(bond) = oracle.bond {
			add(bond.holder, HoldReason::Bond, bond.amount);
		}
	}
	for who in EVERYBODY {
		for reason in [HoldReason::Feed, HoldReason::Oracle, HoldReason::Bond] {
			let wanted = expected.get(&(who, reason as u8)).copied().unwrap_or_default();
			assert_eq!(on_hold(who, reason), wanted, "{who} for {reason:?}");
		}
	}
}

pub fn on_hold(who: u64, reason: HoldReason) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::SensorFeeds(reason), &who)
}

pub fn device(seed: u32) -> TestDevice {
	let device = TestDevice::new(KeyAlgorithm::ALL[seed as usize % 4], seed);
	device.register(OWNER, MODEL);
	device
}

/// A feed to which this many devices report.
pub fn feed_of(spec: FeedSpec, devices: u32) -> (FeedId, Vec<TestDevice>) {
	let devices: Vec<_> = (0..devices).map(device).collect();
	(feed_with(spec, &devices), devices)
}

/// A feed to which these devices report.
pub fn feed_with(spec: FeedSpec, devices: &[TestDevice]) -> FeedId {
	let feed = crate::NextFeed::<Test>::get();
	SensorFeeds::create_feed(RuntimeOrigin::signed(MAKER), spec).unwrap();
	for device in devices {
		SensorFeeds::admit(RuntimeOrigin::signed(MAKER), feed, device.id()).unwrap();
		SensorFeeds::join(RuntimeOrigin::signed(OWNER), feed, device.id()).unwrap();
	}
	feed
}

pub fn open(feed: FeedId) {
	SensorFeeds::open_round(RuntimeOrigin::signed(STRANGER), feed).unwrap();
}

/// What a device reports to the open round of the feed.
pub fn report_of(feed: FeedId, device: &TestDevice, content: OracleContent) -> OracleReport {
	let round = SensorFeeds::round(feed).map_or(0, |round| round.number);
	OracleReport { feed, round, device: device.id(), at: now(), content }
}

pub fn say(
	feed: FeedId,
	device: &TestDevice,
	content: OracleContent,
) -> frame_support::pallet_prelude::DispatchResult {
	let report = report_of(feed, device, content);
	let signature = device.op(0).sign(&GENESIS, &report);
	SensorFeeds::report(RuntimeOrigin::signed(CARRIER), report, 0, signature)
}

pub const SALT: [u8; 32] = [7; 32];

/// A commitment of the device to a value, for the open round of the feed.
pub fn commitment(feed: FeedId, device: &TestDevice, value: i64) -> OracleContent {
	let round = SensorFeeds::round(feed).map_or(0, |round| round.number);
	OracleContent::Commitment(oracle_commitment(value, &SALT, &device.id(), round))
}

pub fn value(feed: FeedId, device: &TestDevice, value: i64) {
	say(feed, device, OracleContent::Value(value)).unwrap();
}

/// A round in which each device reports its value, from opening to closing.
pub fn whole_round(feed: FeedId, devices: &[TestDevice], values: &[i64]) {
	open(feed);
	for (device, reported) in devices.iter().zip(values) {
		value(feed, device, *reported);
	}
	pass(MINUTE);
	SensorFeeds::close_round(RuntimeOrigin::signed(STRANGER), feed).unwrap();
	pass(4 * MINUTE);
}
