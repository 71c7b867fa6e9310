// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use codec::MaxEncodedLen;
use frame_support::traits::fungible::InspectHold;

const EVERYBODY: [u64; 7] = [MAKER, OTHER_MAKER, PUBLISHER, APPROVER, STRANGER, CARRIER, POOR];

fn balances() -> [(u64, u64); 7] {
	EVERYBODY.map(|who| (Balances::free_balance(who), Balances::total_balance_on_hold(&who)))
}

fn prune_everything(devices: &[TestDevice]) {
	for device in devices {
		TestRegistry::set_state(device.id(), DeviceState::Decommissioned);
		assert_ok!(DeviceFirmware::prune_report(signed(STRANGER), device.id()));
	}
	for who in [PUBLISHER, APPROVER] {
		assert_ok!(DeviceFirmware::dismiss(signed(who), FACTORY, who));
	}
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		hire();
		let devices = KeyAlgorithm::ALL.map(|algorithm| TestDevice::new(algorithm, 1));
		for seq in 1..=3 {
			assert_ok!(publish(spec(seq)));
			assert_ok!(approve(seq));
			for device in &devices {
				device.register(MODEL);
				assert_ok!(report(device, seq));
			}
		}
		assert_ok!(publish(spec(4)));
		check_everything();
		assert_ne!(balances(), before);

		for seq in 1..=4 {
			assert_ok!(withdraw(seq));
		}
		pass(RETENTION);
		for seq in 1..=3 {
			assert_ok!(DeviceFirmware::prune_release(signed(STRANGER), MODEL, seq));
		}
		prune_everything(&devices);
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_come_back_when_manufacturer_and_model_are_gone() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		release(critical(1, T0 + MIN_TERM));
		assert_ok!(DeviceFirmware::publish(signed(MAKER), MODEL, spec(2)));
		let device = device(1);
		assert_ok!(report(&device, 1));
		TestRegistry::remove_model(MODEL);
		TestRegistry::set_standing(FACTORY, None);
		for (who, seq) in [(PUBLISHER, 1), (MAKER, 2)] {
			assert_ok!(DeviceFirmware::prune_release(signed(who), MODEL, seq));
		}
		prune_everything(&[device]);
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_come_back_while_work_is_paused() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		release(spec(1));
		let device = device(1);
		assert_ok!(report(&device, 1));
		assert_ok!(DeviceFirmware::pause(trustees()));
		assert_ok!(withdraw(1));
		pass(RETENTION);
		assert_ok!(DeviceFirmware::prune_release(signed(STRANGER), MODEL, 1));
		prune_everything(&[device]);
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_go_to_the_publisher_whoever_withdraws_or_prunes() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(DeviceFirmware::publish(signed(MAKER), MODEL, spec(1)));
		assert_ok!(publish(spec(2)));
		assert_ok!(DeviceFirmware::withdraw(trustees(), MODEL, 1));
		assert_eq!(on_hold(MAKER, HoldReason::Release), 0);
		assert_eq!(on_hold(PUBLISHER, HoldReason::Release), deposit(HoldReason::Release));
		assert_ok!(DeviceFirmware::withdraw(signed(MAKER), MODEL, 2));
		assert_eq!(on_hold(PUBLISHER, HoldReason::Release), 0);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	let staff = StaffRecordOf::<Test>::max_encoded_len() as u64;
	let release = ReleaseRecordOf::<Test>::max_encoded_len() as u64;
	let report = InstalledRecordOf::<Test>::max_encoded_len() as u64;
	assert!(DeviceFirmware::staff_footprint().size > staff);
	assert!(DeviceFirmware::release_footprint().size > release);
	assert!(DeviceFirmware::report_footprint().size > report);
}
