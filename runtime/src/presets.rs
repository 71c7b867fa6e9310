// SPDX-License-Identifier: Apache-2.0

//! Genesis states by name.
//!
//! `development` and `local_testnet` use the keys that everybody knows (Alice, Bob, ...) and have a
//! sudo key. `production` holds no key at all: it is a frame to be filled with the operators' own,
//! and [`check`] refuses to build a state from it before that is done.

use crate::{
	AccountId, AuraConfig, Balance, BalancesConfig, EnergyTradingConfig, GrandpaConfig,
	RuntimeGenesisConfig, SudoConfig, TrusteesConfig, MOTE,
};
use alloc::{format, string::String, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use pallet_grandpa::AuthorityId as GrandpaId;
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// Name of the preset without keys.
pub const PRODUCTION_PRESET: &str = "production";

/// What each known account holds on a development chain.
const DEVELOPMENT_ENDOWMENT: Balance = 1_000_000 * MOTE;

/// Everything that differs from chain to chain at genesis.
#[derive(Default)]
pub struct Genesis {
	/// Keys of each validator, for blocks and for finality.
	pub validators: Vec<(AuraId, GrandpaId)>,
	/// Members of the trustees' collective.
	pub trustees: Vec<AccountId>,
	/// Accounts and what they hold.
	pub endowed: Vec<(AccountId, Balance)>,
	/// The account that may act as root, if any.
	pub sudo: Option<AccountId>,
	/// Whether energy may be traded in periods of seconds, as tests do.
	pub quick_markets: bool,
}

impl Genesis {
	/// The genesis state as a patch of the runtime's default one.
	pub fn into_patch(self) -> Value {
		let (aura, grandpa): (Vec<_>, Vec<_>) =
			self.validators.into_iter().map(|(aura, grandpa)| (aura, (grandpa, 1))).unzip();
		build_struct_json_patch!(RuntimeGenesisConfig {
			aura: AuraConfig { authorities: aura },
			balances: BalancesConfig { balances: self.endowed },
			energy_trading: EnergyTradingConfig { quick_markets: self.quick_markets },
			grandpa: GrandpaConfig { authorities: grandpa },
			sudo: SudoConfig { key: self.sudo },
			trustees: TrusteesConfig { members: self.trustees },
		})
	}
}

/// A chain of well-known keys with these validators.
fn well_known(validators: &[(Sr25519Keyring, Ed25519Keyring)]) -> Genesis {
	Genesis {
		validators: validators
			.iter()
			.map(|(aura, grandpa)| (aura.public().into(), grandpa.public().into()))
			.collect(),
		trustees: [Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie]
			.map(Sr25519Keyring::to_account_id)
			.to_vec(),
		endowed: Sr25519Keyring::well_known()
			.map(|key| (key.to_account_id(), DEVELOPMENT_ENDOWMENT))
			.collect(),
		sudo: Some(Sr25519Keyring::Alice.to_account_id()),
		quick_markets: true,
	}
}

/// One validator, Alice.
pub fn development() -> Value {
	well_known(&[(Sr25519Keyring::Alice, Ed25519Keyring::Alice)]).into_patch()
}

/// Four validators: Alice, Bob, Charlie and Dave.
pub fn local_testnet() -> Value {
	well_known(&[
		(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
		(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
		(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
		(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	])
	.into_patch()
}

/// Nobody: no validator, no trustee, no money and no sudo key.
pub fn production() -> Value {
	Genesis::default().into_patch()
}

/// The preset called `id`, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_str() {
		DEV_RUNTIME_PRESET => development(),
		LOCAL_TESTNET_RUNTIME_PRESET => local_testnet(),
		PRODUCTION_PRESET => production(),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// Names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![DEV_RUNTIME_PRESET.into(), LOCAL_TESTNET_RUNTIME_PRESET.into(), PRODUCTION_PRESET.into()]
}

/// Refuses a genesis state on which no block could ever be authored or finalised.
pub fn check(config: &[u8]) -> Result<(), String> {
	let config: RuntimeGenesisConfig =
		serde_json::from_slice(config).map_err(|error| format!("Invalid JSON blob: {error}"))?;
	let (aura, grandpa) = (config.aura.authorities.len(), config.grandpa.authorities.len());
	if aura == 0 || grandpa == 0 {
		return Err(format!(
			"This genesis has {aura} Aura and {grandpa} GRANDPA authorities: without both, no block \
			 is authored or finalised. Give the validators' public keys, for instance with \
			 `mote-node new-chain --validator <aura address>,<grandpa address> ...`."
		));
	}
	if aura != grandpa {
		return Err(format!(
			"This genesis has {aura} Aura but {grandpa} GRANDPA authorities. Give every validator \
			 one key of each."
		));
	}
	Ok(())
}
