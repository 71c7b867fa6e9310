// SPDX-License-Identifier: Apache-2.0

//! Reads: what meters counted, from the meter itself or from a batch that it signed.

use super::*;
use feeder::Taken;
use frame_system::pallet_prelude::BlockNumberFor;
use mote_clearing::plausible_energy;
use mote_primitives::{
	signing_bytes, Assurance, BatchRegistry, DeviceSignature, KeyPurposes, MeterRead, Quality,
	StreamKind, StreamRegistry, TrustPurpose, Unit,
};
use orders::seconds;
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_submit_read(
		read: MeterRead,
		key_index: u16,
		signature: DeviceSignature,
	) -> DispatchResult {
		let MeterRead { device, at, import_wh, export_wh, counter } = read;
		let meter = Self::readable_meter(&device, at)?;
		ensure!(meter.latest.allows_counter(at, counter), Error::<T>::CounterNotIncreasing);
		let key = T::Devices::authority(&device, key_index, KeyPurposes::ASSERT, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		ensure!(signature.verify(&signing_bytes(&genesis, &read), &key), Error::<T>::BadSignature);

		let registers = Registers { import: Some(import_wh), export: Some(export_wh) };
		Self::take_read(device, meter, at, registers, Some(counter))
	}

	pub(crate) fn do_prove_read(proof: BatchProof) -> DispatchResult {
		let BatchProof { batch, index, reading, path } = proof;
		let (device, at) = (batch.device, reading.t_ms);
		let meter = Self::readable_meter(&device, at)?;
		let streams = meter.spec.streams.ok_or(Error::<T>::NotARegister)?;
		let spec = T::Streams::spec(&device, reading.stream).ok_or(Error::<T>::NotARegister)?;
		let is_register =
			spec.unit == Unit::WattHour && spec.scale == 0 && spec.kind == StreamKind::Counter;
		ensure!(is_register && batch.stream == reading.stream, Error::<T>::NotARegister);
		let value = Energy::try_from(reading.value).map_err(|_| Error::<T>::NotARegister)?;
		let (register, registers) = match reading.stream {
			stream if stream == streams.import.stream =>
				(streams.import, Registers { import: Some(value), ..Default::default() }),
			stream if stream == streams.export.stream =>
				(streams.export, Registers { export: Some(value), ..Default::default() }),
			_ => return Err(Error::<T>::NotARegister.into()),
		};
		// An owner that declares a stream anew may call the meter's units something else.
		let is_approved =
			T::Streams::incarnation(&device, reading.stream) == Some(register.incarnation);
		ensure!(is_approved, Error::<T>::NotARegister);
		let proven =
			T::Batches::prove(&batch, index, &reading, &path).map_err(|_| Error::<T>::NotProven)?;
		ensure!(proven.assurance == Assurance::DeviceSigned, Error::<T>::NotDeviceSigned);
		let is_same = proven.incarnation == register.incarnation;
		ensure!(is_same && proven.reading.quality == Quality::Good, Error::<T>::NotARegister);

		Self::take_read(device, meter, at, registers, None)
	}

	/// The meter, if a read of that moment can be taken now.
	fn readable_meter(device: &DeviceId, at: Moment) -> Result<MeterRecordOf<T>, Error<T>> {
		let meter = Meters::<T>::get(device).ok_or(Error::<T>::MeterNotFound)?;
		let period_ms = Self::zone_record(meter.zone)?.period_ms;
		ensure!(at.checked_rem(period_ms) == Some(0), Error::<T>::NotABoundary);
		ensure!(at <= Self::now(), Error::<T>::ReadTooEarly);
		ensure!(T::Devices::epoch(device) == Some(meter.epoch), Error::<T>::NotMeterOwner);
		T::Devices::ensure_trusted(device, TrustPurpose::Metering)
			.map_err(|_| Error::<T>::NotTrusted)?;
		Ok(meter)
	}

	/// Enters registers into the periods that end and begin at that moment. What is known already
	/// stays: one energy counts once, whichever way it came. Where they do not fit one of the
	/// periods, they may still begin or end the other: one interval that no meter can have counted
	/// does not cost two.
	fn take_read(
		device: DeviceId,
		mut meter: MeterRecordOf<T>,
		at: Moment,
		registers: Registers,
		counter: Option<u64>,
	) -> DispatchResult {
		ensure!(meter.latest.allows(at, &registers), Error::<T>::RegisterWentBack);
		let period_ms = Self::zone_record(meter.zone)?.period_ms;
		let starts = [at.checked_sub(period_ms), Some(at)];
		let mut flaw = None;
		let mut taken = Taken::default();
		let mut fits = [true; 2];
		for ((start, is_end), fits) in starts.into_iter().zip([true, false]).zip(&mut fits) {
			let Some(start) = start else {
				continue;
			};
			let market = MarketId { zone: meter.zone, start };
			for side in [Side::Bid, Side::Ask] {
				let id =
					LegId { book: market.side(side), account: meter.owner.clone(), meter: device };
				match Self::enter_read(&id, &meter.spec, &registers, is_end, period_ms) {
					Ok(entered) => {
						taken.is_wanted |= entered.is_some();
						taken.is_new |= entered == Some(true);
					},
					Err(error) => {
						flaw = Some(error);
						*fits = false;
					},
				}
			}
		}
		let counted = Self::count_read(device, &mut meter, at, &registers, fits)?;
		taken.is_wanted |= counted.is_wanted;
		taken.is_new |= counted.is_new;
		match flaw {
			Some(flaw) if !taken.is_new => return Err(flaw.into()),
			// Later registers are not measured by what may be no register at all.
			Some(_) => {},
			None => {
				ensure!(taken.is_wanted, Error::<T>::NothingToRead);
				ensure!(taken.is_new, Error::<T>::AlreadyRead);
				meter.latest.note(at, &registers, counter);
			},
		}
		Meters::<T>::insert(device, meter);
		Self::deposit_event(Event::MeterWasRead { meter: device, at, registers });
		Ok(())
	}

	/// Enters registers into the part of a meter in a market. `None` when it has none, or the
	/// market takes no more reads; whether there was anything new otherwise.
	fn enter_read(
		id: &LegIdOf<T>,
		spec: &MeterSpec,
		registers: &Registers,
		is_end: bool,
		period_ms: Moment,
	) -> Result<Option<bool>, Error<T>> {
		let Some(mut leg) = Self::leg(id) else {
			return Ok(None);
		};
		let book = id.book;
		let mut period = Self::period(book.market)?;
		let end = book.market.start.saturating_add(period_ms);
		let last = end.saturating_add(period.terms.read_ms);
		if !period.takes_reads() || Self::now() > last {
			return Ok(None);
		}
		let was_read = leg.metered(book.side).is_some();
		let known = if is_end { &mut leg.closes } else { &mut leg.opens };
		let before = *known;
		known.import = known.import.or(registers.import);
		known.export = known.export.or(registers.export);
		if *known == before {
			return Ok(Some(false));
		}
		Self::ensure_plausible(&leg, spec, period_ms)?;
		if !was_read && leg.metered(book.side).is_some() {
			period.read = period.read.saturating_add(1);
			Periods::<T>::insert(book.market, period);
		}
		Self::put_leg(id, &leg);
		Ok(Some(true))
	}

	fn ensure_plausible(
		leg: &LegRecordOf<T>,
		spec: &MeterSpec,
		period_ms: Moment,
	) -> Result<(), Error<T>> {
		let is_back = |opens: Option<Energy>, closes: Option<Energy>| {
			opens.zip(closes).is_some_and(|(opens, closes)| closes < opens)
		};
		ensure!(
			!is_back(leg.opens.import, leg.closes.import) &&
				!is_back(leg.opens.export, leg.closes.export),
			Error::<T>::RegisterWentBack
		);
		let (import, export) = leg.flow();
		let period = seconds(period_ms);
		ensure!(
			import.is_none_or(|flow| flow <= most_between(spec.max_import_w, period)) &&
				export.is_none_or(|flow| flow <= most_between(spec.max_export_w, period)),
			Error::<T>::ImplausibleEnergy
		);
		Ok(())
	}

	pub(crate) fn do_estimate(
		who: T::AccountId,
		market: MarketId,
		meter: DeviceId,
		energy: Energy,
	) -> DispatchResult {
		let zone = Self::zone_of(&who, market.zone)?;
		let period = Self::period(market)?;
		let end = market.start.saturating_add(zone.period_ms);
		ensure!(
			period.takes_reads() && period.cleared().is_some() && Self::now() >= end,
			Error::<T>::WrongStage
		);
		let MeterRecord { owner, spec, .. } =
			Meters::<T>::get(meter).ok_or(Error::<T>::LegNotFound)?;
		let (id, mut leg) = Self::leg_of(market, &owner, meter).ok_or(Error::<T>::LegNotFound)?;
		let side = id.book.side;
		ensure!(leg.metered(side).is_none(), Error::<T>::AlreadyRead);
		let most = plausible_energy(spec.rating(side), seconds(zone.period_ms));
		ensure!(energy <= most, Error::<T>::ImplausibleEnergy);

		leg.estimate = Some(energy);
		Self::put_leg(&id, &leg);
		Self::deposit_event(Event::EnergyEstimated { market, meter, energy });
		Ok(())
	}
}

/// The most that two registers can differ by. Each is rounded down, so that they may differ by one
/// more than what flowed.
fn most_between(rating: u32, period: u32) -> Energy {
	plausible_energy(rating, period).saturating_add(1)
}
