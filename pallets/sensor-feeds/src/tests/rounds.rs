// SPDX-License-Identifier: Apache-2.0

//! Rounds: what counts, and what follows.

use super::*;

const REVEAL: OracleContent = OracleContent::Reveal { value: 10, salt: SALT };

#[test]
fn published_round_should_have_the_published_result_and_outlier() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 5);
		open(feed);
		let opened =
			Event::RoundOpened { feed, round: 0, closes_at: T0 + MINUTE, ends_at: T0 + MINUTE };
		assert_eq!(last_event(), opened);
		for (device, reported) in devices.iter().zip([201, 203, 199, 202, 350]) {
			value(feed, device, reported);
			let Event::Reported { report, carrier } = last_event() else { panic!() };
			assert_eq!((report.device, carrier), (device.id(), CARRIER));
		}
		let info = SensorFeeds::round(feed).unwrap();
		assert_eq!((info.reports, info.unrevealed), (5, 0));
		pass(MINUTE);
		let paid = SensorFeeds::close_round(signed(STRANGER), feed).unwrap();
		assert_eq!(paid.actual_weight, Some(<() as WeightInfo>::close_round(5)));
		let at = T0 + MINUTE;
		let result = FeedResult { value: 202, round: 0, reports: 5, at };
		assert_eq!(last_event(), Event::RoundClosed { feed, result });
		let judged: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::OracleJudged { round, is_outlier, reputation, .. } =>
					Some((round, is_outlier, reputation)),
				_ => None,
			})
			.collect();
		let good = (0, false, 5_250);
		assert_eq!(judged, [good, good, good, good, (0, true, 4_750)]);
		let answer = SensorFeeds::latest(feed).unwrap();
		assert_eq!((answer.value, answer.scale, answer.unit), (202, -1, Unit::Celsius));
		assert_eq!((answer.round, answer.reports, answer.at), (0, 5, at));
		assert_eq!((answer.age_ms, answer.is_stale), (0, false));
		assert_eq!(SensorFeeds::round(feed), None);
	});
}

#[test]
fn result_should_be_stale_beyond_its_heartbeat() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		assert_eq!(SensorFeeds::latest(feed), None);
		whole_round(feed, &devices, &[1, 2, 3]);
		let closed_at = SensorFeeds::latest(feed).unwrap().at;
		set_now(closed_at + HOUR);
		assert!(!SensorFeeds::latest(feed).unwrap().is_stale);
		pass(1);
		let answer = SensorFeeds::latest(feed).unwrap();
		assert_eq!((answer.is_stale, answer.age_ms), (true, HOUR + 1));
		assert_eq!(<() as FeedReader>::latest(feed), None);
	});
}

#[test]
fn round_should_fail_when_too_few_reports_have_weight() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 4);
		Oracles::<Test>::mutate(feed, devices[3].id(), |oracle| {
			oracle.as_mut().unwrap().reputation = 1_999
		});
		open(feed);
		for device in &devices[1..] {
			value(feed, device, 5);
		}
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_eq!(last_event(), Event::RoundFailed { feed, round: 0, reports: 2 });
		assert_eq!(SensorFeeds::latest(feed), None);
		assert_eq!(oracle(feed, &devices[1]).reputation, 5_000);
	});
}

#[test]
fn report_without_weight_should_not_count_and_can_earn_it() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 4);
		Oracles::<Test>::mutate(feed, devices[3].id(), |oracle| {
			oracle.as_mut().unwrap().reputation = 1_700
		});
		whole_round(feed, &devices, &[10, 10, 10, 10]);
		assert_eq!(SensorFeeds::latest(feed).unwrap().reports, 3);
		assert_eq!(oracle(feed, &devices[3]).reputation, 2_115);
		whole_round(feed, &devices, &[10, 10, 10, 10]);
		assert_eq!(SensorFeeds::latest(feed).unwrap().reports, 4);
	});
}

