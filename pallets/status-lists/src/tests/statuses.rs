// SPDX-License-Identifier: Apache-2.0

//! What the issuer may say of credentials, and how it is laid out.

use super::*;
use sp_io::hashing::sha2_256;

#[test]
fn set_statuses_should_say_what_changed() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let indices = obtain(LIST, 3);
		let to = [(indices[2], 1), (indices[0], 1)];
		assert_ok!(set(LIST, to));
		assert_last_event(Event::StatusesChanged { list: LIST, changes: changes(to) });
		let statuses: Vec<_> = indices.iter().map(|i| StatusLists::status(LIST, *i)).collect();
		assert_eq!(statuses, [Some(1), Some(0), Some(1)]);
	});
}

#[test]
fn set_statuses_should_touch_no_other_entry() {
	for purpose in PURPOSES {
		ExtBuilder.build_and_execute(|| {
			create(purpose);
			let indices = [0, 1, 1_023, 1_024, 70_000, 131_071];
			force_taken(LIST, indices);
			assert_ok!(set(LIST, [(1_023, 1), (70_000, 1)]));
			let statuses = indices.map(|i| StatusLists::status(LIST, i));
			assert_eq!(statuses, [0, 0, 1, 0, 1, 0].map(Some));
			assert_eq!(Statuses::<Test>::iter_prefix(LIST).count(), 2);
		});
	}
}

#[test]
fn set_statuses_should_fail_when_nothing_is_named() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_noop!(set(LIST, []), Error::<Test>::NoChanges);
	});
}

#[test]
fn set_statuses_should_fail_when_index_was_not_given_out() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		force_taken(LIST, [10]);
		for index in [9, 11, 131_071, 131_072, u32::MAX] {
			assert_noop!(set(LIST, [(index, 1)]), Error::<Test>::NotAllocated);
		}
		assert_ok!(set(LIST, [(10, 1)]));
	});
}

#[test]
fn set_statuses_should_fail_when_index_was_only_asked_for() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		force_free(LIST, 1);
		assert_ok!(request(LIST, 1, 1));
		assert_noop!(set(LIST, [(0, 1)]), Error::<Test>::NotAllocated);
	});
}

#[test]
fn set_statuses_should_do_nothing_when_one_change_is_bad() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		force_taken(LIST, [1, 2, 3]);
		assert_ok!(set(LIST, [(3, 1)]));
		assert_noop!(set(LIST, [(1, 1), (2, 1), (4, 1)]), Error::<Test>::NotAllocated);
		assert_noop!(set(LIST, [(1, 1), (2, 2)]), Error::<Test>::ValueTooLarge);
		assert_noop!(set(LIST, [(1, 1), (2, 1), (3, 1)]), Error::<Test>::StatusUnchanged);
		assert_ok!(set(LIST, [(1, 1), (2, 1), (3, 0)]));
	});
}

#[test]
fn set_statuses_should_fail_when_an_index_is_named_twice() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		force_taken(LIST, [1, 2]);
		for to in [[(1, 1), (2, 1), (1, 0)], [(1, 1), (1, 1), (2, 1)]] {
			assert_noop!(set(LIST, to), Error::<Test>::DuplicateIndex);
		}
	});
}

#[test]
fn revocation_and_refresh_should_not_be_taken_back() {
	for purpose in [StatusPurpose::Revocation, StatusPurpose::Refresh] {
		ExtBuilder.build_and_execute(|| {
			create(purpose);
			let index = obtain(LIST, 1)[0];
			assert_noop!(set(LIST, [(index, 0)]), Error::<Test>::StatusUnchanged);
			assert_ok!(set(LIST, [(index, 1)]));
			assert_noop!(set(LIST, [(index, 0)]), Error::<Test>::OneWay);
			assert_noop!(set(LIST, [(index, 1)]), Error::<Test>::StatusUnchanged);
		});
	}
}

