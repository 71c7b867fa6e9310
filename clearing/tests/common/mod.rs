// SPDX-License-Identifier: Apache-2.0

//! Books, and the rules of the auction written as plainly as possible, to compare with.

#![allow(dead_code, reason = "each test file uses its own part")]

use codec::{Decode, Encode, MaxEncodedLen};
use mote_clearing::{
	buyer_pays, clear, merit_cmp, seller_gets, Energy, Order, Outcome, Price, PricingRule, Request,
	Side, Sweep,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
pub struct Book {
	pub bids: Vec<Order>,
	pub asks: Vec<Order>,
	pub cap: Option<Energy>,
	pub rule: PricingRule,
}

impl Book {
	pub fn new(bids: &[(Price, Energy)], asks: &[(Price, Energy)]) -> Self {
		let mut sequence = 0..;
		let mut order = |(limit, quantity): &(Price, Energy)| Order {
			limit: *limit,
			quantity: *quantity,
			sequence: sequence.next().unwrap(),
		};
		Self {
			bids: bids.iter().map(&mut order).collect(),
			asks: asks.iter().map(&mut order).collect(),
			cap: None,
			rule: PricingRule::Midpoint,
		}
	}

	pub fn capped(self, cap: Energy) -> Self {
		Self { cap: Some(cap), ..self }
	}

	pub fn clear(&self) -> Option<Outcome> {
		clear(&self.bids, &self.asks, self.cap, self.rule)
	}

	pub fn side(&self, side: Side) -> &[Order] {
		match side {
			Side::Bid => &self.bids,
			Side::Ask => &self.asks,
		}
	}

	pub fn fills(&self, side: Side) -> Vec<Energy> {
		let outcome = self.clear();
		let fill = |order| outcome.map_or(0, |outcome| outcome.fill(side, order));
		self.side(side).iter().map(fill).collect()
	}

	pub fn sorted(&self) -> Self {
		let mut book = self.clone();
		book.bids.sort_by(|a, b| merit_cmp(Side::Bid, a, b));
		book.asks.sort_by(|a, b| merit_cmp(Side::Ask, a, b));
		book
	}
}

/// Orders of a side, with their sequences from `first`.
fn orders(
	limits: impl Strategy<Value = Price> + Clone,
	quantities: impl Strategy<Value = Energy> + Clone,
	most: usize,
	first: u64,
) -> impl Strategy<Value = Vec<Order>> {
	prop::collection::vec((limits, quantities), 0..=most).prop_map(move |orders| {
		(first..)
			.zip(orders)
			.map(|(sequence, (limit, quantity))| Order { limit, quantity, sequence })
			.collect()
	})
}

/// How many cases a property is tried with. An unoptimised build only shows that they work.
pub fn cases() -> ProptestConfig {
	ProptestConfig::with_cases(if cfg!(debug_assertions) { 256 } else { 4096 })
}

pub fn rules() -> impl Strategy<Value = PricingRule> + Clone {
	prop_oneof![
		Just(PricingRule::Midpoint),
		Just(PricingRule::SellerBest),
		Just(PricingRule::BuyerBest)
	]
}

pub fn books(
	limits: impl Strategy<Value = Price> + Clone,
	quantities: impl Strategy<Value = Energy> + Clone,
	most: usize,
) -> impl Strategy<Value = Book> {
	let side = |first| orders(limits.clone(), quantities.clone(), most, first);
	let caps = prop::option::weighted(0.3, quantities.clone());
	(side(0), side(1000), caps, rules()).prop_flat_map(|(bids, asks, cap, rule)| {
		// The sequence says nothing about where an order stands.
		(Just(bids).prop_shuffle(), Just(asks).prop_shuffle()).prop_map(move |(bids, asks)| Book {
			bids,
			asks,
			cap,
			rule,
		})
	})
}

/// Few limits and small quantities: many levels with several orders.
pub fn small_books() -> impl Strategy<Value = Book> {
	books(0..12u64, 0..40u64, 12)
}

/// All of the range, its ends most of all.
pub fn extreme_books() -> impl Strategy<Value = Book> {
	let ends = prop_oneof![
		0..3u64,
		any::<u64>(),
		u64::MAX - 3..=u64::MAX,
		(1 << 63) - 2..(1u64 << 63) + 2,
	];
	books(ends.clone(), ends, 8)
}

/// Numbers without a source of randomness, the same on every run (SplitMix64).
pub struct Numbers(pub u64);

impl Numbers {
	pub fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	pub fn below(&mut self, bound: u64) -> u64 {
		self.next() % bound
	}

	fn orders(&mut self, count: u64, limits: u64, quantities: u64, first: u64) -> Vec<Order> {
		let mut orders: Vec<_> = (first..first + count)
			.map(|sequence| Order {
				limit: 80_000 + self.below(limits) * (240_000 / limits),
				quantity: 1 + self.below(quantities),
				sequence,
			})
			.collect();
		for at in (1..orders.len()).rev() {
			let with = self.below(at as u64 + 1) as usize;
			orders.swap(at, with);
		}
		orders
	}

	/// A street to a small town, from a few limits to many.
	pub fn book(&mut self) -> Book {
		let limits = [1, 2, 5, 50, 100_000][self.below(5) as usize];
		let quantities = [1, 10, 1000, 1 << 40][self.below(4) as usize];
		let (bids, asks) = (self.below(40), self.below(40));
		let bids = self.orders(bids, limits, quantities, 0);
		let asks = self.orders(asks, limits, quantities, 1000);
		let cap = (self.below(4) == 0).then(|| self.below(20 * quantities));
		let rules = [PricingRule::Midpoint, PricingRule::SellerBest, PricingRule::BuyerBest];
		Book { bids, asks, cap, rule: rules[self.below(3) as usize] }
	}

	/// The same orders, cut into pages. Some are empty.
	pub fn pages(&mut self, orders: &[Order], most: u64) -> Vec<Vec<Order>> {
		let mut pages = Vec::new();
		let mut rest = orders;
		while !rest.is_empty() {
			let (page, more) = rest.split_at(rest.len().min(self.below(most + 1) as usize));
			pages.push(page.to_vec());
			rest = more;
		}
		if pages.is_empty() || self.below(8) == 0 {
			pages.push(Vec::new());
		}
		pages
	}
}

/// What the rules say, computed in the most obvious way.
pub mod plain {
	use super::*;

	pub fn quantity(orders: &[Order], trades: impl Fn(Price) -> bool) -> u128 {
		orders
			.iter()
			.filter(|order| trades(order.limit))
			.map(|o| u128::from(o.quantity))
			.sum()
	}

	/// What trades at a price: the smaller of what is wanted and what is offered at it.
	pub fn volume_at(book: &Book, price: Price) -> u128 {
		let wanted = quantity(&book.bids, |limit| limit >= price);
		let offered = quantity(&book.asks, |limit| limit <= price);
		wanted.min(offered)
	}

	/// The largest volume at any of these prices.
	pub fn max_volume(book: &Book, prices: impl Iterator<Item = Price>) -> u128 {
		prices.map(|price| volume_at(book, price)).max().unwrap_or(0)
	}

	/// What each order gets of this volume, in the order of the slice.
	pub fn fills(side: Side, orders: &[Order], volume: Energy) -> Vec<Energy> {
		let mut limits: Vec<_> = orders.iter().map(|order| order.limit).collect();
		limits.sort_by(|a, b| side.limit_cmp(*a, *b));
		limits.dedup();
		let mut fills = vec![0; orders.len()];
		let mut remaining = u128::from(volume);
		for limit in limits {
			let level: Vec<_> = (0..orders.len()).filter(|i| orders[*i].limit == limit).collect();
			let total: u128 = level.iter().map(|i| u128::from(orders[*i].quantity)).sum();
			if total <= remaining {
				level.iter().for_each(|i| fills[*i] = orders[*i].quantity);
				remaining -= total;
				continue;
			}
			let mut ranking = Vec::new();
			let mut spare = remaining;
			for i in level {
				let product = remaining * u128::from(orders[i].quantity);
				fills[i] = (product / total) as Energy;
				spare -= product / total;
				ranking.push((core::cmp::Reverse(product % total), orders[i].sequence, i));
			}
			ranking.sort();
			ranking.iter().take(spare as usize).for_each(|(_, _, i)| fills[*i] += 1);
			break;
		}
		fills
	}

	/// The interval of prices, from what each order asked for and got.
	pub fn interval(book: &Book, bids: &[Energy], asks: &[Energy], capped: bool) -> (u64, u64) {
		let of = |orders: &[Order], fills: &[Energy], wanted: fn(&Order, Energy) -> bool| {
			let chosen = orders.iter().zip(fills).filter(|(order, fill)| wanted(order, **fill));
			chosen.map(|(order, _)| order.limit).collect::<Vec<_>>()
		};
		let some: fn(&Order, Energy) -> bool = |_, fill| fill > 0;
		let not_all: fn(&Order, Energy) -> bool = |order, fill| fill < order.quantity;
		let mut low = of(&book.asks, asks, some);
		let mut high = of(&book.bids, bids, some);
		if !capped {
			low.extend(of(&book.bids, bids, not_all));
			high.extend(of(&book.asks, asks, not_all));
		}
		(low.into_iter().max().unwrap(), high.into_iter().min().unwrap())
	}
}

/// Checks a cleared book against the plain rules and against every invariant of the clearing.
pub fn check_clearing(book: &Book) {
	let limits = || book.bids.iter().chain(&book.asks).map(|order| order.limit);
	let max_volume = plain::max_volume(book, limits());
	let volume = max_volume.min(book.cap.unwrap_or(u64::MAX).into()) as Energy;
	let Some(outcome) = book.clear() else {
		assert_eq!(volume, 0);
		return;
	};
	assert_eq!(u128::from(outcome.max_volume), max_volume.min(u64::MAX.into()));
	assert_eq!(outcome.volume, volume);
	assert!(volume > 0 && volume <= book.cap.unwrap_or(u64::MAX));

	let (bids, asks) = (book.fills(Side::Bid), book.fills(Side::Ask));
	assert_eq!(bids, plain::fills(Side::Bid, &book.bids, volume));
	assert_eq!(asks, plain::fills(Side::Ask, &book.asks, volume));
	let capped = u128::from(volume) < max_volume;
	let (low, high) = plain::interval(book, &bids, &asks, capped);
	assert_eq!((outcome.low, outcome.high), (low, high));
	assert_eq!(outcome.price, book.rule.price(low, high));

	let price = outcome.price;
	assert!(low <= price && price <= high);
	assert!(limits().min().unwrap() <= price && price <= limits().max().unwrap());
	let mut filled = 0;
	let (mut paid, mut received) = (0, 0);
	for (side, fills) in [(Side::Bid, &bids), (Side::Ask, &asks)] {
		assert_eq!(fills.iter().map(|fill| u128::from(*fill)).sum::<u128>(), volume.into());
		for (order, fill) in book.side(side).iter().zip(fills) {
			assert!(*fill <= order.quantity);
			if *fill > 0 {
				filled += 1;
				assert!(side.crosses(order.limit, price));
			}
			if !capped && order.limit != price && side.crosses(order.limit, price) {
				assert_eq!(*fill, order.quantity);
			}
			match side {
				Side::Bid => {
					assert!(buyer_pays(*fill, price) <= buyer_pays(order.quantity, order.limit));
					paid += buyer_pays(*fill, price);
				},
				Side::Ask => received += seller_gets(*fill, price),
			}
		}
	}
	assert!(capped || outcome.bids.ration.is_none() || outcome.asks.ration.is_none());
	assert!(paid >= received && paid - received < filled);
}

/// Sweeps a sorted book on these pages, and keeps nothing between two of them but bytes.
pub fn sweep(book: &Book, bids: &[Vec<Order>], asks: &[Vec<Order>]) -> Option<Outcome> {
	let longest = bids.iter().chain(asks).map(Vec::len).max().unwrap_or(0);
	let bound = Sweep::max_requests(bids.len() as u32, asks.len() as u32, longest as u32);
	let mut bytes = Sweep::new(book.cap, book.rule).encode();
	for _ in 0..=bound {
		let mut sweep = Sweep::decode(&mut &bytes[..]).unwrap();
		match sweep.next_request() {
			Request::Page(side, index) => {
				let pages = if side == Side::Bid { bids } else { asks };
				let is_last = index as usize + 1 == pages.len();
				sweep.feed(&pages[index as usize], is_last).unwrap();
			},
			Request::Done(outcome) => return outcome,
		}
		bytes = sweep.encode();
		assert!(bytes.len() <= Sweep::max_encoded_len());
	}
	panic!("more than {bound} pages were requested");
}
