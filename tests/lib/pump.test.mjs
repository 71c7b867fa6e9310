// SPDX-License-Identifier: Apache-2.0

// The insulin pump: what it obeys, what it keeps doing by itself, and that ten thousand commands
// which nobody gave move nothing. And the window of doses by its published vector.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Device, encode, envelope, Key, KIND, verify } from './device.mjs';
import { random } from './market/profiles.mjs';
import { Attacker, madeUp } from './medical/attack.mjs';
import { doseRefusal, total, within } from './medical/doses.mjs';
import { Gateway } from './medical/gateway.mjs';
import { decodeHandover, encodeHandover, seal, tidings } from './medical/handover.mjs';
import { DETAILS, Flash, MAX_AGE_MS, Pump } from './medical/pump.mjs';
import { bolusParams, commandDigest, paramsCommit, ZERO_HASH } from './medical/words.mjs';

const GENESIS = `0x${'11'.repeat(32)}`;
const START = 1_767_225_600_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SALT = `0x${'5a'.repeat(32)}`;
// The limits of the published vector.
const LIMITS = { maxSingle: 10_000, maxWindow: 20_000, windowS: 14_400, minIntervalS: 900 };

// A pump with its gateway and a clock that tests turn. `motor` says whether insulin can move.
class Ward {
	now = START;
	number = 100;
	seq = 0;
	delivered = [];
	isBlocked = false;
	failure = null;
	gatewayKey = new Key('Ed25519');
	flash = new Flash();
	device = new Device(GENESIS, 'P256');
	key = new Key('P256');

	constructor(limits = LIMITS) {
		this.limits = limits;
		this.boot();
	}

	boot() {
		this.pump = new Pump({
			device: this.device,
			key: this.key,
			gateway: this.gatewayKey.public,
			flash: this.flash,
			limits: this.limits,
			rate: 600,
			clock: () => this.now,
			motor: (value) => this.#move(value),
		});
		return this.pump;
	}

	#move(value) {
		if (this.failure) throw new Error(this.failure);
		if (!this.isBlocked) this.delivered.push(value);
		return !this.isBlocked;
	}

	block() {
		this.number++;
		return { number: this.number, hash: ZERO_HASH, at: this.now - 4_000, isFinal: true };
	}

	// What the gateway hands over for a command, with the next number unless told otherwise.
	command(changes = {}) {
		const { value = 1_000, device = this.device.id } = changes;
		const params = changes.params ?? bolusParams(value);
		const terms = {
			seq: ++this.seq,
			action: 'Therapy',
			value,
			paramsCommit: paramsCommit(params, SALT),
			notBefore: this.now,
			expires: this.now + 5 * MINUTE,
			...changes,
		};
		return madeUp(this.gatewayKey, this.block(), { ...terms, device, params, salt: SALT });
	}

	give(changes) {
		return this.pump.handle(this.command(changes).carried);
	}

	// Hands a command over again, as the gateway would do it now.
	again({ handover }, changes = {}) {
		const renewed = { ...handover, block: this.block(), ...changes };
		return this.pump.handle(seal(renewed, this.gatewayKey));
	}
}

describe('a window of doses', () => {
	it('should decide as the published vector', () => {
		const doses = [];
		for (const [seconds, value, expected] of [
			[0, 8_000, 8_000],
			[600, 1_000, 'MinIntervalNotElapsed'],
			[900, 10_001, 'ExceedsSingleMax'],
			[900, 8_000, 16_000],
			[1_800, 4_001, 'ExceedsWindowTotal'],
			[1_800, 4_000, 20_000],
			[14_399, 1, 'ExceedsWindowTotal'],
			[14_400, 8_000, 20_000],
			[15_300, 1_000, 13_000],
			[15_300, 0, 'ZeroDose'],
		]) {
			const at = START + 1_000 * seconds;
			const refusal = doseRefusal(LIMITS, doses, at, value);
			if (refusal === null) doses.push({ at, value });
			assert.equal(refusal ?? total(within(doses, LIMITS.windowS, at)), expected);
		}
	});

	it('should never hold more than its limits, whatever is asked for', () => {
		const draw = random(4);
		for (let life = 0; life < 200; life++) {
			const limits = {
				maxSingle: 1 + Math.floor(draw() * 5_000),
				maxWindow: 1 + Math.floor(draw() * 20_000),
				windowS: 60 + Math.floor(draw() * 10_000),
				minIntervalS: Math.floor(draw() * 300),
			};
			const doses = [];
			let now = START;
			for (let step = 0; step < 200; step++) {
				now += Math.floor(draw() * 400_000);
				const value = Math.floor(draw() * 6_000);
				if (doseRefusal(limits, doses, now, value) === null) doses.push({ at: now, value });
			}
			doses.forEach((dose, i) => {
				const inside = within(doses.slice(0, i + 1), limits.windowS, dose.at);
				assert.ok(total(inside) <= limits.maxWindow && inside.length <= 64);
				assert.ok(dose.value > 0 && dose.value <= limits.maxSingle);
				if (i > 0) assert.ok(dose.at - doses[i - 1].at >= limits.minIntervalS * 1_000);
			});
		}
	});

	it('should hold 64 doses at the most', () => {
		const limits = { maxSingle: 10, maxWindow: 10_000, windowS: 14_400, minIntervalS: 0 };
		const doses = Array.from({ length: 64 }, (_, i) => ({ at: START + i, value: 1 }));
		assert.equal(doseRefusal(limits, doses, START + 64, 1), 'WindowFull');
		assert.equal(doseRefusal(limits, doses, START + 14_400_000, 1), null);
	});
});

