// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::types::*;
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Encode;
use mote_primitives::{StatusListId, StatusPurpose};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::{AtLeast32BitUnsigned, SaturatedConversion};

/// How many blocks after the request the block is whose hash decides a draw. One is enough: nobody
/// knows its hash while the request is executed, and its author does not know the secret.
pub const DRAW_DELAY: u8 = 1;

/// The longest time that a copy may be said to last: what every reader of JSON takes as it is.
pub const MAX_TTL: u64 = (1 << 53) - 1;

/// What a draw depends on, and nothing else.
pub type Seed = [u8; 32];

/// The seed of a draw: BLAKE2-256 of `"mote:draw" ‖ SCALE(list, request_block, secret, hash)`,
/// where `hash` is that of the deciding block.
pub fn draw_seed<BlockNumber: Encode>(
	list: StatusListId,
	request_block: BlockNumber,
	secret: &[u8; 32],
	hash: &H256,
) -> Seed {
	(b"mote:draw", list, request_block, secret, hash).using_encoded(blake2_256)
}

/// Whether copies can be said to last for so long.
pub fn is_valid_ttl(ttl_ms: Option<u64>) -> bool {
	ttl_ms.is_none_or(|ttl| (1..=MAX_TTL).contains(&ttl))
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> DrawRequest<BlockNumber> {
	/// The block whose hash decides.
	pub fn deciding_block(&self) -> BlockNumber {
		self.at.saturating_add(DRAW_DELAY.saturated_into())
	}

	/// Whether it is too late to draw.
	pub fn is_missed(&self, now: BlockNumber, term: BlockNumber) -> bool {
		now > self.at.saturating_add(term)
	}
}

/// Where an entry is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
	/// In which chunk.
	pub chunk: u8,
	/// At which position of the chunk.
	pub entry: u16,
}

impl Place {
	/// The place of the entry with this index, if a list has one.
	pub fn of(index: u32) -> Option<Self> {
		let chunk = u8::try_from(index.checked_div(CHUNK_ENTRIES.into())?).ok()?;
		let entry = u16::try_from(index.checked_rem(CHUNK_ENTRIES.into())?).ok()?;
		(chunk < CHUNKS).then_some(Self { chunk, entry })
	}

	/// The index of the entry at this place.
	pub fn index(self) -> u32 {
		// At most 255 * 1,024 + 65,535.
		u32::from(self.chunk)
			.saturating_mul(CHUNK_ENTRIES.into())
			.saturating_add(self.entry.into())
	}
}

/// The byte in which an entry of `bits` bits is, how far its bits are from the byte's end, and a
/// mask as wide as they are.
fn field(entry: u16, bits: u8) -> Option<(usize, u32, u8)> {
	let start = entry.checked_mul(bits.into())?;
	let shift = 8_u16.checked_sub(bits.into())?.checked_sub(start % 8)?;
	Some((usize::from(start / 8), shift.into(), greatest(bits)?))
}

/// The greatest value that fits `bits` bits.
fn greatest(bits: u8) -> Option<u8> {
	u8::MAX.checked_shr(8_u32.checked_sub(bits.into())?)
}

/// The value of an entry of `bits` bits: 1, 2, 4 or 8. Entries follow each other from the most
/// significant bit of the first byte on.
pub fn read(bytes: &[u8], entry: u16, bits: u8) -> Option<u8> {
	let (byte, shift, mask) = field(entry, bits)?;
	Some(bytes.get(byte)?.checked_shr(shift)? & mask)
}

/// Sets the value of an entry of `bits` bits; `None` when it does not fit.
pub fn write(bytes: &mut [u8], entry: u16, bits: u8, value: u8) -> Option<()> {
	let (byte, shift, mask) = field(entry, bits)?;
	if value > mask {
		return None;
	}
	let byte = bytes.get_mut(byte)?;
	*byte = (*byte & !mask.checked_shl(shift)?) | value.checked_shl(shift)?;
	Some(())
}

/// Why a status cannot be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotSettable {
	/// The value does not fit the entry.
	TooLarge,
	/// The entry says so already.
	Unchanged,
	/// The purpose of the list allows no way back.
	OneWay,
}

