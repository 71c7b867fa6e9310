// SPDX-License-Identifier: Apache-2.0

//! Random days of a fridge, second by second in the reference, stretch by stretch in the pallet.

use super::*;
use proptest::prelude::*;

/// Goes through every second. What a second is like: the position of the reading before, for twice
/// the period, and then a gap.
fn reference(spec: &RuleSpec, readings: &[(u64, i64)]) -> (u64, Vec<AlertKind>) {
	let reach = 2 * u64::from(super::spec().period_s);
	let (mut outside, mut run_outside, mut run_inside) = (0u64, 0u64, 0u64);
	let (mut alarm, mut exceeded, mut told) = (false, false, vec![]);
	let (start, end) = (readings[0].0, readings.last().unwrap().0);
	let mut last = readings[0];
	let mut is_gap_told = false;
	let mut pending = false;
	for second in start..=end {
		let new = readings.iter().find(|(at, _)| *at == second);
		if let Some(reading) = new {
			last = *reading;
			is_gap_told = false;
		}
		let is_gap = second - last.0 >= reach && second < end;
		if is_gap && !is_gap_told && readings.iter().any(|(at, _)| *at > last.0 + reach) {
			is_gap_told = true;
			told.push(AlertKind::DataGap);
		}
		let position = match (is_gap, spec.gap_is_outside) {
			(true, true) => Position::Outside,
			(true, false) => Position::Unknown,
			(false, _) => spec.position(last.1),
		};
		match position {
			Position::Outside => {
				run_inside = 0;
				if !pending {
					pending = true;
					run_outside = 0;
				}
				if second < end {
					run_outside += 1;
					outside += 1;
				}
				if !alarm && run_outside >= u64::from(spec.min_duration_s) {
					alarm = true;
					told.push(AlertKind::Raised);
				}
				if !exceeded && spec.budget_s.is_some_and(|budget| outside > budget.into()) {
					exceeded = true;
					told.push(AlertKind::BudgetExceeded);
				}
			},
			position => {
				pending = false;
				run_outside = 0;
				run_inside = if alarm && position == Position::Inside { run_inside } else { 0 };
				if alarm && position == Position::Inside {
					if second < end {
						run_inside += 1;
					}
					if run_inside >= u64::from(spec.min_duration_s) {
						alarm = false;
						run_inside = 0;
						told.push(AlertKind::Cleared);
					}
				}
			},
		}
	}
	(outside, told)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
	#[test]
	fn random_days_should_agree_with_the_reference(
		steps in prop::collection::vec((1u64..900, -10i64..110), 2..40),
		min_duration_s in 1u32..900,
		budget_s in prop::option::of(1u32..3_000),
		gap_is_outside in any::<bool>(),
	) {
		run(|| {
			let device = device();
			let spec = RuleSpec { min_duration_s, budget_s, gap_is_outside, ..COLD_CHAIN };
			assert_ok!(set_rule(OWNER, device, spec));
			let mut at = 0;
			let readings: Vec<_> = steps
				.into_iter()
				.map(|(step, value)| {
					at += step;
					(at, value)
				})
				.collect();
			for (second, value) in &readings {
				tell(device, *second, *value);
				check_everything();
			}
			let (outside, expected) = reference(&spec, &readings);
			assert_eq!(rule(device, 0).outside_s, outside);
			let mut told: Vec<_> = Listener::alerts().into_iter().map(|alert| alert.kind).collect();
			let mut expected = expected;
			// In one stretch, order is a matter of taste.
			told.sort_unstable();
			expected.sort_unstable();
			assert_eq!(told, expected);
		});
	}
}
