// SPDX-License-Identifier: Apache-2.0

//! Cases that own what [`Facts`] borrows, and random ones.

#![allow(dead_code, reason = "each test file uses its own part")]

use mote_authorisation::{
	decide, Action, Actions, BreakGlassFacts, Capacity, ConsentFacts, ConsentStatus, ConsentTerms,
	ConsentVerdict, CredentialState, Decision, DeviceFacts, Dose, DoseLimits, Facts, Grantee,
	OrgId, Purpose, Purposes, Request, Risk, Role, Roles, SafetyProfile, SoftLimits,
};
use mote_primitives::{DeviceId, H256};
use proptest::{prelude::*, sample::select};

pub type AccountId = u64;

pub const NOW: u64 = 1_800_000_000_000;
pub const ANNA: AccountId = 7;
pub const BORIS: AccountId = 8;
/// The organisation that runs the pump, and another one.
pub const HOSPITAL: OrgId = 1;
pub const PRACTICE: OrgId = 2;
pub const EPOCH: u32 = 4;

pub fn device_id(number: u8) -> DeviceId {
	DeviceId(H256::repeat_byte(number))
}

#[derive(Clone, Debug)]
pub struct Device {
	pub id: DeviceId,
	pub org: OrgId,
	pub is_trusted: bool,
	pub is_locked: bool,
	pub is_suspended: bool,
	pub has_subject: bool,
	pub epoch: u32,
	pub profile: Option<SafetyProfile>,
	pub soft: Option<SoftLimits>,
	pub doses: Vec<Dose>,
}

#[derive(Clone, Debug)]
pub struct Case {
	pub is_patient: bool,
	pub capacities: Vec<Capacity>,
	pub device: Option<Device>,
	pub consents: Vec<ConsentFacts<AccountId>>,
	pub break_glass: Option<Actions>,
	pub now: u64,
	pub request: Request,
}

impl Case {
	pub fn decide(&self) -> Decision {
		self.with_facts(|facts| decide(facts, &self.request))
	}

	pub fn with_facts<R>(&self, ask: impl FnOnce(&Facts<AccountId>) -> R) -> R {
		let device = self.device.as_ref().map(|device| DeviceFacts {
			id: device.id,
			org: device.org,
			is_trusted: device.is_trusted,
			is_locked: device.is_locked,
			is_suspended: device.is_suspended,
			has_subject: device.has_subject,
			epoch: device.epoch,
			profile: device.profile,
			soft: device.soft,
			doses: &device.doses,
		});
		let facts = Facts {
			actor: &ANNA,
			is_patient: self.is_patient,
			capacities: &self.capacities,
			device,
			consents: &self.consents,
			break_glass: self.break_glass.map(|mask| BreakGlassFacts { mask }),
			now: self.now,
		};
		ask(&facts)
	}

	/// Anna is a clinician of the hospital that runs the pump, and asks for a dose of 10.
	pub fn bolus() -> Self {
		let hard =
			DoseLimits { max_single: 100, max_window: 200, window_s: 3600, min_interval_s: 60 };
		Self {
			is_patient: false,
			capacities: vec![capacity(HOSPITAL, &[Role::Clinician])],
			device: Some(Device {
				id: device_id(1),
				org: HOSPITAL,
				is_trusted: true,
				is_locked: false,
				is_suspended: false,
				has_subject: true,
				epoch: EPOCH,
				profile: Some(SafetyProfile { hard, risk: Risk::Low }),
				soft: None,
				doses: Vec::new(),
			}),
			consents: vec![permit(1, Grantee::Organisation(HOSPITAL))],
			break_glass: None,
			now: NOW,
			request: Request { action: Action::Therapy, value: 10, purpose: Purpose::Treat },
		}
	}

	pub fn asks(mut self, action: Action, purpose: Purpose) -> Self {
		self.request.action = action;
		self.request.purpose = purpose;
		self
	}

	pub fn acts_as(mut self, org: OrgId, roles: &[Role]) -> Self {
		self.capacities = vec![capacity(org, roles)];
		self
	}

