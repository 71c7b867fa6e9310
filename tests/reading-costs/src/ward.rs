// SPDX-License-Identifier: Apache-2.0

//! A hospital: patients with pumps, and clinicians who give commands.

use crate::{
	chain::PARENT_TIME,
	maker::{endow, Made, Maker, MODEL},
	transactions::signed,
};
use codec::Encode;
use mote_authorisation::{
	command_digest, Action, Actions, ConsentTerms, ConsentVerdict, DoseLimits, Grantee, OrgId,
	Purpose, Purposes, Risk, Role, Roles, SafetyProfile, SoftLimits,
};
use mote_pallet_testing::Signer;
use mote_primitives::{
	CommandReceipt, DeviceId, KeyAlgorithm, ReceiptStatus, StatusListId, StatusPurpose,
};
use mote_runtime::{
	AccountId, Hash, MedicalAccess, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, StatusLists,
	System, UncheckedExtrinsic, MOTE,
};
use pallet_device_identity::DeviceClass;
use pallet_medical_access::{BreakGlassReason, Call, CredentialRef, SoftwareClass};
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;

const ORG: OrgId = 0;
const LIST: StatusListId = 0;
const DAY: u64 = 24 * 3_600_000;
const LIMITS: DoseLimits =
	DoseLimits { max_single: 10_000, max_window: 20_000, window_s: 14_400, min_interval_s: 0 };
const SOFT: SoftLimits = SoftLimits { max_single: 5_000, max_window: 20_000 };
/// Within the soft limits, and beyond them.
const DOSE: u32 = 1_000;
const LARGE_DOSE: u32 = 6_000;
const PARAMETERS: Hash = Hash::repeat_byte(7);
/// Each pump has a command that waits for a second person, and one that it may execute.
const PROPOSED: u64 = 1;
const AUTHORISED: u64 = 2;

/// A patient's pump, and a clinician who looks after it.
struct Bed {
	pump: DeviceId,
	signer: Signer,
	clinician: sr25519::Pair,
	executable: Hash,
}

/// Everybody.
pub struct Ward {
	genesis: Hash,
	beds: Vec<Bed>,
}

/// Indices of a list of credentials, drawn by lot.
fn credentials(issuer: &AccountId, count: usize) -> Vec<u32> {
	let origin = || RuntimeOrigin::signed(issuer.clone());
	let block = System::block_number();
	StatusLists::create_list(origin(), StatusPurpose::Revocation, None).unwrap();
	let mut indices = Vec::new();
	while indices.len() < count {
		let secret = blake2_256(&indices.len().to_le_bytes());
		let now = System::block_number();
		StatusLists::request_indices(origin(), LIST, 16, blake2_256(&secret).into()).unwrap();
		frame_system::BlockHash::<Runtime>::insert(now + 1, Hash::from(secret));
		System::set_block_number(now + 2);
		StatusLists::draw_indices(origin(), LIST, secret).unwrap();
		let drawn = System::read_events_no_consensus().find_map(|record| match record.event {
			RuntimeEvent::StatusLists(pallet_status_lists::Event::IndicesDrawn {
				indices, ..
			}) => Some(indices),
			_ => None,
		});
		indices.extend(drawn.expect("the draw has an event"));
		System::reset_events();
		frame_system::BlockHash::<Runtime>::remove(now + 1);
	}
	System::set_block_number(block);
	indices
}

impl Ward {
	/// Puts beds on the chain, through the pallets' own calls.
	pub fn new(genesis: Hash, algorithm: KeyAlgorithm, size: u32) -> Self {
		let maker = Maker::new(genesis, algorithm, DeviceClass::Medical);
		let credentials = credentials(&maker.account, size as usize);
		MedicalAccess::register_organisation(maker.origin(), 0).unwrap();
		MedicalAccess::accredit_organisation(RuntimeOrigin::root(), ORG, true).unwrap();
		MedicalAccess::admit_credential_list(RuntimeOrigin::root(), LIST, true).unwrap();
		let profile = SafetyProfile { hard: LIMITS, risk: Risk::Medium };
		MedicalAccess::set_profile(maker.origin(), MODEL, Action::Therapy, profile).unwrap();
		let mut ward = Self { genesis, beds: Vec::new() };
		for (number, index) in (0..size).zip(credentials) {
			let bed = ward.bed(&maker, number, index);
			ward.beds.push(bed);
		}
		for number in 0..ward.beds.len() {
			ward.command(number);
		}
		ward
	}

