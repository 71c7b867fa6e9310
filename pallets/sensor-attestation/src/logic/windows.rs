// SPDX-License-Identifier: Apache-2.0

//! Which readings were accepted: a sliding window for each key, as in DTLS (RFC 9147, section
//! 4.5.1) and IPsec (RFC 4303, section 3.4.3).

use crate::{KeyIndex, KeyWindow};
use frame_support::{traits::Get, BoundedVec};

/// How many counters below the highest one are remembered.
pub const WINDOW: u64 = 64;

/// Why a counter is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadCounter {
	/// It was accepted before.
	Replayed,
	/// It lies so far below the highest one that nobody knows any more.
	TooOld,
	/// The windows of this key and all with lower numbers are gone.
	KeyRetired,
}

impl KeyWindow {
	/// The window of a key whose first reading has this counter.
	pub fn new(key: KeyIndex, counter: u64) -> Self {
		Self { key, highest: counter, seen: 0 }
	}

	/// The window once `counter` was accepted.
	pub fn accept(&self, counter: u64) -> Result<Self, BadCounter> {
		if let Some(ahead) = counter.checked_sub(self.highest).filter(|ahead| *ahead > 0) {
			// What was the highest one is now `ahead` below, the others further.
			let moved = shifted(self.seen, ahead);
			let former = ahead.checked_sub(1).map_or(0, |bit| shifted(1, bit));
			return Ok(Self { highest: counter, seen: moved | former, ..*self });
		}
		let below = self.highest.saturating_sub(counter);
		let Some(bit) = below.checked_sub(1) else {
			return Err(BadCounter::Replayed);
		};
		if bit >= WINDOW {
			return Err(BadCounter::TooOld);
		}
		let mark = shifted(1, bit);
		if self.seen & mark != 0 {
			return Err(BadCounter::Replayed);
		}
		Ok(Self { seen: self.seen | mark, ..*self })
	}
}

/// Accepts a counter of a key, given the windows of a device's keys by rising number.
///
/// When there is no room for a further key, the lowest one gives way, and is retired: keys are
/// numbered as they come, so it is the oldest. Nothing that it signed is ever accepted again.
pub fn accept_counter<S: Get<u32>>(
	windows: &mut BoundedVec<KeyWindow, S>,
	retired_below: &mut KeyIndex,
	key: KeyIndex,
	counter: u64,
) -> Result<(), BadCounter> {
	if key < *retired_below {
		return Err(BadCounter::KeyRetired);
	}
	let place = match windows.binary_search_by_key(&key, |window| window.key) {
		Ok(found) => {
			if let Some(window) = windows.get_mut(found) {
				*window = window.accept(counter)?;
			}
			return Ok(());
		},
		Err(place) => place,
	};
	let first = KeyWindow::new(key, counter);
	if !windows.is_full() {
		return windows.try_insert(place, first).map_err(|_| BadCounter::KeyRetired);
	}
	let Some(before) = place.checked_sub(1) else {
		return Err(BadCounter::KeyRetired);
	};
	let oldest = windows.remove(0);
	*retired_below = oldest.key.saturating_add(1);
	windows.try_insert(before, first).map_err(|_| BadCounter::KeyRetired)
}

fn shifted(bits: u64, by: u64) -> u64 {
	u32::try_from(by).ok().and_then(|by| bits.checked_shl(by)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::BTreeSet;

	fn accept_all(first: u64, counters: &[u64]) -> KeyWindow {
		counters
			.iter()
			.fold(KeyWindow::new(0, first), |window, counter| window.accept(*counter).unwrap())
	}

	#[test]
	fn window_should_take_what_lies_64_below_and_nothing_further() {
		let window = accept_all(100, &[164]);
		assert_eq!(window.accept(100), Err(BadCounter::Replayed));
		let window = accept_all(100, &[165]);
		assert_eq!(window.accept(100), Err(BadCounter::TooOld));
		let window = window.accept(101).unwrap();
		assert_eq!(window.accept(101), Err(BadCounter::Replayed));
		assert_eq!(window.accept(165), Err(BadCounter::Replayed));
	}

	#[test]
	fn window_should_hold_at_both_ends_of_the_numbers() {
		let window = accept_all(0, &[u64::MAX]);
		assert_eq!(window.accept(u64::MAX), Err(BadCounter::Replayed));
		assert_eq!(window.accept(0), Err(BadCounter::TooOld));
		let window = window.accept(u64::MAX - 64).unwrap();
		assert_eq!(window.accept(u64::MAX - 64), Err(BadCounter::Replayed));
		assert_eq!(window.accept(u64::MAX - 65), Err(BadCounter::TooOld));
		assert_eq!(KeyWindow::new(0, 0).accept(0), Err(BadCounter::Replayed));
	}

	#[test]
	fn oldest_key_should_give_way_to_a_newer_one_and_never_speak_again() {
		use sp_core::ConstU32;
		let mut windows = BoundedVec::<KeyWindow, ConstU32<3>>::default();
		let mut retired = 0;
		let mut accept = |key, counter| accept_counter(&mut windows, &mut retired, key, counter);
		for key in [4, 2, 6] {
			assert_eq!(accept(key, 10), Ok(()));
			assert_eq!(accept(key, 10), Err(BadCounter::Replayed));
		}
		assert_eq!(accept(1, 10), Err(BadCounter::KeyRetired));
		assert_eq!(accept(5, 10), Ok(()));
		assert_eq!(accept(2, 11), Err(BadCounter::KeyRetired));
		assert_eq!(accept(3, 1), Err(BadCounter::KeyRetired));
		for key in [4, 5, 6] {
			assert_eq!(accept(key, 10), Err(BadCounter::Replayed));
			assert_eq!(accept(key, 9), Ok(()));
		}
		let keys: Vec<_> = windows.iter().map(|window| window.key).collect();
		assert_eq!((keys, retired), (vec![4, 5, 6], 3));
	}

	proptest! {
		#[test]
		fn window_should_agree_with_a_list_of_all_counters(
			first in 0u64..200,
			counters in prop::collection::vec(
				prop_oneof![0u64..400, 0u64..200_000, Just(u64::MAX), Just(u64::MAX - 3)],
				1..300,
			),
		) {
			let mut seen = BTreeSet::from([first]);
			let mut window = KeyWindow::new(0, first);
			for counter in counters {
				let highest = *seen.last().unwrap();
				let expected = if seen.contains(&counter) && highest - counter <= WINDOW {
					Err(BadCounter::Replayed)
				} else if counter < highest && highest - counter > WINDOW {
					Err(BadCounter::TooOld)
				} else {
					Ok(())
				};
				match window.accept(counter) {
					Ok(next) => {
						prop_assert_eq!(expected, Ok(()));
						window = next;
						seen.insert(counter);
					},
					Err(bad) => prop_assert_eq!(expected, Err(bad)),
				}
				prop_assert_eq!(window.highest, *seen.last().unwrap());
			}
		}
	}
}
