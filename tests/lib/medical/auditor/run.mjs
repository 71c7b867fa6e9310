// SPDX-License-Identifier: Apache-2.0

// An audit of a whole chain, from its first block to its last final one.

import { Auditor } from './auditor.mjs';
import { blocks, checkRegisters, constantsOf, finalHead } from './reader.mjs';
import { compareState } from './state.mjs';

// Audits what a node says. Findings about blocks before `from` are left out: those blocks are read
// all the same, since the state is built from them.
export async function audit(api, { from = 0, to } = {}) {
	const head = to ?? (await finalHead(api));
	const auditor = new Auditor(constantsOf(api));
	for await (const block of blocks(api, head.number)) auditor.take(block);
	const registers = await checkRegisters(api, auditor.questions);
	const state = await compareState(api, head.hash, auditor.ledger, auditor.heads);
	const findings = [...auditor.findings, ...registers, ...state.findings];
	return {
		auditor,
		head: { ...head, at: auditor.ledger.now },
		counts: {
			...auditor.counts,
			registers: auditor.questions.length - auditor.counts.receipts,
			state: state.compared,
		},
		findings: findings
			.filter(({ block }) => block === null || block >= from)
			.map(({ block, index, what }) => ({ block, index, what })),
	};
}
