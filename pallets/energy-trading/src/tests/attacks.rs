// SPDX-License-Identifier: Apache-2.0

//! The attacks that a market between neighbours has to expect. Each test tries one.

use super::*;

/// A device that claims a sun of its own: more than its connection carries, or without the sun's
/// meter being the one that signs.
#[test]
fn false_meter_data_should_be_refused() {
	run(|| {
		let market = pair(TERMS);
		let (opens, closes) = (market.start, market.start + PERIOD);
		set_now(closes);
		assert_ok!(submit(read_of(SELLERS, opens, 0, 0), SELLERS));
		let inflated = read_of(SELLERS, closes, 0, 2_627);
		assert_noop!(submit(inflated, SELLERS), Error::<Test>::ImplausibleEnergy);
		let emulated = read_of(SELLERS, closes, 0, 600);
		assert_noop!(submit(emulated, BUYERS), Error::<Test>::BadSignature);
		// Certificates follow the authorities' word on the zone, not the meters'.
		done(AUTHORITY, Call::assess_zone { zone: market.zone, standing: ZoneStanding::Suspect });
		assert_ok!(submit(emulated, SELLERS));
		read(market, BUYERS, 600, 0);
		settle(market);
		pay_out(market);
		assert_eq!(NextCertificate::<Test>::get(), 0);
	});
}

#[test]
fn one_meter_should_not_be_two() {
	run(|| {
		let zone = make_zone(TERMS);
		let other = make_zone(TERMS);
		let meter = join(zone, BUYERS, CONSUMER).id();
		for zone in [zone, other] {
			let again = Call::register_meter { zone, meter, spec: CONSUMER };
			refused(BUYERS, again, Error::<Test>::MeterExists);
		}
	});
}

#[test]
fn reads_should_not_be_replayed_or_wound_back() {
	run(|| {
		let market = pair(TERMS);
		let (opens, closes) = (market.start, market.start + PERIOD);
		set_now(closes);
		let first = read_of(BUYERS, opens, 1_000, 0);
		assert_ok!(submit(first, BUYERS));
		assert_noop!(submit(first, BUYERS), Error::<Test>::AlreadyRead);
		let back = read_of(BUYERS, closes, 999, 0);
		assert_noop!(submit(back, BUYERS), Error::<Test>::RegisterWentBack);
		let stale = MeterRead { counter: first.counter, ..read_of(BUYERS, closes, 1_001, 0) };
		assert_noop!(submit(stale, BUYERS), Error::<Test>::CounterNotIncreasing);
		assert_ok!(submit(read_of(BUYERS, closes, 1_001, 0), BUYERS));
		let second = read_of(BUYERS, closes, 1_002, 0);
		assert_noop!(submit(second, BUYERS), Error::<Test>::RegisterWentBack);
	});
}

#[test]
fn nobody_should_trade_with_themselves() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		join(zone, BUYERS, BATTERY);
		// A second meter of the same account.
		let second = meter_of(SELLERS);
		second.register(BUYERS, MODEL);
		let meter = second.id();
		done(BUYERS, Call::register_meter { zone, meter, spec: SOLAR });
		let (owner, spec, approval) = (BUYERS, SOLAR, Approval::Approved);
		done(GRID, Call::approve_meter { meter, owner, spec, approval });
		order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
		let (side, quantity, limit) = (Side::Ask, 600, 90_000);
		let ask = Call::submit_order {
			market,
			meter,
			side,
			quantity,
			limit,
			terms: 0,
			with_attribute: false,
		};
		refused(BUYERS, ask.clone(), Error::<Test>::SelfTrade);
		let own = order(market, BUYERS, Side::Ask, 90_000, 600);
		assert_noop!(own, Error::<Test>::BothSides);
		// A day apart, or after taking the bid back, it is another market.
		done(BUYERS, cancellation(market, BUYERS, 0));
		done(BUYERS, ask);
	});
}

