// SPDX-License-Identifier: Apache-2.0

// Limits, consents and commands: what events say of them.

import { MAX_DOSES, within } from '../../doses.mjs';
import { commandDigest } from '../../words.mjs';
import { mayApprove } from '../decide.mjs';
import { stoppedBy } from '../judge.mjs';
import { commandKey, consentKey, memberKey, OPEN, profileKey, same, SETTLED } from '../keys.mjs';

const DAY_MS = 86_400_000;
const MAX_CONSENT_MS = 366 * DAY_MS;
// How many consents of a patient are kept, at most; how many when one is granted that permits, and
// when a clinician drafts one.
const MAX_CONSENTS = 32;
const MAX_PERMITS = 28;
const MAX_DRAFTS = 24;
const MIN_LIFE_MS = 60_000;
const MAX_LIFE_MS = DAY_MS;
const CLOCK_TOLERANCE_MS = 120_000;

export const TREATMENT = {
	ProfileSet(ledger, { model, action, profile }) {
		ledger.profiles.set(profileKey(model, action), profile);
	},

	ProfileRemoved(ledger, { model, action }) {
		ledger.profiles.delete(profileKey(model, action));
	},

	SoftLimitsProposed(ledger, { device, action, limits, by }) {
		isForSoft(ledger, device, action, by).proposal = { limits, by };
	},

	SoftLimitsSet(ledger, { device, action, limits, by }) {
		const entry = isForSoft(ledger, device, action, by);
		const isSame = same(entry.proposal?.limits, limits);
		ledger.check(
			entry.proposal !== null && isSame,
			'soft limits differ from what was proposed',
		);
		ledger.check(entry.proposal?.by !== by, 'soft limits were confirmed by who proposed them');
		const isColleague = ledger.hasRole(entry.org, entry.proposal?.by, 'Clinician');
		ledger.check(isColleague, 'soft limits were proposed by who is no clinician any more');
		Object.assign(entry, { soft: limits, proposal: null });
	},

	ConsentDrafted(ledger, { subject, id, terms }) {
		const epoch = ledger.devices.get(terms.device)?.epoch ?? null;
		addConsent(ledger, subject, id, terms, 'Draft', epoch);
	},

	ConsentActivated(ledger, { subject, id, epoch }) {
		const consent = ledger.consent(subject, id);
		ledger.check(consent.status === 'Draft', `consent ${id} was no draft`);
		epochFits(ledger, subject, id, epoch);
		Object.assign(consent, { status: 'Active', epoch });
		stops(ledger, subject, consent);
	},

	ConsentGranted(ledger, { subject, id, terms, epoch }) {
		addConsent(ledger, subject, id, terms, 'Active', epoch);
		epochFits(ledger, subject, id, epoch);
		stops(ledger, subject, ledger.consent(subject, id));
	},

	ConsentRevoked(ledger, { subject, id }) {
		endConsent(ledger, subject, id, 'Inactive');
	},

	ConsentMarkedInError(ledger, { subject, id }) {
		const isDraft = ledger.consent(subject, id).status === 'Draft';
		endConsent(ledger, subject, id, 'EnteredInError');
		if (!isDraft) return;
		// It was never in force.
		ledger.atEnd(
			() => !ledger.consents.has(consentKey(subject, id)),
			() => `draft ${id} of ${subject} was in error and was kept`,
		);
	},

	ConsentRemoved(ledger, { subject, id }) {
		const patient = ledger.patient(subject);
		patient.consents = patient.consents.filter((other) => other !== id);
		ledger.consents.delete(consentKey(subject, id));
	},

	ConsentUsed(ledger, { subject, id, uses }) {
		const consent = ledger.consent(subject, id);
		const { maxUses, verdict } = consent.terms;
		ledger.check(
			uses === consent.uses + 1,
			`use ${uses} of consent ${id} follows ${consent.uses}`,
		);
		ledger.check(verdict === 'Permit', `consent ${id} is a denial and was used`);
		ledger.check(
			maxUses === null || uses <= maxUses,
			`consent ${id} permits ${maxUses} uses and was used ${uses} times`,
		);
		consent.uses = uses;
	},

	CommandProposed(ledger, { terms, digest, ...rest }) {
		const { device, seq, notBefore, expires } = terms;
		const { subject, org: deviceOrg } = ledger.device(device);
		ledger.check(rest.subject === subject, `command ${seq} is for another patient`);
		const last = ledger.lastCommands.get(device) ?? 0;
		ledger.check(seq === last + 1, `command ${seq} follows ${last}`);
		ledger.check(
			commandDigest(terms) === digest,
			`the digest of command ${seq} is another one`,
		);
		const life = expires - notBefore;
		const end = groundEnd(ledger, rest.breakGlass);
		const least = end === expires ? 1 : MIN_LIFE_MS;
		ledger.check(
			life >= least && life <= MAX_LIFE_MS && notBefore >= ledger.now && expires <= end,
			`command ${seq} lives for ${life} ms from ${notBefore}`,
		);
		ledger.lastCommands.set(device, seq);
		ledger.commands.set(commandKey(device, seq), {
			...{ terms, digest, ...rest, deviceOrg, approvals: [], state: 'Proposed' },
			...{ proposedAt: ledger.now, authorisedAt: null, finishedAt: null },
		});
		moves(ledger, device, seq);
	},

	CommandApproved(ledger, { device, seq, by, ...judged }) {
		const command = ledger.command(device, seq);
		ledger.check(
			command.state === 'Proposed',
			`command ${seq} was approved when ${command.state}`,
		);
		ledger.check(by !== command.requester, `command ${seq} was approved by its requester`);
		ledger.check(!command.approvals.includes(by), `command ${seq} was approved twice by ${by}`);
		command.approvals.push(by);
		const { basis, org, breakGlass, need, clinical } = judged;
		Object.assign(command, { basis, org, breakGlass, need, clinical });
		// On another ground it may be over sooner.
		const expires = Math.min(command.terms.expires, groundEnd(ledger, breakGlass));
		command.terms = { ...command.terms, expires };
		command.digest = commandDigest(command.terms);
		const { org: home } = ledger.device(device);
		const isEntitled = mayApprove(ledger.rolesOf(home, by), command.terms.action, clinical);
		ledger.check(isEntitled, `${by} approved command ${seq} without being entitled to`);
		moves(ledger, device, seq);
	},

	CommandAuthorised(ledger, { device, seq, digest, at }) {
		const command = ledger.command(device, seq);
		const { state, approvals, need, terms } = command;
		ledger.check(state === 'Proposed', `command ${seq} was authorised when ${state}`);
		ledger.check(approvals.length >= need, `command ${seq} lacks approvals`);
		ledger.check(digest === command.digest, `another command ${seq} was authorised`);
		ledger.check(at === ledger.now, `command ${seq} was authorised at another time`);
		ledger.check(at < terms.expires, `command ${seq} was authorised after its time`);
		Object.assign(command, { state: 'Authorised', authorisedAt: at });
		// As if it were given at the last moment: it counts in every window that it can fall into.
		if (terms.action === 'Therapy') dose(ledger, device, seq, terms.expires, terms.value);
	},

	CommandAcknowledged(ledger, { device, seq, at }) {
		const command = ledger.command(device, seq);
		isReceipt(ledger, command, at, 'Acknowledged');
		const { state } = command;
		ledger.check(state === 'Authorised', `command ${seq} was acknowledged when ${state}`);
		command.state = 'Acknowledged';
	},

	CommandExecuted(ledger, data) {
		const { terms, authorisedAt } = settle(ledger, data, 'Executed');
		// The device obeys none of them any more.
		ledger.atEnd(
			() => ledger.openOf(terms.device).every((open) => open.terms.seq > terms.seq),
			() => `the device has passed over commands before ${terms.seq}, and they are open`,
		);
		if (terms.action !== 'Therapy') return;
		const at = Math.min(Math.max(data.at, authorisedAt), ledger.now);
		dose(ledger, terms.device, terms.seq, at, terms.value);
	},

	CommandFailed(ledger, data) {
		free(ledger, settle(ledger, data, 'Failed'));
	},

	CommandRejected(ledger, data) {
		free(ledger, settle(ledger, data, 'Rejected'));
	},

	CommandCancelled(ledger, { device, seq, reason, by }) {
		const command = ledger.command(device, seq);
		close(ledger, device, seq, 'Cancelled');
		ledger.atEnd(
			() => isReason(ledger, command, reason, by),
			() => `command ${seq} was cancelled for ${reason}, which is not so`,
		);
	},

	CommandExpired(ledger, { device, seq }) {
		const { terms, authorisedAt } = ledger.command(device, seq);
		// The device may have done it at the last moment by its own clock.
		const grace = authorisedAt === null ? 0 : CLOCK_TOLERANCE_MS;
		const isOver = ledger.now >= terms.expires + grace;
		ledger.check(isOver, `command ${seq} expired before its time`);
		close(ledger, device, seq, 'Expired');
	},

	CommandRemoved(ledger, { device, seq }) {
		const { state } = ledger.command(device, seq);
		ledger.check(!OPEN.includes(state), `command ${seq} was removed while it was open`);
		free(ledger, ledger.command(device, seq));
		ledger.commands.delete(commandKey(device, seq));
	},

	TherapySwitched(ledger, { device, isSuspended, seq }) {
		const entry = ledger.device(device);
		const command = ledger.command(device, seq);
		const action = isSuspended ? 'SuspendTherapy' : 'ResumeTherapy';
		const isDone = command.state === 'Executed' && command.terms.action === action;
		ledger.check(isDone, `therapy was switched by command ${seq}, which says something else`);
		ledger.check(seq > entry.switchedBy, `therapy was switched by an older command ${seq}`);
		Object.assign(entry, { isSuspended, switchedBy: seq });
	},
};

