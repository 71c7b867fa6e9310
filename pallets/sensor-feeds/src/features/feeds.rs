// SPDX-License-Identifier: Apache-2.0

//! Feeds, from their making to their end.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_feed(who: T::AccountId, spec: FeedSpec) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(spec.is_valid(), Error::<T>::BadFeedSpec);
		let feed = NextFeed::<T>::get();
		let next = feed.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::FeedTicket::new(&who, Self::feed_footprint())?;

		let record = FeedRecord {
			spec,
			owner: who.clone(),
			is_closing: false,
			admitted: 0,
			next_round: 0,
			opened_at: 0,
			ticket,
		};
		NextFeed::<T>::put(next);
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::FeedCreated { feed, owner: who, spec });
		Ok(())
	}

	pub(crate) fn do_close_feed(who: T::AccountId, feed: FeedId) -> DispatchResult {
		let mut record = Self::feed_of(&who, feed)?;
		ensure!(!record.is_closing, Error::<T>::FeedClosing);

		record.is_closing = true;
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::FeedClosed { feed });
		Ok(())
	}

	pub(crate) fn do_remove_feed(feed: FeedId) -> DispatchResult {
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		ensure!(record.is_closing, Error::<T>::FeedNotClosing);
		ensure!(record.admitted == 0, Error::<T>::FeedInUse);
		ensure!(!Rounds::<T>::contains_key(feed), Error::<T>::RoundOpen);

		record.ticket.drop(&record.owner)?;
		Feeds::<T>::remove(feed);
		Results::<T>::remove(feed);
		Self::deposit_event(Event::FeedRemoved { feed });
		Ok(())
	}
}
