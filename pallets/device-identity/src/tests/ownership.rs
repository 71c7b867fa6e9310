// SPDX-License-Identifier: Apache-2.0

//! Who owns a device: activation, offers, acceptance, price and deposits.

use super::*;
use frame_support::assert_noop;
use mote_primitives::TransferAcceptance;
use sp_runtime::TokenError;

/// The call with which `to` accepts the device and keeps its key `kept`.
fn keeping_call(device: &TestDevice, to: u64, kept: KeyIndex) -> Call<Test> {
	let (acceptance, consent) = device.acceptance(to, record(device).epoch + 1, kept);
	Call::accept_transfer { acceptance, consent, price: None, key: None }
}

#[test]
fn activation_should_put_the_device_into_use_under_its_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		offer(&device, BOB, None);
		assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));

		let record = record(&device);
		assert_eq!((record.status, record.owner), (DeviceStatus::Active, MAKER));
		assert_eq!((record.epoch, record.next_key, record.key_records), (1, 1, 1));
		assert_eq!(record.live_keys.into_inner(), vec![0]);
		assert_eq!(key_record(&device, 0).key, device.op(0).key());
		assert_eq!(on_hold(MAKER, HoldReason::Key), deposit(HoldReason::Key));
		assert!(!TransferOffers::<Test>::contains_key(device.id()));
		assert_event(Event::KeyAdded {
			device: device.id(),
			index: 0,
			key: device.op(0).key(),
			purposes: KeyPurposes::ALL,
		});
		assert_last_event(Event::DeviceActivated { device: device.id(), owner: MAKER, epoch: 1 });
	});
}

#[test]
fn activation_should_work_for_every_algorithm() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		for algorithm in KeyAlgorithm::ALL {
			let device = TestDevice::new(algorithm, u32::from(algorithm.code()));
			assert_ok!(register(&device));
			assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
			assert_eq!(key_record(&device, 0).key.algorithm(), algorithm);
		}
	});
}

#[test]
fn activation_should_fail_when_the_device_is_unknown_or_caller_does_not_own_it() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_noop!(
			dispatch(signed(MAKER), activation_call(&self::device(2), MAKER)),
			Error::<Test>::DeviceNotFound
		);
		assert_noop!(
			dispatch(signed(ALICE), activation_call(&device, ALICE)),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn activation_should_fail_when_the_device_is_in_use_already() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_noop!(
			dispatch(signed(ALICE), activation_call(&device, ALICE)),
			Error::<Test>::BadState
		);
	});
}

#[test]
fn activation_should_fail_when_the_device_consented_to_somebody_else() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_noop!(
			dispatch(signed(MAKER), activation_call(&device, ALICE)),
			Error::<Test>::NotRecipient
		);
	});
}

#[test]
fn activation_should_fail_when_the_epoch_is_not_the_next_one() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		for epoch in [0, 2] {
			let (acceptance, consent) = device.acceptance(MAKER, epoch, 0);
			let key = device.new_key(0, epoch, KeyPurposes::ALL);
			assert_noop!(
				DeviceIdentity::activate(signed(MAKER), acceptance, consent, key),
				Error::<Test>::EpochMismatch
			);
		}
	});
}

#[test]
fn activation_should_fail_when_the_consent_names_another_key_index() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let (acceptance, consent) = device.acceptance(MAKER, 1, 1);
		let key = device.new_key(1, 1, KeyPurposes::ALL);
		assert_noop!(
			DeviceIdentity::activate(signed(MAKER), acceptance, consent, key),
			Error::<Test>::KeyIndexMismatch
		);
	});
}

#[test]
fn activation_should_fail_when_the_first_key_may_not_assert() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let (acceptance, consent) = device.acceptance(MAKER, 1, 0);
		let key = device.new_key(0, 1, purposes(6));
		assert_noop!(
			DeviceIdentity::activate(signed(MAKER), acceptance, consent, key),
			Error::<Test>::LastAssertKey
		);
	});
}

