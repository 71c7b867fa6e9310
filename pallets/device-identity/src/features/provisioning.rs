// SPDX-License-Identifier: Apache-2.0

//! Batches of births: one signature for up to a million devices, each claimed when it is needed.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::{birth_leaf, merkle, BirthBatch, BirthRecord, MAX_BATCH};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_batch(
		who: T::AccountId,
		batch: BirthBatch,
		root_key: u8,
		signature: DeviceSignature,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut manufacturer = Self::own_manufacturer(&who, batch.manufacturer)?;
		ensure!(manufacturer.status.may_register(), Error::<T>::ManufacturerNotApproved);
		ensure!(batch.number == manufacturer.next_batch, Error::<T>::BatchNumberMismatch);
		ensure!((1..=MAX_BATCH).contains(&batch.count), Error::<T>::BadBatchSize);
		let root_key = Self::root_key(&manufacturer, root_key)?;
		ensure!(Self::is_signed(&batch, &signature, root_key), Error::<T>::BatchNotSigned);
		manufacturer.next_batch =
			manufacturer.next_batch.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		manufacturer.open_batches =
			manufacturer.open_batches.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::BatchTicket::new(&who, Self::batch_footprint())?;

		let BirthBatch { manufacturer: id, number, root, count } = batch;
		Manufacturers::<T>::insert(id, manufacturer);
		BirthBatches::<T>::insert(
			id,
			number,
			BirthBatchRecord { root, count, claimed: 0, anchored_at: Self::now(), ticket },
		);
		Self::deposit_event(Event::BatchOpened { manufacturer: id, number, root, count });
		Ok(())
	}

	pub(crate) fn do_close_batch(
		who: T::AccountId,
		id: ManufacturerId,
		number: BatchNumber,
	) -> DispatchResult {
		let mut manufacturer = Self::own_manufacturer(&who, id)?;
		let batch = BirthBatches::<T>::get(id, number).ok_or(Error::<T>::BatchNotFound)?;
		manufacturer.open_batches =
			manufacturer.open_batches.checked_sub(1).ok_or(ArithmeticError::Underflow)?;

		batch.ticket.drop(&manufacturer.account)?;
		Manufacturers::<T>::insert(id, manufacturer);
		BirthBatches::<T>::remove(id, number);
		Self::deposit_event(Event::BatchClosed {
			manufacturer: id,
			number,
			claimed: batch.claimed,
		});
		Ok(())
	}

	pub(crate) fn do_claim(
		carrier: T::AccountId,
		number: BatchNumber,
		birth: BirthRecord,
		index: u32,
		path: BirthPath,
		possession: DeviceSignature,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let id = birth.model.manufacturer;
		let manufacturer = Self::manufacturer_or_err(id)?;
		let mut batch = BirthBatches::<T>::get(id, number).ok_or(Error::<T>::BatchNotFound)?;
		let model = Self::ensure_registrable(&manufacturer, &birth)?;
		let is_in_batch =
			merkle::verify(&batch.root, &birth_leaf(&birth), index, batch.count, &path);
		ensure!(is_in_batch, Error::<T>::NotInBatch);
		Self::ensure_possession(&birth, &possession)?;
		batch.claimed = batch.claimed.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		// No mark of the leaf is needed: no identity key is ever accepted twice.
		let device = Self::start_device(birth, model, manufacturer.account, carrier.clone())?;
		BirthBatches::<T>::insert(id, number, batch);
		Self::deposit_event(Event::DeviceClaimed { device, number, index, carrier });
		Ok(())
	}
}
