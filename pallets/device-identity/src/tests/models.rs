// SPDX-License-Identifier: Apache-2.0

//! Models: described by manufacturers, certified by trustees, removed when unused.

use super::*;
use frame_support::assert_noop;
use sp_runtime::TokenError;

fn certified(until: Moment) -> Certificate {
	Certificate::Certified { document: DOCUMENT, until }
}

fn add_meter(who: u64) -> DispatchResult {
	DeviceIdentity::add_model(signed(who), MODEL, spec(DeviceClass::Meter))
}

#[test]
fn model_should_be_added_when_the_manufacturer_is_approved() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_ok!(add_meter(MAKER));

		let record = Models::<Test>::get(MODEL).unwrap();
		assert_eq!(record.spec, spec(DeviceClass::Meter));
		assert_eq!((record.certificate, record.devices), (Certificate::Provisional, 0));
		assert_eq!(Manufacturers::<Test>::get(FACTORY).unwrap().models, 1);
		assert_eq!(on_hold(MAKER, HoldReason::Model), deposit(HoldReason::Model));
		assert_last_event(Event::ModelAdded { model: MODEL, spec: spec(DeviceClass::Meter) });
	});
}

#[test]
fn model_should_be_refused_when_the_manufacturer_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(add_meter(MAKER), Error::<Test>::ManufacturerNotFound);
	});
}

#[test]
fn model_should_be_refused_when_caller_is_not_the_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(add_meter(OTHER_MAKER), Error::<Test>::NotManufacturer);
	});
}

#[test]
fn model_should_be_refused_when_the_manufacturer_is_not_approved() {
	ExtBuilder::default().build_and_execute(|| {
		propose();
		assert_noop!(add_meter(MAKER), Error::<Test>::ManufacturerNotApproved);
		approve();
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_noop!(add_meter(MAKER), Error::<Test>::ManufacturerNotApproved);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_noop!(add_meter(MAKER), Error::<Test>::ManufacturerNotApproved);
	});
}

#[test]
fn model_should_be_refused_when_its_product_number_is_taken() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_noop!(add_meter(MAKER), Error::<Test>::ModelAlreadyExists);
	});
}

#[test]
fn model_should_be_refused_when_the_manufacturer_cannot_pay_the_deposit() {
	let just_enough = deposit(HoldReason::Manufacturer) + 1;
	ExtBuilder::default().with_balance(MAKER, just_enough).build_and_execute(|| {
		factory();
		assert_noop!(add_meter(MAKER), TokenError::FundsUnavailable);
	});
}

#[test]
fn certificate_should_be_stored_and_replaced() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		for certificate in [certified(T0 + DAY), certified(T0), Certificate::Provisional] {
			assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, certificate));
			assert_eq!(Models::<Test>::get(MODEL).unwrap().certificate, certificate);
			assert_last_event(Event::ModelCertified { model: MODEL, certificate });
		}
	});
}

#[test]
fn certificate_should_not_come_back_when_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, Certificate::Revoked));
		for certificate in [certified(T0 + DAY), Certificate::Provisional, Certificate::Revoked] {
			assert_noop!(
				DeviceIdentity::certify_model(trustees(), MODEL, certificate),
				Error::<Test>::CertificateRevoked
			);
		}
	});
}

#[test]
fn certificate_should_be_refused_when_the_model_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(
			DeviceIdentity::certify_model(trustees(), MODEL, Certificate::Provisional),
			Error::<Test>::ModelNotFound
		);
	});
}

#[test]
fn removal_should_return_the_deposit_when_no_device_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let before = Balances::free_balance(MAKER);
		assert_ok!(add_meter(MAKER));
		assert_ok!(DeviceIdentity::remove_model(signed(MAKER), MODEL));

		assert!(!Models::<Test>::contains_key(MODEL));
		assert_eq!(Manufacturers::<Test>::get(FACTORY).unwrap().models, 0);
		assert_eq!(Balances::free_balance(MAKER), before);
		assert_last_event(Event::ModelRemoved { model: MODEL });
	});
}

#[test]
fn removal_should_fail_when_a_device_has_a_record() {
	ExtBuilder::default().build_and_execute(|| {
		registered(1);
		assert_noop!(DeviceIdentity::remove_model(signed(MAKER), MODEL), Error::<Test>::ModelInUse);
	});
}

#[test]
fn removal_should_fail_when_caller_is_not_the_manufacturer_or_the_model_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(
			DeviceIdentity::remove_model(signed(MAKER), MODEL),
			Error::<Test>::ModelNotFound
		);
		assert_ok!(add_meter(MAKER));
		assert_noop!(
			DeviceIdentity::remove_model(signed(OTHER_MAKER), MODEL),
			Error::<Test>::NotManufacturer
		);
	});
}
