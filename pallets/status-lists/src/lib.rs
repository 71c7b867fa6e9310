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
mod impls;
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

pub use logic::{draw_seed, Seed, DRAW_DELAY, MAX_TTL};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// A list, as stored.
pub type ListRecordOf<T> = ListRecord<AccountIdOf<T>, BlockNumberFor<T>, <T as Config>::ListTicket>;
/// A list, as told to apps.
pub type ListInfoOf<T> = ListInfo<AccountIdOf<T>, BlockNumberFor<T>>;
/// Indices of one draw.
pub type DrawnIndicesOf<T> = BoundedVec<u32, <T as Config>::MaxDraw>;
/// Statuses to be set in one call.
pub type StatusChangesOf<T> = BoundedVec<StatusChange, <T as Config>::MaxChanges>;

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
		traits::{Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{StatusListId, StatusPurpose};
	use sp_core::H256;
	use sp_runtime::traits::One;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A status list with all its entries.
		#[codec(index = 0)]
		List,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the issuer puts up for a list.
		type ListTicket: Consideration<Self::AccountId, Footprint>;

		/// Within how many blocks of their request indices must be drawn. A draw that its issuer
		/// can put off for ever is one that it can drop when it dislikes the outcome.
		#[pallet::constant]
		type DrawTerm: Get<BlockNumberFor<Self>>;

		/// How long a list stays after it was closed, in milliseconds. Credentials that refer to it
		/// can be checked until then.
		#[pallet::constant]
		type Retention: Get<Moment>;

		/// How many indices can be drawn at a time.
		#[pallet::constant]
		type MaxDraw: Get<u32>;

		/// How many statuses can be set at a time.
		#[pallet::constant]
		type MaxChanges: Get<u32>;

		/// The most lists that one page of a list of lists returns.
		#[pallet::constant]
		type MaxPage: Get<u32>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The id that the next list takes. Ids are never reused.
	#[pallet::storage]
	pub type NextListId<T> = StorageValue<_, StatusListId, ValueQuery>;

	/// Lists, without their entries.
	// `Twox64Concat`, here and below: the pallet assigns the ids and numbers the chunks, so nobody
	// can choose colliding ones.
	#[pallet::storage]
	pub type Lists<T: Config> =
		StorageMap<_, Twox64Concat, StatusListId, ListRecordOf<T>, OptionQuery>;

	/// Which lists an account issues.
	#[pallet::storage]
	pub type IssuedLists<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		StatusListId,
		(),
		OptionQuery,
	>;

	/// Statuses, by list and chunk. A chunk that is not there says 0 of every entry.
	#[pallet::storage]
	pub type Statuses<T> =
		StorageDoubleMap<_, Twox64Concat, StatusListId, Twox64Concat, u8, StatusChunk, OptionQuery>;

	/// Which entries are given out, by list and chunk. Of a chunk that is not there, none is.
	#[pallet::storage]
	pub type Taken<T> =
		StorageDoubleMap<_, Twox64Concat, StatusListId, Twox64Concat, u8, TakenBits, OptionQuery>;

	/// How many free entries each chunk of a list has. Apart from the list's record, so that
	/// setting a status does not read them.
	#[pallet::storage]
	pub type FreeCounts<T> = StorageMap<_, Twox64Concat, StatusListId, FreeEntries, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::DrawTerm::get() > BlockNumberFor::<T>::one(),
				"DrawTerm must leave at least one block in which the deciding hash is known"
			);
			assert!(
				T::DrawTerm::get() < T::BlockHashCount::get(),
				"DrawTerm must be less than BlockHashCount, or the deciding hash could be forgotten \
				 before the draw"
			);
			assert!(T::MaxDraw::get() > 0, "MaxDraw = 0 would refuse every request");
			assert!(
				T::MaxDraw::get() <= u32::from(u8::MAX),
				"MaxDraw must fit the count of a request"
			);
			assert!(T::MaxChanges::get() > 0, "MaxChanges = 0 would let no status be set");
			assert!(T::MaxPage::get() > 0, "MaxPage = 0 would make every list of lists empty");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Create a list with 131,072 entries, all of them free and 0.
		///
		/// - `origin`: signed; this account becomes the issuer and pays the deposit.
		/// - `purpose`: what the list says of credentials, and with how many bits.
		/// - `ttl_ms`: for how long a copy may be used, in milliseconds, if that is to be said.
		///
		/// Emits [`Event::ListCreated`].
		#[pallet::call_index(0)]
		pub fn create_list(
			origin: OriginFor<T>,
			purpose: StatusPurpose,
			ttl_ms: Option<u64>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_create_list(who, purpose, ttl_ms)
		}

		/// Ask for indices of free entries. They are drawn by lot in another call, and must be
		/// drawn within `DrawTerm`: otherwise the list gives out no more indices.
		///
		/// - `origin`: signed by the issuer.
		/// - `list`: the list.
		/// - `count`: how many, up to `MaxDraw`.
		/// - `commitment`: BLAKE2-256 of 32 random bytes that nobody else knows and that are used
		///   for no other request.
		///
		/// Emits [`Event::IndicesRequested`].
		#[pallet::call_index(1)]
		pub fn request_indices(
			origin: OriginFor<T>,
			list: StatusListId,
			count: u8,
			commitment: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_indices(who, list, count, commitment)
		}

		/// Draw the indices that were asked for, from the second block after the request on.
		///
		/// - `origin`: signed by anyone. It makes no difference who draws, and when.
		/// - `list`: the list.
		/// - `secret`: what the request committed to.
		///
		/// Emits [`Event::IndicesDrawn`].
		#[pallet::call_index(2)]
		pub fn draw_indices(
			origin: OriginFor<T>,
			list: StatusListId,
			secret: [u8; 32],
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_draw_indices(list, secret)
		}

		/// Set statuses of entries that were given out: all that are named, or none.
		///
		/// - `origin`: signed by the issuer.
		/// - `list`: the list.
		/// - `changes`: which entries, each named once, and what they say from now on. In a list of
		///   revocations or refreshes only 1, for ever.
		///
		/// Emits [`Event::StatusesChanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::set_statuses(
			u32::try_from(changes.len()).unwrap_or(u32::MAX)
		))]
		pub fn set_statuses(
			origin: OriginFor<T>,
			list: StatusListId,
			changes: StatusChangesOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_statuses(who, list, changes)
		}

		/// Close a list: it gives out no more indices, and an open request ends. Statuses can still
		/// be set.
		///
		/// - `origin`: signed by the issuer.
		/// - `list`: the list.
		///
		/// Emits [`Event::ListClosed`].
		#[pallet::call_index(4)]
		pub fn close_list(origin: OriginFor<T>, list: StatusListId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_list(who, list)
		}

		/// Remove a list that was closed long enough ago, with all its entries, and return its
		/// deposit.
		///
		/// - `origin`: signed by the issuer.
		/// - `list`: the list.
		///
		/// Emits [`Event::ListRemoved`].
		#[pallet::call_index(5)]
		pub fn remove_list(origin: OriginFor<T>, list: StatusListId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_list(who, list)
		}

		/// Offer a list to another account, or take an offer back. A new offer replaces an earlier
		/// one.
		///
		/// - `origin`: signed by the issuer.
		/// - `list`: the list.
		/// - `to`: who may accept, or nobody.
		///
		/// Emits [`Event::ListOffered`].
		#[pallet::call_index(6)]
		pub fn offer_list(
			origin: OriginFor<T>,
			list: StatusListId,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_list(who, list, to)
		}

		/// Take a list over. Not while indices are to be drawn, with a secret that only the former
		/// issuer knows.
		///
		/// - `origin`: signed by the account that the list was offered to. It pays the deposit, and
		///   the former issuer gets its own back.
		/// - `list`: the list.
		///
		/// Emits [`Event::ListTransferred`].
		#[pallet::call_index(7)]
		pub fn accept_list(origin: OriginFor<T>, list: StatusListId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_list(who, list)
		}

		/// Refuse new work: lists, and requests for indices. Open draws, statuses and whatever ends
		/// a list go on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(8)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(9)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A list and where it stands.
		pub fn list(list: StatusListId) -> Option<ListInfo<T::AccountId, BlockNumberFor<T>>> {
			Self::list_info(list)
		}

		/// The status at `index` of a list; `None` when there is no such list or the index was
		/// never given out.
		pub fn status(list: StatusListId, index: u32) -> Option<u8> {
			Self::status_at(list, index)
		}

		/// The statuses of the entries `chunk * 1024` to `chunk * 1024 + 1023`, the first one in
		/// the most significant bits of the first byte; `None` when there is no such list or
		/// chunk.
		pub fn chunk(list: StatusListId, chunk: u8) -> Option<alloc::vec::Vec<u8>> {
			Self::chunk_of_list(list, chunk)
		}

		/// Lists of `issuer`, at most `limit` and at most `MaxPage` of them. To read on, give the
		/// last one of a page as `after`.
		pub fn lists_of(
			issuer: T::AccountId,
			after: Option<StatusListId>,
			limit: u32,
		) -> alloc::vec::Vec<StatusListId> {
			Self::page_of_lists(&issuer, after, limit)
		}
	}
}
