// SPDX-License-Identifier: Apache-2.0

//! From a price to paid bills: passes over the meters of a market, each interrupted as often as one
//! likes.

use super::*;
use frame_support::storage::with_storage_layer;
use mote_clearing::curtailed;

/// What one step of a market came to.
pub(crate) enum Step {
	/// Something was done.
	Done,
	/// Something was done, and what is left has to wait for somebody.
	Waits,
	/// The market is at its end, and its record is gone.
	Closed,
}

/// What deals with the money of a meter.
pub(crate) type MoveMoney<T> =
	fn(&LegIdOf<T>, LegRecordOf<T>, &ZoneRecordOf<T>, &mut PeriodRecordOf<T>) -> DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_settle(
		who: T::AccountId,
		market: MarketId,
		legs: u32,
	) -> DispatchResultWithPostInfo {
		let before = Self::period(market)?;
		let mut used = 0u32;
		while used < legs {
			match Self::step(market) {
				Ok(Step::Done) => used = used.saturating_add(1),
				Ok(Step::Waits | Step::Closed) => {
					used = used.saturating_add(1);
					break;
				},
				// Nothing is done any more at present. What was done stays.
				Err(_) if used > 0 => break,
				Err(error) => return Err(error.into()),
			}
		}
		let is_settled =
			|period: &PeriodRecordOf<T>| matches!(period.progress, Progress::Settled(_));
		if !is_settled(&before) && Periods::<T>::get(market).as_ref().is_some_and(is_settled) {
			Self::reward(market.zone, &who, before.terms.reward);
		}
		Ok(Some(T::WeightInfo::settle(used)).into())
	}

	/// Brings a market that has been cleared one meter further. Changes nothing when it fails.
	pub(crate) fn step(market: MarketId) -> Result<Step, DispatchError> {
		with_storage_layer(|| Self::step_once(market))
	}

	fn step_once(market: MarketId) -> Result<Step, DispatchError> {
		let mut period = Self::period(market)?;
		let mut zone = Self::zone_record(market.zone)?;
		let now = Self::now();
		let end = market.start.saturating_add(zone.period_ms);
		match period.progress.clone() {
			Progress::Trading | Progress::Clearing => return Err(Error::<T>::WrongStage.into()),
			Progress::Releasing(mut pass) => match Self::next_leg(market, &mut pass) {
				Some((id, leg)) => {
					Self::release_leg(&id, leg, &zone, &mut period)?;
					period.progress = Progress::Releasing(pass);
				},
				None =>
					if !Self::drop_pages(market) {
						period.progress = Progress::Delivering;
					},
			},
			Progress::Delivering => {
				ensure!(now >= end, Error::<T>::WrongStage);
				ensure!(period.is_metered(end, now), Error::<T>::ReadsMissing);
				period.progress = Progress::Settling(Pass::START);
			},
			Progress::Settling(mut pass) => match Self::next_leg(market, &mut pass) {
				Some((id, leg)) => {
					Self::settle_leg(&id, leg, &zone, &mut period)?;
					period.progress = Progress::Settling(pass);
				},
				None => {
					period.progress = Progress::Settled(now);
					Self::deposit_event(Event::MarketSettled { market, totals: period.totals });
				},
			},
			Progress::Settled(at) => {
				let from = zone.pays_from(end, at, &period.terms);
				ensure!(now >= from, Error::<T>::WindowOpen);
				period.progress = Progress::Paying(Pass::START);
			},
			Progress::Paying(mut pass) => match Self::next_leg(market, &mut pass) {
				Some((id, leg)) => {
					Self::attempt(&id, leg, &zone, &mut period, Self::pay_leg);
					period.progress = Progress::Paying(pass);
				},
				None if period.legs() > 0 => period.progress = Progress::Frozen,
				None => return Self::closed(market, period, &mut zone),
			},
			Progress::Returning(mut pass) => match Self::next_leg(market, &mut pass) {
				Some((id, leg)) => {
					Self::attempt(&id, leg, &zone, &mut period, Self::return_leg);
					period.progress = Progress::Returning(pass);
				},
				None if period.legs() > 0 => period.progress = Progress::Frozen,
				None => {
					if !Self::drop_pages(market) {
						// Until then, the record keeps the market from being opened again, whatever
						// the zone's gate is by now.
						ensure!(now >= market.start, Error::<T>::WrongStage);
						return Self::closed(market, period, &mut zone);
					}
				},
			},
			Progress::Frozen => {
				if period.legs() == 0 {
					return Self::closed(market, period, &mut zone);
				}
				ensure!(period.legs() > period.disputed, Error::<T>::DecisionPending);
				period.progress = match period.cleared() {
					Some(_) => Progress::Paying(Pass::START),
					None => Progress::Returning(Pass::START),
				};
			},
		}
		let waits = period.progress == Progress::Frozen;
		Periods::<T>::insert(market, period);
		Ok(if waits { Step::Waits } else { Step::Done })
	}

	/// Moves a meter's money. When that fails, only this meter waits: a currency of which somebody
	/// may block accounts does not stop a market.
	pub(crate) fn attempt(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
		act: MoveMoney<T>,
	) {
		let mut changed = period.clone();
		let moved = with_storage_layer(|| act(id, leg, zone, &mut changed));
		match moved {
			Ok(()) => *period = changed,
			Err(_) => {
				let (market, meter) = (id.book.market, id.meter);
				Self::deposit_event(Event::PaymentFailed { market, meter });
			},
		}
	}

	fn closed(
		market: MarketId,
		period: PeriodRecordOf<T>,
		zone: &mut ZoneRecordOf<T>,
	) -> Result<Step, DispatchError> {
		Self::close(market, period, zone)?;
		Ok(Step::Closed)
	}

	/// The next meter of a pass: all buyers, then all sellers.
	fn next_leg(
		market: MarketId,
		pass: &mut Pass<T::AccountId>,
	) -> Option<(LegIdOf<T>, LegRecordOf<T>)> {
		loop {
			let book = market.side(pass.side);
			let mut legs = match &pass.after {
				Some((account, meter)) => {
					let last = Legs::<T>::hashed_key_for((book, account, meter));
					Legs::<T>::iter_prefix_from((book,), last)
				},
				None => Legs::<T>::iter_prefix((book,)),
			};
			if let Some(((account, meter), leg)) = legs.next() {
				pass.after = Some((account.clone(), meter));
				return Some((LegId { book, account, meter }, leg));
			}
			match pass.side {
				Side::Bid => *pass = Pass { side: Side::Ask, after: None },
				Side::Ask => return None,
			}
		}
	}

	/// Removes a page of the books; `false` when none was left, and the books are gone.
	fn drop_pages(market: MarketId) -> bool {
		Self::drop_page(market.side(Side::Bid)) || Self::drop_page(market.side(Side::Ask))
	}

	/// Finds what a meter bought or sold, and gives back what its orders do not need for that.
	fn release_leg(
		id: &LegIdOf<T>,
		mut leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		let cleared = period.cleared().ok_or(Error::<T>::WrongStage)?;
		let BookId { market, side } = id.book;
		let contract = leg
			.orders
			.iter()
			.try_fold(0, |sum: Energy, order| sum.checked_add(cleared.fill(side, order)))
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		let held = contract_hold(side, contract, cleared.price(), &period.tariff())
			.ok_or(Error::<T>::ArithmeticOverflow)?;
		let rest = leg.held.checked_sub(held).ok_or(Error::<T>::ArithmeticOverflow)?;
		if contract == 0 {
			return Self::return_leg(id, leg, zone, period);
		}
		// What cannot be given back now is given back with the payment.
		let is_given = with_storage_layer(|| Self::give_back(&zone.currency, &id.account, rest));
		if is_given.is_ok() {
			(leg.held, leg.stuck) = (held, 0);
		}
		let held = leg.held;
		leg.contract = Some(contract);
		Self::put_leg(id, &leg);
		let meter = id.meter;
		Self::deposit_event(Event::ContractMade { market, meter, side, contract, held });
		Ok(())
	}

	/// Gives everything back to a meter that trades nothing.
	fn return_leg(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		Self::end_leg(id, leg, zone, period, 0)?;
		let (market, meter) = (id.book.market, id.meter);
		Self::deposit_event(Event::LegPaid { market, meter, net: 0, fee: 0 });
		Ok(())
	}

	/// Removes a meter's part in a market, with its orders. Its account gets what is on hold for
	/// it, and what the pallet's account owes it.
	pub(crate) fn end_leg(
		id: &LegIdOf<T>,
		leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
		owed: Money,
	) -> DispatchResult {
		let side = id.book.side;
		if leg.metered(side).is_some() {
			period.read = period.read.saturating_sub(1);
		}
		let legs = period.legs_on(side);
		*legs = legs.saturating_sub(1);
		Self::drop_leg(id, leg, &zone.currency, owed)
	}

	/// Compares what a meter contracted with what it read.
	fn settle_leg(
		id: &LegIdOf<T>,
		mut leg: LegRecordOf<T>,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> DispatchResult {
		let BookId { market, side } = id.book;
		let contract = leg.contract.unwrap_or_default();
		let contract = match period.curtailed_to {
			Some(to) => curtailed(side, contract, to).ok_or(Error::<T>::ArithmeticOverflow)?,
			None => contract,
		};
		let (metered, evidence) = leg.evidence(side, contract);
		let settlement = Self::settlement(side, contract, metered, evidence, period)?;
		let (import, export) = leg.flow();
		let totals = &mut period.totals;
		totals.imported = totals.imported.saturating_add(import.unwrap_or_default());
		totals.exported = totals.exported.saturating_add(export.unwrap_or_default());
		totals.grid =
			totals.grid.checked_add(settlement.grid).ok_or(Error::<T>::ArithmeticOverflow)?;
		leg.settlement = Some(settlement);
		leg.place = Self::stand_in_line(id, &leg, &settlement, zone, period);
		Self::put_leg(id, &leg);
		let (meter, place) = (id.meter, leg.place);
		Self::deposit_event(Event::LegSettled { market, meter, side, settlement, place });
		Ok(())
	}

	/// What a contract comes to when this was metered.
	pub(crate) fn settlement(
		side: Side,
		contract: Energy,
		metered: Energy,
		evidence: Evidence,
		period: &PeriodRecordOf<T>,
	) -> Result<Settlement, Error<T>> {
		let cleared = period.cleared().ok_or(Error::<T>::WrongStage)?;
		let (price, tariff) = (cleared.price(), period.tariff());
		Settlement::of(side, contract, metered, evidence, price, &tariff)
			.ok_or(Error::<T>::ArithmeticOverflow)
	}
}
