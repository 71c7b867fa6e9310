// SPDX-License-Identifier: Apache-2.0

// The state of medical access, built again from what the chain said happened, and from nothing
// else. What cannot have happened in this state is reported with `flaw`.

import { ACTIONS, includes, ROLES } from '../words.mjs';
import { EMERGENCIES } from './events/emergencies.mjs';
import { PEOPLE } from './events/people.mjs';
import { TREATMENT } from './events/treatment.mjs';
import {
	commandKey,
	consentKey,
	credentialKey,
	glassPlace,
	memberKey,
	OPEN,
	profileKey,
} from './keys.mjs';

// What begins new work.
const STOPPED = [
	...['OrganisationRegistered', 'MemberAdded', 'DeviceEnrolled', 'PatientAdmitted'],
	...['DeviceAssigned', 'ProfileSet', 'SoftLimitsProposed', 'ConsentDrafted', 'ConsentGranted'],
	...['CommandProposed', 'RecordAdded', 'RecordShared'],
];

const HANDLERS = { ...PEOPLE, ...TREATMENT, ...EMERGENCIES };

export class Ledger {
	organisations = new Map();
	lists = new Set();
	members = new Map();
	memberships = new Map();
	// Former members whose key was reported.
	barred = new Map();
	devices = new Map();
	// Of every device that ever had a command: numbers are never given out again.
	lastCommands = new Map();
	patients = new Map();
	consents = new Map();
	profiles = new Map();
	commands = new Map();
	doses = new Map();
	glasses = new Map();
	unreviewed = new Map();
	standings = new Map();
	records = new Map();
	// Credentials whose emergency role is gone for good.
	revoked = new Set();
	isPaused = false;
	// Of the call that is read: when what was permitted is over, and what a denial has to cancel.
	permittedUntil = Infinity;
	stopped = new Set();
	// And the member who was just removed after their key was reported.
	leaving = null;
	nextOrganisation = 0;
	// 0 stands for none in entries.
	nextGlass = 1;
	now = 0;

	// `constants` of the chain: `{ reviewTerm, maxBreakGlass, maxBreakGlassBond,
	// breakGlassesPerDay }`. `flaw` gets what is wrong.
	constructor(constants, flaw) {
		this.constants = constants;
		this.flaw = flaw;
	}

	// Takes in an event of this pallet.
	take(name, data) {
		const handler = HANDLERS[name];
		if (handler === undefined) {
			this.flaw(`${name} is an event that this auditor doesn't know`);
			return;
		}
		if (this.isPaused) this.#goesOn(name, data);
		handler(this, data);
	}

	// What the trustees have stopped does not go on. To deny, to stop a therapy and to act in an
	// emergency is always possible.
	#goesOn(name, { terms, purpose, requester, record, grantee }) {
		const isDenial = terms?.verdict === 'Deny';
		const glass = this.glassOn(terms?.device, requester);
		const isUrgent =
			terms?.action === 'SuspendTherapy' ||
			(['EmergencyTreat', 'BreakGlass'].includes(purpose) && glass && this.isLive(glass)) ||
			(name === 'RecordShared' && this.#mayReadAtOnce(record, grantee));
		const isStopped = STOPPED.includes(name) && !isDenial && !isUrgent;
		this.check(!isStopped, `${name} while new work was stopped`);
	}

	// Whether somebody has broken the glass to read a patient's records.
	#mayReadAtOnce(record, reader) {
		const { devices } = this.patient(this.record(record).subject);
		return devices.some((device) => {
			const glass = this.glassOn(device, reader);
			return glass && this.isLive(glass) && includes(glass.mask, 'ReadRecord', ACTIONS);
		});
	}

	check(holds, what) {
		if (!holds) this.flaw(what);
	}

	// What an event refers to. Going on without it would only repeat the same finding.
	known(map, key, what) {
		const found = map.get(key);
		if (found === undefined) throw new Unknown(`${what} ${key} is not known`);
		return found;
	}

	organisation(org) {
		return this.known(this.organisations, org, 'organisation');
	}

	member(org, account) {
		return this.known(this.members, memberKey(org, account), 'member');
	}

	device(device) {
		return this.known(this.devices, device, 'device');
	}

	patient(subject) {
		return this.known(this.patients, subject, 'subject');
	}

	consent(subject, id) {
		return this.known(this.consents, consentKey(subject, id), 'consent');
	}

	command(device, seq) {
		return this.known(this.commands, commandKey(device, seq), 'command');
	}

	glass(id) {
		return this.known(this.glasses, id, 'break-glass');
	}

	// The break-glass of somebody on a device, for whoever it treats, that nobody has reviewed.
	glassOn(device, requester) {
		const { org, subject } = this.devices.get(device) ?? {};
		return this.glasses.get(this.unreviewed.get(glassPlace({ device, requester, org, subject })));
	}

	profile(model, action) {
		return this.profiles.get(profileKey(model, action)) ?? null;
	}

	standing(credential) {
		const key = credentialKey(credential);
		if (!this.standings.has(key)) {
			this.standings.set(key, { pending: [], day: 0, opened: 0, isRevoked: false });
		}
		return this.standings.get(key);
	}

	dosesOf(device) {
		return this.doses.get(device) ?? [];
	}

	record(record) {
		return this.known(this.records, record, 'record');
	}

	openOf(device) {
		return [...this.commands.values()].filter(
			({ terms, state }) => terms.device === device && OPEN.includes(state),
		);
	}

	// What somebody may do in an organisation, as far as events tell: whether their credential
	// counts, others know.
	rolesOf(org, account) {
		const member = this.members.get(memberKey(org, account));
		const isInForce =
			member !== undefined &&
			member.compromisedSince === null &&
			this.lists.has(member.credential.list) &&
			this.now < member.validUntil &&
			this.organisations.get(org)?.isAccredited === true;
		return isInForce ? member.roles : 0;
	}

	hasRole(org, account, role) {
		return includes(this.rolesOf(org, account), role, ROLES);
	}

	isLive({ closedAt, endsAt }) {
		return closedAt === null && this.now < endsAt;
	}

	// --- What has to hold once the call is over ---

	#endings = [];

	atEnd(holds, what) {
		this.#endings.push({ holds, what });
	}

	// A call is over.
	settle() {
		for (const { holds, what } of this.#endings.splice(0)) {
			this.check(holds(), what());
		}
		this.permittedUntil = Infinity;
		this.stopped.clear();
		this.leaving = null;
	}
}

// An event about something that, by all events before it, is not there.
export class Unknown extends Error {}
