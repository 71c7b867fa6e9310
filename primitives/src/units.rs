// SPDX-License-Identifier: Apache-2.0

//! The units in which streams measure.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The unit of a stream. A fixed table: a unit's code is part of every declaration, and never
/// changes its meaning.
///
/// A value `v` of a stream with the decimal scale `s` stands for `v x 10^s` of the unit.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Unit {
	/// A ratio: 1 is the whole. Fill levels, states of charge.
	#[codec(index = 0)]
	Ratio,
	/// A number of things or events.
	#[codec(index = 1)]
	Count,
	/// Temperature in degrees Celsius.
	#[codec(index = 2)]
	Celsius,
	/// Relative humidity in percent.
	#[codec(index = 3)]
	RelativeHumidity,
	/// Energy in joules.
	#[codec(index = 4)]
	Joule,
	/// Energy in watt-hours. Meters that are settled on use this one.
	#[codec(index = 5)]
	WattHour,
	/// Energy in kilowatt-hours.
	#[codec(index = 6)]
	KilowattHour,
	/// Power in watts.
	#[codec(index = 7)]
	Watt,
	/// Pressure in pascals.
	#[codec(index = 8)]
	Pascal,
	/// Speed in metres per second.
	#[codec(index = 9)]
	MetrePerSecond,
	/// Speed in kilometres per hour.
	#[codec(index = 10)]
	KilometrePerHour,
	/// Distance in metres.
	#[codec(index = 11)]
	Metre,
	/// Distance in kilometres.
	#[codec(index = 12)]
	Kilometre,
	/// Mass in kilograms.
	#[codec(index = 13)]
	Kilogram,
	/// Volume in cubic metres.
	#[codec(index = 14)]
	CubicMetre,
	/// Illuminance in lux.
	#[codec(index = 15)]
	Lux,
	/// Voltage in volts.
	#[codec(index = 16)]
	Volt,
	/// Electric current in amperes.
	#[codec(index = 17)]
	Ampere,
	/// Frequency in hertz.
	#[codec(index = 18)]
	Hertz,
	/// Latitude in degrees, north positive.
	#[codec(index = 19)]
	Latitude,
	/// Longitude in degrees, east positive.
	#[codec(index = 20)]
	Longitude,
}

impl Unit {
	/// Every unit, in the order of their codes.
	pub const ALL: [Self; 21] = [
		Self::Ratio,
		Self::Count,
		Self::Celsius,
		Self::RelativeHumidity,
		Self::Joule,
		Self::WattHour,
		Self::KilowattHour,
		Self::Watt,
		Self::Pascal,
		Self::MetrePerSecond,
		Self::KilometrePerHour,
		Self::Metre,
		Self::Kilometre,
		Self::Kilogram,
		Self::CubicMetre,
		Self::Lux,
		Self::Volt,
		Self::Ampere,
		Self::Hertz,
		Self::Latitude,
		Self::Longitude,
	];

	/// The unit's name in SenML: RFC 8428, and RFC 8798 for the secondary ones.
	pub const fn senml(self) -> &'static str {
		self.names().0
	}

	/// The unit's code in UCUM, the Unified Code for Units of Measure.
	pub const fn ucum(self) -> &'static str {
		self.names().1
	}

	/// The unit with this name in SenML, if the table has it.
	pub fn from_senml(name: &str) -> Option<Self> {
		Self::ALL.into_iter().find(|unit| unit.senml() == name)
	}

	const fn names(self) -> (&'static str, &'static str) {
		match self {
			Self::Ratio => ("/", "1"),
			Self::Count => ("count", "{count}"),
			Self::Celsius => ("Cel", "Cel"),
			Self::RelativeHumidity => ("%RH", "%"),
			Self::Joule => ("J", "J"),
			Self::WattHour => ("Wh", "W.h"),
			Self::KilowattHour => ("kWh", "kW.h"),
			Self::Watt => ("W", "W"),
			Self::Pascal => ("Pa", "Pa"),
			Self::MetrePerSecond => ("m/s", "m/s"),
			Self::KilometrePerHour => ("km/h", "km/h"),
			Self::Metre => ("m", "m"),
			Self::Kilometre => ("km", "km"),
			Self::Kilogram => ("kg", "kg"),
			Self::CubicMetre => ("m3", "m3"),
			Self::Lux => ("lx", "lx"),
			Self::Volt => ("V", "V"),
			Self::Ampere => ("A", "A"),
			Self::Hertz => ("Hz", "Hz"),
			Self::Latitude => ("lat", "deg"),
			Self::Longitude => ("lon", "deg"),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn units_should_keep_their_codes() {
		for (code, unit) in (0u8..).zip(Unit::ALL) {
			assert_eq!(unit.encode(), [code]);
		}
		assert!(Unit::decode(&mut &[21u8][..]).is_err());
	}

	#[test]
	fn every_unit_should_be_found_by_its_own_name_in_senml() {
		for unit in Unit::ALL {
			assert_eq!(Unit::from_senml(unit.senml()), Some(unit));
			assert!(!unit.ucum().is_empty());
		}
		assert_eq!(Unit::from_senml("furlong"), None);
		assert_eq!((Unit::WattHour.senml(), Unit::WattHour.ucum()), ("Wh", "W.h"));
		assert_eq!((Unit::RelativeHumidity.senml(), Unit::RelativeHumidity.ucum()), ("%RH", "%"));
	}
}
