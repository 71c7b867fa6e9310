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
	pub(super) expected: Results,
}

impl Case {
	/// Somebody for whom the call succeeds.
	pub(super) fn origin(&self) -> RuntimeOrigin {
		let at = self.expected.iter().position(|result| result.is_ok()).unwrap();
		callers()[at].clone()
	}
}

const CALLERS: [&str; 7] =
	["nobody", "trustees", "manufacturer", "owner", "recipient", "stranger", "operator"];

fn callers() -> [RuntimeOrigin; 7] {
	let accounts = [MAKER, ALICE, BOB, STRANGER, OPERATOR].map(signed);
	let [manufacturer, owner, recipient, stranger, operator] = accounts;
	[RuntimeOrigin::none(), trustees(), manufacturer, owner, recipient, stranger, operator]
}

pub(super) type Results = [Result<(), DispatchError>; 7];

/// Nobody may but these signers: manufacturer, owner, recipient, stranger, operator.
fn signers(results: [Result<(), DispatchError>; 5]) -> Results {
	let [manufacturer, owner, recipient, stranger, operator] = results;
	[Err(NobodyMay), Err(NobodyMay), manufacturer, owner, recipient, stranger, operator]
}

/// Only the trustees may.
fn trustees_only() -> Results {
	let mut results = [Err(NobodyMay); 7];
	results[1] = Ok(());
	results
}

/// Anyone who signs may.
fn anyone() -> Results {
	signers([Ok(()); 5])
}

/// Only the manufacturer's account may.
fn manufacturer() -> Results {
	let no = Err(Error::<Test>::NotManufacturer.into());
	signers([Ok(()), no, no, no, no])
}

/// Only the owner may.
fn owner() -> Results {
	let no = Err(Error::<Test>::NotOwner.into());
	signers([no, Ok(()), no, no, no])
}

/// Only the owner may, and an operator.
fn operators() -> Results {
	let no = Err(Error::<Test>::NotOwner.into());
	signers([no, Ok(()), no, no, Ok(())])
}

/// Owner, operator, manufacturer and trustees may.
fn authorities() -> Results {
	let no = Err(Error::<Test>::NotAuthorised.into());
	let mut results = signers([Ok(()), Ok(()), no, no, Ok(())]);
	results[1] = Ok(());
	results
}

/// Manufacturer and trustees may.
fn higher_authorities() -> Results {
	let no = Err(Error::<Test>::NotAuthorised.into());
	let mut results = signers([Ok(()), no, no, no, no]);
	results[1] = Ok(());
	results
}

/// A device of Alice with a spare key and an operator for everything, on offer to Bob for a price.
pub(super) fn on_offer() -> TestDevice {
	let device = active(1);
	add_key(&device, KeyPurposes::ALL);
	name_operator(&device, OperatorRights::ALL);
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
	name_operator(&device, OperatorRights::ALL);
	activation_call(&device, ALICE)
}

fn claim() -> Call<Test> {
	on_offer();
	Births::opened(&[device(2), device(3)]).claim(&device(3), 1)
}

