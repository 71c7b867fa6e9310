// SPDX-License-Identifier: Apache-2.0

//! Whether a single reading can be true: its time, its value, its step from the last one.

use crate::{KeyIndex, LatestReading, Moment};
use core::cmp::Ordering;
use mote_primitives::{Quality, Reading, StreamKind, StreamSpec, MAX_CLOCK_LEAD};

/// Why a time is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadTime {
	/// It lies further back than a reading may.
	TooOld,
	/// It lies ahead of the chain's clock by more than [`MAX_CLOCK_LEAD`].
	TooFarAhead,
}

/// Whether a device's clock is near enough to the chain's.
pub fn check_time(t_ms: Moment, now: Moment, max_age: Moment) -> Result<(), BadTime> {
	if t_ms < now.saturating_sub(max_age) {
		return Err(BadTime::TooOld);
	}
	if t_ms > now.saturating_add(MAX_CLOCK_LEAD) {
		return Err(BadTime::TooFarAhead);
	}
	Ok(())
}

/// What is not plausible about a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadValue {
	/// It lies outside of the stream's range.
	OutOfRange,
	/// It differs from the last one by more than the stream can change in that time.
	StepTooFast,
	/// A register that only rises has fallen.
	RegisterFell,
}

/// How a reading stands to the latest one of its stream: later readings have a higher key, or the
/// same key and a higher counter.
pub fn order(latest: Option<&LatestReading>, key: KeyIndex, reading: &Reading) -> Ordering {
	latest.map_or(Ordering::Greater, |latest| {
		(key, reading.counter).cmp(&(latest.key, latest.reading.counter))
	})
}

/// Whether times do not fall where counters rise.
pub fn is_time_monotonic(order: Ordering, latest: Option<&LatestReading>, t_ms: Moment) -> bool {
	latest.is_none_or(|latest| match order {
		Ordering::Greater => t_ms >= latest.reading.t_ms,
		_ => t_ms <= latest.reading.t_ms,
	})
}

/// Whether the value is plausible.
pub fn check_value(
	spec: &StreamSpec,
	latest: Option<&LatestReading>,
	order: Ordering,
	reading: &Reading,
) -> Result<(), BadValue> {
	if !(spec.min..=spec.max).contains(&reading.value) {
		return Err(BadValue::OutOfRange);
	}
	let Some(LatestReading { reading: last, .. }) = latest else {
		return Ok(());
	};
	if spec.kind == StreamKind::Counter {
		let fell = match order {
			Ordering::Greater => reading.value < last.value,
			_ => reading.value > last.value,
		};
		if fell {
			return Err(BadValue::RegisterFell);
		}
	}
	if let Some(max_step) = spec.max_step_per_s {
		let step = u128::from(reading.value.abs_diff(last.value));
		// A second that has begun counts as a whole one.
		let seconds = reading.t_ms.abs_diff(last.t_ms).div_ceil(1_000).max(1);
		if step > u128::from(max_step).saturating_mul(seconds.into()) {
			return Err(BadValue::StepTooFast);
		}
	}
	Ok(())
}

