// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion, TokenError};

pub(super) struct Case {
	pub(super) name: &'static str,
	pub(super) call: fn() -> Call<Test>,
	expected: Results,
}

const CALLERS: [&str; 6] =
	["nobody", "trustees", "feed's owner", "device's owner", "former owner", "stranger"];

fn callers() -> [RuntimeOrigin; 6] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(MAKER),
		signed(OWNER),
		signed(BUYER),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 6];

const NO: Result<(), DispatchError> = Err(NobodyMay);
const ANYONE: Results = [NO, NO, Ok(()), Ok(()), Ok(()), Ok(())];
const TRUSTEES: Results = [NO, Ok(()), NO, NO, NO, NO];

fn maker() -> Results {
	let no = Err(Error::<Test>::NotFeedOwner.into());
	[NO, NO, Ok(()), no, no, no]
}

/// A feed with a device of OWNER's, for which BUYER, who owned it before, put up a bond.
fn feed() -> (FeedId, DeviceId) {
	let (feed, devices) = feed_of(OPEN, 1);
	let id = devices[0].id();
	TestRegistry::set_owner(id, BUYER);
	assert_ok!(SensorFeeds::join(signed(BUYER), feed, id));
	TestRegistry::set_owner(id, OWNER);
	devices[0].use_key(0);
	(feed, id)
}

pub(super) fn cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	let not_owner = Err(Error::<Test>::NotDeviceOwner.into());
	let may_not = Err(Error::<Test>::MayNotLeave.into());
	vec![
		case("create_feed", || Call::create_feed { spec: OPEN }, ANYONE),
		case("close_feed", || Call::close_feed { feed: feed().0 }, maker()),
		case(
			"remove_feed",
			|| {
				let (feed, _) = feed_of(OPEN, 0);
				assert_ok!(SensorFeeds::close_feed(signed(MAKER), feed));
				Call::remove_feed { feed }
			},
			ANYONE,
		),
		case("admit", || Call::admit { feed: feed().0, device: device(9).id() }, maker()),
		case(
			"expel",
			|| {
				let (feed, device) = feed();
				Call::expel { feed, device }
			},
			maker(),
		),
		case(
			"join",
			|| {
				let (feed, device) = feed();
				Call::join { feed, device }
			},
			[NO, NO, not_owner, Ok(()), not_owner, not_owner],
		),
		case(
			"leave",
			|| {
				let (feed, device) = feed();
				Call::leave { feed, device }
			},
			[NO, NO, may_not, Ok(()), Ok(()), may_not],
		),
		case("open_round", || Call::open_round { feed: feed().0 }, ANYONE),
		case(
			"report",
			|| {
				let (feed, devices) = feed_of(OPEN, 1);
				open(feed);
				let report = report_of(feed, &devices[0], OracleContent::Value(1));
				let signature = devices[0].op(0).sign(&GENESIS, &report);
				Call::report { report, key_index: 0, signature }
			},
			ANYONE,
		),
		case(
			"close_round",
			|| {
				let (feed, _) = feed();
				open(feed);
				pass(MINUTE);
				Call::close_round { feed }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(SensorFeeds::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
	]
}

#[test]
fn every_call_should_have_a_row_in_the_table() {
	let rows: Vec<_> = cases().iter().map(|case| case.name).collect();
	assert_eq!(rows, Call::<Test>::get_call_names());
}

#[test]
fn every_call_should_give_every_caller_the_exact_result() {
	for case in cases() {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			run(|| {
				let call = (case.call)();
				assert_eq!(call.get_call_name(), case.name);
				let before = sp_io::storage::root(StateVersion::V1);
				assert_eq!(dispatch(origin, call), expected, "{} called by {who}", case.name);
				let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
				assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
			});
		}
	}
}

#[test]
fn calls_that_cost_something_should_fail_when_caller_cannot_pay() {
	for (name, who) in [("create_feed", MAKER), ("admit", MAKER), ("join", OWNER)] {
		run(|| {
			let case = cases().into_iter().find(|case| case.name == name).unwrap();
			let call = (case.call)();
			let rest = Balances::free_balance(who) - 20;
			assert_ok!(Balances::transfer_allow_death(signed(who), CARRIER, rest));
			assert_noop!(
				dispatch(signed(who), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}