/// Whether an entry of a list with this purpose may go from one value to another.
pub fn check_change(purpose: StatusPurpose, from: u8, to: u8) -> Result<(), NotSettable> {
	if greatest(purpose.bits()).is_none_or(|greatest| to > greatest) {
		return Err(NotSettable::TooLarge);
	}
	if to == from {
		return Err(NotSettable::Unchanged);
	}
	match purpose {
		StatusPurpose::Revocation | StatusPurpose::Refresh if to < from => Err(NotSettable::OneWay),
		_ => Ok(()),
	}
}

impl FreeEntries {
	/// Of a list that has given out nothing.
	pub fn all() -> Self {
		Self([CHUNK_ENTRIES; 128])
	}

	/// How many entries of the list are free.
	pub fn total(&self) -> u32 {
		// At most 128 * 65,535.
		self.0.iter().fold(0, |sum: u32, free| sum.saturating_add((*free).into()))
	}

	/// The chunk in which the free entry number `rank` of the list is, and its number there.
	fn locate(&self, rank: u32) -> Option<(u8, u16)> {
		let mut rank = rank;
		for (chunk, free) in (0..CHUNKS).zip(self.0) {
			match rank.checked_sub(free.into()) {
				Some(rest) => rank = rest,
				None => return Some((chunk, rank.try_into().ok()?)),
			}
		}
		None
	}

	/// One free entry fewer in `chunk`.
	fn take(&mut self, chunk: u8) -> Option<()> {
		let free = self.0.get_mut(usize::from(chunk))?;
		*free = free.checked_sub(1)?;
		Some(())
	}
}

/// The position of the free entry number `rank` of a chunk, counted from 0.
fn nth_free(taken: &TakenBits, rank: u16) -> Option<u16> {
	let mut rank = u32::from(rank);
	for (byte, first) in taken.iter().zip((0_u16..).step_by(8)) {
		let Some(rest) = rank.checked_sub(byte.count_zeros()) else {
			let is_free = |entry: &u16| read(&[*byte], *entry, 1) == Some(0);
			let entry = (0..8).filter(is_free).nth(rank.try_into().ok()?)?;
			return first.checked_add(entry);
		};
		rank = rest;
	}
	None
}

/// Maps a random number to one of `free` ranks. No rank is the image of more than one number more
/// than another: with 2^17 ranks at most, the probability of a rank is off by less than one part in
/// 2^47.
fn scale(random: u64, free: u32) -> Option<u32> {
	let product = u128::from(random).checked_mul(free.into())?;
	product.checked_shr(u64::BITS)?.try_into().ok()
}

/// The random number that decides the draw number `number` of a seed: the first eight bytes, the
/// least significant one first, of BLAKE2-256 of `seed ‖ number`.
fn random(seed: &Seed, number: u8) -> u64 {
	let [a, b, c, d, e, f, g, h, ..] = (seed, number).using_encoded(blake2_256);
	u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// What was drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawn {
	/// Indices, in the order in which they were drawn.
	pub indices: Vec<u32>,
	/// The chunks in which they are, with them taken.
	pub taken: BTreeMap<u8, TakenBits>,
}

