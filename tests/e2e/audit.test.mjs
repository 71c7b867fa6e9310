// SPDX-License-Identifier: Apache-2.0

// Who believes whom about medical access. An auditor and a pump's gateway that see the chain through
// a light client, for which no node's word counts. A node that lies, and who believes it. And a
// review that nobody gave in 72 hours: the node's clock is set ahead.
//
// The tests of this file tell one story and build on each other.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ApiPromise, HttpProvider } from '@polkadot/api';
import { randomBytes } from '@noble/hashes/utils.js';
import { Chain, keyring, only } from '../lib/chain.mjs';
import { clockAhead } from '../lib/clock.mjs';
import { hex } from '../lib/device.mjs';
import { connectLight } from '../lib/light.mjs';
import { blocks, finalHead } from '../lib/medical/auditor/reader.mjs';
import { audit } from '../lib/medical/auditor/run.mjs';
import { Gateway } from '../lib/medical/gateway.mjs';
import { openHospital } from '../lib/medical/hospital.mjs';
import { switchOn } from '../lib/medical/ward.mjs';
import { actions, purposes } from '../lib/medical/words.mjs';
import { Node, rawSpecification } from '../lib/node.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// What somebody asked for who was refused, and what the liar makes of it.
const ASKED = 12_345;
const TOLD = 54_321;

let specification;
let node;
let chain;
let call;
let hospital;
let people;
let device;
let light;
let glass;

const refused = (inner, signer, error) => chain.refused(inner, signer, `medicalAccess.${error}`);
const open = () =>
	call.breakGlass(device.id, 'SevereHypoglycaemia', actions('Therapy', 'ReadTelemetry'), 1);
const review = (id) => call.reviewBreakGlass(id, 'Justified', hex(randomBytes(32)));

async function connect() {
	chain = await Chain.connect(node);
	call = chain.api.tx.medicalAccess;
}

// Waits until the light client has seen that a block is final.
async function untilFinal(hash) {
	const header = await chain.api.rpc.chain.getHeader(hash);
	assert.equal(await light.waitForFinalized(header.number.toNumber()), hash);
}

// Runs the auditor as a command. Resolves to what it found.
async function auditCommand(...args) {
	const script = fileURLToPath(new URL('../audit.mjs', import.meta.url));
	const run = promisify(execFile);
	const { stdout } = await run(process.execPath, [script, ...args, '--json']);
	return JSON.parse(stdout);
}

before(async () => {
	specification = await rawSpecification('dev');
	const args = ['--alice', '--force-authoring', '--state-pruning', 'archive'];
	node = await Node.start('audit', ['--chain', specification, ...args]);
	await connect();
	const opening = openHospital(chain, keyring.addFromUri('//Alice'));
	const connecting = connectLight(specification, [node.address]);
	const [opened, { api, provider }] = await Promise.all([opening, connecting]);
	hospital = opened;
	light = Chain.of(api, provider, { name: 'the light client' });
	({ people, device } = hospital);
	const { subject, org } = hospital;
	const now = await chain.now();
	const terms = {
		...{ grantee: { Role: [org, 'Clinician'] }, device: null, verdict: 'Permit' },
		...{ actions: actions('Therapy'), purposes: purposes('Treat') },
		...{ start: now - HOUR, end: now + DAY, maxUses: null, docHash: hex(randomBytes(32)) },
	};
	const over = hospital.gateway.request(device.id, { value: ASKED }).call;
	const [, , broken] = await Promise.all([
		chain.submit(call.grantConsent(subject, terms), people.patient),
		chain.submit(over, people.ben),
		chain.submit(open(), people.emma),
	]);
	({ id: glass } = only(broken, 'medicalAccess.BreakGlassOpened'));
});

after(async () => {
	await light?.disconnect();
	await chain?.disconnect();
	await node?.stop();
});

