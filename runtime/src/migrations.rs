// SPDX-License-Identifier: Apache-2.0

//! What an upgrade has to change in storage.
//!
//! A migration that fits in one block goes to [`SingleBlock`]; one that iterates over what users
//! have stored goes to [`MultiBlock`], which pallet-migrations runs in steps.

/// Migrations of the next release. Emptied after each.
pub type Unreleased = ();

/// Migrations that run at every upgrade.
pub type Permanent = ();

/// What runs in the first block of a new runtime.
pub type SingleBlock = (Unreleased, Permanent);

/// What runs over several blocks, in this order.
pub type MultiBlock = ();
