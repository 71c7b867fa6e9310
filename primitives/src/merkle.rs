// SPDX-License-Identifier: Apache-2.0

//! Merkle trees in the shape of RFC 9162, with blake2-256.
//!
//! A leaf is hashed behind a byte `00`, a node behind `01`, so that neither can pass for the other.
//! A tree of `n` leaves splits at the largest power of two below `n`. No leaf is ever doubled to
//! fill a level: with that, two different lists could have the same root.
//!
//! A root does not fix the number of leaves. Whoever checks a proof takes the number from the same
//! trusted place as the root, never from the prover.

// Not for the whole crate: the codec's derives convert in this way.
#![cfg_attr(not(test), deny(clippy::as_conversions))]

use alloc::vec::Vec;
use sp_core::H256;
use sp_io::hashing::blake2_256;

const LEAF: u8 = 0x00;
const NODE: u8 = 0x01;

/// The hash of a leaf with this content.
pub fn leaf_hash(content: &[u8]) -> H256 {
	let mut bytes = Vec::with_capacity(content.len().saturating_add(1));
	bytes.push(LEAF);
	bytes.extend_from_slice(content);
	blake2_256(&bytes).into()
}

fn node_hash(left: &H256, right: &H256) -> H256 {
	let mut bytes = [NODE; 65];
	let parts = left.as_bytes().iter().chain(right.as_bytes());
	for (to, from) in bytes.iter_mut().skip(1).zip(parts) {
		*to = *from;
	}
	blake2_256(&bytes).into()
}

/// The root over these leaf hashes; `None` when there are none.
pub fn root(leaves: &[H256]) -> Option<H256> {
	// Complete subtrees that wait for their right sibling, the largest first, each with its height.
	let mut waiting: Vec<(u32, H256)> = Vec::new();
	for leaf in leaves {
		let mut node = *leaf;
		let mut height = 0u32;
		while let Some((_, left)) = waiting.pop_if(|(other, _)| *other == height) {
			node = node_hash(&left, &node);
			height = height.saturating_add(1);
		}
		waiting.push((height, node));
	}
	let (_, last) = waiting.pop()?;
	Some(waiting.iter().rev().fold(last, |right, (_, left)| node_hash(left, &right)))
}

/// The path that proves the leaf at `index` under the root of these leaf hashes, from the leaf
/// upwards; `None` when there is no such leaf.
pub fn proof(leaves: &[H256], index: u32) -> Option<Vec<H256>> {
	let mut index = usize::try_from(index).ok()?;
	if index >= leaves.len() {
		return None;
	}
	let mut subtree = leaves;
	let mut path = Vec::new();
	while subtree.len() > 1 {
		let split = subtree.len().checked_next_power_of_two()?.checked_div(2)?;
		let (left, right) = subtree.split_at_checked(split)?;
		if let Some(beyond) = index.checked_sub(split) {
			path.push(root(left)?);
			subtree = right;
			index = beyond;
		} else {
			path.push(root(right)?);
			subtree = left;
		}
	}
	path.reverse();
	Some(path)
}

/// A tree with all its nodes, so that each of many proofs costs only a look-up.
///
/// Keeps about twice the leaf hashes: 64 bytes a leaf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tree {
	// The leaves first, the root last. A node without a sibling stands on the next level
	// unchanged.
	levels: Vec<Vec<H256>>,
	root: H256,
	count: u32,
}

impl Tree {
	/// The tree over these leaf hashes; `None` when there are none, or more than `u32::MAX`.
	pub fn new(leaves: Vec<H256>) -> Option<Self> {
		let count = u32::try_from(leaves.len()).ok()?;
		let mut levels = Vec::new();
		let mut level = leaves;
		while level.len() > 1 {
			let above = level
				.chunks(2)
				.filter_map(|pair| match pair {
					[left, right] => Some(node_hash(left, right)),
					[alone] => Some(*alone),
					_ => None,
				})
				.collect();
			levels.push(core::mem::replace(&mut level, above));
		}
		let root = *level.first()?;
		Some(Self { levels, root, count })
	}

	/// The root.
	pub const fn root(&self) -> H256 {
		self.root
	}

