// SPDX-License-Identifier: Apache-2.0

//! Feeds, from their making to their end.

use super::*;

#[test]
fn feed_should_be_made_by_anyone_and_removed_at_its_end() {
	run(|| {
		assert_ok!(SensorFeeds::create_feed(signed(MAKER), OPEN));
		assert_eq!(last_event(), Event::FeedCreated { feed: 0, owner: MAKER, spec: OPEN });
		let info = SensorFeeds::feed(0).unwrap();
		assert_eq!((info.spec, info.owner, info.is_closing), (OPEN, MAKER, false));
		assert_eq!((info.admitted, info.next_round, info.next_opening), (0, 0, 0));
		let remove = || SensorFeeds::remove_feed(signed(STRANGER), 0);
		assert_noop!(remove(), Error::<Test>::FeedNotClosing);
		assert_ok!(SensorFeeds::close_feed(signed(MAKER), 0));
		assert_eq!(last_event(), Event::FeedClosed { feed: 0 });
		let again = SensorFeeds::close_feed(signed(MAKER), 0);
		assert_noop!(again, Error::<Test>::FeedClosing);
		assert_ok!(remove());
		assert_eq!(last_event(), Event::FeedRemoved { feed: 0 });
		assert_eq!(Balances::free_balance(MAKER), START);
		assert_noop!(remove(), Error::<Test>::FeedNotFound);
		// Its number is not given out again.
		assert_ok!(SensorFeeds::create_feed(signed(MAKER), OPEN));
		assert_eq!(SensorFeeds::feed(1).unwrap().owner, MAKER);
	});
}

#[test]
fn feed_should_be_refused_when_its_rounds_could_not_end() {
	run(|| {
		let bad = FeedSpec { min_reports: 2, ..OPEN };
		let create = SensorFeeds::create_feed(signed(MAKER), bad);
		assert_noop!(create, Error::<Test>::BadFeedSpec);
		NextFeed::<Test>::put(u32::MAX);
		let create = SensorFeeds::create_feed(signed(MAKER), OPEN);
		assert_noop!(create, Error::<Test>::NumbersUsedUp);
		NextFeed::<Test>::put(0);
	});
}

#[test]
fn nothing_new_should_begin_at_a_feed_that_has_come_to_its_end() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 2);
		let other = device(9);
		assert_ok!(SensorFeeds::leave(signed(OWNER), feed, devices[0].id()));
		open(feed);
		assert_ok!(SensorFeeds::close_feed(signed(MAKER), feed));
		let admit = SensorFeeds::admit(signed(MAKER), feed, other.id());
		assert_noop!(admit, Error::<Test>::FeedClosing);
		let join = SensorFeeds::join(signed(OWNER), feed, devices[0].id());
		assert_noop!(join, Error::<Test>::FeedClosing);
		let remove = || SensorFeeds::remove_feed(signed(STRANGER), feed);
		assert_noop!(remove(), Error::<Test>::FeedInUse);
		// Anybody may send everybody home.
		assert_ok!(SensorFeeds::leave(signed(STRANGER), feed, devices[1].id()));
		for device in &devices {
			assert_ok!(SensorFeeds::expel(signed(MAKER), feed, device.id()));
		}
		assert_noop!(remove(), Error::<Test>::RoundOpen);
		pass(MINUTE);
		assert_ok!(close(feed));
		let open = SensorFeeds::open_round(signed(STRANGER), feed);
		assert_noop!(open, Error::<Test>::FeedClosing);
		assert_ok!(remove());
		for who in [MAKER, OWNER] {
			assert_eq!(Balances::free_balance(who), START);
		}
	});
}

#[test]
fn new_work_should_wait_while_paused_and_rounds_end() {
	run(|| {
		let (feed, devices) = feed_of(OPEN, 3);
		open(feed);
		assert_ok!(SensorFeeds::pause(trustees()));
		assert_eq!(last_event(), Event::WorkPaused);
		let device = device(9).id();
		for call in [
			Call::create_feed { spec: OPEN },
			Call::admit { feed, device },
			Call::join { feed, device },
			Call::open_round { feed },
		] {
			assert_noop!(dispatch(signed(MAKER), call), Error::<Test>::Paused);
		}
		for device in &devices {
			value(feed, device, 200);
		}
		pass(MINUTE);
		assert_ok!(close(feed));
		assert_ok!(SensorFeeds::leave(signed(OWNER), feed, devices[0].id()));
		assert_ok!(SensorFeeds::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
	});
}
