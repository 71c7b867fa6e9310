// SPDX-License-Identifier: Apache-2.0

// What was known when something was decided, gathered from the ledger: the same answer must come out
// of it. Two things no event of medical access tells are taken from the event of the decision, and
// checked elsewhere: whether the register trusted the device, and what credentials were worth.

import { ACTIONS, includes, ROLES } from '../words.mjs';
import { decide, permittedUntil, stoppedFrom } from './decide.mjs';
import { consentKey, credentialKey, memberKey } from './keys.mjs';

// What should have been told, as events have it: `{ decision, glass, until }`, with the actor's
// live break-glass, if any, and when a permit is over.
export function judge(ledger, asked) {
	const { device, record } = asked;
	// Of a record that is still to be added it is told whose it will be.
	const subject = ledger.records.get(record)?.subject ?? record;
	const facts =
		device !== null ? aboutDevice(ledger, asked) : aboutRecords(ledger, asked, subject);
	const { denied, permitted } = decide(facts, asked);
	return {
		decision: denied ? { Deny: denied } : { Permit: permitted },
		glass: facts.breakGlass?.id ?? null,
		until: permitted ? permittedUntil(facts, asked, permitted.basis) : null,
	};
}

// The open commands that a consent denies from now on, or could still be carried out when it begins
// to: the chain has to cancel them with the very call that makes it count.
export function stoppedBy(ledger, subject, denial) {
	if (denial.terms.verdict !== 'Deny' || denial.status !== 'Active') return [];
	const devices = ledger.patients.get(subject)?.devices ?? [];
	return devices.flatMap((id) =>
		ledger.openOf(id).filter((command) => {
			const { action, value, expires } = command.terms;
			const request = { action, value, purpose: command.purpose };
			const from = stoppedFrom(denial, askerOf(ledger, subject, command), request);
			return from !== null && (from === ledger.now || from < expires);
		}),
	);
}

// What whoever requested a command is by now: for a denial every credential counts.
function askerOf(ledger, subject, { terms, requester }) {
	return {
		actor: requester,
		isPatient: isPatient(ledger, subject, requester),
		capacities: capacityOrgs(ledger, requester).map((org) => {
			const { roles } = ledger.members.get(memberKey(org, requester));
			return { org, roles, credential: 'Valid' };
		}),
		device: { id: terms.device, epoch: ledger.device(terms.device).epoch },
		now: ledger.now,
	};
}

// In which organisations somebody is a member: what `Decided` has to say a state of.
export function capacityOrgs(ledger, actor) {
	return ledger.memberships.get(actor) ?? [];
}

// Whether the term of a membership is over, or its organisation not accredited.
export function isOver(ledger, org, actor) {
	const { validUntil } = ledger.members.get(memberKey(org, actor));
	return ledger.now >= validUntil || !ledger.organisations.get(org).isAccredited;
}

// Whether the events alone say that a credential can't be worth anything.
export function isVoid(ledger, org, actor) {
	const { credential, compromisedSince } = ledger.members.get(memberKey(org, actor));
	return compromisedSince !== null || !ledger.lists.has(credential.list);
}

function capacities(ledger, { actor, credentials }) {
	const states = new Map(credentials);
	return capacityOrgs(ledger, actor).map((org) => ({
		org,
		roles: ledger.members.get(memberKey(org, actor)).roles,
		credential: states.get(org) ?? 'Revoked',
	}));
}

function consentsOf(ledger, subject) {
	const patient = ledger.patients.get(subject);
	return (patient?.consents ?? []).map((id) => ledger.consents.get(consentKey(subject, id)));
}

const isPatient = (ledger, subject, actor) => {
	const patient = ledger.patients.get(subject);
	return patient !== undefined && patient.dischargedAt === null && patient.patient === actor;
};

function aboutDevice(ledger, asked) {
	const { device: id, actor, action, isTrusted } = asked;
	const device = ledger.device(id);
	const held = capacities(ledger, asked);
	const isTherapy = action === 'Therapy';
	return {
		actor,
		isPatient: isPatient(ledger, device.subject, actor),
		capacities: held,
		device: {
			...{ id, org: device.org, epoch: device.epoch, isTrusted },
			...{ isLocked: device.isLocked, isSuspended: device.isSuspended },
			hasSubject: device.subject !== null,
			profile: ledger.profile(device.model, action),
			soft: isTherapy ? device.soft : null,
			doses: isTherapy ? ledger.dosesOf(id) : [],
		},
		consents: consentsOf(ledger, device.subject),
		breakGlass: liveGlass(ledger, id, actor, held),
		now: ledger.now,
	};
}

function aboutRecords(ledger, asked, subject) {
	const { actor } = asked;
	const held = capacities(ledger, asked);
	const devices = ledger.patients.get(subject)?.devices ?? [];
	const glasses = devices.map((id) => liveGlass(ledger, id, actor, held));
	return {
		actor,
		// Their records are theirs when the relation is over, too.
		isPatient: ledger.patients.get(subject)?.patient === actor,
		capacities: held,
		device: null,
		consents: consentsOf(ledger, subject),
		breakGlass:
			glasses.find((glass) => glass && includes(glass.mask, 'ReadRecord', ACTIONS)) ?? null,
		now: ledger.now,
	};
}

// The actor's live break-glass on a device: of the same patient and organisation, by a member with
// the emergency role whose credential is valid and has not lost it.
function liveGlass(ledger, id, actor, held) {
	const device = ledger.devices.get(id);
	const glass = ledger.glassOn(id, actor);
	if (device === undefined || glass === undefined) return null;
	const isEntitled = held.some(
		({ org, roles, credential }) =>
			org === device.org && includes(roles, 'Emergency', ROLES) && credential === 'Valid',
	);
	const isRevoked = ledger.standings.get(credentialKey(glass.credential))?.isRevoked ?? false;
	return isEntitled && !isRevoked && ledger.isLive(glass) ? glass : null;
}
