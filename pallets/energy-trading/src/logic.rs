// SPDX-License-Identifier: Apache-2.0

//! What is right: rules that need no storage. Those of the auction and of money are in
//! `mote-clearing`.

use crate::types::*;
use alloc::vec::Vec;
use mote_clearing::{
	ask_hold, bid_hold, buyer_pays, without_reading, Buyer, Energy, Flow, Money, Order, Price,
	Seller, Side, Tariff,
};
use mote_primitives::{DeviceId, FeedAnswer, Unit};

/// The scale at which a feed's whole units are the millionths in which prices are kept.
const MICRO_SCALE: i8 = 6;

impl MarketId {
	/// The side of this market.
	pub const fn side(self, side: Side) -> BookId {
		BookId { market: self, side }
	}

	/// Which of a side's meters comes first where not all can: another one from period to
	/// period, and each about as often as the others.
	pub fn turn(self, period_ms: Moment, meters: u32) -> u32 {
		// Multiples of the golden section lie evenly between 0 and 1, also those of one hour only.
		const SECTION: u64 = 0x9e37_79b9_7f4a_7c15;
		let number = self.start.checked_div(period_ms).unwrap_or_default();
		let part = u128::from(number.wrapping_mul(SECTION));
		let turn = part.saturating_mul(meters.into()).wrapping_shr(u64::BITS);
		u32::try_from(turn).unwrap_or_default()
	}
}

impl Book {
	/// The number of the order that comes after `placed` others on this side; `None` when there is
	/// none. No two orders of a market share one.
	pub const fn order_id(side: Side, placed: u64) -> Option<OrderId> {
		let Some(first) = placed.checked_mul(2) else {
			return None;
		};
		match side {
			Side::Bid => Some(first),
			Side::Ask => first.checked_add(1),
		}
	}
}

impl Direction {
	/// Whether a meter of this kind may take this side.
	pub const fn allows(self, side: Side) -> bool {
		matches!(
			(self, side),
			(Self::Prosumer, _) | (Self::Consumer, Side::Bid) | (Self::Producer, Side::Ask)
		)
	}
}

impl MeterSpec {
	/// The most that can flow on this side, in W.
	pub const fn rating(&self, side: Side) -> u32 {
		match side {
			Side::Bid => self.max_import_w,
			Side::Ask => self.max_export_w,
		}
	}

	/// Whether it can do what it must, and says nothing of what it cannot. A producer draws too:
	/// what it needs while it stands by is metered.
	pub const fn is_valid(&self) -> bool {
		match self.direction {
			Direction::Consumer => self.max_import_w > 0 && self.max_export_w == 0,
			Direction::Producer | Direction::Prosumer | Direction::Feeder =>
				self.max_import_w > 0 && self.max_export_w > 0,
		}
	}
}

/// Whether a period may be this long on a chain for tests: whole seconds, two at least, which is a
/// slot.
pub const fn is_quick_period(period_ms: Moment) -> bool {
	period_ms >= 2_000 && period_ms.is_multiple_of(1_000) && period_ms <= 3_600_000
}

/// What a chain allows of terms.
#[derive(Clone, Copy, Debug)]
pub struct TermLimits {
	/// Whether it is a chain for tests, on which the gate may close shortly before delivery.
	pub is_quick: bool,
	/// The most of what sellers earn that a zone may keep.
	pub max_fee_bp: BasisPoints,
	/// The most by which a price may change at a time.
	pub max_step_bp: BasisPoints,
	/// The least number of accounts on each side that make a price of their own.
	pub min_participants: u32,
	/// What this much energy costs is the most for a fee, a reward or a bond, in Wh.
	pub max_charge: Energy,
	/// What this much energy costs is the least for a bond, in Wh.
	pub min_bond: Energy,
	/// The least time in which a settlement can be disputed.
	pub min_dispute_ms: Moment,
}

