// SPDX-License-Identifier: Apache-2.0

// What orders put on hold and what contracts come to once the meters are read, written from the
// description and not from the chain's code. A tariff is `{ feedIn, retail, penaltyBp }`.

import { buyerPays, roundedUp, sellerGets } from './auction.mjs';

const BASIS_POINTS = 10_000n;
const min = (a, b) => (a < b ? a : b);
const max = (a, b) => (a > b ? a : b);

// What the grid account pays for energy that nobody bought or that was bought and not used.
export const longPrice = (price, { feedIn }) => min(feedIn, price);

// What it asks for energy that was sold and did not come.
export const shortPrice = (price, { retail, penaltyBp }) =>
	roundedUp(max(retail, price) * (BASIS_POINTS + penaltyBp), BASIS_POINTS);

// What an order puts on hold: the most that it can cost.
export function orderHold(side, quantity, limit, tariff) {
	return side === 'Bid'
		? buyerPays(quantity, limit)
		: buyerPays(quantity, shortPrice(tariff.retail, tariff) - limit) + 1n;
}

// What of it stays on hold for a contract: what an order at its price would have put there.
export function contractHold(side, contract, price, tariff) {
	return contract > 0n ? orderHold(side, contract, price, tariff) : 0n;
}

// What a contract comes to when so much was metered. `net` is what the owner gets from the market
// and from the grid account for what is missing; `all` has what lies beyond the contract too, which
// is on the retailer's bill. `grid` is the other side of what is missing.
export function settle(side, contract, metered, price, tariff) {
	const below = max(0n, contract - metered);
	const beyond = max(0n, metered - contract);
	if (side === 'Bid') {
		const unused = sellerGets(below, longPrice(price, tariff));
		const net = unused - buyerPays(contract, price);
		return { net, grid: -unused, beyond, all: net - buyerPays(beyond, tariff.retail) };
	}
	const shortfall = buyerPays(below, shortPrice(price, tariff));
	const net = sellerGets(contract, price) - shortfall;
	const surplus = sellerGets(beyond, longPrice(price, tariff));
	return { net, grid: shortfall, beyond, all: net + surplus };
}

// What counts as metered when a meter is silent: the worst for its owner.
export const withoutReads = (side, contract) => (side === 'Bid' ? contract : 0n);

// The part of what a seller earned that stays with the zone.
export const feeOn = (net, feeBp) =>
	net > 0n ? min(net, roundedUp(net * feeBp, BASIS_POINTS)) : 0n;

// How much a connection of so many W carries in a period, in Wh.
export const ratedEnergy = (watts, periodMs) => (watts * (periodMs / 1_000n)) / 3_600n;

// How much its meter can have counted at the most.
export const plausibleEnergy = (watts, periodMs) =>
	(watts * (periodMs / 1_000n) * 105n) / (3_600n * 100n);
