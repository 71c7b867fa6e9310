// SPDX-License-Identifier: Apache-2.0

//! Devices as W3C Decentralized Identifiers: `did:mote:<chain>:<device>`.
//!
//! Plain functions: what is asked goes in, the document goes out. What the chain knows of the
//! device is looked up in between, by [`crate::rpc`]. `docs/did.md` tells users about the method.

use chrono::{DateTime, SecondsFormat};
use mote_primitives::{DeviceId, DeviceKey, DidDevice, DidSubject, KeyAlgorithm, KeyPurposes};
use mote_runtime::{AccountId, SS58_PREFIX};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sp_core::{
	crypto::{Ss58AddressFormat, Ss58Codec},
	H256,
};

const METHOD: &str = "mote";
/// How much of the genesis hash stands in a DID, in hex digits.
const CHAIN_DIGITS: usize = 8;
/// How much of it stands in the DID of an account: CAIP-2, namespace `polkadot`.
const CAIP_DIGITS: usize = 32;

/// The forms of a document there are, the preferred one first. They differ in name only: each is
/// the same JSON, and clients of different ages ask for different names.
const MEDIA_TYPES: [&str; 3] =
	["application/did", "application/did+ld+json", "application/did+json"];

const RESOLUTION_CONTEXT: &str = "https://w3id.org/did-resolution/v1";
const DOCUMENT_CONTEXT: [&str; 2] =
	["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"];

/// Why a DID has no document. None of them is a fault of the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
	/// The text is no DID, or no DID of this method.
	InvalidDid,
	/// A DID of another method.
	MethodNotSupported,
	/// A DID of another chain.
	OtherChain,
	/// There never was such a device.
	NoDevice,
	/// No form of the document is acceptable to the caller.
	RepresentationNotSupported,
	/// An option that the node does not know.
	FeatureNotSupported,
	/// An option with a value that makes no sense.
	InvalidOptions,
}

impl Failure {
	/// The word for it, the one for the same in the standard's problem types, and what to do.
	const fn terms(self) -> [&'static str; 3] {
		match self {
			Self::InvalidDid => [
				"invalidDid",
				"INVALID_DID",
				"A DID of this method is did:mote:, 8 hex digits of the chain, a colon, and 64 hex \
				 digits of the device, all in lower case. Leave out path, query and fragment.",
			],
			Self::MethodNotSupported => [
				"methodNotSupported",
				"METHOD_NOT_SUPPORTED",
				"This node resolves did:mote alone. Ask a resolver of the DID's method.",
			],
			Self::OtherChain => [
				"notFound",
				"NOT_FOUND",
				"The device is of another chain than this node's. Ask a node of that chain.",
			],
			Self::NoDevice => [
				"notFound",
				"NOT_FOUND",
				"At this block there is no such device. A device that was registered only now is \
				 there when its block is final; until then, give that block as `at`.",
			],
			Self::RepresentationNotSupported => [
				"representationNotSupported",
				"REPRESENTATION_NOT_SUPPORTED",
				"Accept application/did, application/did+ld+json or application/did+json.",
			],
			Self::FeatureNotSupported => [
				"featureNotSupported",
				"FEATURE_NOT_SUPPORTED",
				"The options are `accept`, `at` and `expandRelativeUrls`. For an earlier version of \
				 a document, give the hash of a block of that time as `at`.",
			],
			Self::InvalidOptions => [
				"invalidOptions",
				"INVALID_OPTIONS",
				"Options are an object: `accept` is a string, `at` the hash of a block in hex with \
				 0x in front, `expandRelativeUrls` true or false.",
			],
		}
	}

	/// What the failure is, in a few words.
	const fn title(self) -> &'static str {
		match self {
			Self::InvalidDid => "Not a DID of a device",
			Self::MethodNotSupported => "Another DID method",
			Self::OtherChain => "A device of another chain",
			Self::NoDevice => "No such device",
			Self::RepresentationNotSupported => "No acceptable representation",
			Self::FeatureNotSupported => "Unknown option",
			Self::InvalidOptions => "Malformed option",
		}
	}
}

/// What is asked of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
	/// The device whose document is wanted.
	pub device: DeviceId,
	/// The block at which, if the caller named one.
	pub at: Option<H256>,
	media_type: &'static str,
}

