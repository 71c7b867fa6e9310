// SPDX-License-Identifier: Apache-2.0

//! Every deposit and every bond comes back, to the unit, to whoever put it up, unless it was lost.

use super::*;

fn balances() -> [u64; 7] {
	EVERYBODY.map(Balances::free_balance)
}

/// Ends the feed, and whatever its owner and its oracles put up.
fn wind_up(feed: FeedId) {
	assert_ok!(SensorFeeds::close_feed(signed(MAKER), feed));
	for oracle in SensorFeeds::oracles_of(feed) {
		if oracle.bonded_by.is_some() {
			assert_ok!(SensorFeeds::leave(signed(STRANGER), feed, oracle.device));
		}
		assert_ok!(SensorFeeds::expel(signed(MAKER), feed, oracle.device));
	}
	assert_ok!(SensorFeeds::remove_feed(signed(STRANGER), feed));
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	run(|| {
		let before = balances();
		let (feed, devices) = feed_of(OPEN, 4);
		whole_round(feed, &devices, &[1, 2, 3, 400]);
		// One device changes hands, and another one vanishes.
		TestRegistry::set_owner(devices[0].id(), BUYER);
		assert_ok!(SensorFeeds::join(signed(BUYER), feed, devices[0].id()));
		TestRegistry::remove_device(devices[1].id());
		check_everything();
		assert_ne!(balances(), before);
		// Also while work is paused.
		assert_ok!(SensorFeeds::pause(trustees()));
		wind_up(feed);
		assert_eq!(balances(), before);
	});
}

#[test]
fn lost_bond_should_go_to_the_pot_and_everything_else_back() {
	run(|| {
		let before = balances();
		let (feed, devices) = feed_of(HIDDEN, 3);
		open(feed);
		for device in &devices {
			assert_ok!(say(feed, device, commitment(feed, device, 10)));
		}
		pass(2 * MINUTE);
		assert_ok!(close(feed));
		wind_up(feed);
		let mut after = before;
		for (who, balance) in EVERYBODY.iter().zip(&mut after) {
			match *who {
				POT => *balance += 3 * BOND,
				OWNER => *balance -= 3 * BOND,
				_ => {},
			}
		}
		assert_eq!(balances(), after);
	});
}

#[test]
fn bond_should_go_back_to_whoever_put_it_up_whoever_sends_it() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 2);
		for device in &devices {
			TestRegistry::set_owner(device.id(), BUYER);
		}
		let leave = |who, device: &TestDevice| SensorFeeds::leave(signed(who), feed, device.id());
		assert_noop!(leave(MAKER, &devices[0]), Error::<Test>::MayNotLeave);
		assert_ok!(leave(BUYER, &devices[0]));
		assert_ok!(leave(OWNER, &devices[1]));
		assert_eq!(Balances::free_balance(OWNER), START);
		assert_eq!(Balances::free_balance(BUYER), START);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	let feed = FeedRecordOf::<Test>::max_encoded_len() +
		RoundRecordOf::max_encoded_len() +
		FeedResult::max_encoded_len();
	assert!(SensorFeeds::feed_footprint().size > feed as u64);
	let oracle = OracleRecordOf::<Test>::max_encoded_len() as u64;
	assert!(SensorFeeds::oracle_footprint().size > oracle);
}
