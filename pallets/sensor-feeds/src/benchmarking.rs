// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: a feed with as many oracles as it may have, and a full round.
//!
//! The device's signature is secp256k1 with the second recovery id, the dearest that it can use:
//! the host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as SensorFeeds;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{Consideration, EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_primitives::{
	benchmarking::Signer, DeviceId, DeviceKey, FeedId, OracleContent, OracleReport, Unit, H256,
};
use sp_runtime::traits::Zero;

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// An active device that is trusted for feeds, whose operational key 0 is `key` and may assert
	/// data, and its owner.
	fn device(key: DeviceKey) -> (AccountId, DeviceId);

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

fn spec() -> FeedSpec {
	FeedSpec {
		unit: Unit::Celsius,
		scale: -1,
		min_reports: MIN_REPORTS,
		open_ms: 60_000,
		reveal_ms: Some(60_000),
		interval_ms: 120_000,
		heartbeat_ms: 3_600_000,
		floor: 0,
	}
}

fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A feed, and a device that is admitted to it and has a bond by its owner.
struct World<T: Config> {
	feed: FeedId,
	maker: T::AccountId,
	owner: T::AccountId,
	device: DeviceId,
	signer: Signer,
}

impl<T: Config> World<T> {
	fn admitted() -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let maker = rich::<T>("maker", 0);
		let feed = NextFeed::<T>::get();
		assert_ok!(SensorFeeds::<T>::do_create_feed(maker.clone(), spec()));
		let signer = Signer::new();
		let (owner, device) = T::BenchmarkHelper::device(signer.key());
		T::BenchmarkHelper::fund(&owner);
		assert_ok!(SensorFeeds::<T>::do_admit(maker.clone(), feed, device));
		Self { feed, maker, owner, device, signer }
	}

	fn joined() -> Self {
		let world = Self::admitted();
		assert_ok!(SensorFeeds::<T>::do_join(world.owner.clone(), world.feed, world.device));
		world
	}

	/// Another oracle, without a device behind it, with a bond of its own.
	fn add_oracle(&self, number: u32) -> DeviceId {
		let device = DeviceId(H256(sp_io::hashing::blake2_256(&number.to_le_bytes())));
		let holder = rich::<T>("holder", number);
		let footprint = SensorFeeds::<T>::oracle_footprint();
		let amount = T::OracleBond::get();
		use frame_support::traits::fungible::MutateHold;
		assert_ok!(T::Currency::hold(&HoldReason::Bond.into(), &holder, amount));
		let oracle = OracleRecord {
			reputation: FIRST_REPUTATION,
			bond: Some(Bond { holder, amount, epoch: 1 }),
			depositor: self.maker.clone(),
			ticket: T::OracleTicket::new(&self.maker, footprint).expect("is funded"),
		};
		Oracles::<T>::insert(self.feed, device, oracle);
		Feeds::<T>::mutate_extant(self.feed, |record| record.admitted += 1);
		device
	}

	/// An open round in which this many others have reported.
	fn with_round(reports: u32) -> Self {
		let world = Self::joined();
		assert_ok!(SensorFeeds::<T>::do_open_round(world.feed));
		for number in 0..reports {
			let device = world.add_oracle(number + 1);
			world.enter(device, Said::Value(i64::from(number)));
		}
		world
	}

	fn enter(&self, device: DeviceId, said: Said) {
		Rounds::<T>::mutate_extant(self.feed, |round| {
			round.reports.try_push(Report { device, said }).expect("as many as fit");
		});
	}

	fn says(&self, content: OracleContent) -> OracleReport {
		OracleReport { feed: self.feed, round: 0, device: self.device, at: NOW, content }
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_feed() {
		let maker = rich::<T>("maker", 0);
		let feed = NextFeed::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(maker), spec());
		assert!(Feeds::<T>::contains_key(feed));
	}

	#[benchmark]
	fn close_feed() {
		let world = World::<T>::joined();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.feed);
		assert!(Feeds::<T>::get(world.feed).is_some_and(|record| record.is_closing));
	}

	#[benchmark]
	fn remove_feed() {
		let world = World::<T>::admitted();
		let (maker, feed) = (world.maker, world.feed);
		assert_ok!(SensorFeeds::<T>::do_expel(maker.clone(), feed, world.device));
		assert_ok!(SensorFeeds::<T>::do_close_feed(maker.clone(), feed));
		Results::<T>::insert(feed, FeedResult { value: 1, round: 0, reports: 3, at: NOW });
		#[extrinsic_call]
		_(RawOrigin::Signed(maker), feed);
		assert!(!Feeds::<T>::contains_key(feed));
	}

	#[benchmark]
	fn admit() {
		let world = World::<T>::joined();
		let (_, device) = T::BenchmarkHelper::device(Signer::new().key());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.feed, device);
		assert!(Oracles::<T>::contains_key(world.feed, device));
	}

	/// In the middle of a round in which everybody else has reported.
	#[benchmark]
	fn expel() {
		let world = World::<T>::with_round(MAX_ORACLES - 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.feed, world.device);
		assert!(!Oracles::<T>::contains_key(world.feed, world.device));
	}

	/// A new owner, after a former one.
	#[benchmark]
	fn join() {
		let world = World::<T>::with_round(MAX_ORACLES - 1);
		Oracles::<T>::mutate(world.feed, world.device, |oracle| {
			if let Some(bond) = oracle.as_mut().and_then(|oracle| oracle.bond.as_mut()) {
				bond.epoch = 0;
			}
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(world.owner), world.feed, world.device);
		let bond = Oracles::<T>::get(world.feed, world.device).and_then(|oracle| oracle.bond);
		assert!(bond.is_some_and(|bond| bond.epoch > 0));
	}

	#[benchmark]
	fn leave() {
		let world = World::<T>::with_round(MAX_ORACLES - 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.owner), world.feed, world.device);
		let oracle = Oracles::<T>::get(world.feed, world.device);
		assert!(oracle.is_some_and(|oracle| oracle.bond.is_none()));
	}

	#[benchmark]
	fn open_round() {
		let world = World::<T>::joined();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.feed);
		assert!(Rounds::<T>::contains_key(world.feed));
	}

	/// Commits to a value, as the last one of a full round. A reveal is not asked for trust again.
	#[benchmark]
	fn report() {
		let world = World::<T>::with_round(MAX_ORACLES - 1);
		let committed = world.says(OracleContent::Commitment(H256::repeat_byte(5)));
		let signature = world.signer.sign(&genesis::<T>(), &committed);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.owner), committed, 0, signature);
		assert!(Rounds::<T>::get(world.feed).is_some_and(|round| round.reports.is_full()));
	}

	/// All but three keep back what they have committed to, which costs more than judging them.
	#[benchmark]
	fn close_round(r: Linear<0, MAX_ORACLES>) {
		let world = World::<T>::with_round(r);
		Rounds::<T>::mutate_extant(world.feed, |round| {
			for one in round.reports.iter_mut().skip(3) {
				one.said = Said::Commitment(H256::zero());
			}
		});
		T::BenchmarkHelper::fund(&T::Pot::get());
		T::BenchmarkHelper::set_time(NOW + spec().interval_ms);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.maker), world.feed);
		assert!(!Rounds::<T>::contains_key(world.feed));
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
		let origin = trustees::<T>()?;
		Paused::<T>::put(true);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Paused::<T>::get());
		Ok(())
	}

	impl_benchmark_test_suite!(
		SensorFeeds,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
