// SPDX-License-Identifier: Apache-2.0

//! Vouchers: from the manufacturer through up to eight hands to the account that claims the device.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{TransferAcceptance, VoucherNonce, MAX_HANDOVERS};
use sp_runtime::TokenError;

const ASSERTIONS: [VoucherAssertion; 3] =
	[VoucherAssertion::Verified, VoucherAssertion::Logged, VoucherAssertion::Proximity];

/// Bob claims the device with this chain.
fn claim(device: &TestDevice, chain: VoucherChain) -> DispatchResult {
	dispatch(signed(BOB), voucher_call(device, chain, BOB))
}

/// A voucher of the device that went through `handovers` hands to Bob.
fn chain(device: &TestDevice, handovers: u8) -> VoucherChain {
	chain_of(voucher(device), handovers, BOB)
}

#[test]
fn voucher_should_make_its_last_holders_account_the_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let (maker, bob) = (Balances::free_balance(MAKER), Balances::free_balance(BOB));
		pass(5);
		let hash = voucher(&device).hash();
		assert_ok!(claim(&device, chain(&device, 2)));

		let record = record(&device);
		assert_eq!((record.owner, record.depositor, record.epoch), (BOB, BOB, 1));
		assert_eq!(record.status, DeviceStatus::Active);
		assert_eq!((record.live_keys.into_inner(), record.next_key), (vec![0], 1));
		assert_eq!((record.version, record.updated_at), (1, T0 + 5));
		assert_eq!(key_record(&device, 0).key, device.op(0).key());
		assert_eq!(key_record(&device, 0).depositor, BOB);
		let (device_deposit, key_deposit) = (deposit(HoldReason::Device), deposit(HoldReason::Key));
		assert_eq!(Balances::free_balance(MAKER), maker + device_deposit);
		assert_eq!(Balances::free_balance(BOB), bob - device_deposit - key_deposit);
		assert_eq!(DeviceIdentity::devices_of(BOB, None, 9), vec![device.id()]);
		assert!(DeviceIdentity::devices_of(MAKER, None, 9).is_empty());
		let (device, purposes) = (device.id(), KeyPurposes::ALL);
		let key = self::device(1).op(0).key();
		assert_event(Event::KeyAdded { device, index: 0, key, purposes });
		assert_event(Event::DeviceTransferred {
			device,
			from: MAKER,
			to: BOB,
			epoch: 1,
			key: 0,
			price: None,
		});
		assert_last_event(Event::VoucherUsed {
			device,
			voucher: hash,
			assertion: VoucherAssertion::Verified,
			handovers: 2,
		});
	});
}

#[test]
fn voucher_should_count_after_no_hand_over_and_after_every_number_up_to_eight() {
	for handovers in 0..=MAX_HANDOVERS as u8 {
		ExtBuilder::default().build_and_execute(|| {
			// The holders' keys are of every algorithm in turn.
			let device = registered(1);
			assert_ok!(claim(&device, chain(&device, handovers)));
			assert_eq!(record(&device).owner, BOB);
		});
	}
}

#[test]
fn voucher_should_count_whatever_algorithms_the_device_and_the_root_key_have() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		for (root_key, algorithm) in (0u8..).zip(KeyAlgorithm::ALL) {
			let device = TestDevice::new(algorithm, root_key.into());
			assert_ok!(register(&device));
			let mut chain = chain(&device, root_key + 1);
			chain.root_key = root_key;
			chain.signature = root_signer(root_key).sign(&chain.voucher);
			assert_ok!(claim(&device, chain));
			assert_eq!(status(&device), DeviceStatus::Active);
		}
	});
}

#[test]
fn voucher_should_count_whatever_the_manufacturer_asserts_and_say_so() {
	for assertion in ASSERTIONS {
		ExtBuilder::default().build_and_execute(|| {
			let device = registered(1);
			let voucher = Voucher { assertion, ..voucher(&device) };
			let hash = voucher.hash();
			assert_ok!(claim(&device, chain_of(voucher, 0, BOB)));
			assert_last_event(Event::VoucherUsed {
				device: device.id(),
				voucher: hash,
				assertion,
				handovers: 0,
			});
		});
	}
}

