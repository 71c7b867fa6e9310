// SPDX-License-Identifier: Apache-2.0

//! Settlement: what contracts come to when meters say something else, or nothing.

use super::*;
use mote_clearing::{curtailed, Tariff};
use proptest::prelude::*;

/// A pair of 600 Wh at 240,000, of which this much was drawn and fed in.
fn settled(drawn: Option<Energy>, fed: Option<Energy>) -> MarketId {
	let market = pair(TERMS);
	if let Some(drawn) = drawn {
		read(market, BUYERS, drawn, 0);
	}
	if let Some(fed) = fed {
		read(market, SELLERS, 0, fed);
	}
	set_now(market.start + PERIOD + TERMS.read_ms);
	settle(market);
	market
}

#[test]
fn settlement_should_be_the_published_one() {
	for (fed, expected) in [(600, 144_000), (500, 108_800), (750, 144_000), (0, -67_200)] {
		run(|| {
			let market = settled(Some(600), Some(fed));
			assert_eq!(net(market, SELLERS), expected);
			pay_out(market);
			assert_eq!(wealth(SELLERS) as i128, START as i128 + expected);
			assert_eq!(wealth(BUYERS), START - 144_000);
			assert_eq!(pot(market.zone), 0);
		});
	}
	for (drawn, expected) in [(600, -144_000), (480, -134_400), (0, -96_000), (700, -144_000)] {
		run(|| {
			let market = settled(Some(drawn), Some(600));
			assert_eq!(net(market, BUYERS), expected);
			pay_out(market);
			assert_eq!(wealth(BUYERS) as i128, START as i128 + expected);
			assert_eq!(wealth(GRID) as i128, START as i128 - LEAST as i128 - 144_000 - expected);
		});
	}
}

#[test]
fn missing_reads_should_be_the_worst_case_for_the_meters_owner() {
	run(|| {
		let market = settled(None, None);
		assert_eq!(net(market, BUYERS), -144_000);
		assert_eq!(net(market, SELLERS), -67_200);
		let evidence = |owner| bill(market, owner).settlement.unwrap().evidence;
		assert_eq!([evidence(BUYERS), evidence(SELLERS)], [Evidence::Missing; 2]);
		pay_out(market);
	});
}

#[test]
fn estimate_should_count_unless_the_reads_come() {
	run(|| {
		let market = pair(TERMS);
		let meter = |owner| meter_of(owner).id();
		let estimate = |owner, energy| Call::estimate { market, meter: meter(owner), energy };
		refused(STRANGER, estimate(BUYERS, 500), Error::<Test>::NotOperator);
		refused(GRID, estimate(BUYERS, 500), Error::<Test>::WrongStage);
		set_now(market.start + PERIOD);
		refused(GRID, estimate(STRANGER, 500), Error::<Test>::LegNotFound);
		refused(GRID, estimate(BUYERS, 2_626), Error::<Test>::ImplausibleEnergy);
		done(GRID, estimate(BUYERS, 500));
		let estimated = Event::EnergyEstimated { market, meter: meter(BUYERS), energy: 500 };
		assert_eq!(last_event(), estimated);
		done(GRID, estimate(SELLERS, 100));
		read(market, SELLERS, 0, 550);
		refused(GRID, estimate(SELLERS, 100), Error::<Test>::AlreadyRead);
		set_now(market.start + PERIOD + TERMS.read_ms);
		settle(market);
		let result = |owner| {
			let settlement = bill(market, owner).settlement.unwrap();
			(settlement.metered, settlement.evidence)
		};
		assert_eq!(result(BUYERS), (500, Evidence::Estimated));
		assert_eq!(result(SELLERS), (550, Evidence::Metered));
		refused(GRID, estimate(BUYERS, 1), Error::<Test>::WrongStage);
	});
}

#[test]
fn market_should_settle_with_the_last_read_or_at_the_deadline() {
	run(|| {
		let market = pair(TERMS);
		let step = Call::settle { market, legs: 10 };
		let stage = || EnergyTrading::market(market).unwrap().stage;
		assert_eq!(stage(), Stage::Cleared);
		refused(CARRIER, step.clone(), Error::<Test>::WrongStage);
		set_now(market.start);
		assert_eq!(stage(), Stage::Delivering);
		read(market, BUYERS, 600, 0);
		assert_eq!(stage(), Stage::Metering);
		refused(CARRIER, step.clone(), Error::<Test>::ReadsMissing);
		read(market, SELLERS, 20, 620);
		assert_eq!(stage(), Stage::Settling);
		done(CARRIER, step.clone());
		assert_eq!(stage(), Stage::Settled);
		let line = Line { meters: 1, ..Line::default() };
		let totals = Totals { exported: 620, imported: 620, grid: 0, wanted: line, offered: line };
		assert_eq!(last_event(), Event::MarketSettled { market, totals });
		refused(CARRIER, step.clone(), Error::<Test>::WindowOpen);
		pass(TERMS.dispute_ms);
		assert_eq!(stage(), Stage::Final);
		done(CARRIER, step.clone());
		let closed = Event::MarketClosed { market, to_grid: 48_000, to_pot: 0 };
		assert_eq!(last_event(), closed);
		refused(CARRIER, step, Error::<Test>::MarketNotFound);
	});
}

