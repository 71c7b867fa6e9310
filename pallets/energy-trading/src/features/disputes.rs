// SPDX-License-Identifier: Apache-2.0

//! Disputes: one meter waits, the others are paid.

use super::*;
use frame_support::storage::with_storage_layer;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_dispute(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
	) -> DispatchResult {
		let zone = Self::zone_record(market.zone)?;
		let mut period = Self::period(market)?;
		let Progress::Settled(at) = period.progress else {
			return Err(Error::<T>::WrongStage.into());
		};
		let now = Self::now();
		let closes = at.saturating_add(period.terms.dispute_ms);
		ensure!(now < closes, Error::<T>::WindowClosed);
		let (id, mut leg) = Self::find_leg(market, meter)?;
		ensure!(id.account == who || zone.operator == who, Error::<T>::NotParty);
		ensure!(leg.dispute.is_none(), Error::<T>::AlreadyDisputed);
		let was_heard =
			if id.account == who { &mut leg.is_heard } else { &mut leg.is_operator_heard };
		ensure!(!*was_heard, Error::<T>::DisputedBefore);
		*was_heard = true;
		let bond = period.terms.dispute_bond;
		Self::put_up(&zone.currency, &who, bond)?;

		leg.dispute = Some(Dispute { by: who.clone(), bond, at: now });
		Self::put_leg(&id, &leg);
		period.disputed = period.disputed.saturating_add(1);
		Periods::<T>::insert(market, period);
		Self::deposit_event(Event::Disputed { market, meter, by: who, bond });
		Ok(())
	}

	pub(crate) fn do_decide(
		market: MarketId,
		meter: DeviceId,
		metered: Option<Energy>,
	) -> DispatchResult {
		let decision = metered.map_or(Decision::Rejected, Decision::Corrected);
		Self::resolve(market, meter, decision)
	}

	pub(crate) fn do_end_dispute(market: MarketId, meter: DeviceId) -> DispatchResult {
		let (_, leg) = Self::find_leg(market, meter)?;
		let since = leg.dispute.ok_or(Error::<T>::NotDisputed)?.at;
		let until = since.saturating_add(T::DecisionTime::get());
		ensure!(Self::now() >= until, Error::<T>::DecisionPending);
		Self::resolve(market, meter, Decision::Undecided)
	}

	fn resolve(market: MarketId, meter: DeviceId, decision: Decision) -> DispatchResult {
		let mut zone = Self::zone_record(market.zone)?;
		let mut period = Self::period(market)?;
		let (id, mut leg) = Self::find_leg(market, meter)?;
		let dispute = leg.dispute.take().ok_or(Error::<T>::NotDisputed)?;
		match decision {
			Decision::Rejected => {
				Self::collect(&zone.currency, &dispute.by, dispute.bond)?;
				zone.pot = add(zone.pot, dispute.bond).ok_or(Error::<T>::ArithmeticOverflow)?;
				Zones::<T>::insert(market.zone, &zone);
			},
			Decision::Corrected(_) | Decision::Undecided =>
				if dispute.by == id.account {
					Self::give_back_or_keep(&zone.currency, &id, &mut leg, dispute.bond)?;
				} else {
					Self::give_back_or_float(market.zone, &mut zone, dispute.bond)?;
				},
		}
		if let Decision::Corrected(metered) = decision {
			Self::correct(&id, &mut leg, metered, &mut period, zone.period_ms)?;
		}
		period.disputed = period.disputed.saturating_sub(1);
		Self::deposit_event(Event::DisputeDecided { market, meter, decision });
		Self::put_leg(&id, &leg);
		if is_passed::<T>(&period.progress, &id) {
			Self::attempt(&id, leg, &zone, &mut period, Self::pay_leg);
		}
		// The next step closes the market, when this was its last meter: a decision does not depend
		// on what the grid account can be paid.
		Periods::<T>::insert(market, period);
		Ok(())
	}

	/// Gives an operator its bond back, or has it stay on hold as part of the float.
	fn give_back_or_float(
		zone_id: ZoneId,
		zone: &mut ZoneRecordOf<T>,
		bond: Money,
	) -> Result<(), Error<T>> {
		let given = with_storage_layer(|| Self::give_back(&zone.currency, &zone.operator, bond));
		if given.is_err() {
			zone.float = add(zone.float, bond).ok_or(Error::<T>::ArithmeticOverflow)?;
			Zones::<T>::insert(zone_id, &*zone);
			Self::deposit_event(Event::FloatChanged { zone: zone_id, float: zone.float });
		}
		Ok(())
	}

	/// Settles a meter again with what was really metered.
	fn correct(
		id: &LegIdOf<T>,
		leg: &mut LegRecordOf<T>,
		metered: Energy,
		period: &mut PeriodRecordOf<T>,
		period_ms: Moment,
	) -> Result<(), Error<T>> {
		let spec = Meters::<T>::get(id.meter).ok_or(Error::<T>::MeterNotFound)?.spec;
		let side = id.book.side;
		let most = mote_clearing::plausible_energy(spec.rating(side), orders::seconds(period_ms));
		ensure!(metered <= most, Error::<T>::ImplausibleEnergy);
		let former = leg.settlement.ok_or(Error::<T>::WrongStage)?;
		let evidence = Evidence::Decided;
		let settlement = Self::settlement(side, former.contract, metered, evidence, period)?;
		let grid = period.totals.grid.checked_sub(former.grid);
		let grid = grid.and_then(|grid| grid.checked_add(settlement.grid));
		period.totals.grid = grid.ok_or(Error::<T>::ArithmeticOverflow)?;
		leg.settlement = Some(settlement);
		Ok(())
	}
}

/// Whether the payment has passed by a meter, which then has to be paid apart.
fn is_passed<T: Config>(progress: &Progress<T::AccountId>, id: &LegIdOf<T>) -> bool {
	let key = |account, meter| Legs::<T>::hashed_key_for((id.book, account, meter));
	match progress {
		Progress::Frozen => true,
		Progress::Paying(Pass { side, .. }) if *side != id.book.side => *side == Side::Ask,
		Progress::Paying(Pass { after: Some((account, meter)), .. }) =>
			key(account, *meter) >= key(&id.account, id.meter),
		_ => false,
	}
}
