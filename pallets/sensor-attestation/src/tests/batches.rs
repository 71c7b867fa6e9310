// SPDX-License-Identifier: Apache-2.0

//! Batches: how they are anchored, kept and forgotten.

use super::*;

fn refused(device: &TestDevice, batch: Batch, error: Error<Test>) {
	let signature = device.op(0).sign(&GENESIS, &batch);
	let call = Call::submit_batch { batch, key_index: 0, signature };
	assert_noop!(dispatch(signed(CARRIER), call), error);
}

/// A batch without aggregates that its device signed, whatever it says.
fn bare(device: &TestDevice) -> Batch {
	build_batch(place(device), false, readings(1, 5)).unwrap().batch
}

#[test]
fn batch_should_be_anchored_bonded_and_told() {
	run(|| {
		let device = sensor(1);
		let built = built(&device, &readings(10, 5));
		let batch = &built.batch;
		let paid = anchor(&device, batch).unwrap();
		assert_eq!(paid.actual_weight, Some(<() as WeightInfo>::submit_batch() + TOLD));
		let anchored = Event::BatchAnchored {
			batch: batch.clone(),
			batch_hash: batch.hash(),
			key_index: Some(0),
			submitter: CARRIER,
			is_prepaid: false,
			held: DEPOSIT + BOND,
		};
		assert_eq!(last_event(), anchored);
		assert_eq!(on_hold(CARRIER, HoldReason::Batch), DEPOSIT + BOND);
		let info = SensorAttestation::batch(id_of(batch)).unwrap();
		assert_eq!((info.batch, info.hash), (batch.clone(), batch.hash()));
		assert_eq!((info.anchored_at, info.submitter), (T0, CARRIER));
		assert_eq!((info.is_disputed, info.erased_at, info.is_available), (false, None, true));
		assert_eq!(info.prunable_from, T0 + 30 * DAY);
		let next = stream(&device);
		assert_eq!((next.next_seq, next.prev, next.batches), (1, batch.hash(), 1));
		assert_eq!((next.last_batched, next.missed), (Some(14), 0));
		let told = Listener::batches();
		assert_eq!(told.len(), 1);
		assert_eq!(told[0].id, id_of(batch));
		let facts = <SensorAttestation as BatchRegistry>::batch(&id_of(batch)).unwrap();
		assert_eq!(told[0].facts, facts);
		assert_eq!((facts.root, facts.count, facts.has_content), (batch.root, 5, false));
		assert_eq!(SensorAttestation::submitter(&id_of(batch)), Some(CARRIER));
	});
}

#[test]
fn batches_should_continue_each_other_and_count_what_is_missing() {
	run(|| {
		let device = sensor(1);
		let mut chain = vec![];
		for first in [10, 15, 23] {
			pass(HOUR);
			let batch = built(&device, &readings(first, 5)).batch;
			assert_ok!(anchor(&device, &batch));
			chain.push(batch);
		}
		assert_eq!(stream(&device).missed, 3);
		assert_eq!(check_chain(&chain), Ok(()));
	});
}

#[test]
fn batch_should_be_refused_when_it_does_not_continue_the_chain() {
	run(|| {
		let device = sensor(1);
		assert_ok!(anchor(&device, &built(&device, &readings(1, 5)).batch));
		pass(HOUR);
		let next = built(&device, &readings(6, 5)).batch;
		for seq in [0, 2] {
			refused(&device, Batch { seq, ..next.clone() }, Error::<Test>::SequenceMismatch);
		}
		let forked = Batch { prev: H256::repeat_byte(1), ..next.clone() };
		refused(&device, forked, Error::<Test>::BrokenChain);
		let overlapping = built(&device, &readings(5, 5)).batch;
		refused(&device, overlapping, Error::<Test>::CounterNotIncreasing);
		let earlier = Batch { t_start: T0 - 1, ..next.clone() };
		refused(&device, earlier, Error::<Test>::TimeNotMonotonic);
		assert_ok!(anchor(&device, &next));
	});
}

