// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: models with as many releases as there may be, all with deadlines.
//!
//! The device's signature is secp256k1 with the second recovery id, the dearest that it can use:
//! the host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as DeviceFirmware;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{Consideration, EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_primitives::{
	benchmarking::Signer, DeviceId, DeviceKey, DeviceSignature, FirmwareReport, ModelId,
	TrustPurposes,
};
use sp_core::H256;
use sp_runtime::traits::Zero;

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// An approved manufacturer with a model: its account, and the model.
	fn manufacturer() -> (AccountId, ModelId);

	/// An active device whose operational key 0 is `key` and may assert data: the account of its
	/// manufacturer, which is approved, the device, and its model.
	fn device(key: DeviceKey) -> (AccountId, DeviceId, ModelId);

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;
const IMAGE: ImageDigest = [3; 32];

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

/// An account that can pay any deposit.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The longest release that there can be.
fn spec<T: Config>(seq: Seq) -> ReleaseSpec {
	ReleaseSpec {
		seq,
		manifest_digest: H256::repeat_byte(2),
		image_digest: IMAGE,
		size: u32::MAX,
		cid: vec![4; MAX_CID as usize].try_into().expect("as many as fit"),
		min_prev_seq: 0,
		severity: Severity::Critical,
		sbom_hash: Some(H256::repeat_byte(5)),
		update_by: Some(NOW + T::MinUpdateTerm::get()),
	}
}

/// A manufacturer with a publisher and an approver.
struct Factory<T: Config> {
	account: T::AccountId,
	model: ModelId,
	publisher: T::AccountId,
	approver: T::AccountId,
}

impl<T: Config> Factory<T> {
	fn new() -> Self {
		let (account, model) = T::BenchmarkHelper::manufacturer();
		Self::of(account, model)
	}

	fn of(account: T::AccountId, model: ModelId) -> Self {
		T::BenchmarkHelper::set_time(NOW);
		T::BenchmarkHelper::fund(&account);
		let (publisher, approver) = (rich::<T>("publisher"), rich::<T>("approver"));
		for (who, roles) in
			[(&publisher, FirmwareRoles::PUBLISH), (&approver, FirmwareRoles::APPROVE)]
		{
			assert_ok!(DeviceFirmware::<T>::do_appoint(
				account.clone(),
				model.manufacturer,
				who.clone(),
				roles
			));
		}
		Self { account, model, publisher, approver }
	}

	/// Has releases 1 to `count`, all out and with a deadline.
	fn with_releases(self, count: u32) -> Self {
		for seq in 1..=Seq::from(count) {
			self.publish(seq);
			self.approve(seq);
		}
		self
	}

	fn publish(&self, seq: Seq) {
		let publisher = self.publisher.clone();
		assert_ok!(DeviceFirmware::<T>::do_publish(publisher, self.model, spec::<T>(seq)));
	}

	fn approve(&self, seq: Seq) {
		assert_ok!(DeviceFirmware::<T>::do_approve(
			self.approver.clone(),
			self.model,
			spec::<T>(seq)
		));
	}
}

/// What a device says of release `seq`, and its signature.
fn say<T: Config>(
	signer: &Signer,
	device: DeviceId,
	seq: Seq,
) -> (FirmwareReport, DeviceSignature) {
	let report = FirmwareReport { device, seq, image_digest: IMAGE, at: NOW + 1 };
	let signature = signer.sign(&genesis::<T>(), &report);
	(report, signature)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn appoint() {
		let (account, model) = T::BenchmarkHelper::manufacturer();
		T::BenchmarkHelper::set_time(NOW);
		T::BenchmarkHelper::fund(&account);
		let who = rich::<T>("publisher");

		#[extrinsic_call]
		_(RawOrigin::Signed(account), model.manufacturer, who.clone(), FirmwareRoles::ALL);

		assert!(Staff::<T>::contains_key(model.manufacturer, &who));
	}

	#[benchmark]
	fn dismiss() {
		let factory = Factory::<T>::new();
		let manufacturer = factory.model.manufacturer;

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.account), manufacturer, factory.publisher.clone());

		assert!(!Staff::<T>::contains_key(manufacturer, &factory.publisher));
	}

	#[benchmark]
	fn publish() {
		let count = T::MaxReleases::get() - 1;
		let factory = Factory::<T>::new().with_releases(count);
		let seq = Seq::from(count) + 1;

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.publisher), factory.model, spec::<T>(seq));

		assert!(Releases::<T>::contains_key(factory.model, seq));
	}

	#[benchmark]
	fn approve() {
		let count = T::MaxReleases::get() - 1;
		let factory = Factory::<T>::new().with_releases(count);
		let seq = Seq::from(count) + 1;
		factory.publish(seq);

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.approver), factory.model, spec::<T>(seq));

		assert_eq!(Lines::<T>::get(factory.model).map(|line| line.released_seq), Some(seq));
	}

	#[benchmark]
	fn withdraw() {
		let count = T::MaxReleases::get() - 1;
		let factory = Factory::<T>::new().with_releases(count);
		// A draft is dearer than what is out: its deposit comes back at once.
		let seq = Seq::from(count) + 1;
		factory.publish(seq);

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.approver), factory.model, seq);

		assert!(!Releases::<T>::contains_key(factory.model, seq));
	}

	#[benchmark]
	fn prune_release() {
		let factory = Factory::<T>::new().with_releases(T::MaxReleases::get());
		let model = factory.model;
		assert_ok!(DeviceFirmware::<T>::do_withdraw(
			features::Actor::Account(factory.approver),
			model,
			1
		));
		T::BenchmarkHelper::set_time(NOW + T::Retention::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.account), model, 1);

		assert!(!Releases::<T>::contains_key(model, 1));
	}

	#[benchmark]
	fn set_policy() {
		let factory = Factory::<T>::new();
		Policies::<T>::insert(factory.model, TrustPurposes::NONE);
		let purposes = TrustPurposes::new(7).expect("known bits");

		#[extrinsic_call]
		_(RawOrigin::Signed(factory.account), factory.model, purposes);

		assert_eq!(Policies::<T>::get(factory.model), Some(purposes));
	}

	#[benchmark]
	fn report() {
		let signer = Signer::new();
		let (account, device, model) = T::BenchmarkHelper::device(signer.key());
		Factory::<T>::of(account, model).with_releases(T::MaxReleases::get());
		let seq = Seq::from(T::MaxReleases::get());
		let (said, signature) = say::<T>(&signer, device, seq);

		#[extrinsic_call]
		_(RawOrigin::Signed(rich::<T>("carrier")), said, 0, signature);

		assert_eq!(Installed::<T>::get(device).map(|installed| installed.floor_seq), Some(seq));
	}

	#[benchmark]
	fn prune_report() {
		let carrier = rich::<T>("carrier");
		let ticket = T::ReportTicket::new(&carrier, DeviceFirmware::<T>::report_footprint())
			.expect("carrier is rich");
		// What a device had said that the register does not know any more.
		let device = DeviceId(H256::repeat_byte(6));
		Installed::<T>::insert(
			device,
			InstalledRecord {
				seq: 1,
				image_digest: IMAGE,
				at: NOW,
				reported_at: NOW,
				floor_seq: 1,
				depositor: carrier.clone(),
				ticket,
			},
		);

		#[extrinsic_call]
		_(RawOrigin::Signed(carrier), device);

		assert!(!Installed::<T>::contains_key(device));
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
		DeviceFirmware,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
