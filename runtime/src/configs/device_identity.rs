// SPDX-License-Identifier: Apache-2.0

//! Devices, their makers, keys and owners.

use super::{TrusteeOrigin, DEPOSIT_PER_BYTE, DEPOSIT_PER_ITEM};
use crate::{AccountId, Balance, Balances, Runtime, RuntimeHoldReason, Timestamp, MOTE};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, ConstU32, ConstU64, LinearStoragePrice},
};
use pallet_device_identity::HoldReason;

const HOUR_MS: u64 = 3_600_000;
const DAY_MS: u64 = 24 * HOUR_MS;

/// A ticket held for `Reason`, priced by item and by byte.
pub type Ticket<Reason, const PER_ITEM: Balance> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<ConstU128<PER_ITEM>, ConstU128<DEPOSIT_PER_BYTE>, Balance>,
>;

/// A manufacturer asks the trustees for their time, so its deposit is more than the price of its
/// state.
pub const MANUFACTURER_DEPOSIT: Balance = 100 * MOTE;
/// Models are few.
pub const MODEL_DEPOSIT: Balance = MOTE;

parameter_types! {
	pub const ManufacturerHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Manufacturer);
	pub const ModelHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Model);
	pub const DeviceHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Device);
	pub const KeyHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Key);
}

/// Sets the clock for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct SetTime;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_device_identity::benchmarking::BenchmarkHelper for SetTime {
	fn set_time(now: u64) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}
}

impl pallet_device_identity::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = SetTime;
	type Currency = Balances;
	type DeviceTicket = Ticket<DeviceHold, DEPOSIT_PER_ITEM>;
	type KeyTicket = Ticket<KeyHold, DEPOSIT_PER_ITEM>;
	// No other pallet holds a device to anything yet.
	type Liens = ();
	type ManufacturerTicket = Ticket<ManufacturerHold, MANUFACTURER_DEPOSIT>;
	type MaxKeyRecords = ConstU32<64>;
	type MaxLiveKeys = ConstU32<4>;
	type MaxPage = ConstU32<256>;
	type MaxRootKeys = ConstU32<4>;
	type MaxTransferTerm = ConstU64<{ 30 * DAY_MS }>;
	type ModelTicket = Ticket<ModelHold, MODEL_DEPOSIT>;
	type Retention = ConstU64<{ 90 * DAY_MS }>;
	type RotationGrace = ConstU64<HOUR_MS>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_device_identity::weights::SubstrateWeight<Runtime>;
}
