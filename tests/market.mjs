#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The README's fourth tour: two neighbours trade a quarter of an hour of sunshine, on a development
// chain, where a quarter of an hour may take two seconds.
//
//   node tests/market.mjs [ws://127.0.0.1:9944]
//
// Alice acts for the authorities, Charlie makes meters, Eve operates the grid. Bob has panels, Dave
// has none. Ferdie carries what meters sign.

import { birthArg, Device, Key, Manufacturer } from './lib/device.mjs';
import { signedRead } from './lib/market/meter.mjs';
import { FIRST_TERMS, PERIOD_MS, PRICES, SPED_UP } from './lib/market/street.mjs';
import { within } from './lib/timeout.mjs';
import { approvedManufacturer, connect, eventNamed, say, sender } from './lib/tour.mjs';

const {
	api,
	provider,
	accounts: [alice, bob, charlie, dave, eve, ferdie],
} = await connect();
const send = sender(api);
const { deviceIdentity: identity, energyTrading: energy, sudo, utility } = api.tx;
const genesis = api.genesisHash.toHex();
const now = async () => (await api.query.timestamp.now()).toNumber();
const PATIENCE = 60_000;
const MOTE = 10n ** 12n;
const mote = (amount) => `${(Number(amount) / Number(MOTE)).toFixed(6)} MOTE`;

say('Connected to', `${await api.rpc.system.chain()}, genesis ${genesis}`);

// What the chain says of markets, also of what was said before somebody asks.
const heard = [];
const listeners = new Set();
await api.query.system.events((events) => {
	for (const { event } of events) {
		if (event.section === 'energyTrading') heard.push(event);
	}
	listeners.forEach((listener) => listener());
});
const told = (name, matches = () => true) =>
	within(
		PATIENCE,
		`the event ${name}`,
		new Promise((resolve) => {
			const listener = () => {
				const event = heard.find(({ method, data }) => method === name && matches(data));
				if (!event) return;
				listeners.delete(listener);
				resolve(event.data);
			};
			listeners.add(listener);
			listener();
		}),
	);
const until = (moment) =>
	within(
		PATIENCE,
		`the chain's clock at ${moment}`,
		new Promise((resolve) => {
			api.query.timestamp.now((at) => {
				if (at.toNumber() >= moment) resolve();
			});
		}),
	);

// Charlie makes two meters. They change hands with the consent of their own keys.
const maker = new Manufacturer(genesis, new Key('P256'));
const manufacturer = await approvedManufacturer(api, maker, charlie, alice);
const model = { manufacturer, product: 1 };
const kind = { hwVersion: 1, class: 'Meter', algorithms: 0b1111, maxPowerW: null };
const [roof, flat] = [bob, dave].map((owner) =>
	Object.assign(new Device(genesis, 'P256'), { owner, key: new Key('P256'), counter: 0 }),
);
const expires = (await now()) + 3_600_000;
await send(
	utility.batchAll([
		identity.addModel(model, kind),
		...[roof, flat].flatMap((meter) => {
			const birth = meter.birth(model);
			return [
				identity.register(birthArg(birth), 0, maker.sign(birth), meter.possession(model)),
				identity.offerTransfer(meter.id, meter.owner.address, expires, null),
			];
		}),
	]),
	charlie,
);

// Eve makes a zone: the meters behind one feeder, and the rules of their market.
const terms = {
	tick: 1,
	minQuantity: 10,
	cap: 5_000,
	rule: 'Midpoint',
	penaltyBp: 1_000,
	feeBp: 0,
	cancelFee: 0,
	reward: 0,
	disputeBond: MOTE,
	horizonMs: 15 * 60_000,
	gateLeadMs: PERIOD_MS,
	readMs: 30_000,
	disputeMs: PERIOD_MS,
	maxOrders: 512,
	minParticipants: 1,
	maxStepBp: 1_000,
	source: 'Operator',
	loss: { shareBp: 300, absolute: 10 },
};
const created = await send(energy.createZone('Native', PERIOD_MS, terms, PRICES), eve);
const zone = eventNamed(created, 'ZoneCreated').zone.toNumber();
say(
	`Eve makes zone ${zone}`,
	`feed-in ${mote(PRICES.feedIn)}, retail ${mote(PRICES.retail)} for each kWh`,
);

