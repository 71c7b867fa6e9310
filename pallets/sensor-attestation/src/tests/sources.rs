// SPDX-License-Identifier: Apache-2.0

//! Enrolment, allowances, gateways.

use super::*;

#[test]
fn enrol_should_keep_counters_and_standing_for_a_device() {
	run(|| {
		let device = registered(1);
		assert_ok!(SensorAttestation::enrol(signed(OWNER), device.id()));
		let enrolled = Event::SourceEnrolled { device: device.id(), depositor: OWNER };
		assert_eq!(last_event(), enrolled);
		let info = source(&device);
		assert_eq!((info.standing, info.streams, info.depositor), (5_000, 0, OWNER));
		assert_eq!((info.allowance, info.available, info.counters), (None, 0, vec![]));
		assert_eq!(on_hold(OWNER, HoldReason::Source), deposit(HoldReason::Source));
	});
}

#[test]
fn enrol_should_fail_when_the_same_account_has_done_it() {
	run(|| {
		let device = sensor(1);
		let again = SensorAttestation::enrol(signed(OWNER), device.id());
		assert_noop!(again, Error::<Test>::AlreadyEnrolled);
	});
}

#[test]
fn enrol_should_fail_when_the_device_is_unknown_or_at_its_end() {
	run(|| {
		let device = registered(1);
		TestRegistry::set_state(device.id(), DeviceState::Revoked);
		let ended = SensorAttestation::enrol(signed(OWNER), device.id());
		assert_noop!(ended, Error::<Test>::DeviceEnded);
		TestRegistry::remove_device(device.id());
		let unknown = SensorAttestation::enrol(signed(OWNER), device.id());
		assert_noop!(unknown, Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn new_owner_should_take_the_deposit_over_and_keep_the_counters() {
	run(|| {
		let device = sensor(1);
		assert_ok!(carry(&device, reading(7)));
		TestRegistry::set_owner(device.id(), BUYER);
		assert_ok!(SensorAttestation::enrol(signed(BUYER), device.id()));
		assert_eq!(on_hold(OWNER, HoldReason::Source), 0);
		assert_eq!(on_hold(BUYER, HoldReason::Source), deposit(HoldReason::Source));
		assert_eq!(source(&device).counters, [(0, 7)]);
		assert_eq!(source(&device).streams, 1);
	});
}

#[test]
fn remove_source_should_wait_until_no_reading_can_be_accepted_again() {
	run(|| {
		let device = sensor(1);
		let ahead = Reading { t_ms: now() + 120_000, ..reading(7) };
		assert_ok!(carry(&device, ahead));
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM));
		let remove = || SensorAttestation::remove_source(signed(OWNER), device.id());
		assert_noop!(remove(), Error::<Test>::SourceStillFresh);
		pass(DAY + 120_000);
		assert_noop!(remove(), Error::<Test>::SourceStillFresh);
		// The first moment at which the same reading is too old.
		pass(1);
		assert_ok!(remove());
		let (id, gone) = (device.id(), last_event());
		assert_eq!(gone, Event::SourceRemoved { device: id });
		assert_eq!(on_hold(OWNER, HoldReason::Lane), 0);
		prepare(device, spec());
		assert_noop!(carry(&device, ahead), Error::<Test>::ReadingTooOld);
	});
}

#[test]
fn remove_source_should_fail_when_streams_or_gateways_are_left() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		let remove = || SensorAttestation::remove_source(signed(OWNER), device.id());
		assert_noop!(remove(), Error::<Test>::SourceInUse);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM));
		assert_noop!(remove(), Error::<Test>::SourceInUse);
		assert_ok!(SensorAttestation::remove_gateway(signed(OWNER), device.id(), gateway.id()));
		assert_ok!(remove());
		assert_noop!(remove(), Error::<Test>::SourceNotFound);
	});
}

#[test]
fn anyone_should_clear_up_after_a_device_that_has_ended() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		assert_ok!(carry(&device, reading(7)));
		TestRegistry::set_state(device.id(), DeviceState::Decommissioned);
		let who = || signed(STRANGER);
		assert_ok!(SensorAttestation::close_lane(who(), device.id()));
		assert_eq!(last_event(), Event::LaneClosed { device: device.id() });
		assert_ok!(SensorAttestation::remove_gateway(who(), device.id(), gateway.id()));
		assert_ok!(SensorAttestation::remove_stream(who(), device.id(), STREAM));
		assert_ok!(SensorAttestation::remove_source(who(), device.id()));
		assert_eq!(Balances::free_balance(OWNER), START);
	});
}

