// SPDX-License-Identifier: Apache-2.0

//! Single readings: carried, or over the feeless lane.

use super::*;
use alloc::vec;
use core::cmp::Ordering;
use mote_primitives::{
	AcceptedReading, DataClass, DeviceReading, Implausible, KeyPurposes, Quality, Reading,
};
use sp_runtime::{
	traits::Get,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidityError,
		TransactionValidityWithRefund, UnknownTransaction, ValidTransaction,
	},
};

/// A reading that passed every check but those of key and signature, and what follows from it.
pub(crate) struct Admission<T: Config> {
	device: DeviceId,
	key_index: KeyIndex,
	/// With the quality that the chain found.
	reading: Reading,
	/// With the reading's counter marked.
	source: SourceRecordOf<T>,
	stream: StreamRecordOf<T>,
	order: Ordering,
	now: Moment,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_carry_reading(
		carrier: T::AccountId,
		signed: DeviceReading,
		key_index: KeyIndex,
		signature: DeviceSignature,
	) -> DispatchResultWithPostInfo {
		let admission = Self::admit(&signed, key_index)?;
		Self::ensure_device_signed(&signed, key_index, &signature)?;
		let told = Self::accept(admission, Some(carrier));
		Ok(Some(T::WeightInfo::carry_reading().saturating_add(told)).into())
	}

	/// What `authorize_reading` let through. It ran on this very state, and looked at key and
	/// signature.
	pub(crate) fn do_submit_reading(
		signed: DeviceReading,
		key_index: KeyIndex,
	) -> DispatchResultWithPostInfo {
		let mut admission = Self::admit(&signed, key_index)?;
		let now = admission.now;
		let lane = admission.source.lane.as_mut().ok_or(Error::<T>::NoLane)?;
		lane.full_at =
			lane.allowance.take(lane.full_at, now).ok_or(Error::<T>::AllowanceUsedUp)?;

		LaneUsed::<T>::mutate(|used| *used = used.saturating_add(1));
		let told = Self::accept(admission, None);
		Ok(Some(T::WeightInfo::submit_reading().saturating_add(told)).into())
	}

	/// Whether a reading may come over the feeless lane: the one check of pools and blocks.
	pub(crate) fn authorize_reading(
		source: TransactionSource,
		signed: &DeviceReading,
		key_index: &KeyIndex,
		signature: &DeviceSignature,
	) -> TransactionValidityWithRefund {
		let is_in_block = source == TransactionSource::InBlock;
		Self::lane_validity(signed, *key_index, signature)
			.map(|validity| (validity, Weight::zero()))
			.map_err(|error| refusal(&error, is_in_block))
	}

	fn lane_validity(
		signed: &DeviceReading,
		key_index: KeyIndex,
		signature: &DeviceSignature,
	) -> Result<ValidTransaction, Error<T>> {
		ensure!(LaneUsed::<T>::get() < T::LaneCeiling::get(), Error::<T>::LaneFull);
		let admission = Self::admit(signed, key_index)?;
		let lane = admission.source.lane.as_ref().ok_or(Error::<T>::NoLane)?;
		let available = lane.allowance.available(lane.full_at, admission.now);
		// Each reading that could be taken now has one place in the pool.
		let place = signed
			.reading
			.counter
			.checked_rem(available.into())
			.ok_or(Error::<T>::AllowanceUsedUp)?;
		Self::ensure_device_signed(signed, key_index, signature)?;
		Ok(ValidTransaction {
			priority: T::LanePriority::get(),
			requires: vec![],
			provides: vec![
				(b"mote:lane", signed.device, place).encode(),
				(b"mote:reading", signed.device, key_index, signed.reading.counter).encode(),
			],
			longevity: T::LaneLongevity::get(),
			propagate: true,
		})
	}

