// SPDX-License-Identifier: Apache-2.0

//! Batches of births: opened by the manufacturer's word, claimed one by one, closed for good.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{birth_leaf, MAX_BATCH};
use sp_runtime::{ArithmeticError, TokenError};

const SENSOR: ModelId = ModelId { manufacturer: FACTORY, product: 2 };

fn maker() -> ManufacturerRecordOf<Test> {
	Manufacturers::<Test>::get(FACTORY).unwrap()
}

fn devices(seeds: std::ops::Range<u32>) -> Vec<TestDevice> {
	seeds.map(device).collect()
}

/// The call that opens `batch`, signed by the root key at `signer`.
fn opening(batch: BirthBatch, root_key: u8, signer: u8) -> Call<Test> {
	let signature = root_signer(signer).sign(&batch);
	Call::open_batch { batch, root_key, signature }
}

fn open(batch: BirthBatch) -> DispatchResult {
	dispatch(signed(MAKER), opening(batch, 0, 0))
}

fn close(number: BatchNumber) -> DispatchResult {
	dispatch(signed(MAKER), Call::close_batch { manufacturer: FACTORY, number })
}

fn claim(births: &Births, device: &TestDevice, index: u32) -> DispatchResult {
	dispatch(signed(CARRIER), births.claim(device, index))
}

/// A claim in which `change` was done to everything but the device's own word.
fn claim_with(
	births: &Births,
	device: &TestDevice,
	index: u32,
	change: impl FnOnce(&mut BatchNumber, &mut BirthRecord, &mut u32, &mut Vec<H256>),
) -> DispatchResult {
	let mut number = births.batch.number;
	let mut birth = births.records[index as usize].clone();
	let (mut at, mut path) = (index, births.path(index).into_inner());
	change(&mut number, &mut birth, &mut at, &mut path);
	let possession = device.possession(birth.model);
	let path = path.try_into().unwrap();
	dispatch(signed(CARRIER), Call::claim { number, birth, index: at, path, possession })
}

fn second_manufacturer() -> ModelId {
	assert_ok!(DeviceIdentity::propose_manufacturer(
		signed(OTHER_MAKER),
		None,
		root_keys(),
		DOCUMENT
	));
	assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), 1, root_keys()));
	let model = ModelId { manufacturer: 1, ..MODEL };
	assert_ok!(DeviceIdentity::add_model(signed(OTHER_MAKER), model, spec(DeviceClass::Meter)));
	model
}

#[test]
fn batch_should_be_open_when_its_manufacturer_has_signed_it() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..5));
		let BirthBatch { root, count, .. } = births.batch;
		assert_last_event(Event::BatchOpened { manufacturer: FACTORY, number: 0, root, count });
		assert_eq!(
			DeviceIdentity::batch(FACTORY, 0),
			Some(BirthBatchInfo { root, count: 5, claimed: 0, anchored_at: T0 })
		);
		let info = DeviceIdentity::manufacturer(FACTORY).unwrap();
		assert_eq!((info.open_batches, info.next_batch), (1, 1));
		assert_eq!(on_hold(MAKER, HoldReason::Batch), deposit(HoldReason::Batch));
		assert_eq!(DeviceIdentity::batch(FACTORY, 1), None);
		assert_eq!(DeviceIdentity::batch(1, 0), None);
	});
}

#[test]
fn batch_should_be_opened_by_any_root_key_under_its_own_position_only() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let batch = |number| Births::of(number, &devices(0..2)).batch;
		for position in 0..4u8 {
			for signer in (0..4).filter(|signer| *signer != position) {
				assert_noop!(
					dispatch(signed(MAKER), opening(batch(position.into()), position, signer)),
					Error::<Test>::BatchNotSigned
				);
			}
			let call = opening(batch(position.into()), position, position);
			assert_ok!(dispatch(signed(MAKER), call));
		}
		assert_noop!(
			dispatch(signed(MAKER), opening(batch(4), 4, 0)),
			Error::<Test>::RootKeyNotFound
		);
	});
}

