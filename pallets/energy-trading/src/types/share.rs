// SPDX-License-Identifier: Apache-2.0

//! Certificates that go with the energy: who gave, and who gets, which Wh of a market.

use super::*;
use codec::{Decode, Encode};
use frame_support::stored;
use mote_clearing::Energy;
use mote_primitives::DeviceId;
use scale_info::TypeInfo;

/// From one Wh to another, on the line on which all that is bought, or sold, with certificates in a
/// market lies one after the other.
#[stored]
#[derive(Copy)]
pub struct Stretch {
	/// The first Wh.
	pub from: Energy,
	/// The Wh behind the last.
	pub to: Energy,
}

/// All that one side of a market trades with certificates, in a line: in the order in which the
/// meters are settled.
#[stored]
#[derive(Copy, Default)]
pub struct Line {
	/// How many meters of the side were settled, with certificates or without.
	pub meters: u32,
	/// How long the line is, in Wh.
	pub length: Energy,
	/// Where the meter stands that comes first in this market.
	pub first: Energy,
}

/// What a buyer may still claim of the certificates that go with what it bought, as stored.
#[stored]
pub struct ShareRecord<Ticket> {
	/// Which Wh of the market are left to be claimed.
	pub stretch: Stretch,
	/// When its time is over.
	pub use_by: Moment,
	/// Returned when the record is gone.
	pub ticket: Ticket,
}

/// A buyer's share, as told to apps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ShareInfo {
	/// The market.
	pub market: MarketId,
	/// The meter that bought.
	pub meter: DeviceId,
	/// Which Wh of the market are left to be claimed.
	pub stretch: Stretch,
	/// When its time is over.
	pub use_by: Moment,
}
