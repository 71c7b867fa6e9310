// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and simulators of what speaks to it: devices and manufacturers.

use crate::{self as pallet_device_identity, HoldReason, KeyIndex, Moment, NewKey};
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
	signing_bytes, BirthRecord, DeviceId, DeviceKey, DeviceLiens, DeviceLife, DeviceSignature,
	DeviceVetting, Distrust, KeyAlgorithm, KeyAuthorisation, KeyPurposes, KeyRotation, ModelId,
	Possession, Reactivation, SignedPayload, TransferAcceptance, TrustPurpose,
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
	#[runtime::pallet_index(50)]
	pub type DeviceIdentity = pallet_device_identity;
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
pub const GRACE: Moment = HOUR;
pub const MAX_TERM: Moment = 30 * DAY;
pub const RETENTION: Moment = 90 * DAY;
pub const MAX_LIVE_KEYS: u32 = 4;
pub const MAX_KEY_RECORDS: u32 = 8;
pub const MAX_PAGE: u32 = 10;

parameter_types! {
	pub const ManufacturerHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Manufacturer);
	pub const ModelHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Model);
	pub const DeviceHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Device);
	pub const KeyHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Key);
	pub const BatchHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Batch);
	pub const OperatorHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Operator);
}

type ManufacturerPrice = LinearStoragePrice<ConstU64<5_000>, ConstU64<1>, u64>;
type ModelPrice = LinearStoragePrice<ConstU64<700>, ConstU64<1>, u64>;
type DevicePrice = LinearStoragePrice<ConstU64<300>, ConstU64<1>, u64>;
type KeyPrice = LinearStoragePrice<ConstU64<20>, ConstU64<1>, u64>;
type BatchPrice = LinearStoragePrice<ConstU64<900>, ConstU64<1>, u64>;
type OperatorPrice = LinearStoragePrice<ConstU64<30>, ConstU64<1>, u64>;
type Ticket<Reason, Price> = HoldConsideration<u64, Balances, Reason, Price>;

impl pallet_device_identity::Config for Test {
	type Currency = Balances;
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type ManufacturerTicket = Ticket<ManufacturerHold, ManufacturerPrice>;
	type ModelTicket = Ticket<ModelHold, ModelPrice>;
	type DeviceTicket = Ticket<DeviceHold, DevicePrice>;
	type KeyTicket = Ticket<KeyHold, KeyPrice>;
	type BatchTicket = Ticket<BatchHold, BatchPrice>;
	type OperatorTicket = Ticket<OperatorHold, OperatorPrice>;
	type Vetting = TestVetting;
	type Liens = TestLiens;
	type RotationGrace = ConstU64<GRACE>;
	type MaxTransferTerm = ConstU64<MAX_TERM>;
	type Retention = ConstU64<RETENTION>;
	type MaxRootKeys = ConstU32<4>;
	type MaxLiveKeys = ConstU32<MAX_LIVE_KEYS>;
	type MaxKeyRecords = ConstU32<MAX_KEY_RECORDS>;
	type MaxPage = ConstU32<MAX_PAGE>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = SetNow;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct SetNow;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for SetNow {
	fn set_time(now: Moment) {
		set_now(now);
	}
}

thread_local! {
	static ENCUMBERED: RefCell<BTreeSet<DeviceId>> = const { RefCell::new(BTreeSet::new()) };
	static OBJECTIONS: RefCell<BTreeMap<(DeviceId, TrustPurpose), Distrust>> =
		const { RefCell::new(BTreeMap::new()) };
}

/// Stands for pallets that know what makes a device untrustworthy.
pub struct TestVetting;

impl TestVetting {
	pub fn object(device: DeviceId, purpose: TrustPurpose, why: Distrust) {
		OBJECTIONS.with(|map| map.borrow_mut().insert((device, purpose), why));
	}
}

impl DeviceVetting<u64> for TestVetting {
	fn vet(
		device: &DeviceId,
		_life: &DeviceLife<u64>,
		purpose: TrustPurpose,
	) -> Result<(), Distrust> {
		OBJECTIONS.with(|map| match map.borrow().get(&(*device, purpose)) {
			Some(why) => Err(*why),
			None => Ok(()),
		})
	}
}

/// Stands for pallets that hold devices to something.
pub struct TestLiens;

impl TestLiens {
	pub fn hold(device: DeviceId) {
		ENCUMBERED.with(|set| set.borrow_mut().insert(device));
	}

