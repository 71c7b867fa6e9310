// SPDX-License-Identifier: Apache-2.0

//! What a P-256 check costs, natively and in wasm, with an sr25519 check as the unit.
//!
//! `cargo build --release --workspace --examples`, then run `release/examples/ratios` in the target
//! folder.

use codec::{Decode, Encode};
use mote_crypto_parity::{wasm_binary, Case, SizedCase};
use mote_primitives::{
	host::device_crypto, p256_software, DeviceKey, DeviceSignature, HostFunctions,
};
use p256::ecdsa::{signature::Signer, Signature, SigningKey};
use sc_executor::WasmExecutor;
use sp_core::{
	sr25519,
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	Pair,
};
use std::{hint::black_box, time::Instant};

const ROUNDS: usize = 50;
/// A round of a slow check is short too, so that a busy machine seldom interrupts it.
const FAST: usize = 50;
const SLOW: usize = 4;

fn main() {
	let message = [7u8; 100];

	let key = SigningKey::from_slice(&[9; 32]).unwrap();
	let signature: Signature = key.sign(&message);
	let signature: [u8; 64] = signature.to_bytes().into();
	let key: [u8; 33] = key.verifying_key().to_encoded_point(true).as_bytes().try_into().unwrap();

	let pair = sr25519::Pair::from_seed(&[3; 32]);
	let sr_signature = DeviceSignature::Sr25519(pair.sign(&message).0);
	let sr_key = DeviceKey::Sr25519(pair.public().0);

	let executor =
		WasmExecutor::<(sp_io::SubstrateHostFunctions, HostFunctions)>::builder().build();
	let code = WrappedRuntimeCode(wasm_binary().into());
	let code = RuntimeCode { code_fetcher: &code, heap_pages: None, hash: vec![1] };
	let in_wasm = |name: &str, count: usize, cases: &[u8]| {
		let mut externalities = sp_io::TestExternalities::default();
		let (answer, _) =
			executor.call(&mut externalities.ext(), &code, name, cases, CallContext::Offchain);
		let answers = Vec::<bool>::decode(&mut &answer.unwrap()[..]).unwrap();
		assert!(answers.len() == count && answers.into_iter().all(|answer| answer));
	};
	let case: Case = (signature.to_vec(), message.to_vec(), key.to_vec());
	let software = vec![case; SLOW].encode();
	let sized: SizedCase = (signature, message.to_vec(), key);
	let through_host = vec![sized; FAST].encode();
	let sr_through_host = vec![(sr_signature, message.to_vec(), sr_key); FAST].encode();

	let natively = |check: &dyn Fn() -> bool| (0..FAST).for_each(|_| assert!(check()));
	let ways: [(&str, usize, &dyn Fn()); 6] = [
		("sr25519, native", FAST, &|| {
			natively(&|| sr_signature.verify(black_box(&message), &sr_key))
		}),
		("P-256, native, host function", FAST, &|| {
			natively(&|| device_crypto::p256_verify(&signature, black_box(&message), &key))
		}),
		("P-256, native, software", FAST, &|| {
			natively(&|| p256_software::verify(&signature, black_box(&message), &key))
		}),
		("sr25519, wasm through the host", FAST, &|| {
			in_wasm("by_signature", FAST, &sr_through_host)
		}),
		("P-256, wasm through the host", FAST, &|| in_wasm("p256_by_host", FAST, &through_host)),
		("P-256, wasm, software", SLOW, &|| in_wasm("p256_by_software", SLOW, &software)),
	];

	// One after the other in every round, so that a busy machine slows all of them. The fastest
	// round counts; the first also compiles the blob.
	let mut fastest = [f64::MAX; 6];
	for _ in 0..ROUNDS {
		for (fastest, (_, count, run)) in fastest.iter_mut().zip(ways) {
			let start = Instant::now();
			run();
			*fastest = fastest.min(start.elapsed().as_secs_f64() * 1e6 / count as f64);
		}
	}
	println!("{:32}{:>12}{:>12}", "check", "us", "sr25519 = 1");
	for ((name, ..), time) in ways.iter().zip(fastest) {
		println!("{name:32}{time:>12.1}{:>12.2}", time / fastest[0]);
	}
	println!("P-256, wasm software : native host function = {:.1}", fastest[5] / fastest[1]);
}
