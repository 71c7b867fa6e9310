// SPDX-License-Identifier: Apache-2.0

// Real nodes and their commands, for tests: on ports that the system picks, in folders of their
// own, gone when the test is, however that ends.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	createWriteStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after } from 'node:test';
import { within } from './timeout.mjs';

export { within };

// Starting takes a node some seconds of processor time, and tests may share two cores.
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 30_000;
const COMMAND_TIMEOUT = 60_000;
const REQUEST_TIMEOUT = 30_000;

// The program under test.
export const MOTE_NODE =
	process.env.MOTE_NODE ??
	join(
		process.env.CARGO_TARGET_DIR ?? join(homedir(), '.cache/mote/target'),
		'release/mote-node',
	);

if (!existsSync(MOTE_NODE)) {
	throw new Error(
		`There is no node at ${MOTE_NODE}. Build it (cargo build --release), or name another: ` +
			'MOTE_NODE=<path>.',
	);
}

// Where nodes log to. The files of a run stay until the next one.
const LOGS = process.env.MOTE_TEST_LOGS ?? join(tmpdir(), 'mote-tests');
mkdirSync(LOGS, { recursive: true });

const children = new Set();
const folders = new Set();

// Also when a test fails, throws or runs out of time: whatever this process started ends with it.
function killAll() {
	for (const child of children) {
		child.kill('SIGKILL');
	}
}
// A child that is alive would keep the process, and with it the run, from ending.
after(killAll);
process.on('exit', () => {
	killAll();
	for (const folder of folders) {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
});
for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
]) {
	process.once(signal, () => process.exit(code));
}

// A folder that is removed when the tests end.
export function temporaryFolder(name = 'mote-test') {
	const folder = mkdtempSync(join(tmpdir(), `${name}-`));
	folders.add(folder);
	return folder;
}

function start(args, stdio, env = {}) {
	const child = spawn(MOTE_NODE, args, {
		stdio,
		env: { ...process.env, RUST_BACKTRACE: '1', ...env },
	});
	children.add(child);
	child.exited = new Promise((resolve) => {
		child.once('error', (error) => resolve({ error }));
		child.once('exit', (code, signal) => resolve({ code, signal }));
	}).then((exit) => {
		children.delete(child);
		return exit;
	});
	return child;
}

// Runs a command of the node to its end. Resolves to its exit code and what it printed.
export async function run(args, { timeout = COMMAND_TIMEOUT } = {}) {
	const child = start(args, ['ignore', 'pipe', 'pipe']);
	const output = { stdout: [], stderr: [] };
	const closed = Promise.all(
		['stdout', 'stderr'].map((name) => {
			child[name].on('data', (chunk) => output[name].push(chunk));
			return new Promise((resolve) => child[name].once('close', resolve));
		}),
	);
	try {
		const exit = await within(timeout, `mote-node ${args.join(' ')}`, child.exited);
		if (exit.error) {
			throw exit.error;
		}
		await closed;
		const [stdout, stderr] = [output.stdout, output.stderr].map((o) =>
			Buffer.concat(o).toString(),
		);
		return { ...exit, stdout, stderr };
	} finally {
		child.kill('SIGKILL');
	}
}

// The raw specification of a built-in chain, as a file: what an operator hands out. A node starts
// three times as fast from it, since it need not run the runtime to make the genesis state. The
// file is kept for as long as the program stays the same.
export async function rawSpecification(chain) {
	const { mtimeMs, size } = statSync(MOTE_NODE);
	const file = join(LOGS, `${chain}-${Math.round(mtimeMs)}-${size}.json`);
	if (!existsSync(file)) {
		const { code, stdout, stderr } = await run([
			'export-chain-spec',
			'--chain',
			chain,
			'--raw',
		]);
		if (code !== 0) {
			throw new Error(`The specification of ${chain} could not be exported:\n${stderr}`);
		}
		// In one step, since other test files may look for it.
		const draft = join(temporaryFolder(), 'specification.json');
		writeFileSync(draft, stdout);
		renameSync(draft, file);
	}
	return file;
}

// A running node. It keeps its folder and its network key when it is stopped and started again.
export class Node {
	#child;
	#lines = [];
	#watchers = new Set();
	#log;

	constructor(name, args) {
		this.name = name;
		this.args = args;
		this.basePath = temporaryFolder(`mote-${name}`);
		this.nodeKey = randomBytes(32).toString('hex');
		this.logFile = join(
			LOGS,
			`${basename(process.argv[1] ?? 'tests', '.test.mjs')}-${name}.log`,
		);
		this.#log = createWriteStream(this.logFile);
	}