#[test]
fn opening_should_fail_when_the_manufacturer_is_unknown_or_caller_is_not_it() {
	ExtBuilder::default().build_and_execute(|| {
		let call = Births::of(0, &devices(0..2)).opening();
		assert_noop!(dispatch(signed(MAKER), call.clone()), Error::<Test>::ManufacturerNotFound);
		factory();
		for who in [OTHER_MAKER, STRANGER] {
			assert_noop!(dispatch(signed(who), call.clone()), Error::<Test>::NotManufacturer);
		}
		assert_ok!(dispatch(signed(MAKER), call));
	});
}

#[test]
fn opening_should_fail_when_the_manufacturer_is_not_approved_or_work_is_paused() {
	ExtBuilder::default().build_and_execute(|| {
		let call = Births::of(0, &devices(0..2)).opening();
		let refused = |error: Error<Test>| {
			assert_noop!(dispatch(signed(MAKER), call.clone()), error);
		};
		propose();
		refused(Error::<Test>::ManufacturerNotApproved);
		approve();
		assert_ok!(DeviceIdentity::pause(trustees()));
		refused(Error::<Test>::Paused);
		assert_ok!(DeviceIdentity::unpause(trustees()));
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		refused(Error::<Test>::ManufacturerNotApproved);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		refused(Error::<Test>::ManufacturerNotApproved);
	});
}

#[test]
fn opening_should_fail_when_the_number_is_not_the_next_one() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let batch = |number| Births::of(number, &devices(0..2)).batch;
		for next in 0..3u32 {
			for number in [next + 1, next.wrapping_sub(1), u32::MAX] {
				assert_noop!(open(batch(number)), Error::<Test>::BatchNumberMismatch);
			}
			assert_ok!(open(batch(next)));
		}
		assert_eq!((maker().open_batches, maker().next_batch), (3, 3));
	});
}

#[test]
fn opening_should_fail_when_the_numbers_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		Manufacturers::<Test>::mutate(FACTORY, |m| m.as_mut().unwrap().next_batch = u32::MAX);
		assert_noop!(open(Births::of(u32::MAX, &devices(0..2)).batch), ArithmeticError::Overflow);
	});
}

#[test]
fn opening_should_fail_when_the_batch_is_empty_or_too_large() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let root = H256::repeat_byte(3);
		let batch = |number, count| BirthBatch { manufacturer: FACTORY, number, root, count };
		for count in [0, MAX_BATCH + 1, u32::MAX] {
			assert_noop!(open(batch(0, count)), Error::<Test>::BadBatchSize);
		}
		assert_ok!(open(batch(0, 1)));
		assert_ok!(open(batch(1, MAX_BATCH)));
	});
}

#[test]
fn opening_should_fail_when_any_field_of_the_batch_was_changed() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		second_manufacturer();
		let births = Births::of(0, &devices(0..3));
		let signature = root_signer(0).sign(&births.batch);
		let forged = [
			(OTHER_MAKER, BirthBatch { manufacturer: 1, ..births.batch.clone() }),
			(MAKER, BirthBatch { root: H256::zero(), ..births.batch.clone() }),
			(MAKER, BirthBatch { count: 2, ..births.batch.clone() }),
			(MAKER, BirthBatch { count: 4, ..births.batch }),
		];
		for (who, batch) in forged {
			assert_noop!(
				dispatch(signed(who), Call::open_batch { batch, root_key: 0, signature }),
				Error::<Test>::BatchNotSigned
			);
		}
	});
}

#[test]
fn opening_should_fail_when_the_manufacturer_cannot_pay_the_deposit() {
	ExtBuilder::default()
		.with_balance(MAKER, deposit(HoldReason::Manufacturer) + 1)
		.build_and_execute(|| {
			factory();
			assert_noop!(open(Births::of(0, &devices(0..2)).batch), TokenError::FundsUnavailable);
		});
}

