// SPDX-License-Identifier: Apache-2.0

//! Devices and accounts, and what they send.

use crate::{
	chain::PARENT_TIME,
	maker::{endow, Made, Maker},
	transactions::{extension, signed},
};
use codec::Encode;
use mote_pallet_testing::Signer;
use mote_primitives::{
	build_batch, chain_start, signing_bytes, Assurance, Batch, BatchId, BatchPlace, BuiltBatch,
	ContentId, DataClass, DeviceId, DeviceKey, DeviceReading, DeviceSignature, Implausible,
	KeyAlgorithm, Quality, Reading, StreamId, StreamKind, StreamSpec, Unit,
};
use mote_runtime::{
	AccountId, Hash, RuntimeCall, SensorAttestation, UncheckedExtrinsic, MILLI_MOTE, MOTE,
};
use pallet_device_identity::DeviceClass;
use pallet_sensor_attestation::{Allowance, Declaration, ReadingProof};
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;
use sp_runtime::MultiAddress;

/// The stream of single readings, and of batches of 1,024.
const STREAM: StreamId = 1;
/// The stream whose first batch has the most readings that a batch may have.
const BULK: StreamId = 2;
/// How many readings the measured batches have.
pub const BATCH: u32 = 1_024;
const BULK_BATCH: u32 = 65_536;
/// Each device has sent one before.
const COUNTER: u64 = 2;

/// One that measures, one that sends transactions, and one that gets money.
struct Member {
	device: DeviceId,
	signer: Signer,
	sender: sr25519::Pair,
	receiver: AccountId,
	/// The hash of its first batch in either stream.
	batched: [Hash; 2],
}

/// Everybody.
pub struct Fleet {
	genesis: Hash,
	members: Vec<Member>,
	/// Each device's first batch of 1,024.
	small: BuiltBatch,
	/// Each device's first batch of the most readings.
	bulk: BuiltBatch,
	/// Each device's next batch of 1,024 in either stream: what is measured.
	next: [BuiltBatch; 2],
}

fn spec() -> StreamSpec {
	StreamSpec {
		unit: Unit::MetrePerSecond,
		scale: -6,
		kind: StreamKind::Gauge,
		min: -100_000,
		max: 100_000,
		max_step_per_s: Some(50),
		period_s: 1,
		retention_days: 365,
		class: DataClass::Business,
		implausible: Implausible::Reject,
	}
}

fn reading(stream: StreamId, counter: u64, t_ms: u64) -> Reading {
	let value = 2_150 + (counter % 16) as i64;
	Reading { stream, counter, t_ms, value, quality: Quality::Good }
}

/// The number `index` of `count` readings, one in a millisecond: a sensor of vibrations.
fn batched(stream: StreamId, first: u64, count: u32, end: u64, index: u32) -> Reading {
	reading(stream, first + u64::from(index), end - u64::from(count - 1 - index))
}

/// Such readings as a batch of no device: they do not say whose they are, so one tree serves all.
fn batch(stream: StreamId, seq: u64, first: u64, count: u32, end: u64) -> BuiltBatch {
	let device = DeviceId(Hash::zero());
	let assurance = Assurance::DeviceSigned;
	let place = BatchPlace { device, stream, seq, prev: Hash::zero(), assurance };
	build_batch(place, true, (0..count).map(|index| batched(stream, first, count, end, index)))
		.expect("the readings are in order")
}

impl Fleet {
	/// Puts `size` members on the chain, through the pallets' own calls: accounts with money, and
	/// devices that are in use, have a place on the feeless lane, and a stream with a reading. The
	/// first `senders` of them also have batches to prove readings of.
	pub fn new(genesis: Hash, algorithm: KeyAlgorithm, size: u32, senders: u32) -> Self {
		let maker = Maker::new(genesis, algorithm, DeviceClass::Sensor);
		let origin = || maker.origin();

		let members = (0..size)
			.map(|number| {
				let made = maker.make(number);
				let sender = sr25519::Pair::from_seed(&blake2_256(&("sender", number).encode()));
				let receiver: AccountId = blake2_256(&("receiver", number).encode()).into();
				endow(sender.public().into(), 1_000 * MOTE);
				endow(receiver.clone(), 1_000 * MOTE);
				maker.activate(&made);
				let Made { id: device, signer, .. } = made;

				SensorAttestation::enrol(origin(), device).unwrap();
				let allowance = Allowance { interval_ms: 60_000, burst: 8 };
				SensorAttestation::set_lane(origin(), device, allowance).unwrap();
				for stream in [STREAM, BULK] {
					let declaration = Declaration::Own(spec());
					SensorAttestation::declare_stream(origin(), device, stream, declaration)
						.unwrap();
				}
				let before =
					DeviceReading { device, reading: reading(STREAM, COUNTER - 1, PARENT_TIME) };
				let signature = signer.sign(&genesis, &before);
				SensorAttestation::carry_reading(origin(), before, 0, signature).unwrap();
				Member { device, signer, sender, receiver, batched: [Hash::zero(); 2] }
			})
			.collect();

		let small = batch(STREAM, 0, 0, BATCH, PARENT_TIME);
		let bulk = batch(BULK, 0, 0, BULK_BATCH, PARENT_TIME);
		let next = [(STREAM, BATCH), (BULK, BULK_BATCH)].map(|(stream, before)| {
			batch(stream, 1, before.into(), BATCH, PARENT_TIME + u64::from(BATCH))
		});
		let mut fleet = Self { genesis, members, small, bulk, next };
		for number in 0..senders as usize {
			for stream in [BULK, STREAM] {
				let Member { device, signer, .. } = &fleet.members[number];
				let built = if stream == BULK { &fleet.bulk } else { &fleet.small };
				// One declaration after the other took the next incarnation.
				let incarnation = 2 * number as u64 + u64::from(stream - STREAM);
				let batch = Batch {
					device: *device,
					prev: chain_start(device, stream, incarnation),
					content: Some(content()),
					..built.batch.clone()
				};
				let (hash, signature) = (batch.hash(), signer.sign(&genesis, &batch));
				SensorAttestation::submit_batch(origin(), batch, 0, signature).unwrap();
				fleet.members[number].batched[usize::from(stream - STREAM)] = hash;
			}
			let device = fleet.members[number].device;
			SensorAttestation::prepay_batches(origin(), device, STREAM, 1).unwrap();
		}
		fleet
	}

