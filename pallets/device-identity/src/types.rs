// SPDX-License-Identifier: Apache-2.0

//! What is kept. Records are generic over what they hold, never over `T: Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::*, stored};
use mote_primitives::{
	DeviceKey, DeviceSignature, DeviceState, KeyAlgorithm, KeyPurposes, ModelId, OperatorRights,
	Voucher, MAX_BATCH_PATH, MAX_HANDOVERS,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// Number of an operational key of a device. Given out in order, never given out again.
pub type KeyIndex = u16;

/// Counts the ownership periods of a device. It rises by one with every acceptance that the device
/// itself consents to, and makes everything agreed upon under an earlier owner void.
pub type Epoch = u32;

/// A manufacturer's number for a batch of births.
pub type BatchNumber = u32;

/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// Where a manufacturer stands.
#[stored]
#[derive(Copy)]
pub enum ManufacturerStatus {
	/// Asked for, not yet approved: nothing can be registered.
	#[codec(index = 0)]
	Proposed,
	/// May register models and devices.
	#[codec(index = 1)]
	Approved,
	/// May register nothing new; its existing devices continue.
	#[codec(index = 2)]
	Suspended,
	/// Terminal. Its existing devices are not trusted any more.
	#[codec(index = 3)]
	Revoked,
}

/// A manufacturer, as stored. `Keys` is a bounded list of [`DeviceKey`].
#[stored]
pub struct ManufacturerRecord<AccountId, Keys, Ticket> {
	/// Acts for the manufacturer and holds its deposits.
	pub account: AccountId,
	/// The vendor id that the Connectivity Standards Alliance assigned, if any.
	pub vendor_id: Option<u16>,
	/// The keys that sign birth records.
	pub root_keys: Keys,
	/// Where it stands.
	pub status: ManufacturerStatus,
	/// Hash of a document about the manufacturer, kept off chain.
	pub metadata_hash: H256,
	/// How many models it has on chain.
	pub models: u32,
	/// How many batches of births it has open.
	pub open_batches: u32,
	/// The number that its next batch takes. Never given out again.
	pub next_batch: BatchNumber,
	/// Returned when the record is withdrawn.
	pub ticket: Ticket,
}

/// A manufacturer, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ManufacturerInfo<AccountId, Keys> {
	/// Acts for the manufacturer and holds its deposits.
	pub account: AccountId,
	/// The vendor id that the Connectivity Standards Alliance assigned, if any.
	pub vendor_id: Option<u16>,
	/// The keys that sign birth records.
	pub root_keys: Keys,
	/// Where it stands.
	pub status: ManufacturerStatus,
	/// Hash of a document about the manufacturer, kept off chain.
	pub metadata_hash: H256,
	/// How many models it has on chain.
	pub models: u32,
	/// How many batches of births it has open.
	pub open_batches: u32,
	/// The number that its next batch takes: the one to sign for.
	pub next_batch: BatchNumber,
}

/// A batch of births, as stored.
#[stored]
pub struct BirthBatchRecord<Ticket> {
	/// The Merkle root over the birth records.
	pub root: H256,
	/// How many records lie under it.
	pub count: u32,
	/// How many of them were claimed.
	pub claimed: u32,
	/// Since when it is open.
	pub anchored_at: Moment,
	/// Returned to the manufacturer when the batch is closed.
	pub ticket: Ticket,
}

/// A batch of births, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BirthBatchInfo {
	/// The Merkle root over the birth records.
	pub root: H256,
	/// How many records lie under it.
	pub count: u32,
	/// How many of them were claimed.
	pub claimed: u32,
	/// Since when it is open.
	pub anchored_at: Moment,
}

/// The path that proves a birth record of a batch, from the leaf upwards.
pub type BirthPath = BoundedVec<H256, ConstU32<MAX_BATCH_PATH>>;

/// A voucher's passing on to the next holder.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Handover {
	/// The next holder's key.
	pub next: DeviceKey,
	/// Signature of the holder before over `VoucherHandover { voucher, position, next }`.
	pub signature: DeviceSignature,
}

