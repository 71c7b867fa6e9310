// SPDX-License-Identifier: Apache-2.0

// An insulin pump as its firmware would be. It delivers its basal rate by itself, whether or not
// anybody can reach it, and never asks the chain for leave to do that. A remote command it obeys
// only if its gateway saw it authorised in a final block, if it is meant for this pump, unchanged,
// newer than all before and in time, and if the pump's own limits allow it. The chain's word is
// needed; it is never enough.
//
// Amounts are thousandths of a unit of insulin, moments milliseconds.

import { doseRefusal, within } from './doses.mjs';
import { areTidings, decodeHandover, isSealed } from './handover.mjs';
import { bolusValue, commandDigest, paramsCommit } from './words.mjs';

// How old the gateway's view of the chain may be. A command could have been cancelled since.
export const MAX_AGE_MS = 60_000;
const MAX_QUEUE = 64;
const MAX_REJECTED = 64;
const HOUR_MS = 3_600_000;
// Whether therapy is suspended after a command that says so.
const SWITCHES = { SuspendTherapy: true, ResumeTherapy: false };

// What the pump's own codes in its receipts mean. Their positions are the codes.
export const DETAILS = [
	'None',
	// The power failed during delivery. It counts as delivered.
	'Unconfirmed',
	'Blocked',
	'Expired',
	'Unsupported',
	'Suspended',
	'ZeroDose',
	'ExceedsSingleMax',
	'MinIntervalNotElapsed',
	'ExceedsWindowTotal',
	'WindowFull',
];

// Memory that survives the loss of power. What is written is whole or not there at all.
export class Flash {
	#text = '{}';
	writes = 0;

	read() {
		return JSON.parse(this.#text);
	}

	write(record) {
		this.#text = JSON.stringify(record);
		this.writes++;
	}
}

const EMPTY = {
	// The highest number of a command that was executed, or begun.
	highest: 0,
	// Higher numbers that were rejected: they shall never be executed.
	rejected: [],
	doses: [],
	// The command under way, if any.
	pending: null,
	queue: [],
	// The newest block that the gateway told of, and the latest moment known.
	block: 0,
	latest: 0,
	isSuspended: false,
	basal: 0,
};

export class Pump {
	#memory;
	#tickedAt;

	// `device` and its operational `key` as in `device.mjs`; the paired gateway's public key;
	// `limits` are the pump's own, `rate` is the basal one for each hour. `motor` moves insulin:
	// it says whether it could.
	constructor({ device, key, gateway, flash, limits, rate = 0, clock, motor = () => true }) {
		Object.assign(this, { device, key, gateway, flash, limits, rate, clock, motor });
		this.#memory = { ...EMPTY, ...flash.read() };
		this.#tickedAt = this.#now();
		if (this.#memory.pending) {
			this.#interrupted();
		}
	}

	// --- What everybody may see ---

	get highest() {
		return this.#memory.highest;
	}

	get doses() {
		return this.#memory.doses.map((dose) => ({ ...dose }));
	}

	get isSuspended() {
		return this.#memory.isSuspended;
	}

	// What was delivered of the basal rate.
	get basal() {
		return this.#memory.basal;
	}

	// Signed receipts that nobody has carried to the chain yet, in their order.
	get receipts() {
		return this.#memory.queue.map(({ receipt, signature }) => [receipt, signature]);
	}

	// --- Without the chain ---

	// A clock that was set back doesn't make a command or a window younger.
	#now() {
		return Math.max(this.clock(), this.#memory.latest);
	}

	#keep(changes) {
		this.#memory = { ...this.#memory, ...changes };
		this.flash.write(this.#memory);
	}

