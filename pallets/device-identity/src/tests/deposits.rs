// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use frame_support::traits::fungible::InspectHold;
use mote_primitives::KeyRotation;

const EVERYBODY: [u64; 8] = [MAKER, OTHER_MAKER, ALICE, BOB, STRANGER, CARRIER, POOR, OPERATOR];

fn balances() -> [(u64, u64); 8] {
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
fn deposit_of_a_batch_should_not_depend_on_how_many_devices_are_in_it() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let before = balances();
		for (number, count) in [1, 2, 1_000, mote_primitives::MAX_BATCH].into_iter().enumerate() {
			let (number, root) = (number as u32, H256::repeat_byte(7));
			let batch = BirthBatch { manufacturer: FACTORY, number, root, count };
			let signature = root_signer(0).sign(&batch);
			assert_ok!(DeviceIdentity::open_batch(signed(MAKER), batch, 0, signature));
			assert_eq!(on_hold(MAKER, HoldReason::Batch), deposit(HoldReason::Batch));
			assert_ok!(DeviceIdentity::close_batch(signed(MAKER), FACTORY, number));
			assert_eq!(balances(), before);
		}
	});
}

#[test]
fn deposit_of_every_batch_should_come_back_when_a_revoked_manufacturer_closes_it() {
	ExtBuilder::default().build_and_execute(|| {
		let before = balances();
		factory_with_model();
		for seed in 0..3 {
			Births::opened(&[device(seed)]);
		}
		assert_eq!(on_hold(MAKER, HoldReason::Batch), 3 * deposit(HoldReason::Batch));
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		for number in [1, 0, 2] {
			assert_ok!(DeviceIdentity::close_batch(signed(MAKER), FACTORY, number));
		}
		assert_ok!(DeviceIdentity::remove_model(signed(MAKER), MODEL));
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		assert_eq!(balances(), before);
	});
}

/// Something done to a device, and who answers for it from then on.
type HandOver = (fn(&TestDevice), u64);

/// What leads a claimed device away from its carrier.
const HAND_OVERS: [HandOver; 4] = [
	(|device| hand_to(device, ALICE), ALICE),
	(
		|device| {
			let chain = chain_of(voucher(device), 2, BOB);
			assert_ok!(dispatch(signed(BOB), voucher_call(device, chain, BOB)));
		},
		BOB,
	),
	(
		|device| {
			assert_ok!(dispatch(signed(MAKER), activation_call(device, MAKER)));
		},
		MAKER,
	),
	(
		|device| {
			decommission(device);
			pass(RETENTION);
			assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		},
		STRANGER,
	),
];

#[test]
fn deposit_of_a_claimed_device_should_return_to_its_carrier_when_the_device_finds_an_owner() {
	for (hand_over, owner) in HAND_OVERS {
		ExtBuilder::default().build_and_execute(|| {
			let device = claimed(1);
			assert_eq!((record(&device).owner, record(&device).depositor), (MAKER, CARRIER));
			assert_eq!(on_hold(CARRIER, HoldReason::Device), deposit(HoldReason::Device));
			assert_eq!(on_hold(MAKER, HoldReason::Device), 0);
			hand_over(&device);
			assert_eq!(Balances::free_balance(CARRIER), START);
			assert_eq!(on_hold(CARRIER, HoldReason::Device), 0);
			let is_there = DeviceIdentity::device(device.id()).is_some();
			let expected = if is_there { deposit(HoldReason::Device) } else { 0 };
			assert_eq!(on_hold(owner, HoldReason::Device), expected);
		});
	}
}

#[test]
fn activation_should_leave_the_deposit_where_it_is_when_the_owner_put_it_up() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		// Enough for the key alone: a second deposit for the device could not be paid.
		let rest = Balances::free_balance(MAKER) - deposit(HoldReason::Key) - 1;
		assert_ok!(Balances::transfer_allow_death(signed(MAKER), CARRIER, rest));
		assert_ok!(dispatch(signed(MAKER), activation_call(&device, MAKER)));
		assert_eq!(on_hold(MAKER, HoldReason::Device), deposit(HoldReason::Device));
	});
}

#[test]
fn deposit_of_an_operator_should_be_taken_once_when_the_same_owner_names_it_again() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let before = balances();
		for rights in [OperatorRights::KEYS, OperatorRights::ALL, OperatorRights::SUSPEND] {
			name_operator(&device, rights);
			assert_eq!(on_hold(ALICE, HoldReason::Operator), deposit(HoldReason::Operator));
		}
		assert_ok!(DeviceIdentity::remove_operator(signed(ALICE), device.id(), OPERATOR));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposit_of_an_operator_should_return_to_the_former_owner_when_the_new_one_names_it() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		name_operator(&device, OperatorRights::ALL);
		hand_to(&device, BOB);
		assert_eq!(on_hold(ALICE, HoldReason::Operator), deposit(HoldReason::Operator));
		name_operator(&device, OperatorRights::KEYS);
		assert_eq!(on_hold(ALICE, HoldReason::Operator), 0);
		assert_eq!(on_hold(BOB, HoldReason::Operator), deposit(HoldReason::Operator));
		assert_eq!(Operators::<Test>::iter().count(), 1);
	});
}

#[test]
fn deposit_of_an_operators_key_should_be_the_operators() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		name_operator(&device, OperatorRights::KEYS);
		let key = next_key(&device, KeyPurposes::ALL);
		assert_ok!(DeviceIdentity::add_key(signed(OPERATOR), device.id(), key));
		assert_eq!(on_hold(OPERATOR, HoldReason::Key), deposit(HoldReason::Key));
		assert_ok!(DeviceIdentity::remove_operator(signed(ALICE), device.id(), OPERATOR));
		assert_eq!(on_hold(OPERATOR, HoldReason::Key), deposit(HoldReason::Key));
		assert_ok!(revoke_key(&device, 1));
		assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), device.id(), 1));
		assert_eq!(Balances::free_balance(OPERATOR), START);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	use codec::MaxEncodedLen;
	let batch = BirthBatchRecordOf::<Test>::max_encoded_len() as u64;
	let operator = OperatorRecordOf::<Test>::max_encoded_len() as u64;
	assert!(DeviceIdentity::batch_footprint().size > batch);
	assert!(DeviceIdentity::operator_footprint().size > operator);
	let device = DeviceRecordOf::<Test>::max_encoded_len() as u64;
	let key = KeyRecordOf::<Test>::max_encoded_len() as u64;
	let manufacturer = ManufacturerRecordOf::<Test>::max_encoded_len() as u64;
	let model = ModelRecordOf::<Test>::max_encoded_len() as u64;
	assert!(DeviceIdentity::device_footprint().size > device);
	assert!(DeviceIdentity::key_footprint().size > key);
	assert!(DeviceIdentity::manufacturer_footprint().size > manufacturer);
	assert!(DeviceIdentity::model_footprint().size > model);
}