describe('a handover', () => {
	it('should be the same after it was carried', () => {
		const { handover } = new Ward().command();
		assert.deepEqual(decodeHandover(encodeHandover(handover)), handover);
		assert.equal(decodeHandover(encodeHandover(handover).subarray(1)), null);
	});
});

describe('an insulin pump', () => {
	it('should deliver what was authorised, once, and sign for it', () => {
		const ward = new Ward();
		const bolus = ward.command({ value: 3_000 });
		assert.equal(ward.pump.handle(bolus.carried), 'Executed');
		assert.equal(ward.pump.handle(bolus.carried), 'NotHigher');
		assert.equal(ward.again(bolus), 'NotHigher');
		assert.deepEqual(ward.delivered, [3_000]);
		assert.deepEqual(
			ward.pump.receipts.map(([{ status }]) => status),
			['Received', 'Executed'],
		);
		for (const [receipt, { P256: signature }] of ward.pump.receipts) {
			assert.equal(receipt.command, bolus.handover.digest);
			const payload = encode.commandReceipt(receipt);
			const message = envelope(KIND.commandReceipt, GENESIS, payload);
			assert.ok(verify('P256', signature, message, ward.key.public));
		}
		ward.pump.receipts.forEach(([receipt]) => ward.pump.carried(receipt));
		assert.deepEqual(ward.pump.receipts, []);
	});

	it('should say nothing to what is not meant for it, not authorised or not final', () => {
		const ward = new Ward();
		const other = new Device(GENESIS, 'P256');
		const bolus = ward.command();
		const { terms, digest } = bolus.handover;
		const tries = [
			[{ block: { ...ward.block(), isFinal: false } }, 'NotFinal'],
			[{ block: { ...ward.block(), at: ward.now - MAX_AGE_MS - 1 } }, 'Stale'],
			[{ block: { ...ward.block(), at: ward.now + MAX_AGE_MS + 1 } }, 'Stale'],
			[{ terms: { ...terms, device: other.id } }, 'WrongDevice'],
			[{ terms: { ...terms, value: 1_001 } }, 'WrongDigest'],
			[{ digest: `${digest.slice(0, -1)}${digest.endsWith('0') ? 1 : 0}` }, 'WrongDigest'],
			[{ params: bolusParams(9_000) }, 'ParamsDiffer'],
			[{ salt: ZERO_HASH }, 'ParamsDiffer'],
			...['Proposed', 'Executed', 'Failed', 'Rejected', 'Cancelled', 'Expired'].map(
				(state) => [{ state }, 'NotAuthorised'],
			),
		];
		for (const [changes, verdict] of tries) {
			assert.equal(ward.again(bolus, changes), verdict);
		}
		const stranger = seal({ ...bolus.handover, block: ward.block() }, new Key('Ed25519'));
		assert.equal(ward.pump.handle(stranger), 'NotPaired');
		const swapped = { ...ward.command().carried, encoded: bolus.carried.encoded };
		assert.equal(ward.pump.handle(swapped), 'NotPaired');
		assert.deepEqual([ward.delivered, ward.pump.receipts], [[], []]);
		assert.equal(ward.again(bolus), 'Executed');
	});

	it('should refuse parameters that say something else than the command', () => {
		const ward = new Ward();
		assert.equal(ward.give({ value: 1_000, params: bolusParams(2_000) }), 'ParamsDiffer');
		assert.equal(ward.give({ value: 1_000, params: '0x01' }), 'ParamsDiffer');
		assert.equal(ward.give({ value: 1_000, params: bolusParams(1_000, 30) }), 'Executed');
	});

	it('should wait for the time of a command, and refuse it when that is over', () => {
		const ward = new Ward();
		const bolus = ward.command({ notBefore: START + MINUTE, expires: START + 6 * MINUTE });
		assert.equal(ward.pump.handle(bolus.carried), 'TooEarly');
		assert.deepEqual(ward.pump.receipts, []);
		ward.now += MINUTE;
		assert.equal(ward.again(bolus), 'Executed');
		const late = ward.command();
		ward.now += 5 * MINUTE;
		assert.equal(ward.again(late), 'Expired');
		assert.equal(ward.again(late), 'NotHigher');
		const [receipt] = ward.pump.receipts.at(-1);
		assert.deepEqual([receipt.status, DETAILS[receipt.detail]], ['Rejected', 'Expired']);
		assert.equal(ward.pump.receipts.length, 3);
	});

	it('should have a command expire by the clock that is ahead', () => {
		const ward = new Ward();
		const bolus = ward.command({ expires: START + 30_000 });
		const block = { ...ward.block(), at: START + 30_000 };
		assert.equal(ward.again(bolus, { block }), 'Expired');
	});

	it('should keep its own limits, whatever the chain allowed', () => {
		const ward = new Ward();
		assert.equal(ward.give({ value: 8_000 }), 'Executed');
		ward.now += 10 * MINUTE;
		assert.equal(ward.give({ value: 1_000 }), 'MinIntervalNotElapsed');
		ward.now += 5 * MINUTE;
		assert.equal(ward.give({ value: 10_001 }), 'ExceedsSingleMax');
		assert.equal(ward.give({ value: 8_000 }), 'Executed');
		ward.now += 15 * MINUTE;
		assert.equal(ward.give({ value: 4_001 }), 'ExceedsWindowTotal');
		assert.equal(ward.give({ value: 0 }), 'ZeroDose');
		assert.equal(ward.give({ value: 4_000 }), 'Executed');
		assert.deepEqual(ward.delivered, [8_000, 8_000, 4_000]);
		const rejected = ward.pump.receipts.filter(([{ status }]) => status === 'Rejected');
		assert.deepEqual(
			rejected.map(([{ detail }]) => DETAILS[detail]),
			['MinIntervalNotElapsed', 'ExceedsSingleMax', 'ExceedsWindowTotal', 'ZeroDose'],
		);
	});

	it('should not have its window opened by a clock that is set back or by a gateway', () => {
		const ward = new Ward();
		assert.equal(ward.give({ value: 10_000 }), 'Executed');
		ward.now += 15 * MINUTE;
		assert.equal(ward.give({ value: 10_000 }), 'Executed');
		const life = { expires: START + 24 * HOUR, notBefore: START };
		ward.now -= HOUR;
		assert.equal(ward.give({ value: 1, ...life }), 'Stale');
		ward.now += HOUR;
		const block = { ...ward.block(), at: ward.now + 4 * HOUR };
		assert.equal(ward.again(ward.command({ value: 1, ...life }), { block }), 'Stale');
		assert.deepEqual(ward.delivered, [10_000, 10_000]);
	});

	it('should stop and start again when it is told, and treat by itself in between', () => {
		const ward = new Ward();
		const word = (action) => ward.give({ action, value: 0, params: '0x' });
		assert.equal(word('SuspendTherapy'), 'Executed');
		assert.equal(ward.give(), 'Suspended');
		ward.now += HOUR;
		ward.pump.tick();
		assert.equal(ward.pump.basal, 0);
		assert.equal(word('ResumeTherapy'), 'Executed');
		ward.now += HOUR;
		ward.pump.tick();
		assert.equal(ward.pump.basal, 600);
		assert.equal(word('FirmwareUpdate'), 'Unsupported');
	});

	it('should not obey what was handed over before the newest block that it heard of', () => {
		const ward = new Ward();
		const bolus = ward.command();
		const block = ward.block();
		assert.equal(ward.pump.hear(tidings(block, new Key('Ed25519'))), false);
		assert.equal(ward.pump.hear(tidings({ ...block, isFinal: false }, ward.gatewayKey)), false);
		assert.equal(ward.pump.hear(tidings(block, ward.gatewayKey)), true);
		assert.equal(ward.pump.hear(tidings(block, ward.gatewayKey)), false);
		assert.equal(ward.pump.handle(bolus.carried), 'Stale');
		assert.equal(ward.again(bolus), 'Executed');
	});

	it('should treat on while nobody can reach it, and do nothing that it was told before', () => {
		const ward = new Ward();
		const bolus = ward.command({ expires: START + 24 * HOUR });
		const before = ward.pump.receipts.length;
		for (let hour = 1; hour <= 6; hour++) {
			ward.now += HOUR;
			ward.pump.tick();
			assert.equal(ward.pump.handle(bolus.carried), 'Stale');
		}
		assert.equal(ward.pump.basal, 6 * 600);
		assert.deepEqual(ward.delivered, []);
		assert.equal(ward.pump.receipts.length, before);
	});

	it('should remember across a restart', () => {
		const ward = new Ward();
		const bolus = ward.command({ value: 8_000 });
		assert.equal(ward.pump.handle(bolus.carried), 'Executed');
		const rejected = ward.command({ value: 20_000 });
		assert.equal(ward.pump.handle(rejected.carried), 'ExceedsSingleMax');
		ward.now += 10 * MINUTE;
		const { receipts } = ward.pump;
		ward.boot();
		assert.deepEqual(ward.pump.receipts, receipts);
		assert.equal(ward.again(bolus), 'NotHigher');
		assert.equal(ward.again(rejected), 'NotHigher');
		assert.equal(ward.give({ value: 1_000 }), 'MinIntervalNotElapsed');
		assert.deepEqual(ward.delivered, [8_000]);
	});

	it('should not deliver twice when the power fails in between', () => {
		const ward = new Ward();
		const bolus = ward.command({ value: 8_000 });
		ward.failure = 'no power';
		assert.throws(() => ward.pump.handle(bolus.carried), /no power/);
		ward.failure = null;
		ward.boot();
		assert.equal(ward.again(bolus), 'NotHigher');
		assert.deepEqual(ward.delivered, []);
		// It counts as delivered, since it may have been.
		assert.deepEqual(
			ward.pump.doses.map(({ value }) => value),
			[8_000],
		);
		const [receipt] = ward.pump.receipts.at(-1);
		assert.deepEqual([receipt.status, DETAILS[receipt.detail]], ['Executed', 'Unconfirmed']);
	});

	it('should have stopped when it says so, whenever the power fails', () => {
		for (const [action, isSuspended] of [
			['SuspendTherapy', true],
			['ResumeTherapy', false],
		]) {
			for (let writes = 0; writes < 6; writes++) {
				const ward = new Ward();
				if (!isSuspended) ward.pump.suspend();
				const command = ward.command({ action, value: 0, params: '0x' });
				ward.now += MINUTE;
				const write = ward.flash.write.bind(ward.flash);
				let left = writes;
				ward.flash.write = (record) => {
					if (left-- === 0) throw new Error('no power');
					write(record);
				};
				let verdict = null;
				try {
					verdict = ward.again(command);
				} catch (error) {
					assert.match(error.message, /no power/);
				}
				ward.flash.write = write;
				ward.boot();
				const statuses = ward.pump.receipts.map(([{ status }]) => status);
				assert.equal(statuses.includes('Executed'), ward.pump.highest === 1);
				assert.equal(ward.pump.isSuspended, (ward.pump.highest === 1) === isSuspended);
				if (verdict === null) ward.again(command);
				assert.equal(ward.pump.isSuspended, isSuspended);
			}
		}
	});

	it('should say so when it could not deliver', () => {
		const ward = new Ward();
		ward.isBlocked = true;
		assert.equal(ward.give({ value: 8_000 }), 'Failed');
		ward.isBlocked = false;
		assert.deepEqual(ward.pump.doses, []);
		assert.equal(ward.give({ value: 8_000 }), 'Executed');
		const statuses = ward.pump.receipts.map(([{ status }]) => status);
		assert.deepEqual(statuses, ['Received', 'Failed', 'Received', 'Executed']);
	});

	it('should refuse rather than forget: many rejected commands, a full queue', () => {
		const ward = new Ward();
		const rejected = [];
		for (let i = 0; i < 70; i++) {
			rejected.push(ward.command({ value: 20_000 }));
			assert.equal(ward.pump.handle(rejected.at(-1).carried), 'ExceedsSingleMax');
			if (i < 60) ward.pump.receipts.forEach(([receipt]) => ward.pump.carried(receipt));
		}
		rejected.forEach((command) => assert.equal(ward.again(command), 'NotHigher'));
		for (let i = 0; i < 53; i++) ward.give({ value: 20_000 });
		assert.equal(ward.give({ value: 20_000 }), 'QueueFull');
		assert.equal(ward.give(), 'QueueFull');
		assert.deepEqual(ward.delivered, []);
	});
});

