// SPDX-License-Identifier: Apache-2.0

//! Device keys of four algorithms, and the check of their signatures.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{ecdsa, ed25519, sr25519, H256};

/// The signature algorithms that a device key may have.
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
pub enum KeyAlgorithm {
	/// Ed25519 over the message itself.
	#[codec(index = 0)]
	Ed25519 = 0,
	/// ECDSA on the curve P-256 over the SHA-256 of the message: what most secure elements speak.
	#[codec(index = 1)]
	P256 = 1,
	/// Schnorr on Ristretto over the message itself, in the context `substrate`.
	#[codec(index = 2)]
	Sr25519 = 2,
	/// ECDSA on the curve secp256k1 over the SHA-256 of the message.
	#[codec(index = 3)]
	Secp256k1 = 3,
}

impl KeyAlgorithm {
	/// All algorithms, in the order of their codes.
	pub const ALL: [Self; 4] = [Self::Ed25519, Self::P256, Self::Sr25519, Self::Secp256k1];

	/// The algorithm's code: its codec index, and its byte in a device id.
	pub const fn code(self) -> u8 {
		match self {
			Self::Ed25519 => 0,
			Self::P256 => 1,
			Self::Sr25519 => 2,
			Self::Secp256k1 => 3,
		}
	}

	/// The algorithm's bit in a mask of allowed algorithms: `1 << code`.
	pub const fn bit(self) -> u8 {
		match self {
			Self::Ed25519 => 0b0001,
			Self::P256 => 0b0010,
			Self::Sr25519 => 0b0100,
			Self::Secp256k1 => 0b1000,
		}
	}
}

/// A device's public key.
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
pub enum DeviceKey {
	/// An Ed25519 key.
	#[codec(index = 0)]
	Ed25519([u8; 32]),
	/// A P-256 key, compressed: `02` or `03`, then the x-coordinate.
	#[codec(index = 1)]
	P256([u8; 33]),
	/// An sr25519 key.
	#[codec(index = 2)]
	Sr25519([u8; 32]),
	/// A secp256k1 key, compressed: `02` or `03`, then the x-coordinate.
	#[codec(index = 3)]
	Secp256k1([u8; 33]),
}

impl DeviceKey {
	/// The key of `algorithm` with these bytes; `None` when their number is wrong.
	///
	/// The bytes are not looked at: a key that is no point of its curve verifies nothing.
	pub fn from_slice(algorithm: KeyAlgorithm, bytes: &[u8]) -> Option<Self> {
		Some(match algorithm {
			KeyAlgorithm::Ed25519 => Self::Ed25519(bytes.try_into().ok()?),
			KeyAlgorithm::P256 => Self::P256(bytes.try_into().ok()?),
			KeyAlgorithm::Sr25519 => Self::Sr25519(bytes.try_into().ok()?),
			KeyAlgorithm::Secp256k1 => Self::Secp256k1(bytes.try_into().ok()?),
		})
	}

	/// The key's algorithm.
	pub const fn algorithm(&self) -> KeyAlgorithm {
		match self {
			Self::Ed25519(_) => KeyAlgorithm::Ed25519,
			Self::P256(_) => KeyAlgorithm::P256,
			Self::Sr25519(_) => KeyAlgorithm::Sr25519,
			Self::Secp256k1(_) => KeyAlgorithm::Secp256k1,
		}
	}

	/// The key's bytes without its algorithm.
	pub const fn as_bytes(&self) -> &[u8] {
		match self {
			Self::Ed25519(bytes) | Self::Sr25519(bytes) => bytes,
			Self::P256(bytes) | Self::Secp256k1(bytes) => bytes,
		}
	}

	/// The blake2-256 of `mote:device:`, the algorithm's code and the key's bytes.
	///
	/// For a device's identity key this is the device's id. For any other key it is a short name
	/// under which the key can be looked up.
	pub fn fingerprint(&self) -> H256 {
		(b"mote:device:", self.algorithm().code(), DeviceKeyBytes(self.as_bytes()))
			.using_encoded(sp_io::hashing::blake2_256)
			.into()
	}

