// SPDX-License-Identifier: Apache-2.0

//! Who keeps what, and what that makes of a batch.

use super::*;

fn pin(who: u64, id: BatchId) -> DispatchResult {
	dispatch(signed(who), Call::pin { id })
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
		assert_eq!(last_event(), Event::Pinned { id, pinner: PINNER, bond: PIN_BOND });
		assert!(is_available());
		assert!(<DataAvailability as BatchAvailability>::is_available(&id, T0));
		let pins = DataAvailability::pins_of(id);
		let expected = PinInfo {
			pinner: PINNER,
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
		let unpin = || DataAvailability::unpin(signed(PINNER), id);
		assert_noop!(unpin(), Error::<Test>::NoticeNotOver);
		let announce = || DataAvailability::announce_unpin(signed(PINNER), id);
		assert_ok!(announce());
		let leaves_at = T0 + 7 * DAY;
		assert_eq!(last_event(), Event::UnpinAnnounced { id, pinner: PINNER, leaves_at });
		assert_noop!(announce(), Error::<Test>::NoticeGiven);
		pass(7 * DAY - 1);
		assert_noop!(unpin(), Error::<Test>::NoticeNotOver);
		assert_eq!(DataAvailability::availability(id), Some(true));
		pass(1);
		assert_ok!(unpin());
		assert_eq!(last_event(), Event::Unpinned { id, pinner: PINNER });
		assert_eq!(free(PINNER), START);
		assert_eq!(DataAvailability::availability(id), Some(false));
		assert!(!PinCounts::<Test>::contains_key(id));
		assert_noop!(unpin(), Error::<Test>::PinNotFound);
	});
}

#[test]
fn nobody_should_leave_in_the_middle_of_an_audit() {
	run(|| {
		let id = audited().id;
		assert_ok!(DataAvailability::announce_unpin(signed(PINNER), id));
		pass(7 * DAY);
		let unpin = DataAvailability::unpin(signed(PINNER), id);
		assert_noop!(unpin, Error::<Test>::AuditOpen);
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
		let commitment = H256::zero();
		let audit = DataAvailability::open_audit(signed(CHALLENGER), id, PINNER, commitment);
		assert_noop!(audit, Error::<Test>::Paused);
		assert_ok!(DataAvailability::reveal_audit(signed(CHALLENGER), id, PINNER, OUR_NONCE));
		assert_ok!(DataAvailability::unpause(trustees()));
		assert_eq!(last_event(), Event::WorkResumed);
		assert_ok!(pin(OTHER_PINNER, id));
	});
}
