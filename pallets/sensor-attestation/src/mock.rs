// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{
	self as pallet_sensor_attestation, Allowance, Declaration, Evidence, HoldReason, KeyIndex,
	Moment, ReadingProof,
};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU16, ConstU32, ConstU64, LinearStoragePrice,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
pub use mote_pallet_testing::{KeyLife, Signer, TestDevice, TestRegistry};
use mote_primitives::{
	build_batch, AcceptedReading, AnchoredBatch, Assurance, Batch, BatchAvailability, BatchId,
	BatchPlace, BuiltBatch, DataClass, DeviceReading, Implausible, KeyAlgorithm, ManufacturerId,
	ModelId, OnReading, Quality, Reading, StreamId, StreamKind, StreamSpec, Unit,
};
use sp_core::H256;
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
	#[runtime::pallet_index(55)]
	pub type SensorAttestation = pallet_sensor_attestation;
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
pub const DAY: Moment = 24 * HOUR;
pub const DEPOSIT: u64 = 700;
pub const BOND: u64 = 300;
pub const LANE_CEILING: u32 = 5;
pub const LANE_PRIORITY: u64 = 3;
pub const MAX_STREAMS: u32 = 4;
pub const MAX_BATCHES: u32 = 4;
pub const LATE_BURST: u32 = 2;

parameter_types! {
	pub const DescriptionHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Description);
	pub const SourceHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Source);
	pub const LaneHold: RuntimeHoldReason = RuntimeHoldReason::SensorAttestation(HoldReason::Lane);
	pub const StreamHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Stream);
	pub const GatewayHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Gateway);
}

type Price = LinearStoragePrice<ConstU64<50>, ConstU64<1>, u64>;
type Ticket<Reason> = HoldConsideration<u64, Balances, Reason, Price>;

impl pallet_sensor_attestation::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Manufacturers = TestRegistry;
	type Currency = Balances;
	type DescriptionTicket = Ticket<DescriptionHold>;
	type SourceTicket = Ticket<SourceHold>;
	type LaneTicket = Ticket<LaneHold>;
	type StreamTicket = Ticket<StreamHold>;
	type GatewayTicket = Ticket<GatewayHold>;
	type BatchDeposit = ConstU64<DEPOSIT>;
	type BatchBond = ConstU64<BOND>;
	type Listener = Listener;
	type Availability = Shelf;
	type MaxStreams = ConstU32<MAX_STREAMS>;
	type MaxGateways = ConstU32<2>;
	type MaxBatches = ConstU32<MAX_BATCHES>;
	type MaxWindows = ConstU32<3>;
	type MaxReadingAge = ConstU64<DAY>;
	type MaxBatchAge = ConstU64<{ 90 * DAY }>;
	type LateAfter = ConstU64<DAY>;
	type LateInterval = ConstU64<HOUR>;
	type LateBurst = ConstU32<LATE_BURST>;
	type MaxRetentionDays = ConstU16<365>;
	type MinLaneInterval = ConstU32<1_000>;
	type MaxLaneBurst = ConstU16<64>;
	type LaneCeiling = ConstU32<LANE_CEILING>;
	type LanePriority = ConstU64<LANE_PRIORITY>;
	type LaneLongevity = ConstU64<64>;
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

	fn manufacturer() -> (u64, ModelId) {
		(MAKER, MODEL)
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

	fn operator(device: &mote_primitives::DeviceId) -> u64 {
		TestRegistry::set_operator(*device, OPERATOR, mote_primitives::OperatorRights::ALL);
		OPERATOR
	}

	fn keep(_id: &BatchId) {
		// The shelf keeps everything.
	}
}

#[derive(Default)]
struct World {
	told: Vec<AcceptedReading>,
	anchored: Vec<AnchoredBatch>,
	is_lost: bool,
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

/// Hears everything.
pub struct Listener;

impl Listener {
	/// What it has heard since it was last asked.
	pub fn readings() -> Vec<AcceptedReading> {
		WORLD.with(|world| std::mem::take(&mut world.borrow_mut().told))
	}

	/// What it has heard since it was last asked.
	pub fn batches() -> Vec<AnchoredBatch> {
		WORLD.with(|world| std::mem::take(&mut world.borrow_mut().anchored))
	}
}

/// What the listener says that it took.
pub const TOLD: Weight = Weight::from_parts(7, 0);

impl OnReading for Listener {
	fn max_reading_weight() -> Weight {
		Weight::from_parts(1_000, 0)
	}

	fn on_reading(accepted: &AcceptedReading) -> Weight {
		WORLD.with(|world| world.borrow_mut().told.push(*accepted));
		TOLD
	}

	fn max_batch_weight() -> Weight {
		Weight::from_parts(2_000, 0)
	}

