// SPDX-License-Identifier: Apache-2.0

// What a street needs on a chain before it trades: accounts with money, meters with P-256 keys out
// of one batch of births, and a zone whose operator approves them.

import assert from 'node:assert/strict';
import { only } from '../chain.mjs';
import { birthArg, Device, encode, Key, Manufacturer } from '../device.mjs';
import { submitAll } from '../fleet.mjs';
import { MerkleTree } from '../merkle.mjs';
import { REGISTER, RegisterStreams, STREAMS } from './meter.mjs';
import { BATCHED, CERTIFIED } from './street.mjs';

const MODEL = { hwVersion: 1, class: 'Meter', algorithms: 0b1111, maxPowerW: null };
const ZERO = `0x${'00'.repeat(32)}`;
const HOUR = 3_600_000;

// So many meters, made by `maker` and approved by the trustees, of which Alice is one. They belong
// to nobody yet: each has a voucher for whoever holds `owner`.
export async function madeMeters(chain, maker, alice, count) {
	const call = chain.api.tx.deviceIdentity;
	const factory = new Manufacturer(chain.genesis, new Key('P256'));
	const keys = [factory.rootKey.arg];
	const proposed = only(
		await chain.submit(call.proposeManufacturer(null, keys, ZERO), maker),
		'deviceIdentity.ManufacturerProposed',
	);
	const manufacturer = proposed.id.toNumber();
	const model = { manufacturer, product: 1 };
	await chain.submit(chain.api.tx.sudo.sudo(call.approveManufacturer(manufacturer, keys)), alice);
	const meters = Array.from({ length: count }, () =>
		Object.assign(new Device(chain.genesis, 'P256'), {
			key: new Key('P256'),
			owner: new Key('Ed25519'),
		}),
	);
	const births = meters.map((meter) => meter.birth(model));
	const tree = new MerkleTree(births.map(encode.birthRecord));
	const [batch, signature] = factory.batch(manufacturer, 0, tree);
	await chain.submit(
		chain.api.tx.utility.batchAll([
			call.addModel(model, MODEL),
			call.openBatch(batch, 0, signature),
		]),
		maker,
	);
	const claims = meters.map((meter, i) =>
		call.claim(0, birthArg(births[i]), i, tree.proof(i), meter.possession(model)),
	);
	await submitAll(chain, claims, maker, 12);
	const expires = (await chain.now()) + HOUR;
	for (const meter of meters) {
		meter.voucher = factory.voucher(meter, meter.owner, { expires });
	}
	return meters;
}

// What the first owner of a meter calls to put it into use.
export const firstUse = (chain, meter, account) =>
	chain.api.tx.deviceIdentity.claimWithVoucher(
		meter.voucher.claimFor(account.publicKey),
		...meter.consent(account.publicKey, 1, 0),
		meter.newKey(meter.key, 0, 1),
	);

// The street moves into a zone: every household puts its meter into use and registers it, and the
// operator approves. Resolves to the register streams of the one meter that has them.
export async function moveIn(chain, { operator, alice, zone, people, plan }) {
	const { energyTrading, sensorAttestation, sudo, utility } = chain.api.tx;
	const specs = plan.meters.map(({ spec }) => spec);
	const join = ({ account, meter }, household) => {
		const spec = specs[household];
		if (household !== BATCHED) {
			return [
				firstUse(chain, meter, account),
				energyTrading.registerMeter(zone, meter.id, spec),
			];
		}
		const declare = (stream) =>
			sensorAttestation.declareStream(meter.id, stream, { Own: REGISTER });
		return [
			firstUse(chain, meter, account),
			sensorAttestation.enrol(meter.id),
			...Object.values(STREAMS).map(declare),
		];
	};
	const joined = await Promise.all(
		people.map((person, household) =>
			chain.submit(utility.batchAll(join(person, household)), person.account),
		),
	);
	const declared = joined[BATCHED].events
		.filter(({ name }) => name === 'sensorAttestation.StreamDeclared')
		.map(({ data }) => [data.stream.toNumber(), data.incarnation.toNumber()]);
	const incarnations = Object.fromEntries(
		Object.entries(STREAMS).map(([name, stream]) => [name, new Map(declared).get(stream)]),
	);
	// The one meter whose batches count names the declarations of its streams.
	const { account, meter } = people[BATCHED];
	const register = (name) => ({ stream: STREAMS[name], incarnation: incarnations[name] });
	specs[BATCHED] = {
		...specs[BATCHED],
		streams: { import: register('import'), export: register('export') },
	};
	await chain.submit(energyTrading.registerMeter(zone, meter.id, specs[BATCHED]), account);
	const approvals = people.map(({ account, meter }, household) =>
		energyTrading.approveMeter(
			...[meter.id, account.address, specs[household]],
			CERTIFIED.includes(household) ? 'Certified' : 'Approved',
		),
	);
	await Promise.all([
		submitAll(chain, approvals, operator, 40),
		chain.submit(sudo.sudo(energyTrading.assessZone(zone, 'Approved')), alice),
	]);
	return new RegisterStreams(meter, meter.key, incarnations);
}

// Makes a zone. Resolves to its number.
export async function newZone(chain, operator, currency, periodMs, terms, prices) {
	const create = chain.api.tx.energyTrading.createZone(currency, periodMs, terms, prices);
	const created = only(await chain.submit(create, operator), 'energyTrading.ZoneCreated');
	return created.zone.toNumber();
}

// The account that keeps money between those who pay and those who are paid.
export function palletAccount(chain) {
	const id = chain.api.consts.energyTrading.palletId.toU8a();
	const account = new Uint8Array(32);
	account.set(new TextEncoder().encode('modl'));
	account.set(id, 4);
	return chain.api.createType('AccountId', account).toString();
}

// What the market holds of accounts, by reason, all at one block.
export async function marketHolds(chain, addresses, hash) {
	const at = await chain.api.at(hash);
	const all = await at.query.balances.holds.multi(addresses);
	return all.map((holds) =>
		Object.fromEntries(
			holds
				.filter(({ id }) => id.type === 'EnergyTrading')
				.map(({ id, amount }) => [id.inner.type, amount.toBigInt()]),
		),
	);
}

// How many entries each map of the pallet has that a market must not leave behind.
export async function leftovers(chain) {
	const { query } = chain.api;
	const names = ['periods', 'books', 'pages', 'sweeps', 'legs', 'claims', 'feederChecks'];
	const keys = await Promise.all(names.map((name) => query.energyTrading[name].keys()));
	return Object.fromEntries(names.map((name, i) => [name, keys[i].length]));
}

// Waits until the chain's clock has come to a moment.
export async function until(chain, moment, timeout = 60_000) {
	const last = Date.now() + timeout;
	while ((await chain.now()) < moment) {
		assert.ok(
			Date.now() < last,
			`the chain's clock is not at ${moment} after ${timeout / 1_000} s`,
		);
		const header = await chain.api.rpc.chain.getHeader();
		await chain.waitForBlock(header.number.toNumber() + 1);
	}
}
