// SPDX-License-Identifier: Apache-2.0

// Organisations, their members, devices and patients: what events say of them.

import { actions } from '../../words.mjs';
import { credentialKey, memberKey } from '../keys.mjs';

// The widest emergency profile there is.
const EMERGENCY_MASK = actions(
	...['ReadTelemetry', 'ReadConfig', 'ReadLog', 'ReadRecord'],
	...['Therapy', 'SuspendTherapy', 'ResumeTherapy'],
);

export const PEOPLE = {
	OrganisationRegistered(ledger, { org, admin, breakGlassBond }) {
		bondFits(ledger, breakGlassBond);
		ledger.check(org === ledger.nextOrganisation, `organisation ${org} is out of turn`);
		ledger.nextOrganisation = org + 1;
		const fields = { admin, isAccredited: false, overdue: 0, bond: breakGlassBond };
		ledger.organisations.set(org, fields);
	},

	OrganisationAccredited(ledger, { org, isAccredited }) {
		ledger.organisation(org).isAccredited = isAccredited;
	},

	BreakGlassBondChanged(ledger, { org, bond }) {
		bondFits(ledger, bond);
		ledger.organisation(org).bond = bond;
	},

	AdminOffered(ledger, { org }) {
		ledger.organisation(org);
	},

	AdminChanged(ledger, { org, admin }) {
		ledger.check(!ledger.members.has(memberKey(org, admin)), 'an admin is a member');
		ledger.organisation(org).admin = admin;
	},

	OrganisationRemoved(ledger, { org }) {
		const isUsed = [ledger.members, ledger.devices, ledger.patients].some((map) =>
			[...map.values()].some((entry) => entry.org === org),
		);
		ledger.check(!isUsed, `organisation ${org} was removed while it was in use`);
		ledger.organisations.delete(org);
	},

	CredentialListAdmitted(ledger, { list, isAdmitted }) {
		ledger.lists[isAdmitted ? 'add' : 'delete'](list);
	},

	MemberAdded(ledger, { org, account, roles, credential, validUntil }) {
		const { admin, isAccredited } = ledger.organisation(org);
		ledger.check(isAccredited, `organisation ${org} adds without being accredited`);
		const isNew = !ledger.members.has(memberKey(org, account));
		const isBarred = ledger.barred.has(memberKey(org, account));
		ledger.check(!isBarred, `${account} is barred from ${org} and became a member`);
		ledger.check(isNew, `${account} became a member of ${org} twice`);
		ledger.check(account !== admin, `the admin of ${org} became a member`);
		ledger.check(ledger.lists.has(credential.list), `list ${credential.list} is not admitted`);
		ledger.check(roles > 0, 'a member has no role');
		const isTaken = [...ledger.members.values()].some(
			(other) =>
				other.account !== account &&
				credentialKey(other.credential) === credentialKey(credential),
		);
		ledger.check(!isTaken, `credential ${credentialKey(credential)} is somebody else's`);
		const member = { org, account, roles, credential, validUntil, compromisedSince: null };
		ledger.members.set(memberKey(org, account), member);
		ledger.memberships.set(account, [...(ledger.memberships.get(account) ?? []), org]);
	},

	MemberChanged(ledger, { org, account, roles, validUntil }) {
		const member = ledger.member(org, account);
		const isLess = (roles & ~member.roles) === 0 && validUntil <= member.validUntil;
		ledger.check(
			isLess || !ledger.isPaused,
			`${account} may do more in ${org} while new work was stopped`,
		);
		Object.assign(member, { roles, validUntil });
	},

	MemberRemoved(ledger, { org, account }) {
		const key = memberKey(org, account);
		const isSuspect = ledger.member(org, account).compromisedSince !== null;
		ledger.leaving = isSuspect ? key : null;
		ledger.atEnd(
			() => !isSuspect || ledger.barred.has(key),
			() => `the key of ${account} was compromised, and ${org} did not bar them`,
		);
		ledger.members.delete(key);
		const left = (ledger.memberships.get(account) ?? []).filter((other) => other !== org);
		ledger.memberships.set(account, left);
	},

	AccountBarred(ledger, { org, account }) {
		const key = memberKey(org, account);
		ledger.check(ledger.leaving === key, `${account} was barred from ${org} without a reason`);
		ledger.leaving = null;
		ledger.barred.set(key, { removedAt: ledger.now });
	},

	BarLifted(ledger, { org, account }) {
		const wasBarred = ledger.barred.delete(memberKey(org, account));
		ledger.check(wasBarred, `${account} was not barred from ${org}`);
	},

	CompromiseReported(ledger, { org, account, since }) {
		ledger.member(org, account).compromisedSince = since;
	},

	SuspectCommand(ledger, { account, device, seq }) {
		const { requester, approvals, state } = ledger.command(device, seq);
		const isInvolved = requester === account || approvals.includes(account);
		ledger.check(isInvolved && state === 'Executed', `${seq} is listed without a reason`);
	},

	SuspectsListed(ledger, { org, account }) {
		const { compromisedSince } = ledger.member(org, account);
		ledger.check(compromisedSince !== null, `${account} was never compromised`);
	},

	DeviceEnrolled(ledger, { device, org, class: software, emergency, model, epoch, by }) {
		const { isAccredited, admin } = ledger.organisation(org);
		const mayEnrol = by === admin || ledger.hasRole(org, by, 'BiomedEngineer');
		ledger.check(mayEnrol, `${by} enrolled ${device} without being entitled to`);
		ledger.check(isAccredited, `organisation ${org} enrols without being accredited`);
		ledger.check(!ledger.devices.has(device), `${device} was enrolled twice`);
		ledger.check(
			emergency === null || (emergency & ~EMERGENCY_MASK) === 0,
			'an emergency profile holds more than emergencies need',
		);
		ledger.devices.set(device, {
			...{ org, class: software, emergency, model, epoch },
			...{ subject: null, isLocked: false, isSuspended: false },
			// Receipts of what was commanded before tell nothing of this enrolment.
			switchedBy: ledger.lastCommands.get(device) ?? 0,
			...{ soft: null, proposal: null },
		});
	},

	DeviceWithdrawn(ledger, { device }) {
		const { subject } = ledger.device(device);
		ledger.check(subject === null, `${device} was withdrawn while it treats somebody`);
		ledger.check(ledger.openOf(device).length === 0, `${device} left open commands behind`);
		ledger.devices.delete(device);
	},

	DeviceLockChanged(ledger, { device, isLocked }) {
		ledger.device(device).isLocked = isLocked;
		// To stop a therapy is always safe.
		const isIdle = () =>
			ledger.openOf(device).every(({ terms }) => terms.action === 'SuspendTherapy');
		ledger.atEnd(
			() => !isLocked || isIdle(),
			() => `${device} is locked and has open commands`,
		);
	},

	PatientAdmitted(ledger, { subject, org, patient }) {
		ledger.check(
			ledger.organisation(org).isAccredited,
			`${org} admits without being accredited`,
		);
		ledger.check(!ledger.patients.has(subject), `pseudonym ${subject} was given twice`);
		ledger.patients.set(subject, {
			...{ org, patient, reviewer: null, consents: [], nextConsent: 0, devices: [] },
			dischargedAt: null,
		});
	},

	PatientDischarged(ledger, { subject }) {
		const patient = ledger.patient(subject);
		patient.dischargedAt = ledger.now;
		ledger.atEnd(
			() => patient.devices.length === 0 && activeOf(ledger, subject).length === 0,
			() => 'a discharged patient has devices or consents in force',
		);
	},

	PatientRemoved(ledger, { subject }) {
		const { dischargedAt, consents } = ledger.patient(subject);
		const isOver = dischargedAt !== null && consents.length === 0;
		ledger.check(isOver, `${subject} was removed too early`);
		ledger.patients.delete(subject);
	},

	DeviceAssigned(ledger, { device, subject }) {
		const [entry, patient] = [ledger.device(device), ledger.patient(subject)];
		ledger.check(entry.subject === null, `${device} already treats somebody`);
		ledger.check(entry.org === patient.org, `${device} is of another organisation`);
		ledger.check(patient.dischargedAt === null, `${subject} is discharged`);
		entry.subject = subject;
		patient.devices.push(device);
	},

	DeviceUnassigned(ledger, { device, subject }) {
		const [entry, patient] = [ledger.device(device), ledger.patient(subject)];
		ledger.check(entry.subject === subject, `${device} doesn't treat ${subject}`);
		Object.assign(entry, { subject: null, soft: null, proposal: null });
		patient.devices = patient.devices.filter((other) => other !== device);
		ledger.atEnd(
			() => ledger.openOf(device).length === 0,
			() => `${device} left open commands behind`,
		);
	},

	ReviewerAppointed(ledger, { subject, reviewer }) {
		ledger.patient(subject).reviewer = reviewer;
	},
};

// It must not keep anybody from an emergency.
function bondFits(ledger, bond) {
	const isFit = bond <= ledger.constants.maxBreakGlassBond;
	ledger.check(isFit, `a bond of ${bond} to break the glass is more than may be`);
}

function activeOf(ledger, subject) {
	return ledger
		.patient(subject)
		.consents.filter((id) => ledger.consent(subject, id).status === 'Active');
}
