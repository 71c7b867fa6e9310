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

#[cfg(any(test, feature = "try-runtime"))]
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

pub use logic::{debug_floor, judge, judge_without_policy};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// A verifier, as stored.
pub type VerifierRecordOf<T> = VerifierRecord<<T as Config>::VerifierTicket>;
/// A challenge, as stored.
pub type ChallengeRecordOf<T> =
	ChallengeRecord<AccountIdOf<T>, BlockNumberFor<T>, <T as Config>::ChallengeTicket>;
/// A challenge, as told to apps.
pub type ChallengeInfoOf<T> = ChallengeInfo<BlockNumberFor<T>>;
/// A result, as stored.
pub type ResultRecordOf<T> = ResultRecord<AccountIdOf<T>, <T as Config>::ResultTicket>;

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
	use mote_primitives::{
		DeviceId, DeviceRegistry, Distrust, ManufacturerRegistry, ModelId, TrustPurpose,
	};
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
		/// The record of a verifier.
		#[codec(index = 0)]
		Verifier,
		/// A challenge that waits for its answer.
		#[codec(index = 1)]
		Challenge,
		/// What a verifier said of a device.
		#[codec(index = 2)]
		Result,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they approve and suspend verifiers, may take any result back, and say what
		/// has to be found in devices.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// The register of manufacturers and models.
		type Manufacturers: ManufacturerRegistry<AccountId = Self::AccountId>;

		/// What a verifier puts up for its own record.
		type VerifierTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a challenge by whoever asks for it.
		type ChallengeTicket: Consideration<Self::AccountId, Footprint>;

		/// What a verifier puts up for a result.
		type ResultTicket: Consideration<Self::AccountId, Footprint>;

		/// For how many blocks a challenge can be answered.
		#[pallet::constant]
		type ChallengePeriod: Get<BlockNumberFor<Self>>;

		/// The longest a result may count, in milliseconds.
		#[pallet::constant]
		type MaxResultTerm: Get<Moment>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The generation that the next registration takes. Never given out again.
	#[pallet::storage]
	pub type NextGeneration<T> = StorageValue<_, Generation, ValueQuery>;

	/// How many challenges were ever issued. Goes into every nonce, so that none repeats.
	#[pallet::storage]
	pub type ChallengeCount<T> = StorageValue<_, u64, ValueQuery>;

	/// Verifiers.
	// `Blake2_128Concat`, here and below: accounts and keys of devices can be chosen to collide.
	#[pallet::storage]
	pub type Verifiers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, VerifierRecordOf<T>, OptionQuery>;

	/// The latest challenge for each device, until it is answered or removed.
	#[pallet::storage]
	pub type Challenges<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, ChallengeRecordOf<T>, OptionQuery>;

	/// The latest result for each device, whether or not it counts.
	#[pallet::storage]
	pub type Results<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, ResultRecordOf<T>, OptionQuery>;

	/// What has to be found in devices of a model before they are relied on for a purpose.
	#[pallet::storage]
	pub type Policies<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ModelId,
		Blake2_128Concat,
		TrustPurpose,
		Policy,
		OptionQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				!T::ChallengePeriod::get().is_zero(),
				"ChallengePeriod = 0 would let no challenge be answered"
			);
			assert!(T::MaxResultTerm::get() > 0, "MaxResultTerm = 0 would refuse every result");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Ask for a place as a verifier. The trustees decide.
		///
		/// - `origin`: signed; this account will post results and pays the deposit.
		/// - `metadata_hash`: hash of a document about the verifier, kept off chain.
		///
		/// Emits [`Event::VerifierRegistered`].
		#[pallet::call_index(0)]
		pub fn register_verifier(origin: OriginFor<T>, metadata_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_verifier(who, metadata_hash)
		}

		/// Approve a verifier that is proposed or suspended. Its results count, also those that it
		/// posted before it was suspended.
		///
		/// - `origin`: the trustees.
		/// - `who`: the verifier.
		/// - `generation`: the registration that was examined. When the verifier has registered
		///   anew meanwhile, nothing is approved.
		///
		/// Emits [`Event::VerifierApproved`].
		#[pallet::call_index(1)]
		pub fn approve_verifier(
			origin: OriginFor<T>,
			who: T::AccountId,
			generation: Generation,
		) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_approve_verifier(who, generation)
		}

		/// Suspend a verifier. None of its results counts from now on.
		///
		/// - `origin`: the trustees.
		/// - `who`: the verifier.
		///
		/// Emits [`Event::VerifierSuspended`].
		#[pallet::call_index(2)]
		pub fn suspend_verifier(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_suspend_verifier(who)
		}

		/// Leave as a verifier. None of the results counts any more, not even after coming back.
		///
		/// - `origin`: signed by the verifier.
		///
		/// Emits [`Event::VerifierWithdrawn`].
		#[pallet::call_index(3)]
		pub fn withdraw_verifier(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_verifier(who)
		}

		/// Ask for something fresh that a device's evidence has to contain. Everybody may use it.
		///
		/// - `origin`: signed; pays the deposit, which comes back when the challenge is answered,
		///   replaced or removed.
		/// - `device`: the device.
		///
		/// Emits [`Event::ChallengeIssued`].
		#[pallet::call_index(4)]
		pub fn request_challenge(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_challenge(who, device)
		}

		/// Remove a challenge that nobody can answer any more and return its deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		///
		/// Emits [`Event::ChallengePruned`].
		#[pallet::call_index(5)]
		pub fn prune_challenge(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_challenge(device)
		}

		/// Say what a device's evidence was found to be worth. The challenge is used up by it, and
		/// the device's former result is replaced, whoever posted that.
		///
		/// - `origin`: signed by an approved verifier, which pays the deposit.
		/// - `device`: the device.
		/// - `result`: what was found, with the nonce of the open challenge.
		///
		/// Emits [`Event::ResultPosted`].
		#[pallet::call_index(6)]
		pub fn post_result(
			origin: OriginFor<T>,
			device: DeviceId,
			result: ResultClaims,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_post_result(who, device, result)
		}

		/// Take a result back and return its deposit. The device counts as never appraised.
		///
		/// - `origin`: signed by the account that posted it, or the trustees.
		/// - `device`: the device.
		///
		/// Emits [`Event::ResultRetracted`].
		#[pallet::call_index(7)]
		pub fn retract_result(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let actor = Self::ensure_trustee_or_signed(origin)?;
			Self::do_retract_result(actor, device)
		}

		/// Remove a result that has expired, or whose device has ended, and return its deposit. One
		/// that does not speak against its device can also be removed when its verifier has left.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		///
		/// Emits [`Event::ResultPruned`].
		#[pallet::call_index(8)]
		pub fn prune_result(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_result(device)
		}

		/// Say what has to be found in devices of a model before they are relied on for a purpose.
		///
		/// - `origin`: the trustees.
		/// - `model`: the model.
		/// - `purpose`: what its devices are to be relied on for.
		/// - `policy`: what has to be found. Replaces the former policy.
		///
		/// Emits [`Event::PolicySet`].
		#[pallet::call_index(9)]
		pub fn set_policy(
			origin: OriginFor<T>,
			model: ModelId,
			purpose: TrustPurpose,
			policy: Policy,
		) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_policy(model, purpose, policy)
		}

		/// Take a policy back. Devices of the model need no appraisal for this purpose.
		///
		/// - `origin`: the trustees.
		/// - `model`: the model.
		/// - `purpose`: what the policy was for.
		///
		/// Emits [`Event::PolicyRemoved`].
		#[pallet::call_index(10)]
		pub fn remove_policy(
			origin: OriginFor<T>,
			model: ModelId,
			purpose: TrustPurpose,
		) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_remove_policy(model, purpose)
		}

		/// Stop new work: verifiers and challenges. Results can still be posted, and what ends goes
		/// on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(11)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Let new work go on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(12)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A verifier and where it stands.
		pub fn verifier(who: T::AccountId) -> Option<VerifierInfo> {
			Self::verifier_info(&who)
		}

		/// The latest challenge for a device, and whether it can be answered now.
		pub fn challenge(device: DeviceId) -> Option<ChallengeInfo<BlockNumberFor<T>>> {
			Self::challenge_info(&device)
		}

		/// The latest result for a device, whether or not it counts.
		pub fn result(device: DeviceId) -> Option<ResultInfo<T::AccountId>> {
			Self::result_info(&device)
		}

		/// What has to be found in devices of a model before they are relied on for a purpose;
		/// `None` when they need no appraisal.
		pub fn policy(model: ModelId, purpose: TrustPurpose) -> Option<Policy> {
			Policies::<T>::get(model, purpose)
		}

		/// What this pallet says of relying on a device for a purpose now. It looks at nothing but
		/// appraisals: the register's view function `trusted` gives the whole answer.
		pub fn appraisal(device: DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
			Self::appraisal_of(&device, purpose)
		}
	}
}
