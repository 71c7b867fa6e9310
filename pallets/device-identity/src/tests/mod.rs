// SPDX-License-Identifier: Apache-2.0

//! What must stay true, by theme, and how tests get a chain into the state they need.

mod care;
mod coverage;
mod deposits;
mod did;
mod keys;
mod manufacturers;
mod model;
mod models;
mod operators;
mod ownership;
mod privileges;
mod provisioning;
mod registration;
mod registry;
mod replay;
mod vouchers;

use crate::{mock::*, *};
use frame_support::{assert_ok, storage::with_transaction, weights::Weight};
use mote_primitives::{
	birth_tree, merkle, BirthBatch, BirthRecord, DeviceKey, DeviceSignature, KeyAlgorithm,
	KeyPurposes, ManufacturerId, ModelId, OperatorRights, Voucher, VoucherAssertion, VoucherClaim,
	VoucherFreshness, VoucherHandover,
};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult, TransactionOutcome};
use std::sync::OnceLock;

/// The manufacturer that [`MAKER`] acts for.
const FACTORY: ManufacturerId = 0;
/// The model that most devices are of: meters, keys of every algorithm.
const MODEL: ModelId = ModelId { manufacturer: FACTORY, product: 1 };
const DOCUMENT: H256 = H256::repeat_byte(0xd0);
const PRICE: u64 = 4_321;

fn trustees() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Runs `test`, checks everything that must stay true, and undoes what was done to the chain.
fn undone(test: impl FnOnce()) {
	assert_ok!(with_transaction(|| {
		test();
		check_everything();
		TransactionOutcome::Rollback(DispatchResult::Ok(()))
	}));
}

/// Dispatches as the chain does: what fails leaves nothing behind.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|e| e.error)
}

fn purposes(bits: u8) -> KeyPurposes {
	KeyPurposes::new(bits).unwrap()
}

fn root_signer(position: u8) -> Signer {
	static SIGNERS: OnceLock<[Signer; 4]> = OnceLock::new();
	let make =
		|| [0u8, 1, 2, 3].map(|n| Signer::new(KeyAlgorithm::ALL[usize::from(n)], ("root", n)));
	SIGNERS.get_or_init(make)[usize::from(position)].clone()
}

/// One root key of each algorithm, at the position of the algorithm's code.
fn root_keys() -> RootKeysOf<Test> {
	(0..4).map(|i| root_signer(i).key()).collect::<Vec<_>>().try_into().unwrap()
}

fn other_root_keys() -> RootKeysOf<Test> {
	vec![DeviceKey::Sr25519([9; 32])].try_into().unwrap()
}

fn spec(class: DeviceClass) -> ModelSpec {
	ModelSpec { hw_version: 1, class, algorithms: AlgorithmSet::ALL, max_power_w: Some(11_000) }
}

fn propose() {
	assert_ok!(DeviceIdentity::propose_manufacturer(
		signed(MAKER),
		Some(0xfff1),
		root_keys(),
		DOCUMENT
	));
}

fn approve() {
	assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), FACTORY, root_keys()));
}

/// An approved manufacturer.
fn factory() {
	propose();
	approve();
}

/// An approved manufacturer with a model.
fn factory_with_model() {
	factory();
	assert_ok!(DeviceIdentity::add_model(signed(MAKER), MODEL, spec(DeviceClass::Meter)));
}

fn device(seed: u32) -> TestDevice {
	TestDevice::new(KeyAlgorithm::Ed25519, seed)
}

fn register(device: &TestDevice) -> DispatchResult {
	register_as(device, MODEL)
}

fn register_as(device: &TestDevice, model: ModelId) -> DispatchResult {
	let birth = device.birth(model);
	let signature = root_signer(0).sign(&birth);
	DeviceIdentity::register(signed(MAKER), birth, 0, signature, device.possession(model))
}

/// A registered device of a factory that is made for it if need be.
fn registered(seed: u32) -> TestDevice {
	if NextManufacturerId::<Test>::get() == 0 {
		factory_with_model();
	}
	let device = device(seed);
	assert_ok!(register(&device));
	device
}

