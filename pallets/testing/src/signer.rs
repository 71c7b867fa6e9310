// SPDX-License-Identifier: Apache-2.0

//! Private keys.

use codec::Encode;
use mote_primitives::{
	signing_bytes, DeviceKey, DeviceSignature, KeyAlgorithm, SignedPayload, H256,
};
use p256::ecdsa::signature::Signer as _;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_io::hashing::{blake2_256, sha2_256};

/// A private key of any algorithm, made from a seed.
#[derive(Clone)]
#[allow(clippy::large_enum_variant)]
pub enum Signer {
	/// Ed25519.
	Ed25519(ed25519::Pair),
	/// ECDSA on P-256.
	P256(p256::ecdsa::SigningKey),
	/// sr25519.
	Sr25519(sr25519::Pair),
	/// ECDSA on secp256k1.
	Secp256k1(ecdsa::Pair),
}

impl Signer {
	/// The key of this algorithm that the seed stands for.
	pub fn new(algorithm: KeyAlgorithm, seed: impl Encode) -> Self {
		let seed = blake2_256(&seed.encode());
		match algorithm {
			KeyAlgorithm::Ed25519 => Self::Ed25519(ed25519::Pair::from_seed(&seed)),
			KeyAlgorithm::P256 => Self::P256(p256::ecdsa::SigningKey::from_slice(&seed).unwrap()),
			KeyAlgorithm::Sr25519 => Self::Sr25519(sr25519::Pair::from_seed(&seed)),
			KeyAlgorithm::Secp256k1 => Self::Secp256k1(ecdsa::Pair::from_seed(&seed)),
		}
	}

	/// The public key.
	pub fn key(&self) -> DeviceKey {
		match self {
			Self::Ed25519(pair) => DeviceKey::Ed25519(pair.public().0),
			Self::P256(pair) => {
				let point = pair.verifying_key().to_encoded_point(true);
				DeviceKey::P256(point.as_bytes().try_into().unwrap())
			},
			Self::Sr25519(pair) => DeviceKey::Sr25519(pair.public().0),
			Self::Secp256k1(pair) => DeviceKey::Secp256k1(pair.public().0),
		}
	}

	/// Signs bytes as they are.
	pub fn sign_bytes(&self, message: &[u8]) -> DeviceSignature {
		match self {
			Self::Ed25519(pair) => DeviceSignature::Ed25519(pair.sign(message).0),
			Self::P256(pair) => {
				let signature: p256::ecdsa::Signature = pair.sign(message);
				DeviceSignature::P256(signature.to_bytes().into())
			},
			Self::Sr25519(pair) => DeviceSignature::Sr25519(pair.sign(message).0),
			Self::Secp256k1(pair) => {
				let signature = pair.sign_prehashed(&sha2_256(message));
				DeviceSignature::Secp256k1(signature.0[..64].try_into().unwrap())
			},
		}
	}

	/// Signs a payload for the chain with this genesis hash.
	pub fn sign<P: SignedPayload>(&self, genesis: &H256, payload: &P) -> DeviceSignature {
		self.sign_bytes(&signing_bytes(genesis, payload))
	}
}
