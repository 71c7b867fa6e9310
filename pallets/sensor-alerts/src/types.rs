// SPDX-License-Identifier: Apache-2.0

//! What is kept.

use codec::{Decode, Encode};
use frame_support::stored;
use mote_primitives::AlertSeverity;
use scale_info::TypeInfo;

/// A moment in milliseconds since the Unix epoch.
pub type Moment = u64;
/// The number of a rule on its stream. Not given out again while the stream has rules.
pub type RuleNumber = u32;

/// What is allowed on a stream. Values are in its unit and scale.
#[stored]
#[derive(Copy)]
pub struct RuleSpec {
	/// Values below are outside.
	pub low: Option<i64>,
	/// Values above are outside.
	pub high: Option<i64>,
	/// How far inside of the bounds values have to be for an alarm to end.
	pub hysteresis: u64,
	/// For how long values have to be outside for an alarm, and inside for its end, in seconds.
	pub min_duration_s: u32,
	/// For how long values may be outside altogether, in seconds, until the rule is reset.
	pub budget_s: Option<u32>,
	/// How grave it is.
	pub severity: AlertSeverity,
	/// Whether silence counts as outside, as pharmaceutical rules want it.
	pub gap_is_outside: bool,
}

/// Where a value, or silence, lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
	/// Outside of the bounds.
	Outside,
	/// Inside of the bounds, and so near to one that an alarm goes on.
	Near,
	/// Inside of the bounds by the hysteresis.
	Inside,
	/// Nobody knows.
	Unknown,
}

/// Where a rule stands.
#[stored]
#[derive(Copy)]
pub enum RuleState {
	/// All is well.
	#[codec(index = 0)]
	Normal,
	/// Values are outside, not for long enough yet.
	#[codec(index = 1)]
	Pending {
		/// Since when.
		since: Moment,
	},
	/// Values were outside for too long.
	#[codec(index = 2)]
	Alarm {
		/// Since when values are inside again by the hysteresis, if they are.
		inside_since: Option<Moment>,
	},
}

/// The last reading of a stream.
#[stored]
#[derive(Copy)]
pub struct Sight {
	/// When it was measured, by the device's clock.
	pub at: Moment,
	/// What was measured.
	pub value: i64,
	/// When it reached the chain, by the chain's clock.
	pub seen_at: Moment,
}

/// How a rule has been kept.
#[stored]
#[derive(Copy)]
pub struct Watch {
	/// Where it stands.
	pub state: RuleState,
	/// The last reading, on which time to come counts.
	pub last: Option<Sight>,
	/// Up to when time has been judged, by the device's clock: later than the last reading where
	/// silence was reported since.
	pub judged_until: Moment,
	/// For how long values were outside altogether, in milliseconds.
	pub outside_ms: u64,
	/// Whether it was told that this exceeds the budget.
	pub is_budget_told: bool,
	/// Whether it was told that the stream is silent now.
	pub is_gap_told: bool,
}

impl Watch {
	/// What is known before the first reading.
	pub const NEW: Self = Self {
		state: RuleState::Normal,
		last: None,
		judged_until: 0,
		outside_ms: 0,
		is_budget_told: false,
		is_gap_told: false,
	};
}

/// A rule, as stored.
#[stored]
pub struct RuleRecord<AccountId, Ticket> {
	/// Its number.
	pub number: RuleNumber,
	/// What is allowed.
	pub spec: RuleSpec,
	/// Which declaration of the stream it was set for. It judges no other: another one may measure
	/// something else, or in another scale or range.
	pub incarnation: u64,
	/// How it has been kept.
	pub watch: Watch,
	/// Who gets the ticket back.
	pub depositor: AccountId,
	/// Returned when the rule is removed.
	pub ticket: Ticket,
}

/// All rules of a stream, as stored.
#[stored]
pub struct RuleSet<Rules> {
	/// The number that the next rule takes.
	pub next: RuleNumber,
	/// The rules, by rising number.
	pub rules: Rules,
}

/// A rule, as told to apps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RuleInfo<AccountId> {
	/// Its number.
	pub number: RuleNumber,
	/// What is allowed.
	pub spec: RuleSpec,
	/// Where it stands.
	pub state: RuleState,
	/// When a value was last looked at, by the device's clock.
	pub seen_at: Option<Moment>,
	/// For how many seconds values were outside altogether.
	pub outside_s: u64,
	/// Whether that exceeds the budget.
	pub is_budget_exceeded: bool,
	/// Who put up its deposit.
	pub depositor: AccountId,
}
