// SPDX-License-Identifier: Apache-2.0

//! What must not go wrong with silence, with what comes late, and with streams that change.

use super::*;

const LENIENT: RuleSpec = RuleSpec { gap_is_outside: false, ..COLD_CHAIN };

fn report_gap(device: DeviceId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::report_gap { device, stream: STREAM })
}

fn kinds() -> Vec<AlertKind> {
	Listener::alerts().into_iter().map(|alert| alert.kind).collect()
}

fn ruled(spec: RuleSpec) -> DeviceId {
	let device = device();
	assert_ok!(set_rule(OWNER, device, spec));
	device
}

/// A reading of second `at` that reaches the chain at second `now`.
fn tell_late(device: DeviceId, at: u64, now: u64, value: i64) {
	set_now(T0 + now * SECOND);
	let late = AcceptedReading { accepted_at: T0 + now * SECOND, ..accepted(device, at, value) };
	SensorAlerts::on_reading(&late);
}

#[test]
fn report_of_silence_should_not_hide_what_was_measured_meanwhile() {
	run(|| {
		let device = ruled(LENIENT);
		tell_late(device, 0, 0, 50);
		// Whoever carries the readings keeps them back, reports the silence, then hands them in.
		set_now(T0 + 3_000 * SECOND);
		assert_ok!(report_gap(device));
		for n in 1..=10 {
			tell_late(device, n * 300, 3_000, 120);
		}
		assert_eq!(kinds(), [AlertKind::DataGap, AlertKind::Raised]);
		assert_eq!(rule(device, 0).outside_s, 2_700);
	});
}

#[test]
fn report_of_silence_should_not_call_off_a_pending_alarm() {
	run(|| {
		let device = ruled(RuleSpec { min_duration_s: 1_200, ..LENIENT });
		tell_late(device, 0, 0, 120);
		tell_late(device, 500, 500, 120);
		set_now(T0 + 1_101 * SECOND);
		assert_ok!(report_gap(device));
		tell_late(device, 1_050, 1_101, 120);
		tell_late(device, 1_300, 1_300, 120);
		assert!(kinds().contains(&AlertKind::Raised));
	});
}

#[test]
fn stream_that_always_comes_late_should_not_count_as_silent() {
	run(|| {
		let device = ruled(COLD_CHAIN);
		// Every five minutes without fail, through a gateway that takes eleven.
		for n in 0..=12 {
			tell_late(device, n * 300, n * 300 + 660, 50);
			assert_noop!(report_gap(device), Error::<Test>::NoGap);
		}
		assert_eq!(kinds(), []);
	});
}

#[test]
fn silence_should_not_be_decided_closer_than_the_chains_clock_goes() {
	run(|| {
		let spec = StreamSpec { period_s: 1, ..spec() };
		let device = device();
		TestStreams::declare(device, spec);
		assert_ok!(set_rule(OWNER, device, RuleSpec { min_duration_s: 0, ..COLD_CHAIN }));
		SensorAlerts::on_reading(&AcceptedReading { spec, ..accepted(device, 0, 50) });
		set_now(T0 + 3 * SECOND);
		assert_noop!(report_gap(device), Error::<Test>::NoGap);
		set_now(T0 + 60 * SECOND);
		assert_noop!(report_gap(device), Error::<Test>::NoGap);
		set_now(T0 + 61 * SECOND);
		assert_ok!(report_gap(device));
	});
}

#[test]
fn device_at_its_end_should_not_be_missed() {
	run(|| {
		let device = ruled(COLD_CHAIN);
		tell_late(device, 0, 0, 50);
		set_now(T0 + 9_000 * SECOND);
		TestRegistry::set_state(device, DeviceState::Decommissioned);
		assert_noop!(report_gap(device), Error::<Test>::DeviceEnded);
	});
}

#[test]
fn rule_should_not_judge_another_stream_of_the_same_number() {
	run(|| {
		let device = ruled(COLD_CHAIN);
		// Declared anew in hundredths of a degree: 5.00 degrees is well inside. And in the very
		// same way, which is another stream all the same.
		for spec in [StreamSpec { scale: -2, ..spec() }, spec()] {
			TestStreams::declare(device, spec);
			for n in 0..=3 {
				let reading = accepted(device, n * 300, 500);
				SensorAlerts::on_reading(&AcceptedReading { spec, ..reading });
			}
			assert_noop!(report_gap(device), Error::<Test>::NoGap);
		}
		assert_eq!(kinds(), []);
		let clear = Call::remove_rule { device, stream: STREAM, rule: 0 };
		assert_ok!(dispatch(signed(STRANGER), clear));
	});
}

#[test]
fn alarm_should_name_the_value_that_was_outside() {
	run(|| {
		let device = ruled(COLD_CHAIN);
		tell_late(device, 0, 0, 120);
		tell_late(device, 600, 600, 50);
		let Event::Alerted { alert, value } = last_event() else { panic!() };
		assert_eq!((alert.kind, value), (AlertKind::Raised, Some(120)));
	});
}

#[test]
fn budget_should_be_used_up_at_the_same_moment_however_often_is_measured() {
	let moment = |step: u64| {
		run(|| {
			let device = ruled(RuleSpec { budget_s: Some(450), ..COLD_CHAIN });
			for at in (0..=600).step_by(step as usize) {
				tell_late(device, at, at, 120);
			}
			let alerts = Listener::alerts();
			alerts.into_iter().find(|a| a.kind == AlertKind::BudgetExceeded).unwrap().at
		})
	};
	assert_eq!((moment(600), moment(100)), (T0 + 450 * SECOND, T0 + 450 * SECOND));
}

#[test]
fn hysteresis_should_leave_values_that_the_stream_can_have() {
	run(|| {
		let device = device();
		// Below -400 tenths nothing is plausible, so such an alarm could never end.
		let endless = RuleSpec { low: None, hysteresis: 481, ..COLD_CHAIN };
		assert_noop!(set_rule(OWNER, device, endless), Error::<Test>::HysteresisTooWide);
		assert_ok!(set_rule(OWNER, device, RuleSpec { hysteresis: 480, ..endless }));
	});
}
