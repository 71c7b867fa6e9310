// SPDX-License-Identifier: Apache-2.0

//! Certificates: who made how much of what kind of energy when, told once.

use super::*;
use frame_support::traits::Consideration;

/// The parts that all issued energy is divided into.
#[derive(Clone, Copy)]
enum Part {
	Cancelled,
	Expired,
	Withdrawn,
}

impl<T: Config> Pallet<T> {
	/// Certifies what a meter of an approved zone, certified since before, fed in, with the payment
	/// for it: once, since the meter's part in the market ends with that. A battery issues again
	/// what was cancelled for charging it, and no more.
	///
	/// What lies on `stretch` goes with what was sold, for those who bought it to claim; the seller
	/// keeps the rest.
	///
	/// Never fails: a deposit that cannot be paid costs the certificate, not the payment.
	pub(crate) fn certify(
		leg: &LegIdOf<T>,
		settlement: &Settlement,
		stretch: Option<Stretch>,
		zone: &ZoneRecordOf<T>,
	) {
		let (market, device) = (leg.book.market, leg.meter);
		let Some(mut meter) = Meters::<T>::get(device) else {
			return;
		};
		let energy = Self::certifiable(&meter, settlement, market.start);
		if energy == 0 || !zone.certifies(market.start) {
			return;
		}
		let life = Self::life_of(market, zone);
		// What a battery gives back is as old as what it was charged with.
		let use_by = match meter.spec.source {
			EnergySource::Storage => life.min(meter.charged_until),
			_ => life,
		};
		let carried = stretch.and_then(|stretch| stretch.first(energy));
		let kept = energy.saturating_sub(carried.map_or(0, |stretch| stretch.length()));
		let source = meter.spec.source;
		let mut issued: Energy = 0;
		for (energy, carried) in
			[(carried.map_or(0, |stretch| stretch.length()), carried), (kept, None)]
		{
			if energy > 0 && Self::issue(leg, energy, carried, source, zone.period_ms, use_by) {
				issued = issued.saturating_add(energy);
			}
		}
		if source == EnergySource::Storage {
			meter.charged = meter.charged.saturating_sub(issued);
			Meters::<T>::insert(device, meter);
		}
	}

	/// How much of what a meter fed in can be certified, as far as the meter goes.
	pub(crate) fn certifiable(
		meter: &MeterRecordOf<T>,
		settlement: &Settlement,
		start: Moment,
	) -> Energy {
		let is_metered = matches!(settlement.evidence, Evidence::Metered | Evidence::Decided);
		// Since before it was fed in: nobody looks back at a meter.
		let is_certified = meter.approval == Approval::Certified && meter.approved_at <= start;
		if !is_metered || !is_certified {
			return 0;
		}
		match meter.spec.source {
			EnergySource::Unknown => 0,
			EnergySource::Storage if Self::now() >= meter.charged_until => 0,
			EnergySource::Storage => settlement.metered.min(meter.charged),
			_ => settlement.metered,
		}
	}

	/// Until when certificates for a period can be used.
	pub(crate) fn life_of(market: MarketId, zone: &ZoneRecordOf<T>) -> Moment {
		let end = market.start.saturating_add(zone.period_ms);
		end.saturating_add(T::CertificateLife::get())
	}

	/// Issues a certificate to a seller, or for those who bought; `false` when the seller could not
	/// pay the deposit.
	fn issue(
		leg: &LegIdOf<T>,
		energy: Energy,
		carried: Option<Stretch>,
		source: EnergySource,
		period_ms: Moment,
		use_by: Moment,
	) -> bool {
		let (market, device, owner) = (leg.book.market, leg.meter, &leg.account);
		let record = |ticket| CertificateRecord {
			device,
			zone: market.zone,
			start: market.start,
			period_ms,
			source,
			energy,
			owner: owner.clone(),
			state: carried.map_or(CertificateState::Issued, CertificateState::Carried),
			issued_at: Self::now(),
			use_by,
			depositor: owner.clone(),
			ticket,
		};
		let issued = frame_support::storage::with_storage_layer(|| {
			let footprint = match carried {
				Some(_) => Self::carried_footprint(),
				None => Self::certificate_footprint(),
			};
			Self::add_certificate(record(T::CertificateTicket::new(owner, footprint)?))
		});
		let Ok(id) = issued else {
			Self::deposit_event(Event::CertificateForgone { device, market, energy });
			return false;
		};
		if carried.is_some() {
			Carried::<T>::insert(market, id, ());
		}
		CertifiedEnergy::<T>::mutate(|totals| {
			totals.issued = totals.issued.saturating_add(energy.into());
			totals.live = totals.live.saturating_add(energy.into());
		});
		let owner = owner.clone();
		Self::deposit_event(Event::CertificateIssued {
			id,
			device,
			market,
			energy,
			owner,
			carried,
		});
		true
	}

