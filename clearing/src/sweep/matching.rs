// SPDX-License-Identifier: Apache-2.0

//! Step 2 of the clearing on pages: the largest volume at which the sides still cross.
//!
//! Line the orders of each side up in merit order. The Wh at place `v` of the bids has the limit of
//! the order it belongs to, and so has that of the asks. The first falls with `v`, the second
//! rises. So there is one volume up to which they cross, and beyond which they do not.
//!
//! One page of each side is looked at, and of it only where it starts, where it ends, and its last
//! order. The side whose page ends first is *behind*. If its last order crosses with the other
//! side's at that place, all of its page trades, and its next page is read. If not, the volume lies
//! inside these two pages, and halving finds it. Each page is read at most twice, but for those
//! two.

use super::{next, traded, SweepFlaw};
use crate::{auction::add, Order, Price, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An order on a page, and its place among the Wh of its side.
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
struct Mark {
	index: u32,
	start: u128,
	end: u128,
	limit: Price,
}

/// How far a side was read.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
struct Front {
	/// How many of its pages. The last of them is the one looked at.
	pages: u32,
	/// The Wh on the pages before that.
	start: u128,
	/// The last order of that page.
	tail: Mark,
	is_last: bool,
}

impl Front {
	const fn new() -> Self {
		let tail = Mark { index: 0, start: 0, end: 0, limit: 0 };
		Self { pages: 0, start: 0, tail, is_last: false }
	}
}

/// The search for the first order of the page behind that does not cross to its end.
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
struct Search {
	/// All orders before this one cross.
	low: u32,
	/// This one does not, or is none.
	high: u32,
	/// The volume, if `high` is the first; `None` as long as all that were tried cross.
	volume: Option<u128>,
}

#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
enum Step {
	/// Read the next page of this side.
	#[codec(index = 0)]
	Load(Side),
	/// Look up an order in the page of this side, which is behind.
	#[codec(index = 1)]
	Pick(Side, Search),
	/// Compare that order with the page of the other side.
	#[codec(index = 2)]
	Try(Side, Search, Mark),
}

#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub(super) struct Matching {
	bids: Front,
	asks: Front,
	step: Step,
}

impl Matching {
	pub(super) const fn new() -> Self {
		Self { bids: Front::new(), asks: Front::new(), step: Step::Load(Side::Bid) }
	}

	const fn front(&self, side: Side) -> &Front {
		match side {
			Side::Bid => &self.bids,
			Side::Ask => &self.asks,
		}
	}

	pub(super) const fn request(&self) -> (Side, u32) {
		match &self.step {
			Step::Load(side) => (*side, self.front(*side).pages),
			Step::Pick(side, _) => (*side, self.front(*side).pages.saturating_sub(1)),
			Step::Try(side, ..) => {
				let other = side.other();
				(other, self.front(other).pages.saturating_sub(1))
			},
		}
	}

	/// Takes the page; the largest volume once it is known.
	pub(super) fn feed(
		&mut self,
		page: &[Order],
		is_last: bool,
	) -> Result<Option<u128>, SweepFlaw> {
		match self.step {
			Step::Load(side) => self.load(side, page, is_last),
			Step::Pick(side, search) => {
				let index = search.low.midpoint(search.high);
				let mark = mark(page, self.front(side).start, index)?;
				self.step = Step::Try(side, search, mark.ok_or(SweepFlaw::Changed)?);
				Ok(None)
			},
			Step::Try(side, search, mark) => Ok(self.compare(side, search, &mark, page)),
		}
	}

	fn load(
		&mut self,
		side: Side,
		page: &[Order],
		is_last: bool,
	) -> Result<Option<u128>, SweepFlaw> {
		let front = match side {
			Side::Bid => &mut self.bids,
			Side::Ask => &mut self.asks,
		};
		front.pages = next(front.pages)?;
		front.is_last = is_last;
		front.start = front.tail.end;
		match mark(page, front.start, u32::MAX)? {
			Some(tail) => front.tail = tail,
			// There is nothing on it to decide about.
			None if !is_last => return Ok(None),
			None => {},
		}
		Ok(self.advance())
	}

	/// What to do with two pages. Up to the places where they start, the sides cross.
	fn advance(&mut self) -> Option<u128> {
		let behind = if self.bids.tail.end <= self.asks.tail.end { Side::Bid } else { Side::Ask };
		let (tail, other) = (self.front(behind).tail, self.front(behind.other()).tail);
		// The other side's limit at that place is no worse than that at the end of its page.
		if tail.end == 0 || behind.crosses(tail.limit, other.limit) {
			return self.pass(behind);
		}
		let search = Search { low: 0, high: tail.index.saturating_add(1), volume: None };
		self.step = Step::Try(behind, search, tail);
		None
	}

	/// Goes on behind a page that trades to its end.
	fn pass(&mut self, side: Side) -> Option<u128> {
		let front = self.front(side);
		if front.is_last {
			return Some(front.tail.end);
		}
		self.step = Step::Load(side);
		None
	}

	/// Narrows the search by one order of the page behind, with the page of the other side.
	fn compare(
		&mut self,
		side: Side,
		mut search: Search,
		mark: &Mark,
		page: &[Order],
	) -> Option<u128> {
		let start = self.front(side.other()).start;
		let reach = traded(page)
			.take_while(|order| side.crosses(mark.limit, order.limit))
			.fold(start, |reach, order| add(reach, order.quantity));
		if reach >= mark.end {
			search.low = mark.index.saturating_add(1);
		} else {
			search.high = mark.index;
			// What lies before the order crosses if the order is the first that does not.
			search.volume = Some(reach.max(mark.start));
		}
		if search.low < search.high {
			self.step = Step::Pick(side, search);
			return None;
		}
		search.volume.or_else(|| self.pass(side))
	}
}

/// The order at `index` of a page that starts at this place, or the last one before that; `None`
/// when the page has none.
fn mark(page: &[Order], start: u128, index: u32) -> Result<Option<Mark>, SweepFlaw> {
	let mut found: Option<Mark> = None;
	for order in traded(page) {
		let (at, start) = match found {
			Some(before) if before.index >= index => break,
			Some(before) => (next(before.index)?, before.end),
			None => (0, start),
		};
		found =
			Some(Mark { index: at, start, end: add(start, order.quantity), limit: order.limit });
	}
	Ok(found)
}
