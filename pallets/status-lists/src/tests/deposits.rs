// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use codec::Encode;

const EVERYBODY: [u64; 5] = [ISSUER, OTHER_ISSUER, SUCCESSOR, STRANGER, POOR];

fn balances() -> [(u64, u64); 5] {
	EVERYBODY.map(|who| (Balances::free_balance(who), on_hold(who)))
}

#[test]
fn full_life_should_return_every_account_to_its_starting_balance() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		for purpose in PURPOSES {
			let list = create(purpose);
			let index = obtain(list, 16)[0];
			assert_ok!(set(list, [(index, 1)]));
			assert_eq!(on_hold(ISSUER), deposit(purpose));
			offer(list, SUCCESSOR);
			assert_ok!(StatusLists::accept_list(signed(SUCCESSOR), list));
			check_everything();
			assert_ne!(balances(), before);
			close(list);
			pass(RETENTION);
			assert_ok!(StatusLists::remove_list(signed(SUCCESSOR), list));
			assert_eq!(balances(), before);
		}
	});
}

#[test]
fn deposit_should_come_back_when_list_was_sealed() {
	ExtBuilder.build_and_execute(|| {
		let before = balances();
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 1, 1));
		pass_blocks(DRAW_TERM + 1);
		close(LIST);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(ISSUER), LIST));
		assert_eq!(balances(), before);
	});
}

#[test]
fn deposit_should_be_the_same_however_much_of_the_list_is_used() {
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		let held = on_hold(ISSUER);
		let indices = obtain(LIST, 16);
		for index in indices {
			assert_ok!(set(LIST, [(index, 255)]));
		}
		assert_eq!(on_hold(ISSUER), held);
	});
}

/// The state of a list of which every chunk is in use: keys of maps, and values.
fn state_of_full_list(purpose: StatusPurpose) -> u64 {
	let list = create(purpose);
	force_free(list, 0);
	for chunk in 0..u32::from(CHUNKS) {
		assert_ok!(set(list, [(chunk * 1_024, 1)]));
	}
	offer(list, SUCCESSOR);
	let chunks: usize = Taken::<Test>::iter_prefix(list)
		.map(|(chunk, taken)| (list, chunk, taken).encoded_size())
		.chain(Statuses::<Test>::iter_prefix(list).map(|(c, s)| (list, c, s).encoded_size()))
		.sum();
	let counts = (list, FreeCounts::<Test>::get(list)).encoded_size();
	let head = (list, record(list), ISSUER, list).encoded_size();
	(chunks + counts + head) as u64
}

#[test]
fn deposit_should_cover_the_list_when_every_chunk_is_in_use() {
	for purpose in PURPOSES {
		ExtBuilder.build_and_execute(|| {
			let footprint = StatusLists::list_footprint(purpose);
			assert_eq!(footprint.count, 1);
			let state = state_of_full_list(purpose);
			assert!(footprint.size >= state, "{} for {state} bytes", footprint.size);
			assert!(footprint.size < state + 256, "{} for {state} bytes", footprint.size);
		});
	}
}

#[test]
fn deposit_should_grow_with_the_bits_of_an_entry() {
	let size = |size| StatusLists::list_footprint(StatusPurpose::Message(size)).size;
	let one = size(MessageSize::One);
	assert_eq!(size(MessageSize::Two) - one, 16_384);
	assert_eq!(size(MessageSize::Four) - one, 3 * 16_384);
	assert_eq!(size(MessageSize::Eight) - one, 7 * 16_384);
}
