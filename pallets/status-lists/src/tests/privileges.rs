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

const CALLERS: [&str; 6] =
	["nobody", "trustees", "issuer", "issuer of another list", "recipient", "stranger"];

fn callers() -> [RuntimeOrigin; 6] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(ISSUER),
		signed(OTHER_ISSUER),
		signed(SUCCESSOR),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 6];

/// Only the trustees may.
const TRUSTEES: Results =
	[Err(NobodyMay), Ok(()), Err(NobodyMay), Err(NobodyMay), Err(NobodyMay), Err(NobodyMay)];
/// Anyone who signs may.
const ANYONE: Results = [Err(NobodyMay), Err(NobodyMay), Ok(()), Ok(()), Ok(()), Ok(())];

/// Only the issuer may.
fn issuer() -> Results {
	let no = Err(Error::<Test>::NotIssuer.into());
	[Err(NobodyMay), Err(NobodyMay), Ok(()), no, no, no]
}

/// A list on offer, of which entry 7 is given out, and one of another issuer.
fn on_offer() -> StatusListId {
	create(StatusPurpose::Suspension);
	create_as(OTHER_ISSUER, StatusPurpose::Suspension);
	force_taken(LIST, [7]);
	offer(LIST, SUCCESSOR);
	LIST
}

pub(super) fn cases() -> Vec<Case> {
	let not_recipient = Err(Error::<Test>::NotRecipient.into());
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"create_list",
			|| {
				on_offer();
				Call::create_list { purpose: StatusPurpose::Revocation, ttl_ms: None }
			},
			ANYONE,
		),
		case(
			"request_indices",
			|| Call::request_indices { list: on_offer(), count: 1, commitment: commitment(1) },
			issuer(),
		),
		case(
			"draw_indices",
			|| {
				let list = on_offer();
				assert_ok!(request(list, 1, 1));
				pass_blocks(2);
				Call::draw_indices { list, secret: secret(1) }
			},
			ANYONE,
		),
		case(
			"set_statuses",
			|| Call::set_statuses { list: on_offer(), changes: changes([(7, 1)]) },
			issuer(),
		),
		case("close_list", || Call::close_list { list: on_offer() }, issuer()),
		case(
			"remove_list",
			|| {
				let list = on_offer();
				close(list);
				pass(RETENTION);
				Call::remove_list { list }
			},
			issuer(),
		),
		case("offer_list", || Call::offer_list { list: on_offer(), to: Some(STRANGER) }, issuer()),
		case(
			"accept_list",
			|| Call::accept_list { list: on_offer() },
			[Err(NobodyMay), Err(NobodyMay), not_recipient, not_recipient, Ok(()), not_recipient],
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(StatusLists::pause(trustees()));
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
		let payer = match case.name {
			"create_list" => ISSUER,
			"accept_list" => SUCCESSOR,
			_ => continue,
		};
		ExtBuilder.build_and_execute(|| {
			let call = (case.call)();
			let rest = Balances::free_balance(payer) - 1;
			assert_ok!(Balances::transfer_allow_death(signed(payer), POOR, rest));
			assert_noop!(
				dispatch(signed(payer), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}

#[test]
fn issuers_should_have_no_power_over_lists_of_others() {
	ExtBuilder.build_and_execute(|| {
		on_offer();
		for call in [
			Call::request_indices { list: LIST, count: 1, commitment: commitment(1) },
			Call::set_statuses { list: LIST, changes: changes([(7, 1)]) },
			Call::close_list { list: LIST },
			Call::remove_list { list: LIST },
			Call::offer_list { list: LIST, to: Some(OTHER_ISSUER) },
			Call::offer_list { list: LIST, to: None },
		] {
			// The recipient of an offer is no issuer before it accepts.
			for who in [OTHER_ISSUER, SUCCESSOR] {
				assert_noop!(dispatch(signed(who), call.clone()), Error::<Test>::NotIssuer);
			}
		}
	});
}
