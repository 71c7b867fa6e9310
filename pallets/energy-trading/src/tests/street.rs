// SPDX-License-Identifier: Apache-2.0

//! A street of nine meters trades one period, from orders to paid bills.

use super::*;

const BIDS: [(Price, Energy); 5] =
	[(310_000, 420), (290_000, 310), (265_000, 530), (240_000, 275), (240_000, 125)];
const ASKS: [(Price, Energy); 4] = [(90_000, 600), (110_000, 450), (150_000, 300), (250_000, 500)];

/// What flowed: of each buyer and seller.
const DRAWN: [Energy; 5] = [450, 300, 530, 70, 20];
const FED: [Energy; 3] = [560, 480, 300];

fn street(zone: ZoneId) -> MarketId {
	let market = trade(zone, &BIDS, &ASKS);
	clear(market);
	settle(market);
	market
}

fn read_all(market: MarketId) {
	for (owner, drawn) in (BUYERS..).zip(DRAWN) {
		read(market, owner, drawn, 0);
	}
	for (owner, fed) in (SELLERS..).zip(FED) {
		read(market, owner, 0, fed);
	}
}

#[test]
fn street_should_have_the_published_price_and_fills() {
	run(|| {
		let market = street(make_zone(TERMS));
		let fills = |owners: std::ops::Range<u64>| -> Vec<_> {
			owners.map(|owner| bill(market, owner).contract.unwrap()).collect()
		};
		assert_eq!(bill(market, BUYERS).price, Some(240_000));
		assert_eq!(fills(BUYERS..BUYERS + 5), [420, 310, 530, 62, 28]);
		assert_eq!(fills(SELLERS..SELLERS + 3), [600, 450, 300]);
		// The battery sold nothing, and has all of its money back.
		assert_eq!(EnergyTrading::bill(market, meter_of(SELLERS + 3).id()), None);
		assert_eq!(on_hold(SELLERS + 3, HoldReason::Escrow), 0);
		assert_eq!(on_hold(SELLERS + 3, HoldReason::Order), 0);
		// What is left of the buyers' money on hold is what they pay.
		let held: Vec<_> = (BUYERS..BUYERS + 5).map(|owner| bill(market, owner).held).collect();
		assert_eq!(held, [100_800, 74_400, 127_200, 14_880, 6_720]);
	});
}

#[test]
fn street_should_pay_everybody_to_the_unit() {
	run(|| {
		let zone = make_zone(TERMS);
		let total: u128 = everybody().into_iter().map(wealth).sum();
		let before: Vec<_> = everybody().into_iter().map(wealth).collect();
		let market = street(zone);
		read_all(market);
		settle(market);
		// Surplus and excess are on the retailer's bill; what is settled here is bounded by orders.
		let nets: Vec<_> = (BUYERS..BUYERS + 5).map(|owner| net(market, owner)).collect();
		assert_eq!(nets, [-100_800, -73_600, -127_200, -14_880, -6_080]);
		let nets: Vec<_> = (SELLERS..SELLERS + 3).map(|owner| net(market, owner)).collect();
		assert_eq!(nets, [144_000 - 14_080, 108_000, 72_000]);
		let beyond = |owner| bill(market, owner).settlement.unwrap().beyond;
		assert_eq!([beyond(BUYERS), beyond(BUYERS + 3), beyond(SELLERS + 1)], [30, 8, 30]);
		check_everything();
		pay_out(market);
		assert_eq!(Periods::<Test>::get(market), None);
		let grid = 14_080 - 800 - 640;
		let changes: Vec<_> = everybody()
			.into_iter()
			.zip(before)
			.map(|(who, before)| (who, wealth(who) as i128 - before as i128))
			.filter(|(_, change)| *change != 0)
			.collect();
		let expected = vec![
			(GRID, grid),
			(BUYERS, -100_800),
			(BUYERS + 1, -73_600),
			(BUYERS + 2, -127_200),
			(BUYERS + 3, -14_880),
			(BUYERS + 4, -6_080),
			(SELLERS, 129_920),
			(SELLERS + 1, 108_000),
			(SELLERS + 2, 72_000),
		];
		assert_eq!(changes, expected);
		let pot = Zones::<Test>::get(zone).unwrap().pot;
		assert_eq!(everybody().into_iter().map(wealth).sum::<u128>() + pot, total);
		assert_eq!(pot, 0);
		// Nothing is left of the market.
		assert_eq!(Legs::<Test>::iter().count() + Sweeps::<Test>::iter().count(), 0);
		assert_eq!(Pages::<Test>::iter().count() + Books::<Test>::iter().count(), 0);
	});
}

#[test]
fn street_should_settle_in_another_currency() {
	run(|| {
		issue_euros();
		let euros = NativeOrWithId::WithId(EUROS);
		let market = street(make_zone_in(euros, TERMS));
		read_all(market);
		settle(market);
		check_everything();
		pay_out(market);
		assert_eq!(Assets::balance(EUROS, BUYERS), START - 100_800);
		assert_eq!(Assets::balance(EUROS, SELLERS), START + 129_920);
	});
}

#[test]
fn street_should_settle_a_meter_at_a_time() {
	run(|| {
		let market = trade(make_zone(TERMS), &BIDS, &ASKS);
		pass(HOUR - 4 * MINUTE);
		for _ in 0..100 {
			let call = Call::clear { market, pages: 1 };
			if dispatch(signed(CARRIER), call).is_err() {
				break;
			}
			check_everything();
		}
		let step = || dispatch(signed(CARRIER), Call::settle { market, legs: 1 });
		for _ in 0..12 {
			assert_ok!(step());
			check_everything();
		}
		read_all(market);
		while step().is_ok() {
			check_everything();
		}
		pass(3 * DAY);
		while step().is_ok() {
			check_everything();
		}
		assert_eq!(Periods::<Test>::get(market), None);
		assert_eq!(wealth(SELLERS), START + 129_920);
	});
}