describe('a gateway', () => {
	it('should leave its pump alone while it cannot reach the chain', async () => {
		const ward = new Ward();
		const unreachable = async () => {
			throw new Error('WebSocket is not connected');
		};
		const api = { rpc: { chain: { getFinalizedHead: unreachable } } };
		const gateway = new Gateway({ api, key: ward.gatewayKey, submit: unreachable });
		assert.equal(ward.give({ value: 1_000 }), 'Executed');
		ward.now += HOUR;
		const { isReached } = await gateway.serve(ward.pump);
		assert.equal(isReached, false);
		assert.deepEqual([ward.pump.basal, ward.pump.receipts.length], [600, 2]);
		const broken = { rpc: { chain: { getFinalizedHead: async () => null } } };
		const faulty = new Gateway({ api: broken, key: ward.gatewayKey, submit: unreachable });
		await assert.rejects(faulty.serve(ward.pump), TypeError);
	});
});

describe('a carrier of receipts', () => {
	// A chain that fails a receipt with what `refusal` says of it.
	function carrying(refusal) {
		const api = {
			registry: { findMetaError: (name) => ({ name }) },
			tx: {
				medicalAccess: { carryReceipt: (receipt) => receipt },
				utility: { forceBatch: (receipts) => receipts },
			},
		};
		const item = (receipt) => {
			const error = refusal(receipt);
			if (error === null) return { name: 'utility.ItemCompleted', data: {} };
			const failure = { isModule: true, asModule: error };
			return { name: 'utility.ItemFailed', data: { error: failure } };
		};
		const other = { name: 'medicalAccess.CommandExecuted', data: {} };
		const submit = async (receipts) => ({
			events: receipts.flatMap((receipt) => [other, item(receipt)]),
		});
		return new Gateway({ api, key: new Key('Ed25519'), submit });
	}
	const words = ({ receipts }) => receipts.map(([{ seq, status }]) => `${seq} ${status}`);

	it('should not be held up by a receipt that the chain does not take', async () => {
		for (const error of ['AlreadyAcked', 'CommandNotOpen', 'UnknownCommand']) {
			const ward = new Ward();
			assert.equal(ward.give(), 'Executed');
			ward.now += HOUR;
			assert.equal(ward.give(), 'Executed');
			const gateway = carrying(({ seq, status }) =>
				seq === 1 && status === 'Received' ? error : null,
			);
			await gateway.carry(ward.pump);
			assert.deepEqual(words(ward.pump), []);
		}
	});

	it('should carry again what the chain may take another time', async () => {
		const ward = new Ward();
		assert.equal(ward.give(), 'Executed');
		const isEarly = ({ status }) => (status === 'Executed' ? 'ClockSkew' : null);
		await carrying(isEarly).carry(ward.pump);
		assert.deepEqual(words(ward.pump), ['1 Executed']);
		await carrying(() => null).carry(ward.pump);
		assert.deepEqual(words(ward.pump), []);
		assert.equal(await carrying(() => null).carry(ward.pump), null);
	});
});

