// SPDX-License-Identifier: Apache-2.0

//! What sensors measure: readings and batches, rules about them, feeds, and who keeps the content.

use super::{deposit, Ticket, TrusteeOrigin, DAY_MS, DEPOSIT_PER_ITEM, HOUR_MS};
use crate::{
	AccountId, Balance, Balances, DataAvailability, DeviceIdentity, Runtime, RuntimeHoldReason,
	SensorAlerts, Timestamp, MILLI_MOTE, MOTE,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, ConstU16, ConstU32, ConstU64, LinearStoragePrice},
};
use pallet_sensor_attestation::HoldReason;

parameter_types! {
	pub const DescriptionHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Description);
	pub const SourceHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Source);
	pub const LaneHold: RuntimeHoldReason = RuntimeHoldReason::SensorAttestation(HoldReason::Lane);
	pub const StreamHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Stream);
	pub const GatewayHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorAttestation(HoldReason::Gateway);
}

/// Deposit for each reading in an hour that a device may send without a fee, and for each of its
/// burst. All there is of the lane in an hour takes several thousand MOTE.
pub const LANE_DEPOSIT_PER_READING: Balance = 10 * MILLI_MOTE;

/// Deposit for the record of a batch: its size at most, rounded up.
pub const BATCH_DEPOSIT: Balance = deposit(1, 640);

/// What whoever finds a batch wrong gets.
pub const BATCH_BOND: Balance = MOTE / 10;

/// A quarter of a second of a block's 0.8 goes to the feeless lane, at the most.
pub const LANE_CEILING: u32 = 400;

/// Above every fee that somebody could pay for a place in a block: a crowd that pays cannot keep
/// devices out. The ceiling keeps devices from keeping out those who pay.
pub const LANE_PRIORITY: u64 = 1 << 62;

impl pallet_sensor_attestation::Config for Runtime {
	type Availability = DataAvailability;
	type BatchBond = ConstU128<BATCH_BOND>;
	type BatchDeposit = ConstU128<BATCH_DEPOSIT>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type Currency = Balances;
	type DescriptionTicket = Ticket<DescriptionHold, DEPOSIT_PER_ITEM>;
	type Devices = DeviceIdentity;
	type GatewayTicket = Ticket<GatewayHold, DEPOSIT_PER_ITEM>;
	type LaneCeiling = ConstU32<LANE_CEILING>;
	type LaneLongevity = ConstU64<64>;
	type LanePriority = ConstU64<LANE_PRIORITY>;
	type LaneTicket = HoldConsideration<
		AccountId,
		Balances,
		LaneHold,
		LinearStoragePrice<
			ConstU128<DEPOSIT_PER_ITEM>,
			ConstU128<LANE_DEPOSIT_PER_READING>,
			Balance,
		>,
	>;
	type LateAfter = ConstU64<DAY_MS>;
	type LateBurst = ConstU32<32>;
	type LateInterval = ConstU64<{ 6 * HOUR_MS }>;
	type Listener = SensorAlerts;
	type Manufacturers = DeviceIdentity;
	type MaxBatchAge = ConstU64<{ 90 * DAY_MS }>;
	type MaxBatches = ConstU32<1_024>;
	type MaxGateways = ConstU32<8>;
	type MaxLaneBurst = ConstU16<64>;
	type MaxReadingAge = ConstU64<DAY_MS>;
	// Ten years.
	type MaxRetentionDays = ConstU16<3_653>;
	type MaxStreams = ConstU32<16>;
	type MaxWindows = ConstU32<8>;
	type MinLaneInterval = ConstU32<1_000>;
	type SourceTicket = Ticket<SourceHold, DEPOSIT_PER_ITEM>;
	type StreamTicket = Ticket<StreamHold, DEPOSIT_PER_ITEM>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_sensor_attestation::weights::SubstrateWeight<Runtime>;
}
