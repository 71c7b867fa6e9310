// SPDX-License-Identifier: Apache-2.0

//! Random lives of a feed against a reference that keeps plain lists.

use super::*;
use proptest::prelude::*;

const DEVICES: usize = 5;

#[derive(Clone, Copy, Debug)]
enum Step {
	Open,
	Close,
	Say { device: usize, value: i64 },
	Reveal(usize),
	Leave(usize),
	Join(usize),
	Expel(usize),
	Admit(usize),
	Sell(usize),
	Pass(Moment),
}

fn step() -> impl Strategy<Value = Step> {
	let device = || 0..DEVICES;
	prop_oneof![
		Just(Step::Open),
		Just(Step::Close),
		(device(), -50..50i64).prop_map(|(device, value)| Step::Say { device, value }),
		device().prop_map(Step::Reveal),
		device().prop_map(Step::Leave),
		device().prop_map(Step::Join),
		device().prop_map(Step::Expel),
		device().prop_map(Step::Admit),
		device().prop_map(Step::Sell),
		(0..5 * MINUTE).prop_map(Step::Pass),
	]
}

/// A round from its opening to its closing, in which most of those who speak reveal what they said.
fn whole_round() -> impl Strategy<Value = Vec<Step>> {
	let word = (0..DEVICES, -50..50i64, prop::bool::weighted(0.9));
	prop::collection::vec(word, 3..10).prop_map(|words| {
		let mut steps = vec![Step::Pass(5 * MINUTE), Step::Open];
		steps.extend(
			words
				.iter()
				.map(|(device, value, _)| Step::Say { device: *device, value: *value }),
		);
		steps.push(Step::Pass(MINUTE));
		let revealed = words.iter().filter(|(.., is_revealed)| *is_revealed);
		steps.extend(revealed.map(|(device, ..)| Step::Reveal(*device)));
		steps.extend([Step::Pass(MINUTE), Step::Close]);
		steps
	})
}

