// SPDX-License-Identifier: Apache-2.0

//! The life of a list: created, closed, removed, and what a pause stops.

use super::*;
use sp_runtime::{ArithmeticError, TokenError};

#[test]
fn create_list_should_give_its_signer_an_empty_list() {
	ExtBuilder.build_and_execute(|| {
		let purpose = StatusPurpose::Suspension;
		assert_ok!(StatusLists::create_list(signed(ISSUER), purpose, Some(TTL)));
		assert_last_event(Event::ListCreated {
			list: LIST,
			issuer: ISSUER,
			purpose,
			ttl_ms: Some(TTL),
		});
		let expected = ListInfo {
			issuer: ISSUER,
			purpose,
			ttl_ms: Some(TTL),
			free: STATUS_ENTRIES,
			request: None,
			is_sealed: false,
			created_at: T0,
			closed_at: None,
			offered_to: None,
		};
		assert_eq!(info(LIST), expected);
		assert_eq!(Statuses::<Test>::iter().count() + Taken::<Test>::iter().count(), 0);
	});
}

#[test]
fn create_list_should_number_lists_in_order_whoever_creates_them() {
	ExtBuilder.build_and_execute(|| {
		let issuers = [ISSUER, OTHER_ISSUER, ISSUER];
		let ids = issuers.map(|issuer| create_as(issuer, StatusPurpose::Refresh));
		assert_eq!(ids, [0, 1, 2]);
		assert_eq!([0, 1, 2].map(|id| record(id).issuer), issuers);
	});
}

#[test]
fn create_list_should_fail_when_ids_are_used_up() {
	ExtBuilder.build_and_execute(|| {
		NextListId::<Test>::put(u32::MAX);
		let call = Call::create_list { purpose: StatusPurpose::Revocation, ttl_ms: None };
		assert_noop!(dispatch(signed(ISSUER), call), ArithmeticError::Overflow);
	});
}

#[test]
fn create_list_should_fail_when_time_to_live_says_nothing() {
	ExtBuilder.build_and_execute(|| {
		for ttl in [0, MAX_TTL + 1] {
			assert_noop!(
				StatusLists::create_list(signed(ISSUER), StatusPurpose::Revocation, Some(ttl)),
				Error::<Test>::BadTtl
			);
		}
	});
}

#[test]
fn create_list_should_fail_when_signer_cannot_pay() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			StatusLists::create_list(signed(POOR), StatusPurpose::Revocation, None),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn close_list_should_end_the_giving_out_of_indices() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let indices = obtain(LIST, 2);
		close(LIST);
		assert_last_event(Event::ListClosed { list: LIST });
		assert_eq!(info(LIST).closed_at, Some(now()));
		assert_noop!(request(LIST, 1, 2), Error::<Test>::ListClosed);
		assert_eq!(indices.iter().map(|i| StatusLists::status(LIST, *i)).max(), Some(Some(0)));
	});
}

#[test]
fn close_list_should_end_an_open_request() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		close(LIST);
		pass_blocks(2);
		assert_noop!(draw(LIST, 1), Error::<Test>::NoRequest);
		assert_eq!(info(LIST).request, None);
	});
}

#[test]
fn close_list_should_fail_when_list_is_closed() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		close(LIST);
		pass(DAY);
		assert_noop!(StatusLists::close_list(signed(ISSUER), LIST), Error::<Test>::ListClosed);
	});
}

#[test]
fn close_list_should_work_when_list_is_sealed() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		pass_blocks(DRAW_TERM + 1);
		close(LIST);
		assert!(!info(LIST).is_sealed);
		assert_noop!(request(LIST, 1, 2), Error::<Test>::ListClosed);
	});
}

#[test]
fn remove_list_should_wait_for_the_retention_to_the_millisecond() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let remove = || StatusLists::remove_list(signed(ISSUER), LIST);
		assert_noop!(remove(), Error::<Test>::NotClosed);
		close(LIST);
		assert_noop!(remove(), Error::<Test>::RetentionNotOver);
		pass(RETENTION - 1);
		assert_noop!(remove(), Error::<Test>::RetentionNotOver);
		set_now(now() + 1);
		assert_ok!(remove());
		assert_last_event(Event::ListRemoved { list: LIST });
	});
}

/// What is stored of one list, whatever it is.
fn entries_of(list: StatusListId) -> usize {
	Lists::<Test>::iter().filter(|(id, _)| *id == list).count() +
		IssuedLists::<Test>::iter().filter(|(_, id, ())| *id == list).count() +
		FreeCounts::<Test>::iter().filter(|(id, _)| *id == list).count() +
		Taken::<Test>::iter_prefix(list).count() +
		Statuses::<Test>::iter_prefix(list).count()
}

#[test]
fn remove_list_should_leave_nothing_of_the_list_and_everything_of_others() {
	ExtBuilder.build_and_execute(|| {
		let other = create_as(OTHER_ISSUER, MESSAGES);
		let list = create(MESSAGES);
		for id in [list, other] {
			force_free(id, 0);
			for chunk in 0..u32::from(CHUNKS) {
				assert_ok!(set(id, [(chunk * 1_024, 255)]));
			}
		}
		assert_eq!([list, other].map(entries_of), [259, 259]);
		offer(list, SUCCESSOR);
		close(list);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(ISSUER), list));
		assert_eq!([list, other].map(entries_of), [0, 259]);
		assert_eq!(StatusLists::list(list), None);
	});
}

#[test]
fn ids_should_not_be_reused_when_a_list_was_removed() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		close(LIST);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(ISSUER), LIST));
		assert_eq!(create(StatusPurpose::Revocation), LIST + 1);
	});
}

#[test]
fn every_call_should_fail_when_there_is_no_such_list() {
	ExtBuilder.build_and_execute(|| {
		let list = create(StatusPurpose::Revocation) + 1;
		for call in [
			Call::request_indices { list, count: 1, commitment: commitment(1) },
			Call::draw_indices { list, secret: secret(1) },
			Call::set_statuses { list, changes: changes([(0, 1)]) },
			Call::close_list { list },
			Call::remove_list { list },
			Call::offer_list { list, to: Some(SUCCESSOR) },
			Call::accept_list { list },
		] {
			assert_noop!(dispatch(signed(ISSUER), call), Error::<Test>::ListNotFound);
		}
	});
}

#[test]
fn pause_should_stop_new_lists_and_requests_and_nothing_else() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let indices = obtain(LIST, 1);
		assert_ok!(request(LIST, 1, 2));
		assert_ok!(StatusLists::pause(trustees()));
		assert_last_event(Event::WorkPaused);

		let create = || StatusLists::create_list(signed(ISSUER), StatusPurpose::Revocation, None);
		assert_noop!(create(), Error::<Test>::Paused);
		pass_blocks(2);
		assert_ok!(draw(LIST, 2));
		assert_noop!(request(LIST, 1, 3), Error::<Test>::Paused);
		assert_ok!(set(LIST, [(indices[0], 1)]));
		offer(LIST, SUCCESSOR);
		assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), LIST));
		close(LIST);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(SUCCESSOR), LIST));

		assert_ok!(StatusLists::unpause(trustees()));
		assert_last_event(Event::WorkResumed);
		assert_ok!(create());
	});
}
