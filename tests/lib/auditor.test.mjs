// SPDX-License-Identifier: Apache-2.0

// The auditor: its rules by the published vectors and by what may never happen, and that it finds
// whatever is wrong with what a chain says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ALGORITHM_NAMES, bytes, Device, hex, Key } from './device.mjs';
import { random } from './market/profiles.mjs';
import { Auditor } from './medical/auditor/auditor.mjs';
import { decide } from './medical/auditor/decide.mjs';
import { isSigned } from './medical/auditor/receipts.mjs';
import { doseRefusal, total, within } from './medical/doses.mjs';
import { CONSTANTS, DEVICE, ward } from './medical/story.mjs';
import { commandDigest, encodeEntry, encodeTerms, entryHash, recordId } from './medical/words.mjs';

function vectors(name) {
	const file = new URL(`../../authorisation/vectors/${name}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8'));
}

// `['Denied', 'NoConsent']` of the vectors as what the chain's client makes of it.
const tagged = (value) => (Array.isArray(value) ? { [value[0]]: value[1] } : value);

const limitsOf = (hard) => ({
	maxSingle: hard.max_single,
	maxWindow: hard.max_window,
	windowS: hard.window_s,
	minIntervalS: hard.min_interval_s,
});

function factsOf(vector) {
	const { device, consents } = vector;
	return {
		actor: vector.actor,
		isPatient: vector.is_patient,
		capacities: vector.capacities.map(([org, roles, credential]) => ({
			...{ org, roles, credential },
		})),
		device: device && {
			id: device.id,
			org: device.org,
			isTrusted: device.is_trusted,
			isLocked: device.is_locked,
			isSuspended: device.is_suspended,
			hasSubject: device.has_subject,
			epoch: device.epoch,
			profile: device.profile && {
				hard: limitsOf(device.profile),
				risk: device.profile.risk,
			},
			soft: device.soft && {
				maxSingle: device.soft.max_single,
				maxWindow: device.soft.max_window,
			},
			doses: device.doses.map(([at, value]) => ({ at, value })),
		},
		consents: consents.map(({ id, status, uses, epoch, max_uses: maxUses, ...terms }) => {
			const [kind, ...who] = terms.grantee;
			const grantee = { [kind]: who.length > 1 ? who : who[0] };
			return { ...{ id, status, uses, epoch }, terms: { ...terms, grantee, maxUses } };
		}),
		breakGlass: vector.break_glass === null ? null : { mask: vector.break_glass },
		now: vector.now,
	};
}

function decisionOf(decision) {
	if (typeof decision === 'string') return { denied: decision };
	const { basis, ...rest } = decision;
	return { permitted: { ...rest, basis: tagged(basis) } };
}

describe('the published vectors', () => {
	it('should have the bytes and hashes of audit entries', () => {
		for (const { encoded, hash, ...vector } of vectors('audit')) {
			const entry = { ...vector, outcome: tagged(vector.outcome) };
			assert.equal(hex(encodeEntry(entry)), encoded);
			assert.equal(entryHash(entry), hash);
		}
	});

	it('should have the bytes and digests of commands', () => {
		for (const vector of vectors('commands')) {
			const { params_commit: paramsCommit, not_before: notBefore, ...rest } = vector;
			const terms = { ...rest, paramsCommit, notBefore };
			assert.equal(hex(encodeTerms(terms)), vector.encoded);
			assert.equal(commandDigest(terms), vector.digest);
		}
	});

	it('should have the ids of records', () => {
		for (const { subject, commitment, record } of vectors('records')) {
			assert.equal(recordId(subject, commitment), record);
		}
	});

	it('should decide on doses', () => {
		for (const { name, hard, steps } of vectors('doses')) {
			const limits = limitsOf(hard);
			const doses = [];
			for (const [at, value, expected] of steps) {
				const refusal = doseRefusal(limits, doses, at, value);
				if (refusal === null) doses.push({ at, value });
				const found = refusal ?? total(within(doses, limits.windowS, at));
				assert.equal(found, expected, `${name} at ${at}`);
			}
		}
	});

	it('should decide on requests', () => {
		for (const [i, vector] of vectors('decisions').entries()) {
			const found = decide(factsOf(vector), vector);
			assert.deepEqual(found, decisionOf(vector.decision), `decision ${i}`);
		}
	});
});

describe('a decision', () => {
	const draw = random(6);
	const cases = vectors('decisions').map((vector) => [factsOf(vector), vector]);
	const isPermitted = (facts, request) => decide(facts, request).permitted !== undefined;
	const shuffled = (list) =>
		list
			.map((value) => [draw(), value])
			.sort(([a], [b]) => a - b)
			.map(([, value]) => value);
	// A denial of everything, for everybody who could be meant.
	const denial = (facts, grantee) => ({
		...{ id: 99, status: 'Active', uses: 0, epoch: null },
		terms: {
			...{ grantee, device: null, verdict: 'Deny', actions: 0xfff, purposes: 0x1ff },
			...{ start: facts.now - 1, end: facts.now + 1, maxUses: null },
		},
	});

	it('should not depend on the order of what is known', () => {
		for (const [facts, request] of cases) {
			const { consents, capacities, device } = facts;
			const other = {
				...facts,
				consents: shuffled(consents),
				capacities: shuffled(capacities),
				device: device && { ...device, doses: shuffled(device.doses) },
			};
			assert.deepEqual(decide(other, request), decide(facts, request));
		}
	});

	it('should never become a permit by a denial, or by a permit that is gone', () => {
		let permits = 0;
		for (const [facts, request] of cases) {
			if (isPermitted(facts, request)) permits++;
			const { consents, capacities, actor } = facts;
			const grantees = [
				{ Account: actor },
				...capacities.map(({ org }) => ({ Organisation: org })),
			];
			for (const grantee of grantees) {
				const stricter = { ...facts, consents: [...consents, denial(facts, grantee)] };
				const isAllowed = isPermitted(stricter, request);
				assert.ok(!isAllowed || isPermitted(facts, request));
				// Against a denial there is only the patient's own wish.
				assert.ok(!isAllowed || facts.isPatient);
			}
			for (const gone of consents.filter(({ terms }) => terms.verdict === 'Permit')) {
				const left = consents.filter((consent) => consent !== gone);
				const isAllowed = isPermitted({ ...facts, consents: left }, request);
				assert.ok(!isAllowed || isPermitted(facts, request));
			}
		}
		assert.ok(permits > 50, `${permits} of the vectors are permits`);
	});

	it('should not become a permit when a credential, a role or a break-glass is lost', () => {
		for (const [facts, request] of cases) {
			const isAllowed = isPermitted(facts, request);
			const without = [
				{ ...facts, breakGlass: null },
				...['Revoked', 'Suspended', 'Expired'].map((credential) => ({
					...facts,
					capacities: facts.capacities.map((one) => ({ ...one, credential })),
				})),
			];
			without.forEach((less) => assert.ok(!isPermitted(less, request) || isAllowed));
		}
	});
});

// The findings about a stream of events.
function findings(blocks) {
	const auditor = new Auditor(CONSTANTS);
	blocks.forEach((block) => auditor.take(block));
	return auditor.findings;
}

// A copy that shares nothing with itself, as decoded events don't.
function copy(value) {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(copy);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}

// The story of the ward, with something changed about the events that `pick` chooses.
function broken(change) {
	const blocks = copy(ward());
	const events = blocks.flatMap((block) => block.events.map((event) => ({ block, event })));
	change(events, blocks);
	return findings(blocks);
}

// The `i`-th event of the story.
broken.at = (i) => ({ event: ward().flatMap(({ events }) => events)[i] });

// The paths of everything in a value that is not an object.
function leaves(value, path = []) {
	if (value === null || typeof value !== 'object') return [path];
	return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

// Changes the value at a path into another one of its kind.
function alter(data, path) {
	const parent = path.slice(0, -1).reduce((value, key) => value[key], data);
	const key = path.at(-1);
	const value = parent[key];
	if (value === null) parent[key] = 1;
	else if (typeof value === 'boolean') parent[key] = !value;
	else if (typeof value === 'number') parent[key] = value + 1;
	else if (typeof value === 'bigint') parent[key] = value + 1n;
	else if (value.startsWith('0x'))
		parent[key] = value.replace(/.$/, (c) => (c === '0' ? '1' : '0'));
	else parent[key] = 'Other';
}

const named = (events, name, nth = 0) => events.filter(({ event }) => event.name === name).at(nth);

function drop({ block, event }) {
	block.events.splice(block.events.indexOf(event), 1);
}

// Saying these again changes nothing.
const HARMLESS = [
	'OrganisationAccredited twice',
	'CredentialListAdmitted twice',
	'ProfileSet twice',
	'SoftLimitsProposed twice',
];
// What somebody said, which nothing else in the story has to fit: the state or the transaction has
// it too, and both are elsewhere. Of numbers it is tried whether one more is found.
const ONLY_TOLD = [
	...['OrganisationRegistered admin', 'OrganisationRegistered breakGlassBond'],
	...['MemberAdded credential.index', 'MemberAdded roles', 'MemberAdded validUntil'],
	...['DeviceEnrolled class', 'DeviceEnrolled emergency'],
	...['ProfileSet profile.hard.maxWindow', 'ProfileSet profile.hard.minIntervalS'],
	...['ProfileSet profile.hard.windowS', 'ProfileSet profile.risk'],
	...['ConsentGranted terms.actions', 'ConsentGranted terms.docHash'],
	...['ConsentGranted terms.start', 'ConsentGranted terms.end', 'ConsentGranted terms.maxUses'],
	...['Decided purpose', 'Decided value'],
	...['CommandAcknowledged carrier', 'CommandExecuted carrier'],
	...['BreakGlassOpened bond', 'BreakGlassOpened reason', 'BreakGlassReviewed reportHash'],
	...['RecordAdded content.codec', 'RecordAdded content.cid', 'RecordAdded kind'],
	...['RecordAdded key', 'RecordShared key', 'RecordErased receipt'],
];

describe('the auditor', () => {
	it('should find nothing where everything agrees', () => {
		assert.deepEqual(findings(ward()), []);
	});

	it('should keep every entry with its own hash', () => {
		const auditor = new Auditor(CONSTANTS);
		ward().forEach((block) => auditor.take(block));
		assert.equal(auditor.entries.length, auditor.counts.entries);
		for (const { entry, hash } of auditor.entries) assert.equal(hash, entryHash(entry));
		const { head } = auditor.heads.find(({ subject }) => subject === DEVICE);
		const own = auditor.entries.filter(({ entry }) => entry.subject === DEVICE);
		assert.equal(own.at(-1).hash, head);
	});

	it('should find an entry that is missing', () => {
		const found = broken((events) => drop(named(events, 'Audited', 4)));
		assert.match(found[0].what, /^no entry about 0x22.* says "?Executed/);
		// And the next one doesn't continue the one before.
		assert.ok(found.some(({ what }) => /seq is 5, not 4/.test(what)));
		assert.ok(found.some(({ what }) => /prev is 0x/.test(what)));
	});

	it('should find an outcome that was changed', () => {
		const found = broken((events) => {
			named(events, 'Audited', 4).event.data.entry.outcome = 'Failed';
		});
		assert.match(found[0].what, /outcome is Failed, not Executed/);
		// The entry has another hash than the next one names.
		assert.match(found[1].what, /entry 5 .*: prev is/);
		assert.equal(found.length, 2);
	});

	it('should find a pair that was reordered', () => {
		const found = broken((events) => {
			const [one, other] = [named(events, 'Audited', 1), named(events, 'Audited', 2)];
			[one.event.data, other.event.data] = [other.event.data, one.event.data];
		});
		assert.ok(found.some(({ what }) => /entry 2 .*: seq is 2, not 1/.test(what)));
		assert.ok(found.some(({ what }) => /entry 1 .*: seq is 1, not 3/.test(what)));
	});

	it('should find a consent that was used too often', () => {
		const found = broken((events) => {
			const { data } = named(events, 'ConsentGranted').event;
			data.terms = { ...data.terms, maxUses: 2 };
		});
		assert.ok(found.some(({ what }) => /permits 2 uses and was used 3 times/.test(what)));
		assert.ok(found.some(({ what }) => /decided .*Permit.* not .*NoConsent/.test(what)));
	});

	it('should find a decision that comes out otherwise', () => {
		const tries = [
			['MemberAdded', 0, (data) => (data.roles = 2), /not .*RoleDenied/],
			['DeviceAssigned', 0, null, /not .*NoConsent/],
			['ProfileSet', 0, null, /not .*NoSafetyProfile/],
			['ProfileSet', 0, ({ profile }) => (profile.hard.minIntervalS = 3_600), /MinInterval/],
			['SoftLimitsSet', 0, null, /"need":1.*, not .*"need":0/],
			['OrganisationAccredited', 0, null, /looked at organisations 0, not/],
			['ConsentGranted', 0, ({ terms }) => (terms.verdict = 'Deny'), /ConsentDenied/],
			['ConsentRevoked', 0, null, /cancelled for ConsentGone, which is not so/],
			['BreakGlassOpened', 0, (data) => (data.mask = 1), /BreakGlass.*not .*NoConsent/],
		];
		for (const [name, nth, change, expected] of tries) {
			const found = broken((events) => {
				const place = named(events, name, nth);
				if (change) change(place.event.data);
				else drop(place);
			});
			const told = found.map(({ what }) => what);
			assert.ok(
				told.some((what) => expected.test(what)),
				`${name}: ${told.join('\n')}`,
			);
		}
	});

	it('should find a receipt that is missing or of something else', () => {
		const changes = [
			(event) => delete event.receipts,
			(event) => (event.receipts = []),
			...['device', 'command', 'seq', 'status', 'at', 'detail'].map((part) => (event) => {
				alter(event.receipts[0].receipt, [part]);
			}),
		];
		for (const change of changes) {
			const found = broken((events) => change(named(events, 'CommandExecuted').event));
			assert.deepEqual(
				found.map(({ what }) => what),
				['no receipt says that command 1 is Executed like this'],
			);
		}
	});

	it('should tell a receipt that its device has not signed', () => {
		const [genesis, other] = [`0x${'11'.repeat(32)}`, `0x${'12'.repeat(32)}`];
		const fields = { seq: 1, command: other, status: 'Executed', at: 1_800_000_000_000 };
		for (const algorithm of ALGORITHM_NAMES) {
			const device = new Device(genesis, 'Ed25519');
			const [key, stranger] = [new Key(algorithm), new Key(algorithm)];
			const [receipt, signature] = device.commandReceipt(fields, key);
			const carried = { receipt, signature };
			assert.equal(isSigned(carried, key.arg, genesis), true);
			const wrong = [
				[carried, stranger.arg, genesis],
				[carried, key.arg, other],
				[{ ...carried, receipt: { ...receipt, detail: 1 } }, key.arg, genesis],
				[{ ...carried, signature: { Other: signature[algorithm] } }, key.arg, genesis],
			];
			for (const tried of wrong) assert.equal(isSigned(...tried), false);
		}
	});

	it('should ask other registers what it cannot know', () => {
		const auditor = new Auditor(CONSTANTS);
		ward().forEach((block) => auditor.take(block));
		const [trust, credential] = [
			auditor.questions.filter(({ device }) => device === DEVICE),
			auditor.questions.filter(({ credential }) => credential),
		];
		// Records need no trust.
		assert.equal(trust.length, auditor.counts.decisions - 3);
		assert.ok(credential.every(({ state }) => state === 'Valid'));
		// A credential of a list that counts no more is worth nothing, whatever the event says.
		const found = broken((events) => {
			named(events, 'CredentialListAdmitted').event.data.isAdmitted = false;
		});
		assert.ok(found.some(({ what }) => /void credential .* counted as Valid/.test(what)));
	});

	it('should find any event that is missing, told twice or told by somebody else', () => {
		const count = ward().flatMap(({ events }) => events).length;
		const missed = [];
		for (let i = 0; i < count; i++) {
			const at = (events) => events[i];
			let name;
			const without = broken((events) => {
				({ name } = at(events).event);
				drop(at(events));
			});
			const twice = broken((events) => {
				const { block, event } = at(events);
				block.events.splice(block.events.indexOf(event), 0, copy(event));
			});
			if (without.length === 0) missed.push(`${name} missing`);
			if (twice.length === 0) missed.push(`${name} twice`);
		}
		assert.deepEqual(new Set(missed), new Set(HARMLESS));
	});

	it('should find any field that was changed', () => {
		const missed = new Set();
		let tried = 0;
		const count = ward().flatMap(({ events }) => events).length;
		for (let i = 0; i < count; i++) {
			const { event } = broken.at(i);
			for (const path of leaves(event.data)) {
				tried++;
				const found = broken((events) => alter(events[i].event.data, path));
				if (found.length === 0) missed.add(`${event.name} ${path.join('.')}`);
			}
		}
		console.log(`  ${tried} changed fields, ${missed.size} kinds of them not found`);
		assert.deepEqual([...missed].sort(), [...ONLY_TOLD].sort());
	});
});
