// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what stands for the registers of devices and models.

use crate::{self as pallet_remote_attestation, HoldReason, Moment};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU64, Footprint, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
use mote_primitives::{
	DeviceId, DeviceKey, DeviceLife, DeviceRegistry, DeviceState, DeviceVetting, Distrust,
	KeyPurposes, ManufacturerId, ManufacturerRegistry, ManufacturerStanding, ModelId, NoAuthority,
	OperatorRights, TrustPurpose,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Convert, BuildStorage};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

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
	#[runtime::pallet_index(52)]
	pub type RemoteAttestation = pallet_remote_attestation;
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

pub const BLOCK_TIME: Moment = 2_000;
pub const DAY: Moment = 24 * 3_600_000;
pub const PERIOD: u64 = 100;
pub const MAX_TERM: Moment = 30 * DAY;

parameter_types! {
	pub static ChallengePeriod: u64 = PERIOD;
	pub static MaxResultTerm: Moment = MAX_TERM;
	pub const VerifierHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(HoldReason::Verifier);
	pub const ChallengeHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(HoldReason::Challenge);
	pub const ResultHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(HoldReason::Result);
}

type VerifierPrice = LinearStoragePrice<ConstU64<500>, ConstU64<1>, u64>;
type ChallengePrice = LinearStoragePrice<ConstU64<20>, ConstU64<1>, u64>;
type ResultPrice = LinearStoragePrice<ConstU64<70>, ConstU64<1>, u64>;
type Ticket<Reason, Price> = HoldConsideration<u64, Balances, Reason, Price>;

impl pallet_remote_attestation::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Manufacturers = TestRegistry;
	type VerifierTicket = Ticket<VerifierHold, VerifierPrice>;
	type ChallengeTicket = Ticket<ChallengeHold, ChallengePrice>;
	type ResultTicket = Ticket<ResultHold, ResultPrice>;
	type ChallengePeriod = ChallengePeriod;
	type MaxResultTerm = MaxResultTerm;
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

	fn model() -> ModelId {
		MODEL
	}

	fn device() -> DeviceId {
		DEVICE
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, START);
	}
}

#[derive(Default)]
struct World {
	models: BTreeSet<ModelId>,
	devices: BTreeMap<DeviceId, DeviceLife<u64>>,
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

/// Stands for the registers of devices and manufacturers.
pub struct TestRegistry;

impl TestRegistry {
	fn change<R>(change: impl FnOnce(&mut World) -> R) -> R {
		WORLD.with(|world| change(&mut world.borrow_mut()))
	}

	fn reset() {
		Self::change(|world| {
			*world = World {
				models: [MODEL, OTHER_MODEL].into(),
				devices: [
					(DEVICE, born(MODEL)),
					(OTHER_DEVICE, born(MODEL)),
					(DEVICE_OF_OTHER_MODEL, born(OTHER_MODEL)),
				]
				.into(),
			};
		});
	}

	pub fn remove_model(model: ModelId) {
		Self::change(|world| world.models.remove(&model));
	}

	pub fn remove_device(device: DeviceId) {
		Self::change(|world| world.devices.remove(&device));
	}

	pub fn set_state(device: DeviceId, state: DeviceState) {
		Self::live(device, |life| life.state = state);
	}

	/// Gives the device another owner.
	pub fn transfer(device: DeviceId) {
		Self::live(device, |life| life.epoch += 1);
	}

	/// Takes the device out of use.
	pub fn suspend(device: DeviceId) {
		Self::live(device, |life| {
			life.state = DeviceState::Suspended;
			life.halts += 1;
		});
	}

	/// Puts the device back into use.
	pub fn reactivate(device: DeviceId) {
		Self::set_state(device, DeviceState::Active);
	}

	pub fn devices() -> BTreeMap<DeviceId, DeviceLife<u64>> {
		Self::change(|world| world.devices.clone())
	}

	fn live(device: DeviceId, change: impl FnOnce(&mut DeviceLife<u64>)) {
		Self::change(|world| change(world.devices.get_mut(&device).unwrap()));
	}
}

fn born(model: ModelId) -> DeviceLife<u64> {
	DeviceLife { model, owner: OWNER, state: DeviceState::Active, epoch: 1, halts: 0 }
}

impl DeviceRegistry for TestRegistry {
	type AccountId = u64;

	fn state(device: &DeviceId) -> Option<DeviceState> {
		Self::life(device).map(|life| life.state)
	}

	fn owner(device: &DeviceId) -> Option<u64> {
		Self::life(device).map(|life| life.owner)
	}

	fn epoch(device: &DeviceId) -> Option<u32> {
		Self::life(device).map(|life| life.epoch)
	}

	fn life(device: &DeviceId) -> Option<DeviceLife<u64>> {
		Self::change(|world| world.devices.get(device).cloned())
	}

	fn may_operate(device: &DeviceId, who: &u64, _rights: OperatorRights) -> bool {
		Self::owner(device) == Some(*who)
	}

	fn authority(
		device: &DeviceId,
		_key_index: u16,
		_purpose: KeyPurposes,
		_at_ms: u64,
	) -> Result<DeviceKey, NoAuthority> {
		Self::life(device).ok_or(NoAuthority::UnknownDevice)?;
		Err(NoAuthority::UnknownKey)
	}

	fn ensure_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
		let life = Self::life(device).ok_or(Distrust::UnknownDevice)?;
		RemoteAttestation::vet(device, &life, purpose)
	}
}

impl ManufacturerRegistry for TestRegistry {
	type AccountId = u64;

