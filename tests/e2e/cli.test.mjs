// SPDX-License-Identifier: Apache-2.0

// The node's commands, and what it says to whoever got one wrong.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { decodeAddress, xxhashAsU8a } from '@polkadot/util-crypto';
import { Chain } from '../lib/chain.mjs';
import { Node, networkKey, rawSpecification, run, temporaryFolder } from '../lib/node.mjs';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';

// Where a storage value is in a raw specification.
const storageKey = (pallet, item) =>
	u8aToHex(u8aConcat(xxhashAsU8a(pallet, 128), xxhashAsU8a(item, 128)));
// The bytes behind an address, as they stand in a raw specification.
const rawKey = (address) => u8aToHex(decodeAddress(address)).slice(2);

let folder;

before(() => {
	folder = temporaryFolder();
});

// Runs a command that has to succeed, and returns what it printed.
async function succeeds(...args) {
	const { code, stdout, stderr } = await run(args);
	assert.equal(code, 0, `mote-node ${args.join(' ')}:\n${stderr}`);
	return stdout;
}

// Runs a command that has to fail and to say all of this.
async function fails(args, ...messages) {
	const { code, stdout, stderr } = await run(args);
	assert.ok(code > 0, `mote-node ${args.join(' ')} should have failed (${code}):\n${stdout}`);
	for (const message of messages) {
		assert.match(stderr, message, `mote-node ${args.join(' ')}`);
	}
	assert.doesNotMatch(stderr, /panicked/);
}

async function newKey(scheme) {
	const args = ['key', 'generate', '--scheme', scheme, '--output-type', 'json'];
	return JSON.parse(await succeeds(...args));
}

describe('the help', () => {
	it('should show how to start a chain, and every command', async () => {
		const help = await succeeds('--help');
		for (const example of ['--dev', '--chain local --alice', 'new-chain --help']) {
			assert.ok(help.includes(example), example);
		}
		const commands = [
			'key',
			'new-chain',
			'export-chain-spec',
			'build-spec',
			'check-block',
			'export-blocks',
			'export-state',
			'import-blocks',
			'purge-chain',
			'revert',
			'chain-info',
			'completions',
		];
		for (const command of commands) {
			assert.match(help, new RegExp(`^  ${command}  +[A-Z].*`, 'm'));
			assert.match(await succeeds(command, '--help'), /Usage: /);
		}
	});

	it('should tell the version and complete commands in a shell', async () => {
		assert.match(await succeeds('--version'), /\d+\.\d+\.\d+/);
		assert.match(await succeeds('completions', 'bash'), /new-chain/);
	});
});

describe('a wrong command line', () => {
	it('should be answered with the choice of chains when none is named', async () => {
		await fails([], /--dev/, /--chain local/, /--alice/, /--chain <file>/);
	});

	it('should be answered with the way to a production chain when that is asked for', async () => {
		await fails(['--chain', 'production'], /no keys built in/, /new-chain --help/);
	});

	it('should name what is wrong when a specification cannot be read', async () => {
		await fails(['--chain', 'nowhere.json'], /'nowhere\.json' is neither a built-in chain/);
		const file = join(folder, 'broken.json');
		writeFileSync(file, '{');
		await fails(['--chain', file], /broken\.json/, /specification/);
	});

	it('should point to the help when a flag or a command does not exist', async () => {
		await fails(['--dev', '--no-such-flag'], /unexpected argument '--no-such-flag'/, /--help/);
		await fails(['no-such-command'], /no-such-command/, /--help/);
		await fails(['--dev', '--network-backend', 'pigeons'], /pigeons/, /litep2p/);
	});

	it('should say how to make a network key when a validator has none', async () => {
		const args = ['--chain', 'local', '--alice', '--base-path', join(folder, 'no-network-key')];
		await fails(args, /network key|NetworkKeyNotFound/, /generate-node-key/);
	});
});

