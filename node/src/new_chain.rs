// SPDX-License-Identifier: Apache-2.0

//! `new-chain`: a production chain from its operators' keys.

use crate::chain_spec::{embedded_runtime, properties, ChainSpec};
use mote_runtime::{
	presets::{Genesis, PRODUCTION_PRESET},
	AccountId, Balance, MOTE,
};
use sc_network::config::MultiaddrWithPeerId;
use sc_service::ChainType;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::crypto::Ss58Codec;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use std::{collections::BTreeSet, path::PathBuf};

/// With fewer, GRANDPA finalises nothing once one of them is down.
const MIN_VALIDATORS: usize = 4;
/// With fewer, two thirds are everybody.
const MIN_TRUSTEES: usize = 3;

/// Arguments of `new-chain`.
#[derive(Debug, clap::Args)]
pub struct NewChainCmd {
	/// Keys of a validator. Repeat for each: four at least.
	#[arg(long = "validator", value_name = "AURA,GRANDPA", required = true)]
	validators: Vec<String>,

	/// Account of a trustee. Repeat for each: three at least, and each needs money.
	#[arg(long = "trustee", value_name = "ADDRESS", required = true)]
	trustees: Vec<String>,

	/// An account and how many MOTE it starts with. Repeat for each.
	#[arg(long = "endowed", value_name = "ADDRESS=MOTE", required = true)]
	endowed: Vec<String>,

	/// Name of the chain, as people read it.
	#[arg(long, default_value = "Mote")]
	name: String,

	/// Identifier of the chain: the name of its folder and of its network protocols.
	#[arg(long, default_value = "mote")]
	id: String,

	/// Address of a node that newcomers connect to first. Repeat for each.
	#[arg(long = "bootnode", value_name = "MULTIADDRESS")]
	bootnodes: Vec<MultiaddrWithPeerId>,

	/// Write the genesis as raw storage: the form to hand out, since any node reads it the same.
	#[arg(long)]
	raw: bool,

	/// File to write. Without it, the specification is printed.
	#[arg(long, value_name = "FILE")]
	out: Option<PathBuf>,
}

impl NewChainCmd {
	/// Writes the specification.
	pub fn run(&self) -> sc_cli::Result<()> {
		let spec = ChainSpec::builder(embedded_runtime()?, Default::default())
			.with_name(&self.name)
			.with_id(&self.id)
			.with_protocol_id(&self.id)
			.with_chain_type(ChainType::Live)
			.with_properties(properties())
			.with_boot_nodes(self.bootnodes.clone())
			.with_genesis_config_preset_name(PRODUCTION_PRESET)
			.with_genesis_config_patch(self.genesis()?.into_patch())
			.build();
		// Built in either form, so that a genesis the runtime refuses is never written.
		let raw = spec.as_json(true)?;
		let json = if self.raw { raw } else { spec.as_json(false)? };
		match &self.out {
			Some(path) => {
				std::fs::write(path, json)
					.map_err(|error| format!("Cannot write {}: {error}", path.display()))?;
				eprintln!("Wrote {}. Start each node with --chain {0}.", path.display());
			},
			None => println!("{json}"),
		}
		Ok(())
	}