#[test]
fn activation_should_fail_when_an_operational_key_consents_in_place_of_the_identity_key() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let (acceptance, _) = device.acceptance(MAKER, 1, 0);
		let consent = device.op(0).sign(&acceptance);
		let key = device.new_key(0, 1, KeyPurposes::ALL);
		assert_noop!(
			DeviceIdentity::activate(signed(MAKER), acceptance, consent, key),
			Error::<Test>::DeviceConsentMissing
		);
	});
}

#[test]
fn activation_should_fail_when_the_manufacturer_was_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_noop!(
			dispatch(signed(MAKER), activation_call(&device, MAKER)),
			Error::<Test>::ManufacturerNotApproved
		);
	});
}

#[test]
fn offer_should_name_recipient_term_and_price() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let term = T0 + MAX_TERM;
		assert_ok!(DeviceIdentity::offer_transfer(
			signed(ALICE),
			device.id(),
			BOB,
			term,
			Some(PRICE)
		));
		assert_eq!(
			TransferOffers::<Test>::get(device.id()),
			Some(TransferOffer { to: BOB, expires: term, price: Some(PRICE) })
		);
		assert_last_event(Event::TransferOffered {
			device: device.id(),
			to: BOB,
			expires: term,
			price: Some(PRICE),
		});
	});
}

#[test]
fn offer_should_replace_an_earlier_one() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, Some(PRICE));
		offer(&device, STRANGER, None);
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, Some(PRICE))),
			Error::<Test>::NotRecipient
		);
		assert_ok!(dispatch(signed(STRANGER), acceptance_call(&device, STRANGER, None)));
	});
}

#[test]
fn offer_should_fail_when_its_term_is_over_or_too_long() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for expires in [0, T0 - 1, T0, T0 + MAX_TERM + 1, Moment::MAX] {
			assert_noop!(
				DeviceIdentity::offer_transfer(signed(ALICE), device.id(), BOB, expires, None),
				Error::<Test>::BadTransferTerm
			);
		}
	});
}

#[test]
fn offer_should_fail_when_caller_does_not_own_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for who in [MAKER, BOB] {
			assert_noop!(
				DeviceIdentity::offer_transfer(signed(who), device.id(), BOB, T0 + 1, None),
				Error::<Test>::NotOwner
			);
		}
	});
}

#[test]
fn offer_should_fail_when_a_higher_class_suspended_the_device_or_it_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let refused = |device: &TestDevice| {
			assert_noop!(
				DeviceIdentity::offer_transfer(signed(ALICE), device.id(), BOB, now() + 1, None),
				Error::<Test>::BadState
			);
		};
		let device = active(1);
		assert_ok!(suspend(signed(MAKER), &device));
		refused(&device);
		assert_ok!(suspend(trustees(), &device));
		refused(&device);
		decommission(&device);
		refused(&device);
	});
}

#[test]
fn offer_should_fail_when_another_pallet_holds_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		TestLiens::hold(device.id());
		assert_noop!(
			DeviceIdentity::offer_transfer(signed(ALICE), device.id(), BOB, T0 + 1, None),
			Error::<Test>::LockedByOtherPallet
		);
		TestLiens::release(device.id());
		offer(&device, BOB, None);
	});
}

#[test]
fn offer_should_fail_when_the_manufacturer_was_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_noop!(
			DeviceIdentity::offer_transfer(signed(ALICE), device.id(), BOB, T0 + 1, None),
			Error::<Test>::ManufacturerNotApproved
		);
	});
}

#[test]
fn cancelled_offer_should_not_be_acceptable() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_noop!(
			DeviceIdentity::cancel_transfer(signed(ALICE), device.id()),
			Error::<Test>::NoOffer
		);
		offer(&device, BOB, None);
		assert_noop!(
			DeviceIdentity::cancel_transfer(signed(BOB), device.id()),
			Error::<Test>::NotOwner
		);
		assert_ok!(DeviceIdentity::cancel_transfer(signed(ALICE), device.id()));
		assert_last_event(Event::TransferCancelled { device: device.id() });
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, None)),
			Error::<Test>::NoOffer
		);
	});
}

