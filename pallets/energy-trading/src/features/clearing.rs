// SPDX-License-Identifier: Apache-2.0

//! Clearing: a page at a time, with a cursor that is kept between blocks.

use super::*;
use alloc::vec::Vec;
use frame_support::defensive;
use mote_clearing::Request;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_clear(
		who: T::AccountId,
		market: MarketId,
		pages: u32,
	) -> DispatchResultWithPostInfo {
		let mut period = Self::period(market)?;
		let used = Self::clear_pages(market, &mut period, pages)?;
		let (is_traded, reward) = (period.cleared().is_some(), period.terms.reward);

		Periods::<T>::insert(market, period);
		if is_traded {
			Self::reward(market.zone, &who, reward);
		}
		let weight = T::WeightInfo::clear(used).saturating_add(T::WeightInfo::conclude());
		Ok(Some(weight).into())
	}

	/// Reads so many pages of the book at the most. How many were read.
	pub(crate) fn clear_pages(
		market: MarketId,
		period: &mut PeriodRecordOf<T>,
		most: u32,
	) -> Result<u32, DispatchError> {
		let (bids, asks) = Self::books(market);
		let mut sweep = match period.progress {
			Progress::Trading => {
				ensure!(Self::now() >= period.clearable_at(market.start), Error::<T>::GateOpen);
				period.progress = Progress::Clearing;
				(period.buyers, period.sellers) = (bids.meters, asks.meters);
				Sweep::new(period.cap, period.terms.rule)
			},
			Progress::Clearing => Sweeps::<T>::get(market).ok_or(Error::<T>::AlreadyCleared)?,
			_ => return Err(Error::<T>::AlreadyCleared.into()),
		};
		let reference = period.reference(bids.accounts, asks.accounts);
		let mut used = 0u32;
		loop {
			let (side, index) = match sweep.next_request() {
				Request::Page(side, index) => (side, index),
				Request::Done(outcome) => {
					Sweeps::<T>::remove(market);
					Self::conclude(market, period, outcome, reference)?;
					return Ok(used);
				},
			};
			if used >= most {
				Sweeps::<T>::insert(market, sweep);
				return Ok(used);
			}
			let book = match side {
				Side::Bid => &bids,
				Side::Ask => &asks,
			};
			let (orders, is_last) = Self::page_of(market.side(side), book, index, reference);
			if sweep.feed(&orders, is_last).is_err() {
				defensive!(
					"a book is kept in merit order, and does not change while it is cleared"
				);
				Sweeps::<T>::remove(market);
				Self::conclude_without_trade(market, period, NoTrade::NoCross);
				return Ok(used);
			}
			used = used.saturating_add(1);
		}
	}

	/// The orders on a page that take part, and whether it is the last.
	fn page_of(
		id: BookId,
		book: &Book,
		index: u32,
		reference: Option<Price>,
	) -> (Vec<Order>, bool) {
		let at = usize::try_from(index).unwrap_or(usize::MAX);
		let is_last = at.saturating_add(1) >= book.pages.len();
		let Some(entry) = book.pages.get(at) else {
			return (Vec::new(), true);
		};
		let orders = Pages::<T>::get(id, entry.page)
			.into_iter()
			.map(|placed| placed.order)
			.filter(|order| accepts(reference, id.side, order.limit))
			.collect();
		(orders, is_last)
	}

	/// Both books of a market: bids, then asks.
	pub(crate) fn books(market: MarketId) -> (Book, Book) {
		(Books::<T>::get(market.side(Side::Bid)), Books::<T>::get(market.side(Side::Ask)))
	}

	/// What follows from the outcome: the grid account's part is taken, so that it is there when
	/// buyers do not use what they bought.
	pub(crate) fn conclude(
		market: MarketId,
		period: &mut PeriodRecordOf<T>,
		outcome: Option<Outcome>,
		reference: Option<Price>,
	) -> DispatchResult {
		let Some(outcome) = outcome else {
			Self::conclude_without_trade(market, period, NoTrade::NoCross);
			return Ok(());
		};
		let mut zone = Self::zone_record(market.zone)?;
		let needed = period.tariff().float_for(outcome.volume);
		let Some(rest) = zone.float.checked_sub(needed) else {
			Self::conclude_without_trade(market, period, NoTrade::GridFloatTooLow);
			return Ok(());
		};
		Self::collect(&zone.currency, &zone.operator, needed)?;
		zone.float = rest;
		Zones::<T>::insert(market.zone, zone);
		period.float = needed;
		period.escrow = needed;
		let cleared = Cleared { outcome, reference };
		period.verdict = Some(Verdict::Traded(cleared));
		period.progress = Progress::Releasing(Pass::START);
		Self::deposit_event(Event::MarketCleared { market, cleared, price: cleared.price() });
		Ok(())
	}
}
