// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call.
//!
//! Every signature is secp256k1 with the second recovery id, the dearest that a device can use: the
//! host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as DeviceIdentity;
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate, EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_primitives::{
	benchmarking::Signer, birth_leaf, merkle, BirthBatch, BirthRecord, DeviceId, DeviceKey,
	DeviceSignature, KeyAuthorisation, KeyPurposes, KeyRotation, ManufacturerId, ModelId,
	OperatorRights, Possession, Reactivation, TransferAcceptance, Voucher, VoucherAssertion,
	VoucherClaim, VoucherFreshness, VoucherHandover, MAX_BATCH, MAX_BATCH_PATH, MAX_HANDOVERS,
};
use sp_core::H256;
use sp_io::hashing::sha2_256;
use sp_runtime::traits::{Bounded, Zero};

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper {
	/// Make it this time.
	fn set_time(now: Moment);
}

const NOW: Moment = 1_767_225_600_000;
const BOTH: u8 = 3;

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

/// An account that can pay any deposit.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	one_of_the_rich::<T>(name, 0)
}

fn one_of_the_rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::Currency::set_balance(&who, BalanceOf::<T>::max_value() / 1_000u32.into());
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The longest list of root keys; `root` is its last.
fn root_keys<T: Config>(root: &Signer) -> RootKeysOf<T> {
	let mut keys: Vec<_> =
		(1..T::MaxRootKeys::get()).map(|i| DeviceKey::Ed25519([i as u8; 32])).collect();
	keys.push(root.key());
	keys.try_into().expect("as many as fit")
}

fn spec() -> ModelSpec {
	ModelSpec {
		hw_version: 1,
		class: DeviceClass::Meter,
		algorithms: AlgorithmSet::ALL,
		max_power_w: Some(11_000),
	}
}

/// An approved manufacturer with a model.
struct Factory<T: Config> {
	account: T::AccountId,
	id: ManufacturerId,
	model: ModelId,
	root: Signer,
}

impl<T: Config> Factory<T> {
	fn proposed() -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let account = rich::<T>("manufacturer");
		let root = Signer::new();
		let id = NextManufacturerId::<T>::get();
		assert_ok!(DeviceIdentity::<T>::do_propose_manufacturer(
			account.clone(),
			Some(1),
			root_keys::<T>(&root),
			H256::repeat_byte(1)
		));
		Self { account, id, model: ModelId { manufacturer: id, product: 1 }, root }
	}

	/// Beside one that was revoked, so that every question about a device looks at its
	/// manufacturer.
	fn approved() -> Self {
		let revoked = Self::proposed();
		assert_ok!(DeviceIdentity::<T>::do_revoke_manufacturer(revoked.id));
		let factory = Self::proposed();
		assert_ok!(DeviceIdentity::<T>::do_approve_manufacturer(
			factory.id,
			root_keys::<T>(&factory.root)
		));
		factory
	}

	fn with_model() -> Self {
		let factory = Self::approved();
		assert_ok!(DeviceIdentity::<T>::do_add_model(
			factory.account.clone(),
			factory.model,
			spec()
		));
		factory
	}

	fn birth(&self, identity: &Signer) -> BirthRecord {
		BirthRecord {
			model: self.model,
			identity_key: identity.key(),
			serial_commit: H256::repeat_byte(2),
			cert_sha256: Some([3; 32]),
		}
	}

	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}
}

/// A registered device.
struct Subject<T: Config> {
	factory: Factory<T>,
	identity: Signer,
	device: DeviceId,
}

impl<T: Config> Subject<T> {
	fn registered() -> Self {
		let factory = Factory::<T>::with_model();
		let identity = Signer::new();
		let device = DeviceId::from_key(&identity.key());
		let birth = factory.birth(&identity);
		let birth_signature = factory.root.sign(&genesis::<T>(), &birth);
		let possession =
			identity.sign(&genesis::<T>(), &Possession { device, model: factory.model });
		assert_ok!(DeviceIdentity::<T>::do_register(
			factory.account.clone(),
			birth,
			(T::MaxRootKeys::get() - 1) as u8,
			birth_signature,
			possession,
		));
		Self { factory, identity, device }
	}

