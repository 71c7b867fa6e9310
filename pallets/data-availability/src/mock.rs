// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{
	self as pallet_data_availability, audit_commitment, AuditNonce, Moment, Phase, ReadingPath,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, InspectHold},
		ConstU64,
	},
};
use frame_system::EnsureRoot;
use mote_primitives::{
	build_batch, contradiction, is_reading_of, Assurance, BatchFacts, BatchId, BatchPlace,
	BatchRegistry, BuiltBatch, DataClass, DeviceId, Implausible, NotProven, ProvenReading, Quality,
	Reading, StreamId, StreamKind, StreamRegistry, StreamSpec, Unit, H256,
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
	#[runtime::pallet_index(58)]
	pub type DataAvailability = pallet_data_availability;
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

pub const HOUR: Moment = 3_600_000;
pub const DAY: Moment = 24 * HOUR;
pub const PIN_BOND: u64 = 500;
pub const AUDIT_BOND: u64 = 100;
pub const AUDIT_FEE: u64 = 30;
pub const MAX_PINS: u32 = 3;

// In a module of its own: what the macro generates has the names of the constants above.
mod config {
	use super::*;

	parameter_types! {
		pub static MaxPins: u32 = super::MAX_PINS;
		pub static PinBond: u64 = super::PIN_BOND;
		pub static AuditFee: u64 = super::AUDIT_FEE;
		pub static AuditTerm: Moment = DAY;
		pub static AuditPause: Moment = 2 * DAY;
		pub static UnpinNotice: Moment = 7 * DAY;
	}
}
pub use config::*;

impl pallet_data_availability::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Batches = TestBatches;
	type Streams = TestBatches;
	type Currency = Balances;
	type PinBond = PinBond;
	type AuditBond = ConstU64<AUDIT_BOND>;
	type AuditFee = AuditFee;
	type MaxPins = MaxPins;
	type PinDeadline = ConstU64<HOUR>;
	type UnpinNotice = UnpinNotice;
	type AuditTerm = AuditTerm;
	type AuditPause = AuditPause;
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

	fn batch() -> (BatchId, BuiltBatch, Vec<Reading>) {
		let kept = anchor(1_024);
		(kept.id, kept.built, kept.readings)
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, 1_000 * START);
	}
}

#[derive(Default)]
struct World {
	batches: BTreeMap<BatchId, (BuiltBatch, BatchFacts)>,
	class: Option<DataClass>,
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

/// Stands for who keeps batches and streams.
pub struct TestBatches;

impl TestBatches {
	fn with<R>(act: impl FnOnce(&mut World) -> R) -> R {
		WORLD.with(|world| act(&mut world.borrow_mut()))
	}

	/// Changes what is known of a batch.
	pub fn change(id: BatchId, change: impl FnOnce(&mut BatchFacts)) {
		Self::with(|world| change(&mut world.batches.get_mut(&id).unwrap().1));
	}

	/// Anchors something else than what was built.
	pub fn replace(id: BatchId, built: BuiltBatch) {
		Self::with(|world| world.batches.get_mut(&id).unwrap().0 = built);
	}

	/// The batch is pruned, its stream removed and declared again, and what is anchored there now
	/// has the same id.
	pub fn anchor_anew(id: BatchId) {
		Self::change(id, |facts| facts.anchored_at = now());
	}

	pub fn remove(id: BatchId) {
		Self::with(|world| world.batches.remove(&id));
	}

	/// Whom the streams concern; `None` has no stream.
	pub fn set_class(class: Option<DataClass>) {
		Self::with(|world| world.class = class);
	}
}

impl BatchRegistry for TestBatches {
	type AccountId = u64;

	fn batch(id: &BatchId) -> Option<BatchFacts> {
		Self::with(|world| world.batches.get(id).map(|(_, facts)| *facts))
	}

	fn submitter(_id: &BatchId) -> Option<u64> {
		Some(STRANGER)
	}

	fn prove(
		id: &BatchId,
		index: u32,
		reading: &Reading,
		path: &[H256],
	) -> Result<ProvenReading, NotProven> {
		Self::with(|world| {
			let (built, facts) = world.batches.get(id).ok_or(NotProven::UnknownBatch)?;
			if facts.is_disputed {
				return Err(NotProven::Disputed);
			}
			if !is_reading_of(&built.batch, index, reading, path) {
				return Err(NotProven::BadPath);
			}
			if contradiction(&built.batch, index, reading).is_some() {
				return Err(NotProven::Contradictory);
			}
			Ok(ProvenReading {
				device: id.device,
				reading: *reading,
				assurance: facts.assurance,
				key_index: facts.key_index,
				incarnation: facts.incarnation,
				not_before: None,
				not_after: facts.anchored_at,
			})
		})
	}
}

impl StreamRegistry for TestBatches {
	fn spec(_device: &DeviceId, _stream: StreamId) -> Option<StreamSpec> {
		let class = Self::with(|world| world.class)?;
		Some(StreamSpec {
			unit: Unit::Celsius,
			scale: -1,
			kind: StreamKind::Gauge,
			min: 0,
			max: 1_000,
			max_step_per_s: None,
			period_s: 60,
			retention_days: 30,
			class,
			implausible: Implausible::Reject,
		})
	}

