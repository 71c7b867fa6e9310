// SPDX-License-Identifier: Apache-2.0

//! Manufacturers and their models.

use super::*;
use frame_support::traits::Consideration;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_manufacturer(
		account: T::AccountId,
		vendor_id: Option<u16>,
		root_keys: RootKeysOf<T>,
		metadata_hash: H256,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_usable_root_keys(&root_keys)?;
		let id = NextManufacturerId::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::ManufacturerTicket::new(&account, Self::manufacturer_footprint())?;

		NextManufacturerId::<T>::put(next);
		Manufacturers::<T>::insert(
			id,
			ManufacturerRecord {
				account: account.clone(),
				vendor_id,
				root_keys: root_keys.clone(),
				status: ManufacturerStatus::Proposed,
				metadata_hash,
				models: 0,
				open_batches: 0,
				next_batch: 0,
				ticket,
			},
		);
		Self::deposit_event(Event::ManufacturerProposed {
			id,
			account,
			vendor_id,
			root_keys,
			metadata_hash,
		});
		Ok(())
	}

	pub(crate) fn do_approve_manufacturer(
		id: ManufacturerId,
		examined: RootKeysOf<T>,
	) -> DispatchResult {
		let mut record = Self::manufacturer_or_err(id)?;
		ensure!(record.status.can_be_approved(), Error::<T>::BadManufacturerState);
		ensure!(record.root_keys == examined, Error::<T>::RootKeysChanged);

		record.status = ManufacturerStatus::Approved;
		Manufacturers::<T>::insert(id, record);
		Self::deposit_event(Event::ManufacturerApproved { id });
		Ok(())
	}

	pub(crate) fn do_suspend_manufacturer(id: ManufacturerId) -> DispatchResult {
		let mut record = Self::manufacturer_or_err(id)?;
		// One that changed its keys is `Proposed`, and must not slip away by that.
		ensure!(record.status.may_change_keys(), Error::<T>::BadManufacturerState);

		record.status = ManufacturerStatus::Suspended;
		Manufacturers::<T>::insert(id, record);
		Self::deposit_event(Event::ManufacturerSuspended { id });
		Ok(())
	}

	pub(crate) fn do_revoke_manufacturer(id: ManufacturerId) -> DispatchResult {
		let mut record = Self::manufacturer_or_err(id)?;
		ensure!(record.status != ManufacturerStatus::Revoked, Error::<T>::BadManufacturerState);
		let revoked = RevokedManufacturers::<T>::get()
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;

		RevokedManufacturers::<T>::put(revoked);
		record.status = ManufacturerStatus::Revoked;
		Manufacturers::<T>::insert(id, record);
		Self::deposit_event(Event::ManufacturerRevoked { id });
		Ok(())
	}

	pub(crate) fn do_withdraw_manufacturer(
		who: T::AccountId,
		id: ManufacturerId,
	) -> DispatchResult {
		let record = Self::own_manufacturer(&who, id)?;
		ensure!(record.models == 0 && record.open_batches == 0, Error::<T>::ManufacturerInUse);

		record.ticket.drop(&record.account)?;
		Manufacturers::<T>::remove(id);
		if record.status == ManufacturerStatus::Revoked {
			RevokedManufacturers::<T>::mutate(|revoked| *revoked = revoked.saturating_sub(1));
		}
		Self::deposit_event(Event::ManufacturerWithdrawn { id });
		Ok(())
	}

	pub(crate) fn do_set_root_keys(
		who: T::AccountId,
		id: ManufacturerId,
		root_keys: RootKeysOf<T>,
	) -> DispatchResult {
		let mut record = Self::own_manufacturer(&who, id)?;
		ensure!(record.status.may_change_keys(), Error::<T>::BadManufacturerState);
		Self::ensure_usable_root_keys(&root_keys)?;

		record.root_keys = root_keys.clone();
		record.status = ManufacturerStatus::Proposed;
		Manufacturers::<T>::insert(id, record);
		Self::deposit_event(Event::RootKeysChanged { id, root_keys });
		Ok(())
	}

	pub(crate) fn do_add_model(
		who: T::AccountId,
		model: ModelId,
		spec: ModelSpec,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut manufacturer = Self::own_manufacturer(&who, model.manufacturer)?;
		ensure!(manufacturer.status.may_register(), Error::<T>::ManufacturerNotApproved);
		ensure!(!Models::<T>::contains_key(model), Error::<T>::ModelAlreadyExists);
		manufacturer.models =
			manufacturer.models.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::ModelTicket::new(&who, Self::model_footprint())?;

		Manufacturers::<T>::insert(model.manufacturer, manufacturer);
		Models::<T>::insert(
			model,
			ModelRecord { spec, certificate: Certificate::Provisional, devices: 0, ticket },
		);
		Self::deposit_event(Event::ModelAdded { model, spec });
		Ok(())
	}

	pub(crate) fn do_certify_model(model: ModelId, certificate: Certificate) -> DispatchResult {
		let mut record = Models::<T>::get(model).ok_or(Error::<T>::ModelNotFound)?;
		ensure!(record.certificate != Certificate::Revoked, Error::<T>::CertificateRevoked);

		record.certificate = certificate;
		Models::<T>::insert(model, record);
		Self::deposit_event(Event::ModelCertified { model, certificate });
		Ok(())
	}

	pub(crate) fn do_remove_model(who: T::AccountId, model: ModelId) -> DispatchResult {
		let mut manufacturer = Self::own_manufacturer(&who, model.manufacturer)?;
		let record = Models::<T>::get(model).ok_or(Error::<T>::ModelNotFound)?;
		ensure!(record.devices == 0, Error::<T>::ModelInUse);
		manufacturer.models =
			manufacturer.models.checked_sub(1).ok_or(ArithmeticError::Underflow)?;

		record.ticket.drop(&manufacturer.account)?;
		Manufacturers::<T>::insert(model.manufacturer, manufacturer);
		Models::<T>::remove(model);
		Self::deposit_event(Event::ModelRemoved { model });
		Ok(())
	}

	pub(super) fn own_manufacturer(
		who: &T::AccountId,
		id: ManufacturerId,
	) -> Result<ManufacturerRecordOf<T>, Error<T>> {
		let record = Self::manufacturer_or_err(id)?;
		ensure!(record.account == *who, Error::<T>::NotManufacturer);
		Ok(record)
	}

	fn ensure_usable_root_keys(keys: &RootKeysOf<T>) -> DispatchResult {
		ensure!(!keys.is_empty(), Error::<T>::NoRootKeys);
		let all_differ = keys
			.iter()
			.enumerate()
			.all(|(i, key)| !keys.iter().skip(i.saturating_add(1)).any(|other| other == key));
		ensure!(all_differ, Error::<T>::DuplicateRootKey);
		Ok(())
	}
}
