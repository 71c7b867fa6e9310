// SPDX-License-Identifier: Apache-2.0

//! Whom an owner lets do things with a device: exactly those things, for that time, under that
//! owner.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{DeviceRegistry, TransferAcceptance};
use sp_runtime::TokenError;
use std::collections::BTreeSet;

const ALL: OperatorRights = OperatorRights::ALL;

fn rights(bits: u8) -> OperatorRights {
	OperatorRights::new(bits).unwrap()
}

fn name(
	owner: u64,
	device: &TestDevice,
	operator: u64,
	rights: OperatorRights,
	until: Moment,
) -> DispatchResult {
	let call = Call::name_operator { device: device.id(), operator, rights, until };
	dispatch(signed(owner), call)
}

fn remove(who: u64, device: &TestDevice) -> DispatchResult {
	let call = Call::remove_operator { device: device.id(), operator: OPERATOR };
	dispatch(signed(who), call)
}

fn may(device: &TestDevice, who: u64, rights: OperatorRights) -> bool {
	<DeviceIdentity as DeviceRegistry>::may_operate(&device.id(), &who, rights)
}

fn add_key_by(who: u64, device: &TestDevice) -> DispatchResult {
	let key = next_key(device, KeyPurposes::ALL);
	dispatch(signed(who), Call::add_key { device: device.id(), key })
}

fn in_force(device: &TestDevice) -> Vec<bool> {
	let told = DeviceIdentity::operators_of(device.id(), None, MAX_PAGE);
	told.iter().map(|operator| operator.is_in_force).collect()
}

/// A device of Alice with an operator for everything, for a day.
fn operated() -> TestDevice {
	let device = active(1);
	name_operator(&device, ALL);
	device
}

#[test]
fn operator_should_be_known_with_its_rights_and_its_end() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(name(ALICE, &device, OPERATOR, rights(5), T0 + 9));
		let told = OperatorInfo {
			operator: OPERATOR,
			rights: rights(5),
			until: T0 + 9,
			is_in_force: true,
		};
		assert_eq!(DeviceIdentity::operators_of(device.id(), None, 9), vec![told]);
		assert_eq!(on_hold(ALICE, HoldReason::Operator), deposit(HoldReason::Operator));
		assert_last_event(Event::OperatorNamed {
			device: device.id(),
			operator: OPERATOR,
			rights: rights(5),
			until: T0 + 9,
			epoch: 1,
		});
	});
}

#[test]
fn naming_should_fail_when_caller_is_not_the_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		for who in [MAKER, BOB, STRANGER, OPERATOR] {
			assert_noop!(name(who, &device, who, ALL, T0 + DAY), Error::<Test>::NotOwner);
		}
		assert_noop!(
			name(ALICE, &self::device(2), OPERATOR, ALL, T0 + DAY),
			Error::<Test>::DeviceNotFound
		);
	});
}

#[test]
fn naming_should_fail_when_the_rights_would_have_ended_already() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for until in [0, T0 - 1, T0] {
			assert_noop!(
				name(ALICE, &device, OPERATOR, ALL, until),
				Error::<Test>::BadOperatorTerm
			);
		}
		assert_ok!(name(ALICE, &device, OPERATOR, ALL, T0 + 1));
		assert_ok!(name(ALICE, &device, OPERATOR, ALL, Moment::MAX));
	});
}

#[test]
fn naming_should_fail_when_work_is_paused_the_device_has_ended_or_the_owner_cannot_pay() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::pause(trustees()));
		assert_noop!(name(ALICE, &device, OPERATOR, ALL, T0 + 1), Error::<Test>::Paused);
		assert_ok!(DeviceIdentity::unpause(trustees()));

		let rest = Balances::free_balance(ALICE) - deposit(HoldReason::Operator);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), CARRIER, rest));
		assert_noop!(name(ALICE, &device, OPERATOR, ALL, T0 + 1), TokenError::FundsUnavailable);

		decommission(&device);
		assert_noop!(name(ALICE, &device, OPERATOR, ALL, T0 + 1), Error::<Test>::BadState);
	});
}

