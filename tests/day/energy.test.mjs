// SPDX-License-Identifier: Apache-2.0

// A street of 40 households with panels, batteries and loads trades for a day of 96 periods, on a
// real node. Meters sign their registers with P-256 keys; most reads are carried one by one, those
// of one meter come in batches. One meter lies, one falls silent, one seller delivers too little,
// and at noon the feeder carries less than is wanted. Then every balance is explained to the last
// unit by a bill that is computed here, from the rules as they are written down.
//
// A period of the development chain may take 2 s: the day takes a little more than three minutes.
//
// MOTE_WRITE_DOCS=1 also writes the picture of the day into the docs.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chain, keyring, only } from '../lib/chain.mjs';
import { MOTE, submitAll } from '../lib/fleet.mjs';
import { tradeInAsset } from '../lib/market/asset.mjs';
import { Day } from '../lib/market/day.mjs';
import { Follower, Markets } from '../lib/market/follow.mjs';
import { orderHold } from '../lib/market/settlement.mjs';
import * as street from '../lib/market/street.mjs';
import { draw, summary } from '../lib/market/summary.mjs';
import {
	leftovers,
	madeMeters,
	marketHolds,
	moveIn,
	newZone,
	palletAccount,
} from '../lib/market/town.mjs';
import { Node } from '../lib/node.mjs';

const { FIRST_TERMS, GREEN, HOUSEHOLDS, LIAR, NOON } = street;
const { PERIOD_MS, PERIODS, PRICES, SILENT, UNDER } = street;
const FUNDS = 2_000n * MOTE;
const FLOAT = 200n * MOTE;
const TERMS = {
	tick: 1n,
	minQuantity: street.MIN_QUANTITY,
	cap: street.FEEDER_WH,
	rule: 'Midpoint',
	penaltyBp: 1_000n,
	feeBp: 100n,
	cancelFee: 1_000_001n,
	reward: 500_000_003n,
	disputeBond: MOTE,
	horizonMs: 15 * 60_000,
	gateLeadMs: 2 * PERIOD_MS,
	readMs: 20 * PERIOD_MS,
	disputeMs: 2 * PERIOD_MS,
	maxOrders: 512,
	minParticipants: 3,
	maxStepBp: 1_000,
	source: 'Operator',
	loss: { shareBp: 300, absolute: 10 },
};
const TARIFF = { ...PRICES, penaltyBp: TERMS.penaltyBp };
// An order that its owner takes back.
const CANCELLED = { household: 5, period: 84 };
// What lies between the last order and the first gate, in blocks.
const BLOCKS_TO_SPARE = 3;
const DOCS = new URL('../../docs/images/', import.meta.url);

let node;
let chain;
let call;
let alice;
let operator;
let people;
let others;
let zone;
let markets;
let day;
let asset;
let atFirst;
const plan = street.planDay();

const refused = (inner, signer, error) => chain.refused(inner, signer, `energyTrading.${error}`);

// What all accounts have together, and what there is.
async function wealth(hash) {
	const at = await chain.api.at(hash);
	const [accounts, issuance] = await Promise.all([
		at.query.system.account.entries(),
		at.query.balances.totalIssuance(),
	]);
	const sum = accounts.reduce(
		(total, [, { data }]) => total + data.free.toBigInt() + data.reserved.toBigInt(),
		0n,
	);
	return { sum, issuance: issuance.toBigInt() };
}

// Every unit that an account ever had is in its balance, was paid as a fee, or changed hands.
async function explainBalances(given) {
	const { moved } = day.movements();
	const least = chain.api.consts.balances.existentialDeposit.toBigInt();
	for (const { address } of [...people.map(({ account }) => account), ...Object.values(others)]) {
		const isOperator = address === operator.address;
		// The first zone's operator has the pallet's account exist.
		const more = isOperator ? given.toOperator - least : 0n;
		const fees = chain.fees.get(address) ?? 0n;
		const { total } = await chain.account(address);
		assert.equal(total, FUNDS - fees + (moved.get(address) ?? 0n) + more, address);
	}
	const { total } = await chain.account(palletAccount(chain));
	assert.equal(total, least + given.toPot, 'the account of the pallet');
}

