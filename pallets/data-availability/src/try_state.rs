// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use sp_runtime::{traits::Zero, TryRuntimeError};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<_, u32>::new();
		for (id, pinner, pin) in Pins::<T>::iter() {
			counts.entry(id).and_modify(|count| *count = count.saturating_add(1)).or_insert(1);
			ensure!(!pin.bond.is_zero(), "nothing is held for a pin");
			if let Some(audit) = &pin.audit {
				ensure!(audit.challenger != pinner, "somebody audits a pin of its own");
				ensure!(!audit.bond.is_zero(), "nothing is held for an audit");
			}
		}
		for (id, count) in PinCounts::<T>::iter() {
			ensure!(
				counts.remove(&id) == Some(count),
				"a batch does not have as many pins as it says"
			);
			ensure!(count <= T::MaxPins::get(), "a batch has too many pins");
		}
		ensure!(counts.is_empty(), "pins of a batch are not counted");
		Ok(())
	}
}
