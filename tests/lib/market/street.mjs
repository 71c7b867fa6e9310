// SPDX-License-Identifier: Apache-2.0

// A street of 40 households on a day in summer: who wants to trade what at which price, and what
// really flows. A plan: nothing here knows a chain.
//
// Twenty households only draw. Twelve have panels, six have panels and a battery, and two batteries
// stand by themselves. Everybody has one meter.
//
// Money. One MOTE stands for one unit of a currency like the euro: the grid pays 0.08 and asks 0.32
// for each kWh. A MOTE has 10^12 parts, so a price of 80,000 millionths is 8 x 10^10 parts. Limits
// use all twelve decimals, so that every rounding shows.
//
// Time. A period of 2 s stands for a quarter of an hour. A meter carries as many Wh in it as it
// would in reality, so its rating in W is 450 times the real one.

import { ratedEnergy } from './settlement.mjs';
import { battery, between, household, PERIODS, random, solar } from './profiles.mjs';

export { PERIODS };
export const HOUSEHOLDS = 40;
export const PERIOD_MS = 2_000;
export const SPED_UP = 450;
// The version of the terms that a zone begins with. Orders name the one that they agree to.
export const FIRST_TERMS = 0;

const MILLIONTH = 1_000_000n;
export const PRICES = { feedIn: 80_000n * MILLIONTH, retail: 320_000n * MILLIONTH };
export const MIN_QUANTITY = 10n;
// What the feeder carries, and what the grid operator leaves of it for an hour at noon.
export const FEEDER_WH = 9_000n;
export const NOON = { from: 48, to: 52, cap: 3_000n };

// Who does not behave.
export const LIAR = { household: 22, boundary: 57 };
export const SILENT = { household: 27, boundaries: [41, 42, 43, 44, 81, 82], estimated: 43 };
export const UNDER = { household: 30, from: 44, to: 56, delivers: 0.15 };
// The one battery that sells at night: too few sell then for a price of their own.
const NIGHT_OWL = 38;
// Whose registers reach the chain in batches, and who is certified.
export const BATCHED = 25;
export const CERTIFIED = [24, 25];
// Who wants certificates with what it buys, and who lets them go with what it sells.
export const GREEN = { buyers: [3, 9, 15], sellers: [24] };
export const isGreen = (household) =>
	GREEN.buyers.includes(household) || GREEN.sellers.includes(household);

function homes(seed) {
	const draw = random(seed);
	return Array.from({ length: HOUSEHOLDS }, (_, index) => {
		const home = { index, kWh: 1_800 + 3_000 * draw(), kWp: 0, kW: 0 };
		if (index >= 38) return { ...home, kWh: 0, kW: 10, kind: 'battery' };
		if (index >= 32) return { ...home, kWp: 6 + 4 * draw(), kW: 4, kind: 'solar and battery' };
		if (index >= 20) return { ...home, kWp: 4 + 5 * draw(), kind: 'solar' };
		return { ...home, kind: 'load' };
	});
}

function specOf({ kind, kWp, kW }) {
	const watts = (kilowatts) => Math.ceil(kilowatts * 1_000) * SPED_UP;
	return {
		direction: kind === 'load' ? 'Consumer' : 'Prosumer',
		maxImportW: watts(11),
		maxExportW: kind === 'load' ? 0 : watts(kWp + kW),
		source: { load: 'Unknown', battery: 'Storage' }[kind] ?? 'Solar',
		streams: null,
	};
}

// A price in whole parts, from a share of the way between the grid's two prices.
function price(way) {
	const parts = BigInt(Math.round(way * 1e9));
	return PRICES.feedIn + ((PRICES.retail - PRICES.feedIn) * parts) / 1_000_000_000n + 7n;
}

// What a household asks for or pays at the most. The first six of the load and the first four of
// the solar households trade through an app that gives all of them the same limit.
function limitOf(home, side, period, draw) {
	const { index, kind } = home;
	const own = draw();
	if (kind === 'battery' || (kind === 'solar and battery' && !between(period, 8, 18))) {
		return side === 'Bid' ? price(0.2 + 0.15 * own) : price(0.45 + 0.25 * own);
	}
	if (side === 'Bid') {
		const evening = between(period, 17, 22) ? 0.15 : 0;
		return index < 6 ? price(0.7 + evening) : price(0.55 + evening + 0.3 * own);
	}
	// The ones of whom something is expected below ask for little, so that they sell.
	if ([LIAR, SILENT, UNDER].some((special) => special.household === index)) {
		return price(0.01 + 0.01 * own);
	}
	if (CERTIFIED.includes(index)) return price(0.02 + 0.02 * own);
	return index < 24 ? price(0.1) : price(0.05 + 0.2 * own);
}

