// SPDX-License-Identifier: Apache-2.0

//! Who publishes and who approves.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint(
		account: T::AccountId,
		manufacturer: ManufacturerId,
		who: T::AccountId,
		roles: FirmwareRoles,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let standing = Self::standing_or_err(manufacturer)?;
		ensure!(standing.account == account, Error::<T>::NotManufacturer);
		ensure!(standing.is_approved, Error::<T>::ManufacturerNotApproved);
		let record = match Staff::<T>::get(manufacturer, &who) {
			Some(former) => StaffRecord { roles, ..former },
			None => {
				let ticket = T::StaffTicket::new(&account, Self::staff_footprint())?;
				StaffRecord { roles, depositor: account, ticket }
			},
		};

		Staff::<T>::insert(manufacturer, &who, record);
		Self::deposit_event(Event::StaffAppointed { manufacturer, who, roles });
		Ok(())
	}

	pub(crate) fn do_dismiss(
		caller: T::AccountId,
		manufacturer: ManufacturerId,
		who: T::AccountId,
	) -> DispatchResult {
		let record = Staff::<T>::get(manufacturer, &who).ok_or(Error::<T>::StaffNotFound)?;
		let may_dismiss = caller == who ||
			T::Manufacturers::standing(manufacturer).is_none_or(|m| m.account == caller);
		ensure!(may_dismiss, Error::<T>::NotManufacturer);

		record.ticket.drop(&record.depositor)?;
		Staff::<T>::remove(manufacturer, &who);
		Self::deposit_event(Event::StaffDismissed { manufacturer, who });
		Ok(())
	}

	/// What `who` may do for a manufacturer that stands as `standing`.
	pub(crate) fn roles_at(
		manufacturer: ManufacturerId,
		standing: Option<&ManufacturerStanding<T::AccountId>>,
		who: &T::AccountId,
	) -> Option<FirmwareRoles> {
		if standing.is_some_and(|m| m.account == *who) {
			return Some(FirmwareRoles::ALL);
		}
		Staff::<T>::get(manufacturer, who).map(|record| record.roles)
	}
}
