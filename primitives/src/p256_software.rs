// SPDX-License-Identifier: Apache-2.0

//! P-256 signatures checked without the node's help.
//!
//! The answer to every input is the one that the host function gives.

use p256::ecdsa::{signature::hazmat::PrehashVerifier, Signature, VerifyingKey};

/// Whether `signature` (`r || s`, 64 bytes) is an ECDSA signature over the SHA-256 of `message` by
/// the P-256 key `key` (compressed, 33 bytes).
///
/// Both values of `s` are accepted. A key or signature of another length, off the curve or out of
/// range gives `false`.
pub fn verify(signature: &[u8], message: &[u8], key: &[u8]) -> bool {
	// The 33 bytes could also be a form of SEC1 that is neither of the two compressed ones, and a
	// longer slice could be an uncompressed key.
	if key.len() != 33 || !matches!(key.first(), Some(0x02 | 0x03)) {
		return false;
	}
	let (Ok(key), Ok(signature)) =
		(VerifyingKey::from_sec1_bytes(key), Signature::from_slice(signature))
	else {
		return false;
	};
	key.verify_prehash(&sp_io::hashing::sha2_256(message), &signature).is_ok()
}
