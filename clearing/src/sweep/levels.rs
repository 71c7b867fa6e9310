// SPDX-License-Identifier: Apache-2.0

//! Step 4 of the clearing on pages: the level at which a side's volume is reached.

use super::{next, selection::Selection, traded, Margin, Ration, Reach, SweepFlaw};
use crate::{auction::add, merit_cmp, Energy, Order, Price, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A level, and what is left for it.
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
pub(super) struct Level {
	limit: Price,
	remaining: Energy,
	total: u128,
	first_page: u32,
	last_page: u32,
	/// The limit of the level behind it.
	behind: Option<Price>,
}

impl Level {
	/// What is left for the levels behind it; `None` when this one needs more than there is.
	fn left(&self) -> Option<Energy> {
		Energy::try_from(self.total)
			.ok()
			.and_then(|total| self.remaining.checked_sub(total))
	}

	/// The choice that is needed if the level is rationed.
	pub(super) fn selection(&self, side: Side) -> Option<Selection> {
		if self.left().is_some() {
			return None;
		}
		let ration = Ration { remaining: self.remaining, total: self.total, extra: None };
		Some(Selection::new(side, self.limit, ration, self.first_page, self.last_page))
	}

	/// How far the side reaches, when the level is shared like this.
	pub(super) fn reach(&self, ration: Option<Ration>) -> Reach {
		let unfilled = if ration.is_some() { Some(self.limit) } else { self.behind };
		Reach { margin: Margin { limit: self.limit, ration }, unfilled }
	}
}

/// A walk along one side, from its best order.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub(super) struct Walk {
	side: Side,
	page: u32,
	/// What the levels before the present one have left.
	remaining: Energy,
	level: Option<Level>,
	/// The last order seen, to notice a page that does not follow the one before it.
	last: Option<Order>,
}

impl Walk {
	pub(super) const fn new(side: Side, volume: Energy) -> Self {
		Self { side, page: 0, remaining: volume, level: None, last: None }
	}

	pub(super) const fn request(&self) -> (Side, u32) {
		(self.side, self.page)
	}

	/// Takes the page; the level at which the volume is reached once it is known.
	pub(super) fn feed(
		&mut self,
		page: &[Order],
		is_last: bool,
	) -> Result<Option<Level>, SweepFlaw> {
		if let (Some(before), Some(first)) = (&self.last, page.first()) {
			if merit_cmp(self.side, before, first).is_ge() {
				return Err(SweepFlaw::Unsorted);
			}
		}
		self.last = page.last().copied().or(self.last);
		for order in traded(page) {
			match &mut self.level {
				Some(level) if level.limit == order.limit => {
					level.total = add(level.total, order.quantity);
					level.last_page = self.page;
				},
				_ => {
					if let Some(reached) = self.close(Some(order.limit)) {
						return Ok(Some(reached));
					}
					self.level = Some(Level {
						limit: order.limit,
						remaining: self.remaining,
						total: order.quantity.into(),
						first_page: self.page,
						last_page: self.page,
						behind: None,
					});
				},
			}
		}
		if is_last {
			// The volume was matched on this side, so it must be reached.
			return self.close(None).ok_or(SweepFlaw::Changed).map(Some);
		}
		self.page = next(self.page)?;
		Ok(None)
	}

	/// Ends the present level; gives it back if the volume is reached in it.
	fn close(&mut self, behind: Option<Price>) -> Option<Level> {
		let level = self.level?;
		match level.left() {
			Some(left) if left > 0 => {
				self.remaining = left;
				None
			},
			_ => Some(Level { behind, ..level }),
		}
	}
}
