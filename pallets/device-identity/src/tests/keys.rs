// SPDX-License-Identifier: Apache-2.0

//! Operational keys: added, rotated, revoked, pruned, and never used again.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{KeyAuthorisation, KeyRotation, NoAuthority};
use sp_runtime::TokenError;

const ASSERT: KeyPurposes = KeyPurposes::ASSERT;
const TALK: KeyPurposes = KeyPurposes::AUTHENTICATE;

fn add(device: &TestDevice, key: NewKey) -> DispatchResult {
	DeviceIdentity::add_key(signed(ALICE), device.id(), key)
}

fn rotate_with(device: &TestDevice, replaces: KeyIndex, key: NewKey) -> DispatchResult {
	DeviceIdentity::rotate_key(signed(ALICE), device.id(), replaces, key)
}

/// A carrier brings what `signer`, with private key `by`, authorised.
fn carry(
	device: &TestDevice,
	authorisation: KeyAuthorisation,
	signer: DeviceSigner,
	by: &Signer,
) -> DispatchResult {
	let KeyAuthorisation { index, epoch, .. } = authorisation;
	let possession = device.op(index).sign(&KeyRotation { device: device.id(), index, epoch });
	let signature = by.sign(&authorisation);
	DeviceIdentity::rotate_key_signed(signed(CARRIER), authorisation, signer, signature, possession)
}

fn speaks(device: &TestDevice, index: KeyIndex, at: Moment) -> Result<DeviceKey, NoAuthority> {
	DeviceIdentity::key_authority(device.id(), index, ASSERT, at)
}

#[test]
fn added_key_should_count_beside_the_others() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(5);
		assert_eq!(add_key(&device, TALK), 1);

		let key = key_record(&device, 1);
		assert_eq!((key.key, key.purposes), (device.op(1).key(), TALK));
		assert_eq!((key.valid_from, key.status, key.depositor), (T0 + 5, KeyStatus::Live, ALICE));
		assert_eq!(record(&device).live_keys.into_inner(), vec![0, 1]);
		assert_eq!(on_hold(ALICE, HoldReason::Key), 2 * deposit(HoldReason::Key));
		assert_last_event(Event::KeyAdded {
			device: device.id(),
			index: 1,
			key: device.op(1).key(),
			purposes: TALK,
		});
	});
}

#[test]
fn key_should_be_added_also_while_the_device_is_out_of_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(suspend(trustees(), &device));
		assert_eq!(add_key(&device, TALK), 1);
		let other = active(2);
		assert_ok!(DeviceIdentity::report_lost(signed(ALICE), other.id()));
		assert_eq!(add_key(&other, TALK), 1);
	});
}

#[test]
fn key_should_be_refused_when_caller_does_not_own_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let key = next_key(&device, TALK);
		for who in [MAKER, STRANGER] {
			assert_noop!(
				DeviceIdentity::add_key(signed(who), device.id(), key.clone()),
				Error::<Test>::NotOwner
			);
		}
		assert_noop!(add(&self::device(2), key), Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn key_should_be_refused_when_the_device_is_registered_only_or_has_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let fresh = registered(1);
		assert_noop!(
			DeviceIdentity::add_key(signed(MAKER), fresh.id(), fresh.new_key(0, 0, TALK)),
			Error::<Test>::BadState
		);
		let ended = active(2);
		decommission(&ended);
		assert_noop!(add(&ended, next_key(&ended, TALK)), Error::<Test>::BadState);
		assert_noop!(rotate_with(&ended, 0, next_key(&ended, TALK)), Error::<Test>::BadState);
	});
}

#[test]
fn key_should_be_refused_when_it_did_not_sign_for_this_device_index_and_epoch() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let other = self::device(2);
		let wrong = [
			device.new_key(0, 1, TALK),
			device.new_key(2, 1, TALK),
			device.new_key(1, 0, TALK),
			device.new_key(1, 2, TALK),
			other.new_key(1, 1, TALK),
			// Right statement, signed by another key than the one handed in.
			NewKey { key: device.op(7).key(), ..device.new_key(1, 1, TALK) },
		];
		for (i, key) in wrong.into_iter().enumerate() {
			let key = if i == 0 { NewKey { key: device.op(8).key(), ..key } } else { key };
			assert_noop!(add(&device, key.clone()), Error::<Test>::KeyPossessionMissing);
			assert_noop!(
				rotate_with(&device, 0, NewKey { purposes: ASSERT, ..key }),
				Error::<Test>::KeyPossessionMissing
			);
		}
	});
}

