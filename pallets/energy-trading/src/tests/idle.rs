// SPDX-License-Identifier: Apache-2.0

//! Markets that nobody brings forward.

use super::*;

/// Blocks pass in which nothing but idle work is done.
fn idle(blocks: u32) {
	for _ in 0..blocks {
		EnergyTrading::do_idle_work(block());
		check_everything();
	}
}

#[test]
fn market_should_come_to_its_end_when_nobody_calls() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		idle(2);
		assert_eq!(EnergyTrading::market(market).unwrap().stage, Stage::Open);
		pass(HOUR - TERMS.gate_lead_ms + GATE_GUARD);
		idle(2);
		assert_eq!(bill(market, BUYERS).contract, Some(600));
		read(market, BUYERS, 600, 0);
		idle(2);
		assert_eq!(bill(market, BUYERS).settlement, None);
		read(market, SELLERS, 0, 600);
		idle(2);
		assert_eq!(net(market, SELLERS), 144_000);
		pass(TERMS.dispute_ms);
		idle(2);
		assert_eq!(Periods::<Test>::get(market), None);
		assert_eq!(wealth(SELLERS), START + 144_000);
	});
}

#[test]
fn idle_work_should_stay_within_what_is_left_and_within_its_share() {
	run(|| {
		let zone = make_zone(TERMS);
		for number in 0..20 {
			let market = MarketId { zone, start: T0 + HOUR + number * PERIOD };
			done(STRANGER, Call::open_market { market });
		}
		pass(DAY);
		assert_eq!(EnergyTrading::do_idle_work(Weight::zero()), Weight::zero());
		let look = <() as WeightInfo>::look();
		assert_eq!(EnergyTrading::do_idle_work(look), look);
		assert_eq!(Periods::<Test>::iter().count(), 20);
		let page = <() as WeightInfo>::clear(1).saturating_add(<() as WeightInfo>::conclude());
		let few = look.saturating_add(page).saturating_mul(2);
		for _ in 0..200 {
			let used = EnergyTrading::do_idle_work(few);
			assert!(used.all_lte(few));
		}
		let mut blocks = 0;
		while Periods::<Test>::iter().count() > 0 {
			let used = EnergyTrading::do_idle_work(block());
			assert!(used.all_lte(Share::get() * block()) || used.ref_time() == 0);
			blocks += 1;
			assert!(blocks < 100);
		}
	});
}

#[test]
fn one_market_should_not_keep_the_others_waiting() {
	run(|| {
		let zone = make_zone(TERMS);
		let first = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		let second = MarketId { start: first.start + PERIOD, ..first };
		order(second, BUYERS, Side::Bid, 300_000, 600).unwrap();
		order(second, SELLERS, Side::Ask, 180_000, 600).unwrap();
		set_now(second.start);
		// No money for the first: the operator's hold is gone, which should never happen.
		idle(3);
		for market in [first, second] {
			assert_eq!(bill(market, BUYERS).contract, Some(600));
		}
	});
}

#[test]
fn hook_should_do_the_idle_work() {
	run(|| {
		let zone = make_zone(TERMS);
		let market = market_of(zone);
		done(STRANGER, Call::open_market { market });
		pass(HOUR);
		let used = <EnergyTrading as Hooks<u64>>::on_idle(1, block());
		assert!(used.any_gt(Weight::zero()));
		assert_eq!(Periods::<Test>::get(market), None);
	});
}
