// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use mote_primitives::{DeviceId, KeyPurposes, MAX_BATCH};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_manufacturers()?;
		Self::try_state_devices()?;
		Self::try_state_keys()?;
		Self::try_state_batches()?;
		Self::try_state_operators()?;
		Self::try_state_indices()
	}

	fn try_state_manufacturers() -> Result<(), TryRuntimeError> {
		let mut models = BTreeMap::<_, u32>::new();
		for (model, _) in Models::<T>::iter() {
			let count = models.entry(model.manufacturer).or_default();
			*count = count.saturating_add(1);
		}
		let mut devices = BTreeMap::<_, u32>::new();
		for (_, record) in Devices::<T>::iter() {
			let count = devices.entry(record.model).or_default();
			*count = count.saturating_add(1);
		}
		let revoked = Manufacturers::<T>::iter_values()
			.filter(|record| record.status == ManufacturerStatus::Revoked)
			.count();
		ensure!(
			usize::try_from(RevokedManufacturers::<T>::get()) == Ok(revoked),
			"the count of revoked manufacturers is wrong"
		);
		for (id, record) in Manufacturers::<T>::iter() {
			ensure!(id < NextManufacturerId::<T>::get(), "a manufacturer's id was never given out");
			ensure!(!record.root_keys.is_empty(), "a manufacturer has no root key");
			ensure!(
				record.models == models.remove(&id).unwrap_or_default(),
				"a manufacturer's count of models is wrong"
			);
		}
		ensure!(models.is_empty(), "a model belongs to no manufacturer");
		for (id, record) in Models::<T>::iter() {
			ensure!(
				record.devices == devices.remove(&id).unwrap_or_default(),
				"a model's count of devices is wrong"
			);
		}
		ensure!(devices.is_empty(), "a device is of no model");
		Ok(())
	}

	fn try_state_devices() -> Result<(), TryRuntimeError> {
		for (id, record) in Devices::<T>::iter() {
			ensure!(
				id == DeviceId::from_key(&record.identity_key),
				"a device's id is not derived from its identity key"
			);
			ensure!(
				KnownKeys::<T>::get(record.identity_key.fingerprint()) == Some(id),
				"a device's identity key is not known"
			);
			ensure!(
				OwnedDevices::<T>::contains_key(&record.owner, id),
				"a device is not in its owner's list"
			);
			ensure!(
				Serials::<T>::get(record.model, record.serial_commit) == Some(id),
				"a device's serial is not in the index"
			);
			ensure!(
				record.registered_at <= record.updated_at,
				"a device changed before it was there"
			);
			let has_offer = TransferOffers::<T>::contains_key(id);
			match record.status {
				DeviceStatus::Registered => ensure!(
					record.key_records == 0 && record.epoch == 0,
					"a device has keys or an epoch before its first activation"
				),
				DeviceStatus::Active => ensure!(
					record.live_keys.iter().any(|i| OperationalKeys::<T>::get(id, i)
						.is_some_and(|k| k.purposes.contains(KeyPurposes::ASSERT))),
					"an active device has no key that may assert data"
				),
				DeviceStatus::Suspended { .. } | DeviceStatus::Lost { .. } => {},
				DeviceStatus::Decommissioned { .. } | DeviceStatus::Revoked { .. } => ensure!(
					record.live_keys.is_empty() && !has_offer,
					"a device that ended has a live key or is on offer"
				),
			}
		}
		Ok(())
	}

	fn try_state_keys() -> Result<(), TryRuntimeError> {
		let mut records = BTreeMap::<_, u32>::new();
		for (device, index, key) in OperationalKeys::<T>::iter() {
			let record = Devices::<T>::get(device).ok_or("a key belongs to no device")?;
			let count = records.entry(device).or_default();
			*count = count.saturating_add(1);
			ensure!(index < record.next_key, "a key's index was never given out");
			ensure!(
				KnownKeys::<T>::get(key.key.fingerprint()) == Some(device),
				"a device's operational key is not known"
			);
			ensure!(
				key.status.is_live() == record.live_keys.contains(&index),
				"a device's list of live keys disagrees with its keys"
			);
		}
		for (device, record) in Devices::<T>::iter() {
			let count = records.get(&device).copied().unwrap_or_default();
			ensure!(record.key_records == count, "a device's count of keys is wrong");
			ensure!(count <= T::MaxKeyRecords::get(), "a device has too many keys");
			let all_exist =
				record.live_keys.iter().all(|i| OperationalKeys::<T>::contains_key(device, i));
			ensure!(all_exist, "a live key has no record");
		}
		Ok(())
	}

	fn try_state_batches() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<_, u32>::new();
		for (manufacturer, number, batch) in BirthBatches::<T>::iter() {
			let count = open.entry(manufacturer).or_default();
			*count = count.saturating_add(1);
			ensure!(
				Manufacturers::<T>::get(manufacturer).is_some_and(|m| number < m.next_batch),
				"a batch's number was never given out"
			);
			ensure!((1..=MAX_BATCH).contains(&batch.count), "a batch has no size it may have");
			ensure!(batch.claimed <= batch.count, "more was claimed from a batch than is in it");
		}
		for (id, record) in Manufacturers::<T>::iter() {
			ensure!(
				record.open_batches == open.get(&id).copied().unwrap_or_default(),
				"a manufacturer's count of open batches is wrong"
			);
		}
		Ok(())
	}

	fn try_state_operators() -> Result<(), TryRuntimeError> {
		for (device, _, operator) in Operators::<T>::iter() {
			if let Some(record) = Devices::<T>::get(device) {
				ensure!(operator.epoch <= record.epoch, "an operator is of a future epoch");
			}
		}
		Ok(())
	}

	fn try_state_indices() -> Result<(), TryRuntimeError> {
		for (owner, device, ()) in OwnedDevices::<T>::iter() {
			ensure!(
				Devices::<T>::get(device).is_some_and(|d| d.owner == owner),
				"an owner's list names a device of somebody else"
			);
		}
		for (model, commit, device) in Serials::<T>::iter() {
			ensure!(
				Devices::<T>::get(device)
					.is_some_and(|d| d.model == model && d.serial_commit == commit),
				"a serial leads to a device that does not have it"
			);
		}
		for (device, _) in TransferOffers::<T>::iter() {
			ensure!(Devices::<T>::contains_key(device), "an offer is for no device");
		}
		Ok(())
	}
}
