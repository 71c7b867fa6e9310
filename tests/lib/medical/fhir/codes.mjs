// SPDX-License-Identifier: Apache-2.0

// The codes of medical access in FHIR. Where FHIR has none of its own, those below do. Their addresses
// resolve to nothing: whoever deploys a chain puts its own there.

export const BASE = 'https://mote.invalid/fhir';
export const SYSTEM = {
	action: `${BASE}/CodeSystem/action`,
	purpose: `${BASE}/CodeSystem/purpose`,
	role: `${BASE}/CodeSystem/role`,
	outcome: `${BASE}/CodeSystem/outcome`,
	refusal: `${BASE}/CodeSystem/refusal`,
	detail: `${BASE}/CodeSystem/entry-detail`,
	account: `${BASE}/NamingSystem/account`,
	organisation: `${BASE}/NamingSystem/organisation`,
	subject: `${BASE}/NamingSystem/subject`,
	record: `${BASE}/NamingSystem/record`,
	chain: `${BASE}/NamingSystem/chain`,
	block: `${BASE}/NamingSystem/block`,
	commitment: `${BASE}/NamingSystem/serial-commitment`,
	uri: 'urn:ietf:rfc:3986',
	reason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
	consentAction: 'http://terminology.hl7.org/CodeSystem/consentaction',
	severity: 'http://hl7.org/fhir/issue-severity',
};
export const EXTENSION = {
	maxUses: `${BASE}/StructureDefinition/max-uses`,
	state: `${BASE}/StructureDefinition/command-state`,
	digest: `${BASE}/StructureDefinition/command-digest`,
	udi: `${BASE}/StructureDefinition/udi-commitment`,
	absent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
};

// HL7's codes for the purposes, which has none for the service of a device.
export const REASONS = {
	Treat: 'TREAT',
	EmergencyTreat: 'ETREAT',
	BreakGlass: 'BTG',
	Payment: 'HPAYMT',
	Operations: 'HOPERAT',
	Research: 'HRESCH',
	PatientRequest: 'PATRQT',
	PublicHealth: 'PUBHLTH',
};
// What HL7's `access` covers. Its other codes say less than a device has to know.
export const ACCESS = ['ReadTelemetry', 'ReadConfig', 'ReadLog', 'ReadRecord'];

export const kebab = (name) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
export const word = (code, words) => words.find((name) => kebab(name) === code);
export const concept = (system, code) => ({ coding: [{ system, code }] });
export const purposeCoding = (purpose) =>
	REASONS[purpose] === undefined
		? { system: SYSTEM.purpose, code: kebab(purpose) }
		: { system: SYSTEM.reason, code: REASONS[purpose] };
export const actionConcept = (action) => concept(SYSTEM.action, kebab(action));

// What the device register calls a device on this chain.
export const didOf = (device, genesis) => `did:mote:${genesis.slice(2, 10)}:${device.slice(2)}`;
