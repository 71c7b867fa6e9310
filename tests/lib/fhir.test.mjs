// SPDX-License-Identifier: Apache-2.0

// Consents come in and audits go out as FHIR R5 has them. What is written here is checked against
// what HL7 publishes: the JSON schema and the structure definitions.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { hex } from './device.mjs';
import { didOf, EXTENSION, purposeCoding, SYSTEM } from './medical/fhir/codes.mjs';
import { documentHash, importConsent, NotMapped } from './medical/fhir/consent.mjs';
import { Exporter } from './medical/fhir/exporter.mjs';
import { flaws } from './medical/fhir/r5.mjs';
import { actions, entryHash, OUTCOMES, PURPOSES, purposes, ZERO_HASH } from './medical/words.mjs';

const GENESIS = `0x${'1f'.repeat(32)}`;
const DEVICE = `0x${'22'.repeat(32)}`;
const SUBJECT = `0x${'5b'.repeat(32)}`;
const SALT = `0x${'77'.repeat(32)}`;
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const START = '2026-11-01T08:00:00Z';
const END = '2027-10-31T08:00:00+01:00';
const options = { genesis: GENESIS, salt: SALT };

const coded = (system, code) => ({ coding: [{ system, code }] });
const identified = (type, system, value) => ({ type, identifier: { system, value } });

// A patient lets the clinicians of an organisation give boluses of one pump for a year.
const example = () => ({
	resourceType: 'Consent',
	status: 'active',
	subject: identified('Patient', SYSTEM.subject, SUBJECT),
	date: '2026-11-01',
	grantor: [identified('Patient', SYSTEM.subject, SUBJECT)],
	grantee: [identified('Organization', SYSTEM.organisation, '3')],
	decision: 'permit',
	provision: [
		{
			period: { start: START, end: END },
			actor: [
				{
					role: coded(SYSTEM.role, 'clinician'),
					reference: identified('Organization', SYSTEM.organisation, '3'),
				},
			],
			action: [coded(SYSTEM.action, 'therapy'), coded(SYSTEM.consentAction, 'access')],
			purpose: [
				{ system: SYSTEM.reason, code: 'TREAT' },
				{ system: SYSTEM.reason, code: 'ETREAT' },
			],
			data: [
				{
					meaning: 'instance',
					reference: identified('Device', SYSTEM.uri, didOf(DEVICE, GENESIS)),
				},
			],
		},
	],
});

// The example with its one provision changed.
function withProvision(changes) {
	const consent = example();
	Object.assign(consent.provision[0], changes);
	return consent;
}

const terms = (consent) => importConsent(consent, options).args.terms;

describe('the published definitions of FHIR R5', () => {
	it('should accept the example, and refuse what is none of R5', () => {
		assert.deepEqual(flaws(example()), []);
		assert.deepEqual(flaws({ ...example(), status: 'proposed' }), [
			"Consent.status is 'proposed', which is none of draft, active, inactive, not-done, " +
				'entered-in-error, unknown',
		]);
		const { status, ...rest } = example();
		assert.deepEqual(flaws(rest), ['Consent has 0 of 1 status']);
		// R4 has a scope.
		assert.match(flaws({ ...example(), scope: { text: 'patient privacy' } })[0], /'scope'/);
		const nested = withProvision({ data: [{ meaning: 'all', reference: { display: 'x' } }] });
		assert.match(flaws(nested)[0], /^Consent.provision\[0\].data\[0\].meaning is 'all'/);
		assert.equal(flaws({ resourceType: 'Pump' }).length, 1);
	});
});

