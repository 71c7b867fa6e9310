// SPDX-License-Identifier: Apache-2.0

//! Orders, from their placing to the closing of the gate.

use super::*;
use frame_support::traits::Consideration;
use mote_clearing::{rated_energy, Admission, OrderFlaw};

impl<T: Config> Pallet<T> {
	#[allow(clippy::too_many_arguments, reason = "all that an order says")]
	pub(crate) fn do_submit_order(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
		side: Side,
		quantity: Energy,
		limit: Price,
		terms: TermsVersion,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let zone = Self::zone_record(market.zone)?;
		let spec = Self::trading_meter(&who, market.zone, &meter)?.spec;
		ensure!(spec.direction.allows(side), Error::<T>::WrongDirection);
		let period = match Periods::<T>::get(market) {
			Some(period) => period,
			None => Self::open(who.clone(), market)?,
		};
		ensure!(period.terms_version == terms, Error::<T>::OtherTerms);
		ensure!(
			period.progress == Progress::Trading && Self::now() < period.gate(market.start),
			Error::<T>::GateClosed
		);
		let book = market.side(side);
		ensure!(!Legs::<T>::contains_key(market.side(side.other()), meter), Error::<T>::BothSides);
		let is_other = |trader: TraderRecord| trader.side != side;
		ensure!(!Traders::<T>::get(market, &who).is_some_and(is_other), Error::<T>::SelfTrade);
		Self::ensure_admissible(&period, &zone, &spec, side, quantity, limit)?;
		let hold = order_hold(side, quantity, limit, &period.tariff())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		let id = NextOrder::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let order = Order { limit, quantity, sequence: id };
		let evicted = Self::evicted_for(book, &order, period.terms.max_orders)?;

		if let Some(evicted) = evicted {
			Self::evict(&zone.currency, evicted)?;
		}
		Self::enter(market, side, &meter, &who, &order, hold, zone.period_ms, &spec)?;
		Self::put_up(&zone.currency, &who, hold)?;
		let ticket = T::OrderTicket::new(&who, Self::order_footprint())?;
		let record = OrderRecord {
			market,
			meter,
			account: who.clone(),
			side,
			limit,
			quantity,
			hold,
			ticket,
		};
		NextOrder::<T>::put(next);
		Orders::<T>::insert(id, record);
		Self::insert_into_book(book, order)?;
		Self::deposit_event(Event::OrderPlaced {
			order: id,
			market,
			meter,
			account: who,
			side,
			limit,
			quantity,
			hold,
		});
		Ok(())
	}

	fn ensure_admissible(
		period: &PeriodRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		spec: &MeterSpec,
		side: Side,
		quantity: Energy,
		limit: Price,
	) -> Result<(), Error<T>> {
		let admission = Admission {
			tariff: period.tariff(),
			tick: period.terms.tick,
			min_quantity: period.terms.min_quantity,
			period: seconds(zone.period_ms),
		};
		admission.check(limit, quantity, spec.rating(side)).map_err(|flaw| match flaw {
			OrderFlaw::PriceOutOfBand => Error::<T>::PriceOutOfBand,
			OrderFlaw::OffTick => Error::<T>::OffTick,
			OrderFlaw::TooSmall => Error::<T>::QuantityTooSmall,
			OrderFlaw::ExceedsMeterRating => Error::<T>::ExceedsMeterRating,
		})
	}

	/// Enters an order into the part that its meter has in the market.
	#[allow(clippy::too_many_arguments, reason = "all that an order is")]
	fn enter(
		market: MarketId,
		side: Side,
		meter: &DeviceId,
		who: &T::AccountId,
		order: &Order,
		hold: Money,
		period_ms: Moment,
		spec: &MeterSpec,
	) -> Result<(), Error<T>> {
		let book = market.side(side);
		let mut leg = match Legs::<T>::get(book, meter) {
			Some(leg) => leg,
			None => {
				Self::count_leg(market, side, meter)?;
				LegRecord::new(who.clone())
			},
		};
		leg.orders.try_push(order.sequence).map_err(|_| Error::<T>::TooManyOrders)?;
		leg.quantity =
			leg.quantity.checked_add(order.quantity).ok_or(Error::<T>::ArithmeticOverflow)?;
		// All of a meter's orders together, so that nobody gets a larger share by asking for more.
		ensure!(
			leg.quantity <= rated_energy(spec.rating(side), seconds(period_ms)),
			Error::<T>::ExceedsMeterRating
		);
		leg.held = add(leg.held, hold).ok_or(Error::<T>::ArithmeticOverflow)?;
		Legs::<T>::insert(book, meter, leg);
		let orders = Traders::<T>::get(market, who).map_or(0, |trader| trader.orders);
		let orders = orders.checked_add(1).ok_or(Error::<T>::TooManyOrders)?;
		Traders::<T>::insert(market, who, TraderRecord { side, orders });
		Ok(())
	}

