// SPDX-License-Identifier: Apache-2.0

//! Books: pages of orders in merit order, so that a clearing reads them page by page and a new
//! order changes one of them.

use crate::*;
use frame_support::ensure;
use mote_clearing::merit_cmp;

/// Half of a page, to which a full one is split.
const HALF: usize = 64;

impl PageEntry {
	fn of(page: u32, orders: &[Order]) -> Option<Self> {
		let first = orders.first()?;
		let count = u32::try_from(orders.len()).ok()?;
		Some(Self { page, count, limit: first.limit, sequence: first.sequence })
	}

	/// The first order, as far as its place in the book goes.
	const fn first(&self) -> Order {
		Order { limit: self.limit, quantity: 0, sequence: self.sequence }
	}
}

impl Directory {
	/// The place of the page on which an order belongs.
	fn place(&self, side: Side, order: &Order) -> usize {
		let behind = self
			.pages
			.partition_point(|entry| merit_cmp(side, &entry.first(), order).is_le());
		behind.saturating_sub(1)
	}

	fn count(&self, at: usize) -> u32 {
		self.pages.get(at).map_or(u32::MAX, |entry| entry.count)
	}
}

impl<T: Config> Pallet<T> {
	/// Puts an order where it belongs.
	pub(crate) fn insert_into_book(book: BookId, order: Order) -> Result<(), Error<T>> {
		let mut directory = Directories::<T>::get(book);
		let at = directory.place(book.side, &order);
		match directory.pages.get(at).copied() {
			None => Self::add_page(book, &mut directory, at, alloc::vec![order])?,
			Some(entry) => {
				let mut orders = Pages::<T>::get(book, entry.page).into_inner();
				let place =
					orders.partition_point(|other| merit_cmp(book.side, other, &order).is_lt());
				orders.insert(place, order);
				if orders.len() > HALF.saturating_mul(2) {
					let rest = orders.split_off(HALF);
					Self::add_page(book, &mut directory, at.saturating_add(1), rest)?;
				}
				Self::put_page(book, &mut directory, at, orders)?;
			},
		}
		directory.orders = directory.orders.saturating_add(1);
		Directories::<T>::insert(book, directory);
		Ok(())
	}

	/// Takes an order out. Pages that have become small are joined, so that there is always room
	/// for as many orders as a book may have.
	pub(crate) fn remove_from_book(book: BookId, order: &Order) -> Result<(), Error<T>> {
		let mut directory = Directories::<T>::get(book);
		let at = directory.place(book.side, order);
		let entry = directory.pages.get(at).copied().ok_or(Error::<T>::OrderNotFound)?;
		let mut orders = Pages::<T>::get(book, entry.page).into_inner();
		let place = orders
			.iter()
			.position(|other| other.sequence == order.sequence)
			.ok_or(Error::<T>::OrderNotFound)?;
		orders.remove(place);
		directory.orders = directory.orders.saturating_sub(1);
		if orders.is_empty() {
			Pages::<T>::remove(book, entry.page);
			directory.pages.remove(at);
		} else {
			Self::put_page(book, &mut directory, at, orders)?;
			Self::join(book, &mut directory, at)?;
			if let Some(before) = at.checked_sub(1) {
				Self::join(book, &mut directory, before)?;
			}
		}
		if directory.pages.is_empty() {
			Directories::<T>::remove(book);
		} else {
			Directories::<T>::insert(book, directory);
		}
		Ok(())
	}

	/// Joins a page with the next one if both are small.
	fn join(book: BookId, directory: &mut Directory, at: usize) -> Result<(), Error<T>> {
		let next = at.saturating_add(1);
		if directory.count(at).saturating_add(directory.count(next)) > MERGE_ORDERS {
			return Ok(());
		}
		let (Some(entry), Some(other)) =
			(directory.pages.get(at).copied(), directory.pages.get(next).copied())
		else {
			return Ok(());
		};
		let mut orders = Pages::<T>::get(book, entry.page).into_inner();
		orders.extend(Pages::<T>::take(book, other.page));
		directory.pages.remove(next);
		Self::put_page(book, directory, at, orders)
	}

	fn add_page(
		book: BookId,
		directory: &mut Directory,
		at: usize,
		orders: alloc::vec::Vec<Order>,
	) -> Result<(), Error<T>> {
		let page = directory.next_page;
		directory.next_page = page.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let entry = PageEntry::of(page, &orders).ok_or(Error::<T>::BookFull)?;
		directory.pages.try_insert(at, entry).map_err(|_| Error::<T>::BookFull)?;
		Self::put_page(book, directory, at, orders)
	}

	fn put_page(
		book: BookId,
		directory: &mut Directory,
		at: usize,
		orders: alloc::vec::Vec<Order>,
	) -> Result<(), Error<T>> {
		let entry = directory.pages.get_mut(at).ok_or(Error::<T>::BookFull)?;
		*entry = PageEntry::of(entry.page, &orders).ok_or(Error::<T>::BookFull)?;
		let orders = Page::try_from(orders).map_err(|_| Error::<T>::BookFull)?;
		Pages::<T>::insert(book, entry.page, orders);
		Ok(())
	}

	/// The order that makes way for `order`, if the book is full; an error when none is worse.
	pub(crate) fn evicted_for(
		book: BookId,
		order: &Order,
		max_orders: u32,
	) -> Result<Option<OrderId>, Error<T>> {
		let directory = Directories::<T>::get(book);
		if directory.orders < max_orders {
			return Ok(None);
		}
		let last = directory.pages.last().ok_or(Error::<T>::BookFull)?;
		let page = Pages::<T>::get(book, last.page);
		let worst = page.last().ok_or(Error::<T>::BookFull)?;
		ensure!(merit_cmp(book.side, order, worst).is_lt(), Error::<T>::BookFull);
		Ok(Some(worst.sequence))
	}

	/// Removes one page; `false` when there was none.
	pub(crate) fn drop_page(book: BookId) -> bool {
		let mut directory = Directories::<T>::get(book);
		let Some(entry) = directory.pages.pop() else {
			return false;
		};
		Pages::<T>::remove(book, entry.page);
		if directory.pages.is_empty() {
			Directories::<T>::remove(book);
		} else {
			directory.orders = directory.orders.saturating_sub(entry.count);
			Directories::<T>::insert(book, directory);
		}
		true
	}
}
