// SPDX-License-Identifier: Apache-2.0

//! Books: merit order, room, and clearings that take several blocks.

use super::*;
use frame_support::storage::with_storage_layer;
use mote_clearing::clear as auction;
use proptest::prelude::*;

/// A zone's market, and an order in its book without anything else behind it.
fn bare_book(market: MarketId, side: Side, orders: &[Order]) {
	let id = market.side(side);
	let mut book = Books::<Test>::get(id);
	for order in orders {
		let placed = PlacedOrder { order: *order, meter: DeviceId::default() };
		EnergyTrading::insert_into_book(id, &mut book, placed).unwrap();
	}
	Books::<Test>::insert(id, book);
}

fn content(book: BookId) -> Vec<Order> {
	Books::<Test>::get(book)
		.pages
		.iter()
		.flat_map(|entry| Pages::<Test>::get(book, entry.page).into_inner())
		.map(|placed| placed.order)
		.collect()
}

fn is_sound(id: BookId) -> bool {
	let book = Books::<Test>::get(id);
	let counts: Vec<_> = book.pages.iter().map(|entry| entry.count).collect();
	let stored = Pages::<Test>::iter_prefix(id).count();
	counts.windows(2).all(|pair| pair[0] + pair[1] > MERGE_ORDERS) &&
		counts.iter().sum::<u32>() == book.orders &&
		stored == counts.len()
}

/// Orders that come, and go where a number says. Half of the books have several pages first.
fn book_changes() -> impl Strategy<Value = Vec<(bool, u64)>> {
	let changes = |likely| prop::collection::vec((prop::bool::weighted(likely), 0..50u64), 1..400);
	let many = prop::collection::vec((Just(true), 0..50u64), 300..400);
	prop_oneof![
		changes(0.6),
		(many, changes(0.4), changes(0.8))
			.prop_map(|(many, fewer, more)| [many, fewer, more].concat()),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 24 } else { 500 }))]

	#[test]
	fn book_should_be_a_sorted_list_whatever_comes_and_goes(
		changes in book_changes(),
		is_bid in any::<bool>(),
	) {
		new_test_ext().execute_with(|| {
			let side = if is_bid { Side::Bid } else { Side::Ask };
			let book = MarketId { zone: 0, start: 0 }.side(side);
			let remove = |order: &Order| {
				let mut kept = Books::<Test>::get(book);
				let removed = EnergyTrading::remove_from_book(book, &mut kept, order);
				Books::<Test>::insert(book, kept);
				removed
			};
			let mut list = Vec::<Order>::new();
			for (sequence, (is_new, number)) in (0u64..).zip(changes) {
				if is_new || list.is_empty() {
					let order = Order { limit: number, quantity: number + 1, sequence };
					bare_book(book.market, side, &[order]);
					list.push(order);
				} else {
					let order = list.swap_remove(number as usize % list.len());
					remove(&order).unwrap();
				}
				list.sort_by(|a, b| mote_clearing::merit_cmp(side, a, b));
				assert_eq!(content(book), list);
				assert!(is_sound(book));
			}
			let again = Order { limit: 99, quantity: 1, sequence: 10_000 };
			let gone = remove(&again);
			assert!(matches!(gone, Err(Error::<Test>::OrderNotFound)));
		});
	}
}