describe('specifications', () => {
	const cases = [
		['dev', 'mote_dev', 'Development', 1],
		['local', 'mote_local_testnet', 'Local', 4],
	];
	for (const [chain, id, chainType, validators] of cases) {
		it(`should be written for the chain ${chain}`, async () => {
			const spec = JSON.parse(await succeeds('export-chain-spec', '--chain', chain));
			assert.deepEqual([spec.id, spec.chainType], [id, chainType]);
			assert.deepEqual(spec.properties, {
				ss58Format: 42,
				tokenDecimals: 12,
				tokenSymbol: 'MOTE',
			});
			const { patch } = spec.genesis.runtimeGenesis;
			assert.equal(patch.aura.authorities.length, validators);
			assert.equal(patch.grandpa.authorities.length, validators);
			assert.equal(patch.sudo.key, ALICE);
		});
	}

	it('should name a boot node when they are built', async () => {
		const base = join(folder, 'build-spec');
		const spec = JSON.parse(
			await succeeds('build-spec', '--chain', 'dev', '--base-path', base),
		);
		assert.equal(spec.id, 'mote_dev');
		assert.match(spec.bootNodes[0], /^\/ip4\/127\.0\.0\.1\/tcp\/30333\/p2p\/12D3/);
	});
});

describe('a chain of your own', () => {
	const validators = [];
	const trustees = [];
	let args;
	let file;
	let secret;

	before(async () => {
		for (let i = 0; i < 4; i++) {
			const [aura, grandpa] = [await newKey('sr25519'), await newKey('ed25519')];
			secret ??= aura.secretPhrase;
			validators.push(`${aura.ss58Address},${grandpa.ss58Address}`);
		}
		for (let i = 0; i < 3; i++) {
			trustees.push((await newKey('sr25519')).ss58Address);
		}
		args = [
			'new-chain',
			...validators.flatMap((keys) => ['--validator', keys]),
			...trustees.flatMap((address) => [
				'--trustee',
				address,
				'--endowed',
				`${address}=1000`,
			]),
			...['--name', 'Mote Test', '--id', 'mote_test'],
		];
	});

	it('should be refused, with everything that is wrong, when keys are missing or known', async () => {
		await fails(
			['new-chain'],
			/--validator <AURA,GRANDPA>/,
			/--trustee <ADDRESS>/,
			/--endowed/,
		);
		await fails(
			[
				'new-chain',
				...['--validator', `${ALICE},${validators[0].split(',')[1]}`],
				...['--trustee', trustees[0], '--endowed', `${trustees[1]}=none`],
			],
			/No specification was written/,
			/development key whose secret everybody knows/,
			/1 validators are too few/,
			/1 trustees are too few/,
			/is not an endowment/,
			/has no money for the fee of a vote/,
		);
	});

	it('should hold no well-known key and no sudo key', async () => {
		file = join(folder, 'own.json');
		await succeeds(...args, '--raw', '--out', file);
		const spec = JSON.parse(readFileSync(file));
		assert.deepEqual([spec.id, spec.name, spec.chainType], ['mote_test', 'Mote Test', 'Live']);
		const state = spec.genesis.raw.top;
		// A list of four starts with its length, compact.
		assert.match(state[storageKey('Aura', 'Authorities')], /^0x10/);
		assert.match(state[storageKey('Grandpa', 'Authorities')], /^0x10/);
		assert.equal(state[storageKey('Sudo', 'Key')], undefined);
		// The code knows the keys of development chains, for their presets: it is not state.
		const code = u8aToHex(new TextEncoder().encode(':code'));
		assert.ok(state[code].length > 100_000);
		const text = JSON.stringify({ ...state, [code]: undefined });
		const addresses = [...trustees, ...validators.flatMap((keys) => keys.split(','))];
		for (const address of addresses) {
			assert.ok(text.includes(rawKey(address)));
		}
		assert.ok(!text.includes(rawKey(ALICE)));
	});

	it('should tell a validator whose keystore is empty which keys to insert, and how', async () => {
		const node = new Node('own', ['--chain', file, '--validator']);
		await node.start();
		await node.line(/validator but has no Aura key/);
		await node.line(/key insert --chain .* --key-type aura --scheme sr25519/);
		await node.line(/validator but has no GRANDPA key/);
		assert.equal(await node.rpc('system_chain'), 'Mote Test');
		await node.stop();

		// What it said to do helps.
		const suri = join(folder, 'secret');
		writeFileSync(suri, secret);
		await succeeds(
			...['key', 'insert', '--chain', file, '--base-path', node.basePath],
			...['--key-type', 'aura', '--scheme', 'sr25519', '--suri', suri],
		);
		await node.start();
		await node.line(/validator but has no GRANDPA key/);
		assert.equal(node.logged(/validator but has no Aura key/), false);
		await node.stop();
	});
});

