// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: all windows of a device in use, the longest path, the longest batch.
//!
//! The device's signature is secp256k1 with the second recovery id, the dearest that it can use:
//! the host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as SensorAttestation;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{Authorize, Consideration, EnsureOrigin, Get, Hooks},
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_primitives::{
	benchmarking::Signer, build_batch, Assurance, Batch, BatchId, BatchPlace, BuiltBatch,
	ContentId, DataClass, DeviceId, DeviceKey, DeviceReading, DeviceRegistry, Implausible, ModelId,
	Quality, Reading, StreamId, StreamKind, StreamSpec, TimeBracket, Unit, H256,
	MAX_BATCH_READINGS, MAX_CONTENT_ID,
};
use sp_runtime::{
	traits::{One, Zero},
	transaction_validity::TransactionSource,
};

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// An approved manufacturer with a model: its account, and the model.
	fn manufacturer() -> (AccountId, ModelId);

	/// An active device whose operational key 0 is `key` and may assert data, and its owner.
	fn device(key: DeviceKey) -> (AccountId, DeviceId);

	/// Give the account what it needs to pay any deposit.
	fn fund(who: &AccountId);

	/// An account that may do for the device's owner whatever others may.
	fn operator(device: &DeviceId) -> AccountId;

	/// Have somebody keep the content of a batch, and let as much time pass that it counts.
	fn keep(id: &BatchId);
}

const NOW: Moment = 1_767_225_600_000;
const STREAM: StreamId = 3;

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

/// An account that can pay any deposit.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn spec() -> StreamSpec {
	StreamSpec {
		unit: Unit::Celsius,
		scale: -1,
		kind: StreamKind::Counter,
		min: i64::MIN,
		max: i64::MAX,
		max_step_per_s: Some(u64::MAX),
		period_s: 60,
		retention_days: 1,
		class: DataClass::Public,
		implausible: Implausible::Reject,
	}
}

fn allowance<T: Config>() -> Allowance {
	Allowance { interval_ms: T::MinLaneInterval::get(), burst: T::MaxLaneBurst::get() }
}

/// A device with a stream and a lane.
struct Sensor<T: Config> {
	owner: T::AccountId,
	/// Whose calls cost more than the owner's.
	operator: T::AccountId,
	device: DeviceId,
	signer: Signer,
}

impl<T: Config> Sensor<T> {
	fn registered() -> Self {
		T::BenchmarkHelper::set_time(NOW);
		let signer = Signer::new();
		let (owner, device) = T::BenchmarkHelper::device(signer.key());
		T::BenchmarkHelper::fund(&owner);
		let operator = T::BenchmarkHelper::operator(&device);
		T::BenchmarkHelper::fund(&operator);
		Self { owner, operator, device, signer }
	}

	fn enrolled() -> Self {
		let sensor = Self::registered();
		assert_ok!(SensorAttestation::<T>::do_enrol(sensor.owner.clone(), sensor.device));
		sensor
	}

	fn ready() -> Self {
		let sensor = Self::enrolled();
		let (owner, device) = (&sensor.owner, sensor.device);
		let own = Declaration::Own(spec());
		assert_ok!(SensorAttestation::<T>::do_declare_stream(owner.clone(), device, STREAM, own));
		assert_ok!(SensorAttestation::<T>::do_set_lane(owner.clone(), device, allowance::<T>()));
		sensor
	}

	/// As many windows as fit, one of them of key 0, and a latest reading.
	fn spoken() -> Self {
		let sensor = Self::ready();
		Sources::<T>::mutate_extant(sensor.device, |source| {
			for n in 0..T::MaxWindows::get() as u16 {
				source.windows.try_push(KeyWindow::new(n, 1)).expect("as many as fit");
			}
			// The one that speaks comes last.
			source.streams.clear();
			for n in 1..=T::MaxStreams::get() as StreamId {
				let stream = if n == T::MaxStreams::get() as StreamId { STREAM } else { 100 + n };
				let reading = Reading { stream, t_ms: NOW - 1, ..sensor.reading(1).reading };
				let latest = Some(LatestReading { key: 0, reading });
				let known = SourceStream { stream, spec: spec(), incarnation: 0, latest };
				source.streams.try_push(known).expect("as many as fit");
			}
		});
		// Everybody else has signed before.
		sensor.change_stream(|stream| {
			for n in 1..MAX_SIGNERS as u8 {
				let signer = Some(DeviceId(H256::repeat_byte(n)));
				let end = SignerEnd { signer, key: 0, counter: 1 };
				stream.head.ends.try_push(end).expect("as many as fit");
			}
		});
		sensor
	}

	fn change_stream(&self, change: impl FnOnce(&mut StreamRecordOf<T>)) {
		Streams::<T>::mutate(self.device, STREAM, |stream| {
			change(stream.as_mut().expect("declared"));
		});
	}

