// SPDX-License-Identifier: Apache-2.0

//! A town of households that trade energy, with a market at each stage that is measured.

use crate::{
	chain::PARENT_TIME,
	maker::{endow, Made, Maker},
	transactions::signed,
};
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, traits::fungible::NativeOrWithId, weights::Weight};
use mote_clearing::{merit_cmp, Request};
use mote_pallet_testing::Signer;
use mote_primitives::{DeviceId, KeyAlgorithm, MeterRead};
use mote_runtime::{
	AccountId, EnergyTrading, Hash, Runtime, RuntimeCall, RuntimeOrigin, UncheckedExtrinsic,
	MILLI_MOTE, MOTE,
};
use pallet_device_identity::DeviceClass;
use pallet_energy_trading::{
	Approval, Book, BookId, Books, Call, Config, Direction, EnergySource, IdleCursor, LossBand,
	MarketId, MeterSpec, Order, Page, PageEntry, Pages, Periods, PlacedOrder, PriceSource, Prices,
	PricingRule, QuickMarkets, Side, Sweep, WeightInfo, ZoneStanding, ZoneTerms, PAGE_ORDERS,
};
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;
use sp_runtime::MultiAddress;

const QUARTER: u64 = 900_000;
const GATE_LEAD: u64 = 300_000;
const WAIT: u64 = 60_000;
const PRICES: Prices = Prices { feed_in: 80_000, retail: 320_000 };
/// What each household trades in a period, in Wh.
const QUANTITY: u64 = 100;
/// As many orders as a page has after a full one has split: most pages for a book.
const ON_A_PAGE: usize = PAGE_ORDERS as usize / 2;

const TERMS: ZoneTerms = ZoneTerms {
	tick: 1,
	min_quantity: 10,
	cap: None,
	rule: PricingRule::Midpoint,
	penalty_bp: 1_000,
	fee_bp: 0,
	cancel_fee: 10,
	reward: 0,
	dispute_bond: 32_000,
	horizon_ms: 24 * 3_600_000,
	gate_lead_ms: GATE_LEAD,
	read_ms: WAIT,
	dispute_ms: WAIT,
	max_orders: 8_192,
	min_participants: 1,
	max_step_bp: 1_000,
	source: PriceSource::Operator,
	loss: LossBand { share_bp: 0, absolute: 0 },
};

/// What the limits of a book look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
	/// Spread over all of the band.
	Spread,
	/// One limit for all, and twice as much wanted as offered: the worst case for a clearing.
	Flat,
}

/// A book that is cleared.
pub struct LargeBook {
	/// What its limits look like.
	pub shape: Shape,
	/// How many orders it has, on both sides together.
	pub orders: u32,
	/// How many pages a clearing of it reads.
	pub pages: u32,
	market: MarketId,
}

/// One that trades with one meter, and one that gets money.
struct Household {
	meter: DeviceId,
	signer: Signer,
	account: sr25519::Pair,
	receiver: AccountId,
}

/// Everybody, and their markets.
pub struct Town {
	genesis: Hash,
	households: Vec<Household>,
	/// Takes orders, and has none.
	empty: MarketId,
	/// Takes orders, and has one of each household.
	open: MarketId,
	/// Cleared; what the fills do not need is to be returned.
	cleared: MarketId,
	/// Delivered and read, and to be settled.
	read: MarketId,
	/// Settled, and to be paid.
	settled: MarketId,
	/// To be cleared.
	pub books: Vec<LargeBook>,
}

fn set_now(now: u64) {
	pallet_timestamp::Now::<Runtime>::put(now);
}

/// The quarter of an hour that begins so many of them after the measured blocks.
fn market(quarters: i64) -> MarketId {
	let from_now = quarters.unsigned_abs() * QUARTER;
	let start = if quarters < 0 { PARENT_TIME - from_now } else { PARENT_TIME + from_now };
	MarketId { zone: 0, start }
}

