// SPDX-License-Identifier: Apache-2.0

//! Orders, from their placing to the closing of the gate.

use super::*;
use frame_support::traits::Consideration;
use mote_clearing::{rated_energy, Admission, OrderFlaw};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_submit_order(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
		order: NewOrder,
	) -> DispatchResultWithPostInfo {
		let NewOrder { side, quantity, limit, terms, with_attribute } = order;
		Self::ensure_not_paused()?;
		let mut zone = Self::zone_record(market.zone)?;
		let spec = Self::trading_meter(&who, market.zone, &meter)?.spec;
		ensure!(spec.direction.allows(side), Error::<T>::WrongDirection);
		let mut weight = T::WeightInfo::submit_order();
		let period = match Periods::<T>::get(market) {
			Some(period) => period,
			None => {
				weight = weight.saturating_add(T::WeightInfo::open_market());
				Self::open(who.clone(), market, &mut zone)?
			},
		};
		ensure!(period.terms_version == terms, Error::<T>::OtherTerms);
		Self::ensure_open(&period, market.start)?;
		Self::ensure_admissible(&period, &zone, &spec, side, quantity, limit)?;
		let id = LegId { book: market.side(side), account: who, meter };
		let known = Self::leg(&id);
		// Whoever is on this side already is not on the other.
		if known.is_none() {
			Self::ensure_one_side(market.side(side.other()), &id)?;
		}
		let hold = order_hold(side, quantity, limit, &period.tariff())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		let mut book = Books::<T>::get(id.book);
		let sequence = Book::order_id(side, book.placed).ok_or(Error::<T>::NumbersUsedUp)?;
		let order = Order { limit, quantity, sequence };
		book.placed = book.placed.saturating_add(1);

		let worst = Self::evicted_for(id.book, &book, &order, period.terms.max_orders)?;
		let known = match worst {
			None => known,
			Some(worst) => {
				weight = weight.saturating_add(T::WeightInfo::evict());
				Self::evict(id.book, &mut book, worst, &zone.currency, &period)?;
				// It may have been this meter's own.
				Self::leg(&id)
			},
		};
		let mut leg = match known {
			Some(leg) => leg,
			None => Self::new_leg(&id, &mut book, with_attribute)?,
		};
		ensure!(leg.with_attribute == with_attribute, Error::<T>::OtherAttribute);
		leg.orders.try_push(order).map_err(|_| Error::<T>::TooManyOrders)?;
		// All of a meter's orders together, so that nobody gets a larger share by asking for more.
		let most = rated_energy(spec.rating(side), seconds(zone.period_ms));
		let is_rated = leg.quantity().is_some_and(|quantity| quantity <= most);
		ensure!(is_rated, Error::<T>::ExceedsMeterRating);
		leg.held = add(leg.held, hold).ok_or(Error::<T>::ArithmeticOverflow)?;
		Self::put_up(&zone.currency, &id.account, hold)?;
		Self::put_leg(&id, &leg);
		Self::insert_into_book(id.book, &mut book, PlacedOrder { order, meter })?;
		Books::<T>::insert(id.book, book);
		Self::deposit_event(Event::OrderPlaced {
			order: order.sequence,
			market,
			meter,
			account: id.account,
			side,
			limit,
			quantity,
			hold,
			with_attribute,
		});
		Ok(Some(weight).into())
	}

	fn ensure_open(period: &PeriodRecordOf<T>, start: Moment) -> Result<(), Error<T>> {
		let is_open = period.progress == Progress::Trading && Self::now() < period.gate(start);
		ensure!(is_open, Error::<T>::GateClosed);
		Ok(())
	}

	/// Nobody trades with themselves, and no meter on both sides.
	fn ensure_one_side(other: BookId, id: &LegIdOf<T>) -> Result<(), Error<T>> {
		if Legs::<T>::iter_key_prefix((other, &id.account)).next().is_none() {
			return Ok(());
		}
		let is_same_meter = Legs::<T>::contains_key((other, &id.account, id.meter));
		Err(if is_same_meter { Error::<T>::BothSides } else { Error::<T>::SelfTrade })
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

	/// Has a meter take part in a market.
	fn new_leg(
		id: &LegIdOf<T>,
		book: &mut Book,
		with_attribute: bool,
	) -> Result<LegRecordOf<T>, DispatchError> {
		book.meters = book.meters.checked_add(1).ok_or(Error::<T>::BookFull)?;
		if !Self::takes_part(id) {
			book.accounts = book.accounts.checked_add(1).ok_or(Error::<T>::BookFull)?;
		}
		Meters::<T>::try_mutate(id.meter, |record| {
			let record = record.as_mut().ok_or(Error::<T>::MeterNotFound)?;
			record.open = record.open.checked_add(1).ok_or(Error::<T>::MeterInUse)?;
			Ok::<_, Error<T>>(())
		})?;
		let ticket = T::OrderTicket::new(&id.account, Self::order_footprint())?;
		Ok(LegRecord::new(with_attribute, ticket))
	}

	/// Whether an account has a meter on this side of a market.
	fn takes_part(id: &LegIdOf<T>) -> bool {
		Legs::<T>::iter_key_prefix((id.book, &id.account)).next().is_some()
	}

	pub(crate) fn do_cancel_order(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
		sequence: OrderId,
	) -> DispatchResult {
		let (id, mut leg) = match Self::leg_of(market, &who, meter) {
			Some(found) => found,
			None => {
				let is_other = Self::find_leg(market, meter).is_ok();
				let error =
					if is_other { Error::<T>::NotOrderOwner } else { Error::<T>::OrderNotFound };
				return Err(error.into());
			},
		};
		let is_it = |order: &&Order| order.sequence == sequence;
		let order = *leg.orders.iter().find(is_it).ok_or(Error::<T>::OrderNotFound)?;
		let period = Self::period(market)?;
		Self::ensure_open(&period, market.start)?;
		let mut zone = Self::zone_record(market.zone)?;
		let hold = Self::take_out(&mut leg, id.book.side, &order, &period)?;
		let fee = period.terms.cancel_fee.min(hold);
		let rest = hold.saturating_sub(fee);

		Self::collect(&zone.currency, &who, fee)?;
		Self::give_back(&zone.currency, &who, rest)?;
		zone.pot = add(zone.pot, fee).ok_or(Error::<T>::ArithmeticOverflow)?;
		let mut book = Books::<T>::get(id.book);
		Self::remove_from_book(id.book, &mut book, &order)?;
		Self::keep_or_drop(&id, leg, &mut book, &zone.currency)?;
		Zones::<T>::insert(market.zone, zone);
		Books::<T>::insert(id.book, book);
		Self::deposit_event(Event::OrderCancelled { market, meter, order: sequence, fee });
		Ok(())
	}

	/// Has the worst order of a book make way. The book is still to be stored.
	pub(crate) fn evict(
		book_id: BookId,
		book: &mut Book,
		worst: PlacedOrder,
		currency: &CurrencyOf<T>,
		period: &PeriodRecordOf<T>,
	) -> DispatchResult {
		let PlacedOrder { order, meter } = worst;
		let (market, side) = (book_id.market, book_id.side);
		let account = Meters::<T>::get(meter).ok_or(Error::<T>::OrderNotFound)?.owner;
		let id = LegId { book: book_id, account, meter };
		let mut leg = Self::leg(&id).ok_or(Error::<T>::OrderNotFound)?;
		let hold = Self::take_out(&mut leg, side, &order, period)?;

		Self::give_back_or_keep(currency, &id, &mut leg, hold)?;
		Self::remove_from_book(book_id, book, &order)?;
		Self::keep_or_drop(&id, leg, book, currency)?;
		Self::deposit_event(Event::OrderEvicted { market, meter, order: order.sequence });
		Ok(())
	}

	/// Takes an order out of its meter's part: how much was on hold for it.
	fn take_out(
		leg: &mut LegRecordOf<T>,
		side: Side,
		order: &Order,
		period: &PeriodRecordOf<T>,
	) -> Result<Money, Error<T>> {
		let hold = order_hold(side, order.quantity, order.limit, &period.tariff())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		leg.orders.retain(|other| other.sequence != order.sequence);
		leg.held = leg.held.checked_sub(hold).ok_or(Error::<T>::ArithmeticOverflow)?;
		Ok(hold)
	}

	/// Stores what an order has left of its meter's part: nothing after the last one.
	fn keep_or_drop(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		book: &mut Book,
		currency: &CurrencyOf<T>,
	) -> DispatchResult {
		if leg.orders.is_empty() {
			book.meters = book.meters.saturating_sub(1);
			Self::drop_leg(id, leg, currency, 0)?;
			if !Self::takes_part(id) {
				book.accounts = book.accounts.saturating_sub(1);
			}
			return Ok(());
		}
		Self::put_leg(id, &leg);
		Ok(())
	}

	/// Removes the part of a meter in a market. Its account gets what is on hold for it, and what
	/// the pallet's account owes it.
	pub(crate) fn drop_leg(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		currency: &CurrencyOf<T>,
		owed: Money,
	) -> DispatchResult {
		Legs::<T>::remove((id.book, &id.account, id.meter));
		Meters::<T>::mutate_extant(id.meter, |record| record.open = record.open.saturating_sub(1));
		Self::pay_or_keep(currency, &id.account, leg.held, owed, leg.ticket)
	}
}

/// A length of a period in seconds.
pub(crate) fn seconds(period_ms: Moment) -> u32 {
	period_ms
		.checked_div(1_000)
		.and_then(|seconds| u32::try_from(seconds).ok())
		.unwrap_or_default()
}
