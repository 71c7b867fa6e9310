// SPDX-License-Identifier: Apache-2.0

//! The auction against its rules, written plainly, and against what its rules promise.

mod common;

use codec::{Decode, Encode, MaxEncodedLen};
use common::{cases, check_clearing, extreme_books, plain, rules, small_books, Book, Numbers};
use mote_clearing::{merit_cmp, Energy, Extra, Order, Outcome, PricingRule, Ration, Side};
use proptest::prelude::*;

fn total(orders: &[Order]) -> u128 {
	orders.iter().map(|order| u128::from(order.quantity)).sum()
}

#[test]
fn clear_should_trade_at_equal_limits() {
	let outcome = Book::new(&[(150, 4)], &[(150, 9)]).clear().unwrap();
	assert_eq!((outcome.volume, outcome.price), (4, 150));
}

#[test]
fn clear_should_not_trade_when_the_cap_is_nothing() {
	assert_eq!(Book::new(&[(150, 4)], &[(150, 9)]).capped(0).clear(), None);
}

#[test]
fn clear_should_pass_over_orders_for_nothing() {
	let with = Book::new(&[(300, 4), (299, 0)], &[(100, 4), (101, 0)]);
	let without = Book::new(&[(300, 4)], &[(100, 4)]);
	assert_eq!(with.clear(), without.clear());
	assert_eq!(with.fills(Side::Bid), [4, 0]);
}

#[test]
fn clear_should_treat_a_volume_beyond_the_range_as_capped() {
	let most = u64::MAX;
	let book = Book::new(&[(9, most), (8, most)], &[(1, most), (2, most)]);
	let outcome = book.clear().unwrap();
	assert_eq!((outcome.max_volume, outcome.volume), (most, most));
	assert_eq!((outcome.low, outcome.high), (1, 9));
	check_clearing(&book);
}

#[test]
fn clear_should_ration_a_level_whose_total_is_beyond_the_range() {
	let most = u64::MAX;
	let book = Book::new(&[(9, most), (9, most), (9, most)], &[(1, 100)]);
	assert_eq!(book.fills(Side::Bid), [34, 33, 33]);
	check_clearing(&book);
}

#[test]
fn clear_should_ration_both_sides_when_a_cap_binds() {
	let book = Book::new(&[(9, 5), (9, 5)], &[(1, 5), (1, 5)]).capped(5);
	assert_eq!((book.fills(Side::Bid), book.fills(Side::Ask)), (vec![3, 2], vec![3, 2]));
	check_clearing(&book);
}

#[test]
fn price_should_be_the_end_of_the_interval_that_the_rule_names() {
	let book = Book::new(&[(200_001, 10)], &[(100_000, 10)]);
	let price = |rule| Book { rule, ..book.clone() }.clear().map(|outcome| outcome.price);
	assert_eq!(price(PricingRule::Midpoint), Some(150_000));
	assert_eq!(price(PricingRule::SellerBest), Some(200_001));
	assert_eq!(price(PricingRule::BuyerBest), Some(100_000));
}

#[test]
fn midpoint_should_not_overflow_at_the_end_of_the_range() {
	assert_eq!(PricingRule::Midpoint.price(u64::MAX - 1, u64::MAX), u64::MAX - 1);
	assert_eq!(PricingRule::Midpoint.price(0, u64::MAX), u64::MAX / 2);
}

#[test]
fn merit_cmp_should_put_the_better_limit_first_and_the_earlier_of_equal_ones() {
	let order = |limit, sequence| Order { limit, quantity: 1, sequence };
	assert!(merit_cmp(Side::Bid, &order(9, 5), &order(8, 1)).is_lt());
	assert!(merit_cmp(Side::Ask, &order(9, 5), &order(8, 1)).is_gt());
	for side in [Side::Bid, Side::Ask] {
		assert!(merit_cmp(side, &order(9, 1), &order(9, 2)).is_lt());
		assert!(merit_cmp(side, &order(9, 1), &order(9, 1)).is_eq());
		assert_eq!(side.other().other(), side);
		assert_ne!(side.other(), side);
	}
}

#[test]
fn outcome_should_be_small_however_large_the_book() {
	assert_eq!(Outcome::max_encoded_len(), 156);
	let mut numbers = Numbers(1);
	let books = (0..100).filter_map(|_| numbers.book().clear());
	for outcome in books {
		let bytes = outcome.encode();
		assert!(bytes.len() <= Outcome::max_encoded_len());
		assert_eq!(Outcome::decode(&mut &bytes[..]), Ok(outcome));
	}
}

#[test]
fn codec_indices_should_be_the_published_ones() {
	let indices = [
		Side::Bid.encode(),
		Side::Ask.encode(),
		PricingRule::Midpoint.encode(),
		PricingRule::SellerBest.encode(),
		PricingRule::BuyerBest.encode(),
	];
	assert_eq!(indices.concat(), [0, 1, 0, 1, 2]);
}

#[test]
fn fill_should_follow_the_threshold_of_remainder_and_sequence() {
	let book = Book::new(&[(250, 100), (250, 100), (250, 100)], &[(120, 200)]);
	let outcome = book.clear().unwrap();
	let extra = Some(Extra { remainder: 200, sequence: 1 });
	assert_eq!(outcome.bids.ration, Some(Ration { remaining: 200, total: 300, extra }));
	assert_eq!(book.fills(Side::Bid), [67, 67, 66]);
}

