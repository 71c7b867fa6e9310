// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use codec::{Decode, Encode};
use frame_support::{stored, BoundedVec};
use mote_clearing::{Energy, Money, Order, Outcome, Price, PricingRule, Side};
use mote_primitives::{BatchId, DeviceId, FeedId, Reading, StreamId, H256, MAX_READING_PATH};
use scale_info::TypeInfo;
use sp_core::ConstU32;

/// A moment, or a length of time, in milliseconds.
pub type Moment = u64;
/// The number of a zone. Never given out again.
pub type ZoneId = u32;
/// The number of an order in its market: even for bids, odd for asks. Never given out again there.
pub type OrderId = u64;
/// The number of a certificate. Never given out again.
pub type CertificateId = u64;
/// How often a zone's terms had been changed. Names the terms that somebody has seen.
pub type TermsVersion = u32;
/// A share in basis points: 10,000 is the whole.
pub type BasisPoints = u16;

/// The whole, in basis points.
pub const WHOLE: BasisPoints = 10_000;
/// How many orders a meter may have in a period.
pub const MAX_ORDERS_PER_METER: u32 = 4;
/// How many orders a page of a book holds.
pub const PAGE_ORDERS: u32 = 128;
/// Two neighbouring pages that hold no more than this together become one.
pub const MERGE_ORDERS: u32 = 96;
/// How many pages a side of a book may have.
pub const MAX_PAGES: u32 = 176;
/// How many orders a side of a book may have: so many fit, whatever was cancelled.
pub const MAX_BOOK_ORDERS: u32 = 8_192;
/// How long after gate closure a book is cleared, at the earliest: the clocks of two validators may
/// be half a minute apart.
pub const GATE_GUARD: Moment = 60_000;
/// The longest that a zone may wait for anything: 30 days.
pub const MAX_WAIT: Moment = 30 * 24 * 60 * 60 * 1_000;

/// One period of one zone: everything that is traded in it has one price.
#[stored]
#[derive(Copy, PartialOrd, Ord)]
pub struct MarketId {
	/// The zone.
	pub zone: ZoneId,
	/// When delivery begins, in milliseconds since 1970: a multiple of the zone's period.
	pub start: Moment,
}

/// One side of a market.
#[stored]
#[derive(Copy)]
pub struct BookId {
	/// The market.
	pub market: MarketId,
	/// The side.
	pub side: Side,
}

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
	/// Its meters and its feeder do not add up: it issues no certificates.
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

/// Which way energy may flow through a meter.
#[stored]
#[derive(Copy)]
pub enum Direction {
	/// It only draws: bids only.
	#[codec(index = 0)]
	Consumer,
	/// It only feeds in: asks only.
	#[codec(index = 1)]
	Producer,
	/// Both, one at a time.
	#[codec(index = 2)]
	Prosumer,
}

/// From what energy is made.
#[stored]
#[derive(Copy)]
pub enum EnergySource {
	/// Not said. No certificates.
	#[codec(index = 0)]
	Unknown,
	/// The sun.
	#[codec(index = 1)]
	Solar,
	/// Wind.
	#[codec(index = 2)]
	Wind,
	/// Running water.
	#[codec(index = 3)]
	Hydro,
	/// Biogas, wood.
	#[codec(index = 4)]
	Biomass,
	/// A battery: it gives back what was charged, and issues again what was cancelled for that.
	#[codec(index = 5)]
	Storage,
}

/// A stream of a meter that carries one of its registers, as it was declared when somebody looked
/// at it. Declared again, it is another.
#[stored]
#[derive(Copy)]
pub struct RegisterStream {
	/// The stream.
	pub stream: StreamId,
	/// Which of its declarations.
	pub incarnation: u64,
}

/// The streams of a meter that carry its registers, in Wh, if its batches are to count.
#[stored]
#[derive(Copy)]
pub struct MeterStreams {
	/// All that was ever drawn.
	pub import: RegisterStream,
	/// All that was ever fed in.
	pub export: RegisterStream,
}

/// What the owner says of a meter.
#[stored]
#[derive(Copy)]
pub struct MeterSpec {
	/// Which way energy may flow.
	pub direction: Direction,
	/// The most that can be drawn, in W.
	pub max_import_w: u32,
	/// The most that can be fed in, in W.
	pub max_export_w: u32,
	/// From what it makes energy.
	pub source: EnergySource,
	/// Where its registers are found in batches.
	pub streams: Option<MeterStreams>,
}

/// How far a meter is approved.
#[stored]
#[derive(Copy)]
pub enum Approval {
	/// Not at all.
	#[codec(index = 0)]
	Pending,
	/// It may trade.
	#[codec(index = 1)]
	Approved,
	/// It may trade, and what it makes is certified.
	#[codec(index = 2)]
	Certified,
}

