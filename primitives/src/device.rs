// SPDX-License-Identifier: Apache-2.0

//! A device's name, its model, and the payloads that are signed about its identity.
//!
//! The order of a payload's fields is its wire format: firmware and tools encode them by hand.

use crate::{DeviceKey, PayloadKind, SignedPayload};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use sp_core::H256;

/// A manufacturer's number on this chain.
pub type ManufacturerId = u32;

/// A device's name, for all time: the fingerprint of its identity key.
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
	Hash,
	Default,
)]
pub struct DeviceId(pub H256);

impl DeviceId {
	/// The id of the device with this identity key.
	pub fn from_key(key: &DeviceKey) -> Self {
		Self(key.fingerprint())
	}
}

impl From<H256> for DeviceId {
	fn from(hash: H256) -> Self {
		Self(hash)
	}
}

impl From<DeviceId> for H256 {
	fn from(id: DeviceId) -> Self {
		id.0
	}
}

impl AsRef<[u8]> for DeviceId {
	fn as_ref(&self) -> &[u8] {
		self.0.as_bytes()
	}
}

impl fmt::Display for DeviceId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{:#x}", self.0)
	}
}

impl fmt::Debug for DeviceId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

/// A model of device: its manufacturer's number for it.
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
	Hash,
	Debug,
)]
pub struct ModelId {
	/// Who makes it.
	pub manufacturer: ManufacturerId,
	/// The manufacturer's own number for the product.
	pub product: u16,
}

/// What a key may be used for: one purpose or several, never none.
#[derive(Encode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct KeyPurposes(u8);

impl KeyPurposes {
	/// The key may sign what the device measures and does.
	pub const ASSERT: Self = Self(1);
	/// The key may prove to others that they talk to the device.
	pub const AUTHENTICATE: Self = Self(2);
	/// The key may agree on secrets with others.
	pub const KEY_AGREE: Self = Self(4);
	/// Every purpose there is.
	pub const ALL: Self = Self(7);

	/// The purposes with these bits; `None` for no bit or an unknown one.
	pub const fn new(bits: u8) -> Option<Self> {
		if bits == 0 || bits & !Self::ALL.0 != 0 {
			return None;
		}
		Some(Self(bits))
	}

	/// The purposes as bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether all of `other`'s purposes are among these.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// These purposes and `other`'s.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}
}

impl Decode for KeyPurposes {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "No key purpose, or an unknown one".into())
	}
}

impl DecodeWithMemTracking for KeyPurposes {}

/// A manufacturer's statement that it made a device. Signed by one of the manufacturer's root keys.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct BirthRecord {
	/// The device's model.
	pub model: ModelId,
	/// The key the device was made with. It never changes, and the device's id follows from it.
	pub identity_key: DeviceKey,
	/// Salted commitment to the serial number. A plain hash of one could be found by trying.
	pub serial_commit: H256,
	/// SHA-256 of the device's certificate, if it has one.
	pub cert_sha256: Option<[u8; 32]>,
}

impl SignedPayload for BirthRecord {
	const KIND: PayloadKind = PayloadKind::BirthRecord;
}

/// A device's proof at registration that it holds its identity key. Signed by that key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Possession {
	/// The device.
	pub device: DeviceId,
	/// The model it is registered as.
	pub model: ModelId,
}

impl SignedPayload for Possession {
	const KIND: PayloadKind = PayloadKind::Possession;
}

/// A new operational key's proof that the device holds it. Signed by the new key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct KeyRotation {
	/// The device.
	pub device: DeviceId,
	/// The number the new key will have among the device's keys.
	pub index: u16,
	/// The current owner's epoch.
	pub epoch: u32,
}

impl SignedPayload for KeyRotation {
	const KIND: PayloadKind = PayloadKind::KeyRotation;
}

/// A device's consent to a new operational key. Signed by an older operational key or by the
/// identity key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct KeyAuthorisation {
	/// The device.
	pub device: DeviceId,
	/// The number the new key will have among the device's keys.
	pub index: u16,
	/// The current owner's epoch.
	pub epoch: u32,
	/// The new key.
	pub key: DeviceKey,
	/// What the new key may be used for.
	pub purposes: KeyPurposes,
	/// The number of the key that it replaces, if any.
	pub replaces: Option<u16>,
}

impl SignedPayload for KeyAuthorisation {
	const KIND: PayloadKind = PayloadKind::KeyAuthorisation;
}

/// A device's consent to a new owner. Signed by the identity key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct TransferAcceptance<AccountId> {
	/// The device.
	pub device: DeviceId,
	/// The new owner.
	pub owner: AccountId,
	/// The new owner's epoch: one more than the present one.
	pub epoch: u32,
	/// The number of the operational key that is valid afterwards.
	pub key: u16,
}

impl<AccountId: Encode> SignedPayload for TransferAcceptance<AccountId> {
	const KIND: PayloadKind = PayloadKind::TransferAcceptance;
}

