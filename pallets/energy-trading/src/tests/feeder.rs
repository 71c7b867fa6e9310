// SPDX-License-Identifier: Apache-2.0

//! The meter on the feeder: energy that was never made shows, whoever signed for it.

use super::*;

/// Owns the meter on the feeder.
const KEEPER: u64 = SELLERS + 19;

const FEEDER: MeterSpec = MeterSpec {
	direction: Direction::Feeder,
	max_import_w: 100_000,
	max_export_w: 100_000,
	source: EnergySource::Unknown,
	streams: None,
};

fn assess(zone: ZoneId, standing: ZoneStanding) {
	done(AUTHORITY, Call::assess_zone { zone, standing });
}

fn standing(zone: ZoneId) -> ZoneStanding {
	EnergyTrading::zone(zone).unwrap().standing
}

/// An approved zone with a meter on its feeder, and 600 Wh sold in it.
fn watched(terms: ZoneTerms) -> MarketId {
	let zone = make_zone(terms);
	assess(zone, ZoneStanding::Approved);
	join(zone, KEEPER, FEEDER);
	let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
	clear(market);
	settle(market);
	market
}

fn certified() -> Vec<MarketId> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::CertificateIssued { market, .. } => Some(market),
			_ => None,
		})
		.collect()
}

#[test]
fn zone_whose_meters_agree_with_its_feeder_should_issue_certificates() {
	run(|| {
		let market = watched(TERMS);
		assert_eq!(EnergyTrading::zone(market.zone).unwrap().feeder, Some(meter_of(KEEPER).id()));
		read(market, BUYERS, 610, 0);
		read(market, SELLERS, 0, 600);
		// The rest came from the grid, with what the cables take.
		read(market, KEEPER, 30, 0);
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
		settle(market);
		pay_out(market);
		assert_eq!(certified(), [market]);
		assert_eq!(FeederChecks::<Test>::iter().count(), 0);
	});
}

/// A roof without panels: its meter is the household's own, and signs whatever it is told.
#[test]
fn emulated_sun_should_be_paid_by_contract_and_not_be_certified() {
	run(|| {
		let market = watched(TERMS);
		read(market, SELLERS, 0, 600);
		read(market, BUYERS, 600, 0);
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
		// What the neighbour drew came from the grid.
		read(market, KEEPER, 600, 0);
		let meters = Flow { import: 600, export: 600 };
		let feeder = Flow { import: 600, export: 0 };
		let suspected = Event::ZoneSuspected { market, meters, feeder };
		assert!(events().contains(&suspected));
		assert_eq!(standing(market.zone), ZoneStanding::Suspect);
		settle(market);
		assert_eq!((net(market, BUYERS), net(market, SELLERS)), (-144_000, 144_000));
		pay_out(market);
		assert_eq!(Periods::<Test>::get(market), None);
		assert_eq!(certified(), []);
	});
}

#[test]
fn authorities_should_clear_the_mark() {
	run(|| {
		let market = watched(TERMS);
		for (owner, import, export) in [(SELLERS, 0, 600), (BUYERS, 600, 0), (KEEPER, 600, 0)] {
			read(market, owner, import, export);
		}
		settle(market);
		let zone = market.zone;
		let clear = Call::assess_zone { zone, standing: ZoneStanding::Approved };
		assert_noop!(dispatch(signed(GRID), clear), DispatchError::BadOrigin);
		assess(zone, ZoneStanding::Approved);
		pay_out(market);
		assert_eq!(certified(), [market]);
	});
}

