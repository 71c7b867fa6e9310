// SPDX-License-Identifier: Apache-2.0

//! Streams and their descriptions.

use super::*;

fn declare(id: DeviceId, stream: StreamId, spec: StreamSpec) -> DispatchResult {
	SensorAttestation::declare_stream(signed(OWNER), id, stream, Declaration::Own(spec))
}

fn enrolled() -> TestDevice {
	let device = registered(1);
	assert_ok!(SensorAttestation::enrol(signed(OWNER), device.id()));
	device
}

#[test]
fn declare_should_say_what_the_first_batch_names() {
	run(|| {
		let device = enrolled();
		assert_ok!(declare(device.id(), STREAM, spec()));
		let prev = chain_start(&device.id(), STREAM, 0);
		let declared = Event::StreamDeclared {
			device: device.id(),
			stream: STREAM,
			incarnation: 0,
			spec: spec(),
			prev,
			depositor: OWNER,
		};
		assert_eq!(last_event(), declared);
		let info = stream(&device);
		assert_eq!((info.spec, info.prev, info.next_seq), (spec(), prev, 0));
		assert_eq!((info.senml_unit, info.ucum_unit), (b"Cel".to_vec(), b"Cel".to_vec()));
		assert_eq!((info.latest, info.last_batched, info.batches), (None, None, 0));
		assert_eq!((info.missed, info.depositor), (0, OWNER));
		assert_eq!(SensorAttestation::streams_of(device.id()), [STREAM]);
	});
}

#[test]
fn declare_should_refuse_what_can_be_no_stream() {
	run(|| {
		let id = enrolled().id();
		for bad in [
			StreamSpec { min: 300, ..spec() },
			StreamSpec { period_s: 0, ..spec() },
			StreamSpec { retention_days: 0, ..spec() },
			StreamSpec { retention_days: 366, ..spec() },
		] {
			assert_noop!(declare(id, STREAM, bad), Error::<Test>::BadStreamSpec);
		}
		let quick = StreamSpec { period_s: 899, ..personal() };
		assert_noop!(declare(id, STREAM, quick), Error::<Test>::PersonalPeriodTooShort);
		assert_ok!(declare(id, STREAM, personal()));
		assert_noop!(declare(id, STREAM, spec()), Error::<Test>::StreamExists);
	});
}

#[test]
fn streams_should_be_bounded_and_belong_to_an_enrolled_device() {
	run(|| {
		let unenrolled = registered(2).id();
		assert_noop!(declare(unenrolled, 0, spec()), Error::<Test>::SourceNotFound);
		let id = enrolled().id();
		for stream in 0..4 {
			assert_ok!(declare(id, stream, spec()));
		}
		assert_noop!(declare(id, 4, spec()), Error::<Test>::TooManyStreams);
		let gone = SensorAttestation::remove_stream(signed(OWNER), id, 9);
		assert_noop!(gone, Error::<Test>::StreamNotFound);
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), id, 2));
		assert_eq!(SensorAttestation::streams_of(id), [0, 1, 3]);
		assert_ok!(declare(id, 4, spec()));
	});
}

#[test]
fn declare_should_fail_when_no_incarnation_is_left() {
	run(|| {
		let id = enrolled().id();
		NextIncarnation::<Test>::put(u64::MAX);
		assert_noop!(declare(id, STREAM, spec()), Error::<Test>::ArithmeticOverflow);
	});
}

#[test]
fn stream_of_a_model_should_be_what_its_manufacturer_described() {
	run(|| {
		let id = enrolled().id();
		let of_model = || {
			let declaration = Declaration::OfModel;
			SensorAttestation::declare_stream(signed(OWNER), id, STREAM, declaration)
		};
		assert_noop!(of_model(), Error::<Test>::DescriptionNotFound);
		let described = StreamSpec { max: 100, ..spec() };
		let describe =
			|| SensorAttestation::describe_stream(signed(MAKER), MODEL, STREAM, described);
		assert_ok!(describe());
		let event = Event::StreamDescribed { model: MODEL, stream: STREAM, spec: described };
		assert_eq!(last_event(), event);
		assert_noop!(describe(), Error::<Test>::AlreadyDescribed);
		assert_eq!(SensorAttestation::description(MODEL, STREAM), Some(described));
		assert_ok!(of_model());
		// What was declared stays.
		assert_ok!(SensorAttestation::withdraw_description(signed(MAKER), MODEL, STREAM));
		let event = Event::DescriptionWithdrawn { model: MODEL, stream: STREAM };
		assert_eq!(last_event(), event);
		let info = SensorAttestation::stream(id, STREAM).unwrap();
		assert_eq!(info.spec, described);
		let again = SensorAttestation::withdraw_description(signed(MAKER), MODEL, STREAM);
		assert_noop!(again, Error::<Test>::DescriptionNotFound);
	});
}

