// SPDX-License-Identifier: Apache-2.0

//! Certificates: issued once, conserved, used once.

use super::*;

/// A pair in an approved zone whose seller fed in this much, paid.
fn certified(terms: ZoneTerms, fed: Energy) -> (MarketId, Option<CertificateId>) {
	let market = pair(terms);
	approve(market.zone);
	finish(market, fed)
}

fn approve(zone: ZoneId) {
	done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Approved });
}

fn finish(market: MarketId, fed: Energy) -> (MarketId, Option<CertificateId>) {
	let before = NextCertificate::<Test>::get();
	read(market, BUYERS, 600, 0);
	read(market, SELLERS, 0, fed);
	settle(market);
	pay_out(market);
	(market, (NextCertificate::<Test>::get() > before).then_some(before))
}

fn state(id: CertificateId) -> CertificateState<u64> {
	EnergyTrading::certificate(id).unwrap().state
}

fn totals() -> CertificateTotals {
	CertifiedEnergy::<Test>::get()
}

#[test]
fn certificate_should_be_for_what_was_metered_not_for_what_was_traded() {
	run(|| {
		let (market, id) = certified(TERMS, 750);
		let device = meter_of(SELLERS).id();
		let issued = Event::CertificateIssued {
			id: id.unwrap(),
			device,
			market,
			energy: 750,
			owner: SELLERS,
			carried: None,
		};
		assert!(events().contains(&issued));
		let info = EnergyTrading::certificate(id.unwrap()).unwrap();
		assert_eq!((info.device, info.zone, info.start), (device, market.zone, market.start));
		assert_eq!((info.period_ms, info.source), (PERIOD, EnergySource::Solar));
		assert_eq!((info.energy, info.owner), (750, SELLERS));
		assert_eq!(totals().live, 750);
	});
}

#[test]
fn certificate_should_not_be_issued_without_meter_approval_source_or_read() {
	run(|| {
		let market = pair(TERMS);
		assert_eq!(finish(market, 600).1, None);
	});
	run(|| {
		let market = pair(TERMS);
		approve(market.zone);
		let zone = market.zone;
		done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Suspect });
		assert_eq!(finish(market, 600).1, None);
	});
	run(|| {
		let market = pair(TERMS);
		approve(market.zone);
		let meter = meter_of(SELLERS).id();
		let (owner, spec, approval) = (SELLERS, SOLAR, Approval::Approved);
		done(GRID, Call::approve_meter { meter, owner, spec, approval });
		assert_eq!(finish(market, 600).1, None);
	});
	run(|| assert_eq!(certified(TERMS, 0).1, None));
	run(|| {
		let market = pair(TERMS);
		approve(market.zone);
		set_now(market.start + PERIOD);
		let meter = meter_of(SELLERS).id();
		done(GRID, Call::estimate { market, meter, energy: 600 });
		set_now(market.start + PERIOD + TERMS.read_ms);
		settle(market);
		pay_out(market);
		assert_eq!(NextCertificate::<Test>::get(), 0);
	});
}

/// An operator that finds, when it has seen what was fed in, that the meter was a good one.
#[test]
fn certificate_should_need_a_meter_that_was_certified_before() {
	for is_early in [true, false] {
		run(|| {
			let market = pair(TERMS);
			approve(market.zone);
			let meter = meter_of(SELLERS).id();
			let set = |approval| {
				let (owner, spec) = (SELLERS, SOLAR);
				done(GRID, Call::approve_meter { meter, owner, spec, approval });
			};
			set(Approval::Approved);
			set_now(if is_early { market.start } else { market.start + 1 });
			set(Approval::Certified);
			pass(1);
			// Said again, it changes nothing.
			set(Approval::Certified);
			assert_eq!(finish(market, 600).1.is_some(), is_early);
		});
	}
}

