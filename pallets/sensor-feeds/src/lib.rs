// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod errors;
mod events;
mod features;
mod logic;
mod registry;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "set-up that fails must stop the benchmark"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use logic::*;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungible::Inspect, BoundedVec};
use sp_core::ConstU32;

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// An amount of the currency in which oracles are bonded.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<AccountIdOf<T>>>::Balance;
/// A feed, as stored.
pub type FeedRecordOf<T> = FeedRecord<AccountIdOf<T>, <T as Config>::FeedTicket>;
/// The part of a device in a feed, as stored.
pub type OracleRecordOf<T> =
	OracleRecord<AccountIdOf<T>, BalanceOf<T>, <T as Config>::OracleTicket>;
/// The open round of a feed, as stored.
pub type RoundRecordOf = RoundRecord<BoundedVec<Report, ConstU32<MAX_ORACLES>>>;

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
// What the macros generate for storage has some.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateHold, Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{
		DeviceId, DeviceRegistry, DeviceSignature, FeedAnswer, FeedId, FeedReader, OracleReport,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A feed.
		#[codec(index = 0)]
		Feed,
		/// A device that was admitted to a feed.
		#[codec(index = 1)]
		Oracle,
		/// The bond of a device that reports to a feed.
		#[codec(index = 2)]
		Bond,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: whose key speaks for which, and which are trusted.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// In which oracles are bonded.
		type Currency: MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// Where the bonds go that are lost. Nobody who takes part in a feed should have it.
		type Pot: Get<Self::AccountId>;

		/// What is put up for a feed, its round and its result.
		type FeedTicket: Consideration<Self::AccountId, Footprint>;

		/// What a feed's owner puts up for an admission.
		type OracleTicket: Consideration<Self::AccountId, Footprint>;

		/// What a device's owner puts up while the device reports to a feed. At least the least
		/// balance of an account, so that the pot can always take it.
		#[pallet::constant]
		type OracleBond: Get<BalanceOf<Self>>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The number that the next feed takes. Never given out again.
	#[pallet::storage]
	pub type NextFeed<T> = StorageValue<_, FeedId, ValueQuery>;

	/// Feeds.
	// `Twox64Concat`, here and below: numbers of feeds are assigned.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedRecordOf<T>, OptionQuery>;

	/// The devices that are admitted to feeds.
	// `Blake2_128Concat`: ids of devices are hashes of keys that somebody chooses.
	#[pallet::storage]
	pub type Oracles<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		FeedId,
		Blake2_128Concat,
		DeviceId,
		OracleRecordOf<T>,
		OptionQuery,
	>;

	/// The open round of each feed that has one.
	#[pallet::storage]
	pub type Rounds<T: Config> = StorageMap<_, Twox64Concat, FeedId, RoundRecordOf, OptionQuery>;

	/// The last result of each feed that has had one.
	#[pallet::storage]
	pub type Results<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedResult, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			use sp_runtime::traits::Zero;
			assert!(
				!T::OracleBond::get().is_zero(),
				"OracleBond = 0 would let anybody report with as many devices as they like"
			);
			assert!(
				T::OracleBond::get() >= T::Currency::minimum_balance(),
				"OracleBond is too little for the pot to exist, so that no bond could be taken"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Make a feed.
		///
		/// - `origin`: signed by anyone; pays the deposit and owns the feed.
		/// - `spec`: what it is.
		///
		/// Emits [`Event::FeedCreated`].
		#[pallet::call_index(0)]
		pub fn create_feed(origin: OriginFor<T>, spec: FeedSpec) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_create_feed(who, spec)
		}

		/// Bring a feed to its end: no further round is opened, and everybody may leave.
		///
		/// - `origin`: signed by the feed's owner.
		/// - `feed`: the feed.
		///
		/// Emits [`Event::FeedClosed`].
		#[pallet::call_index(1)]
		pub fn close_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_feed(who, feed)
		}

		/// Remove a closed feed to which no device is admitted any more, and return its deposit.
		/// Its number is not given out again.
		///
		/// - `origin`: signed by anyone.
		/// - `feed`: the feed.
		///
		/// Emits [`Event::FeedRemoved`].
		#[pallet::call_index(2)]
		pub fn remove_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_feed(feed)
		}

		/// Let a device join a feed.
		///
		/// - `origin`: signed by the feed's owner, which pays the deposit.
		/// - `feed`: the feed.
		/// - `device`: the device.
		///
		/// Emits [`Event::OracleAdmitted`].
		#[pallet::call_index(3)]
		pub fn admit(origin: OriginFor<T>, feed: FeedId, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit(who, feed, device)
		}

		/// Take back that a device may join a feed, and return the deposit; return its bond too, if
		/// there is one.
		///
		/// - `origin`: signed by the feed's owner.
		/// - `feed`: the feed.
		/// - `device`: the device, which has not reported in an open round.
		///
		/// Emits [`Event::OracleExpelled`], and [`Event::OracleLeft`] for a device that had joined.
		#[pallet::call_index(4)]
		pub fn expel(origin: OriginFor<T>, feed: FeedId, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_expel(who, feed, device)
		}

		/// Put up a bond for a device, so that it can report.
		///
		/// - `origin`: signed by the device's owner.
		/// - `feed`: the feed, which has admitted the device.
		/// - `device`: the device.
		///
		/// Emits [`Event::OracleJoined`].
		#[pallet::call_index(5)]
		pub fn join(origin: OriginFor<T>, feed: FeedId, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_join(who, feed, device)
		}

		/// Return the bond of a device, which reports no more. Its reputation stays.
		///
		/// - `origin`: signed by whoever put up the bond, or by the device's owner; by anyone when
		///   the feed has come to its end.
		/// - `feed`: the feed.
		/// - `device`: the device, which has not reported in an open round.
		///
		/// Emits [`Event::OracleLeft`].
		#[pallet::call_index(6)]
		pub fn leave(origin: OriginFor<T>, feed: FeedId, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who, feed, device)
		}

		/// Open the next round of a feed.
		///
		/// - `origin`: signed by anyone.
		/// - `feed`: the feed.
		///
		/// Emits [`Event::RoundOpened`].
		#[pallet::call_index(7)]
		pub fn open_round(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_open_round(feed)
		}

		/// Carry to the chain what a device reports: a value, a commitment, or what it had
		/// committed to.
		///
		/// - `origin`: signed by anyone.
		/// - `report`: what the device reports, for the open round.
		/// - `key_index`: which of the device's operational keys signed it.
		/// - `signature`: that key's signature over `report` (envelope kind 7).
		///
		/// Emits [`Event::Reported`].
		#[pallet::call_index(8)]
		pub fn report(
			origin: OriginFor<T>,
			report: OracleReport,
			key_index: u16,
			signature: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report(who, report, key_index, signature)
		}

		/// Close a round that is over: find the median, judge the reports, and take the bonds of
		/// those who kept back what they had committed to.
		///
		/// - `origin`: signed by anyone.
		/// - `feed`: the feed.
		///
		/// A full round is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::RoundClosed`] or [`Event::RoundFailed`], and [`Event::OracleJudged`] or
		/// [`Event::OracleSlashed`] for each device that took part.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::close_round(MAX_ORACLES))]
		pub fn close_round(origin: OriginFor<T>, feed: FeedId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_close_round(feed)
		}

		/// Refuse new work: feeds, admissions, joins, rounds. Open rounds come to their end, and
		/// everybody may leave.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(10)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(11)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A feed.
		pub fn feed(feed: FeedId) -> Option<FeedInfo<T::AccountId>> {
			Self::feed_info(feed)
		}

		/// The last result of a feed, with its age.
		pub fn latest(feed: FeedId) -> Option<FeedAnswer> {
			<Self as FeedReader>::latest(feed)
		}

		/// The open round of a feed.
		pub fn round(feed: FeedId) -> Option<RoundInfo> {
			Self::round_info(feed)
		}

		/// The part of a device in a feed that has admitted it.
		pub fn oracle(feed: FeedId, device: DeviceId) -> Option<OracleInfo<T::AccountId>> {
			Oracles::<T>::get(feed, device).map(|oracle| Self::oracle_info(device, oracle))
		}

		/// The devices that are admitted to a feed. At most 64.
		pub fn oracles_of(feed: FeedId) -> alloc::vec::Vec<OracleInfo<T::AccountId>> {
			Self::oracle_infos(feed)
		}
	}
}
