// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and simulators of what speaks to it: the registers and devices.

use crate::{self as pallet_device_firmware, HoldReason, ImageDigest, Moment, Seq};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU32, ConstU64, Footprint, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
use mote_primitives::{
	signing_bytes, DeviceId, DeviceKey, DeviceLife, DeviceRegistry, DeviceSignature, DeviceState,
	DeviceVetting, Distrust, FirmwareReport, KeyAlgorithm, KeyPurposes, ManufacturerId,
	ManufacturerRegistry, ManufacturerStanding, ModelId, NoAuthority, OperatorRights,
	SignedPayload, TrustPurpose,
};
use p256::ecdsa::signature::Signer as _;
use sp_core::{ecdsa, ed25519, sr25519, Pair, H256};
use sp_io::hashing::{blake2_256, sha2_256};
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
	#[runtime::pallet_index(51)]
	pub type DeviceFirmware = pallet_device_firmware;
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
pub const MIN_TERM: Moment = 3 * DAY;
pub const MAX_AGE: Moment = DAY;
pub const RETENTION: Moment = 90 * DAY;
pub const MAX_RELEASES: u32 = 8;

parameter_types! {
	pub const StaffHold: RuntimeHoldReason = RuntimeHoldReason::DeviceFirmware(HoldReason::Staff);
	pub const ReleaseHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceFirmware(HoldReason::Release);
	pub const ReportHold: RuntimeHoldReason = RuntimeHoldReason::DeviceFirmware(HoldReason::Report);
}

type StaffPrice = LinearStoragePrice<ConstU64<50>, ConstU64<1>, u64>;
type ReleasePrice = LinearStoragePrice<ConstU64<400>, ConstU64<1>, u64>;
type ReportPrice = LinearStoragePrice<ConstU64<20>, ConstU64<1>, u64>;
type Ticket<Reason, Price> = HoldConsideration<u64, Balances, Reason, Price>;

impl pallet_device_firmware::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Manufacturers = TestRegistry;
	type StaffTicket = Ticket<StaffHold, StaffPrice>;
	type ReleaseTicket = Ticket<ReleaseHold, ReleasePrice>;
	type ReportTicket = Ticket<ReportHold, ReportPrice>;
	type MaxReleases = ConstU32<MAX_RELEASES>;
	type MinUpdateTerm = ConstU64<MIN_TERM>;
	type MaxReportAge = ConstU64<MAX_AGE>;
	type Retention = ConstU64<RETENTION>;
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

	fn device(key: DeviceKey) -> (u64, DeviceId, ModelId) {
		let device = DeviceId::from_key(&key);
		TestRegistry::add_device(device, MODEL, key);
		(MAKER, device, MODEL)
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, 1_000 * START);
	}
}

/// How far a key got.
#[derive(Clone, Copy)]
pub enum KeyLife {
	Live,
	Superseded(Moment),
	Revoked,
}

#[derive(Clone)]
struct FakeDevice {
	model: ModelId,
	state: DeviceState,
	keys: BTreeMap<u16, (DeviceKey, KeyPurposes, KeyLife)>,
}

#[derive(Default)]
struct World {
	manufacturers: BTreeMap<ManufacturerId, ManufacturerStanding<u64>>,
	models: BTreeSet<ModelId>,
	devices: BTreeMap<DeviceId, FakeDevice>,
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
		Self::change(|world| *world = World::default());
		for (id, account) in [(FACTORY, MAKER), (OTHER_FACTORY, OTHER_MAKER)] {
			Self::set_standing(id, Some((account, true)));
			Self::add_model(ModelId { manufacturer: id, product: 1 });
		}
	}

	pub fn set_standing(id: ManufacturerId, standing: Option<(u64, bool)>) {
		Self::change(|world| match standing {
			Some((account, is_approved)) => {
				world.manufacturers.insert(id, ManufacturerStanding { account, is_approved });
			},
			None => {
				world.manufacturers.remove(&id);
			},
		});
	}

	pub fn add_model(model: ModelId) {
		Self::change(|world| world.models.insert(model));
	}

	pub fn remove_model(model: ModelId) {
		Self::change(|world| world.models.remove(&model));
	}

	/// An active device whose key 0 may assert data.
	pub fn add_device(device: DeviceId, model: ModelId, key: DeviceKey) {
		let keys = [(0, (key, KeyPurposes::ASSERT, KeyLife::Live))].into();
		let entry = FakeDevice { model, state: DeviceState::Active, keys };
		Self::change(|world| world.devices.insert(device, entry));
	}

	pub fn remove_device(device: DeviceId) {
		Self::change(|world| world.devices.remove(&device));
	}

	pub fn set_state(device: DeviceId, state: DeviceState) {
		Self::change(|world| world.devices.get_mut(&device).unwrap().state = state);
	}

	pub fn set_key(
		device: DeviceId,
		index: u16,
		key: DeviceKey,
		purposes: KeyPurposes,
		life: KeyLife,
	) {
		Self::change(|world| {
			world
				.devices
				.get_mut(&device)
				.unwrap()
				.keys
				.insert(index, (key, purposes, life))
		});
	}
}

