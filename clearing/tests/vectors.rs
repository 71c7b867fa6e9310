// SPDX-License-Identifier: Apache-2.0

//! The published vectors.

mod common;

use common::Book;
use mote_clearing::{
	ask_hold, buyer_pays, mid_market, seller_gets, settle, Buyer, Energy, MidMarket, Order,
	Position, Price, Seller, Side, Tariff,
};
use serde_json::Value;
use std::collections::BTreeMap;

const STREET: Tariff = Tariff { feed_in: 80_000, retail: 320_000, penalty_bp: 1000 };
const STREET_PRICE: Price = 240_000;

fn read(file: &str) -> Vec<Value> {
	serde_json::from_str(file).unwrap()
}

fn auctions() -> Vec<Value> {
	read(include_str!("../vectors/auction.json"))
}

/// A number; as text where JSON's readers would round it.
fn number(value: &Value) -> u128 {
	value.as_str().map_or_else(|| value.to_string(), str::to_owned).parse().unwrap()
}

/// The names of a vector's orders, and the book.
fn book(vector: &Value) -> (Vec<String>, Book) {
	let (mut names, mut sequence) = (Vec::new(), 0..);
	let mut side = |key: &str| -> Vec<Order> {
		let orders = vector[key].as_array().unwrap().iter();
		orders
			.map(|order| {
				names.push(order[0].as_str().unwrap().to_owned());
				let sequence = sequence.next().unwrap();
				assert!(order[3].is_null() || order[3].as_u64() == Some(sequence));
				Order {
					limit: order[1].as_u64().unwrap(),
					quantity: order[2].as_u64().unwrap(),
					sequence,
				}
			})
			.collect()
	};
	let (bids, asks) = (side("bids"), side("asks"));
	let cap = vector["cap"].as_u64();
	(names, Book { bids, asks, cap, rule: Default::default() })
}

#[test]
fn clear_should_give_the_published_outcome_of_every_auction() {
	let vectors = auctions();
	assert_eq!(vectors.len(), 14);
	for vector in vectors {
		let name = vector["name"].as_str().unwrap();
		let (names, book) = book(&vector);
		let expected = &vector["result"];
		let outcome = book.clear();
		assert_eq!(outcome.is_none(), expected["price"].is_null(), "{name}");
		if let Some(outcome) = outcome {
			assert_eq!(Some(outcome.max_volume), expected["V_star"].as_u64(), "{name}");
			assert_eq!(Some(outcome.volume), expected["V"].as_u64(), "{name}");
			assert_eq!(Some(outcome.price), expected["price"].as_u64(), "{name}");
			assert_eq!(Some(outcome.low), expected["lo"].as_u64(), "{name}");
			assert_eq!(Some(outcome.high), expected["hi"].as_u64(), "{name}");
			let rationed = match (outcome.bids.ration, outcome.asks.ration) {
				(None, None) => "none",
				(Some(_), None) => "bids",
				(None, Some(_)) => "asks",
				(Some(_), Some(_)) => "both",
			};
			assert_eq!(expected["rationed"], rationed, "{name}");
		}
		let price = outcome.map_or(0, |outcome| outcome.price);
		let bids = book.fills(Side::Bid);
		let asks = book.fills(Side::Ask);
		let mut dust = 0;
		for (at, name) in names.iter().enumerate() {
			let (fill, money, key) = match at.checked_sub(bids.len()) {
				None => (bids[at], buyer_pays(bids[at], price), "paid"),
				Some(at) => (asks[at], seller_gets(asks[at], price), "received"),
			};
			assert_eq!(u128::from(fill), number(&expected["fills"][name]), "{name}");
			let stated = &expected[key][name];
			assert_eq!(money, if stated.is_null() { 0 } else { number(stated) }, "{name}");
			dust = if key == "paid" { dust + money } else { dust - money };
		}
		assert_eq!(dust, number(&expected["dust"]), "{name}");
	}
}