#[test]
fn asking_for_more_than_one_can_take_should_be_refused_or_paid_for() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		let small = MeterSpec { max_import_w: 1_200, ..CONSUMER };
		join(zone, BUYERS, small);
		join(zone, BUYERS + 1, CONSUMER);
		join(zone, SELLERS, SOLAR);
		// 1.2 kW for a quarter of an hour, in one order or in several.
		let bid = |quantity| order(market, BUYERS, Side::Bid, 200_000, quantity);
		assert_noop!(bid(301), Error::<Test>::ExceedsMeterRating);
		assert_ok!(bid(200));
		assert_noop!(bid(101), Error::<Test>::ExceedsMeterRating);
		order(market, BUYERS + 1, Side::Bid, 200_000, 2_000).unwrap();
		order(market, SELLERS, Side::Ask, 100_000, 1_100).unwrap();
		clear(market);
		settle(market);
		// Who bid ten times the quantity takes ten times the share, and pays for all of it.
		assert_eq!(bill(market, BUYERS).contract, Some(100));
		assert_eq!(bill(market, BUYERS + 1).contract, Some(1_000));
		read(market, BUYERS, 100, 0);
		read(market, BUYERS + 1, 100, 0);
		read(market, SELLERS, 0, 1_100);
		settle(market);
		assert_eq!(net(market, BUYERS + 1), -200_000 + 72_000);
		pay_out(market);
	});
}

/// Selling what one does not have, or buying what one does not need, never pays.
#[test]
fn no_price_should_make_a_deviation_worth_it() {
	let tariff = TERMS.tariff(&PRICES);
	for price in (PRICES.feed_in..=PRICES.retail).step_by(1_117) {
		assert!(tariff.long_price(price) <= price);
		assert!(price <= tariff.short_price(price).unwrap());
		let of = |side, contract, metered| {
			let evidence = Evidence::Metered;
			Settlement::of(side, contract, metered, evidence, price, &tariff).unwrap().net
		};
		// What flows beyond the contract is on the retailer's bill, at the grid's prices.
		let beyond = |energy: i128| energy * i128::from(tariff.feed_in) / 1_000;
		assert!(of(Side::Ask, 900, 600) <= of(Side::Ask, 600, 600));
		assert!(of(Side::Ask, 300, 600) + beyond(300) <= of(Side::Ask, 600, 600) + 1);
		assert!(of(Side::Bid, 900, 600) <= of(Side::Bid, 600, 600));
	}
}

#[test]
fn coming_last_should_win_one_watt_hour_at_the_most() {
	let contracts = |late_first: bool| {
		run(|| {
			let zone = make_zone(TERMS);
			let market = market_of(zone);
			for owner in BUYERS..BUYERS + 3 {
				join(zone, owner, CONSUMER);
			}
			join(zone, SELLERS, SOLAR);
			order(market, SELLERS, Side::Ask, 120_000, 200).unwrap();
			let owners: Vec<_> = if late_first {
				(BUYERS..BUYERS + 3).rev().collect()
			} else {
				(BUYERS..BUYERS + 3).collect()
			};
			for owner in owners {
				order(market, owner, Side::Bid, 250_000, 100).unwrap();
			}
			clear(market);
			settle(market);
			(BUYERS..BUYERS + 3)
				.map(|owner| bill(market, owner).contract.unwrap())
				.collect::<Vec<_>>()
		})
	};
	let (forward, backward) = (contracts(false), contracts(true));
	assert_eq!(forward, [67, 67, 66]);
	for (one, other) in forward.into_iter().zip(backward) {
		assert!(one.abs_diff(other) <= 1);
	}
}

#[test]
fn thin_book_should_not_let_two_neighbours_set_the_price() {
	run(|| {
		let zone = make_zone(ZoneTerms { min_participants: 3, ..TERMS });
		let market = trade(zone, &[(320_000, 600)], &[(319_000, 600)]);
		clear(market);
		// Their ask does not accept the middle, so they do not trade at all.
		let reason = NoTrade::NoCross;
		assert_eq!(last_event(), Event::NothingTraded { market, reason });
		settle(market);
	});
}

