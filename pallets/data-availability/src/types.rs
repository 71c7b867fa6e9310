// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use codec::{Decode, Encode};
use frame_support::{stored, BoundedVec};
use mote_primitives::MAX_READING_PATH;
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// A moment in milliseconds since the Unix epoch.
pub type Moment = u64;
/// What one side of an audit brings to the lot: 32 random bytes, new ones for every audit. Whoever
/// can foresee those of the other side chooses what is drawn.
pub type AuditNonce = [u8; 32];
/// The path that proves a reading, from the leaf upwards.
pub type ReadingPath = BoundedVec<H256, ConstU32<MAX_READING_PATH>>;

/// Where an audit stands. Whoever is due and lets the moment pass loses.
#[stored]
#[derive(Copy)]
pub enum Phase {
	/// The pinner has to give its nonce before this moment.
	#[codec(index = 0)]
	Opened {
		/// The first moment at which it is too late.
		until: Moment,
	},
	/// The challenger has to reveal its own before this moment.
	#[codec(index = 1)]
	Answered {
		/// The pinner's nonce.
		nonce: AuditNonce,
		/// The first moment at which it is too late.
		until: Moment,
	},
	/// The pinner has to show a reading before this moment.
	#[codec(index = 2)]
	Revealed {
		/// Which: the one that both nonces drew.
		index: u32,
		/// The first moment at which it is too late.
		until: Moment,
	},
}

impl Phase {
	/// The first moment at which it is too late for whoever is due.
	pub const fn until(&self) -> Moment {
		match self {
			Self::Opened { until } |
			Self::Answered { until, .. } |
			Self::Revealed { until, .. } => *until,
		}
	}
}

/// An audit of a pin.
#[stored]
pub struct Audit<AccountId, Balance> {
	/// Who wants to know.
	pub challenger: AccountId,
	/// What is held of it.
	pub bond: Balance,
	/// What it has committed to.
	pub commitment: H256,
	/// Where it stands.
	pub phase: Phase,
}

/// Somebody's word that it keeps the content of a batch, as stored.
#[stored]
pub struct PinRecord<AccountId, Balance> {
	/// What is held of the pinner.
	pub bond: Balance,
	/// When the batch was anchored. One with the same id and another moment is another batch.
	pub anchored_at: Moment,
	/// Since when.
	pub since: Moment,
	/// From when on the pinner may take its word back, if it has given notice. Void when it has
	/// let `AuditTerm` pass since.
	pub leaves_at: Option<Moment>,
	/// From when on it can be audited again.
	pub auditable_from: Moment,
	/// The audit under way.
	pub audit: Option<Audit<AccountId, Balance>>,
}

/// Somebody's word that it keeps the content of a batch, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct PinInfo<AccountId> {
	/// Who.
	pub pinner: AccountId,
	/// When the batch was anchored. One with the same id and another moment is another batch.
	pub anchored_at: Moment,
	/// Since when.
	pub since: Moment,
	/// From when on it may take its word back, for `AuditTerm`, if it has given notice.
	pub leaves_at: Option<Moment>,
	/// From when on it can be audited again.
	pub auditable_from: Moment,
	/// The audit under way.
	pub audit: Option<AuditInfo<AccountId>>,
}

/// An audit, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AuditInfo<AccountId> {
	/// Who wants to know.
	pub challenger: AccountId,
	/// Where it stands.
	pub phase: Phase,
}

impl<AccountId, Balance> From<Audit<AccountId, Balance>> for AuditInfo<AccountId> {
	fn from(audit: Audit<AccountId, Balance>) -> Self {
		Self { challenger: audit.challenger, phase: audit.phase }
	}
}

/// How an audit ended.
#[stored]
#[derive(Copy)]
pub enum AuditEnd {
	/// The pinner showed the reading, and was paid for it.
	#[codec(index = 0)]
	Passed,
	/// The pinner did not answer, or showed nothing: its bond went to the challenger.
	#[codec(index = 1)]
	Failed,
	/// The challenger did not reveal its nonce: its bond went to the pinner.
	#[codec(index = 2)]
	Abandoned,
	/// The batch was disputed, erased or pruned meanwhile: everybody got back what was theirs.
	#[codec(index = 3)]
	Void,
}
