// SPDX-License-Identifier: Apache-2.0

//! Indices are drawn by lot. Nobody chooses them, and nobody draws again when they displease.

use super::*;
use std::collections::BTreeSet;

#[test]
fn request_indices_should_put_the_request_on_record() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 3, 1));
		let commitment = commitment(1);
		assert_last_event(Event::IndicesRequested { list: LIST, count: 3, commitment });
		assert_eq!(info(LIST).request, Some(DrawRequest { at: 1, count: 3, commitment }));
		assert_eq!(info(LIST).free, STATUS_ENTRIES);
	});
}

#[test]
fn request_indices_should_fail_when_count_is_out_of_range() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		for count in [0, MAX_DRAW as u8 + 1, u8::MAX] {
			assert_noop!(request(LIST, count, 1), Error::<Test>::BadCount);
		}
		assert_ok!(request(LIST, MAX_DRAW as u8, 1));
	});
}

#[test]
fn request_indices_should_fail_when_fewer_entries_are_free() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		force_free(LIST, 2);
		assert_noop!(request(LIST, 3, 1), Error::<Test>::NotEnoughFree);
		let mut indices = obtain(LIST, 2);
		indices.sort_unstable();
		assert_eq!(indices, [0, 1]);
		assert_eq!(info(LIST).free, 0);
		assert_noop!(request(LIST, 1, 1), Error::<Test>::NotEnoughFree);
	});
}

#[test]
fn request_indices_should_fail_when_one_is_open() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		for _ in 0..=DRAW_TERM {
			assert_noop!(request(LIST, 1, 2), Error::<Test>::DrawPending);
			pass_blocks(1);
		}
		assert_noop!(request(LIST, 1, 2), Error::<Test>::DrawMissed);
	});
}

#[test]
fn draw_indices_should_give_out_free_entries() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 16, 1));
		pass_blocks(2);
		assert_ok!(draw(LIST, 1));
		let indices = drawn();
		assert_last_event(Event::IndicesDrawn {
			list: LIST,
			indices: indices.clone().try_into().unwrap(),
		});
		assert_eq!(indices.iter().collect::<BTreeSet<_>>().len(), 16);
		assert_eq!(info(LIST).free, STATUS_ENTRIES - 16);
		assert_eq!(info(LIST).request, None);
		let given: Vec<_> = (0..STATUS_ENTRIES)
			.filter(|i| StatusLists::status(LIST, *i).is_some())
			.collect();
		let mut sorted = indices;
		sorted.sort_unstable();
		assert_eq!(given, sorted);
	});
}

#[test]
fn draw_indices_should_never_give_out_an_index_twice() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		force_free(LIST, 60);
		let mut given = BTreeSet::new();
		for count in [16, 1, 16, 15, 12] {
			for index in obtain(LIST, count) {
				assert!(index < 60 && given.insert(index));
			}
		}
		assert_eq!((given.len(), info(LIST).free), (60, 0));
	});
}

#[test]
fn draw_indices_should_wait_until_the_deciding_block_is_over() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		assert_noop!(draw(LIST, 1), Error::<Test>::DrawTooEarly);
		pass_blocks(1);
		assert_noop!(draw(LIST, 1), Error::<Test>::DrawTooEarly);
		pass_blocks(1);
		assert_ok!(draw(LIST, 1));
	});
}

#[test]
fn draw_indices_should_be_possible_until_the_term_is_over() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		pass_blocks(DRAW_TERM);
		assert_ok!(draw(LIST, 1));
		assert_ok!(request(LIST, 1, 2));
		pass_blocks(DRAW_TERM + 1);
		assert_noop!(draw(LIST, 2), Error::<Test>::DrawMissed);
	});
}

#[test]
fn draw_indices_should_fail_when_nothing_is_asked_for() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_noop!(draw(LIST, 1), Error::<Test>::NoRequest);
		obtain(LIST, 1);
		assert_noop!(draw(LIST, 1), Error::<Test>::NoRequest);
	});
}

#[test]
fn draw_indices_should_fail_when_secret_is_another() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		pass_blocks(2);
		assert_noop!(draw(LIST, 2), Error::<Test>::WrongSecret);
		assert_ok!(draw(LIST, 1));
	});
}

#[test]
fn missed_draw_should_seal_the_list_for_ever() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		let index = obtain(LIST, 1)[0];
		assert_ok!(request(LIST, 1, 2));
		pass_blocks(DRAW_TERM);
		assert!(!info(LIST).is_sealed);
		for _ in 0..100 {
			pass_blocks(1);
			assert!(info(LIST).is_sealed);
			assert_noop!(draw(LIST, 2), Error::<Test>::DrawMissed);
			assert_noop!(request(LIST, 1, 3), Error::<Test>::DrawMissed);
		}
		// Whoever was given a credential is not the one to suffer.
		assert_ok!(set(LIST, [(index, 1)]));
		assert_ok!(set(LIST, [(index, 0)]));
		assert_eq!(info(LIST).free, STATUS_ENTRIES - 1);
	});
}

