// SPDX-License-Identifier: Apache-2.0

//! Random dealings of two pinners and a challenger, against a small model that says of each step
//! whether it is in order, and who has won what.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug)]
enum Step {
	Pin(u64),
	Announce(u64),
	Unpin(u64),
	Release(u64),
	Open { pinner: u64, nonce: u8 },
	Answer { pinner: u64, nonce: u8 },
	Reveal { pinner: u64, nonce: u8 },
	Prove { pinner: u64, index: u32 },
	Close(u64),
}

#[derive(Clone, Copy, Debug)]
enum Happens {
	Step(Step),
	Pass(Moment),
	/// The batch is disputed, or not any more.
	Dispute,
	/// Another batch gets the same id.
	AnchorAnew,
}

const COUNT: u32 = 4;

fn happens() -> impl Strategy<Value = Happens> {
	let pinner = || prop_oneof![Just(PINNER), Just(OTHER_PINNER)];
	let step = prop_oneof![
		4 => pinner().prop_map(Step::Pin),
		2 => pinner().prop_map(Step::Announce),
		2 => pinner().prop_map(Step::Unpin),
		1 => pinner().prop_map(Step::Release),
		6 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Open { pinner, nonce }),
		6 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Answer { pinner, nonce }),
		8 => (pinner(), 0..2u8).prop_map(|(pinner, nonce)| Step::Reveal { pinner, nonce }),
		12 => (pinner(), 0..COUNT).prop_map(|(pinner, index)| Step::Prove { pinner, index }),
		3 => pinner().prop_map(Step::Close),
	];
	prop_oneof![
		40 => step.prop_map(Happens::Step),
		// What matters lies at the ends of terms.
		6 => (0..8u64, 0..2u64).prop_map(|(days, ms)| Happens::Pass((days * DAY + ms).max(1) - 1)),
		1 => Just(Happens::Dispute),
		1 => (1..HOUR).prop_map(Happens::Pass),
		1 => Just(Happens::AnchorAnew),
	]
}

#[derive(Clone, Copy)]
enum Due {
	Nonce,
	Reveal { answer: u8 },
	Reading { index: u32 },
}

struct Audit {
	nonce: u8,
	due: Due,
	until: Moment,
}

struct Pin {
	anchored_at: Moment,
	/// The moments from and until which it may leave.
	door: Option<(Moment, Moment)>,
	auditable_from: Moment,
	audit: Option<Audit>,
}

struct Model {
	anchored_at: Moment,
	is_disputed: bool,
	pins: BTreeMap<u64, Pin>,
	/// What everybody has won, without what is held.
	won: BTreeMap<u64, i64>,
}

impl Model {
	fn pay(&mut self, from: u64, to: u64, amount: u64) {
		*self.won.entry(from).or_default() -= amount as i64;
		*self.won.entry(to).or_default() += amount as i64;
	}

	fn end_audit(&mut self, pinner: u64, now: Moment) {
		let pin = self.pins.get_mut(&pinner).unwrap();
		pin.audit = None;
		pin.auditable_from = now + 2 * DAY;
		if let Some((from, _)) = pin.door.filter(|(from, _)| *from < now) {
			pin.door = Some((from.max(now), now + DAY));
		}
	}

