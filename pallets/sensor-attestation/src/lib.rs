// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod errors;
mod events;
mod features;
mod logic;
mod registry;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "set-up that fails must stop the benchmark"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use logic::*;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungible::Inspect, BoundedVec};

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// An amount of the currency in which batches are bonded.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<AccountIdOf<T>>>::Balance;
/// A device's place on the feeless lane, as stored.
pub type LaneOf<T> = Lane<AccountIdOf<T>, <T as Config>::LaneTicket>;
/// The windows of a device's keys, as stored.
pub type WindowsOf<T> = BoundedVec<KeyWindow, <T as Config>::MaxWindows>;
/// The streams of a device, as its record has them.
pub type SourceStreamsOf<T> = BoundedVec<SourceStream, <T as Config>::MaxStreams>;
/// A device that sends readings, as stored.
pub type SourceRecordOf<T> = SourceRecord<
	WindowsOf<T>,
	SourceStreamsOf<T>,
	LaneOf<T>,
	AccountIdOf<T>,
	<T as Config>::SourceTicket,
>;
/// A stream that a manufacturer described, as stored.
pub type DescriptionRecordOf<T> =
	DescriptionRecord<AccountIdOf<T>, <T as Config>::DescriptionTicket>;
/// A stream, as stored.
pub type StreamRecordOf<T> =
	StreamRecord<AccountIdOf<T>, BalanceOf<T>, <T as Config>::StreamTicket>;
