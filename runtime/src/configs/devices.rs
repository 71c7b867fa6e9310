// SPDX-License-Identifier: Apache-2.0

//! Devices: their makers, keys and owners, what they run, and what verifiers find in them.

use super::{TrusteeOrigin, DEPOSIT_PER_BYTE, DEPOSIT_PER_ITEM};
use crate::{
	AccountId, Balance, Balances, DeviceFirmware, DeviceIdentity, EnergyTrading, MedicalAccess,
	RemoteAttestation, Runtime, RuntimeHoldReason, Timestamp, MOTE,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, ConstU32, ConstU64, LinearStoragePrice},
};
use pallet_device_firmware::HoldReason as FirmwareHoldReason;
use pallet_device_identity::HoldReason;
use pallet_remote_attestation::HoldReason as AttestationHoldReason;

pub(super) const HOUR_MS: u64 = 3_600_000;
pub(super) const DAY_MS: u64 = 24 * HOUR_MS;

/// A ticket held for `Reason`, priced by item and by byte.
pub type Ticket<Reason, const PER_ITEM: Balance> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<ConstU128<PER_ITEM>, ConstU128<DEPOSIT_PER_BYTE>, Balance>,
>;

/// A manufacturer asks the trustees for their time, so its deposit is more than the price of its
/// state.
pub const MANUFACTURER_DEPOSIT: Balance = 100 * MOTE;
/// Models are few.
pub const MODEL_DEPOSIT: Balance = MOTE;

parameter_types! {
	pub const ManufacturerHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Manufacturer);
	pub const ModelHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Model);
	pub const DeviceHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Device);
	pub const KeyHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Key);
	pub const BatchHold: RuntimeHoldReason = RuntimeHoldReason::DeviceIdentity(HoldReason::Batch);
	pub const OperatorHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceIdentity(HoldReason::Operator);
}

/// What benchmarks find on the chain.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkWorld;

#[cfg(feature = "runtime-benchmarks")]
mod benchmark_world {
	use super::*;
	use crate::{AssetId, Assets, DataAvailability, RuntimeOrigin, SensorAttestation, StatusLists};
	use alloc::vec::Vec;
	use frame_support::traits::{
		fungible::{Mutate, NativeOrWithId},
		fungibles::{Inspect as _, Mutate as _},
		Consideration, Footprint, Get,
	};
	use mote_primitives::{
		build_batch, merkle, Assurance, BatchId, BatchPlace, BuiltBatch, ContentId, DataClass,
		DeviceId, DeviceKey, Implausible, ModelId, Quality, Reading, StatusPurpose, StreamId,
		StreamKind, StreamSpec, TrustPurpose, Unit, H256, MAX_BATCH_READINGS,
	};
	use pallet_device_identity::benchmarking::{active_device, approved_manufacturer};
	use pallet_energy_trading::BatchProof;
	use pallet_medical_access::CredentialRef;

	fn set_time(now: u64) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	fn fund(who: &AccountId) {
		Balances::set_balance(who, 1_000_000 * MOTE);
	}