	/// A device out of a batch, for which somebody else than its owner has the deposit.
	fn claimed() -> Self {
		let factory = Factory::<T>::with_model();
		let identity = Signer::new();
		let device = DeviceId::from_key(&identity.key());
		let birth = factory.birth(&identity);
		let path = open_batch::<T>(&factory, &birth);
		let possession =
			identity.sign(&genesis::<T>(), &Possession { device, model: factory.model });
		let carrier = rich::<T>("carrier");
		assert_ok!(DeviceIdentity::<T>::do_claim(carrier, 0, birth, 0, path, possession));
		Self { factory, identity, device }
	}

	/// An active device with `keys` operational keys, of which the last alone may assert data.
	fn active(keys: u32) -> Self {
		let subject = Self::registered();
		for i in 0..keys {
			let purposes =
				if i + 1 == keys { KeyPurposes::ASSERT } else { KeyPurposes::AUTHENTICATE };
			subject.insert_key(&Signer::new(), purposes);
		}
		subject.set_status(DeviceStatus::Active);
		subject
	}

	fn insert_key(&self, key: &Signer, purposes: KeyPurposes) -> KeyIndex {
		self.insert_key_of(&self.factory.account, key, purposes)
	}

	fn insert_key_of(
		&self,
		depositor: &T::AccountId,
		key: &Signer,
		purposes: KeyPurposes,
	) -> KeyIndex {
		let mut record = Devices::<T>::get(self.device).expect("registered");
		let new =
			NewKey { key: key.key(), purposes, possession: DeviceSignature::Secp256k1([0; 64]) };
		let index = DeviceIdentity::<T>::start_key(depositor, &self.device, &mut record, new)
			.expect("there is room");
		record.epoch = 1;
		Devices::<T>::insert(self.device, record);
		index
	}

	fn set_status(&self, status: DeviceStatus) {
		Devices::<T>::mutate(self.device, |record| {
			record.as_mut().expect("registered").status = status
		});
	}

	fn record(&self) -> DeviceRecordOf<T> {
		Devices::<T>::get(self.device).expect("registered")
	}

	/// A key that is ready to be the next one in `epoch`.
	fn new_key(&self, epoch: Epoch) -> NewKey {
		let signer = Signer::new();
		let claim = KeyRotation { device: self.device, index: self.record().next_key, epoch };
		NewKey {
			key: signer.key(),
			purposes: KeyPurposes::new(BOTH).expect("known bits"),
			possession: signer.sign(&genesis::<T>(), &claim),
		}
	}

	fn acceptance(&self, owner: &T::AccountId) -> TransferAcceptance<T::AccountId> {
		let record = self.record();
		TransferAcceptance {
			device: self.device,
			owner: owner.clone(),
			epoch: record.epoch + 1,
			key: record.next_key,
		}
	}

	fn offer(&self, to: &T::AccountId, price: Option<BalanceOf<T>>) {
		assert_ok!(DeviceIdentity::<T>::do_offer_transfer(
			self.factory.account.clone(),
			self.device,
			to.clone(),
			NOW + T::MaxTransferTerm::get(),
			price,
		));
	}

	fn owner(&self) -> RawOrigin<T::AccountId> {
		self.factory.origin()
	}

	/// Somebody who may do everything that an operator can: dearer to check than the owner.
	fn operator(&self) -> RawOrigin<T::AccountId> {
		let operator = rich::<T>("operator");
		assert_ok!(DeviceIdentity::<T>::do_name_operator(
			self.factory.account.clone(),
			self.device,
			operator.clone(),
			OperatorRights::ALL,
			NOW + 1,
		));
		RawOrigin::Signed(operator)
	}
}

/// A manufacturer that is approved, for the benchmarks of other pallets: its account, and a model
/// of its own.
pub fn approved_manufacturer<T: Config>() -> (T::AccountId, ModelId) {
	let factory = Factory::<T>::with_model();
	(factory.account, factory.model)
}

