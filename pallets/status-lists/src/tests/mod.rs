// SPDX-License-Identifier: Apache-2.0

//! What must stay true, by theme, and how tests get a chain into the state they need.

mod coverage;
mod deposits;
mod draws;
mod lists;
mod model;
mod privileges;
mod questions;
mod replay;
mod statuses;
mod transfers;

use crate::{
	logic::{write, Place},
	mock::*,
	*,
};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use mote_primitives::{MessageSize, StatusListId, StatusPurpose, STATUS_ENTRIES};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

/// The first list of every test.
const LIST: StatusListId = 0;
const TTL: u64 = 300_000;
const MESSAGES: StatusPurpose = StatusPurpose::Message(MessageSize::Eight);
const PURPOSES: [StatusPurpose; 7] = [
	StatusPurpose::Revocation,
	StatusPurpose::Suspension,
	StatusPurpose::Refresh,
	StatusPurpose::Message(MessageSize::One),
	StatusPurpose::Message(MessageSize::Two),
	StatusPurpose::Message(MessageSize::Four),
	MESSAGES,
];

fn trustees() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Dispatches as the chain does: what fails leaves nothing behind.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|e| e.error)
}

fn secret(number: u8) -> [u8; 32] {
	[number; 32]
}

fn commitment(number: u8) -> H256 {
	H256(blake2_256(&secret(number)))
}

fn create_as(issuer: u64, purpose: StatusPurpose) -> StatusListId {
	let list = NextListId::<Test>::get();
	assert_ok!(StatusLists::create_list(signed(issuer), purpose, None));
	list
}

/// A list of [`ISSUER`].
fn create(purpose: StatusPurpose) -> StatusListId {
	create_as(ISSUER, purpose)
}

fn record(list: StatusListId) -> ListRecordOf<Test> {
	Lists::<Test>::get(list).unwrap()
}

fn request(list: StatusListId, count: u8, secret: u8) -> DispatchResult {
	let issuer = signed(record(list).issuer);
	StatusLists::request_indices(issuer, list, count, commitment(secret))
}

fn draw(list: StatusListId, number: u8) -> DispatchResult {
	StatusLists::draw_indices(signed(STRANGER), list, secret(number))
}

/// The indices of the last event.
fn drawn() -> Vec<u32> {
	match System::events().pop().unwrap().event {
		RuntimeEvent::StatusLists(Event::IndicesDrawn { indices, .. }) => indices.into_inner(),
		other => panic!("{other:?} tells of no draw"),
	}
}

/// Requests and draws.
fn obtain(list: StatusListId, count: u8) -> Vec<u32> {
	assert_ok!(request(list, count, 1));
	pass_blocks(2);
	assert_ok!(draw(list, 1));
	drawn()
}

/// Has entries given out that nobody drew.
fn force_taken(list: StatusListId, indices: impl IntoIterator<Item = u32>) {
	for index in indices {
		let Place { chunk, entry } = Place::of(index).unwrap();
		let mut taken = StatusLists::taken_bits(list, chunk);
		write(&mut taken, entry, 1, 1).unwrap();
		Taken::<Test>::insert(list, chunk, taken);
		FreeCounts::<Test>::mutate(list, |free| {
			free.as_mut().unwrap().0[usize::from(chunk)] -= 1;
		});
	}
}

/// Has all entries given out but the first so many.
fn force_free(list: StatusListId, free: u32) {
	let mut left = free;
	let mut counts = FreeEntries([0; 128]);
	for chunk in 0..CHUNKS {
		let mut taken = [0xff; 128];
		for entry in 0..CHUNK_ENTRIES {
			if left > 0 {
				write(&mut taken, entry, 1, 0).unwrap();
				counts.0[usize::from(chunk)] += 1;
				left -= 1;
			}
		}
		Taken::<Test>::insert(list, chunk, taken);
	}
	FreeCounts::<Test>::insert(list, counts);
}

fn changes<const N: usize>(changes: [(u32, u8); N]) -> StatusChangesOf<Test> {
	let changes = changes.map(|(index, value)| StatusChange { index, value });
	changes.to_vec().try_into().unwrap()
}

fn set<const N: usize>(list: StatusListId, to: [(u32, u8); N]) -> DispatchResult {
	StatusLists::set_statuses(signed(record(list).issuer), list, changes(to))
}

fn close(list: StatusListId) {
	assert_ok!(StatusLists::close_list(signed(record(list).issuer), list));
}

fn offer(list: StatusListId, to: u64) {
	assert_ok!(StatusLists::offer_list(signed(record(list).issuer), list, Some(to)));
}

fn info(list: StatusListId) -> ListInfoOf<Test> {
	StatusLists::list(list).unwrap()
}

fn assert_last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}