impl ZoneTerms {
	/// Whether a market can be held under these terms.
	pub fn is_valid(&self, limits: &TermLimits) -> bool {
		let is_timely = (limits.is_quick || self.gate_lead_ms >= GATE_GUARD.saturating_mul(2)) &&
			self.dispute_ms >= limits.min_dispute_ms &&
			self.horizon_ms > self.gate_lead_ms &&
			self.horizon_ms <= MAX_WAIT &&
			(limits.is_quick || self.read_ms >= MIN_READ_TIME) &&
			self.read_ms <= MAX_WAIT &&
			self.dispute_ms <= MAX_WAIT;
		let is_fair = self.penalty_bp <= WHOLE &&
			self.fee_bp <= limits.max_fee_bp &&
			self.max_step_bp <= limits.max_step_bp &&
			self.loss.share_bp <= WHOLE;
		let is_sized = self.tick > 0 &&
			self.min_quantity > 0 &&
			(1..=MAX_BOOK_ORDERS).contains(&self.max_orders) &&
			(limits.min_participants..=self.max_orders).contains(&self.min_participants);
		// So that no sum of a few of them leaves the range of signed money.
		let most = Money::from(u64::MAX);
		let is_payable =
			self.cancel_fee <= most && self.reward <= most && self.dispute_bond <= most;
		is_timely && is_fair && is_sized && is_payable
	}

	/// Whether fee, reward and bond are in proportion to what is traded at these prices.
	pub fn is_proportionate(&self, prices: &Prices, limits: &TermLimits) -> bool {
		let most = buyer_pays(limits.max_charge, prices.retail);
		let least = buyer_pays(limits.min_bond, prices.retail);
		self.cancel_fee <= most &&
			self.reward <= most &&
			(least..=most).contains(&self.dispute_bond)
	}

	/// The tariff of a period that is opened with these prices.
	pub const fn tariff(&self, prices: &Prices) -> Tariff {
		Tariff { feed_in: prices.feed_in, retail: prices.retail, penalty_bp: self.penalty_bp }
	}

	/// Whether a market can be held with these prices.
	pub fn allow(&self, prices: &Prices) -> bool {
		prices.retail > 0 && self.tariff(prices).is_sound()
	}

	/// By how much a price of this size may change at a time. Rounded up, so that none is stuck.
	fn step(&self, price: Price) -> Price {
		let step = u128::from(price.max(1))
			.saturating_mul(self.max_step_bp.into())
			.div_ceil(WHOLE.into());
		Price::try_from(step).unwrap_or(Price::MAX)
	}

	/// Whether prices may change like this at a time.
	pub fn allow_change(&self, from: &Prices, to: &Prices) -> bool {
		from.feed_in.abs_diff(to.feed_in) <= self.step(from.feed_in) &&
			from.retail.abs_diff(to.retail) <= self.step(from.retail)
	}

	/// The prices that come nearest to `wanted` in one change.
	pub fn approach(&self, from: &Prices, wanted: &Prices) -> Prices {
		let toward = |from: Price, to: Price| {
			let step = self.step(from);
			to.clamp(from.saturating_sub(step), from.saturating_add(step))
		};
		let retail = toward(from.retail, wanted.retail);
		Prices { feed_in: toward(from.feed_in, wanted.feed_in).min(retail), retail }
	}
}

/// The price that a feed says, in millionths; `None` when it is stale, negative, of another unit or
/// out of range.
pub fn price_of(answer: &FeedAnswer) -> Option<Price> {
	if answer.is_stale || answer.unit != Unit::Count {
		return None;
	}
	let value = u64::try_from(answer.value).ok()?;
	let scale = answer.scale.checked_add(MICRO_SCALE)?;
	let factor = 10u64.checked_pow(scale.unsigned_abs().into())?;
	if scale >= 0 {
		value.checked_mul(factor)
	} else {
		value.checked_div(factor)
	}
}

/// The middle between the grid's prices.
pub const fn middle(prices: &Prices) -> Price {
	prices.feed_in.midpoint(prices.retail)
}

/// What is put on hold for an order; `None` when that is out of range.
pub fn order_hold(side: Side, quantity: Energy, limit: Price, tariff: &Tariff) -> Option<Money> {
	match side {
		Side::Bid => Some(bid_hold(quantity, limit)),
		Side::Ask => ask_hold(quantity, limit, tariff),
	}
}

/// What a contract at this price, or any part of it, may still cost its owner: what stays on hold
/// for it. Never more than what its orders had on hold.
///
/// A part may cost one unit more than its share of the whole, since contract and shortfall are
/// rounded apart.
pub fn contract_hold(side: Side, contract: Energy, price: Price, tariff: &Tariff) -> Option<Money> {
	match side {
		_ if contract == 0 => Some(0),
		Side::Bid => Some(buyer_pays(contract, price)),
		Side::Ask => ask_hold(contract, price, tariff),
	}
}

/// The part of what a seller earned that goes to the pot. Rounded up; never more than was earned,
/// so that it makes no loss.
pub fn fee_on(earned: Money, fee_bp: BasisPoints) -> Option<Money> {
	Some(earned.checked_mul(fee_bp.into())?.div_ceil(WHOLE.into()).min(earned))
}

