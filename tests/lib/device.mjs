// SPDX-License-Identifier: Apache-2.0

// A device, and the manufacturer that signs for it, as their firmware would be: keys, the envelope,
// and payloads encoded by hand. Nothing here asks the chain how a payload is encoded, so whatever
// the chain accepts from it shows that the wire format is the one that is written down.

import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
	bytesToHex,
	concatBytes,
	hexToBytes,
	randomBytes,
	utf8ToBytes,
} from '@noble/hashes/utils.js';
import { sr25519PairFromSeed, sr25519Sign, sr25519Verify } from '@polkadot/util-crypto';

// Codes of payload kinds, as they stand in the envelope.
export const KIND = {
	reading: 1,
	batch: 2,
	keyRotation: 3,
	transferAcceptance: 4,
	meterRead: 5,
	commandReceipt: 6,
	oracleReport: 7,
	firmwareReport: 9,
	birthRecord: 10,
	possession: 11,
	keyAuthorisation: 12,
	reactivation: 13,
	birthBatch: 14,
	voucher: 15,
	voucherHandover: 16,
	voucherClaim: 17,
};

// What an operator may do.
export const RIGHT = { keys: 1, suspend: 2, reactivate: 4, reportLost: 8 };

// What a device says has become of a command, in the order of the codes.
export const RECEIPTS = ['Received', 'Executed', 'Failed', 'Rejected'];

export const PURPOSE = { assert: 1, authenticate: 2, keyAgree: 4 };

export const hex = (bytes) => `0x${bytesToHex(bytes)}`;
export const bytes = (value) =>
	typeof value === 'string' ? hexToBytes(value.replace(/^0x/, '')) : value;
export const blake2_256 = (data) => blake2b(data, { dkLen: 32 });

function littleEndian(value, length) {
	let rest = BigInt.asUintN(8 * length, BigInt(value));
	return Uint8Array.from({ length }, () => {
		const byte = Number(rest & 0xffn);
		rest >>= 8n;
		return byte;
	});
}

export const u8 = (value) => littleEndian(value, 1);
export const u16 = (value) => littleEndian(value, 2);
export const u32 = (value) => littleEndian(value, 4);
export const u64 = (value) => littleEndian(value, 8);
export const i64 = u64;
const option = (value, encode) => (value === null ? u8(0) : concatBytes(u8(1), encode(value)));

// Elements that sign leave the high half of P-256's `s` as it comes, so this device does as well.
const ANY_S = { lowS: false, prehash: false };
const LOW_S = { lowS: true, prehash: false };

// What the four algorithms do. The position in this list is the algorithm's code.
const ALGORITHMS = {
	Ed25519: {
		code: 0,
		publicKey: (secret) => ed25519.getPublicKey(secret),
		sign: (message, secret) => ed25519.sign(message, secret),
		verify: (signature, message, key) => ed25519.verify(signature, message, key),
	},
	P256: {
		code: 1,
		publicKey: (secret) => p256.getPublicKey(secret, true),
		sign: (message, secret) => p256.sign(sha256(message), secret, ANY_S).toBytes('compact'),
		verify: (signature, message, key) => p256.verify(signature, sha256(message), key, ANY_S),
	},
	Sr25519: {
		code: 2,
		publicKey: (secret) => sr25519PairFromSeed(secret).publicKey,
		sign: (message, secret) => sr25519Sign(message, sr25519PairFromSeed(secret)),
		verify: (signature, message, key) => sr25519Verify(message, signature, key),
	},
	Secp256k1: {
		code: 3,
		publicKey: (secret) => secp256k1.getPublicKey(secret, true),
		sign: (message, secret) =>
			secp256k1.sign(sha256(message), secret, LOW_S).toBytes('compact'),
		verify: (signature, message, key) =>
			secp256k1.verify(signature, sha256(message), key, ANY_S),
	},
};

export const ALGORITHM_NAMES = Object.keys(ALGORITHMS);

// A key pair of one of the algorithms.
export class Key {
	constructor(algorithm, secret = randomBytes(32)) {
		this.algorithm = algorithm;
		this.secret = bytes(secret);
		this.public = ALGORITHMS[algorithm].publicKey(this.secret);
	}

	// As the chain's API takes it.
	get arg() {
		return { [this.algorithm]: hex(this.public) };
	}

	encode() {
		return concatBytes(u8(ALGORITHMS[this.algorithm].code), this.public);
	}

	// For an identity key this is the device's id.
	fingerprint() {
		return blake2_256(concatBytes(utf8ToBytes('mote:device:'), this.encode()));
	}

