// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError::BadOrigin as NobodyMay, StateVersion, TokenError};

/// What is expected of one call.
pub(super) struct Case {
	pub(super) name: &'static str,
	/// Prepares the chain and makes the call.
	pub(super) call: fn() -> Call<Test>,
	/// Results for the callers, in the order of [`callers`].
	expected: Results,
}

const CALLERS: [&str; 8] = [
	"nobody",
	"trustees",
	"authorised",
	"maker",
	"owner",
	"operator",
	"former depositor",
	"stranger",
];

fn callers() -> [RuntimeOrigin; 8] {
	[
		RuntimeOrigin::none(),
		trustees(),
		frame_system::RawOrigin::Authorized.into(),
		signed(MAKER),
		signed(OWNER),
		signed(OPERATOR),
		signed(BUYER),
		signed(STRANGER),
	]
}

type Results = [Result<(), DispatchError>; 8];

const NO: Result<(), DispatchError> = Err(NobodyMay);
const ANYONE: Results = [NO, NO, NO, Ok(()), Ok(()), Ok(()), Ok(()), Ok(())];
const TRUSTEES: Results = [NO, Ok(()), NO, NO, NO, NO, NO, NO];
const AUTHORISED: Results = [NO, NO, Ok(()), NO, NO, NO, NO, NO];

fn refused(error: Error<Test>) -> Result<(), DispatchError> {
	Err(error.into())
}

/// Owner and operator may; whoever put up the deposit, if `depositor` says so.
fn operators(depositor: Result<(), DispatchError>) -> Results {
	let no = refused(Error::<Test>::NotOperator);
	[NO, NO, NO, no, Ok(()), Ok(()), depositor, no]
}

fn maker() -> Results {
	let no = refused(Error::<Test>::NotManufacturer);
	[NO, NO, NO, Ok(()), no, no, no, no]
}

/// A device of OWNER's with an operator, for which BUYER, who owned it before, put up everything.
fn device() -> TestDevice {
	let device = registered(1);
	TestRegistry::set_owner(device.id(), BUYER);
	device.use_key(0);
	let buyer = || signed(BUYER);
	let gateway = registered(2);
	assert_ok!(SensorAttestation::enrol(buyer(), device.id()));
	let own = Declaration::Own(spec());
	assert_ok!(SensorAttestation::declare_stream(buyer(), device.id(), STREAM, own));
	assert_ok!(SensorAttestation::set_lane(buyer(), device.id(), ALLOWANCE));
	assert_ok!(SensorAttestation::name_gateway(buyer(), device.id(), gateway.id()));
	TestRegistry::set_owner(device.id(), OWNER);
	device.use_key(0);
	TestRegistry::set_operator(device.id(), OPERATOR, OperatorRights::SUSPEND);
	device
}

fn gateway() -> DeviceId {
	TestDevice::new(KeyAlgorithm::Ed25519, 2).id()
}

fn described() {
	assert_ok!(SensorAttestation::describe_stream(signed(MAKER), MODEL, STREAM, spec()));
}

fn signed_reading() -> (DeviceReading, DeviceSignature) {
	let device = device();
	let reading = says(&device, reading(7));
	(reading, device.op(0).sign(&GENESIS, &reading))
}

/// An anchored batch, with its readings and proofs.
fn anchored(twist: fn(&mut Batch)) -> (BuiltBatch, Vec<Reading>) {
	let device = device();
	let readings = readings(1, 5);
	let content = ContentId { codec: 1, cid: Default::default() };
	let mut built = built(&device, &readings).with_content(content);
	twist(&mut built.batch);
	assert_ok!(anchor(&device, &built.batch));
	(built, readings)
}

/// A batch about a person, with content.
fn personal_batch() -> BatchId {
	let device = device();
	assert_ok!(SensorAttestation::declare_stream(
		signed(OWNER),
		device.id(),
		4,
		Declaration::Own(personal())
	));
	let head = Streams::<Test>::get(device.id(), 4).unwrap().head;
	let place = BatchPlace { stream: 4, prev: head.hash, ..place(&device) };
	let readings = readings(1, 5).into_iter().map(|reading| Reading { stream: 4, ..reading });
	let content = ContentId { codec: 1, cid: Default::default() };
	let batch = build_batch(place, false, readings).unwrap().with_content(content).batch;
	assert_ok!(anchor(&device, &batch));
	id_of(&batch)
}

