// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.
//!
//! Between two readings, time belongs to the earlier one, for twice the stream's period at most.
//! What goes beyond that is a gap: outside where the rule says so, and unknown otherwise. So a
//! stream is a row of stretches, each with one position, and a rule is moved along them.

use crate::{Moment, Position, RuleSpec, RuleState, Sight, Watch};
use alloc::vec::Vec;
use mote_primitives::{AlertKind, StreamSpec};

/// What is wrong with a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadRule {
	/// It has no bound.
	Unbounded,
	/// Its lower bound does not lie below the upper one.
	Crossed,
	/// No value that the stream can have is inside of all bounds by the hysteresis, so that an
	/// alarm could never end.
	HysteresisTooWide,
}

/// Silence has to last for longer than this, in milliseconds, before it is told without a reading:
/// the chain's clock is not to be relied on for anything shorter.
pub const MIN_SILENCE: Moment = 60_000;

/// What a rule has to say, from which moment on, and the value that it judged: none in silence.
pub type Tidings = Vec<(AlertKind, Moment, Option<i64>)>;

impl RuleSpec {
	/// Whether an alarm of the rule can end on this stream.
	pub fn check_for(&self, stream: &StreamSpec) -> Result<(), BadRule> {
		self.check()?;
		let (least, most) = self.inner_bounds();
		if least.max(stream.min.into()) > most.min(stream.max.into()) {
			return Err(BadRule::HysteresisTooWide);
		}
		Ok(())
	}

	/// Whether the rule can be kept and broken, whatever the stream.
	pub fn check(&self) -> Result<(), BadRule> {
		if self.low.is_none() && self.high.is_none() {
			return Err(BadRule::Unbounded);
		}
		if let (Some(low), Some(high)) = (self.low, self.high) {
			if low >= high {
				return Err(BadRule::Crossed);
			}
		}
		let (least, most) = self.inner_bounds();
		if least > most {
			return Err(BadRule::HysteresisTooWide);
		}
		Ok(())
	}

	/// The least and the greatest value that are inside by the hysteresis.
	fn inner_bounds(&self) -> (i128, i128) {
		let hysteresis = i128::from(self.hysteresis);
		let least = self
			.low
			.map_or(i64::MIN.into(), |low| i128::from(low).saturating_add(hysteresis));
		let most = self
			.high
			.map_or(i64::MAX.into(), |high| i128::from(high).saturating_sub(hysteresis));
		(least, most)
	}

	/// Where a value lies.
	pub fn position(&self, value: i64) -> Position {
		let (least, most) = self.inner_bounds();
		if self.low.is_some_and(|low| value < low) || self.high.is_some_and(|high| value > high) {
			Position::Outside
		} else if (least..=most).contains(&value.into()) {
			Position::Inside
		} else {
			Position::Near
		}
	}

	fn min_duration(&self) -> Moment {
		Moment::from(self.min_duration_s).saturating_mul(1_000)
	}

	fn in_gap(&self) -> Position {
		if self.gap_is_outside {
			Position::Outside
		} else {
			Position::Unknown
		}
	}
}

/// The longest that a reading speaks for, in milliseconds: twice the period of its stream.
pub fn reach(period_s: u32) -> Moment {
	Moment::from(period_s).saturating_mul(2_000)
}

impl Watch {
	/// Moves on to a reading that reaches the chain at `seen_at`. One that was measured no later
	/// than the last changes nothing.
	pub fn read(
		&mut self,
		spec: &RuleSpec,
		period_s: u32,
		at: Moment,
		value: i64,
		seen_at: Moment,
	) -> Tidings {
		let mut tidings = Tidings::new();
		if self.last.is_some_and(|last| at <= last.at) {
			return tidings;
		}
		self.pass_to(spec, period_s, at, &mut tidings);
		self.is_gap_told = false;
		self.last = Some(Sight { at, value, seen_at });
		// What was judged as silence stays judged. The value counts from there on.
		let from = self.judged_until;
		self.stretch(spec, spec.position(value), Some(value), from, from, &mut tidings);
		tidings
	}

	/// Moves on without a reading, at `now` by the chain's clock; `None` when the stream is not
	/// silent for long enough, or nothing new follows from it.
	///
	/// Silence begins when the last reading reached the chain, so that neither a slow gateway nor a
	/// wrong clock of the device passes for it. Where a gap is not outside, it is only told:
	/// readings may still come that say what was, and no report may stand in their way.
	pub fn wait(&mut self, spec: &RuleSpec, period_s: u32, now: Moment) -> Option<Tidings> {
		let last = self.last?;
		let silence = now.saturating_sub(last.seen_at);
		if silence <= reach(period_s).max(MIN_SILENCE) {
			return None;
		}
		let until = last.at.saturating_add(silence);
		let mut tidings = Tidings::new();
		if spec.gap_is_outside && until > self.judged_until {
			self.pass_to(spec, period_s, until, &mut tidings);
		} else if !self.is_gap_told {
			self.tell_gap(last.at.saturating_add(reach(period_s)), &mut tidings);
		} else {
			return None;
		}
		Some(tidings)
	}