	pub fn release(device: DeviceId) {
		ENCUMBERED.with(|set| set.borrow_mut().remove(&device));
	}
}

impl DeviceLiens for TestLiens {
	fn is_encumbered(device: &DeviceId) -> bool {
		ENCUMBERED.with(|set| set.borrow().contains(device))
	}
}

/// The account that acts for the manufacturer.
pub const MAKER: u64 = 1;
/// An account that acts for another manufacturer.
pub const OTHER_MAKER: u64 = 2;
/// Owns devices.
pub const ALICE: u64 = 3;
/// Buys devices.
pub const BOB: u64 = 4;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 5;
/// Carries what devices signed to the chain.
pub const CARRIER: u64 = 6;
/// Cannot pay any deposit.
pub const POOR: u64 = 7;
/// Does for owners what they let it.
pub const OPERATOR: u64 = 8;

/// What every actor but [`POOR`] starts with.
pub const START: u64 = 1_000_000;
/// What [`POOR`] starts with.
pub const LITTLE: u64 = 10;
/// When tests start, in milliseconds since 1970.
pub const T0: Moment = 1_767_225_600_000;

pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);

pub fn new_test_ext() -> sp_io::TestExternalities {
	ENCUMBERED.with(|set| set.borrow_mut().clear());
	OBJECTIONS.with(|map| map.borrow_mut().clear());
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let rich = [MAKER, OTHER_MAKER, ALICE, BOB, STRANGER, CARRIER, OPERATOR];
	let rich = rich.map(|who| (who, START));
	let balances = rich.into_iter().chain([(POOR, LITTLE)]).collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		frame_system::BlockHash::<Test>::insert(0, GENESIS);
		System::set_block_number(1);
		System::set_parent_hash(GENESIS);
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
pub struct ExtBuilder {
	balances: Vec<(u64, u64)>,
}

impl ExtBuilder {
	pub fn with_balance(mut self, who: u64, amount: u64) -> Self {
		self.balances.push((who, amount));
		self
	}

	/// Runs `test` at block 1, then checks everything that must stay true.
	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		new_test_ext().execute_with(|| {
			for (who, amount) in self.balances {
				let _ = <Balances as frame_support::traits::fungible::Mutate<u64>>::set_balance(
					&who, amount,
				);
			}
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
	let number = System::block_number() + 1;
	System::set_block_number(number);
	System::set_parent_hash(H256(blake2_256(&number.encode())));
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a ticket.
pub fn check_everything() {
	DeviceIdentity::do_try_state().unwrap();
	check_holds();
}

/// Every reason for which the pallet holds funds.
pub const HOLD_REASONS: [HoldReason; 6] = [
	HoldReason::Manufacturer,
	HoldReason::Model,
	HoldReason::Device,
	HoldReason::Key,
	HoldReason::Batch,
	HoldReason::Operator,
];

fn worth(ticket: impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

/// What each account ought to have on hold for each reason, by the tickets in storage.
fn expected_holds() -> BTreeMap<(u64, u8), u64> {
	let mut holds = BTreeMap::new();
	let mut add = |who: u64, reason: HoldReason, amount| {
		*holds.entry((who, reason as u8)).or_insert(0) += amount;
	};
	for (_, record) in crate::Manufacturers::<Test>::iter() {
		add(record.account, HoldReason::Manufacturer, worth(record.ticket));
	}
	for (id, record) in crate::Models::<Test>::iter() {
		let maker = crate::Manufacturers::<Test>::get(id.manufacturer).unwrap();
		add(maker.account, HoldReason::Model, worth(record.ticket));
	}
	for (_, record) in crate::Devices::<Test>::iter() {
		add(record.depositor, HoldReason::Device, worth(record.ticket));
	}
	for (_, _, record) in crate::OperationalKeys::<Test>::iter() {
		add(record.depositor, HoldReason::Key, worth(record.ticket));
	}
	for (manufacturer, _, record) in crate::BirthBatches::<Test>::iter() {
		let maker = crate::Manufacturers::<Test>::get(manufacturer).unwrap();
		add(maker.account, HoldReason::Batch, worth(record.ticket));
	}
	for (_, _, record) in crate::Operators::<Test>::iter() {
		add(record.depositor, HoldReason::Operator, worth(record.ticket));
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
	Balances::balance_on_hold(&RuntimeHoldReason::DeviceIdentity(reason), &who)
}

/// What a record costs that is held for `reason`.
pub fn deposit(reason: HoldReason) -> u64 {
	fn price<P: Convert<Footprint, u64>>(footprint: Footprint) -> u64 {
		P::convert(footprint)
	}
	match reason {
		HoldReason::Manufacturer =>
			price::<ManufacturerPrice>(DeviceIdentity::manufacturer_footprint()),
		HoldReason::Model => price::<ModelPrice>(DeviceIdentity::model_footprint()),
		HoldReason::Device => price::<DevicePrice>(DeviceIdentity::device_footprint()),
		HoldReason::Key => price::<KeyPrice>(DeviceIdentity::key_footprint()),
		HoldReason::Batch => price::<BatchPrice>(DeviceIdentity::batch_footprint()),
		HoldReason::Operator => price::<OperatorPrice>(DeviceIdentity::operator_footprint()),
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
	pub identity: Signer,
}

impl TestDevice {
	pub fn new(algorithm: KeyAlgorithm, seed: u32) -> Self {
		Self { algorithm, seed, identity: Signer::new(algorithm, ("identity", seed)) }
	}

	pub fn id(&self) -> DeviceId {
		DeviceId::from_key(&self.identity.key())
	}

	/// The device's own operational key that it uses as number `index`.
	pub fn op(&self, index: KeyIndex) -> Signer {
		Signer::new(self.algorithm, ("operational", self.seed, index))
	}

	pub fn birth(&self, model: ModelId) -> BirthRecord {
		BirthRecord {
			model,
			identity_key: self.identity.key(),
			serial_commit: H256(blake2_256(&("serial", self.seed).encode())),
			cert_sha256: None,
		}
	}

	pub fn possession(&self, model: ModelId) -> DeviceSignature {
		self.identity.sign(&Possession { device: self.id(), model })
	}

	pub fn acceptance(
		&self,
		owner: u64,
		epoch: u32,
		key: KeyIndex,
	) -> (TransferAcceptance<u64>, DeviceSignature) {
		let acceptance = TransferAcceptance { device: self.id(), owner, epoch, key };
		let consent = self.identity.sign(&acceptance);
		(acceptance, consent)
	}

	/// The operational key number `index`, with the proof that the device holds it.
	pub fn new_key(&self, index: KeyIndex, epoch: u32, purposes: KeyPurposes) -> NewKey {
		self.new_key_by(&self.op(index), index, epoch, purposes)
	}

	/// Any key as operational key number `index`.
	pub fn new_key_by(
		&self,
		signer: &Signer,
		index: KeyIndex,
		epoch: u32,
		purposes: KeyPurposes,
	) -> NewKey {
		let possession = signer.sign(&KeyRotation { device: self.id(), index, epoch });
		NewKey { key: signer.key(), purposes, possession }
	}

	pub fn authorisation(
		&self,
		index: KeyIndex,
		epoch: u32,
		purposes: KeyPurposes,
		replaces: Option<KeyIndex>,
	) -> KeyAuthorisation {
		let key = self.op(index).key();
		KeyAuthorisation { device: self.id(), index, epoch, key, purposes, replaces }
	}

	pub fn reactivation(&self, epoch: u32, nonce: H256) -> (Reactivation, DeviceSignature) {
		let proof = Reactivation { device: self.id(), epoch, nonce };
		let signature = self.identity.sign(&proof);
		(proof, signature)
	}
}
