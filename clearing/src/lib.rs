// SPDX-License-Identifier: Apache-2.0

//! The market rules of energy trading between neighbours, without a chain.
//!
//! - [`Order`] and [`Side`]: what is traded, and in which order offers are served.
//! - [`Admission`]: which orders a book may take.
//! - [`clear`]: the auction over a whole book. One price, the largest volume.
//! - [`Outcome`]: what the auction decided, in a few bytes, and the fill of any order from it.
//! - [`Sweep`]: the same auction a page at a time, for books that do not fit one block.
//! - [`Tariff`], [`bid_hold`], [`ask_hold`]: what energy costs, and what must be held for it.
//! - [`Seller`] and [`Buyer`]: what each owes once the meters are read.
//! - [`Registers`], [`Flow`] and [`is_balanced`]: what the meters say, and when not to believe it.
//! - [`mid_market`]: a price without orders.
//! - [`settle`]: a whole period in memory, for audits.
//!
//! The same code answers on a chain, in a tool and in a meter: there are no floats, nothing panics,
//! and nothing depends on the order in which a store lists its entries. The README explains the
//! rules; "step" in this crate's pages is a step of the clearing there.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unreachable,
		clippy::unwrap_used,
	)
)]

extern crate alloc;

mod admission;
mod auction;
mod ledger;
mod metering;
mod mid_market;
mod order;
mod outcome;
mod settlement;
mod sweep;
mod tariff;

pub use admission::{Admission, OrderFlaw, PERIODS};
pub use auction::clear;
pub use ledger::{settle, Ledger, Position};
pub use metering::{
	is_balanced, plausible_energy, rated_energy, Flow, LossBand, MeterFlaw, Rating, Registers,
};
pub use mid_market::{mid_market, MidMarket};
pub use order::{merit_cmp, Energy, Money, Order, Price, Side};
pub use outcome::{Extra, Margin, Outcome, PricingRule, Ration};
pub use settlement::{curtailed, without_reading, Buyer, Deviation, Seller};
pub use sweep::{Request, Sweep, SweepFlaw};
pub use tariff::{ask_hold, bid_hold, buyer_pays, seller_gets, Tariff, BASIS_POINTS};
