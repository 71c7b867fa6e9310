// SPDX-License-Identifier: Apache-2.0

// What a meter's firmware and whoever carries its word know: reads that it signs one by one, and
// registers that it signs by the batch.

import { encode, envelope, KIND } from '../device.mjs';
import { buildBatch, chainStart, batchHash, readingProof, signedBatch } from '../sensor.mjs';

// The streams of a meter that carry its registers.
export const STREAMS = { import: 1, export: 2 };

// A register: Wh that are only ever counted up, every period of the test chain. That it is of a
// business lets its aggregates be shown; a household's meter would show roots alone.
export const REGISTER = {
	unit: 'WattHour',
	scale: 0,
	kind: 'Counter',
	min: 0,
	max: 1_000_000_000_000,
	maxStepPerS: null,
	periodS: 2,
	retentionDays: 1,
	class: 'Business',
	implausible: 'Reject',
};

// What a meter says of its registers at a boundary, as the chain's call takes it: the read, the
// key's number, the signature.
export function signedRead(device, key, { at, importWh, exportWh, counter }, keyIndex = 0) {
	const read = { device: device.id, at, importWh, exportWh, counter };
	const signature = key.sign(envelope(KIND.meterRead, device.genesis, encode.meterRead(read)));
	return [read, keyIndex, signature];
}

// The two register streams of a meter: batches that follow each other, and proofs out of them.
export class RegisterStreams {
	#device;
	#key;
	#heads;
	#counter = 0;

	// `incarnations` are the numbers that the chain gave the streams when they were declared.
	constructor(device, key, incarnations) {
		this.#device = device;
		this.#key = key;
		this.#heads = Object.fromEntries(
			Object.entries(STREAMS).map(([name, stream]) => [
				name,
				{ stream, seq: 0, prev: chainStart(device.id, stream, incarnations[name]) },
			]),
		);
	}

	// Signs the registers at some boundaries, `{ at, import, export }` each, as one batch of each
	// stream. Resolves to the batches and, for every boundary, what proves both registers.
	sign(boundaries) {
		const batches = [];
		const proofs = boundaries.map(({ at }) => ({ at, proofs: [] }));
		for (const [name, head] of Object.entries(this.#heads)) {
			const { stream, seq, prev } = head;
			const readings = boundaries.map((registers) => ({
				stream,
				counter: this.#counter++,
				tMs: registers.at,
				value: registers[name],
			}));
			const built = buildBatch({ device: this.#device.id, stream, seq, prev }, readings);
			batches.push(signedBatch(this.#device.genesis, this.#key, built.batch));
			proofs.forEach((boundary, index) => {
				const batch = { device: this.#device.id, stream, seq };
				boundary.proofs.push({ batch, ...readingProof(built, index) });
			});
			Object.assign(head, { seq: seq + 1, prev: batchHash(built.batch) });
		}
		return { batches, proofs };
	}
}
