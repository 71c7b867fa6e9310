// SPDX-License-Identifier: Apache-2.0

//! Shares: a traded Wh carries its certificate to the buyer, where both have said so.
//!
//! What each side trades so lies in a line, in the order in which the meters are settled, beginning
//! with another meter in every market. The Wh that have the same place on both lines belong
//! together, so that no two buyers claim the same, and no seller keeps what a buyer may claim.

use super::*;
use frame_support::{storage::with_storage_layer, traits::Consideration};

impl<T: Config> Pallet<T> {
	/// Lets a meter that is being settled stand on its side's line: a buyer with what it bought, a
	/// seller with what of that it has fed in and can be certified, as far as is known.
	pub(crate) fn stand_in_line(
		id: &LegIdOf<T>,
		leg: &LegRecordOf<T>,
		settlement: &Settlement,
		zone: &ZoneRecordOf<T>,
		period: &mut PeriodRecordOf<T>,
	) -> Option<Stretch> {
		let BookId { market, side } = id.book;
		let energy = match (leg.with_attribute, side) {
			(false, _) => 0,
			(true, Side::Bid) => settlement.contract,
			(true, Side::Ask) => Meters::<T>::get(id.meter).map_or(0, |meter| {
				Self::certifiable(&meter, settlement, market.start).min(settlement.contract)
			}),
		};
		let turn = market.turn(zone.period_ms, *period.legs_on(side));
		let line = match side {
			Side::Bid => &mut period.totals.wanted,
			Side::Ask => &mut period.totals.offered,
		};
		line.join(energy, turn)
	}

	/// Gives a buyer that has paid its share of the certificates that go with what was sold, if any
	/// do.
	///
	/// Never fails: a deposit that cannot be paid costs the share, not the payment.
	pub(crate) fn grant_share(
		id: &LegIdOf<T>,
		place: Option<Stretch>,
		zone: &ZoneRecordOf<T>,
		totals: &Totals,
	) {
		let (market, meter) = (id.book.market, id.meter);
		let stretch = place.and_then(|place| totals.reached(Side::Bid, &place));
		let Some(stretch) = stretch.filter(|_| zone.certifies(market.start)) else {
			return;
		};
		let account = id.account.clone();
		let ticket =
			with_storage_layer(|| T::CertificateTicket::new(&account, Self::share_footprint()));
		let Ok(ticket) = ticket else {
			Self::deposit_event(Event::ShareForgone { market, meter });
			return;
		};
		let use_by = Self::life_of(market, zone);
		Shares::<T>::insert((&account, market, meter), ShareRecord { stretch, use_by, ticket });
		Self::deposit_event(Event::ShareGranted { market, meter, account, stretch });
	}

	pub(crate) fn do_claim_certificate(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
		carried: CertificateId,
	) -> DispatchResult {
		let mut share = Shares::<T>::get((&who, market, meter)).ok_or(Error::<T>::ShareNotFound)?;
		let from = Certificates::<T>::get(carried).ok_or(Error::<T>::CertificateNotFound)?;
		let part = Some(&from)
			.filter(|from| from.market() == market)
			.and_then(|from| from.state.carried()?.overlap(&share.stretch))
			.ok_or(Error::<T>::NothingToClaim)?;
		ensure!(Self::now() < from.use_by, Error::<T>::CertificateExpired);

		// Deposits are returned before one is paid.
		match share.stretch.without(&part) {
			Some(rest) => {
				share.stretch = rest;
				Shares::<T>::insert((&who, market, meter), share);
			},
			None => {
				Shares::<T>::remove((&who, market, meter));
				share.ticket.drop(&who)?;
			},
		}
		let ticket = T::CertificateTicket::new(&who, Self::certificate_footprint())?;
		let id = Self::add_certificate(CertificateRecord {
			energy: part.length(),
			owner: who.clone(),
			state: CertificateState::Issued,
			issued_at: Self::now(),
			depositor: who.clone(),
			ticket,
			..from.clone()
		})?;
		Self::take_from(carried, from, part.length())?;
		Self::deposit_event(Event::CertificateClaimed {
			id,
			carried,
			market,
			meter,
			account: who,
			stretch: part,
		});
		Ok(())
	}

	/// Takes energy from a certificate that goes with what was sold. Of one that has none left, the
	/// seller gets the deposit.
	fn take_from(
		id: CertificateId,
		mut record: CertificateRecordOf<T>,
		energy: Energy,
	) -> DispatchResult {
		record.energy = record.energy.checked_sub(energy).ok_or(Error::<T>::ArithmeticOverflow)?;
		if record.energy > 0 {
			Certificates::<T>::insert(id, record);
			return Ok(());
		}
		Self::unlist(id, &record);
		Certificates::<T>::remove(id);
		record.ticket.drop(&record.depositor)
	}

	pub(crate) fn do_drop_share(
		who: T::AccountId,
		account: T::AccountId,
		market: MarketId,
		meter: DeviceId,
	) -> DispatchResult {
		let share = Shares::<T>::get((&account, market, meter)).ok_or(Error::<T>::ShareNotFound)?;
		ensure!(who == account || Self::now() >= share.use_by, Error::<T>::NotExpired);

		Shares::<T>::remove((&account, market, meter));
		share.ticket.drop(&account)?;
		Self::deposit_event(Event::ShareDropped { market, meter, account });
		Ok(())
	}
}
