// SPDX-License-Identifier: Apache-2.0

//! Who reports, and what stands for it.

use super::*;

#[test]
fn oracle_should_be_admitted_bonded_and_let_go() {
	run(|| {
		let (feed, _) = feed_of(OPEN, 0);
		let device = device(1);
		let id = device.id();
		let join = || SensorFeeds::join(signed(OWNER), feed, id);
		assert_noop!(join(), Error::<Test>::NotAdmitted);
		assert_ok!(SensorFeeds::admit(signed(MAKER), feed, id));
		assert_eq!(last_event(), Event::OracleAdmitted { feed, device: id });
		let again = SensorFeeds::admit(signed(MAKER), feed, id);
		assert_noop!(again, Error::<Test>::AlreadyAdmitted);
		let info = oracle(feed, &device);
		assert_eq!((info.bonded_by, info.may_report), (None, false));
		assert_eq!(SensorFeeds::oracles_of(feed), [info]);
		assert_ok!(join());
		let joined = Event::OracleJoined { feed, device: id, holder: OWNER, bond: BOND };
		assert_eq!(last_event(), joined);
		assert_noop!(join(), Error::<Test>::AlreadyJoined);
		let info = oracle(feed, &device);
		assert_eq!((info.reputation, info.has_weight), (5_000, true));
		assert_eq!((info.bonded_by, info.may_report), (Some(OWNER), true));
		let leave = || SensorFeeds::leave(signed(OWNER), feed, id);
		assert_ok!(leave());
		assert_eq!(last_event(), Event::OracleLeft { feed, device: id });
		assert_eq!(Balances::free_balance(OWNER), START);
		assert_noop!(leave(), Error::<Test>::NotJoined);
		assert_ok!(SensorFeeds::expel(signed(MAKER), feed, id));
		assert_eq!(last_event(), Event::OracleExpelled { feed, device: id });
		assert_noop!(leave(), Error::<Test>::NotAdmitted);
		let expel = SensorFeeds::expel(signed(MAKER), feed, id);
		assert_noop!(expel, Error::<Test>::NotAdmitted);
	});
}

#[test]
fn oracles_should_be_registered_and_bounded() {
	run(|| {
		let (feed, _) = feed_of(OPEN, 0);
		let admit = |device| SensorFeeds::admit(signed(MAKER), feed, device);
		assert_noop!(admit(DeviceId::default()), Error::<Test>::DeviceNotFound);
		for seed in 0..MAX_ORACLES {
			assert_ok!(admit(device(seed).id()));
		}
		assert_noop!(admit(device(MAX_ORACLES).id()), Error::<Test>::TooManyOracles);
		assert_eq!(SensorFeeds::oracles_of(feed).len(), MAX_ORACLES as usize);
		let gone = device(0).id();
		TestRegistry::remove_device(gone);
		let join = SensorFeeds::join(signed(OWNER), feed, gone);
		assert_noop!(join, Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn bad_reputation_should_survive_leaving_and_coming_back() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 5);
		whole_round(feed, &devices, &[201, 203, 199, 202, 350]);
		let liar = &devices[4];
		assert_eq!(oracle(feed, liar).reputation, 4_750);
		assert_ok!(SensorFeeds::leave(signed(OWNER), feed, liar.id()));
		assert_ok!(SensorFeeds::join(signed(OWNER), feed, liar.id()));
		assert_eq!(oracle(feed, liar).reputation, 4_750);
	});
}

#[test]
fn nobody_should_come_or_go_in_the_middle_of_a_round() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		let id = devices[0].id();
		open(feed);
		value(feed, &devices[0], 200);
		let leave = || SensorFeeds::leave(signed(OWNER), feed, id);
		assert_noop!(leave(), Error::<Test>::RoundPending);
		let expel = SensorFeeds::expel(signed(MAKER), feed, id);
		assert_noop!(expel, Error::<Test>::RoundPending);
		TestRegistry::set_owner(id, BUYER);
		let join = SensorFeeds::join(signed(BUYER), feed, id);
		assert_noop!(join, Error::<Test>::RoundPending);
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_ok!(leave());
	});
}

#[test]
fn bond_should_speak_for_its_owner_only() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		let id = devices[0].id();
		TestRegistry::set_owner(id, BUYER);
		devices[0].use_key(1);
		let info = oracle(feed, &devices[0]);
		assert_eq!((info.bonded_by, info.may_report), (Some(OWNER), false));
		open(feed);
		let report = report_of(feed, &devices[0], OracleContent::Value(1));
		let signature = devices[0].op(1).sign(&GENESIS, &report);
		let carry = || SensorFeeds::report(signed(CARRIER), report, 1, signature);
		assert_noop!(carry(), Error::<Test>::NotJoined);
		// The former owner's comes back when the new one puts up its own.
		assert_ok!(SensorFeeds::join(signed(BUYER), feed, id));
		assert_eq!(on_hold(OWNER, HoldReason::Bond), 2 * BOND);
		assert_eq!(on_hold(BUYER, HoldReason::Bond), BOND);
		assert_ok!(carry());
	});
}

#[test]
fn expelled_oracle_should_get_its_bond_back() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 1);
		assert_ok!(SensorFeeds::expel(signed(MAKER), feed, devices[0].id()));
		assert_eq!(Balances::free_balance(OWNER), START);
	});
}

#[test]
fn feed_that_forgets_an_oracle_should_forget_its_reputation() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 5);
		whole_round(feed, &devices, &[201, 203, 199, 202, 350]);
		let liar = devices[4].id();
		assert_ok!(SensorFeeds::expel(signed(MAKER), feed, liar));
		assert_eq!(SensorFeeds::oracle(feed, liar), None);
		assert_ok!(SensorFeeds::admit(signed(MAKER), feed, liar));
		assert_eq!(oracle(feed, &devices[4]).reputation, FIRST_REPUTATION);
	});
}
