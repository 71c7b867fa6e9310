// SPDX-License-Identifier: Apache-2.0

//! Vouchers: how a device finds its first owner when nobody knew that owner at the factory.
//!
//! A voucher counts once: it needs a device that never had an owner on this chain, and leaves one
//! that has.

use super::*;
use mote_primitives::{
	DeviceLiens, TransferAcceptance, VoucherClaim, VoucherFreshness, VoucherHandover,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_claim_with_voucher(
		who: T::AccountId,
		chain: VoucherChain,
		acceptance: TransferAcceptance<T::AccountId>,
		consent: DeviceSignature,
		key: NewKey,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let device = chain.voucher.device;
		ensure!(acceptance.device == device, Error::<T>::VoucherForOtherDevice);
		let record = Self::device_or_err(&device)?;
		ensure!(record.epoch == 0, Error::<T>::StaleVoucher);
		ensure!(record.status == DeviceStatus::Registered, Error::<T>::BadState);
		ensure!(!T::Liens::is_encumbered(&device), Error::<T>::LockedByOtherPallet);
		Self::ensure_voucher(&who, &record, &chain)?;
		let epoch = Self::ensure_consent(&who, &record, &acceptance, &consent)?;
		Self::ensure_first_key(&device, &record, &acceptance, &key)?;

		Self::hand_over(device, record, who, epoch, acceptance.key, None, Some(key))?;
		Self::deposit_event(Event::VoucherUsed {
			device,
			voucher: chain.voucher.hash(),
			assertion: chain.voucher.assertion,
			handovers: chain.handovers.len() as u32,
		});
		Ok(())
	}

	/// Checks that the voucher leads from the device's manufacturer to `who`.
	fn ensure_voucher(
		who: &T::AccountId,
		record: &DeviceRecordOf<T>,
		chain: &VoucherChain,
	) -> DispatchResult {
		let manufacturer = Self::manufacturer_or_err(record.model.manufacturer)?;
		// The root keys of one that the trustees stopped may be in other hands.
		ensure!(manufacturer.status.may_register(), Error::<T>::ManufacturerNotApproved);
		if let VoucherFreshness::Expires(expires) = chain.voucher.freshness {
			ensure!(Self::now() < expires, Error::<T>::VoucherExpired);
		}
		let root_key = Self::root_key(&manufacturer, chain.root_key)?;
		ensure!(
			Self::is_signed(&chain.voucher, &chain.signature, root_key),
			Error::<T>::VoucherNotSigned
		);
		let voucher = chain.voucher.hash();
		let mut holder = chain.voucher.owner_key;
		for (position, handover) in (0u8..).zip(&chain.handovers) {
			let word = VoucherHandover { voucher, position, next: handover.next };
			ensure!(
				Self::is_signed(&word, &handover.signature, &holder),
				Error::<T>::HandoverNotSigned
			);
			holder = handover.next;
		}
		let claim = VoucherClaim { voucher, owner: who.clone() };
		ensure!(Self::is_signed(&claim, &chain.claim, &holder), Error::<T>::VoucherClaimNotSigned);
		Ok(())
	}
}
