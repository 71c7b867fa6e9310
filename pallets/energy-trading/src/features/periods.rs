// SPDX-License-Identifier: Apache-2.0

//! Periods: opening, capping, suspending, curtailing.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_market(who: T::AccountId, market: MarketId) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(!Periods::<T>::contains_key(market), Error::<T>::MarketExists);
		let mut zone = Self::zone_record(market.zone)?;
		Self::open(who, market, &mut zone)?;
		Ok(())
	}

	/// Opens a period within its zone's horizon.
	pub(crate) fn open(
		who: T::AccountId,
		market: MarketId,
		zone: &mut ZoneRecordOf<T>,
	) -> Result<PeriodRecordOf<T>, DispatchError> {
		ensure!(zone.status == ZoneStatus::Trading, Error::<T>::ZoneRetired);
		ensure!(market.start.checked_rem(zone.period_ms) == Some(0), Error::<T>::BadStart);
		let now = Self::now();
		ensure!(market.start.saturating_sub(zone.terms.horizon_ms) <= now, Error::<T>::NotOpenYet);
		ensure!(now < market.start.saturating_sub(zone.terms.gate_lead_ms), Error::<T>::GateClosed);
		let periods = zone.periods.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::PeriodTicket::new(&who, Self::period_footprint())?;

		Self::follow_feeds(market.zone, zone, now);
		let record = PeriodRecord {
			opener: who.clone(),
			terms: zone.terms,
			terms_version: zone.terms_version,
			prices: zone.prices,
			cap: zone.terms.cap,
			curtailed_to: None,
			progress: Progress::Trading,
			verdict: None,
			buyers: 0,
			sellers: 0,
			read: 0,
			disputed: 0,
			totals: Totals::default(),
			escrow: 0,
			float: 0,
			ticket,
		};
		Periods::<T>::insert(market, &record);
		Self::deposit_event(Event::MarketOpened {
			market,
			opener: who,
			terms: record.terms,
			prices: record.prices,
		});
		zone.periods = periods;
		Zones::<T>::insert(market.zone, &*zone);
		Ok(record)
	}

	pub(crate) fn do_set_cap(market: MarketId, cap: Option<Energy>) -> DispatchResult {
		let mut period = Self::period(market)?;
		ensure!(period.progress == Progress::Trading, Error::<T>::AlreadyCleared);
		ensure!(Self::now() < period.gate(market.start), Error::<T>::GateClosed);

		period.cap = cap;
		Periods::<T>::insert(market, period);
		Self::deposit_event(Event::CapSet { market, cap });
		Ok(())
	}

	pub(crate) fn do_suspend(who: T::AccountId, market: MarketId) -> DispatchResult {
		Self::zone_of(&who, market.zone)?;
		let mut period = Self::period(market)?;
		ensure!(
			matches!(period.progress, Progress::Trading | Progress::Clearing),
			Error::<T>::AlreadyCleared
		);

		if period.progress == Progress::Trading {
			let (bids, asks) = Self::books(market);
			(period.buyers, period.sellers) = (bids.meters, asks.meters);
		}
		Sweeps::<T>::remove(market);
		Self::conclude_without_trade(market, &mut period, NoTrade::Suspended);
		Periods::<T>::insert(market, period);
		Ok(())
	}

	/// Ends a market in which nothing is traded. What follows is that everything is returned.
	pub(crate) fn conclude_without_trade(
		market: MarketId,
		period: &mut PeriodRecordOf<T>,
		reason: NoTrade,
	) {
		period.verdict = Some(Verdict::NoTrade(reason));
		period.progress = Progress::Returning(Pass::START);
		Self::deposit_event(Event::NothingTraded { market, reason });
	}

	pub(crate) fn do_curtail(
		who: T::AccountId,
		market: MarketId,
		to: BasisPoints,
	) -> DispatchResult {
		let zone = Self::zone_of(&who, market.zone)?;
		let mut period = Self::period(market)?;
		ensure!(to < WHOLE && period.curtailed_to.is_none(), Error::<T>::BadCurtailment);
		let now = Self::now();
		let is_delivering =
			matches!(period.progress, Progress::Releasing(_) | Progress::Delivering) &&
				now >= market.start &&
				now < market.start.saturating_add(zone.period_ms);
		ensure!(is_delivering, Error::<T>::WrongStage);
		// What has flowed by now is paid for.
		let to = part_that_stands(to, now.saturating_sub(market.start), zone.period_ms);

		period.curtailed_to = Some(to);
		Periods::<T>::insert(market, period);
		Self::deposit_event(Event::MarketCurtailed { market, to });
		Ok(())
	}
}
