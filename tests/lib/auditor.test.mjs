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
import { Ledger } from './medical/auditor/ledger.mjs';
import { isSigned } from './medical/auditor/receipts.mjs';
import { doseRefusal, total, within } from './medical/doses.mjs';
import { CONSTANTS, DEVICE, SUBJECT, Story, urgentReading, ward, WHO } from './medical/story.mjs';
import {
	actions,
	commandDigest,
	encodeEntry,
	encodeTerms,
	entryHash,
	recordId,
	roles,
} from './medical/words.mjs';

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

	it('should wait for a second person where a denial stands against the emergency', () => {
		const device = {
			...{ id: DEVICE, org: 0, epoch: 1, profile: null, soft: null, doses: [] },
			...{ isTrusted: true, isLocked: false, isSuspended: true, hasSubject: true },
		};
		const facts = {
			...{ actor: WHO.patient, isPatient: true, device, consents: [], now: 5 },
			capacities: [{ org: 0, roles: roles('Emergency'), credential: 'Valid' }],
			breakGlass: { mask: actions('ResumeTherapy') },
		};
		const request = { action: 'ResumeTherapy', value: 0, purpose: 'EmergencyTreat' };
		const free = { basis: 'BreakGlass', org: 0, need: 0, clinical: false, risk: 'Medium' };
		assert.deepEqual(decide(facts, request), { permitted: free });
		const denied = { ...facts, consents: [denial(facts, { Account: WHO.patient })] };
		const own = { basis: 'Patient', org: null, need: 1, clinical: true, risk: 'Medium' };
		assert.deepEqual(decide(denied, request), { permitted: own });
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

	it('should find a command that a denial left on its way', () => {
		const isLeft = ({ what }) => /^consent 3 of .* denies commands that are on their way/.test(what);
		const cancelled = (events) =>
			events.find(({ event }) => event.data.reason === 'ConsentDenied');
		const told = (events) => events.filter(({ event }) => event.name === 'Audited');
		const found = broken((events) => {
			const [place] = [cancelled(events)];
			const entry = told(events).find(
				(one) => one.block === place.block && one.event.call === place.event.call,
			);
			[place, entry].forEach(drop);
		});
		assert.ok(found.some(isLeft), found.map(({ what }) => what).join('\n'));
		// One that begins when the command is over leaves it alone, and one a moment earlier doesn't.
		for (const [later, isStopped] of [
			[5 * 60_000 - 2_000, false],
			[5 * 60_000 - 2_001, true],
		]) {
			const late = broken((events, blocks) => {
				const place = cancelled(events);
				const denial = named(events, 'ConsentGranted', 3).event.data;
				denial.terms = { ...denial.terms, start: place.block.now + later };
				drop(place);
			});
			assert.equal(late.some(isLeft), isStopped, `${later}`);
		}
	});

	it('should find a cancellation that no denial asks for', () => {
		const isFalse = ({ what }) => /cancelled for ConsentDenied, which is not so/.test(what);
		const denial = (events) => named(events, 'ConsentGranted', 3).event.data;
		const changes = [
			({ terms }) => (terms.grantee = { Account: WHO.second }),
			({ terms }) => (terms.grantee = { Organisation: 1 }),
			({ terms }) => (terms.grantee = { Role: [0, 'Reviewer'] }),
			({ terms }) => (terms.actions = 1),
			({ terms }) => (terms.purposes = 2),
			({ terms }) => (terms.verdict = 'Permit'),
		];
		for (const change of changes) {
			const found = broken((events) => change(denial(events)));
			assert.ok(found.some(isFalse), `${change}`);
		}
		const byRole = broken((events) => {
			denial(events).terms.grantee = { Role: [0, 'Clinician'] };
		});
		assert.deepEqual(byRole, []);
	});

	it('should find a command that outlives its consent', () => {
		const found = broken((events) => {
			const { block } = named(events, 'CommandProposed');
			named(events, 'ConsentGranted').event.data.terms.end = block.now + 299_999;
		});
		assert.ok(found.some(({ what }) => /command 1 lives for 300000 ms/.test(what)));
	});

	it('should find a compromised member who is not barred, or comes back', () => {
		const { engineer: account, admin } = WHO;
		const [story, member] = [ward(), { org: 0, account }];
		const { data: added } = story
			.flatMap(({ events }) => events)
			.find(({ name, data }) => name === 'MemberAdded' && data.account === account);
		// Each in a call of its own, except that who is removed is barred.
		const told = (...calls) => {
			const { number, now, hash } = story.at(-1);
			const events = calls.flatMap((names, call) =>
				names.map(([name, data]) => ({ call, name, data })),
			);
			const block = { number: number + 1, now: now + 2_000, hash };
			const numbered = events.map((event, index) => ({ index, ...event }));
			return findings([...story, { ...block, events: numbered }]).map(({ what }) => what);
		};
		const reported = [
			['CompromiseReported', { ...member, since: 0, by: admin }],
			['SuspectsListed', member],
		];
		const [removed, barred] = [['MemberRemoved', member], ['AccountBarred', member]];
		const [lifted, again] = [['BarLifted', member], ['MemberAdded', added]];
		assert.deepEqual(told(reported, [removed, barred], [lifted], [again]), []);
		assert.deepEqual(told([removed], [again]), []);
		for (const [expected, ...calls] of [
			[/did not bar them/, reported, [removed]],
			[/barred from 0 without a reason/, [removed, barred]],
			[/barred from 0 without a reason/, reported, [barred]],
			[/is barred from 0 and became a member/, reported, [removed, barred], [again]],
			[/was not barred from 0/, [lifted]],
		]) {
			const found = told(...calls);
			assert.ok(found.some((what) => expected.test(what)), `${expected}: ${found}`);
		}
	});

	it('should find a decision that comes out otherwise', () => {
		const tries = [
			['MemberAdded', 0, (data) => (data.roles = 2), /not .*RoleDenied/],
			['DeviceAssigned', 0, null, /not .*NoConsent/],
			['ProfileSet', 0, null, /not .*NoSafetyProfile/],
			['ProfileSet', 0, ({ profile }) => (profile.hard.minIntervalS = 3_600), /MinInterval/],
			['SoftLimitsSet', 0, null, /"need":1.*, not .*"need":0/],
			['OrganisationAccredited', 0, null, /of 0xc+ in 0 counted as Valid/],
			['MemberAdded', 0, (data) => (data.validUntil = 0), /of 0xc+ in 0 counted as Valid/],
			['MemberAdded', 0, null, /looked at organisations 0, not/],
			['OrganisationAccredited', 0, null, /adds without being accredited/],
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

	it('should know how many consents there may be, and that a draft in error is gone', () => {
		const { clinician: by, patient } = WHO;
		const told = (...more) =>
			broken((events, blocks) => {
				const { block, event } = named(events, 'ConsentGranted');
				blocks.splice(1);
				const { subject, terms } = event.data;
				more.forEach((make, i) => {
					const [name, data] = make(terms, i + 1);
					block.events.push({ ...event, name, data: { subject, id: i + 1, ...data } });
				});
			}).map(({ what }) => what);
		const grant = (verdict) => (terms) => [
			'ConsentGranted',
			{ terms: { ...terms, verdict, grantee: { Account: patient } }, epoch: 1 },
		];
		const isTooMany = (found) => found.some((what) => /is one too many/.test(what));
		const permits = (count) => Array(count).fill(grant('Permit'));
		const denials = (count) => Array(count).fill(grant('Deny'));
		assert.ok(!isTooMany(told(...permits(25), ...denials(1))));
		assert.ok(isTooMany(told(...permits(29))));
		assert.ok(!isTooMany(told(...permits(25), ...denials(6))));
		assert.ok(isTooMany(told(...permits(25), ...denials(7))));
		const draft = (terms) => ['ConsentDrafted', { terms, by }];
		assert.ok(isTooMany(told(...Array(24).fill(draft))));
		const marked = told(draft, () => ['ConsentMarkedInError', { id: 1 }]);
		assert.ok(marked.some((what) => /^draft 1 of .* was in error and was kept/.test(what)));
	});

	it('should know that who proposes limits is a clinician until they are confirmed', () => {
		const found = broken((events) => {
			const { block, event } = named(events, 'SoftLimitsSet');
			const { clinician: account, admin: by } = WHO;
			const data = { org: 0, account, since: 0, by };
			const report = { ...event, name: 'CompromiseReported', data };
			block.events.splice(block.events.indexOf(event), 0, report);
		});
		assert.match(found[0].what, /^soft limits were proposed by who is no clinician/);
	});

	it('should know that records are of the patient also after a discharge', () => {
		const story = new Story();
		const events = urgentReading(story).flatMap((block) => block.events);
		const [{ record, subject }] = events
			.filter(({ name }) => name === 'RecordAdded')
			.map(({ data }) => data)
			.slice(-1);
		const { patient } = WHO;
		const own = { basis: 'Patient', org: null, need: 0, clinical: false, risk: 'Low' };
		const asked = [patient, 'ReadRecord', 0, 'PatientRequest', { Permit: own }, []];
		story.block(
			60_000,
			() => [
				['DeviceUnassigned', { device: DEVICE, subject }],
				...[1, 2, 3, 4].map((id) => ['ConsentRevoked', { subject, id }]),
				['PatientDischarged', { subject, by: patient }],
			],
			() => [
				['Decided', { ...story.decided(...asked)[1], device: null, record }],
				['RecordOpened', { record, by: patient, purpose: 'PatientRequest' }],
				story.entry(record, patient, 'ReadRecord', 'Permitted'),
			],
		);
		assert.deepEqual(findings(story.blocks), []);
	});

	it('should know that a key is given in an emergency, also while work is paused', () => {
		assert.deepEqual(findings(urgentReading()), []);
		const told = (change) => {
			const blocks = copy(urgentReading());
			change(blocks.at(-1).events);
			return findings(blocks).map(({ what }) => what);
		};
		const without = told((events) => {
			const glass = events.findIndex(({ name }) => name === 'BreakGlassOpened');
			events.splice(glass, 2);
		});
		assert.ok(without.some((what) => /^RecordShared while new work was stopped/.test(what)));
		// Whoever may read to treat needs no emergency.
		const needless = told((events) => {
			const { terms } = events.find(({ name }) => name === 'ConsentGranted').data;
			Object.assign(terms, { grantee: { Organisation: 0 }, actions: 0xfff });
		});
		assert.ok(needless.some((what) => /^RecordShared by 0xd+ was not decided/.test(what)));
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

// The ledger of the story up to an event, and what it finds from then on.
function ledgerBefore(name, nth = 0) {
	const flaws = [];
	const ledger = new Ledger(CONSTANTS, (what) => flaws.push(what));
	const events = ward().flatMap(({ number, now, events: inner }) =>
		inner.map((event) => ({ ...event, now, call: `${number} ${event.call}` })),
	);
	const found = events.indexOf(events.filter((event) => event.name === name)[nth]);
	const end = found < 0 ? events.length : found;
	const isOfLedger = (event) => !['Decided', 'AccessDenied', 'Audited'].includes(event.name);
	let last;
	for (const event of events.slice(0, end).filter(isOfLedger)) {
		if (event.call !== last) ledger.settle();
		({ now: ledger.now, call: last } = event);
		ledger.take(event.name, event.data);
	}
	assert.deepEqual(flaws, []);
	// Of the last call the rest is missing.
	ledger.settle();
	flaws.splice(0);
	const take = (what, data) => {
		ledger.take(what, data);
		ledger.settle();
		return flaws.splice(0);
	};
	return { ledger, take, event: events[end]?.data };
}

describe('the ledger', () => {
	it('should find a command that outlives what it rests on', () => {
		const early = broken((events) => {
			const { terms } = named(events, 'CommandProposed').event.data;
			named(events, 'ConsentGranted').event.data.terms.end = terms.expires - 1;
		});
		assert.ok(early.some(({ what }) => /^command 1 lives for/.test(what)));
	});

	it('should let what was authorised expire when a slow clock cannot matter any more', () => {
		for (const [late, isFound] of [
			[119_999, true],
			[120_000, false],
		]) {
			const { ledger, take } = ledgerBefore('CommandCancelled');
			ledger.now = ledger.command(DEVICE, 3).terms.expires + late;
			const found = take('CommandExpired', { device: DEVICE, seq: 3 });
			assert.equal(found.length > 0, isFound, `${late} ms later: ${found}`);
		}
		const { ledger, take } = ledgerBefore('CommandApproved');
		ledger.now = ledger.command(DEVICE, 2).terms.expires;
		assert.deepEqual(take('CommandExpired', { device: DEVICE, seq: 2 }), []);
	});

	it('should find what is open though the device has passed it over', () => {
		const later = () => {
			const { ledger, take, event } = ledgerBefore('CommandCancelled');
			const command = copy(ledger.command(DEVICE, 3));
			ledger.commands.set(`${DEVICE} 4`, { ...command, terms: { ...command.terms, seq: 4 } });
			const executed = { device: DEVICE, seq: 4, at: ledger.now, after: 'Authorised' };
			return { ledger, take, executed, cancelled: { ...event, reason: 'Overtaken' } };
		};
		const open = later();
		assert.match(open.take('CommandExecuted', open.executed)[0], /passed over commands/);
		const closed = later();
		closed.ledger.take('CommandExecuted', closed.executed);
		assert.deepEqual(closed.take('CommandCancelled', closed.cancelled), []);
		const early = later();
		assert.match(early.take('CommandCancelled', early.cancelled)[0], /Overtaken, .* not so/);
	});

	it('should not let a receipt from before an enrolment switch the therapy', () => {
		const { ledger, take } = ledgerBefore('none');
		const [{ data: enrolled }] = ward()
			.flatMap(({ events }) => events)
			.filter(({ name }) => name === 'DeviceEnrolled');
		take('DeviceUnassigned', { device: DEVICE, subject: SUBJECT });
		take('DeviceWithdrawn', { device: DEVICE });
		assert.deepEqual(take('DeviceEnrolled', enrolled), []);
		assert.equal(ledger.device(DEVICE).switchedBy, ledger.lastCommands.get(DEVICE));
	});

	it('should let the glass be broken for the next patient, and not again for the same one', () => {
		const { ledger, take, event } = ledgerBefore('CommandProposed', 3);
		const glass = { ...ledger.glass(1), startedAt: ledger.now };
		const again = (id, subject) => {
			const endsAt = ledger.now + 60_000;
			const reviewDue = endsAt + CONSTANTS.reviewTerm;
			return take('BreakGlassOpened', { ...glass, id, subject, endsAt, reviewDue });
		};
		assert.ok(event.breakGlass === 1 && ledger.glassOn(DEVICE, glass.requester) !== undefined);
		assert.match(again(2, SUBJECT)[0], /the one before is not reviewed/);
		const subject = `0x${'5c'.repeat(32)}`;
		const next = ledgerBefore('CommandProposed', 3);
		next.take('DeviceUnassigned', { device: DEVICE, subject: SUBJECT });
		next.take('PatientAdmitted', { subject, org: 0, patient: glass.requester });
		next.take('DeviceAssigned', { device: DEVICE, subject });
		assert.equal(next.ledger.glassOn(DEVICE, glass.requester), undefined);
		const [endsAt, startedAt] = [next.ledger.now + 60_000, next.ledger.now];
		const reviewDue = endsAt + CONSTANTS.reviewTerm;
		const opened = { ...glass, id: 2, subject, startedAt, endsAt, reviewDue };
		assert.deepEqual(next.take('BreakGlassOpened', opened), []);
	});

	it('should let whom the authority assigned review what is overdue, and nothing else', () => {
		const { ledger, take, event } = ledgerBefore('BreakGlassReviewed');
		const assigned = { id: 1, reviewer: WHO.stranger };
		const review = { ...event, by: WHO.stranger };
		assert.match(take('ReviewAssigned', assigned)[0], /without being overdue/);
		ledger.now = ledger.glass(1).reviewDue;
		ledger.glass(1).assignedTo = null;
		const other = ledgerBefore('BreakGlassReviewed');
		assert.match(other.take('BreakGlassReviewed', review)[0], /without the role/);
		assert.deepEqual(take('ReviewAssigned', assigned), []);
		assert.deepEqual(take('BreakGlassReviewed', review), []);
	});

	it('should find a bond that prices out emergencies', () => {
		const { take } = ledgerBefore('none');
		const bond = CONSTANTS.maxBreakGlassBond;
		assert.deepEqual(take('BreakGlassBondChanged', { org: 0, bond }), []);
		assert.match(take('BreakGlassBondChanged', { org: 0, bond: bond + 1n })[0], /a bond of 101/);
	});
});