	fn on_batch(anchored: &AnchoredBatch) -> Weight {
		WORLD.with(|world| world.borrow_mut().anchored.push(*anchored));
		TOLD
	}
}

/// Where contents are kept.
pub struct Shelf;

impl Shelf {
	/// Loses everything, or finds it again.
	pub fn lose(is_lost: bool) {
		WORLD.with(|world| world.borrow_mut().is_lost = is_lost);
	}
}

impl BatchAvailability for Shelf {
	fn is_available(_id: &BatchId, _anchored_at: u64) -> bool {
		WORLD.with(|world| !world.borrow().is_lost)
	}
}

pub const FACTORY: ManufacturerId = 0;
pub const MODEL: ModelId = ModelId { manufacturer: FACTORY, product: 1 };

/// Acts for the manufacturer.
pub const MAKER: u64 = 1;
/// Owns the devices.
pub const OWNER: u64 = 2;
/// May look after them.
pub const OPERATOR: u64 = 3;
/// Buys a device.
pub const BUYER: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Carries what devices signed to the chain.
pub const CARRIER: u64 = 6;
/// Cannot pay any deposit.
pub const POOR: u64 = 7;

pub const EVERYBODY: [u64; 7] = [MAKER, OWNER, OPERATOR, BUYER, STRANGER, CARRIER, POOR];

/// What every actor but [`POOR`] starts with.
pub const START: u64 = 1_000_000;
/// What [`POOR`] starts with.
pub const LITTLE: u64 = 10;
/// When tests start, in milliseconds since 1970.
pub const T0: Moment = 1_767_225_600_000;

pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);

/// A freezer's temperature, in tenths of a degree.
pub const STREAM: StreamId = 3;

pub fn spec() -> StreamSpec {
	StreamSpec {
		unit: Unit::Celsius,
		scale: -1,
		kind: StreamKind::Gauge,
		min: -400,
		max: 300,
		max_step_per_s: None,
		period_s: 60,
		retention_days: 30,
		class: DataClass::Public,
		implausible: Implausible::Reject,
	}
}

pub fn personal() -> StreamSpec {
	StreamSpec { class: DataClass::Personal, period_s: 900, ..spec() }
}

pub const ALLOWANCE: Allowance = Allowance { interval_ms: 60_000, burst: 4 };

