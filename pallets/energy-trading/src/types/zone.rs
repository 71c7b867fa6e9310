// SPDX-License-Identifier: Apache-2.0

//! Zones: who operates them, and by which rules and prices.

use super::*;
use frame_support::stored;
use mote_clearing::{Energy, LossBand, Money, Price, PricingRule};
use mote_primitives::{DeviceId, FeedId};

/// What the grid pays and asks for, in the smallest units of the zone's currency for each kWh.
#[stored]
#[derive(Copy)]
pub struct Prices {
	/// What whoever feeds in gets outside of the market. No order may ask for less.
	pub feed_in: Price,
	/// What whoever draws pays outside of the market. No order may pay more.
	pub retail: Price,
}

/// Where a zone's prices come from.
#[stored]
#[derive(Copy)]
pub enum PriceSource {
	/// The zone's operator sets them.
	#[codec(index = 0)]
	Operator,
	/// Two feeds of sensors and other reporters, in whole units of the currency for each kWh. What
	/// they say is taken when a period opens, no faster than the zone's step.
	#[codec(index = 1)]
	Feeds {
		/// The feed of the price for feeding in.
		feed_in: FeedId,
		/// The feed of the price for drawing.
		retail: FeedId,
	},
}

/// The rules of a zone. Changes hold for periods that are opened later.
#[stored]
#[derive(Copy)]
pub struct ZoneTerms {
	/// Limits of orders are multiples of this.
	pub tick: Price,
	/// The least quantity of an order, in Wh.
	pub min_quantity: Energy,
	/// The most that all may trade in a period, in Wh: what the feeder carries.
	pub cap: Option<Energy>,
	/// Which of the prices that suit all who trade is taken.
	pub rule: PricingRule,
	/// By how much a seller who delivers too little pays more than the retail price.
	pub penalty_bp: BasisPoints,
	/// Which part of what a seller earns goes to the zone's pot.
	pub fee_bp: BasisPoints,
	/// What a cancelled order pays to the pot.
	pub cancel_fee: Money,
	/// What the pot pays to whoever has a market cleared or settled.
	pub reward: Money,
	/// What is put up for a dispute. Goes to the pot when the dispute is rejected.
	pub dispute_bond: Money,
	/// How long before delivery a period opens, in milliseconds.
	pub horizon_ms: Moment,
	/// How long before delivery orders become firm, in milliseconds.
	pub gate_lead_ms: Moment,
	/// How long after delivery meters may still be read, in milliseconds.
	pub read_ms: Moment,
	/// How long a settlement can be disputed, in milliseconds.
	pub dispute_ms: Moment,
	/// How many orders a side of a book takes.
	pub max_orders: u32,
	/// With fewer accounts than this on either side, the price is the middle between the grid's
	/// prices, so that nobody can set it and nobody's profile can be read off it.
	pub min_participants: u32,
	/// By how much a price may change at a time.
	pub max_step_bp: BasisPoints,
	/// Where the prices come from.
	pub source: PriceSource,
	/// How far the zone's meters may be from the one on its feeder.
	pub loss: LossBand,
}

/// Whether a zone takes new periods.
#[stored]
#[derive(Copy)]
pub enum ZoneStatus {
	/// It does.
	#[codec(index = 0)]
	Trading,
	/// It has come to its end.
	#[codec(index = 1)]
	Retired,
}

/// What the grid authorities think of a zone.
#[stored]
#[derive(Copy)]
pub enum ZoneStanding {
	/// Nothing yet: it trades, and issues no certificates.
	#[codec(index = 0)]
	Unassessed,
	/// Its meters can be relied on: it issues certificates.
	#[codec(index = 1)]
	Approved,
	/// Its meters and its feeder do not add up: it issues no certificates for that period or a
	/// later one.
	#[codec(index = 2)]
	Suspect,
}

/// A zone, as stored.
#[stored]
pub struct ZoneRecord<AccountId, Currency, Ticket> {
	/// The grid account: it buys and sells what the market leaves over, and approves meters.
	pub operator: AccountId,
	/// What is paid in.
	pub currency: Currency,
	/// How long a period is, in milliseconds. Never changes.
	pub period_ms: Moment,
	/// The rules for periods opened from now on.
	pub terms: ZoneTerms,
	/// Their version.
	pub terms_version: TermsVersion,
	/// The prices for periods opened from now on.
	pub prices: Prices,
	/// When the prices last changed.
	pub priced_at: Moment,
	/// Whether it takes new periods.
	pub status: ZoneStatus,
	/// Whether it may issue certificates.
	pub standing: ZoneStanding,
	/// The first period for which it issues none while it is suspect.
	pub suspect_from: Moment,
	/// The meter on its feeder.
	pub feeder: Option<DeviceId>,
	/// How many other meters are approved.
	pub approved: u32,
	/// How often the feeder or one of the approved meters became another.
	pub roster: u32,
	/// What the operator has on hold for what buyers do not use.
	pub float: Money,
	/// What rounding, fees and lost bonds have left. Pays the rewards.
	pub pot: Money,
	/// What lies with the pallet's account for the operator, which could not be paid.
	pub due: Money,
	/// How many meters belong to it.
	pub meters: u32,
	/// How many of its periods have not come to their end.
	pub periods: u32,
	/// Returned when the zone is removed.
	pub ticket: Ticket,
}
