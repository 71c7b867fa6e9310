// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use mote_primitives::{DeviceId, DeviceRegistry, FeedAnswer, FeedId, FeedReader};

impl<T: Config> FeedReader for Pallet<T> {
	fn latest(feed: FeedId) -> Option<FeedAnswer> {
		let FeedResult { value, round, reports, at } = Results::<T>::get(feed)?;
		let spec = Feeds::<T>::get(feed)?.spec;
		let age_ms = Self::now().saturating_sub(at);
		Some(FeedAnswer {
			value,
			scale: spec.scale,
			unit: spec.unit,
			round,
			reports,
			at,
			age_ms,
			is_stale: age_ms > spec.heartbeat_ms,
		})
	}
}

impl<AccountId, Ticket> FeedRecord<AccountId, Ticket> {
	/// From when on the next round can be opened.
	pub(crate) fn next_opening(&self) -> Moment {
		match self.next_round {
			0 => 0,
			_ => self.opened_at.saturating_add(self.spec.interval_ms),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn feed_info(feed: FeedId) -> Option<FeedInfo<T::AccountId>> {
		Feeds::<T>::get(feed).map(|record| FeedInfo {
			spec: record.spec,
			is_closing: record.is_closing,
			admitted: record.admitted,
			next_round: record.next_round,
			next_opening: record.next_opening(),
			owner: record.owner,
		})
	}

	pub(crate) fn round_info(feed: FeedId) -> Option<RoundInfo> {
		Rounds::<T>::get(feed).map(|round| {
			let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
			let is_hidden = |report: &&Report| matches!(report.said, Said::Commitment(_));
			RoundInfo {
				number: round.number,
				opened_at: round.opened_at,
				closes_at: round.closes_at,
				ends_at: round.ends_at,
				unrevealed: count(round.reports.iter().filter(is_hidden).count()),
				reports: count(round.reports.len()),
			}
		})
	}

	pub(crate) fn oracle_infos(feed: FeedId) -> Vec<OracleInfo<T::AccountId>> {
		Oracles::<T>::iter_prefix(feed)
			.map(|(device, oracle)| Self::oracle_info(device, oracle))
			.collect()
	}

	pub(crate) fn oracle_info(
		device: DeviceId,
		oracle: OracleRecordOf<T>,
	) -> OracleInfo<T::AccountId> {
		OracleInfo {
			device,
			reputation: oracle.reputation,
			has_weight: has_weight(oracle.reputation),
			may_report: Self::is_bonded(&device, &oracle),
			bonded_by: oracle.bond.map(|bond| bond.holder),
		}
	}

	/// Whether a bond was put up for the device in its present ownership period.
	pub(crate) fn is_bonded(device: &DeviceId, oracle: &OracleRecordOf<T>) -> bool {
		oracle
			.bond
			.as_ref()
			.is_some_and(|bond| T::Devices::epoch(device) == Some(bond.epoch))
	}
}
