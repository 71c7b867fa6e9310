// SPDX-License-Identifier: Apache-2.0

//! Zones: who operates them, and under which rules.

use super::*;
use frame_support::traits::Consideration;
use mote_clearing::PERIODS;
use mote_primitives::FeedReader;

/// A second, in milliseconds.
const SECOND: Moment = 1_000;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_zone(
		who: T::AccountId,
		currency: CurrencyOf<T>,
		period_ms: Moment,
		terms: ZoneTerms,
		prices: Prices,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(T::Currency::asset_exists(currency.clone()), Error::<T>::CurrencyNotFound);
		let is_quick = QuickMarkets::<T>::get();
		let is_length =
			PERIODS.iter().any(|s| Moment::from(*s).saturating_mul(SECOND) == period_ms);
		ensure!(is_length || is_quick && is_quick_period(period_ms), Error::<T>::BadPeriodLength);
		Self::ensure_valid(&terms, &prices)?;
		let zone = NextZone::<T>::get();
		let next = zone.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::ZoneTicket::new(&who, Self::zone_footprint())?;
		Self::ensure_account(&currency, &who)?;

		let record = ZoneRecord {
			operator: who.clone(),
			currency: currency.clone(),
			period_ms,
			terms,
			terms_version: 0,
			prices,
			priced_at: Self::now(),
			status: ZoneStatus::Trading,
			standing: ZoneStanding::Unassessed,
			suspect_from: 0,
			feeder: None,
			approved: 0,
			roster: 0,
			float: 0,
			pot: 0,
			due: 0,
			meters: 0,
			periods: 0,
			ticket,
		};
		NextZone::<T>::put(next);
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::ZoneCreated {
			zone,
			operator: who,
			currency,
			period_ms,
			terms,
			prices,
		});
		Ok(())
	}

	/// Sees to it that the pallet's account exists in this currency, so that it can take any
	/// amount. The first zone's operator gives the currency's least balance for that.
	fn ensure_account(currency: &CurrencyOf<T>, giver: &T::AccountId) -> DispatchResult {
		let (account, least) =
			(Self::account(currency), T::Currency::minimum_balance(currency.clone()));
		if T::Currency::balance(currency.clone(), &account) >= least {
			return Ok(());
		}
		if !frame_system::Pallet::<T>::account_exists(&account) {
			frame_system::Pallet::<T>::inc_providers(&account);
		}
		Self::put_up(currency, giver, least)?;
		Self::move_held(currency, giver, &account, least, Restriction::Free)
	}

	pub(crate) fn do_set_terms(
		who: T::AccountId,
		zone: ZoneId,
		terms: ZoneTerms,
	) -> DispatchResult {
		let mut record = Self::zone_of(&who, zone)?;
		Self::ensure_valid(&terms, &record.prices)?;
		let version = record.terms_version.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;

		record.terms = terms;
		record.terms_version = version;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::TermsChanged { zone, terms, version });
		Ok(())
	}

	pub(crate) fn do_set_prices(who: T::AccountId, zone: ZoneId, prices: Prices) -> DispatchResult {
		let mut record = Self::zone_of(&who, zone)?;
		let now = Self::now();
		let is_set = record.terms.source == PriceSource::Operator;
		ensure!(is_set, Error::<T>::PricesFollowFeeds);
		ensure!(record.terms.allow(&prices), Error::<T>::BadPrices);
		ensure!(Self::may_reprice(&record, now), Error::<T>::TooSoon);
		ensure!(record.terms.allow_change(&record.prices, &prices), Error::<T>::StepTooLarge);

		record.prices = prices;
		record.priced_at = now;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::PricesChanged { zone, prices });
		Ok(())
	}

	fn may_reprice(zone: &ZoneRecordOf<T>, now: Moment) -> bool {
		now >= zone.priced_at.saturating_add(T::PriceInterval::get())
	}

	/// Brings the prices of a zone that follows feeds as near to them as one step may. What a feed
	/// does not say, or says too late, changes nothing.
	pub(crate) fn follow_feeds(zone_id: ZoneId, zone: &mut ZoneRecordOf<T>, now: Moment) {
		let PriceSource::Feeds { feed_in, retail } = zone.terms.source else {
			return;
		};
		let price = |feed| T::Feeds::latest(feed).as_ref().and_then(price_of);
		let (Some(feed_in), Some(retail)) = (price(feed_in), price(retail)) else {
			return;
		};
		let prices = zone.terms.approach(&zone.prices, &Prices { feed_in, retail });
		let is_new = prices != zone.prices && zone.terms.allow(&prices);
		if is_new && Self::may_reprice(zone, now) {
			zone.prices = prices;
			zone.priced_at = now;
			Self::deposit_event(Event::PricesChanged { zone: zone_id, prices });
		}
	}

	pub(crate) fn do_assess_zone(zone: ZoneId, standing: ZoneStanding) -> DispatchResult {
		let mut record = Self::zone_record(zone)?;

		record.standing = standing;
		record.suspect_from = 0;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::ZoneAssessed { zone, standing });
		Ok(())
	}

	pub(crate) fn do_retire_zone(who: T::AccountId, zone: ZoneId) -> DispatchResult {
		let mut record = Self::zone_of(&who, zone)?;
		ensure!(record.status == ZoneStatus::Trading, Error::<T>::ZoneRetired);

		record.status = ZoneStatus::Retired;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::ZoneRetired { zone });
		Ok(())
	}

	pub(crate) fn do_remove_zone(zone: ZoneId) -> DispatchResult {
		let record = Self::zone_record(zone)?;
		ensure!(record.status == ZoneStatus::Retired, Error::<T>::ZoneNotRetired);
		ensure!(record.meters == 0 && record.periods == 0, Error::<T>::ZoneInUse);

		Self::give_back(&record.currency, &record.operator, record.float)?;
		Self::pay(&record.currency, &record.operator, record.pot)?;
		Self::pay(&record.currency, &record.operator, record.due)?;
		record.ticket.drop(&record.operator)?;
		Zones::<T>::remove(zone);
		Self::deposit_event(Event::ZoneRemoved { zone });
		Ok(())
	}

	pub(crate) fn do_add_float(who: T::AccountId, zone: ZoneId, amount: Money) -> DispatchResult {
		let mut record = Self::zone_of(&who, zone)?;
		let float = add(record.float, amount).ok_or(Error::<T>::ArithmeticOverflow)?;
		Self::put_up(&record.currency, &who, amount)?;

		record.float = float;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::FloatChanged { zone, float });
		Ok(())
	}

	pub(crate) fn do_take_float(who: T::AccountId, zone: ZoneId, amount: Money) -> DispatchResult {
		let mut record = Self::zone_of(&who, zone)?;
		let float = record.float.checked_sub(amount).ok_or(Error::<T>::FloatTooLow)?;
		Self::give_back(&record.currency, &who, amount)?;

		record.float = float;
		Zones::<T>::insert(zone, record);
		Self::deposit_event(Event::FloatChanged { zone, float });
		Ok(())
	}
}
