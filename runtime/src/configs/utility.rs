// SPDX-License-Identifier: Apache-2.0

//! Batches, shared accounts, delegates, and calls that run later.

use super::{deposit, BlockWeights, TrusteeOrigin, DEPOSIT_PER_BYTE, DEPOSIT_PER_ITEM};
use crate::{
	AccountId, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, RuntimeOrigin, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU128, ConstU32, EqualPrivilegeOnly, InstanceFilter,
		LinearStoragePrice,
	},
	weights::Weight,
};
use scale_info::TypeInfo;
use sp_runtime::{traits::BlakeTwo256, Perbill};

impl pallet_utility::Config for Runtime {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 37);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_multisig::Config for Runtime {
	type BlockNumberProvider = System;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

/// What a delegate may do in the name of an account.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything but moving money, also for a device or as a bond that others can win, and acting
	/// as root.
	#[codec(index = 1)]
	NonTransfer,
	/// Looking after devices, one by one or in batches. Not buying or selling them.
	#[codec(index = 2)]
	DeviceOperations,
	/// Placing and cancelling orders for energy, and carrying what meters say: what an app in the
	/// house needs. An order binds the owner's money within the zone's two prices.
	#[codec(index = 3)]
	EnergyOrders,
	/// What a patient decides: consents, and stopping treatment. For those who act for somebody
	/// who cannot.
	#[codec(index = 4)]
	PatientDecisions,
}

/// Whether the call pays for a device.
fn buys_device(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::DeviceIdentity(pallet_device_identity::Call::accept_transfer {
			price: Some(_),
			..
		})
	)
}

/// Whether the call puts up money that goes to whoever shows a fault: a delegate could commit the
/// fault, and show it by an account of its own.
fn risks_bond(call: &RuntimeCall) -> bool {
	use pallet_data_availability::Call as Availability;
	use pallet_sensor_attestation::Call as Sensors;
	matches!(
		call,
		RuntimeCall::SensorAttestation(
			Sensors::submit_batch { .. } |
				Sensors::assert_batch { .. } |
				Sensors::prepay_batches { .. }
		) | RuntimeCall::DataAvailability(
			Availability::pin { .. } | Availability::open_audit { .. }
		)
	)
}

/// Whether the call looks after a device without buying or selling it, acting as its manufacturer,
/// or giving away a right that would outlast the delegate's own. Named one by one: a call that
/// comes later is closed until somebody opens it.
fn looks_after_devices(call: &pallet_device_identity::Call<Runtime>) -> bool {
	use pallet_device_identity::Call;
	matches!(
		call,
		Call::register { .. } |
			Call::claim { .. } |
			Call::claim_with_voucher { .. } |
			Call::activate { .. } |
			Call::cancel_transfer { .. } |
			Call::accept_transfer { price: None, .. } |
			Call::add_key { .. } |
			Call::rotate_key { .. } |
			Call::rotate_key_signed { .. } |
			Call::revoke_key { .. } |
			Call::prune_key { .. } |
			Call::suspend { .. } |
			Call::report_lost { .. } |
			Call::reactivate { .. } |
			Call::decommission { .. } |
			Call::prune_device { .. } |
			Call::remove_operator { .. }
	)
}

/// Whether the call looks after what a device sends. Not naming gateways, whose right would outlast
/// the delegate's own, no batches, whose bond others can win, and nothing that a manufacturer, a
/// challenger or the trustees do.
fn looks_after_streams(call: &pallet_sensor_attestation::Call<Runtime>) -> bool {
	use pallet_sensor_attestation::Call;
	matches!(
		call,
		Call::enrol { .. } |
			Call::remove_source { .. } |
			Call::set_lane { .. } |
			Call::close_lane { .. } |
			Call::declare_stream { .. } |
			Call::retire_stream { .. } |
			Call::remove_stream { .. } |
			Call::remove_gateway { .. } |
			Call::carry_reading { .. } |
			Call::record_erasure { .. } |
			Call::prune_batch { .. }
	)
}

/// Whether the call is what an app does day by day in a market for energy. It may claim the
/// certificates of what it bought; nothing that gives away a certificate, a float or a bond.
fn places_orders(call: &pallet_energy_trading::Call<Runtime>) -> bool {
	use pallet_energy_trading::Call;
	matches!(
		call,
		Call::submit_order { .. } |
			Call::cancel_order { .. } |
			Call::submit_read { .. } |
			Call::prove_read { .. } |
			Call::clear { .. } |
			Call::settle { .. } |
			Call::claim_certificate { .. }
	)
}

