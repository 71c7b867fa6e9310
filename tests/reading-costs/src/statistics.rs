// SPDX-License-Identifier: Apache-2.0

//! Medians, and how sure they are.

const RESAMPLES: usize = 2_000;

/// A median, with the interval that holds the true one in 95 of 100 cases.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Estimate {
	/// The median of the samples.
	pub median: f64,
	/// The lower end of the interval.
	pub low: f64,
	/// The upper end.
	pub high: f64,
}

impl Estimate {
	/// The estimate by these samples, with the interval by percentile bootstrap. The same samples
	/// always give the same estimate.
	///
	/// # Panics
	///
	/// When there are no samples.
	pub fn of(samples: &[f64]) -> Self {
		let mut random = SplitMix(1);
		let mut medians: Vec<_> = (0..RESAMPLES)
			.map(|_| median(samples.iter().map(|_| samples[random.below(samples.len())]).collect()))
			.collect();
		medians.sort_by(f64::total_cmp);
		let tail = RESAMPLES / 40;
		let (low, high) = (medians[tail], medians[RESAMPLES - 1 - tail]);
		Self { median: median(samples.to_vec()), low, high }
	}

	/// By how much of the median the true one may differ from it.
	pub fn uncertainty(&self) -> f64 {
		(self.high - self.median).max(self.median - self.low) / self.median.abs()
	}
}

fn median(mut samples: Vec<f64>) -> f64 {
	samples.sort_by(f64::total_cmp);
	let middle = samples.len() / 2;
	if samples.len() % 2 == 1 {
		samples[middle]
	} else {
		(samples[middle - 1] + samples[middle]) / 2.0
	}
}

/// The generator splitmix64.
struct SplitMix(u64);

impl SplitMix {
	fn below(&mut self, limit: usize) -> usize {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		((z ^ (z >> 31)) % limit as u64) as usize
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn median_should_be_the_middle_or_lie_between_the_two_middles() {
		assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
		assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
	}

	#[test]
	fn outliers_should_not_move_the_estimate() {
		let mut samples = vec![1.0; 40];
		samples[..5].fill(100.0);
		let estimate = Estimate::of(&samples);
		assert_eq!(estimate, Estimate { median: 1.0, low: 1.0, high: 1.0 });
		assert_eq!(estimate.uncertainty(), 0.0);
	}

	#[test]
	fn uncertainty_should_be_the_greater_distance_from_the_median() {
		let estimate = Estimate { median: 2.0, low: 1.9, high: 2.2 };
		assert!((estimate.uncertainty() - 0.1).abs() < 1e-9);
	}

	#[test]
	fn interval_should_hold_the_true_median_about_95_times_in_100() {
		let mut random = SplitMix(2);
		let mut draw = || random.below(1_000_001) as f64 / 1e6;
		let trials = 200;
		let held = (0..trials)
			.filter(|_| {
				let estimate = Estimate::of(&(0..40).map(|_| draw()).collect::<Vec<_>>());
				estimate.low <= 0.5 && 0.5 <= estimate.high
			})
			.count();
		assert!((180..=199).contains(&held), "{held} of {trials}");
	}
}