/// The calls that an operator can be let make, with the right that each needs, and what it is
/// refused with.
fn operator_calls() -> [(&'static str, OperatorRights, DispatchError); 6] {
	use OperatorRights as Right;
	let not_owner: DispatchError = Error::<Test>::NotOwner.into();
	let not_authorised: DispatchError = Error::<Test>::NotAuthorised.into();
	[
		("add_key", Right::KEYS, not_owner),
		("rotate_key", Right::KEYS, not_owner),
		("revoke_key", Right::KEYS, not_owner),
		("suspend", Right::SUSPEND, not_authorised),
		("reactivate", Right::REACTIVATE, not_authorised),
		("report_lost", Right::REPORT_LOST, not_owner),
	]
}

/// Has the operator make the call with this name once after each of `changes` to what it may do,
/// and expects these results.
fn as_operator<C: FnOnce(&TestDevice)>(
	called: &str,
	changes: impl IntoIterator<Item = (C, DispatchResult)>,
) {
	let cases = privileges::cases();
	let case = cases.iter().find(|case| case.name == called).unwrap();
	ExtBuilder::default().build_and_execute(|| {
		let (call, device) = ((case.call)(), device(1));
		for (number, (change, expected)) in changes.into_iter().enumerate() {
			undone(|| {
				change(&device);
				let result = dispatch(signed(OPERATOR), call.clone());
				assert_eq!(result, expected, "{called} after change {number}");
			});
		}
	});
}

#[test]
fn every_right_should_open_exactly_its_calls() {
	for (called, needed, error) in operator_calls() {
		let changes = (1..=15).map(rights).map(|rights| {
			let expected = if rights.contains(needed) { Ok(()) } else { Err(error) };
			(move |device: &TestDevice| name_operator(device, rights), expected)
		});
		as_operator(called, changes);
	}
}

/// Indices are never given out again: whoever used up the last would leave the device without any
/// way to another key.
#[test]
fn last_key_indices_should_be_for_the_owner_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		let last = KeyIndex::MAX - RESERVED_KEY_INDICES;
		Devices::<Test>::mutate(device.id(), |record| record.as_mut().unwrap().next_key = last);
		for call in [
			Call::add_key { device: device.id(), key: next_key(&device, KeyPurposes::ALL) },
			Call::rotate_key {
				device: device.id(),
				replaces: 0,
				key: next_key(&device, KeyPurposes::ALL),
			},
		] {
			assert_noop!(
				dispatch(signed(OPERATOR), call.clone()),
				Error::<Test>::KeyIndicesExhausted
			);
			assert_ok!(frame_support::storage::with_transaction(|| {
				sp_runtime::TransactionOutcome::Rollback(dispatch(signed(ALICE), call))
			}));
		}
		let authorisation = device.authorisation(last, 1, KeyPurposes::ASSERT, Some(0));
		let call = |signer, by: &Signer| Call::rotate_key_signed {
			signature: by.sign(&authorisation),
			possession: device.op(last).sign(&mote_primitives::KeyRotation {
				device: device.id(),
				index: last,
				epoch: 1,
			}),
			authorisation: authorisation.clone(),
			signer,
		};
		assert_noop!(
			dispatch(signed(CARRIER), call(DeviceSigner::Operational(0), &device.op(0))),
			Error::<Test>::KeyIndicesExhausted
		);
		assert_ok!(dispatch(signed(CARRIER), call(DeviceSigner::Identity, &device.identity)));
	});
}

#[test]
fn every_right_should_last_until_its_end_and_no_longer() {
	for (called, _, error) in operator_calls() {
		let moments = [(T0 + DAY - 1, Ok(())), (T0 + DAY, Err(error))];
		as_operator(
			called,
			moments.map(|(at, expected)| (move |_: &TestDevice| set_now(at), expected)),
		);
	}
}

