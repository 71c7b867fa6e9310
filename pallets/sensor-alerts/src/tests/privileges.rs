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

const CALLERS: [&str; 6] = ["nobody", "trustees", "owner", "operator", "former owner", "stranger"];

fn callers() -> [RuntimeOrigin; 6] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(OWNER),
		signed(OPERATOR),
		signed(BUYER),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 6];

const NO: Result<(), DispatchError> = Err(NobodyMay);
const ANYONE: Results = [NO, NO, Ok(()), Ok(()), Ok(()), Ok(())];
const TRUSTEES: Results = [NO, Ok(()), NO, NO, NO, NO];

fn operators(former: bool) -> Results {
	let no = Err(Error::<Test>::NotOperator.into());
	[NO, NO, Ok(()), Ok(()), if former { Ok(()) } else { no }, no]
}

fn owner() -> Results {
	let no = Err(Error::<Test>::NotOwner.into());
	[NO, NO, Ok(()), no, no, no]
}

/// A device of OWNER's with an operator; BUYER, who owned it before, set its rule.
fn sold() -> DeviceId {
	let device = device();
	TestRegistry::set_owner(device, BUYER);
	assert_ok!(set_rule(BUYER, device, COLD_CHAIN));
	TestRegistry::set_owner(device, OWNER);
	TestRegistry::set_operator(device, OPERATOR, OperatorRights::SUSPEND);
	device
}

pub(super) fn cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"set_rule",
			|| Call::set_rule { device: sold(), stream: STREAM, spec: COLD_CHAIN },
			operators(false),
		),
		case(
			"remove_rule",
			|| Call::remove_rule { device: sold(), stream: STREAM, rule: 0 },
			operators(true),
		),
		case(
			"reset_rule",
			|| Call::reset_rule { device: sold(), stream: STREAM, rule: 0 },
			owner(),
		),
		case(
			"report_gap",
			|| {
				let device = sold();
				tell(device, 0, 50);
				set_now(T0 + 601 * SECOND);
				Call::report_gap { device, stream: STREAM }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(SensorAlerts::pause(trustees()));
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
fn rule_should_be_refused_when_its_deposit_cannot_be_paid() {
	run(|| {
		let device = device();
		TestRegistry::set_owner(device, POOR);
		let unpaid = set_rule(POOR, device, COLD_CHAIN);
		assert_noop!(unpaid, DispatchError::from(TokenError::FundsUnavailable));
	});
}
