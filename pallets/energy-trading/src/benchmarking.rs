// SPDX-License-Identifier: Apache-2.0

//! Worst cases of each call: a meter with four orders, a full page that splits, a read that ends
//! one period and begins another.
//!
//! The meter's signature is secp256k1 with the second recovery id, the dearest that it can use: the
//! host recovers a key twice. A signature that is refused costs no more.

use super::*;
use crate::Pallet as EnergyTrading;
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
	weights::WeightMeter,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use mote_primitives::{benchmarking::Signer, DeviceId, DeviceKey, MeterRead, H256};
use sp_runtime::traits::Zero;

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId, Currency> {
	/// Make it this time.
	fn set_time(now: Moment);

	/// The dearest currency that a zone may be paid in. It exists.
	fn currency() -> Currency;

	/// An active device that is trusted for metering, whose operational key 0 is `key` and may
	/// assert data, and its owner, who has no other.
	fn device(key: DeviceKey) -> (AccountId, DeviceId);

	/// Give the account what it needs to pay any deposit, natively and in [`Self::currency`].
	fn fund(who: &AccountId);

	/// A register of 1,000 Wh in stream 1 of the device, a Wh counter, at this time: in a batch
	/// that the device has signed and that is anchored, with the longest path there is. The stream
	/// is the first that was declared.
	fn proof(device: DeviceId, at: Moment) -> BatchProof;
}

const PERIOD: Moment = 900_000;
const NOW: Moment = 1_767_225_600_000;
const START: Moment = NOW + 4 * PERIOD;
const PRICES: Prices = Prices { feed_in: 80_000, retail: 320_000 };

/// Devices sign for this chain.
fn genesis<T: Config>() -> H256 {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}

fn terms(max_orders: u32) -> ZoneTerms {
	ZoneTerms {
		tick: 1,
		min_quantity: 1,
		cap: None,
		rule: PricingRule::Midpoint,
		penalty_bp: 1_000,
		fee_bp: 100,
		cancel_fee: 10,
		reward: 0,
		dispute_bond: 320_000,
		horizon_ms: 24 * 3_600_000,
		gate_lead_ms: 300_000,
		read_ms: 24 * 3_600_000,
		dispute_ms: 24 * 3_600_000,
		max_orders,
		min_participants: 0,
		max_step_bp: 1_000,
		source: PriceSource::Feeds { feed_in: 0, retail: 1 },
		loss: LossBand { share_bp: 0, absolute: 0 },
	}
}

const METER: MeterSpec = MeterSpec {
	direction: Direction::Prosumer,
	max_import_w: 1_000_000,
	max_export_w: 1_000_000,
	source: EnergySource::Solar,
	streams: Some(MeterStreams {
		import: RegisterStream { stream: 1, incarnation: 0 },
		export: RegisterStream { stream: 2, incarnation: 0 },
	}),
};

fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::fund(&who);
	who
}

fn trustees<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::TrusteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn authorities<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GridOperatorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

struct Meter<T: Config> {
	owner: T::AccountId,
	id: DeviceId,
	signer: Signer,
}

/// A zone, whose operator has put up enough.
struct World<T: Config> {
	zone: ZoneId,
	grid: T::AccountId,
	market: MarketId,
}

impl<T: Config> World<T> {
	fn new() -> Self {
		Self::with_orders(MAX_BOOK_ORDERS)
	}

	fn with_orders(max_orders: u32) -> Self {
		T::BenchmarkHelper::set_time(NOW);
		// Few take part in a benchmark.
		QuickMarkets::<T>::put(true);
		let currency = T::BenchmarkHelper::currency();
		let grid = rich::<T>("grid", 0);
		let zone = NextZone::<T>::get();
		assert_ok!(EnergyTrading::<T>::do_create_zone(
			grid.clone(),
			currency,
			PERIOD,
			terms(max_orders),
			PRICES
		));
		assert_ok!(EnergyTrading::<T>::do_add_float(grid.clone(), zone, 1_000_000_000));
		assert_ok!(EnergyTrading::<T>::do_assess_zone(zone, ZoneStanding::Approved));
		Self { zone, grid, market: MarketId { zone, start: START } }
	}

