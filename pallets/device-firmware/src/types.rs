// SPDX-License-Identifier: Apache-2.0

//! What is kept. Records are generic over what they hold, never over `T: Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::*, stored};
use scale_info::TypeInfo;
use sp_core::H256;

/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// Number of a release of a model: the sequence number of its SUIT manifest. Rises with every
/// release, from 1 on; a device that has said nothing counts as having 0.
pub type Seq = u64;

/// How far a release's number may be above the highest one before it. Wide enough for numbers that
/// are dates or milliseconds, and too narrow for one draft to use all numbers up.
pub const MAX_SEQ_STEP: Seq = 1 << 48;

/// SHA-256 of an image.
pub type ImageDigest = [u8; 32];

/// The longest content identifier.
pub const MAX_CID: u32 = 64;

/// How far a device's clock may be ahead of the chain's, in milliseconds.
pub const MAX_CLOCK_LEAD: Moment = 120_000;

/// What an account may do for a manufacturer: one role or both, never none.
#[derive(Encode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FirmwareRoles(u8);

impl FirmwareRoles {
	/// Publishing drafts.
	pub const PUBLISH: Self = Self(1);
	/// Approving drafts of others, and withdrawing.
	pub const APPROVE: Self = Self(2);
	/// Both. A draft still takes two persons.
	pub const ALL: Self = Self(3);

	/// The roles with these bits; `None` for no bit or an unknown one.
	pub const fn new(bits: u8) -> Option<Self> {
		if bits == 0 || bits & !Self::ALL.0 != 0 {
			return None;
		}
		Some(Self(bits))
	}

	/// The roles as bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether all of `other`'s roles are among these.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}
}

impl Decode for FirmwareRoles {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "no role, or an unknown one".into())
	}
}

impl DecodeWithMemTracking for FirmwareRoles {}

/// A member of a manufacturer's staff, as stored.
#[stored]
pub struct StaffRecord<AccountId, Ticket> {
	/// What it may do.
	pub roles: FirmwareRoles,
	/// Who gets the ticket back: the manufacturer's account that appointed it.
	pub depositor: AccountId,
	/// Covers this record.
	pub ticket: Ticket,
}

/// How bad it is not to have a release.
#[stored]
#[derive(Copy, PartialOrd, Ord)]
pub enum Severity {
	/// Improvements.
	#[codec(index = 0)]
	Low,
	/// Faults that can be lived with.
	#[codec(index = 1)]
	Medium,
	/// Faults that should be mended soon.
	#[codec(index = 2)]
	High,
	/// Faults that endanger somebody. Such a release may set a deadline.
	#[codec(index = 3)]
	Critical,
}

/// What a manufacturer says of a release.
#[stored]
pub struct ReleaseSpec {
	/// Its number. Higher than all that were released before it for the model, by no more than
	/// [`MAX_SEQ_STEP`], and that of no other draft.
	pub seq: Seq,
	/// Digest of the SUIT manifest.
	pub manifest_digest: H256,
	/// SHA-256 of the image.
	pub image_digest: ImageDigest,
	/// Bytes of the image.
	pub size: u32,
	/// Content identifier under which the image can be fetched; empty when it is told elsewhere.
	pub cid: BoundedVec<u8, ConstU32<MAX_CID>>,
	/// The lowest release from which a device can come to this one; 0 for any.
	pub min_prev_seq: Seq,
	/// How bad it is not to have it.
	pub severity: Severity,
	/// Hash of the list of what the image is made of, kept off chain.
	pub sbom_hash: Option<H256>,
	/// The first moment at which a device without it counts as outdated, if ever.
	pub update_by: Option<Moment>,
}

/// Where a release stands, and since when.
#[stored]
#[derive(Copy)]
pub enum ReleaseStatus {
	/// Published by one person; nobody is to install it.
	#[codec(index = 0)]
	Draft,
	/// Approved by a second person.
	#[codec(index = 1)]
	Released {
		/// Since when.
		at: Moment,
	},
	/// Terminal: devices that run it are not trusted.
	#[codec(index = 2)]
	Withdrawn {
		/// Since when.
		at: Moment,
	},
}