impl Request {
	/// Reads a DID and options, on the chain with this genesis block.
	pub fn new(did: &str, options: Option<&Value>, genesis: H256) -> Result<Self, Failure> {
		let (chain, device) = parse(did)?;
		let Options { media_type, at } = Options::new(options)?;
		if chain != hex_prefix(genesis, CHAIN_DIGITS) {
			return Err(Failure::OtherChain);
		}
		Ok(Self { device, at, media_type })
	}
}

/// The chain and the device that a DID names.
fn parse(did: &str) -> Result<(&str, DeviceId), Failure> {
	let (method, id) = split(did).ok_or(Failure::InvalidDid)?;
	if method != METHOD {
		return Err(Failure::MethodNotSupported);
	}
	let (chain, device) = id.split_once(':').ok_or(Failure::InvalidDid)?;
	// One device has one DID, so capital letters and shorter forms are none.
	let is_hex = |text: &str| text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
	if chain.len() != CHAIN_DIGITS || device.len() != 64 || !is_hex(chain) || !is_hex(device) {
		return Err(Failure::InvalidDid);
	}
	let device: H256 = device.parse().map_err(|_| Failure::InvalidDid)?;
	Ok((chain, device.into()))
}

/// The method and the identifier of any DID: the rule `did` of DID Core.
fn split(did: &str) -> Option<(&str, &str)> {
	let (method, id) = did.strip_prefix("did:")?.split_once(':')?;
	let is_method =
		!method.is_empty() && method.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
	let mut rest = id.bytes();
	let mut is_id = !id.is_empty() && !id.ends_with(':');
	while let Some(byte) = rest.next() {
		is_id &= match byte {
			b'%' => [rest.next(), rest.next()]
				.into_iter()
				.all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit())),
			b'.' | b'-' | b'_' | b':' => true,
			_ => byte.is_ascii_alphanumeric(),
		};
	}
	(is_method && is_id).then_some((method, id))
}

struct Options {
	media_type: &'static str,
	at: Option<H256>,
}

impl Options {
	fn new(options: Option<&Value>) -> Result<Self, Failure> {
		let mut found = Self { media_type: MEDIA_TYPES[0], at: None };
		let options = match options {
			None | Some(Value::Null) => return Ok(found),
			Some(Value::Object(options)) => options,
			Some(_) => return Err(Failure::InvalidOptions),
		};
		// A client's `undefined` may arrive as null.
		let known = ["accept", "at", "expandRelativeUrls"];
		if options
			.iter()
			.any(|(name, value)| !value.is_null() && !known.contains(&name.as_str()))
		{
			return Err(Failure::FeatureNotSupported);
		}
		let option = |name| options.get(name).filter(|value| !value.is_null());
		if let Some(at) = option("at") {
			found.at = Some(H256::deserialize(at).map_err(|_| Failure::InvalidOptions)?);
		}
		// All URLs of a document are absolute, so both answers to this one are obeyed.
		if option("expandRelativeUrls").is_some_and(|value| !value.is_boolean()) {
			return Err(Failure::InvalidOptions);
		}
		if let Some(accept) = option("accept") {
			let accept = accept.as_str().ok_or(Failure::InvalidOptions)?;
			found.media_type = negotiate(accept).ok_or(Failure::RepresentationNotSupported)?;
		}
		Ok(found)
	}
}

/// The best form for a caller who accepts this, written like the HTTP header `Accept`.
fn negotiate(accept: &str) -> Option<&'static str> {
	// How much the caller wants what a range of this name covers; `None` without such a range.
	let wanted = |name: &str| {
		accept.split(',').find_map(|range| {
			let mut parts = range.split(';').map(str::trim);
			if !parts.next()?.eq_ignore_ascii_case(name) {
				return None;
			}
			let quality = parts.find_map(|part| part.strip_prefix(['q', 'Q'])?.strip_prefix('='));
			Some(quality.map_or(1.0, |quality| quality.parse().unwrap_or(0.0)))
		})
	};
	let mut best = None;
	let mut best_quality: f32 = 0.0;
	for media_type in MEDIA_TYPES {
		// The narrowest range that covers a form speaks for it.
		let quality = [media_type, "application/*", "*/*"].into_iter().find_map(wanted);
		if let Some(quality) = quality.filter(|quality| *quality > best_quality) {
			best = Some(media_type);
			best_quality = quality;
		}
	}
	best
}

