// SPDX-License-Identifier: Apache-2.0

//! What each command does.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service,
};
use mote_runtime::{opaque::Block, presets::PRODUCTION_PRESET};
use sc_cli::SubstrateCli;
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::PartialComponents;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Mote Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		"A node of a Mote chain: identity, measurements, energy and access for things.\n\n\
		 Start a chain to try things out:      mote-node --dev\n\
		 Start one of four local validators:   mote-node --chain local --alice\n\
		 Make a chain of your own:             mote-node new-chain --help\n\
		 Join a chain:                         mote-node --chain <specification>"
			.into()
	}

	fn author() -> String {
		"The Mote contributors".into()
	}

	fn support_url() -> String {
		"the issue tracker of the Mote project".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(match id {
			"dev" => Box::new(chain_spec::development()?),
			"" | "local" => Box::new(chain_spec::local()?),
			PRODUCTION_PRESET =>
				return Err(
					"A production chain has no keys built in. Make its specification with your \
					 validators' keys (`mote-node new-chain --help` shows how), then name the file: \
					 --chain <file>."
						.into(),
				),
			path =>
				Box::new(chain_spec::ChainSpec::from_json_file(path.into()).map_err(|error| {
					format!(
						"'{path}' is neither a built-in chain (dev, local) nor a readable \
						 specification: {error}"
					)
				})?),
		})
	}
}

/// Does what the command line says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::read(std::env::args_os()).unwrap_or_else(|error| error.exit());

	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::NewChain(cmd)) => cmd.run(),
		Some(Subcommand::Completions(cmd)) => Ok(cmd.run()?),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::BuildSpec(cmd)) => cli
			.create_runner(cmd)?
			.sync_run(|config| cmd.run(config.chain_spec, config.network)),
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } =
				service::new_partial(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
			Ok((cmd.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ExportState(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
			Ok((cmd.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } =
				service::new_partial(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) =>
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database)),
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, backend, .. } =
				service::new_partial(&config)?;
			let revert_grandpa = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			Ok((cmd.run(client, backend, Some(revert_grandpa)), task_manager))
		}),
		Some(Subcommand::ChainInfo(cmd)) =>
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config)),
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let params = &cli.run.shared_params;
	let chain = params.chain_id(params.is_dev());
	if chain.is_empty() {
		return Err(
			"Say which chain to run: --dev for a chain to try things out, --chain local for \
		            a local network of four validators (--alice, --bob, --charlie, --dave), or \
		            --chain <file> with the specification of another."
				.into(),
		);
	}
	cli.create_runner(&cli.run)?.run_node_until_exit(|config| async move {
		match config.network.network_backend {
			NetworkBackendType::Libp2p => service::new_full::<NetworkWorker<_, _>>(config, chain),
			NetworkBackendType::Litep2p =>
				service::new_full::<Litep2pNetworkBackend>(config, chain),
		}
		.map_err(sc_cli::Error::Service)
	})
}