#[test]
fn missed_draw_should_concern_no_other_list() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		let other = create(StatusPurpose::Suspension);
		assert_ok!(request(LIST, 1, 1));
		pass_blocks(DRAW_TERM + 1);
		assert!(info(LIST).is_sealed && !info(other).is_sealed);
		assert_eq!(obtain(other, 3).len(), 3);
	});
}

/// Draws from a list that was created as the second one, with other things going on or not.
fn draw_amid(drawer: u64, delay: u64, bustle: bool) -> Vec<u32> {
	ExtBuilder.build_and_execute(|| {
		let other = create_as(OTHER_ISSUER, StatusPurpose::Revocation);
		let list = create(StatusPurpose::Revocation);
		if bustle {
			assert_ok!(request(other, 5, 9));
		}
		assert_ok!(request(list, 16, 1));
		pass_blocks(1);
		if bustle {
			create_as(OTHER_ISSUER, MESSAGES);
			assert_ok!(StatusLists::pause(trustees()));
		}
		pass_blocks(delay - 1);
		if bustle {
			assert_ok!(draw(other, 9));
			assert_noop!(draw(list, 2), Error::<Test>::WrongSecret);
		}
		assert_ok!(StatusLists::draw_indices(signed(drawer), list, secret(1)));
		drawn()
	})
}

#[test]
fn outcome_should_not_depend_on_who_draws_when_or_on_what_else_happens() {
	let indices = draw_amid(ISSUER, 2, false);
	for drawer in [ISSUER, STRANGER] {
		for delay in [2, 3, DRAW_TERM - 1, DRAW_TERM] {
			for bustle in [false, true] {
				assert_eq!(draw_amid(drawer, delay, bustle), indices);
			}
		}
	}
}

/// Draws from a list with its number, the block of the request, the secret and the deciding hash.
fn draw_with(list: StatusListId, block: u64, number: u8, hash: H256) -> Vec<u32> {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..=list {
			create(StatusPurpose::Revocation);
		}
		System::set_block_number(block);
		assert_ok!(request(list, 16, number));
		pass_blocks(2);
		frame_system::BlockHash::<Test>::insert(block + 1, hash);
		assert_ok!(draw(list, number));
		drawn()
	})
}

#[test]
fn outcome_should_depend_on_list_block_secret_and_hash() {
	let hash = H256::repeat_byte(1);
	let outcomes = [
		draw_with(0, 1, 1, hash),
		draw_with(1, 1, 1, hash),
		draw_with(0, 2, 1, hash),
		draw_with(0, 1, 2, hash),
		draw_with(0, 1, 1, H256::repeat_byte(2)),
	];
	assert_eq!(outcomes.iter().collect::<BTreeSet<_>>().len(), 5);
	// All sixteen indices change, not one or two.
	let all: BTreeSet<_> = outcomes.iter().flatten().collect();
	assert!(all.len() > 75, "only {} different indices", all.len());
}

#[test]
fn outcome_should_depend_on_no_hash_that_is_known_at_the_request() {
	let with_parent = |parent| {
		ExtBuilder.build_and_execute(|| {
			create(StatusPurpose::Revocation);
			pass_blocks(5);
			frame_system::BlockHash::<Test>::insert(5, parent);
			System::set_parent_hash(parent);
			assert_ok!(request(LIST, 16, 1));
			pass_blocks(2);
			assert_ok!(draw(LIST, 1));
			drawn()
		})
	};
	assert_eq!(with_parent(H256::repeat_byte(1)), with_parent(H256::repeat_byte(2)));
}

#[test]
fn outcome_should_be_what_the_published_rule_says() {
	ExtBuilder.build_and_execute(|| {
		let list = create(StatusPurpose::Revocation);
		let indices = obtain(list, 4);
		let mut seed = b"mote:draw".to_vec();
		seed.extend(list.to_le_bytes());
		// Block numbers have eight bytes here.
		seed.extend(1_u64.to_le_bytes());
		seed.extend(secret(1));
		seed.extend(hash_of(2).0);
		let seed = blake2_256(&seed);

		let mut free: Vec<_> = (0..STATUS_ENTRIES).collect();
		for (number, index) in (0_u8..).zip(indices) {
			let digest = blake2_256(&[&seed[..], &[number]].concat());
			let random = u64::from_le_bytes(digest[..8].try_into().unwrap());
			let rank = (u128::from(random) * free.len() as u128) >> 64;
			assert_eq!(free.remove(rank as usize), index);
		}
	});
}
