// SPDX-License-Identifier: Apache-2.0

// A ward on a real node: a patient's consent comes in as FHIR, a pump obeys what is final and
// authorised, a second person looks at a large bolus, nobody gets an overdose, consents and keys are
// taken back while a command is on its way, and in an emergency care comes first and is answered
// for. Then ten thousand commands that nobody gave move nothing, and an auditor who trusts nobody
// agrees with every decision and every hash.
//
// The tests of this file tell one story and build on each other. What takes 72 hours, a review that
// is overdue, is in `audit.test.mjs`.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { randomBytes } from '@noble/hashes/utils.js';
import { Chain, keyring, only } from '../lib/chain.mjs';
import { hex } from '../lib/device.mjs';
import { MOTE } from '../lib/fleet.mjs';
import { random } from '../lib/market/profiles.mjs';
import { Attacker } from '../lib/medical/attack.mjs';
import { Auditor } from '../lib/medical/auditor/auditor.mjs';
import { plain } from '../lib/medical/auditor/plain.mjs';
import { blocks, constantsOf, finalHead } from '../lib/medical/auditor/reader.mjs';
import { audit } from '../lib/medical/auditor/run.mjs';
import { exportBundle } from '../lib/medical/fhir/bundle.mjs';
import { importConsent } from '../lib/medical/fhir/consent.mjs';
import { flaws } from '../lib/medical/fhir/r5.mjs';
import { openHospital } from '../lib/medical/hospital.mjs';
import { consentResource, EMERGENCY, switchOn } from '../lib/medical/ward.mjs';
import { actions, paramsCommit, recordId } from '../lib/medical/words.mjs';
import { Node } from '../lib/node.mjs';

const HOUR = 3_600_000;
const ATTACKS = 10_000;
const ZERO = `0x${'00'.repeat(32)}`;

let node;
let chain;
let call;
let alice;
let hospital;
let people;
let gateway;
let device;
let pump;
// Handovers that the pump executed, and such that were never brought to it.
const done = [];
const held = { lower: [], late: [], foreign: [] };

const refused = (inner, signer, error) => chain.refused(inner, signer, `medicalAccess.${error}`);
const asRoot = (inner) => chain.submit(chain.api.tx.sudo.sudo(inner), alice);
const ask = (what, of = device) => gateway.request(of.id, what);
const view = (name, ...args) => chain.view(`MedicalAccess.${name}`, ...args);

const logOf = async ({ id }) => plain(await view('audit_log', id));

// Asks for a command. Resolves to what the chain says of it, the parameters' commitment with it.
async function command(who, what, of = device) {
	const { call: inner, commit } = ask(what, of);
	const outcome = await chain.submit(inner, who);
	const { terms, need } = only(outcome, 'medicalAccess.CommandProposed');
	return { seq: terms.seq.toNumber(), need: need.toNumber(), commit, outcome };
}

// Asks for something that has to be refused, for this reason.
async function denied(who, what, reason) {
	const outcome = await chain.submit(ask(what).call, who);
	assert.equal(only(outcome, 'medicalAccess.AccessDenied').refusal.type, reason);
	return outcome;
}

const stateOf = async (seq, of = device) => (await view('command', of.id, seq)).unwrap().state.type;

// Waits until a block is final.
async function untilFinal(hash) {
	const header = await chain.api.rpc.chain.getHeader(hash);
	await chain.waitForFinalized(header.number.toNumber());
}

// What the gateway would hand over of a command, once it is final.
async function handover(seq, of = device) {
	const found = await gateway.handovers(of.id);
	return found.find(({ handover: { terms } }) => terms.seq === seq);
}

// The gateway does its round once a command is final. The commands that are held back it forgets.
async function deliver({ seq, outcome }) {
	await untilFinal(outcome.blockHash);
	const found = await handover(seq);
	assert.ok(found, `command ${seq} is not authorised at the last final block`);
	const verdict = pump.handle(found.carried);
	if (verdict === 'Executed') done.push(found);
	await gateway.carry(pump);
	return verdict;
}