#[test]
fn batch_should_be_refused_when_it_contradicts_itself_or_its_stream() {
	run(|| {
		let device = sensor(1);
		let batch = built(&device, &readings(1, 5)).batch;
		for malformed in [
			Batch { count: 0, ..batch.clone() },
			Batch { count: 65_537, last_ctr: 99_999, ..batch.clone() },
			Batch { last_ctr: 4, ..batch.clone() },
			Batch { t_start: batch.t_end + 1, ..batch.clone() },
		] {
			refused(&device, malformed, Error::<Test>::MalformedBatch);
		}
		let hot = Reading { value: 301, ..readings(1, 1)[0] };
		refused(&device, built(&device, &[hot]).batch, Error::<Test>::OutOfRange);
		let elsewhere = Batch { stream: 9, ..batch };
		refused(&device, elsewhere, Error::<Test>::StreamNotFound);
	});
}

#[test]
fn implausible_batch_should_be_kept_where_the_stream_marks_only() {
	run(|| {
		let lenient = StreamSpec { implausible: Implausible::MarkBad, ..spec() };
		let device = prepare(registered(1), lenient);
		let hot = Reading { value: 301, ..readings(1, 1)[0] };
		assert_ok!(anchor(&device, &built(&device, &[hot]).batch));
	});
}

#[test]
fn aggregates_that_concern_a_person_should_be_refused() {
	run(|| {
		let device = prepare(registered(1), personal());
		let told = built(&device, &readings(1, 5)).batch;
		refused(&device, told, Error::<Test>::PersonalData);
		assert_ok!(anchor(&device, &bare(&device)));
	});
}

#[test]
fn batch_should_be_refused_outside_of_its_time() {
	run(|| {
		let device = sensor(1);
		let at = |t: Moment| Batch { t_start: t, t_end: t, ..bare(&device) };
		refused(&device, at(T0 + 120_001), Error::<Test>::ClockSkew);
		refused(&device, at(T0 - 90 * DAY - 1), Error::<Test>::BatchTooOld);
		assert_ok!(anchor(&device, &at(T0 - 90 * DAY)));
	});
}

#[test]
fn late_batches_should_be_taken_within_their_budget() {
	run(|| {
		let device = sensor(1);
		let late = |first| {
			let t = T0 - 2 * DAY + first;
			Batch { first_ctr: first, last_ctr: first + 4, t_start: t, t_end: t, ..bare(&device) }
		};
		assert_ok!(anchor(&device, &late(1)));
		assert_ok!(anchor(&device, &late(11)));
		refused(&device, late(21), Error::<Test>::LateBudgetUsedUp);
		pass(HOUR);
		assert_ok!(anchor(&device, &late(21)));
		refused(&device, late(31), Error::<Test>::LateBudgetUsedUp);
		// One that is not late costs nothing of it.
		let t = now() - DAY;
		let batch = Batch { first_ctr: 31, last_ctr: 35, t_start: t, t_end: t, ..bare(&device) };
		assert_ok!(anchor(&device, &batch));
	});
}

#[test]
fn stream_should_have_as_many_batches_as_it_may_and_no_more() {
	run(|| {
		let device = sensor(1);
		for n in 0..MAX_BATCHES {
			pass(HOUR);
			assert_ok!(anchor(&device, &built(&device, &readings(1 + u64::from(n) * 5, 5)).batch));
		}
		pass(HOUR);
		let next = built(&device, &readings(100, 5)).batch;
		refused(&device, next, Error::<Test>::TooManyBatches);
		let remove = SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM);
		assert_noop!(remove, Error::<Test>::StreamInUse);
	});
}

#[test]
fn bracket_should_name_a_block_of_this_chain() {
	run(|| {
		let device = sensor(1);
		pass(MINUTE);
		pass(MINUTE);
		let bracketed =
			|number, hash| Batch { bracket: Some(TimeBracket { number, hash }), ..bare(&device) };
		let known = System::block_hash(2);
		// As if it were too long ago.
		frame_system::BlockHash::<Test>::remove(1);
		let zero = H256::zero();
		for (number, hash) in
			[(2, H256::repeat_byte(9)), (1, known), (1, zero), (3, known), (99, zero)]
		{
			refused(&device, bracketed(number, hash), Error::<Test>::UnknownBracket);
		}
		assert_ok!(anchor(&device, &bracketed(2, known)));
	});
}

