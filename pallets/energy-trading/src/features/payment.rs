// SPDX-License-Identifier: Apache-2.0

//! Payment: buyers pay to the pallet's account, which holds the grid account's part already; then
//! sellers are paid from it. So what is paid out was always paid in before.

use super::*;
use frame_support::{storage::with_storage_layer, traits::Consideration};

impl<T: Config> Pallet<T> {
	/// Pays a meter's part, unless it is disputed. A disputed buyer's contract is taken all the
	/// same, since sellers wait for it; what it may get back waits.
	pub(crate) fn pay_leg(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		match id.book.side {
			Side::Bid => Self::pay_buyer(id, leg, zone, period),
			Side::Ask if leg.dispute.is_some() => Ok(()),
			Side::Ask => Self::pay_seller(id, leg, zone, period),
		}
	}

	fn pay_buyer(
		id: &LegIdOf<T>,
		mut leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		let settlement = leg.settlement.ok_or(Error::<T>::WrongStage)?;
		let refund = settlement.grid.checked_neg().and_then(|refund| Money::try_from(refund).ok());
		let refund = refund.ok_or(Error::<T>::ArithmeticOverflow)?;
		let cost = Money::try_from(settlement.net.saturating_neg())
			.ok()
			.and_then(|net| add(net, refund))
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		if !leg.is_collected {
			leg.held = leg.held.checked_sub(cost).ok_or(Error::<T>::ArithmeticOverflow)?;
			Self::collect(&zone.currency, &id.account, cost)?;
			period.escrow = add(period.escrow, cost).ok_or(Error::<T>::ArithmeticOverflow)?;
			leg.is_collected = true;
			Self::put_leg(id, &leg);
		}
		if leg.dispute.is_some() {
			return Ok(());
		}
		period.escrow = period.escrow.checked_sub(refund).ok_or(Error::<T>::ArithmeticOverflow)?;
		let place = leg.place;
		Self::end_leg(id, leg, zone, period, refund)?;
		Self::deposit_event(Event::LegPaid {
			market: id.book.market,
			meter: id.meter,
			net: settlement.net,
			fee: 0,
		});
		Self::note_draw(&id.meter, &settlement);
		Self::grant_share(id, place, zone, &period.totals);
		Ok(())
	}

	fn pay_seller(
		id: &LegIdOf<T>,
		mut leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		let settlement = leg.settlement.ok_or(Error::<T>::WrongStage)?;
		let (mut fee, mut paid) = (0, 0);
		match Money::try_from(settlement.net) {
			Ok(earned) => {
				fee = fee_on(earned, period.terms.fee_bp).ok_or(Error::<T>::ArithmeticOverflow)?;
				paid = earned.saturating_sub(fee);
				period.escrow =
					period.escrow.checked_sub(paid).ok_or(Error::<T>::ArithmeticOverflow)?;
			},
			Err(_) => {
				let owed = settlement.net.unsigned_abs();
				leg.held = leg.held.checked_sub(owed).ok_or(Error::<T>::ArithmeticOverflow)?;
				Self::collect(&zone.currency, &id.account, owed)?;
				period.escrow = add(period.escrow, owed).ok_or(Error::<T>::ArithmeticOverflow)?;
			},
		}
		let stretch = leg.place.and_then(|place| period.totals.reached(Side::Ask, &place));
		Self::end_leg(id, leg, zone, period, paid)?;
		Self::deposit_event(Event::LegPaid {
			market: id.book.market,
			meter: id.meter,
			net: settlement.net,
			fee,
		});
		Self::certify(id, &settlement, stretch, zone);
		Ok(())
	}

