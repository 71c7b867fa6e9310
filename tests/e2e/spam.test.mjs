// SPDX-License-Identifier: Apache-2.0

// The feeless lane under junk: unknown devices, bad signatures, used counters, times to come, and a
// device that signs far more than it may send. Meanwhile, in every round, one honest device sends a
// reading and one account pays for a transfer. Two nodes: one that authors, one that does not.
//
// Then the lane under its own users: more readings that are all in order than the pool holds.
//
// MOTE_SPAM says how many junk transactions there are: 20,000 unless it does. 100,000 take about
// five times as long.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { randomBytes } from 'node:crypto';
import { Chain, keyring } from '../lib/chain.mjs';
import { devicesInUse, MOTE, streamCalls, submitAll } from '../lib/fleet.mjs';
import { Node, rawSpecification } from '../lib/node.mjs';
import { FREEZER, generalTransaction, signedReading } from '../lib/sensor.mjs';

const JUNK = Number(process.env.MOTE_SPAM ?? 20_000);
// As many as a node takes in one request.
const PER_REQUEST = 10;
const CONNECTIONS = 4;
const DEVICES = 40;
const ALLOWANCE = { intervalMs: 1_000, burst: 64 };
const TIGHT = { intervalMs: 60_000, burst: 4 };
const MAX_DISTANCE = 2;
// Less than honest devices can have waiting.
const POOL_LIMIT = 1_000;

let author;
let peer;
let chain;
let owner;
let call;
let honest;
let greedy;

before(async () => {
	author = await Node.start('author', ['--dev', '--pool-limit', String(POOL_LIMIT)]);
	// What reaches the pool is to be measured, not what a limit of the server keeps away.
	const unlimited = ['--rpc-rate-limit', '100000000'];
	peer = new Node('peer', ['--chain', await rawSpecification('dev'), ...unlimited]);
	await peer.start(['--bootnodes', author.address]);
	chain = await Chain.connect(author);
	call = chain.api.tx.sensorAttestation;
	const alice = keyring.addFromUri('//Alice');
	({ owner } = await chain.newAccounts(['owner'], 10_000n * MOTE, alice));
	const { devices } = await devicesInUse(chain, owner, alice, DEVICES);
	[greedy, ...honest] = devices;
	const calls = [
		...streamCalls(chain, greedy, FREEZER, TIGHT),
		...honest.flatMap((device) => streamCalls(chain, device, FREEZER, ALLOWANCE)),
	];
	await submitAll(chain, calls, owner, 30);
});

after(async () => {
	await chain?.disconnect();
	await Promise.all([author, peer].map((node) => node?.stop()));
});

