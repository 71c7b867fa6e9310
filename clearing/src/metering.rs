// SPDX-License-Identifier: Apache-2.0

//! From the registers of a meter to the energy of a period, and what no meter can have counted.

use crate::{Energy, Side, BASIS_POINTS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How much more than its rating a meter may count, in basis points of the rating: 105 %.
const TOLERATED_BP: u64 = 10_500;

const SECONDS_PER_HOUR: u128 = 3600;

/// How much energy flows at `rating` W through a period of `period` s, in Wh, rounded down.
///
/// The most that an order of that meter may be for. No two arguments leave the range.
pub fn rated_energy(rating: u32, period: u32) -> Energy {
	energy_at(rating, period, BASIS_POINTS.into())
}

/// How much a meter with that rating can have counted in a period, in Wh: 5 % more than its rating,
/// rounded down.
pub fn plausible_energy(rating: u32, period: u32) -> Energy {
	energy_at(rating, period, TOLERATED_BP)
}

fn energy_at(rating: u32, period: u32, factor_bp: u64) -> Energy {
	// 32, 32 and 14 bits.
	let most = u128::from(rating)
		.saturating_mul(period.into())
		.saturating_mul(factor_bp.into());
	let hours = most.checked_div(SECONDS_PER_HOUR).unwrap_or_default();
	let energy = hours.checked_div(BASIS_POINTS.into()).unwrap_or_default();
	Energy::try_from(energy).unwrap_or(Energy::MAX)
}

/// The registers of a meter at the boundary of two periods. They only count up.
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
pub struct Registers {
	/// What came in from the grid since the meter was installed, in Wh.
	pub import: Energy,
	/// What went out to the grid since then, in Wh.
	pub export: Energy,
}

/// What a meter's connection can carry, in W.
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
pub struct Rating {
	/// The most that comes in.
	pub import: u32,
	/// The most that goes out.
	pub export: u32,
}

impl Rating {
	/// What an order on this side is bounded by.
	pub const fn of(&self, side: Side) -> u32 {
		match side {
			Side::Bid => self.import,
			Side::Ask => self.export,
		}
	}
}

/// What went through a meter in a period.
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
pub struct Flow {
	/// What came in, in Wh.
	pub import: Energy,
	/// What went out, in Wh.
	pub export: Energy,
}

/// Why two readings of a meter cannot both be true.
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
pub enum MeterFlaw {
	/// A register is below what it was.
	#[codec(index = 0)]
	RegisterWentBack,
	/// More went through than the connection can carry.
	#[codec(index = 1)]
	ImplausibleEnergy,
}

impl Registers {
	/// What went through since `earlier`.
	pub fn since(&self, earlier: &Self) -> Result<Flow, MeterFlaw> {
		let import = self.import.checked_sub(earlier.import);
		let export = self.export.checked_sub(earlier.export);
		match (import, export) {
			(Some(import), Some(export)) => Ok(Flow { import, export }),
			_ => Err(MeterFlaw::RegisterWentBack),
		}
	}
}

impl Flow {
	/// Refuses what a connection of that rating cannot carry in `period` s.
	pub fn check(self, rating: Rating, period: u32) -> Result<Self, MeterFlaw> {
		let is_plausible = self.import <= plausible_energy(rating.import, period) &&
			self.export <= plausible_energy(rating.export, period);
		is_plausible.then_some(self).ok_or(MeterFlaw::ImplausibleEnergy)
	}

	/// What a contract on this side is compared with, in Wh: all import for a buyer, and for a
	/// seller the export less the import.
	pub const fn metered(&self, side: Side) -> Energy {
		match side {
			Side::Bid => self.import,
			Side::Ask => self.export.saturating_sub(self.import),
		}
	}
}

/// How far the meters of a zone and the one on its feeder may be apart, for losses in the cables
/// and the meters' own tolerances.
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
pub struct LossBand {
	/// In basis points of what enters or leaves, whichever is more.
	pub share_bp: u16,
	/// However little that is, in Wh.
	pub absolute: Energy,
}

/// Whether the meters of a zone agree with the one on its feeder: what enters the zone and what
/// leaves it may be apart by the band.
///
/// `meters` is the sum over the zone. `feeder` is what the feeder's meter counted, seen from the
/// zone: its import is what the zone took from the grid. Energy that was never made shows up here,
/// whoever signed for it.
pub fn is_balanced(meters: &Flow, feeder: &Flow, band: &LossBand) -> bool {
	let entering = u128::from(meters.export).saturating_add(feeder.import.into());
	let leaving = u128::from(meters.import).saturating_add(feeder.export.into());
	let whole = u128::from(BASIS_POINTS);
	// 65 bits by 16 at the most.
	let share = entering.max(leaving).saturating_mul(band.share_bp.into());
	let allowed = share.saturating_add(u128::from(band.absolute).saturating_mul(whole));
	entering.abs_diff(leaving).saturating_mul(whole) <= allowed
}
