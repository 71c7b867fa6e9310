// SPDX-License-Identifier: Apache-2.0

//! A secret counts once, for one request of one list, while its term lasts. Also a request, an
//! offer and a list count once.

use super::*;

/// Where a revealed secret is tried.
#[derive(Clone, Copy, Debug)]
enum Attempt {
	/// In the block of the request.
	AtOnce,
	/// In the block whose hash decides.
	InDecidingBlock,
	/// In the last block of the term.
	InLastBlock,
	/// In the block after the term.
	AfterTerm,
	/// A second time.
	Twice,
	/// For the next request of the list, which commits to something else.
	ForNextRequest,
	/// For another list with an open request, which commits to something else.
	ForOtherList,
	/// For another list without a request.
	ForIdleList,
	/// After the list was closed.
	AfterClosing,
	/// After the list was removed.
	AfterRemoval,
	/// For a list that was created after this one was removed.
	ForNextList,
	/// With one bit changed.
	Altered,
}

use Attempt::*;

/// The result of revealing the secret of a request that was made in this block.
fn reveal(attempt: Attempt) -> DispatchResult {
	let list = create(StatusPurpose::Revocation);
	let other = create(StatusPurpose::Revocation);
	assert_ok!(request(list, 1, 1));
	let call = |list| Call::draw_indices { list, secret: secret(1) };
	let mut target = call(list);
	let remove = || {
		close(list);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(ISSUER), list));
	};
	match attempt {
		AtOnce => (),
		InDecidingBlock => pass_blocks(1),
		InLastBlock => pass_blocks(DRAW_TERM),
		AfterTerm => pass_blocks(DRAW_TERM + 1),
		Twice => {
			pass_blocks(2);
			assert_ok!(draw(list, 1));
		},
		ForNextRequest => {
			pass_blocks(2);
			assert_ok!(draw(list, 1));
			assert_ok!(request(list, 1, 2));
			pass_blocks(2);
		},
		ForOtherList => {
			assert_ok!(request(other, 1, 2));
			pass_blocks(2);
			target = call(other);
		},
		ForIdleList => {
			pass_blocks(2);
			target = call(other);
		},
		AfterClosing => {
			pass_blocks(2);
			close(list);
		},
		AfterRemoval => remove(),
		ForNextList => {
			remove();
			target = call(create(StatusPurpose::Revocation));
		},
		Altered => {
			pass_blocks(2);
			let mut secret = secret(1);
			secret[31] ^= 1;
			target = Call::draw_indices { list, secret };
		},
	}
	let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
	let result = dispatch(signed(STRANGER), target);
	let is_unchanged = sp_io::storage::root(sp_runtime::StateVersion::V1) == before;
	assert_eq!(is_unchanged, result.is_err(), "{attempt:?}");
	result
}

#[test]
fn secret_should_count_once_for_one_request_while_its_term_lasts() {
	for (attempt, expected) in [
		(AtOnce, Err(Error::<Test>::DrawTooEarly)),
		(InDecidingBlock, Err(Error::<Test>::DrawTooEarly)),
		(InLastBlock, Ok(())),
		(AfterTerm, Err(Error::<Test>::DrawMissed)),
		(Twice, Err(Error::<Test>::NoRequest)),
		(ForNextRequest, Err(Error::<Test>::WrongSecret)),
		(ForOtherList, Err(Error::<Test>::WrongSecret)),
		(ForIdleList, Err(Error::<Test>::NoRequest)),
		(AfterClosing, Err(Error::<Test>::NoRequest)),
		(AfterRemoval, Err(Error::<Test>::ListNotFound)),
		(ForNextList, Err(Error::<Test>::NoRequest)),
		(Altered, Err(Error::<Test>::WrongSecret)),
	] {
		ExtBuilder.build_and_execute(|| {
			let expected = expected.map_err(DispatchError::from);
			assert_eq!(reveal(attempt), expected, "{attempt:?}");
		});
	}
}

#[test]
fn copied_commitment_should_lead_to_other_indices() {
	ExtBuilder.build_and_execute(|| {
		let own = create(StatusPurpose::Revocation);
		let copied = create_as(OTHER_ISSUER, StatusPurpose::Revocation);
		let indices = [own, copied].map(|list| {
			assert_ok!(request(list, 16, 1));
			list
		});
		pass_blocks(2);
		let [first, second] = indices.map(|list| {
			assert_ok!(draw(list, 1));
			drawn()
		});
		assert!(first.iter().all(|index| !second.contains(index)));
	});
}

#[test]
fn same_secret_should_lead_to_other_indices_in_another_block() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let (first, second) = (obtain(LIST, 16), obtain(LIST, 16));
		assert_ne!(first, second);
	});
}

#[test]
fn what_counts_once_should_be_refused_the_second_time() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let index = obtain(LIST, 1)[0];
		let twice = |who: u64, call: Call<Test>, error: Error<Test>| {
			assert_ok!(dispatch(signed(who), call.clone()));
			assert_noop!(dispatch(signed(who), call), error);
		};
		let changes = changes([(index, 1)]);
		twice(ISSUER, Call::set_statuses { list: LIST, changes }, Error::<Test>::StatusUnchanged);
		twice(
			ISSUER,
			Call::request_indices { list: LIST, count: 1, commitment: commitment(2) },
			Error::<Test>::DrawPending,
		);
		pass_blocks(2);
		assert_ok!(draw(LIST, 2));
		offer(LIST, SUCCESSOR);
		twice(SUCCESSOR, Call::accept_list { list: LIST }, Error::<Test>::NoOffer);
		twice(SUCCESSOR, Call::close_list { list: LIST }, Error::<Test>::ListClosed);
		pass(RETENTION);
		twice(SUCCESSOR, Call::remove_list { list: LIST }, Error::<Test>::ListNotFound);
	});
}
