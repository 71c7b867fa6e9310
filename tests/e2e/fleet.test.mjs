// SPDX-License-Identifier: Apache-2.0

// A device's whole life in a fleet, from its voucher to its end, with real keys: its firmware, what a
// verifier says of it, who may look after it, the credential of its owner, and what a W3C client
// reads of it. The tests of this file tell one story and build on each other.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Chain, keyring, only } from '../lib/chain.mjs';
import {
	birthArg,
	blake2_256,
	Device,
	encode,
	hex,
	Key,
	Manufacturer,
	PURPOSE,
	RIGHT,
} from '../lib/device.mjs';
import { MerkleTree } from '../lib/merkle.mjs';
import { Node } from '../lib/node.mjs';

const MOTE = 10n ** 12n;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const METER = { hwVersion: 1, class: 'Meter', algorithms: 0b1111, maxPowerW: 11_000 };
const ZERO = `0x${'00'.repeat(32)}`;
const digest = (name) => hex(blake2_256(new TextEncoder().encode(name)));

let node;
let chain;
let tx;
let alice;
let maker;
let publisher;
let approver;
let owner;
let buyer;
let workshop;
let verifier;
let stranger;
let factory;
let model;
let device;
// The device's operational keys, by index.
const keys = [];
let claimedAt;

