// SPDX-License-Identifier: Apache-2.0

//! Which orders a book may take.

use crate::{rated_energy, Energy, Price, Tariff};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How long a period may be, in s: 5, 15, 30 or 60 minutes.
pub const PERIODS: [u32; 4] = [300, 900, 1800, 3600];

/// Why an order is not for this book.
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
pub enum OrderFlaw {
	/// The limit is below the feed-in price or above the retail price.
	#[codec(index = 0)]
	PriceOutOfBand,
	/// The limit is not a multiple of the tick.
	#[codec(index = 1)]
	OffTick,
	/// The quantity is below the smallest that is traded, or nothing.
	#[codec(index = 2)]
	TooSmall,
	/// The quantity is more than the meter's connection carries in a period.
	#[codec(index = 3)]
	ExceedsMeterRating,
}

/// What a zone asks of an order.
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
pub struct Admission {
	/// The tariff, whose prices bound the limit.
	pub tariff: Tariff,
	/// Limits are multiples of this price. 0 and 1 allow all.
	pub tick: Price,
	/// The smallest quantity, in Wh.
	pub min_quantity: Energy,
	/// The length of the period, in s.
	pub period: u32,
}

impl Admission {
	/// Whether a meter whose connection carries `rating` W on the order's side may ask for this.
	pub fn check(&self, limit: Price, quantity: Energy, rating: u32) -> Result<(), OrderFlaw> {
		if !self.tariff.has_in_band(limit) {
			return Err(OrderFlaw::PriceOutOfBand);
		}
		// No rest is left where there is no tick.
		if limit.checked_rem(self.tick).is_some_and(|rest| rest > 0) {
			return Err(OrderFlaw::OffTick);
		}
		if quantity < self.min_quantity.max(1) {
			return Err(OrderFlaw::TooSmall);
		}
		if quantity > rated_energy(rating, self.period) {
			return Err(OrderFlaw::ExceedsMeterRating);
		}
		Ok(())
	}
}
