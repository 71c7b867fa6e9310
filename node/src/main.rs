// SPDX-License-Identifier: Apache-2.0

//! The Mote node.

#![warn(missing_docs)]
// The SDK's error type is large, and a node returns it once.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod did;
mod keys;
mod new_chain;
mod rpc;
mod service;
mod status_list;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => return ExitCode::SUCCESS,
		// Our own words, written to stand alone.
		Err(sc_cli::Error::Input(message)) => eprintln!("error: {message}"),
		Err(error) => eprintln!("error: {error}"),
	}
	ExitCode::FAILURE
}
