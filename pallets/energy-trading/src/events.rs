// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody made a zone.
		ZoneCreated {
			/// The zone.
			zone: ZoneId,
			/// Who operates it.
			operator: T::AccountId,
			/// What is paid in.
			currency: CurrencyOf<T>,
			/// How long a period is, in milliseconds.
			period_ms: Moment,
			/// Its rules.
			terms: ZoneTerms,
			/// Its prices.
			prices: Prices,
		},
		/// A zone has new rules for later periods.
		TermsChanged {
			/// The zone.
			zone: ZoneId,
			/// The rules.
			terms: ZoneTerms,
			/// Their version, which orders name.
			version: TermsVersion,
		},
		/// A zone has new prices for later periods.
		PricesChanged {
			/// The zone.
			zone: ZoneId,
			/// The prices.
			prices: Prices,
		},
		/// The grid authorities assessed a zone.
		ZoneAssessed {
			/// The zone.
			zone: ZoneId,
			/// What they think of it.
			standing: ZoneStanding,
		},
		/// What the meters of a zone counted and what the one on its feeder did are too far apart.
		/// Nothing is certified for that period or a later one until the authorities have assessed
		/// the zone.
		ZoneSuspected {
			/// The period.
			market: MarketId,
			/// What all meters together drew and fed in.
			meters: Flow,
			/// What the zone took from the grid and gave to it.
			feeder: Flow,
		},
		/// A zone takes no new meters and periods.
		ZoneRetired {
			/// The zone.
			zone: ZoneId,
		},
		/// A zone is gone. Its operator got deposit, float and pot.
		ZoneRemoved {
			/// The zone.
			zone: ZoneId,
		},
		/// The grid account put up more, or took some back.
		FloatChanged {
			/// The zone.
			zone: ZoneId,
			/// What is up now.
			float: Money,
		},
		/// An owner wants a device to be a meter of a zone.
		MeterRegistered {
			/// The meter.
			meter: DeviceId,
			/// The zone.
			zone: ZoneId,
			/// Who.
			owner: T::AccountId,
			/// What it is.
			spec: MeterSpec,
		},
		/// The zone's operator approved a meter, or took that back.
		MeterApproved {
			/// The meter.
			meter: DeviceId,
			/// How far.
			approval: Approval,
		},
		/// A device is no meter any more, and its deposit was returned.
		MeterRemoved {
			/// The meter.
			meter: DeviceId,
		},
		/// A period takes orders.
		MarketOpened {
			/// The market.
			market: MarketId,
			/// Who opened it.
			opener: T::AccountId,
			/// The rules, for good.
			terms: ZoneTerms,
			/// The prices, for good.
			prices: Prices,
		},
		/// The most that may be traded in a period has changed.
		CapSet {
			/// The market.
			market: MarketId,
			/// In Wh.
			cap: Option<Energy>,
		},
		/// Somebody placed an order.
		OrderPlaced {
			/// The order.
			order: OrderId,
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// Who.
			account: T::AccountId,
			/// Bid or ask.
			side: Side,
			/// The worst price accepted.
			limit: Price,
			/// How much, in Wh.
			quantity: Energy,
			/// What is on hold for it.
			hold: Money,
			/// Whether certificates go with what is sold, or are wanted with what is bought.
			with_attribute: bool,
		},
		/// An order was taken back.
		OrderCancelled {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// The order.
			order: OrderId,
			/// What went to the zone's pot.
			fee: Money,
		},
		/// An order made way for a better one in a full book. All of its money was returned.
		OrderEvicted {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// The order.
			order: OrderId,
		},
		/// A market has a price.
		MarketCleared {
			/// The market.
			market: MarketId,
			/// What was decided. The fill of every order follows from it.
			cleared: Cleared,
			/// The price for all.
			price: Price,
		},
		/// Nothing is traded in a market. Everything is returned.
		NothingTraded {
			/// The market.
			market: MarketId,
			/// Why.
			reason: NoTrade,
		},
		/// What a meter bought or sold is known, and what its orders did not need was returned.
		ContractMade {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// Bid or ask.
			side: Side,
			/// How much, in Wh.
			contract: Energy,
			/// What stays on hold.
			held: Money,
		},
		/// The registers of a meter at a boundary are known.
		MeterWasRead {
			/// The meter.
			meter: DeviceId,
			/// The boundary.
			at: Moment,
			/// The registers.
			registers: Registers,
		},
		/// The zone's operator interpolated what is missing.
		EnergyEstimated {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// How much, in Wh.
			energy: Energy,
		},
		/// The operator curtailed a market's contracts.
		MarketCurtailed {
			/// The market.
			market: MarketId,
			/// Which part of the contracts stands, of all of the period.
			to: BasisPoints,
		},
		/// What a meter's part came to is known.
		LegSettled {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// Bid or ask.
			side: Side,
			/// What it came to.
			settlement: Settlement,
			/// Where it stands on its side's line, if certificates go with what it trades.
			place: Option<Stretch>,
		},
		/// All meters of a market are settled. The dispute window opens.
		MarketSettled {
			/// The market.
			market: MarketId,
			/// What it adds up to.
			totals: Totals,
		},
		/// Somebody disputes what a meter's part came to.
		Disputed {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// Who.
			by: T::AccountId,
			/// What is on hold for it.
			bond: Money,
		},
		/// A dispute is over.
		DisputeDecided {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// How.
			decision: Decision,
		},
		/// A meter's part was paid, and its orders and reads are gone.
		LegPaid {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// What its owner received; negative when it paid.
			net: i128,
			/// What of its earnings went to the zone's pot.
			fee: Money,
		},
		/// A meter could not be made to pay: somebody has stopped the zone's currency. It is tried
		/// again when somebody calls `settle`.
		PaymentFailed {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
		},
		/// Somebody's part in a market is over, but the account could not be given its money: the
		/// issuer of the currency has blocked it. Anybody can have it paid by `pay_claim` later.
		ClaimAdded {
			/// The currency.
			currency: CurrencyOf<T>,
			/// Whose it is.
			account: T::AccountId,
			/// What is still on hold with the account itself.
			held: Money,
			/// What lies with the pallet's account for it.
			owed: Money,
		},
		/// Somebody was paid all that was left.
		ClaimPaid {
			/// The currency.
			currency: CurrencyOf<T>,
			/// Who.
			account: T::AccountId,
			/// How much.
			amount: Money,
		},
		/// Everything in a market is paid, and its record is gone.
		MarketClosed {
			/// The market.
			market: MarketId,
			/// What the grid account got back.
			to_grid: Money,
			/// What went to the zone's pot.
			to_pot: Money,
		},
		/// Somebody was paid for having a market cleared or settled.
		WorkRewarded {
			/// The zone.
			zone: ZoneId,
			/// Who.
			who: T::AccountId,
			/// How much.
			reward: Money,
		},
		/// What a meter fed in is certified.
		CertificateIssued {
			/// The certificate.
			id: CertificateId,
			/// The meter.
			device: DeviceId,
			/// The period.
			market: MarketId,
			/// How much, in Wh.
			energy: Energy,
			/// Whose it is.
			owner: T::AccountId,
			/// Which Wh of the market it is for, if those who bought them claim it.
			carried: Option<Stretch>,
		},
		/// What a meter fed in is not certified, since its owner could not pay the deposit.
		CertificateForgone {
			/// The meter.
			device: DeviceId,
			/// The period.
			market: MarketId,
			/// How much is not, in Wh.
			energy: Energy,
		},
		/// A buyer has a share of the certificates that go with what it bought.
		ShareGranted {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
			/// Whose it is.
			account: T::AccountId,
			/// Which Wh of the market it may claim.
			stretch: Stretch,
		},
		/// A buyer gets no certificates with what it bought, since it could not pay the deposit.
		ShareForgone {
			/// The market.
			market: MarketId,
			/// The meter.
			meter: DeviceId,
		},
		/// A buyer claimed a part of a certificate as one of its own. Nothing is left of a
		/// certificate, or of a share, whose last Wh this was.
		CertificateClaimed {
			/// The new certificate.
			id: CertificateId,
			/// The one that went with what was sold.
			carried: CertificateId,
			/// The market.
			market: MarketId,
			/// The meter that bought.
			meter: DeviceId,
			/// Whose it is.
			account: T::AccountId,
			/// Which Wh of the market it is for.
			stretch: Stretch,
		},
		/// What was left of a share is given up, and its deposit was returned.
		ShareDropped {
			/// The market.
			market: MarketId,
			/// The meter that bought.
			meter: DeviceId,
			/// Whose it was.
			account: T::AccountId,
		},
		/// A certificate was split in two.
		CertificateSplit {
			/// The certificate.
			id: CertificateId,
			/// The new one.
			part: CertificateId,
			/// How much the new one is for, in Wh.
			energy: Energy,
		},
		/// A certificate became part of another.
		CertificatesMerged {
			/// The one that stays.
			id: CertificateId,
			/// The one that is gone.
			part: CertificateId,
		},
		/// A certificate has another owner.
		CertificateTransferred {
			/// The certificate.
			id: CertificateId,
			/// Its owner now.
			to: T::AccountId,
		},
		/// A certificate was used, for good.
		CertificateCancelled {
			/// The certificate.
			id: CertificateId,
			/// For whom.
			beneficiary: Beneficiary<T::AccountId>,
		},
		/// The grid authorities took a certificate back.
		CertificateWithdrawn {
			/// The certificate.
			id: CertificateId,
		},
		/// The record of a certificate is gone, and its deposit was returned.
		CertificateExpired {
			/// The certificate.
			id: CertificateId,
		},
		/// The trustees paused new work.
		WorkPaused,
		/// The trustees resumed new work.
		WorkResumed,
	}
}
