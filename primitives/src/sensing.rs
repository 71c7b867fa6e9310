// SPDX-License-Identifier: Apache-2.0

//! How pallets ask and tell each other about what sensors say.

use crate::{Assurance, BatchId, DeviceId, Reading, StreamId, StreamSpec, TimeBracket, Unit};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_weights::Weight;

/// A single reading that the chain has just accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AcceptedReading {
	/// Who measured.
	pub device: DeviceId,
	/// What, with the quality that the chain found.
	pub reading: Reading,
	/// Which of the device's keys signed it. Counters rise within one key only.
	pub key_index: u16,
	/// What the stream is.
	pub spec: StreamSpec,
	/// Which declaration of the stream that is. A stream that is removed and declared again has
	/// the same number, and another one of these.
	pub incarnation: u64,
	/// Whether no later reading of the stream was accepted before.
	pub is_latest: bool,
	/// The chain's clock, in milliseconds since 1970.
	pub accepted_at: u64,
}

/// A batch that has just been anchored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AnchoredBatch {
	/// Which.
	pub id: BatchId,
	/// What it holds.
	pub facts: BatchFacts,
}

/// Whoever wants to know of readings and batches as they come.
///
/// Cannot object: what is accepted is accepted. A runtime gives the pallet a tuple of listeners;
/// `()` listens to nothing.
pub trait OnReading {
	/// The most that [`OnReading::on_reading`] may weigh. Charged before.
	fn max_reading_weight() -> Weight;

	/// Called for every accepted reading. Returns what it weighed, at most
	/// [`OnReading::max_reading_weight`].
	fn on_reading(accepted: &AcceptedReading) -> Weight;

	/// The most that [`OnReading::on_batch`] may weigh. Charged before.
	fn max_batch_weight() -> Weight {
		Weight::zero()
	}

	/// Called for every anchored batch. Returns what it weighed, at most
	/// [`OnReading::max_batch_weight`].
	fn on_batch(_anchored: &AnchoredBatch) -> Weight {
		Weight::zero()
	}
}

/// How grave a broken rule is.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum AlertSeverity {
	/// Worth knowing.
	#[codec(index = 0)]
	Info,
	/// Somebody should look.
	#[codec(index = 1)]
	Warning,
	/// Somebody must act.
	#[codec(index = 2)]
	Critical,
}

/// What became of a rule.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum AlertKind {
	/// The values were outside for as long as the rule says: the alarm is on.
	#[codec(index = 0)]
	Raised,
	/// The values were inside again for as long as the rule says: the alarm is off.
	#[codec(index = 1)]
	Cleared,
	/// All the time outside together exceeds what the rule allows. Told once.
	#[codec(index = 2)]
	BudgetExceeded,
	/// No reading came for more than twice the stream's period.
	#[codec(index = 3)]
	DataGap,
}

/// A rule about a stream was broken, or is kept again.
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
pub struct Alert {
	/// Who measured.
	pub device: DeviceId,
	/// The stream.
	pub stream: StreamId,
	/// The number of the rule on this stream.
	pub rule: u32,
	/// What became of it.
	pub kind: AlertKind,
	/// How grave it is.
	pub severity: AlertSeverity,
	/// When, by the device's clock, in milliseconds since 1970.
	pub at: u64,
}

/// Whoever wants to know of broken rules. Cannot object.
///
/// A runtime gives the pallet a tuple of listeners; `()` listens to nothing.
pub trait OnAlert {
	/// The most that [`OnAlert::on_alert`] may weigh. Charged before.
	fn max_alert_weight() -> Weight;

	/// Called for every alert. Returns what it weighed, at most [`OnAlert::max_alert_weight`].
	fn on_alert(alert: &Alert) -> Weight;
}

