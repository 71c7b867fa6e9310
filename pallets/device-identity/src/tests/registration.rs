// SPDX-License-Identifier: Apache-2.0

//! Registration: the manufacturer's word and the device's own.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{BirthRecord, Possession};
use sp_runtime::TokenError;

const SENSOR: ModelId = ModelId { manufacturer: FACTORY, product: 2 };

/// Registers with a birth record of the caller's choice, rightly signed.
fn register_birth(device: &TestDevice, birth: BirthRecord) -> DispatchResult {
	let signature = root_signer(0).sign(&birth);
	let possession = device.possession(birth.model);
	DeviceIdentity::register(signed(MAKER), birth, 0, signature, possession)
}

#[test]
fn device_should_belong_to_its_manufacturer_when_registered() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let device = device(1);
		let birth = BirthRecord { cert_sha256: Some([7; 32]), ..device.birth(MODEL) };
		assert_ok!(register_birth(&device, birth.clone()));

		let record = record(&device);
		assert_eq!((record.owner, record.depositor), (MAKER, MAKER));
		assert_eq!(record.status, DeviceStatus::Registered);
		assert_eq!((record.epoch, record.next_key, record.key_records), (0, 0, 0));
		assert_eq!((record.registered_at, record.cert_sha256), (T0, Some([7; 32])));
		assert_eq!(Models::<Test>::get(MODEL).unwrap().devices, 1);
		assert_eq!(on_hold(MAKER, HoldReason::Device), deposit(HoldReason::Device));
		assert_eq!(DeviceIdentity::device_of_key(device.identity.key()), Some(device.id()));
		assert_last_event(Event::DeviceRegistered { device: device.id(), owner: MAKER, birth });
	});
}

#[test]
fn device_should_be_registered_whatever_algorithms_its_key_and_the_root_key_have() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		for (seed, algorithm) in (0u32..).zip(KeyAlgorithm::ALL) {
			for root in 0..4u8 {
				let device = TestDevice::new(algorithm, seed * 4 + u32::from(root));
				let birth = device.birth(MODEL);
				assert_ok!(DeviceIdentity::register(
					signed(MAKER),
					birth.clone(),
					root,
					root_signer(root).sign(&birth),
					device.possession(MODEL),
				));
				assert_eq!(record(&device).identity_key.algorithm(), algorithm);
			}
		}
	});
}

#[test]
fn registration_should_fail_when_the_manufacturer_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(register(&device(1)), Error::<Test>::ManufacturerNotFound);
	});
}

#[test]
fn registration_should_fail_when_caller_is_not_the_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let birth = device(1).birth(MODEL);
		let signature = root_signer(0).sign(&birth);
		assert_noop!(
			DeviceIdentity::register(
				signed(OTHER_MAKER),
				birth,
				0,
				signature,
				device(1).possession(MODEL)
			),
			Error::<Test>::NotManufacturer
		);
	});
}

#[test]
fn registration_should_fail_when_the_manufacturer_is_not_approved() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_noop!(register(&device(1)), Error::<Test>::ManufacturerNotApproved);
		approve();
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, root_keys()));
		assert_noop!(register(&device(1)), Error::<Test>::ManufacturerNotApproved);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_noop!(register(&device(1)), Error::<Test>::ManufacturerNotApproved);
	});
}

#[test]
fn registration_should_fail_when_there_is_no_root_key_at_the_position() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let birth = device(1).birth(MODEL);
		for position in [4, u8::MAX] {
			assert_noop!(
				DeviceIdentity::register(
					signed(MAKER),
					birth.clone(),
					position,
					root_signer(0).sign(&birth),
					device(1).possession(MODEL)
				),
				Error::<Test>::RootKeyNotFound
			);
		}
	});
}

#[test]
fn registration_should_fail_when_the_model_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		assert_noop!(register(&device(1)), Error::<Test>::ModelNotFound);
	});
}

#[test]
fn registration_should_fail_when_the_certificate_is_revoked_or_has_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let certify = |c| {
			assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, c));
		};
		certify(Certificate::Certified { document: DOCUMENT, until: T0 + 10 });
		pass(9);
		assert_ok!(register(&device(1)));
		pass(1);
		assert_noop!(register(&device(2)), Error::<Test>::ModelNotCertified);
		certify(Certificate::Revoked);
		assert_noop!(register(&device(2)), Error::<Test>::ModelNotCertified);
	});
}

