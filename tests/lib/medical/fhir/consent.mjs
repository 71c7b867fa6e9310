// SPDX-License-Identifier: Apache-2.0

// A FHIR R5 Consent as what a patient signs, and what to change about one that can't be.

import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeAddress } from '@polkadot/util-crypto';
import { blake2_256, bytes, hex } from '../../device.mjs';
import { ACTIONS, mask, PURPOSES, ROLES } from '../words.mjs';
import { ACCESS, didOf, EXTENSION, kebab, purposeCoding, REASONS, SYSTEM, word } from './codes.mjs';

const MAX_CONSENT_MS = 366 * 24 * 3_600_000;

// A resource that can't be mapped, with what to change about it.
export class NotMapped extends Error {
	constructor(where, what) {
		super(`${where}: ${what}`);
		this.where = where;
	}
}

function refuse(where, what) {
	throw new NotMapped(where, what);
}

const STATUSES = {
	draft: 'draftConsent',
	active: 'grantConsent',
	inactive:
		'it is over, so there is nothing to grant. To end one that is on the chain, call ' +
		'revoke_consent with its number.',
	'not-done': 'nobody agreed to it. Import it once its status is draft or active.',
	'entered-in-error':
		'it should never have been. If it is on the chain, call mark_consent_in_error with its ' +
		'number.',
	unknown: 'nobody knows whether it holds. Find out, and set it to draft or active.',
};
// Elements that would narrow or widen what is permitted in a way that no device could check.
const NOT_IN_PROVISION = [
	'securityLabel',
	'documentType',
	'resourceType',
	'code',
	'dataPeriod',
	'expression',
];

// What to call so that a Consent is on the chain: `{ call, args, document }`. `args` are the subject
// and the terms, as the chain's API takes them. `document` has the salt of `docHash`, to be kept
// with the resource and destroyed with it. `genesis` is of the chain whose devices it may name.
export function importConsent(consent, { genesis, salt }) {
	if (consent?.resourceType !== 'Consent') {
		refuse('resourceType', 'it has to be a Consent.');
	}
	const call = STATUSES[consent.status];
	if (call === undefined) refuse('Consent.status', 'it is missing or none of FHIR R5.');
	if (call.includes(' ')) refuse(`Consent.status ${consent.status}`, call);
	if (consent.implicitRules || consent.modifierExtension) {
		refuse('Consent', 'it has rules that change its meaning. Write it without them.');
	}
	const verdict = { permit: 'Permit', deny: 'Deny' }[consent.decision];
	if (!verdict) {
		refuse(
			'Consent.decision',
			'say permit or deny. A consent that says neither decides nothing.',
		);
	}
	const provision = theProvision(consent);
	const { start, end } = periodOf(consent, provision);
	const terms = {
		grantee: granteeOf(consent, provision),
		device: deviceOf(provision, genesis),
		verdict,
		actions: actionsOf(provision),
		purposes: purposesOf(provision),
		start,
		end,
		maxUses: maxUsesOf(provision),
		docHash: documentHash(consent, salt),
	};
	return {
		call,
		args: { subject: subjectOf(consent), terms },
		document: { salt: hex(bytes(salt)) },
	};
}

function theProvision({ provision = [] }) {
	if (provision.length !== 1) {
		refuse(
			'Consent.provision',
			`there are ${provision.length} of them. Write one Consent for each, since each is ` +
				'granted and revoked by itself.',
		);
	}
	const [only] = provision;
	if (only.provision?.length > 0) {
		refuse(
			'Consent.provision.provision',
			'it is an exception. Write it as a Consent of its own with the other decision: a ' +
				'denial outweighs every permit.',
		);
	}
	if (only.modifierExtension) {
		refuse('Consent.provision', 'it has a modifier that nobody here knows. Leave it out.');
	}
	const found = NOT_IN_PROVISION.find((name) => [only[name] ?? []].flat().length > 0);
	if (found) {
		refuse(
			`Consent.provision.${found}`,
			'no device can check it. Say with actions, purposes and data what it is about.',
		);
	}
	return only;
}

function subjectOf({ subject }) {
	const { system, value } = subject?.identifier ?? {};
	if (system !== SYSTEM.subject || !isHash(value)) {
		refuse(
			'Consent.subject',
			`it has to be the patient's pseudonym in the organisation: an identifier with the ` +
				`system ${SYSTEM.subject} and 0x and 64 digits. No name and no number of a ` +
				'patient goes on the chain.',
		);
	}
	return value.toLowerCase();
}

const isHash = (value) => /^0x[0-9a-f]{64}$/i.test(value ?? '');

// A moment with its time and zone: a day alone begins at different times in different places.
function moment(where, value) {
	const isWhole = /T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value ?? '');
	const at = Date.parse(value);
	if (!isWhole || !Number.isSafeInteger(at) || at < 0) {
		refuse(where, 'give the date, the time to the second and the zone: 2026-01-31T08:00:00Z.');
	}
	return at;
}

// When both the consent and its provision have a period, both have to hold.
function periodOf(consent, provision) {
	const periods = [
		['Consent.period', consent.period],
		['Consent.provision.period', provision.period],
	].filter(([, period]) => period !== undefined);
	if (periods.length === 0) {
		refuse('Consent.provision.period', 'say from when and until when it holds.');
	}
	const start = Math.max(...periods.map(([at, { start }]) => moment(`${at}.start`, start)));
	const end = Math.min(...periods.map(([at, { end }]) => moment(`${at}.end`, end)));
	if (end <= start) refuse('Consent.provision.period', 'it ends before it starts.');
	if (end - start > MAX_CONSENT_MS) {
		refuse('Consent.provision.period', 'it is longer than 366 days. Renew it every year.');
	}
	return { start, end };
}

