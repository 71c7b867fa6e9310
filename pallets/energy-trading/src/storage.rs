// SPDX-License-Identifier: Apache-2.0

//! Where it is kept.

use frame_support::pallet_macros::pallet_section;

/// The pallet's storage.
#[pallet_section]
mod storage {
	/// Whether periods may last seconds and gates close shortly before delivery: on chains for
	/// tests, from their genesis on. Never changes.
	#[pallet::storage]
	pub type QuickMarkets<T> = StorageValue<_, bool, ValueQuery>;

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// The number that the next zone takes. Never given out again.
	#[pallet::storage]
	pub type NextZone<T> = StorageValue<_, ZoneId, ValueQuery>;

	/// The number that the next certificate takes. Never given out again.
	#[pallet::storage]
	pub type NextCertificate<T> = StorageValue<_, CertificateId, ValueQuery>;

	/// Zones.
	// `Twox64Concat`, here and below: numbers of zones, pages and certificates are assigned, and
	// periods start at multiples of their length.
	#[pallet::storage]
	pub type Zones<T: Config> = StorageMap<_, Twox64Concat, ZoneId, ZoneRecordOf<T>, OptionQuery>;

	/// Meters. A device belongs to one zone at a time.
	// `Blake2_128Concat`, here and below: ids of devices and accounts are hashes of keys that
	// somebody chooses.
	#[pallet::storage]
	pub type Meters<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, MeterRecordOf<T>, OptionQuery>;

	/// Periods that have not come to their end.
	#[pallet::storage]
	pub type Periods<T: Config> =
		StorageMap<_, Twox64Concat, MarketId, PeriodRecordOf<T>, OptionQuery>;

	/// Books: each side of a market, from its first order until it is cleared.
	#[pallet::storage]
	pub type Books<T: Config> = StorageMap<_, Twox64Concat, BookId, Book, ValueQuery>;

	/// The pages of the books.
	#[pallet::storage]
	pub type Pages<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BookId, Twox64Concat, u32, Page, ValueQuery>;

	/// Clearings under way.
	#[pallet::storage]
	pub type Sweeps<T: Config> = StorageMap<_, Twox64Concat, MarketId, Sweep, OptionQuery>;

	/// What the meters of zones with one on their feeder have counted, of open periods.
	#[pallet::storage]
	pub type FeederChecks<T: Config> =
		StorageMap<_, Twox64Concat, MarketId, FeederCheck, ValueQuery>;

	/// The parts of meters in markets, with their orders.
	// By owner before the meter, so that one look says whether somebody trades on a side.
	#[pallet::storage]
	pub type Legs<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, BookId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Blake2_128Concat, DeviceId>,
		),
		LegRecordOf<T>,
		OptionQuery,
	>;

	/// What accounts could not be paid since the issuer of a currency has blocked them.
	// `Blake2_128Concat`, here too: whoever makes an asset may choose its id.
	#[pallet::storage]
	pub type Claims<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CurrencyOf<T>,
		Blake2_128Concat,
		T::AccountId,
		ClaimRecordOf<T>,
		OptionQuery,
	>;

	/// Certificates.
	#[pallet::storage]
	pub type Certificates<T: Config> =
		StorageMap<_, Twox64Concat, CertificateId, CertificateRecordOf<T>, OptionQuery>;

	/// Which certificates of a market are there to be claimed by those who bought.
	#[pallet::storage]
	pub type Carried<T> =
		StorageDoubleMap<_, Twox64Concat, MarketId, Twox64Concat, CertificateId, (), OptionQuery>;

	/// What buyers may still claim of the certificates that go with what they bought.
	// By account first, so that a household finds its own.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Twox64Concat, MarketId>,
			NMapKey<Blake2_128Concat, DeviceId>,
		),
		ShareRecordOf<T>,
		OptionQuery,
	>;

	/// What has become of all certificates ever issued.
	#[pallet::storage]
	pub type CertifiedEnergy<T> = StorageValue<_, CertificateTotals, ValueQuery>;

	/// The period at which idle work goes on.
	#[pallet::storage]
	pub type IdleCursor<T> = StorageValue<_, MarketId, OptionQuery>;
}
