// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_medical_access`, measured by `scripts/weights.sh`. Do not edit: measure again.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, CPU: `AMD EPYC`
//! WASM-EXECUTION: `Compiled`, WORST CASE MAP SIZE: `1000000`

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
	fn assign_review() -> Weight;
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
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::NextOrganisation` (r:1 w:1)
	/// Proof: `MedicalAccess::NextOrganisation` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:0 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn register_organisation() -> Weight {
		// Minimum execution time: 45_127_000 picoseconds.
		Weight::from_parts(47_100_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn accredit_organisation() -> Weight {
		// Minimum execution time: 13_690_000 picoseconds.
		Weight::from_parts(15_252_000, 3627)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn set_break_glass_bond() -> Weight {
		// Minimum execution time: 14_471_000 picoseconds.
		Weight::from_parts(15_634_000, 3627)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn transfer_admin() -> Weight {
		// Minimum execution time: 19_990_000 picoseconds.
		Weight::from_parts(21_562_000, 3641)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn accept_admin() -> Weight {
		// Minimum execution time: 19_650_000 picoseconds.
		Weight::from_parts(28_062_000, 3641)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_organisation() -> Weight {
		// Minimum execution time: 50_365_000 picoseconds.
		Weight::from_parts(55_884_000, 4342)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:0 w:1)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn admit_credential_list() -> Weight {
		// Minimum execution time: 10_095_000 picoseconds.
		Weight::from_parts(10_926_000, 3624)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:1)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Bars` (r:1 w:0)
	/// Proof: `MedicalAccess::Bars` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialHolders` (r:1 w:1)
	/// Proof: `MedicalAccess::CredentialHolders` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:1)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn add_member() -> Weight {
		// Minimum execution time: 92_038_000 picoseconds.
		Weight::from_parts(97_355_000, 4512)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:1)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn change_member() -> Weight {
		// Minimum execution time: 25_058_000 picoseconds.
		Weight::from_parts(27_351_000, 3641)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:1)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:33 w:33)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:32 w:32)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:32 w:32)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:32 w:32)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:32 w:32)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:1)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialHolders` (r:1 w:1)
	/// Proof: `MedicalAccess::CredentialHolders` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Bars` (r:0 w:1)
	/// Proof: `MedicalAccess::Bars` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 32]`.
	fn remove_member(c: u32, ) -> Weight {
		// Minimum execution time: 42_023_000 picoseconds.
		Weight::from_parts(29_386_928, 4794)
			// Standard error: 128_807
			.saturating_add(Weight::from_parts(36_959_880, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3814).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:2 w:1)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:33 w:33)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:64 w:32)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:32 w:32)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:32 w:32)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:32 w:32)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::ExecutedFor` (r:33 w:0)
	/// Proof: `MedicalAccess::ExecutedFor` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 32]`.
	/// The range of component `s` is `[0, 32]`.
	fn report_compromise(c: u32, s: u32, ) -> Weight {
		// Minimum execution time: 284_254_000 picoseconds.
		Weight::from_parts(33_620_238, 6292)
			// Standard error: 133_337
			.saturating_add(Weight::from_parts(38_288_060, 0).saturating_mul(c.into()))
			// Standard error: 133_337
			.saturating_add(Weight::from_parts(8_720_707, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3814).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 2855).saturating_mul(s.into()))
	}
	/// Storage: `MedicalAccess::Members` (r:1 w:1)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::ExecutedFor` (r:33 w:0)
	/// Proof: `MedicalAccess::ExecutedFor` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:32 w:0)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 32]`.
	fn list_suspect_commands(s: u32, ) -> Weight {
		// Minimum execution time: 23_515_000 picoseconds.
		Weight::from_parts(39_671_788, 3641)
			// Standard error: 33_464
			.saturating_add(Weight::from_parts(6_561_380, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2855).saturating_mul(s.into()))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::LastCommands` (r:1 w:0)
	/// Proof: `MedicalAccess::LastCommands` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn enrol_device() -> Weight {
		// Minimum execution time: 79_468_000 picoseconds.
		Weight::from_parts(83_304_000, 4342)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:16 w:16)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:32 w:32)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 16]`.
	fn withdraw_device(c: u32, ) -> Weight {
		// Minimum execution time: 77_165_000 picoseconds.
		Weight::from_parts(89_860_092, 4804)
			// Standard error: 54_623
			.saturating_add(Weight::from_parts(26_767_824, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:16 w:16)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:32 w:32)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 16]`.
	fn lock_device(c: u32, ) -> Weight {
		// Minimum execution time: 34_802_000 picoseconds.
		Weight::from_parts(44_074_770, 4804)
			// Standard error: 40_200
			.saturating_add(Weight::from_parts(25_862_716, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn admit_patient() -> Weight {
		// Minimum execution time: 66_168_000 picoseconds.
		Weight::from_parts(68_762_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:8)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:128 w:128)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:256 w:256)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:8 w:8)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:8 w:8)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:32)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 128]`.
	/// The range of component `n` is `[0, 32]`.
	fn discharge_patient(c: u32, n: u32, ) -> Weight {
		// Minimum execution time: 358_895_000 picoseconds.
		Weight::from_parts(104_541_897, 27768)
			// Standard error: 46_436
			.saturating_add(Weight::from_parts(27_451_583, 0).saturating_mul(c.into()))
			// Standard error: 183_006
			.saturating_add(Weight::from_parts(8_881_435, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 2726).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn remove_patient() -> Weight {
		// Minimum execution time: 60_881_000 picoseconds.
		Weight::from_parts(63_765_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	fn assign_device() -> Weight {
		// Minimum execution time: 35_773_000 picoseconds.
		Weight::from_parts(38_027_000, 4033)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:16 w:16)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:32 w:32)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 16]`.
	fn unassign_device(c: u32, ) -> Weight {
		// Minimum execution time: 28_592_000 picoseconds.
		Weight::from_parts(46_072_058, 4804)
			// Standard error: 73_599
			.saturating_add(Weight::from_parts(25_699_381, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	fn appoint_reviewer() -> Weight {
		// Minimum execution time: 15_814_000 picoseconds.
		Weight::from_parts(17_226_000, 4033)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Profiles` (r:1 w:1)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn set_profile() -> Weight {
		// Minimum execution time: 68_653_000 picoseconds.
		Weight::from_parts(71_416_000, 4342)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `MedicalAccess::Profiles` (r:1 w:1)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_profile() -> Weight {
		// Minimum execution time: 57_916_000 picoseconds.
		Weight::from_parts(60_280_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	fn propose_soft_limits() -> Weight {
		// Minimum execution time: 44_146_000 picoseconds.
		Weight::from_parts(46_589_000, 4512)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:2 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	fn confirm_soft_limits() -> Weight {
		// Minimum execution time: 54_161_000 picoseconds.
		Weight::from_parts(59_960_000, 6292)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:0 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	fn draft_consent() -> Weight {
		// Minimum execution time: 104_496_000 picoseconds.
		Weight::from_parts(109_233_000, 4512)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:1 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:8)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:128 w:128)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:128 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:256 w:256)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:8 w:8)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:8 w:8)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 128]`.
	fn activate_consent(c: u32, ) -> Weight {
		// Minimum execution time: 70_595_000 picoseconds.
		Weight::from_parts(77_307_768, 28455)
			// Standard error: 44_106
			.saturating_add(Weight::from_parts(31_689_244, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:8)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:128 w:128)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:128 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:256 w:256)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:8 w:8)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:8 w:8)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:0 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 128]`.
	fn grant_consent(c: u32, ) -> Weight {
		// Minimum execution time: 111_706_000 picoseconds.
		Weight::from_parts(90_252_327, 28455)
			// Standard error: 83_193
			.saturating_add(Weight::from_parts(32_547_617, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(25_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:1 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:8)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:128 w:128)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:256 w:256)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:8 w:8)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:8 w:8)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 128]`.
	fn revoke_consent(c: u32, ) -> Weight {
		// Minimum execution time: 72_238_000 picoseconds.
		Weight::from_parts(128_102_352, 28455)
			// Standard error: 44_537
			.saturating_add(Weight::from_parts(26_240_008, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:1 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:8)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:128 w:128)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:256 w:256)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:8 w:8)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:8 w:8)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 128]`.
	fn mark_consent_in_error(c: u32, ) -> Weight {
		// Minimum execution time: 72_218_000 picoseconds.
		Weight::from_parts(96_674_174, 28455)
			// Standard error: 41_596
			.saturating_add(Weight::from_parts(26_379_406, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:1 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_consent() -> Weight {
		// Minimum execution time: 66_549_000 picoseconds.
		Weight::from_parts(68_953_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:0)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Verifiers` (r:1 w:0)
	/// Proof: `RemoteAttestation::Verifiers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Profiles` (r:1 w:0)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:1 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::LastCommands` (r:1 w:1)
	/// Proof: `MedicalAccess::LastCommands` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:1 w:1)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:0 w:1)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn request_command(n: u32, ) -> Weight {
		// Minimum execution time: 251_565_000 picoseconds.
		Weight::from_parts(254_678_514, 11594)
			// Standard error: 23_308
			.saturating_add(Weight::from_parts(3_671_145, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Commands` (r:1 w:1)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:5 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:0)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Verifiers` (r:1 w:0)
	/// Proof: `RemoteAttestation::Verifiers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Profiles` (r:1 w:0)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:1 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:0)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:1 w:1)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn approve_command(n: u32, ) -> Weight {
		// Minimum execution time: 207_941_000 picoseconds.
		Weight::from_parts(214_457_919, 14245)
			// Standard error: 14_716
			.saturating_add(Weight::from_parts(3_638_481, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Commands` (r:1 w:1)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:1 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:2 w:2)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	fn cancel_command() -> Weight {
		// Minimum execution time: 151_546_000 picoseconds.
		Weight::from_parts(159_227_000, 11594)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `MedicalAccess::Commands` (r:16 w:16)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:32 w:32)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Profiles` (r:1 w:0)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:2 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Bars` (r:2 w:0)
	/// Proof: `MedicalAccess::Bars` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::ExecutedFor` (r:0 w:2)
	/// Proof: `MedicalAccess::ExecutedFor` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 15]`.
	fn carry_receipt(c: u32, ) -> Weight {
		// Minimum execution time: 159_838_000 picoseconds.
		Weight::from_parts(173_787_653, 8598)
			// Standard error: 83_026
			.saturating_add(Weight::from_parts(25_018_435, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::Commands` (r:1 w:1)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:2 w:2)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	fn expire_command() -> Weight {
		// Minimum execution time: 53_960_000 picoseconds.
		Weight::from_parts(57_125_000, 8598)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `MedicalAccess::Commands` (r:1 w:1)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::ExecutedFor` (r:0 w:2)
	/// Proof: `MedicalAccess::ExecutedFor` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	fn remove_command() -> Weight {
		// Minimum execution time: 62_624_000 picoseconds.
		Weight::from_parts(67_501_000, 4804)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Models` (r:1 w:0)
	/// Proof: `DeviceIdentity::Models` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Installed` (r:1 w:0)
	/// Proof: `DeviceFirmware::Installed` (`max_values`: None, `max_size`: Some(160), added: 2635, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Releases` (r:1 w:0)
	/// Proof: `DeviceFirmware::Releases` (`max_values`: None, `max_size`: Some(304), added: 2779, mode: `MaxEncodedLen`)
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Verifiers` (r:1 w:0)
	/// Proof: `RemoteAttestation::Verifiers` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Profiles` (r:1 w:0)
	/// Proof: `MedicalAccess::Profiles` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:1 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn log_access(n: u32, ) -> Weight {
		// Minimum execution time: 168_702_000 picoseconds.
		Weight::from_parts(180_003_920, 11594)
			// Standard error: 33_769
			.saturating_add(Weight::from_parts(3_382_977, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:1 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:1)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:1 w:1)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::NextBreakGlass` (r:1 w:1)
	/// Proof: `MedicalAccess::NextBreakGlass` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:0 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	fn break_glass() -> Weight {
		// Minimum execution time: 145_317_000 picoseconds.
		Weight::from_parts(149_774_000, 4512)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:1 w:1)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Commands` (r:16 w:16)
	/// Proof: `MedicalAccess::Commands` (`max_values`: None, `max_size`: Some(380), added: 2855, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::InvolvedIn` (r:17 w:17)
	/// Proof: `MedicalAccess::InvolvedIn` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::WindowDoses` (r:1 w:1)
	/// Proof: `MedicalAccess::WindowDoses` (`max_values`: None, `max_size`: Some(1339), added: 3814, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 16]`.
	fn close_break_glass(c: u32, ) -> Weight {
		// Minimum execution time: 31_517_000 picoseconds.
		Weight::from_parts(38_838_594, 4804)
			// Standard error: 26_871
			.saturating_add(Weight::from_parts(24_366_728, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3804).saturating_mul(c.into()))
	}
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:1 w:1)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:0 w:1)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	fn review_break_glass() -> Weight {
		// Minimum execution time: 128_923_000 picoseconds.
		Weight::from_parts(134_040_000, 11594)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn flag_overdue() -> Weight {
		// Minimum execution time: 21_842_000 picoseconds.
		Weight::from_parts(23_135_000, 4279)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn assign_review() -> Weight {
		// Minimum execution time: 15_974_000 picoseconds.
		Weight::from_parts(16_855_000, 4279)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::BreakGlasses` (r:1 w:1)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:1)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn remove_break_glass() -> Weight {
		// Minimum execution time: 54_671_000 picoseconds.
		Weight::from_parts(56_494_000, 4342)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:1 w:0)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Records` (r:1 w:1)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:8 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:8 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:8 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn add_record(n: u32, ) -> Weight {
		// Minimum execution time: 317_473_000 picoseconds.
		Weight::from_parts(319_098_066, 27302)
			// Standard error: 20_730
			.saturating_add(Weight::from_parts(3_498_712, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(52_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Records` (r:1 w:1)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:2 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:8 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:16 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:16 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:16 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:0)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn share_record(n: u32, ) -> Weight {
		// Minimum execution time: 435_680_000 picoseconds.
		Weight::from_parts(441_801_983, 53614)
			// Standard error: 35_494
			.saturating_add(Weight::from_parts(5_336_718, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(80_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Records` (r:1 w:0)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Memberships` (r:1 w:0)
	/// Proof: `MedicalAccess::Memberships` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Members` (r:4 w:0)
	/// Proof: `MedicalAccess::Members` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:4 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::CredentialLists` (r:1 w:0)
	/// Proof: `MedicalAccess::CredentialLists` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Lists` (r:1 w:0)
	/// Proof: `StatusLists::Lists` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Taken` (r:1 w:0)
	/// Proof: `StatusLists::Taken` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `StatusLists::Statuses` (r:1 w:0)
	/// Proof: `StatusLists::Statuses` (`max_values`: None, `max_size`: Some(1047), added: 3522, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::MedicalDevices` (r:8 w:0)
	/// Proof: `MedicalAccess::MedicalDevices` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Unreviewed` (r:8 w:0)
	/// Proof: `MedicalAccess::Unreviewed` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::BreakGlasses` (r:8 w:0)
	/// Proof: `MedicalAccess::BreakGlasses` (`max_values`: None, `max_size`: Some(814), added: 3289, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::EmergencyStandings` (r:8 w:0)
	/// Proof: `MedicalAccess::EmergencyStandings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Consents` (r:32 w:1)
	/// Proof: `MedicalAccess::Consents` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn open_record(n: u32, ) -> Weight {
		// Minimum execution time: 238_576_000 picoseconds.
		Weight::from_parts(248_831_754, 27302)
			// Standard error: 54_975
			.saturating_add(Weight::from_parts(3_082_441, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(49_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	/// Storage: `MedicalAccess::Records` (r:1 w:1)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn remove_key() -> Weight {
		// Minimum execution time: 58_867_000 picoseconds.
		Weight::from_parts(61_382_000, 6307)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `MedicalAccess::Records` (r:1 w:1)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:0)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Organisations` (r:1 w:0)
	/// Proof: `MedicalAccess::Organisations` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:16 w:16)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:16 w:16)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::AuditLogs` (r:1 w:1)
	/// Proof: `MedicalAccess::AuditLogs` (`max_values`: None, `max_size`: Some(797), added: 3272, mode: `MaxEncodedLen`)
	/// The range of component `k` is `[0, 16]`.
	fn erase_record(k: u32, ) -> Weight {
		// Minimum execution time: 78_427_000 picoseconds.
		Weight::from_parts(54_861_874, 6307)
			// Standard error: 85_567
			.saturating_add(Weight::from_parts(34_488_072, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 3301).saturating_mul(k.into()))
	}
	/// Storage: `MedicalAccess::Records` (r:1 w:1)
	/// Proof: `MedicalAccess::Records` (`max_values`: None, `max_size`: Some(2842), added: 5317, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `MedicalAccess::Patients` (r:1 w:1)
	/// Proof: `MedicalAccess::Patients` (`max_values`: None, `max_size`: Some(568), added: 3043, mode: `MaxEncodedLen`)
	fn remove_record() -> Weight {
		// Minimum execution time: 57_455_000 picoseconds.
		Weight::from_parts(60_170_000, 6307)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:0 w:1)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_816_000 picoseconds.
		Weight::from_parts(4_166_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Paused` (r:0 w:1)
	/// Proof: `MedicalAccess::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_906_000 picoseconds.
		Weight::from_parts(4_297_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MedicalAccess::Bars` (r:1 w:1)
	/// Proof: `MedicalAccess::Bars` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn lift_bar() -> Weight {
		// Minimum execution time: 54_982_000 picoseconds.
		Weight::from_parts(59_779_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn register_organisation() -> Weight {
		Weight::from_parts(47_100_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn accredit_organisation() -> Weight {
		Weight::from_parts(15_252_000, 3627)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_break_glass_bond() -> Weight {
		Weight::from_parts(15_634_000, 3627)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn transfer_admin() -> Weight {
		Weight::from_parts(21_562_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_admin() -> Weight {
		Weight::from_parts(28_062_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_organisation() -> Weight {
		Weight::from_parts(55_884_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn admit_credential_list() -> Weight {
		Weight::from_parts(10_926_000, 3624)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn add_member() -> Weight {
		Weight::from_parts(97_355_000, 4512)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn change_member() -> Weight {
		Weight::from_parts(27_351_000, 3641)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_member(c: u32, ) -> Weight {
		Weight::from_parts(29_386_928, 4794)
			.saturating_add(Weight::from_parts(36_959_880, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3814).saturating_mul(c.into()))
	}
	fn report_compromise(c: u32, s: u32, ) -> Weight {
		Weight::from_parts(33_620_238, 6292)
			.saturating_add(Weight::from_parts(38_288_060, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(8_720_707, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3814).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 2855).saturating_mul(s.into()))
	}
	fn list_suspect_commands(s: u32, ) -> Weight {
		Weight::from_parts(39_671_788, 3641)
			.saturating_add(Weight::from_parts(6_561_380, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2855).saturating_mul(s.into()))
	}
	fn enrol_device() -> Weight {
		Weight::from_parts(83_304_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_device(c: u32, ) -> Weight {
		Weight::from_parts(89_860_092, 4804)
			.saturating_add(Weight::from_parts(26_767_824, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn lock_device(c: u32, ) -> Weight {
		Weight::from_parts(44_074_770, 4804)
			.saturating_add(Weight::from_parts(25_862_716, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn admit_patient() -> Weight {
		Weight::from_parts(68_762_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn discharge_patient(c: u32, n: u32, ) -> Weight {
		Weight::from_parts(104_541_897, 27768)
			.saturating_add(Weight::from_parts(27_451_583, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(8_881_435, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 2726).saturating_mul(n.into()))
	}
	fn remove_patient() -> Weight {
		Weight::from_parts(63_765_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn assign_device() -> Weight {
		Weight::from_parts(38_027_000, 4033)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn unassign_device(c: u32, ) -> Weight {
		Weight::from_parts(46_072_058, 4804)
			.saturating_add(Weight::from_parts(25_699_381, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn appoint_reviewer() -> Weight {
		Weight::from_parts(17_226_000, 4033)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(71_416_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn remove_profile() -> Weight {
		Weight::from_parts(60_280_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn propose_soft_limits() -> Weight {
		Weight::from_parts(46_589_000, 4512)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn confirm_soft_limits() -> Weight {
		Weight::from_parts(59_960_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn draft_consent() -> Weight {
		Weight::from_parts(109_233_000, 4512)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn activate_consent(c: u32, ) -> Weight {
		Weight::from_parts(77_307_768, 28455)
			.saturating_add(Weight::from_parts(31_689_244, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn grant_consent(c: u32, ) -> Weight {
		Weight::from_parts(90_252_327, 28455)
			.saturating_add(Weight::from_parts(32_547_617, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(25_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(25_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn revoke_consent(c: u32, ) -> Weight {
		Weight::from_parts(128_102_352, 28455)
			.saturating_add(Weight::from_parts(26_240_008, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn mark_consent_in_error(c: u32, ) -> Weight {
		Weight::from_parts(96_674_174, 28455)
			.saturating_add(Weight::from_parts(26_379_406, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn remove_consent() -> Weight {
		Weight::from_parts(68_953_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn request_command(n: u32, ) -> Weight {
		Weight::from_parts(254_678_514, 11594)
			.saturating_add(Weight::from_parts(3_671_145, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(37_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn approve_command(n: u32, ) -> Weight {
		Weight::from_parts(214_457_919, 14245)
			.saturating_add(Weight::from_parts(3_638_481, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn cancel_command() -> Weight {
		Weight::from_parts(159_227_000, 11594)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn carry_receipt(c: u32, ) -> Weight {
		Weight::from_parts(173_787_653, 8598)
			.saturating_add(Weight::from_parts(25_018_435, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 7608).saturating_mul(c.into()))
	}
	fn expire_command() -> Weight {
		Weight::from_parts(57_125_000, 8598)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn remove_command() -> Weight {
		Weight::from_parts(67_501_000, 4804)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn log_access(n: u32, ) -> Weight {
		Weight::from_parts(180_003_920, 11594)
			.saturating_add(Weight::from_parts(3_382_977, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn break_glass() -> Weight {
		Weight::from_parts(149_774_000, 4512)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn close_break_glass(c: u32, ) -> Weight {
		Weight::from_parts(38_838_594, 4804)
			.saturating_add(Weight::from_parts(24_366_728, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 3804).saturating_mul(c.into()))
	}
	fn review_break_glass() -> Weight {
		Weight::from_parts(134_040_000, 11594)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn flag_overdue() -> Weight {
		Weight::from_parts(23_135_000, 4279)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn assign_review() -> Weight {
		Weight::from_parts(16_855_000, 4279)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_break_glass() -> Weight {
		Weight::from_parts(56_494_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn add_record(n: u32, ) -> Weight {
		Weight::from_parts(319_098_066, 27302)
			.saturating_add(Weight::from_parts(3_498_712, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(52_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn share_record(n: u32, ) -> Weight {
		Weight::from_parts(441_801_983, 53614)
			.saturating_add(Weight::from_parts(5_336_718, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(80_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn open_record(n: u32, ) -> Weight {
		Weight::from_parts(248_831_754, 27302)
			.saturating_add(Weight::from_parts(3_082_441, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2707).saturating_mul(n.into()))
	}
	fn remove_key() -> Weight {
		Weight::from_parts(61_382_000, 6307)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn erase_record(k: u32, ) -> Weight {
		Weight::from_parts(54_861_874, 6307)
			.saturating_add(Weight::from_parts(34_488_072, 0).saturating_mul(k.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(k.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 3301).saturating_mul(k.into()))
	}
	fn remove_record() -> Weight {
		Weight::from_parts(60_170_000, 6307)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_166_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_297_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn lift_bar() -> Weight {
		Weight::from_parts(59_779_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
