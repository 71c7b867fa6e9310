// SPDX-License-Identifier: Apache-2.0

//! Test runtime, and what speaks to it.

use crate::{self as pallet_energy_trading, *};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl,
	pallet_prelude::DispatchResult,
	parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold as _, NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{InspectHold as _, Mutate as _},
		AsEnsureOriginWithArg, ConstU128, ConstU16, ConstU32, ConstU64, LinearStoragePrice,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned, EnsureSignedBy};
pub use mote_pallet_testing::{KeyLife, Signer, TestDevice, TestRegistry};
use mote_primitives::{
	BatchFacts, BatchId, BatchRegistry, DataClass, DeviceId, FeedAnswer, FeedId, FeedReader,
	Implausible, KeyAlgorithm, MeterRead, ModelId, NotProven, ProvenReading, Reading, StreamId,
	StreamKind, StreamRegistry, StreamSpec, Unit,
};
use sp_core::H256;
use sp_runtime::{BuildStorage, Perbill};
use std::{cell::RefCell, collections::BTreeMap};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(12)]
	pub type AssetsHolder = pallet_assets_holder;
	#[runtime::pallet_index(60)]
	pub type EnergyTrading = pallet_energy_trading;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u128>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

pub const LEAST: u128 = 10;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = u128;
	type ExistentialDeposit = ConstU128<LEAST>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = u128;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<u64>>;
	type ForceOrigin = EnsureRoot<u64>;
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

pub const SECOND: Moment = 1_000;
pub const MINUTE: Moment = 60 * SECOND;
pub const HOUR: Moment = 60 * MINUTE;
pub const DAY: Moment = 24 * HOUR;
pub const PERIOD: Moment = 15 * MINUTE;

parameter_types! {
	pub const TradingPallet: PalletId = PalletId(*b"mo/energ");
	pub const ZoneHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Zone);
	pub const MeterHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Meter);
	pub const PeriodHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Period);
	pub const OrderHold: RuntimeHoldReason = RuntimeHoldReason::EnergyTrading(HoldReason::Order);
	pub const CertificateHold: RuntimeHoldReason =
		RuntimeHoldReason::EnergyTrading(HoldReason::Certificate);
	pub static Share: Perbill = Perbill::from_percent(10);
}

type Deposit = LinearStoragePrice<ConstU128<50>, ConstU128<1>, u128>;
type Ticket<Reason> = HoldConsideration<u64, Balances, Reason, Deposit>;
pub type Currencies = UnionOf<Balances, AssetsHolder, NativeFromLeft, NativeOrWithId<u32>, u64>;

impl pallet_energy_trading::Config for Test {
	type Time = Timestamp;
	type TrusteeOrigin = EnsureRoot<u64>;
	type GridOperatorOrigin = EnsureSignedBy<AuthorityOnly, u64>;
	type Devices = TestRegistry;
	type Streams = Shelf;
	type Batches = Shelf;
	type Feeds = Shelf;
	type Currency = Currencies;
	type PalletId = TradingPallet;
	type ZoneTicket = Ticket<ZoneHold>;
	type MeterTicket = Ticket<MeterHold>;
	type PeriodTicket = Ticket<PeriodHold>;
	type OrderTicket = Ticket<OrderHold>;
	type CertificateTicket = Ticket<CertificateHold>;
	type PriceInterval = ConstU64<DAY>;
	type MaxFee = ConstU16<500>;
	type MinParticipants = ConstU32<1>;
	type MaxStep = ConstU16<1_000>;
	type MaxCharge = ConstU64<10_000>;
	type MinBond = ConstU64<10>;
	type MinDisputeTime = ConstU64<DAY>;
	type DecisionTime = ConstU64<{ 7 * DAY }>;
	type CertificateLife = ConstU64<{ 365 * DAY }>;
	type IdleShare = Share;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkWorld;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkWorld;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<u64, NativeOrWithId<u32>> for BenchmarkWorld {
	fn set_time(now: Moment) {
		set_now(now);
	}

	fn currency() -> NativeOrWithId<u32> {
		use frame_support::traits::fungibles::Inspect as _;
		if !Assets::asset_exists(EUROS) {
			issue_euros();
		}
		NativeOrWithId::WithId(EUROS)
	}

	fn device(key: mote_primitives::DeviceKey) -> (u64, DeviceId) {
		let device = DeviceId::from_key(&key);
		let owner = BUYERS + Meters::<Test>::iter_keys().count() as u64;
		TestRegistry::add_device(device, owner, MODEL, key);
		(owner, device)
	}

	fn fund(who: &u64) {
		use frame_support::traits::fungible::Mutate;
		Self::currency();
		Balances::set_balance(who, 1_000 * START);
		Assets::mint_into(EUROS, who, 1_000 * START).unwrap();
	}

	fn proof(device: DeviceId, at: Moment) -> BatchProof {
		let reading = Reading {
			stream: 1,
			counter: 1,
			t_ms: at,
			value: 1_000,
			quality: mote_primitives::Quality::Good,
		};
		let batch = BatchId { device, stream: 1, seq: 0 };
		let proven = ProvenReading {
			device,
			reading,
			assurance: mote_primitives::Assurance::DeviceSigned,
			key_index: Some(0),
			incarnation: 0,
			not_before: None,
			not_after: at,
		};
		Self::currency();
		Shelf::add_register(device, 1);
		Shelf::prove(batch, proven);
		BatchProof { batch, index: 0, reading, path: Default::default() }
	}
}

/// Lets nobody but the grid authorities pass.
pub struct AuthorityOnly;

impl frame_support::traits::SortedMembers<u64> for AuthorityOnly {
	fn sorted_members() -> Vec<u64> {
		vec![AUTHORITY]
	}
}

#[derive(Default)]
struct Stock {
	feeds: BTreeMap<FeedId, FeedAnswer>,
	streams: BTreeMap<(DeviceId, StreamId), StreamSpec>,
	incarnations: BTreeMap<(DeviceId, StreamId), u64>,
	proven: Vec<(BatchId, ProvenReading)>,
}

thread_local! {
	static STOCK: RefCell<Stock> = RefCell::new(Stock::default());
}

/// Stands for feeds, streams and batches. Each thread has its own.
pub struct Shelf;

impl Shelf {
	fn with<R>(act: impl FnOnce(&mut Stock) -> R) -> R {
		STOCK.with(|stock| act(&mut stock.borrow_mut()))
	}

