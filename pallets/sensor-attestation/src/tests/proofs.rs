// SPDX-License-Identifier: Apache-2.0

//! What readings prove, for a batch and against it.

use super::*;

struct Anchored {
	device: TestDevice,
	built: BuiltBatch,
	readings: Vec<Reading>,
}

impl Anchored {
	/// A batch of five readings, anchored as it is.
	fn honest() -> Self {
		Self::twisted(|_| {})
	}

	/// A batch of five readings, whose device said something else about it than is true.
	fn twisted(twist: impl FnOnce(&mut Batch)) -> Self {
		Self::of(readings(10, 5), twist)
	}

	fn of(readings: Vec<Reading>, twist: impl FnOnce(&mut Batch)) -> Self {
		let device = sensor(1);
		let mut built = built(&device, &readings);
		twist(&mut built.batch);
		assert_ok!(anchor(&device, &built.batch));
		Self { device, built, readings }
	}

	/// Readings that no honest builder takes, under one root.
	fn disordered(readings: Vec<Reading>, twist: impl FnOnce(&mut Batch)) -> Self {
		let device = sensor(1);
		let mut built = built(&device, &super::readings(10, 5));
		built.tree = merkle::Tree::new(readings.iter().map(Reading::leaf).collect()).unwrap();
		built.batch.root = built.tree.root();
		built.batch.aggregates = None;
		twist(&mut built.batch);
		assert_ok!(anchor(&device, &built.batch));
		Self { device, built, readings }
	}

	fn id(&self) -> BatchId {
		id_of(&self.built.batch)
	}

	fn proof(&self, index: u32) -> ReadingProof {
		proof(&self.built, &self.readings, index)
	}

	fn challenge(&self, evidence: Evidence) -> DispatchResult {
		SensorAttestation::challenge_batch(signed(STRANGER), self.id(), evidence)
	}

	/// The batch is disputed by this evidence, for this reason.
	fn assert_disputed(&self, evidence: Evidence, contradiction: Contradiction) {
		assert_ok!(self.challenge(evidence.clone()));
		let disputed = Event::BatchDisputed {
			id: self.id(),
			contradiction,
			challenger: STRANGER,
			bond: BOND,
			standing: Some(2_500),
		};
		assert_eq!(last_event(), disputed);
		assert_eq!(Balances::free_balance(STRANGER), START + BOND);
		assert_eq!(on_hold(CARRIER, HoldReason::Batch), DEPOSIT);
		assert_eq!(SensorAttestation::standing(&self.device.id()), Some(2_500));
		assert_noop!(self.challenge(evidence), Error::<Test>::BatchDisputed);
		let proof = self.proof(0);
		let proven = SensorAttestation::prove_reading(signed(STRANGER), self.id(), proof.clone());
		assert_noop!(proven, Error::<Test>::BatchDisputed);
		let asked = SensorAttestation::check_reading(self.id(), proof);
		assert_eq!(asked, Err(NotProven::Disputed));
	}
}

#[test]
fn every_reading_of_a_batch_should_be_proven_with_what_brackets_it() {
	run(|| {
		pass(MINUTE);
		let bracket = TimeBracket { number: 1, hash: System::block_hash(1) };
		let batch = Anchored::twisted(|batch| batch.bracket = Some(bracket));
		for (index, reading) in (0..).zip(batch.readings.clone()) {
			let proof = batch.proof(index);
			let proven = ProvenReading {
				device: batch.device.id(),
				reading,
				assurance: Assurance::DeviceSigned,
				key_index: Some(0),
				incarnation: 0,
				not_before: Some(bracket),
				not_after: now(),
			};
			assert_eq!(
				SensorAttestation::prove(&batch.id(), index, &reading, &proof.path),
				Ok(proven)
			);
			assert_ok!(SensorAttestation::prove_reading(signed(STRANGER), batch.id(), proof));
			let event = Event::ReadingProven { id: batch.id(), index, proven, prover: STRANGER };
			assert_eq!(last_event(), event);
		}
	});
}

#[test]
fn nothing_else_should_be_proven() {
	run(|| {
		let batch = Anchored::honest();
		let honest = batch.proof(2);
		let mut short = honest.clone();
		short.path.pop();
		let mut other_path = honest.clone();
		other_path.path[0] = H256::repeat_byte(1);
		let value = Reading { value: 0, ..honest.reading };
		for forged in [
			ReadingProof { index: 3, ..honest.clone() },
			ReadingProof { index: 9, ..honest.clone() },
			ReadingProof { reading: value, ..honest.clone() },
			short,
			other_path,
		] {
			let call =
				|| SensorAttestation::prove_reading(signed(STRANGER), batch.id(), forged.clone());
			assert_noop!(call(), Error::<Test>::BadProof);
		}
		let other = BatchId { seq: 1, ..batch.id() };
		let unknown = SensorAttestation::prove_reading(signed(STRANGER), other, honest);
		assert_noop!(unknown, Error::<Test>::BatchNotFound);
	});
}