	pub(crate) fn add_certificate(
		record: CertificateRecordOf<T>,
	) -> Result<CertificateId, DispatchError> {
		let id = NextCertificate::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		NextCertificate::<T>::put(next);
		Certificates::<T>::insert(id, record);
		Ok(id)
	}

	/// The certificate, if it is this account's and can be used.
	fn usable(who: &T::AccountId, id: CertificateId) -> Result<CertificateRecordOf<T>, Error<T>> {
		let record = Certificates::<T>::get(id).ok_or(Error::<T>::CertificateNotFound)?;
		ensure!(record.owner == *who, Error::<T>::NotCertificateOwner);
		ensure!(record.state.carried().is_none(), Error::<T>::CertificateCarried);
		ensure!(record.state == CertificateState::Issued, Error::<T>::CertificateUsed);
		ensure!(Self::now() < record.expires_at::<T>(), Error::<T>::CertificateExpired);
		Ok(record)
	}

	pub(crate) fn do_split_certificate(
		who: T::AccountId,
		id: CertificateId,
		energy: Energy,
	) -> DispatchResult {
		let mut record = Self::usable(&who, id)?;
		ensure!(energy > 0 && energy < record.energy, Error::<T>::BadSplit);
		let ticket = T::CertificateTicket::new(&who, Self::certificate_footprint())?;

		record.energy = record.energy.saturating_sub(energy);
		let part = Self::add_certificate(CertificateRecord {
			energy,
			depositor: who.clone(),
			ticket,
			owner: who,
			state: CertificateState::Issued,
			..record
		})?;
		Certificates::<T>::mutate_extant(id, |stored| stored.energy = record.energy);
		Self::deposit_event(Event::CertificateSplit { id, part, energy });
		Ok(())
	}

	pub(crate) fn do_merge_certificates(
		who: T::AccountId,
		id: CertificateId,
		part: CertificateId,
	) -> DispatchResult {
		let mut record = Self::usable(&who, id)?;
		let other = Self::usable(&who, part)?;
		let are_alike = record.device == other.device &&
			(record.zone, record.start) == (other.zone, other.start);
		ensure!(id != part && are_alike, Error::<T>::CannotMerge);
		let energy =
			record.energy.checked_add(other.energy).ok_or(Error::<T>::ArithmeticOverflow)?;

		other.ticket.drop(&other.depositor)?;
		record.energy = energy;
		Certificates::<T>::insert(id, record);
		Certificates::<T>::remove(part);
		Self::deposit_event(Event::CertificatesMerged { id, part });
		Ok(())
	}

	pub(crate) fn do_transfer_certificate(
		who: T::AccountId,
		id: CertificateId,
		to: T::AccountId,
	) -> DispatchResult {
		let mut record = Self::usable(&who, id)?;

		record.owner = to.clone();
		Certificates::<T>::insert(id, record);
		Self::deposit_event(Event::CertificateTransferred { id, to });
		Ok(())
	}

	pub(crate) fn do_cancel_certificate(
		who: T::AccountId,
		id: CertificateId,
		beneficiary: Beneficiary<T::AccountId>,
	) -> DispatchResult {
		let mut record = Self::usable(&who, id)?;
		if let Beneficiary::Storage(battery) = &beneficiary {
			Self::charge(battery, &record)?;
		}

		Self::move_energy(record.energy, Part::Cancelled);
		record.state =
			CertificateState::Cancelled { beneficiary: beneficiary.clone(), at: Self::now() };
		Certificates::<T>::insert(id, record);
		Self::deposit_event(Event::CertificateCancelled { id, beneficiary });
		Ok(())
	}

