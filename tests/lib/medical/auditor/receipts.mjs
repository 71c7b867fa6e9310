// SPDX-License-Identifier: Apache-2.0

// What devices signed: receipts as somebody carried them, in a transaction or in a call within
// another, and whether a key has signed one.

import { encode, envelope, KIND, verify } from '../../device.mjs';
import { plain } from './plain.mjs';

// The events that a receipt leads to, and what it says.
export const RECEIPTS = {
	CommandAcknowledged: 'Received',
	CommandExecuted: 'Executed',
	CommandFailed: 'Failed',
	CommandRejected: 'Rejected',
};

// The receipts in a call, as `{ receipt, keyIndex, signature }`.
export function receiptsIn(call) {
	if (Array.isArray(call)) return call.flatMap(receiptsIn);
	if (call?.section === undefined || call.args === undefined) return [];
	const isReceipt = call.section === 'medicalAccess' && call.method === 'carryReceipt';
	if (!isReceipt) return [...call.args].flatMap(receiptsIn);
	const [receipt, keyIndex, signature] = call.args.map(plain);
	return [{ receipt, keyIndex, signature }];
}

// Whether a receipt of this chain carries the signature of a key, as `{ P256: '0x…' }`.
export function isSigned({ receipt, signature }, key, genesis) {
	const [algorithm] = Object.keys(key);
	if (signature[algorithm] === undefined) return false;
	const message = envelope(KIND.commandReceipt, genesis, encode.commandReceipt(receipt));
	return verify(algorithm, signature[algorithm], message, key[algorithm]);
}
