// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion};

pub(super) struct Case {
	pub(super) name: &'static str,
	pub(super) call: fn() -> Call<Test>,
	expected: Results,
}

const CALLERS: [&str; 7] =
	["nobody", "trustees", "authorities", "operator", "buyer", "seller", "stranger"];

fn callers() -> [RuntimeOrigin; 7] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(AUTHORITY),
		signed(GRID),
		signed(BUYERS),
		signed(SELLERS),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 7];

const NO: Result<(), DispatchError> = Err(NobodyMay);
const OK: Result<(), DispatchError> = Ok(());
const ANYONE: Results = [NO, NO, OK, OK, OK, OK, OK];
const TRUSTEES: Results = [NO, OK, NO, NO, NO, NO, NO];
const AUTHORITIES: Results = [NO, NO, OK, NO, NO, NO, NO];

fn operator() -> Results {
	let no = Err(Error::<Test>::NotOperator.into());
	[NO, NO, no, OK, no, no, no]
}

fn buyer(error: Error<Test>) -> Results {
	let no = Err(error.into());
	[NO, NO, no, no, OK, no, no]
}

fn seller(error: Error<Test>) -> Results {
	let no = Err(error.into());
	[NO, NO, no, no, no, OK, no]
}

fn open() -> MarketId {
	trade(make_zone(TERMS), &[(300_000, 600)], &[(180_000, 600)])
}

fn settled() -> MarketId {
	let market = pair(TERMS);
	done(AUTHORITY, Call::assess_zone { zone: market.zone, standing: ZoneStanding::Approved });
	read(market, BUYERS, 600, 0);
	read(market, SELLERS, 0, 500);
	settle(market);
	market
}

fn disputed() -> MarketId {
	let market = settled();
	done(SELLERS, Call::dispute { market, meter: meter_of(SELLERS).id() });
	market
}

/// A certificate that goes with what was sold, and a share of all of it.
fn carried() -> (MarketId, CertificateId) {
	let market = market_of(make_zone(TERMS));
	done(AUTHORITY, Call::assess_zone { zone: market.zone, standing: ZoneStanding::Approved });
	for (owner, spec, side) in [(BUYERS, CONSUMER, Side::Bid), (SELLERS, SOLAR, Side::Ask)] {
		join(market.zone, owner, spec);
		place(market, owner, side, 200_000, 600, true).unwrap();
	}
	clear(market);
	settle(market);
	read(market, BUYERS, 600, 0);
	read(market, SELLERS, 0, 600);
	settle(market);
	pay_out(market);
	(market, 0)
}

fn certificate() -> CertificateId {
	pay_out(settled());
	0
}

