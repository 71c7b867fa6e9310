// SPDX-License-Identifier: Apache-2.0

//! The runtime of Mote: FRAME pallets for the Internet of Things, composed for a chain with Aura
//! and GRANDPA.
//!
//! | file | what it holds |
//! |---|---|
//! | `lib.rs` | types, version, the transaction pipeline, the list of pallets |
//! | [`apis`] | what a node may ask the runtime |
//! | [`configs`] | every pallet's configuration, by theme |
//! | [`presets`] | genesis states: development, local test network, production |
//! | [`migrations`] | what an upgrade has to change in storage |
//! | [`weights`] | generated weights |

#![cfg_attr(not(feature = "std"), no_std)]
// The composed call enum expands past the default.
#![recursion_limit = "256"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod migrations;
pub mod presets;
pub mod weights;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

/// Number of a block.
pub type BlockNumber = u32;
/// Signature of a transaction: Ed25519, sr25519 or ECDSA.
pub type Signature = MultiSignature;
/// Account, as the public key (or its hash) that signs for it.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Amount of money, in the smallest unit: 10^-12 MOTE.
pub type Balance = u128;
/// The number of an asset other than the native token.
pub type AssetId = u32;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// The chain's hash: 32 bytes of BLAKE2b.
pub type Hash = sp_core::H256;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// Block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// Block with its justification.
pub type SignedBlock = generic::SignedBlock<Block>;

/// What a transaction passes through before and after its call, version 0.
///
/// Wallets sign over exactly these items in exactly this order, so the tuple never changes: an
/// addition becomes a further version of the pipeline.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	// Last, so that it sees every refund.
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction or inherent as it arrives.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a sender signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Executes blocks with the pallets of [`Runtime`].
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Types for a node, which need not know the runtime's calls.
pub mod opaque {
	use super::BlakeTwo256;
	use sp_runtime::generic;

	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Block header.
	pub type Header = generic::Header<super::BlockNumber, BlakeTwo256>;
	/// Block whose transactions are only bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// Hash of a block.
	pub type Hash = super::Hash;
}

impl_opaque_keys! {
	/// The keys that a validator's node signs with.
	pub struct SessionKeys {
		/// Authors blocks.
		pub aura: Aura,
		/// Finalises blocks.
		pub grandpa: Grandpa,
	}
}

/// Version of this runtime.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("mote"),
	impl_name: Cow::Borrowed("mote"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// Length of a slot in milliseconds. A chain that has started must keep it: the slot number is
/// time divided by this.
pub const SLOT_DURATION: u64 = 2_000;

/// Blocks in a minute.
pub const MINUTES: BlockNumber = 30;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// One MOTE.
pub const MOTE: Balance = 1_000_000_000_000;
/// A thousandth of a MOTE.
pub const MILLI_MOTE: Balance = 1_000_000_000;
/// A millionth of a MOTE.
pub const MICRO_MOTE: Balance = 1_000_000;
/// What an account must hold to exist.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI_MOTE;
/// How the token is written.
pub const TOKEN_SYMBOL: &str = "MOTE";
/// Decimal places of the token.
pub const TOKEN_DECIMALS: u8 = 12;
/// Network prefix of addresses: the generic one of Substrate.
pub const SS58_PREFIX: u16 = 42;

/// The composed runtime.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// System
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(3)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(4)]
	pub type Migrations = pallet_migrations;

	// Money
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(12)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(13)]
	pub type AssetsHolder = pallet_assets_holder;

	// Consensus
	#[runtime::pallet_index(20)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(21)]
	pub type Grandpa = pallet_grandpa;

	// Utility
	#[runtime::pallet_index(30)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(31)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(32)]
	pub type Proxy = pallet_proxy;

	// Governance
	#[runtime::pallet_index(40)]
	pub type Trustees = pallet_collective<Instance1>;
	#[runtime::pallet_index(49)]
	pub type Sudo = pallet_sudo;

	// Things
	#[runtime::pallet_index(50)]
	pub type DeviceIdentity = pallet_device_identity;
	#[runtime::pallet_index(51)]
	pub type DeviceFirmware = pallet_device_firmware;
	#[runtime::pallet_index(52)]
	pub type RemoteAttestation = pallet_remote_attestation;
	#[runtime::pallet_index(53)]
	pub type StatusLists = pallet_status_lists;
	#[runtime::pallet_index(55)]
	pub type SensorAttestation = pallet_sensor_attestation;
	#[runtime::pallet_index(56)]
	pub type SensorAlerts = pallet_sensor_alerts;
	#[runtime::pallet_index(57)]
	pub type SensorFeeds = pallet_sensor_feeds;
	#[runtime::pallet_index(58)]
	pub type DataAvailability = pallet_data_availability;
	#[runtime::pallet_index(60)]
	pub type EnergyTrading = pallet_energy_trading;
	#[runtime::pallet_index(70)]
	pub type MedicalAccess = pallet_medical_access;
}
