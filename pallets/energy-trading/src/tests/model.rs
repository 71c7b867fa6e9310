// SPDX-License-Identifier: Apache-2.0

//! Random lives of a zone against a reference that keeps plain lists, clears each book at once with
//! [`mote_clearing::clear`], and keeps each account as one number.

use super::*;
use mote_clearing::{buyer_pays, clear as auction, curtailed, seller_gets};
use proptest::{prelude::*, test_runner::TestRunner};
use std::{cell::RefCell, collections::BTreeMap};

const HOUSEHOLDS: usize = 6;
const MARKETS: usize = 2;

thread_local! {
	/// What happened in a life, so that the test knows what it has tested.
	static EVENTS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

fn note(what: &'static str) {
	EVENTS.with_borrow_mut(|events| events.push(what));
}

#[derive(Clone, Copy, Debug)]
enum Step {
	Order { who: usize, market: usize, is_bid: bool, limit: Price, quantity: Energy, with: bool },
	Cancel(usize),
	Claim { who: usize, market: usize },
	Clear { market: usize, pages: u32 },
	Settle { market: usize, legs: u32 },
	Read { who: usize, market: usize, is_end: bool, flow: Energy },
	Estimate { who: usize, market: usize, energy: Energy },
	Suspend(usize),
	Curtail(usize, BasisPoints),
	Dispute { who: usize, market: usize },
	Decide { who: usize, market: usize, metered: Option<Energy> },
	Float(bool, Money),
	Idle,
	Pass(Moment),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 0..HOUSEHOLDS;
	let market = || 0..MARKETS;
	let energy = || prop_oneof![Just(0u64), 1..600u64, 2_000..2_700u64];
	let span =
		prop_oneof![1..MINUTE, MINUTE..HOUR, Just(PERIOD), Just(DAY), Just(3 * DAY), Just(7 * DAY)];
	prop_oneof![
		12 => (who(), market(), any::<bool>(), 7..34u64, energy(), any::<bool>()).prop_map(
			|(who, market, is_bid, limit, quantity, with)| {
				Step::Order { who, market, is_bid, limit: limit * 10_001, quantity, with }
			}
		),
		2 => (who(), market()).prop_map(|(who, market)| Step::Claim { who, market }),
		2 => (0..24usize).prop_map(Step::Cancel),
		3 => (market(), 1..4u32).prop_map(|(market, pages)| Step::Clear { market, pages }),
		4 => (market(), 1..20u32).prop_map(|(market, legs)| Step::Settle { market, legs }),
		8 => (who(), market(), any::<bool>(), energy()).prop_map(
			|(who, market, is_end, flow)| Step::Read { who, market, is_end, flow }
		),
		1 => (who(), market(), energy())
			.prop_map(|(who, market, energy)| Step::Estimate { who, market, energy }),
		1 => market().prop_map(Step::Suspend),
		1 => (market(), 0..10_001u16).prop_map(|(market, to)| Step::Curtail(market, to)),
		2 => (who(), market()).prop_map(|(who, market)| Step::Dispute { who, market }),
		2 => (who(), market(), prop::option::of(energy()))
			.prop_map(|(who, market, metered)| Step::Decide { who, market, metered }),
		1 => (any::<bool>(), 0..200_000u128).prop_map(|(is_more, sum)| Step::Float(is_more, sum)),
		1 => Just(Step::Idle),
		4 => span.prop_map(Step::Pass),
	]
}

/// Orders, then a clearing, reads of most, a settlement and its payment.
fn whole_market() -> impl Strategy<Value = Vec<Step>> {
	let orders = prop::collection::vec((0..HOUSEHOLDS, any::<bool>(), 8..32u64, 10..600u64), 4..14);
	let flows = prop::collection::vec(0..700u64, HOUSEHOLDS);
	let curtailed_to = prop::option::weighted(0.2, 0..10_000u16);
	let estimate = prop::option::weighted(0.3, 0..600u64);
	let decision = prop::option::weighted(0.5, prop::option::of(0..700u64));
	let turns = (curtailed_to, estimate, decision);
	// All but one or the other want certificates, or let them go.
	let with = prop::collection::vec(prop::bool::weighted(0.8), HOUSEHOLDS);
	(0..MARKETS, orders, flows, 0..HOUSEHOLDS, turns, with).prop_map(
		|(market, orders, flows, silent, turns, with)| {
			let (curtailed_to, estimate, decision) = turns;
			let mut steps: Vec<_> = orders
				.into_iter()
				.map(|(who, is_bid, limit, quantity)| {
					let limit = limit * 10_001;
					Step::Order { who, market, is_bid, limit, quantity, with: with[who] }
				})
				.collect();
			steps.push(Step::Pass(HOUR - MINUTE + PERIOD * market as Moment));
			steps.push(Step::Clear { market, pages: 100 });
			steps.push(Step::Settle { market, legs: 100 });
			// To the middle of the delivery, and to the end of all.
			steps.push(Step::Pass(MINUTE + PERIOD / 2));
			steps.extend(curtailed_to.map(|to| Step::Curtail(market, to)));
			steps.push(Step::Pass(PERIOD * (MARKETS - market) as Moment));
			steps.extend(estimate.map(|energy| Step::Estimate { who: silent, market, energy }));
			for (who, flow) in flows.into_iter().enumerate().filter(|(who, _)| *who != silent) {
				steps.push(Step::Read { who, market, is_end: false, flow: 0 });
				steps.push(Step::Read { who, market, is_end: true, flow });
			}
			steps.push(Step::Pass(DAY));
			steps.push(Step::Settle { market, legs: 100 });
			steps.push(Step::Dispute { who: silent, market });
			steps.extend(decision.map(|metered| Step::Decide { who: silent, market, metered }));
			steps.push(Step::Pass(3 * DAY));
			steps.push(Step::Settle { market, legs: 100 });
			steps.push(Step::Claim { who: (silent + 1) % HOUSEHOLDS, market });
			steps
		},
	)
}

fn life() -> impl Strategy<Value = Vec<Step>> {
	let part = prop_oneof![
		4 => step().prop_map(|step| vec![step]),
		2 => whole_market(),
		2 => (whole_market(), step(), 0..40usize).prop_map(|(mut steps, other, at)| {
			steps.insert(at.min(steps.len()), other);
			steps
		}),
	];
	prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

#[derive(Clone, Copy, Debug)]
struct Listed {
	id: OrderId,
	who: usize,
	side: Side,
	order: Order,
	with: bool,
}

#[derive(Clone, Debug, Default)]
struct Part {
	with: bool,
	contract: Energy,
	opens: Option<Energy>,
	closes: Option<Energy>,
	estimate: Option<Energy>,
	metered: Option<Energy>,
	is_disputed: bool,
}

/// What the reference knows of a market: orders until it is cleared, parts after that.
#[derive(Clone, Debug)]
struct Market {
	id: MarketId,
	orders: Vec<Listed>,
	price: Option<Price>,
	parts: BTreeMap<usize, (Side, Part)>,
	curtailed_to: Option<BasisPoints>,
	is_suspended: bool,
}

struct Reference {
	markets: Vec<Option<Market>>,
	/// What each household has gained, of markets that have come to their end.
	gains: [i128; HOUSEHOLDS],
	grid: i128,
	pot: i128,
	/// Who made how much for whom when, as certified.
	certified: BTreeMap<(usize, usize, usize), Energy>,
}

fn owner(who: usize) -> u64 {
	BUYERS + who as u64
}

fn place(market: usize) -> MarketId {
	MarketId { zone: 0, start: T0 + HOUR + market as Moment * PERIOD }
}

fn part_of(market: MarketId, who: usize) -> Option<(Side, LegRecordOf<Test>)> {
	EnergyTrading::find_leg(market, meter_of(owner(who)).id())
		.ok()
		.map(|(id, leg)| (id.book.side, leg))
}

fn limits() -> std::ops::RangeInclusive<Price> {
	PRICES.feed_in..=PRICES.retail
}

impl Reference {
	fn new() -> Self {
		Self {
			markets: vec![None; MARKETS],
			gains: [0; HOUSEHOLDS],
			grid: 0,
			pot: 0,
			certified: BTreeMap::new(),
		}
	}

	/// Whether the order is taken, by the rules of 3.2.
	fn expects_order(
		&self,
		who: usize,
		market: usize,
		side: Side,
		limit: Price,
		quantity: Energy,
		with: bool,
	) -> bool {
		let id = place(market);
		let is_open = now() < id.start - TERMS.gate_lead_ms && now() + TERMS.horizon_ms >= id.start;
		let is_fine = limits().contains(&limit) && (10..=2_500).contains(&quantity);
		let Some(known) = &self.markets[market] else {
			return is_open && is_fine && !Periods::<Test>::contains_key(id);
		};
		let own: Vec<_> = known.orders.iter().filter(|listed| listed.who == who).collect();
		let sum: Energy = own.iter().map(|listed| listed.order.quantity).sum();
		is_open &&
			is_fine && known.price.is_none() &&
			!known.is_suspended &&
			own.len() < 4 &&
			own.iter().all(|listed| listed.side == side && listed.with == with) &&
			sum + quantity <= 2_500
	}

	/// What the whole book comes to at once, with what the pallet says is up for it.
	fn clear(&mut self, market: usize, float_before: Money) {
		let known = self.markets[market].as_mut().unwrap();
		let of = |side| -> Vec<_> {
			let listed = known.orders.iter().filter(|listed| listed.side == side);
			listed.map(|listed| listed.order).collect()
		};
		let outcome = auction(&of(Side::Bid), &of(Side::Ask), None, PricingRule::Midpoint)
			.filter(|outcome| seller_gets(outcome.volume, PRICES.feed_in) <= float_before);
		let period = Periods::<Test>::get(known.id).unwrap();
		match outcome {
			None => assert!(matches!(period.verdict, Some(Verdict::NoTrade(_)))),
			Some(outcome) => {
				let cleared = period.cleared().unwrap();
				assert_eq!(cleared.outcome, outcome);
				assert_eq!(cleared.reference, None);
				known.price = Some(outcome.price);
				for Listed { who, side, order, with, .. } in &known.orders {
					let part = known.parts.entry(*who).or_insert((*side, Part::default()));
					part.1.contract += outcome.fill(*side, order);
					part.1.with = *with;
				}
				known.parts.retain(|_, (_, part)| part.contract > 0);
			},
		}
	}

	/// Settles a market that has come to its end, in one go.
	fn finish(&mut self, market: usize) {
		let Some(known) = self.markets[market].take() else {
			return;
		};
		let Some(price) = known.price else {
			note("untraded");
			return;
		};
		let tariff = TERMS.tariff(&PRICES);
		let (mut bought, mut sold) = (0, 0);
		for (who, (side, part)) in &known.parts {
			let contract = known
				.curtailed_to
				.map_or(part.contract, |to| curtailed(*side, part.contract, to).unwrap());
			let read = part.opens.zip(part.closes).map(|(opens, closes)| closes - opens);
			let metered = part.metered.or(read).or(part.estimate);
			let contract_money = match side {
				Side::Bid => -(buyer_pays(contract, price) as i128),
				Side::Ask => seller_gets(contract, price) as i128,
			};
			let missing = |metered: Energy| -> Energy { contract.saturating_sub(metered) };
			let deviation = match side {
				Side::Bid => {
					let unused = missing(metered.unwrap_or(contract));
					seller_gets(unused, tariff.feed_in.min(price)) as i128
				},
				Side::Ask => {
					let short = missing(metered.unwrap_or(0));
					-(buyer_pays(short, tariff.worst_short_price().unwrap()) as i128)
				},
			};
			self.gains[*who] += contract_money + deviation;
			self.grid -= deviation;
			match side {
				Side::Bid => bought -= contract_money,
				Side::Ask => sold += contract_money,
			}
		}
		note("traded");
		assert!(bought >= sold);
		self.pot += bought - sold;
		self.certify(market, &known);
	}

	/// Writes down Wh by Wh who made it, and whose certificate that is.
	fn certify(&mut self, market: usize, known: &Market) {
		let read = |part: &Part| part.opens.zip(part.closes).map(|(opens, closes)| closes - opens);
		// Each Wh that goes with its certificate, as the meters are settled.
		let line = |side: Side| -> Vec<usize> {
			let mut parts: Vec<_> = known.parts.iter().filter(|(_, of)| of.0 == side).collect();
			parts.sort_by_key(|(who, _)| {
				let book = known.id.side(side);
				Legs::<Test>::hashed_key_for((book, owner(**who), meter_of(owner(**who)).id()))
			});
			let turn = known.id.turn(PERIOD, parts.len() as u32) as usize;
			parts.rotate_left(turn);
			let all = parts.into_iter().filter(|(_, (_, part))| part.with);
			all.flat_map(|(who, (_, part))| {
				let contract = known
					.curtailed_to
					.map_or(part.contract, |to| curtailed(side, part.contract, to).unwrap());
				let energy = match side {
					Side::Bid => contract,
					Side::Ask => contract.min(read(part).unwrap_or(0)),
				};
				vec![*who; energy as usize]
			})
			.collect()
		};
		let mut made: BTreeMap<usize, Energy> = known
			.parts
			.iter()
			.filter(|(_, (side, _))| *side == Side::Ask)
			.map(|(who, (_, part))| (*who, part.metered.or(read(part)).unwrap_or(0)))
			.collect();
		for (buyer, seller) in line(Side::Bid).into_iter().zip(line(Side::Ask)) {
			let left = made.get_mut(&seller).unwrap();
			if *left > 0 {
				*left -= 1;
				*self.certified.entry((market, seller, buyer)).or_default() += 1;
				note("carried");
			}
		}
		for (seller, left) in made.into_iter().filter(|(_, left)| *left > 0) {
			*self.certified.entry((market, seller, seller)).or_default() += left;
			note("kept");
		}
	}
}

fn is_final(market: MarketId) -> bool {
	!Periods::<Test>::contains_key(market)
}

fn act(reference: &mut Reference, step: Step) {
	let float_before = Zones::<Test>::get(0).unwrap().float;
	let verdicts: Vec<_> = (0..MARKETS)
		.map(|market| Periods::<Test>::get(place(market)).and_then(|period| period.verdict))
		.collect();
	match step {
		Step::Order { who, market, is_bid, limit, quantity, with } => {
			let side = if is_bid { Side::Bid } else { Side::Ask };
			let expected = reference.expects_order(who, market, side, limit, quantity, with);
			let placed = Books::<Test>::get(place(market).side(side)).placed;
			let id = Book::order_id(side, placed).unwrap();
			let taken = crate::mock::place(place(market), owner(who), side, limit, quantity, with);
			assert_eq!(taken.is_ok(), expected, "{taken:?}");
			if expected {
				let known = reference.markets[market].get_or_insert_with(|| Market {
					id: place(market),
					orders: Vec::new(),
					price: None,
					parts: BTreeMap::new(),
					curtailed_to: None,
					is_suspended: false,
				});
				let order = Order { limit, quantity, sequence: id };
				known.orders.push(Listed { id, who, side, order, with });
			}
		},
		Step::Cancel(number) => {
			let open: Vec<_> = (0..MARKETS)
				.filter_map(|market| reference.markets[market].as_ref())
				.flat_map(|market| market.orders.iter().map(|listed| (market.id, *listed)))
				.collect();
			let Some((market, listed)) = open.get(number % open.len().max(1)).copied() else {
				return;
			};
			let may = now() < market.start - TERMS.gate_lead_ms &&
				!reference.markets.iter().flatten().any(|m| m.id == market && m.is_suspended);
			let call = cancellation(market, owner(listed.who), listed.id);
			assert_eq!(dispatch(signed(owner(listed.who)), call).is_ok(), may);
			if may {
				for known in reference.markets.iter_mut().flatten() {
					let is_it = |other: &Listed| (other.side, other.id) == (listed.side, listed.id);
					known.orders.retain(|other| known.id != market || !is_it(other));
				}
			}
		},
		Step::Claim { who, market } => {
			// Once everybody is paid, nothing comes in between any more.
			if is_final(place(market)) {
				claim_first(who, market);
			}
		},
		Step::Clear { market, pages } => {
			may_fail(dispatch(signed(CARRIER), Call::clear { market: place(market), pages }));
		},
		Step::Settle { market, legs } => {
			let call = Call::settle { market: place(market), legs };
			may_fail(dispatch(signed(CARRIER), call));
		},
		Step::Read { who, market, is_end, flow } => {
			let id = place(market);
			let at = id.start + if is_end { PERIOD } else { 0 };
			// The second market begins where the first ends, so that a register serves both. What
			// is fed in a period is that much and the flow: less than a meter can.
			let base = (at - T0) / PERIOD * 100;
			let value = base + flow;
			let side = part_of(id, who).map_or(Side::Bid, |(side, _)| side);
			let (import, export) = match side {
				Side::Bid => (value, 0),
				Side::Ask => (0, value),
			};
			may_fail(submit(read_of(owner(who), at, import, export), owner(who)));
		},
		Step::Estimate { who, market, energy } => {
			let meter = meter_of(owner(who)).id();
			let call = Call::estimate { market: place(market), meter, energy };
			if dispatch(signed(GRID), call).is_ok() {
				note("estimated");
			}
		},
		Step::Suspend(market) => {
			if dispatch(signed(GRID), Call::suspend { market: place(market) }).is_ok() {
				note("suspended");
				reference.markets[market].as_mut().unwrap().is_suspended = true;
			}
		},
		Step::Curtail(market, to) => {
			let call = Call::curtail { market: place(market), to };
			if dispatch(signed(GRID), call).is_ok() {
				note("curtailed");
				let stands = part_that_stands(to, now() - place(market).start, PERIOD);
				reference.markets[market].as_mut().unwrap().curtailed_to = Some(stands);
			}
		},
		Step::Dispute { who, market } => {
			let meter = meter_of(owner(who)).id();
			let call = Call::dispute { market: place(market), meter };
			let is_settled = matches!(
				Periods::<Test>::get(place(market)).map(|period| period.progress),
				Some(Progress::Settled(_))
			);
			let is_taken = dispatch(signed(owner(who)), call).is_ok();
			assert!(is_settled || !is_taken);
		},
		Step::Decide { who, market, metered } => {
			let id = place(market);
			let meter = meter_of(owner(who)).id();
			let was_disputed = part_of(id, who).is_some_and(|(_, leg)| leg.dispute.is_some());
			let call = Call::decide { market: id, meter, metered };
			let is_decided = dispatch(signed(AUTHORITY), call).is_ok();
			let fits = metered.is_none_or(|metered| metered <= 2_625);
			assert_eq!(is_decided, was_disputed && fits);
			if is_decided {
				note(if metered.is_some() { "corrected" } else { "rejected" });
				let known = reference.markets[market].as_mut().unwrap();
				match metered {
					Some(metered) => known.parts.get_mut(&who).unwrap().1.metered = Some(metered),
					None => {
						reference.pot += TERMS.dispute_bond as i128;
						reference.gains[who] -= TERMS.dispute_bond as i128;
					},
				}
			}
		},
		Step::Float(is_more, amount) => {
			let call = if is_more {
				Call::add_float { zone: 0, amount }
			} else {
				Call::take_float { zone: 0, amount }
			};
			assert_eq!(dispatch(signed(GRID), call).is_ok(), is_more || amount <= float_before);
		},
		Step::Idle => {
			EnergyTrading::do_idle_work(block());
		},
		Step::Pass(ms) => pass(ms),
	}
	watch(reference, &verdicts, float_before);
}

/// A step that may be impossible. What came of it is watched.
fn may_fail(_: DispatchResult) {}

/// Claims what comes first; `false` when there is nothing.
fn claim_first(who: usize, market: usize) -> bool {
	let (market, meter) = (place(market), meter_of(owner(who)).id());
	let Some((certificate, _)) =
		EnergyTrading::claimable(owner(who), market, meter).first().copied()
	else {
		return false;
	};
	done(owner(who), Call::claim_certificate { market, meter, certificate });
	true
}

/// Everybody claims all that is left: who then has certificates for what of whom.
fn claim_all() -> BTreeMap<(usize, usize, usize), Energy> {
	for market in 0..MARKETS {
		for who in 0..HOUSEHOLDS {
			while claim_first(who, market) {}
		}
	}
	let household = |account: u64| (account - BUYERS) as usize;
	let mut found = BTreeMap::new();
	for (_, record) in Certificates::<Test>::iter() {
		assert_eq!(record.state, CertificateState::Issued, "is left to be claimed");
		let market = ((record.start - place(0).start) / PERIOD) as usize;
		let maker = Meters::<Test>::get(record.device).unwrap().owner;
		let key = (market, household(maker), household(record.owner));
		*found.entry(key).or_default() += record.energy;
	}
	found
}

/// Takes over what came of the step: who reads what is tested elsewhere; what follows from it for
/// everybody's money is tested here.
fn watch(reference: &mut Reference, before: &[Option<Verdict>], float_before: Money) {
	let mut float = float_before;
	for (market, before) in before.iter().enumerate() {
		let id = place(market);
		let period = Periods::<Test>::get(id);
		let verdict = period.as_ref().and_then(|period| period.verdict);
		let is_ended = period.is_none() && reference.markets[market].is_some();
		let is_suspended = verdict == Some(Verdict::NoTrade(NoTrade::Suspended));
		if before.is_none() && verdict.is_some() && !is_suspended {
			// Idle work clears one market after the other, and may close them in between.
			reference.clear(market, float.max(period.as_ref().map_or(0, |period| period.float)));
			float = float.saturating_sub(period.as_ref().map_or(0, |period| period.float));
		}
		if let (Some(known), Some(period)) = (&mut reference.markets[market], &period) {
			// Idle work may clear and settle at once what was read before.
			let is_just_cleared = before.is_none() && verdict.is_some();
			if (period.takes_reads() || is_just_cleared) && known.price.is_some() {
				for (who, (side, part)) in &mut known.parts {
					let (_, leg) = part_of(id, *who).unwrap();
					let register = |registers: Registers| match side {
						Side::Bid => registers.import,
						Side::Ask => registers.export,
					};
					(part.opens, part.closes) = (register(leg.opens), register(leg.closes));
					part.estimate = leg.estimate;
				}
			}
			for (who, (_, part)) in &mut known.parts {
				part.is_disputed = part_of(id, *who).is_some_and(|(_, leg)| leg.dispute.is_some());
			}
		}
		if is_ended {
			reference.finish(market);
		}
	}
}

/// Everything that is open comes to its end.
fn wind_up(reference: &mut Reference) {
	for market in 0..MARKETS {
		for who in 0..HOUSEHOLDS {
			act(reference, Step::Decide { who, market, metered: Some(100) });
		}
	}
	for _ in 0..6 {
		for market in 0..MARKETS {
			act(reference, Step::Clear { market, pages: 1_000 });
			act(reference, Step::Settle { market, legs: 1_000 });
		}
		act(reference, Step::Pass(3 * DAY));
	}
	for market in 0..MARKETS {
		assert!(is_final(place(market)));
		assert!(reference.markets[market].is_none());
	}
}

fn live(steps: Vec<Step>) {
	new_test_ext().execute_with(|| {
		let zone = make_zone(TERMS);
		for who in 0..HOUSEHOLDS {
			join(zone, owner(who), MeterSpec { source: EnergySource::Solar, ..BATTERY });
		}
		done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Approved });
		let mut reference = Reference::new();
		for step in steps {
			act(&mut reference, step);
			EnergyTrading::do_try_state().unwrap_or_else(|error| panic!("{step:?}: {error:?}"));
		}
		wind_up(&mut reference);
		check_everything();
		assert_eq!(claim_all(), reference.certified);
		check_everything();
		for who in 0..HOUSEHOLDS {
			let gain = wealth(owner(who)) as i128 - START as i128;
			assert_eq!(gain, reference.gains[who], "household {who}");
		}
		assert_eq!(wealth(GRID) as i128, (START - LEAST) as i128 + reference.grid);
		assert_eq!(pot(zone) as i128, reference.pot);
		let sum: i128 = reference.gains.iter().sum();
		assert_eq!(sum + reference.grid + reference.pot, 0);
	});
}

