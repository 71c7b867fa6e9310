// SPDX-License-Identifier: Apache-2.0

// Devices as W3C DIDs, through libraries that know nothing of this chain: `did-resolver` asks,
// multikey libraries import the keys of a document and check with them what devices signed.
// The tests of the first part tell one story and build on each other.

import assert from 'node:assert/strict';
import { createPublicKey, ECDH, verify as verifyWithNode } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { sr25519Verify } from '@polkadot/util-crypto';
import { parse, Resolver } from 'did-resolver';
import { varint } from 'multiformats';
import { base58btc } from 'multiformats/bases/base58';
import { Chain, keyring, only } from '../lib/chain.mjs';
import {
	ALGORITHM_NAMES,
	birthArg,
	bytes,
	Device,
	envelope,
	Key,
	KIND,
	Manufacturer,
	PURPOSE,
} from '../lib/device.mjs';
import { Node } from '../lib/node.mjs';

const MOTE = 10n ** 12n;
const FUNDS = 1_000n * MOTE;
const DAY = 86_400_000;
const NOWHERE = `0x${'11'.repeat(32)}`;
const SPEC = { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null };
const PROBLEM = 'https://www.w3.org/ns/did#';

// The key of a verification method: its multicodec and its bytes.
function decode(multibase) {
	const tagged = base58btc.decode(multibase);
	const [codec, length] = varint.decode(tagged);
	return { codec, key: tagged.subarray(length) };
}

// How others check a signature with what stands in a document.
const VERIFY = {
	Ed25519: async (method, data, signature) => {
		const { verifier } = await Ed25519Multikey.from(method);
		return verifier().verify({ data, signature });
	},
	P256: async (method, data, signature) => {
		const { verifier } = await EcdsaMultikey.from(method);
		return verifier().verify({ data, signature });
	},
	Sr25519: async ({ publicKeyMultibase }, data, signature) => {
		const { codec, key } = decode(publicKeyMultibase);
		assert.equal(codec, 0xef);
		return sr25519Verify(data, signature, key);
	},
	Secp256k1: async ({ publicKeyMultibase }, data, signature) => {
		const { codec, key } = decode(publicKeyMultibase);
		assert.equal(codec, 0xe7);
		const point = ECDH.convertKey(key, 'secp256k1', undefined, undefined, 'uncompressed');
		const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
			part.toString('base64url'),
		);
		const jwk = { kty: 'EC', crv: 'secp256k1', x, y };
		const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
		const options = { key: publicKey, dsaEncoding: 'ieee-p1363' };
		return verifyWithNode('sha256', data, options, signature);
	},
};

const raw = (signature) => bytes(Object.values(signature)[0]);

// Whether the method of a document checks what the key signs, and nothing else.
async function assertSpeaksFor(method, key) {
	const message = (text) => envelope(KIND.reading, chain.genesis, Buffer.from(text));
	const signature = raw(key.sign(message('21.5')));
	const check = VERIFY[key.algorithm];
	assert.ok(await check(method, message('21.5'), signature), `${method.id}, ${key.algorithm}`);
	assert.ok(!(await check(method, message('99.9'), signature)), `${method.id}, another message`);
	assert.deepEqual(decode(method.publicKeyMultibase).key, key.public);
}

let node;
let chain;
let call;
let root;
let maker;
let owner;
let manufacturer;
let model;
let resolver;
const devices = {};
// Operational keys of the device of the story, by index.
const keys = [];