#[test]
fn key_should_be_refused_when_the_model_does_not_allow_its_algorithm() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let no_sr = ModelSpec {
			algorithms: AlgorithmSet::new(0b1011).unwrap(),
			..spec(DeviceClass::Meter)
		};
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), MODEL, no_sr));
		let device = active(1);
		let sr25519 = Signer::new(KeyAlgorithm::Sr25519, 1);
		assert_noop!(
			add(&device, device.new_key_by(&sr25519, 1, 1, TALK)),
			Error::<Test>::AlgorithmNotAllowed
		);
		let secp256k1 = Signer::new(KeyAlgorithm::Secp256k1, 1);
		assert_ok!(add(&device, device.new_key_by(&secp256k1, 1, 1, TALK)));
	});
}

#[test]
fn key_should_be_refused_when_the_device_has_all_the_live_keys_it_may_have() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for _ in 1..MAX_LIVE_KEYS {
			add_key(&device, TALK);
		}
		assert_noop!(add(&device, next_key(&device, TALK)), Error::<Test>::TooManyOpKeys);
		// One that takes another's place is no more.
		assert_eq!(rotate(&device, 0), 4);
		assert_ok!(revoke_key(&device, 1));
		assert_eq!(add_key(&device, TALK), 5);
	});
}

#[test]
fn key_should_be_refused_when_the_device_has_all_the_records_it_may_have() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let mut live = 0;
		for _ in 1..MAX_KEY_RECORDS {
			live = rotate(&device, live);
		}
		assert_noop!(
			rotate_with(&device, live, next_key(&device, ASSERT)),
			Error::<Test>::TooManyOpKeys
		);
		// Nobody needs to wait for the grace period: a superseded key can be revoked and pruned.
		assert_ok!(revoke_key(&device, 0));
		assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), 0));
		assert_eq!(u32::from(rotate(&device, live)), MAX_KEY_RECORDS);
	});
}

#[test]
fn key_should_be_refused_when_indices_have_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		Devices::<Test>::mutate(device.id(), |d| d.as_mut().unwrap().next_key = KeyIndex::MAX);
		assert_noop!(add(&device, next_key(&device, TALK)), Error::<Test>::KeyIndicesExhausted);
		assert_noop!(
			rotate_with(&device, 0, next_key(&device, ASSERT)),
			Error::<Test>::KeyIndicesExhausted
		);
	});
}

#[test]
fn key_should_be_refused_when_it_was_ever_a_device_key() {
	ExtBuilder::default().build_and_execute(|| {
		let (device, other) = (active(1), active(2));
		rotate(&device, 0);
		assert_ok!(revoke_key(&device, 0));
		assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), 0));
		let reused = [
			device.op(0),            // its own, revoked and pruned
			device.op(1),            // its own, live
			device.identity.clone(), // its own identity key
			other.op(0),             // another device's
			other.identity.clone(),  // another device's identity key
		];
		for signer in reused {
			let key = device.new_key_by(&signer, 2, 1, ASSERT);
			assert_noop!(add(&device, key.clone()), Error::<Test>::KeyReused);
			assert_noop!(rotate_with(&device, 1, key), Error::<Test>::KeyReused);
		}
	});
}

#[test]
fn key_should_be_refused_when_the_owner_cannot_pay_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let all = Balances::free_balance(ALICE) - 1;
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, all));
		assert_noop!(
			dispatch(
				signed(ALICE),
				Call::add_key { device: device.id(), key: next_key(&device, TALK) }
			),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn rotation_should_supersede_the_old_key() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(10);
		assert_eq!(rotate(&device, 0), 1);
		assert_eq!(key_status(&device, 0), KeyStatus::Superseded { at: T0 + 10 });
		assert_eq!(record(&device).live_keys.into_inner(), vec![1]);
		assert_event(Event::KeySuperseded { device: device.id(), index: 0, by: 1 });
	});
}

#[test]
fn superseded_key_should_speak_for_the_past_until_grace_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(10);
		rotate(&device, 0);
		let rotated = now();
		pass(GRACE);
		assert_eq!(speaks(&device, 0, rotated - 1), Ok(device.op(0).key()));
		assert_eq!(speaks(&device, 0, rotated), Err(NoAuthority::Superseded));
		assert_eq!(speaks(&device, 1, rotated - 1), Err(NoAuthority::NotYetValid));
		assert_eq!(speaks(&device, 1, rotated), Ok(device.op(1).key()));
		pass(1);
		assert_eq!(speaks(&device, 0, rotated - 1), Err(NoAuthority::Superseded));
	});
}

#[test]
fn rotation_should_fail_when_the_replaced_key_is_unknown_or_dead() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let key = || next_key(&device, ASSERT);
		assert_noop!(rotate_with(&device, 9, key()), Error::<Test>::KeyNotFound);
		rotate(&device, 0);
		assert_noop!(rotate_with(&device, 0, key()), Error::<Test>::KeyNotLive);
		assert_noop!(
			DeviceIdentity::rotate_key(signed(MAKER), device.id(), 1, key()),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn rotation_should_fail_when_no_key_would_be_left_to_assert() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, TALK);
		assert_noop!(
			rotate_with(&device, 0, next_key(&device, TALK)),
			Error::<Test>::LastAssertKey
		);
		add_key(&device, ASSERT);
		assert_ok!(rotate_with(&device, 0, next_key(&device, TALK)));
	});
}

