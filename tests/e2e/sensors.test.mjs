// SPDX-License-Identifier: Apache-2.0

// Two hundred devices without an account, whose readings reach the chain through two nodes, late, out
// of order and more than once. Then what is made of readings: batches, proofs, disputes, alarms,
// feeds, and the question who keeps them.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain, keyring, only } from '../lib/chain.mjs';
import { blake2_256, bytes, hex } from '../lib/device.mjs';
import { devicesInUse, MOTE, streamCalls, submitAll } from '../lib/fleet.mjs';
import { Node, rawSpecification } from '../lib/node.mjs';
import {
	batchHash,
	buildBatch,
	FREEZER,
	generalTransaction,
	readingProof,
	signedBatch,
	signedReading,
	signedReport,
} from '../lib/sensor.mjs';

const DEVICES = 200;
const READINGS = 4;
const ALLOWANCE = { intervalMs: 1_000, burst: 16 };
const MINUTE = 60_000;

let author;
let peer;
let chain;
let other;
let call;
let alice;
let owner;
let stranger;
let devices;
let model;

before(async () => {
	author = await Node.start('author', ['--dev']);
	const specification = await rawSpecification('dev');
	peer = new Node('peer', ['--chain', specification]);
	await peer.start(['--bootnodes', author.address]);
	[chain, other] = await Promise.all([Chain.connect(author), Chain.connect(peer)]);
	call = chain.api.tx.sensorAttestation;
	alice = keyring.addFromUri('//Alice');
	const accounts = await chain.newAccounts(['owner', 'stranger'], 10_000n * MOTE, alice);
	({ owner, stranger } = accounts);
	({ devices, model } = await devicesInUse(chain, owner, alice, DEVICES));
	const calls = devices.flatMap((device) => streamCalls(chain, device, FREEZER, ALLOWANCE));
	await submitAll(chain, calls, owner, 30);
});

after(async () => {
	await Promise.all([chain, other].map((client) => client?.disconnect()));
	await Promise.all([author, peer].map((node) => node?.stop()));
});

// What a node says when it gets a transaction of these bytes.
async function send(node, transaction) {
	const { json } = await node.post({
		id: 1,
		jsonrpc: '2.0',
		method: 'author_submitExtrinsic',
		params: [transaction],
	});
	return json;
}

const lane = (device, reading) =>
	generalTransaction(
		chain.api,
		call.submitReading(...signedReading(device, device.key, reading)),
	);

const reading = (counter, tMs, value = -185) => ({ stream: 3, counter, tMs, value });
const refused = (inner, signer, error) => chain.refused(inner, signer, `sensorAttestation.${error}`);

// All readings that were accepted up to a block, as `device counter`.
async function accepted(client, from, to) {
	const found = [];
	for (let number = from; number <= to; number++) {
		const events = await (
			await client.api.at(await client.hash(number))
		).query.system.events();
		for (const { event } of events) {
			if (client.api.events.sensorAttestation.ReadingAccepted.is(event)) {
				const { device, reading, carrier } = event.data;
				found.push({ device: device.toHex(), counter: reading.counter.toNumber(), carrier });
			}
		}
	}
	return found;
}

