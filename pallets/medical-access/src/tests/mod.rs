// SPDX-License-Identifier: Apache-2.0

//! What stays true.

mod audit;
mod break_glass;
mod commands;
mod compromise;
mod consents;
mod coverage;
mod deposits;
mod devices;
mod doses;
mod members;
mod model;
mod organisations;
mod patients;
mod pause;
mod privileges;
mod profiles;
mod receipts;
mod records;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use mote_authorisation::*;
use mote_primitives::*;

/// A call that fails, and changes nothing.
fn refused(who: u64, call: Call<Test>, error: Error<Test>) {
	assert_noop!(dispatch(signed(who), call), error);
}

fn allowed(who: u64, call: Call<Test>) {
	assert_ok!(dispatch(signed(who), call));
}

fn cancel(device: &TestDevice, seq: CommandSeq) -> Call<Test> {
	Call::cancel_command { device: device.id(), seq }
}

fn approve(device: &TestDevice, seq: CommandSeq) -> Call<Test> {
	Call::approve_command { device: device.id(), seq, params_commit: PARAMS }
}

/// A dose above the soft limits, by the doctor: it waits for somebody.
fn proposed_dose(device: &TestDevice) -> CommandSeq {
	let limits = Some(SoftLimits { max_single: 2_000, max_window: 4_000 });
	let (device_id, action) = (device.id(), Action::Therapy);
	allowed(DOCTOR, Call::propose_soft_limits { device: device_id, action, limits });
	allowed(COLLEAGUE, Call::confirm_soft_limits { device: device_id, action, limits });
	let seq = authorised_dose(device, 3_000);
	assert_eq!(state(device, seq), CommandState::Proposed);
	seq
}