function ordersOf(home, period, forecast, draw) {
	const side = forecast > 0 ? 'Bid' : 'Ask';
	const limit = limitOf(home, side, period, draw);
	const spec = specOf(home);
	const watts = side === 'Bid' ? spec.maxImportW : spec.maxExportW;
	const rated = ratedEnergy(BigInt(watts), BigInt(PERIOD_MS));
	const wanted = BigInt(Math.abs(Math.round(forecast)));
	const quantity = wanted < rated ? wanted : rated;
	if (quantity < MIN_QUANTITY) return [];
	const withAttribute = isGreen(home.index);
	const order = { household: home.index, period, side, quantity, limit, withAttribute };
	if (home.kind !== 'battery') return [order];
	// A battery's second half is dearer, or bought for less.
	const step = side === 'Bid' ? -9_876_543_211n : 12_345_678_901n;
	const half = quantity / 2n;
	return [
		{ ...order, quantity: quantity - half },
		{ ...order, quantity: half, limit: limit + step },
	];
}

// What really flows, beside what was forecast.
function flowOf(home, period, forecast, draw) {
	let real = forecast * (0.9 + 0.2 * draw());
	const isUnder = home.index === UNDER.household && period >= UNDER.from && period < UNDER.to;
	if (isUnder && forecast < 0) real *= UNDER.delivers;
	const energy = BigInt(Math.abs(Math.round(real)));
	// A cloud or a kettle: whoever feeds in draws a little too.
	const aside = BigInt(Math.floor(4 * draw()));
	return real > 0 ? { import: energy, export: 0n } : { import: aside, export: energy + aside };
}

// The whole day: the meters, the orders of each period, and what flows.
export function planDay(seed = 2_026) {
	const draw = random(seed + 1);
	const meters = homes(seed).map((home) => ({ ...home, spec: specOf(home) }));
	const orders = [];
	const flows = meters.map(() => []);
	for (let period = 0; period < PERIODS; period++) {
		const cloud = 0.8 + 0.2 * draw();
		for (const home of meters) {
			const forecast =
				household(period, home.kWh) -
				cloud * solar(period, home.kWp) +
				battery(period, home.kW) -
				(home.index === NIGHT_OWL && between(period, 0, 4) ? 160 : 0);
			orders.push(...ordersOf(home, period, forecast, draw));
			flows[home.index].push(flowOf(home, period, forecast, draw));
		}
	}
	// What each meter's registers say at each boundary between periods.
	const registers = flows.map((flow, index) => {
		let now = { import: 1_000_000n + 1_000n * BigInt(index), export: 500_000n };
		return [
			now,
			...flow.map((energy) => {
				now = { import: now.import + energy.import, export: now.export + energy.export };
				return now;
			}),
		];
	});
	return { meters, orders, flows, registers };
}

export const capOf = (period) => (period >= NOON.from && period < NOON.to ? NOON.cap : FEEDER_WH);

// Whether a meter tells its registers at a boundary, as far as the plan goes. A lie is no read.
export function isTold(household, boundary) {
	const isSilent = household === SILENT.household && SILENT.boundaries.includes(boundary);
	const isLie = household === LIAR.household && boundary === LIAR.boundary;
	return !isSilent && !isLie;
}

// What a meter is known to have counted in a period: what `billOf` takes.
export function readsOf(plan, household, period) {
	if (isTold(household, period) && isTold(household, period + 1)) {
		return plan.flows[household][period];
	}
	if (household === SILENT.household && period === SILENT.estimated) {
		return { estimate: estimateOf(plan, household, period) };
	}
	return null;
}

// What the operator takes for the energy of a silent meter: the mean of before and after.
export function estimateOf(plan, household, period) {
	const net = (at) => {
		const { import: drawn, export: fed } = plan.flows[household][at];
		return fed > drawn ? fed - drawn : drawn - fed;
	};
	return (net(period - 4) + net(period + 4)) / 2n;
}
