// SPDX-License-Identifier: Apache-2.0

//! Reads: from meters and from batches, each energy once.

use super::*;

const IMPORT: StreamId = 1;
const EXPORT: StreamId = 2;

fn times(market: MarketId) -> (Moment, Moment) {
	(market.start, market.start + PERIOD)
}

fn proven(owner: u64, stream: StreamId, at: Moment, value: i64) -> (BatchProof, ProvenReading) {
	let reading = Reading { stream, counter: 9, t_ms: at, value, quality: Quality::Good };
	let device = meter_of(owner).id();
	let batch = BatchId { device, stream, seq: 0 };
	let proven = ProvenReading {
		device,
		reading,
		assurance: Assurance::DeviceSigned,
		key_index: Some(0),
		incarnation: 0,
		not_before: None,
		not_after: at,
	};
	(BatchProof { batch, index: 0, reading, path: Default::default() }, proven)
}

/// Anchors a batch with the reading, and shows it.
fn prove(owner: u64, stream: StreamId, at: Moment, value: i64) -> DispatchResult {
	let (proof, proven) = proven(owner, stream, at, value);
	Shelf::prove(proof.batch, proven);
	dispatch(signed(CARRIER), Call::prove_read { proof })
}

/// A pair whose meters may also be read from batches.
fn streaming_pair() -> MarketId {
	let zone = make_zone(TERMS);
	let market = market_of(zone);
	let streams = streams(IMPORT, EXPORT);
	join(zone, BUYERS, MeterSpec { streams, ..CONSUMER });
	join(zone, SELLERS, MeterSpec { streams, ..SOLAR });
	for owner in [BUYERS, SELLERS] {
		for stream in [IMPORT, EXPORT] {
			Shelf::add_register(meter_of(owner).id(), stream);
		}
	}
	order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
	order(market, SELLERS, Side::Ask, 180_000, 600).unwrap();
	clear(market);
	settle(market);
	market
}

#[test]
fn read_should_end_one_period_and_begin_the_next() {
	run(|| {
		let zone = make_zone(TERMS);
		let first = market_of(zone);
		let second = MarketId { start: first.start + PERIOD, ..first };
		let meter = join(zone, BUYERS, CONSUMER).id();
		for market in [first, second] {
			order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
		}
		set_now(second.start + PERIOD);
		let registers = |import| Registers { import: Some(import), export: Some(0) };
		for (at, import) in [(0, 100), (1, 300), (2, 600)] {
			let at = first.start + at * PERIOD;
			assert_ok!(submit(read_of(BUYERS, at, import, 0), BUYERS));
			assert_eq!(
				last_event(),
				Event::MeterWasRead { meter, at, registers: registers(import) }
			);
		}
		let metered = |market: MarketId| {
			Legs::<Test>::get((market.side(Side::Bid), BUYERS, meter))
				.unwrap()
				.metered(Side::Bid)
		};
		assert_eq!((metered(first), metered(second)), (Some(200), Some(300)));
	});
}

#[test]
fn read_should_be_taken_once_in_time_and_of_meters_that_trade() {
	run(|| {
		let market = pair(TERMS);
		let (opens, closes) = times(market);
		let read = |at, import| submit(read_of(BUYERS, at, import, 0), BUYERS);
		assert_noop!(read(opens, 100), Error::<Test>::ReadTooEarly);
		set_now(opens);
		assert_ok!(read(opens, 100));
		assert_noop!(read(opens, 100), Error::<Test>::AlreadyRead);
		assert_noop!(read(opens - 1, 100), Error::<Test>::NotABoundary);
		assert_noop!(read(opens - PERIOD, 100), Error::<Test>::NothingToRead);
		let stranger = read_of(STRANGER, opens, 0, 0);
		assert_noop!(submit(stranger, STRANGER), Error::<Test>::MeterNotFound);
		set_now(closes + TERMS.read_ms);
		assert_ok!(read(closes, 200));
		pass(1);
		let late = submit(read_of(SELLERS, closes, 0, 0), SELLERS);
		assert_noop!(late, Error::<Test>::NothingToRead);
		assert!(bill(market, BUYERS).is_read && !bill(market, SELLERS).is_read);
	});
}