before(async () => {
	// The auditor asks for the state of every block.
	node = await Node.start('ward', ['--dev', '--state-pruning', 'archive']);
	chain = await Chain.connect(node);
	call = chain.api.tx.medicalAccess;
	alice = keyring.addFromUri('//Alice');
	hospital = await openHospital(chain, alice);
	({ people, gateway, device } = hospital);
	pump = switchOn(hospital);
});

after(async () => {
	await chain?.disconnect();
	await node?.stop();
});

describe('a consent', () => {
	it('should decide nothing before the patient signs it', async () => {
		await denied(people.anna, { value: 1_000 }, 'NoConsent');
	});

	it('should come in as FHIR R5, and be granted by the patient alone', async () => {
		const { subject, org } = hospital;
		const now = await chain.now();
		const period = { from: now - HOUR, to: now + 100 * 24 * HOUR };
		const treat = consentResource({
			...{ subject, whom: { org }, ...period, purposes: ['TREAT'] },
			actions: ['therapy', 'read-telemetry', 'resume-therapy'],
		});
		const once = consentResource({
			...{ subject, whom: { account: people.stranger.address }, ...period },
			...{ actions: ['read-config'], purposes: ['HOPERAT'], maxUses: 1 },
		});
		const terms = [treat, once].map((resource) => {
			assert.deepEqual(flaws(resource), []);
			const salt = randomBytes(32);
			const { call: name, args } = importConsent(resource, { genesis: chain.genesis, salt });
			assert.equal(name, 'grantConsent');
			return args.terms;
		});
		await refused(call.grantConsent(subject, terms[0]), people.anna, 'NotPatient');
		const grants = terms.map((one) => call.grantConsent(subject, one));
		await chain.submit(chain.api.tx.utility.batchAll(grants), people.patient);
		const [first] = await view('consents_of', subject);
		assert.deepEqual(
			[first.id.toNumber(), first.status.type, first.uses.toNumber()],
			[0, 'Active', 0],
		);
	});

	it('should permit to its grantee what their role allows, and nothing else', async () => {
		const can = async (who, action, value, purpose = 'Treat') => {
			const decision = (
				await view('can', people[who].address, device.id, action, value, purpose)
			).unwrap();
			return decision.isPermit ? decision.asPermit.need.toNumber() : decision.asDeny.type;
		};
		const found = await Promise.all([
			can('anna', 'Therapy', 5_000),
			can('anna', 'Therapy', 5_001),
			can('anna', 'Therapy', 10_001),
			can('anna', 'Therapy', 5_000, 'Research'),
			can('anna', 'FirmwareUpdate', 0),
			can('eric', 'Therapy', 1),
			can('emma', 'Therapy', 1, 'EmergencyTreat'),
			can('patient', 'ReadTelemetry', 0, 'PatientRequest'),
			can('stranger', 'ReadTelemetry', 0),
		]);
		const expected = [
			...[0, 1, 'ExceedsSingleMax', 'NoConsent', 'RoleDenied', 'RoleDenied', 'RoleDenied'],
			...[0, 'RoleDenied'],
		];
		assert.deepEqual(found, expected);
	});
});