	pub fn reset() {
		Self::with(|stock| *stock = Stock::default());
	}

	pub fn set_feed(feed: FeedId, answer: Option<FeedAnswer>) {
		Self::with(|stock| match answer {
			Some(answer) => {
				stock.feeds.insert(feed, answer);
			},
			None => {
				stock.feeds.remove(&feed);
			},
		});
	}

	/// A register in Wh.
	pub fn add_register(device: DeviceId, stream: StreamId) {
		let spec = StreamSpec {
			unit: Unit::WattHour,
			scale: 0,
			kind: StreamKind::Counter,
			min: 0,
			max: i64::MAX,
			max_step_per_s: None,
			period_s: 900,
			retention_days: 30,
			class: DataClass::Business,
			implausible: Implausible::Reject,
		};
		Self::add_stream(device, stream, spec);
	}

	pub fn add_stream(device: DeviceId, stream: StreamId, spec: StreamSpec) {
		Self::with(|stock| stock.streams.insert((device, stream), spec));
	}

	/// Removes a stream, and declares it anew.
	pub fn declare_again(device: DeviceId, stream: StreamId, spec: StreamSpec) {
		Self::with(|stock| *stock.incarnations.entry((device, stream)).or_default() += 1);
		Self::add_stream(device, stream, spec);
	}

	/// Anchors a batch with this reading.
	pub fn prove(id: BatchId, proven: ProvenReading) {
		Self::with(|stock| stock.proven.push((id, proven)));
	}
}

impl FeedReader for Shelf {
	fn latest(feed: FeedId) -> Option<FeedAnswer> {
		Self::with(|stock| stock.feeds.get(&feed).copied())
	}
}

impl StreamRegistry for Shelf {
	fn spec(device: &DeviceId, stream: StreamId) -> Option<StreamSpec> {
		Self::with(|stock| stock.streams.get(&(*device, stream)).copied())
	}

	fn incarnation(device: &DeviceId, stream: StreamId) -> Option<u64> {
		let known = Self::with(|stock| stock.incarnations.get(&(*device, stream)).copied());
		Self::spec(device, stream).map(|_| known.unwrap_or_default())
	}

	fn latest(_: &DeviceId, _: StreamId) -> Option<Reading> {
		None
	}

	fn standing(_: &DeviceId) -> Option<u16> {
		None
	}
}

impl BatchRegistry for Shelf {
	type AccountId = u64;

	fn batch(_: &BatchId) -> Option<BatchFacts> {
		None
	}

	fn submitter(_: &BatchId) -> Option<u64> {
		None
	}

