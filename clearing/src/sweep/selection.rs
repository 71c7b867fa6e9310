// SPDX-License-Identifier: Apache-2.0

//! The end of step 4 on pages: who gets the Wh that do not divide.
//!
//! Of a level's orders those with the largest remainders get one Wh more. The remainder of the last
//! of them is found one byte at a time, from the highest: each walk over the level counts how many
//! of the remainders that share the bytes found so far go on with which byte. A last walk settles
//! which of the orders with just that remainder is the last; they come by sequence.

use super::{next, traded, Ration, SweepFlaw};
use crate::{Energy, Extra, Order, Price, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

const BYTES: u32 = 256;
const NONE: [u32; BYTES as usize] = [0; BYTES as usize];

#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
enum Pass {
	/// Counts the byte at this place, from 0 for the lowest.
	#[codec(index = 0)]
	Count { place: u32, counts: [u32; BYTES as usize] },
	/// Looks for the last order with the remainder found.
	#[codec(index = 1)]
	Tie,
}

#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub(super) struct Selection {
	side: Side,
	limit: Price,
	ration: Ration,
	first_page: u32,
	last_page: u32,
	page: u32,
	/// How many Wh are still to be given; `None` until the first walk has summed up the whole
	/// shares.
	spare: Option<Energy>,
	/// The sum of the whole shares.
	given: Energy,
	/// The bytes found.
	found: u128,
	pass: Pass,
}

impl Selection {
	pub(super) const fn new(
		side: Side,
		limit: Price,
		ration: Ration,
		first_page: u32,
		last_page: u32,
	) -> Self {
		// All remainders are below the total. The bytes above it are 0.
		let highest = ration.total.saturating_sub(1).checked_ilog2();
		let place = match highest {
			Some(bit) => bit >> 3,
			None => 0,
		};
		Self {
			side,
			limit,
			ration,
			first_page,
			last_page,
			page: first_page,
			spare: None,
			given: 0,
			found: 0,
			pass: Pass::Count { place, counts: NONE },
		}
	}

	pub(super) const fn request(&self) -> (Side, u32) {
		(self.side, self.page)
	}

	/// Takes the page; how the level is shared once it is known.
	pub(super) fn feed(&mut self, page: &[Order]) -> Result<Option<Ration>, SweepFlaw> {
		let limit = self.limit;
		for order in traded(page).filter(|order| order.limit == limit) {
			let (whole, remainder) = self.ration.share(order.quantity);
			if let Some(ration) = self.see(order.sequence, whole, remainder)? {
				return Ok(Some(ration));
			}
		}
		if self.page < self.last_page {
			self.page = next(self.page)?;
			return Ok(None);
		}
		self.page = self.first_page;
		self.end_walk()
	}

	fn see(
		&mut self,
		sequence: u64,
		whole: Energy,
		remainder: u128,
	) -> Result<Option<Ration>, SweepFlaw> {
		match &mut self.pass {
			Pass::Count { place, counts } => {
				if self.spare.is_none() {
					self.given = self.given.saturating_add(whole);
				}
				let (above, byte) = split(remainder, *place);
				if above == self.found {
					// A byte is a place among 256.
					let count = usize::try_from(byte).ok().and_then(|byte| counts.get_mut(byte));
					let count = count.ok_or(SweepFlaw::Changed)?;
					*count = next(*count)?;
				}
			},
			Pass::Tie if remainder == self.found => {
				let spare = self.spare.unwrap_or_default().saturating_sub(1);
				self.spare = Some(spare);
				if spare == 0 {
					let extra = Some(Extra { remainder, sequence });
					return Ok(Some(Ration { extra, ..self.ration }));
				}
			},
			Pass::Tie => {},
		}
		Ok(None)
	}

	fn end_walk(&mut self) -> Result<Option<Ration>, SweepFlaw> {
		// The last walk ends before its last page does.
		let Pass::Count { place, counts } = &self.pass else {
			return Err(SweepFlaw::Changed);
		};
		let mut spare =
			self.spare.unwrap_or_else(|| self.ration.remaining.saturating_sub(self.given));
		if spare == 0 {
			return Ok(Some(self.ration));
		}
		let mut byte = None;
		for (at, count) in (0..BYTES).zip(counts).rev() {
			let count = Energy::from(*count);
			if spare <= count {
				byte = Some(at);
				break;
			}
			spare = spare.saturating_sub(count);
		}
		let byte = byte.ok_or(SweepFlaw::Changed)?;
		self.found = (self.found << 8) | u128::from(byte);
		self.spare = Some(spare);
		self.pass = match place.checked_sub(1) {
			Some(place) => Pass::Count { place, counts: NONE },
			None => Pass::Tie,
		};
		Ok(None)
	}
}

/// The byte of a number at this place, and what stands above it.
fn split(number: u128, place: u32) -> (u128, u128) {
	let from = number.checked_shr(place.saturating_mul(8)).unwrap_or_default();
	(from >> 8, from & 0xff)
}