	pub fn with_consents(mut self, consents: &[ConsentFacts<AccountId>]) -> Self {
		self.consents = consents.to_vec();
		self
	}

	pub fn on_device(mut self, change: impl FnOnce(&mut Device)) -> Self {
		change(self.device.as_mut().unwrap());
		self
	}

	/// Anna is on emergency duty and nothing else, broke the glass, and no consent helps her.
	pub fn emergency() -> Self {
		let mut case = Self::bolus()
			.acts_as(HOSPITAL, &[Role::Emergency])
			.asks(Action::Therapy, Purpose::EmergencyTreat)
			.with_consents(&[]);
		case.break_glass = Some(Actions::EMERGENCY);
		case
	}

	/// The patient asks, and is nobody else.
	pub fn patient() -> Self {
		let mut case = Self::bolus().with_consents(&[]);
		case.is_patient = true;
		case.capacities.clear();
		case
	}
}

pub fn roles(roles: &[Role]) -> Roles {
	Roles::new(roles.iter().fold(0, |bits, role| bits | Roles::only(*role).bits())).unwrap()
}

pub fn capacity(org: OrgId, members: &[Role]) -> Capacity {
	Capacity { org, roles: roles(members), credential: CredentialState::Valid }
}

pub fn permit(id: u32, grantee: Grantee<AccountId>) -> ConsentFacts<AccountId> {
	let terms = ConsentTerms {
		grantee,
		device: None,
		verdict: ConsentVerdict::Permit,
		actions: Actions::ALL,
		purposes: Purposes::ALL,
		start: NOW - 1000,
		end: NOW + 1000,
		max_uses: None,
		doc_hash: H256::zero(),
	};
	ConsentFacts { id, terms, status: ConsentStatus::Active, uses: 0, epoch: None }
}

pub fn deny(id: u32, grantee: Grantee<AccountId>) -> ConsentFacts<AccountId> {
	let mut consent = permit(id, grantee);
	consent.terms.verdict = ConsentVerdict::Deny;
	consent
}

/// True in most cases.
fn likely() -> impl Strategy<Value = bool> {
	prop::bool::weighted(0.85)
}

fn role_sets() -> impl Strategy<Value = Roles> {
	(1..=Roles::ALL.bits()).prop_map(|bits| Roles::new(bits).unwrap())
}

fn action_sets() -> impl Strategy<Value = Actions> {
	let some = (1..=Actions::ALL.bits()).prop_map(|bits| Actions::new(bits).unwrap());
	prop_oneof![some, Just(Actions::ALL)]
}

fn purpose_sets() -> impl Strategy<Value = Purposes> {
	let some = (1..=Purposes::ALL.bits()).prop_map(|bits| Purposes::new(bits).unwrap());
	prop_oneof![some, Just(Purposes::ALL)]
}

pub fn actions() -> impl Strategy<Value = Action> {
	select(&Action::ALL[..])
}

fn credentials() -> impl Strategy<Value = CredentialState> {
	prop_oneof![
		6 => Just(CredentialState::Valid),
		1 => Just(CredentialState::Revoked),
		1 => Just(CredentialState::Suspended),
		1 => Just(CredentialState::Expired),
	]
}

pub fn capacities() -> impl Strategy<Value = Capacity> {
	(1..=3u32, role_sets(), credentials()).prop_map(|(org, roles, credential)| Capacity {
		org,
		roles,
		credential,
	})
}

fn grantees() -> impl Strategy<Value = Grantee<AccountId>> {
	prop_oneof![
		prop_oneof![Just(ANNA), Just(BORIS)].prop_map(Grantee::Account),
		(1..=3u32).prop_map(Grantee::Organisation),
		(1..=3u32, select(&Role::ALL[..])).prop_map(|(org, role)| Grantee::Role(org, role)),
	]
}

fn verdicts() -> impl Strategy<Value = ConsentVerdict> {
	prop::bool::weighted(0.1).prop_map(|denies| match denies {
		true => ConsentVerdict::Deny,
		false => ConsentVerdict::Permit,
	})
}

