// SPDX-License-Identifier: Apache-2.0

//! Streams that a manufacturer describes for all devices of a model.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::ManufacturerRegistry;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_describe_stream(
		who: T::AccountId,
		model: ModelId,
		stream: StreamId,
		spec: StreamSpec,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(T::Manufacturers::has_model(&model), Error::<T>::ModelNotFound);
		let maker =
			T::Manufacturers::standing(model.manufacturer).ok_or(Error::<T>::ModelNotFound)?;
		ensure!(maker.account == who, Error::<T>::NotManufacturer);
		ensure!(maker.is_approved, Error::<T>::ManufacturerNotApproved);
		Self::ensure_valid_spec(&spec)?;
		ensure!(!Descriptions::<T>::contains_key(model, stream), Error::<T>::AlreadyDescribed);
		let ticket = T::DescriptionTicket::new(&who, Self::description_footprint())?;

		let record = DescriptionRecord { spec, depositor: who, ticket };
		Descriptions::<T>::insert(model, stream, record);
		Self::deposit_event(Event::StreamDescribed { model, stream, spec });
		Ok(())
	}

	pub(crate) fn do_withdraw_description(
		who: T::AccountId,
		model: ModelId,
		stream: StreamId,
	) -> DispatchResult {
		let record =
			Descriptions::<T>::get(model, stream).ok_or(Error::<T>::DescriptionNotFound)?;
		let is_makers = T::Manufacturers::standing(model.manufacturer)
			.is_some_and(|maker| maker.account == who);
		ensure!(is_makers || !T::Manufacturers::has_model(&model), Error::<T>::NotManufacturer);

		record.ticket.drop(&record.depositor)?;
		Descriptions::<T>::remove(model, stream);
		Self::deposit_event(Event::DescriptionWithdrawn { model, stream });
		Ok(())
	}
}