#[test]
fn certificate_should_be_forgone_when_its_deposit_cannot_be_paid() {
	run(|| {
		let market = pair(TERMS);
		approve(market.zone);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 0);
		// The seller delivered nothing, and has nothing but what is on hold and what it must pay.
		let meter = meter_of(SELLERS).id();
		settle(market);
		done(GRID, Call::dispute { market, meter });
		done(AUTHORITY, Call::decide { market, meter, metered: Some(10) });
		let rest = Balances::free_balance(SELLERS) - LEAST;
		assert_ok!(Balances::transfer_allow_death(signed(SELLERS), CARRIER, rest));
		assert!(on_hold(SELLERS, HoldReason::Order) > 0);
		pay_out(market);
		let device = meter;
		let forgone = Event::CertificateForgone { device, market, energy: 10 };
		let is_forgone = events().contains(&forgone);
		let is_issued = NextCertificate::<Test>::get() == 1;
		assert!(is_forgone != is_issued);
	});
}

#[test]
fn split_and_merge_should_conserve_energy() {
	run(|| {
		let id = certified(TERMS, 750).1.unwrap();
		let split = |id, energy| Call::split_certificate { id, energy };
		refused(STRANGER, split(id, 1), Error::<Test>::NotCertificateOwner);
		refused(SELLERS, split(9, 1), Error::<Test>::CertificateNotFound);
		for energy in [0, 750, 751] {
			refused(SELLERS, split(id, energy), Error::<Test>::BadSplit);
		}
		let held = on_hold(SELLERS, HoldReason::Certificate);
		done(SELLERS, split(id, 250));
		assert_eq!(last_event(), Event::CertificateSplit { id, part: 1, energy: 250 });
		assert_eq!(on_hold(SELLERS, HoldReason::Certificate), 2 * held);
		let energy = |id| EnergyTrading::certificate(id).unwrap().energy;
		assert_eq!((energy(id), energy(1)), (500, 250));
		check_everything();
		let merge = |id, part| Call::merge_certificates { id, part };
		refused(SELLERS, merge(id, id), Error::<Test>::CannotMerge);
		refused(STRANGER, merge(id, 1), Error::<Test>::NotCertificateOwner);
		done(SELLERS, Call::transfer_certificate { id: 1, to: STRANGER });
		assert_eq!(last_event(), Event::CertificateTransferred { id: 1, to: STRANGER });
		refused(SELLERS, merge(id, 1), Error::<Test>::NotCertificateOwner);
		done(STRANGER, Call::transfer_certificate { id: 1, to: SELLERS });
		done(SELLERS, merge(id, 1));
		assert_eq!(last_event(), Event::CertificatesMerged { id, part: 1 });
		assert_eq!((energy(id), totals().live), (750, 750));
		assert_eq!(on_hold(SELLERS, HoldReason::Certificate), held);
	});
}

#[test]
fn certificates_of_different_periods_should_not_merge() {
	run(|| {
		let (first, one) = certified(TERMS, 750);
		let market = MarketId { start: now() - now() % PERIOD + HOUR, ..first };
		order(market, BUYERS, Side::Bid, 300_000, 600).unwrap();
		order(market, SELLERS, Side::Ask, 180_000, 600).unwrap();
		clear(market);
		settle(market);
		let (opens, closes) = (market.start, market.start + PERIOD);
		set_now(closes);
		assert_ok!(submit(read_of(SELLERS, opens, 1_000, 3_000), SELLERS));
		assert_ok!(submit(read_of(SELLERS, closes, 1_000, 3_600), SELLERS));
		set_now(closes + TERMS.read_ms);
		settle(market);
		pay_out(market);
		let merge = Call::merge_certificates { id: one.unwrap(), part: one.unwrap() + 1 };
		refused(SELLERS, merge, Error::<Test>::CannotMerge);
		assert_eq!(totals().issued, 1_350);
	});
}