fn statuses() -> impl Strategy<Value = ConsentStatus> {
	prop_oneof![
		9 => Just(ConsentStatus::Active),
		1 => Just(ConsentStatus::Draft),
		1 => Just(ConsentStatus::Inactive),
		1 => Just(ConsentStatus::EnteredInError),
	]
}

/// Consents with the number 0; [`cases`] numbers them.
pub fn consents() -> impl Strategy<Value = ConsentFacts<AccountId>> {
	let limits = (prop::option::weighted(0.3, 1..3u32), 0..3u32);
	let times = (0..3u64, 0..3u64);
	(
		grantees(),
		prop::option::weighted(0.3, 1..=2u8),
		verdicts(),
		action_sets(),
		purpose_sets(),
		times,
		limits,
		statuses(),
		likely(),
	)
		.prop_map(
			|(grantee, device, verdict, actions, purposes, times, limits, status, is_current)| {
				let (before, after) = times;
				let (max_uses, uses) = limits;
				ConsentFacts {
					id: 0,
					terms: ConsentTerms {
						grantee,
						device: device.map(device_id),
						verdict,
						actions,
						purposes,
						start: NOW - before,
						end: NOW + after,
						max_uses,
						doc_hash: H256::zero(),
					},
					status,
					uses,
					epoch: device.map(|_| if is_current { EPOCH } else { EPOCH - 1 }),
				}
			},
		)
}

pub fn risks() -> impl Strategy<Value = Risk> {
	prop_oneof![Just(Risk::Low), Just(Risk::Medium), Just(Risk::High)]
}

fn profiles() -> impl Strategy<Value = SafetyProfile> {
	(1..120u32, 0..200u32, 1..7200u32, 0..120u32, risks()).prop_map(
		|(max_single, more, window_s, min_interval_s, risk)| SafetyProfile {
			hard: DoseLimits {
				max_single,
				max_window: max_single + more,
				window_s,
				min_interval_s,
			},
			risk,
		},
	)
}

fn doses() -> impl Strategy<Value = Vec<Dose>> {
	let dose = (prop_oneof![0..120_000u64, 0..7_200_000u64], 1..150u32)
		.prop_map(|(ago, value)| Dose { at: NOW - ago, value });
	prop::collection::vec(dose, 0..6)
}

fn devices() -> impl Strategy<Value = Device> {
	let soft = (0..120u32, 0..300u32)
		.prop_map(|(max_single, max_window)| SoftLimits { max_single, max_window });
	(
		(likely(), likely(), any::<bool>(), likely()),
		prop::option::weighted(0.9, profiles()),
		prop::option::of(soft),
		doses(),
	)
		.prop_map(|((is_trusted, is_free, is_suspended, has_subject), profile, soft, doses)| {
			Device {
				id: device_id(1),
				org: HOSPITAL,
				is_trusted,
				is_locked: !is_free,
				is_suspended,
				has_subject,
				epoch: EPOCH,
				profile,
				soft,
				doses,
			}
		})
}

pub fn cases() -> impl Strategy<Value = Case> {
	(
		prop::bool::weighted(0.2),
		prop::collection::vec(capacities(), 0..3),
		prop::option::weighted(0.9, devices()),
		prop::collection::vec(consents(), 0..5),
		prop::option::of(action_sets()),
		(
			prop_oneof![actions(), Just(Action::Therapy)],
			prop_oneof![9 => 1..120u32, 1 => Just(0)],
			select(&Purpose::ALL[..]),
		),
	)
		.prop_map(|(is_patient, capacities, device, mut consents, break_glass, asked)| {
			for (id, consent) in (1..).zip(&mut consents) {
				consent.id = id;
			}
			let (action, value, purpose) = asked;
			Case {
				is_patient,
				capacities,
				device,
				consents,
				break_glass,
				now: NOW,
				request: Request { action, value, purpose },
			}
		})
}