describe('keys', () => {
	it('should be generated and inspected', async () => {
		const key = await newKey('sr25519');
		assert.equal(key.secretPhrase.split(' ').length, 12);
		const inspected = await succeeds(
			'key',
			'inspect',
			'--output-type',
			'json',
			key.secretPhrase,
		);
		assert.equal(JSON.parse(inspected).ss58Address, key.ss58Address);
		const file = join(folder, 'node-key');
		await succeeds('key', 'generate-node-key', '--file', file);
		assert.match(await succeeds('key', 'inspect-node-key', '--file', file), /^12D3/);
	});
});

describe('the database of a chain', () => {
	let node;
	let chain;
	let database;
	let exported;

	before(async () => {
		const specification = await rawSpecification('dev');
		node = await Node.start('database', [
			'--chain',
			specification,
			'--alice',
			'--force-authoring',
		]);
		chain = ['--chain', specification];
		database = [...chain, '--base-path', node.basePath];
		exported = join(folder, 'blocks');
	});

	after(() => node?.stop('SIGKILL'));

	const info = async (base) =>
		JSON.parse(await succeeds('chain-info', ...chain, '--base-path', base));

	it('should be refused to a second node while one has it', async () => {
		const ports = ['--rpc-port', '0', '--port', '0', '--no-prometheus'];
		await fails([...database, '--alice', '--node-key', networkKey(), ...ports], /in use/);
	});

	it('should be described, with its final block, when the node has ended', async () => {
		const client = await Chain.connect(node);
		await client.waitForFinalized(3);
		await client.disconnect();
		assert.deepEqual(await node.stop(), { code: 0, signal: null });
		const { best_number: best, finalized_number: finalized } = await info(node.basePath);
		assert.ok(best >= finalized && finalized >= 3);
	});

	it('should have blocks that can be checked and a state that can be exported', async () => {
		await succeeds('check-block', ...database, '2');
		const state = JSON.parse(await succeeds('export-state', ...database, '2'));
		assert.equal(state.id, 'mote_dev');
		assert.ok(Object.keys(state.genesis.raw.top).length > 20);
	});

	it('should come back block by block when its blocks are exported and imported', async () => {
		const { best_number: best, best_hash: hash } = await info(node.basePath);
		await succeeds('export-blocks', ...database, '--to', `${best}`, '--binary', exported);
		assert.ok(readFileSync(exported).length > 0);
		const base = join(folder, 'imported');
		await succeeds('import-blocks', ...chain, '--base-path', base, '--binary', exported);
		const imported = await info(base);
		assert.deepEqual([imported.best_number, imported.best_hash], [best, hash]);
	});

	it('should never be taken back behind its final block', async () => {
		const { finalized_number: finalized, finalized_hash: hash } = await info(node.basePath);
		await succeeds('revert', ...database, '100');
		const reverted = await info(node.basePath);
		assert.equal(reverted.best_number, finalized);
		assert.equal(reverted.finalized_hash, hash);
	});

	it('should be deleted only when the operator says yes', async () => {
		const path = join(node.basePath, 'chains', 'mote_dev', 'paritydb');
		assert.match(await succeeds('purge-chain', ...database), /Are you sure/);
		assert.ok(existsSync(path));
		await succeeds('purge-chain', ...database, '-y');
		assert.ok(!existsSync(path));
	});
});