/// A voucher with everything that leads from the manufacturer to the account that claims the
/// device.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct VoucherChain {
	/// The manufacturer's promise.
	pub voucher: Voucher,
	/// Which of the manufacturer's root keys signed it, counted from 0.
	pub root_key: u8,
	/// The root key's signature over the voucher.
	pub signature: DeviceSignature,
	/// From the first holder to the last.
	pub handovers: BoundedVec<Handover, ConstU32<MAX_HANDOVERS>>,
	/// Signature of the last holder over `VoucherClaim { voucher, owner }`.
	pub claim: DeviceSignature,
}

/// Somebody whom an owner lets do things with a device, as stored.
#[stored]
pub struct OperatorRecord<AccountId, Ticket> {
	/// What the operator may do.
	pub rights: OperatorRights,
	/// The first moment at which it may not any more.
	pub until: Moment,
	/// The ownership period in which it was named. It may do nothing in a later one.
	pub epoch: Epoch,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the record is removed.
	pub ticket: Ticket,
}

/// An operator, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OperatorInfo<AccountId> {
	/// The operator.
	pub operator: AccountId,
	/// What it may do.
	pub rights: OperatorRights,
	/// The first moment at which it may not any more.
	pub until: Moment,
	/// Whether its rights count now: not when its time is over, nor under another owner than the
	/// one who named it.
	pub is_in_force: bool,
}

/// What a device is for.
#[stored]
#[derive(Copy)]
pub enum DeviceClass {
	/// Measures its surroundings.
	#[codec(index = 0)]
	Sensor,
	/// Measures what is billed: electricity, gas, heat, water.
	#[codec(index = 1)]
	Meter,
	/// Acts on its surroundings.
	#[codec(index = 2)]
	Actuator,
	/// Speaks for devices behind it.
	#[codec(index = 3)]
	Gateway,
	/// Diagnoses or treats.
	#[codec(index = 4)]
	Medical,
	/// Part of a vehicle.
	#[codec(index = 5)]
	Vehicle,
	/// None of the above.
	#[codec(index = 6)]
	Other,
}

/// A set of key algorithms: bit `n` stands for the algorithm with code `n`.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Encode, MaxEncodedLen, TypeInfo)]
pub struct AlgorithmSet(u8);

impl AlgorithmSet {
	/// Ed25519, P-256, sr25519 and secp256k1.
	pub const ALL: Self = Self(0b1111);

	/// The set with these bits; `None` when empty or when a bit stands for no algorithm.
	pub fn new(bits: u8) -> Option<Self> {
		(bits != 0 && bits & !Self::ALL.0 == 0).then_some(Self(bits))
	}

	/// Whether `algorithm` is in the set.
	pub fn allows(self, algorithm: KeyAlgorithm) -> bool {
		self.0 & algorithm.bit() != 0
	}
}

impl Decode for AlgorithmSet {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "no such set of key algorithms".into())
	}
}

impl DecodeWithMemTracking for AlgorithmSet {}

/// What a certification body says of a model.
#[stored]
#[derive(Copy)]
pub enum Certificate {
	/// Nothing yet. Devices can be registered.
	#[codec(index = 0)]
	Provisional,
	/// Certified for a time.
	#[codec(index = 1)]
	Certified {
		/// Hash of the certificate, kept off chain.
		document: H256,
		/// The first moment at which it no longer counts.
		until: Moment,
	},
	/// Terminal. No device can be registered, and existing ones are not trusted any more.
	#[codec(index = 2)]
	Revoked,
}

/// What a manufacturer says of a model.
#[stored]
#[derive(Copy)]
pub struct ModelSpec {
	/// Version of the hardware.
	pub hw_version: u32,
	/// What devices of this model are for.
	pub class: DeviceClass,
	/// Which algorithms their keys may have.
	pub algorithms: AlgorithmSet,
	/// The most power a device can take or give, in watts. Bounds what a meter may claim.
	pub max_power_w: Option<u32>,
}

