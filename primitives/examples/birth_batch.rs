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

fn main() -> Result<(), &'static str> {
	let count = match std::env::args().nth(1).map(|text| text.parse::<u32>()) {
		None => MAX_BATCH,
		Some(Ok(count)) if (1..=MAX_BATCH).contains(&count) => count,
		Some(_) => return Err("RECORDS is a number from 1 to 1048576"),
	};
	let before = peak_memory();
	let start = Instant::now();
	let tree = birth_tree((0..count).map(record)).ok_or("there is no tree of so many")?;
	let built = start.elapsed();

	let start = Instant::now();
	let hashes: usize =
		(0..count).filter_map(|index| tree.proof(index)).map(|path| path.len()).sum();
	let proved = start.elapsed();

	let middle = count / 2;
	let path = tree.proof(middle).ok_or("a leaf has no proof")?;
	let leaf = birth_leaf(&record(middle));
	if !merkle::verify(&tree.root(), &leaf, middle, count, &path) {
		return Err("a proof does not lead to the root");
	}

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
	Ok(())
}
