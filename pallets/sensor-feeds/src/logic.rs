// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out, in integers.

use crate::{FeedSpec, Reputation, MAX_ORACLES, MAX_ROUND, MIN_REPORTS};
use alloc::vec::Vec;

/// Where every oracle starts.
pub const FIRST_REPUTATION: Reputation = 5_000;

/// The best reputation there is.
pub const BEST_REPUTATION: Reputation = 10_000;

/// The least reputation with which reports count.
pub const LEAST_REPUTATION: Reputation = 2_000;

/// How many of every thousand of the way to its target a reputation moves with a round.
const REPUTATION_STEP: i32 = 50;

/// How many scaled deviations make an outlier.
const OUTLIER_DEVIATIONS: u128 = 3;

/// The standard deviation of a normal distribution over its median absolute deviation, in ten
/// thousandths.
const DEVIATION_SCALE: u128 = 14_826;

impl FeedSpec {
	/// How long a round takes, in milliseconds; `None` when no clock counts that far.
	pub fn round_ms(&self) -> Option<u64> {
		self.open_ms.checked_add(self.reveal_ms.unwrap_or(0))
	}

	/// Whether rounds of such a feed can come to a result.
	pub fn is_valid(&self) -> bool {
		(MIN_REPORTS..=MAX_ORACLES).contains(&self.min_reports) &&
			self.open_ms > 0 &&
			self.reveal_ms != Some(0) &&
			self.round_ms().is_some_and(|length| length <= MAX_ROUND.min(self.interval_ms)) &&
			self.heartbeat_ms > 0
	}
}

/// The middle one; of an even number the mean of the two middle ones, rounded down. `None` when
/// there are none.
fn middle_of(numbers: impl Iterator<Item = i128>) -> Option<i128> {
	let mut sorted: Vec<_> = numbers.collect();
	sorted.sort_unstable();
	let half = sorted.len().div_euclid(2);
	let upper = *sorted.get(half)?;
	if sorted.len() % 2 == 1 {
		return Some(upper);
	}
	let lower = *sorted.get(half.checked_sub(1)?)?;
	// Saturates never: no number takes more than 65 bits.
	Some(lower.saturating_add(upper).div_euclid(2))
}

/// The middle value; of an even number of values the mean of the two middle ones, rounded down.
/// `None` when there are none.
pub fn median(values: &[i64]) -> Option<i64> {
	middle_of(values.iter().map(|value| (*value).into()))?.try_into().ok()
}

/// The median of the distances from `middle`.
fn median_deviation(values: &[i64], middle: i64) -> Option<u64> {
	middle_of(values.iter().map(|value| value.abs_diff(middle).into()))?
		.try_into()
		.ok()
}

/// What tells the outliers of a round: the Hampel identifier, in integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outliers {
	/// The median.
	pub middle: i64,
	/// How far from it a value may lie.
	pub threshold: u128,
}

impl Outliers {
	/// Judges by these values; `None` when there are none.
	pub fn of(values: &[i64], floor: u64) -> Option<Self> {
		let middle = median(values)?;
		let deviation = u128::from(median_deviation(values, middle)?);
		// Saturates never: the product takes less than 80 bits.
		let scaled = OUTLIER_DEVIATIONS
			.saturating_mul(DEVIATION_SCALE)
			.saturating_mul(deviation)
			.div_euclid(10_000);
		Some(Self { middle, threshold: scaled.max(floor.into()) })
	}

	/// Whether a value lies too far from the others.
	pub fn is_outlier(&self, value: i64) -> bool {
		u128::from(value.abs_diff(self.middle)) > self.threshold
	}
}

/// The reputation after a round: a twentieth of the way to the best one for a good report, to
/// nothing for a bad one, rounded down.
pub fn judged(reputation: Reputation, is_good: bool) -> Reputation {
	let target = if is_good { i32::from(BEST_REPUTATION) } else { 0 };
	let way = target.saturating_sub(reputation.into());
	let step = way.saturating_mul(REPUTATION_STEP).div_euclid(1_000);
	let after = i32::from(reputation).saturating_add(step);
	Reputation::try_from(after.max(0))
		.unwrap_or(BEST_REPUTATION)
		.min(BEST_REPUTATION)
}

