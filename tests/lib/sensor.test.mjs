// SPDX-License-Identifier: Apache-2.0

// The published vectors, by this implementation.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytes, hex, Key, verify } from './device.mjs';
import {
	batchHash,
	buildBatch,
	chainStart,
	compact,
	encodeReading,
	signedReading,
} from './sensor.mjs';

const DEVICE = { id: `0x${'22'.repeat(32)}`, genesis: `0x${'11'.repeat(32)}` };
const T = 1_767_225_600_000;
const reading = (counter, tMs, value) => ({ stream: 3, counter, tMs, value });

describe('a sensor', () => {
	it('should encode the published reading and sign what the published signature signs', () => {
		const published = '03002a0000000000000000a8da769b01000047ffffffffffffff00';
		assert.equal(hex(encodeReading(reading(42, T, -185))), `0x${published}`);
		const key = new Key(
			'Ed25519',
			'0x9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
		);
		assert.equal(
			hex(key.public),
			'0xd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
		);
		const [, , signature] = signedReading(DEVICE, key, reading(42, T, -185));
		assert.deepEqual(signature, {
			Ed25519:
				'0x8d8b38ab98de9cb7422d23e34ae2ac3e4386ef813141405ce37ca91211d20ea1' +
				'7bbb7f70e2d2cc161830f2119e4ea222ff39f03889bdf5a6c6ed6c52409fcb0f',
		});
		const message = bytes(`0x6d6f74653a76313a01${'11'.repeat(32)}${'22'.repeat(32)}${published}`);
		assert.ok(verify('Ed25519', signature.Ed25519, message, key.public));
	});

	it('should make the published batch', () => {
		const { batch } = buildBatch(
			{ device: DEVICE.id, stream: 3, seq: 0, prev: chainStart(DEVICE.id, 3, 0) },
			[
				reading(42, T, -185),
				reading(43, T + 60_000, -187),
				reading(45, T + 180_000, -181),
				reading(46, T + 180_000, -183),
			],
		);
		assert.equal(batch.root, '0x2c87a015f4ce44acd78910c5cad51bbb801fbe0393665b75cd02585bd602d5d7');
		assert.equal(batchHash(batch), '0x126f62584904ab1ef6543662d9912d4b8abc9ea6e26dabc0f5a463f8157d705f');
	});

	it('should write numbers compactly', () => {
		for (const [value, expected] of [
			[0, '0x00'],
			[63, '0xfc'],
			[64, '0x0101'],
			[16_383, '0xfdff'],
			[16_384, '0x02000100'],
			[(1 << 30) - 1, '0xfeffffff'],
			[1 << 30, '0x0300000040'],
			[T, '0x0b00a8da769b01'],
		]) {
			assert.equal(hex(compact(value)), expected, `${value}`);
		}
	});
});
