// SPDX-License-Identifier: Apache-2.0

//! Nothing goes without a test, without docs, or without a bound.

use frame_support::{
	__private::metadata::{
		v14::{RuntimeMetadataV14, StorageEntryType},
		RuntimeMetadata,
	},
	traits::StorageInfo,
};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeInfo, Variant};

pub use frame_support::__private::metadata::v14::StorageHasher;

/// The names of the variants of an enum, with their codec indices.
pub fn indices_of<V: TypeInfo>() -> Vec<(u8, String)> {
	match V::type_info().type_def {
		TypeDef::Variant(variants) =>
			variants.variants.iter().map(|v| (v.index, v.name.to_string())).collect(),
		_ => panic!("not an enum"),
	}
}

/// These names, numbered from 0: what [`indices_of`] is compared with.
pub fn counted<const N: usize>(names: [&str; N]) -> Vec<(u8, String)> {
	(0..).zip(names).map(|(index, name)| (index, name.to_string())).collect()
}

/// The variants of `V` that none of the sources names behind `prefix`, as in `Event::Sold`.
pub fn unmentioned<V: TypeInfo>(prefix: &str, sources: &[&str]) -> Vec<String> {
	let is_mentioned = |name: &str| {
		sources.iter().any(|source| {
			source.match_indices(&format!("{prefix}{name}")).any(|(at, found)| {
				!source[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
			})
		})
	};
	indices_of::<V>()
		.into_iter()
		.map(|(_, name)| name)
		// Added by the macros for a type parameter that nothing else uses.
		.filter(|name| name != "__Ignore")
		.filter(|name| !is_mentioned(name))
		.collect()
}

fn version_14(metadata: RuntimeMetadata) -> RuntimeMetadataV14 {
	match metadata {
		RuntimeMetadata::V14(metadata) => metadata,
		_ => panic!("metadata of another version"),
	}
}

fn variants(registry: &PortableRegistry, id: u32) -> &[Variant<PortableForm>] {
	match &registry.resolve(id).unwrap().type_def {
		TypeDef::Variant(variants) => &variants.variants,
		_ => panic!("not an enum"),
	}
}

/// Every call, event, error, storage item and constant of the pallet has docs; calls explain who
/// may call, each argument, and what they emit. At least so many things were looked at.
pub fn assert_documented(metadata: RuntimeMetadata, pallet: &str, at_least: usize) {
	let metadata = version_14(metadata);
	let pallet = metadata.pallets.iter().find(|p| p.name == pallet).expect("no such pallet");
	let mut silent = Vec::new();
	let mut checked = 0;
	let mut check = |what: String, docs: &[String]| {
		checked += 1;
		if docs.iter().all(|line| line.trim().is_empty()) {
			silent.push(what);
		}
	};
	for call in variants(&metadata.types, pallet.calls.as_ref().unwrap().ty.id) {
		check(format!("call {}", call.name), &call.docs);
		let text = call.docs.join("\n");
		assert!(text.contains("- `origin`: "), "call {} does not say who may call", call.name);
		assert!(text.contains("Emits ["), "call {} does not say what it emits", call.name);
		for field in &call.fields {
			let name = field.name.as_ref().unwrap();
			let explained = text.contains(&format!("- `{name}`: "));
			assert!(explained, "call {} does not explain {name}", call.name);
		}
	}
	for event in variants(&metadata.types, pallet.event.as_ref().unwrap().ty.id) {
		check(format!("event {}", event.name), &event.docs);
		for field in &event.fields {
			let name = field.name.as_ref().unwrap();
			check(format!("field {name} of event {}", event.name), &field.docs);
		}
	}
	for error in variants(&metadata.types, pallet.error.as_ref().unwrap().ty.id) {
		check(format!("error {}", error.name), &error.docs);
	}
	for entry in &pallet.storage.as_ref().unwrap().entries {
		check(format!("storage item {}", entry.name), &entry.docs);
	}
	for constant in &pallet.constants {
		check(format!("constant {}", constant.name), &constant.docs);
	}
	assert_eq!(silent, Vec::<String>::new(), "these have no docs");
	assert!(checked >= at_least, "only {checked} things were looked at");
}

/// The pallet has `count` storage items, and none may take more than `max_size` bytes.
pub fn assert_bounded(infos: Vec<StorageInfo>, pallet: &str, count: usize, max_size: u32) {
	let infos: Vec<_> =
		infos.into_iter().filter(|info| info.pallet_name == pallet.as_bytes()).collect();
	assert_eq!(infos.len(), count);
	for info in infos {
		let entry = String::from_utf8(info.storage_name).unwrap();
		let size = info.max_size.unwrap_or_else(|| panic!("{entry} has no bound"));
		assert!(size <= max_size, "{entry} may take {size} bytes");
	}
}

/// The maps of the pallet, each with the hashers of its keys.
pub fn hashers(metadata: RuntimeMetadata, pallet: &str) -> Vec<(String, Vec<StorageHasher>)> {
	let metadata = version_14(metadata);
	let pallet = metadata.pallets.iter().find(|p| p.name == pallet).expect("no such pallet");
	pallet
		.storage
		.as_ref()
		.unwrap()
		.entries
		.iter()
		.filter_map(|entry| match &entry.ty {
			StorageEntryType::Map { hashers, .. } => Some((entry.name.clone(), hashers.clone())),
			StorageEntryType::Plain(_) => None,
		})
		.collect()
}
