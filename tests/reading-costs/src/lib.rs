// SPDX-License-Identifier: Apache-2.0

//! What readings, a market for energy and medical commands cost a chain, with ordinary transactions
//! as the unit.
//!
//! `scripts/reading-costs.sh`, `scripts/market-costs.sh` and `scripts/medical-costs.sh` print it.
//! The runtime runs as wasm, as a node runs it, over a state in memory: a block full of each kind
//! of transaction is built once,
//! then all of them are executed in turn for many rounds. What counts are ratios within a round,
//! since a busy machine slows all kinds alike.
//!
//! It times the execution of blocks alone: no pool, no disk, no network.

pub mod chain;
pub mod fleet;
mod maker;
pub mod market;
pub mod report;
pub mod statistics;
mod transactions;
pub mod ward;
