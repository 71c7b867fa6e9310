// SPDX-License-Identifier: Apache-2.0

//! The mid-market rate: a price without orders, for periods with too few who take part.
//!
//! All energy that is both made and used in the zone changes hands half-way between the tariff's
//! two prices. The side with more than the other trades the rest with the grid account, and all of
//! that side share what this costs.

use crate::{buyer_pays, seller_gets, Energy, Money, Price, Tariff};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What the zone made and used in a period, and at which prices.
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
pub struct MidMarket {
	/// What all sellers get, for each kWh, rounded down. At least the feed-in price.
	pub sell: Price,
	/// What all buyers pay, for each kWh, rounded up. At most the retail price.
	pub buy: Price,
	/// What the zone made and did not use, in Wh: the grid account takes it at the feed-in price.
	pub left_over: Energy,
	/// What the zone used and did not make, in Wh: the grid account gives it at the retail price.
	pub lacking: Energy,
}

/// The rates when all sellers together export `generation` Wh and all buyers import `demand` Wh.
/// `None` when the feed-in price is above the retail price.
pub fn mid_market(generation: Energy, demand: Energy, tariff: &Tariff) -> Option<MidMarket> {
	if tariff.feed_in > tariff.retail {
		return None;
	}
	let mid = tariff.feed_in.midpoint(tariff.retail);
	let left_over = generation.saturating_sub(demand);
	let lacking = demand.saturating_sub(generation);
	let sell = if left_over == 0 {
		mid
	} else {
		let worth = worth(demand, mid, left_over, tariff.feed_in)?;
		Price::try_from(worth.checked_div(generation.into())?).ok()?
	};
	let buy = if lacking == 0 {
		mid
	} else {
		// The demand is what is lacking at least, so it is not 0.
		let worth = worth(generation, mid, lacking, tariff.retail)?;
		Price::try_from(worth.div_ceil(demand.into())).ok()?
	};
	Some(MidMarket { sell, buy, left_over, lacking })
}

impl MidMarket {
	/// What the grid account pays for what is left over, in money, rounded up.
	pub const fn grid_pays(&self, tariff: &Tariff) -> Money {
		buyer_pays(self.left_over, tariff.feed_in)
	}

	/// What the grid account gets for what is lacking, in money, rounded down.
	pub const fn grid_gets(&self, tariff: &Tariff) -> Money {
		seller_gets(self.lacking, tariff.retail)
	}
}

/// Energy times price, for the energy that stays in the zone and the energy that does not.
fn worth(inside: Energy, mid: Price, outside: Energy, price: Price) -> Option<u128> {
	let inside = u128::from(inside).checked_mul(mid.into())?;
	inside.checked_add(u128::from(outside).checked_mul(price.into())?)
}
