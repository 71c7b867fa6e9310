// SPDX-License-Identifier: Apache-2.0

//! What devices say, and what is kept of it.

use super::*;
use frame_support::assert_noop;

/// Carries what the device says for the moment `at`.
fn report_at(device: &TestDevice, seq: Seq, at: Moment) -> DispatchResult {
	dispatch(signed(CARRIER), report_call(device, seq, image(seq), at))
}

#[test]
fn report_should_keep_what_the_device_says_for_the_carriers_deposit() {
	ExtBuilder.build_and_execute(|| {
		release(spec(3));
		let device = device(1);
		assert_eq!(DeviceFirmware::installed(device.id()), None);
		pass(HOUR);
		assert_ok!(report_at(&device, 3, T0 + 5));
		assert_last_event(Event::FirmwareReported {
			device: device.id(),
			seq: 3,
			image_digest: image(3),
			at: T0 + 5,
			verdict: FirmwareVerdict::Current,
			carrier: CARRIER,
		});
		assert_eq!(
			DeviceFirmware::installed(device.id()),
			Some(InstalledInfo {
				seq: 3,
				image_digest: image(3),
				at: T0 + 5,
				reported_at: T0 + HOUR,
				floor_seq: 3,
				verdict: FirmwareVerdict::Current,
			})
		);
		assert_eq!(on_hold(CARRIER, HoldReason::Report), deposit(HoldReason::Report));
	});
}

#[test]
fn report_should_cost_the_first_carrier_only() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		let device = device(1);
		assert_ok!(report(&device, 1));
		pass(1);
		assert_ok!(dispatch(signed(POOR), report_call(&device, 1, image(1), now())));
		assert_eq!(on_hold(POOR, HoldReason::Report), 0);
		assert_eq!(on_hold(CARRIER, HoldReason::Report), deposit(HoldReason::Report));
	});
}

#[test]
fn report_should_be_kept_whatever_the_device_runs() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		release(spec(2));
		assert_ok!(withdraw(2));
		assert_ok!(publish(spec(3)));
		let device = device(1);
		for (seq, image, expected) in [
			(1, image(1), FirmwareVerdict::Current),
			(1, image(9), FirmwareVerdict::WrongImage),
			(3, image(3), FirmwareVerdict::NotReleased),
			(9, image(9), FirmwareVerdict::Unknown),
			(2, image(9), FirmwareVerdict::WrongImage),
			(2, image(2), FirmwareVerdict::Withdrawn),
		] {
			assert_ok!(report_image(&device, seq, image));
			assert_last_event(Event::FirmwareReported {
				device: device.id(),
				seq,
				image_digest: image,
				at: now(),
				verdict: expected,
				carrier: CARRIER,
			});
			assert_eq!(verdict(&device), expected);
		}
	});
}

#[test]
fn verdict_should_follow_what_becomes_of_the_release() {
	ExtBuilder.build_and_execute(|| {
		hire();
		let device = device(1);
		assert_ok!(report(&device, 1));
		assert_eq!(verdict(&device), FirmwareVerdict::Unknown);
		assert_ok!(publish(spec(1)));
		assert_eq!(verdict(&device), FirmwareVerdict::NotReleased);
		assert_ok!(approve(1));
		assert_eq!(verdict(&device), FirmwareVerdict::Current);
		release(critical(2, now() + MIN_TERM));
		assert_eq!(verdict(&device), FirmwareVerdict::Current);
		pass(MIN_TERM);
		assert_eq!(verdict(&device), FirmwareVerdict::Outdated);
		assert_ok!(withdraw(1));
		assert_eq!(verdict(&device), FirmwareVerdict::Withdrawn);
		pass(RETENTION);
		assert_ok!(DeviceFirmware::prune_release(signed(STRANGER), MODEL, 1));
		assert_eq!(verdict(&device), FirmwareVerdict::Unknown);
	});
}

#[test]
fn report_should_be_refused_when_the_device_goes_back_behind_what_it_ran() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		release(spec(2));
		let device = device(1);
		assert_ok!(report(&device, 2));
		assert_noop!(report_at(&device, 1, now() + 1), Error::<Test>::FirmwareRollback);
		// Withdrawn or pruned, it did run it.
		assert_ok!(withdraw(2));
		assert_noop!(report_at(&device, 1, now() + 1), Error::<Test>::FirmwareRollback);
		assert_ok!(report(&device, 2));
		pass(RETENTION);
		assert_ok!(DeviceFirmware::prune_release(signed(STRANGER), MODEL, 2));
		assert_noop!(report_at(&device, 1, now()), Error::<Test>::FirmwareRollback);
		assert_noop!(
			dispatch(signed(CARRIER), report_call(&device, 0, [0; 32], now())),
			Error::<Test>::FirmwareRollback
		);
	});
}

#[test]
fn unknown_image_should_not_shut_out_later_reports_whatever_its_number() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		release(spec(2));
		assert_ok!(publish(spec(3)));
		let device = device(1);
		assert_ok!(report(&device, 1));
		for (seq, image) in [(Seq::MAX, [0; 32]), (3, image(3)), (2, [0; 32])] {
			assert_ok!(report_image(&device, seq, image));
			assert_eq!(floor(&device), 1);
			assert_eq!(trusted_for_all(&device), Err(Distrust::FirmwareUntrusted));
		}
		assert_ok!(report(&device, 1));
		assert_eq!(trusted_for_all(&device), Ok(()));
	});
}

#[test]
fn rollback_should_be_refused_when_what_the_device_ran_was_released_afterwards() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		assert_ok!(publish(spec(5)));
		let device = device(1);
		assert_ok!(report(&device, 5));
		assert_eq!(floor(&device), 0);
		assert_ok!(approve(5));
		assert_noop!(report_at(&device, 1, now() + 1), Error::<Test>::FirmwareRollback);
		assert_ok!(report(&device, 5));
		assert_eq!(floor(&device), 5);
	});
}