// The actor of the provision. `grantee` alone is for finding a consent, so it must not say more.
function granteeOf({ grantee = [] }, { actor = [] }) {
	const where = 'Consent.provision.actor';
	if (actor.length !== 1) {
		refuse(where, `there are ${actor.length} of them. Write one Consent for each.`);
	}
	const found = actorOf(where, actor[0]);
	const others = grantee.map((reference) => actorOf('Consent.grantee', { reference }));
	const org = (one) => one.Organisation ?? one.Role?.[0];
	const isSame = (one) =>
		one.Account === found.Account && (one.Account !== undefined || org(one) === org(found));
	if (!others.every(isSame)) {
		refuse('Consent.grantee', 'it names somebody else than the actor of the provision.');
	}
	return found;
}

function actorOf(where, { role, reference }) {
	const { system, value } = reference?.identifier ?? {};
	const roles = (role?.coding ?? []).filter((coding) => coding.system === SYSTEM.role);
	const name = word(roles[0]?.code, ROLES);
	if (role && (roles.length !== 1 || !name)) {
		const known = ROLES.map(kebab).join(', ');
		refuse(`${where}.role`, `it needs one code of ${SYSTEM.role}: ${known}.`);
	}
	if (system === SYSTEM.organisation && /^\d{1,9}$/.test(value)) {
		const org = Number(value);
		return name ? { Role: [org, name] } : { Organisation: org };
	}
	if (system !== SYSTEM.account || name) {
		refuse(
			`${where}.reference`,
			`it needs an identifier: an account with the system ${SYSTEM.account} and no role, ` +
				`or an organisation's number with the system ${SYSTEM.organisation}, with or ` +
				'without a role.',
		);
	}
	try {
		return { Account: hex(decodeAddress(value)) };
	} catch {
		return refuse(`${where}.reference`, `'${value}' is no address of an account.`);
	}
}

function deviceOf({ data = [] }, genesis) {
	if (data.length === 0) return null;
	const where = 'Consent.provision.data';
	if (data.length !== 1 || data[0].meaning !== 'instance') {
		refuse(where, 'name one device, with the meaning instance, or none for all of them.');
	}
	const { system, value } = data[0].reference?.identifier ?? {};
	const prefix = didOf('0x', genesis);
	const id = `0x${value?.slice(prefix.length)}`;
	if (system !== SYSTEM.uri || !value.startsWith(prefix) || !isHash(id)) {
		refuse(
			`${where}.reference`,
			`it needs an identifier with the system ${SYSTEM.uri} and the device's DID on this ` +
				`chain: ${prefix} and 64 digits.`,
		);
	}
	return id;
}

function actionsOf({ action = [] }) {
	const where = 'Consent.provision.action';
	if (action.length === 0) refuse(where, 'name each action that is meant. None stands for all.');
	return mask(
		action.flatMap(({ coding = [] }) => codedActions(where, coding)),
		ACTIONS,
	);
}

function codedActions(where, coding) {
	const own = coding.find(({ system }) => system === SYSTEM.action);
	const found = word(own?.code, ACTIONS);
	if (found) return [found];
	const isAccess = coding.some(
		({ system, code }) => system === SYSTEM.consentAction && code === 'access',
	);
	if (own || !isAccess) {
		refuse(
			where,
			`each needs a code of ${SYSTEM.action} (${ACTIONS.map(kebab).join(', ')}), or the ` +
				`code access of ${SYSTEM.consentAction}, which stands for everything that reads.`,
		);
	}
	return ACCESS;
}

function purposesOf({ purpose = [] }) {
	const where = 'Consent.provision.purpose';
	if (purpose.length === 0)
		refuse(where, 'name each purpose that is meant. None stands for all.');
	const found = purpose.map(({ system, code }) => {
		const name = PURPOSES.find((purpose) => {
			const coding = purposeCoding(purpose);
			return coding.system === system && coding.code === code;
		});
		return (
			name ??
			refuse(
				where,
				`'${code}' is none of ${Object.values(REASONS).join(', ')} of ${SYSTEM.reason}, ` +
					`and not service of ${SYSTEM.purpose}.`,
			)
		);
	});
	return mask(found, PURPOSES);
}

function maxUsesOf({ extension = [] }) {
	const found = extension.filter(({ url }) => url === EXTENSION.maxUses);
	if (found.length === 0) return null;
	const [{ valuePositiveInt: most }] = found;
	if (found.length > 1 || !Number.isInteger(most) || most < 1 || most >= 2 ** 32) {
		refuse('Consent.provision.extension', 'the number of uses has to be one valuePositiveInt.');
	}
	return most;
}

// A resource as text that is the same whatever the order of its members.
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical)}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const members = Object.keys(value)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
	return `{${members}}`;
}

// The salted commitment to the document that was agreed to.
export function documentHash(resource, salt) {
	if (bytes(salt).length < 16) refuse('salt', 'it has to be 16 random bytes or more.');
	return hex(blake2_256(concatBytes(bytes(salt), utf8ToBytes(canonical(resource)))));
}
