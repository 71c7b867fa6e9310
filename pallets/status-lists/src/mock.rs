// SPDX-License-Identifier: Apache-2.0

//! Test runtime.

use crate::{self as pallet_status_lists, HoldReason, Moment};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU32, ConstU64, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
use mote_primitives::StatusPurpose;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Convert, BuildStorage};
use std::collections::BTreeMap;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(53)]
	pub type StatusLists = pallet_status_lists;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type BlockHashCount = ConstU64<64>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

pub const BLOCK_TIME: Moment = 2_000;
pub const DAY: Moment = 24 * 3_600_000;
pub const RETENTION: Moment = 90 * DAY;
pub const DRAW_TERM: u64 = 20;
pub const MAX_DRAW: u32 = 16;
pub const MAX_CHANGES: u32 = 64;
pub const MAX_PAGE: u32 = 4;

parameter_types! {
	pub const ListHold: RuntimeHoldReason = RuntimeHoldReason::StatusLists(HoldReason::List);
}

type ListPrice = LinearStoragePrice<ConstU64<500>, ConstU64<1>, u64>;

impl pallet_status_lists::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type ListTicket = HoldConsideration<u64, Balances, ListHold, ListPrice>;
	type DrawTerm = ConstU64<DRAW_TERM>;
	type Retention = ConstU64<RETENTION>;
	type MaxDraw = ConstU32<MAX_DRAW>;
	type MaxChanges = ConstU32<MAX_CHANGES>;
	type MaxPage = ConstU32<MAX_PAGE>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkChain;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkChain;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<u64> for BenchmarkChain {
	fn set_time(now: Moment) {
		set_now(now);
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(who, START);
	}
}

/// Issues the lists of most tests.
pub const ISSUER: u64 = 1;
/// Issues other lists.
pub const OTHER_ISSUER: u64 = 2;
/// Takes lists over.
pub const SUCCESSOR: u64 = 3;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 4;
/// Cannot pay any deposit.
pub const POOR: u64 = 5;

/// What every actor but [`POOR`] starts with.
pub const START: u64 = 10_000_000;
/// What [`POOR`] starts with.
pub const LITTLE: u64 = 10;
/// When tests start, in milliseconds since 1970.
pub const T0: Moment = 1_767_225_600_000;

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let rich = [ISSUER, OTHER_ISSUER, SUCCESSOR, STRANGER].map(|who| (who, START));
	let balances = rich.into_iter().chain([(POOR, LITTLE)]).collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		set_now(T0);
	});
	ext
}

/// Runs tests on the chain that [`new_test_ext`] makes.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	/// Runs `test` at block 1, then checks everything that must stay true.
	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		new_test_ext().execute_with(|| {
			let result = test();
			check_everything();
			result
		})
	}
}

pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn hash_of(block: u64) -> H256 {
	H256(blake2_256(&("block", block).encode()))
}

/// Begins so many blocks. The hash of each is known from the next one on, and forgotten as on the
/// chain.
pub fn pass_blocks(count: u64) {
	for _ in 0..count {
		let number = System::block_number();
		frame_system::BlockHash::<Test>::insert(number, hash_of(number));
		if let Some(forgotten) = number.checked_sub(64) {
			frame_system::BlockHash::<Test>::remove(forgotten);
		}
		System::set_block_number(number + 1);
		set_now(now() + BLOCK_TIME);
	}
}

/// Lets `ms` milliseconds pass, in a new block.
pub fn pass(ms: Moment) {
	pass_blocks(1);
	set_now(now() - BLOCK_TIME + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a ticket.
pub fn check_everything() {
	StatusLists::do_try_state().unwrap();
	check_holds();
}

fn check_holds() {
	let mut expected = BTreeMap::new();
	for (_, record) in crate::Lists::<Test>::iter() {
		let worth = u64::decode(&mut &record.ticket.encode()[..]).unwrap();
		*expected.entry(record.issuer).or_insert(0) += worth;
	}
	for who in frame_system::Account::<Test>::iter_keys() {
		let wanted = expected.remove(&who).unwrap_or_default();
		assert_eq!(on_hold(who), wanted, "account {who} holds something else than its tickets say");
	}
	assert!(expected.is_empty(), "these have a ticket and no account: {expected:?}");
}

pub fn on_hold(who: u64) -> u64 {
	Balances::balance_on_hold(&ListHold::get(), &who)
}

/// What a list with this purpose costs.
pub fn deposit(purpose: StatusPurpose) -> u64 {
	ListPrice::convert(StatusLists::list_footprint(purpose))
}
