// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, sensible and not, against a small reference model. After every step
//! the chain must be exactly what the model says, every invariant must hold, and every device must
//! be trusted exactly when a look at all releases says so.

mod reference;
mod steps;

use super::*;
use proptest::prelude::*;
use reference::*;
use sp_runtime::StateVersion;
use std::{cell::RefCell, collections::BTreeMap};
use steps::*;

const ACTORS: [u64; 6] = [MAKER, PUBLISHER, APPROVER, STRANGER, CARRIER, POOR];
const DEVICES: usize = 3;
const STEPS: usize = 70;

fn fleet(number: usize) -> TestDevice {
	TestDevice::new([KeyAlgorithm::Ed25519, KeyAlgorithm::Sr25519][number % 2], number as u32)
}

fn origin_of(who: Who) -> RuntimeOrigin {
	match who {
		Who::Trustees => trustees(),
		Who::Account(who) => signed(who),
	}
}

/// The call that says what `act` means; none for what happens to the registers.
fn call_of(act: &Act) -> Option<Call<Test>> {
	let (manufacturer, model) = (FACTORY, MODEL);
	Some(match act.clone() {
		Act::Appoint { who, roles } => Call::appoint { manufacturer, who, roles },
		Act::Dismiss { who } => Call::dismiss { manufacturer, who },
		Act::Publish { spec } => Call::publish { model, spec },
		Act::Approve { seq, is_examined } => {
			let draft = drafted(seq);
			let other = ReleaseSpec { size: draft.size ^ 1, ..draft.clone() };
			Call::approve { model, spec: if is_examined { draft } else { other } }
		},
		Act::Withdraw { seq } => Call::withdraw { model, seq },
		Act::PruneRelease { seq } => Call::prune_release { model, seq },
		Act::SetPolicy { bits } =>
			Call::set_policy { model, purposes: TrustPurposes::new(bits).unwrap() },
		Act::Report { device, seq, image, at, is_genuine } => {
			let device = fleet(device);
			let report = device.says(seq, image, at);
			let signature = device.op(if is_genuine { 0 } else { 9 }).sign(&report);
			Call::report { report, key_index: 0, signature }
		},
		Act::PruneReport { device } => Call::prune_report { device: fleet(device).id() },
		Act::Pause => Call::pause {},
		Act::Unpause => Call::unpause {},
		Act::Stand { .. } | Act::HaveModel { .. } | Act::Live { .. } => return None,
	})
}

/// Lets happen to the registers what `act` says.
fn change_registers(act: &Act) {
	match *act {
		Act::Stand { is_approved } =>
			TestRegistry::set_standing(FACTORY, is_approved.map(|approved| (MAKER, approved))),
		Act::HaveModel { has_model: true } => TestRegistry::add_model(MODEL),
		Act::HaveModel { has_model: false } => TestRegistry::remove_model(MODEL),
		Act::Live { device, state: Some(state) } =>
			TestRegistry::set_state(fleet(device).id(), state),
		Act::Live { device, state: None } => TestRegistry::remove_device(fleet(device).id()),
		_ => panic!("{act:?} is a call"),
	}
}

/// Reads the chain in the model's terms. What the registers say is taken over from `world`.
fn observe(world: &World) -> World {
	let line = DeviceFirmware::line(MODEL);
	let number = |id| (0..DEVICES).find(|n| fleet(*n).id() == id).unwrap();
	World {
		standing: world.standing,
		has_model: world.has_model,
		devices: world.devices.clone(),
		paused: Paused::<Test>::get(),
		staff: Staff::<Test>::iter_prefix(FACTORY)
			.map(|(who, record)| (who, (record.roles.bits(), record.depositor)))
			.collect(),
		latest: line.as_ref().map_or(0, |line| line.latest_seq),
		released: line.as_ref().map_or(0, |line| line.released_seq),
		releases: Releases::<Test>::iter_prefix(MODEL)
			.map(|(seq, r)| (seq, Release { spec: r.spec, status: r.status, by: r.publisher }))
			.collect(),
		policy: DeviceFirmware::policy(MODEL).bits(),
		reports: Installed::<Test>::iter()
			.map(|(id, r)| {
				let InstalledRecord { seq, image_digest, at, floor_seq, depositor, .. } = r;
				(number(id), Report { seq, image: image_digest, at, floor: floor_seq, depositor })
			})
			.collect(),
	}
}

/// What everybody has, and has on hold, must follow from the world.
fn check_money(world: &World) {
	for who in ACTORS {
		let held = [
			(HoldReason::Staff, world.staff.values().filter(|s| s.1 == who).count()),
			(HoldReason::Release, world.releases.values().filter(|r| r.by == who).count()),
			(HoldReason::Report, world.reports.values().filter(|r| r.depositor == who).count()),
		]
		.map(|(reason, count)| {
			let amount = deposit(reason) * count as u64;
			assert_eq!(on_hold(who, reason), amount, "{who} for {reason:?}");
			amount
		});
		let start = if who == POOR { LITTLE } else { START };
		assert_eq!(Balances::free_balance(who) + held.iter().sum::<u64>(), start, "{who}");
	}
}

/// Asks the chain about every device, and compares with a look at all releases. Counts, by what is
/// to be said, the answers.
fn check_answers(world: &World, seen: &mut BTreeMap<String, u32>) {
	for n in 0..DEVICES {
		let device = fleet(n);
		for purpose in TrustPurpose::ALL {
			let expected = match world.devices.contains_key(&n) {
				true => world.opinion(n, purpose, now()),
				false => Err(Distrust::UnknownDevice),
			};
			assert_eq!(trusted(&device, purpose), expected, "device {n} for {purpose:?}");
			*seen.entry(format!("{expected:?}")).or_default() += 1;
		}
		let next = DeviceFirmware::next_update(device.id()).map(|release| release.spec.seq);
		assert_eq!(next, world.next_update(n), "update of device {n}");
	}
}

