#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Audits what a chain says of medical access, with an implementation of its own of every rule:
// replays the events of all final blocks, decides everything again, computes every hash again, and
// compares the state that follows with the chain's.
//
//   node tests/audit.mjs [--url ws://127.0.0.1:9944] [--from N] [--json]
//   node tests/audit.mjs --light <specification.json> [--bootnode <address>] [--from N] [--json]
//
//   --url       the node that is asked: what it says has to fit together, but that a block is final,
//               and that an event was in it, is its word alone
//   --light     the chain's raw specification: a light client checks what is final and every item
//               of the state, so that no node need be believed
//   --bootnode  a node for the light client to begin with, such as /ip4/127.0.0.1/tcp/30333/p2p/12D3…;
//               can be given several times, and left out if the specification has one
//   --from      leave out findings about earlier blocks
//   --json      print the outcome as JSON
//
// Ends with 0 if everything agrees, with 1 if something does not, with 2 if it could not audit.

import { parseArgs } from 'node:util';
import { connectLight } from './lib/light.mjs';
import { audit } from './lib/medical/auditor/run.mjs';
import { connect, help, say } from './lib/tour.mjs';

function options() {
	try {
		const { values } = parseArgs({
			options: {
				url: { type: 'string', default: 'ws://127.0.0.1:9944' },
				light: { type: 'string' },
				bootnode: { type: 'string', multiple: true },
				from: { type: 'string', default: '0' },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) help(import.meta.url);
		if (!/^\d+$/.test(values.from)) {
			throw new TypeError(`--from is '${values.from}', which is no number of a block.`);
		}
		if (values.bootnode && !values.light) {
			throw new TypeError('--bootnode is for a light client: give --light, too.');
		}
		return { ...values, from: Number(values.from) };
	} catch (error) {
		const use =
			'Use: audit.mjs [--url ws://… | --light <specification.json>] [--from N] [--json]';
		return fail(`${error.message}\n${use}`);
	}
}

function fail(message) {
	console.error(message);
	process.exit(2);
}

// An audit of the chain behind a connection, which is closed afterwards.
async function auditThrough({ api, provider }, from) {
	try {
		if (api.query.medicalAccess === undefined) fail('The chain has no medical access.');
		return await audit(api, { from });
	} catch (error) {
		const needed = 'It takes a node that keeps every state (--state-pruning archive).';
		return fail(`The audit came to no end. ${needed}\n${error.message}`);
	} finally {
		await provider.disconnect();
	}
}

const { url, light, bootnode, from, json } = options();
const connection = light
	? await connectLight(light, bootnode).catch(({ message }) => fail(message))
	: await connect(url, 2);
const { head, counts, findings } = await auditThrough(connection, from);

if (json) {
	console.log(JSON.stringify({ head, counts, findings }, null, '\t'));
} else {
	const { blocks, events, decisions, permits, denials, entries, receipts } = counts;
	const { registers, state } = counts;
	say('Blocks, up to the last final one', `${blocks}, with ${events} events of medical access`);
	say('The last final block', `${head.hash}, of ${new Date(head.at).toISOString()}`);
	say('Decisions made again', `${decisions}: ${permits} permits, ${denials} refusals`);
	say('Entries of the audit log hashed again', `${entries}`);
	say('Signatures of devices checked', `${receipts}`);
	say('Answers of other registers asked again', `${registers}`);
	say('Items of the state compared', `${state}`);
	for (const { block, index, what } of findings) {
		say(block === null ? 'State' : `Block ${block}, event ${index}`, what);
	}
	say(findings.length === 0 ? 'Everything agrees' : 'Findings', `${findings.length || ''}`);
}
process.exitCode = findings.length === 0 ? 0 : 1;
