// SPDX-License-Identifier: Apache-2.0

//! Out of use and back, and the two ends from which nothing comes back.

use super::*;
use frame_support::assert_noop;
use mote_primitives::Reactivation;

fn suspended_by(device: &TestDevice) -> AuthorityClass {
	match status(device) {
		DeviceStatus::Suspended { by, .. } => by,
		other => panic!("{other:?} is not suspended"),
	}
}

fn report_lost(who: u64, device: &TestDevice) -> DispatchResult {
	DeviceIdentity::report_lost(signed(who), device.id())
}

fn revoke(origin: RuntimeOrigin, device: &TestDevice, since: Moment) -> DispatchResult {
	DeviceIdentity::revoke(origin, device.id(), since)
}

#[test]
fn suspension_should_be_imposed_by_owner_manufacturer_or_trustees() {
	use AuthorityClass::*;
	for (origin, by) in
		[(signed(ALICE), Owner), (signed(MAKER), Manufacturer), (trustees(), Trustee)]
	{
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			assert_ok!(suspend(origin, &device));
			assert_eq!(suspended_by(&device), by);
			assert_last_event(Event::DeviceSuspended {
				device: device.id(),
				by,
				reason: SuspensionReason::Security,
				nonce: nonce(&device),
			});
		});
	}
}

#[test]
fn suspension_should_fail_when_caller_has_nothing_to_say() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for who in [STRANGER, OTHER_MAKER, BOB] {
			assert_noop!(suspend(signed(who), &device), Error::<Test>::NotAuthorised);
		}
		assert_noop!(suspend(trustees(), &self::device(2)), Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn suspension_should_fail_when_the_device_is_not_in_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_noop!(suspend(trustees(), &device), Error::<Test>::BadState);
		hand_to(&device, ALICE);
		decommission(&device);
		assert_noop!(suspend(trustees(), &device), Error::<Test>::BadState);
	});
}

#[test]
fn suspension_should_be_taken_over_by_a_higher_class_only() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(suspend(signed(ALICE), &device));
		assert_noop!(suspend(signed(ALICE), &device), Error::<Test>::BadState);
		let first = nonce(&device);
		assert_ok!(suspend(signed(MAKER), &device));
		assert_ne!(nonce(&device), first);
		assert_noop!(suspend(signed(ALICE), &device), Error::<Test>::BadState);
		assert_noop!(suspend(signed(MAKER), &device), Error::<Test>::BadState);
		assert_ok!(suspend(trustees(), &device));
		assert_eq!(suspended_by(&device), AuthorityClass::Trustee);
		assert_noop!(suspend(trustees(), &device), Error::<Test>::BadState);
	});
}

#[test]
fn suspension_should_be_lifted_by_the_same_or_a_higher_class_only() {
	let origins = || [signed(ALICE), signed(MAKER), trustees()];
	for (imposed, by) in origins().into_iter().enumerate() {
		for (lifted, lifter) in origins().into_iter().enumerate() {
			ExtBuilder::default().build_and_execute(|| {
				let device = active(1);
				assert_ok!(suspend(by.clone(), &device));
				if lifted < imposed {
					assert_noop!(reactivate(lifter, &device), Error::<Test>::Outranked);
				} else {
					assert_ok!(reactivate(lifter, &device));
					assert_eq!(status(&device), DeviceStatus::Active);
				}
			});
		}
	}
}

#[test]
fn manufacturer_should_not_act_on_sold_devices_when_suspended_or_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()));
		assert_ok!(suspend(signed(MAKER), &device));
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_noop!(reactivate(signed(MAKER), &device), Error::<Test>::NotAuthorised);
		assert_noop!(revoke(signed(MAKER), &device, 0), Error::<Test>::NotAuthorised);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_noop!(revoke(signed(MAKER), &device, 0), Error::<Test>::NotAuthorised);
		assert_ok!(reactivate(trustees(), &device));
	});
}

#[test]
fn suspended_manufacturer_should_act_on_its_own_device_as_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_ok!(suspend(signed(MAKER), &device));
		assert_eq!(suspended_by(&device), AuthorityClass::Owner);
		assert_noop!(revoke(signed(MAKER), &device, 0), Error::<Test>::NotAuthorised);
	});
}

#[test]
fn loss_should_be_reported_by_the_owner_of_a_device_in_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for who in [MAKER, STRANGER] {
			assert_noop!(report_lost(who, &device), Error::<Test>::NotOwner);
		}
		assert_ok!(report_lost(ALICE, &device));
		assert_eq!(status(&device), DeviceStatus::Lost { at: T0, nonce: nonce(&device) });
		assert_last_event(Event::DeviceLost { device: device.id(), nonce: nonce(&device) });
		assert_noop!(report_lost(ALICE, &device), Error::<Test>::BadState);
	});
}

#[test]
fn loss_should_not_be_reported_when_the_device_is_suspended_or_not_yet_in_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_noop!(report_lost(MAKER, &device), Error::<Test>::BadState);
		hand_to(&device, ALICE);
		assert_ok!(suspend(signed(MAKER), &device));
		assert_noop!(report_lost(ALICE, &device), Error::<Test>::BadState);
	});
}

