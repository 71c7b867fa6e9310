// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: what is replaced was paid for by somebody else, whose deposit has to
//! be returned.

use super::*;
use crate::Pallet as RemoteAttestation;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
};
use frame_system::{Pallet as System, RawOrigin};
use mote_primitives::{DeviceId, ModelId, TrustPurpose};
use sp_core::H256;

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// A model that is in the register.
	fn model() -> ModelId;

	/// A device that is in the register and in use.
	fn device() -> DeviceId;

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;
const DOCUMENT: H256 = H256::repeat_byte(1);
const POLICY: Policy = Policy {
	max_age: 1,
	tiers: TierSet::AFFIRMING,
	min_debug: DebugStatus::DisabledFullyAndPermanently,
};

/// An account that can pay any deposit.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn registered<T: Config>(name: &'static str) -> T::AccountId {
	let who = rich::<T>(name);
	assert_ok!(RemoteAttestation::<T>::do_register_verifier(who.clone(), DOCUMENT));
	who
}

fn generation<T: Config>(who: &T::AccountId) -> Generation {
	Verifiers::<T>::get(who).expect("registered").generation
}

fn approved<T: Config>(name: &'static str) -> T::AccountId {
	let who = registered::<T>(name);
	assert_ok!(RemoteAttestation::<T>::do_approve_verifier(who.clone(), generation::<T>(&who)));
	who
}

fn device<T: Config>() -> DeviceId {
	T::BenchmarkHelper::set_time(NOW);
	T::BenchmarkHelper::device()
}

/// A challenge for the device that `who` asked for.
fn challenge<T: Config>(device: DeviceId, who: T::AccountId) {
	assert_ok!(RemoteAttestation::<T>::do_request_challenge(who, device));
}

fn let_challenges_expire<T: Config>() {
	System::<T>::set_block_number(System::<T>::block_number() + T::ChallengePeriod::get());
}

/// What answers the device's challenge, for as long as possible.
fn claims<T: Config>(device: DeviceId) -> ResultClaims {
	ResultClaims {
		nonce: Challenges::<T>::get(device).expect("asked for").nonce,
		profile: H256::repeat_byte(2),
		oemid_hash: H256::repeat_byte(3),
		hwmodel_hash: H256::repeat_byte(4),
		sw_digest: H256::repeat_byte(5),
		debug: DebugStatus::DisabledFullyAndPermanently,
		tier: Tier::Affirming,
		expires: NOW + T::MaxResultTerm::get(),
	}
}

/// A result that `verifier` posted.
fn result<T: Config>(device: DeviceId, verifier: T::AccountId) {
	challenge::<T>(device, rich::<T>("former requester"));
	assert_ok!(RemoteAttestation::<T>::do_post_result(verifier, device, claims::<T>(device)));
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register_verifier() {
		let who = rich::<T>("verifier");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), DOCUMENT);

		assert!(Verifiers::<T>::contains_key(&who));
	}

	#[benchmark]
	fn approve_verifier() -> Result<(), BenchmarkError> {
		let who = registered::<T>("verifier");
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), generation::<T>(&who));

		assert_eq!(Verifiers::<T>::get(&who).map(|v| v.status), Some(VerifierStatus::Approved));
		Ok(())
	}

	#[benchmark]
	fn suspend_verifier() -> Result<(), BenchmarkError> {
		let who = approved::<T>("verifier");
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert_eq!(Verifiers::<T>::get(&who).map(|v| v.status), Some(VerifierStatus::Suspended));
		Ok(())
	}

	#[benchmark]
	fn withdraw_verifier() {
		let who = approved::<T>("verifier");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Verifiers::<T>::contains_key(&who));
	}

	#[benchmark]
	fn request_challenge() {
		let device = device::<T>();
		challenge::<T>(device, rich::<T>("former requester"));
		let_challenges_expire::<T>();
		let who = rich::<T>("requester");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), device);

		assert_eq!(Challenges::<T>::get(device).map(|c| c.depositor), Some(who));
	}

	#[benchmark]
	fn prune_challenge() {
		let device = device::<T>();
		challenge::<T>(device, rich::<T>("requester"));
		let_challenges_expire::<T>();
		let who = rich::<T>("somebody");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), device);

		assert!(!Challenges::<T>::contains_key(device));
	}

	#[benchmark]
	fn post_result() {
		let device = device::<T>();
		result::<T>(device, approved::<T>("former verifier"));
		challenge::<T>(device, rich::<T>("requester"));
		let who = approved::<T>("verifier");
		let claims = claims::<T>(device);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), device, claims);

		assert_eq!(Results::<T>::get(device).map(|r| r.verifier), Some(who));
	}

	#[benchmark]
	fn retract_result() {
		let device = device::<T>();
		let who = approved::<T>("verifier");
		result::<T>(device, who.clone());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), device);

		assert!(!Results::<T>::contains_key(device));
	}

	#[benchmark]
	fn prune_result() {
		let device = device::<T>();
		result::<T>(device, approved::<T>("verifier"));
		T::BenchmarkHelper::set_time(NOW + T::MaxResultTerm::get());
		let who = rich::<T>("somebody");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), device);

		assert!(!Results::<T>::contains_key(device));
	}

	#[benchmark]
	fn set_policy() -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(NOW);
		let model = T::BenchmarkHelper::model();
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, model, TrustPurpose::Medical, POLICY);

		assert_eq!(Policies::<T>::get(model, TrustPurpose::Medical), Some(POLICY));
		Ok(())
	}

	#[benchmark]
	fn remove_policy() -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(NOW);
		let model = T::BenchmarkHelper::model();
		assert_ok!(RemoteAttestation::<T>::do_set_policy(model, TrustPurpose::Medical, POLICY));
		let origin = trustees::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, model, TrustPurpose::Medical);

		assert!(!Policies::<T>::contains_key(model, TrustPurpose::Medical));
		Ok(())
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

	impl_benchmark_test_suite!(RemoteAttestation, crate::mock::new_test_ext(), crate::mock::Test);
}
