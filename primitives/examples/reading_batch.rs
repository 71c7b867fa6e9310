// SPDX-License-Identifier: Apache-2.0

//! What a batch of the largest size costs its maker: time for root and proofs, and memory.
//!
//! ```sh
//! cargo run --release --example reading_batch
//! ```

use mote_primitives::{
	build_batch, chain_start, is_reading_of, Assurance, BatchPlace, DeviceId, Quality, Reading,
	H256, MAX_BATCH_READINGS,
};
use std::time::Instant;

fn readings() -> impl Iterator<Item = Reading> {
	(0..u64::from(MAX_BATCH_READINGS)).map(|counter| Reading {
		stream: 3,
		counter,
		t_ms: 1_767_225_600_000 + counter * 1_000,
		value: (counter % 200) as i64 - 100,
		quality: Quality::Good,
	})
}

fn peak_kib() -> Option<u64> {
	let status = std::fs::read_to_string("/proc/self/status").ok()?;
	let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
	line.trim().trim_end_matches(" kB").parse().ok()
}

fn main() {
	let device = DeviceId(H256::repeat_byte(7));
	let place = BatchPlace {
		device,
		stream: 3,
		seq: 0,
		prev: chain_start(&device, 3, 0),
		assurance: Assurance::DeviceSigned,
	};
	let before = peak_kib();
	let start = Instant::now();
	let built = build_batch(place, true, readings()).expect("counters and times rise");
	let for_root = start.elapsed();

	let start = Instant::now();
	let paths: Vec<_> = (0..built.batch.count).map(|index| built.tree.proof(index)).collect();
	let for_proofs = start.elapsed();

	let start = Instant::now();
	for ((index, reading), path) in (0..).zip(readings()).zip(paths.iter().flatten()) {
		assert!(is_reading_of(&built.batch, index, &reading, path));
	}
	let for_checks = start.elapsed();

	println!("{} readings, root {:?}", built.batch.count, built.batch.root);
	println!("tree and root   {for_root:?}");
	println!("all proofs      {for_proofs:?}");
	println!("all checks      {for_checks:?}");
	if let (Some(before), Some(after)) = (before, peak_kib()) {
		println!("memory at peak  {} KiB, {before} before", after);
	}
}