/// A model, as stored.
#[stored]
pub struct ModelRecord<Ticket> {
	/// What the manufacturer says.
	pub spec: ModelSpec,
	/// What the certification body says.
	pub certificate: Certificate,
	/// How many devices of this model have a record.
	pub devices: u32,
	/// Returned to the manufacturer when the model is removed.
	pub ticket: Ticket,
}

/// A model, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ModelInfo {
	/// What the manufacturer says.
	pub spec: ModelSpec,
	/// What the certification body says.
	pub certificate: Certificate,
	/// How many devices of this model have a record.
	pub devices: u32,
}

/// In whose name somebody acts on a device. A higher class outranks a lower one.
#[stored]
#[derive(Copy, PartialOrd, Ord)]
pub enum AuthorityClass {
	/// Whoever owns the device.
	#[codec(index = 0)]
	Owner,
	/// The account of the device's manufacturer.
	#[codec(index = 1)]
	Manufacturer,
	/// The trustees of the chain.
	#[codec(index = 2)]
	Trustee,
}

/// Why a device was suspended.
#[stored]
#[derive(Copy)]
pub enum SuspensionReason {
	/// It is being serviced.
	#[codec(index = 0)]
	Maintenance,
	/// It does not work as it should.
	#[codec(index = 1)]
	Malfunction,
	/// It may be under somebody else's control.
	#[codec(index = 2)]
	Security,
	/// A rule or an authority demands it.
	#[codec(index = 3)]
	Compliance,
}

/// Where a device stands, and since when.
#[stored]
#[derive(Copy)]
pub enum DeviceStatus {
	/// Known, but not in use: the device has not yet consented to an owner.
	#[codec(index = 0)]
	Registered,
	/// In use.
	#[codec(index = 1)]
	Active,
	/// Out of use until somebody of the same or a higher class lifts it.
	#[codec(index = 2)]
	Suspended {
		/// In whose name.
		by: AuthorityClass,
		/// Why.
		reason: SuspensionReason,
		/// Since when.
		at: Moment,
		/// What the device signs to come back.
		nonce: H256,
	},
	/// Missing, as was reported in its owner's name.
	#[codec(index = 3)]
	Lost {
		/// Since when.
		at: Moment,
		/// What the device signs to come back.
		nonce: H256,
	},
	/// Terminal: taken out of service by its owner.
	#[codec(index = 4)]
	Decommissioned {
		/// Since when.
		at: Moment,
	},
	/// Terminal: not to be trusted, also not for what it said since some moment.
	#[codec(index = 5)]
	Revoked {
		/// When this was decided.
		at: Moment,
		/// What the device signed for this moment or later is tainted.
		compromised_since: Moment,
	},
}

/// A device, as stored. `Live` is a bounded list of [`KeyIndex`].
#[stored]
pub struct DeviceRecord<AccountId, Live, Ticket> {
	/// What it is.
	pub model: ModelId,
	/// The key it was born with. Never rotates.
	pub identity_key: DeviceKey,
	/// Salted commitment to its serial number.
	pub serial_commit: H256,
	/// SHA-256 of the certificate it was born with, if any.
	pub cert_sha256: Option<[u8; 32]>,
	/// Who owns it.
	pub owner: AccountId,
	/// Where it stands.
	pub status: DeviceStatus,
	/// The current ownership period.
	pub epoch: Epoch,
	/// Operational keys that are neither superseded nor revoked.
	pub live_keys: Live,
	/// The index that the next operational key takes.
	pub next_key: KeyIndex,
	/// How many records of operational keys there are, live or not.
	pub key_records: u32,
	/// How often it was suspended or reported lost.
	pub halts: u32,
	/// When it was registered.
	pub registered_at: Moment,
	/// When this record last changed.
	pub updated_at: Moment,
	/// How often this record has changed.
	pub version: u32,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Covers this record, its place in the owner's list, its serial and a pending offer.
	pub ticket: Ticket,
}