	sign(message) {
		return { [this.algorithm]: hex(ALGORITHMS[this.algorithm].sign(message, this.secret)) };
	}
}

// Whether `signature`, as `Key.sign` gives it, is one of `message` by the key with these bytes.
export function verify(algorithm, signature, message, publicKey) {
	try {
		return ALGORITHMS[algorithm].verify(bytes(signature), message, bytes(publicKey));
	} catch {
		return false;
	}
}

// The bytes that are signed.
export function envelope(kind, genesis, payload) {
	return concatBytes(utf8ToBytes('mote:v1:'), u8(kind), bytes(genesis), payload);
}

export const encode = {
	model: ({ manufacturer, product }) => concatBytes(u32(manufacturer), u16(product)),
	birthRecord: ({ model, identityKey, serialCommit, certSha256 }) =>
		concatBytes(
			encode.model(model),
			identityKey.encode(),
			bytes(serialCommit),
			option(certSha256, bytes),
		),
	possession: ({ device, model }) => concatBytes(bytes(device), encode.model(model)),
	keyRotation: ({ device, index, epoch }) => concatBytes(bytes(device), u16(index), u32(epoch)),
	keyAuthorisation: ({ device, index, epoch, key, purposes, replaces }) =>
		concatBytes(
			bytes(device),
			u16(index),
			u32(epoch),
			key.encode(),
			u8(purposes),
			option(replaces, u16),
		),
	transferAcceptance: ({ device, owner, epoch, key }) =>
		concatBytes(bytes(device), bytes(owner), u32(epoch), u16(key)),
	reactivation: ({ device, epoch, nonce }) =>
		concatBytes(bytes(device), u32(epoch), bytes(nonce)),
	meterRead: ({ device, at, importWh, exportWh, counter }) =>
		concatBytes(bytes(device), u64(at), u64(importWh), u64(exportWh), u64(counter)),
	commandReceipt: ({ device, seq, command, status, at, detail }) =>
		concatBytes(
			bytes(device),
			u64(seq),
			bytes(command),
			u8(RECEIPTS.indexOf(status)),
			u64(at),
			u16(detail),
		),
	firmwareReport: ({ device, seq, imageDigest, at }) =>
		concatBytes(bytes(device), u64(seq), bytes(imageDigest), u64(at)),
	birthBatch: ({ manufacturer, number, root, count }) =>
		concatBytes(u32(manufacturer), u32(number), bytes(root), u32(count)),
	voucher: ({ device, ownerKey, assertion, freshness }) =>
		concatBytes(
			bytes(device),
			ownerKey.encode(),
			u8(['Verified', 'Logged', 'Proximity'].indexOf(assertion)),
			freshness.nonce === undefined
				? concatBytes(u8(0), u64(freshness.expires))
				: concatBytes(u8(1), encode.nonce(bytes(freshness.nonce))),
		),
	nonce: (nonce) => concatBytes(u8(nonce.length), nonce, new Uint8Array(32 - nonce.length)),
	voucherHandover: ({ voucher, position, next }) =>
		concatBytes(bytes(voucher), u8(position), next.encode()),
	voucherClaim: ({ voucher, owner }) => concatBytes(bytes(voucher), bytes(owner)),
};

// Whoever makes devices: its root key signs their birth records.
export class Manufacturer {
	constructor(genesis, rootKey) {
		this.genesis = genesis;
		this.rootKey = rootKey;
	}

	sign(birth) {
		const payload = encode.birthRecord(birth);
		return this.rootKey.sign(envelope(KIND.birthRecord, this.genesis, payload));
	}

	// A batch of births for the chain's calls, with the root key's signature.
	batch(manufacturer, number, tree) {
		const fields = { manufacturer, number, root: hex(tree.root), count: tree.count };
		const payload = encode.birthBatch(fields);
		return [fields, this.rootKey.sign(envelope(KIND.birthBatch, this.genesis, payload))];
	}

	// A voucher for the holder of a key, for nobody's account yet.
	voucher(device, ownerKey, freshness, assertion = 'Verified') {
		const fields = { device: device.id, ownerKey, assertion, freshness };
		const payload = encode.voucher(fields);
		const signature = this.rootKey.sign(envelope(KIND.voucher, this.genesis, payload));
		return new Voucher(this.genesis, fields, signature, ownerKey, []);
	}
}

// A voucher on its way from holder to holder. Every step makes a new one, so that tests can go back.
export class Voucher {
	constructor(genesis, fields, signature, holder, handovers) {
		Object.assign(this, { genesis, fields, signature, holder, handovers });
		this.hash = blake2_256(encode.voucher(fields));
	}