#[test]
fn rounds_should_come_one_after_another_and_no_oftener_than_the_feed_says() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		let open = || SensorFeeds::open_round(signed(STRANGER), feed);
		assert_ok!(open());
		assert_noop!(open(), Error::<Test>::RoundOpen);
		for device in &devices {
			value(feed, device, 1);
		}
		assert_noop!(close(feed), Error::<Test>::RoundNotOver);
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_noop!(close(feed), Error::<Test>::RoundNotOpen);
		pass(4 * MINUTE - 1);
		assert_noop!(open(), Error::<Test>::TooEarly);
		assert_eq!(SensorFeeds::feed(feed).unwrap().next_opening, T0 + 5 * MINUTE);
		pass(1);
		assert_ok!(open());
		let no_feed = SensorFeeds::open_round(signed(STRANGER), 9);
		assert_noop!(no_feed, Error::<Test>::FeedNotFound);
	});
}

#[test]
fn round_should_not_open_when_no_number_is_left() {
	run(|| {
		let (feed, _) = feed_of(OPEN, 3);
		Feeds::<Test>::mutate(feed, |record| record.as_mut().unwrap().next_round = u64::MAX);
		pass(HOUR);
		let open = SensorFeeds::open_round(signed(STRANGER), feed);
		assert_noop!(open, Error::<Test>::NumbersUsedUp);
	});
}

#[test]
fn report_should_be_refused_when_it_is_not_due() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		let value_of = OracleContent::Value(1);
		assert_noop!(say(feed, &devices[0], value_of), Error::<Test>::RoundNotOpen);
		assert_noop!(say(9, &devices[0], value_of), Error::<Test>::FeedNotFound);
		open(feed);
		let hidden = commitment(feed, &devices[0], 1);
		assert_noop!(say(feed, &devices[0], hidden), Error::<Test>::ValueWanted);
		assert_noop!(say(feed, &devices[0], REVEAL), Error::<Test>::ValueWanted);
		let other = device(9);
		assert_noop!(say(feed, &other, value_of), Error::<Test>::NotAdmitted);
		assert_ok!(say(feed, &devices[0], value_of));
		assert_noop!(say(feed, &devices[0], value_of), Error::<Test>::AlreadyReported);
		pass(MINUTE);
		assert_noop!(say(feed, &devices[1], value_of), Error::<Test>::RoundClosed);
	});
}

#[test]
fn report_should_be_refused_when_its_time_is_not_the_rounds() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		open(feed);
		let at = |at| {
			let report =
				OracleReport { at, ..report_of(feed, &devices[0], OracleContent::Value(1)) };
			let signature = devices[0].op(0).sign(&GENESIS, &report);
			SensorFeeds::report(signed(CARRIER), report, 0, signature)
		};
		assert_noop!(at(T0 - 120_001), Error::<Test>::ClockSkew);
		assert_noop!(at(T0 + 120_001), Error::<Test>::ClockSkew);
		assert_ok!(at(T0 - 120_000));
	});
}

#[test]
fn report_should_be_refused_when_the_device_is_not_trusted() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		open(feed);
		let why = Some(Distrust::FirmwareOutdated);
		TestRegistry::distrust(devices[0].id(), TrustPurpose::Oracle, why);
		let value_of = OracleContent::Value(1);
		assert_noop!(say(feed, &devices[0], value_of), Error::<Test>::NotTrusted);
		TestRegistry::distrust(devices[0].id(), TrustPurpose::Oracle, None);
		assert_ok!(say(feed, &devices[0], value_of));
	});
}

#[test]
fn committed_values_should_count_once_they_are_revealed() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		let open_value = OracleContent::Value(1);
		assert_noop!(say(feed, &devices[0], open_value), Error::<Test>::CommitmentWanted);
		for (device, value) in devices.iter().zip([10, 20, 30]) {
			assert_ok!(say(feed, device, commitment(feed, device, value)));
		}
		assert_eq!(SensorFeeds::round(feed).unwrap().unrevealed, 3);
		let reveal = |device: &TestDevice, value, salt| {
			say(feed, device, OracleContent::Reveal { value, salt })
		};
		assert_noop!(reveal(&devices[0], 10, SALT), Error::<Test>::RoundNotOver);
		pass(MINUTE);
		assert_noop!(reveal(&devices[0], 11, SALT), Error::<Test>::RevealMismatch);
		assert_noop!(reveal(&devices[0], 10, [0; 32]), Error::<Test>::RevealMismatch);
		for (device, value) in devices.iter().zip([10, 20, 30]) {
			assert_ok!(reveal(device, value, SALT));
		}
		assert_noop!(reveal(&devices[0], 10, SALT), Error::<Test>::NothingToReveal);
		assert_noop!(close(feed), Error::<Test>::RoundNotOver);
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_eq!(SensorFeeds::latest(feed).unwrap().value, 20);
	});
}