impl DeviceRegistry for TestRegistry {
	type AccountId = u64;

	fn state(device: &DeviceId) -> Option<DeviceState> {
		Self::change(|world| world.devices.get(device).map(|d| d.state))
	}

	fn owner(device: &DeviceId) -> Option<u64> {
		Self::life(device).map(|life| life.owner)
	}

	fn epoch(device: &DeviceId) -> Option<u32> {
		Self::life(device).map(|life| life.epoch)
	}

	fn life(device: &DeviceId) -> Option<DeviceLife<u64>> {
		Self::change(|world| {
			world.devices.get(device).map(|d| DeviceLife {
				model: d.model,
				owner: STRANGER,
				state: d.state,
				epoch: 1,
				halts: 0,
			})
		})
	}

	fn may_operate(device: &DeviceId, who: &u64, _rights: OperatorRights) -> bool {
		Self::owner(device) == Some(*who)
	}

	fn authority(
		device: &DeviceId,
		key_index: u16,
		purpose: KeyPurposes,
		at_ms: u64,
	) -> Result<DeviceKey, NoAuthority> {
		Self::change(|world| {
			let device = world.devices.get(device).ok_or(NoAuthority::UnknownDevice)?;
			if device.state != DeviceState::Active {
				return Err(NoAuthority::NotActive);
			}
			let (key, purposes, life) =
				device.keys.get(&key_index).ok_or(NoAuthority::UnknownKey)?;
			match life {
				_ if !purposes.contains(purpose) => Err(NoAuthority::WrongPurpose),
				KeyLife::Revoked => Err(NoAuthority::KeyRevoked),
				KeyLife::Superseded(since) if at_ms >= *since => Err(NoAuthority::Superseded),
				KeyLife::Superseded(_) | KeyLife::Live => Ok(*key),
			}
		})
	}

	fn ensure_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
		let life = Self::life(device).ok_or(Distrust::UnknownDevice)?;
		DeviceFirmware::vet(device, &life, purpose)
	}
}

impl ManufacturerRegistry for TestRegistry {
	type AccountId = u64;

	fn standing(id: ManufacturerId) -> Option<ManufacturerStanding<u64>> {
		Self::change(|world| world.manufacturers.get(&id).cloned())
	}

	fn has_model(model: &ModelId) -> bool {
		Self::change(|world| world.models.contains(model))
	}
}

/// The manufacturer that [`MAKER`] acts for.
pub const FACTORY: ManufacturerId = 0;
/// The manufacturer that [`OTHER_MAKER`] acts for.
pub const OTHER_FACTORY: ManufacturerId = 1;
/// The model that most devices are of.
pub const MODEL: ModelId = ModelId { manufacturer: FACTORY, product: 1 };
/// A model of the other manufacturer.
pub const OTHER_MODEL: ModelId = ModelId { manufacturer: OTHER_FACTORY, product: 1 };

/// The account that acts for the manufacturer.
pub const MAKER: u64 = 1;
/// An account that acts for another manufacturer.
pub const OTHER_MAKER: u64 = 2;
/// May publish.
pub const PUBLISHER: u64 = 3;
/// May approve.
pub const APPROVER: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Carries what devices signed to the chain.
pub const CARRIER: u64 = 6;
/// Cannot pay any deposit.
pub const POOR: u64 = 7;

/// What every actor but [`POOR`] starts with.
pub const START: u64 = 1_000_000;
/// What [`POOR`] starts with.
pub const LITTLE: u64 = 10;
/// When tests start, in milliseconds since 1970.
pub const T0: Moment = 1_767_225_600_000;

pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);

