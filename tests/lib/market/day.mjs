// SPDX-License-Identifier: Apache-2.0

// A street's day on a chain: who sends what when, and what it all should come to.

import assert from 'node:assert/strict';
import { CallFailed } from '../chain.mjs';
import { within } from '../node.mjs';
import { billOf } from './bill.mjs';
import { add } from './follow.mjs';
import { signedRead } from './meter.mjs';
import { carried } from './shares.mjs';
import * as street from './street.mjs';

const { PERIODS, PERIOD_MS, LIAR, SILENT, BATCHED } = street;
const BLOCK_TIMEOUT = 30_000;
const LAST_TIMEOUT = 60_000;
// Reads go before orders that wait: whoever carries them gives a tip.
const TIP = { tip: 1_000_000_000n };
const PER_TRANSACTION = { orders: 16, reads: 10, legs: 60, pages: 32, claims: 16 };
// Boundaries whose registers the one meter signs together.
const PER_BATCH = 3;
// Markets that a user clears or settles, as soon as that can be done. All others are left to the
// chain's idle work, which may be faster here too.
const CLEARED_BY_HAND = [26, 40, 52, 70, 86];
const SETTLED_BY_HAND = [28, 34, 61, 73, 85];
// Markets whose orders are looked at one by one: asks are rationed, both sides, bids.
const LOOKED_AT = [28, 50, 84];
const TOO_LATE = [
	'AlreadyCleared',
	'GateOpen',
	'WrongStage',
	'WindowOpen',
	'ReadsMissing',
	'MarketNotFound',
];
// How long the chain may need after the day before somebody helps, and in all.
const PATIENCE_MS = 10_000;
const AFTER_MS = 120_000;

export class Day {
	#tasks = new Set();
	#failure = null;
	#bills = new Map();
	#boundary = 0;
	#unsent = [];
	#done = new Set();
	// What was done, for the summary.
	counts = { reads: 0, proven: 0, refused: 0, cleared: 0, settled: 0, pushed: 0, looked: 0 };

	// `start` is when the first period begins. `people` are `{ account, meter }` by household.
	constructor(given) {
		Object.assign(this, given);
		this.households = new Map(this.people.map(({ meter }, index) => [meter.id, index]));
		this.call = this.chain.api.tx.energyTrading;
	}

	startOf = (period) => this.start + period * PERIOD_MS;
	marketId = (period) => ({ zone: this.markets.zone, start: this.startOf(period) });
	market = (period) => this.markets.at(this.startOf(period));
	get end() {
		return this.startOf(PERIODS);
	}

	// What a market should come to, once its gate has closed.
	bill(period) {
		if (!this.#bills.has(period)) {
			const { terms, prices, plan } = this;
			const metered = ({ meter }) => street.readsOf(plan, this.households.get(meter), period);
			const { orders } = this.market(period);
			const cap = street.capOf(period);
			this.#bills.set(period, billOf({ orders, terms, prices, cap, metered }));
		}
		return this.#bills.get(period);
	}

	get bills() {
		return Array.from({ length: PERIODS }, (_, period) => this.bill(period));
	}

	leg(period, household) {
		const { id } = this.people[household].meter;
		return this.bill(period).legs.find(({ meter }) => meter === id);
	}

	// Whose certificates go to whom in a period, and what is certified to those who made it.
	certificates(period) {
		const { traded } = this.bill(period);
		const legs = new Map(traded.map((leg) => [leg.meter, leg]));
		const made = ({ meter, evidence, metered }) => {
			const isCertified = street.CERTIFIED.includes(this.households.get(meter));
			return isCertified && evidence === 'Metered' ? metered : 0n;
		};
		const meters = [...this.market(period).settled.keys()].map((meter) => {
			const { side, contract } = legs.get(meter);
			const most = side === 'Bid' ? contract : made(legs.get(meter));
			const energy = most < contract ? most : contract;
			const isGreen = street.isGreen(this.households.get(meter));
			return { meter, side, energy: isGreen ? energy : 0n };
		});
		const pairs = carried({ start: this.startOf(period), periodMs: PERIOD_MS, meters });
		const gone = (meter) =>
			pairs
				.filter(({ seller }) => seller === meter)
				.reduce((sum, { energy }) => sum + energy, 0n);
		const sellers = traded.filter(({ side }) => side === 'Ask');
		const kept = sellers.map((leg) => [leg.meter, made(leg) - gone(leg.meter)]);
		return { pairs, kept: kept.filter(([, energy]) => energy > 0n) };
	}