	/// Gives an account what is on hold for it, and pays what the pallet's account owes it. When
	/// the issuer of the currency has blocked it, nobody else waits for that: a claim is left.
	pub(crate) fn pay_or_keep(
		currency: &CurrencyOf<T>,
		account: &T::AccountId,
		held: Money,
		owed: Money,
		ticket: T::OrderTicket,
	) -> DispatchResult {
		let paid = with_storage_layer(|| {
			Self::give_back(currency, account, held)?;
			Self::pay(currency, account, owed)
		});
		if paid.is_ok() {
			return ticket.drop(account);
		}
		let claim = match Claims::<T>::get(currency, account) {
			None => ClaimRecord { held, owed, ticket },
			Some(known) => {
				ticket.drop(account)?;
				let sum = |a, b| add(a, b).ok_or(Error::<T>::ArithmeticOverflow);
				let (held, owed) = (sum(known.held, held)?, sum(known.owed, owed)?);
				ClaimRecord { held, owed, ticket: known.ticket }
			},
		};
		Claims::<T>::insert(currency, account, claim);
		Self::deposit_event(Event::ClaimAdded {
			currency: currency.clone(),
			account: account.clone(),
			held,
			owed,
		});
		Ok(())
	}

	/// Gives back what is not part of what is on hold for a meter, or has it stay with that until
	/// the meter's part is over.
	pub(crate) fn give_back_or_keep(
		currency: &CurrencyOf<T>,
		id: &LegIdOf<T>,
		leg: &mut LegRecordOf<T>,
		amount: Money,
	) -> Result<(), Error<T>> {
		if with_storage_layer(|| Self::give_back(currency, &id.account, amount)).is_err() {
			leg.held = add(leg.held, amount).ok_or(Error::<T>::ArithmeticOverflow)?;
			leg.stuck = add(leg.stuck, amount).ok_or(Error::<T>::ArithmeticOverflow)?;
		}
		Ok(())
	}

	pub(crate) fn do_pay_claim(currency: CurrencyOf<T>, account: T::AccountId) -> DispatchResult {
		let claim = Claims::<T>::take(&currency, &account).ok_or(Error::<T>::ClaimNotFound)?;
		let amount = add(claim.held, claim.owed).ok_or(Error::<T>::ArithmeticOverflow)?;

		Self::give_back(&currency, &account, claim.held)?;
		Self::pay(&currency, &account, claim.owed)?;
		claim.ticket.drop(&account)?;
		Self::deposit_event(Event::ClaimPaid { currency, account, amount });
		Ok(())
	}

	/// Ends a market whose meters are all paid: what is left is the grid account's, and dust.
	pub(crate) fn close(
		market: MarketId,
		period: PeriodRecordOf<T>,
		zone: &mut ZoneRecordOf<T>,
	) -> DispatchResult {
		let overflow = Error::<T>::ArithmeticOverflow;
		let to_grid = i128::try_from(period.float)
			.ok()
			.and_then(|float| float.checked_add(period.totals.grid))
			.and_then(|grid| Money::try_from(grid).ok());
		let to_grid = to_grid.ok_or(Error::<T>::ArithmeticOverflow)?;
		let to_pot = period.escrow.checked_sub(to_grid).ok_or(overflow)?;
		// A grid account that cannot be paid gets it with a later market, or with the zone's end.
		let due = add(zone.due, to_grid).ok_or(Error::<T>::ArithmeticOverflow)?;
		let paid = with_storage_layer(|| Self::pay_on_hold(&zone.currency, &zone.operator, due));
		if paid.is_ok() {
			zone.float = add(zone.float, due).ok_or(Error::<T>::ArithmeticOverflow)?;
			zone.due = 0;
		} else {
			zone.due = due;
		}
		zone.pot = add(zone.pot, to_pot).ok_or(Error::<T>::ArithmeticOverflow)?;
		zone.periods = zone.periods.saturating_sub(1);
		Zones::<T>::insert(market.zone, &*zone);
		period.ticket.drop(&period.opener)?;
		Periods::<T>::remove(market);
		FeederChecks::<T>::remove(market);
		Self::deposit_event(Event::MarketClosed { market, to_grid, to_pot });
		Ok(())
	}
}