describe('a bolus', () => {
	it('should be delivered once it is final, and only then', async () => {
		const { anna } = people;
		const { utility } = chain.api.tx;
		// Two commands that the gateway will hold back, for later.
		const brief = { value: 1, lifeS: 24 * 3_600 };
		const calls = [device, hospital.spare].map((of) => ask(brief, of).call);
		const asked = await chain.submit(utility.batchAll(calls), anna);
		await untilFinal(asked.blockHash);
		const ids = [device.id, hospital.spare.id];
		[held.lower, held.foreign] = await Promise.all(ids.map((id) => gateway.handovers(id)));
		assert.deepEqual([held.lower.length, held.foreign.length], [1, 1]);
		await chain.submit(call.cancelCommand(device.id, 1), anna);

		const bolus = await command(anna, { value: 3_000 });
		assert.equal(bolus.need, 0);
		const early = await gateway.handovers(device.id, bolus.outcome.blockHash);
		const best = early.find(({ handover: { terms } }) => terms.seq === bolus.seq);
		if (!best.handover.block.isFinal) assert.equal(pump.handle(best.carried), 'NotFinal');
		await untilFinal(bolus.outcome.blockHash);
		assert.equal(await deliver(bolus), 'Executed');
		assert.equal(await stateOf(bolus.seq), 'Executed');
		assert.equal(pump.doses.at(-1).value, 3_000);
		await refusedReceipts(bolus);
	});

	// Whatever is not the pump's own, first word on a command is refused by name.
	async function refusedReceipts({ seq }) {
		const { carrier } = people;
		const { digest } = (await view('command', device.id, seq)).unwrap();
		const at = Date.now();
		const fields = { seq, command: digest.toHex(), status: 'Executed', at };
		const carry = (by, key, changes = {}) => {
			const [receipt, signature] = by.commandReceipt({ ...fields, ...changes }, key);
			return call.carryReceipt(receipt, 0, signature);
		};
		const other = { seq: 1, command: held.lower[0].handover.digest };
		const skewed = { ...other, at: at + 10 * 60_000 };
		const { spare } = hospital;
		await Promise.all([
			refused(carry(device, device.key), carrier, 'AlreadyAcked'),
			refused(
				carry(device, device.key, { ...other, command: ZERO }),
				carrier,
				'WrongCommand',
			),
			refused(carry(device, device.key, skewed), carrier, 'ClockSkew'),
			refused(carry(device, spare.key, other), carrier, 'BadSignature'),
			refused(carry(device.on(ZERO), device.key, other), carrier, 'BadSignature'),
			refused(carry(device, device.key, { ...other, seq: 99 }), carrier, 'UnknownCommand'),
		]);
	}

	it('should wait for a second person beyond the soft limits', async () => {
		const { anna, ben, eric } = people;
		const bolus = await command(anna, { value: 6_000 });
		assert.equal(bolus.need, 1);
		assert.equal(await stateOf(bolus.seq), 'Proposed');
		const approve = (commit) => call.approveCommand(device.id, bolus.seq, commit);
		const other = paramsCommit('0x00', ZERO);
		await Promise.all([
			refused(approve(bolus.commit), anna, 'SameParty'),
			refused(approve(bolus.commit), eric, 'ApproverNotEntitled'),
			refused(approve(other), ben, 'ParamsDiffer'),
		]);
		const outcome = await chain.submit(approve(bolus.commit), ben);
		only(outcome, 'medicalAccess.CommandAuthorised');
		assert.equal(await deliver({ ...bolus, outcome }), 'Executed');
	});

	it('should never exceed the hard limits, and leave a trace of who tried', async () => {
		const { ben } = people;
		const before = (await logOf(device)).entries;
		const first = await denied(ben, { value: 10_001 }, 'ExceedsSingleMax');
		only(first, 'medicalAccess.Audited');
		const { utility } = chain.api.tx;
		const again = [10_001, 10_002].map((value) => ask({ value }).call);
		const outcome = await chain.submit(utility.batchAll(again), ben);
		const told = (name) =>
			outcome.events.filter((event) => event.name === `medicalAccess.${name}`).length;
		// Decided and told each time, and only counted in the log.
		assert.deepEqual([told('Decided'), told('AccessDenied'), told('Audited')], [2, 2, 0]);
		assert.equal((await logOf(device)).entries, before + 1);
		// What is reserved counts: 9,000 mU are given.
		await denied(ben, { value: 0 }, 'ZeroDose');
		const doses = await view('doses', device.id, 'Therapy');
		const sum = doses.reduce((all, { value }) => all + value.toNumber(), 0);
		assert.equal(sum, 9_000);
	});

	it('should not be delivered when the patient takes the consent back on the way', async () => {
		const { ben, patient } = people;
		const { subject } = hospital;
		const bolus = await command(ben, { value: 1_000 });
		await untilFinal(bolus.outcome.blockHash);
		const onItsWay = await handover(bolus.seq);
		const revoked = await chain.submit(call.revokeConsent(subject, 0), patient);
		const cancelled = revoked.events.filter(
			({ name }) => name === 'medicalAccess.CommandCancelled',
		);
		assert.ok(cancelled.some(({ data }) => data.seq.toNumber() === bolus.seq));
		assert.equal(await stateOf(bolus.seq), 'Cancelled');
		await untilFinal(revoked.blockHash);
		const { verdicts } = await gateway.serve(pump);
		assert.equal(verdicts.size, 0);
		// Also what was handed over before comes too late.
		assert.equal(pump.handle(onItsWay.carried), 'Stale');
		await denied(ben, { value: 1_000 }, 'NoConsent');
	});

	it('should be permitted for as many uses as a consent says', async () => {
		const read = call.logAccess(device.id, 'ReadConfig', 'Operations');
		// A consent adds nothing to what a role allows, and a stranger has none.
		const outcome = await chain.submit(read, people.stranger);
		assert.equal(only(outcome, 'medicalAccess.AccessDenied').refusal.type, 'RoleDenied');
		const { subject, org } = hospital;
		const now = await chain.now();
		const resource = consentResource({
			...{
				subject,
				whom: { account: people.eric.address },
				from: now - HOUR,
				to: now + HOUR,
			},
			...{ actions: ['read-config'], purposes: ['HOPERAT'], maxUses: 1 },
		});
		const again = consentResource({
			...{ subject, whom: { org }, from: now - HOUR, to: now + 24 * HOUR },
			...{ actions: ['therapy', 'write-record', 'read-record'], purposes: ['TREAT'] },
		});
		const grants = [resource, again].map((one) => {
			const salt = randomBytes(32);
			const { args } = importConsent(one, { genesis: chain.genesis, salt });
			return call.grantConsent(subject, args.terms);
		});
		await chain.submit(chain.api.tx.utility.batchAll(grants), people.patient);
		const first = await chain.submit(read, people.eric);
		assert.equal(only(first, 'medicalAccess.ConsentUsed').uses.toNumber(), 1);
		const second = await chain.submit(read, people.eric);
		assert.equal(only(second, 'medicalAccess.AccessDenied').refusal.type, 'NoConsent');
	});
});

