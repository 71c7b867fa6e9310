// SPDX-License-Identifier: Apache-2.0

//! The same auction, a page at a time, for a book that is too large for one block.
//!
//! The book must be kept in merit order, and must not change while it is swept. The sweep walks it
//! several times:
//!
//! 1. [`matching`] finds the largest volume: how far the two sides cross.
//! 2. [`levels`] finds, for each side, the level at which that volume is reached.
//! 3. [`selection`] finds, for a level that is rationed, who gets the Wh that do not divide.
//!
//! Between two pages it needs no more than [`Sweep`], whose size is bounded: no walk collects
//! orders. That the outcome is the one of [`crate::clear`] is what the crate's property tests show.

mod levels;
mod matching;
mod selection;

use crate::{
	merit_cmp,
	outcome::{volume, Reach},
	Energy, Margin, Order, Outcome, PricingRule, Ration, Side,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use levels::{Level, Walk};
use matching::Matching;
use scale_info::TypeInfo;
use selection::Selection;

/// What a sweep needs next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(clippy::large_enum_variant, reason = "it is taken apart where it is made")]
pub enum Request {
	/// The page with this index, from 0, of this side. Give it to [`Sweep::feed`].
	///
	/// A side without orders has one page, its last, which is empty.
	Page(Side, u32),
	/// Nothing: this is the outcome. `None` when nothing trades.
	Done(Option<Outcome>),
}

/// Why a page cannot be used. The sweep is then spoilt: drop it, and start another.
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
pub enum SweepFlaw {
	/// The orders are not in merit order, or two of them have one sequence.
	#[codec(index = 0)]
	Unsorted,
	/// The page does not fit those that were seen before. Either it was not the one requested, or
	/// the book has changed.
	#[codec(index = 1)]
	Changed,
	/// A level, or a page, has more orders than `u32` counts.
	#[codec(index = 2)]
	TooMany,
	/// Nothing was requested: the outcome is there.
	#[codec(index = 3)]
	Over,
}

/// An auction under way, over a book that is kept on pages in merit order.
///
/// ```
/// use mote_clearing::{clear, Order, PricingRule, Request, Side, Sweep};
///
/// let order = |limit, quantity, sequence| Order { limit, quantity, sequence };
/// let bids = [order(300, 5, 0), order(250, 5, 1), order(250, 5, 2)];
/// let asks = [order(100, 4, 3), order(200, 4, 4)];
///
/// let mut sweep = Sweep::new(None, PricingRule::Midpoint);
/// let outcome = loop {
///     match sweep.next_request() {
///         Request::Page(side, index) => {
///             let book = if side == Side::Bid { &bids[..] } else { &asks[..] };
///             let mut pages = book.chunks(2).skip(index as usize);
///             let page = pages.next().unwrap();
///             sweep.feed(page, pages.next().is_none()).unwrap();
///         },
///         Request::Done(outcome) => break outcome,
///     }
/// };
/// assert_eq!(outcome, clear(&bids, &asks, None, PricingRule::Midpoint));
/// ```
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Sweep {
	cap: Option<Energy>,
	rule: PricingRule,
	stage: Stage,
}

/// Which walk is under way, and what those before it found.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
enum Stage {
	#[codec(index = 0)]
	Matching(Matching),
	#[codec(index = 1)]
	Walking { found: Found, walk: Walk },
	#[codec(index = 2)]
	Selecting { found: Found, level: Level, selection: Selection },
	#[codec(index = 3)]
	Done(Option<Outcome>),
}

/// What is traded, and how far the bids reach for that once it is known.
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
struct Found {
	max_volume: u128,
	volume: Energy,
	bids: Option<Reach>,
}

impl Sweep {
	/// A sweep that has seen nothing yet. `cap` and `rule` are those of [`crate::clear`].
	pub const fn new(cap: Option<Energy>, rule: PricingRule) -> Self {
		Self { cap, rule, stage: Stage::Matching(Matching::new()) }
	}

	/// What is needed next. The answer is the same until [`Self::feed`] is called.
	pub const fn next_request(&self) -> Request {
		let (side, index) = match &self.stage {
			Stage::Matching(matching) => matching.request(),
			Stage::Walking { walk, .. } => walk.request(),
			Stage::Selecting { selection, .. } => selection.request(),
			Stage::Done(outcome) => return Request::Done(*outcome),
		};
		Request::Page(side, index)
	}

	/// Takes the page that was requested, in merit order; `is_last` when its side has no more.
	///
	/// Costs `O(n)` in the orders of the page, and no memory that grows with them. Fails, and must
	/// not be used again, when the page does not belong where it is put.
	pub fn feed(&mut self, page: &[Order], is_last: bool) -> Result<(), SweepFlaw> {
		let Request::Page(side, _) = self.next_request() else {
			return Err(SweepFlaw::Over);
		};
		if !page.is_sorted_by(|a, b| merit_cmp(side, a, b).is_lt()) {
			return Err(SweepFlaw::Unsorted);
		}
		let next = match &mut self.stage {
			Stage::Matching(matching) =>
				matching.feed(page, is_last)?.map(|max_volume| self.matched(max_volume)),
			Stage::Walking { found, walk } => {
				let found = *found;
				walk.feed(page, is_last)?.map(|level| self.walked(found, side, level))
			},
			Stage::Selecting { found, level, selection } => {
				let (found, level) = (*found, *level);
				selection
					.feed(page)?
					.map(|ration| self.reached(found, side, level.reach(Some(ration))))
			},
			Stage::Done(_) => None,
		};
		if let Some(next) = next {
			self.stage = next;
		}
		Ok(())
	}

	/// The most pages that a sweep can request over a book of so many pages a side, each with at
	/// most `page_len` orders.
	///
	/// Counts one walk for each byte of the rationed levels' totals. Few books need more than five
	/// such walks of the twelve, and one level of a side is rarely all of it.
	pub const fn max_requests(bid_pages: u32, ask_pages: u32, page_len: u32) -> u32 {
		let pages = bid_pages.saturating_add(ask_pages);
		let halvings = u32::BITS.saturating_sub(page_len.leading_zeros());
		// The matching sees each page twice, and halves one page in search of the end. The levels
		// take one walk. A selection takes one walk for each byte of a total of fewer than 2^32
		// orders of 64 bits, and one for equal remainders.
		pages.saturating_mul(16).saturating_add(halvings.saturating_mul(2))
	}

	fn matched(&self, max_volume: u128) -> Stage {
		match volume(max_volume, self.cap) {
			Some(volume) => Stage::Walking {
				found: Found { max_volume, volume, bids: None },
				walk: Walk::new(Side::Bid, volume),
			},
			None => Stage::Done(None),
		}
	}

	fn walked(&self, found: Found, side: Side, level: Level) -> Stage {
		match level.selection(side) {
			Some(selection) => Stage::Selecting { found, level, selection },
			None => self.reached(found, side, level.reach(None)),
		}
	}

	fn reached(&self, found: Found, side: Side, reach: Reach) -> Stage {
		match (side, found.bids) {
			(Side::Ask, Some(bids)) => Stage::Done(Some(Outcome::new(
				found.max_volume,
				found.volume,
				self.rule,
				bids,
				reach,
			))),
			_ => Stage::Walking {
				found: Found { bids: Some(reach), ..found },
				walk: Walk::new(Side::Ask, found.volume),
			},
		}
	}
}

/// The orders of a page that take part.
fn traded(page: &[Order]) -> impl Iterator<Item = &Order> {
	page.iter().filter(|order| order.quantity > 0)
}

/// A counter, one further.
fn next(counter: u32) -> Result<u32, SweepFlaw> {
	counter.checked_add(1).ok_or(SweepFlaw::TooMany)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn next_should_refuse_to_count_beyond_its_range() {
		assert_eq!(next(u32::MAX - 1), Ok(u32::MAX));
		assert_eq!(next(u32::MAX), Err(SweepFlaw::TooMany));
	}

	#[test]
	fn max_requests_should_stay_in_range_at_its_end() {
		assert_eq!(Sweep::max_requests(u32::MAX, u32::MAX, u32::MAX), u32::MAX);
		assert_eq!(Sweep::max_requests(4, 4, 128), 8 * 16 + 2 * 8);
	}

	#[test]
	fn codec_indices_should_be_the_published_ones() {
		let flaws = [SweepFlaw::Unsorted, SweepFlaw::Changed, SweepFlaw::TooMany, SweepFlaw::Over];
		assert_eq!(flaws.map(|flaw| flaw.encode()).concat(), [0, 1, 2, 3]);
	}
}
