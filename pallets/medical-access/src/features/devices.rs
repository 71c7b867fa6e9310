// SPDX-License-Identifier: Apache-2.0

//! Devices: who runs them, whom they treat, and whether they are locked.

use super::*;
use mote_primitives::DeviceLiens;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enrol_device(
		who: T::AccountId,
		org: OrgId,
		device: DeviceId,
		class: SoftwareClass,
		emergency: Option<Actions>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::org_record(org)?;
		ensure!(record.is_accredited, Error::<T>::NotAccredited);
		ensure!(!MedicalDevices::<T>::contains_key(device), Error::<T>::AlreadyEnrolled);
		let life = T::Devices::life(&device).ok_or(Error::<T>::DeviceNotRegistered)?;
		ensure!(life.owner == who, Error::<T>::NotDeviceOwner);
		let may_enrol = record.admin == who || Self::has_role(org, &who, Role::BiomedEngineer);
		ensure!(may_enrol, Error::<T>::MayNotEnrol);
		let is_narrow = emergency.is_none_or(|mask| Actions::EMERGENCY.contains_all(mask));
		ensure!(is_narrow, Error::<T>::MaskTooWide);
		record.devices = record.devices.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::DeviceTicket::new(&who, Self::device_footprint())?;

		Organisations::<T>::insert(org, record);
		let (model, epoch) = (life.model, life.epoch);
		let entry = MedicalDeviceRecord {
			org,
			class,
			emergency,
			model,
			epoch,
			subject: None,
			is_locked: false,
			is_suspended: false,
			// What was commanded before tells nothing of this enrolment.
			switched_by: LastCommands::<T>::get(device),
			soft: None,
			proposal: None,
			open: BoundedVec::new(),
			depositor: who.clone(),
			ticket,
		};
		MedicalDevices::<T>::insert(device, entry);
		let by = who;
		Self::deposit_event(Event::DeviceEnrolled {
			device,
			org,
			class,
			emergency,
			model,
			epoch,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_device(
		who: T::AccountId,
		device: DeviceId,
	) -> DispatchResultWithPostInfo {
		let mut record = Self::enrolled(&device)?;
		let life = T::Devices::life(&device);
		if life.as_ref().is_some_and(|life| life.epoch == record.epoch) {
			let is_owner = life.is_some_and(|life| life.owner == who);
			let may_withdraw = is_owner || Self::is_admin(record.org, &who);
			ensure!(may_withdraw, Error::<T>::MayNotWithdraw);
			ensure!(record.subject.is_none(), Error::<T>::StillAssigned);
			// Otherwise it would come back unlocked.
			ensure!(!record.is_locked, Error::<T>::DeviceIsLocked);
		}

		let looked_at = Self::release_device(&device, &mut record, &who);
		let MedicalDeviceRecord { org, depositor, ticket, .. } = record;
		ticket.drop(&depositor)?;
		MedicalDevices::<T>::remove(device);
		Organisations::<T>::mutate_extant(org, |org| org.devices = org.devices.saturating_sub(1));
		Self::deposit_event(Event::DeviceWithdrawn { device });
		Ok(Some(T::WeightInfo::withdraw_device(looked_at)).into())
	}

	pub(crate) fn do_lock_device(
		who: T::AccountId,
		device: DeviceId,
		is_locked: bool,
	) -> DispatchResultWithPostInfo {
		let mut record = Self::enrolled(&device)?;
		let may_lock = || {
			let patient = record.subject.and_then(Patients::<T>::get);
			let maker = T::Manufacturers::standing(record.model.manufacturer);
			patient.is_some_and(|patient| patient.patient == who) ||
				maker.is_some_and(|maker| maker.account == who)
		};
		let is_entitled =
			Self::has_role(record.org, &who, Role::SecurityOfficer) || (is_locked && may_lock());
		ensure!(is_entitled, Error::<T>::MayNotLock);
		ensure!(record.is_locked != is_locked, Error::<T>::LockUnchanged);

		record.is_locked = is_locked;
		Self::deposit_event(Event::DeviceLockChanged { device, is_locked, by: who.clone() });
		let mut looked_at = 0;
		if is_locked {
			let reason = CancelReason::DeviceLocked;
			// To stop a therapy is always safe.
			looked_at = Self::cancel_commands(&device, &mut record, reason, &who, |command| {
				command.action != Action::SuspendTherapy
			});
		}
		MedicalDevices::<T>::insert(device, record);
		Ok(Some(T::WeightInfo::lock_device(looked_at)).into())
	}

	pub(crate) fn do_assign_device(
		who: T::AccountId,
		device: DeviceId,
		subject: SubjectId,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut patient = Self::patient_record(&subject)?;
		let org = Self::org_of(&who, patient.org)?;
		ensure!(org.is_accredited, Error::<T>::NotAccredited);
		ensure!(patient.discharged_at.is_none(), Error::<T>::Discharged);
		let mut record = Self::enrolled(&device)?;
		ensure!(record.org == patient.org, Error::<T>::WrongOrganisation);
		ensure!(record.subject.is_none(), Error::<T>::AlreadyAssigned);
		Self::ensure_same_owner(&device, &record)?;
		patient.devices.try_push(device).map_err(|_| Error::<T>::TooManyDevices)?;

		record.subject = Some(subject);
		MedicalDevices::<T>::insert(device, record);
		Patients::<T>::insert(subject, patient);
		Self::deposit_event(Event::DeviceAssigned { device, subject });
		Ok(())
	}

	pub(crate) fn do_unassign_device(
		who: T::AccountId,
		device: DeviceId,
	) -> DispatchResultWithPostInfo {
		let mut record = Self::enrolled(&device)?;
		let subject = record.subject.ok_or(Error::<T>::NotAssigned)?;
		let patient = Self::patient_record(&subject)?;
		let may_unassign = patient.patient == who || Self::is_admin(record.org, &who);
		ensure!(may_unassign, Error::<T>::NotAdminOrPatient);

		let looked_at = Self::release_device(&device, &mut record, &who);
		MedicalDevices::<T>::insert(device, record);
		Ok(Some(T::WeightInfo::unassign_device(looked_at)).into())
	}

	/// Has a device treat nobody, and cancels what is open. Tells how many commands it looked at.
	/// The caller writes the device.
	pub(crate) fn release_device(
		device: &DeviceId,
		record: &mut MedicalDeviceRecordOf<T>,
		by: &T::AccountId,
	) -> u32 {
		let looked_at =
			Self::cancel_commands(device, record, CancelReason::DeviceGone, by, |_| true);
		record.soft = None;
		record.proposal = None;
		if let Some(subject) = record.subject.take() {
			Patients::<T>::mutate_extant(subject, |patient| {
				patient.devices.retain(|other| other != device);
			});
			Self::deposit_event(Event::DeviceUnassigned { device: *device, subject });
		}
		looked_at
	}

	/// Fails when the device was enrolled by another owner than its present one.
	pub(crate) fn ensure_same_owner(
		device: &DeviceId,
		record: &MedicalDeviceRecordOf<T>,
	) -> Result<(), Error<T>> {
		let is_same = T::Devices::epoch(device) == Some(record.epoch);
		ensure!(is_same, Error::<T>::DeviceChangedHands);
		Ok(())
	}
}

/// A device that treats somebody, or has something to do, does not change hands. Neither does one
/// that is locked: it would come back unlocked.
impl<T: Config> DeviceLiens for Pallet<T> {
	fn is_encumbered(device: &DeviceId) -> bool {
		MedicalDevices::<T>::get(device).is_some_and(|record| {
			record.subject.is_some() || !record.open.is_empty() || record.is_locked
		})
	}
}