pub fn new_test_ext() -> sp_io::TestExternalities {
	TestRegistry::reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let rich = [MAKER, OTHER_MAKER, PUBLISHER, APPROVER, STRANGER, CARRIER].map(|who| (who, START));
	let balances = rich.into_iter().chain([(POOR, LITTLE)]).collect();
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

/// Lets `ms` milliseconds pass, in a new block.
pub fn pass(ms: Moment) {
	System::set_block_number(System::block_number() + 1);
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a ticket.
pub fn check_everything() {
	DeviceFirmware::do_try_state().unwrap();
	check_holds();
}

/// Every reason for which the pallet holds funds.
pub const HOLD_REASONS: [HoldReason; 3] =
	[HoldReason::Staff, HoldReason::Release, HoldReason::Report];

fn worth(ticket: impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

/// What each account ought to have on hold for each reason, by the tickets in storage.
fn expected_holds() -> BTreeMap<(u64, u8), u64> {
	let mut holds = BTreeMap::new();
	let mut add = |who: u64, reason: HoldReason, amount| {
		*holds.entry((who, reason as u8)).or_insert(0) += amount;
	};
	for (_, _, record) in crate::Staff::<Test>::iter() {
		add(record.depositor, HoldReason::Staff, worth(record.ticket));
	}
	for (_, _, record) in crate::Releases::<Test>::iter() {
		add(record.publisher, HoldReason::Release, worth(record.ticket));
	}
	for (_, record) in crate::Installed::<Test>::iter() {
		add(record.depositor, HoldReason::Report, worth(record.ticket));
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
	Balances::balance_on_hold(&RuntimeHoldReason::DeviceFirmware(reason), &who)
}

/// What a record costs that is held for `reason`.
pub fn deposit(reason: HoldReason) -> u64 {
	fn price<P: Convert<Footprint, u64>>(footprint: Footprint) -> u64 {
		P::convert(footprint)
	}
	match reason {
		HoldReason::Staff => price::<StaffPrice>(DeviceFirmware::staff_footprint()),
		HoldReason::Release => price::<ReleasePrice>(DeviceFirmware::release_footprint()),
		HoldReason::Report => price::<ReportPrice>(DeviceFirmware::report_footprint()),
	}
}

/// A private key of any algorithm, made from a seed.
#[derive(Clone)]
#[allow(clippy::large_enum_variant)]
pub enum Signer {
	Ed25519(ed25519::Pair),
	P256(p256::ecdsa::SigningKey),
	Sr25519(sr25519::Pair),
	Secp256k1(ecdsa::Pair),
}

impl Signer {
	pub fn new(algorithm: KeyAlgorithm, seed: impl Encode) -> Self {
		let seed = blake2_256(&seed.encode());
		match algorithm {
			KeyAlgorithm::Ed25519 => Self::Ed25519(ed25519::Pair::from_seed(&seed)),
			KeyAlgorithm::P256 => Self::P256(p256::ecdsa::SigningKey::from_slice(&seed).unwrap()),
			KeyAlgorithm::Sr25519 => Self::Sr25519(sr25519::Pair::from_seed(&seed)),
			KeyAlgorithm::Secp256k1 => Self::Secp256k1(ecdsa::Pair::from_seed(&seed)),
		}
	}

	pub fn key(&self) -> DeviceKey {
		match self {
			Self::Ed25519(pair) => DeviceKey::Ed25519(pair.public().0),
			Self::P256(pair) => {
				let point = pair.verifying_key().to_encoded_point(true);
				DeviceKey::P256(point.as_bytes().try_into().unwrap())
			},
			Self::Sr25519(pair) => DeviceKey::Sr25519(pair.public().0),
			Self::Secp256k1(pair) => DeviceKey::Secp256k1(pair.public().0),
		}
	}

	/// Signs bytes as they are.
	pub fn sign_bytes(&self, message: &[u8]) -> DeviceSignature {
		match self {
			Self::Ed25519(pair) => DeviceSignature::Ed25519(pair.sign(message).0),
			Self::P256(pair) => {
				let signature: p256::ecdsa::Signature = pair.sign(message);
				DeviceSignature::P256(signature.to_bytes().into())
			},
			Self::Sr25519(pair) => DeviceSignature::Sr25519(pair.sign(message).0),
			Self::Secp256k1(pair) => {
				let signature = pair.sign_prehashed(&sha2_256(message));
				DeviceSignature::Secp256k1(signature.0[..64].try_into().unwrap())
			},
		}
	}

	/// Signs a payload for the chain of the tests.
	pub fn sign<P: SignedPayload>(&self, payload: &P) -> DeviceSignature {
		self.sign_bytes(&signing_bytes(&GENESIS, payload))
	}
}

/// What a device's firmware knows, and what it signs.
#[derive(Clone)]
pub struct TestDevice {
	pub algorithm: KeyAlgorithm,
	pub seed: u32,
}

impl TestDevice {
	pub fn new(algorithm: KeyAlgorithm, seed: u32) -> Self {
		Self { algorithm, seed }
	}

	pub fn id(&self) -> DeviceId {
		DeviceId(H256(blake2_256(&("device", self.algorithm.code(), self.seed).encode())))
	}

	/// The operational key that the device uses as number `index`.
	pub fn op(&self, index: u16) -> Signer {
		Signer::new(self.algorithm, ("operational", self.seed, index))
	}

	/// Has the device registered: active, with key 0.
	pub fn register(&self, model: ModelId) {
		TestRegistry::add_device(self.id(), model, self.op(0).key());
	}

	pub fn says(&self, seq: Seq, image_digest: ImageDigest, at: Moment) -> FirmwareReport {
		FirmwareReport { device: self.id(), seq, image_digest, at }
	}
}