/// Which part of the contracts stands when only `to` of what is left of a period does, in basis
/// points. Rounded up.
pub fn part_that_stands(to: BasisPoints, passed: Moment, period: Moment) -> BasisPoints {
	let (period, whole) = (u128::from(period), u128::from(WHOLE));
	let passed = u128::from(passed).min(period);
	let left = period.saturating_sub(passed);
	// 64 and 14 bits.
	let sum = passed.saturating_mul(whole).saturating_add(left.saturating_mul(to.into()));
	let part = sum.saturating_add(period.saturating_sub(1)).checked_div(period);
	part.and_then(|part| BasisPoints::try_from(part).ok()).unwrap_or(WHOLE)
}

impl Cleared {
	/// The price for all.
	pub fn price(&self) -> Price {
		self.reference.unwrap_or(self.outcome.price)
	}

	/// How much of an order trades, in Wh.
	pub fn fill(&self, side: Side, order: &Order) -> Energy {
		if accepts(self.reference, side, order.limit) {
			self.outcome.fill(side, order)
		} else {
			0
		}
	}
}

/// Whether a limit takes part where the price is given.
pub fn accepts(reference: Option<Price>, side: Side, limit: Price) -> bool {
	reference.is_none_or(|price| side.crosses(limit, price))
}

impl Settlement {
	/// What a contract comes to when this was metered; `None` when out of range.
	pub fn of(
		side: Side,
		contract: Energy,
		metered: Energy,
		evidence: Evidence,
		price: Price,
		tariff: &Tariff,
	) -> Option<Self> {
		let (net, grid, beyond) = match side {
			Side::Bid => {
				let buyer = Buyer::new(contract, metered, price, tariff);
				let unused = i128::try_from(buyer.unused.money).ok()?;
				(buyer.bounded_net()?, unused.checked_neg()?, buyer.excess.energy)
			},
			Side::Ask => {
				let seller = Seller::new(contract, metered, price, tariff)?;
				let shortfall = i128::try_from(seller.shortfall.money).ok()?;
				(seller.bounded_net()?, shortfall, seller.surplus.energy)
			},
		};
		Some(Self { contract, metered, evidence, net, grid, beyond })
	}
}

impl<AccountId, Ticket> LegRecord<AccountId, Ticket> {
	/// A part in a market without an order.
	pub fn new(with_attribute: bool, ticket: Ticket) -> Self {
		Self {
			orders: Default::default(),
			with_attribute,
			held: 0,
			stuck: 0,
			contract: None,
			opens: Registers::default(),
			closes: Registers::default(),
			estimate: None,
			settlement: None,
			place: None,
			is_collected: false,
			dispute: None,
			is_heard: false,
			is_operator_heard: false,
			ticket,
		}
	}

	/// What its orders offer or want together, in Wh; `None` when out of range.
	pub fn quantity(&self) -> Option<Energy> {
		self.orders
			.iter()
			.try_fold(0, |sum: Energy, order| sum.checked_add(order.quantity))
	}

	/// What flowed, as far as both registers of it are known.
	pub fn flow(&self) -> (Option<Energy>, Option<Energy>) {
		let between = |opens: Option<Energy>, closes: Option<Energy>| {
			opens.zip(closes).and_then(|(opens, closes)| closes.checked_sub(opens))
		};
		(
			between(self.opens.import, self.closes.import),
			between(self.opens.export, self.closes.export),
		)
	}

	/// What the meter says that a contract on this side is compared with: import of a buyer, net
	/// export of a seller.
	pub fn metered(&self, side: Side) -> Option<Energy> {
		match (side, self.flow()) {
			(Side::Bid, (import, _)) => import,
			(Side::Ask, (import, export)) => Some(export?.saturating_sub(import?)),
		}
	}

	/// What is taken for metered, and how that is known.
	pub fn evidence(&self, side: Side, contract: Energy) -> (Energy, Evidence) {
		match (self.metered(side), self.estimate) {
			(Some(metered), _) => (metered, Evidence::Metered),
			(None, Some(estimate)) => (estimate, Evidence::Estimated),
			(None, None) => (without_reading(side, contract), Evidence::Missing),
		}
	}
}

impl<AccountId> CertificateState<AccountId> {
	/// Which Wh of its market a certificate is for that goes with sold energy.
	pub const fn carried(&self) -> Option<Stretch> {
		match self {
			Self::Carried(stretch) => Some(*stretch),
			_ => None,
		}
	}
}

