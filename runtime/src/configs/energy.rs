// SPDX-License-Identifier: Apache-2.0

//! Energy: what neighbours sell each other, and the currencies that a zone may trade in.

use super::{deposit, Ticket, TrusteeOrigin, DAY_MS, DEPOSIT_PER_BYTE, DEPOSIT_PER_ITEM};
use crate::{
	AccountId, AssetId, AssetsHolder, Balance, Balances, DeviceIdentity, Runtime, RuntimeEvent,
	RuntimeHoldReason, SensorAttestation, SensorFeeds, Timestamp, EXISTENTIAL_DEPOSIT, MOTE,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{NativeFromLeft, NativeOrWithId, UnionOf},
		AsEnsureOriginWithArg, ConstU128, ConstU16, ConstU32, ConstU64,
	},
	PalletId,
};
use frame_system::EnsureSigned;
use pallet_energy_trading::HoldReason;
use sp_runtime::Perbill;

impl pallet_assets::Config for Runtime {
	type ApprovalDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AssetAccountDeposit = ConstU128<{ deposit(1, 16) }>;
	type AssetDeposit = ConstU128<{ 10 * MOTE }>;
	type AssetId = AssetId;
	type AssetIdAllocator = ();
	type AssetIdParameter = codec::Compact<AssetId>;
	type Balance = Balance;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type CallbackHandle = ();
	// A consortium makes its own stable unit.
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type Currency = Balances;
	type Extra = ();
	type ForceOrigin = TrusteeOrigin;
	type Freezer = ();
	type Holder = AssetsHolder;
	type MetadataDepositBase = ConstU128<{ deposit(1, 68) }>;
	type MetadataDepositPerByte = ConstU128<DEPOSIT_PER_BYTE>;
	type RemoveItemsLimit = ConstU32<1_000>;
	type ReserveData = ();
	type RuntimeEvent = RuntimeEvent;
	type StringLimit = ConstU32<50>;
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
}

impl pallet_assets_holder::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
}

/// The native token, and every asset.
pub type Currencies =
	UnionOf<Balances, AssetsHolder, NativeFromLeft, NativeOrWithId<AssetId>, AccountId>;

parameter_types! {
	pub const TradingPallet: PalletId = PalletId(*b"mote/nrg");
	pub const ZoneHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Zone);
	pub const MeterHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Meter);
	pub const PeriodHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Period);
	pub const OrderHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Order);
	pub const CertificateHold: RuntimeHoldReason =
		RuntimeHoldReason::EnergyTrading(HoldReason::Certificate);
	/// Of a block, and of what transactions leave of it, for clearing and settling that nobody asked
	/// for.
	pub const IdleShare: Perbill = Perbill::from_percent(25);
}

impl pallet_energy_trading::Config for Runtime {
	type Batches = SensorAttestation;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	// A year, as most registries of guarantees of origin have it.
	type CertificateLife = ConstU64<{ 365 * DAY_MS }>;
	type CertificateTicket = Ticket<CertificateHold, DEPOSIT_PER_ITEM>;
	type Currency = Currencies;
	type DecisionTime = ConstU64<{ 14 * DAY_MS }>;
	type Devices = DeviceIdentity;
	type Feeds = SensorFeeds;
	// The trustees, as long as a chain has no body of its own for its grid.
	type GridOperatorOrigin = TrusteeOrigin;
	type IdleShare = IdleShare;
	// What ten kilowatt-hours cost.
	type MaxCharge = ConstU64<10_000>;
	// A twentieth of what is sold.
	type MaxFee = ConstU16<500>;
	// A tenth, once in `PriceInterval`.
	type MaxStep = ConstU16<1_000>;
	type MeterTicket = Ticket<MeterHold, DEPOSIT_PER_ITEM>;
	// What a tenth of a kilowatt-hour costs.
	type MinBond = ConstU64<100>;
	type MinDisputeTime = ConstU64<DAY_MS>;
	type MinParticipants = ConstU32<3>;
	type OrderTicket = Ticket<OrderHold, DEPOSIT_PER_ITEM>;
	type PalletId = TradingPallet;
	type PeriodTicket = Ticket<PeriodHold, DEPOSIT_PER_ITEM>;
	type PriceInterval = ConstU64<DAY_MS>;
	type Streams = SensorAttestation;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_energy_trading::weights::SubstrateWeight<Runtime>;
	type ZoneTicket = Ticket<ZoneHold, DEPOSIT_PER_ITEM>;
}
