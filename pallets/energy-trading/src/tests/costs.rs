// SPDX-License-Identifier: Apache-2.0

//! What the dearest calls write: one write more is a decision, not an accident.

use super::*;
use std::collections::BTreeMap;

/// How many values of each item `act` writes, after `prepare`.
fn writes(
	prepare: impl FnOnce() -> MarketId,
	act: impl FnOnce(MarketId),
) -> BTreeMap<String, usize> {
	let mut ext = new_test_ext();
	let market = ext.execute_with(prepare);
	ext.commit_all().unwrap();
	ext.execute_with(|| act(market));
	let items = AllPalletsWithSystem::storage_info();
	let mut counts = BTreeMap::new();
	for (key, _) in ext.overlayed_changes().changes() {
		// The others belong to the machinery that keeps layers of storage apart.
		let Some(item) = items.iter().find(|item| key.starts_with(&item.prefix)) else {
			continue;
		};
		let pallet = String::from_utf8(item.pallet_name.clone()).unwrap();
		let name = String::from_utf8(item.storage_name.clone()).unwrap();
		*counts.entry(format!("{pallet}::{name}")).or_default() += 1;
	}
	// What each extrinsic writes, whatever it does.
	counts.remove("System::Events");
	counts.remove("System::EventCount");
	counts
}

fn expected(counts: &[(&str, usize)]) -> BTreeMap<String, usize> {
	counts.iter().map(|(name, count)| (name.to_string(), *count)).collect()
}

/// A market in an asset, with a page of bids that is full.
fn full_page() -> MarketId {
	issue_euros();
	let zone = make_zone_in(NativeOrWithId::WithId(EUROS), TERMS);
	let market = market_of(zone);
	for owner in [BUYERS, BUYERS + 1] {
		join(zone, owner, CONSUMER);
	}
	order(market, BUYERS, Side::Bid, 80_000, 10).unwrap();
	let id = market.side(Side::Bid);
	let mut book = Books::<Test>::get(id);
	for number in 1..u64::from(PAGE_ORDERS) {
		let order = Order { limit: 90_000 + number, quantity: 1, sequence: 1_000 + number };
		let placed = PlacedOrder { order, meter: DeviceId::default() };
		EnergyTrading::insert_into_book(id, &mut book, placed).unwrap();
	}
	Books::<Test>::insert(id, book);
	market
}

#[test]
fn first_order_of_a_meter_should_write_eleven_values_when_its_page_splits() {
	let written = writes(full_page, |market| {
		order(market, BUYERS + 1, Side::Bid, 90_050, 100).unwrap();
	});
	let wanted = expected(&[
		("EnergyTrading::Books", 1),
		("EnergyTrading::Pages", 2),
		("EnergyTrading::Legs", 1),
		("EnergyTrading::Meters", 1),
		("Assets::Asset", 1),
		("Assets::Account", 1),
		("AssetsHolder::Holds", 1),
		("AssetsHolder::BalancesOnHold", 1),
		("Balances::Holds", 1),
		("System::Account", 1),
	]);
	assert_eq!(written, wanted);
}

#[test]
fn further_order_of_a_meter_should_write_three_values_beside_its_money() {
	let written = writes(
		|| {
			let zone = make_zone(TERMS);
			join(zone, BUYERS, CONSUMER);
			order(market_of(zone), BUYERS, Side::Bid, 80_000, 10).unwrap();
			market_of(zone)
		},
		|market| order(market, BUYERS, Side::Bid, 90_000, 10).unwrap(),
	);
	let wanted = expected(&[
		("EnergyTrading::Books", 1),
		("EnergyTrading::Pages", 1),
		("EnergyTrading::Legs", 1),
		("Balances::Holds", 1),
		("System::Account", 1),
	]);
	assert_eq!(written, wanted);
}

/// Has a market with these orders settled, up to the payment.
fn due(market: MarketId) -> MarketId {
	clear(market);
	settle(market);
	read(market, BUYERS, 600, 0);
	read(market, SELLERS, 0, 600);
	settle(market);
	pass(TERMS.dispute_ms);
	// The step to the payment, and the buyer.
	done(CARRIER, Call::settle { market, legs: 2 });
	market
}

#[test]
fn paying_a_seller_should_write_three_values_beside_money_and_certificate() {
	let written = writes(
		|| {
			let zone = make_zone(TERMS);
			done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Approved });
			due(trade(zone, &[(300_000, 600)], &[(180_000, 600)]))
		},
		|market| done(CARRIER, Call::settle { market, legs: 1 }),
	);
	let wanted = expected(&[
		("EnergyTrading::Periods", 1),
		("EnergyTrading::Legs", 1),
		("EnergyTrading::Meters", 1),
		("EnergyTrading::Certificates", 1),
		("EnergyTrading::NextCertificate", 1),
		("EnergyTrading::CertifiedEnergy", 1),
		("Balances::Holds", 2),
		("System::Account", 2),
	]);
	assert_eq!(written, wanted);
}

/// So the benchmark of `settle`, in which every payment goes through, bounds the others.
#[test]
fn paying_a_blocked_seller_should_write_less_than_paying_it() {
	let prepare = || {
		issue_euros();
		let zone = make_zone_in(NativeOrWithId::WithId(EUROS), TERMS);
		due(trade(zone, &[(300_000, 600)], &[(180_000, 600)]))
	};
	let prepare_blocked = || {
		let market = prepare();
		assert_ok!(Assets::block(signed(AUTHORITY), EUROS, SELLERS));
		market
	};
	let pay = |market| done(CARRIER, Call::settle { market, legs: 1 });
	let (paid, claimed) = (writes(prepare, pay), writes(prepare_blocked, pay));
	assert_eq!(claimed.get("EnergyTrading::Claims"), Some(&1));
	assert_eq!(paid.get("EnergyTrading::Claims"), None);
	let sum = |counts: &BTreeMap<String, usize>| counts.values().sum::<usize>();
	assert!(sum(&claimed) < sum(&paid), "{claimed:?} {paid:?}");
}
