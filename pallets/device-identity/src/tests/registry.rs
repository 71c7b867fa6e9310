// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps are told.

use super::*;
use mote_primitives::{
	DeviceId, DeviceLife, DeviceRegistry, DeviceState, Distrust, ManufacturerRegistry,
	ManufacturerStanding, NoAuthority, TrustPurpose,
};
use std::collections::BTreeSet;

const ASSERT: KeyPurposes = KeyPurposes::ASSERT;

fn authority(device: &TestDevice, index: KeyIndex, at: Moment) -> Result<DeviceKey, NoAuthority> {
	<DeviceIdentity as DeviceRegistry>::authority(&device.id(), index, ASSERT, at)
}

fn trust(device: &TestDevice, purpose: TrustPurpose) -> Result<(), Distrust> {
	<DeviceIdentity as DeviceRegistry>::ensure_trusted(&device.id(), purpose)
}

fn state(device: &TestDevice) -> Option<DeviceState> {
	<DeviceIdentity as DeviceRegistry>::state(&device.id())
}

fn life(device: &TestDevice) -> Option<DeviceLife<u64>> {
	<DeviceIdentity as DeviceRegistry>::life(&device.id())
}

/// What the trait and the view function say; they have to agree.
fn told(device: &TestDevice, purpose: TrustPurpose) -> Result<(), Distrust> {
	let answer = trust(device, purpose);
	assert_eq!(DeviceIdentity::trusted(device.id(), purpose), answer);
	answer
}

fn revoke_factory() {
	assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
}

#[test]
fn unknown_device_should_have_no_state_owner_epoch_authority_or_trust() {
	ExtBuilder::default().build_and_execute(|| {
		let nobody = device(1);
		assert_eq!(state(&nobody), None);
		assert_eq!(<DeviceIdentity as DeviceRegistry>::owner(&nobody.id()), None);
		assert_eq!(<DeviceIdentity as DeviceRegistry>::epoch(&nobody.id()), None);
		assert_eq!(life(&nobody), None);
		assert_eq!(authority(&nobody, 0, T0), Err(NoAuthority::UnknownDevice));
		assert_eq!(trust(&nobody, TrustPurpose::SensorData), Err(Distrust::UnknownDevice));
		assert_eq!(DeviceIdentity::device(nobody.id()), None);
		assert_eq!(DeviceIdentity::keys_of(nobody.id()), vec![]);
		assert_eq!(DeviceIdentity::device_of_key(nobody.identity.key()), None);
		assert_eq!(DeviceIdentity::manufacturer(FACTORY), None);
		assert_eq!(DeviceIdentity::model(MODEL), None);
	});
}

#[test]
fn state_owner_and_epoch_should_follow_the_life_of_the_device() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let seen = || {
			(
				state(&device).unwrap(),
				<DeviceIdentity as DeviceRegistry>::owner(&device.id()).unwrap(),
				<DeviceIdentity as DeviceRegistry>::epoch(&device.id()).unwrap(),
			)
		};
		assert_eq!(seen(), (DeviceState::Registered, MAKER, 0));
		hand_to(&device, ALICE);
		assert_eq!(seen(), (DeviceState::Active, ALICE, 1));
		assert_ok!(suspend(signed(ALICE), &device));
		assert_eq!(seen(), (DeviceState::Suspended, ALICE, 1));
		assert_ok!(reactivate(signed(ALICE), &device));
		assert_ok!(DeviceIdentity::report_lost(signed(ALICE), device.id()));
		assert_eq!(seen(), (DeviceState::Lost, ALICE, 1));
		hand_to(&device, BOB);
		assert_eq!(seen(), (DeviceState::Active, BOB, 2));
		decommission(&device);
		assert_eq!(seen(), (DeviceState::Decommissioned, BOB, 2));
		let other = active(2);
		assert_ok!(DeviceIdentity::revoke(trustees(), other.id(), T0));
		assert_eq!(state(&other), Some(DeviceState::Revoked));
	});
}

#[test]
fn every_device_of_a_revoked_manufacturer_should_be_out_of_use_but_ended_ones_stay_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let (fresh, used, ended) = (registered(1), active(2), active(3));
		decommission(&ended);
		revoke_factory();
		assert_eq!(state(&fresh), Some(DeviceState::Suspended));
		assert_eq!(state(&used), Some(DeviceState::Suspended));
		assert_eq!(state(&ended), Some(DeviceState::Decommissioned));
		assert_eq!(DeviceIdentity::device(used.id()).unwrap().state, DeviceState::Suspended);
		assert_eq!(DeviceIdentity::device(used.id()).unwrap().status, DeviceStatus::Active);
	});
}

