// SPDX-License-Identifier: Apache-2.0

//! What the reports have in common.

use crate::statistics::Estimate;

/// The load average, and the uncertainty of a ratio, from which on a run is not to be relied on.
const QUIET: f64 = 0.5;
const SURE: f64 = 0.05;

/// A ratio, with its interval.
pub fn shown(estimate: &Estimate) -> String {
	let Estimate { median, low, high } = estimate;
	format!("{median:>8.3} {:18}", format!("[{low:.3}, {high:.3}]"))
}

/// How many tasks the machine had to do in the last minute. Unknown counts as none.
pub fn load_average() -> f64 {
	let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
	load.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or(0.0)
}

/// Warns when a run is not to be relied on: the load before it, and the largest uncertainty of a
/// ratio. Whether it is not.
pub fn is_doubtful(load: f64, uncertainty: f64) -> bool {
	let mut doubts = Vec::new();
	if load > QUIET {
		doubts.push(format!("the load average was {load} before the run, above {QUIET}"));
	}
	if uncertainty > SURE {
		doubts.push(format!("a ratio is uncertain by {:.0} %, more than 5 %", uncertainty * 100.0));
	}
	for doubt in &doubts {
		eprintln!("\nwarning: {doubt}. Run it again on a machine that does nothing else.");
	}
	!doubts.is_empty()
}

/// The algorithm of this name, in any case.
pub fn algorithm(name: &str) -> Result<mote_primitives::KeyAlgorithm, String> {
	use mote_primitives::KeyAlgorithm;
	KeyAlgorithm::ALL
		.into_iter()
		.find(|algorithm| format!("{algorithm:?}").eq_ignore_ascii_case(name))
		.ok_or_else(|| format!("the algorithms are {:?}", KeyAlgorithm::ALL))
}
