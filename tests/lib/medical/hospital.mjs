// SPDX-License-Identifier: Apache-2.0

// What a ward needs on a chain before anybody is treated: people with money and credentials, an
// accredited organisation, pumps that their manufacturer limits, a patient under a pseudonym.

import { randomBytes } from '@noble/hashes/utils.js';
import { only } from '../chain.mjs';
import { birthArg, blake2_256, Device, encode, hex, Key, Manufacturer } from '../device.mjs';
import { MOTE } from '../fleet.mjs';
import { MerkleTree } from '../merkle.mjs';
import { Gateway } from './gateway.mjs';
import { EMERGENCY, HARD, MODEL, SOFT } from './ward.mjs';
import { roles } from './words.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZERO = `0x${'00'.repeat(32)}`;
// Who works in the hospital, and as what.
export const STAFF = {
	anna: ['Clinician'],
	ben: ['Clinician'],
	emma: ['Emergency'],
	rita: ['Reviewer'],
	eric: ['BiomedEngineer'],
};
const OTHERS = ['admin', 'patient', 'board', 'maker', 'carrier', 'stranger'];
const FUNDS = 1_000n * MOTE;

// Indices of a new status list of `board`, drawn by lot.
async function credentials(chain, board, count) {
	const { statusLists: call } = chain.api.tx;
	const created = await chain.submit(call.createList('Revocation', 60_000), board);
	const list = only(created, 'statusLists.ListCreated').list.toNumber();
	const secret = randomBytes(32);
	const commitment = hex(blake2_256(secret));
	const requested = await chain.submit(call.requestIndices(list, count, commitment), board);
	const header = await chain.api.rpc.chain.getHeader(requested.blockHash);
	await chain.waitForBlock(header.number.toNumber() + 3);
	const drawn = only(
		await chain.submit(call.drawIndices(list, hex(secret)), board),
		'statusLists.IndicesDrawn',
	);
	return { list, indices: drawn.indices.map((index) => index.toNumber()) };
}

// Pumps out of one batch of births, owned by the engineer who put them into use.
async function pumps(chain, maker, engineer, alice, count) {
	const { deviceIdentity: call, sudo, utility } = chain.api.tx;
	const factory = new Manufacturer(chain.genesis, new Key('P256'));
	const rootKeys = [factory.rootKey.arg];
	const proposed = only(
		await chain.submit(call.proposeManufacturer(null, rootKeys, ZERO), maker),
		'deviceIdentity.ManufacturerProposed',
	);
	const manufacturer = proposed.id.toNumber();
	await chain.submit(sudo.sudo(call.approveManufacturer(manufacturer, rootKeys)), alice);
	const model = { manufacturer, product: 1 };
	const devices = Array.from({ length: count }, () =>
		Object.assign(new Device(chain.genesis, 'P256'), { key: new Key('P256') }),
	);
	const births = devices.map((device) => device.birth(model));
	const tree = new MerkleTree(births.map(encode.birthRecord));
	const [batch, signature] = factory.batch(manufacturer, 0, tree);
	const expires = (await chain.now()) + HOUR;
	const making = devices.flatMap((device, i) => [
		call.claim(0, birthArg(births[i]), i, tree.proof(i), device.possession(model)),
		call.offerTransfer(device.id, engineer.address, expires, null),
	]);
	const opening = [call.addModel(model, MODEL), call.openBatch(batch, 0, signature)];
	await chain.submit(utility.batchAll([...opening, ...making]), maker);
	const using = devices.map((device) =>
		call.acceptTransfer(
			...device.consent(engineer.publicKey, 1, 0),
			null,
			device.newKey(device.key, 0, 1),
		),
	);
	await chain.submit(utility.batchAll(using), engineer);
	return { model, devices };
}

// Everything up to the first consent. Resolves to the people, the pump in use and a second one, and
// what they are known by.
export async function openHospital(chain, alice) {
	const { api } = chain;
	const { medicalAccess: call, sudo, utility } = api.tx;
	const names = [...Object.keys(STAFF), ...OTHERS];
	const people = await chain.newAccounts(names, FUNDS, alice);
	const { admin, patient, board, maker, carrier, anna, ben, eric } = people;
	const [made, cards, registered] = await Promise.all([
		pumps(chain, maker, eric, alice, 2),
		credentials(chain, board, Object.keys(STAFF).length),
		chain.submit(call.registerOrganisation(MOTE), admin),
	]);
	const { model, devices } = made;
	const { org } = only(registered, 'medicalAccess.OrganisationRegistered');
	await chain.submit(
		sudo.sudo(
			utility.batchAll([
				call.accreditOrganisation(org, true),
				call.admitCredentialList(cards.list, true),
			]),
		),
		alice,
	);
	const subject = hex(randomBytes(32));
	const until = (await chain.now()) + 300 * DAY;
	const members = Object.entries(STAFF).map(([name, held], i) =>
		call.addMember(
			...[org, people[name].address, roles(...held)],
			...[{ list: cards.list, index: cards.indices[i] }, until],
		),
	);
	const profile = { hard: HARD, risk: 'Low' };
	await Promise.all([
		chain.submit(
			utility.batchAll([...members, call.admitPatient(org, subject, patient.address)]),
			admin,
		),
		chain.submit(call.setProfile(model, 'Therapy', profile), maker),
	]);
	const enrolments = devices.map(({ id }) => call.enrolDevice(org, id, 'C', EMERGENCY));
	await chain.submit(utility.batchAll(enrolments), eric);
	const assignments = devices.map(({ id }) => call.assignDevice(id, subject));
	await chain.submit(utility.batchAll(assignments), admin);
	const [device, spare] = devices;
	await chain.submit(call.proposeSoftLimits(device.id, 'Therapy', SOFT), anna);
	await chain.submit(call.confirmSoftLimits(device.id, 'Therapy', SOFT), ben);

	const gateway = new Gateway({
		api,
		key: new Key('Ed25519'),
		submit: (inner) => chain.submit(inner, carrier),
	});
	return {
		...{ people, model, org: org.toNumber(), subject, device, spare, gateway },
		credential: (name) => ({
			list: cards.list,
			index: cards.indices[Object.keys(STAFF).indexOf(name)],
		}),
	};
}
