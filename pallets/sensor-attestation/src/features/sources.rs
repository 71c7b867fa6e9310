// SPDX-License-Identifier: Apache-2.0

//! Devices that send readings.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::MAX_CLOCK_LEAD;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enrol(who: T::AccountId, device: DeviceId) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_operator(&who, &device)?;
		let former = Sources::<T>::get(device);
		ensure!(
			former.as_ref().is_none_or(|source| source.depositor != who),
			Error::<T>::AlreadyEnrolled
		);
		let ticket = T::SourceTicket::new(&who, Self::source_footprint())?;

		let source = match former {
			Some(source) => {
				source.ticket.drop(&source.depositor)?;
				SourceRecord { depositor: who.clone(), ticket, ..source }
			},
			None => SourceRecord {
				windows: Default::default(),
				streams: Default::default(),
				retired: 0,
				retired_below: 0,
				last_accepted_at: 0,
				standing: FIRST_STANDING,
				gateways: 0,
				lane: None,
				lane_use: Default::default(),
				depositor: who.clone(),
				ticket,
			},
		};
		Sources::<T>::insert(device, source);
		Self::deposit_event(Event::SourceEnrolled { device, depositor: who });
		Ok(())
	}

	pub(crate) fn do_remove_source(who: T::AccountId, device: DeviceId) -> DispatchResult {
		let source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		let has_ended = Self::has_ended(&device);
		ensure!(
			has_ended || source.depositor == who || Self::looks_after(&who, &device),
			Error::<T>::NotOperator
		);
		let is_in_use = !source.streams.is_empty() || source.retired > 0 || source.gateways > 0;
		ensure!(!is_in_use, Error::<T>::SourceInUse);
		// What was accepted last may have been as far ahead as a device's clock can be.
		let last_fresh = source
			.last_accepted_at
			.saturating_add(T::MaxReadingAge::get())
			.saturating_add(MAX_CLOCK_LEAD);
		ensure!(
			has_ended || source.last_accepted_at == 0 || Self::now() > last_fresh,
			Error::<T>::SourceStillFresh
		);

		if let Some(lane) = source.lane {
			Self::end_lane(device, lane)?;
		}
		source.ticket.drop(&source.depositor)?;
		Sources::<T>::remove(device);
		Self::deposit_event(Event::SourceRemoved { device });
		Ok(())
	}
}
