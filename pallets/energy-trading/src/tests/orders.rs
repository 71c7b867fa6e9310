// SPDX-License-Identifier: Apache-2.0

//! Orders: what is taken, what is held, what comes back.

use super::*;

fn bid(market: MarketId, limit: Price, quantity: Energy) -> DispatchResult {
	order(market, BUYERS, Side::Bid, limit, quantity)
}

#[test]
fn order_should_open_its_period_and_hold_what_it_may_cost() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		let meter = join(zone, BUYERS, CONSUMER).id();
		assert_ok!(bid(market, 300_001, 601));
		let opened = Event::MarketOpened { market, opener: BUYERS, terms: TERMS, prices: PRICES };
		let placed = Event::OrderPlaced {
			order: 0,
			market,
			meter,
			account: BUYERS,
			side: Side::Bid,
			limit: 300_001,
			quantity: 601,
			hold: 180_301,
			with_attribute: false,
		};
		assert!(events().ends_with(&[opened, placed]));
		join(zone, SELLERS, SOLAR);
		assert_ok!(order(market, SELLERS, Side::Ask, 90_000, 600));
		assert_eq!(on_hold(BUYERS, HoldReason::Escrow), 180_301);
		assert_eq!(on_hold(SELLERS, HoldReason::Escrow), 157_201);
		let info = EnergyTrading::market(market).unwrap();
		assert_eq!((info.stage, info.bids, info.asks), (Stage::Open, 1, 1));
		assert_eq!((info.buyers, info.sellers, info.verdict), (1, 1, None));
		assert_eq!(EnergyTrading::book(market, Side::Bid), [(300_001, 601)]);
		let mine = EnergyTrading::orders_of(market, BUYERS);
		assert_eq!(mine.len(), 1);
		assert_eq!((mine[0].id, mine[0].quantity, mine[0].fill), (0, 601, None));
		assert_eq!(EnergyTrading::orders_of(market, STRANGER), []);
	});
}

#[test]
fn order_should_be_refused_when_it_is_not_for_this_book() {
	run(|| {
		let zone = make_zone(ZoneTerms { tick: 100, ..TERMS });
		let market = market_of(zone);
		join(zone, BUYERS, CONSUMER);
		assert_noop!(bid(market, 79_900, 100), Error::<Test>::PriceOutOfBand);
		assert_noop!(bid(market, 320_100, 100), Error::<Test>::PriceOutOfBand);
		assert_noop!(bid(market, 100_050, 100), Error::<Test>::OffTick);
		assert_noop!(bid(market, 100_000, 9), Error::<Test>::QuantityTooSmall);
		// 10 kW for a quarter of an hour.
		assert_noop!(bid(market, 100_000, 2_501), Error::<Test>::ExceedsMeterRating);
		let sell = order(market, BUYERS, Side::Ask, 100_000, 100);
		assert_noop!(sell, Error::<Test>::WrongDirection);
		assert_ok!(bid(market, 100_000, 2_500));
		assert_noop!(bid(market, 100_000, 10), Error::<Test>::ExceedsMeterRating);
		let odd = MarketId { start: market.start + 1, ..market };
		assert_noop!(bid(odd, 100_000, 10), Error::<Test>::BadStart);
		let far = MarketId { start: market.start + DAY, ..market };
		assert_noop!(bid(far, 100_000, 10), Error::<Test>::NotOpenYet);
		let near = MarketId { start: T0, ..market };
		assert_noop!(bid(near, 100_000, 10), Error::<Test>::GateClosed);
	});
}

#[test]
fn meter_should_have_four_orders_and_one_side_in_a_period() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		join(zone, BUYERS, BATTERY);
		for limit in 1..=4 {
			assert_ok!(bid(market, limit * 80_000, 100));
		}
		assert_noop!(bid(market, 100_000, 100), Error::<Test>::TooManyOrders);
		let ask = || order(market, BUYERS, Side::Ask, 100_000, 100);
		assert_noop!(ask(), Error::<Test>::BothSides);
		for order in [0, 2, 4, 6] {
			done(BUYERS, cancellation(market, BUYERS, order));
		}
		assert_ok!(ask());
		assert_noop!(bid(market, 100_000, 100), Error::<Test>::BothSides);
	});
}

#[test]
fn cancelled_order_should_return_all_but_the_fee() {
	run(|| {
		let zone = make_zone(ZoneTerms { cancel_fee: 100, ..TERMS });
		let market = market_of(zone);
		join(zone, BUYERS, CONSUMER);
		assert_ok!(bid(market, 300_000, 600));
		assert_ok!(bid(market, 80_000, 10));
		let cancel = |order| cancellation(market, BUYERS, order);
		refused(STRANGER, cancel(0), Error::<Test>::NotOrderOwner);
		refused(BUYERS, cancel(9), Error::<Test>::OrderNotFound);
		done(BUYERS, cancel(0));
		let meter = meter_of(BUYERS).id();
		assert_eq!(last_event(), Event::OrderCancelled { market, meter, order: 0, fee: 100 });
		refused(BUYERS, cancel(0), Error::<Test>::OrderNotFound);
		assert_eq!(on_hold(BUYERS, HoldReason::Escrow), 800);
		done(BUYERS, cancel(2));
		assert_eq!(wealth(BUYERS), START - 200);
		assert_eq!(pot(zone), 200);
		assert_ok!(bid(market, 300_000, 600));
		set_now(market.start - TERMS.gate_lead_ms);
		refused(BUYERS, cancel(4), Error::<Test>::GateClosed);
		assert_noop!(bid(market, 300_000, 600), Error::<Test>::GateClosed);
	});
}

