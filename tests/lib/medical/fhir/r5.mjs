// SPDX-License-Identifier: Apache-2.0

// Whether a resource is one of FHIR R5, by what HL7 publishes: the JSON schema, and what that leaves
// out and the structure definitions say, namely which elements must be there and which codes there
// are where no others may be used. Profiles, invariants and other people's terminologies are not
// looked at.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';

const require = createRequire(import.meta.url);
const FOLDER = dirname(require.resolve('hl7.fhir.r5.core/package.json'));
const read = (name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

// Computes something for each name once.
function remembered(make) {
	const made = new Map();
	return (name) => {
		if (!made.has(name)) made.set(name, make(name));
		return made.get(name);
	};
}

// --- The JSON schema ---

// One of the published patterns is none in the newer, stricter kind of expressions.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));

const schema = remembered((type) => {
	const { definitions } = schemaFile();
	if (definitions[type]?.properties?.resourceType === undefined) return null;
	return ajv.compile({ definitions, $ref: `#/definitions/${type}` });
});

const schemaFile = remembered(() => {
	const { definitions } = read('openapi/fhir.schema.json');
	// A resource in a resource is checked by itself: that gives messages that can be understood.
	return { definitions: { ...definitions, ResourceList: { type: 'object' } } };
});

// --- The structure definitions ---

// The elements of a type, each with its children's definitions.
const structure = remembered((type) => {
	const { snapshot } = read(`StructureDefinition-${type}.json`);
	const children = new Map();
	for (const element of snapshot.element.slice(1)) {
		const parent = element.path.slice(0, element.path.lastIndexOf('.'));
		if (!children.has(parent)) children.set(parent, []);
		children.get(parent).push(element);
	}
	return children;
});

// The codes of a value set that HL7 enumerates in the same package, or `null` if it does not.
const codes = remembered((canonical) => {
	const name = canonical.split('|')[0].split('/').at(-1);
	const { include } = read(`ValueSet-${name}.json`).compose;
	const all = include.flatMap(({ system, concept }) => {
		if (concept) return concept.map(({ code }) => code);
		const file = `CodeSystem-${system.split('/').at(-1)}.json`;
		return flat(read(file).concept).map(({ code }) => code);
	});
	return new Set(all);
});

const flat = (concepts = []) => concepts.flatMap((one) => [one, ...flat(one.concept)]);

function* flawsOf(value, type, path = type, at = type) {
	for (const element of structure(type).get(path) ?? []) {
		const name = element.path.slice(path.length + 1);
		const found = valuesOf(value, name, element);
		if (found.count < element.min) {
			yield `${at} has ${found.count} of ${element.min} ${name}`;
		}
		for (const [i, child] of found.values.entries()) {
			const where = `${at}.${found.name}${Array.isArray(value[found.name]) ? `[${i}]` : ''}`;
			yield* flawsOfElement(child, element, found.type, where, type);
		}
	}
}

function* flawsOfElement(value, element, type, at, parent) {
	const { binding, contentReference, path } = element;
	if (
		binding?.strength === 'required' &&
		type === 'code' &&
		!codes(binding.valueSet).has(value)
	) {
		yield `${at} is '${value}', which is none of ${[...codes(binding.valueSet)].join(', ')}`;
	}
	if (contentReference) {
		yield* flawsOf(value, parent, contentReference.slice(1), at);
	} else if (structure(parent).has(path)) {
		yield* flawsOf(value, parent, path, at);
	} else if (/^[A-Z][A-Za-z]*$/.test(type ?? '') && type !== 'Resource') {
		yield* flawsOf(value, type, type, at);
	}
}

// The values of an element in an object: of a choice `value[x]` those of `valueString` and so on.
function valuesOf(value, name, { type = [] }) {
	const types = type.map(({ code }) => code.split('/').at(-1));
	const isChoice = name.endsWith('[x]');
	const names = isChoice
		? types.map((code) => [
				`${name.slice(0, -3)}${code[0].toUpperCase()}${code.slice(1)}`,
				code,
			])
		: [[name, types[0]]];
	for (const [key, code] of names) {
		const here = value[key] ?? null;
		if (here !== null) {
			const values = [here].flat();
			return { name: key, type: code, values, count: values.length };
		}
		// Something may be said of a value instead of the value itself, such as why there is none.
		if (value[`_${key}`]) return { name: key, type: code, values: [], count: 1 };
	}
	return { name, type: types[0], values: [], count: 0 };
}

// --- Both ---

// What is wrong with a resource and with those that it contains: nothing, if it is one of R5.
export function flaws(resource, at = resource?.resourceType ?? 'it') {
	const check = schema(resource?.resourceType);
	if (check === null) return [`${at} is no resource of FHIR R5`];
	if (!check(resource)) {
		return check.errors.map(({ instancePath, message, params }) => {
			const more = params.additionalProperty ? ` '${params.additionalProperty}'` : '';
			return `${at}${instancePath.replaceAll('/', '.')} ${message}${more}`;
		});
	}
	const inside = [
		...(resource.contained ?? []),
		...(resource.entry ?? []).map((entry) => entry.resource),
	].filter(Boolean);
	const type = resource.resourceType;
	return [
		...flawsOf(resource, type, type, at),
		...inside.flatMap((one, i) => flaws(one, `${at}[${i}].${one.resourceType}`)),
	];
}