/// A page that splits beside a small one.
#[test]
fn halves_of_a_page_should_be_joined_with_small_neighbours() {
	for is_left in [true, false] {
		new_test_ext().execute_with(|| {
			let id = MarketId { zone: 0, start: 0 }.side(Side::Ask);
			let counts = || -> Vec<_> {
				Books::<Test>::get(id).pages.iter().map(|entry| entry.count).collect()
			};
			let order = |limit| Order { limit, quantity: 1, sequence: limit };
			let add = |limits: Vec<u64>| {
				let orders: Vec<_> = limits.into_iter().map(order).collect();
				bare_book(id.market, id.side, &orders);
			};
			let remove = |limits: std::ops::Range<u64>| {
				let mut book = Books::<Test>::get(id);
				for limit in limits {
					EnergyTrading::remove_from_book(id, &mut book, &order(limit * 10)).unwrap();
				}
				Books::<Test>::insert(id, book);
			};
			add((0..129).map(|number| number * 10).collect());
			assert_eq!(counts(), [64, 65]);
			if is_left {
				add((129..192).map(|number| number * 10).collect());
				remove(0..54);
				assert_eq!(counts(), [10, 128]);
				add(vec![1_915]);
				assert_eq!(counts(), [74, 65]);
			} else {
				add((0..64).map(|number| number * 10 + 5).collect());
				remove(65..120);
				assert_eq!(counts(), [128, 10]);
				add(vec![1]);
				assert_eq!(counts(), [64, 75]);
			}
			assert!(is_sound(id));
		});
	}
}

#[test]
fn full_book_should_evict_the_worst_order_for_a_better_one_only() {
	run(|| {
		let zone = make_zone(ZoneTerms { max_orders: 2, ..TERMS });
		let market = trade(zone, &[(200_000, 100), (100_000, 100)], &[]);
		join(zone, BUYERS + 2, CONSUMER);
		let bid = |limit| order(market, BUYERS + 2, Side::Bid, limit, 100);
		assert_noop!(bid(90_000), Error::<Test>::BookFull);
		assert_noop!(bid(100_000), Error::<Test>::BookFull);
		assert_ok!(bid(100_001));
		let meter = meter_of(BUYERS + 1).id();
		assert!(events().contains(&Event::OrderEvicted { market, meter, order: 2 }));
		assert_eq!(
			Balances::free_balance(BUYERS + 1),
			START - on_hold(BUYERS + 1, HoldReason::Meter)
		);
		assert_eq!(EnergyTrading::book(market, Side::Bid), [(200_000, 100), (100_001, 100)]);
		// One's own worse order makes way, too.
		assert_ok!(bid(150_000));
		assert_eq!(EnergyTrading::book(market, Side::Bid), [(200_000, 100), (150_000, 100)]);
		assert_eq!(EnergyTrading::orders_of(market, BUYERS + 2).len(), 1);
		// The other side has its own room.
		join(zone, SELLERS, SOLAR);
		assert_ok!(order(market, SELLERS, Side::Ask, 300_000, 100));
	});
}

/// Five thousand orders a side, of no meter: only their clearing is looked at.
fn large_book(market: MarketId) -> [Vec<Order>; 2] {
	let orders = |from: u64, low: u64, high: u64| -> Vec<Order> {
		(0..5_000u64)
			.map(|number| Order {
				limit: low + (number * 7_919) % (high - low),
				quantity: 100 + (number * 104_729) % 900,
				sequence: from + number,
			})
			.collect()
	};
	let [bids, asks] = [orders(0, 80_000, 80_600), orders(10_000, 80_000, 80_600)];
	bare_book(market, Side::Bid, &bids);
	bare_book(market, Side::Ask, &asks);
	for side in [Side::Bid, Side::Ask] {
		Books::<Test>::mutate(market.side(side), |book| {
			(book.meters, book.accounts) = (5_000, 5_000);
		});
	}
	[bids, asks]
}

fn outcome(market: MarketId) -> Option<Outcome> {
	Periods::<Test>::get(market).unwrap().cleared().map(|cleared| cleared.outcome)
}