/// A meter of a zone, as stored.
#[stored]
pub struct MeterRecord<AccountId, Ticket> {
	/// The zone.
	pub zone: ZoneId,
	/// Who trades with it.
	pub owner: AccountId,
	/// The device's ownership period. The record speaks for no other.
	pub epoch: u32,
	/// What it is.
	pub spec: MeterSpec,
	/// How far the zone's operator approves of it.
	pub approval: Approval,
	/// Since when.
	pub approved_at: Moment,
	/// The latest registers, which later ones may not fall below.
	pub latest: Latest,
	/// In how many periods it takes part that have not come to their end.
	pub open: u32,
	/// What it bought and, by its own reads, drew, and for which no certificate was cancelled, in
	/// Wh. Counted for batteries.
	pub drawn: Energy,
	/// What was cancelled for charging it and not yet issued again, in Wh.
	pub charged: Energy,
	/// Until when that can be used: as long as the first to expire of what was cancelled.
	pub charged_until: Moment,
	/// Returned when the meter is removed.
	pub ticket: Ticket,
}

/// The latest that is known of a meter's registers.
#[stored]
#[derive(Copy, Default)]
pub struct Latest {
	/// What was drawn, and when that was so.
	pub import: Option<(Moment, Energy)>,
	/// What was fed in, and when that was so.
	pub export: Option<(Moment, Energy)>,
	/// The counter of the last read, and of which moment that was.
	pub counter: Option<(Moment, u64)>,
}

/// How far a market has come: what has happened, where time alone does not tell.
#[stored]
pub enum Progress<AccountId> {
	/// The book takes orders until its gate closes, and waits.
	#[codec(index = 0)]
	Trading,
	/// It is being cleared.
	#[codec(index = 1)]
	Clearing,
	/// Cleared. What the fills do not need is returned, meter by meter.
	#[codec(index = 2)]
	Releasing(Pass<AccountId>),
	/// What was sold is delivered and read.
	#[codec(index = 3)]
	Delivering,
	/// The reads are compared with the contracts, meter by meter.
	#[codec(index = 4)]
	Settling(Pass<AccountId>),
	/// Settled. Can be disputed since this moment.
	#[codec(index = 5)]
	Settled(Moment),
	/// Everybody pays and is paid, meter by meter.
	#[codec(index = 6)]
	Paying(Pass<AccountId>),
	/// Nothing was traded, or the market was suspended. Everything is returned, meter by meter.
	#[codec(index = 7)]
	Returning(Pass<AccountId>),
	/// All have been paid but disputed meters, and those whose payment failed.
	#[codec(index = 8)]
	Frozen,
}

/// How far a pass over the meters of a market has come.
#[stored]
pub struct Pass<AccountId> {
	/// The side.
	pub side: Side,
	/// The last meter that was dealt with, and whose it is.
	pub after: Option<(AccountId, DeviceId)>,
}

/// Why nothing was traded.
#[stored]
#[derive(Copy)]
pub enum NoTrade {
	/// No bid reached an ask.
	#[codec(index = 0)]
	NoCross,
	/// The grid account had not put up enough for what buyers might not use.
	#[codec(index = 1)]
	GridFloatTooLow,
	/// The zone's operator suspended the market.
	#[codec(index = 2)]
	Suspended,
}

/// What a clearing decided, as stored.
#[stored]
#[derive(Copy)]
pub struct Cleared {
	/// Who gets how much.
	pub outcome: Outcome,
	/// The middle between the grid's prices, where too few took part to have a price of their own.
	/// Only orders that accept it traded.
	pub reference: Option<Price>,
}

/// How a market ended, or is about to.
#[stored]
#[derive(Copy)]
#[allow(clippy::large_enum_variant, reason = "there is one for each period")]
pub enum Verdict {
	/// Energy was traded.
	#[codec(index = 0)]
	Traded(Cleared),
	/// Nothing was.
	#[codec(index = 1)]
	NoTrade(NoTrade),
}

/// What a market's settlement adds up to.
#[stored]
#[derive(Copy, Default)]
pub struct Totals {
	/// What those who traded fed in, in Wh.
	pub exported: Energy,
	/// What those who traded drew, in Wh.
	pub imported: Energy,
	/// What the grid account receives for missing energy, less what it pays for unused.
	pub grid: i128,
}

