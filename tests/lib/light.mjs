// SPDX-License-Identifier: Apache-2.0

// A chain through a light client, smoldot. It starts from the chain's specification, and checks by
// itself which blocks are final, that a header or a body is the one of its hash, and that an item of
// the state is under the root in its block's header. The nodes that it talks to can withhold, but
// not lie.

import { readFileSync } from 'node:fs';
import { MessageChannel, Worker } from 'node:worker_threads';
import { ApiPromise } from '@polkadot/api';
import { start } from 'smoldot';
import { within } from './timeout.mjs';

// Until the client is at the head of the chain, and for an answer that needs the network.
const SYNC_TIMEOUT = 120_000;
const REQUEST_TIMEOUT = 60_000;
const SYNC_PAUSE = 500;
// A node that has failed to answer is left alone for a while. There may be no other.
const ATTEMPTS = 5;
const PAUSE = 4_000;
// A node takes whoever asks for the same block more often for an attacker.
const BLOCK_ATTEMPTS = 2;
// What the client answers when no node did, or not with what can be proven.
const UNANSWERED = [-32_000, -32_800];
// How many blocks are kept.
const BLOCKS = 64;
// Of the client's log, what explains a failure.
const EXPLAINS = /^(sync|network|runtime)/;
const LOG_LINES = 6;
const WARNING = 2;

// What the client library needs of a connection. Numbers of blocks are looked up among the final
// ones, and found by going from child to parent: a light client has no list of them.
export class LightProvider {
	hasSubscriptions = true;
	isClonable = false;
	isConnected = true;
	log = [];
	#worker;
	#client;
	#chain;
	#nextId = 1;
	#pending = new Map();
	#subscriptions = new Map();
	#leaving = [];
	// By number, without a gap from `#lowest` on.
	#hashes = [];
	#lowest = null;
	#search = Promise.resolve();
	#blocks = new Map();

