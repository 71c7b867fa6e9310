// SPDX-License-Identifier: Apache-2.0

// The thread in which a light client works. It ends with it: the client leaves timers behind that
// would keep a program from ending.

import { workerData } from 'node:worker_threads';
import { run } from 'smoldot/worker';

await run(workerData.port);