#[test]
fn settlement_should_be_told_meter_by_meter() {
	run(|| {
		let market = settled(Some(600), Some(500));
		let meter = meter_of(SELLERS).id();
		let settlement = Settlement {
			contract: 600,
			metered: 500,
			evidence: Evidence::Metered,
			net: 108_800,
			grid: 35_200,
			beyond: 0,
		};
		let side = Side::Ask;
		let told = Event::LegSettled { market, meter, side, settlement, place: None };
		assert!(events().contains(&told));
		let made = Event::ContractMade { market, meter, side, contract: 600, held: 67_201 };
		assert!(events().contains(&made));
		pay_out(market);
		assert!(events().contains(&Event::LegPaid { market, meter, net: 108_800, fee: 0 }));
	});
}

#[test]
fn fee_and_dust_should_go_to_the_pot_and_pay_for_the_work() {
	run(|| {
		let terms = ZoneTerms { fee_bp: 100, reward: 500, cancel_fee: 300, ..TERMS };
		let zone = make_zone(terms);
		// Vector E4: three buyers pay 5,190, and the seller gets 5,188.
		let seven = ZoneTerms { min_quantity: 1, ..terms };
		done(GRID, Call::set_terms { zone, terms: seven });
		let market = trade(
			zone,
			&[(187_333, 7), (187_333, 11), (187_333, 13), (80_000, 100)],
			&[(100_001, 17)],
		);
		done(BUYERS + 3, cancellation(market, BUYERS + 3, 6));
		clear(market);
		assert!(!events().iter().any(|event| matches!(event, Event::WorkRewarded { .. })));
		settle(market);
		for (owner, drawn) in (BUYERS..).zip([4, 6, 7]) {
			read(market, owner, drawn, 0);
		}
		read(market, SELLERS, 0, 17);
		settle(market);
		pay_out(market);
		assert_eq!(wealth(SELLERS), START + 3_184 - 32);
		assert_eq!(pot(zone), 300 + 2 + 32);
		// A larger market leaves enough for the rewards.
		let market = MarketId { start: now() - now() % PERIOD + HOUR, zone };
		order(market, BUYERS, Side::Bid, 300_000, 2_000).unwrap();
		order(market, SELLERS, Side::Ask, 180_000, 2_000).unwrap();
		clear(market);
		settle(market);
		set_now(market.start + PERIOD + TERMS.read_ms);
		settle(market);
		pay_out(market);
		let paid = pot(zone);
		let later = MarketId { start: now() - now() % PERIOD + HOUR, zone };
		Zones::<Test>::mutate_extant(zone, |record| record.terms.reward = 100);
		order(later, BUYERS, Side::Bid, 300_000, 2_000).unwrap();
		order(later, SELLERS, Side::Ask, 180_000, 2_000).unwrap();
		clear(later);
		assert_eq!(last_event(), Event::WorkRewarded { zone, who: CARRIER, reward: 100 });
		assert_eq!((pot(zone), wealth(CARRIER)), (paid - 100, START + 100));
		settle(later);
		set_now(later.start + PERIOD + TERMS.read_ms);
		settle(later);
		assert_eq!((pot(zone), wealth(CARRIER)), (paid - 200, START + 200));
	});
}

#[test]
fn curtailed_contracts_should_be_paid_for_as_far_as_they_stand() {
	run(|| {
		let market = pair(TERMS);
		let curtail = |to| Call::curtail { market, to };
		refused(STRANGER, curtail(5_000), Error::<Test>::NotOperator);
		refused(GRID, curtail(5_000), Error::<Test>::WrongStage);
		set_now(market.start);
		refused(GRID, curtail(WHOLE), Error::<Test>::BadCurtailment);
		done(GRID, curtail(5_000));
		assert_eq!(last_event(), Event::MarketCurtailed { market, to: 5_000 });
		refused(GRID, curtail(4_000), Error::<Test>::BadCurtailment);
		read(market, BUYERS, 300, 0);
		read(market, SELLERS, 0, 250);
		settle(market);
		// 300 Wh stand, of which 250 came.
		assert_eq!(net(market, BUYERS), -72_000);
		assert_eq!(net(market, SELLERS), 72_000 - 17_600);
		pay_out(market);
		assert_eq!(wealth(BUYERS), START - 72_000);
	});
}

