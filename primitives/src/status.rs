// SPDX-License-Identifier: Apache-2.0

//! Lists of one status for each of many credentials, in the manner of the W3C's Bitstring Status
//! List.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A list's number on this chain.
pub type StatusListId = u32;

/// How many credentials a list has room for.
pub const STATUS_ENTRIES: u32 = 131_072;

/// What a list says of credentials.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum StatusPurpose {
	/// 1 means that the credential is revoked, for ever.
	#[codec(index = 0)]
	Revocation,
	/// 1 means that the credential does not count for the time being.
	#[codec(index = 1)]
	Suspension,
	/// 1 means that there is a newer credential, for ever.
	#[codec(index = 2)]
	Refresh,
	/// A number that stands for a message.
	#[codec(index = 3)]
	Message(MessageSize),
}

/// How many bits a message's number has.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum MessageSize {
	/// 1 bit.
	#[codec(index = 0)]
	One,
	/// 2 bits.
	#[codec(index = 1)]
	Two,
	/// 4 bits.
	#[codec(index = 2)]
	Four,
	/// 8 bits.
	#[codec(index = 3)]
	Eight,
}

impl StatusPurpose {
	/// How many bits the list has for each credential: 1, 2, 4 or 8.
	pub const fn bits(self) -> u8 {
		match self {
			Self::Revocation | Self::Suspension | Self::Refresh => 1,
			Self::Message(MessageSize::One) => 1,
			Self::Message(MessageSize::Two) => 2,
			Self::Message(MessageSize::Four) => 4,
			Self::Message(MessageSize::Eight) => 8,
		}
	}
}

/// A whole list, for export.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct StatusListExport {
	/// What it says of credentials.
	pub purpose: StatusPurpose,
	/// For how long a copy may be used, in milliseconds, if the issuer says so.
	pub ttl_ms: Option<u64>,
	/// Every status: `STATUS_ENTRIES * purpose.bits() / 8` bytes. The first entry is in the most
	/// significant bits of the first byte.
	pub bytes: Vec<u8>,
}

/// What pallets can ask about the status of a credential.
pub trait CredentialStatus {
	/// The status at `index` of a list: 0 when all is well; `None` when there is no such list or
	/// the index was never given out.
	fn status(list: StatusListId, index: u32) -> Option<u8>;

	/// What the list says of credentials; `None` when there is no such list.
	fn purpose(list: StatusListId) -> Option<StatusPurpose>;
}