#[test]
fn commitment_that_is_kept_back_should_cost_the_bond_and_the_place() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 4);
		open(feed);
		for device in &devices {
			assert_ok!(say(feed, device, commitment(feed, device, 10)));
		}
		pass(MINUTE);
		for device in &devices[..3] {
			assert_ok!(say(feed, device, REVEAL));
		}
		pass(MINUTE);
		assert_noop!(say(feed, &devices[3], REVEAL), Error::<Test>::RoundClosed);
		assert_ok!(close(feed));
		let silent = &devices[3];
		let device = silent.id();
		let slashed =
			Event::OracleSlashed { feed, round: 0, device, bond: BOND, reputation: 4_750 };
		assert!(events().contains(&slashed));
		assert_eq!(Balances::free_balance(POT), BOND);
		assert_eq!(on_hold(OWNER, HoldReason::Bond), 3 * BOND);
		let info = oracle(feed, silent);
		assert_eq!((info.bonded_by, info.reputation), (None, 4_750));
		assert_eq!(SensorFeeds::latest(feed).unwrap().reports, 3);
		pass(5 * MINUTE);
		open(feed);
		let again = say(feed, silent, commitment(feed, silent, 10));
		assert_noop!(again, Error::<Test>::NotJoined);
	});
}

#[test]
fn reveal_should_be_for_those_who_have_committed() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		pass(MINUTE);
		assert_noop!(say(feed, &devices[0], REVEAL), Error::<Test>::NothingToReveal);
	});
}

#[test]
fn reveal_should_be_taken_of_a_device_that_has_lost_its_trust_since_it_committed() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		for device in &devices {
			assert_ok!(say(feed, device, commitment(feed, device, 10)));
		}
		pass(MINUTE);
		let (late, sold) = (&devices[0], &devices[1]);
		let why = Some(Distrust::FirmwareOutdated);
		TestRegistry::distrust(late.id(), TrustPurpose::Oracle, why);
		TestRegistry::set_owner(sold.id(), BUYER);
		sold.use_key(0);
		for device in &devices {
			assert_ok!(say(feed, device, REVEAL));
		}
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_eq!(SensorFeeds::latest(feed).unwrap().reports, 3);
		assert_eq!(on_hold(OWNER, HoldReason::Bond), 3 * BOND);
	});
}

#[test]
fn bond_should_be_lost_in_a_round_without_a_result_too() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		for device in &devices {
			assert_ok!(say(feed, device, commitment(feed, device, 10)));
		}
		pass(MINUTE);
		for device in &devices[..2] {
			assert_ok!(say(feed, device, REVEAL));
		}
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_eq!(last_event(), Event::RoundFailed { feed, round: 0, reports: 2 });
		assert_eq!(Balances::free_balance(POT), BOND);
		assert_eq!(oracle(feed, &devices[0]).reputation, FIRST_REPUTATION);
	});
}

#[test]
fn liar_should_lose_its_weight_in_time() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 4);
		let liar = &devices[3];
		let mut rounds = 0;
		while oracle(feed, liar).has_weight {
			whole_round(feed, &devices, &[10, 11, 12, 1_000_000]);
			assert!((10..=12).contains(&SensorFeeds::latest(feed).unwrap().value));
			rounds += 1;
		}
		assert_eq!((rounds, oracle(feed, liar).reputation), (18, 1_981));
		whole_round(feed, &devices, &[10, 11, 12, 1_000_000]);
		let answer = SensorFeeds::latest(feed).unwrap();
		assert_eq!((answer.value, answer.reports), (11, 3));
	});
}

#[test]
fn commitment_of_one_device_should_not_serve_another() {
	run(|| {
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		// A copy of what another one committed to.
		let copied = commitment(feed, &devices[0], 10);
		assert_ok!(say(feed, &devices[1], copied));
		pass(MINUTE);
		assert_noop!(say(feed, &devices[1], REVEAL), Error::<Test>::RevealMismatch);
	});
}
