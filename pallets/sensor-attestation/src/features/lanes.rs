// SPDX-License-Identifier: Apache-2.0

//! Who may send over the feeless lane, and how much.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_lane(
		who: T::AccountId,
		device: DeviceId,
		allowance: Allowance,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_operator(&who, &device)?;
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		ensure!(
			allowance.interval_ms >= T::MinLaneInterval::get() &&
				(1..=T::MaxLaneBurst::get()).contains(&allowance.burst),
			Error::<T>::BadAllowance
		);
		if let Some(former) = source.lane.take() {
			former.ticket.drop(&former.depositor)?;
		}
		let ticket = T::LaneTicket::new(&who, Self::lane_footprint(&allowance))?;

		source.lane = Some(Lane { allowance, depositor: who.clone(), ticket });
		// What was used stays used, and comes back at the new rate.
		source.lane_use = source.lane_use.at_interval(allowance.interval_ms, Self::now());
		Sources::<T>::insert(device, source);
		Self::deposit_event(Event::LaneSet { device, allowance, depositor: who });
		Ok(())
	}

	pub(crate) fn do_close_lane(who: T::AccountId, device: DeviceId) -> DispatchResult {
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		let lane = source.lane.take().ok_or(Error::<T>::NoLane)?;
		ensure!(
			lane.depositor == who || Self::looks_after(&who, &device) || Self::has_ended(&device),
			Error::<T>::NotOperator
		);

		Self::end_lane(device, lane)?;
		Sources::<T>::insert(device, source);
		Ok(())
	}

	pub(crate) fn end_lane(device: DeviceId, lane: LaneOf<T>) -> DispatchResult {
		lane.ticket.drop(&lane.depositor)?;
		Self::deposit_event(Event::LaneClosed { device });
		Ok(())
	}
}
