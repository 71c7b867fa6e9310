// SPDX-License-Identifier: Apache-2.0

//! What the RPC server offers beyond the SDK's own: account nonces, fees, GRANDPA, and the state to
//! start light clients from. The SDK adds `chain`, `state`, `author`, `system`, and of the new
//! interface `chainHead`, `chainSpec`, `transaction` and (on archive nodes) `archive`.

use crate::service::{FullBackend, FullClient};
use jsonrpsee::{core::async_trait, RpcModule};
use mote_runtime::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_chain_spec::{get_extension_mut, ChainSpec};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_sync_state_rpc::{
	Error as SyncStateError, LightSyncState, LightSyncStateExtension, SyncStateApiServer,
};
use sc_transaction_pool::TransactionPoolHandle;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods need.
pub struct Deps {
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<TransactionPoolHandle<Block, FullClient>>,
	/// The chain's specification.
	pub chain_spec: Box<dyn ChainSpec>,
	/// The current GRANDPA voters.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// The state of this node's voter.
	pub voter_state: SharedVoterState,
	/// Justifications as they come.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proves that a block is final.
	pub finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// The methods.
pub fn create(
	deps: &Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, jsonrpsee::core::RegisterMethodError> {
	let mut module = RpcModule::new(());
	module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(System::new(
		deps.client.clone(),
		deps.pool.clone(),
	)))?;
	module.merge(TransactionPayment::new(deps.client.clone()).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			deps.authority_set.clone(),
			deps.voter_state.clone(),
			deps.justifications.clone(),
			deps.finality_proofs.clone(),
		)
		.into_rpc(),
	)?;
	module.merge(
		SyncState {
			client: deps.client.clone(),
			chain_spec: deps.chain_spec.cloned_box(),
			authority_set: deps.authority_set.clone(),
		}
		.into_rpc(),
	)?;
	Ok(module)
}

/// `sync_state_genSyncSpec`. The SDK's own wants BABE's epochs; a chain with Aura has none, so they
/// are empty here.
struct SyncState {
	client: Arc<FullClient>,
	chain_spec: Box<dyn ChainSpec>,
	authority_set: SharedAuthoritySet<Hash, BlockNumber>,
}

#[async_trait]
impl SyncStateApiServer<Block> for SyncState {
	async fn system_gen_sync_spec(
		&self,
		raw: bool,
	) -> Result<serde_json::Value, SyncStateError<Block>> {
		let finalised = self.client.info().finalized_hash;
		let header = self
			.client
			.header(finalised)?
			.ok_or_else(|| sp_blockchain::Error::MissingHeader(finalised.to_string()))?;
		let state = LightSyncState::<Block> {
			finalized_block_header: header,
			babe_epoch_changes: Default::default(),
			babe_finalized_block_weight: 0,
			grandpa_authority_set: self.authority_set.clone_inner(),
		};
		let state = serde_json::to_value(&state)
			.map_err(|error| SyncStateError::JsonRpc(error.to_string()))?;

		let mut chain_spec = self.chain_spec.cloned_box();
		*get_extension_mut::<LightSyncStateExtension>(chain_spec.extensions_mut())
			.ok_or(SyncStateError::LightSyncStateExtensionNotFound)? = Some(state);
		let json = chain_spec.as_json(raw).map_err(SyncStateError::JsonRpc)?;
		serde_json::from_str(&json).map_err(|error| SyncStateError::JsonRpc(error.to_string()))
	}
}
