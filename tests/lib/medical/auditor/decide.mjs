// SPDX-License-Identifier: Apache-2.0

// Who may do what with a device or a record, written from the rules as they are described and not
// from the chain's code. Whatever is not permitted is denied, and a denial by the patient overrides
// what others permit.
//
// `facts`: `{ actor, isPatient, capacities, device, consents, breakGlass, now }`. A capacity is
// `{ org, roles, credential }`, a device `null` for records, a consent `{ id, terms, status, uses,
// epoch }`, break-glass `{ mask }` or `null`. Sets are bits, moments milliseconds.

import { doseRefusal, total, within } from '../doses.mjs';
import { ACTIONS, includes, named, PURPOSES, RISKS, ROLES } from '../words.mjs';

const READS = ['ReadTelemetry', 'ReadConfig', 'ReadLog', 'ReadRecord'];
const ON_RECORDS = ['ReadRecord', 'WriteRecord'];
const SERVICE_ROLES = ['BiomedEngineer', 'SecurityOfficer'];
const EMERGENCIES = ['EmergencyTreat', 'BreakGlass'];

// What a role may do, if there is a ground for it.
const MAY = {
	Clinician: [
		...['ReadTelemetry', 'ReadConfig', 'ReadLog', 'Configure', 'Therapy', 'SuspendTherapy'],
		...['ResumeTherapy', 'Discharge', 'ReadRecord', 'WriteRecord'],
	],
	Pharmacist: ['ReadConfig', 'ReadLog', 'ReadRecord'],
	BiomedEngineer: ['ReadConfig', 'ReadLog', 'Configure', 'FirmwareUpdate'],
	SecurityOfficer: ['ReadLog', 'KeyManage'],
	Emergency: [...READS, 'Therapy', 'SuspendTherapy', 'ResumeTherapy'],
	Reviewer: ['ReadLog', 'ReadRecord'],
};
const PATIENT_MAY = [...READS, 'SuspendTherapy', 'ResumeTherapy'];

// How much can go wrong, whatever a manufacturer says of it.
const LEAST_RISK = {
	Configure: 'Medium',
	Discharge: 'Medium',
	ResumeTherapy: 'Medium',
	WriteRecord: 'Medium',
	FirmwareUpdate: 'High',
	KeyManage: 'High',
};
// What stops treatment is never kept waiting, and neither is what only looks or takes notes.
const NEVER_APPROVED = [...READS, 'WriteRecord', 'SuspendTherapy'];
const CLINICAL = ['Therapy', 'ResumeTherapy', 'Configure', 'Discharge'];
// What an engineer does only while nobody is treated, and what nobody does in service then.
const HALTED = ['Configure', 'FirmwareUpdate'];
const HALTED_IN_SERVICE = [...HALTED, 'KeyManage'];

const mayRole = (role, action) => MAY[role].includes(action);

// Whether somebody with these roles may be the second person.
export const mayApprove = (roles, action, clinical) =>
	named(roles, ROLES).some((role) => {
		if (role === 'Emergency') return false;
		if (clinical) return role === 'Clinician' || role === 'Pharmacist';
		return role === 'SecurityOfficer' || mayRole(role, action);
	});

// `{ permitted: { basis, org, need, clinical, risk } }` or `{ denied: <why> }`. A basis is
// `{ Consent: <id> }`, `'BreakGlass'`, `'Patient'` or `'Service'`.
export function decide(facts, request) {
	const question = new Question(facts, request);
	const refusal = question.refusal();
	if (refusal) return { denied: refusal };
	const ground = question.ground();
	if (ground.refusal) return { denied: ground.refusal };
	const danger = question.danger();
	if (danger.refusal) return { denied: danger.refusal };
	return { permitted: question.permit(ground, danger.risk) };
}

// From when on a denial stops what is asked for, or `null`. What patients may do anyway, they may
// do whatever they deny. Of the facts these are enough: `actor`, `isPatient`, `capacities` with
// those in the organisation that is denied, `device` with its id and epoch, `now`.
export function stoppedFrom(denial, facts, request) {
	const from = Math.max(facts.now, denial.terms.start);
	const question = new Question({ breakGlass: null, ...facts, now: from }, request);
	return !question.isOwnWish && question.isDeniedBy(denial) ? from : null;
}

