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
