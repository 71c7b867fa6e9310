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

const CALLERS: [&str; 5] = ["nobody", "trustees", "pinner", "challenger", "stranger"];

fn callers() -> [RuntimeOrigin; 5] {
	[RuntimeOrigin::none(), trustees(), signed(PINNER), signed(CHALLENGER), signed(STRANGER)]
}

type Results = [Result<(), DispatchError>; 5];

const NO: Result<(), DispatchError> = Err(NobodyMay);
const ANYONE: Results = [NO, NO, Ok(()), Ok(()), Ok(())];
const TRUSTEES: Results = [NO, Ok(()), NO, NO, NO];

fn pinner() -> Results {
	let no = Err(Error::<Test>::PinNotFound.into());
	[NO, NO, Ok(()), no, no]
}

pub(super) fn cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	let own = Err(Error::<Test>::OwnPin.into());
	let not_challenger = Err(Error::<Test>::NotChallenger.into());
	vec![
		case("pin", || Call::pin { id: anchor(10).id }, ANYONE),
		case("announce_unpin", || Call::announce_unpin { id: pinned().id }, pinner()),
		case(
			"unpin",
			|| {
				let id = pinned().id;
				assert_ok!(DataAvailability::announce_unpin(signed(PINNER), id));
				pass(7 * DAY);
				Call::unpin { id }
			},
			pinner(),
		),
		case(
			"release_pin",
			|| {
				let id = pinned().id;
				TestBatches::remove(id);
				Call::release_pin { id, pinner: PINNER }
			},
			ANYONE,
		),
		case(
			"open_audit",
			|| {
				let commitment = H256::zero();
				Call::open_audit { id: pinned().id, pinner: PINNER, commitment }
			},
			[NO, NO, own, Ok(()), Ok(())],
		),
		case(
			"answer_audit",
			|| Call::answer_audit { id: audited().id, nonce: THEIR_NONCE },
			pinner(),
		),
		case(
			"reveal_audit",
			|| Call::reveal_audit { id: answered().id, pinner: PINNER, nonce: OUR_NONCE },
			[NO, NO, not_challenger, Ok(()), not_challenger],
		),
		case(
			"prove_audit",
			|| {
				let (kept, index) = revealed();
				let (reading, path) = kept.shown(index);
				Call::prove_audit { id: kept.id, reading, path }
			},
			pinner(),
		),
		case(
			"close_audit",
			|| {
				let id = answered().id;
				pass(DAY);
				Call::close_audit { id, pinner: PINNER }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(DataAvailability::pause(trustees()));
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
fn bonds_should_be_refused_when_they_cannot_be_paid() {
	run(|| {
		let id = pinned().id;
		let unpaid = DispatchError::from(TokenError::FundsUnavailable);
		assert_noop!(dispatch(signed(POOR), Call::pin { id }), unpaid);
		let commitment = H256::zero();
		let audit = Call::open_audit { id, pinner: PINNER, commitment };
		assert_noop!(dispatch(signed(POOR), audit), unpaid);
	});
}
