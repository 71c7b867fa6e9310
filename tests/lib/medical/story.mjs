// SPDX-License-Identifier: Apache-2.0

// What a chain would say of a few days on a ward, made by hand: a stream of events in which
// everything fits together, for tests that then break something about it.

import { RECEIPTS } from './auditor/receipts.mjs';
import {
	actions,
	bolusParams,
	commandDigest,
	entryHash,
	paramsCommit,
	purposes,
	recordId,
	roles,
	ZERO_HASH,
} from './words.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = 1_800_000_000_000;
const account = (letter) => `0x${letter.repeat(64)}`;

export const WHO = {
	admin: account('a'),
	clinician: account('c'),
	second: account('d'),
	engineer: account('e'),
	reviewer: account('f'),
	patient: account('9'),
	stranger: account('8'),
	carrier: account('7'),
};
export const DEVICE = `0x${'22'.repeat(32)}`;
export const SUBJECT = `0x${'5b'.repeat(32)}`;
const SALT = `0x${'01'.repeat(32)}`;
const MODEL = { manufacturer: 1, product: 2 };
const HARD = { maxSingle: 10_000, maxWindow: 20_000, windowS: 14_400, minIntervalS: 900 };
export const CONSTANTS = {
	...{ reviewTerm: 3 * DAY, maxBreakGlass: 4 * HOUR },
	...{ maxBreakGlassBond: 100n, breakGlassesPerDay: 3 },
};
const CLINICIAN = [[0, 'Valid']];

export class Story {
	blocks = [];
	#now = START;
	#logs = new Map();
	#seq = 0;
	#digests = new Map();

