#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's tour: a device with a real key comes to life on a development chain.
//
//   node tests/tour.mjs [ws://127.0.0.1:9944]
//
// Alice acts for the trustees, Charlie is a manufacturer, Bob buys the device.

import { birthArg, Device, hex, Key, Manufacturer, PURPOSE } from './lib/device.mjs';
import { approvedManufacturer, connect, eventNamed, say, sender } from './lib/tour.mjs';

const {
	api,
	accounts: [alice, bob, charlie],
} = await connect();
const send = sender(api);
const { deviceIdentity: identity } = api.tx;
const genesis = api.genesisHash.toHex();
say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// The manufacturer: a P-256 root key, as certificate authorities have. The trustees approve it.
const maker = new Manufacturer(genesis, new Key('P256'));
const manufacturer = await approvedManufacturer(api, maker, charlie, alice);
say('Charlie is an approved manufacturer', `number ${manufacturer}`);

const model = { manufacturer, product: 1 };
await send(
	identity.addModel(model, {
		hwVersion: 1,
		class: 'Sensor',
		algorithms: 0b1111,
		maxPowerW: null,
	}),
	charlie,
);
say('It describes a model of sensors', `product ${model.product}`);

// The device makes its own key, here in JavaScript. It has no account.
const device = new Device(genesis, 'Ed25519');
const birth = device.birth(model);
await send(
	identity.register(birthArg(birth), 0, maker.sign(birth), device.possession(model)),
	charlie,
);
say('It registers a device', device.id);

// With an operational key the device comes into use. It consents by signing.
const key = new Key('Ed25519');
await send(
	identity.activate(
		...device.consent(charlie.publicKey, 1, 0),
		device.newKey(key, 0, 1, PURPOSE.assert | PURPOSE.authenticate),
	),
	charlie,
);
say('The device is in use, with an operational key', `${key.algorithm} ${hex(key.public)}`);

// A sale: an offer, and an acceptance that only the device can sign.
const expires = (await api.query.timestamp.now()).toNumber() + 3_600_000;
await send(identity.offerTransfer(device.id, bob.address, expires, null), charlie);
const events = await send(
	identity.acceptTransfer(...device.consent(bob.publicKey, 2, 0), null, null),
	bob,
);
say(
	'Bob bought it, and the device agreed',
	`epoch ${eventNamed(events, 'DeviceTransferred').epoch}`,
);

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