/// Else the operator could void all contracts when it knows what has flowed, and keep the
/// difference between the grid's prices.
#[test]
fn curtailment_should_leave_what_has_flowed_as_it_is() {
	for (passed, to, stands) in [
		(0, 0, 0),
		(0, 5_000, 5_000),
		(PERIOD / 2, 0, 5_000),
		(PERIOD / 3, 2_500, 5_000),
		(PERIOD - 1, 0, WHOLE),
	] {
		run(|| {
			let market = pair(TERMS);
			set_now(market.start + passed);
			done(GRID, Call::curtail { market, to });
			assert_eq!(last_event(), Event::MarketCurtailed { market, to: stands });
			read(market, BUYERS, 600, 0);
			read(market, SELLERS, 0, 600);
			settle(market);
			pay_out(market);
			let paid = 144_000 * u128::from(stands) / u128::from(WHOLE);
			assert_eq!((wealth(BUYERS), wealth(SELLERS)), (START - paid, START + paid));
		});
	}
}

#[test]
fn contracts_curtailed_to_nothing_should_cost_nothing() {
	run(|| {
		let market = pair(TERMS);
		set_now(market.start);
		done(GRID, Call::curtail { market, to: 0 });
		read(market, BUYERS, 300, 0);
		read(market, SELLERS, 0, 0);
		settle(market);
		pay_out(market);
		assert_eq!((wealth(BUYERS), wealth(SELLERS)), (START, START));
		let late = Call::curtail { market, to: 0 };
		refused(GRID, late, Error::<Test>::MarketNotFound);
	});
}

#[test]
fn prices_should_be_the_middle_when_too_few_take_part() {
	run(|| {
		let zone = make_zone(ZoneTerms { min_participants: 3, ..TERMS });
		// The middle is 200,000. One bid and one ask do not accept it.
		let market = trade(
			zone,
			&[(300_000, 600), (190_000, 500), (200_000, 300)],
			&[(90_000, 700), (210_000, 900)],
		);
		clear(market);
		settle(market);
		assert_eq!(bill(market, BUYERS).price, Some(200_000));
		let contract = |owner: u64| {
			EnergyTrading::bill(market, meter_of(owner).id()).and_then(|bill| bill.contract)
		};
		let contracts = [BUYERS, BUYERS + 1, BUYERS + 2, SELLERS, SELLERS + 1].map(contract);
		assert_eq!(contracts, [Some(600), None, Some(100), Some(700), None]);
	});
}

/// One account with several meters on a side sets no price.
#[test]
fn prices_should_be_the_middle_when_several_meters_are_of_one_account() {
	run(|| {
		let zone = make_zone(ZoneTerms { min_participants: 2, ..TERMS });
		let market = trade(zone, &[(300_000, 600), (290_000, 500)], &[(90_000, 700)]);
		let meter = meter_of(SELLERS + 1);
		meter.register(SELLERS, MODEL);
		let (meter, owner, spec) = (meter.id(), SELLERS, SOLAR);
		done(SELLERS, Call::register_meter { zone, meter, spec });
		let approval = Approval::Approved;
		done(GRID, Call::approve_meter { meter, owner, spec, approval });
		let order = Call::submit_order {
			market,
			meter,
			side: Side::Ask,
			quantity: 900,
			limit: 100_000,
			terms: 0,
			with_attribute: false,
		};
		done(SELLERS, order);
		check_everything();
		clear(market);
		settle(market);
		assert_eq!(bill(market, BUYERS).price, Some(200_000));
	});
}

#[test]
fn prices_should_be_those_of_the_book_when_enough_take_part() {
	run(|| {
		let zone = make_zone(ZoneTerms { min_participants: 2, ..TERMS });
		let market =
			trade(zone, &[(300_000, 600), (290_000, 500)], &[(90_000, 700), (280_000, 900)]);
		clear(market);
		settle(market);
		assert_eq!(bill(market, BUYERS).price, Some(280_000));
	});
}

fn block(who: u64) {
	assert_ok!(Assets::block(signed(AUTHORITY), EUROS, who));
}

fn thaw(who: u64) {
	assert_ok!(Assets::thaw(signed(AUTHORITY), EUROS, who));
}

