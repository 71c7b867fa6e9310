// SPDX-License-Identifier: Apache-2.0

//! What others are told.

use super::*;
use mote_primitives::{CredentialStatus, StatusListExport};

fn ask(list: StatusListId, index: u32) -> Option<u8> {
	<StatusLists as CredentialStatus>::status(list, index)
}

#[test]
fn status_should_be_told_of_entries_that_were_given_out_only() {
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		force_taken(LIST, [5, 6]);
		assert_ok!(set(LIST, [(6, 42)]));
		for status in [ask, StatusLists::status] {
			assert_eq!([4, 5, 6].map(|i| status(LIST, i)), [None, Some(0), Some(42)]);
			assert_eq!([131_072, u32::MAX].map(|i| status(LIST, i)), [None, None]);
			assert_eq!(status(LIST + 1, 5), None);
		}
	});
}

#[test]
fn purpose_should_be_told_of_lists_that_there_are() {
	ExtBuilder.build_and_execute(|| {
		create(MESSAGES);
		let purpose = <StatusLists as CredentialStatus>::purpose;
		assert_eq!((purpose(LIST), purpose(LIST + 1)), (Some(MESSAGES), None));
	});
}

#[test]
fn export_should_have_the_length_that_its_entries_need() {
	ExtBuilder.build_and_execute(|| {
		for purpose in PURPOSES {
			let list = NextListId::<Test>::get();
			assert_ok!(StatusLists::create_list(signed(ISSUER), purpose, Some(TTL)));
			let bytes = vec![0; 16_384 * usize::from(purpose.bits())];
			let expected = StatusListExport { purpose, ttl_ms: Some(TTL), bytes };
			assert_eq!(StatusLists::export(list), Some(expected));
		}
		assert_eq!(StatusLists::export(99), None);
	});
}

#[test]
fn chunks_should_make_up_the_export() {
	for purpose in PURPOSES {
		ExtBuilder.build_and_execute(|| {
			create(purpose);
			let indices = [0, 1_023, 1_024, 66_666, 131_071];
			force_taken(LIST, indices);
			assert_ok!(set(LIST, indices.map(|index| (index, 1))));
			let chunks: Vec<_> =
				(0..CHUNKS).map(|c| StatusLists::chunk(LIST, c).unwrap()).collect();
			assert!(chunks.iter().all(|chunk| chunk.len() == 128 * usize::from(purpose.bits())));
			assert_eq!(Some(chunks.concat()), StatusLists::export(LIST).map(|export| export.bytes));
		});
	}
}

#[test]
fn chunk_should_not_be_told_when_there_is_none() {
	ExtBuilder.build_and_execute(|| {
		create(StatusPurpose::Revocation);
		assert_eq!(StatusLists::chunk(LIST, CHUNKS), None);
		assert_eq!(StatusLists::chunk(LIST, u8::MAX), None);
		assert_eq!(StatusLists::chunk(LIST + 1, 0), None);
	});
}

#[test]
fn lists_of_should_tell_every_list_once_page_by_page() {
	ExtBuilder.build_and_execute(|| {
		let mut own: Vec<_> = (0..11)
			.map(|_| {
				create_as(OTHER_ISSUER, StatusPurpose::Revocation);
				create(StatusPurpose::Revocation)
			})
			.collect();
		let mut told = Vec::new();
		loop {
			let page = StatusLists::lists_of(ISSUER, told.last().copied(), u32::MAX);
			assert!(page.len() <= MAX_PAGE as usize);
			if page.is_empty() {
				break;
			}
			told.extend(page);
		}
		told.sort_unstable();
		own.sort_unstable();
		assert_eq!(told, own);
		assert_eq!(StatusLists::lists_of(ISSUER, None, 2).len(), 2);
		assert_eq!(StatusLists::lists_of(STRANGER, None, 2), Vec::<u32>::new());
	});
}

#[test]
fn list_should_be_told_from_its_creation_to_its_removal() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(StatusLists::list(LIST), None);
		create(StatusPurpose::Revocation);
		assert_ok!(request(LIST, 2, 1));
		assert!(info(LIST).request.is_some());
		pass_blocks(2);
		assert_ok!(draw(LIST, 1));
		offer(LIST, SUCCESSOR);
		assert_eq!(info(LIST).offered_to, Some(SUCCESSOR));
		assert_eq!(info(LIST).free, STATUS_ENTRIES - 2);
		close(LIST);
		pass(RETENTION);
		assert_ok!(StatusLists::remove_list(signed(ISSUER), LIST));
		assert_eq!(StatusLists::list(LIST), None);
	});
}
