// SPDX-License-Identifier: Apache-2.0

// What the chain says of itself to wallets, explorers and code generators.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Metadata, TypeRegistry } from '@polkadot/types';
import { Chain, EXTENSIONS } from '../lib/chain.mjs';
import { birthArg, encode, hex, Key, Manufacturer, PURPOSE } from '../lib/device.mjs';
import { Node } from '../lib/node.mjs';

// Our pallets: index, number of calls, and view functions that apps rely on.
const PALLETS = {
	DeviceIdentity: [50, 33, ['device', 'devices_of', 'key_authority', 'trusted']],
	DeviceFirmware: [51, 11, ['installed', 'next_update']],
	RemoteAttestation: [52, 13, ['challenge', 'appraisal']],
	StatusLists: [53, 10, ['list', 'status']],
	SensorAttestation: [55, 22, ['stream', 'streams_of', 'batch']],
	SensorAlerts: [56, 6, ['rules_of', 'is_alarmed']],
	SensorFeeds: [57, 12, ['feed', 'latest']],
	DataAvailability: [58, 11, ['pins_of', 'availability']],
	EnergyTrading: [60, 36, ['zone', 'market', 'orders_of', 'bill', 'shares_of', 'claimable']],
	MedicalAccess: [70, 53, ['can', 'device', 'consents_of', 'command', 'authorised']],
};

let node;
let chain;
const pallets = {};

