// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod releases;
mod reports;
mod staff;

use crate::*;
use frame_support::{
	pallet_prelude::*,
	traits::{EnsureOrigin, Footprint, Time},
};
use frame_system::{ensure_signed, pallet_prelude::*};
use mote_primitives::{
	DeviceId, ManufacturerId, ManufacturerRegistry, ManufacturerStanding, ModelId,
};

/// Who asks for something to be done.
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

	pub(crate) fn standing_or_err(
		id: ManufacturerId,
	) -> Result<ManufacturerStanding<T::AccountId>, Error<T>> {
		T::Manufacturers::standing(id).ok_or(Error::<T>::ManufacturerNotFound)
	}

	/// The state that a member of a manufacturer's staff occupies, at most.
	pub fn staff_footprint() -> Footprint {
		Footprint::from_mel::<(ManufacturerId, T::AccountId, StaffRecordOf<T>)>()
	}

	/// The state that a release occupies, at most: its record, and its deadline in the line.
	pub fn release_footprint() -> Footprint {
		Footprint::from_mel::<((ModelId, Seq, ReleaseRecordOf<T>), Deadline)>()
	}

	/// The state that a device's report occupies, at most.
	pub fn report_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, InstalledRecordOf<T>)>()
	}
}
