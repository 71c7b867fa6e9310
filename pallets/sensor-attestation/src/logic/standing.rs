// SPDX-License-Identifier: Apache-2.0

//! How well a device has kept its word, from 0 to 10,000.

use crate::Standing;

/// Where every device starts.
pub const FIRST_STANDING: Standing = 5_000;

/// The best there is.
pub const BEST_STANDING: Standing = 10_000;

/// The standing after a batch was kept for its whole term and never contradicted: a twentieth of
/// the way to the best one, rounded down.
pub fn risen(standing: Standing) -> Standing {
	let way = u32::from(BEST_STANDING.saturating_sub(standing));
	let step = way.saturating_mul(50).div_euclid(1_000);
	standing.saturating_add(u16::try_from(step).unwrap_or(0)).min(BEST_STANDING)
}

/// The standing after a batch was shown to contradict itself: half of it, rounded down.
pub fn halved(standing: Standing) -> Standing {
	standing.div_euclid(2)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn standing_should_rise_by_the_published_steps() {
		let published = [5250, 5487, 5712, 5926, 6129, 6322, 6505, 6679, 6845, 7002];
		let mut standing = FIRST_STANDING;
		for expected in published {
			standing = risen(standing);
			assert_eq!(standing, expected);
		}
	}

	#[test]
	fn standing_should_stay_within_its_bounds() {
		for standing in 0..=BEST_STANDING {
			assert!((standing..=BEST_STANDING).contains(&risen(standing)));
			assert!(halved(standing) <= standing / 2);
		}
		assert_eq!((risen(BEST_STANDING), halved(0), halved(1)), (BEST_STANDING, 0, 0));
	}
}
