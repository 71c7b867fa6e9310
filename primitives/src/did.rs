// SPDX-License-Identifier: Apache-2.0

//! What the chain says of a device to clients that speak W3C Decentralized Identifiers.

use crate::{DeviceId, DeviceKey, KeyPurposes};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// A device as the subject of a DID.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub enum DidSubject<AccountId> {
	/// The device has a record.
	#[codec(index = 0)]
	Device(DidDevice<AccountId>),
	/// The device has ended and its record is gone. Its DID stays deactivated for ever.
	#[codec(index = 1)]
	Pruned,
}

/// A device with a record.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct DidDevice<AccountId> {
	/// The device.
	pub device: DeviceId,
	/// The key it was born with.
	pub identity_key: DeviceKey,
	/// The operational keys that count now, by rising index.
	pub keys: Vec<DidKey>,
	/// Who owns it.
	pub owner: AccountId,
	/// Whether it was decommissioned or revoked.
	pub is_deactivated: bool,
	/// When it was registered, in milliseconds since 1970.
	pub created: u64,
	/// When its record last changed, in milliseconds since 1970.
	pub updated: u64,
	/// How often its record has changed.
	pub version: u32,
}

/// An operational key.
#[derive(Encode, Decode, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct DidKey {
	/// Its number.
	pub index: u16,
	/// The public key.
	pub key: DeviceKey,
	/// What it may be used for.
	pub purposes: KeyPurposes,
}