#[test]
fn order_should_be_refused_when_its_owner_cannot_pay() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		join(zone, BUYERS, CONSUMER);
		let rest = Balances::free_balance(BUYERS) - 100_000;
		assert_ok!(Balances::transfer_allow_death(signed(BUYERS), CARRIER, rest));
		let refusal = bid(market, 300_000, 600);
		assert_noop!(refusal, DispatchError::from(sp_runtime::TokenError::FundsUnavailable));
	});
}

/// An operator that does not like how a market ended, and moves the gate to have another try.
#[test]
fn market_without_trade_should_not_be_opened_again() {
	for is_suspended in [false, true] {
		run(|| {
			let zone = make_zone(ZoneTerms { gate_lead_ms: 30 * MINUTE, ..TERMS });
			let market = trade(zone, &[(100_000, 600)], &[(180_000, 600)]);
			if is_suspended {
				done(GRID, Call::suspend { market });
				set_now(market.start - 25 * MINUTE);
			} else {
				clear(market);
			}
			done(GRID, Call::set_terms { zone, terms: TERMS });
			settle(market);
			EnergyTrading::do_idle_work(block());
			refused(STRANGER, Call::open_market { market }, Error::<Test>::MarketExists);
			set_now(market.start);
			EnergyTrading::do_idle_work(block());
			assert_eq!(Periods::<Test>::get(market), None);
			refused(STRANGER, Call::open_market { market }, Error::<Test>::GateClosed);
		});
	}
}

#[test]
fn period_should_be_opened_once_by_anyone() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		done(STRANGER, Call::open_market { market });
		refused(STRANGER, Call::open_market { market }, Error::<Test>::MarketExists);
		let other = MarketId { zone: 9, ..market };
		refused(STRANGER, Call::open_market { market: other }, Error::<Test>::ZoneNotFound);
		assert!(on_hold(STRANGER, HoldReason::Period) > 0);
		clear(market);
		let reason = NoTrade::NoCross;
		assert_eq!(last_event(), Event::NothingTraded { market, reason });
		set_now(market.start);
		settle(market);
		assert_eq!(wealth(STRANGER), START);
		assert_eq!(Balances::free_balance(STRANGER), START);
	});
}

#[test]
fn cap_should_be_set_until_the_gate_closes() {
	run(|| {
		let zone = make_zone(ZoneTerms { cap: Some(5_000), ..TERMS });
		let market =
			trade(zone, &[(300_000, 600), (260_000, 600)], &[(100_000, 500), (180_000, 700)]);
		assert_eq!(EnergyTrading::market(market).unwrap().cap, Some(5_000));
		let cap = Some(800);
		assert_ok!(dispatch(signed(AUTHORITY), Call::set_cap { market, cap }));
		assert_eq!(last_event(), Event::CapSet { market, cap });
		set_now(market.start - TERMS.gate_lead_ms);
		let late = Call::set_cap { market, cap: None };
		refused(AUTHORITY, late.clone(), Error::<Test>::GateClosed);
		clear(market);
		refused(AUTHORITY, late, Error::<Test>::AlreadyCleared);
		settle(market);
		// Vector E8.
		assert_eq!(bill(market, BUYERS).price, Some(220_000));
		let contract = |owner| bill(market, owner).contract;
		assert_eq!([contract(BUYERS), contract(BUYERS + 1)], [Some(600), Some(200)]);
		assert_eq!([contract(SELLERS), contract(SELLERS + 1)], [Some(500), Some(300)]);
	});
}

#[test]
fn suspended_market_should_return_everything() {
	run(|| {
		for pages in [None, Some(0), Some(1)] {
			let zone = make_zone(TERMS);
			let market = MarketId { start: now() - now() % PERIOD + HOUR, zone };
			let owner = BUYERS + u64::from(zone);
			let before = wealth(owner);
			let meter = join(zone, owner, CONSUMER);
			assert_ok!(order(market, owner, Side::Bid, 300_000, 600));
			refused(STRANGER, Call::suspend { market }, Error::<Test>::NotOperator);
			if let Some(pages) = pages {
				set_now(market.start);
				done(CARRIER, Call::clear { market, pages });
			}
			done(GRID, Call::suspend { market });
			let reason = NoTrade::Suspended;
			assert_eq!(last_event(), Event::NothingTraded { market, reason });
			assert_eq!(EnergyTrading::market(market).unwrap().stage, Stage::Suspended);
			refused(GRID, Call::suspend { market }, Error::<Test>::AlreadyCleared);
			settle(market);
			if pages.is_none() {
				// It does not open again.
				let again = order(market, owner, Side::Bid, 300_000, 600);
				assert_noop!(again, Error::<Test>::GateClosed);
				set_now(market.start);
				settle(market);
			}
			assert_eq!(Periods::<Test>::get(market), None);
			done(owner, Call::remove_meter { meter: meter.id() });
			assert_eq!((wealth(owner), Balances::free_balance(owner)), (before, before));
		}
	});
}
