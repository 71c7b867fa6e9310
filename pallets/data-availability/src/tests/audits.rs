// SPDX-License-Identifier: Apache-2.0

//! Audits, step by step, and what becomes of whoever is too late.

use super::*;

fn open(who: u64, id: BatchId, pinner: u64) -> DispatchResult {
	open_with(OUR_NONCE, who, id, pinner)
}

fn open_with(nonce: AuditNonce, who: u64, id: BatchId, pinner: u64) -> DispatchResult {
	let commitment = audit_commitment(&nonce, &who, &id, &pinner);
	dispatch(signed(who), Call::open_audit { id, pinner, commitment })
}

fn answer(id: BatchId) -> DispatchResult {
	dispatch(signed(PINNER), Call::answer_audit { id, nonce: THEIR_NONCE })
}

fn reveal(id: BatchId, nonce: AuditNonce) -> DispatchResult {
	dispatch(signed(CHALLENGER), Call::reveal_audit { id, pinner: PINNER, nonce })
}

fn prove(kept: &Kept, index: u32) -> DispatchResult {
	let (reading, path) = kept.shown(index);
	dispatch(signed(PINNER), Call::prove_audit { id: kept.id, reading, path })
}

fn close(id: BatchId) -> DispatchResult {
	dispatch(signed(STRANGER), Call::close_audit { id, pinner: PINNER })
}

fn closed(id: BatchId, end: AuditEnd, paid: u64) -> Event<Test> {
	Event::AuditClosed { id, pinner: PINNER, end, paid }
}

#[test]
fn pinner_who_keeps_its_word_should_be_paid() {
	run(|| {
		let kept = pinned();
		let id = kept.id;
		assert_ok!(open(CHALLENGER, id, PINNER));
		let commitment = DataAvailability::commitment(OUR_NONCE, CHALLENGER, id, PINNER);
		let opened = Event::AuditOpened {
			id,
			pinner: PINNER,
			challenger: CHALLENGER,
			commitment,
			bond: AUDIT_BOND,
			until: T0 + DAY,
		};
		assert_eq!(last_event(), opened);
		let phase = Phase::Opened { until: T0 + DAY };
		let info = AuditInfo { challenger: CHALLENGER, phase };
		assert_eq!(DataAvailability::audit(id, PINNER), Some(info));
		assert_ok!(answer(id));
		let until = T0 + DAY;
		let answered = Event::AuditAnswered { id, pinner: PINNER, nonce: THEIR_NONCE, until };
		assert_eq!(last_event(), answered);
		assert_ok!(reveal(id, OUR_NONCE));
		let index = drawn_index(&OUR_NONCE, &THEIR_NONCE, 10).unwrap();
		assert_eq!(last_event(), Event::AuditRevealed { id, pinner: PINNER, index, until });
		assert_noop!(prove(&kept, (index + 1) % 10), Error::<Test>::BadProof);
		assert_ok!(prove(&kept, index));
		assert_eq!(last_event(), closed(id, AuditEnd::Passed, AUDIT_FEE));
		assert_eq!(free(PINNER), START - PIN_BOND + AUDIT_FEE);
		assert_eq!(free(CHALLENGER), START - AUDIT_FEE);
		assert_eq!(DataAvailability::audit(id, PINNER), None);
	});
}

#[test]
fn pinner_who_does_not_answer_should_lose_its_bond_and_its_pin() {
	run(|| {
		let id = audited().id;
		pass(DAY);
		assert_ok!(close(id));
		assert!(events().contains(&closed(id, AuditEnd::Failed, PIN_BOND)));
		assert_eq!(last_event(), Event::Unpinned { id, pinner: PINNER });
		assert_eq!((free(PINNER), free(CHALLENGER)), (START - PIN_BOND, START + PIN_BOND));
		assert_noop!(close(id), Error::<Test>::PinNotFound);
	});
}

#[test]
fn pinner_who_has_lost_the_content_should_lose_its_bond_and_its_pin() {
	run(|| {
		let (kept, _) = revealed();
		pass(DAY);
		assert_ok!(close(kept.id));
		assert!(events().contains(&closed(kept.id, AuditEnd::Failed, PIN_BOND)));
		assert_eq!((free(PINNER), free(CHALLENGER)), (START - PIN_BOND, START + PIN_BOND));
	});
}

#[test]
fn challenger_who_walks_away_should_lose_its_bond() {
	run(|| {
		let id = answered().id;
		pass(DAY);
		assert_ok!(close(id));
		assert_eq!(last_event(), closed(id, AuditEnd::Abandoned, AUDIT_BOND));
		assert_eq!(free(PINNER), START - PIN_BOND + AUDIT_BOND);
		assert_eq!(free(CHALLENGER), START - AUDIT_BOND);
	});
}

