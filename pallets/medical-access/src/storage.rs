// SPDX-License-Identifier: Apache-2.0

//! Where it is kept.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The number that the next organisation takes. Never given out again.
	#[pallet::storage]
	pub type NextOrganisation<T> = StorageValue<_, OrgId, ValueQuery>;

	/// The number that the next break-glass takes, from [`FIRST_BREAK_GLASS`] on. Never given out
	/// again.
	#[pallet::storage]
	pub type NextBreakGlass<T> =
		StorageValue<_, BreakGlassId, ValueQuery, sp_core::ConstU64<FIRST_BREAK_GLASS>>;

	/// Organisations.
	// `Twox64Concat`, here and below: numbers of organisations, lists, consents, commands and
	// break-glasses are assigned, and actions are an enum.
	#[pallet::storage]
	pub type Organisations<T: Config> =
		StorageMap<_, Twox64Concat, OrgId, OrganisationRecordOf<T>, OptionQuery>;

	/// The lists of credentials that count, as the authority admitted them.
	#[pallet::storage]
	pub type CredentialLists<T: Config> =
		StorageMap<_, Twox64Concat, StatusListId, (), OptionQuery>;

	/// Memberships.
	// `Blake2_128Concat`, here and below: accounts, ids of devices and records, and pseudonyms are
	// chosen by somebody.
	#[pallet::storage]
	pub type Members<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		OrgId,
		Blake2_128Concat,
		T::AccountId,
		MemberRecordOf<T>,
		OptionQuery,
	>;

	/// Accounts whose key was reported while they were members, and that are none any more. Kept as
	/// long as other records.
	#[pallet::storage]
	pub type Bars<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		OrgId,
		Blake2_128Concat,
		T::AccountId,
		BarRecordOf<T>,
		OptionQuery,
	>;

	/// The organisations that an account is a member of.
	#[pallet::storage]
	pub type Memberships<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OrgId, ConstU32<MAX_MEMBERSHIPS>>,
		ValueQuery,
	>;

	/// Whose each credential in use is.
	#[pallet::storage]
	pub type CredentialHolders<T: Config> =
		StorageMap<_, Blake2_128Concat, CredentialRef, CredentialHolder<T::AccountId>, OptionQuery>;

	/// Devices that organisations run.
	#[pallet::storage]
	pub type MedicalDevices<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, MedicalDeviceRecordOf<T>, OptionQuery>;

	/// The number of each device's last command. Kept for good, so that none is given out again.
	#[pallet::storage]
	pub type LastCommands<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, CommandSeq, ValueQuery>;

	/// Patients in relation to an organisation, by their pseudonym there.
	#[pallet::storage]
	pub type Patients<T: Config> =
		StorageMap<_, Blake2_128Concat, SubjectId, PatientRecordOf<T>, OptionQuery>;

	/// Consents.
	#[pallet::storage]
	pub type Consents<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		SubjectId,
		Twox64Concat,
		ConsentId,
		ConsentRecordOf<T>,
		OptionQuery,
	>;

	/// What manufacturers say of their models' actions.
	#[pallet::storage]
	pub type Profiles<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ModelId,
		Twox64Concat,
		Action,
		ProfileRecordOf<T>,
		OptionQuery,
	>;

	/// Commands.
	#[pallet::storage]
	pub type Commands<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Twox64Concat,
		CommandSeq,
		CommandRecordOf<T>,
		OptionQuery,
	>;

	/// The open commands that an account requested or approved.
	#[pallet::storage]
	pub type InvolvedIn<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Involved, ValueQuery>;

	/// The executed commands that an account requested or approved, while they are kept.
	#[pallet::storage]
	pub type ExecutedFor<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		(DeviceId, CommandSeq),
		(),
		OptionQuery,
	>;

	/// The doses that were given or are reserved. Those that lie before every window are dropped.
	#[pallet::storage]
	pub type WindowDoses<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, DeviceId, Twox64Concat, Action, Doses, ValueQuery>;

	/// Break-glasses.
	#[pallet::storage]
	pub type BreakGlasses<T: Config> =
		StorageMap<_, Twox64Concat, BreakGlassId, BreakGlassRecordOf<T>, OptionQuery>;

	/// The break-glass of an account on a device, for the organisation that ran it and the patient
	/// whom it treated, that nobody has reviewed.
	#[pallet::storage]
	pub type Unreviewed<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Blake2_128Concat,
		(T::AccountId, OrgId, Option<SubjectId>),
		BreakGlassId,
		OptionQuery,
	>;

	/// What credentials may still do in emergencies. Kept for good once a credential was used in
	/// one, so that nobody begins anew.
	#[pallet::storage]
	pub type EmergencyStandings<T: Config> =
		StorageMap<_, Blake2_128Concat, CredentialRef, EmergencyStanding, ValueQuery>;

	/// Pointers to records.
	#[pallet::storage]
	pub type Records<T: Config> =
		StorageMap<_, Blake2_128Concat, RecordId, RecordEntryOf<T>, OptionQuery>;

	/// The heads of the chains of audit entries, by device or record. Kept for good.
	#[pallet::storage]
	pub type AuditLogs<T: Config> =
		StorageMap<_, Blake2_128Concat, H256, AuditLog<T::AccountId>, ValueQuery>;
}