async function waitFor(what, condition, milliseconds = 120_000) {
	const end = Date.now() + milliseconds;
	while (!(await condition())) {
		assert.ok(Date.now() < end, `${what}: still not after ${milliseconds / 1_000} s`);
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

const best = async (client) => (await client.api.rpc.chain.getHeader()).number.toNumber();

describe('readings without an account', () => {
	it('should arrive exactly once, out of order, through two nodes', async () => {
		const from = (await best(chain)) + 1;
		const now = await chain.now();
		const transactions = devices.flatMap((device) =>
			Array.from({ length: READINGS }, (_, counter) =>
				lane(device, reading(counter, now + counter * 1_000)),
			),
		);
		// The later ones first, every second one by the other node, and some by both.
		const order = transactions.map((_, i) => i).reverse();
		for (let i = 0; i < order.length; i += 40) {
			await Promise.all(
				order.slice(i, i + 40).map(async (which) => {
					const nodes = which % 10 === 0 ? [author, peer] : [[author, peer][which % 2]];
					for (const node of nodes) {
						const { error } = await send(node, transactions[which]);
						assert.ok(
							!error || /already imported|stale/i.test(JSON.stringify(error)),
							JSON.stringify(error),
						);
					}
				}),
			);
		}
		const expected = DEVICES * READINGS;
		await waitFor(`${expected} readings`, async () => {
			const found = await accepted(chain, from, await best(chain));
			return found.length >= expected;
		});
		const to = await best(chain);
		await other.waitForFinalized(to);
		const [here, there] = await Promise.all([
			accepted(chain, from, to),
			accepted(other, from, to),
		]);
		assert.equal(here.length, expected);
		const names = (list) => new Set(list.map(({ device, counter }) => `${device} ${counter}`));
		assert.equal(names(here).size, expected);
		assert.deepEqual(names(there), names(here));
		assert.ok(here.every(({ carrier }) => carrier.isNone));
		console.log(`  ${expected} readings of ${DEVICES} devices in ${to - from + 1} blocks`);
	});

	it('should not be accepted again', async () => {
		const now = await chain.now();
		for (const node of [author, peer]) {
			const again = await send(node, lane(devices[0], reading(READINGS - 1, now)));
			assert.match(JSON.stringify(again.error), /stale|outdated/i);
		}
		const carried = signedReading(devices[0], devices[0].key, reading(0, now));
		await refused(call.carryReading(...carried), stranger, 'CounterReplayed');
	});

	it('should be carried by a stranger for a fee', async () => {
		const now = await chain.now();
		const carried = signedReading(devices[1], devices[1].key, reading(100, now));
		const outcome = await chain.submit(call.carryReading(...carried), stranger);
		const { carrier } = only(outcome, 'sensorAttestation.ReadingAccepted');
		assert.equal(carrier.toString(), stranger.address);
		assert.ok(outcome.fee > 0n);
	});

	it('should be refused when forged, ahead of time, or about a person', async () => {
		const [device, other] = devices;
		const now = await chain.now();
		const forged = signedReading(device, other.key, reading(200, now));
		const as = (args) => generalTransaction(chain.api, call.submitReading(...args));
		assert.match(JSON.stringify(await send(author, as(forged))), /bad (signature|proof)|BadProof/i);
		const early = await send(author, lane(device, reading(200, now + 10 * MINUTE)));
		assert.match(JSON.stringify(early), /unknown transaction/i);
		const hot = await send(author, lane(device, reading(200, now, 301)));
		assert.match(JSON.stringify(hot), /invalid transaction/i);

		const personal = { ...FREEZER, class: 'Personal', periodS: 900 };
		await chain.submit(call.declareStream(device.id, 4, { Own: personal }), owner);
		const told = { ...reading(201, now), stream: 4 };
		const carried = signedReading(device, device.key, told);
		await refused(call.carryReading(...carried), stranger, 'PersonalData');
		const quick = { ...personal, periodS: 60 };
		const declaration = call.declareStream(device.id, 5, { Own: quick });
		await refused(declaration, owner, 'PersonalPeriodTooShort');
	});

	it('should leave devices without an account', async () => {
		const { free, total } = await chain.account(devices[0].id);
		assert.deepEqual([free, total], [0n, 0n]);
	});
});

describe('batches', () => {
	let device;
	let large;
	let id;

	const place = async (of = device) => {
		const { nextSeq, prev } = (await chain.view('SensorAttestation.stream', of.id, 3)).toJSON();
		return { device: of.id, stream: 3, seq: nextSeq, prev };
	};
	const night = (count, end, step = 1_000) =>
		Array.from({ length: count }, (_, i) =>
			reading(1_000 + i, end - (count - 1 - i) * step, -180 - (i % 7)),
		);
	const anchor = (batch, by = device) =>
		chain.submit(call.submitBatch(...signedBatch(chain.genesis, by.key, batch)), stranger);

	before(() => {
		[, , device] = devices;
	});

	it('should hold 65,536 readings under one signature, and prove any of them', async () => {
		const readings = night(65_536, await chain.now());
		large = buildBatch(await place(), readings);
		const outcome = await anchor(large.batch);
		const { batchHash: told } = only(outcome, 'sensorAttestation.BatchAnchored');
		assert.equal(told.toHex(), batchHash(large.batch));
		id = { device: device.id, stream: 3, seq: 0 };
		for (const index of [0, 40_000, 65_535]) {
			const proof = readingProof(large, index);
			const answer = await chain.view('SensorAttestation.check_reading', id, proof);
			assert.ok(answer.isOk, answer.toString());
		}
		const proven = await chain.submit(
			call.proveReading(id, readingProof(large, 40_000)),
			stranger,
		);
		const event = only(proven, 'sensorAttestation.ReadingProven');
		assert.equal(event.proven.reading.counter.toNumber(), 41_000);
	});

	it('should prove nothing that does not lie in it', async () => {
		const proof = readingProof(large, 7);
		const forged = { ...proof, reading: { ...proof.reading, value: 0 } };
		await refused(call.proveReading(id, forged), stranger, 'BadProof');
		await refused(call.proveReading({ ...id, seq: 9 }, proof), stranger, 'BatchNotFound');
	});

	it('should continue each other, bracketed by a block of this chain', async () => {
		const number = await chain.finalizedNumber();
		const bracket = { number, hash: await chain.hash(number) };
		const readings = [reading(70_000, await chain.now())];
		const next = buildBatch(await place(), readings, { bracket }).batch;
		assert.equal(next.prev, batchHash(large.batch));
		const forked = { ...next, prev: `0x${'00'.repeat(32)}` };
		const elsewhere = { ...next, bracket: { number, hash: `0x${'77'.repeat(32)}` } };
		const as = (batch) => call.submitBatch(...signedBatch(chain.genesis, device.key, batch));
		await refused(as(forked), stranger, 'BrokenChain');
		await refused(as(elsewhere), stranger, 'UnknownBracket');
		await anchor(next);
		await refused(as(next), stranger, 'SequenceMismatch');
	});

	it('should be signed by a gateway that the owner named, and by no other', async () => {
		const gateway = devices[3];
		const readings = [reading(80_000, await chain.now())];
		const assurance = { GatewaySigned: gateway.id };
		const { batch } = buildBatch(await place(), readings, { assurance });
		const submit = call.submitBatch(...signedBatch(chain.genesis, gateway.key, batch));
		await refused(submit, stranger, 'NotGateway');
		await chain.submit(call.nameGateway(device.id, gateway.id), owner);
		await chain.submit(submit, stranger);
	});

	it('should lose their bond to whoever shows that they are wrong', async () => {
		const liar = devices[4];
		const built = buildBatch(await place(liar), night(64, await chain.now()));
		const { aggregates } = built.batch;
		const lie = { ...aggregates, max: -181n, first: -181n, last: -181n };
		built.batch.aggregates = lie;
		await anchor(built.batch, liar);
		const wrong = { device: liar.id, stream: 3, seq: 0 };
		const honest = { Reading: readingProof(built, 1) };
		await refused(call.challengeBatch(wrong, honest), owner, 'NoContradiction');
		const bond = chain.api.consts.sensorAttestation.batchBond.toBigInt();
		const [before, held] = await Promise.all([
			chain.account(owner.address),
			chain.holds(stranger.address),
		]);
		const evidence = { Reading: readingProof(built, 0) };
		const { fee } = await chain.submit(call.challengeBatch(wrong, evidence), owner);
		const [after, left] = await Promise.all([
			chain.account(owner.address),
			chain.holds(stranger.address),
		]);
		assert.equal(after.free, before.free + bond - fee);
		assert.equal(left.Batch, held.Batch - bond);
		await refused(call.proveReading(wrong, readingProof(built, 1)), owner, 'BatchDisputed');
		const { standing } = (await chain.view('SensorAttestation.source', liar.id)).toJSON();
		assert.equal(standing, 2_500);
	});
});

describe('what is made of readings', () => {
	it('should be an alarm when the cold chain is broken, and its end', async () => {
		const device = devices[5];
		const now = await chain.now();
		const rule = {
			low: -250,
			high: -150,
			hysteresis: 10,
			minDurationS: 20,
			budgetS: null,
			severity: 'Critical',
			gapIsOutside: true,
		};
		await chain.submit(chain.api.tx.sensorAlerts.setRule(device.id, 3, rule), owner);
		const from = (await best(chain)) + 1;
		// Every ten seconds, told in one go: too warm from the second to the fifth.
		const values = [-180, -140, -138, -139, -141, -165, -170, -175, -176, -180];
		for (const [i, value] of values.entries()) {
			const tMs = now + i * 10_000;
			const { error } = await send(author, lane(device, reading(300 + i, tMs, value)));
			assert.equal(error, undefined, JSON.stringify(error));
		}
		const alerts = async () => {
			const found = [];
			for (let number = from; number <= (await best(chain)); number++) {
				const at = await chain.api.at(await chain.hash(number));
				for (const { event } of await at.query.system.events()) {
					if (chain.api.events.sensorAlerts.Alerted.is(event)) {
						found.push(event.data.alert.toJSON());
					}
				}
			}
			return found;
		};
		await waitFor('the end of the alarm', async () => (await alerts()).length >= 2);
		const found = await alerts();
		assert.deepEqual(
			found.map(({ kind, at }) => [kind, (at - now) / 1_000]),
			[
				['Raised', 30],
				['Cleared', 70],
			],
		);
		assert.ok(found.every((alert) => alert.device === device.id && alert.severity === 'Critical'));
		assert.equal((await chain.view('SensorAlerts.is_alarmed', device.id, 3)).toJSON(), false);
	});

	it('should be one value of five, of which one is wrong', async () => {
		const feeds = chain.api.tx.sensorFeeds;
		const spec = {
			unit: 'Celsius',
			scale: -1,
			minReports: 3,
			openMs: 20_000,
			revealMs: null,
			intervalMs: 20_000,
			heartbeatMs: 3_600_000,
			floor: 0,
		};
		const created = await chain.submit(feeds.createFeed(spec), stranger);
		const feed = only(created, 'sensorFeeds.FeedCreated').feed.toNumber();
		const oracles = devices.slice(10, 15);
		await submitAll(
			chain,
			oracles.map(({ id }) => feeds.admit(feed, id)),
			stranger,
		);
		await submitAll(
			chain,
			oracles.map(({ id }) => feeds.join(feed, id)),
			owner,
		);
		const opened = await chain.submit(feeds.openRound(feed), stranger);
		const { endsAt } = only(opened, 'sensorFeeds.RoundOpened');
		const at = await chain.now();
		const report = (device, value) => {
			const said = { feed, round: 0, at, content: { Value: value } };
			return feeds.report(...signedReport(device, device.key, said));
		};
		const values = [201, 203, 199, 202, 350];
		await submitAll(
			chain,
			oracles.map((device, i) => report(device, values[i])),
			alice,
		);
		await waitFor('the end of the round', async () => (await chain.now()) >= endsAt.toNumber());
		const closed = await chain.submit(feeds.closeRound(feed), alice);
		assert.equal(only(closed, 'sensorFeeds.RoundClosed').result.value.toNumber(), 202);
		const outliers = closed.events
			.filter(({ name, data }) => name === 'sensorFeeds.OracleJudged' && data.isOutlier.isTrue)
			.map(({ data }) => data.device.toHex());
		assert.deepEqual(outliers, [oracles[4].id]);
		const answer = (await chain.view('SensorFeeds.latest', feed)).toJSON();
		assert.deepEqual([answer.value, answer.isStale], [202, false]);
	});

	it('should be kept by somebody who can be asked for any of it', async () => {
		const availability = chain.api.tx.dataAvailability;
		const device = devices[6];
		const now = await chain.now();
		const readings = Array.from({ length: 1_024 }, (_, i) =>
			reading(1_000 + i, now - (1_024 - i) * 1_000),
		);
		const { nextSeq, prev } = (
			await chain.view('SensorAttestation.stream', device.id, 3)
		).toJSON();
		const content = { codec: 0x51, cid: `0x0155122${'0'.repeat(65)}` };
		const place = { device: device.id, stream: 3, seq: nextSeq, prev };
		const built = buildBatch(place, readings, { content });
		const signed = signedBatch(chain.genesis, device.key, built.batch);
		await chain.submit(call.submitBatch(...signed), stranger);
		const id = { device: device.id, stream: 3, seq: nextSeq };
		await chain.submit(availability.pin(id), stranger);
		const ours = new Uint8Array(32).fill(1);
		const theirs = new Uint8Array(32).fill(2);
		const commitment = await chain.view(
			'DataAvailability.commitment',
			hex(ours),
			alice.address,
			id,
			stranger.address,
		);
		await chain.submit(
			availability.openAudit(id, stranger.address, commitment.toHex()),
			alice,
		);
		await chain.submit(availability.answerAudit(id, hex(theirs)), stranger);
		const revealed = await chain.submit(
			availability.revealAudit(id, stranger.address, hex(ours)),
			alice,
		);
		const index = only(revealed, 'dataAvailability.AuditRevealed').index.toNumber();
		const draw = blake2_256(bytes(`${hex(ours)}${hex(theirs).slice(2)}`));
		const drawn = new DataView(draw.buffer, draw.byteOffset).getBigUint64(0, true) % 1_024n;
		assert.equal(index, Number(drawn));
		const { reading: shown, path } = readingProof(built, index);
		const passed = await chain.submit(availability.proveAudit(id, shown, path), stranger);
		assert.equal(only(passed, 'dataAvailability.AuditClosed').end.type, 'Passed');
		assert.equal((await chain.view('DataAvailability.availability', id)).toJSON(), true);
	});

	it('should be described once for all devices of a model', async () => {
		await chain.submit(call.describeStream(model, 9, FREEZER), owner);
		await chain.submit(call.declareStream(devices[7].id, 9, 'OfModel'), owner);
		const info = (await chain.view('SensorAttestation.stream', devices[7].id, 9)).toJSON();
		assert.equal(info.spec.unit, 'Celsius');
	});
});
