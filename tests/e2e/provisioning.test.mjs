// SPDX-License-Identifier: Apache-2.0

// A factory's devices on a development chain: one signature for all of them, each claimed when it is
// needed, by whoever happens to carry it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain, keyring, only } from '../lib/chain.mjs';
import { ALGORITHM_NAMES, birthArg, Device, encode, Key, Manufacturer } from '../lib/device.mjs';
import { MerkleTree } from '../lib/merkle.mjs';
import { Node } from '../lib/node.mjs';

const MOTE = 10n ** 12n;
const CLAIMED = 1_000;
const UNCLAIMED = 24;
const PER_TRANSACTION = 25;
const SPEC = { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null };
const ZERO = `0x${'00'.repeat(32)}`;

let node;
let chain;
let call;
let alice;
let maker;
let carrier;
let factory;
let model;
let devices;
let births;
let tree;

before(async () => {
	node = await Node.start('provisioning', ['--dev']);
	chain = await Chain.connect(node);
	call = chain.api.tx.deviceIdentity;
	alice = keyring.addFromUri('//Alice');
	({ maker, carrier } = await chain.newAccounts(['maker', 'carrier'], 1_000n * MOTE, alice));
	factory = new Manufacturer(chain.genesis, new Key('P256'));
	const keys = [factory.rootKey.arg];
	const proposal = call.proposeManufacturer(null, keys, ZERO);
	const proposed = only(
		await chain.submit(proposal, maker),
		'deviceIdentity.ManufacturerProposed',
	);
	const manufacturer = proposed.id.toNumber();
	model = { manufacturer, product: 1 };
	const approval = call.approveManufacturer(manufacturer, keys);
	await chain.submit(chain.api.tx.sudo.sudo(approval), alice);
	await chain.submit(call.addModel(model, SPEC), maker);

	devices = Array.from(
		{ length: CLAIMED + UNCLAIMED },
		(_, i) => new Device(chain.genesis, ALGORITHM_NAMES[i % ALGORITHM_NAMES.length]),
	);
	births = devices.map((device) => device.birth(model));
	tree = new MerkleTree(births.map(encode.birthRecord));
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

const refused = (inner, signer, error) => chain.refused(inner, signer, `deviceIdentity.${error}`);
const claim = (index, { at = index, by = devices[index] } = {}) =>
	call.claim(0, birthArg(births[index]), at, tree.proof(index), by.possession(model));
const open = (number, by = factory) => {
	const [batch, signature] = by.batch(model.manufacturer, number, tree);
	return call.openBatch(batch, 0, signature);
};
const batch = async () => (await chain.view('batch', model.manufacturer, 0)).toJSON();

describe('a batch of births', () => {
	let deposit;

	it('should be opened by the manufacturer with the signature of its root key', async () => {
		const forger = new Manufacturer(chain.genesis, new Key('P256'));
		const elsewhere = new Manufacturer(ZERO, factory.rootKey);
		await Promise.all([
			refused(open(0, forger), maker, 'BatchNotSigned'),
			refused(open(0, elsewhere), maker, 'BatchNotSigned'),
			refused(open(1), maker, 'BatchNumberMismatch'),
			refused(open(0), carrier, 'NotManufacturer'),
			refused(claim(0), carrier, 'BatchNotFound'),
		]);
		only(await chain.submit(open(0), maker), 'deviceIdentity.BatchOpened');
		deposit = (await chain.holds(maker.address)).Batch;
		assert.ok(deposit > 0n);
		const { root, count, claimed } = await batch();
		assert.deepEqual([count, claimed], [devices.length, 0]);
		assert.equal(root, `0x${Buffer.from(tree.root).toString('hex')}`);
	});

	it('should let no device in that does not lie under its root or does not consent', async () => {
		const stranger = new Device(chain.genesis, 'P256');
		const unknown = call.claim(
			0,
			birthArg(stranger.birth(model)),
			0,
			tree.proof(0),
			stranger.possession(model),
		);
		await Promise.all([
			refused(unknown, carrier, 'NotInBatch'),
			refused(claim(1, { at: 0 }), carrier, 'NotInBatch'),
			refused(claim(1, { at: devices.length }), carrier, 'NotInBatch'),
			refused(claim(1, { by: devices[2] }), carrier, 'DevicePossessionMissing'),
			refused(claim(1, { by: devices[1].on(ZERO) }), carrier, 'DevicePossessionMissing'),
		]);
	});

	it('should let a thousand devices in, carried by somebody who owns none of them', async () => {
		const { utility } = chain.api.tx;
		const indices = Array.from({ length: CLAIMED }, (_, i) => i);
		const transactions = [];
		while (indices.length > 0) {
			const calls = indices.splice(0, PER_TRANSACTION).map((index) => claim(index));
			transactions.push(utility.batchAll(calls));
		}
		const outcomes = await Promise.all(transactions.map((tx) => chain.submit(tx, carrier)));
		const registered = outcomes
			.flatMap(({ events }) => events)
			.filter(({ name }) => name === 'deviceIdentity.DeviceRegistered');
		assert.equal(registered.length, CLAIMED);
		assert.deepEqual(
			new Set(registered.map(({ data }) => data.device.toHex())),
			new Set(devices.slice(0, CLAIMED).map(({ id }) => id)),
		);
		assert.ok(registered.every(({ data }) => data.owner.toString() === maker.address));
		assert.equal((await batch()).claimed, CLAIMED);

		// The deposits are the carrier's until each device finds its owner.
		const { Device: held } = await chain.holds(carrier.address);
		assert.equal(held % BigInt(CLAIMED), 0n);
		assert.equal((await chain.holds(maker.address)).Device, undefined);
		const blocks = new Set(outcomes.map(({ blockHash }) => blockHash));
		const fees = outcomes.reduce((sum, { fee }) => sum + fee, 0n);
		console.log(
			`  ${CLAIMED} devices in ${blocks.size} blocks; fee for each: ${fees / BigInt(CLAIMED)}`,
		);
	});

	it('should cost a claim no more than a few remarks', async () => {
		const { system } = chain.api.tx;
		const base = chain.api.consts.system.blockWeights.perClass.normal.baseExtrinsic;
		// What a transaction takes of a block: its own weight, and what any one takes.
		const weight = async (inner) => {
			const { weight } = await inner.paymentInfo(carrier);
			return weight.refTime.toBigInt() + base.refTime.toBigInt();
		};
		const [one, remark] = await Promise.all([
			weight(claim(CLAIMED)),
			weight(system.remark('0x')),
		]);
		const ratio = Number((100n * one) / remark) / 100;
		console.log(`  the weight of a claim is that of ${ratio} remarks`);
		assert.ok(ratio < 8, `${ratio}`);
	});

	it('should let no device in twice, and none after it was closed', async () => {
		await refused(claim(0), carrier, 'IdentityKeyReused');
		await refused(call.closeBatch(model.manufacturer, 0), carrier, 'NotManufacturer');
		await refused(call.withdrawManufacturer(model.manufacturer), maker, 'ManufacturerInUse');
		const closed = await chain.submit(call.closeBatch(model.manufacturer, 0), maker);
		assert.equal(only(closed, 'deviceIdentity.BatchClosed').claimed.toNumber(), CLAIMED);
		assert.equal((await chain.holds(maker.address)).Batch, undefined);
		await Promise.all([
			refused(claim(CLAIMED), carrier, 'BatchNotFound'),
			refused(open(0), maker, 'BatchNumberMismatch'),
		]);
		assert.equal(await batch(), null);
	});
});
