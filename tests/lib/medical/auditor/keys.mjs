// SPDX-License-Identifier: Apache-2.0

// How the ledger finds things, and the states that commands go through.

export const OPEN = ['Proposed', 'Authorised', 'Acknowledged'];
export const SETTLED = ['Executed', 'Failed', 'Rejected'];

export const memberKey = (org, account) => `${org} ${account}`;
export const consentKey = (subject, id) => `${subject} ${id}`;
export const commandKey = (device, seq) => `${device} ${seq}`;
export const credentialKey = ({ list, index }) => `${list} ${index}`;
// One for each device, person and patient waits for its review.
export const glassPlace = ({ device, requester, org, subject }) =>
	`${device} ${requester} ${org} ${subject}`;
export const profileKey = ({ manufacturer, product }, action) =>
	`${manufacturer} ${product} ${action}`;

export const show = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
export const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

// The same value with the members of objects in one order. Amounts may be beyond what JSON has.
function sorted(value) {
	if (typeof value === 'bigint') return `${value}`;
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(sorted);
	const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)]);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
