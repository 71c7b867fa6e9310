// SPDX-License-Identifier: Apache-2.0

// The gateway that stands between a chain and a pump. It follows the chain, believes final blocks
// only, hands over what they say is authorised, and carries receipts back. It can delay, and
// nothing worse, unless its own key is stolen.

import { randomBytes } from '@noble/hashes/utils.js';
import { hex } from '../device.mjs';
import { callView } from '../view.mjs';
import { plain } from './auditor/plain.mjs';
import { seal, tidings } from './handover.mjs';
import { bolusParams, paramsCommit, ZERO_HASH } from './words.mjs';

// What the chain says of a receipt that it will never take: it has it, or what it says comes too
// late.
const SETTLED = ['AlreadyAcked', 'CommandNotOpen', 'UnknownCommand'];

export class Gateway {
	// The parameters of commands by their commitments: requesters send them, encrypted, by another
	// way than the chain.
	params = new Map();

	// `key` is what pumps are paired with. `submit` sends a call to the chain, paid by whoever
	// carries, and resolves to its `{ events }` as `{ name, data }`.
	constructor({ api, key, submit }) {
		Object.assign(this, { api, key, submit });
	}

	// A command as its requester makes it: the call for the chain, and the commitment in it. What
	// the chain must not see goes to the gateway.
	request(device, what) {
		const { action = 'Therapy', value = 0, purpose = 'Treat' } = what;
		const { notBefore = null, lifeS = null } = what;
		const params = action === 'Therapy' ? bolusParams(value) : '0x';
		const salt = hex(randomBytes(32));
		const commit = paramsCommit(params, salt);
		this.params.set(commit, { params, salt });
		const call = this.api.tx.medicalAccess.requestCommand(
			...[device, action, value, commit, purpose, notBefore, lifeS],
		);
		return { call, commit };
	}

	// A block as pumps are told of it: the last final one, unless it is another.
	async block(hash) {
		const final = await this.api.rpc.chain.getFinalizedHead();
		const at = hash ?? final.toHex();
		const [header, { query }] = await Promise.all([
			this.api.rpc.chain.getHeader(at),
			this.api.at(at),
		]);
		const newest = await this.api.rpc.chain.getHeader(final);
		const now = await query.timestamp.now();
		return {
			number: header.number.toNumber(),
			hash: at,
			at: now.toNumber(),
			isFinal: header.number.toNumber() <= newest.number.toNumber(),
		};
	}

	// Everything that a device may execute at a block, as `{ handover, carried }`.
	async handovers(device, hash) {
		const block = await this.block(hash);
		const commands = plain(
			await callView(this.api, 'MedicalAccess.authorised', [device], block.hash),
		);
		return Promise.all(commands.map((command) => this.#handover(block, command)));
	}

	async #handover(block, { terms, digest }) {
		const view = await callView(
			this.api,
			'MedicalAccess.command',
			[terms.device, terms.seq],
			block.hash,
		);
		const { state } = plain(view);
		const unknown = { params: '0x', salt: ZERO_HASH };
		const { params, salt } = this.params.get(terms.paramsCommit) ?? unknown;
		const handover = { block, terms, digest, state, params, salt };
		return { handover, carried: seal(handover, this.key) };
	}

	// Lets a pump know of the newest final block, hands over what that says, and carries the pump's
	// receipts. Resolves to whether the chain was reached, and the pump's words by number. Without
	// a chain the pump goes on by itself.
	async serve(pump) {
		pump.tick();
		try {
			const found = await this.handovers(pump.device.id);
			pump.hear(tidings(found[0]?.handover.block ?? (await this.block()), this.key));
			const verdicts = new Map(
				found.map(({ handover, carried }) => [handover.terms.seq, pump.handle(carried)]),
			);
			await this.carry(pump);
			return { isReached: true, verdicts, found };
		} catch (error) {
			if (!isUnreachable(error)) throw error;
			return { isReached: false, verdicts: new Map(), found: [] };
		}
	}

	// Carries what the pump has to say, in its order. A receipt that the chain does not take holds
	// up no other, and is carried again unless the chain will never take it.
	async carry(pump) {
		const { receipts } = pump;
		if (receipts.length === 0) return null;
		const { medicalAccess, utility } = this.api.tx;
		const calls = receipts.map(([receipt, signature]) =>
			medicalAccess.carryReceipt(receipt, 0, signature),
		);
		const outcome = await this.submit(utility.forceBatch(calls));
		const items = outcome.events.filter(({ name }) => /^utility[.]Item/.test(name));
		receipts.forEach(([receipt], i) => {
			if (items[i] && this.#isSettled(items[i])) pump.carried(receipt);
		});
		return outcome;
	}

	#isSettled({ name, data: { error } }) {
		if (name === 'utility.ItemCompleted') return true;
		return error.isModule && SETTLED.includes(this.#nameOf(error.asModule));
	}

	#nameOf(error) {
		return this.api.registry.findMetaError(error).name;
	}
}

// Whether a client failed because it has no connection.
const isUnreachable = ({ message }) =>
	/not connected|disconnected|ECONNREFUSED|connection/i.test(message);
