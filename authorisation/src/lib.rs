// SPDX-License-Identifier: Apache-2.0

//! Who may do what with a medical device, without a chain of blocks.
//!
//! - [`Action`], [`Purpose`], [`Role`] and their sets: what is asked, what for, and as whom.
//! - [`ConsentTerms`] and [`consent_is_valid`]: what a patient permits or denies.
//! - [`decide`]: the answer to a [`Request`], from [`Facts`] that the caller gathers.
//! - [`DoseLimits`] and [`check_dose`]: what nobody may exceed.
//! - [`CommandTerms`], [`command_digest`] and [`command_life`]: what a device is told, and for how
//!   long.
//! - [`AuditEntry`] and [`check_audit`]: a chain of hashes over everything that was asked.
//!
//! The same code answers on a chain, in an auditor's tool and in a device. Nothing panics, nothing
//! is stored, and no answer depends on the order in which facts are listed. The README explains
//! the rules; "step" in this crate's pages is a step of the decision there.
//!
//! None of this is a safety function: a device keeps its limits itself, and is safe without an
//! answer.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unreachable,
		clippy::unwrap_used,
	)
)]

extern crate alloc;

mod actions;
mod audit;
mod commands;
mod consents;
mod decision;
mod denials;
mod doses;
mod facts;
mod roles;
mod sets;

pub use actions::{Action, Actions, Purpose, Purposes, Risk};
pub use audit::{check_audit, AuditEntry, AuditFlaw, Outcome, ReviewOutcome};
pub use commands::{
	command_digest, command_life, CommandTerms, LifeFlaw, DEFAULT_LIFE_S, HIGH_RISK_LIFE_S,
	MAX_LIFE_S, MIN_LIFE_S,
};
pub use consents::{
	consent_is_valid, record_id, ConsentFlaw, ConsentId, ConsentStatus, ConsentTerms,
	ConsentVerdict, Grantee, RecordId, SubjectId, MAX_CONSENT_MS,
};
pub use decision::{decide, Basis, Decision, Refusal};
pub use denials::{permitted_until, Asker};
pub use doses::{check_dose, exceeds_soft, Dose, DoseLimits, SafetyProfile, SoftLimits, MAX_DOSES};
pub use facts::{
	BreakGlassFacts, BreakGlassId, Capacity, CommandSeq, ConsentFacts, CredentialState,
	DeviceFacts, Facts, Request,
};
pub use roles::{allows, may_approve, patient_may, OrgId, Role, Roles};