#[test]
fn voucher_should_count_until_its_end_and_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		set_now(T0 + DAY);
		assert_noop!(claim(&device, chain(&device, 1)), Error::<Test>::VoucherExpired);
		set_now(Moment::MAX);
		assert_noop!(claim(&device, chain(&device, 1)), Error::<Test>::VoucherExpired);
		set_now(T0 + DAY - 1);
		assert_ok!(claim(&device, chain(&device, 1)));
	});
}

#[test]
fn voucher_for_a_nonce_should_have_no_end() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let freshness = VoucherFreshness::Nonce(VoucherNonce::new(&[7; 16]).unwrap());
		pass(100 * RETENTION);
		let voucher = Voucher { freshness, ..voucher(&device) };
		assert_ok!(claim(&device, chain_of(voucher, 1, BOB)));
	});
}

#[test]
fn voucher_should_free_the_carrier_of_a_claimed_device_and_end_a_pending_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = claimed(1);
		offer(&device, STRANGER, Some(PRICE));
		let accept = acceptance_call(&device, STRANGER, Some(PRICE));
		assert_ok!(claim(&device, chain(&device, 1)));
		assert_eq!(Balances::free_balance(CARRIER), START);
		assert_eq!(on_hold(BOB, HoldReason::Device), deposit(HoldReason::Device));
		assert!(!TransferOffers::<Test>::contains_key(device.id()));
		assert_noop!(dispatch(signed(STRANGER), accept), Error::<Test>::NoOffer);
	});
}

#[test]
fn claim_should_fail_when_the_device_is_unknown_or_work_is_paused() {
	ExtBuilder::default().build_and_execute(|| {
		let unknown = device(2);
		assert_noop!(claim(&unknown, chain(&unknown, 0)), Error::<Test>::DeviceNotFound);
		let device = registered(1);
		assert_ok!(DeviceIdentity::pause(trustees()));
		assert_noop!(claim(&device, chain(&device, 0)), Error::<Test>::Paused);
	});
}

#[test]
fn claim_should_fail_when_the_voucher_is_for_another_device() {
	ExtBuilder::default().build_and_execute(|| {
		let (device, other) = (registered(1), registered(2));
		// Neither with the consent of the one nor with that of the other.
		assert_noop!(claim(&device, chain(&other, 1)), Error::<Test>::VoucherForOtherDevice);
		let mut forged = chain(&other, 1);
		forged.voucher.device = device.id();
		assert_noop!(claim(&device, forged), Error::<Test>::VoucherNotSigned);
	});
}

#[test]
fn claim_should_fail_when_the_manufacturer_is_not_approved() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let refused = || {
			assert_noop!(claim(&device, chain(&device, 1)), Error::<Test>::ManufacturerNotApproved);
		};
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, root_keys()));
		refused();
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		refused();
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		refused();
	});
}

#[test]
fn claim_should_fail_when_the_voucher_names_a_root_key_that_did_not_sign_it() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		for root_key in 1..4 {
			let chain = VoucherChain { root_key, ..chain(&device, 1) };
			assert_noop!(claim(&device, chain), Error::<Test>::VoucherNotSigned);
		}
		let chain = VoucherChain { root_key: 4, ..chain(&device, 1) };
		assert_noop!(claim(&device, chain), Error::<Test>::RootKeyNotFound);
	});
}

#[test]
fn claim_should_fail_when_any_field_of_the_voucher_was_changed() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let later = VoucherFreshness::Expires(T0 + DAY + 1);
		let forged = [
			Voucher { owner_key: holder(9).key(), ..voucher(&device) },
			Voucher { assertion: VoucherAssertion::Logged, ..voucher(&device) },
			Voucher { freshness: later, ..voucher(&device) },
		];
		for voucher in forged {
			let chain = VoucherChain { voucher, ..chain(&device, 1) };
			assert_noop!(claim(&device, chain), Error::<Test>::VoucherNotSigned);
		}
	});
}