pub fn new_test_ext() -> sp_io::TestExternalities {
	WORLD.with(|world| *world.borrow_mut() = World::default());
	TestRegistry::reset();
	TestRegistry::set_standing(FACTORY, Some((MAKER, true)));
	TestRegistry::add_model(MODEL);
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let balances = EVERYBODY.map(|who| (who, if who == POOR { LITTLE } else { START })).to_vec();
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

/// Lets `ms` milliseconds pass, in a new block.
pub fn pass(ms: Moment) {
	use frame_support::traits::Hooks;
	let number = System::block_number();
	SensorAttestation::on_finalize(number);
	frame_system::BlockHash::<Test>::insert(number, H256::from_low_u64_be(number));
	System::set_block_number(number + 1);
	set_now(now() + ms);
	SensorAttestation::on_initialize(number + 1);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a record.
pub fn check_everything() {
	SensorAttestation::do_try_state().unwrap();
	check_holds();
}

pub const HOLD_REASONS: [HoldReason; 7] = [
	HoldReason::Description,
	HoldReason::Source,
	HoldReason::Lane,
	HoldReason::Stream,
	HoldReason::Gateway,
	HoldReason::Batch,
	HoldReason::Prepaid,
];

fn worth(ticket: impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

fn check_holds() {
	let mut expected = BTreeMap::<(u64, u8), u64>::new();
	let mut add = |who: u64, reason: HoldReason, amount| {
		*expected.entry((who, reason as u8)).or_default() += amount;
	};
	for (_, _, record) in crate::Descriptions::<Test>::iter() {
		add(record.depositor, HoldReason::Description, worth(record.ticket));
	}
	for (_, record) in crate::Sources::<Test>::iter() {
		add(record.depositor, HoldReason::Source, worth(record.ticket));
		if let Some(lane) = record.lane {
			add(lane.depositor, HoldReason::Lane, worth(lane.ticket));
		}
	}
	for (_, _, record) in crate::Streams::<Test>::iter() {
		add(record.depositor, HoldReason::Stream, worth(record.ticket));
		add(record.depositor, HoldReason::Prepaid, record.prepaid);
	}
	for (_, _, record) in crate::Gateways::<Test>::iter() {
		add(record.depositor, HoldReason::Gateway, worth(record.ticket));
	}
	for (id, record) in crate::Batches::<Test>::iter() {
		if record.is_prepaid {
			let stream = crate::Streams::<Test>::get(id.device, id.stream).unwrap();
			add(stream.depositor, HoldReason::Prepaid, record.held);
		} else {
			add(record.submitter, HoldReason::Batch, record.held);
		}
	}
	for who in EVERYBODY {
		for reason in HOLD_REASONS {
			let wanted = expected.get(&(who, reason as u8)).copied().unwrap_or_default();
			assert_eq!(on_hold(who, reason), wanted, "{who} for {reason:?}");
		}
	}
}

pub fn on_hold(who: u64, reason: HoldReason) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::SensorAttestation(reason), &who)
}

/// What a record costs that is held for `reason`.
pub fn deposit(reason: HoldReason) -> u64 {
	use sp_runtime::traits::Convert;
	let footprint = match reason {
		HoldReason::Description => SensorAttestation::description_footprint(),
		HoldReason::Source => SensorAttestation::source_footprint(),
		HoldReason::Lane => SensorAttestation::lane_footprint(&ALLOWANCE),
		HoldReason::Stream => SensorAttestation::stream_footprint(),
		HoldReason::Gateway => SensorAttestation::gateway_footprint(),
		HoldReason::Batch | HoldReason::Prepaid => return DEPOSIT + BOND,
	};
	Price::convert(footprint)
}

/// A device that is registered, and nothing more.
pub fn registered(seed: u32) -> TestDevice {
	let device = TestDevice::new(KeyAlgorithm::Ed25519, seed);
	device.register(OWNER, MODEL);
	device
}

/// A device with a stream and a place on the feeless lane.
pub fn sensor(seed: u32) -> TestDevice {
	prepare(registered(seed), spec())
}

pub fn prepare(device: TestDevice, spec: StreamSpec) -> TestDevice {
	let owner = RuntimeOrigin::signed(OWNER);
	SensorAttestation::enrol(owner.clone(), device.id()).unwrap();
	let own = Declaration::Own(spec);
	SensorAttestation::declare_stream(owner.clone(), device.id(), STREAM, own).unwrap();
	SensorAttestation::set_lane(owner, device.id(), ALLOWANCE).unwrap();
	device
}

/// A reading with this counter: measured now, at -18.5 degrees.
pub fn reading(counter: u64) -> Reading {
	Reading { stream: STREAM, counter, t_ms: now(), value: -185, quality: Quality::Good }
}

/// What a device signs to say so.
pub fn says(device: &TestDevice, reading: Reading) -> DeviceReading {
	DeviceReading { device: device.id(), reading }
}

pub fn carry_with(
	device: &TestDevice,
	key_index: KeyIndex,
	reading: Reading,
) -> sp_runtime::DispatchResult {
	let reading = says(device, reading);
	let signature = device.op(key_index).sign(&GENESIS, &reading);
	SensorAttestation::carry_reading(RuntimeOrigin::signed(CARRIER), reading, key_index, signature)
}

pub fn carry(device: &TestDevice, reading: Reading) -> sp_runtime::DispatchResult {
	carry_with(device, 0, reading)
}

/// `count` readings, one a minute, of which the last one is measured now.
pub fn readings(first: u64, count: u64) -> Vec<Reading> {
	(0..count)
		.map(|n| Reading {
			counter: first + n,
			t_ms: now() - (count - 1 - n) * MINUTE,
			value: -185 + (n % 7) as i64,
			..reading(0)
		})
		.collect()
}

/// Where the next batch of the device's stream belongs.
pub fn place(device: &TestDevice) -> BatchPlace {
	let head = crate::Streams::<Test>::get(device.id(), STREAM).unwrap().head;
	BatchPlace {
		device: device.id(),
		stream: STREAM,
		seq: head.next_seq,
		prev: head.hash,
		assurance: Assurance::DeviceSigned,
	}
}

/// The next batch of the device, with these readings.
pub fn built(device: &TestDevice, readings: &[Reading]) -> BuiltBatch {
	build_batch(place(device), true, readings).unwrap()
}

/// Anchors a batch that the device signed with key 0.
pub fn anchor(
	device: &TestDevice,
	batch: &Batch,
) -> frame_support::dispatch::DispatchResultWithPostInfo {
	let signature = device.op(0).sign(&GENESIS, batch);
	SensorAttestation::submit_batch(RuntimeOrigin::signed(CARRIER), batch.clone(), 0, signature)
}

pub fn id_of(batch: &Batch) -> BatchId {
	BatchId { device: batch.device, stream: batch.stream, seq: batch.seq }
}

/// The proof of the reading with this index.
pub fn proof(built: &BuiltBatch, readings: &[Reading], index: u32) -> ReadingProof {
	let path = built.tree.proof(index).unwrap().try_into().unwrap();
	ReadingProof { index, reading: readings[index as usize], path }
}

pub fn shown(built: &BuiltBatch, readings: &[Reading], index: u32) -> Evidence {
	Evidence::Reading(proof(built, readings, index))
}
