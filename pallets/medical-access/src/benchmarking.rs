// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: whoever acts is a member of as many organisations as an account may
//! be, the device has as many open commands and the patient as many consents as there may be.
//! Behind every command are two people who have to do with no other one, and whoever reads a record
//! holds a break-glass on each of the patient's devices.
//!
//! The device's signature is secp256k1 with the second recovery id, the dearest that it can use:
//! the host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as MedicalAccess;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{Consideration, EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_authorisation::{
	command_digest, record_id, Action, Actions, Basis, BreakGlassId, CommandSeq, ConsentTerms,
	ConsentVerdict, DoseLimits, Grantee, OrgId, Purpose, Purposes, RecordId, ReviewOutcome, Risk,
	Role, Roles, SafetyProfile, SoftLimits, SubjectId, MAX_DOSES,
};
use mote_primitives::{
	benchmarking::Signer, CommandReceipt, ContentId, DeviceId, DeviceKey, ModelId, ReceiptStatus,
	H256, MAX_CONTENT_ID,
};
use sp_runtime::traits::Zero;

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the chain's clock, in milliseconds since 1970.
	fn set_time(now: Moment);

	/// Gives an account as much as it may need for deposits and bonds.
	fn fund(who: &AccountId);

	/// An active device in its first ownership period, trusted for medical use as expensively as it
	/// may be, with this key as operational key 0, which may assert data; and its owner, who is
	/// funded. Its model is that of [`Self::manufacturer`].
	fn device(key: DeviceKey) -> (AccountId, DeviceId);

	/// The account of an approved manufacturer, which is funded, and a model of its.
	fn manufacturer() -> (AccountId, ModelId);

	/// A place in a status list about revocations that was given out and whose status is 0: another
	/// one for each number below 16, all in one list.
	fn credential(number: u32) -> CredentialRef;
}

const NOW: Moment = 1_767_225_600_000;

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

const SUBJECT: SubjectId = H256::repeat_byte(0x5b);
const PARAMS: H256 = H256::repeat_byte(0xaa);
const HOUR: Moment = 3_600_000;
const LIMITS: SoftLimits = SoftLimits { max_single: 1, max_window: 1 };
const KEY: WrappedKey = WrappedKey([7; 80]);

fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn authority<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AuthorityOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn content() -> ContentId {
	let cid = vec![1; MAX_CONTENT_ID as usize].try_into().expect("as long as may be");
	ContentId { codec: u32::MAX, cid }
}

fn until() -> Moment {
	NOW + 365 * 24 * HOUR
}

/// A hospital whose members have every role, and a patient whom a device treats.
struct World<T: Config> {
	admin: T::AccountId,
	doctor: T::AccountId,
	colleague: T::AccountId,
	patient: T::AccountId,
	maker: T::AccountId,
	model: ModelId,
	org: OrgId,
	/// The organisation that is looked at first.
	elsewhere: OrgId,
	device: DeviceId,
	signer: Signer,
}