	// A block some time after the one before, with the events of some calls.
	block(after, ...calls) {
		this.#now += after;
		const number = this.blocks.length + 1;
		const events = calls.flatMap((make, call) =>
			make().map(([name, data, more]) => ({ call, name, data, ...more })),
		);
		this.blocks.push({
			...{ number, now: this.#now, hash: `0x${number.toString(16).padStart(64, '0')}` },
			events: events.map((event, index) => ({ index, ...event })),
		});
	}

	get now() {
		return this.#now;
	}

	// The next link of a chain of entries.
	entry(subject, actor, action, outcome, reference = 0, suppressed = 0) {
		const { seq, prev } = this.#logs.get(subject) ?? { seq: 0, prev: ZERO_HASH };
		const entry = {
			...{ seq, subject, actor, action, outcome, reference },
			...{ at: this.#now, suppressed, prev },
		};
		this.#logs.set(subject, { seq: seq + 1, prev: entryHash(entry) });
		return ['Audited', { entry }];
	}

	decided(actor, action, value, purpose, decision, credentials = CLINICIAN) {
		const about = { device: DEVICE, record: null };
		const asked = { actor, action, value, purpose };
		return ['Decided', { ...about, ...asked, decision, isTrusted: true, credentials }];
	}

	// A refusal, with its entry unless it is only counted.
	refused(actor, action, value, purpose, refusal, { suppressed, credentials } = {}) {
		const denial = { device: DEVICE, record: null, actor, action, refusal };
		return [
			this.decided(actor, action, value, purpose, { Deny: refusal }, credentials),
			['AccessDenied', denial],
			...(suppressed === undefined
				? []
				: [this.entry(DEVICE, actor, action, { Denied: refusal }, 0, suppressed)]),
		];
	}

	// A bolus that is permitted. `uses` is how often its consent was used by now.
	bolus(requester, value, permit, { uses, consent = 0, purpose = 'Treat', breakGlass = null } = {}) {
		const seq = ++this.#seq;
		const terms = {
			...{ device: DEVICE, seq, action: 'Therapy', value },
			paramsCommit: paramsCommit(bolusParams(value), SALT),
			...{ notBefore: this.#now, expires: this.#now + 5 * MINUTE },
		};
		const digest = commandDigest(terms);
		this.#digests.set(seq, digest);
		const { basis, org, need, clinical } = permit;
		return [
			this.decided(requester, 'Therapy', value, purpose, { Permit: permit }),
			[
				'CommandProposed',
				{
					...{ terms, digest, purpose, requester, org, subject: SUBJECT, basis },
					...{ breakGlass, need, clinical },
				},
			],
			this.entry(DEVICE, requester, 'Therapy', 'Permitted', seq),
			...(need === 0 ? this.authorised(seq, digest, uses, consent) : []),
		];
	}

	// `uses` is how often a consent was used by now, if the command rests on one.
	authorised(seq, digest, uses, id = 0) {
		const used = [['ConsentUsed', { subject: SUBJECT, id, uses }]];
		return [
			...(uses === undefined ? [] : used),
			['CommandAuthorised', { device: DEVICE, seq, digest, at: this.#now }],
		];
	}

	receipt(name, seq, more = {}) {
		const { carrier } = WHO;
		const at = this.#now - 2_000;
		const event = `Command${name}`;
		const receipt = {
			...{ device: DEVICE, seq, command: this.#digests.get(seq) },
			...{ status: RECEIPTS[event], at, detail: 0 },
		};
		const carried = { receipt, keyIndex: 0, signature: { P256: `0x${'00'.repeat(64)}` } };
		return [event, { device: DEVICE, seq, at, ...more, carrier }, { receipts: [carried] }];
	}

	executed(seq, requester, after = 'Acknowledged') {
		return [
			this.receipt('Executed', seq, { detail: 0, after }),
			this.entry(DEVICE, requester, 'Therapy', 'Executed', seq),
		];
	}
}

const permit = (basis, more = {}) => ({
	...{ basis, org: 0, need: 0, clinical: false, risk: 'Low' },
	...more,
});

function recordCalls(story) {
	const { clinician, second, patient } = WHO;
	const commitment = SALT;
	const record = recordId(SUBJECT, commitment);
	const key = `0x${'33'.repeat(80)}`;
	const allowed = { Permit: permit({ Consent: 1 }) };
	const used = (uses) => ['ConsentUsed', { subject: SUBJECT, id: 1, uses }];
	const decided = (about, actor, action, decision = allowed) => {
		const [name, data] = story.decided(actor, action, 0, 'Treat', decision);
		return [name, { ...data, device: null, record: about }];
	};
	const content = { codec: 85, cid: '0x01' };
	const added = { record, subject: SUBJECT, author: clinician, content, commitment };
	return [
		() => [
			decided(SUBJECT, clinician, 'WriteRecord', {
				Permit: permit({ Consent: 1 }, { risk: 'Medium' }),
			}),
			used(1),
			['RecordAdded', { ...added, kind: 'Report', key }],
			story.entry(record, clinician, 'WriteRecord', 'Permitted'),
		],
		() => [
			decided(record, second, 'ReadRecord'),
			['RecordShared', { record, grantee: second, key, by: patient }],
			story.entry(record, second, 'ReadRecord', 'Permitted'),
		],
		() => [
			decided(record, second, 'ReadRecord'),
			used(2),
			['RecordOpened', { record, by: second, purpose: 'Treat' }],
			story.entry(record, second, 'ReadRecord', 'Permitted'),
		],
		() => [
			['KeyRemoved', { record, grantee: patient }],
			['KeyRemoved', { record, grantee: second }],
			['RecordErased', { record, receipt: SALT, by: patient }],
			story.entry(record, patient, 'WriteRecord', 'Erased'),
		],
	];
}

// After those days: who has broken the glass gets the key of a record although work is paused.
export function urgentReading(story = new Story()) {
	ward(story);
	const { clinician, second, patient } = WHO;
	const commitment = `0x${'02'.repeat(32)}`;
	const record = recordId(SUBJECT, commitment);
	const key = `0x${'33'.repeat(80)}`;
	const terms = {
		...{ grantee: { Account: clinician }, device: null, verdict: 'Permit' },
		...{ actions: actions('WriteRecord'), purposes: purposes('Treat') },
		...{ start: START, end: START + 90 * DAY, maxUses: null, docHash: SALT },
	};
	const decided = (about, actor, action, purpose, allowed) => {
		const [name, data] = story.decided(actor, action, 0, purpose, { Permit: allowed });
		return [name, { ...data, device: null, record: about }];
	};
	const opened = story.now + MINUTE;
	const added = { record, subject: SUBJECT, author: clinician, commitment };
	story.block(
		MINUTE,
		() => [['ConsentGranted', { subject: SUBJECT, id: 4, terms, epoch: null }]],
		() => [
			decided(SUBJECT, clinician, 'WriteRecord', 'Treat', {
				...permit({ Consent: 4 }, { risk: 'Medium' }),
			}),
			['ConsentUsed', { subject: SUBJECT, id: 4, uses: 1 }],
			['RecordAdded', { ...added, content: { codec: 85, cid: '0x01' }, kind: 'Report', key }],
			story.entry(record, clinician, 'WriteRecord', 'Permitted'),
		],
		() => [['WorkPaused', {}]],
		() => [
			[
				'BreakGlassOpened',
				{
					...{ id: 2, device: DEVICE, subject: SUBJECT, org: 0, requester: second },
					...{ credential: { list: 7, index: 2 }, reason: 'Unconscious' },
					...{ mask: actions('ReadRecord'), startedAt: opened, endsAt: opened + HOUR },
					...{ reviewDue: opened + HOUR + CONSTANTS.reviewTerm, bond: 0n },
				},
			],
			story.entry(DEVICE, second, 'ReadRecord', 'BreakGlassOpened', 2),
		],
		() => [
			decided(record, second, 'ReadRecord', 'BreakGlass', permit('BreakGlass')),
			['RecordShared', { record, grantee: second, key, by: patient }],
			story.entry(record, second, 'ReadRecord', 'Permitted', 2),
		],
		() => [
			decided(record, second, 'ReadRecord', 'BreakGlass', permit('BreakGlass')),
			['RecordOpened', { record, by: second, purpose: 'BreakGlass' }],
			story.entry(record, second, 'ReadRecord', 'Permitted', 2),
		],
	);
	return story.blocks;
}

// A few days on the ward.
export function ward(story = new Story()) {
	const { clinician, second, engineer, reviewer, patient, admin, stranger } = WHO;
	const member = (who, index, ...names) => [
		'MemberAdded',
		{
			...{ org: 0, account: who, roles: roles(...names) },
			...{ credential: { list: 7, index }, validUntil: START + 300 * DAY },
		},
	];
	const limits = { maxSingle: 5_000, maxWindow: 15_000 };
	const terms = {
		grantee: { Role: [0, 'Clinician'] },
		device: DEVICE,
		verdict: 'Permit',
		actions: actions('Therapy', 'ReadTelemetry'),
		purposes: purposes('Treat'),
		...{ start: START, end: START + 90 * DAY, maxUses: 3, docHash: SALT },
	};
	const first = { device: DEVICE, action: 'Therapy', limits };
	story.block(
		0,
		() => [['OrganisationRegistered', { org: 0, admin, breakGlassBond: 0n }]],
		() => [
			['OrganisationAccredited', { org: 0, isAccredited: true }],
			['CredentialListAdmitted', { list: 7, isAdmitted: true }],
		],
		() => [
			member(clinician, 1, 'Clinician'),
			member(second, 2, 'Clinician', 'Emergency'),
			member(engineer, 3, 'BiomedEngineer'),
			member(reviewer, 4, 'Reviewer'),
		],
		() => [
			[
				'DeviceEnrolled',
				{
					...{ device: DEVICE, org: 0, class: 'C', model: MODEL, epoch: 1 },
					emergency: actions('Therapy', 'SuspendTherapy', 'ReadRecord'),
					by: engineer,
				},
			],
			['PatientAdmitted', { subject: SUBJECT, org: 0, patient }],
			['DeviceAssigned', { device: DEVICE, subject: SUBJECT }],
			[
				'ProfileSet',
				{ model: MODEL, action: 'Therapy', profile: { hard: HARD, risk: 'Low' } },
			],
		],
		() => [['SoftLimitsProposed', { ...first, by: clinician }]],
		() => [['SoftLimitsSet', { ...first, by: second }]],
		() => [['ConsentGranted', { subject: SUBJECT, id: 0, terms, epoch: 1 }]],
	);
	const consent = { Consent: 0 };
	const high = { need: 1, clinical: true, risk: 'High' };
	// A bolus within all limits, and one that a second clinician approves.
	story.block(MINUTE, () => story.bolus(clinician, 3_000, permit(consent), { uses: 1 }));
	story.block(
		4_000,
		() => [story.receipt('Acknowledged', 1)],
		() => story.executed(1, clinician),
	);
	let digest;
	story.block(20 * MINUTE, () => {
		const events = story.bolus(clinician, 6_000, permit(consent, high));
		digest = events.find(([name]) => name === 'CommandProposed')[1].digest;
		return events;
	});
	const judged = { basis: consent, org: 0, breakGlass: null, need: 1, clinical: true };
	story.block(2_000, () => [
		story.decided(clinician, 'Therapy', 6_000, 'Treat', { Permit: permit(consent, high) }),
		['CommandApproved', { device: DEVICE, seq: 2, by: second, ...judged }],
		story.entry(DEVICE, second, 'Therapy', 'Permitted', 2),
		...story.authorised(2, digest, 2),
	]);
	story.block(4_000, () => story.executed(2, clinician, 'Authorised'));
	// Too much, again and again; and somebody who has no business here.
	const over = 'ExceedsSingleMax';
	story.block(
		20 * MINUTE,
		() => story.refused(clinician, 'Therapy', 10_001, 'Treat', over, { suppressed: 0 }),
		() => story.refused(clinician, 'Therapy', 10_001, 'Treat', over),
	);
	story.block(30_000, () => story.refused(clinician, 'Therapy', 10_002, 'Treat', over));
	story.block(
		31_000,
		() => story.refused(clinician, 'Therapy', 10_003, 'Treat', over, { suppressed: 2 }),
		() =>
			story.refused(stranger, 'Therapy', 1, 'Treat', 'RoleDenied', {
				...{ suppressed: 0, credentials: [] },
			}),
	);
	// The patient changes their mind while a bolus is on its way.
	story.block(MINUTE, () => story.bolus(clinician, 1_000, permit(consent), { uses: 3 }));
	story.block(2_000, () => [
		['ConsentRevoked', { subject: SUBJECT, id: 0 }],
		['CommandCancelled', { device: DEVICE, seq: 3, reason: 'ConsentGone', by: patient }],
		story.entry(DEVICE, patient, 'Therapy', 'Cancelled', 3),
	]);
	story.block(MINUTE, () =>
		story.refused(clinician, 'Therapy', 1_000, 'Treat', 'NoConsent', { suppressed: 0 }),
	);
	// An emergency, answered for.
	const opened = story.now + 30 * MINUTE;
	story.block(30 * MINUTE, () => [
		[
			'BreakGlassOpened',
			{
				...{ id: 1, device: DEVICE, subject: SUBJECT, org: 0, requester: second },
				...{ credential: { list: 7, index: 2 }, reason: 'SevereHypoglycaemia' },
				...{ mask: actions('Therapy'), startedAt: opened, endsAt: opened + HOUR },
				...{ reviewDue: opened + HOUR + CONSTANTS.reviewTerm, bond: 0n },
			},
		],
		story.entry(DEVICE, second, 'Therapy', 'BreakGlassOpened', 1),
	]);
	const emergency = { purpose: 'EmergencyTreat', breakGlass: 1 };
	const care = permit('BreakGlass', { risk: 'High' });
	story.block(MINUTE, () => story.bolus(second, 6_000, care, emergency));
	story.block(
		4_000,
		() => [story.receipt('Acknowledged', 4)],
		() => story.executed(4, second),
	);
	story.block(MINUTE, () => [
		['BreakGlassClosed', { id: 1, at: story.now }],
		story.entry(DEVICE, second, 'Therapy', 'BreakGlassClosed', 1),
	]);
	story.block(HOUR, () => [
		['BreakGlassReviewed', { id: 1, by: reviewer, outcome: 'Justified', reportHash: SALT }],
		story.entry(DEVICE, reviewer, 'Therapy', { BreakGlassReviewed: 'Justified' }, 1),
	]);
	// A record: written with a consent, shared, opened, erased.
	const records = {
		...{ ...terms, grantee: { Organisation: 0 }, device: null, maxUses: 2 },
		actions: actions('WriteRecord', 'ReadRecord'),
	};
	story.block(MINUTE, () => [
		['ConsentGranted', { subject: SUBJECT, id: 1, terms: records, epoch: null }],
	]);
	story.block(MINUTE, ...recordCalls(story));
	// The patient denies a clinician what they asked for under an older consent.
	const more = { ...terms, maxUses: null, actions: actions('Configure', 'Therapy') };
	story.block(4 * HOUR, () => [
		['ConsentGranted', { subject: SUBJECT, id: 2, terms: more, epoch: 1 }],
	]);
	story.block(MINUTE, () =>
		story.bolus(clinician, 1_000, permit({ Consent: 2 }), { uses: 1, consent: 2 }),
	);
	const denial = { ...more, grantee: { Account: clinician }, verdict: 'Deny' };
	story.block(2_000, () => [
		['ConsentGranted', { subject: SUBJECT, id: 3, terms: denial, epoch: 1 }],
		['CommandCancelled', { device: DEVICE, seq: 5, reason: 'ConsentDenied', by: patient }],
		story.entry(DEVICE, patient, 'Therapy', 'Cancelled', 5),
	]);
	// The patient looks at their own device.
	story.block(MINUTE, () => [
		story.decided(
			...[patient, 'ReadTelemetry', 0, 'PatientRequest'],
			{ Permit: permit('Patient', { org: null }) },
			[],
		),
		story.entry(DEVICE, patient, 'ReadTelemetry', 'Permitted'),
	]);
	return story.blocks;
}
