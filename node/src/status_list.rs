// SPDX-License-Identifier: Apache-2.0

//! Status lists as the W3C's Bitstring Status List 1.0 wants them: the subject of a
//! `BitstringStatusListCredential`, which the issuer signs and publishes.
//!
//! The subject does not say how many bits an entry has. That is the property `statusSize` of the
//! `credentialStatus` of each credential that refers to the list, where it must be given when it is
//! not 1. The JSON-LD context of credentials defines the property nowhere else.

use base64::{engine::general_purpose::URL_SAFE_NO_PAD, Engine};
use flate2::{write::GzEncoder, Compression};
use mote_primitives::{StatusListExport, StatusPurpose};
use serde_json::{json, Value};
use std::io::Write;

/// Where the types of errors are defined.
const ERRORS: &str = "https://www.w3.org/ns/credentials/status-list#";

/// The `credentialSubject` with the identifier `id` that says what the list says.
pub fn credential_subject(id: &str, export: &StatusListExport) -> Value {
	let mut subject = json!({
		"id": id,
		"type": "BitstringStatusList",
		"statusPurpose": status_purpose(export.purpose),
		"encodedList": encoded_list(&export.bytes),
	});
	if let Some(ttl_ms) = export.ttl_ms {
		subject["ttl"] = ttl_ms.into();
	}
	subject
}

/// What goes with the error when a list cannot be read: a problem as in RFC 9457.
pub fn retrieval_error(detail: &str) -> Value {
	json!({
		"type": format!("{ERRORS}STATUS_RETRIEVAL_ERROR"),
		"title": "The status list could not be retrieved.",
		"detail": detail,
	})
}

fn status_purpose(purpose: StatusPurpose) -> &'static str {
	match purpose {
		StatusPurpose::Revocation => "revocation",
		StatusPurpose::Suspension => "suspension",
		StatusPurpose::Refresh => "refresh",
		StatusPurpose::Message(_) => "message",
	}
}

/// Multibase with the prefix of base64url, of the compressed bits.
fn encoded_list(bits: &[u8]) -> String {
	let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
	gzip.write_all(bits).expect("memory takes whatever is written to it; qed");
	let compressed = gzip.finish().expect("memory takes whatever is written to it; qed");
	format!("u{}", URL_SAFE_NO_PAD.encode(compressed))
}

#[cfg(test)]
mod tests {
	use super::*;
	use flate2::read::GzDecoder;
	use mote_primitives::{MessageSize, STATUS_ENTRIES};
	use sp_io::hashing::sha2_256;
	use std::io::Read;

	/// What zlib makes, at its best, of the list in which [`SET`] are set.
	const PUBLISHED: &str =
		"uH4sIAAAAAAACA-3QAREAAAQEMN-c5nJwW4RNFwAAAAAAAAAAAAAAz0QBAAAAwDVZrxDDXQBAAAA";
	const SET: [usize; 5] = [0, 7, 8, 94_567, 131_071];
	const DIGEST: &str = "4b481f3e0a57d99365f7b95f0f41162a055619f4166300387295c609da301e09";

	fn decode(encoded: &str) -> Vec<u8> {
		let compressed = URL_SAFE_NO_PAD.decode(encoded.strip_prefix('u').unwrap()).unwrap();
		let mut bits = Vec::new();
		GzDecoder::new(&compressed[..]).read_to_end(&mut bits).unwrap();
		bits
	}

	fn bits() -> Vec<u8> {
		let mut bits = vec![0; STATUS_ENTRIES as usize / 8];
		for index in SET {
			bits[index / 8] |= 0x80 >> (index % 8);
		}
		bits
	}

	fn export(purpose: StatusPurpose, ttl_ms: Option<u64>) -> StatusListExport {
		let bytes = vec![0; STATUS_ENTRIES as usize / 8 * usize::from(purpose.bits())];
		StatusListExport { purpose, ttl_ms, bytes }
	}

	fn encoded(subject: &Value) -> &str {
		subject["encodedList"].as_str().unwrap()
	}

	#[test]
	fn published_encoding_should_expand_to_the_published_bits() {
		let expanded = decode(PUBLISHED);
		assert_eq!(expanded, bits());
		assert_eq!(format!("{:?}", sp_core::H256(sha2_256(&expanded))), format!("0x{DIGEST}"));
	}

	#[test]
	fn own_encoding_should_expand_to_the_same_bits_as_the_published_one() {
		let export =
			StatusListExport { purpose: StatusPurpose::Revocation, ttl_ms: None, bytes: bits() };
		let subject = credential_subject("urn:example:list", &export);
		assert_eq!(decode(encoded(&subject)), decode(PUBLISHED));
	}

	#[test]
	fn encoding_should_be_the_same_every_time() {
		// The time would make it differ: caches and signatures want the same bytes for the same
		// list.
		assert_eq!(encoded_list(&bits()), encoded_list(&bits()));
		let compressed = URL_SAFE_NO_PAD.decode(&encoded_list(&bits())[1..]).unwrap();
		assert_eq!(compressed[4..8], [0; 4]);
	}

	#[test]
	fn subject_should_have_the_members_of_the_standard_and_no_others() {
		let subject = credential_subject("urn:example:7", &export(StatusPurpose::Suspension, None));
		let expected = json!({
			"id": "urn:example:7",
			"type": "BitstringStatusList",
			"statusPurpose": "suspension",
			"encodedList": encoded_list(&[0; 16_384]),
		});
		assert_eq!(subject, expected);
	}

	#[test]
	fn subject_should_say_how_long_a_copy_lasts_when_the_issuer_does() {
		let export = export(StatusPurpose::Revocation, Some(300_000));
		let subject = credential_subject("urn:example:list", &export);
		assert_eq!(subject["ttl"], json!(300_000));
	}

	#[test]
	fn every_purpose_should_have_its_name_and_its_length() {
		use MessageSize::*;
		use StatusPurpose::*;
		for (purpose, name, bytes) in [
			(Revocation, "revocation", 16_384),
			(Suspension, "suspension", 16_384),
			(Refresh, "refresh", 16_384),
			(Message(One), "message", 16_384),
			(Message(Two), "message", 32_768),
			(Message(Four), "message", 65_536),
			(Message(Eight), "message", 131_072),
		] {
			let subject = credential_subject("urn:example:list", &export(purpose, None));
			assert_eq!(subject["statusPurpose"], name);
			assert_eq!(decode(encoded(&subject)).len(), bytes);
		}
	}

	#[test]
	fn error_should_name_its_type_by_the_address_of_the_standard() {
		let error = retrieval_error("There is no list 7.");
		let address = "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR";
		assert_eq!(error["type"], address);
		assert_eq!(error["detail"], "There is no list 7.");
		assert!(error["title"].is_string());
	}
}