fn euro_zone(terms: ZoneTerms) -> ZoneId {
	issue_euros();
	make_zone_in(NativeOrWithId::WithId(EUROS), terms)
}

fn pay_claim(account: u64) -> Call<Test> {
	Call::pay_claim { currency: NativeOrWithId::WithId(EUROS), account }
}

fn claim(account: u64) -> Option<(Money, Money)> {
	Claims::<Test>::get(NativeOrWithId::WithId(EUROS), account)
		.map(|claim| (claim.held, claim.owed))
}

/// The issuer of the currency blocks an account while a market is under way.
#[test]
fn blocked_account_should_keep_nobody_waiting() {
	for blocked in [BUYERS, BUYERS + 1, SELLERS, SELLERS + 1] {
		for is_early in [true, false] {
			run(|| {
				let zone = euro_zone(TERMS);
				let market =
					trade(zone, &[(300_000, 600), (100_000, 50)], &[(180_000, 600), (310_000, 50)]);
				if is_early {
					block(blocked);
				}
				clear(market);
				settle(market);
				check_everything();
				read(market, BUYERS, 500, 0);
				read(market, SELLERS, 0, 500);
				set_now(market.start + PERIOD + TERMS.read_ms);
				settle(market);
				if !is_early {
					block(blocked);
				}
				pay_out(market);
				assert_eq!(Periods::<Test>::get(market), None);
				check_everything();
				let gain = |owner| match owner {
					BUYERS => -136_000,
					SELLERS => 108_800,
					_ => 0,
				};
				let others = [BUYERS, BUYERS + 1, SELLERS, SELLERS + 1];
				for owner in others.into_iter().filter(|owner| *owner != blocked) {
					let balance = Assets::balance(EUROS, owner) as i128;
					assert_eq!(balance, START as i128 + gain(owner), "{owner} beside {blocked}");
				}
				let has_traded = [BUYERS, SELLERS].contains(&blocked);
				assert_eq!(claim(blocked).is_some(), is_early || has_traded);
				if claim(blocked).is_some() {
					assert!(dispatch(signed(STRANGER), pay_claim(blocked)).is_err());
					thaw(blocked);
					done(STRANGER, pay_claim(blocked));
				}
				let balance = Assets::balance(EUROS, blocked) as i128;
				assert_eq!(balance, START as i128 + gain(blocked));
				refused(STRANGER, pay_claim(blocked), Error::<Test>::ClaimNotFound);
			});
		}
	}
}

#[test]
fn blocked_account_should_have_one_claim_whatever_it_is_for() {
	run(|| {
		let zone = euro_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		let other = MarketId { start: market.start + PERIOD, ..market };
		order(other, BUYERS, Side::Bid, 200_000, 100).unwrap();
		block(BUYERS);
		for market in [market, other] {
			done(GRID, Call::suspend { market });
			settle(market);
		}
		let (currency, account) = (NativeOrWithId::WithId(EUROS), BUYERS);
		let added = |held| Event::ClaimAdded { currency: currency.clone(), account, held, owed: 0 };
		assert!(events().contains(&added(180_000)) && events().contains(&added(20_000)));
		assert_eq!(claim(BUYERS), Some((200_000, 0)));
		// One deposit stays.
		let deposit = on_hold(BUYERS, HoldReason::Order);
		assert!(deposit > 0);
		set_now(other.start);
		EnergyTrading::do_idle_work(crate::mock::block());
		assert_eq!(Periods::<Test>::iter().count(), 0);
		thaw(BUYERS);
		done(STRANGER, pay_claim(BUYERS));
		assert_eq!(last_event(), Event::ClaimPaid { currency, account, amount: 200_000 });
		assert_eq!(Assets::balance(EUROS, BUYERS), START);
		assert_eq!(on_hold(BUYERS, HoldReason::Order), 0);
	});
}

#[test]
fn blocked_account_should_make_way_for_better_orders() {
	run(|| {
		let zone = euro_zone(ZoneTerms { max_orders: 2, ..TERMS });
		let market = trade(zone, &[(200_000, 100)], &[]);
		order(market, BUYERS, Side::Bid, 100_000, 100).unwrap();
		join(zone, BUYERS + 1, CONSUMER);
		block(BUYERS);
		order(market, BUYERS + 1, Side::Bid, 250_000, 100).unwrap();
		assert_eq!(EnergyTrading::bill(market, meter_of(BUYERS).id()).unwrap().held, 30_000);
		check_everything();
		order(market, BUYERS + 1, Side::Bid, 250_000, 100).unwrap();
		assert_eq!(claim(BUYERS), Some((30_000, 0)));
	});
}