#[test]
fn cancelled_and_withdrawn_certificates_should_never_be_used_again() {
	run(|| {
		let id = certified(TERMS, 750).1.unwrap();
		done(SELLERS, Call::split_certificate { id, energy: 50 });
		let beneficiary = Beneficiary::Account(STRANGER);
		let cancel = |id, beneficiary| Call::cancel_certificate { id, beneficiary };
		refused(STRANGER, cancel(id, beneficiary.clone()), Error::<Test>::NotCertificateOwner);
		done(SELLERS, cancel(id, beneficiary.clone()));
		assert_eq!(
			last_event(),
			Event::CertificateCancelled { id, beneficiary: beneficiary.clone() }
		);
		done(AUTHORITY, Call::withdraw_certificate { id: 1 });
		assert_eq!(last_event(), Event::CertificateWithdrawn { id: 1 });
		assert_eq!(state(1), CertificateState::Withdrawn);
		assert_eq!(
			totals(),
			CertificateTotals { issued: 750, live: 0, cancelled: 700, expired: 0, withdrawn: 50 }
		);
		for id in [id, 1] {
			let used = Error::<Test>::CertificateUsed;
			refused(SELLERS, cancel(id, beneficiary.clone()), used);
			let used = Error::<Test>::CertificateUsed;
			refused(SELLERS, Call::transfer_certificate { id, to: STRANGER }, used);
			let used = Error::<Test>::CertificateUsed;
			refused(SELLERS, Call::split_certificate { id, energy: 1 }, used);
			refused(AUTHORITY, Call::withdraw_certificate { id }, Error::<Test>::CertificateUsed);
		}
		let unknown = Call::withdraw_certificate { id: 9 };
		refused(AUTHORITY, unknown, Error::<Test>::CertificateNotFound);
	});
}

#[test]
fn certificate_should_expire_and_return_its_deposit() {
	run(|| {
		let (market, id) = certified(TERMS, 750);
		let id = id.unwrap();
		let expire = |id| Call::expire_certificate { id };
		refused(STRANGER, expire(id), Error::<Test>::NotExpired);
		refused(STRANGER, expire(9), Error::<Test>::CertificateNotFound);
		done(SELLERS, Call::split_certificate { id, energy: 50 });
		set_now(market.start + PERIOD + 365 * DAY - 1);
		let beneficiary = Beneficiary::Account(SELLERS);
		done(SELLERS, Call::cancel_certificate { id: 1, beneficiary });
		pass(1);
		let late = Call::transfer_certificate { id, to: STRANGER };
		refused(SELLERS, late, Error::<Test>::CertificateExpired);
		done(STRANGER, expire(id));
		assert_eq!(last_event(), Event::CertificateExpired { id });
		assert_eq!((totals().expired, totals().cancelled), (700, 50));
		// The record of a use is kept for as long again.
		refused(STRANGER, expire(1), Error::<Test>::NotExpired);
		pass(365 * DAY);
		done(STRANGER, expire(1));
		assert_eq!(on_hold(SELLERS, HoldReason::Certificate), 0);
		assert_eq!((totals().expired, totals().cancelled), (700, 50));
	});
}

const STORAGE: u64 = SELLERS + 1;

/// The battery sells in a market of its own, or buys in one, and this much flows; `None` when it is
/// not read.
fn cycle(zone: ZoneId, side: Side, flow: Option<Energy>) -> MarketId {
	let market = MarketId { start: now() - now() % PERIOD + HOUR, zone };
	let (buyer, seller) = match side {
		Side::Bid => (STORAGE, SELLERS),
		Side::Ask => (BUYERS, STORAGE),
	};
	order(market, buyer, Side::Bid, 300_000, 600).unwrap();
	order(market, seller, Side::Ask, 180_000, 600).unwrap();
	clear(market);
	settle(market);
	let closes = market.start + PERIOD;
	set_now(closes);
	if let Some(flow) = flow {
		let latest = Meters::<Test>::get(meter_of(STORAGE).id()).unwrap().latest;
		let known = |register: Option<(Moment, Energy)>| register.map_or(0, |(_, of)| of);
		let (import, export) = (known(latest.import), known(latest.export));
		assert_ok!(submit(read_of(STORAGE, market.start, import, export), STORAGE));
		let (import, export) = match side {
			Side::Bid => (import + flow, export),
			Side::Ask => (import, export + flow),
		};
		assert_ok!(submit(read_of(STORAGE, closes, import, export), STORAGE));
	}
	market
}

fn end(market: MarketId) {
	pass(TERMS.read_ms);
	settle(market);
	pay_out(market);
}

