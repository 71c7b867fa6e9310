// SPDX-License-Identifier: Apache-2.0

//! Meters: which devices trade in which zone.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::DeviceLiens;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_meter(
		who: T::AccountId,
		zone_id: ZoneId,
		meter: DeviceId,
		spec: MeterSpec,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut zone = Self::zone_record(zone_id)?;
		ensure!(zone.status == ZoneStatus::Trading, Error::<T>::ZoneRetired);
		let life = T::Devices::life(&meter).ok_or(Error::<T>::MeterNotFound)?;
		ensure!(life.owner == who, Error::<T>::NotMeterOwner);
		ensure!(!Meters::<T>::contains_key(meter), Error::<T>::MeterExists);
		ensure!(spec.is_valid(), Error::<T>::BadMeter);
		let meters = zone.meters.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::MeterTicket::new(&who, Self::meter_footprint())?;

		zone.meters = meters;
		Zones::<T>::insert(zone_id, zone);
		let record = MeterRecord {
			zone: zone_id,
			owner: who.clone(),
			epoch: life.epoch,
			spec,
			approval: Approval::Pending,
			approved_at: Self::now(),
			latest: Latest::default(),
			counted: Counted::default(),
			open: 0,
			drawn: 0,
			charged: 0,
			charged_until: 0,
			ticket,
		};
		Meters::<T>::insert(meter, record);
		Self::deposit_event(Event::MeterRegistered { meter, zone: zone_id, owner: who, spec });
		Ok(())
	}

	pub(crate) fn do_approve_meter(
		who: T::AccountId,
		meter: DeviceId,
		owner: T::AccountId,
		spec: MeterSpec,
		approval: Approval,
	) -> DispatchResult {
		let mut record = Meters::<T>::get(meter).ok_or(Error::<T>::MeterNotFound)?;
		let mut zone = Self::zone_of(&who, record.zone)?;
		ensure!(record.owner == owner && record.spec == spec, Error::<T>::OtherMeter);
		let is_approved = approval != Approval::Pending;
		if is_approved != (record.approval != Approval::Pending) {
			let direction = record.spec.direction;
			Self::enrol(record.zone, &mut zone, meter, direction, is_approved)?;
			Zones::<T>::insert(record.zone, zone);
		}

		if record.approval != approval {
			record.approved_at = Self::now();
		}
		record.approval = approval;
		Meters::<T>::insert(meter, record);
		Self::deposit_event(Event::MeterApproved { meter, approval });
		Ok(())
	}

	pub(crate) fn do_remove_meter(who: T::AccountId, meter: DeviceId) -> DispatchResult {
		let record = Meters::<T>::get(meter).ok_or(Error::<T>::MeterNotFound)?;
		let mut zone = Self::zone_record(record.zone)?;
		let may_remove = record.owner == who ||
			zone.operator == who ||
			T::Devices::owner(&meter).as_ref() == Some(&who);
		ensure!(may_remove, Error::<T>::NotMeterOwner);
		ensure!(record.open == 0, Error::<T>::MeterInUse);

		record.ticket.drop(&record.owner)?;
		zone.meters = zone.meters.saturating_sub(1);
		if record.approval != Approval::Pending {
			Self::enrol(record.zone, &mut zone, meter, record.spec.direction, false)?;
		}
		Zones::<T>::insert(record.zone, zone);
		Meters::<T>::remove(meter);
		Self::deposit_event(Event::MeterRemoved { meter });
		Ok(())
	}

	/// The meter, if this account may trade with it now.
	pub(crate) fn trading_meter(
		who: &T::AccountId,
		zone: ZoneId,
		meter: &DeviceId,
	) -> Result<MeterRecordOf<T>, Error<T>> {
		let record = Meters::<T>::get(meter).ok_or(Error::<T>::MeterNotFound)?;
		ensure!(record.zone == zone, Error::<T>::WrongZone);
		let life = T::Devices::life(meter).ok_or(Error::<T>::MeterNotFound)?;
		ensure!(
			record.owner == *who && life.owner == *who && life.epoch == record.epoch,
			Error::<T>::NotMeterOwner
		);
		ensure!(record.approval != Approval::Pending, Error::<T>::MeterNotApproved);
		T::Devices::ensure_trusted(meter, mote_primitives::TrustPurpose::Metering)
			.map_err(|_| Error::<T>::NotTrusted)?;
		Ok(record)
	}
}

/// A meter that takes part in a period does not change hands before everybody is paid.
impl<T: Config> DeviceLiens for Pallet<T> {
	fn is_encumbered(device: &DeviceId) -> bool {
		Meters::<T>::get(device).is_some_and(|meter| meter.open > 0)
	}
}