	// Starts a node and waits until clients can connect.
	static async start(name, args) {
		const node = new Node(name, args);
		await node.start();
		return node;
	}

	// `more` holds arguments, and `env` variables of the environment, for this start alone.
	async start(more = [], env = {}) {
		this.address = null;
		this.#lines = [];
		const child = start(
			[
				...this.args,
				...more,
				...['--base-path', this.basePath, '--node-key', this.nodeKey],
				...['--listen-addr', '/ip4/127.0.0.1/tcp/0', '--rpc-port', '0'],
				...['--no-prometheus', '--no-telemetry', '--no-mdns'],
			],
			['ignore', 'pipe', 'pipe'],
			env,
		);
		this.#child = child;
		for (const stream of [child.stdout, child.stderr]) {
			let rest = '';
			stream.setEncoding('utf8');
			stream.on('data', (text) => {
				this.#log.write(text);
				const lines = (rest + text).split('\n');
				rest = lines.pop();
				lines.forEach((line) => this.#seen(line));
			});
		}
		const server = await this.line(/Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/);
		this.port = Number(server[1]);
		[this.address] = (await this.rpc('system_localListenAddresses')).filter((address) =>
			address.startsWith('/ip4/127.0.0.1/'),
		);
	}

	get pid() {
		return this.#child.pid;
	}

	get url() {
		return `ws://127.0.0.1:${this.port}`;
	}

	#seen(line) {
		this.#lines.push(line);
		this.#watchers.forEach((watcher) => watcher(line));
	}

	// The first line of this start's log that matches, also one that was written already.
	async line(pattern, timeout = START_TIMEOUT) {
		let watcher;
		const found = new Promise((resolve, reject) => {
			watcher = (line) => {
				const match = pattern.exec(line);
				if (match) {
					resolve(match);
				}
			};
			this.#lines.forEach(watcher);
			this.#watchers.add(watcher);
			this.#child.exited.then((exit) => {
				const why = exit.error?.message ?? exit.signal ?? `exit code ${exit.code}`;
				reject(
					new Error(
						`${this.name} ended (${why}) before it logged ${pattern}; ` +
							`log: ${this.logFile}\n` +
							this.#lines.slice(-15).join('\n'),
					),
				);
			});
		});
		try {
			return await within(timeout, `${pattern} in ${this.logFile}`, found);
		} finally {
			this.#watchers.delete(watcher);
		}
	}

	// Whether this start's log has a line that matches, so far.
	logged(pattern) {
		return this.#lines.some((line) => pattern.test(line));
	}

	// Sends anything over HTTP. Resolves to the answer as it came.
	async post(body) {
		const response = await fetch(`http://127.0.0.1:${this.port}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		let json = null;
		try {
			json = JSON.parse(text);
		} catch {
			// Some refusals are plain text.
		}
		return { status: response.status, text, json };
	}

	// The status that a request gets which announces a body of so many bytes. None is sent: a server
	// that refuses it closes the connection, and a client that is still writing may see no more
	// than that. 100 stands for an invitation to send the body.
	async announce(bytes) {
		const request = httpRequest(`http://127.0.0.1:${this.port}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'content-length': bytes,
				expect: '100-continue',
			},
		});
		const answer = new Promise((resolve, reject) => {
			request.on('continue', () => resolve(100));
			request.on('response', (response) => resolve(response.statusCode));
			request.on('error', reject);
		});
		request.flushHeaders();
		try {
			return await within(REQUEST_TIMEOUT, 'an answer to an announced request', answer);
		} finally {
			request.destroy();
		}
	}

	// Calls a method over HTTP.
	async rpc(method, ...params) {
		const { json, text } = await this.post({ id: 1, jsonrpc: '2.0', method, params });
		if (json === null || json.error) {
			throw Object.assign(
				new Error(`${method}: ${json?.error.message ?? text}`),
				json?.error,
			);
		}
		return json.result;
	}

	// Ends the node, by default as an operator would, and waits until it is gone.
	async stop(signal = 'SIGTERM') {
		this.#child.kill(signal);
		return within(STOP_TIMEOUT, `the end of ${this.name}`, this.#child.exited);
	}
}

// A fresh network key for `--node-key`.
export const networkKey = () => randomBytes(32).toString('hex');
