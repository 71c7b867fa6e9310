// SPDX-License-Identifier: Apache-2.0

//! A device for benchmarks, whose signatures are the dearest to check.

use crate::{signing_bytes, DeviceKey, DeviceSignature, SignedPayload};
use sp_core::{crypto::KeyTypeId, ecdsa, H256};
use sp_io::{
	crypto::{ecdsa_generate, ecdsa_sign_prehashed},
	hashing::sha2_256,
};

const KEYS: KeyTypeId = KeyTypeId(*b"mote");
/// The order of secp256k1's group (SEC 2, 2.4.1).
const ORDER: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
	0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

/// A secp256k1 key of a device, whose private half is in the host's keystore.
///
/// Its signatures have the second recovery id: the check tries the first one before, in vain, so
/// none costs more.
#[derive(Clone)]
pub struct Signer(ecdsa::Public);

impl Signer {
	/// Makes a new key. Needs a keystore.
	#[allow(clippy::new_without_default, reason = "each is another one")]
	pub fn new() -> Self {
		Self(ecdsa_generate(KEYS, None))
	}

	/// The public half.
	pub fn key(&self) -> DeviceKey {
		DeviceKey::Secp256k1(self.0 .0)
	}

	/// Signs a payload for the chain with this genesis hash, as a device does.
	///
	/// # Panics
	///
	/// When the keystore has lost the key.
	pub fn sign<P: SignedPayload>(&self, genesis: &H256, payload: &P) -> DeviceSignature {
		let digest = sha2_256(&signing_bytes(genesis, payload));
		let signature = ecdsa_sign_prehashed(KEYS, &self.0, &digest).expect("key was generated");
		let mut raw = [0; 64];
		raw.copy_from_slice(&signature.0[..64]);
		if signature.0[64] == 0 {
			// The other valid `s` belongs to the other recovery id.
			negate(&mut raw[32..]);
		}
		DeviceSignature::Secp256k1(raw)
	}
}

/// `ORDER - s`, in place.
fn negate(s: &mut [u8]) {
	let mut borrow = 0;
	for (byte, order) in s.iter_mut().zip(ORDER).rev() {
		let difference = i16::from(order) - i16::from(*byte) - borrow;
		borrow = i16::from(difference < 0);
		*byte = difference.rem_euclid(256) as u8;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn negated_numbers_should_add_up_to_the_order() {
		let mut one = [0; 32];
		one[31] = 1;
		let mut negated = one;
		negate(&mut negated);
		let mut expected = ORDER;
		expected[31] -= 1;
		assert_eq!(negated, expected);
		negate(&mut negated);
		assert_eq!(negated, one);
	}
}