#[test]
fn spam_should_cost_a_deposit_and_not_keep_better_orders_out() {
	run(|| {
		let zone = make_zone(ZoneTerms { max_orders: 5, ..TERMS });
		let market = market_of(zone);
		join(zone, BUYERS, CONSUMER);
		join(zone, BUYERS + 1, CONSUMER);
		for _ in 0..4 {
			order(market, BUYERS, Side::Bid, 80_000, 10).unwrap();
		}
		assert!(on_hold(BUYERS, HoldReason::Order) > 0);
		assert_noop!(order(market, BUYERS, Side::Bid, 80_001, 10), Error::<Test>::TooManyOrders);
		for left in [4, 3, 2] {
			order(market, BUYERS + 1, Side::Bid, 80_001, 10).unwrap();
			assert_eq!(EnergyTrading::orders_of(market, BUYERS).len(), left);
		}
	});
}

#[test]
fn nothing_of_a_household_should_stay_after_its_market_is_over() {
	run(|| {
		let market = pair(TERMS);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		pay_out(market);
		assert_eq!(EnergyTrading::bill(market, meter_of(BUYERS).id()), None);
		assert_eq!(EnergyTrading::orders_of(market, BUYERS), []);
		assert_eq!(Legs::<Test>::iter().count() + Books::<Test>::iter().count(), 0);
		assert_eq!(Pages::<Test>::iter().count() + Periods::<Test>::iter().count(), 0);
	});
}

#[test]
fn price_oracle_should_not_move_open_markets_or_leap() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		pass(30 * MINUTE);
		let leap = Prices { feed_in: 80_000, retail: 3_200_000 };
		refused(GRID, Call::set_prices { zone, prices: leap }, Error::<Test>::TooSoon);
		Zones::<Test>::mutate_extant(zone, |zone| zone.priced_at = 0);
		refused(GRID, Call::set_prices { zone, prices: leap }, Error::<Test>::StepTooLarge);
		let step = Prices { feed_in: 80_000, retail: 350_000 };
		done(GRID, Call::set_prices { zone, prices: step });
		assert_eq!(EnergyTrading::market(market).unwrap().prices, PRICES);
	});
}

/// An operator that gets new terms in just ahead of a household's order, and restores them after.
#[test]
fn order_should_be_refused_under_terms_that_its_owner_has_not_seen() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		let meter = join(zone, SELLERS, SOLAR).id();
		let ask = |terms| Call::submit_order {
			market,
			meter,
			side: Side::Ask,
			quantity: 600,
			limit: 90_000,
			terms,
			with_attribute: false,
		};
		assert_eq!(EnergyTrading::zone(zone).unwrap().terms_version, 0);
		let worse =
			ZoneTerms { fee_bp: 500, cancel_fee: 3_000_000, read_ms: MIN_READ_TIME, ..TERMS };
		done(GRID, Call::set_terms { zone, terms: worse });
		assert_eq!(last_event(), Event::TermsChanged { zone, terms: worse, version: 1 });
		refused(SELLERS, ask(0), Error::<Test>::OtherTerms);
		// Nor does it help to have the period opened.
		done(GRID, Call::open_market { market });
		done(GRID, Call::set_terms { zone, terms: TERMS });
		for terms in [0, 2] {
			refused(SELLERS, ask(terms), Error::<Test>::OtherTerms);
		}
		assert_eq!(EnergyTrading::market(market).unwrap().terms_version, 1);
		done(SELLERS, ask(1));
	});
}