// What rests on a break-glass or a consent is over with it, and before a denial begins.
function groundEnd(ledger, breakGlass) {
	const glass = breakGlass === null ? Infinity : ledger.glass(breakGlass).endsAt;
	return Math.min(glass, ledger.permittedUntil);
}

function isForSoft(ledger, device, action, by) {
	const entry = ledger.device(device);
	const isEntitled = ledger.hasRole(entry.org, by, 'Clinician') && entry.subject !== null;
	ledger.check(isEntitled && action === 'Therapy', `${by} may not set soft limits of ${action}`);
	return entry;
}

function addConsent(ledger, subject, id, terms, status, epoch) {
	const patient = ledger.patient(subject);
	ledger.check(id === patient.nextConsent, `consent ${id} of ${subject} is out of turn`);
	const length = terms.end - terms.start;
	ledger.check(length > 0 && length <= MAX_CONSENT_MS, `consent ${id} is too long or too short`);
	const { length: kept } = patient.consents;
	ledger.check(kept < roomFor(status, terms), `consent ${id} is one too many`);
	patient.nextConsent = id + 1;
	patient.consents.push(id);
	ledger.consents.set(consentKey(subject, id), { id, terms, status, epoch, uses: 0 });
}

// To deny there is always room left.
function roomFor(status, { verdict }) {
	if (status === 'Draft') return MAX_DRAFTS;
	return verdict === 'Permit' ? MAX_PERMITS : MAX_CONSENTS;
}

