// SPDX-License-Identifier: Apache-2.0

// The chains of audit entries: which entry has to come next about a device or a record, and whether
// the one that came is that one. Of somebody who is refused again and again the first refusal of a
// minute is an entry, and the others are counted for a later one.

import { entryHash, ZERO_HASH } from '../words.mjs';
import { same, show } from './keys.mjs';

const DENIAL_SPAN_MS = 60_000;
const MAX_DENIALS = 16;

export class Logs {
	#logs = new Map();

	#log(subject) {
		if (!this.#logs.has(subject)) {
			this.#logs.set(subject, { next: 0, head: ZERO_HASH, recent: [], evicted: 0 });
		}
		return this.#logs.get(subject);
	}

	// The entry that something which is not a denial must lead to.
	entry(subject, { actor, action, outcome, reference }) {
		const { recent } = this.#log(subject);
		const own = recent.find((denial) => denial.actor === actor);
		const suppressed = own?.suppressed ?? 0;
		if (own) own.suppressed = 0;
		return { subject, actor, action, outcome, reference, suppressed };
	}

	// The entry that a denial must lead to, or `null` if it is only counted.
	denial(subject, { actor, action, refusal }, now) {
		const log = this.#log(subject);
		const own = log.recent.find((denial) => denial.actor === actor);
		if (own && now < own.at + DENIAL_SPAN_MS) {
			own.suppressed++;
			return null;
		}
		let suppressed = 0;
		if (own) {
			suppressed = own.suppressed;
			Object.assign(own, { at: now, suppressed: 0 });
		} else {
			this.#remember(log, { actor, at: now, suppressed: 0 });
		}
		suppressed += log.evicted;
		log.evicted = 0;
		return { subject, actor, action, outcome: { Denied: refusal }, reference: 0, suppressed };
	}

	// In place of the one whose last entry is the oldest.
	#remember(log, denial) {
		if (log.recent.length < MAX_DENIALS) {
			log.recent.push(denial);
			return;
		}
		const oldest = Math.min(...log.recent.map(({ at }) => at));
		const place = log.recent.findIndex(({ at }) => at === oldest);
		log.evicted += log.recent[place].suppressed;
		log.recent[place] = denial;
	}

	// Takes in an entry that the chain told of. Says what of it differs from `expected`, by name,
	// and goes on from what was told: each wrong link is found once.
	append(told, expected, now) {
		const log = this.#log(told.subject);
		const due = { ...expected, seq: log.next, prev: log.head, at: now };
		const differing = Object.keys(due).filter((name) => !same(due[name], told[name]));
		log.next = told.seq + 1;
		log.head = entryHash(told);
		return differing.map((name) => `${name} is ${show(told[name])}, not ${show(due[name])}`);
	}

	// The hash of the last entry about something, and how many there are.
	head(subject) {
		const { next, head } = this.#log(subject);
		return { entries: next, head };
	}

	get subjects() {
		return [...this.#logs.keys()];
	}
}