describe('ten thousand commands that nobody gave', () => {
	it('should move nothing', () => {
		const generous = { maxSingle: 50_000, maxWindow: 4e9, windowS: 3_600, minIntervalS: 0 };
		const ward = new Ward(generous);
		const other = new Ward();
		const draw = random(2_026);
		const lower = Array.from({ length: 8 }, () => ward.command({ expires: START + 24 * HOUR }));
		const done = Array.from({ length: 40 }, () => {
			const command = ward.command({ expires: START + 24 * HOUR });
			assert.equal(ward.pump.handle(command.carried), 'Executed');
			ward.pump.receipts.forEach(([receipt]) => ward.pump.carried(receipt));
			return command;
		});
		const late = Array.from({ length: 8 }, () => ward.command());
		const foreign = Array.from({ length: 8 }, (_, i) =>
			other.command({ seq: 1_000 + i, expires: START + 24 * HOUR }),
		);
		ward.now += 10 * MINUTE;
		const open = ward.command({ seq: 900 });
		const attacker = new Attacker({
			gatewayKey: ward.gatewayKey,
			block: () => ward.block(),
			...{ done, lower, late, foreign, open, draw },
		});
		const moved = ward.delivered.length;
		const { tried, executed, kinds } = attacker.attack(ward.pump, 10_000);
		assert.deepEqual([tried, executed], [10_000, 0]);
		assert.equal(ward.delivered.length, moved);
		assert.equal(Object.keys(kinds).length, attacker.kinds.length);
		// What was late is rejected once each, and nothing else is told to the chain.
		const words = ward.pump.receipts.map(([{ status }]) => status);
		assert.deepEqual(words, Array(late.length).fill('Rejected'));
		// The command that was changed, held back and posed as is executed as it is.
		assert.equal(ward.again(open), 'Executed');
		assert.equal(commandDigest(open.handover.terms), open.handover.digest);
	});
});