/// Three periods in a row, of which the second is false. Each meter is read in the order of
/// `boundaries`.
fn three_periods(boundaries: [u64; 4]) -> [MarketId; 3] {
	let zone = make_zone(TERMS);
	assess(zone, ZoneStanding::Approved);
	for (owner, spec) in [(KEEPER, FEEDER), (BUYERS, CONSUMER), (SELLERS, SOLAR)] {
		join(zone, owner, spec);
	}
	let first = market_of(zone).start;
	let markets = [0, 1, 2].map(|number| MarketId { zone, start: first + number * PERIOD });
	for market in markets {
		order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
		order(market, SELLERS, Side::Ask, 180_000, 600).unwrap();
	}
	for market in markets {
		clear(market);
		settle(market);
	}
	set_now(first + 3 * PERIOD);
	for number in boundaries {
		let at = first + number * PERIOD;
		let drawn = if number > 1 { 600 } else { 0 };
		for read in [(KEEPER, drawn, 0), (BUYERS, number * 600, 0), (SELLERS, 0, number * 600)] {
			let (owner, import, export) = read;
			submit(read_of(owner, at, import, export), owner).unwrap();
		}
	}
	markets
}

#[test]
fn period_before_the_false_one_should_be_certified_and_none_after_it() {
	for boundaries in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
		run(|| {
			let markets = three_periods(boundaries);
			let suspected: Vec<_> = events()
				.into_iter()
				.filter_map(|event| match event {
					Event::ZoneSuspected { market, .. } => Some(market),
					_ => None,
				})
				.collect();
			assert_eq!(suspected, [markets[1]]);
			for market in markets {
				settle(market);
			}
			for market in markets {
				pay_out(market);
			}
			assert_eq!(certified(), [markets[0]]);
		});
	}
}

#[test]
fn zone_that_was_never_assessed_should_certify_nothing_after_it_is_suspected() {
	run(|| {
		let market = watched(TERMS);
		assess(market.zone, ZoneStanding::Unassessed);
		for (owner, import, export) in [(SELLERS, 0, 600), (BUYERS, 600, 0), (KEEPER, 600, 0)] {
			read(market, owner, import, export);
		}
		assert!(!Zones::<Test>::get(market.zone).unwrap().certifies(0));
		settle(market);
		pay_out(market);
		assert_eq!(certified(), []);
	});
}

#[test]
fn meter_that_does_not_trade_should_be_read_where_there_is_a_feeder() {
	run(|| {
		let market = watched(TERMS);
		join(market.zone, BUYERS + 1, CONSUMER);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		read(market, KEEPER, 100, 0);
		// Somebody has drawn what came from the grid, and says so.
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
		read(market, BUYERS + 1, 100, 0);
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
		let again = read_of(BUYERS + 1, market.start + PERIOD, 1_100, 2_000);
		assert_noop!(submit(again, BUYERS + 1), Error::<Test>::AlreadyRead);
		let later = read_of(BUYERS + 1, market.start + 2 * PERIOD, 1_100, 2_000);
		pass(PERIOD);
		assert_noop!(submit(later, BUYERS + 1), Error::<Test>::NothingToRead);
	});
	run(|| {
		let market = pair(TERMS);
		join(market.zone, BUYERS + 1, CONSUMER);
		set_now(market.start);
		let read = read_of(BUYERS + 1, market.start, 1, 0);
		assert_noop!(submit(read, BUYERS + 1), Error::<Test>::NothingToRead);
	});
}

#[test]
fn read_of_long_ago_should_be_refused_where_it_cannot_be_counted() {
	run(|| {
		let market = watched(ZoneTerms { read_ms: 3 * DAY, ..TERMS });
		let late = market.start + Counted::SPAN * PERIOD;
		let other = MarketId { start: late, ..market };
		set_now(late - HOUR);
		order(other, BUYERS, Side::Bid, 300_000, 600).unwrap();
		set_now(late);
		assert_ok!(submit(read_of(BUYERS, late, 1_000, 0), BUYERS));
		let old = read_of(BUYERS, market.start, 0, 0);
		assert_noop!(submit(old, BUYERS), Error::<Test>::NothingToRead);
		assert_ok!(submit(read_of(BUYERS, market.start + PERIOD, 600, 0), BUYERS));
	});
}

