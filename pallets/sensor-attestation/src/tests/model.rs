// SPDX-License-Identifier: Apache-2.0

//! Random lives of two devices, step by step against a reference that knows nothing of windows,
//! rates or records: lists of all that was accepted.

use super::*;
use frame_support::traits::Authorize;
use proptest::prelude::*;
use sp_runtime::transaction_validity::TransactionSource;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Step {
	/// A device sends a reading: over the lane or carried, with this key and counter, at a time
	/// that differs from the chain's by so many seconds, with this value.
	Read { device: usize, by_lane: bool, key: u16, counter: u64, skew: i64, value: i64 },
	/// A device anchors a batch that begins so far above the last one, with this flaw if any.
	Anchor { device: usize, gap: u64, count: u64, flaw: u8 },
	/// The owner pays for so many batches in advance.
	Prepay { device: usize, batches: u32 },
	/// Time passes.
	Pass(Moment),
	/// Whatever can be pruned is.
	Prune,
	/// Somebody challenges the last batch of a device with every reading of it.
	Challenge { device: usize },
}

fn step() -> impl Strategy<Value = Step> {
	let device = 0..2usize;
	let read = (device.clone(), any::<bool>(), 0..3u16, 0..150u64, -90_000i64..200, -420..320i64);
	prop_oneof![
		8 => read.prop_map(|(device, by_lane, key, counter, skew, value)| Step::Read {
			device, by_lane, key, counter, skew, value
		}),
		3 => (device.clone(), 0..3u64, 1..6u64, 0..6u8)
			.prop_map(|(device, gap, count, flaw)| Step::Anchor { device, gap, count, flaw }),
		3 => (0..200_000u64).prop_map(Step::Pass),
		1 => (0..40 * DAY).prop_map(Step::Pass),
		1 => (device.clone(), 0..4u32)
			.prop_map(|(device, batches)| Step::Prepay { device, batches }),
		1 => Just(Step::Prune),
		1 => device.prop_map(|device| Step::Challenge { device }),
	]
}

#[derive(Default)]
struct Reference {
	/// Counters accepted, by key.
	accepted: BTreeMap<u16, BTreeSet<u64>>,
	/// The latest plausible reading, with its key.
	latest: Option<(u16, Reading)>,
	/// When readings came over the lane.
	sent: Vec<Moment>,
	/// Batches with what their readings are, the oldest first.
	batches: Vec<(BatchId, BuiltBatch, Vec<Reading>, bool)>,
	/// What of the owner's money waits for batches.
	prepaid: u64,
	next_seq: u64,
	last_counter: Option<u64>,
	last_end: Moment,
}

impl Reference {
	fn takes(&self, key: u16, reading: &Reading) -> bool {
		let counters = self.accepted.get(&key);
		let highest = counters.and_then(|seen| seen.last()).copied();
		let is_fresh = counters.is_none_or(|seen| !seen.contains(&reading.counter)) &&
			highest.is_none_or(|highest| reading.counter + 64 >= highest);
		let is_near = reading.t_ms + DAY >= now() && reading.t_ms <= now() + 120_000;
		let fits = self.latest.is_none_or(|(last_key, last)| {
			if (key, reading.counter) > (last_key, last.counter) {
				reading.t_ms >= last.t_ms
			} else {
				reading.t_ms <= last.t_ms
			}
		});
		is_fresh && is_near && fits && (-400..=300).contains(&reading.value)
	}

	/// Whether the lane has room: replays every reading that came over it through a bucket that
	/// is filled by the millisecond.
	fn has_allowance(&self) -> bool {
		let interval = u64::from(ALLOWANCE.interval_ms);
		let full = u64::from(ALLOWANCE.burst) * interval;
		let (mut level, mut at) = (full, 0);
		for moment in &self.sent {
			level = full.min(level + (moment - at)) - interval;
			at = *moment;
		}
		full.min(level + (now() - at)) >= interval
	}

	fn take(&mut self, key: u16, reading: Reading) {
		self.accepted.entry(key).or_default().insert(reading.counter);
		let is_later = self
			.latest
			.is_none_or(|(last_key, last)| (key, reading.counter) > (last_key, last.counter));
		if is_later {
			self.latest = Some((key, reading));
		}
	}
}

fn read(device: &TestDevice, reference: &mut Reference, by_lane: bool, key: u16, said: Reading) {
	let signed_reading = says(device, said);
	let signature = device.op(key).sign(&GENESIS, &signed_reading);
	let takes = reference.takes(key, &said);
	if by_lane {
		let call = Call::submit_reading { reading: signed_reading, key_index: key, signature };
		let room = LaneUsed::<Test>::get() < LANE_CEILING && reference.has_allowance();
		let authorised = call.authorize(TransactionSource::InBlock).unwrap();
		assert_eq!(authorised.is_ok(), takes && room, "{said:?}: {authorised:?}");
		if authorised.is_ok() {
			assert_ok!(dispatch(frame_system::RawOrigin::Authorized.into(), call));
			reference.sent.push(now());
			reference.take(key, said);
		}
	} else {
		let call = Call::carry_reading { reading: signed_reading, key_index: key, signature };
		let result = dispatch(signed(CARRIER), call);
		assert_eq!(result.is_ok(), takes, "{said:?}: {result:?}");
		if takes {
			reference.take(key, said);
		}
	}
}

