// SPDX-License-Identifier: Apache-2.0

//! What a DID document is made of: the subject, and the version of a device's record.

use super::*;
use mote_primitives::{DeviceId, DidDevice, DidKey, DidSubject};
use std::collections::BTreeMap;

fn subject(device: &TestDevice) -> Option<DidSubject<u64>> {
	DeviceIdentity::did_subject(&device.id())
}

fn document(device: &TestDevice) -> DidDevice<u64> {
	match subject(device) {
		Some(DidSubject::Device(document)) => document,
		other => panic!("{other:?} is no device"),
	}
}

fn did_key(device: &TestDevice, index: KeyIndex, purposes: KeyPurposes) -> DidKey {
	DidKey { index, key: device.op(index).key(), purposes }
}

#[test]
fn unknown_device_should_be_no_subject() {
	ExtBuilder::default().build_and_execute(|| {
		let used = active(1);
		assert_eq!(subject(&device(2)), None);
		// An operational key is known, but nobody was born with it.
		let of_key = DeviceId::from_key(&used.op(0).key());
		assert!(KnownKeys::<Test>::contains_key(of_key.0));
		assert_eq!(DeviceIdentity::did_subject(&of_key), None);
	});
}

#[test]
fn registered_device_should_be_a_subject_without_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let device = registered(1);
		let expected = DidDevice {
			device: device.id(),
			identity_key: device.identity.key(),
			keys: vec![],
			owner: MAKER,
			is_deactivated: false,
			created: T0,
			updated: T0,
			version: 0,
		};
		assert_eq!(subject(&device), Some(DidSubject::Device(expected)));
	});
}

#[test]
fn active_device_should_be_a_subject_with_the_keys_that_count_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		for bits in [2, 3, 7] {
			add_key(&device, purposes(bits));
		}
		pass(5);
		rotate(&device, 0);
		assert_ok!(revoke_key(&device, 2));
		let expected = DidDevice {
			device: device.id(),
			identity_key: device.identity.key(),
			keys: [(1, 2), (3, 7), (4, 7)]
				.map(|(index, bits)| did_key(&device, index, purposes(bits)))
				.to_vec(),
			owner: ALICE,
			is_deactivated: false,
			created: T0,
			updated: T0 + 5,
			version: 6,
		};
		assert_eq!(document(&device), expected);
	});
}

#[test]
fn device_out_of_use_should_keep_its_keys_in_its_document() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		let keys = vec![did_key(&device, 0, KeyPurposes::ALL)];
		assert_ok!(suspend(trustees(), &device));
		assert_eq!((document(&device).keys, document(&device).is_deactivated), (keys, false));
	});
}

#[test]
fn device_of_a_revoked_manufacturer_should_keep_its_identity_key_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
		assert_eq!((document(&device).keys, document(&device).is_deactivated), (vec![], false));
	});
}

#[test]
fn ended_device_should_be_deactivated_and_without_keys() {
	let ends: [fn(&TestDevice); 2] = [decommission, |device| {
		assert_ok!(DeviceIdentity::revoke(trustees(), device.id(), T0));
	}];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			let device = active(1);
			pass(3);
			end(&device);
			let document = document(&device);
			assert!(document.is_deactivated && document.keys.is_empty());
			assert_eq!((document.created, document.updated, document.version), (T0, T0 + 3, 2));
		});
	}
}

#[test]
fn pruned_device_should_stay_deactivated_for_ever() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		decommission(&device);
		pass(RETENTION);
		assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), device.id()));
		assert_eq!(subject(&device), Some(DidSubject::Pruned));
		assert!(register(&device).is_err());
		let births = Births::opened(std::slice::from_ref(&device));
		assert!(dispatch(signed(CARRIER), births.claim(&device, 0)).is_err());
		pass(10 * RETENTION);
		assert_eq!(subject(&device), Some(DidSubject::Pruned));
		let of_key = DeviceId::from_key(&device.op(0).key());
		assert_eq!(DeviceIdentity::did_subject(&of_key), None);
	});
}

type Snapshot = BTreeMap<DeviceId, (DeviceRecordOf<Test>, Vec<KeyInfo>)>;

fn snapshot() -> Snapshot {
	Devices::<Test>::iter()
		.map(|(id, record)| (id, (record, DeviceIdentity::keys_of(id))))
		.collect()
}

/// What a call does to the records of devices.
#[derive(Debug, PartialEq, Eq)]
enum Change {
	Nothing,
	Comes,
	Changes,
	Goes,
}

fn change_by(before: &Snapshot, after: &Snapshot) -> Change {
	if after.len() < before.len() {
		return Change::Goes;
	}
	let mut change = Change::Nothing;
	for (id, (record, keys)) in after {
		let Some((former, former_keys)) = before.get(id) else {
			assert_eq!((record.version, record.updated_at), (0, now()));
			assert_eq!(record.registered_at, now());
			change = Change::Comes;
			continue;
		};
		if (record, keys) == (former, former_keys) {
			continue;
		}
		assert_eq!((record.version, record.updated_at), (former.version + 1, now()));
		assert_eq!(record.registered_at, former.registered_at);
		change = Change::Changes;
	}
	change
}

#[test]
fn version_should_rise_by_one_and_the_time_be_set_when_a_call_changes_the_device() {
	for case in privileges::cases() {
		ExtBuilder::default().build_and_execute(|| {
			let call = (case.call)();
			let before = snapshot();
			pass(7);
			assert_ok!(dispatch(case.origin(), call));
			let expected = match case.name {
				"register" | "claim" => Change::Comes,
				"prune_device" => Change::Goes,
				"activate" | "accept_transfer" | "claim_with_voucher" | "add_key" |
				"rotate_key" | "rotate_key_signed" | "revoke_key" | "prune_key" | "suspend" |
				"report_lost" | "reactivate" | "decommission" | "revoke" => Change::Changes,
				_ => Change::Nothing,
			};
			assert_eq!(change_by(&before, &snapshot()), expected, "{}", case.name);
		});
	}
}

#[test]
fn version_should_stay_at_its_largest_value_instead_of_starting_over() {
	ExtBuilder::default().build_and_execute(|| {
		let device = active(1);
		Devices::<Test>::mutate(device.id(), |d| d.as_mut().unwrap().version = u32::MAX);
		assert_ok!(suspend(signed(ALICE), &device));
		assert_eq!(document(&device).version, u32::MAX);
	});
}