#[test]
fn sums_of_different_meters_should_not_be_compared() {
	run(|| {
		let market = watched(TERMS);
		let submit_all = |at, registers: [(u64, Energy, Energy); 3]| {
			for (owner, import, export) in registers {
				submit(read_of(owner, at, import, export), owner).unwrap();
			}
		};
		set_now(market.start);
		submit_all(market.start, [(SELLERS, 0, 0), (BUYERS, 0, 0), (KEEPER, 0, 0)]);
		let end = market.start + PERIOD;
		join(market.zone, BUYERS + 1, CONSUMER);
		done(GRID, Call::remove_meter { meter: meter_of(BUYERS + 1).id() });
		set_now(end);
		submit_all(end, [(SELLERS, 0, 600), (BUYERS, 600, 0), (KEEPER, 600, 0)]);
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
	});
	// Another meter on the feeder, whose register has come further.
	run(|| {
		let market = watched(TERMS);
		let other = KEEPER - 1;
		set_now(market.start);
		submit(read_of(KEEPER, market.start, 0, 0), KEEPER).unwrap();
		let (meter, approval) = (meter_of(KEEPER).id(), Approval::Pending);
		let (owner, spec) = (KEEPER, FEEDER);
		done(GRID, Call::approve_meter { meter, owner, spec, approval });
		join(market.zone, other, FEEDER);
		assess(market.zone, ZoneStanding::Approved);
		for (owner, import, export) in [(SELLERS, 0, 0), (BUYERS, 0, 0)] {
			submit(read_of(owner, market.start, import, export), owner).unwrap();
		}
		let end = market.start + PERIOD;
		set_now(end);
		for (owner, import, export) in [(SELLERS, 0, 600), (BUYERS, 600, 0), (other, 9_999, 0)] {
			submit(read_of(owner, end, import, export), owner).unwrap();
		}
		assert_eq!(standing(market.zone), ZoneStanding::Approved);
	});
}

/// A read that fits only one of its periods is counted all the same, and not again.
#[test]
fn register_that_fits_one_period_only_should_be_counted_once() {
	run(|| {
		let market = watched(TERMS);
		let next = MarketId { start: market.start + PERIOD, ..market };
		order(next, SELLERS, Side::Ask, 180_000, 600).unwrap();
		set_now(next.start);
		submit(read_of(SELLERS, market.start, 0, 0), SELLERS).unwrap();
		let leap = || submit(read_of(SELLERS, next.start, 0, 50_000), SELLERS);
		assert_ok!(leap());
		assert_noop!(leap(), Error::<Test>::ImplausibleEnergy);
		let sum = FeederChecks::<Test>::get(next).opens.export;
		assert_eq!(sum, Sum { meters: 1, energy: 50_000 });
	});
}

#[test]
fn nobody_should_be_paid_while_the_feeder_may_still_be_read() {
	run(|| {
		QuickMarkets::<Test>::put(true);
		let market = watched(ZoneTerms { dispute_ms: 0, ..TERMS });
		read(market, SELLERS, 0, 600);
		read(market, BUYERS, 600, 0);
		settle(market);
		let pay = Call::settle { market, legs: 9 };
		refused(CARRIER, pay.clone(), Error::<Test>::WindowOpen);
		EnergyTrading::do_idle_work(block());
		assert_eq!(certified(), []);
		set_now(market.start + PERIOD + TERMS.read_ms);
		refused(CARRIER, pay.clone(), Error::<Test>::WindowOpen);
		read(market, KEEPER, 600, 0);
		assert_eq!(standing(market.zone), ZoneStanding::Suspect);
		pass(1);
		done(CARRIER, pay);
		assert_eq!((certified(), Periods::<Test>::get(market)), (vec![], None));
	});
}

