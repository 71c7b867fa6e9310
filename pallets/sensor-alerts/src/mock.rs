// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{self as pallet_sensor_alerts, HoldReason, Moment, RuleSpec};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU32, ConstU64, LinearStoragePrice,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
pub use mote_pallet_testing::{TestDevice, TestRegistry};
use mote_primitives::{
	AcceptedReading, Alert, AlertSeverity, DataClass, DeviceId, Implausible, KeyAlgorithm, ModelId,
	OnAlert, OnReading, Quality, Reading, StreamId, StreamKind, StreamRegistry, StreamSpec, Unit,
};
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

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
	#[runtime::pallet_index(56)]
	pub type SensorAlerts = pallet_sensor_alerts;
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
pub const MAX_RULES: u32 = 3;

parameter_types! {
	pub const RuleHold: RuntimeHoldReason = RuntimeHoldReason::SensorAlerts(HoldReason::Rule);
}

impl pallet_sensor_alerts::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Streams = TestStreams;
	type OnAlert = Listener;
	type RuleTicket = HoldConsideration<
		u64,
		Balances,
		RuleHold,
		LinearStoragePrice<ConstU64<50>, ConstU64<1>, u64>,
	>;
	type MaxRules = ConstU32<MAX_RULES>;
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

	fn stream() -> (u64, DeviceId, StreamId, StreamSpec) {
		let device = TestDevice::new(KeyAlgorithm::Ed25519, 9);
		device.register(OWNER, MODEL);
		TestStreams::declare(device.id(), spec());
		(OWNER, device.id(), STREAM, spec())
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, 1_000 * START);
	}
}

#[derive(Default)]
struct World {
	streams: BTreeMap<DeviceId, (StreamSpec, u64)>,
	declarations: u64,
	alerts: Vec<Alert>,
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

/// Stands for who keeps the streams. A device has one, of number [`STREAM`].
pub struct TestStreams;

impl TestStreams {
	/// Declares the stream, or declares it anew.
	pub fn declare(device: DeviceId, spec: StreamSpec) {
		WORLD.with(|world| {
			let mut world = world.borrow_mut();
			world.declarations += 1;
			let incarnation = world.declarations;
			world.streams.insert(device, (spec, incarnation));
		});
	}

	pub fn remove(device: DeviceId) {
		WORLD.with(|world| world.borrow_mut().streams.remove(&device));
	}
}

impl StreamRegistry for TestStreams {
	fn spec(device: &DeviceId, stream: StreamId) -> Option<StreamSpec> {
		WORLD
			.with(|world| world.borrow().streams.get(device).map(|(spec, _)| *spec))
			.filter(|_| stream == STREAM)
	}

	fn incarnation(device: &DeviceId, stream: StreamId) -> Option<u64> {
		WORLD
			.with(|world| world.borrow().streams.get(device).map(|(_, incarnation)| *incarnation))
			.filter(|_| stream == STREAM)
	}

	fn latest(_device: &DeviceId, _stream: StreamId) -> Option<Reading> {
		None
	}

	fn standing(_device: &DeviceId) -> Option<u16> {
		None
	}
}

/// Hears every alert.
pub struct Listener;

impl Listener {
	/// What it has heard since it was last asked.
	pub fn alerts() -> Vec<Alert> {
		WORLD.with(|world| std::mem::take(&mut world.borrow_mut().alerts))
	}
}

/// What the listener says that it took.
pub const TOLD: Weight = Weight::from_parts(7, 0);

impl OnAlert for Listener {
	fn max_alert_weight() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn on_alert(alert: &Alert) -> Weight {
		WORLD.with(|world| world.borrow_mut().alerts.push(*alert));
		TOLD
	}
}

pub const MODEL: ModelId = ModelId { manufacturer: 0, product: 1 };
pub const STREAM: StreamId = 3;

/// Owns the devices.
pub const OWNER: u64 = 2;
/// May look after them.
pub const OPERATOR: u64 = 3;
/// Buys a device.
pub const BUYER: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Cannot pay any deposit.
pub const POOR: u64 = 7;

pub const EVERYBODY: [u64; 5] = [OWNER, OPERATOR, BUYER, STRANGER, POOR];
pub const START: u64 = 1_000_000;
pub const T0: Moment = 1_767_225_600_000;

pub fn spec() -> StreamSpec {
	StreamSpec {
		unit: Unit::Celsius,
		scale: -1,
		kind: StreamKind::Gauge,
		min: -400,
		max: 300,
		max_step_per_s: None,
		period_s: 300,
		retention_days: 30,
		class: DataClass::Business,
		implausible: Implausible::Reject,
	}
}

/// Between 2 and 8 degrees: above for ten minutes is an alarm, for an hour altogether too much.
pub const COLD_CHAIN: RuleSpec = RuleSpec {
	low: Some(20),
	high: Some(80),
	hysteresis: 5,
	min_duration_s: 600,
	budget_s: Some(3_600),
	severity: AlertSeverity::Critical,
	gap_is_outside: true,
};

pub fn new_test_ext() -> sp_io::TestExternalities {
	WORLD.with(|world| *world.borrow_mut() = World::default());
	TestRegistry::reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let balances = EVERYBODY.map(|who| (who, if who == POOR { 10 } else { START })).to_vec();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		set_now(T0);
	});
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

/// Checks every invariant of the pallet, and that no unit is on hold without a rule.
pub fn check_everything() {
	SensorAlerts::do_try_state().unwrap();
	let mut expected = BTreeMap::<u64, u64>::new();
	for (_, _, set) in crate::Rules::<Test>::iter() {
		for rule in set.rules {
			let worth = u64::decode(&mut &rule.ticket.encode()[..]).unwrap();
			*expected.entry(rule.depositor).or_default() += worth;
		}
	}
	for who in EVERYBODY {
		assert_eq!(on_hold(who), expected.get(&who).copied().unwrap_or_default(), "{who}");
	}
}

pub fn on_hold(who: u64) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::SensorAlerts(HoldReason::Rule), &who)
}

/// A device that is registered, with a stream.
pub fn device() -> DeviceId {
	let device = TestDevice::new(KeyAlgorithm::Ed25519, 1);
	device.register(OWNER, MODEL);
	TestStreams::declare(device.id(), spec());
	device.id()
}

/// A device whose stream is watched.
pub fn watched() -> DeviceId {
	let device = device();
	SensorAlerts::set_rule(RuntimeOrigin::signed(OWNER), device, STREAM, COLD_CHAIN).unwrap();
	device
}

/// What is told when a reading was accepted, at this second.
pub fn accepted(device: DeviceId, second: u64, value: i64) -> AcceptedReading {
	let t_ms = T0 + second * SECOND;
	let reading = Reading { stream: STREAM, counter: second, t_ms, value, quality: Quality::Good };
	let incarnation = TestStreams::incarnation(&device, STREAM).unwrap_or_default();
	AcceptedReading {
		device,
		reading,
		key_index: 0,
		spec: spec(),
		incarnation,
		is_latest: true,
		accepted_at: t_ms,
	}
}

pub fn tell(device: DeviceId, second: u64, value: i64) -> Weight {
	SensorAlerts::on_reading(&accepted(device, second, value))
}
