// SPDX-License-Identifier: Apache-2.0

// Waiting, but not for ever.

// Rejects when `promise` takes longer than `milliseconds`.
export function within(milliseconds, what, promise) {
	let timer;
	const late = new Promise((_, reject) => {
		const error = new Error(`${what}: still not after ${milliseconds / 1000} s`);
		timer = setTimeout(() => reject(error), milliseconds);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
