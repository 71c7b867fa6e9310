// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod devices;
mod keys;
mod manufacturers;
mod operators;
mod provisioning;
mod transfers;
mod vouchers;

use crate::*;
use frame_support::{
	pallet_prelude::*,
	traits::{EnsureOrigin, Footprint, Time},
};
use frame_system::{ensure_signed, pallet_prelude::*};
use mote_primitives::{
	signing_bytes, DeviceId, DeviceKey, DeviceSignature, ManufacturerId, ModelId, OperatorRights,
	SignedPayload,
};
use sp_core::H256;
use sp_runtime::traits::Zero;

/// Who asks for something to be done to a device.
pub(crate) enum Actor<AccountId> {
	Trustees,
	Account(AccountId),
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	pub(crate) fn ensure_trustee_or_signed(
		origin: OriginFor<T>,
	) -> Result<Actor<T::AccountId>, DispatchError> {
		match T::TrusteeOrigin::try_origin(origin) {
			Ok(_) => Ok(Actor::Trustees),
			Err(origin) => Ok(Actor::Account(ensure_signed(origin)?)),
		}
	}

	pub(crate) fn ensure_not_paused() -> DispatchResult {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// Whether `key` signed `payload` for this chain.
	pub(crate) fn is_signed<P: SignedPayload>(
		payload: &P,
		signature: &DeviceSignature,
		key: &DeviceKey,
	) -> bool {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		signature.verify(&signing_bytes(&genesis, payload), key)
	}

	pub(crate) fn manufacturer_or_err(
		id: ManufacturerId,
	) -> Result<ManufacturerRecordOf<T>, Error<T>> {
		Manufacturers::<T>::get(id).ok_or(Error::<T>::ManufacturerNotFound)
	}

	pub(crate) fn device_or_err(device: &DeviceId) -> Result<DeviceRecordOf<T>, Error<T>> {
		Devices::<T>::get(device).ok_or(Error::<T>::DeviceNotFound)
	}

	pub(crate) fn owned_device(
		who: &T::AccountId,
		device: &DeviceId,
	) -> Result<DeviceRecordOf<T>, Error<T>> {
		let record = Self::device_or_err(device)?;
		ensure!(record.owner == *who, Error::<T>::NotOwner);
		Ok(record)
	}

	/// The device, if `who` owns it or is an operator with `rights`.
	pub(crate) fn operated_device(
		who: &T::AccountId,
		device: &DeviceId,
		rights: OperatorRights,
	) -> Result<DeviceRecordOf<T>, Error<T>> {
		let record = Self::device_or_err(device)?;
		let may = record.owner == *who || Self::is_operator(device, &record, who, rights);
		ensure!(may, Error::<T>::NotOwner);
		Ok(record)
	}

	/// Whether `who` is an operator with all of `rights` now.
	pub(crate) fn is_operator(
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		who: &T::AccountId,
		rights: OperatorRights,
	) -> bool {
		Operators::<T>::get(device, who).is_some_and(|operator| {
			operator.rights.contains(rights) &&
				operator.is_in_force(record.epoch, Self::now()) &&
				!record.status.is_terminal()
		})
	}

	/// Stores a device's record that has changed.
	pub(crate) fn put_device(device: DeviceId, mut record: DeviceRecordOf<T>) {
		record.updated_at = Self::now();
		// Saturates only after four billion changes; it names versions, and nothing hangs on it.
		record.version = record.version.saturating_add(1);
		Devices::<T>::insert(device, record);
	}

	/// A manufacturer's root key by its position.
	pub(crate) fn root_key(
		manufacturer: &ManufacturerRecordOf<T>,
		position: u8,
	) -> Result<&DeviceKey, Error<T>> {
		manufacturer
			.root_keys
			.get(usize::from(position))
			.ok_or(Error::<T>::RootKeyNotFound)
	}

	/// Fails when the manufacturer of `model` was revoked, which takes its devices out of use.
	pub(crate) fn ensure_manufacturer_stands(model: &ModelId) -> DispatchResult {
		ensure!(!Self::is_manufacturer_revoked(model), Error::<T>::ManufacturerNotApproved);
		Ok(())
	}

	pub(crate) fn is_manufacturer_revoked(model: &ModelId) -> bool {
		RevokedManufacturers::<T>::get() > 0 &&
			Manufacturers::<T>::get(model.manufacturer)
				.is_none_or(|m| m.status == ManufacturerStatus::Revoked)
	}

	/// In whose name `actor` acts on a device: the highest class it has. An operator with `rights`
	/// acts in the owner's.
	pub(crate) fn class_of(
		actor: &Actor<T::AccountId>,
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		rights: Option<OperatorRights>,
	) -> Result<AuthorityClass, Error<T>> {
		let who = match actor {
			Actor::Trustees => return Ok(AuthorityClass::Trustee),
			Actor::Account(who) => who,
		};
		let acts_for_manufacturer = Manufacturers::<T>::get(record.model.manufacturer)
			.is_some_and(|m| m.account == *who && m.status.may_act_on_devices());
		if acts_for_manufacturer {
			Ok(AuthorityClass::Manufacturer)
		} else if record.owner == *who ||
			rights.is_some_and(|rights| Self::is_operator(device, record, who, rights))
		{
			Ok(AuthorityClass::Owner)
		} else {
			Err(Error::<T>::NotAuthorised)
		}
	}

	/// The state that a manufacturer occupies, at most.
	pub fn manufacturer_footprint() -> Footprint {
		Footprint::from_mel::<(ManufacturerId, ManufacturerRecordOf<T>)>()
	}

	/// The state that a model occupies, at most.
	pub fn model_footprint() -> Footprint {
		Footprint::from_mel::<(ModelId, ModelRecordOf<T>)>()
	}

	/// The state that a device occupies, at most: its record, its place in the owner's list, its
	/// serial, its identity key's fingerprint and a pending offer.
	pub fn device_footprint() -> Footprint {
		Footprint::from_mel::<(
			(DeviceId, DeviceRecordOf<T>),
			(T::AccountId, DeviceId),
			(ModelId, H256, DeviceId),
			(H256, DeviceId),
			(DeviceId, TransferOfferOf<T>),
		)>()
	}

	/// The state that a batch of births occupies, at most.
	pub fn batch_footprint() -> Footprint {
		Footprint::from_mel::<(ManufacturerId, BatchNumber, BirthBatchRecordOf<T>)>()
	}

	/// The state that an operator occupies, at most.
	pub fn operator_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, T::AccountId, OperatorRecordOf<T>)>()
	}

	/// The state that an operational key occupies, at most.
	pub fn key_footprint() -> Footprint {
		Footprint::from_mel::<((DeviceId, KeyIndex, KeyRecordOf<T>), (H256, DeviceId))>()
	}
}
