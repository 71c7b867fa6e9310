// SPDX-License-Identifier: Apache-2.0

//! A wasm blob that checks device signatures in every way a runtime can, so that tests can compare
//! its answers with native code.
//!
//! Its feature `p256-wasm` is on in wasm: `DeviceSignature::verify` asks the host about everything
//! but P-256 there.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

use alloc::vec::Vec;

/// Signature, message and key, of any length.
pub type Case = (Vec<u8>, Vec<u8>, Vec<u8>);

/// Signature, message and key of the right lengths.
pub type SizedCase = ([u8; 64], Vec<u8>, [u8; 33]);

/// The blob.
///
/// # Panics
///
/// When it was not built.
#[cfg(feature = "std")]
pub fn wasm_binary() -> &'static [u8] {
	WASM_BINARY.expect(
		"The wasm blob is missing because SKIP_WASM_BUILD was set. Unset it and build again.",
	)
}

#[cfg(not(feature = "std"))]
mod exports {
	use super::*;
	use mote_primitives::{host::device_crypto, p256_software, DeviceKey, DeviceSignature};

	sp_core::wasm_export_functions! {
		fn p256_by_software(cases: Vec<Case>) -> Vec<bool> {
			cases.iter().map(|(s, m, k)| p256_software::verify(s, m, k)).collect()
		}

		fn p256_by_host(cases: Vec<SizedCase>) -> Vec<bool> {
			cases.iter().map(|(s, m, k)| device_crypto::p256_verify(s, m, k)).collect()
		}

		fn by_signature(cases: Vec<(DeviceSignature, Vec<u8>, DeviceKey)>) -> Vec<bool> {
			cases.iter().map(|(s, m, k)| s.verify(m, k)).collect()
		}
	}
}
