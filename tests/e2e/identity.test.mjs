// SPDX-License-Identifier: Apache-2.0

// Devices on a development chain, from the manufacturer's proposal to the last return of a deposit.
// The tests of this file tell one story and build on each other.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain, keyring, only } from '../lib/chain.mjs';
import {
	ALGORITHM_NAMES,
	birthArg,
	Device,
	hex,
	Key,
	Manufacturer,
	PURPOSE,
} from '../lib/device.mjs';
import { Node } from '../lib/node.mjs';

const MOTE = 10n ** 12n;
const FUNDS = 1_000n * MOTE;
const PRICE = 123_456_789_012_345n;
const DAY = 86_400_000;
const OTHER_GENESIS = `0x${'11'.repeat(32)}`;
const SPEC = { hwVersion: 1, class: 'Sensor', algorithms: 0b1111, maxPowerW: null };

let node;
let chain;
let call;
// The accounts: nobody else uses them, so their balances can be explained to the last unit.
let maker;
let owner;
let buyer;
let stranger;
let trustees;
// Sums of prices that an account received, less what it paid.
const trade = new Map();

before(async () => {
	node = await Node.start('identity', ['--dev']);
	chain = await Chain.connect(node);
	call = chain.api.tx.deviceIdentity;
	trustees = ['//Alice', '//Bob', '//Charlie'].map((uri) => keyring.addFromUri(uri));
	const names = ['maker', 'owner', 'buyer', 'stranger'];
	({ maker, owner, buyer, stranger } = await chain.newAccounts(names, FUNDS, trustees[0]));
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

const asRoot = (inner) => chain.submit(chain.api.tx.sudo.sudo(inner), trustees[0]);
const rootRefused = (inner, error) =>
	chain.refused(chain.api.tx.sudo.sudo(inner), trustees[0], `deviceIdentity.${error}`);
const refused = (inner, signer, error) => chain.refused(inner, signer, `deviceIdentity.${error}`);
const info = async (device) => (await chain.view('device', device.id)).unwrap();
const json = (value) => value.toJSON();
const plain = async (device) => json(await info(device));

async function authority(device, index, purpose = PURPOSE.assert, at = undefined) {
	const answer = await chain.view(
		'key_authority',
		device.id,
		index,
		purpose,
		at ?? (await chain.now()),
	);
	return answer.isOk ? json(answer.asOk) : answer.asErr.type;
}

// Every unit an account ever had is in its balance, was paid as a fee, or changed hands; and what
// is reserved is what is held, by reason.
async function explainBalances() {
	for (const account of [maker, owner, buyer, stranger]) {
		const { total, reserved } = await chain.account(account.address);
		const fees = chain.fees.get(account.address) ?? 0n;
		assert.equal(total, FUNDS - fees + (trade.get(account) ?? 0n));
		const held = Object.values(await chain.holds(account.address)).reduce((a, b) => a + b, 0n);
		assert.equal(reserved, held);
	}
}

// What `change` makes of an account's holds, by reason.
async function heldBy(account, change) {
	const before = await chain.holds(account.address);
	await change();
	const after = await chain.holds(account.address);
	const reasons = new Set([...Object.keys(before), ...Object.keys(after)]);
	const differences = [...reasons].map((reason) => [
		reason,
		(after[reason] ?? 0n) - (before[reason] ?? 0n),
	]);
	return Object.fromEntries(differences.filter(([, difference]) => difference !== 0n));
}

let manufacturer;
let manufacturerId;
let model;
// Deposits, as they were found when they were taken for the first time.
const deposit = {};

describe('a manufacturer', () => {
	let second;
	let secondId;

	it('should put up a deposit when it proposes itself', async () => {
		manufacturer = new Manufacturer(chain.genesis, new Key('P256'));
		const proposal = call.proposeManufacturer(
			0xfff1,
			[manufacturer.rootKey.arg],
			OTHER_GENESIS,
		);
		const held = await heldBy(maker, async () => {
			const proposed = only(
				await chain.submit(proposal, maker),
				'deviceIdentity.ManufacturerProposed',
			);
			manufacturerId = proposed.id.toNumber();
			assert.equal(proposed.account.toString(), maker.address);
		});
		deposit.manufacturer = held.Manufacturer;
		assert.deepEqual(held, { Manufacturer: deposit.manufacturer });
		assert.ok(deposit.manufacturer > 100n * MOTE);
		model = { manufacturer: manufacturerId, product: 0x0201 };
		await explainBalances();
	});

	it('should be refused everything before it is approved, and strangers always', async () => {
		const keys = [manufacturer.rootKey.arg];
		await Promise.all([
			refused(call.proposeManufacturer(null, [], OTHER_GENESIS), stranger, 'NoRootKeys'),
			refused(
				call.proposeManufacturer(null, [...keys, ...keys], OTHER_GENESIS),
				stranger,
				'DuplicateRootKey',
			),
			refused(call.addModel(model, SPEC), maker, 'ManufacturerNotApproved'),
			refused(call.addModel(model, SPEC), stranger, 'NotManufacturer'),
			refused(call.setRootKeys(manufacturerId, keys), stranger, 'NotManufacturer'),
			refused(call.withdrawManufacturer(manufacturerId), stranger, 'NotManufacturer'),
			refused(call.withdrawManufacturer(manufacturerId + 9), maker, 'ManufacturerNotFound'),
			chain.refused(call.approveManufacturer(manufacturerId, keys), maker, 'BadOrigin'),
			chain.refused(call.suspendManufacturer(manufacturerId), stranger, 'BadOrigin'),
			chain.refused(call.revokeManufacturer(manufacturerId), stranger, 'BadOrigin'),
			chain.refused(call.pause(), stranger, 'BadOrigin'),
			rootRefused(
				call.approveManufacturer(manufacturerId, [new Key('P256').arg]),
				'RootKeysChanged',
			),
		]);
		await explainBalances();
	});

	it('should be approved when two of three trustees vote for it', async () => {
		const { trustees: motions } = chain.api.tx;
		const approval = call.approveManufacturer(manufacturerId, [manufacturer.rootKey.arg]);
		const length = approval.method.encodedLength;
		const proposed = only(
			await chain.submit(motions.propose(2, approval, length), trustees[0]),
			'trustees.Proposed',
		);
		const [hash, index] = [proposed.proposalHash, proposed.proposalIndex];
		await chain.refused(motions.vote(hash, index, true), stranger, 'trustees.NotMember');
		await Promise.all(
			trustees
				.slice(0, 2)
				.map((member) => chain.submit(motions.vote(hash, index, true), member)),
		);
		const weight = { refTime: 10_000_000_000n, proofSize: 1_000_000n };
		const closed = await chain.submit(motions.close(hash, index, weight, length), trustees[1]);
		only(closed, 'trustees.Executed');
		only(closed, 'deviceIdentity.ManufacturerApproved');
		const { status } = json(await chain.view('manufacturer', manufacturerId));
		assert.equal(status, 'Approved');
	});

	it('should be approved by root on a development chain', async () => {
		second = new Key('Ed25519');
		const proposal = call.proposeManufacturer(null, [second.arg], OTHER_GENESIS);
		const outcome = await chain.submit(proposal, stranger);
		secondId = only(outcome, 'deviceIdentity.ManufacturerProposed').id.toNumber();
		const approved = await asRoot(call.approveManufacturer(secondId, [second.arg]));
		only(approved, 'deviceIdentity.ManufacturerApproved');
		await rootRefused(call.approveManufacturer(secondId, [second.arg]), 'BadManufacturerState');
	});

	it('should get every deposit back when it withdraws its models and itself', async () => {
		const product = { manufacturer: secondId, product: 1 };
		const held = await heldBy(stranger, () =>
			chain.submit(call.addModel(product, SPEC), stranger),
		);
		deposit.model = held.Model;
		assert.deepEqual(held, { Model: deposit.model });
		assert.ok(deposit.model > MOTE);
		assert.deepEqual(await chain.holds(stranger.address), {
			Manufacturer: deposit.manufacturer,
			Model: deposit.model,
		});

		await refused(call.withdrawManufacturer(secondId), stranger, 'ManufacturerInUse');
		await chain.submit(call.removeModel(product), stranger);
		assert.deepEqual(await chain.holds(stranger.address), {
			Manufacturer: deposit.manufacturer,
		});
		await chain.submit(call.withdrawManufacturer(secondId), stranger);
		assert.deepEqual(await chain.holds(stranger.address), {});
		assert.equal((await chain.account(stranger.address)).reserved, 0n);
		await explainBalances();
	});

	it('should be able to describe models once it is approved', async () => {
		const held = await heldBy(maker, () => chain.submit(call.addModel(model, SPEC), maker));
		assert.deepEqual(held, { Model: deposit.model });
		await Promise.all([
			refused(call.addModel(model, SPEC), maker, 'ModelAlreadyExists'),
			refused(call.removeModel(model), stranger, 'NotManufacturer'),
			chain.refused(call.certifyModel(model, 'Revoked'), maker, 'BadOrigin'),
			asRoot(call.addModel(model, SPEC)).then(assert.fail, (e) =>
				assert.equal(e.reason, 'BadOrigin'),
			),
		]);
		const told = json(await chain.view('model', model));
		assert.deepEqual(told, { spec: SPEC, certificate: { provisional: null }, devices: 0 });
	});
});

const devices = {};

function registration(device, { as = model, birth = device.birth(as), root = manufacturer } = {}) {
	return call.register(birthArg(birth), 0, root.sign(birth), device.possession(as));
}

describe('registration', () => {
	before(() => {
		for (const algorithm of ALGORITHM_NAMES) {
			devices[algorithm] = new Device(chain.genesis, algorithm);
		}
	});

	it('should be refused when anybody signed for something else, or somebody else signed', async () => {
		const device = devices.P256;
		const other = devices.Ed25519;
		const birth = device.birth(model);
		const elsewhere = new Manufacturer(OTHER_GENESIS, manufacturer.rootKey);
		const impostor = new Manufacturer(chain.genesis, new Key('P256'));
		const signature = manufacturer.sign(birth);
		const register = (possession, root = 0) =>
			call.register(birthArg(birth), root, signature, possession);
		const missing = { manufacturer: manufacturerId, product: 9 };
		await Promise.all([
			refused(registration(device), stranger, 'NotManufacturer'),
			refused(registration(device, { as: missing }), maker, 'ModelNotFound'),
			refused(registration(device, { root: elsewhere }), maker, 'BirthRecordNotSigned'),
			refused(registration(device, { root: impostor }), maker, 'BirthRecordNotSigned'),
			// The record of one device does not serve for another.
			refused(
				call.register(
					birthArg(birth),
					0,
					manufacturer.sign(other.birth(model)),
					device.possession(model),
				),
				maker,
				'BirthRecordNotSigned',
			),
			refused(register(device.possession(model), 3), maker, 'RootKeyNotFound'),
			refused(
				register(device.on(OTHER_GENESIS).possession(model)),
				maker,
				'DevicePossessionMissing',
			),
			refused(register(other.possession(model)), maker, 'DevicePossessionMissing'),
			refused(register(device.possession(missing)), maker, 'DevicePossessionMissing'),
		]);
		assert.ok((await chain.view('device', device.id)).isNone);
		await explainBalances();
	});

	it('should be done for keys of every algorithm when maker and device signed', async () => {
		const held = await heldBy(maker, () =>
			Promise.all(
				ALGORITHM_NAMES.map(async (name) => {
					const outcome = await chain.submit(registration(devices[name]), maker);
					const event = only(outcome, 'deviceIdentity.DeviceRegistered');
					assert.equal(event.device.toHex(), devices[name].id);
					assert.equal(event.owner.toString(), maker.address);
				}),
			),
		);
		deposit.device = held.Device / 4n;
		assert.deepEqual(held, { Device: 4n * deposit.device });
		for (const device of Object.values(devices)) {
			const { state, epoch } = await plain(device);
			assert.deepEqual([state, epoch], ['Registered', 0]);
			const known = await chain.view('device_of_key', device.identity.arg);
			assert.equal(known.unwrap().toHex(), device.id);
		}
		await explainBalances();
	});

	it('should be refused when it is replayed, or its key or serial is used again', async () => {
		const twin = new Device(chain.genesis, 'Ed25519');
		twin.serialCommit = devices.P256.serialCommit;
		await Promise.all([
			...ALGORITHM_NAMES.map((name) =>
				refused(registration(devices[name]), maker, 'IdentityKeyReused'),
			),
			refused(registration(twin), maker, 'SerialReused'),
		]);
		await explainBalances();
	});

	it('should be listed under the owner, page by page', async () => {
		const all = json(await chain.view('devices_of', maker.address, null, 100));
		assert.deepEqual(
			[...all].sort(),
			Object.values(devices)
				.map(({ id }) => id)
				.sort(),
		);
		const first = json(await chain.view('devices_of', maker.address, null, 3));
		const rest = json(await chain.view('devices_of', maker.address, first.at(-1), 3));
		assert.deepEqual([...first, ...rest], all);
		assert.deepEqual(json(await chain.view('devices_of', stranger.address, null, 100)), []);
	});
});

// Operational keys by device and index, as the devices themselves remember them.
const keys = { Ed25519: [], P256: [], Sr25519: [], Secp256k1: [] };

function activation(device, account, key) {
	const [acceptance, consent] = device.consent(account.publicKey, 1, 0);
	return call.activate(acceptance, consent, device.newKey(key, 0, 1));
}

describe('activation', () => {
	it('should be refused without the consent of this very device to this owner on this chain', async () => {
		const device = devices.P256;
		const other = devices.Ed25519;
		const key = new Key('P256');
		const proven = device.newKey(key, 0, 1);
		const [acceptance, consent] = device.consent(maker.publicKey, 1, 0);
		const elsewhere = device.on(OTHER_GENESIS);
		const consenting = (who, account, epoch, index) =>
			who.consent(account.publicKey, epoch, index);
		await Promise.all([
			refused(call.activate(acceptance, consent, proven), stranger, 'NotOwner'),
			refused(
				call.activate(...consenting(elsewhere, maker, 1, 0), proven),
				maker,
				'DeviceConsentMissing',
			),
			refused(
				call.activate(...consenting(other.posingAs(device), maker, 1, 0), proven),
				maker,
				'DeviceConsentMissing',
			),
			refused(
				call.activate(...consenting(device, stranger, 1, 0), proven),
				maker,
				'NotRecipient',
			),
			refused(
				call.activate(...consenting(device, maker, 2, 0), proven),
				maker,
				'EpochMismatch',
			),
			refused(
				call.activate(...consenting(device, maker, 1, 1), proven),
				maker,
				'KeyIndexMismatch',
			),
			refused(
				call.activate(acceptance, consent, elsewhere.newKey(key, 0, 1)),
				maker,
				'KeyPossessionMissing',
			),
			refused(
				call.activate(acceptance, consent, other.newKey(key, 0, 1)),
				maker,
				'KeyPossessionMissing',
			),
			refused(
				call.activate(acceptance, consent, device.newKey(key, 0, 1, PURPOSE.authenticate)),
				maker,
				'LastAssertKey',
			),
			refused(
				call.activate(acceptance, consent, device.newKey(device.identity, 0, 1)),
				maker,
				'KeyReused',
			),
		]);
	});

	it('should put devices of every algorithm into use', async () => {
		const held = await heldBy(maker, () =>
			Promise.all(
				ALGORITHM_NAMES.map(async (name) => {
					keys[name][0] = new Key(name);
					const activate = activation(devices[name], maker, keys[name][0]);
					const outcome = await chain.submit(activate, maker);
					only(outcome, 'deviceIdentity.KeyAdded');
					only(outcome, 'deviceIdentity.DeviceActivated');
				}),
			),
		);
		deposit.key = held.Key / 4n;
		assert.deepEqual(held, { Key: 4n * deposit.key });
		for (const name of ALGORITHM_NAMES) {
			const { state, epoch, liveKeys, nextKey } = await plain(devices[name]);
			assert.deepEqual([state, epoch, liveKeys, nextKey], ['Active', 1, [0], 1]);
			assert.deepEqual(await authority(devices[name], 0), {
				[name.toLowerCase()]: hex(keys[name][0].public),
			});
		}
		await explainBalances();
	});

	it('should be refused when it is replayed', async () => {
		await refused(activation(devices.P256, maker, keys.P256[0]), maker, 'BadState');
	});
});

async function transfer(device, from, to, price, { key = null, keep = null } = {}) {
	const { epoch, nextKey } = await plain(device);
	const expires = (await chain.now()) + DAY;
	await chain.submit(call.offerTransfer(device.id, to.address, expires, price), from);
	const [acceptance, consent] = device.consent(to.publicKey, epoch + 1, keep ?? nextKey);
	const start = key && device.newKey(key, nextKey, epoch + 1);
	return { accept: call.acceptTransfer(acceptance, consent, price, start), acceptance, consent };
}

describe('transfer', () => {
	it('should move device, price and deposits when the device consents, and keep the named key', async () => {
		const device = devices.P256;
		const { accept, acceptance, consent } = await transfer(device, maker, owner, PRICE, {
			keep: 0,
		});
		const elsewhere = device.on(OTHER_GENESIS).consent(owner.publicKey, 2, 0);
		const posing = devices.Ed25519.posingAs(device).consent(owner.publicKey, 2, 0);
		const early = device.consent(owner.publicKey, 3, 0);
		await Promise.all([
			refused(accept, stranger, 'NotRecipient'),
			refused(call.acceptTransfer(...elsewhere, PRICE, null), owner, 'DeviceConsentMissing'),
			refused(call.acceptTransfer(...posing, PRICE, null), owner, 'DeviceConsentMissing'),
			refused(call.acceptTransfer(...early, PRICE, null), owner, 'EpochMismatch'),
			refused(
				call.acceptTransfer(acceptance, consent, PRICE + 1n, null),
				owner,
				'PriceChanged',
			),
			refused(call.acceptTransfer(acceptance, consent, null, null), owner, 'PriceChanged'),
		]);
		const makerBefore = await chain.holds(maker.address);
		const outcome = await chain.submit(accept, owner);
		trade.set(owner, -PRICE);
		trade.set(maker, PRICE);
		const event = only(outcome, 'deviceIdentity.DeviceTransferred');
		assert.deepEqual(
			[
				event.from.toString(),
				event.to.toString(),
				event.epoch.toNumber(),
				event.price.unwrap().toBigInt(),
			],
			[maker.address, owner.address, 2, PRICE],
		);
		assert.deepEqual(await chain.holds(owner.address), {
			Device: deposit.device,
			Key: deposit.key,
		});
		const makerAfter = await chain.holds(maker.address);
		assert.equal(makerBefore.Device - makerAfter.Device, deposit.device);
		assert.equal(makerBefore.Key - makerAfter.Key, deposit.key);
		assert.equal((await plain(device)).owner, owner.address);
		await explainBalances();

		await refused(accept, owner, 'NoOffer');
	});

	it('should refuse the acceptance of an earlier ownership when the device is offered again', async () => {
		const device = devices.P256;
		const replay = device.consent(owner.publicKey, 2, 0);
		const expires = (await chain.now()) + DAY;
		await chain.submit(call.offerTransfer(device.id, owner.address, expires, null), owner);
		await refused(call.acceptTransfer(...replay, null, null), owner, 'EpochMismatch');
		await refused(call.cancelTransfer(device.id), maker, 'NotOwner');
		await chain.submit(call.cancelTransfer(device.id), owner);
		await refused(call.cancelTransfer(device.id), owner, 'NoOffer');
	});

	it('should end all keys but the one that starts with the new owner', async () => {
		const device = devices.Ed25519;
		const key = new Key('Ed25519');
		const { accept } = await transfer(device, maker, buyer, null, { key });
		const outcome = await chain.submit(accept, buyer);
		keys.Ed25519[1] = key;
		only(outcome, 'deviceIdentity.KeyAdded');
		const { liveKeys, epoch } = await plain(device);
		assert.deepEqual([liveKeys, epoch], [[1], 2]);
		assert.equal(await authority(device, 0), 'KeyRevoked');
		assert.deepEqual(await authority(device, 1), { ed25519: hex(key.public) });
		// Nothing is accepted from the old owner's key any more, so its record can go, and its
		// deposit returns to the old owner.
		const held = await heldBy(maker, () => chain.submit(call.pruneKey(device.id, 0), stranger));
		assert.deepEqual(held, { Key: -deposit.key });
		await explainBalances();
	});

	it('should be refused when the offer has run out, and to strangers', async () => {
		const device = devices.Sr25519;
		const now = await chain.now();
		const expires = now + 6_000;
		await Promise.all([
			refused(
				call.offerTransfer(device.id, owner.address, now, null),
				maker,
				'BadTransferTerm',
			),
			refused(
				call.offerTransfer(device.id, owner.address, now + 31 * DAY, null),
				maker,
				'BadTransferTerm',
			),
			refused(
				call.offerTransfer(device.id, owner.address, expires, null),
				stranger,
				'NotOwner',
			),
			chain.submit(call.offerTransfer(device.id, owner.address, expires, null), maker),
		]);
		await untilChainTime(expires);
		const [acceptance, consent] = device.consent(owner.publicKey, 2, 0);
		await refused(
			call.acceptTransfer(acceptance, consent, null, null),
			owner,
			'TransferExpired',
		);
	});
});

// Waits for the first block at this time or later.
async function untilChainTime(moment) {
	while ((await chain.now()) < moment) {
		const { number } = await chain.api.rpc.chain.getHeader();
		await chain.waitForBlock(number.toNumber() + 1);
	}
}

describe('keys', () => {
	it('should be rotated by the owner when the device holds the new key', async () => {
		const device = devices.P256;
		const key = new Key('P256');
		const rotate = (signer, account = owner) => [
			call.rotateKey(device.id, 0, signer.newKey(key, 1, 2)),
			account,
		];
		await Promise.all([
			refused(...rotate(device, stranger), 'NotOwner'),
			refused(...rotate(device, maker), 'NotOwner'),
			refused(...rotate(device.on(OTHER_GENESIS)), 'KeyPossessionMissing'),
			refused(...rotate(devices.Ed25519), 'KeyPossessionMissing'),
			refused(
				call.rotateKey(device.id, 0, device.newKey(keys.P256[0], 1, 2)),
				owner,
				'KeyReused',
			),
			refused(call.addKey(device.id, device.newKey(key, 1, 2)), stranger, 'NotOwner'),
			refused(
				call.addKey(device.id, device.newKey(key, 1, 1)),
				owner,
				'KeyPossessionMissing',
			),
			refused(call.revokeKey(device.id, 0, 'Retired'), stranger, 'NotOwner'),
			refused(call.revokeKey(device.id, 0, 'Retired'), owner, 'LastAssertKey'),
			refused(call.pruneKey(device.id, 0), stranger, 'KeyStillNeeded'),
		]);
		const before = await chain.now();
		const outcome = await chain.submit(...rotate(device));
		keys.P256[1] = key;
		only(outcome, 'deviceIdentity.KeySuperseded');
		only(outcome, 'deviceIdentity.KeyAdded');
		await refused(...rotate(device), 'KeyNotLive');

		// The old key still speaks for what came before; the new one from now on.
		assert.deepEqual(await authority(device, 0, PURPOSE.assert, before), {
			p256: hex(keys.P256[0].public),
		});
		assert.equal(await authority(device, 0), 'Superseded');
		assert.deepEqual(await authority(device, 1), { p256: hex(key.public) });
		assert.equal(await authority(device, 1, PURPOSE.assert, before), 'NotYetValid');
		assert.equal(await authority(device, 1, PURPOSE.authenticate), 'WrongPurpose');
		assert.equal(await authority(device, 7), 'UnknownKey');
	});

	it('should be rotated by the device itself when anybody carries its word', async () => {
		const device = devices.P256;
		const old = keys.P256[1];
		const key = new Key('P256');
		const change = { key, index: 2, epoch: 2, replaces: 1 };
		const carry = (changes, signer = { Operational: 1 }, by = device, signKey = old) => {
			const fields = { ...change, ...changes };
			const [authorisation, signature] = by.authorisation(fields, signKey);
			const possession = device.keyPossession(fields.key, fields.index, fields.epoch);
			return call.rotateKeySigned(authorisation, signer, signature, possession);
		};
		const elsewhere = device.on(OTHER_GENESIS);
		const [authorisation, signature] = device.authorisation(change, old);
		await Promise.all([
			refused(carry({}, { Operational: 1 }, elsewhere), stranger, 'AuthorisationNotSigned'),
			refused(carry({}, 'Identity'), stranger, 'AuthorisationNotSigned'),
			refused(carry({}, { Operational: 0 }), stranger, 'KeyNotLive'),
			refused(carry({ epoch: 1 }), stranger, 'EpochMismatch'),
			refused(carry({ index: 1 }), stranger, 'KeyIndexMismatch'),
			refused(carry({ replaces: null }), stranger, 'AuthorisationTooWide'),
			refused(carry({ purposes: 3 }), stranger, 'AuthorisationTooWide'),
			refused(
				call.rotateKeySigned(
					{
						...authorisation,
						device: devices.Secp256k1.id,
						epoch: 1,
						index: 1,
						replaces: 0,
					},
					{ Operational: 0 },
					signature,
					device.keyPossession(key, 2, 2),
				),
				stranger,
				'AuthorisationNotSigned',
			),
			refused(
				call.rotateKeySigned(
					authorisation,
					{ Operational: 1 },
					signature,
					elsewhere.keyPossession(key, 2, 2),
				),
				stranger,
				'KeyPossessionMissing',
			),
		]);
		const held = await heldBy(stranger, () => chain.submit(carry({}), stranger));
		keys.P256[2] = key;
		assert.deepEqual(held, { Key: deposit.key });
		assert.deepEqual((await plain(device)).liveKeys, [2]);
		await refused(carry({}), stranger, 'KeyIndexMismatch');
		await explainBalances();
	});

	it('should end at once when they are revoked, and never be accepted again', async () => {
		const device = devices.P256;
		const key = new Key('Sr25519');
		const held = await heldBy(owner, () =>
			chain.submit(
				call.addKey(device.id, device.newKey(key, 3, 2, PURPOSE.authenticate)),
				owner,
			),
		);
		assert.deepEqual(held, { Key: deposit.key });
		assert.deepEqual(
			json(await chain.view('keys_of', device.id)).map(({ index }) => index),
			[0, 1, 2, 3],
		);
		assert.deepEqual(await authority(device, 3, PURPOSE.authenticate), {
			sr25519: hex(key.public),
		});

		await chain.submit(call.revokeKey(device.id, 3, 'Compromised'), owner);
		assert.equal(await authority(device, 3, PURPOSE.authenticate), 'KeyRevoked');
		const [authorisation, signature] = device.authorisation(
			{
				key: new Key('P256'),
				index: 4,
				epoch: 2,
				replaces: 3,
				purposes: PURPOSE.authenticate,
			},
			key,
		);
		const possession = device.keyPossession(key, 4, 2);
		const other = devices.Ed25519;
		await Promise.all([
			refused(call.revokeKey(device.id, 3, 'Retired'), owner, 'KeyNotLive'),
			refused(
				call.rotateKeySigned(authorisation, { Operational: 3 }, signature, possession),
				stranger,
				'KeyNotLive',
			),
			refused(call.addKey(device.id, device.newKey(key, 4, 2)), owner, 'KeyReused'),
			refused(call.addKey(other.id, other.newKey(key, 2, 2)), buyer, 'KeyReused'),
		]);
		const returned = await heldBy(owner, () =>
			chain.submit(call.pruneKey(device.id, 3), stranger),
		);
		assert.deepEqual(returned, { Key: -deposit.key });
		await refused(call.addKey(device.id, device.newKey(key, 4, 2)), owner, 'KeyReused');
		await refused(call.pruneKey(device.id, 3), stranger, 'KeyNotFound');
		await explainBalances();
	});
});

describe('a device out of use', () => {
	it('should come back with a fresh proof only', async () => {
		const device = devices.P256;
		const suspend = call.suspend(device.id, 'Maintenance');
		await refused(suspend, stranger, 'NotAuthorised');
		const suspended = only(
			await chain.submit(suspend, owner),
			'deviceIdentity.DeviceSuspended',
		);
		const nonce = suspended.nonce.toHex();
		assert.equal((await plain(device)).state, 'Suspended');
		assert.equal(await authority(device, 2), 'NotActive');

		const elsewhere = device.on(OTHER_GENESIS);
		const other = devices.Ed25519.posingAs(device);
		const proof = call.reactivate(...device.reactivation(2, nonce));
		await Promise.all([
			refused(
				call.reactivate(...elsewhere.reactivation(2, nonce)),
				owner,
				'ReactivationNotSigned',
			),
			refused(
				call.reactivate(...other.reactivation(2, nonce)),
				owner,
				'ReactivationNotSigned',
			),
			refused(call.reactivate(...device.reactivation(2, OTHER_GENESIS)), owner, 'StaleProof'),
			refused(call.reactivate(...device.reactivation(1, nonce)), owner, 'EpochMismatch'),
			refused(proof, stranger, 'NotAuthorised'),
		]);
		only(await chain.submit(proof, owner), 'deviceIdentity.DeviceReactivated');
		assert.deepEqual(await authority(device, 2), { p256: hex(keys.P256[2].public) });
		await refused(proof, owner, 'BadState');

		// The proof of one suspension is worth nothing for the next.
		await chain.submit(call.suspend(device.id, 'Security'), maker);
		await Promise.all([
			refused(proof, maker, 'StaleProof'),
			refused(proof, owner, 'Outranked'),
			refused(
				call.offerTransfer(device.id, buyer.address, (await chain.now()) + DAY, null),
				owner,
				'BadState',
			),
		]);
		const next = (await plain(device)).status.suspended.nonce;
		await chain.submit(call.reactivate(...device.reactivation(2, next)), maker);
	});

	it('should be found again by its owner alone when it was lost', async () => {
		const device = devices.Ed25519;
		await refused(call.reportLost(device.id), maker, 'NotOwner');
		const lost = only(
			await chain.submit(call.reportLost(device.id), buyer),
			'deviceIdentity.DeviceLost',
		);
		const proof = call.reactivate(...device.reactivation(2, lost.nonce.toHex()));
		await Promise.all([
			refused(proof, maker, 'Outranked'),
			rootRefused(proof, 'Outranked'),
			refused(call.suspend(device.id, 'Security'), maker, 'BadState'),
		]);
		await chain.submit(proof, buyer);
		assert.equal((await plain(device)).state, 'Active');
	});
});

describe('a device at its end', () => {
	it('should stay out of use when its maker revoked it, with its past tainted as far as told', async () => {
		const device = devices.P256;
		const now = await chain.now();
		await Promise.all([
			refused(call.revoke(device.id, now), stranger, 'NotAuthorised'),
			refused(call.revoke(device.id, now), owner, 'NotAuthorised'),
			refused(call.revoke(device.id, now + DAY), maker, 'CompromisedInFuture'),
		]);
		const revoked = only(
			await chain.submit(call.revoke(device.id, now), maker),
			'deviceIdentity.DeviceRevoked',
		);
		assert.equal(revoked.by.type, 'Manufacturer');
		assert.equal(await authority(device, 2, PURPOSE.assert, now), 'Tainted');
		assert.equal(await authority(device, 2, PURPOSE.assert, now - 1), 'NotActive');

		const { status, state, liveKeys, nextKey } = await plain(device);
		assert.deepEqual([state, liveKeys], ['Revoked', []]);
		assert.equal(status.revoked.compromisedSince, now);
		const key = new Key('P256');
		const [authorisation, signature] = device.authorisation({ key, index: nextKey, epoch: 2 });
		const possession = device.keyPossession(key, nextKey, 2);
		await Promise.all([
			refused(
				call.rotateKeySigned(authorisation, 'Identity', signature, possession),
				stranger,
				'BadState',
			),
			refused(call.addKey(device.id, device.newKey(key, nextKey, 2)), owner, 'BadState'),
			refused(
				call.rotateKey(device.id, 2, device.newKey(key, nextKey, 2)),
				owner,
				'BadState',
			),
			refused(call.reactivate(...device.reactivation(2, OTHER_GENESIS)), maker, 'BadState'),
			refused(call.suspend(device.id, 'Security'), maker, 'BadState'),
			refused(call.reportLost(device.id), owner, 'BadState'),
			refused(call.decommission(device.id), owner, 'BadState'),
			refused(
				call.offerTransfer(device.id, buyer.address, now + DAY, null),
				owner,
				'BadState',
			),
			refused(registration(device), maker, 'IdentityKeyReused'),
			refused(call.revoke(device.id, now), maker, 'BadState'),
			rootRefused(call.revoke(device.id, now), 'BadState'),
		]);
		await explainBalances();
	});

	it('should be decommissioned by its owner alone', async () => {
		const device = devices.Ed25519;
		await Promise.all([
			refused(call.decommission(device.id), maker, 'NotOwner'),
			refused(call.decommission(device.id), stranger, 'NotOwner'),
		]);
		await chain.submit(call.decommission(device.id), buyer);
		assert.equal((await plain(device)).state, 'Decommissioned');
		await refused(call.decommission(device.id), buyer, 'BadState');
	});

	it('should give the deposits of its keys back at once, its own when its record may go', async () => {
		// The record of an ended device stays for months, which no test can wait for. So what is
		// seen here is that it stays, what is held for it meanwhile, and that every other deposit
		// returns. The return of the device's own deposit is tested in the pallet.
		const retention = chain.api.consts.deviceIdentity.retention.toNumber();
		assert.ok(retention >= DAY);
		await Promise.all([
			refused(call.pruneDevice(devices.P256.id), stranger, 'RetentionNotOver'),
			refused(call.pruneDevice(devices.Sr25519.id), stranger, 'BadState'),
			refused(call.pruneDevice(OTHER_GENESIS), stranger, 'DeviceNotFound'),
			refused(call.removeModel(model), maker, 'ModelInUse'),
			refused(call.pruneKey(devices.P256.id, 0), stranger, 'KeyStillNeeded'),
		]);
		assert.deepEqual(await chain.holds(buyer.address), {
			Device: deposit.device,
			Key: deposit.key,
		});
		await chain.submit(call.pruneKey(devices.Ed25519.id, 1), stranger);
		assert.deepEqual(await chain.holds(buyer.address), { Device: deposit.device });
		await chain.submit(call.pruneKey(devices.P256.id, 2), buyer);
		// Of the owner's and the maker's keys two are superseded: they count for an hour yet.
		assert.deepEqual(await chain.holds(stranger.address), {});
		assert.deepEqual(await chain.holds(owner.address), {
			Device: deposit.device,
			Key: 2n * deposit.key,
		});
		assert.deepEqual(await chain.holds(maker.address), {
			Manufacturer: deposit.manufacturer,
			Model: deposit.model,
			Device: 2n * deposit.device,
			Key: 2n * deposit.key,
		});
		await explainBalances();
	});
});

describe('the trustees', () => {
	it('should be able to stop new work and let it go on', async () => {
		const device = new Device(chain.genesis, 'Ed25519');
		await asRoot(call.pause());
		await Promise.all([
			refused(registration(device), maker, 'Paused'),
			refused(call.addModel({ ...model, product: 2 }, SPEC), maker, 'Paused'),
			// What protects goes on.
			chain.submit(call.suspend(devices.Secp256k1.id, 'Malfunction'), maker),
		]);
		await asRoot(call.unpause());
		await chain.submit(registration(device), maker);
	});

	it('should take a manufacturer and its devices out of use by revoking it', async () => {
		const device = devices.Sr25519;
		await asRoot(call.suspendManufacturer(manufacturerId));
		await refused(
			registration(new Device(chain.genesis, 'P256')),
			maker,
			'ManufacturerNotApproved',
		);
		assert.deepEqual(await authority(device, 0), { sr25519: hex(keys.Sr25519[0].public) });
		await asRoot(call.revokeManufacturer(manufacturerId));
		assert.equal(await authority(device, 0), 'ManufacturerRevoked');
		assert.equal((await plain(device)).state, 'Suspended');
		await rootRefused(
			call.approveManufacturer(manufacturerId, [manufacturer.rootKey.arg]),
			'BadManufacturerState',
		);
		await explainBalances();
	});
});