pub(super) fn cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"create_zone",
			|| Call::create_zone {
				currency: NativeOrWithId::Native,
				period_ms: PERIOD,
				terms: TERMS,
				prices: PRICES,
			},
			ANYONE,
		),
		case("set_terms", || Call::set_terms { zone: make_zone(TERMS), terms: TERMS }, operator()),
		case(
			"set_prices",
			|| {
				let zone = make_zone(TERMS);
				pass(DAY);
				let prices = Prices { feed_in: 80_000, retail: 330_000 };
				Call::set_prices { zone, prices }
			},
			operator(),
		),
		case(
			"assess_zone",
			|| Call::assess_zone { zone: make_zone(TERMS), standing: ZoneStanding::Approved },
			AUTHORITIES,
		),
		case("retire_zone", || Call::retire_zone { zone: make_zone(TERMS) }, operator()),
		case(
			"remove_zone",
			|| {
				let zone = make_zone(TERMS);
				done(GRID, Call::retire_zone { zone });
				Call::remove_zone { zone }
			},
			ANYONE,
		),
		case("add_float", || Call::add_float { zone: make_zone(TERMS), amount: 9 }, operator()),
		case("take_float", || Call::take_float { zone: make_zone(TERMS), amount: 9 }, operator()),
		case(
			"register_meter",
			|| {
				let zone = make_zone(TERMS);
				let device = meter_of(BUYERS);
				device.register(BUYERS, MODEL);
				Call::register_meter { zone, meter: device.id(), spec: CONSUMER }
			},
			buyer(Error::<Test>::NotMeterOwner),
		),
		case(
			"approve_meter",
			|| {
				let meter = join(make_zone(TERMS), BUYERS, CONSUMER).id();
				let (owner, spec, approval) = (BUYERS, CONSUMER, Approval::Approved);
				Call::approve_meter { meter, owner, spec, approval }
			},
			operator(),
		),
		case(
			"remove_meter",
			|| Call::remove_meter { meter: join(make_zone(TERMS), BUYERS, CONSUMER).id() },
			{
				let no = Err(Error::<Test>::NotMeterOwner.into());
				[NO, NO, no, OK, OK, no, no]
			},
		),
		case("open_market", || Call::open_market { market: market_of(make_zone(TERMS)) }, ANYONE),
		case("set_cap", || Call::set_cap { market: open(), cap: Some(1) }, AUTHORITIES),
		case(
			"submit_order",
			|| {
				let zone = make_zone(TERMS);
				let meter = join(zone, BUYERS, CONSUMER).id();
				let (market, side) = (market_of(zone), Side::Bid);
				let (quantity, limit, terms, with_attribute) = (100, 300_000, 0, true);
				Call::submit_order { market, meter, side, quantity, limit, terms, with_attribute }
			},
			buyer(Error::<Test>::NotMeterOwner),
		),
		case(
			"cancel_order",
			|| {
				let market = open();
				cancellation(market, SELLERS, 1)
			},
			seller(Error::<Test>::NotOrderOwner),
		),
		case(
			"clear",
			|| {
				let market = open();
				set_now(market.start);
				Call::clear { market, pages: 10 }
			},
			ANYONE,
		),
		case(
			"submit_read",
			|| {
				let market = pair(TERMS);
				set_now(market.start);
				let read = read_of(BUYERS, market.start, 1, 0);
				let signature = meter_of(BUYERS).op(0).sign(&GENESIS, &read);
				Call::submit_read { read, key_index: 0, signature }
			},
			ANYONE,
		),
		case(
			"prove_read",
			|| {
				let zone = make_zone(TERMS);
				let streams = streams(1, 2);
				let device = join(zone, BUYERS, MeterSpec { streams, ..CONSUMER }).id();
				let market = market_of(zone);
				order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
				set_now(market.start);
				let t_ms = market.start;
				let reading =
					Reading { stream: 1, counter: 9, t_ms, value: 5, quality: Quality::Good };
				let batch = BatchId { device, stream: 1, seq: 0 };
				let assurance = Assurance::DeviceSigned;
				let (not_before, not_after) = (None, t_ms);
				let proven = ProvenReading {
					device,
					reading,
					assurance,
					key_index: Some(0),
					incarnation: 0,
					not_before,
					not_after,
				};
				Shelf::add_register(device, 1);
				Shelf::prove(batch, proven);
				let path = Default::default();
				Call::prove_read { proof: BatchProof { batch, index: 0, reading, path } }
			},
			ANYONE,
		),
		case(
			"estimate",
			|| {
				let market = pair(TERMS);
				set_now(market.start + PERIOD);
				Call::estimate { market, meter: meter_of(BUYERS).id(), energy: 500 }
			},
			operator(),
		),
		case(
			"settle",
			|| {
				let market = pair(TERMS);
				set_now(market.start + 2 * DAY);
				Call::settle { market, legs: 10 }
			},
			ANYONE,
		),
		case("suspend", || Call::suspend { market: open() }, operator()),
		case(
			"curtail",
			|| {
				let market = pair(TERMS);
				set_now(market.start);
				Call::curtail { market, to: 5_000 }
			},
			operator(),
		),
		case("dispute", || Call::dispute { market: settled(), meter: meter_of(SELLERS).id() }, {
			let no = Err(Error::<Test>::NotParty.into());
			[NO, NO, no, OK, no, OK, no]
		}),
		case(
			"decide",
			|| {
				let market = disputed();
				Call::decide { market, meter: meter_of(SELLERS).id(), metered: None }
			},
			AUTHORITIES,
		),
		case(
			"end_dispute",
			|| {
				let market = disputed();
				pass(7 * DAY);
				Call::end_dispute { market, meter: meter_of(SELLERS).id() }
			},
			ANYONE,
		),
		case(
			"split_certificate",
			|| Call::split_certificate { id: certificate(), energy: 100 },
			seller(Error::<Test>::NotCertificateOwner),
		),
		case(
			"merge_certificates",
			|| {
				let id = certificate();
				done(SELLERS, Call::split_certificate { id, energy: 100 });
				Call::merge_certificates { id, part: 1 }
			},
			seller(Error::<Test>::NotCertificateOwner),
		),
		case(
			"transfer_certificate",
			|| Call::transfer_certificate { id: certificate(), to: STRANGER },
			seller(Error::<Test>::NotCertificateOwner),
		),
		case(
			"cancel_certificate",
			|| Call::cancel_certificate {
				id: certificate(),
				beneficiary: Beneficiary::Account(STRANGER),
			},
			seller(Error::<Test>::NotCertificateOwner),
		),
		case(
			"withdraw_certificate",
			|| Call::withdraw_certificate { id: certificate() },
			AUTHORITIES,
		),
		case(
			"expire_certificate",
			|| {
				let id = certificate();
				pass(366 * DAY);
				Call::expire_certificate { id }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(EnergyTrading::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
		case(
			"pay_claim",
			|| {
				issue_euros();
				let euros = NativeOrWithId::WithId(EUROS);
				let zone = make_zone_in(euros.clone(), TERMS);
				let market = trade(zone, &[(300_000, 600)], &[]);
				assert_ok!(Assets::block(signed(AUTHORITY), EUROS, BUYERS));
				done(GRID, Call::suspend { market });
				settle(market);
				assert_ok!(Assets::thaw(signed(AUTHORITY), EUROS, BUYERS));
				Call::pay_claim { currency: euros, account: BUYERS }
			},
			ANYONE,
		),
		case(
			"claim_certificate",
			|| {
				let (market, certificate) = carried();
				Call::claim_certificate { market, meter: meter_of(BUYERS).id(), certificate }
			},
			buyer(Error::<Test>::ShareNotFound),
		),
		case(
			"drop_share",
			|| {
				let (market, _) = carried();
				Call::drop_share { account: BUYERS, market, meter: meter_of(BUYERS).id() }
			},
			buyer(Error::<Test>::NotExpired),
		),
	]
}

#[test]
fn every_call_should_have_a_row_in_the_table() {
	let rows: Vec<_> = cases().iter().map(|case| case.name).collect();
	assert_eq!(rows, Call::<Test>::get_call_names());
}

#[test]
fn every_call_should_give_every_caller_the_exact_result() {
	for case in cases() {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			run(|| {
				let call = (case.call)();
				assert_eq!(call.get_call_name(), case.name);
				let before = sp_io::storage::root(StateVersion::V1);
				assert_eq!(dispatch(origin, call), expected, "{} called by {who}", case.name);
				let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
				// `set_terms` to the same terms, and what is reset to what it was, change nothing
				// but the events.
				assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
			});
		}
	}
}

#[test]
fn calls_that_cost_something_should_fail_when_caller_cannot_pay() {
	use sp_runtime::TokenError::FundsUnavailable;
	for (name, who) in [
		("create_zone", GRID),
		("add_float", GRID),
		("register_meter", BUYERS),
		("open_market", STRANGER),
		("submit_order", BUYERS),
		("dispute", SELLERS),
		("split_certificate", SELLERS),
	] {
		run(|| {
			let case = cases().into_iter().find(|case| case.name == name).unwrap();
			let call = (case.call)();
			let rest = Balances::free_balance(who) - LEAST - 1;
			assert_ok!(Balances::transfer_allow_death(signed(who), CARRIER, rest));
			assert_noop!(dispatch(signed(who), call), DispatchError::from(FundsUnavailable));
		});
	}
}
