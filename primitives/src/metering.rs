// SPDX-License-Identifier: Apache-2.0

//! What a meter says for settlement.

use crate::{DeviceId, PayloadKind, SignedPayload};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The registers of a meter at one moment, as the meter signs them with a key that may assert data.
///
/// Registers only rise: what flowed between two moments is the difference.
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
pub struct MeterRead {
	/// The meter.
	pub device: DeviceId,
	/// The moment, in milliseconds since 1970: a boundary between two market periods.
	pub at: u64,
	/// All that was ever drawn from the grid, in Wh.
	pub import_wh: u64,
	/// All that was ever fed into the grid, in Wh.
	pub export_wh: u64,
	/// Rises with every read of the meter.
	pub counter: u64,
}

impl SignedPayload for MeterRead {
	const KIND: PayloadKind = PayloadKind::MeterRead;
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use sp_core::H256;

	#[test]
	fn meter_read_should_keep_its_wire_format() {
		let read = MeterRead {
			device: DeviceId(H256::repeat_byte(0x22)),
			at: 1_767_225_600_000,
			import_wh: 1,
			export_wh: 2,
			counter: 3,
		};
		let numbers = hex!("00a8da769b010000 0100000000000000 0200000000000000 0300000000000000");
		assert_eq!(read.encode(), [&[0x22; 32][..], &numbers].concat());
		assert_eq!(MeterRead::KIND.code(), 5);
	}
}
