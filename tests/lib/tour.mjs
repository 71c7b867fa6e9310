// SPDX-License-Identifier: Apache-2.0

// What the README's tours share: a connection, the development accounts, and a way to send calls and
// to say what happened.

import { readFileSync } from 'node:fs';
import { ApiPromise, HttpProvider, Keyring, WsProvider } from '@polkadot/api';

import { hex } from './device.mjs';

// Connects to the node that the command line names, or to the one of `scripts/dev.sh`. Ends the
// program with `failure` where that can't be done.
export async function connect(url = process.argv[2] ?? 'ws://127.0.0.1:9944', failure = 1) {
	if (!/^(ws|http)s?:\/\//.test(url)) {
		console.error(`'${url}' is no address of a node: give one like ws://127.0.0.1:9944.`);
		process.exit(failure);
	}
	const provider = url.startsWith('ws') ? new WsProvider(url, false) : new HttpProvider(url);
	const api = new ApiPromise({ provider, noInitWarn: true });
	try {
		if (provider instanceof WsProvider) await provider.connect();
		await api.isReadyOrError;
	} catch {
		console.error(`No node answers at ${url}. Start one with ./scripts/dev.sh.`);
		process.exit(failure);
	}
	const keyring = new Keyring({ type: 'sr25519' });
	const accounts = ['//Alice', '//Bob', '//Charlie', '//Dave', '//Eve', '//Ferdie'].map((uri) =>
		keyring.addFromUri(uri),
	);
	return { api, provider, accounts };
}

// What a failed call failed with, by name.
function reason(api, error) {
	return error.isModule ? api.registry.findMetaError(error.asModule).name : `${error}`;
}

// Sends a call, waits until it is in a block, and returns the block's events for it.
export function sender(api) {
	return (call, signer) =>
		new Promise((resolve, reject) => {
			call.signAndSend(signer, ({ status, events, dispatchError }) => {
				if (dispatchError) {
					reject(new Error(reason(api, dispatchError)));
				} else if (status.isInBlock) {
					const failed = events.find(
						({ event }) => api.events.sudo.Sudid.is(event) && event.data[0].isErr,
					);
					if (failed) reject(new Error(reason(api, failed.event.data[0].asErr)));
					else resolve(events.map(({ event }) => event));
				} else if (status.isInvalid || status.isDropped || status.isUsurped) {
					reject(new Error(`transaction ${status.type}`));
				}
			}).catch(reject);
		});
}

export const eventNamed = (events, name) => events.find(({ method }) => method === name).data;
export const say = (what, detail = '') => console.log(`${what.padEnd(46)} ${detail}`);

// A manufacturer of the account `by`, approved by `trustee`, with one model. Returns its number.
export async function approvedManufacturer(api, maker, by, trustee) {
	const send = sender(api);
	const { deviceIdentity: identity, sudo } = api.tx;
	const rootKeys = [maker.rootKey.arg];
	const events = await send(
		identity.proposeManufacturer(null, rootKeys, hex(new Uint8Array(32))),
		by,
	);
	const manufacturer = eventNamed(events, 'ManufacturerProposed').id.toNumber();
	await send(sudo.sudo(identity.approveManufacturer(manufacturer, rootKeys)), trustee);
	return manufacturer;
}

// Prints what a command's file says of itself, its first comment after the licence, and ends.
export function help(url) {
	const lines = readFileSync(new URL(url), 'utf8').split('\n').slice(3);
	const end = lines.findIndex((line) => !line.startsWith('//'));
	console.log(
		lines
			.slice(0, end)
			.map((line) => line.replace(/^\/\/ ?/, ''))
			.join('\n'),
	);
	process.exit(0);
}
