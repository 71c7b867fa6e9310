// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut admitted = BTreeMap::<_, u32>::new();
		for (feed, _, oracle) in Oracles::<T>::iter() {
			admitted
				.entry(feed)
				.and_modify(|count| *count = count.saturating_add(1))
				.or_insert(1);
			ensure!(oracle.reputation <= BEST_REPUTATION, "a reputation is above the best");
		}
		for (feed, record) in Feeds::<T>::iter() {
			ensure!(feed < NextFeed::<T>::get(), "a feed has a number yet to come");
			ensure!(record.spec.is_valid(), "a feed is as none can be");
			ensure!(
				admitted.remove(&feed).unwrap_or(0) == record.admitted,
				"a feed has not admitted as many devices as it says"
			);
			ensure!(record.admitted <= MAX_ORACLES, "a feed has admitted too many devices");
		}
		ensure!(admitted.is_empty(), "a device is admitted to no feed");
		for (feed, result) in Results::<T>::iter() {
			let record = Feeds::<T>::get(feed).ok_or("a result belongs to no feed")?;
			ensure!(result.round < record.next_round, "a result is of a round yet to come");
			ensure!(result.reports >= record.spec.min_reports, "a result rests on too few reports");
		}
		for (feed, round) in Rounds::<T>::iter() {
			let record = Feeds::<T>::get(feed).ok_or("a round belongs to no feed")?;
			ensure!(
				round.number.checked_add(1) == Some(record.next_round),
				"the open round is not the last one"
			);
			ensure!(
				round.opened_at == record.opened_at &&
					round.opened_at.checked_add(record.spec.open_ms) == Some(round.closes_at) &&
					record.spec.round_ms().and_then(|ms| round.opened_at.checked_add(ms)) ==
						Some(round.ends_at),
				"the open round does not take as long as its feed says"
			);
			let mut devices = BTreeSet::new();
			for report in &round.reports {
				ensure!(devices.insert(report.device), "a device has reported twice");
				let bond = Oracles::<T>::get(feed, report.device).and_then(|oracle| oracle.bond);
				ensure!(bond.is_some(), "a device without a bond has reported");
				ensure!(
					record.spec.reveal_ms.is_some() || matches!(report.said, Said::Value(_)),
					"a commitment was made where values are wanted"
				);
			}
		}
		Ok(())
	}
}
