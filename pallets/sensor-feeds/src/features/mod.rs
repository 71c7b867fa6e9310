// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod feeds;
mod oracles;
mod rounds;

use crate::*;
use frame_support::{
	pallet_prelude::*,
	traits::{Footprint, Time},
};
use mote_primitives::{DeviceId, DeviceRegistry, FeedId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	pub(crate) fn ensure_not_paused() -> Result<(), Error<T>> {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	pub(crate) fn feed_of(owner: &T::AccountId, feed: FeedId) -> Result<FeedRecordOf<T>, Error<T>> {
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		ensure!(record.owner == *owner, Error::<T>::NotFeedOwner);
		Ok(record)
	}

	/// The state that a feed occupies, at most, with its round and its result.
	pub fn feed_footprint() -> Footprint {
		Footprint::from_mel::<(FeedId, FeedRecordOf<T>, FeedId, RoundRecordOf, FeedId, FeedResult)>(
		)
	}

	/// The state that an admission occupies, at most.
	pub fn oracle_footprint() -> Footprint {
		Footprint::from_mel::<(FeedId, DeviceId, OracleRecordOf<T>)>()
	}
}
