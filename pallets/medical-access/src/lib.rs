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

mod audit;
mod errors;
mod events;
mod facts;
mod features;
mod storage;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
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

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungible::Inspect, BoundedVec};
use sp_core::ConstU32;

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// An amount of the currency in which bonds are put up.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<AccountIdOf<T>>>::Balance;
/// An organisation, as stored.
pub type OrganisationRecordOf<T> =
	OrganisationRecord<AccountIdOf<T>, BalanceOf<T>, <T as Config>::OrgTicket>;
/// A membership, as stored.
pub type MemberRecordOf<T> = MemberRecord<AccountIdOf<T>, <T as Config>::MemberTicket>;
/// An account that is barred, as stored.
pub type BarRecordOf<T> = BarRecord<AccountIdOf<T>, <T as Config>::MemberTicket>;
/// A device, as stored.
pub type MedicalDeviceRecordOf<T> =
	MedicalDeviceRecord<AccountIdOf<T>, <T as Config>::DeviceTicket>;
/// A patient, as stored.
pub type PatientRecordOf<T> = PatientRecord<AccountIdOf<T>, <T as Config>::SubjectTicket>;
/// A consent, as stored.
pub type ConsentRecordOf<T> = ConsentRecord<AccountIdOf<T>, <T as Config>::ConsentTicket>;
/// A safety profile, as stored.
pub type ProfileRecordOf<T> = ProfileRecord<AccountIdOf<T>, <T as Config>::ProfileTicket>;
/// A command, as stored.
pub type CommandRecordOf<T> = CommandRecord<AccountIdOf<T>, <T as Config>::CommandTicket>;
/// A break-glass, as stored.
pub type BreakGlassRecordOf<T> =
	BreakGlassRecord<AccountIdOf<T>, BalanceOf<T>, <T as Config>::BreakGlassTicket>;