#[test]
fn devices_should_continue_when_their_manufacturer_is_only_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		assert_eq!(state(&device), Some(DeviceState::Active));
		assert_eq!(authority(&device, 0, T0), Ok(device.op(0).key()));
		assert_eq!(trust(&device, TrustPurpose::Metering), Ok(()));
	});
}

#[test]
fn authority_should_be_given_to_a_live_key_from_its_first_moment_on() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for at in [T0, T0 + 1, Moment::MAX] {
			assert_eq!(authority(&device, 0, at), Ok(device.op(0).key()));
		}
		assert_eq!(authority(&device, 0, T0 - 1), Err(NoAuthority::NotYetValid));
		assert_eq!(
			DeviceIdentity::key_authority(device.id(), 0, ASSERT, T0),
			authority(&device, 0, T0)
		);
	});
}

#[test]
fn authority_should_be_refused_for_an_unknown_key_or_another_purpose() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, KeyPurposes::AUTHENTICATE);
		assert_eq!(authority(&device, 2, T0), Err(NoAuthority::UnknownKey));
		assert_eq!(authority(&device, 1, T0), Err(NoAuthority::WrongPurpose));
		assert_eq!(
			DeviceIdentity::key_authority(device.id(), 1, purposes(3), T0),
			Err(NoAuthority::WrongPurpose)
		);
	});
}

#[test]
fn authority_should_be_refused_when_the_device_is_not_in_use() {
	let preparations: [fn(&TestDevice); 4] = [
		|d| {
			assert_ok!(suspend(signed(ALICE), d));
		},
		|d| {
			assert_ok!(suspend(trustees(), d));
		},
		|d| {
			assert_ok!(DeviceIdentity::report_lost(signed(ALICE), d.id()));
		},
		decommission,
	];
	for prepare in preparations {
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			prepare(&device);
			assert_eq!(authority(&device, 0, T0), Err(NoAuthority::NotActive));
			assert_eq!(trust(&device, TrustPurpose::SensorData), Err(Distrust::NotActive));
		});
	}
}

#[test]
fn authority_should_be_refused_to_superseded_revoked_and_former_owners_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(10);
		rotate(&device, 0);
		assert_eq!(authority(&device, 0, T0 + 10), Err(NoAuthority::Superseded));
		assert_ok!(revoke_key(&device, 0));
		assert_eq!(authority(&device, 0, T0), Err(NoAuthority::KeyRevoked));
		hand_to(&device, BOB);
		assert_eq!(authority(&device, 1, now()), Err(NoAuthority::KeyRevoked));
		assert_eq!(authority(&device, 2, now()), Ok(device.op(2).key()));
	});
}

#[test]
fn revoked_device_should_be_tainted_since_its_compromise() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(100);
		assert_ok!(DeviceIdentity::revoke(trustees(), device.id(), T0 + 50));
		assert_eq!(authority(&device, 0, T0 + 49), Err(NoAuthority::NotActive));
		assert_eq!(authority(&device, 0, T0 + 50), Err(NoAuthority::Tainted));
		assert_eq!(authority(&device, 0, Moment::MAX), Err(NoAuthority::Tainted));
	});
}

#[test]
fn revoked_manufacturer_should_take_authority_and_trust_from_its_devices() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		revoke_factory();
		assert_eq!(authority(&device, 0, T0), Err(NoAuthority::ManufacturerRevoked));
		assert_eq!(trust(&device, TrustPurpose::SensorData), Err(Distrust::ManufacturerRevoked));
	});
}

#[test]
fn revoked_certificate_should_take_trust_from_the_models_devices() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, Certificate::Revoked));
		assert_eq!(trust(&device, TrustPurpose::SensorData), Err(Distrust::ModelRevoked));
	});
}

#[test]
fn trust_should_outlive_a_certificate_that_has_only_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let certificate = Certificate::Certified { document: DOCUMENT, until: T0 };
		assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, certificate));
		assert_eq!(trust(&device, TrustPurpose::Metering), Ok(()));
	});
}

#[test]
fn trust_should_depend_on_the_class_of_the_device() {
	use DeviceClass::*;
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let classes = [Sensor, Meter, Actuator, Gateway, Medical, Vehicle, Other];
		for (product, class) in (1u16..).zip(classes) {
			let model = ModelId { manufacturer: FACTORY, product };
			assert_ok!(DeviceIdentity::add_model(signed(MAKER), model, spec(class)));
			let device = device(u32::from(product));
			assert_ok!(register_as(&device, model));
			hand_to(&device, ALICE);

			let or_wrong = |right| if right { Ok(()) } else { Err(Distrust::WrongClass) };
			assert_eq!(trust(&device, TrustPurpose::SensorData), Ok(()));
			assert_eq!(trust(&device, TrustPurpose::Oracle), Ok(()));
			assert_eq!(trust(&device, TrustPurpose::Metering), or_wrong(class == Meter));
			assert_eq!(trust(&device, TrustPurpose::Medical), or_wrong(class == Medical));
		}
	});
}