impl Stretch {
	/// How many Wh it is.
	pub const fn length(&self) -> Energy {
		self.to.saturating_sub(self.from)
	}

	/// The part that both have.
	pub fn overlap(&self, other: &Self) -> Option<Self> {
		let both = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
		(both.length() > 0).then_some(both)
	}

	/// Its first so many Wh, or all of it.
	pub fn first(&self, energy: Energy) -> Option<Self> {
		let to = self.from.saturating_add(energy).min(self.to);
		self.overlap(&Self { from: self.from, to })
	}

	/// What is left when a part of it was taken: what lies before the part when that was the end,
	/// else what lies behind it. So it stays in one piece.
	pub fn without(&self, part: &Self) -> Option<Self> {
		let rest = if part.to >= self.to {
			Self { from: self.from, to: part.from }
		} else {
			Self { from: part.to, to: self.to }
		};
		self.overlap(&rest)
	}
}

/// Puts the parts of a share into an order in which all of them can be claimed, and what is not
/// there yet lies at an end as long as that can be: from the front, then from the back, then what
/// lies between two gaps.
pub fn order_claims<Id>(share: &Stretch, parts: &mut Vec<(Stretch, Id)>) {
	parts.sort_unstable_by_key(|(part, _)| part.from);
	let mut edge = share.from;
	let front = parts
		.iter()
		.take_while(|(part, _)| core::mem::replace(&mut edge, part.to) == part.from)
		.count();
	let mut middle = parts.split_off(front);
	let mut edge = share.to;
	let back = middle
		.iter()
		.rev()
		.take_while(|(part, _)| core::mem::replace(&mut edge, part.from) == part.to)
		.count();
	let back = middle.split_off(middle.len().saturating_sub(back));
	parts.extend(back.into_iter().rev());
	parts.append(&mut middle);
}

impl Line {
	/// Lets the next meter of a side stand in line with so many Wh: where it stands. The one whose
	/// turn it is comes first.
	pub fn join(&mut self, energy: Energy, turn: u32) -> Option<Stretch> {
		if self.meters == turn {
			self.first = self.length;
		}
		self.meters = self.meters.saturating_add(1);
		let from = self.length;
		// What does not fit any more stands nowhere.
		self.length = from.saturating_add(energy);
		let place = Stretch { from, to: self.length };
		(place.length() > 0).then_some(place)
	}

	/// Which Wh of the market belong to a place on this line: counted from whoever comes first, and
	/// as far as the other line reaches.
	pub fn reached(&self, place: &Stretch, other: &Self) -> Option<Stretch> {
		// Whoever comes first stands where a place begins, so that none is torn apart.
		let turned = |at: Energy| match place.from.checked_sub(self.first) {
			Some(_) => at.saturating_sub(self.first),
			None => at.saturating_add(self.length.saturating_sub(self.first)),
		};
		let turned = Stretch { from: turned(place.from), to: turned(place.to) };
		turned.overlap(&Stretch { from: 0, to: self.length.min(other.length) })
	}
}

impl Totals {
	/// Which Wh of the market a meter gives or gets certificates for, that stands here on its
	/// side's line.
	pub fn reached(&self, side: Side, place: &Stretch) -> Option<Stretch> {
		match side {
			Side::Bid => self.wanted.reached(place, &self.offered),
			Side::Ask => self.offered.reached(place, &self.wanted),
		}
	}
}

impl Counted {
	/// How many boundaries back a register may lie to be counted.
	pub const SPAN: u64 = 128;

	/// Whether a boundary is not too long ago to be counted, beside the latest.
	pub const fn reaches(&self, at: Moment, period_ms: Moment) -> bool {
		self.newest.saturating_sub(at) < period_ms.saturating_mul(Self::SPAN)
	}

	/// Counts the registers of a boundary that were not counted before: which they are.
	pub fn take(&mut self, at: Moment, period_ms: Moment, registers: &Registers) -> Registers {
		let boundaries = |span: Moment| span.checked_div(period_ms).unwrap_or(u64::MAX);
		let shift = |by: u64| u32::try_from(by).unwrap_or(u32::MAX);
		if at > self.newest {
			let by = shift(boundaries(at.saturating_sub(self.newest)));
			self.import = self.import.checked_shl(by).unwrap_or_default();
			self.export = self.export.checked_shl(by).unwrap_or_default();
			self.newest = at;
		}
		let back = shift(boundaries(self.newest.saturating_sub(at)));
		let bit = 1u128.checked_shl(back).unwrap_or_default();
		let once = |seen: &mut u128, value: Option<Energy>| {
			let value = value.filter(|_| bit != 0 && *seen & bit == 0)?;
			*seen |= bit;
			Some(value)
		};
		Registers {
			import: once(&mut self.import, registers.import),
			export: once(&mut self.export, registers.export),
		}
	}
}