// When that is over which was permitted on this basis: with its consent, and before a denial begins.
export function permittedUntil(facts, request, basis) {
	const ends = facts.consents.map((consent) =>
		consent.id === basis.Consent
			? consent.terms.end
			: (stoppedFrom(consent, facts, request) ?? Infinity),
	);
	return Math.min(Infinity, ...ends);
}

class Question {
	constructor(facts, { action, value, purpose }) {
		Object.assign(this, facts, { action, value, purpose });
		this.valid = facts.capacities.filter(({ credential }) => credential === 'Valid');
		this.isOwnWish = facts.isPatient && PATIENT_MAY.includes(action);
		// Whether a break-glass reaches so far.
		this.isCovered =
			facts.breakGlass !== null &&
			EMERGENCIES.includes(purpose) &&
			includes(facts.breakGlass.mask, action, ACTIONS);
	}

	// Whether an organisation is the one that runs the device. A record has none that does.
	#isHome(org) {
		return this.device === null || this.device.org === org;
	}

	// The roles in which a capacity allows the action.
	#rolesFor({ org, roles }) {
		return named(roles, ROLES).filter((role) => {
			const isInForce = role !== 'Emergency' || (this.#isHome(org) && this.isCovered);
			return mayRole(role, this.action) && isInForce;
		});
	}

	get #isTreating() {
		return this.device !== null && this.device.hasSubject && !this.device.isSuspended;
	}

	// --- The device and the person ---

	refusal() {
		return this.#deviceRefusal() ?? this.#roleRefusal();
	}

	#deviceRefusal() {
		if (this.device === null) {
			return ON_RECORDS.includes(this.action) ? null : 'DeviceNotTrusted';
		}
		// To stop treatment may be asked of any device.
		const isClinician = this.valid.some(({ roles }) => includes(roles, 'Clinician', ROLES));
		if (this.action === 'SuspendTherapy' && (this.isPatient || isClinician)) return null;
		if (!this.device.isTrusted) return 'DeviceNotTrusted';
		return this.device.isLocked ? 'DeviceLocked' : null;
	}

	#roleRefusal() {
		const isAble = (capacity) => this.#rolesFor(capacity).length > 0;
		if (this.isOwnWish || this.valid.some(isAble)) return null;
		return this.capacities.some(isAble) ? 'CredentialRevoked' : 'RoleDenied';
	}

	// --- On what it rests ---

	// `{ basis, org }` or `{ refusal }`.
	ground() {
		if (this.#isDenied) {
			return this.isOwnWish ? { basis: 'Patient', org: null } : { refusal: 'ConsentDenied' };
		}
		const ways = this.consents.flatMap((consent) => this.#waysOf(consent));
		const open = ways.filter(({ role }) => !this.#isHalted(role));
		if (open.length > 0) {
			const { id, org } = open.reduce((best, way) => (isBefore(way, best) ? way : best));
			return { basis: { Consent: id }, org };
		}
		const emergency = this.#emergencyOrg();
		if (emergency !== null) return { basis: 'BreakGlass', org: emergency };
		if (this.isOwnWish) return { basis: 'Patient', org: null };
		// There was a permit, and only the treatment stood in its way.
		return ways.length > 0 ? { refusal: 'NotSuspended' } : this.#service();
	}

	get #isDenied() {
		return this.consents.some((consent) => this.isDeniedBy(consent));
	}

	// Whether a consent or denial speaks of this request, and now.
	#concerns({ terms, status, epoch }) {
		const { device, actions, purposes, start, end } = terms;
		const isHere =
			device === null || (device === this.device?.id && epoch === this.device.epoch);
		return (
			status === 'Active' &&
			start <= this.now &&
			this.now < end &&
			includes(actions, this.action, ACTIONS) &&
			includes(purposes, this.purpose, PURPOSES) &&
			isHere
		);
	}

	// A denial also reaches those whose credential counts no more: losing it opens no door.
	isDeniedBy(consent) {
		const { verdict, grantee } = consent.terms;
		if (verdict !== 'Deny' || !this.#concerns(consent)) return false;
		if (grantee.Account !== undefined) return grantee.Account === this.actor;
		const [named, role] = grantee.Role ?? [grantee.Organisation];
		return this.capacities.some(
			({ org, roles }) =>
				org === named && (role === undefined || includes(roles, role, ROLES)),
		);
	}

	// In which roles of which organisations a permit lets the actor do it, as far as their roles
	// allow it at all.
	#waysOf(consent) {
		const { id, terms, uses } = consent;
		const { verdict, grantee, maxUses } = terms;
		const isLeft = maxUses === null || uses < maxUses;
		if (verdict !== 'Permit' || !isLeft || !this.#concerns(consent)) return [];
		const way = { id, isLimited: maxUses !== null };
		const isNamed = grantee.Account === this.actor;
		const [named, only] = grantee.Role ?? [grantee.Organisation];
		const ways = this.valid.flatMap((capacity) =>
			this.#rolesFor(capacity)
				.filter((role) =>
					grantee.Account !== undefined
						? isNamed
						: capacity.org === named && (only === undefined || only === role),
				)
				.map((role) => ({
					...way,
					...{ org: capacity.org, role, isOutside: !this.#isHome(capacity.org) },
				})),
		);
		const asPatient = isNamed && this.isOwnWish;
		return asPatient ? [{ ...way, org: null, role: null, isOutside: true }, ...ways] : ways;
	}

	#isHalted(role) {
		return role === 'BiomedEngineer' && HALTED.includes(this.action) && this.#isTreating;
	}

	// In whose name the actor may do it under a break-glass, or `null`: what the patient denies in
	// an emergency, too, stays denied.
	#emergencyOrg() {
		if (this.#isDenied) return null;
		const orgs = this.valid
			.filter(({ org, roles }) => this.#isHome(org) && includes(roles, 'Emergency', ROLES))
			.map(({ org }) => org);
		return this.isCovered && orgs.length > 0 ? Math.min(...orgs) : null;
	}

	// What keeps a device going needs no patient's word, but treats nobody and looks at nobody.
	#service() {
		const isOwn = this.valid.some(
			(capacity) =>
				capacity.org === this.device?.org &&
				this.#rolesFor(capacity).some((role) => SERVICE_ROLES.includes(role)),
		);
		const isPersonal = ['ReadTelemetry', 'Therapy'].includes(this.action);
		if (!isOwn || this.purpose !== 'Service' || isPersonal) return { refusal: 'NoConsent' };
		if (HALTED_IN_SERVICE.includes(this.action) && this.#isTreating) {
			return { refusal: 'NotSuspended' };
		}
		return { basis: 'Service', org: this.device.org };
	}

	// --- How dangerous it is, and who else has to agree ---

	// `{ risk }` or `{ refusal }`.
	danger() {
		const { action, device, now, value } = this;
		const profile = device?.profile ?? null;
		const risk = higher(LEAST_RISK[action] ?? 'Low', profile?.risk ?? 'Low');
		if (action !== 'Therapy') return { risk };
		if (!device?.hasSubject) return { refusal: 'NoConsent' };
		if (device.isSuspended) return { refusal: 'TherapySuspended' };
		if (profile === null) return { refusal: 'NoSafetyProfile' };
		const refusal = doseRefusal(profile.hard, device.doses, now, value);
		if (refusal) return { refusal };
		return { risk: this.#isBeyondSoft(profile.hard) ? 'High' : risk };
	}

	#isBeyondSoft({ windowS }) {
		const { soft, doses } = this.device;
		const sum = total(within(doses, windowS, this.now)) + this.value;
		return soft !== null && (this.value > soft.maxSingle || sum > soft.maxWindow);
	}

	permit({ basis, org }, risk) {
		const isOutside = org === null || !this.#isHome(org);
		const isFree = NEVER_APPROVED.includes(this.action) || basis === 'BreakGlass';
		const isWaiting = !isFree && (risk === 'High' || (risk === 'Medium' && isOutside));
		const emergency = this.#emergencyOrg();
		// Care first: nobody waits for a second person because there is a consent, too.
		if (isWaiting && emergency !== null) {
			return { basis: 'BreakGlass', org: emergency, need: 0, clinical: false, risk };
		}
		const clinical = isWaiting && CLINICAL.includes(this.action);
		return { basis, org, need: isWaiting ? 1 : 0, clinical, risk };
	}
}

const higher = (a, b) => (RISKS.indexOf(a) > RISKS.indexOf(b) ? a : b);

// Of several ways the one that uses up nothing, then the oldest consent, then the own organisation.
function isBefore(a, b) {
	const rank = ({ isLimited, id, isOutside, org }) => [
		...[Number(isLimited), id, Number(isOutside), org ?? -1],
	];
	const [left, right] = [rank(a), rank(b)];
	const differs = left.findIndex((value, i) => value !== right[i]);
	return differs >= 0 && left[differs] < right[differs];
}
