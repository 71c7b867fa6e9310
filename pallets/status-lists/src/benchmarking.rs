// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: lists with 8 bits for each entry, of which every chunk is in use.

use super::*;
use crate::{
	logic::{draw, Place},
	Pallet as StatusLists,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
};
use frame_system::{Pallet as System, RawOrigin};
use mote_primitives::{MessageSize, StatusListId, StatusPurpose};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::One;

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;
const PURPOSE: StatusPurpose = StatusPurpose::Message(MessageSize::Eight);
const SECRET: [u8; 32] = [7; 32];
/// How many entries of each chunk are free.
const FREE: u16 = 16;

/// An account that can pay any deposit.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// All taken but the last [`FREE`] entries.
fn taken_bits() -> TakenBits {
	let mut taken = [0xff; 128];
	taken[126..].fill(0);
	taken
}

/// A list of which every chunk is stored, and its issuer.
fn full_list<T: Config>() -> (T::AccountId, StatusListId) {
	T::BenchmarkHelper::set_time(NOW);
	System::<T>::set_block_number(One::one());
	let issuer = rich::<T>("issuer");
	let list = NextListId::<T>::get();
	assert_ok!(StatusLists::<T>::do_create_list(issuer.clone(), PURPOSE, Some(MAX_TTL)));
	for chunk in 0..CHUNKS {
		Taken::<T>::insert(list, chunk, taken_bits());
		let mut statuses = vec![0; 1_024];
		statuses[..1_008].fill(1);
		Statuses::<T>::insert(list, chunk, StatusChunk::truncate_from(statuses));
	}
	FreeCounts::<T>::insert(list, FreeEntries([FREE; 128]));
	(issuer, list)
}

fn record<T: Config>(list: StatusListId) -> ListRecordOf<T> {
	Lists::<T>::get(list).expect("created")
}

/// As many as can be drawn.
fn draw_count<T: Config>() -> u8 {
	T::MaxDraw::get().try_into().expect("checked by the integrity test")
}

/// A hash of the deciding block by which indices are drawn from as many chunks as possible.
fn scattering_hash<T: Config>(list: StatusListId, at: BlockNumberFor<T>) -> H256 {
	let chunks = |hash: &H256| {
		let seed = draw_seed(list, at, &SECRET, hash);
		let mut free = FreeEntries([FREE; 128]);
		let drawn = draw(&seed, draw_count::<T>(), &mut free, |_| taken_bits());
		drawn.expect("there is room").taken.len()
	};
	(1..=100).map(H256::repeat_byte).max_by_key(chunks).expect("there are some")
}

/// Changes of entries that follow each other through all chunks.
fn changes<T: Config>(count: u32) -> StatusChangesOf<T> {
	let changes: Vec<_> = (0..count)
		.map(|i| {
			let entry = (i / u32::from(CHUNKS)).try_into().expect("fits a chunk");
			let chunk = (i % u32::from(CHUNKS)).try_into().expect("is less than 128");
			StatusChange { index: Place { chunk, entry }.index(), value: 2 }
		})
		.collect();
	changes.try_into().expect("not more than fit")
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn create_list() {
		T::BenchmarkHelper::set_time(NOW);
		let who = rich::<T>("issuer");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), PURPOSE, Some(MAX_TTL));

		assert_eq!(Lists::<T>::iter().count(), 1);
	}

	#[benchmark]
	fn request_indices() {
		let (issuer, list) = full_list::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list, draw_count::<T>(), H256::repeat_byte(1));

		assert!(record::<T>(list).request.is_some());
	}

	#[benchmark]
	fn draw_indices() {
		let (issuer, list) = full_list::<T>();
		let at = System::<T>::block_number();
		let commitment = H256(blake2_256(&SECRET));
		assert_ok!(StatusLists::<T>::do_request_indices(
			issuer.clone(),
			list,
			draw_count::<T>(),
			commitment
		));
		let deciding = at + One::one();
		frame_system::BlockHash::<T>::insert(deciding, scattering_hash::<T>(list, at));
		System::<T>::set_block_number(deciding + One::one());

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list, SECRET);

		let left = u32::from(FREE) * u32::from(CHUNKS) - T::MaxDraw::get();
		assert_eq!(FreeCounts::<T>::get(list).map(|free| free.total()), Some(left));
		assert!(record::<T>(list).request.is_none());
	}

	#[benchmark]
	fn set_statuses(n: Linear<1, { T::MaxChanges::get() }>) {
		let (issuer, list) = full_list::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list, changes::<T>(n));

		let last = changes::<T>(n).last().expect("there is one").index;
		assert_eq!(StatusLists::<T>::status_at(list, last), Some(2));
	}

	#[benchmark]
	fn close_list() {
		let (issuer, list) = full_list::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list);

		assert_eq!(record::<T>(list).closed_at, Some(NOW));
	}

	#[benchmark]
	fn remove_list() {
		let (issuer, list) = full_list::<T>();
		assert_ok!(StatusLists::<T>::do_close_list(issuer.clone(), list));
		T::BenchmarkHelper::set_time(NOW + T::Retention::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list);

		assert_eq!(Lists::<T>::get(list).map(|record| record.issuer), None);
		assert_eq!(Taken::<T>::iter_prefix(list).count(), 0);
		assert_eq!(Statuses::<T>::iter_prefix(list).count(), 0);
	}

	#[benchmark]
	fn offer_list() {
		let (issuer, list) = full_list::<T>();
		let to = rich::<T>("successor");

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), list, Some(to.clone()));

		assert_eq!(record::<T>(list).offered_to, Some(to));
	}

	#[benchmark]
	fn accept_list() {
		let (issuer, list) = full_list::<T>();
		let to = rich::<T>("successor");
		assert_ok!(StatusLists::<T>::do_offer_list(issuer, list, Some(to.clone())));

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), list);

		assert_eq!(record::<T>(list).issuer, to);
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		Paused::<T>::put(true);
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!Paused::<T>::get());
		Ok(())
	}

	impl_benchmark_test_suite!(StatusLists, crate::mock::new_test_ext(), crate::mock::Test);
}
