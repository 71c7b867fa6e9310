// SPDX-License-Identifier: Apache-2.0

// Everything that a chain says of a device, as one FHIR R5 Bundle.

import { encodeAddress } from '@polkadot/util-crypto';
import { callView } from '../../view.mjs';
import { Auditor } from '../auditor/auditor.mjs';
import { plain } from '../auditor/plain.mjs';
import { blocks, constantsOf, finalHead } from '../auditor/reader.mjs';
import { Exporter } from './exporter.mjs';

// A device, its commands and the entries of its audit log up to the last final block.
export async function exportBundle(api, id) {
	const head = await finalHead(api);
	const auditor = new Auditor(constantsOf(api));
	const requests = new Map();
	let at = 0;
	for await (const block of blocks(api, head.number)) {
		auditor.take(block);
		noteRequests(requests, block);
		at = block.now;
	}
	const { ledger, entries } = auditor;
	const device = ledger.devices.get(id);
	if (device === undefined) throw new Error(`No device ${id} is enrolled on this chain.`);
	const life = plain(await callView(api, 'DeviceIdentity.device', [id], head.hash));
	const genesis = api.genesisHash.toHex();
	const prefix = api.registry.chainSS58 ?? 42;
	const exporter = new Exporter({ genesis, address: (key) => encodeAddress(key, prefix) });
	const commands = [...ledger.commands.values()].filter(({ terms }) => terms.device === id);
	return exporter.bundle({
		at,
		device: {
			...{ id, model: device.model, org: device.org, class: device.class },
			...{ isInUse: life?.state === 'Active', serialCommit: life?.serialCommit },
		},
		commands,
		entries: entries
			.filter(({ entry }) => entry.subject === id)
			.map(({ entry, hash, block, index }) => ({
				...{ entry, hash, block: `${block}` },
				request: requests.get(`${block} ${index}`) ?? aboutEntry(entry, ledger),
			})),
	});
}

// Why something was asked, for the entry that follows in the same block.
function noteRequests(requests, { number, events }) {
	let asked = null;
	for (const { name, data, index } of events) {
		if (name === 'Decided') asked = data;
		if (name !== 'Audited' || asked?.actor !== data.entry.actor) continue;
		const { outcome, reference } = data.entry;
		if (outcome !== 'Permitted' && outcome.Denied === undefined) continue;
		const isCommand = outcome === 'Permitted' && reference > 0;
		requests.set(`${number} ${index}`, {
			purpose: asked.purpose,
			command: isCommand ? reference : null,
			isDevice: asked.device !== null,
		});
	}
}

const OF_COMMANDS = ['Cancelled', 'Executed', 'Failed', 'Rejected', 'Expired'];

function aboutEntry({ outcome, reference, subject }, ledger) {
	const command = OF_COMMANDS.includes(outcome)
		? ledger.commands.get(`${subject} ${reference}`)
		: null;
	const [number, patient] = command ? [reference, command.subject] : [null, null];
	return { command: number, patient, isDevice: true };
}
