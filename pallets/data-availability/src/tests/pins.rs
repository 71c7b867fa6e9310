// SPDX-License-Identifier: Apache-2.0

//! Who keeps what, and what that makes of a batch.

use super::*;

fn pin(who: u64, id: BatchId) -> DispatchResult {
	dispatch(signed(who), Call::pin { id })
}

fn announce(id: BatchId) -> DispatchResult {
	dispatch(signed(PINNER), Call::announce_unpin { id })
}

fn unpin(id: BatchId) -> DispatchResult {
	dispatch(signed(PINNER), Call::unpin { id })
}

fn audit(id: BatchId) -> DispatchResult {
	let commitment = H256::zero();
	dispatch(signed(CHALLENGER), Call::open_audit { id, pinner: PINNER, commitment })
}

#[test]
fn batch_should_be_available_until_the_deadline_and_as_long_as_somebody_keeps_it() {
	run(|| {
		let kept = anchor(10);
		let id = kept.id;
		let is_available = || DataAvailability::availability(id).unwrap();
		pass(HOUR - 1);
		assert!(is_available());
		pass(1);
		assert!(!is_available());
		// Better late than never.
		assert_ok!(pin(PINNER, id));
		let pinned = Event::Pinned { id, anchored_at: T0, pinner: PINNER, bond: PIN_BOND };
		assert_eq!(last_event(), pinned);
		assert!(is_available());
		assert!(<DataAvailability as BatchAvailability>::is_available(&id, T0));
		let pins = DataAvailability::pins_of(id);
		let expected = PinInfo {
			pinner: PINNER,
			anchored_at: T0,
			since: T0 + HOUR,
			leaves_at: None,
			auditable_from: 0,
			audit: None,
		};
		assert_eq!(pins, [expected]);
		TestBatches::change(id, |facts| facts.is_erased = true);
		assert!(!is_available());
		TestBatches::remove(id);
		assert_eq!(DataAvailability::availability(id), None);
	});
}

#[test]
fn batch_without_content_should_need_nobody() {
	run(|| {
		let id = anchor(10).id;
		TestBatches::change(id, |facts| facts.has_content = false);
		pass(2 * HOUR);
		assert_eq!(DataAvailability::availability(id), Some(true));
		assert_noop!(pin(PINNER, id), Error::<Test>::NothingToKeep);
	});
}

#[test]
fn pin_should_be_refused_where_there_is_nothing_to_keep() {
	run(|| {
		let id = anchor(10).id;
		assert_noop!(pin(PINNER, BatchId { seq: 9, ..id }), Error::<Test>::BatchNotFound);
		TestBatches::change(id, |facts| facts.is_disputed = true);
		assert_noop!(pin(PINNER, id), Error::<Test>::NothingToKeep);
	});
}

#[test]
fn pins_should_be_bounded_and_one_for_each_account() {
	run(|| {
		let id = pinned().id;
		assert_noop!(pin(PINNER, id), Error::<Test>::AlreadyPinned);
		assert_ok!(pin(OTHER_PINNER, id));
		assert_ok!(pin(CHALLENGER, id));
		assert_noop!(pin(STRANGER, id), Error::<Test>::TooManyPins);
	});
}

#[test]
fn word_should_be_taken_back_after_the_notice() {
	run(|| {
		let id = pinned().id;
		assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
		assert_ok!(announce(id));
		let leaves_at = T0 + 7 * DAY;
		assert_eq!(last_event(), Event::UnpinAnnounced { id, pinner: PINNER, leaves_at });
		assert_noop!(announce(id), Error::<Test>::NoticeGiven);
		pass(7 * DAY - 1);
		assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
		assert_eq!(DataAvailability::availability(id), Some(true));
		pass(1);
		assert_ok!(unpin(id));
		assert_eq!(last_event(), Event::Unpinned { id, pinner: PINNER });
		assert_eq!(free(PINNER), START);
		assert_eq!(DataAvailability::availability(id), Some(false));
		assert!(!PinCounts::<Test>::contains_key((id, T0)));
		assert_noop!(unpin(id), Error::<Test>::PinNotFound);
	});
}

