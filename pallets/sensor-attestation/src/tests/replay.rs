// SPDX-License-Identifier: Apache-2.0

//! What a device signs counts once, for this device, on one chain, as what it is. Readings, carried
//! and over the feeless lane, and batches meet every way to misuse them, with every algorithm.

use super::*;
use frame_support::traits::Authorize;
use mote_pallet_testing::{flawed_signature, Flaw};
use sp_runtime::transaction_validity::TransactionSource;

/// A device, and another one that is prepared alike.
struct Pair {
	device: TestDevice,
	other: TestDevice,
}

impl Pair {
	fn prepare(algorithm: KeyAlgorithm) -> Self {
		let new = |seed| {
			let device = TestDevice::new(algorithm, seed);
			device.register(OWNER, MODEL);
			prepare(device, spec())
		};
		Self { device: new(1), other: new(2) }
	}

	/// The three ways in, each with a signature that has this flaw.
	fn submissions(&self, flaw: Flaw) -> [Call<Test>; 3] {
		let said = |device| says(device, reading(7));
		let (reading, elsewhere) = (said(&self.device), said(&self.other));
		let by = self.device.op(0);
		let signature = flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &reading, &elsewhere, flaw);
		let batch = |device| built(device, &readings(1, 5)).batch;
		let (batch, elsewhere) = (batch(&self.device), batch(&self.other));
		let over_batch = flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &batch, &elsewhere, flaw);
		[
			Call::carry_reading { reading, key_index: 0, signature },
			Call::submit_reading { reading, key_index: 0, signature },
			Call::submit_batch { batch, key_index: 0, signature: over_batch },
		]
	}

	fn set_key(&self, key: &Signer, life: KeyLife) {
		TestRegistry::set_key(self.device.id(), 0, key.key(), KeyPurposes::ASSERT, life);
	}
}

/// Sends a call as its kind of transaction; what the feeless lane refuses comes as `Err(None)`.
fn send(call: &Call<Test>) -> Result<(), Option<DispatchError>> {
	let origin = match call {
		Call::submit_reading { .. } => {
			call.authorize(TransactionSource::InBlock).unwrap().map_err(|_| None)?;
			frame_system::RawOrigin::Authorized.into()
		},
		_ => signed(CARRIER),
	};
	dispatch(origin, call.clone()).map_err(Some)
}

fn assert_refused(call: &Call<Test>, error: Error<Test>) {
	let result =
		frame_support::storage::with_storage_layer::<(), DispatchError, _>(|| match send(call) {
			Ok(()) => Err("accepted".into()),
			Err(None) => Ok(()),
			Err(Some(found)) => {
				assert_eq!(found, error.into(), "{call:?}");
				Ok(())
			},
		});
	assert_eq!(result, Ok(()), "{call:?}");
}

fn with_each_algorithm(test: impl Fn(&Pair)) {
	for algorithm in KeyAlgorithm::ALL {
		run(|| test(&Pair::prepare(algorithm)));
	}
}

#[test]
fn flawed_signatures_should_be_refused_and_flawless_ones_accepted() {
	with_each_algorithm(|pair| {
		let mut refused = 0;
		for flaw in Flaw::all(1) {
			for call in &pair.submissions(flaw)[..2] {
				assert_refused(call, Error::<Test>::BadSignature);
				refused += 1;
			}
		}
		for flaw in Flaw::all(2) {
			assert_refused(&pair.submissions(flaw)[2], Error::<Test>::BadSignature);
			refused += 1;
		}
		assert!(refused > 150, "only {refused}");
		let [carried, _, batch] = pair.submissions(Flaw::Nothing);
		assert_eq!(send(&carried), Ok(()));
		assert_eq!(send(&batch), Ok(()));
	});
}

#[test]
fn changed_content_should_be_refused() {
	with_each_algorithm(|pair| {
		let [carried, lane, anchored] = pair.submissions(Flaw::Nothing);
		let Call::carry_reading { reading, key_index, signature } = carried.clone() else {
			panic!("not a reading");
		};
		let said = reading.reading;
		let other = Reading { stream: 4, ..said };
		let declaration = Declaration::Own(spec());
		let id = pair.device.id();
		assert_ok!(SensorAttestation::declare_stream(signed(OWNER), id, 4, declaration));
		for changed in [
			DeviceReading { device: pair.other.id(), ..reading },
			DeviceReading { reading: other, ..reading },
			DeviceReading { reading: Reading { counter: 8, ..said }, ..reading },
			DeviceReading { reading: Reading { t_ms: said.t_ms + 1, ..said }, ..reading },
			DeviceReading { reading: Reading { value: 0, ..said }, ..reading },
			DeviceReading { reading: Reading { quality: Quality::Uncertain, ..said }, ..reading },
		] {
			let reading = changed;
			let call = Call::carry_reading { reading, key_index, signature };
			assert_refused(&call, Error::<Test>::BadSignature);
			let call = Call::submit_reading { reading, key_index, signature };
			assert_refused(&call, Error::<Test>::BadSignature);
		}
		let Call::submit_batch { batch, signature, .. } = anchored else { panic!("no batch") };
		let of = batch.aggregates.unwrap();
		let content = ContentId { codec: 1, cid: Default::default() };
		for changed in [
			Batch { first_ctr: 0, ..batch.clone() },
			Batch { last_ctr: 6, ..batch.clone() },
			Batch { t_start: batch.t_start + 1, ..batch.clone() },
			Batch { t_end: batch.t_end + 1, ..batch.clone() },
			Batch { root: H256::zero(), ..batch.clone() },
			Batch { aggregates: None, ..batch.clone() },
			Batch { aggregates: Some(Aggregates { sum: of.sum + 1, ..of }), ..batch.clone() },
			Batch { content: Some(content), ..batch.clone() },
		] {
			let call = Call::submit_batch { batch: changed, key_index, signature };
			assert_refused(&call, Error::<Test>::BadSignature);
		}
		assert_eq!(send(&lane), Ok(()));
	});
}