	/// A pump that treats a patient, who lets a clinician give it commands.
	fn bed(&self, maker: &Maker, number: u32, index: u32) -> Bed {
		let made = maker.make(number);
		maker.activate(&made);
		let Made { id: pump, signer, .. } = made;
		let clinician = sr25519::Pair::from_seed(&blake2_256(&("clinician", number).encode()));
		let account: AccountId = clinician.public().into();
		let patient: AccountId = blake2_256(&("patient", number).encode()).into();
		endow(account.clone(), 1_000 * MOTE);
		endow(patient.clone(), 1_000 * MOTE);
		let admin = || maker.origin();
		let roles = Roles::only(Role::Clinician).with(Role::Emergency);
		let credential = CredentialRef { list: LIST, index };
		let until = PARENT_TIME + DAY;
		MedicalAccess::add_member(admin(), ORG, account.clone(), roles, credential, until).unwrap();
		let mask = Some(Actions::EMERGENCY);
		MedicalAccess::enrol_device(admin(), ORG, pump, SoftwareClass::C, mask).unwrap();
		let subject: Hash = blake2_256(&("pseudonym", number).encode()).into();
		MedicalAccess::admit_patient(admin(), ORG, subject, patient.clone()).unwrap();
		MedicalAccess::assign_device(admin(), pump, subject).unwrap();
		let terms = ConsentTerms {
			grantee: Grantee::Account(account),
			device: Some(pump),
			verdict: ConsentVerdict::Permit,
			actions: Actions::ALL,
			purposes: Purposes::only(Purpose::Treat),
			start: PARENT_TIME,
			end: PARENT_TIME + DAY,
			max_uses: None,
			doc_hash: Hash::repeat_byte(1),
		};
		MedicalAccess::grant_consent(RuntimeOrigin::signed(patient), subject, terms).unwrap();
		Bed { pump, signer, clinician, executable: Hash::zero() }
	}

	/// The two commands that each pump has.
	fn command(&mut self, number: usize) {
		let origin = |number: usize| {
			let bed = &self.beds[number % self.beds.len()];
			RuntimeOrigin::signed(bed.clinician.public().into())
		};
		let pump = self.beds[number].pump;
		let (therapy, soft) = (Action::Therapy, Some(SOFT));
		MedicalAccess::propose_soft_limits(origin(number), pump, therapy, soft).unwrap();
		MedicalAccess::confirm_soft_limits(origin(number + 1), pump, therapy, soft).unwrap();
		for dose in [LARGE_DOSE, DOSE] {
			let Call::request_command { device, action, value, params_commit, purpose, .. } =
				request(pump, dose)
			else {
				unreachable!("it is a request");
			};
			let origin = origin(number);
			MedicalAccess::request_command(
				origin,
				device,
				action,
				value,
				params_commit,
				purpose,
				None,
				None,
			)
			.unwrap();
		}
		let command = pallet_medical_access::Commands::<Runtime>::get(pump, AUTHORISED)
			.expect("just requested");
		assert!(command.authorised_at.is_some());
		self.beds[number].executable = command_digest(&command.terms(pump, AUTHORISED));
	}

	// --- What is measured ---

	/// A transfer of nothing but a few bytes.
	pub fn remark(&self, number: usize) -> RuntimeCall {
		let remark = vec![number as u8; 32];
		RuntimeCall::System(frame_system::Call::remark { remark })
	}

	/// A clinician asks for a dose that nobody has to approve.
	pub fn request(&self, number: usize) -> RuntimeCall {
		RuntimeCall::MedicalAccess(request(self.beds[number].pump, DOSE))
	}

	/// A clinician asks for more than anybody may give.
	pub fn overdose(&self, number: usize) -> RuntimeCall {
		RuntimeCall::MedicalAccess(request(self.beds[number].pump, LIMITS.max_single + 1))
	}

	/// A clinician approves what the one before has asked for.
	pub fn approval(&self, number: usize) -> RuntimeCall {
		let before = (number + self.beds.len() - 1) % self.beds.len();
		let device = self.beds[before].pump;
		let call = Call::approve_command { device, seq: PROPOSED, params_commit: PARAMETERS };
		RuntimeCall::MedicalAccess(call)
	}

	/// Somebody carries a pump's receipt: it has given the dose.
	pub fn receipt(&self, number: usize) -> RuntimeCall {
		let Bed { pump, signer, executable, .. } = &self.beds[number];
		let receipt = CommandReceipt {
			device: *pump,
			seq: AUTHORISED,
			command: *executable,
			status: ReceiptStatus::Executed,
			at: PARENT_TIME + 1_000,
			detail: 0,
		};
		let signature = signer.sign(&self.genesis, &receipt);
		RuntimeCall::MedicalAccess(Call::carry_receipt { receipt, key_index: 0, signature })
	}

	/// A clinician reads what the pump measures.
	pub fn access(&self, number: usize) -> RuntimeCall {
		let (device, action) = (self.beds[number].pump, Action::ReadTelemetry);
		let call = Call::log_access { device, action, purpose: Purpose::Treat };
		RuntimeCall::MedicalAccess(call)
	}

	/// A clinician breaks the glass.
	pub fn emergency(&self, number: usize) -> RuntimeCall {
		RuntimeCall::MedicalAccess(Call::break_glass {
			device: self.beds[number].pump,
			reason: BreakGlassReason::SevereHypoglycaemia,
			mask: Actions::EMERGENCY,
			minutes: None,
		})
	}

	/// The call as the first transaction of a clinician.
	pub fn signed(&self, number: usize, call: RuntimeCall) -> UncheckedExtrinsic {
		signed(self.genesis, &self.beds[number].clinician, call)
	}
}

fn request(device: DeviceId, value: u32) -> Call<Runtime> {
	Call::request_command {
		device,
		action: Action::Therapy,
		value,
		params_commit: PARAMETERS,
		purpose: Purpose::Treat,
		not_before: None,
		life_s: None,
	}
}