impl Town {
	/// Puts an even number of households on the chain through the pallets' own calls: accounts with
	/// money, meters that are approved, and their markets. Large books are written as they are
	/// stored, since ten thousand orders take thousands of meters.
	pub fn new(genesis: Hash, algorithm: KeyAlgorithm, size: u32) -> Self {
		// The markets lie in the past, and their meters are older than they are.
		set_now(market(-96).start);
		let maker = Maker::new(genesis, algorithm, DeviceClass::Meter);
		let operator: AccountId = blake2_256(b"operator").into();
		let grid = || RuntimeOrigin::signed(operator.clone());
		endow(operator.clone(), 1_000 * MOTE);
		// Waits are short here, and few take part.
		QuickMarkets::<Runtime>::put(true);
		let native = NativeOrWithId::Native;
		EnergyTrading::create_zone(grid(), native, QUARTER, TERMS, PRICES).unwrap();
		EnergyTrading::add_float(grid(), 0, MOTE).unwrap();
		EnergyTrading::assess_zone(RuntimeOrigin::root(), 0, ZoneStanding::Approved).unwrap();
		let spec = MeterSpec {
			direction: Direction::Prosumer,
			max_import_w: 10_000,
			max_export_w: 10_000,
			source: EnergySource::Solar,
			streams: None,
		};
		let households = (0..size)
			.map(|number| {
				let made = maker.make(number);
				let account =
					sr25519::Pair::from_seed(&blake2_256(&("household", number).encode()));
				let receiver: AccountId = blake2_256(&("receiver", number).encode()).into();
				let owner: AccountId = account.public().into();
				endow(owner.clone(), 1_000 * MOTE);
				endow(receiver.clone(), 1_000 * MOTE);
				maker.hand_over(&made, &owner, PARENT_TIME + QUARTER);
				let Made { id: meter, signer, .. } = made;
				let origin = RuntimeOrigin::signed(owner);
				EnergyTrading::register_meter(origin, 0, meter, spec).unwrap();
				let (owner, approval) = (account.public().into(), Approval::Certified);
				EnergyTrading::approve_meter(grid(), meter, owner, spec, approval).unwrap();
				Household { meter, signer, account, receiver }
			})
			.collect();
		let mut town = Self {
			genesis,
			households,
			empty: market(8),
			open: market(12),
			cleared: market(-60),
			read: market(-50),
			settled: market(-40),
			books: Vec::new(),
		};

		town.trade(town.cleared);
		for market in [town.read, town.settled] {
			town.trade(market);
			town.deliver(market);
		}
		// The step from the deliveries to their settlement, and all of that one to its payment.
		town.settle_now(town.read, 1);
		town.settle_now(town.settled, u32::MAX);
		set_now(town.settled.start + QUARTER + 2 * WAIT);
		town.settle_now(town.settled, 1);
		for (quarters, (shape, orders)) in (0..).zip([
			(Shape::Spread, 1_000),
			(Shape::Spread, 10_000),
			(Shape::Flat, 1_000),
			(Shape::Flat, 10_000),
		]) {
			let market = market(-quarters);
			set_now(market.start - GATE_LEAD - WAIT);
			EnergyTrading::open_market(grid(), market).unwrap();
			town.books.push(LargeBook::store(market, shape, orders));
		}
		set_now(PARENT_TIME);
		EnergyTrading::open_market(grid(), town.empty).unwrap();
		for number in 0..town.households.len() {
			town.place(number, town.open);
		}
		stop_idle_work();
		town
	}

	fn origin(&self, number: usize) -> RuntimeOrigin {
		RuntimeOrigin::signed(self.households[number].account.public().into())
	}

	/// The first half buys, the other sells.
	fn order(&self, number: usize, market: MarketId) -> Call<Runtime> {
		let is_buyer = number < self.households.len() / 2;
		// No two limits of a side are the same.
		let (side, limit) = if is_buyer { (Side::Bid, 300_000) } else { (Side::Ask, 100_000) };
		let limit = limit + number as u64;
		let meter = self.households[number].meter;
		let (quantity, terms, with_attribute) = (QUANTITY, 0, false);
		Call::submit_order { market, meter, side, quantity, limit, terms, with_attribute }
	}

