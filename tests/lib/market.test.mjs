// SPDX-License-Identifier: Apache-2.0

// The rules of the market by the published vectors, what a meter signs, and the day that the
// end-to-end test plays.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bytes, encode, hex } from './device.mjs';
import { auction, buyerPays, sellerGets } from './market/auction.mjs';
import { billOf } from './market/bill.mjs';
import {
	contractHold,
	longPrice,
	orderHold,
	plausibleEnergy,
	ratedEnergy,
	settle,
	shortPrice,
	withoutReads,
} from './market/settlement.mjs';
import { carried, turnOf } from './market/shares.mjs';
import * as street from './market/street.mjs';

// Numbers beyond what a float holds stay text until they become BigInt.
function vectors(name) {
	const text = readFileSync(
		new URL(`../../clearing/vectors/${name}.json`, import.meta.url),
		'utf8',
	);
	return JSON.parse(text.replace(/(?<=[[:,\s])(-?\d{16,})(?=[,\s\]}])/g, '"$1"'));
}

const TARIFF = { feedIn: 80_000n, retail: 320_000n, penaltyBp: 1_000n };

describe('the auction', () => {
	for (const { name, bids, asks, cap, result } of vectors('auction')) {
		it(`should decide ${name} as published`, () => {
			const ids = new Map();
			const orders = (list) =>
				list.map(([label, limit, quantity]) => {
					const id = BigInt(ids.size);
					ids.set(label, id);
					return { id, label, limit: BigInt(limit), quantity: BigInt(quantity) };
				});
			const [buyers, sellers] = [orders(bids), orders(asks)];
			const outcome = auction(buyers, sellers, { cap: cap === null ? null : BigInt(cap) });
			const big = (value) => (value === null ? null : BigInt(value));
			assert.equal(outcome.maxVolume, BigInt(result.V_star));
			assert.equal(outcome.volume, BigInt(result.V));
			for (const [ours, theirs] of [
				['price', 'price'],
				['low', 'lo'],
				['high', 'hi'],
			]) {
				assert.equal(outcome[ours], big(result[theirs]), theirs);
			}
			assert.equal(outcome.rationed, result.rationed);
			for (const [label, fill] of Object.entries(result.fills)) {
				assert.equal(outcome.fills.get(ids.get(label)), BigInt(fill), label);
			}
			const money = (list, of) =>
				list.map(({ label, id }) => [
					label,
					of(outcome.fills.get(id), outcome.price ?? 0n),
				]);
			const [paid, received] = [money(buyers, buyerPays), money(sellers, sellerGets)];
			const published =
				(amounts) =>
				([label, amount]) =>
					assert.equal(amount, BigInt(amounts[label] ?? 0), label);
			paid.forEach(published(result.paid));
			received.forEach(published(result.received));
			const sum = (list) => list.reduce((total, [, amount]) => total + amount, 0n);
			assert.equal(sum(paid) - sum(received), BigInt(result.dust));
		});
	}

	it('should know the rules that take an end of the interval', () => {
		const bids = [{ id: 0n, limit: 300n, quantity: 5n }];
		const asks = [{ id: 1n, limit: 100n, quantity: 5n }];
		const price = (rule) => auction(bids, asks, { rule }).price;
		assert.deepEqual(['Midpoint', 'SellerBest', 'BuyerBest'].map(price), [200n, 300n, 100n]);
	});
});