/// A device's sign of life after it was suspended or lost. Signed by the identity key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Reactivation {
	/// The device.
	pub device: DeviceId,
	/// The current owner's epoch.
	pub epoch: u32,
	/// The value the chain fixed when the device was suspended or lost, so that the signature is
	/// younger than that.
	pub nonce: H256,
}

impl SignedPayload for Reactivation {
	const KIND: PayloadKind = PayloadKind::Reactivation;
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;

	const ID: DeviceId =
		DeviceId(H256(hex!("e5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425")));
	const KEY: DeviceKey =
		DeviceKey::P256(hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
	const MODEL: ModelId = ModelId { manufacturer: 7, product: 0x0201 };

	#[test]
	fn from_key_should_give_the_published_id() {
		assert_eq!(DeviceId::from_key(&KEY), ID);
	}

	#[test]
	fn id_should_be_shown_in_full() {
		let hex = "0xe5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425";
		assert_eq!(ID.to_string(), hex);
		assert_eq!(format!("{ID:?}"), hex);
		assert_eq!(ID.as_ref(), H256::from(ID).as_bytes());
	}

	#[test]
	fn purposes_should_be_refused_when_empty_or_unknown() {
		for bits in 0..=u8::MAX {
			let known = (1..=7).contains(&bits);
			assert_eq!(KeyPurposes::new(bits).is_some(), known);
			let decoded = KeyPurposes::decode(&mut &[bits][..]);
			assert_eq!(decoded.is_ok(), known);
			assert_eq!(decoded.ok(), KeyPurposes::new(bits));
			if let Some(purposes) = KeyPurposes::new(bits) {
				assert_eq!(purposes.bits(), bits);
				assert_eq!(purposes.encode(), [bits]);
			}
		}
		assert!(KeyPurposes::decode(&mut &[][..]).is_err());
	}

	#[test]
	fn purposes_should_contain_exactly_what_they_unite() {
		let both = KeyPurposes::ASSERT.union(KeyPurposes::KEY_AGREE);
		assert!(both.contains(KeyPurposes::ASSERT));
		assert!(both.contains(KeyPurposes::KEY_AGREE));
		assert!(both.contains(both));
		assert!(!both.contains(KeyPurposes::AUTHENTICATE));
		assert!(!both.contains(KeyPurposes::ALL));
		assert!(!KeyPurposes::ASSERT.contains(both));
		assert!(KeyPurposes::ALL.contains(both));
	}

	/// What firmware writes by hand. A change here breaks devices in the field.
	#[test]
	fn payloads_should_keep_their_wire_format() {
		let id = ID.encode();
		let key = KEY.encode();
		let model = hex!("070000000102").to_vec();
		let hash = H256::repeat_byte(9);

		let birth = BirthRecord {
			model: MODEL,
			identity_key: KEY,
			serial_commit: hash,
			cert_sha256: Some([8; 32]),
		};
		let expected = [&model[..], &key, &[9; 32], &[1], &[8; 32]].concat();
		assert_eq!(birth.encode(), expected);

		let possession = Possession { device: ID, model: MODEL };
		assert_eq!(possession.encode(), [&id[..], &model].concat());

		let rotation = KeyRotation { device: ID, index: 2, epoch: 3 };
		assert_eq!(rotation.encode(), [&id[..], &hex!("020003000000")].concat());

		let authorisation = KeyAuthorisation {
			device: ID,
			index: 2,
			epoch: 3,
			key: KEY,
			purposes: KeyPurposes::ASSERT,
			replaces: Some(1),
		};
		let expected = [&id[..], &hex!("020003000000"), &key, &hex!("01010100")].concat();
		assert_eq!(authorisation.encode(), expected);

		let acceptance = TransferAcceptance { device: ID, owner: [5u8; 32], epoch: 4, key: 1 };
		let expected = [&id[..], &[5; 32], &hex!("040000000100")].concat();
		assert_eq!(acceptance.encode(), expected);

		let reactivation = Reactivation { device: ID, epoch: 3, nonce: hash };
		assert_eq!(reactivation.encode(), [&id[..], &hex!("03000000"), &[9; 32]].concat());
	}

	#[test]
	fn payloads_should_have_kinds_of_their_own() {
		let kinds = [
			KeyRotation::KIND,
			TransferAcceptance::<[u8; 32]>::KIND,
			BirthRecord::KIND,
			Possession::KIND,
			KeyAuthorisation::KIND,
			Reactivation::KIND,
		];
		assert_eq!(kinds.map(PayloadKind::code), [3, 4, 10, 11, 12, 13]);
	}

	#[test]
	fn decode_should_refuse_an_authorisation_when_its_purposes_are_empty() {
		let authorisation = KeyAuthorisation {
			device: ID,
			index: 2,
			epoch: 3,
			key: KEY,
			purposes: KeyPurposes::ASSERT,
			replaces: None,
		};
		let mut bytes = authorisation.encode();
		assert_eq!(KeyAuthorisation::decode(&mut &bytes[..]), Ok(authorisation));
		let purposes = bytes.len() - 2;
		bytes[purposes] = 0;
		assert!(KeyAuthorisation::decode(&mut &bytes[..]).is_err());
	}
}
