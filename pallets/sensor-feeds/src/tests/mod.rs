// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod coverage;
mod deposits;
mod feeds;
mod model;
mod oracles;
mod privileges;
mod replay;
mod rounds;

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, pallet_prelude::*};
use mote_primitives::*;
use sp_runtime::traits::Dispatchable;

fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn trustees() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::SensorFeeds(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

fn close(feed: FeedId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::close_round { feed })
}

fn oracle(feed: FeedId, device: &TestDevice) -> OracleInfo<u64> {
	SensorFeeds::oracle(feed, device.id()).unwrap()
}