describe('a gateway with a light client', () => {
	it('should have the pump obey what the light client has proven to be final', async () => {
		const gateway = new Gateway({
			api: light.api,
			key: hospital.gateway.key,
			submit: (inner) => light.submit(inner, people.carrier),
		});
		const pump = switchOn(hospital);
		const bolus = gateway.request(device.id, { value: 3_000 });
		const asked = await light.submit(bolus.call, people.anna);
		const { terms } = only(asked, 'medicalAccess.CommandProposed');
		await untilFinal(asked.blockHash);
		const { isReached, verdicts } = await gateway.serve(pump);
		assert.equal(isReached, true);
		assert.deepEqual([...verdicts], [[terms.seq.toNumber(), 'Executed']]);
		assert.equal(pump.doses.at(-1).value, 3_000);
	});
});

describe('an auditor with a light client', () => {
	it('should agree with the chain, and need no node’s word', async () => {
		// With the pump's receipts.
		await untilFinal((await chain.api.rpc.chain.getBlockHash()).toHex());
		const args = ['--light', specification, '--bootnode', node.address];
		const told = await auditCommand(...args);
		assert.deepEqual(told.findings, []);
		assert.ok(told.counts.decisions > 1 && told.counts.receipts === 2, JSON.stringify(told));
		assert.equal(told.head.hash, await chain.hash(told.head.number));
	});

	it('should not be told what is not so, as one can be who believes a node', async () => {
		const { url, close, lies } = await liar(node.port);
		const api = new ApiPromise({ provider: new HttpProvider(url), noInitWarn: true });
		await api.isReadyOrError;
		// Nothing else has to fit what somebody asked for who was refused.
		const { findings } = await audit(api);
		assert.deepEqual([findings, await valuesRefused(api)], [[], [TOLD]]);
		assert.ok(lies() > 0);
		await close();
		assert.deepEqual(await valuesRefused(light.api), [ASKED]);
	});

	// What was asked for in vain, as a client of the chain has it.
	async function valuesRefused(api) {
		const found = [];
		for await (const { events } of blocks(api, (await finalHead(api)).number)) {
			const refusals = events.filter(({ data }) => data.decision?.Deny !== undefined);
			found.push(...refusals.map(({ data }) => data.value));
		}
		return found;
	}
});

// A node as somebody in between would have it: in the state, a number is another one.
async function liar(port) {
	const bytes = (value) => Buffer.from(Uint32Array.of(value).buffer).toString('hex');
	let lies = 0;
	const server = createServer(async (request, response) => {
		const chunks = await request.toArray();
		const answer = await fetch(`http://127.0.0.1:${port}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: Buffer.concat(chunks),
		});
		const text = await answer.text();
		const lie = text.replaceAll(bytes(ASKED), bytes(TOLD));
		if (lie !== text) lies++;
		response.setHeader('content-type', 'application/json');
		response.end(lie);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		lies: () => lies,
		close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
	};
}

describe('a review that is overdue', () => {
	before(async () => {
		await light.disconnect();
		await chain.disconnect();
		await node.stop();
		await node.start([], clockAhead(73));
		await connect();
		await chain.waitForBlock((await chain.api.rpc.chain.getHeader()).number.toNumber() + 1);
	});

	it('should suspend the emergency role without any call', async () => {
		assert.ok((await chain.now()) > Date.now() + 72 * HOUR);
		await refused(open(), people.emma, 'EmergencySuspended');
	});

	it('should be told of the organisation by whoever likes', async () => {
		const flagged = await chain.submit(call.flagOverdue(glass), people.stranger);
		const { org, overdue } = only(flagged, 'medicalAccess.ReviewOverdue');
		assert.deepEqual([org.toNumber(), overdue.toNumber()], [hospital.org, 1]);
		const view = await chain.view('MedicalAccess.organisation', hospital.org);
		assert.equal(view.unwrap().overdue.toNumber(), 1);
	});

	it('should give the role back once somebody has reviewed it, however late', async () => {
		const { emma, rita } = people;
		await chain.submit(review(glass), rita);
		only(await chain.submit(open(), emma), 'medicalAccess.BreakGlassOpened');
	});

	it('should be the same to an auditor', async () => {
		const header = await chain.api.rpc.chain.getHeader();
		await chain.waitForFinalized(header.number.toNumber());
		const { findings, auditor } = await audit(chain.api);
		assert.deepEqual(findings, []);
		assert.equal(auditor.ledger.organisations.get(hospital.org).overdue, 1);
	});
});