#[test]
fn acceptance_should_move_device_price_and_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let (alice, bob) = (Balances::free_balance(ALICE), Balances::free_balance(BOB));
		offer(&device, BOB, Some(PRICE));
		assert_ok!(dispatch(signed(BOB), acceptance_call(&device, BOB, Some(PRICE))));

		let record = record(&device);
		assert_eq!((record.owner, record.depositor, record.epoch), (BOB, BOB, 2));
		assert_eq!(record.status, DeviceStatus::Active);
		assert_eq!(record.live_keys.into_inner(), vec![1]);
		assert_eq!(key_status(&device, 0), KeyStatus::OwnerChanged { at: T0 });
		let (device_deposit, key_deposit) = (deposit(HoldReason::Device), deposit(HoldReason::Key));
		assert_eq!(Balances::free_balance(ALICE), alice + PRICE + device_deposit);
		assert_eq!(Balances::free_balance(BOB), bob - PRICE - device_deposit - key_deposit);
		// Alice's deposit for the ended key stays until the key's record is pruned.
		assert_eq!(on_hold(ALICE, HoldReason::Key), key_deposit);
		assert!(DeviceIdentity::devices_of(ALICE, None, 9).is_empty());
		assert_eq!(DeviceIdentity::devices_of(BOB, None, 9), vec![device.id()]);
		assert!(!TransferOffers::<Test>::contains_key(device.id()));
		assert_last_event(Event::DeviceTransferred {
			device: device.id(),
			from: ALICE,
			to: BOB,
			epoch: 2,
			key: 1,
			price: Some(PRICE),
		});
	});
}

#[test]
fn acceptance_should_end_every_key_but_the_one_that_the_device_names() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for bits in [1, 2, 7] {
			add_key(&device, purposes(bits));
		}
		offer(&device, BOB, None);
		assert_ok!(dispatch(signed(BOB), keeping_call(&device, BOB, 1)));

		assert_eq!(record(&device).live_keys.into_inner(), vec![1]);
		assert_eq!(key_status(&device, 1), KeyStatus::Live);
		for ended in [0, 2, 3] {
			assert_eq!(key_status(&device, ended), KeyStatus::OwnerChanged { at: T0 });
		}
		// The deposit of the key that serves Bob is Bob's.
		assert_eq!(key_record(&device, 1).depositor, BOB);
		assert_eq!(on_hold(BOB, HoldReason::Key), deposit(HoldReason::Key));
		assert_eq!(on_hold(ALICE, HoldReason::Key), 3 * deposit(HoldReason::Key));
	});
}

#[test]
fn acceptance_should_fail_when_the_kept_key_is_unknown_dead_or_may_not_assert() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let talker = add_key(&device, purposes(2));
		let live = rotate(&device, 0);
		offer(&device, BOB, None);
		let refused = |kept, error: Error<Test>| {
			assert_noop!(dispatch(signed(BOB), keeping_call(&device, BOB, kept)), error);
		};
		refused(9, Error::<Test>::KeyNotFound);
		refused(0, Error::<Test>::KeyNotLive);
		refused(talker, Error::<Test>::LastAssertKey);
		assert_ok!(dispatch(signed(BOB), keeping_call(&device, BOB, live)));
	});
}

#[test]
fn acceptance_should_fail_when_the_offer_has_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		pass(DAY);
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, None)),
			Error::<Test>::TransferExpired
		);
		set_now(now() - 1);
		assert_ok!(dispatch(signed(BOB), acceptance_call(&device, BOB, None)));
	});
}

#[test]
fn acceptance_should_fail_when_the_owner_raised_the_price_in_between() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, Some(PRICE + 1));
		for expected in [None, Some(PRICE), Some(PRICE + 2)] {
			assert_noop!(
				dispatch(signed(BOB), acceptance_call(&device, BOB, expected)),
				Error::<Test>::PriceChanged
			);
		}
	});
}

