// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use codec::{Decode, Encode};
use frame_support::stored;
use mote_primitives::{DeviceId, Unit};
use scale_info::TypeInfo;
use sp_core::H256;

/// A moment in milliseconds since the Unix epoch.
pub type Moment = u64;
/// The number of a round of a feed. Never given out again.
pub type RoundNumber = u64;
/// How well an oracle has reported: 0 to 10,000.
pub type Reputation = u16;

/// The most oracles that a feed may have, and so the most reports of a round.
pub const MAX_ORACLES: u32 = 64;

/// The fewest reports that a result may rest on: with fewer, no outlier can be told.
pub const MIN_REPORTS: u32 = 3;

/// The longest that a round may take, in milliseconds: a week. So long does whoever has reported
/// wait for its bond, at the most.
pub const MAX_ROUND: Moment = 7 * 24 * 60 * 60 * 1_000;

/// What a feed is. Fixed for as long as the feed exists.
#[stored]
#[derive(Copy)]
pub struct FeedSpec {
	/// What it is measured in.
	pub unit: Unit,
	/// The decimal scale: a value `v` stands for `v x 10^scale` of the unit.
	pub scale: i8,
	/// How many reports with weight a result needs: 3 to 64.
	pub min_reports: u32,
	/// How long a round takes values, or commitments, in milliseconds.
	pub open_ms: u64,
	/// For how long after that commitments can be revealed, in milliseconds; none when values are
	/// reported openly.
	pub reveal_ms: Option<u64>,
	/// The least time from the opening of a round to the opening of the next one, in milliseconds.
	pub interval_ms: u64,
	/// The age from which on a result is stale, in milliseconds.
	pub heartbeat_ms: u64,
	/// How far a report may lie from the median without being an outlier, whatever the others say.
	pub floor: u64,
}

/// A feed, as stored.
#[stored]
pub struct FeedRecord<AccountId, Ticket> {
	/// What it is.
	pub spec: FeedSpec,
	/// Who made it, and says whose reports count.
	pub owner: AccountId,
	/// Whether it has come to its end: no further round is opened.
	pub is_closing: bool,
	/// How many devices are admitted.
	pub admitted: u32,
	/// The number that the next round takes.
	pub next_round: RoundNumber,
	/// When the last round was opened.
	pub opened_at: Moment,
	/// Returned when the feed is removed.
	pub ticket: Ticket,
}

/// A feed, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct FeedInfo<AccountId> {
	/// What it is.
	pub spec: FeedSpec,
	/// Who made it.
	pub owner: AccountId,
	/// Whether it has come to its end.
	pub is_closing: bool,
	/// How many devices are admitted.
	pub admitted: u32,
	/// The number that the next round takes.
	pub next_round: RoundNumber,
	/// From when on the next round can be opened.
	pub next_opening: Moment,
}

/// The part of a device in a feed, as stored. Stays while its bond comes and goes, so that nobody
/// gets rid of a bad reputation by leaving and coming back.
#[stored]
pub struct OracleRecord<AccountId, Balance, Ticket> {
	/// How well it has reported.
	pub reputation: Reputation,
	/// Its bond, while it is in.
	pub bond: Option<Bond<AccountId, Balance>>,
	/// Who admitted it, and gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the device is expelled.
	pub ticket: Ticket,
}

/// What an oracle's owner put up.
#[stored]
pub struct Bond<AccountId, Balance> {
	/// Who.
	pub holder: AccountId,
	/// How much.
	pub amount: Balance,
	/// The device's ownership period. The bond speaks for no other.
	pub epoch: u32,
}

/// The part of a device in a feed, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OracleInfo<AccountId> {
	/// The device.
	pub device: DeviceId,
	/// How well it has reported.
	pub reputation: Reputation,
	/// Whether its reports have weight.
	pub has_weight: bool,
	/// Who put up a bond for it.
	pub bonded_by: Option<AccountId>,
	/// Whether it may report: it has a bond, put up in its present ownership period. It must be
	/// trusted, too: ask the register's view function `trusted`.
	pub may_report: bool,
}

/// What an oracle has said in a round.
#[stored]
#[derive(Copy)]
pub enum Said {
	/// A value.
	#[codec(index = 0)]
	Value(i64),
	/// A commitment that is not revealed yet.
	#[codec(index = 1)]
	Commitment(H256),
}

/// A report of a round, as stored.
#[stored]
#[derive(Copy)]
pub struct Report {
	/// Who.
	pub device: DeviceId,
	/// What.
	pub said: Said,
}

/// The open round of a feed, as stored.
#[stored]
pub struct RoundRecord<Reports> {
	/// Its number.
	pub number: RoundNumber,
	/// When it was opened.
	pub opened_at: Moment,
	/// The first moment at which no further value or commitment is taken.
	pub closes_at: Moment,
	/// The first moment at which no further commitment can be revealed.
	pub ends_at: Moment,
	/// What was said so far.
	pub reports: Reports,
}

/// The open round of a feed, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RoundInfo {
	/// Its number.
	pub number: RoundNumber,
	/// When it was opened.
	pub opened_at: Moment,
	/// The first moment at which no further value or commitment is taken.
	pub closes_at: Moment,
	/// The first moment at which no further commitment can be revealed, and anybody can close it.
	pub ends_at: Moment,
	/// How many have reported.
	pub reports: u32,
	/// How many commitments are not revealed yet.
	pub unrevealed: u32,
}

/// The last result of a feed.
#[stored]
#[derive(Copy)]
pub struct FeedResult {
	/// The value.
	pub value: i64,
	/// The round that it comes from.
	pub round: RoundNumber,
	/// On how many reports with weight it rests.
	pub reports: u32,
	/// When the round was closed.
	pub at: Moment,
}
