// SPDX-License-Identifier: Apache-2.0

//! What must stay true, by theme, and how tests get a chain into the state they need.

mod challenges;
mod coverage;
mod deposits;
mod model;
mod privileges;
mod replay;
mod results;
mod verifiers;
mod vetting;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use mote_primitives::{DeviceId, DeviceState, DeviceVetting, Distrust, TrustPurpose};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

const METADATA: H256 = H256::repeat_byte(1);
const OTHER_METADATA: H256 = H256::repeat_byte(2);
/// For how long results of most tests count.
const TERM: Moment = 20 * DAY;

/// What most tests ask of a device.
const POLICY: Policy =
	Policy { max_age: 10 * DAY, tiers: TierSet::AFFIRMING, min_debug: DebugStatus::Disabled };

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

fn register(who: u64) {
	assert_ok!(RemoteAttestation::register_verifier(signed(who), METADATA));
}

fn approve(who: u64) {
	assert_ok!(RemoteAttestation::approve_verifier(trustees(), who, generation(who)));
}

/// The present registration of the verifier; 0 when it has none.
fn generation(who: u64) -> Generation {
	Verifiers::<Test>::get(who).map_or(0, |record| record.generation)
}

fn suspend(who: u64) {
	assert_ok!(RemoteAttestation::suspend_verifier(trustees(), who));
}

fn withdraw(who: u64) {
	assert_ok!(RemoteAttestation::withdraw_verifier(signed(who)));
}

/// Makes an account a verifier whose results count.
fn employ(who: u64) {
	register(who);
	approve(who);
}

fn request_as(who: u64, device: DeviceId) -> DispatchResult {
	RemoteAttestation::request_challenge(signed(who), device)
}

/// Has a challenge issued, and says its nonce.
fn challenge(device: DeviceId) -> H256 {
	assert_ok!(request_as(REQUESTER, device));
	nonce(device)
}

fn nonce(device: DeviceId) -> H256 {
	Challenges::<Test>::get(device).unwrap().nonce
}

/// Says that all is well.
fn claims(nonce: H256) -> ResultClaims {
	ResultClaims {
		nonce,
		profile: H256::repeat_byte(0xa1),
		oemid_hash: H256::repeat_byte(0xa2),
		hwmodel_hash: H256::repeat_byte(0xa3),
		sw_digest: H256::repeat_byte(0xa4),
		debug: DebugStatus::DisabledPermanently,
		tier: Tier::Affirming,
		expires: now() + TERM,
	}
}

fn post(verifier: u64, device: DeviceId, claims: ResultClaims) -> DispatchResult {
	RemoteAttestation::post_result(signed(verifier), device, claims)
}

/// Has a challenge issued and answered.
fn attest_with(verifier: u64, device: DeviceId, change: impl FnOnce(&mut ResultClaims)) {
	let mut claims = claims(challenge(device));
	change(&mut claims);
	assert_ok!(post(verifier, device, claims));
}

fn attest(verifier: u64, device: DeviceId) {
	attest_with(verifier, device, |_| ());
}

fn set_policy(purpose: TrustPurpose, policy: Policy) {
	assert_ok!(RemoteAttestation::set_policy(trustees(), MODEL, purpose, policy));
}

fn assert_last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}