	/// Whether anybody can sign for this key, because it is a point of small order.
	///
	/// Such a key is on its curve, so the algorithms' own checks let it pass. It proves nothing
	/// about who signed, and [`DeviceSignature::verify`] refuses it.
	pub fn is_weak(&self) -> bool {
		match self {
			Self::Ed25519(bytes) => is_small_order_ed25519(bytes),
			Self::Sr25519(bytes) => *bytes == [0; 32],
			// The one point of small order on these curves has no compressed form.
			Self::P256(_) | Self::Secp256k1(_) => false,
		}
	}
}

/// Bytes that encode as they are, without their number in front.
struct DeviceKeyBytes<'a>(&'a [u8]);

impl Encode for DeviceKeyBytes<'_> {
	fn size_hint(&self) -> usize {
		self.0.len()
	}

	fn encode_to<O: codec::Output + ?Sized>(&self, output: &mut O) {
		output.write(self.0);
	}
}

/// The y-coordinates of the points of small order, low byte first: every encoding of them that a
/// verifier accepts, the ones above the field's prime included. The sign bit of x is left out.
const SMALL_ORDER_Y: [[u8; 32]; 7] = {
	const fn near_prime(low: u8) -> [u8; 32] {
		let mut bytes = [0xff; 32];
		bytes[0] = low;
		bytes[31] = 0x7f;
		bytes
	}
	let mut one = [0; 32];
	one[0] = 1;
	[
		[0; 32],
		one,
		[
			0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef,
			0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88,
			0x6d, 0x53, 0xfc, 0x05,
		],
		[
			0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
			0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
			0x92, 0xac, 0x03, 0x7a,
		],
		near_prime(0xec),
		near_prime(0xed),
		near_prime(0xee),
	]
};

fn is_small_order_ed25519(key: &[u8; 32]) -> bool {
	let mut y = *key;
	if let Some(last) = y.last_mut() {
		*last &= 0x7f;
	}
	SMALL_ORDER_Y.contains(&y)
}

/// A signature by a device key.
///
/// ECDSA signatures are malleable: from one, anybody can make a second one of the same message.
/// So no signature may serve as an id or be what tells a replay.
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
pub enum DeviceSignature {
	/// An Ed25519 signature.
	#[codec(index = 0)]
	Ed25519([u8; 64]),
	/// A P-256 signature: `r || s`.
	#[codec(index = 1)]
	P256([u8; 64]),
	/// An sr25519 signature.
	#[codec(index = 2)]
	Sr25519([u8; 64]),
	/// A secp256k1 signature: `r || s`, without a recovery byte.
	#[codec(index = 3)]
	Secp256k1([u8; 64]),
}

impl DeviceSignature {
	/// The signature of `algorithm` with these bytes; `None` when they are not 64.
	pub fn from_slice(algorithm: KeyAlgorithm, bytes: &[u8]) -> Option<Self> {
		let bytes = bytes.try_into().ok()?;
		Some(match algorithm {
			KeyAlgorithm::Ed25519 => Self::Ed25519(bytes),
			KeyAlgorithm::P256 => Self::P256(bytes),
			KeyAlgorithm::Sr25519 => Self::Sr25519(bytes),
			KeyAlgorithm::Secp256k1 => Self::Secp256k1(bytes),
		})
	}

	/// The algorithm that made the signature.
	pub const fn algorithm(&self) -> KeyAlgorithm {
		match self {
			Self::Ed25519(_) => KeyAlgorithm::Ed25519,
			Self::P256(_) => KeyAlgorithm::P256,
			Self::Sr25519(_) => KeyAlgorithm::Sr25519,
			Self::Secp256k1(_) => KeyAlgorithm::Secp256k1,
		}
	}

	/// The signature's bytes without its algorithm.
	pub const fn as_bytes(&self) -> &[u8; 64] {
		match self {
			Self::Ed25519(bytes) |
			Self::P256(bytes) |
			Self::Sr25519(bytes) |
			Self::Secp256k1(bytes) => bytes,
		}
	}

	/// Whether this is a signature of `message` by `key`.
	///
	/// `false` when the algorithms differ, when key or signature are malformed, and when the key
	/// is weak ([`DeviceKey::is_weak`]).
	pub fn verify(&self, message: &[u8], key: &DeviceKey) -> bool {
		if key.is_weak() {
			return false;
		}
		match (self, key) {
			(Self::Ed25519(signature), DeviceKey::Ed25519(key)) => sp_io::crypto::ed25519_verify(
				&ed25519::Signature::from_raw(*signature),
				message,
				&ed25519::Public::from_raw(*key),
			),
			(Self::P256(signature), DeviceKey::P256(key)) => verify_p256(signature, message, key),
			(Self::Sr25519(signature), DeviceKey::Sr25519(key)) => sp_io::crypto::sr25519_verify(
				&sr25519::Signature::from_raw(*signature),
				message,
				&sr25519::Public::from_raw(*key),
			),
			(Self::Secp256k1(signature), DeviceKey::Secp256k1(key)) =>
				verify_secp256k1(signature, message, key),
			_ => false,
		}
	}
}

