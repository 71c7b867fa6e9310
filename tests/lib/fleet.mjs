// SPDX-License-Identifier: Apache-2.0

// Devices by the dozen, in use on a development chain, for tests about what they do then.

import { only } from './chain.mjs';
import { ALGORITHM_NAMES, birthArg, Device, encode, Key, Manufacturer } from './device.mjs';
import { MerkleTree } from './merkle.mjs';
import { FREEZER } from './sensor.mjs';

export const MOTE = 10n ** 12n;
const SPEC = { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null };
const ZERO = `0x${'00'.repeat(32)}`;
const PER_TRANSACTION = 20;

// Sends calls in as few transactions as sensible, all at once.
export async function submitAll(chain, calls, signer, size = PER_TRANSACTION) {
	const transactions = [];
	for (let from = 0; from < calls.length; from += size) {
		transactions.push(chain.api.tx.utility.batchAll(calls.slice(from, from + size)));
	}
	return Promise.all(transactions.map((transaction) => chain.submit(transaction, signer)));
}

// `count` devices of all algorithms, out of one batch of births, owned by `maker` and in use. Each
// has its operational key as `key`.
export async function devicesInUse(chain, maker, alice, count) {
	const call = chain.api.tx.deviceIdentity;
	const factory = new Manufacturer(chain.genesis, new Key('P256'));
	const keys = [factory.rootKey.arg];
	const proposed = only(
		await chain.submit(call.proposeManufacturer(null, keys, ZERO), maker),
		'deviceIdentity.ManufacturerProposed',
	);
	const manufacturer = proposed.id.toNumber();
	const model = { manufacturer, product: 1 };
	const approval = call.approveManufacturer(manufacturer, keys);
	await chain.submit(chain.api.tx.sudo.sudo(approval), alice);
	await chain.submit(call.addModel(model, SPEC), maker);

	const devices = Array.from({ length: count }, (_, i) => {
		const algorithm = ALGORITHM_NAMES[i % ALGORITHM_NAMES.length];
		return Object.assign(new Device(chain.genesis, algorithm), { key: new Key(algorithm) });
	});
	const births = devices.map((device) => device.birth(model));
	const tree = new MerkleTree(births.map(encode.birthRecord));
	const [batch, signature] = factory.batch(manufacturer, 0, tree);
	await chain.submit(call.openBatch(batch, 0, signature), maker);
	const calls = devices.flatMap((device, i) => {
		const possession = device.possession(model);
		const [acceptance, consent] = device.consent(maker.publicKey, 1, 0);
		return [
			call.claim(0, birthArg(births[i]), i, tree.proof(i), possession),
			call.activate(acceptance, consent, device.newKey(device.key, 0, 1)),
		];
	});
	await submitAll(chain, calls, maker);
	return { devices, model };
}

// What an owner calls so that a device has stream 3, and may send over the feeless lane.
export function streamCalls(chain, device, spec = FREEZER, allowance) {
	const call = chain.api.tx.sensorAttestation;
	const calls = [call.enrol(device.id), call.declareStream(device.id, 3, { Own: spec })];
	return allowance ? [...calls, call.setLane(device.id, allowance)] : calls;
}
