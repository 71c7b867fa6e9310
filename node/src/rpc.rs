// SPDX-License-Identifier: Apache-2.0

//! What the RPC server offers beyond the SDK's own: account nonces, fees, GRANDPA, the state to
//! start light clients from, the documents of devices' DIDs, and status lists of credentials. The
//! SDK adds `chain`, `state`, `author`, `system`, and of the new interface `chainHead`,
//! `chainSpec`, `transaction` and (on archive nodes) `archive`.

mod identity;

use crate::service::{FullBackend, FullClient};
use identity::{Identity, IdentityApiServer};
use jsonrpsee::{core::async_trait, RpcModule};
use mote_runtime::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_chain_spec::{get_extension, ChainSpec};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_sync_state_rpc::{
	Error as SyncStateError, LightSyncState, LightSyncStateExtension, SyncStateApiServer,
};
use sc_transaction_pool::TransactionPoolHandle;
use serde_json::Value;
use sp_blockchain::HeaderBackend;
use std::sync::{Arc, OnceLock};
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
			plain: OnceLock::new(),
			raw: OnceLock::new(),
		}
		.into_rpc(),
	)?;
	module.merge(Identity::new(deps.client.clone()).into_rpc())?;
	Ok(module)
}

/// `sync_state_genSyncSpec`. The SDK's own wants BABE's epochs; a chain with Aura has none, so they
/// are empty here.
struct SyncState {
	client: Arc<FullClient>,
	chain_spec: Box<dyn ChainSpec>,
	authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	// To write a specification means to build the genesis, which takes seconds: once for each
	// form, or anyone could keep the node busy.
	plain: OnceLock<Result<Value, String>>,
	raw: OnceLock<Result<Value, String>>,
}

impl SyncState {
	/// The chain's specification without a state to start from.
	fn specification(&self, raw: bool) -> Result<Value, String> {
		let form = if raw { &self.raw } else { &self.plain };
		form.get_or_init(|| {
			let json = self.chain_spec.as_json(raw)?;
			serde_json::from_str(&json).map_err(|error| error.to_string())
		})
		.clone()
	}
}

#[async_trait]
impl SyncStateApiServer<Block> for SyncState {
	async fn system_gen_sync_spec(&self, raw: bool) -> Result<Value, SyncStateError<Block>> {
		if get_extension::<LightSyncStateExtension>(self.chain_spec.extensions()).is_none() {
			return Err(SyncStateError::LightSyncStateExtensionNotFound);
		}
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
		let mut specification = self.specification(raw).map_err(SyncStateError::JsonRpc)?;
		specification["lightSyncState"] = serde_json::to_value(&state)
			.map_err(|error| SyncStateError::JsonRpc(error.to_string()))?;
		Ok(specification)
	}
}
