// SPDX-License-Identifier: Apache-2.0

//! The call auction over a whole book: one price for all, the largest volume, no advantage for the
//! fast.

use crate::{
	merit_cmp,
	outcome::{volume, Reach},
	Energy, Extra, Margin, Order, Outcome, PricingRule, Ration, Side,
};
use alloc::vec::Vec;
use core::cmp::Reverse;

/// Clears a book: who trades how much, and at what price. `None` when nothing trades.
///
/// The orders may come in any order, and the outcome does not depend on it. `cap` is the most that
/// the zone's feeder carries in the period, in Wh. Sorting dominates the cost: `O(n log n)`.
///
/// ```
/// use mote_clearing::{clear, Order, PricingRule, Side};
///
/// let bids = [Order { limit: 300_000, quantity: 1000, sequence: 0 }];
/// let asks = [
///     Order { limit: 100_000, quantity: 700, sequence: 1 },
///     Order { limit: 200_000, quantity: 800, sequence: 2 },
/// ];
/// let outcome = clear(&bids, &asks, None, PricingRule::Midpoint).unwrap();
/// assert_eq!((outcome.volume, outcome.price), (1000, 200_000));
/// assert_eq!(outcome.fill(Side::Ask, &asks[1]), 300);
/// ```
pub fn clear(
	bids: &[Order],
	asks: &[Order],
	cap: Option<Energy>,
	rule: PricingRule,
) -> Option<Outcome> {
	let bids = in_merit_order(Side::Bid, bids);
	let asks = in_merit_order(Side::Ask, asks);
	let max_volume = max_volume(&bids, &asks);
	let volume = volume(max_volume, cap)?;
	Some(Outcome::new(max_volume, volume, rule, reach(&bids, volume)?, reach(&asks, volume)?))
}

fn in_merit_order(side: Side, orders: &[Order]) -> Vec<Order> {
	let mut orders: Vec<_> = orders.iter().filter(|order| order.quantity > 0).copied().collect();
	orders.sort_unstable_by(|a, b| merit_cmp(side, a, b));
	orders
}

/// Step 2: matches the best with the best for as long as they cross.
fn max_volume(bids: &[Order], asks: &[Order]) -> u128 {
	let (mut bids, mut asks) = (bids.iter().copied(), asks.iter().copied());
	let (mut best_bid, mut best_ask) = (bids.next(), asks.next());
	let mut volume = 0u128;
	while let (Some(bid), Some(ask)) = (&mut best_bid, &mut best_ask) {
		if !Side::Bid.crosses(bid.limit, ask.limit) {
			break;
		}
		let matched = bid.quantity.min(ask.quantity);
		volume = add(volume, matched);
		bid.quantity = bid.quantity.saturating_sub(matched);
		ask.quantity = ask.quantity.saturating_sub(matched);
		if bid.quantity == 0 {
			best_bid = bids.next();
		}
		if ask.quantity == 0 {
			best_ask = asks.next();
		}
	}
	volume
}

/// Step 4: how far this volume reaches; `None` when the side has less.
fn reach(orders: &[Order], volume: Energy) -> Option<Reach> {
	let mut remaining = volume;
	let mut levels = orders.chunk_by(|a, b| a.limit == b.limit);
	while let Some(level @ [first, ..]) = levels.next() {
		let limit = first.limit;
		let total = level.iter().fold(0, |total, order| add(total, order.quantity));
		let left = Energy::try_from(total).ok().and_then(|total| remaining.checked_sub(total));
		let Some(left) = left else {
			let ration = Some(ration(level, remaining, total));
			return Some(Reach { margin: Margin { limit, ration }, unfilled: Some(limit) });
		};
		if left == 0 {
			let unfilled = levels.next().and_then(<[_]>::first).map(|order| order.limit);
			return Some(Reach { margin: Margin { limit, ration: None }, unfilled });
		}
		remaining = left;
	}
	None
}

fn ration(level: &[Order], remaining: Energy, total: u128) -> Ration {
	let mut ration = Ration { remaining, total, extra: None };
	let mut spare = remaining;
	let mut ranking = Vec::with_capacity(level.len());
	for order in level {
		let (whole, remainder) = ration.share(order.quantity);
		// The whole shares add up to no more than what is shared.
		spare = spare.saturating_sub(whole);
		ranking.push((Reverse(remainder), order.sequence));
	}
	let last = spare.checked_sub(1).and_then(|last| usize::try_from(last).ok());
	// Each remainder is below the total, so fewer Wh are spare than there are orders.
	if let Some(last) = last.filter(|last| *last < ranking.len()) {
		let (_, (Reverse(remainder), sequence), _) = ranking.select_nth_unstable(last);
		ration.extra = Some(Extra { remainder: *remainder, sequence: *sequence });
	}
	ration
}

/// A sum of quantities. Fewer than 2^64 orders of 64 bits do not leave the range.
pub(crate) fn add(total: u128, quantity: Energy) -> u128 {
	total.saturating_add(quantity.into())
}
