// SPDX-License-Identifier: Apache-2.0

//! Prints what a market for energy costs: see `scripts/market-costs.sh --help`.

use clap::Parser;
use mote_primitives::KeyAlgorithm;
use mote_reading_costs::{
	chain::{BuiltBlock, Chain},
	market::{block_limit, idle_budget, weight_of, Town},
	report::{algorithm, is_doubtful, load_average, shown},
	statistics::Estimate,
};
use mote_runtime::{RuntimeCall, RuntimeEvent};
use pallet_energy_trading::Event;
use std::process::ExitCode;

const WARM_UP: usize = 3;

// `scripts/market-costs.sh --help` explains them.
#[derive(Parser)]
struct Arguments {
	#[arg(long, default_value = "ed25519", value_parser = algorithm)]
	keys: KeyAlgorithm,
	#[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u16).range(5..))]
	rounds: u16,
	#[arg(long, default_value_t = 160, value_parser = clap::value_parser!(u32).range(8..))]
	households: u32,
	#[arg(long)]
	trie_cache: bool,
	#[arg(long)]
	strict: bool,
}

/// What is measured: a block of it, and of how many units one is made up.
struct Kind {
	name: String,
	block: BuiltBlock,
	units: f64,
	/// What a unit weighs, in picoseconds.
	weight: f64,
}

type Effect = fn(&RuntimeEvent) -> bool;
/// A call of each meter: its name, how to make one, and what it has to bring about.
type OfMeter = (&'static str, fn(&Town, usize) -> RuntimeCall, Effect);
/// A call for all meters at once.
type OfMarket = (&'static str, fn(&Town) -> RuntimeCall, Effect);

fn is_transferred(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::Balances(pallet_balances::Event::Transfer { .. }))
}

fn is_placed(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::OrderPlaced { .. }))
}

fn is_cancelled(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::OrderCancelled { .. }))
}

fn is_cleared(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::MarketCleared { .. }))
}

fn is_released(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::ContractMade { .. }))
}

fn is_settled(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::LegSettled { .. }))
}

fn is_paid(event: &RuntimeEvent) -> bool {
	matches!(event, RuntimeEvent::EnergyTrading(Event::LegPaid { .. }))
}

fn kinds(chain: &Chain, town: &Town, households: u32) -> Vec<Kind> {
	let each: [OfMeter; 4] = [
		("balances.transfer_keep_alive", Town::transfer, is_transferred),
		("submit_order, a meter's first", Town::first_order, is_placed),
		("submit_order, its second", Town::second_order, is_placed),
		("cancel_order, its only one", Town::cancellation, is_cancelled),
	];
	// One transaction for all meters.
	let passes: [OfMarket; 3] = [
		("settle: return the rest, a meter", Town::release, is_released),
		("settle: compare, a meter", Town::comparison, is_settled),
		("settle: pay and certify, a meter", Town::payment, is_paid),
	];
	let units = f64::from(households);
	let mut kinds = Vec::new();
	for (name, make, is_effect) in each {
		let calls: Vec<_> = (0..households as usize).map(|number| make(town, number)).collect();
		let weight = weight_of(&calls[0]).ref_time() as f64;
		let all = calls.into_iter().enumerate().map(|(number, call)| town.signed(number, call));
		let block = chain.build(all.collect(), is_effect);
		kinds.push(Kind { name: name.into(), block, units, weight });
	}
	for (name, make, is_effect) in passes {
		let call = make(town);
		let weight = weight_of(&call).ref_time() as f64 / units;
		let block = chain.build(vec![town.signed(0, call)], is_effect);
		kinds.push(Kind { name: name.into(), block, units, weight });
	}
	for book in &town.books {
		let name = format!("clear, {} orders, {:?}", book.orders, book.shape).to_lowercase();
		let call = town.clearing(book);
		let weight = weight_of(&call).ref_time() as f64;
		let block = chain.build(vec![town.signed(0, call)], is_cleared);
		kinds.push(Kind { name, block, units: 1.0, weight });
	}
	kinds
}

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let load = load_average();
	// Half of them buy.
	let households = arguments.households.next_multiple_of(2);
	let (chain, town) =
		Chain::new(arguments.trie_cache, |genesis| Town::new(genesis, arguments.keys, households));
	let empty = chain.build(vec![], |_| true);
	let kinds = kinds(&chain, &town, households);

	// Of every round: the cost of one unit of each kind, in seconds.
	let mut costs = vec![Vec::new(); kinds.len()];
	for round in 0..WARM_UP + usize::from(arguments.rounds) {
		let nothing = chain.execute(&empty);
		for (kind, costs) in kinds.iter().zip(&mut costs) {
			let cost = (chain.execute(&kind.block) - nothing) / kind.units;
			if round >= WARM_UP {
				costs.push(cost);
			}
		}
	}
	let ratio_of = |kind: usize, base: usize| {
		let pairs = costs[kind].iter().zip(&costs[base]);
		Estimate::of(&pairs.map(|(cost, unit)| cost / unit).collect::<Vec<_>>())
	};

	println!(
		"{:?} meters; {households} households, half of them buyers; trie cache {}; {} rounds",
		arguments.keys,
		if arguments.trie_cache { "on and warm" } else { "off" },
		arguments.rounds,
	);
	println!(
		"\n{:34}{:>10}  {:>9} {:18}{:>9}{:>8}{:>8}",
		"transaction", "us", "transfers", "[95 %]", "by weight", "reads", "writes"
	);
	let mut uncertainty = 0f64;
	for (number, kind) in kinds.iter().enumerate() {
		let ratio = ratio_of(number, 0);
		uncertainty = uncertainty.max(ratio.uncertainty());
		let of_each = |all: usize, base: usize| all.saturating_sub(base) as f64 / kind.units;
		println!(
			"{:34}{:>10.1}  {:>9} {:>9.1}{:>8.1}{:>8.1}",
			kind.name,
			Estimate::of(&costs[number]).median * 1e6,
			shown(&ratio),
			kind.weight / kinds[0].weight,
			of_each(kind.block.reads, empty.reads),
			of_each(kind.block.writes, empty.writes),
		);
	}

	let (limit, budget) = (block_limit(), idle_budget());
	println!(
		"\n{:34}{:>8}{:>22}{:>22}",
		"clearing", "pages", "% of a block's limit", "blocks, at idle share"
	);
	for book in &town.books {
		let of = |part: f64, whole: u64| part / whole as f64;
		let idle = book.idle_weight();
		let time = of(idle.ref_time() as f64, budget.ref_time());
		let proof = of(idle.proof_size() as f64, budget.proof_size());
		println!(
			"{:34}{:>8}{:>22.2}{:>22}",
			format!("{} orders, {:?}", book.orders, book.shape).to_lowercase(),
			book.pages,
			of(book.weight().ref_time() as f64, limit.ref_time()) * 100.0,
			time.max(proof).ceil(),
		);
	}
	// Not of the times: what the block has left after a clearing goes into settling, and the less a
	// clearing takes, the more of that is in them.
	println!("\n{:34}{:>8}", "pages, from 1,000 to 10,000", "times");
	for pair in town.books.chunks(2) {
		let growth = f64::from(pair[1].pages) / f64::from(pair[0].pages);
		println!("{:34}{growth:>8.2}", format!("{:?}", pair[0].shape).to_lowercase());
	}
	ExitCode::from(u8::from(is_doubtful(load, uncertainty) && arguments.strict))
}
