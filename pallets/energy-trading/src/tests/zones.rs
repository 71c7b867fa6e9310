// SPDX-License-Identifier: Apache-2.0

//! Zones: their rules, their prices, their end.

use super::*;

fn create(period_ms: Moment, terms: ZoneTerms, prices: Prices) -> Call<Test> {
	Call::create_zone { currency: NativeOrWithId::Native, period_ms, terms, prices }
}

#[test]
fn zone_should_be_as_its_operator_made_it() {
	run(|| {
		done(GRID, create(PERIOD, TERMS, PRICES));
		let zone = EnergyTrading::zone(0).unwrap();
		assert_eq!((zone.operator, zone.terms, zone.prices), (GRID, TERMS, PRICES));
		assert_eq!((zone.status, zone.float), (ZoneStatus::Trading, 0));
		assert_eq!(
			last_event(),
			Event::ZoneCreated {
				zone: 0,
				operator: GRID,
				currency: NativeOrWithId::Native,
				period_ms: PERIOD,
				terms: TERMS,
				prices: PRICES
			}
		);
	});
}

#[test]
fn zone_should_be_refused_when_no_market_can_be_held_in_it() {
	run(|| {
		let nothing = Call::create_zone {
			currency: NativeOrWithId::WithId(EUROS),
			period_ms: PERIOD,
			terms: TERMS,
			prices: PRICES,
		};
		refused(GRID, nothing, Error::<Test>::CurrencyNotFound);
		for length in [0, 1, PERIOD - 1, 2 * HOUR] {
			refused(GRID, create(length, TERMS, PRICES), Error::<Test>::BadPeriodLength);
		}
		for terms in [
			ZoneTerms { tick: 0, ..TERMS },
			ZoneTerms { min_quantity: 0, ..TERMS },
			ZoneTerms { penalty_bp: WHOLE + 1, ..TERMS },
			ZoneTerms { gate_lead_ms: 2 * GATE_GUARD - 1, ..TERMS },
			ZoneTerms { horizon_ms: TERMS.gate_lead_ms, ..TERMS },
			ZoneTerms { horizon_ms: MAX_WAIT + 1, ..TERMS },
			ZoneTerms { read_ms: MIN_READ_TIME - 1, ..TERMS },
			ZoneTerms { read_ms: MAX_WAIT + 1, ..TERMS },
			ZoneTerms { dispute_ms: MAX_WAIT + 1, ..TERMS },
			ZoneTerms { max_orders: 0, ..TERMS },
			ZoneTerms { max_orders: MAX_BOOK_ORDERS + 1, ..TERMS },
			ZoneTerms { min_participants: TERMS.max_orders + 1, ..TERMS },
			ZoneTerms { cancel_fee: 1 << 64, ..TERMS },
			ZoneTerms { reward: 1 << 64, ..TERMS },
			ZoneTerms { dispute_bond: 1 << 64, ..TERMS },
		] {
			refused(GRID, create(PERIOD, terms, PRICES), Error::<Test>::BadTerms);
		}
		for prices in [
			Prices { feed_in: 0, retail: 0 },
			Prices { feed_in: 2, retail: 1 },
			Prices { feed_in: 0, retail: u64::MAX },
		] {
			refused(GRID, create(PERIOD, TERMS, prices), Error::<Test>::BadPrices);
		}
	});
}

#[test]
fn terms_should_hold_for_periods_opened_later_only() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		done(STRANGER, Call::open_market { market });
		let terms = ZoneTerms { min_quantity: 500, penalty_bp: 5_000, ..TERMS };
		let set = |terms| Call::set_terms { zone, terms };
		refused(STRANGER, set(terms), Error::<Test>::NotOperator);
		refused(GRID, set(ZoneTerms { tick: 0, ..TERMS }), Error::<Test>::BadTerms);
		refused(GRID, Call::set_terms { zone: 9, terms }, Error::<Test>::ZoneNotFound);
		done(GRID, set(terms));
		assert_eq!(last_event(), Event::TermsChanged { zone, terms, version: 1 });
		let later = MarketId { zone, start: market.start + PERIOD };
		done(STRANGER, Call::open_market { market: later });
		assert_eq!(EnergyTrading::market(market).unwrap().terms, TERMS);
		assert_eq!(EnergyTrading::market(later).unwrap().terms, terms);
	});
}

#[test]
fn prices_should_change_a_step_at_a_time_for_later_periods_only() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		done(STRANGER, Call::open_market { market });
		let set = |feed_in, retail| Call::set_prices { zone, prices: Prices { feed_in, retail } };
		refused(GRID, set(80_000, 330_000), Error::<Test>::TooSoon);
		pass(DAY);
		refused(STRANGER, set(80_000, 330_000), Error::<Test>::NotOperator);
		refused(GRID, set(400_000, 330_000), Error::<Test>::BadPrices);
		refused(GRID, set(80_000, 352_001), Error::<Test>::StepTooLarge);
		refused(GRID, set(71_999, 320_000), Error::<Test>::StepTooLarge);
		done(GRID, set(72_000, 352_000));
		let prices = Prices { feed_in: 72_000, retail: 352_000 };
		assert_eq!(last_event(), Event::PricesChanged { zone, prices });
		refused(GRID, set(72_001, 352_000), Error::<Test>::TooSoon);
		assert_eq!(EnergyTrading::market(market).unwrap().prices, PRICES);
	});
}