#[test]
fn reads_should_fit_each_other_and_the_meter() {
	run(|| {
		let market = pair(TERMS);
		let (opens, closes) = times(market);
		set_now(closes);
		let read = |at, import, export| submit(read_of(BUYERS, at, import, export), BUYERS);
		// They may come in any order.
		assert_ok!(read(closes, 3_000, 0));
		assert_noop!(read(opens, 3_001, 0), Error::<Test>::RegisterWentBack);
		// 10 kW for a quarter of an hour, five percent, and 1 Wh.
		assert_noop!(read(opens, 3_000 - 2_627, 0), Error::<Test>::ImplausibleEnergy);
		let counter = MeterRead { counter: u64::MAX, ..read_of(BUYERS, opens, 400, 0) };
		assert_noop!(submit(counter, BUYERS), Error::<Test>::CounterNotIncreasing);
		assert_ok!(read(opens, 3_000 - 2_626, 0));
		assert_eq!(
			bill(market, BUYERS).is_read,
			EnergyTrading::market(market).unwrap().stage == Stage::Metering
		);
	});
}

#[test]
fn implausible_interval_should_cost_one_period_only() {
	run(|| {
		let zone = make_zone(TERMS);
		let markets = [0, 1, 2, 3, 4]
			.map(|number| MarketId { zone, start: market_of(zone).start + number * PERIOD });
		let meter = join(zone, BUYERS, CONSUMER).id();
		for market in markets {
			order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
		}
		set_now(markets[4].start + PERIOD);
		let read = |number: usize, import| {
			submit(read_of(BUYERS, markets[0].start + number as Moment * PERIOD, import, 0), BUYERS)
		};
		let part = |market| EnergyTrading::find_leg(market, meter).unwrap().1;
		let metered = || markets.map(|market| part(market).metered(Side::Bid));
		assert_ok!(read(0, 0));
		// More than its connection carries: nothing is known of the first period, and this is where
		// the second begins.
		assert_ok!(read(1, 50_000));
		assert_noop!(read(1, 50_000), Error::<Test>::ImplausibleEnergy);
		assert_ok!(read(2, 50_300));
		assert_eq!(metered(), [None, Some(300), None, None, None]);
		// Something that is no register spoils the two periods that it lies between, and no more.
		assert_ok!(read(3, u64::MAX));
		assert_ok!(read(4, 51_000));
		assert_ok!(read(5, 51_100));
		assert_eq!(metered(), [None, Some(300), None, None, Some(100)]);
	});
}

#[test]
fn read_should_count_when_the_meter_can_be_relied_on_only() {
	run(|| {
		let market = pair(TERMS);
		let (opens, _) = times(market);
		set_now(opens);
		let meter = meter_of(BUYERS).id();
		let read = || submit(read_of(BUYERS, opens, 1, 0), BUYERS);
		let why = Some(Distrust::NotAttested);
		TestRegistry::distrust(meter, TrustPurpose::Metering, why);
		assert_noop!(read(), Error::<Test>::NotTrusted);
		TestRegistry::distrust(meter, TrustPurpose::Metering, None);
		assert_ok!(read());
		TestRegistry::set_owner(meter, STRANGER);
		assert_noop!(read(), Error::<Test>::NotMeterOwner);
	});
}

#[test]
fn read_from_a_batch_should_count_as_one_from_the_meter() {
	run(|| {
		let market = streaming_pair();
		let (opens, closes) = times(market);
		set_now(closes);
		assert_ok!(prove(BUYERS, IMPORT, opens, 100));
		assert_ok!(prove(BUYERS, IMPORT, closes, 500));
		assert!(bill(market, BUYERS).is_read);
		// A seller's import counts against its export.
		assert_ok!(prove(SELLERS, EXPORT, opens, 1_000));
		assert_ok!(prove(SELLERS, EXPORT, closes, 1_650));
		assert!(!bill(market, SELLERS).is_read);
		assert_ok!(prove(SELLERS, IMPORT, opens, 40));
		assert_ok!(prove(SELLERS, IMPORT, closes, 60));
		settle(market);
		assert_eq!(bill(market, BUYERS).settlement.unwrap().metered, 400);
		assert_eq!(bill(market, SELLERS).settlement.unwrap().metered, 630);
	});
}