/// A gateway that may sign for a device, as stored.
pub type GatewayRecordOf<T> = GatewayRecord<AccountIdOf<T>, <T as Config>::GatewayTicket>;
/// A batch, as stored.
pub type BatchRecordOf<T> = BatchRecord<AccountIdOf<T>, BalanceOf<T>>;

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
// What the macros generate for storage has some.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateHold, Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{
		Batch, BatchAvailability, BatchId, Contradiction, DeviceId, DeviceReading, DeviceRegistry,
		DeviceSignature, ManufacturerRegistry, ModelId, NotProven, OnReading, ProvenReading,
		Reading, StreamId, StreamSpec,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A stream that a manufacturer described.
		#[codec(index = 0)]
		Description,
		/// A device that sends readings: its counters.
		#[codec(index = 1)]
		Source,
		/// A device's place on the feeless lane.
		#[codec(index = 2)]
		Lane,
		/// A stream.
		#[codec(index = 3)]
		Stream,
		/// A gateway that may sign for a device.
		#[codec(index = 4)]
		Gateway,
		/// A batch: the deposit for its record, and the bond that whoever finds it wrong gets.
		#[codec(index = 5)]
		Batch,
		/// The same for batches that a stream's depositor pays in advance, anchored or yet to
		/// come.
		#[codec(index = 6)]
		Prepaid,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: whose key speaks for which, and who looks after it.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// The register of manufacturers and models.
		type Manufacturers: ManufacturerRegistry<AccountId = Self::AccountId>;

		/// In which batches are bonded.
		type Currency: MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// What a manufacturer puts up for the description of a stream.
		type DescriptionTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for the counters of a device.
		type SourceTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a place on the feeless lane. The footprint's size is the number of
		/// readings in an hour that the allowance comes to, plus its burst.
		type LaneTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a stream.
		type StreamTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for naming a gateway.
		type GatewayTicket: Consideration<Self::AccountId, Footprint>;

		/// What is held for the record of a batch.
		#[pallet::constant]
		type BatchDeposit: Get<BalanceOf<Self>>;

		/// What is held besides, and goes to whoever shows that the batch contradicts itself.
		#[pallet::constant]
		type BatchBond: Get<BalanceOf<Self>>;

		/// Who is told of readings and batches.
		type Listener: OnReading;

		/// Who knows whether the content of a batch is kept.
		type Availability: BatchAvailability;

		/// How many streams a device may have.
		#[pallet::constant]
		type MaxStreams: Get<u32>;

		/// How many gateways may sign for a device.
		#[pallet::constant]
		type MaxGateways: Get<u32>;

		/// How many batches of a stream may have a record.
		#[pallet::constant]
		type MaxBatches: Get<u32>;

		/// For how many keys of a device the counters are known.
		#[pallet::constant]
		type MaxWindows: Get<u32>;

		/// How old a single reading may be when it reaches the chain, in milliseconds.
		#[pallet::constant]
		type MaxReadingAge: Get<Moment>;

		/// How old the last reading of a batch may be when it reaches the chain, in milliseconds.
		#[pallet::constant]
		type MaxBatchAge: Get<Moment>;

		/// From which age of its last reading on a batch is late, in milliseconds.
		#[pallet::constant]
		type LateAfter: Get<Moment>;

		/// One late batch of a stream in so many milliseconds, in the long run.
		#[pallet::constant]
		type LateInterval: Get<Moment>;

		/// How many late batches of a stream may come at once.
		#[pallet::constant]
		type LateBurst: Get<u32>;

		/// The longest that batches may have to be kept, in days.
		#[pallet::constant]
		type MaxRetentionDays: Get<u16>;

		/// The shortest interval that an allowance may have, in milliseconds.
		#[pallet::constant]
		type MinLaneInterval: Get<u32>;

		/// The greatest burst that an allowance may have. Bounds what a device can have waiting in
		/// the pool of a node.
		#[pallet::constant]
		type MaxLaneBurst: Get<u16>;

		/// How many readings of a block may come over the feeless lane.
		#[pallet::constant]
		type LaneCeiling: Get<u32>;

		/// The priority of the feeless lane in the pool of a node: the same for all its readings.
		/// Below those who pay, so that no backlog of readings keeps them out of a pool.
		#[pallet::constant]
		type LanePriority: Get<TransactionPriority>;

		/// For how many blocks a reading on the feeless lane may wait in the pool of a node.
		#[pallet::constant]
		type LaneLongevity: Get<TransactionLongevity>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The incarnation that the next declaration of a stream takes.
	#[pallet::storage]
	pub type NextIncarnation<T> = StorageValue<_, Incarnation, ValueQuery>;

	/// How many readings have come over the feeless lane in this block. Gone when the block ends,
	/// so that it never reaches the database.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type LaneUsed<T> = StorageValue<_, u32, ValueQuery>;

	/// Streams that manufacturers described for all devices of a model.
	// `Blake2_128Concat`, here and below: somebody chooses the keys, or what they are hashed from.
	#[pallet::storage]
	pub type Descriptions<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ModelId,
		Blake2_128Concat,
		StreamId,
		DescriptionRecordOf<T>,
		OptionQuery,
	>;

	/// Devices that send readings.
	#[pallet::storage]
	pub type Sources<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, SourceRecordOf<T>, OptionQuery>;

	/// Their streams.
	#[pallet::storage]
	pub type Streams<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Blake2_128Concat,
		StreamId,
		StreamRecordOf<T>,
		OptionQuery,
	>;

	/// Which gateways may sign for which devices.
	#[pallet::storage]
	pub type Gateways<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Blake2_128Concat,
		DeviceId,
		GatewayRecordOf<T>,
		OptionQuery,
	>;

	/// Batches.
	#[pallet::storage]
	pub type Batches<T: Config> =
		StorageMap<_, Blake2_128Concat, BatchId, BatchRecordOf<T>, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_n: BlockNumberFor<T>) -> Weight {
			// For `on_finalize`: nothing of it touches the database.
			T::WeightInfo::on_finalize()
		}

		fn on_finalize(_n: BlockNumberFor<T>) {
			LaneUsed::<T>::kill();
		}

		fn integrity_test() {
			Self::check_config();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Describe a stream that every device of a model has, so that owners need not.
		///
		/// - `origin`: signed by the account of an approved manufacturer, which pays the deposit.
		/// - `model`: one of its models.
		/// - `stream`: the number of the stream.
		/// - `spec`: what the stream is.
		///
		/// Emits [`Event::StreamDescribed`].
		#[pallet::call_index(0)]
		pub fn describe_stream(
			origin: OriginFor<T>,
			model: ModelId,
			stream: StreamId,
			spec: StreamSpec,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_describe_stream(who, model, stream, spec)
		}

		/// Withdraw a description and return its deposit. Streams that were declared by it stay.
		///
		/// - `origin`: signed by the manufacturer's account; by anyone when there is no such model
		///   any more.
		/// - `model`: the model.
		/// - `stream`: the number of the stream.
		///
		/// Emits [`Event::DescriptionWithdrawn`].
		#[pallet::call_index(1)]
		pub fn withdraw_description(
			origin: OriginFor<T>,
			model: ModelId,
			stream: StreamId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_description(who, model, stream)
		}

		/// Let a device have streams: the chain remembers its counters from now on. For a device
		/// that is enrolled already, take over its deposit.
		///
		/// - `origin`: signed by the device's owner or an operator with the right to suspend it;
		///   pays the deposit.
		/// - `device`: the device.
		///
		/// Emits [`Event::SourceEnrolled`].
		#[pallet::call_index(2)]
		pub fn enrol(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_enrol(who, device)
		}

		/// Forget a device's counters and standing, and return the deposit. It has no streams and
		/// gateways left. A place on the feeless lane is closed with it.
		///
		/// - `origin`: signed by the device's owner, an operator, or whoever put up the deposit,
		///   once the last reading is too old to be accepted again; by anyone when the device is at
		///   its end.
		/// - `device`: the device.
		///
		/// Emits [`Event::SourceRemoved`].
		#[pallet::call_index(3)]
		pub fn remove_source(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_source(who, device)
		}

		/// Let a device send readings over the feeless lane, or change how many.
		///
		/// - `origin`: signed by the device's owner or an operator; pays a deposit that rises with
		///   the allowance.
		/// - `device`: the device.
		/// - `allowance`: how much it may send.
		///
		/// Emits [`Event::LaneSet`].
		#[pallet::call_index(4)]
		pub fn set_lane(
			origin: OriginFor<T>,
			device: DeviceId,
			allowance: Allowance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_lane(who, device, allowance)
		}

		/// Take a device off the feeless lane and return the deposit.
		///
		/// - `origin`: signed by the device's owner, an operator, or whoever put up the deposit; by
		///   anyone when the device is at its end.
		/// - `device`: the device.
		///
		/// Emits [`Event::LaneClosed`].
		#[pallet::call_index(5)]
		pub fn close_lane(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_lane(who, device)
		}

		/// Declare a stream of a device.
		///
		/// - `origin`: signed by the device's owner or an operator; pays the deposit.
		/// - `device`: the device, which is enrolled.
		/// - `stream`: the number of the stream.
		/// - `declaration`: what the stream is, or that the manufacturer's description says so.
		///
		/// Emits [`Event::StreamDeclared`].
		#[pallet::call_index(6)]
		pub fn declare_stream(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
			declaration: Declaration,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare_stream(who, device, stream, declaration)
		}

		/// Remove a stream that has no batches left, and return its deposit.
		///
		/// - `origin`: signed by the device's owner or an operator; by whoever put up the deposit
		///   when it does not own the device any more; by anyone when the device is at its end.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		///
		/// Emits [`Event::StreamRemoved`].
		#[pallet::call_index(7)]
		pub fn remove_stream(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_stream(who, device, stream)
		}

		/// Let a gateway sign batches for a device that cannot, until either of them changes hands.
		///
		/// - `origin`: signed by the device's owner or an operator; pays the deposit.
		/// - `device`: the device, which is enrolled.
		/// - `gateway`: the gateway, itself a registered device.
		///
		/// Emits [`Event::GatewayNamed`].
		#[pallet::call_index(8)]
		pub fn name_gateway(
			origin: OriginFor<T>,
			device: DeviceId,
			gateway: DeviceId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_name_gateway(who, device, gateway)
		}

		/// Let a gateway sign no more for a device, and return the deposit.
		///
		/// - `origin`: signed by the device's owner, an operator, or whoever put up the deposit; by
		///   anyone when the device is at its end or has changed hands since.
		/// - `device`: the device.
		/// - `gateway`: the gateway.
		///
		/// Emits [`Event::GatewayRemoved`].
		#[pallet::call_index(9)]
		pub fn remove_gateway(
			origin: OriginFor<T>,
			device: DeviceId,
			gateway: DeviceId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_gateway(who, device, gateway)
		}

		/// Carry to the chain a single reading that a device signed.
		///
		/// The fee is for a stream with as many rules as there may be, whether or not it has any:
		/// to give back a part of the fee would cost the chain more than most rules do.
		///
		/// - `origin`: signed by anyone.
		/// - `reading`: what the device measured.
		/// - `key_index`: which of the device's operational keys signed it.
		/// - `signature`: that key's signature over `reading` (envelope kind 1).
		///
		/// Emits [`Event::ReadingAccepted`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::carry_reading()
			.saturating_add(T::Listener::max_reading_weight()))]
		pub fn carry_reading(
			origin: OriginFor<T>,
			reading: DeviceReading,
			key_index: KeyIndex,
			signature: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_carry_reading(who, reading, key_index, signature)
		}

		/// Send a single reading without an account: a general transaction that the device's own
		/// signature authorises. Costs no fee. Takes one from the device's allowance.
		///
		/// - `origin`: the device's signature, which is checked before the transaction reaches a
		///   pool or a block.
		/// - `reading`: what the device measured.
		/// - `key_index`: which of the device's operational keys signed it.
		/// - `signature`: that key's signature over `reading` (envelope kind 1).
		///
		/// Emits [`Event::ReadingAccepted`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::submit_reading()
			.saturating_add(T::Listener::max_reading_weight()))]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_submit_reading())]
		#[pallet::authorize(Self::authorize_reading)]
		pub fn submit_reading(
			origin: OriginFor<T>,
			reading: DeviceReading,
			key_index: KeyIndex,
			signature: DeviceSignature,
		) -> DispatchResultWithPostInfo {
			ensure_authorized(origin)?;
			// Checked by `authorize_reading`, without which there is no such origin.
			let _ = signature;
			Self::do_submit_reading(reading, key_index)
		}

		/// Anchor a batch of readings that the device or a gateway signed.
		///
		/// - `origin`: signed by anyone. Deposit and bond are held of the caller, unless the device
		///   signed and the owner paid in advance: see `prepay_batches`.
		/// - `batch`: the batch. It continues the stream's chain of batches.
		/// - `key_index`: which operational key signed it: the device's, or the gateway's that the
		///   batch names.
		/// - `signature`: that key's signature over `batch` (envelope kind 2).
		///
		/// Emits [`Event::BatchAnchored`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::submit_batch()
			.saturating_add(T::Listener::max_batch_weight()))]
		pub fn submit_batch(
			origin: OriginFor<T>,
			batch: Batch,
			key_index: KeyIndex,
			signature: DeviceSignature,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_submit_batch(who, batch, key_index, signature)
		}

		/// Anchor a batch of readings that nothing measured signed: the owner says so.
		///
		/// - `origin`: signed by the device's owner or an operator. Deposit and bond are held of
		///   the caller, unless they were paid in advance: see `prepay_batches`.
		/// - `batch`: the batch. It continues the stream's chain of batches.
		///
		/// Emits [`Event::BatchAnchored`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::assert_batch()
			.saturating_add(T::Listener::max_batch_weight()))]
		pub fn assert_batch(origin: OriginFor<T>, batch: Batch) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_assert_batch(who, batch)
		}

		/// Show on the chain that a reading lies in a batch. Pallets ask the same by
		/// `BatchRegistry::prove`, apps by the view function `check_reading`.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the batch.
		/// - `proof`: the reading, its index and its path.
		///
		/// Emits [`Event::ReadingProven`].
		#[pallet::call_index(14)]
		pub fn prove_reading(
			origin: OriginFor<T>,
			id: BatchId,
			proof: ReadingProof,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prove_reading(who, id, proof)
		}

		/// Show that a batch contradicts itself. Its bond goes to whoever shows it, and the
		/// standing of whoever signed it falls.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the batch.
		/// - `evidence`: what shows it.
		///
		/// Emits [`Event::BatchDisputed`].
		#[pallet::call_index(15)]
		pub fn challenge_batch(
			origin: OriginFor<T>,
			id: BatchId,
			evidence: Evidence,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge_batch(who, id, evidence)
		}

		/// Record that the content of a batch was erased off chain: its content identifier is
		/// forgotten and nothing in it can be proven any more; its root and counters stay.
		///
		/// - `origin`: signed by the device's owner or an operator, where the stream concerns a
		///   person; the trustees, for any batch.
		/// - `id`: the batch.
		///
		/// Emits [`Event::BatchErased`].
		#[pallet::call_index(16)]
		pub fn record_erasure(origin: OriginFor<T>, id: BatchId) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_record_erasure(who, id)
		}

		/// Remove the record of a batch that was kept long enough, and return what is held for it.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the batch.
		///
		/// Emits [`Event::BatchPruned`].
		#[pallet::call_index(17)]
		pub fn prune_batch(origin: OriginFor<T>, id: BatchId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_batch(id)
		}

		/// Refuse new work: descriptions, devices, lanes, streams, gateways, readings, batches.
		/// What ends or protects goes on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(18)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(19)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}

		/// Pay deposit and bond of a stream's batches in advance, or take back what was not used.
		/// The device's own batches and those that the depositor asserts use it up, as long as the
		/// depositor looks after the device; those that a gateway signs never do. A batch that is
		/// pruned gives it back to the stream.
		///
		/// Batches then cost less to anchor, and whoever carries them needs nothing but the fee.
		///
		/// - `origin`: signed by whoever put up the stream's deposit.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		/// - `batches`: for how many batches yet to come there should be enough, from now on.
		///
		/// Emits [`Event::BatchesPrepaid`].
		#[pallet::call_index(20)]
		pub fn prepay_batches(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
			batches: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prepay_batches(who, device, stream, batches)
		}

		/// End a stream that a former owner of the device declared: it takes nothing any more, and
		/// no place among the device's streams. What was anchored of it is kept, and can be proven,
		/// as long as its declaration promised.
		///
		/// - `origin`: signed by the device's owner or an operator.
		/// - `device`: the device.
		/// - `stream`: the number of the stream.
		///
		/// Emits [`Event::StreamRetired`].
		#[pallet::call_index(21)]
		pub fn retire_stream(
			origin: OriginFor<T>,
			device: DeviceId,
			stream: StreamId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire_stream(who, device, stream)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the chain remembers of a device that sends readings, and what it may send now.
		pub fn source(device: DeviceId) -> Option<SourceInfo<T::AccountId>> {
			Self::source_info(&device)
		}

		/// A stream of a device, and what its next batch has to name.
		pub fn stream(device: DeviceId, stream: StreamId) -> Option<StreamInfo<T::AccountId>> {
			Self::stream_info(&device, stream)
		}

		/// The numbers of all streams of a device, by rising number. At most `MaxStreams`, and as
		/// many again that are retired.
		pub fn streams_of(device: DeviceId) -> alloc::vec::Vec<StreamId> {
			Self::stream_ids(&device)
		}

		/// The stream that a manufacturer described for all devices of a model.
		pub fn description(model: ModelId, stream: StreamId) -> Option<StreamSpec> {
			Descriptions::<T>::get(model, stream).map(|record| record.spec)
		}

		/// The gateways that may sign for a device now. At most `MaxGateways`.
		pub fn gateways_of(device: DeviceId) -> alloc::vec::Vec<DeviceId> {
			Self::gateway_ids(&device)
		}

		/// A batch, and where it stands.
		pub fn batch(id: BatchId) -> Option<BatchInfo<T::AccountId>> {
			Self::batch_info(&id)
		}

		/// Whether a proof shows that a reading lies in a batch, and what follows from it.
		pub fn check_reading(id: BatchId, proof: ReadingProof) -> Result<ProvenReading, NotProven> {
			Self::proven_reading(&id, proof.index, &proof.reading, &proof.path)
		}

		/// The most bytes of state that a device can have here, with everything that it has at its
		/// bound.
		pub fn worst_case_bytes() -> u64 {
			Self::max_bytes_per_device()
		}
	}
}
