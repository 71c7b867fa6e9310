// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use mote_primitives::{
	BatchFacts, BatchId, BatchRegistry, DeviceId, NotProven, ProvenReading, Reading, StreamId,
	StreamRegistry, StreamSpec, H256,
};

impl<T: Config> StreamRegistry for Pallet<T> {
	fn spec(device: &DeviceId, stream: StreamId) -> Option<StreamSpec> {
		Streams::<T>::get(device, stream).map(|record| record.spec)
	}

	fn incarnation(device: &DeviceId, stream: StreamId) -> Option<Incarnation> {
		Streams::<T>::get(device, stream).map(|record| record.incarnation)
	}

	fn latest(device: &DeviceId, stream: StreamId) -> Option<Reading> {
		let source = Sources::<T>::get(device)?;
		let known = source.streams.iter().find(|known| known.stream == stream)?;
		known.latest.map(|latest| latest.reading)
	}

	fn standing(device: &DeviceId) -> Option<Standing> {
		Sources::<T>::get(device).map(|source| source.standing)
	}
}

impl<T: Config> BatchRegistry for Pallet<T> {
	type AccountId = T::AccountId;

	fn batch(id: &BatchId) -> Option<BatchFacts> {
		let record = Batches::<T>::get(id)?;
		let stream = Streams::<T>::get(id.device, id.stream)?;
		Some(Self::facts_of(&record, stream.incarnation))
	}

	fn submitter(id: &BatchId) -> Option<T::AccountId> {
		Batches::<T>::get(id).map(|record| record.submitter)
	}

	fn prove(
		id: &BatchId,
		index: u32,
		reading: &Reading,
		path: &[H256],
	) -> Result<ProvenReading, NotProven> {
		Self::proven_reading(id, index, reading, path)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn source_info(device: &DeviceId) -> Option<SourceInfo<T::AccountId>> {
		let source = Sources::<T>::get(device)?;
		let now = Self::now();
		Some(SourceInfo {
			counters: source.windows.iter().map(|w| (w.key, w.highest)).collect(),
			standing: source.standing,
			streams: source.streams.len().try_into().unwrap_or(u32::MAX),
			allowance: source.lane.as_ref().map(|lane| lane.allowance),
			available: source
				.lane
				.as_ref()
				.map_or(0, |lane| lane.allowance.available(source.lane_use.full_at, now)),
			depositor: source.depositor,
		})
	}

	pub(crate) fn stream_info(
		device: &DeviceId,
		stream: StreamId,
	) -> Option<StreamInfo<T::AccountId>> {
		let record = Streams::<T>::get(device, stream)?;
		Some(StreamInfo {
			spec: record.spec,
			senml_unit: record.spec.unit.senml().into(),
			ucum_unit: record.spec.unit.ucum().into(),
			latest: Self::latest(device, stream),
			next_seq: record.head.next_seq,
			prev: record.head.hash,
			last_batched: record.head.ends.last().map(|end| end.counter),
			batches: record.batches,
			missed: record.missed,
			is_retired: record.is_retired,
			prepaid: Self::batches_for(record.prepaid),
			depositor: record.depositor,
		})
	}

	pub(crate) fn stream_ids(device: &DeviceId) -> Vec<StreamId> {
		let mut ids: Vec<_> = Streams::<T>::iter_key_prefix(device).collect();
		ids.sort_unstable();
		ids
	}

	pub(crate) fn gateway_ids(device: &DeviceId) -> Vec<DeviceId> {
		Gateways::<T>::iter_prefix(device)
			.filter(|(gateway, record)| Self::counts(device, gateway, record))
			.map(|(gateway, _)| gateway)
			.collect()
	}

	pub(crate) fn batch_info(id: &BatchId) -> Option<BatchInfo<T::AccountId>> {
		let record = Batches::<T>::get(id)?;
		let spec = Streams::<T>::get(id.device, id.stream)?.spec;
		Some(BatchInfo {
			is_available: Self::is_available(id, &record),
			prunable_from: prunable_from(record.anchored_at, spec.retention_days),
			batch: record.batch,
			hash: record.hash,
			key_index: record.key_index,
			anchored_at: record.anchored_at,
			is_disputed: record.is_disputed,
			erased_at: record.erased_at,
			submitter: record.submitter,
			is_prepaid: record.is_prepaid,
		})
	}
}