/// A reader's key, as stored.
pub type KeyRecordOf<T> = KeyRecord<AccountIdOf<T>, <T as Config>::KeyTicket>;
/// The keys of a record, as stored.
pub type KeysOf<T> = BoundedVec<KeyRecordOf<T>, ConstU32<MAX_KEYS>>;
/// A pointer to a record, as stored.
pub type RecordEntryOf<T> = RecordEntry<AccountIdOf<T>, KeysOf<T>, <T as Config>::RecordTicket>;

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
// What the macros generate for storage has some.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateHold, Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_authorisation::{
		Action, Actions, AuditEntry, Basis, BreakGlassId, CommandSeq, CommandTerms, ConsentId,
		ConsentTerms, Decision, OrgId, Purpose, RecordId, Refusal, ReviewOutcome, Roles,
		SafetyProfile, SoftLimits, SubjectId,
	};
	use mote_primitives::{
		CommandReceipt, ContentId, CredentialStatus, DeviceId, DeviceRegistry, DeviceSignature,
		ManufacturerRegistry, ModelId, StatusListId,
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
		/// An organisation.
		#[codec(index = 0)]
		Organisation,
		/// A member of an organisation.
		#[codec(index = 1)]
		Member,
		/// A device that an organisation runs.
		#[codec(index = 2)]
		Device,
		/// A patient in relation to an organisation.
		#[codec(index = 3)]
		Patient,
		/// A consent.
		#[codec(index = 4)]
		Consent,
		/// What a manufacturer says of a model.
		#[codec(index = 5)]
		Profile,
		/// A command.
		#[codec(index = 6)]
		Command,
		/// A break-glass.
		#[codec(index = 7)]
		BreakGlass,
		/// A record of a patient.
		#[codec(index = 8)]
		Record,
		/// A reader's key of a record.
		#[codec(index = 9)]
		Key,
		/// What somebody puts up to break the glass, until the review.
		#[codec(index = 10)]
		BreakGlassBond,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The medical authority: accredits organisations and admits lists of credentials.
		type AuthorityOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: whose device it is, whose key speaks for it, and whether it can
		/// be relied on.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// The register of manufacturers: who speaks for a model.
		type Manufacturers: ManufacturerRegistry<AccountId = Self::AccountId>;

		/// The register of credentials: whether one still counts.
		type Credentials: CredentialStatus;

		/// In which bonds are put up.
		type Currency: MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// Where the bonds of unjustified break-glasses go. Nobody who reviews should have it.
		type Pot: Get<Self::AccountId>;

		/// What an admin puts up for an organisation.
		type OrgTicket: Consideration<Self::AccountId, Footprint>;

		/// What an admin puts up for a member.
		type MemberTicket: Consideration<Self::AccountId, Footprint>;

		/// What an owner puts up for a device.
		type DeviceTicket: Consideration<Self::AccountId, Footprint>;

		/// What an admin puts up for a patient.
		type SubjectTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a consent by whoever drafts or grants it.
		type ConsentTicket: Consideration<Self::AccountId, Footprint>;

		/// What a manufacturer puts up for a safety profile.
		type ProfileTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a command by whoever requests it.
		type CommandTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a break-glass by whoever opens it, besides the organisation's bond.
		type BreakGlassTicket: Consideration<Self::AccountId, Footprint>;

		/// What an author puts up for a record.
		type RecordTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a reader's key by whoever shares the record.
		type KeyTicket: Consideration<Self::AccountId, Footprint>;

		/// How long commands, consents, pseudonyms, break-glasses, tombstones and bars are kept
		/// after their end, in milliseconds.
		#[pallet::constant]
		type Retention: Get<Moment>;

		/// How long after its end a break-glass may wait for its review, in milliseconds.
		#[pallet::constant]
		type ReviewTerm: Get<Moment>;

		/// The longest time that a break-glass lasts, in milliseconds.
		#[pallet::constant]
		type MaxBreakGlass: Get<Moment>;

		/// How long a break-glass lasts unless its opener says otherwise, in milliseconds.
		#[pallet::constant]
		type DefaultBreakGlass: Get<Moment>;

		/// How often a credential may break the glass on one day.
		#[pallet::constant]
		type BreakGlassesPerDay: Get<u32>;

		/// The most that an organisation may have its members put up to break the glass.
		#[pallet::constant]
		type MaxBreakGlassBond: Get<BalanceOf<Self>>;

		/// How far ahead a command may begin, in milliseconds.
		#[pallet::constant]
		type NotBeforeHorizon: Get<Moment>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let longest_command = T::NotBeforeHorizon::get()
				.saturating_add(u64::from(mote_authorisation::MAX_LIFE_S).saturating_mul(1_000));
			assert!(
				T::Retention::get() > longest_command.max(T::ReviewTerm::get()),
				"Retention is shorter than a command or a review may take: what is still needed \
				would be removed"
			);
			assert!(
				T::DefaultBreakGlass::get() > 0 &&
					T::DefaultBreakGlass::get() <= T::MaxBreakGlass::get(),
				"a break-glass would by default last for no time, or for longer than it may"
			);
			assert!(
				T::BreakGlassesPerDay::get() > 0 && T::ReviewTerm::get() > 0,
				"nobody could break the glass, or keep the role afterwards"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register an organisation: a hospital, a practice, a rescue service.
		///
		/// - `origin`: signed by anyone; pays the deposit and is the organisation's admin.
		/// - `break_glass_bond`: what a member puts up to break the glass, until the review; at
		///   most [`Config::MaxBreakGlassBond`].
		///
		/// Emits [`Event::OrganisationRegistered`].
		#[pallet::call_index(0)]
		pub fn register_organisation(
			origin: OriginFor<T>,
			break_glass_bond: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_organisation(who, break_glass_bond)
		}

		/// Say whether an organisation is accredited: only then its members' roles count.
		///
		/// - `origin`: the medical authority.
		/// - `org`: the organisation.
		/// - `is_accredited`: whether it is, from now on.
		///
		/// Emits [`Event::OrganisationAccredited`].
		#[pallet::call_index(1)]
		pub fn accredit_organisation(
			origin: OriginFor<T>,
			org: OrgId,
			is_accredited: bool,
		) -> DispatchResult {
			T::AuthorityOrigin::ensure_origin(origin)?;
			Self::do_accredit_organisation(org, is_accredited)
		}

		/// Set what a member puts up to break the glass.
		///
		/// - `origin`: signed by the organisation's admin.
		/// - `org`: the organisation.
		/// - `bond`: how much, from now on; 0 for nothing, and [`Config::MaxBreakGlassBond`] at the
		///   most.
		///
		/// Emits [`Event::BreakGlassBondChanged`].
		#[pallet::call_index(2)]
		pub fn set_break_glass_bond(
			origin: OriginFor<T>,
			org: OrgId,
			bond: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_break_glass_bond(who, org, bond)
		}

		/// Offer an organisation to another admin.
		///
		/// - `origin`: signed by the organisation's admin.
		/// - `org`: the organisation.
		/// - `to`: who may accept it. Not a member of it.
		///
		/// Emits [`Event::AdminOffered`].
		#[pallet::call_index(3)]
		pub fn transfer_admin(
			origin: OriginFor<T>,
			org: OrgId,
			to: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer_admin(who, org, to)
		}

		/// Become the admin of an organisation. Its deposit stays whoever's it was.
		///
		/// - `origin`: signed by whom the admin offered it to.
		/// - `org`: the organisation.
		///
		/// Emits [`Event::AdminChanged`].
		#[pallet::call_index(4)]
		pub fn accept_admin(origin: OriginFor<T>, org: OrgId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_admin(who, org)
		}

		/// Remove an organisation without members, devices, patients and break-glasses, and return
		/// its deposit. Its number is not given out again.
		///
		/// - `origin`: signed by the organisation's admin.
		/// - `org`: the organisation.
		///
		/// Emits [`Event::OrganisationRemoved`].
		#[pallet::call_index(5)]
		pub fn remove_organisation(origin: OriginFor<T>, org: OrgId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_organisation(who, org)
		}

		/// Say whether the credentials of a status list count, so that no admin makes its own.
		///
		/// - `origin`: the medical authority.
		/// - `list`: the list, which says of credentials whether they are revoked or suspended.
		/// - `is_admitted`: whether they count, from now on.
		///
		/// Emits [`Event::CredentialListAdmitted`].
		#[pallet::call_index(6)]
		pub fn admit_credential_list(
			origin: OriginFor<T>,
			list: StatusListId,
			is_admitted: bool,
		) -> DispatchResult {
			T::AuthorityOrigin::ensure_origin(origin)?;
			Self::do_admit_credential_list(list, is_admitted)
		}

		/// Add a member to an organisation.
		///
		/// - `origin`: signed by the organisation's admin, who pays the deposit.
		/// - `org`: the organisation, which is accredited.
		/// - `account`: the member. Not the admin.
		/// - `roles`: what they do.
		/// - `credential`: their credential, in an admitted list. It is nobody else's.
		/// - `valid_until`: when their term is over, in milliseconds since 1970.
		///
		/// Emits [`Event::MemberAdded`].
		#[pallet::call_index(7)]
		pub fn add_member(
			origin: OriginFor<T>,
			org: OrgId,
			account: T::AccountId,
			roles: Roles,
			credential: CredentialRef,
			valid_until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_member(who, org, account, roles, credential, valid_until)
		}

		/// Change what a member does, and for how long. Open commands are judged again when they
		/// are approved. While new work is paused, it may only become less.
		///
		/// - `origin`: signed by the organisation's admin.
		/// - `org`: the organisation.
		/// - `account`: the member.
		/// - `roles`: what they do from now on.
		/// - `valid_until`: when their term is over, in milliseconds since 1970.
		///
		/// Emits [`Event::MemberChanged`].
		#[pallet::call_index(8)]
		pub fn change_member(
			origin: OriginFor<T>,
			org: OrgId,
			account: T::AccountId,
			roles: Roles,
			valid_until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_change_member(who, org, account, roles, valid_until)
		}

		/// Remove a member, cancel the open commands that they requested or approved here, and
		/// return the deposit. A member whose key was compromised is removed when all that was
		/// executed is listed. Their account stays barred here, and the deposit on hold, until the
		/// bar is lifted.
		///
		/// - `origin`: signed by the organisation's admin or the member; or the medical authority,
		///   for whom the admin is named where a command is cancelled.
		/// - `org`: the organisation.
		/// - `account`: the member.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::MemberRemoved`], and where it applies [`Event::CommandCancelled`] and
		/// [`Event::AccountBarred`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::remove_member(MAX_INVOLVED))]
		pub fn remove_member(
			origin: OriginFor<T>,
			org: OrgId,
			account: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let who = match T::AuthorityOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_remove_member(who, org, account)
		}

		/// Report that a member's key may have been used by somebody else: the membership counts as
		/// revoked for good, open commands that they requested or approved here are cancelled, and
		/// executed ones are listed for review, up to 32 at once.
		///
		/// - `origin`: signed by the member, the organisation's admin, or a security officer of it.
		/// - `org`: the organisation.
		/// - `account`: the member.
		/// - `since`: since when, in milliseconds since 1970.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::CompromiseReported`], and where it applies [`Event::SuspectCommand`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::report_compromise(MAX_INVOLVED, MAX_SUSPECTS))]
		pub fn report_compromise(
			origin: OriginFor<T>,
			org: OrgId,
			account: T::AccountId,
			since: Moment,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_report_compromise(who, org, account, since)
		}

		/// Go on with the list of commands that were executed since a member's key was compromised.
		///
		/// - `origin`: signed by anyone.
		/// - `org`: the organisation.
		/// - `account`: the member.
		/// - `limit`: how many commands to look at: 32 at the most.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::SuspectCommand`], and where it applies [`Event::SuspectsListed`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::list_suspect_commands((*limit).min(MAX_SUSPECTS)))]
		pub fn list_suspect_commands(
			origin: OriginFor<T>,
			org: OrgId,
			account: T::AccountId,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_list_suspect_commands(org, account, limit)
		}

		/// Enrol a device with the organisation that runs it.
		///
		/// - `origin`: signed by the device's owner, who is the organisation's admin or a
		///   biomedical engineer of it; pays the deposit.
		/// - `org`: the organisation, which is accredited.
		/// - `device`: the device.
		/// - `class`: how much harm its software can do.
		/// - `emergency`: what may be done under a break-glass, at most: reading, therapy, and to
		///   suspend and resume it.
		///
		/// Emits [`Event::DeviceEnrolled`].
		#[pallet::call_index(12)]
		pub fn enrol_device(
			origin: OriginFor<T>,
			org: OrgId,
			device: DeviceId,
			class: SoftwareClass,
			emergency: Option<Actions>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_enrol_device(who, org, device, class, emergency)
		}

		/// Withdraw a device from its organisation, and return the deposit.
		///
		/// - `origin`: signed by the device's owner or the organisation's admin while it treats
		///   nobody; by anyone when the device has changed hands.
		/// - `device`: the device.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::DeviceWithdrawn`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::withdraw_device(MAX_OPEN))]
		pub fn withdraw_device(
			origin: OriginFor<T>,
			device: DeviceId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_device(who, device)
		}

		/// Lock a device, so that nothing may be asked of it and its open commands are cancelled;
		/// or unlock it. A locked device is not withdrawn, and does not change hands.
		///
		/// - `origin`: signed by a security officer of the organisation; to lock, also by the
		///   patient or the manufacturer.
		/// - `device`: the device.
		/// - `is_locked`: whether it is locked, from now on.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::DeviceLockChanged`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::lock_device(MAX_OPEN))]
		pub fn lock_device(
			origin: OriginFor<T>,
			device: DeviceId,
			is_locked: bool,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_lock_device(who, device, is_locked)
		}

		/// Give a patient a pseudonym in an organisation.
		///
		/// - `origin`: signed by the organisation's admin, who pays the deposit.
		/// - `org`: the organisation, which is accredited.
		/// - `subject`: the pseudonym: salted, and used in this relation only.
		/// - `patient`: the patient, or whoever acts for them: an account for this relation.
		///
		/// Emits [`Event::PatientAdmitted`].
		#[pallet::call_index(15)]
		pub fn admit_patient(
			origin: OriginFor<T>,
			org: OrgId,
			subject: SubjectId,
			patient: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit_patient(who, org, subject, patient)
		}

		/// End a patient's relation to an organisation: devices are unassigned, open commands
		/// cancelled, consents ended.
		///
		/// - `origin`: signed by the organisation's admin or the patient.
		/// - `subject`: the pseudonym.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::PatientDischarged`], and where it applies [`Event::DeviceUnassigned`] and
		/// [`Event::CommandCancelled`] and [`Event::ConsentRevoked`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::discharge_patient(MAX_SUBJECT_OPEN, MAX_CONSENTS))]
		pub fn discharge_patient(
			origin: OriginFor<T>,
			subject: SubjectId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_discharge_patient(who, subject)
		}

		/// Remove a pseudonym after its time, without consents and records, and return the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `subject`: the pseudonym.
		///
		/// Emits [`Event::PatientRemoved`].
		#[pallet::call_index(17)]
		pub fn remove_patient(origin: OriginFor<T>, subject: SubjectId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_patient(subject)
		}

		/// Have a device treat a patient.
		///
		/// - `origin`: signed by the organisation's admin.
		/// - `device`: the device, which treats nobody.
		/// - `subject`: the patient's pseudonym in the same organisation.
		///
		/// Emits [`Event::DeviceAssigned`].
		#[pallet::call_index(18)]
		pub fn assign_device(
			origin: OriginFor<T>,
			device: DeviceId,
			subject: SubjectId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_assign_device(who, device, subject)
		}

		/// Have a device treat its patient no more: open commands are cancelled, and soft limits
		/// forgotten.
		///
		/// - `origin`: signed by the organisation's admin or the patient.
		/// - `device`: the device.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::DeviceUnassigned`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::unassign_device(MAX_OPEN))]
		pub fn unassign_device(
			origin: OriginFor<T>,
			device: DeviceId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_unassign_device(who, device)
		}

		/// Say who may review break-glasses for a patient, besides the organisation's reviewers.
		///
		/// - `origin`: signed by the patient.
		/// - `subject`: the patient's pseudonym.
		/// - `reviewer`: who; nobody if none.
		///
		/// Emits [`Event::ReviewerAppointed`].
		#[pallet::call_index(20)]
		pub fn appoint_reviewer(
			origin: OriginFor<T>,
			subject: SubjectId,
			reviewer: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appoint_reviewer(who, subject, reviewer)
		}

		/// Set what an action of a model may do, at most, and how risky it is.
		///
		/// - `origin`: signed by the manufacturer, who pays the deposit.
		/// - `model`: the model.
		/// - `action`: the action.
		/// - `profile`: the hard limits, which nobody can exceed, and the risk.
		///
		/// Emits [`Event::ProfileSet`].
		#[pallet::call_index(21)]
		pub fn set_profile(
			origin: OriginFor<T>,
			model: ModelId,
			action: Action,
			profile: SafetyProfile,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_profile(who, model, action, profile)
		}

		/// Remove what was set of an action of a model, and return the deposit. Without it there is
		/// no therapy.
		///
		/// - `origin`: signed by the manufacturer; by anyone when the model is gone.
		/// - `model`: the model.
		/// - `action`: the action.
		///
		/// Emits [`Event::ProfileRemoved`].
		#[pallet::call_index(22)]
		pub fn remove_profile(
			origin: OriginFor<T>,
			model: ModelId,
			action: Action,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_profile(who, model, action)
		}

		/// Propose from where on a dose needs a second person. Takes the place of an earlier
		/// proposal.
		///
		/// - `origin`: signed by a clinician of the device's organisation.
		/// - `device`: the device.
		/// - `action`: the action: therapy.
		/// - `limits`: the limits; none to have none.
		///
		/// Emits [`Event::SoftLimitsProposed`].
		#[pallet::call_index(23)]
		pub fn propose_soft_limits(
			origin: OriginFor<T>,
			device: DeviceId,
			action: Action,
			limits: Option<SoftLimits>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_soft_limits(who, device, action, limits)
		}

		/// Confirm the soft limits that another clinician proposed, who must be one still.
		///
		/// - `origin`: signed by another clinician of the device's organisation.
		/// - `device`: the device.
		/// - `action`: the action: therapy.
		/// - `limits`: the very limits that were proposed.
		///
		/// Emits [`Event::SoftLimitsSet`].
		#[pallet::call_index(24)]
		pub fn confirm_soft_limits(
			origin: OriginFor<T>,
			device: DeviceId,
			action: Action,
			limits: Option<SoftLimits>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm_soft_limits(who, device, action, limits)
		}

		/// Draft a consent for a patient, who activates it or not.
		///
		/// - `origin`: signed by a clinician of the patient's organisation, who pays the deposit.
		/// - `subject`: the patient's pseudonym.
		/// - `terms`: what it says.
		///
		/// Emits [`Event::ConsentDrafted`].
		#[pallet::call_index(25)]
		pub fn draft_consent(
			origin: OriginFor<T>,
			subject: SubjectId,
			terms: ConsentTerms<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_draft_consent(who, subject, terms)
		}

		/// Agree to a consent that was drafted. One that denies cancels the open commands that it
		/// concerns.
		///
		/// - `origin`: signed by the patient.
		/// - `subject`: the patient's pseudonym.
		/// - `id`: the consent.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::ConsentActivated`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::activate_consent(MAX_SUBJECT_OPEN))]
		pub fn activate_consent(
			origin: OriginFor<T>,
			subject: SubjectId,
			id: ConsentId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_activate_consent(who, subject, id)
		}

		/// Permit or deny access. A denial cancels at once the open commands that it concerns.
		///
		/// - `origin`: signed by the patient, who pays the deposit.
		/// - `subject`: the patient's pseudonym.
		/// - `terms`: what it says.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::ConsentGranted`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::grant_consent(most_looked_at(terms)))]
		pub fn grant_consent(
			origin: OriginFor<T>,
			subject: SubjectId,
			terms: ConsentTerms<T::AccountId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_grant_consent(who, subject, terms)
		}

		/// Revoke a consent, and cancel at once the open commands that rest on it.
		///
		/// - `origin`: signed by the patient.
		/// - `subject`: the patient's pseudonym.
		/// - `id`: the consent.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::ConsentRevoked`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::revoke_consent(MAX_SUBJECT_OPEN))]
		pub fn revoke_consent(
			origin: OriginFor<T>,
			subject: SubjectId,
			id: ConsentId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_revoke_consent(who, subject, id)
		}

		/// Say that a consent should never have been, and cancel at once the open commands that
		/// rest on it. A draft is removed, and its deposit returned.
		///
		/// - `origin`: signed by the patient; while it is a draft, also by whoever drafted it.
		/// - `subject`: the patient's pseudonym.
		/// - `id`: the consent.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::ConsentMarkedInError`], and where it applies [`Event::CommandCancelled`]
		/// or [`Event::ConsentRemoved`].
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::mark_consent_in_error(MAX_SUBJECT_OPEN))]
		pub fn mark_consent_in_error(
			origin: OriginFor<T>,
			subject: SubjectId,
			id: ConsentId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_mark_consent_in_error(who, subject, id)
		}

		/// Remove a consent after its time, and return the deposit.
		///
		/// - `origin`: signed by anyone; a draft is removed at any time by whoever drafted it and
		///   by the patient.
		/// - `subject`: the patient's pseudonym.
		/// - `id`: the consent.
		///
		/// Emits [`Event::ConsentRemoved`].
		#[pallet::call_index(30)]
		pub fn remove_consent(
			origin: OriginFor<T>,
			subject: SubjectId,
			id: ConsentId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_consent(who, subject, id)
		}

		/// Ask for a command to a device. What is refused is no error: it is decided, told and
		/// entered in the audit.
		///
		/// - `origin`: signed by anyone; pays the deposit of a command that is permitted.
		/// - `device`: the device.
		/// - `action`: what it shall do.
		/// - `value`: how much, in thousandths of the unit.
		/// - `params_commit`: salted commitment to the parameters, which the device gets by another
		///   way.
		/// - `purpose`: what for.
		/// - `not_before`: when it may first be executed; now if none.
		/// - `life_s`: for how long from then on, in seconds; as its risk has it if none.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::Decided`], [`Event::CommandProposed`] or [`Event::AccessDenied`], as it
		/// comes.
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::request_command(MAX_CONSENTS))]
		#[allow(clippy::too_many_arguments, reason = "they are what the caller signs")]
		pub fn request_command(
			origin: OriginFor<T>,
			device: DeviceId,
			action: Action,
			value: u32,
			params_commit: H256,
			purpose: Purpose,
			not_before: Option<Moment>,
			life_s: Option<u32>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_request_command(
				who,
				device,
				action,
				value,
				params_commit,
				purpose,
				not_before,
				life_s,
			)
		}

		/// Approve a command as a second person. When it is complete, it is judged again with what
		/// is true by now.
		///
		/// - `origin`: signed by somebody else of the device's organisation: a clinician or
		///   pharmacist where it is clinical, otherwise anyone who may do it or a security officer.
		/// - `device`: the device.
		/// - `seq`: the command.
		/// - `params_commit`: the parameters' commitment: of exactly what was seen.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::CommandApproved`], [`Event::CommandAuthorised`] or
		/// [`Event::CommandCancelled`], as it comes.
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::approve_command(MAX_CONSENTS))]
		pub fn approve_command(
			origin: OriginFor<T>,
			device: DeviceId,
			seq: CommandSeq,
			params_commit: H256,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_approve_command(who, device, seq, params_commit)
		}

		/// Take a command back.
		///
		/// - `origin`: signed by whoever requested it, the patient, a security officer or the admin
		///   of the device's organisation, or whoever holds a live break-glass on the device.
		/// - `device`: the device.
		/// - `seq`: the command.
		///
		/// Emits [`Event::CommandCancelled`].
		#[pallet::call_index(33)]
		pub fn cancel_command(
			origin: OriginFor<T>,
			device: DeviceId,
			seq: CommandSeq,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_command(who, device, seq)
		}

		/// Carry to the chain what a device says of a command. It is believed, also after the
		/// command was cancelled or has expired. A device obeys rising numbers alone: open commands
		/// with a lower number than one that it executed are cancelled.
		///
		/// - `origin`: signed by anyone.
		/// - `receipt`: what the device says.
		/// - `key_index`: which of the device's operational keys signed it.
		/// - `signature`: that key's signature over `receipt` (envelope kind 6).
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::CommandAcknowledged`], [`Event::CommandExecuted`],
		/// [`Event::CommandFailed`] or [`Event::CommandRejected`], as it comes, and where it
		/// applies [`Event::CommandCancelled`].
		#[pallet::call_index(34)]
		#[pallet::weight(T::WeightInfo::carry_receipt(MAX_OPEN))]
		pub fn carry_receipt(
			origin: OriginFor<T>,
			receipt: CommandReceipt,
			key_index: u16,
			signature: DeviceSignature,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_carry_receipt(who, receipt, key_index, signature)
		}

		/// Close a command whose time is over; one that was authorised, two minutes later, since
		/// the device may have done it at the last moment by its own clock.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		/// - `seq`: the command.
		///
		/// Emits [`Event::CommandExpired`].
		#[pallet::call_index(35)]
		pub fn expire_command(
			origin: OriginFor<T>,
			device: DeviceId,
			seq: CommandSeq,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_expire_command(device, seq)
		}

		/// Remove a command some time after its end, and return the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		/// - `seq`: the command.
		///
		/// Emits [`Event::CommandRemoved`].
		#[pallet::call_index(36)]
		pub fn remove_command(
			origin: OriginFor<T>,
			device: DeviceId,
			seq: CommandSeq,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_command(device, seq)
		}

		/// Ask to read from a device, and leave a trace: decides and audits in one. The device
		/// answers whoever was permitted.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		/// - `action`: what is read.
		/// - `purpose`: what for.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::Decided`] or [`Event::AccessDenied`], as it comes.
		#[pallet::call_index(37)]
		#[pallet::weight(T::WeightInfo::log_access(MAX_CONSENTS))]
		pub fn log_access(
			origin: OriginFor<T>,
			device: DeviceId,
			action: Action,
			purpose: Purpose,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_log_access(who, device, action, purpose)
		}

		/// Break the glass: act in an emergency without a consent, and answer for it afterwards.
		/// Works while new work is paused.
		///
		/// - `origin`: signed by a member of the device's organisation with the emergency role;
		///   pays the deposit and the organisation's bond.
		/// - `device`: the device.
		/// - `reason`: why.
		/// - `mask`: what it covers: no more than the device's emergency profile.
		/// - `minutes`: for how long, in minutes; the default if none.
		///
		/// Emits [`Event::BreakGlassOpened`].
		#[pallet::call_index(38)]
		pub fn break_glass(
			origin: OriginFor<T>,
			device: DeviceId,
			reason: BreakGlassReason,
			mask: Actions,
			minutes: Option<u16>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_break_glass(who, device, reason, mask, minutes)
		}

		/// End a break-glass before its time.
		///
		/// - `origin`: signed by whoever opened it.
		/// - `id`: the break-glass.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::BreakGlassClosed`], and where it applies [`Event::CommandCancelled`].
		#[pallet::call_index(39)]
		#[pallet::weight(T::WeightInfo::close_break_glass(MAX_OPEN))]
		pub fn close_break_glass(
			origin: OriginFor<T>,
			id: BreakGlassId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_close_break_glass(who, id)
		}

		/// Say whether a break-glass that is over was justified. The bond comes back, unless it was
		/// not.
		///
		/// - `origin`: signed by a reviewer of the organisation, whom the patient appointed, or
		///   whom the medical authority assigned; not by whoever opened it.
		/// - `id`: the break-glass.
		/// - `outcome`: what the reviewer found.
		/// - `report_hash`: salted commitment to the report.
		///
		/// Emits [`Event::BreakGlassReviewed`], and where it applies
		/// [`Event::EmergencyRoleRevoked`].
		#[pallet::call_index(40)]
		pub fn review_break_glass(
			origin: OriginFor<T>,
			id: BreakGlassId,
			outcome: ReviewOutcome,
			report_hash: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_review_break_glass(who, id, outcome, report_hash)
		}

		/// Have an organisation's record say that a review is overdue. Once for each.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the break-glass.
		///
		/// Emits [`Event::ReviewOverdue`].
		#[pallet::call_index(41)]
		pub fn flag_overdue(origin: OriginFor<T>, id: BreakGlassId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_flag_overdue(id)
		}

		/// Remove a break-glass some time after its review, and return the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the break-glass.
		///
		/// Emits [`Event::BreakGlassRemoved`].
		#[pallet::call_index(42)]
		pub fn remove_break_glass(origin: OriginFor<T>, id: BreakGlassId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_break_glass(id)
		}

		/// Add a pointer to an encrypted record of a patient. The record itself never comes here.
		///
		/// - `origin`: signed by a clinician who is permitted to write; pays the deposit.
		/// - `subject`: the patient's pseudonym.
		/// - `content`: where the encrypted record is.
		/// - `commitment`: salted commitment to the record. With the pseudonym it gives the
		///   record's id.
		/// - `kind`: what it is about.
		/// - `key`: the record's key, encrypted to the patient.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::Decided`], [`Event::RecordAdded`] or [`Event::AccessDenied`], as it
		/// comes.
		#[pallet::call_index(43)]
		#[pallet::weight(T::WeightInfo::add_record(MAX_CONSENTS))]
		pub fn add_record(
			origin: OriginFor<T>,
			subject: SubjectId,
			content: ContentId,
			commitment: H256,
			kind: RecordKind,
			key: WrappedKey,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_add_record(who, subject, content, commitment, kind, key)
		}

		/// Give somebody who is permitted to read a record its key: to treat, or in an emergency.
		/// Who has broken the glass to read gets it also while new work is paused.
		///
		/// - `origin`: signed by the patient, or by the author while they are permitted to read it;
		///   pays the deposit.
		/// - `record`: the record.
		/// - `grantee`: the reader.
		/// - `key`: the record's key, encrypted to them.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::Decided`] and [`Event::RecordShared`].
		#[pallet::call_index(44)]
		#[pallet::weight(T::WeightInfo::share_record(MAX_CONSENTS))]
		pub fn share_record(
			origin: OriginFor<T>,
			record: RecordId,
			grantee: T::AccountId,
			key: WrappedKey,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_share_record(who, record, grantee, key)
		}

		/// Ask to read a record, and leave a trace: decides and audits in one.
		///
		/// - `origin`: signed by whoever has a key of the record.
		/// - `record`: the record.
		/// - `purpose`: what for.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::Decided`], [`Event::RecordOpened`] or [`Event::AccessDenied`], as it
		/// comes.
		#[pallet::call_index(45)]
		#[pallet::weight(T::WeightInfo::open_record(MAX_CONSENTS))]
		pub fn open_record(
			origin: OriginFor<T>,
			record: RecordId,
			purpose: Purpose,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_open_record(who, record, purpose)
		}

		/// Remove a reader's key of a record, and return its deposit. What they have read, they
		/// have read.
		///
		/// - `origin`: signed by the patient, the author, or the reader.
		/// - `record`: the record.
		/// - `grantee`: the reader.
		///
		/// Emits [`Event::KeyRemoved`].
		#[pallet::call_index(46)]
		pub fn remove_key(
			origin: OriginFor<T>,
			record: RecordId,
			grantee: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_key(who, record, grantee)
		}

		/// Erase a record: its keys and the pointer go, and a tombstone stays. The contents, their
		/// key and the salt are destroyed elsewhere before.
		///
		/// - `origin`: signed by the patient or the organisation's admin.
		/// - `record`: the record.
		/// - `receipt`: salted commitment to what proves the destruction.
		///
		/// The worst case is charged for, and what was not needed is refunded.
		///
		/// Emits [`Event::RecordErased`], and where it applies [`Event::KeyRemoved`].
		#[pallet::call_index(47)]
		#[pallet::weight(T::WeightInfo::erase_record(MAX_KEYS))]
		pub fn erase_record(
			origin: OriginFor<T>,
			record: RecordId,
			receipt: H256,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_erase_record(who, record, receipt)
		}

		/// Remove the tombstone of a record some time after it was erased, and return the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `record`: the record.
		///
		/// Emits [`Event::RecordRemoved`].
		#[pallet::call_index(48)]
		pub fn remove_record(origin: OriginFor<T>, record: RecordId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_record(record)
		}

		/// Refuse new work. What began goes on: emergencies, reviews, approvals of commands, soft
		/// limits that wait for their confirmation, receipts. So does what takes permission away:
		/// denials, revocations, cancellations, taking roles from members.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(49)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(50)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}

		/// Lift the bar of an account whose key was compromised, some time after its membership
		/// ended, and return the deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `org`: the organisation.
		/// - `account`: the former member.
		///
		/// Emits [`Event::BarLifted`].
		#[pallet::call_index(51)]
		pub fn lift_bar(origin: OriginFor<T>, org: OrgId, account: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lift_bar(org, account)
		}

		/// Say who reviews a break-glass whose review is overdue, so that an organisation that has
		/// no reviewer any more keeps nobody's role and bond.
		///
		/// - `origin`: the medical authority.
		/// - `id`: the break-glass.
		/// - `reviewer`: who. Replaces whoever was assigned before; others who may review it may
		///   still.
		///
		/// Emits [`Event::ReviewAssigned`].
		#[pallet::call_index(52)]
		pub fn assign_review(
			origin: OriginFor<T>,
			id: BreakGlassId,
			reviewer: T::AccountId,
		) -> DispatchResult {
			T::AuthorityOrigin::ensure_origin(origin)?;
			Self::do_assign_review(id, reviewer)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What would be answered now, if `actor` asked this of a device: nobody else's answer
		/// differs from it, and nothing is entered in the audit. `None` when the device is not
		/// enrolled.
		pub fn can(
			actor: T::AccountId,
			device: DeviceId,
			action: Action,
			value: u32,
			purpose: Purpose,
		) -> Option<Decision> {
			Self::decision_on_device(&actor, &device, action, value, purpose)
		}

		/// What would be answered now, if `actor` asked to read a record. `None` when there is no
		/// such record.
		pub fn can_read_record(
			actor: T::AccountId,
			record: RecordId,
			purpose: Purpose,
		) -> Option<Decision> {
			Self::decision_on_record(&actor, &record, purpose)
		}

		/// An organisation.
		pub fn organisation(org: OrgId) -> Option<OrganisationInfo<T::AccountId, BalanceOf<T>>> {
			Self::organisation_info(org)
		}

		/// A membership.
		pub fn member(org: OrgId, account: T::AccountId) -> Option<MemberInfo> {
			Self::member_info(org, &account)
		}

		/// A device.
		pub fn device(device: DeviceId) -> Option<MedicalDeviceInfo<T::AccountId>> {
			Self::device_info(&device)
		}

		/// A patient in relation to an organisation.
		pub fn patient(subject: SubjectId) -> Option<PatientInfo<T::AccountId>> {
			Self::patient_info(&subject)
		}

		/// The consents of a subject, with those that have ended and are kept. At most 32.
		pub fn consents_of(subject: SubjectId) -> Vec<ConsentInfo<T::AccountId>> {
			Self::consent_infos(&subject)
		}

		/// A command.
		pub fn command(device: DeviceId, seq: CommandSeq) -> Option<CommandInfo<T::AccountId>> {
			Self::command_info(&device, seq)
		}

		/// The open commands of a device. At most 16.
		pub fn open_commands(device: DeviceId) -> Vec<CommandInfo<T::AccountId>> {
			Self::open_command_infos(&device)
		}

		/// What a device may execute: what a gateway hands to it, once the block is final. At most
		/// 16, in the order of their numbers.
		pub fn authorised(device: DeviceId) -> Vec<AuthorisedCommand> {
			Self::authorised_commands(&device)
		}

		/// The doses of a device that were given or are reserved. At most 64.
		pub fn doses(device: DeviceId, action: Action) -> Doses {
			WindowDoses::<T>::get(device, action)
		}

		/// What a manufacturer says of an action of a model.
		pub fn profile(model: ModelId, action: Action) -> Option<SafetyProfile> {
			Profiles::<T>::get(model, action).map(|record| record.profile)
		}

		/// A break-glass.
		pub fn break_glass_info(
			id: BreakGlassId,
		) -> Option<BreakGlassInfo<T::AccountId, BalanceOf<T>>> {
			Self::break_glass_of(id)
		}

		/// A record.
		pub fn record(record: RecordId) -> Option<RecordInfo<T::AccountId>> {
			Self::record_info(&record)
		}

		/// The head of the chain of audit entries about a device or a record.
		pub fn audit_log(subject: H256) -> AuditHead {
			Self::audit_head(&subject)
		}
	}
}