describe('a clinician’s key that somebody else has', () => {
	it('should lose its power at once, and what it did be told', async () => {
		const { anna, admin } = people;
		const { org } = hospital;
		const theft = await command(anna, { value: 2_000 });
		await untilFinal(theft.outcome.blockHash);
		const since = (await chain.now()) - HOUR;
		const report = call.reportCompromise(org, anna.address, since);
		await refused(report, people.ben, 'MayNotReport');
		const outcome = await chain.submit(report, admin);
		const of = (name) =>
			outcome.events
				.filter((event) => event.name === `medicalAccess.${name}`)
				.map(({ data }) => data.seq.toNumber());
		assert.ok(of('CommandCancelled').includes(theft.seq));
		// The two that were executed, for somebody to look at.
		const executed = done.map(({ handover: { terms } }) => terms.seq);
		assert.deepEqual(new Set(of('SuspectCommand')), new Set(executed));
		await untilFinal(outcome.blockHash);
		const { verdicts } = await gateway.serve(pump);
		assert.equal(verdicts.has(theft.seq), false);
		await denied(anna, { value: 2_000 }, 'CredentialRevoked');
	});
});

describe('an emergency', () => {
	const open = (mask = actions('Therapy'), minutes = null) =>
		call.breakGlass(device.id, 'SevereHypoglycaemia', mask, minutes);
	const rescue = { value: 6_000, purpose: 'EmergencyTreat' };
	const review = (id, outcome) => call.reviewBreakGlass(id, outcome, hex(randomBytes(32)));
	let first;

	it('should be treated while the trustees have paused everything else', async () => {
		const { ben, emma } = people;
		await denied(emma, rescue, 'RoleDenied');
		await asRoot(call.pause());
		await Promise.all([
			refused(ask({ value: 1_000 }).call, ben, 'Paused'),
			refused(open(), ben, 'EmergencyNotEntitled'),
			refused(open(actions('Therapy', 'Configure')), emma, 'MaskTooWide'),
			refused(open(EMERGENCY, 241), emma, 'BadDuration'),
		]);
		const opened = await chain.submit(open(), emma);
		({ id: first } = only(opened, 'medicalAccess.BreakGlassOpened'));
		assert.equal((await chain.holds(emma.address)).BreakGlassBond, MOTE);
		// Beyond the soft limits, and nobody is waited for.
		const bolus = await command(emma, rescue);
		assert.equal(bolus.need, 0);
		assert.equal(await deliver(bolus), 'Executed');
		// The hard limits hold for everybody.
		await denied(emma, { ...rescue, value: 10_001 }, 'ExceedsSingleMax');
		await asRoot(call.unpause());
	});

	it('should be answered for to somebody else', async () => {
		const { ben, emma, rita } = people;
		// Meanwhile somebody asks for what the gateway will be late with.
		const asked = command(ben, { value: 1, lifeS: 60 });
		await refused(review(first, 'Justified'), rita, 'StillOpen');
		await chain.submit(call.closeBreakGlass(first), emma);
		await Promise.all([
			refused(review(first, 'Justified'), emma, 'ReviewerNotEntitled'),
			refused(review(first, 'Justified'), ben, 'ReviewerNotEntitled'),
			refused(open(), emma, 'NotYetReviewed'),
			refused(call.flagOverdue(first), ben, 'NotOverdue'),
		]);
		await denied(emma, rescue, 'RoleDenied');
		await chain.submit(review(first, 'Justified'), rita);
		assert.equal((await chain.holds(emma.address)).BreakGlassBond, undefined);
		await refused(review(first, 'Justified'), rita, 'AlreadyReviewed');
		const { seq, outcome } = await asked;
		await untilFinal(outcome.blockHash);
		held.late = [await handover(seq)];
		await chain.submit(call.cancelCommand(device.id, seq), ben);
	});

	it('should cost the role when it was none', async () => {
		const { emma, rita } = people;
		const opened = await chain.submit(open(), emma);
		const { id } = only(opened, 'medicalAccess.BreakGlassOpened');
		await chain.submit(call.closeBreakGlass(id), emma);
		const outcome = await chain.submit(review(id, 'Unjustified'), rita);
		only(outcome, 'medicalAccess.EmergencyRoleRevoked');
		await refused(open(), emma, 'EmergencyRevoked');
	});
});

