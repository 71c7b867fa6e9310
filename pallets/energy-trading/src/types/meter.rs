// SPDX-License-Identifier: Apache-2.0

//! Meters, and what they sign.

use super::*;
use frame_support::{stored, BoundedVec};
use mote_clearing::Energy;
use mote_primitives::{BatchId, Reading, StreamId, H256, MAX_READING_PATH};
use sp_core::ConstU32;

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
	/// It is the one on the zone's feeder: it draws what the zone takes from the grid, and trades
	/// nothing.
	#[codec(index = 3)]
	Feeder,
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
	/// At which boundaries it has been counted beside the feeder.
	pub counted: Counted,
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
