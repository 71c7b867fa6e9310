// SPDX-License-Identifier: Apache-2.0

//! What a device says of the firmware that it runs.

use crate::{DeviceId, PayloadKind, SignedPayload};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What firmware the device runs. Signed by an operational key that may assert data.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct FirmwareReport {
	/// The device.
	pub device: DeviceId,
	/// The number of the release: the sequence number of its SUIT manifest.
	pub seq: u64,
	/// SHA-256 of the image.
	pub image_digest: [u8; 32],
	/// When the device says this, in milliseconds since 1970. Later than its report before.
	pub at: u64,
}

impl SignedPayload for FirmwareReport {
	const KIND: PayloadKind = PayloadKind::FirmwareReport;
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::H256;

	/// What firmware writes by hand. A change here breaks devices in the field.
	#[test]
	fn report_should_keep_its_wire_format() {
		let report = FirmwareReport {
			device: DeviceId(H256::repeat_byte(7)),
			seq: 3,
			image_digest: [9; 32],
			at: 5,
		};
		let expected =
			[&[7; 32][..], &[3, 0, 0, 0, 0, 0, 0, 0], &[9; 32], &[5, 0, 0, 0, 0, 0, 0, 0]];
		assert_eq!(report.encode(), expected.concat());
		assert_eq!(FirmwareReport::KIND.code(), 9);
	}
}
