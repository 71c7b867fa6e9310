// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<_, u32>::new();
		let mut pinned = BTreeMap::new();
		let mut audited = BTreeMap::new();
		for (id, pinner, pin) in Pins::<T>::iter() {
			let count = counts.entry((id, pin.anchored_at)).or_default();
			*count = count.saturating_add(1);
			ensure!(pin.anchored_at <= pin.since, "a batch was pinned before it was anchored");
			if let Some(audit) = pin.audit {
				ensure!(audit.challenger != pinner, "somebody audits a pin of its own");
				add_bond::<T>(&mut audited, audit.challenger, audit.bond)?;
			}
			add_bond::<T>(&mut pinned, pinner, pin.bond)?;
		}
		for (key, count) in PinCounts::<T>::iter() {
			ensure!(
				counts.remove(&key) == Some(count),
				"a batch does not have as many pins as it says"
			);
			ensure!(count <= T::MaxPins::get(), "a batch has too many pins");
		}
		ensure!(counts.is_empty(), "pins of a batch are not counted");
		for (reason, bonds) in [(HoldReason::Pin, pinned), (HoldReason::Audit, audited)] {
			for (who, bonded) in bonds {
				let held = T::Currency::balance_on_hold(&reason.into(), &who);
				ensure!(held == bonded, "not as much is held of somebody as its records say");
			}
		}
		Ok(())
	}
}

type Bonds<T> = BTreeMap<AccountIdOf<T>, BalanceOf<T>>;

fn add_bond<T: Config>(
	bonds: &mut Bonds<T>,
	who: AccountIdOf<T>,
	bond: BalanceOf<T>,
) -> Result<(), TryRuntimeError> {
	ensure!(!bond.is_zero(), "nothing is held for a pin or an audit");
	let sum = bonds.entry(who).or_default();
	*sum = sum.checked_add(&bond).ok_or("more is held than there can be")?;
	Ok(())
}