	fn charge(battery: &DeviceId, certificate: &CertificateRecordOf<T>) -> Result<(), Error<T>> {
		let mut meter = Meters::<T>::get(battery).ok_or(Error::<T>::NotStorage)?;
		let zone = Self::zone_record(meter.zone)?;
		let is_storage = meter.spec.source == EnergySource::Storage &&
			meter.approval == Approval::Certified &&
			zone.standing == ZoneStanding::Approved;
		ensure!(is_storage, Error::<T>::NotStorage);
		let drawn = meter.drawn.checked_sub(certificate.energy).ok_or(Error::<T>::NotCharged)?;
		let (charged, until) = match meter.charged {
			0 => (0, certificate.use_by),
			_ if Self::now() >= meter.charged_until => (0, certificate.use_by),
			charged => (charged, certificate.use_by.min(meter.charged_until)),
		};
		let charged = charged.checked_add(certificate.energy);
		meter.charged = charged.ok_or(Error::<T>::ArithmeticOverflow)?;
		(meter.drawn, meter.charged_until) = (drawn, until);
		Meters::<T>::insert(battery, meter);
		Ok(())
	}

	/// Counts what a battery drew by its own reads: certificates for so much can be cancelled for
	/// charging it.
	pub(crate) fn note_draw(meter: &DeviceId, settlement: &Settlement) {
		if settlement.evidence != Evidence::Metered {
			return;
		}
		Meters::<T>::mutate_extant(meter, |meter| {
			if meter.spec.source == EnergySource::Storage {
				meter.drawn = meter.drawn.saturating_add(settlement.metered);
			}
		});
	}

	pub(crate) fn do_withdraw_certificate(id: CertificateId) -> DispatchResult {
		let mut record = Certificates::<T>::get(id).ok_or(Error::<T>::CertificateNotFound)?;
		ensure!(record.is_live(), Error::<T>::CertificateUsed);

		Self::move_energy(record.energy, Part::Withdrawn);
		Self::unlist(id, &record);
		record.state = CertificateState::Withdrawn;
		Certificates::<T>::insert(id, record);
		Self::deposit_event(Event::CertificateWithdrawn { id });
		Ok(())
	}

	pub(crate) fn do_expire_certificate(id: CertificateId) -> DispatchResult {
		let record = Certificates::<T>::get(id).ok_or(Error::<T>::CertificateNotFound)?;
		ensure!(Self::now() >= record.expires_at::<T>(), Error::<T>::NotExpired);

		if record.is_live() {
			Self::move_energy(record.energy, Part::Expired);
		}
		Self::unlist(id, &record);
		record.ticket.drop(&record.depositor)?;
		Certificates::<T>::remove(id);
		Self::deposit_event(Event::CertificateExpired { id });
		Ok(())
	}

	/// Nobody claims from it any more.
	pub(crate) fn unlist(id: CertificateId, record: &CertificateRecordOf<T>) {
		if record.state.carried().is_some() {
			Carried::<T>::remove(record.market(), id);
		}
	}

	/// Takes energy out of circulation. Sums of `u64` fill no `u128`.
	fn move_energy(energy: Energy, part: Part) {
		let energy = u128::from(energy);
		CertifiedEnergy::<T>::mutate(|totals| {
			totals.live = totals.live.saturating_sub(energy);
			let sum = match part {
				Part::Cancelled => &mut totals.cancelled,
				Part::Expired => &mut totals.expired,
				Part::Withdrawn => &mut totals.withdrawn,
			};
			*sum = sum.saturating_add(energy);
		});
	}
}

impl<AccountId, Ticket> CertificateRecord<AccountId, Ticket> {
	/// In which market its energy was traded.
	pub(crate) const fn market(&self) -> MarketId {
		MarketId { zone: self.zone, start: self.start }
	}

	/// Whether its energy is in circulation.
	pub(crate) const fn is_live(&self) -> bool {
		matches!(self.state, CertificateState::Issued | CertificateState::Carried(_))
	}

	/// When its time is over. The record of a used one is kept for as long again, from when it was
	/// used.
	pub(crate) fn expires_at<T: Config>(&self) -> Moment {
		match self.state {
			CertificateState::Cancelled { at, .. } => at.saturating_add(T::CertificateLife::get()),
			_ => self.use_by,
		}
	}
}
