// SPDX-License-Identifier: Apache-2.0

// The wire format against the vectors that the Rust code is tested with as well.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import {
	ALGORITHM_NAMES,
	Device,
	Key,
	KIND,
	bytes,
	encode,
	envelope,
	hex,
	i64,
	u16,
	u64,
	u8,
	verify,
} from './device.mjs';

const repeat = (byte, count = 32) => new Uint8Array(count).fill(byte);
const GENESIS = repeat(0x11);

// The key pairs of RFC 8032, section 7.1, test 1 and of RFC 6979, appendix A.2.5.
const ED25519 = new Key(
	'Ed25519',
	'9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
);
const P256 = new Key('P256', 'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721');

const ED25519_SIGNATURE =
	'0x8d8b38ab98de9cb7422d23e34ae2ac3e4386ef813141405ce37ca91211d20ea1' +
	'7bbb7f70e2d2cc161830f2119e4ea222ff39f03889bdf5a6c6ed6c52409fcb0f';
const P256_R = '0x3891afe246a8b4107155e34fce248148497b7e06ab7c0545a1f8922add5b01ab';
const P256_HIGH_S = `${P256_R}8ea926cba9b77eb9315e036d861e89f54cbe0a7a2ebdf4ad6d016dc681216579`;
const P256_LOW_S = `${P256_R}7156d93356488147cea1fc9279e1760a7028f0337859a9d786b85cfc7b41bfd8`;
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const PUBLISHED = [
	['Ed25519', ED25519_SIGNATURE, ED25519.public],
	['P256', P256_HIGH_S, P256.public],
	['P256', P256_LOW_S, P256.public],
];

function reading(changes = {}) {
	const fields = {
		device: repeat(0x22),
		stream: 3,
		counter: 42,
		time: 1_767_225_600_000,
		value: -185,
		quality: 0,
		...changes,
	};
	return concatBytes(
		fields.device,
		u16(fields.stream),
		u64(fields.counter),
		u64(fields.time),
		i64(fields.value),
		u8(fields.quality),
	);
}

const MESSAGE = envelope(KIND.reading, GENESIS, reading());

describe('envelope', () => {
	it('should be the published bytes', () => {
		assert.equal(MESSAGE.length, 100);
		assert.equal(
			hex(MESSAGE),
			`0x6d6f74653a76313a01${'11'.repeat(32)}${'22'.repeat(32)}` +
				'03002a0000000000000000a8da769b01000047ffffffffffffff00',
		);
		assert.equal(
			hex(sha256(MESSAGE)),
			'0xe6aab270bb13ca2b8d45b0b6369ce6594601cc97d74269d93ff11e465c58c017',
		);
	});

	it('should have the published signatures when signed with the published keys', () => {
		assert.equal(
			hex(ED25519.public),
			'0xd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
		);
		assert.equal(
			hex(P256.public),
			'0x0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6',
		);
		assert.deepEqual(ED25519.sign(MESSAGE), { Ed25519: ED25519_SIGNATURE });
		assert.deepEqual(P256.sign(MESSAGE), { P256: P256_HIGH_S });
	});

	it('should verify with the published signatures, for P-256 with either s', () => {
		for (const [algorithm, signature, key] of PUBLISHED) {
			assert.ok(verify(algorithm, signature, MESSAGE, key));
		}
	});

	it('should not verify when any bit of the genesis hash differs', () => {
		for (let bit = 0; bit < 256; bit++) {
			const genesis = GENESIS.slice();
			genesis[bit >> 3] ^= 1 << (bit & 7);
			const message = envelope(KIND.reading, genesis, reading());
			for (const [algorithm, signature, key] of PUBLISHED) {
				assert.ok(!verify(algorithm, signature, message, key));
			}
		}
	});

	it('should not verify when the kind or a field differs', () => {
		const others = [
			envelope(KIND.batch, GENESIS, reading()),
			...[
				{ device: repeat(0x23) },
				{ stream: 4 },
				{ counter: 43 },
				{ time: 1_767_225_600_001 },
				{ value: 185 },
				{ quality: 1 },
			].map((change) => envelope(KIND.reading, GENESIS, reading(change))),
		];
		for (const message of others) {
			for (const [algorithm, signature, key] of PUBLISHED) {
				assert.ok(!verify(algorithm, signature, message, key));
			}
		}
	});
});

describe('device', () => {
	it('should have the published id', () => {
		assert.equal(
			new Device(GENESIS, P256).id,
			'0xe5d2685a43b252427d3a058b2d7148784159bd6192e932d5bafdbe5966214425',
		);
	});

	it('should sign what its public key verifies, with every algorithm', () => {
		for (const algorithm of ALGORITHM_NAMES) {
			const key = new Key(algorithm);
			const signature = key.sign(MESSAGE)[algorithm];
			assert.equal(bytes(signature).length, 64);
			assert.ok(verify(algorithm, signature, MESSAGE, key.public), algorithm);
			assert.ok(!verify(algorithm, signature, MESSAGE.slice(1), key.public), algorithm);
			assert.ok(!verify(algorithm, signature, MESSAGE, new Key(algorithm).public), algorithm);
		}
	});

	it('should leave s high about every other time when its key is of P-256', () => {
		const half = P256_ORDER / 2n;
		const isHigh = () => BigInt(`0x${new Key('P256').sign(MESSAGE).P256.slice(66)}`) > half;
		const high = Array.from({ length: 64 }, isHigh).filter(Boolean).length;
		assert.ok(high > 0 && high < 64, `${high} of 64`);
	});
});

describe('payloads', () => {
	const ID = bytes(new Device(GENESIS, P256).id);
	const KEY = concatBytes(u8(1), P256.public);
	const MODEL = { manufacturer: 7, product: 0x0201 };
	const MODEL_BYTES = bytes('070000000102');
	const is = (actual, ...expected) => assert.equal(hex(actual), hex(concatBytes(...expected)));

	it('should keep the wire format', () => {
		const birth = {
			model: MODEL,
			identityKey: P256,
			serialCommit: repeat(9),
			certSha256: repeat(8),
		};
		is(encode.birthRecord(birth), MODEL_BYTES, KEY, repeat(9), u8(1), repeat(8));
		is(encode.birthRecord({ ...birth, certSha256: null }), MODEL_BYTES, KEY, repeat(9), u8(0));
		is(encode.possession({ device: ID, model: MODEL }), ID, MODEL_BYTES);
		is(encode.keyRotation({ device: ID, index: 2, epoch: 3 }), ID, bytes('020003000000'));
		is(
			encode.keyAuthorisation({
				device: ID,
				index: 2,
				epoch: 3,
				key: P256,
				purposes: 1,
				replaces: 1,
			}),
			ID,
			bytes('020003000000'),
			KEY,
			bytes('01010100'),
		);
		is(
			encode.transferAcceptance({ device: ID, owner: repeat(5), epoch: 4, key: 1 }),
			ID,
			repeat(5),
			bytes('040000000100'),
		);
		is(
			encode.reactivation({ device: ID, epoch: 3, nonce: repeat(9) }),
			ID,
			bytes('03000000'),
			repeat(9),
		);
	});
});
