// SPDX-License-Identifier: Apache-2.0

//! How much, how often: limits over a window that moves with time.
//!
//! A device that keeps the same list of doses gets the same answers.

use crate::{Refusal, Risk};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many doses may lie in one window.
pub const MAX_DOSES: u32 = 64;

/// What nobody may exceed. Amounts are thousandths of the model's unit: mU for insulin.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct DoseLimits {
	/// The largest single dose, in thousandths of the unit.
	pub max_single: u32,
	/// The most that all doses of a window may come to, in thousandths of the unit.
	pub max_window: u32,
	/// The length of the window, in s.
	pub window_s: u32,
	/// The least time between two doses, in s.
	pub min_interval_s: u32,
}

impl DoseLimits {
	/// Whether they limit anything and permit something: there is a window, and a single dose may
	/// be more than nothing and not more than the window takes.
	pub const fn is_sound(&self) -> bool {
		self.window_s > 0 && self.max_single > 0 && self.max_single <= self.max_window
	}

	/// For how long a dose matters, in ms: the window or the interval, whichever is longer. Older
	/// ones may be forgotten.
	pub fn memory(&self) -> u64 {
		millis(self.window_s.max(self.min_interval_s))
	}
}

/// What one action of a model may do, as its manufacturer set it.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct SafetyProfile {
	/// Limits of the dose. Of [`Action::Therapy`](crate::Action::Therapy) alone.
	pub hard: DoseLimits,
	/// The risk. It raises what [`Action::least_risk`](crate::Action::least_risk) says and never
	/// lowers it.
	pub risk: Risk,
}

/// From where on a dose needs a second person. Where the hard limits are lower, they count.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct SoftLimits {
	/// The largest single dose, in thousandths of the unit.
	pub max_single: u32,
	/// The most that all doses of a window may come to, in thousandths of the unit.
	pub max_window: u32,
}

/// A dose that was given, or may still be.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Dose {
	/// When, in ms since 1970.
	pub at: u64,
	/// How much, in thousandths of the unit.
	pub value: u32,
}

/// Whether one more dose of `value` thousandths at `now` (ms since 1970) keeps the limits, and what
/// the doses of the window come to with it.
///
/// Step 4 of the decision. `doses` are those before it, in any order; older ones than
/// [`DoseLimits::memory`] change nothing. One in the future counts as if it had just been given.
pub fn check_dose(
	limits: &DoseLimits,
	doses: &[Dose],
	now: u64,
	value: u32,
) -> Result<u64, Refusal> {
	if value == 0 {
		return Err(Refusal::ZeroDose);
	}
	if value > limits.max_single {
		return Err(Refusal::ExceedsSingleMax);
	}
	// A span of nothing holds nothing, also not what is yet to come.
	let is_within =
		|dose: &&Dose, span_s: u32| span_s > 0 && dose.at.saturating_add(millis(span_s)) > now;
	if doses.iter().any(|dose| is_within(&dose, limits.min_interval_s)) {
		return Err(Refusal::MinIntervalNotElapsed);
	}
	// Saturating upwards refuses.
	let (count, before) = doses
		.iter()
		.filter(|dose| is_within(dose, limits.window_s))
		.fold((0u32, 0u64), |(count, sum), dose| {
			(count.saturating_add(1), sum.saturating_add(dose.value.into()))
		});
	let total = before.saturating_add(value.into());
	if total > limits.max_window.into() {
		return Err(Refusal::ExceedsWindowTotal);
	}
	if count >= MAX_DOSES {
		return Err(Refusal::WindowFull);
	}
	Ok(total)
}

/// Whether a dose needs a second person, when the window comes to `total` thousandths with it.
///
/// Step 4 of the decision.
pub fn exceeds_soft(soft: &SoftLimits, hard: &DoseLimits, value: u32, total: u64) -> bool {
	value > soft.max_single.min(hard.max_single) ||
		total > soft.max_window.min(hard.max_window).into()
}

/// No number of seconds leaves the range.
fn millis(seconds: u32) -> u64 {
	u64::from(seconds).saturating_mul(1000)
}
