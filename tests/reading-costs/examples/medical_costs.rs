// SPDX-License-Identifier: Apache-2.0

//! Prints what commands to medical devices cost: see `scripts/medical-costs.sh --help`.

use clap::Parser;
use mote_primitives::KeyAlgorithm;
use mote_reading_costs::{
	chain::Chain,
	market::weight_of,
	report::{algorithm, is_doubtful, load_average, shown},
	statistics::Estimate,
	ward::Ward,
};
use mote_runtime::{RuntimeCall, RuntimeEvent};
use pallet_medical_access::Event;
use std::process::ExitCode;

const WARM_UP: usize = 3;

// `scripts/medical-costs.sh --help` explains them.
#[derive(Parser)]
struct Arguments {
	#[arg(long, default_value = "p256", value_parser = algorithm)]
	keys: KeyAlgorithm,
	#[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u16).range(5..))]
	rounds: u16,
	#[arg(long, default_value_t = 160, value_parser = clap::value_parser!(u32).range(8..))]
	pumps: u32,
	#[arg(long)]
	trie_cache: bool,
	#[arg(long)]
	strict: bool,
}

/// A kind of transaction: its name, how to make one, and what it has to bring about.
type Kind = (&'static str, fn(&Ward, usize) -> RuntimeCall, fn(&RuntimeEvent) -> bool);

const KINDS: [Kind; 7] = [
	("system.remark, 32 bytes", Ward::remark, |_| true),
	("request_command, authorised", Ward::request, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::CommandAuthorised { .. }))
	}),
	("request_command, denied", Ward::overdose, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::AccessDenied { .. }))
	}),
	("approve_command", Ward::approval, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::CommandAuthorised { .. }))
	}),
	("carry_receipt, executed", Ward::receipt, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::CommandExecuted { .. }))
	}),
	("log_access", Ward::access, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::Audited { .. }))
	}),
	("break_glass", Ward::emergency, |event| {
		matches!(event, RuntimeEvent::MedicalAccess(Event::BreakGlassOpened { .. }))
	}),
];

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let load = load_average();
	let pumps = arguments.pumps;
	let (chain, ward) =
		Chain::new(arguments.trie_cache, |genesis| Ward::new(genesis, arguments.keys, pumps));
	let empty = chain.build(vec![], |_| true);
	let (blocks, weights): (Vec<_>, Vec<_>) = KINDS
		.iter()
		.map(|(_, make, is_effect)| {
			let calls: Vec<_> = (0..pumps as usize).map(|number| make(&ward, number)).collect();
			let weight = weight_of(&calls[0]).ref_time() as f64;
			let all = calls.into_iter().enumerate().map(|(number, call)| ward.signed(number, call));
			(chain.build(all.collect(), *is_effect), weight)
		})
		.unzip();

	// Of every round: the cost of one of each kind, in seconds.
	let each = f64::from(pumps);
	let mut costs = vec![Vec::new(); KINDS.len()];
	for round in 0..WARM_UP + usize::from(arguments.rounds) {
		let nothing = chain.execute(&empty);
		for (block, costs) in blocks.iter().zip(&mut costs) {
			let cost = (chain.execute(block) - nothing) / each;
			if round >= WARM_UP {
				costs.push(cost);
			}
		}
	}

	println!(
		"{:?} pumps; {pumps} of them, with a patient and a clinician each; trie cache {}; {} rounds",
		arguments.keys,
		if arguments.trie_cache { "on and warm" } else { "off" },
		arguments.rounds,
	);
	println!(
		"\n{:32}{:>8}  {:>8} {:18}{:>11}{:>8}{:>8}",
		"transaction", "us", "remarks", "[95 %]", "weight, us", "reads", "writes"
	);
	let mut uncertainty = 0f64;
	for (kind, (name, ..)) in KINDS.iter().enumerate() {
		let ratios: Vec<_> =
			costs[kind].iter().zip(&costs[0]).map(|(cost, unit)| cost / unit).collect();
		let ratio = Estimate::of(&ratios);
		uncertainty = uncertainty.max(ratio.uncertainty());
		let of_each = |all: usize, base: usize| all.saturating_sub(base) as f64 / each;
		println!(
			"{name:32}{:>8.1}  {} {:>10.1}{:>8.1}{:>8.1}",
			Estimate::of(&costs[kind]).median * 1e6,
			shown(&ratio),
			weights[kind] / 1e6,
			of_each(blocks[kind].reads, empty.reads),
			of_each(blocks[kind].writes, empty.writes),
		);
	}
	let both: Vec<_> = (0..costs[0].len())
		.map(|round| (costs[1][round] + costs[4][round]) / costs[0][round])
		.collect();
	println!("{:32}{:8}  {}", "authorised and acknowledged", "", shown(&Estimate::of(&both)));
	ExitCode::from(u8::from(is_doubtful(load, uncertainty) && arguments.strict))
}
