// SPDX-License-Identifier: Apache-2.0

//! Books: pages of orders in merit order, so that a clearing reads them page by page and a new
//! order changes one of them.

use crate::*;
use frame_support::ensure;
use mote_clearing::merit_cmp;

/// Half of a page, to which a full one is split.
const HALF: usize = 64;

impl PageEntry {
	fn of(page: u32, orders: &[PlacedOrder]) -> Option<Self> {
		let first = orders.first()?.order;
		let count = u32::try_from(orders.len()).ok()?;
		Some(Self { page, count, limit: first.limit, sequence: first.sequence })
	}

	/// The first order, as far as its place in the book goes.
	const fn first(&self) -> Order {
		Order { limit: self.limit, quantity: 0, sequence: self.sequence }
	}
}

impl Book {
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
	/// Puts an order where it belongs. The book is still to be stored, here and below.
	pub(crate) fn insert_into_book(
		id: BookId,
		book: &mut Book,
		placed: PlacedOrder,
	) -> Result<(), Error<T>> {
		let at = book.place(id.side, &placed.order);
		match book.pages.get(at).copied() {
			None => Self::add_page(id, book, at, alloc::vec![placed])?,
			Some(entry) => {
				let mut orders = Pages::<T>::get(id, entry.page).into_inner();
				let is_better =
					|other: &PlacedOrder| merit_cmp(id.side, &other.order, &placed.order).is_lt();
				let place = orders.partition_point(is_better);
				orders.insert(place, placed);
				if orders.len() > HALF.saturating_mul(2) {
					let (rest, next) = (orders.split_off(HALF), at.saturating_add(1));
					Self::add_page(id, book, next, rest)?;
					Self::put_page(id, book, at, orders)?;
					// Either half may be small enough for the page beside it.
					Self::join(id, book, next)?;
					if let Some(before) = at.checked_sub(1) {
						Self::join(id, book, before)?;
					}
				} else {
					Self::put_page(id, book, at, orders)?;
				}
			},
		}
		book.orders = book.orders.saturating_add(1);
		Ok(())
	}

	/// Takes an order out. Pages that have become small are joined, so that there is always room
	/// for as many orders as a book may have.
	pub(crate) fn remove_from_book(
		id: BookId,
		book: &mut Book,
		order: &Order,
	) -> Result<(), Error<T>> {
		let at = book.place(id.side, order);
		let entry = book.pages.get(at).copied().ok_or(Error::<T>::OrderNotFound)?;
		let mut orders = Pages::<T>::get(id, entry.page).into_inner();
		let place = orders
			.iter()
			.position(|other| other.order.sequence == order.sequence)
			.ok_or(Error::<T>::OrderNotFound)?;
		orders.remove(place);
		book.orders = book.orders.saturating_sub(1);
		if orders.is_empty() {
			Pages::<T>::remove(id, entry.page);
			book.pages.remove(at);
			return Ok(());
		}
		Self::put_page(id, book, at, orders)?;
		Self::join(id, book, at)?;
		match at.checked_sub(1) {
			Some(before) => Self::join(id, book, before),
			None => Ok(()),
		}
	}

	/// Joins a page with the next one if both are small.
	fn join(id: BookId, book: &mut Book, at: usize) -> Result<(), Error<T>> {
		let next = at.saturating_add(1);
		if book.count(at).saturating_add(book.count(next)) > MERGE_ORDERS {
			return Ok(());
		}
		let (Some(entry), Some(other)) =
			(book.pages.get(at).copied(), book.pages.get(next).copied())
		else {
			return Ok(());
		};
		let mut orders = Pages::<T>::get(id, entry.page).into_inner();
		orders.extend(Pages::<T>::take(id, other.page));
		book.pages.remove(next);
		Self::put_page(id, book, at, orders)
	}

	fn add_page(
		id: BookId,
		book: &mut Book,
		at: usize,
		orders: alloc::vec::Vec<PlacedOrder>,
	) -> Result<(), Error<T>> {
		let page = book.next_page;
		book.next_page = page.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let entry = PageEntry::of(page, &orders).ok_or(Error::<T>::BookFull)?;
		book.pages.try_insert(at, entry).map_err(|_| Error::<T>::BookFull)?;
		Self::put_page(id, book, at, orders)
	}

	fn put_page(
		id: BookId,
		book: &mut Book,
		at: usize,
		orders: alloc::vec::Vec<PlacedOrder>,
	) -> Result<(), Error<T>> {
		let entry = book.pages.get_mut(at).ok_or(Error::<T>::BookFull)?;
		*entry = PageEntry::of(entry.page, &orders).ok_or(Error::<T>::BookFull)?;
		let orders = Page::try_from(orders).map_err(|_| Error::<T>::BookFull)?;
		Pages::<T>::insert(id, entry.page, orders);
		Ok(())
	}

	/// The order that makes way for `order`, if the book is full; an error when none is worse.
	pub(crate) fn evicted_for(
		id: BookId,
		book: &Book,
		order: &Order,
		max_orders: u32,
	) -> Result<Option<PlacedOrder>, Error<T>> {
		if book.orders < max_orders {
			return Ok(None);
		}
		let last = book.pages.last().ok_or(Error::<T>::BookFull)?;
		let page = Pages::<T>::get(id, last.page);
		let worst = page.last().ok_or(Error::<T>::BookFull)?;
		ensure!(merit_cmp(id.side, order, &worst.order).is_lt(), Error::<T>::BookFull);
		Ok(Some(*worst))
	}

	/// Removes one page of a book that is over; `false` when none was left, and the book is gone.
	pub(crate) fn drop_page(id: BookId) -> bool {
		let mut book = Books::<T>::get(id);
		let Some(entry) = book.pages.pop() else {
			Books::<T>::remove(id);
			return false;
		};
		Pages::<T>::remove(id, entry.page);
		book.orders = book.orders.saturating_sub(entry.count);
		Books::<T>::insert(id, book);
		true
	}
}