	/// The genesis state, or everything that is wrong with what was given.
	fn genesis(&self) -> Result<Genesis, String> {
		let mut problems = Problems::default();
		let mut genesis = Genesis::default();

		for given in &self.validators {
			match validator(given) {
				Ok(keys) => genesis.validators.push(keys),
				Err(problem) => problems.add(problem),
			}
		}
		for given in &self.trustees {
			match account(given) {
				Ok(trustee) => genesis.trustees.push(trustee),
				Err(problem) => problems.add(problem),
			}
		}
		for given in &self.endowed {
			match endowment(given) {
				Ok(endowed) => genesis.endowed.push(endowed),
				Err(problem) => problems.add(problem),
			}
		}

		let (aura, grandpa): (Vec<_>, Vec<_>) = genesis
			.validators
			.iter()
			.map(|(a, g)| (a.to_ss58check(), g.to_ss58check()))
			.unzip();
		problems.repeated("Aura key", aura);
		problems.repeated("GRANDPA key", grandpa);
		problems.repeated("trustee", genesis.trustees.iter().map(Ss58Codec::to_ss58check));
		problems
			.repeated("endowed account", genesis.endowed.iter().map(|(who, _)| who.to_ss58check()));

		if self.validators.len() < MIN_VALIDATORS {
			problems.add(format!(
				"{} validators are too few: give --validator at least {MIN_VALIDATORS} times, so \
				 that finality survives the loss of one.",
				self.validators.len()
			));
		}
		if self.trustees.len() < MIN_TRUSTEES {
			problems.add(format!(
				"{} trustees are too few: give --trustee at least {MIN_TRUSTEES} times, so that two \
				 thirds can decide when one is away.",
				self.trustees.len()
			));
		}
		for trustee in &genesis.trustees {
			if !genesis.endowed.iter().any(|(who, _)| who == trustee) {
				let address = trustee.to_ss58check();
				problems.add(format!(
					"Trustee {address} has no money for the fee of a vote: add \
					 --endowed {address}=<MOTE>."
				));
			}
		}
		problems.into_result().map(|()| genesis)
	}
}

/// What is wrong with the arguments.
#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
	fn add(&mut self, problem: String) {
		self.0.push(problem);
	}

	fn repeated(&mut self, what: &str, addresses: impl IntoIterator<Item = String>) {
		let mut seen = BTreeSet::new();
		for address in addresses {
			if seen.contains(&address) {
				self.add(format!("The {what} {address} is given twice: give each one once."));
			}
			seen.insert(address);
		}
	}

	fn into_result(self) -> Result<(), String> {
		if self.0.is_empty() {
			return Ok(());
		}
		let mut message = String::from("No specification was written.");
		for problem in self.0 {
			message.push_str("\n  - ");
			message.push_str(&problem);
		}
		Err(message)
	}
}

/// Reads an address of a key that is a secret of somebody's.
fn key<K: Ss58Codec + AsRef<[u8]>>(address: &str, what: &str) -> Result<K, String> {
	let key = K::from_ss58check(address.trim()).map_err(|error| {
		format!(
			"'{address}' is no address of {what} ({error:?}): give the \"SS58 Address\" that \
			 `mote-node key generate` printed."
		)
	})?;
	let raw: &[u8] = key.as_ref();
	let known = Sr25519Keyring::iter()
		.map(|known| known.to_raw_public())
		.chain(Ed25519Keyring::iter().map(|known| known.to_raw_public()))
		.any(|known| known == raw);
	if known {
		return Err(format!(
			"'{address}' is a development key whose secret everybody knows: make your own with \
			 `mote-node key generate`."
		));
	}
	if raw.iter().all(|byte| *byte == 0) {
		return Err(format!("'{address}' is the key of nobody: give a real one."));
	}
	Ok(key)
}

fn account(address: &str) -> Result<AccountId, String> {
	key(address, "an account")
}

fn validator(given: &str) -> Result<(AuraId, GrandpaId), String> {
	let (aura, grandpa) = given.split_once(',').ok_or_else(|| {
		format!(
			"'{given}' is not a validator: give both addresses with a comma between, \
			 --validator <aura>,<grandpa>."
		)
	})?;
	if aura.trim() == grandpa.trim() {
		return Err(format!(
			"'{given}' has one key for two purposes: make the Aura key with --scheme sr25519 and \
			 the GRANDPA key with --scheme ed25519."
		));
	}
	let aura: sp_core::sr25519::Public = key(aura, "an Aura key")?;
	let grandpa: sp_core::ed25519::Public = key(grandpa, "a GRANDPA key")?;
	Ok((aura.into(), grandpa.into()))
}

