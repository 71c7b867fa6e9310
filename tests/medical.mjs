#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's fifth tour: an insulin pump that obeys only what its patient, its doctors and its
// manufacturer allow, on a development chain.
//
//   node tests/medical.mjs [ws://127.0.0.1:9944]
//
// Alice acts for the authorities, Charlie makes pumps, Ferdie runs a hospital. Bob is the patient,
// Dave and Eve are doctors, and Eve may break the glass.

import { randomBytes } from '@noble/hashes/utils.js';
import { birthArg, blake2_256, Device, hex, Key, Manufacturer } from './lib/device.mjs';
import { random } from './lib/market/profiles.mjs';
import { Attacker, madeUp } from './lib/medical/attack.mjs';
import { audit } from './lib/medical/auditor/run.mjs';
import { importConsent } from './lib/medical/fhir/consent.mjs';
import { Gateway } from './lib/medical/gateway.mjs';
import { consentResource, EMERGENCY, HARD, MODEL, SOFT, switchOn } from './lib/medical/ward.mjs';
import { roles } from './lib/medical/words.mjs';
import { within } from './lib/timeout.mjs';
import { approvedManufacturer, connect, eventNamed, say, sender } from './lib/tour.mjs';

const PATIENCE = 60_000;
const DAY = 24 * 3_600_000;
const ATTACKS = 1_000;

const {
	api,
	provider,
	accounts: [alice, bob, charlie, dave, eve, ferdie],
} = await connect();
const send = sender(api);
const { deviceIdentity: identity, medicalAccess: medical, statusLists, sudo, utility } = api.tx;
const genesis = api.genesisHash.toHex();
const now = async () => (await api.query.timestamp.now()).toNumber();
const units = (value) => `${(Number(value) / 1_000).toFixed(1)} U`;

say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// Waits until the best block is one of the final ones, or until so many more have come.
async function untilFinal(more = 0) {
	const best = (await api.rpc.chain.getHeader()).number.toNumber() + more;
	let end;
	const reached = new Promise((resolve) => {
		end = api.rpc.chain.subscribeFinalizedHeads((header) => {
			if (header.number.toNumber() >= best) resolve();
		});
	});
	await within(PATIENCE, `block ${best} being final`, reached);
	(await end)();
}

// Charlie makes a pump, which becomes the hospital's, and says what nobody may exceed.
const maker = new Manufacturer(genesis, new Key('P256'));
const manufacturer = await approvedManufacturer(api, maker, charlie, alice);
const model = { manufacturer, product: 1 };
const device = Object.assign(new Device(genesis, 'P256'), { key: new Key('P256') });
const birth = device.birth(model);
await send(
	utility.batchAll([
		identity.addModel(model, MODEL),
		identity.register(birthArg(birth), 0, maker.sign(birth), device.possession(model)),
		identity.offerTransfer(device.id, ferdie.address, (await now()) + DAY, null),
		medical.setProfile(model, 'Therapy', { hard: HARD, risk: 'Low' }),
	]),
	charlie,
);
say('Charlie makes an insulin pump', `no bolus above ${units(HARD.maxSingle)}, whoever asks`);

// Alice gives out credentials, by lot, and accredits the hospital.
const created = await send(statusLists.createList('Revocation', 60_000), alice);
const list = eventNamed(created, 'ListCreated').list.toNumber();
const secret = randomBytes(32);
await send(statusLists.requestIndices(list, 2, hex(blake2_256(secret))), alice);
const registered = await send(medical.registerOrganisation(0), ferdie);
const org = eventNamed(registered, 'OrganisationRegistered').org.toNumber();
await untilFinal(2);
const drawn = eventNamed(
	await send(statusLists.drawIndices(list, hex(secret)), alice),
	'IndicesDrawn',
);
await send(
	sudo.sudo(
		utility.batchAll([
			medical.accreditOrganisation(org, true),
			medical.admitCredentialList(list, true),
		]),
	),
	alice,
);
const subject = hex(randomBytes(32));
const member = (who, i, ...held) =>
	medical.addMember(
		...[org, who.address, roles(...held), { list, index: drawn.indices[i] }],
		Date.now() + 300 * DAY,
	);
await send(
	utility.batchAll([
		member(dave, 0, 'Clinician', 'Reviewer'),
		member(eve, 1, 'Clinician', 'Emergency'),
		medical.admitPatient(org, subject, bob.address),
		identity.acceptTransfer(
			...device.consent(ferdie.publicKey, 1, 0),
			null,
			device.newKey(device.key, 0, 1),
		),
		medical.enrolDevice(org, device.id, 'C', EMERGENCY),
		medical.assignDevice(device.id, subject),
	]),
	ferdie,
);
await send(medical.proposeSoftLimits(device.id, 'Therapy', SOFT), dave);
await send(medical.confirmSoftLimits(device.id, 'Therapy', SOFT), eve);
say(`Ferdie's hospital ${org} treats Bob`, `as ${subject.slice(0, 12)}…, with Dave and Eve`);

