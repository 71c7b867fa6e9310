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

use frame_support::{pallet_macros::import_section, traits::fungible::Inspect};

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// An amount of the currency in which pins are bonded.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<AccountIdOf<T>>>::Balance;
/// Somebody's word that it keeps the content of a batch, as stored.
pub type PinRecordOf<T> = PinRecord<AccountIdOf<T>, BalanceOf<T>>;

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
		traits::{fungible::MutateHold, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{BatchId, BatchRegistry, Reading, StreamRegistry};
	use sp_core::H256;
	use sp_runtime::traits::Zero;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A pin: what the pinner loses when it does not keep its word, and what its record costs.
		#[codec(index = 0)]
		Pin,
		/// An audit: what the challenger loses when it walks away.
		#[codec(index = 1)]
		Audit,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who keeps the batches.
		type Batches: BatchRegistry<AccountId = Self::AccountId>;

		/// Who keeps the streams.
		type Streams: StreamRegistry;

		/// In which pins are bonded.
		type Currency: MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// What is held for a pin. Not less than the price of its record.
		#[pallet::constant]
		type PinBond: Get<BalanceOf<Self>>;

		/// What is held for an audit.
		#[pallet::constant]
		type AuditBond: Get<BalanceOf<Self>>;

		/// What a pinner gets of it for an audit that it passes. Less than `AuditBond`, so that to
		/// walk away is dearer than to lose.
		#[pallet::constant]
		type AuditFee: Get<BalanceOf<Self>>;

		/// How many may pin a batch.
		#[pallet::constant]
		type MaxPins: Get<u32>;

		/// How long after its anchoring a batch counts as available before anybody has pinned it,
		/// in milliseconds.
		#[pallet::constant]
		type PinDeadline: Get<Moment>;

		/// How long before its end a pinner has to give notice, in milliseconds. Not less than
		/// `AuditTerm`.
		#[pallet::constant]
		type UnpinNotice: Get<Moment>;

		/// How long each step of an audit may take, and how long after its notice a pinner has to
		/// leave, in milliseconds.
		#[pallet::constant]
		type AuditTerm: Get<Moment>;

		/// How long a pin has rest from the end of an audit to the next one, in milliseconds. Not
		/// less than `AuditTerm`, so that audits cannot keep a pinner from leaving.
		#[pallet::constant]
		type AuditPause: Get<Moment>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// Who keeps the content of which batch.
	// `Blake2_128Concat`, here and below: ids of devices are hashes of keys that somebody chooses.
	#[pallet::storage]
	pub type Pins<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		BatchId,
		Blake2_128Concat,
		T::AccountId,
		PinRecordOf<T>,
		OptionQuery,
	>;

	/// How many keep the content of the batch that was anchored at this moment, so that this costs
	/// one read to know. The moment tells batches apart that had the same id one after the other.
	#[pallet::storage]
	pub type PinCounts<T> = StorageMap<_, Blake2_128Concat, (BatchId, Moment), u32, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxPins::get() > 0, "MaxPins = 0 would make every batch unavailable");
			assert!(T::AuditTerm::get() > 0, "AuditTerm = 0 would fail every audit");
			assert!(!T::PinBond::get().is_zero(), "PinBond = 0 would make a pinner's word empty");
			assert!(
				T::AuditFee::get() < T::AuditBond::get(),
				"AuditFee >= AuditBond would let a challenger walk away from any draw for nothing"
			);
			assert!(
				T::UnpinNotice::get() >= T::AuditTerm::get(),
				"UnpinNotice < AuditTerm would let a pinner be free to leave most of the time"
			);
			assert!(
				T::AuditPause::get() >= T::AuditTerm::get(),
				"AuditPause < AuditTerm would let audits keep a pinner from leaving"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Give one's word that one keeps the content of a batch, and shows any reading of it when
		/// asked.
		///
		/// - `origin`: signed by anyone, of whom a bond is held.
		/// - `id`: the batch.
		///
		/// Emits [`Event::Pinned`].
		#[pallet::call_index(0)]
		pub fn pin(origin: OriginFor<T>, id: BatchId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pin(who, id)
		}

		/// Give notice that one will not keep the content of a batch for ever. Void when one has
		/// not left within `AuditTerm` of its end, or of that of an audit in which it ended.
		///
		/// - `origin`: signed by a pinner.
		/// - `id`: the batch.
		///
		/// Emits [`Event::UnpinAnnounced`].
		#[pallet::call_index(1)]
		pub fn announce_unpin(origin: OriginFor<T>, id: BatchId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce_unpin(who, id)
		}

		/// Take one's word back after the notice, and get the bond back. At once when nobody has to
		/// keep the batch any more.
		///
		/// - `origin`: signed by a pinner.
		/// - `id`: the batch.
		///
		/// Emits [`Event::Unpinned`].
		#[pallet::call_index(2)]
		pub fn unpin(origin: OriginFor<T>, id: BatchId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unpin(who, id)
		}

		/// End a pin of a batch that nobody has to keep any more: pruned, erased or disputed. The
		/// bond returns. An audit under way ends with it, and its bond returns too.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the batch.
		/// - `pinner`: whose pin.
		///
		/// Emits [`Event::Unpinned`], after [`Event::AuditClosed`] if there was an audit.
		#[pallet::call_index(3)]
		pub fn release_pin(
			origin: OriginFor<T>,
			id: BatchId,
			pinner: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_pin(id, pinner)
		}

		/// Ask a pinner to show a reading that nobody can foresee.
		///
		/// - `origin`: signed by anyone but the pinner; a bond is held.
		/// - `id`: the batch.
		/// - `pinner`: whom.
		/// - `commitment`: to 32 random bytes: see the view function `commitment`.
		///
		/// Emits [`Event::AuditOpened`].
		#[pallet::call_index(4)]
		pub fn open_audit(
			origin: OriginFor<T>,
			id: BatchId,
			pinner: T::AccountId,
			commitment: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_audit(who, id, pinner, commitment)
		}

		/// Bring one's own random bytes to an audit of one's pin.
		///
		/// - `origin`: signed by the pinner.
		/// - `id`: the batch.
		/// - `nonce`: 32 random bytes, in the open.
		///
		/// Emits [`Event::AuditAnswered`].
		#[pallet::call_index(5)]
		pub fn answer_audit(
			origin: OriginFor<T>,
			id: BatchId,
			nonce: AuditNonce,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_answer_audit(who, id, nonce)
		}

		/// Reveal the bytes that one has committed to. Both together draw a reading.
		///
		/// - `origin`: signed by the challenger.
		/// - `id`: the batch.
		/// - `pinner`: whose pin.
		/// - `nonce`: the bytes.
		///
		/// Emits [`Event::AuditRevealed`].
		#[pallet::call_index(6)]
		pub fn reveal_audit(
			origin: OriginFor<T>,
			id: BatchId,
			pinner: T::AccountId,
			nonce: AuditNonce,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal_audit(who, id, pinner, nonce)
		}

		/// Show the reading that was drawn, and be paid for it.
		///
		/// - `origin`: signed by the pinner.
		/// - `id`: the batch.
		/// - `reading`: the reading.
		/// - `path`: the path that proves it.
		///
		/// Emits [`Event::AuditClosed`].
		#[pallet::call_index(7)]
		pub fn prove_audit(
			origin: OriginFor<T>,
			id: BatchId,
			reading: Reading,
			path: ReadingPath,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prove_audit(who, id, reading, path)
		}

		/// End an audit in which somebody is too late, or whose batch is gone, erased or disputed.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the batch.
		/// - `pinner`: whose pin.
		///
		/// Emits [`Event::AuditClosed`], and [`Event::Unpinned`] when the pinner was too late.
		#[pallet::call_index(8)]
		pub fn close_audit(
			origin: OriginFor<T>,
			id: BatchId,
			pinner: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_audit(id, pinner)
		}

		/// Refuse new pins and audits. Those that there are come to their end.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(9)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new pins and audits again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(10)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Who keeps the content of a batch: at most `MaxPins`. Besides, pins of batches that had
		/// this id before and that nobody has released: their `anchored_at` is another.
		pub fn pins_of(id: BatchId) -> alloc::vec::Vec<PinInfo<T::AccountId>> {
			Self::pin_infos(&id)
		}

		/// The audit of a pin that is under way.
		pub fn audit(id: BatchId, pinner: T::AccountId) -> Option<AuditInfo<T::AccountId>> {
			Self::audit_info(&id, &pinner)
		}

		/// Whether the content of a batch counts as available. Nothing for a batch that is not
		/// there.
		pub fn availability(id: BatchId) -> Option<bool> {
			Self::availability_of(&id)
		}

		/// What a challenger commits to with these random bytes. Ask a node that you trust: it sees
		/// them.
		pub fn commitment(
			nonce: AuditNonce,
			challenger: T::AccountId,
			id: BatchId,
			pinner: T::AccountId,
		) -> H256 {
			audit_commitment(&nonce, &challenger, &id, &pinner)
		}
	}
}
