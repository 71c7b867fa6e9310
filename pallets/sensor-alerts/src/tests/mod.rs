// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod coverage;
mod findings;
mod model;
mod privileges;
mod rules;
mod watching;

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

fn last_event() -> Event<Test> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::SensorAlerts(event) => Some(event),
			_ => None,
		})
		.next_back()
		.unwrap()
}

fn set_rule(who: u64, device: DeviceId, spec: RuleSpec) -> DispatchResult {
	dispatch(signed(who), Call::set_rule { device, stream: STREAM, spec })
}

fn rule(device: DeviceId, number: RuleNumber) -> RuleInfo<u64> {
	let rules = SensorAlerts::rules_of(device, STREAM);
	rules.into_iter().find(|rule| rule.number == number).unwrap()
}