#[test]
fn energy_should_count_once_whichever_way_it_came() {
	run(|| {
		let market = streaming_pair();
		let (opens, closes) = times(market);
		set_now(closes);
		let read = |at, import| submit(read_of(BUYERS, at, import, 7), BUYERS);
		assert_ok!(read(opens, 100));
		assert_noop!(prove(BUYERS, IMPORT, opens, 100), Error::<Test>::AlreadyRead);
		assert_noop!(prove(BUYERS, IMPORT, opens, 50), Error::<Test>::RegisterWentBack);
		assert_ok!(prove(BUYERS, IMPORT, closes, 500));
		assert_noop!(prove(BUYERS, IMPORT, closes, 500), Error::<Test>::AlreadyRead);
		assert_noop!(read(closes, 501), Error::<Test>::RegisterWentBack);
		// It adds the other register.
		assert_ok!(read(closes, 500));
		assert_noop!(read(closes, 500), Error::<Test>::AlreadyRead);
		let (_, leg) = EnergyTrading::find_leg(market, meter_of(BUYERS).id()).unwrap();
		let flow = leg.flow();
		assert_eq!(flow, (Some(400), Some(0)));
	});
}

#[test]
fn proof_should_be_refused_when_it_shows_no_register_of_the_meter() {
	run(|| {
		let market = streaming_pair();
		let (opens, _) = times(market);
		set_now(opens);
		let show = |proof| dispatch(signed(CARRIER), Call::prove_read { proof });
		let (proof, good) = proven(BUYERS, IMPORT, opens, 5);
		assert_noop!(show(proof.clone()), Error::<Test>::NotProven);
		let gateway = Assurance::GatewaySigned(DeviceId::default());
		for assurance in [gateway, Assurance::OwnerAsserted] {
			Shelf::reset();
			Shelf::add_register(proof.batch.device, IMPORT);
			Shelf::prove(proof.batch, ProvenReading { assurance, ..good });
			assert_noop!(show(proof.clone()), Error::<Test>::NotDeviceSigned);
		}
		assert_noop!(prove(BUYERS, IMPORT, opens, -1), Error::<Test>::NotARegister);
		assert_noop!(prove(BUYERS, 3, opens, 5), Error::<Test>::NotARegister);
		Shelf::add_register(proof.batch.device, 3);
		assert_noop!(prove(BUYERS, 3, opens, 5), Error::<Test>::NotARegister);
		assert_noop!(prove(BUYERS, IMPORT, opens - 1, 5), Error::<Test>::NotABoundary);
		assert_noop!(prove(STRANGER, IMPORT, opens, 5), Error::<Test>::MeterNotFound);
		let mut bad = (proof.clone(), good);
		bad.0.reading.quality = Quality::Uncertain;
		bad.1.reading.quality = Quality::Uncertain;
		Shelf::prove(bad.0.batch, bad.1);
		assert_noop!(show(bad.0), Error::<Test>::NotARegister);
		let spec = Shelf::spec(&proof.batch.device, IMPORT).unwrap();
		for spec in [
			StreamSpec { unit: Unit::KilowattHour, ..spec },
			StreamSpec { scale: 1, ..spec },
			StreamSpec { kind: StreamKind::Gauge, ..spec },
		] {
			Shelf::add_stream(proof.batch.device, IMPORT, spec);
			assert_noop!(prove(BUYERS, IMPORT, opens, 5), Error::<Test>::NotARegister);
		}
	});
}

/// An owner that, once approved, calls the meter's milliwatt-hours watt-hours.
#[test]
fn batch_should_count_under_the_declaration_that_was_approved_only() {
	run(|| {
		let market = streaming_pair();
		let (opens, _) = times(market);
		set_now(opens);
		let device = meter_of(SELLERS).id();
		let spec = Shelf::spec(&device, EXPORT).unwrap();
		assert_ok!(prove(SELLERS, EXPORT, opens, 5));
		let (proof, good) = proven(BUYERS, IMPORT, opens, 5);
		Shelf::prove(proof.batch, ProvenReading { incarnation: 1, ..good });
		let show = Call::prove_read { proof };
		refused(CARRIER, show, Error::<Test>::NotARegister);
		Shelf::declare_again(device, IMPORT, spec);
		// Neither a batch under the new declaration, nor one that was left of the old one.
		for incarnation in [0, 1] {
			let (mut proof, good) = proven(SELLERS, IMPORT, opens, 5);
			proof.batch.seq = incarnation;
			Shelf::prove(proof.batch, ProvenReading { incarnation, ..good });
			refused(CARRIER, Call::prove_read { proof }, Error::<Test>::NotARegister);
		}
	});
}

#[test]
fn meter_without_streams_should_not_be_read_from_batches() {
	run(|| {
		let market = pair(TERMS);
		set_now(market.start);
		let refusal = prove(BUYERS, IMPORT, market.start, 5);
		assert_noop!(refusal, Error::<Test>::NotARegister);
	});
}