	fn prove(
		id: &BatchId,
		_: u32,
		reading: &Reading,
		_: &[H256],
	) -> Result<ProvenReading, NotProven> {
		Self::with(|stock| {
			stock
				.proven
				.iter()
				.find(|(batch, proven)| batch == id && proven.reading == *reading)
				.map(|(_, proven)| *proven)
				.ok_or(NotProven::BadPath)
		})
	}
}

pub const MODEL: ModelId = ModelId { manufacturer: 0, product: 1 };

/// Operates the zone: the grid account.
pub const GRID: u64 = 1;
/// The grid authorities.
pub const AUTHORITY: u64 = 2;
/// Has nothing to do with anything.
pub const STRANGER: u64 = 3;
/// Carries what others signed, and clears and settles.
pub const CARRIER: u64 = 4;
/// Cannot pay anything.
pub const POOR: u64 = 5;
/// The first of the households: buyers from here, sellers from [`SELLERS`].
pub const BUYERS: u64 = 100;
pub const SELLERS: u64 = 200;

pub const START: u128 = 1_000_000_000;
pub const FLOAT: u128 = 1_000_000;
pub const T0: Moment = 1_767_225_600_000;
pub const GENESIS: H256 = H256::repeat_byte(0x6d);
pub const OTHER_GENESIS: H256 = H256::repeat_byte(0x7e);
pub const EUROS: u32 = 7;

pub const PRICES: Prices = Prices { feed_in: 80_000, retail: 320_000 };

pub const TERMS: ZoneTerms = ZoneTerms {
	tick: 1,
	min_quantity: 10,
	cap: None,
	rule: PricingRule::Midpoint,
	penalty_bp: 1_000,
	fee_bp: 0,
	cancel_fee: 0,
	reward: 0,
	dispute_bond: 5_000,
	horizon_ms: DAY,
	gate_lead_ms: 5 * MINUTE,
	read_ms: DAY,
	dispute_ms: 3 * DAY,
	max_orders: 512,
	min_participants: 1,
	max_step_bp: 1_000,
	source: PriceSource::Operator,
	loss: LossBand { share_bp: 300, absolute: 5 },
};

pub fn everybody() -> Vec<u64> {
	let households = (BUYERS..BUYERS + 20).chain(SELLERS..SELLERS + 20);
	[GRID, AUTHORITY, STRANGER, CARRIER, POOR]
		.into_iter()
		.chain(households)
		.collect()
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	TestRegistry::reset();
	Shelf::reset();
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let balances = everybody()
		.into_iter()
		.map(|who| (who, if who == POOR { 20 } else { START }))
		.collect();
	pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.execute_with(|| {
		frame_system::BlockHash::<Test>::insert(0, GENESIS);
		System::set_block_number(1);
		set_now(T0);
	});
	ext
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext_with_keystore() -> sp_io::TestExternalities {
	use sp_keystore::{testing::MemoryKeystore, KeystoreExt};

	let mut ext = new_test_ext();
	ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	ext
}

/// Runs `test` at block 1, then checks everything that must stay true.
pub fn run<R>(test: impl FnOnce() -> R) -> R {
	new_test_ext().execute_with(|| {
		let result = test();
		check_everything();
		result
	})
}

pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn pass(ms: Moment) {
	set_now(now() + ms);
}

/// Checks every invariant of the pallet, and that no unit is on hold without a record.
pub fn check_everything() {
	EnergyTrading::do_try_state().unwrap();
	let mut expected = BTreeMap::<(u64, u8), u128>::new();
	let mut add = |who: u64, reason: HoldReason, amount: u128| {
		*expected.entry((who, reason as u8)).or_default() += amount;
	};
	let worth = |ticket: Vec<u8>| u128::decode(&mut &ticket[..]).unwrap();
	let mut escrow = BTreeMap::<(Vec<u8>, u64), u128>::new();
	let mut owe = |currency: &NativeOrWithId<u32>, who: u64, amount: u128| {
		*escrow.entry((currency.encode(), who)).or_default() += amount;
	};
	// As short as accounts are here, it is the same in all currencies.
	let pallet = EnergyTrading::account(&NativeOrWithId::Native);
	for (_, zone) in Zones::<Test>::iter() {
		add(zone.operator, HoldReason::Zone, worth(zone.ticket.encode()));
		owe(&zone.currency, zone.operator, zone.float);
		owe(&zone.currency, pallet, zone.pot + zone.due);
	}
	for (_, meter) in Meters::<Test>::iter() {
		add(meter.owner, HoldReason::Meter, worth(meter.ticket.encode()));
	}
	for (market, period) in Periods::<Test>::iter() {
		add(period.opener, HoldReason::Period, worth(period.ticket.encode()));
		owe(&Zones::<Test>::get(market.zone).unwrap().currency, pallet, period.escrow);
	}
	for (_, certificate) in Certificates::<Test>::iter() {
		let amount = worth(certificate.ticket.encode());
		add(certificate.depositor, HoldReason::Certificate, amount);
	}
	for ((account, ..), share) in Shares::<Test>::iter() {
		add(account, HoldReason::Certificate, worth(share.ticket.encode()));
	}
	for ((book, account, _), leg) in Legs::<Test>::iter() {
		let currency = Zones::<Test>::get(book.market.zone).unwrap().currency;
		add(account, HoldReason::Order, worth(leg.ticket.encode()));
		owe(&currency, account, leg.held);
		if let Some(dispute) = leg.dispute {
			owe(&currency, dispute.by, dispute.bond);
		}
	}
	for (currency, who, claim) in Claims::<Test>::iter() {
		add(who, HoldReason::Order, worth(claim.ticket.encode()));
		owe(&currency, who, claim.held);
		owe(&currency, pallet, claim.owed);
	}
	let reason = RuntimeHoldReason::EnergyTrading(HoldReason::Escrow);
	for who in everybody().into_iter().chain([pallet]) {
		for reason in [
			HoldReason::Zone,
			HoldReason::Meter,
			HoldReason::Period,
			HoldReason::Order,
			HoldReason::Certificate,
		] {
			let wanted = expected.get(&(who, reason as u8)).copied().unwrap_or_default();
			assert_eq!(on_hold(who, reason), wanted, "{who} for {reason:?}");
		}
		for currency in [NativeOrWithId::Native, NativeOrWithId::WithId(EUROS)] {
			let wanted = escrow.get(&(currency.encode(), who)).copied().unwrap_or_default();
			let held = Currencies::balance_on_hold(currency.clone(), &reason, &who);
			assert_eq!(held, wanted, "{who} in {currency:?}");
		}
	}
}

pub fn on_hold(who: u64, reason: HoldReason) -> u128 {
	Balances::balance_on_hold(&RuntimeHoldReason::EnergyTrading(reason), &who)
}

/// All that somebody owns in the native currency, on hold or not.
pub fn wealth(who: u64) -> u128 {
	use frame_support::traits::fungible::Inspect;
	Balances::total_balance(&who)
}

/// An asset of which everybody has as much as of the native currency.
pub fn issue_euros() {
	Assets::force_create(RuntimeOrigin::root(), EUROS, AUTHORITY, true, LEAST).unwrap();
	for who in everybody() {
		Assets::mint_into(EUROS, &who, START).unwrap();
	}
}

pub fn make_zone(terms: ZoneTerms) -> ZoneId {
	make_zone_in(NativeOrWithId::Native, terms)
}

pub fn make_zone_in(currency: NativeOrWithId<u32>, terms: ZoneTerms) -> ZoneId {
	let zone = NextZone::<Test>::get();
	let grid = RuntimeOrigin::signed(GRID);
	EnergyTrading::create_zone(grid.clone(), currency, PERIOD, terms, PRICES).unwrap();
	EnergyTrading::add_float(grid, zone, FLOAT).unwrap();
	zone
}

pub const CONSUMER: MeterSpec = MeterSpec {
	direction: Direction::Consumer,
	max_import_w: 10_000,
	max_export_w: 0,
	source: EnergySource::Unknown,
	streams: None,
};

pub const SOLAR: MeterSpec = MeterSpec {
	direction: Direction::Producer,
	max_import_w: 2_000,
	max_export_w: 10_000,
	source: EnergySource::Solar,
	streams: None,
};

pub const BATTERY: MeterSpec = MeterSpec {
	direction: Direction::Prosumer,
	max_import_w: 10_000,
	max_export_w: 10_000,
	source: EnergySource::Storage,
	streams: None,
};

/// A household's meter: its owner is its number.
pub fn meter_of(owner: u64) -> TestDevice {
	let seed = owner as u32;
	TestDevice::new(KeyAlgorithm::ALL[seed as usize % 4], seed)
}

/// Has a household's meter registered and approved.
pub fn join(zone: ZoneId, owner: u64, spec: MeterSpec) -> TestDevice {
	let device = meter_of(owner);
	device.register(owner, MODEL);
	let meter = device.id();
	EnergyTrading::register_meter(RuntimeOrigin::signed(owner), zone, meter, spec).unwrap();
	let grid = RuntimeOrigin::signed(GRID);
	EnergyTrading::approve_meter(grid, meter, owner, spec, Approval::Certified).unwrap();
	device
}

/// Registers in these streams, each declared once.
pub fn streams(import: StreamId, export: StreamId) -> Option<MeterStreams> {
	let register = |stream| RegisterStream { stream, incarnation: 0 };
	Some(MeterStreams { import: register(import), export: register(export) })
}

/// The period that begins in an hour.
pub fn market_of(zone: ZoneId) -> MarketId {
	MarketId { zone, start: T0 + HOUR }
}

pub fn order(
	market: MarketId,
	owner: u64,
	side: Side,
	limit: Price,
	quantity: Energy,
) -> DispatchResult {
	place(market, owner, side, limit, quantity, false)
}

/// Places an order, whose certificates go with it or not.
pub fn place(
	market: MarketId,
	owner: u64,
	side: Side,
	limit: Price,
	quantity: Energy,
	with_attribute: bool,
) -> DispatchResult {
	use frame_support::storage::with_storage_layer;
	let meter = meter_of(owner).id();
	let origin = RuntimeOrigin::signed(owner);
	let terms = terms_of(market);
	with_storage_layer(|| {
		EnergyTrading::submit_order(
			origin,
			market,
			meter,
			side,
			quantity,
			limit,
			terms,
			with_attribute,
		)
	})
	.map(|_| ())
	.map_err(|failed| failed.error)
}

/// Takes back an order of a household's meter.
pub fn cancellation(market: MarketId, owner: u64, order: OrderId) -> Call<Test> {
	Call::cancel_order { market, meter: meter_of(owner).id(), order }
}

/// The version of the terms that an order for the market has to name.
pub fn terms_of(market: MarketId) -> TermsVersion {
	Periods::<Test>::get(market)
		.map(|period| period.terms_version)
		.or_else(|| Zones::<Test>::get(market.zone).map(|zone| zone.terms_version))
		.unwrap_or_default()
}

/// A market with these orders, each of another household: (limit, quantity).
pub fn trade(zone: ZoneId, bids: &[(Price, Energy)], asks: &[(Price, Energy)]) -> MarketId {
	let market = market_of(zone);
	for (owner, (limit, quantity)) in (BUYERS..).zip(bids) {
		join(zone, owner, CONSUMER);
		order(market, owner, Side::Bid, *limit, *quantity).unwrap();
	}
	for (owner, (limit, quantity)) in (SELLERS..).zip(asks) {
		join(zone, owner, SOLAR);
		order(market, owner, Side::Ask, *limit, *quantity).unwrap();
	}
	market
}

pub fn clear(market: MarketId) {
	let period = Periods::<Test>::get(market).unwrap();
	set_now(now().max(period.clearable_at(market.start)));
	EnergyTrading::clear(RuntimeOrigin::signed(CARRIER), market, u32::MAX).unwrap();
}

/// Settles as far as it goes.
pub fn settle(market: MarketId) {
	let result = EnergyTrading::settle(RuntimeOrigin::signed(CARRIER), market, u32::MAX);
	result.map(|_| ()).map_err(|failed| failed.error).unwrap();
}

pub fn read_of(owner: u64, at: Moment, import_wh: Energy, export_wh: Energy) -> MeterRead {
	MeterRead { device: meter_of(owner).id(), at, import_wh, export_wh, counter: at / SECOND }
}

pub fn submit(read: MeterRead, owner: u64) -> DispatchResult {
	let signature = meter_of(owner).op(0).sign(&GENESIS, &read);
	EnergyTrading::submit_read(RuntimeOrigin::signed(CARRIER), read, 0, signature)
}

/// Has a meter say that so much flowed in the market.
pub fn read(market: MarketId, owner: u64, import: Energy, export: Energy) {
	let (opens, closes) = (market.start, market.start + PERIOD);
	set_now(now().max(closes));
	submit(read_of(owner, opens, 1_000, 2_000), owner).unwrap();
	submit(read_of(owner, closes, 1_000 + import, 2_000 + export), owner).unwrap();
}

/// Waits until the dispute window is closed, and has everybody paid.
pub fn pay_out(market: MarketId) {
	let period = Periods::<Test>::get(market).unwrap();
	pass(period.terms.dispute_ms);
	settle(market);
}

/// All of a block.
pub fn block() -> Weight {
	use frame_support::traits::Get;
	<<Test as frame_system::Config>::BlockWeights as Get<frame_system::limits::BlockWeights>>::get()
		.max_block
}
