// SPDX-License-Identifier: Apache-2.0

// The bill of one market: from its orders and reads to what everybody is owed.

import { auction, sellerGets } from './auction.mjs';
import { contractHold, feeOn, orderHold, settle, withoutReads } from './settlement.mjs';

const total = (list, of) => list.reduce((sum, item) => sum + of(item), 0n);

// What is traded, at what price. With fewer meters than `minParticipants` on a side, the price is
// the middle between the grid's two, and only orders that accept it take part.
function clear(orders, { terms, prices, cap }) {
	const sides = ['Bid', 'Ask'].map((side) => orders.filter((order) => order.side === side));
	const meters = sides.map((side) => new Set(side.map(({ meter }) => meter)).size);
	const { rule } = terms;
	if (meters.every((count) => count >= terms.minParticipants)) {
		return { ...auction(...sides, { cap, rule }), isReference: false };
	}
	const middle = (prices.feedIn + prices.retail) / 2n;
	const [bids, asks] = sides;
	const outcome = auction(
		bids.filter(({ limit }) => limit >= middle),
		asks.filter(({ limit }) => limit <= middle),
		{ cap, rule },
	);
	const fills = new Map(orders.map(({ id }) => [id, outcome.fills.get(id) ?? 0n]));
	return { ...outcome, fills, price: outcome.price === null ? null : middle, isReference: true };
}

// `orders` are `{ id, meter, account, side, limit, quantity }`, all numbers BigInt. `metered` says
// what a meter counted: `{ import, export }`, `{ estimate }`, or null when it was silent.
export function billOf({ orders, terms, prices, cap, metered }) {
	const tariff = { ...prices, penaltyBp: terms.penaltyBp };
	const outcome = clear(orders, { terms, prices, cap });
	const legs = new Map();
	for (const order of orders) {
		const { meter, account, side, quantity, limit } = order;
		const leg = legs.get(meter) ?? { meter, account, side, orders: [], held: 0n, contract: 0n };
		leg.orders.push(order);
		leg.held += orderHold(side, quantity, limit, tariff);
		leg.contract += outcome.fills.get(order.id);
		legs.set(meter, leg);
	}
	for (const leg of legs.values()) {
		Object.assign(leg, { net: 0n, grid: 0n, fee: 0n, beyond: 0n, evidence: null });
		if (leg.contract === 0n) continue;
		const { side, contract } = leg;
		leg.stays = contractHold(side, contract, outcome.price, tariff);
		const said = metered?.(leg) ?? null;
		leg.evidence = 'Missing';
		leg.metered = withoutReads(side, contract);
		if (said?.estimate !== undefined) {
			leg.evidence = 'Estimated';
			leg.metered = said.estimate;
		} else if (said !== null) {
			leg.evidence = 'Metered';
			const net = said.export > said.import ? said.export - said.import : 0n;
			leg.metered = side === 'Bid' ? said.import : net;
		}
		Object.assign(leg, settle(side, contract, leg.metered, outcome.price, tariff));
		leg.fee = side === 'Ask' ? feeOn(leg.net, terms.feeBp) : 0n;
	}
	const all = [...legs.values()];
	const traded = all.filter(({ contract }) => contract > 0n);
	const grid = total(traded, (leg) => leg.grid);
	// What nobody else gets: dust and fees.
	const pot = -grid - total(traded, ({ net, fee }) => net - fee);
	const float = sellerGets(outcome.volume, prices.feedIn);
	return { ...outcome, legs: all, traded, grid, pot, float };
}
