// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

mod batches;
mod lane;
mod plausibility;
mod standing;
mod windows;

pub use batches::*;
pub use lane::*;
pub use plausibility::*;
pub use standing::*;
pub use windows::*;
