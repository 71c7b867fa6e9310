// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody made a feed.
		FeedCreated {
			/// The feed.
			feed: FeedId,
			/// Who.
			owner: T::AccountId,
			/// What it is.
			spec: FeedSpec,
		},
		/// A feed opens no further rounds.
		FeedClosed {
			/// The feed.
			feed: FeedId,
		},
		/// A feed and its last result are gone, and its deposit was returned.
		FeedRemoved {
			/// The feed.
			feed: FeedId,
		},
		/// A device may join a feed.
		OracleAdmitted {
			/// The feed.
			feed: FeedId,
			/// The device.
			device: DeviceId,
		},
		/// A device may not join a feed any more. Its reputation is forgotten.
		OracleExpelled {
			/// The feed.
			feed: FeedId,
			/// The device.
			device: DeviceId,
		},
		/// A device reports to a feed from now on.
		OracleJoined {
			/// The feed.
			feed: FeedId,
			/// The device.
			device: DeviceId,
			/// Who put up the bond.
			holder: T::AccountId,
			/// How much.
			bond: BalanceOf<T>,
		},
		/// A device reports to a feed no more, and its bond was returned.
		OracleLeft {
			/// The feed.
			feed: FeedId,
			/// The device.
			device: DeviceId,
		},
		/// A device kept back what it had committed to. Its bond is lost, and it reports no more.
		OracleSlashed {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: RoundNumber,
			/// The device.
			device: DeviceId,
			/// What was lost.
			bond: BalanceOf<T>,
			/// The reputation from now on.
			reputation: Reputation,
		},
		/// A feed takes reports.
		RoundOpened {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: RoundNumber,
			/// The first moment at which no further value or commitment is taken.
			closes_at: Moment,
			/// The first moment at which no further commitment can be revealed.
			ends_at: Moment,
		},
		/// A device said something in a round.
		Reported {
			/// What it said.
			report: OracleReport,
			/// Who carried it.
			carrier: T::AccountId,
		},
		/// What a device reported was judged.
		OracleJudged {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: RoundNumber,
			/// The device.
			device: DeviceId,
			/// Whether the value lay too far from the others.
			is_outlier: bool,
			/// The reputation from now on.
			reputation: Reputation,
		},
		/// A round came to a result.
		RoundClosed {
			/// The feed.
			feed: FeedId,
			/// The result.
			result: FeedResult,
		},
		/// A round came to no result: too few reports had weight.
		RoundFailed {
			/// The feed.
			feed: FeedId,
			/// The round.
			round: RoundNumber,
			/// How many reports had weight.
			reports: u32,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
