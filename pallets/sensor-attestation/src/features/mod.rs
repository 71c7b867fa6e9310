// SPDX-License-Identifier: Apache-2.0

//! What changes: one file per theme. Each transition reads, decides, writes, speaks.

mod batches;
mod descriptions;
mod gateways;
mod lanes;
mod proofs;
mod readings;
mod sources;
mod streams;

#[cfg(test)]
pub(crate) use readings::refusal;

use crate::*;
use codec::MaxEncodedLen;
use frame_support::{
	dispatch::DispatchClass,
	pallet_prelude::*,
	traits::{EnsureOrigin, Footprint, Time},
};
use frame_system::{ensure_signed, pallet_prelude::*};
use mote_primitives::{
	signing_bytes, BatchId, DeviceId, DeviceKey, DeviceRegistry, DeviceSignature, DeviceState,
	ModelId, OnReading, OperatorRights, SignedPayload, StreamId, StreamSpec,
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	/// Who asks: `None` for the trustees.
	pub(crate) fn ensure_trustee_or_signed(
		origin: OriginFor<T>,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::TrusteeOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => Ok(Some(ensure_signed(origin)?)),
		}
	}

	pub(crate) fn ensure_not_paused() -> Result<(), Error<T>> {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// Whether `who` looks after the device: its owner, or an operator that may take it out of use.
	pub(crate) fn looks_after(who: &T::AccountId, device: &DeviceId) -> bool {
		T::Devices::may_operate(device, who, OperatorRights::SUSPEND)
	}

	/// That `who` may begin something with the device.
	pub(crate) fn ensure_operator(who: &T::AccountId, device: &DeviceId) -> Result<(), Error<T>> {
		let state = T::Devices::state(device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!state.is_terminal(), Error::<T>::DeviceEnded);
		ensure!(Self::looks_after(who, device), Error::<T>::NotOperator);
		Ok(())
	}

	/// Whether the device is at its end, or not in the register any more.
	pub(crate) fn has_ended(device: &DeviceId) -> bool {
		T::Devices::state(device).is_none_or(DeviceState::is_terminal)
	}

	/// Whether `key` signed `payload` for this chain.
	pub(crate) fn is_signed<P: SignedPayload>(
		payload: &P,
		signature: &DeviceSignature,
		key: &DeviceKey,
	) -> bool {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		signature.verify(&signing_bytes(&genesis, payload), key)
	}

	/// The state that a manufacturer's description of a stream occupies, at most.
	pub fn description_footprint() -> Footprint {
		Footprint::from_mel::<(ModelId, StreamId, DescriptionRecordOf<T>)>()
	}

	/// The state that a device's counters occupy, at most.
	pub fn source_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, SourceRecordOf<T>)>()
	}

	/// What a place on the feeless lane is priced by: the readings that it comes to in an hour.
	pub fn lane_footprint(allowance: &Allowance) -> Footprint {
		Footprint { count: 1, size: allowance.per_hour() }
	}

	/// The state that a stream occupies, at most.
	pub fn stream_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, StreamId, StreamRecordOf<T>)>()
	}

	/// The state that the right of a gateway occupies, at most.
	pub fn gateway_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, DeviceId, GatewayRecordOf<T>)>()
	}

	pub(crate) fn max_bytes_per_device() -> u64 {
		// Prefix of the map, and the hash in front of each key.
		const MAP: usize = 32;
		const KEY: usize = 16;
		let device = DeviceId::max_encoded_len().saturating_add(KEY);
		let stream = StreamId::max_encoded_len().saturating_add(KEY);
		let batch = BatchId::max_encoded_len().saturating_add(KEY);
		let entry = |keys: usize, value: usize| {
			u64::try_from(MAP.saturating_add(keys).saturating_add(value)).unwrap_or(u64::MAX)
		};
		let source = entry(device, SourceRecordOf::<T>::max_encoded_len());
		let stream = entry(device.saturating_add(stream), StreamRecordOf::<T>::max_encoded_len());
		let batch = entry(batch, BatchRecordOf::<T>::max_encoded_len());
		let gateway = entry(device.saturating_add(device), GatewayRecordOf::<T>::max_encoded_len());
		let batches = batch.saturating_mul(T::MaxBatches::get().into());
		// As many again may be retired.
		let most = u64::from(T::MaxStreams::get()).saturating_mul(2);
		let streams = stream.saturating_add(batches).saturating_mul(most);
		let gateways = gateway.saturating_mul(T::MaxGateways::get().into());
		source.saturating_add(streams).saturating_add(gateways)
	}

	pub(crate) fn check_config() {
		assert!(T::MaxStreams::get() > 0, "MaxStreams = 0 would refuse every stream");
		assert!(T::MaxBatches::get() > 0, "MaxBatches = 0 would refuse every batch");
		assert!(
			T::MaxGateways::get().saturating_add(2) <= MAX_SIGNERS,
			"MaxGateways must leave room in MAX_SIGNERS for the device and its owner"
		);
		assert!(T::MaxWindows::get() > 0, "MaxWindows = 0 would refuse every reading");
		assert!(T::MaxReadingAge::get() > 0, "MaxReadingAge = 0 would refuse every reading");
		assert!(
			T::MaxBatchAge::get() > T::LateAfter::get(),
			"MaxBatchAge must exceed LateAfter, else no batch is ever late"
		);
		assert!(
			T::LateInterval::get() > 0 && T::LateBurst::get() > 0,
			"LateInterval and LateBurst must exceed 0, else every late batch is refused, or none"
		);
		assert!(
			T::MaxRetentionDays::get() > 0,
			"MaxRetentionDays = 0 would refuse every declaration"
		);
		assert!(
			T::MinLaneInterval::get() > 0 && T::MaxLaneBurst::get() > 0,
			"MinLaneInterval and MaxLaneBurst must exceed 0, else no allowance is possible, or none \
			 is bounded"
		);
		assert!(!T::BatchBond::get().is_zero(), "BatchBond = 0 would reward no challenger");
		assert!(T::LaneLongevity::get() > 0, "LaneLongevity = 0 would let no reading wait");
		let weights = T::BlockWeights::get();
		let normal = weights.get(DispatchClass::Normal);
		let one = T::WeightInfo::submit_reading()
			.saturating_add(T::WeightInfo::authorize_submit_reading())
			.saturating_add(T::Listener::max_reading_weight())
			.saturating_add(normal.base_extrinsic);
		let lane = one.ref_time().saturating_mul(T::LaneCeiling::get().into());
		let room = normal.max_total.unwrap_or(weights.max_block).ref_time();
		assert!(
			T::LaneCeiling::get() > 0 && lane <= room.div_euclid(2),
			"LaneCeiling must exceed 0, and leave half of what a block has for transactions to those \
			 who pay: {lane} of {room} picoseconds"
		);
	}
}