impl<T: Config> World<T> {
	fn new() -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let (maker, model) = T::BenchmarkHelper::manufacturer();
		let signer = Signer::new();
		let (admin, device) = T::BenchmarkHelper::device(signer.key());
		T::BenchmarkHelper::fund(&admin);
		let list = T::BenchmarkHelper::credential(0).list;
		assert_ok!(MedicalAccess::<T>::do_admit_credential_list(list, true));
		let (doctor, colleague) = (rich::<T>("doctor", 0), rich::<T>("colleague", 0));
		let patient = rich::<T>("patient", 0);
		let mut orgs = vec![];
		// The hospital is the last one that is looked at.
		for number in 0..MAX_MEMBERSHIPS {
			let is_last = number + 1 == MAX_MEMBERSHIPS;
			let admin = if is_last { admin.clone() } else { rich::<T>("admin", number) };
			let org = NextOrganisation::<T>::get();
			let bond = T::Currency::minimum_balance();
			assert_ok!(MedicalAccess::<T>::do_register_organisation(admin.clone(), bond));
			assert_ok!(MedicalAccess::<T>::do_accredit_organisation(org, true));
			for (index, member) in [&doctor, &colleague].into_iter().enumerate() {
				let credential = T::BenchmarkHelper::credential(index as u32);
				assert_ok!(MedicalAccess::<T>::do_add_member(
					admin.clone(),
					org,
					member.clone(),
					Roles::ALL,
					credential,
					until(),
				));
			}
			orgs.push(org);
		}
		let org = *orgs.last().expect("there are some");
		let elsewhere = *orgs.first().expect("there are some");
		let world = Self {
			admin,
			doctor,
			colleague,
			patient,
			maker,
			model,
			org,
			elsewhere,
			device,
			signer,
		};
		let admin = world.admin.clone();
		let hard = DoseLimits {
			max_single: u32::MAX,
			max_window: u32::MAX,
			window_s: 86_400,
			min_interval_s: 0,
		};
		for action in [Action::Therapy, Action::Configure] {
			let profile = SafetyProfile { hard, risk: Risk::Low };
			let maker = world.maker.clone();
			assert_ok!(MedicalAccess::<T>::do_set_profile(maker, model, action, profile));
		}
		let subject = world.patient.clone();
		assert_ok!(MedicalAccess::<T>::do_admit_patient(admin.clone(), org, SUBJECT, subject));
		assert_ok!(MedicalAccess::<T>::do_enrol_device(
			admin.clone(),
			org,
			device,
			SoftwareClass::C,
			Some(Actions::EMERGENCY),
		));
		assert_ok!(MedicalAccess::<T>::do_assign_device(admin, device, SUBJECT));
		world
	}

	fn terms(&self, actions: Actions) -> ConsentTerms<T::AccountId> {
		ConsentTerms {
			grantee: Grantee::Organisation(self.org),
			device: None,
			verdict: ConsentVerdict::Permit,
			actions,
			purposes: Purposes::ALL,
			start: NOW,
			end: NOW + 30 * 24 * HOUR,
			max_uses: Some(u32::MAX),
			doc_hash: H256::repeat_byte(0xdd),
		}
	}

	/// Denies everything to those who ask for commands, for what they are somewhere else.
	fn denial(&self) -> ConsentTerms<T::AccountId> {
		ConsentTerms {
			grantee: Grantee::Role(self.elsewhere, Role::Clinician),
			verdict: ConsentVerdict::Deny,
			..self.terms(Actions::ALL)
		}
	}

	/// The patient has so many consents. The last of them permits everything, and the others deny
	/// what nobody asks for here.
	fn with_consents(consents: u32) -> Self {
		let world = Self::new();
		for number in 0..consents {
			let mut terms = world.terms(Actions::only(Action::ReadLog));
			terms.verdict = ConsentVerdict::Deny;
			let patient = world.patient.clone();
			assert_ok!(MedicalAccess::<T>::do_grant_consent(patient, SUBJECT, terms));
			if number + 1 == consents {
				// Not granted: permits do not take the last places.
				Consents::<T>::mutate(SUBJECT, number, |consent| {
					let consent = consent.as_mut().expect("was granted");
					consent.terms = world.terms(Actions::ALL);
				});
			}
		}
		world
	}

	/// Enters a command of one clinician that another one approved, like no other command's, and
	/// that rests on consent 0.
	fn add_command(&self, device: DeviceId, state: CommandState) -> CommandSeq {
		let number = LastCommands::<T>::get(device) as u32;
		let [a, b, c, d, ..] = device.0 .0;
		let seed = u32::from_le_bytes([a, b, c, d]);
		let requester: T::AccountId = account("requester", number, seed);
		T::BenchmarkHelper::fund(&requester);
		let member = Members::<T>::get(self.elsewhere, &self.doctor).expect("was added");
		Members::<T>::insert(self.elsewhere, &requester, member);
		self.add_command_of(device, state, &requester, &account("approver", number, seed))
	}

	fn add_command_of(
		&self,
		device: DeviceId,
		state: CommandState,
		requester: &T::AccountId,
		approver: &T::AccountId,
	) -> CommandSeq {
		let seq = LastCommands::<T>::get(device) + 1;
		LastCommands::<T>::insert(device, seq);
		let footprint = MedicalAccess::<T>::command_footprint();
		let command = CommandRecord {
			action: Action::Therapy,
			value: 1,
			params_commit: PARAMS,
			purpose: Purpose::Treat,
			requester: requester.clone(),
			org: Some(self.org),
			device_org: self.org,
			subject: Some(SUBJECT),
			basis: Basis::Consent(0),
			break_glass: None,
			not_before: NOW,
			expires: NOW + HOUR,
			approvals: vec![approver.clone()].try_into().expect("is one"),
			need: 1,
			clinical: true,
			state,
			proposed_at: NOW,
			authorised_at: Some(NOW),
			finished_at: (!state.is_open()).then_some(NOW),
			ticket: T::CommandTicket::new(requester, footprint).expect("is funded"),
		};
		Commands::<T>::insert(device, seq, command);
		let dose = DoseEntry { seq, at: NOW, value: 1 };
		WindowDoses::<T>::mutate(device, Action::Therapy, |doses| {
			doses.try_push(dose).expect("there is room");
		});
		if state.is_open() {
			MedicalDevices::<T>::mutate(device, |record| {
				let record = record.as_mut().expect("is enrolled");
				record.open.try_push(seq).expect("there is room");
			});
			for person in [requester, approver] {
				InvolvedIn::<T>::mutate(person, |list| {
					list.try_push((device, seq)).expect("there is room");
				});
			}
		} else {
			for person in [requester, approver] {
				ExecutedFor::<T>::insert(person, (device, seq), ());
			}
		}
		seq
	}

	fn add_commands(&self, commands: u32) {
		for _ in 0..commands {
			self.add_command(self.device, CommandState::Authorised);
		}
	}

	fn compromise_doctor(&self, listing: Listing) {
		Members::<T>::mutate(self.org, &self.doctor, |member| {
			let member = member.as_mut().expect("was added");
			member.compromise = Some(Compromise { since: NOW, listing });
		});
	}

	/// Has the doctor stand behind so many open commands, each at another device, with others.
	fn involve_doctor(&self, commands: u32) {
		for number in 0..commands {
			let device = self.add_device(1_000 + number);
			let (state, other) = (CommandState::Authorised, account("other", number, 0));
			self.add_command_of(device, state, &self.doctor, &other);
		}
	}

	/// Has the doctor stand behind so many executed commands.
	fn execute_for_doctor(&self, commands: u32) {
		for _ in 0..commands {
			let (state, colleague) = (CommandState::Executed, &self.colleague);
			self.add_command_of(self.device, state, &self.doctor, colleague);
		}
	}

	/// Another device of the hospital.
	fn add_device(&self, number: u32) -> DeviceId {
		let record = MedicalDevices::<T>::get(self.device).expect("is enrolled");
		let device = DeviceId(H256(sp_io::hashing::blake2_256(&number.to_le_bytes())));
		let footprint = MedicalAccess::<T>::device_footprint();
		let ticket = T::DeviceTicket::new(&self.admin, footprint).expect("is funded");
		let open = BoundedVec::new();
		MedicalDevices::<T>::insert(device, MedicalDeviceRecord { open, ticket, ..record });
		device
	}

	/// Gives the patient as many devices as may be, with so many open commands in all.
	fn with_devices(&self, commands: u32) {
		let mut devices = vec![self.device];
		for number in 1..MAX_DEVICES {
			let device = self.add_device(number);
			Patients::<T>::mutate(SUBJECT, |patient| {
				let patient = patient.as_mut().expect("was admitted");
				patient.devices.try_push(device).expect("there is room");
			});
			devices.push(device);
		}
		for number in 0..commands {
			let device = devices[(number % MAX_DEVICES) as usize];
			self.add_command(device, CommandState::Authorised);
		}
	}

	/// Has somebody hold a live break-glass on each of the patient's devices, each under another
	/// credential. All but the last are for no record: whoever asks about one looks at all of them.
	fn break_every_glass(&self, who: &T::AccountId, last: Actions) {
		let devices = Patients::<T>::get(SUBJECT).expect("was admitted").devices;
		let first = self.broken_glass_for(who, Actions::only(Action::ReadLog));
		let record = BreakGlasses::<T>::get(first).expect("was opened");
		let standing = EmergencyStandings::<T>::get(record.credential);
		let further = devices.iter().skip(1);
		for (id, device) in (NextBreakGlass::<T>::get()..).zip(further) {
			let mask = if devices.last() == Some(device) { last } else { record.mask };
			let CredentialRef { list, index } = record.credential;
			let credential = CredentialRef { list, index: index + 1_000 + id as u32 };
			EmergencyStandings::<T>::insert(credential, standing.clone());
			Unreviewed::<T>::insert(*device, (who, record.org, record.subject), id);
			let glass = BreakGlassRecord { device: *device, credential, mask, ..record.clone() };
			BreakGlasses::<T>::insert(id, glass);
			NextBreakGlass::<T>::put(id + 1);
		}
	}

	/// As many doses of the window as may be, but for one.
	fn fill_window(&self) {
		WindowDoses::<T>::mutate(self.device, Action::Therapy, |doses| {
			for number in 1..MAX_DOSES {
				let dose = DoseEntry { seq: u64::MAX - u64::from(number), at: NOW, value: 1 };
				doses.try_push(dose).expect("there is room");
			}
		});
	}

	/// As many refused actors as an audit remembers, each with a count.
	fn fill_audit(&self, subject: H256) {
		AuditLogs::<T>::mutate(subject, |log| {
			log.next_seq = 1;
			log.head = PARAMS;
			for number in 0..MAX_DENIALS {
				let actor = account("refused", number, 0);
				let denial = RecentDenial { actor, at: NOW, suppressed: 1 };
				log.recent.try_push(denial).expect("there is room");
			}
		});
	}

	/// A dose that waits for somebody, in an emergency.
	fn request(&self) -> CommandSeq {
		assert_ok!(MedicalAccess::<T>::do_request_command(
			self.doctor.clone(),
			self.device,
			Action::Therapy,
			2,
			PARAMS,
			Purpose::EmergencyTreat,
			None,
			None,
		));
		LastCommands::<T>::get(self.device)
	}

	fn set_soft_limits(&self) {
		let (device, action) = (self.device, Action::Therapy);
		let (doctor, colleague) = (self.doctor.clone(), self.colleague.clone());
		let limits = Some(LIMITS);
		assert_ok!(MedicalAccess::<T>::do_propose_soft_limits(doctor, device, action, limits));
		assert_ok!(MedicalAccess::<T>::do_confirm_soft_limits(colleague, device, action, limits));
	}

	fn broken_glass(&self) -> BreakGlassId {
		self.broken_glass_for(&self.doctor, Actions::EMERGENCY)
	}

	fn broken_glass_for(&self, who: &T::AccountId, mask: Actions) -> BreakGlassId {
		let id = NextBreakGlass::<T>::get();
		let reason = BreakGlassReason::Disaster;
		let (who, device) = (who.clone(), self.device);
		assert_ok!(MedicalAccess::<T>::do_break_glass(who, device, reason, mask, None));
		id
	}

	fn end_glass(&self) {
		T::BenchmarkHelper::set_time(NOW + T::MaxBreakGlass::get());
	}

	/// A record with so many keys besides the patient's.
	fn with_record(&self, keys: u32) -> RecordId {
		let commitment = PARAMS;
		assert_ok!(MedicalAccess::<T>::do_add_record(
			self.doctor.clone(),
			SUBJECT,
			content(),
			commitment,
			RecordKind::Report,
			KEY,
		));
		let record = record_id(&SUBJECT, &commitment);
		Records::<T>::mutate(record, |entry| {
			let entry = entry.as_mut().expect("was added");
			for number in 0..keys {
				let footprint = MedicalAccess::<T>::key_footprint();
				let depositor = rich::<T>("sharer", number);
				let ticket = T::KeyTicket::new(&depositor, footprint).expect("is funded");
				let grantee = account("reader", number, 0);
				let key = KeyRecord { grantee, key: KEY, depositor, ticket };
				entry.keys.try_push(key).expect("there is room");
			}
		});
		record
	}
}

