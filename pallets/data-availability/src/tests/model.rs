// SPDX-License-Identifier: Apache-2.0

//! Random dealings of two pinners and a challenger. Whatever they do, no unit comes or goes, and
//! the ones who are at fault pay.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Pin(u64),
	Announce(u64),
	Unpin(u64),
	Open { pinner: u64, nonce: u8 },
	Answer { pinner: u64, nonce: u8 },
	Reveal { pinner: u64, nonce: u8 },
	Prove { pinner: u64, index: u32 },
	Close(u64),
	Pass(Moment),
	Dispute,
	Release(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let pinner = || prop_oneof![Just(PINNER), Just(OTHER_PINNER)];
	prop_oneof![
		3 => pinner().prop_map(Step::Pin),
		1 => pinner().prop_map(Step::Announce),
		1 => pinner().prop_map(Step::Unpin),
		4 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Open { pinner, nonce }),
		4 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Answer { pinner, nonce }),
		4 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Reveal { pinner, nonce }),
		6 => (pinner(), 0..4u32).prop_map(|(pinner, index)| Step::Prove { pinner, index }),
		3 => pinner().prop_map(Step::Close),
		3 => (0..2 * DAY).prop_map(Step::Pass),
		1 => Just(Step::Dispute),
		1 => pinner().prop_map(Step::Release),
	]
}

/// What the events say that everybody won or lost, beyond what is held.
fn winnings(who: u64) -> i64 {
	let mut audits = std::collections::BTreeMap::new();
	let mut won = 0i64;
	for event in events() {
		match event {
			Event::AuditOpened { pinner, challenger, .. } => {
				audits.insert(pinner, challenger);
			},
			Event::AuditClosed { pinner, end, paid, .. } => {
				let challenger = audits.remove(&pinner).unwrap();
				let (winner, loser) = match end {
					AuditEnd::Passed | AuditEnd::Abandoned => (pinner, challenger),
					AuditEnd::Failed => (challenger, pinner),
					AuditEnd::Void => continue,
				};
				won += if winner == who { paid as i64 } else { 0 };
				won -= if loser == who { paid as i64 } else { 0 };
			},
			_ => {},
		}
	}
	won
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
	#[test]
	fn random_dealings_should_move_exactly_what_events_say(
		steps in prop::collection::vec(step(), 1..80),
	) {
		run(|| {
			let kept = anchor(4);
			let id = kept.id;
			for step in steps {
				let held = |who| {
					on_hold(who, HoldReason::Pin) + on_hold(who, HoldReason::Audit)
				};
				let call = match step {
					Step::Pin(who) => (who, Call::pin { id }),
					Step::Announce(who) => (who, Call::announce_unpin { id }),
					Step::Unpin(who) => (who, Call::unpin { id }),
					Step::Open { pinner, nonce } => {
						let commitment =
							audit_commitment(&[nonce; 32], &CHALLENGER, &id, &pinner);
						(CHALLENGER, Call::open_audit { id, pinner, commitment })
					},
					Step::Answer { pinner, nonce } =>
						(pinner, Call::answer_audit { id, nonce: [nonce; 32] }),
					Step::Reveal { pinner, nonce } =>
						(CHALLENGER, Call::reveal_audit { id, pinner, nonce: [nonce; 32] }),
					Step::Prove { pinner, index } => {
						let (reading, path) = kept.shown(index);
						(pinner, Call::prove_audit { id, reading, path })
					},
					Step::Close(pinner) => (STRANGER, Call::close_audit { id, pinner }),
					Step::Release(pinner) => (STRANGER, Call::release_pin { id, pinner }),
					Step::Pass(ms) => {
						pass(ms);
						continue;
					},
					Step::Dispute => {
						TestBatches::change(id, |facts| facts.is_disputed ^= true);
						continue;
					},
				};
				let (who, call) = call;
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				if dispatch(signed(who), call).is_err() {
					assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
				}
				check_everything();
				for who in [PINNER, OTHER_PINNER, CHALLENGER] {
					let expected = START as i64 + winnings(who) - held(who) as i64;
					assert_eq!(free(who) as i64, expected, "{who}");
				}
				let pins = DataAvailability::pins_of(id).len() as u32;
				assert_eq!(PinCounts::<Test>::get(id), pins);
			}
		});
	}
}
