// SPDX-License-Identifier: Apache-2.0

//! A register of devices and manufacturers that a test can bend.

use crate::Signer;
use codec::Encode;
use mote_primitives::{
	DeviceId, DeviceKey, DeviceLife, DeviceRegistry, DeviceState, Distrust, KeyAlgorithm,
	KeyPurposes, ManufacturerId, ManufacturerRegistry, ManufacturerStanding, ModelId, NoAuthority,
	OperatorRights, TrustPurpose, H256,
};
use sp_io::hashing::blake2_256;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

/// How far a key got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyLife {
	/// It counts.
	Live,
	/// Another one took its place at this time, in milliseconds.
	Superseded(u64),
	/// It counts for nothing any more.
	Revoked,
}

#[derive(Clone)]
struct FakeDevice {
	model: ModelId,
	owner: u64,
	state: DeviceState,
	epoch: u32,
	halts: u32,
	keys: BTreeMap<u16, (DeviceKey, KeyPurposes, KeyLife)>,
	operators: BTreeMap<u64, OperatorRights>,
	distrust: BTreeMap<TrustPurpose, Distrust>,
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

/// Stands for the registers of devices and manufacturers. Each thread has its own.
pub struct TestRegistry;

impl TestRegistry {
	fn with<R>(act: impl FnOnce(&mut World) -> R) -> R {
		WORLD.with(|world| act(&mut world.borrow_mut()))
	}

	fn change(device: DeviceId, act: impl FnOnce(&mut FakeDevice)) {
		Self::with(|world| act(world.devices.get_mut(&device).expect("no such device")));
	}

	/// Forgets everything.
	pub fn reset() {
		Self::with(|world| *world = World::default());
	}

	/// Says which account acts for a manufacturer and whether it is approved; `None` removes it.
	pub fn set_standing(id: ManufacturerId, standing: Option<(u64, bool)>) {
		Self::with(|world| match standing {
			Some((account, is_approved)) => {
				world.manufacturers.insert(id, ManufacturerStanding { account, is_approved });
			},
			None => {
				world.manufacturers.remove(&id);
			},
		});
	}

	/// Adds a model.
	pub fn add_model(model: ModelId) {
		Self::with(|world| world.models.insert(model));
	}

	/// Removes a model.
	pub fn remove_model(model: ModelId) {
		Self::with(|world| world.models.remove(&model));
	}

	/// Adds an active device in its first epoch, whose key 0 may assert data.
	pub fn add_device(device: DeviceId, owner: u64, model: ModelId, key: DeviceKey) {
		let entry = FakeDevice {
			model,
			owner,
			state: DeviceState::Active,
			epoch: 1,
			halts: 0,
			keys: [(0, (key, KeyPurposes::ASSERT, KeyLife::Live))].into(),
			operators: BTreeMap::new(),
			distrust: BTreeMap::new(),
		};
		Self::with(|world| world.devices.insert(device, entry));
	}

	/// Removes a device.
	pub fn remove_device(device: DeviceId) {
		Self::with(|world| world.devices.remove(&device));
	}

	/// Brings a device into a state. Out of use counts as a halt.
	pub fn set_state(device: DeviceId, state: DeviceState) {
		Self::change(device, |d| {
			d.state = state;
			if matches!(state, DeviceState::Suspended | DeviceState::Lost) {
				d.halts += 1;
			}
		});
	}

	/// Gives a device to another owner: a new epoch, without operators, and no key counts any more.
	pub fn set_owner(device: DeviceId, owner: u64) {
		Self::change(device, |d| {
			d.owner = owner;
			d.epoch += 1;
			d.operators.clear();
			d.keys.values_mut().for_each(|(_, _, life)| *life = KeyLife::Revoked);
		});
	}

	/// Sets a key of a device.
	pub fn set_key(
		device: DeviceId,
		index: u16,
		key: DeviceKey,
		purposes: KeyPurposes,
		life: KeyLife,
	) {
		Self::change(device, |d| {
			d.keys.insert(index, (key, purposes, life));
		});
	}

	/// Names an operator of a device.
	pub fn set_operator(device: DeviceId, who: u64, rights: OperatorRights) {
		Self::change(device, |d| {
			d.operators.insert(who, rights);
		});
	}

	/// Says why a device is not trusted for a purpose; `None` has it trusted.
	pub fn distrust(device: DeviceId, purpose: TrustPurpose, why: Option<Distrust>) {
		Self::change(device, |d| {
			match why {
				Some(why) => d.distrust.insert(purpose, why),
				None => d.distrust.remove(&purpose),
			};
		});
	}
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
		Self::with(|world| {
			world.devices.get(device).map(|d| DeviceLife {
				model: d.model,
				owner: d.owner,
				state: d.state,
				epoch: d.epoch,
				halts: d.halts,
			})
		})
	}

	fn may_operate(device: &DeviceId, who: &u64, rights: OperatorRights) -> bool {
		Self::with(|world| {
			world.devices.get(device).is_some_and(|d| {
				!d.state.is_terminal() &&
					(d.owner == *who ||
						d.operators.get(who).is_some_and(|own| own.contains(rights)))
			})
		})
	}

	fn authority(
		device: &DeviceId,
		key_index: u16,
		purpose: KeyPurposes,
		at_ms: u64,
	) -> Result<DeviceKey, NoAuthority> {
		Self::with(|world| {
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
		Self::with(|world| {
			let device = world.devices.get(device).ok_or(Distrust::UnknownDevice)?;
			if device.state != DeviceState::Active {
				return Err(Distrust::NotActive);
			}
			device.distrust.get(&purpose).map_or(Ok(()), |why| Err(*why))
		})
	}
}

impl ManufacturerRegistry for TestRegistry {
	type AccountId = u64;

	fn standing(id: ManufacturerId) -> Option<ManufacturerStanding<u64>> {
		Self::with(|world| world.manufacturers.get(&id).cloned())
	}

	fn has_model(model: &ModelId) -> bool {
		Self::with(|world| world.models.contains(model))
	}
}

/// What a device's firmware knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TestDevice {
	/// Of its keys.
	pub algorithm: KeyAlgorithm,
	/// Tells devices of one algorithm apart.
	pub seed: u32,
}

impl TestDevice {
	/// The device of this algorithm and seed.
	pub fn new(algorithm: KeyAlgorithm, seed: u32) -> Self {
		Self { algorithm, seed }
	}

	/// Its id.
	pub fn id(&self) -> DeviceId {
		DeviceId(H256(blake2_256(&("device", self.algorithm.code(), self.seed).encode())))
	}

	/// The operational key that it uses as number `index`.
	pub fn op(&self, index: u16) -> Signer {
		Signer::new(self.algorithm, ("operational", self.seed, index))
	}

	/// Has it registered: active, with key 0.
	pub fn register(&self, owner: u64, model: ModelId) {
		TestRegistry::add_device(self.id(), owner, model, self.op(0).key());
	}

	/// Gives it the live key of this number.
	pub fn use_key(&self, index: u16) {
		let key = self.op(index).key();
		TestRegistry::set_key(self.id(), index, key, KeyPurposes::ASSERT, KeyLife::Live);
	}
}
