// SPDX-License-Identifier: Apache-2.0

// A second zone, with two meters and one period, that is paid for in an asset.

import { billOf } from './bill.mjs';
import { signedRead } from './meter.mjs';
import { FIRST_TERMS, PERIOD_MS, SPED_UP } from './street.mjs';
import { firstUse, newZone, until } from './town.mjs';

const ASSET = 7;
const FUNDS = 1_000_000_000n;
const FLOAT = 1_000_000n;
// In millionths of the asset.
const PRICES = { feedIn: 80_000n, retail: 320_000n };
const HEAD_START_MS = 16_000;
const BLOCKS = 30;

const spec = (direction, maxImportW, maxExportW) => ({
	direction,
	maxImportW: maxImportW * SPED_UP,
	maxExportW: maxExportW * SPED_UP,
	source: 'Unknown',
	streams: null,
});

// Who takes part, what they order, and what flows.
const TRADERS = [
	{
		side: 'Ask',
		spec: spec('Prosumer', 11_000, 5_000),
		quantity: 600n,
		limit: 90_001n,
		flow: { import: 0n, export: 403n },
	},
	{
		side: 'Bid',
		spec: spec('Consumer', 11_000, 0),
		quantity: 420n,
		limit: 310_000n,
		flow: { import: 411n, export: 0n },
	},
];

async function closed(chain, market) {
	const header = await chain.api.rpc.chain.getHeader();
	for (let number = header.number.toNumber(); ; number++) {
		await chain.waitForBlock(number);
		if ((await chain.api.query.energyTrading.periods(market)).isNone) return;
		if (number > header.number.toNumber() + BLOCKS) {
			throw new Error(`the market in the asset is still open after ${BLOCKS} blocks`);
		}
	}
}

// Plays the period. Resolves to what each account has of the asset, and should have.
export async function tradeInAsset(chain, { operator, owners, meters, terms: given }) {
	const { assets, energyTrading: call, utility } = chain.api.tx;
	const everybody = [...owners, operator];
	const mints = everybody.map(({ address }) => assets.mint(ASSET, address, FUNDS));
	const create = assets.create(ASSET, operator.address, 1);
	await chain.submit(utility.batchAll([create, ...mints]), operator);
	// Amounts are in proportion to the prices.
	const amounts = { feeBp: 0n, cancelFee: 0n, reward: 0n, disputeBond: PRICES.retail };
	const terms = { ...given, ...amounts, minParticipants: 1, cap: null };
	const zone = await newZone(chain, operator, { WithId: ASSET }, PERIOD_MS, terms, PRICES);
	await Promise.all(
		owners.map((owner, i) => {
			const join = call.registerMeter(zone, meters[i].id, TRADERS[i].spec);
			return chain.submit(utility.batchAll([firstUse(chain, meters[i], owner), join]), owner);
		}),
	);
	const approvals = meters.map(({ id }, i) =>
		call.approveMeter(id, owners[i].address, TRADERS[i].spec, 'Approved'),
	);
	await chain.submit(utility.batchAll([...approvals, call.addFloat(zone, FLOAT)]), operator);

	const now = await chain.now();
	const start = Math.ceil((now + HEAD_START_MS) / PERIOD_MS) * PERIOD_MS;
	const market = { zone, start };
	await Promise.all(
		TRADERS.map(({ side, quantity, limit }, i) =>
			chain.submit(
				call.submitOrder(market, meters[i].id, side, quantity, limit, FIRST_TERMS, false),
				owners[i],
			),
		),
	);
	// The reads when delivery begins and when it ends, both carried by the first owner.
	for (const isEnd of [false, true]) {
		const at = isEnd ? start + PERIOD_MS : start;
		await until(chain, at);
		const reads = TRADERS.map(({ flow }, i) => {
			const [importWh, exportWh] = isEnd ? [flow.import, flow.export] : [0n, 0n];
			const read = { at, importWh, exportWh, counter: isEnd ? 1 : 0 };
			return call.submitRead(...signedRead(meters[i], meters[i].key, read));
		});
		await chain.submit(utility.batchAll(reads), owners[0]);
	}
	await closed(chain, market);

	const bill = billOf({
		orders: TRADERS.map(({ side, quantity, limit }, i) => ({
			id: BigInt(i),
			meter: i,
			account: owners[i].address,
			side,
			quantity,
			limit,
		})),
		terms,
		prices: PRICES,
		cap: null,
		metered: ({ meter }) => TRADERS[meter].flow,
	});
	const net = (i) => bill.legs.find(({ meter }) => meter === i).net;
	// The operator gave the pallet's account the one unit that it needs to exist. What the grid
	// account got lies with its float, on hold.
	const expected = [FUNDS + net(0), FUNDS + net(1), FUNDS - FLOAT - 1n];
	const accounts = await Promise.all(
		everybody.map(({ address }) => chain.api.query.assets.account(ASSET, address)),
	);
	const { float } = (await chain.view('EnergyTrading.zone', zone)).unwrap();
	return {
		bill,
		expected: { balances: expected, float: FLOAT + bill.grid },
		found: {
			balances: accounts.map((account) => account.unwrap().balance.toBigInt()),
			float: float.toBigInt(),
		},
	};
}