	/// The time from what was judged to `to`.
	fn pass_to(&mut self, spec: &RuleSpec, period_s: u32, to: Moment, tidings: &mut Tidings) {
		if let Some(last) = self.last {
			let reached = last.at.saturating_add(reach(period_s));
			let (from, known_to) = (self.judged_until, reached.min(to));
			if from < known_to {
				let position = spec.position(last.value);
				self.stretch(spec, position, Some(last.value), from, known_to, tidings);
			}
			if reached < to && !self.is_gap_told {
				self.tell_gap(reached, tidings);
			}
			let from = from.max(reached);
			if from < to {
				self.stretch(spec, spec.in_gap(), None, from, to, tidings);
			}
		}
		self.judged_until = self.judged_until.max(to);
	}

	fn tell_gap(&mut self, at: Moment, tidings: &mut Tidings) {
		self.is_gap_told = true;
		tidings.push((AlertKind::DataGap, at, None));
	}

	/// A stretch of time in one position.
	fn stretch(
		&mut self,
		spec: &RuleSpec,
		position: Position,
		value: Option<i64>,
		from: Moment,
		to: Moment,
		tidings: &mut Tidings,
	) {
		let min_duration = spec.min_duration();
		let is_over = |since: Moment| to.saturating_sub(since) >= min_duration;
		self.state = match (position, self.state) {
			(Position::Outside, RuleState::Alarm { .. }) => RuleState::Alarm { inside_since: None },
			(Position::Outside, state) => {
				let since = match state {
					RuleState::Pending { since } => since,
					_ => from,
				};
				if is_over(since) {
					tidings.push((AlertKind::Raised, since.saturating_add(min_duration), value));
					RuleState::Alarm { inside_since: None }
				} else {
					RuleState::Pending { since }
				}
			},
			(Position::Inside, RuleState::Alarm { inside_since }) => {
				let since = inside_since.unwrap_or(from);
				if is_over(since) {
					tidings.push((AlertKind::Cleared, since.saturating_add(min_duration), value));
					RuleState::Normal
				} else {
					RuleState::Alarm { inside_since: Some(since) }
				}
			},
			(_, RuleState::Alarm { .. }) => RuleState::Alarm { inside_since: None },
			_ => RuleState::Normal,
		};
		if position == Position::Outside {
			let before = self.outside_ms;
			self.outside_ms = before.saturating_add(to.saturating_sub(from));
			let budget = spec.budget_s.map(|budget| Moment::from(budget).saturating_mul(1_000));
			if let Some(budget) = budget.filter(|budget| self.outside_ms > *budget) {
				if !self.is_budget_told {
					self.is_budget_told = true;
					let used_up = from.saturating_add(budget.saturating_sub(before));
					tidings.push((AlertKind::BudgetExceeded, used_up, value));
				}
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::AlertSeverity;
	use proptest::prelude::*;
	use AlertKind::{BudgetExceeded, Cleared, DataGap, Raised};

	const T: Moment = 1_767_225_600_000;
	const S: Moment = 1_000;
	/// A cold chain in tenths of a degree: above 8.0 for ten minutes is an alarm, for an hour
	/// altogether the end of the medicine. A reading comes every five minutes.
	const COLD_CHAIN: RuleSpec = RuleSpec {
		low: Some(20),
		high: Some(80),
		hysteresis: 5,
		min_duration_s: 600,
		budget_s: Some(3_600),
		severity: AlertSeverity::Critical,
		gap_is_outside: true,
	};
	const PERIOD: u32 = 300;

	/// Reads values at these seconds, and tells what was told at which second.
	fn told(spec: &RuleSpec, readings: &[(u64, i64)]) -> (Watch, Vec<(AlertKind, u64)>) {
		let mut watch = Watch::NEW;
		let mut tidings = Vec::new();
		for (second, value) in readings {
			let at = T + second * S;
			tidings.extend(watch.read(spec, PERIOD, at, *value, at));
		}
		(watch, tidings.into_iter().map(|(kind, at, _)| (kind, (at - T) / S)).collect())
	}

	/// ```text
	/// second    0    300   600   900   1200  1500  1800  2100
	/// value     5.0  8.1   8.2   8.3   7.9   7.5   7.0   7.0
	/// position  in   out   out   out   near  in    in    in
	/// state     N    P     P     A     A     A     A     N
	/// outside   0    0     300   600   900   900   900   900
	/// ```
	/// 7.9 is inside, and not by the hysteresis of half a degree; 7.5 is.
	#[test]
	fn cold_chain_should_alarm_after_its_duration_and_clear_after_it() {
		let readings =
			[(0, 50), (300, 81), (600, 82), (900, 83), (1_200, 79), (1_500, 75), (1_800, 70)];
		let (watch, tidings) = told(&COLD_CHAIN, &readings);
		assert_eq!(tidings, [(Raised, 900)]);
		assert_eq!(watch.outside_ms, 900 * S);
		let inside_since = Some(T + 1_500 * S);
		assert_eq!(watch.state, RuleState::Alarm { inside_since });
		let (watch, tidings) = told(&COLD_CHAIN, &[&readings[..], &[(2_100, 70)]].concat());
		assert_eq!(tidings, [(Raised, 900), (Cleared, 2_100)]);
		assert_eq!(watch.state, RuleState::Normal);
	}

	#[test]
	fn alarm_should_come_at_exactly_the_duration() {
		let (watch, tidings) = told(&COLD_CHAIN, &[(0, 81), (599, 81)]);
		assert_eq!((tidings, watch.state), (vec![], RuleState::Pending { since: T }));
		let (_, tidings) = told(&COLD_CHAIN, &[(0, 81), (600, 81)]);
		assert_eq!(tidings, [(Raised, 600)]);
		// The time until a reading belongs to the one before, wherever the new one lies.
		let (watch, tidings) = told(&COLD_CHAIN, &[(0, 81), (600, 50)]);
		assert_eq!(tidings, [(Raised, 600)]);
		assert_eq!(watch.state, RuleState::Alarm { inside_since: Some(T + 600 * S) });
	}

	#[test]
	fn values_that_come_back_in_time_should_raise_nothing_and_still_count() {
		let (watch, tidings) = told(&COLD_CHAIN, &[(0, 81), (300, 50), (600, 81), (900, 50)]);
		assert_eq!(tidings, []);
		assert_eq!((watch.state, watch.outside_ms), (RuleState::Normal, 600 * S));
	}

	#[test]
	fn budget_should_be_exceeded_beyond_it_and_told_once() {
		let hot = |last| -> Vec<_> { (0..=last).map(|n| (n * 300, 90)).collect() };
		let (watch, tidings) = told(&COLD_CHAIN, &hot(12));
		assert_eq!((tidings, watch.outside_ms), (vec![(Raised, 600)], 3_600 * S));
		let (_, tidings) = told(&COLD_CHAIN, &hot(40));
		assert_eq!(tidings, [(Raised, 600), (BudgetExceeded, 3_600)]);
		let without = RuleSpec { budget_s: None, ..COLD_CHAIN };
		assert_eq!(told(&without, &hot(40)).1, [(Raised, 600)]);
	}

	#[test]
	fn gap_should_begin_beyond_twice_the_period() {
		let (_, tidings) = told(&COLD_CHAIN, &[(0, 50), (600, 50)]);
		assert_eq!(tidings, []);
		let (watch, tidings) = told(&COLD_CHAIN, &[(0, 50), (601, 50)]);
		assert_eq!(tidings, [(DataGap, 600)]);
		assert_eq!(watch.outside_ms, S);
		let (watch, tidings) = told(&COLD_CHAIN, &[(0, 50), (1_200, 50)]);
		assert_eq!(tidings, [(DataGap, 600), (Raised, 1_200)]);
		assert_eq!(watch.outside_ms, 600 * S);
	}

	#[test]
	fn gap_should_interrupt_everything_where_it_is_not_outside() {
		let lenient = RuleSpec { gap_is_outside: false, ..COLD_CHAIN };
		let (watch, tidings) = told(&lenient, &[(0, 50), (300, 81), (9_000, 81)]);
		// Ten minutes outside are attributed to the reading before the gap.
		assert_eq!(tidings, [(Raised, 900), (DataGap, 900)]);
		assert_eq!(watch.outside_ms, 600 * S);
		let slow = RuleSpec { min_duration_s: 700, ..lenient };
		let (watch, _) = told(&slow, &[(0, 81), (500, 81), (1_000, 70), (9_000, 70)]);
		// Nobody knows whether it was inside all the time.
		assert_eq!(watch.state, RuleState::Alarm { inside_since: Some(T + 9_000 * S) });
		let quick = RuleSpec { min_duration_s: 3_600, ..lenient };
		let (watch, _) = told(&quick, &[(0, 81), (9_000, 81)]);
		assert_eq!(watch.state, RuleState::Pending { since: T + 9_000 * S });
	}

	#[test]
	fn silence_should_be_told_once_and_not_counted_twice() {
		let mut watch = Watch::NEW;
		assert_eq!(watch.wait(&COLD_CHAIN, PERIOD, T), None);
		// It took ten seconds to reach the chain, and silence begins there.
		watch.read(&COLD_CHAIN, PERIOD, T, 50, T + 10 * S);
		assert_eq!(watch.wait(&COLD_CHAIN, PERIOD, T + 610 * S), None);
		let told = watch.wait(&COLD_CHAIN, PERIOD, T + 910 * S).unwrap();
		assert_eq!(told, [(DataGap, T + 600 * S, None)]);
		assert_eq!(watch.outside_ms, 300 * S);
		assert_eq!(watch.wait(&COLD_CHAIN, PERIOD, T + 910 * S), None);
		// It goes on, and becomes an alarm.
		let told = watch.wait(&COLD_CHAIN, PERIOD, T + 1_511 * S).unwrap();
		assert_eq!(told, [(Raised, T + 1_200 * S, None)]);
		// What a device says of the time before does not undo it, and its value counts from then.
		assert_eq!(watch.read(&COLD_CHAIN, PERIOD, T + 1_400 * S, 50, T + 1_512 * S), []);
		assert_eq!(watch.state, RuleState::Alarm { inside_since: Some(T + 1_501 * S) });
		watch.read(&COLD_CHAIN, PERIOD, T + 1_600 * S, 50, T + 1_600 * S);
		assert_eq!(watch.outside_ms, 901 * S);
		assert!(!watch.is_gap_told);
	}

	#[test]
	fn silence_should_move_nothing_where_it_is_not_outside() {
		let lenient = RuleSpec { gap_is_outside: false, ..COLD_CHAIN };
		let mut watch = Watch::NEW;
		watch.read(&lenient, PERIOD, T, 81, T);
		let told = watch.wait(&lenient, PERIOD, T + 601 * S).unwrap();
		assert_eq!(told, [(DataGap, T + 600 * S, None)]);
		assert_eq!(watch.wait(&lenient, PERIOD, T + 9_000 * S), None);
		assert_eq!((watch.state, watch.outside_ms), (RuleState::Pending { since: T }, 0));
		// The readings that were on their way count in full.
		watch.read(&lenient, PERIOD, T + 300 * S, 81, T + 9_000 * S);
		let told = watch.read(&lenient, PERIOD, T + 600 * S, 81, T + 9_000 * S);
		assert_eq!(told, [(Raised, T + 600 * S, Some(81))]);
		assert_eq!(watch.outside_ms, 600 * S);
	}

	#[test]
	fn rule_without_duration_should_alarm_and_clear_at_once() {
		let strict = RuleSpec { min_duration_s: 0, ..COLD_CHAIN };
		let (_, tidings) = told(&strict, &[(0, 81), (300, 76), (600, 75)]);
		assert_eq!(tidings, [(Raised, 0), (Cleared, 600)]);
	}

	#[test]
	fn rule_should_be_refused_when_it_cannot_be_kept_or_broken() {
		let unbounded = RuleSpec { low: None, high: None, ..COLD_CHAIN };
		assert_eq!(unbounded.check(), Err(BadRule::Unbounded));
		let crossed = RuleSpec { low: Some(80), ..COLD_CHAIN };
		assert_eq!(crossed.check(), Err(BadRule::Crossed));
		assert_eq!(RuleSpec { hysteresis: 30, ..COLD_CHAIN }.check(), Ok(()));
		let wide = RuleSpec { hysteresis: 31, ..COLD_CHAIN };
		assert_eq!(wide.check(), Err(BadRule::HysteresisTooWide));
		let high = RuleSpec { low: None, hysteresis: u64::MAX, ..COLD_CHAIN };
		assert_eq!(high.check(), Err(BadRule::HysteresisTooWide));
		assert_eq!(RuleSpec { low: None, ..COLD_CHAIN }.check(), Ok(()));
		assert_eq!(RuleSpec { high: None, ..COLD_CHAIN }.check(), Ok(()));
	}

	#[test]
	fn positions_should_be_right_below_zero_and_at_the_ends() {
		let freezer = RuleSpec { low: Some(-250), high: Some(-180), hysteresis: 10, ..COLD_CHAIN };
		for (value, position) in [
			(-251, Position::Outside),
			(-250, Position::Near),
			(-240, Position::Inside),
			(-190, Position::Inside),
			(-189, Position::Near),
			(-180, Position::Near),
			(-179, Position::Outside),
			(i64::MIN, Position::Outside),
			(i64::MAX, Position::Outside),
		] {
			assert_eq!(freezer.position(value), position, "{value}");
		}
	}

	fn rule() -> impl Strategy<Value = RuleSpec> {
		(0u32..900, prop::option::of(0u32..3_000), any::<bool>(), 0u64..20).prop_map(
			|(min_duration_s, budget_s, gap_is_outside, hysteresis)| RuleSpec {
				low: Some(-50),
				high: Some(50),
				hysteresis,
				min_duration_s,
				budget_s,
				severity: AlertSeverity::Warning,
				gap_is_outside,
			},
		)
	}

	fn readings() -> impl Strategy<Value = Vec<(u64, i64)>> {
		prop::collection::vec((1u64..900, -80i64..80), 1..60).prop_map(|steps| {
			let mut at = 0;
			steps
				.into_iter()
				.map(|(step, value)| {
					at += step;
					(at, value)
				})
				.collect()
		})
	}

	proptest! {
		#[test]
		fn alarms_should_alternate_and_budgets_be_told_once(spec in rule(), readings in readings()) {
			let (watch, tidings) = told(&spec, &readings);
			let elapsed = (readings.last().unwrap().0 - readings[0].0) * S;
			prop_assert!(watch.outside_ms <= elapsed);
			let switches: Vec<_> =
				tidings.iter().filter(|(kind, _)| matches!(kind, Raised | Cleared)).collect();
			for (index, (kind, _)) in switches.iter().enumerate() {
				prop_assert_eq!(*kind, if index % 2 == 0 { Raised } else { Cleared });
			}
			let is_alarm = matches!(watch.state, RuleState::Alarm { .. });
			prop_assert_eq!(is_alarm, switches.len() % 2 == 1);
			let budgets = tidings.iter().filter(|(kind, _)| *kind == BudgetExceeded).count();
			let exceeded =
				spec.budget_s.is_some_and(|budget| watch.outside_ms > u64::from(budget) * S);
			prop_assert_eq!(budgets, usize::from(exceeded));
		}

		#[test]
		fn repeating_a_value_within_its_reach_should_change_nothing(
			spec in rule(),
			readings in readings(),
		) {
			// Each reading is repeated halfway to the next one.
			let mut denser = Vec::new();
			for pair in readings.windows(2) {
				let ((at, value), (next, _)) = (pair[0], pair[1]);
				denser.push((at, value));
				// Only where no gap is filled by it.
				if next - at > 1 && next - at <= 600 {
					denser.push((at + (next - at) / 2, value));
				}
			}
			denser.push(*readings.last().unwrap());
			let (plain, plain_tidings) = told(&spec, &readings);
			let (dense, dense_tidings) = told(&spec, &denser);
			prop_assert_eq!(plain.state, dense.state);
			prop_assert_eq!(plain.outside_ms, dense.outside_ms);
			let switches = |tidings: &[(AlertKind, u64)]| -> Vec<_> {
				tidings.iter().filter(|(kind, _)| *kind != BudgetExceeded).copied().collect()
			};
			prop_assert_eq!(switches(&plain_tidings), switches(&dense_tidings));
		}

		#[test]
		fn reports_of_silence_should_change_no_total_and_tell_nothing_twice(
			spec in rule(),
			steps in prop::collection::vec((1u64..9_000, -80i64..80, 1u64..9_000), 2..20),
		) {
			let (mut plain, mut reported) = (Watch::NEW, Watch::NEW);
			let (mut expected, mut tidings) = (Tidings::new(), Tidings::new());
			let mut at = T;
			for (step, value, wait) in steps {
				// A report some time before the next reading, if there is silence by then.
				tidings.extend(
					reported.wait(&spec, PERIOD, at + wait.min(step) * S).unwrap_or_default(),
				);
				at += step * S;
				let told = plain.read(&spec, PERIOD, at, value, at);
				prop_assert!(told.len() <= 4);
				expected.extend(told);
				let told = reported.read(&spec, PERIOD, at, value, at);
				prop_assert!(told.len() <= 4);
				tidings.extend(told);
				prop_assert_eq!(plain, reported);
			}
			expected.sort_by_key(|(kind, at, _)| (*at, *kind));
			tidings.sort_by_key(|(kind, at, _)| (*at, *kind));
			prop_assert_eq!(tidings, expected);
		}
	}
}