/// What resolving a DID comes to.
#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Resolution {
	#[serde(rename = "@context")]
	context: &'static str,
	did_document: Option<Document>,
	did_resolution_metadata: ResolutionMetadata,
	did_document_metadata: DocumentMetadata,
}

impl Resolution {
	/// The answer when the chain, the one with this genesis block, says this of the device.
	pub fn new(request: &Request, subject: &DidSubject<AccountId>, genesis: H256) -> Self {
		let did = did(request.device, genesis);
		let (document, metadata) = match subject {
			DidSubject::Pruned => (
				Document::of_nobody(did),
				DocumentMetadata { deactivated: Some(true), ..Default::default() },
			),
			DidSubject::Device(device) => (
				if device.is_deactivated {
					Document::of_nobody(did)
				} else {
					Document::new(did, device, genesis)
				},
				DocumentMetadata::new(device),
			),
		};
		Self {
			context: RESOLUTION_CONTEXT,
			did_document: Some(document),
			did_resolution_metadata: ResolutionMetadata {
				content_type: Some(request.media_type),
				..Default::default()
			},
			did_document_metadata: metadata,
		}
	}
}

impl From<Failure> for Resolution {
	fn from(failure: Failure) -> Self {
		let [error, problem, detail] = failure.terms();
		Self {
			context: RESOLUTION_CONTEXT,
			did_document: None,
			did_resolution_metadata: ResolutionMetadata {
				content_type: None,
				error: Some(error),
				problem_details: Some(Problem {
					kind: format!("https://www.w3.org/ns/did#{problem}"),
					title: failure.title(),
					detail,
				}),
			},
			did_document_metadata: Default::default(),
		}
	}
}

#[derive(Serialize, Clone, Debug, Default)]
#[serde(rename_all = "camelCase")]
struct ResolutionMetadata {
	#[serde(skip_serializing_if = "Option::is_none")]
	content_type: Option<&'static str>,
	// A single word: what client libraries compare with. The drafts of 2026 want an object of RFC
	// 9457 in its place, so that stands beside it.
	#[serde(skip_serializing_if = "Option::is_none")]
	error: Option<&'static str>,
	#[serde(skip_serializing_if = "Option::is_none")]
	problem_details: Option<Problem>,
}

#[derive(Serialize, Clone, Debug)]
struct Problem {
	#[serde(rename = "type")]
	kind: String,
	title: &'static str,
	detail: &'static str,
}

#[derive(Serialize, Clone, Debug, Default)]
#[serde(rename_all = "camelCase")]
struct DocumentMetadata {
	#[serde(skip_serializing_if = "Option::is_none")]
	created: Option<String>,
	#[serde(skip_serializing_if = "Option::is_none")]
	updated: Option<String>,
	#[serde(skip_serializing_if = "Option::is_none")]
	deactivated: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	version_id: Option<String>,
}

impl DocumentMetadata {
	fn new(device: &DidDevice<AccountId>) -> Self {
		let was_updated = device.version > 0;
		Self {
			created: date(device.created),
			updated: was_updated.then(|| date(device.updated)).flatten(),
			deactivated: Some(device.is_deactivated),
			version_id: Some(device.version.to_string()),
		}
	}
}

/// A moment in UTC to the second, as XML writes it; `None` when it lies beyond all calendars.
fn date(milliseconds: u64) -> Option<String> {
	let moment = DateTime::from_timestamp_millis(milliseconds.try_into().ok()?)?;
	Some(moment.to_rfc3339_opts(SecondsFormat::Secs, true))
}

#[derive(Serialize, Clone, Debug, Default)]
#[serde(rename_all = "camelCase")]
struct Document {
	#[serde(rename = "@context")]
	context: [&'static str; 2],
	id: String,
	#[serde(skip_serializing_if = "Option::is_none")]
	controller: Option<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	also_known_as: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	verification_method: Vec<VerificationMethod>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	assertion_method: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	authentication: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	key_agreement: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	capability_invocation: Vec<String>,
}

impl Document {
	/// The document of a device that has ended: nobody speaks for it.
	fn of_nobody(did: String) -> Self {
		Self { context: DOCUMENT_CONTEXT, id: did, ..Default::default() }
	}