#[test]
fn book_of_ten_thousand_orders_should_clear_across_blocks_by_itself() {
	new_test_ext().execute_with(|| {
		let zone = make_zone(TERMS);
		assert_ok!(EnergyTrading::add_float(signed(GRID), zone, START / 2));
		let market = market_of(zone);
		assert_ok!(EnergyTrading::open_market(signed(STRANGER), market));
		let [bids, asks] = large_book(market);
		let expected = auction(&bids, &asks, None, PricingRule::Midpoint);
		assert!(expected.is_some());
		Share::set(sp_runtime::Perbill::from_percent(2));
		let budget = Weight::from_parts(block().ref_time() / 50, block().proof_size() / 50);
		let mut blocks = 0;
		pass(HOUR);
		while outcome(market).is_none() {
			let used = EnergyTrading::do_idle_work(block());
			assert!(used.all_lte(budget), "{used:?} of {budget:?}");
			assert!(used.any_gt(Weight::zero()));
			blocks += 1;
			assert!(blocks < 2_000);
		}
		assert!(blocks > 1);
		assert_eq!(outcome(market), expected);
		assert!(!Sweeps::<Test>::contains_key(market));
	});
}

#[test]
fn book_of_ten_thousand_orders_should_clear_the_same_in_steps_of_any_size() {
	for pages in [1, 7, u32::MAX] {
		new_test_ext().execute_with(|| {
			let zone = make_zone(TERMS);
			assert_ok!(EnergyTrading::add_float(signed(GRID), zone, START / 2));
			let market = market_of(zone);
			assert_ok!(EnergyTrading::open_market(signed(STRANGER), market));
			let [bids, asks] = large_book(market);
			pass(HOUR);
			while outcome(market).is_none() {
				let result = EnergyTrading::clear(signed(CARRIER), market, pages).unwrap();
				let most =
					<() as WeightInfo>::clear(pages).saturating_add(<() as WeightInfo>::conclude());
				assert!(result.actual_weight.unwrap().all_lte(most));
			}
			assert_eq!(outcome(market), auction(&bids, &asks, None, PricingRule::Midpoint));
			// The book goes, a page at a time.
			let step = || with_storage_layer(|| EnergyTrading::step(market));
			while step().is_ok() {}
			assert_eq!(Pages::<Test>::iter().count(), 0);
			assert_eq!(Books::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn market_should_be_cleared_once_after_the_gate() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		let clear = Call::clear { market, pages: 100 };
		let gate = market.start - TERMS.gate_lead_ms;
		for early in [now(), gate, gate + GATE_GUARD - 1] {
			set_now(early);
			refused(CARRIER, clear.clone(), Error::<Test>::GateOpen);
		}
		let settle = Call::settle { market, legs: 100 };
		refused(CARRIER, settle, Error::<Test>::WrongStage);
		assert_eq!(EnergyTrading::market(market).unwrap().stage, Stage::Closed);
		set_now(gate + GATE_GUARD);
		done(CARRIER, clear.clone());
		let cleared = Periods::<Test>::get(market).unwrap().cleared().unwrap();
		assert_eq!(last_event(), Event::MarketCleared { market, cleared, price: 240_000 });
		refused(CARRIER, clear, Error::<Test>::AlreadyCleared);
		let other = MarketId { zone, start: 0 };
		refused(CARRIER, Call::clear { market: other, pages: 1 }, Error::<Test>::MarketNotFound);
		assert_eq!(EnergyTrading::orders_of(market, BUYERS)[0].fill, Some(600));
	});
}

#[test]
fn nothing_should_be_traded_when_the_grid_account_has_put_up_too_little() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		// 600 Wh at 80,000.
		done(GRID, Call::take_float { zone, amount: FLOAT - 47_999 });
		clear(market);
		let reason = NoTrade::GridFloatTooLow;
		assert_eq!(last_event(), Event::NothingTraded { market, reason });
		assert_eq!(EnergyTrading::market(market).unwrap().stage, Stage::NoTrade);
		assert_eq!(EnergyTrading::orders_of(market, BUYERS)[0].fill, Some(0));
		set_now(market.start);
		settle(market);
		assert_eq!((wealth(BUYERS), wealth(SELLERS)), (START, START));
		assert_eq!(on_hold(SELLERS, HoldReason::Escrow), 0);
		assert_eq!(Periods::<Test>::get(market), None);
	});
}
