// SPDX-License-Identifier: Apache-2.0

// A client of a chain, as an app would be: transactions that end in events or in a named error,
// blocks waited for as they come, and a ledger that knows where every account's money went.

import assert from 'node:assert/strict';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { within } from './node.mjs';
import { callView, viewsOf } from './view.mjs';

const CONNECT_TIMEOUT = 30_000;
const INCLUSION_TIMEOUT = 60_000;
const BLOCK_TIMEOUT = 120_000;

// The one item of the pipeline that the library does not know. Signed transactions carry nothing
// for it.
export const EXTENSIONS = { AuthorizeCall: { extrinsic: {}, payload: {} } };

await cryptoWaitReady();

export const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });

// A call that was included in a block and failed there. `reason` is `pallet.Error`, or the name of
// an error that belongs to no pallet.
export class CallFailed extends Error {
	constructor(call, reason, outcome) {
		super(`${call} failed: ${reason}`);
		this.reason = reason;
		Object.assign(this, outcome);
	}
}

export class Chain {
	#nonces = new Map();
	// What each account paid in fees, in the smallest unit.
	fees = new Map();

	static async connect(node) {
		const provider = new WsProvider(node.url, 200);
		const api = new ApiPromise({ provider, noInitWarn: true, signedExtensions: EXTENSIONS });
		await within(CONNECT_TIMEOUT, `connecting to ${node.url}`, api.isReadyOrError);
		return Chain.of(api, provider, node);
	}

	// Over a connection that is there already. `node` has at least a name.
	static of(api, provider, node) {
		const genesis = api.genesisHash.toHex();
		return Object.assign(new Chain(), { api, provider, node, genesis });
	}

	async disconnect() {
		await this.api.disconnect();
	}

	// --- Blocks ---

