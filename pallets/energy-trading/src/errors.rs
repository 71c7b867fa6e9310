// SPDX-License-Identifier: Apache-2.0

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

/// The pallet's errors.
#[pallet_section]
mod errors {
	/// Why a call failed, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// New work is paused by the trustees. Try again when they have resumed it. Settlement and
		/// payment go on.
		Paused,
		/// There is no such zone.
		ZoneNotFound,
		/// Only the zone's operator may do this.
		NotOperator,
		/// The terms contradict each other or leave what the chain allows: see `terms_are_valid`
		/// in the docs of the pallet.
		BadTerms,
		/// A price is zero, feeding in earns more than drawing costs, or a price is no multiple of
		/// the tick.
		BadPrices,
		/// There is no such currency.
		CurrencyNotFound,
		/// A period takes 5, 15, 30 or 60 minutes.
		BadPeriodLength,
		/// The zone's prices follow feeds. Nobody sets them, unless the terms say otherwise.
		PricesFollowFeeds,
		/// The price changes by more than the zone's step. Change it in several steps.
		StepTooLarge,
		/// The prices changed too lately. Wait for the time that the constant `PriceInterval`
		/// says.
		TooSoon,
		/// No number is left for a further zone, period, order or certificate.
		NumbersUsedUp,
		/// The zone has come to its end, and takes no new meters and periods.
		ZoneRetired,
		/// The zone has to be retired before it can be removed.
		ZoneNotRetired,
		/// Meters or periods of the zone are left. Remove the meters and see the periods to their
		/// end.
		ZoneInUse,
		/// The operator has put up less than this.
		FloatTooLow,
		/// No device has this id, or it is not a meter of any zone. Register it first.
		MeterNotFound,
		/// The device is a meter of a zone already. Remove it there first.
		MeterExists,
		/// Only the owner of the meter may do this.
		NotMeterOwner,
		/// The meter takes part in periods that have not come to their end. Wait for them.
		MeterInUse,
		/// A meter that draws or feeds in must say how much it can, and one that does not must
		/// not.
		BadMeter,
		/// The meter is described otherwise, or is somebody else's, than the approval says. Look
		/// at it again.
		OtherMeter,
		/// The zone has a meter on its feeder already. Take back its approval first.
		FeederExists,
		/// The meter belongs to another zone.
		WrongZone,
		/// The zone's operator has not approved the meter yet.
		MeterNotApproved,
		/// The device is not to be relied on for settlement. Ask the register's view function
		/// `trusted` why.
		NotTrusted,
		/// No such period was opened.
		MarketNotFound,
		/// The period is open already.
		MarketExists,
		/// A period starts at a multiple of its length.
		BadStart,
		/// The period does not open yet: see the zone's horizon.
		NotOpenYet,
		/// The gate is closed: orders are firm, and none is taken.
		GateClosed,
		/// The gate has not closed, or less than a minute ago.
		GateOpen,
		/// The market has been cleared already.
		AlreadyCleared,
		/// The market is no longer, or not yet, at the point where this can be done. Its view
		/// function `market` says where it is.
		WrongStage,
		/// There is no such order: it was cancelled, made way for a better one, or is settled.
		OrderNotFound,
		/// Only whoever placed the order may do this.
		NotOrderOwner,
		/// The meter cannot sell, or cannot buy.
		WrongDirection,
		/// The meter has orders on the other side of this period. It buys or sells, not both.
		BothSides,
		/// The account has orders on the other side of this period. Nobody trades with themselves.
		SelfTrade,
		/// The meter has four orders in this period already. Cancel one.
		TooManyOrders,
		/// The period has other terms than the order agrees to. Look at them, and name their
		/// version.
		OtherTerms,
		/// The meter's other orders in this period say otherwise: certificates go with all of them
		/// or with none. Say the same, or cancel them first.
		OtherAttribute,
		/// The limit lies outside of what the grid pays and asks for.
		PriceOutOfBand,
		/// The limit is no multiple of the zone's tick.
		OffTick,
		/// The quantity is below the zone's least.
		QuantityTooSmall,
		/// The meter cannot draw or feed in as much in one period as its orders say.
		ExceedsMeterRating,
		/// The book is full of orders that are as good as this one or better.
		BookFull,
		/// An amount does not fit. Nothing that can be metered or paid is as large.
		ArithmeticOverflow,
		/// No meter of this id takes part in the period, or it has been paid.
		LegNotFound,
		/// The moment is none at which a period of the zone begins or ends.
		NotABoundary,
		/// The moment has not come.
		ReadTooEarly,
		/// The meter takes part in no period that begins or ends at this moment and still takes
		/// reads. It may be too late.
		NothingToRead,
		/// The registers at this moment are known already.
		AlreadyRead,
		/// A register is below what it was before, or above what it is known to be later.
		RegisterWentBack,
		/// The counter does not rise with time.
		CounterNotIncreasing,
		/// More than the meter can draw or feed in, and five percent and what rounding makes.
		ImplausibleEnergy,
		/// The key of this number may not speak for the device at this time.
		KeyHasNoAuthority,
		/// The signature is not by this key over this read for this chain.
		BadSignature,
		/// The reading is not proven: another path, index, or batch, or a batch that cannot be
		/// relied on.
		NotProven,
		/// The batch is signed by a gateway or only asserted. Only what the meter itself signed
		/// counts.
		NotDeviceSigned,
		/// The reading is not from a register stream of the meter as it was approved, negative, or
		/// not good.
		NotARegister,
		/// Reads are missing, and meters may still be read.
		ReadsMissing,
		/// The dispute window is open, or reads may still show that the feeder's meter says
		/// something else. Nobody is paid before.
		WindowOpen,
		/// The dispute window is closed.
		WindowClosed,
		/// Only the meter's owner and the zone's operator may do this.
		NotParty,
		/// The settlement is disputed already.
		AlreadyDisputed,
		/// Whoever calls has disputed the settlement before. It was decided.
		DisputedBefore,
		/// The settlement is not disputed.
		NotDisputed,
		/// The authorities have time to decide still.
		DecisionPending,
		/// Contracts can only be curtailed, and only once.
		BadCurtailment,
		/// Nothing is left to be paid to the account in this currency.
		ClaimNotFound,
		/// There is no such certificate.
		CertificateNotFound,
		/// Only the owner of the certificate may do this.
		NotCertificateOwner,
		/// The certificate was cancelled or withdrawn.
		CertificateUsed,
		/// The certificate goes with energy that was sold. Only whoever bought it can claim from
		/// it.
		CertificateCarried,
		/// The certificate, or the share, has not expired.
		NotExpired,
		/// The certificate has expired.
		CertificateExpired,
		/// A part of a certificate is at least 1 Wh, and less than all of it.
		BadSplit,
		/// Only certificates of one meter and one period of the same owner become one.
		CannotMerge,
		/// The beneficiary is not a battery's meter in an approved zone.
		NotStorage,
		/// The battery has not drawn as much: only what it bought, and its own reads show, counts.
		NotCharged,
		/// The account has nothing left to claim for this meter in this market. Its view function
		/// `shares_of` lists what it has.
		ShareNotFound,
		/// Nothing of the certificate is left for this share. The view function `claimable` lists
		/// the certificates that have something.
		NothingToClaim,
	}
}
