// SPDX-License-Identifier: Apache-2.0

// What a ward has without a chain: the limits of its pumps, pumps that are switched on, and consents
// as a hospital's software writes them.

import { EXTENSION, SYSTEM } from './fhir/codes.mjs';
import { Flash, Pump } from './pump.mjs';
import { actions } from './words.mjs';

export const MODEL = { hwVersion: 1, class: 'Medical', algorithms: 0b1111, maxPowerW: null };
// What nobody may exceed, from where on a second person is needed, and what an emergency may do.
export const HARD = { maxSingle: 10_000, maxWindow: 40_000, windowS: 14_400, minIntervalS: 0 };
export const SOFT = { maxSingle: 5_000, maxWindow: 40_000 };
export const EMERGENCY = actions('ReadTelemetry', 'Therapy', 'SuspendTherapy');

// A pump's firmware, switched on. Its limits are the manufacturer's.
export function switchOn({ device, gateway }, flash = new Flash()) {
	return new Pump({
		...{ device, key: device.key, flash, limits: HARD, rate: 800 },
		...{ gateway: gateway.key.public, clock: Date.now },
	});
}

const coding = (system, code) => ({ coding: [{ system, code }] });
const identified = (type, system, value) => ({
	type,
	identifier: { system, value: `${value}` },
});

// Whom a consent is for: an account, or those with a role in an organisation.
const actor = ({ account, org, role = 'clinician' }) =>
	account
		? { reference: identified('Practitioner', SYSTEM.account, account) }
		: {
				role: coding(SYSTEM.role, role),
				reference: identified('Organization', SYSTEM.organisation, org),
			};

// A Consent of a patient: these actions for these purposes, within a period, so many times.
export function consentResource({
	subject,
	whom,
	actions: what,
	purposes: why,
	from,
	to,
	maxUses,
}) {
	const patient = identified('Patient', SYSTEM.subject, subject);
	const uses = maxUses && [{ url: EXTENSION.maxUses, valuePositiveInt: maxUses }];
	return {
		resourceType: 'Consent',
		status: 'active',
		subject: patient,
		grantor: [patient],
		decision: 'permit',
		provision: [
			{
				...(uses && { extension: uses }),
				period: { start: new Date(from).toISOString(), end: new Date(to).toISOString() },
				actor: [actor(whom)],
				action: what.map((code) => coding(SYSTEM.action, code)),
				purpose: why.map((code) => ({ system: SYSTEM.reason, code })),
			},
		],
	};
}
