// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account asked for a place as a manufacturer.
		ManufacturerProposed {
			/// The manufacturer.
			id: ManufacturerId,
			/// The account that acts for it.
			account: T::AccountId,
			/// Its vendor id, if any.
			vendor_id: Option<u16>,
			/// The keys that will sign birth records.
			root_keys: RootKeysOf<T>,
			/// Hash of a document about it.
			metadata_hash: H256,
		},
		/// The trustees approved a manufacturer.
		ManufacturerApproved {
			/// The manufacturer.
			id: ManufacturerId,
		},
		/// The trustees suspended a manufacturer.
		ManufacturerSuspended {
			/// The manufacturer.
			id: ManufacturerId,
		},
		/// The trustees revoked a manufacturer for good.
		ManufacturerRevoked {
			/// The manufacturer.
			id: ManufacturerId,
		},
		/// A manufacturer left, and its deposit was returned.
		ManufacturerWithdrawn {
			/// The manufacturer.
			id: ManufacturerId,
		},
		/// A manufacturer replaced its root keys and has to be approved again.
		RootKeysChanged {
			/// The manufacturer.
			id: ManufacturerId,
			/// All its keys from now on.
			root_keys: RootKeysOf<T>,
		},
		/// A manufacturer described a model.
		ModelAdded {
			/// The model.
			model: ModelId,
			/// What the manufacturer says of it.
			spec: ModelSpec,
		},
		/// The trustees said whether a model is certified.
		ModelCertified {
			/// The model.
			model: ModelId,
			/// What they said.
			certificate: Certificate,
		},
		/// A model was removed, and its deposit was returned.
		ModelRemoved {
			/// The model.
			model: ModelId,
		},
		/// A device was registered. Its manufacturer owns it.
		DeviceRegistered {
			/// The device.
			device: DeviceId,
			/// Its owner: the manufacturer's account.
			owner: T::AccountId,
			/// What the manufacturer said of it.
			birth: BirthRecord,
		},
		/// A device was put into use by the account that owns it already.
		DeviceActivated {
			/// The device.
			device: DeviceId,
			/// Its owner.
			owner: T::AccountId,
			/// The ownership period that begins.
			epoch: Epoch,
		},
		/// An owner offered a device.
		TransferOffered {
			/// The device.
			device: DeviceId,
			/// Who may accept.
			to: T::AccountId,
			/// The first moment at which it is too late.
			expires: Moment,
			/// What the new owner pays, if anything.
			price: Option<BalanceOf<T>>,
		},
		/// An owner took an offer back.
		TransferCancelled {
			/// The device.
			device: DeviceId,
		},
		/// A device went to a new owner, who puts it into use.
		DeviceTransferred {
			/// The device.
			device: DeviceId,
			/// Who owned it.
			from: T::AccountId,
			/// Who owns it now.
			to: T::AccountId,
			/// The ownership period that begins.
			epoch: Epoch,
			/// The one operational key it has from now on.
			key: KeyIndex,
			/// What was paid, if anything.
			price: Option<BalanceOf<T>>,
		},
		/// A device got an operational key.
		KeyAdded {
			/// The device.
			device: DeviceId,
			/// The key's index.
			index: KeyIndex,
			/// The key.
			key: DeviceKey,
			/// What it may be used for.
			purposes: KeyPurposes,
		},
		/// Another key took the place of an operational key.
		KeySuperseded {
			/// The device.
			device: DeviceId,
			/// The key that ended.
			index: KeyIndex,
			/// The key that took its place.
			by: KeyIndex,
		},
		/// An operational key was revoked in the owner's name.
		KeyRevoked {
			/// The device.
			device: DeviceId,
			/// The key.
			index: KeyIndex,
			/// Why.
			reason: RevocationReason,
		},
		/// The record of a dead key was removed, and its deposit was returned.
		KeyPruned {
			/// The device.
			device: DeviceId,
			/// The key.
			index: KeyIndex,
		},
		/// A device was taken out of use.
		DeviceSuspended {
			/// The device.
			device: DeviceId,
			/// In whose name.
			by: AuthorityClass,
			/// Why.
			reason: SuspensionReason,
			/// What the device signs to come back.
			nonce: H256,
		},
		/// A device was reported lost in its owner's name.
		DeviceLost {
			/// The device.
			device: DeviceId,
			/// What the device signs to come back.
			nonce: H256,
		},
		/// A device was put back into use.
		DeviceReactivated {
			/// The device.
			device: DeviceId,
			/// In whose name.
			by: AuthorityClass,
		},
		/// An owner took a device out of service for good.
		DeviceDecommissioned {
			/// The device.
			device: DeviceId,
		},
		/// A device was revoked for good.
		DeviceRevoked {
			/// The device.
			device: DeviceId,
			/// In whose name.
			by: AuthorityClass,
			/// What it signed for this moment or later is tainted.
			compromised_since: Moment,
		},
		/// The record of a device that ended was removed, and its deposits were returned.
		DevicePruned {
			/// The device.
			device: DeviceId,
		},
		/// A manufacturer opened a batch of births. Its devices can be claimed.
		BatchOpened {
			/// The manufacturer.
			manufacturer: ManufacturerId,
			/// The batch.
			number: BatchNumber,
			/// The Merkle root over the birth records.
			root: H256,
			/// How many there are.
			count: u32,
		},
		/// A manufacturer closed a batch. What was not claimed cannot be any more.
		BatchClosed {
			/// The manufacturer.
			manufacturer: ManufacturerId,
			/// The batch.
			number: BatchNumber,
			/// How many of its devices were claimed.
			claimed: u32,
		},
		/// A device came out of a batch. `DeviceRegistered` says the rest.
		DeviceClaimed {
			/// The device.
			device: DeviceId,
			/// The batch.
			number: BatchNumber,
			/// Its place in the batch.
			index: u32,
			/// Who carried its claim and put up its deposit.
			carrier: T::AccountId,
		},
		/// A device found its first owner by a voucher. `DeviceTransferred` says the rest.
		VoucherUsed {
			/// The device.
			device: DeviceId,
			/// The voucher's hash.
			voucher: H256,
			/// How sure the manufacturer was of the first holder.
			assertion: VoucherAssertion,
			/// How many hand-overs were shown.
			handovers: u32,
		},
		/// An owner let somebody do things with a device.
		OperatorNamed {
			/// The device.
			device: DeviceId,
			/// The operator.
			operator: T::AccountId,
			/// What it may do.
			rights: OperatorRights,
			/// The first moment at which it may not any more.
			until: Moment,
			/// The ownership period in which this counts.
			epoch: Epoch,
		},
		/// An operator's record was removed, and its deposit was returned.
		OperatorRemoved {
			/// The device.
			device: DeviceId,
			/// The operator.
			operator: T::AccountId,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
