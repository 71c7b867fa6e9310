// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{self as pallet_medical_access, *};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl,
	pallet_prelude::DispatchResult,
	parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU32, ConstU64, LinearStoragePrice,
	},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use mote_authorisation::*;
pub use mote_pallet_testing::{KeyLife, Signer, TestDevice, TestRegistry};
use mote_primitives::{
	CommandReceipt, CredentialStatus, KeyAlgorithm, ModelId, ReceiptStatus, StatusListId,
	StatusPurpose,
};
use sp_core::H256;
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(70)]
	pub type MedicalAccess = pallet_medical_access;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type ExistentialDeposit = ConstU64<LEAST_BALANCE>;
}

/// What an account must hold to exist.
pub const LEAST_BALANCE: u64 = 5;

pub const SECOND: Moment = 1_000;
pub const MINUTE: Moment = 60 * SECOND;
pub const HOUR: Moment = 60 * MINUTE;
pub const DAY: Moment = 24 * HOUR;

macro_rules! holds {
	($($name:ident: $reason:ident),*) => {
		parameter_types! {
			$( pub const $name: RuntimeHoldReason =
				RuntimeHoldReason::MedicalAccess(HoldReason::$reason); )*
		}
	};
}

holds!(
	OrgHold: Organisation,
	MemberHold: Member,
	DeviceHold: Device,
	PatientHold: Patient,
	ConsentHold: Consent,
	ProfileHold: Profile,
	CommandHold: Command,
	BreakGlassHold: BreakGlass,
	RecordHold: Record,
	KeyHold: Key
);

type Price = LinearStoragePrice<ConstU64<50>, ConstU64<1>, u64>;
type Ticket<Reason> = HoldConsideration<u64, Balances, Reason, Price>;

impl pallet_medical_access::Config for Test {
	type Time = Timestamp;
	type AuthorityOrigin = EnsureSignedBy<AuthorityOnly, u64>;
	type TrusteeOrigin = EnsureRoot<u64>;
	type Devices = TestRegistry;
	type Manufacturers = TestRegistry;
	type Credentials = Wallet;
	type Currency = Balances;
	type Pot = ConstU64<POT>;
	type OrgTicket = Ticket<OrgHold>;
	type MemberTicket = Ticket<MemberHold>;
	type DeviceTicket = Ticket<DeviceHold>;
	type SubjectTicket = Ticket<PatientHold>;
	type ConsentTicket = Ticket<ConsentHold>;
	type ProfileTicket = Ticket<ProfileHold>;
	type CommandTicket = Ticket<CommandHold>;
	type BreakGlassTicket = Ticket<BreakGlassHold>;
	type RecordTicket = Ticket<RecordHold>;
	type KeyTicket = Ticket<KeyHold>;
	type Retention = ConstU64<{ 90 * DAY }>;
	type ReviewTerm = ConstU64<{ 72 * HOUR }>;
	type MaxBreakGlass = ConstU64<{ 4 * HOUR }>;
	type MaxBreakGlassBond = ConstU64<MAX_BOND>;
	type DefaultBreakGlass = ConstU64<HOUR>;
	type BreakGlassesPerDay = ConstU32<3>;
	type NotBeforeHorizon = ConstU64<DAY>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkWorld;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<u64> for BenchmarkWorld {
	fn set_time(now: Moment) {
		set_now(now);
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, 1_000 * START);
	}

	fn device(key: mote_primitives::DeviceKey) -> (u64, mote_primitives::DeviceId) {
		let device = mote_primitives::DeviceId::from_key(&key);
		TestRegistry::add_device(device, ADMIN, MODEL, key);
		Self::fund(&ADMIN);
		(ADMIN, device)
	}

	fn manufacturer() -> (u64, ModelId) {
		TestRegistry::set_standing(MODEL.manufacturer, Some((MAKER, true)));
		TestRegistry::add_model(MODEL);
		Self::fund(&MAKER);
		(MAKER, MODEL)
	}

	fn credential(number: u32) -> CredentialRef {
		CredentialRef { list: LIST, index: number }
	}
}

/// Lets nobody but the medical authority pass.
pub struct AuthorityOnly;

impl frame_support::traits::SortedMembers<u64> for AuthorityOnly {
	fn sorted_members() -> Vec<u64> {
		vec![AUTHORITY]
	}
}

thread_local! {
	static STATUSES: RefCell<BTreeMap<(StatusListId, u32), u8>> =
		const { RefCell::new(BTreeMap::new()) };
}

/// Says of credentials in bad standing. There are 1,000 in each list, and all are valid at first.
pub struct Wallet;

impl Wallet {
	pub fn set(credential: CredentialRef, status: u8) {
		STATUSES.with_borrow_mut(|all| all.insert((credential.list, credential.index), status));
	}
}

