// SPDX-License-Identifier: Apache-2.0

//! What changes. Each transition reads, decides, writes, speaks.

use crate::{
	logic::{check_change, draw, draw_seed, is_valid_ttl, read, write, NotSettable, Place},
	*,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec,
};
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint, Time},
};
use mote_primitives::{StatusListId, StatusPurpose};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::ArithmeticError;

impl<T> From<NotSettable> for Error<T> {
	fn from(reason: NotSettable) -> Self {
		match reason {
			NotSettable::TooLarge => Self::ValueTooLarge,
			NotSettable::Unchanged => Self::StatusUnchanged,
			NotSettable::OneWay => Self::OneWay,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_list(
		issuer: T::AccountId,
		purpose: StatusPurpose,
		ttl_ms: Option<u64>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(is_valid_ttl(ttl_ms), Error::<T>::BadTtl);
		let list = NextListId::<T>::get();
		let next = list.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::ListTicket::new(&issuer, Self::list_footprint(purpose))?;

		NextListId::<T>::put(next);
		Lists::<T>::insert(
			list,
			ListRecord {
				issuer: issuer.clone(),
				purpose,
				ttl_ms,
				request: None,
				created_at: T::Time::now(),
				closed_at: None,
				offered_to: None,
				ticket,
			},
		);
		IssuedLists::<T>::insert(&issuer, list, ());
		FreeCounts::<T>::insert(list, FreeEntries::all());
		Self::deposit_event(Event::ListCreated { list, issuer, purpose, ttl_ms });
		Ok(())
	}

	pub(crate) fn do_request_indices(
		who: T::AccountId,
		list: StatusListId,
		count: u8,
		commitment: H256,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::own_list(&who, list)?;
		ensure!(record.closed_at.is_none(), Error::<T>::ListClosed);
		Self::ensure_nothing_missed(&record)?;
		ensure!(record.request.is_none(), Error::<T>::DrawPending);
		ensure!((1..=T::MaxDraw::get()).contains(&count.into()), Error::<T>::BadCount);
		ensure!(u32::from(count) <= Self::free_entries(list)?.total(), Error::<T>::NotEnoughFree);

		let at = frame_system::Pallet::<T>::block_number();
		record.request = Some(DrawRequest { at, count, commitment });
		Lists::<T>::insert(list, record);
		Self::deposit_event(Event::IndicesRequested { list, count, commitment });
		Ok(())
	}

	pub(crate) fn do_draw_indices(list: StatusListId, secret: [u8; 32]) -> DispatchResult {
		let mut record = Self::list_or_err(list)?;
		Self::ensure_nothing_missed(&record)?;
		let request = record.request.take().ok_or(Error::<T>::NoRequest)?;
		ensure!(blake2_256(&secret) == request.commitment.0, Error::<T>::WrongSecret);
		let hash = frame_system::Pallet::<T>::block_hash(request.deciding_block());
		// That of a block which is not over.
		ensure!(!hash.is_zero(), Error::<T>::DrawTooEarly);
		let seed = draw_seed(list, request.at, &secret, &hash);
		let mut free = Self::free_entries(list)?;
		let drawn = draw(&seed, request.count, &mut free, |chunk| Self::taken_bits(list, chunk))
			.ok_or(Error::<T>::NotEnoughFree)?;
		let indices =
			DrawnIndicesOf::<T>::try_from(drawn.indices).map_err(|_| Error::<T>::BadCount)?;

		for (chunk, taken) in drawn.taken {
			Taken::<T>::insert(list, chunk, taken);
		}
		FreeCounts::<T>::insert(list, free);
		Lists::<T>::insert(list, record);
		Self::deposit_event(Event::IndicesDrawn { list, indices });
		Ok(())
	}

	pub(crate) fn do_set_statuses(
		who: T::AccountId,
		list: StatusListId,
		changes: StatusChangesOf<T>,
	) -> DispatchResult {
		let ListRecord { purpose, .. } = Self::own_list(&who, list)?;
		ensure!(!changes.is_empty(), Error::<T>::NoChanges);
		let bits = purpose.bits();
		let mut named = BTreeSet::new();
		let mut chunks = BTreeMap::new();
		for StatusChange { index, value } in &changes {
			ensure!(named.insert(index), Error::<T>::DuplicateIndex);
			let Place { chunk, entry } = Place::of(*index).ok_or(Error::<T>::NotAllocated)?;
			let (taken, statuses) = chunks.entry(chunk).or_insert_with(|| {
				(Self::taken_bits(list, chunk), Self::statuses_of(list, chunk, bits))
			});
			ensure!(read(taken, entry, 1) == Some(1), Error::<T>::NotAllocated);
			let former = read(statuses, entry, bits).ok_or(Error::<T>::NotAllocated)?;
			check_change(purpose, former, *value).map_err(Error::<T>::from)?;
			write(statuses.as_mut(), entry, bits, *value).ok_or(Error::<T>::ValueTooLarge)?;
		}

		for (chunk, (_, statuses)) in chunks {
			Statuses::<T>::insert(list, chunk, statuses);
		}
		Self::deposit_event(Event::StatusesChanged { list, changes });
		Ok(())
	}

	pub(crate) fn do_close_list(who: T::AccountId, list: StatusListId) -> DispatchResult {
		let mut record = Self::own_list(&who, list)?;
		ensure!(record.closed_at.is_none(), Error::<T>::ListClosed);

		record.closed_at = Some(T::Time::now());
		record.request = None;
		Lists::<T>::insert(list, record);
		Self::deposit_event(Event::ListClosed { list });
		Ok(())
	}

	pub(crate) fn do_remove_list(who: T::AccountId, list: StatusListId) -> DispatchResult {
		let record = Self::own_list(&who, list)?;
		let closed_at = record.closed_at.ok_or(Error::<T>::NotClosed)?;
		let passed = T::Time::now().saturating_sub(closed_at);
		ensure!(passed >= T::Retention::get(), Error::<T>::RetentionNotOver);

		record.ticket.drop(&record.issuer)?;
		for chunk in 0..CHUNKS {
			Statuses::<T>::remove(list, chunk);
			Taken::<T>::remove(list, chunk);
		}
		FreeCounts::<T>::remove(list);
		IssuedLists::<T>::remove(&record.issuer, list);
		Lists::<T>::remove(list);
		Self::deposit_event(Event::ListRemoved { list });
		Ok(())
	}

	pub(crate) fn do_offer_list(
		who: T::AccountId,
		list: StatusListId,
		to: Option<T::AccountId>,
	) -> DispatchResult {
		let mut record = Self::own_list(&who, list)?;
		ensure!(to != Some(who), Error::<T>::AlreadyIssuer);
		ensure!(to.is_some() || record.offered_to.is_some(), Error::<T>::NoOffer);

		record.offered_to = to.clone();
		Lists::<T>::insert(list, record);
		Self::deposit_event(Event::ListOffered { list, to });
		Ok(())
	}

	pub(crate) fn do_accept_list(to: T::AccountId, list: StatusListId) -> DispatchResult {
		let mut record = Self::list_or_err(list)?;
		let recipient = record.offered_to.take().ok_or(Error::<T>::NoOffer)?;
		ensure!(recipient == to, Error::<T>::NotRecipient);
		// Whether a draw was missed can be seen before accepting; whether one will be cannot.
		let is_pending = record.request.is_some() && !Self::is_sealed(&record);
		ensure!(!is_pending, Error::<T>::DrawPending);

		let ticket = T::ListTicket::new(&to, Self::list_footprint(record.purpose))?;
		let from = core::mem::replace(&mut record.issuer, to.clone());
		core::mem::replace(&mut record.ticket, ticket).drop(&from)?;
		IssuedLists::<T>::remove(&from, list);
		IssuedLists::<T>::insert(&to, list, ());
		Lists::<T>::insert(list, record);
		Self::deposit_event(Event::ListTransferred { list, from, to });
		Ok(())
	}

	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	fn ensure_not_paused() -> DispatchResult {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	fn list_or_err(list: StatusListId) -> Result<ListRecordOf<T>, Error<T>> {
		Lists::<T>::get(list).ok_or(Error::<T>::ListNotFound)
	}

	fn own_list(who: &T::AccountId, list: StatusListId) -> Result<ListRecordOf<T>, Error<T>> {
		let record = Self::list_or_err(list)?;
		ensure!(record.issuer == *who, Error::<T>::NotIssuer);
		Ok(record)
	}

	fn ensure_nothing_missed(record: &ListRecordOf<T>) -> DispatchResult {
		ensure!(!Self::is_sealed(record), Error::<T>::DrawMissed);
		Ok(())
	}

	/// Whether indices were asked for and not drawn in time.
	pub(crate) fn is_sealed(record: &ListRecordOf<T>) -> bool {
		let now = frame_system::Pallet::<T>::block_number();
		record.request.is_some_and(|request| request.is_missed(now, T::DrawTerm::get()))
	}

	fn free_entries(list: StatusListId) -> Result<FreeEntries, Error<T>> {
		FreeCounts::<T>::get(list).ok_or(Error::<T>::ListNotFound)
	}

	pub(crate) fn taken_bits(list: StatusListId, chunk: u8) -> TakenBits {
		Taken::<T>::get(list, chunk).unwrap_or([0; 128])
	}

	pub(crate) fn statuses_of(list: StatusListId, chunk: u8, bits: u8) -> StatusChunk {
		Statuses::<T>::get(list, chunk)
			.unwrap_or_else(|| StatusChunk::truncate_from(vec![0; Self::chunk_bytes(bits)]))
	}

	/// How many bytes the statuses of a chunk have.
	pub(crate) fn chunk_bytes(bits: u8) -> usize {
		usize::from(CHUNK_ENTRIES / 8).saturating_mul(bits.into())
	}

	/// The state that a list occupies, at most: its record, its place among the issuer's lists, its
	/// counts, and all its chunks.
	pub fn list_footprint(purpose: StatusPurpose) -> Footprint {
		let head = Footprint::from_mel::<(
			(StatusListId, ListRecordOf<T>),
			(T::AccountId, StatusListId),
			(StatusListId, FreeEntries),
		)>();
		// The length of the statuses takes two bytes.
		let chunk =
			Footprint::from_mel::<((StatusListId, u8, u16), (StatusListId, u8, TakenBits))>();
		let statuses = u64::try_from(Self::chunk_bytes(purpose.bits())).unwrap_or(u64::MAX);
		let chunks = chunk.size.saturating_add(statuses).saturating_mul(CHUNKS.into());
		Footprint { count: 1, size: head.size.saturating_add(chunks) }
	}
}