/// A device of the model that is in use and has an operational key that may assert data, for the
/// benchmarks of other pallets. Its manufacturer's account owns it.
pub fn active_device<T: Config>(model: ModelId, key: DeviceKey) -> DeviceId {
	let account = Manufacturers::<T>::get(model.manufacturer).expect("approved").account;
	let identity_key = Signer::new().key();
	let birth = BirthRecord {
		model,
		identity_key,
		serial_commit: H256(sha2_256(identity_key.as_bytes())),
		cert_sha256: None,
	};
	let record = Models::<T>::get(model).expect("described");
	let device = DeviceIdentity::<T>::start_device(birth, record, account.clone(), account.clone())
		.expect("it can pay");
	let mut record = Devices::<T>::get(device).expect("just registered");
	let new = NewKey {
		key,
		purposes: KeyPurposes::ASSERT,
		possession: DeviceSignature::Secp256k1([0; 64]),
	};
	assert_ok!(DeviceIdentity::<T>::start_key(&account, &device, &mut record, new));
	record.epoch = 1;
	record.status = DeviceStatus::Active;
	Devices::<T>::insert(device, record);
	device
}

/// An open batch of the largest size, with the proof of one device's birth.
fn open_batch<T: Config>(factory: &Factory<T>, birth: &BirthRecord) -> BirthPath {
	let path = alloc::vec![H256::repeat_byte(6); MAX_BATCH_PATH as usize];
	let root = merkle::root_of_path(&birth_leaf(birth), 0, MAX_BATCH, &path).expect("fits");
	let batch = BirthBatch { manufacturer: factory.id, number: 0, root, count: MAX_BATCH };
	let signature = factory.root.sign(&genesis::<T>(), &batch);
	let root_key = (T::MaxRootKeys::get() - 1) as u8;
	let account = factory.account.clone();
	assert_ok!(DeviceIdentity::<T>::do_open_batch(account, batch, root_key, signature));
	path.try_into().expect("as many as fit")
}