before(async () => {
	node = await Node.start('fleet', ['--dev']);
	chain = await Chain.connect(node);
	({ tx } = chain.api);
	alice = keyring.addFromUri('//Alice');
	const names = [
		'maker',
		'publisher',
		'approver',
		'owner',
		'buyer',
		'workshop',
		'verifier',
		'stranger',
	];
	({ maker, publisher, approver, owner, buyer, workshop, verifier, stranger } =
		await chain.newAccounts(names, 1_000n * MOTE, alice));
	factory = new Manufacturer(chain.genesis, new Key('P256'));
	const rootKeys = [factory.rootKey.arg];
	const proposed = only(
		await chain.submit(tx.deviceIdentity.proposeManufacturer(null, rootKeys, ZERO), maker),
		'deviceIdentity.ManufacturerProposed',
	);
	model = { manufacturer: proposed.id.toNumber(), product: 1 };
	await asRoot(tx.deviceIdentity.approveManufacturer(model.manufacturer, rootKeys));
	await chain.submit(tx.deviceIdentity.addModel(model, METER), maker);
	device = new Device(chain.genesis, 'P256');
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

const asRoot = (inner) => chain.submit(tx.sudo.sudo(inner), alice);
const refused = (inner, signer, error) =>
	chain.refused(inner, signer, `${inner.method.section}.${error}`);
const plain = async () => (await chain.view('device', device.id)).unwrap().toJSON();

// Whether the device is trusted for metering: `true`, or the reason why not.
async function trusted() {
	const answer = await chain.view('trusted', device.id, 'Metering');
	return answer.isOk || answer.asErr.type;
}

// Asks the node, as a W3C client would.
const resolve = (at) =>
	chain.provider.send('did_resolve', [
		`did:mote:${chain.genesis.slice(2, 10)}:${device.id.slice(2)}`,
		at === undefined ? {} : { at },
	]);

describe('a voucher', () => {
	const [distributor, dealer, first, second] = ['Ed25519', 'P256', 'Sr25519', 'Secp256k1'].map(
		(algorithm) => new Key(algorithm),
	);
	const [op] = [new Key('P256')];
	let voucher;

	const claim = (chainOfHolders, who = owner, by = device) =>
		tx.deviceIdentity.claimWithVoucher(
			chainOfHolders,
			...by.consent(who.publicKey, 1, 0),
			by.newKey(op, 0, 1, PURPOSE.assert | PURPOSE.authenticate),
		);

	it('should belong to a device that came out of a batch', async () => {
		const births = [device, new Device(chain.genesis, 'Ed25519')].map((d) => d.birth(model));
		const tree = new MerkleTree(births.map(encode.birthRecord));
		const [batch, signature] = factory.batch(model.manufacturer, 0, tree);
		await chain.submit(tx.deviceIdentity.openBatch(batch, 0, signature), maker);
		const possession = device.possession(model);
		await chain.submit(
			tx.deviceIdentity.claim(0, birthArg(births[0]), 0, tree.proof(0), possession),
			stranger,
		);
		assert.equal((await plain()).state, 'Registered');
		assert.ok((await chain.holds(stranger.address)).Device > 0n);
	});

	it('should be refused when it leads to somebody else, or by another way', async () => {
		const expires = (await chain.now()) + HOUR;
		voucher = factory.voucher(device, first, { expires }).handTo(second).handTo(distributor);
		const forged = new Manufacturer(chain.genesis, new Key('P256')).voucher(device, first, {
			expires,
		});
		const late = factory.voucher(device, first, { expires: (await chain.now()) - 1 });
		const stolen = factory.voucher(device, first, { expires }).handTo(dealer, dealer);
		const spliced = factory.voucher(device, first, { expires: expires + 1 });
		spliced.handovers = voucher.handovers;
		spliced.holder = voucher.holder;
		await Promise.all([
			refused(claim(forged.claimFor(owner.publicKey)), owner, 'VoucherNotSigned'),
			refused(claim(late.claimFor(owner.publicKey)), owner, 'VoucherExpired'),
			refused(claim(stolen.claimFor(owner.publicKey)), owner, 'HandoverNotSigned'),
			refused(claim(spliced.claimFor(owner.publicKey)), owner, 'HandoverNotSigned'),
			refused(
				claim(voucher.claimFor(owner.publicKey, dealer)),
				owner,
				'VoucherClaimNotSigned',
			),
			refused(
				claim(voucher.claimFor(owner.publicKey), stranger),
				stranger,
				'VoucherClaimNotSigned',
			),
			refused(
				claim(voucher.claimFor(owner.publicKey), owner, device.on(ZERO)),
				owner,
				'DeviceConsentMissing',
			),
		]);
	});

	it('should give the device to the account that its last holder names', async () => {
		voucher = voucher.handTo(dealer);
		const outcome = await chain.submit(claim(voucher.claimFor(owner.publicKey)), owner);
		claimedAt = outcome.blockHash;
		const used = only(outcome, 'deviceIdentity.VoucherUsed');
		assert.equal(used.handovers.toNumber(), 3);
		keys[0] = op;
		const { state, epoch, liveKeys, owner: now } = await plain();
		assert.deepEqual([state, epoch, liveKeys, now], ['Active', 1, [0], owner.address]);
		// Whoever had put up the deposit before has it back.
		assert.deepEqual(await chain.holds(stranger.address), {});
		assert.equal(await trusted(), true);
	});

	it('should count once', async () => {
		await refused(claim(voucher.claimFor(owner.publicKey)), owner, 'StaleVoucher');
	});
});

describe('an operator', () => {
	it('should do what the owner lets it, and nothing else', async () => {
		const { deviceIdentity: call } = tx;
		const until = (await chain.now()) + DAY;
		const rights = RIGHT.keys | RIGHT.suspend | RIGHT.reactivate;
		const key = new Key('Ed25519');
		const add = call.addKey(device.id, device.newKey(key, 1, 1, PURPOSE.authenticate));
		await refused(add, workshop, 'NotOwner');
		await refused(
			call.nameOperator(device.id, workshop.address, rights, until),
			stranger,
			'NotOwner',
		);
		await chain.submit(call.nameOperator(device.id, workshop.address, rights, until), owner);
		await chain.submit(add, workshop);
		keys[1] = key;
		await Promise.all([
			refused(call.reportLost(device.id), workshop, 'NotOwner'),
			refused(call.decommission(device.id), workshop, 'NotOwner'),
			refused(
				call.offerTransfer(device.id, workshop.address, until, null),
				workshop,
				'NotOwner',
			),
			refused(
				call.nameOperator(device.id, stranger.address, rights, until),
				workshop,
				'NotOwner',
			),
			refused(call.removeOperator(device.id, workshop.address), stranger, 'OperatorInForce'),
		]);
		const [operator] = (await chain.view('operators_of', device.id, null, 10)).toJSON();
		assert.deepEqual(operator, {
			operator: workshop.address,
			rights,
			until,
			isInForce: true,
		});
	});
});

describe('firmware', () => {
	const images = { 1: digest('image 1'), 2: digest('image 2') };
	const release = (seq, changes = {}) => ({
		seq,
		manifestDigest: digest(`manifest ${seq}`),
		imageDigest: images[seq],
		size: 65_536,
		cid: '0x',
		minPrevSeq: 0,
		severity: 'Medium',
		sbomHash: null,
		updateBy: null,
		...changes,
	});
	const report = async (seq, imageDigest, key = 0, at = undefined) => {
		const fields = { seq, imageDigest, at: at ?? (await chain.now()) };
		const [word, signature] = device.firmwareReport(fields, keys[key]);
		return tx.deviceFirmware.report(word, key, signature);
	};

	it('should be released by two persons', async () => {
		const { deviceFirmware: call } = tx;
		await refused(call.publish(model, release(1)), publisher, 'NotPublisher');
		await chain.submit(call.appoint(model.manufacturer, publisher.address, 1), maker);
		await chain.submit(call.appoint(model.manufacturer, approver.address, 2), maker);
		await chain.submit(call.publish(model, release(1)), publisher);
		const other = release(1, { imageDigest: images[2] });
		await Promise.all([
			refused(call.approve(model, release(1)), publisher, 'NotApprover'),
			refused(call.approve(model, other), approver, 'ReleaseChanged'),
			refused(call.approve(model, release(1)), stranger, 'NotApprover'),
		]);
		await chain.submit(call.approve(model, release(1)), approver);
	});

	it('should be reported by the device, whoever carries it, and not twice', async () => {
		const first = await report(1, images[1]);
		await chain.submit(first, stranger);
		await refused(first, stranger, 'ReportNotNewer');
		const [word, signature] = device.firmwareReport(
			{ seq: 1, imageDigest: images[1], at: await chain.now() },
			new Key('P256'),
		);
		await refused(tx.deviceFirmware.report(word, 0, signature), stranger, 'ReportNotSigned');
		assert.equal(await trusted(), true);
	});

	it('should cost the device its trust when it is withdrawn, until it runs another', async () => {
		const { deviceFirmware: call } = tx;
		await refused(call.withdraw(model, 1), stranger, 'NotApprover');
		await chain.submit(call.withdraw(model, 1), approver);
		assert.equal(await trusted(), 'FirmwareUntrusted');
		await chain.submit(call.publish(model, release(2)), publisher);
		await chain.submit(call.approve(model, release(2)), approver);
		const next = (await chain.view('DeviceFirmware.next_update', device.id)).unwrap().toJSON();
		assert.equal(next.spec.seq, 2);
		await chain.submit(await report(2, images[2]), stranger);
		assert.equal(await trusted(), true);
		await refused(await report(1, images[1]), stranger, 'FirmwareRollback');
	});
});

describe('remote attestation', () => {
	// Which registration of the verifier the trustees look at.
	let generation;

	const result = (nonce, expires, changes = {}) => ({
		nonce,
		profile: ZERO,
		oemidHash: ZERO,
		hwmodelHash: ZERO,
		swDigest: digest('image 2'),
		debug: 'DisabledPermanently',
		tier: 'Affirming',
		expires,
		...changes,
	});

	async function attest(changes) {
		const { remoteAttestation: call } = tx;
		await chain.submit(call.requestChallenge(device.id), stranger);
		const { nonce } = (await chain.view('RemoteAttestation.challenge', device.id)).unwrap();
		const claims = result(nonce.toHex(), (await chain.now()) + DAY, changes);
		await chain.submit(call.postResult(device.id, claims), verifier);
		return claims;
	}

	it('should be demanded once the trustees set a policy', async () => {
		const { remoteAttestation: call } = tx;
		const policy = { maxAge: 30 * DAY, tiers: 0b0010, minDebug: 'Disabled' };
		await chain.refused(call.setPolicy(model, 'Metering', policy), maker, 'BadOrigin');
		await asRoot(call.setPolicy(model, 'Metering', policy));
		assert.equal(await trusted(), 'NotAttested');
	});

	it('should count when an approved verifier answers a fresh challenge', async () => {
		const { remoteAttestation: call } = tx;
		const registered = await chain.submit(call.registerVerifier(ZERO), verifier);
		({ generation } = only(registered, 'remoteAttestation.VerifierRegistered'));
		await chain.submit(call.requestChallenge(device.id), stranger);
		const challenge = (await chain.view('RemoteAttestation.challenge', device.id)).unwrap();
		const claims = result(challenge.nonce.toHex(), (await chain.now()) + DAY);
		await refused(call.postResult(device.id, claims), verifier, 'VerifierNotApproved');
		await asRoot(call.approveVerifier(verifier.address, generation));
		await refused(
			call.postResult(device.id, { ...claims, nonce: ZERO }),
			verifier,
			'NonceMismatch',
		);
		await chain.submit(call.postResult(device.id, claims), verifier);
		assert.equal(await trusted(), true);
		await refused(call.postResult(device.id, claims), verifier, 'NoChallenge');
		assert.deepEqual(await chain.holds(stranger.address).then((h) => h.Challenge), undefined);
	});

	it('should tell a device that can be debugged or is not as it should be', async () => {
		await attest({ debug: 'Enabled' });
		assert.equal(await trusted(), 'DebugEnabled');
		await attest({ tier: 'Contraindicated' });
		assert.equal(await trusted(), 'AttestationRefused');
		await attest({});
		assert.equal(await trusted(), true);
	});

	it('should be due again after the device was out of use', async () => {
		const { deviceIdentity: call } = tx;
		const suspended = only(
			await chain.submit(call.suspend(device.id, 'Maintenance'), workshop),
			'deviceIdentity.DeviceSuspended',
		);
		assert.equal(await trusted(), 'NotActive');
		const proof = device.reactivation(1, suspended.nonce.toHex());
		await chain.submit(call.reactivate(...proof), workshop);
		assert.equal(await trusted(), 'NotAttested');
		await attest({});
		assert.equal(await trusted(), true);
	});

	it('should not count when its verifier was suspended', async () => {
		await asRoot(tx.remoteAttestation.suspendVerifier(verifier.address));
		assert.equal(await trusted(), 'VerifierNotApproved');
		await asRoot(tx.remoteAttestation.approveVerifier(verifier.address, generation));
		assert.equal(await trusted(), true);
	});
});

describe('a status list', () => {
	it('should give out indices by lot and be read as the W3C describes', async () => {
		const { statusLists: call } = tx;
		const created = await chain.submit(call.createList('Revocation', 60_000), owner);
		const list = only(created, 'statusLists.ListCreated').list.toNumber();
		const secret = blake2_256(new TextEncoder().encode('drawn by the test'));
		const commitment = hex(blake2_256(secret));
		await refused(call.requestIndices(list, 3, commitment), stranger, 'NotIssuer');
		await refused(call.drawIndices(list, hex(secret)), owner, 'NoRequest');
		await chain.submit(call.requestIndices(list, 3, commitment), owner);
		const { number } = await chain.api.rpc.chain.getHeader();
		await chain.waitForBlock(number.toNumber() + 3);
		await refused(call.drawIndices(list, ZERO), owner, 'WrongSecret');
		const drawn = only(
			await chain.submit(call.drawIndices(list, hex(secret)), stranger),
			'statusLists.IndicesDrawn',
		);
		const indices = drawn.indices.map((index) => index.toNumber());
		assert.equal(new Set(indices).size, 3);
		assert.ok(indices.every((index) => index < 131_072));

		const [revoked] = indices;
		await refused(
			call.setStatuses(list, [{ index: revoked, value: 1 }]),
			stranger,
			'NotIssuer',
		);
		const set = await chain.submit(
			call.setStatuses(list, [{ index: revoked, value: 1 }]),
			owner,
		);
		await refused(call.setStatuses(list, [{ index: revoked, value: 0 }]), owner, 'OneWay');
		const subject = await chain.provider.send('statusList_credentialSubject', [
			list,
			{ at: set.blockHash },
		]);
		assert.deepEqual(
			[subject.type, subject.statusPurpose, subject.ttl],
			['BitstringStatusList', 'revocation', 60_000],
		);
		assert.equal(subject.encodedList[0], 'u');
		const bits = gunzipSync(Buffer.from(subject.encodedList.slice(1), 'base64url'));
		assert.equal(bits.length, 16_384);
		const ones = [...bits].reduce(
			(sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
			0,
		);
		assert.equal(ones, 1);
		assert.equal(bits[revoked >> 3], 0x80 >> (revoked % 8));
	});
});

describe('the end', () => {
	it('should leave the new owner nothing of the old one', async () => {
		const { deviceIdentity: call } = tx;
		const expires = (await chain.now()) + HOUR;
		await chain.submit(call.offerTransfer(device.id, buyer.address, expires, null), owner);
		const key = new Key('P256');
		await chain.submit(
			call.acceptTransfer(
				...device.consent(buyer.publicKey, 2, 2),
				null,
				device.newKey(key, 2, 2),
			),
			buyer,
		);
		keys[2] = key;
		// Neither the operator nor the appraisal outlives the owner they were made under.
		assert.equal(await trusted(), 'NotAttested');
		const revoke = call.revokeKey(device.id, 2, 'Retired');
		await refused(revoke, workshop, 'NotOwner');
		const before = (await chain.holds(owner.address)).Operator;
		assert.ok(before > 0n);
		await chain.submit(call.removeOperator(device.id, workshop.address), stranger);
		assert.equal((await chain.holds(owner.address)).Operator, undefined);
	});

	it('should be seen by a W3C client, and the past as it was', async () => {
		const { deviceIdentity: call } = tx;
		const now = await chain.submit(call.decommission(device.id), buyer);
		const { number } = await chain.api.rpc.chain.getHeader(now.blockHash);
		await chain.waitForFinalized(number.toNumber());
		const ended = await resolve();
		assert.equal(ended.didDocumentMetadata.deactivated, true);
		assert.deepEqual(ended.didDocument.verificationMethod ?? [], []);
		const past = await resolve(claimedAt);
		assert.notEqual(past.didDocumentMetadata.deactivated, true);
		assert.equal(past.didDocument.verificationMethod.length, 2);
		assert.equal(await trusted(), 'NotActive');
		// What was held for its firmware and its appraisal can be had back now.
		await chain.submit(tx.deviceFirmware.pruneReport(device.id), owner);
		await chain.submit(tx.remoteAttestation.pruneResult(device.id), owner);
		assert.deepEqual(await chain.holds(stranger.address), {});
		assert.equal((await chain.holds(verifier.address)).Result, undefined);
	});
});
