#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's second tour: a device from the factory to the scrapyard, on a development chain.
//
//   node tests/life.mjs [ws://127.0.0.1:9944]
//
// Alice acts for the trustees, Charlie is a manufacturer, Dave a workshop, Eve checks releases,
// Ferdie verifies what devices run. Bob runs the fleet.

import {
	birthArg,
	blake2_256,
	Device,
	encode,
	hex,
	Key,
	Manufacturer,
	RIGHT,
} from './lib/device.mjs';
import { MerkleTree } from './lib/merkle.mjs';
import { approvedManufacturer, connect, eventNamed, say, sender } from './lib/tour.mjs';

const {
	api,
	provider,
	accounts: [alice, bob, charlie, dave, eve, ferdie],
} = await connect();
const send = sender(api);
const asTrustees = (call) => send(api.tx.sudo.sudo(call), alice);
const {
	deviceIdentity: identity,
	deviceFirmware: firmware,
	remoteAttestation: attestation,
} = api.tx;
const genesis = api.genesisHash.toHex();
const now = async () => (await api.query.timestamp.now()).toNumber();
const [HOUR, DAY] = [3_600_000, 86_400_000];
const digest = (text) => hex(blake2_256(new TextEncoder().encode(text)));
const NOTHING = hex(new Uint8Array(32));

say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// The factory: a thousand meters, one signature.
const maker = new Manufacturer(genesis, new Key('P256'));
const manufacturer = await approvedManufacturer(api, maker, charlie, alice);
const model = { manufacturer, product: 1 };
await send(
	identity.addModel(model, {
		hwVersion: 1,
		class: 'Meter',
		algorithms: 0b1111,
		maxPowerW: 11_000,
	}),
	charlie,
);
const meters = Array.from({ length: 1_000 }, () => new Device(genesis, 'P256'));
const births = meters.map((meter) => meter.birth(model));
const tree = new MerkleTree(births.map(encode.birthRecord));
const [batch, batchSignature] = maker.batch(manufacturer, 0, tree);
await send(identity.openBatch(batch, 0, batchSignature), charlie);
say('Charlie anchors the birth of 1000 meters', `root ${hex(tree.root)}`);

// One of them leaves with a voucher, through a dealer. Anybody may carry its claim.
const number = 417;
const meter = meters[number];
const did = `did:mote:${genesis.slice(2, 10)}:${meter.id.slice(2)}`;
await send(
	identity.claim(
		0,
		birthArg(births[number]),
		number,
		tree.proof(number),
		meter.possession(model),
	),
	dave,
);
say(`Meter ${number} is claimed by its Merkle proof`, did);
const [dealer, fleet, op] = ['Ed25519', 'Sr25519', 'P256'].map((algorithm) => new Key(algorithm));
const voucher = maker.voucher(meter, dealer, { expires: (await now()) + DAY }).handTo(fleet);
await send(
	identity.claimWithVoucher(
		voucher.claimFor(bob.publicKey),
		...meter.consent(bob.publicKey, 1, 0),
		meter.newKey(op, 0, 1),
	),
	bob,
);
say('Bob becomes its first owner by a voucher', `1 hand-over, ${hex(voucher.hash)}`);

// Firmware: one person publishes, another approves, the device says what it runs.
const release = {
	seq: 1,
	manifestDigest: digest('manifest'),
	imageDigest: digest('image'),
	size: 65_536,
	cid: '0x',
	minPrevSeq: 0,
	severity: 'High',
	sbomHash: null,
	updateBy: null,
};
await send(firmware.appoint(manufacturer, eve.address, 2), charlie);
await send(firmware.publish(model, release), charlie);
try {
	await send(firmware.approve(model, release), charlie);
	say('Charlie approves his own release', 'was accepted: this is a bug');
	process.exitCode = 1;
} catch (refused) {
	say('Charlie approves his own release', `is refused: ${refused.message}`);
}
await send(firmware.approve(model, release), eve);
const [report, signature] = meter.firmwareReport(
	{ seq: 1, imageDigest: release.imageDigest, at: await now() },
	op,
);
await send(firmware.report(report, 0, signature), dave);
say('Eve approves it, and the meter reports it', `release ${report.seq}`);

// A verifier looks at the device. From now on its model is trusted for metering only after that.
await asTrustees(
	attestation.setPolicy(model, 'Metering', {
		maxAge: 30 * DAY,
		tiers: 0b0010,
		minDebug: 'Disabled',
	}),
);
const [verifier] = await send(attestation.registerVerifier(NOTHING), ferdie).then(
	(events) => [eventNamed(events, 'VerifierRegistered')],
	// The tour was here before.
	() => [],
);
if (verifier) {
	await asTrustees(attestation.approveVerifier(ferdie.address, verifier.generation));
}
const challenge = eventNamed(
	await send(attestation.requestChallenge(meter.id), bob),
	'ChallengeIssued',
);
await send(
	attestation.postResult(meter.id, {
		nonce: challenge.nonce.toHex(),
		profile: NOTHING,
		oemidHash: NOTHING,
		hwmodelHash: NOTHING,
		swDigest: release.imageDigest,
		debug: 'DisabledSinceBoot',
		tier: 'Affirming',
		expires: (await now()) + DAY,
	}),
	ferdie,
);
say('Ferdie appraises it against a fresh nonce', `Affirming, ${challenge.nonce.toHex()}`);

// A workshop looks after it, for an hour, and may do nothing but change keys.
await send(identity.nameOperator(meter.id, dave.address, RIGHT.keys, (await now()) + HOUR), bob);
const fresh = new Key('P256');
await send(identity.rotateKey(meter.id, 0, meter.newKey(fresh, 1, 1)), dave);
say('Dave, its operator, rotates its key', hex(fresh.public));
try {
	await send(identity.decommission(meter.id), dave);
	say('Dave scraps it', 'was accepted: this is a bug');
	process.exitCode = 1;
} catch (refused) {
	say('Dave scraps it', `is refused: ${refused.message}`);
}

// What a W3C client reads of it, once that is final.
async function resolved(isDone) {
	for (;;) {
		const result = await provider.send('did_resolve', [did, {}]);
		if (isDone(result)) {
			return result;
		}
		await new Promise((next) => setTimeout(next, 500));
	}
}
const living = await resolved(({ didDocument }) =>
	didDocument?.verificationMethod?.some(({ id }) => id.endsWith('#op-1')),
);
console.log('\nIts DID document:');
console.log(JSON.stringify(living.didDocument, null, 2), '\n');

// The end.
await send(identity.decommission(meter.id), bob);
const ended = await resolved(({ didDocumentMetadata }) => didDocumentMetadata.deactivated);
say('Bob scraps it, and its DID is deactivated', JSON.stringify(ended.didDocumentMetadata));
await send(identity.closeBatch(manufacturer, 0), charlie);
say('Charlie closes the batch', '999 meters can never be claimed from it');
await api.disconnect();
