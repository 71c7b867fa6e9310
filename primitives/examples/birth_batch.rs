// SPDX-License-Identifier: Apache-2.0

//! What a factory does for a batch of births, and what it takes in time and memory.
//!
//! ```text
//! cargo run --release --example birth_batch [RECORDS]
//! ```
//!
//! `RECORDS` is 1,048,576 otherwise: the most there can be in a batch.

use mote_primitives::{
	birth_leaf, birth_tree, merkle, BirthRecord, DeviceKey, ModelId, H256, MAX_BATCH,
};
use std::time::Instant;

fn record(number: u32) -> BirthRecord {
	let mut key = [0; 32];
	key[..4].copy_from_slice(&number.to_le_bytes());
	BirthRecord {
		model: ModelId { manufacturer: 1, product: 1 },
		identity_key: DeviceKey::Ed25519(key),
		serial_commit: H256::from_low_u64_be(number.into()),
		cert_sha256: Some([7; 32]),
	}
}

/// The most memory that this process ever had, in MiB. Linux only.
fn peak_memory() -> Option<u64> {
	let status = std::fs::read_to_string("/proc/self/status").ok()?;
	let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
	let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
	Some(kib / 1024)
}

fn main() {
	let count = match std::env::args().nth(1).map(|text| text.parse::<u32>()) {
		None => MAX_BATCH,
		Some(Ok(count)) if (1..=MAX_BATCH).contains(&count) => count,
		Some(_) => {
			eprintln!("RECORDS is a number from 1 to {MAX_BATCH}.");
			std::process::exit(2);
		},
	};
	let before = peak_memory();
	let start = Instant::now();
	let tree = birth_tree((0..count).map(record)).expect("the number of records was checked");
	let built = start.elapsed();

	let start = Instant::now();
	let hashes: usize = (0..count)
		.map(|index| tree.proof(index).expect("the leaf is there").len())
		.sum();
	let proved = start.elapsed();

	let middle = count / 2;
	let path = tree.proof(middle).expect("the leaf is there");
	let leaf = birth_leaf(&record(middle));
	assert!(merkle::verify(&tree.root(), &leaf, middle, count, &path));

	println!("records             {count}");
	println!("root                {:?}", tree.root());
	println!("root and tree       {} ms", built.as_millis());
	println!(
		"all proofs          {} ms, {} hashes each",
		proved.as_millis(),
		hashes / count as usize
	);
	if let (Some(before), Some(after)) = (before, peak_memory()) {
		println!("peak of memory      {after} MiB, of which {before} MiB before");
	}
}