	// Delivers what is due of the basal rate.
	tick() {
		const now = this.#now();
		const due = this.isSuspended ? 0 : (this.rate * (now - this.#tickedAt)) / HOUR_MS;
		this.#tickedAt = now;
		this.#keep({ basal: this.#memory.basal + due, latest: now });
	}

	// The button on the pump. It needs nobody's leave.
	suspend() {
		this.tick();
		this.#keep({ isSuspended: true });
	}

	resume() {
		this.tick();
		this.#keep({ isSuspended: false });
	}

	// --- Commands ---

	// Hears of a newer final block: what was handed over before it counts no more.
	hear(news) {
		const isNewer = areTidings(news, this.gateway) && news.block.number > this.#memory.block;
		if (isNewer) this.#keep({ block: news.block.number });
		return isNewer;
	}

	// Takes what a gateway hands over, and says what the pump did: `Executed`, `Failed`, or why
	// it did nothing. Only a command that is certainly meant for this pump gets a receipt.
	handle(carried) {
		if (!isSealed(carried, this.gateway)) return 'NotPaired';
		const handover = decodeHandover(carried.encoded);
		if (handover === null) return 'Malformed';
		const { block, terms } = handover;
		const now = this.#now();
		const silent = this.#notForUs(handover, now);
		if (silent) return silent;
		this.#keep({ block: block.number, latest: now });
		if (now < terms.notBefore) return 'TooEarly';
		// The chain's clock may make a command older. Doses are counted by the pump's own.
		const isLate = Math.max(now, block.at) >= terms.expires;
		const detail = isLate ? 'Expired' : this.#notAllowed(terms, now);
		return detail ? this.#reject(handover, now, detail) : this.#execute(handover, now);
	}

	// Whoever brings such a thing is told nothing, and the chain neither.
	#notForUs({ block, terms, digest, state, params, salt }, now) {
		const { highest, rejected, queue } = this.#memory;
		if (!block.isFinal) return 'NotFinal';
		if (block.number < this.#memory.block || Math.abs(now - block.at) > MAX_AGE_MS) {
			return 'Stale';
		}
		if (terms.device !== this.device.id) return 'WrongDevice';
		if (commandDigest(terms) !== digest) return 'WrongDigest';
		if (paramsCommit(params, salt) !== terms.paramsCommit) return 'ParamsDiffer';
		// Whoever approved has approved the parameters. They may not say something else.
		if (terms.action === 'Therapy' && bolusValue(params) !== terms.value) return 'ParamsDiffer';
		if (!['Authorised', 'Acknowledged'].includes(state)) return 'NotAuthorised';
		if (terms.seq <= highest || rejected.includes(terms.seq)) return 'NotHigher';
		return queue.length + 2 > MAX_QUEUE ? 'QueueFull' : null;
	}

	#notAllowed({ action, value }, now) {
		if (action === 'SuspendTherapy' || action === 'ResumeTherapy') return null;
		if (action !== 'Therapy') return 'Unsupported';
		if (this.isSuspended) return 'Suspended';
		return doseRefusal(this.limits, this.#memory.doses, now, value);
	}

	#reject(handover, now, detail) {
		const { seq } = handover.terms;
		let { highest, rejected } = this.#memory;
		rejected = [...rejected.filter((other) => other > highest), seq];
		// Rather refuse a command too many than remember one too few.
		if (rejected.length > MAX_REJECTED) {
			highest = Math.min(...rejected);
			rejected = rejected.filter((other) => other > highest);
		}
		this.#keep({ highest, rejected, queue: this.#queued(handover, 'Rejected', now, detail) });
		return detail;
	}

	#execute(handover, now) {
		const { seq, action, value } = handover.terms;
		const before = this.#memory.doses;
		const isBolus = action === 'Therapy';
		const { windowS, minIntervalS } = this.limits;
		const kept = within(before, Math.max(windowS, minIntervalS), now);
		const doses = isBolus ? [...kept, { at: now, value }] : before;
		this.tick();
		// Written before anything moves: a pump that loses power must not deliver twice. And at
		// once: one that says that it stopped must have stopped.
		this.#keep({
			highest: seq,
			rejected: this.#memory.rejected.filter((other) => other > seq),
			doses,
			isSuspended: SWITCHES[action] ?? this.isSuspended,
			pending: { digest: handover.digest, seq },
			queue: this.#queued(handover, 'Received', now),
		});
		if (isBolus && !this.motor(value)) {
			const queue = this.#queued(handover, 'Failed', now, 'Blocked');
			this.#keep({ doses: before, pending: null, queue });
			return 'Failed';
		}
		this.#keep({ pending: null, queue: this.#queued(handover, 'Executed', now) });
		return 'Executed';
	}

	// Nobody knows how much of it the motor had delivered. Whoever counts counts all of it.
	#interrupted() {
		const { digest, seq } = this.#memory.pending;
		const queue = this.#queued({ digest, terms: { seq } }, 'Executed', this.#now(), DETAILS[1]);
		this.#keep({ pending: null, queue });
	}

	#queued({ digest, terms: { seq } }, status, at, detail = 'None') {
		const code = DETAILS.indexOf(detail);
		const fields = { seq, command: digest, status, at, detail: code };
		const [receipt, signature] = this.device.commandReceipt(fields, this.key);
		return [...this.#memory.queue, { receipt, signature }];
	}

	// The chain has this receipt.
	carried({ seq, status }) {
		const queue = this.#memory.queue.filter(
			({ receipt }) => receipt.seq !== seq || receipt.status !== status,
		);
		this.#keep({ queue });
	}
}
