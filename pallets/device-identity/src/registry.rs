// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::{Get, Time};
use mote_primitives::{
	DeviceId, DeviceKey, DeviceLife, DeviceRegistry, DeviceState, DeviceVetting, DidDevice, DidKey,
	DidSubject, Distrust, KeyPurposes, ManufacturerId, ManufacturerRegistry, ManufacturerStanding,
	ModelId, NoAuthority, OperatorRights, TrustPurpose,
};

impl<T: Config> DeviceRegistry for Pallet<T> {
	type AccountId = T::AccountId;

	fn state(device: &DeviceId) -> Option<DeviceState> {
		Devices::<T>::get(device).map(|record| Self::state_of(&record))
	}

	fn owner(device: &DeviceId) -> Option<T::AccountId> {
		Devices::<T>::get(device).map(|record| record.owner)
	}

	fn epoch(device: &DeviceId) -> Option<Epoch> {
		Devices::<T>::get(device).map(|record| record.epoch)
	}

	fn life(device: &DeviceId) -> Option<DeviceLife<T::AccountId>> {
		Devices::<T>::get(device).map(|record| Self::life_of(&record))
	}

	fn may_operate(device: &DeviceId, who: &T::AccountId, rights: OperatorRights) -> bool {
		Self::operated_device(who, device, rights).is_ok()
	}

	fn authority(
		device: &DeviceId,
		key_index: KeyIndex,
		purpose: KeyPurposes,
		at_ms: Moment,
	) -> Result<DeviceKey, NoAuthority> {
		let record = Devices::<T>::get(device).ok_or(NoAuthority::UnknownDevice)?;
		Self::authority_of(device, &record, key_index, purpose, at_ms)
	}

	fn authority_and_life(
		device: &DeviceId,
		key_index: KeyIndex,
		purpose: KeyPurposes,
		at_ms: Moment,
	) -> Result<(DeviceKey, DeviceLife<T::AccountId>), NoAuthority> {
		let record = Devices::<T>::get(device).ok_or(NoAuthority::UnknownDevice)?;
		let key = Self::authority_of(device, &record, key_index, purpose, at_ms)?;
		// Whose key has authority is active, and its manufacturer is not revoked.
		Ok((key, Self::life_in(&record, DeviceState::Active)))
	}

	fn ensure_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
		Self::is_trusted(device, purpose)
	}
}

impl<T: Config> ManufacturerRegistry for Pallet<T> {
	type AccountId = T::AccountId;

	fn standing(id: ManufacturerId) -> Option<ManufacturerStanding<T::AccountId>> {
		Manufacturers::<T>::get(id).map(|record| ManufacturerStanding {
			is_approved: record.status.may_register(),
			account: record.account,
		})
	}

	fn has_model(model: &ModelId) -> bool {
		Models::<T>::contains_key(model)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn is_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
		let record = Devices::<T>::get(device).ok_or(Distrust::UnknownDevice)?;
		if record.status != DeviceStatus::Active {
			return Err(Distrust::NotActive);
		}
		if Self::is_manufacturer_revoked(&record.model) {
			return Err(Distrust::ManufacturerRevoked);
		}
		let model = Models::<T>::get(record.model).ok_or(Distrust::ModelRevoked)?;
		if model.certificate == Certificate::Revoked {
			return Err(Distrust::ModelRevoked);
		}
		if !model.spec.class.serves(purpose) {
			return Err(Distrust::WrongClass);
		}
		T::Vetting::vet(device, &Self::life_of(&record), purpose)
	}

	fn life_of(record: &DeviceRecordOf<T>) -> DeviceLife<T::AccountId> {
		Self::life_in(record, Self::state_of(record))
	}

	fn life_in(record: &DeviceRecordOf<T>, state: DeviceState) -> DeviceLife<T::AccountId> {
		DeviceLife {
			model: record.model,
			owner: record.owner.clone(),
			state,
			epoch: record.epoch,
			halts: record.halts,
		}
	}

	/// What a DID document says of the device. The DID of a device whose record was pruned stays
	/// deactivated: its identity key stays known, and that key's fingerprint is the device's id.
	pub fn did_subject(device: &DeviceId) -> Option<DidSubject<T::AccountId>> {
		let Some(record) = Devices::<T>::get(device) else {
			let was_registered = KnownKeys::<T>::get(device.0) == Some(*device);
			return was_registered.then_some(DidSubject::Pruned);
		};
		// Nothing that a revoked manufacturer made is trusted any more, and that does not pass.
		let stands = !Self::is_manufacturer_revoked(&record.model);
		let mut keys: Vec<_> = record
			.live_keys
			.iter()
			.filter(|_| stands)
			.filter_map(|index| {
				let key = OperationalKeys::<T>::get(device, index)?;
				Some(DidKey { index: *index, key: key.key, purposes: key.purposes })
			})
			.collect();
		keys.sort_by_key(|key| key.index);
		Some(DidSubject::Device(DidDevice {
			device: *device,
			identity_key: record.identity_key,
			keys,
			is_deactivated: record.status.is_terminal(),
			owner: record.owner,
			created: record.registered_at,
			updated: record.updated_at,
			version: record.version,
		}))
	}