describe('a Consent', () => {
	it('should become the terms that the patient signs', () => {
		const { call, args, document } = importConsent(example(), options);
		assert.equal(call, 'grantConsent');
		assert.deepEqual(args, {
			subject: SUBJECT,
			terms: {
				grantee: { Role: [3, 'Clinician'] },
				device: DEVICE,
				verdict: 'Permit',
				actions: actions('Therapy', 'ReadTelemetry', 'ReadConfig', 'ReadLog', 'ReadRecord'),
				purposes: purposes('Treat', 'EmergencyTreat'),
				start: Date.UTC(2026, 10, 1, 8),
				end: Date.UTC(2027, 9, 31, 7),
				maxUses: null,
				docHash: documentHash(example(), SALT),
			},
		});
		assert.deepEqual(document, { salt: SALT });
	});

	it('should be drafted where the patient has not agreed', () => {
		assert.equal(
			importConsent({ ...example(), status: 'draft' }, options).call,
			'draftConsent',
		);
	});

	it('should be for an account, an organisation or a role in one', () => {
		const forActor = (actor) => terms({ ...withProvision({ actor: [actor] }), grantee: [] });
		const reference = identified('Practitioner', SYSTEM.account, ALICE);
		assert.deepEqual(forActor({ reference }).grantee, { Account: hex(decodeAddress(ALICE)) });
		const org = identified('Organization', SYSTEM.organisation, '7');
		assert.deepEqual(forActor({ reference: org }).grantee, { Organisation: 7 });
	});

	it('should deny, hold for every device and for some uses', () => {
		const consent = withProvision({
			data: [],
			extension: [{ url: EXTENSION.maxUses, valuePositiveInt: 3 }],
		});
		const { verdict, device, maxUses } = terms({ ...consent, decision: 'deny' });
		assert.deepEqual([verdict, device, maxUses], ['Deny', null, 3]);
		assert.deepEqual(flaws(consent), []);
	});

	it('should know every purpose by its code', () => {
		for (const purpose of PURPOSES) {
			const found = terms(withProvision({ purpose: [purposeCoding(purpose)] }));
			assert.equal(found.purposes, purposes(purpose));
		}
	});

	it('should hold while both of its periods do', () => {
		const consent = { ...example(), period: { start: '2026-12-01T00:00:00Z', end: END } };
		assert.equal(terms(consent).start, Date.UTC(2026, 11, 1));
	});

	it('should not be told from its commitment, and be the same in another order', () => {
		const other = Object.fromEntries(Object.entries(example()).reverse());
		assert.equal(documentHash(other, SALT), documentHash(example(), SALT));
		assert.notEqual(documentHash(example(), `0x${'78'.repeat(32)}`), documentHash(other, SALT));
		assert.throws(() => documentHash(example(), '0x00'), NotMapped);
	});

	it('should be refused with what to change, where it says something else than the chain', () => {
		const period = (start, end) => withProvision({ period: { start, end } });
		const account = identified('Practitioner', SYSTEM.account, 'nobody');
		const tries = [
			[{ ...example(), resourceType: 'Contract' }, 'resourceType', /a Consent/],
			[{ ...example(), status: 'inactive' }, 'Consent.status inactive', /revoke_consent/],
			[{ ...example(), status: 'not-done' }, 'Consent.status not-done', /draft or active/],
			[
				{ ...example(), status: 'entered-in-error' },
				'Consent.status entered-in-error',
				/mark_consent_in_error/,
			],
			[{ ...example(), status: 'unknown' }, 'Consent.status unknown', /find out/i],
			[{ ...example(), status: 'proposed' }, 'Consent.status', /none of FHIR R5/],
			[{ ...example(), implicitRules: 'urn:x' }, 'Consent', /rules/],
			[{ ...example(), decision: undefined }, 'Consent.decision', /permit or deny/],
			[{ ...example(), provision: [] }, 'Consent.provision', /0 of them/],
			[
				{ ...example(), provision: [{}, {}] },
				'Consent.provision',
				/2 of them. Write one Consent for each/,
			],
			[withProvision({ provision: [{}] }), 'Consent.provision.provision', /other decision/],
			[withProvision({ modifierExtension: [{}] }), 'Consent.provision', /modifier/],
			[
				withProvision({ securityLabel: [{ code: 'R' }] }),
				'Consent.provision.securityLabel',
				/no device can check/,
			],
			[
				withProvision({ dataPeriod: { start: START } }),
				'Consent.provision.dataPeriod',
				/no device can check/,
			],
			[
				{ ...example(), subject: { reference: 'Patient/jane-doe' } },
				'Consent.subject',
				/pseudonym/,
			],
			[withProvision({ period: undefined }), 'Consent.provision.period', /from when/],
			[period('2026-11-01', END), 'Consent.provision.period.start', /the zone/],
			[period(START, undefined), 'Consent.provision.period.end', /the zone/],
			[period(END, START), 'Consent.provision.period', /before it starts/],
			[period(START, '2028-11-01T08:00:00Z'), 'Consent.provision.period', /366 days/],
			[withProvision({ actor: [] }), 'Consent.provision.actor', /0 of them/],
			[
				withProvision({ actor: [{ reference: account }] }),
				'Consent.provision.actor.reference',
				/no address/,
			],
			[
				withProvision({ actor: [{ role: coded(SYSTEM.role, 'surgeon') }] }),
				'Consent.provision.actor.role',
				/clinician, pharmacist/,
			],
			[
				withProvision({ actor: [{ reference: { reference: 'Practitioner/1' } }] }),
				'Consent.provision.actor.reference',
				/needs an identifier/,
			],
			[
				{
					...example(),
					grantee: [identified('Organization', SYSTEM.organisation, '4')],
				},
				'Consent.grantee',
				/somebody else/,
			],
			[withProvision({ action: [] }), 'Consent.provision.action', /None stands for all/],
			[
				withProvision({ action: [coded(SYSTEM.consentAction, 'disclose')] }),
				'Consent.provision.action',
				/read-telemetry/,
			],
			[withProvision({ purpose: [] }), 'Consent.provision.purpose', /None stands for all/],
			[
				withProvision({ purpose: [{ system: SYSTEM.reason, code: 'HMARKT' }] }),
				'Consent.provision.purpose',
				/'HMARKT' is none of TREAT/,
			],
			[
				withProvision({ data: [{ meaning: 'related', reference: {} }] }),
				'Consent.provision.data',
				/meaning instance/,
			],
			[
				withProvision({
					data: [
						{
							meaning: 'instance',
							reference: identified('Device', SYSTEM.uri, didOf(DEVICE, ZERO_HASH)),
						},
					],
				}),
				'Consent.provision.data.reference',
				/did:mote:1f1f1f1f:/,
			],
			[
				withProvision({ extension: [{ url: EXTENSION.maxUses, valuePositiveInt: 0 }] }),
				'Consent.provision.extension',
				/valuePositiveInt/,
			],
		];
		for (const [consent, where, what] of tries) {
			assert.throws(
				() => importConsent(consent, options),
				(error) => {
					assert.ok(error instanceof NotMapped, error.stack);
					assert.equal(error.where, where);
					assert.match(error.message, what);
					return true;
				},
			);
		}
	});
});

