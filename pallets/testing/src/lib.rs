// SPDX-License-Identifier: Apache-2.0

//! What the tests of Mote's pallets share: keys of all algorithms that sign, a register of devices
//! that a test can bend, flawed signatures, and checks of metadata.
//!
//! Panics when something is not as it should be: that is how tests fail.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod coverage;
mod registry;
mod replay;
mod signer;

pub use registry::{KeyLife, TestDevice, TestRegistry};
pub use replay::{flawed_signature, Flaw};
pub use signer::Signer;
