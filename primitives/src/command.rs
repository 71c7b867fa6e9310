// SPDX-License-Identifier: Apache-2.0

//! What a device says of a command that it was given.

use crate::{DeviceId, PayloadKind, SignedPayload};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// What became of a command at the device.
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
pub enum ReceiptStatus {
	/// The device has it, and has not decided yet.
	#[codec(index = 0)]
	Received,
	/// The device did what it says.
	#[codec(index = 1)]
	Executed,
	/// The device tried, and could not.
	#[codec(index = 2)]
	Failed,
	/// The device would not: its own limits, an older sequence, no authorisation that it could
	/// verify.
	#[codec(index = 3)]
	Rejected,
}

/// A device's receipt for a command, as the device signs it with a key that may assert data.
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
pub struct CommandReceipt {
	/// The device.
	pub device: DeviceId,
	/// The command's number at the device.
	pub seq: u64,
	/// The digest of the command's terms: of exactly what the device was given.
	pub command: H256,
	/// What became of it.
	pub status: ReceiptStatus,
	/// When, by the device's clock, in milliseconds since 1970.
	pub at: u64,
	/// The device's own code for why; 0 for none.
	pub detail: u16,
}

impl SignedPayload for CommandReceipt {
	const KIND: PayloadKind = PayloadKind::CommandReceipt;
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;

	/// What firmware writes by hand. A change here breaks devices in the field.
	#[test]
	fn command_receipt_should_keep_its_wire_format() {
		let receipt = CommandReceipt {
			device: DeviceId(H256::repeat_byte(0x22)),
			seq: 42,
			command: H256::repeat_byte(0x33),
			status: ReceiptStatus::Executed,
			at: 1_767_225_600_000,
			detail: 0x0102,
		};
		let expected = [
			&[0x22; 32][..],
			&hex!("2a00000000000000"),
			&[0x33; 32],
			&hex!("01 00a8da769b010000 0201"),
		];
		assert_eq!(receipt.encode(), expected.concat());
		assert_eq!(receipt.encode().len(), 83);
		assert_eq!(CommandReceipt::KIND.code(), 6);
	}

	#[test]
	fn statuses_should_keep_their_codes() {
		let statuses = [
			ReceiptStatus::Received,
			ReceiptStatus::Executed,
			ReceiptStatus::Failed,
			ReceiptStatus::Rejected,
		];
		for (code, status) in (0u8..).zip(statuses) {
			assert_eq!(status.encode(), [code]);
		}
		assert!(ReceiptStatus::decode(&mut &[4u8][..]).is_err());
	}
}
