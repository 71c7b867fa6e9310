// SPDX-License-Identifier: Apache-2.0

//! Streams of devices.

use super::*;
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Consideration};
use mote_primitives::{chain_start, DataClass};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_declare_stream(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
		declaration: Declaration,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_operator(&who, &device)?;
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		ensure!(!Streams::<T>::contains_key(device, stream), Error::<T>::StreamExists);
		let spec = match declaration {
			Declaration::Own(spec) => spec,
			Declaration::OfModel => Self::spec_of_model(&device, stream)?,
		};
		Self::ensure_valid_spec(&spec)?;
		let incarnation = NextIncarnation::<T>::get();
		source
			.streams
			.try_push(SourceStream { stream, spec, incarnation, latest: None })
			.map_err(|_| Error::<T>::TooManyStreams)?;
		let epoch = T::Devices::epoch(&device).ok_or(Error::<T>::DeviceNotFound)?;
		let next = incarnation.checked_add(1).ok_or(Error::<T>::ArithmeticOverflow)?;
		let ticket = T::StreamTicket::new(&who, Self::stream_footprint())?;

		let prev = chain_start(&device, stream, incarnation);
		let record = StreamRecord {
			spec,
			incarnation,
			head: BatchHead { next_seq: 0, hash: prev, ends: Default::default(), t_end: 0 },
			epoch,
			is_retired: false,
			batches: 0,
			missed: 0,
			late_full_at: 0,
			prepaid: Zero::zero(),
			depositor: who.clone(),
			ticket,
		};
		NextIncarnation::<T>::put(next);
		Streams::<T>::insert(device, stream, record);
		Sources::<T>::insert(device, source);
		Self::deposit_event(Event::StreamDeclared {
			device,
			stream,
			incarnation,
			spec,
			prev,
			depositor: who,
		});
		Ok(())
	}

	pub(crate) fn do_retire_stream(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
	) -> DispatchResult {
		Self::ensure_operator(&who, &device)?;
		let mut record = Streams::<T>::get(device, stream).ok_or(Error::<T>::StreamNotFound)?;
		ensure!(!record.is_retired, Error::<T>::StreamRetired);
		let is_of_former_owner =
			T::Devices::epoch(&device).is_some_and(|epoch| record.epoch < epoch);
		ensure!(is_of_former_owner, Error::<T>::StreamOfPresentOwner);
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		ensure!(source.retired < T::MaxStreams::get(), Error::<T>::TooManyStreams);

		source.retired = source.retired.saturating_add(1);
		source.streams.retain(|known| known.stream != stream);
		Sources::<T>::insert(device, source);
		record.is_retired = true;
		Streams::<T>::insert(device, stream, record);
		Self::deposit_event(Event::StreamRetired { device, stream });
		Ok(())
	}

	pub(crate) fn do_remove_stream(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
	) -> DispatchResult {
		let record = Streams::<T>::get(device, stream).ok_or(Error::<T>::StreamNotFound)?;
		let is_former_owners =
			record.depositor == who && T::Devices::owner(&device).is_some_and(|owner| owner != who);
		ensure!(
			is_former_owners || Self::looks_after(&who, &device) || Self::has_ended(&device),
			Error::<T>::NotOperator
		);
		ensure!(record.batches == 0, Error::<T>::StreamInUse);

		record.ticket.drop(&record.depositor)?;
		let reason = HoldReason::Prepaid.into();
		T::Currency::release(&reason, &record.depositor, record.prepaid, Precision::Exact)?;

		Streams::<T>::remove(device, stream);
		Sources::<T>::mutate_extant(device, |source| {
			source.streams.retain(|known| known.stream != stream);
			if record.is_retired {
				source.retired = source.retired.saturating_sub(1);
			}
		});
		Self::deposit_event(Event::StreamRemoved { device, stream });
		Ok(())
	}

	fn spec_of_model(device: &DeviceId, stream: StreamId) -> Result<StreamSpec, Error<T>> {
		let model = T::Devices::life(device).ok_or(Error::<T>::DeviceNotFound)?.model;
		let description =
			Descriptions::<T>::get(model, stream).ok_or(Error::<T>::DescriptionNotFound)?;
		Ok(description.spec)
	}

	pub(crate) fn ensure_valid_spec(spec: &StreamSpec) -> Result<(), Error<T>> {
		ensure!(
			spec.min < spec.max &&
				spec.period_s > 0 &&
				(1..=T::MaxRetentionDays::get()).contains(&spec.retention_days),
			Error::<T>::BadStreamSpec
		);
		ensure!(
			spec.class != DataClass::Personal || spec.period_s >= MIN_PERSONAL_PERIOD_S,
			Error::<T>::PersonalPeriodTooShort
		);
		Ok(())
	}
}