#[test]
fn claim_should_fail_when_the_chain_of_hand_overs_was_spliced() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let spliced = |change: &dyn Fn(&mut Vec<Handover>)| {
			let mut chain = chain(&device, 4);
			let mut handovers = chain.handovers.into_inner();
			change(&mut handovers);
			chain.handovers = handovers.try_into().unwrap();
			chain
		};
		let refused = |change: &dyn Fn(&mut Vec<Handover>)| {
			assert_noop!(claim(&device, spliced(change)), Error::<Test>::HandoverNotSigned);
		};
		let later =
			Voucher { freshness: VoucherFreshness::Expires(T0 + 2 * DAY), ..voucher(&device) };
		for position in 0..4 {
			// Of another voucher of the same device, by the same holder to the same one.
			let other = chain_of(later.clone(), 4, BOB).handovers;
			refused(&|handovers| handovers[position] = other[position].clone());
			refused(&|handovers| handovers[position].next = holder(9).key());
			refused(&|handovers| handovers.insert(position, handovers[position].clone()));
		}
		for position in 0..3 {
			refused(&|handovers| {
				handovers.remove(position);
			});
			refused(&|handovers| handovers.swap(position, position + 1));
		}
		// A chain cut short is good as far as it goes, but leads to another holder.
		assert_noop!(
			claim(
				&device,
				spliced(&|handovers| {
					handovers.pop();
				})
			),
			Error::<Test>::VoucherClaimNotSigned
		);
		assert_ok!(claim(&device, spliced(&|_| ())));
	});
}

/// The chain sees only what it is shown. Whoever still gets the device's consent can leave out the
/// hand-overs that came after its own.
#[test]
fn former_holder_should_claim_when_it_has_the_consent_of_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let passed_on = chain(&device, 3);
		let word = VoucherClaim { voucher: passed_on.voucher.hash(), owner: BOB };
		let shorter = VoucherChain {
			handovers: Default::default(),
			claim: holder(0).sign(&word),
			..passed_on.clone()
		};
		assert_ok!(claim(&device, shorter));
		assert_noop!(claim(&device, passed_on), Error::<Test>::StaleVoucher);
	});
}

#[test]
fn claim_should_need_no_second_deposit_when_the_owner_carried_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let device = device(1);
		let births = Births::opened(std::slice::from_ref(&device));
		assert_ok!(dispatch(signed(BOB), births.claim(&device, 0)));
		let rest = Balances::free_balance(BOB) - deposit(HoldReason::Key) - 1;
		assert_ok!(Balances::transfer_keep_alive(signed(BOB), CARRIER, rest));
		assert_ok!(claim(&device, chain(&device, 1)));
		assert_eq!(on_hold(BOB, HoldReason::Device), deposit(HoldReason::Device));
	});
}

#[test]
fn former_holder_should_not_claim_behind_the_hand_overs_that_it_made() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let voucher = voucher(&device);
		let word = VoucherClaim { voucher: voucher.hash(), owner: BOB };
		for former in 0..3 {
			let claim_of_former = holder(former).sign(&word);
			let chain = VoucherChain { claim: claim_of_former, ..chain(&device, 3) };
			assert_noop!(claim(&device, chain), Error::<Test>::VoucherClaimNotSigned);
		}
	});
}

#[test]
fn claim_should_fail_when_the_last_holder_named_another_account_or_voucher() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let for_alice = chain_of(voucher(&device), 1, ALICE);
		assert_noop!(claim(&device, for_alice), Error::<Test>::VoucherClaimNotSigned);
		let later =
			Voucher { freshness: VoucherFreshness::Expires(T0 + 2 * DAY), ..voucher(&device) };
		let of_another = chain_of(later, 1, BOB).claim;
		let chain = VoucherChain { claim: of_another, ..chain(&device, 1) };
		assert_noop!(claim(&device, chain), Error::<Test>::VoucherClaimNotSigned);
	});
}

#[test]
fn claim_should_fail_when_the_device_did_not_consent() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let refused = |acceptance: TransferAcceptance<u64>, by: &Signer, error: Error<Test>| {
			let consent = by.sign(&acceptance);
			let key = device.new_key(0, acceptance.epoch, KeyPurposes::ALL);
			let chain = chain(&device, 1);
			let call =
				Call::claim_with_voucher { chain: Box::new(chain), acceptance, consent, key };
			assert_noop!(dispatch(signed(BOB), call), error);
		};
		let good = TransferAcceptance { device: device.id(), owner: BOB, epoch: 1, key: 0 };
		for by in [device.op(0), holder(1), root_signer(0), self::device(2).identity] {
			refused(good.clone(), &by, Error::<Test>::DeviceConsentMissing);
		}
		let to_alice = TransferAcceptance { owner: ALICE, ..good.clone() };
		refused(to_alice, &device.identity, Error::<Test>::NotRecipient);
		for epoch in [0, 2] {
			let acceptance = TransferAcceptance { epoch, ..good.clone() };
			refused(acceptance, &device.identity, Error::<Test>::EpochMismatch);
		}
		let other_key = TransferAcceptance { key: 1, ..good };
		refused(other_key, &device.identity, Error::<Test>::KeyIndexMismatch);
	});
}

