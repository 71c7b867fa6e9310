// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_sensor_feeds`, measured by `scripts/weights.sh`. Do not edit: measure again.
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
	fn create_feed() -> Weight;
	fn close_feed() -> Weight;
	fn remove_feed() -> Weight;
	fn admit() -> Weight;
	fn expel() -> Weight;
	fn join() -> Weight;
	fn leave() -> Weight;
	fn open_round() -> Weight;
	fn report() -> Weight;
	fn close_round(r: u32, ) -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `SensorFeeds::Paused` (r:1 w:0)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::NextFeed` (r:1 w:1)
	/// Proof: `SensorFeeds::NextFeed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Feeds` (r:0 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn create_feed() -> Weight {
		// Minimum execution time: 42_793_000 picoseconds.
		Weight::from_parts(44_947_000, 4342)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn close_feed() -> Weight {
		// Minimum execution time: 11_207_000 picoseconds.
		Weight::from_parts(12_589_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:0)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Results` (r:0 w:1)
	/// Proof: `SensorFeeds::Results` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn remove_feed() -> Weight {
		// Minimum execution time: 46_149_000 picoseconds.
		Weight::from_parts(48_743_000, 7671)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorFeeds::Paused` (r:1 w:0)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Feeds` (r:1 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:1 w:1)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// Minimum execution time: 73_700_000 picoseconds.
		Weight::from_parts(77_195_000, 4342)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:1 w:1)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:0)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn expel() -> Weight {
		// Minimum execution time: 100_369_000 picoseconds.
		Weight::from_parts(107_220_000, 7694)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `SensorFeeds::Paused` (r:1 w:0)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Feeds` (r:1 w:0)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:1 w:1)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Devices` (r:1 w:0)
	/// Proof: `DeviceIdentity::Devices` (`max_values`: None, `max_size`: Some(319), added: 2794, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::RevokedManufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::RevokedManufacturers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::Manufacturers` (r:1 w:0)
	/// Proof: `DeviceIdentity::Manufacturers` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:0)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn join() -> Weight {
		// Minimum execution time: 109_043_000 picoseconds.
		Weight::from_parts(115_773_000, 7671)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:0)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:1 w:1)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:0)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Minimum execution time: 62_733_000 picoseconds.
		Weight::from_parts(67_230_000, 7671)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `SensorFeeds::Paused` (r:1 w:0)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Feeds` (r:1 w:1)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:1)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn open_round() -> Weight {
		// Minimum execution time: 16_886_000 picoseconds.
		Weight::from_parts(18_488_000, 7671)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:0)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:1)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:1 w:0)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
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
	/// Storage: `DeviceFirmware::Lines` (r:1 w:0)
	/// Proof: `DeviceFirmware::Lines` (`max_values`: None, `max_size`: Some(1068), added: 3543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Policies` (r:1 w:0)
	/// Proof: `RemoteAttestation::Policies` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `RemoteAttestation::Results` (r:1 w:0)
	/// Proof: `RemoteAttestation::Results` (`max_values`: None, `max_size`: Some(290), added: 2765, mode: `MaxEncodedLen`)
	/// Storage: `DeviceIdentity::OperationalKeys` (r:1 w:0)
	/// Proof: `DeviceIdentity::OperationalKeys` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn report() -> Weight {
		// Minimum execution time: 140_820_000 picoseconds.
		Weight::from_parts(150_564_000, 7671)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorFeeds::Feeds` (r:1 w:0)
	/// Proof: `SensorFeeds::Feeds` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Rounds` (r:1 w:1)
	/// Proof: `SensorFeeds::Rounds` (`max_values`: None, `max_size`: Some(4206), added: 6681, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Oracles` (r:64 w:64)
	/// Proof: `SensorFeeds::Oracles` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:61 w:61)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(877), added: 3352, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:62 w:62)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `SensorFeeds::Results` (r:0 w:1)
	/// Proof: `SensorFeeds::Results` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 64]`.
	fn close_round(r: u32, ) -> Weight {
		// Minimum execution time: 16_785_000 picoseconds.
		Weight::from_parts(17_326_000, 8799)
			// Standard error: 60_618
			.saturating_add(Weight::from_parts(43_154_225, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2962).saturating_mul(r.into()))
	}
	/// Storage: `SensorFeeds::Paused` (r:0 w:1)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 3_665_000 picoseconds.
		Weight::from_parts(4_076_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SensorFeeds::Paused` (r:0 w:1)
	/// Proof: `SensorFeeds::Paused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn unpause() -> Weight {
		// Minimum execution time: 3_705_000 picoseconds.
		Weight::from_parts(4_046_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same for tests, with the database costs of ParityDB.
impl WeightInfo for () {
	fn create_feed() -> Weight {
		Weight::from_parts(44_947_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn close_feed() -> Weight {
		Weight::from_parts(12_589_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_feed() -> Weight {
		Weight::from_parts(48_743_000, 7671)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn admit() -> Weight {
		Weight::from_parts(77_195_000, 4342)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn expel() -> Weight {
		Weight::from_parts(107_220_000, 7694)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn join() -> Weight {
		Weight::from_parts(115_773_000, 7671)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn leave() -> Weight {
		Weight::from_parts(67_230_000, 7671)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn open_round() -> Weight {
		Weight::from_parts(18_488_000, 7671)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn report() -> Weight {
		Weight::from_parts(150_564_000, 7671)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn close_round(r: u32, ) -> Weight {
		Weight::from_parts(17_326_000, 8799)
			.saturating_add(Weight::from_parts(43_154_225, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2962).saturating_mul(r.into()))
	}
	fn pause() -> Weight {
		Weight::from_parts(4_076_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unpause() -> Weight {
		Weight::from_parts(4_046_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