fn voucher_claim() -> Call<Test> {
	let device = registered(1);
	name_operator(&device, OperatorRights::ALL);
	voucher_call(&device, chain_of(voucher(&device), 2, BOB), BOB)
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
	let not_named = Err(Error::<Test>::VoucherClaimNotSigned.into());
	let in_force = Err(Error::<Test>::OperatorInForce.into());
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		case(
			"propose_manufacturer",
			|| Call::propose_manufacturer {
				vendor_id: None,
				root_keys: root_keys(),
				metadata_hash: DOCUMENT,
			},
			anyone(),
		),
		case("approve_manufacturer", proposed_root_keys, trustees_only()),
		case(
			"suspend_manufacturer",
			|| {
				on_offer();
				Call::suspend_manufacturer { id: FACTORY }
			},
			trustees_only(),
		),
		case(
			"revoke_manufacturer",
			|| {
				on_offer();
				Call::revoke_manufacturer { id: FACTORY }
			},
			trustees_only(),
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
			trustees_only(),
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
				expires: T0 + DAY,
				price: None,
			},
			owner(),
		),
		case("cancel_transfer", || Call::cancel_transfer { device: on_offer().id() }, owner()),
		case(
			"accept_transfer",
			|| acceptance_call(&on_offer(), BOB, Some(PRICE)),
			signers([not_recipient, not_recipient, Ok(()), not_recipient, not_recipient]),
		),
		case(
			"add_key",
			|| {
				let device = on_offer();
				Call::add_key { device: device.id(), key: next_key(&device, KeyPurposes::ALL) }
			},
			operators(),
		),
		case(
			"rotate_key",
			|| {
				let device = on_offer();
				let key = next_key(&device, KeyPurposes::ALL);
				Call::rotate_key { device: device.id(), replaces: 0, key }
			},
			operators(),
		),
		case("rotate_key_signed", carried_rotation, anyone()),
		case(
			"revoke_key",
			|| Call::revoke_key {
				device: on_offer().id(),
				index: 0,
				reason: RevocationReason::Retired,
			},
			operators(),
		),
		case(
			"prune_key",
			|| {
				let device = on_offer();
				assert_ok!(revoke_key(&device, 0));
				Call::prune_key { device: device.id(), index: 0 }
			},
			anyone(),
		),
		case(
			"suspend",
			|| Call::suspend { device: on_offer().id(), reason: SuspensionReason::Maintenance },
			authorities(),
		),
		case("report_lost", || Call::report_lost { device: on_offer().id() }, operators()),
		case("reactivate", reactivation, authorities()),
		case("decommission", || Call::decommission { device: on_offer().id() }, owner()),
		case(
			"revoke",
			|| Call::revoke { device: on_offer().id(), compromised_since: T0 },
			higher_authorities(),
		),
		case(
			"prune_device",
			|| {
				let device = on_offer();
				decommission(&device);
				pass(RETENTION);
				Call::prune_device { device: device.id() }
			},
			anyone(),
		),
		case("pause", || Call::pause {}, trustees_only()),
		case(
			"unpause",
			|| {
				assert_ok!(DeviceIdentity::pause(trustees()));
				Call::unpause {}
			},
			trustees_only(),
		),
		case(
			"open_batch",
			|| {
				on_offer();
				Births::of(0, &[device(2), device(3)]).opening()
			},
			manufacturer(),
		),
		case(
			"close_batch",
			|| {
				on_offer();
				Births::opened(&[device(2)]);
				Call::close_batch { manufacturer: FACTORY, number: 0 }
			},
			manufacturer(),
		),
		case("claim", claim, anyone()),
		case(
			"claim_with_voucher",
			voucher_claim,
			signers([not_named, not_named, Ok(()), not_named, not_named]),
		),
		case(
			"name_operator",
			|| Call::name_operator {
				device: on_offer().id(),
				operator: STRANGER,
				rights: OperatorRights::ALL,
				until: T0 + DAY,
			},
			owner(),
		),
		case(
			"remove_operator",
			|| Call::remove_operator { device: on_offer().id(), operator: OPERATOR },
			signers([in_force, Ok(()), in_force, in_force, Ok(())]),
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
		ExtBuilder::default().build_and_execute(|| {
			let call = (case.call)();
			assert_eq!(call.get_call_name(), case.name);
			let before = sp_io::storage::root(StateVersion::V1);
			for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
				undone(|| {
					// Here, because the depth of nested transactions is part of the state.
					let before = sp_io::storage::root(StateVersion::V1);
					let result = dispatch(origin, call.clone());
					assert_eq!(result, expected, "{} called by {who}", case.name);
					let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
					assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
				});
				assert_eq!(sp_io::storage::root(StateVersion::V1), before);
			}
		});
	}
}

#[test]
fn operator_should_be_let_make_these_calls_and_no_other_that_a_stranger_is_not_let() {
	let cases = cases();
	let gained: Vec<_> = cases
		.iter()
		.filter(|case| case.expected[6].is_ok() && case.expected[5].is_err())
		.map(|case| case.name)
		.collect();
	let expected = [
		"add_key",
		"rotate_key",
		"revoke_key",
		"suspend",
		"report_lost",
		"reactivate",
		// It may always resign.
		"remove_operator",
	];
	assert_eq!(gained, expected);
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
			"open_batch",
			"claim",
			"claim_with_voucher",
			"name_operator",
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
