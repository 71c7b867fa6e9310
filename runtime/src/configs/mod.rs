// SPDX-License-Identifier: Apache-2.0

//! Configuration of the pallets, by theme. This file: system and consensus.

mod credentials;
mod devices;
mod energy;
mod fees;
mod governance;
mod medical;
mod sensing;
mod utility;

pub use credentials::*;
pub use devices::*;
pub use energy::*;
pub use fees::*;
pub use governance::*;
pub use medical::*;
pub use sensing::*;
pub use utility::*;

use crate::{
	migrations, weights, AccountId, Aura, Balance, Block, BlockNumber, Hash, Migrations, Nonce,
	PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SLOT_DURATION,
	SS58_PREFIX, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64},
	weights::{
		constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_MILLIS},
		Weight,
	},
};
use frame_system::limits;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::Perbill;
use sp_version::RuntimeVersion;

/// The share of a block that ordinary transactions may fill. The rest is kept for operational ones
/// (the trustees' votes, an upgrade).
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// Execution time of a full block on the reference machine: 40 % of a slot. An author may build for
/// 60 % of it, and building costs more per transaction than importing does; the other validators
/// then have the rest of the slot to receive and execute the block before the next author starts.
pub const MAX_BLOCK_REF_TIME: u64 = 800 * WEIGHT_REF_TIME_PER_MILLIS;

/// Size of a full block. It holds more small transactions than its weight allows, so that length is
/// the wall only for bulk data; it crosses a line of 100 Mbit/s in 0.17 s, three hops well inside a
/// slot; and it takes a compressed runtime in one piece.
pub const MAX_BLOCK_LENGTH: u32 = 2 * 1024 * 1024;

/// Largest header. One with the change of a large authority set takes a few KiB.
pub const MAX_HEADER_SIZE: u32 = 100 * 1024;

/// The most validators.
pub const MAX_AUTHORITIES: u32 = 100;

parameter_types! {
	pub const Version: RuntimeVersion = VERSION;
	/// 80 minutes: how old a mortal transaction, or a block hash inside a device's payload, may be.
	pub const BlockHashCount: BlockNumber = 2_400;
	pub BlockWeights: limits::BlockWeights = limits::BlockWeights::with_sensible_defaults(
		// No proof is sent along with a block, so its size has no limit.
		Weight::from_parts(MAX_BLOCK_REF_TIME, u64::MAX),
		NORMAL_RATIO,
	);
	pub BlockLength: limits::BlockLength = limits::BlockLength::builder()
		.max_length(MAX_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_RATIO * MAX_BLOCK_LENGTH
		})
		.max_header_size(MAX_HEADER_SIZE)
		.build();
	pub const SS58Prefix: u16 = SS58_PREFIX;
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = BlockLength;
	type BlockWeights = BlockWeights;
	type DbWeight = ParityDbWeight;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type Hash = Hash;
	type MultiBlockMigrator = Migrations;
	type Nonce = Nonce;
	type SS58Prefix = SS58Prefix;
	type SingleBlockMigrations = migrations::SingleBlock;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type Moment = u64;
	type OnTimestampSet = Aura;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_aura::Config for Runtime {
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type AuthorityId = AuraId;
	type DisabledValidators = ();
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl pallet_grandpa::Config for Runtime {
	type EquivocationReportSystem = ();
	type KeyOwnerProof = sp_core::Void;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<0>;
	type RuntimeEvent = RuntimeEvent;
	// The pallet exports no other; it counts RocksDB's slower reads.
	type WeightInfo = ();
}
