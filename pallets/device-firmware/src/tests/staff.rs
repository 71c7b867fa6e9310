// SPDX-License-Identifier: Apache-2.0

//! Who may publish and approve, and how that ends.

use super::*;
use frame_support::assert_noop;

fn dismiss(caller: u64, who: u64) -> DispatchResult {
	DeviceFirmware::dismiss(signed(caller), FACTORY, who)
}

#[test]
fn appoint_should_hold_the_deposit_and_give_the_roles() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(appoint(PUBLISHER, FirmwareRoles::PUBLISH));
		assert_last_event(Event::StaffAppointed {
			manufacturer: FACTORY,
			who: PUBLISHER,
			roles: FirmwareRoles::PUBLISH,
		});
		assert_eq!(DeviceFirmware::staff(FACTORY, PUBLISHER), Some(FirmwareRoles::PUBLISH));
		assert_eq!(on_hold(MAKER, HoldReason::Staff), deposit(HoldReason::Staff));
	});
}

#[test]
fn appoint_should_change_the_roles_for_the_same_deposit_when_called_again() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(appoint(PUBLISHER, FirmwareRoles::PUBLISH));
		assert_ok!(appoint(PUBLISHER, FirmwareRoles::APPROVE));
		assert_eq!(DeviceFirmware::staff(FACTORY, PUBLISHER), Some(FirmwareRoles::APPROVE));
		assert_eq!(on_hold(MAKER, HoldReason::Staff), deposit(HoldReason::Staff));
		assert_noop!(publish(spec(1)), Error::<Test>::NotPublisher);
	});
}

#[test]
fn appoint_should_be_refused_when_the_manufacturer_is_unknown_or_stopped_or_somebody_elses() {
	ExtBuilder.build_and_execute(|| {
		let ask = |who, manufacturer| {
			DeviceFirmware::appoint(signed(who), manufacturer, PUBLISHER, FirmwareRoles::ALL)
		};
		assert_noop!(ask(MAKER, 9), Error::<Test>::ManufacturerNotFound);
		assert_noop!(ask(MAKER, OTHER_FACTORY), Error::<Test>::NotManufacturer);
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(ask(MAKER, FACTORY), Error::<Test>::ManufacturerNotApproved);
	});
}

#[test]
fn own_account_should_have_both_roles_without_being_appointed() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(DeviceFirmware::staff(FACTORY, MAKER), Some(FirmwareRoles::ALL));
		assert_eq!(DeviceFirmware::staff(FACTORY, OTHER_MAKER), None);
		assert_eq!(DeviceFirmware::staff(OTHER_FACTORY, OTHER_MAKER), Some(FirmwareRoles::ALL));
		hire();
		assert_ok!(DeviceFirmware::publish(signed(MAKER), MODEL, spec(1)));
		assert_ok!(approve(1));
		assert_ok!(publish(spec(2)));
		assert_ok!(DeviceFirmware::approve(signed(MAKER), MODEL, spec(2)));
	});
}

#[test]
fn staff_should_have_no_role_at_another_manufacturer() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_noop!(
			DeviceFirmware::publish(signed(PUBLISHER), OTHER_MODEL, spec(1)),
			Error::<Test>::NotPublisher
		);
		assert_eq!(DeviceFirmware::staff(OTHER_FACTORY, PUBLISHER), None);
	});
}

#[test]
fn dismiss_should_end_the_roles_and_return_the_deposit() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(dismiss(MAKER, PUBLISHER));
		assert_last_event(Event::StaffDismissed { manufacturer: FACTORY, who: PUBLISHER });
		assert_eq!(on_hold(MAKER, HoldReason::Staff), deposit(HoldReason::Staff));
		assert_noop!(publish(spec(1)), Error::<Test>::NotPublisher);

		assert_ok!(dismiss(APPROVER, APPROVER));
		assert_eq!(Balances::free_balance(MAKER), START);
		assert_noop!(dismiss(MAKER, APPROVER), Error::<Test>::StaffNotFound);
	});
}

#[test]
fn dismiss_should_be_refused_when_somebody_else_asks() {
	ExtBuilder.build_and_execute(|| {
		hire();
		for caller in [APPROVER, OTHER_MAKER, STRANGER] {
			assert_noop!(dismiss(caller, PUBLISHER), Error::<Test>::NotManufacturer);
		}
	});
}

#[test]
fn dismiss_should_be_open_to_anyone_when_the_manufacturer_is_gone() {
	ExtBuilder.build_and_execute(|| {
		hire();
		TestRegistry::set_standing(FACTORY, None);
		for who in [PUBLISHER, APPROVER] {
			assert_ok!(dismiss(STRANGER, who));
		}
		assert_eq!(Balances::free_balance(MAKER), START);
	});
}

#[test]
fn pause_should_stop_appointments_but_not_dismissals() {
	ExtBuilder.build_and_execute(|| {
		hire();
		assert_ok!(DeviceFirmware::pause(trustees()));
		assert_last_event(Event::WorkPaused);
		assert_noop!(appoint(STRANGER, FirmwareRoles::ALL), Error::<Test>::Paused);
		assert_noop!(appoint(PUBLISHER, FirmwareRoles::ALL), Error::<Test>::Paused);
		assert_ok!(dismiss(MAKER, PUBLISHER));

		assert_ok!(DeviceFirmware::unpause(trustees()));
		assert_last_event(Event::WorkResumed);
		assert_ok!(appoint(PUBLISHER, FirmwareRoles::ALL));
	});
}