fn record(device: &TestDevice) -> DeviceRecordOf<Test> {
	Devices::<Test>::get(device.id()).unwrap()
}

fn status(device: &TestDevice) -> DeviceStatus {
	record(device).status
}

fn key_record(device: &TestDevice, index: KeyIndex) -> KeyRecordOf<Test> {
	OperationalKeys::<Test>::get(device.id(), index).unwrap()
}

fn key_status(device: &TestDevice, index: KeyIndex) -> KeyStatus {
	key_record(device, index).status
}

/// The key that the device would take into use next under its present owner.
fn next_key(device: &TestDevice, purposes: KeyPurposes) -> NewKey {
	let record = record(device);
	device.new_key(record.next_key, record.epoch, purposes)
}

/// The call with which `to` accepts the device with a new key, and pays `price`.
fn acceptance_call(device: &TestDevice, to: u64, price: Option<u64>) -> Call<Test> {
	let record = record(device);
	let epoch = record.epoch + 1;
	let (acceptance, consent) = device.acceptance(to, epoch, record.next_key);
	let key = device.new_key(record.next_key, epoch, KeyPurposes::ALL);
	Call::accept_transfer { acceptance, consent, price, key: Some(key) }
}

/// The call with which `owner` activates the device.
fn activation_call(device: &TestDevice, owner: u64) -> Call<Test> {
	let (acceptance, consent) = device.acceptance(owner, 1, 0);
	Call::activate { acceptance, consent, key: device.new_key(0, 1, KeyPurposes::ALL) }
}

fn offer(device: &TestDevice, to: u64, price: Option<u64>) {
	let owner = record(device).owner;
	assert_ok!(DeviceIdentity::offer_transfer(signed(owner), device.id(), to, now() + DAY, price));
}

/// Hands the device over to `to`, with a new key for all purposes.
fn hand_to(device: &TestDevice, to: u64) {
	offer(device, to, None);
	assert_ok!(dispatch(signed(to), acceptance_call(device, to, None)));
}

/// A device of Alice, in use, with operational key 0 for all purposes, in epoch 1.
fn active(seed: u32) -> TestDevice {
	let device = registered(seed);
	hand_to(&device, ALICE);
	device
}

fn add_key(device: &TestDevice, purposes: KeyPurposes) -> KeyIndex {
	let key = next_key(device, purposes);
	let index = record(device).next_key;
	assert_ok!(DeviceIdentity::add_key(signed(record(device).owner), device.id(), key));
	index
}

fn rotate(device: &TestDevice, replaces: KeyIndex) -> KeyIndex {
	let key = next_key(device, key_record(device, replaces).purposes);
	let index = record(device).next_key;
	assert_ok!(DeviceIdentity::rotate_key(
		signed(record(device).owner),
		device.id(),
		replaces,
		key
	));
	index
}

fn revoke_key(device: &TestDevice, index: KeyIndex) -> DispatchResult {
	let owner = signed(record(device).owner);
	DeviceIdentity::revoke_key(owner, device.id(), index, RevocationReason::Compromised)
}

fn suspend(origin: RuntimeOrigin, device: &TestDevice) -> DispatchResult {
	DeviceIdentity::suspend(origin, device.id(), SuspensionReason::Security)
}

/// The nonce that the device must sign to come back.
fn nonce(device: &TestDevice) -> H256 {
	match status(device) {
		DeviceStatus::Suspended { nonce, .. } | DeviceStatus::Lost { nonce, .. } => nonce,
		other => panic!("{other:?} has no nonce"),
	}
}

fn reactivate(origin: RuntimeOrigin, device: &TestDevice) -> DispatchResult {
	let (proof, signature) = device.reactivation(record(device).epoch, nonce(device));
	DeviceIdentity::reactivate(origin, proof, signature)
}

fn decommission(device: &TestDevice) {
	assert_ok!(DeviceIdentity::decommission(signed(record(device).owner), device.id()));
}

