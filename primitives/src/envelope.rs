// SPDX-License-Identifier: Apache-2.0

//! The envelope: the bytes that a device signs.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// What every signed message begins with.
pub const ENVELOPE_TAG: &[u8; 8] = b"mote:v1:";

/// What a signed payload is about. One kind's signature is worth nothing for another.
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
#[repr(u8)]
pub enum PayloadKind {
	/// A single reading of a sensor.
	#[codec(index = 1)]
	Reading = 1,
	/// The root and the aggregates of many readings.
	#[codec(index = 2)]
	Batch = 2,
	/// A new operational key's proof that the device holds it.
	#[codec(index = 3)]
	KeyRotation = 3,
	/// A device's consent to a new owner.
	#[codec(index = 4)]
	TransferAcceptance = 4,
	/// A meter's reading for settlement.
	#[codec(index = 5)]
	MeterRead = 5,
	/// A device's receipt for a command.
	#[codec(index = 6)]
	CommandReceipt = 6,
	/// A report to a feed.
	#[codec(index = 7)]
	OracleReport = 7,
	/// A warning to others nearby.
	#[codec(index = 8)]
	Hazard = 8,
	/// What firmware the device runs.
	#[codec(index = 9)]
	FirmwareReport = 9,
	/// A manufacturer's statement that it made the device.
	#[codec(index = 10)]
	BirthRecord = 10,
	/// A device's proof at registration that it holds its identity key.
	#[codec(index = 11)]
	Possession = 11,
	/// An old key's consent to a new one.
	#[codec(index = 12)]
	KeyAuthorisation = 12,
	/// A device's sign of life after it was suspended or lost.
	#[codec(index = 13)]
	Reactivation = 13,
	/// A manufacturer's statement that it made a whole batch of devices.
	#[codec(index = 14)]
	BirthBatch = 14,
	/// A manufacturer's promise of a device to the holder of a key.
	#[codec(index = 15)]
	Voucher = 15,
	/// A holder's passing on of a voucher to the next one.
	#[codec(index = 16)]
	VoucherHandover = 16,
	/// The last holder's word on which account shall own the device.
	#[codec(index = 17)]
	VoucherClaim = 17,
}

impl PayloadKind {
	/// The byte that stands for the kind in the signed bytes.
	pub const fn code(self) -> u8 {
		match self {
			Self::Reading => 1,
			Self::Batch => 2,
			Self::KeyRotation => 3,
			Self::TransferAcceptance => 4,
			Self::MeterRead => 5,
			Self::CommandReceipt => 6,
			Self::OracleReport => 7,
			Self::Hazard => 8,
			Self::FirmwareReport => 9,
			Self::BirthRecord => 10,
			Self::Possession => 11,
			Self::KeyAuthorisation => 12,
			Self::Reactivation => 13,
			Self::BirthBatch => 14,
			Self::Voucher => 15,
			Self::VoucherHandover => 16,
			Self::VoucherClaim => 17,
		}
	}
}

/// Something that a device, or its manufacturer, signs.
pub trait SignedPayload: Encode {
	/// What the payload is about.
	const KIND: PayloadKind;
}