describe('the settlement', () => {
	for (const { name, A, M, ...expected } of vectors('settlement')) {
		it(`should come to ${expected.net} for ${name}`, () => {
			const isRounding = name.startsWith('T8');
			const price = isRounding ? 123_457n : 240_000n;
			const tariff = isRounding
				? { feedIn: 80_001n, retail: 320_001n, penaltyBp: 333n }
				: TARIFF;
			const side = 'contract_charge' in expected ? 'Bid' : 'Ask';
			const settled = settle(side, BigInt(A), BigInt(M), price, tariff);
			assert.equal(settled.all, BigInt(expected.net));
			const beyond = BigInt(expected.surplus ?? expected.excess);
			assert.equal(settled.beyond, beyond);
			if (beyond === 0n) assert.equal(settled.net, settled.all);
		});
	}

	it('should come to nothing for the street as a whole', () => {
		const bids = [
			[310_000, 420, 450],
			[290_000, 310, 300],
			[265_000, 530, 530],
			[240_000, 275, 70],
			[240_000, 125, 20],
		];
		const asks = [
			[90_000, 600, 560],
			[110_000, 450, 480],
			[150_000, 300, 300],
			[250_000, 500, 0],
		];
		const metered = new Map();
		const orders = [...bids, ...asks].map(([limit, quantity, flow], i) => {
			const side = i < bids.length ? 'Bid' : 'Ask';
			const energy = BigInt(flow);
			metered.set(
				i,
				side === 'Bid' ? { import: energy, export: 0n } : { import: 0n, export: energy },
			);
			const account = `${i}`;
			return {
				id: BigInt(i),
				meter: i,
				account,
				side,
				limit: BigInt(limit),
				quantity: BigInt(quantity),
			};
		});
		const bill = billOf({
			orders,
			terms: { rule: 'Midpoint', penaltyBp: 1_000n, feeBp: 0n, minParticipants: 3 },
			prices: { feedIn: 80_000n, retail: 320_000n },
			cap: null,
			metered: ({ meter }) => metered.get(meter),
		});
		const all = [-110_400, -73_600, -127_200, -17_440, -6_080, 129_920, 110_400, 72_000];
		assert.deepEqual(
			bill.traded.map((leg) => leg.all),
			all.map(BigInt),
		);
		const grid = -all.reduce((sum, net) => sum + net, 0);
		assert.equal(grid, 22_400);
		const bounded = [-100_800, -73_600, -127_200, -14_880, -6_080, 129_920, 108_000, 72_000];
		assert.deepEqual(
			bill.traded.map(({ net }) => net),
			bounded.map(BigInt),
		);
		assert.equal(bill.grid, 14_080n - 800n - 640n);
		assert.equal(bill.pot, 0n);
	});

	it('should hold as much as an order can cost, and no less than a contract can', () => {
		assert.equal(orderHold('Ask', 600n, 90_000n, TARIFF), 157_201n);
		assert.equal(longPrice(240_000n, TARIFF), 80_000n);
		assert.equal(shortPrice(240_000n, TARIFF), 352_000n);
		for (const side of ['Bid', 'Ask']) {
			for (let limit = 80_000n; limit <= 320_000n; limit += 7_919n) {
				for (let price = 80_000n; price <= 320_000n; price += 7_001n) {
					if (side === 'Bid' ? price > limit : price < limit) continue;
					const hold = orderHold(side, 613n, limit, TARIFF);
					const stays = contractHold(side, 613n, price, TARIFF);
					const worst = settle(side, 613n, withoutReads(side, 613n), price, TARIFF).net;
					assert.ok(stays <= hold && -worst <= stays, `${side} ${limit} ${price}`);
				}
			}
		}
	});

	it('should know what a connection carries', () => {
		assert.equal(ratedEnergy(10_000n, 900_000n), 2_500n);
		assert.equal(plausibleEnergy(10_000n, 900_000n), 2_625n);
		assert.equal(ratedEnergy(10_000n * 450n, 2_000n), 2_500n);
	});
});

describe('a meter', () => {
	it('should encode the published read', () => {
		const read = {
			device: `0x${'22'.repeat(32)}`,
			at: 1_767_225_600_000,
			importWh: 1,
			exportWh: 2,
			counter: 3,
		};
		const numbers = '00a8da769b010000010000000000000002000000000000000300000000000000';
		assert.equal(hex(encode.meterRead(read)), `0x${'22'.repeat(32)}${numbers}`);
		assert.equal(bytes(hex(encode.meterRead(read))).length, 64);
	});
});

