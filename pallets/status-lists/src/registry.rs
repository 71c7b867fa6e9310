// SPDX-License-Identifier: Apache-2.0

//! What other pallets, apps and nodes may ask.

use crate::{
	logic::{read, Place},
	*,
};
use alloc::vec::Vec;
use frame_support::traits::Get;
use mote_primitives::{CredentialStatus, StatusListExport, StatusListId, StatusPurpose};

impl<T: Config> CredentialStatus for Pallet<T> {
	fn status(list: StatusListId, index: u32) -> Option<u8> {
		Self::status_at(list, index)
	}

	fn purpose(list: StatusListId) -> Option<StatusPurpose> {
		Lists::<T>::get(list).map(|record| record.purpose)
	}
}

impl<T: Config> Pallet<T> {
	/// A whole list, for `StatusListApi`.
	pub fn export(list: StatusListId) -> Option<StatusListExport> {
		let ListRecord { purpose, ttl_ms, .. } = Lists::<T>::get(list)?;
		let bytes = (0..CHUNKS)
			.flat_map(|chunk| Self::statuses_of(list, chunk, purpose.bits()).into_inner())
			.collect();
		Some(StatusListExport { purpose, ttl_ms, bytes })
	}

	pub(crate) fn list_info(list: StatusListId) -> Option<ListInfoOf<T>> {
		let record = Lists::<T>::get(list)?;
		Some(ListInfo {
			is_sealed: Self::is_sealed(&record),
			free: FreeCounts::<T>::get(list)?.total(),
			issuer: record.issuer,
			purpose: record.purpose,
			ttl_ms: record.ttl_ms,
			request: record.request,
			created_at: record.created_at,
			closed_at: record.closed_at,
			offered_to: record.offered_to,
		})
	}

	pub(crate) fn status_at(list: StatusListId, index: u32) -> Option<u8> {
		let bits = Lists::<T>::get(list)?.purpose.bits();
		let Place { chunk, entry } = Place::of(index)?;
		let is_taken = read(&Self::taken_bits(list, chunk), entry, 1)? == 1;
		is_taken.then(|| read(&Self::statuses_of(list, chunk, bits), entry, bits))?
	}

	pub(crate) fn chunk_of_list(list: StatusListId, chunk: u8) -> Option<Vec<u8>> {
		let bits = Lists::<T>::get(list)?.purpose.bits();
		(chunk < CHUNKS).then(|| Self::statuses_of(list, chunk, bits).into_inner())
	}

	pub(crate) fn page_of_lists(
		issuer: &T::AccountId,
		after: Option<StatusListId>,
		limit: u32,
	) -> Vec<StatusListId> {
		let limit = usize::try_from(limit.min(T::MaxPage::get())).unwrap_or(0);
		let ids = match after {
			None => IssuedLists::<T>::iter_key_prefix(issuer),
			Some(last) => IssuedLists::<T>::iter_key_prefix_from(
				issuer,
				IssuedLists::<T>::hashed_key_for(issuer, last),
			),
		};
		ids.take(limit).collect()
	}
}
