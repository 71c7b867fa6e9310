// SPDX-License-Identifier: Apache-2.0

//! Who owns a device: activation and transfer, both with the device's consent.

use super::*;
use frame_support::traits::{fungible::Mutate, tokens::Preservation, Consideration};
use mote_primitives::{DeviceLiens, KeyPurposes, TransferAcceptance};
use sp_runtime::{traits::Get, ArithmeticError};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_activate(
		who: T::AccountId,
		acceptance: TransferAcceptance<T::AccountId>,
		consent: DeviceSignature,
		key: NewKey,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let device = acceptance.device;
		let mut record = Self::owned_device(&who, &device)?;
		ensure!(record.status == DeviceStatus::Registered, Error::<T>::BadState);
		let epoch = Self::ensure_consent(&who, &record, &acceptance, &consent)?;
		Self::ensure_first_key(&device, &record, &acceptance, &key)?;

		// Whoever carried the claim out of a batch has the deposit until now.
		Self::take_over_deposit(&who, &mut record)?;
		record.epoch = epoch;
		record.status = DeviceStatus::Active;
		TransferOffers::<T>::remove(device);
		Self::start_key(&who, &device, &mut record, key)?;
		Self::put_device(device, record);
		Self::deposit_event(Event::DeviceActivated { device, owner: who, epoch });
		Ok(())
	}

	pub(crate) fn do_offer_transfer(
		who: T::AccountId,
		device: DeviceId,
		to: T::AccountId,
		expires: Moment,
		price: Option<BalanceOf<T>>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let record = Self::owned_device(&who, &device)?;
		ensure!(record.status.is_transferable(), Error::<T>::BadState);
		let now = Self::now();
		let in_term = expires > now && expires.saturating_sub(now) <= T::MaxTransferTerm::get();
		ensure!(in_term, Error::<T>::BadTransferTerm);
		Self::ensure_manufacturer_stands(&record.model)?;
		ensure!(!T::Liens::is_encumbered(&device), Error::<T>::LockedByOtherPallet);

		TransferOffers::<T>::insert(device, TransferOffer { to: to.clone(), expires, price });
		Self::deposit_event(Event::TransferOffered { device, to, expires, price });
		Ok(())
	}

	pub(crate) fn do_cancel_transfer(who: T::AccountId, device: DeviceId) -> DispatchResult {
		Self::owned_device(&who, &device)?;
		ensure!(TransferOffers::<T>::contains_key(device), Error::<T>::NoOffer);

		TransferOffers::<T>::remove(device);
		Self::deposit_event(Event::TransferCancelled { device });
		Ok(())
	}

	pub(crate) fn do_accept_transfer(
		who: T::AccountId,
		acceptance: TransferAcceptance<T::AccountId>,
		consent: DeviceSignature,
		price: Option<BalanceOf<T>>,
		key: Option<NewKey>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let device = acceptance.device;
		let record = Self::device_or_err(&device)?;
		let offer = TransferOffers::<T>::get(device).ok_or(Error::<T>::NoOffer)?;
		ensure!(offer.to == who, Error::<T>::NotRecipient);
		ensure!(Self::now() < offer.expires, Error::<T>::TransferExpired);
		ensure!(offer.price == price, Error::<T>::PriceChanged);
		ensure!(record.status.is_transferable(), Error::<T>::BadState);
		ensure!(!T::Liens::is_encumbered(&device), Error::<T>::LockedByOtherPallet);
		let epoch = Self::ensure_consent(&who, &record, &acceptance, &consent)?;
		match &key {
			Some(new) => Self::ensure_first_key(&device, &record, &acceptance, new)?,
			None => {
				let kept = Self::live_key(&device, acceptance.key)?;
				ensure!(kept.purposes.contains(KeyPurposes::ASSERT), Error::<T>::LastAssertKey);
			},
		}

		if let Some(price) = price {
			T::Currency::transfer(&who, &record.owner, price, Preservation::Preserve)?;
		}
		Self::hand_over(device, record, who, epoch, acceptance.key, price, key)
	}

	#[allow(clippy::too_many_arguments)]
	pub(super) fn hand_over(
		device: DeviceId,
		mut record: DeviceRecordOf<T>,
		to: T::AccountId,
		epoch: Epoch,
		kept: KeyIndex,
		price: Option<BalanceOf<T>>,
		new: Option<NewKey>,
	) -> DispatchResult {
		let from = core::mem::replace(&mut record.owner, to.clone());
		Self::take_over_deposit(&to, &mut record)?;

		let at = Self::now();
		Self::end_live_keys(&device, &mut record, Some(kept), KeyStatus::OwnerChanged { at });
		match new {
			Some(new) => {
				Self::start_key(&to, &device, &mut record, new)?;
			},
			None => Self::take_over_key_deposit(&to, &device, kept)?,
		}
		record.epoch = epoch;
		record.status = DeviceStatus::Active;

		TransferOffers::<T>::remove(device);
		OwnedDevices::<T>::remove(&from, device);
		OwnedDevices::<T>::insert(&to, device, ());
		Self::put_device(device, record);
		Self::deposit_event(Event::DeviceTransferred { device, from, to, epoch, key: kept, price });
		Ok(())
	}

	/// Whoever had the device's deposit gets it back, and `to` puts it up. The caller stores
	/// `record`.
	fn take_over_deposit(to: &T::AccountId, record: &mut DeviceRecordOf<T>) -> DispatchResult {
		if record.depositor == *to {
			return Ok(());
		}
		let ticket = T::DeviceTicket::new(to, Self::device_footprint())?;
		core::mem::replace(&mut record.ticket, ticket).drop(&record.depositor)?;
		record.depositor = to.clone();
		Ok(())
	}

	/// The old owner's deposit must not stay behind on a key that serves the new owner.
	fn take_over_key_deposit(
		to: &T::AccountId,
		device: &DeviceId,
		index: KeyIndex,
	) -> DispatchResult {
		let mut key = Self::live_key(device, index)?;
		if key.depositor == *to {
			return Ok(());
		}
		let ticket = T::KeyTicket::new(to, Self::key_footprint())?;
		core::mem::replace(&mut key.ticket, ticket).drop(&key.depositor)?;
		key.depositor = to.clone();
		OperationalKeys::<T>::insert(device, index, key);
		Ok(())
	}

	/// Checks that the device consents to `who` as its owner; returns the epoch that begins.
	///
	/// Only the identity key can consent: an operational key may have been put in by the very owner
	/// who wants to sell.
	pub(super) fn ensure_consent(
		who: &T::AccountId,
		record: &DeviceRecordOf<T>,
		acceptance: &TransferAcceptance<T::AccountId>,
		consent: &DeviceSignature,
	) -> Result<Epoch, DispatchError> {
		ensure!(acceptance.owner == *who, Error::<T>::NotRecipient);
		let epoch = record.epoch.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		ensure!(acceptance.epoch == epoch, Error::<T>::EpochMismatch);
		Self::ensure_manufacturer_stands(&record.model)?;
		ensure!(
			Self::is_signed(acceptance, consent, &record.identity_key),
			Error::<T>::DeviceConsentMissing
		);
		Ok(epoch)
	}

	/// Checks the key with which an ownership period starts.
	pub(super) fn ensure_first_key(
		device: &DeviceId,
		record: &DeviceRecordOf<T>,
		acceptance: &TransferAcceptance<T::AccountId>,
		key: &NewKey,
	) -> DispatchResult {
		ensure!(acceptance.key == record.next_key, Error::<T>::KeyIndexMismatch);
		ensure!(key.purposes.contains(KeyPurposes::ASSERT), Error::<T>::LastAssertKey);
		Self::ensure_admissible(device, record, acceptance.epoch, key, 0)
	}
}