describe('a record', () => {
	it('should be a pointer that its patient shares and has erased', async () => {
		const { ben, patient, rita } = people;
		const { subject } = hospital;
		const commitment = hex(randomBytes(32));
		const record = recordId(subject, commitment);
		const content = { codec: 0x55, cid: `0x1220${'ab'.repeat(32)}` };
		const key = () => hex(randomBytes(80));
		const add = call.addRecord(subject, content, commitment, 'Observation', key());
		await chain.submit(add, ben);
		await Promise.all([
			refused(call.openRecord(record, 'Treat'), rita, 'NoKey'),
			refused(call.shareRecord(record, rita.address, key()), patient, 'GranteeNotPermitted'),
		]);
		await chain.submit(call.shareRecord(record, ben.address, key()), patient);
		const opened = await chain.submit(call.openRecord(record, 'Treat'), ben);
		only(opened, 'medicalAccess.RecordOpened');
		await chain.submit(call.eraseRecord(record, hex(randomBytes(32))), patient);
		await refused(call.openRecord(record, 'Treat'), ben, 'AlreadyErased');
	});
});

describe('ten thousand commands that nobody gave', () => {
	it('should move nothing', async () => {
		const last = await command(people.ben, { value: 500 });
		const expiry = held.late.at(-1).handover.terms.expires;
		await chain.onBlocks(() => Date.now() >= expiry || undefined);
		await untilFinal(last.outcome.blockHash);
		const open = await handover(last.seq);
		// The power fails in between, and the pump remembers.
		pump = switchOn(hospital, pump.flash);
		const doses = pump.doses.length;
		const attacker = new Attacker({
			gatewayKey: gateway.key,
			block: () => ({ ...open.handover.block, at: Date.now() }),
			...{ done, open, ...held, draw: random(Date.now()) },
		});
		const { tried, executed, kinds } = attacker.attack(pump, ATTACKS);
		assert.equal(Object.keys(kinds).length, attacker.kinds.length);
		assert.deepEqual([tried, executed, pump.doses.length], [ATTACKS, 0, doses]);
		console.log(
			`  ${tried} commands of ${attacker.kinds.length} kinds tried, ${executed} executed`,
		);
		// The very command that was changed and posed as is executed as it is.
		assert.equal(pump.handle(open.carried), 'Executed');
		await gateway.carry(pump);
		const states = await Promise.all(
			held.late.map(({ handover: { terms } }) => stateOf(terms.seq)),
		);
		assert.deepEqual(states, ['Rejected']);
		assert.equal(await stateOf(last.seq), 'Executed');
		await refused(call.expireCommand(device.id, last.seq), people.stranger, 'CommandNotOpen');
	});
});

