// SPDX-License-Identifier: Apache-2.0

//! What rules make of readings and of silence.

use super::*;

fn report_gap(device: DeviceId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::report_gap { device, stream: STREAM })
}

/// Kinds and seconds of what was told.
fn told() -> Vec<(AlertKind, u64)> {
	Listener::alerts()
		.into_iter()
		.map(|alert| (alert.kind, (alert.at - T0) / SECOND))
		.collect()
}

#[test]
fn alarm_should_be_told_to_listeners_and_in_an_event() {
	run(|| {
		let device = watched();
		let quiet = tell(device, 0, 81);
		assert_eq!(quiet, <() as WeightInfo>::on_reading(1));
		let loud = tell(device, 600, 82);
		assert_eq!(loud, <() as WeightInfo>::on_reading(1) + TOLD);
		let alert = Alert {
			device,
			stream: STREAM,
			rule: 0,
			kind: AlertKind::Raised,
			severity: AlertSeverity::Critical,
			at: T0 + 600 * SECOND,
		};
		assert_eq!(last_event(), Event::Alerted { alert, value: Some(81) });
		assert_eq!(Listener::alerts(), [alert]);
		assert!(SensorAlerts::is_alarmed(device, STREAM));
		let info = rule(device, 0);
		assert_eq!((info.seen_at, info.outside_s), (Some(T0 + 600 * SECOND), 600));
	});
}

#[test]
fn spoilt_medicine_should_be_told_and_the_next_load_begin_anew() {
	run(|| {
		let device = watched();
		for n in 0..=13 {
			tell(device, n * 300, 90);
		}
		assert_eq!(told(), [(AlertKind::Raised, 600), (AlertKind::BudgetExceeded, 3_600)]);
		assert!(rule(device, 0).is_budget_exceeded);
		let reset =
			|rule| dispatch(signed(OWNER), Call::reset_rule { device, stream: STREAM, rule });
		assert_ok!(reset(0));
		assert_eq!(last_event(), Event::RuleReset { device, stream: STREAM, rule: 0 });
		assert!(!SensorAlerts::is_alarmed(device, STREAM));
		assert_eq!((rule(device, 0).outside_s, rule(device, 0).seen_at), (0, None));
		assert_noop!(reset(1), Error::<Test>::RuleNotFound);
	});
}

#[test]
fn rules_of_one_stream_should_watch_each_for_itself() {
	run(|| {
		let device = watched();
		let strict = RuleSpec { high: Some(60), min_duration_s: 0, ..COLD_CHAIN };
		assert_ok!(set_rule(OWNER, device, strict));
		let weight = tell(device, 0, 70);
		assert_eq!(weight, <() as WeightInfo>::on_reading(2) + TOLD);
		let alerts = Listener::alerts();
		assert_eq!((alerts.len(), alerts[0].rule), (1, 1));
		assert_eq!(rule(device, 0).state, RuleState::Normal);
	});
}

#[test]
fn reading_on_an_unwatched_stream_should_cost_one_look() {
	run(|| {
		let device = device();
		assert_eq!(tell(device, 0, 999), <() as WeightInfo>::on_reading_without_rules());
	});
}

#[test]
fn bad_and_late_readings_should_change_nothing() {
	run(|| {
		let device = watched();
		tell(device, 300, 50);
		let before = rule(device, 0);
		let mut bad = accepted(device, 600, 999);
		bad.reading.quality = Quality::Bad;
		let late = AcceptedReading { is_latest: false, ..accepted(device, 600, 999) };
		for ignored in [bad, late, accepted(device, 300, 999), accepted(device, 299, 999)] {
			SensorAlerts::on_reading(&ignored);
			assert_eq!(rule(device, 0), before);
		}
	});
}

#[test]
fn silence_should_be_reported_by_anyone_once_it_is_long_enough() {
	run(|| {
		let device = watched();
		assert_noop!(report_gap(device), Error::<Test>::NoGap);
		tell(device, 0, 50);
		set_now(T0 + 600 * SECOND);
		assert_noop!(report_gap(device), Error::<Test>::NoGap);
		set_now(T0 + 601 * SECOND);
		assert_ok!(report_gap(device));
		let Event::Alerted { alert, value: None } = last_event() else { panic!() };
		assert_eq!((alert.kind, alert.at), (AlertKind::DataGap, T0 + 600 * SECOND));
		assert_noop!(report_gap(device), Error::<Test>::NoGap);
		set_now(T0 + 1_300 * SECOND);
		assert_ok!(report_gap(device));
		assert_eq!(told(), [(AlertKind::DataGap, 600), (AlertKind::Raised, 1_200)]);
		tell(device, 1_400, 50);
		assert_eq!(rule(device, 0).outside_s, 800);
	});
}

#[test]
fn silence_should_weigh_what_it_told() {
	run(|| {
		let device = watched();
		tell(device, 0, 50);
		set_now(T0 + 601 * SECOND);
		let post = SensorAlerts::report_gap(signed(STRANGER), device, STREAM).unwrap();
		assert_eq!(post.actual_weight, Some(<() as WeightInfo>::report_gap(1) + TOLD));
	});
}

#[test]
fn silence_should_not_be_reported_where_nothing_is_watched() {
	run(|| {
		assert_noop!(report_gap(device()), Error::<Test>::RuleNotFound);
		let device = watched();
		TestStreams::remove(device);
		assert_noop!(report_gap(device), Error::<Test>::StreamNotFound);
	});
}

#[test]
fn telling_should_never_weigh_more_than_was_charged() {
	run(|| {
		let device = device();
		let jumpy = RuleSpec { min_duration_s: 0, budget_s: Some(1), ..COLD_CHAIN };
		for _ in 0..MAX_RULES {
			assert_ok!(set_rule(OWNER, device, jumpy));
		}
		tell(device, 0, 50);
		let weight = tell(device, 9_000, 50);
		// A gap, an alarm, its end, and a budget, for each rule.
		assert_eq!(Listener::alerts().len(), 4 * MAX_RULES as usize);
		assert!(weight.all_lte(SensorAlerts::max_reading_weight()));
	});
}