#[test]
fn report_should_be_refused_when_it_is_not_from_now() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		let (oldest, latest) = (T0 - MAX_AGE, T0 + MAX_CLOCK_LEAD);
		assert_noop!(report_at(&device, 1, oldest - 1), Error::<Test>::ReportTooOld);
		assert_noop!(report_at(&device, 1, 0), Error::<Test>::ReportTooOld);
		assert_noop!(report_at(&device, 1, latest + 1), Error::<Test>::ReportInFuture);
		assert_noop!(report_at(&device, 1, Moment::MAX), Error::<Test>::ReportInFuture);
		assert_ok!(report_at(&device, 1, oldest));
		assert_ok!(report_at(&device, 1, latest));
	});
}

#[test]
fn report_should_be_refused_when_it_is_not_later_than_the_one_before() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		assert_ok!(report_at(&device, 1, T0));
		for at in [T0, T0 - 1] {
			assert_noop!(report_at(&device, 1, at), Error::<Test>::ReportNotNewer);
		}
		assert_ok!(report_at(&device, 1, T0 + 1));
	});
}

#[test]
fn report_should_be_refused_when_the_device_or_its_key_has_no_say() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		let said = device.says(1, image(1), T0);
		let carry = |key_index| {
			let signature = device.op(key_index).sign(&said);
			DeviceFirmware::report(signed(CARRIER), said.clone(), key_index, signature)
		};
		assert_noop!(carry(1), Error::<Test>::KeyHasNoAuthority);
		let (key, no_assert) = (device.op(1).key(), KeyPurposes::AUTHENTICATE);
		TestRegistry::set_key(device.id(), 1, key, no_assert, KeyLife::Live);
		assert_noop!(carry(1), Error::<Test>::KeyHasNoAuthority);
		for state in [
			DeviceState::Registered,
			DeviceState::Suspended,
			DeviceState::Lost,
			DeviceState::Decommissioned,
			DeviceState::Revoked,
		] {
			TestRegistry::set_state(device.id(), state);
			assert_noop!(carry(0), Error::<Test>::KeyHasNoAuthority);
		}
		TestRegistry::remove_device(device.id());
		assert_noop!(carry(0), Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn superseded_key_should_report_what_was_before() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		pass(HOUR);
		let life = KeyLife::Superseded(T0 + HOUR);
		TestRegistry::set_key(device.id(), 0, device.op(0).key(), KeyPurposes::ALL, life);
		assert_noop!(report_at(&device, 1, T0 + HOUR), Error::<Test>::KeyHasNoAuthority);
		assert_ok!(report_at(&device, 1, T0 + HOUR - 1));
	});
}

#[test]
fn prune_report_should_return_the_deposit_when_the_device_has_ended() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		let prune = || DeviceFirmware::prune_report(signed(STRANGER), device.id());
		assert_noop!(prune(), Error::<Test>::ReportNotFound);
		for state in [Some(DeviceState::Decommissioned), Some(DeviceState::Revoked), None] {
			device.register(MODEL);
			assert_ok!(report(&device, 1));
			assert_eq!(on_hold(CARRIER, HoldReason::Report), deposit(HoldReason::Report));
			match state {
				Some(state) => TestRegistry::set_state(device.id(), state),
				None => TestRegistry::remove_device(device.id()),
			}
			assert_ok!(prune());
			assert_last_event(Event::ReportPruned { device: device.id() });
			assert_eq!(Balances::free_balance(CARRIER), START);
			assert_eq!(DeviceFirmware::installed(device.id()), None);
		}
	});
}

#[test]
fn prune_report_should_be_refused_when_the_device_may_come_back() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		assert_ok!(report(&device, 1));
		for state in [
			DeviceState::Registered,
			DeviceState::Active,
			DeviceState::Suspended,
			DeviceState::Lost,
		] {
			TestRegistry::set_state(device.id(), state);
			assert_noop!(
				DeviceFirmware::prune_report(signed(CARRIER), device.id()),
				Error::<Test>::ReportStillNeeded
			);
		}
	});
}

#[test]
fn next_update_should_be_the_highest_release_within_reach() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		let next = || DeviceFirmware::next_update(device.id()).map(|release| release.spec.seq);
		assert_eq!(next(), None);
		release(spec(1));
		release(ReleaseSpec { min_prev_seq: 1, ..spec(4) });
		release(ReleaseSpec { min_prev_seq: 3, ..spec(6) });
		assert_ok!(publish(spec(7)));
		// It has said nothing, so whatever needs a release before is out of reach.
		assert_eq!(next(), Some(1));
		assert_ok!(report(&device, 1));
		assert_eq!(next(), Some(4));
		// What nobody knows leads nowhere.
		assert_ok!(report(&device, 5));
		assert_eq!(next(), Some(4));
		assert_ok!(report(&device, 4));
		assert_eq!(next(), Some(6));
		assert_ok!(withdraw(4));
		assert_eq!(next(), Some(6));
		assert_ok!(withdraw(6));
		assert_eq!(next(), None);
		TestRegistry::remove_device(device.id());
		assert_eq!(DeviceFirmware::installed(device.id()), None);
		assert_eq!(next(), None);
	});
}

#[test]
fn device_should_be_measured_by_the_releases_of_its_own_model() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		let device = TestDevice::new(KeyAlgorithm::Ed25519, 9);
		device.register(OTHER_MODEL);
		assert_ok!(report(&device, 1));
		assert_eq!(verdict(&device), FirmwareVerdict::Unknown);
		assert_eq!(DeviceFirmware::next_update(device.id()), None);
	});
}