describe('stopping', () => {
	it('should be possible for the patient, also on a locked device', async () => {
		const { ben, patient } = people;
		await chain.submit(call.lockDevice(device.id, true), patient);
		await denied(ben, { value: 100 }, 'DeviceLocked');
		const stop = await command(patient, {
			action: 'SuspendTherapy',
			purpose: 'PatientRequest',
		});
		assert.equal(await deliver(stop), 'Executed');
		assert.equal(pump.isSuspended, true);
		const info = (await view('device', device.id)).unwrap();
		assert.deepEqual([info.isLocked.isTrue, info.isSuspended.isTrue], [true, true]);
	});
});

describe('the auditor', () => {
	it('should agree with every decision, every hash and the state', async () => {
		const header = await chain.api.rpc.chain.getHeader();
		await chain.waitForFinalized(header.number.toNumber());
		const { counts, findings, auditor } = await audit(chain.api);
		assert.deepEqual(findings, []);
		assert.ok(counts.decisions > 20 && counts.entries > 20, JSON.stringify(counts));
		const log = await logOf(device);
		const own = auditor.entries.filter(({ entry }) => entry.subject === device.id);
		assert.equal(own.length, log.entries);
		assert.equal(own.at(-1).hash, log.head);
		console.log(
			`  ${counts.decisions} decisions and ${counts.entries} entries in ${counts.blocks} ` +
				`blocks computed again, ${counts.state} items of state compared: 0 findings`,
		);
	});

	it('should say so as a command, too', async () => {
		const script = fileURLToPath(new URL('../audit.mjs', import.meta.url));
		const run = promisify(execFile);
		const { stdout } = await run(process.execPath, [script, '--url', node.url, '--json']);
		assert.deepEqual(JSON.parse(stdout).findings, []);
	});

	it('should find what somebody changes about this very chain', async () => {
		const head = await finalHead(chain.api);
		const told = [];
		for await (const block of blocks(chain.api, head.number)) told.push(block);
		const changed = (name, change) => {
			const auditor = new Auditor(constantsOf(chain.api));
			const copies = told.map((block) => ({ ...block, events: [...block.events] }));
			const block = copies.findLast(({ events }) => events.some((one) => one.name === name));
			const at = block.events.findIndex((event) => event.name === name);
			const event = structuredClone(block.events[at]);
			block.events.splice(at, 1, ...change(event));
			copies.forEach((copy) => auditor.take(copy));
			return auditor.findings;
		};
		const other = (event, path, value) => [
			{ ...event, data: { ...event.data, [path]: value } },
		];
		assert.deepEqual(
			changed('Audited', (event) => [event]),
			[],
		);
		const tries = [
			['Audited', () => []],
			['ConsentUsed', () => []],
			['ConsentUsed', (event) => other(event, 'uses', 7)],
			['Decided', (event) => other(event, 'decision', { Deny: 'NoConsent' })],
			['CommandApproved', (event) => other(event, 'by', ZERO)],
		];
		for (const [name, change] of tries) {
			assert.ok(changed(name, change).length > 0, `a changed ${name} was not found`);
		}
	});

	it('should give a Bundle of FHIR R5 of the device', async () => {
		const bundle = await exportBundle(chain.api, device.id);
		assert.deepEqual(flaws(bundle), []);
		const types = bundle.entry.map(({ resource }) => resource.resourceType);
		assert.ok(types.filter((type) => type === 'AuditEvent').length > 15);
		assert.ok(types.filter((type) => type === 'DeviceRequest').length > 8);
	});
});