	fn place(&self, number: usize, market: MarketId) {
		let Call::submit_order { market, meter, side, quantity, limit, terms, with_attribute } =
			self.order(number, market)
		else {
			unreachable!("it is an order");
		};
		let origin = self.origin(number);
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
		.unwrap();
	}

	/// Everybody places an order, and the market is cleared.
	fn trade(&self, market: MarketId) {
		set_now(market.start - GATE_LEAD - WAIT);
		for number in 0..self.households.len() {
			self.place(number, market);
		}
		set_now(market.start);
		EnergyTrading::clear(self.origin(0), market, u32::MAX).unwrap();
	}

	/// Everybody draws or feeds in what it traded, and all are read.
	fn deliver(&self, market: MarketId) {
		self.settle_now(market, u32::MAX);
		let end = market.start + QUARTER;
		set_now(end);
		for at in [market.start, end] {
			let register = (at - PARENT_TIME / 2) / QUARTER * QUANTITY;
			for (number, Household { meter, signer, .. }) in self.households.iter().enumerate() {
				let is_buyer = number < self.households.len() / 2;
				let (import_wh, export_wh) = if is_buyer { (register, 0) } else { (0, register) };
				let read =
					MeterRead { device: *meter, at, import_wh, export_wh, counter: at / QUARTER };
				let signature = signer.sign(&self.genesis, &read);
				EnergyTrading::submit_read(self.origin(0), read, 0, signature).unwrap();
			}
		}
	}

	fn settle_now(&self, market: MarketId, legs: u32) {
		EnergyTrading::settle(self.origin(0), market, legs).unwrap();
	}

	// --- What is measured ---

	/// A transfer between two accounts that exist.
	pub fn transfer(&self, number: usize) -> RuntimeCall {
		let dest = MultiAddress::Id(self.households[number].receiver.clone());
		let call = pallet_balances::Call::transfer_keep_alive { dest, value: MILLI_MOTE };
		RuntimeCall::Balances(call)
	}

	/// A meter's first order in a market.
	pub fn first_order(&self, number: usize) -> RuntimeCall {
		RuntimeCall::EnergyTrading(self.order(number, self.empty))
	}

	/// A meter's second order in a market.
	pub fn second_order(&self, number: usize) -> RuntimeCall {
		RuntimeCall::EnergyTrading(self.order(number, self.open))
	}

	/// A meter's only order in a market is taken back.
	pub fn cancellation(&self, number: usize) -> RuntimeCall {
		let half = self.households.len() / 2;
		let (side, before) =
			if number < half { (Side::Bid, number) } else { (Side::Ask, number - half) };
		let order = Book::order_id(side, before as u64).expect("is small");
		let meter = self.households[number].meter;
		RuntimeCall::EnergyTrading(Call::cancel_order { market: self.open, meter, order })
	}

	/// What the fills of all meters do not need is returned.
	pub fn release(&self) -> RuntimeCall {
		self.settle(self.cleared)
	}

	/// All meters are settled.
	pub fn comparison(&self) -> RuntimeCall {
		self.settle(self.read)
	}

	/// All meters are paid, and what sellers made is certified.
	pub fn payment(&self) -> RuntimeCall {
		self.settle(self.settled)
	}

	fn settle(&self, market: MarketId) -> RuntimeCall {
		let legs = self.households.len() as u32;
		RuntimeCall::EnergyTrading(Call::settle { market, legs })
	}

	/// A book is cleared at once.
	pub fn clearing(&self, book: &LargeBook) -> RuntimeCall {
		let LargeBook { market, pages, .. } = *book;
		RuntimeCall::EnergyTrading(Call::clear { market, pages })
	}

	/// The call as the first transaction of a household.
	pub fn signed(&self, number: usize, call: RuntimeCall) -> UncheckedExtrinsic {
		signed(self.genesis, &self.households[number].account, call)
	}
}

impl LargeBook {
	/// Stores it, half of the orders on each side, and counts what a clearing reads of it.
	fn store(market: MarketId, shape: Shape, orders: u32) -> Self {
		let sides = [Side::Bid, Side::Ask].map(|side| {
			let mut half: Vec<_> =
				(0..u64::from(orders / 2)).map(|number| shape.order(side, number)).collect();
			half.sort_by(|one, other| merit_cmp(side, one, other));
			store_side(market.side(side), &half);
			half
		});
		Self { shape, orders, pages: pages_read(&sides), market }
	}