	// Has everybody who bought with certificates claim them, when all markets are closed.
	async claimCertificates() {
		const { chain, call } = this;
		const claimOf = async (account, { market, meter }) => {
			const found = await chain.view(
				'EnergyTrading.claimable',
				...[account.address, market, meter],
			);
			return found.map(([id]) => call.claimCertificate(market, meter, id));
		};
		await Promise.all(
			street.GREEN.buyers.map(async (household) => {
				const { account } = this.people[household];
				const shares = await chain.view('EnergyTrading.shares_of', account.address, null);
				const claims = await Promise.all(shares.map((share) => claimOf(account, share)));
				const calls = claims.flat();
				for (let from = 0; from < calls.length; from += PER_TRANSACTION.claims) {
					const some = calls.slice(from, from + PER_TRANSACTION.claims);
					await chain.submit(chain.api.tx.utility.batchAll(some), account);
				}
			}),
		);
		await this.catchUp();
	}

	// What changed hands by the market, by account, and what is in the zone's pot.
	movements() {
		const moved = new Map();
		let pot = 0n;
		for (const { closed, fee, reward, who } of this.markets.pot) {
			if (closed !== undefined) {
				const bill = this.bill((closed - this.start) / PERIOD_MS);
				bill.legs.forEach(({ account, net, fee }) => add(moved, account, net - fee));
				add(moved, this.operator.address, bill.grid);
				pot += bill.pot;
			} else if (fee !== undefined) {
				assert.equal(fee, this.terms.cancelFee);
				add(moved, who, -fee);
				pot += fee;
			} else {
				assert.equal(reward, this.terms.reward);
				assert.ok(pot >= reward, 'a reward was paid that the pot did not have');
				add(moved, who, reward);
				pot -= reward;
			}
		}
		return { moved, pot };
	}

	// --- Before the day ---

	// All households place all of their orders, everybody some at a time.
	async placeOrders() {
		const { chain, call, plan } = this;
		await Promise.all(
			this.people.map(async ({ account, meter }, index) => {
				const calls = plan.orders
					.filter(({ household }) => household === index)
					.map(({ period, side, quantity, limit, withAttribute }) =>
						call.submitOrder(
							...[this.marketId(period), meter.id, side, quantity, limit],
							...[street.FIRST_TERMS, withAttribute],
						),
					);
				for (let from = 0; from < calls.length; from += PER_TRANSACTION.orders) {
					const some = calls.slice(from, from + PER_TRANSACTION.orders);
					await chain.submit(chain.api.tx.utility.batchAll(some), account);
				}
			}),
		);
	}

	// Reads the blocks there are.
	async catchUp() {
		const header = await this.chain.api.rpc.chain.getHeader();
		while (this.follower.nextNumber <= header.number.toNumber()) {
			this.markets.note(await this.follower.next(BLOCK_TIMEOUT));
		}
		return header.hash.toHex();
	}

	// --- The day ---

