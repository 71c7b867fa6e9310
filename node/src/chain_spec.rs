// SPDX-License-Identifier: Apache-2.0

//! Specifications of the chains that are built in.

use mote_runtime::{opaque::Block, SS58_PREFIX, TOKEN_DECIMALS, TOKEN_SYMBOL, WASM_BINARY};
use sc_chain_spec::ChainSpecExtension;
use sc_client_api::{BadBlocks, ForkBlocks};
use sc_service::{ChainType, Properties};
use sc_sync_state_rpc::LightSyncStateExtension;
use serde::{Deserialize, Serialize};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};

/// What a specification may hold beside the genesis state.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that must be on the chain.
	pub fork_blocks: ForkBlocks<Block>,
	/// Blocks that must not be on the chain.
	pub bad_blocks: BadBlocks<Block>,
	/// Where a light client may start.
	pub light_sync_state: LightSyncStateExtension,
}

/// Specification of a Mote chain.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions, mote_primitives::HostFunctions>;

/// The runtime that is built into this node.
pub fn embedded_runtime() -> Result<&'static [u8], String> {
	WASM_BINARY.ok_or_else(|| {
		"This node was built without a runtime. Build it again without SKIP_WASM_BUILD in the \
		 environment, or start it with a raw specification: --chain <file>."
			.into()
	})
}

/// How wallets show the token and addresses.
pub fn properties() -> Properties {
	[
		("tokenSymbol".into(), TOKEN_SYMBOL.into()),
		("tokenDecimals".into(), TOKEN_DECIMALS.into()),
		("ss58Format".into(), SS58_PREFIX.into()),
	]
	.into_iter()
	.collect()
}

/// One validator with a well-known key.
pub fn development() -> Result<ChainSpec, String> {
	Ok(ChainSpec::builder(embedded_runtime()?, Default::default())
		.with_name("Mote Development")
		.with_id("mote_dev")
		.with_protocol_id("mote-dev")
		.with_chain_type(ChainType::Development)
		.with_properties(properties())
		.with_genesis_config_preset_name(DEV_RUNTIME_PRESET)
		.build())
}

/// Four validators with well-known keys.
pub fn local() -> Result<ChainSpec, String> {
	Ok(ChainSpec::builder(embedded_runtime()?, Default::default())
		.with_name("Mote Local Testnet")
		.with_id("mote_local_testnet")
		.with_protocol_id("mote-local")
		.with_chain_type(ChainType::Local)
		.with_properties(properties())
		.with_genesis_config_preset_name(LOCAL_TESTNET_RUNTIME_PRESET)
		.build())
}