#[test]
fn registration_should_fail_when_the_model_does_not_allow_the_algorithm() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let p256_only =
			ModelSpec { algorithms: AlgorithmSet::new(2).unwrap(), ..spec(DeviceClass::Meter) };
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), MODEL, p256_only));
		assert_noop!(register(&device(1)), Error::<Test>::AlgorithmNotAllowed);
		assert_ok!(register(&TestDevice::new(KeyAlgorithm::P256, 1)));
	});
}

#[test]
fn registration_should_fail_when_the_key_was_ever_a_device_key() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let fresh_serial = |key| BirthRecord {
			identity_key: key,
			serial_commit: H256::repeat_byte(0x5e),
			..device.birth(MODEL)
		};
		// Another device's identity key, and its operational key.
		assert_noop!(
			register_birth(&device, fresh_serial(device.identity.key())),
			Error::<Test>::IdentityKeyReused
		);
		assert_noop!(
			register_birth(&device, fresh_serial(device.op(0).key())),
			Error::<Test>::IdentityKeyReused
		);
	});
}

#[test]
fn registration_should_fail_when_the_serial_is_taken_within_the_model() {
	ExtBuilder::default().build_and_execute(|| {
		registered(1);
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), SENSOR, spec(DeviceClass::Sensor)));
		let copycat = device(2);
		let serial_commit = device(1).birth(MODEL).serial_commit;
		let birth = BirthRecord { serial_commit, ..copycat.birth(MODEL) };
		assert_noop!(register_birth(&copycat, birth.clone()), Error::<Test>::SerialReused);
		assert_ok!(register_birth(&copycat, BirthRecord { model: SENSOR, ..birth }));
	});
}

#[test]
fn registration_should_fail_when_another_root_key_signed_the_birth_record() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let device = device(1);
		let birth = device.birth(MODEL);
		for (position, signer) in [(0, 1), (1, 0), (2, 3)] {
			assert_noop!(
				DeviceIdentity::register(
					signed(MAKER),
					birth.clone(),
					position,
					root_signer(signer).sign(&birth),
					device.possession(MODEL)
				),
				Error::<Test>::BirthRecordNotSigned
			);
		}
	});
}

#[test]
fn registration_should_fail_when_any_field_of_the_birth_record_was_changed() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), SENSOR, spec(DeviceClass::Sensor)));
		let device = device(1);
		let birth = device.birth(MODEL);
		let signature = root_signer(0).sign(&birth);
		let forged = [
			BirthRecord { model: SENSOR, ..birth.clone() },
			BirthRecord { identity_key: self::device(2).identity.key(), ..birth.clone() },
			BirthRecord { serial_commit: H256::zero(), ..birth.clone() },
			BirthRecord { cert_sha256: Some([0; 32]), ..birth },
		];
		for birth in forged {
			let possession = device.possession(birth.model);
			assert_noop!(
				DeviceIdentity::register(signed(MAKER), birth, 0, signature, possession),
				Error::<Test>::BirthRecordNotSigned
			);
		}
	});
}

#[test]
fn registration_should_fail_when_the_device_did_not_sign_for_this_model() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let device = device(1);
		let birth = device.birth(MODEL);
		let claims = [
			device.possession(SENSOR),
			self::device(2).possession(MODEL),
			device.identity.sign(&Possession { device: self::device(2).id(), model: MODEL }),
		];
		for possession in claims {
			assert_noop!(
				DeviceIdentity::register(
					signed(MAKER),
					birth.clone(),
					0,
					root_signer(0).sign(&birth),
					possession
				),
				Error::<Test>::DevicePossessionMissing
			);
		}
	});
}

#[test]
fn registration_should_fail_when_the_key_is_one_that_anybody_can_sign_for() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let mut weak = [0; 32];
		weak[0] = 1;
		// `R` is the neutral element and `s` is 0: valid for every message under a lenient check.
		let mut forged = [0; 64];
		forged[0] = 1;
		let birth =
			BirthRecord { identity_key: DeviceKey::Ed25519(weak), ..device(1).birth(MODEL) };
		assert_noop!(
			DeviceIdentity::register(
				signed(MAKER),
				birth.clone(),
				0,
				root_signer(0).sign(&birth),
				DeviceSignature::Ed25519(forged)
			),
			Error::<Test>::DevicePossessionMissing
		);
	});
}

#[test]
fn registration_should_fail_when_the_manufacturer_cannot_pay_the_deposit() {
	let enough_for_model = deposit(HoldReason::Manufacturer) + deposit(HoldReason::Model) + 1;
	ExtBuilder::default()
		.with_balance(MAKER, enough_for_model)
		.build_and_execute(|| {
			factory_with_model();
			assert_noop!(register(&device(1)), TokenError::FundsUnavailable);
		});
}
