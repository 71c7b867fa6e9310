// SPDX-License-Identifier: Apache-2.0

//! How many devices come onto a chain at once, and how each finds its first owner.
//!
//! The order of a payload's fields is its wire format: tools encode them by hand.

use crate::{merkle, BirthRecord, DeviceId, DeviceKey, ManufacturerId, PayloadKind, SignedPayload};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::borrow::Borrow;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// The most birth records in one batch: 2^20.
pub const MAX_BATCH: u32 = 1 << 20;

/// The longest path that proves a record of a batch.
pub const MAX_BATCH_PATH: u32 = 20;

/// The most times a voucher may change hands before it is claimed.
pub const MAX_HANDOVERS: u32 = 8;

/// A manufacturer's statement that it made the devices whose birth records lie under a Merkle root.
/// Signed by one of the manufacturer's root keys.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct BirthBatch {
	/// Who made the devices.
	pub manufacturer: ManufacturerId,
	/// The manufacturer's number for the batch: 0 for its first one, then one more each time. A
	/// batch that was closed cannot be opened again with the same signature.
	pub number: u32,
	/// The Merkle root over [`birth_leaf`] of every record: see [`merkle`].
	pub root: H256,
	/// How many records there are: 1 to [`MAX_BATCH`].
	pub count: u32,
}

impl SignedPayload for BirthBatch {
	const KIND: PayloadKind = PayloadKind::BirthBatch;
}

/// The leaf hash of a birth record in a batch.
pub fn birth_leaf(birth: &BirthRecord) -> H256 {
	birth.using_encoded(merkle::leaf_hash)
}

/// The tree over a batch of birth records, from which a factory takes the root to sign and the
/// proof to give to each device.
///
/// The records may come one by one: only 64 bytes of each are kept, 64 MiB for the largest batch.
/// `None` when there is no record, or when there are more than [`MAX_BATCH`].
pub fn birth_tree<B: Borrow<BirthRecord>>(
	births: impl IntoIterator<Item = B>,
) -> Option<merkle::Tree> {
	let limit = usize::try_from(MAX_BATCH).ok()?;
	let leaves: Vec<_> = births
		.into_iter()
		.take(limit.saturating_add(1))
		.map(|birth| birth_leaf(birth.borrow()))
		.collect();
	(leaves.len() <= limit).then(|| merkle::Tree::new(leaves)).flatten()
}

/// How sure the manufacturer is of whom it gives the device to: the assertion of RFC 8366.
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
pub enum VoucherAssertion {
	/// The ownership was verified by means outside of the voucher, for example by a sale.
	#[codec(index = 0)]
	Verified,
	/// The manufacturer keeps a log of vouchers and gave this one without further checks.
	#[codec(index = 1)]
	Logged,
	/// The device itself was seen near the new owner's registrar.
	#[codec(index = 2)]
	Proximity,
}

/// What keeps a voucher from being used later than meant. RFC 8366 allows one or the other.
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
pub enum VoucherFreshness {
	/// Milliseconds since 1970: the first moment at which it is too late.
	#[codec(index = 0)]
	Expires(u64),
	/// A random value of the device, for which alone the voucher was made. The device compares it
	/// before it consents to the owner.
	#[codec(index = 1)]
	Nonce(VoucherNonce),
}

/// A nonce of 8 to 32 bytes.
#[derive(Encode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct VoucherNonce {
	length: u8,
	// Zero behind the length.
	bytes: [u8; 32],
}

impl VoucherNonce {
	/// The nonce with these bytes; `None` when they are fewer than 8 or more than 32.
	pub fn new(nonce: &[u8]) -> Option<Self> {
		let length = u8::try_from(nonce.len()).ok().filter(|n| (8..=32).contains(n))?;
		let mut bytes = [0; 32];
		bytes.iter_mut().zip(nonce).for_each(|(to, from)| *to = *from);
		Some(Self { length, bytes })
	}

	/// The nonce's bytes.
	pub fn as_bytes(&self) -> &[u8] {
		self.bytes
			.split_at_checked(usize::from(self.length))
			.map_or(&[], |(nonce, _)| nonce)
	}
}

impl Decode for VoucherNonce {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		let (length, bytes) = <(u8, [u8; 32])>::decode(input)?;
		bytes
			.split_at_checked(usize::from(length))
			.filter(|(_, rest)| rest.iter().all(|byte| *byte == 0))
			.and_then(|(nonce, _)| Self::new(nonce))
			.ok_or_else(|| "A nonce has 8 to 32 bytes, and zeros behind them".into())
	}
}

impl DecodeWithMemTracking for VoucherNonce {}

/// A manufacturer's promise of a device to whoever holds a key: what the chain needs of a voucher
/// of RFC 8366. Signed by one of the manufacturer's root keys.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Voucher {
	/// The device.
	pub device: DeviceId,
	/// The first holder's key.
	pub owner_key: DeviceKey,
	/// How sure the manufacturer is of the holder.
	pub assertion: VoucherAssertion,
	/// Until when, or for which request of the device.
	pub freshness: VoucherFreshness,
}

impl Voucher {
	/// The voucher's name: the blake2-256 of its encoding.
	pub fn hash(&self) -> H256 {
		self.using_encoded(blake2_256).into()
	}
}

impl SignedPayload for Voucher {
	const KIND: PayloadKind = PayloadKind::Voucher;
}

