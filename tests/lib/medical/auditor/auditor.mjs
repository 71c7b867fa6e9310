// SPDX-License-Identifier: Apache-2.0

// Goes through everything that a chain said of medical access, block by block, and finds whatever
// cannot be: decisions that come out otherwise, entries that are missing, changed or out of order,
// consents that were used too often, commands that nobody approved. Events in, findings out: no
// chain is asked here. What registers of others said is left as questions for whoever can ask them.

import { ACTIONS, named } from '../words.mjs';
import { memberKey, same, show } from './keys.mjs';
import { Ledger, Unknown } from './ledger.mjs';
import { Logs } from './log.mjs';
import { capacityOrgs, isOver, isVoid, judge } from './judge.mjs';
import { RECEIPTS } from './receipts.mjs';

// The entry that an event leads to: `[subject, entry]`.
const ENTRIES = {
	CommandProposed: ({ terms, requester }) => [
		terms.device,
		{ actor: requester, action: terms.action, outcome: 'Permitted', reference: terms.seq },
	],
	CommandApproved: (data, ledger) => ofCommand(data, ledger, 'Permitted', data.by),
	CommandExecuted: (data, ledger) => ofCommand(data, ledger, 'Executed'),
	CommandFailed: (data, ledger) => ofCommand(data, ledger, 'Failed'),
	CommandRejected: (data, ledger) => ofCommand(data, ledger, 'Rejected'),
	CommandCancelled: (data, ledger) => ofCommand(data, ledger, 'Cancelled', data.by),
	CommandExpired: (data, ledger) => ofCommand(data, ledger, 'Expired'),
	BreakGlassOpened: (data) => ofGlass(data, data.requester, 'BreakGlassOpened'),
	BreakGlassClosed: ({ id }, ledger) =>
		ofGlass(ledger.glass(id), ledger.glass(id).requester, 'BreakGlassClosed'),
	BreakGlassReviewed: ({ id, by, outcome }, ledger) =>
		ofGlass(ledger.glass(id), by, { BreakGlassReviewed: outcome }),
	RecordAdded: ({ record, author }) => ofRecord(record, author, 'WriteRecord', 'Permitted'),
	RecordShared: ({ record, grantee }, ledger, glass) =>
		ofRecord(record, grantee, 'ReadRecord', 'Permitted', glass ?? 0),
	RecordOpened: ({ record, by }, ledger, glass) =>
		ofRecord(record, by, 'ReadRecord', 'Permitted', glass ?? 0),
	RecordErased: ({ record, by }) => ofRecord(record, by, 'WriteRecord', 'Erased'),
};

function ofCommand({ device, seq }, ledger, outcome, actor) {
	const { requester, terms } = ledger.command(device, seq);
	const fields = { action: terms.action, outcome, reference: seq };
	return [device, { actor: actor ?? requester, ...fields }];
}

// An entry has one action. Of those that a break-glass covers it has the first one.
const ofGlass = ({ id, device, mask }, actor, outcome) => [
	device,
	{ actor, action: named(mask, ACTIONS)[0], outcome, reference: id },
];

const ofRecord = (record, actor, action, outcome, reference = 0) => [
	record,
	{ actor, action, outcome, reference },
];

// What may come of a permit.
const EFFECTS = [
	...['CommandProposed', 'CommandApproved', 'CommandCancelled'],
	...['RecordAdded', 'RecordOpened', 'RecordShared'],
];
// What must have been decided for what happens to a record. Of one that is added it was decided
// about the patient.
const RECORDS = {
	RecordAdded: ({ subject, author }) => ({
		...{ record: subject, actor: author, action: 'WriteRecord', purpose: 'Treat' },
	}),
	RecordShared: ({ record, grantee }, reading) => ({
		...{ record, actor: grantee, action: 'ReadRecord', purpose: reading() },
	}),
	RecordOpened: ({ record, by, purpose }) => ({
		...{ record, actor: by, action: 'ReadRecord', purpose },
	}),
};
const READS = ['ReadTelemetry', 'ReadConfig', 'ReadLog'];

