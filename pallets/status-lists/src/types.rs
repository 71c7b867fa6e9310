// SPDX-License-Identifier: Apache-2.0

//! What is kept. Records are generic over what they hold, never over `T: Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::*, stored};
use mote_primitives::StatusPurpose;
use scale_info::TypeInfo;
use sp_core::H256;

/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// How many chunks a list is stored in.
pub const CHUNKS: u8 = 128;

/// How many entries a chunk has.
pub const CHUNK_ENTRIES: u16 = 1_024;

/// The statuses of a chunk: 128 bytes for each bit that an entry has.
pub type StatusChunk = BoundedVec<u8, ConstU32<1_024>>;

/// Which entries of a chunk are given out, one bit for each.
pub type TakenBits = [u8; 128];

/// How many free entries each chunk of a list has.
#[stored]
pub struct FreeEntries(pub [u16; 128]);

/// Indices that were asked for and not yet drawn.
#[stored]
#[derive(Copy)]
pub struct DrawRequest<BlockNumber> {
	/// The block of the request. The hash of the block after it decides.
	pub at: BlockNumber,
	/// How many.
	pub count: u8,
	/// BLAKE2-256 of the secret with which they are drawn.
	pub commitment: H256,
}

/// A list, as stored, without its entries.
#[stored]
pub struct ListRecord<AccountId, BlockNumber, Ticket> {
	/// Sets statuses and holds the deposit.
	pub issuer: AccountId,
	/// What the list says of credentials.
	pub purpose: StatusPurpose,
	/// For how long a copy may be used, in milliseconds, if the issuer says so.
	pub ttl_ms: Option<u64>,
	/// Indices that were asked for and not yet drawn.
	pub request: Option<DrawRequest<BlockNumber>>,
	/// When it was created.
	pub created_at: Moment,
	/// Since when it gives out no more indices, if the issuer has closed it.
	pub closed_at: Option<Moment>,
	/// Who may take the list over, if anybody.
	pub offered_to: Option<AccountId>,
	/// Covers the whole list, as if every chunk of it were in use.
	pub ticket: Ticket,
}

/// A list, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ListInfo<AccountId, BlockNumber> {
	/// Sets statuses and holds the deposit.
	pub issuer: AccountId,
	/// What the list says of credentials.
	pub purpose: StatusPurpose,
	/// For how long a copy may be used, in milliseconds, if the issuer says so.
	pub ttl_ms: Option<u64>,
	/// How many entries were not given out.
	pub free: u32,
	/// Indices that were asked for and not yet drawn.
	pub request: Option<DrawRequest<BlockNumber>>,
	/// Whether these were not drawn in time, so that the list gives out no more.
	pub is_sealed: bool,
	/// When it was created.
	pub created_at: Moment,
	/// Since when it gives out no more indices, if the issuer has closed it.
	pub closed_at: Option<Moment>,
	/// Who may take the list over, if anybody.
	pub offered_to: Option<AccountId>,
}

/// A new status for an entry.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct StatusChange {
	/// Which entry.
	pub index: u32,
	/// What it says from now on.
	pub value: u8,
}