#[test]
fn closed_batch_should_not_be_opened_again_with_the_same_signature() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..3));
		assert_ok!(claim(&births, &device(1), 1));
		pass(1);
		assert_ok!(close(0));
		assert_last_event(Event::BatchClosed { manufacturer: FACTORY, number: 0, claimed: 1 });
		assert_eq!(DeviceIdentity::batch(FACTORY, 0), None);
		assert_eq!((maker().open_batches, maker().next_batch), (0, 1));
		assert_eq!(on_hold(MAKER, HoldReason::Batch), 0);

		assert_noop!(dispatch(signed(MAKER), births.opening()), Error::<Test>::BatchNumberMismatch);
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::BatchNotFound);
		assert_noop!(close(0), Error::<Test>::BatchNotFound);
		// Under a number of its own the manufacturer may open it again, by a new signature.
		let again = Births::opened(&devices(0..3));
		assert_eq!(again.batch.number, 1);
		assert_noop!(claim(&again, &device(1), 1), Error::<Test>::IdentityKeyReused);
		assert_ok!(claim(&again, &device(0), 0));
	});
}

#[test]
fn closing_should_fail_when_there_is_no_such_batch_or_caller_is_not_the_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(close(0), Error::<Test>::ManufacturerNotFound);
		factory();
		assert_noop!(close(0), Error::<Test>::BatchNotFound);
		Births::opened(&devices(0..2));
		second_manufacturer();
		let theirs = |manufacturer| Call::close_batch { manufacturer, number: 0 };
		assert_noop!(
			dispatch(signed(OTHER_MAKER), theirs(FACTORY)),
			Error::<Test>::NotManufacturer
		);
		assert_noop!(dispatch(signed(OTHER_MAKER), theirs(1)), Error::<Test>::BatchNotFound);
	});
}

#[test]
fn closing_should_be_possible_whatever_the_trustees_did() {
	let preparations: [fn(); 4] = [
		|| {
			assert_ok!(DeviceIdentity::pause(trustees()));
		},
		|| {
			assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		},
		|| {
			assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		},
		|| {
			assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()));
		},
	];
	for prepare in preparations {
		ExtBuilder::default().build_and_execute(|| {
			factory();
			Births::opened(&devices(0..2));
			prepare();
			assert_ok!(close(0));
		});
	}
}

#[test]
fn manufacturer_should_not_be_withdrawn_when_it_has_an_open_batch() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		Births::opened(&devices(0..2));
		assert_noop!(
			DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY),
			Error::<Test>::ManufacturerInUse
		);
		assert_ok!(close(0));
		assert_ok!(DeviceIdentity::withdraw_manufacturer(signed(MAKER), FACTORY));
		assert_eq!(Balances::free_balance(MAKER), START);
	});
}

