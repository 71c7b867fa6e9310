// SPDX-License-Identifier: Apache-2.0

//! Devices: enrolment, assignment, locks, liens.

use super::*;

fn enrol_call(device: &TestDevice, emergency: Option<Actions>) -> Call<Test> {
	Call::enrol_device { org: ORG, device: device.id(), class: SoftwareClass::B, emergency }
}

#[test]
fn enrol_device_should_be_for_owners_who_belong_to_the_organisation() {
	hospital(|_| {
		let device = pump(2);
		refused(ADMIN, enrol_call(&device, None), Error::<Test>::DeviceNotRegistered);
		device.register(BUYER, MODEL);
		refused(ADMIN, enrol_call(&device, None), Error::<Test>::NotDeviceOwner);
		refused(BUYER, enrol_call(&device, None), Error::<Test>::MayNotEnrol);
		TestRegistry::set_owner(device.id(), ENGINEER);
		let wide = Some(Actions::only(Action::Configure));
		refused(ENGINEER, enrol_call(&device, wide), Error::<Test>::MaskTooWide);
		allowed(ENGINEER, enrol_call(&device, None));
		let event = Event::DeviceEnrolled {
			device: device.id(),
			org: ORG,
			class: SoftwareClass::B,
			emergency: None,
			model: MODEL,
			epoch: 2,
			by: ENGINEER,
		};
		assert_eq!(last_event(), event);
		refused(ENGINEER, enrol_call(&device, None), Error::<Test>::AlreadyEnrolled);
		let another = pump(3);
		another.register(ADMIN, MODEL);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		refused(ADMIN, enrol_call(&another, None), Error::<Test>::NotAccredited);
	});
}

#[test]
fn withdraw_device_should_wait_until_it_treats_nobody() {
	hospital(|device| {
		let withdraw = || Call::withdraw_device { device: device.id() };
		refused(STRANGER, withdraw(), Error::<Test>::MayNotWithdraw);
		refused(ADMIN, withdraw(), Error::<Test>::StillAssigned);
		allowed(ADMIN, Call::unassign_device { device: device.id() });
		allowed(OFFICER, Call::lock_device { device: device.id(), is_locked: true });
		refused(ADMIN, withdraw(), Error::<Test>::DeviceIsLocked);
		allowed(OFFICER, Call::lock_device { device: device.id(), is_locked: false });
		allowed(ADMIN, withdraw());
		assert_eq!(last_event(), Event::DeviceWithdrawn { device: device.id() });
		refused(ADMIN, withdraw(), Error::<Test>::UnknownDevice);
	});
}

#[test]
fn anybody_should_withdraw_a_device_that_changed_hands() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		TestRegistry::set_owner(device.id(), BUYER);
		// Nothing may be asked of it meanwhile.
		assert_ok!(request(DOCTOR, &device, Action::Configure, 0));
		assert_eq!(last_refusal(), Some(Refusal::DeviceNotTrusted));
		allowed(STRANGER, Call::withdraw_device { device: device.id() });
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		assert!(Patients::<Test>::get(SUBJECT).unwrap().devices.is_empty());
		// Its numbers go on.
		TestRegistry::set_owner(device.id(), ADMIN);
		allowed(ADMIN, enrol_call(&device, None));
		allowed(ADMIN, Call::assign_device { device: device.id(), subject: SUBJECT });
		assert_eq!(requested(DOCTOR, &device, Action::Configure, 0), seq + 1);
	});
}