/// A holder's passing on of a voucher, like an entry of the ownership voucher of FIDO Device
/// Onboard. Signed by the present holder's key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct VoucherHandover {
	/// The voucher's hash.
	pub voucher: H256,
	/// 0 for the first hand-over, then one more each time.
	pub position: u8,
	/// The next holder's key.
	pub next: DeviceKey,
}

impl SignedPayload for VoucherHandover {
	const KIND: PayloadKind = PayloadKind::VoucherHandover;
}

/// The last holder's word on which account shall own the device. Signed by the last holder's key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct VoucherClaim<AccountId> {
	/// The voucher's hash.
	pub voucher: H256,
	/// The account that becomes the owner.
	pub owner: AccountId,
}

impl<AccountId: Encode> SignedPayload for VoucherClaim<AccountId> {
	const KIND: PayloadKind = PayloadKind::VoucherClaim;
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ModelId;
	use hex_literal::hex;
	use proptest::prelude::*;

	const KEY: DeviceKey =
		DeviceKey::P256(hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
	const DEVICE: DeviceId = DeviceId(H256::repeat_byte(7));

	fn birth(n: u32) -> BirthRecord {
		let mut key = [0; 32];
		key[..4].copy_from_slice(&n.to_le_bytes());
		BirthRecord {
			model: ModelId { manufacturer: 1, product: 2 },
			identity_key: DeviceKey::Ed25519(key),
			serial_commit: H256::from_low_u64_be(n.into()),
			cert_sha256: None,
		}
	}

	/// What tools write by hand. A change here breaks vouchers that are under way.
	#[test]
	fn payloads_should_keep_their_wire_format() {
		let batch = BirthBatch { manufacturer: 7, number: 2, root: H256::repeat_byte(9), count: 3 };
		let expected = [&hex!("0700000002000000")[..], &[9; 32], &hex!("03000000")].concat();
		assert_eq!(batch.encode(), expected);

		let mut voucher = Voucher {
			device: DEVICE,
			owner_key: KEY,
			assertion: VoucherAssertion::Proximity,
			freshness: VoucherFreshness::Expires(5),
		};
		let head = [&[7; 32][..], &KEY.encode(), &[2]].concat();
		let expected = [&head[..], &hex!("000500000000000000")].concat();
		assert_eq!(voucher.encode(), expected);
		assert_eq!(voucher.hash().0, blake2_256(&expected));
		voucher.freshness = VoucherFreshness::Nonce(VoucherNonce::new(&[4; 8]).unwrap());
		let expected = [&head[..], &[1, 8], &[4; 8], &[0; 24]].concat();
		assert_eq!(voucher.encode(), expected);

		let handover = VoucherHandover { voucher: H256::repeat_byte(9), position: 1, next: KEY };
		assert_eq!(handover.encode(), [&[9; 32][..], &[1], &KEY.encode()].concat());

		let claim = VoucherClaim { voucher: H256::repeat_byte(9), owner: [5u8; 32] };
		assert_eq!(claim.encode(), [[9; 32], [5; 32]].concat());
	}

	#[test]
	fn payloads_should_have_kinds_of_their_own() {
		let kinds = [
			BirthBatch::KIND,
			Voucher::KIND,
			VoucherHandover::KIND,
			VoucherClaim::<[u8; 32]>::KIND,
		];
		assert_eq!(kinds.map(PayloadKind::code), [14, 15, 16, 17]);
	}

	#[test]
	fn nonce_should_have_8_to_32_bytes() {
		for length in 0..=40 {
			let bytes = alloc::vec![3; length];
			let nonce = VoucherNonce::new(&bytes);
			assert_eq!(nonce.is_some(), (8..=32).contains(&length), "{length}");
			if let Some(nonce) = nonce {
				assert_eq!(nonce.as_bytes(), bytes);
				assert_eq!(VoucherNonce::decode(&mut &nonce.encode()[..]), Ok(nonce));
			}
		}
	}

	#[test]
	fn nonce_should_be_refused_when_two_encodings_would_mean_the_same() {
		let mut encoded = VoucherNonce::new(&[3; 8]).unwrap().encode();
		encoded[32] = 1;
		assert!(VoucherNonce::decode(&mut &encoded[..]).is_err());
		encoded[32] = 0;
		for length in [0, 7, 33, 255] {
			encoded[0] = length;
			assert!(VoucherNonce::decode(&mut &encoded[..]).is_err());
		}
	}

	#[test]
	fn tree_should_be_refused_when_the_batch_is_empty_or_too_large() {
		assert!(birth_tree::<BirthRecord>([]).is_none());
		let one = birth(1);
		let repeated = |n: usize| core::iter::repeat_n(&one, n);
		assert!(birth_tree(repeated(MAX_BATCH as usize + 1)).is_none());
		assert_eq!(birth_tree(repeated(3)).unwrap().count(), 3);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(32))]

		#[test]
		fn every_record_should_be_proved_by_its_path_and_no_other(count in 1u32..200) {
			let births: Vec<_> = (0..count).map(birth).collect();
			let tree = birth_tree(&births).unwrap();
			for (index, birth) in (0..).zip(&births) {
				let path = tree.proof(index).unwrap();
				prop_assert!(path.len() <= MAX_BATCH_PATH as usize);
				let leaf = birth_leaf(birth);
				prop_assert!(merkle::verify(&tree.root(), &leaf, index, count, &path));
				let other = (index + 1) % count;
				prop_assert_eq!(
					merkle::verify(&tree.root(), &leaf, other, count, &path),
					other == index
				);
			}
		}
	}
}
