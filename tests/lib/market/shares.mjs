// SPDX-License-Identifier: Apache-2.0

// Whose certificates go to whom, Wh by Wh, written from the description and not from the chain's
// code.

const SECTION = 0x9e3779b97f4a7c15n;
const MASK = (1n << 64n) - 1n;

// Which of so many meters of a side comes first in a period.
export function turnOf(start, periodMs, meters) {
	const number = BigInt(start) / BigInt(periodMs);
	return Number((((number * SECTION) & MASK) * BigInt(meters)) >> 64n);
}

// Each Wh of a side that goes with its certificate: of which meter it is.
function lineOf(meters, turn) {
	const turned = [...meters.slice(turn), ...meters.slice(0, turn)];
	return turned.flatMap(({ meter, energy }) => Array(Number(energy)).fill(meter));
}

// What each buyer gets of each seller. `meters` are `{ meter, side, energy }` in the order in which
// the chain settled them: what a buyer bought with certificates, and what of its contract a seller
// has fed in, can have certified, and lets go. Nothing where they did not say so.
export function carried({ start, periodMs, meters }) {
	const [buyers, sellers] = ['Bid', 'Ask'].map((side) => {
		const own = meters.filter((meter) => meter.side === side);
		return lineOf(own, turnOf(start, periodMs, own.length));
	});
	const pairs = new Map();
	buyers.slice(0, sellers.length).forEach((buyer, i) => {
		const key = `${buyer} ${sellers[i]}`;
		pairs.set(key, (pairs.get(key) ?? 0n) + 1n);
	});
	return [...pairs].map(([key, energy]) => {
		const [buyer, seller] = key.split(' ');
		return { buyer, seller, energy };
	});
}
