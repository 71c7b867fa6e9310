// SPDX-License-Identifier: Apache-2.0

//! Rounds: reports, and what follows from them.

use super::*;
use alloc::vec::Vec;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
		Defensive, Get,
	},
};
use frame_system::pallet_prelude::BlockNumberFor;
use mote_primitives::{
	oracle_commitment, signing_bytes, DeviceSignature, KeyPurposes, OracleContent, OracleReport,
	TrustPurpose, MAX_CLOCK_LEAD,
};
use sp_runtime::traits::Zero;

const IS_BONDED: &str = "a bond is on hold for whoever has reported, until the round is closed";

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_round(feed: FeedId) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		ensure!(!record.is_closing, Error::<T>::FeedClosing);
		ensure!(!Rounds::<T>::contains_key(feed), Error::<T>::RoundOpen);
		let now = Self::now();
		ensure!(now >= record.next_opening(), Error::<T>::TooEarly);
		let number = record.next_round;
		let next = number.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;

		let closes_at = now.saturating_add(record.spec.open_ms);
		let ends_at = closes_at.saturating_add(record.spec.reveal_ms.unwrap_or(0));
		let round =
			RoundRecord { number, opened_at: now, closes_at, ends_at, reports: Default::default() };
		Rounds::<T>::insert(feed, round);
		record.next_round = next;
		record.opened_at = now;
		Feeds::<T>::insert(feed, record);
		Self::deposit_event(Event::RoundOpened { feed, round: number, closes_at, ends_at });
		Ok(())
	}

	pub(crate) fn do_report(
		carrier: T::AccountId,
		report: OracleReport,
		key_index: u16,
		signature: DeviceSignature,
	) -> DispatchResult {
		let OracleReport { feed, round: number, device, at, content } = report;
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		let mut round = Rounds::<T>::get(feed)
			.filter(|round| round.number == number)
			.ok_or(Error::<T>::RoundNotOpen)?;
		let now = Self::now();
		ensure!(
			at >= round.opened_at.saturating_sub(MAX_CLOCK_LEAD) &&
				at <= now.saturating_add(MAX_CLOCK_LEAD),
			Error::<T>::ClockSkew
		);
		Self::enter(&record.spec, &mut round, &device, &content, now)?;
		// Not again for a reveal: else whoever makes devices untrusted, or a deadline that passes,
		// could cost them the bonds that stand for what they were let commit to.
		if !matches!(content, OracleContent::Reveal { .. }) {
			Self::ensure_may_report(feed, &device)?;
		}
		let key = T::Devices::authority(&device, key_index, KeyPurposes::ASSERT, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		ensure!(
			signature.verify(&signing_bytes(&genesis, &report), &key),
			Error::<T>::BadSignature
		);

		Rounds::<T>::insert(feed, round);
		Self::deposit_event(Event::Reported { report, carrier });
		Ok(())
	}

	fn ensure_may_report(feed: FeedId, device: &DeviceId) -> Result<(), Error<T>> {
		let oracle = Oracles::<T>::get(feed, device).ok_or(Error::<T>::NotAdmitted)?;
		ensure!(Self::is_bonded(device, &oracle), Error::<T>::NotJoined);
		T::Devices::ensure_trusted(device, TrustPurpose::Oracle).map_err(|_| Error::<T>::NotTrusted)
	}

	/// Enters what a device says into a round, if that can be said now.
	fn enter(
		spec: &FeedSpec,
		round: &mut RoundRecordOf,
		device: &DeviceId,
		content: &OracleContent,
		now: Moment,
	) -> Result<(), Error<T>> {
		let former = round.reports.iter_mut().find(|report| report.device == *device);
		let said = match (content, spec.reveal_ms) {
			(OracleContent::Value(value), None) => Said::Value(*value),
			(OracleContent::Commitment(commitment), Some(_)) => Said::Commitment(*commitment),
			(OracleContent::Reveal { value, salt }, Some(_)) => {
				ensure!(now >= round.closes_at, Error::<T>::RoundNotOver);
				ensure!(now < round.ends_at, Error::<T>::RoundClosed);
				let report = former.ok_or(Error::<T>::NothingToReveal)?;
				let Said::Commitment(commitment) = report.said else {
					return Err(Error::<T>::NothingToReveal);
				};
				let revealed = oracle_commitment(*value, salt, device, round.number);
				ensure!(revealed == commitment, Error::<T>::RevealMismatch);
				report.said = Said::Value(*value);
				return Ok(());
			},
			(OracleContent::Value(_), Some(_)) => return Err(Error::<T>::CommitmentWanted),
			(_, None) => return Err(Error::<T>::ValueWanted),
		};
		ensure!(former.is_none(), Error::<T>::AlreadyReported);
		ensure!(now < round.closes_at, Error::<T>::RoundClosed);
		round
			.reports
			.try_push(Report { device: *device, said })
			.map_err(|_| Error::<T>::TooManyOracles)
	}

	pub(crate) fn do_close_round(feed: FeedId) -> DispatchResultWithPostInfo {
		let record = Feeds::<T>::get(feed).ok_or(Error::<T>::FeedNotFound)?;
		let round = Rounds::<T>::get(feed).ok_or(Error::<T>::RoundNotOpen)?;
		let now = Self::now();
		ensure!(now >= round.ends_at, Error::<T>::RoundNotOver);
		let reported = u32::try_from(round.reports.len()).unwrap_or(MAX_ORACLES);

		Rounds::<T>::remove(feed);
		let mut weighty = Vec::new();
		let mut revealed = Vec::new();
		for Report { device, said } in round.reports {
			let Some(oracle) = Oracles::<T>::get(feed, device).defensive_proof(IS_BONDED) else {
				continue;
			};
			match said {
				Said::Value(value) => {
					if has_weight(oracle.reputation) {
						weighty.push(value);
					}
					revealed.push((device, value, oracle));
				},
				Said::Commitment(_) => Self::slash(feed, round.number, device, oracle),
			}
		}
		let reports = u32::try_from(weighty.len()).unwrap_or(MAX_ORACLES);
		match Outliers::of(&weighty, record.spec.floor) {
			Some(outliers) if reports >= record.spec.min_reports => {
				for (device, value, oracle) in revealed {
					let is_outlier = outliers.is_outlier(value);
					Self::judge(feed, round.number, device, oracle, is_outlier);
				}
				let value = outliers.middle;
				let result = FeedResult { value, round: round.number, reports, at: now };
				Results::<T>::insert(feed, result);
				Self::deposit_event(Event::RoundClosed { feed, result });
			},
			_ => Self::deposit_event(Event::RoundFailed { feed, round: round.number, reports }),
		}
		Ok(Some(T::WeightInfo::close_round(reported)).into())
	}

	fn judge(
		feed: FeedId,
		round: RoundNumber,
		device: DeviceId,
		mut oracle: OracleRecordOf<T>,
		is_outlier: bool,
	) {
		oracle.reputation = judged(oracle.reputation, !is_outlier);
		let reputation = oracle.reputation;
		Oracles::<T>::insert(feed, device, oracle);
		Self::deposit_event(Event::OracleJudged { feed, round, device, is_outlier, reputation });
	}

	/// Takes the bond of a device that kept back what it had committed to. Never fails, since
	/// nothing may keep a round from closing.
	fn slash(feed: FeedId, round: RoundNumber, device: DeviceId, mut oracle: OracleRecordOf<T>) {
		let taken = oracle.bond.take().and_then(|bond| Self::forfeit(&bond).ok());
		let Some(bond) = taken.defensive_proof(IS_BONDED) else {
			return;
		};
		oracle.reputation = judged(oracle.reputation, false);
		let reputation = oracle.reputation;
		Oracles::<T>::insert(feed, device, oracle);
		Self::deposit_event(Event::OracleSlashed { feed, round, device, bond, reputation });
	}

	fn forfeit(bond: &Bond<T::AccountId, BalanceOf<T>>) -> Result<BalanceOf<T>, DispatchError> {
		with_storage_layer(|| {
			T::Currency::transfer_on_hold(
				&HoldReason::Bond.into(),
				&bond.holder,
				&T::Pot::get(),
				bond.amount,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)
		})
	}
}