	/// A transfer of nothing but a few bytes.
	pub fn remark(&self, number: usize) -> UncheckedExtrinsic {
		let remark = vec![number as u8; 32];
		self.signed(number, RuntimeCall::System(frame_system::Call::remark { remark }))
	}

	/// A transfer between two accounts that exist.
	pub fn transfer(&self, number: usize) -> UncheckedExtrinsic {
		let dest = MultiAddress::Id(self.members[number].receiver.clone());
		let call = pallet_balances::Call::transfer_keep_alive { dest, value: MILLI_MOTE };
		self.signed(number, RuntimeCall::Balances(call))
	}

	/// A reading that an account carries.
	pub fn carried(&self, number: usize) -> UncheckedExtrinsic {
		let (reading, signature) = self.reading(number);
		let call =
			pallet_sensor_attestation::Call::carry_reading { reading, key_index: 0, signature };
		self.signed(number, RuntimeCall::SensorAttestation(call))
	}

	/// A reading over the feeless lane.
	pub fn authorised(&self, number: usize) -> UncheckedExtrinsic {
		let (reading, signature) = self.reading(number);
		let call =
			pallet_sensor_attestation::Call::submit_reading { reading, key_index: 0, signature };
		UncheckedExtrinsic::new_transaction(RuntimeCall::SensorAttestation(call), extension())
	}

	/// A batch with nothing that it may do without, which the device's owner paid in advance.
	pub fn bare_batch(&self, number: usize) -> UncheckedExtrinsic {
		self.batch(number, STREAM, |batch| batch.aggregates = None)
	}

	/// A batch with aggregates and content identifier, which the device's owner paid in advance.
	pub fn full_batch(&self, number: usize) -> UncheckedExtrinsic {
		self.batch(number, STREAM, |batch| batch.content = Some(content()))
	}

	/// A batch with nothing that it may do without, for which its carrier pays the deposit.
	pub fn bonded_batch(&self, number: usize) -> UncheckedExtrinsic {
		self.batch(number, BULK, |batch| batch.aggregates = None)
	}

	/// The proof of a reading in a batch of 1,024.
	pub fn proof(&self, number: usize) -> UncheckedExtrinsic {
		let index = number as u32 * 769 % BATCH;
		let reading = batched(STREAM, 0, BATCH, PARENT_TIME, index);
		self.prove(number, &self.small, index, reading)
	}

	/// The proof of a reading in the largest batch.
	pub fn bulk_proof(&self, number: usize) -> UncheckedExtrinsic {
		let index = number as u32 * 40_503 % BULK_BATCH;
		let reading = batched(BULK, 0, BULK_BATCH, PARENT_TIME, index);
		self.prove(number, &self.bulk, index, reading)
	}

	/// What a device's signature is checked with: the one check that a carried reading has and a
	/// remark has not.
	pub fn signed_bytes(&self, number: usize) -> (DeviceSignature, Vec<u8>, DeviceKey) {
		let (reading, signature) = self.reading(number);
		let key = self.members[number].signer.key();
		(signature, signing_bytes(&self.genesis, &reading), key)
	}

	fn reading(&self, number: usize) -> (DeviceReading, DeviceSignature) {
		let Member { device, signer, .. } = &self.members[number];
		let reading = reading(STREAM, COUNTER, PARENT_TIME + 1_000);
		let reading = DeviceReading { device: *device, reading };
		(reading, signer.sign(&self.genesis, &reading))
	}

	fn batch(
		&self,
		number: usize,
		stream: StreamId,
		complete: impl FnOnce(&mut Batch),
	) -> UncheckedExtrinsic {
		let Member { device, signer, batched, .. } = &self.members[number];
		let which = usize::from(stream - STREAM);
		let next = self.next[which].batch.clone();
		let mut batch = Batch { device: *device, prev: batched[which], ..next };
		complete(&mut batch);
		let signature = signer.sign(&self.genesis, &batch);
		let call = pallet_sensor_attestation::Call::submit_batch { batch, key_index: 0, signature };
		self.signed(number, RuntimeCall::SensorAttestation(call))
	}

	fn prove(
		&self,
		number: usize,
		of: &BuiltBatch,
		index: u32,
		reading: Reading,
	) -> UncheckedExtrinsic {
		let device = self.members[number].device;
		let id = BatchId { device, stream: reading.stream, seq: 0 };
		let path = of.tree.proof(index).unwrap().try_into().unwrap();
		let proof = ReadingProof { index, reading, path };
		let call = pallet_sensor_attestation::Call::prove_reading { id, proof };
		self.signed(number, RuntimeCall::SensorAttestation(call))
	}

	fn signed(&self, number: usize, call: RuntimeCall) -> UncheckedExtrinsic {
		signed(self.genesis, &self.members[number].sender, call)
	}
}

/// A content identifier of version 1: of raw bytes, by their SHA-256.
fn content() -> ContentId {
	let cid = [&[0x01, 0x55, 0x12, 0x20][..], &[7; 32]].concat();
	ContentId { codec: 0x55, cid: cid.try_into().unwrap() }
}
