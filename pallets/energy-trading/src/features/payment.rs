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
		let escrow = period.escrow.checked_sub(refund).ok_or(Error::<T>::ArithmeticOverflow)?;
		let is_paid = with_storage_layer(|| {
			Self::give_back(&zone.currency, &id.account, leg.held)?;
			Self::pay(&zone.currency, &id.account, refund)
		});
		if is_paid.is_err() {
			Self::deposit_event(Event::PaymentFailed { market: id.book.market, meter: id.meter });
			return Ok(());
		}
		period.escrow = escrow;
		Self::end_leg(id, leg, period)?;
		Self::deposit_event(Event::LegPaid {
			market: id.book.market,
			meter: id.meter,
			net: settlement.net,
			fee: 0,
		});
		Ok(())
	}

	fn pay_seller(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		let settlement = leg.settlement.ok_or(Error::<T>::WrongStage)?;
		let mut fee = 0;
		match Money::try_from(settlement.net) {
			Ok(earned) => {
				fee = fee_on(earned, period.terms.fee_bp).ok_or(Error::<T>::ArithmeticOverflow)?;
				let paid = earned.saturating_sub(fee);
				period.escrow =
					period.escrow.checked_sub(paid).ok_or(Error::<T>::ArithmeticOverflow)?;
				Self::give_back(&zone.currency, &id.account, leg.held)?;
				Self::pay(&zone.currency, &id.account, paid)?;
			},
			Err(_) => {
				let owed = settlement.net.unsigned_abs();
				let rest = leg.held.checked_sub(owed).ok_or(Error::<T>::ArithmeticOverflow)?;
				Self::collect(&zone.currency, &id.account, owed)?;
				Self::give_back(&zone.currency, &id.account, rest)?;
				period.escrow = add(period.escrow, owed).ok_or(Error::<T>::ArithmeticOverflow)?;
			},
		}
		Self::end_leg(id, leg, period)?;
		Self::deposit_event(Event::LegPaid {
			market: id.book.market,
			meter: id.meter,
			net: settlement.net,
			fee,
		});
		Self::certify(id, &settlement, zone);
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
		Self::pay_on_hold(&zone.currency, &zone.operator, to_grid)?;
		zone.float = add(zone.float, to_grid).ok_or(Error::<T>::ArithmeticOverflow)?;
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
