// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::{Get, Time};
use mote_primitives::{
	DeviceId, DeviceKey, DeviceRegistry, DeviceState, Distrust, KeyPurposes, ManufacturerId,
	ModelId, NoAuthority, TrustPurpose,
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

	fn authority(
		device: &DeviceId,
		key_index: KeyIndex,
		purpose: KeyPurposes,
		at_ms: Moment,
	) -> Result<DeviceKey, NoAuthority> {
		Self::authority_of(device, key_index, purpose, at_ms)
	}

	fn ensure_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
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
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Where a device stands for others: also out of use when its manufacturer was revoked.
	fn state_of(record: &DeviceRecordOf<T>) -> DeviceState {
		if !record.status.is_terminal() && Self::is_manufacturer_revoked(&record.model) {
			DeviceState::Suspended
		} else {
			record.status.state()
		}
	}

	pub(crate) fn authority_of(
		device: &DeviceId,
		index: KeyIndex,
		purpose: KeyPurposes,
		at: Moment,
	) -> Result<DeviceKey, NoAuthority> {
		let record = Devices::<T>::get(device).ok_or(NoAuthority::UnknownDevice)?;
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
			T::Time::now(),
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
