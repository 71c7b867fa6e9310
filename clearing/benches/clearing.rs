// SPDX-License-Identifier: Apache-2.0

//! How the cost of an auction grows with its book. The README has the ratios.

use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use mote_clearing::{clear, merit_cmp, Order, Outcome, PricingRule, Request, Side, Sweep};
use std::hint::black_box;

const PAGE: usize = 128;

/// A book with so many orders a side.
struct Book {
	bids: Vec<Order>,
	asks: Vec<Order>,
}

impl Book {
	/// Limits from all of the band: a level has few orders.
	fn spread(count: u64) -> Self {
		Self::new(count, |number| 80_000 + number % 240_000)
	}

	/// All bids at one limit, and more of them than the asks can serve: the level that is rationed
	/// is a whole side.
	fn flat(count: u64) -> Self {
		let mut book = Self::new(count, |_| 200_000);
		book.asks.iter_mut().for_each(|ask| ask.quantity = ask.quantity / 2 + 1);
		book
	}

	fn new(count: u64, limit: impl Fn(u64) -> u64) -> Self {
		let mut number = 0x5eed_u64;
		let mut order = |sequence| {
			number = number.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
			Order { limit: limit(number >> 33), quantity: 10 + (number >> 17) % 5_000, sequence }
		};
		let bids = (0..count).map(&mut order).collect();
		let asks = (count..2 * count).map(&mut order).collect();
		Self { bids, asks }
	}

	fn sorted(mut self) -> Self {
		self.bids.sort_by(|a, b| merit_cmp(Side::Bid, a, b));
		self.asks.sort_by(|a, b| merit_cmp(Side::Ask, a, b));
		self
	}

	fn clear(&self) -> Option<Outcome> {
		clear(&self.bids, &self.asks, None, PricingRule::Midpoint)
	}

	/// The outcome, and how many pages it took.
	fn sweep(&self) -> (Option<Outcome>, u32) {
		let mut sweep = Sweep::new(None, PricingRule::Midpoint);
		let mut requests = 0;
		loop {
			match sweep.next_request() {
				Request::Page(side, index) => {
					let book = if side == Side::Bid { &self.bids } else { &self.asks };
					let from = index as usize * PAGE;
					let to = book.len().min(from + PAGE);
					sweep.feed(&book[from..to], to == book.len()).expect("the book is sorted");
					requests += 1;
				},
				Request::Done(outcome) => return (outcome, requests),
			}
		}
	}
}

fn auctions(criterion: &mut Criterion) {
	for (name, make) in [("spread", Book::spread as fn(u64) -> Book), ("flat", Book::flat)] {
		let mut group = criterion.benchmark_group(name);
		for count in [10, 100, 1_000, 10_000, 100_000] {
			let (book, sorted) = (make(count), make(count).sorted());
			let outcome = book.clear();
			let (swept, requests) = sorted.sweep();
			assert!(outcome.is_some() && outcome == swept);
			eprintln!("{name}, {count} orders a side: {requests} pages of {PAGE} read");
			group.throughput(Throughput::Elements(2 * count));
			group.bench_with_input(BenchmarkId::new("clear", count), &book, |bencher, book| {
				bencher.iter(|| black_box(book).clear());
			});
			group.bench_with_input(BenchmarkId::new("sweep", count), &sorted, |bencher, book| {
				bencher.iter(|| black_box(book).sweep());
			});
			if let Some(outcome) = outcome {
				let bid = book.bids[0];
				group.bench_function(BenchmarkId::new("fill", count), |bencher| {
					bencher.iter(|| black_box(&outcome).fill(Side::Bid, black_box(&bid)));
				});
			}
		}
		group.finish();
	}
}

criterion_group!(benches, auctions);
criterion_main!(benches);
