// SPDX-License-Identifier: Apache-2.0

//! Parts of meters in markets, from orders to bills.

use super::*;
use frame_support::{stored, BoundedVec};
use mote_clearing::{Energy, Money, Order};
use mote_primitives::DeviceId;
use sp_core::ConstU32;

/// A meter's registers at one boundary between periods, as far as they are known.
#[stored]
#[derive(Copy, Default)]
pub struct Registers {
	/// What was drawn, in Wh.
	pub import: Option<Energy>,
	/// What was fed in, in Wh.
	pub export: Option<Energy>,
}

/// On what a settlement rests.
#[stored]
#[derive(Copy)]
pub enum Evidence {
	/// On the meter's own reads.
	#[codec(index = 0)]
	Metered,
	/// On what the operator interpolated, since a read was missing.
	#[codec(index = 1)]
	Estimated,
	/// On nothing: the worst case for the meter's owner.
	#[codec(index = 2)]
	Missing,
	/// On the decision of a dispute.
	#[codec(index = 3)]
	Decided,
}

/// What a meter's part in a market came to.
#[stored]
#[derive(Copy)]
pub struct Settlement {
	/// What was sold or bought, after curtailment, in Wh.
	pub contract: Energy,
	/// What was metered: net export of a seller, import of a buyer, in Wh.
	pub metered: Energy,
	/// How that is known.
	pub evidence: Evidence,
	/// What the owner receives; negative when it pays. Before the fee.
	pub net: i128,
	/// What the grid account receives for a shortfall; negative when it pays for unused energy.
	pub grid: i128,
	/// What was metered beyond the contract, in Wh. On the retailer's bill, not here.
	pub beyond: Energy,
}

/// A dispute about a meter's settlement.
#[stored]
pub struct Dispute<AccountId> {
	/// Who disputes.
	pub by: AccountId,
	/// What is on hold for it.
	pub bond: Money,
	/// Since when.
	pub at: Moment,
}

/// How a dispute was decided.
#[stored]
#[derive(Copy)]
pub enum Decision {
	/// The settlement stands, and the bond is lost.
	#[codec(index = 0)]
	Rejected,
	/// This is what was metered, in Wh. The bond is returned.
	#[codec(index = 1)]
	Corrected(Energy),
	/// Nobody decided in time: the settlement stands, and the bond is returned.
	#[codec(index = 2)]
	Undecided,
}

/// Which part of which meter in which market.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LegId<AccountId> {
	/// The market, and the side on which the meter is.
	pub book: BookId,
	/// Whose it is. The meter keeps its owner for as long as it takes part.
	pub account: AccountId,
	/// The meter.
	pub meter: DeviceId,
}

/// The part of a meter in a market, as stored.
#[stored]
pub struct LegRecord<AccountId, Ticket> {
	/// Its orders. What is on hold for each follows from the market's tariff.
	pub orders: BoundedVec<Order, ConstU32<MAX_ORDERS_PER_METER>>,
	/// Whether certificates go with what is sold, or are wanted with what is bought.
	pub with_attribute: bool,
	/// What is on hold for it.
	pub held: Money,
	/// What of that is of orders that made way and of bonds, and could not be given back.
	pub stuck: Money,
	/// What was sold or bought, in Wh, once that is known.
	pub contract: Option<Energy>,
	/// The registers when delivery began.
	pub opens: Registers,
	/// The registers when delivery ended.
	pub closes: Registers,
	/// What the operator takes for the energy, in Wh, unless the reads come.
	pub estimate: Option<Energy>,
	/// What it came to.
	pub settlement: Option<Settlement>,
	/// Where it stands on its side's line, if certificates go with what it trades.
	pub place: Option<Stretch>,
	/// Whether a buyer has paid for its contract, and only waits for what it may get back.
	pub is_collected: bool,
	/// Whether, and by whom, that is disputed.
	pub dispute: Option<Dispute<AccountId>>,
	/// Whether its owner has disputed it: nobody does so twice.
	pub is_heard: bool,
	/// Whether the zone's operator has.
	pub is_operator_heard: bool,
	/// Returned when the meter's part is over.
	pub ticket: Ticket,
}

/// What an account could not be given back or paid, because the issuer of the currency has blocked
/// it.
#[stored]
pub struct ClaimRecord<Ticket> {
	/// What is still on hold with the account itself.
	pub held: Money,
	/// What lies with the pallet's account for it.
	pub owed: Money,
	/// The deposit of the part in a market that left the first of it. Returned with the payment.
	pub ticket: Ticket,
}
