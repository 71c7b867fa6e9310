// SPDX-License-Identifier: Apache-2.0

//! Manufacturers: proposed, approved, suspended, revoked, withdrawn; and the pause of new work.

use super::*;
use frame_support::assert_noop;
use sp_runtime::{ArithmeticError, TokenError};

fn manufacturer_status() -> ManufacturerStatus {
	Manufacturers::<Test>::get(FACTORY).unwrap().status
}

fn suspend_factory() {
	assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
}

fn revoke_factory() {
	assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
}

#[test]
fn proposal_should_hold_the_deposit_and_wait_for_approval() {
	ExtBuilder::default().build_and_execute(|| {
		propose();

		let record = Manufacturers::<Test>::get(FACTORY).unwrap();
		assert_eq!(record.status, ManufacturerStatus::Proposed);
		assert_eq!((record.account, record.vendor_id, record.models), (MAKER, Some(0xfff1), 0));
		assert_eq!(record.root_keys, root_keys());
		assert_eq!(on_hold(MAKER, HoldReason::Manufacturer), deposit(HoldReason::Manufacturer));
		assert_last_event(Event::ManufacturerProposed {
			id: FACTORY,
			account: MAKER,
			vendor_id: Some(0xfff1),
			root_keys: root_keys(),
			metadata_hash: DOCUMENT,
		});
	});
}

#[test]
fn proposal_should_fail_when_there_is_no_root_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::propose_manufacturer(
				signed(MAKER),
				None,
				RootKeysOf::<Test>::new(),
				DOCUMENT
			),
			Error::<Test>::NoRootKeys
		);
	});
}

#[test]
fn proposal_should_fail_when_a_root_key_is_listed_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = (root_signer(0).key(), root_signer(1).key());
		for keys in [vec![a, a], vec![a, b, a], vec![b, a, a]] {
			assert_noop!(
				DeviceIdentity::propose_manufacturer(
					signed(MAKER),
					None,
					keys.try_into().unwrap(),
					DOCUMENT
				),
				Error::<Test>::DuplicateRootKey
			);
		}
	});
}

#[test]
fn proposal_should_fail_when_the_account_cannot_pay_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::propose_manufacturer(signed(POOR), None, root_keys(), DOCUMENT),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn proposal_should_fail_when_new_work_is_paused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(DeviceIdentity::pause(trustees()));
		assert_noop!(
			DeviceIdentity::propose_manufacturer(signed(MAKER), None, root_keys(), DOCUMENT),
			Error::<Test>::Paused
		);
	});
}

#[test]
fn proposal_should_fail_when_ids_have_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		NextManufacturerId::<Test>::put(ManufacturerId::MAX);
		assert_noop!(
			DeviceIdentity::propose_manufacturer(signed(MAKER), None, root_keys(), DOCUMENT),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn ids_should_not_be_reused_when_a_manufacturer_has_left() {
	ExtBuilder::default().build_and_execute(|| {
		propose();
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		propose();
		assert!(!Manufacturers::<Test>::contains_key(FACTORY));
		assert!(Manufacturers::<Test>::contains_key(FACTORY + 1));
	});
}

#[test]
fn approval_should_let_a_proposed_or_suspended_manufacturer_register() {
	ExtBuilder::default().build_and_execute(|| {
		propose();
		approve();
		assert_eq!(manufacturer_status(), ManufacturerStatus::Approved);
		assert_last_event(Event::ManufacturerApproved { id: FACTORY });

		suspend_factory();
		approve();
		assert_eq!(manufacturer_status(), ManufacturerStatus::Approved);
	});
}

#[test]
fn approval_should_fail_when_the_manufacturer_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::approve_manufacturer(trustees(), FACTORY, root_keys()),
			Error::<Test>::ManufacturerNotFound
		);
	});
}

#[test]
fn approval_should_fail_when_the_manufacturer_is_approved_or_revoked_already() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(
			DeviceIdentity::approve_manufacturer(trustees(), FACTORY, root_keys()),
			Error::<Test>::BadManufacturerState
		);
		revoke_factory();
		assert_noop!(
			DeviceIdentity::approve_manufacturer(trustees(), FACTORY, root_keys()),
			Error::<Test>::BadManufacturerState
		);
	});
}