#[test]
fn claim_should_fail_when_the_first_key_is_no_good() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let refused = |key: NewKey, error: Error<Test>| {
			let (acceptance, consent) = device.acceptance(BOB, 1, 0);
			let chain = chain(&device, 1);
			let call =
				Call::claim_with_voucher { chain: Box::new(chain), acceptance, consent, key };
			assert_noop!(dispatch(signed(BOB), call), error);
		};
		refused(device.new_key(0, 1, purposes(6)), Error::<Test>::LastAssertKey);
		refused(device.new_key(0, 2, KeyPurposes::ALL), Error::<Test>::KeyPossessionMissing);
		refused(device.new_key(1, 1, KeyPurposes::ALL), Error::<Test>::KeyPossessionMissing);
		refused(
			device.new_key_by(&device.identity, 0, 1, KeyPurposes::ALL),
			Error::<Test>::KeyReused,
		);
	});
}

#[test]
fn claim_should_fail_when_the_claimant_cannot_pay_the_deposits() {
	let one_short = deposit(HoldReason::Device) + deposit(HoldReason::Key);
	ExtBuilder::default().with_balance(BOB, one_short).build_and_execute(|| {
		let device = registered(1);
		assert_noop!(claim(&device, chain(&device, 1)), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, 1));
		assert_ok!(claim(&device, chain(&device, 1)));
	});
}

#[test]
fn claim_should_fail_when_another_pallet_holds_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		TestLiens::hold(device.id());
		assert_noop!(claim(&device, chain(&device, 1)), Error::<Test>::LockedByOtherPallet);
		TestLiens::release(device.id());
		assert_ok!(claim(&device, chain(&device, 1)));
	});
}

#[test]
fn voucher_should_be_stale_when_the_device_has_had_an_owner() {
	let histories: [fn(&TestDevice); 4] = [
		|device| {
			assert_ok!(dispatch(signed(MAKER), activation_call(device, MAKER)));
		},
		|device| hand_to(device, ALICE),
		|device| {
			assert_ok!(claim(device, chain(device, 1)));
		},
		|device| {
			hand_to(device, ALICE);
			decommission(device);
		},
	];
	for live in histories {
		ExtBuilder::default().build_and_execute(|| {
			let device = registered(1);
			live(&device);
			for handovers in [0, 1, 3] {
				assert_noop!(
					claim(&device, chain(&device, handovers)),
					Error::<Test>::StaleVoucher
				);
			}
		});
	}
}

#[test]
fn voucher_should_be_worthless_when_the_device_ended_before_it_had_an_owner() {
	let ends: [fn(&TestDevice); 2] = [decommission, |device| {
		assert_ok!(DeviceIdentity::revoke(trustees(), device.id(), T0));
	}];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			let device = registered(1);
			end(&device);
			assert_noop!(claim(&device, chain(&device, 1)), Error::<Test>::BadState);
			pass(RETENTION);
			let freshness = VoucherFreshness::Expires(Moment::MAX);
			let endless = chain_of(Voucher { freshness, ..voucher(&device) }, 1, BOB);
			assert_noop!(claim(&device, endless.clone()), Error::<Test>::BadState);
			assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
			assert_noop!(claim(&device, endless), Error::<Test>::DeviceNotFound);
		});
	}
}

#[test]
fn first_of_two_vouchers_should_count() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let logged = Voucher { assertion: VoucherAssertion::Logged, ..voucher(&device) };
		let late = chain_of(logged, 0, ALICE);
		assert_ok!(claim(&device, chain(&device, 1)));
		assert_noop!(
			dispatch(signed(ALICE), voucher_call(&device, late, ALICE)),
			Error::<Test>::StaleVoucher
		);
		assert_eq!(record(&device).owner, BOB);
	});
}