#[test]
fn proofs_should_not_count_when_nobody_keeps_the_content() {
	run(|| {
		let content = ContentId { codec: 0x51, cid: vec![1, 2, 3].try_into().unwrap() };
		let batch = Anchored::twisted(|batch| batch.content = Some(content));
		let prove =
			|| SensorAttestation::prove_reading(signed(STRANGER), batch.id(), batch.proof(0));
		assert_ok!(prove());
		Shelf::lose(true);
		assert_noop!(prove(), Error::<Test>::BatchUnavailable);
		// Its aggregates still count.
		let info = SensorAttestation::batch(batch.id()).unwrap();
		assert!(!info.is_available && info.batch.aggregates.is_some());
		Shelf::lose(false);
		assert_ok!(prove());
		// Whoever owns the device cannot make it unprovable.
		let veto = SensorAttestation::record_erasure(signed(OWNER), batch.id());
		assert_noop!(veto, Error::<Test>::NotPersonal);
		assert_ok!(prove());
		assert_ok!(SensorAttestation::record_erasure(trustees(), batch.id()));
		assert_noop!(prove(), Error::<Test>::BatchUnavailable);
	});
}

#[test]
fn reading_of_a_person_should_not_be_shown_on_the_chain() {
	run(|| {
		let device = prepare(registered(1), personal());
		let readings = readings(1, 5);
		let content = ContentId { codec: 0x51, cid: vec![1, 2, 3].try_into().unwrap() };
		let built = build_batch(place(&device), false, readings.clone())
			.unwrap()
			.with_content(content);
		assert_ok!(anchor(&device, &built.batch));
		let (id, proof) = (id_of(&built.batch), proof(&built, &readings, 0));
		let shown = SensorAttestation::prove_reading(signed(STRANGER), id, proof.clone());
		assert_noop!(shown, Error::<Test>::PersonalData);
		// Who asks a node, or a pallet with a purpose of its own, gets an answer until the content
		// is erased.
		assert_ok!(SensorAttestation::check_reading(id, proof.clone()));
		assert_ok!(SensorAttestation::record_erasure(signed(OWNER), id));
		let asked = SensorAttestation::check_reading(id, proof);
		assert_eq!(asked, Err(NotProven::Unavailable));
	});
}

#[test]
fn proofs_should_count_when_the_batch_never_said_where_its_content_is() {
	run(|| {
		let batch = Anchored::honest();
		Shelf::lose(true);
		assert_ok!(SensorAttestation::check_reading(batch.id(), batch.proof(0)));
	});
}

#[test]
fn value_that_the_stream_excludes_should_prove_nothing_or_be_bad() {
	let hot = |n| Reading { value: 1_000_000_000, ..readings(10, 5)[n] };
	run(|| {
		let mut all = readings(10, 5);
		all[1] = hot(1);
		let batch = Anchored::disordered(all, |_| {});
		assert_ok!(SensorAttestation::check_reading(batch.id(), batch.proof(0)));
		let asked = SensorAttestation::check_reading(batch.id(), batch.proof(1));
		assert_eq!(asked, Err(NotProven::Implausible));
		let shown = SensorAttestation::prove_reading(signed(STRANGER), batch.id(), batch.proof(1));
		assert_noop!(shown, Error::<Test>::OutOfRange);
	});
	run(|| {
		let spec = StreamSpec { implausible: Implausible::MarkBad, ..spec() };
		let device = prepare(registered(1), spec);
		let mut all = readings(10, 5);
		all[1] = hot(1);
		let built = build_batch(place(&device), false, &all).unwrap();
		assert_ok!(anchor(&device, &built.batch));
		let of = |index| {
			let proof = proof(&built, &all, index);
			SensorAttestation::check_reading(id_of(&built.batch), proof).unwrap().reading
		};
		assert_eq!(of(0), all[0]);
		assert_eq!(of(1), Reading { quality: Quality::Bad, ..all[1] });
	});
}

#[test]
fn reading_that_contradicts_its_batch_should_prove_nothing_but_that() {
	run(|| {
		let batch = Anchored::twisted(|batch| batch.t_end -= 1);
		let last = batch.proof(4);
		let prove = SensorAttestation::prove_reading(signed(STRANGER), batch.id(), last.clone());
		assert_noop!(prove, Error::<Test>::ReadingContradictsBatch);
		let asked = SensorAttestation::check_reading(batch.id(), last);
		assert_eq!(asked, Err(NotProven::Contradictory));
	});
}

