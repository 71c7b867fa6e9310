// SPDX-License-Identifier: Apache-2.0

// Whatever can be tried to have a pump do something that nobody may tell it: commands from before,
// late, out of order, of other pumps, changed by a bit, cancelled, not final, of other gateways. The
// worst ones carry the seal of the pump's own gateway, as if that had been deceived.

import { Key } from '../device.mjs';
import { decodeHandover, encodeHandover, seal } from './handover.mjs';
import { commandDigest } from './words.mjs';

// Where the command lies in the bytes of a handover, behind the block and before the parameters.
const BLOCK_BYTES = 4 + 32 + 8 + 1;

export function flipBit(bytes, bit) {
	const flipped = Uint8Array.from(bytes);
	flipped[bit >> 3] ^= 1 << (bit & 7);
	return flipped;
}

// `done` are handovers of executed commands, `lower` such that were never executed although they
// have a lower number, `open` one that the pump would execute if it got it as it is, `late` ones
// whose time is over, `foreign` ones of other pumps. All are `{ carried, handover }`. `block` gives
// the newest final block. `draw` is random.
export class Attacker {
	#kinds;
	#stranger = new Key('Ed25519');

	constructor({ gatewayKey, done, lower, late, foreign, open, block, draw }) {
		const pick = (list) => list[Math.floor(draw() * list.length)];
		const below = (limit) => Math.floor(draw() * limit);
		// As the gateway would hand it over now, with these changes.
		const now = ({ handover }, changes = {}) =>
			seal({ ...handover, block: block(), ...changes }, gatewayKey);
		const flipped = (from, to, isSealedAgain) => () => {
			const encoded = encodeHandover({ ...open.handover, block: block() });
			const last = to ?? encoded.length;
			const changed = flipBit(encoded, 8 * from + below(8 * (last - from)));
			return isSealedAgain
				? resealed(changed, gatewayKey)
				: { ...now(open), encoded: changed };
		};
		this.#kinds = {
			replayed: () => pick(done).carried,
			'replayed with a new seal': () => now(pick(done), { state: 'Authorised' }),
			'a lower number': () => now(pick(lower), { state: 'Authorised' }),
			late: () => now(pick(late), { state: 'Authorised' }),
			'of another pump': () => now(pick(foreign), { state: 'Authorised' }),
			'of another pump, renamed': () => {
				const { handover } = pick(foreign);
				const terms = { ...handover.terms, device: open.handover.terms.device };
				return now({ handover: { ...handover, terms } });
			},
			'one bit changed': flipped(0, undefined, false),
			'one bit changed, with a new seal': flipped(BLOCK_BYTES, undefined, true),
			'a renewed life': () => {
				const { handover } = pick(late);
				const terms = { ...handover.terms, expires: block().at + 3_600_000 };
				return now({ handover: { ...handover, terms } });
			},
			'not final': () => now(open, { block: { ...block(), isFinal: false } }),
			'of an older block': () => {
				const old = block();
				return now(open, { block: { ...old, at: old.at - 3_600_000 } });
			},
			'only proposed': () => now(open, { state: 'Proposed' }),
			cancelled: () => now(open, { state: 'Cancelled' }),
			'by another gateway': () => seal({ ...open.handover, block: block() }, this.#stranger),
		};
		this.pick = pick;
	}

	get kinds() {
		return Object.keys(this.#kinds);
	}

	// Tries so many of them. Resolves to what was tried, what was executed, and the pump's words.
	attack(pump, count) {
		const outcome = { tried: 0, executed: 0, kinds: {} };
		for (let i = 0; i < count; i++) {
			const kind = i < this.kinds.length ? this.kinds[i] : this.pick(this.kinds);
			const verdict = pump.handle(this.#kinds[kind]());
			const seen = (outcome.kinds[kind] ??= {});
			seen[verdict] = (seen[verdict] ?? 0) + 1;
			outcome.tried++;
			if (verdict === 'Executed') outcome.executed++;
		}
		return outcome;
	}
}

// Changed bytes with a true seal: what a deceived gateway would hand over.
function resealed(changed, gatewayKey) {
	const handover = decodeHandover(changed);
	// Bytes that are no handover are carried as they are: no gateway would seal them.
	return handover === null ? { encoded: changed, seal: '0x' } : seal(handover, gatewayKey);
}

// A command as a gateway would hand it over, for pumps that no chain knows.
export function madeUp(gatewayKey, block, { params, salt, state = 'Authorised', ...terms }) {
	const handover = { block, terms, digest: commandDigest(terms), state, params, salt };
	return { handover, carried: seal(handover, gatewayKey) };
}
