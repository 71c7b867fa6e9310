// SPDX-License-Identifier: Apache-2.0

//! What apps are told.

use super::*;
use codec::{Decode, Encode};
use mote_clearing::{Energy, Money, Price, Side};
use mote_primitives::DeviceId;
use scale_info::TypeInfo;

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
	/// Whether certificates go with what is sold, or are wanted with what is bought.
	pub with_attribute: bool,
	/// What was sold or bought, in Wh, once that is known.
	pub contract: Option<Energy>,
	/// What is on hold.
	pub held: Money,
	/// Whether the meter was read when delivery began and ended.
	pub is_read: bool,
	/// What it came to, once settled.
	pub settlement: Option<Settlement>,
	/// Which Wh of the market it gives or gets certificates for, once settled.
	pub stretch: Option<Stretch>,
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
	/// The meter on its feeder.
	pub feeder: Option<DeviceId>,
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
