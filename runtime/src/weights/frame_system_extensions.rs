// SPDX-License-Identifier: Apache-2.0
pub use frame_system::SubstrateExtensionsWeight as WeightInfo;
