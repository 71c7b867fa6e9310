// SPDX-License-Identifier: Apache-2.0

// What a chain says of a device, its commands and who did what, as resources of FHIR R5.

import {
	ACCESS,
	actionConcept,
	BASE,
	concept,
	didOf,
	EXTENSION,
	kebab,
	purposeCoding,
	SYSTEM,
} from './codes.mjs';

const REQUEST_STATUS = {
	Proposed: 'draft',
	Authorised: 'active',
	Acknowledged: 'active',
	Executed: 'completed',
	Failed: 'revoked',
	Rejected: 'revoked',
	Cancelled: 'revoked',
	Expired: 'revoked',
};
const CLASSES = { A: 'no injury', B: 'non-serious injury', C: 'death or serious injury' };
const instant = (at) => new Date(at).toISOString();
const identified = (type, system, value) => ({ type, identifier: { system, value: `${value}` } });
const nameOf = (outcome) => (typeof outcome === 'string' ? outcome : Object.keys(outcome)[0]);
const detailOf = (outcome) => (typeof outcome === 'string' ? null : Object.values(outcome)[0]);

// What the chain says of a device, as resources that refer to each other. `address` writes an
// account as people know it.
export class Exporter {
	constructor({ genesis, address = (account) => account }) {
		Object.assign(this, { genesis, address });
	}

	account(account) {
		return identified('Practitioner', SYSTEM.account, this.address(account));
	}

	patient(subject) {
		return identified('Patient', SYSTEM.subject, subject);
	}

	// `about` is what the registers know: `{ id, model, org, class, state, serialCommit }`.
	device({ id, model, org, class: software, isInUse, serialCommit }) {
		const masked = { extension: [{ url: EXTENSION.absent, valueCode: 'masked' }] };
		return {
			resourceType: 'Device',
			id: id.slice(2),
			identifier: [{ system: SYSTEM.uri, value: didOf(id, this.genesis) }],
			// The carrier itself names somebody's device. The chain has a salted commitment.
			udiCarrier: [
				{
					extension: [{ url: EXTENSION.udi, valueString: serialCommit }],
					_deviceIdentifier: masked,
					_issuer: masked,
				},
			],
			status: isInUse ? 'active' : 'inactive',
			modelNumber: `${model.manufacturer}/${model.product}`,
			property: [
				{
					type: { text: 'Software safety class (IEC 62304)' },
					valueString: `${software}: ${CLASSES[software]}`,
				},
			],
			owner: identified('Organization', SYSTEM.organisation, org),
		};
	}

	// `command` is what the chain's events say of one: its terms, and who, why and where it stands.
	deviceRequest(command) {
		const { terms, requester, purpose, state, basis, subject, proposedAt, digest } = command;
		const device = { reference: `Device/${terms.device.slice(2)}` };
		const { action, value } = terms;
		const isDose = action === 'Therapy';
		return {
			resourceType: 'DeviceRequest',
			id: `command-${terms.seq}`,
			extension: [
				{ url: EXTENSION.state, valueCode: kebab(state) },
				{ url: EXTENSION.digest, valueString: digest },
			],
			status: REQUEST_STATUS[state],
			intent: 'order',
			priority: basis === 'BreakGlass' ? 'stat' : 'routine',
			code: { reference: device },
			parameter: [
				{
					code: actionConcept(action),
					...(isDose
						? { valueQuantity: { value: value / 1_000, unit: 'U' } }
						: { valueBoolean: true }),
				},
			],
			subject: subject === null ? device : this.patient(subject),
			occurrencePeriod: { start: instant(terms.notBefore), end: instant(terms.expires) },
			authoredOn: instant(proposedAt),
			requester: this.account(requester),
			reason: [{ concept: { coding: [purposeCoding(purpose)] } }],
		};
	}

