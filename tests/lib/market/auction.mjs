// SPDX-License-Identifier: Apache-2.0

// The call auction, written from its description and not from the chain's code: one price for all
// orders of a zone and a period. All numbers are BigInt.

const least = (a, b) => (a < b ? a : b);
const greatest = (a, b) => (a > b ? a : b);
const sum = (orders, of = ({ quantity }) => quantity) =>
	orders.reduce((total, order) => total + of(order), 0n);

// Buyers pay rounded up and sellers receive rounded down; prices are for 1,000 Wh.
export const roundedUp = (product, divisor = 1_000n) => (product + divisor - 1n) / divisor;
export const buyerPays = (energy, price) => roundedUp(energy * price);
export const sellerGets = (energy, price) => (energy * price) / 1_000n;

// The most that trades at any one price.
function maxVolume(bids, asks) {
	return [...bids, ...asks].reduce((best, { limit: price }) => {
		const demand = sum(bids.filter(({ limit }) => limit >= price));
		const supply = sum(asks.filter(({ limit }) => limit <= price));
		return greatest(best, least(demand, supply));
	}, 0n);
}

// Shares `volume` among the orders of a side: the better level first, and the level for which it is
// not enough in proportion, with what is left of the division to the largest remainders.
function share(orders, volume, isBetter, fills) {
	const levels = [...new Set(orders.map(({ limit }) => limit))].sort((a, b) =>
		isBetter(a, b) ? -1 : 1,
	);
	let left = volume;
	let isRationed = false;
	for (const level of levels) {
		const equal = orders.filter(({ limit }) => limit === level);
		const total = sum(equal);
		if (total <= left) {
			equal.forEach(({ id, quantity }) => fills.set(id, quantity));
			left -= total;
			continue;
		}
		isRationed ||= left > 0n;
		const shares = equal.map(({ id, quantity }) => ({
			id,
			whole: (left * quantity) / total,
			remainder: (left * quantity) % total,
		}));
		let spare = left - sum(shares, ({ whole }) => whole);
		shares.sort((a, b) => {
			if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
			return a.id < b.id ? -1 : 1;
		});
		for (const { id, whole } of shares) {
			fills.set(id, whole + (spare > 0n ? 1n : 0n));
			spare -= spare > 0n ? 1n : 0n;
		}
		left = 0n;
	}
	return isRationed;
}

const RULES = {
	Midpoint: (low, high) => low + (high - low) / 2n,
	SellerBest: (low, high) => high,
	BuyerBest: (low) => low,
};

// Clears a book. Orders are `{ id, limit, quantity }`; a smaller id was there earlier. The price is
// null where nothing trades.
export function auction(bids, asks, { cap = null, rule = 'Midpoint' } = {}) {
	const most = maxVolume(bids, asks);
	const volume = cap === null ? most : least(most, cap);
	const fills = new Map([...bids, ...asks].map(({ id }) => [id, 0n]));
	if (volume === 0n) {
		return {
			maxVolume: most,
			volume,
			price: null,
			low: null,
			high: null,
			fills,
			rationed: null,
		};
	}
	const rationedBids = share(bids, volume, (a, b) => a > b, fills);
	const rationedAsks = share(asks, volume, (a, b) => a < b, fills);
	const limits = (orders, which) => orders.filter(which).map(({ limit }) => limit);
	const isFilled = ({ id }) => fills.get(id) > 0n;
	const isLeft = ({ id, quantity }) => fills.get(id) < quantity;
	let low = limits(asks, isFilled).reduce(greatest);
	let high = limits(bids, isFilled).reduce(least);
	// Where the cap binds, what is left over would have traded, and says nothing about the price.
	if (volume === most) {
		low = limits(bids, isLeft).reduce(greatest, low);
		high = limits(asks, isLeft).reduce(least, high);
	}
	const names = { '': 'none', b: 'bids', a: 'asks', ba: 'both' };
	const rationed = names[(rationedBids ? 'b' : '') + (rationedAsks ? 'a' : '')];
	return { maxVolume: most, volume, price: RULES[rule](low, high), low, high, fills, rationed };
}
