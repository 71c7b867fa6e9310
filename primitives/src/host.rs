// SPDX-License-Identifier: Apache-2.0

//! The host function through which a runtime has the node check P-256 signatures.

use sp_runtime_interface::{
	pass_by::{PassFatPointerAndRead, PassPointerAndRead},
	runtime_interface,
};

/// What a node has to offer a Mote runtime besides the SDK's own host functions.
///
/// Give it to the executor together with them:
/// `WasmExecutor<(sp_io::SubstrateHostFunctions, mote_primitives::HostFunctions)>`.
#[cfg(not(substrate_runtime))]
pub type HostFunctions = device_crypto::HostFunctions;

/// Signature checks that device keys need and the SDK's host functions lack.
#[runtime_interface]
pub trait DeviceCrypto {
	/// Whether `signature` (`r || s`) is an ECDSA signature over the SHA-256 of `message` by the
	/// P-256 key `key` (compressed, 33 bytes).
	///
	/// Both values of `s` are accepted. A key or signature that is none gives `false`.
	fn p256_verify(
		signature: PassPointerAndRead<&[u8; 64], 64>,
		message: PassFatPointerAndRead<&[u8]>,
		key: PassPointerAndRead<&[u8; 33], 33>,
	) -> bool {
		native::p256_verify(signature, message, key)
	}
}

#[cfg(feature = "std")]
mod native {
	use p256::{elliptic_curve::sec1::ToEncodedPoint, PublicKey};
	use ring::signature::{UnparsedPublicKey, ECDSA_P256_SHA256_FIXED};

	pub(super) fn p256_verify(signature: &[u8; 64], message: &[u8], key: &[u8; 33]) -> bool {
		// The 33 bytes could also be a form of SEC1 that is neither of the two compressed ones.
		if !matches!(key.first(), Some(0x02 | 0x03)) {
			return false;
		}
		// `ring` takes uncompressed keys alone.
		let Ok(point) = PublicKey::from_sec1_bytes(key) else {
			return false;
		};
		UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point.to_encoded_point(false))
			.verify(message, signature)
			.is_ok()
	}
}

// A build without `std` that is no runtime serves no runtime: it has this code only where the
// software version is asked for.
#[cfg(all(not(feature = "std"), not(substrate_runtime)))]
mod native {
	#[cfg(feature = "p256-wasm")]
	pub(super) fn p256_verify(signature: &[u8; 64], message: &[u8], key: &[u8; 33]) -> bool {
		crate::p256_software::verify(signature, message, key)
	}

	#[cfg(not(feature = "p256-wasm"))]
	pub(super) fn p256_verify(_: &[u8; 64], _: &[u8], _: &[u8; 33]) -> bool {
		false
	}
}

#[cfg(test)]
mod tests {
	use crate::{host::device_crypto, p256_software};
	use hex_literal::hex;

	const KEY: [u8; 33] =
		hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
	/// By the key above over "sample": the published signature with SHA-256 of RFC 6979.
	const SIGNATURE: [u8; 64] = hex!(
		"efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716
		 f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
	);

	#[test]
	fn p256_verify_should_accept_the_published_signature() {
		assert!(device_crypto::p256_verify(&SIGNATURE, b"sample", &KEY));
		assert!(p256_software::verify(&SIGNATURE, b"sample", &KEY));
		assert!(!device_crypto::p256_verify(&SIGNATURE, b"simple", &KEY));
		assert!(!p256_software::verify(&SIGNATURE, b"simple", &KEY));
	}

	#[test]
	fn p256_verify_should_refuse_every_form_of_key_but_the_right_one() {
		for form in (0..=u8::MAX).filter(|form| *form != KEY[0]) {
			let mut key = KEY;
			key[0] = form;
			assert!(!device_crypto::p256_verify(&SIGNATURE, b"sample", &key), "{form}");
			assert!(!p256_software::verify(&SIGNATURE, b"sample", &key), "{form}");
		}
	}

	#[test]
	fn software_verify_should_refuse_when_a_length_is_wrong() {
		let long_signature = [&SIGNATURE[..], &[0; 36]].concat();
		let long_key = [&KEY[..], &[0; 67]].concat();
		for length in (0..=100).filter(|length| *length != 64) {
			assert!(!p256_software::verify(&long_signature[..length], b"sample", &KEY));
		}
		for length in (0..=100).filter(|length| *length != 33) {
			assert!(!p256_software::verify(&SIGNATURE, b"sample", &long_key[..length]));
		}
	}
}