/// A release, as stored.
#[stored]
pub struct ReleaseRecord<AccountId, Ticket> {
	/// What the manufacturer says.
	pub spec: ReleaseSpec,
	/// Where it stands.
	pub status: ReleaseStatus,
	/// Who published it, and gets the ticket back.
	pub publisher: AccountId,
	/// When it was published.
	pub published_at: Moment,
	/// Covers this record and its deadline.
	pub ticket: Ticket,
}

/// A release, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ReleaseInfo<AccountId> {
	/// What the manufacturer says.
	pub spec: ReleaseSpec,
	/// Where it stands.
	pub status: ReleaseStatus,
	/// Who published it.
	pub publisher: AccountId,
	/// When it was published.
	pub published_at: Moment,
}

/// By when devices are to have a release.
#[stored]
#[derive(Copy)]
pub struct Deadline {
	/// The release.
	pub seq: Seq,
	/// The first moment at which a device without it counts as outdated.
	pub update_by: Moment,
}

/// What all releases of a model have in common, as stored. `Deadlines` is a bounded list of
/// [`Deadline`].
#[stored]
#[derive(Default)]
pub struct LineRecord<Deadlines> {
	/// The highest number that any draft ever had. Stays when the draft is gone.
	pub latest_seq: Seq,
	/// The highest number ever released. Stays when the release is gone.
	pub released_seq: Seq,
	/// How many releases have a record.
	pub releases: u32,
	/// Deadlines of all releases that are out and not withdrawn, by rising number.
	pub deadlines: Deadlines,
}

/// What all releases of a model have in common, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LineInfo {
	/// The highest number that any draft ever had.
	pub latest_seq: Seq,
	/// The highest number ever released.
	pub released_seq: Seq,
	/// How many releases have a record.
	pub releases: u32,
	/// Deadlines of all releases that are out and not withdrawn, by rising number.
	pub deadlines: alloc::vec::Vec<Deadline>,
}

/// What a device last said of its firmware, as stored.
#[stored]
pub struct InstalledRecord<AccountId, Ticket> {
	/// The release that it named.
	pub seq: Seq,
	/// SHA-256 of its image.
	pub image_digest: ImageDigest,
	/// When the device said so, by its own clock.
	pub at: Moment,
	/// When the chain heard it.
	pub reported_at: Moment,
	/// The highest release that the device is known to have run. It must not go back behind it.
	pub floor_seq: Seq,
	/// Who carried the first report, and gets the ticket back.
	pub depositor: AccountId,
	/// Covers this record.
	pub ticket: Ticket,
}

/// What a device last said of its firmware, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct InstalledInfo {
	/// The release that it named.
	pub seq: Seq,
	/// SHA-256 of its image.
	pub image_digest: ImageDigest,
	/// When the device said so, by its own clock.
	pub at: Moment,
	/// When the chain heard it.
	pub reported_at: Moment,
	/// The highest release that the device is known to have run, as of this report.
	pub floor_seq: Seq,
	/// What this is worth now.
	pub verdict: FirmwareVerdict,
}

/// What the firmware that a device runs is worth.
#[stored]
#[derive(Copy)]
pub enum FirmwareVerdict {
	/// Released, and no deadline was missed.
	#[codec(index = 0)]
	Current,
	/// Released, but the deadline of a later release has passed.
	#[codec(index = 1)]
	Outdated,
	/// No release has this number.
	#[codec(index = 2)]
	Unknown,
	/// The release of this number is a draft.
	#[codec(index = 3)]
	NotReleased,
	/// The release was withdrawn.
	#[codec(index = 4)]
	Withdrawn,
	/// The release of this number has another image.
	#[codec(index = 5)]
	WrongImage,
}
