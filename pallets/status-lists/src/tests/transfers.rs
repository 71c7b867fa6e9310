// SPDX-License-Identifier: Apache-2.0

//! A list goes to another issuer only when both agree.

use super::*;
use sp_runtime::TokenError;

#[test]
fn offer_list_should_name_who_may_accept() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, SUCCESSOR);
		assert_last_event(Event::ListOffered { list: LIST, to: Some(SUCCESSOR) });
		assert_eq!(record(LIST).offered_to, Some(SUCCESSOR));
		assert_eq!(record(LIST).issuer, ISSUER);
	});
}

#[test]
fn offer_list_should_replace_an_earlier_offer() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, STRANGER);
		offer(LIST, SUCCESSOR);
		let accept = |who| StatusLists::accept_list(signed(who), LIST);
		assert_noop!(accept(STRANGER), Error::<Test>::NotRecipient);
		assert_ok!(accept(SUCCESSOR));
	});
}

#[test]
fn offer_list_should_take_an_offer_back() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, SUCCESSOR);
		let withdraw = || StatusLists::offer_list(signed(ISSUER), LIST, None);
		assert_ok!(withdraw());
		assert_last_event(Event::ListOffered { list: LIST, to: None });
		assert_noop!(withdraw(), Error::<Test>::NoOffer);
		let accept = StatusLists::accept_list(signed(SUCCESSOR), LIST);
		assert_noop!(accept, Error::<Test>::NoOffer);
	});
}

#[test]
fn offer_list_should_fail_when_issuer_offers_to_itself() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_noop!(
			StatusLists::offer_list(signed(ISSUER), LIST, Some(ISSUER)),
			Error::<Test>::AlreadyIssuer
		);
	});
}

#[test]
fn accept_list_should_make_the_recipient_the_issuer() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		let index = obtain(LIST, 1)[0];
		offer(LIST, SUCCESSOR);
		assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), LIST));
		assert_last_event(Event::ListTransferred { list: LIST, from: ISSUER, to: SUCCESSOR });

		assert_eq!((info(LIST).issuer, info(LIST).offered_to), (SUCCESSOR, None));
		assert_eq!(StatusLists::lists_of(ISSUER, None, 9), Vec::<u32>::new());
		assert_eq!(StatusLists::lists_of(SUCCESSOR, None, 9), vec![LIST]);
		let change = |who| StatusLists::set_statuses(signed(who), LIST, changes([(index, 1)]));
		assert_noop!(change(ISSUER), Error::<Test>::NotIssuer);
		assert_ok!(change(SUCCESSOR));
		assert_eq!(obtain(LIST, 2).len(), 2);
	});
}

#[test]
fn accept_list_should_move_the_deposit() {
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		offer(LIST, SUCCESSOR);
		assert_eq!([ISSUER, SUCCESSOR].map(on_hold), [deposit(MESSAGES), 0]);
		assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), LIST));
		assert_eq!([ISSUER, SUCCESSOR].map(on_hold), [0, deposit(MESSAGES)]);
		assert_eq!(Balances::free_balance(ISSUER), START);
	});
}

#[test]
fn accept_list_should_fail_when_recipient_cannot_pay() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, POOR);
		let call = Call::accept_list { list: LIST };
		assert_noop!(dispatch(signed(POOR), call), TokenError::FundsUnavailable);
	});
}

#[test]
fn accept_list_should_fail_while_the_former_issuer_alone_can_draw() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, SUCCESSOR);
		assert_ok!(request(LIST, 1, 1));
		let accept = || StatusLists::accept_list(signed(SUCCESSOR), LIST);
		assert_noop!(accept(), Error::<Test>::DrawPending);
		pass_blocks(2);
		assert_noop!(accept(), Error::<Test>::DrawPending);
		assert_ok!(draw(LIST, 1));
		assert_ok!(accept());
	});
}

#[test]
fn accept_list_should_work_when_list_is_closed_or_sealed() {
	ExtBuilder.build_and_execute(|| {
		let sealed = create(StatusPurpose::Revocation);
		let closed = create(StatusPurpose::Revocation);
		assert_ok!(request(sealed, 1, 1));
		pass_blocks(DRAW_TERM + 1);
		close(closed);
		for list in [sealed, closed] {
			offer(list, SUCCESSOR);
			assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), list));
		}
		assert!(info(sealed).is_sealed);
		assert!(info(closed).closed_at.is_some());
	});
}

#[test]
fn offer_should_end_when_it_was_accepted() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		offer(LIST, SUCCESSOR);
		assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), LIST));
		for who in [ISSUER, SUCCESSOR] {
			let accept = StatusLists::accept_list(signed(who), LIST);
			assert_noop!(accept, Error::<Test>::NoOffer);
		}
	});
}
