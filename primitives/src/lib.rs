// SPDX-License-Identifier: Apache-2.0

//! What Mote's pallets, node, tools and firmware share.
//!
//! - [`DeviceKey`] and [`DeviceSignature`]: keys of four algorithms, and the check of a signature.
//! - [`signing_bytes`]: the bytes a device signs, so that a signature made for one chain and one
//!   purpose is worth nothing for another.
//! - [`DeviceId`] and the payloads a device signs about itself.
//! - [`merkle`]: one hash that stands for many readings, and proofs that one of them was among
//!   them.
//! - [`Reading`], [`Batch`] and [`build_batch`]: what sensors say, and how a gateway anchors it.
//! - [`OnReading`], [`BatchRegistry`] and others: how pallets tell each other about it.
//! - [`DeviceRegistry`] and [`DeviceLiens`]: how pallets ask each other about a device.
//!
//! The crate knows no FRAME. P-256 signatures are checked by the node, through
//! [`host::device_crypto`]; a node adds `HostFunctions` to those of the SDK. A runtime for hosts
//! that lack them is built with the feature `p256-wasm`.

#![cfg_attr(not(feature = "std"), no_std)]
// Not `forbid`: inside a runtime, the import of the host function expands to an unsafe block. That
// one module allows it, and nothing else here may.
#![deny(unsafe_code)]
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

mod batches;
#[cfg(any(test, feature = "runtime-benchmarks"))]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::cast_sign_loss,
	clippy::expect_used,
	clippy::indexing_slicing
)]
pub mod benchmarking;
mod command;
mod device;
mod did;
mod envelope;
mod firmware;
#[allow(unsafe_code)]
pub mod host;
mod keys;
pub mod merkle;
mod metering;
#[cfg(any(feature = "std", feature = "p256-wasm"))]
pub mod p256_software;
mod provisioning;
mod readings;
mod registry;
mod sensing;
mod status;
mod units;

pub use batches::{
	build_batch, check_chain, check_link, contradiction, is_batch_signed, is_reading_of,
	is_well_formed, order_contradiction, BatchFlaw, BatchPlace, BuiltBatch, ChainFlaw,
	Contradiction,
};
pub use command::{CommandReceipt, ReceiptStatus};
pub use device::{
	BirthRecord, DeviceId, KeyAuthorisation, KeyPurposes, KeyRotation, ManufacturerId, ModelId,
	Possession, Reactivation, TransferAcceptance,
};
pub use did::{DidDevice, DidKey, DidSubject};
pub use envelope::{signing_bytes, PayloadKind, SignedPayload, ENVELOPE_TAG};
pub use firmware::FirmwareReport;
#[cfg(not(substrate_runtime))]
pub use host::HostFunctions;
pub use keys::{DeviceKey, DeviceSignature, KeyAlgorithm};
pub use metering::MeterRead;
pub use provisioning::{
	birth_leaf, birth_tree, BirthBatch, Voucher, VoucherAssertion, VoucherClaim, VoucherFreshness,
	VoucherHandover, VoucherNonce, MAX_BATCH, MAX_BATCH_PATH, MAX_HANDOVERS,
};
pub use readings::{
	chain_start, oracle_commitment, Aggregates, Assurance, AssuranceLevel, Batch, BatchId,
	ContentId, DataClass, DeviceReading, Implausible, OracleContent, OracleReport, Quality,
	Reading, StreamId, StreamKind, StreamSpec, TimeBracket, MAX_BATCH_READINGS, MAX_CLOCK_LEAD,
	MAX_CONTENT_ID, MAX_READING_PATH,
};
pub use registry::{
	DeviceLiens, DeviceLife, DeviceRegistry, DeviceState, DeviceVetting, Distrust,
	ManufacturerRegistry, ManufacturerStanding, NoAuthority, OperatorRights, TrustPurpose,
	TrustPurposes,
};
pub use sensing::{
	AcceptedReading, Alert, AlertKind, AlertSeverity, AnchoredBatch, BatchAvailability, BatchFacts,
	BatchRegistry, FeedAnswer, FeedId, FeedReader, NotProven, OnAlert, OnReading, ProvenReading,
	StreamRegistry,
};
pub use status::{
	CredentialStatus, MessageSize, StatusListExport, StatusListId, StatusPurpose, STATUS_ENTRIES,
};

pub use units::Unit;

pub use sp_core::H256;
pub use sp_weights::Weight;