/// Whole rounds, and anything between and within them.
fn life() -> impl Strategy<Value = Vec<Step>> {
	let part = prop_oneof![
		3 => step().prop_map(|step| vec![step]),
		1 => whole_round(),
		1 => (whole_round(), step(), 0..10usize).prop_map(|(mut steps, other, at)| {
			steps.insert(at.min(steps.len()), other);
			steps
		}),
	];
	prop::collection::vec(part, 1..16).prop_map(|parts| parts.concat())
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Oracle {
	reputation: i64,
	/// Of which epoch.
	bond: Option<u32>,
}

impl Oracle {
	fn judge(&mut self, target: i64) {
		self.reputation += ((target - self.reputation) * 50).div_euclid(1_000);
	}
}

const NEW: Oracle = Oracle { reputation: 5_000, bond: None };

struct Round {
	opened_at: Moment,
	/// Who said what, and whether it is known by now.
	said: Vec<(usize, i64, bool)>,
}

struct Reference {
	is_hidden: bool,
	epochs: [u32; DEVICES],
	oracles: [Option<Oracle>; DEVICES],
	round: Option<Round>,
	opened_at: Option<Moment>,
	result: Option<i64>,
	pot: u64,
}

impl Reference {
	/// After `feed_with`.
	fn new(is_hidden: bool) -> Self {
		Self {
			is_hidden,
			epochs: [1; DEVICES],
			oracles: [Some(Oracle { bond: Some(1), ..NEW }); DEVICES],
			round: None,
			opened_at: None,
			result: None,
			pot: 0,
		}
	}

	fn owner(&self, device: usize) -> u64 {
		if self.epochs[device] % 2 == 1 {
			OWNER
		} else {
			BUYER
		}
	}

	fn said(&self, device: usize) -> Option<i64> {
		let round = self.round.as_ref()?;
		round.said.iter().find(|(who, ..)| *who == device).map(|(_, value, _)| *value)
	}

	/// Does what the step says, if it may be done.
	fn take(&mut self, step: Step, now: Moment) -> bool {
		let age = self.round.as_ref().map(|round| now - round.opened_at);
		let is_free = |reference: &Self, device: usize| reference.said(device).is_none();
		match step {
			Step::Open => {
				let may = age.is_none() && self.opened_at.is_none_or(|at| now >= at + 5 * MINUTE);
				if may {
					self.round = Some(Round { opened_at: now, said: vec![] });
					self.opened_at = Some(now);
				}
				may
			},
			Step::Close => {
				let length = if self.is_hidden { 2 * MINUTE } else { MINUTE };
				let may = age.is_some_and(|age| age >= length);
				if may {
					self.close();
				}
				may
			},
			Step::Say { device, value } => {
				let is_in =
					self.oracles[device].is_some_and(|one| one.bond == Some(self.epochs[device]));
				let may = age.is_some_and(|age| age < MINUTE) && is_in && is_free(self, device);
				if may {
					let is_known = !self.is_hidden;
					self.round.as_mut().unwrap().said.push((device, value, is_known));
				}
				may
			},
			Step::Reveal(device) => {
				let is_time = age.is_some_and(|age| (MINUTE..2 * MINUTE).contains(&age));
				let round = self.round.as_mut().filter(|_| self.is_hidden && is_time);
				let entry = round.and_then(|round| {
					round.said.iter_mut().find(|(who, _, is_known)| *who == device && !is_known)
				});
				entry.map(|(.., is_known)| *is_known = true).is_some()
			},
			Step::Leave(device) => {
				let is_free = is_free(self, device);
				let oracle = self.oracles[device].as_mut();
				let bond = oracle.filter(|_| is_free).and_then(|oracle| oracle.bond.take());
				bond.is_some()
			},
			Step::Join(device) => {
				let (is_free, epoch) = (is_free(self, device), self.epochs[device]);
				let oracle = self.oracles[device].as_mut();
				let oracle = oracle.filter(|oracle| is_free && oracle.bond != Some(epoch));
				oracle.map(|oracle| oracle.bond = Some(epoch)).is_some()
			},
			Step::Expel(device) => is_free(self, device) && self.oracles[device].take().is_some(),
			Step::Admit(device) => {
				let may = self.oracles[device].is_none();
				self.oracles[device].get_or_insert(NEW);
				may
			},
			Step::Sell(device) => {
				self.epochs[device] += 1;
				true
			},
			Step::Pass(_) => true,
		}
	}

	fn close(&mut self) {
		let said = self.round.take().unwrap().said;
		let mut counting = vec![];
		for (device, value, is_known) in &said {
			let oracle = self.oracles[*device].as_mut().unwrap();
			if !is_known {
				oracle.judge(0);
				oracle.bond = None;
				self.pot += BOND;
			} else if oracle.reputation >= 2_000 {
				counting.push(*value);
			}
		}
		if counting.len() < 3 {
			return;
		}
		let middle_of = |mut values: Vec<i64>| {
			values.sort();
			let half = values.len() / 2;
			if values.len() % 2 == 1 {
				values[half]
			} else {
				(values[half - 1] + values[half]).div_euclid(2)
			}
		};
		let middle = middle_of(counting.clone());
		let spread = middle_of(counting.iter().map(|value| (value - middle).abs()).collect());
		let threshold = 3 * 14_826 * spread / 10_000;
		for (device, value, _) in said.into_iter().filter(|(.., is_known)| *is_known) {
			let is_outlier = (value - middle).abs() > threshold;
			self.oracles[device]
				.as_mut()
				.unwrap()
				.judge(if is_outlier { 0 } else { 10_000 });
		}
		self.result = Some(middle);
	}
}

/// Does the step on the chain; whether it could be done.
fn act(feed: FeedId, devices: &[TestDevice], reference: &Reference, step: Step) -> bool {
	let by_owner = |device: usize| signed(reference.owner(device));
	match step {
		Step::Open => SensorFeeds::open_round(signed(STRANGER), feed).is_ok(),
		Step::Close => close(feed).is_ok(),
		Step::Say { device, value } => {
			let device = &devices[device];
			let content = match reference.is_hidden {
				true => commitment(feed, device, value),
				false => OracleContent::Value(value),
			};
			say(feed, device, content).is_ok()
		},
		Step::Reveal(device) => {
			let value = reference.said(device).unwrap_or_default();
			say(feed, &devices[device], OracleContent::Reveal { value, salt: SALT }).is_ok()
		},
		Step::Leave(device) =>
			SensorFeeds::leave(by_owner(device), feed, devices[device].id()).is_ok(),
		Step::Join(device) =>
			SensorFeeds::join(by_owner(device), feed, devices[device].id()).is_ok(),
		Step::Expel(device) =>
			SensorFeeds::expel(signed(MAKER), feed, devices[device].id()).is_ok(),
		Step::Admit(device) =>
			SensorFeeds::admit(signed(MAKER), feed, devices[device].id()).is_ok(),
		Step::Sell(device) => {
			let to = if reference.owner(device) == OWNER { BUYER } else { OWNER };
			TestRegistry::set_owner(devices[device].id(), to);
			devices[device].use_key(0);
			true
		},
		Step::Pass(ms) => {
			pass(ms);
			true
		},
	}
}

fn agree_with_the_reference(spec: FeedSpec, steps: &[Step]) {
	run(|| {
		// Of the algorithm that is checked fastest. The matrix of replays has the others.
		let devices: Vec<_> = (0..DEVICES as u32)
			.map(|seed| TestDevice::new(KeyAlgorithm::Ed25519, seed))
			.collect();
		devices.iter().for_each(|device| device.register(OWNER, MODEL));
		let feed = feed_with(spec, &devices);
		let mut reference = Reference::new(spec.reveal_ms.is_some());
		for step in steps {
			let could = act(feed, &devices, &reference, *step);
			assert_eq!(could, reference.take(*step, now()), "{step:?}");
			check_everything();
			let result = SensorFeeds::latest(feed).map(|answer| answer.value);
			assert_eq!(result, reference.result);
			assert_eq!(Balances::free_balance(POT), reference.pot);
			for (device, expected) in devices.iter().zip(reference.oracles) {
				let oracle = Oracles::<Test>::get(feed, device.id()).map(|oracle| Oracle {
					reputation: oracle.reputation.into(),
					bond: oracle.bond.map(|bond| bond.epoch),
				});
				assert_eq!(oracle, expected);
			}
		}
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

	#[test]
	fn random_open_rounds_should_agree_with_the_reference(
		steps in life(),
	) {
		agree_with_the_reference(OPEN, &steps);
	}

	#[test]
	fn random_hidden_rounds_should_agree_with_the_reference(
		steps in life(),
	) {
		agree_with_the_reference(HIDDEN, &steps);
	}
}
