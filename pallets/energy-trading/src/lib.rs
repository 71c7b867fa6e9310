// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod book;
mod config;
mod errors;
mod events;
mod features;
mod logic;
mod storage;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "set-up that fails must stop the benchmark"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use logic::*;
pub use mote_clearing::{
	Energy, Extra, Flow, LossBand, Margin, Money, Order, Outcome, Price, PricingRule, Ration, Side,
	Sweep,
};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungibles::Inspect, BoundedVec};
use sp_core::ConstU32;

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// What names a currency.
pub type CurrencyOf<T> = <<T as Config>::Currency as Inspect<AccountIdOf<T>>>::AssetId;
/// A zone, as stored.
pub type ZoneRecordOf<T> = ZoneRecord<AccountIdOf<T>, CurrencyOf<T>, <T as Config>::ZoneTicket>;
/// A meter, as stored.
pub type MeterRecordOf<T> = MeterRecord<AccountIdOf<T>, <T as Config>::MeterTicket>;
/// A period, as stored.
pub type PeriodRecordOf<T> = PeriodRecord<AccountIdOf<T>, <T as Config>::PeriodTicket>;
/// Which part of which meter in which market.
pub type LegIdOf<T> = LegId<AccountIdOf<T>>;
/// The part of a meter in a market, as stored.
pub type LegRecordOf<T> = LegRecord<AccountIdOf<T>, <T as Config>::OrderTicket>;
/// What somebody could not be paid, as stored.
pub type ClaimRecordOf<T> = ClaimRecord<<T as Config>::OrderTicket>;
/// A certificate, as stored.
pub type CertificateRecordOf<T> =
	CertificateRecord<AccountIdOf<T>, <T as Config>::CertificateTicket>;
/// A buyer's share, as stored.
pub type ShareRecordOf<T> = ShareRecord<<T as Config>::CertificateTicket>;
/// A page of a book: orders in merit order.
pub type Page = BoundedVec<PlacedOrder, ConstU32<PAGE_ORDERS>>;

