// SPDX-License-Identifier: Apache-2.0

//! Tariffs, holds, and what each party owes.

mod common;

use common::{cases, Numbers};
use mote_clearing::{
	ask_hold, bid_hold, buyer_pays, curtailed, seller_gets, settle, without_reading, Buyer,
	Deviation, Energy, Ledger, Position, Price, Seller, Side, Tariff,
};
use proptest::prelude::*;

const STREET: Tariff = Tariff { feed_in: 80_000, retail: 320_000, penalty_bp: 1000 };
const PRICE: Price = 240_000;

/// A sound tariff, and a price in its band.
fn markets() -> impl Strategy<Value = (Tariff, Price)> {
	let prices = prop_oneof![0..50u64, 0..500_000u64, 0..1u64 << 60];
	(prices.clone(), prices.clone(), prices, 0..=10_000u16).prop_map(|(a, b, c, penalty_bp)| {
		let mut prices = [a, b, c];
		prices.sort();
		let [feed_in, price, retail] = prices;
		(Tariff { feed_in, retail, penalty_bp }, price)
	})
}

fn energies() -> impl Strategy<Value = Energy> + Clone {
	prop_oneof![0..20u64, 0..100_000u64, any::<u64>()]
}

fn seller(contracted: Energy, metered: Energy, (tariff, price): (Tariff, Price)) -> Seller {
	Seller::new(contracted, metered, price, &tariff).unwrap()
}

fn buyer(contracted: Energy, metered: Energy, (tariff, price): (Tariff, Price)) -> Buyer {
	Buyer::new(contracted, metered, price, &tariff)
}

#[test]
fn money_should_stay_in_range_at_the_ends_of_energy_and_price() {
	let most = u128::from(u64::MAX) * u128::from(u64::MAX);
	assert_eq!(seller_gets(u64::MAX, u64::MAX), most / 1000);
	assert_eq!(buyer_pays(u64::MAX, u64::MAX), most / 1000 + 1);
	let steep = Tariff { feed_in: u64::MAX, retail: u64::MAX, penalty_bp: 0 };
	assert!(steep.is_sound());
	assert_eq!(Buyer::new(u64::MAX, 0, u64::MAX, &steep).net(), Some(-1));
	assert_eq!(Seller::new(u64::MAX, 0, u64::MAX, &steep).and_then(|s| s.net()), Some(-1));
}

#[test]
fn money_should_be_rounded_up_for_who_pays_and_down_for_who_receives() {
	assert_eq!((buyer_pays(1, 1), seller_gets(1, 1)), (1, 0));
	assert_eq!((buyer_pays(1, 123_457), seller_gets(3, 123_457)), (124, 370));
	assert_eq!((buyer_pays(1000, 7), seller_gets(1000, 7)), (7, 7));
	assert_eq!((buyer_pays(0, 7), seller_gets(0, 7)), (0, 0));
}

#[test]
fn a_tariff_should_not_be_sound_when_feed_in_is_above_retail() {
	assert!(STREET.is_sound());
	assert!(!Tariff { feed_in: 320_001, ..STREET }.is_sound());
}

#[test]
fn a_tariff_should_not_be_sound_when_the_penalty_takes_it_out_of_range() {
	let dear = Tariff { feed_in: 0, retail: u64::MAX, penalty_bp: 1 };
	assert!(!dear.is_sound());
	assert_eq!(dear.worst_short_price(), None);
	assert_eq!(ask_hold(1, 0, &dear), None);
	assert_eq!(Seller::new(1, 0, 0, &dear), None);
}

#[test]
fn the_short_price_should_be_rounded_up() {
	let uneven = Tariff { feed_in: 80_001, retail: 320_001, penalty_bp: 333 };
	assert_eq!(uneven.short_price(123_457), Some(330_658));
	assert_eq!(Tariff { retail: 1, penalty_bp: 1, feed_in: 0 }.short_price(0), Some(2));
}

#[test]
fn the_short_price_should_follow_the_auction_when_that_is_dearer_than_retail() {
	assert_eq!(STREET.short_price(400_000), Some(440_000));
}

#[test]
fn the_long_price_should_follow_the_auction_when_that_is_cheaper_than_feed_in() {
	assert_eq!(STREET.long_price(79_999), 79_999);
	assert_eq!(STREET.long_price(80_001), 80_000);
}

#[test]
fn ask_hold_should_be_none_when_the_limit_is_above_every_price() {
	assert_eq!(ask_hold(1, 352_000, &STREET), Some(1));
	assert_eq!(ask_hold(1, 352_001, &STREET), None);
}