	fn new(did: String, device: &DidDevice<AccountId>, genesis: H256) -> Self {
		let identity = format!("{did}#id");
		let operational = |index: u16| format!("{did}#op-{index}");
		let method = |id: String, key: &DeviceKey| VerificationMethod {
			id,
			kind: "Multikey",
			controller: did.clone(),
			public_key_multibase: multikey(key),
		};
		let with = |purpose| {
			device
				.keys
				.iter()
				.filter(|key| key.purposes.contains(purpose))
				.map(|key| operational(key.index))
				.collect()
		};
		Self {
			context: DOCUMENT_CONTEXT,
			controller: Some(account_did(&device.owner, genesis)),
			also_known_as: vec![format!("did:key:{}", multikey(&device.identity_key))],
			verification_method: std::iter::once(method(identity.clone(), &device.identity_key))
				.chain(device.keys.iter().map(|key| method(operational(key.index), &key.key)))
				.collect(),
			assertion_method: with(KeyPurposes::ASSERT),
			authentication: with(KeyPurposes::AUTHENTICATE),
			key_agreement: with(KeyPurposes::KEY_AGREE),
			// The identity key consents to owners and to keys, which is to change this document.
			// It never signs data, and a verifier must not take data from it.
			capability_invocation: vec![identity],
			id: did,
		}
	}
}

#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
struct VerificationMethod {
	id: String,
	#[serde(rename = "type")]
	kind: &'static str,
	controller: String,
	public_key_multibase: String,
}

/// The first hex digits of a hash.
fn hex_prefix(hash: H256, digits: usize) -> String {
	format!("{hash:x}").chars().take(digits).collect()
}

/// The DID of a device.
fn did(device: DeviceId, genesis: H256) -> String {
	format!("did:{METHOD}:{}:{:x}", hex_prefix(genesis, CHAIN_DIGITS), device.0)
}

/// The DID of an account: the account in CAIP-10, as `did:pkh` takes it.
fn account_did(account: &AccountId, genesis: H256) -> String {
	let address = account.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX));
	format!("did:pkh:polkadot:{}:{address}", hex_prefix(genesis, CAIP_DIGITS))
}