/// What other pallets may object to.
const OBJECTIONS: [Distrust; 7] = [
	Distrust::FirmwareUntrusted,
	Distrust::FirmwareOutdated,
	Distrust::NotAttested,
	Distrust::AttestationExpired,
	Distrust::AttestationRefused,
	Distrust::DebugEnabled,
	Distrust::VerifierNotApproved,
];

#[test]
fn trust_should_be_refused_with_the_objection_of_another_pallet_for_that_device_and_purpose() {
	ExtBuilder::default().build_and_execute(|| {
		let (device, other) = (active(1), active(2));
		for why in OBJECTIONS {
			TestVetting::object(device.id(), TrustPurpose::SensorData, why);
			assert_eq!(told(&device, TrustPurpose::SensorData), Err(why));
			assert_eq!(told(&device, TrustPurpose::Metering), Ok(()));
			assert_eq!(told(&other, TrustPurpose::SensorData), Ok(()));
		}
		// An objection to the device takes nothing from its keys.
		assert_eq!(authority(&device, 0, T0), Ok(device.op(0).key()));
	});
}

#[test]
fn trust_should_be_refused_with_the_registers_own_reason_first() {
	ExtBuilder::default().build_and_execute(|| {
		let device = device(1);
		for purpose in TrustPurpose::ALL {
			TestVetting::object(device.id(), purpose, Distrust::NotAttested);
		}
		let refused = |why| {
			assert_eq!(told(&device, TrustPurpose::SensorData), Err(why));
		};
		refused(Distrust::UnknownDevice);
		registered(1);
		refused(Distrust::NotActive);
		hand_to(&device, ALICE);
		refused(Distrust::NotAttested);
		assert_eq!(told(&device, TrustPurpose::Medical), Err(Distrust::WrongClass));
		assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, Certificate::Revoked));
		refused(Distrust::ModelRevoked);
		assert_eq!(told(&device, TrustPurpose::Medical), Err(Distrust::ModelRevoked));
		revoke_factory();
		refused(Distrust::ManufacturerRevoked);
		decommission(&device);
		refused(Distrust::NotActive);
	});
}

#[test]
fn life_should_tell_in_one_answer_what_the_device_is_and_where_it_stands() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let seen = |owner, state, epoch, halts| {
			assert_eq!(
				life(&device),
				Some(DeviceLife { model: MODEL, owner, state, epoch, halts })
			);
		};
		seen(MAKER, DeviceState::Registered, 0, 0);
		hand_to(&device, ALICE);
		seen(ALICE, DeviceState::Active, 1, 0);
		assert_ok!(suspend(signed(MAKER), &device));
		seen(ALICE, DeviceState::Suspended, 1, 1);
		assert_ok!(reactivate(signed(MAKER), &device));
		assert_ok!(DeviceIdentity::report_lost(signed(ALICE), device.id()));
		seen(ALICE, DeviceState::Lost, 1, 2);
		hand_to(&device, BOB);
		seen(BOB, DeviceState::Active, 2, 2);
		revoke_factory();
		seen(BOB, DeviceState::Suspended, 2, 2);
		decommission(&device);
		seen(BOB, DeviceState::Decommissioned, 2, 2);
	});
}

#[test]
fn manufacturers_standing_should_follow_what_the_trustees_say() {
	ExtBuilder::default().build_and_execute(|| {
		let standing = || <DeviceIdentity as ManufacturerRegistry>::standing(FACTORY);
		let seen = |is_approved| {
			assert_eq!(standing(), Some(ManufacturerStanding { account: MAKER, is_approved }));
		};
		assert_eq!(standing(), None);
		propose();
		seen(false);
		approve();
		seen(true);
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, root_keys()));
		seen(false);
		approve();
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		seen(false);
		revoke_factory();
		seen(false);
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		assert_eq!(standing(), None);
	});
}

