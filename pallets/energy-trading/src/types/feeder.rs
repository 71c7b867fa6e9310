// SPDX-License-Identifier: Apache-2.0

//! What is added up to compare a zone's meters with the one on its feeder.

use super::*;
use frame_support::stored;

/// One register of many meters at one boundary.
#[stored]
#[derive(Copy, Default)]
pub struct Sum {
	/// Of how many meters.
	pub meters: u32,
	/// What they have counted together, in Wh.
	pub energy: u128,
}

/// The registers of a zone at one boundary between periods.
#[stored]
#[derive(Copy, Default)]
pub struct Tally {
	/// Which meters are meant: the zone's roster when the first was counted.
	pub roster: Option<u32>,
	/// What was drawn.
	pub import: Sum,
	/// What was fed in.
	pub export: Sum,
	/// What the feeder's meter says.
	pub feeder: Registers,
}

/// The registers of a zone at both ends of a period, as stored.
#[stored]
#[derive(Copy, Default)]
pub struct FeederCheck {
	/// When delivery began.
	pub opens: Tally,
	/// When delivery ended.
	pub closes: Tally,
}

/// At which of the last boundaries a meter has been counted, so that it is once.
#[stored]
#[derive(Copy, Default)]
pub struct Counted {
	/// The latest.
	pub newest: Moment,
	/// A bit for each boundary, of the latest first: whether what was drawn is counted.
	pub import: u128,
	/// The same of what was fed in.
	pub export: u128,
}
