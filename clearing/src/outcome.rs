// SPDX-License-Identifier: Apache-2.0

//! What an auction decides, small enough to be stored: the fill of every order follows from it.

use crate::{Energy, Order, Price, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use scale_info::TypeInfo;

/// Which price of the interval that suits all who trade is taken.
///
/// Step 6 of the clearing. A zone chooses one.
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
	Default,
)]
pub enum PricingRule {
	/// The middle, rounded down.
	#[default]
	#[codec(index = 0)]
	Midpoint,
	/// The highest.
	#[codec(index = 1)]
	SellerBest,
	/// The lowest.
	#[codec(index = 2)]
	BuyerBest,
}

impl PricingRule {
	/// The price in `low..=high`.
	pub const fn price(self, low: Price, high: Price) -> Price {
		match self {
			Self::Midpoint => low.midpoint(high),
			Self::SellerBest => high,
			Self::BuyerBest => low,
		}
	}
}

/// Down to which order of a rationed level one more Wh is given.
///
/// Step 4 of the clearing: the remainders decide, and of equal ones the earlier order.
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
pub struct Extra {
	/// The remainder of the last order that gets it. Larger ones get it too.
	pub remainder: u128,
	/// That order's sequence. Of orders with the same remainder, earlier ones get it too.
	pub sequence: u64,
}

/// How a level that is larger than what is left for it is shared: largest remainders (Hamilton).
///
/// Step 4 of the clearing. An order of `q` Wh gets `floor(remaining * q / total)`, and perhaps one
/// Wh more.
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
pub struct Ration {
	/// What is left for the level, in Wh: at least 1, and less than `total`.
	pub remaining: Energy,
	/// What the level's orders ask for together, in Wh. Many large orders may pass the range of
	/// [`Energy`].
	pub total: u128,
	/// Who gets one Wh more; `None` when all divides without a remainder.
	pub extra: Option<Extra>,
}

impl Ration {
	/// The whole Wh of an order's share, and the remainder of the division.
	pub(crate) fn share(&self, quantity: Energy) -> (Energy, u128) {
		// Two factors of 64 bits have a product of at most 128.
		let product = u128::from(self.remaining).saturating_mul(quantity.into());
		let whole = product.checked_div(self.total).unwrap_or_default();
		let remainder = product.checked_rem(self.total).unwrap_or_default();
		// `remaining < total`, so the quotient is below the quantity.
		(Energy::try_from(whole).unwrap_or(quantity), remainder)
	}

	fn fill(&self, order: &Order) -> Energy {
		let (whole, remainder) = self.share(order.quantity);
		let lucky = self.extra.is_some_and(|last| {
			last.remainder
				.cmp(&remainder)
				.then_with(|| order.sequence.cmp(&last.sequence))
				.is_le()
		});
		whole.saturating_add(lucky.into()).min(order.quantity)
	}
}

/// Where a side's fills end.
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
pub struct Margin {
	/// The limit of the worst level that trades. Better orders are filled, worse ones get nothing.
	pub limit: Price,
	/// How that level is shared; `None` when it is filled.
	pub ration: Option<Ration>,
}

impl Margin {
	fn fill(&self, side: Side, order: &Order) -> Energy {
		match side.limit_cmp(order.limit, self.limit) {
			Ordering::Less => order.quantity,
			Ordering::Equal => self.ration.map_or(order.quantity, |ration| ration.fill(order)),
			Ordering::Greater => 0,
		}
	}
}

/// A side's margin, with what the price also depends on.
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
pub(crate) struct Reach {
	/// Where the fills end.
	pub margin: Margin,
	/// The best limit that is not filled: of the margin if that is rationed, else of the level
	/// behind it.
	pub unfilled: Option<Price>,
}

/// What an auction decided. Its size does not depend on that of the book.
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
pub struct Outcome {
	/// The most that could be traded if there were no cap (`V*`), in Wh. `u64::MAX` if it is more.
	pub max_volume: Energy,
	/// What is traded (`V`), in Wh: at least 1, at most the cap.
	pub volume: Energy,
	/// The price for all who trade, in `low..=high`.
	pub price: Price,
	/// The lowest price that suits all.
	pub low: Price,
	/// The highest price that suits all.
	pub high: Price,
	/// Where the fills of the bids end.
	pub bids: Margin,
	/// Where the fills of the asks end.
	pub asks: Margin,
}

impl Outcome {
	/// The outcome when `volume` of `max_volume` is traded and the sides reach this far.
	///
	/// Steps 5 and 6 of the clearing.
	pub(crate) fn new(
		max_volume: u128,
		volume: Energy,
		rule: PricingRule,
		bids: Reach,
		asks: Reach,
	) -> Self {
		let (worst_bid, worst_ask) = (bids.margin.limit, asks.margin.limit);
		// Where a cap stops the trade, both sides have more that would trade, and those offers say
		// nothing about the price.
		let (low, high) = if u128::from(volume) < max_volume {
			(worst_ask, worst_bid)
		} else {
			(
				bids.unfilled.map_or(worst_ask, |best| best.max(worst_ask)),
				asks.unfilled.map_or(worst_bid, |best| best.min(worst_bid)),
			)
		};
		Self {
			max_volume: Energy::try_from(max_volume).unwrap_or(Energy::MAX),
			volume,
			price: rule.price(low, high),
			low,
			high,
			bids: bids.margin,
			asks: asks.margin,
		}
	}

	/// What an order of the cleared book gets, in Wh: at most its quantity.
	///
	/// For an order that was not in the book the answer means nothing.
	pub fn fill(&self, side: Side, order: &Order) -> Energy {
		match side {
			Side::Bid => self.bids.fill(side, order),
			Side::Ask => self.asks.fill(side, order),
		}
	}
}

/// What is traded of the most that could be, in Wh; `None` when that is nothing.
///
/// Step 3 of the clearing. What does not fit [`Energy`] is treated as if that were the cap.
pub(crate) fn volume(max_volume: u128, cap: Option<Energy>) -> Option<Energy> {
	let most = cap.unwrap_or(Energy::MAX);
	let volume = Energy::try_from(max_volume).map_or(most, |volume| volume.min(most));
	(volume > 0).then_some(volume)
}
