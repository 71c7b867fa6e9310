// SPDX-License-Identifier: Apache-2.0

// Whether the state of the chain is the one that its events lead to.

import {
	commandKey,
	consentKey,
	credentialKey,
	memberKey,
	profileKey,
	same,
	show,
} from './keys.mjs';
import { plain } from './plain.mjs';

const some =
	(...names) =>
	(record) =>
		Object.fromEntries(names.map((name) => [name, record[name]]));

// Of each map of the pallet: its key and content, and the ledger's, as the same plain values.
const MAPS = {
	organisations: {
		key: ([org]) => org,
		stored: some('admin', 'isAccredited', 'breakGlassBond', 'overdue'),
		kept: ({ bond, ...rest }) => ({ ...rest, breakGlassBond: bond }),
	},
	members: {
		key: ([org, account]) => memberKey(org, account),
		stored: ({ compromise, ...record }) => ({
			...some('roles', 'credential', 'validUntil')(record),
			compromisedSince: compromise?.since ?? null,
		}),
		kept: some('roles', 'credential', 'validUntil', 'compromisedSince'),
	},
	bars: {
		of: 'barred',
		key: ([org, account]) => memberKey(org, account),
		stored: some('removedAt'),
		kept: (bar) => bar,
	},
	medicalDevices: {
		of: 'devices',
		key: ([device]) => device,
		stored: some(
			...['org', 'class', 'emergency', 'model', 'epoch', 'subject', 'isLocked'],
			...['isSuspended', 'switchedBy', 'soft', 'proposal'],
		),
		kept: (device) => device,
	},
	lastCommands: { key: ([device]) => device, stored: Number, kept: Number },
	patients: {
		key: ([subject]) => subject,
		stored: some(
			...['org', 'patient', 'reviewer', 'consents', 'nextConsent', 'devices'],
			'dischargedAt',
		),
		kept: (patient) => patient,
	},
	consents: {
		key: ([subject, id]) => consentKey(subject, id),
		stored: some('terms', 'status', 'uses', 'epoch'),
		kept: some('terms', 'status', 'uses', 'epoch'),
	},
	profiles: {
		key: ([model, action]) => profileKey(model, action),
		stored: ({ profile }) => profile,
		kept: (profile) => profile,
	},
	commands: {
		key: ([device, seq]) => commandKey(device, seq),
		stored: some(
			...[
				'purpose',
				'requester',
				'org',
				'deviceOrg',
				'subject',
				'basis',
				'breakGlass',
				'need',
			],
			...['clinical', 'approvals', 'state', 'proposedAt', 'authorisedAt', 'finishedAt'],
		),
		kept: ({ terms, digest, ...rest }) => rest,
	},
	windowDoses: {
		of: 'doses',
		key: ([device]) => device,
		stored: byNumber,
		kept: byNumber,
		isEmpty: (doses) => doses.length === 0,
	},
	breakGlasses: {
		of: 'glasses',
		key: ([id]) => id,
		stored: ({ review, ...record }) => ({
			...some(
				...['device', 'subject', 'org', 'requester', 'credential', 'reason', 'mask'],
				...['startedAt', 'endsAt', 'reviewDue', 'closedAt', 'isFlagged', 'assignedTo'],
			)(record),
			review: review && { by: review.by, outcome: review.outcome },
		}),
		kept: ({ id, bond, ...rest }) => rest,
	},
	emergencyStandings: {
		of: 'standings',
		key: ([credential]) => credentialKey(credential),
		stored: some('pending', 'day', 'opened', 'isRevoked'),
		kept: (standing) => standing,
		isEmpty: ({ opened, isRevoked }) => opened === 0 && !isRevoked,
	},
	records: {
		key: ([record]) => record,
		stored: ({ keys, erasure, ...record }) => ({
			...some('subject', 'author', 'kind', 'commitment', 'content')(record),
			keys: keys.map(({ grantee }) => grantee).sort(),
			isErased: erasure !== null,
		}),
		kept: ({ keys, ...rest }) => ({ ...rest, keys: [...keys].sort() }),
	},
};

function byNumber(doses) {
	return doses.map(some('seq', 'at', 'value')).sort((a, b) => a.seq - b.seq);
}

// What differs between the ledger and the state at a block, and how much was compared. `logs` are the
// heads of the chains of entries.
export async function compareState(api, hash, ledger, logs) {
	const { query } = await api.at(hash);
	const found = await Promise.all(
		Object.entries(MAPS).map(async ([name, map]) => {
			const entries = await query.medicalAccess[name].entries();
			const stored = entries.map(([key, record]) => [
				map.key(key.args.map(plain)),
				map.stored(plain(record)),
			]);
			return compare(name, new Map(stored), ledger[map.of ?? name], map);
		}),
	);
	const heads = await query.medicalAccess.auditLogs.entries();
	const stored = heads.map(([key, log]) => [plain(key.args[0]), plain(log)]);
	const told = new Map(logs.map(({ subject, ...head }) => [subject, head]));
	const map = {
		stored: ({ nextSeq, head }) => ({ entries: nextSeq, head }),
		kept: (head) => head,
	};
	found.push(
		compare(
			'auditLogs',
			new Map(stored.map(([key, log]) => [key, map.stored(log)])),
			told,
			map,
		),
	);
	return {
		findings: found.flatMap(({ differing }) => differing),
		compared: found.reduce((sum, { compared }) => sum + compared, 0),
	};
}

function compare(name, stored, kept, { kept: view, isEmpty = () => false }) {
	const differing = [];
	const keys = new Set([...stored.keys(), ...kept.keys()]);
	for (const key of keys) {
		const [there, here] = [stored.get(key) ?? null, kept.get(key) ?? null];
		const due = here === null || isEmpty(here) ? null : view(here);
		const has = there === null || isEmpty(there) ? null : there;
		if (same(has, due)) continue;
		const parts =
			has && due
				? Object.keys({ ...has, ...due }).filter((part) => !same(has[part], due[part]))
				: [];
		const what =
			parts.length > 0
				? parts.map((part) => `${part} is ${show(has[part])}, not ${show(due[part])}`)
				: `it is ${has ? 'there' : 'gone'}, and by its events it is not`;
		differing.push({ block: null, index: null, what: `state: ${name} ${key}: ${what}` });
	}
	return { differing, compared: keys.size };
}
