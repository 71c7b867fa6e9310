// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;

fn balances() -> [u64; 7] {
	EVERYBODY.map(Balances::free_balance)
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	run(|| {
		let before = balances();
		assert_ok!(SensorAttestation::describe_stream(signed(MAKER), MODEL, STREAM, spec()));
		let device = sensor(1);
		let gateway = registered(2).id();
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway));
		let mut ids = vec![];
		for n in 0..3 {
			pass(HOUR);
			assert_ok!(carry(&device, reading(1_000 + n)));
			let batch = built(&device, &readings(1 + n * 5, 5)).batch;
			assert_ok!(anchor(&device, &batch));
			ids.push(id_of(&batch));
		}
		check_everything();
		assert_ne!(balances(), before);

		pass(30 * DAY);
		// Also while work is paused.
		assert_ok!(SensorAttestation::pause(trustees()));
		for id in ids {
			assert_ok!(SensorAttestation::prune_batch(signed(STRANGER), id));
		}
		let withdraw = SensorAttestation::withdraw_description(signed(MAKER), MODEL, STREAM);
		assert_ok!(withdraw);
		assert_ok!(SensorAttestation::remove_gateway(signed(OWNER), device.id(), gateway));
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM));
		assert_ok!(SensorAttestation::remove_source(signed(OWNER), device.id()));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	let covers = |footprint: frame_support::traits::Footprint, record: usize| {
		assert!(footprint.size > record as u64, "{footprint:?} does not cover {record} bytes");
	};
	covers(
		SensorAttestation::description_footprint(),
		DescriptionRecordOf::<Test>::max_encoded_len(),
	);
	covers(SensorAttestation::source_footprint(), SourceRecordOf::<Test>::max_encoded_len());
	covers(SensorAttestation::stream_footprint(), StreamRecordOf::<Test>::max_encoded_len());
	covers(SensorAttestation::gateway_footprint(), GatewayRecordOf::<Test>::max_encoded_len());
}