	fn standing(id: ManufacturerId) -> Option<ManufacturerStanding<u64>> {
		let is_known = Self::change(|world| world.models.iter().any(|m| m.manufacturer == id));
		is_known.then_some(ManufacturerStanding { account: OWNER, is_approved: true })
	}

	fn has_model(model: &ModelId) -> bool {
		Self::change(|world| world.models.contains(model))
	}
}

/// The model that most devices are of.
pub const MODEL: ModelId = ModelId { manufacturer: 0, product: 1 };
/// Another model.
pub const OTHER_MODEL: ModelId = ModelId { manufacturer: 0, product: 2 };
/// A model that nobody has added.
pub const UNKNOWN_MODEL: ModelId = ModelId { manufacturer: 9, product: 1 };

/// The device of most tests.
pub const DEVICE: DeviceId = DeviceId(H256::repeat_byte(0xd1));
/// Another device of the same model.
pub const OTHER_DEVICE: DeviceId = DeviceId(H256::repeat_byte(0xd2));
/// A device of another model.
pub const DEVICE_OF_OTHER_MODEL: DeviceId = DeviceId(H256::repeat_byte(0xd3));
/// A device that nobody has registered.
pub const UNKNOWN_DEVICE: DeviceId = DeviceId(H256::repeat_byte(0xdf));

/// Posts the results of most tests.
pub const VERIFIER: u64 = 1;
/// Posts other results.
pub const OTHER_VERIFIER: u64 = 2;
/// A third verifier.
pub const CANDIDATE: u64 = 3;
/// Asks for challenges.
pub const REQUESTER: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Owns all devices and acts for the manufacturer.
pub const OWNER: u64 = 6;
/// Cannot pay any deposit.
pub const POOR: u64 = 7;

/// What every actor but [`POOR`] starts with.
pub const START: u64 = 1_000_000;
/// What [`POOR`] starts with.
pub const LITTLE: u64 = 10;
/// When tests start, in milliseconds since 1970.
pub const T0: Moment = 1_767_225_600_000;

pub fn new_test_ext() -> sp_io::TestExternalities {
	TestRegistry::reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let rich =
		[VERIFIER, OTHER_VERIFIER, CANDIDATE, REQUESTER, STRANGER, OWNER].map(|who| (who, START));
	let balances = rich.into_iter().chain([(POOR, LITTLE)]).collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		begin_block(1);
		set_now(T0);
	});
	ext
}

/// Runs tests on the chain that [`new_test_ext`] makes.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	/// Runs `test` at block 1, then checks everything that must stay true.
	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		new_test_ext().execute_with(|| {
			let result = test();
			check_everything();
			result
		})
	}
}

pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn hash_of(block: u64) -> H256 {
	H256(blake2_256(&("block", block).encode()))
}

/// Begins this block, as if it came after one that nothing happened in.
fn begin_block(number: u64) {
	System::set_block_number(number - 1);
	System::initialize(&number, &hash_of(number - 1), &Default::default());
}

/// Begins so many blocks.
pub fn pass_blocks(count: u64) {
	begin_block(System::block_number() + count);
	set_now(now() + count * BLOCK_TIME);
}

/// Lets `ms` milliseconds pass, in a new block.
pub fn pass(ms: Moment) {
	begin_block(System::block_number() + 1);
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a ticket.
pub fn check_everything() {
	RemoteAttestation::do_try_state().unwrap();
	check_holds();
}

/// Every reason for which the pallet holds funds.
pub const HOLD_REASONS: [HoldReason; 3] =
	[HoldReason::Verifier, HoldReason::Challenge, HoldReason::Result];

fn worth(ticket: impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

/// What each account ought to have on hold for each reason, by the tickets in storage.
fn expected_holds() -> BTreeMap<(u64, u8), u64> {
	let mut holds = BTreeMap::new();
	let mut add = |who: u64, reason: HoldReason, amount| {
		*holds.entry((who, reason as u8)).or_insert(0) += amount;
	};
	for (who, record) in crate::Verifiers::<Test>::iter() {
		add(who, HoldReason::Verifier, worth(record.ticket));
	}
	for (_, record) in crate::Challenges::<Test>::iter() {
		add(record.depositor, HoldReason::Challenge, worth(record.ticket));
	}
	for (_, record) in crate::Results::<Test>::iter() {
		add(record.verifier, HoldReason::Result, worth(record.ticket));
	}
	holds
}

fn check_holds() {
	let expected = expected_holds();
	for who in frame_system::Account::<Test>::iter_keys() {
		for reason in HOLD_REASONS {
			let wanted = expected.get(&(who, reason as u8)).copied().unwrap_or_default();
			assert_eq!(
				on_hold(who, reason),
				wanted,
				"account {who} holds something else for {reason:?} than its tickets say"
			);
		}
	}
	for (who, _) in expected.keys() {
		assert!(frame_system::Account::<Test>::contains_key(who), "{who} has a ticket, no account");
	}
}

pub fn on_hold(who: u64, reason: HoldReason) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::RemoteAttestation(reason), &who)
}

/// What a record costs that is held for `reason`.
pub fn deposit(reason: HoldReason) -> u64 {
	fn price<P: Convert<Footprint, u64>>(footprint: Footprint) -> u64 {
		P::convert(footprint)
	}
	match reason {
		HoldReason::Verifier => price::<VerifierPrice>(RemoteAttestation::verifier_footprint()),
		HoldReason::Challenge => price::<ChallengePrice>(RemoteAttestation::challenge_footprint()),
		HoldReason::Result => price::<ResultPrice>(RemoteAttestation::result_footprint()),
	}
}