impl Tally {
	/// Whether it counts the meters of this roster, as it does from the first one on. Registers of
	/// another are not comparable.
	pub fn is_for(&mut self, roster: u32) -> bool {
		*self.roster.get_or_insert(roster) == roster
	}

	/// Adds what a meter counted.
	pub fn add(&mut self, registers: &Registers, is_feeder: bool) {
		if is_feeder {
			self.feeder.import = self.feeder.import.or(registers.import);
			self.feeder.export = self.feeder.export.or(registers.export);
			return;
		}
		for (sum, value) in
			[(&mut self.import, registers.import), (&mut self.export, registers.export)]
		{
			if let Some(value) = value {
				sum.meters = sum.meters.saturating_add(1);
				// Sums of `u64` fill no `u128`.
				sum.energy = sum.energy.saturating_add(value.into());
			}
		}
	}

	fn is_of(&self, roster: u32, meters: u32) -> bool {
		self.roster == Some(roster) && self.import.meters == meters && self.export.meters == meters
	}
}

impl FeederCheck {
	/// What all meters and the feeder counted, once both ends of the period are known of each;
	/// `None` before.
	pub fn flows(&self, roster: u32, meters: u32) -> Option<(Flow, Flow)> {
		let Self { opens, closes } = self;
		if !opens.is_of(roster, meters) || !closes.is_of(roster, meters) {
			return None;
		}
		let between = |opens: u128, closes: u128| {
			closes.checked_sub(opens).and_then(|energy| Energy::try_from(energy).ok())
		};
		let feeder = |opens: Option<Energy>, closes: Option<Energy>| closes?.checked_sub(opens?);
		Some((
			Flow {
				import: between(opens.import.energy, closes.import.energy)?,
				export: between(opens.export.energy, closes.export.energy)?,
			},
			Flow {
				import: feeder(opens.feeder.import, closes.feeder.import)?,
				export: feeder(opens.feeder.export, closes.feeder.export)?,
			},
		))
	}
}

impl<AccountId, Currency, Ticket> ZoneRecord<AccountId, Currency, Ticket> {
	/// Whether what was made in a period may be certified.
	pub fn certifies(&self, start: Moment) -> bool {
		match self.standing {
			ZoneStanding::Unassessed => false,
			ZoneStanding::Approved => true,
			ZoneStanding::Suspect => start < self.suspect_from,
		}
	}

	/// Nothing is certified from this period on.
	pub fn suspect(&mut self, start: Moment) {
		self.suspect_from = match self.standing {
			ZoneStanding::Unassessed => 0,
			ZoneStanding::Approved => start,
			ZoneStanding::Suspect => self.suspect_from.min(start),
		};
		self.standing = ZoneStanding::Suspect;
	}

	/// Takes over who is on the feeder and how many other meters are approved: sums of before are
	/// not comparable with sums of after.
	pub fn change_roster(&mut self, feeder: Option<DeviceId>, approved: u32) {
		self.feeder = feeder;
		self.approved = approved;
		self.roster = self.roster.wrapping_add(1);
	}

	/// From when on a settled market of a period that ends at `end` is paid. With a meter on the
	/// feeder not before the last read, which may show that nothing is to be certified.
	pub const fn pays_from(&self, end: Moment, settled_at: Moment, terms: &ZoneTerms) -> Moment {
		let undisputed = settled_at.saturating_add(terms.dispute_ms);
		let read = end.saturating_add(terms.read_ms);
		if self.feeder.is_some() && read >= undisputed {
			read.saturating_add(1)
		} else {
			undisputed
		}
	}
}

impl Latest {
	/// Whether registers at a moment can be true beside what is known.
	pub fn allows(&self, at: Moment, registers: &Registers) -> bool {
		fits(self.import, at, registers.import) && fits(self.export, at, registers.export)
	}

	/// Whether a counter at a moment can be true beside what is known.
	pub fn allows_counter(&self, at: Moment, counter: u64) -> bool {
		self.counter.is_none_or(|(when, known)| at.cmp(&when) == counter.cmp(&known))
	}

