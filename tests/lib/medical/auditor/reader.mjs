// SPDX-License-Identifier: Apache-2.0

// Reads what an auditor needs from a node: the events of every final block, what other registers
// said at the time, and the state in the end. Any node will do, also one that lies: what it says
// has to fit together.

import { callView } from '../../view.mjs';
import { plain } from './plain.mjs';

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
		if (number <= to) asked.push(block(api, number));
		if (number > AHEAD) yield await asked.shift();
	}
	while (asked.length > 0) yield await asked.shift();
}

async function block(api, number) {
	const hash = await api.rpc.chain.getBlockHash(number);
	const at = await api.at(hash);
	const [records, now] = await Promise.all([at.query.system.events(), at.query.timestamp.now()]);
	const events = records
		.map(({ event, phase }, index) => ({ event, phase, index }))
		.filter(({ event }) => event.section === SECTION)
		.map(({ event, phase, index }) => ({
			index,
			call: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : phase.type,
			name: event.method,
			data: fields(event),
		}));
	return { number, hash: hash.toHex(), now: now.toNumber(), events };
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
	const findings = [];
	for (const question of questions) {
		const { block, index, hash } = question;
		const moments = [await parent(hash), hash];
		const answer = question.device === undefined ? credentialState : isTrusted;
		const answers = await Promise.all(moments.map((at) => answer(ask, question, at)));
		const told = question.device === undefined ? question.state : question.isTrusted;
		if (!answers.includes(told)) {
			const what =
				question.device === undefined
					? `credential ${question.credential.list}/${question.credential.index}`
					: `the trust in ${question.device}`;
			findings.push({ block, index, what: `${what} was ${answers.at(-1)}, not ${told}` });
		}
	}
	return findings;
}

async function isTrusted(ask, { device, epoch }, at) {
	const [known, trusted] = await Promise.all([
		ask('DeviceIdentity.device', [device], at),
		ask('DeviceIdentity.trusted', [device, 'Medical'], at),
	]);
	return known.isSome && known.unwrap().epoch.toNumber() === epoch && trusted.isOk;
}

async function credentialState(ask, { credential: { list, index } }, at) {
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