	pub(crate) fn batch_info(
		manufacturer: ManufacturerId,
		number: BatchNumber,
	) -> Option<BirthBatchInfo> {
		BirthBatches::<T>::get(manufacturer, number).map(|batch| BirthBatchInfo {
			root: batch.root,
			count: batch.count,
			claimed: batch.claimed,
			anchored_at: batch.anchored_at,
		})
	}

	pub(crate) fn page_of_operators(
		device: &DeviceId,
		after: Option<T::AccountId>,
		limit: u32,
	) -> Vec<OperatorInfo<T::AccountId>> {
		let limit = usize::try_from(limit.min(T::MaxPage::get())).unwrap_or(0);
		let epoch = Devices::<T>::get(device)
			.filter(|record| !record.status.is_terminal())
			.map(|record| record.epoch);
		let now = T::Time::now();
		let operators = match after {
			None => Operators::<T>::iter_prefix(device),
			Some(last) => Operators::<T>::iter_prefix_from(
				device,
				Operators::<T>::hashed_key_for(device, last),
			),
		};
		operators
			.take(limit)
			.map(|(operator, record)| OperatorInfo {
				operator,
				rights: record.rights,
				until: record.until,
				is_in_force: epoch.is_some_and(|epoch| record.is_in_force(epoch, now)),
			})
			.collect()
	}

	/// Where a device stands for others: also out of use when its manufacturer was revoked.
	fn state_of(record: &DeviceRecordOf<T>) -> DeviceState {
		if !record.status.is_terminal() && Self::is_manufacturer_revoked(&record.model) {
			DeviceState::Suspended
		} else {
			record.status.state()
		}
	}

	fn authority_of(
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		index: KeyIndex,
		purpose: KeyPurposes,
		at: Moment,
	) -> Result<DeviceKey, NoAuthority> {
		match record.status {
			DeviceStatus::Active => {},
			DeviceStatus::Revoked { compromised_since, .. } if at >= compromised_since =>
				return Err(NoAuthority::Tainted),
			_ => return Err(NoAuthority::NotActive),
		}
		if Self::is_manufacturer_revoked(&record.model) {
			return Err(NoAuthority::ManufacturerRevoked);
		}
		let key = OperationalKeys::<T>::get(device, index).ok_or(NoAuthority::UnknownKey)?;
		key_authority(
			&key.status,
			key.purposes,
			key.valid_from,
			purpose,
			at,
			T::Time::now,
			T::RotationGrace::get(),
		)?;
		Ok(key.key)
	}

	pub(crate) fn device_info(device: &DeviceId) -> Option<DeviceInfo<T::AccountId, BalanceOf<T>>> {
		let record = Devices::<T>::get(device)?;
		let state = Self::state_of(&record);
		Some(DeviceInfo {
			model: record.model,
			identity_key: record.identity_key,
			serial_commit: record.serial_commit,
			cert_sha256: record.cert_sha256,
			owner: record.owner,
			status: record.status,
			state,
			epoch: record.epoch,
			live_keys: record.live_keys.into_inner(),
			next_key: record.next_key,
			registered_at: record.registered_at,
			updated_at: record.updated_at,
			version: record.version,
			offer: TransferOffers::<T>::get(device),
		})
	}

	pub(crate) fn page_of_devices(
		owner: &T::AccountId,
		after: Option<DeviceId>,
		limit: u32,
	) -> Vec<DeviceId> {
		let limit = usize::try_from(limit.min(T::MaxPage::get())).unwrap_or(0);
		let ids = match after {
			None => OwnedDevices::<T>::iter_key_prefix(owner),
			Some(last) => OwnedDevices::<T>::iter_key_prefix_from(
				owner,
				OwnedDevices::<T>::hashed_key_for(owner, last),
			),
		};
		ids.take(limit).collect()
	}

	pub(crate) fn key_infos(device: &DeviceId) -> Vec<KeyInfo> {
		let mut keys: Vec<_> = OperationalKeys::<T>::iter_prefix(device)
			.map(|(index, k)| KeyInfo {
				index,
				key: k.key,
				purposes: k.purposes,
				valid_from: k.valid_from,
				status: k.status,
			})
			.collect();
		keys.sort_by_key(|k| k.index);
		keys
	}

	pub(crate) fn manufacturer_info(
		id: ManufacturerId,
	) -> Option<ManufacturerInfo<T::AccountId, RootKeysOf<T>>> {
		Manufacturers::<T>::get(id).map(|m| ManufacturerInfo {
			account: m.account,
			vendor_id: m.vendor_id,
			root_keys: m.root_keys,
			status: m.status,
			metadata_hash: m.metadata_hash,
			models: m.models,
			open_batches: m.open_batches,
			next_batch: m.next_batch,
		})
	}

	pub(crate) fn model_info(model: ModelId) -> Option<ModelInfo> {
		Models::<T>::get(model).map(|m| ModelInfo {
			spec: m.spec,
			certificate: m.certificate,
			devices: m.devices,
		})
	}
}
