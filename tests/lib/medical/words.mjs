// SPDX-License-Identifier: Apache-2.0

// The words of medical access, in the order of their codes, and the bytes of what is hashed: the
// terms of a command and the entries of the audit log. Nothing here asks the chain.

import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { blake2_256, bytes, hex, u16, u32, u64, u8 } from '../device.mjs';

export const ACTIONS = [
	'ReadTelemetry',
	'ReadConfig',
	'ReadLog',
	'Configure',
	'Therapy',
	'SuspendTherapy',
	'FirmwareUpdate',
	'KeyManage',
	'Discharge',
	'ReadRecord',
	'WriteRecord',
	'ResumeTherapy',
];

export const PURPOSES = [
	'Treat',
	'EmergencyTreat',
	'BreakGlass',
	'Payment',
	'Operations',
	'Research',
	'PatientRequest',
	'PublicHealth',
	'Service',
];

export const ROLES = [
	'Clinician',
	'Pharmacist',
	'BiomedEngineer',
	'SecurityOfficer',
	'Emergency',
	'Reviewer',
];

export const REFUSALS = [
	'DeviceNotTrusted',
	'DeviceLocked',
	'RoleDenied',
	'CredentialRevoked',
	'ConsentDenied',
	'NoConsent',
	'NoSafetyProfile',
	'ZeroDose',
	'ExceedsSingleMax',
	'MinIntervalNotElapsed',
	'ExceedsWindowTotal',
	'TherapySuspended',
	'WindowFull',
	'NotSuspended',
];

export const OUTCOMES = [
	'Permitted',
	'Denied',
	'Cancelled',
	'Executed',
	'Failed',
	'Rejected',
	'BreakGlassOpened',
	'BreakGlassClosed',
	'BreakGlassReviewed',
	'Expired',
	'Erased',
];

export const REVIEWS = ['Justified', 'Unjustified', 'Inconclusive'];

export const RISKS = ['Low', 'Medium', 'High'];

export const ZERO_HASH = `0x${'00'.repeat(32)}`;

// The bits of some words of a list: what the chain takes for actions, purposes and roles.
export function mask(names, words) {
	return [names].flat().reduce((bits, name) => {
		const code = words.indexOf(name);
		if (code < 0) {
			throw new RangeError(`'${name}' is none of ${words.join(', ')}.`);
		}
		return bits | (1 << code);
	}, 0);
}

export const actions = (...names) => mask(names, ACTIONS);
export const purposes = (...names) => mask(names, PURPOSES);
export const roles = (...names) => mask(names, ROLES);

// The words whose bits are set.
export const named = (bits, words) => words.filter((_, code) => (bits >> code) & 1);

// Whether the bit of a word is set.
export const includes = (bits, word, words) => ((bits >> words.indexOf(word)) & 1) === 1;

const tagged = (tag, content) => hex(blake2_256(concatBytes(utf8ToBytes(tag), content)));

// The bytes of a command's terms.
export function encodeTerms({ device, seq, action, value, paramsCommit, notBefore, expires }) {
	return concatBytes(
		bytes(device),
		u64(seq),
		u8(ACTIONS.indexOf(action)),
		u32(value),
		bytes(paramsCommit),
		u64(notBefore),
		u64(expires),
	);
}

// What stands for a command in receipts: any change to its terms changes it.
export const commandDigest = (terms) => tagged('mote:command', encodeTerms(terms));

// The bytes of an outcome, `'Permitted'` or `{ Denied: 'NoConsent' }`: its code, and of a denial or a
// review which one it was.
export function encodeOutcome(outcome) {
	const [name, detail] = typeof outcome === 'string' ? [outcome] : Object.entries(outcome)[0];
	const code = u8(OUTCOMES.indexOf(name));
	const words = { Denied: REFUSALS, BreakGlassReviewed: REVIEWS }[name];
	return words === undefined ? code : concatBytes(code, u8(words.indexOf(detail)));
}

// The bytes of an entry of the audit log. `actor` is a public key.
export function encodeEntry(entry) {
	return concatBytes(
		u64(entry.seq),
		bytes(entry.subject),
		bytes(entry.actor),
		u8(ACTIONS.indexOf(entry.action)),
		encodeOutcome(entry.outcome),
		u64(entry.reference),
		u64(entry.at),
		u32(entry.suppressed),
		bytes(entry.prev),
	);
}

// The id of a patient's record with this salted commitment.
export const recordId = (subject, commitment) =>
	tagged('mote:record', concatBytes(bytes(subject), bytes(commitment)));

// What the next entry names as the one before.
export const entryHash = (entry) => tagged('mote:audit', encodeEntry(entry));

// The salted commitment to a command's parameters, which themselves never reach the chain.
export const paramsCommit = (params, salt) =>
	tagged('mote:params', concatBytes(bytes(salt), bytes(params)));

// The parameters of a bolus: how much, and over how many minutes.
export const bolusParams = (value, minutes = 0) => hex(concatBytes(u32(value), u16(minutes)));

// How much such parameters say, or `null` if they are none of a bolus.
export function bolusValue(params) {
	const content = bytes(params);
	return content.length === 6 ? new DataView(content.buffer).getUint32(0, true) : null;
}