	/// The number of leaves.
	pub const fn count(&self) -> u32 {
		self.count
	}

	/// The path that proves the leaf at `index`, from the leaf upwards; `None` when there is no
	/// such leaf.
	pub fn proof(&self, index: u32) -> Option<Vec<H256>> {
		if index >= self.count {
			return None;
		}
		let mut at = usize::try_from(index).ok()?;
		let mut path = Vec::with_capacity(self.levels.len());
		for level in &self.levels {
			path.extend(level.get(at ^ 1));
			at >>= 1;
		}
		Some(path)
	}
}

/// Whether `path` proves that `leaf` is the leaf hash at `index` of the `count` leaves under
/// `root`.
///
/// Costs one hash for each element of `path`, and at most 32: a longer path is refused.
pub fn verify(root: &H256, leaf: &H256, index: u32, count: u32, path: &[H256]) -> bool {
	root_of_path(leaf, index, count, path).as_ref() == Some(root)
}

/// The root to which `path` leads from `leaf` at `index` of `count` leaves; `None` when a path from
/// there has another length.
pub fn root_of_path(leaf: &H256, index: u32, count: u32, path: &[H256]) -> Option<H256> {
	let mut last = count.checked_sub(1)?;
	if index > last {
		return None;
	}
	let mut at = index;
	let mut node = *leaf;
	for sibling in path {
		if last == 0 {
			return None;
		}
		if at & 1 == 1 || at == last {
			node = node_hash(sibling, &node);
			// The rightmost node rises through every level where it has no sibling.
			while at & 1 == 0 && at != 0 {
				at >>= 1;
				last >>= 1;
			}
		} else {
			node = node_hash(&node, sibling);
		}
		at >>= 1;
		last >>= 1;
	}
	(last == 0).then_some(node)
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;
	use proptest::prelude::*;

	const PUBLISHED_ROOT: H256 =
		H256(hex!("e66af2099cd684d762a97c7f5d67a29fccc1e6429ffd86f21a8e1235889ee29a"));

	/// The definition, word for word, over any hash function.
	mod naive {
		use super::*;

		pub fn split(n: usize) -> usize {
			(0..).map(|power| 1 << power).take_while(|k| *k < n).last().unwrap()
		}

		pub fn root(leaves: &[H256], hash: fn(&[u8]) -> [u8; 32]) -> H256 {
			if leaves.len() == 1 {
				return leaves[0];
			}
			let (left, right) = leaves.split_at(split(leaves.len()));
			let (left, right) = (root(left, hash), root(right, hash));
			hash(&[&[1], left.as_bytes(), right.as_bytes()].concat()).into()
		}

		pub fn proof(leaves: &[H256], index: usize) -> Vec<H256> {
			if leaves.len() == 1 {
				return Vec::new();
			}
			let split = split(leaves.len());
			let (left, right) = leaves.split_at(split);
			let (mut path, sibling) = if index < split {
				(proof(left, index), root(right, blake2_256))
			} else {
				(proof(right, index - split), root(left, blake2_256))
			};
			path.push(sibling);
			path
		}

		/// On which side the sibling stands at every level, from the leaf upwards.
		pub fn sides(count: usize, index: usize) -> Vec<bool> {
			if count == 1 {
				return Vec::new();
			}
			let split = split(count);
			let mut sides = if index < split {
				sides(split, index)
			} else {
				sides(count - split, index - split)
			};
			sides.push(index < split);
			sides
		}
	}

	fn published_leaves() -> Vec<H256> {
		["r0", "r1", "r2", "r3", "r4"].map(|leaf| leaf_hash(leaf.as_bytes())).to_vec()
	}

	fn leaves(count: u32) -> Vec<H256> {
		(0..count).map(|index| leaf_hash(&index.to_le_bytes())).collect()
	}

	#[test]
	fn root_should_be_the_published_one() {
		let leaves = published_leaves();
		assert_eq!(
			leaves[0].0,
			hex!("cd5c789d83456483529b18e5fb17dab8c131549e34ef47f6992d0414bec6d27c")
		);
		assert_eq!(root(&leaves), Some(PUBLISHED_ROOT));
		assert_eq!(naive::root(&leaves, blake2_256), PUBLISHED_ROOT);
	}

	#[test]
	fn the_shape_should_give_the_published_root_of_sha_256_too() {
		let sha = sp_crypto_hashing::sha2_256;
		let leaves =
			["r0", "r1", "r2", "r3", "r4"].map(|leaf| H256(sha(&[&[0], leaf.as_bytes()].concat())));
		assert_eq!(
			naive::root(&leaves, sha).0,
			hex!("0b87751e28511daf708603fba3de7227c185f864864e2e5c97b691513e657a23")
		);
	}

	#[test]
	fn proofs_should_be_the_published_ones() {
		let leaves = published_leaves();
		let last = [H256(hex!("4d657dc9cde4f1c79465825feda1a7041cb2080631e792bed47406b813cb5282"))];
		let third = [
			H256(hex!("801e05b399cb405bdfbc9820b10ff868669f8b49ba53a34248df3f9fbecdd84a")),
			H256(hex!("9b5c3333b24568ba19ffebb88d69565e20476004fe14b69c3f5dcf67b30887ee")),
			H256(hex!("b72bbc3706ca873c95937f512343a2d7c3f35836b09d38ae08b4b48a3ebbb760")),
		];
		assert_eq!(proof(&leaves, 4).unwrap(), last);
		assert_eq!(proof(&leaves, 2).unwrap(), third);
		assert!(verify(&PUBLISHED_ROOT, &leaves[4], 4, 5, &last));
		assert!(verify(&PUBLISHED_ROOT, &leaves[2], 2, 5, &third));
	}

	#[test]
	fn root_and_proof_should_be_none_when_there_is_no_leaf() {
		assert_eq!(root(&[]), None);
		assert_eq!(proof(&[], 0), None);
		assert_eq!(proof(&leaves(3), 3), None);
		assert_eq!(proof(&leaves(3), u32::MAX), None);
		assert!(!verify(&H256::zero(), &H256::zero(), 0, 0, &[]));
	}

	#[test]
	fn a_single_leaf_should_be_its_own_root_and_need_no_path() {
		let leaf = leaf_hash(b"alone");
		assert_eq!(root(&[leaf]), Some(leaf));
		assert_eq!(proof(&[leaf], 0), Some(Vec::new()));
		assert!(verify(&leaf, &leaf, 0, 1, &[]));
		assert!(!verify(&leaf, &leaf, 0, 1, &[leaf]));
	}

	#[test]
	fn a_node_should_not_pass_for_a_leaf() {
		let leaves = leaves(4);
		let root = root(&leaves).unwrap();
		let content = [leaves[0].as_bytes(), leaves[1].as_bytes()].concat();
		let right = node_hash(&leaves[2], &leaves[3]);
		assert_eq!(node_hash(&node_hash(&leaves[0], &leaves[1]), &right), root);
		assert!(!verify(&root, &leaf_hash(&content), 0, 2, &[right]));
	}

	#[test]
	fn a_doubled_last_leaf_should_change_the_root() {
		let mut leaves = leaves(5);
		let before = root(&leaves);
		leaves.push(leaves[4]);
		assert_ne!(root(&leaves), before);
	}

	#[test]
	fn root_and_proof_should_equal_the_definition_at_every_size() {
		for count in 1..=70u32 {
			let leaves = leaves(count);
			let root = root(&leaves).unwrap();
			assert_eq!(root, naive::root(&leaves, blake2_256));
			for index in 0..count {
				let path = proof(&leaves, index).unwrap();
				assert_eq!(path, naive::proof(&leaves, index as usize));
				assert!(verify(&root, &leaves[index as usize], index, count, &path));
			}
		}
	}

	#[test]
	fn verify_should_refuse_every_other_index_and_every_other_length_at_every_size() {
		for count in 1..=70u32 {
			let leaves = leaves(count);
			let root = root(&leaves).unwrap();
			for index in 0..count {
				let leaf = leaves[index as usize];
				let path = proof(&leaves, index).unwrap();
				for other in (0..count + 3).chain([u32::MAX]).filter(|other| *other != index) {
					assert!(!verify(&root, &leaf, other, count, &path));
				}
				for length in 0..path.len() {
					assert!(!verify(&root, &leaf, index, count, &path[..length]));
					assert!(!verify(&root, &leaf, index, count, &path[length + 1..]));
				}
				for extra in [H256::zero(), leaf, root] {
					let longer = [&path[..], &[extra]].concat();
					assert!(!verify(&root, &leaf, index, count, &longer));
					let longer = [&[extra], &path[..]].concat();
					assert!(!verify(&root, &leaf, index, count, &longer));
				}
			}
		}
	}

	/// A root does not fix the count, so a wrong count is refused exactly when it would put the
	/// leaf somewhere else.
	#[test]
	fn verify_should_refuse_another_count_unless_the_leaf_has_the_same_place_in_both() {
		for count in 1..=20u32 {
			let leaves = leaves(count);
			let root = root(&leaves).unwrap();
			for index in 0..count {
				let leaf = leaves[index as usize];
				let path = proof(&leaves, index).unwrap();
				for other in 0..=40u32 {
					let same_place = index < other &&
						naive::sides(count as usize, index as usize) ==
							naive::sides(other as usize, index as usize);
					assert_eq!(verify(&root, &leaf, index, other, &path), same_place);
				}
			}
		}
	}

	#[test]
	fn verify_should_refuse_a_path_of_any_length_without_a_panic() {
		let path = vec![H256::zero(); 100];
		for length in 0..=path.len() {
			for (index, count) in [(0, u32::MAX), (u32::MAX - 1, u32::MAX), (5, 6), (u32::MAX, 1)] {
				assert!(!verify(&H256::zero(), &H256::zero(), index, count, &path[..length]));
			}
		}
	}

	fn flipped(hash: &H256, bit: usize) -> H256 {
		let mut hash = *hash;
		hash.0[bit / 8] ^= 1 << (bit % 8);
		hash
	}

	#[test]
	fn tree_should_give_the_root_and_the_proofs_of_the_functions() {
		assert_eq!(Tree::new(Vec::new()), None);
		for count in 1..=65u32 {
			let leaves: Vec<_> = (0..count).map(|i| leaf_hash(&i.to_le_bytes())).collect();
			let tree = Tree::new(leaves.clone()).unwrap();
			assert_eq!((Some(tree.root()), tree.count()), (root(&leaves), count));
			for index in 0..=count {
				assert_eq!(tree.proof(index), proof(&leaves, index), "{index} of {count}");
			}
		}
	}

	proptest! {
		#[test]
		fn every_proof_should_verify_and_no_changed_bit_should(
			contents in prop::collection::hash_set(prop::collection::vec(any::<u8>(), 0..40), 1..=70),
			at in any::<prop::sample::Index>(),
			bit in 0..256usize,
		) {
			let leaves: Vec<_> = contents.iter().map(|content| leaf_hash(content)).collect();
			let count = leaves.len() as u32;
			let index = at.index(leaves.len()) as u32;
			let leaf = leaves[index as usize];
			let root = root(&leaves).unwrap();
			let path = proof(&leaves, index).unwrap();

			prop_assert_eq!(root, naive::root(&leaves, blake2_256));
			prop_assert!(verify(&root, &leaf, index, count, &path));
			prop_assert!(!verify(&flipped(&root, bit), &leaf, index, count, &path));
			prop_assert!(!verify(&root, &flipped(&leaf, bit), index, count, &path));
			for level in 0..path.len() {
				let mut path = path.clone();
				path[level] = flipped(&path[level], bit);
				prop_assert!(!verify(&root, &leaf, index, count, &path));
			}
		}

		#[test]
		fn verify_should_not_panic_on_anything(
			root in any::<[u8; 32]>(),
			leaf in any::<[u8; 32]>(),
			index in any::<u32>(),
			count in any::<u32>(),
			path in prop::collection::vec(any::<[u8; 32]>().prop_map(H256), 0..70),
		) {
			prop_assert!(!verify(&H256(root), &H256(leaf), index, count, &path));
		}
	}
}