#[test]
fn every_right_should_be_gone_when_the_operator_was_removed() {
	for (called, _, error) in operator_calls() {
		let change = |device: &TestDevice| {
			assert_ok!(remove(ALICE, device));
		};
		as_operator(called, [(change, Err(error))]);
	}
}

#[test]
fn every_operator_should_lose_its_rights_at_once_when_the_device_changes_hands() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		for operator in [CARRIER, STRANGER] {
			assert_ok!(name(ALICE, &device, operator, ALL, Moment::MAX));
		}
		let before: Vec<_> = Operators::<Test>::iter().collect();
		hand_to(&device, BOB);

		// The records stay as they were: the hand-over need not touch them.
		assert_eq!(Operators::<Test>::iter().collect::<Vec<_>>(), before);
		assert_eq!(in_force(&device), [false; 3]);
		for who in [OPERATOR, CARRIER, STRANGER, ALICE] {
			assert!(!may(&device, who, OperatorRights::KEYS));
			assert_noop!(add_key_by(who, &device), Error::<Test>::NotOwner);
			assert_noop!(suspend(signed(who), &device), Error::<Test>::NotAuthorised);
			assert_noop!(
				DeviceIdentity::report_lost(signed(who), device.id()),
				Error::<Test>::NotOwner
			);
		}
		assert_ok!(remove(MAKER, &device));
		assert_eq!(
			on_hold(ALICE, HoldReason::Operator),
			2 * deposit(HoldReason::Operator),
			"the deposit is the former owner's"
		);
	});
}

#[test]
fn operator_should_not_return_with_its_former_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		hand_to(&device, BOB);
		hand_to(&device, ALICE);
		assert!(!may(&device, OPERATOR, OperatorRights::KEYS));
		assert_noop!(add_key_by(OPERATOR, &device), Error::<Test>::NotOwner);
		// Nor when the owner only began a new period of its own.
		name_operator(&device, ALL);
		hand_to(&device, ALICE);
		assert_noop!(add_key_by(OPERATOR, &device), Error::<Test>::NotOwner);
	});
}

#[test]
fn operator_of_a_registered_device_should_lose_its_rights_when_the_device_is_put_into_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		name_operator(&device, ALL);
		assert!(may(&device, OPERATOR, ALL));
		assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
		assert!(!may(&device, OPERATOR, OperatorRights::KEYS));
		assert_noop!(suspend(signed(OPERATOR), &device), Error::<Test>::NotAuthorised);
	});
}

#[test]
fn naming_again_should_replace_rights_and_end() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		assert_ok!(name(ALICE, &device, OPERATOR, OperatorRights::SUSPEND, T0 + 2));
		assert_eq!(Operators::<Test>::iter().count(), 1);
		assert_noop!(add_key_by(OPERATOR, &device), Error::<Test>::NotOwner);
		assert!(may(&device, OPERATOR, OperatorRights::SUSPEND));
		pass(2);
		assert_noop!(suspend(signed(OPERATOR), &device), Error::<Test>::NotAuthorised);

		assert_ok!(name(ALICE, &device, OPERATOR, OperatorRights::KEYS, now() + 1));
		assert_ok!(add_key_by(OPERATOR, &device));
		hand_to(&device, BOB);
		assert_ok!(name(BOB, &device, OPERATOR, OperatorRights::KEYS, now() + 1));
		assert_ok!(add_key_by(OPERATOR, &device));
		assert_eq!(Operators::<Test>::get(device.id(), OPERATOR).unwrap().epoch, 2);
	});
}

#[test]
fn operator_should_do_nothing_to_a_device_that_has_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		rotate(&device, 0);
		decommission(&device);
		assert!(!may(&device, OPERATOR, OperatorRights::KEYS));
		assert_eq!(in_force(&device), [false]);
		assert_noop!(
			DeviceIdentity::revoke_key(
				signed(OPERATOR),
				device.id(),
				0,
				RevocationReason::Compromised
			),
			Error::<Test>::NotOwner
		);
		assert_noop!(add_key_by(OPERATOR, &device), Error::<Test>::NotOwner);
		assert_noop!(suspend(signed(OPERATOR), &device), Error::<Test>::NotAuthorised);
		assert_ok!(remove(STRANGER, &device));
	});
}

