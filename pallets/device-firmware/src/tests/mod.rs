// SPDX-License-Identifier: Apache-2.0

//! What must stay true, by theme, and how tests get a chain into the state they need.

mod coverage;
mod deposits;
mod model;
mod privileges;
mod releases;
mod replay;
mod reports;
mod staff;
mod vetting;

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_ok, weights::Weight};
use mote_primitives::{
	DeviceRegistry, DeviceState, Distrust, KeyAlgorithm, KeyPurposes, ModelId, TrustPurpose,
	TrustPurposes,
};
use sp_core::H256;
use sp_io::hashing::{blake2_256, sha2_256};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

fn trustees() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Dispatches as the chain does: what fails leaves nothing behind.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|e| e.error)
}

fn manifest(seq: Seq) -> H256 {
	H256(("manifest", seq).using_encoded(blake2_256))
}

/// The image of the release number `seq`.
fn image(seq: Seq) -> ImageDigest {
	("image", seq).using_encoded(sha2_256)
}

fn spec(seq: Seq) -> ReleaseSpec {
	ReleaseSpec {
		seq,
		manifest_digest: manifest(seq),
		image_digest: image(seq),
		size: 65_536,
		cid: b"bafybeigd".to_vec().try_into().unwrap(),
		min_prev_seq: 0,
		severity: Severity::Medium,
		sbom_hash: None,
		update_by: None,
	}
}

/// A release that devices should have by `update_by`.
fn critical(seq: Seq, update_by: Moment) -> ReleaseSpec {
	ReleaseSpec { severity: Severity::Critical, update_by: Some(update_by), ..spec(seq) }
}

fn appoint(who: u64, roles: FirmwareRoles) -> DispatchResult {
	DeviceFirmware::appoint(signed(MAKER), FACTORY, who, roles)
}

/// One who publishes and one who approves.
fn hire() {
	assert_ok!(appoint(PUBLISHER, FirmwareRoles::PUBLISH));
	assert_ok!(appoint(APPROVER, FirmwareRoles::APPROVE));
}

fn publish(spec: ReleaseSpec) -> DispatchResult {
	DeviceFirmware::publish(signed(PUBLISHER), MODEL, spec)
}

fn approve(seq: Seq) -> DispatchResult {
	DeviceFirmware::approve(signed(APPROVER), MODEL, drafted(seq))
}

/// What the draft of this number says; what it would usually say when there is none.
fn drafted(seq: Seq) -> ReleaseSpec {
	Releases::<Test>::get(MODEL, seq).map_or(spec(seq), |record| record.spec)
}

fn withdraw(seq: Seq) -> DispatchResult {
	DeviceFirmware::withdraw(signed(APPROVER), MODEL, seq)
}

/// A release that is out, by a staff that is hired for it if need be.
fn release(spec: ReleaseSpec) {
	if !Staff::<Test>::contains_key(FACTORY, PUBLISHER) {
		hire();
	}
	let seq = spec.seq;
	assert_ok!(publish(spec));
	assert_ok!(approve(seq));
}

fn status(seq: Seq) -> Option<ReleaseStatus> {
	Releases::<Test>::get(MODEL, seq).map(|record| record.status)
}

/// An active device of the model.
fn device(seed: u32) -> TestDevice {
	let device = TestDevice::new(KeyAlgorithm::Ed25519, seed);
	device.register(MODEL);
	device
}

/// The call that carries what `device` says, signed with its key 0.
fn report_call(device: &TestDevice, seq: Seq, image: ImageDigest, at: Moment) -> Call<Test> {
	let report = device.says(seq, image, at);
	let signature = device.op(0).sign(&report);
	Call::report { report, key_index: 0, signature }
}

/// Carries a report that the device makes now, one moment after whatever was before.
fn report_image(device: &TestDevice, seq: Seq, image: ImageDigest) -> DispatchResult {
	pass(1);
	dispatch(signed(CARRIER), report_call(device, seq, image, now()))
}

fn report(device: &TestDevice, seq: Seq) -> DispatchResult {
	report_image(device, seq, image(seq))
}

fn verdict(device: &TestDevice) -> FirmwareVerdict {
	DeviceFirmware::installed(device.id()).unwrap().verdict
}

fn floor(device: &TestDevice) -> Seq {
	Installed::<Test>::get(device.id()).unwrap().floor_seq
}

fn trusted(device: &TestDevice, purpose: TrustPurpose) -> Result<(), Distrust> {
	TestRegistry::ensure_trusted(&device.id(), purpose)
}

/// What is said of the device for every purpose, when that is always the same.
fn trusted_for_all(device: &TestDevice) -> Result<(), Distrust> {
	let answers = TrustPurpose::ALL.map(|purpose| trusted(device, purpose));
	assert!(answers.iter().all(|answer| *answer == answers[0]), "purposes differ: {answers:?}");
	answers[0]
}

fn assert_last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}
