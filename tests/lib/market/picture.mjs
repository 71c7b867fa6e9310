// SPDX-License-Identifier: Apache-2.0

// A picture of a day: the price as a line, the volume as bars. Plain SVG, the same for the same
// day.

const [WIDTH, HEIGHT] = [960, 420];
const PLOT = { left: 70, right: 880, top: 60, bottom: 350 };

const round = (number) => Math.round(number * 10) / 10;

// A number that is easy to read, and at least `value`.
function ceiling(value) {
	const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
	return [1, 2, 4, 6, 8, 10].map((step) => step * unit).find((step) => step >= value - 1e-12);
}

// `periods` are `{ volume, price, cap, isReference }` of a whole day in order: Wh as numbers,
// prices in MOTE for each kWh, null where nothing traded. `grid` has the two prices outside of the
// market.
export function picture(periods, { feedIn, retail }, title) {
	const highest = Math.max(...periods.map(({ volume }) => volume)) / 1_000;
	const [mostKwh, mostPrice] = [ceiling(highest), ceiling(retail * 1.05)];
	const wide = (PLOT.right - PLOT.left) / periods.length;
	const x = (period) => round(PLOT.left + period * wide);
	const height = PLOT.bottom - PLOT.top;
	const volumeY = (kWh) => round(PLOT.bottom - (kWh / mostKwh) * height);
	const priceY = (price) => round(PLOT.bottom - (price / mostPrice) * height);
	const text = (at, y, what, more = '') => `<text x="${at}" y="${y}"${more}>${what}</text>`;
	const line = (x1, y1, x2, y2, more) =>
		`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${more}/>`;

	const bars = periods
		.map(({ volume, cap }, period) => ({ kWh: volume / 1_000, period, isFull: volume === cap }))
		.filter(({ kWh }) => kWh > 0)
		.map(({ kWh, period, isFull }) => {
			const y = volumeY(kWh);
			const place = `x="${x(period)}" y="${y}" width="${round(wide - 1)}"`;
			const colour = isFull ? '#e69f00' : '#9ecae1';
			return `<rect ${place} height="${round(PLOT.bottom - y)}" fill="${colour}"/>`;
		});

	// The line breaks where nothing traded.
	const runs = [];
	periods.forEach(({ price }, period) => {
		if (price === null) return;
		const isNew = period === 0 || periods[period - 1].price === null;
		if (isNew) runs.push([]);
		const y = priceY(price);
		runs.at(-1).push(`${x(period)},${y} ${x(period + 1)},${y}`);
	});
	const prices = runs.map(
		(points) =>
			`<polyline points="${points.join(' ')}" fill="none" stroke="#08306b" stroke-width="2"/>`,
	);

	const grid = 'stroke="#d0d0d0" stroke-width="1"';
	const dashed = 'stroke="#777777" stroke-width="1" stroke-dasharray="5 4"';
	const parts = [];
	for (let step = 0; step <= 4; step++) {
		const [price, kWh] = [(mostPrice * step) / 4, (mostKwh * step) / 4];
		const y = priceY(price);
		parts.push(line(PLOT.left, y, PLOT.right, y, grid));
		parts.push(text(PLOT.left - 8, y + 4, price.toFixed(1), ' text-anchor="end"'));
		parts.push(text(PLOT.right + 8, y + 4, kWh.toFixed(1)));
	}
	for (let hour = 0; hour <= 24; hour += 3) {
		const at = x((hour * periods.length) / 24);
		parts.push(line(at, PLOT.bottom, at, PLOT.bottom + 5, 'stroke="#333333"'));
		const label = `${String(hour).padStart(2, '0')}:00`;
		parts.push(text(at, PLOT.bottom + 22, label, ' text-anchor="middle"'));
	}
	for (const [name, price] of [
		['retail', retail],
		['feed-in', feedIn],
	]) {
		const y = priceY(price);
		parts.push(line(PLOT.left, y, PLOT.right, y, dashed));
		parts.push(text(PLOT.left + 6, y - 5, `${name} ${price.toFixed(2)}`, ' fill="#555555"'));
	}
	const legend = [
		['#08306b', 'price, MOTE per kWh (left)'],
		['#9ecae1', 'volume, kWh in a quarter of an hour (right)'],
		['#e69f00', 'volume where the feeder’s cap binds'],
	].flatMap(([colour, label], i) => {
		const at = PLOT.left + [0, 220, 520][i];
		return [
			`<rect x="${at}" y="${HEIGHT - 28}" width="14" height="10" fill="${colour}"/>`,
			text(at + 20, HEIGHT - 19, label),
		];
	});
	return [
		'<!-- SPDX-License-Identifier: Apache-2.0 -->',
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ` +
			'font-family="sans-serif" font-size="12" fill="#222222" role="img">',
		`<title>${title}</title>`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
		text(PLOT.left, 34, title, ' font-size="16"'),
		...bars,
		...parts,
		...prices,
		...legend,
		'</svg>',
		'',
	].join('\n');
}