const reading = (counter, tMs) => ({ stream: 3, counter, tMs, value: -185 });
const as = (args) => generalTransaction(chain.api, call.submitReading(...args));
const residentKib = (node) =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${node.pid}/status`, 'utf8'))[1]);

// One after another, in equal parts: what is wrong with them, and their bytes.
function* junk(now) {
	const [victim] = honest;
	const [template, keyIndex] = signedReading(victim, victim.key, reading(0, now));
	const forgery = (device, counter, tMs) => [
		{ device, reading: { ...template.reading, counter, tMs } },
		keyIndex,
		{ Ed25519: `0x${randomBytes(64).toString('hex')}` },
	];
	const used = signedReading(victim, victim.key, reading(1, now));
	for (let i = 0; i < JUNK / 5; i++) {
		yield as(forgery(`0x${randomBytes(32).toString('hex')}`, i, now));
		yield as(forgery(victim.id, 1_000_000 + i, now));
		// The signature of a reading that was accepted, under ever other bytes around it.
		yield as([{ ...used[0], reading: { ...used[0].reading, value: i } }, ...used.slice(1)]);
		yield as(forgery(victim.id, 2_000_000 + i, now + 3_600_000));
		yield as(signedReading(greedy, greedy.key, reading(1_000 + i, now)));
	}
}

async function post(node, transactions) {
	const body = transactions.map((transaction, id) => ({
		id,
		jsonrpc: '2.0',
		method: 'author_submitExtrinsic',
		params: [transaction],
	}));
	const { json } = await node.post(body);
	for (const { error } of json) {
		const why = error ? `${error.message}: ${error.data ?? ''}` : 'taken';
		answers.set(why, (answers.get(why) ?? 0) + 1);
	}
	return json.filter(({ error }) => !error).length;
}

// What nodes said, and how often.
const answers = new Map();

it(`should take no junk, and keep nobody waiting, under ${JUNK} junk transactions`, async () => {
	const { api } = chain;
	const start = await chain.now();
	// The counter that junk repeats is used first.
	const first = as(signedReading(honest[0], honest[0].key, reading(1, start)));
	assert.equal(await post(author, [first]), 1);
	const firstBlock = (await api.rpc.chain.getHeader()).number.toNumber() + 1;
	await chain.waitForBlock(firstBlock + 1);

	const [here, there] = [residentKib(author), residentKib(peer)];
	let isOver = false;
	const source = junk(await chain.now());
	const flood = Array.from({ length: CONNECTIONS }, async (_, i) => {
		const node = [author, peer][i % 2];
		for (;;) {
			const next = [];
			while (next.length < PER_REQUEST) {
				const { value, done } = source.next();
				if (done) break;
				next.push(value);
			}
			if (next.length === 0) return;
			await post(node, next);
		}
	});
	const began = Date.now();
	const flooded = Promise.all(flood).then(() => {
		isOver = true;
		return (Date.now() - began) / 1_000;
	});

	// Everybody else, once in each block, by the node that does not author as well.
	const distances = { paid: [], feeless: [] };
	const paidFor = [];
	const sentReadings = new Map();
	let turn = 0;
	while (!isOver) {
		const number = (await api.rpc.chain.getHeader()).number.toNumber();
		const device = honest[1 + (turn % (honest.length - 1))];
		const counter = 10 + turn;
		const said = as(signedReading(device, device.key, reading(counter, await chain.now())));
		assert.equal(await post([author, peer][turn % 2], [said]), 1, 'an honest reading was refused');
		sentReadings.set(`${device.id} ${counter}`, { number, by: turn % 2 });
		const transfer = api.tx.balances.transferKeepAlive(owner.address, 1_000_000n);
		paidFor.push(
			chain.submit(transfer, owner).then(async ({ blockHash }) => {
				const header = await api.rpc.chain.getHeader(blockHash);
				distances.paid.push(header.number.toNumber() - number);
			}),
		);
		turn += 1;
		await chain.waitForBlock(number + 1);
	}
	const seconds = await flooded;
	await Promise.all(paidFor);
	const end = (await api.rpc.chain.getHeader()).number.toNumber() + 3;
	await chain.waitForBlock(end);

	let junkInBlocks = 0;
	let greedyInBlocks = 0;
	const gaps = [];
	let before = null;
	for (let number = firstBlock; number <= end; number++) {
		const hash = await chain.hash(number);
		const at = await api.at(hash);
		const [{ block }, events, now] = await Promise.all([
			api.rpc.chain.getBlock(hash),
			at.query.system.events(),
			at.query.timestamp.now(),
		]);
		if (before !== null) gaps.push(now.toNumber() - before);
		before = now.toNumber();
		const failed = events.filter(({ event }) => api.events.system.ExtrinsicFailed.is(event));
		assert.equal(failed.length, 0, `something failed in block ${number}`);
		let readings = 0;
		for (const { event } of events) {
			if (!api.events.sensorAttestation.ReadingAccepted.is(event)) continue;
			readings += 1;
			const name = `${event.data.device.toHex()} ${event.data.reading.counter.toNumber()}`;
			const sent = sentReadings.get(name);
			if (sent) {
				distances.feeless.push(number - sent.number);
			} else if (event.data.device.toHex() === greedy.id) {
				greedyInBlocks += 1;
			} else if (name !== `${honest[0].id} 1`) {
				junkInBlocks += 1;
			}
		}
		// What came over the lane was all accepted: nothing else of it lies in the block.
		const lane = block.extrinsics.filter(({ method }) => method.method === 'submitReading');
		assert.equal(lane.length, readings, `block ${number} holds readings that were not accepted`);
	}

	const worst = (list) => Math.max(...list);
	const grown = [residentKib(author) - here, residentKib(peer) - there];
	const missed = gaps.filter((gap) => gap > 2_000).length;
	console.log(
		`  ${JUNK} junk transactions in ${seconds.toFixed(1)} s, ${Math.round(JUNK / seconds)} a second`,
	);
	for (const [why, times] of [...answers].sort(([, a], [, b]) => b - a)) {
		console.log(`    ${String(times).padStart(6)} ${why}`);
	}
	console.log(`  blocks ${end - firstBlock + 1}, slots missed before a block ${missed}`);
	console.log(`  junk in blocks ${junkInBlocks}, of the greedy device ${greedyInBlocks}`);
	console.log(
		`  inclusion: ${distances.paid.length} paid, at worst ${worst(distances.paid)} blocks later; ` +
			`${distances.feeless.length} feeless, at worst ${worst(distances.feeless)}`,
	);
	console.log(`  memory grew by ${grown.map((kib) => `${Math.round(kib / 1_024)} MiB`).join(' and ')}`);

	const unexpected = [...answers.keys()].filter((why) => !/validity|transaction|priority|taken/i.test(why));
	assert.deepEqual(unexpected, [], 'something else than the pool refused');
	assert.equal(junkInBlocks, 0);
	assert.equal(distances.feeless.length, sentReadings.size, 'an honest reading was lost');
	assert.ok(worst(distances.paid) <= MAX_DISTANCE, `${distances.paid}`);
	// Gossip takes up to three seconds from the node that does not author.
	assert.ok(worst(distances.feeless) <= MAX_DISTANCE + 1, `${distances.feeless}`);
	const allowed = TIGHT.burst + Math.ceil((before - start) / TIGHT.intervalMs);
	assert.ok(greedyInBlocks > 0 && greedyInBlocks <= allowed, `${greedyInBlocks} of ${allowed}`);
});

it('should keep whoever pays out of no block, however many readings wait', async () => {
	const { api } = chain;
	const ceiling = api.consts.sensorAttestation.laneCeiling.toNumber();
	const now = await chain.now();
	const waiting = [];
	for (let n = 0; n < ALLOWANCE.burst; n++) {
		for (const device of honest) {
			waiting.push(as(signedReading(device, device.key, reading(100_000 + n, now))));
		}
	}
	assert.ok(waiting.length > 2 * POOL_LIMIT, 'the readings do not fill the pool');
	const firstBlock = (await api.rpc.chain.getHeader()).number.toNumber() + 1;
	let taken = 0;
	let isOver = false;
	const sent = waiting.length;
	const flood = Array.from({ length: CONNECTIONS }, async () => {
		while (waiting.length > 0) taken += await post(author, waiting.splice(0, PER_REQUEST));
	});
	const flooded = Promise.all(flood).then(() => {
		isOver = true;
	});

	// One transfer without a tip in each block, while there is a backlog and for a while after.
	const distances = [];
	let last = 0;
	for (let round = 0; round < 6 || !isOver; round++) {
		const number = (await api.rpc.chain.getHeader()).number.toNumber();
		const transfer = api.tx.balances.transferKeepAlive(owner.address, 1_000_000n);
		const { blockHash } = await chain.submit(transfer, owner);
		last = (await api.rpc.chain.getHeader(blockHash)).number.toNumber();
		distances.push(last - number);
	}
	await flooded;

	const perBlock = [];
	for (let number = firstBlock; number <= last; number++) {
		const at = await api.at(await chain.hash(number));
		const events = await at.query.system.events();
		const accepted = ({ event }) => api.events.sensorAttestation.ReadingAccepted.is(event);
		perBlock.push(events.filter(accepted).length);
	}
	console.log(`  ${sent} readings, ${taken} taken by a pool of ${POOL_LIMIT}`);
	console.log(`  readings per block ${perBlock.join(' ')}, ceiling ${ceiling}`);
	console.log(`  inclusion: ${distances.length} paid, blocks later ${distances.join(' ')}`);

	assert.ok(taken < sent, 'the pool was never full');
	assert.equal(Math.max(...perBlock), ceiling, 'the lane was never full');
	assert.ok(Math.max(...distances) <= MAX_DISTANCE, `${distances}`);
});
