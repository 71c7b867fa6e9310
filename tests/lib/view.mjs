// SPDX-License-Identifier: Apache-2.0

// View functions. Client libraries have no shorthand yet, so this is what they would do: the id and
// the types are in the metadata.

import assert from 'node:assert/strict';
import { compactToU8a, hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

// By the metadata that has them: those of each chain, once.
const known = new WeakMap();

// A pallet's view functions by name.
export function viewsOf(api, pallet = 'DeviceIdentity') {
	if (!known.has(api.runtimeMetadata)) {
		known.set(api.runtimeMetadata, api.runtimeMetadata.asV16.pallets);
	}
	const found = known.get(api.runtimeMetadata).find(({ name }) => name.eq(pallet));
	assert.ok(found, `there is no pallet ${pallet}`);
	return new Map(found.viewFunctions.map((view) => [view.name.toString(), view]));
}

// Calls a view function: of the pallet for devices, or of another one as `Pallet.name`. `at` is a
// block's hash; the best block if there is none.
export async function callView(api, name, args, at) {
	const { registry } = api;
	const [pallet, function_] = name.includes('.') ? name.split('.') : [undefined, name];
	const view = viewsOf(api, pallet).get(function_);
	assert.ok(view, `there is no view function ${name}`);
	assert.equal(args.length, view.inputs.length, `number of arguments of ${name}`);
	const create = (type, value) => registry.createType(registry.createLookupType(type), value);
	const input = u8aConcat(...args.map((arg, i) => create(view.inputs[i].type, arg).toU8a()));
	const data = u8aToHex(u8aConcat(view.id.toU8a(), compactToU8a(input.length), input));
	const method = 'RuntimeViewFunction_execute_view_function';
	// As it comes: the client would ask for the runtime of the block before, to tell the type.
	const answer = await api.rpc.state.call.raw(method, data, ...(at === undefined ? [] : [at]));
	// `Result<Vec<u8>, ViewFunctionDispatchError>`.
	const raw = hexToU8a(answer);
	assert.equal(raw[0], 0, `${name} was refused: ${u8aToHex(raw)}`);
	const output = registry.createType('Bytes', raw.subarray(1)).toU8a(true);
	return create(view.output, output);
}