/// A key as a Multikey: base58btc of its multicodec and its bytes.
fn multikey(key: &DeviceKey) -> String {
	// Unsigned varints.
	let codec: [u8; 2] = match key.algorithm() {
		KeyAlgorithm::Ed25519 => [0xed, 0x01],
		KeyAlgorithm::P256 => [0x80, 0x24],
		KeyAlgorithm::Sr25519 => [0xef, 0x01],
		KeyAlgorithm::Secp256k1 => [0xe7, 0x01],
	};
	format!("z{}", bs58::encode([&codec[..], key.as_bytes()].concat()).into_string())
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use mote_primitives::DidKey;
	use serde_json::{json, to_value};

	const GENESIS: H256 =
		H256(hex!("0123abcd456789ef0011223344556677aabbccddeeff00112233445566778899"));
	const ALICE: [u8; 32] =
		hex!("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
	// RFC 8032, section 7.1, test 1.
	const ED25519: DeviceKey = DeviceKey::Ed25519(hex!(
		"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
	));
	// RFC 6979, section A.2.5.
	const P256: DeviceKey =
		DeviceKey::P256(hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
	const P256_GENERATOR: DeviceKey =
		DeviceKey::P256(hex!("036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"));
	const SR25519: DeviceKey = DeviceKey::Sr25519(ALICE);
	const SECP256K1: DeviceKey = DeviceKey::Secp256k1(hex!(
		"03874c15c7fda20e539c6e5ba573c139884c351188799f5458b4b41f7924f235cd"
	));
	const DID: &str =
		"did:mote:0123abcd:e5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425";

	fn key(index: u16, key: DeviceKey, purposes: u8) -> DidKey {
		DidKey { index, key, purposes: KeyPurposes::new(purposes).unwrap() }
	}

	fn device(keys: Vec<DidKey>) -> DidDevice<AccountId> {
		DidDevice {
			device: P256.fingerprint().into(),
			identity_key: P256,
			keys,
			owner: AccountId::from(ALICE),
			is_deactivated: false,
			created: 1_767_225_600_999,
			updated: 1_767_225_661_000,
			version: 7,
		}
	}

	fn request(options: Value) -> Result<Request, Failure> {
		Request::new(DID, Some(&options), GENESIS)
	}

	fn resolve(subject: &DidSubject<AccountId>) -> Value {
		let request = Request::new(DID, None, GENESIS).unwrap();
		to_value(Resolution::new(&request, subject, GENESIS)).unwrap()
	}

	fn failure_of(did: &str) -> Option<Failure> {
		Request::new(did, None, GENESIS).err()
	}

	#[test]
	fn multikey_should_be_what_the_published_vectors_say() {
		let vectors = [
			(ED25519, "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw"),
			(P256, "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"),
			(P256_GENERATOR, "zDnaepsL7AXenJkVYdkh5KuKsSU7Ykh7kyXaLLU7auN9FWSiZ"),
			(SECP256K1, "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"),
			(SR25519, "z6QNzHod3tSSJbwo4e5xGDcnsndsR9WByZzPoCGdbv3sv1jJ"),
		];
		for (key, expected) in vectors {
			assert_eq!(multikey(&key), expected);
		}
	}

	#[test]
	fn request_should_name_the_device_when_the_did_is_one_of_this_chain() {
		let request = Request::new(DID, None, GENESIS).unwrap();
		assert_eq!(request.device.0, P256.fingerprint());
		assert_eq!((request.at, request.media_type), (None, "application/did"));
		assert_eq!(did(request.device, GENESIS), DID);
	}

	#[test]
	fn request_should_be_an_invalid_did_when_the_text_is_none_of_the_method() {
		let id = "e5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425";
		let invalid = [
			String::new(),
			"did".into(),
			"did:".into(),
			"did:mote".into(),
			"did:mote:".into(),
			"did:mote:0123abcd".into(),
			"did:mote:0123abcd:".into(),
			format!("did:mote:{id}"),
			format!("did:mote::{id}"),
			format!("did:mote:0123abc:{id}"),
			format!("did:mote:0123abcde:{id}"),
			format!("did:mote:0123ABCD:{id}"),
			format!("did:mote:0123abcg:{id}"),
			format!("did:mote:0x123abc:{id}"),
			format!("did:mote:0123abcd:{}", &id[1..]),
			format!("did:mote:0123abcd:{id}0"),
			format!("did:mote:0123abcd:0x{}", &id[2..]),
			format!("did:mote:0123abcd:{}", id.to_uppercase()),
			format!("did:mote:0123abcd:{id}:"),
			format!("did:mote:0123abcd:{id}:0"),
			// URLs of parts of a document are not DIDs.
			format!("{DID}/path"),
			format!("{DID}?versionId=1"),
			format!("{DID}#id"),
			format!("{DID};service=agent"),
			format!(" {DID}"),
			format!("{DID} "),
			format!("{DID}\n"),
			DID.to_uppercase(),
			DID.replace("did:", "DID:"),
			DID.replace("mote", "Mote"),
			DID.replace("mote", ""),
			DID.replace("mote", "mo-te"),
			DID.replace("e5d2", "\u{660}d2"),
			// Not even DIDs of another method.
			"did:key".into(),
			"did:key:".into(),
			"did:key:z6Mk%2".into(),
			"did:key:z6Mk%2g".into(),
			"did:key:z6Mk:".into(),
			"did:key:z6Mk/path".into(),
			"did:key:z6Mk#id".into(),
			"did:key:z6Mké".into(),
		];
		for text in invalid {
			assert_eq!(failure_of(&text), Some(Failure::InvalidDid), "{text:?}");
		}
	}

	#[test]
	fn request_should_be_of_another_method_when_the_did_is_a_valid_one_of_it() {
		for text in [
			"did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw",
			"did:web:example.com%3A3000:user:alice",
			"did:example:a::b",
			"did:motes:0123abcd",
			"did:3:x_y-z",
		] {
			assert_eq!(failure_of(text), Some(Failure::MethodNotSupported), "{text:?}");
		}
	}

	#[test]
	fn request_should_not_be_found_when_the_did_is_of_another_chain() {
		assert_eq!(failure_of(&DID.replace("0123abcd", "0123abce")), Some(Failure::OtherChain));
	}

	#[test]
	fn request_should_judge_method_then_options_then_chain_as_the_standard_does() {
		let options = json!({ "versionId": "3" });
		let asked = |did: &str| Request::new(did, Some(&options), GENESIS).unwrap_err();
		assert_eq!(asked("did:mote:1"), Failure::InvalidDid);
		assert_eq!(asked("did:key:1"), Failure::MethodNotSupported);
		assert_eq!(asked(&DID.replace("0123abcd", "0123abce")), Failure::FeatureNotSupported);
	}

	#[test]
	fn request_should_take_options_when_they_are_known_and_sound() {
		let at = "0x1111111111111111111111111111111111111111111111111111111111111111";
		let asked = request(json!({ "at": at, "expandRelativeUrls": true })).unwrap();
		assert_eq!(asked.at, Some(H256([0x11; 32])));
		let nothing = json!({ "accept": null, "at": null, "expandRelativeUrls": null });
		for empty in [json!(null), json!({}), nothing] {
			assert_eq!(request(empty), Request::new(DID, None, GENESIS));
		}
	}

	#[test]
	fn request_should_refuse_options_when_they_are_malformed_or_unknown() {
		for malformed in [
			json!([]),
			json!("application/did"),
			json!(true),
			json!({ "accept": 1 }),
			json!({ "accept": ["application/did"] }),
			json!({ "at": 7 }),
			json!({ "at": "" }),
			json!({ "at": "latest" }),
			json!({ "at": "0x11" }),
			json!({ "expandRelativeUrls": "true" }),
		] {
			assert_eq!(request(malformed.clone()), Err(Failure::InvalidOptions), "{malformed}");
		}
		for unknown in ["versionId", "versionTime", "Accept", ""] {
			let options = json!({ unknown: "1" });
			assert_eq!(request(options), Err(Failure::FeatureNotSupported), "{unknown}");
		}
	}

	#[test]
	fn media_type_should_be_the_best_of_what_is_accepted() {
		let (did, ld, json) =
			("application/did", "application/did+ld+json", "application/did+json");
		for (accept, expected) in [
			(did, did),
			(ld, ld),
			(json, json),
			("*/*", did),
			("application/*", did),
			("APPLICATION/DID+JSON", json),
			("text/html, application/did+json;q=0.2", json),
			("application/did;q=0.5, application/did+ld+json", ld),
			("application/did+json ; q=0.9 , application/did ; Q=0.1", json),
			("application/did;q=0, */*", ld),
			("*/*;q=0.5, application/did;q=0.4", ld),
			("application/did+json;profile=\"x\";q=1", json),
		] {
			assert_eq!(request(json!({ "accept": accept })).unwrap().media_type, expected);
		}
		for accept in [
			"",
			"text/html",
			"application/json",
			"application/ld+json",
			"application/did+cbor",
			"application/did;q=0",
			"application/did;q=no",
			"application/did;q=NaN",
			"application/did;q=-1",
			",,;;,",
		] {
			let refused = request(json!({ "accept": accept }));
			assert_eq!(refused, Err(Failure::RepresentationNotSupported), "{accept}");
		}
	}

	#[test]
	fn document_should_list_each_key_once_and_each_purpose_by_its_bits() {
		let keys =
			vec![key(0, ED25519, 1), key(2, SECP256K1, 2), key(3, SR25519, 4), key(7, P256, 7)];
		let url = |fragment: &str| format!("{DID}#{fragment}");
		let method = |fragment, key: &DeviceKey| {
			json!({
				"id": url(fragment),
				"type": "Multikey",
				"controller": DID,
				"publicKeyMultibase": multikey(key),
			})
		};
		assert_eq!(
			resolve(&DidSubject::Device(device(keys))),
			json!({
				"@context": "https://w3id.org/did-resolution/v1",
				"didDocument": {
					"@context": [
						"https://www.w3.org/ns/did/v1",
						"https://w3id.org/security/multikey/v1",
					],
					"id": DID,
					"controller": "did:pkh:polkadot:0123abcd456789ef0011223344556677:\
						5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
					"alsoKnownAs": ["did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"],
					"verificationMethod": [
						method("id", &P256),
						method("op-0", &ED25519),
						method("op-2", &SECP256K1),
						method("op-3", &SR25519),
						method("op-7", &P256),
					],
					"assertionMethod": [url("op-0"), url("op-7")],
					"authentication": [url("op-2"), url("op-7")],
					"keyAgreement": [url("op-3"), url("op-7")],
					"capabilityInvocation": [url("id")],
				},
				"didResolutionMetadata": { "contentType": "application/did" },
				"didDocumentMetadata": {
					"created": "2026-01-01T00:00:00Z",
					"updated": "2026-01-01T00:01:01Z",
					"deactivated": false,
					"versionId": "7",
				},
			})
		);
	}

	#[test]
	fn document_should_let_the_identity_key_sign_no_data() {
		let document = resolve(&DidSubject::Device(device(vec![])))["didDocument"].clone();
		assert_eq!(document["capabilityInvocation"], json!([format!("{DID}#id")]));
		for relationship in ["assertionMethod", "authentication", "keyAgreement"] {
			assert_eq!(document.get(relationship), None, "{relationship}");
		}
	}

	#[test]
	fn document_should_name_nobody_when_the_device_has_ended() {
		let ended = DidDevice { is_deactivated: true, ..device(vec![key(0, ED25519, 7)]) };
		let ended = resolve(&DidSubject::Device(ended));
		let pruned = resolve(&DidSubject::Pruned);
		for resolution in [&ended, &pruned] {
			assert_eq!(
				resolution["didDocument"],
				json!({ "@context": DOCUMENT_CONTEXT, "id": DID })
			);
		}
		assert_eq!(
			ended["didDocumentMetadata"],
			json!({
				"created": "2026-01-01T00:00:00Z",
				"updated": "2026-01-01T00:01:01Z",
				"deactivated": true,
				"versionId": "7",
			})
		);
		assert_eq!(pruned["didDocumentMetadata"], json!({ "deactivated": true }));
	}

	#[test]
	fn metadata_should_tell_no_update_when_there_was_none() {
		let fresh = DidDevice { version: 0, ..device(vec![]) };
		assert_eq!(
			resolve(&DidSubject::Device(fresh))["didDocumentMetadata"],
			json!({
				"created": "2026-01-01T00:00:00Z",
				"deactivated": false,
				"versionId": "0",
			})
		);
	}

	#[test]
	fn date_should_be_missing_when_it_lies_beyond_all_calendars() {
		assert_eq!(date(0).as_deref(), Some("1970-01-01T00:00:00Z"));
		assert_eq!(date(253_402_300_799_999).as_deref(), Some("9999-12-31T23:59:59Z"));
		assert_eq!(date(u64::MAX), None);
		assert_eq!(date(i64::MAX as u64), None);
	}

	#[test]
	fn resolution_should_name_the_form_that_was_asked_for() {
		let request = request(json!({ "accept": "application/did+ld+json" })).unwrap();
		let resolution = Resolution::new(&request, &DidSubject::Pruned, GENESIS);
		assert_eq!(
			to_value(resolution).unwrap()["didResolutionMetadata"],
			json!({ "contentType": "application/did+ld+json" })
		);
	}

	#[test]
	fn failure_should_be_told_as_a_word_and_as_a_problem() {
		use Failure::*;
		for (failure, word, problem) in [
			(InvalidDid, "invalidDid", "INVALID_DID"),
			(MethodNotSupported, "methodNotSupported", "METHOD_NOT_SUPPORTED"),
			(OtherChain, "notFound", "NOT_FOUND"),
			(NoDevice, "notFound", "NOT_FOUND"),
			(
				RepresentationNotSupported,
				"representationNotSupported",
				"REPRESENTATION_NOT_SUPPORTED",
			),
			(FeatureNotSupported, "featureNotSupported", "FEATURE_NOT_SUPPORTED"),
			(InvalidOptions, "invalidOptions", "INVALID_OPTIONS"),
		] {
			let mut resolution = to_value(Resolution::from(failure)).unwrap();
			let details = resolution["didResolutionMetadata"]["problemDetails"].take();
			assert_eq!(details["type"], json!(format!("https://www.w3.org/ns/did#{problem}")));
			assert!(!details["title"].as_str().unwrap().is_empty());
			assert!(details["detail"].as_str().unwrap().ends_with('.'));
			assert_eq!(
				resolution,
				json!({
					"@context": "https://w3id.org/did-resolution/v1",
					"didDocument": null,
					"didResolutionMetadata": { "error": word, "problemDetails": null },
					"didDocumentMetadata": {},
				})
			);
		}
	}
}
