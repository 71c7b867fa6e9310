// SPDX-License-Identifier: Apache-2.0

// What a day came to, in a few lines and in a picture.

import { mkdirSync, writeFileSync } from 'node:fs';
import { picture } from './picture.mjs';
import { capOf, PERIODS, PRICES } from './street.mjs';

const inMote = (amount) => Number(amount) / 1e12;
const inKwh = (energy) => Number(energy) / 1_000;

// The lines of a day that is over.
export function summary({ bills, counts, markets, plan }) {
	const traded = bills.filter(({ volume }) => volume > 0n);
	const legs = bills.flatMap((bill) => bill.traded);
	const fills = traded.flatMap((bill) => [...bill.fills.values()]).filter((fill) => fill > 0n);
	const volume = traded.reduce((sum, bill) => sum + bill.volume, 0n);
	const prices = traded.map(({ price }) => inMote(price));
	const [low, high] = [Math.min(...prices), Math.max(...prices)].map((price) => price.toFixed(6));
	const by = (evidence) => legs.filter((leg) => leg.evidence === evidence).length;
	const short = legs.filter(({ side, grid }) => side === 'Ask' && grid > 0n).length;
	return [
		`orders ${plan.orders.length}, filled ${fills.length}`,
		`periods with trade ${traded.length} of ${PERIODS}, contracts ${legs.length}`,
		`volume ${inKwh(volume)} kWh, price ${low} to ${high} MOTE for each kWh`,
		`reads ${counts.reads}, proven registers ${counts.proven}`,
		`certificates ${markets.certificates.length}, claimed by buyers ${markets.claims.length}`,
		`failures handled: reads refused ${counts.refused}, contracts without reads ${by('Missing')}`,
		`  estimated ${by('Estimated')}, sellers who were short ${short}`,
		`by hand: cleared ${counts.cleared}, settled ${counts.settled}, helped on ${counts.pushed}`,
	];
}

// Writes the picture of a day to a file.
export function draw({ bills }, file) {
	const periods = bills.map(({ volume, price }, period) => ({
		volume: Number(volume),
		price: price === null ? null : inMote(price),
		cap: Number(capOf(period)),
	}));
	const grid = { feedIn: inMote(PRICES.feedIn), retail: inMote(PRICES.retail) };
	const title = 'A street of 40 households on a day in summer: price and volume';
	mkdirSync(new URL('.', file), { recursive: true });
	writeFileSync(file, picture(periods, grid, title));
}