/// A period of a zone, as stored.
#[stored]
pub struct PeriodRecord<AccountId, Ticket> {
	/// Who opened it.
	pub opener: AccountId,
	/// The rules, as they were then.
	pub terms: ZoneTerms,
	/// Their version.
	pub terms_version: TermsVersion,
	/// The prices, as they were then.
	pub prices: Prices,
	/// The most that may be traded, in Wh.
	pub cap: Option<Energy>,
	/// Which part of the contracts stands, when the operator curtailed them.
	pub curtailed_to: Option<BasisPoints>,
	/// How far it has come.
	pub progress: Progress<AccountId>,
	/// What the clearing decided, once it has.
	pub verdict: Option<Verdict>,
	/// How many meters have bids, or have bought. Counted by the book until it is closed.
	pub buyers: u32,
	/// How many meters have asks, or have sold. Counted by the book until it is closed.
	pub sellers: u32,
	/// How many of them have all their reads.
	pub read: u32,
	/// How many of them are disputed.
	pub disputed: u32,
	/// What the settlement adds up to.
	pub totals: Totals,
	/// What lies with the pallet's account for it.
	pub escrow: Money,
	/// What of that the grid account put in.
	pub float: Money,
	/// Returned when everything is paid.
	pub ticket: Ticket,
}

/// An order on a page of a book.
#[stored]
#[derive(Copy)]
pub struct PlacedOrder {
	/// The order, as the auction sees it.
	pub order: Order,
	/// Whose it is.
	pub meter: DeviceId,
}

/// A page in the directory of a book.
#[stored]
#[derive(Copy)]
pub struct PageEntry {
	/// The number of the page.
	pub page: u32,
	/// How many orders it holds.
	pub count: u32,
	/// The limit of its first order.
	pub limit: Price,
	/// The number of its first order.
	pub sequence: OrderId,
}

/// One side of a market: where its orders are, and what has been counted out. All that placing an
/// order changes beside the meter's part and a page.
#[stored]
#[derive(Default)]
pub struct Book {
	/// The pages, in merit order.
	pub pages: BoundedVec<PageEntry, ConstU32<MAX_PAGES>>,
	/// How many orders they hold together.
	pub orders: u32,
	/// The number that the next page takes.
	pub next_page: u32,
	/// How many orders it has ever had, which the number of the next one follows from.
	pub placed: u64,
	/// How many meters have orders in it. The market's record counts them once it is closed.
	pub meters: u32,
	/// How many accounts have.
	pub accounts: u32,
}

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

/// For whom a certificate was cancelled.
#[stored]
pub enum Beneficiary<AccountId> {
	/// An account: the certificate is used up.
	#[codec(index = 0)]
	Account(AccountId),
	/// A battery that was charged: it may issue as much again.
	#[codec(index = 1)]
	Storage(DeviceId),
}

/// Where a certificate is in its life.
#[stored]
pub enum CertificateState<AccountId> {
	/// It can be split, merged, handed on, cancelled.
	#[codec(index = 0)]
	Issued,
	/// Used, for good.
	#[codec(index = 1)]
	Cancelled {
		/// For whom.
		beneficiary: Beneficiary<AccountId>,
		/// When.
		at: Moment,
	},
	/// Taken back by the grid authorities.
	#[codec(index = 2)]
	Withdrawn,
}

/// A certificate for energy from a renewable source, as stored.
#[stored]
pub struct CertificateRecord<AccountId, Ticket> {
	/// Which meter fed it in.
	pub device: DeviceId,
	/// The zone: more than that is not told of where.
	pub zone: ZoneId,
	/// When the interval began in which it was fed in.
	pub start: Moment,
	/// How long the interval is, in milliseconds: an hour at the most.
	pub period_ms: Moment,
	/// From what it was made.
	pub source: EnergySource,
	/// How much, in Wh.
	pub energy: Energy,
	/// Whose it is.
	pub owner: AccountId,
	/// Where it is in its life.
	pub state: CertificateState<AccountId>,
	/// When it was issued.
	pub issued_at: Moment,
	/// When its time is over.
	pub use_by: Moment,
	/// Who put up the ticket.
	pub depositor: AccountId,
	/// Returned when the record is gone.
	pub ticket: Ticket,
}

/// What has become of all certificates ever issued, in Wh. Conserved.
#[stored]
#[derive(Copy, Default)]
pub struct CertificateTotals {
	/// Issued, from the beginning of time.
	pub issued: u128,
	/// In circulation.
	pub live: u128,
	/// Cancelled for a beneficiary.
	pub cancelled: u128,
	/// Not used in time.
	pub expired: u128,
	/// Taken back.
	pub withdrawn: u128,
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

/// How far a market has come, as told to apps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Stage {
	/// It has not opened.
	#[codec(index = 0)]
	Scheduled,
	/// It takes orders.
	#[codec(index = 1)]
	Open,
	/// Orders are firm.
	#[codec(index = 2)]
	Closed,
	/// It has a price.
	#[codec(index = 3)]
	Cleared,
	/// Energy is delivered.
	#[codec(index = 4)]
	Delivering,
	/// Reads are awaited.
	#[codec(index = 5)]
	Metering,
	/// Reads are compared with contracts.
	#[codec(index = 6)]
	Settling,
	/// It can be disputed.
	#[codec(index = 7)]
	Settled,
	/// Everybody is paid.
	#[codec(index = 8)]
	Final,
	/// Nothing was traded.
	#[codec(index = 9)]
	NoTrade,
	/// The operator suspended it.
	#[codec(index = 10)]
	Suspended,
}