describe('the day', () => {
	const terms = { rule: 'Midpoint', penaltyBp: 1_000n, feeBp: 100n, minParticipants: 3 };
	const plan = street.planDay();
	const bills = Array.from({ length: street.PERIODS }, (_, period) => {
		const orders = plan.orders
			.map((order, i) => ({ ...order, id: BigInt(i), meter: order.household }))
			.filter((order) => order.period === period);
		const metered = ({ meter }) => street.readsOf(plan, meter, period);
		const cap = street.capOf(period);
		return billOf({ orders, terms, prices: street.PRICES, cap, metered });
	});
	const leg = (period, meter) => bills[period].legs.find((leg) => leg.meter === meter);

	it('should be the same every time', () => {
		assert.deepEqual(street.planDay(), plan);
		assert.equal(plan.meters.length, street.HOUSEHOLDS);
	});

	it('should have a night without the sun, a noon at the cap, and a dear evening', () => {
		const traded = bills.filter(({ volume }) => volume > 0n);
		assert.ok(traded.length > 60 && traded.length < street.PERIODS);
		assert.ok(bills.some(({ isReference, volume }) => isReference && volume > 0n));
		for (let period = street.NOON.from; period < street.NOON.to; period++) {
			assert.equal(bills[period].volume, street.NOON.cap);
			assert.ok(bills[period].maxVolume > street.NOON.cap);
		}
		assert.ok(bills[84].price > bills[52].price);
		assert.ok(bills.some(({ pot, traded }) => traded.length > 0 && pot > 0n));
	});

	it('should settle those who do not behave at their cost', () => {
		const { LIAR, SILENT, UNDER } = street;
		for (const period of [LIAR.boundary - 1, LIAR.boundary]) {
			assert.equal(leg(period, LIAR.household).evidence, 'Missing');
			assert.ok(leg(period, LIAR.household).net < 0n);
		}
		const silent = (period) => leg(period, SILENT.household);
		assert.equal(silent(SILENT.estimated).evidence, 'Estimated');
		assert.deepEqual([silent(41).side, silent(41).metered], ['Ask', 0n]);
		assert.deepEqual([silent(82).side, silent(82).metered], ['Bid', silent(82).contract]);
		for (let period = UNDER.from; period < UNDER.to; period++) {
			const { grid, net } = leg(period, UNDER.household);
			assert.ok(grid > 0n && net < 0n, `period ${period}`);
		}
	});

	it('should conserve energy and money in every period', () => {
		for (const { legs, traded, fills, volume, grid, pot } of bills) {
			const sold = (side) =>
				legs
					.filter((leg) => leg.side === side)
					.reduce((sum, { contract }) => sum + contract, 0n);
			assert.deepEqual([sold('Bid'), sold('Ask')], [volume, volume]);
			assert.equal(
				[...fills.values()].reduce((sum, fill) => sum + fill, 0n),
				2n * volume,
			);
			const paid = traded.reduce((sum, { net, fee }) => sum + net - fee, 0n);
			assert.equal(paid + grid + pot, 0n);
			assert.ok(pot >= 0n);
			assert.ok(traded.every(({ net, stays }) => -net <= stays));
		}
	});
});

describe('certificates that go with the energy', () => {
	const bid = (meter, energy) => ({ meter, side: 'Bid', energy });
	const ask = (meter, energy) => ({ meter, side: 'Ask', energy });
	const start = 0;
	const periodMs = 900_000;

	it('should go Wh by Wh from those who offer to those who want them', () => {
		const meters = [bid('a', 5n), bid('b', 4n), ask('x', 3n), ask('y', 0n), ask('z', 9n)];
		assert.deepEqual(carried({ start, periodMs, meters }), [
			{ buyer: 'a', seller: 'x', energy: 3n },
			{ buyer: 'a', seller: 'z', energy: 2n },
			{ buyer: 'b', seller: 'z', energy: 4n },
		]);
		const few = [bid('a', 5n), bid('b', 4n), ask('x', 3n)];
		assert.deepEqual(carried({ start, periodMs, meters: few }), [
			{ buyer: 'a', seller: 'x', energy: 3n },
		]);
	});

	it('should begin with another meter from period to period', () => {
		const turns = Array.from({ length: 70 }, (_, i) => turnOf(i * periodMs, periodMs, 7));
		const counts = Array.from({ length: 7 }, (_, turn) => turns.filter((t) => t === turn));
		counts.forEach(({ length }) => assert.ok(length > 6 && length < 14, `${length}`));
		assert.equal(turnOf(start, periodMs, 0), 0);
	});

	it('should be wanted and offered by some of the street, in all of their orders', () => {
		const { orders } = street.planDay();
		for (const { household, withAttribute } of orders) {
			assert.equal(withAttribute, street.isGreen(household));
		}
		const [buyer] = street.GREEN.buyers;
		assert.ok(
			orders.some(
				({ household, period }) => household === buyer && period === street.PERIODS - 1,
			),
		);
	});
});