#[test]
fn blocked_grid_account_should_get_its_part_later() {
	run(|| {
		let zone = euro_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		let later = MarketId { start: market.start + 12 * HOUR, ..market };
		order(later, BUYERS, Side::Bid, 300_000, 600).unwrap();
		clear(market);
		settle(market);
		read(market, BUYERS, 500, 0);
		read(market, SELLERS, 0, 500);
		settle(market);
		block(GRID);
		pay_out(market);
		assert_eq!(Periods::<Test>::get(market), None);
		let rest = FLOAT - 48_000;
		let found = || {
			let zone = Zones::<Test>::get(zone).unwrap();
			(zone.float, zone.due)
		};
		assert_eq!(found(), (rest, 48_000 - 8_000 + 35_200));
		check_everything();
		thaw(GRID);
		clear(later);
		set_now(now().max(later.start));
		settle(later);
		assert_eq!(Periods::<Test>::get(later), None);
		assert_eq!(found(), (FLOAT - 8_000 + 35_200, 0));
	});
}

/// Only who stops the currency as a whole stops its markets.
#[test]
fn market_should_go_on_when_its_currency_does() {
	run(|| {
		let market = trade(euro_zone(TERMS), &[(300_000, 600)], &[(180_000, 600)]);
		clear(market);
		settle(market);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		block(EnergyTrading::account(&NativeOrWithId::Native));
		pay_out(market);
		let meter = meter_of(BUYERS).id();
		assert!(events().contains(&Event::PaymentFailed { market, meter }));
		check_everything();
		thaw(EnergyTrading::account(&NativeOrWithId::Native));
		settle(market);
		assert_eq!(Periods::<Test>::get(market), None);
		assert_eq!(Assets::balance(EUROS, SELLERS), START + 144_000);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// Whatever is filled, curtailed and delivered, at any price.
	#[test]
	fn what_is_held_should_cover_what_may_be_owed(
		orders in prop::collection::vec((1..2_000u64, 0..2_000u64, 0..=2_000u64), 1..4),
		retail in 1..400_000u64,
		feed_in in 0..400_000u64,
		price in 0..400_000u64,
		penalty_bp in prop_oneof![Just(0u16), 0..=WHOLE],
		to in 0..=WHOLE,
		metered in 0..4_000u64,
		is_small in any::<bool>(),
	) {
		let scale = if is_small { 100 } else { 1 };
		let retail = (retail / scale).max(1);
		let feed_in = (feed_in / scale) % retail;
		let price = (price / scale).clamp(feed_in, retail);
		let tariff = Tariff { feed_in, retail, penalty_bp };
		for side in [Side::Bid, Side::Ask] {
			let (mut held, mut contract) = (0, 0);
			for (quantity, off, fill) in &orders {
				// Limits at which this price trades.
				let limit = match side {
					Side::Bid => price.saturating_add(*off).min(retail),
					Side::Ask => price.saturating_sub(*off).max(feed_in),
				};
				held += order_hold(side, *quantity, limit, &tariff).unwrap();
				contract += fill.min(quantity);
			}
			let hold = contract_hold(side, contract, price, &tariff).unwrap();
			prop_assert!(hold <= held, "{hold} of {held}");
			let stands = curtailed(side, contract, to).unwrap();
			let evidence = Evidence::Metered;
			let settlement =
				Settlement::of(side, stands, metered, evidence, price, &tariff).unwrap();
			let owed = settlement.net.min(0).unsigned_abs();
			prop_assert!(owed <= hold, "{owed} of {hold}");
		}
	}
}

/// A part of a contract may cost a unit where all of it costs nothing.
#[test]
fn curtailed_seller_should_be_able_to_pay_when_shares_round_apart() {
	run(|| {
		let terms = ZoneTerms { penalty_bp: 0, min_quantity: 1, ..TERMS };
		let prices = Prices { feed_in: 0, retail: 1_500 };
		let (currency, period_ms) = (NativeOrWithId::Native, PERIOD);
		done(GRID, Call::create_zone { currency, period_ms, terms, prices });
		let market = trade(0, &[(1_500, 2)], &[(1_500, 2)]);
		clear(market);
		settle(market);
		set_now(market.start);
		done(GRID, Call::curtail { market, to: 5_000 });
		read(market, BUYERS, 1, 0);
		read(market, SELLERS, 0, 0);
		settle(market);
		assert_eq!(net(market, SELLERS), -1);
		pay_out(market);
		assert_eq!(Periods::<Test>::get(market), None);
		assert_eq!(wealth(SELLERS), START - 1);
	});
}