/// The pallet.
#[import_section(config::config)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
// What the macros generate for storage has some.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles::MutateHold, Consideration, Footprint, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{
		BatchRegistry, DeviceId, DeviceRegistry, DeviceSignature, FeedReader, MeterRead,
		StreamRegistry,
	};
	use sp_core::H256;
	use sp_runtime::Perbill;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_now: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::do_idle_work(remaining)
		}

		fn integrity_test() {
			assert!(
				Self::idle_step().all_lte(Self::idle_budget()),
				"IdleShare leaves no room for one page or one meter: markets would wait for callers"
			);
			assert!(
				T::CertificateLife::get() > 0 && T::DecisionTime::get() > 0,
				"a certificate or a dispute would be over before it begins"
			);
			assert!(
				T::MaxFee::get() <= WHOLE &&
					T::MaxStep::get() <= WHOLE &&
					T::MinBond::get() <= T::MaxCharge::get() &&
					T::MinDisputeTime::get() <= MAX_WAIT,
				"no zone could have terms within these limits"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Make a zone: the meters behind one feeder, which trade with each other.
		///
		/// - `origin`: signed by anyone; pays the deposit and is the zone's grid account.
		/// - `currency`: what is paid in.
		/// - `period_ms`: how long a period is, in milliseconds. Never changes.
		/// - `terms`: the rules.
		/// - `prices`: what the grid pays and asks for.
		///
		/// Emits [`Event::ZoneCreated`].
		#[pallet::call_index(0)]
		pub fn create_zone(
			origin: OriginFor<T>,
			currency: CurrencyOf<T>,
			period_ms: Moment,
			terms: ZoneTerms,
			prices: Prices,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_create_zone(who, currency, period_ms, terms, prices)
		}

		/// Change the rules of a zone for periods that are opened later.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `zone`: the zone.
		/// - `terms`: the rules.
		///
		/// Emits [`Event::TermsChanged`].
		#[pallet::call_index(1)]
		pub fn set_terms(origin: OriginFor<T>, zone: ZoneId, terms: ZoneTerms) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_terms(who, zone, terms)
		}

		/// Change the prices of a zone for periods that are opened later, by no more than its step.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `zone`: the zone.
		/// - `prices`: what the grid pays and asks for.
		///
		/// Emits [`Event::PricesChanged`].
		#[pallet::call_index(2)]
		pub fn set_prices(origin: OriginFor<T>, zone: ZoneId, prices: Prices) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_prices(who, zone, prices)
		}

		/// Say whether a zone may issue certificates.
		///
		/// - `origin`: the grid authorities.
		/// - `zone`: the zone.
		/// - `standing`: what they think of it.
		///
		/// Emits [`Event::ZoneAssessed`].
		#[pallet::call_index(3)]
		pub fn assess_zone(
			origin: OriginFor<T>,
			zone: ZoneId,
			standing: ZoneStanding,
		) -> DispatchResult {
			T::GridOperatorOrigin::ensure_origin(origin)?;
			Self::do_assess_zone(zone, standing)
		}

		/// Bring a zone to its end: it takes no new meters and periods, and open ones go on.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `zone`: the zone.
		///
		/// Emits [`Event::ZoneRetired`].
		#[pallet::call_index(4)]
		pub fn retire_zone(origin: OriginFor<T>, zone: ZoneId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire_zone(who, zone)
		}

		/// Remove a retired zone without meters and periods; its operator gets deposit, float and
		/// pot.
		///
		/// - `origin`: signed by anyone.
		/// - `zone`: the zone.
		///
		/// Emits [`Event::ZoneRemoved`].
		#[pallet::call_index(5)]
		pub fn remove_zone(origin: OriginFor<T>, zone: ZoneId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_zone(zone)
		}

		/// Put up more for what buyers may not use of what they bought.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `zone`: the zone.
		/// - `amount`: how much more.
		///
		/// Emits [`Event::FloatChanged`].
		#[pallet::call_index(6)]
		pub fn add_float(origin: OriginFor<T>, zone: ZoneId, amount: Money) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_float(who, zone, amount)
		}

		/// Take back what no cleared market needs.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `zone`: the zone.
		/// - `amount`: how much.
		///
		/// Emits [`Event::FloatChanged`].
		#[pallet::call_index(7)]
		pub fn take_float(origin: OriginFor<T>, zone: ZoneId, amount: Money) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_float(who, zone, amount)
		}

		/// Ask for a device to be a meter of a zone.
		///
		/// - `origin`: signed by the device's owner; pays the deposit.
		/// - `zone`: the zone.
		/// - `meter`: the device.
		/// - `spec`: what it is.
		///
		/// Emits [`Event::MeterRegistered`].
		#[pallet::call_index(8)]
		pub fn register_meter(
			origin: OriginFor<T>,
			zone: ZoneId,
			meter: DeviceId,
			spec: MeterSpec,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_meter(who, zone, meter, spec)
		}

		/// Approve a meter as its owner described it, or take that back. Open orders stay. The
		/// meter on the feeder is the zone's only one; without it, an approved zone has to be
		/// assessed again.
		///
		/// - `origin`: signed by the operator of the meter's zone.
		/// - `meter`: the meter.
		/// - `owner`: whose it is.
		/// - `spec`: what it is. The call fails when it is something else by now.
		/// - `approval`: how far.
		///
		/// Emits [`Event::MeterApproved`], and [`Event::ZoneAssessed`] when the feeder's is lost.
		#[pallet::call_index(9)]
		pub fn approve_meter(
			origin: OriginFor<T>,
			meter: DeviceId,
			owner: T::AccountId,
			spec: MeterSpec,
			approval: Approval,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve_meter(who, meter, owner, spec, approval)
		}

		/// Take a meter out of its zone, once it takes part in no period, and return its deposit.
		///
		/// - `origin`: signed by whoever registered it, by the device's owner, or by the zone's
		///   operator.
		/// - `meter`: the meter.
		///
		/// Emits [`Event::MeterRemoved`], and [`Event::ZoneAssessed`] when the feeder's is lost.
		#[pallet::call_index(10)]
		pub fn remove_meter(origin: OriginFor<T>, meter: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_meter(who, meter)
		}

		/// Open a period within the zone's horizon. The first order does it too.
		///
		/// - `origin`: signed by anyone; pays the deposit, which comes back when all is paid.
		/// - `market`: the zone and the period.
		///
		/// Emits [`Event::MarketOpened`].
		#[pallet::call_index(11)]
		pub fn open_market(origin: OriginFor<T>, market: MarketId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_market(who, market)
		}

		/// Say how much the feeder carries in a period whose gate has not closed.
		///
		/// - `origin`: the grid authorities.
		/// - `market`: the market.
		/// - `cap`: the most that may be traded, in Wh; `None` for no limit.
		///
		/// Emits [`Event::CapSet`].
		#[pallet::call_index(12)]
		pub fn set_cap(
			origin: OriginFor<T>,
			market: MarketId,
			cap: Option<Energy>,
		) -> DispatchResult {
			T::GridOperatorOrigin::ensure_origin(origin)?;
			Self::do_set_cap(market, cap)
		}

		/// Offer or ask for energy in a period. Opens the period if nobody has.
		///
		/// - `origin`: signed by the owner of the meter; pays the deposit with the meter's first
		///   order in the period, and what the order may have to pay is put on hold.
		/// - `market`: the zone and the period.
		/// - `meter`: the meter that is settled on.
		/// - `side`: whether to buy or to sell.
		/// - `quantity`: how much, in Wh.
		/// - `limit`: the worst price that is accepted for each kWh.
		/// - `terms`: the version of the terms that the order agrees to: those of the period, or of
		///   the zone if nobody has opened the period. Under others it is refused.
		/// - `with_attribute`: of an ask, whether the certificates of what is sold go with it to
		///   whoever wants them; of a bid, whether certificates are wanted. All orders of a meter
		///   in a period say the same.
		///
		/// Emits [`Event::OrderPlaced`], [`Event::MarketOpened`] for the first order, and
		/// [`Event::OrderEvicted`] when the book was full and a worse order made way.
		///
		/// What it weighs without opening and evicting is all that it costs when it did neither.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::submit_order()
			.saturating_add(T::WeightInfo::open_market().max(T::WeightInfo::evict())))]
		#[allow(clippy::too_many_arguments, reason = "they are what an order says")]
		pub fn submit_order(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
			side: Side,
			quantity: Energy,
			limit: Price,
			terms: TermsVersion,
			with_attribute: bool,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let order = NewOrder { side, quantity, limit, terms, with_attribute };
			Self::do_submit_order(who, market, meter, order)
		}

		/// Take an order back before its gate closes. Its money comes back, less the zone's fee.
		///
		/// - `origin`: signed by whoever placed it.
		/// - `market`: the market.
		/// - `meter`: the meter it was placed for.
		/// - `order`: the order.
		///
		/// Emits [`Event::OrderCancelled`].
		#[pallet::call_index(14)]
		pub fn cancel_order(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
			order: OrderId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_order(who, market, meter, order)
		}

		/// Find a market's price, or go on with that. Pays the zone's reward when it is found.
		///
		/// - `origin`: signed by anyone.
		/// - `market`: the market.
		/// - `pages`: how many pages of the book to read at the most. What was not needed is
		///   refunded.
		///
		/// Emits [`Event::MarketCleared`] or [`Event::NothingTraded`] when it is done.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::clear(*pages).saturating_add(T::WeightInfo::conclude()))]
		pub fn clear(
			origin: OriginFor<T>,
			market: MarketId,
			pages: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_clear(who, market, pages)
		}

		/// Carry to the chain what a meter signed: its registers at a boundary between periods.
		///
		/// - `origin`: signed by anyone.
		/// - `read`: what the meter says.
		/// - `key_index`: which of the meter's operational keys signed it.
		/// - `signature`: that key's signature over `read` (envelope kind 5).
		///
		/// Emits [`Event::MeterWasRead`], and [`Event::ZoneSuspected`] when the zone's meters and
		/// its feeder's do not add up with it.
		#[pallet::call_index(16)]
		pub fn submit_read(
			origin: OriginFor<T>,
			read: MeterRead,
			key_index: u16,
			signature: DeviceSignature,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_submit_read(read, key_index, signature)
		}

		/// Show that an anchored batch of the meter has one of its registers at a boundary.
		///
		/// - `origin`: signed by anyone.
		/// - `proof`: the reading, and the path that leads to it.
		///
		/// Emits [`Event::MeterWasRead`], and [`Event::ZoneSuspected`] when the zone's meters and
		/// its feeder's do not add up with it.
		#[pallet::call_index(17)]
		pub fn prove_read(origin: OriginFor<T>, proof: BatchProof) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prove_read(proof)
		}

		/// Interpolate what a meter with missing reads drew or fed in. Counts unless the reads
		/// come.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `market`: the market.
		/// - `meter`: the meter.
		/// - `energy`: how much, in Wh: import of a buyer, net export of a seller.
		///
		/// Emits [`Event::EnergyEstimated`].
		#[pallet::call_index(18)]
		pub fn estimate(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
			energy: Energy,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_estimate(who, market, meter, energy)
		}

		/// Go on with a market that has been cleared: return what fills do not need, compare reads
		/// with contracts, pay. Pays the zone's reward when the market is settled.
		///
		/// - `origin`: signed by anyone.
		/// - `market`: the market.
		/// - `legs`: how many meters to deal with at the most. What was not needed is refunded.
		///
		/// Emits [`Event::ContractMade`], [`Event::LegSettled`] or [`Event::LegPaid`] for each
		/// meter, and [`Event::MarketSettled`] and [`Event::MarketClosed`] when all are done.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::settle(*legs))]
		pub fn settle(
			origin: OriginFor<T>,
			market: MarketId,
			legs: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_settle(who, market, legs)
		}

		/// Stop a market that has no price yet. Everything is returned.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `market`: the market.
		///
		/// Emits [`Event::NothingTraded`].
		#[pallet::call_index(20)]
		pub fn suspend(origin: OriginFor<T>, market: MarketId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_suspend(who, market)
		}

		/// Scale down all contracts of a market that is being delivered, for what is left of the
		/// period: sellers owe less, and buyers pay for less. What has flowed stands.
		///
		/// - `origin`: signed by the zone's operator.
		/// - `market`: the market.
		/// - `to`: which part of what is left stands, in basis points.
		///
		/// Emits [`Event::MarketCurtailed`].
		#[pallet::call_index(21)]
		pub fn curtail(origin: OriginFor<T>, market: MarketId, to: BasisPoints) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_curtail(who, market, to)
		}

		/// Dispute what a meter's part came to, once. Only this meter waits.
		///
		/// - `origin`: signed by the meter's owner or the zone's operator; puts up the bond.
		/// - `market`: the market.
		/// - `meter`: the meter.
		///
		/// Emits [`Event::Disputed`].
		#[pallet::call_index(22)]
		pub fn dispute(origin: OriginFor<T>, market: MarketId, meter: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, market, meter)
		}

		/// Decide a dispute.
		///
		/// - `origin`: the grid authorities.
		/// - `market`: the market.
		/// - `meter`: the meter.
		/// - `metered`: what was really metered, in Wh; `None` to reject the dispute.
		///
		/// Emits [`Event::DisputeDecided`].
		#[pallet::call_index(23)]
		pub fn decide(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
			metered: Option<Energy>,
		) -> DispatchResult {
			T::GridOperatorOrigin::ensure_origin(origin)?;
			Self::do_decide(market, meter, metered)
		}

		/// End a dispute that nobody has decided in time: the settlement stands.
		///
		/// - `origin`: signed by anyone.
		/// - `market`: the market.
		/// - `meter`: the meter.
		///
		/// Emits [`Event::DisputeDecided`].
		#[pallet::call_index(24)]
		pub fn end_dispute(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_end_dispute(market, meter)
		}

		/// Split a certificate in two.
		///
		/// - `origin`: signed by its owner; pays the deposit of the new one.
		/// - `id`: the certificate.
		/// - `energy`: how much the new one is for, in Wh.
		///
		/// Emits [`Event::CertificateSplit`].
		#[pallet::call_index(25)]
		pub fn split_certificate(
			origin: OriginFor<T>,
			id: CertificateId,
			energy: Energy,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_split_certificate(who, id, energy)
		}

		/// Make one certificate of two for the same meter and period.
		///
		/// - `origin`: signed by the owner of both.
		/// - `id`: the one that stays.
		/// - `part`: the one that goes. Its deposit comes back.
		///
		/// Emits [`Event::CertificatesMerged`].
		#[pallet::call_index(26)]
		pub fn merge_certificates(
			origin: OriginFor<T>,
			id: CertificateId,
			part: CertificateId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_merge_certificates(who, id, part)
		}

		/// Give a certificate to somebody else. The deposit stays with whoever put it up.
		///
		/// - `origin`: signed by its owner.
		/// - `id`: the certificate.
		/// - `to`: its owner from now on.
		///
		/// Emits [`Event::CertificateTransferred`].
		#[pallet::call_index(27)]
		pub fn transfer_certificate(
			origin: OriginFor<T>,
			id: CertificateId,
			to: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer_certificate(who, id, to)
		}

		/// Use a certificate, for good.
		///
		/// - `origin`: signed by its owner.
		/// - `id`: the certificate.
		/// - `beneficiary`: for whom.
		///
		/// Emits [`Event::CertificateCancelled`].
		#[pallet::call_index(28)]
		pub fn cancel_certificate(
			origin: OriginFor<T>,
			id: CertificateId,
			beneficiary: Beneficiary<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_certificate(who, id, beneficiary)
		}

		/// Take back a certificate for what was not fed in, or not from such a source.
		///
		/// - `origin`: the grid authorities.
		/// - `id`: the certificate.
		///
		/// Emits [`Event::CertificateWithdrawn`].
		#[pallet::call_index(29)]
		pub fn withdraw_certificate(origin: OriginFor<T>, id: CertificateId) -> DispatchResult {
			T::GridOperatorOrigin::ensure_origin(origin)?;
			Self::do_withdraw_certificate(id)
		}

		/// Remove the record of a certificate whose time is over, and return its deposit.
		///
		/// - `origin`: signed by anyone.
		/// - `id`: the certificate.
		///
		/// Emits [`Event::CertificateExpired`].
		#[pallet::call_index(30)]
		pub fn expire_certificate(origin: OriginFor<T>, id: CertificateId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_expire_certificate(id)
		}

		/// Refuse new work: zones, meters, periods, orders. Everything that is open is cleared,
		/// settled and paid.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(31)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(32)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}

		/// Pay what somebody could not be paid while the account was blocked in a currency.
		///
		/// - `origin`: signed by anyone.
		/// - `currency`: the currency.
		/// - `account`: who is paid.
		///
		/// Emits [`Event::ClaimPaid`].
		#[pallet::call_index(33)]
		pub fn pay_claim(
			origin: OriginFor<T>,
			currency: CurrencyOf<T>,
			account: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_claim(currency, account)
		}

		/// Claim what a certificate has of what was bought with certificates, as one of one's own.
		/// What of the share lies between that and what has been claimed before is forgone.
		///
		/// - `origin`: signed by whoever bought; pays the deposit of the new certificate. That of
		///   the share comes back with the last that is claimed of it.
		/// - `market`: the market in which it was bought.
		/// - `meter`: the meter that bought it.
		/// - `certificate`: one that goes with what was sold there: see the view function
		///   `claimable`.
		///
		/// Emits [`Event::CertificateClaimed`].
		#[pallet::call_index(34)]
		pub fn claim_certificate(
			origin: OriginFor<T>,
			market: MarketId,
			meter: DeviceId,
			certificate: CertificateId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_certificate(who, market, meter, certificate)
		}

		/// Give up what is left of a share, and return its deposit.
		///
		/// - `origin`: signed by whoever bought; by anyone when its time is over.
		/// - `account`: whose share it is.
		/// - `market`: the market in which it was bought.
		/// - `meter`: the meter that bought it.
		///
		/// Emits [`Event::ShareDropped`].
		#[pallet::call_index(35)]
		pub fn drop_share(
			origin: OriginFor<T>,
			account: T::AccountId,
			market: MarketId,
			meter: DeviceId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_drop_share(who, account, market, meter)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A zone.
		pub fn zone(zone: ZoneId) -> Option<ZoneInfo<T::AccountId, CurrencyOf<T>>> {
			Self::zone_info(zone)
		}

		/// A meter.
		pub fn meter(meter: DeviceId) -> Option<MeterInfo<T::AccountId>> {
			Self::meter_info(meter)
		}

		/// A period that has not come to its end.
		pub fn market(market: MarketId) -> Option<MarketInfo> {
			Self::market_info(market)
		}

		/// The limits of one side of a market, best first, each with what is wanted or offered.
		pub fn book(market: MarketId, side: Side) -> Vec<(Price, u128)> {
			Self::book_levels(BookId { market, side })
		}

		/// The orders of an account in a market, with what of them was traded.
		pub fn orders_of(market: MarketId, account: T::AccountId) -> Vec<OrderInfo> {
			Self::order_infos(market, account)
		}

		/// What a meter's part in a market comes to.
		pub fn bill(market: MarketId, meter: DeviceId) -> Option<Bill> {
			Self::bill_of(market, meter)
		}

		/// A certificate.
		pub fn certificate(id: CertificateId) -> Option<CertificateInfo<T::AccountId>> {
			Self::certificate_info(id)
		}

		/// What an account may still claim of certificates for what it bought: up to 256 shares,
		/// those that come after one of them.
		pub fn shares_of(
			account: T::AccountId,
			after: Option<(MarketId, DeviceId)>,
		) -> Vec<ShareInfo> {
			Self::share_infos(account, after)
		}

		/// The certificates from which a share can be claimed now, each with how much, in Wh. In
		/// this order, all of them can, and nothing that is still to come is forgone unless it
		/// lies between others that are.
		pub fn claimable(
			account: T::AccountId,
			market: MarketId,
			meter: DeviceId,
		) -> Vec<(CertificateId, Energy)> {
			Self::claimable_from(account, market, meter)
		}
	}
}
