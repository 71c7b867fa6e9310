#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's third tour: a fridge that has no account and pays nothing, on a development chain.
//
//   node tests/readings.mjs [ws://127.0.0.1:9944]
//
// Charlie is a manufacturer, Bob owns the fridge, Dave carries what others signed, Eve checks it.

import { birthArg, Device, Key, Manufacturer } from './lib/device.mjs';
import {
	batchHash,
	buildBatch,
	chainStart,
	FREEZER,
	generalTransaction,
	readingProof,
	signedBatch,
	signedReading,
} from './lib/sensor.mjs';
import { approvedManufacturer, connect, eventNamed, say, sender } from './lib/tour.mjs';

const {
	api,
	provider,
	accounts: [alice, bob, charlie, dave, eve],
} = await connect();
const send = sender(api);
const { deviceIdentity: identity, sensorAttestation: sensors, sensorAlerts: alerts } = api.tx;
const genesis = api.genesisHash.toHex();
const now = async () => (await api.query.timestamp.now()).toNumber();

say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// Charlie makes a fridge, and Bob buys it.
const maker = new Manufacturer(genesis, new Key('P256'));
const manufacturer = await approvedManufacturer(api, maker, charlie, alice);
const model = { manufacturer, product: 1 };
const spec = { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null };
await send(identity.addModel(model, spec), charlie);
const fridge = new Device(genesis, 'P256');
const key = new Key('P256');
const birth = fridge.birth(model);
await send(
	identity.register(birthArg(birth), 0, maker.sign(birth), fridge.possession(model)),
	charlie,
);
await send(identity.offerTransfer(fridge.id, bob.address, (await now()) + 3_600_000, null), charlie);
await send(
	identity.acceptTransfer(
		...fridge.consent(bob.publicKey, 1, 0),
		null,
		fridge.newKey(key, 0, 1),
	),
	bob,
);
say('Bob owns a fridge', fridge.id);

// What it measures, how often it may say so for nothing, and what is too warm.
const rule = {
	low: null,
	high: -150,
	hysteresis: 10,
	minDurationS: 20,
	budgetS: 3_600,
	severity: 'Critical',
	gapIsOutside: true,
};
const declared = await send(
	api.tx.utility.batchAll([
		sensors.enrol(fridge.id),
		sensors.declareStream(fridge.id, 3, { Own: FREEZER }),
		sensors.setLane(fridge.id, { intervalMs: 60_000, burst: 16 }),
		alerts.setRule(fridge.id, 3, rule),
	]),
	bob,
);
const { incarnation } = eventNamed(declared, 'StreamDeclared');
say('It has a stream, a place on the lane, a rule', `-15.0 degrees for 20 s, one reading a minute`);

// Readings without an account: what the fridge signs is the transaction.
const lane = (reading, by = key) =>
	generalTransaction(api, sensors.submitReading(...signedReading(fridge, by, reading)));
// As bytes: the library decodes and encodes again what it takes for an extrinsic, as another one.
const submit = (transaction) => provider.send('author_submitExtrinsic', [transaction]);
const start = await now();
const seen = new Promise((resolve) => {
	const found = [];
	api.query.system.events((events) => {
		for (const { event } of events) {
			if (api.events.sensorAlerts.Alerted.is(event)) {
				found.push(event.data.alert);
				if (event.data.alert.kind.isCleared) resolve(found);
			}
		}
	});
});
for (const [i, value] of [-180, -140, -138, -139, -141, -165, -170, -175].entries()) {
	await submit(lane({ stream: 3, counter: i, tMs: start + i * 10_000, value }));
}
const told = await seen;
const { free } = (await api.query.system.account(fridge.id)).data;
say('It sends eight readings', `fee 0, balance of its account ${free}`);
for (const { kind, at } of told) {
	say(`The rule: ${kind.type.toLowerCase()}`, `${(at.toNumber() - start) / 1_000} s after the first reading`);
}
const refused = async (what, attempt) => {
	try {
		await attempt();
		say(what, 'was accepted: this is a bug');
		process.exitCode = 1;
	} catch (error) {
		say(what, `is refused: ${error.message}`);
	}
};
const last = { stream: 3, counter: 7, tMs: start + 70_000, value: -175 };
await refused('The last one once more, carried by Dave', () =>
	send(sensors.carryReading(...signedReading(fridge, key, last)), dave),
);
await refused('A reading that another key signed', () =>
	submit(lane({ ...last, counter: 8, tMs: start + 80_000 }, new Key('P256'))),
);

// A night of readings under one signature.
const end = await now();
const readings = Array.from({ length: 1_024 }, (_, i) => ({
	stream: 3,
	counter: 1_000 + i,
	tMs: end - (1_024 - i) * 1_000,
	value: -180 - (i % 9),
}));
const prev = chainStart(fridge.id, 3, incarnation.toNumber());
const built = buildBatch({ device: fridge.id, stream: 3, seq: 0, prev }, readings);
const call = sensors.submitBatch(...signedBatch(genesis, key, built.batch));
await send(call, dave);
say('Dave carries a batch of 1024 readings', `${call.method.toU8a().length} bytes, hash ${batchHash(built.batch)}`);

// Any of them can be proven, by anybody, and nothing else.
const id = { device: fridge.id, stream: 3, seq: 0 };
const proof = readingProof(built, 417);
const { proven } = eventNamed(await send(sensors.proveReading(id, proof), eve), 'ReadingProven');
const { reading, assurance } = proven;
say('Eve proves reading 417', `${reading.value / 10} degrees, ${assurance.type}, path of ${proof.path.length}`);
await refused('A warmer one', () =>
	send(sensors.proveReading(id, { ...proof, reading: { ...proof.reading, value: -100 } }), eve),
);
await provider.disconnect();