	impl pallet_device_identity::benchmarking::BenchmarkHelper for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}
	}

	impl pallet_device_firmware::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn manufacturer() -> (AccountId, ModelId) {
			approved_manufacturer::<Runtime>()
		}

		fn device(key: DeviceKey) -> (AccountId, DeviceId, ModelId) {
			let (account, model) = approved_manufacturer::<Runtime>();
			(account, active_device::<Runtime>(model, key), model)
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}

	impl pallet_remote_attestation::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn model() -> ModelId {
			approved_manufacturer::<Runtime>().1
		}

		fn device() -> DeviceId {
			let (_, model) = approved_manufacturer::<Runtime>();
			active_device::<Runtime>(model, DeviceKey::Ed25519([7; 32]))
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}

	/// A device that is in use, and its owner.
	fn owned_device(key: DeviceKey) -> (AccountId, DeviceId) {
		let (owner, model) = approved_manufacturer::<Runtime>();
		fund(&owner);
		(owner, active_device::<Runtime>(model, key))
	}

	/// A stream of a device.
	fn declared_stream() -> (AccountId, DeviceId, StreamSpec) {
		let (owner, device) = owned_device(DeviceKey::Ed25519([7; 32]));
		let spec = StreamSpec {
			unit: Unit::Celsius,
			scale: -1,
			kind: StreamKind::Gauge,
			min: -1_000,
			max: 1_000,
			max_step_per_s: None,
			period_s: 60,
			retention_days: 1,
			class: DataClass::Public,
			implausible: Implausible::Reject,
		};
		let origin = || RuntimeOrigin::signed(owner.clone());
		SensorAttestation::enrol(origin(), device).expect("is not enrolled");
		let declaration = pallet_sensor_attestation::Declaration::Own(spec);
		SensorAttestation::declare_stream(origin(), device, BENCHMARK_STREAM, declaration)
			.expect("is not declared");
		(owner, device, spec)
	}

	const BENCHMARK_STREAM: StreamId = 3;

	impl pallet_sensor_attestation::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn manufacturer() -> (AccountId, ModelId) {
			approved_manufacturer::<Runtime>()
		}

		fn device(key: DeviceKey) -> (AccountId, DeviceId) {
			owned_device(key)
		}

		fn fund(who: &AccountId) {
			fund(who);
		}

		fn operator(device: &DeviceId) -> AccountId {
			let owner = DeviceIdentity::device(*device).expect("is registered").owner;
			let operator: AccountId = frame_benchmarking::account("operator", 0, 0);
			let rights = mote_primitives::OperatorRights::ALL;
			let (origin, until) = (RuntimeOrigin::signed(owner), Timestamp::get() + 7 * DAY_MS);
			DeviceIdentity::name_operator(origin, *device, operator.clone(), rights, until)
				.expect("the owner may");
			operator
		}

		fn keep(id: &BatchId) {
			let pinner = frame_benchmarking::account("pinner", 0, 0);
			fund(&pinner);
			DataAvailability::pin(RuntimeOrigin::signed(pinner), *id).expect("has content");
			let deadline: u64 = <Runtime as pallet_data_availability::Config>::PinDeadline::get();
			set_time(Timestamp::get() + deadline + 1);
		}
	}

	impl pallet_sensor_alerts::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn stream() -> (AccountId, DeviceId, StreamId, StreamSpec) {
			let (owner, device, spec) = declared_stream();
			(owner, device, BENCHMARK_STREAM, spec)
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}

	impl pallet_sensor_feeds::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn device(key: DeviceKey) -> (AccountId, DeviceId) {
			owned_device(key)
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}

	impl pallet_data_availability::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn batch() -> (BatchId, BuiltBatch, Vec<Reading>) {
			let (owner, device, _) = declared_stream();
			let now = pallet_timestamp::Now::<Runtime>::get();
			let readings: Vec<_> = (0..1_024)
				.map(|counter| Reading {
					stream: BENCHMARK_STREAM,
					counter,
					t_ms: now,
					value: 5,
					quality: Quality::Good,
				})
				.collect();
			let stream =
				pallet_sensor_attestation::Streams::<Runtime>::get(device, BENCHMARK_STREAM)
					.expect("just declared");
			let place = BatchPlace {
				device,
				stream: BENCHMARK_STREAM,
				seq: 0,
				prev: stream.head.hash,
				assurance: Assurance::OwnerAsserted,
			};
			let content = ContentId { codec: 0, cid: Default::default() };
			let built =
				build_batch(place, true, &readings).expect("in order").with_content(content);
			let batch = built.batch.clone();
			SensorAttestation::assert_batch(RuntimeOrigin::signed(owner), batch)
				.expect("continues its stream");
			let id = BatchId { device, stream: BENCHMARK_STREAM, seq: 0 };
			(id, built, readings)
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}

	/// Any asset: its holds cost more than those of the native token.
	const BENCHMARK_ASSET: AssetId = 1;

	impl pallet_energy_trading::benchmarking::BenchmarkHelper<AccountId, NativeOrWithId<AssetId>>
		for BenchmarkWorld
	{
		fn set_time(now: u64) {
			set_time(now);
		}

		fn currency() -> NativeOrWithId<AssetId> {
			let owner: AccountId = frame_benchmarking::account("issuer", 0, 0);
			if !Assets::asset_exists(BENCHMARK_ASSET) {
				let id = BENCHMARK_ASSET.into();
				Assets::force_create(RuntimeOrigin::root(), id, owner.into(), true, 1)
					.expect("is not there");
			}
			NativeOrWithId::WithId(BENCHMARK_ASSET)
		}

		fn device(key: DeviceKey) -> (AccountId, DeviceId) {
			let (_, device) = owned_device(key);
			// Sold to a household that has no other.
			let owner = AccountId::from(device.0 .0);
			pallet_device_identity::Devices::<Runtime>::mutate_extant(device, |record| {
				record.owner = owner.clone();
			});
			(owner, device)
		}

		fn fund(who: &AccountId) {
			fund(who);
			Self::currency();
			Assets::mint_into(BENCHMARK_ASSET, who, 1_000_000 * MOTE).expect("it exists");
		}

		fn proof(device: DeviceId, at: u64) -> BatchProof {
			let owner = DeviceIdentity::device(device).expect("is registered").owner;
			let origin = || RuntimeOrigin::signed(owner.clone());
			let register = StreamSpec {
				unit: Unit::WattHour,
				scale: 0,
				kind: StreamKind::Counter,
				min: 0,
				max: i64::MAX,
				max_step_per_s: None,
				period_s: 900,
				retention_days: 1,
				class: DataClass::Business,
				implausible: Implausible::Reject,
			};
			let (stream, own) = (1, pallet_sensor_attestation::Declaration::Own(register));
			SensorAttestation::enrol(origin(), device).expect("is not enrolled");
			SensorAttestation::declare_stream(origin(), device, stream, own)
				.expect("is not declared");
			let quality = Quality::Good;
			let reading = Reading { stream, counter: 1, t_ms: at, value: 1_000, quality };
			let head = pallet_sensor_attestation::Streams::<Runtime>::get(device, stream)
				.expect("just declared")
				.head;
			let assurance = Assurance::OwnerAsserted;
			let place = BatchPlace { device, stream, seq: 0, prev: head.hash, assurance };
			let built = build_batch(place, false, [reading]).expect("is one");
			SensorAttestation::assert_batch(origin(), built.batch).expect("continues its stream");
			let id = BatchId { device, stream, seq: 0 };
			// As if the device had signed it, with as many readings as there can be.
			let path = alloc::vec![H256::repeat_byte(6); 16];
			let root = merkle::root_of_path(&reading.leaf(), 0, MAX_BATCH_READINGS, &path);
			pallet_sensor_attestation::Batches::<Runtime>::mutate_extant(id, |record| {
				record.batch.assurance = Assurance::DeviceSigned;
				record.batch.count = MAX_BATCH_READINGS;
				record.batch.last_ctr = MAX_BATCH_READINGS.into();
				record.batch.root = root.expect("fits");
			});
			BatchProof { batch: id, index: 0, reading, path: path.try_into().expect("fits") }
		}
	}

	/// Gives a device whatever is looked at when somebody asks whether it can be trusted: a release
	/// that it runs, a policy, and a verifier's result that meets it.
	fn vet(device: DeviceId, model: ModelId) {
		use pallet_device_firmware as firmware;
		use pallet_remote_attestation as attestation;
		let verifier: AccountId = frame_benchmarking::account("verifier", 0, 0);
		fund(&verifier);
		let footprint = || Footprint::from_parts(1, 1);
		let (seq, image_digest) = (1, [1; 32]);
		let spec = firmware::ReleaseSpec {
			seq,
			manifest_digest: H256::repeat_byte(1),
			image_digest,
			size: 1,
			cid: Default::default(),
			min_prev_seq: 0,
			severity: firmware::Severity::Low,
			sbom_hash: None,
			update_by: None,
		};
		let release = firmware::ReleaseRecord {
			spec,
			status: firmware::ReleaseStatus::Released { at: 0 },
			publisher: verifier.clone(),
			published_at: 0,
			ticket: Consideration::new(&verifier, footprint()).expect("can pay"),
		};
		firmware::Releases::<Runtime>::insert(model, seq, release);
		let installed = firmware::InstalledRecord {
			seq,
			image_digest,
			at: 0,
			reported_at: 0,
			floor_seq: 0,
			depositor: verifier.clone(),
			ticket: Consideration::new(&verifier, footprint()).expect("can pay"),
		};
		firmware::Installed::<Runtime>::insert(device, installed);

		let generation = 0;
		let record = attestation::VerifierRecord {
			generation,
			status: attestation::VerifierStatus::Approved,
			metadata_hash: H256::zero(),
			ticket: Consideration::new(&verifier, footprint()).expect("can pay"),
		};
		attestation::Verifiers::<Runtime>::insert(&verifier, record);
		let debug = attestation::DebugStatus::DisabledFullyAndPermanently;
		let hash = H256::repeat_byte(2);
		let claims = attestation::ResultClaims {
			nonce: hash,
			profile: hash,
			oemid_hash: hash,
			hwmodel_hash: hash,
			sw_digest: hash,
			debug,
			tier: attestation::Tier::Affirming,
			expires: u64::MAX,
		};
		let result = attestation::ResultRecord {
			verifier: verifier.clone(),
			generation,
			claims,
			issued_at: 0,
			epoch: 1,
			halts: 0,
			ticket: Consideration::new(&verifier, footprint()).expect("can pay"),
		};
		attestation::Results::<Runtime>::insert(device, result);
		let policy = attestation::Policy {
			max_age: u64::MAX,
			tiers: attestation::TierSet::AFFIRMING,
			min_debug: debug,
		};
		attestation::Policies::<Runtime>::insert(model, TrustPurpose::Medical, policy);
	}

	impl pallet_medical_access::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn fund(who: &AccountId) {
			fund(who);
		}

		fn device(key: DeviceKey) -> (AccountId, DeviceId) {
			let (owner, model) = Self::manufacturer();
			let device = active_device::<Runtime>(model, key);
			vet(device, model);
			(owner, device)
		}

		fn manufacturer() -> (AccountId, ModelId) {
			use pallet_device_identity::{DeviceClass, Manufacturers, Models, NextManufacturerId};
			let last = NextManufacturerId::<Runtime>::get().checked_sub(1);
			let known = last.map(|id| {
				let record = Manufacturers::<Runtime>::get(id).expect("is not removed");
				(record.account, ModelId { manufacturer: id, product: 1 })
			});
			let (account, model) = known.unwrap_or_else(approved_manufacturer::<Runtime>);
			Models::<Runtime>::mutate_extant(model, |record| {
				record.spec.class = DeviceClass::Medical;
			});
			fund(&account);
			(account, model)
		}

		fn credential(number: u32) -> CredentialRef {
			use pallet_status_lists::{Lists, Taken};
			let list = 0;
			if !Lists::<Runtime>::contains_key(list) {
				let issuer: AccountId = frame_benchmarking::account("issuer", 0, 0);
				fund(&issuer);
				let purpose = StatusPurpose::Revocation;
				StatusLists::create_list(RuntimeOrigin::signed(issuer), purpose, None)
					.expect("can pay");
				// As if the lot had fallen on all of the first 1,024.
				Taken::<Runtime>::insert(list, 0, [0xff; 128]);
			}
			CredentialRef { list, index: number }
		}
	}

	impl pallet_status_lists::benchmarking::BenchmarkHelper<AccountId> for BenchmarkWorld {
		fn set_time(now: u64) {
			set_time(now);
		}

		fn fund(who: &AccountId) {
			fund(who);
		}
	}
}

