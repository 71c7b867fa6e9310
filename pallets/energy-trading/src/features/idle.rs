// SPDX-License-Identifier: Apache-2.0

//! Idle work: markets that nobody brings forward go on in what is left of the blocks.

use super::*;
use frame_support::{storage::with_storage_layer, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Goes on with one market after the other, within the share of a block that is set aside.
	pub(crate) fn do_idle_work(remaining: Weight) -> Weight {
		let budget = Self::idle_budget().min(remaining);
		let mut meter = WeightMeter::with_limit(budget);
		while meter.try_consume(T::WeightInfo::look()).is_ok() {
			let Some(market) = Self::next_market() else {
				IdleCursor::<T>::kill();
				break;
			};
			if !Self::work_on(market, &mut meter) {
				break;
			}
			IdleCursor::<T>::put(market);
		}
		meter.consumed()
	}

	/// What idle work may take of a block.
	pub(crate) fn idle_budget() -> Weight {
		let (share, block) = (T::IdleShare::get(), T::BlockWeights::get().max_block);
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	/// What bringing one market one step further may take.
	pub(crate) fn idle_step() -> Weight {
		let page = T::WeightInfo::clear(1).saturating_add(T::WeightInfo::conclude());
		T::WeightInfo::look().saturating_add(page.max(T::WeightInfo::settle(1)))
	}

	pub(crate) fn next_market() -> Option<MarketId> {
		let mut markets = match IdleCursor::<T>::get() {
			Some(after) => Periods::<T>::iter_keys_from(Periods::<T>::hashed_key_for(after)),
			None => Periods::<T>::iter_keys(),
		};
		markets.next()
	}

	/// Whether everything that can be done with a market at present is done.
	pub(crate) fn work_on(market: MarketId, meter: &mut WeightMeter) -> bool {
		loop {
			let Some(period) = Periods::<T>::get(market) else {
				return true;
			};
			let is_clearing = matches!(period.progress, Progress::Trading | Progress::Clearing);
			if !Self::is_due(market, &period) {
				return true;
			}
			let weight = if is_clearing {
				T::WeightInfo::clear(1).saturating_add(T::WeightInfo::conclude())
			} else {
				T::WeightInfo::settle(1)
			};
			if meter.try_consume(weight).is_err() {
				return false;
			}
			let worked = if is_clearing {
				Self::clear_one_page(market, period)
			} else {
				Self::step(market).map(|_| ())
			};
			if worked.is_err() {
				return true;
			}
		}
	}

	fn is_due(market: MarketId, period: &PeriodRecordOf<T>) -> bool {
		let now = Self::now();
		match period.progress {
			Progress::Trading => now >= period.clearable_at(market.start),
			Progress::Settled(at) => Zones::<T>::get(market.zone).is_some_and(|zone| {
				let end = market.start.saturating_add(zone.period_ms);
				now >= zone.pays_from(end, at, &period.terms)
			}),
			Progress::Returning(_) => period.legs() > 0 || now >= market.start,
			Progress::Frozen => period.legs() == 0,
			Progress::Delivering => Zones::<T>::get(market.zone).is_some_and(|zone| {
				period.is_metered(market.start.saturating_add(zone.period_ms), now)
			}),
			_ => true,
		}
	}

	fn clear_one_page(market: MarketId, mut period: PeriodRecordOf<T>) -> DispatchResult {
		with_storage_layer(|| {
			Self::clear_pages(market, &mut period, 1)?;
			Periods::<T>::insert(market, period);
			Ok(())
		})
	}
}