	fn incarnation(_device: &DeviceId, _stream: StreamId) -> Option<u64> {
		Self::with(|world| world.class).map(|_| 0)
	}

	fn latest(_device: &DeviceId, _stream: StreamId) -> Option<Reading> {
		None
	}

	fn standing(_device: &DeviceId) -> Option<u16> {
		None
	}
}

/// Keeps batches.
pub const PINNER: u64 = 1;
/// Keeps batches too.
pub const OTHER_PINNER: u64 = 2;
/// Wants to know.
pub const CHALLENGER: u64 = 3;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Cannot pay anything.
pub const POOR: u64 = 7;

pub const EVERYBODY: [u64; 5] = [PINNER, OTHER_PINNER, CHALLENGER, STRANGER, POOR];
pub const START: u64 = 1_000_000;
pub const T0: Moment = 1_767_225_600_000;

pub fn new_test_ext() -> sp_io::TestExternalities {
	WORLD.with(|world| {
		*world.borrow_mut() = World { class: Some(DataClass::Public), ..World::default() }
	});
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

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn pass(ms: Moment) {
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, that nothing is on hold without a record, and that no unit
/// comes or goes.
pub fn check_everything() {
	DataAvailability::do_try_state().unwrap();
	let of_everybody = |amount: fn(&u64) -> u64| EVERYBODY.iter().map(amount).sum::<u64>();
	let bonds: u64 = crate::Pins::<Test>::iter_values()
		.map(|pin| pin.bond + pin.audit.map_or(0, |audit| audit.bond))
		.sum();
	assert_eq!(of_everybody(Balances::total_balance_on_hold), bonds, "held without a record");
	assert_eq!(of_everybody(Balances::total_balance), 4 * START + 10, "money came or went");
}

/// An anchored batch, and the readings that are kept elsewhere.
pub struct Kept {
	pub id: BatchId,
	pub built: BuiltBatch,
	pub readings: Vec<Reading>,
}

/// Anchors a batch of `count` readings with content, now.
pub fn anchor(count: u64) -> Kept {
	let seq = TestBatches::with(|world| world.batches.len()) as u64;
	let device = DeviceId(H256::repeat_byte(7));
	let place = BatchPlace {
		device,
		stream: 3,
		seq,
		prev: H256::zero(),
		assurance: Assurance::DeviceSigned,
	};
	let readings: Vec<_> = (0..count)
		.map(|n| Reading {
			stream: 3,
			counter: n,
			t_ms: T0 + n,
			value: n as i64,
			quality: Quality::Good,
		})
		.collect();
	let built = build_batch(place, true, &readings).unwrap();
	let facts = BatchFacts {
		root: built.batch.root,
		count: built.batch.count,
		has_content: true,
		assurance: Assurance::DeviceSigned,
		key_index: Some(0),
		incarnation: 0,
		anchored_at: now(),
		is_disputed: false,
		is_erased: false,
	};
	let id = BatchId { device, stream: 3, seq };
	TestBatches::with(|world| world.batches.insert(id, (built.clone(), facts)));
	Kept { id, built, readings }
}

impl Kept {
	/// The reading with this index, and its path.
	pub fn shown(&self, index: u32) -> (Reading, ReadingPath) {
		let path = self.built.tree.proof(index).unwrap().try_into().unwrap();
		(self.readings[index as usize], path)
	}
}

pub const OUR_NONCE: AuditNonce = [1; 32];
pub const THEIR_NONCE: AuditNonce = [2; 32];

/// A batch of ten readings that PINNER keeps.
pub fn pinned() -> Kept {
	let kept = anchor(10);
	DataAvailability::pin(RuntimeOrigin::signed(PINNER), kept.id).unwrap();
	kept
}

/// The same, with an audit by CHALLENGER.
pub fn audited() -> Kept {
	let kept = pinned();
	let commitment = audit_commitment(&OUR_NONCE, &CHALLENGER, &kept.id, &PINNER);
	let challenger = RuntimeOrigin::signed(CHALLENGER);
	DataAvailability::open_audit(challenger, kept.id, PINNER, commitment).unwrap();
	kept
}

/// The same, answered by the pinner.
pub fn answered() -> Kept {
	let kept = audited();
	DataAvailability::answer_audit(RuntimeOrigin::signed(PINNER), kept.id, THEIR_NONCE).unwrap();
	kept
}

/// The same, revealed by the challenger; with the index that was drawn.
pub fn revealed() -> (Kept, u32) {
	let kept = answered();
	let challenger = RuntimeOrigin::signed(CHALLENGER);
	DataAvailability::reveal_audit(challenger, kept.id, PINNER, OUR_NONCE).unwrap();
	let audit = DataAvailability::pins_of(kept.id).remove(0).audit.unwrap();
	let Phase::Revealed { index, .. } = audit.phase else { panic!("not revealed") };
	(kept, index)
}
