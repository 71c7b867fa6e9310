// SPDX-License-Identifier: Apache-2.0

//! Who may do what with a medical device.

use super::{Ticket, TrusteeOrigin, DAY_MS, DEPOSIT_PER_ITEM, HOUR_MS};
use crate::{Balances, DeviceIdentity, Runtime, RuntimeHoldReason, StatusLists, Timestamp, MOTE};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64},
};
use pallet_medical_access::HoldReason;

/// An organisation asks the medical authority for its time.
pub const ORGANISATION_DEPOSIT: crate::Balance = 10 * MOTE;

/// Those who save lives can put it up.
pub const MAX_BREAK_GLASS_BOND: crate::Balance = 100 * MOTE;

parameter_types! {
	pub const OrganisationHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Organisation);
	pub const MemberHold: RuntimeHoldReason = RuntimeHoldReason::MedicalAccess(HoldReason::Member);
	pub const MedicalDeviceHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Device);
	pub const PatientHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Patient);
	pub const ConsentHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Consent);
	pub const ProfileHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Profile);
	pub const CommandHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::Command);
	pub const BreakGlassHold: RuntimeHoldReason =
		RuntimeHoldReason::MedicalAccess(HoldReason::BreakGlass);
	pub const RecordHold: RuntimeHoldReason = RuntimeHoldReason::MedicalAccess(HoldReason::Record);
	pub const RecordKeyHold: RuntimeHoldReason = RuntimeHoldReason::MedicalAccess(HoldReason::Key);
}

impl pallet_medical_access::Config for Runtime {
	// The trustees, as long as a chain has no body of its own for health.
	type AuthorityOrigin = TrusteeOrigin;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type BreakGlassTicket = Ticket<BreakGlassHold, DEPOSIT_PER_ITEM>;
	type BreakGlassesPerDay = ConstU32<3>;
	type CommandTicket = Ticket<CommandHold, DEPOSIT_PER_ITEM>;
	type ConsentTicket = Ticket<ConsentHold, DEPOSIT_PER_ITEM>;
	type Credentials = StatusLists;
	type Currency = Balances;
	type DefaultBreakGlass = ConstU64<HOUR_MS>;
	type Devices = DeviceIdentity;
	type DeviceTicket = Ticket<MedicalDeviceHold, DEPOSIT_PER_ITEM>;
	type KeyTicket = Ticket<RecordKeyHold, DEPOSIT_PER_ITEM>;
	type Manufacturers = DeviceIdentity;
	type MaxBreakGlass = ConstU64<{ 4 * HOUR_MS }>;
	type MaxBreakGlassBond = ConstU128<MAX_BREAK_GLASS_BOND>;
	type MemberTicket = Ticket<MemberHold, DEPOSIT_PER_ITEM>;
	type NotBeforeHorizon = ConstU64<DAY_MS>;
	type OrgTicket = Ticket<OrganisationHold, ORGANISATION_DEPOSIT>;
	type Pot = super::Pot;
	type ProfileTicket = Ticket<ProfileHold, DEPOSIT_PER_ITEM>;
	type RecordTicket = Ticket<RecordHold, DEPOSIT_PER_ITEM>;
	type Retention = ConstU64<{ 90 * DAY_MS }>;
	type ReviewTerm = ConstU64<{ 72 * HOUR_MS }>;
	type SubjectTicket = Ticket<PatientHold, DEPOSIT_PER_ITEM>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_medical_access::weights::SubstrateWeight<Runtime>;
}