function epochFits(ledger, subject, id, epoch) {
	const { device } = ledger.consent(subject, id).terms;
	const now = ledger.devices.get(device)?.epoch ?? null;
	ledger.check(epoch === now, `consent ${id} is bound to epoch ${epoch}, not ${now}`);
}

// In the same call, a denial cancels what it would have refused.
function stops(ledger, subject, consent) {
	const stopped = stoppedBy(ledger, subject, consent);
	stopped.forEach((command) => ledger.stopped.add(command));
	const isLeft = ({ state }) => OPEN.includes(state);
	ledger.atEnd(
		() => !stopped.some(isLeft),
		() => `consent ${consent.id} of ${subject} denies commands that are on their way`,
	);
}

// In the same block, whatever rests on it is cancelled.
function endConsent(ledger, subject, id, status) {
	const consent = ledger.consent(subject, id);
	const isOpen = ['Draft', 'Active'].includes(consent.status);
	ledger.check(isOpen || status !== consent.status, `consent ${id} ended twice`);
	consent.status = status;
	const rests = ({ subject: other, basis, state }) =>
		other === subject && basis.Consent === id && OPEN.includes(state);
	ledger.atEnd(
		() => ![...ledger.commands.values()].some(rests),
		() => `commands rest on consent ${id} of ${subject}, which has ended`,
	);
}

