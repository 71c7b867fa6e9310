// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod certificates;
mod clearing;
mod disputes;
mod feeder;
mod idle;
mod meters;
mod orders;
mod payment;
mod periods;
mod reads;
mod settlement;
mod shares;
mod zones;

use crate::*;
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungibles::{Inspect, InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		Footprint, Time,
	},
};
use mote_primitives::{DeviceId, DeviceRegistry};
use sp_runtime::traits::AccountIdConversion;

type ReasonOf<T> = <<T as Config>::Currency as InspectHold<AccountIdOf<T>>>::Reason;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	pub(crate) fn ensure_not_paused() -> Result<(), Error<T>> {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	/// What this chain allows of terms.
	pub(crate) fn term_limits() -> TermLimits {
		let is_quick = QuickMarkets::<T>::get();
		TermLimits {
			is_quick,
			max_fee_bp: T::MaxFee::get(),
			max_step_bp: T::MaxStep::get(),
			min_participants: if is_quick { 0 } else { T::MinParticipants::get() },
			max_charge: T::MaxCharge::get(),
			min_bond: T::MinBond::get(),
			min_dispute_ms: if is_quick { 0 } else { T::MinDisputeTime::get() },
		}
	}

	pub(crate) fn ensure_valid(terms: &ZoneTerms, prices: &Prices) -> Result<(), Error<T>> {
		let limits = Self::term_limits();
		ensure!(terms.is_valid(&limits), Error::<T>::BadTerms);
		ensure!(terms.allow(prices), Error::<T>::BadPrices);
		ensure!(terms.is_proportionate(prices, &limits), Error::<T>::BadTerms);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	pub(crate) fn zone_record(zone: ZoneId) -> Result<ZoneRecordOf<T>, Error<T>> {
		Zones::<T>::get(zone).ok_or(Error::<T>::ZoneNotFound)
	}

	/// The zone, if this is its operator.
	pub(crate) fn zone_of(
		operator: &T::AccountId,
		zone: ZoneId,
	) -> Result<ZoneRecordOf<T>, Error<T>> {
		let record = Self::zone_record(zone)?;
		ensure!(record.operator == *operator, Error::<T>::NotOperator);
		Ok(record)
	}

	pub(crate) fn period(market: MarketId) -> Result<PeriodRecordOf<T>, Error<T>> {
		Periods::<T>::get(market).ok_or(Error::<T>::MarketNotFound)
	}

	pub(crate) fn leg(id: &LegIdOf<T>) -> Option<LegRecordOf<T>> {
		Legs::<T>::get((id.book, &id.account, id.meter))
	}

	pub(crate) fn put_leg(id: &LegIdOf<T>, leg: &LegRecordOf<T>) {
		Legs::<T>::insert((id.book, &id.account, id.meter), leg);
	}

	/// The part of somebody's meter in a market, on whichever side it is.
	pub(crate) fn leg_of(
		market: MarketId,
		account: &T::AccountId,
		meter: DeviceId,
	) -> Option<(LegIdOf<T>, LegRecordOf<T>)> {
		[Side::Bid, Side::Ask].into_iter().find_map(|side| {
			let id = LegId { book: market.side(side), account: account.clone(), meter };
			Self::leg(&id).map(|leg| (id, leg))
		})
	}

	/// The part of a meter in a market.
	pub(crate) fn find_leg(
		market: MarketId,
		meter: DeviceId,
	) -> Result<(LegIdOf<T>, LegRecordOf<T>), Error<T>> {
		Meters::<T>::get(meter)
			.and_then(|record| Self::leg_of(market, &record.owner, meter))
			.ok_or(Error::<T>::LegNotFound)
	}

	/// The account that keeps a currency's money between those who pay and those who are paid. Each
	/// currency has its own: an account can have few of those that keep no account alive.
	pub fn account(currency: &CurrencyOf<T>) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(currency)
	}

	pub(crate) fn escrow_reason() -> ReasonOf<T> {
		HoldReason::Escrow.into()
	}

	/// Puts money of somebody on hold.
	pub(crate) fn put_up(
		currency: &CurrencyOf<T>,
		who: &T::AccountId,
		amount: Money,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::hold(currency.clone(), &Self::escrow_reason(), who, amount)
	}

	/// Gives back what somebody put on hold.
	pub(crate) fn give_back(
		currency: &CurrencyOf<T>,
		who: &T::AccountId,
		amount: Money,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let reason = Self::escrow_reason();
		T::Currency::release(currency.clone(), &reason, who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Takes what somebody has on hold to the pallet's account, where it stays on hold.
	pub(crate) fn collect(
		currency: &CurrencyOf<T>,
		who: &T::AccountId,
		amount: Money,
	) -> DispatchResult {
		Self::move_held(currency, who, &Self::account(currency), amount, Restriction::OnHold)
	}

	/// Pays out of the pallet's account.
	pub(crate) fn pay(
		currency: &CurrencyOf<T>,
		who: &T::AccountId,
		amount: Money,
	) -> DispatchResult {
		Self::move_held(currency, &Self::account(currency), who, amount, Restriction::Free)
	}

	/// Puts money of the pallet's account on hold for somebody.
	pub(crate) fn pay_on_hold(
		currency: &CurrencyOf<T>,
		who: &T::AccountId,
		amount: Money,
	) -> DispatchResult {
		Self::move_held(currency, &Self::account(currency), who, amount, Restriction::OnHold)
	}

	pub(crate) fn move_held(
		currency: &CurrencyOf<T>,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Money,
		mode: Restriction,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::transfer_on_hold(
			currency.clone(),
			&Self::escrow_reason(),
			from,
			to,
			amount,
			Precision::Exact,
			mode,
			Fortitude::Force,
		)?;
		Ok(())
	}

	/// Pays the zone's reward, if its pot has it. Never fails: work that was done stays done.
	pub(crate) fn reward(zone_id: ZoneId, who: &T::AccountId, reward: Money) {
		let Some(mut zone) = Zones::<T>::get(zone_id) else {
			return;
		};
		let Some(rest) = zone.pot.checked_sub(reward).filter(|_| reward > 0) else {
			return;
		};
		let paid =
			frame_support::storage::with_storage_layer(|| Self::pay(&zone.currency, who, reward));
		if paid.is_ok() {
			zone.pot = rest;
			Zones::<T>::insert(zone_id, zone);
			Self::deposit_event(Event::WorkRewarded { zone: zone_id, who: who.clone(), reward });
		}
	}

	/// The state that a zone occupies, at most.
	pub fn zone_footprint() -> Footprint {
		Footprint::from_mel::<(ZoneId, ZoneRecordOf<T>)>()
	}

	/// The state that a meter occupies, at most.
	pub fn meter_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, MeterRecordOf<T>)>()
	}

	/// The state that a period occupies, at most, without its orders: its record, a clearing under
	/// way, what its two books count, and what is compared with the feeder.
	pub fn period_footprint() -> Footprint {
		type Counts = (BookId, u32, u32, u64, u32, u32);
		type Check = (MarketId, FeederCheck);
		Footprint::from_mel::<((MarketId, PeriodRecordOf<T>), (MarketId, Sweep), [Counts; 2], Check)>(
		)
	}

	/// The state that a meter's part in a market occupies, at most: its record with its orders, and
	/// their places in the book.
	pub fn order_footprint() -> Footprint {
		type Place = (PlacedOrder, PageEntry, PageEntry);
		Footprint::from_mel::<(
			(BookId, T::AccountId, DeviceId, LegRecordOf<T>),
			[Place; MAX_ORDERS_PER_METER as usize],
		)>()
	}

	/// The state that a certificate occupies, at most.
	pub fn certificate_footprint() -> Footprint {
		Footprint::from_mel::<(CertificateId, CertificateRecordOf<T>)>()
	}

	/// The state that a certificate occupies, at most, which buyers claim: its record, and the
	/// entry by which they find it.
	pub fn carried_footprint() -> Footprint {
		type Entry = (MarketId, CertificateId);
		Footprint::from_mel::<(CertificateId, CertificateRecordOf<T>, Entry)>()
	}

	/// The state that a buyer's share of certificates occupies, at most.
	pub fn share_footprint() -> Footprint {
		Footprint::from_mel::<(T::AccountId, MarketId, DeviceId, ShareRecordOf<T>)>()
	}
}

pub(crate) fn add(a: Money, b: Money) -> Option<Money> {
	a.checked_add(b)
}