export class Auditor {
	findings = [];
	// What only other registers know: `{ block, index, device, isTrusted }`, `{ block, index,
	// credential, state }`, and whose key a receipt was signed with, `{ block, index, carried }`.
	questions = [];
	counts = {
		blocks: 0,
		events: 0,
		decisions: 0,
		permits: 0,
		denials: 0,
		entries: 0,
		receipts: 0,
	};
	// Every entry with its hash and block, for whoever exports them.
	entries = [];
	#logs = new Logs();
	#place = null;
	#call = null;

	constructor(constants) {
		this.ledger = new Ledger(constants, (what) => this.#flaw(what));
	}

	#flaw(what) {
		this.findings.push({ ...this.#place, what });
	}

	// Takes in a block: `{ number, now, events }`, and of each event `{ index, call, name, data }`:
	// its number in the block, that of the transaction it belongs to, and plain values. What a
	// device is said to have done comes with the `receipts` of that transaction.
	take({ number, hash, now, events }) {
		this.counts.blocks++;
		this.ledger.now = now;
		this.#place = { block: number, index: null, hash };
		for (const event of events) {
			if (this.#call?.id !== event.call) this.#begin(event.call);
			this.#place = { block: number, index: event.index, hash };
			this.counts.events++;
			try {
				this.#event(event);
			} catch (error) {
				if (!(error instanceof Unknown)) throw error;
				this.#flaw(`${event.name}: ${error.message}`);
			}
		}
		if (this.#call !== null) this.#end();
	}

	#begin(id) {
		if (this.#call !== null) this.#end();
		this.#call = { id, due: [], told: [], decided: null, isUsed: false };
	}

	#event({ name, data, receipts }) {
		if (name === 'Decided') return this.#decided(data);
		if (name === 'AccessDenied') return this.#denied(data);
		if (name === 'Audited') {
			this.counts.entries++;
			this.#call.told.push({ entry: data.entry, place: this.#place });
			return undefined;
		}
		this.#fits(name, data);
		if (RECEIPTS[name]) this.#carried(name, data, receipts);
		const entry = ENTRIES[name]?.(data, this.ledger, this.#call.decided?.glass);
		this.ledger.take(name, data);
		if (entry) this.#due(...entry);
		return undefined;
	}

	#due(subject, entry) {
		this.#call.due.push({ ...this.#logs.entry(subject, entry), place: this.#place });
	}

	// --- Decisions ---

	#decided(data) {
		this.#resolved();
		this.counts.decisions++;
		const { device, record, actor, action, decision, isTrusted, credentials } = data;
		if ((device === null) === (record === null)) {
			this.#flaw('a decision is about a device or a record, not both');
		}
		if (device === null && !isTrusted) this.#flaw('records need no trust');
		const orgs = credentials.map(([org]) => org);
		const due = capacityOrgs(this.ledger, actor);
		if (!same([...orgs].sort(), [...due].sort())) {
			this.#flaw(`the decision looked at organisations ${orgs}, not ${due}`);
		}
		for (const [org, state] of credentials) this.#credential(org, actor, state);
		if (device !== null) {
			const { epoch } = this.ledger.device(device);
			this.questions.push({ ...this.#place, device, epoch, isTrusted });
		}
		const found = judge(this.ledger, data);
		this.ledger.permittedUntil = found.until ?? Infinity;
		if (!same(found.decision, decision)) {
			const what = `${action} by ${actor} of ${device ?? record}`;
			this.#flaw(`${what}: decided ${show(decision)}, not ${show(found.decision)}`);
		}
		const refusal = decision.Deny ?? null;
		this.counts[refusal === null ? 'permits' : 'denials']++;
		const basis = decision.Permit?.basis;
		const isRead = READS.includes(action);
		this.#call.decided = {
			...{ data, refusal, place: this.#place },
			glass: basis === 'BreakGlass' ? found.glass : null,
			// The use of a consent is counted when something may be done with it at last.
			consent: isRead || record !== null ? (basis?.Consent ?? null) : null,
			isWaiting: refusal === null && !isRead,
		};
		if (refusal === null && isRead) {
			const reference = this.#call.decided.glass ?? 0;
			this.#due(device, { actor, action, outcome: 'Permitted', reference });
		}
	}

	#credential(org, actor, state) {
		const member = this.ledger.members.get(memberKey(org, actor));
		if (member === undefined) return;
		const isExpired = isOver(this.ledger, org, actor);
		if (isExpired !== (state === 'Expired')) {
			this.#flaw(`the credential of ${actor} in ${org} counted as ${state}`);
		}
		if (isExpired) return;
		if (isVoid(this.ledger, org, actor)) {
			if (state !== 'Revoked')
				this.#flaw(`a void credential of ${actor} counted as ${state}`);
			return;
		}
		this.questions.push({ ...this.#place, credential: member.credential, state });
	}

	#denied({ device, record, actor, action, refusal }) {
		const { decided } = this.#call;
		const fits =
			decided?.refusal === refusal &&
			same(
				[device, record, actor, action],
				['device', 'record', 'actor', 'action'].map((name) => decided.data[name]),
			);
		if (!fits) {
			this.#flaw(`a refusal of ${action} to ${actor} that was not decided`);
			return;
		}
		decided.refusal = null;
		const subject = device ?? record;
		const entry = this.#logs.denial(subject, { actor, action, refusal }, this.ledger.now);
		if (entry) this.#call.due.push({ ...entry, place: this.#place });
	}

	// What follows a decision must be what it allowed.
	#fits(name, data) {
		const { decided } = this.#call;
		if (name === 'ConsentUsed') this.#used(decided, data);
		if (name === 'CommandAuthorised') this.#isCounted(data);
		if (RECORDS[name]) {
			const reading = () => this.#reading(decided);
			this.#records(name, decided, RECORDS[name](data, reading));
		}
		if (name === 'CommandProposed') {
			const { terms, requester, purpose } = data;
			this.#follows(decided, { ...terms, requester, purpose }, data);
		}
		if (name === 'CommandApproved') {
			const { device, seq, by } = data;
			const { terms, requester, purpose } = this.ledger.command(device, seq);
			this.#follows(decided, { ...terms, requester, purpose }, data);
			const member = this.ledger.members.get(memberKey(this.ledger.device(device).org, by));
			if (member) {
				const { credential } = member;
				this.questions.push({ ...this.#place, credential, state: 'Valid' });
			}
		}
		// That a reader may have a key uses up nothing: reading will.
		if (decided && name === 'RecordShared') decided.consent = null;
		if (decided && EFFECTS.includes(name)) decided.isWaiting = false;
	}

	// What a reader gets a key for: to treat, and in an emergency if they may not do that.
	#reading(decided) {
		if (decided === null) return 'Treat';
		const { decision } = judge(this.ledger, { ...decided.data, purpose: 'Treat' });
		return decision.Permit ? 'Treat' : 'BreakGlass';
	}

	// What a device has done, it has to have said itself, of this very command.
	#carried(name, { device, seq, at, detail }, receipts = []) {
		const { digest: command } = this.ledger.command(device, seq);
		const told = { device, seq, command, status: RECEIPTS[name], at };
		const due = detail === undefined ? told : { ...told, detail };
		const carried = receipts.find(({ receipt }) =>
			Object.keys(due).every((part) => receipt[part] === due[part]),
		);
		if (carried === undefined) {
			this.#flaw(`no receipt says that command ${seq} is ${due.status} like this`);
			return;
		}
		this.counts.receipts++;
		this.questions.push({ ...this.#place, carried });
	}

	// What happens to a record must have been permitted, too, and every time.
	#records(name, decided, expected) {
		const isPermitted = decided?.isWaiting && decided.data.decision.Permit !== undefined;
		const fits = Object.keys(expected).every((part) => decided?.data[part] === expected[part]);
		if (!isPermitted || !fits) this.#flaw(`${name} by ${expected.actor} was not decided`);
	}

	#used(decided, { id }) {
		if (decided?.consent === id) {
			decided.consent = null;
		} else if (decided?.data.decision.Permit?.basis.Consent === id && !this.#call.isUsed) {
			this.#call.isUsed = true;
		} else {
			this.#flaw(`consent ${id} was used without a decision that rests on it`);
		}
	}

	// A command that rests on a consent uses it up when it is authorised.
	#isCounted({ device, seq }) {
		const { basis } = this.ledger.command(device, seq);
		if (basis.Consent !== undefined && !this.#call.isUsed) {
			this.#flaw(`command ${seq} rests on consent ${basis.Consent}, and no use was counted`);
		}
		this.#call.isUsed = false;
	}

	#follows(decided, { device, action, value, requester, purpose }, judged) {
		const permit = decided?.data.decision.Permit;
		const asked = decided && [
			...['device', 'action', 'value', 'actor', 'purpose'].map((name) => decided.data[name]),
		];
		const told = Object.fromEntries(
			['basis', 'org', 'need', 'clinical'].map((name) => [name, judged[name]]),
		);
		const allowed = permit && {
			...{ basis: permit.basis, org: permit.org },
			...{ need: permit.need, clinical: permit.clinical },
		};
		const due = [device, action, value, requester, purpose];
		if (!permit || !same(asked, due) || !same(told, allowed)) {
			this.#flaw(`a command for ${action} by ${requester} that was not decided like this`);
		}
		if (decided && judged.breakGlass !== decided.glass) {
			this.#flaw(`it rests on break-glass ${judged.breakGlass}, not ${decided.glass}`);
		}
	}

	// Before the next decision or the end of the call, the one before must have had its effect.
	#resolved() {
		const { decided } = this.#call;
		if (decided === null) return;
		this.#call.decided = null;
		const { data, refusal, consent, isWaiting } = decided;
		const what = `${data.action} by ${data.actor}`;
		const { block, index, hash } = decided.place;
		const flaw = (text) => this.findings.push({ block, index, hash, what: text });
		if (refusal !== null) flaw(`${what} was refused, and nobody was told`);
		if (isWaiting) flaw(`${what} was permitted, and nothing came of it`);
		if (consent !== null) flaw(`${what} rests on consent ${consent}, and no use was counted`);
	}

	// --- The end of a call ---

	#end() {
		this.#resolved();
		const { due, told } = this.#call;
		this.#call = null;
		const place = this.#place;
		for (const { entry, place: at } of told) {
			this.#place = at;
			const next = due.findIndex(({ subject }) => subject === entry.subject);
			const [expected] = next < 0 ? [null] : due.splice(next, 1);
			if (expected === null) this.#flaw(`an entry about ${entry.subject} without a cause`);
			const { place: cause, ...fields } = expected ?? {};
			for (const difference of this.#logs.append(entry, known(fields), this.ledger.now)) {
				this.#flaw(`entry ${entry.seq} about ${entry.subject}: ${difference}`);
			}
			const { head } = this.#logs.head(entry.subject);
			this.entries.push({ ...at, entry, hash: head });
		}
		for (const { subject, outcome, place: cause } of due) {
			this.#place = cause;
			this.#flaw(`no entry about ${subject} says ${show(outcome)}`);
		}
		this.#place = place;
		this.ledger.settle();
	}

	// The heads of all chains of entries: what the chain has to say of them in the end.
	get heads() {
		return this.#logs.subjects.map((subject) => ({ subject, ...this.#logs.head(subject) }));
	}
}

// What is known of an entry.
const known = (fields) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