/// The bytes that are signed: [`ENVELOPE_TAG`], the kind's code, the chain's genesis hash, the
/// encoded payload.
///
/// Nothing in them changes with a runtime upgrade, since firmware outlives many.
pub fn signing_bytes<P: SignedPayload>(genesis: &H256, payload: &P) -> Vec<u8> {
	(ENVELOPE_TAG, P::KIND.code(), genesis, payload).encode()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{DeviceKey, DeviceSignature};
	use hex_literal::hex;

	const GENESIS: H256 = H256([0x11; 32]);
	const ED25519_KEY: DeviceKey = DeviceKey::Ed25519(hex!(
		"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
	));
	const ED25519_SIGNATURE: DeviceSignature = DeviceSignature::Ed25519(hex!(
		"8d8b38ab98de9cb7422d23e34ae2ac3e4386ef813141405ce37ca91211d20ea1
		 7bbb7f70e2d2cc161830f2119e4ea222ff39f03889bdf5a6c6ed6c52409fcb0f"
	));
	const P256_KEY: DeviceKey =
		DeviceKey::P256(hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
	const P256_HIGH_S: DeviceSignature = DeviceSignature::P256(hex!(
		"3891afe246a8b4107155e34fce248148497b7e06ab7c0545a1f8922add5b01ab
		 8ea926cba9b77eb9315e036d861e89f54cbe0a7a2ebdf4ad6d016dc681216579"
	));
	const P256_LOW_S: DeviceSignature = DeviceSignature::P256(hex!(
		"3891afe246a8b4107155e34fce248148497b7e06ab7c0545a1f8922add5b01ab
		 7156d93356488147cea1fc9279e1760a7028f0337859a9d786b85cfc7b41bfd8"
	));
	const SIGNED: [(DeviceSignature, DeviceKey); 3] =
		[(ED25519_SIGNATURE, ED25519_KEY), (P256_HIGH_S, P256_KEY), (P256_LOW_S, P256_KEY)];

	#[derive(Encode, Clone)]
	struct Fields {
		device: [u8; 32],
		stream: u16,
		counter: u64,
		t_ms: u64,
		value: i64,
		quality: u8,
	}

	const FIELDS: Fields = Fields {
		device: [0x22; 32],
		stream: 3,
		counter: 42,
		t_ms: 1_767_225_600_000,
		value: -185,
		quality: 0,
	};

	#[derive(Encode)]
	struct Reading(Fields);

	impl SignedPayload for Reading {
		const KIND: PayloadKind = PayloadKind::Reading;
	}

	#[derive(Encode)]
	struct Batch(Fields);

	impl SignedPayload for Batch {
		const KIND: PayloadKind = PayloadKind::Batch;
	}

	#[test]
	fn signing_bytes_should_be_the_published_ones() {
		let mut expected = hex!("6d6f74653a76313a01").to_vec();
		expected.extend([0x11; 32]);
		expected.extend([0x22; 32]);
		expected.extend(hex!("03002a0000000000000000a8da769b01000047ffffffffffffff00"));
		let bytes = signing_bytes(&GENESIS, &Reading(FIELDS));
		assert_eq!(bytes.len(), 100);
		assert_eq!(bytes, expected);
		assert_eq!(
			sp_crypto_hashing::sha2_256(&bytes),
			hex!("e6aab270bb13ca2b8d45b0b6369ce6594601cc97d74269d93ff11e465c58c017")
		);
	}

	#[test]
	fn published_signatures_should_verify() {
		let bytes = signing_bytes(&GENESIS, &Reading(FIELDS));
		for (signature, key) in SIGNED {
			assert!(signature.verify(&bytes, &key));
		}
	}

	#[test]
	fn published_signatures_should_not_verify_when_any_bit_of_the_genesis_hash_differs() {
		for bit in 0..256 {
			let mut genesis = GENESIS;
			genesis.0[bit / 8] ^= 1 << (bit % 8);
			let bytes = signing_bytes(&genesis, &Reading(FIELDS));
			for (signature, key) in SIGNED {
				assert!(!signature.verify(&bytes, &key));
			}
		}
	}

	#[test]
	fn published_signatures_should_not_verify_when_the_kind_differs() {
		let bytes = signing_bytes(&GENESIS, &Batch(FIELDS));
		for (signature, key) in SIGNED {
			assert!(!signature.verify(&bytes, &key));
		}
	}

	#[test]
	fn published_signatures_should_not_verify_when_a_field_differs() {
		for fields in [
			Fields { device: [0x23; 32], ..FIELDS },
			Fields { stream: 4, ..FIELDS },
			Fields { counter: 43, ..FIELDS },
			Fields { t_ms: FIELDS.t_ms + 1, ..FIELDS },
			Fields { value: 185, ..FIELDS },
			Fields { quality: 1, ..FIELDS },
		] {
			let bytes = signing_bytes(&GENESIS, &Reading(fields));
			for (signature, key) in SIGNED {
				assert!(!signature.verify(&bytes, &key));
			}
		}
	}

	#[test]
	fn every_kind_should_have_its_own_code_and_encode_as_it() {
		for code in 0..=u8::MAX {
			match PayloadKind::decode(&mut &[code][..]) {
				Ok(kind) => {
					assert!((1..=17).contains(&code));
					assert_eq!(kind.code(), code);
					assert_eq!(kind as u8, code);
					assert_eq!(kind.encode(), [code]);
				},
				Err(_) => assert!(!(1..=17).contains(&code)),
			}
		}
	}
}