before(async () => {
	node = await Node.start('street', ['--dev']);
	chain = await Chain.connect(node);
	call = chain.api.tx.energyTrading;
	alice = keyring.addFromUri('//Alice');
	atFirst = await wealth(await chain.hash(0));
	const houses = Array.from({ length: HOUSEHOLDS }, (_, i) => `house${i}`);
	const names = ['operator', 'maker', 'carrier', 'helper', 'seller', 'buyer'];
	const accounts = await chain.newAccounts([...houses, ...names], FUNDS, alice);
	others = Object.fromEntries(names.map((name) => [name, accounts[name]]));
	({ operator } = others);
	const [meters, number] = await Promise.all([
		madeMeters(chain, others.maker, alice, HOUSEHOLDS + 2),
		newZone(chain, operator, 'Native', PERIOD_MS, TERMS, PRICES),
	]);
	zone = number;
	people = houses.map((name, i) => ({ account: accounts[name], meter: meters[i] }));
	const [streams] = await Promise.all([
		moveIn(chain, { operator, alice, zone, people, plan }),
		chain.submit(call.addFloat(zone, FLOAT), operator),
	]);
	markets = new Markets(zone);
	day = new Day({
		...{ chain, markets, people, plan, operator, streams },
		...{ carrier: others.carrier, helper: others.helper },
		...{ terms: TERMS, prices: PRICES, follower: new Follower(chain) },
	});
	// Meanwhile, elsewhere. Its outcome is looked at last.
	const owners = [others.seller, others.buyer];
	asset = tradeInAsset(chain, {
		...{ operator, owners, meters: meters.slice(HOUSEHOLDS), terms: TERMS },
	}).catch((error) => ({ error }));
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

describe('a street of 40 households', () => {
	it('should place its orders for the whole day before the first gate closes', async () => {
		const { weight } = await call
			.submitOrder(
				...[{ zone, start: PERIOD_MS }, people[0].meter.id, 'Bid', 100, PRICES.retail],
				...[FIRST_TERMS, false],
			)
			.paymentInfo(people[0].account.address);
		const { normal } = chain.api.consts.system.blockWeights.perClass;
		const budget = normal.maxTotal.unwrap().refTime.toNumber();
		const needed = (plan.orders.length * weight.refTime.toNumber() * 1.15) / budget;
		const headStart = (Math.ceil(needed) + BLOCKS_TO_SPARE) * PERIOD_MS + TERMS.gateLeadMs;
		const now = await chain.now();
		day.start = Math.ceil((now + headStart) / PERIOD_MS) * PERIOD_MS;
		await day.placeOrders();
		const hash = await day.catchUp();

		const orders = [...markets.markets.values()].flatMap(({ orders }) => orders);
		assert.equal(orders.length, plan.orders.length);
		const gate = day.start - TERMS.gateLeadMs;
		assert.ok(Math.max(...orders.map(({ placedAt }) => placedAt)) < gate);
		for (const { meter, withAttribute } of orders) {
			assert.equal(withAttribute, street.isGreen(day.households.get(meter)));
		}
		// What is on hold is what they can cost, and one deposit for each meter in a market.
		const addresses = people.map(({ account }) => account.address);
		const holds = await marketHolds(chain, addresses, hash);
		const own = addresses.map((address) => orders.filter(({ account }) => account === address));
		const parts = own.map((orders) =>
			BigInt(new Set(orders.map(({ market }) => market)).size),
		);
		const deposit = holds[0].Order / parts[0];
		assert.ok(deposit > 0n);
		own.forEach((orders, i) => {
			const cost = orders.reduce(
				(sum, { side, quantity, limit }) => sum + orderHold(side, quantity, limit, TARIFF),
				0n,
			);
			assert.equal(holds[i].Escrow, cost);
			assert.equal(holds[i].Order, deposit * parts[i]);
		});
		const opened = holds.map(({ Period = 0n }) => Period).filter((held) => held > 0n);
		assert.equal(opened.reduce((sum, held) => sum + held, 0n) % BigInt(PERIODS), 0n);
	});

	it('should have orders refused that break a rule, and take one back', async () => {
		const last = day.marketId(PERIODS - 1);
		const [consumer, prosumer] = [people[0], people[20]];
		const order = ({ account, meter }, market, side, quantity, limit, by = account) => [
			call.submitOrder(market, meter.id, side, quantity, limit, FIRST_TERMS, false),
			by,
		];
		const { retail } = PRICES;
		const late = { zone, start: day.startOf(0) + 2 * TERMS.horizonMs };
		const { household, period } = CANCELLED;
		const { address } = people[household].account;
		const cancelled = day.market(period).orders.find(({ account }) => account === address);
		const cancellation = call.cancelOrder(
			day.marketId(period),
			cancelled.meter,
			cancelled.id,
		);
		// The grid operator leaves less of the feeder for noon.
		const caps = Array.from({ length: NOON.to - NOON.from }, (_, i) =>
			call.setCap(day.marketId(NOON.from + i), NOON.cap),
		);
		const { sudo, utility } = chain.api.tx;
		await Promise.all([
			refused(...order(consumer, last, 'Bid', 100, retail + 1n), 'PriceOutOfBand'),
			refused(...order(consumer, last, 'Bid', 9, retail), 'QuantityTooSmall'),
			refused(...order(consumer, last, 'Bid', 1_000_000, retail), 'ExceedsMeterRating'),
			refused(...order(consumer, last, 'Ask', 100, retail), 'WrongDirection'),
			refused(...order(consumer, late, 'Bid', 100, retail), 'NotOpenYet'),
			refused(
				...order(consumer, { ...last, start: last.start + 1 }, 'Bid', 100, retail),
				'BadStart',
			),
			refused(...order(prosumer, last, 'Ask', 100, retail), 'BothSides'),
			refused(
				...order(prosumer, last, 'Bid', 100, retail, consumer.account),
				'NotMeterOwner',
			),
			refused(...order(people[GREEN.buyers[0]], last, 'Bid', 100, retail), 'OtherAttribute'),
			refused(cancellation, consumer.account, 'NotOrderOwner'),
			refused(call.clear(last, 8), others.helper, 'GateOpen'),
			refused(call.settle(last, 8), others.helper, 'WrongStage'),
			chain.submit(sudo.sudo(utility.batchAll(caps)), alice),
		]);
		const outcome = await chain.submit(cancellation, people[household].account);
		assert.equal(only(outcome, 'energyTrading.OrderCancelled').fee.toBigInt(), TERMS.cancelFee);
		await day.catchUp();
		assert.ok(!day.market(period).orders.some(({ id }) => id === cancelled.id));
	});

	it('should trade for a day, with every market closed at its end', async () => {
		await day.play();
		assert.equal(markets.closed, PERIODS);
		assert.deepEqual(
			Object.entries(await leftovers(chain)).filter(([, count]) => count > 0),
			[],
		);
		assert.ok(day.counts.looked > 0, 'no order was looked at');
		assert.ok(day.counts.cleared > 0, 'no market was cleared by hand');
		assert.ok(day.counts.settled > 0, 'no market was settled by hand');
	});

	it('should have the prices, volumes and fills of the independent auction', () => {
		day.bills.forEach((bill, period) => {
			const market = day.market(period);
			assert.equal(market.price, bill.price, `price of period ${period}`);
			assert.equal(market.volume, bill.volume, `volume of period ${period}`);
			if (bill.volume === 0n) {
				assert.equal(market.reason, 'NoCross');
			} else {
				assert.equal(market.maxVolume, bill.maxVolume);
				assert.equal(market.isReference, bill.isReference);
			}
			const contracts = bill.traded.map(({ meter, contract, stays }) => [
				meter,
				{ contract, held: stays },
			]);
			assert.deepEqual(market.contracts, new Map(contracts), `contracts of period ${period}`);
		});
	});

	it('should trade no more at noon than the feeder carries', () => {
		for (let period = NOON.from; period < NOON.to; period++) {
			assert.equal(day.market(period).volume, NOON.cap);
			assert.ok(day.market(period).maxVolume > NOON.cap);
		}
	});

	it('should settle every meter as the independent bill does', () => {
		day.bills.forEach((bill, period) => {
			const { settled, paid, closed } = day.market(period);
			const expected = bill.traded.map(
				({ meter, contract, metered, evidence, net, grid, beyond }) => [
					meter,
					{ contract, metered, evidence, net, grid, beyond },
				],
			);
			assert.deepEqual(settled, new Map(expected), `settlement of period ${period}`);
			const nets = bill.legs.map(({ meter, net, fee }) => [meter, { net, fee }]);
			assert.deepEqual(paid, new Map(nets), `payment of period ${period}`);
			assert.equal(closed.toGrid, bill.float + bill.grid);
			assert.equal(closed.toPot, bill.pot);
		});
	});

	it('should hold silence, lies and missing energy against their owners', () => {
		const settled = (period, household) =>
			day.market(period).settled.get(people[household].meter.id);
		for (const period of [LIAR.boundary - 1, LIAR.boundary]) {
			const { evidence, metered, net } = settled(period, LIAR.household);
			assert.deepEqual([evidence, metered], ['Missing', 0n]);
			assert.ok(net < 0n);
		}
		for (const boundary of SILENT.boundaries) {
			if (boundary === SILENT.estimated) continue;
			const { evidence, metered, contract } = settled(boundary, SILENT.household);
			const { side } = day.leg(boundary, SILENT.household);
			assert.deepEqual([evidence, metered], ['Missing', side === 'Bid' ? contract : 0n]);
		}
		assert.equal(settled(SILENT.estimated, SILENT.household).evidence, 'Estimated');
		for (let period = UNDER.from; period < UNDER.to; period++) {
			const { evidence, grid, metered, contract } = settled(period, UNDER.household);
			assert.equal(evidence, 'Metered');
			assert.ok(metered < contract && grid > 0n);
		}
	});

	it('should certify what certified meters fed in, and nothing else', async () => {
		const line = ({ meter, start, energy }) => `${meter} ${start} ${energy}`;
		const periods = day.bills.map((_, period) => ({
			start: day.startOf(period),
			...day.certificates(period),
		}));
		const kept = periods.flatMap(({ start, kept }) =>
			kept.map(([meter, energy]) => line({ meter, start, energy })),
		);
		const carried = periods.flatMap(({ start, pairs }) =>
			GREEN.sellers
				.map((household) => people[household].meter.id)
				.map((meter) => {
					const own = pairs.filter(({ seller }) => seller === meter);
					const energy = own.reduce((sum, { energy }) => sum + energy, 0n);
					return { meter, start, energy };
				})
				.filter(({ energy }) => energy > 0n)
				.map(line),
		);
		const issued = (isCarried) =>
			markets.certificates.filter((issued) => issued.isCarried === isCarried);
		assert.ok(kept.length > 20 && carried.length > 10);
		assert.deepEqual(issued(false).map(line).sort(), kept.sort());
		assert.deepEqual(issued(true).map(line).sort(), carried.sort());
		const [{ id, meter, energy }] = issued(false);
		const { account } = people[day.households.get(meter)];
		const { helper } = others;
		const [sold] = issued(true);
		await refused(
			call.transferCertificate(sold.id, helper.address),
			people[day.households.get(sold.meter)].account,
			'CertificateCarried',
		);
		await chain.submit(call.transferCertificate(id, helper.address), account);
		await refused(
			call.cancelCertificate(id, { Account: account.address }),
			account,
			'NotCertificateOwner',
		);
		await chain.submit(call.cancelCertificate(id, { Account: helper.address }), helper);
		await refused(call.transferCertificate(id, account.address), helper, 'CertificateUsed');
		const totals = await chain.api.query.energyTrading.certifiedEnergy();
		const all = markets.certificates.reduce((sum, { energy }) => sum + energy, 0n);
		const found = ['issued', 'live', 'cancelled'].map((name) => totals[name].toBigInt());
		assert.deepEqual(found, [all, all - energy, energy]);
	});

	it('should carry certificates to those who bought with them', async () => {
		await day.claimCertificates();
		const makers = new Map(markets.certificates.map(({ id, meter }) => [id, meter]));
		const line = ({ buyer, seller, start, energy }) =>
			`${buyer} ${seller} ${start} ${energy}`;
		const claimed = markets.claims.map((claim) =>
			line({ ...claim, seller: makers.get(claim.carried) }),
		);
		const expected = day.bills.flatMap((_, period) =>
			day
				.certificates(period)
				.pairs.map((pair) => line({ ...pair, start: day.startOf(period) })),
		);
		assert.ok(expected.length > 10);
		assert.deepEqual(claimed.sort(), expected.sort());
		for (const { buyer, owner } of markets.claims) {
			assert.equal(owner, people[day.households.get(buyer)].account.address);
		}
		// Nothing is left to be claimed, and no Wh is certified twice.
		const { carried, shares, certificates } = chain.api.query.energyTrading;
		assert.deepEqual([await carried.keys(), await shares.keys()], [[], []]);
		const all = (await certificates.entries()).map(([, record]) => record.unwrap());
		const sum = (list) => list.reduce((sum, { energy }) => sum + BigInt(`${energy}`), 0n);
		assert.equal(sum(all), sum(markets.certificates));
		const [market, meter] = [day.marketId(NOON.from), people[0].meter.id];
		await refused(
			call.claimCertificate(market, meter, all.length),
			people[0].account,
			'ShareNotFound',
		);
	});

	it('should pay in an asset where a zone says so', async () => {
		const { error, bill, found, expected } = await asset;
		if (error) throw error;
		assert.equal(bill.volume, 420n);
		assert.deepEqual(found, expected);
	});

	it('should have every balance explained to the last unit', async () => {
		const { pot } = day.movements();
		await explainBalances({ toOperator: 0n, toPot: pot });
		const info = (await chain.view('EnergyTrading.zone', zone)).unwrap();
		assert.equal(info.pot.toBigInt(), pot);
		const grid = day.bills.reduce((sum, { grid }) => sum + grid, 0n);
		assert.equal(info.float.toBigInt(), FLOAT + grid);
	});

	it('should leave nothing behind when it moves out', async () => {
		const { pot } = day.movements();
		await chain.submit(call.retireZone(zone), operator);
		await submitAll(
			chain,
			people.map(({ meter }) => call.removeMeter(meter.id)),
			operator,
			HOUSEHOLDS,
		);
		await chain.submit(call.removeZone(zone), others.helper);
		const hash = await day.catchUp();
		const addresses = people.map(({ account }) => account.address);
		const holds = await marketHolds(chain, addresses, hash);
		// Deposits are left of certificates that were kept, and of those that were claimed.
		const owners = [
			...markets.certificates.filter(({ isCarried }) => !isCarried),
			...markets.claims,
		].map(({ owner }) => owner);
		holds.forEach(({ Certificate, ...rest }, household) => {
			assert.deepEqual(rest, {}, `household ${household}`);
			assert.equal(Certificate !== undefined, owners.includes(addresses[household]));
		});
		await explainBalances({ toOperator: pot, toPot: 0n });
	});

	it('should have cost fees, and nothing else', async () => {
		await day.catchUp();
		assert.deepEqual(new Map([...day.follower.fees].filter(([, fee]) => fee > 0n)), chain.fees);
		const fees = [...chain.fees.values()].reduce((sum, fee) => sum + fee, 0n);
		const now = await wealth(await chain.hash(day.follower.nextNumber - 1));
		assert.equal(now.issuance, atFirst.issuance - fees);
		assert.equal(now.sum, atFirst.sum - fees);
		summary(day).forEach((line) => console.log(`  ${line}`));
		console.log(`  all balances before ${atFirst.sum}, after ${now.sum}, fees burned ${fees}`);
		if (process.env.MOTE_WRITE_DOCS) draw(day, new URL('market-day.svg', DOCS));
	});
});