impl pallet_device_identity::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
	// However many births there are in it.
	type BatchTicket = Ticket<BatchHold, MODEL_DEPOSIT>;
	type Currency = Balances;
	type DeviceTicket = Ticket<DeviceHold, DEPOSIT_PER_ITEM>;
	type KeyTicket = Ticket<KeyHold, DEPOSIT_PER_ITEM>;
	// A meter that trades, and a device that treats a patient, stay where they are.
	type Liens = (EnergyTrading, MedicalAccess);
	type ManufacturerTicket = Ticket<ManufacturerHold, MANUFACTURER_DEPOSIT>;
	type MaxKeyRecords = ConstU32<64>;
	type MaxLiveKeys = ConstU32<4>;
	type MaxPage = ConstU32<256>;
	type MaxRootKeys = ConstU32<4>;
	type MaxTransferTerm = ConstU64<{ 30 * DAY_MS }>;
	type ModelTicket = Ticket<ModelHold, MODEL_DEPOSIT>;
	type OperatorTicket = Ticket<OperatorHold, DEPOSIT_PER_ITEM>;
	type Retention = ConstU64<{ 90 * DAY_MS }>;
	type RotationGrace = ConstU64<HOUR_MS>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	// The register's own answer comes first, then what firmware and verifiers say.
	type Vetting = (DeviceFirmware, RemoteAttestation);
	type WeightInfo = pallet_device_identity::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const StaffHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceFirmware(FirmwareHoldReason::Staff);
	pub const ReleaseHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceFirmware(FirmwareHoldReason::Release);
	pub const ReportHold: RuntimeHoldReason =
		RuntimeHoldReason::DeviceFirmware(FirmwareHoldReason::Report);
}