#[test]
fn operators_record_should_be_removable_when_the_device_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		decommission(&device);
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		assert_eq!(in_force(&device), [false]);
		assert!(!may(&device, OPERATOR, ALL) && !may(&device, ALICE, ALL));
		assert_ok!(remove(STRANGER, &device));
		assert_eq!(Balances::free_balance(ALICE), START);
	});
}

#[test]
fn operator_should_have_nothing_to_say_about_another_device_of_the_owner() {
	ExtBuilder::default().build_and_execute(|| {
		operated();
		let other = active(2);
		assert!(!may(&other, OPERATOR, OperatorRights::KEYS));
		assert_noop!(add_key_by(OPERATOR, &other), Error::<Test>::NotOwner);
		assert_noop!(suspend(signed(OPERATOR), &other), Error::<Test>::NotAuthorised);
		assert_noop!(remove(ALICE, &other), Error::<Test>::OperatorNotFound);
	});
}

#[test]
fn operator_should_not_sell_hand_over_end_or_lend_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		let id = device.id();
		let not_owner = |call| {
			assert_noop!(dispatch(signed(OPERATOR), call), Error::<Test>::NotOwner);
		};
		let (to, expires) = (OPERATOR, T0 + DAY);
		not_owner(Call::offer_transfer { device: id, to, expires, price: None });
		offer(&device, BOB, None);
		not_owner(Call::cancel_transfer { device: id });
		not_owner(Call::decommission { device: id });
		let until = Moment::MAX;
		not_owner(Call::name_operator { device: id, operator: STRANGER, rights: ALL, until });
		not_owner(Call::name_operator { device: id, operator: OPERATOR, rights: ALL, until });
		assert_noop!(
			dispatch(signed(OPERATOR), acceptance_call(&device, OPERATOR, None)),
			Error::<Test>::NotRecipient
		);
		assert_noop!(
			DeviceIdentity::revoke(signed(OPERATOR), id, T0),
			Error::<Test>::NotAuthorised
		);
		assert_ok!(name(ALICE, &device, STRANGER, OperatorRights::KEYS, until));
		let call = Call::remove_operator { device: id, operator: STRANGER };
		assert_noop!(dispatch(signed(OPERATOR), call), Error::<Test>::OperatorInForce);
	});
}

#[test]
fn operator_should_not_put_a_registered_device_into_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		name_operator(&device, ALL);
		for owner in [MAKER, OPERATOR] {
			assert_noop!(
				dispatch(signed(OPERATOR), activation_call(&device, owner)),
				Error::<Test>::NotOwner
			);
		}
		let acceptance =
			TransferAcceptance { device: device.id(), owner: OPERATOR, epoch: 1, key: 0 };
		let consent = device.identity.sign(&acceptance);
		assert_noop!(
			DeviceIdentity::accept_transfer(signed(OPERATOR), acceptance, consent, None, None),
			Error::<Test>::NoOffer
		);
	});
}

#[test]
fn operator_should_act_in_the_owners_name_and_be_outranked_by_manufacturer_and_trustees() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		assert_ok!(suspend(signed(OPERATOR), &device));
		assert_last_event(Event::DeviceSuspended {
			device: device.id(),
			by: AuthorityClass::Owner,
			reason: SuspensionReason::Security,
			nonce: nonce(&device),
		});
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_ok!(suspend(signed(ALICE), &device));
		assert_ok!(reactivate(signed(OPERATOR), &device));
		for origin in [signed(MAKER), trustees()] {
			assert_ok!(suspend(origin.clone(), &device));
			assert_noop!(reactivate(signed(OPERATOR), &device), Error::<Test>::Outranked);
			assert_ok!(reactivate(origin, &device));
		}
	});
}