macro_rules! listeners_of_tuple {
	($( $member:ident ),*) => {
		impl<$( $member: OnReading ),*> OnReading for ($( $member, )*) {
			fn max_reading_weight() -> Weight {
				Weight::zero() $( .saturating_add($member::max_reading_weight()) )*
			}

			fn on_reading(_accepted: &AcceptedReading) -> Weight {
				Weight::zero() $( .saturating_add($member::on_reading(_accepted)) )*
			}

			fn max_batch_weight() -> Weight {
				Weight::zero() $( .saturating_add($member::max_batch_weight()) )*
			}

			fn on_batch(_anchored: &AnchoredBatch) -> Weight {
				Weight::zero() $( .saturating_add($member::on_batch(_anchored)) )*
			}
		}

		impl<$( $member: OnAlert ),*> OnAlert for ($( $member, )*) {
			fn max_alert_weight() -> Weight {
				Weight::zero() $( .saturating_add($member::max_alert_weight()) )*
			}

			fn on_alert(_alert: &Alert) -> Weight {
				Weight::zero() $( .saturating_add($member::on_alert(_alert)) )*
			}
		}
	};
}

listeners_of_tuple!();
listeners_of_tuple!(A);
listeners_of_tuple!(A, B);
listeners_of_tuple!(A, B, C);
listeners_of_tuple!(A, B, C, D);

/// What a pallet can ask about streams without knowing who keeps them.
pub trait StreamRegistry {
	/// What the stream is; `None` when there is no such stream.
	fn spec(device: &DeviceId, stream: StreamId) -> Option<StreamSpec>;

	/// Which declaration of the stream stands; `None` when there is no such stream. No two
	/// declarations on a chain have the same one.
	fn incarnation(device: &DeviceId, stream: StreamId) -> Option<u64>;

	/// The last reading of the stream, by its counter, that was accepted on its own; `None` when
	/// there was none.
	fn latest(device: &DeviceId, stream: StreamId) -> Option<Reading>;

	/// How well the device has kept its word, from 0 to 10,000; `None` when it has never been
	/// enrolled. Batches that contradict themselves lower it.
	fn standing(device: &DeviceId) -> Option<u16>;
}

/// What the chain knows about a batch.
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
pub struct BatchFacts {
	/// The Merkle root over its readings.
	pub root: H256,
	/// How many readings there are.
	pub count: u32,
	/// Whether it says where its readings can be fetched.
	pub has_content: bool,
	/// Who answers for it.
	pub assurance: Assurance,
	/// Which key of the signer signed it; none for what the owner said.
	pub key_index: Option<u16>,
	/// Which declaration of the stream it belongs to. A stream that is removed and declared again
	/// numbers its batches from the start.
	pub incarnation: u64,
	/// When it was anchored, in milliseconds since 1970: its readings are no later than that.
	pub anchored_at: u64,
	/// Whether a reading was shown that contradicts it.
	pub is_disputed: bool,
	/// Whether its content was erased.
	pub is_erased: bool,
}

/// A reading that lies in a batch.
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
pub struct ProvenReading {
	/// Who measured.
	pub device: DeviceId,
	/// What.
	pub reading: Reading,
	/// Who answers for it. A pallet that acts on it says which level it needs.
	pub assurance: Assurance,
	/// Which key of the signer signed the batch; none for what the owner said. With the signer and
	/// the reading's counter it names the reading for good, so that nothing is counted twice.
	pub key_index: Option<u16>,
	/// Which declaration of the stream the batch belongs to.
	pub incarnation: u64,
	/// A block that the signer had seen: the batch was signed after it.
	pub not_before: Option<TimeBracket>,
	/// When the batch was anchored, in milliseconds since 1970: it was signed before.
	pub not_after: u64,
}

/// Why a reading is not proven.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum NotProven {
	/// No such batch: it was never anchored, or its record has been pruned.
	#[codec(index = 0)]
	UnknownBatch,
	/// Path and root do not agree: another reading, index, batch or path.
	#[codec(index = 1)]
	BadPath,
	/// A reading was shown that contradicts the batch. Nothing in it can be relied on.
	#[codec(index = 2)]
	Disputed,
	/// Nobody keeps the batch's content, or it was erased.
	#[codec(index = 3)]
	Unavailable,
	/// The reading itself contradicts the batch.
	#[codec(index = 4)]
	Contradictory,
	/// The value lies outside of what the stream declares as plausible, and the stream keeps none
	/// that does.
	#[codec(index = 5)]
	Implausible,
}

/// What a pallet can ask about batches without knowing who keeps them.
///
/// An answer costs a few reads, and a proof a hash for each element of its path besides. Whoever
/// asks weighs that.
pub trait BatchRegistry {
	/// What stands for who submitted a batch.
	type AccountId;

