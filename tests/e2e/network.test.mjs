// SPDX-License-Identifier: Apache-2.0

// Several validators on one machine: they agree, and go on after one of them was stopped or killed.
// GRANDPA needs three of the local network's four validators. So three are started, and while one
// of them is away nothing becomes final.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain } from '../lib/chain.mjs';
import { Node, rawSpecification } from '../lib/node.mjs';

const VALIDATORS = ['alice', 'bob', 'charlie'];

let specification;

before(async () => {
	specification = await rawSpecification('local');
});

for (const backend of ['libp2p', 'litep2p']) {
	describe(`a network over ${backend}`, () => {
		const nodes = [];
		const chains = [];

		const bootnodes = (self) =>
			nodes.flatMap((node) =>
				node.address && node !== self ? ['--bootnodes', node.address] : [],
			);

		async function launch(i, name, args) {
			nodes[i] = new Node(`${backend}-${name}`, [
				...['--chain', specification, '--network-backend', backend],
				...args,
			]);
			await nodes[i].start(bootnodes(nodes[i]));
			chains[i] = await Chain.connect(nodes[i]);
		}

		async function halt(i, signal) {
			await chains[i].disconnect();
			return nodes[i].stop(signal);
		}

		async function resume(i) {
			await nodes[i].start(bootnodes(nodes[i]));
			chains[i] = await Chain.connect(nodes[i]);
		}

		// Waits until everybody has this block as a final one, and checks that it is the same.
		async function agreeOn(number) {
			const hashes = await Promise.all(chains.map((chain) => chain.waitForFinalized(number)));
			assert.equal(
				new Set(hashes).size,
				1,
				`different blocks ${number} are final: ${hashes}`,
			);
			return hashes[0];
		}

		before(async () => {
			// The first has to be reachable before the others can be told where.
			await launch(0, VALIDATORS[0], [`--${VALIDATORS[0]}`]);
			await Promise.all([1, 2].map((i) => launch(i, VALIDATORS[i], [`--${VALIDATORS[i]}`])));
		});

		after(async () => {
			await Promise.all(chains.map((chain) => chain.disconnect()));
			await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
		});

		it('should run on this backend', async () => {
			await Promise.all(
				nodes.map((node) => node.line(new RegExp(`Running ${backend} network`))),
			);
		});

		it('should finalise the same blocks on every node', async () => {
			await agreeOn(3);
			const peers = await Promise.all(nodes.map((node) => node.rpc('system_health')));
			assert.ok(peers.every((health) => health.peers >= 1));
		});

		it('should go on from its final block when a node was stopped and starts again', async () => {
			const number = await chains[2].finalizedNumber();
			const hash = await chains[2].hash(number);
			const exit = await halt(2, 'SIGTERM');
			assert.deepEqual([exit.code, exit.signal], [0, null], 'it ended in good order');
			await resume(2);
			assert.ok((await chains[2].finalizedNumber()) >= number);
			assert.equal(await chains[2].hash(number), hash);
			await agreeOn(number + 3);
		});

		it('should keep what was final when a node is killed', async () => {
			const number = await chains[1].finalizedNumber();
			const hash = await chains[1].hash(number);
			await halt(1, 'SIGKILL');
			await resume(1);
			assert.ok((await chains[1].finalizedNumber()) > 0, 'it kept its data');
			// Whatever it had lost, it has again, and it is the same.
			assert.equal(await agreeOn(number), hash);
			await agreeOn(number + 3);
		});

		it('should bring a newcomer without keys to the same final block', async () => {
			await launch(3, 'newcomer', ['--name', 'newcomer']);
			const number = await chains[0].finalizedNumber();
			await agreeOn(number + 1);
			assert.deepEqual(await nodes[3].rpc('system_nodeRoles'), ['Full']);
		});
	});
}
