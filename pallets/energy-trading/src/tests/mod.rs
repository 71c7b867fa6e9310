// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod attacks;
mod books;
mod certificates;
mod costs;
mod coverage;
mod deposits;
mod disputes;
mod feeder;
mod idle;
mod meters;
mod model;
mod orders;
mod privileges;
mod reads;
mod replay;
mod settlement;
mod shares;
mod street;
mod zones;

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, pallet_prelude::*, traits::fungible::NativeOrWithId};
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

fn refused(who: u64, call: Call<Test>, error: Error<Test>) {
	assert_noop!(dispatch(signed(who), call), error);
}

fn done(who: u64, call: Call<Test>) {
	assert_ok!(dispatch(signed(who), call));
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

fn pot(zone: ZoneId) -> Money {
	EnergyTrading::zone(zone).unwrap().pot
}

/// One buyer and one seller of 600 Wh at 240,000, cleared and released.
fn pair(terms: ZoneTerms) -> MarketId {
	let market = trade(make_zone(terms), &[(300_000, 600)], &[(180_000, 600)]);
	clear(market);
	settle(market);
	market
}