	/// What the clearing weighs, done at once.
	pub fn weight(&self) -> Weight {
		type Weights = <Runtime as Config>::WeightInfo;
		Weights::clear(self.pages).saturating_add(Weights::conclude())
	}

	/// What it weighs when blocks do it in what they set aside, a page at a time.
	pub fn idle_weight(&self) -> Weight {
		type Weights = <Runtime as Config>::WeightInfo;
		Weights::clear(1)
			.saturating_add(Weights::conclude())
			.saturating_mul(self.pages.into())
	}
}

impl Shape {
	fn order(self, side: Side, number: u64) -> Order {
		let sequence = Book::order_id(side, number).expect("is small");
		let (limit, quantity) = match (self, side) {
			(Self::Spread, _) => {
				let band = PRICES.retail - PRICES.feed_in;
				(PRICES.feed_in + number * 7_919 % band, 100 + number * 104_729 % 900)
			},
			(Self::Flat, Side::Bid) => (200_000, 2_000 + number % 7),
			(Self::Flat, Side::Ask) => (200_000, 1_000 + number % 7),
		};
		Order { limit, quantity, sequence }
	}
}

fn store_side(id: BookId, orders: &[Order]) {
	let mut book = Book {
		orders: orders.len() as u32,
		placed: orders.len() as u64,
		meters: orders.len() as u32,
		accounts: orders.len() as u32,
		..Default::default()
	};
	for (number, chunk) in (0..).zip(orders.chunks(ON_A_PAGE)) {
		let Order { limit, sequence, .. } = chunk[0];
		let entry = PageEntry { page: number, count: chunk.len() as u32, limit, sequence };
		book.pages.try_push(entry).expect("fits");
		book.next_page = number + 1;
		let placed: Vec<_> = chunk
			.iter()
			.map(|order| PlacedOrder { order: *order, meter: DeviceId::default() })
			.collect();
		Pages::<Runtime>::insert(id, number, Page::try_from(placed).expect("fits"));
	}
	Books::<Runtime>::insert(id, book);
}

/// How many pages of a book, bids and asks in merit order, a clearing reads.
fn pages_read(sides: &[Vec<Order>; 2]) -> u32 {
	let mut sweep = Sweep::new(None, TERMS.rule);
	let mut pages = 0;
	while let Request::Page(side, index) = sweep.next_request() {
		let orders = &sides[usize::from(side == Side::Ask)];
		let (index, last) = (index as usize, orders.len().div_ceil(ON_A_PAGE) - 1);
		let page = orders.chunks(ON_A_PAGE).nth(index).unwrap_or_default();
		sweep.feed(page, index >= last).expect("is in merit order");
		pages += 1;
	}
	pages
}

/// Has idle work begin behind the last market in the blocks to come, where it finds nothing: what
/// one transaction leaves to do would be done by the rest of its block.
fn stop_idle_work() {
	let key = Periods::<Runtime>::hashed_key_for::<MarketId>;
	let last = Periods::<Runtime>::iter_keys().map(key).max().expect("there are markets");
	let behind = (1..)
		.map(|zone| MarketId { zone, start: 0 })
		.find(|market| key(*market) > last)
		.expect("one of many hashes is greater");
	IdleCursor::<Runtime>::put(behind);
}

/// What a call weighs, before it is known what of that it needs.
pub fn weight_of(call: &RuntimeCall) -> Weight {
	call.get_dispatch_info().call_weight
}

/// What a block may take, all in all.
pub fn block_limit() -> Weight {
	mote_runtime::configs::BlockWeights::get().max_block
}

/// What blocks set aside for clearing and settling that nobody asked for.
pub fn idle_budget() -> Weight {
	let share = <Runtime as Config>::IdleShare::get();
	let limit = block_limit();
	Weight::from_parts(share.mul_floor(limit.ref_time()), share.mul_floor(limit.proof_size()))
}
