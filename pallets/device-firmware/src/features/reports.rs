// SPDX-License-Identifier: Apache-2.0

//! What devices say of the firmware they run.

use super::*;
use frame_support::traits::Consideration;
use mote_primitives::{
	signing_bytes, DeviceKey, DeviceRegistry, DeviceSignature, DeviceState, FirmwareReport,
	KeyPurposes, SignedPayload,
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_report(
		carrier: T::AccountId,
		report: FirmwareReport,
		key_index: u16,
		signature: DeviceSignature,
	) -> DispatchResult {
		let FirmwareReport { device, seq, image_digest, at } = report;
		let model = T::Devices::life(&device).ok_or(Error::<T>::DeviceNotFound)?.model;
		let key = T::Devices::authority(&device, key_index, KeyPurposes::ASSERT, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		let now = Self::now();
		check_moment(at, now, T::MaxReportAge::get()).map_err(|bad| match bad {
			BadMoment::TooOld => Error::<T>::ReportTooOld,
			BadMoment::InFuture => Error::<T>::ReportInFuture,
		})?;
		let former = Installed::<T>::get(device);
		ensure!(former.as_ref().is_none_or(|f| at > f.at), Error::<T>::ReportNotNewer);
		let floor = former.as_ref().map_or(0, |f| Self::known_seq(&model, f));
		ensure!(seq >= floor, Error::<T>::FirmwareRollback);
		ensure!(Self::is_signed(&report, &signature, &key), Error::<T>::ReportNotSigned);
		let verdict = Self::verdict_on(&model, seq, &image_digest);
		let (depositor, ticket) = match former {
			Some(former) => (former.depositor, former.ticket),
			None => {
				let ticket = T::ReportTicket::new(&carrier, Self::report_footprint())?;
				(carrier.clone(), ticket)
			},
		};

		Installed::<T>::insert(
			device,
			InstalledRecord {
				seq,
				image_digest,
				at,
				reported_at: now,
				floor_seq: raised_floor(floor, seq, verdict),
				depositor,
				ticket,
			},
		);
		Self::deposit_event(Event::FirmwareReported {
			device,
			seq,
			image_digest,
			at,
			verdict,
			carrier,
		});
		Ok(())
	}

	pub(crate) fn do_prune_report(device: DeviceId) -> DispatchResult {
		let record = Installed::<T>::get(device).ok_or(Error::<T>::ReportNotFound)?;
		let has_ended = T::Devices::state(&device).is_none_or(DeviceState::is_terminal);
		ensure!(has_ended, Error::<T>::ReportStillNeeded);

		record.ticket.drop(&record.depositor)?;
		Installed::<T>::remove(device);
		Self::deposit_event(Event::ReportPruned { device });
		Ok(())
	}

	/// Whether `key` signed `payload` for this chain.
	fn is_signed<P: SignedPayload>(
		payload: &P,
		signature: &DeviceSignature,
		key: &DeviceKey,
	) -> bool {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		signature.verify(&signing_bytes(&genesis, payload), key)
	}
}
