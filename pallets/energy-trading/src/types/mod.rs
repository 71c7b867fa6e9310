// SPDX-License-Identifier: Apache-2.0

//! What is kept: by theme, and here what all of it is named and counted by.

mod book;
mod certificate;
mod feeder;
mod info;
mod leg;
mod market;
mod meter;
mod share;
mod zone;

pub use book::*;
pub use certificate::*;
pub use feeder::*;
pub use info::*;
pub use leg::*;
pub use market::*;
pub use meter::*;
pub use share::*;
pub use zone::*;

use frame_support::stored;
use mote_clearing::Side;

/// A moment, or a length of time, in milliseconds.
pub type Moment = u64;
/// The number of a zone. Never given out again.
pub type ZoneId = u32;
/// The number of an order in its market: even for bids, odd for asks. Never given out again there.
pub type OrderId = u64;
/// The number of a certificate. Never given out again.
pub type CertificateId = u64;
/// How often a zone's terms had been changed. Names the terms that somebody has seen.
pub type TermsVersion = u32;
/// A share in basis points: 10,000 is the whole.
pub type BasisPoints = u16;

/// The whole, in basis points.
pub const WHOLE: BasisPoints = 10_000;
/// How many orders a meter may have in a period.
pub const MAX_ORDERS_PER_METER: u32 = 4;
/// How many orders a page of a book holds.
pub const PAGE_ORDERS: u32 = 128;
/// Two neighbouring pages that hold no more than this together become one.
pub const MERGE_ORDERS: u32 = 96;
/// How many pages a side of a book may have.
pub const MAX_PAGES: u32 = 176;
/// How many orders a side of a book may have: so many fit, whatever was cancelled.
pub const MAX_BOOK_ORDERS: u32 = 8_192;
/// How many shares an app is told of at a time.
pub const LISTED_SHARES: u32 = 256;
/// How long after gate closure a book is cleared, at the earliest: the clocks of two validators may
/// be half a minute apart.
pub const GATE_GUARD: Moment = 60_000;
/// The least time after delivery in which meters may still be read, except on chains for tests.
pub const MIN_READ_TIME: Moment = 60 * 60 * 1_000;
/// The longest that a zone may wait for anything: 30 days.
pub const MAX_WAIT: Moment = 30 * 24 * 60 * 60 * 1_000;

/// One period of one zone: everything that is traded in it has one price.
#[stored]
#[derive(Copy, PartialOrd, Ord)]
pub struct MarketId {
	/// The zone.
	pub zone: ZoneId,
	/// When delivery begins, in milliseconds since 1970: a multiple of the zone's period.
	pub start: Moment,
}

/// One side of a market.
#[stored]
#[derive(Copy)]
pub struct BookId {
	/// The market.
	pub market: MarketId,
	/// The side.
	pub side: Side,
}
