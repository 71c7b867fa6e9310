// SPDX-License-Identifier: Apache-2.0

//! What the runtime must supply, and what a chain begins with.

use frame_support::pallet_macros::pallet_section;

/// The pallet's configuration.
#[pallet_section]
mod config {
	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A zone.
		#[codec(index = 0)]
		Zone,
		/// A meter of a zone.
		#[codec(index = 1)]
		Meter,
		/// A period that somebody opened.
		#[codec(index = 2)]
		Period,
		/// The orders of a meter in a period, with the reads and the settlement that belong to
		/// them.
		#[codec(index = 3)]
		Order,
		/// A certificate, or a buyer's share of some.
		#[codec(index = 4)]
		Certificate,
		/// What orders may have to pay, what the grid account puts up, bonds of disputes, and what
		/// lies with the pallet's account between those who pay and those who are paid.
		#[codec(index = 5)]
		Escrow,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they may pause new work.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The grid authorities: they set caps, assess zones, decide disputes, and withdraw
		/// certificates.
		type GridOperatorOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The register of devices: whose meter it is, whose key speaks for it, and whether it can
		/// be relied on.
		type Devices: DeviceRegistry<AccountId = Self::AccountId>;

		/// The register of streams: which of a meter's streams is a register in Wh.
		type Streams: StreamRegistry;

		/// The register of batches: proves reads that came in one.
		type Batches: BatchRegistry<AccountId = Self::AccountId>;

		/// Feeds, for zones that take their prices from one.
		type Feeds: FeedReader;

		/// All currencies that a zone may be paid in: the native one, or any asset with holds.
		///
		/// All money moves by holds, so that what is promised is there when it is due.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Money,
			Reason: From<HoldReason>,
			AssetId: MaxEncodedLen,
		>;

		/// Of the account that keeps money between those who pay and those who are paid.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// What the operator puts up for a zone.
		type ZoneTicket: Consideration<Self::AccountId, Footprint>;

		/// What an owner puts up for a meter.
		type MeterTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a period by whoever opens it.
		type PeriodTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for the orders of a meter in a period, with the reads and the settlement
		/// that belong to them.
		type OrderTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a certificate, or for a buyer's share of some.
		type CertificateTicket: Consideration<Self::AccountId, Footprint>;

		/// The least time between two changes of a zone's prices, in milliseconds.
		#[pallet::constant]
		type PriceInterval: Get<Moment>;

		/// The most of what sellers earn that a zone may keep.
		#[pallet::constant]
		type MaxFee: Get<BasisPoints>;

		/// The least number of accounts that a zone may want on each side of a market before they
		/// make a price of their own, except on chains for tests.
		#[pallet::constant]
		type MinParticipants: Get<u32>;

		/// The most by which a zone's prices may change at a time.
		#[pallet::constant]
		type MaxStep: Get<BasisPoints>;

		/// The most that a zone may take for a cancelled order, pay as a reward or want as a bond:
		/// what so much energy costs at its retail price, in Wh. A zone may be paid in anything, so
		/// that no amount is large or small by itself.
		#[pallet::constant]
		type MaxCharge: Get<Energy>;

		/// The least bond of a dispute: what so much energy costs at the zone's retail price, in
		/// Wh.
		#[pallet::constant]
		type MinBond: Get<Energy>;

		/// The least time in which a settlement can be disputed, in milliseconds, except on chains
		/// for tests.
		#[pallet::constant]
		type MinDisputeTime: Get<Moment>;

		/// How long the authorities have to decide a dispute, in milliseconds. After that the
		/// settlement stands.
		#[pallet::constant]
		type DecisionTime: Get<Moment>;

		/// How long after its period a certificate can be used, in milliseconds, and how long the
		/// record of a used one is kept.
		#[pallet::constant]
		type CertificateLife: Get<Moment>;

		/// The part of a block that clearing and settling may take when nobody asks for it.
		#[pallet::constant]
		type IdleShare: Get<Perbill>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: benchmarking::BenchmarkHelper<Self::AccountId, CurrencyOf<Self>>;
	}

	/// The state that a chain begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T> {
		/// Whether periods may last seconds. For tests only: in two seconds no meter reports in
		/// time what it does in a quarter of an hour.
		pub quick_markets: bool,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			QuickMarkets::<T>::put(self.quick_markets);
		}
	}
}