#[test]
fn model_should_be_there_from_its_addition_to_its_removal() {
	ExtBuilder::default().build_and_execute(|| {
		let has_model = |model| <DeviceIdentity as ManufacturerRegistry>::has_model(&model);
		assert!(!has_model(MODEL));
		factory_with_model();
		assert!(has_model(MODEL) && !has_model(ModelId { product: 2, ..MODEL }));
		assert_ok!(DeviceIdentity::remove_model(signed(MAKER), MODEL));
		assert!(!has_model(MODEL));
	});
}

#[test]
fn device_should_be_described_with_its_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		add_key(&device, KeyPurposes::AUTHENTICATE);
		offer(&device, BOB, Some(PRICE));

		let info = DeviceIdentity::device(device.id()).unwrap();
		assert_eq!((info.model, info.owner, info.epoch), (MODEL, ALICE, 1));
		assert_eq!((info.status, info.state), (DeviceStatus::Active, DeviceState::Active));
		assert_eq!((info.live_keys, info.next_key), (vec![0, 1], 2));
		assert_eq!(info.identity_key, device.identity.key());
		assert_eq!(info.serial_commit, device.birth(MODEL).serial_commit);
		assert_eq!((info.cert_sha256, info.registered_at), (None, T0));
		assert_eq!(
			info.offer,
			Some(TransferOffer { to: BOB, expires: T0 + DAY, price: Some(PRICE) })
		);
	});
}

#[test]
fn keys_should_be_listed_in_order_with_their_status() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		pass(1);
		add_key(&device, KeyPurposes::AUTHENTICATE);
		rotate(&device, 0);

		let keys = DeviceIdentity::keys_of(device.id());
		let seen: Vec<_> = keys.iter().map(|k| (k.index, k.status, k.valid_from)).collect();
		let expected = vec![
			(0, KeyStatus::Superseded { at: T0 + 1 }, T0),
			(1, KeyStatus::Live, T0 + 1),
			(2, KeyStatus::Live, T0 + 1),
		];
		assert_eq!(seen, expected);
		assert_eq!(keys[1].purposes, KeyPurposes::AUTHENTICATE);
		assert_eq!(keys[2].key, device.op(2).key());
	});
}

#[test]
fn manufacturer_and_model_should_be_described() {
	ExtBuilder::default().build_and_execute(|| {
		registered(1);
		let manufacturer = DeviceIdentity::manufacturer(FACTORY).unwrap();
		assert_eq!((manufacturer.account, manufacturer.models), (MAKER, 1));
		assert_eq!(manufacturer.status, ManufacturerStatus::Approved);
		assert_eq!(manufacturer.root_keys, root_keys());
		assert_eq!((manufacturer.vendor_id, manufacturer.metadata_hash), (Some(0xfff1), DOCUMENT));
		let model = DeviceIdentity::model(MODEL).unwrap();
		assert_eq!((model.spec, model.devices), (spec(DeviceClass::Meter), 1));
		assert_eq!(model.certificate, Certificate::Provisional);
	});
}

/// Reads all pages of `limit` devices.
fn read_all(owner: u64, limit: u32) -> Vec<DeviceId> {
	let mut all = Vec::new();
	loop {
		let page = DeviceIdentity::devices_of(owner, all.last().copied(), limit);
		assert!(page.len() <= limit.min(MAX_PAGE) as usize);
		if page.is_empty() {
			return all;
		}
		all.extend(page);
	}
}

#[test]
fn pages_should_show_every_device_once_whatever_their_size() {
	ExtBuilder::default().build_and_execute(|| {
		let count = 2 * MAX_PAGE + 3;
		let expected: BTreeSet<_> = (0..count).map(|seed| registered(seed).id()).collect();
		active(count);
		for limit in [1, 3, MAX_PAGE, MAX_PAGE + 1, u32::MAX] {
			let seen = read_all(MAKER, limit);
			assert_eq!(seen.len(), expected.len());
			assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), expected);
		}
		assert!(DeviceIdentity::devices_of(MAKER, None, 0).is_empty());
		assert!(DeviceIdentity::devices_of(STRANGER, None, 1).is_empty());
	});
}

#[test]
fn reading_should_go_on_when_the_last_device_of_a_page_has_changed_hands() {
	ExtBuilder::default().build_and_execute(|| {
		let devices: Vec<_> = (0..6).map(registered).collect();
		let first = DeviceIdentity::devices_of(MAKER, None, 3);
		let sold = devices.iter().find(|d| Some(&d.id()) == first.last()).unwrap();
		hand_to(sold, ALICE);
		let rest = DeviceIdentity::devices_of(MAKER, Some(sold.id()), 9);
		let seen: BTreeSet<_> = first.into_iter().chain(rest).collect();
		assert_eq!(seen, devices.iter().map(|d| d.id()).collect());
	});
}