#[test]
fn gateway_should_sign_for_a_device_only_when_its_owner_named_it() {
	run(|| {
		let device = sensor(1);
		let gateway = TestDevice::new(KeyAlgorithm::P256, 2);
		gateway.register(STRANGER, MODEL);
		let signed_by_gateway = |first| {
			let assurance = Assurance::GatewaySigned(gateway.id());
			let place = BatchPlace { assurance, ..place(&device) };
			build_batch(place, true, readings(first, 5)).unwrap().batch
		};
		let submit = |batch: Batch| {
			let signature = gateway.op(0).sign(&GENESIS, &batch);
			dispatch(signed(CARRIER), Call::submit_batch { batch, key_index: 0, signature })
		};
		assert_noop!(submit(signed_by_gateway(1)), Error::<Test>::NotGateway);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		// Its signature does not make it the device's.
		let as_device = Batch { assurance: Assurance::DeviceSigned, ..signed_by_gateway(1) };
		assert_noop!(submit(as_device), Error::<Test>::BadSignature);
		let batch = signed_by_gateway(1);
		let id = id_of(&batch);
		assert_ok!(submit(batch));
		let kept = SensorAttestation::batch(id).unwrap().batch;
		assert_eq!(kept.assurance, Assurance::GatewaySigned(gateway.id()));
		TestRegistry::set_owner(device.id(), BUYER);
		pass(HOUR);
		assert_noop!(submit(signed_by_gateway(6)), Error::<Test>::NotGateway);
	});
}

#[test]
fn owner_should_assert_what_nothing_signed() {
	run(|| {
		let device = sensor(1);
		let asserted = || {
			let place = BatchPlace { assurance: Assurance::OwnerAsserted, ..place(&device) };
			build_batch(place, true, readings(1, 5)).unwrap().batch
		};
		let batch = asserted();
		refused(&device, batch.clone(), Error::<Test>::WrongAssurance);
		let wrong = SensorAttestation::assert_batch(signed(OWNER), bare(&device));
		assert_eq!(
			error_of(wrong.map(|_| ()).map_err(|refused| refused.error)),
			Error::<Test>::WrongAssurance.into()
		);
		let paid = SensorAttestation::assert_batch(signed(OWNER), batch.clone()).unwrap();
		assert_eq!(paid.actual_weight, Some(<() as WeightInfo>::assert_batch() + TOLD));
		let Event::BatchAnchored { key_index, submitter, .. } = last_event() else { panic!() };
		assert_eq!((key_index, submitter), (None, OWNER));
		assert_eq!(on_hold(OWNER, HoldReason::Batch), DEPOSIT + BOND);
		// What the device signs then counts for itself.
		pass(HOUR);
		assert_ok!(anchor(&device, &built(&device, &readings(1, 5)).batch));
	});
}

#[test]
fn batch_should_be_refused_when_the_device_is_gone_or_ended() {
	run(|| {
		let device = sensor(1);
		let batch = bare(&device);
		TestRegistry::set_state(device.id(), DeviceState::Suspended);
		refused(&device, batch.clone(), Error::<Test>::KeyHasNoAuthority);
		TestRegistry::set_state(device.id(), DeviceState::Revoked);
		refused(&device, batch.clone(), Error::<Test>::DeviceEnded);
		TestRegistry::remove_device(device.id());
		refused(&device, batch, Error::<Test>::DeviceNotFound);
	});
}

#[test]
fn nobody_should_speak_for_a_device_that_is_not_in_use() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		let batch = |assurance| {
			let place = BatchPlace { assurance, ..place(&device) };
			build_batch(place, true, readings(1, 5)).unwrap().batch
		};
		let by_gateway = batch(Assurance::GatewaySigned(gateway.id()));
		let signature = gateway.op(0).sign(&GENESIS, &by_gateway);
		let submit = Call::submit_batch { batch: by_gateway, key_index: 0, signature };
		let assert = Call::assert_batch { batch: batch(Assurance::OwnerAsserted) };
		for state in [DeviceState::Suspended, DeviceState::Lost, DeviceState::Registered] {
			TestRegistry::set_state(device.id(), state);
			for call in [&submit, &assert] {
				assert_noop!(dispatch(signed(OWNER), call.clone()), Error::<Test>::DeviceNotInUse);
			}
		}
		TestRegistry::set_state(device.id(), DeviceState::Active);
		assert_ok!(dispatch(signed(OWNER), submit));
	});
}

