// SPDX-License-Identifier: Apache-2.0

//! The feeless lane: what a pool and a block let through, and what they say when they do not.

use super::*;
use frame_support::traits::Authorize;
use frame_system::RawOrigin;
use sp_runtime::transaction_validity::{
	InvalidTransaction, TransactionSource, TransactionValidityError, UnknownTransaction,
	ValidTransaction,
};

fn call_with(device: &TestDevice, key_index: KeyIndex, reading: Reading) -> Call<Test> {
	let reading = says(device, reading);
	let signature = device.op(key_index).sign(&GENESIS, &reading);
	Call::submit_reading { reading, key_index, signature }
}

fn call(device: &TestDevice, reading: Reading) -> Call<Test> {
	call_with(device, 0, reading)
}

fn authorize(
	call: &Call<Test>,
	source: TransactionSource,
) -> Result<ValidTransaction, TransactionValidityError> {
	let (validity, refund) = call.authorize(source).expect("the call can be authorised")?;
	assert_eq!(refund, Weight::zero());
	Ok(validity)
}

/// What a transaction meets in a block: it is authorised, then dispatched.
fn include(call: &Call<Test>) -> Result<(), TransactionValidityError> {
	authorize(call, TransactionSource::InBlock)?;
	dispatch(RawOrigin::Authorized.into(), call.clone()).expect("what was authorised cannot fail");
	Ok(())
}

fn in_pool(call: &Call<Test>) -> Result<ValidTransaction, TransactionValidityError> {
	authorize(call, TransactionSource::External)
}

fn index_of(error: Error<Test>) -> u8 {
	error.encode()[0]
}

fn later(error: Error<Test>) -> TransactionValidityError {
	UnknownTransaction::Custom(index_of(error)).into()
}

fn never(error: Error<Test>) -> TransactionValidityError {
	InvalidTransaction::Custom(index_of(error)).into()
}

#[test]
fn reading_should_come_without_account_and_fee() {
	run(|| {
		let device = sensor(1);
		let said = reading(7);
		assert_ok!(include(&call(&device, said)));
		let accepted = Event::ReadingAccepted {
			device: device.id(),
			key_index: 0,
			reading: said,
			carrier: None,
		};
		assert_eq!(last_event(), accepted);
		assert_eq!(LaneUsed::<Test>::get(), 1);
		assert_eq!((source(&device).available, source(&device).counters), (3, vec![(0, 7)]));
	});
}

#[test]
fn call_should_weigh_its_listeners_and_be_refunded() {
	use frame_support::dispatch::GetDispatchInfo;
	run(|| {
		let call = call(&sensor(1), reading(7));
		let info = call.get_dispatch_info();
		let own = <() as WeightInfo>::submit_reading();
		assert_eq!(info.call_weight, own + Listener::max_reading_weight());
		assert_ok!(authorize(&call, TransactionSource::InBlock));
		let post = RuntimeCall::from(call).dispatch(RawOrigin::Authorized.into()).unwrap();
		assert_eq!(post.actual_weight, Some(own + TOLD));
	});
}

#[test]
fn pool_should_give_a_reading_its_class_its_places_and_its_time() {
	run(|| {
		let device = sensor(1);
		let validity = in_pool(&call(&device, reading(7))).unwrap();
		assert_eq!((validity.priority, validity.longevity), (LANE_PRIORITY, 64));
		assert!(validity.propagate && validity.requires.is_empty());
		let place = (b"mote:lane", device.id(), 7u64 % 4).encode();
		let own = (b"mote:reading", device.id(), 0u16, 7u64).encode();
		assert_eq!(validity.provides, [place, own]);
	});
}

#[test]
fn device_should_have_no_more_places_in_a_pool_than_readings_it_may_send() {
	run(|| {
		let device = sensor(1);
		let places = |range: std::ops::Range<u64>| -> std::collections::BTreeSet<_> {
			range
				.map(|counter| {
					in_pool(&call(&device, reading(counter))).unwrap().provides.remove(0)
				})
				.collect()
		};
		assert_eq!(places(100..104).len(), 4);
		assert_eq!(places(100..200).len(), 4);
		assert_ok!(include(&call(&device, reading(50))));
		assert_ok!(include(&call(&device, reading(51))));
		assert_eq!(places(100..200).len(), 2);
		// No two devices share any.
		let other = sensor(2);
		let theirs = in_pool(&call(&other, reading(100))).unwrap().provides;
		let ours = in_pool(&call(&device, reading(100))).unwrap().provides;
		assert!(theirs.iter().all(|tag| !ours.contains(tag)));
	});
}

#[test]
fn allowance_should_refill_with_time_and_hold_in_every_block() {
	run(|| {
		let device = sensor(1);
		for counter in 1..=4 {
			assert_ok!(include(&call(&device, reading(counter))));
		}
		let fifth = call(&device, reading(5));
		assert_eq!(in_pool(&fifth), Err(later(Error::<Test>::AllowanceUsedUp)));
		assert_eq!(include(&fifth), Err(InvalidTransaction::ExhaustsResources.into()));
		pass(59_999);
		assert_eq!(in_pool(&fifth), Err(later(Error::<Test>::AllowanceUsedUp)));
		pass(1);
		assert_ok!(include(&fifth));
		let sixth = call(&device, reading(6));
		let is_used_up = || assert_eq!(in_pool(&sixth), Err(later(Error::<Test>::AllowanceUsedUp)));
		// Nothing that is done with the lane fills it again.
		let set = |allowance| {
			assert_ok!(SensorAttestation::set_lane(signed(OWNER), device.id(), allowance));
		};
		set(ALLOWANCE);
		is_used_up();
		set(Allowance { interval_ms: u32::MAX, ..ALLOWANCE });
		is_used_up();
		assert_ok!(SensorAttestation::close_lane(signed(OWNER), device.id()));
		set(ALLOWANCE);
		is_used_up();
		// Somebody may carry it meanwhile.
		assert_ok!(carry(&device, reading(6)));
	});
}