describe('what the chain says', () => {
	const actor = hex(decodeAddress(ALICE));
	const exporter = new Exporter({ genesis: GENESIS, address: (key) => encodeAddress(key, 42) });
	const device = {
		id: DEVICE,
		model: { manufacturer: 1, product: 2 },
		org: 3,
		class: 'C',
		isInUse: true,
		serialCommit: SALT,
	};
	const command = {
		terms: {
			device: DEVICE,
			seq: 1,
			action: 'Therapy',
			value: 2_500,
			paramsCommit: SALT,
			notBefore: 1_800_000_000_000,
			expires: 1_800_000_300_000,
		},
		digest: SALT,
		requester: actor,
		purpose: 'Treat',
		basis: { Consent: 0 },
		subject: SUBJECT,
		proposedAt: 1_800_000_000_000,
	};
	const states = {
		Proposed: 'draft',
		Authorised: 'active',
		Acknowledged: 'active',
		Executed: 'completed',
		Failed: 'revoked',
		Rejected: 'revoked',
		Cancelled: 'revoked',
		Expired: 'revoked',
	};

	// One entry for each outcome there is, each naming the one before.
	function entries() {
		let prev = ZERO_HASH;
		const details = { Denied: 'ExceedsSingleMax', BreakGlassReviewed: 'Unjustified' };
		return OUTCOMES.map((name, seq) => {
			const outcome = details[name] ? { [name]: details[name] } : name;
			const entry = {
				...{ seq, subject: DEVICE, actor, action: 'Therapy', outcome, reference: 1 },
				...{ at: 1_800_000_000_000 + seq, suppressed: 0, prev },
			};
			prev = entryHash(entry);
			const request = { purpose: 'Treat', command: 1, patient: SUBJECT, isDevice: true };
			return { entry, hash: prev, block: SALT, request };
		});
	}

	it('should be a Bundle of R5, whatever happened', () => {
		const commands = Object.keys(states).map((state, i) => ({
			...command,
			terms: { ...command.terms, seq: i + 1, action: i % 2 ? 'Therapy' : 'SuspendTherapy' },
			basis: i % 2 ? command.basis : 'BreakGlass',
			subject: i % 3 ? SUBJECT : null,
			state,
		}));
		const bundle = exporter.bundle({ device, commands, entries: entries(), at: Date.now() });
		assert.deepEqual(flaws(bundle), []);
		const count = (type) =>
			bundle.entry.filter(({ resource }) => resource.resourceType === type).length;
		assert.deepEqual(['Device', 'DeviceRequest', 'AuditEvent', 'Provenance'].map(count), [
			1,
			8,
			OUTCOMES.length,
			OUTCOMES.length,
		]);
		const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
		assert.equal(new Set(urls).size, urls.length);
		// Every reference within it leads somewhere.
		const text = JSON.stringify(bundle);
		for (const [, target] of text.matchAll(/"reference":"([^"]+)"/g)) {
			assert.ok(
				urls.some((url) => url.endsWith(`/${target}`)),
				target,
			);
		}
	});

	it('should say of a command where it stands', () => {
		for (const [state, status] of Object.entries(states)) {
			const request = exporter.deviceRequest({ ...command, state });
			assert.equal(request.status, status);
			assert.deepEqual(request.parameter[0].valueQuantity, { value: 2.5, unit: 'U' });
		}
	});

	it('should say of an entry who did what, and what came of it', () => {
		const [permitted, denied] = entries().map((entry) => exporter.auditEvent(entry));
		assert.equal(permitted.outcome.code.code, 'success');
		assert.equal(denied.outcome.code.code, 'error');
		assert.equal(denied.outcome.detail[1].coding[0].code, 'exceeds-single-max');
		assert.equal(denied.agent[0].who.identifier.value, ALICE);
		assert.equal(permitted.patient.identifier.value, SUBJECT);
		assert.equal(permitted.authorization[0].coding[0].code, 'TREAT');
	});

	it('should keep the carrier of a device’s identifier to itself', () => {
		const [carrier] = exporter.device(device).udiCarrier;
		assert.equal(carrier.deviceIdentifier, undefined);
		assert.equal(carrier.extension[0].valueString, SALT);
		assert.deepEqual(flaws(exporter.device({ ...device, isInUse: false })), []);
	});
});