#[test]
fn suspension_should_be_lifted_and_imposed_again() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Suspension);
		let index = obtain(LIST, 1)[0];
		for value in [1, 0, 1] {
			assert_ok!(set(LIST, [(index, value)]));
			assert_eq!(StatusLists::status(LIST, index), Some(value));
		}
	});
}

#[test]
fn message_should_be_any_number_that_fits_its_bits() {
	use MessageSize::*;
	for (size, greatest) in [(One, 1), (Two, 3), (Four, 15)] {
		ExtBuilder.build_and_execute(|| {
			create(StatusPurpose::Message(size));
			force_taken(LIST, [6, 7, 8]);
			for value in (1..=greatest).rev() {
				assert_ok!(set(LIST, [(7, value)]));
				let statuses = [6, 7, 8].map(|i| StatusLists::status(LIST, i));
				assert_eq!(statuses, [0, value, 0].map(Some));
			}
			assert_noop!(set(LIST, [(7, greatest + 1)]), Error::<Test>::ValueTooLarge);
			assert_noop!(set(LIST, [(7, u8::MAX)]), Error::<Test>::ValueTooLarge);
		});
	}
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		force_taken(LIST, [7]);
		assert_ok!(set(LIST, [(7, u8::MAX)]));
		assert_eq!(StatusLists::status(LIST, 7), Some(u8::MAX));
	});
}

#[test]
fn set_statuses_should_take_as_many_changes_as_one_call_may_have() {
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		// Every one in another chunk.
		let indices: Vec<_> = (0..MAX_CHANGES).map(|i| i * 2_048 + i).collect();
		force_taken(LIST, indices.clone());
		let to = indices.iter().map(|index| StatusChange { index: *index, value: 200 });
		let changes = to.collect::<Vec<_>>().try_into().unwrap();
		assert_ok!(StatusLists::set_statuses(signed(ISSUER), LIST, changes));
		assert!(indices.iter().all(|index| StatusLists::status(LIST, *index) == Some(200)));
	});
}

#[test]
fn statuses_should_be_settable_when_list_is_closed() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let index = obtain(LIST, 1)[0];
		close(LIST);
		pass(RETENTION);
		assert_ok!(set(LIST, [(index, 1)]));
		assert_eq!(StatusLists::status(LIST, index), Some(1));
	});
}

#[test]
fn export_should_be_the_published_bits_when_the_published_entries_are_set() {
	use hex_literal::hex;
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		let set = [0, 7, 8, 94_567, 131_071];
		force_taken(LIST, set);
		let changes = changes(set.map(|index| (index, 1)));
		assert_ok!(StatusLists::set_statuses(signed(ISSUER), LIST, changes));

		let bytes = StatusLists::export(LIST).unwrap().bytes;
		assert_eq!(bytes.len(), 16_384);
		assert_eq!([0, 1, 11_820, 16_383].map(|at| bytes[at]), [0x81, 0x80, 0x01, 0x01]);
		assert_eq!(
			sha2_256(&bytes),
			hex!("4b481f3e0a57d99365f7b95f0f41162a055619f4166300387295c609da301e09")
		);
	});
}

#[test]
fn export_should_put_wider_entries_from_the_most_significant_bit_on() {
	use MessageSize::*;
	for (size, value, expected) in
		[(Two, 0b10, vec![0, 0b0010_0000]), (Four, 0xb, vec![0, 0, 0, 0x0b])]
	{
		ExtBuilder.build_and_execute(|| {
			create(StatusPurpose::Message(size));
			let index = if size == Two { 5 } else { 7 };
			force_taken(LIST, [index]);
			assert_ok!(set(LIST, [(index, value)]));
			let bytes = StatusLists::export(LIST).unwrap().bytes;
			assert_eq!(bytes[..expected.len()], expected);
			assert!(bytes[expected.len()..].iter().all(|byte| *byte == 0));
		});
	}
}