#[test]
fn terms_should_stay_within_what_the_chain_allows() {
	run(|| {
		let zone = make_zone(TERMS);
		// 10 kWh at the retail price.
		let most = 3_200_000;
		for terms in [
			ZoneTerms { fee_bp: 501, ..TERMS },
			ZoneTerms { max_step_bp: 1_001, ..TERMS },
			ZoneTerms { min_participants: 0, ..TERMS },
			ZoneTerms { cancel_fee: most + 1, ..TERMS },
			ZoneTerms { reward: most + 1, ..TERMS },
			ZoneTerms { dispute_bond: most + 1, ..TERMS },
			// 10 Wh.
			ZoneTerms { dispute_bond: 3_199, ..TERMS },
			ZoneTerms { dispute_ms: DAY - 1, ..TERMS },
		] {
			refused(GRID, Call::set_terms { zone, terms }, Error::<Test>::BadTerms);
		}
		let (cancel_fee, reward, dispute_bond) = (most, most, most);
		let terms =
			ZoneTerms { fee_bp: 500, cancel_fee, reward, dispute_bond, dispute_ms: DAY, ..TERMS };
		done(GRID, Call::set_terms { zone, terms });
		QuickMarkets::<Test>::put(true);
		done(
			GRID,
			Call::set_terms {
				zone,
				terms: ZoneTerms { dispute_ms: 0, min_participants: 0, ..terms },
			},
		);
	});
}

#[test]
fn prices_should_not_leap_by_a_large_tick_or_beside_the_feeds() {
	run(|| {
		let zone = make_zone(ZoneTerms { tick: 100_000, ..TERMS });
		let set = |feed_in, retail| Call::set_prices { zone, prices: Prices { feed_in, retail } };
		pass(DAY);
		refused(GRID, set(80_000, 400_000), Error::<Test>::StepTooLarge);
		// A price of nothing is not stuck there.
		Zones::<Test>::mutate_extant(zone, |zone| zone.prices.feed_in = 0);
		refused(GRID, set(2, 320_000), Error::<Test>::StepTooLarge);
		done(GRID, set(1, 320_000));
		let source = PriceSource::Feeds { feed_in: 1, retail: 2 };
		done(GRID, Call::set_terms { zone, terms: ZoneTerms { source, ..TERMS } });
		pass(DAY);
		refused(GRID, set(1, 320_001), Error::<Test>::PricesFollowFeeds);
	});
}

#[test]
fn market_should_be_cleared_and_settled_by_anyone_for_a_reward() {
	run(|| {
		let zone = make_zone(ZoneTerms { reward: 40, cancel_fee: 100, ..TERMS });
		let market = trade(zone, &[(300_000, 600), (80_000, 10)], &[(180_000, 600)]);
		done(BUYERS + 1, cancellation(market, BUYERS + 1, 2));
		set_now(market.start);
		done(STRANGER, Call::clear { market, pages: 100 });
		done(STRANGER, Call::settle { market, legs: 100 });
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		done(STRANGER, Call::settle { market, legs: 100 });
		assert_eq!((wealth(STRANGER), pot(zone)), (START + 80, 20));
		// What the pot does not have is not paid, and the work is done all the same.
		pass(TERMS.dispute_ms);
		done(STRANGER, Call::settle { market, legs: 100 });
		assert_eq!(wealth(STRANGER), START + 80);
	});
}

#[test]
fn operator_should_not_take_back_what_a_cleared_market_needs() {
	run(|| {
		let market = pair(TERMS);
		let zone = market.zone;
		let amount = FLOAT - 48_000;
		refused(GRID, Call::take_float { zone, amount: amount + 1 }, Error::<Test>::FloatTooLow);
		done(GRID, Call::take_float { zone, amount });
		// Neither buyer uses anything, and the grid account pays.
		read(market, BUYERS, 0, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		pay_out(market);
		assert_eq!(wealth(BUYERS), START - 144_000 + 48_000);
	});
}

#[test]
fn amounts_beyond_all_measure_should_be_refused_not_wrapped() {
	run(|| {
		let prices = Prices { feed_in: 0, retail: u64::MAX / 2 };
		let spec = MeterSpec { max_import_w: u32::MAX, ..CONSUMER };
		let (currency, period_ms) = (NativeOrWithId::Native, PERIOD);
		let terms = ZoneTerms { dispute_bond: 1 << 57, ..TERMS };
		done(GRID, Call::create_zone { currency, period_ms, terms, prices });
		join(0, BUYERS, spec);
		let huge = order(market_of(0), BUYERS, Side::Bid, u64::MAX / 2, 1_000_000_000);
		assert_noop!(huge, DispatchError::from(sp_runtime::TokenError::FundsUnavailable));
	});
}