#[test]
fn acceptance_should_fail_when_caller_is_not_the_recipient() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		for thief in [ALICE, MAKER, STRANGER] {
			assert_noop!(
				dispatch(signed(thief), acceptance_call(&device, thief, None)),
				Error::<Test>::NotRecipient
			);
		}
		// The recipient cannot use consent to somebody else either.
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, STRANGER, None)),
			Error::<Test>::NotRecipient
		);
	});
}

#[test]
fn acceptance_should_fail_when_the_device_is_unknown_or_not_on_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let call = acceptance_call(&device, BOB, None);
		assert_noop!(dispatch(signed(BOB), call), Error::<Test>::NoOffer);
		let (acceptance, consent) = self::device(2).acceptance(BOB, 2, 0);
		assert_noop!(
			DeviceIdentity::accept_transfer(signed(BOB), acceptance, consent, None, None),
			Error::<Test>::DeviceNotFound
		);
	});
}

#[test]
fn acceptance_should_fail_when_the_device_did_not_consent() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		let (acceptance, _) = device.acceptance(BOB, 2, 0);
		// Neither an operational key, nor another device, nor consent to something else will do.
		let to_stranger = TransferAcceptance { owner: STRANGER, ..acceptance.clone() };
		for consent in [
			device.op(0).sign(&acceptance),
			self::device(2).identity.sign(&acceptance),
			device.identity.sign(&to_stranger),
		] {
			assert_noop!(
				DeviceIdentity::accept_transfer(
					signed(BOB),
					acceptance.clone(),
					consent,
					None,
					None
				),
				Error::<Test>::DeviceConsentMissing
			);
		}
	});
}

#[test]
fn acceptance_should_fail_when_the_device_was_suspended_or_encumbered_after_the_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		TestLiens::hold(device.id());
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, None)),
			Error::<Test>::LockedByOtherPallet
		);
		TestLiens::release(device.id());
		assert_ok!(suspend(signed(MAKER), &device));
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, None)),
			Error::<Test>::BadState
		);
	});
}

#[test]
fn acceptance_should_leave_nothing_behind_when_the_new_owner_cannot_pay() {
	let price_alone = PRICE + 1;
	ExtBuilder::default().with_balance(BOB, price_alone).build_and_execute(|| {
		let device = active(1);
		offer(&device, POOR, None);
		assert_noop!(
			dispatch(signed(POOR), acceptance_call(&device, POOR, None)),
			TokenError::FundsUnavailable
		);
		// Bob can pay the price, but not the deposits.
		offer(&device, BOB, Some(PRICE));
		assert_noop!(
			dispatch(signed(BOB), acceptance_call(&device, BOB, Some(PRICE))),
			TokenError::FundsUnavailable
		);
		assert_eq!(Balances::free_balance(BOB), price_alone);
	});
}

#[test]
fn acceptance_should_put_a_lost_or_owner_suspended_device_back_into_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(suspend(signed(ALICE), &device));
		hand_to(&device, BOB);
		assert_eq!(status(&device), DeviceStatus::Active);

		assert_ok!(DeviceIdentity::report_lost(signed(BOB), device.id()));
		hand_to(&device, ALICE);
		assert_eq!((status(&device), record(&device).epoch), (DeviceStatus::Active, 3));
	});
}

#[test]
fn acceptance_by_the_owner_itself_should_begin_a_new_epoch() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, ALICE, Some(PRICE));
		assert_ok!(dispatch(signed(ALICE), acceptance_call(&device, ALICE, Some(PRICE))));
		assert_eq!((record(&device).owner, record(&device).epoch), (ALICE, 2));
		assert_eq!(on_hold(ALICE, HoldReason::Device), deposit(HoldReason::Device));
		assert_eq!(DeviceIdentity::devices_of(ALICE, None, 9), vec![device.id()]);
	});
}

#[test]
fn epoch_should_never_wrap() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		Devices::<Test>::mutate(device.id(), |d| d.as_mut().unwrap().epoch = Epoch::MAX);
		offer(&device, BOB, None);
		let (acceptance, consent) = device.acceptance(BOB, 0, 0);
		assert_noop!(
			DeviceIdentity::accept_transfer(signed(BOB), acceptance, consent, None, None),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}