	fn meter(&self) -> Meter<T> {
		let signer = Signer::new();
		let (owner, id) = T::BenchmarkHelper::device(signer.key());
		T::BenchmarkHelper::fund(&owner);
		assert_ok!(EnergyTrading::<T>::do_register_meter(owner.clone(), self.zone, id, METER));
		let approval = Approval::Certified;
		let (grid, spec) = (self.grid.clone(), METER);
		assert_ok!(EnergyTrading::<T>::do_approve_meter(grid, id, owner.clone(), spec, approval));
		Meter { owner, id, signer }
	}

	fn order(&self, market: MarketId, meter: &Meter<T>, side: Side, limit: Price) {
		let (owner, id) = (meter.owner.clone(), meter.id);
		// Certificates go with everything: that is the most to do.
		let order = NewOrder { side, quantity: 100, limit, terms: 0, with_attribute: true };
		assert_ok!(EnergyTrading::<T>::do_submit_order(owner, market, id, order));
	}

	/// Four orders of 100 Wh.
	fn orders_in(&self, market: MarketId, meter: &Meter<T>, side: Side, limit: Price) {
		for _ in 0..MAX_ORDERS_PER_METER {
			self.order(market, meter, side, limit);
		}
	}

	fn orders(&self, meter: &Meter<T>, side: Side, limit: Price) {
		self.orders_in(self.market, meter, side, limit);
	}

	/// A meter on the feeder that says what no other does, of which one register is missing: the
	/// next read of the zone's only other meter shows it.
	fn watch(&self, market: MarketId, closes: [Sum; 2]) {
		Zones::<T>::mutate_extant(self.zone, |zone| {
			zone.feeder = Some(DeviceId::default());
			let (roster, one) = (Some(zone.roster), Sum { meters: 1, energy: 0 });
			let feeder = |energy| Registers { import: Some(energy), export: Some(0) };
			let opens = Tally { roster, import: one, export: one, feeder: feeder(0) };
			let [import, export] = closes;
			let closes = Tally { roster, import, export, feeder: feeder(1_000_000) };
			FeederChecks::<T>::insert(market, FeederCheck { opens, closes });
		});
	}

	fn clear(&self) {
		T::BenchmarkHelper::set_time(START);
		let caller = self.grid.clone();
		assert_ok!(EnergyTrading::<T>::do_clear(caller, self.market, u32::MAX));
	}

	fn settle(&self) {
		let caller = self.grid.clone();
		assert_ok!(EnergyTrading::<T>::do_settle(caller, self.market, u32::MAX));
	}

	/// A buyer, and so many sellers that deliver more than they sold, so that certificates of a
	/// part go with that and those of the rest are kept: settled.
	fn settled(&self, sellers: u32) -> Vec<Meter<T>> {
		let buyer = self.meter();
		self.orders(&buyer, Side::Bid, 300_000);
		let mut meters: Vec<_> = (0..sellers).map(|_| self.meter()).collect();
		for meter in &meters {
			self.orders(meter, Side::Ask, 100_000);
		}
		self.clear();
		self.settle();
		for (side, meter) in [(Side::Bid, &buyer)]
			.into_iter()
			.chain(meters.iter().map(|meter| (Side::Ask, meter)))
		{
			change_leg::<T>(self.market.side(side), meter, |leg| {
				leg.opens = Registers { import: Some(0), export: Some(0) };
				leg.closes = Registers { import: Some(0), export: Some(500) };
			});
		}
		Periods::<T>::mutate_extant(self.market, |period| period.read = period.legs());
		T::BenchmarkHelper::set_time(START + PERIOD);
		self.settle();
		meters.push(buyer);
		meters
	}

	fn certificate(&self, owner: &T::AccountId) -> CertificateId {
		use frame_support::traits::Consideration;
		let id = NextCertificate::<T>::get();
		let footprint = EnergyTrading::<T>::certificate_footprint();
		NextCertificate::<T>::put(id + 1);
		let record = CertificateRecord {
			device: DeviceId::default(),
			zone: self.zone,
			start: NOW - PERIOD,
			period_ms: PERIOD,
			source: EnergySource::Solar,
			energy: 1_000,
			owner: owner.clone(),
			state: CertificateState::Issued,
			issued_at: NOW,
			use_by: NOW + T::CertificateLife::get(),
			depositor: owner.clone(),
			ticket: T::CertificateTicket::new(owner, footprint).expect("is funded"),
		};
		Certificates::<T>::insert(id, record);
		CertifiedEnergy::<T>::mutate(|totals| {
			totals.issued += 1_000;
			totals.live += 1_000;
		});
		id
	}
}