#[test]
fn lane_should_cost_a_deposit_that_rises_with_the_allowance() {
	run(|| {
		let device = sensor(1);
		let id = device.id();
		assert_eq!(on_hold(OWNER, HoldReason::Lane), 50 + 60 + 4);
		let more = Allowance { interval_ms: 1_000, burst: 64 };
		assert_ok!(SensorAttestation::set_lane(signed(OWNER), id, more));
		let set = Event::LaneSet { device: id, allowance: more, depositor: OWNER };
		assert_eq!(last_event(), set);
		assert_eq!(on_hold(OWNER, HoldReason::Lane), 50 + 3_600 + 64);
		assert_eq!((source(&device).allowance, source(&device).available), (Some(more), 64));
	});
}

#[test]
fn lane_should_be_refused_outside_of_its_limits() {
	run(|| {
		let id = sensor(1).id();
		for bad in [
			Allowance { interval_ms: 999, ..ALLOWANCE },
			Allowance { burst: 0, ..ALLOWANCE },
			Allowance { burst: 65, ..ALLOWANCE },
		] {
			let set = SensorAttestation::set_lane(signed(OWNER), id, bad);
			assert_noop!(set, Error::<Test>::BadAllowance);
		}
		let other = registered(2).id();
		let set = SensorAttestation::set_lane(signed(OWNER), other, ALLOWANCE);
		assert_noop!(set, Error::<Test>::SourceNotFound);
		assert_ok!(SensorAttestation::close_lane(signed(OWNER), id));
		let close = SensorAttestation::close_lane(signed(OWNER), id);
		assert_noop!(close, Error::<Test>::NoLane);
	});
}

#[test]
fn former_owner_should_get_every_deposit_back() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		TestRegistry::set_owner(device.id(), BUYER);
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM));
		let removed = Event::StreamRemoved { device: device.id(), stream: STREAM };
		assert_eq!(last_event(), removed);
		assert_ok!(SensorAttestation::remove_gateway(signed(OWNER), device.id(), gateway.id()));
		assert_ok!(SensorAttestation::remove_source(signed(OWNER), device.id()));
		assert_eq!(Balances::free_balance(OWNER), START);
	});
}

#[test]
fn gateway_should_count_for_the_present_owner_only() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		let (id, other) = (device.id(), gateway.id());
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), id, other));
		let named = Event::GatewayNamed { device: id, gateway: other, epoch: 1, depositor: OWNER };
		assert_eq!(last_event(), named);
		assert_eq!(SensorAttestation::gateways_of(id), [other]);
		let again = SensorAttestation::name_gateway(signed(OWNER), id, other);
		assert_noop!(again, Error::<Test>::GatewayNamedAlready);
		TestRegistry::set_owner(id, BUYER);
		assert_eq!(SensorAttestation::gateways_of(id), []);
		// It is in the way of nobody.
		assert_ok!(SensorAttestation::remove_gateway(signed(STRANGER), id, other));
		assert_eq!(last_event(), Event::GatewayRemoved { device: id, gateway: other });
		let gone = SensorAttestation::remove_gateway(signed(STRANGER), id, other);
		assert_noop!(gone, Error::<Test>::NotGateway);
	});
}

#[test]
fn gateways_should_be_bounded_and_registered() {
	run(|| {
		let id = sensor(1).id();
		let name = |gateway| SensorAttestation::name_gateway(signed(OWNER), id, gateway);
		assert_noop!(name(DeviceId::default()), Error::<Test>::GatewayNotFound);
		assert_noop!(name(id), Error::<Test>::GatewayNotFound);
		for seed in [2, 3] {
			assert_ok!(name(registered(seed).id()));
		}
		assert_noop!(name(registered(4).id()), Error::<Test>::TooManyGateways);
	});
}

#[test]
fn worst_case_should_bound_what_a_full_device_takes() {
	run(|| {
		let bytes = SensorAttestation::worst_case_bytes();
		let batches = u64::from(2 * MAX_STREAMS * MAX_BATCHES);
		let batch = BatchRecordOf::<Test>::max_encoded_len() as u64;
		assert!(bytes > batches * batch && bytes < 2 * batches * batch, "{bytes}");
	});
}
