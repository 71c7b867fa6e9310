// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, traits::Get};
use mote_primitives::TrustPurposes;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_releases()?;
		Self::try_state_lines()?;
		Self::try_state_policies()?;
		Self::try_state_reports()
	}

	fn try_state_releases() -> Result<(), TryRuntimeError> {
		for (model, seq, record) in Releases::<T>::iter() {
			let line = Lines::<T>::get(model).ok_or("a release is of a model without a line")?;
			ensure!(seq == record.spec.seq, "a release is kept under another number");
			ensure!(seq > 0, "a release has the number that stands for none");
			ensure!(seq <= line.latest_seq, "a release has a number that was never given out");
			ensure!(record.spec.has_sound_minimum(), "no release leads to a release");
			ensure!(
				record.spec.may_set_deadline(),
				"a release sets a deadline and is not critical"
			);
			match record.status {
				ReleaseStatus::Draft => {},
				ReleaseStatus::Released { at } | ReleaseStatus::Withdrawn { at } => {
					ensure!(seq <= line.released_seq, "a release is out that never came out");
					ensure!(record.published_at <= at, "a release changed before it was there");
				},
			}
		}
		Ok(())
	}

	fn try_state_lines() -> Result<(), TryRuntimeError> {
		let mut records = BTreeMap::<_, u32>::new();
		let mut deadlines = BTreeMap::<_, BTreeSet<_>>::new();
		for (model, seq, record) in Releases::<T>::iter() {
			let count = records.entry(model).or_default();
			*count = count.saturating_add(1);
			if let (ReleaseStatus::Released { .. }, Some(by)) =
				(record.status, record.spec.update_by)
			{
				deadlines.entry(model).or_default().insert((seq, by));
			}
		}
		for (model, line) in Lines::<T>::iter() {
			ensure!(line.latest_seq > 0, "a line never had a release");
			ensure!(line.released_seq <= line.latest_seq, "a line is ahead of itself");
			ensure!(
				line.releases == records.get(&model).copied().unwrap_or_default(),
				"a line's count of releases is wrong"
			);
			ensure!(line.releases <= T::MaxReleases::get(), "a model has too many releases");
			let expected: Vec<_> =
				deadlines.remove(&model).unwrap_or_default().into_iter().collect();
			let listed: Vec<_> = line.deadlines.iter().map(|d| (d.seq, d.update_by)).collect();
			ensure!(listed == expected, "a line's deadlines disagree with its releases");
		}
		Ok(())
	}

	fn try_state_policies() -> Result<(), TryRuntimeError> {
		for purposes in Policies::<T>::iter_values() {
			ensure!(purposes != TrustPurposes::ALL, "a policy is kept that says nothing");
		}
		Ok(())
	}

	fn try_state_reports() -> Result<(), TryRuntimeError> {
		for record in Installed::<T>::iter_values() {
			ensure!(record.floor_seq <= record.seq, "a device went back behind what it had run");
			ensure!(
				record.at.saturating_sub(record.reported_at) <= MAX_CLOCK_LEAD,
				"a device's report was accepted before it was made"
			);
		}
		Ok(())
	}
}
