// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::{
	ensure,
	traits::fungibles::{Inspect, InspectHold},
};
use mote_clearing::merit_cmp;
use mote_primitives::DeviceId;
use sp_runtime::TryRuntimeError;

/// Sums of money by currency and account.
type Sums<T> = BTreeMap<(Vec<u8>, AccountIdOf<T>), (CurrencyOf<T>, Money)>;

fn owe<T: Config>(sums: &mut Sums<T>, currency: &CurrencyOf<T>, who: &T::AccountId, more: Money) {
	let (_, sum) = sums
		.entry((currency.encode(), who.clone()))
		.or_insert_with(|| (currency.clone(), 0));
	*sum = sum.saturating_add(more);
}

fn count<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K, more: u32) {
	let sum = counts.entry(key).or_default();
	*sum = sum.saturating_add(more);
}

/// Whether a market's books still have all of its orders.
fn is_trading<T: Config>(period: &PeriodRecordOf<T>) -> bool {
	matches!(period.progress, Progress::Trading | Progress::Clearing)
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut sums = Sums::<T>::new();
		Self::check_books()?;
		Self::check_legs(&mut sums)?;
		Self::check_zones(&mut sums)?;
		Self::check_certificates()?;
		Self::check_shares()?;
		for ((_, who), (currency, sum)) in sums {
			let held = T::Currency::balance_on_hold(currency, &Self::escrow_reason(), &who);
			ensure!(held == sum, "what is on hold is not what the records say");
		}
		Ok(())
	}

	/// Books are in merit order, and hold the orders of the meters in markets that take some.
	fn check_books() -> Result<(), TryRuntimeError> {
		let mut placed = BTreeMap::<(MarketId, bool, DeviceId, OrderId), Order>::new();
		for (id, book) in Books::<T>::iter() {
			let period = Periods::<T>::get(id.market).ok_or("a book belongs to no period")?;
			let is_kept = is_trading::<T>(&period);
			let mut before: Option<Order> = None;
			let mut orders = 0u32;
			let mut last_count = None;
			for entry in &book.pages {
				let page = Pages::<T>::get(id, entry.page);
				let first = page.first().ok_or("a page of a book is empty")?.order;
				let is_entered = entry.page < book.next_page &&
					usize::try_from(entry.count) == Ok(page.len()) &&
					(entry.limit, entry.sequence) == (first.limit, first.sequence);
				ensure!(is_entered, "a book does not say what is on a page");
				if let Some(last) = last_count.replace(entry.count) {
					ensure!(
						entry.count.saturating_add(last) > MERGE_ORDERS,
						"two small pages were not joined"
					);
				}
				for PlacedOrder { order, meter } in page {
					let is_sorted =
						before.is_none_or(|before| merit_cmp(id.side, &before, &order).is_lt());
					ensure!(is_sorted, "a book is not in merit order");
					before = Some(order);
					orders = orders.saturating_add(1);
					let next = Book::order_id(id.side, book.placed).unwrap_or(OrderId::MAX);
					ensure!(order.sequence < next, "an order has a number yet to come");
					if is_kept {
						placed.insert(
							(id.market, id.side == Side::Bid, meter, order.sequence),
							order,
						);
					}
				}
			}
			ensure!(orders == book.orders, "a book has lost count");
			ensure!(orders <= MAX_BOOK_ORDERS, "a book is too large");
		}
		for ((BookId { market, side }, _, meter), leg) in Legs::<T>::iter() {
			let period = Periods::<T>::get(market).ok_or("a meter trades in no period")?;
			for order in leg.orders.iter().filter(|_| is_trading::<T>(&period)) {
				let found = placed.remove(&(market, side == Side::Bid, meter, order.sequence));
				ensure!(found == Some(*order), "a book does not say what an order is");
			}
		}
		ensure!(placed.is_empty(), "an order in a book is of no meter");
		for (book, page, _) in Pages::<T>::iter() {
			let is_listed = Books::<T>::get(book).pages.iter().any(|entry| entry.page == page);
			ensure!(is_listed, "a page is in no book");
		}
		Ok(())
	}

	/// The parts of meters add up to what books, periods and meters say.
	fn check_legs(sums: &mut Sums<T>) -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<MarketId, [u32; 4]>::new();
		let mut energy = BTreeMap::<MarketId, [u128; 2]>::new();
		let mut open = BTreeMap::<DeviceId, u32>::new();
		let mut accounts = BTreeSet::<(MarketId, bool, T::AccountId)>::new();
		for ((BookId { market, side }, account, meter), leg) in Legs::<T>::iter() {
			let period = Periods::<T>::get(market).ok_or("a meter trades in no period")?;
			let zone = Zones::<T>::get(market.zone).ok_or("a period belongs to no zone")?;
			owe::<T>(sums, &zone.currency, &account, leg.held);
			if let Some(dispute) = &leg.dispute {
				owe::<T>(sums, &zone.currency, &dispute.by, dispute.bond);
			}
			ensure!(!leg.orders.is_empty(), "a meter takes part without an order");
			if leg.contract.is_none() {
				let held = leg.orders.iter().try_fold(0, |sum: Money, order| {
					let tariff = period.tariff();
					sum.checked_add(order_hold(side, order.quantity, order.limit, &tariff)?)
				});
				let held = held.and_then(|held| held.checked_add(leg.stuck));
				ensure!(held == Some(leg.held), "a meter does not hold what its orders do");
			}
			let quantity = leg.quantity().ok_or("a meter's orders are beyond all measure")?;
			ensure!(leg.contract.is_none_or(|of| of <= quantity), "more is sold than was offered");
			let [buyers, sellers, read, disputed] = counts.entry(market).or_default();
			let [bought, sold] = energy.entry(market).or_default();
			let (legs, traded) = match side {
				Side::Bid => (buyers, bought),
				Side::Ask => (sellers, sold),
			};
			*legs = legs.saturating_add(1);
			*traded = traded.saturating_add(leg.contract.unwrap_or_default().into());
			*read = read.saturating_add(leg.metered(side).is_some().into());
			*disputed = disputed.saturating_add(leg.dispute.is_some().into());
			count(&mut open, meter, 1);
			if is_trading::<T>(&period) {
				accounts.insert((market, side == Side::Bid, account.clone()));
			}
			let other = (market.side(side.other()), &account);
			ensure!(
				Legs::<T>::iter_key_prefix(other).next().is_none(),
				"an account is on both sides"
			);
			let owner = Meters::<T>::get(meter).map(|record| record.owner);
			ensure!(owner == Some(account), "a meter has changed hands while it took part");
			ensure!(!period.is_settled() || leg.settlement.is_some(), "a meter was not settled");
			let line = match side {
				Side::Bid => period.totals.wanted,
				Side::Ask => period.totals.offered,
			};
			ensure!(
				leg.place.is_none_or(|place| leg.with_attribute && place.to <= line.length),
				"a meter stands outside of a line"
			);
		}
		for (meter, record) in Meters::<T>::iter() {
			ensure!(
				open.remove(&meter).unwrap_or_default() == record.open,
				"a meter takes part in other periods than counted"
			);
		}
		ensure!(open.is_empty(), "a meter that is gone takes part in a period");
		let mut trading = BTreeMap::<(MarketId, bool), u32>::new();
		for (market, is_bid, _) in accounts {
			count(&mut trading, (market, is_bid), 1);
		}
		for (BookId { market, side }, book) in Books::<T>::iter() {
			let found = trading.remove(&(market, side == Side::Bid)).unwrap_or_default();
			let period = Periods::<T>::get(market).ok_or("a book belongs to no period")?;
			let is_right = !is_trading::<T>(&period) || book.accounts == found;
			ensure!(is_right, "a book has lost count of its accounts");
		}
		ensure!(trading.is_empty(), "an account has orders in no book");
		for (market, period) in Periods::<T>::iter() {
			let found = counts.remove(&market).unwrap_or_default();
			let (buyers, sellers) = match period.progress {
				Progress::Trading => {
					let (bids, asks) = Self::books(market);
					(bids.meters, asks.meters)
				},
				_ => (period.buyers, period.sellers),
			};
			ensure!(
				found == [buyers, sellers, period.read, period.disputed],
				"a period has lost count of its meters"
			);
			let [bought, sold] = energy.remove(&market).unwrap_or_default();
			Self::check_period(&market, &period, bought, sold)?;
		}
		Ok(())
	}

	fn check_period(
		market: &MarketId,
		period: &PeriodRecordOf<T>,
		bought: u128,
		sold: u128,
	) -> Result<(), TryRuntimeError> {
		ensure!(
			Sweeps::<T>::contains_key(market) == (period.progress == Progress::Clearing),
			"a clearing is under way that should not, or the other way round"
		);
		let Some(cleared) = period.cleared() else {
			let is_idle = period.escrow == 0 && period.float == 0;
			ensure!(is_idle, "money lies with a period in which nothing was traded");
			return Ok(());
		};
		let (volume, price) = (cleared.outcome.volume, cleared.price());
		ensure!(period.cap.is_none_or(|cap| volume <= cap), "more is traded than may flow");
		ensure!(
			(period.prices.feed_in..=period.prices.retail).contains(&price),
			"a price lies outside of what the grid pays and asks for"
		);
		let is_whole = matches!(
			period.progress,
			Progress::Delivering | Progress::Settling(_) | Progress::Settled(_)
		);
		ensure!(
			!is_whole || (bought == volume.into() && sold == volume.into()),
			"what is bought, sold and cleared is not the same"
		);
		if is_whole {
			ensure!(period.escrow == period.float, "money moved before it was due");
		}
		Ok(())
	}

	/// Zones know how many meters and periods they have, and their money is there.
	fn check_zones(sums: &mut Sums<T>) -> Result<(), TryRuntimeError> {
		let (mut meters, mut periods) = (BTreeMap::new(), BTreeMap::new());
		let (mut approved, mut feeders) = (BTreeMap::new(), BTreeMap::new());
		for (id, meter) in Meters::<T>::iter() {
			count(&mut meters, meter.zone, 1);
			// Nobody has anything on hold that no record names.
			let zone = Zones::<T>::get(meter.zone).ok_or("a meter belongs to no zone")?;
			owe::<T>(sums, &zone.currency, &meter.owner, 0);
			if meter.approval == Approval::Pending {
				continue;
			}
			if meter.spec.direction == Direction::Feeder {
				let other = feeders.insert(meter.zone, id);
				ensure!(other.is_none(), "a zone has two meters on its feeder");
			} else {
				count(&mut approved, meter.zone, 1);
			}
		}
		for market in FeederChecks::<T>::iter_keys() {
			let is_open = Periods::<T>::contains_key(market);
			ensure!(is_open, "a period that is over is compared with the feeder");
		}
		for (market, period) in Periods::<T>::iter() {
			let zone = Zones::<T>::get(market.zone).ok_or("a period belongs to no zone")?;
			count(&mut periods, market.zone, 1);
			owe::<T>(sums, &zone.currency, &Self::account(&zone.currency), period.escrow);
			ensure!(
				period.terms.is_valid(&Self::term_limits()),
				"a period has terms that none can have"
			);
			ensure!(
				market.start.checked_rem(zone.period_ms) == Some(0),
				"a period begins at another time than it can"
			);
		}
		for market in Sweeps::<T>::iter_keys() {
			ensure!(Periods::<T>::contains_key(market), "a clearing belongs to no period");
		}
		for (currency, who, claim) in Claims::<T>::iter() {
			ensure!(claim.held > 0 || claim.owed > 0, "a claim is for nothing");
			owe::<T>(sums, &currency, &who, claim.held);
			owe::<T>(sums, &currency, &Self::account(&currency), claim.owed);
		}
		for (id, zone) in Zones::<T>::iter() {
			ensure!(id < NextZone::<T>::get(), "a zone has a number yet to come");
			ensure!(
				zone.terms.is_valid(&Self::term_limits()),
				"a zone has terms that none can have"
			);
			ensure!(zone.terms.allow(&zone.prices), "a zone has prices that none can have");
			ensure!(
				meters.remove(&id).unwrap_or_default() == zone.meters &&
					periods.remove(&id).unwrap_or_default() == zone.periods,
				"a zone has lost count of its meters or periods"
			);
			ensure!(
				approved.remove(&id).unwrap_or_default() == zone.approved &&
					feeders.remove(&id) == zone.feeder,
				"a zone does not know which of its meters are approved"
			);
			owe::<T>(sums, &zone.currency, &zone.operator, zone.float);
			owe::<T>(sums, &zone.currency, &Self::account(&zone.currency), zone.pot);
			owe::<T>(sums, &zone.currency, &Self::account(&zone.currency), zone.due);
			let least = T::Currency::minimum_balance(zone.currency.clone());
			ensure!(
				T::Currency::balance(zone.currency.clone(), &Self::account(&zone.currency)) >=
					least,
				"the pallet's account does not exist in a zone's currency"
			);
		}
		ensure!(meters.is_empty() && periods.is_empty(), "something belongs to no zone");
		Ok(())
	}

	/// Shares of a market do not overlap, and what they can claim of a certificate is left of it.
	fn check_shares() -> Result<(), TryRuntimeError> {
		let mut shares = BTreeMap::<MarketId, Vec<Stretch>>::new();
		for ((_, market, _), share) in Shares::<T>::iter() {
			shares.entry(market).or_default().push(share.stretch);
		}
		let mut carried = BTreeMap::<MarketId, Vec<Stretch>>::new();
		let mut listed = 0u32;
		for (id, record) in Certificates::<T>::iter() {
			let Some(stretch) = record.state.carried() else {
				continue;
			};
			let market = record.market();
			ensure!(
				Carried::<T>::contains_key(market, id),
				"a certificate cannot be found by those who may claim it"
			);
			listed = listed.saturating_add(1);
			let wanted = shares.get(&market).into_iter().flatten();
			let wanted = wanted
				.filter_map(|share| share.overlap(&stretch))
				.fold(0, |sum: Energy, part| sum.saturating_add(part.length()));
			ensure!(
				wanted <= record.energy && record.energy <= stretch.length(),
				"of a certificate more can be claimed than is left"
			);
			carried.entry(market).or_default().push(stretch);
		}
		let found = Carried::<T>::iter_keys().count();
		ensure!(usize::try_from(listed) == Ok(found), "a certificate is listed that is gone");
		for mut line in shares.into_values().chain(carried.into_values()) {
			line.sort_unstable_by_key(|stretch| stretch.from);
			let mut reached = 0;
			for stretch in line {
				ensure!(stretch.length() > 0, "a share or a certificate is for nothing");
				ensure!(stretch.from >= reached, "two may claim, or have sold, the same energy");
				reached = stretch.to;
			}
		}
		Ok(())
	}

	/// No certified energy appears or vanishes.
	fn check_certificates() -> Result<(), TryRuntimeError> {
		let totals = CertifiedEnergy::<T>::get();
		let gone = totals.cancelled.saturating_add(totals.expired).saturating_add(totals.withdrawn);
		ensure!(totals.issued == totals.live.saturating_add(gone), "certified energy is lost");
		let (mut live, mut cancelled, mut withdrawn) = (0u128, 0u128, 0u128);
		for (id, record) in Certificates::<T>::iter() {
			ensure!(id < NextCertificate::<T>::get(), "a certificate has a number yet to come");
			ensure!(record.energy > 0, "a certificate is for nothing");
			let sum = match record.state {
				CertificateState::Issued | CertificateState::Carried(_) => &mut live,
				CertificateState::Cancelled { .. } => &mut cancelled,
				CertificateState::Withdrawn => &mut withdrawn,
			};
			*sum = sum.saturating_add(record.energy.into());
		}
		ensure!(live == totals.live, "certificates are in circulation that were not issued");
		ensure!(
			cancelled <= totals.cancelled && withdrawn <= totals.withdrawn,
			"certificates were used that were not issued"
		);
		Ok(())
	}
}
