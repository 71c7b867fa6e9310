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

impl<T: Config> Pallet<T> {
	pub(crate) fn do_carry_reading(
		carrier: T::AccountId,
		signed: DeviceReading,
		key_index: KeyIndex,
		signature: DeviceSignature,
	) -> DispatchResult {
		let now = Self::check_moment(&signed.reading)?;
		let accepted = Self::try_mutate_source(&signed.device, |source| {
			let accepted = Self::take_in(source, &signed, key_index, now)?;
			Self::ensure_device_signed(&signed, key_index, &signature)?;
			Ok(accepted)
		})?;
		Self::tell(accepted, Some(carrier));
		Ok(())
	}

	/// What `authorize_reading` let through. It ran on this very state, and looked at key and
	/// signature.
	pub(crate) fn do_submit_reading(
		signed: DeviceReading,
		key_index: KeyIndex,
	) -> DispatchResultWithPostInfo {
		let now = Self::check_moment(&signed.reading)?;
		let accepted = Self::try_mutate_source(&signed.device, |source| {
			let accepted = Self::take_in(source, &signed, key_index, now)?;
			let lane = source.lane.as_ref().ok_or(Error::<T>::NoLane)?;
			source.lane_use.full_at = lane
				.allowance
				.take(source.lane_use.full_at, now)
				.ok_or(Error::<T>::AllowanceUsedUp)?;
			Ok(accepted)
		})?;
		LaneUsed::<T>::mutate(|used| *used = used.saturating_add(1));
		let told = Self::tell(accepted, None);
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
		let now = Self::check_moment(&signed.reading)?;
		let mut source = Sources::<T>::get(signed.device).ok_or(Error::<T>::SourceNotFound)?;
		Self::take_in(&mut source, signed, key_index, now)?;
		let lane = source.lane.as_ref().ok_or(Error::<T>::NoLane)?;
		let available = lane.allowance.available(source.lane_use.full_at, now);
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

	/// That readings are accepted, and of the reading's time, at all. Returns what time it is.
	fn check_moment(reading: &Reading) -> Result<Moment, Error<T>> {
		Self::ensure_not_paused()?;
		let now = Self::now();
		check_time(reading.t_ms, now, T::MaxReadingAge::get()).map_err(|bad| match bad {
			BadTime::TooOld => Error::<T>::ReadingTooOld,
			BadTime::TooFarAhead => Error::<T>::ClockSkew,
		})?;
		Ok(now)
	}

	fn try_mutate_source<R>(
		device: &DeviceId,
		change: impl FnOnce(&mut SourceRecordOf<T>) -> Result<R, Error<T>>,
	) -> Result<R, Error<T>> {
		Sources::<T>::try_mutate(device, |source| {
			change(source.as_mut().ok_or(Error::<T>::SourceNotFound)?)
		})
	}

	/// Every check but those of key and signature, cheapest first, and what follows from the
	/// reading for its device's record.
	fn take_in(
		source: &mut SourceRecordOf<T>,
		signed: &DeviceReading,
		key_index: KeyIndex,
		now: Moment,
	) -> Result<AcceptedReading, Error<T>> {
		let DeviceReading { device, reading } = *signed;
		accept_counter(&mut source.windows, &mut source.retired_below, key_index, reading.counter)
			.map_err(|bad| match bad {
				BadCounter::Replayed => Error::<T>::CounterReplayed,
				BadCounter::TooOld => Error::<T>::CounterTooOld,
				BadCounter::KeyRetired => Error::<T>::KeyRetired,
			})?;
		let SourceStream { spec, incarnation, latest, .. } = source
			.streams
			.iter_mut()
			.find(|known| known.stream == reading.stream)
			.ok_or(Error::<T>::StreamNotFound)?;
		ensure!(spec.class != DataClass::Personal, Error::<T>::PersonalData);
		let order = order(latest.as_ref(), key_index, &reading);
		ensure!(
			is_time_monotonic(order, latest.as_ref(), reading.t_ms),
			Error::<T>::TimeNotMonotonic
		);
		let quality = match check_value(spec, latest.as_ref(), order, &reading) {
			Ok(()) => reading.quality,
			Err(_) if spec.implausible == Implausible::MarkBad => Quality::Bad,
			Err(BadValue::OutOfRange) => return Err(Error::<T>::OutOfRange),
			Err(BadValue::StepTooFast) => return Err(Error::<T>::StepTooFast),
			Err(BadValue::RegisterFell) => return Err(Error::<T>::RegisterFell),
		};
		let reading = Reading { quality, ..reading };
		if becomes_latest(order, quality) {
			*latest = Some(LatestReading { key: key_index, reading });
		}
		source.last_accepted_at = now;
		Ok(AcceptedReading {
			device,
			reading,
			key_index,
			spec: *spec,
			incarnation: *incarnation,
			is_latest: order == Ordering::Greater,
			accepted_at: now,
		})
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

	/// Tells everybody of a reading. Returns what that weighed.
	fn tell(accepted: AcceptedReading, carrier: Option<T::AccountId>) -> Weight {
		let AcceptedReading { device, reading, key_index, .. } = accepted;
		Self::deposit_event(Event::ReadingAccepted { device, key_index, reading, carrier });
		T::Listener::on_reading(&accepted)
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
		Error::CounterReplayed |
		Error::CounterTooOld |
		Error::KeyRetired |
		Error::ReadingTooOld => InvalidTransaction::Stale.into(),
		Error::BadSignature => InvalidTransaction::BadProof.into(),
		_ => InvalidTransaction::Custom(code).into(),
	}
}