	// `specification` is the text of a raw one. `bootnodes` are addresses of nodes to begin with, in
	// addition to its own.
	static async connect(specification, bootnodes = []) {
		const provider = new LightProvider();
		const spec = JSON.parse(specification);
		spec.bootNodes = [...(spec.bootNodes ?? []), ...bootnodes];
		if (spec.bootNodes.length === 0) {
			throw new Error('The specification names no boot node: give the address of a node.');
		}
		const { port1: port, port2: portToWorker } = new MessageChannel();
		provider.#worker = new Worker(new URL('./light-worker.mjs', import.meta.url), {
			workerData: { port },
			transferList: [port],
		});
		provider.#client = start({
			portToWorker,
			maxLogLevel: WARNING,
			logCallback: (_, target, message) => provider.#logged(target, message),
		});
		try {
			const chainSpec = JSON.stringify(spec);
			provider.#chain = await provider.#client.addChain({ chainSpec });
		} catch (error) {
			await provider.disconnect();
			throw error;
		}
		provider.#listen();
		return provider;
	}

	#logged(target, message) {
		if (EXPLAINS.test(target)) this.log.push(`${target}: ${message}`);
		if (this.log.length > LOG_LINES) this.log.shift();
	}

	// --- Requests ---

	async #listen() {
		try {
			for await (const text of this.#chain.jsonRpcResponses) this.#heard(JSON.parse(text));
		} catch (error) {
			this.isConnected = false;
			for (const { reject } of this.#pending.values()) reject(error);
		}
	}

	#heard({ id, result, error, params }) {
		if (id === undefined) {
			this.#subscriptions.get(`${params.subscription}`)?.(null, params.result);
			return;
		}
		const { resolve, reject, callback } = this.#pending.get(id) ?? {};
		this.#pending.delete(id);
		if (error) {
			reject?.(Object.assign(new Error(error.message), { code: error.code }));
			return;
		}
		// The first news may follow at once.
		if (callback) this.#subscriptions.set(`${result}`, callback);
		resolve?.(result);
	}

	#request(method, params, callback) {
		const id = this.#nextId++;
		const answer = new Promise((resolve, reject) => {
			this.#pending.set(id, { resolve, reject, callback });
			this.#chain.sendJsonRpc(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
		});
		return within(REQUEST_TIMEOUT, `${method} of the light client`, answer).finally(() =>
			this.#pending.delete(id),
		);
	}

	async #ask(method, params) {
		const isBlock = method === 'chain_getBlock';
		let left = isBlock ? BLOCK_ATTEMPTS : ATTEMPTS;
		for (;;) {
			left--;
			try {
				const answer = await this.#request(method, params);
				if (isBlock && answer === null) throw unanswered(params[0]);
				return answer;
			} catch (error) {
				if (left === 0 || !UNANSWERED.includes(error.code)) throw error;
				await new Promise((resolve) => setTimeout(resolve, PAUSE));
			}
		}
	}

	async send(method, params) {
		const [first] = params;
		if (method === 'chain_getBlockHash' && Number(first ?? 0) > 0) {
			return this.#hashOf(Number(first));
		}
		return method === 'chain_getBlock' && first
			? this.#block(first)
			: this.#ask(method, params);
	}

	// Asked for once.
	#block(hash) {
		if (!this.#blocks.has(hash)) {
			const block = this.#ask('chain_getBlock', [hash]);
			this.#blocks.set(hash, block);
			block.catch(() => this.#blocks.delete(hash));
			if (this.#blocks.size > BLOCKS) this.#blocks.delete(this.#blocks.keys().next().value);
		}
		return this.#blocks.get(hash);
	}

	subscribe(type, method, params, callback) {
		return this.#request(method, params, callback);
	}

	async unsubscribe(type, method, id) {
		this.#subscriptions.delete(`${id}`);
		if (!this.isConnected) return true;
		return this.#request(method, [id]);
	}

	// --- Blocks by number ---

	// One search after another: what one has found the next one need not ask for.
	#hashOf(number) {
		const found = this.#search.catch(() => {}).then(() => this.#find(number));
		this.#search = found;
		return found;
	}

	async #find(number) {
		if (this.#lowest === null || number >= this.#hashes.length) {
			const hash = await this.#ask('chain_getFinalizedHead', []);
			const head = Number((await this.#ask('chain_getHeader', [hash])).number);
			if (number > head) return null;
			// Down to the last that is known, so that what is new follows from it.
			await this.#descend(head, hash, this.#lowest === null ? number : this.#hashes.length - 1);
			this.#lowest ??= number;
		}
		if (number < this.#lowest) {
			await this.#descend(this.#lowest, this.#hashes[this.#lowest], number);
			this.#lowest = number;
		}
		return this.#hashes[number];
	}

	async #descend(from, hash, to) {
		const found = [hash];
		for (let number = from; number > to; number--) {
			const { parentHash } = await this.#ask('chain_getHeader', [found.at(-1)]);
			found.push(parentHash);
		}
		found.forEach((one, i) => {
			const number = from - i;
			if ((this.#hashes[number] ?? one) !== one) {
				throw new Error(`Block ${number} was final, and is another one now.`);
			}
			this.#hashes[number] = one;
		});
	}

	// --- The life of a connection ---

	async connect() {}

	clone() {
		throw new Error('A light client is not cloned.');
	}

	// It is connected from the beginning, and never comes back when it is gone.
	on(type, listener) {
		if (type === 'disconnected') this.#leaving.push(listener);
		return () => {};
	}

	async disconnect() {
		this.isConnected = false;
		for (const listener of this.#leaving.splice(0)) listener();
		// A client that has crashed can't be asked to end.
		await this.#client.terminate().catch(() => {});
		await this.#worker.terminate();
	}
}

const unanswered = (block) =>
	Object.assign(new Error(`no node hands out block ${block}`), { code: UNANSWERED[0] });

// Connects to the chain of a raw specification, and waits until the client is at its head. Fails
// with what the client said.
export async function connectLight(file, bootnodes) {
	const provider = await LightProvider.connect(readSpecification(file), bootnodes);
	try {
		await within(SYNC_TIMEOUT, 'the light client is not at the head', untilSynced(provider));
		const api = new ApiPromise({ provider, noInitWarn: true });
		await within(SYNC_TIMEOUT, 'the light client has no runtime', api.isReadyOrError);
		return { api, provider };
	} catch (error) {
		await provider.disconnect();
		const what = `${error.message}. Can the boot nodes be reached, and are they of this chain?`;
		throw new Error([what, ...provider.log].join('\n'));
	}
}

function readSpecification(file) {
	let genesis;
	const text = readFileSync(file, 'utf8');
	try {
		({ genesis } = JSON.parse(text));
	} catch (error) {
		throw new Error(`${file} can't be read as JSON: ${error.message}`);
	}
	if (genesis?.raw === undefined && genesis?.stateRootHash === undefined) {
		const make = 'mote-node export-chain-spec --raw --chain <chain>';
		throw new Error(`${file} is no raw specification: make one with ${make}.`);
	}
	return text;
}

// A client that has only begun takes the first block of all for the last final one.
async function untilSynced(provider) {
	for (;;) {
		const { isSyncing, peers } = await provider.send('system_health', []);
		if (!isSyncing && peers > 0) return;
		await new Promise((resolve) => setTimeout(resolve, SYNC_PAUSE));
	}
}
