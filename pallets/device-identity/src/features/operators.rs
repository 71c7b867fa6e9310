// SPDX-License-Identifier: Apache-2.0

//! Operators: whom an owner lets do things with a device.
//!
//! A new owner's epoch makes all of them void at once. Their records stay until somebody removes
//! them, which anyone may.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_name_operator(
		who: T::AccountId,
		device: DeviceId,
		operator: T::AccountId,
		rights: OperatorRights,
		until: Moment,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let record = Self::owned_device(&who, &device)?;
		ensure!(!record.status.is_terminal(), Error::<T>::BadState);
		ensure!(until > Self::now(), Error::<T>::BadOperatorTerm);
		let ticket = match Operators::<T>::get(device, &operator) {
			Some(former) if former.depositor == who => former.ticket,
			former => {
				let ticket = T::OperatorTicket::new(&who, Self::operator_footprint())?;
				if let Some(former) = former {
					former.ticket.drop(&former.depositor)?;
				}
				ticket
			},
		};

		let epoch = record.epoch;
		Operators::<T>::insert(
			device,
			&operator,
			OperatorRecord { rights, until, epoch, depositor: who, ticket },
		);
		Self::deposit_event(Event::OperatorNamed { device, operator, rights, until, epoch });
		Ok(())
	}

	pub(crate) fn do_remove_operator(
		who: T::AccountId,
		device: DeviceId,
		operator: T::AccountId,
	) -> DispatchResult {
		let record = Operators::<T>::get(device, &operator).ok_or(Error::<T>::OperatorNotFound)?;
		let in_force = Devices::<T>::get(device)
			.filter(|d| !d.status.is_terminal() && record.is_in_force(d.epoch, Self::now()));
		ensure!(
			who == operator || in_force.is_none_or(|d| d.owner == who),
			Error::<T>::OperatorInForce
		);

		record.ticket.drop(&record.depositor)?;
		Operators::<T>::remove(device, &operator);
		Self::deposit_event(Event::OperatorRemoved { device, operator });
		Ok(())
	}
}
