// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion, TokenError};

/// What is expected of one call.
pub(super) struct Case {
	pub(super) name: &'static str,
	/// Prepares the chain and makes the call.
	pub(super) call: fn() -> Call<Test>,
	/// Results for the callers, in the order of [`callers`].
	expected: Results,
}

const CALLERS: [&str; 7] =
	["nobody", "trustees", "manufacturer", "publisher", "approver", "other maker", "stranger"];

fn callers() -> [RuntimeOrigin; 7] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(MAKER),
		signed(PUBLISHER),
		signed(APPROVER),
		signed(OTHER_MAKER),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 7];

/// Only the trustees may.
const TRUSTEES: Results = [
	Err(NobodyMay),
	Ok(()),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
	Err(NobodyMay),
];
/// Anyone who signs may.
const ANYONE: Results = [Err(NobodyMay), Err(NobodyMay), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())];

/// Only the manufacturer's account may; the trustees if `trustees` says so.
fn manufacturer(trustees: Result<(), DispatchError>) -> Results {
	let no = Err(Error::<Test>::NotManufacturer.into());
	[Err(NobodyMay), trustees, Ok(()), no, no, no, no]
}

/// A model with a release that is out.
fn released() {
	release(spec(1));
}

fn carried_report() -> Call<Test> {
	released();
	report_call(&device(1), 1, image(1), T0)
}

pub(super) fn cases() -> Vec<Case> {
	let not_manufacturer = Err(Error::<Test>::NotManufacturer.into());
	let not_publisher = Err(Error::<Test>::NotPublisher.into());
	let not_approver = Err(Error::<Test>::NotApprover.into());
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"appoint",
			|| {
				released();
				Call::appoint { manufacturer: FACTORY, who: CARRIER, roles: FirmwareRoles::ALL }
			},
			manufacturer(Err(NobodyMay)),
		),
		case(
			"dismiss",
			|| {
				released();
				Call::dismiss { manufacturer: FACTORY, who: PUBLISHER }
			},
			[
				Err(NobodyMay),
				Err(NobodyMay),
				Ok(()),
				Ok(()),
				not_manufacturer,
				not_manufacturer,
				not_manufacturer,
			],
		),
		case(
			"publish",
			|| {
				released();
				Call::publish { model: MODEL, spec: spec(2) }
			},
			[
				Err(NobodyMay),
				Err(NobodyMay),
				Ok(()),
				Ok(()),
				not_publisher,
				not_publisher,
				not_publisher,
			],
		),
		case(
			"approve",
			|| {
				released();
				assert_ok!(publish(spec(2)));
				Call::approve { model: MODEL, spec: spec(2) }
			},
			[
				Err(NobodyMay),
				Err(NobodyMay),
				Ok(()),
				not_approver,
				Ok(()),
				not_approver,
				not_approver,
			],
		),
		case(
			"withdraw",
			|| {
				released();
				Call::withdraw { model: MODEL, seq: 1 }
			},
			[Err(NobodyMay), Ok(()), Ok(()), not_approver, Ok(()), not_approver, not_approver],
		),
		case(
			"prune_release",
			|| {
				released();
				assert_ok!(withdraw(1));
				pass(RETENTION);
				Call::prune_release { model: MODEL, seq: 1 }
			},
			ANYONE,
		),
		case(
			"set_policy",
			|| {
				released();
				let none = TrustPurposes::NONE;
				assert_ok!(DeviceFirmware::set_policy(trustees(), MODEL, none));
				Call::set_policy { model: MODEL, purposes: none.with(TrustPurpose::Medical) }
			},
			manufacturer(Ok(())),
		),
		case("report", carried_report, ANYONE),
		case(
			"prune_report",
			|| {
				let device = device(1);
				assert_ok!(report(&device, 1));
				TestRegistry::set_state(device.id(), DeviceState::Decommissioned);
				Call::prune_report { device: device.id() }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(DeviceFirmware::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
	]
}

/// The same calls where other rules decide.
fn further_cases() -> Vec<Case> {
	let not_approver = Err(Error::<Test>::NotApprover.into());
	let stopped = Err(Error::<Test>::ManufacturerNotApproved.into());
	let too_early = Err(Error::<Test>::RetentionNotOver.into());
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		// A draft.
		case(
			"withdraw",
			|| {
				released();
				assert_ok!(publish(spec(2)));
				Call::withdraw { model: MODEL, seq: 2 }
			},
			[Err(NobodyMay), Ok(()), Ok(()), Ok(()), Ok(()), not_approver, not_approver],
		),
		// What a manufacturer had brought out that was stopped.
		case(
			"withdraw",
			|| {
				released();
				TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
				Call::withdraw { model: MODEL, seq: 1 }
			},
			[Err(NobodyMay), Ok(()), stopped, not_approver, stopped, not_approver, not_approver],
		),
		// A release of a model that is gone.
		case(
			"prune_release",
			|| {
				released();
				TestRegistry::remove_model(MODEL);
				Call::prune_release { model: MODEL, seq: 1 }
			},
			[Err(NobodyMay), Err(NobodyMay), Ok(()), Ok(()), too_early, too_early, too_early],
		),
		// A member of the staff of a manufacturer that is gone.
		case(
			"dismiss",
			|| {
				released();
				TestRegistry::set_standing(FACTORY, None);
				Call::dismiss { manufacturer: FACTORY, who: PUBLISHER }
			},
			ANYONE,
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
	for case in cases().into_iter().chain(further_cases()) {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			ExtBuilder.build_and_execute(|| {
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
fn calls_that_cost_a_deposit_should_fail_when_caller_cannot_pay() {
	for case in cases() {
		if !["appoint", "publish", "report"].contains(&case.name) {
			continue;
		}
		ExtBuilder.build_and_execute(|| {
			let call = (case.call)();
			let rest = Balances::free_balance(MAKER) - 1;
			assert_ok!(Balances::transfer_allow_death(signed(MAKER), CARRIER, rest));
			frame_support::assert_noop!(
				dispatch(signed(MAKER), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}
