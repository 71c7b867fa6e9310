// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use mote_primitives::KeyRotation;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion, TokenError};

/// What is expected of one call.
pub(super) struct Case {
	pub(super) name: &'static str,
	/// Prepares the chain and makes the call.
	pub(super) call: fn() -> Call<Test>,
	/// Results for the callers, in the order of [`callers`].
	expected: [Result<(), DispatchError>; 6],
}

const CALLERS: [&str; 6] = ["nobody", "trustees", "manufacturer", "owner", "recipient", "stranger"];

fn callers() -> [RuntimeOrigin; 6] {
	[RuntimeOrigin::none(), trustees(), signed(MAKER), signed(ALICE), signed(BOB), signed(STRANGER)]
}

type Results = [Result<(), DispatchError>; 6];

/// Only the trustees may.
const TRUSTEES: Results =
	[Err(NobodyMay), Ok(()), Err(NobodyMay), Err(NobodyMay), Err(NobodyMay), Err(NobodyMay)];
/// Anyone who signs may.
const ANYONE: Results = [Err(NobodyMay), Err(NobodyMay), Ok(()), Ok(()), Ok(()), Ok(())];

/// Only the manufacturer's account may.
fn manufacturer() -> Results {
	let no = Err(Error::<Test>::NotManufacturer.into());
	[Err(NobodyMay), Err(NobodyMay), Ok(()), no, no, no]
}

/// Only the owner may.
fn owner() -> Results {
	let no = Err(Error::<Test>::NotOwner.into());
	[Err(NobodyMay), Err(NobodyMay), no, Ok(()), no, no]
}

/// Owner, manufacturer and trustees may.
fn authorities() -> Results {
	let no = Err(Error::<Test>::NotAuthorised.into());
	[Err(NobodyMay), Ok(()), Ok(()), Ok(()), no, no]
}

/// A device of Alice with a spare key, on offer to Bob for a price.
fn on_offer() -> TestDevice {
	let device = active(1);
	add_key(&device, KeyPurposes::ALL);
	offer(&device, BOB, Some(PRICE));
	device
}

fn proposed_root_keys() -> Call<Test> {
	propose();
	Call::approve_manufacturer { id: FACTORY, root_keys: root_keys() }
}

fn registration() -> Call<Test> {
	on_offer();
	let birth = device(2).birth(MODEL);
	let birth_signature = root_signer(3).sign(&birth);
	let possession = device(2).possession(MODEL);
	Call::register { birth, root_key: 3, birth_signature, possession }
}

fn activation() -> Call<Test> {
	// For once Alice owns a device that is registered only.
	let device = registered(1);
	OwnedDevices::<Test>::remove(MAKER, device.id());
	OwnedDevices::<Test>::insert(ALICE, device.id(), ());
	Devices::<Test>::mutate(device.id(), |d| d.as_mut().unwrap().owner = ALICE);
	activation_call(&device, ALICE)
}

fn carried_rotation() -> Call<Test> {
	let device = on_offer();
	let authorisation = device.authorisation(2, 1, KeyPurposes::ASSERT, Some(0));
	Call::rotate_key_signed {
		signature: device.op(0).sign(&authorisation),
		possession: device.op(2).sign(&KeyRotation { device: device.id(), index: 2, epoch: 1 }),
		authorisation,
		signer: DeviceSigner::Operational(0),
	}
}

fn reactivation() -> Call<Test> {
	let device = on_offer();
	assert_ok!(suspend(signed(ALICE), &device));
	let (proof, signature) = device.reactivation(1, nonce(&device));
	Call::reactivate { proof, signature }
}

