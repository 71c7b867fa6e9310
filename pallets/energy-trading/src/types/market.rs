// SPDX-License-Identifier: Apache-2.0

//! Markets: how far they have come, and what was decided.

use super::*;
use frame_support::stored;
use mote_clearing::{Energy, Money, Outcome, Price, Side};
use mote_primitives::DeviceId;

/// How far a market has come: what has happened, where time alone does not tell.
#[stored]
pub enum Progress<AccountId> {
	/// The book takes orders until its gate closes, and waits.
	#[codec(index = 0)]
	Trading,
	/// It is being cleared.
	#[codec(index = 1)]
	Clearing,
	/// Cleared. What the fills do not need is returned, meter by meter.
	#[codec(index = 2)]
	Releasing(Pass<AccountId>),
	/// What was sold is delivered and read.
	#[codec(index = 3)]
	Delivering,
	/// The reads are compared with the contracts, meter by meter.
	#[codec(index = 4)]
	Settling(Pass<AccountId>),
	/// Settled. Can be disputed since this moment.
	#[codec(index = 5)]
	Settled(Moment),
	/// Everybody pays and is paid, meter by meter.
	#[codec(index = 6)]
	Paying(Pass<AccountId>),
	/// Nothing was traded, or the market was suspended. Everything is returned, meter by meter.
	#[codec(index = 7)]
	Returning(Pass<AccountId>),
	/// All have been paid but disputed meters, and those whose payment failed.
	#[codec(index = 8)]
	Frozen,
}

/// How far a pass over the meters of a market has come.
#[stored]
pub struct Pass<AccountId> {
	/// The side.
	pub side: Side,
	/// The last meter that was dealt with, and whose it is.
	pub after: Option<(AccountId, DeviceId)>,
}

/// Why nothing was traded.
#[stored]
#[derive(Copy)]
pub enum NoTrade {
	/// No bid reached an ask.
	#[codec(index = 0)]
	NoCross,
	/// The grid account had not put up enough for what buyers might not use.
	#[codec(index = 1)]
	GridFloatTooLow,
	/// The zone's operator suspended the market.
	#[codec(index = 2)]
	Suspended,
}

/// What a clearing decided, as stored.
#[stored]
#[derive(Copy)]
pub struct Cleared {
	/// Who gets how much.
	pub outcome: Outcome,
	/// The middle between the grid's prices, where too few took part to have a price of their own.
	/// Only orders that accept it traded.
	pub reference: Option<Price>,
}

/// How a market ended, or is about to.
#[stored]
#[derive(Copy)]
#[allow(clippy::large_enum_variant, reason = "there is one for each period")]
pub enum Verdict {
	/// Energy was traded.
	#[codec(index = 0)]
	Traded(Cleared),
	/// Nothing was.
	#[codec(index = 1)]
	NoTrade(NoTrade),
}

/// What a market's settlement adds up to.
#[stored]
#[derive(Copy, Default)]
pub struct Totals {
	/// What those who traded fed in, in Wh.
	pub exported: Energy,
	/// What those who traded drew, in Wh.
	pub imported: Energy,
	/// What the grid account receives for missing energy, less what it pays for unused.
	pub grid: i128,
	/// What was bought by those who want certificates with it.
	pub wanted: Line,
	/// What was sold, and can be certified, by those whose certificates go with it.
	pub offered: Line,
}

/// A period of a zone, as stored.
#[stored]
pub struct PeriodRecord<AccountId, Ticket> {
	/// Who opened it.
	pub opener: AccountId,
	/// The rules, as they were then.
	pub terms: ZoneTerms,
	/// Their version.
	pub terms_version: TermsVersion,
	/// The prices, as they were then.
	pub prices: Prices,
	/// The most that may be traded, in Wh.
	pub cap: Option<Energy>,
	/// Which part of the contracts stands, when the operator curtailed them.
	pub curtailed_to: Option<BasisPoints>,
	/// How far it has come.
	pub progress: Progress<AccountId>,
	/// What the clearing decided, once it has.
	pub verdict: Option<Verdict>,
	/// How many meters have bids, or have bought. Counted by the book until it is closed.
	pub buyers: u32,
	/// How many meters have asks, or have sold. Counted by the book until it is closed.
	pub sellers: u32,
	/// How many of them have all their reads.
	pub read: u32,
	/// How many of them are disputed.
	pub disputed: u32,
	/// What the settlement adds up to.
	pub totals: Totals,
	/// What lies with the pallet's account for it.
	pub escrow: Money,
	/// What of that the grid account put in.
	pub float: Money,
	/// Returned when everything is paid.
	pub ticket: Ticket,
}
