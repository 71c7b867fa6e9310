// SPDX-License-Identifier: Apache-2.0

//! How rules come and go.

use super::*;

fn remove(who: u64, device: DeviceId, rule: RuleNumber) -> DispatchResult {
	dispatch(signed(who), Call::remove_rule { device, stream: STREAM, rule })
}

#[test]
fn rule_should_be_kept_with_its_deposit_until_it_is_removed() {
	run(|| {
		let device = device();
		assert_ok!(set_rule(OWNER, device, COLD_CHAIN));
		let set =
			Event::RuleSet { device, stream: STREAM, rule: 0, spec: COLD_CHAIN, depositor: OWNER };
		assert_eq!(last_event(), set);
		let info = rule(device, 0);
		assert_eq!((info.spec, info.state, info.depositor), (COLD_CHAIN, RuleState::Normal, OWNER));
		assert_eq!((info.seen_at, info.outside_s, info.is_budget_exceeded), (None, 0, false));
		assert_eq!(on_hold(OWNER), 50 + SensorAlerts::rule_footprint().size);
		assert_ok!(remove(OWNER, device, 0));
		assert_eq!(last_event(), Event::RuleRemoved { device, stream: STREAM, rule: 0 });
		assert_eq!(Balances::free_balance(OWNER), START);
		assert_noop!(remove(OWNER, device, 0), Error::<Test>::RuleNotFound);
	});
}

#[test]
fn rules_of_a_stream_should_be_bounded_and_have_numbers_of_their_own() {
	run(|| {
		let device = device();
		for _ in 0..MAX_RULES {
			assert_ok!(set_rule(OWNER, device, COLD_CHAIN));
		}
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::TooManyRules);
		assert_ok!(remove(OWNER, device, 1));
		assert_noop!(remove(OWNER, device, 1), Error::<Test>::RuleNotFound);
		assert_ok!(set_rule(OWNER, device, COLD_CHAIN));
		let numbers: Vec<_> = SensorAlerts::rules_of(device, STREAM)
			.into_iter()
			.map(|rule| rule.number)
			.collect();
		assert_eq!(numbers, [0, 2, 3]);
	});
}

#[test]
fn rule_should_be_refused_when_it_cannot_be_kept_or_broken() {
	run(|| {
		let device = device();
		for (bad, error) in [
			(RuleSpec { low: None, high: None, ..COLD_CHAIN }, Error::<Test>::Unbounded),
			(RuleSpec { low: Some(80), ..COLD_CHAIN }, Error::<Test>::BoundsCrossed),
			(RuleSpec { hysteresis: 31, ..COLD_CHAIN }, Error::<Test>::HysteresisTooWide),
		] {
			assert_noop!(set_rule(OWNER, device, bad), error);
		}
	});
}

#[test]
fn rule_should_be_refused_for_what_is_not_there_or_not_to_be_seen() {
	run(|| {
		let device = device();
		let elsewhere = Call::set_rule { device, stream: 4, spec: COLD_CHAIN };
		assert_noop!(dispatch(signed(OWNER), elsewhere), Error::<Test>::StreamNotFound);
		TestStreams::declare(device, StreamSpec { class: DataClass::Personal, ..spec() });
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::PersonalData);
		TestRegistry::set_state(device, DeviceState::Revoked);
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::DeviceEnded);
		TestRegistry::remove_device(device);
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn rule_should_be_refused_when_no_number_is_left() {
	run(|| {
		let device = watched();
		Rules::<Test>::mutate(device, STREAM, |set| set.as_mut().unwrap().next = u32::MAX);
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::TooManyRules);
	});
}

#[test]
fn rule_should_be_refused_while_work_is_paused_and_watch_on() {
	run(|| {
		let device = watched();
		assert_ok!(SensorAlerts::pause(trustees()));
		assert_eq!(last_event(), Event::WorkPaused);
		assert_noop!(set_rule(OWNER, device, COLD_CHAIN), Error::<Test>::Paused);
		tell(device, 0, 81);
		tell(device, 600, 81);
		assert!(SensorAlerts::is_alarmed(device, STREAM));
		assert_ok!(remove(OWNER, device, 0));
		assert_ok!(SensorAlerts::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
		assert_ok!(set_rule(OWNER, device, COLD_CHAIN));
	});
}

#[test]
fn former_owner_should_get_the_deposit_back() {
	run(|| {
		let device = watched();
		TestRegistry::set_owner(device, BUYER);
		assert_ok!(remove(OWNER, device, 0));
		assert_eq!(Balances::free_balance(OWNER), START);
	});
}

#[test]
fn anyone_should_clear_up_where_device_or_stream_is_gone() {
	for end in [
		(|device| TestRegistry::set_state(device, DeviceState::Decommissioned)) as fn(DeviceId),
		TestRegistry::remove_device,
		TestStreams::remove,
	] {
		run(|| {
			let device = watched();
			assert_noop!(remove(STRANGER, device, 0), Error::<Test>::NotOperator);
			end(device);
			assert_ok!(remove(STRANGER, device, 0));
			assert_eq!(Balances::free_balance(OWNER), START);
		});
	}
}