fn endowment(given: &str) -> Result<(AccountId, Balance), String> {
	let wrong = || {
		format!(
			"'{given}' is not an endowment: give an address and a whole number of MOTE, 1 or more, \
			 --endowed <address>=1000."
		)
	};
	let (address, amount) = given.split_once('=').ok_or_else(wrong)?;
	let amount: u64 = amount.trim().replace('_', "").parse().map_err(|_| wrong())?;
	if amount == 0 {
		return Err(wrong());
	}
	let amount = Balance::from(amount).checked_mul(MOTE).ok_or_else(wrong)?;
	Ok((account(address)?, amount))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::{ed25519, sr25519, Pair};

	fn sr(seed: &str) -> String {
		let pair = sr25519::Pair::from_string(&format!("//Mote//{seed}"), None).unwrap();
		pair.public().to_ss58check()
	}

	fn ed(seed: &str) -> String {
		let pair = ed25519::Pair::from_string(&format!("//Mote//{seed}"), None).unwrap();
		pair.public().to_ss58check()
	}

	fn command() -> NewChainCmd {
		let trustees: Vec<_> = ["x", "y", "z"].map(sr).to_vec();
		NewChainCmd {
			validators: ["a", "b", "c", "d"].map(|v| format!("{},{}", sr(v), ed(v))).to_vec(),
			endowed: trustees.iter().map(|trustee| format!("{trustee}=1000")).collect(),
			trustees,
			name: "Test".into(),
			id: "test".into(),
			bootnodes: Vec::new(),
			raw: false,
			out: None,
		}
	}

	fn refusal(command: NewChainCmd) -> String {
		command.genesis().err().expect("must be refused")
	}

	#[test]
	fn new_chain_should_hold_what_was_given() {
		let genesis = command().genesis().unwrap();
		assert_eq!(genesis.validators.len(), 4);
		assert_eq!(genesis.trustees.len(), 3);
		assert!(genesis.endowed.iter().all(|(_, amount)| *amount == 1000 * MOTE));
		assert_eq!(genesis.sudo, None);
	}

	#[test]
	fn new_chain_should_be_refused_when_a_key_is_well_known() {
		for known in Sr25519Keyring::iter() {
			let address = known.to_account_id().to_ss58check();
			let mut as_trustee = command();
			as_trustee.trustees.push(address.clone());
			assert!(refusal(as_trustee).contains("development key"));

			let mut as_endowed = command();
			as_endowed.endowed.push(format!("{address}=1"));
			assert!(refusal(as_endowed).contains("development key"));

			let mut as_validator = command();
			as_validator.validators.push(format!("{address},{}", ed("e")));
			assert!(refusal(as_validator).contains("development key"));
		}
		for known in Ed25519Keyring::iter() {
			let mut as_validator = command();
			as_validator
				.validators
				.push(format!("{},{}", sr("e"), known.public().to_ss58check()));
			assert!(refusal(as_validator).contains("development key"));
		}
	}

	#[test]
	fn new_chain_should_be_refused_when_validators_are_too_few() {
		let mut command = command();
		command.validators.truncate(3);
		assert!(refusal(command).contains("3 validators are too few"));
	}

	#[test]
	fn new_chain_should_be_refused_when_trustees_are_too_few() {
		let mut command = command();
		command.trustees.truncate(2);
		assert!(refusal(command).contains("2 trustees are too few"));
	}

	#[test]
	fn new_chain_should_be_refused_when_a_key_is_given_twice() {
		let mut twice = command();
		twice.validators.push(format!("{},{}", sr("a"), ed("e")));
		assert!(refusal(twice).contains("is given twice"));
		let mut twice = command();
		twice.trustees.push(sr("x"));
		assert!(refusal(twice).contains("is given twice"));
	}

	#[test]
	fn new_chain_should_be_refused_when_one_key_serves_two_purposes() {
		let mut command = command();
		command.validators.push(format!("{},{}", sr("e"), sr("e")));
		assert!(refusal(command).contains("--scheme ed25519"));
	}

	#[test]
	fn new_chain_should_be_refused_when_a_trustee_has_no_money() {
		let mut command = command();
		command.endowed.truncate(2);
		assert!(refusal(command).contains("no money for the fee of a vote"));
	}

	#[test]
	fn new_chain_should_say_everything_that_is_wrong_at_once() {
		let mut command = command();
		command.validators = vec!["nonsense".into()];
		command.endowed.push(format!("{}=none", sr("w")));
		let refusal = refusal(command);
		for part in ["'nonsense' is not a validator", "is not an endowment", "are too few"] {
			assert!(refusal.contains(part), "{part} is missing in {refusal}");
		}
	}
}