/// Half of the lives, so that two threads share them.
fn half_of_the_lives() {
	let cases = if cfg!(debug_assertions) { 8 } else { 5_000 };
	let mut runner = TestRunner::new(ProptestConfig {
		cases,
		max_shrink_iters: 400,
		source_file: Some(file!()),
		..Default::default()
	});
	let seen = RefCell::new(BTreeMap::<&str, u32>::new());
	let result = runner.run(&life(), |steps| {
		live(steps);
		EVENTS.with_borrow_mut(|events| {
			for what in events.drain(..) {
				*seen.borrow_mut().entry(what).or_default() += 1;
			}
		});
		Ok(())
	});
	result.unwrap();
	let seen = seen.into_inner();
	for what in [
		"traded",
		"untraded",
		"suspended",
		"curtailed",
		"estimated",
		"corrected",
		"rejected",
		"carried",
		"kept",
	] {
		assert!(seen.contains_key(what) || cases < 100, "never {what}: {seen:?}");
	}
	assert!(seen.contains_key("traded"), "nothing was traded: {seen:?}");
}

#[test]
fn random_lives_should_end_with_everybody_having_what_the_reference_says() {
	half_of_the_lives();
}

#[test]
fn more_random_lives_should_end_with_everybody_having_what_the_reference_says() {
	half_of_the_lives();
}
