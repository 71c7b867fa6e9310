// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::{logic::read, *};
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_lists()?;
		Self::try_state_entries()?;
		Self::try_state_statuses()
	}

	fn try_state_lists() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		for (list, record) in Lists::<T>::iter() {
			ensure!(list < NextListId::<T>::get(), "a list's id was never given out");
			ensure!(
				IssuedLists::<T>::contains_key(&record.issuer, list),
				"a list is not among its issuer's"
			);
			ensure!(
				record.offered_to != Some(record.issuer),
				"a list is offered to its own issuer"
			);
			let free = FreeCounts::<T>::get(list).ok_or("a list has no count of free entries")?;
			let Some(request) = record.request else { continue };
			ensure!(record.closed_at.is_none(), "a closed list has an open request");
			ensure!(request.at <= now, "a request was made in the future");
			ensure!(
				(1..=T::MaxDraw::get()).contains(&request.count.into()),
				"a request is for none or too many"
			);
			ensure!(u32::from(request.count) <= free.total(), "a request is for more than is free");
		}
		for (issuer, list, ()) in IssuedLists::<T>::iter() {
			ensure!(
				Lists::<T>::get(list).is_some_and(|record| record.issuer == issuer),
				"an issuer's lists name one of somebody else"
			);
		}
		Ok(())
	}

	fn try_state_entries() -> Result<(), TryRuntimeError> {
		for (list, free) in FreeCounts::<T>::iter() {
			ensure!(Lists::<T>::contains_key(list), "free entries are counted of no list");
			for (chunk, count) in (0..CHUNKS).zip(free.0) {
				let taken = Self::taken_bits(list, chunk);
				let zeros = taken.iter().map(|byte| byte.count_zeros()).sum::<u32>();
				ensure!(zeros == u32::from(count), "a count of free entries is wrong");
			}
		}
		for (list, chunk, taken) in Taken::<T>::iter() {
			ensure!(Lists::<T>::contains_key(list), "an entry of no list is given out");
			ensure!(chunk < CHUNKS, "an entry of no chunk is given out");
			ensure!(taken != [0; 128], "a chunk is kept of which nothing is given out");
		}
		Ok(())
	}

	fn try_state_statuses() -> Result<(), TryRuntimeError> {
		for (list, chunk, statuses) in Statuses::<T>::iter() {
			let record = Lists::<T>::get(list).ok_or("statuses belong to no list")?;
			let bits = record.purpose.bits();
			ensure!(chunk < CHUNKS, "statuses belong to no chunk");
			ensure!(
				statuses.len() == Self::chunk_bytes(bits),
				"the statuses of a chunk have a wrong length"
			);
			let taken = Self::taken_bits(list, chunk);
			let is_sound = |entry: u16| {
				read(&statuses, entry, bits) == Some(0) || read(&taken, entry, 1) == Some(1)
			};
			ensure!((0..CHUNK_ENTRIES).all(is_sound), "an entry that is free has a status");
		}
		Ok(())
	}
}
