// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::types::*;
use mote_primitives::TrustPurposes;

impl ReleaseSpec {
	/// Whether some earlier release leads to this one.
	pub fn has_sound_minimum(&self) -> bool {
		self.min_prev_seq < self.seq
	}

	/// Whether it is grave enough for the deadline it sets, if it sets one.
	pub fn may_set_deadline(&self) -> bool {
		self.update_by.is_none() || self.severity == Severity::Critical
	}

	/// Whether devices have at least `term` milliseconds from `now` on to install it.
	pub fn leaves_time(&self, now: Moment, term: Moment) -> bool {
		self.update_by
			.is_none_or(|by| by.checked_sub(now).is_some_and(|rest| rest > 0 && rest >= term))
	}
}

impl ReleaseStatus {
	/// Whether it was withdrawn at least `retention` milliseconds before `now`.
	pub fn is_over(&self, now: Moment, retention: Moment) -> bool {
		match self {
			Self::Withdrawn { at } => now.checked_sub(*at).is_some_and(|past| past >= retention),
			Self::Draft | Self::Released { .. } => false,
		}
	}
}

impl<AccountId, Ticket> ReleaseRecord<AccountId, Ticket> {
	/// Whether a device that is known to have run `known` should install this release.
	pub fn is_update_for(&self, known: Seq) -> bool {
		matches!(self.status, ReleaseStatus::Released { .. }) &&
			self.spec.seq > known &&
			self.spec.min_prev_seq <= known
	}
}

impl FirmwareVerdict {
	/// What an image is worth that a device names as the release with this record, if there is one,
	/// when devices should have release `due` by now.
	pub fn on<AccountId, Ticket>(
		release: Option<&ReleaseRecord<AccountId, Ticket>>,
		image_digest: &ImageDigest,
		due: Option<Seq>,
	) -> Self {
		let Some(ReleaseRecord { spec, status, .. }) = release else { return Self::Unknown };
		match status {
			ReleaseStatus::Draft => Self::NotReleased,
			_ if spec.image_digest != *image_digest => Self::WrongImage,
			ReleaseStatus::Withdrawn { .. } => Self::Withdrawn,
			ReleaseStatus::Released { .. } if due > Some(spec.seq) => Self::Outdated,
			ReleaseStatus::Released { .. } => Self::Current,
		}
	}

	/// Whether the image is one that the manufacturer stands behind, old or not.
	pub fn is_trusted(self) -> bool {
		matches!(self, Self::Current | Self::Outdated)
	}

	/// Whether the image once was released under this number.
	pub fn is_known(self) -> bool {
		matches!(self, Self::Current | Self::Outdated | Self::Withdrawn)
	}
}

/// Whether a number is near enough to the highest one released. Only a release, which takes two
/// accounts, moves the numbers on: else one person alone could use them all up, and the model would
/// never have a release again.
pub fn is_within_step(seq: Seq, released: Seq) -> bool {
	seq.checked_sub(released).is_none_or(|step| step <= MAX_SEQ_STEP)
}

/// The highest release that devices should have by `now`.
///
/// Which of several deadlines comes first does not matter: who has a later release has what an
/// earlier one mended.
pub fn due(deadlines: &[Deadline], now: Moment) -> Option<Seq> {
	deadlines
		.iter()
		.filter(|deadline| deadline.update_by <= now)
		.map(|deadline| deadline.seq)
		.max()
}

/// The highest release that a device is known to have run, once it has named `seq`.
///
/// Only an image that its manufacturer once released counts. A number alone would shut out
/// everything below it for ever, whoever made the device say it.
pub fn raised_floor(floor: Seq, seq: Seq, verdict: FirmwareVerdict) -> Seq {
	if verdict.is_known() {
		floor.max(seq)
	} else {
		floor
	}
}

/// Why a report is not from now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadMoment {
	/// It is from too long ago.
	TooOld,
	/// It is from a moment that is still to come.
	InFuture,
}

/// Whether what a device says for the moment `at` is fresh enough at `now`.
pub fn check_moment(at: Moment, now: Moment, max_age: Moment) -> Result<(), BadMoment> {
	if at.checked_sub(now).is_some_and(|lead| lead > MAX_CLOCK_LEAD) {
		return Err(BadMoment::InFuture);
	}
	if now.checked_sub(at).is_some_and(|age| age > max_age) {
		return Err(BadMoment::TooOld);
	}
	Ok(())
}