/// A market, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MarketInfo {
	/// How far it has come.
	pub stage: Stage,
	/// The rules.
	pub terms: ZoneTerms,
	/// Their version, which orders name.
	pub terms_version: TermsVersion,
	/// The grid's prices.
	pub prices: Prices,
	/// The most that may be traded, in Wh.
	pub cap: Option<Energy>,
	/// How many bids there are.
	pub bids: u32,
	/// How many asks there are.
	pub asks: u32,
	/// How many meters buy.
	pub buyers: u32,
	/// How many meters sell.
	pub sellers: u32,
	/// What the clearing decided.
	pub verdict: Option<Verdict>,
	/// What the settlement adds up to.
	pub totals: Totals,
}

/// An order, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OrderInfo {
	/// Its number.
	pub id: OrderId,
	/// The meter.
	pub meter: DeviceId,
	/// Bid or ask.
	pub side: Side,
	/// The worst price accepted.
	pub limit: Price,
	/// How much, in Wh.
	pub quantity: Energy,
	/// How much of it was traded, once that is known.
	pub fill: Option<Energy>,
}

/// What a meter's part in a market comes to, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Bill {
	/// Bid or ask.
	pub side: Side,
	/// The price for all, once there is one.
	pub price: Option<Price>,
	/// What was sold or bought, in Wh, once that is known.
	pub contract: Option<Energy>,
	/// What is on hold.
	pub held: Money,
	/// Whether the meter was read when delivery began and ended.
	pub is_read: bool,
	/// What it came to, once settled.
	pub settlement: Option<Settlement>,
	/// Whether that is disputed.
	pub is_disputed: bool,
}

/// A zone, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ZoneInfo<AccountId, Currency> {
	/// The grid account.
	pub operator: AccountId,
	/// What is paid in.
	pub currency: Currency,
	/// How long a period is, in milliseconds.
	pub period_ms: Moment,
	/// The rules for periods opened from now on.
	pub terms: ZoneTerms,
	/// Their version, which orders name that open a period.
	pub terms_version: TermsVersion,
	/// The prices for periods opened from now on.
	pub prices: Prices,
	/// Whether it takes new periods.
	pub status: ZoneStatus,
	/// Whether it may issue certificates.
	pub standing: ZoneStanding,
	/// What the operator has up for what buyers do not use.
	pub float: Money,
	/// What pays the rewards.
	pub pot: Money,
	/// How many meters belong to it.
	pub meters: u32,
	/// How many of its periods have not come to their end.
	pub periods: u32,
}

/// A meter, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MeterInfo<AccountId> {
	/// The zone.
	pub zone: ZoneId,
	/// Who trades with it.
	pub owner: AccountId,
	/// What it is.
	pub spec: MeterSpec,
	/// How far it is approved.
	pub approval: Approval,
	/// In how many periods it takes part that have not come to their end.
	pub open: u32,
	/// For how much of what a battery drew certificates may be cancelled, in Wh.
	pub drawn: Energy,
	/// What a battery may issue again, in Wh.
	pub charged: Energy,
}

/// A certificate, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CertificateInfo<AccountId> {
	/// Which meter fed it in.
	pub device: DeviceId,
	/// The zone.
	pub zone: ZoneId,
	/// When the interval began.
	pub start: Moment,
	/// How long the interval is, in milliseconds.
	pub period_ms: Moment,
	/// From what it was made.
	pub source: EnergySource,
	/// How much, in Wh.
	pub energy: Energy,
	/// Whose it is.
	pub owner: AccountId,
	/// Where it is in its life.
	pub state: CertificateState<AccountId>,
	/// When its time is over.
	pub expires_at: Moment,
}

/// A register of a meter that lies in an anchored batch.
#[stored]
pub struct BatchProof {
	/// The batch.
	pub batch: BatchId,
	/// The index of the reading in it.
	pub index: u32,
	/// The reading: of one of the meter's register streams, at a boundary.
	pub reading: Reading,
	/// The hashes that lead from the reading to the batch's root.
	pub path: BoundedVec<H256, ConstU32<MAX_READING_PATH>>,
}
