// SPDX-License-Identifier: Apache-2.0

//! Operational keys.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::{KeyAuthorisation, KeyPurposes, KeyRotation};
use sp_runtime::traits::Get;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_key(who: T::AccountId, device: DeviceId, key: NewKey) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::operated_device(&who, &device, OperatorRights::KEYS)?;
		ensure!(record.status.has_keys(), Error::<T>::BadState);
		ensure!(has_index(record.next_key, record.owner == who), Error::<T>::KeyIndicesExhausted);
		let epoch = record.epoch;
		Self::ensure_admissible(&device, &record, epoch, &key, record.live_keys.len())?;

		Self::start_key(&who, &device, &mut record, key)?;
		Self::put_device(device, record);
		Ok(())
	}

	pub(crate) fn do_rotate_key(
		who: T::AccountId,
		device: DeviceId,
		replaces: KeyIndex,
		key: NewKey,
	) -> DispatchResult {
		let record = Self::operated_device(&who, &device, OperatorRights::KEYS)?;
		ensure!(record.status.has_keys(), Error::<T>::BadState);
		ensure!(has_index(record.next_key, record.owner == who), Error::<T>::KeyIndicesExhausted);
		Self::change_key(&who, device, record, Some(replaces), key)
	}

	pub(crate) fn do_rotate_key_signed(
		carrier: T::AccountId,
		authorisation: KeyAuthorisation,
		signer: DeviceSigner,
		signature: DeviceSignature,
		possession: DeviceSignature,
	) -> DispatchResult {
		let device = authorisation.device;
		let record = Self::device_or_err(&device)?;
		ensure!(record.status == DeviceStatus::Active, Error::<T>::BadState);
		ensure!(authorisation.epoch == record.epoch, Error::<T>::EpochMismatch);
		ensure!(authorisation.index == record.next_key, Error::<T>::KeyIndexMismatch);
		if authorisation.replaces.is_none() {
			Self::ensure_not_paused()?;
		}
		let signing_key = match signer {
			DeviceSigner::Identity => record.identity_key,
			DeviceSigner::Operational(index) => {
				let own = Self::live_key(&device, index)?;
				ensure!(
					may_replace_itself(
						index,
						own.purposes,
						authorisation.replaces,
						authorisation.purposes
					),
					Error::<T>::AuthorisationTooWide
				);
				ensure!(has_index(record.next_key, false), Error::<T>::KeyIndicesExhausted);
				own.key
			},
		};
		ensure!(
			Self::is_signed(&authorisation, &signature, &signing_key),
			Error::<T>::AuthorisationNotSigned
		);
		let key = NewKey { key: authorisation.key, purposes: authorisation.purposes, possession };
		Self::change_key(&carrier, device, record, authorisation.replaces, key)
	}

	pub(crate) fn do_revoke_key(
		who: T::AccountId,
		device: DeviceId,
		index: KeyIndex,
		reason: RevocationReason,
	) -> DispatchResult {
		let mut record = Self::operated_device(&who, &device, OperatorRights::KEYS)?;
		let mut key = OperationalKeys::<T>::get(device, index).ok_or(Error::<T>::KeyNotFound)?;
		// A superseded key may still be in its grace period, and revoking it ends that too.
		let revocable = matches!(key.status, KeyStatus::Live | KeyStatus::Superseded { .. });
		ensure!(revocable, Error::<T>::KeyNotLive);
		ensure!(
			record.status != DeviceStatus::Active ||
				Self::keeps_assert_key(&device, &record, Some(index), None),
			Error::<T>::LastAssertKey
		);

		key.status = KeyStatus::Revoked { at: Self::now(), reason };
		record.live_keys.retain(|i| *i != index);
		OperationalKeys::<T>::insert(device, index, key);
		Self::put_device(device, record);
		Self::deposit_event(Event::KeyRevoked { device, index, reason });
		Ok(())
	}

	pub(crate) fn do_prune_key(device: DeviceId, index: KeyIndex) -> DispatchResult {
		let mut record = Self::device_or_err(&device)?;
		let key = OperationalKeys::<T>::get(device, index).ok_or(Error::<T>::KeyNotFound)?;
		ensure!(
			key.status.is_dead(Self::now(), T::RotationGrace::get()),
			Error::<T>::KeyStillNeeded
		);

		key.ticket.drop(&key.depositor)?;
		record.key_records = record.key_records.saturating_sub(1);
		OperationalKeys::<T>::remove(device, index);
		Self::put_device(device, record);
		Self::deposit_event(Event::KeyPruned { device, index });
		Ok(())
	}

	/// The record of a key that counts now.
	pub(super) fn live_key(device: &DeviceId, index: KeyIndex) -> Result<KeyRecordOf<T>, Error<T>> {
		let key = OperationalKeys::<T>::get(device, index).ok_or(Error::<T>::KeyNotFound)?;
		ensure!(key.status.is_live(), Error::<T>::KeyNotLive);
		Ok(key)
	}

	/// Whether `key` may become the next operational key of the device in `epoch`, beside
	/// `staying` others.
	pub(super) fn ensure_admissible(
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		epoch: Epoch,
		key: &NewKey,
		staying: usize,
	) -> DispatchResult {
		let model = Models::<T>::get(record.model).ok_or(Error::<T>::ModelNotFound)?;
		ensure!(model.spec.algorithms.allows(key.key.algorithm()), Error::<T>::AlgorithmNotAllowed);
		ensure!(
			staying < BoundedVec::<KeyIndex, T::MaxLiveKeys>::bound() &&
				record.key_records < T::MaxKeyRecords::get(),
			Error::<T>::TooManyOpKeys
		);
		ensure!(has_index(record.next_key, true), Error::<T>::KeyIndicesExhausted);
		ensure!(!KnownKeys::<T>::contains_key(key.key.fingerprint()), Error::<T>::KeyReused);
		let claim = KeyRotation { device: *device, index: record.next_key, epoch };
		ensure!(
			Self::is_signed(&claim, &key.possession, &key.key),
			Error::<T>::KeyPossessionMissing
		);
		Ok(())
	}

	/// Gives the device a key that was found admissible. The caller stores `record`.
	pub(crate) fn start_key(
		depositor: &T::AccountId,
		device: &DeviceId,
		record: &mut DeviceRecordOf<T>,
		new: NewKey,
	) -> Result<KeyIndex, DispatchError> {
		let index = record.next_key;
		let ticket = T::KeyTicket::new(depositor, Self::key_footprint())?;
		record.next_key = index.checked_add(1).ok_or(Error::<T>::KeyIndicesExhausted)?;
		record.key_records = record.key_records.checked_add(1).ok_or(Error::<T>::TooManyOpKeys)?;
		record.live_keys.try_push(index).map_err(|_| Error::<T>::TooManyOpKeys)?;

		KnownKeys::<T>::insert(new.key.fingerprint(), device);
		OperationalKeys::<T>::insert(
			device,
			index,
			KeyRecord {
				key: new.key,
				purposes: new.purposes,
				valid_from: Self::now(),
				status: KeyStatus::Live,
				depositor: depositor.clone(),
				ticket,
			},
		);
		Self::deposit_event(Event::KeyAdded {
			device: *device,
			index,
			key: new.key,
			purposes: new.purposes,
		});
		Ok(index)
	}

	/// Whether the device has a live key that may assert data once `leaving` is gone and one with
	/// the purposes `joining` has come.
	pub(super) fn keeps_assert_key(
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		leaving: Option<KeyIndex>,
		joining: Option<KeyPurposes>,
	) -> bool {
		joining.is_some_and(|p| p.contains(KeyPurposes::ASSERT)) ||
			record.live_keys.iter().filter(|i| Some(**i) != leaving).any(|i| {
				OperationalKeys::<T>::get(device, i)
					.is_some_and(|k| k.purposes.contains(KeyPurposes::ASSERT))
			})
	}

	/// Ends every live key but `kept`. The caller stores `record`.
	pub(super) fn end_live_keys(
		device: &DeviceId,
		record: &mut DeviceRecordOf<T>,
		kept: Option<KeyIndex>,
		status: KeyStatus,
	) {
		for index in record.live_keys.iter().filter(|i| Some(**i) != kept) {
			OperationalKeys::<T>::mutate_exists(device, index, |key| {
				if let Some(key) = key {
					key.status = status;
				}
			});
		}
		record.live_keys.retain(|i| Some(*i) == kept);
	}

	/// Starts a key and, if it replaces one, supersedes that.
	fn change_key(
		depositor: &T::AccountId,
		device: DeviceId,
		mut record: DeviceRecordOf<T>,
		replaces: Option<KeyIndex>,
		new: NewKey,
	) -> DispatchResult {
		let old = match replaces {
			Some(index) => Some((index, Self::live_key(&device, index)?)),
			None => None,
		};
		let staying = record.live_keys.iter().filter(|i| Some(**i) != replaces).count();
		ensure!(
			record.status != DeviceStatus::Active ||
				Self::keeps_assert_key(&device, &record, replaces, Some(new.purposes)),
			Error::<T>::LastAssertKey
		);
		let epoch = record.epoch;
		Self::ensure_admissible(&device, &record, epoch, &new, staying)?;

		if let Some((index, mut key)) = old {
			key.status = KeyStatus::Superseded { at: Self::now() };
			record.live_keys.retain(|i| *i != index);
			OperationalKeys::<T>::insert(device, index, key);
			Self::deposit_event(Event::KeySuperseded { device, index, by: record.next_key });
		}
		Self::start_key(depositor, &device, &mut record, new)?;
		Self::put_device(device, record);
		Ok(())
	}
}
