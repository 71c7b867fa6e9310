// SPDX-License-Identifier: Apache-2.0

// What a client decodes, as plain values: numbers where they are exact and `BigInt` where not, text
// in hex for bytes and accounts, `null` for nothing, `'Name'` or `{ Name: content }` for an enum.

export function plain(value) {
	if (value === null || value === undefined) return null;
	if (value.isSome !== undefined) return value.isSome ? plain(value.unwrap()) : null;
	if (value.isBasic !== undefined) {
		const isNothing = value.value.toRawType() === 'Null';
		return value.isBasic || isNothing ? value.type : { [value.type]: plain(value.value) };
	}
	if (value.isTrue !== undefined) return value.isTrue;
	if (value.toBigInt !== undefined) return number(value.toBigInt(), value.bitLength());
	if (value instanceof Uint8Array) return value.toHex();
	if (Array.isArray(value)) return [...value].map(plain);
	if (value instanceof Map) {
		// The client writes `keys_` where its own maps have a method of that name.
		const entries = [...value].map(([key, inner]) => [key.replace(/_$/, ''), plain(inner)]);
		return Object.fromEntries(entries);
	}
	return value.isEmpty ? null : value.toString();
}

// Amounts of money are always exact.
function number(value, bits) {
	const isSmall = bits <= 64 && value <= BigInt(Number.MAX_SAFE_INTEGER);
	return isSmall ? Number(value) : value;
}
