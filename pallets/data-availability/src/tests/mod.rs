// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod audits;
mod coverage;
mod model;
mod pins;
mod privileges;

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, pallet_prelude::*};
use mote_primitives::*;
use sp_io::hashing::blake2_256;
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
			RuntimeEvent::DataAvailability(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

fn free(who: u64) -> u64 {
	Balances::free_balance(who)
}