#[test]
fn describe_should_be_for_approved_manufacturers_and_their_models() {
	run(|| {
		let describe =
			|model| SensorAttestation::describe_stream(signed(MAKER), model, STREAM, spec());
		let other = ModelId { manufacturer: FACTORY, product: 2 };
		assert_noop!(describe(other), Error::<Test>::ModelNotFound);
		TestRegistry::set_standing(FACTORY, Some((MAKER, false)));
		assert_noop!(describe(MODEL), Error::<Test>::ManufacturerNotApproved);
		TestRegistry::set_standing(FACTORY, None);
		assert_noop!(describe(MODEL), Error::<Test>::ModelNotFound);
	});
}

/// OWNER has sold the device to BUYER, with a batch in its stream.
fn sold() -> TestDevice {
	let device = sensor(1);
	assert_ok!(anchor(&device, &built(&device, &readings(1, 5)).batch));
	TestRegistry::set_owner(device.id(), BUYER);
	device.use_key(0);
	device
}

fn retire(who: u64, device: &TestDevice, stream: StreamId) -> DispatchResult {
	SensorAttestation::retire_stream(signed(who), device.id(), stream)
}

#[test]
fn buyer_should_not_be_kept_from_streams_by_those_that_came_with_the_device() {
	run(|| {
		let device = enrolled();
		for stream in [STREAM, 10, 11, 12] {
			assert_ok!(declare(device.id(), stream, spec()));
		}
		assert_ok!(anchor(&device, &built(&device, &readings(1, 5)).batch));
		TestRegistry::set_owner(device.id(), BUYER);
		device.use_key(0);
		let declare = |stream| {
			let own = Declaration::Own(spec());
			SensorAttestation::declare_stream(signed(BUYER), device.id(), stream, own)
		};
		assert_noop!(declare(20), Error::<Test>::TooManyStreams);
		assert_noop!(retire(OWNER, &device, STREAM), Error::<Test>::NotOperator);
		assert_noop!(retire(BUYER, &device, 99), Error::<Test>::StreamNotFound);
		assert_ok!(retire(BUYER, &device, STREAM));
		let event = Event::StreamRetired { device: device.id(), stream: STREAM };
		assert_eq!(last_event(), event);
		assert_noop!(retire(BUYER, &device, STREAM), Error::<Test>::StreamRetired);
		assert_ok!(declare(20));
		assert_noop!(retire(BUYER, &device, 20), Error::<Test>::StreamOfPresentOwner);
		assert_eq!(SensorAttestation::streams_of(device.id()), [STREAM, 10, 11, 12, 20]);
		assert!(stream(&device).is_retired);
	});
}

#[test]
fn retired_stream_should_take_nothing_and_keep_what_it_promised() {
	run(|| {
		let device = sold();
		let id = BatchId { device: device.id(), stream: STREAM, seq: 0 };
		let next = built(&device, &readings(6, 5)).batch;
		let next = Batch { t_start: now(), t_end: now(), ..next };
		assert_ok!(retire(BUYER, &device, STREAM));
		assert_noop!(carry(&device, reading(20)), Error::<Test>::StreamNotFound);
		assert_noop!(anchor(&device, &next), Error::<Test>::StreamRetired);
		let remove = || SensorAttestation::remove_stream(signed(BUYER), device.id(), STREAM);
		assert_noop!(remove(), Error::<Test>::StreamInUse);
		let gone = SensorAttestation::remove_source(signed(BUYER), device.id());
		assert_noop!(gone, Error::<Test>::SourceInUse);
		let early = SensorAttestation::prune_batch(signed(BUYER), id);
		assert_noop!(early, Error::<Test>::RetentionNotOver);
		pass(30 * DAY);
		assert_ok!(SensorAttestation::prune_batch(signed(BUYER), id));
		assert_ok!(remove());
		assert_eq!(on_hold(OWNER, HoldReason::Stream), 0);
		assert_ok!(SensorAttestation::remove_source(signed(BUYER), device.id()));
	});
}

#[test]
fn no_more_streams_should_be_retired_than_a_device_may_have() {
	run(|| {
		let device = enrolled();
		for (owner, buyer, first) in [(OWNER, BUYER, 0), (BUYER, OWNER, 10)] {
			let streams = first..first + MAX_STREAMS as StreamId;
			for stream in streams.clone() {
				let own = Declaration::Own(spec());
				let origin = signed(owner);
				assert_ok!(SensorAttestation::declare_stream(origin, device.id(), stream, own));
			}
			TestRegistry::set_owner(device.id(), buyer);
			for stream in streams {
				if owner == OWNER {
					assert_ok!(retire(buyer, &device, stream));
				} else {
					let full = retire(buyer, &device, stream);
					assert_noop!(full, Error::<Test>::TooManyStreams);
				}
			}
		}
	});
}