	fn count_leg(market: MarketId, side: Side, meter: &DeviceId) -> Result<(), Error<T>> {
		let mut period = Self::period(market)?;
		let legs = period.legs_on(side);
		*legs = legs.checked_add(1).ok_or(Error::<T>::BookFull)?;
		Periods::<T>::insert(market, period);
		Meters::<T>::try_mutate(meter, |record| {
			let record = record.as_mut().ok_or(Error::<T>::MeterNotFound)?;
			record.open = record.open.checked_add(1).ok_or(Error::<T>::MeterInUse)?;
			Ok(())
		})
	}

	pub(crate) fn do_cancel_order(who: T::AccountId, id: OrderId) -> DispatchResult {
		let order = Orders::<T>::get(id).ok_or(Error::<T>::OrderNotFound)?;
		ensure!(order.account == who, Error::<T>::NotOrderOwner);
		let period = Self::period(order.market)?;
		ensure!(
			period.progress == Progress::Trading && Self::now() < period.gate(order.market.start),
			Error::<T>::GateClosed
		);
		let mut zone = Self::zone_record(order.market.zone)?;
		let fee = period.terms.cancel_fee.min(order.hold);
		let rest = order.hold.saturating_sub(fee);

		Self::collect(&zone.currency, &who, fee)?;
		Self::give_back(&zone.currency, &who, rest)?;
		zone.pot = add(zone.pot, fee).ok_or(Error::<T>::ArithmeticOverflow)?;
		Zones::<T>::insert(order.market.zone, zone);
		Self::take_out(id, order)?;
		Self::deposit_event(Event::OrderCancelled { order: id, fee });
		Ok(())
	}

	fn evict(currency: &CurrencyOf<T>, id: OrderId) -> DispatchResult {
		let order = Orders::<T>::get(id).ok_or(Error::<T>::OrderNotFound)?;
		Self::give_back(currency, &order.account, order.hold)?;
		Self::take_out(id, order)?;
		Self::deposit_event(Event::OrderEvicted { order: id });
		Ok(())
	}

	/// Takes an order, whose money was dealt with, out of the book and of its meter's part.
	fn take_out(id: OrderId, order: OrderRecordOf<T>) -> DispatchResult {
		let OrderRecord { market, meter, account, side, limit, quantity, hold, ticket } = order;
		let book = market.side(side);
		Self::remove_from_book(book, &Order { limit, quantity, sequence: id })?;
		let mut leg = Legs::<T>::get(book, meter).ok_or(Error::<T>::LegNotFound)?;
		leg.orders.retain(|other| *other != id);
		leg.quantity = leg.quantity.saturating_sub(quantity);
		leg.held = leg.held.checked_sub(hold).ok_or(Error::<T>::ArithmeticOverflow)?;
		if leg.orders.is_empty() {
			let mut period = Self::period(market)?;
			Self::drop_leg(book, &meter, &mut period);
			Periods::<T>::insert(market, period);
		} else {
			Legs::<T>::insert(book, meter, leg);
		}
		Orders::<T>::remove(id);
		Self::leave_market(market, &account, 1);
		ticket.drop(&account)
	}

	/// Removes the part of a meter in a market.
	pub(crate) fn drop_leg(book: BookId, meter: &DeviceId, period: &mut PeriodRecordOf<T>) {
		Legs::<T>::remove(book, meter);
		let legs = period.legs_on(book.side);
		*legs = legs.saturating_sub(1);
		Meters::<T>::mutate_extant(meter, |record| record.open = record.open.saturating_sub(1));
	}

	/// Has a trader leave a market with so many orders.
	pub(crate) fn leave_market(market: MarketId, who: &T::AccountId, orders: u32) {
		Traders::<T>::mutate_exists(market, who, |trader| {
			let left = trader.take().map(|trader| TraderRecord {
				orders: trader.orders.saturating_sub(orders),
				..trader
			});
			*trader = left.filter(|trader| trader.orders > 0);
		});
	}
}

/// A length of a period in seconds.
pub(crate) fn seconds(period_ms: Moment) -> u32 {
	period_ms
		.checked_div(1_000)
		.and_then(|seconds| u32::try_from(seconds).ok())
		.unwrap_or_default()
}