fn name_operator(device: &TestDevice, rights: OperatorRights) {
	let owner = signed(record(device).owner);
	let until = now() + DAY;
	assert_ok!(DeviceIdentity::name_operator(owner, device.id(), OPERATOR, rights, until));
}

/// Birth records under one root, as a factory keeps them.
struct Births {
	batch: BirthBatch,
	records: Vec<BirthRecord>,
	tree: merkle::Tree,
}

impl Births {
	/// Batch `number` of the factory, of devices of its model.
	fn of(number: BatchNumber, devices: &[TestDevice]) -> Self {
		Self::with(number, devices.iter().map(|device| device.birth(MODEL)).collect())
	}

	fn with(number: BatchNumber, records: Vec<BirthRecord>) -> Self {
		let tree = birth_tree(&records).unwrap();
		let (root, count) = (tree.root(), tree.count());
		Self { batch: BirthBatch { manufacturer: FACTORY, number, root, count }, records, tree }
	}

	/// Opens the batch with these devices, under the next number.
	fn opened(devices: &[TestDevice]) -> Self {
		let births = Self::of(Manufacturers::<Test>::get(FACTORY).unwrap().next_batch, devices);
		assert_ok!(dispatch(signed(MAKER), births.opening()));
		births
	}

	fn path(&self, index: u32) -> BirthPath {
		self.tree.proof(index).unwrap().try_into().unwrap()
	}

	fn opening(&self) -> Call<Test> {
		let signature = root_signer(0).sign(&self.batch);
		Call::open_batch { batch: self.batch.clone(), root_key: 0, signature }
	}

	/// The call that claims `device`, whose record is the one at `index`.
	fn claim(&self, device: &TestDevice, index: u32) -> Call<Test> {
		let birth = self.records[index as usize].clone();
		Call::claim {
			number: self.batch.number,
			possession: device.possession(birth.model),
			birth,
			index,
			path: self.path(index),
		}
	}
}

/// A device that [`CARRIER`] claimed out of a batch of three.
fn claimed(seed: u32) -> TestDevice {
	if NextManufacturerId::<Test>::get() == 0 {
		factory_with_model();
	}
	let births = Births::opened(&[seed, seed + 1_000, seed + 2_000].map(device));
	assert_ok!(dispatch(signed(CARRIER), births.claim(&device(seed), 0)));
	device(seed)
}

/// Somebody through whose hands a voucher goes.
fn holder(number: u32) -> Signer {
	Signer::new(KeyAlgorithm::ALL[number as usize % 4], ("holder", number))
}

/// A voucher for a day, for the first holder.
fn voucher(device: &TestDevice) -> Voucher {
	Voucher {
		device: device.id(),
		owner_key: holder(0).key(),
		assertion: VoucherAssertion::Verified,
		freshness: VoucherFreshness::Expires(T0 + DAY),
	}
}

/// A voucher that root key 0 signed and that went through `handovers` more hands, to become that of
/// `owner`.
fn chain_of(voucher: Voucher, handovers: u8, owner: u64) -> VoucherChain {
	let hash = voucher.hash();
	let pass = |position: u8| {
		let next = holder(u32::from(position) + 1).key();
		let word = VoucherHandover { voucher: hash, position, next };
		Handover { next, signature: holder(position.into()).sign(&word) }
	};
	VoucherChain {
		root_key: 0,
		signature: root_signer(0).sign(&voucher),
		handovers: (0..handovers).map(pass).collect::<Vec<_>>().try_into().unwrap(),
		claim: holder(handovers.into()).sign(&VoucherClaim { voucher: hash, owner }),
		voucher,
	}
}

/// The call with which `owner` comes by the device with this voucher.
fn voucher_call(device: &TestDevice, chain: VoucherChain, owner: u64) -> Call<Test> {
	let (acceptance, consent) = device.acceptance(owner, 1, 0);
	let key = device.new_key(0, 1, KeyPurposes::ALL);
	Call::claim_with_voucher { chain: Box::new(chain), acceptance, consent, key }
}

fn assert_last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}

fn assert_event(event: Event<Test>) {
	System::assert_has_event(event.into());
}
