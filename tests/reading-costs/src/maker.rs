// SPDX-License-Identifier: Apache-2.0

//! Who makes devices, and the devices it makes.

use codec::Encode;
use mote_pallet_testing::Signer;
use mote_primitives::{
	BirthRecord, DeviceId, KeyAlgorithm, KeyPurposes, KeyRotation, ModelId, Possession,
	TransferAcceptance,
};
use mote_runtime::{AccountId, Balances, DeviceIdentity, Hash, RuntimeOrigin, MOTE};
use pallet_device_identity::{AlgorithmSet, DeviceClass, ModelSpec, NewKey};
use sp_io::hashing::blake2_256;
use sp_runtime::MultiAddress;

pub(crate) const MODEL: ModelId = ModelId { manufacturer: 0, product: 1 };

/// Gives somebody money.
pub(crate) fn endow(who: AccountId, amount: u128) {
	Balances::force_set_balance(RuntimeOrigin::root(), MultiAddress::Id(who), amount).unwrap();
}

/// The one manufacturer of a chain, with one model.
pub(crate) struct Maker {
	pub(crate) account: AccountId,
	genesis: Hash,
	root: Signer,
	algorithm: KeyAlgorithm,
}

/// A registered device.
pub(crate) struct Made {
	pub(crate) id: DeviceId,
	identity: Signer,
	pub(crate) signer: Signer,
}

impl Maker {
	/// Puts it on the chain, with a model of this class.
	pub(crate) fn new(genesis: Hash, algorithm: KeyAlgorithm, class: DeviceClass) -> Self {
		let root = Signer::new(KeyAlgorithm::Ed25519, "root key");
		let account: AccountId = blake2_256(b"owner").into();
		let origin = || RuntimeOrigin::signed(account.clone());
		endow(account.clone(), 10_000_000 * MOTE);
		let keys = vec![root.key()];
		let as_bounded = || keys.clone().try_into().unwrap();
		DeviceIdentity::propose_manufacturer(origin(), None, as_bounded(), Hash::zero()).unwrap();
		DeviceIdentity::approve_manufacturer(RuntimeOrigin::root(), 0, as_bounded()).unwrap();
		let algorithms = AlgorithmSet::ALL;
		let model = ModelSpec { hw_version: 1, class, algorithms, max_power_w: None };
		DeviceIdentity::add_model(origin(), MODEL, model).unwrap();
		Self { account, genesis, root, algorithm }
	}

	pub(crate) fn origin(&self) -> RuntimeOrigin {
		RuntimeOrigin::signed(self.account.clone())
	}

	/// Registers a device. It belongs to the manufacturer.
	pub(crate) fn make(&self, number: u32) -> Made {
		let identity = Signer::new(self.algorithm, ("identity", number));
		let signer = Signer::new(self.algorithm, ("operational", number));
		let id = DeviceId::from_key(&identity.key());
		let birth = BirthRecord {
			model: MODEL,
			identity_key: identity.key(),
			serial_commit: blake2_256(&number.encode()).into(),
			cert_sha256: None,
		};
		let birth_signature = self.root.sign(&self.genesis, &birth);
		let possession = identity.sign(&self.genesis, &Possession { device: id, model: MODEL });
		DeviceIdentity::register(self.origin(), birth, 0, birth_signature, possession).unwrap();
		Made { id, identity, signer }
	}

	/// Puts a device into use under its manufacturer's account.
	pub(crate) fn activate(&self, made: &Made) {
		let (acceptance, key) = self.first_use(made, self.account.clone());
		let consent = made.identity.sign(&self.genesis, &acceptance);
		DeviceIdentity::activate(self.origin(), acceptance, consent, key).unwrap();
	}

	/// Gives a device to somebody, who puts it into use.
	pub(crate) fn hand_over(&self, made: &Made, to: &AccountId, expires: u64) {
		DeviceIdentity::offer_transfer(self.origin(), made.id, to.clone(), expires, None).unwrap();
		let (acceptance, key) = self.first_use(made, to.clone());
		let consent = made.identity.sign(&self.genesis, &acceptance);
		let origin = RuntimeOrigin::signed(to.clone());
		DeviceIdentity::accept_transfer(origin, acceptance, consent, None, Some(key)).unwrap();
	}

	fn first_use(&self, made: &Made, owner: AccountId) -> (TransferAcceptance<AccountId>, NewKey) {
		let (device, epoch) = (made.id, 1);
		let acceptance = TransferAcceptance { device, owner, epoch, key: 0 };
		let rotation = KeyRotation { device, index: 0, epoch };
		let possession = made.signer.sign(&self.genesis, &rotation);
		let purposes = KeyPurposes::ASSERT;
		(acceptance, NewKey { key: made.signer.key(), purposes, possession })
	}
}
