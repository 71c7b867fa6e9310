// SPDX-License-Identifier: Apache-2.0

//! Books: orders in merit order, on pages.

use super::*;
use frame_support::{stored, BoundedVec};
use mote_clearing::{Order, Price};
use mote_primitives::DeviceId;
use sp_core::ConstU32;

/// An order on a page of a book.
#[stored]
#[derive(Copy)]
pub struct PlacedOrder {
	/// The order, as the auction sees it.
	pub order: Order,
	/// Whose it is.
	pub meter: DeviceId,
}

/// A page in the directory of a book.
#[stored]
#[derive(Copy)]
pub struct PageEntry {
	/// The number of the page.
	pub page: u32,
	/// How many orders it holds.
	pub count: u32,
	/// The limit of its first order.
	pub limit: Price,
	/// The number of its first order.
	pub sequence: OrderId,
}

/// One side of a market: where its orders are, and what has been counted out. All that placing an
/// order changes beside the meter's part and a page.
#[stored]
#[derive(Default)]
pub struct Book {
	/// The pages, in merit order.
	pub pages: BoundedVec<PageEntry, ConstU32<MAX_PAGES>>,
	/// How many orders they hold together.
	pub orders: u32,
	/// The number that the next page takes.
	pub next_page: u32,
	/// How many orders it has ever had, which the number of the next one follows from.
	pub placed: u64,
	/// How many meters have orders in it. The market's record counts them once it is closed.
	pub meters: u32,
	/// How many accounts have.
	pub accounts: u32,
}

/// What somebody wants to buy or to sell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NewOrder {
	/// Bid or ask.
	pub side: Side,
	/// How much, in Wh.
	pub quantity: mote_clearing::Energy,
	/// The worst price accepted.
	pub limit: Price,
	/// The version of the terms that it agrees to.
	pub terms: TermsVersion,
	/// Whether certificates go with what is sold, or are wanted with what is bought.
	pub with_attribute: bool,
}