#[test]
fn lost_device_should_come_back_only_by_its_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(report_lost(ALICE, &device));
		assert_noop!(reactivate(signed(MAKER), &device), Error::<Test>::Outranked);
		assert_noop!(reactivate(trustees(), &device), Error::<Test>::Outranked);
		assert_noop!(reactivate(signed(STRANGER), &device), Error::<Test>::NotAuthorised);
		// Nobody turns the loss into a suspension that could be lifted without the owner.
		for origin in [signed(ALICE), signed(MAKER), trustees()] {
			assert_noop!(suspend(origin, &device), Error::<Test>::BadState);
		}
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_last_event(Event::DeviceReactivated {
			device: device.id(),
			by: AuthorityClass::Owner,
		});
	});
}

#[test]
fn lost_device_should_come_back_by_its_manufacturer_when_that_owns_it() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
		assert_ok!(report_lost(MAKER, &device));
		assert_ok!(reactivate(signed(MAKER), &device));
		assert_eq!(status(&device), DeviceStatus::Active);
	});
}

#[test]
fn reactivation_should_fail_when_the_device_is_not_out_of_use() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let (proof, signature) = device.reactivation(1, H256::zero());
		assert_noop!(
			DeviceIdentity::reactivate(signed(ALICE), proof.clone(), signature),
			Error::<Test>::BadState
		);
		decommission(&device);
		assert_noop!(
			DeviceIdentity::reactivate(signed(ALICE), proof, signature),
			Error::<Test>::BadState
		);
		let (proof, signature) = self::device(2).reactivation(1, H256::zero());
		assert_noop!(
			DeviceIdentity::reactivate(signed(ALICE), proof, signature),
			Error::<Test>::DeviceNotFound
		);
	});
}

#[test]
fn reactivation_should_need_the_identity_key_the_epoch_and_the_latest_nonce() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(suspend(signed(ALICE), &device));
		let first = nonce(&device);
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_ok!(suspend(signed(ALICE), &device));

		let attempt = |proof: Reactivation, by: &Signer| {
			let signature = by.sign(&proof);
			DeviceIdentity::reactivate(signed(ALICE), proof, signature)
		};
		let (proof, _) = device.reactivation(1, nonce(&device));
		assert_noop!(
			attempt(Reactivation { nonce: first, ..proof.clone() }, &device.identity),
			Error::<Test>::StaleProof
		);
		for epoch in [0, 2] {
			assert_noop!(
				attempt(Reactivation { epoch, ..proof.clone() }, &device.identity),
				Error::<Test>::EpochMismatch
			);
		}
		for by in [device.op(0), self::device(2).identity] {
			assert_noop!(attempt(proof.clone(), &by), Error::<Test>::ReactivationNotSigned);
		}
		assert_ok!(attempt(proof, &device.identity));
	});
}

#[test]
fn nonces_should_differ_between_devices_and_halts_also_within_one_block() {
	ExtBuilder::default().build_and_execute(|| {
		let devices = [active(1), active(2)];
		let mut seen = std::collections::BTreeSet::new();
		for _ in 0..4 {
			for device in &devices {
				assert_ok!(suspend(signed(ALICE), device));
				assert!(seen.insert(nonce(device)));
				assert_ok!(reactivate(signed(ALICE), device));
				assert_ok!(report_lost(ALICE, device));
				assert!(seen.insert(nonce(device)));
				assert_ok!(reactivate(signed(ALICE), device));
			}
		}
		assert_eq!(seen.len(), 16);
	});
}

#[test]
fn nonce_should_not_be_known_before_the_suspension() {
	let nonce_after = |parent: H256| {
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			System::set_parent_hash(parent);
			assert_ok!(suspend(signed(ALICE), &device));
			nonce(&device)
		})
	};
	assert_ne!(nonce_after(H256::repeat_byte(1)), nonce_after(H256::repeat_byte(2)));
}

#[test]
fn decommissioning_should_end_keys_and_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		for who in [MAKER, STRANGER] {
			assert_noop!(
				DeviceIdentity::decommission(signed(who), device.id()),
				Error::<Test>::NotOwner
			);
		}
		decommission(&device);

		assert_eq!(status(&device), DeviceStatus::Decommissioned { at: T0 });
		assert_eq!(key_status(&device, 0), KeyStatus::DeviceEnded { at: T0 });
		assert!(record(&device).live_keys.is_empty());
		assert!(!TransferOffers::<Test>::contains_key(device.id()));
		assert_last_event(Event::DeviceDecommissioned { device: device.id() });
	});
}

#[test]
fn decommissioning_should_be_possible_in_every_state_but_the_last_ones() {
	let preparations: [fn(&TestDevice); 5] = [
		|_| (),
		|d| hand_to(d, ALICE),
		|d| {
			hand_to(d, ALICE);
			assert_ok!(suspend(trustees(), d));
		},
		|d| {
			hand_to(d, ALICE);
			assert_ok!(report_lost(ALICE, d));
		},
		|_| {
			assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		},
	];
	for prepare in preparations {
		ExtBuilder::default().build_and_execute(|| {
			let device = registered(1);
			prepare(&device);
			decommission(&device);
			assert!(status(&device).is_terminal());
			assert_noop!(
				DeviceIdentity::decommission(signed(record(&device).owner), device.id()),
				Error::<Test>::BadState
			);
		});
	}
}