#[test]
fn gateway_should_lose_its_right_when_it_is_sold_itself() {
	run(|| {
		let device = sensor(1);
		let gateway = registered(2);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		assert_eq!(SensorAttestation::gateways_of(device.id()), [gateway.id()]);
		TestRegistry::set_owner(gateway.id(), BUYER);
		gateway.use_key(0);
		assert_eq!(SensorAttestation::gateways_of(device.id()), []);
		let place =
			BatchPlace { assurance: Assurance::GatewaySigned(gateway.id()), ..place(&device) };
		let batch = build_batch(place, true, readings(1, 5)).unwrap().batch;
		let signature = gateway.op(0).sign(&GENESIS, &batch);
		let submit = Call::submit_batch { batch, key_index: 0, signature };
		assert_noop!(dispatch(signed(CARRIER), submit), Error::<Test>::NotGateway);
		// What counts for nobody, anybody may clear away.
		let cleared =
			SensorAttestation::remove_gateway(signed(STRANGER), device.id(), gateway.id());
		assert_ok!(cleared);
	});
}

#[test]
fn batch_should_be_refused_while_work_is_paused() {
	run(|| {
		let device = sensor(1);
		let batch = bare(&device);
		assert_ok!(SensorAttestation::pause(trustees()));
		refused(&device, batch, Error::<Test>::Paused);
	});
}

fn with_content(device: &TestDevice) -> Batch {
	let cid = vec![1, 0x55, 0x12, 0x20].try_into().unwrap();
	let content = ContentId { codec: 0x51, cid };
	built(device, &readings(1, 5)).with_content(content).batch
}

#[test]
fn erasure_should_leave_root_and_tombstone() {
	run(|| {
		let device = sensor(1);
		let batch = with_content(&device);
		let id = id_of(&batch);
		assert_ok!(anchor(&device, &batch));
		pass(HOUR);
		assert_ok!(SensorAttestation::record_erasure(trustees(), id));
		assert_eq!(last_event(), Event::BatchErased { id });
		let info = SensorAttestation::batch(id).unwrap();
		assert_eq!((info.batch.content.clone(), info.erased_at), (None, Some(now())));
		assert_eq!((info.batch.root, info.hash), (batch.root, batch.hash()));
		assert!(!info.is_available);
		let again = SensorAttestation::record_erasure(trustees(), id);
		assert_noop!(again, Error::<Test>::NothingToErase);
	});
}

#[test]
fn batch_should_be_pruned_after_its_retention_and_return_everything() {
	run(|| {
		let device = sensor(1);
		let batch = built(&device, &readings(1, 5)).batch;
		let id = id_of(&batch);
		assert_ok!(anchor(&device, &batch));
		pass(30 * DAY - 1);
		let prune = || SensorAttestation::prune_batch(signed(STRANGER), id);
		assert_noop!(prune(), Error::<Test>::RetentionNotOver);
		pass(1);
		assert_ok!(prune());
		assert_eq!(last_event(), Event::BatchPruned { id, standing: Some(5_250) });
		assert_eq!(Balances::free_balance(CARRIER), START);
		assert_eq!((stream(&device).batches, source(&device).standing), (0, 5_250));
		assert_noop!(prune(), Error::<Test>::BatchNotFound);
		// The chain goes on where it was.
		assert_eq!((stream(&device).next_seq, stream(&device).prev), (1, batch.hash()));
		let erase = SensorAttestation::record_erasure(signed(OWNER), id);
		assert_noop!(erase, Error::<Test>::BatchNotFound);
	});
}

#[test]
fn largest_batch_should_be_anchored_and_its_readings_proven() {
	run(|| {
		let device = sensor(1);
		let readings: Vec<_> = (0..u64::from(MAX_BATCH_READINGS))
			.map(|n| Reading { t_ms: T0 - 65_536 + n, value: (n % 500) as i64 - 250, ..reading(n) })
			.collect();
		let built = built(&device, &readings);
		assert_ok!(anchor(&device, &built.batch));
		let id = id_of(&built.batch);
		for index in [0, 1, 32_767, 32_768, 65_535] {
			let proof = proof(&built, &readings, index);
			assert_eq!(proof.path.len(), 16);
			let proven = SensorAttestation::check_reading(id, proof.clone()).unwrap();
			assert_eq!(proven.reading, readings[index as usize]);
			assert_ok!(SensorAttestation::prove_reading(signed(STRANGER), id, proof));
		}
	});
}
