#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's tour: a device with a real key comes to life on a development chain.
//
//   node tests/tour.mjs [ws://127.0.0.1:9944]
//
// Alice acts for the trustees, Charlie is a manufacturer, Bob buys the device.

import { ApiPromise, HttpProvider, Keyring, WsProvider } from '@polkadot/api';

import { birthArg, Device, hex, Key, Manufacturer, PURPOSE } from './lib/device.mjs';

const url = process.argv[2] ?? 'ws://127.0.0.1:9944';
if (!/^(ws|http)s?:\/\//.test(url)) {
	console.error(`'${url}' is no address of a node: give one like ws://127.0.0.1:9944.`);
	process.exit(1);
}

const provider = url.startsWith('ws') ? new WsProvider(url, false) : new HttpProvider(url);
const api = new ApiPromise({ provider, noInitWarn: true });
try {
	if (provider instanceof WsProvider) await provider.connect();
	await api.isReadyOrError;
} catch {
	console.error(`No node answers at ${url}. Start one with ./scripts/dev.sh.`);
	process.exit(1);
}

const keyring = new Keyring({ type: 'sr25519' });
const [alice, bob, charlie] = ['//Alice', '//Bob', '//Charlie'].map((uri) => keyring.addFromUri(uri));

// Sends a call, waits until it is in a block, and returns the block's events for it.
function send(call, signer) {
	return new Promise((resolve, reject) => {
		call.signAndSend(signer, ({ status, events, dispatchError }) => {
			if (dispatchError) {
				reject(new Error(dispatchError.isModule ? api.registry.findMetaError(dispatchError.asModule).name : `${dispatchError}`));
			} else if (status.isInBlock) {
				const failed = events.find(({ event }) => api.events.sudo.Sudid.is(event) && event.data[0].isErr);
				if (failed) reject(new Error(`${failed.event.data[0]}`));
				else resolve(events.map(({ event }) => event));
			} else if (status.isInvalid || status.isDropped || status.isUsurped) {
				reject(new Error(`transaction ${status.type}`));
			}
		}).catch(reject);
	});
}

const eventNamed = (events, name) => events.find(({ method }) => method === name).data;
const say = (what, detail = '') => console.log(`${what.padEnd(46)} ${detail}`);

const { deviceIdentity: identity, sudo } = api.tx;
const genesis = api.genesisHash.toHex();
say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// The manufacturer: a P-256 root key, as certificate authorities have. The trustees approve it.
const maker = new Manufacturer(genesis, new Key('P256'));
const rootKeys = [maker.rootKey.arg];
let events = await send(identity.proposeManufacturer(null, rootKeys, hex(new Uint8Array(32))), charlie);
const manufacturer = eventNamed(events, 'ManufacturerProposed').id.toNumber();
await send(sudo.sudo(identity.approveManufacturer(manufacturer, rootKeys)), alice);
say('Charlie is an approved manufacturer', `number ${manufacturer}`);

const model = { manufacturer, product: 1 };
await send(identity.addModel(model, { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null }), charlie);
say('It describes a model of sensors', `product ${model.product}`);

// The device makes its own key, here in JavaScript. It has no account.
const device = new Device(genesis, 'Ed25519');
const birth = device.birth(model);
await send(identity.register(birthArg(birth), 0, maker.sign(birth), device.possession(model)), charlie);
say('It registers a device', device.id);

// With an operational key the device comes into use. It consents by signing.
const key = new Key('Ed25519');
await send(
	identity.activate(...device.consent(charlie.publicKey, 1, 0), device.newKey(key, 0, 1, PURPOSE.assert | PURPOSE.authenticate)),
	charlie,
);
say('The device is in use, with an operational key', `${key.algorithm} ${hex(key.public)}`);

// A sale: an offer, and an acceptance that only the device can sign.
const expires = (await api.query.timestamp.now()).toNumber() + 3_600_000;
await send(identity.offerTransfer(device.id, bob.address, expires, null), charlie);
events = await send(identity.acceptTransfer(...device.consent(bob.publicKey, 2, 0), null, null), bob);
say('Bob bought it, and the device agreed', `epoch ${eventNamed(events, 'DeviceTransferred').epoch}`);

// Its old consent is worth nothing any more.
try {
	await send(identity.acceptTransfer(...device.consent(bob.publicKey, 2, 0), null, null), bob);
	say('The same acceptance again', 'was accepted: this is a bug');
	process.exitCode = 1;
} catch (refused) {
	say('The same acceptance again', `is refused: ${refused.message}`);
}

const record = (await api.query.deviceIdentity.devices(device.id)).toHuman();
console.log('\nWhat the chain holds about it now:');
console.log(JSON.stringify(record, null, 2));
await api.disconnect();