fn answer(value: i64, scale: i8) -> FeedAnswer {
	FeedAnswer {
		value,
		scale,
		unit: Unit::Count,
		round: 1,
		reports: 3,
		at: now(),
		age_ms: 0,
		is_stale: false,
	}
}

#[test]
fn prices_should_follow_feeds_a_step_at_a_time_when_a_period_opens() {
	run(|| {
		let source = PriceSource::Feeds { feed_in: 1, retail: 2 };
		let zone = make_zone(ZoneTerms { source, horizon_ms: 5 * DAY, ..TERMS });
		let mut start = T0 + 4 * DAY;
		let mut opened = || {
			start += PERIOD;
			let market = MarketId { zone, start };
			done(STRANGER, Call::open_market { market });
			EnergyTrading::market(market).unwrap().prices
		};
		pass(DAY);
		assert_eq!(opened(), PRICES);
		Shelf::set_feed(1, Some(answer(9, -2)));
		assert_eq!(opened(), PRICES);
		Shelf::set_feed(2, Some(FeedAnswer { is_stale: true, ..answer(33, -2) }));
		assert_eq!(opened(), PRICES);
		Shelf::set_feed(2, Some(FeedAnswer { unit: Unit::Joule, ..answer(33, -2) }));
		assert_eq!(opened(), PRICES);
		Shelf::set_feed(2, Some(answer(-33, -2)));
		assert_eq!(opened(), PRICES);
		// A tenth of 80,000 and of 320,000 is as far as it goes at a time, and a day must pass.
		Shelf::set_feed(2, Some(answer(1, 0)));
		assert_eq!(opened(), Prices { feed_in: 88_000, retail: 352_000 });
		assert_eq!(opened(), Prices { feed_in: 88_000, retail: 352_000 });
		pass(DAY);
		assert_eq!(opened(), Prices { feed_in: 90_000, retail: 387_200 });
	});
}

#[test]
fn price_of_a_feed_should_be_exact_or_none() {
	let price = |value, scale| price_of(&FeedAnswer { at: 0, ..run(|| answer(value, scale)) });
	assert_eq!(price(24, -2), Some(240_000));
	assert_eq!(price(240_000, -6), Some(240_000));
	assert_eq!(price(2_400_000, -7), Some(240_000));
	assert_eq!(price(1, 13), Some(10u64.pow(19)));
	assert_eq!(price(1, 14), None);
	assert_eq!(price(i64::MAX, 0), None);
	assert_eq!(price(1, i8::MAX), None);
	assert_eq!(price(1, i8::MIN), None);
}

#[test]
fn zone_should_go_when_retired_and_empty() {
	run(|| {
		let before = wealth(GRID);
		let zone = make_zone(TERMS);
		join(zone, BUYERS, CONSUMER);
		refused(STRANGER, Call::retire_zone { zone }, Error::<Test>::NotOperator);
		refused(STRANGER, Call::remove_zone { zone }, Error::<Test>::ZoneNotRetired);
		done(STRANGER, Call::open_market { market: market_of(zone) });
		done(GRID, Call::retire_zone { zone });
		assert_eq!(last_event(), Event::ZoneRetired { zone });
		refused(GRID, Call::retire_zone { zone }, Error::<Test>::ZoneRetired);
		refused(STRANGER, Call::remove_zone { zone }, Error::<Test>::ZoneInUse);
		let later = MarketId { zone, start: T0 + 2 * HOUR };
		refused(STRANGER, Call::open_market { market: later }, Error::<Test>::ZoneRetired);
		let device = meter_of(BUYERS + 1);
		device.register(BUYERS + 1, MODEL);
		let register = Call::register_meter { zone, meter: device.id(), spec: CONSUMER };
		refused(BUYERS + 1, register, Error::<Test>::ZoneRetired);
		done(BUYERS, Call::remove_meter { meter: meter_of(BUYERS).id() });
		refused(STRANGER, Call::remove_zone { zone }, Error::<Test>::ZoneInUse);
		clear(market_of(zone));
		set_now(market_of(zone).start);
		settle(market_of(zone));
		done(STRANGER, Call::remove_zone { zone });
		assert_eq!(last_event(), Event::ZoneRemoved { zone });
		// All but the least balance of the pallet's account, which serves the zones to come.
		assert_eq!(wealth(GRID), before - LEAST);
		done(GRID, create(PERIOD, TERMS, PRICES));
		assert_eq!(NextZone::<Test>::get(), 2);
	});
}