#[test]
fn manufacturer_should_keep_its_class_when_an_owner_makes_it_an_operator() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(name(ALICE, &device, MAKER, ALL, T0 + DAY));
		assert_ok!(suspend(signed(MAKER), &device));
		assert_noop!(reactivate(signed(ALICE), &device), Error::<Test>::Outranked);
		// Once the trustees stopped it, it is an operator like any other.
		assert_ok!(reactivate(signed(MAKER), &device));
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_ok!(suspend(signed(MAKER), &device));
		assert_ok!(reactivate(signed(ALICE), &device));
	});
}

#[test]
fn lost_device_should_be_found_by_its_owner_alone_also_when_an_operator_reported_it() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		assert_ok!(DeviceIdentity::report_lost(signed(OPERATOR), device.id()));
		assert_noop!(reactivate(signed(OPERATOR), &device), Error::<Test>::Outranked);
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_ok!(DeviceIdentity::report_lost(signed(ALICE), device.id()));
		assert_noop!(reactivate(signed(OPERATOR), &device), Error::<Test>::Outranked);
	});
}

#[test]
fn removal_should_end_the_rights_and_leave_the_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		assert_ok!(add_key_by(OPERATOR, &device));
		assert_ok!(remove(ALICE, &device));
		assert_last_event(Event::OperatorRemoved { device: device.id(), operator: OPERATOR });
		assert_eq!(on_hold(ALICE, HoldReason::Operator), 0);
		assert_eq!(record(&device).live_keys.into_inner(), vec![0, 1]);
		assert_noop!(remove(ALICE, &device), Error::<Test>::OperatorNotFound);
	});
}

#[test]
fn removal_should_be_up_to_owner_and_operator_as_long_as_the_rights_count() {
	ExtBuilder::default().build_and_execute(|| {
		let device = operated();
		for who in [STRANGER, MAKER, BOB] {
			assert_noop!(remove(who, &device), Error::<Test>::OperatorInForce);
		}
		set_now(T0 + DAY - 1);
		assert_noop!(remove(STRANGER, &device), Error::<Test>::OperatorInForce);
		set_now(T0 + DAY);
		assert_ok!(remove(STRANGER, &device));

		name_operator(&device, ALL);
		assert_ok!(DeviceIdentity::pause(trustees()));
		assert_ok!(remove(OPERATOR, &device));
		assert_eq!(on_hold(ALICE, HoldReason::Operator), 0);
	});
}

#[test]
fn may_operate_should_be_true_for_the_owner_and_for_whoever_has_all_of_the_rights() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for bits in 1..=15 {
			name_operator(&device, rights(bits));
			for asked in (1..=15).map(rights) {
				assert_eq!(may(&device, OPERATOR, asked), rights(bits).contains(asked));
				assert!(may(&device, ALICE, asked));
				assert!(!may(&device, MAKER, asked) && !may(&device, STRANGER, asked));
			}
		}
		set_now(T0 + DAY);
		assert!(!may(&device, OPERATOR, OperatorRights::KEYS));
		assert!(!may(&self::device(2), ALICE, OperatorRights::KEYS));
	});
}

#[test]
fn pages_should_show_every_operator_once_whatever_their_size() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let expected: BTreeSet<u64> = (100..100 + 2 * u64::from(MAX_PAGE) + 3).collect();
		for operator in &expected {
			assert_ok!(name(ALICE, &device, *operator, OperatorRights::KEYS, T0 + DAY));
		}
		for limit in [1, 3, MAX_PAGE, MAX_PAGE + 1, u32::MAX] {
			let mut seen = Vec::new();
			loop {
				let page = DeviceIdentity::operators_of(device.id(), seen.last().copied(), limit);
				assert!(page.len() <= limit.min(MAX_PAGE) as usize);
				if page.is_empty() {
					break;
				}
				seen.extend(page.into_iter().map(|info| info.operator));
			}
			assert_eq!(seen.len(), expected.len());
			assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), expected);
		}
		assert!(DeviceIdentity::operators_of(device.id(), None, 0).is_empty());
		assert!(DeviceIdentity::operators_of(self::device(2).id(), None, 1).is_empty());
	});
}
