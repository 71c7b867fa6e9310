// SPDX-License-Identifier: Apache-2.0

// Reads what an auditor needs from a node: the events of every final block, the receipts in its
// transactions, what other registers said at the time, and the state in the end. Any node will do,
// also one that lies: what it says has to fit together. Through a light client it can't lie.

import { hexToU8a } from '@polkadot/util';
import { PURPOSE } from '../../device.mjs';
import { callView } from '../../view.mjs';
import { plain } from './plain.mjs';
import { isSigned, RECEIPTS, receiptsIn } from './receipts.mjs';

const SECTION = 'medicalAccess';
// How many blocks are asked for at a time.
const AHEAD = 16;

// The constants of the chain that rules depend on.
export function constantsOf(api) {
	const { reviewTerm, maxBreakGlass, maxBreakGlassBond, breakGlassesPerDay } =
		api.consts[SECTION];
	return {
		reviewTerm: plain(reviewTerm),
		maxBreakGlass: plain(maxBreakGlass),
		maxBreakGlassBond: plain(maxBreakGlassBond),
		breakGlassesPerDay: plain(breakGlassesPerDay),
	};
}

// The last final block: `{ number, hash }`.
export async function finalHead(api) {
	const hash = await api.rpc.chain.getFinalizedHead();
	const header = await api.rpc.chain.getHeader(hash);
	return { number: header.number.toNumber(), hash: hash.toHex() };
}

// Every block from the first one to `to`, in turn.
export async function* blocks(api, to) {
	const asked = [];
	for (let number = 1; number <= to + AHEAD; number++) {
		if (number <= to) asked.push(early(block(api, number)));
		if (number > AHEAD) yield await asked.shift();
	}
	while (asked.length > 0) yield await asked.shift();
}

// What is asked for before it is waited for. That it failed shows when it is.
function early(answer) {
	answer.catch(() => {});
	return answer;
}

async function block(api, number) {
	const hash = await api.rpc.chain.getBlockHash(number);
	const { system, timestamp } = api.query;
	const items = [system.events, timestamp.now, system.lastRuntimeUpgrade];
	const [told, now, upgrade] = await stored(api, items, hash);
	const { registry } = await api.getBlockRegistry(hash.toU8a(), versionOf(api, upgrade));
	const events = registry
		.createType('Vec<FrameSystemEventRecord>', told)
		.map(({ event, phase }, index) => ({ event, phase, index }))
		.filter(({ event }) => event.section === SECTION)
		.map(({ event, phase, index }) => ({
			index,
			call: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : phase.type,
			name: event.method,
			data: fields(event),
		}));
	await addReceipts(api, registry, hash, events);
	return { number, hash: hash.toHex(), now: plain(registry.createType('u64', now)), events };
}

// Values of the state at a block, in one request and as they are: which types they have depends on
// the runtime of the time.
async function stored({ rpc }, items, hash) {
	const keys = items.map((item) => item.key());
	const [{ changes }] = await rpc.state.queryStorageAt.raw(keys, hash);
	const values = new Map(changes);
	return keys.map((key) => hexToU8a(values.get(key)));
}

// The version of the runtime that made a block, out of its state. To ask for the runtime itself
// would take a light client a download for each block.
function versionOf({ registry }, upgrade) {
	const info = registry.createType('FrameSystemLastRuntimeUpgradeInfo', upgrade);
	return { specName: info.specName, specVersion: info.specVersion.unwrap() };
}

// To what a device is said to have done, the receipts in the transaction that said so.
async function addReceipts(api, registry, hash, events) {
	const told = events.filter(({ name }) => RECEIPTS[name]);
	if (told.length === 0) return;
	const { block } = await api.rpc.chain.getBlock.raw(hash);
	const carried = remembered((call) => receiptsOf(registry, block.extrinsics[call]));
	for (const event of told) event.receipts = carried(event.call);
}

function receiptsOf(registry, encoded) {
	return encoded === undefined
		? []
		: receiptsIn(registry.createType('Extrinsic', encoded).method);
}

// The content of an event by name. A single field is not named in older clients.
function fields({ data }) {
	const names = data.names ?? data.map((_, i) => i);
	return Object.fromEntries(names.map((name, i) => [name, plain(data[i])]));
}

// --- What other registers said ---

// Answers the auditor's questions, and returns what was otherwise. Within a block a register may
// have changed: either answer is one that the chain may have had.
export async function checkRegisters(api, questions) {
	const ask = remembered((name, args, hash) => callView(api, name, args, hash));
	const parent = remembered(async (hash) =>
		(await api.rpc.chain.getHeader(hash)).parentHash.toHex(),
	);
	const genesis = api.genesisHash.toHex();
	const findings = [];
	for (const question of questions) {
		const { block, index, hash } = question;
		const { what, told, answer } = register(question, ask, genesis);
		let found = await answer(await parent(hash));
		if (found !== told) found = await answer(hash);
		if (found !== told) findings.push({ block, index, what: what(found) });
	}
	return findings;
}

// What a question is about, what was told, and what the register says at a block.
function register(question, ask, genesis) {
	const { device, isTrusted: trusted, credential, state, carried } = question;
	if (carried) {
		const { seq, status, device: signer } = carried.receipt;
		return {
			told: true,
			answer: (at) => hasSigned(ask, carried, genesis, at),
			what: () => `${signer} has not signed that command ${seq} is ${status}`,
		};
	}
	if (credential) {
		const name = `credential ${credential.list}/${credential.index}`;
		return {
			told: state,
			answer: (at) => credentialState(ask, credential, at),
			what: (found) => `${name} was ${found}, not ${state}`,
		};
	}
	return {
		told: trusted,
		answer: (at) => isTrusted(ask, question, at),
		what: (found) => `the trust in ${device} was ${found}, not ${trusted}`,
	};
}

// Whether the device signed a receipt, with a key that it had.
async function hasSigned(ask, { receipt, keyIndex, signature }, genesis, at) {
	const { device, at: moment } = receipt;
	const args = [device, keyIndex, PURPOSE.assert, moment];
	const { Ok: key } = plain(await ask('DeviceIdentity.key_authority', args, at));
	return key !== undefined && isSigned({ receipt, signature }, key, genesis);
}

async function isTrusted(ask, { device, epoch }, at) {
	const [known, trusted] = await Promise.all([
		ask('DeviceIdentity.device', [device], at),
		ask('DeviceIdentity.trusted', [device, 'Medical'], at),
	]);
	return known.isSome && known.unwrap().epoch.toNumber() === epoch && trusted.isOk;
}

async function credentialState(ask, { list, index }, at) {
	const [status, info] = await Promise.all([
		ask('StatusLists.status', [list, index], at),
		ask('StatusLists.list', [list], at),
	]);
	if (status.isSome && status.unwrap().toNumber() === 0) return 'Valid';
	const isSuspended = status.isSome && info.isSome && info.unwrap().purpose.type === 'Suspension';
	return isSuspended ? 'Suspended' : 'Revoked';
}

function remembered(ask) {
	const answers = new Map();
	return (...args) => {
		const key = JSON.stringify(args);
		if (!answers.has(key)) answers.set(key, ask(...args));
		return answers.get(key);
	};
}