	/// Pays in advance for so many batches.
	fn prepay(&self, batches: u32) {
		let owner = self.owner.clone();
		let paid = SensorAttestation::<T>::do_prepay_batches(owner, self.device, STREAM, batches);
		assert_ok!(paid);
	}

	fn reading(&self, counter: u64) -> DeviceReading {
		let reading =
			Reading { stream: STREAM, counter, t_ms: NOW, value: 5, quality: Quality::Good };
		DeviceReading { device: self.device, reading }
	}

	/// A batch with everything that it can have, signed by a gateway if there is one.
	fn batch(&self, assurance: Assurance, count: u32) -> (BuiltBatch, alloc::vec::Vec<Reading>) {
		let head = Streams::<T>::get(self.device, STREAM).expect("declared").head;
		let place = BatchPlace {
			device: self.device,
			stream: STREAM,
			seq: head.next_seq,
			prev: head.hash,
			assurance,
		};
		let readings: alloc::vec::Vec<_> =
			(0..u64::from(count)).map(|n| self.reading(n).reading).collect();
		let cid = alloc::vec![4; MAX_CONTENT_ID as usize].try_into().expect("as many as fit");
		let mut built = build_batch(place, true, &readings)
			.expect("in order")
			.with_content(ContentId { codec: u32::MAX, cid });
		let number = frame_system::Pallet::<T>::block_number();
		let hash = H256::repeat_byte(7);
		frame_system::BlockHash::<T>::insert(number, hash);
		frame_system::Pallet::<T>::set_block_number(number + One::one());
		let number = sp_runtime::SaturatedConversion::saturated_into(number);
		built.batch.bracket = Some(TimeBracket { number, hash });
		(built, readings)
	}

	/// An anchored batch, twisted before that.
	fn anchored(
		&self,
		count: u32,
		twist: fn(&mut Batch),
	) -> (BatchId, BuiltBatch, alloc::vec::Vec<Reading>) {
		let (mut built, readings) = self.batch(Assurance::DeviceSigned, count);
		built.batch.content = None;
		twist(&mut built.batch);
		let signature = self.signer.sign(&genesis::<T>(), &built.batch);
		let carrier = rich::<T>("carrier");
		let batch = built.batch.clone();
		assert_ok!(SensorAttestation::<T>::do_submit_batch(carrier, batch, 0, signature));
		let id = BatchId { device: self.device, stream: STREAM, seq: built.batch.seq };
		(id, built, readings)
	}
}

fn proof(built: &BuiltBatch, readings: &[Reading], index: u32) -> ReadingProof {
	let path = built.tree.proof(index).expect("is in it").try_into().expect("is short enough");
	ReadingProof { index, reading: readings[index as usize], path }
}