#[test]
fn lane_should_be_full_at_its_ceiling_until_the_block_ends() {
	run(|| {
		let devices: Vec<_> = (1..=6).map(sensor).collect();
		for device in &devices[..LANE_CEILING as usize] {
			assert_ok!(include(&call(device, reading(1))));
		}
		let last = call(&devices[5], reading(1));
		assert_eq!(include(&last), Err(InvalidTransaction::ExhaustsResources.into()));
		// Those who pay are not concerned.
		assert_ok!(carry(&devices[0], reading(2)));
		pass(2_000);
		assert_eq!(LaneUsed::<Test>::get(), 0);
		assert!(!LaneUsed::<Test>::exists());
		assert_ok!(include(&last));
	});
}

#[test]
fn pool_and_block_should_agree_on_everything_but_what_waits() {
	run(|| {
		let device = sensor(1);
		let personal = prepare(registered(2), personal());
		assert_ok!(include(&call(&device, reading(100))));
		let mut forged = call(&device, reading(101));
		if let Call::submit_reading { reading, .. } = &mut forged {
			reading.reading.value = 99;
		}
		let unknown = TestDevice::new(KeyAlgorithm::P256, 9);
		let laneless = sensor(3);
		assert_ok!(SensorAttestation::close_lane(signed(OWNER), laneless.id()));
		let at = |t_ms| call(&device, Reading { t_ms, ..reading(101) });
		let stale = InvalidTransaction::Stale.into();
		for (call, refusal) in [
			(call(&unknown, reading(1)), later(Error::<Test>::SourceNotFound)),
			(call(&laneless, reading(1)), later(Error::<Test>::NoLane)),
			(
				call(&device, Reading { stream: 9, ..reading(101) }),
				later(Error::<Test>::StreamNotFound),
			),
			(call_with(&device, 1, reading(101)), later(Error::<Test>::KeyHasNoAuthority)),
			(forged, InvalidTransaction::BadProof.into()),
			(call(&device, reading(100)), stale),
			(call(&device, reading(35)), stale),
			(at(now() - DAY - 1), stale),
			(at(now() + 120_001), later(Error::<Test>::ClockSkew)),
			(at(now() - 1), never(Error::<Test>::TimeNotMonotonic)),
			(
				call(&device, Reading { value: 301, ..reading(101) }),
				never(Error::<Test>::OutOfRange),
			),
			(call(&personal, reading(1)), never(Error::<Test>::PersonalData)),
		] {
			for source in
				[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock]
			{
				frame_support::assert_storage_noop!(assert_eq!(
					authorize(&call, source),
					Err(refusal),
					"{call:?}"
				));
			}
		}
		assert_ok!(SensorAttestation::pause(trustees()));
		let paused = in_pool(&call(&device, reading(101)));
		assert_eq!(paused, Err(later(Error::<Test>::Paused)));
	});
}

#[test]
fn every_error_should_be_refused_with_its_own_index_or_its_own_kind() {
	use mote_pallet_testing::coverage::indices_of;
	let waiting = [
		"LaneFull",
		"AllowanceUsedUp",
		"Paused",
		"SourceNotFound",
		"NoLane",
		"StreamNotFound",
		"ClockSkew",
		"KeyHasNoAuthority",
	];
	let stale = ["CounterReplayed", "CounterTooOld", "KeyRetired", "ReadingTooOld"];
	let mut looked_at = 0;
	for (index, name) in indices_of::<Error<Test>>() {
		let Ok(error) = Error::<Test>::decode(&mut &[index][..]) else { continue };
		if name == "__Ignore" {
			continue;
		}
		looked_at += 1;
		let name = name.as_str();
		let expected: TransactionValidityError = match name {
			_ if waiting.contains(&name) => UnknownTransaction::Custom(index).into(),
			_ if stale.contains(&name) => InvalidTransaction::Stale.into(),
			"BadSignature" => InvalidTransaction::BadProof.into(),
			_ => InvalidTransaction::Custom(index).into(),
		};
		assert_eq!(crate::features::refusal(&error, false), expected, "{name}");
		let in_block = match name {
			"LaneFull" | "AllowanceUsedUp" => InvalidTransaction::ExhaustsResources.into(),
			_ => expected,
		};
		assert_eq!(crate::features::refusal(&error, true), in_block, "{name}");
	}
	assert!(looked_at > 50, "only {looked_at} errors were looked at");
}

#[test]
fn nobody_should_dispatch_what_was_not_authorised() {
	run(|| {
		let call = call(&sensor(1), reading(1));
		for origin in [RuntimeOrigin::none(), signed(CARRIER), trustees()] {
			assert_noop!(dispatch(origin, call.clone()), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn other_calls_should_not_be_authorised_by_anything() {
	for case in privileges::cases() {
		run(|| {
			let call = (case.call)();
			let can_be = call.authorize(TransactionSource::External).is_some();
			assert_eq!(can_be, case.name == "submit_reading", "{}", case.name);
		});
	}
}

#[test]
fn what_cannot_work_should_be_refused_by_the_integrity_test() {
	use frame_support::traits::Hooks;
	new_test_ext().execute_with(<SensorAttestation as Hooks<u64>>::integrity_test);
}
