// SPDX-License-Identifier: Apache-2.0

//! Meters: who may trade with which.

use super::*;

fn register(zone: ZoneId, owner: u64, spec: MeterSpec) -> Call<Test> {
	Call::register_meter { zone, meter: meter_of(owner).id(), spec }
}

#[test]
fn meter_should_trade_when_its_operator_has_approved_it() {
	run(|| {
		let zone = make_zone(TERMS);
		let (device, meter) = (meter_of(BUYERS), meter_of(BUYERS).id());
		refused(BUYERS, register(zone, BUYERS, CONSUMER), Error::<Test>::MeterNotFound);
		device.register(BUYERS, MODEL);
		refused(STRANGER, register(zone, BUYERS, CONSUMER), Error::<Test>::NotMeterOwner);
		refused(BUYERS, register(9, BUYERS, CONSUMER), Error::<Test>::ZoneNotFound);
		for spec in [
			MeterSpec { max_import_w: 0, ..CONSUMER },
			MeterSpec { max_export_w: 1, ..CONSUMER },
			MeterSpec { max_export_w: 0, ..SOLAR },
			MeterSpec { max_import_w: 0, ..SOLAR },
			MeterSpec { max_export_w: 0, ..BATTERY },
			MeterSpec { max_import_w: 0, ..BATTERY },
		] {
			refused(BUYERS, register(zone, BUYERS, spec), Error::<Test>::BadMeter);
		}
		done(BUYERS, register(zone, BUYERS, CONSUMER));
		let registered = Event::MeterRegistered { meter, zone, owner: BUYERS, spec: CONSUMER };
		assert_eq!(last_event(), registered);
		refused(BUYERS, register(zone, BUYERS, CONSUMER), Error::<Test>::MeterExists);
		let bid = || order(market_of(zone), BUYERS, Side::Bid, 300_000, 100);
		assert_noop!(bid(), Error::<Test>::MeterNotApproved);
		let approve = |meter, approval| Call::approve_meter {
			meter,
			owner: BUYERS,
			spec: CONSUMER,
			approval,
		};
		refused(BUYERS, approve(meter, Approval::Approved), Error::<Test>::NotOperator);
		let unknown = meter_of(BUYERS + 1).id();
		refused(GRID, approve(unknown, Approval::Approved), Error::<Test>::MeterNotFound);
		done(GRID, approve(meter, Approval::Approved));
		let approval = Approval::Approved;
		assert_eq!(last_event(), Event::MeterApproved { meter, approval });
		assert_ok!(bid());
		done(GRID, approve(meter, Approval::Pending));
		assert_noop!(bid(), Error::<Test>::MeterNotApproved);
	});
}

/// An owner that describes its meter anew when the operator's approval is under way.
#[test]
fn approval_should_be_of_what_its_operator_has_seen() {
	run(|| {
		let zone = make_zone(TERMS);
		let (device, meter) = (meter_of(BUYERS), meter_of(BUYERS).id());
		device.register(BUYERS, MODEL);
		done(BUYERS, register(zone, BUYERS, CONSUMER));
		let approve =
			|owner, spec| Call::approve_meter { meter, owner, spec, approval: Approval::Certified };
		done(BUYERS, Call::remove_meter { meter });
		done(BUYERS, register(zone, BUYERS, SOLAR));
		refused(GRID, approve(BUYERS, CONSUMER), Error::<Test>::OtherMeter);
		TestRegistry::set_owner(meter, STRANGER);
		done(STRANGER, Call::remove_meter { meter });
		done(STRANGER, Call::register_meter { zone, meter, spec: SOLAR });
		refused(GRID, approve(BUYERS, SOLAR), Error::<Test>::OtherMeter);
		done(GRID, approve(STRANGER, SOLAR));
	});
}

#[test]
fn meter_should_not_trade_for_others_elsewhere_or_untrusted() {
	run(|| {
		let zone = make_zone(TERMS);
		let other = make_zone(TERMS);
		let meter = join(zone, BUYERS, CONSUMER).id();
		let bid = |zone, who: u64| {
			let market = market_of(zone);
			let order = Call::submit_order {
				market,
				meter,
				side: Side::Bid,
				quantity: 100,
				limit: 300_000,
				terms: 0,
				with_attribute: false,
			};
			dispatch(signed(who), order)
		};
		assert_noop!(bid(other, BUYERS), Error::<Test>::WrongZone);
		assert_noop!(bid(zone, STRANGER), Error::<Test>::NotMeterOwner);
		assert_noop!(bid(9, BUYERS), Error::<Test>::ZoneNotFound);
		let why = Some(Distrust::FirmwareUntrusted);
		TestRegistry::distrust(meter, TrustPurpose::Metering, why);
		assert_noop!(bid(zone, BUYERS), Error::<Test>::NotTrusted);
		TestRegistry::distrust(meter, TrustPurpose::Metering, None);
		assert_ok!(bid(zone, BUYERS));
		// Sold and bought back: the record speaks for the former ownership period.
		TestRegistry::set_owner(meter, STRANGER);
		assert_noop!(bid(zone, BUYERS), Error::<Test>::NotMeterOwner);
		TestRegistry::set_owner(meter, BUYERS);
		assert_noop!(bid(zone, BUYERS), Error::<Test>::NotMeterOwner);
	});
}

#[test]
fn meter_should_be_removed_by_owner_new_owner_or_operator_when_idle() {
	run(|| {
		let zone = make_zone(TERMS);
		let before = wealth(BUYERS);
		for who in [BUYERS, GRID, STRANGER] {
			let meter = join(zone, BUYERS, CONSUMER).id();
			refused(CARRIER, Call::remove_meter { meter }, Error::<Test>::NotMeterOwner);
			if who == STRANGER {
				TestRegistry::set_owner(meter, STRANGER);
			}
			done(who, Call::remove_meter { meter });
			assert_eq!(last_event(), Event::MeterRemoved { meter });
			refused(who, Call::remove_meter { meter }, Error::<Test>::MeterNotFound);
			assert_eq!(wealth(BUYERS), before);
			assert_eq!(on_hold(BUYERS, HoldReason::Meter), 0);
		}
	});
}

#[test]
fn meter_should_stay_and_not_change_hands_while_it_takes_part() {
	run(|| {
		let market = pair(TERMS);
		let meter = meter_of(BUYERS).id();
		assert!(EnergyTrading::is_encumbered(&meter));
		assert!(!EnergyTrading::is_encumbered(&meter_of(BUYERS + 1).id()));
		refused(BUYERS, Call::remove_meter { meter }, Error::<Test>::MeterInUse);
		assert_eq!(EnergyTrading::meter(meter).unwrap().open, 1);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		pay_out(market);
		assert!(!EnergyTrading::is_encumbered(&meter));
		done(BUYERS, Call::remove_meter { meter });
	});
}