#[test]
fn approval_should_fail_when_the_root_keys_were_changed_meanwhile() {
	ExtBuilder::default().build_and_execute(|| {
		propose();
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()));
		assert_noop!(
			DeviceIdentity::approve_manufacturer(trustees(), FACTORY, root_keys()),
			Error::<Test>::RootKeysChanged
		);
	});
}

#[test]
fn suspension_should_stop_a_proposed_or_approved_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		propose();
		suspend_factory();
		assert_eq!(manufacturer_status(), ManufacturerStatus::Suspended);
		assert_last_event(Event::ManufacturerSuspended { id: FACTORY });
		approve();
		suspend_factory();
		assert_eq!(manufacturer_status(), ManufacturerStatus::Suspended);
	});
}

#[test]
fn suspension_should_fail_when_the_manufacturer_is_unknown_suspended_or_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::suspend_manufacturer(trustees(), FACTORY),
			Error::<Test>::ManufacturerNotFound
		);
		factory();
		suspend_factory();
		assert_noop!(
			DeviceIdentity::suspend_manufacturer(trustees(), FACTORY),
			Error::<Test>::BadManufacturerState
		);
		revoke_factory();
		assert_noop!(
			DeviceIdentity::suspend_manufacturer(trustees(), FACTORY),
			Error::<Test>::BadManufacturerState
		);
	});
}

#[test]
fn revocation_should_be_possible_in_every_state_but_revoked() {
	let preparations: [fn(); 3] = [propose, factory, || {
		factory();
		suspend_factory();
	}];
	for prepare in preparations {
		ExtBuilder::default().build_and_execute(|| {
			prepare();
			revoke_factory();
			assert_eq!(manufacturer_status(), ManufacturerStatus::Revoked);
			assert_last_event(Event::ManufacturerRevoked { id: FACTORY });
			assert_noop!(
				DeviceIdentity::revoke_manufacturer(trustees(), FACTORY),
				Error::<Test>::BadManufacturerState
			);
		});
	}
}

#[test]
fn revoked_manufacturers_should_be_counted_until_they_withdraw() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_eq!(RevokedManufacturers::<Test>::get(), 0);
		assert_ok!(DeviceIdentity::propose_manufacturer(
			signed(OTHER_MAKER),
			None,
			other_root_keys(),
			DOCUMENT
		));
		revoke_factory();
		assert_eq!(RevokedManufacturers::<Test>::get(), 1);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY + 1));
		assert_eq!(RevokedManufacturers::<Test>::get(), 2);
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		assert_eq!(RevokedManufacturers::<Test>::get(), 1);
	});
}

#[test]
fn revocation_should_fail_when_the_manufacturer_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::revoke_manufacturer(trustees(), FACTORY),
			Error::<Test>::ManufacturerNotFound
		);
	});
}

#[test]
fn withdrawal_should_return_the_deposit_in_every_state() {
	let preparations: [fn(); 4] = [
		propose,
		factory,
		|| (factory(), suspend_factory()).1,
		|| {
			factory();
			revoke_factory();
		},
	];
	for prepare in preparations {
		ExtBuilder::default().build_and_execute(|| {
			prepare();
			assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
			assert!(!Manufacturers::<Test>::contains_key(FACTORY));
			assert_eq!(Balances::free_balance(MAKER), START);
			assert_last_event(Event::ManufacturerWithdrawn { id: FACTORY });
		});
	}
}

#[test]
fn withdrawal_should_fail_when_the_manufacturer_has_models() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_noop!(
			DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY),
			Error::<Test>::ManufacturerInUse
		);
	});
}

#[test]
fn withdrawal_should_fail_when_caller_is_not_the_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY),
			Error::<Test>::ManufacturerNotFound
		);
		factory();
		assert_noop!(
			DeviceIdentity::withdraw_manufacturer(signed(OTHER_MAKER), FACTORY),
			Error::<Test>::NotManufacturer
		);
	});
}