// Bob's consent is a FHIR document; what goes on the chain says nothing of him.
const resource = consentResource({
	...{ subject, whom: { org }, actions: ['therapy'], purposes: ['TREAT'] },
	...{ from: (await now()) - 60_000, to: (await now()) + 30 * DAY },
});
const { args } = importConsent(resource, { genesis, salt: randomBytes(32) });
const granted = await send(medical.grantConsent(subject, args.terms), bob);
const consent = eventNamed(granted, 'ConsentGranted').id.toNumber();
say('Bob consents to boluses by its doctors', `consent ${consent}, from a FHIR R5 document`);

// The gateway hands over what is final. The pump looks at it all again.
const gateway = new Gateway({
	api,
	key: new Key('Ed25519'),
	submit: async (call) => {
		const events = await send(call, ferdie);
		const named = ({ section, method, data }) => ({ name: `${section}.${method}`, data });
		return { events: events.map(named) };
	},
});
const pump = switchOn({ device, gateway });
const bolus = async (who, value, purpose = 'Treat') => {
	const { call, commit } = gateway.request(device.id, { value, purpose });
	const events = await send(call, who);
	const proposed = events.find(({ method }) => method === 'CommandProposed');
	const refused = events.find(({ method }) => method === 'AccessDenied');
	return {
		commit,
		seq: proposed?.data.terms.seq.toNumber(),
		isWaiting: proposed?.data.need.toNumber() > 0,
		refusal: refused?.data.refusal.type,
	};
};
const delivered = [];
const deliver = async () => {
	await untilFinal();
	const { verdicts, found } = await gateway.serve(pump);
	delivered.push(
		...found.filter(({ handover }) => verdicts.get(handover.terms.seq) === 'Executed'),
	);
	return [...verdicts.values()].join(', ') || 'gets nothing to do';
};

await bolus(dave, 3_000);
say(`Dave asks for ${units(3_000)}`, `final and authorised; the pump: ${await deliver()}`);

const large = await bolus(dave, 6_000);
const early = large.isWaiting ? 'waits for a second person' : 'did not wait: this is a bug';
await send(medical.approveCommand(device.id, large.seq, large.commit), eve);
say(`Dave asks for ${units(6_000)}`, `${early}; Eve approves; the pump: ${await deliver()}`);

const { refusal } = await bolus(dave, 12_000);
say(`Dave asks for ${units(12_000)}`, `refused: ${refusal}`);

await bolus(dave, 1_000);
await untilFinal();
const revoked = await send(medical.revokeConsent(subject, consent), bob);
const isCancelled = revoked.some(({ method }) => method === 'CommandCancelled');
say(
	`Bob takes it back while ${units(1_000)} are on the way`,
	`${isCancelled ? 'cancelled' : 'not cancelled: this is a bug'}; the pump ${await deliver()}`,
);

const opened = await send(medical.breakGlass(device.id, 'SevereHypoglycaemia', EMERGENCY, 10), eve);
const { id } = eventNamed(opened, 'BreakGlassOpened');
await bolus(eve, 6_000, 'EmergencyTreat');
say(
	'Eve breaks the glass',
	`${units(6_000)} at once, without consent; the pump: ${await deliver()}`,
);
await send(medical.closeBreakGlass(id), eve);
await send(medical.reviewBreakGlass(id, 'Justified', hex(randomBytes(32))), dave);
say('Dave reviews it', 'justified');

// Whatever can be tried: commands from before, of others, changed by a bit, too late.
const block = { ...(await gateway.block()), at: Date.now() };
const { terms, params, salt } = delivered[0].handover;
const like = (changes) => madeUp(gateway.key, block, { ...terms, params, salt, ...changes });
const attacker = new Attacker({
	...{ gatewayKey: gateway.key, block: () => block, draw: random(Date.now()) },
	done: delivered,
	lower: [like({ seq: 1 })],
	late: [like({ seq: 900, expires: block.at - 1 })],
	foreign: [like({ device: `0x${'77'.repeat(32)}`, seq: 901 })],
	open: like({ seq: 902, expires: block.at + DAY }),
});
const { tried, executed } = attacker.attack(pump, ATTACKS);
say(`${tried} replayed, late and forged commands`, `executed: ${executed}`);

await untilFinal();
const { counts, findings } = await audit(api);
say(
	'An auditor who trusts nobody',
	`${counts.decisions} decisions and ${counts.entries} hashes computed again: ` +
		(findings.length === 0 ? 'all agree' : `${findings.length} do not`),
);
if (executed > 0 || findings.length > 0) process.exitCode = 1;
await provider.disconnect();