/// Whether reports of this reputation count.
pub fn has_weight(reputation: Reputation) -> bool {
	reputation >= LEAST_REPUTATION
}

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::Unit;
	use proptest::prelude::*;

	/// Values, floor, and what is published of them: median, threshold, outliers.
	type Published = (&'static [i64], u64, i64, u128, &'static [i64]);

	#[test]
	fn published_outliers_should_be_found() {
		let published: [Published; 4] = [
			(&[201, 203, 199, 202, 350], 0, 202, 4, &[350]),
			(&[200, 200, 200, 200, 205], 0, 200, 0, &[205]),
			(&[200, 200, 200, 200, 205], 5, 200, 5, &[]),
			(&[-5, -7, 3, 100], 0, -1, 22, &[100]),
		];
		for (values, floor, middle, threshold, expected) in published {
			let outliers = Outliers::of(values, floor).unwrap();
			assert_eq!(outliers, Outliers { middle, threshold });
			let found: Vec<_> =
				values.iter().copied().filter(|value| outliers.is_outlier(*value)).collect();
			assert_eq!(found, expected);
		}
		assert_eq!(median_deviation(&[201, 203, 199, 202, 350], 202), Some(1));
		assert_eq!(median_deviation(&[-5, -7, 3, 100], -1), Some(5));
		assert_eq!(Outliers::of(&[], 0), None);
	}

	#[test]
	fn published_reputation_should_be_followed() {
		let published = [
			5250, 5487, 5712, 5926, 6129, 6322, 6505, 6679, 6845, 7002, 6651, 6318, 6502, 6676,
			6842,
		];
		let mut reputation = FIRST_REPUTATION;
		for (round, expected) in published.into_iter().enumerate() {
			reputation = judged(reputation, !(10..12).contains(&round));
			assert_eq!(reputation, expected, "round {round}");
		}
	}

	#[test]
	fn mean_of_the_middle_should_be_rounded_down_below_zero_too() {
		assert_eq!(median(&[1, 2]), Some(1));
		assert_eq!(median(&[-1, -2]), Some(-2));
		assert_eq!(median(&[i64::MIN, i64::MAX]), Some(-1));
		assert_eq!(median(&[i64::MAX, i64::MAX]), Some(i64::MAX));
		assert_eq!(median(&[7]), Some(7));
		assert_eq!(median(&[]), None);
	}

	#[test]
	fn extremes_should_not_overflow() {
		let values = [i64::MIN, i64::MIN, i64::MAX, i64::MAX];
		let outliers = Outliers::of(&values, u64::MAX).unwrap();
		assert!(values.iter().all(|value| !outliers.is_outlier(*value)));
		let split = Outliers::of(&[i64::MIN, 0, i64::MAX], 0).unwrap();
		assert_eq!(split.middle, 0);
		let deviation = u128::from(u64::MAX) / 2;
		assert_eq!(split.threshold, 3 * 14_826 * deviation / 10_000);
	}

	const FEED: FeedSpec = FeedSpec {
		unit: Unit::Celsius,
		scale: -1,
		min_reports: 3,
		open_ms: 60_000,
		reveal_ms: Some(30_000),
		interval_ms: 90_000,
		heartbeat_ms: 3_600_000,
		floor: 5,
	};

	#[test]
	fn feed_should_be_refused_when_its_rounds_could_not_end() {
		assert!(FEED.is_valid());
		assert!(FeedSpec { reveal_ms: None, interval_ms: 60_000, ..FEED }.is_valid());
		let longest = FeedSpec { open_ms: MAX_ROUND, interval_ms: MAX_ROUND, ..FEED };
		assert!(FeedSpec { reveal_ms: None, ..longest }.is_valid());
		for bad in [
			FeedSpec { min_reports: 2, ..FEED },
			FeedSpec { min_reports: 65, ..FEED },
			FeedSpec { open_ms: 0, ..FEED },
			FeedSpec { open_ms: u64::MAX, ..FEED },
			FeedSpec { open_ms: MAX_ROUND, interval_ms: u64::MAX, ..FEED },
			FeedSpec { reveal_ms: Some(0), ..FEED },
			FeedSpec { interval_ms: 89_999, ..FEED },
			FeedSpec { heartbeat_ms: 0, ..FEED },
		] {
			assert!(!bad.is_valid(), "{bad:?}");
		}
	}

	#[test]
	fn reputation_should_stay_within_its_bounds_and_be_monotone() {
		for reputation in 0..=BEST_REPUTATION {
			assert!((reputation..=BEST_REPUTATION).contains(&judged(reputation, true)));
			assert!(judged(reputation, false) <= reputation);
			let next = (reputation + 1).min(BEST_REPUTATION);
			for is_good in [true, false] {
				assert!(judged(reputation, is_good) <= judged(next, is_good));
			}
		}
		assert_eq!(judged(0, false), 0);
		assert!(!has_weight(1_999) && has_weight(2_000));
	}

	proptest! {
		#[test]
		fn median_should_lie_among_the_values_in_any_order(
			(values, shuffled) in prop::collection::vec(any::<i64>(), 1..65)
				.prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
		) {
			let middle = median(&values).unwrap();
			prop_assert!(values.iter().min().unwrap() <= &middle);
			prop_assert!(values.iter().max().unwrap() >= &middle);
			prop_assert_eq!(Outliers::of(&values, 3), Outliers::of(&shuffled, 3));
		}

		#[test]
		fn outliers_should_not_depend_on_where_zero_is(
			values in prop::collection::vec(-1_000_000i64..1_000_000, 3..65),
			by in -1_000_000_000i64..1_000_000_000,
			floor in 0u64..100,
		) {
			let moved: Vec<_> = values.iter().map(|value| value + by).collect();
			let (here, there) =
				(Outliers::of(&values, floor).unwrap(), Outliers::of(&moved, floor).unwrap());
			for (value, other) in values.iter().zip(&moved) {
				prop_assert_eq!(here.is_outlier(*value), there.is_outlier(*other));
			}
		}

		#[test]
		fn minority_of_liars_should_not_move_the_result_out_of_the_honest_range(
			honest in prop::collection::vec(-1_000i64..1_000, 2..33),
			lies in prop::collection::vec(any::<i64>(), 0..32),
		) {
			let liars = lies.len().min(honest.len() - 1);
			let values: Vec<_> = honest.iter().chain(&lies[..liars]).copied().collect();
			let middle = median(&values).unwrap();
			prop_assert!(honest.iter().min().unwrap() <= &middle);
			prop_assert!(&middle <= honest.iter().max().unwrap());
		}
	}
}