	/// Every check but those of key and signature, cheapest first.
	fn admit(signed: &DeviceReading, key_index: KeyIndex) -> Result<Admission<T>, Error<T>> {
		let DeviceReading { device, reading } = *signed;
		Self::ensure_not_paused()?;
		let now = Self::now();
		check_time(reading.t_ms, now, T::MaxReadingAge::get()).map_err(|bad| match bad {
			BadTime::TooOld => Error::<T>::ReadingTooOld,
			BadTime::TooFarAhead => Error::<T>::ClockSkew,
		})?;
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		accept_counter(
			&mut source.windows,
			&mut source.retired_below,
			key_index,
			reading.counter,
		)
		.map_err(|bad| match bad {
			BadCounter::Replayed => Error::<T>::CounterReplayed,
			BadCounter::TooOld => Error::<T>::CounterTooOld,
			BadCounter::KeyRetired => Error::<T>::KeyRetired,
		})?;
		let stream =
			Streams::<T>::get(device, reading.stream).ok_or(Error::<T>::StreamNotFound)?;
		ensure!(stream.spec.class != DataClass::Personal, Error::<T>::PersonalData);
		let latest = stream.latest.as_ref();
		let order = order(latest, key_index, &reading);
		ensure!(
			is_time_monotonic(order, latest, reading.t_ms),
			Error::<T>::TimeNotMonotonic
		);
		let quality = match check_value(&stream.spec, latest, order, &reading) {
			Ok(()) => reading.quality,
			Err(_) if stream.spec.implausible == Implausible::MarkBad => Quality::Bad,
			Err(BadValue::OutOfRange) => return Err(Error::<T>::OutOfRange),
			Err(BadValue::StepTooFast) => return Err(Error::<T>::StepTooFast),
			Err(BadValue::RegisterFell) => return Err(Error::<T>::RegisterFell),
		};
		let reading = Reading { quality, ..reading };
		Ok(Admission { device, key_index, reading, source, stream, order, now })
	}

	fn ensure_device_signed(
		signed: &DeviceReading,
		key_index: KeyIndex,
		signature: &DeviceSignature,
	) -> Result<(), Error<T>> {
		let at = signed.reading.t_ms;
		let key = T::Devices::authority(&signed.device, key_index, KeyPurposes::ASSERT, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		ensure!(Self::is_signed(signed, signature, &key), Error::<T>::BadSignature);
		Ok(())
	}

	/// Writes what follows from an admitted reading, and tells. Returns what telling weighed.
	fn accept(admission: Admission<T>, carrier: Option<T::AccountId>) -> Weight {
		let Admission { device, key_index, reading, mut source, mut stream, order, now } =
			admission;
		source.last_accepted_at = now;
		Sources::<T>::insert(device, source);
		if becomes_latest(order, reading.quality) {
			stream.latest = Some(LatestReading { key: key_index, reading });
			Streams::<T>::insert(device, reading.stream, &stream);
		}
		Self::deposit_event(Event::ReadingAccepted { device, key_index, reading, carrier });
		T::Listener::on_reading(&AcceptedReading {
			device,
			reading,
			spec: stream.spec,
			is_latest: order == Ordering::Greater,
			accepted_at: now,
		})
	}
}

/// How the feeless lane refuses.
///
/// A pool bans the bytes of an invalid transaction for a while. So only what will stay wrong is
/// invalid. What can be right later is unknown: the same bytes may be sent again. In a block,
/// what only lacks room or allowance waits in the pool for the next one.
pub(crate) fn refusal<T>(error: &Error<T>, is_in_block: bool) -> TransactionValidityError {
	let code = error.using_encoded(|bytes| bytes.first().copied().unwrap_or(u8::MAX));
	match error {
		Error::LaneFull | Error::AllowanceUsedUp if is_in_block =>
			InvalidTransaction::ExhaustsResources.into(),
		Error::LaneFull |
		Error::AllowanceUsedUp |
		Error::Paused |
		Error::SourceNotFound |
		Error::NoLane |
		Error::StreamNotFound |
		Error::ClockSkew |
		Error::KeyHasNoAuthority => UnknownTransaction::Custom(code).into(),
		Error::CounterReplayed | Error::CounterTooOld | Error::KeyRetired | Error::ReadingTooOld =>
			InvalidTransaction::Stale.into(),
		Error::BadSignature => InvalidTransaction::BadProof.into(),
		_ => InvalidTransaction::Custom(code).into(),
	}
}
