// SPDX-License-Identifier: Apache-2.0

// Merkle trees in the shape of RFC 9162 with blake2-256, written from their description: `00` before
// a leaf, `01` before a node, and a split at the largest power of two below the number of leaves.

import { concatBytes } from '@noble/hashes/utils.js';
import { blake2_256, hex } from './device.mjs';

export const leafHash = (content) => blake2_256(concatBytes(Uint8Array.of(0), content));
const nodeHash = (left, right) => blake2_256(concatBytes(Uint8Array.of(1), left, right));

export class MerkleTree {
	#nodes = new Map();

	// Over the contents of the leaves.
	constructor(contents) {
		this.leaves = contents.map(leafHash);
		this.count = this.leaves.length;
		this.root = this.#hash(0, this.count);
	}

	#hash(from, to) {
		const name = `${from}-${to}`;
		if (!this.#nodes.has(name)) {
			const middle = from + split(to - from);
			this.#nodes.set(
				name,
				to - from === 1
					? this.leaves[from]
					: nodeHash(this.#hash(from, middle), this.#hash(middle, to)),
			);
		}
		return this.#nodes.get(name);
	}

	// The path of the leaf at `index`, from the leaf upwards.
	proof(index) {
		const path = [];
		let [from, to] = [0, this.count];
		while (to - from > 1) {
			const middle = from + split(to - from);
			if (index < middle) {
				path.unshift(hex(this.#hash(middle, to)));
				to = middle;
			} else {
				path.unshift(hex(this.#hash(from, middle)));
				from = middle;
			}
		}
		return path;
	}
}

function split(count) {
	let power = 1;
	while (2 * power < count) {
		power *= 2;
	}
	return power;
}
