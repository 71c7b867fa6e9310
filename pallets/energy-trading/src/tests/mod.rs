// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod street;

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, pallet_prelude::*,
	traits::fungible::NativeOrWithId,
};
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
			RuntimeEvent::EnergyTrading(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

fn bill(market: MarketId, owner: u64) -> Bill {
	EnergyTrading::bill(market, meter_of(owner).id()).unwrap()
}

fn net(market: MarketId, owner: u64) -> i128 {
	bill(market, owner).settlement.unwrap().net
}
