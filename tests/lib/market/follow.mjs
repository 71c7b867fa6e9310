// SPDX-License-Identifier: Apache-2.0

// Every block in turn, as an indexer reads a chain: its clock, its events, the fees that were paid
// in it. And what the events say of markets.

export class Follower {
	// What each account paid in fees.
	fees = new Map();

	constructor(chain, next = 1) {
		this.chain = chain;
		this.nextNumber = next;
	}

	// The next block, once there is one.
	async next(timeout) {
		const { chain } = this;
		const number = this.nextNumber++;
		await chain.waitForBlock(number, timeout);
		const hash = await chain.hash(number);
		const at = await chain.api.at(hash);
		const [records, now] = await Promise.all([
			at.query.system.events(),
			at.query.timestamp.now(),
		]);
		const events = records.map(({ event }) => ({
			name: `${event.section}.${event.method}`,
			data: Object.fromEntries(
				(event.data.names ?? []).map((key, i) => [key, event.data[i]]),
			),
		}));
		for (const { name, data } of events) {
			if (name === 'transactionPayment.TransactionFeePaid') {
				add(this.fees, data.who.toString(), data.actualFee.toBigInt());
			}
		}
		return { number, hash, now: now.toNumber(), events };
	}
}

export const add = (sums, key, amount) => sums.set(key, (sums.get(key) ?? 0n) + amount);

// What the chain said of the markets of a zone.
export class Markets {
	markets = new Map();
	// In the order in which they came: what changed the zone's pot.
	pot = [];
	certificates = [];
	claims = [];
	refusals = [];

	constructor(zone) {
		this.zone = zone;
	}

	at(start) {
		if (!this.markets.has(start)) {
			this.markets.set(start, {
				start,
				orders: [],
				contracts: new Map(),
				settled: new Map(),
				paid: new Map(),
			});
		}
		return this.markets.get(start);
	}

	get closed() {
		return [...this.markets.values()].filter(({ closed }) => closed).length;
	}

	// Takes in the events of a block.
	note({ events, now }) {
		for (const { name, data } of events) {
			const [section, what] = name.split('.');
			if (section !== 'energyTrading') continue;
			const zone = (data.market?.zone ?? data.zone)?.toNumber();
			if (zone !== undefined && zone !== this.zone) continue;
			const market = data.market && this.at(data.market.start.toNumber());
			this[`on${what}`]?.(data, market, now);
		}
	}

	onOrderPlaced(data, market, now) {
		const big = (name) => data[name].toBigInt();
		market.orders.push({
			id: big('order'),
			meter: data.meter.toHex(),
			account: data.account.toString(),
			market: data.market.start.toNumber(),
			side: data.side.type,
			limit: big('limit'),
			quantity: big('quantity'),
			hold: big('hold'),
			withAttribute: data.withAttribute.isTrue,
			placedAt: now,
		});
	}

	onOrderCancelled(data, market) {
		const id = data.order.toBigInt();
		const [order] = market.orders.splice(
			market.orders.findIndex((order) => order.id === id),
			1,
		);
		this.pot.push({ fee: data.fee.toBigInt(), who: order.account });
	}

	onMarketOpened(data, market) {
		market.opener = data.opener.toString();
	}

	onMarketCleared(data, market, now) {
		const { outcome, reference } = data.cleared;
		Object.assign(market, {
			clearedAt: now,
			price: data.price.toBigInt(),
			volume: outcome.volume.toBigInt(),
			maxVolume: outcome.maxVolume.toBigInt(),
			isReference: reference.isSome,
		});
	}

	onNothingTraded(data, market, now) {
		Object.assign(market, {
			clearedAt: now,
			price: null,
			volume: 0n,
			reason: data.reason.type,
		});
	}

	onContractMade(data, market) {
		market.contracts.set(data.meter.toHex(), {
			contract: data.contract.toBigInt(),
			held: data.held.toBigInt(),
		});
	}

	onLegSettled(data, market) {
		const { contract, metered, evidence, net, grid, beyond } = data.settlement;
		market.settled.set(data.meter.toHex(), {
			contract: contract.toBigInt(),
			metered: metered.toBigInt(),
			evidence: evidence.type,
			net: net.toBigInt(),
			grid: grid.toBigInt(),
			beyond: beyond.toBigInt(),
		});
	}

	onMarketSettled(data, market, now) {
		market.settledAt = now;
	}

	onLegPaid(data, market) {
		market.paid.set(data.meter.toHex(), {
			net: data.net.toBigInt(),
			fee: data.fee.toBigInt(),
		});
	}

	onMarketClosed(data, market, now) {
		const [toGrid, toPot] = [data.toGrid.toBigInt(), data.toPot.toBigInt()];
		market.closed = { at: now, toGrid, toPot };
		this.pot.push({ closed: market.start });
	}

	onWorkRewarded(data) {
		this.pot.push({ reward: data.reward.toBigInt(), who: data.who.toString() });
	}

	onCertificateIssued(data, market) {
		this.certificates.push({
			id: data.id.toNumber(),
			meter: data.device.toHex(),
			start: market.start,
			energy: data.energy.toBigInt(),
			owner: data.owner.toString(),
			isCarried: data.carried.isSome,
		});
	}

	onCertificateClaimed(data, market) {
		const [from, to] = [data.stretch.from.toBigInt(), data.stretch.to.toBigInt()];
		this.claims.push({
			id: data.id.toNumber(),
			carried: data.carried.toNumber(),
			buyer: data.meter.toHex(),
			start: market.start,
			energy: to - from,
			owner: data.account.toString(),
		});
	}
}