#[test]
fn each_step_should_be_in_time_to_the_last_millisecond_and_never_after() {
	type Step = (fn() -> Kept, fn(&Kept) -> DispatchResult);
	let steps: [Step; 3] = [
		(audited, |kept| answer(kept.id)),
		(answered, |kept| reveal(kept.id, OUR_NONCE)),
		(|| revealed().0, |kept| prove(kept, drawn_index(&OUR_NONCE, &THEIR_NONCE, 10).unwrap())),
	];
	for (before, step) in steps {
		run(|| {
			let kept = before();
			pass(DAY - 1);
			assert_noop!(close(kept.id), Error::<Test>::AuditNotOver);
			assert_ok!(step(&kept));
		});
		for late in [0, 1] {
			run(|| {
				let kept = before();
				pass(DAY + late);
				assert_noop!(step(&kept), Error::<Test>::NotDue);
				assert_ok!(close(kept.id));
			});
		}
	}
}

#[test]
fn pinner_who_has_lost_half_should_fail_half_of_its_audits() {
	run(|| {
		let kept = anchor(10);
		let id = kept.id;
		let (mut passed, mut failed) = (0, 0);
		for n in 0..400u64 {
			let [ours, theirs] = [2 * n, 2 * n + 1].map(|seed| blake2_256(&seed.encode()));
			if !Pins::<Test>::contains_key(id, PINNER) {
				assert_ok!(DataAvailability::pin(signed(PINNER), id));
			}
			assert_ok!(open_with(ours, CHALLENGER, id, PINNER));
			assert_ok!(dispatch(signed(PINNER), Call::answer_audit { id, nonce: theirs }));
			assert_ok!(reveal(id, ours));
			match drawn_index(&ours, &theirs, 10).unwrap() {
				index @ 0..5 => {
					assert_ok!(prove(&kept, index));
					passed += 1;
				},
				_ => {
					pass(DAY);
					assert_ok!(close(id));
					failed += 1;
				},
			}
			pass(2 * DAY);
		}
		// Three standard deviations.
		assert!((170..=230).contains(&failed), "{failed}");
		let won = failed * PIN_BOND - passed * AUDIT_FEE;
		assert_eq!(free(CHALLENGER), START + won);
	});
}

#[test]
fn steps_should_come_in_their_order_and_by_whose_turn_it_is() {
	run(|| {
		let kept = audited();
		let id = kept.id;
		assert_noop!(reveal(id, OUR_NONCE), Error::<Test>::NotDue);
		assert_noop!(prove(&kept, 0), Error::<Test>::NotDue);
		assert_ok!(answer(id));
		assert_noop!(answer(id), Error::<Test>::NotDue);
		assert_noop!(prove(&kept, 0), Error::<Test>::NotDue);
		assert_noop!(reveal(id, THEIR_NONCE), Error::<Test>::CommitmentMismatch);
		let by_another = Call::reveal_audit { id, pinner: PINNER, nonce: OUR_NONCE };
		assert_noop!(dispatch(signed(STRANGER), by_another), Error::<Test>::NotChallenger);
		assert_ok!(reveal(id, OUR_NONCE));
		assert_noop!(reveal(id, OUR_NONCE), Error::<Test>::NotDue);
		assert_noop!(answer(id), Error::<Test>::NotDue);
	});
}

#[test]
fn steps_should_be_refused_where_no_audit_is_under_way() {
	run(|| {
		let kept = pinned();
		let id = kept.id;
		assert_noop!(answer(id), Error::<Test>::NoAudit);
		assert_noop!(reveal(id, OUR_NONCE), Error::<Test>::NoAudit);
		assert_noop!(prove(&kept, 0), Error::<Test>::NoAudit);
		assert_noop!(close(id), Error::<Test>::NoAudit);
	});
}

#[test]
fn audit_should_be_refused_where_it_makes_no_sense() {
	run(|| {
		let id = pinned().id;
		assert_noop!(open(PINNER, id, PINNER), Error::<Test>::OwnPin);
		assert_noop!(open(CHALLENGER, id, OTHER_PINNER), Error::<Test>::PinNotFound);
		for class in [Some(DataClass::Personal), None] {
			TestBatches::set_class(class);
			assert_noop!(open(CHALLENGER, id, PINNER), Error::<Test>::PersonalData);
		}
		TestBatches::set_class(Some(DataClass::Business));
		assert_ok!(open(CHALLENGER, id, PINNER));
		assert_noop!(open(STRANGER, id, PINNER), Error::<Test>::AuditOpen);
		let other = pinned().id;
		TestBatches::change(other, |facts| facts.is_disputed = true);
		assert_noop!(open(STRANGER, other, PINNER), Error::<Test>::NothingToKeep);
		TestBatches::remove(other);
		assert_noop!(open(STRANGER, other, PINNER), Error::<Test>::BatchNotFound);
	});
}

