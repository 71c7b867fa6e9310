// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		for (_, _, set) in Rules::<T>::iter() {
			ensure!(!set.rules.is_empty(), "a stream without rules has a record");
			ensure!(
				set.rules.iter().is_sorted_by(|a, b| a.number < b.number),
				"the rules of a stream are not in order"
			);
			for rule in &set.rules {
				let watch = &rule.watch;
				ensure!(rule.number < set.next, "a rule has a number yet to come");
				ensure!(rule.spec.check().is_ok(), "a rule cannot be kept or broken");
				ensure!(
					watch.last.is_some() || *watch == Watch::NEW,
					"a rule knows something before the first reading"
				);
				ensure!(
					watch.last.is_none_or(|last| last.at <= watch.judged_until),
					"a reading was not judged"
				);
				let exceeds = rule.spec.budget_s.is_some_and(|budget| {
					watch.outside_ms > u64::from(budget).saturating_mul(1_000)
				});
				ensure!(
					watch.is_budget_told == exceeds,
					"a budget is exceeded and nobody was told, or the other way round"
				);
			}
		}
		Ok(())
	}
}