#[test]
fn claimed_device_should_belong_to_its_manufacturer_whoever_carried_it() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..3));
		assert_ok!(claim(&births, &device(2), 2));

		let record = record(&device(2));
		assert_eq!((record.owner, record.depositor), (MAKER, CARRIER));
		assert_eq!((record.status, record.epoch), (DeviceStatus::Registered, 0));
		assert_eq!((record.registered_at, record.version), (T0, 0));
		assert_eq!(DeviceIdentity::devices_of(MAKER, None, 9), vec![device(2).id()]);
		assert!(DeviceIdentity::devices_of(CARRIER, None, 9).is_empty());
		assert_eq!(Models::<Test>::get(MODEL).unwrap().devices, 1);
		assert_eq!(DeviceIdentity::batch(FACTORY, 0).unwrap().claimed, 1);
		let (device, birth) = (device(2).id(), births.records[2].clone());
		assert_event(Event::DeviceRegistered { device, owner: MAKER, birth });
		assert_last_event(Event::DeviceClaimed { device, number: 0, index: 2, carrier: CARRIER });
		// The carrier has paid, and has nothing to say.
		assert_noop!(
			dispatch(signed(CARRIER), activation_call(&self::device(2), CARRIER)),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn every_device_of_a_batch_should_be_claimed_once_whatever_its_size() {
	for count in [1, 2, 3, 5, 8, 13] {
		ExtBuilder::default().build_and_execute(|| {
			factory_with_model();
			let births = Births::opened(&devices(0..count));
			for index in (0..count).rev() {
				assert_ok!(claim(&births, &device(index), index));
			}
			for index in 0..count {
				assert_noop!(
					claim(&births, &device(index), index),
					Error::<Test>::IdentityKeyReused
				);
			}
			assert_eq!(DeviceIdentity::batch(FACTORY, 0).unwrap().claimed, count);
		});
	}
}

#[test]
fn device_should_be_claimed_whatever_the_algorithm_of_its_key() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let devices: Vec<_> = KeyAlgorithm::ALL.map(|a| TestDevice::new(a, a.code().into())).into();
		let births = Births::opened(&devices);
		for (index, device) in (0..).zip(&devices) {
			assert_ok!(claim(&births, device, index));
			assert_ok!(dispatch(signed(MAKER), activation_call(device, MAKER)));
		}
	});
}

#[test]
fn batch_should_hold_devices_of_several_models_of_its_manufacturer() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), SENSOR, spec(DeviceClass::Sensor)));
		let births = Births::with(0, vec![device(0).birth(MODEL), device(1).birth(SENSOR)]);
		assert_ok!(open(births.batch.clone()));
		for index in 0..2 {
			assert_ok!(claim(&births, &device(index), index));
		}
		assert_eq!(record(&device(1)).model, SENSOR);
	});
}

#[test]
fn claim_should_fail_when_the_manufacturer_or_the_batch_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		let births = Births::of(0, &devices(0..2));
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::ManufacturerNotFound);
		factory_with_model();
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::BatchNotFound);
		assert_ok!(open(births.batch.clone()));
		assert_noop!(
			claim_with(&births, &device(0), 0, |number, _, _, _| *number = 1),
			Error::<Test>::BatchNotFound
		);
	});
}

#[test]
fn claim_should_fail_when_the_manufacturer_is_not_approved_or_work_is_paused() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..2));
		let refused = |error: Error<Test>| {
			assert_noop!(claim(&births, &device(0), 0), error);
		};
		assert_ok!(DeviceIdentity::pause(trustees()));
		refused(Error::<Test>::Paused);
		assert_ok!(DeviceIdentity::unpause(trustees()));
		assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
		refused(Error::<Test>::ManufacturerNotApproved);
		approve();
		assert_ok!(claim(&births, &device(1), 1));
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		refused(Error::<Test>::ManufacturerNotApproved);
	});
}

#[test]
fn batch_should_outlive_the_root_key_that_signed_it_once_the_new_keys_are_approved() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..2));
		assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, other_root_keys()));
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::ManufacturerNotApproved);
		assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), FACTORY, other_root_keys()));
		assert_ok!(claim(&births, &device(0), 0));
	});
}

#[test]
fn claim_should_fail_when_the_model_is_unknown_uncertified_or_does_not_allow_the_algorithm() {
	ExtBuilder::default().build_and_execute(|| {
		factory();
		let births = Births::opened(&devices(0..4));
		let refused = |error: Error<Test>| {
			assert_noop!(claim(&births, &device(0), 0), error);
		};
		refused(Error::<Test>::ModelNotFound);
		let p256_only =
			ModelSpec { algorithms: AlgorithmSet::new(2).unwrap(), ..spec(DeviceClass::Meter) };
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), MODEL, p256_only));
		refused(Error::<Test>::AlgorithmNotAllowed);
		assert_ok!(DeviceIdentity::remove_model(signed(MAKER), MODEL));
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), MODEL, spec(DeviceClass::Meter)));

		let certify = |certificate| {
			assert_ok!(DeviceIdentity::certify_model(trustees(), MODEL, certificate));
		};
		certify(Certificate::Certified { document: DOCUMENT, until: T0 + 10 });
		pass(9);
		assert_ok!(claim(&births, &device(1), 1));
		pass(1);
		refused(Error::<Test>::ModelNotCertified);
		certify(Certificate::Revoked);
		refused(Error::<Test>::ModelNotCertified);
	});
}

