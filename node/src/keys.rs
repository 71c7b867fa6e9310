// SPDX-License-Identifier: Apache-2.0

//! Does a validator's node hold the keys it has to sign with?

use crate::{cli::Cli, service::FullClient};
use mote_runtime::opaque::Block;
use sc_cli::SubstrateCli;
use sc_service::config::KeystoreConfig;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, AuraApi};
use sp_consensus_grandpa::GrandpaApi;
use sp_core::{
	crypto::{key_types, ByteArray, KeyTypeId},
	ed25519, sr25519,
};
use sp_keystore::KeystorePtr;

/// Where keys come from and go to, for messages.
pub struct KeySource {
	/// What `--chain` said.
	pub chain: String,
	/// The keystore.
	pub config: KeystoreConfig,
}

impl KeySource {
	fn insert_command(&self, key_type: KeyTypeId, scheme: &str) -> String {
		let node = Cli::executable_name();
		let chain = &self.chain;
		let keystore = match &self.config {
			KeystoreConfig::Path { path, .. } => format!(" --keystore-path {}", path.display()),
			KeystoreConfig::InMemory => String::new(),
		};
		let key_type = String::from_utf8_lossy(&key_type.0).into_owned();
		format!(
			"{node} key insert --chain {chain}{keystore} --key-type {key_type} --scheme {scheme} \
			 --suri <file with the secret phrase>"
		)
	}
}

/// Tells the operator of a validator what its keystore lacks. The node runs on: keys may be
/// inserted while it does.
pub fn warn_if_missing(client: &FullClient, keystore: &KeystorePtr, source: &KeySource) {
	let best = client.info().best_hash;
	let api = client.runtime_api();
	let aura = AuraApi::<Block, AuraId>::authorities(&*api, best)
		.map(|ids| ids.iter().map(ByteArray::to_raw_vec).collect::<Vec<_>>());
	let grandpa = GrandpaApi::<Block>::grandpa_authorities(&*api, best)
		.map(|ids| ids.iter().map(|(id, _)| id.to_raw_vec()).collect::<Vec<_>>());
	let (Ok(aura), Ok(grandpa)) = (aura, grandpa) else {
		log::warn!("Could not read the validators, so this node's keys were not checked.");
		return;
	};
	let sr25519 = keystore.sr25519_public_keys(key_types::AURA);
	let ed25519 = keystore.ed25519_public_keys(key_types::GRANDPA);
	let checks = [
		(
			"Aura",
			key_types::AURA,
			"sr25519",
			"no block will be authored by it",
			sr25519.iter().map(sr25519::Public::to_raw_vec).collect::<Vec<_>>(),
			aura,
		),
		(
			"GRANDPA",
			key_types::GRANDPA,
			"ed25519",
			"it will not vote for finality",
			ed25519.iter().map(ed25519::Public::to_raw_vec).collect::<Vec<_>>(),
			grandpa,
		),
	];
	for (name, key_type, scheme, consequence, held, wanted) in checks {
		if held.is_empty() {
			log::error!(
				"❌ This node is to be a validator but has no {name} key: {consequence}. Insert the \
				 key and restart:\n    {}",
				source.insert_command(key_type, scheme)
			);
		} else if !held.iter().any(|key| wanted.contains(key)) {
			log::warn!(
				"⚠️  None of this node's {name} keys belongs to a validator of this chain: \
				 {consequence}. Check --chain, or insert the key that the chain knows:\n    {}",
				source.insert_command(key_type, scheme)
			);
		}
	}
}