pub(super) fn cases() -> Vec<Case> {
	let not_recipient = Err(Error::<Test>::NotRecipient.into());
	let not_authorised = Err(Error::<Test>::NotAuthorised.into());
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"propose_manufacturer",
			|| Call::propose_manufacturer {
				vendor_id: None,
				root_keys: root_keys(),
				metadata_hash: DOCUMENT,
			},
			ANYONE,
		),
		case("approve_manufacturer", proposed_root_keys, TRUSTEES),
		case(
			"suspend_manufacturer",
			|| {
				on_offer();
				Call::suspend_manufacturer { id: FACTORY }
			},
			TRUSTEES,
		),
		case(
			"revoke_manufacturer",
			|| {
				on_offer();
				Call::revoke_manufacturer { id: FACTORY }
			},
			TRUSTEES,
		),
		case(
			"withdraw_manufacturer",
			|| {
				factory();
				Call::withdraw_manufacturer { id: FACTORY }
			},
			manufacturer(),
		),
		case(
			"set_root_keys",
			|| {
				on_offer();
				Call::set_root_keys { id: FACTORY, root_keys: other_root_keys() }
			},
			manufacturer(),
		),
		case(
			"add_model",
			|| {
				factory();
				Call::add_model { model: MODEL, spec: spec(DeviceClass::Sensor) }
			},
			manufacturer(),
		),
		case(
			"certify_model",
			|| {
				on_offer();
				Call::certify_model { model: MODEL, certificate: Certificate::Revoked }
			},
			TRUSTEES,
		),
		case(
			"remove_model",
			|| {
				factory_with_model();
				Call::remove_model { model: MODEL }
			},
			manufacturer(),
		),
		case("register", registration, manufacturer()),
		case("activate", activation, owner()),
		case(
			"offer_transfer",
			|| Call::offer_transfer {
				device: on_offer().id(),
				to: STRANGER,
				expires: T0 + 1,
				price: None,
			},
			owner(),
		),
		case("cancel_transfer", || Call::cancel_transfer { device: on_offer().id() }, owner()),
		case(
			"accept_transfer",
			|| acceptance_call(&on_offer(), BOB, Some(PRICE)),
			[Err(NobodyMay), Err(NobodyMay), not_recipient, not_recipient, Ok(()), not_recipient],
		),
		case(
			"add_key",
			|| {
				let device = on_offer();
				Call::add_key { device: device.id(), key: next_key(&device, KeyPurposes::ALL) }
			},
			owner(),
		),
		case(
			"rotate_key",
			|| {
				let device = on_offer();
				let key = next_key(&device, KeyPurposes::ALL);
				Call::rotate_key { device: device.id(), replaces: 0, key }
			},
			owner(),
		),
		case("rotate_key_signed", carried_rotation, ANYONE),
		case(
			"revoke_key",
			|| Call::revoke_key {
				device: on_offer().id(),
				index: 0,
				reason: RevocationReason::Retired,
			},
			owner(),
		),
		case(
			"prune_key",
			|| {
				let device = on_offer();
				assert_ok!(revoke_key(&device, 0));
				Call::prune_key { device: device.id(), index: 0 }
			},
			ANYONE,
		),
		case(
			"suspend",
			|| Call::suspend { device: on_offer().id(), reason: SuspensionReason::Maintenance },
			authorities(),
		),
		case("report_lost", || Call::report_lost { device: on_offer().id() }, owner()),
		case("reactivate", reactivation, authorities()),
		case("decommission", || Call::decommission { device: on_offer().id() }, owner()),
		case(
			"revoke",
			|| Call::revoke { device: on_offer().id(), compromised_since: T0 },
			[Err(NobodyMay), Ok(()), Ok(()), not_authorised, not_authorised, not_authorised],
		),
		case(
			"prune_device",
			|| {
				let device = on_offer();
				decommission(&device);
				pass(RETENTION);
				Call::prune_device { device: device.id() }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(DeviceIdentity::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
	]
}

#[test]
fn every_call_should_have_a_row_in_the_table() {
	let rows: Vec<_> = cases().iter().map(|case| case.name).collect();
	assert_eq!(rows, Call::<Test>::get_call_names());
}

#[test]
fn every_call_should_give_every_caller_the_exact_result() {
	for case in cases() {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			ExtBuilder::default().build_and_execute(|| {
				let call = (case.call)();
				assert_eq!(call.get_call_name(), case.name);
				let before = sp_io::storage::root(StateVersion::V1);
				assert_eq!(dispatch(origin, call), expected, "{} called by {who}", case.name);
				let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
				assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
			});
		}
	}
}

#[test]
fn calls_that_cost_a_deposit_should_fail_when_caller_cannot_pay() {
	for case in cases() {
		let costs = [
			"propose_manufacturer",
			"add_model",
			"register",
			"activate",
			"accept_transfer",
			"add_key",
			"rotate_key",
			"rotate_key_signed",
		];
		if !costs.contains(&case.name) {
			continue;
		}
		let payer = [MAKER, ALICE, BOB]
			[case.expected[2..].iter().position(|result| result.is_ok()).unwrap()];
		ExtBuilder::default().build_and_execute(|| {
			let call = (case.call)();
			let rest = Balances::free_balance(payer) - 1;
			assert_ok!(Balances::transfer_allow_death(signed(payer), CARRIER, rest));
			frame_support::assert_noop!(
				dispatch(signed(payer), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}