	// An entry of the audit log, with its own hash, and the block that has it.
	auditEvent({ entry, hash, request }) {
		const { action, outcome, subject, at, actor, seq, prev, suppressed } = entry;
		const [name, why] = [nameOf(outcome), detailOf(outcome)];
		const detail = (code, value) => ({
			type: concept(SYSTEM.detail, code),
			valueString: `${value}`,
		});
		const isDevice = request?.isDevice ?? true;
		return {
			resourceType: 'AuditEvent',
			id: this.entryId(entry),
			code: actionConcept(action),
			action: actionCode(action, name),
			severity: severityOf(name, why),
			recorded: instant(at),
			outcome: {
				code: { system: SYSTEM.severity, code: outcomeCode(name) },
				detail: [
					concept(SYSTEM.outcome, kebab(name)),
					...(why === null ? [] : [concept(SYSTEM.refusal, kebab(why))]),
				],
			},
			...(request?.purpose && {
				authorization: [{ coding: [purposeCoding(request.purpose)] }],
			}),
			...(request?.command && {
				basedOn: [{ reference: `DeviceRequest/command-${request.command}` }],
			}),
			...(request?.patient && { patient: this.patient(request.patient) }),
			agent: [{ who: this.account(actor), requestor: true }],
			source: { observer: identified('Device', SYSTEM.chain, this.genesis) },
			entity: [
				{
					what: isDevice
						? { reference: `Device/${subject.slice(2)}` }
						: { identifier: { system: SYSTEM.record, value: subject } },
					detail: [
						detail('sequence', seq),
						detail('hash', hash),
						detail('previous-hash', prev),
						detail('suppressed-denials', suppressed),
					],
				},
			],
		};
	}

	entryId({ subject, seq }) {
		return `entry-${subject.slice(2, 18)}-${seq}`;
	}

	// Where the entry comes from: a block, and the entry before.
	provenance({ entry, hash, block }) {
		const { seq, subject, actor, at } = entry;
		const before = seq === 0 ? [] : [`AuditEvent/${this.entryId({ subject, seq: seq - 1 })}`];
		return {
			resourceType: 'Provenance',
			id: `${this.entryId(entry)}-origin`,
			target: [
				{
					reference: `AuditEvent/${this.entryId(entry)}`,
					identifier: { system: SYSTEM.detail, value: hash },
				},
			],
			recorded: instant(at),
			activity: concept(SYSTEM.outcome, kebab(nameOf(entry.outcome))),
			agent: [
				{ who: this.account(actor) },
				{ who: identified('Device', SYSTEM.chain, this.genesis) },
			],
			entity: [
				{ role: 'source', what: { identifier: { system: SYSTEM.block, value: block } } },
				...before.map((reference) => ({ role: 'revision', what: { reference } })),
			],
		};
	}

	// Everything about a device as one Bundle. `at` is when it was read.
	bundle({ device, commands, entries, at }) {
		const resources = [
			this.device(device),
			...commands.map((command) => this.deviceRequest(command)),
			...entries.flatMap((entry) => [this.auditEvent(entry), this.provenance(entry)]),
		];
		return {
			resourceType: 'Bundle',
			type: 'collection',
			timestamp: instant(at),
			entry: resources.map((resource) => ({
				fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`,
				resource,
			})),
		};
	}
}

function actionCode(action, outcome) {
	if (outcome === 'Erased') return 'D';
	if (action === 'WriteRecord') return 'C';
	return ACCESS.includes(action) ? 'R' : 'E';
}

function severityOf(outcome, why) {
	if (outcome === 'BreakGlassOpened') return 'alert';
	if (why === 'Unjustified') return 'critical';
	if (['Failed', 'Rejected'].includes(outcome)) return 'error';
	return outcome === 'Denied' ? 'warning' : 'informational';
}

function outcomeCode(outcome) {
	if (['Denied', 'Failed', 'Rejected'].includes(outcome)) return 'error';
	return ['Cancelled', 'Expired'].includes(outcome) ? 'warning' : 'success';
}