#[test]
fn claim_should_fail_when_the_key_was_ever_a_device_key() {
	ExtBuilder::default().build_and_execute(|| {
		let (used, fresh) = (active(1), device(2));
		let of_operational_key = BirthRecord {
			identity_key: used.op(0).key(),
			serial_commit: H256::repeat_byte(0x5e),
			..used.birth(MODEL)
		};
		let births =
			Births::with(0, vec![used.birth(MODEL), of_operational_key, fresh.birth(MODEL)]);
		assert_ok!(open(births.batch.clone()));
		for index in [0, 1] {
			assert_noop!(claim(&births, &used, index), Error::<Test>::IdentityKeyReused);
		}
		// Registered the other way before its claim.
		assert_ok!(register(&fresh));
		assert_noop!(claim(&births, &fresh, 2), Error::<Test>::IdentityKeyReused);
		assert_eq!(DeviceIdentity::batch(FACTORY, 0).unwrap().claimed, 0);
	});
}

#[test]
fn claimed_device_should_not_be_registered_and_never_be_claimed_again() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let (births, device) = (Births::opened(&devices(0..3)), device(0));
		let refused = |births: &Births| {
			assert_noop!(claim(births, &device, 0), Error::<Test>::IdentityKeyReused);
			assert_noop!(register(&device), Error::<Test>::IdentityKeyReused);
		};
		assert_ok!(claim(&births, &device, 0));
		refused(&births);
		hand_to(&device, ALICE);
		refused(&births);
		decommission(&device);
		refused(&births);
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		refused(&births);
		assert_ok!(close(0));
		refused(&Births::opened(&devices(0..3)));
	});
}

#[test]
fn claim_and_registration_should_not_give_two_devices_of_a_model_the_same_serial() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let (first, second, third) = (device(1), device(2), device(3));
		let serial_commit = first.birth(MODEL).serial_commit;
		let same = |device: &TestDevice| BirthRecord { serial_commit, ..device.birth(MODEL) };
		let births = Births::with(0, vec![same(&second), same(&third)]);
		assert_ok!(open(births.batch.clone()));
		assert_ok!(register(&first));
		assert_noop!(claim(&births, &second, 0), Error::<Test>::SerialReused);

		decommission(&first);
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), first.id()));
		assert_ok!(claim(&births, &second, 0));
		assert_noop!(claim(&births, &third, 1), Error::<Test>::SerialReused);
		let birth = same(&device(4));
		let signature = root_signer(0).sign(&birth);
		let possession = device(4).possession(MODEL);
		assert_noop!(
			DeviceIdentity::register(signed(MAKER), birth, 0, signature, possession),
			Error::<Test>::SerialReused
		);
	});
}

#[test]
fn claim_should_fail_when_index_or_path_lead_elsewhere() {
	for count in [2, 3, 7, 8] {
		ExtBuilder::default().build_and_execute(|| {
			factory_with_model();
			let births = Births::opened(&devices(0..count));
			for index in 0..count {
				let refused = |change: &dyn Fn(&mut u32, &mut Vec<H256>)| {
					assert_noop!(
						claim_with(&births, &device(index), index, |_, _, at, path| change(
							at, path
						)),
						Error::<Test>::NotInBatch
					);
				};
				for other in (0..=count).chain([u32::MAX]).filter(|other| *other != index) {
					refused(&|at, _| *at = other);
				}
				let leaf = birth_leaf(&births.records[index as usize]);
				refused(&|_, path| path.push(leaf));
				refused(&|_, path| path.insert(0, leaf));
				refused(&|_, path| path.truncate(path.len() - 1));
				refused(&|_, path| {
					path.remove(0);
				});
				refused(&|_, path| path[0] = leaf);
				refused(&|_, path| path.clear());
				refused(&|_, path| path.resize(20, leaf));
			}
		});
	}
}

