// SPDX-License-Identifier: Apache-2.0

//! Budgets that refill with time: the generic cell rate algorithm (ITU-T I.371), in whole
//! milliseconds.
//!
//! A budget is one moment: when it will be full again. Taking one pushes that moment on by an
//! interval, and none can be taken while it lies more than `burst - 1` intervals ahead.

use crate::{Allowance, LaneUse, Moment};

/// How many can be taken now from a budget of `burst`, of which one comes back each `interval`.
pub fn available(interval: Moment, burst: u32, full_at: Moment, now: Moment) -> u32 {
	let missing_ms = full_at.saturating_sub(now);
	// One that has begun to come back is not there yet.
	let missing = missing_ms.div_ceil(interval.max(1));
	burst.saturating_sub(u32::try_from(missing).unwrap_or(u32::MAX))
}

/// When the budget will be full after one is taken now; `None` when there is none to take.
pub fn take(interval: Moment, burst: u32, full_at: Moment, now: Moment) -> Option<Moment> {
	if available(interval, burst, full_at, now) == 0 {
		return None;
	}
	full_at.max(now).checked_add(interval)
}

impl Allowance {
	/// How many readings may come now.
	pub fn available(&self, full_at: Moment, now: Moment) -> u32 {
		available(self.interval_ms.into(), self.burst.into(), full_at, now)
	}

	/// When the whole burst will be there after a reading now; `None` when none may come.
	pub fn take(&self, full_at: Moment, now: Moment) -> Option<Moment> {
		take(self.interval_ms.into(), self.burst.into(), full_at, now)
	}

	/// How many readings may come in an hour at the most, which is what the deposit is for: those
	/// of the rate, rounded up, and the burst.
	pub fn per_hour(&self) -> u64 {
		const HOUR: u64 = 3_600_000;
		HOUR.div_ceil(u64::from(self.interval_ms).max(1))
			.saturating_add(self.burst.into())
	}
}

impl LaneUse {
	/// The same use, of which one comes back each `interval_ms` from `now` on. One that has begun
	/// to come back begins anew.
	pub fn at_interval(self, interval_ms: u32, now: Moment) -> Self {
		let used = self.full_at.saturating_sub(now).div_ceil(u64::from(self.interval_ms).max(1));
		let full_at = now.saturating_add(used.saturating_mul(interval_ms.into()));
		Self { interval_ms, full_at }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const FOUR_IN_A_MINUTE: Allowance = Allowance { interval_ms: 15_000, burst: 3 };

	#[test]
	fn budget_should_give_its_burst_and_then_one_each_interval() {
		let now = 1_000_000;
		let mut full_at = 0;
		for left in [3, 2, 1] {
			assert_eq!(FOUR_IN_A_MINUTE.available(full_at, now), left);
			full_at = FOUR_IN_A_MINUTE.take(full_at, now).unwrap();
		}
		assert_eq!(FOUR_IN_A_MINUTE.take(full_at, now), None);
		assert_eq!(FOUR_IN_A_MINUTE.take(full_at, now + 14_999), None);
		assert_eq!(FOUR_IN_A_MINUTE.available(full_at, now + 15_000), 1);
		assert_eq!(FOUR_IN_A_MINUTE.available(full_at, now + 45_000), 3);
		assert_eq!(FOUR_IN_A_MINUTE.available(full_at, Moment::MAX), 3);
	}

	#[test]
	fn per_hour_should_count_rate_and_burst() {
		assert_eq!(FOUR_IN_A_MINUTE.per_hour(), 240 + 3);
		assert_eq!(Allowance { interval_ms: 7_000_000, burst: 1 }.per_hour(), 1 + 1);
		assert_eq!(Allowance { interval_ms: 0, burst: 1 }.per_hour(), 3_600_001);
	}

	#[test]
	fn budget_should_give_nothing_when_time_is_at_its_end() {
		assert_eq!(take(1, 1, Moment::MAX, Moment::MAX), None);
	}

	#[test]
	fn use_should_come_back_at_another_rate_and_stay_as_much() {
		let spent = LaneUse { interval_ms: 1_000, full_at: 1_064_000 };
		let slow = spent.at_interval(u32::MAX, 1_000_000);
		assert_eq!(slow.full_at, 1_000_000 + 64 * u64::from(u32::MAX));
		assert_eq!(slow.at_interval(1_000, 1_000_000), spent);
		// One that has begun to come back begins anew.
		assert_eq!(spent.at_interval(1_000, 1_000_001).full_at, 1_064_001);
		assert_eq!(LaneUse::default().at_interval(1_000, 7).full_at, 7);
		assert_eq!(spent.at_interval(1_000, Moment::MAX).full_at, Moment::MAX);
	}

	proptest! {
		#[test]
		fn no_change_of_interval_should_give_anything_back(
			from in 1u32..100_000,
			to in 1u32..100_000,
			used in 0u64..70,
			passed in 0u64..1_000_000,
			burst in 1u32..70,
		) {
			let now = 1_000_000_000 + passed;
			let spent =
				LaneUse { interval_ms: from, full_at: 1_000_000_000 + used * u64::from(from) };
			let before = available(from.into(), burst, spent.full_at, now);
			let after = spent.at_interval(to, now);
			prop_assert_eq!(available(to.into(), burst, after.full_at, now), before);
		}

		#[test]
		fn budget_should_never_give_more_than_burst_and_elapsed_intervals(
			interval in 1u64..5_000,
			burst in 1u32..20,
			steps in prop::collection::vec(0u64..3_000, 1..200),
		) {
			let start = 1_000_000;
			let (mut now, mut full_at, mut taken) = (start, 0, 0u64);
			for step in steps {
				now += step;
				let before = available(interval, burst, full_at, now);
				prop_assert!(before <= burst);
				match take(interval, burst, full_at, now) {
					Some(after) => {
						taken += 1;
						full_at = after;
						prop_assert_eq!(available(interval, burst, full_at, now), before - 1);
					},
					None => prop_assert_eq!(before, 0),
				}
				prop_assert!(taken <= u64::from(burst) + (now - start) / interval);
			}
		}
	}
}
