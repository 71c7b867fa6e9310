// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use frame_support::traits::fungible::InspectHold;
use mote_primitives::KeyRotation;

const EVERYBODY: [u64; 7] = [MAKER, OTHER_MAKER, ALICE, BOB, STRANGER, CARRIER, POOR];

fn balances() -> [(u64, u64); 7] {
	EVERYBODY.map(|who| (Balances::free_balance(who), Balances::total_balance_on_hold(&who)))
}

fn carry_rotation(device: &TestDevice, replaces: KeyIndex) {
	let (index, epoch) = (record(device).next_key, record(device).epoch);
	let authorisation = device.authorisation(index, epoch, KeyPurposes::ALL, Some(replaces));
	let possession = device.op(index).sign(&KeyRotation { device: device.id(), index, epoch });
	let signature = device.identity.sign(&authorisation);
	assert_ok!(DeviceIdentity::rotate_key_signed(
		signed(CARRIER),
		authorisation,
		DeviceSigner::Identity,
		signature,
		possession,
	));
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	ExtBuilder::default().build_and_execute(|| {
		let before = balances();
		for algorithm in KeyAlgorithm::ALL {
			factory_with_model_again();
			let device = TestDevice::new(algorithm, 1);
			let model = latest_model();
			assert_ok!(register_as(&device, model));
			assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
			rotate(&device, 0);
			hand_to(&device, ALICE);
			add_key(&device, KeyPurposes::AUTHENTICATE);
			carry_rotation(&device, 2);
			hand_to(&device, BOB);
			rotate(&device, 5);
			check_everything();
			assert_ne!(balances(), before);

			decommission(&device);
			pass(RETENTION);
			assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
			assert_ok!(DeviceIdentity::remove_model(signed(MAKER), model));
			assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), model.manufacturer));
			assert_eq!(balances(), before);
		}
	});
}

fn latest_model() -> ModelId {
	ModelId { manufacturer: NextManufacturerId::<Test>::get() - 1, product: 1 }
}

fn factory_with_model_again() {
	propose();
	let model = latest_model();
	assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), model.manufacturer, root_keys()));
	assert_ok!(DeviceIdentity::add_model(signed(MAKER), model, spec(DeviceClass::Meter)));
}

#[test]
fn deposits_of_a_revoked_device_should_come_back_too() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let before = balances();
		let device = active(1);
		carry_rotation(&device, 0);
		assert_ok!(DeviceIdentity::revoke(trustees(), device.id(), 0));
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_come_back_when_the_manufacturer_was_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		let before = balances();
		let device = active(1);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		decommission(&device);
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		assert_ok!(DeviceIdentity::remove_model(signed(MAKER), MODEL));
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_not_keep_the_former_owner_bound_when_the_device_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, KeyPurposes::ALL);
		hand_to(&device, BOB);
		for index in [0, 1] {
			assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), index));
		}
		assert_eq!(Balances::free_balance(ALICE), START);
		assert_eq!(Balances::total_balance_on_hold(&ALICE), 0);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	use codec::MaxEncodedLen;
	let device = DeviceRecordOf::<Test>::max_encoded_len() as u64;
	let key = KeyRecordOf::<Test>::max_encoded_len() as u64;
	let manufacturer = ManufacturerRecordOf::<Test>::max_encoded_len() as u64;
	let model = ModelRecordOf::<Test>::max_encoded_len() as u64;
	assert!(DeviceIdentity::device_footprint().size > device);
	assert!(DeviceIdentity::key_footprint().size > key);
	assert!(DeviceIdentity::manufacturer_footprint().size > manufacturer);
	assert!(DeviceIdentity::model_footprint().size > model);
}