#[test]
fn operational_key_should_replace_itself_when_anyone_carries_its_word() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let authorisation = device.authorisation(1, 1, ASSERT, Some(0));
		assert_ok!(carry(&device, authorisation, DeviceSigner::Operational(0), &device.op(0)));

		assert_eq!(record(&device).live_keys.into_inner(), vec![1]);
		assert_eq!(
			(key_record(&device, 1).purposes, key_record(&device, 1).depositor),
			(ASSERT, CARRIER)
		);
		assert_eq!(on_hold(CARRIER, HoldReason::Key), deposit(HoldReason::Key));
	});
}

#[test]
fn operational_key_should_not_add_another_replace_another_or_gain_purposes() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_eq!(add_key(&device, ASSERT), 1);
		let too_wide = [
			device.authorisation(2, 1, ASSERT, None),
			device.authorisation(2, 1, ASSERT, Some(0)),
			device.authorisation(2, 1, purposes(3), Some(1)),
		];
		for authorisation in too_wide {
			assert_noop!(
				carry(&device, authorisation, DeviceSigner::Operational(1), &device.op(1)),
				Error::<Test>::AuthorisationTooWide
			);
		}
	});
}

#[test]
fn identity_key_should_replace_or_add_any_key_when_anyone_carries_its_word() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let by_identity =
			|authorisation| carry(&device, authorisation, DeviceSigner::Identity, &device.identity);
		assert_ok!(by_identity(device.authorisation(1, 1, KeyPurposes::ALL, None)));
		assert_eq!(record(&device).live_keys.into_inner(), vec![0, 1]);
		assert_ok!(by_identity(device.authorisation(2, 1, TALK, Some(0))));
		assert_eq!(record(&device).live_keys.into_inner(), vec![1, 2]);
		assert_noop!(
			by_identity(device.authorisation(3, 1, TALK, Some(1))),
			Error::<Test>::LastAssertKey
		);
	});
}

#[test]
fn carried_rotation_should_fail_when_meant_for_another_epoch_or_index() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let signer = DeviceSigner::Operational(0);
		for epoch in [0, 2] {
			let authorisation = device.authorisation(1, epoch, ASSERT, Some(0));
			assert_noop!(
				carry(&device, authorisation, signer, &device.op(0)),
				Error::<Test>::EpochMismatch
			);
		}
		for index in [0, 2] {
			let authorisation = device.authorisation(index, 1, ASSERT, Some(0));
			assert_noop!(
				carry(&device, authorisation, signer, &device.op(0)),
				Error::<Test>::KeyIndexMismatch
			);
		}
	});
}

#[test]
fn carried_rotation_should_fail_when_the_signer_is_unknown_dead_or_not_the_one_named() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		rotate(&device, 0);
		let authorisation = || device.authorisation(2, 1, ASSERT, Some(1));
		let operational = DeviceSigner::Operational;
		assert_noop!(
			carry(&device, authorisation(), operational(9), &device.op(9)),
			Error::<Test>::KeyNotFound
		);
		assert_noop!(
			carry(&device, authorisation(), operational(0), &device.op(0)),
			Error::<Test>::KeyNotLive
		);
		for (signer, by) in [
			(operational(1), device.op(0)),
			(operational(1), device.identity.clone()),
			(DeviceSigner::Identity, device.op(1)),
		] {
			assert_noop!(
				carry(&device, authorisation(), signer, &by),
				Error::<Test>::AuthorisationNotSigned
			);
		}
	});
}

#[test]
fn carried_rotation_should_fail_when_the_new_key_did_not_sign() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let authorisation = device.authorisation(1, 1, ASSERT, Some(0));
		let claim = KeyRotation { device: device.id(), index: 1, epoch: 1 };
		assert_noop!(
			DeviceIdentity::rotate_key_signed(
				signed(CARRIER),
				authorisation.clone(),
				DeviceSigner::Identity,
				device.identity.sign(&authorisation),
				device.op(0).sign(&claim)
			),
			Error::<Test>::KeyPossessionMissing
		);
	});
}

#[test]
fn carried_rotation_should_fail_when_the_device_is_not_in_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(suspend(signed(ALICE), &device));
		let authorisation = device.authorisation(1, 1, ASSERT, Some(0));
		assert_noop!(
			carry(&device, authorisation, DeviceSigner::Identity, &device.identity),
			Error::<Test>::BadState
		);
		let unknown = self::device(2);
		assert_noop!(
			carry(
				&unknown,
				unknown.authorisation(0, 1, ASSERT, None),
				DeviceSigner::Identity,
				&unknown.identity
			),
			Error::<Test>::DeviceNotFound
		);
	});
}

