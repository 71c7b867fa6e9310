// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use mote_primitives::{Assurance, DataClass};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(
			LaneUsed::<T>::get() <= T::LaneCeiling::get(),
			"more readings came over the feeless lane than its ceiling"
		);
		Self::try_state_sources()?;
		Self::try_state_streams()?;
		Self::try_state_batches()?;
		Self::try_state_bonds()
	}

	fn try_state_sources() -> Result<(), TryRuntimeError> {
		let mut streams = BTreeMap::<_, BTreeMap<_, _>>::new();
		let mut retired = BTreeMap::<_, u32>::new();
		for (device, stream, record) in Streams::<T>::iter() {
			if record.is_retired {
				let count = retired.entry(device).or_default();
				*count = count.saturating_add(1);
			} else {
				let known = (record.spec, record.incarnation);
				streams.entry(device).or_default().insert(stream, known);
			}
		}
		let mut gateways = BTreeMap::<_, u32>::new();
		for (device, _) in Gateways::<T>::iter_keys() {
			gateways
				.entry(device)
				.and_modify(|count| *count = count.saturating_add(1))
				.or_insert(1);
		}
		for (device, source) in Sources::<T>::iter() {
			ensure!(
				source.windows.iter().is_sorted_by(|a, b| a.key < b.key),
				"the windows of a device are not in the order of its keys"
			);
			ensure!(
				source.windows.iter().all(|window| window.key >= source.retired_below),
				"a retired key has a window"
			);
			ensure!(source.standing <= BEST_STANDING, "a standing is above the best");
			let known: BTreeMap<_, _> =
				source.streams.iter().map(|k| (k.stream, (k.spec, k.incarnation))).collect();
			ensure!(
				known.len() == source.streams.len() &&
					streams.remove(&device).unwrap_or_default() == known,
				"a device does not have the streams that it says"
			);
			ensure!(
				retired.remove(&device).unwrap_or(0) == source.retired &&
					source.retired <= T::MaxStreams::get(),
				"a device does not have as many retired streams as it says, or too many"
			);
			ensure!(
				gateways.remove(&device).unwrap_or(0) == source.gateways,
				"a device does not have as many gateways as it says"
			);
			source.streams.iter().try_for_each(Self::try_state_latest)?;
			ensure!(source.gateways <= T::MaxGateways::get(), "a device has too many gateways");
		}
		ensure!(
			streams.is_empty() && retired.is_empty(),
			"a stream belongs to a device that is not enrolled"
		);
		ensure!(gateways.is_empty(), "a gateway signs for a device that is not enrolled");
		Ok(())
	}

	fn try_state_latest(known: &SourceStream) -> Result<(), TryRuntimeError> {
		let SourceStream { stream, spec, latest, .. } = known;
		ensure!(
			latest.is_none() || spec.class != DataClass::Personal,
			"a value that concerns a person lies on the chain"
		);
		ensure!(
			latest.is_none_or(|LatestReading { reading, .. }| {
				reading.stream == *stream && (spec.min..=spec.max).contains(&reading.value)
			}),
			"the latest reading is not plausible"
		);
		Ok(())
	}

	fn try_state_streams() -> Result<(), TryRuntimeError> {
		let mut incarnations = BTreeSet::new();
		for (_, _, record) in Streams::<T>::iter() {
			ensure!(
				record.incarnation < NextIncarnation::<T>::get() &&
					incarnations.insert(record.incarnation),
				"an incarnation was given out twice, or never"
			);
			ensure!(
				Self::ensure_valid_spec(&record.spec).is_ok(),
				"a stream is declared as it must not be"
			);
			ensure!(
				record.head.ends.is_empty() == (record.head.next_seq == 0),
				"a stream has no batch and an end of its chain, or the other way round"
			);
			let signers: BTreeSet<_> = record.head.ends.iter().map(|end| end.signer).collect();
			ensure!(signers.len() == record.head.ends.len(), "a signer counts twice in a stream");
		}
		Ok(())
	}

	fn try_state_batches() -> Result<(), TryRuntimeError> {
		let mut batches = BTreeMap::<_, u32>::new();
		for (id, record) in Batches::<T>::iter() {
			let batch = &record.batch;
			ensure!(
				(id.device, id.stream, id.seq) == (batch.device, batch.stream, batch.seq),
				"a batch is kept under another's name"
			);
			let stream =
				Streams::<T>::get(id.device, id.stream).ok_or("a batch belongs to no stream")?;
			ensure!(id.seq < stream.head.next_seq, "a batch has a number yet to come");
			ensure!(
				id.seq.checked_add(1) != Some(stream.head.next_seq) ||
					record.hash == stream.head.hash,
				"the end of a chain is not its last batch"
			);
			ensure!(
				batch.aggregates.is_none() || stream.spec.class != DataClass::Personal,
				"aggregates that concern a person lie on the chain"
			);
			ensure!(
				record.erased_at.is_none() || batch.content.is_none(),
				"the content of a batch was erased and is still named"
			);
			ensure!(
				record.erased_at.is_some() || batch.hash() == record.hash,
				"a batch is not what was anchored"
			);
			let is_asserted = batch.assurance == Assurance::OwnerAsserted;
			ensure!(
				record.key_index.is_none() == is_asserted,
				"a batch names a key though none signed it, or the other way round"
			);
			ensure!(record.is_disputed || !record.held.is_zero(), "nothing is held for a batch");
			batches
				.entry((id.device, id.stream))
				.and_modify(|count| *count = count.saturating_add(1))
				.or_insert(1);
		}
		for (device, stream, record) in Streams::<T>::iter() {
			ensure!(
				batches.get(&(device, stream)).copied().unwrap_or(0) == record.batches,
				"a stream does not have as many batches as it says"
			);
			ensure!(record.batches <= T::MaxBatches::get(), "a stream has too many batches");
		}
		Ok(())
	}

	/// Of everybody exactly that much is held for batches as the records say.
	fn try_state_bonds() -> Result<(), TryRuntimeError> {
		let (mut bonded, mut prepaid) = (BTreeMap::new(), BTreeMap::new());
		for (id, record) in Batches::<T>::iter() {
			if record.is_prepaid {
				let stream = Streams::<T>::get(id.device, id.stream)
					.ok_or("a batch belongs to no stream")?;
				add::<T>(&mut prepaid, stream.depositor, record.held)?;
			} else {
				add::<T>(&mut bonded, record.submitter, record.held)?;
			}
		}
		for (_, _, record) in Streams::<T>::iter() {
			add::<T>(&mut prepaid, record.depositor, record.prepaid)?;
		}
		for (reason, sums) in [(HoldReason::Batch, bonded), (HoldReason::Prepaid, prepaid)] {
			for (who, sum) in sums {
				let held = T::Currency::balance_on_hold(&reason.into(), &who);
				ensure!(held == sum, "not as much is held of somebody as the batches say");
			}
		}
		Ok(())
	}
}

fn add<T: Config>(
	sums: &mut BTreeMap<AccountIdOf<T>, BalanceOf<T>>,
	who: AccountIdOf<T>,
	amount: BalanceOf<T>,
) -> Result<(), TryRuntimeError> {
	let sum = sums.entry(who).or_default();
	*sum = sum.checked_add(&amount).ok_or("more is held than there can be")?;
	Ok(())
}