#[test]
fn what_was_accepted_should_be_refused_whoever_brings_it_again() {
	with_each_algorithm(|pair| {
		let [carried, lane, batch] = pair.submissions(Flaw::Nothing);
		assert_eq!(send(&carried), Ok(()));
		assert_refused(&carried, Error::<Test>::CounterReplayed);
		assert_refused(&lane, Error::<Test>::CounterReplayed);
		assert_eq!(send(&batch), Ok(()));
		assert_refused(&batch, Error::<Test>::SequenceMismatch);
		pass(HOUR);
		assert_refused(&carried, Error::<Test>::CounterReplayed);
		assert_refused(&batch, Error::<Test>::SequenceMismatch);
	});
}

#[test]
fn lane_should_refuse_what_was_carried_and_the_other_way_round() {
	with_each_algorithm(|pair| {
		let [carried, lane, _] = pair.submissions(Flaw::Nothing);
		assert_eq!(send(&lane), Ok(()));
		assert_refused(&carried, Error::<Test>::CounterReplayed);
		assert_refused(&lane, Error::<Test>::CounterReplayed);
	});
}

#[test]
fn everything_should_be_refused_when_the_key_was_rotated() {
	with_each_algorithm(|pair| {
		let calls = pair.submissions(Flaw::Nothing);
		pair.set_key(&pair.device.op(0), KeyLife::Superseded(0));
		for call in &calls {
			assert_refused(call, Error::<Test>::KeyHasNoAuthority);
		}
		// Another key has the same number.
		pair.set_key(&pair.device.op(1), KeyLife::Live);
		for call in &calls {
			assert_refused(call, Error::<Test>::BadSignature);
		}
	});
}

#[test]
fn everything_should_be_refused_when_the_key_was_revoked_or_sold_with_the_device() {
	with_each_algorithm(|pair| {
		let calls = pair.submissions(Flaw::Nothing);
		pair.set_key(&pair.device.op(0), KeyLife::Revoked);
		for call in &calls {
			assert_refused(call, Error::<Test>::KeyHasNoAuthority);
		}
		pair.set_key(&pair.device.op(0), KeyLife::Live);
		TestRegistry::set_owner(pair.device.id(), BUYER);
		for call in &calls {
			assert_refused(call, Error::<Test>::KeyHasNoAuthority);
		}
	});
}

#[test]
fn everything_should_be_refused_when_the_device_has_ended() {
	for state in [DeviceState::Decommissioned, DeviceState::Revoked] {
		with_each_algorithm(|pair| {
			let calls = pair.submissions(Flaw::Nothing);
			TestRegistry::set_state(pair.device.id(), state);
			for call in &calls[..2] {
				assert_refused(call, Error::<Test>::KeyHasNoAuthority);
			}
			assert_refused(&calls[2], Error::<Test>::DeviceEnded);
		});
	}
}

#[test]
fn batches_of_a_stream_should_not_count_again_when_it_is_declared_anew() {
	with_each_algorithm(|pair| {
		let batch = &pair.submissions(Flaw::Nothing)[2];
		let id = pair.device.id();
		assert_eq!(send(batch), Ok(()));
		pass(30 * DAY);
		let anchored = BatchId { device: id, stream: STREAM, seq: 0 };
		assert_ok!(SensorAttestation::prune_batch(signed(STRANGER), anchored));
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), id, STREAM));
		let own = Declaration::Own(spec());
		assert_ok!(SensorAttestation::declare_stream(signed(OWNER), id, STREAM, own));
		assert_refused(batch, Error::<Test>::BrokenChain);
	});
}

#[test]
fn ecdsa_signature_should_not_count_again_in_its_other_form() {
	run(|| {
		let pair = Pair::prepare(KeyAlgorithm::P256);
		let [carried, lane, _] = pair.submissions(Flaw::Nothing);
		assert_eq!(send(&carried), Ok(()));
		let Call::submit_reading { reading, signature, .. } = lane else { panic!("no reading") };
		// The order of P-256's group less `s` verifies as well.
		let order =
			hex_literal::hex!("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
		let mut raw = *signature.as_bytes();
		let mut borrow = 0i16;
		for (byte, order) in raw[32..].iter_mut().zip(order).rev() {
			let difference = i16::from(order) - i16::from(*byte) - borrow;
			borrow = i16::from(difference < 0);
			*byte = difference.rem_euclid(256) as u8;
		}
		let other = DeviceSignature::P256(raw);
		assert_ne!(other, signature);
		let key = pair.device.op(0).key();
		assert!(other.verify(&signing_bytes(&GENESIS, &reading), &key));
		let call = Call::carry_reading { reading, key_index: 0, signature: other };
		assert_refused(&call, Error::<Test>::CounterReplayed);
	});
}