#[cfg(not(all(substrate_runtime, feature = "p256-wasm")))]
fn verify_p256(signature: &[u8; 64], message: &[u8], key: &[u8; 33]) -> bool {
	crate::host::device_crypto::p256_verify(signature, message, key)
}

#[cfg(all(substrate_runtime, feature = "p256-wasm"))]
fn verify_p256(signature: &[u8; 64], message: &[u8], key: &[u8; 33]) -> bool {
	crate::p256_software::verify(signature, message, key)
}

/// The SDK's hosts recover a key from a signature and a recovery id. A signature is valid for a
/// key when one of the ids recovers that key.
///
/// Ids 2 and 3 stand for a point whose x-coordinate exceeds the group's order. No signer meets one
/// in practice (about one in 2^127), while trying them would let anybody double the cost of a
/// check that fails. They are left out.
fn verify_secp256k1(signature: &[u8; 64], message: &[u8], key: &[u8; 33]) -> bool {
	let digest = sp_io::hashing::sha2_256(message);
	let key = ecdsa::Public::from_raw(*key);
	let mut recoverable = [0; 65];
	for (to, from) in recoverable.iter_mut().zip(signature) {
		*to = *from;
	}
	(0..2u8).any(|id| {
		if let Some(last) = recoverable.last_mut() {
			*last = id;
		}
		let signature = ecdsa::Signature::from_raw(recoverable);
		sp_io::crypto::ecdsa_verify_prehashed(&signature, &digest, &key)
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use sp_core::Pair;

	const MESSAGE: &[u8] = b"a reading";
	const P256_ORDER: [u8; 32] =
		hex!("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
	const SECP256K1_ORDER: [u8; 32] =
		hex!("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

	/// The other valid `s` of an ECDSA signature.
	fn negate_s(signature: [u8; 64], order: [u8; 32]) -> [u8; 64] {
		let mut negated = signature;
		let mut borrow = 0i16;
		for i in (0..32).rev() {
			let digit = i16::from(order[i]) - i16::from(signature[32 + i]) - borrow;
			borrow = i16::from(digit < 0);
			negated[32 + i] = digit.rem_euclid(256) as u8;
		}
		negated
	}

	fn signed_by_each() -> Vec<(DeviceSignature, DeviceKey)> {
		use p256::ecdsa::{signature::Signer, Signature, SigningKey};

		let seed = [7; 32];
		let ed25519 = ed25519::Pair::from_seed(&seed);
		let sr25519 = sr25519::Pair::from_seed(&seed);
		let secp256k1 = ecdsa::Pair::from_seed(&seed);
		let p256 = SigningKey::from_slice(&seed).unwrap();
		let p256_signature: Signature = p256.sign(MESSAGE);
		let recoverable = secp256k1.sign_prehashed(&sp_io::hashing::sha2_256(MESSAGE));
		vec![
			(
				DeviceSignature::Ed25519(ed25519.sign(MESSAGE).0),
				DeviceKey::Ed25519(ed25519.public().0),
			),
			(
				DeviceSignature::P256(p256_signature.to_bytes().into()),
				DeviceKey::from_slice(
					KeyAlgorithm::P256,
					p256.verifying_key().to_encoded_point(true).as_bytes(),
				)
				.unwrap(),
			),
			(
				DeviceSignature::Sr25519(sr25519.sign(MESSAGE).0),
				DeviceKey::Sr25519(sr25519.public().0),
			),
			(
				DeviceSignature::from_slice(KeyAlgorithm::Secp256k1, &recoverable.0[..64]).unwrap(),
				DeviceKey::Secp256k1(secp256k1.public().0),
			),
		]
	}

	#[test]
	fn codes_should_be_the_codec_indices_of_algorithm_key_and_signature() {
		for (algorithm, (signature, key)) in KeyAlgorithm::ALL.into_iter().zip(signed_by_each()) {
			assert_eq!(algorithm.encode(), [algorithm.code()]);
			assert_eq!(algorithm as u8, algorithm.code());
			assert_eq!(algorithm.bit(), 1 << algorithm.code());
			assert_eq!(key.algorithm(), algorithm);
			assert_eq!(signature.algorithm(), algorithm);
			assert_eq!(key.encode()[0], algorithm.code());
			assert_eq!(&key.encode()[1..], key.as_bytes());
			assert_eq!(signature.encode()[0], algorithm.code());
			assert_eq!(&signature.encode()[1..], signature.as_bytes());
		}
	}

	#[test]
	fn fingerprint_should_be_the_published_id() {
		let key = DeviceKey::P256(hex!(
			"0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
		));
		assert_eq!(
			key.fingerprint().0,
			hex!("e5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425")
		);
	}

	#[test]
	fn fingerprint_should_differ_when_only_the_algorithm_does() {
		assert_ne!(
			DeviceKey::P256([2; 33]).fingerprint(),
			DeviceKey::Secp256k1([2; 33]).fingerprint()
		);
	}

	#[test]
	fn verify_should_accept_a_signature_of_each_algorithm() {
		for (signature, key) in signed_by_each() {
			assert!(signature.verify(MESSAGE, &key), "{:?}", key.algorithm());
		}
	}

	#[test]
	fn verify_should_refuse_every_mixture_of_algorithms() {
		for (signature, _) in signed_by_each() {
			for (_, key) in signed_by_each() {
				let same = signature.algorithm() == key.algorithm();
				assert_eq!(signature.verify(MESSAGE, &key), same);
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_any_bit_of_the_signature_is_flipped() {
		for (signature, key) in signed_by_each() {
			for bit in 0..512 {
				let mut bytes = *signature.as_bytes();
				bytes[bit / 8] ^= 1 << (bit % 8);
				let flipped = DeviceSignature::from_slice(signature.algorithm(), &bytes).unwrap();
				assert!(!flipped.verify(MESSAGE, &key), "{:?} bit {bit}", key.algorithm());
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_any_bit_of_the_key_is_flipped() {
		for (signature, key) in signed_by_each() {
			for bit in 0..key.as_bytes().len() * 8 {
				let mut bytes = key.as_bytes().to_vec();
				bytes[bit / 8] ^= 1 << (bit % 8);
				let flipped = DeviceKey::from_slice(key.algorithm(), &bytes).unwrap();
				assert!(!signature.verify(MESSAGE, &flipped), "{:?} bit {bit}", key.algorithm());
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_the_message_differs() {
		for (signature, key) in signed_by_each() {
			assert!(!signature.verify(b"b reading", &key));
			assert!(!signature.verify(b"", &key));
		}
	}

	#[test]
	fn verify_should_accept_both_s_when_the_algorithm_is_ecdsa() {
		let signed = signed_by_each();
		let (DeviceSignature::P256(p256), p256_key) = signed[1] else { panic!() };
		let (DeviceSignature::Secp256k1(secp256k1), secp256k1_key) = signed[3] else { panic!() };
		let p256 = DeviceSignature::P256(negate_s(p256, P256_ORDER));
		let secp256k1 = DeviceSignature::Secp256k1(negate_s(secp256k1, SECP256K1_ORDER));
		assert!(p256.verify(MESSAGE, &p256_key));
		assert!(secp256k1.verify(MESSAGE, &secp256k1_key));
	}

	#[test]
	fn verify_should_refuse_when_r_or_s_is_zero_or_not_below_the_order() {
		let out_of_range = |order: [u8; 32]| [[0; 32], order, [0xff; 32]];
		for (signature, key) in signed_by_each() {
			let order = match key.algorithm() {
				KeyAlgorithm::P256 => P256_ORDER,
				KeyAlgorithm::Secp256k1 => SECP256K1_ORDER,
				_ => continue,
			};
			for value in out_of_range(order) {
				for half in [0..32, 32..64] {
					let mut bytes = *signature.as_bytes();
					bytes[half].copy_from_slice(&value);
					let broken = DeviceSignature::from_slice(key.algorithm(), &bytes).unwrap();
					assert!(!broken.verify(MESSAGE, &key));
				}
			}
			let zero = DeviceSignature::from_slice(key.algorithm(), &[0; 64]).unwrap();
			assert!(!zero.verify(MESSAGE, &key));
		}
	}

	#[test]
	fn verify_should_refuse_when_the_key_is_off_the_curve_or_in_another_form() {
		for (signature, key) in signed_by_each() {
			let mut bytes = key.as_bytes().to_vec();
			if bytes.len() == 33 {
				for form in (0..=255).filter(|form| *form != bytes[0]) {
					let mut other = bytes.clone();
					other[0] = form;
					let other = DeviceKey::from_slice(key.algorithm(), &other).unwrap();
					assert!(!signature.verify(MESSAGE, &other), "{form}");
				}
				// x = 5 is on neither curve.
				bytes[1..].fill(0);
				bytes[32] = 5;
				let off_curve = DeviceKey::from_slice(key.algorithm(), &bytes).unwrap();
				assert!(!signature.verify(MESSAGE, &off_curve));
			}
			for fill in [0, 0xff] {
				bytes.fill(fill);
				let broken = DeviceKey::from_slice(key.algorithm(), &bytes).unwrap();
				assert!(!signature.verify(MESSAGE, &broken));
			}
		}
	}

	#[test]
	fn from_slice_should_refuse_when_the_length_is_wrong() {
		for (signature, key) in signed_by_each() {
			let algorithm = key.algorithm();
			for length in 0..100 {
				assert_eq!(
					DeviceKey::from_slice(algorithm, &vec![1; length]).is_some(),
					length == key.as_bytes().len()
				);
				assert_eq!(
					DeviceSignature::from_slice(algorithm, &vec![1; length]).is_some(),
					length == 64
				);
			}
			assert_eq!(DeviceKey::from_slice(algorithm, key.as_bytes()), Some(key));
			assert_eq!(
				DeviceSignature::from_slice(algorithm, signature.as_bytes()),
				Some(signature)
			);
		}
	}

	#[test]
	fn decode_should_refuse_when_bytes_are_missing_or_the_algorithm_is_unknown() {
		for (signature, key) in signed_by_each() {
			let (signature, key) = (signature.encode(), key.encode());
			assert!(DeviceSignature::decode(&mut &signature[..signature.len() - 1]).is_err());
			assert!(DeviceKey::decode(&mut &key[..key.len() - 1]).is_err());
		}
		assert!(DeviceKey::decode(&mut &[4; 80][..]).is_err());
		assert!(DeviceSignature::decode(&mut &[4; 80][..]).is_err());
	}

	/// Every encoding of a point of small order, with either sign bit.
	fn small_order_keys() -> impl Iterator<Item = [u8; 32]> {
		SMALL_ORDER_Y.into_iter().flat_map(|y| {
			let mut signed = y;
			signed[31] |= 0x80;
			[y, signed]
		})
	}

	#[test]
	fn verify_should_refuse_weak_ed25519_keys_that_the_host_accepts() {
		// R the neutral element and s zero: the equation holds up to the cofactor for every
		// message.
		let mut forged = [0; 64];
		forged[0] = 1;
		for key in small_order_keys() {
			let accepted = sp_io::crypto::ed25519_verify(
				&ed25519::Signature::from_raw(forged),
				MESSAGE,
				&ed25519::Public::from_raw(key),
			);
			assert!(accepted, "no key of small order: {key:02x?}");
			assert!(DeviceKey::Ed25519(key).is_weak());
			assert!(!DeviceSignature::Ed25519(forged).verify(MESSAGE, &DeviceKey::Ed25519(key)));
		}
	}

	#[test]
	fn verify_should_refuse_the_weak_sr25519_key_that_the_host_accepts() {
		let mut forged = [0; 64];
		forged[63] = 0x80;
		let accepted = sp_io::crypto::sr25519_verify(
			&sr25519::Signature::from_raw(forged),
			MESSAGE,
			&sr25519::Public::from_raw([0; 32]),
		);
		assert!(accepted);
		assert!(DeviceKey::Sr25519([0; 32]).is_weak());
		assert!(!DeviceSignature::Sr25519(forged).verify(MESSAGE, &DeviceKey::Sr25519([0; 32])));
	}

	#[test]
	fn is_weak_should_be_false_when_the_key_was_made_from_a_seed() {
		for (_, key) in signed_by_each() {
			assert!(!key.is_weak());
		}
	}
}
