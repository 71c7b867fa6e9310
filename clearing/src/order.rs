// SPDX-License-Identifier: Apache-2.0

//! What is traded, and who comes first.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use scale_info::TypeInfo;

/// A price, in the smallest units of the zone's currency for each kWh.
pub type Price = u64;

/// An amount of energy, in Wh.
pub type Energy = u64;

/// An amount of money, in the smallest units of the zone's currency.
pub type Money = u128;

/// An offer to buy or to sell in one zone and one period.
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
pub struct Order {
	/// The worst price accepted: the highest for a bid, the lowest for an ask.
	pub limit: Price,
	/// How much is wanted or offered, in Wh. An order for nothing takes no part in the auction.
	pub quantity: Energy,
	/// The order's place in the sequence of all orders. No two orders of a side share one.
	pub sequence: u64,
}

/// The side of the market on which an order stands.
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
pub enum Side {
	/// Buys.
	#[codec(index = 0)]
	Bid,
	/// Sells.
	#[codec(index = 1)]
	Ask,
}

impl Side {
	/// The side that this one trades with.
	pub const fn other(self) -> Self {
		match self {
			Self::Bid => Self::Ask,
			Self::Ask => Self::Bid,
		}
	}

	/// How two limits of this side compare: the better one is `Less`, so that it sorts first.
	pub fn limit_cmp(self, a: Price, b: Price) -> Ordering {
		match self {
			Self::Bid => b.cmp(&a),
			Self::Ask => a.cmp(&b),
		}
	}

	/// Whether a limit of this side trades with a limit of the other. Equal limits do.
	pub const fn crosses(self, own: Price, other: Price) -> bool {
		match self {
			Self::Bid => own >= other,
			Self::Ask => own <= other,
		}
	}
}

/// Merit order: the better limit first, and of equal limits the earlier order.
///
/// Step 1 of the clearing: bids by limit from the highest, asks from the lowest.
pub fn merit_cmp(side: Side, a: &Order, b: &Order) -> Ordering {
	side.limit_cmp(a.limit, b.limit).then_with(|| a.sequence.cmp(&b.sequence))
}