#[test]
fn zone_should_have_one_feeder_that_trades_nothing() {
	run(|| {
		let zone = make_zone(TERMS);
		assess(zone, ZoneStanding::Approved);
		let meter = join(zone, KEEPER, FEEDER).id();
		for side in [Side::Bid, Side::Ask] {
			let trading = order(market_of(zone), KEEPER, side, 200_000, 100);
			assert_noop!(trading, Error::<Test>::WrongDirection);
		}
		let second = meter_of(BUYERS);
		second.register(BUYERS, MODEL);
		let other = second.id();
		done(BUYERS, Call::register_meter { zone, meter: other, spec: FEEDER });
		let approve = |meter, approval| {
			let owner = EnergyTrading::meter(meter).unwrap().owner;
			Call::approve_meter { meter, owner, spec: FEEDER, approval }
		};
		refused(GRID, approve(other, Approval::Approved), Error::<Test>::FeederExists);
		// Approved further or less far, it stays; without it the zone is not what was approved.
		done(GRID, approve(meter, Approval::Approved));
		assert_eq!(standing(zone), ZoneStanding::Approved);
		done(GRID, approve(meter, Approval::Pending));
		assert_eq!(standing(zone), ZoneStanding::Unassessed);
		assert!(
			events().contains(&Event::ZoneAssessed { zone, standing: ZoneStanding::Unassessed })
		);
		done(GRID, approve(other, Approval::Approved));
		assess(zone, ZoneStanding::Approved);
		done(BUYERS, Call::remove_meter { meter: other });
		assert_eq!(standing(zone), ZoneStanding::Unassessed);
		assess(zone, ZoneStanding::Suspect);
		done(GRID, approve(meter, Approval::Approved));
		done(KEEPER, Call::remove_meter { meter });
		assert_eq!(standing(zone), ZoneStanding::Suspect);
	});
}

#[test]
fn register_should_be_counted_once_whatever_the_order() {
	let both = |value| Registers { import: Some(value), export: Some(value) };
	let none = Registers::default();
	let mut counted = Counted::default();
	let first = 1_000 * PERIOD;
	for back in [5, 0, 127, 128, 3] {
		let at = first - back * PERIOD;
		let is_near = counted.newest == 0 || counted.reaches(at, PERIOD);
		let expected = if is_near { both(back) } else { none };
		assert_eq!(counted.take(at, PERIOD, &both(back)), expected, "{back}");
		assert_eq!(counted.take(at, PERIOD, &both(back)), none, "{back}");
	}
	let half = Registers { export: None, ..both(1) };
	let at = first + PERIOD;
	assert_eq!(counted.take(at, PERIOD, &half), half);
	let rest = Registers { import: None, ..both(1) };
	assert_eq!(counted.take(at, PERIOD, &both(1)), rest);
	assert!(!counted.reaches(at - 128 * PERIOD, PERIOD));
	assert!(counted.reaches(at - 127 * PERIOD, PERIOD));
}

/// Who claims more than it can have made is not read for that period. Nobody else is suspected.
#[test]
fn read_that_fits_one_period_only_should_be_counted_in_that_one_only() {
	for drawn in [0, 600] {
		run(|| {
			let zone = make_zone(TERMS);
			assess(zone, ZoneStanding::Approved);
			for (owner, spec) in [(KEEPER, FEEDER), (BUYERS, CONSUMER), (SELLERS, SOLAR)] {
				join(zone, owner, spec);
			}
			let first = market_of(zone);
			let second = MarketId { start: first.start + PERIOD, ..first };
			for market in [first, second] {
				order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
				order(market, SELLERS, Side::Ask, 180_000, 600).unwrap();
				clear(market);
				settle(market);
			}
			let end = second.start + PERIOD;
			set_now(end);
			for (at, imported, exported, feeder) in [
				(first.start, 0, 0, 0),
				// More than the seller's connection carries in one period.
				(second.start, 600, 50_000, 0),
				(end, 1_200, 50_600, drawn),
			] {
				assert_ok!(submit(read_of(SELLERS, at, 0, exported), SELLERS));
				assert_ok!(submit(read_of(BUYERS, at, imported, 0), BUYERS));
				assert_ok!(submit(read_of(KEEPER, at, feeder, 0), KEEPER));
			}
			let suspected: Vec<_> = events()
				.into_iter()
				.filter_map(|event| match event {
					Event::ZoneSuspected { market, .. } => Some(market),
					_ => None,
				})
				.collect();
			assert_eq!(suspected, if drawn == 0 { vec![] } else { vec![second] });
		});
	}
}