impl CredentialStatus for Wallet {
	fn status(list: StatusListId, index: u32) -> Option<u8> {
		Self::purpose(list)?;
		(index < 1_000).then(|| {
			STATUSES.with_borrow(|all| all.get(&(list, index)).copied().unwrap_or_default())
		})
	}

	fn purpose(list: StatusListId) -> Option<StatusPurpose> {
		match list {
			LIST => Some(StatusPurpose::Revocation),
			SUSPENSIONS => Some(StatusPurpose::Suspension),
			MESSAGES => Some(StatusPurpose::Refresh),
			_ => None,
		}
	}
}

/// Lists of credentials: revocations, suspensions, and one that says neither.
pub const LIST: StatusListId = 1;
pub const SUSPENSIONS: StatusListId = 2;
pub const MESSAGES: StatusListId = 3;

pub const MODEL: ModelId = ModelId { manufacturer: 7, product: 1 };

/// Where lost bonds go.
pub const POT: u64 = 1;
/// The medical authority.
pub const AUTHORITY: u64 = 2;
/// Runs the hospital, and owns its devices.
pub const ADMIN: u64 = 3;
/// Is treated.
pub const PATIENT: u64 = 4;
/// Clinicians of the hospital.
pub const DOCTOR: u64 = 5;
pub const COLLEAGUE: u64 = 6;
/// Biomedical engineer of the hospital.
pub const ENGINEER: u64 = 7;
/// Security officer of the hospital.
pub const OFFICER: u64 = 8;
/// Has the emergency role in the hospital.
pub const MEDIC: u64 = 9;
/// Reviews break-glasses in the hospital.
pub const REVIEWER: u64 = 10;
pub const PHARMACIST: u64 = 11;
/// Clinician of another organisation.
pub const OUTSIDER: u64 = 12;
/// Runs the other organisation.
pub const OTHER_ADMIN: u64 = 13;
/// Acts for the manufacturer of the pump.
pub const MAKER: u64 = 14;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 15;
/// Carries what devices signed to the chain.
pub const CARRIER: u64 = 16;
/// Buys a device.
pub const BUYER: u64 = 17;
/// Is no member yet.
pub const NOVICE: u64 = 18;
/// Cannot pay anything.
pub const POOR: u64 = 19;

pub fn everybody() -> impl Iterator<Item = u64> {
	POT..=POOR
}

pub const START: u64 = 1_000_000;
pub const T0: Moment = 1_767_225_600_000;
pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);
/// The patient's pseudonym in the hospital.
pub const SUBJECT: SubjectId = H256::repeat_byte(0x5b);
/// The hospital, and the other organisation.
pub const ORG: OrgId = 0;
pub const OTHER: OrgId = 1;
pub const BOND: u64 = 500;
pub const MAX_BOND: u64 = 5_000;
pub const PARAMS: H256 = H256::repeat_byte(0xaa);
pub const DOC: H256 = H256::repeat_byte(0xdd);

/// The limits of the published vector.
pub const HARD: DoseLimits = DoseLimits {
	max_single: 10_000,
	max_window: 20_000,
	window_s: 4 * 60 * 60,
	min_interval_s: 900,
};
pub const PROFILE: SafetyProfile = SafetyProfile { hard: HARD, risk: Risk::Low };

pub fn new_test_ext() -> sp_io::TestExternalities {
	TestRegistry::reset();
	STATUSES.with_borrow_mut(BTreeMap::clear);
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	// The pot begins to exist with the first bond that is lost.
	let accounts = everybody().filter(|who| *who != POT);
	let balances = accounts.map(|who| (who, if who == POOR { 10 } else { START })).collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		frame_system::BlockHash::<Test>::insert(0, GENESIS);
		System::set_block_number(1);
		set_now(T0);
	});
	ext
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext_with_keystore() -> sp_io::TestExternalities {
	use sp_keystore::{testing::MemoryKeystore, KeystoreExt};

	let mut ext = new_test_ext();
	ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	ext
}

/// Runs `test` at block 1, then checks everything that must stay true.
pub fn run<R>(test: impl FnOnce() -> R) -> R {
	new_test_ext().execute_with(|| {
		let result = test();
		check_everything();
		result
	})
}

/// Runs `test` in the hospital.
pub fn hospital<R>(test: impl FnOnce(TestDevice) -> R) -> R {
	run(|| test(build_hospital()))
}

pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn pass(ms: Moment) {
	set_now(now() + ms);
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn trustees() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// Dispatches as a transaction does: all or nothing.
pub fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The credential of somebody in these tests.
pub fn credential_of(who: u64) -> CredentialRef {
	CredentialRef { list: LIST, index: who as u32 }
}

pub fn actions(actions: &[Action]) -> Actions {
	let (first, others) = actions.split_first().unwrap();
	others.iter().fold(Actions::only(*first), |all, action| all.with(*action))
}

pub fn add_member(org: OrgId, admin: u64, who: u64, role: Role) {
	let until = now() + 365 * DAY;
	MedicalAccess::add_member(
		signed(admin),
		org,
		who,
		Roles::only(role),
		credential_of(who),
		until,
	)
	.unwrap();
}

/// The pump of number `seed`.
pub fn pump(seed: u32) -> TestDevice {
	TestDevice::new(KeyAlgorithm::ALL[seed as usize % 4], seed)
}

/// Has a pump of the hospital registered and enrolled.
pub fn enrol(seed: u32) -> TestDevice {
	let device = pump(seed);
	device.register(ADMIN, MODEL);
	let emergency = Some(Actions::EMERGENCY);
	MedicalAccess::enrol_device(signed(ADMIN), ORG, device.id(), SoftwareClass::C, emergency)
		.unwrap();
	device
}

/// A hospital with members of every role, a patient, and a pump that treats them; another
/// organisation with a clinician. No consent is given.
pub fn build_hospital() -> TestDevice {
	TestRegistry::set_standing(MODEL.manufacturer, Some((MAKER, true)));
	TestRegistry::add_model(MODEL);
	let authority = signed(AUTHORITY);
	for list in [LIST, SUSPENSIONS] {
		MedicalAccess::admit_credential_list(authority.clone(), list, true).unwrap();
	}
	for (org, admin) in [(ORG, ADMIN), (OTHER, OTHER_ADMIN)] {
		MedicalAccess::register_organisation(signed(admin), BOND).unwrap();
		MedicalAccess::accredit_organisation(authority.clone(), org, true).unwrap();
	}
	for (who, role) in [
		(DOCTOR, Role::Clinician),
		(COLLEAGUE, Role::Clinician),
		(ENGINEER, Role::BiomedEngineer),
		(OFFICER, Role::SecurityOfficer),
		(MEDIC, Role::Emergency),
		(REVIEWER, Role::Reviewer),
		(PHARMACIST, Role::Pharmacist),
	] {
		add_member(ORG, ADMIN, who, role);
	}
	add_member(OTHER, OTHER_ADMIN, OUTSIDER, Role::Clinician);
	MedicalAccess::set_profile(signed(MAKER), MODEL, Action::Therapy, PROFILE).unwrap();
	MedicalAccess::admit_patient(signed(ADMIN), ORG, SUBJECT, PATIENT).unwrap();
	let device = enrol(1);
	MedicalAccess::assign_device(signed(ADMIN), device.id(), SUBJECT).unwrap();
	System::reset_events();
	device
}

/// Terms that permit an organisation everything for treatment, for 30 days.
pub fn terms(grantee: Grantee<u64>) -> ConsentTerms<u64> {
	ConsentTerms {
		grantee,
		device: None,
		verdict: ConsentVerdict::Permit,
		actions: Actions::ALL,
		purposes: Purposes::only(Purpose::Treat),
		start: now(),
		end: now() + 30 * DAY,
		max_uses: None,
		doc_hash: DOC,
	}
}

/// Has the patient consent, and tells the consent's number.
pub fn consent(terms: ConsentTerms<u64>) -> ConsentId {
	let id = Patients::<Test>::get(SUBJECT).unwrap().next_consent;
	MedicalAccess::grant_consent(signed(PATIENT), SUBJECT, terms).unwrap();
	id
}

/// A request of a command, as it is sent.
pub fn request_call(device: &TestDevice, action: Action, value: u32) -> Call<Test> {
	Call::request_command {
		device: device.id(),
		action,
		value,
		params_commit: PARAMS,
		purpose: Purpose::Treat,
		not_before: None,
		life_s: None,
	}
}

/// Requests a command for treatment.
pub fn request(who: u64, device: &TestDevice, action: Action, value: u32) -> DispatchResult {
	dispatch(signed(who), request_call(device, action, value))
}

/// Requests a command that is permitted, and tells its number.
pub fn requested(who: u64, device: &TestDevice, action: Action, value: u32) -> CommandSeq {
	let before = LastCommands::<Test>::get(device.id());
	request(who, device, action, value).unwrap();
	let seq = LastCommands::<Test>::get(device.id());
	assert_eq!(seq, before + 1, "the request was refused: {:?}", events());
	seq
}

/// A dose that the doctor may order by a new consent: authorised at once.
pub fn authorised_dose(device: &TestDevice, value: u32) -> CommandSeq {
	consent(terms(Grantee::Organisation(ORG)));
	requested(DOCTOR, device, Action::Therapy, value)
}

pub fn command(device: &TestDevice, seq: CommandSeq) -> CommandInfo<u64> {
	MedicalAccess::command(device.id(), seq).unwrap()
}

pub fn state(device: &TestDevice, seq: CommandSeq) -> CommandState {
	command(device, seq).state
}

/// What a device says of a command now.
pub fn receipt_of(device: &TestDevice, seq: CommandSeq, status: ReceiptStatus) -> CommandReceipt {
	CommandReceipt {
		device: device.id(),
		seq,
		command: command(device, seq).digest,
		status,
		at: now(),
		detail: 0,
	}
}

pub fn receipt_call(device: &TestDevice, receipt: CommandReceipt) -> Call<Test> {
	let signature = device.op(0).sign(&GENESIS, &receipt);
	Call::carry_receipt { receipt, key_index: 0, signature }
}

pub fn carry(device: &TestDevice, receipt: CommandReceipt) -> DispatchResult {
	dispatch(signed(CARRIER), receipt_call(device, receipt))
}

/// Has a device say something of a command.
pub fn say(device: &TestDevice, seq: CommandSeq, status: ReceiptStatus) -> DispatchResult {
	carry(device, receipt_of(device, seq, status))
}

/// Breaks the glass for an hour, for everything.
pub fn broken_glass(who: u64, device: &TestDevice) -> BreakGlassId {
	let id = NextBreakGlass::<Test>::get();
	let call = Call::break_glass {
		device: device.id(),
		reason: BreakGlassReason::Unconscious,
		mask: Actions::EMERGENCY,
		minutes: None,
	};
	dispatch(signed(who), call).unwrap();
	id
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::MedicalAccess(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// Why somebody was refused last.
pub fn last_refusal() -> Option<Refusal> {
	events().into_iter().rev().find_map(|event| match event {
		Event::AccessDenied { refusal, .. } => Some(refusal),
		_ => None,
	})
}

pub fn on_hold(who: u64, reason: HoldReason) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::MedicalAccess(reason), &who)
}

/// Checks every invariant of the pallet, and that no unit is on hold without a record.
pub fn check_everything() {
	MedicalAccess::do_try_state().unwrap();
	let mut expected = BTreeMap::<(u64, u8), u64>::new();
	let mut add = |who: u64, reason: HoldReason, amount: u64| {
		*expected.entry((who, reason as u8)).or_default() += amount;
	};
	fn worth(ticket: impl Encode) -> u64 {
		u64::decode(&mut &ticket.encode()[..]).unwrap()
	}
	for record in Organisations::<Test>::iter_values() {
		add(record.depositor, HoldReason::Organisation, worth(record.ticket));
	}
	for record in Members::<Test>::iter_values() {
		add(record.depositor, HoldReason::Member, worth(record.ticket));
	}
	for record in Bars::<Test>::iter_values() {
		add(record.depositor, HoldReason::Member, worth(record.ticket));
	}
	for record in MedicalDevices::<Test>::iter_values() {
		add(record.depositor, HoldReason::Device, worth(record.ticket));
	}
	for record in Patients::<Test>::iter_values() {
		add(record.depositor, HoldReason::Patient, worth(record.ticket));
	}
	for record in Consents::<Test>::iter_values() {
		add(record.depositor, HoldReason::Consent, worth(record.ticket));
	}
	for record in Profiles::<Test>::iter_values() {
		add(record.depositor, HoldReason::Profile, worth(record.ticket));
	}
	for record in Commands::<Test>::iter_values() {
		add(record.requester, HoldReason::Command, worth(record.ticket));
	}
	for record in BreakGlasses::<Test>::iter_values() {
		add(record.requester, HoldReason::BreakGlass, worth(record.ticket));
		if record.review.is_none() {
			add(record.requester, HoldReason::BreakGlassBond, record.bond);
		}
	}
	for record in Records::<Test>::iter_values() {
		add(record.author, HoldReason::Record, worth(record.ticket));
		for key in record.keys {
			add(key.depositor, HoldReason::Key, worth(key.ticket));
		}
	}
	for who in everybody() {
		for reason in [
			HoldReason::Organisation,
			HoldReason::Member,
			HoldReason::Device,
			HoldReason::Patient,
			HoldReason::Consent,
			HoldReason::Profile,
			HoldReason::Command,
			HoldReason::BreakGlass,
			HoldReason::Record,
			HoldReason::Key,
			HoldReason::BreakGlassBond,
		] {
			let wanted = expected.get(&(who, reason as u8)).copied().unwrap_or_default();
			assert_eq!(on_hold(who, reason), wanted, "{who} for {reason:?}");
		}
	}
}
