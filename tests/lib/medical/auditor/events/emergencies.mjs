// SPDX-License-Identifier: Apache-2.0

// Emergencies, records, and the trustees: what events say of them.

import { recordId } from '../../words.mjs';
import { credentialKey, glassPlace, OPEN, same } from '../keys.mjs';

const DAY_MS = 86_400_000;
const MAX_UNREVIEWED = 3;

export const EMERGENCIES = {
	BreakGlassOpened(ledger, glass) {
		const { id, device, org, requester, credential, mask: covered } = glass;
		const entry = ledger.device(device);
		const { maxBreakGlass, reviewTerm, breakGlassesPerDay } = ledger.constants;
		ledger.check(id === ledger.nextGlass, `break-glass ${id} is out of turn`);
		ledger.nextGlass = id + 1;
		const member = ledger.member(org, requester);
		const isOwn = org === entry.org && same(member.credential, credential);
		ledger.check(isOwn, `break-glass ${id} is of another organisation or credential`);
		ledger.check(
			ledger.hasRole(org, requester, 'Emergency'),
			`${requester} broke the glass without the emergency role`,
		);
		ledger.check(
			entry.emergency !== null && covered > 0 && (covered & ~entry.emergency) === 0,
			`break-glass ${id} covers more than the device's emergency profile`,
		);
		const { startedAt, endsAt, reviewDue, subject } = glass;
		ledger.check(
			startedAt === ledger.now && endsAt > startedAt && endsAt - startedAt <= maxBreakGlass,
			`break-glass ${id} lasts from ${startedAt} to ${endsAt}`,
		);
		ledger.check(
			reviewDue === endsAt + reviewTerm,
			`the review of break-glass ${id} is due at ${reviewDue}`,
		);
		ledger.check(subject === entry.subject, `break-glass ${id} is of another patient`);
		const standing = ledger.standing(credential);
		const isOverdue = standing.pending.some(({ due }) => due <= ledger.now);
		ledger.check(!standing.isRevoked && !isOverdue, `break-glass ${id}: the role is suspended`);
		const isRoom = standing.pending.length < MAX_UNREVIEWED;
		ledger.check(isRoom, `break-glass ${id}: too many are not reviewed`);
		const day = Math.floor(ledger.now / DAY_MS);
		const opened = standing.day === day ? standing.opened + 1 : 1;
		ledger.check(opened <= breakGlassesPerDay, `break-glass ${id} is beyond the day's quota`);
		const place = glassPlace(glass);
		const isFirst = !ledger.unreviewed.has(place);
		ledger.check(isFirst, `break-glass ${id}: the one before is not reviewed`);
		standing.pending.push({ id, due: reviewDue });
		Object.assign(standing, { day, opened });
		ledger.unreviewed.set(place, id);
		ledger.glasses.set(id, {
			...{ ...glass, closedAt: null, review: null, isFlagged: false, assignedTo: null },
		});
	},

	BreakGlassClosed(ledger, { id, at }) {
		const glass = ledger.glass(id);
		ledger.check(ledger.isLive(glass), `break-glass ${id} was over already`);
		ledger.check(at === ledger.now, `break-glass ${id} was closed at another time`);
		glass.closedAt = at;
		ledger.atEnd(
			() =>
				![...ledger.commands.values()].some(
					({ breakGlass, state }) => breakGlass === id && OPEN.includes(state),
				),
			() => `commands rest on break-glass ${id}, which is closed`,
		);
	},

	BreakGlassReviewed(ledger, { id, by, outcome }) {
		const glass = ledger.glass(id);
		ledger.check(!ledger.isLive(glass), `break-glass ${id} was reviewed before its end`);
		ledger.check(glass.review === null, `break-glass ${id} was reviewed twice`);
		ledger.check(by !== glass.requester, `break-glass ${id} was reviewed by its requester`);
		const hasApproved = [...ledger.commands.values()].some(
			({ breakGlass, approvals }) => breakGlass === id && approvals.includes(by),
		);
		ledger.check(!hasApproved, `break-glass ${id} was reviewed by an approver under it`);
		ledger.check(
			mayReview(ledger, glass, by),
			`${by} reviewed break-glass ${id} without the role`,
		);
		glass.review = { by, outcome };
		const standing = ledger.standing(glass.credential);
		standing.pending = standing.pending.filter((pending) => pending.id !== id);
		if (outcome === 'Unjustified') {
			standing.isRevoked = true;
			ledger.atEnd(
				() => ledger.revoked.has(credentialKey(glass.credential)),
				() => `break-glass ${id} was unjustified, and the role not revoked`,
			);
		}
		ledger.unreviewed.delete(glassPlace(glass));
	},

	EmergencyRoleRevoked(ledger, { credential }) {
		ledger.revoked.add(credentialKey(credential));
		ledger.check(ledger.standing(credential).isRevoked, 'a role was revoked without a review');
	},

	ReviewOverdue(ledger, { id, org, overdue }) {
		const glass = ledger.glass(id);
		const organisation = ledger.organisation(org);
		ledger.check(
			glass.review === null && ledger.now >= glass.reviewDue && !glass.isFlagged,
			`break-glass ${id} was flagged without being overdue`,
		);
		ledger.check(overdue === organisation.overdue + 1, `${org} has another count of reviews`);
		Object.assign(glass, { isFlagged: true });
		Object.assign(organisation, { overdue });
	},

	ReviewAssigned(ledger, { id, reviewer }) {
		const glass = ledger.glass(id);
		ledger.check(
			glass.review === null && ledger.now >= glass.reviewDue,
			`the review of break-glass ${id} was assigned without being overdue`,
		);
		glass.assignedTo = reviewer;
	},

	BreakGlassRemoved(ledger, { id }) {
		ledger.check(ledger.glass(id).review !== null, `break-glass ${id} was removed unreviewed`);
		ledger.glasses.delete(id);
	},

	RecordAdded(ledger, { record, subject, author, kind, commitment, content }) {
		ledger.check(!ledger.records.has(record), `record ${record} was added twice`);
		const id = recordId(subject, commitment);
		ledger.check(record === id, `record ${record} is not the one of its commitment`);
		const { patient } = ledger.patient(subject);
		const keys = new Set([patient]);
		ledger.records.set(record, {
			...{ subject, author, kind, commitment, content, keys, isErased: false },
		});
	},

	RecordShared(ledger, { record, grantee, by }) {
		const { keys, isErased, subject, author } = ledger.record(record);
		const isOwn = by === author || by === ledger.patient(subject).patient;
		ledger.check(isOwn, `record ${record} was shared by ${by}, who may not`);
		ledger.check(!isErased, `record ${record} was shared after it was erased`);
		keys.add(grantee);
	},

	RecordOpened(ledger, { record, by }) {
		const { keys, isErased } = ledger.record(record);
		ledger.check(!isErased && keys.has(by), `${by} opened record ${record} without its key`);
	},

	KeyRemoved(ledger, { record, grantee }) {
		const { keys } = ledger.record(record);
		ledger.check(keys.delete(grantee), `${grantee} had no key of record ${record}`);
	},

	RecordErased(ledger, { record }) {
		const entry = ledger.record(record);
		ledger.check(!entry.isErased, `record ${record} was erased twice`);
		ledger.check(entry.keys.size === 0, `record ${record} was erased, and its keys were not`);
		Object.assign(entry, { isErased: true, content: null });
	},

	RecordRemoved(ledger, { record }) {
		const { isErased } = ledger.record(record);
		ledger.check(isErased, `record ${record} was removed before it was erased`);
		ledger.records.delete(record);
	},

	WorkPaused(ledger) {
		ledger.isPaused = true;
	},

	WorkResumed(ledger) {
		ledger.isPaused = false;
	},
};

// Somebody else, by account and by credential.
function mayReview(ledger, { org, subject, credential, assignedTo }, by) {
	const isSamePerson = (ledger.memberships.get(by) ?? []).some((at) =>
		same(ledger.member(at, by).credential, credential),
	);
	const isAppointed = ledger.patients.get(subject)?.reviewer === by;
	const isEntitled = assignedTo === by || ledger.hasRole(org, by, 'Reviewer') || isAppointed;
	return !isSamePerson && isEntitled;
}