/// How many commands are open, at all devices.
fn open_commands<T: Config>() -> usize {
	MedicalDevices::<T>::iter_values().map(|record| record.open.len()).sum()
}

fn kept<T: Config>() -> Moment {
	until() + T::Retention::get()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register_organisation() {
		let admin = rich::<T>("founder", 0);
		let org = NextOrganisation::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), Zero::zero());
		assert!(Organisations::<T>::contains_key(org));
	}

	#[benchmark]
	fn accredit_organisation() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		let origin = authority::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, world.org, false);
		assert!(Organisations::<T>::get(world.org).is_some_and(|it| !it.is_accredited));
		Ok(())
	}

	#[benchmark]
	fn set_break_glass_bond() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, Zero::zero());
		assert!(Organisations::<T>::get(world.org).is_some_and(|it| it.break_glass_bond.is_zero()));
	}

	#[benchmark]
	fn transfer_admin() {
		let world = World::<T>::new();
		let to = rich::<T>("heir", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, to.clone());
		assert!(Organisations::<T>::get(world.org).is_some_and(|it| it.offered_to == Some(to)));
	}

	#[benchmark]
	fn accept_admin() {
		let world = World::<T>::new();
		let to = rich::<T>("heir", 0);
		assert_ok!(MedicalAccess::<T>::do_transfer_admin(world.admin, world.org, to.clone()));
		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), world.org);
		assert!(Organisations::<T>::get(world.org).is_some_and(|it| it.admin == to));
	}

	#[benchmark]
	fn remove_organisation() {
		let world = World::<T>::new();
		let org = NextOrganisation::<T>::get();
		let admin = world.admin;
		assert_ok!(MedicalAccess::<T>::do_register_organisation(admin.clone(), Zero::zero()));
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), org);
		assert!(!Organisations::<T>::contains_key(org));
	}

	#[benchmark]
	fn admit_credential_list() -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(NOW);
		let list = T::BenchmarkHelper::credential(0).list;
		let origin = authority::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, list, true);
		assert!(CredentialLists::<T>::contains_key(list));
		Ok(())
	}

	#[benchmark]
	fn add_member() {
		let world = World::<T>::new();
		let member = rich::<T>("member", 0);
		let credential = T::BenchmarkHelper::credential(2);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(world.admin),
			world.org,
			member.clone(),
			Roles::ALL,
			credential,
			until(),
		);
		assert!(Members::<T>::contains_key(world.org, member));
	}

	#[benchmark]
	fn change_member() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, world.doctor, Roles::ALL, until() + 1);
		assert!(Members::<T>::iter_prefix_values(world.org).any(|it| it.valid_until > until()));
	}

	/// Whose key was compromised.
	#[benchmark]
	fn remove_member(c: Linear<0, MAX_INVOLVED>) {
		let world = World::<T>::new();
		world.involve_doctor(c);
		world.compromise_doctor(Listing::Complete);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, world.doctor.clone());
		assert!(!Members::<T>::contains_key(world.org, world.doctor));
	}

	/// By a security officer.
	#[benchmark]
	fn report_compromise(c: Linear<0, MAX_INVOLVED>, s: Linear<0, MAX_SUSPECTS>) {
		let world = World::<T>::new();
		world.involve_doctor(c);
		world.execute_for_doctor(s);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), world.org, world.doctor.clone(), NOW);
		assert!(
			Members::<T>::get(world.org, world.doctor).is_some_and(|it| it.compromise.is_some())
		);
	}

	#[benchmark]
	fn list_suspect_commands(s: Linear<0, MAX_SUSPECTS>) {
		let world = World::<T>::new();
		world.execute_for_doctor(s);
		world.compromise_doctor(Listing::After(None));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, world.doctor.clone(), MAX_SUSPECTS);
		assert!(Members::<T>::get(world.org, world.doctor).is_some_and(|it| it
			.compromise
			.is_some_and(|it| it.listing == Listing::Complete || s == MAX_SUSPECTS)));
	}

	#[benchmark]
	fn enrol_device() {
		let world = World::<T>::new();
		let (owner, device) = T::BenchmarkHelper::device(Signer::new().key());
		Organisations::<T>::mutate(world.org, |org| {
			let org = org.as_mut().expect("was registered");
			org.admin = owner.clone();
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world.org, device, SoftwareClass::C, Some(Actions::EMERGENCY));
		assert!(MedicalDevices::<T>::contains_key(device));
	}

	#[benchmark]
	fn withdraw_device(c: Linear<0, MAX_OPEN>) {
		let world = World::<T>::new();
		world.add_commands(c);
		// It changed hands while it treated somebody.
		MedicalDevices::<T>::mutate(world.device, |record| {
			let record = record.as_mut().expect("is enrolled");
			record.epoch = u32::MAX;
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), world.device);
		assert!(!MedicalDevices::<T>::contains_key(world.device));
	}

	#[benchmark]
	fn lock_device(c: Linear<0, MAX_OPEN>) {
		let world = World::<T>::new();
		world.add_commands(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.device, true);
		assert!(MedicalDevices::<T>::get(world.device).is_some_and(|it| it.is_locked));
	}

	#[benchmark]
	fn admit_patient() {
		let world = World::<T>::new();
		let subject = H256::zero();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.org, subject, world.doctor);
		assert!(Patients::<T>::contains_key(subject));
	}

	#[benchmark]
	fn discharge_patient(c: Linear<0, MAX_SUBJECT_OPEN>, n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n);
		world.with_devices(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), SUBJECT);
		assert!(Patients::<T>::get(SUBJECT).is_some_and(|it| it.discharged_at.is_some()));
	}

	#[benchmark]
	fn remove_patient() {
		let world = World::<T>::new();
		assert_ok!(MedicalAccess::<T>::do_discharge_patient(world.admin, SUBJECT));
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), SUBJECT);
		assert!(!Patients::<T>::contains_key(SUBJECT));
	}

	#[benchmark]
	fn assign_device() {
		let world = World::<T>::new();
		assert_ok!(MedicalAccess::<T>::do_unassign_device(world.admin.clone(), world.device));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.device, SUBJECT);
		assert!(MedicalDevices::<T>::get(world.device).is_some_and(|it| it.subject.is_some()));
	}

	#[benchmark]
	fn unassign_device(c: Linear<0, MAX_OPEN>) {
		let world = World::<T>::new();
		world.add_commands(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), world.device);
		assert!(MedicalDevices::<T>::get(world.device).is_some_and(|it| it.subject.is_none()));
	}

	#[benchmark]
	fn appoint_reviewer() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.patient), SUBJECT, Some(world.doctor));
		assert!(Patients::<T>::get(SUBJECT).is_some_and(|it| it.reviewer.is_some()));
	}

	#[benchmark]
	fn set_profile() {
		let world = World::<T>::new();
		let hard = DoseLimits { max_single: 1, max_window: 1, window_s: 1, min_interval_s: 1 };
		let profile = SafetyProfile { hard, risk: Risk::High };
		let (model, action) = (world.model, Action::Discharge);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), model, action, profile);
		assert!(Profiles::<T>::contains_key(model, action));
	}

	#[benchmark]
	fn remove_profile() {
		let world = World::<T>::new();
		let (model, action) = (world.model, Action::Therapy);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), model, action);
		assert!(!Profiles::<T>::contains_key(model, action));
	}

	#[benchmark]
	fn propose_soft_limits() {
		let world = World::<T>::new();
		let (device, action) = (world.device, Action::Therapy);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), device, action, Some(LIMITS));
		assert!(MedicalDevices::<T>::get(device).is_some_and(|it| it.proposal.is_some()));
	}

	#[benchmark]
	fn confirm_soft_limits() {
		let world = World::<T>::new();
		let (device, action) = (world.device, Action::Therapy);
		let limits = Some(LIMITS);
		let doctor = world.doctor;
		assert_ok!(MedicalAccess::<T>::do_propose_soft_limits(doctor, device, action, limits));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), device, action, limits);
		assert!(MedicalDevices::<T>::get(device).is_some_and(|it| it.soft.is_some()));
	}

	#[benchmark]
	fn draft_consent() {
		let world = World::<T>::with_consents(MAX_CONSENTS - CONSENTS_FOR_PATIENTS - 1);
		let terms = ConsentTerms { device: Some(world.device), ..world.terms(Actions::ALL) };
		let id = MAX_CONSENTS - CONSENTS_FOR_PATIENTS - 1;
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), SUBJECT, terms);
		assert!(Consents::<T>::contains_key(SUBJECT, id));
	}

	/// A denial of everything that is on its way.
	#[benchmark]
	fn activate_consent(c: Linear<0, MAX_SUBJECT_OPEN>) {
		let world = World::<T>::new();
		let terms = world.denial();
		assert_ok!(MedicalAccess::<T>::do_draft_consent(world.doctor.clone(), SUBJECT, terms));
		world.with_devices(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.patient), SUBJECT, 0);
		assert_eq!(open_commands::<T>(), 0);
	}

	/// A denial of everything that is on its way.
	#[benchmark]
	fn grant_consent(c: Linear<0, MAX_SUBJECT_OPEN>) {
		let world = World::<T>::with_consents(MAX_CONSENTS - 1);
		world.with_devices(c);
		let terms = world.denial();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.patient), SUBJECT, terms);
		assert_eq!(open_commands::<T>(), 0);
	}

	#[benchmark]
	fn revoke_consent(c: Linear<0, MAX_SUBJECT_OPEN>) {
		let world = World::<T>::with_consents(MAX_CONSENTS);
		world.with_devices(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.patient), SUBJECT, 0);
		assert!(Consents::<T>::get(SUBJECT, 0).is_some_and(|it| it.ended_at.is_some()));
	}

	#[benchmark]
	fn mark_consent_in_error(c: Linear<0, MAX_SUBJECT_OPEN>) {
		let world = World::<T>::with_consents(MAX_CONSENTS);
		world.with_devices(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.patient), SUBJECT, 0);
		assert!(Consents::<T>::get(SUBJECT, 0).is_some_and(|it| it.ended_at.is_some()));
	}

	#[benchmark]
	fn remove_consent() {
		let world = World::<T>::with_consents(MAX_CONSENTS);
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), SUBJECT, 0);
		assert!(!Consents::<T>::contains_key(SUBJECT, 0));
	}

	/// A dose that is authorised at once, by somebody with a break-glass. One consent at least,
	/// since it has to be permitted.
	#[benchmark]
	fn request_command(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		world.broken_glass();
		world.fill_audit(world.device.0);
		world.fill_window();
		let device = world.device;
		#[extrinsic_call]
		_(
			RawOrigin::Signed(world.doctor),
			device,
			Action::Therapy,
			1,
			PARAMS,
			Purpose::Treat,
			None,
			None,
		);
		assert!(
			Commands::<T>::get(device, 1).is_some_and(|it| it.state == CommandState::Authorised)
		);
	}

	/// The requester has broken the glass since, which remembers who approved. One consent at
	/// least, since it has to be permitted.
	#[benchmark]
	fn approve_command(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		world.set_soft_limits();
		let (device, seq) = (world.device, world.request());
		let glass = world.broken_glass();
		world.fill_audit(world.device.0);
		world.fill_window();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), device, seq, PARAMS);
		assert!(
			Commands::<T>::get(device, seq).is_some_and(|it| it.state == CommandState::Authorised)
		);
		assert!(BreakGlasses::<T>::get(glass).is_some_and(|it| it.approvers.len() == 1));
	}

	/// By somebody who is nothing but whoever broke the glass.
	#[benchmark]
	fn cancel_command() {
		let world = World::<T>::new();
		world.broken_glass_for(&world.colleague, Actions::EMERGENCY);
		assert_ok!(MedicalAccess::<T>::do_change_member(
			world.admin.clone(),
			world.org,
			world.colleague.clone(),
			Roles::only(Role::Emergency),
			until(),
		));
		world.fill_audit(world.device.0);
		world.add_commands(MAX_OPEN);
		let (device, seq) = (world.device, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), device, seq);
		assert!(
			Commands::<T>::get(device, seq).is_some_and(|it| it.state == CommandState::Cancelled)
		);
	}

	/// The last word on a dose, after which so many others with a lower number are cancelled.
	#[benchmark]
	fn carry_receipt(c: Linear<0, { MAX_OPEN - 1 }>) {
		let world = World::<T>::new();
		world.fill_audit(world.device.0);
		world.add_commands(c + 1);
		let (device, seq) = (world.device, u64::from(c + 1));
		let terms = Commands::<T>::get(device, seq).expect("was added").terms(device, seq);
		let receipt = CommandReceipt {
			device,
			seq,
			command: command_digest(&terms),
			status: ReceiptStatus::Executed,
			at: NOW,
			detail: 1,
		};
		let signature = world.signer.sign(&genesis::<T>(), &receipt);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), receipt, 0, signature);
		assert!(
			Commands::<T>::get(device, seq).is_some_and(|it| it.state == CommandState::Executed)
		);
	}

	#[benchmark]
	fn expire_command() {
		let world = World::<T>::new();
		world.fill_audit(world.device.0);
		world.add_commands(MAX_OPEN);
		let (device, seq) = (world.device, 1);
		T::BenchmarkHelper::set_time(NOW + HOUR + CLOCK_TOLERANCE);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), device, seq);
		assert!(Commands::<T>::get(device, seq).is_some_and(|it| it.state == CommandState::Expired));
	}

	#[benchmark]
	fn remove_command() {
		let world = World::<T>::new();
		let device = world.device;
		let seq = world.add_command(device, CommandState::Executed);
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), device, seq);
		assert!(!Commands::<T>::contains_key(device, seq));
	}

	/// By somebody with a break-glass.
	#[benchmark]
	fn log_access(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		world.broken_glass();
		world.fill_audit(world.device.0);
		let subject = world.device.0;
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), world.device, Action::ReadTelemetry, Purpose::Treat);
		assert_eq!(AuditLogs::<T>::get(subject).next_seq, 2);
	}

	#[benchmark]
	fn break_glass() {
		let world = World::<T>::new();
		let id = NextBreakGlass::<T>::get();
		world.fill_audit(world.device.0);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(world.doctor),
			world.device,
			BreakGlassReason::Disaster,
			Actions::EMERGENCY,
			None,
		);
		assert!(BreakGlasses::<T>::contains_key(id));
	}

	#[benchmark]
	fn close_break_glass(c: Linear<0, MAX_OPEN>) {
		let world = World::<T>::new();
		let id = world.broken_glass();
		for number in 0..c {
			let (state, approver) = (CommandState::Authorised, account("other", number, 0));
			world.add_command_of(world.device, state, &world.doctor, &approver);
		}
		for seq in 1..=u64::from(c) {
			Commands::<T>::mutate(world.device, seq, |command| {
				let command = command.as_mut().expect("was added");
				command.basis = Basis::BreakGlass;
				command.break_glass = Some(id);
			});
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), id);
		assert!(BreakGlasses::<T>::get(id).is_some_and(|it| it.closed_at.is_some()));
	}

	/// By somebody whom the patient appointed and who is a member of as many organisations as may
	/// be, without the role. The bond goes to the pot.
	#[benchmark]
	fn review_break_glass() {
		let world = World::<T>::new();
		let (colleague, patient) = (world.colleague.clone(), world.patient.clone());
		let clinician = Roles::only(Role::Clinician);
		assert_ok!(MedicalAccess::<T>::do_change_member(
			world.admin.clone(),
			world.org,
			colleague.clone(),
			clinician,
			until(),
		));
		assert_ok!(MedicalAccess::<T>::do_appoint_reviewer(patient, SUBJECT, Some(colleague)));
		T::BenchmarkHelper::fund(&T::Pot::get());
		let id = world.broken_glass();
		world.end_glass();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), id, ReviewOutcome::Unjustified, PARAMS);
		assert!(BreakGlasses::<T>::get(id).is_some_and(|it| it.review.is_some()));
	}

	#[benchmark]
	fn flag_overdue() {
		let world = World::<T>::new();
		let id = world.broken_glass();
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), id);
		assert!(BreakGlasses::<T>::get(id).is_some_and(|it| it.is_flagged));
	}

	#[benchmark]
	fn assign_review() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		let id = world.broken_glass();
		T::BenchmarkHelper::set_time(kept::<T>());
		let origin = authority::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, world.doctor.clone());
		assert_eq!(BreakGlasses::<T>::get(id).and_then(|it| it.assigned_to), Some(world.doctor));
		Ok(())
	}

	#[benchmark]
	fn remove_break_glass() {
		let world = World::<T>::new();
		let id = world.broken_glass();
		world.end_glass();
		let (colleague, outcome) = (world.colleague, ReviewOutcome::Justified);
		assert_ok!(MedicalAccess::<T>::do_review_break_glass(colleague, id, outcome, PARAMS));
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), id);
		assert!(!BreakGlasses::<T>::contains_key(id));
	}

	#[benchmark]
	fn add_record(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		let commitment = H256::zero();
		world.with_devices(0);
		world.break_every_glass(&world.doctor, Actions::only(Action::ReadLog));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), SUBJECT, content(), commitment, RecordKind::Report, KEY);
		assert!(Records::<T>::contains_key(record_id(&SUBJECT, &commitment)));
	}

	/// By the author. Both are refused to treat, and may read in an emergency.
	#[benchmark]
	fn share_record(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		world.with_devices(0);
		let record = world.with_record(MAX_KEYS - 2);
		for id in 0..n.max(1) {
			Consents::<T>::mutate(SUBJECT, id, |consent| {
				let consent = consent.as_mut().expect("was granted");
				consent.terms.purposes = Purposes::only(Purpose::Research);
			});
		}
		let reading = Actions::only(Action::ReadRecord);
		world.break_every_glass(&world.doctor, reading);
		world.break_every_glass(&world.colleague, reading);
		world.fill_audit(record);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), record, world.colleague, KEY);
		assert!(Records::<T>::get(record).is_some_and(|it| it.keys.is_full()));
	}

	#[benchmark]
	fn open_record(n: Linear<0, MAX_CONSENTS>) {
		let world = World::<T>::with_consents(n.max(1));
		world.with_devices(0);
		let record = world.with_record(MAX_KEYS - 2);
		let (patient, colleague) = (world.patient.clone(), world.colleague.clone());
		assert_ok!(MedicalAccess::<T>::do_share_record(patient, record, colleague, KEY));
		world.break_every_glass(&world.colleague, Actions::only(Action::ReadLog));
		world.fill_audit(record);
		let before = AuditLogs::<T>::get(record).next_seq;
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), record, Purpose::Treat);
		assert!(AuditLogs::<T>::get(record).next_seq > before);
	}

	/// By the author.
	#[benchmark]
	fn remove_key() {
		let world = World::<T>::with_consents(1);
		let record = world.with_record(MAX_KEYS - 1);
		let reader: T::AccountId = account("reader", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), record, reader);
		assert!(Records::<T>::get(record).is_some_and(|it| !it.keys.is_full()));
	}

	#[benchmark]
	fn erase_record(k: Linear<0, MAX_KEYS>) {
		let world = World::<T>::with_consents(1);
		let record = world.with_record(k.saturating_sub(1));
		world.fill_audit(record);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.admin), record, PARAMS);
		assert!(Records::<T>::get(record).is_some_and(|it| it.erasure.is_some()));
	}

	#[benchmark]
	fn remove_record() {
		let world = World::<T>::with_consents(1);
		let record = world.with_record(0);
		let admin = world.admin;
		assert_ok!(MedicalAccess::<T>::do_erase_record(admin, record, PARAMS));
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.doctor), record);
		assert!(!Records::<T>::contains_key(record));
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		Paused::<T>::put(true);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn lift_bar() {
		let world = World::<T>::new();
		world.compromise_doctor(Listing::Complete);
		let (admin, doctor) = (world.admin.clone(), world.doctor.clone());
		assert_ok!(MedicalAccess::<T>::do_remove_member(Some(admin), world.org, doctor));
		T::BenchmarkHelper::set_time(kept::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.colleague), world.org, world.doctor.clone());
		assert!(!Bars::<T>::contains_key(world.org, world.doctor));
	}

	impl_benchmark_test_suite!(
		MedicalAccess,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