#[test]
fn assign_device_should_refuse_what_does_not_fit() {
	hospital(|device| {
		let assign =
			|device: &TestDevice, subject| Call::assign_device { device: device.id(), subject };
		refused(ADMIN, assign(&device, SUBJECT), Error::<Test>::AlreadyAssigned);
		refused(ADMIN, assign(&device, H256::zero()), Error::<Test>::UnknownSubject);
		refused(ADMIN, assign(&pump(2), SUBJECT), Error::<Test>::UnknownDevice);
		refused(OFFICER, assign(&device, SUBJECT), Error::<Test>::NotAdmin);
		let elsewhere = H256::repeat_byte(1);
		assert_ok!(MedicalAccess::admit_patient(signed(OTHER_ADMIN), OTHER, elsewhere, PATIENT));
		let second = enrol(2);
		refused(OTHER_ADMIN, assign(&second, elsewhere), Error::<Test>::WrongOrganisation);
		for seed in 2..9 {
			let device = if seed == 2 { second } else { enrol(seed) };
			allowed(ADMIN, assign(&device, SUBJECT));
			let event = Event::DeviceAssigned { device: device.id(), subject: SUBJECT };
			assert_eq!(last_event(), event);
		}
		refused(ADMIN, assign(&enrol(9), SUBJECT), Error::<Test>::TooManyDevices);
		let sold = enrol(10);
		TestRegistry::set_owner(sold.id(), BUYER);
		let patient = H256::repeat_byte(2);
		assert_ok!(MedicalAccess::admit_patient(signed(ADMIN), ORG, patient, PATIENT));
		refused(ADMIN, assign(&sold, patient), Error::<Test>::DeviceChangedHands);
		allowed(PATIENT, Call::discharge_patient { subject: patient });
		refused(ADMIN, assign(&sold, patient), Error::<Test>::Discharged);
		assert_ok!(MedicalAccess::accredit_organisation(signed(AUTHORITY), ORG, false));
		refused(ADMIN, assign(&sold, SUBJECT), Error::<Test>::NotAccredited);
	});
}

#[test]
fn unassign_device_should_cancel_commands_and_forget_soft_limits() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		let unassign = || Call::unassign_device { device: device.id() };
		refused(STRANGER, unassign(), Error::<Test>::NotAdminOrPatient);
		allowed(PATIENT, unassign());
		let event = Event::DeviceUnassigned { device: device.id(), subject: SUBJECT };
		assert_eq!(last_event(), event);
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		assert_eq!(MedicalAccess::device(device.id()).unwrap().soft, None);
		refused(PATIENT, unassign(), Error::<Test>::NotAssigned);
	});
}

#[test]
fn locked_device_should_take_nothing_but_a_stop() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let stop = requested(PATIENT, &device, Action::SuspendTherapy, 0);
		let lock = |is_locked| Call::lock_device { device: device.id(), is_locked };
		for who in [STRANGER, ADMIN, DOCTOR] {
			refused(who, lock(true), Error::<Test>::MayNotLock);
		}
		for who in [PATIENT, MAKER, OFFICER] {
			allowed(who, lock(true));
			let by = who;
			let event = Event::DeviceLockChanged { device: device.id(), is_locked: true, by };
			assert!(events().contains(&event));
			refused(who, lock(true), Error::<Test>::LockUnchanged);
			if who != OFFICER {
				refused(who, lock(false), Error::<Test>::MayNotLock);
			}
			allowed(OFFICER, lock(false));
		}
		refused(OFFICER, lock(false), Error::<Test>::LockUnchanged);
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		assert_eq!(state(&device, stop), CommandState::Authorised);
		allowed(OFFICER, lock(true));
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::DeviceLocked));
		requested(DOCTOR, &device, Action::SuspendTherapy, 0);
		requested(PATIENT, &device, Action::SuspendTherapy, 0);
	});
}

#[test]
fn device_should_be_held_while_it_treats_somebody_or_is_locked() {
	hospital(|device| {
		let is_held = |device: &TestDevice| MedicalAccess::is_encumbered(&device.id());
		assert!(is_held(&device));
		allowed(ADMIN, Call::unassign_device { device: device.id() });
		assert!(!is_held(&device));
		let lock = |is_locked| Call::lock_device { device: device.id(), is_locked };
		allowed(OFFICER, lock(true));
		assert!(is_held(&device));
		allowed(OFFICER, lock(false));
		assert!(!is_held(&device));
		assert!(!is_held(&pump(9)));
	});
}

#[test]
fn receipt_from_before_the_enrolment_should_not_switch_the_therapy() {
	hospital(|device| {
		consent(terms(Grantee::Organisation(ORG)));
		let stop = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
		assert_ok!(MedicalAccess::unassign_device(signed(ADMIN), device.id()));
		assert_ok!(MedicalAccess::withdraw_device(signed(ADMIN), device.id()));
		enrol(1);
		assert_ok!(MedicalAccess::assign_device(signed(ADMIN), device.id(), SUBJECT));
		assert_ok!(say(&device, stop, ReceiptStatus::Executed));
		assert_eq!(state(&device, stop), CommandState::Executed);
		assert!(!MedicalAccess::device(device.id()).unwrap().is_suspended);
	});
}