#[test]
fn new_root_keys_should_need_a_new_approval() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()));

		assert_eq!(manufacturer_status(), ManufacturerStatus::Proposed);
		assert_eq!(Manufacturers::<Test>::get(FACTORY).unwrap().root_keys, other_root_keys());
		assert_last_event(Event::RootKeysChanged { id: FACTORY, root_keys: other_root_keys() });
		assert_noop!(
			DeviceIdentity::add_model(signed(MAKER), MODEL, spec(DeviceClass::Meter)),
			Error::<Test>::ManufacturerNotApproved
		);
	});
}

#[test]
fn new_root_keys_should_be_refused_when_suspended_or_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		suspend_factory();
		assert_noop!(
			DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()),
			Error::<Test>::BadManufacturerState
		);
		revoke_factory();
		assert_noop!(
			DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()),
			Error::<Test>::BadManufacturerState
		);
	});
}

#[test]
fn new_root_keys_should_be_refused_when_empty_or_listed_twice() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(
			DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, RootKeysOf::<Test>::new()),
			Error::<Test>::NoRootKeys
		);
		let key = root_signer(2).key();
		assert_noop!(
			DeviceIdentity::set_root_keys(
				signed(MAKER),
				FACTORY,
				vec![key, key].try_into().unwrap()
			),
			Error::<Test>::DuplicateRootKey
		);
	});
}

#[test]
fn new_root_keys_should_be_refused_when_caller_is_not_the_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(
			DeviceIdentity::set_root_keys(signed(OTHER_MAKER), FACTORY, other_root_keys()),
			Error::<Test>::NotManufacturer
		);
	});
}

#[test]
fn pause_should_stop_new_work_until_resumed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(DeviceIdentity::pause(trustees()));
		assert!(Paused::<Test>::get());
		assert_last_event(Event::WorkPaused);

		assert_ok!(DeviceIdentity::unpause(trustees()));
		assert!(!Paused::<Test>::get());
		assert_last_event(Event::WorkResumed);
		propose();
	});
}

#[test]
fn pause_should_refuse_what_adds_and_let_on_what_ends_protects_or_repairs() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let fresh = registered(2);
		offer(&device, BOB, None);
		assert_ok!(DeviceIdentity::pause(trustees()));

		let birth = self::device(3).birth(MODEL);
		let signature = root_signer(0).sign(&birth);
		let possession = self::device(3).possession(MODEL);
		let add = next_key(&device, KeyPurposes::ALL);
		let product_two = ModelId { product: 2, ..MODEL };
		let authorisation = device.authorisation(1, 1, KeyPurposes::ALL, None);
		let refused = [
			(MAKER, Call::add_model { model: product_two, spec: spec(DeviceClass::Meter) }),
			(MAKER, Call::register { birth, root_key: 0, birth_signature: signature, possession }),
			(MAKER, activation_call(&fresh, MAKER)),
			(
				ALICE,
				Call::offer_transfer {
					device: device.id(),
					to: BOB,
					expires: now() + 1,
					price: None,
				},
			),
			(BOB, acceptance_call(&device, BOB, None)),
			(ALICE, Call::add_key { device: device.id(), key: add.clone() }),
			(
				CARRIER,
				Call::rotate_key_signed {
					signature: device.identity.sign(&authorisation),
					possession: add.possession,
					authorisation,
					signer: DeviceSigner::Identity,
				},
			),
		];
		for (who, call) in refused {
			assert_noop!(dispatch(signed(who), call), Error::<Test>::Paused);
		}

		assert_ok!(DeviceIdentity::cancel_transfer(signed(ALICE), device.id()));
		assert_eq!(rotate(&device, 0), 1);
		assert_ok!(revoke_key(&device, 0));
		assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), 0));
		assert_ok!(suspend(signed(ALICE), &device));
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_ok!(DeviceIdentity::report_lost(signed(ALICE), device.id()));
		decommission(&device);
	});
}
