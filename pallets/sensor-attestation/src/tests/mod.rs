// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod batches;
mod coverage;
mod deposits;
mod lane;
mod model;
mod prepaid;
mod privileges;
mod proofs;
mod readings;
mod replay;
mod sources;
mod streams;

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

/// Dispatches a call as a transaction does: what fails leaves nothing behind.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The pallet's events, the oldest first.
fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::SensorAttestation(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// Why a call was refused.
fn error_of(result: DispatchResult) -> DispatchError {
	result.unwrap_err()
}

fn source(device: &TestDevice) -> SourceInfo<u64> {
	SensorAttestation::source(device.id()).unwrap()
}

fn stream(device: &TestDevice) -> StreamInfo<u64> {
	SensorAttestation::stream(device.id(), STREAM).unwrap()
}
