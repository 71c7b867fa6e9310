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

use frame_support::{pallet_macros::import_section, BoundedVec};

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// A rule, as stored.
pub type RuleRecordOf<T> = RuleRecord<AccountIdOf<T>, <T as Config>::RuleTicket>;
/// All rules of a stream, as stored.
pub type RuleSetOf<T> = RuleSet<BoundedVec<RuleRecordOf<T>, <T as Config>::MaxRules>>;

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
	use mote_primitives::{Alert, DeviceId, DeviceRegistry, OnAlert, StreamId, StreamRegistry};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A rule.
		#[codec(index = 0)]
		Rule,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new rules.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: who looks after which.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// Who keeps the streams.
		type Streams: StreamRegistry;

		/// Who is told when a rule is broken or kept again.
		type OnAlert: OnAlert;

		/// What is put up for a rule.
		type RuleTicket: Consideration<Self::AccountId, Footprint>;

		/// How many rules a stream may have. Each reading of the stream pays for all of them.
		#[pallet::constant]
		type MaxRules: Get<u32>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new rules are refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The rules of each stream that has any. In one record, since a reading asks for all of them.
	// `Blake2_128Concat`: ids of devices are hashes of keys that somebody chooses.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Blake2_128Concat,
		StreamId,
		RuleSetOf<T>,
		OptionQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxRules::get() > 0, "MaxRules = 0 would refuse every rule");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Set a rule for the readings of a stream that come from now on.
		///
		/// - `origin`: signed by the device's owner or an operator with the right to suspend it;
		///   pays the deposit.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		/// - `spec`: what is allowed.
		///
		/// Emits [`Event::RuleSet`].
		#[pallet::call_index(0)]
		pub fn set_rule(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
			spec: RuleSpec,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_rule(who, device, stream, spec)
		}

		/// Remove a rule and return its deposit.
		///
		/// - `origin`: signed by the device's owner or an operator; by whoever put up the deposit
		///   when it does not own the device any more; by anyone when the device is at its end, or
		///   the stream is gone or has another unit or scale by now.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		/// - `rule`: the number of the rule.
		///
		/// Emits [`Event::RuleRemoved`].
		#[pallet::call_index(1)]
		pub fn remove_rule(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
			rule: RuleNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_rule(who, device, stream, rule)
		}

		/// Forget what a rule knows: its alarm, and the time outside so far. For new goods in the
		/// same fridge.
		///
		/// - `origin`: signed by the device's owner.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		/// - `rule`: the number of the rule.
		///
		/// Emits [`Event::RuleReset`].
		#[pallet::call_index(2)]
		pub fn reset_rule(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
			rule: RuleNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reset_rule(who, device, stream, rule)
		}

		/// Say that a stream is silent: no reading has come for more than twice its period. What
		/// follows from that for its rules happens now, instead of with the next reading.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		///
		/// Emits [`Event::Alerted`] for each rule to which something happens.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::report_gap(T::MaxRules::get())
			.saturating_add(Pallet::<T>::max_telling_weight()))]
		pub fn report_gap(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_report_gap(device, stream)
		}

		/// Refuse new rules. Those that there are watch on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(4)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new rules again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(5)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The rules of a stream and where they stand, by rising number. At most `MaxRules`.
		pub fn rules_of(
			device: DeviceId,
			stream: StreamId,
		) -> alloc::vec::Vec<RuleInfo<T::AccountId>> {
			Self::rule_infos(&device, stream)
		}

		/// Whether any rule of a stream is in alarm.
		pub fn is_alarmed(device: DeviceId, stream: StreamId) -> bool {
			Self::has_alarm(&device, stream)
		}
	}
}