	// Follows the chain from block to block and does what is to be done, until all markets are
	// closed.
	async play() {
		const last = this.end + AFTER_MS;
		while (this.markets.closed < PERIODS) {
			const block = await this.follower.next(BLOCK_TIMEOUT);
			this.markets.note(block);
			this.#act(block.now);
			if (this.#failure) throw this.#failure;
			assert.ok(
				block.now < last,
				`${PERIODS - this.markets.closed} markets are still open ${AFTER_MS / 1_000} s after the day`,
			);
		}
		await within(LAST_TIMEOUT, 'the last transactions of the day', Promise.all(this.#tasks));
		if (this.#failure) throw this.#failure;
		await this.catchUp();
	}

	#do(work) {
		const task = work().catch((error) => {
			this.#failure ??= error;
		});
		this.#tasks.add(task);
		task.finally(() => this.#tasks.delete(task));
	}

	// Does something once.
	#once(name, work) {
		if (this.#done.has(name)) return;
		this.#done.add(name);
		this.#do(work);
	}

	// Submits what somebody else may have done already. Whether it was accepted.
	async #attempt(call, signer) {
		try {
			await this.chain.submit(call, signer, TIP);
			return true;
		} catch (error) {
			const isLate = TOO_LATE.some((reason) => error.reason === `energyTrading.${reason}`);
			if (error instanceof CallFailed && isLate) return false;
			throw error;
		}
	}

	#act(now) {
		// The next block comes when a market can just be cleared: half of the lead after the gate, on
		// a chain for tests.
		for (const period of CLEARED_BY_HAND) {
			const clearable = this.startOf(period) - this.terms.gateLeadMs / 2;
			if (now >= clearable - PERIOD_MS) {
				const clear = this.call.clear(this.marketId(period), PER_TRANSACTION.pages);
				this.#once(`clear ${period}`, async () => {
					this.counts.cleared += (await this.#attempt(clear, this.helper)) ? 1 : 0;
				});
			}
		}
		while (this.#boundary <= PERIODS && this.startOf(this.#boundary) <= now) {
			this.#readAll(this.#boundary++);
		}
		for (const period of LOOKED_AT.filter((period) => this.market(period).volume > 0n)) {
			this.#once(`look at ${period}`, () => this.#checkFills(period));
		}
		const { household, estimated } = SILENT;
		if (now >= this.startOf(estimated + 1)) {
			const energy = street.estimateOf(this.plan, household, estimated);
			const { id } = this.people[household].meter;
			const estimate = this.call.estimate(this.marketId(estimated), id, energy);
			this.#once('estimate', () => this.chain.submit(estimate, this.operator, TIP));
		}
		if (now > this.end + PATIENCE_MS) this.#push();
	}

	// Whether a meter takes part in a market that begins or ends at a boundary: nobody wants its
	// registers otherwise.
	#isWanted(household, boundary) {
		return [boundary - 1, boundary]
			.filter((period) => period >= 0 && period < PERIODS)
			.some((period) => this.leg(period, household)?.contract > 0n);
	}