/// A certificate that goes with what was sold, and a share of all of it.
fn carried<T: Config>(
	world: &World<T>,
	seller: &T::AccountId,
	buyer: &T::AccountId,
) -> (MarketId, CertificateId) {
	use frame_support::traits::Consideration;
	let id = world.certificate(seller);
	let stretch = Stretch { from: 0, to: 1_000 };
	let market = MarketId { zone: world.zone, start: NOW - PERIOD };
	Certificates::<T>::mutate_extant(id, |record| {
		record.state = CertificateState::Carried(stretch)
	});
	Carried::<T>::insert(market, id, ());
	let ticket = T::CertificateTicket::new(buyer, EnergyTrading::<T>::share_footprint());
	let ticket = ticket.expect("is funded");
	let share = ShareRecord { stretch, use_by: NOW + T::CertificateLife::get(), ticket };
	Shares::<T>::insert((buyer, market, DeviceId::default()), share);
	(market, id)
}

fn change_leg<T: Config>(book: BookId, meter: &Meter<T>, change: impl FnOnce(&mut LegRecordOf<T>)) {
	let key = (book, &meter.owner, meter.id);
	Legs::<T>::mutate(key, |leg| change(leg.as_mut().expect("takes part")));
}

/// Adds orders of no meter to a book with one order until it has two pages, and takes them out
/// again until the loss of one more joins the two.
fn thin_book<T: Config>(id: BookId, limit: Price) {
	let orders: Vec<_> = (1..=160u64)
		.map(|number| Order { limit: limit + number, quantity: 1, sequence: 1_000 + number })
		.collect();
	fill_book::<T>(id, orders.iter().copied());
	let mut book = Books::<T>::get(id);
	assert_eq!(book.pages.len(), 2);
	for order in orders {
		let [first, second] = [book.pages[0].count, book.pages[1].count];
		if first + second == MERGE_ORDERS + 1 {
			break;
		}
		assert!(EnergyTrading::<T>::remove_from_book(id, &mut book, &order).is_ok());
	}
	assert_eq!(book.pages.len(), 2);
	Books::<T>::insert(id, book);
}

