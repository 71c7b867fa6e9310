#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Medical access in the words of FHIR R5.
//
//   node tests/fhir.mjs import <consent.json> [--genesis <hash> | --url ws://127.0.0.1:9944]
//   node tests/fhir.mjs export --device <id> [--url ws://127.0.0.1:9944]
//
// `import` prints the call that puts a Consent on the chain, with its arguments, and the salt that
// has to be kept with the document. Nothing is sent. With the chain's genesis hash, no node is
// asked. `export` prints a Bundle with a Device, a DeviceRequest for each of its commands, and an
// AuditEvent and a Provenance for each entry of its audit log.
//
// Ends with 0, or with 2 and a message that says what to change.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportBundle } from './lib/medical/fhir/bundle.mjs';
import { importConsent, NotMapped } from './lib/medical/fhir/consent.mjs';
import { flaws } from './lib/medical/fhir/r5.mjs';
import { connect, help } from './lib/tour.mjs';

const USE =
	'Use: fhir.mjs import <consent.json> [--genesis <hash>] | export --device <id>  [--url ws://…]';
const HASH = /^0x[0-9a-f]{64}$/;

function fail(message) {
	console.error(message);
	process.exit(2);
}

function options() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				url: { type: 'string', default: 'ws://127.0.0.1:9944' },
				device: { type: 'string' },
				genesis: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) help(import.meta.url);
		const [command, file] = positionals;
		const isImport = command === 'import' && file && !values.device;
		const isExport = command === 'export' && !file && HASH.test(values.device);
		if (values.genesis && !HASH.test(values.genesis)) {
			throw new TypeError('A genesis hash is 0x and 64 digits.');
		}
		if (!isImport && !isExport) throw new TypeError('It has to be an import or an export.');
		return { command, file, ...values };
	} catch (error) {
		return fail(`${error.message}\n${USE}`);
	}
}

function readConsent(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return fail(`${file} can't be read as JSON: ${error.message}`);
	}
}

// What to call, as JSON.
function imported(file, genesis) {
	const resource = readConsent(file);
	const found = flaws(resource);
	if (found.length > 0) fail(`${file} is no Consent of FHIR R5:\n${found.join('\n')}`);
	try {
		return importConsent(resource, { genesis, salt: randomBytes(32) });
	} catch (error) {
		if (!(error instanceof NotMapped)) throw error;
		return fail(`${file} can't be put on the chain. ${error.message}`);
	}
}

// What `use` makes of a connection, which is closed afterwards.
async function withNode(url, use) {
	const { api, provider } = await connect(url, 2);
	try {
		return await use(api);
	} catch (error) {
		return fail(error.message);
	} finally {
		await provider.disconnect();
	}
}

const { command, file, url, device, genesis } = options();
const genesisOf = (api) => api.genesisHash.toHex();
const output =
	command === 'export'
		? await withNode(url, (api) => exportBundle(api, device))
		: imported(file, genesis ?? (await withNode(url, genesisOf)));
console.log(JSON.stringify(output, null, '\t'));