fn dispatch_or_keep(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	let before = sp_io::storage::root(StateVersion::V1);
	let result = dispatch(origin, call);
	if result.is_err() {
		let after = sp_io::storage::root(StateVersion::V1);
		assert_eq!(after, before, "a failed call left something behind");
	}
	result
}

/// What must only ever move forward, and what must not count again.
#[derive(Default)]
struct History {
	latest: Seq,
	released: Seq,
	/// By device: the last moment and the floor of its reports, while they are kept.
	reports: BTreeMap<usize, (Moment, Seq)>,
	accepted: Vec<(RuntimeOrigin, Call<Test>)>,
}

impl History {
	fn check_and_extend(&mut self, world: &World) {
		assert!(world.latest >= self.latest && world.released >= self.released, "a number fell");
		(self.latest, self.released) = (world.latest, world.released);
		for (n, report) in &world.reports {
			if let Some((at, floor)) = self.reports.insert(*n, (report.at, report.floor)) {
				assert!(report.at >= at && report.floor >= floor, "a device went back");
			}
		}
		for n in self.reports.keys() {
			let has_ended = world.devices.get(n).is_none_or(|state| state.is_terminal());
			assert!(has_ended || world.reports.contains_key(n), "a report in use was forgotten");
		}
	}
}

/// Takes one step; returns the world that must be there now, and whether a call succeeded.
fn take(step: Step, world: World, history: &mut History) -> (World, bool) {
	match step.kind {
		Kind::Pass => {
			pass(match step.dice[0] {
				0..80 => 1,
				80..120 => HOUR,
				120..240 => MIN_TERM / 2,
				_ => RETENTION,
			});
			return (world, false);
		},
		Kind::Replay => {
			let at = usize::from(step.dice[0]).checked_rem(history.accepted.len());
			if let Some((origin, call)) = at.and_then(|at| history.accepted.get(at)).cloned() {
				let result = dispatch_or_keep(origin, call.clone());
				assert!(result.is_err(), "accepted for the second time: {call:?}");
			}
			return (world, false);
		},
		_ => (),
	}
	let Some((who, act)) = step.resolve(&world, now()) else { return (world, false) };
	let next = world.after(who, &act, now());
	let Some(call) = call_of(&act) else {
		change_registers(&act);
		return (next.unwrap(), false);
	};
	let origin = origin_of(who);
	let result = dispatch_or_keep(origin.clone(), call.clone());
	assert_eq!(
		result.is_ok(),
		next.is_some(),
		"chain says {result:?}, model disagrees: {act:?} by {who:?} in {world:#?}"
	);
	if result.is_ok() && matches!(act, Act::Report { .. }) {
		history.accepted.push((origin, call));
	}
	(next.unwrap_or(world), result.is_ok())
}

/// Runs a sequence and counts, by kind, the calls that succeeded and the answers.
fn run(steps: &[Step], seen: &mut BTreeMap<String, u32>) {
	ExtBuilder.build_and_execute(|| {
		hire();
		let mut world = World {
			standing: Some(true),
			has_model: true,
			devices: (0..DEVICES).map(|n| (n, DeviceState::Active)).collect(),
			..Default::default()
		};
		(0..DEVICES).for_each(|n| fleet(n).register(MODEL));
		world = observe(&world);
		let mut history = History::default();
		for step in opening().iter().chain(steps) {
			let (next, is_success) = take(*step, world, &mut history);
			*seen.entry(format!("{:?}", step.kind)).or_default() += u32::from(is_success);
			world = next;
			assert_eq!(observe(&world), world, "after {step:?}");
			check_everything();
			check_money(&world);
			check_answers(&world, seen);
			history.check_and_extend(&world);
		}
	});
}

/// Enough sequences that every call succeeds in some.
const ENOUGH: u32 = 128;

/// `PROPTEST_CASES` sets the number of sequences. Without optimisation fewer are run by default.
fn config() -> ProptestConfig {
	let default = ProptestConfig {
		failure_persistence: None,
		max_shrink_time: 60_000,
		..ProptestConfig::default()
	};
	if std::env::var_os("PROPTEST_CASES").is_some() {
		return default;
	}
	ProptestConfig { cases: if cfg!(debug_assertions) { 12 } else { ENOUGH }, ..default }
}

#[test]
fn chain_should_do_what_the_reference_model_says_whatever_anybody_calls() {
	use proptest::test_runner::TestRunner;
	let seen = RefCell::new(BTreeMap::new());
	let mut runner = TestRunner::new(config());
	runner
		.run(&steps(), |steps| {
			run(&steps, &mut seen.borrow_mut());
			Ok(())
		})
		.unwrap_or_else(|failure| panic!("{failure}"));

	// A test in which some call never succeeds would prove little about it.
	let seen = seen.into_inner();
	let never: Vec<_> = seen
		.iter()
		.filter(|(what, count)| {
			**count == 0 && !matches!(what.as_str(), "Pass" | "Replay" | "Register")
		})
		.collect();
	assert!(runner.config().cases < ENOUGH || never.is_empty(), "never succeeded: {never:?}");
	// Nor would one in which the deadlines make no difference.
	for answer in [Ok(()), Err(Distrust::FirmwareUntrusted), Err(Distrust::FirmwareOutdated)] {
		let count = seen.get(&format!("{answer:?}")).copied().unwrap_or_default();
		assert!(count > runner.config().cases, "the answer was {answer:?} {count} times");
	}
}