before(async () => {
	node = await Node.start('did', ['--dev', '--state-pruning', 'archive']);
	chain = await Chain.connect(node);
	call = chain.api.tx.deviceIdentity;
	root = keyring.addFromUri('//Alice');
	({ maker, owner } = await chain.newAccounts(['maker', 'owner'], FUNDS, root));
	resolver = new Resolver({
		mote: (did, _parsed, _resolver, { accept, at }) =>
			node.rpc('did_resolve', did, { accept, at }),
	});
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

const asRoot = (inner) => chain.submit(chain.api.tx.sudo.sudo(inner), root);
const didOf = (device) => `did:mote:${chain.genesis.slice(2, 10)}:${device.id.slice(2)}`;
const accountDid = ({ address }) => `did:pkh:polkadot:${chain.genesis.slice(2, 34)}:${address}`;
const ask = (did, ...options) => node.rpc('did_resolve', did, ...options);

// Waits until the block of a transaction is final. Resolves to its hash and its time.
async function settled(outcome) {
	const hash = outcome.blockHash;
	const { number } = await chain.api.rpc.chain.getHeader(hash);
	await chain.waitForFinalized(number.toNumber());
	const at = await chain.api.at(hash);
	const time = (await at.query.timestamp.now()).toNumber();
	return { hash, time: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') };
}

// Resolves a DID that has to have a document, as a client would.
async function resolve(device, options = {}) {
	const did = didOf(device);
	const { didDocument, didDocumentMetadata, didResolutionMetadata } = await resolver.resolve(
		did,
		options,
	);
	assert.deepEqual(didResolutionMetadata, { contentType: options.accept ?? 'application/did' });
	assert.equal(didDocument.id, did);
	assert.deepEqual(didDocument['@context'], [
		'https://www.w3.org/ns/did/v1',
		'https://w3id.org/security/multikey/v1',
	]);
	return { document: didDocument, metadata: didDocumentMetadata };
}

// The verification methods of a document by fragment, after a look at their common form.
function methodsOf({ id, verificationMethod }) {
	return Object.fromEntries(
		verificationMethod.map((method) => {
			const { did, method: name, fragment } = parse(method.id);
			assert.deepEqual([did, name], [id, 'mote']);
			assert.deepEqual([method.type, method.controller], ['Multikey', id]);
			return [fragment, method];
		}),
	);
}

// What each relationship of a document refers to, by fragment. Every reference has its method.
function relationshipsOf(document) {
	const methods = methodsOf(document);
	return Object.fromEntries(
		['assertionMethod', 'authentication', 'keyAgreement', 'capabilityInvocation']
			.filter((name) => name in document)
			.map((name) => [
				name,
				document[name].map((reference) => {
					const { did, fragment } = parse(reference);
					assert.equal(did, document.id);
					assert.ok(fragment in methods, reference);
					return fragment;
				}),
			]),
	);
}

function registration(device) {
	const birth = device.birth(model);
	return call.register(birthArg(birth), 0, manufacturer.sign(birth), device.possession(model));
}

// How the chain was at some point of the story.
const past = {};

describe('the document of a registered device', () => {
	before(async () => {
		manufacturer = new Manufacturer(chain.genesis, new Key('P256'));
		const rootKeys = [manufacturer.rootKey.arg];
		const proposal = call.proposeManufacturer(null, rootKeys, NOWHERE);
		const proposed = only(
			await chain.submit(proposal, maker),
			'deviceIdentity.ManufacturerProposed',
		);
		const id = proposed.id.toNumber();
		model = { manufacturer: id, product: 1 };
		await asRoot(call.approveManufacturer(id, rootKeys));
		past.before = await settled(await chain.submit(call.addModel(model, SPEC), maker));
		for (const algorithm of ALGORITHM_NAMES) {
			devices[algorithm] = new Device(chain.genesis, algorithm);
		}
		const registered = await Promise.all(
			ALGORITHM_NAMES.map((name) => chain.submit(registration(devices[name]), maker)),
		);
		for (const [i, name] of ALGORITHM_NAMES.entries()) {
			past[name] = await settled(registered[i]);
		}
	});

	it('should be found by a DID that other libraries can read', () => {
		const did = didOf(devices.P256);
		const { method, id, ...rest } = parse(did);
		assert.deepEqual([method, rest], ['mote', { did, didUrl: did }]);
		assert.equal(id, did.slice('did:mote:'.length));
	});

	for (const algorithm of ALGORITHM_NAMES) {
		it(`should hold an ${algorithm} identity key that signs no data, and name the owner`, async () => {
			const device = devices[algorithm];
			const { document, metadata } = await resolve(device);
			assert.equal(document.controller, accountDid(maker));
			assert.deepEqual(relationshipsOf(document), { capabilityInvocation: ['id'] });
			const methods = methodsOf(document);
			assert.deepEqual(Object.keys(methods), ['id']);
			await assertSpeaksFor(methods.id, device.identity);

			// The other name is of the same key.
			const [other, ...more] = document.alsoKnownAs;
			assert.deepEqual(more, []);
			const { method, id } = parse(other);
			assert.deepEqual([method, id], ['key', methods.id.publicKeyMultibase]);
			assert.deepEqual(metadata, {
				created: past[algorithm].time,
				deactivated: false,
				versionId: '0',
			});
		});
	}

	it('should not be there at a block before the registration', async () => {
		const { didDocument, didResolutionMetadata } = await resolver.resolve(didOf(devices.P256), {
			at: past.before.hash,
		});
		assert.equal(didDocument, null);
		assert.equal(didResolutionMetadata.error, 'notFound');
	});

	it('should be there before its block is final when that block is named', async () => {
		const device = new Device(chain.genesis, 'Ed25519');
		const { blockHash } = await chain.submit(registration(device), maker);
		const { metadata } = await resolve(device, { at: blockHash });
		assert.equal(metadata.versionId, '0');
	});
});

describe('the document of a device in use', () => {
	let device;

	before(async () => {
		device = devices.P256;
		const purposes = [
			['P256', PURPOSE.assert],
			['Ed25519', PURPOSE.authenticate],
			['Sr25519', PURPOSE.assert | PURPOSE.keyAgree],
			['Secp256k1', PURPOSE.assert | PURPOSE.authenticate | PURPOSE.keyAgree],
		];
		purposes.forEach(([algorithm], index) => (keys[index] = new Key(algorithm)));
		const [acceptance, consent] = device.consent(maker.publicKey, 1, 0);
		const first = device.newKey(keys[0], 0, 1, purposes[0][1]);
		await chain.submit(call.activate(acceptance, consent, first), maker);
		// One account's transactions come in the order in which they were made.
		const added = await Promise.all(
			[1, 2, 3].map((index) =>
				chain.submit(
					call.addKey(
						device.id,
						device.newKey(keys[index], index, 1, purposes[index][1]),
					),
					maker,
				),
			),
		);
		past.active = await settled(added.at(-1));
	});

	it('should list every key, and each purpose by itself', async () => {
		const { document, metadata } = await resolve(device);
		assert.deepEqual(relationshipsOf(document), {
			assertionMethod: ['op-0', 'op-2', 'op-3'],
			authentication: ['op-1', 'op-3'],
			keyAgreement: ['op-2', 'op-3'],
			capabilityInvocation: ['id'],
		});
		const { id, ...operational } = methodsOf(document);
		await assertSpeaksFor(id, device.identity);
		assert.deepEqual(Object.keys(operational), ['op-0', 'op-1', 'op-2', 'op-3']);
		for (const [index, key] of keys.entries()) {
			await assertSpeaksFor(operational[`op-${index}`], key);
		}
		assert.deepEqual(metadata, {
			created: past.P256.time,
			updated: past.active.time,
			deactivated: false,
			versionId: '4',
		});
	});

	it('should come in every form that is offered', async () => {
		const { document } = await resolve(device);
		for (const accept of [
			'application/did',
			'application/did+json',
			'application/did+ld+json',
		]) {
			assert.deepEqual((await resolve(device, { accept })).document, document);
		}
	});

	it('should be told to calls with named parameters as well', async () => {
		const params = { did: didOf(device), options: { expandRelativeUrls: true } };
		const { json } = await node.post({ id: 1, jsonrpc: '2.0', method: 'did_resolve', params });
		assert.deepEqual(json.result, await ask(didOf(device)));
		assert.equal(json.result['@context'], 'https://w3id.org/did-resolution/v1');
	});

	it('should have the new key and no longer the old one after a rotation', async () => {
		keys[4] = new Key('P256');
		const rotated = device.newKey(keys[4], 4, 1);
		past.rotated = await settled(
			await chain.submit(call.rotateKey(device.id, 0, rotated), maker),
		);
		const { document, metadata } = await resolve(device);
		const methods = methodsOf(document);
		assert.deepEqual(Object.keys(methods), ['id', 'op-1', 'op-2', 'op-3', 'op-4']);
		assert.deepEqual(
			document.assertionMethod.map((url) => parse(url).fragment),
			['op-2', 'op-3', 'op-4'],
		);
		await assertSpeaksFor(methods['op-4'], keys[4]);
		assert.equal(metadata.updated, past.rotated.time);
		assert.equal(metadata.versionId, '5');
	});

	it('should have the old key at a block before the rotation', async () => {
		const { document, metadata } = await resolve(device, { at: past.active.hash });
		const methods = methodsOf(document);
		assert.ok(!('op-4' in methods));
		await assertSpeaksFor(methods['op-0'], keys[0]);
		assert.deepEqual([metadata.versionId, metadata.updated], ['4', past.active.time]);
	});

	it('should name the new owner and end the old keys after a transfer', async () => {
		const expires = (await chain.now()) + DAY;
		await chain.submit(call.offerTransfer(device.id, owner.address, expires, null), maker);
		const [acceptance, consent] = device.consent(owner.publicKey, 2, 4);
		past.transferred = await settled(
			await chain.submit(call.acceptTransfer(acceptance, consent, null, null), owner),
		);
		const { document } = await resolve(device);
		assert.equal(document.controller, accountDid(owner));
		assert.deepEqual(relationshipsOf(document), {
			assertionMethod: ['op-4'],
			capabilityInvocation: ['id'],
		});
		const earlier = await resolve(device, { at: past.rotated.hash });
		assert.equal(earlier.document.controller, accountDid(maker));
	});

	it('should stay as it is while the device is suspended', async () => {
		const { document } = await resolve(device);
		await settled(await chain.submit(call.suspend(device.id, 'Maintenance'), owner));
		const suspended = await resolve(device);
		assert.deepEqual(suspended.document, document);
		assert.equal(suspended.metadata.deactivated, false);
	});
});

describe('the document of a device that has ended', () => {
	async function assertEnded(device, ended, created) {
		const { document, metadata } = await resolve(device);
		assert.deepEqual(Object.keys(document).sort(), ['@context', 'id']);
		const { versionId, ...rest } = metadata;
		assert.deepEqual(rest, { created, updated: ended.time, deactivated: true });
		assert.match(versionId, /^[1-9]\d*$/);
	}

	it('should name nobody after it was decommissioned, and somebody before', async () => {
		const device = devices.P256;
		const ended = await settled(await chain.submit(call.decommission(device.id), owner));
		await assertEnded(device, ended, past.P256.time);
		const { document, metadata } = await resolve(device, { at: past.transferred.hash });
		assert.equal(metadata.deactivated, false);
		await assertSpeaksFor(methodsOf(document)['op-4'], keys[4]);
	});

	it('should name nobody after the manufacturer revoked it', async () => {
		const device = devices.Ed25519;
		const revoked = await chain.submit(call.revoke(device.id, await chain.now()), maker);
		await assertEnded(device, await settled(revoked), past.Ed25519.time);
	});
});

describe('a question without a document', () => {
	async function failsWith(error, problem, did, ...options) {
		const answer = await ask(did, ...options);
		const { title, detail } = answer.didResolutionMetadata.problemDetails;
		assert.ok(title && detail, `${error} tells nothing`);
		assert.deepEqual(answer, {
			'@context': 'https://w3id.org/did-resolution/v1',
			didDocument: null,
			didResolutionMetadata: {
				error,
				problemDetails: { type: PROBLEM + problem, title, detail },
			},
			didDocumentMetadata: {},
		});
	}

	it('should be about nobody when there never was such a device, or it is of another chain', async () => {
		await failsWith('notFound', 'NOT_FOUND', didOf({ id: NOWHERE }));
		const did = didOf(devices.P256);
		const elsewhere = did.replace(/^did:mote:./, (start) =>
			start.endsWith('0') ? 'did:mote:1' : 'did:mote:0',
		);
		await failsWith('notFound', 'NOT_FOUND', elsewhere);
	});

	it('should be malformed when it holds no DID of a device', async () => {
		const did = didOf(devices.P256);
		for (const text of [
			'',
			'mote',
			'did:mote:1',
			did.slice(0, -1),
			did.toUpperCase(),
			`${did}#id`,
			`${did}?versionId=1`,
			`${did}/path`,
		]) {
			await failsWith('invalidDid', 'INVALID_DID', text);
		}
		const { didResolutionMetadata } = await resolver.resolve('did:mote:1');
		assert.equal(didResolutionMetadata.error, 'invalidDid');
	});

	it('should be for another resolver when the DID is of another method', async () => {
		const { alsoKnownAs } = (await resolve(devices.Sr25519)).document;
		await failsWith('methodNotSupported', 'METHOD_NOT_SUPPORTED', alsoKnownAs[0]);
	});

	it('should ask for a form that is offered, and with options that are known', async () => {
		const did = didOf(devices.Sr25519);
		for (const accept of ['text/html', 'application/did+cbor', '']) {
			await failsWith('representationNotSupported', 'REPRESENTATION_NOT_SUPPORTED', did, {
				accept,
			});
		}
		for (const options of [{ versionId: '0' }, { versionTime: '2026-01-01T00:00:00Z' }]) {
			await failsWith('featureNotSupported', 'FEATURE_NOT_SUPPORTED', did, options);
		}
		for (const options of [{ at: 'finalized' }, { at: 1 }, { accept: 1 }, []]) {
			await failsWith('invalidOptions', 'INVALID_OPTIONS', did, options);
		}
	});

	it('should name a block that the node knows', async () => {
		await assert.rejects(ask(didOf(devices.Sr25519), { at: NOWHERE }), { code: 20_001 });
	});
});

describe('a node that keeps few states', () => {
	let pruning;
	let pruned;

	before(async () => {
		pruning = await Node.start('did-pruning', ['--dev', '--state-pruning', '4']);
		pruned = await Chain.connect(pruning);
	});

	after(async () => {
		await pruned?.disconnect();
		await pruning?.stop();
	});

	it('should say so and what to do when it is asked about an old block', async () => {
		await pruned.waitForFinalized(10);
		const at = await pruned.hash(1);
		const did = `did:mote:${pruned.genesis.slice(2, 10)}:${NOWHERE.slice(2)}`;
		await assert.rejects(pruning.rpc('did_resolve', did, { at }), {
			code: 20_002,
			message: /--state-pruning archive/,
		});
		const { didResolutionMetadata } = await pruning.rpc('did_resolve', did);
		assert.equal(didResolutionMetadata.error, 'notFound');
	});
});