/// Puts orders of no meter in a book.
fn fill_book<T: Config>(id: BookId, orders: impl IntoIterator<Item = Order>) {
	let mut book = Books::<T>::get(id);
	for order in orders {
		let placed = PlacedOrder { order, meter: DeviceId::default() };
		assert!(EnergyTrading::<T>::insert_into_book(id, &mut book, placed).is_ok());
	}
	Books::<T>::insert(id, book);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_zone() {
		T::BenchmarkHelper::set_time(NOW);
		QuickMarkets::<T>::put(true);
		let grid = rich::<T>("grid", 0);
		let currency = T::BenchmarkHelper::currency();
		#[extrinsic_call]
		_(RawOrigin::Signed(grid), currency, PERIOD, terms(512), PRICES);
		assert_eq!(NextZone::<T>::get(), 1);
	}

	#[benchmark]
	fn set_terms() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone, terms(512));
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.terms.max_orders == 512));
	}

	#[benchmark]
	fn set_prices() {
		let world = World::<T>::new();
		let terms = ZoneTerms { source: PriceSource::Operator, ..terms(512) };
		assert_ok!(EnergyTrading::<T>::do_set_terms(world.grid.clone(), world.zone, terms));
		T::BenchmarkHelper::set_time(NOW + T::PriceInterval::get());
		let prices = Prices { feed_in: 80_001, ..PRICES };
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone, prices);
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.prices == prices));
	}

	#[benchmark]
	fn assess_zone() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		let origin = authorities::<T>()?;
		let standing = ZoneStanding::Suspect;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, world.zone, standing);
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.standing == standing));
		Ok(())
	}

	#[benchmark]
	fn retire_zone() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone);
		let status = ZoneStatus::Retired;
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.status == status));
	}

	#[benchmark]
	fn remove_zone() {
		let world = World::<T>::new();
		let meter = world.meter();
		world.orders(&meter, Side::Bid, 300_000);
		// Leaves a fee in the pot.
		for order in [0, 2, 4, 6] {
			let owner = meter.owner.clone();
			assert_ok!(EnergyTrading::<T>::do_cancel_order(owner, world.market, meter.id, order));
		}
		assert_ok!(EnergyTrading::<T>::do_remove_meter(meter.owner, meter.id));
		world.clear();
		world.settle();
		assert_ok!(EnergyTrading::<T>::do_retire_zone(world.grid.clone(), world.zone));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone);
		assert!(!Zones::<T>::contains_key(world.zone));
	}

	#[benchmark]
	fn add_float() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone, 1);
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.float == 1_000_000_001));
	}

	#[benchmark]
	fn take_float() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.zone, 1);
		assert!(Zones::<T>::get(world.zone).is_some_and(|zone| zone.float == 999_999_999));
	}

	#[benchmark]
	fn register_meter() {
		let world = World::<T>::new();
		let (owner, device) = T::BenchmarkHelper::device(Signer::new().key());
		T::BenchmarkHelper::fund(&owner);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world.zone, device, METER);
		assert!(Meters::<T>::contains_key(device));
	}

	#[benchmark]
	fn approve_meter() {
		let world = World::<T>::new();
		let meter = world.meter();
		let pending = Approval::Pending;
		let (grid, owner) = (world.grid.clone(), meter.owner.clone());
		assert_ok!(EnergyTrading::<T>::do_approve_meter(grid, meter.id, owner, METER, pending));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), meter.id, meter.owner, METER, Approval::Approved);
		let approval = Approval::Approved;
		assert!(Meters::<T>::get(meter.id).is_some_and(|meter| meter.approval == approval));
	}

	#[benchmark]
	fn remove_meter() {
		let world = World::<T>::new();
		let meter = world.meter();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), meter.id);
		assert!(!Meters::<T>::contains_key(meter.id));
	}

	#[benchmark]
	fn open_market() {
		let world = World::<T>::new();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market);
		assert!(Periods::<T>::contains_key(world.market));
	}

	#[benchmark]
	fn set_cap() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		assert_ok!(EnergyTrading::<T>::do_open_market(world.grid, world.market));
		let origin = authorities::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, world.market, Some(1));
		assert!(Periods::<T>::get(world.market).is_some_and(|period| period.cap == Some(1)));
		Ok(())
	}

	/// The first order of its meter, into a full page, which splits.
	#[benchmark]
	fn submit_order() {
		let world = World::<T>::new();
		let (first, meter) = (world.meter(), world.meter());
		world.order(world.market, &first, Side::Bid, 80_000);
		let id = world.market.side(Side::Bid);
		let orders = (1..u64::from(PAGE_ORDERS)).map(|number| Order {
			limit: 90_000 + number,
			quantity: 1,
			sequence: 1_000 + number,
		});
		fill_book::<T>(id, orders);
		let side = Side::Bid;
		assert_eq!(Books::<T>::get(id).pages[0].count, PAGE_ORDERS);
		#[extrinsic_call]
		_(RawOrigin::Signed(meter.owner), world.market, meter.id, side, 100, 90_050, 0, true);
		assert_eq!(Books::<T>::get(id).pages.len(), 2);
	}

	/// The last order of its meter, from a page that is then joined with the one before.
	#[benchmark]
	fn evict() {
		let world = World::<T>::new();
		let meter = world.meter();
		world.order(world.market, &meter, Side::Bid, 80_000);
		let id = world.market.side(Side::Bid);
		thin_book::<T>(id, 90_000);
		let mut book = Books::<T>::get(id);
		let period = Periods::<T>::get(world.market).expect("is open");
		let currency = T::BenchmarkHelper::currency();
		let best = Order { limit: 320_000, quantity: 1, sequence: 1 };
		#[block]
		{
			let worst = EnergyTrading::<T>::evicted_for(id, &book, &best, 1);
			let worst = worst.ok().flatten().expect("is full");
			assert_ok!(EnergyTrading::<T>::evict(id, &mut book, worst, &currency, &period));
		}
		assert_eq!(book.pages.len(), 1);
		assert!(Legs::<T>::iter().next().is_none());
	}

	/// The last order of its meter, from a page that is then joined with the next.
	#[benchmark]
	fn cancel_order() {
		let world = World::<T>::new();
		let meter = world.meter();
		world.order(world.market, &meter, Side::Bid, 300_000);
		let id = world.market.side(Side::Bid);
		thin_book::<T>(id, 90_000);
		#[extrinsic_call]
		_(RawOrigin::Signed(meter.owner), world.market, meter.id, 0);
		assert_eq!(Books::<T>::get(id).pages.len(), 1);
		assert!(Legs::<T>::iter().next().is_none());
	}

	/// So many pages of a book that has more of them. It goes on where a clearing was interrupted
	/// that counts who gets the Wh that do not divide: its cursor is the largest, and all of a page
	/// is looked at.
	#[benchmark]
	fn clear(p: Linear<0, 64>) {
		let world = World::<T>::new();
		assert_ok!(EnergyTrading::<T>::do_open_market(world.grid.clone(), world.market));
		for side in [Side::Bid, Side::Ask] {
			let book = world.market.side(side);
			// Bids are rationed.
			let wanted = if side == Side::Bid { 2_000 } else { 1_000 };
			let mut record = Book::default();
			for page in 0..40u32 {
				let first = u64::from(page * PAGE_ORDERS);
				let orders: Vec<_> = (0..u64::from(PAGE_ORDERS))
					.map(|place| PlacedOrder {
						order: Order {
							limit: 200_000,
							quantity: wanted + place,
							sequence: first + place,
						},
						meter: DeviceId::default(),
					})
					.collect();
				let entry = PageEntry { page, count: PAGE_ORDERS, limit: 200_000, sequence: first };
				record.pages.try_push(entry).expect("as many as fit");
				record.orders += PAGE_ORDERS;
				Pages::<T>::insert(book, page, Page::try_from(orders).expect("as many as fit"));
			}
			Books::<T>::insert(book, record);
		}
		T::BenchmarkHelper::set_time(START);
		let cursor = || Sweeps::<T>::get(world.market).map_or(0, |sweep| sweep.encoded_size());
		while cursor() < 1_000 {
			assert_ok!(EnergyTrading::<T>::do_clear(world.grid.clone(), world.market, 1));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market, p);
		assert!(Sweeps::<T>::contains_key(world.market));
	}

	/// Ends one period and begins the next, and shows that the zone and its feeder do not add up.
	#[benchmark]
	fn submit_read() {
		let world = World::<T>::new();
		let meter = world.meter();
		let next = MarketId { start: START + PERIOD, ..world.market };
		world.orders(&meter, Side::Ask, 100_000);
		world.orders_in(next, &meter, Side::Ask, 100_000);
		T::BenchmarkHelper::set_time(next.start);
		change_leg::<T>(world.market.side(Side::Ask), &meter, |leg| {
			leg.opens = Registers { import: Some(0), export: Some(0) };
		});
		let read = MeterRead {
			device: meter.id,
			at: next.start,
			import_wh: 1,
			export_wh: 300,
			counter: 1,
		};
		let signature = meter.signer.sign(&genesis::<T>(), &read);
		world.watch(world.market, [Sum::default(); 2]);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), read, 0, signature);
		assert!(Periods::<T>::get(world.market).is_some_and(|period| period.read == 1));
		let zone = Zones::<T>::get(world.zone);
		assert!(zone.is_some_and(|zone| zone.standing == ZoneStanding::Suspect));
	}

	#[benchmark]
	fn prove_read() {
		let world = World::<T>::new();
		let meter = world.meter();
		let next = MarketId { start: START + PERIOD, ..world.market };
		world.orders(&meter, Side::Bid, 100_000);
		world.orders_in(next, &meter, Side::Bid, 100_000);
		T::BenchmarkHelper::set_time(next.start);
		change_leg::<T>(world.market.side(Side::Bid), &meter, |leg| {
			leg.opens = Registers { import: Some(900), export: None };
		});
		let proof = T::BenchmarkHelper::proof(meter.id, next.start);
		world.watch(world.market, [Sum::default(), Sum { meters: 1, energy: 0 }]);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), proof);
		assert!(Periods::<T>::get(world.market).is_some_and(|period| period.read == 1));
		let zone = Zones::<T>::get(world.zone);
		assert!(zone.is_some_and(|zone| zone.standing == ZoneStanding::Suspect));
	}

	#[benchmark]
	fn estimate() {
		let world = World::<T>::new();
		let (buyer, seller) = (world.meter(), world.meter());
		world.orders(&buyer, Side::Bid, 300_000);
		world.orders(&seller, Side::Ask, 100_000);
		world.clear();
		world.settle();
		T::BenchmarkHelper::set_time(START + PERIOD);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market, seller.id, 300);
		let leg = Legs::<T>::get((world.market.side(Side::Ask), &seller.owner, seller.id));
		assert!(leg.is_some_and(|leg| leg.estimate == Some(300)));
	}

	/// Pays sellers with four orders each, and certifies what they made: for them, and for those
	/// who bought.
	#[benchmark]
	fn settle(l: Linear<0, 16>) {
		let world = World::<T>::new();
		let meters = world.settled(16);
		T::BenchmarkHelper::set_time(START + PERIOD + terms(1).dispute_ms);
		// The step to the payment, and the buyer.
		assert_ok!(EnergyTrading::<T>::do_settle(world.grid.clone(), world.market, 2));
		let before = NextCertificate::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market, l);
		assert_eq!(NextCertificate::<T>::get(), before + 2 * u64::from(l));
		assert_eq!(meters.len(), 17);
	}

	#[benchmark]
	fn suspend() {
		let world = World::<T>::new();
		assert_ok!(EnergyTrading::<T>::do_open_market(world.grid.clone(), world.market));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market);
		let verdict = Periods::<T>::get(world.market).and_then(|period| period.verdict);
		assert_eq!(verdict, Some(Verdict::NoTrade(NoTrade::Suspended)));
	}

	#[benchmark]
	fn curtail() {
		let world = World::<T>::new();
		let (buyer, seller) = (world.meter(), world.meter());
		world.orders(&buyer, Side::Bid, 300_000);
		world.orders(&seller, Side::Ask, 100_000);
		world.clear();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market, 5_000);
		let to = Periods::<T>::get(world.market).and_then(|period| period.curtailed_to);
		assert_eq!(to, Some(5_000));
	}

	#[benchmark]
	fn dispute() {
		let world = World::<T>::new();
		let meters = world.settled(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), world.market, meters[0].id);
		assert!(Periods::<T>::get(world.market).is_some_and(|period| period.disputed == 1));
	}

	/// Of a meter that the payment has passed by, and which is paid with that.
	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		let meters = world.settled(1);
		let (grid, market, meter) = (world.grid.clone(), world.market, meters[0].id);
		assert_ok!(EnergyTrading::<T>::do_dispute(grid, market, meter));
		T::BenchmarkHelper::set_time(START + PERIOD + terms(1).dispute_ms);
		world.settle();
		let origin = authorities::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, market, meter, Some(450));
		assert!(Periods::<T>::get(market).is_some_and(|period| period.legs() == 0));
		Ok(())
	}

	#[benchmark]
	fn end_dispute() {
		let world = World::<T>::new();
		let meters = world.settled(1);
		let (grid, market, meter) = (world.grid.clone(), world.market, meters[0].id);
		assert_ok!(EnergyTrading::<T>::do_dispute(grid, market, meter));
		let dispute_ms = terms(1).dispute_ms;
		T::BenchmarkHelper::set_time(START + PERIOD + dispute_ms + T::DecisionTime::get());
		world.settle();
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), market, meter);
		assert!(Periods::<T>::get(market).is_some_and(|period| period.legs() == 0));
	}

	#[benchmark]
	fn split_certificate() {
		let world = World::<T>::new();
		let id = world.certificate(&world.grid);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), id, 1);
		assert!(Certificates::<T>::contains_key(id + 1));
	}

	#[benchmark]
	fn merge_certificates() {
		let world = World::<T>::new();
		let (id, part) = (world.certificate(&world.grid), world.certificate(&world.grid));
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), id, part);
		assert!(!Certificates::<T>::contains_key(part));
	}

	#[benchmark]
	fn transfer_certificate() {
		let world = World::<T>::new();
		let id = world.certificate(&world.grid);
		let to = rich::<T>("other", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), id, to.clone());
		assert!(Certificates::<T>::get(id).is_some_and(|record| record.owner == to));
	}

	/// For a battery.
	#[benchmark]
	fn cancel_certificate() {
		let world = World::<T>::new();
		let meter = world.meter();
		Meters::<T>::mutate_extant(meter.id, |meter| {
			meter.spec.source = EnergySource::Storage;
			meter.drawn = 1_000;
		});
		let id = world.certificate(&world.grid);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), id, Beneficiary::Storage(meter.id));
		assert!(Meters::<T>::get(meter.id).is_some_and(|meter| meter.charged == 1_000));
	}

	#[benchmark]
	fn withdraw_certificate() -> Result<(), BenchmarkError> {
		let world = World::<T>::new();
		let (_, id) = carried::<T>(&world, &world.grid, &rich::<T>("buyer", 0));
		let origin = authorities::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert_eq!(CertifiedEnergy::<T>::get().withdrawn, 1_000);
		Ok(())
	}

	#[benchmark]
	fn expire_certificate() {
		let world = World::<T>::new();
		let (_, id) = carried::<T>(&world, &world.grid, &rich::<T>("buyer", 0));
		T::BenchmarkHelper::set_time(NOW + T::CertificateLife::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), id);
		assert!(!Certificates::<T>::contains_key(id));
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Paused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn unpause() -> Result<(), BenchmarkError> {
		let origin = trustees::<T>()?;
		Paused::<T>::put(true);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Paused::<T>::get());
		Ok(())
	}

	/// What is on hold, and what the pallet's account owes.
	#[benchmark]
	fn pay_claim() {
		use frame_support::traits::Consideration;
		let world = World::<T>::new();
		let who = rich::<T>("claimant", 0);
		let currency = T::BenchmarkHelper::currency();
		let footprint = EnergyTrading::<T>::order_footprint();
		let ticket = T::OrderTicket::new(&who, footprint).expect("is funded");
		assert_ok!(EnergyTrading::<T>::put_up(&currency, &who, 1_000_000));
		assert_ok!(EnergyTrading::<T>::collect(&currency, &who, 400_000));
		let claim = ClaimRecord { held: 600_000, owed: 400_000, ticket };
		Claims::<T>::insert(&currency, &who, claim);
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), currency, who);
		assert!(Claims::<T>::iter().next().is_none());
	}

	/// The last of a share and of the certificate, so that both deposits come back.
	#[benchmark]
	fn claim_certificate() {
		let world = World::<T>::new();
		let buyer = rich::<T>("buyer", 0);
		let (market, id) = carried::<T>(&world, &world.grid, &buyer);
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), market, DeviceId::default(), id);
		assert!(Certificates::<T>::get(id + 1).is_some_and(|record| record.owner == buyer));
		assert!(Shares::<T>::iter().next().is_none());
	}

	/// Of somebody else, whose time is over.
	#[benchmark]
	fn drop_share() {
		let world = World::<T>::new();
		let buyer = rich::<T>("buyer", 0);
		let (market, _) = carried::<T>(&world, &world.grid, &buyer);
		T::BenchmarkHelper::set_time(NOW + T::CertificateLife::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(world.grid), buyer, market, DeviceId::default());
		assert!(Shares::<T>::iter().next().is_none());
	}

	/// What follows from an outcome.
	#[benchmark]
	fn conclude() {
		let world = World::<T>::new();
		let (buyer, seller) = (world.meter(), world.meter());
		world.orders(&buyer, Side::Bid, 300_000);
		world.orders(&seller, Side::Ask, 100_000);
		let bids = [Order { limit: 300_000, quantity: 400, sequence: 0 }];
		let asks = [Order { limit: 100_000, quantity: 400, sequence: 1 }];
		let outcome = mote_clearing::clear(&bids, &asks, None, PricingRule::Midpoint);
		let mut period = Periods::<T>::get(world.market).expect("is open");
		#[block]
		{
			assert_ok!(EnergyTrading::<T>::conclude(world.market, &mut period, outcome, None));
			Sweeps::<T>::remove(world.market);
			Periods::<T>::insert(world.market, &period);
		}
		assert!(period.cleared().is_some());
	}

	/// Finds the next market, and that nothing is due in it. One that is delivered tells that by
	/// its zone.
	#[benchmark]
	fn look() {
		let world = World::<T>::new();
		assert_ok!(EnergyTrading::<T>::do_open_market(world.grid, world.market));
		Periods::<T>::mutate_extant(world.market, |period| period.progress = Progress::Delivering);
		let mut meter = WeightMeter::new();
		#[block]
		{
			let market = EnergyTrading::<T>::next_market().expect("is open");
			assert!(EnergyTrading::<T>::work_on(market, &mut meter));
			IdleCursor::<T>::put(market);
		}
		assert!(meter.consumed().is_zero());
	}

	impl_benchmark_test_suite!(
		EnergyTrading,
		crate::mock::new_test_ext_with_keystore(),
		crate::mock::Test
	);
}