#[test]
fn the_float_should_be_what_all_unused_energy_would_bring() {
	assert_eq!(STREET.float_for(1350), 108_000);
	let unused = Buyer::new(1350, 0, PRICE, &STREET).unused;
	assert_eq!(unused, Deviation { energy: 1350, money: STREET.float_for(1350) });
}

#[test]
fn deviations_should_be_rounded_for_the_grid_account() {
	let uneven = Tariff { feed_in: 80_001, retail: 320_001, penalty_bp: 0 };
	let market = (uneven, 123_457);
	assert_eq!(seller(1, 0, market).shortfall, Deviation { energy: 1, money: 321 });
	assert_eq!(seller(0, 1, market).surplus, Deviation { energy: 1, money: 80 });
	assert_eq!(buyer(1, 0, market).unused, Deviation { energy: 1, money: 80 });
	assert_eq!(buyer(0, 1, market).excess, Deviation { energy: 1, money: 321 });
}

#[test]
fn bounded_net_should_leave_surplus_and_excess_to_the_retailer() {
	let seller = seller(600, 750, (STREET, PRICE));
	assert_eq!((seller.bounded_net(), seller.net()), (Some(144_000), Some(156_000)));
	let buyer = buyer(420, 500, (STREET, PRICE));
	assert_eq!((buyer.bounded_net(), buyer.net()), (Some(-100_800), Some(-126_400)));
}

#[test]
fn net_should_be_none_when_an_amount_has_no_place_for_a_sign() {
	let mut seller = seller(1, 1, (STREET, PRICE));
	seller.contract = u128::MAX;
	assert_eq!((seller.bounded_net(), seller.net()), (None, None));
	let mut buyer = buyer(1, 1, (STREET, PRICE));
	buyer.excess.money = u128::MAX;
	assert_eq!((buyer.bounded_net(), buyer.net()), (Some(-240), None));
}

#[test]
fn without_a_reading_a_seller_should_have_delivered_nothing_and_a_buyer_taken_all() {
	assert_eq!(without_reading(Side::Ask, 600), 0);
	assert_eq!(without_reading(Side::Bid, 420), 420);
}

#[test]
fn curtailed_should_round_a_seller_down_and_a_buyer_up() {
	assert_eq!(curtailed(Side::Ask, 3, 5_000), Some(1));
	assert_eq!(curtailed(Side::Bid, 3, 5_000), Some(2));
	assert_eq!(curtailed(Side::Ask, u64::MAX, 10_000), Some(u64::MAX));
	assert_eq!(curtailed(Side::Bid, u64::MAX, 10_000), Some(u64::MAX));
	assert_eq!(curtailed(Side::Bid, u64::MAX, 0), Some(0));
}

#[test]
fn curtailed_should_refuse_more_than_all() {
	assert_eq!(curtailed(Side::Ask, 3, 10_001), None);
	let position = Position { side: Side::Ask, contracted: 3, metered: 3 };
	assert_eq!(position.curtailed(10_001), None);
}

#[test]
fn a_curtailed_seller_should_owe_no_shortfall_for_what_was_not_let_through() {
	let position = Position { side: Side::Ask, contracted: 600, metered: 300 };
	let Position { contracted, metered, .. } = position.curtailed(5_000).unwrap();
	let seller = seller(contracted, metered, (STREET, PRICE));
	assert_eq!(seller.shortfall, Deviation::default());
	assert_eq!(seller.net(), Some(72_000));
}

#[test]
fn settle_should_refuse_sellers_without_their_buyers() {
	let alone = Position { side: Side::Ask, contracted: 600, metered: 600 };
	assert_eq!(settle(&[alone], PRICE, &STREET), None);
	assert_eq!(settle(&[], PRICE, &STREET), Some(Ledger { nets: vec![], grid: 0, dust: 0 }));
}