impl pallet_device_firmware::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
	type Devices = DeviceIdentity;
	type Manufacturers = DeviceIdentity;
	type MaxReleases = ConstU32<64>;
	type MaxReportAge = ConstU64<DAY_MS>;
	// Devices that sleep need days to hear of an update.
	type MinUpdateTerm = ConstU64<{ 3 * DAY_MS }>;
	type ReleaseTicket = Ticket<ReleaseHold, DEPOSIT_PER_ITEM>;
	type ReportTicket = Ticket<ReportHold, DEPOSIT_PER_ITEM>;
	type Retention = ConstU64<{ 90 * DAY_MS }>;
	type StaffTicket = Ticket<StaffHold, DEPOSIT_PER_ITEM>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type WeightInfo = pallet_device_firmware::weights::SubstrateWeight<Runtime>;
}

/// Verifiers ask the trustees for their time too.
pub const VERIFIER_DEPOSIT: Balance = 10 * MOTE;

parameter_types! {
	pub const VerifierHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(AttestationHoldReason::Verifier);
	pub const ChallengeHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(AttestationHoldReason::Challenge);
	pub const ResultHold: RuntimeHoldReason =
		RuntimeHoldReason::RemoteAttestation(AttestationHoldReason::Result);
}

impl pallet_remote_attestation::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
	// Three minutes and twenty seconds.
	type ChallengePeriod = ConstU32<100>;
	type ChallengeTicket = Ticket<ChallengeHold, DEPOSIT_PER_ITEM>;
	type Devices = DeviceIdentity;
	type Manufacturers = DeviceIdentity;
	type MaxResultTerm = ConstU64<{ 30 * DAY_MS }>;
	type ResultTicket = Ticket<ResultHold, DEPOSIT_PER_ITEM>;
	type Time = Timestamp;
	type TrusteeOrigin = TrusteeOrigin;
	type VerifierTicket = Ticket<VerifierHold, VERIFIER_DEPOSIT>;
	type WeightInfo = pallet_remote_attestation::weights::SubstrateWeight<Runtime>;
}
