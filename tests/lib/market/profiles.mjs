// SPDX-License-Identifier: Apache-2.0

// What homes draw and roofs give over a day, in quarters of an hour. Shapes are published ones or
// stated here; what is random comes from a seed.

export const PERIODS = 96;

// A small generator with a seed (mulberry32), since tests must find the same day every time.
export function random(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

// The standard load profile of German households (BDEW H25, the successor of H0) on a working day
// in July: one support point an hour, in tenths of a Wh for a quarter of an hour and a yearly use
// of 1,000 kWh. Between two points it is a straight line.
const HOUSEHOLD = [
	260, 220, 199, 194, 195, 211, 244, 277, 280, 283, 284, 303, 330, 322, 309, 307, 319, 355, 405,
	433, 431, 409, 402, 329, 260,
];

// What a household that uses `kWh` a year draws in a quarter of an hour, in Wh.
export function household(period, kWh) {
	const [hour, quarter] = [Math.floor(period / 4), period % 4];
	const [from, to] = [HOUSEHOLD[hour], HOUSEHOLD[hour + 1]];
	return ((from + ((to - from) * quarter) / 4) / 10_000) * kWh;
}

// A roof under a clear sky in June: from 5 to 21 o'clock the sine of the sun's way to the power of
// 1.4, and at noon three quarters of what the panels are rated for.
const [SUNRISE, SUNSET] = [5, 21];

// What panels of `kWp` give in a quarter of an hour, in Wh.
export function solar(period, kWp) {
	const hour = period / 4 + 1 / 8;
	if (hour <= SUNRISE || hour >= SUNSET) return 0;
	const way = Math.sin((Math.PI * (hour - SUNRISE)) / (SUNSET - SUNRISE));
	return 0.75 * kWp * 250 * way ** 1.4;
}

// Whether a period lies between two times of day.
export const between = (period, from, to) => period >= from * 4 && period < to * 4;

// A battery that only minds the clock: what it does in a quarter of an hour, in Wh; positive when
// it charges. What it takes in over noon it gives back in the evening and in the morning.
export function battery(period, kW) {
	if (between(period, 10, 15)) return kW * 250 * 0.5;
	if (between(period, 18, 22.5)) return -kW * 250 * 0.45;
	if (between(period, 6, 7.5)) return -kW * 250 * 0.3;
	return 0;
}