proptest! {
	#![proptest_config(cases())]

	#[test]
	fn the_price_should_lie_between_the_long_and_the_short_one((tariff, price) in markets()) {
		prop_assert!(tariff.is_sound() && tariff.has_in_band(price));
		prop_assert!(tariff.long_price(price) <= price);
		let short = tariff.short_price(price).unwrap();
		prop_assert!(price <= short);
		prop_assert!(short <= tariff.worst_short_price().unwrap());
	}

	#[test]
	fn a_bid_should_never_cost_more_than_its_hold(
		market in markets(),
		limit in any::<prop::sample::Index>(),
		quantity in energies(),
		part in energies(),
		metered in energies(),
	) {
		let (tariff, price) = market;
		// A limit from the price to the top of the band.
		let limit = price + limit.index((tariff.retail - price) as usize + 1) as u64;
		let fill = part.min(quantity);
		let cost = -buyer(fill, metered, market).bounded_net().unwrap();
		prop_assert!(cost >= 0);
		prop_assert!(cost as u128 <= bid_hold(quantity, limit));
	}

	#[test]
	fn an_ask_should_never_lose_more_than_its_hold(
		market in markets(),
		limit in any::<prop::sample::Index>(),
		quantity in energies(),
		part in energies(),
		metered in energies(),
	) {
		let (tariff, price) = market;
		// A limit from the bottom of the band to the price.
		let limit = price - limit.index((price - tariff.feed_in) as usize + 1) as u64;
		let fill = part.min(quantity);
		let net = seller(fill, metered, market).bounded_net().unwrap();
		prop_assert!(-net <= ask_hold(quantity, limit, &tariff).unwrap() as i128);
	}

	#[test]
	fn a_seller_should_never_gain_by_a_contract_over_another_amount_than_it_delivers(
		market in markets(),
		contracted in energies(),
		metered in energies(),
	) {
		let honest = seller(metered, metered, market).net();
		prop_assert!(honest >= seller(contracted, metered, market).net());
	}

	#[test]
	fn a_buyer_should_never_gain_by_a_contract_over_another_amount_than_it_takes(
		market in markets(),
		contracted in energies(),
		metered in energies(),
	) {
		let honest = buyer(metered, metered, market).net();
		prop_assert!(honest >= buyer(contracted, metered, market).net());
	}

	#[test]
	fn no_reading_up_to_the_contract_should_be_worse_than_none(
		market in markets(),
		contracted in energies(),
		reading in energies(),
	) {
		let reading = reading.min(contracted);
		let sold = seller(contracted, without_reading(Side::Ask, contracted), market);
		prop_assert!(sold.net() <= seller(contracted, reading, market).net());
		let bought = buyer(contracted, without_reading(Side::Bid, contracted), market);
		prop_assert!(bought.net() <= buyer(contracted, reading, market).net());
	}

	#[test]
	fn both_should_be_better_off_than_with_the_grid_account_when_they_keep_the_contract(
		market in markets(),
		energy in energies(),
	) {
		let (tariff, _) = market;
		prop_assert!(
			seller(energy, energy, market).net().unwrap() >=
				seller_gets(energy, tariff.feed_in) as i128
		);
		prop_assert!(
			buyer(energy, energy, market).net().unwrap() >=
				-(buyer_pays(energy, tariff.retail) as i128)
		);
	}

	#[test]
	fn the_float_should_cover_every_unused_leg(
		market in markets(),
		contracted in energies(),
		metered in energies(),
	) {
		let (tariff, _) = market;
		let unused = buyer(contracted, metered, market).unused.money;
		prop_assert!(unused <= tariff.float_for(contracted));
	}

	#[test]
	fn curtailed_should_never_be_more_and_never_favour_the_sellers(
		contracted in energies(),
		factor_bp in 0..=10_000u16,
	) {
		let seller = curtailed(Side::Ask, contracted, factor_bp).unwrap();
		let buyer = curtailed(Side::Bid, contracted, factor_bp).unwrap();
		prop_assert!(seller <= buyer && buyer <= contracted);
		prop_assert!(buyer - seller <= 1);
	}

	#[test]
	fn settle_should_conserve_money_whatever_the_meters_say(
		seed in any::<u64>(),
		market in markets(),
		factor_bp in prop_oneof![3 => Just(10_000u16), 1 => 0..=10_000u16],
	) {
		let mut numbers = Numbers(seed);
		let book = numbers.book();
		if let Some(outcome) = book.clear() {
			let (tariff, price) = market;
			let mut positions = Vec::new();
			for side in [Side::Bid, Side::Ask] {
				for order in book.side(side) {
					let reading =
						(numbers.below(4) > 0).then(|| numbers.below(order.quantity * 2));
					let position = Position::new(&outcome, side, order, reading);
					positions.push(position.curtailed(factor_bp).unwrap());
				}
			}
			let ledger = settle(&positions, price, &tariff).unwrap();
			prop_assert_eq!(ledger.sum(), Some(0));
			prop_assert_eq!(ledger.nets.len(), positions.len());
			let filled = positions.iter().filter(|position| position.contracted > 0).count();
			if factor_bp == 10_000 && filled > 0 {
				prop_assert!(ledger.dust < filled as u128);
			}
		}
	}
}