fn anchor_one(device: &TestDevice, reference: &mut Reference, gap: u64, count: u64, flaw: u8) {
	let first = reference.last_counter.map_or(0, |last| last + 1) + gap;
	let start = now().max(reference.last_end);
	let readings: Vec<_> = (0..count)
		.map(|n| Reading { t_ms: start, value: n as i64, ..reading(first + n) })
		.collect();
	let mut built = build_batch(place(device), true, &readings).unwrap();
	let is_wrong = match flaw {
		1 => {
			built.batch.seq += 1;
			true
		},
		2 => {
			built.batch.prev = H256::repeat_byte(1);
			true
		},
		3 if reference.last_counter.is_some() => {
			built.batch.first_ctr = reference.last_counter.unwrap();
			true
		},
		// Not wrong enough to be refused: that is what challenges are for.
		4 => {
			let of = built.batch.aggregates.as_mut().unwrap();
			of.min += 1;
			of.max += 1;
			of.first += 1;
			of.last += 1;
			of.sum += i128::from(count);
			false
		},
		_ => false,
	};
	let is_full = reference.batches.len() as u32 == MAX_BATCHES;
	let signature = device.op(0).sign(&GENESIS, &built.batch);
	let call = Call::submit_batch { batch: built.batch.clone(), key_index: 0, signature };
	let result = dispatch(signed(CARRIER), call);
	assert_eq!(result.is_ok(), !is_wrong && !is_full, "{result:?}");
	if result.is_ok() {
		let price = DEPOSIT + BOND;
		let is_prepaid = reference.prepaid >= price;
		reference.prepaid -= if is_prepaid { price } else { 0 };
		assert_eq!(SensorAttestation::batch(id_of(&built.batch)).unwrap().is_prepaid, is_prepaid);
		reference.next_seq += 1;
		reference.last_counter = Some(built.batch.last_ctr);
		reference.last_end = built.batch.t_end;
		let id = id_of(&built.batch);
		reference.batches.push((id, built, readings, flaw == 4));
	}
}

fn challenge(reference: &mut Reference) {
	let Some((id, built, readings, is_dishonest)) = reference.batches.last_mut() else { return };
	let is_disputed = SensorAttestation::batch(*id).unwrap().is_disputed;
	let mut won = false;
	for index in 0..readings.len() as u32 {
		let evidence = shown(built, readings, index);
		won |= SensorAttestation::challenge_batch(signed(STRANGER), *id, evidence).is_ok();
	}
	assert_eq!(won, *is_dishonest && !is_disputed);
}

fn prune(references: &mut [Reference]) {
	for reference in references {
		reference.batches.retain(|(id, ..)| {
			let info = SensorAttestation::batch(*id).unwrap();
			let pruned = SensorAttestation::prune_batch(signed(STRANGER), *id);
			assert_eq!(pruned.is_ok(), info.prunable_from <= now());
			if pruned.is_ok() && info.is_prepaid {
				reference.prepaid += if info.is_disputed { DEPOSIT } else { DEPOSIT + BOND };
			}
			pruned.is_err()
		});
	}
}

fn check(devices: &[TestDevice], references: &[Reference]) {
	check_everything();
	for (device, reference) in devices.iter().zip(references) {
		let highest: Vec<_> = reference
			.accepted
			.iter()
			.map(|(key, seen)| (*key, *seen.last().unwrap()))
			.collect();
		assert_eq!(source(device).counters, highest);
		let info = stream(device);
		assert_eq!(info.latest, reference.latest.map(|(_, reading)| reading));
		assert_eq!(info.next_seq, reference.next_seq);
		assert_eq!(info.batches as usize, reference.batches.len());
		assert_eq!(u64::from(info.prepaid), reference.prepaid / (DEPOSIT + BOND));
		assert_eq!(source(device).available > 0, reference.has_allowance());
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
	#[test]
	fn random_lives_should_agree_with_the_reference(
		steps in prop::collection::vec(step(), 1..60),
	) {
		run(|| {
			let devices = [sensor(1), sensor(2)];
			for device in &devices {
				device.use_key(1);
				device.use_key(2);
			}
			let mut references = [Reference::default(), Reference::default()];
			for step in steps {
				match step {
					Step::Read { device, by_lane, key, counter, skew, value } => {
						let t_ms = (now() as i64 + skew * 1_000) as u64;
						let said = Reading { t_ms, value, ..reading(counter) };
						read(&devices[device], &mut references[device], by_lane, key, said);
					},
					Step::Anchor { device, gap, count, flaw } =>
						anchor_one(&devices[device], &mut references[device], gap, count, flaw),
					Step::Prepay { device, batches } => {
						let (reference, device) = (&mut references[device], &devices[device]);
						let paid = SensorAttestation::prepay_batches(
							signed(OWNER), device.id(), STREAM, batches,
						);
						assert_ok!(paid);
						reference.prepaid = u64::from(batches) * (DEPOSIT + BOND);
					},
					Step::Pass(ms) => pass(ms),
					Step::Prune => prune(&mut references),
					Step::Challenge { device } => challenge(&mut references[device]),
				}
				check(&devices, &references);
			}
		});
	}
}
