// SPDX-License-Identifier: Apache-2.0

//! What sensors measure: readings and batches, rules about them, feeds, and who keeps the content.

use super::{deposit, Ticket, TrusteeOrigin, DAY_MS, DEPOSIT_PER_ITEM, HOUR_MS};
use crate::{
	AccountId, Balance, Balances, DataAvailability, DeviceIdentity, Runtime, RuntimeHoldReason,
	SensorAlerts, SensorAttestation, Timestamp, MILLI_MOTE, MOTE,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU128, ConstU16, ConstU32, ConstU64, LinearStoragePrice,
	},
	PalletId,
};
use pallet_sensor_alerts::HoldReason as AlertHoldReason;
use pallet_sensor_attestation::HoldReason;
use pallet_sensor_feeds::HoldReason as FeedHoldReason;
use sp_runtime::traits::AccountIdConversion;

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

/// A fifth of a second of a block's 0.8 goes to the feeless lane, at the most.
pub const LANE_CEILING: u32 = 180;

/// Below everybody who pays: a pool that is full of readings makes room for them.
pub const LANE_PRIORITY: u64 = 0;

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

parameter_types! {
	pub const RuleHold: RuntimeHoldReason = RuntimeHoldReason::SensorAlerts(AlertHoldReason::Rule);
}

impl pallet_sensor_alerts::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type Devices = DeviceIdentity;
	type MaxRules = ConstU32<4>;
	// Nobody on the chain acts on alarms yet; whoever does reads the events.
	type OnAlert = ();
	type RuleTicket = Ticket<RuleHold, DEPOSIT_PER_ITEM>;
	type Streams = SensorAttestation;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_sensor_alerts::weights::SubstrateWeight<Runtime>;
}

/// What stands for a device that reports to a feed.
pub const ORACLE_BOND: Balance = MOTE;

parameter_types! {
	pub const FeedHold: RuntimeHoldReason = RuntimeHoldReason::SensorFeeds(FeedHoldReason::Feed);
	pub const OracleHold: RuntimeHoldReason =
		RuntimeHoldReason::SensorFeeds(FeedHoldReason::Oracle);
	/// An account without a key: only the root of the chain, if it has one, can move what is there.
	pub Pot: AccountId = PalletId(*b"mote/pot").into_account_truncating();
}

impl pallet_sensor_feeds::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type Currency = Balances;
	type Devices = DeviceIdentity;
	type FeedTicket = Ticket<FeedHold, DEPOSIT_PER_ITEM>;
	type OracleBond = ConstU128<ORACLE_BOND>;
	type OracleTicket = Ticket<OracleHold, DEPOSIT_PER_ITEM>;
	type Pot = Pot;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_sensor_feeds::weights::SubstrateWeight<Runtime>;
}

/// What stands for the word of somebody who keeps a batch. Many times the price of its record.
pub const PIN_BOND: Balance = MOTE;
/// What a challenger loses who walks away from a draw.
pub const AUDIT_BOND: Balance = MOTE / 10;
/// What a pinner gets for an audit: several times the fees of its two transactions.
pub const AUDIT_FEE: Balance = MOTE / 100;

impl pallet_data_availability::Config for Runtime {
	type AuditBond = ConstU128<AUDIT_BOND>;
	type AuditFee = ConstU128<AUDIT_FEE>;
	type AuditPause = ConstU64<DAY_MS>;
	type AuditTerm = ConstU64<DAY_MS>;
	type Batches = SensorAttestation;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type Currency = Balances;
	type MaxPins = ConstU32<8>;
	type PinBond = ConstU128<PIN_BOND>;
	type PinDeadline = ConstU64<HOUR_MS>;
	type Streams = SensorAttestation;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type UnpinNotice = ConstU64<{ 7 * DAY_MS }>;
	type WeightInfo = pallet_data_availability::weights::SubstrateWeight<Runtime>;
}