pub(super) fn cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	let not_operator = refused(Error::<Test>::NotOperator);
	vec![
		case(
			"describe_stream",
			|| Call::describe_stream { model: MODEL, stream: STREAM, spec: spec() },
			maker(),
		),
		case(
			"withdraw_description",
			|| {
				described();
				Call::withdraw_description { model: MODEL, stream: STREAM }
			},
			maker(),
		),
		case("enrol", || Call::enrol { device: device().id() }, operators(not_operator)),
		case(
			"remove_source",
			|| {
				let device = device().id();
				assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device, STREAM));
				assert_ok!(SensorAttestation::remove_gateway(signed(OWNER), device, gateway()));
				Call::remove_source { device }
			},
			operators(Ok(())),
		),
		case(
			"set_lane",
			|| Call::set_lane { device: device().id(), allowance: ALLOWANCE },
			operators(not_operator),
		),
		case("close_lane", || Call::close_lane { device: device().id() }, operators(Ok(()))),
		case(
			"declare_stream",
			|| {
				let declaration = Declaration::Own(spec());
				Call::declare_stream { device: device().id(), stream: 4, declaration }
			},
			operators(not_operator),
		),
		case(
			"remove_stream",
			|| Call::remove_stream { device: device().id(), stream: STREAM },
			operators(Ok(())),
		),
		case(
			"name_gateway",
			|| Call::name_gateway { device: device().id(), gateway: registered(3).id() },
			operators(not_operator),
		),
		case(
			"remove_gateway",
			|| {
				let device = device().id();
				assert_ok!(SensorAttestation::remove_gateway(signed(OWNER), device, gateway()));
				assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device, gateway()));
				Call::remove_gateway { device, gateway: gateway() }
			},
			operators(not_operator),
		),
		case(
			"carry_reading",
			|| {
				let (reading, signature) = signed_reading();
				Call::carry_reading { reading, key_index: 0, signature }
			},
			ANYONE,
		),
		case(
			"submit_reading",
			|| {
				let (reading, signature) = signed_reading();
				Call::submit_reading { reading, key_index: 0, signature }
			},
			AUTHORISED,
		),
		case(
			"submit_batch",
			|| {
				let device = device();
				let batch = built(&device, &readings(1, 5)).batch;
				let signature = device.op(0).sign(&GENESIS, &batch);
				Call::submit_batch { batch, key_index: 0, signature }
			},
			ANYONE,
		),
		case(
			"assert_batch",
			|| {
				let assurance = Assurance::OwnerAsserted;
				let place = BatchPlace { assurance, ..place(&device()) };
				let batch = build_batch(place, true, readings(1, 5)).unwrap().batch;
				Call::assert_batch { batch }
			},
			operators(not_operator),
		),
		case(
			"prove_reading",
			|| {
				let (built, readings) = anchored(|_| {});
				Call::prove_reading { id: id_of(&built.batch), proof: proof(&built, &readings, 1) }
			},
			ANYONE,
		),
		case(
			"challenge_batch",
			|| {
				let (built, readings) = anchored(|batch| batch.t_end -= 1);
				let evidence = shown(&built, &readings, 4);
				Call::challenge_batch { id: id_of(&built.batch), evidence }
			},
			ANYONE,
		),
		case("record_erasure", || Call::record_erasure { id: personal_batch() }, {
			let mut results = operators(not_operator);
			results[1] = Ok(());
			results
		}),
		case(
			"prune_batch",
			|| {
				let (built, _) = anchored(|_| {});
				pass(30 * DAY);
				Call::prune_batch { id: id_of(&built.batch) }
			},
			ANYONE,
		),
		case("pause", || Call::pause {}, TRUSTEES),
		case(
			"unpause",
			|| {
				assert_ok!(SensorAttestation::pause(trustees()));
				Call::unpause {}
			},
			TRUSTEES,
		),
		case(
			"prepay_batches",
			|| Call::prepay_batches { device: device().id(), stream: STREAM, batches: 2 },
			{
				let no = refused(Error::<Test>::NotDepositor);
				[NO, NO, NO, no, no, no, Ok(()), no]
			},
		),
		case(
			"retire_stream",
			|| Call::retire_stream { device: device().id(), stream: STREAM },
			operators(not_operator),
		),
	]
}

/// The same calls where other rules decide.
fn further_cases() -> Vec<Case> {
	let case = |name, call, expected| Case { name, call, expected };
	vec![
		// A description of a model that is gone.
		case(
			"withdraw_description",
			|| {
				described();
				TestRegistry::remove_model(MODEL);
				Call::withdraw_description { model: MODEL, stream: STREAM }
			},
			ANYONE,
		),
		// What is left of a device that has ended.
		case(
			"close_lane",
			|| {
				let device = device().id();
				TestRegistry::set_state(device, DeviceState::Revoked);
				Call::close_lane { device }
			},
			ANYONE,
		),
		case(
			"remove_stream",
			|| {
				let device = device().id();
				TestRegistry::remove_device(device);
				Call::remove_stream { device, stream: STREAM }
			},
			ANYONE,
		),
		// What does not concern a person.
		case("record_erasure", || Call::record_erasure { id: id_of(&anchored(|_| {}).0.batch) }, {
			let not_operator = refused(Error::<Test>::NotOperator);
			let no = refused(Error::<Test>::NotPersonal);
			[NO, Ok(()), NO, not_operator, no, no, not_operator, not_operator]
		}),
		// A gateway of a former owner's.
		case(
			"remove_gateway",
			|| Call::remove_gateway { device: device().id(), gateway: gateway() },
			ANYONE,
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
	for case in cases().into_iter().chain(further_cases()) {
		for ((who, origin), expected) in CALLERS.iter().zip(callers()).zip(case.expected) {
			run(|| {
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
	let with_deposit = [
		("describe_stream", MAKER),
		("enrol", OWNER),
		("set_lane", OWNER),
		("declare_stream", OWNER),
		("name_gateway", OWNER),
		("submit_batch", OWNER),
		("assert_batch", OWNER),
	];
	for (name, who) in with_deposit {
		run(|| {
			let case = cases().into_iter().find(|case| case.name == name).unwrap();
			let call = (case.call)();
			let rest = Balances::free_balance(who) - 20;
			assert_ok!(Balances::transfer_allow_death(signed(who), CARRIER, rest));
			assert_noop!(
				dispatch(signed(who), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}