#[test]
fn claim_should_fail_when_the_batch_has_another_count_than_the_tree() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		// The manufacturer's word alone says how many there are.
		let mut births = Births::of(0, &devices(0..3));
		births.batch.count = 2;
		assert_ok!(open(births.batch.clone()));
		for index in 0..3 {
			assert_noop!(claim(&births, &device(index), index), Error::<Test>::NotInBatch);
		}
	});
}

#[test]
fn claim_should_fail_when_any_field_of_the_birth_record_was_changed() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		assert_ok!(DeviceIdentity::add_model(signed(MAKER), SENSOR, spec(DeviceClass::Sensor)));
		let births = Births::opened(&devices(0..3));
		let thief = device(9);
		let key = thief.identity.key();
		let refused = |by: &TestDevice, change: &dyn Fn(&mut BirthRecord)| {
			assert_noop!(
				claim_with(&births, by, 0, |_, birth, _, _| change(birth)),
				Error::<Test>::NotInBatch
			);
		};
		refused(&device(0), &|birth| birth.model = SENSOR);
		refused(&device(0), &|birth| birth.serial_commit = H256::zero());
		refused(&device(0), &|birth| birth.cert_sha256 = Some([0; 32]));
		refused(&thief, &|birth| birth.identity_key = key);
	});
}

#[test]
fn claim_should_fail_when_the_record_is_of_another_batch() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let (ours, theirs) = (Births::opened(&devices(0..3)), Births::opened(&devices(3..6)));
		for (births, first, other) in [(&ours, 0, 1), (&theirs, 3, 0)] {
			assert_noop!(
				claim_with(births, &device(first), 0, |number, _, _, _| *number = other),
				Error::<Test>::NotInBatch
			);
		}
		assert_ok!(claim(&theirs, &device(3), 0));
		assert_eq!(DeviceIdentity::batch(FACTORY, 0).unwrap().claimed, 0);
		assert_eq!(DeviceIdentity::batch(FACTORY, 1).unwrap().claimed, 1);
	});
}

#[test]
fn claim_should_fail_when_the_record_is_of_another_manufacturers_model() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let theirs = second_manufacturer();
		// This factory cannot bring out devices in the other one's name.
		let births = Births::with(0, vec![device(0).birth(theirs), device(1).birth(MODEL)]);
		assert_ok!(open(births.batch.clone()));
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::BatchNotFound);

		let batch = BirthBatch { manufacturer: 1, ..Births::of(0, &devices(5..7)).batch };
		assert_ok!(dispatch(signed(OTHER_MAKER), opening(batch, 0, 0)));
		assert_noop!(claim(&births, &device(0), 0), Error::<Test>::NotInBatch);
		assert_ok!(claim(&births, &device(1), 1));
	});
}

#[test]
fn claim_should_fail_when_the_device_did_not_sign_for_this_model() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..2));
		let words = [
			device(0).possession(SENSOR),
			device(1).possession(MODEL),
			device(9).possession(MODEL),
		];
		for possession in words {
			let (birth, path) = (births.records[0].clone(), births.path(0));
			let call = Call::claim { number: 0, birth, index: 0, path, possession };
			assert_noop!(dispatch(signed(CARRIER), call), Error::<Test>::DevicePossessionMissing);
		}
	});
}

#[test]
fn claim_should_fail_when_the_carrier_cannot_pay_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		factory_with_model();
		let births = Births::opened(&devices(0..2));
		assert_noop!(
			dispatch(signed(POOR), births.claim(&device(0), 0)),
			TokenError::FundsUnavailable
		);
		assert_ok!(claim(&births, &device(0), 0));
	});
}