/// Draws `count` free entries, one after the other, each with the same probability, and takes them
/// off `free`; `None` when there are not as many. `load` gives the chunks of the list.
pub fn draw(
	seed: &Seed,
	count: u8,
	free: &mut FreeEntries,
	load: impl Fn(u8) -> TakenBits,
) -> Option<Drawn> {
	let mut drawn = Drawn { indices: Vec::new(), taken: BTreeMap::new() };
	for number in 0..count {
		let rank = scale(random(seed, number), free.total())?;
		let (chunk, rank) = free.locate(rank)?;
		let taken = drawn.taken.entry(chunk).or_insert_with(|| load(chunk));
		let entry = nth_free(taken, rank)?;
		write(taken, entry, 1, 1)?;
		free.take(chunk)?;
		drawn.indices.push(Place { chunk, entry }.index());
	}
	Some(drawn)
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use mote_primitives::{MessageSize, STATUS_ENTRIES};
	use proptest::prelude::*;
	use std::collections::BTreeSet;

	const SECRET: [u8; 32] = [0x5e; 32];
	const HASH: H256 = H256::repeat_byte(0xb1);
	const WIDTHS: [u8; 4] = [1, 2, 4, 8];
	/// Of list `0x01020304`, block `0x05060708`, [`SECRET`] and [`HASH`].
	const PUBLISHED_SEED: Seed =
		hex!("092020224ce289f229f0e2a017d1eac2d7ebd2de38838ce44ca49c39b65b70e3");
	const PUBLISHED_INDICES: [u32; 4] = [30_190, 18_702, 7_846, 45_640];

	fn seed(number: u32) -> Seed {
		draw_seed(number, 7_u32, &SECRET, &HASH)
	}

	/// A list, in memory.
	struct List {
		free: FreeEntries,
		taken: BTreeMap<u8, TakenBits>,
	}

	impl List {
		fn new() -> Self {
			Self { free: FreeEntries::all(), taken: BTreeMap::new() }
		}

		fn draw(&mut self, seed: &Seed, count: u8) -> Option<Vec<u32>> {
			let load = |chunk| self.taken.get(&chunk).copied().unwrap_or([0; 128]);
			let drawn = draw(seed, count, &mut self.free, load)?;
			self.taken.extend(drawn.taken);
			Some(drawn.indices)
		}
	}

	#[test]
	fn list_should_consist_of_its_chunks() {
		assert_eq!(u32::from(CHUNKS) * u32::from(CHUNK_ENTRIES), STATUS_ENTRIES);
		assert_eq!(FreeEntries::all().total(), STATUS_ENTRIES);
	}

	#[test]
	fn place_should_exist_exactly_for_the_indices_of_a_list() {
		for index in [0, 1, 1_023, 1_024, 94_567, 131_071] {
			assert_eq!(Place::of(index).map(Place::index), Some(index));
		}
		for index in [131_072, 262_144, u32::MAX] {
			assert_eq!(Place::of(index), None);
		}
		assert_eq!(Place::of(94_567), Some(Place { chunk: 92, entry: 359 }));
	}

	#[test]
	fn entries_should_start_at_the_most_significant_bit() {
		for (entry, bits, value, expected) in [
			(0, 1, 1, [0b1000_0000, 0]),
			(7, 1, 1, [0b0000_0001, 0]),
			(8, 1, 1, [0, 0b1000_0000]),
			(1, 2, 3, [0b0011_0000, 0]),
			(4, 2, 1, [0, 0b0100_0000]),
			(1, 4, 0xa, [0x0a, 0]),
			(2, 4, 0xa, [0, 0xa0]),
			(1, 8, 0xab, [0, 0xab]),
		] {
			let mut bytes = [0; 2];
			assert_eq!(write(&mut bytes, entry, bits, value), Some(()));
			assert_eq!(bytes, expected, "{value} at {entry} of {bits} bits");
			assert_eq!(read(&bytes, entry, bits), Some(value));
		}
	}

	#[test]
	fn entry_should_neither_be_read_nor_written_when_there_is_none() {
		for bits in WIDTHS {
			let mut bytes = vec![0; 128 * usize::from(bits)];
			assert_eq!(read(&bytes, 1_023, bits), Some(0));
			assert_eq!(read(&bytes, 1_024, bits), None);
			assert_eq!(write(&mut bytes, 1_024, bits, 1), None);
			assert_eq!(read(&bytes, u16::MAX, bits), None);
		}
		assert_eq!(read(&[0; 4], 0, 9), None);
		assert_eq!(greatest(9), None);
	}

	#[test]
	fn value_should_be_refused_when_it_does_not_fit() {
		for bits in [1, 2, 4] {
			let mut bytes = [0; 8];
			let greatest = greatest(bits).unwrap();
			assert_eq!(write(&mut bytes, 1, bits, greatest + 1), None);
			assert_eq!(bytes, [0; 8]);
			assert_eq!(write(&mut bytes, 1, bits, greatest), Some(()));
		}
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

		#[test]
		fn writing_an_entry_should_change_that_entry_alone(
			width in 0_usize..4,
			before in prop::collection::vec(any::<u8>(), 1_024),
			entry in 0_u16..1_024,
			value: u8,
		) {
			let bits = WIDTHS[width];
			let value = value & greatest(bits).unwrap();
			let mut bytes = before[..128 * usize::from(bits)].to_vec();
			prop_assert_eq!(write(&mut bytes, entry, bits, value), Some(()));
			for other in 0..1_024 {
				let expected = if other == entry { Some(value) } else { read(&before, other, bits) };
				prop_assert_eq!(read(&bytes, other, bits), expected);
			}
		}

		#[test]
		fn every_free_entry_of_a_chunk_should_have_its_rank(taken in prop::array::uniform32(any::<u32>())) {
			let mut bits = [0; 128];
			for (bytes, word) in bits.chunks_mut(4).zip(taken) {
				bytes.copy_from_slice(&word.to_be_bytes());
			}
			let free: Vec<_> = (0..1_024).filter(|e| read(&bits, *e, 1) == Some(0)).collect();
			for (rank, entry) in (0..).zip(&free) {
				prop_assert_eq!(nth_free(&bits, rank), Some(*entry));
			}
			prop_assert_eq!(nth_free(&bits, free.len() as u16), None);
		}
	}

	#[test]
	fn revocation_and_refresh_should_know_no_way_back() {
		for purpose in [StatusPurpose::Revocation, StatusPurpose::Refresh] {
			assert_eq!(check_change(purpose, 0, 1), Ok(()));
			assert_eq!(check_change(purpose, 1, 0), Err(NotSettable::OneWay));
		}
	}

	#[test]
	fn suspension_and_message_should_go_both_ways() {
		assert_eq!(check_change(StatusPurpose::Suspension, 0, 1), Ok(()));
		assert_eq!(check_change(StatusPurpose::Suspension, 1, 0), Ok(()));
		let message = StatusPurpose::Message(MessageSize::Four);
		assert_eq!(check_change(message, 15, 3), Ok(()));
		assert_eq!(check_change(message, 3, 15), Ok(()));
	}

	#[test]
	fn change_should_be_refused_when_it_changes_nothing_or_does_not_fit() {
		use MessageSize::*;
		use StatusPurpose::*;
		for (purpose, greatest) in [
			(Revocation, 1),
			(Suspension, 1),
			(Refresh, 1),
			(Message(One), 1),
			(Message(Two), 3),
			(Message(Four), 15),
		] {
			assert_eq!(check_change(purpose, 0, greatest), Ok(()));
			assert_eq!(check_change(purpose, 0, greatest + 1), Err(NotSettable::TooLarge));
			assert_eq!(check_change(purpose, greatest, greatest), Err(NotSettable::Unchanged));
		}
		assert_eq!(check_change(Message(Eight), 0, u8::MAX), Ok(()));
	}

	#[test]
	fn time_to_live_should_be_positive_and_exact_in_json() {
		let valid = [None, Some(1), Some(300_000), Some(9_007_199_254_740_991)];
		assert!(valid.into_iter().all(is_valid_ttl));
		assert!(![0, 9_007_199_254_740_992, u64::MAX].map(Some).into_iter().any(is_valid_ttl));
	}

	#[test]
	fn request_should_be_missed_when_its_term_is_over() {
		let request = DrawRequest { at: 10_u32, count: 1, commitment: HASH };
		assert_eq!(request.deciding_block(), 11);
		assert_eq!(
			[10, 29, 30, 31].map(|now| request.is_missed(now, 20)),
			[false, false, false, true]
		);
	}

	#[test]
	fn seed_should_stay_as_published() {
		let mut bytes = b"mote:draw".to_vec();
		bytes.extend([0x04, 0x03, 0x02, 0x01]);
		bytes.extend([0x08, 0x07, 0x06, 0x05]);
		bytes.extend(SECRET);
		bytes.extend(HASH.0);
		let seed = draw_seed(0x0102_0304, 0x0506_0708_u32, &SECRET, &HASH);
		assert_eq!(seed, blake2_256(&bytes));
		assert_eq!(seed, PUBLISHED_SEED);
		let mut list = List::new();
		assert_eq!(list.draw(&seed, 4), Some(PUBLISHED_INDICES.to_vec()));
	}

	#[test]
	fn seed_should_differ_when_anything_it_depends_on_differs() {
		let seeds = BTreeSet::from([
			draw_seed(1, 2_u32, &SECRET, &HASH),
			draw_seed(2, 2_u32, &SECRET, &HASH),
			draw_seed(1, 3_u32, &SECRET, &HASH),
			draw_seed(1, 2_u32, &[0; 32], &HASH),
			draw_seed(1, 2_u32, &SECRET, &H256::zero()),
		]);
		assert_eq!(seeds.len(), 5);
	}

	/// The smallest random number that is mapped to `rank` or a greater one.
	fn first_of(rank: u32, free: u32) -> u128 {
		(u128::from(rank) << 64).div_ceil(free.into())
	}

	#[test]
	fn ranks_should_be_equally_probable_within_the_stated_bound() {
		for free in [1, 2, 3, 16, 1_000, 1_024, 131_071, 131_072] {
			let share = (1_u128 << 64) / u128::from(free);
			for rank in (0..free).step_by(1 + free as usize / 1_000).chain([free - 1]) {
				let (first, next) = (first_of(rank, free), first_of(rank + 1, free));
				assert_eq!(scale(first as u64, free), Some(rank));
				assert_eq!(scale((next - 1) as u64, free), Some(rank));
				assert!((share..=share + 1).contains(&(next - first)));
			}
			assert_eq!(scale(u64::MAX, free), Some(free - 1));
			assert!(share >= 1 << 47);
		}
	}

	/// Pearson's statistic of how often each of 128 equally probable things happened.
	fn chi_square(counts: &[u32; 128]) -> f64 {
		let expected = f64::from(counts.iter().sum::<u32>()) / 128.0;
		counts
			.iter()
			.map(|count| (f64::from(*count) - expected).powi(2) / expected)
			.sum()
	}

	/// With 127 degrees of freedom, fair draws fall outside once in some 10,000 times. The seeds
	/// are fixed, so that they always do or never.
	fn is_fair(counts: &[u32; 128]) -> bool {
		(74.0..=198.0).contains(&chi_square(counts))
	}

	#[test]
	fn draws_should_favour_no_chunk_and_no_position() {
		let (mut chunks, mut positions) = ([0; 128], [0; 128]);
		for number in 0..2_000 {
			for index in List::new().draw(&seed(number), 16).unwrap() {
				let place = Place::of(index).unwrap();
				chunks[usize::from(place.chunk)] += 1;
				positions[usize::from(place.entry / 8)] += 1;
			}
		}
		assert!(is_fair(&chunks), "chunks: {}", chi_square(&chunks));
		assert!(is_fair(&positions), "positions: {}", chi_square(&positions));
	}

	#[test]
	fn draws_should_favour_no_entry_when_most_are_taken() {
		// 128 entries are free: entry `8 * n` of chunk `n`.
		let mut free = FreeEntries([1; 128]);
		let load = |chunk: u8| {
			let mut taken = [0xff; 128];
			taken[usize::from(chunk)] = 0x7f;
			taken
		};
		let mut counts = [0; 128];
		for number in 0..12_800 {
			let drawn = draw(&seed(number), 1, &mut free.clone(), load).unwrap();
			let place = Place::of(drawn.indices[0]).unwrap();
			assert_eq!(place.entry, u16::from(place.chunk) * 8);
			counts[usize::from(place.chunk)] += 1;
		}
		assert!(is_fair(&counts), "{}", chi_square(&counts));
		assert_eq!(draw(&seed(0), 128, &mut free, load).unwrap().taken.len(), 128);
		assert_eq!(free.total(), 0);
	}

	#[test]
	fn later_draws_of_a_seed_should_be_as_fair_as_the_first() {
		for number in [0, 7, 15] {
			let mut counts = [0; 128];
			for list in 0..12_800 {
				let index = scale(random(&seed(list), number), STATUS_ENTRIES).unwrap();
				counts[index as usize / 1_024] += 1;
			}
			assert!(is_fair(&counts), "{}", chi_square(&counts));
		}
	}

	#[test]
	fn every_entry_should_be_given_out_once_until_none_is_left() {
		let mut list = List::new();
		let mut given = vec![false; STATUS_ENTRIES as usize];
		for number in 0..STATUS_ENTRIES / 16 {
			for index in list.draw(&seed(number), 16).unwrap() {
				assert!(!given[index as usize], "{index} was given out twice");
				given[index as usize] = true;
			}
		}
		assert!(given.into_iter().all(|is_given| is_given));
		assert_eq!(list.free.total(), 0);
		assert_eq!(list.draw(&seed(0), 1), None);
	}

	#[test]
	fn nothing_should_be_drawn_when_too_few_entries_are_free() {
		let mut free = FreeEntries([0; 128]);
		free.0[127] = 2;
		let mut bits = [0xff; 128];
		bits[127] = 0xfc;
		let load = |chunk| if chunk == 127 { bits } else { [0xff; 128] };
		assert_eq!(draw(&seed(0), 3, &mut free.clone(), load), None);
		let mut indices = draw(&seed(0), 2, &mut free, load).unwrap().indices;
		indices.sort_unstable();
		assert_eq!(indices, [131_070, 131_071]);
	}
}