/// Whether a reading becomes the one that later ones are compared with.
pub fn becomes_latest(order: Ordering, quality: Quality) -> bool {
	order == Ordering::Greater && quality != Quality::Bad
}

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::{DataClass, Implausible, Unit};

	const NOW: Moment = 1_767_225_600_000;
	const DAY: Moment = 86_400_000;
	/// A freezer, in tenths of a degree.
	const FREEZER: StreamSpec = StreamSpec {
		unit: Unit::Celsius,
		scale: -1,
		kind: StreamKind::Gauge,
		min: -400,
		max: 300,
		max_step_per_s: Some(2),
		period_s: 60,
		retention_days: 30,
		class: DataClass::Public,
		implausible: Implausible::Reject,
	};

	fn reading(counter: u64, t_ms: Moment, value: i64) -> Reading {
		Reading { stream: 1, counter, t_ms, value, quality: Quality::Good }
	}

	fn latest(counter: u64, t_ms: Moment, value: i64) -> LatestReading {
		LatestReading { key: 1, reading: reading(counter, t_ms, value) }
	}

	#[test]
	fn time_should_be_near_the_chains_clock() {
		for (t, expected) in [
			(NOW - DAY, Ok(())),
			(NOW - DAY - 1, Err(BadTime::TooOld)),
			(NOW + 120_000, Ok(())),
			(NOW + 120_001, Err(BadTime::TooFarAhead)),
		] {
			assert_eq!(check_time(t, NOW, DAY), expected);
		}
		assert_eq!(check_time(0, 0, DAY), Ok(()));
		assert_eq!(check_time(u64::MAX, u64::MAX, DAY), Ok(()));
	}

	#[test]
	fn order_should_be_by_key_and_then_by_counter() {
		let last = latest(10, NOW, 0);
		let of = |key, counter| order(Some(&last), key, &reading(counter, NOW, 0));
		assert_eq!(of(1, 11), Ordering::Greater);
		assert_eq!(of(1, 9), Ordering::Less);
		assert_eq!(of(2, 0), Ordering::Greater);
		assert_eq!(of(0, 99), Ordering::Less);
		assert_eq!(order(None, 0, &reading(0, NOW, 0)), Ordering::Greater);
	}

	#[test]
	fn time_should_not_fall_where_counters_rise() {
		let last = latest(10, NOW, 0);
		for (order, t, expected) in [
			(Ordering::Greater, NOW, true),
			(Ordering::Greater, NOW - 1, false),
			(Ordering::Less, NOW, true),
			(Ordering::Less, NOW + 1, false),
		] {
			assert_eq!(is_time_monotonic(order, Some(&last), t), expected);
		}
		assert!(is_time_monotonic(Ordering::Greater, None, 0));
	}

	#[test]
	fn value_should_lie_within_the_range_of_its_stream() {
		for (value, expected) in [
			(-400, Ok(())),
			(300, Ok(())),
			(-401, Err(BadValue::OutOfRange)),
			(301, Err(BadValue::OutOfRange)),
			(i64::MIN, Err(BadValue::OutOfRange)),
		] {
			let reading = reading(1, NOW, value);
			assert_eq!(check_value(&FREEZER, None, Ordering::Greater, &reading), expected);
		}
	}

	#[test]
	fn value_should_change_no_faster_than_its_stream_can() {
		// From -18.5 degrees, by 0.2 degrees a second.
		let last = latest(10, NOW, -185);
		let check = |t, value| {
			check_value(&FREEZER, Some(&last), Ordering::Greater, &reading(11, t, value))
		};
		assert_eq!(check(NOW, -183), Ok(()));
		assert_eq!(check(NOW, -182), Err(BadValue::StepTooFast));
		assert_eq!(check(NOW + 1_001, -181), Ok(()));
		assert_eq!(check(NOW + 1_000, -181), Err(BadValue::StepTooFast));
		assert_eq!(check(NOW + 60_000, -305), Ok(()));
		assert_eq!(check(NOW + 60_000, -306), Err(BadValue::StepTooFast));
		// A late one is held against the same reading.
		let late = reading(9, NOW - 1_000, -188);
		let found = check_value(&FREEZER, Some(&last), Ordering::Less, &late);
		assert_eq!(found, Err(BadValue::StepTooFast));
	}

	#[test]
	fn step_should_not_overflow_at_the_ends_of_the_numbers() {
		let spec = StreamSpec { min: i64::MIN, max: i64::MAX, ..FREEZER };
		let last = latest(10, 0, i64::MIN);
		let far = reading(11, u64::MAX, i64::MAX);
		let found = check_value(&spec, Some(&last), Ordering::Greater, &far);
		assert_eq!(found, Err(BadValue::StepTooFast));
		let spec = StreamSpec { max_step_per_s: Some(u64::MAX), ..spec };
		let near = reading(11, 0, i64::MAX);
		assert_eq!(check_value(&spec, Some(&last), Ordering::Greater, &near), Ok(()));
	}

	#[test]
	fn register_should_not_fall() {
		let spec = StreamSpec { kind: StreamKind::Counter, max_step_per_s: None, ..FREEZER };
		let last = latest(10, NOW, 50);
		for (order, value, expected) in [
			(Ordering::Greater, 50, Ok(())),
			(Ordering::Greater, 49, Err(BadValue::RegisterFell)),
			(Ordering::Less, 50, Ok(())),
			(Ordering::Less, 51, Err(BadValue::RegisterFell)),
		] {
			let found = check_value(&spec, Some(&last), order, &reading(11, NOW, value));
			assert_eq!(found, expected);
		}
	}

	#[test]
	fn only_good_enough_later_readings_should_become_the_latest() {
		assert!(becomes_latest(Ordering::Greater, Quality::Good));
		assert!(becomes_latest(Ordering::Greater, Quality::Substituted));
		assert!(!becomes_latest(Ordering::Greater, Quality::Bad));
		assert!(!becomes_latest(Ordering::Less, Quality::Good));
	}
}
