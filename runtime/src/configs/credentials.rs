// SPDX-License-Identifier: Apache-2.0

//! Status lists of credentials.

use super::{Ticket, TrusteeOrigin, DAY_MS, DEPOSIT_PER_ITEM};
use crate::{BlockNumber, Runtime, RuntimeHoldReason, Timestamp, HOURS};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
};
use pallet_status_lists::HoldReason;

parameter_types! {
	pub const ListHold: RuntimeHoldReason = RuntimeHoldReason::StatusLists(HoldReason::List);
	/// Shorter than `BlockHashCount`: the hash that decides a draw must still be known.
	pub const DrawTerm: BlockNumber = HOURS;
}

impl pallet_status_lists::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::BenchmarkWorld;
	type DrawTerm = DrawTerm;
	type ListTicket = Ticket<ListHold, DEPOSIT_PER_ITEM>;
	type MaxChanges = ConstU32<64>;
	type MaxDraw = ConstU32<16>;
	type MaxPage = ConstU32<256>;
	type Retention = ConstU64<{ 90 * DAY_MS }>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_status_lists::weights::SubstrateWeight<Runtime>;
}