#[test]
fn honest_batch_should_stand_against_every_reading_of_it() {
	run(|| {
		let batch = Anchored::honest();
		for index in 0..5 {
			let shown = Evidence::Reading(batch.proof(index));
			assert_noop!(batch.challenge(shown), Error::<Test>::NoContradiction);
		}
		for index in 0..4 {
			let shown = Evidence::Neighbours(batch.proof(index), batch.proof(index + 1));
			assert_noop!(batch.challenge(shown), Error::<Test>::NoContradiction);
		}
		// The wrong way round, or not next to each other.
		for (before, after) in [(3, 2), (1, 3), (2, 2)] {
			let shown = Evidence::Neighbours(batch.proof(before), batch.proof(after));
			assert_noop!(batch.challenge(shown), Error::<Test>::NoContradiction);
		}
		let forged = ReadingProof { index: 3, ..batch.proof(2) };
		for shown in [
			Evidence::Reading(forged.clone()),
			Evidence::Neighbours(batch.proof(2), forged.clone()),
			Evidence::Neighbours(forged, batch.proof(2)),
		] {
			assert_noop!(batch.challenge(shown), Error::<Test>::BadProof);
		}
		let unknown = BatchId { seq: 9, ..batch.id() };
		let shown = Evidence::Reading(batch.proof(0));
		let challenge = SensorAttestation::challenge_batch(signed(STRANGER), unknown, shown);
		assert_noop!(challenge, Error::<Test>::BatchNotFound);
	});
}

#[test]
fn batch_should_be_disputed_by_a_value_outside_of_its_aggregates() {
	run(|| {
		let batch = Anchored::twisted(|batch| {
			let of = batch.aggregates.as_mut().unwrap();
			of.min = -184;
			of.first = -184;
			of.sum += 3;
		});
		batch.assert_disputed(Evidence::Reading(batch.proof(0)), Contradiction::Value);
	});
}

#[test]
fn batch_should_be_disputed_by_a_time_outside_of_it() {
	run(|| {
		let batch = Anchored::twisted(|batch| batch.t_end -= 1);
		batch.assert_disputed(Evidence::Reading(batch.proof(4)), Contradiction::Time);
	});
}

#[test]
fn batch_should_be_disputed_by_a_counter_that_cannot_stand_there() {
	run(|| {
		let batch = Anchored::twisted(|batch| batch.last_ctr += 1);
		batch.assert_disputed(Evidence::Reading(batch.proof(4)), Contradiction::Counter);
	});
}

#[test]
fn batch_should_be_disputed_by_a_reading_of_another_stream() {
	run(|| {
		let mut mixed = readings(10, 5);
		mixed[2].stream = 9;
		let batch = Anchored::disordered(mixed, |_| {});
		batch.assert_disputed(Evidence::Reading(batch.proof(2)), Contradiction::Stream);
	});
}

#[test]
fn batch_should_be_disputed_by_neighbours_out_of_order() {
	run(|| {
		let mut swapped = readings(10, 5);
		swapped[1].counter = 12;
		swapped[2].counter = 11;
		let batch = Anchored::disordered(swapped, |batch| batch.last_ctr += 5);
		let shown = Evidence::Neighbours(batch.proof(1), batch.proof(2));
		batch.assert_disputed(shown, Contradiction::Order);
	});
}

#[test]
fn submitter_should_lose_no_more_than_the_bond_and_gain_nothing_by_itself() {
	run(|| {
		let batch = Anchored::twisted(|batch| batch.t_end -= 1);
		let shown = Evidence::Reading(batch.proof(4));
		let own = SensorAttestation::challenge_batch(signed(CARRIER), batch.id(), shown);
		assert_ok!(own);
		assert_eq!(on_hold(CARRIER, HoldReason::Batch), DEPOSIT);
		assert_eq!(Balances::free_balance(CARRIER), START - DEPOSIT);
		pass(30 * DAY);
		assert_ok!(SensorAttestation::prune_batch(signed(STRANGER), batch.id()));
		// Standing does not rise for a batch that was wrong.
		let pruned = Event::BatchPruned { id: batch.id(), standing: Some(2_500) };
		assert_eq!(last_event(), pruned);
		assert_eq!(Balances::free_balance(CARRIER), START);
	});
}

#[test]
fn standing_of_a_gateway_should_fall_with_what_it_signed() {
	run(|| {
		let device = sensor(1);
		let gateway = sensor(2);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		let readings = readings(1, 5);
		let place =
			BatchPlace { assurance: Assurance::GatewaySigned(gateway.id()), ..place(&device) };
		let mut built = build_batch(place, true, &readings).unwrap();
		built.batch.t_end -= 1;
		let signature = gateway.op(0).sign(&GENESIS, &built.batch);
		let batch = built.batch.clone();
		assert_ok!(SensorAttestation::submit_batch(signed(CARRIER), batch, 0, signature));
		let id = id_of(&built.batch);
		let evidence = shown(&built, &readings, 4);
		assert_ok!(SensorAttestation::challenge_batch(signed(STRANGER), id, evidence));
		for device in [device, gateway] {
			assert_eq!(SensorAttestation::standing(&device.id()), Some(2_500));
		}
	});
}