	/// Takes in what is known of a moment.
	pub fn note(&mut self, at: Moment, registers: &Registers, counter: Option<u64>) {
		note(&mut self.import, at, registers.import);
		note(&mut self.export, at, registers.export);
		note(&mut self.counter, at, counter);
	}
}

fn fits(known: Option<(Moment, Energy)>, at: Moment, value: Option<Energy>) -> bool {
	match (known, value) {
		(Some((when, _)), Some(_)) if at == when => known.map(|(_, of)| of) == value,
		(Some((when, known)), Some(value)) if at > when => value >= known,
		(Some((_, known)), Some(value)) => value <= known,
		_ => true,
	}
}

fn note(known: &mut Option<(Moment, u64)>, at: Moment, value: Option<u64>) {
	if let Some(value) = value {
		if known.is_none_or(|(when, _)| at >= when) {
			*known = Some((at, value));
		}
	}
}

impl<AccountId> Pass<AccountId> {
	/// Before the first meter: buyers come first, so that all they pay is there when sellers are
	/// paid.
	pub const START: Self = Self { side: Side::Bid, after: None };
}

impl<AccountId, Ticket> PeriodRecord<AccountId, Ticket> {
	/// The tariff.
	pub const fn tariff(&self) -> Tariff {
		self.terms.tariff(&self.prices)
	}

	/// When orders become firm.
	pub const fn gate(&self, start: Moment) -> Moment {
		start.saturating_sub(self.terms.gate_lead_ms)
	}

	/// From when on it can be cleared. Where the gate closes less than two guards before delivery,
	/// as on chains for tests, the guard is half of that.
	pub fn clearable_at(&self, start: Moment) -> Moment {
		let half = self.terms.gate_lead_ms.div_euclid(2);
		self.gate(start).saturating_add(GATE_GUARD.min(half))
	}

	/// The price given from outside where too few accounts take part to make one.
	pub fn reference(&self, buyers: u32, sellers: u32) -> Option<Price> {
		let least = self.terms.min_participants;
		(buyers < least || sellers < least).then(|| middle(&self.prices))
	}

	/// What was cleared, if anything is traded.
	pub const fn cleared(&self) -> Option<Cleared> {
		match self.verdict {
			Some(Verdict::Traded(cleared)) => Some(cleared),
			_ => None,
		}
	}

	/// Whether all meters are settled.
	pub const fn is_settled(&self) -> bool {
		matches!(self.progress, Progress::Settled(_) | Progress::Paying(_) | Progress::Frozen) &&
			self.cleared().is_some()
	}

	/// How many meters take part.
	pub const fn legs(&self) -> u32 {
		self.buyers.saturating_add(self.sellers)
	}

	/// The count of meters on a side.
	pub fn legs_on(&mut self, side: Side) -> &mut u32 {
		match side {
			Side::Bid => &mut self.buyers,
			Side::Ask => &mut self.sellers,
		}
	}

	/// Whether reads are still taken.
	pub const fn takes_reads(&self) -> bool {
		matches!(
			self.progress,
			Progress::Trading | Progress::Clearing | Progress::Releasing(_) | Progress::Delivering
		)
	}

	/// Whether all reads are in, or will not come.
	pub const fn is_metered(&self, end: Moment, now: Moment) -> bool {
		now >= end && (self.read >= self.legs() || now >= end.saturating_add(self.terms.read_ms))
	}

	/// Where it stands.
	pub const fn stage(&self, start: Moment, period_ms: Moment, now: Moment) -> Stage {
		let end = start.saturating_add(period_ms);
		match self.progress {
			Progress::Trading if now < self.gate(start) => Stage::Open,
			Progress::Trading | Progress::Clearing => Stage::Closed,
			Progress::Releasing(_) | Progress::Delivering if now < start => Stage::Cleared,
			Progress::Releasing(_) | Progress::Delivering if now < end => Stage::Delivering,
			Progress::Delivering if self.is_metered(end, now) => Stage::Settling,
			Progress::Releasing(_) | Progress::Delivering => Stage::Metering,
			Progress::Settling(_) => Stage::Settling,
			Progress::Settled(at) if now < at.saturating_add(self.terms.dispute_ms) =>
				Stage::Settled,
			Progress::Settled(_) | Progress::Paying(_) | Progress::Frozen => Stage::Final,
			Progress::Returning(_) => match self.verdict {
				Some(Verdict::NoTrade(NoTrade::Suspended)) => Stage::Suspended,
				_ => Stage::NoTrade,
			},
		}
	}
}