#[test]
fn float_should_be_what_the_operator_put_up() {
	run(|| {
		let zone = make_zone(TERMS);
		refused(STRANGER, Call::add_float { zone, amount: 1 }, Error::<Test>::NotOperator);
		refused(STRANGER, Call::take_float { zone, amount: 1 }, Error::<Test>::NotOperator);
		refused(GRID, Call::take_float { zone, amount: FLOAT + 1 }, Error::<Test>::FloatTooLow);
		let amount = Money::MAX;
		refused(GRID, Call::add_float { zone, amount }, Error::<Test>::ArithmeticOverflow);
		done(GRID, Call::add_float { zone, amount: 7 });
		assert_eq!(last_event(), Event::FloatChanged { zone, float: FLOAT + 7 });
		done(GRID, Call::take_float { zone, amount: FLOAT + 7 });
		assert_eq!(on_hold(GRID, HoldReason::Escrow), 0);
	});
}

#[test]
fn zone_should_be_assessed_by_the_authorities() {
	run(|| {
		let zone = make_zone(TERMS);
		done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Approved });
		let standing = ZoneStanding::Suspect;
		done(AUTHORITY, Call::assess_zone { zone, standing });
		assert_eq!(last_event(), Event::ZoneAssessed { zone, standing });
		assert_eq!(EnergyTrading::zone(zone).unwrap().standing, standing);
	});
}

#[test]
fn new_work_should_be_refused_while_paused_and_old_work_go_on() {
	run(|| {
		let zone = make_zone(ZoneTerms { cancel_fee: 3, ..TERMS });
		let market = trade(zone, &[(300_000, 600), (300_000, 100)], &[(180_000, 600)]);
		let meter = meter_of(BUYERS + 2);
		meter.register(BUYERS + 2, MODEL);
		assert_ok!(dispatch(trustees(), Call::pause {}));
		assert_eq!(last_event(), Event::WorkPaused);
		refused(GRID, create(PERIOD, TERMS, PRICES), Error::<Test>::Paused);
		let register = Call::register_meter { zone, meter: meter.id(), spec: CONSUMER };
		refused(BUYERS + 2, register, Error::<Test>::Paused);
		let later = MarketId { zone, start: T0 + 2 * HOUR };
		refused(STRANGER, Call::open_market { market: later }, Error::<Test>::Paused);
		assert_noop!(order(market, BUYERS, Side::Bid, 300_000, 10), Error::<Test>::Paused);
		done(BUYERS + 1, cancellation(market, BUYERS + 1, 2));
		clear(market);
		settle(market);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		pay_out(market);
		assert_eq!(Periods::<Test>::iter().count(), 0);
		assert_ok!(dispatch(trustees(), Call::unpause {}));
		assert_eq!(last_event(), Event::WorkResumed);
		done(GRID, create(PERIOD, TERMS, PRICES));
	});
}

#[test]
fn numbers_should_not_be_given_out_twice_when_used_up() {
	run(|| {
		NextZone::<Test>::put(ZoneId::MAX);
		refused(GRID, create(PERIOD, TERMS, PRICES), Error::<Test>::NumbersUsedUp);
	});
}

#[test]
fn period_of_seconds_should_be_for_chains_that_began_with_them() {
	run(|| {
		let hasty = ZoneTerms { gate_lead_ms: 4 * SECOND, ..TERMS };
		refused(GRID, create(2 * SECOND, TERMS, PRICES), Error::<Test>::BadPeriodLength);
		refused(GRID, create(PERIOD, hasty, PRICES), Error::<Test>::BadTerms);
		QuickMarkets::<Test>::put(true);
		for length in [0, SECOND, 2 * SECOND + 1, HOUR + SECOND] {
			refused(GRID, create(length, hasty, PRICES), Error::<Test>::BadPeriodLength);
		}
		done(GRID, create(2 * SECOND, hasty, PRICES));
		assert_eq!(EnergyTrading::zone(0).unwrap().terms, hasty);
	});
}

#[test]
fn invariants_should_miss_neither_a_lost_clearing_nor_a_lost_hold() {
	let found = |spoil: fn(MarketId)| {
		new_test_ext().execute_with(|| {
			let market = trade(make_zone(TERMS), &[(300_000, 600)], &[]);
			done(BUYERS, cancellation(market, BUYERS, 0));
			EnergyTrading::do_try_state().unwrap();
			spoil(market);
			EnergyTrading::do_try_state().unwrap_err()
		})
	};
	let sweep = |market: MarketId| {
		let other = MarketId { start: market.start + PERIOD, ..market };
		Sweeps::<Test>::insert(other, Sweep::new(None, PricingRule::Midpoint));
	};
	assert_eq!(found(sweep), "a clearing belongs to no period".into());
	let hold = |_| EnergyTrading::put_up(&NativeOrWithId::Native, &BUYERS, 7).unwrap();
	assert_eq!(found(hold), "what is on hold is not what the records say".into());
}
