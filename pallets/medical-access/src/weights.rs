// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_medical_access`: **estimated from above, not measured yet**. The reads and
//! writes were counted by hand, generously. `scripts/weights.sh medical-access` writes this file
//! anew with what it measures.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls of this pallet cost.
pub trait WeightInfo {
	fn register_organisation() -> Weight;
	fn accredit_organisation() -> Weight;
	fn set_break_glass_bond() -> Weight;
	fn transfer_admin() -> Weight;
	fn accept_admin() -> Weight;
	fn remove_organisation() -> Weight;
	fn admit_credential_list() -> Weight;
	fn add_member() -> Weight;
	fn change_member() -> Weight;
	fn remove_member(c: u32, ) -> Weight;
	fn report_compromise(c: u32, s: u32, ) -> Weight;
	fn list_suspect_commands(s: u32, ) -> Weight;
	fn enrol_device() -> Weight;
	fn withdraw_device(c: u32, ) -> Weight;
	fn lock_device(c: u32, ) -> Weight;
	fn admit_patient() -> Weight;
	fn discharge_patient(c: u32, n: u32, ) -> Weight;
	fn remove_patient() -> Weight;
	fn assign_device() -> Weight;
	fn unassign_device(c: u32, ) -> Weight;
	fn appoint_reviewer() -> Weight;
	fn set_profile() -> Weight;
	fn remove_profile() -> Weight;
	fn propose_soft_limits() -> Weight;
	fn confirm_soft_limits() -> Weight;
	fn draft_consent() -> Weight;
	fn activate_consent(c: u32, ) -> Weight;
	fn grant_consent(c: u32, ) -> Weight;
	fn revoke_consent(c: u32, ) -> Weight;
	fn mark_consent_in_error(c: u32, ) -> Weight;
	fn remove_consent() -> Weight;
	fn request_command(n: u32, ) -> Weight;
	fn approve_command(n: u32, ) -> Weight;
	fn cancel_command() -> Weight;
	fn carry_receipt(c: u32, ) -> Weight;
	fn expire_command() -> Weight;
	fn remove_command() -> Weight;
	fn log_access(n: u32, ) -> Weight;
	fn break_glass() -> Weight;
	fn close_break_glass(c: u32, ) -> Weight;
	fn review_break_glass() -> Weight;
	fn flag_overdue() -> Weight;
	fn remove_break_glass() -> Weight;
	fn add_record(n: u32, ) -> Weight;
	fn share_record(n: u32, ) -> Weight;
	fn open_record(n: u32, ) -> Weight;
	fn remove_key() -> Weight;
	fn erase_record(k: u32, ) -> Weight;
	fn remove_record() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
	fn lift_bar() -> Weight;
	fn assign_review() -> Weight;
}

/// The weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn accredit_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn set_break_glass_bond() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn transfer_admin() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn accept_admin() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn remove_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn admit_credential_list() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn add_member() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn change_member() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn remove_member(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn report_compromise(c: u32, s: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn list_suspect_commands(s: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn enrol_device() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn withdraw_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn lock_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn admit_patient() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn discharge_patient(c: u32, n: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn remove_patient() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn assign_device() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn unassign_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn appoint_reviewer() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn remove_profile() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn propose_soft_limits() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn confirm_soft_limits() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn draft_consent() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn activate_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((12_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn grant_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((12_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn revoke_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn mark_consent_in_error(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn remove_consent() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn request_command(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn approve_command(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn cancel_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn carry_receipt(c: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 40000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(32_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn expire_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn remove_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn log_access(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn close_break_glass(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn review_break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn flag_overdue() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn remove_break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn add_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn share_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn open_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn remove_key() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn erase_record(k: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(k.into())))
	}
	fn remove_record() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn lift_bar() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn assign_review() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
}

// For tests, and for runtimes that keep their state in ParityDB.
impl WeightInfo for () {
	fn register_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn accredit_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn set_break_glass_bond() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn transfer_admin() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn accept_admin() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn remove_organisation() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn admit_credential_list() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn add_member() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn change_member() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn remove_member(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn report_compromise(c: u32, s: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn list_suspect_commands(s: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn enrol_device() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn withdraw_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn lock_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn admit_patient() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn discharge_patient(c: u32, n: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn remove_patient() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn assign_device() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn unassign_device(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn appoint_reviewer() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn remove_profile() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn propose_soft_limits() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn confirm_soft_limits() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn draft_consent() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn activate_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((12_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn grant_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((12_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn revoke_consent(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn mark_consent_in_error(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn remove_consent() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn request_command(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn approve_command(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn cancel_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn carry_receipt(c: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 40000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(32_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn expire_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn remove_command() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn log_access(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn close_break_glass(c: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(c.into())))
	}
	fn review_break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn flag_overdue() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn remove_break_glass() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn add_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn share_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn open_record(n: u32, ) -> Weight {
		Weight::from_parts(600_000_000, 60000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
	}
	fn remove_key() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn erase_record(k: u32, ) -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(Weight::from_parts(60_000_000, 4000).saturating_mul(k.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(k.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(k.into())))
	}
	fn remove_record() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn lift_bar() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn assign_review() -> Weight {
		Weight::from_parts(300_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
}