#[test]
fn revocation_should_end_the_device_and_say_since_when_it_is_tainted() {
	for (origin, by) in
		[(signed(MAKER), AuthorityClass::Manufacturer), (trustees(), AuthorityClass::Trustee)]
	{
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			assert_ok!(revoke(origin, &device, T0 - 5));
			let expected = DeviceStatus::Revoked { at: T0, compromised_since: T0 - 5 };
			assert_eq!(status(&device), expected);
			assert_eq!(key_status(&device, 0), KeyStatus::DeviceEnded { at: T0 });
			assert_last_event(Event::DeviceRevoked {
				device: device.id(),
				by,
				compromised_since: T0 - 5,
			});
		});
	}
}

#[test]
fn revocation_should_fail_when_caller_is_owner_or_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for who in [ALICE, STRANGER, OTHER_MAKER] {
			assert_noop!(revoke(signed(who), &device, T0), Error::<Test>::NotAuthorised);
		}
	});
}

#[test]
fn revocation_should_fail_when_the_compromise_lies_in_the_future() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_noop!(revoke(trustees(), &device, T0 + 1), Error::<Test>::CompromisedInFuture);
		assert_ok!(revoke(trustees(), &device, T0));
	});
}

#[test]
fn ended_device_should_never_come_back() {
	let ends: [fn(&TestDevice); 2] = [decommission, |d| {
		assert_ok!(revoke(trustees(), d, T0));
	}];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			offer(&device, BOB, None);
			let accept = acceptance_call(&device, BOB, None);
			end(&device);
			let last = status(&device);

			assert_noop!(dispatch(signed(BOB), accept), Error::<Test>::NoOffer);
			assert_noop!(suspend(trustees(), &device), Error::<Test>::BadState);
			assert_noop!(report_lost(ALICE, &device), Error::<Test>::BadState);
			assert_noop!(
				dispatch(signed(ALICE), activation_call(&device, ALICE)),
				Error::<Test>::BadState
			);
			assert_eq!(status(&device), last);
			pass(RETENTION);
			assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
			assert_noop!(register(&device), Error::<Test>::IdentityKeyReused);
		});
	}
}

#[test]
fn ended_device_should_be_pruned_when_retention_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, KeyPurposes::AUTHENTICATE);
		decommission(&device);
		pass(RETENTION - 1);
		assert_noop!(
			DeviceIdentity::prune_device(signed(STRANGER), device.id()),
			Error::<Test>::RetentionNotOver
		);
		pass(1);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));

		assert!(DeviceIdentity::device(device.id()).is_none());
		assert!(DeviceIdentity::keys_of(device.id()).is_empty());
		assert!(DeviceIdentity::devices_of(ALICE, None, 9).is_empty());
		assert_eq!(Serials::<Test>::iter().count(), 0);
		assert_eq!(Models::<Test>::get(MODEL).unwrap().devices, 0);
		assert_eq!(Balances::free_balance(ALICE), START);
		assert_last_event(Event::DevicePruned { device: device.id() });
		// The keys stay known, so that none is ever accepted again.
		for key in [device.identity.key(), device.op(0).key(), device.op(1).key()] {
			assert_eq!(DeviceIdentity::device_of_key(key), Some(device.id()));
		}
	});
}

#[test]
fn device_should_not_be_pruned_when_it_has_not_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(2 * RETENTION);
		assert_noop!(
			DeviceIdentity::prune_device(signed(ALICE), device.id()),
			Error::<Test>::BadState
		);
		assert_noop!(
			DeviceIdentity::prune_device(signed(ALICE), self::device(2).id()),
			Error::<Test>::DeviceNotFound
		);
	});
}

#[test]
fn revocation_should_taint_also_what_was_decommissioned_but_only_once() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		decommission(&device);
		pass(1);
		assert_ok!(revoke(trustees(), &device, T0 - 5));
		let expected = DeviceStatus::Revoked { at: T0 + 1, compromised_since: T0 - 5 };
		assert_eq!(status(&device), expected);
		assert_noop!(revoke(trustees(), &device, T0 - 6), Error::<Test>::BadState);
	});
}

#[test]
fn loss_should_end_the_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		offer(&device, BOB, None);
		let accept = acceptance_call(&device, BOB, None);
		assert_ok!(report_lost(ALICE, &device));
		assert_noop!(dispatch(signed(BOB), accept), Error::<Test>::NoOffer);
	});
}

#[test]
fn decommissioning_should_fail_when_another_pallet_holds_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		TestLiens::hold(device.id());
		assert_noop!(
			DeviceIdentity::decommission(signed(ALICE), device.id()),
			Error::<Test>::LockedByOtherPallet
		);
		TestLiens::release(device.id());
		decommission(&device);
	});
}