// Both take their meters and register them. Eve approves, and the authorities find the zone sound.
const spec = (direction, exportW, source) => ({
	direction,
	maxImportW: 11_000 * SPED_UP,
	maxExportW: exportW * SPED_UP,
	source,
	streams: null,
});
const join = (meter, what) =>
	send(
		utility.batchAll([
			identity.acceptTransfer(
				...meter.consent(meter.owner.publicKey, 1, 0),
				null,
				meter.newKey(meter.key, 0, 1),
			),
			energy.registerMeter(zone, meter.id, what),
		]),
		meter.owner,
	);
const specs = {
	roof: spec('Prosumer', 8_000, 'Solar'),
	flat: spec('Consumer', 0, 'Unknown'),
};
await Promise.all([join(roof, specs.roof), join(flat, specs.flat)]);
await Promise.all([
	send(
		utility.batchAll([
			energy.approveMeter(roof.id, bob.address, specs.roof, 'Certified'),
			energy.approveMeter(flat.id, dave.address, specs.flat, 'Approved'),
			energy.addFloat(zone, MOTE),
		]),
		eve,
	),
	send(sudo.sudo(energy.assessZone(zone, 'Approved')), alice),
]);
say('Bob and Dave have meters in it', `${roof.id.slice(0, 12)}…, ${flat.id.slice(0, 12)}…`);

// Orders for a quarter of an hour to come.
const start = Math.ceil(((await now()) + 8_000) / PERIOD_MS) * PERIOD_MS;
const end = start + PERIOD_MS;
const market = { zone, start };
const here = ({ market }) => market.zone.toNumber() === zone && market.start.toNumber() === start;
const order = async (meter, side, quantity, limit) => {
	const events = await send(
		energy.submitOrder(market, meter.id, side, quantity, limit, FIRST_TERMS, true),
		meter.owner,
	);
	return mote(eventNamed(events, 'OrderPlaced').hold.toBigInt());
};
const [ask, bid] = [110_000_000_000n, 260_000_000_000n];
const holds = await Promise.all([order(roof, 'Ask', 600, ask), order(flat, 'Bid', 420, bid)]);
say('Bob offers 600 Wh', `with certificates, for ${mote(ask)} or more; ${holds[0]} on hold`);
say('Dave wants 420 Wh', `with certificates, for ${mote(bid)} or less; ${holds[1]} on hold`);

const { cleared, price } = await told('MarketCleared', here);
say(
	'The gate closes, and the price is found',
	`${cleared.outcome.volume} Wh at ${mote(price.toBigInt())} for each kWh`,
);
try {
	await order(flat, 'Bid', 100, bid);
	say('An order after that', 'was accepted: this is a bug');
	process.exitCode = 1;
} catch (refused) {
	say('An order after that', `is refused: ${refused.message}`);
}

// Delivery. Each meter signs its registers at both ends; anybody may carry that.
const registers = new Map([
	[roof, { importWh: 1_200, exportWh: 52_000 }],
	[flat, { importWh: 88_000, exportWh: 0 }],
]);
const read = async (at) => {
	await until(at);
	const reads = [...registers].map(([meter, now]) =>
		energy.submitRead(
			...signedRead(meter, meter.key, { ...now, at, counter: meter.counter++ }),
		),
	);
	await send(utility.batchAll(reads), ferdie);
};
await read(start);
registers.get(roof).exportWh += 400;
registers.get(flat).importWh += 431;
await read(end);
say('Ferdie carries the reads of both meters', 'Bob fed in 400 Wh, Dave drew 431 Wh');

// Nobody has to ask for the rest.
for (const [name, meter] of [
	['Bob', roof],
	['Dave', flat],
]) {
	const of = (data) => here(data) && data.meter.toHex() === meter.id;
	const { settlement } = await told('LegSettled', of);
	const { contract, metered, net, beyond } = settlement;
	const more = beyond.toBigInt() > 0n ? `, ${beyond} Wh on the retailer's bill` : '';
	say(`${name}'s bill`, `${metered} of ${contract} Wh: ${mote(net.toBigInt())}${more}`);
}
const { toGrid } = await told('MarketClosed', here);
say('Everybody is paid', `the grid account has ${mote(toGrid.toBigInt())} of the market back`);

// Both said that certificates go with the energy.
const { id, energy: certified } = await told('CertificateIssued', here);
say("Bob's certificate goes with what he sold", `number ${id}: ${certified} Wh from the sun`);
const claimed = await send(energy.claimCertificate(market, flat.id, id), dave);
const { id: own } = eventNamed(claimed, 'CertificateClaimed');
say('Dave claims it', `number ${own} is his own`);
await provider.disconnect();