#[test]
fn fill_should_not_panic_when_an_outcome_was_made_up() {
	let mut outcome = Book::new(&[(5, 5), (5, 5)], &[(1, 7)]).clear().unwrap();
	outcome.bids.ration = Some(Ration { remaining: u64::MAX, total: 0, extra: None });
	let order = Order { limit: 5, quantity: u64::MAX, sequence: 0 };
	assert!(outcome.fill(Side::Bid, &order) <= order.quantity);
	outcome.bids.ration = Some(Ration { remaining: u64::MAX, total: 1, extra: None });
	assert_eq!(outcome.fill(Side::Bid, &order), order.quantity);
}

proptest! {
	#![proptest_config(cases())]

	#[test]
	fn clear_should_keep_every_rule_on_small_books(book in small_books()) {
		check_clearing(&book);
	}

	#[test]
	fn clear_should_keep_every_rule_at_the_ends_of_the_range(book in extreme_books()) {
		check_clearing(&book);
	}

	#[test]
	fn max_volume_should_be_the_best_over_every_price_there_is(book in small_books()) {
		// All limits are below 12. Prices between and outside of them gain nothing.
		let best = plain::max_volume(&book, 0..=13);
		let book = Book { cap: None, ..book };
		prop_assert_eq!(book.clear().map_or(0, |outcome| u128::from(outcome.max_volume)), best);
	}

	#[test]
	fn price_should_be_one_at_which_the_whole_volume_trades(book in small_books()) {
		if let Some(outcome) = book.clear() {
			prop_assert!(plain::volume_at(&book, outcome.price) >= outcome.volume.into());
			if outcome.volume == outcome.max_volume {
				for price in outcome.low..=outcome.high {
					prop_assert_eq!(plain::volume_at(&book, price), outcome.volume.into());
				}
			}
		}
	}

	#[test]
	fn clear_should_not_depend_on_the_order_in_which_orders_are_listed(
		(book, bids, asks) in small_books().prop_flat_map(|book| {
			let bids = Just(book.bids.clone()).prop_shuffle();
			let asks = Just(book.asks.clone()).prop_shuffle();
			(Just(book), bids, asks)
		}),
	) {
		let other = Book { bids, asks, ..book };
		prop_assert_eq!(other.clear(), book.clear());
	}

	#[test]
	fn an_earlier_place_should_be_worth_at_most_one_wh(
		book in small_books(),
		seed in any::<u64>(),
	) {
		let mut numbers = Numbers(seed);
		let mut later = book.clone();
		for orders in [&mut later.bids, &mut later.asks] {
			for at in (1..orders.len()).rev() {
				let with = numbers.below(at as u64 + 1) as usize;
				let (a, b) = (orders[at].sequence, orders[with].sequence);
				(orders[at].sequence, orders[with].sequence) = (b, a);
			}
		}
		let price = |book: &Book| book.clear().map(|outcome| outcome.price);
		prop_assert_eq!(price(&later), price(&book));
		for side in [Side::Bid, Side::Ask] {
			for (before, after) in book.fills(side).into_iter().zip(later.fills(side)) {
				prop_assert!(before.abs_diff(after) <= 1);
			}
		}
	}

	#[test]
	fn a_share_should_be_within_one_wh_of_the_exact_one(
		quantities in prop::collection::vec(1..1000u64, 2..30),
		part in 0.0..1.0f64,
	) {
		let bids: Vec<_> = quantities.iter().map(|quantity| (250, *quantity)).collect();
		let sum: Energy = quantities.iter().sum();
		let sold = ((sum as f64 * part) as Energy).clamp(1, sum - 1);
		let book = Book::new(&bids, &[(100, sold)]);
		for (quantity, fill) in quantities.iter().zip(book.fills(Side::Bid)) {
			let exact = (u128::from(sold) * u128::from(*quantity)) / u128::from(sum);
			prop_assert!([exact, exact + 1].contains(&fill.into()));
		}
	}

	#[test]
	fn mirrored_books_should_trade_the_same_volume_at_the_mirrored_interval(book in small_books()) {
		let mirror = |orders: &[Order]| -> Vec<Order> {
			orders.iter().map(|order| Order { limit: 100 - order.limit, ..*order }).collect()
		};
		let mirrored = Book { bids: mirror(&book.asks), asks: mirror(&book.bids), ..book };
		let seen = |book: &Book| book.clear().map(|o| (o.volume, o.max_volume, o.low, o.high));
		let back = seen(&mirrored).map(|(v, max, low, high)| (v, max, 100 - high, 100 - low));
		prop_assert_eq!(back, seen(&book));
		prop_assert_eq!(mirrored.fills(Side::Bid), book.fills(Side::Ask));
	}

	#[test]
	fn another_rule_should_change_the_price_alone(book in small_books(), rule in rules()) {
		let other = Book { rule, ..book.clone() };
		for side in [Side::Bid, Side::Ask] {
			prop_assert_eq!(other.fills(side), book.fills(side));
		}
		let interval = |book: &Book| book.clear().map(|outcome| (outcome.low, outcome.high));
		prop_assert_eq!(interval(&other), interval(&book));
	}

	#[test]
	fn more_offers_should_never_shrink_the_volume(book in small_books(), limit in 0..12u64) {
		let mut more = book.clone();
		more.asks.push(Order { limit, quantity: 7, sequence: u64::MAX });
		let volume = |book: &Book| book.clear().map_or(0, |outcome| outcome.volume);
		prop_assert!(volume(&more) >= volume(&book));
		prop_assert!(u128::from(volume(&more)) <= total(&more.bids).min(total(&more.asks)));
	}
}