	/// What the chain knows about the batch; `None` when there is no such batch.
	fn batch(id: &BatchId) -> Option<BatchFacts>;

	/// Who submitted the batch; `None` when there is no such batch.
	fn submitter(id: &BatchId) -> Option<Self::AccountId>;

	/// The reading, if `path` proves that it is the one with this index in the batch.
	fn prove(
		id: &BatchId,
		index: u32,
		reading: &Reading,
		path: &[H256],
	) -> Result<ProvenReading, NotProven>;
}

/// Whether the contents of batches can be fetched.
///
/// `()` believes that all can.
pub trait BatchAvailability {
	/// Whether somebody keeps the content of the batch, or may still say so in time.
	fn is_available(id: &BatchId, anchored_at: u64) -> bool;
}

impl BatchAvailability for () {
	fn is_available(_id: &BatchId, _anchored_at: u64) -> bool {
		true
	}
}

/// The number of a feed.
pub type FeedId = u32;

/// The last result of a feed.
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
pub struct FeedAnswer {
	/// The value: `value x 10^scale` of the unit.
	pub value: i64,
	/// The decimal scale.
	pub scale: i8,
	/// The unit.
	pub unit: Unit,
	/// The round that it comes from.
	pub round: u64,
	/// On how many reports it rests.
	pub reports: u32,
	/// When the round was closed, in milliseconds since 1970.
	pub at: u64,
	/// How long ago that is, in milliseconds.
	pub age_ms: u64,
	/// Whether it is older than the feed promises. Not to be acted on.
	pub is_stale: bool,
}

/// What a pallet can ask about feeds without knowing who keeps them.
pub trait FeedReader {
	/// The last result of the feed; `None` when there is no such feed, or no round has had a
	/// result.
	fn latest(feed: FeedId) -> Option<FeedAnswer>;
}

impl FeedReader for () {
	fn latest(_feed: FeedId) -> Option<FeedAnswer> {
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{DataClass, Implausible, Quality, StreamKind};

	struct Counts;

	impl OnReading for Counts {
		fn max_reading_weight() -> Weight {
			Weight::from_parts(5, 1)
		}

		fn on_reading(accepted: &AcceptedReading) -> Weight {
			Weight::from_parts(accepted.reading.counter, 0)
		}
	}

	impl OnAlert for Counts {
		fn max_alert_weight() -> Weight {
			Weight::from_parts(7, 2)
		}

		fn on_alert(alert: &Alert) -> Weight {
			Weight::from_parts(alert.at, 0)
		}
	}

	#[test]
	fn listeners_of_a_tuple_should_all_be_told_and_weighed() {
		let reading = Reading { stream: 0, counter: 3, t_ms: 0, value: 0, quality: Quality::Good };
		let spec = StreamSpec {
			unit: Unit::Celsius,
			scale: -1,
			kind: StreamKind::Gauge,
			min: 0,
			max: 0,
			max_step_per_s: None,
			period_s: 60,
			retention_days: 1,
			class: DataClass::Public,
			implausible: Implausible::Reject,
		};
		let accepted = AcceptedReading {
			device: DeviceId::default(),
			reading,
			key_index: 0,
			spec,
			incarnation: 0,
			is_latest: true,
			accepted_at: 0,
		};
		assert_eq!(<()>::max_reading_weight(), Weight::zero());
		assert_eq!(<()>::on_reading(&accepted), Weight::zero());
		assert_eq!(<(Counts, (), Counts)>::max_reading_weight(), Weight::from_parts(10, 2));
		assert_eq!(<(Counts, (), Counts)>::on_reading(&accepted), Weight::from_parts(6, 0));

		let alert = Alert {
			device: DeviceId::default(),
			stream: 0,
			rule: 0,
			kind: AlertKind::Raised,
			severity: AlertSeverity::Info,
			at: 4,
		};
		assert_eq!(<((), Counts)>::max_alert_weight(), Weight::from_parts(7, 2));
		assert_eq!(<(Counts, Counts)>::on_alert(&alert), Weight::from_parts(8, 0));
	}
}
