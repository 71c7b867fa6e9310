// SPDX-License-Identifier: Apache-2.0

//! Certificates.

use super::*;
use frame_support::stored;
use mote_clearing::Energy;
use mote_primitives::DeviceId;

/// For whom a certificate was cancelled.
#[stored]
pub enum Beneficiary<AccountId> {
	/// An account: the certificate is used up.
	#[codec(index = 0)]
	Account(AccountId),
	/// A battery that was charged: it may issue as much again.
	#[codec(index = 1)]
	Storage(DeviceId),
}

/// Where a certificate is in its life.
#[stored]
pub enum CertificateState<AccountId> {
	/// It can be split, merged, handed on, cancelled.
	#[codec(index = 0)]
	Issued,
	/// Used, for good.
	#[codec(index = 1)]
	Cancelled {
		/// For whom.
		beneficiary: Beneficiary<AccountId>,
		/// When.
		at: Moment,
	},
	/// Taken back by the grid authorities.
	#[codec(index = 2)]
	Withdrawn,
	/// It goes with energy that was sold: those who bought it claim these Wh of the market, and
	/// nobody can do anything else with it.
	#[codec(index = 3)]
	Carried(Stretch),
}

/// A certificate for energy from a renewable source, as stored.
#[stored]
pub struct CertificateRecord<AccountId, Ticket> {
	/// Which meter fed it in.
	pub device: DeviceId,
	/// The zone: more than that is not told of where.
	pub zone: ZoneId,
	/// When the interval began in which it was fed in.
	pub start: Moment,
	/// How long the interval is, in milliseconds: an hour at the most.
	pub period_ms: Moment,
	/// From what it was made.
	pub source: EnergySource,
	/// How much, in Wh. Of what goes with sold energy: how much nobody has claimed yet.
	pub energy: Energy,
	/// Whose it is.
	pub owner: AccountId,
	/// Where it is in its life.
	pub state: CertificateState<AccountId>,
	/// When it was issued.
	pub issued_at: Moment,
	/// When its time is over.
	pub use_by: Moment,
	/// Who put up the ticket.
	pub depositor: AccountId,
	/// Returned when the record is gone.
	pub ticket: Ticket,
}

/// What has become of all certificates ever issued, in Wh. Conserved.
#[stored]
#[derive(Copy, Default)]
pub struct CertificateTotals {
	/// Issued, from the beginning of time.
	pub issued: u128,
	/// In circulation.
	pub live: u128,
	/// Cancelled for a beneficiary.
	pub cancelled: u128,
	/// Not used in time.
	pub expired: u128,
	/// Taken back.
	pub withdrawn: u128,
}
