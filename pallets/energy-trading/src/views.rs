// SPDX-License-Identifier: Apache-2.0

//! What apps may ask.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::Time;
use mote_primitives::DeviceId;

impl<T: Config> Pallet<T> {
	pub(crate) fn zone_info(zone: ZoneId) -> Option<ZoneInfo<T::AccountId, CurrencyOf<T>>> {
		Zones::<T>::get(zone).map(|zone| ZoneInfo {
			operator: zone.operator,
			currency: zone.currency,
			period_ms: zone.period_ms,
			terms: zone.terms,
			terms_version: zone.terms_version,
			prices: zone.prices,
			status: zone.status,
			standing: zone.standing,
			feeder: zone.feeder,
			float: zone.float,
			pot: zone.pot,
			meters: zone.meters,
			periods: zone.periods,
		})
	}

	pub(crate) fn meter_info(meter: DeviceId) -> Option<MeterInfo<T::AccountId>> {
		Meters::<T>::get(meter).map(|meter| MeterInfo {
			zone: meter.zone,
			owner: meter.owner,
			spec: meter.spec,
			approval: meter.approval,
			open: meter.open,
			drawn: meter.drawn,
			charged: meter.charged,
		})
	}

	pub(crate) fn market_info(market: MarketId) -> Option<MarketInfo> {
		let period = Periods::<T>::get(market)?;
		let period_ms = Zones::<T>::get(market.zone)?.period_ms;
		let (bids, asks) = Self::books(market);
		let (buyers, sellers) = match period.progress {
			Progress::Trading => (bids.meters, asks.meters),
			_ => (period.buyers, period.sellers),
		};
		Some(MarketInfo {
			stage: period.stage(market.start, period_ms, T::Time::now()),
			terms: period.terms,
			terms_version: period.terms_version,
			prices: period.prices,
			cap: period.cap,
			bids: bids.orders,
			asks: asks.orders,
			buyers,
			sellers,
			verdict: period.verdict,
			totals: period.totals,
		})
	}

	pub(crate) fn book_levels(book: BookId) -> Vec<(Price, u128)> {
		let mut levels = Vec::<(Price, u128)>::new();
		for entry in Books::<T>::get(book).pages {
			for PlacedOrder { order, .. } in Pages::<T>::get(book, entry.page) {
				match levels.last_mut() {
					Some((limit, sum)) if *limit == order.limit => {
						*sum = sum.saturating_add(order.quantity.into());
					},
					_ => levels.push((order.limit, order.quantity.into())),
				}
			}
		}
		levels
	}

	pub(crate) fn order_infos(market: MarketId, account: T::AccountId) -> Vec<OrderInfo> {
		let verdict = Periods::<T>::get(market).and_then(|period| period.verdict);
		let fill = |side, order: &Order| match verdict {
			Some(Verdict::Traded(cleared)) => Some(cleared.fill(side, order)),
			Some(Verdict::NoTrade(_)) => Some(0),
			None => None,
		};
		let info = |side, meter, order: Order| OrderInfo {
			id: order.sequence,
			meter,
			side,
			limit: order.limit,
			quantity: order.quantity,
			fill: fill(side, &order),
		};
		let mut infos = Vec::new();
		for side in [Side::Bid, Side::Ask] {
			for (meter, leg) in Legs::<T>::iter_prefix((market.side(side), &account)) {
				infos.extend(leg.orders.into_iter().map(|order| info(side, meter, order)));
			}
		}
		infos
	}

	pub(crate) fn bill_of(market: MarketId, meter: DeviceId) -> Option<Bill> {
		let (id, leg) = Self::find_leg(market, meter).ok()?;
		let side = id.book.side;
		let period = Periods::<T>::get(market)?;
		Some(Bill {
			side,
			price: period.cleared().map(|cleared| cleared.price()),
			with_attribute: leg.with_attribute,
			contract: leg.contract,
			held: leg.held,
			is_read: leg.metered(side).is_some(),
			settlement: leg.settlement,
			stretch: leg
				.place
				.filter(|_| period.is_settled())
				.and_then(|place| period.totals.reached(side, &place)),
			is_disputed: leg.dispute.is_some(),
		})
	}

	pub(crate) fn certificate_info(id: CertificateId) -> Option<CertificateInfo<T::AccountId>> {
		Certificates::<T>::get(id).map(|record| CertificateInfo {
			expires_at: record.expires_at::<T>(),
			device: record.device,
			zone: record.zone,
			start: record.start,
			period_ms: record.period_ms,
			source: record.source,
			energy: record.energy,
			owner: record.owner,
			state: record.state,
		})
	}

	pub(crate) fn share_infos(
		account: T::AccountId,
		after: Option<(MarketId, DeviceId)>,
	) -> Vec<ShareInfo> {
		let shares = match after {
			Some((market, meter)) => {
				let last = Shares::<T>::hashed_key_for((&account, market, meter));
				Shares::<T>::iter_prefix_from((&account,), last)
			},
			None => Shares::<T>::iter_prefix((&account,)),
		};
		let info = |((market, meter), share): ((MarketId, DeviceId), ShareRecordOf<T>)| ShareInfo {
			market,
			meter,
			stretch: share.stretch,
			use_by: share.use_by,
		};
		let most = usize::try_from(LISTED_SHARES).unwrap_or_default();
		shares.take(most).map(info).collect()
	}

	pub(crate) fn claimable_from(
		account: T::AccountId,
		market: MarketId,
		meter: DeviceId,
	) -> Vec<(CertificateId, Energy)> {
		let Some(share) = Shares::<T>::get((account, market, meter)) else {
			return Vec::new();
		};
		let now = T::Time::now();
		let mut found: Vec<_> = Carried::<T>::iter_key_prefix(market)
			.filter_map(|id| {
				let record = Certificates::<T>::get(id).filter(|record| now < record.use_by)?;
				let part = record.state.carried()?.overlap(&share.stretch)?;
				Some((part, id))
			})
			.collect();
		order_claims(&share.stretch, &mut found);
		found.into_iter().map(|(part, id)| (id, part.length())).collect()
	}
}
