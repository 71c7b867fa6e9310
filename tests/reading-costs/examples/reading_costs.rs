// SPDX-License-Identifier: Apache-2.0

//! Prints what readings cost: see `scripts/reading-costs.sh --help`.

use clap::Parser;
use codec::Encode;
use mote_primitives::KeyAlgorithm;
use mote_reading_costs::{
	chain::Chain,
	fleet::{Fleet, BATCH},
	report::{algorithm, is_doubtful, load_average, shown},
	statistics::Estimate,
};
use mote_runtime::{RuntimeEvent, UncheckedExtrinsic};
use pallet_sensor_attestation::Event;
use std::{hint::black_box, process::ExitCode, time::Instant};

/// How many transactions of a kind a block holds: no more than the feeless lane lets through.
const PER_BLOCK: usize = 160;
const WARM_UP: usize = 3;

// `scripts/reading-costs.sh --help` explains them.
#[derive(Parser)]
struct Arguments {
	#[arg(long, default_value = "ed25519", value_parser = algorithm)]
	keys: KeyAlgorithm,
	#[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u16).range(5..))]
	rounds: u16,
	#[arg(long, default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(256..))]
	fleet: u32,
	#[arg(long)]
	trie_cache: bool,
	#[arg(long)]
	strict: bool,
	#[arg(long)]
	check: bool,
}

/// A kind of transaction: its name, how to make one, and what it has to bring about.
type Kind = (&'static str, fn(&Fleet, usize) -> UncheckedExtrinsic, fn(&RuntimeEvent) -> bool);

const KINDS: [Kind; 9] = [
	("system.remark, 32 bytes", Fleet::remark, |_| true),
	("balances.transfer_keep_alive", Fleet::transfer, |event| {
		matches!(event, RuntimeEvent::Balances(pallet_balances::Event::Transfer { .. }))
	}),
	("reading, carried", Fleet::carried, is_accepted),
	("reading, device-authorised", Fleet::authorised, is_accepted),
	("batch of 1,024, bare", Fleet::bare_batch, is_anchored),
	("batch of 1,024, full", Fleet::full_batch, is_anchored),
	("the bare one, not prepaid", Fleet::bonded_batch, is_anchored),
	("proof in a batch of 1,024", Fleet::proof, is_proven),
	("proof in a batch of 65,536", Fleet::bulk_proof, is_proven),
];

fn is_accepted(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::SensorAttestation(Event::ReadingAccepted { .. }))
}

fn is_anchored(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::SensorAttestation(Event::BatchAnchored { .. }))
}

fn is_proven(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::SensorAttestation(Event::ReadingProven { .. }))
}

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let load = load_average();
	let (chain, fleet) = Chain::new(arguments.trie_cache, |genesis| {
		Fleet::new(genesis, arguments.keys, arguments.fleet, PER_BLOCK as u32)
	});
	let empty = chain.build(vec![], |_| true);
	let (blocks, bytes): (Vec<_>, Vec<_>) = KINDS
		.iter()
		.map(|(_, make, is_effect)| {
			let all: Vec<_> = (0..PER_BLOCK).map(|number| make(&fleet, number)).collect();
			let bytes: usize = all.iter().map(Encode::encoded_size).sum();
			(chain.build(all, *is_effect), bytes as f64 / PER_BLOCK as f64)
		})
		.unzip();
	let signed: Vec<_> = (0..PER_BLOCK).map(|number| fleet.signed_bytes(number)).collect();
	let check_signatures = || {
		let start = Instant::now();
		for (signature, bytes, key) in &signed {
			assert!(signature.verify(black_box(bytes), key));
		}
		start.elapsed().as_secs_f64()
	};

	// Of every round: the cost of one of each kind and of a signature check, in seconds.
	let mut costs: [Vec<f64>; KINDS.len()] = Default::default();
	let mut checks = Vec::new();
	for round in 0..WARM_UP + usize::from(arguments.rounds) {
		let nothing = chain.execute(&empty);
		let each = |took: f64| took / PER_BLOCK as f64;
		let took: Vec<_> =
			blocks.iter().map(|block| each(chain.execute(block) - nothing)).collect();
		let check = each(check_signatures());
		if round >= WARM_UP {
			costs.iter_mut().zip(took).for_each(|(costs, took)| costs.push(took));
			checks.push(check);
		}
	}
	let [remark, _, carried, authorised, batch, _, _, proof, bulk_proof] = &costs;
	// Of every round the number that `of` makes of it, in costs of a remark.
	let in_remarks = |of: &dyn Fn(usize) -> f64| {
		let ratios: Vec<_> = remark.iter().enumerate().map(|(r, unit)| of(r) / unit).collect();
		Estimate::of(&ratios)
	};

	println!(
		"{:?} devices; {} devices, senders and receivers each; trie cache {}; {} rounds",
		arguments.keys,
		arguments.fleet,
		if arguments.trie_cache { "on and warm" } else { "off" },
		arguments.rounds,
	);
	println!(
		"\n{:32}{:>8}  {:>8} {:18}{:>7}{:>13}{:>8}{:>8}",
		"transaction", "us", "remarks", "[95 %]", "bytes", "per reading", "reads", "writes"
	);
	// Those that anchor many readings at once.
	let batches = 4..7;
	let mut uncertainty = 0f64;
	for (kind, (name, ..)) in KINDS.iter().enumerate() {
		let ratio = in_remarks(&|round| costs[kind][round]);
		uncertainty = uncertainty.max(ratio.uncertainty());
		let count = if batches.contains(&kind) { BATCH } else { 1 };
		let of_each = |all: usize, base: usize| all.saturating_sub(base) as f64 / PER_BLOCK as f64;
		println!(
			"{name:32}{:>8.1}  {} {:>7.0}{:>13.3}{:>8.1}{:>8.1}",
			Estimate::of(&costs[kind]).median * 1e6,
			shown(&ratio),
			bytes[kind],
			bytes[kind] / f64::from(count),
			of_each(blocks[kind].reads, empty.reads),
			of_each(blocks[kind].writes, empty.writes),
		);
	}
	println!(
		"{:32}{:>8.1}  {}",
		"signature check of a device",
		Estimate::of(&checks).median * 1e6,
		shown(&in_remarks(&|round| checks[round])),
	);

	let targets = [
		("carried, less a signature check", 1.35, in_remarks(&|r| carried[r] - checks[r])),
		("device-authorised", 1.1, in_remarks(&|r| authorised[r])),
		("600 readings of a bare batch", 1.0, in_remarks(&|r| batch[r] * 600.0 / f64::from(BATCH))),
		("proof in a batch of 1,024", 1.4, in_remarks(&|r| proof[r])),
		("proof in a batch of 65,536", 1.4, in_remarks(&|r| bulk_proof[r])),
	];
	let mut missed = 0;
	let mut judge = |reached: bool| {
		missed += usize::from(!reached);
		if reached {
			"reached"
		} else {
			"MISSED"
		}
	};
	println!("\n{:32}{:>8}  {:>8} {:18}", "target, in remarks", "at most", "is", "[95 %]");
	for (name, limit, found) in &targets {
		println!("{name:32}{limit:>8}  {} {}", shown(found), judge(found.median <= *limit));
	}
	let each = bytes[4] / f64::from(BATCH);
	println!(
		"{:32}{:>8}  {each:>8.3} {:18} {}",
		"bytes per batched reading",
		0.3,
		"",
		judge(each <= 0.3)
	);

	let is_doubtful = is_doubtful(load, uncertainty);
	let fails = arguments.strict && is_doubtful || arguments.check && missed > 0;
	ExitCode::from(u8::from(fails))
}