	#heads(kind, accept, timeout) {
		const subscribe = this.api.rpc.chain[kind];
		let unsubscribe;
		const found = new Promise((resolve, reject) => {
			unsubscribe = subscribe((header) => {
				try {
					const result = accept(header);
					if (result !== undefined) {
						resolve(result);
					}
				} catch (error) {
					reject(error);
				}
			});
			unsubscribe.catch(reject);
		});
		return within(timeout, `${kind} of ${this.node.name}`, found).finally(async () => {
			// The connection may be gone: then so is the subscription.
			await unsubscribe.then((end) => end()).catch(() => {});
		});
	}

	// Resolves with the first best block for which `accept` returns something.
	onBlocks(accept, timeout = BLOCK_TIMEOUT) {
		return this.#heads('subscribeNewHeads', accept, timeout);
	}

	onFinalized(accept, timeout = BLOCK_TIMEOUT) {
		return this.#heads('subscribeFinalizedHeads', accept, timeout);
	}

	// Waits until the best block has this number or a higher one.
	async waitForBlock(number, timeout) {
		return this.onBlocks((header) => reaches(header, number), timeout);
	}

	// Waits until the block with this number is final. Resolves to its hash.
	async waitForFinalized(number, timeout) {
		await this.onFinalized((header) => reaches(header, number), timeout);
		return this.hash(number);
	}

	async hash(number) {
		return (await this.api.rpc.chain.getBlockHash(number)).toHex();
	}

	async finalizedNumber() {
		const hash = await this.api.rpc.chain.getFinalizedHead();
		return (await this.api.rpc.chain.getHeader(hash)).number.toNumber();
	}

	// The chain's clock, in milliseconds since 1970.
	async now() {
		return (await this.api.query.timestamp.now()).toNumber();
	}

	// --- Transactions ---

	async #nonce(address) {
		if (!this.#nonces.has(address)) {
			const next = this.api.rpc.system.accountNextIndex(address).then((n) => n.toNumber());
			this.#nonces.set(address, next);
		}
		const nonce = this.#nonces.get(address);
		this.#nonces.set(
			address,
			nonce.then((n) => n + 1),
		);
		return nonce;
	}

	// Submits a transaction and waits until a block includes it. Resolves to its events and its
	// fee, or rejects with `CallFailed`. Several may be under way at once, also from one account. A
	// `tip` has it wait behind nobody who gives none.
	async submit(call, signer, { tip = 0n } = {}) {
		const nonce = await this.#nonce(signer.address);
		const name = `${call.method.section}.${call.method.method}`;
		let unsubscribe;
		const included = new Promise((resolve, reject) => {
			// A copy, since signing changes it: the same call may be under way from several
			// accounts.
			const transaction = this.api.tx(call.method);
			unsubscribe = transaction.signAndSend(signer, { nonce, tip }, (result) => {
				if (result.isInBlock) {
					resolve(result);
				} else if (result.isError) {
					reject(new Error(`${name} was dropped from the pool: ${result.status.type}`));
				}
			});
			unsubscribe.catch(reject);
		});
		let result;
		try {
			result = await within(INCLUSION_TIMEOUT, `inclusion of ${name}`, included);
		} catch (error) {
			// Its nonce was not used up.
			this.#nonces.delete(signer.address);
			throw error;
		} finally {
			unsubscribe.then((end) => end()).catch(() => {});
		}
		return this.#outcome(name, signer.address, result);
	}

	#outcome(name, sender, result) {
		const events = result.events.map(({ event }) => ({
			name: `${event.section}.${event.method}`,
			data: Object.fromEntries(
				(event.data.names ?? event.data.map((_, i) => i)).map((key, i) => [
					key,
					event.data[i],
				]),
			),
		}));
		const outcome = { events, fee: 0n, blockHash: result.status.asInBlock.toHex() };
		const paid = events.find((event) => event.name === 'transactionPayment.TransactionFeePaid');
		if (paid) {
			assert.equal(paid.data.who.toString(), sender);
			outcome.fee = paid.data.actualFee.toBigInt();
			this.fees.set(sender, (this.fees.get(sender) ?? 0n) + outcome.fee);
		}
		// A call that carries another reports that one's failure in an event of its own.
		const errors = [
			result.dispatchError,
			...events
				.filter((event) => ['sudo.Sudid', 'trustees.Executed'].includes(event.name))
				.map(({ data }) => data.sudoResult ?? data.result)
				.filter((inner) => inner.isErr)
				.map((inner) => inner.asErr),
		].filter(Boolean);
		if (errors.length > 0) {
			throw new CallFailed(name, this.#reason(errors[0]), outcome);
		}
		return outcome;
	}

	#reason(error) {
		if (error.isModule) {
			const { section, name } = this.api.registry.findMetaError(error.asModule);
			return `${section}.${name}`;
		}
		return error.inner?.type ? `${error.type}.${error.inner.type}` : error.type;
	}

	// Submits a transaction that has to fail with exactly this error.
	async refused(call, signer, reason) {
		const name = `${call.method.section}.${call.method.method}`;
		const error = await this.submit(call, signer).then(
			() => assert.fail(`${name} should have failed with ${reason}`),
			(error) => error,
		);
		if (!(error instanceof CallFailed)) {
			throw error;
		}
		assert.equal(error.reason, reason, `${name} failed for another reason`);
		return error;
	}

	// --- View functions ---

	// The pallet's view functions by name.
	views(pallet) {
		return viewsOf(this.api, pallet);
	}

	// Calls a view function: of the pallet for devices, or of another one as `Pallet.name`.
	view(name, ...args) {
		return callView(this.api, name, args);
	}

	// The same, as it was at a block.
	viewAt(hash, name, ...args) {
		return callView(this.api, name, args, hash);
	}

	// --- Money ---

	async account(address) {
		const { data } = await this.api.query.system.account(address);
		const [free, reserved] = [data.free.toBigInt(), data.reserved.toBigInt()];
		return { free, reserved, total: free + reserved };
	}

	// What is held of an account, by reason, such as `Device`.
	async holds(address) {
		const holds = await this.api.query.balances.holds(address);
		return Object.fromEntries(
			holds.map(({ id, amount }) => [id.inner.type, amount.toBigInt()]),
		);
	}

	// Creates accounts that nobody else uses, with this much money each, paid by `from`.
	async newAccounts(names, amount, from) {
		const run = Date.now().toString(36);
		const pairs = names.map((name) => keyring.addFromUri(`//${run}//${name}`));
		const transfers = pairs.map((pair) =>
			this.api.tx.balances.transferKeepAlive(pair.address, amount),
		);
		await this.submit(this.api.tx.utility.batchAll(transfers), from);
		return Object.fromEntries(names.map((name, i) => [name, pairs[i]]));
	}
}

function reaches(header, number) {
	return header.number.toNumber() >= number ? header : undefined;
}

// The one event with this name among the outcome's.
export function only(outcome, name) {
	const found = outcome.events.filter((event) => event.name === name);
	assert.equal(found.length, 1, `${name} in ${outcome.events.map((event) => event.name)}`);
	return found[0].data;
}