before(async () => {
	node = await Node.start('metadata', ['--dev']);
	chain = await Chain.connect(node);
	for (const pallet of chain.api.runtimeMetadata.asV16.pallets) {
		pallets[pallet.name] = pallet;
	}
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

const text = (docs) => docs.map(String).join('\n').trim();

// Names of the items without documentation.
function undocumented(items) {
	assert.ok(items.length > 0);
	return items.filter(({ docs }) => text(docs) === '').map(({ name }) => String(name));
}

const variants = (type) => [...chain.api.registry.lookup.getSiType(type).def.asVariant.variants];

for (const [name, [, count, functions]] of Object.entries(PALLETS)) {
	let pallet;

	describe(`the metadata of ${name}`, () => {
		before(() => {
			pallet = pallets[name];
		});

		it('should document every call, and name each of its arguments there', () => {
			const calls = variants(pallet.calls.unwrap().type);
			assert.equal(calls.length, count);
			assert.deepEqual(undocumented(calls), []);
			const unnamed = calls.flatMap(({ name, fields, docs }) =>
				['origin', ...fields.map((field) => field.name.unwrap())]
					.filter((argument) => !text(docs).includes(`- \`${argument}\`: `))
					.map((argument) => `${name}(${argument})`),
			);
			assert.deepEqual(unnamed, []);
		});

		it('should say which event each call emits', () => {
			const events = new Set(
				variants(pallet.events.unwrap().type).map(({ name }) => String(name)),
			);
			for (const { name, docs } of variants(pallet.calls.unwrap().type)) {
				const emitted = [...text(docs).matchAll(/\[`Event::(\w+)`\]/g)].map(
					(match) => match[1],
				);
				assert.ok(emitted.length > 0, `${name} names no event`);
				assert.deepEqual(
					emitted.filter((event) => !events.has(event)),
					[],
					String(name),
				);
			}
		});

		it('should document every event and each of its fields', () => {
			const events = variants(pallet.events.unwrap().type);
			assert.deepEqual(undocumented(events), []);
			const fields = events.flatMap((event) =>
				event.fields.map((field) => ({
					name: `${event.name}.${field.name}`,
					docs: field.docs,
				})),
			);
			assert.deepEqual(undocumented(fields), []);
		});

		it('should document every error, and end each explanation like a sentence', () => {
			const errors = variants(pallet.errors.unwrap().type);
			assert.deepEqual(undocumented(errors), []);
			const unfinished = errors.filter(({ docs }) => !text(docs).endsWith('.'));
			assert.deepEqual(unfinished.map(String), []);
		});

		it('should document every constant', () => {
			assert.deepEqual(undocumented([...pallet.constants]), []);
		});

		it('should document every storage item', () => {
			assert.deepEqual(undocumented([...pallet.storage.unwrap().items]), []);
		});

		it('should document every view function', () => {
			assert.deepEqual(undocumented([...pallet.viewFunctions]), []);
			const names = pallet.viewFunctions.map(({ name }) => String(name));
			for (const wanted of functions) {
				assert.ok(names.includes(wanted), `${wanted} is missing`);
			}
		});
	});
}

describe('the metadata of the chain', () => {
	it('should be offered in the versions 14, 15 and 16', async () => {
		const raw = await chain.api.rpc.state.call('Metadata_metadata_versions', '0x');
		const versions = chain.api.registry.createType('Vec<u32>', raw.toU8a(true));
		for (const version of [14, 15, 16]) {
			assert.ok(
				versions.some((offered) => offered.eq(version)),
				`version ${version}`,
			);
		}
	});

	for (const version of [14, 15, 16]) {
		it(`should be readable, with our pallets in it, when version ${version} is asked for`, async () => {
			const { registry } = chain.api;
			const argument = registry.createType('u32', version).toHex(true);
			const raw = await chain.api.rpc.state.call('Metadata_metadata_at_version', argument);
			const opaque = registry.createType('Option<OpaqueMetadata>', raw.toU8a(true)).unwrap();
			const fresh = new TypeRegistry();
			const metadata = new Metadata(fresh, opaque.toHex());
			assert.equal(metadata.version, version);
			fresh.setMetadata(metadata, undefined, EXTENSIONS);
			for (const [pallet, [index, count]] of Object.entries(PALLETS)) {
				const found = metadata.asLatest.pallets.find(({ name }) => name.eq(pallet));
				assert.equal(found.index.toNumber(), index);
				const { type } = found.calls.unwrap();
				assert.equal(fresh.lookup.getSiType(type).def.asVariant.variants.length, count);
			}
		});
	}

	it('should describe payloads with the very encoding that devices sign', () => {
		const { registry } = chain.api;
		const calls = ['DeviceIdentity', 'DeviceFirmware'].flatMap((name) =>
			variants(pallets[name].calls.unwrap().type),
		);
		const typeOf = (call, argument) =>
			calls
				.find(({ name }) => name.eq(call))
				.fields.find(({ name }) => name.unwrap().eq(argument)).type;
		const same = (call, argument, value, encoded) => {
			const type = registry.createLookupType(typeOf(call, argument));
			const described = registry.createType(type, value).toHex();
			assert.equal(described, hex(encoded), `${call}(${argument})`);
		};
		const [device, hash] = [hex(new Uint8Array(32).fill(1)), hex(new Uint8Array(32).fill(2))];
		const model = { manufacturer: 7, product: 0x0201 };
		for (const key of ['Ed25519', 'P256', 'Sr25519', 'Secp256k1'].map(
			(name) => new Key(name),
		)) {
			const birth = { model, identityKey: key, serialCommit: hash, certSha256: hash };
			same('register', 'birth', birthArg(birth), encode.birthRecord(birth));

			const rotation = {
				device,
				index: 258,
				epoch: 3,
				key,
				purposes: PURPOSE.assert,
				replaces: 1,
			};
			const encoded = encode.keyAuthorisation(rotation);
			same('rotate_key_signed', 'authorisation', { ...rotation, key: key.arg }, encoded);
		}
		const acceptance = { device, owner: hash, epoch: 4, key: 1 };
		same('activate', 'acceptance', acceptance, encode.transferAcceptance(acceptance));
		const proof = { device, epoch: 3, nonce: hash };
		same('reactivate', 'proof', proof, encode.reactivation(proof));
		const batch = { manufacturer: 7, number: 2, root: hash, count: 3 };
		same('open_batch', 'batch', batch, encode.birthBatch(batch));
		const report = { device, seq: 2 ** 40, imageDigest: hash, at: 1_767_225_600_000 };
		same('report', 'report', report, encode.firmwareReport(report));
		for (const freshness of [{ expires: 2 ** 40 }, { nonce: '0x0102030405060708' }]) {
			const maker = new Manufacturer(hash, new Key('P256'));
			const owner = new Key('Ed25519');
			const voucher = maker.voucher({ id: device }, owner, freshness, 'Logged');
			const chainOfHolders = voucher.claimFor(hash);
			const type = registry.createLookupType(typeOf('claim_with_voucher', 'chain'));
			const described = registry.createType(type, chainOfHolders).voucher.toHex();
			assert.equal(described, hex(encode.voucher(voucher.fields)));
		}
	});
});