#[test]
fn settlement_should_give_the_published_legs_of_every_contract() {
	let vectors = read(include_str!("../vectors/settlement.json"));
	assert_eq!(vectors.len(), 8);
	let uneven = Tariff { feed_in: 80_001, retail: 320_001, penalty_bp: 333 };
	for vector in &vectors {
		let name = vector["name"].as_str().unwrap();
		let (price, tariff) =
			if name.starts_with("T8") { (123_457, uneven) } else { (STREET_PRICE, STREET) };
		let amount = |key: &str| number(&vector[key]);
		let (contracted, metered) = (amount("A") as Energy, amount("M") as Energy);
		if name.contains("buyer") {
			let buyer = Buyer::new(contracted, metered, price, &tariff);
			assert_eq!(buyer.contract, amount("contract_charge"), "{name}");
			assert_eq!(u128::from(buyer.unused.energy), amount("unused"), "{name}");
			assert_eq!(u128::from(buyer.excess.energy), amount("excess"), "{name}");
			assert_eq!(buyer.unused.money, amount("unused_credit"), "{name}");
			assert_eq!(buyer.excess.money, amount("excess_charge"), "{name}");
			assert_eq!(buyer.net(), vector["net"].as_i64().map(Into::into), "{name}");
		} else {
			let seller = Seller::new(contracted, metered, price, &tariff).unwrap();
			assert_eq!(seller.contract, amount("contract_credit"), "{name}");
			assert_eq!(u128::from(seller.shortfall.energy), amount("shortfall"), "{name}");
			assert_eq!(u128::from(seller.surplus.energy), amount("surplus"), "{name}");
			assert_eq!(seller.shortfall.money, amount("shortfall_charge"), "{name}");
			assert_eq!(seller.surplus.money, amount("surplus_credit"), "{name}");
			assert_eq!(seller.net(), vector["net"].as_i64().map(Into::into), "{name}");
		}
	}
}

#[test]
fn tariff_should_give_the_published_prices_and_the_published_hold() {
	assert_eq!(STREET.long_price(STREET_PRICE), 80_000);
	assert_eq!(STREET.short_price(STREET_PRICE), Some(352_000));
	assert_eq!(STREET.worst_short_price(), Some(352_000));
	assert_eq!(ask_hold(600, 90_000, &STREET), Some(157_201));
}

#[test]
fn settle_should_give_the_published_nets_of_the_street() {
	let vectors = auctions();
	let street = vectors.iter().find(|v| v["name"].as_str().unwrap().starts_with("E14"));
	let (names, book) = book(street.unwrap());
	let outcome = book.clear().unwrap();
	let reads: BTreeMap<_, Energy> = [
		("H1", 450),
		("H2", 300),
		("H3", 530),
		("H4", 70),
		("H5", 20),
		("PV1", 560),
		("PV2", 480),
		("PV3", 300),
		("BAT1", 0),
	]
	.into();
	let sides = [(Side::Bid, &book.bids), (Side::Ask, &book.asks)];
	let orders = sides.iter().flat_map(|(side, orders)| orders.iter().map(move |o| (*side, o)));
	let positions: Vec<_> = orders
		.zip(&names)
		.map(|((side, order), name)| {
			Position::new(&outcome, side, order, reads.get(name.as_str()).copied())
		})
		.collect();
	let ledger = settle(&positions, outcome.price, &STREET).unwrap();
	assert_eq!(
		ledger.nets,
		[-110_400, -73_600, -127_200, -17_440, -6_080, 129_920, 110_400, 72_000, 0]
	);
	assert_eq!((ledger.grid, ledger.dust), (22_400, 0));
	assert_eq!(ledger.sum(), Some(0));
}

#[test]
fn mid_market_should_give_the_published_rates() {
	assert_eq!(
		mid_market(1500, 1000, &STREET),
		Some(MidMarket { sell: 160_000, buy: 200_000, left_over: 500, lacking: 0 })
	);
	assert_eq!(
		mid_market(1000, 1500, &STREET),
		Some(MidMarket { sell: 200_000, buy: 240_000, left_over: 0, lacking: 500 })
	);
}
