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

pub use logic::{check_moment, due, is_weaker, is_within_step, raised_floor, BadMoment};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, BoundedVec};

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// A member of a manufacturer's staff, as stored.
pub type StaffRecordOf<T> = StaffRecord<AccountIdOf<T>, <T as Config>::StaffTicket>;
/// A release, as stored.
pub type ReleaseRecordOf<T> = ReleaseRecord<AccountIdOf<T>, <T as Config>::ReleaseTicket>;
/// What all releases of a model have in common, as stored.
pub type LineRecordOf<T> = LineRecord<BoundedVec<Deadline, <T as Config>::MaxReleases>>;
/// What a device last said of its firmware, as stored.
pub type InstalledRecordOf<T> = InstalledRecord<AccountIdOf<T>, <T as Config>::ReportTicket>;

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
		DeviceId, DeviceRegistry, DeviceSignature, FirmwareReport, ManufacturerId,
		ManufacturerRegistry, ModelId, TrustPurposes,
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
		/// The record of a member of a manufacturer's staff.
		#[codec(index = 0)]
		Staff,
		/// The record of a release.
		#[codec(index = 1)]
		Release,
		/// The record of what a device said of its firmware.
		#[codec(index = 2)]
		Report,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may withdraw any release and set any policy.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: whose key speaks for which.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// The register of manufacturers: who acts for which, and which models there are.
		type Manufacturers: ManufacturerRegistry<AccountId = Self::AccountId>;

		/// What a manufacturer puts up for a member of its staff.
		type StaffTicket: Consideration<Self::AccountId, Footprint>;

		/// What a publisher puts up for a release.
		type ReleaseTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a device's report by whoever carries the first one.
		type ReportTicket: Consideration<Self::AccountId, Footprint>;

		/// How many releases of a model may have a record. Bounds the list of its deadlines too.
		#[pallet::constant]
		type MaxReleases: Get<u32>;

		/// The least time that a deadline leaves devices, from approval on, in milliseconds.
		#[pallet::constant]
		type MinUpdateTerm: Get<Moment>;

		/// How old a report may be when it reaches the chain, in milliseconds.
		#[pallet::constant]
		type MaxReportAge: Get<Moment>;

		/// How long the record of a withdrawn release stays, in milliseconds.
		#[pallet::constant]
		type Retention: Get<Moment>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// Whom manufacturers appointed, and for what.
	// `Twox64Concat`: the ids are assigned, and nobody is appointed for one that does not exist.
	#[pallet::storage]
	pub type Staff<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ManufacturerId,
		Blake2_128Concat,
		T::AccountId,
		StaffRecordOf<T>,
		OptionQuery,
	>;

	/// Releases, by model and number.
	#[pallet::storage]
	pub type Releases<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ModelId,
		Blake2_128Concat,
		Seq,
		ReleaseRecordOf<T>,
		OptionQuery,
	>;

	/// What all releases of a model have in common. Entries stay for ever: no number is given out
	/// twice, not even after all releases are gone.
	#[pallet::storage]
	pub type Lines<T: Config> =
		StorageMap<_, Blake2_128Concat, ModelId, LineRecordOf<T>, OptionQuery>;

	/// For which purposes outdated firmware of a model counts, where that is not all of them.
	// Only the trustees ever make an entry, so no ticket covers it.
	#[pallet::storage]
	pub type Policies<T: Config> =
		StorageMap<_, Blake2_128Concat, ModelId, TrustPurposes, OptionQuery>;

	/// What devices last said of their firmware.
	#[pallet::storage]
	pub type Installed<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, InstalledRecordOf<T>, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxReleases::get() > 0, "MaxReleases = 0 would refuse every release");
			assert!(
				T::MinUpdateTerm::get() > 0,
				"MinUpdateTerm = 0 would let a deadline pass before any device knows of it"
			);
			assert!(
				T::MaxReportAge::get() > 0,
				"MaxReportAge = 0 would refuse every carried report"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Let somebody publish or approve a manufacturer's firmware, or change what it may do.
		///
		/// - `origin`: signed by the account of an approved manufacturer, which pays the deposit.
		/// - `manufacturer`: the manufacturer.
		/// - `who`: whom.
		/// - `roles`: what for: 1 publishing, 2 approving, or their sum.
		///
		/// Emits [`Event::StaffAppointed`].
		#[pallet::call_index(0)]
		pub fn appoint(
			origin: OriginFor<T>,
			manufacturer: ManufacturerId,
			who: T::AccountId,
			roles: FirmwareRoles,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_appoint(account, manufacturer, who, roles)
		}

		/// End somebody's work for a manufacturer and return the deposit. What it published or
		/// approved stays.
		///
		/// - `origin`: signed by the manufacturer's account or by that member of its staff; by
		///   anyone when there is no such manufacturer any more.
		/// - `manufacturer`: the manufacturer.
		/// - `who`: whom.
		///
		/// Emits [`Event::StaffDismissed`].
		#[pallet::call_index(1)]
		pub fn dismiss(
			origin: OriginFor<T>,
			manufacturer: ManufacturerId,
			who: T::AccountId,
		) -> DispatchResult {
			let caller = ensure_signed(origin)?;
			Self::do_dismiss(caller, manufacturer, who)
		}

		/// Publish the draft of a release. Nobody is to install it until somebody else approves it.
		///
		/// - `origin`: signed by a publisher of an approved manufacturer, or by its own account;
		///   pays the deposit.
		/// - `model`: the model that it is for.
		/// - `spec`: what the release is. Its number is above all before it.
		///
		/// Emits [`Event::ReleasePublished`].
		#[pallet::call_index(2)]
		pub fn publish(origin: OriginFor<T>, model: ModelId, spec: ReleaseSpec) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish(who, model, spec)
		}

		/// Approve a draft that somebody else published. From now on it is out.
		///
		/// - `origin`: signed by an approver of an approved manufacturer, or by its own account.
		/// - `model`: the model.
		/// - `spec`: the draft that was examined, whole. When the draft of this number says
		///   anything else, nothing is approved.
		///
		/// Emits [`Event::ReleaseApproved`].
		#[pallet::call_index(3)]
		pub fn approve(origin: OriginFor<T>, model: ModelId, spec: ReleaseSpec) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(who, model, spec)
		}

		/// Withdraw a release. A draft is gone at once, and its deposit comes back. One that was
		/// out keeps its record, its deadline ends, and devices that run it are not trusted.
		///
		/// - `origin`: the trustees, or signed by an approver of the manufacturer or by its own
		///   account; for a draft also by its publisher. Once the manufacturer is not approved any
		///   more, what was out can be withdrawn by the trustees only.
		/// - `model`: the model.
		/// - `seq`: the release.
		///
		/// Emits [`Event::DraftRemoved`] or [`Event::ReleaseWithdrawn`].
		#[pallet::call_index(4)]
		pub fn withdraw(origin: OriginFor<T>, model: ModelId, seq: Seq) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_withdraw(who, model, seq)
		}

		/// Remove the record of a release that was withdrawn long enough ago, and return its
		/// deposit. Its number is not given out again.
		///
		/// - `origin`: signed by anyone. When there is no such model any more, its publisher and
		///   the manufacturer's account can remove any release, at any time.
		/// - `model`: the model.
		/// - `seq`: the release.
		///
		/// Emits [`Event::ReleasePruned`].
		#[pallet::call_index(5)]
		pub fn prune_release(origin: OriginFor<T>, model: ModelId, seq: Seq) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prune_release(who, model, seq)
		}

		/// Say for which purposes a device of this model is not relied on when it missed a
		/// deadline. Until somebody says otherwise that is all of them.
		///
		/// - `origin`: the trustees, or signed by the account of an approved manufacturer, which
		///   can only add purposes.
		/// - `model`: the model.
		/// - `purposes`: all those purposes from now on: 1 sensor data, 2 metering, 4 medical, 8
		///   oracle, or their sum.
		///
		/// Emits [`Event::PolicySet`].
		#[pallet::call_index(6)]
		pub fn set_policy(
			origin: OriginFor<T>,
			model: ModelId,
			purposes: TrustPurposes,
		) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_set_policy(who, model, purposes)
		}

		/// Carry to the chain what a device says of the firmware it runs. It is kept whatever it
		/// is, and the device is trusted accordingly.
		///
		/// - `origin`: signed by anyone. Who carries a device's first report pays the deposit.
		/// - `report`: what the device says. Later than its report before, and not behind a release
		///   that it is known to have run.
		/// - `key_index`: which of the device's operational keys signed it.
		/// - `signature`: that key's signature over `report` (envelope kind 9).
		///
		/// Emits [`Event::FirmwareReported`].
		#[pallet::call_index(7)]
		pub fn report(
			origin: OriginFor<T>,
			report: FirmwareReport,
			key_index: u16,
			signature: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report(who, report, key_index, signature)
		}

		/// Remove what a device said that is at its end or not in the register any more, and return
		/// the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		///
		/// Emits [`Event::ReportPruned`].
		#[pallet::call_index(8)]
		pub fn prune_report(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_report(device)
		}

		/// Refuse new work: appointments, releases, approvals, policies. Reports, and what ends or
		/// protects, go on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(9)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
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
		/// A release and where it stands.
		pub fn release(model: ModelId, seq: Seq) -> Option<ReleaseInfo<T::AccountId>> {
			Releases::<T>::get(model, seq).map(Into::into)
		}

		/// All releases of a model that have a record, by rising number. At most `MaxReleases`.
		pub fn releases_of(model: ModelId) -> alloc::vec::Vec<ReleaseInfo<T::AccountId>> {
			Self::release_infos(&model)
		}

		/// What a device last said of its firmware, and what that is worth now. Nothing for a
		/// device that the register does not know.
		pub fn installed(device: DeviceId) -> Option<InstalledInfo> {
			Self::installed_info(&device)
		}

		/// The release that a device should install next: the highest one that is out, above what
		/// it is known to have run, and within its reach.
		pub fn next_update(device: DeviceId) -> Option<ReleaseInfo<T::AccountId>> {
			Self::update_for(&device)
		}

		/// For which purposes a device of this model is not relied on when it missed a deadline.
		pub fn policy(model: ModelId) -> TrustPurposes {
			Self::policy_of(&model)
		}

		/// What somebody may do for a manufacturer, if anything. Its own account may do everything.
		pub fn staff(manufacturer: ManufacturerId, who: T::AccountId) -> Option<FirmwareRoles> {
			Self::roles_of(manufacturer, &who)
		}

		/// What all releases of a model have in common.
		pub fn line(model: ModelId) -> Option<LineInfo> {
			Self::line_info(&model)
		}
	}
}