	/// Does what is in order; `None` for what is not.
	fn take(&mut self, step: Step, now: Moment) -> Option<()> {
		let is_kept =
			|pin: &Pin, model: &Self| !model.is_disputed && pin.anchored_at == model.anchored_at;
		let in_order = |yes: bool| yes.then_some(());
		match step {
			Step::Pin(who) => {
				in_order(!self.is_disputed && !self.pins.contains_key(&who))?;
				let anchored_at = self.anchored_at;
				let pin = Pin { anchored_at, door: None, auditable_from: 0, audit: None };
				self.pins.insert(who, pin);
			},
			Step::Announce(who) => {
				let pin = self.pins.get_mut(&who)?;
				let is_open = |(_, until)| pin.audit.is_some() || now < until;
				in_order(!pin.door.is_some_and(is_open))?;
				pin.door = Some((now + 7 * DAY, now + 8 * DAY));
			},
			Step::Unpin(who) => {
				let pin = self.pins.get(&who)?;
				let is_at_the_door =
					pin.door.is_some_and(|(from, until)| from <= now && now < until);
				in_order(pin.audit.is_none() && (is_at_the_door || !is_kept(pin, self)))?;
				self.pins.remove(&who);
			},
			Step::Release(who) => {
				in_order(!is_kept(self.pins.get(&who)?, self))?;
				self.pins.remove(&who);
			},
			Step::Open { pinner, nonce } => {
				let pin = self.pins.get(&pinner)?;
				let is_free = pin.audit.is_none() && now >= pin.auditable_from;
				in_order(is_free && is_kept(pin, self))?;
				let pin = self.pins.get_mut(&pinner)?;
				pin.door = pin.door.filter(|(_, until)| now < *until);
				pin.audit = Some(Audit { nonce, due: Due::Nonce, until: now + DAY });
			},
			Step::Answer { pinner, nonce } => {
				let audit = self.pins.get_mut(&pinner)?.audit.as_mut()?;
				in_order(matches!(audit.due, Due::Nonce) && now < audit.until)?;
				*audit = Audit { due: Due::Reveal { answer: nonce }, until: now + DAY, ..*audit };
			},
			Step::Reveal { pinner, nonce } => {
				let pin = self.pins.get(&pinner)?;
				in_order(is_kept(pin, self))?;
				let audit = self.pins.get_mut(&pinner)?.audit.as_mut()?;
				let Due::Reveal { answer } = audit.due else { return None };
				in_order(nonce == audit.nonce && now < audit.until)?;
				let index = drawn_index(&[nonce; 32], &[answer; 32], COUNT)?;
				*audit = Audit { due: Due::Reading { index }, until: now + DAY, ..*audit };
			},
			Step::Prove { pinner, index } => {
				let pin = self.pins.get(&pinner)?;
				let audit = pin.audit.as_ref()?;
				let is_asked = matches!(audit.due, Due::Reading { index: asked } if asked == index);
				in_order(is_asked && now < audit.until && is_kept(pin, self))?;
				self.end_audit(pinner, now);
				self.pay(CHALLENGER, pinner, AUDIT_FEE);
			},
			Step::Close(pinner) => {
				let pin = self.pins.get(&pinner)?;
				let Audit { due, until, .. } = *pin.audit.as_ref()?;
				if !is_kept(pin, self) {
					self.pins.get_mut(&pinner)?.audit = None;
					return Some(());
				}
				in_order(now >= until)?;
				if matches!(due, Due::Reveal { .. }) {
					self.end_audit(pinner, now);
					self.pay(CHALLENGER, pinner, AUDIT_BOND);
				} else {
					self.pins.remove(&pinner);
					self.pay(pinner, CHALLENGER, PIN_BOND);
				}
			},
		}
		Some(())
	}

	fn check(&self, id: BatchId) {
		check_everything();
		let audits = self.pins.values().filter(|pin| pin.audit.is_some()).count() as u64;
		for who in [PINNER, OTHER_PINNER, CHALLENGER] {
			let held = match who {
				CHALLENGER => audits * AUDIT_BOND,
				_ => u64::from(self.pins.contains_key(&who)) * PIN_BOND,
			};
			let won = self.won.get(&who).copied().unwrap_or_default();
			assert_eq!(free(who) as i64, START as i64 + won - held as i64, "{who}");
		}
		let is_pinned = self.pins.values().any(|pin| pin.anchored_at == self.anchored_at);
		let is_available = is_pinned || now() < self.anchored_at + HOUR;
		assert_eq!(DataAvailability::availability(id), Some(is_available));
	}
}

fn call(step: Step, kept: &Kept) -> (u64, Call<Test>) {
	let id = kept.id;
	match step {
		Step::Pin(who) => (who, Call::pin { id }),
		Step::Announce(who) => (who, Call::announce_unpin { id }),
		Step::Unpin(who) => (who, Call::unpin { id }),
		Step::Release(pinner) => (STRANGER, Call::release_pin { id, pinner }),
		Step::Open { pinner, nonce } => {
			let commitment = audit_commitment(&[nonce; 32], &CHALLENGER, &id, &pinner);
			(CHALLENGER, Call::open_audit { id, pinner, commitment })
		},
		Step::Answer { pinner, nonce } => (pinner, Call::answer_audit { id, nonce: [nonce; 32] }),
		Step::Reveal { pinner, nonce } =>
			(CHALLENGER, Call::reveal_audit { id, pinner, nonce: [nonce; 32] }),
		Step::Prove { pinner, index } => {
			let (reading, path) = kept.shown(index);
			(pinner, Call::prove_audit { id, reading, path })
		},
		Step::Close(pinner) => (STRANGER, Call::close_audit { id, pinner }),
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
	#[test]
	fn random_dealings_should_go_as_a_small_model_says(
		sequence in prop::collection::vec(happens(), 1..100),
	) {
		run(|| {
			let kept = anchor(COUNT.into());
			let mut model = Model {
				anchored_at: now(),
				is_disputed: false,
				pins: BTreeMap::new(),
				won: BTreeMap::new(),
			};
			for event in sequence {
				match event {
					Happens::Pass(ms) => pass(ms),
					Happens::Dispute => {
						model.is_disputed ^= true;
						TestBatches::change(kept.id, |facts| facts.is_disputed ^= true);
					},
					Happens::AnchorAnew => {
						// Not before the batch is pruned: never in the same moment.
						pass(DAY);
						model.anchored_at = now();
						TestBatches::anchor_anew(kept.id);
					},
					Happens::Step(step) => {
						let (who, call) = call(step, &kept);
						let is_done = dispatch(signed(who), call).is_ok();
						assert_eq!(is_done, model.take(step, now()).is_some(), "{step:?}");
					},
				}
				model.check(kept.id);
			}
		});
	}
}
