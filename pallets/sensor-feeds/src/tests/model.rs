// SPDX-License-Identifier: Apache-2.0

//! Random rounds of a feed against a reference that keeps plain lists.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Open,
	Close,
	Say { device: usize, value: i64 },
	Leave(usize),
	Join(usize),
	Pass(Moment),
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		2 => Just(Step::Open),
		2 => Just(Step::Close),
		8 => (0..6usize, -50..50i64).prop_map(|(device, value)| Step::Say { device, value }),
		1 => (0..6usize).prop_map(Step::Leave),
		2 => (0..6usize).prop_map(Step::Join),
		3 => (0..4 * MINUTE).prop_map(Step::Pass),
	]
}

struct Reference {
	joined: [bool; 6],
	reputation: [u16; 6],
	/// When the open round was opened, and what was said in it.
	round: Option<(Moment, Vec<(usize, i64)>)>,
	opened_at: Option<Moment>,
	result: Option<i64>,
}

impl Reference {
	fn close(&mut self) {
		let (_, said) = self.round.take().unwrap();
		let counting: Vec<_> = said
			.iter()
			.filter(|(device, _)| self.reputation[*device] >= 2_000)
			.map(|(_, value)| *value)
			.collect();
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
		for (device, value) in said {
			let target = if (value - middle).abs() > threshold { 0 } else { 10_000 };
			let reputation = i64::from(self.reputation[device]);
			let after = reputation + ((target - reputation) * 50).div_euclid(1_000);
			self.reputation[device] = after as u16;
		}
		self.result = Some(middle);
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
	#[test]
	fn random_rounds_should_agree_with_the_reference(
		steps in prop::collection::vec(step(), 1..80),
	) {
		run(|| {
			let (feed, devices) = feed_of(OPEN, 6);
			let mut reference = Reference {
				joined: [true; 6],
				reputation: [5_000; 6],
				round: None,
				opened_at: None,
				result: None,
			};
			for step in steps {
				let is_in = |reference: &Reference, device: usize| {
					let round = reference.round.as_ref();
					round.is_some_and(|(_, said)| said.iter().any(|(who, _)| *who == device))
				};
				match step {
					Step::Open => {
						let is_due =
							reference.opened_at.is_none_or(|at| now() >= at + 5 * MINUTE);
						let expected = reference.round.is_none() && is_due;
						let opened = SensorFeeds::open_round(signed(STRANGER), feed);
						assert_eq!(opened.is_ok(), expected);
						if expected {
							reference.round = Some((now(), vec![]));
							reference.opened_at = Some(now());
						}
					},
					Step::Close => {
						let is_over =
							reference.round.as_ref().is_some_and(|(at, _)| now() >= at + MINUTE);
						assert_eq!(close(feed).is_ok(), is_over);
						if is_over {
							reference.close();
						}
					},
					Step::Say { device, value } => {
						let is_open =
							reference.round.as_ref().is_some_and(|(at, _)| now() < at + MINUTE);
						let expected =
							is_open && reference.joined[device] && !is_in(&reference, device);
						let content = OracleContent::Value(value);
						assert_eq!(say(feed, &devices[device], content).is_ok(), expected);
						if expected {
							reference.round.as_mut().unwrap().1.push((device, value));
						}
					},
					Step::Leave(device) => {
						let expected = reference.joined[device] && !is_in(&reference, device);
						let id = devices[device].id();
						let left = SensorFeeds::leave(signed(OWNER), feed, id);
						assert_eq!(left.is_ok(), expected);
						reference.joined[device] &= !expected;
					},
					Step::Join(device) => {
						let id = devices[device].id();
						let joined = SensorFeeds::join(signed(OWNER), feed, id);
						assert_eq!(joined.is_ok(), !reference.joined[device]);
						reference.joined[device] = true;
					},
					Step::Pass(ms) => pass(ms),
				}
				check_everything();
				let result = SensorFeeds::latest(feed).map(|answer| answer.value);
				assert_eq!(result, reference.result);
				for (device, expected) in devices.iter().zip(reference.reputation) {
					assert_eq!(oracle(feed, device).reputation, expected);
				}
			}
		});
	}
}