#[test]
fn notice_should_be_void_when_the_pinner_has_not_left_in_time() {
	for (late, leaves) in [(0, true), (DAY - 1, true), (DAY, false), (DAY + 1, false)] {
		run(|| {
			let id = pinned().id;
			assert_ok!(announce(id));
			pass(7 * DAY + late);
			if leaves {
				assert_ok!(unpin(id));
				return;
			}
			assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
			assert_eq!(DataAvailability::pins_of(id)[0].leaves_at, None);
			assert_ok!(announce(id));
			assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
			pass(7 * DAY);
			assert_ok!(unpin(id));
		});
	}
}

#[test]
fn nobody_should_leave_in_the_middle_of_an_audit_but_right_after_it() {
	for (late, leaves) in [(0, true), (DAY - 1, true), (DAY, false)] {
		run(|| {
			let id = pinned().id;
			assert_ok!(announce(id));
			pass(7 * DAY - 1);
			assert_ok!(audit(id));
			assert_ok!(DataAvailability::answer_audit(signed(PINNER), id, THEIR_NONCE));
			pass(5 * DAY);
			assert_noop!(unpin(id), Error::<Test>::AuditOpen);
			assert_noop!(announce(id), Error::<Test>::NoticeGiven);
			assert_ok!(DataAvailability::close_audit(signed(STRANGER), id, PINNER));
			pass(late);
			assert_noop!(audit(id), Error::<Test>::AuditedLately);
			if leaves {
				assert_ok!(unpin(id));
			} else {
				assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
			}
		});
	}
}

#[test]
fn audit_should_not_bring_back_a_notice_that_is_void() {
	run(|| {
		let id = pinned().id;
		assert_ok!(announce(id));
		pass(8 * DAY);
		assert_ok!(audit(id));
		assert_ok!(DataAvailability::answer_audit(signed(PINNER), id, THEIR_NONCE));
		pass(DAY);
		assert_ok!(DataAvailability::close_audit(signed(STRANGER), id, PINNER));
		assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
	});
}

#[test]
fn pinner_should_leave_without_notice_when_there_is_nothing_to_keep() {
	run(|| {
		let id = pinned().id;
		assert_noop!(unpin(id), Error::<Test>::NoticeNotOver);
		TestBatches::change(id, |facts| facts.is_erased = true);
		assert_ok!(unpin(id));
		assert_eq!(free(PINNER), START);

		let id = audited().id;
		TestBatches::change(id, |facts| facts.is_disputed = true);
		assert_noop!(unpin(id), Error::<Test>::AuditOpen);
		assert_ok!(DataAvailability::close_audit(signed(STRANGER), id, PINNER));
		assert_ok!(unpin(id));
		assert_eq!((free(PINNER), free(CHALLENGER)), (START, START));
	});
}

#[test]
fn pin_should_be_released_by_anyone_once_there_is_nothing_to_keep() {
	for end in [
		(|id| TestBatches::change(id, |facts| facts.is_erased = true)) as fn(BatchId),
		|id| TestBatches::change(id, |facts| facts.is_disputed = true),
		TestBatches::remove,
	] {
		run(|| {
			let id = answered().id;
			let release = || DataAvailability::release_pin(signed(STRANGER), id, PINNER);
			assert_noop!(release(), Error::<Test>::StillKept);
			end(id);
			assert_ok!(release());
			let void = Event::AuditClosed { id, pinner: PINNER, end: AuditEnd::Void, paid: 0 };
			assert!(events().contains(&void));
			assert_eq!(last_event(), Event::Unpinned { id, pinner: PINNER });
			assert_eq!((free(PINNER), free(CHALLENGER)), (START, START));
		});
	}
}

#[test]
fn nothing_new_should_begin_while_paused_and_everything_end() {
	run(|| {
		let kept = answered();
		let id = kept.id;
		assert_ok!(DataAvailability::pause(trustees()));
		assert_eq!(last_event(), Event::WorkPaused);
		assert_noop!(pin(OTHER_PINNER, id), Error::<Test>::Paused);
		assert_noop!(audit(id), Error::<Test>::Paused);
		assert_ok!(DataAvailability::reveal_audit(signed(CHALLENGER), id, PINNER, OUR_NONCE));
		assert_ok!(DataAvailability::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
		assert_ok!(pin(OTHER_PINNER, id));
	});
}