/// A device, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DeviceInfo<AccountId, Balance> {
	/// What it is.
	pub model: ModelId,
	/// The key it was born with.
	pub identity_key: DeviceKey,
	/// Salted commitment to its serial number.
	pub serial_commit: H256,
	/// SHA-256 of the certificate it was born with, if any.
	pub cert_sha256: Option<[u8; 32]>,
	/// Who owns it.
	pub owner: AccountId,
	/// Where it stands by itself.
	pub status: DeviceStatus,
	/// Where it stands for others: `Suspended` also when its manufacturer was revoked.
	pub state: DeviceState,
	/// The current ownership period.
	pub epoch: Epoch,
	/// Operational keys that are neither superseded nor revoked.
	pub live_keys: alloc::vec::Vec<KeyIndex>,
	/// The index that the next operational key takes: the one to sign for.
	pub next_key: KeyIndex,
	/// When it was registered.
	pub registered_at: Moment,
	/// When its record last changed.
	pub updated_at: Moment,
	/// How often its record has changed.
	pub version: u32,
	/// A transfer that was offered and not yet accepted or cancelled.
	pub offer: Option<TransferOffer<AccountId, Balance>>,
}

/// Why a key was revoked in the owner's name.
#[stored]
#[derive(Copy)]
pub enum RevocationReason {
	/// No longer needed.
	#[codec(index = 0)]
	Retired,
	/// Somebody else may have it.
	#[codec(index = 1)]
	Compromised,
	/// Nobody has it any more.
	#[codec(index = 2)]
	Lost,
}

/// Whether, since when and why a key no longer counts.
#[stored]
#[derive(Copy)]
pub enum KeyStatus {
	/// It counts.
	#[codec(index = 0)]
	Live,
	/// Another key took its place. What it signed for an earlier moment is accepted for a while.
	#[codec(index = 1)]
	Superseded {
		/// Since when.
		at: Moment,
	},
	/// It does not count, at once and for ever.
	#[codec(index = 2)]
	Revoked {
		/// Since when.
		at: Moment,
		/// Why.
		reason: RevocationReason,
	},
	/// The device went to a new owner, who did not keep it.
	#[codec(index = 3)]
	OwnerChanged {
		/// Since when.
		at: Moment,
	},
	/// The device was decommissioned or revoked.
	#[codec(index = 4)]
	DeviceEnded {
		/// Since when.
		at: Moment,
	},
}

/// An operational key, as stored.
#[stored]
pub struct KeyRecord<AccountId, Ticket> {
	/// The public key.
	pub key: DeviceKey,
	/// What it may be used for.
	pub purposes: KeyPurposes,
	/// The first moment it can speak for.
	pub valid_from: Moment,
	/// Whether it still counts.
	pub status: KeyStatus,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the record is pruned.
	pub ticket: Ticket,
}

/// An operational key, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct KeyInfo {
	/// Its number.
	pub index: KeyIndex,
	/// The public key.
	pub key: DeviceKey,
	/// What it may be used for.
	pub purposes: KeyPurposes,
	/// The first moment it can speak for.
	pub valid_from: Moment,
	/// Whether it still counts.
	pub status: KeyStatus,
}

/// A key that somebody wants a device to have, with the proof that the device holds it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NewKey {
	/// The public key.
	pub key: DeviceKey,
	/// What it may be used for.
	pub purposes: KeyPurposes,
	/// Signature of this very key over `KeyRotation { device, index, epoch }`, where `index` is
	/// the device's `next_key` and `epoch` the one in which the key starts.
	pub possession: DeviceSignature,
}

/// Which key of a device signed something.
#[derive(
	Copy,
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DeviceSigner {
	/// The key the device was born with.
	#[codec(index = 0)]
	Identity,
	/// The operational key with this index.
	#[codec(index = 1)]
	Operational(KeyIndex),
}

/// An offer to hand a device over.
#[stored]
pub struct TransferOffer<AccountId, Balance> {
	/// Who may accept.
	pub to: AccountId,
	/// The first moment at which it is too late.
	pub expires: Moment,
	/// What the new owner pays the old one on acceptance.
	pub price: Option<Balance>,
}
