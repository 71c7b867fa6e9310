// SPDX-License-Identifier: Apache-2.0

//! The auction on pages against the auction at once.

mod common;

use codec::{Encode, MaxEncodedLen};
use common::{cases, check_clearing, extreme_books, small_books, sweep, Book, Numbers};
use mote_clearing::{Order, PricingRule, Request, Side, Sweep, SweepFlaw};
use proptest::prelude::*;

/// How many books the long tests look at. An unoptimised build is only asked whether they work.
const MANY: u32 = if cfg!(debug_assertions) { 2_000 } else { 100_000 };

fn order(limit: u64, quantity: u64, sequence: u64) -> Order {
	Order { limit, quantity, sequence }
}

fn one_page(book: &Book) -> (Vec<Vec<Order>>, Vec<Vec<Order>>) {
	(vec![book.bids.clone()], vec![book.asks.clone()])
}

fn fed(pages: &[(&[Order], bool)]) -> Result<Sweep, SweepFlaw> {
	let mut sweep = Sweep::new(None, PricingRule::Midpoint);
	for (page, is_last) in pages {
		sweep.feed(page, *is_last)?;
	}
	Ok(sweep)
}

#[test]
fn sweep_and_clear_should_agree_and_keep_every_rule_on_many_random_books() {
	let mut numbers = Numbers(0x5eed);
	let mut traded = 0;
	for _ in 0..MANY {
		let book = numbers.book();
		check_clearing(&book);
		let sorted = book.sorted();
		let most = 1 + numbers.below(12);
		let (bids, asks) = (numbers.pages(&sorted.bids, most), numbers.pages(&sorted.asks, most));
		let outcome = book.clear();
		traded += u32::from(outcome.is_some());
		assert_eq!(sweep(&book, &bids, &asks), outcome);
	}
	assert!(traded > MANY / 2);
}

#[test]
fn sweep_should_stay_below_its_published_bound_at_128_orders_a_page() {
	let mut numbers = Numbers(7);
	for limits in [1, 3, 1000] {
		let mut bids = Vec::new();
		let mut asks = Vec::new();
		for sequence in 0..2000 {
			bids.push((100 + numbers.below(limits), 1 + numbers.below(1 << 30), sequence));
			asks.push((100 + numbers.below(limits), 1 + numbers.below(1 << 30), sequence));
		}
		let side = |orders: Vec<(u64, u64, u64)>| {
			orders
				.into_iter()
				.map(|(limit, quantity, at)| order(limit, quantity, at))
				.collect()
		};
		let book =
			Book { bids: side(bids), asks: side(asks), cap: None, rule: PricingRule::Midpoint };
		let book = book.sorted();
		let pages = |orders: &[Order]| orders.chunks(128).map(<[_]>::to_vec).collect::<Vec<_>>();
		assert_eq!(sweep(&book, &pages(&book.bids), &pages(&book.asks)), book.clear());
	}
}

#[test]
fn sweep_should_be_done_without_a_trade_when_a_side_is_empty() {
	for (bids, asks) in [(vec![], vec![(5, 5)]), (vec![(5, 5)], vec![]), (vec![], vec![])] {
		let book = Book::new(&bids, &asks);
		let (bids, asks) = one_page(&book);
		assert_eq!(sweep(&book, &bids, &asks), None);
	}
}

#[test]
fn sweep_should_be_done_without_a_trade_when_the_cap_is_nothing() {
	let book = Book::new(&[(5, 5)], &[(5, 5)]).capped(0);
	let (bids, asks) = one_page(&book);
	assert_eq!(sweep(&book, &bids, &asks), None);
}

#[test]
fn sweep_should_pass_over_pages_that_hold_nothing() {
	let book = Book::new(&[(9, 0), (8, 5), (7, 5)], &[(1, 3), (2, 0), (3, 4), (4, 0)]);
	let pages = |orders: &[Order]| -> Vec<Vec<Order>> {
		orders.iter().flat_map(|order| [vec![], vec![*order], vec![]]).collect()
	};
	let outcome = book.clear();
	assert_eq!(outcome.map(|outcome| outcome.volume), Some(7));
	assert_eq!(sweep(&book, &pages(&book.bids), &pages(&book.asks)), outcome);
}

#[test]
fn a_choice_should_read_no_pages_but_those_of_its_level() {
	let better: Vec<_> = (10..19).rev().map(|limit| (limit, 1)).collect();
	let book = Book::new(&[&better[..], &[(2, 3), (2, 4)]].concat(), &[(1, 14)]);
	let mut sweep = Sweep::new(None, PricingRule::Midpoint);
	let mut read = Vec::new();
	while let Request::Page(side, index) = sweep.next_request() {
		let orders = book.side(side);
		let at = index as usize;
		sweep.feed(&orders[at..=at], at + 1 == orders.len()).unwrap();
		read.push((side, at));
	}
	assert_eq!(sweep.next_request(), Request::Done(book.clear()));
	// The asks come last. Before them the level's two pages are read for its one byte, and for
	// equal remainders up to the order that decides.
	let level = [9, 10, 9, 10].map(|page| (Side::Bid, page));
	assert!(read.ends_with(&[&level[..], &[(Side::Ask, 0)]].concat()), "{read:?}");
}

