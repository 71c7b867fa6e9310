// SPDX-License-Identifier: Apache-2.0

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

/// The pallet's errors.
#[pallet_section]
mod errors {
	/// Why a call failed, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// New work is paused by the trustees. Try again when they have resumed it.
		Paused,
		/// No manufacturer has this id. Look it up with the view function `manufacturer`.
		ManufacturerNotFound,
		/// Only the manufacturer's own account may do this.
		NotManufacturer,
		/// The trustees have not approved this manufacturer, or have suspended or revoked it.
		ManufacturerNotApproved,
		/// The manufacturer is in a state in which this cannot be done. Look at its `status`.
		BadManufacturerState,
		/// The manufacturer still has models or open batches. Remove and close them first.
		ManufacturerInUse,
		/// A manufacturer needs at least one root key. Give one.
		NoRootKeys,
		/// The same root key is listed twice. List each key once.
		DuplicateRootKey,
		/// The manufacturer's root keys are not the ones that were examined. Examine them again.
		RootKeysChanged,
		/// The manufacturer has no root key at this position. Count from 0.
		RootKeyNotFound,
		/// No model has this id. The manufacturer has to add it first.
		ModelNotFound,
		/// The manufacturer has a model with this product number already. Choose another one.
		ModelAlreadyExists,
		/// The model still has devices with a record. They have to be pruned first.
		ModelInUse,
		/// The model's certificate is revoked or has run out.
		ModelNotCertified,
		/// A revoked certificate cannot be given back. Describe a new model.
		CertificateRevoked,
		/// The model does not allow keys of this algorithm. Look at its `algorithms`.
		AlgorithmNotAllowed,
		/// No device has this id. It was never registered, or its record has been pruned.
		DeviceNotFound,
		/// This key has been a device's key before. Every device needs a key of its own, for ever.
		IdentityKeyReused,
		/// Another device of this model has this serial number.
		SerialReused,
		/// The named root key did not sign this birth record for this chain.
		BirthRecordNotSigned,
		/// The device's identity key did not sign its registration for this chain.
		DevicePossessionMissing,
		/// The device is in a state in which this cannot be done. Look at its `status`.
		BadState,
		/// Only the owner of the device may do this, or an operator whom the owner gave this
		/// right.
		NotOwner,
		/// Only the owner or an operator with this right, the manufacturer or the trustees may do
		/// this.
		NotAuthorised,
		/// Somebody of a higher class took the device out of use, or it is lost and only its owner
		/// can say that it was found.
		Outranked,
		/// Nobody has offered this device.
		NoOffer,
		/// The device was offered to somebody else.
		NotRecipient,
		/// An offer must end after now and within `MaxTransferTerm`.
		BadTransferTerm,
		/// The offer has run out. Ask the owner for another one.
		TransferExpired,
		/// The device is offered for another price than the one named.
		PriceChanged,
		/// The device's identity key did not sign this acceptance for this chain.
		DeviceConsentMissing,
		/// What was signed is meant for another ownership period of the device. Sign again for the
		/// epoch that the view function `device` tells, or for the next one when accepting.
		EpochMismatch,
		/// Another pallet holds the device to something. Settle that first.
		LockedByOtherPallet,
		/// No operational key of the device has this index.
		KeyNotFound,
		/// The operational key with this index does not count any more.
		KeyNotLive,
		/// This key has been a device's key before, perhaps of this very device. Make a new one.
		KeyReused,
		/// The new key did not sign for this device, index, epoch and chain.
		KeyPossessionMissing,
		/// What was signed is meant for another key index. Sign again for the device's `next_key`.
		KeyIndexMismatch,
		/// The named key did not sign this authorisation for this chain.
		AuthorisationNotSigned,
		/// An operational key can only replace itself, and for no more than it may do itself.
		AuthorisationTooWide,
		/// The device would be left without a key that may assert data. Add or rotate one first.
		LastAssertKey,
		/// The device has as many operational keys, or records of them, as it may have. Revoke or
		/// prune one first.
		TooManyOpKeys,
		/// The device has used up its key indices. The last 1,024 are for the owner and the
		/// identity key; when those are gone too, decommission it.
		KeyIndicesExhausted,
		/// The key still counts, or may still be accepted for what it signed earlier.
		KeyStillNeeded,
		/// The device did not sign the proof that brings it back, for this chain.
		ReactivationNotSigned,
		/// The proof is not for the latest suspension. Sign the nonce that the view function
		/// `device` tells.
		StaleProof,
		/// A device cannot be compromised in the future. Name a moment up to now.
		CompromisedInFuture,
		/// The record has to stay until `Retention` has passed since the device ended.
		RetentionNotOver,
		/// The manufacturer has no open batch with this number. It was never opened, or is closed.
		BatchNotFound,
		/// The batch has another number than the manufacturer's next one. Sign it again for the
		/// `next_batch` that the view function `manufacturer` tells.
		BatchNumberMismatch,
		/// A batch has 1 to 1,048,576 birth records. Split it.
		BadBatchSize,
		/// The named root key did not sign this batch for this chain.
		BatchNotSigned,
		/// The path does not lead from this birth record, at this index, to the root of the batch.
		NotInBatch,
		/// The voucher and the acceptance name different devices.
		VoucherForOtherDevice,
		/// The named root key did not sign this voucher for this chain.
		VoucherNotSigned,
		/// The voucher has run out. Ask the manufacturer for another one.
		VoucherExpired,
		/// The device has had an owner on this chain, so no voucher counts for it any more. Ask
		/// the owner to offer it.
		StaleVoucher,
		/// A hand-over of the voucher is not signed by the holder before, or not for its position.
		HandoverNotSigned,
		/// The last holder of the voucher did not sign this account's claim for this chain.
		VoucherClaimNotSigned,
		/// An operator's rights must end after now.
		BadOperatorTerm,
		/// This account was not named as an operator of this device.
		OperatorNotFound,
		/// The operator's rights still count. Only the owner or the operator can end them.
		OperatorInForce,
	}
}