/// Whether the call is one that only a patient makes.
fn decides_for_patient(call: &pallet_medical_access::Call<Runtime>) -> bool {
	use mote_authorisation::Action;
	use pallet_medical_access::Call;
	matches!(
		call,
		Call::activate_consent { .. } |
			Call::grant_consent { .. } |
			Call::revoke_consent { .. } |
			Call::mark_consent_in_error { .. } |
			Call::remove_consent { .. } |
			Call::appoint_reviewer { .. } |
			Call::cancel_command { .. } |
			Call::lock_device { is_locked: true, .. } |
			Call::unassign_device { .. } |
			Call::request_command { action: Action::SuspendTherapy, .. } |
			Call::share_record { .. } |
			Call::remove_key { .. } |
			Call::erase_record { .. }
	)
}

/// Whether the call is a batch. The calls inside pass through the filter again.
fn is_batch(call: &pallet_utility::Call<Runtime>) -> bool {
	use pallet_utility::Call;
	matches!(call, Call::batch { .. } | Call::batch_all { .. } | Call::force_batch { .. })
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			// Named one by one: a pallet that comes later is closed until somebody opens it.
			Self::NonTransfer =>
				matches!(
					call,
					RuntimeCall::System(..) |
						RuntimeCall::Preimage(..) |
						RuntimeCall::Utility(..) |
						RuntimeCall::Multisig(..) |
						RuntimeCall::Proxy(..) |
						RuntimeCall::Trustees(..) |
						RuntimeCall::DeviceIdentity(..) |
						RuntimeCall::DeviceFirmware(..) |
						RuntimeCall::RemoteAttestation(..) |
						RuntimeCall::StatusLists(..) |
						RuntimeCall::SensorAttestation(..) |
						RuntimeCall::SensorAlerts(..) |
						RuntimeCall::SensorFeeds(..) |
						RuntimeCall::DataAvailability(..)
				) && !buys_device(call) &&
					!risks_bond(call),
			Self::DeviceOperations => match call {
				RuntimeCall::DeviceIdentity(call) => looks_after_devices(call),
				RuntimeCall::SensorAttestation(call) => looks_after_streams(call),
				RuntimeCall::SensorAlerts(pallet_sensor_alerts::Call::set_rule { .. }) |
				RuntimeCall::SensorAlerts(pallet_sensor_alerts::Call::remove_rule { .. }) |
				RuntimeCall::SensorAlerts(pallet_sensor_alerts::Call::report_gap { .. }) => true,
				// Not the releases and appraisals, which are other people's work.
				RuntimeCall::DeviceFirmware(pallet_device_firmware::Call::report { .. }) |
				RuntimeCall::RemoteAttestation(
					pallet_remote_attestation::Call::request_challenge { .. },
				) => true,
				RuntimeCall::Utility(call) => is_batch(call),
				_ => false,
			},
			Self::EnergyOrders => match call {
				RuntimeCall::EnergyTrading(call) => places_orders(call),
				RuntimeCall::Utility(call) => is_batch(call),
				_ => false,
			},
			Self::PatientDecisions => match call {
				RuntimeCall::MedicalAccess(call) => decides_for_patient(call),
				RuntimeCall::Utility(call) => is_batch(call),
				_ => false,
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) | (Self::NonTransfer, Self::DeviceOperations) => true,
			(a, b) => a == b,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
	type CallHasher = BlakeTwo256;
	type Currency = Balances;
	type MaxPending = ConstU32<32>;
	type MaxProxies = ConstU32<32>;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type ProxyType = ProxyType;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	/// What scheduled calls, or a migration, may take of a block: the rest stays for transactions.
	pub MaximumServiceWeight: Weight = Perbill::from_percent(80) * BlockWeights::get().max_block;
}

impl pallet_preimage::Config for Runtime {
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<ConstU128<DEPOSIT_PER_ITEM>, ConstU128<DEPOSIT_PER_BYTE>, Balance>,
	>;
	type Currency = Balances;
	type ManagerOrigin = TrusteeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
}

impl pallet_scheduler::Config for Runtime {
	type BlockNumberProvider = System;
	type MaxScheduledPerBlock = ConstU32<50>;
	type MaximumWeight = MaximumServiceWeight;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type ScheduleOrigin = TrusteeOrigin;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
}

impl pallet_migrations::Config for Runtime {
	type CursorMaxLen = ConstU32<65_536>;
	// A chain that stands still can be repaired; one that runs on half-migrated state cannot.
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type IdentifierMaxLen = ConstU32<256>;
	type MaxServiceWeight = MaximumServiceWeight;
	type MigrationStatusHandler = ();
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = crate::migrations::MultiBlock;
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
