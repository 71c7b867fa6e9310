// SPDX-License-Identifier: Apache-2.0

//! Single readings that somebody carries.

use super::*;
use hex_literal::hex;

#[test]
fn carried_reading_should_be_kept_and_told() {
	run(|| {
		let device = sensor(1);
		let said = reading(7);
		assert_ok!(carry(&device, said));
		let accepted = Event::ReadingAccepted {
			device: device.id(),
			key_index: 0,
			reading: said,
			carrier: Some(CARRIER),
		};
		assert_eq!(last_event(), accepted);
		assert_eq!(stream(&device).latest, Some(said));
		assert_eq!(SensorAttestation::latest(&device.id(), STREAM), Some(said));
		assert_eq!(<SensorAttestation as StreamRegistry>::spec(&device.id(), STREAM), Some(spec()));
		assert_eq!(SensorAttestation::incarnation(&device.id(), STREAM), Some(0));
		assert_eq!(source(&device).counters, [(0, 7)]);
		let told = AcceptedReading {
			device: device.id(),
			reading: said,
			key_index: 0,
			spec: spec(),
			incarnation: 0,
			is_latest: true,
			accepted_at: T0,
		};
		assert_eq!(Listener::readings(), [told]);
	});
}

/// The published vector of the envelope, by its published signatures.
#[test]
fn published_reading_should_be_accepted_with_each_published_signature() {
	let device = DeviceId(H256([0x22; 32]));
	let reading = Reading {
		stream: 3,
		counter: 42,
		t_ms: 1_767_225_600_000,
		value: -185,
		quality: Quality::Good,
	};
	let ed25519 = DeviceKey::Ed25519(hex!(
		"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
	));
	let p256 =
		DeviceKey::P256(hex!("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
	let high_s = hex!(
		"3891afe246a8b4107155e34fce248148497b7e06ab7c0545a1f8922add5b01ab
		 8ea926cba9b77eb9315e036d861e89f54cbe0a7a2ebdf4ad6d016dc681216579"
	);
	let low_s = hex!(
		"3891afe246a8b4107155e34fce248148497b7e06ab7c0545a1f8922add5b01ab
		 7156d93356488147cea1fc9279e1760a7028f0337859a9d786b85cfc7b41bfd8"
	);
	let ed25519_signature = hex!(
		"8d8b38ab98de9cb7422d23e34ae2ac3e4386ef813141405ce37ca91211d20ea1
		 7bbb7f70e2d2cc161830f2119e4ea222ff39f03889bdf5a6c6ed6c52409fcb0f"
	);
	for (key, signature, again) in [
		(ed25519, DeviceSignature::Ed25519(ed25519_signature), None),
		(p256, DeviceSignature::P256(high_s), Some(DeviceSignature::P256(low_s))),
		(p256, DeviceSignature::P256(low_s), Some(DeviceSignature::P256(high_s))),
	] {
		run(|| {
			frame_system::BlockHash::<Test>::insert(0, H256([0x11; 32]));
			TestRegistry::add_device(device, OWNER, MODEL, key);
			assert_ok!(SensorAttestation::enrol(signed(OWNER), device));
			let own = Declaration::Own(spec());
			assert_ok!(SensorAttestation::declare_stream(signed(OWNER), device, 3, own));
			let signed_reading = DeviceReading { device, reading };
			let carry = |signature| {
				let call = Call::carry_reading { reading: signed_reading, key_index: 0, signature };
				dispatch(signed(STRANGER), call)
			};
			assert_ok!(carry(signature));
			// The same counter counts once, also with the other `s`.
			for signature in [Some(signature), again].into_iter().flatten() {
				assert_noop!(carry(signature), Error::<Test>::CounterReplayed);
			}
		});
	}
}

#[test]
fn readings_should_be_accepted_late_and_out_of_order_and_never_twice() {
	run(|| {
		let device = sensor(1);
		pass(HOUR);
		let at = |counter: u64| Reading { t_ms: T0 + counter * 1_000, ..reading(counter) };
		for counter in [10, 74, 12, 73, 11] {
			assert_ok!(carry(&device, at(counter)));
		}
		for counter in [10, 74, 12, 73, 11] {
			let again = error_of(carry(&device, at(counter)));
			assert_eq!(again, Error::<Test>::CounterReplayed.into());
		}
		assert_eq!(error_of(carry(&device, at(9))), Error::<Test>::CounterTooOld.into());
		let told: Vec<_> = Listener::readings()
			.into_iter()
			.map(|told| (told.reading.counter, told.is_latest))
			.collect();
		assert_eq!(told, [(10, true), (74, true), (12, false), (73, false), (11, false)]);
		assert_eq!(stream(&device).latest, Some(at(74)));
	});
}

#[test]
fn clock_should_be_near_the_chains() {
	run(|| {
		let device = sensor(1);
		let at = |counter, t_ms| error_of(carry(&device, Reading { t_ms, ..reading(counter) }));
		assert_eq!(at(1, T0 - DAY - 1), Error::<Test>::ReadingTooOld.into());
		assert_eq!(at(1, T0 + 120_001), Error::<Test>::ClockSkew.into());
		assert_ok!(carry(&device, Reading { t_ms: T0 - DAY, ..reading(1) }));
		assert_ok!(carry(&device, Reading { t_ms: T0 + 120_000, ..reading(2) }));
	});
}

#[test]
fn time_should_not_fall_where_counters_rise() {
	run(|| {
		let device = sensor(1);
		assert_ok!(carry(&device, reading(10)));
		let at = |counter, t_ms| error_of(carry(&device, Reading { t_ms, ..reading(counter) }));
		assert_eq!(at(11, T0 - 1), Error::<Test>::TimeNotMonotonic.into());
		assert_eq!(at(9, T0 + 1), Error::<Test>::TimeNotMonotonic.into());
	});
}

#[test]
fn implausible_value_should_be_refused_where_the_stream_says_so() {
	run(|| {
		let spec = StreamSpec { max_step_per_s: Some(1), kind: StreamKind::Counter, ..spec() };
		let device = prepare(registered(1), spec);
		assert_ok!(carry(&device, reading(1)));
		let value = |value| error_of(carry(&device, Reading { value, ..reading(2) }));
		assert_eq!(value(301), Error::<Test>::OutOfRange.into());
		assert_eq!(value(-401), Error::<Test>::OutOfRange.into());
		assert_eq!(value(-183), Error::<Test>::StepTooFast.into());
		assert_eq!(value(-186), Error::<Test>::RegisterFell.into());
		assert_ok!(carry(&device, Reading { value: -184, ..reading(2) }));
	});
}

#[test]
fn implausible_value_should_be_marked_and_compared_with_nothing_where_the_stream_says_so() {
	run(|| {
		let spec =
			StreamSpec { implausible: Implausible::MarkBad, max_step_per_s: Some(1), ..spec() };
		let device = prepare(registered(1), spec);
		assert_ok!(carry(&device, reading(1)));
		assert_ok!(carry(&device, Reading { value: 9_999, ..reading(2) }));
		let Event::ReadingAccepted { reading: kept, .. } = last_event() else { panic!() };
		assert_eq!((kept.value, kept.quality), (9_999, Quality::Bad));
		assert_eq!(stream(&device).latest, Some(reading(1)));
		// What the device itself calls bad is no measure either.
		assert_ok!(carry(&device, Reading { quality: Quality::Bad, value: -184, ..reading(3) }));
		assert_eq!(stream(&device).latest, Some(reading(1)));
		let told = Listener::readings();
		assert_eq!(told.len(), 3);
		assert!(told[1..].iter().all(|told| told.reading.quality == Quality::Bad));
	});
}

#[test]
fn value_that_concerns_a_person_should_never_reach_the_chain() {
	run(|| {
		let device = prepare(registered(1), personal());
		let refused = error_of(carry(&device, reading(1)));
		assert_eq!(refused, Error::<Test>::PersonalData.into());
	});
}

#[test]
fn reading_should_be_refused_when_device_or_stream_is_not_known_here() {
	run(|| {
		let device = registered(1);
		assert_eq!(error_of(carry(&device, reading(1))), Error::<Test>::SourceNotFound.into());
		prepare(device, spec());
		let other = Reading { stream: 4, ..reading(1) };
		assert_eq!(error_of(carry(&device, other)), Error::<Test>::StreamNotFound.into());
	});
}

#[test]
fn each_key_should_count_for_itself_and_the_oldest_give_way() {
	run(|| {
		let device = sensor(1);
		for key in 1..=3 {
			device.use_key(key);
		}
		assert_ok!(carry_with(&device, 0, reading(1_000)));
		for key in 1..=3 {
			assert_ok!(carry_with(&device, key, reading(1)));
		}
		assert_eq!(source(&device).counters, [(1, 1), (2, 1), (3, 1)]);
		let retired = error_of(carry_with(&device, 0, reading(1_001)));
		assert_eq!(retired, Error::<Test>::KeyRetired.into());
		// The newest key's reading is the latest, whatever its counter.
		assert_ok!(carry_with(&device, 2, reading(50)));
		assert_eq!(stream(&device).latest, Some(reading(1)));
	});
}

#[test]
fn reading_should_wait_while_work_is_paused() {
	run(|| {
		let device = sensor(1);
		assert_ok!(SensorAttestation::pause(trustees()));
		assert_eq!(last_event(), Event::WorkPaused);
		assert_eq!(error_of(carry(&device, reading(1))), Error::<Test>::Paused.into());
		assert_ok!(SensorAttestation::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
		assert_ok!(carry(&device, reading(1)));
	});
}