	#registers(household, boundary) {
		const { import: importWh, export: exportWh } = this.plan.registers[household][boundary];
		return { at: this.startOf(boundary), importWh, exportWh, counter: boundary + 1 };
	}

	#read(household, boundary, changes = {}) {
		const { meter } = this.people[household];
		const registers = { ...this.#registers(household, boundary), ...changes };
		return this.call.submitRead(...signedRead(meter, meter.key, registers));
	}

	// Carries the reads of a boundary to the chain.
	#readAll(boundary) {
		const { chain, carrier } = this;
		this.#prove(boundary);
		const told = this.people
			.map((_, household) => household)
			.filter((household) => household !== BATCHED && street.isTold(household, boundary))
			.filter((household) => this.#isWanted(household, boundary));
		const reads = told.map((household) => this.#read(household, boundary));
		this.counts.reads += reads.length;
		for (let from = 0; from < reads.length; from += PER_TRANSACTION.reads) {
			const some = chain.api.tx.utility.batchAll(
				reads.slice(from, from + PER_TRANSACTION.reads),
			);
			this.#do(() => chain.submit(some, carrier, TIP));
		}
		if (boundary === LIAR.boundary) {
			this.#once('lie', () => this.#lie());
		}
		if (boundary === SILENT.boundaries[0] - 1) {
			this.#once('misread', () => this.#misread(told[0], boundary));
		}
		// All reads are there when this is executed: transactions of one account keep their order.
		const period = boundary - 1;
		if (SETTLED_BY_HAND.includes(period)) {
			const settle = this.call.settle(this.marketId(period), PER_TRANSACTION.legs * 2);
			this.#do(async () => {
				this.counts.settled += (await this.#attempt(settle, carrier)) ? 1 : 0;
			});
		}
	}

	// The one meter whose registers come in batches: a few boundaries together, each proven where
	// it is wanted.
	#prove(boundary) {
		const { import: imported, export: exported } = this.plan.registers[BATCHED][boundary];
		const at = this.startOf(boundary);
		this.#unsent.push({ at, boundary, import: imported, export: exported });
		if (this.#unsent.length < PER_BATCH && boundary < PERIODS) return;
		const wanted = this.#unsent.filter(({ boundary }) => this.#isWanted(BATCHED, boundary));
		const { batches, proofs } = this.streams.sign(this.#unsent);
		this.#unsent = [];
		const proven = proofs
			.filter((of) => wanted.some(({ at }) => at === of.at))
			.flatMap(({ proofs }) => proofs);
		this.counts.proven += proven.length;
		const calls = [
			...batches.map((batch) => this.chain.api.tx.sensorAttestation.submitBatch(...batch)),
			...proven.map((proof) => this.call.proveRead(proof)),
		];
		const together = this.chain.api.tx.utility.batchAll(calls);
		this.#do(() => this.chain.submit(together, this.carrier, TIP));
	}

	// The chain says of every order how much of it was traded, as an app would ask.
	async #checkFills(period) {
		const { chain } = this;
		const { fills, traded } = this.bill(period);
		for (const { account, orders } of traded) {
			const told = await chain.view(
				'EnergyTrading.orders_of',
				this.marketId(period),
				account,
			);
			const found = new Map(
				told.map(({ id, fill }) => [id.toBigInt(), fill.unwrap().toBigInt()]),
			);
			assert.deepEqual(found, new Map(orders.map(({ id }) => [id, fills.get(id)])));
			this.counts.looked += orders.length;
		}
	}

	// A meter says that ten times as much went through as its connection carries. That ends no
	// period: it only begins the next, in which the registers then seem to go back.
	async #lie() {
		const { household, boundary } = LIAR;
		const { exportWh } = this.#registers(household, boundary);
		const { maxExportW } = this.plan.meters[household].spec;
		const invented = BigInt(maxExportW * (PERIOD_MS / 1_000) * 10) / 3_600n;
		const read = this.#read(household, boundary, { exportWh: exportWh + invented });
		await this.chain.submit(read, this.carrier, TIP);
	}

	// Reads that come twice, too early, or from somebody else.
	async #misread(household, boundary) {
		const { chain, carrier } = this;
		const { meter } = this.people[household];
		const stranger = this.people[(household + 1) % this.people.length].meter;
		const registers = this.#registers(household, boundary);
		const early = this.startOf(boundary + 20);
		const forged = signedRead(meter, stranger.key, registers);
		const refused = [
			[this.#read(household, boundary), 'AlreadyRead'],
			[this.#read(household, boundary, { at: early }), 'ReadTooEarly'],
			[this.#read(household, boundary, { at: registers.at + 1 }), 'NotABoundary'],
			[this.call.submitRead(...forged), 'BadSignature'],
		];
		await Promise.all(
			refused.map(([call, error]) => chain.refused(call, carrier, `energyTrading.${error}`)),
		);
		this.counts.refused += refused.length;
	}

	// Somebody brings forward what idle work has not come to.
	#push() {
		for (let period = 0; period < PERIODS; period++) {
			if (this.market(period).closed || this.#tasks.size > 4) continue;
			const isCleared = this.market(period).clearedAt !== undefined;
			const id = this.marketId(period);
			const call = isCleared
				? this.call.settle(id, PER_TRANSACTION.legs)
				: this.call.clear(id, PER_TRANSACTION.pages);
			this.#do(async () => {
				this.counts.pushed += (await this.#attempt(call, this.helper)) ? 1 : 0;
			});
		}
	}
}