#[test]
fn pin_should_have_rest_between_two_audits() {
	run(|| {
		let (kept, index) = revealed();
		assert_ok!(prove(&kept, index));
		assert_eq!(DataAvailability::pins_of(kept.id)[0].auditable_from, T0 + 2 * DAY);
		pass(2 * DAY - 1);
		assert_noop!(open(CHALLENGER, kept.id, PINNER), Error::<Test>::AuditedLately);
		pass(1);
		assert_ok!(open(CHALLENGER, kept.id, PINNER));
	});
}

#[test]
fn audit_should_be_void_when_there_is_nothing_to_keep_any_more() {
	run(|| {
		let (kept, index) = revealed();
		TestBatches::change(kept.id, |facts| facts.is_disputed = true);
		assert_noop!(prove(&kept, index), Error::<Test>::NothingToKeep);
		assert_ok!(close(kept.id));
		assert_eq!(last_event(), closed(kept.id, AuditEnd::Void, 0));
		assert_eq!((free(PINNER), free(CHALLENGER)), (START - PIN_BOND, START));
	});
}

#[test]
fn pin_should_not_answer_for_another_batch_with_the_same_id() {
	run(|| {
		let (kept, index) = revealed();
		let id = kept.id;
		let other = answered().id;
		assert_ok!(DataAvailability::pin(signed(OTHER_PINNER), id));
		pass(HOUR);
		TestBatches::anchor_anew(id);
		TestBatches::anchor_anew(other);
		let gone = Error::<Test>::BatchNotFound;
		assert_noop!(open(CHALLENGER, id, OTHER_PINNER), gone);
		assert_noop!(reveal(other, OUR_NONCE), Error::<Test>::BatchNotFound);
		assert_noop!(prove(&kept, index), Error::<Test>::BatchNotFound);
		assert_ok!(close(id));
		assert_eq!(last_event(), closed(id, AuditEnd::Void, 0));

		// Nor does it make the other one available.
		assert!(<DataAvailability as BatchAvailability>::is_available(&id, T0));
		pass(HOUR);
		assert_eq!(DataAvailability::availability(id), Some(false));
		let pin_again = || DataAvailability::pin(signed(PINNER), id);
		assert_noop!(pin_again(), Error::<Test>::AlreadyPinned);
		assert_ok!(DataAvailability::release_pin(signed(STRANGER), id, PINNER));
		assert_ok!(pin_again());
		assert_eq!(DataAvailability::availability(id), Some(true));
		// One word is gone, one is of the batch before, one is of this one.
		let moments: Vec<_> = DataAvailability::pins_of(id)
			.iter()
			.map(|pin| (pin.pinner, pin.anchored_at))
			.collect();
		assert!(moments.contains(&(PINNER, T0 + HOUR)) && moments.contains(&(OTHER_PINNER, T0)));
		assert_ok!(DataAvailability::unpin(signed(OTHER_PINNER), id));
		assert_eq!(DataAvailability::availability(id), Some(true));
	});
}

#[test]
fn reading_that_contradicts_its_batch_should_pass_an_audit() {
	run(|| {
		let mut kept = anchor(1);
		kept.built.batch.t_end += 1;
		let id = kept.id;
		TestBatches::replace(id, kept.built.clone());
		assert_ok!(DataAvailability::pin(signed(PINNER), id));
		assert_ok!(open(CHALLENGER, id, PINNER));
		assert_ok!(answer(id));
		assert_ok!(reveal(id, OUR_NONCE));
		assert_ok!(prove(&kept, 0));
	});
}

#[test]
fn bond_that_is_smaller_than_the_fee_of_today_should_be_paid_as_it_is() {
	run(|| {
		let (kept, index) = revealed();
		Pins::<Test>::mutate(kept.id, PINNER, |pin| {
			pin.as_mut().unwrap().audit.as_mut().unwrap().bond = 20;
		});
		let reason = RuntimeHoldReason::DataAvailability(HoldReason::Audit);
		use frame_support::traits::{fungible::MutateHold, tokens::Precision};
		assert_ok!(Balances::release(&reason, &CHALLENGER, 80, Precision::Exact));
		assert_ok!(prove(&kept, index));
		assert_eq!(last_event(), closed(kept.id, AuditEnd::Passed, 20));
	});
}