/// Whether some purpose for which outdated firmware counts would be missing.
pub fn is_weaker(wanted: TrustPurposes, present: TrustPurposes) -> bool {
	present.bits() & !wanted.bits() != 0
}

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::TrustPurpose;
	use proptest::prelude::*;
	use sp_core::H256;

	const IMAGE: ImageDigest = [7; 32];

	fn spec(seq: Seq) -> ReleaseSpec {
		ReleaseSpec {
			seq,
			manifest_digest: H256::repeat_byte(1),
			image_digest: IMAGE,
			size: 1,
			cid: Default::default(),
			min_prev_seq: 0,
			severity: Severity::Low,
			sbom_hash: None,
			update_by: None,
		}
	}

	fn record(seq: Seq, status: ReleaseStatus) -> ReleaseRecord<(), ()> {
		ReleaseRecord { spec: spec(seq), status, publisher: (), published_at: 0, ticket: () }
	}

	const RELEASED: ReleaseStatus = ReleaseStatus::Released { at: 1 };
	const WITHDRAWN: ReleaseStatus = ReleaseStatus::Withdrawn { at: 10 };

	#[test]
	fn release_should_have_a_minimum_below_itself() {
		for (min_prev_seq, is_sound) in [(0, true), (4, true), (5, false), (6, false)] {
			assert_eq!(ReleaseSpec { min_prev_seq, ..spec(5) }.has_sound_minimum(), is_sound);
		}
	}

	#[test]
	fn deadline_should_be_for_critical_releases_only() {
		use Severity::*;
		for severity in [Low, Medium, High, Critical] {
			let silent = ReleaseSpec { severity, ..spec(1) };
			assert!(silent.may_set_deadline());
			let pressing = ReleaseSpec { update_by: Some(9), ..silent };
			assert_eq!(pressing.may_set_deadline(), severity == Critical);
		}
	}

	#[test]
	fn deadline_should_leave_the_whole_term_and_never_none() {
		let by = |by| ReleaseSpec { update_by: Some(by), ..spec(1) };
		assert!(spec(1).leaves_time(Moment::MAX, Moment::MAX));
		assert!(by(110).leaves_time(100, 10));
		assert!(!by(109).leaves_time(100, 10));
		assert!(!by(100).leaves_time(100, 0) && by(101).leaves_time(100, 0));
		assert!(!by(99).leaves_time(100, 0));
		assert!(!by(Moment::MAX).leaves_time(1, Moment::MAX));
	}

	#[test]
	fn release_should_be_over_when_withdrawn_for_the_whole_retention() {
		assert!(!WITHDRAWN.is_over(14, 5) && WITHDRAWN.is_over(15, 5));
		assert!(!WITHDRAWN.is_over(9, 0));
		assert!(!ReleaseStatus::Draft.is_over(Moment::MAX, 0));
		assert!(!RELEASED.is_over(Moment::MAX, 0));
	}

	#[test]
	fn release_should_be_an_update_only_when_out_and_later_and_within_reach() {
		let mut release = record(5, RELEASED);
		release.spec.min_prev_seq = 3;
		let known = [2, 3, 4, 5, 6];
		assert_eq!(known.map(|k| release.is_update_for(k)), [false, true, true, false, false]);
		for status in [ReleaseStatus::Draft, WITHDRAWN] {
			release.status = status;
			assert_eq!(known.map(|k| release.is_update_for(k)), [false; 5]);
		}
	}

	#[test]
	fn verdict_should_tell_every_case_apart() {
		let on = |status, image: ImageDigest, due| {
			FirmwareVerdict::on(Some(&record(5, status)), &image, due)
		};
		assert_eq!(FirmwareVerdict::on::<(), ()>(None, &IMAGE, None), FirmwareVerdict::Unknown);
		assert_eq!(on(RELEASED, IMAGE, None), FirmwareVerdict::Current);
		assert_eq!(on(RELEASED, IMAGE, Some(5)), FirmwareVerdict::Current);
		assert_eq!(on(RELEASED, IMAGE, Some(6)), FirmwareVerdict::Outdated);
		assert_eq!(on(RELEASED, [8; 32], Some(6)), FirmwareVerdict::WrongImage);
		assert_eq!(on(WITHDRAWN, IMAGE, Some(6)), FirmwareVerdict::Withdrawn);
		assert_eq!(on(WITHDRAWN, [8; 32], None), FirmwareVerdict::WrongImage);
		assert_eq!(on(ReleaseStatus::Draft, IMAGE, None), FirmwareVerdict::NotReleased);
		assert_eq!(on(ReleaseStatus::Draft, [8; 32], None), FirmwareVerdict::NotReleased);
	}

	#[test]
	fn number_should_be_near_the_one_before_it() {
		for latest in [0, 5, Seq::MAX - MAX_SEQ_STEP] {
			assert!(is_within_step(latest + 1, latest));
			assert!(is_within_step(latest + MAX_SEQ_STEP, latest));
		}
		assert!(!is_within_step(MAX_SEQ_STEP + 6, 5) && !is_within_step(Seq::MAX, 0));
		assert!(is_within_step(Seq::MAX, Seq::MAX));
	}

	#[test]
	fn floor_should_rise_by_known_images_only() {
		use FirmwareVerdict::*;
		for known in [Current, Outdated, Withdrawn] {
			assert_eq!(raised_floor(3, 5, known), 5);
			assert_eq!(raised_floor(5, 3, known), 5);
		}
		for unknown in [Unknown, NotReleased, WrongImage] {
			assert_eq!(raised_floor(3, Seq::MAX, unknown), 3);
		}
	}

	#[test]
	fn moment_should_be_neither_too_old_nor_to_come() {
		let ask = |at| check_moment(at, 1_000_000, 5);
		assert_eq!(ask(999_994), Err(BadMoment::TooOld));
		assert_eq!(ask(999_995), Ok(()));
		assert_eq!(ask(1_000_000 + MAX_CLOCK_LEAD), Ok(()));
		assert_eq!(ask(1_000_001 + MAX_CLOCK_LEAD), Err(BadMoment::InFuture));
		assert_eq!(ask(0), Err(BadMoment::TooOld));
		assert_eq!(ask(Moment::MAX), Err(BadMoment::InFuture));
	}

	#[test]
	fn policy_should_be_weaker_when_a_purpose_is_missing() {
		for present in 0..16u8 {
			for wanted in 0..16u8 {
				let missing = TrustPurpose::ALL.into_iter().any(|purpose| {
					TrustPurposes::new(present).unwrap().contains(purpose) &&
						!TrustPurposes::new(wanted).unwrap().contains(purpose)
				});
				let (present, wanted) = (TrustPurposes::new(present), TrustPurposes::new(wanted));
				assert_eq!(is_weaker(wanted.unwrap(), present.unwrap()), missing);
			}
		}
	}

	#[test]
	fn roles_should_be_refused_when_none_or_unknown() {
		use codec::Decode;
		for bits in 0..=u8::MAX {
			let roles = FirmwareRoles::new(bits);
			assert_eq!(roles.is_some(), (1..4).contains(&bits));
			assert_eq!(FirmwareRoles::decode(&mut &[bits][..]).ok(), roles);
			assert!(roles.is_none_or(|roles| roles.bits() == bits));
		}
		assert!(FirmwareRoles::ALL.contains(FirmwareRoles::PUBLISH));
		assert!(!FirmwareRoles::PUBLISH.contains(FirmwareRoles::APPROVE));
		assert!(!FirmwareRoles::PUBLISH.contains(FirmwareRoles::ALL));
	}

	proptest! {
		/// A device is outdated exactly when some deadline passed that asks for more than it has.
		#[test]
		fn one_number_should_say_as_much_as_all_deadlines(
			deadlines in prop::collection::vec((1..20u64, 0..20u64), 0..12),
			now in 0..20u64,
			installed in 0..20u64,
		) {
			let deadlines: Vec<_> = deadlines
				.into_iter()
				.map(|(seq, update_by)| Deadline { seq, update_by })
				.collect();
			let is_outdated = deadlines.iter().any(|d| now >= d.update_by && installed < d.seq);
			prop_assert_eq!(due(&deadlines, now) > Some(installed), is_outdated);
		}
	}
}
