// SPDX-License-Identifier: Apache-2.0

//! The meter on a zone's feeder: what all others say must add up to what it says.

use super::*;
use mote_clearing::is_balanced;

/// Whether a read was of use to somebody.
#[derive(Clone, Copy, Default)]
pub(crate) struct Taken {
	/// A period takes it.
	pub(crate) is_wanted: bool,
	/// It says what was not known.
	pub(crate) is_new: bool,
}

impl<T: Config> Pallet<T> {
	/// Adds a meter's registers to the sums of the periods that end and begin at that moment, as
	/// far as they fit those, if the zone has a meter on its feeder. The last register of a
	/// period's decides.
	pub(crate) fn count_read(
		device: DeviceId,
		meter: &mut MeterRecordOf<T>,
		at: Moment,
		registers: &Registers,
		fits: [bool; 2],
	) -> Result<Taken, Error<T>> {
		let mut zone = Self::zone_record(meter.zone)?;
		let mut taken = Taken::default();
		if zone.feeder.is_none() || meter.approval == Approval::Pending {
			return Ok(taken);
		}
		// Else a meter could choose not to be counted, by being read in another order.
		ensure!(meter.counted.reaches(at, zone.period_ms), Error::<T>::NothingToRead);
		let is_feeder = zone.feeder == Some(device);
		let new = meter.counted.take(at, zone.period_ms, registers);
		let is_new = new != Registers::default();
		let [ends, begins] = fits;
		for (start, is_end, fits) in
			[(at.checked_sub(zone.period_ms), true, ends), (Some(at), false, begins)]
		{
			let Some(start) = start.filter(|_| fits) else {
				continue;
			};
			let market = MarketId { zone: meter.zone, start };
			let Some(period) = Periods::<T>::get(market) else {
				continue;
			};
			let end = start.saturating_add(zone.period_ms);
			if Self::now() > end.saturating_add(period.terms.read_ms) {
				continue;
			}
			taken.is_wanted = true;
			taken.is_new = is_new;
			let mut check = FeederChecks::<T>::get(market);
			let tally = if is_end { &mut check.closes } else { &mut check.opens };
			if tally.is_for(zone.roster) {
				tally.add(&new, is_feeder);
			}
			FeederChecks::<T>::insert(market, check);
			if is_new {
				Self::compare(market, &check, &period.terms.loss, &mut zone);
			}
		}
		Ok(taken)
	}

	fn compare(market: MarketId, check: &FeederCheck, band: &LossBand, zone: &mut ZoneRecordOf<T>) {
		let Some((meters, feeder)) = check.flows(zone.roster, zone.approved) else {
			return;
		};
		if is_balanced(&meters, &feeder, band) {
			return;
		}
		zone.suspect(market.start);
		Zones::<T>::insert(market.zone, &*zone);
		Self::deposit_event(Event::ZoneSuspected { market, meters, feeder });
	}

	/// Enters into a zone's record that one of its meters is approved, or no longer. Without the
	/// meter on its feeder, what the authorities approved is another zone.
	pub(crate) fn enrol(
		zone_id: ZoneId,
		zone: &mut ZoneRecordOf<T>,
		meter: DeviceId,
		direction: Direction,
		is_approved: bool,
	) -> Result<(), Error<T>> {
		let (feeder, approved) = match (direction, is_approved) {
			(Direction::Feeder, true) => {
				ensure!(zone.feeder.is_none(), Error::<T>::FeederExists);
				(Some(meter), zone.approved)
			},
			(Direction::Feeder, false) => (None, zone.approved),
			(_, true) =>
				(zone.feeder, zone.approved.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?),
			(_, false) => (zone.feeder, zone.approved.saturating_sub(1)),
		};
		let is_lost = zone.feeder.is_some() && feeder.is_none();
		zone.change_roster(feeder, approved);
		if is_lost && zone.standing == ZoneStanding::Approved {
			let standing = ZoneStanding::Unassessed;
			zone.standing = standing;
			Self::deposit_event(Event::ZoneAssessed { zone: zone_id, standing });
		}
		Ok(())
	}
}
