// SPDX-License-Identifier: Apache-2.0

//! A whole period settled in memory, for audits and tests: no money is made or lost.

use crate::{
	curtailed, settlement::signed, without_reading, Buyer, Energy, Money, Order, Outcome, Price,
	Seller, Side, Tariff,
};
use alloc::vec::Vec;

/// An order that was filled, and what the meter behind it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
	/// Whether it buys or sells.
	pub side: Side,
	/// What is bought or sold, in Wh, after curtailment.
	pub contracted: Energy,
	/// What was imported or exported, in Wh.
	pub metered: Energy,
}

impl Position {
	/// The position of an order of a cleared book, before curtailment. Without a reading the worst
	/// for its owner counts.
	pub fn new(outcome: &Outcome, side: Side, order: &Order, reading: Option<Energy>) -> Self {
		let contracted = outcome.fill(side, order);
		let metered = reading.unwrap_or_else(|| without_reading(side, contracted));
		Self { side, contracted, metered }
	}

	/// The position when only `factor_bp` of what was contracted may flow. `None` when that is more
	/// than all.
	pub fn curtailed(self, factor_bp: u16) -> Option<Self> {
		let contracted = curtailed(self.side, self.contracted, factor_bp)?;
		Some(Self { contracted, ..self })
	}
}

/// What everybody gets. A negative amount is paid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ledger {
	/// What each position gets, in their order, with all that goes through the grid account.
	pub nets: Vec<i128>,
	/// What the grid account gets: the opposite of all deviations.
	pub grid: i128,
	/// What is left of the contracts after rounding. It goes to the zone's pot.
	pub dust: Money,
}

impl Ledger {
	/// The sum over all accounts: always 0. `None` when out of range.
	pub fn sum(&self) -> Option<i128> {
		let start = self.grid.checked_add(signed(self.dust)?)?;
		self.nets.iter().try_fold(start, |sum, net| sum.checked_add(*net))
	}
}

/// Settles a period: all positions of both sides, at the auction's price, with every deviation.
///
/// `None` when an amount is out of range, or when the sellers are owed more than the buyers pay:
/// then the positions are not those of a whole period.
pub fn settle(positions: &[Position], price: Price, tariff: &Tariff) -> Option<Ledger> {
	let mut ledger = Ledger { nets: Vec::with_capacity(positions.len()), grid: 0, dust: 0 };
	let mut received: Money = 0;
	for Position { side, contracted, metered } in positions {
		let (net, contract) = match side {
			Side::Bid => {
				let buyer = Buyer::new(*contracted, *metered, price, tariff);
				ledger.dust = ledger.dust.checked_add(buyer.contract)?;
				(buyer.net()?, signed(buyer.contract)?.checked_neg()?)
			},
			Side::Ask => {
				let seller = Seller::new(*contracted, *metered, price, tariff)?;
				received = received.checked_add(seller.contract)?;
				(seller.net()?, signed(seller.contract)?)
			},
		};
		// What is not the contract is the deviation, and the grid account is its other side.
		ledger.grid = ledger.grid.checked_add(contract)?.checked_sub(net)?;
		ledger.nets.push(net);
	}
	ledger.dust = ledger.dust.checked_sub(received)?;
	Some(ledger)
}
