// SPDX-License-Identifier: Apache-2.0

//! What the register is told of a device's firmware.

use super::*;

#[test]
fn device_should_be_trusted_when_nothing_is_known_of_its_firmware() {
	ExtBuilder.build_and_execute(|| {
		let device = device(1);
		assert_eq!(trusted_for_all(&device), Ok(()));
		release(spec(1));
		assert_eq!(trusted_for_all(&device), Ok(()));
	});
}

#[test]
fn device_should_not_be_trusted_for_anything_while_its_image_is_not_released() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		assert_ok!(publish(spec(2)));
		assert_ok!(DeviceFirmware::set_policy(trustees(), MODEL, TrustPurposes::NONE));
		let device = device(1);
		for (seq, digest) in [(9, image(9)), (1, image(9)), (2, image(2))] {
			assert_ok!(report_image(&device, seq, digest));
			assert_eq!(trusted_for_all(&device), Err(Distrust::FirmwareUntrusted));
		}
		assert_ok!(approve(2));
		assert_eq!(trusted_for_all(&device), Ok(()));
		assert_ok!(withdraw(2));
		assert_eq!(trusted_for_all(&device), Err(Distrust::FirmwareUntrusted));
		release(spec(3));
		assert_ok!(report(&device, 3));
		assert_eq!(trusted_for_all(&device), Ok(()));
	});
}

#[test]
fn device_should_be_outdated_from_the_deadline_on_until_it_updates() {
	ExtBuilder.build_and_execute(|| {
		release(spec(1));
		let [updated, late, silent] = [1, 2, 3].map(device);
		for device in [&updated, &late] {
			assert_ok!(report(device, 1));
		}
		let by = now() + MIN_TERM;
		release(critical(2, by));
		set_now(by - 2);
		assert_ok!(report(&updated, 2));
		for device in [&updated, &late, &silent] {
			assert_eq!(trusted_for_all(device), Ok(()));
		}
		pass(1);
		assert_eq!(trusted_for_all(&updated), Ok(()));
		assert_eq!(trusted_for_all(&late), Err(Distrust::FirmwareOutdated));
		assert_eq!(trusted_for_all(&silent), Err(Distrust::FirmwareOutdated));
		for device in [&late, &silent] {
			assert_ok!(report(device, 2));
			assert_eq!(trusted_for_all(device), Ok(()));
		}
	});
}

#[test]
fn outdated_firmware_should_count_for_the_purposes_of_the_policy_only() {
	ExtBuilder.build_and_execute(|| {
		release(critical(1, T0 + MIN_TERM));
		let device = device(1);
		pass(MIN_TERM);
		for bits in 0..16 {
			let purposes = TrustPurposes::new(bits).unwrap();
			assert_ok!(DeviceFirmware::set_policy(trustees(), MODEL, purposes));
			for purpose in TrustPurpose::ALL {
				let expected = match purposes.contains(purpose) {
					true => Err(Distrust::FirmwareOutdated),
					false => Ok(()),
				};
				assert_eq!(trusted(&device, purpose), expected);
			}
		}
	});
}

#[test]
fn later_release_should_do_for_an_earlier_deadline() {
	ExtBuilder.build_and_execute(|| {
		release(critical(1, T0 + MIN_TERM));
		release(spec(2));
		let device = device(1);
		assert_ok!(report(&device, 2));
		pass(MIN_TERM);
		assert_eq!(trusted_for_all(&device), Ok(()));
	});
}

#[test]
fn deadlines_should_count_again_when_what_overshadowed_them_is_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		let by = T0 + MIN_TERM;
		release(spec(1));
		release(critical(2, by + 2 * DAY));
		// Asks for more, and earlier, so 2 does not matter any more.
		release(critical(3, by + DAY));
		let [behind, ahead] = [1, 2].map(device);
		assert_ok!(report(&behind, 1));
		assert_ok!(report(&ahead, 2));
		set_now(by + DAY);
		assert_eq!(trusted_for_all(&behind), Err(Distrust::FirmwareOutdated));
		assert_eq!(trusted_for_all(&ahead), Err(Distrust::FirmwareOutdated));
		assert_ok!(withdraw(3));
		assert_eq!(trusted_for_all(&behind), Ok(()));
		assert_eq!(trusted_for_all(&ahead), Ok(()));
		pass(DAY);
		assert_eq!(trusted_for_all(&behind), Err(Distrust::FirmwareOutdated));
		assert_eq!(trusted_for_all(&ahead), Ok(()));
	});
}

#[test]
fn device_should_not_escape_a_deadline_with_a_high_number() {
	ExtBuilder.build_and_execute(|| {
		release(critical(1, T0 + MIN_TERM));
		let device = device(1);
		pass(MIN_TERM);
		assert_ok!(report_image(&device, Seq::MAX, image(1)));
		assert_eq!(trusted_for_all(&device), Err(Distrust::FirmwareUntrusted));
	});
}
