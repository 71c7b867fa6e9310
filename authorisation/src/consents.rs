// SPDX-License-Identifier: Apache-2.0

//! What a patient permits or denies, in the shape of FHIR R5's Consent.

use crate::{Actions, OrgId, Purposes, Role};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use mote_primitives::{DeviceId, H256};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// A patient as one organisation knows them: a salted pseudonym, another one in each organisation.
pub type SubjectId = H256;

/// A consent's number among its subject's, never used again.
pub type ConsentId = u32;

/// A record, by [`record_id`].
pub type RecordId = H256;

/// The longest time a consent may hold, in ms: 366 days.
pub const MAX_CONSENT_MS: u64 = 366 * 24 * 60 * 60 * 1000;

/// The id of a subject's record with this salted commitment:
/// `blake2_256("mote:record" ‖ SCALE(subject, commitment))`.
pub fn record_id(subject: &SubjectId, commitment: &H256) -> RecordId {
	let mut bytes = Vec::from(b"mote:record");
	(subject, commitment).encode_to(&mut bytes);
	blake2_256(&bytes).into()
}

/// What a consent says.
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
pub enum ConsentVerdict {
	/// It may be done.
	#[codec(index = 0)]
	Permit,
	/// It may not be done, whatever others permit.
	#[codec(index = 1)]
	Deny,
}

/// What has become of a consent. That its time is over is computed, not kept.
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
pub enum ConsentStatus {
	/// A clinician wrote it; the patient has not agreed.
	#[codec(index = 0)]
	Draft,
	/// It holds while its time runs.
	#[codec(index = 1)]
	Active,
	/// The patient revoked it.
	#[codec(index = 2)]
	Inactive,
	/// It should never have been.
	#[codec(index = 3)]
	EnteredInError,
}

/// Whom a consent is about.
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
pub enum Grantee<AccountId> {
	/// One person.
	#[codec(index = 0)]
	Account(AccountId),
	/// Every member of an organisation.
	#[codec(index = 1)]
	Organisation(OrgId),
	/// Every member of an organisation who has this role there.
	#[codec(index = 2)]
	Role(OrgId, Role),
}

/// What a consent says, and what the patient agrees to.
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
pub struct ConsentTerms<AccountId> {
	/// Whom it is about.
	pub grantee: Grantee<AccountId>,
	/// The device it is about; `None` for all of the subject's devices and records.
	pub device: Option<DeviceId>,
	/// What it says.
	pub verdict: ConsentVerdict,
	/// About which actions.
	pub actions: Actions,
	/// For which purposes.
	pub purposes: Purposes,
	/// From when it holds, in ms since 1970.
	pub start: u64,
	/// When it holds no longer, in ms since 1970: after `start`, by at most [`MAX_CONSENT_MS`].
	pub end: u64,
	/// How often it permits; `None` for as often as asked. What a denial says here is not counted.
	pub max_uses: Option<u32>,
	/// Hash of the document that was signed, which nobody else needs to see.
	pub doc_hash: H256,
}

/// Why terms can't be agreed to.
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
pub enum ConsentFlaw {
	/// They do not end after they start.
	#[codec(index = 0)]
	EndsBeforeStart,
	/// They hold for longer than [`MAX_CONSENT_MS`].
	#[codec(index = 1)]
	TooLong,
	/// Their time is over.
	#[codec(index = 2)]
	AlreadyOver,
	/// They permit nothing, not even once.
	#[codec(index = 3)]
	NoUses,
}

/// Whether terms can be agreed to at `now`, in ms since 1970.
pub fn consent_is_valid<AccountId>(
	terms: &ConsentTerms<AccountId>,
	now: u64,
) -> Result<(), ConsentFlaw> {
	match terms.end.checked_sub(terms.start) {
		None | Some(0) => return Err(ConsentFlaw::EndsBeforeStart),
		Some(length) if length > MAX_CONSENT_MS => return Err(ConsentFlaw::TooLong),
		Some(_) => {},
	}
	if terms.end <= now {
		return Err(ConsentFlaw::AlreadyOver);
	}
	if terms.max_uses == Some(0) {
		return Err(ConsentFlaw::NoUses);
	}
	Ok(())
}