#[test]
fn sweep_should_be_small_between_two_pages() {
	assert_eq!(Sweep::max_encoded_len(), 1284);
	assert!(Sweep::new(None, PricingRule::Midpoint).encoded_size() < 256);
}

#[test]
fn next_request_should_ask_for_the_best_bids_first() {
	let sweep = Sweep::new(None, PricingRule::Midpoint);
	assert_eq!(sweep.next_request(), Request::Page(Side::Bid, 0));
}

#[test]
fn feed_should_refuse_a_page_that_is_not_in_merit_order() {
	let worse_first = [order(5, 1, 0), order(6, 1, 1)];
	assert_eq!(fed(&[(&worse_first, true)]), Err(SweepFlaw::Unsorted));
	let later_first = [order(5, 1, 1), order(5, 1, 0)];
	assert_eq!(fed(&[(&later_first, true)]), Err(SweepFlaw::Unsorted));
	let bid = [order(5, 1, 0)];
	let asks = [order(5, 1, 0), order(4, 1, 1)];
	assert_eq!(fed(&[(&bid, true), (&asks, true)]), Err(SweepFlaw::Unsorted));
}

#[test]
fn feed_should_refuse_two_orders_with_one_sequence() {
	assert_eq!(fed(&[(&[order(5, 1, 0), order(5, 2, 0)], true)]), Err(SweepFlaw::Unsorted));
}

#[test]
fn feed_should_refuse_a_page_that_does_not_follow_the_one_before_it() {
	let (best, better) = ([order(5, 3, 0)], [order(6, 3, 1)]);
	let asks = [order(1, 9, 0)];
	let matching: [(&[Order], bool); 3] = [(&best, false), (&asks, true), (&better, true)];
	// The walk over the levels sees the bids again, one page behind the other.
	let walk: [(&[Order], bool); 2] = [(&best, false), (&better, true)];
	assert_eq!(fed(&[&matching[..], &walk[..]].concat()), Err(SweepFlaw::Unsorted));
}

#[test]
fn feed_should_refuse_a_book_that_has_become_smaller() {
	let (bids, fewer) = ([order(5, 3, 0)], [order(5, 1, 0)]);
	let asks = [order(1, 3, 0)];
	assert_eq!(fed(&[(&bids, true), (&asks, true), (&fewer, true)]), Err(SweepFlaw::Changed));
}

#[test]
fn feed_should_refuse_a_level_that_lost_its_orders_before_the_choice() {
	let bids = [order(5, 7, 0), order(5, 11, 1), order(5, 13, 2)];
	let asks = [order(1, 17, 3)];
	// Matching takes both sides, the levels the bids. Then the choice among the bids begins.
	let choice = fed(&[(&bids, true), (&asks, true), (&bids, true)]).unwrap();
	assert_eq!(choice.next_request(), Request::Page(Side::Bid, 0));
	assert_eq!(choice.clone().feed(&bids, true), Ok(()));
	assert_eq!(choice.clone().feed(&[], true), Err(SweepFlaw::Changed));
}

#[test]
fn feed_should_refuse_a_page_when_the_outcome_is_there() {
	let nothing: [(&[Order], bool); 2] = [(&[], true), (&[], true)];
	assert_eq!(fed(&nothing), Err(SweepFlaw::Over));
}

proptest! {
	#![proptest_config(cases())]

	#[test]
	fn sweep_should_give_the_outcome_of_clear(
		book in small_books(),
		seed in any::<u64>(),
		most in 1..9u64,
	) {
		let sorted = book.sorted();
		let mut numbers = Numbers(seed);
		let (bids, asks) = (numbers.pages(&sorted.bids, most), numbers.pages(&sorted.asks, most));
		prop_assert_eq!(sweep(&book, &bids, &asks), book.clear());
	}

	#[test]
	fn sweep_should_give_the_outcome_of_clear_at_the_ends_of_the_range(
		book in extreme_books(),
		seed in any::<u64>(),
		most in 1..9u64,
	) {
		let sorted = book.sorted();
		let mut numbers = Numbers(seed);
		let (bids, asks) = (numbers.pages(&sorted.bids, most), numbers.pages(&sorted.asks, most));
		prop_assert_eq!(sweep(&book, &bids, &asks), book.clear());
	}

	#[test]
	fn feed_should_not_panic_on_pages_of_other_books(
		books in prop::collection::vec(extreme_books(), 1..30),
		seed in any::<u64>(),
	) {
		let mut numbers = Numbers(seed);
		let mut sweep = Sweep::new(None, PricingRule::Midpoint);
		for book in books {
			match sweep.next_request() {
				Request::Page(side, _) => {
					let is_last = numbers.below(4) == 0;
					let flaw = sweep.feed(book.sorted().side(side), is_last).err();
					prop_assert_ne!(flaw, Some(SweepFlaw::Over));
				},
				Request::Done(_) => {
					prop_assert_eq!(sweep.feed(&[], true), Err(SweepFlaw::Over));
				},
			}
		}
	}
}
