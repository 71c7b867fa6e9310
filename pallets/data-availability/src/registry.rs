// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::Get;
use mote_primitives::{BatchAvailability, BatchId, BatchRegistry};

impl<T: Config> BatchAvailability for Pallet<T> {
	fn is_available(id: &BatchId, anchored_at: u64) -> bool {
		is_in_time(anchored_at, Self::now(), T::PinDeadline::get()) ||
			PinCounts::<T>::get((id, anchored_at)) > 0
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn pin_infos(id: &BatchId) -> Vec<PinInfo<T::AccountId>> {
		Pins::<T>::iter_prefix(id)
			.map(|(pinner, pin)| PinInfo {
				pinner,
				anchored_at: pin.anchored_at,
				since: pin.since,
				leaves_at: Self::notice(&pin),
				auditable_from: pin.auditable_from,
				audit: pin.audit.map(AuditInfo::from),
			})
			.collect()
	}

	pub(crate) fn audit_info(
		id: &BatchId,
		pinner: &T::AccountId,
	) -> Option<AuditInfo<T::AccountId>> {
		Pins::<T>::get(id, pinner)?.audit.map(AuditInfo::from)
	}

	pub(crate) fn availability_of(id: &BatchId) -> Option<bool> {
		let facts = T::Batches::batch(id)?;
		let is_kept = !facts.has_content || Self::is_available(id, facts.anchored_at);
		Some(is_kept && !facts.is_erased)
	}
}
