// SPDX-License-Identifier: Apache-2.0

// Doses in a window that rolls: what a pump asks itself before it delivers, and what the auditor
// computes again. Amounts in thousandths of a unit, moments in milliseconds.

// How many doses are kept for a window.
export const MAX_DOSES = 64;

// Why a dose may not be given now, or `null`. `doses` are `{ at, value }` in any order, also those
// that lie before the window.
export function doseRefusal({ maxSingle, maxWindow, windowS, minIntervalS }, doses, now, value) {
	if (value === 0) return 'ZeroDose';
	if (value > maxSingle) return 'ExceedsSingleMax';
	const last = doses.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
	if (minIntervalS > 0 && now - last < minIntervalS * 1_000) return 'MinIntervalNotElapsed';
	const inside = within(doses, windowS, now);
	if (total(inside) + value > maxWindow) return 'ExceedsWindowTotal';
	return inside.length >= MAX_DOSES ? 'WindowFull' : null;
}

// The doses of the window that ends now.
export const within = (doses, windowS, now) => doses.filter(({ at }) => at > now - windowS * 1_000);

export const total = (doses) => doses.reduce((sum, { value }) => sum + value, 0);
