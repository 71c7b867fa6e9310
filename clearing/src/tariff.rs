// SPDX-License-Identifier: Apache-2.0

//! What energy costs, with whom, and what must be held before it is traded.
//!
//! Whoever pays, pays rounded up; whoever receives, receives rounded down. What is left over never
//! has to come from anyone.

use crate::{Energy, Money, Price};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A price is for so many Wh.
const WH_PER_KWH: Money = 1000;

/// One, in basis points.
pub const BASIS_POINTS: u16 = 10_000;

/// What a buyer of `fill` Wh pays at `price`, in money: `ceil(fill * price / 1000)`.
///
/// Step 7 of the clearing. No two arguments leave the range.
pub const fn buyer_pays(fill: Energy, price: Price) -> Money {
	product(fill, price).div_ceil(WH_PER_KWH)
}

/// What a seller of `fill` Wh gets at `price`, in money: `floor(fill * price / 1000)`.
///
/// Step 7 of the clearing. No two arguments leave the range.
pub const fn seller_gets(fill: Energy, price: Price) -> Money {
	product(fill, price) / WH_PER_KWH
}

/// Two factors of 64 bits have a product of at most 128. A constant function can widen only by
/// `as`.
const fn product(fill: Energy, price: Price) -> Money {
	(fill as Money).saturating_mul(price as Money)
}

/// What a bid must hold, in money: what it pays if all of it trades at its limit.
///
/// Settlement. The bid never pays more, for it never gets more and never pays above its limit.
pub const fn bid_hold(quantity: Energy, limit: Price) -> Money {
	buyer_pays(quantity, limit)
}

/// What an ask must hold, in money: what it loses if all of it trades at its limit and nothing is
/// delivered. `None` when the tariff has no short price, or the limit is above it.
///
/// Settlement: `ceil(quantity * (worst_short_price - limit) / 1000) + 1`. The one more is for the
/// contract and the shortfall, which are rounded apart.
pub fn ask_hold(quantity: Energy, limit: Price, tariff: &Tariff) -> Option<Money> {
	let loss = tariff.worst_short_price()?.checked_sub(limit)?;
	buyer_pays(quantity, loss).checked_add(1)
}

/// What the grid account pays, and asks for, beside the market; a zone's, fixed for a period when
/// it opens.
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
pub struct Tariff {
	/// What the grid account pays for energy, for each kWh. At most `retail`.
	pub feed_in: Price,
	/// What the grid account asks for energy, for each kWh.
	pub retail: Price,
	/// By how much energy that was sold and not delivered is dearer, in basis points.
	pub penalty_bp: u16,
}

impl Tariff {
	/// Whether a market can be held under it: the feed-in price is not above the retail price, and
	/// the penalty does not take the short price out of range.
	///
	/// Under such a tariff the prices below exist for every limit in the band.
	pub fn is_sound(&self) -> bool {
		self.feed_in <= self.retail && self.worst_short_price().is_some()
	}

	/// Whether a limit is in the band of prices at which both sides are better off with each other
	/// than with the grid account.
	pub const fn has_in_band(&self, limit: Price) -> bool {
		self.feed_in <= limit && limit <= self.retail
	}

	/// What a seller gets for energy beyond the contract, and a buyer for energy not taken, for
	/// each kWh, after an auction at `price`: the lower of the two prices.
	///
	/// Settlement, `p_long`. At most `price`, so nobody gains by more trade than there is energy.
	pub fn long_price(&self, price: Price) -> Price {
		self.feed_in.min(price)
	}

	/// What a seller pays for energy that was sold and not delivered, for each kWh, after an
	/// auction at `price`. `None` when out of range.
	///
	/// Settlement, `p_short`: the higher of the two prices, and the penalty on top, rounded up. At
	/// least `price`, so nobody gains by selling what does not come.
	pub fn short_price(&self, price: Price) -> Option<Price> {
		let factor = u128::from(BASIS_POINTS).checked_add(self.penalty_bp.into())?;
		let dear = u128::from(self.retail.max(price)).checked_mul(factor)?;
		Price::try_from(dear.div_ceil(BASIS_POINTS.into())).ok()
	}

	/// The short price after an auction at any price in the band: what holds are for. `None` when
	/// out of range.
	pub fn worst_short_price(&self) -> Option<Price> {
		self.short_price(self.retail)
	}

	/// What the grid account must have ready, in money, for a buyer of `fill` Wh who takes none of
	/// it.
	///
	/// Settlement. The sum over all bids is needed before the auction, when their fills are not
	/// known yet: give their quantities.
	pub const fn float_for(&self, fill: Energy) -> Money {
		seller_gets(fill, self.feed_in)
	}
}
