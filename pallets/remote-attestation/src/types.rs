// SPDX-License-Identifier: Apache-2.0

//! What is kept. Records are generic over what they hold, never over `T: Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::*, stored};
use scale_info::TypeInfo;
use sp_core::H256;

/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// Tells registrations apart: a verifier that left and came back is another one.
pub type Generation = u64;

/// Where a verifier stands.
#[stored]
#[derive(Copy)]
pub enum VerifierStatus {
	/// Asked for a place. Its results are refused.
	#[codec(index = 0)]
	Proposed,
	/// Its results count.
	#[codec(index = 1)]
	Approved,
	/// Its results are refused, and those it gave do not count.
	#[codec(index = 2)]
	Suspended,
}

/// A verifier, as stored.
#[stored]
pub struct VerifierRecord<Ticket> {
	/// Which registration this is.
	pub generation: Generation,
	/// Where it stands.
	pub status: VerifierStatus,
	/// Hash of a document about the verifier, kept off chain.
	pub metadata_hash: H256,
	/// Returned when it withdraws.
	pub ticket: Ticket,
}

/// A verifier, as told to apps.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VerifierInfo {
	/// Which registration this is.
	pub generation: Generation,
	/// Where it stands.
	pub status: VerifierStatus,
	/// Hash of a document about the verifier, kept off chain.
	pub metadata_hash: H256,
}

/// A challenge, as stored.
#[stored]
pub struct ChallengeRecord<AccountId, BlockNumber, Ticket> {
	/// What the device's evidence has to contain.
	pub nonce: H256,
	/// The first block in which it is too late.
	pub expires: BlockNumber,
	/// The device's ownership period.
	pub epoch: u32,
	/// How often the device had been suspended or reported lost.
	pub halts: u32,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the challenge is answered, replaced or removed.
	pub ticket: Ticket,
}

/// A challenge, as told to apps.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ChallengeInfo<BlockNumber> {
	/// What the device's evidence has to contain.
	pub nonce: H256,
	/// The first block in which it is too late.
	pub expires: BlockNumber,
	/// Whether a result can answer it now: not when it has expired, nor when the device has ended,
	/// got another owner or was taken out of use since.
	pub is_open: bool,
}

/// How freely a device can be debugged: the claim `dbgstat` of RFC 9711. More is better.
#[stored]
#[derive(Copy, PartialOrd, Ord)]
pub enum DebugStatus {
	/// Anybody can.
	#[codec(index = 0)]
	Enabled,
	/// Nobody can at present.
	#[codec(index = 1)]
	Disabled,
	/// Nobody could since it was started.
	#[codec(index = 2)]
	DisabledSinceBoot,
	/// Nobody but its manufacturer can ever.
	#[codec(index = 3)]
	DisabledPermanently,
	/// Nobody can ever.
	#[codec(index = 4)]
	DisabledFullyAndPermanently,
}

/// What the verifier thinks of a device, as in the IETF's AR4SI.
#[stored]
#[derive(Copy)]
pub enum Tier {
	/// It makes no statement.
	#[codec(index = 0)]
	None,
	/// The device is as it should be.
	#[codec(index = 1)]
	Affirming,
	/// The device is not quite as it should be.
	#[codec(index = 2)]
	Warning,
	/// The device must not be relied on.
	#[codec(index = 3)]
	Contraindicated,
}

impl Tier {
	const fn bit(self) -> u8 {
		match self {
			Self::None => 1,
			Self::Affirming => 2,
			Self::Warning => 4,
			Self::Contraindicated => 8,
		}
	}
}

/// A set of tiers, never empty: bit `n` stands for the tier with code `n`.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Encode, MaxEncodedLen, TypeInfo)]
pub struct TierSet(u8);

impl TierSet {
	/// Only devices that are as they should be.
	pub const AFFIRMING: Self = Self(2);
	/// Every tier there is.
	pub const ALL: Self = Self(15);

	/// The set with these bits; `None` for no bit or an unknown one.
	pub const fn new(bits: u8) -> Option<Self> {
		if bits == 0 || bits & !Self::ALL.0 != 0 {
			return None;
		}
		Some(Self(bits))
	}

	/// The set as bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether `tier` is in the set.
	pub const fn contains(self, tier: Tier) -> bool {
		self.0 & tier.bit() != 0
	}
}

impl Decode for TierSet {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "No tier, or an unknown one".into())
	}
}

impl DecodeWithMemTracking for TierSet {}

/// What a verifier says of a device after looking at its evidence.
#[stored]
#[derive(Copy)]
pub struct ResultClaims {
	/// The challenge that the evidence answered.
	pub nonce: H256,
	/// Hash of the name of the evidence's profile.
	pub profile: H256,
	/// Hash of who made the hardware, as the evidence says.
	pub oemid_hash: H256,
	/// Hash of the hardware's model, as the evidence says.
	pub hwmodel_hash: H256,
	/// Digest of the measured software.
	pub sw_digest: H256,
	/// How freely the device can be debugged.
	pub debug: DebugStatus,
	/// What the verifier thinks of it.
	pub tier: Tier,
	/// The first moment at which this no longer counts.
	pub expires: Moment,
}

/// A result, as stored.
#[stored]
pub struct ResultRecord<AccountId, Ticket> {
	/// Who says so, and put up the deposit.
	pub verifier: AccountId,
	/// Which registration of the verifier.
	pub generation: Generation,
	/// What it says.
	pub claims: ResultClaims,
	/// When it said so.
	pub issued_at: Moment,
	/// The device's ownership period then.
	pub epoch: u32,
	/// How often the device had been suspended or reported lost then.
	pub halts: u32,
	/// Returned to the verifier when the result is replaced or removed.
	pub ticket: Ticket,
}

/// A result, as told to apps.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ResultInfo<AccountId> {
	/// Who says so.
	pub verifier: AccountId,
	/// Which registration of the verifier.
	pub generation: Generation,
	/// What it says.
	pub claims: ResultClaims,
	/// When it said so.
	pub issued_at: Moment,
	/// The device's ownership period then.
	pub epoch: u32,
	/// How often the device had been suspended or reported lost then.
	pub halts: u32,
}

/// What has to be found in devices of a model before they are relied on for a purpose.
#[stored]
#[derive(Copy)]
pub struct Policy {
	/// The greatest age of a result, in milliseconds.
	pub max_age: Moment,
	/// Which tiers are good enough.
	pub tiers: TierSet,
	/// How well debugging has to be shut off.
	pub min_debug: DebugStatus,
}
