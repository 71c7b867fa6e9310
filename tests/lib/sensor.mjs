// SPDX-License-Identifier: Apache-2.0

// What a sensor's firmware and a gateway know: readings and batches, encoded by hand, and the bytes
// of a transaction that has no account. Nothing here asks the chain how a payload is encoded.

import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { blake2_256, bytes, envelope, hex, i64, KIND, u16, u32, u64, u8 } from './device.mjs';
import { MerkleTree } from './merkle.mjs';

export const QUALITY = ['Good', 'Uncertain', 'Substituted', 'Bad'];

// A freezer's temperature, in tenths of a degree, once a minute.
export const FREEZER = {
	unit: 'Celsius',
	scale: -1,
	kind: 'Gauge',
	min: -400,
	max: 300,
	maxStepPerS: null,
	periodS: 60,
	retentionDays: 30,
	class: 'Business',
	implausible: 'Reject',
};

// A number in SCALE's compact form.
export function compact(value) {
	const n = BigInt(value);
	if (n < 1n << 6n) {
		return u8(Number(n << 2n));
	}
	if (n < 1n << 14n) {
		return u16(Number((n << 2n) | 1n));
	}
	if (n < 1n << 30n) {
		return u32(Number((n << 2n) | 2n));
	}
	const length = Math.ceil(n.toString(16).length / 2);
	return concatBytes(u8(((length - 4) << 2) | 3), u64(n).subarray(0, length));
}

function i128(value) {
	const n = BigInt.asUintN(128, BigInt(value));
	return concatBytes(u64(n & 0xffffffffffffffffn), u64(n >> 64n));
}

const option = (value, encode) =>
	value === null || value === undefined ? u8(0) : concatBytes(u8(1), encode(value));

// The bytes of a reading: what a leaf of a batch hashes.
export function encodeReading({ stream, counter, tMs, value, quality = 'Good' }) {
	return concatBytes(
		u16(stream),
		u64(counter),
		u64(tMs),
		i64(value),
		u8(QUALITY.indexOf(quality)),
	);
}

export const readingArg = ({ stream, counter, tMs, value, quality = 'Good' }) => ({
	stream,
	counter,
	tMs,
	value,
	quality,
});

// A reading that a device signed, as the chain's calls take it: the reading, the key's number, the
// signature.
export function signedReading(device, key, reading, keyIndex = 0) {
	const payload = concatBytes(bytes(device.id), encodeReading(reading));
	const signature = key.sign(envelope(KIND.reading, device.genesis, payload));
	return [{ device: device.id, reading: readingArg(reading) }, keyIndex, signature];
}

// What the first batch of a stream names as the one before.
export function chainStart(device, stream, incarnation) {
	return hex(
		blake2_256(
			concatBytes(utf8ToBytes('mote:stream:'), bytes(device), u16(stream), u64(incarnation)),
		),
	);
}

const encodeAssurance = (assurance) =>
	typeof assurance === 'object'
		? concatBytes(u8(1), bytes(assurance.GatewaySigned))
		: u8(assurance === 'DeviceSigned' ? 0 : 2);

// The bytes of a batch.
export function encodeBatch(batch) {
	const { min, max, first, last, sum } = batch.aggregates ?? {};
	return concatBytes(
		bytes(batch.device),
		u16(batch.stream),
		compact(batch.seq),
		compact(batch.firstCtr),
		compact(batch.lastCtr),
		compact(batch.count),
		compact(batch.tStart),
		compact(batch.tEnd),
		bytes(batch.root),
		option(batch.aggregates, () =>
			concatBytes(i64(min), i64(max), i64(first), i64(last), i128(sum)),
		),
		option(batch.content, ({ codec, cid }) =>
			concatBytes(compact(codec), compact(bytes(cid).length), bytes(cid)),
		),
		bytes(batch.prev),
		encodeAssurance(batch.assurance),
		option(batch.bracket, ({ number, hash }) => concatBytes(compact(number), bytes(hash))),
	);
}

export const batchHash = (batch) => hex(blake2_256(encodeBatch(batch)));

// A batch of readings in the order of their counters, with the tree that proves each of them.
export function buildBatch(place, readings, more = {}) {
	const tree = new MerkleTree(readings.map(encodeReading));
	const values = readings.map(({ value }) => BigInt(value));
	const [first, last] = [readings[0], readings.at(-1)];
	const least = (a, b) => (a < b ? a : b);
	const greatest = (a, b) => (a > b ? a : b);
	const batch = {
		assurance: 'DeviceSigned',
		...place,
		firstCtr: first.counter,
		lastCtr: last.counter,
		count: readings.length,
		tStart: first.tMs,
		tEnd: last.tMs,
		root: hex(tree.root),
		aggregates: {
			min: values.reduce(least),
			max: values.reduce(greatest),
			first: values[0],
			last: values.at(-1),
			sum: values.reduce((a, b) => a + b),
		},
		content: null,
		bracket: null,
		...more,
	};
	return { batch, tree, readings };
}

// A batch that somebody signed, as the chain's call takes it.
export function signedBatch(genesis, key, batch, keyIndex = 0) {
	const signature = key.sign(envelope(KIND.batch, genesis, encodeBatch(batch)));
	return [batch, keyIndex, signature];
}

// The proof of a reading of a batch, as the chain's calls take it.
export function readingProof({ tree, readings }, index) {
	return { index, reading: readingArg(readings[index]), path: tree.proof(index) };
}

// The signature of a report to a feed.
export function signedReport(device, key, { feed, round, at, content }, keyIndex = 0) {
	const said =
		content.Value === undefined
			? concatBytes(u8(1), bytes(content.Commitment))
			: concatBytes(u8(0), i64(content.Value));
	const payload = concatBytes(u32(feed), u64(round), bytes(device.id), u64(at), said);
	const signature = key.sign(envelope(KIND.oracleReport, device.genesis, payload));
	return [{ feed, round, device: device.id, at, content }, keyIndex, signature];
}

// Extensions of the pipeline that carry something in a transaction without an account, and what
// they carry: an immortal era, no nonce, no tip, no hash of the metadata. All others carry nothing.
const CARRIED = {
	CheckMortality: u8(0),
	CheckNonce: compact(0),
	ChargeTransactionPayment: compact(0),
	CheckMetadataHash: u8(0),
};

// A general transaction: version 5, with version 0 of the pipeline, and neither account nor
// signature. What authorises it is in the call.
export function generalTransaction(api, call) {
	const { extrinsic } = api.runtimeMetadata.asLatest;
	const carried = extrinsic.transactionExtensions.map(({ identifier }) => identifier.toString());
	const known = Object.keys(CARRIED).filter((name) => carried.includes(name));
	if (known.length !== Object.keys(CARRIED).length) {
		throw new Error(`the pipeline is another one: ${carried}`);
	}
	const extensions = carried.flatMap((name) => CARRIED[name] ?? []);
	const body = concatBytes(u8(0b0100_0101), u8(0), ...extensions, call.method.toU8a());
	return hex(concatBytes(compact(body.length), body));
}
