// SPDX-License-Identifier: Apache-2.0

//! What each party owes once the meters are read, in two parts.
//!
//! The contract is paid in full at the price of the auction, whatever the meter says. What the
//! meter says beyond or below it is settled with the grid account, never between neighbours. As the
//! grid account pays no more than the auction's price and asks for no less, nobody gains by
//! contracting for another amount than what will flow.

use crate::{buyer_pays, seller_gets, Energy, Money, Price, Side, Tariff, BASIS_POINTS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An amount of energy that is settled with the grid account, and its price.
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
pub struct Deviation {
	/// How much, in Wh.
	pub energy: Energy,
	/// What it costs or brings, in money.
	pub money: Money,
}

/// What a seller gets and owes.
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
pub struct Seller {
	/// What the buyers pay for the contract.
	pub contract: Money,
	/// What was sold and not delivered: the seller pays the grid account.
	pub shortfall: Deviation,
	/// What was delivered and not sold: the grid account pays the seller. Not bounded by any
	/// order, so a zone may leave it to the retailer's bill.
	pub surplus: Deviation,
}

impl Seller {
	/// Settles a contract over `contracted` Wh after `metered` Wh were exported. `None` when the
	/// tariff has no short price.
	pub fn new(contracted: Energy, metered: Energy, price: Price, tariff: &Tariff) -> Option<Self> {
		let short = contracted.saturating_sub(metered);
		let long = metered.saturating_sub(contracted);
		Some(Self {
			contract: seller_gets(contracted, price),
			shortfall: Deviation {
				energy: short,
				money: buyer_pays(short, tariff.short_price(price)?),
			},
			surplus: Deviation { energy: long, money: seller_gets(long, tariff.long_price(price)) },
		})
	}

	/// What the seller gets on the chain: contract less shortfall. Negative when it pays. `None`
	/// when out of range, which amounts that [`Self::new`] made never are.
	pub fn bounded_net(&self) -> Option<i128> {
		signed(self.contract)?.checked_sub(signed(self.shortfall.money)?)
	}

	/// What the seller gets in all, with the surplus.
	pub fn net(&self) -> Option<i128> {
		self.bounded_net()?.checked_add(signed(self.surplus.money)?)
	}
}

/// What a buyer owes and gets back.
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
pub struct Buyer {
	/// What the buyer pays for the contract.
	pub contract: Money,
	/// What was bought and not taken: the grid account pays the buyer.
	pub unused: Deviation,
	/// What was taken and not bought: the buyer pays the grid account. Not bounded by any order,
	/// so a zone may leave it to the retailer's bill.
	pub excess: Deviation,
}

impl Buyer {
	/// Settles a contract over `contracted` Wh after `metered` Wh were imported.
	pub fn new(contracted: Energy, metered: Energy, price: Price, tariff: &Tariff) -> Self {
		let unused = contracted.saturating_sub(metered);
		let excess = metered.saturating_sub(contracted);
		Self {
			contract: buyer_pays(contracted, price),
			unused: Deviation {
				energy: unused,
				money: seller_gets(unused, tariff.long_price(price)),
			},
			excess: Deviation { energy: excess, money: buyer_pays(excess, tariff.retail) },
		}
	}

	/// What the buyer gets on the chain: what was not taken less the contract. Never positive.
	/// `None` when out of range, which amounts that [`Self::new`] made never are.
	pub fn bounded_net(&self) -> Option<i128> {
		signed(self.unused.money)?.checked_sub(signed(self.contract)?)
	}

	/// What the buyer gets in all, less the excess. Never positive.
	pub fn net(&self) -> Option<i128> {
		self.bounded_net()?.checked_sub(signed(self.excess.money)?)
	}
}

/// What counts as metered, in Wh, when no reading came and nobody estimated one: nothing for a
/// seller, the contract for a buyer.
///
/// Settlement. Of all amounts up to the contract it is the worst for the meter's owner. A buyer who
/// took more can still gain by silence; the retailer's bill, made from the next reading, is where
/// that comes out.
pub const fn without_reading(side: Side, contracted: Energy) -> Energy {
	match side {
		Side::Bid => contracted,
		Side::Ask => 0,
	}
}

/// What is left of a contract, in Wh, when the grid operator lets only `factor_bp` of it flow.
/// `None` when that is more than all.
///
/// ENE-32. A seller's part is rounded down and a buyer's up, so that what is paid still covers what
/// is received. The rest is neither owed nor paid.
pub fn curtailed(side: Side, contracted: Energy, factor_bp: u16) -> Option<Energy> {
	if factor_bp > BASIS_POINTS {
		return None;
	}
	let scaled = u128::from(contracted).checked_mul(factor_bp.into())?;
	let part = match side {
		Side::Bid => scaled.div_ceil(BASIS_POINTS.into()),
		Side::Ask => scaled.checked_div(BASIS_POINTS.into())?,
	};
	Energy::try_from(part).ok()
}

/// An amount with a sign; `None` when it has no place for one.
pub(crate) fn signed(money: Money) -> Option<i128> {
	i128::try_from(money).ok()
}
