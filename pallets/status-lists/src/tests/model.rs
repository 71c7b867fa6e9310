// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, sensible and not, against a small reference model. After every step
//! the chain must be exactly what the model says, every invariant must hold, and nothing that
//! should only ever move forward may have moved back.

mod reference;
mod steps;

use super::*;
use proptest::prelude::*;
use reference::*;
use sp_runtime::StateVersion;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use steps::*;

const ACTORS: [u64; 4] = [ISSUER, OTHER_ISSUER, SUCCESSOR, POOR];
const STEPS: usize = 60;

/// The call that says what `act` means.
fn call_of(act: &Act) -> Call<Test> {
	match act.clone() {
		Act::Create { purpose, ttl_ms } => Call::create_list { purpose, ttl_ms },
		Act::Request { list, count, secret } =>
			Call::request_indices { list, count, commitment: commitment(secret) },
		Act::Draw { list, secret: number } => Call::draw_indices { list, secret: secret(number) },
		Act::Set { list, changes } => {
			let changes = changes
				.into_iter()
				.map(|(index, value)| StatusChange { index, value })
				.collect::<Vec<_>>();
			Call::set_statuses { list, changes: changes.try_into().unwrap() }
		},
		Act::Close { list } => Call::close_list { list },
		Act::Remove { list } => Call::remove_list { list },
		Act::Offer { list, to } => Call::offer_list { list, to },
		Act::Accept { list } => Call::accept_list { list },
		Act::Pause => Call::pause {},
		Act::Unpause => Call::unpause {},
	}
}

/// Reads the chain in the model's terms.
fn observe() -> World {
	let given = |list| {
		Taken::<Test>::iter_prefix(list)
			.flat_map(|(chunk, taken)| {
				(0..1_024_u32)
					.filter(move |e| taken[*e as usize / 8] & (0x80 >> (e % 8)) != 0)
					.map(move |entry| u32::from(chunk) * 1_024 + entry)
			})
			.collect::<BTreeSet<_>>()
	};
	let list = |id, record: ListRecordOf<Test>| {
		let given = given(id);
		List {
			issuer: record.issuer,
			purpose: record.purpose,
			statuses: given
				.iter()
				.map(|index| (*index, StatusLists::status(id, *index).unwrap()))
				.collect(),
			request: record.request.map(|r| {
				let secret = (0..=u8::MAX).find(|s| commitment(*s) == r.commitment).unwrap();
				(r.at, r.count, secret)
			}),
			closed_at: record.closed_at,
			offered_to: record.offered_to,
		}
	};
	World {
		paused: Paused::<Test>::get(),
		next: NextListId::<Test>::get(),
		lists: Lists::<Test>::iter().map(|(id, record)| (id, list(id, record))).collect(),
		free: ACTORS.map(|who| (who, Balances::free_balance(who))).into(),
		held: ACTORS.map(|who| (who, on_hold(who))).into(),
	}
}

/// What must only ever move forward.
#[derive(Default)]
struct History {
	/// The last seen state of each list that ever was.
	lists: BTreeMap<StatusListId, List>,
	/// Lists that were removed.
	gone: BTreeSet<StatusListId>,
	/// Lists whose draw was missed.
	sealed: BTreeSet<StatusListId>,
}

impl History {
	fn check_and_extend(&mut self, world: &World) {
		for (id, list) in &world.lists {
			assert!(!self.gone.contains(id), "list {id} came back");
			if StatusLists::list(*id).unwrap().is_sealed {
				self.sealed.insert(*id);
			}
			let Some(former) = self.lists.insert(*id, list.clone()) else { continue };
			assert_eq!(list.purpose, former.purpose, "a purpose changed");
			assert!(former.closed_at.is_none() || list.closed_at == former.closed_at);
			let is_done = former.closed_at.is_some() || self.sealed.contains(id);
			assert!(
				!is_done || list.statuses.len() == former.statuses.len(),
				"a list gave out indices after it was closed or sealed"
			);
			for (index, status) in &former.statuses {
				let now = list.statuses.get(index).expect("an index was taken back");
				let is_one_way =
					matches!(list.purpose, StatusPurpose::Revocation | StatusPurpose::Refresh);
				assert!(!is_one_way || now >= status, "what was revoked counts again");
			}
		}
		for (id, list) in &self.lists {
			if !world.lists.contains_key(id) {
				assert!(list.closed_at.is_some(), "an open list vanished");
				self.gone.insert(*id);
			}
		}
	}
}

/// The exported bits must say the same as the single answers.
fn check_export(world: &World) {
	for (id, list) in &world.lists {
		let bits = usize::from(list.purpose.bits());
		let export = StatusLists::export(*id).unwrap();
		assert_eq!(export.bytes.len(), 16_384 * bits);
		let mut set = export.bytes.iter().map(|byte| byte.count_ones()).sum::<u32>();
		for (index, status) in &list.statuses {
			let start = *index as usize * bits;
			let value = (0..bits).fold(0, |value, bit| {
				let at = start + bit;
				value << 1 | export.bytes[at / 8] >> (7 - at % 8) & 1
			});
			assert_eq!(value, *status, "entry {index} of list {id}");
			set -= status.count_ones();
		}
		assert_eq!(set, 0, "a free entry of list {id} is set");
	}
}

fn origin_of(who: Who) -> RuntimeOrigin {
	match who {
		Who::Trustees => trustees(),
		Who::Account(who) => signed(who),
	}
}

/// Takes one step; returns the world that must be there now, and whether a call succeeded.
fn take(step: Step, world: World) -> (World, bool) {
	let Some((who, act)) = step.resolve(&world, System::block_number()) else {
		match step.pause() {
			Wait::Blocks(count) => pass_blocks(count),
			Wait::Time(ms) => pass(ms),
		}
		return (world, false);
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
	(next.unwrap_or(world), result.is_ok())
}

/// Runs a sequence and counts, by kind, the calls that succeeded.
fn run(steps: &[Step], successes: &mut BTreeMap<String, u32>) {
	ExtBuilder.build_and_execute(|| {
		let mut world = observe();
		let mut history = History::default();
		for step in steps {
			let (next, is_success) = take(*step, world);
			*successes.entry(format!("{:?}", step.kind)).or_default() += u32::from(is_success);
			world = next;
			assert_eq!(observe(), world, "after {step:?}");
			check_everything();
			history.check_and_extend(&world);
		}
		check_export(&world);
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
		.filter(|(kind, count)| **count == 0 && kind.as_str() != "Wait")
		.collect();
	assert!(runner.config().cases < 128 || never.is_empty(), "never succeeded: {never:?}");
}