// What is complete must not lie about as proposed.
function moves(ledger, device, seq) {
	const { need, approvals } = ledger.command(device, seq);
	if (approvals.length < need) return;
	ledger.atEnd(
		() => ledger.commands.get(commandKey(device, seq))?.state !== 'Proposed',
		() => `command ${seq} is complete and was not authorised`,
	);
}

// A device is believed, also after somebody took the command back: it acted before it heard.
function isReceipt(ledger, { terms, authorisedAt, state }, at, what) {
	const { seq } = terms;
	ledger.check(authorisedAt !== null, `command ${seq} is ${what} and was never authorised`);
	ledger.check(!SETTLED.includes(state), `command ${seq} is ${what} after it was ${state}`);
	const isInTime =
		at <= ledger.now + CLOCK_TOLERANCE_MS && at >= authorisedAt - CLOCK_TOLERANCE_MS;
	ledger.check(isInTime, `the receipt of command ${seq} is of another time`);
}

function settle(ledger, { device, seq, at, after }, state) {
	const command = ledger.command(device, seq);
	isReceipt(ledger, command, at, state);
	ledger.check(after === command.state, `command ${seq} was ${command.state}, not ${after}`);
	Object.assign(command, { state, finishedAt: ledger.now });
	return command;
}

function isReason(ledger, command, reason, by) {
	const { terms, requester, approvals, subject, basis, breakGlass, deviceOrg } = command;
	const device = ledger.devices.get(terms.device);
	const people = [[command.org, requester], ...approvals.map((who) => [deviceOrg, who])]
		.filter(([org]) => org !== null)
		.map(([org, who]) => ledger.members.get(memberKey(org, who)));
	switch (reason) {
		case 'Withdrawn':
			return (
				by === requester ||
				ledger.patients.get(subject)?.patient === by ||
				ledger.organisations.get(deviceOrg)?.admin === by ||
				ledger.hasRole(deviceOrg, by, 'SecurityOfficer') ||
				[...ledger.glasses.values()].some(
					(glass) =>
						glass.requester === by &&
						glass.device === terms.device &&
						ledger.isLive(glass),
				)
			);
		case 'ConsentGone':
			return ledger.consents.get(consentKey(subject, basis.Consent))?.status !== 'Active';
		case 'ConsentDenied':
			return ledger.stopped.has(command) && ledger.patients.get(subject)?.patient === by;
		case 'MemberGone':
			return people.includes(undefined);
		case 'Compromised':
			return people.some((member) => member?.compromisedSince != null);
		case 'DeviceLocked':
			return device?.isLocked === true;
		case 'DeviceGone':
			return device?.subject !== subject || device === undefined;
		case 'BreakGlassClosed':
			return ledger.glasses.get(breakGlass)?.closedAt !== null;
		case 'Overtaken':
			return [...ledger.commands.values()].some(
				(other) =>
					other.terms.device === terms.device &&
					other.terms.seq > terms.seq &&
					other.state === 'Executed',
			);
		// The decision itself says so, and is judged where it is told.
		default:
			return reason === 'Denied';
	}
}

function close(ledger, device, seq, state) {
	const command = ledger.command(device, seq);
	ledger.check(OPEN.includes(command.state), `command ${seq} was ${command.state} already`);
	Object.assign(command, { state, finishedAt: ledger.now });
	free(ledger, command);
}

// A dose that is reserved or given, in place of the same command's. What lies before every
// window is dropped, as the chain does.
function dose(ledger, device, seq, at, value) {
	const others = ledger.dosesOf(device).filter((dose) => dose.seq !== seq);
	const model = ledger.devices.get(device)?.model;
	const profile = model && ledger.profile(model, 'Therapy');
	const span = profile && Math.max(profile.hard.windowS, profile.hard.minIntervalS);
	const kept = profile ? within(others, span, ledger.now) : others;
	// A device that acted on what was cancelled may have given more than a window holds.
	const room = kept.length < MAX_DOSES ? kept : withoutOldest(kept);
	ledger.doses.set(device, [...room, { seq, at, value }]);
}

function free(ledger, { terms: { device, seq } }) {
	const left = ledger.dosesOf(device).filter((dose) => dose.seq !== seq);
	ledger.doses.set(device, left);
}

function withoutOldest(doses) {
	const oldest = doses.reduce((least, dose) => (dose.at < least.at ? dose : least));
	return doses.filter((dose) => dose !== oldest);
}