#[test]
fn revoked_key_should_end_at_once_also_for_the_past() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, ASSERT);
		pass(10);
		assert_ok!(revoke_key(&device, 0));

		let reason = RevocationReason::Compromised;
		assert_eq!(key_status(&device, 0), KeyStatus::Revoked { at: T0 + 10, reason });
		assert_eq!(record(&device).live_keys.into_inner(), vec![1]);
		assert_eq!(speaks(&device, 0, T0), Err(NoAuthority::KeyRevoked));
		assert_last_event(Event::KeyRevoked { device: device.id(), index: 0, reason });
	});
}

#[test]
fn revocation_should_end_the_grace_period_of_a_superseded_key() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(10);
		rotate(&device, 0);
		assert_eq!(speaks(&device, 0, T0), Ok(device.op(0).key()));
		assert_ok!(revoke_key(&device, 0));
		assert_eq!(speaks(&device, 0, T0), Err(NoAuthority::KeyRevoked));
	});
}

#[test]
fn revocation_should_fail_when_the_key_is_unknown_or_dead() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_noop!(revoke_key(&device, 9), Error::<Test>::KeyNotFound);
		rotate(&device, 0);
		assert_ok!(revoke_key(&device, 0));
		assert_noop!(revoke_key(&device, 0), Error::<Test>::KeyNotLive);
		hand_to(&device, BOB);
		assert_noop!(revoke_key(&device, 1), Error::<Test>::KeyNotLive);
	});
}

#[test]
fn revocation_should_fail_when_caller_does_not_own_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, ASSERT);
		for who in [MAKER, STRANGER] {
			assert_noop!(
				DeviceIdentity::revoke_key(
					signed(who),
					device.id(),
					0,
					RevocationReason::Compromised
				),
				Error::<Test>::NotOwner
			);
		}
	});
}

#[test]
fn last_key_that_may_assert_should_be_revocable_only_while_out_of_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, TALK);
		assert_noop!(revoke_key(&device, 0), Error::<Test>::LastAssertKey);
		assert_ok!(suspend(signed(ALICE), &device));
		assert_ok!(revoke_key(&device, 0));
		assert_noop!(reactivate(signed(ALICE), &device), Error::<Test>::LastAssertKey);
		add_key(&device, ASSERT);
		assert_ok!(reactivate(signed(ALICE), &device));
	});
}

#[test]
fn owner_should_shut_out_a_thief_who_rotates_a_stolen_key_when_suspending_first() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let steal = |index| {
			let authorisation = device.authorisation(index, 1, ASSERT, Some(index - 1));
			carry(
				&device,
				authorisation,
				DeviceSigner::Operational(index - 1),
				&device.op(index - 1),
			)
		};
		assert_ok!(steal(1));
		assert_ok!(suspend(signed(ALICE), &device));
		assert_noop!(steal(2), Error::<Test>::BadState);
		assert_ok!(revoke_key(&device, 1));
		add_key(&device, ASSERT);
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_noop!(
			carry(
				&device,
				device.authorisation(3, 1, ASSERT, Some(1)),
				DeviceSigner::Operational(1),
				&device.op(1)
			),
			Error::<Test>::KeyNotLive
		);
	});
}

#[test]
fn dead_key_should_be_pruned_by_anyone_and_its_deposit_returned_to_who_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let authorisation = device.authorisation(1, 1, ASSERT, Some(0));
		assert_ok!(carry(&device, authorisation, DeviceSigner::Operational(0), &device.op(0)));
		rotate(&device, 1);
		pass(GRACE);
		for index in [0, 1] {
			assert_noop!(
				DeviceIdentity::prune_key(signed(STRANGER), device.id(), index),
				Error::<Test>::KeyStillNeeded
			);
		}
		pass(1);
		assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), 1));
		assert_last_event(Event::KeyPruned { device: device.id(), index: 1 });
		assert_eq!(Balances::free_balance(CARRIER), START);
		assert_eq!(record(&device).key_records, 2);
		assert_eq!(speaks(&device, 1, T0), Err(NoAuthority::UnknownKey));
	});
}

#[test]
fn live_key_should_not_be_pruned() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(RETENTION);
		assert_noop!(
			DeviceIdentity::prune_key(signed(ALICE), device.id(), 0),
			Error::<Test>::KeyStillNeeded
		);
		assert_noop!(
			DeviceIdentity::prune_key(signed(ALICE), device.id(), 1),
			Error::<Test>::KeyNotFound
		);
		assert_noop!(
			DeviceIdentity::prune_key(signed(ALICE), self::device(2).id(), 0),
			Error::<Test>::DeviceNotFound
		);
	});
}
