// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, sensible and not, against a small reference model. After every step
//! the chain must be exactly what the model says and answer as the model does, every invariant must
//! hold, and no nonce may have been given out or answered twice.

mod reference;
mod steps;

use super::*;
use mote_primitives::{DeviceLife, ModelId};
use proptest::prelude::*;
use reference::*;
use sp_io::hashing::blake2_256;
use sp_runtime::StateVersion;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use steps::*;

const ACTORS: [u64; 4] = [VERIFIER, OTHER_VERIFIER, REQUESTER, POOR];
const DEVICES: [DeviceId; 4] = [DEVICE, OTHER_DEVICE, DEVICE_OF_OTHER_MODEL, UNKNOWN_DEVICE];
const STEPS: usize = 60;

/// The call that says what `act` means.
fn call_of(act: &Act) -> Call<Test> {
	match *act {
		Act::Register => Call::register_verifier { metadata_hash: METADATA },
		Act::Approve(who) => Call::approve_verifier { who, generation: generation(who) },
		Act::Suspend(who) => Call::suspend_verifier { who },
		Act::Withdraw => Call::withdraw_verifier {},
		Act::Request(device) => Call::request_challenge { device },
		Act::PruneChallenge(device) => Call::prune_challenge { device },
		Act::Post(device, result) => Call::post_result { device, result },
		Act::Retract(device) => Call::retract_result { device },
		Act::PruneResult(device) => Call::prune_result { device },
		Act::SetPolicy(model, purpose, policy) => Call::set_policy { model, purpose, policy },
		Act::RemovePolicy(model, purpose) => Call::remove_policy { model, purpose },
		Act::Pause => Call::pause {},
		Act::Unpause => Call::unpause {},
	}
}

/// Reads the chain in the model's terms.
fn observe() -> World {
	World {
		paused: Paused::<Test>::get(),
		registrations: NextGeneration::<Test>::get(),
		issued: ChallengeCount::<Test>::get(),
		verifiers: Verifiers::<Test>::iter()
			.map(|(who, record)| (who, (record.generation, record.status)))
			.collect(),
		challenges: Challenges::<Test>::iter()
			.map(|(device, record)| {
				let stand = (record.epoch, record.halts);
				let ChallengeRecord { nonce, expires, depositor, .. } = record;
				(device, Challenge { nonce, issued: expires - PERIOD, stand, depositor })
			})
			.collect(),
		results: Results::<Test>::iter()
			.map(|(device, record)| {
				let stand = (record.epoch, record.halts);
				let ResultRecord { verifier, generation, claims, issued_at, .. } = record;
				(device, Finding { verifier, generation, claims, issued_at, stand })
			})
			.collect(),
		policies: Policies::<Test>::iter()
			.map(|(model, purpose, policy)| ((model, purpose), policy))
			.collect(),
		devices: TestRegistry::devices(),
		free: ACTORS.map(|who| (who, Balances::free_balance(who))).into(),
		held: ACTORS
			.into_iter()
			.flat_map(|who| HOLD_REASONS.map(|reason| ((who, reason as u8), on_hold(who, reason))))
			.collect(),
	}
}

/// What must only ever move forward.
#[derive(Default)]
struct History {
	/// Every nonce that was ever given out, and for which device.
	given: BTreeMap<H256, DeviceId>,
	/// Every nonce that was ever seen.
	old: BTreeSet<H256>,
	/// Every nonce that was answered.
	answered: BTreeSet<H256>,
}

impl History {
	fn check_and_extend(&mut self, act: &Act, world: &World) {
		match act {
			Act::Request(device) => {
				let nonce = world.challenges[device].nonce;
				assert_eq!(self.given.insert(nonce, *device), None, "a nonce came again");
				self.old.insert(nonce);
			},
			Act::Post(device, claims) => {
				assert_eq!(self.given.get(&claims.nonce), Some(device), "not this device's nonce");
				assert!(self.answered.insert(claims.nonce), "a nonce was answered twice");
			},
			_ => (),
		}
	}
}

/// What the pallet answers must be what the model does.
fn check_answers(world: &World) {
	let block = System::block_number();
	for device in DEVICES {
		for purpose in TrustPurpose::ALL {
			assert_eq!(
				RemoteAttestation::appraisal(device, purpose),
				world.appraisal(device, purpose, now()),
				"{device:?} for {purpose:?}"
			);
		}
		let is_open = RemoteAttestation::challenge(device).is_some_and(|c| c.is_open);
		assert_eq!(is_open, world.is_open(device, block), "{device:?}");
	}
}

fn origin_of(who: Who) -> RuntimeOrigin {
	match who {
		Who::Trustees => trustees(),
		Who::Account(who) => signed(who),
	}
}

/// Takes one step; returns the world that must be there now, and the call that succeeded.
fn take(step: Step, world: World, old: &BTreeSet<H256>) -> (World, Option<Act>) {
	let Some((who, act)) = step.resolve(&world, old, System::block_number()) else {
		step.happen();
		return (World { devices: TestRegistry::devices(), ..world }, None);
	};
	let before = sp_io::storage::root(StateVersion::V1);
	let result = dispatch(origin_of(who), call_of(&act));
	if result.is_err() {
		let after = sp_io::storage::root(StateVersion::V1);
		assert_eq!(after, before, "a failed call left something behind");
	}
	let next = world.after(who, &act, now(), System::block_number());
	assert_eq!(
		result.is_ok(),
		next.is_some(),
		"chain says {result:?}, model disagrees: {act:?} by {who:?} in {world:#?}"
	);
	(next.unwrap_or(world), result.is_ok().then_some(act))
}

/// Runs a sequence and counts, by kind, the calls that succeeded.
fn run(steps: &[Step], successes: &mut BTreeMap<String, u32>) {
	ExtBuilder.build_and_execute(|| {
		let mut world = observe();
		let mut history = History::default();
		for step in steps {
			let (next, done) = take(*step, world, &history.old);
			*successes.entry(format!("{:?}", step.kind)).or_default() += u32::from(done.is_some());
			world = next;
			assert_eq!(observe(), world, "after {step:?}");
			check_everything();
			check_answers(&world);
			if let Some(act) = done {
				history.check_and_extend(&act, &world);
			}
		}
	});
}

/// `PROPTEST_CASES` sets the number of sequences. Without optimisation fewer are run by default.
fn config() -> ProptestConfig {
	let default = ProptestConfig {
		failure_persistence: None,
		max_shrink_time: 60_000,
		..ProptestConfig::default()
	};
	if std::env::var_os("PROPTEST_CASES").is_none() {
		return ProptestConfig { cases: if cfg!(debug_assertions) { 32 } else { 128 }, ..default };
	}
	default
}

#[test]
fn chain_should_do_what_the_reference_model_says_whatever_anybody_calls() {
	use proptest::test_runner::TestRunner;
	let successes = RefCell::new(BTreeMap::new());
	let mut runner = TestRunner::new(config());
	runner
		.run(&steps(), |steps| {
			run(&steps, &mut successes.borrow_mut());
			Ok(())
		})
		.unwrap_or_else(|failure| panic!("{failure}"));

	// A test in which some call never succeeds would prove little about it.
	let successes = successes.into_inner();
	let never: Vec<_> = successes
		.iter()
		.filter(|(kind, count)| **count == 0 && !["Wait", "Change"].contains(&kind.as_str()))
		.collect();
	assert!(runner.config().cases < 128 || never.is_empty(), "never succeeded: {never:?}");
}
