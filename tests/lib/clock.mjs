// SPDX-License-Identifier: Apache-2.0

// Clocks that are ahead, for what takes days.

import { execFileSync } from 'node:child_process';

const HOUR_MS = 3_600_000;

// The environment of a program whose clock is ahead by so many hours. What it waits for takes as
// long as ever.
export function clockAhead(hours) {
	const env = {
		// The loader puts the machine's folder for libraries in place of `$LIB`.
		LD_PRELOAD: '/usr/$LIB/faketime/libfaketimeMT.so.1',
		FAKETIME: `+${hours}h`,
		FAKETIME_DONT_FAKE_MONOTONIC: '1',
		FAKETIME_DISABLE_SHM: '1',
	};
	const options = { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] };
	const ahead = 1_000 * Number(execFileSync('date', ['+%s'], options)) - Date.now();
	if (ahead < (hours - 1) * HOUR_MS) {
		throw new Error(
			'No clock can be set ahead here: install faketime (scripts/setup.sh does).',
		);
	}
	return env;
}
