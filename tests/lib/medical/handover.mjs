// SPDX-License-Identifier: Apache-2.0

// What a gateway hands to a device: a command as the chain had it at a block, the parameters that
// never reach the chain, and the seal of the gateway that the device was paired with. The gateway is
// the one that checks finality; its seal says that it has.

import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytes, hex, u16, u32, u64, u8 } from '../device.mjs';
import { ACTIONS, encodeTerms } from './words.mjs';

export const STATES = [
	'Proposed',
	'Authorised',
	'Acknowledged',
	'Executed',
	'Failed',
	'Rejected',
	'Cancelled',
	'Expired',
];

const encodeBlock = ({ number, hash, at, isFinal }) =>
	concatBytes(u32(number), bytes(hash), u64(at), u8(isFinal ? 1 : 0));

// The bytes of `{ block: { number, hash, at, isFinal }, terms, digest, state, params, salt }`.
export function encodeHandover({ block, terms, digest, state, params, salt }) {
	return concatBytes(
		encodeBlock(block),
		encodeTerms(terms),
		bytes(digest),
		u8(STATES.indexOf(state)),
		bytes(salt),
		u16(bytes(params).length),
		bytes(params),
	);
}

// The handover that these bytes are, or `null` if they are none.
export function decodeHandover(encoded) {
	let at = 0;
	const take = (length) => encoded.subarray(at, (at += length));
	const number = (length) =>
		take(length).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	const plain = (length) => {
		const value = number(length);
		return value <= Number.MAX_SAFE_INTEGER ? Number(value) : NaN;
	};
	const block = { number: plain(4), hash: hex(take(32)), at: plain(8), isFinal: plain(1) };
	const terms = {
		device: hex(take(32)),
		seq: plain(8),
		action: ACTIONS[plain(1)],
		value: plain(4),
		paramsCommit: hex(take(32)),
		notBefore: plain(8),
		expires: plain(8),
	};
	const [digest, state, salt] = [hex(take(32)), STATES[plain(1)], hex(take(32))];
	const params = hex(take(plain(2)));
	const numbers = [block.at, terms.seq, terms.notBefore, terms.expires];
	const isWhole = at === encoded.length && numbers.every(Number.isSafeInteger);
	if (!isWhole || block.isFinal > 1 || !terms.action || !state) {
		return null;
	}
	return {
		block: { ...block, isFinal: block.isFinal === 1 },
		terms,
		digest,
		state,
		params,
		salt,
	};
}

// Ed25519 by the engine: a gateway seals, and an attacker tries, more than a slow one could take.
const DER = {
	secret: Buffer.from('302e020100300506032b657004220420', 'hex'),
	public: Buffer.from('302a300506032b6570032100', 'hex'),
};
const FORMS = { secret: [createPrivateKey, 'pkcs8'], public: [createPublicKey, 'spki'] };

// Made of each key once.
const made = new WeakMap();
function keyObject(kind, key) {
	if (!made.has(key)) {
		const [create, type] = FORMS[kind];
		made.set(key, create({ key: Buffer.concat([DER[kind], key]), format: 'der', type }));
	}
	return made.get(key);
}

const tagged = (tag, encoded) => concatBytes(utf8ToBytes(`mote:${tag}`), encoded);
const signed = (tag, encoded, key) =>
	hex(sign(null, tagged(tag, encoded), keyObject('secret', key.secret)));
const isSigned = (tag, encoded, signature, key) =>
	verify(null, tagged(tag, encoded), keyObject('public', key), bytes(signature));

// A handover as it is carried: its bytes, and the seal over them.
export function seal(handover, key) {
	const encoded = encodeHandover(handover);
	return { encoded, seal: signed('handover', encoded, key) };
}

// Whether the gateway with this Ed25519 key sealed these bytes.
export const isSealed = ({ encoded, seal: signature }, gateway) =>
	isSigned('handover', encoded, signature, gateway);

// That there is a newer final block, so that what was handed over before it counts no more.
export const tidings = (block, key) => ({
	block,
	seal: signed('tidings', encodeBlock(block), key),
});

export const areTidings = ({ block, seal: signature }, gateway) =>
	block.isFinal && isSigned('tidings', encodeBlock(block), signature, gateway);
