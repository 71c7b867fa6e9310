// SPDX-License-Identifier: Apache-2.0

//! The command line.

use crate::new_chain::NewChainCmd;
use clap::{Args, CommandFactory, FromArgMatches, Parser};
use sc_cli::{
	BuildSpecCmd, ChainInfoCmd, CheckBlockCmd, ExportBlocksCmd, ExportChainSpecCmd, ExportStateCmd,
	ImportBlocksCmd, KeySubcommand, PurgeChainCmd, RevertCmd, RunCmd, SubstrateCli,
};
use std::{
	ffi::OsString,
	io::{ErrorKind, Write},
};

/// Limits of the RPC server that hold where the operator gives no others. Clients behind them share
/// one machine with the consensus, so none of them may take it over.
const RPC_DEFAULTS: [(&str, &str); 6] = [
	// Clients that need the unsafe methods (inserting keys, adding peers) must be asked in.
	("rpc_methods", "safe"),
	// Calls a minute on one connection.
	("rpc_rate_limit", "6000"),
	("rpc_max_batch_request_len", "10"),
	("rpc_max_connections", "500"),
	// MiB: any transaction fits but an upgrade of the runtime, for which the operator raises it.
	("rpc_max_request_size", "1"),
	("rpc_max_subscriptions_per_connection", "32"),
];

/// Everything the node can be told to do.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: RunCmd,
}

/// What else the node can do.
#[derive(Debug, clap::Subcommand)]
// One value of this type exists in a process.
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Generate keys, inspect them, and put them into a node's keystore.
	#[command(subcommand)]
	Key(KeySubcommand),

	/// Make the specification of a new chain with your own keys.
	///
	/// Every validator makes two keys on its own machine and sends you the addresses:
	///
	///   mote-node key generate --scheme sr25519   (Aura, for blocks)
	///   mote-node key generate --scheme ed25519   (GRANDPA, for finality)
	///
	/// Keys that everybody knows (Alice, Bob, ...) are refused, and the chain has no sudo key: the
	/// trustees decide, by two thirds.
	#[command(verbatim_doc_comment)]
	NewChain(NewChainCmd),

	/// Write a chain's specification as JSON.
	ExportChainSpec(ExportChainSpecCmd),

	/// Write a chain's specification as JSON, with a boot node added.
	BuildSpec(BuildSpecCmd),

	/// Execute a block again and check it.
	CheckBlock(CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(ExportBlocksCmd),

	/// Write the state of a block into a chain specification.
	ExportState(ExportStateCmd),

	/// Read blocks from a file.
	ImportBlocks(ImportBlocksCmd),

	/// Delete the database of a chain.
	PurgeChain(PurgeChainCmd),

	/// Take the newest blocks back, down to the last finalised one.
	Revert(RevertCmd),

	/// Show what the database holds.
	ChainInfo(ChainInfoCmd),

	/// Print completions for a shell.
	Completions(CompletionsCmd),
}

/// Print completions for a shell.
#[derive(Debug, Args)]
pub struct CompletionsCmd {
	/// The shell.
	#[arg(value_enum)]
	pub shell: clap_complete::Shell,
}

impl CompletionsCmd {
	/// Prints the completions.
	pub fn run(&self) -> std::io::Result<()> {
		let mut command = Cli::limited_command();
		let mut script = Vec::new();
		clap_complete::generate(self.shell, &mut command, Cli::executable_name(), &mut script);
		match std::io::stdout().write_all(&script) {
			// Whoever read had enough, as `head` does.
			Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
			result => result,
		}
	}
}

impl Cli {
	/// The command line with this node's limits as defaults.
	fn limited_command() -> clap::Command {
		RPC_DEFAULTS
			.into_iter()
			.fold(Self::setup_command(Self::command()), |command, (name, value)| {
				command.mut_arg(name, |arg| arg.default_value(value))
			})
			.mut_arg("rpc_rate_limit", |arg| {
				arg.help("How many calls a minute one connection may make").long_help(None)
			})
	}

	/// Reads arguments. With `--dev` the RPC server has the SDK's wide limits: whoever develops
	/// talks to a node of his own.
	pub fn read(args: impl IntoIterator<Item = OsString>) -> clap::error::Result<Self> {
		let args: Vec<OsString> = args.into_iter().collect();
		let cli =
			Self::from_arg_matches(&Self::limited_command().try_get_matches_from(args.clone())?)?;
		if cli.run.shared_params.is_dev() {
			return Self::try_from_iter(args);
		}
		Ok(cli)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_cli::RpcMethods;

	fn read(args: &[&str]) -> Cli {
		let args = std::iter::once("mote-node").chain(args.iter().copied()).map(Into::into);
		Cli::read(args).unwrap()
	}

	#[test]
	fn command_line_should_be_consistent() {
		Cli::limited_command().debug_assert();
	}

	#[test]
	fn rpc_should_be_limited_when_no_flag_is_given() {
		let rpc = read(&["--chain", "local"]).run.rpc_params;
		assert!(matches!(rpc.rpc_methods, RpcMethods::Safe));
		assert_eq!(rpc.rpc_rate_limit.map(|limit| limit.get()), Some(6_000));
		assert_eq!(rpc.rpc_max_batch_request_len, Some(10));
		assert_eq!(rpc.rpc_max_connections, 500);
		assert_eq!(rpc.rpc_max_request_size, 1);
		assert_eq!(rpc.rpc_max_subscriptions_per_connection, 32);
	}

	#[test]
	fn rpc_should_take_the_operators_limits_when_flags_are_given() {
		let rpc =
			read(&["--chain", "local", "--rpc-max-request-size", "8", "--rpc-methods", "unsafe"])
				.run
				.rpc_params;
		assert_eq!(rpc.rpc_max_request_size, 8);
		assert!(matches!(rpc.rpc_methods, RpcMethods::Unsafe));
	}

	#[test]
	fn rpc_batches_should_be_disabled_when_the_operator_says_so() {
		let rpc = read(&["--chain", "local", "--rpc-disable-batch-requests"]).run.rpc_params;
		let config = rpc.rpc_batch_config().unwrap();
		assert!(matches!(config, sc_service::config::RpcBatchRequestConfig::Disabled));
	}

	#[test]
	fn rpc_should_be_wide_open_when_developing() {
		let rpc = read(&["--dev"]).run.rpc_params;
		assert_eq!(rpc.rpc_rate_limit, None);
		assert_eq!(rpc.rpc_max_batch_request_len, None);
		assert!(matches!(rpc.rpc_methods, RpcMethods::Auto));
	}
}
