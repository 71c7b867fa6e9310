// SPDX-License-Identifier: Apache-2.0

// What clients can call, what strangers cannot, and how fast the chain is.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain } from '../lib/chain.mjs';
import { Node, rawSpecification } from '../lib/node.mjs';

const SLOT = 2_000;
const UNSAFE = /unsafe to be called externally/;

describe('an archive node of a development chain', () => {
	let node;
	let chain;

	before(async () => {
		const pruning = ['--state-pruning', 'archive', '--blocks-pruning', 'archive'];
		node = await Node.start('archive', ['--dev', ...pruning]);
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.disconnect();
		await node?.stop();
	});

	it('should offer the methods that wallets, explorers and light clients call', async () => {
		const { methods } = await node.rpc('rpc_methods');
		const wanted = [
			'archive_v1_body',
			'archive_v1_call',
			'archive_v1_finalizedHeight',
			'archive_v1_genesisHash',
			'archive_v1_hashByHeight',
			'archive_v1_header',
			'archive_v1_storage',
			'author_submitAndWatchExtrinsic',
			'author_submitExtrinsic',
			'chainHead_v1_body',
			'chainHead_v1_call',
			'chainHead_v1_follow',
			'chainHead_v1_header',
			'chainHead_v1_storage',
			'chainSpec_v1_chainName',
			'chainSpec_v1_genesisHash',
			'chainSpec_v1_properties',
			'did_resolve',
			'grandpa_proveFinality',
			'grandpa_roundState',
			'grandpa_subscribeJustifications',
			'payment_queryFeeDetails',
			'payment_queryInfo',
			'state_call',
			'state_getMetadata',
			'state_getReadProof',
			'statusList_credentialSubject',
			'sync_state_genSyncSpec',
			'system_accountNextIndex',
			'system_dryRun',
			'system_health',
			'transactionWatch_v1_submitAndWatch',
			'transaction_v1_broadcast',
			'transaction_v1_stop',
		];
		assert.deepEqual(
			wanted.filter((method) => !methods.includes(method)),
			[],
		);
	});

	it('should tell which chain it is and how its token is written', async () => {
		assert.equal(await node.rpc('chainSpec_v1_chainName'), 'Mote Development');
		assert.equal(await node.rpc('chainSpec_v1_genesisHash'), chain.genesis);
		assert.deepEqual(await node.rpc('chainSpec_v1_properties'), {
			ss58Format: 42,
			tokenDecimals: 12,
			tokenSymbol: 'MOTE',
		});
	});

	it('should author a block every slot and finalise it within three', async () => {
		// The first blocks come while the node is still busy with its start.
		const first = (await chain.waitForBlock(2)).number.toNumber();
		const last = first + 6;
		const seen = [];
		let finalized = 0;
		let worstLag = 0;
		const unsubscribe = await chain.api.rpc.chain.subscribeFinalizedHeads((header) => {
			finalized = header.number.toNumber();
		});
		await chain.waitForFinalized(first);
		await chain.onBlocks((header) => {
			const number = header.number.toNumber();
			seen.push(number);
			worstLag = Math.max(worstLag, number - finalized);
			return number >= last ? header : undefined;
		});
		unsubscribe();
		assert.ok(worstLag <= 3, `the best block was ${worstLag} ahead of the final one`);

		// Each block knows its slot, and no slot was left out.
		const moments = [];
		for (let number = seen[0]; number <= last; number++) {
			const at = await chain.api.at(await chain.hash(number));
			moments.push((await at.query.timestamp.now()).toNumber());
		}
		const slots = moments.map((moment) => Math.floor(moment / SLOT));
		assert.deepEqual(
			slots,
			slots.map((_, i) => slots[0] + i),
		);
	});

	it('should answer for blocks of the past', async () => {
		await chain.waitForFinalized(2);
		const height = await node.rpc('archive_v1_finalizedHeight');
		assert.ok(height >= 2);
		const [hash] = await node.rpc('archive_v1_hashByHeight', 1);
		assert.equal(hash, await chain.hash(1));
		assert.match(await node.rpc('archive_v1_header', hash), /^0x/);
		assert.equal((await node.rpc('archive_v1_body', hash)).length, 1);
		const called = await node.rpc('archive_v1_call', hash, 'Core_version', '0x');
		assert.equal(called.success, true);
	});

	it('should prove finality and give a light client its starting point', async () => {
		const spec = await node.rpc('sync_state_genSyncSpec', true);
		assert.equal(spec.id, 'mote_dev');
		assert.ok(spec.lightSyncState.grandpaAuthoritySet);
		assert.match(spec.genesis.raw.top['0x3a636f6465'], /^0x52bc5376/, 'the compressed runtime');
		const round = await node.rpc('grandpa_roundState');
		assert.equal(round.best.totalWeight, 1);
	});

	it('should tell fees before a transaction is sent', async () => {
		const call = chain.api.tx.deviceIdentity.pruneKey(`0x${'11'.repeat(32)}`, 0);
		const { partialFee, weight } = await call.paymentInfo(
			'5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
		);
		assert.ok(partialFee.toBigInt() > 0n);
		assert.ok(weight.refTime.toBigInt() > 0n);
	});
});

describe('a node of a network, started with no flag about its server', () => {
	let node;

	before(async () => {
		node = await Node.start('guarded', ['--chain', await rawSpecification('local'), '--alice']);
	});

	after(() => node?.stop());

	it('should refuse the methods that change or reveal the node', async () => {
		const unsafe = [
			['author_rotateKeys'],
			['author_insertKey', 'aura', '//Mallory', `0x${'11'.repeat(32)}`],
			['author_hasKey', `0x${'11'.repeat(32)}`, 'aura'],
			['author_removeExtrinsic', []],
			['offchain_localStorageGet', 'PERSISTENT', '0x00'],
			['state_getPairs', '0x'],
			['state_traceBlock', `0x${'11'.repeat(32)}`, null, null, null],
			['system_addLogFilter', 'debug'],
			['system_addReservedPeer', '/ip4/127.0.0.1/tcp/1'],
			['system_dryRun', '0x00'],
			['system_peers'],
			['system_unstable_networkState'],
		];
		for (const [method, ...params] of unsafe) {
			const { json } = await node.post({ id: 1, jsonrpc: '2.0', method, params });
			const answer = JSON.stringify(json).slice(0, 300);
			assert.match(json.error?.message ?? '', UNSAFE, `${method}: ${answer}`);
		}
	});

	it('should refuse batches of more than ten calls', async () => {
		const batch = (length) =>
			Array.from({ length }, (_, id) => ({
				id,
				jsonrpc: '2.0',
				method: 'system_name',
				params: [],
			}));
		const taken = await node.post(batch(10));
		assert.equal(taken.json.length, 10);
		assert.ok(taken.json.every(({ result }) => result === 'Mote Node'));
		const refused = await node.post(batch(11));
		assert.match(refused.text, /batch/i);
		assert.ok(!refused.text.includes('Mote Node'));
	});

	it('should refuse requests of more than a mebibyte', async () => {
		const mebibyte = 1_048_576;
		assert.equal(await node.announce(mebibyte), 100);
		assert.equal(await node.announce(mebibyte + 1), 413);
	});

	it('should not offer the archive, since it keeps no old states', async () => {
		const { methods } = await node.rpc('rpc_methods');
		assert.deepEqual(
			methods.filter((method) => method.startsWith('archive_')),
			[],
		);
	});
});
