// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: a stream with as many rules as it may have, each with all to tell.

use super::*;
use crate::Pallet as SensorAlerts;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
};
use frame_system::RawOrigin;
use mote_primitives::{
	AcceptedReading, AlertSeverity, DeviceId, OnReading, Quality, Reading, StreamId,
	StreamRegistry, StreamSpec,
};

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// A device with a stream whose values may lie on the chain: its owner, and what is what.
	fn stream() -> (AccountId, DeviceId, StreamId, StreamSpec);

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);
}

const NOW: Moment = 1_767_225_600_000;
const MONTH: Moment = 30 * 86_400_000;

/// A rule for which a long silence ends with a gap, an alarm, an exceeded budget, and its end.
fn spec() -> RuleSpec {
	RuleSpec {
		low: Some(0),
		high: Some(100),
		hysteresis: 5,
		min_duration_s: 0,
		budget_s: Some(1),
		severity: AlertSeverity::Critical,
		gap_is_outside: true,
	}
}

struct Watched<T: Config> {
	owner: T::AccountId,
	device: DeviceId,
	stream: StreamId,
	spec: StreamSpec,
}

impl<T: Config> Watched<T> {
	fn by(rules: u32) -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let (owner, device, stream, declared) = T::BenchmarkHelper::stream();
		T::BenchmarkHelper::fund(&owner);
		for _ in 0..rules {
			let who = owner.clone();
			assert_ok!(SensorAlerts::<T>::do_set_rule(who, device, stream, spec()));
		}
		let watched = Self { owner, device, stream, spec: declared };
		SensorAlerts::<T>::on_reading(&watched.accepted(NOW));
		watched
	}

	fn accepted(&self, t_ms: Moment) -> AcceptedReading {
		let quality = Quality::Good;
		let reading = Reading { stream: self.stream, counter: t_ms, t_ms, value: 50, quality };
		AcceptedReading {
			device: self.device,
			reading,
			key_index: 0,
			spec: self.spec,
			incarnation: T::Streams::incarnation(&self.device, self.stream).expect("declared"),
			is_latest: true,
			accepted_at: t_ms,
		}
	}
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_rule() {
		let watched = Watched::<T>::by(T::MaxRules::get() - 1);
		let (device, stream) = (watched.device, watched.stream);
		#[extrinsic_call]
		_(RawOrigin::Signed(watched.owner), device, stream, spec());
		let set = Rules::<T>::get(device, stream).expect("has rules");
		assert!(set.rules.is_full());
	}

	#[benchmark]
	fn remove_rule() {
		let watched = Watched::<T>::by(T::MaxRules::get());
		let (device, stream) = (watched.device, watched.stream);
		#[extrinsic_call]
		_(RawOrigin::Signed(watched.owner), device, stream, 0);
		let set = Rules::<T>::get(device, stream);
		assert!(set.is_none_or(|set| !set.rules.is_full()));
	}

	#[benchmark]
	fn reset_rule() {
		let watched = Watched::<T>::by(T::MaxRules::get());
		let (device, stream) = (watched.device, watched.stream);
		#[extrinsic_call]
		_(RawOrigin::Signed(watched.owner), device, stream, 0);
		let set = Rules::<T>::get(device, stream).expect("has rules");
		assert!(set.rules.first().is_some_and(|rule| rule.watch == Watch::NEW));
	}

	#[benchmark]
	fn report_gap(r: Linear<1, { T::MaxRules::get() }>) {
		let watched = Watched::<T>::by(r);
		T::BenchmarkHelper::set_time(NOW + MONTH);
		let (device, stream) = (watched.device, watched.stream);
		#[extrinsic_call]
		_(RawOrigin::Signed(watched.owner), device, stream);
		assert!(SensorAlerts::<T>::has_alarm(&device, stream));
	}

	#[benchmark]
	fn on_reading_without_rules() {
		let watched = Watched::<T>::by(0);
		let accepted = watched.accepted(NOW + MONTH);
		#[block]
		{
			SensorAlerts::<T>::on_reading(&accepted);
		}
		assert!(!Rules::<T>::contains_key(watched.device, watched.stream));
	}

	#[benchmark]
	fn on_reading(r: Linear<1, { T::MaxRules::get() }>) {
		let watched = Watched::<T>::by(r);
		let accepted = watched.accepted(NOW + MONTH);
		#[block]
		{
			SensorAlerts::<T>::on_reading(&accepted);
		}
		let set = Rules::<T>::get(watched.device, watched.stream).expect("has rules");
		assert!(set.rules.iter().all(|rule| rule.watch.is_budget_told));
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

	impl_benchmark_test_suite!(SensorAlerts, crate::mock::new_test_ext(), crate::mock::Test);
}
