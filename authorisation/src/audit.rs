// SPDX-License-Identifier: Apache-2.0

//! A chain of hashes over what was asked, permitted, refused and done.

use crate::{Action, Refusal};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use mote_primitives::H256;
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// What a reviewer found.
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
	Debug,
)]
pub enum ReviewOutcome {
	/// It was an emergency.
	#[codec(index = 0)]
	Justified,
	/// It was not.
	#[codec(index = 1)]
	Unjustified,
	/// It can't be told.
	#[codec(index = 2)]
	Inconclusive,
}

/// What came of it.
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
	Debug,
)]
pub enum Outcome {
	/// It was permitted.
	#[codec(index = 0)]
	Permitted,
	/// It was refused.
	#[codec(index = 1)]
	Denied(Refusal),
	/// The command was taken back.
	#[codec(index = 2)]
	Cancelled,
	/// The device did it.
	#[codec(index = 3)]
	Executed,
	/// The device tried, and could not.
	#[codec(index = 4)]
	Failed,
	/// The device would not.
	#[codec(index = 5)]
	Rejected,
	/// Somebody broke the glass.
	#[codec(index = 6)]
	BreakGlassOpened,
	/// They are done.
	#[codec(index = 7)]
	BreakGlassClosed,
	/// Somebody else looked at it.
	#[codec(index = 8)]
	BreakGlassReviewed(ReviewOutcome),
	/// The command's time ran out.
	#[codec(index = 9)]
	Expired,
	/// The record was erased.
	#[codec(index = 10)]
	Erased,
}

/// One link of the chain of a device or a record.
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
	Debug,
)]
pub struct AuditEntry<AccountId> {
	/// Its number in the chain, from 0, without a gap.
	pub seq: u64,
	/// The device or record.
	pub subject: H256,
	/// Who did or asked.
	pub actor: AccountId,
	/// What.
	pub action: Action,
	/// What came of it.
	pub outcome: Outcome,
	/// The command or break-glass it is about; 0 for neither.
	pub reference: u64,
	/// When, in ms since 1970.
	pub at: u64,
	/// How many denials before it were only counted.
	pub suppressed: u32,
	/// The [`AuditEntry::hash`] of the link before; of the first one, zero.
	pub prev: H256,
}

impl<AccountId: Encode> AuditEntry<AccountId> {
	/// What the next link names: `blake2_256("mote:audit" ‖ SCALE(self))`.
	pub fn hash(&self) -> H256 {
		let mut bytes = Vec::from(b"mote:audit");
		self.encode_to(&mut bytes);
		blake2_256(&bytes).into()
	}
}

/// What is wrong with a chain, and at which link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AuditFlaw {
	/// This link has not the number that follows.
	Gap(u64),
	/// This link is about something else.
	OtherSubject(u64),
	/// This link does not name the one before it.
	Broken(u64),
	/// The last link is not the head.
	WrongHead,
}

/// Whether `entries` are the whole chain of `subject`, from the first link to `head`: none missing,
/// changed or moved. The head of a chain without links is zero.
pub fn check_audit<AccountId: Encode>(
	subject: &H256,
	entries: &[AuditEntry<AccountId>],
	head: &H256,
) -> Result<(), AuditFlaw> {
	let mut prev = H256::zero();
	for (seq, entry) in (0u64..).zip(entries) {
		if entry.seq != seq {
			return Err(AuditFlaw::Gap(seq));
		}
		if entry.subject != *subject {
			return Err(AuditFlaw::OtherSubject(seq));
		}
		if entry.prev != prev {
			return Err(AuditFlaw::Broken(seq));
		}
		prev = entry.hash();
	}
	if prev != *head {
		return Err(AuditFlaw::WrongHead);
	}
	Ok(())
}
