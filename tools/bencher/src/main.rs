// SPDX-License-Identifier: Apache-2.0

//! Measures the weights of Mote's pallets and transaction extensions: the SDK's `benchmark pallet`
//! with the host functions of Mote's node. `scripts/weights.sh` calls it.

use clap::Parser;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;

fn main() -> sc_cli::Result<()> {
	let mut logger = sc_cli::LoggerBuilder::new("info");
	logger.with_colors(false);
	logger.init()?;
	PalletCmd::parse().run_with_spec::<BlakeTwo256, mote_primitives::HostFunctions>(None)
}