	// The voucher in the hands of the next holder.
	handTo(next, signer = this.holder) {
		const word = { voucher: this.hash, position: this.handovers.length, next };
		const payload = encode.voucherHandover(word);
		const signature = signer.sign(envelope(KIND.voucherHandover, this.genesis, payload));
		const handovers = [...this.handovers, { next: next.arg, signature }];
		return new Voucher(this.genesis, this.fields, this.signature, next, handovers);
	}

	// With the holder's word that this account shall own the device: what the chain takes.
	claimFor(owner, signer = this.holder) {
		const payload = encode.voucherClaim({ voucher: this.hash, owner });
		const { device, ownerKey, assertion, freshness } = this.fields;
		const { nonce, expires } = freshness;
		return {
			voucher: {
				device,
				ownerKey: ownerKey.arg,
				assertion,
				freshness:
					nonce === undefined
						? { Expires: expires }
						: {
								Nonce: {
									length: bytes(nonce).length,
									bytes: hex(encode.nonce(bytes(nonce)).subarray(1)),
								},
							},
			},
			rootKey: 0,
			signature: this.signature,
			handovers: this.handovers,
			claim: signer.sign(envelope(KIND.voucherClaim, this.genesis, payload)),
		};
	}
}

// A device. It knows its identity key, the chain it was made for, and its own id.
export class Device {
	constructor(genesis, algorithm) {
		this.genesis = genesis;
		this.identity = typeof algorithm === 'string' ? new Key(algorithm) : algorithm;
		this.id = hex(this.identity.fingerprint());
		// A salted commitment; what serial it hides does not matter here.
		this.serialCommit = hex(randomBytes(32));
	}

	// This device with something else about it.
	#but(changes) {
		return Object.assign(new Device(this.genesis, this.identity), this, changes);
	}

	// The same device on another chain: same keys, same id.
	on(genesis) {
		return this.#but({ genesis });
	}

	// A device that signs with this one's keys and says that it is `other`.
	posingAs(other) {
		return this.#but({ id: other.id });
	}

	birth(model, certSha256 = null) {
		return { model, identityKey: this.identity, serialCommit: this.serialCommit, certSha256 };
	}

	#sign(kind, payload, key = this.identity) {
		return key.sign(envelope(kind, this.genesis, payload));
	}

	// Proof that the device holds its identity key.
	possession(model) {
		return this.#sign(KIND.possession, encode.possession({ device: this.id, model }));
	}

	// Proof that the device holds an operational key.
	keyPossession(key, index, epoch) {
		const payload = encode.keyRotation({ device: this.id, index, epoch });
		return this.#sign(KIND.keyRotation, payload, key);
	}

	// An operational key for the chain's calls, with its proof.
	newKey(key, index, epoch, purposes = PURPOSE.assert) {
		return { key: key.arg, purposes, possession: this.keyPossession(key, index, epoch) };
	}

	// The consent to a new owner: what is accepted, and the signature.
	consent(owner, epoch, key) {
		const acceptance = { device: this.id, owner: hex(owner), epoch, key };
		const payload = encode.transferAcceptance(acceptance);
		return [acceptance, this.#sign(KIND.transferAcceptance, payload)];
	}

	// The consent to a new operational key by `signer`, the identity key or an older one.
	authorisation({ key, index, epoch, purposes = PURPOSE.assert, replaces = null }, signer) {
		const fields = { device: this.id, index, epoch, key, purposes, replaces };
		const payload = encode.keyAuthorisation(fields);
		const signature = this.#sign(KIND.keyAuthorisation, payload, signer ?? this.identity);
		return [{ ...fields, key: key.arg }, signature];
	}

	// What firmware the device runs, signed by an operational key.
	firmwareReport({ seq, imageDigest, at }, key) {
		const report = { device: this.id, seq, imageDigest, at };
		return [report, this.#sign(KIND.firmwareReport, encode.firmwareReport(report), key)];
	}

	// What became of a command, signed by an operational key.
	commandReceipt({ seq, command, status, at, detail = 0 }, key) {
		const receipt = { device: this.id, seq, command, status, at, detail };
		return [receipt, this.#sign(KIND.commandReceipt, encode.commandReceipt(receipt), key)];
	}

	// The sign of life that ends a suspension or a loss.
	reactivation(epoch, nonce) {
		const proof = { device: this.id, epoch, nonce };
		return [proof, this.#sign(KIND.reactivation, encode.reactivation(proof))];
	}
}

// A birth record as the chain's API takes it.
export function birthArg({ model, identityKey, serialCommit, certSha256 }) {
	return { model, identityKey: identityKey.arg, serialCommit, certSha256 };
}