fn latest_reading<T: Config>(device: &DeviceId) -> Option<Reading> {
	let source = Sources::<T>::get(device)?;
	let known = source.streams.iter().find(|known| known.stream == STREAM)?;
	known.latest.map(|latest| latest.reading)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn describe_stream() {
		let (account, model) = T::BenchmarkHelper::manufacturer();
		T::BenchmarkHelper::fund(&account);
		#[extrinsic_call]
		_(RawOrigin::Signed(account), model, STREAM, spec());
		assert!(Descriptions::<T>::contains_key(model, STREAM));
	}

	#[benchmark]
	fn withdraw_description() {
		let (account, model) = T::BenchmarkHelper::manufacturer();
		T::BenchmarkHelper::fund(&account);
		let who = account.clone();
		assert_ok!(SensorAttestation::<T>::do_describe_stream(who, model, STREAM, spec()));
		#[extrinsic_call]
		_(RawOrigin::Signed(account), model, STREAM);
		assert!(!Descriptions::<T>::contains_key(model, STREAM));
	}

	/// A new owner takes the deposit over.
	#[benchmark]
	fn enrol() {
		let sensor = Sensor::<T>::spoken();
		let former = rich::<T>("former");
		let footprint = SensorAttestation::<T>::source_footprint();
		Sources::<T>::mutate_extant(sensor.device, |source| {
			source.ticket = T::SourceTicket::new(&former, footprint).expect("is funded");
			source.depositor = former;
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator.clone()), sensor.device);
		let depositor = Sources::<T>::get(sensor.device).map(|source| source.depositor);
		assert_eq!(depositor, Some(sensor.operator));
	}

	#[benchmark]
	fn remove_source() {
		let sensor = Sensor::<T>::spoken();
		let (owner, device) = (sensor.owner, sensor.device);
		assert_ok!(SensorAttestation::<T>::do_remove_stream(owner.clone(), device, STREAM));
		Sources::<T>::mutate_extant(device, |source| source.streams.clear());
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), device);
		assert!(!Sources::<T>::contains_key(device));
	}

	/// Another one had set it.
	#[benchmark]
	fn set_lane() {
		let sensor = Sensor::<T>::spoken();
		let former = rich::<T>("former");
		let footprint = SensorAttestation::<T>::lane_footprint(&allowance::<T>());
		Sources::<T>::mutate_extant(sensor.device, |source| {
			let lane = source.lane.as_mut().expect("is set");
			lane.ticket = T::LaneTicket::new(&former, footprint).expect("is funded");
			lane.depositor = former;
		});
		let less = Allowance { burst: 1, ..allowance::<T>() };
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device, less);
		let lane = Sources::<T>::get(sensor.device).and_then(|source| source.lane);
		assert_eq!(lane.map(|lane| lane.allowance), Some(less));
	}

	#[benchmark]
	fn close_lane() {
		let sensor = Sensor::<T>::spoken();
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device);
		assert!(Sources::<T>::get(sensor.device).is_some_and(|source| source.lane.is_none()));
	}

	#[benchmark]
	fn declare_stream() {
		let sensor = Sensor::<T>::spoken();
		Sources::<T>::mutate_extant(sensor.device, |source| {
			source.streams.remove(0);
		});
		// By the manufacturer's description, which costs two reads more than an own one.
		let model = T::Devices::life(&sensor.device).expect("is registered").model;
		let footprint = SensorAttestation::<T>::description_footprint();
		let depositor = sensor.owner.clone();
		let ticket = T::DescriptionTicket::new(&depositor, footprint).expect("is funded");
		let record = DescriptionRecord { spec: spec(), depositor, ticket };
		Descriptions::<T>::insert(model, 9, record);
		let declaration = Declaration::OfModel;
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device, 9, declaration);
		assert!(Streams::<T>::contains_key(sensor.device, 9));
	}

	#[benchmark]
	fn remove_stream() {
		let sensor = Sensor::<T>::spoken();
		sensor.prepay(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device, STREAM);
		assert!(!Streams::<T>::contains_key(sensor.device, STREAM));
	}

	#[benchmark]
	fn retire_stream() {
		let sensor = Sensor::<T>::spoken();
		// Declared in the ownership period before the present one.
		sensor.change_stream(|stream| {
			stream.epoch = stream.epoch.saturating_sub(1);
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device, STREAM);
		assert!(Streams::<T>::get(sensor.device, STREAM).is_some_and(|stream| stream.is_retired));
	}

	#[benchmark]
	fn name_gateway() {
		let sensor = Sensor::<T>::spoken();
		let (_, gateway) = T::BenchmarkHelper::device(Signer::new().key());
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), sensor.device, gateway);
		assert!(Gateways::<T>::contains_key(sensor.device, gateway));
	}

	#[benchmark]
	fn remove_gateway() {
		let sensor = Sensor::<T>::spoken();
		let (_, gateway) = T::BenchmarkHelper::device(Signer::new().key());
		let (owner, device) = (sensor.owner, sensor.device);
		assert_ok!(SensorAttestation::<T>::do_name_gateway(owner.clone(), device, gateway));
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), device, gateway);
		assert!(!Gateways::<T>::contains_key(device, gateway));
	}

	#[benchmark]
	fn carry_reading() {
		let sensor = Sensor::<T>::spoken();
		let carrier = rich::<T>("carrier");
		let reading = sensor.reading(9);
		let signature = sensor.signer.sign(&genesis::<T>(), &reading);
		#[extrinsic_call]
		_(RawOrigin::Signed(carrier), reading, 0, signature);
		assert_eq!(latest_reading::<T>(&sensor.device), Some(reading.reading));
	}

	#[benchmark]
	fn submit_reading() {
		let sensor = Sensor::<T>::spoken();
		let reading = sensor.reading(9);
		let signature = sensor.signer.sign(&genesis::<T>(), &reading);
		#[extrinsic_call]
		_(RawOrigin::Authorized, reading, 0, signature);
		assert_eq!(latest_reading::<T>(&sensor.device), Some(reading.reading));
		assert_eq!(LaneUsed::<T>::get(), 1);
	}

	#[benchmark]
	fn authorize_submit_reading() {
		let sensor = Sensor::<T>::spoken();
		let reading = sensor.reading(9);
		let signature = sensor.signer.sign(&genesis::<T>(), &reading);
		let call = Call::<T>::submit_reading { reading, key_index: 0, signature };
		#[block]
		{
			let authorised = call.authorize(TransactionSource::InBlock);
			assert!(matches!(authorised, Some(Ok(_))));
		}
	}

	#[benchmark]
	fn submit_batch() {
		let sensor = Sensor::<T>::spoken();
		let signer = Signer::new();
		let (_, gateway) = T::BenchmarkHelper::device(signer.key());
		let owner = sensor.owner.clone();
		assert_ok!(SensorAttestation::<T>::do_name_gateway(owner, sensor.device, gateway));
		let (built, _) = sensor.batch(Assurance::GatewaySigned(gateway), 2);
		// Late, so that the budget is reckoned too.
		T::BenchmarkHelper::set_time(NOW + T::LateAfter::get() + 1);
		let signature = signer.sign(&genesis::<T>(), &built.batch);
		let carrier = rich::<T>("carrier");
		let id = BatchId { device: sensor.device, stream: STREAM, seq: 0 };
		#[extrinsic_call]
		_(RawOrigin::Signed(carrier), built.batch, 0, signature);
		assert!(Batches::<T>::contains_key(id));
	}

	#[benchmark]
	fn assert_batch() {
		let sensor = Sensor::<T>::spoken();
		let (built, _) = sensor.batch(Assurance::OwnerAsserted, 2);
		T::BenchmarkHelper::set_time(NOW + T::LateAfter::get() + 1);
		let id = BatchId { device: sensor.device, stream: STREAM, seq: 0 };
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), built.batch);
		assert!(Batches::<T>::contains_key(id));
	}

	#[benchmark]
	fn prove_reading() {
		let sensor = Sensor::<T>::spoken();
		let (id, built, readings) = sensor.anchored(MAX_BATCH_READINGS, |_| {});
		// Its content is kept since so long that it matters by whom.
		Batches::<T>::mutate_extant(id, |record| {
			record.batch.content = Some(ContentId { codec: 0, cid: Default::default() });
		});
		T::BenchmarkHelper::keep(&id);
		let proof = proof(&built, &readings, 4_711);
		let prover = rich::<T>("prover");
		#[extrinsic_call]
		_(RawOrigin::Signed(prover), id, proof.clone());
		assert_eq!(proof.path.len(), 16);
	}

	#[benchmark]
	fn challenge_batch() {
		let sensor = Sensor::<T>::spoken();
		sensor.prepay(1);
		let count = MAX_BATCH_READINGS;
		let (id, _, _) = sensor.anchored(count, |batch| batch.last_ctr += 9);
		// Two neighbours in the middle, the wrong way round.
		let (mut built, mut readings) = sensor.batch(Assurance::DeviceSigned, count);
		readings.swap(4_710, 4_711);
		let leaves = readings.iter().map(Reading::leaf).collect();
		built.tree = mote_primitives::merkle::Tree::new(leaves).expect("is not empty");
		// As if a gateway had signed it that has a standing of its own.
		let gateway = Sensor::<T>::enrolled().device;
		Batches::<T>::mutate_extant(id, |record| {
			record.batch.root = built.tree.root();
			record.batch.assurance = Assurance::GatewaySigned(gateway);
		});
		let shown = |index| proof(&built, &readings, index);
		let evidence = Evidence::Neighbours(shown(4_710), shown(4_711));
		let challenger = rich::<T>("challenger");
		#[extrinsic_call]
		_(RawOrigin::Signed(challenger), id, evidence);
		assert!(Batches::<T>::get(id).is_some_and(|record| record.is_disputed));
	}

	#[benchmark]
	fn record_erasure() {
		let sensor = Sensor::<T>::spoken();
		let (id, _, _) = sensor.anchored(2, |batch| {
			let cid = alloc::vec![4; MAX_CONTENT_ID as usize].try_into().expect("fits");
			batch.content = Some(ContentId { codec: u32::MAX, cid });
		});
		sensor.change_stream(|stream| stream.spec.class = DataClass::Personal);
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.operator), id);
		assert!(Batches::<T>::get(id).is_some_and(|record| record.erased_at.is_some()));
	}

	#[benchmark]
	fn prune_batch() {
		let sensor = Sensor::<T>::spoken();
		let (id, _, _) = sensor.anchored(2, |_| {});
		T::BenchmarkHelper::set_time(NOW + DAY_MS);
		let anyone = rich::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id);
		assert!(!Batches::<T>::contains_key(id));
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		Paused::<T>::put(true);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn prepay_batches() {
		let sensor = Sensor::<T>::spoken();
		sensor.prepay(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(sensor.owner.clone()), sensor.device, STREAM, 2);
		let stream = SensorAttestation::<T>::stream(sensor.device, STREAM);
		assert_eq!(stream.map(|stream| stream.prepaid), Some(2));
	}

	#[benchmark]
	fn on_finalize() {
		LaneUsed::<T>::put(T::LaneCeiling::get());
		#[block]
		{
			SensorAttestation::<T>::on_finalize(One::one());
		}
		assert!(!LaneUsed::<T>::exists());
	}

	impl_benchmark_test_suite!(
		SensorAttestation,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
