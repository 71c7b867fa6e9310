// SPDX-License-Identifier: Apache-2.0

//! A report counts once, for one round of one feed on one chain, with every algorithm.

use super::*;
use mote_pallet_testing::{flawed_signature, Flaw};

fn call(report: OracleReport, signature: DeviceSignature) -> Call<Test> {
	Call::report { report, key_index: 0, signature }
}

fn refused(report: OracleReport, signature: DeviceSignature, error: Error<Test>) {
	assert_noop!(dispatch(signed(CARRIER), call(report, signature)), error);
}

/// Runs `test` with a device of each algorithm, whose report is due.
fn with_each_algorithm(test: impl Fn(FeedId, &TestDevice, OracleReport, DeviceSignature)) {
	for number in 0..4usize {
		run(|| {
			let (feed, devices) = feed_of(OPEN, 4);
			open(feed);
			let device = &devices[number];
			let report = report_of(feed, device, OracleContent::Value(5));
			test(feed, device, report, device.op(0).sign(&GENESIS, &report));
		});
	}
}

#[test]
fn report_should_be_refused_when_its_signature_is_flawed() {
	with_each_algorithm(|_, device, report, signature| {
		let elsewhere = OracleReport { device: DeviceId::default(), ..report };
		for flaw in Flaw::all(7) {
			let by = device.op(0);
			let flawed = flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &report, &elsewhere, flaw);
			refused(report, flawed, Error::<Test>::BadSignature);
		}
		for changed in [
			OracleReport { at: report.at + 1, ..report },
			OracleReport { content: OracleContent::Value(6), ..report },
		] {
			refused(changed, signature, Error::<Test>::BadSignature);
		}
		assert_ok!(dispatch(signed(CARRIER), call(report, signature)));
	});
}

#[test]
fn report_should_be_refused_a_second_time_and_in_every_later_round() {
	with_each_algorithm(|feed, _, report, signature| {
		assert_ok!(dispatch(signed(CARRIER), call(report, signature)));
		refused(report, signature, Error::<Test>::AlreadyReported);
		pass(MINUTE);
		assert_ok!(close(feed));
		refused(report, signature, Error::<Test>::RoundNotOpen);
		pass(4 * MINUTE);
		open(feed);
		refused(report, signature, Error::<Test>::RoundNotOpen);
		let moved = OracleReport { round: 1, at: now(), ..report };
		refused(moved, signature, Error::<Test>::BadSignature);
	});
}

#[test]
fn report_should_be_refused_at_another_feed() {
	with_each_algorithm(|_, device, report, signature| {
		assert_ok!(SensorFeeds::create_feed(signed(MAKER), OPEN));
		let other = NextFeed::<Test>::get() - 1;
		assert_ok!(SensorFeeds::admit(signed(MAKER), other, device.id()));
		assert_ok!(SensorFeeds::join(signed(OWNER), other, device.id()));
		open(other);
		let moved = OracleReport { feed: other, ..report };
		refused(moved, signature, Error::<Test>::BadSignature);
	});
}

#[test]
fn report_should_be_refused_when_key_or_device_has_ended() {
	with_each_algorithm(|_, device, report, signature| {
		let set = |signer: Signer, life| {
			let purposes = KeyPurposes::ASSERT;
			TestRegistry::set_key(device.id(), 0, signer.key(), purposes, life);
		};
		set(device.op(0), KeyLife::Superseded(0));
		refused(report, signature, Error::<Test>::KeyHasNoAuthority);
		set(device.op(0), KeyLife::Revoked);
		refused(report, signature, Error::<Test>::KeyHasNoAuthority);
		set(device.op(1), KeyLife::Live);
		refused(report, signature, Error::<Test>::BadSignature);
		let unknown = Call::report { report, key_index: 9, signature };
		assert_noop!(dispatch(signed(CARRIER), unknown), Error::<Test>::KeyHasNoAuthority);
		let purposes = KeyPurposes::KEY_AGREE;
		TestRegistry::set_key(device.id(), 0, device.op(0).key(), purposes, KeyLife::Live);
		refused(report, signature, Error::<Test>::KeyHasNoAuthority);
		TestRegistry::set_state(device.id(), DeviceState::Decommissioned);
		refused(report, signature, Error::<Test>::NotTrusted);
	});
}

#[test]
fn reveal_should_be_refused_when_its_signature_is_flawed_or_its_key_has_ended() {
	for number in 0..4usize {
		run(|| {
			let (feed, devices) = feed_of(HIDDEN, 4);
			open(feed);
			let device = &devices[number];
			assert_ok!(say(feed, device, commitment(feed, device, 10)));
			pass(MINUTE);
			let reveal = OracleContent::Reveal { value: 10, salt: SALT };
			let report = report_of(feed, device, reveal);
			let elsewhere = OracleReport { round: 1, ..report };
			let by = device.op(0);
			for flaw in Flaw::all(7) {
				let flawed =
					flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &report, &elsewhere, flaw);
				refused(report, flawed, Error::<Test>::BadSignature);
			}
			let signature = by.sign(&GENESIS, &report);
			let set = |life| {
				let purposes = KeyPurposes::ASSERT;
				TestRegistry::set_key(device.id(), 0, by.key(), purposes, life);
			};
			set(KeyLife::Revoked);
			refused(report, signature, Error::<Test>::KeyHasNoAuthority);
			set(KeyLife::Live);
			assert_ok!(dispatch(signed(CARRIER), call(report, signature)));
			refused(report, signature, Error::<Test>::NothingToReveal);
		});
	}
}
