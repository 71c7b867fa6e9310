#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Audits what a chain says of medical access, with an implementation of its own of every rule:
// replays the events of all final blocks, decides everything again, computes every hash again, and
// compares the state that follows with the chain's.
//
//   node tests/audit.mjs [--url ws://127.0.0.1:9944] [--from N] [--json]
//
//   --url   the node that is asked; it need not be trusted, only to answer
//   --from  leave out findings about earlier blocks
//   --json  print the outcome as JSON
//
// Ends with 0 if everything agrees, with 1 if something does not, with 2 if it could not audit.

import { parseArgs } from 'node:util';
import { audit } from './lib/medical/auditor/run.mjs';
import { connect, help, say } from './lib/tour.mjs';

function options() {
	try {
		const { values } = parseArgs({
			options: {
				url: { type: 'string', default: 'ws://127.0.0.1:9944' },
				from: { type: 'string', default: '0' },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) help(import.meta.url);
		if (!/^\d+$/.test(values.from)) {
			throw new TypeError(`--from is '${values.from}', which is no number of a block.`);
		}
		return { ...values, from: Number(values.from) };
	} catch (error) {
		console.error(`${error.message}\nUse: audit.mjs [--url ws://…] [--from N] [--json]`);
		return process.exit(2);
	}
}

const { url, from, json } = options();
const { api, provider } = await connect(url, 2);
if (api.query.medicalAccess === undefined) {
	console.error(`The chain at ${url} has no medical access.`);
	process.exit(2);
}
const { head, counts, findings } = await audit(api, { from });
await provider.disconnect();

if (json) {
	console.log(JSON.stringify({ head, counts, findings }, null, '\t'));
} else {
	const { blocks, events, decisions, permits, denials, entries, registers, state } = counts;
	say('Blocks, up to the last final one', `${blocks}, with ${events} events of medical access`);
	say('Decisions made again', `${decisions}: ${permits} permits, ${denials} refusals`);
	say('Entries of the audit log hashed again', `${entries}`);
	say('Answers of other registers asked again', `${registers}`);
	say('Items of the state compared', `${state}`);
	for (const { block, index, what } of findings) {
		say(block === null ? 'State' : `Block ${block}, event ${index}`, what);
	}
	say(findings.length === 0 ? 'Everything agrees' : 'Findings', `${findings.length || ''}`);
}
process.exitCode = findings.length === 0 ? 0 : 1;
