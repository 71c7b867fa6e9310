// SPDX-License-Identifier: Apache-2.0

//! Devices that report to feeds.

use super::*;
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Consideration};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit(who: T::AccountId, feed: FeedId, device: DeviceId) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::feed_of(&who, feed)?;
		ensure!(!record.is_closing, Error::<T>::FeedClosing);
		ensure!(T::Devices::state(&device).is_some(), Error::<T>::DeviceNotFound);
		ensure!(!Oracles::<T>::contains_key(feed, device), Error::<T>::AlreadyAdmitted);
		ensure!(record.admitted < MAX_ORACLES, Error::<T>::TooManyOracles);
		let ticket = T::OracleTicket::new(&who, Self::oracle_footprint())?;

		record.admitted = record.admitted.saturating_add(1);
		Feeds::<T>::insert(feed, record);
		let oracle =
			OracleRecord { reputation: FIRST_REPUTATION, bond: None, depositor: who, ticket };
		Oracles::<T>::insert(feed, device, oracle);
		Self::deposit_event(Event::OracleAdmitted { feed, device });
		Ok(())
	}

	pub(crate) fn do_expel(who: T::AccountId, feed: FeedId, device: DeviceId) -> DispatchResult {
		let mut record = Self::feed_of(&who, feed)?;
		let mut oracle = Oracles::<T>::get(feed, device).ok_or(Error::<T>::NotAdmitted)?;
		Self::ensure_not_in_round(feed, &device)?;

		if let Some(bond) = oracle.bond.take() {
			Self::return_bond(feed, device, &bond)?;
		}
		oracle.ticket.drop(&oracle.depositor)?;
		Oracles::<T>::remove(feed, device);
		record.admitted = record.admitted.saturating_sub(1);
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::OracleExpelled { feed, device });
		Ok(())
	}

	pub(crate) fn do_join(who: T::AccountId, feed: FeedId, device: DeviceId) -> DispatchResult {
		Self::ensure_not_paused()?;
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		ensure!(!record.is_closing, Error::<T>::FeedClosing);
		let mut oracle = Oracles::<T>::get(feed, device).ok_or(Error::<T>::NotAdmitted)?;
		let life = T::Devices::life(&device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(life.owner == who, Error::<T>::NotDeviceOwner);
		let former = oracle.bond.take();
		ensure!(
			former.as_ref().is_none_or(|bond| bond.epoch != life.epoch),
			Error::<T>::AlreadyJoined
		);
		Self::ensure_not_in_round(feed, &device)?;

		if let Some(bond) = former {
			Self::return_bond(feed, device, &bond)?;
		}
		let amount = T::OracleBond::get();
		T::Currency::hold(&HoldReason::Bond.into(), &who, amount)?;
		oracle.bond = Some(Bond { holder: who.clone(), amount, epoch: life.epoch });
		Oracles::<T>::insert(feed, device, oracle);
		Self::deposit_event(Event::OracleJoined { feed, device, holder: who, bond: amount });
		Ok(())
	}

	pub(crate) fn do_leave(who: T::AccountId, feed: FeedId, device: DeviceId) -> DispatchResult {
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		let mut oracle = Oracles::<T>::get(feed, device).ok_or(Error::<T>::NotAdmitted)?;
		let bond = oracle.bond.take().ok_or(Error::<T>::NotJoined)?;
		ensure!(
			record.is_closing ||
				bond.holder == who ||
				T::Devices::owner(&device).as_ref() == Some(&who),
			Error::<T>::MayNotLeave
		);
		Self::ensure_not_in_round(feed, &device)?;

		Self::return_bond(feed, device, &bond)?;
		Oracles::<T>::insert(feed, device, oracle);
		Ok(())
	}

	fn ensure_not_in_round(feed: FeedId, device: &DeviceId) -> Result<(), Error<T>> {
		let is_in = Rounds::<T>::get(feed)
			.is_some_and(|round| round.reports.iter().any(|report| report.device == *device));
		ensure!(!is_in, Error::<T>::RoundPending);
		Ok(())
	}

	fn return_bond(
		feed: FeedId,
		device: DeviceId,
		bond: &Bond<T::AccountId, BalanceOf<T>>,
	) -> DispatchResult {
		let reason = HoldReason::Bond.into();
		T::Currency::release(&reason, &bond.holder, bond.amount, Precision::Exact)?;
		Self::deposit_event(Event::OracleLeft { feed, device });
		Ok(())
	}
}