/// A certificate of 750 Wh, and a battery in the same zone.
fn certificate_and_battery() -> (ZoneId, CertificateId, DeviceId) {
	let (market, id) = certified(TERMS, 750);
	(market.zone, id.unwrap(), join(market.zone, STORAGE, BATTERY).id())
}

fn charge(id: CertificateId, battery: DeviceId) -> Call<Test> {
	Call::cancel_certificate { id, beneficiary: Beneficiary::Storage(battery) }
}

/// Else any certificate would come out of the battery anew, with another date.
#[test]
fn battery_should_be_charged_with_what_it_drew_only() {
	run(|| {
		let (zone, id, battery) = certificate_and_battery();
		refused(SELLERS, charge(id, battery), Error::<Test>::NotCharged);
		// What is estimated, or not known at all, is not drawn.
		let market = cycle(zone, Side::Bid, None);
		done(GRID, Call::estimate { market, meter: battery, energy: 600 });
		end(market);
		end(cycle(zone, Side::Bid, None));
		refused(SELLERS, charge(id, battery), Error::<Test>::NotCharged);
		end(cycle(zone, Side::Bid, Some(749)));
		assert_eq!(EnergyTrading::meter(battery).unwrap().drawn, 749);
		refused(SELLERS, charge(id, battery), Error::<Test>::NotCharged);
		done(SELLERS, Call::split_certificate { id, energy: 1 });
		done(SELLERS, charge(id, battery));
		let meter = EnergyTrading::meter(battery).unwrap();
		assert_eq!((meter.drawn, meter.charged), (0, 749));
		refused(SELLERS, charge(1, battery), Error::<Test>::NotCharged);
	});
}

#[test]
fn energy_should_grow_no_younger_in_a_battery() {
	run(|| {
		let (zone, id, battery) = certificate_and_battery();
		let until = EnergyTrading::certificate(id).unwrap().expires_at;
		end(cycle(zone, Side::Bid, Some(800)));
		done(SELLERS, Call::split_certificate { id, energy: 50 });
		pass(300 * DAY);
		done(SELLERS, charge(id, battery));
		end(cycle(zone, Side::Ask, Some(500)));
		assert_eq!(EnergyTrading::certificate(2).unwrap().expires_at, until);
		// What is left in it has had its time.
		set_now(until);
		end(cycle(zone, Side::Ask, Some(500)));
		assert_eq!(NextCertificate::<Test>::get(), 3);
	});
}

#[test]
fn battery_should_issue_again_what_was_cancelled_for_charging_it_and_no_more() {
	run(|| {
		let (zone, id, battery) = certificate_and_battery();
		let trade = |fed: Energy| end(cycle(zone, Side::Ask, Some(fed)));
		trade(600);
		assert_eq!(NextCertificate::<Test>::get(), 1);
		end(cycle(zone, Side::Bid, Some(750)));
		for other in [meter_of(STRANGER).id(), meter_of(SELLERS).id()] {
			refused(SELLERS, charge(id, other), Error::<Test>::NotStorage);
		}
		done(SELLERS, charge(id, battery));
		assert_eq!(EnergyTrading::meter(battery).unwrap().charged, 750);
		trade(500);
		trade(500);
		trade(500);
		let energy = |id| EnergyTrading::certificate(id).unwrap().energy;
		assert_eq!(NextCertificate::<Test>::get(), 3);
		assert_eq!((energy(1), energy(2)), (500, 250));
		assert_eq!((totals().live, totals().cancelled), (750, 750));
	});
}

#[test]
fn disputed_energy_should_be_certified_as_decided() {
	run(|| {
		let market = pair(TERMS);
		approve(market.zone);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 700);
		settle(market);
		let meter = meter_of(SELLERS).id();
		done(GRID, Call::dispute { market, meter });
		pay_out(market);
		assert_eq!(NextCertificate::<Test>::get(), 0);
		done(AUTHORITY, Call::decide { market, meter, metered: Some(300) });
		assert_eq!(EnergyTrading::certificate(0).unwrap().energy, 300);
	});
}