fn price<T: Config>() -> BalanceOf<T> {
	BalanceOf::<T>::max_value() / 1_000_000u32.into()
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn propose_manufacturer() {
		let who = rich::<T>("manufacturer");
		let keys = root_keys::<T>(&Signer::new());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), Some(1), keys, H256::repeat_byte(1));

		assert_eq!(Manufacturers::<T>::iter().count(), 1);
	}

	#[benchmark]
	fn approve_manufacturer() -> Result<(), BenchmarkError> {
		let factory = Factory::<T>::proposed();
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, factory.id, root_keys::<T>(&factory.root));

		assert_eq!(
			Manufacturers::<T>::get(factory.id).map(|m| m.status),
			Some(ManufacturerStatus::Approved)
		);
		Ok(())
	}

	#[benchmark]
	fn suspend_manufacturer() -> Result<(), BenchmarkError> {
		let factory = Factory::<T>::approved();
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, factory.id);

		assert_eq!(
			Manufacturers::<T>::get(factory.id).map(|m| m.status),
			Some(ManufacturerStatus::Suspended)
		);
		Ok(())
	}

	#[benchmark]
	fn revoke_manufacturer() -> Result<(), BenchmarkError> {
		let factory = Factory::<T>::approved();
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, factory.id);

		assert_eq!(
			Manufacturers::<T>::get(factory.id).map(|m| m.status),
			Some(ManufacturerStatus::Revoked)
		);
		Ok(())
	}

	#[benchmark]
	fn withdraw_manufacturer() {
		let factory = Factory::<T>::approved();
		assert_ok!(DeviceIdentity::<T>::do_revoke_manufacturer(factory.id));

		#[extrinsic_call]
		_(factory.origin(), factory.id);

		assert!(!Manufacturers::<T>::contains_key(factory.id));
	}

	#[benchmark]
	fn set_root_keys() {
		let factory = Factory::<T>::approved();
		let keys = root_keys::<T>(&Signer::new());

		#[extrinsic_call]
		_(factory.origin(), factory.id, keys.clone());

		assert_eq!(Manufacturers::<T>::get(factory.id).map(|m| m.root_keys), Some(keys));
	}

	#[benchmark]
	fn add_model() {
		let factory = Factory::<T>::approved();

		#[extrinsic_call]
		_(factory.origin(), factory.model, spec());

		assert!(Models::<T>::contains_key(factory.model));
	}

	#[benchmark]
	fn certify_model() -> Result<(), BenchmarkError> {
		let factory = Factory::<T>::with_model();
		let origin = trustees::<T>()?;
		let certificate = Certificate::Certified { document: H256::repeat_byte(4), until: NOW + 1 };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, factory.model, certificate);

		assert_eq!(Models::<T>::get(factory.model).map(|m| m.certificate), Some(certificate));
		Ok(())
	}

	#[benchmark]
	fn remove_model() {
		let factory = Factory::<T>::with_model();

		#[extrinsic_call]
		_(factory.origin(), factory.model);

		assert!(!Models::<T>::contains_key(factory.model));
	}

	#[benchmark]
	fn register() {
		let factory = Factory::<T>::with_model();
		let identity = Signer::new();
		let device = DeviceId::from_key(&identity.key());
		let birth = factory.birth(&identity);
		let birth_signature = factory.root.sign(&genesis::<T>(), &birth);
		let possession =
			identity.sign(&genesis::<T>(), &Possession { device, model: factory.model });
		let root_key = (T::MaxRootKeys::get() - 1) as u8;

		#[extrinsic_call]
		_(factory.origin(), birth, root_key, birth_signature, possession);

		assert!(Devices::<T>::contains_key(device));
	}

	#[benchmark]
	fn activate() {
		let subject = Subject::<T>::claimed();
		let acceptance = subject.acceptance(&subject.factory.account);
		let consent = subject.identity.sign(&genesis::<T>(), &acceptance);
		let key = subject.new_key(acceptance.epoch);

		#[extrinsic_call]
		_(subject.owner(), acceptance, consent, key);

		assert_eq!(subject.record().status, DeviceStatus::Active);
	}

	#[benchmark]
	fn offer_transfer() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let to = rich::<T>("buyer");

		#[extrinsic_call]
		_(subject.owner(), subject.device, to, NOW + T::MaxTransferTerm::get(), Some(price::<T>()));

		assert!(TransferOffers::<T>::contains_key(subject.device));
	}

	#[benchmark]
	fn cancel_transfer() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		subject.offer(&rich::<T>("buyer"), Some(price::<T>()));

		#[extrinsic_call]
		_(subject.owner(), subject.device);

		assert!(!TransferOffers::<T>::contains_key(subject.device));
	}

	#[benchmark]
	fn accept_transfer() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let to = rich::<T>("buyer");
		subject.offer(&to, Some(price::<T>()));
		let acceptance = subject.acceptance(&to);
		let consent = subject.identity.sign(&genesis::<T>(), &acceptance);
		let key = subject.new_key(acceptance.epoch);

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), acceptance, consent, Some(price::<T>()), Some(key));

		assert_eq!(subject.record().owner, to);
	}

	#[benchmark]
	fn add_key() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get() - 1);
		let key = subject.new_key(1);
		let index = subject.record().next_key;

		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, subject.device, key);

		assert!(OperationalKeys::<T>::contains_key(subject.device, index));
	}

	#[benchmark]
	fn rotate_key() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let mut key = subject.new_key(1);
		// Every live key is looked at when the new one may not assert data.
		key.purposes = KeyPurposes::AUTHENTICATE;

		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, subject.device, 0, key);

		assert!(!subject.record().live_keys.contains(&0));
	}

	#[benchmark]
	fn rotate_key_signed() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get() - 1);
		let old = Signer::new();
		let index = subject.insert_key(&old, KeyPurposes::new(BOTH).expect("known bits"));
		let mut key = subject.new_key(1);
		key.purposes = KeyPurposes::AUTHENTICATE;
		let authorisation = KeyAuthorisation {
			device: subject.device,
			index: subject.record().next_key,
			epoch: 1,
			key: key.key,
			purposes: key.purposes,
			replaces: Some(index),
		};
		let signature = old.sign(&genesis::<T>(), &authorisation);
		let carrier = rich::<T>("carrier");

		#[extrinsic_call]
		_(
			RawOrigin::Signed(carrier),
			authorisation,
			DeviceSigner::Operational(index),
			signature,
			key.possession,
		);

		assert!(!subject.record().live_keys.contains(&index));
	}

	#[benchmark]
	fn revoke_key() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());

		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, subject.device, 0, RevocationReason::Compromised);

		assert!(!subject.record().live_keys.contains(&0));
	}

	#[benchmark]
	fn prune_key() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		assert_ok!(DeviceIdentity::<T>::do_revoke_key(
			subject.factory.account.clone(),
			subject.device,
			0,
			RevocationReason::Retired
		));

		#[extrinsic_call]
		_(subject.owner(), subject.device, 0);

		assert!(!OperationalKeys::<T>::contains_key(subject.device, 0));
	}

	#[benchmark]
	fn suspend() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());

		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, subject.device, SuspensionReason::Security);

		assert!(matches!(subject.record().status, DeviceStatus::Suspended { .. }));
	}

	#[benchmark]
	fn report_lost() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, subject.device);

		assert!(matches!(subject.record().status, DeviceStatus::Lost { .. }));
	}

	#[benchmark]
	fn reactivate() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let nonce = H256::repeat_byte(5);
		subject.set_status(DeviceStatus::Suspended {
			by: AuthorityClass::Owner,
			reason: SuspensionReason::Security,
			at: NOW,
			nonce,
		});
		let proof = Reactivation { device: subject.device, epoch: 1, nonce };
		let signature = subject.identity.sign(&genesis::<T>(), &proof);

		let origin = subject.operator();

		#[extrinsic_call]
		_(origin, proof, signature);

		assert_eq!(subject.record().status, DeviceStatus::Active);
	}

	#[benchmark]
	fn decommission() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		subject.offer(&rich::<T>("buyer"), None);

		#[extrinsic_call]
		_(subject.owner(), subject.device);

		assert!(subject.record().status.is_terminal());
	}

	#[benchmark]
	fn revoke() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		subject.offer(&rich::<T>("buyer"), None);

		#[extrinsic_call]
		_(subject.owner(), subject.device, NOW);

		assert!(subject.record().status.is_terminal());
	}

	#[benchmark]
	fn prune_device() {
		let subject = Subject::<T>::claimed();
		// Each key was brought by somebody else, who gets the deposit back.
		for number in 0..T::MaxKeyRecords::get() {
			let depositor = one_of_the_rich::<T>("depositor", number);
			let index = subject.insert_key_of(&depositor, &Signer::new(), KeyPurposes::ASSERT);
			OperationalKeys::<T>::mutate(subject.device, index, |key| {
				key.as_mut().expect("just inserted").status = KeyStatus::OwnerChanged { at: NOW }
			});
			Devices::<T>::mutate(subject.device, |record| {
				record.as_mut().expect("registered").live_keys = Default::default()
			});
		}
		subject.set_status(DeviceStatus::Decommissioned { at: NOW });
		T::BenchmarkHelper::set_time(NOW + T::Retention::get());

		#[extrinsic_call]
		_(subject.owner(), subject.device);

		assert!(!Devices::<T>::contains_key(subject.device));
		assert_eq!(OperationalKeys::<T>::iter_prefix(subject.device).count(), 0);
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		Paused::<T>::put(true);
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn open_batch() {
		let factory = Factory::<T>::with_model();
		let batch = BirthBatch {
			manufacturer: factory.id,
			number: 0,
			root: H256::repeat_byte(6),
			count: MAX_BATCH,
		};
		let signature = factory.root.sign(&genesis::<T>(), &batch);

		#[extrinsic_call]
		_(factory.origin(), batch, (T::MaxRootKeys::get() - 1) as u8, signature);

		assert!(BirthBatches::<T>::contains_key(factory.id, 0));
	}

	#[benchmark]
	fn close_batch() {
		let factory = Factory::<T>::with_model();
		super::open_batch::<T>(&factory, &factory.birth(&Signer::new()));

		#[extrinsic_call]
		_(factory.origin(), factory.id, 0);

		assert!(!BirthBatches::<T>::contains_key(factory.id, 0));
	}

	#[benchmark]
	fn claim() {
		let factory = Factory::<T>::with_model();
		let identity = Signer::new();
		let device = DeviceId::from_key(&identity.key());
		let birth = factory.birth(&identity);
		let path = super::open_batch::<T>(&factory, &birth);
		let possession =
			identity.sign(&genesis::<T>(), &Possession { device, model: factory.model });
		let carrier = rich::<T>("carrier");

		#[extrinsic_call]
		_(RawOrigin::Signed(carrier), 0, birth, 0, path, possession);

		assert!(Devices::<T>::contains_key(device));
	}

	#[benchmark]
	fn claim_with_voucher(h: Linear<0, MAX_HANDOVERS>) {
		let subject = Subject::<T>::claimed();
		let who = rich::<T>("owner");
		let mut holder = Signer::new();
		let voucher = Voucher {
			device: subject.device,
			owner_key: holder.key(),
			assertion: VoucherAssertion::Verified,
			freshness: VoucherFreshness::Expires(NOW + 1),
		};
		let signature = subject.factory.root.sign(&genesis::<T>(), &voucher);
		let mut handovers = Vec::new();
		for position in 0..h as u8 {
			let next = Signer::new();
			let word = VoucherHandover { voucher: voucher.hash(), position, next: next.key() };
			handovers.push(Handover {
				next: next.key(),
				signature: holder.sign(&genesis::<T>(), &word),
			});
			holder = next;
		}
		let word = VoucherClaim { voucher: voucher.hash(), owner: who.clone() };
		let chain = VoucherChain {
			claim: holder.sign(&genesis::<T>(), &word),
			voucher,
			root_key: (T::MaxRootKeys::get() - 1) as u8,
			signature,
			handovers: handovers.try_into().expect("as many as fit"),
		};
		let acceptance = subject.acceptance(&who);
		let consent = subject.identity.sign(&genesis::<T>(), &acceptance);
		let key = subject.new_key(acceptance.epoch);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Box::new(chain), acceptance, consent, key);

		assert_eq!(subject.record().owner, who);
	}

	#[benchmark]
	fn name_operator() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		let operator = rich::<T>("operator");
		// A record left from an earlier owner has to be settled with that one.
		let former = rich::<T>("former owner");
		Devices::<T>::mutate(subject.device, |record| {
			record.as_mut().expect("registered").owner = former.clone()
		});
		let (device, rights) = (subject.device, OperatorRights::ALL);
		assert_ok!(DeviceIdentity::<T>::do_name_operator(
			former,
			device,
			operator.clone(),
			rights,
			NOW + 1
		));
		Devices::<T>::mutate(device, |record| {
			let record = record.as_mut().expect("registered");
			record.owner = subject.factory.account.clone();
			record.epoch = 2;
		});

		#[extrinsic_call]
		_(subject.owner(), device, operator.clone(), rights, NOW + 1);

		assert_eq!(Operators::<T>::get(device, &operator).map(|o| o.epoch), Some(2));
	}

	#[benchmark]
	fn remove_operator() {
		let subject = Subject::<T>::active(T::MaxLiveKeys::get());
		subject.operator();
		let operator = rich::<T>("operator");

		#[extrinsic_call]
		_(subject.owner(), subject.device, operator.clone());

		assert!(!Operators::<T>::contains_key(subject.device, &operator));
	}

	impl_benchmark_test_suite!(
		DeviceIdentity,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
