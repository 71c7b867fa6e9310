// SPDX-License-Identifier: Apache-2.0

//! The rules once more, as short as they can be written: no chunks, no bits, no counts.

use super::*;

/// Who calls.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
	Trustees,
	Account(u64),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) enum Act {
	Create { purpose: StatusPurpose, ttl_ms: Option<u64> },
	Request { list: StatusListId, count: u8, secret: u8 },
	Draw { list: StatusListId, secret: u8 },
	Set { list: StatusListId, changes: Vec<(u32, u8)> },
	Close { list: StatusListId },
	Remove { list: StatusListId },
	Offer { list: StatusListId, to: Option<u64> },
	Accept { list: StatusListId },
	Pause,
	Unpause,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct List {
	pub(super) issuer: u64,
	pub(super) purpose: StatusPurpose,
	/// Of the indices that were given out.
	pub(super) statuses: BTreeMap<u32, u8>,
	/// Block, count and secret.
	pub(super) request: Option<(u64, u8, u8)>,
	pub(super) closed_at: Option<u64>,
	pub(super) offered_to: Option<u64>,
}

impl List {
	pub(super) fn is_sealed(&self, block: u64) -> bool {
		self.request.is_some_and(|(at, ..)| block > at + DRAW_TERM)
	}

	/// The free index number `rank`.
	fn nth_free(&self, rank: u32) -> u32 {
		let mut index = rank;
		for given in self.statuses.keys() {
			if *given <= index {
				index += 1;
			}
		}
		index
	}
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct World {
	pub(super) paused: bool,
	pub(super) next: StatusListId,
	pub(super) lists: BTreeMap<StatusListId, List>,
	pub(super) free: BTreeMap<u64, u64>,
	pub(super) held: BTreeMap<u64, u64>,
}

/// `None` when the chain has to refuse.
type Verdict<V = ()> = Option<V>;

fn when(condition: bool) -> Verdict {
	condition.then_some(())
}

impl World {
	/// The world after `act`, when it is allowed.
	pub(super) fn after(&self, who: Who, act: &Act, now: u64, block: u64) -> Verdict<Self> {
		let mut world = self.clone();
		match (who, act) {
			(Who::Trustees, Act::Pause) => world.paused = true,
			(Who::Trustees, Act::Unpause) => world.paused = false,
			(Who::Trustees, _) | (_, Act::Pause | Act::Unpause) => return None,
			(Who::Account(who), act) => world.apply(who, act, now, block)?,
		}
		Some(world)
	}

	fn hold(&mut self, who: u64, purpose: StatusPurpose) -> Verdict {
		let amount = deposit(purpose);
		let free = self.free.get_mut(&who)?;
		// An account keeps at least 1.
		when(*free > amount)?;
		*free -= amount;
		*self.held.get_mut(&who)? += amount;
		Some(())
	}

	fn release(&mut self, who: u64, purpose: StatusPurpose) -> Verdict {
		*self.held.get_mut(&who)? -= deposit(purpose);
		*self.free.get_mut(&who)? += deposit(purpose);
		Some(())
	}

	fn own(&mut self, who: u64, list: StatusListId) -> Verdict<&mut List> {
		self.lists.get_mut(&list).filter(|list| list.issuer == who)
	}

	fn apply(&mut self, who: u64, act: &Act, now: u64, block: u64) -> Verdict {
		match act {
			Act::Create { purpose, ttl_ms } => {
				when(!self.paused && *ttl_ms != Some(0))?;
				self.hold(who, *purpose)?;
				let (issuer, purpose, statuses) = (who, *purpose, BTreeMap::new());
				let (request, closed_at, offered_to) = (None, None, None);
				let list = List { issuer, purpose, statuses, request, closed_at, offered_to };
				self.lists.insert(self.next, list);
				self.next += 1;
			},
			Act::Request { list, count, secret } => {
				when(!self.paused && (1..=16).contains(count))?;
				let list = self.own(who, *list)?;
				when(list.closed_at.is_none() && list.request.is_none())?;
				list.request = Some((block, *count, *secret));
			},
			Act::Draw { list: id, secret } => {
				let list = self.lists.get_mut(id)?;
				let (at, count, committed) = list.request?;
				when(committed == *secret && block > at + 1 && block <= at + DRAW_TERM)?;
				list.request = None;
				let seed = seed(*id, at, *secret);
				for number in 0..count {
					let digest = blake2_256(&[&seed[..], &[number]].concat());
					let random = u64::from_le_bytes(digest[..8].try_into().unwrap());
					let free = 131_072 - list.statuses.len() as u128;
					let index = list.nth_free(((u128::from(random) * free) >> 64) as u32);
					list.statuses.insert(index, 0);
				}
			},
			Act::Set { list, changes } => {
				let list = self.own(who, *list)?;
				let distinct: BTreeSet<_> = changes.iter().map(|(index, _)| index).collect();
				when(!changes.is_empty() && distinct.len() == changes.len())?;
				for (index, value) in changes {
					let status = list.statuses.get_mut(index)?;
					when(u16::from(*value) < 1 << list.purpose.bits() && status != value)?;
					match list.purpose {
						StatusPurpose::Revocation | StatusPurpose::Refresh => when(*status == 0)?,
						_ => (),
					}
					*status = *value;
				}
			},
			Act::Close { list } => {
				let list = self.own(who, *list)?;
				when(list.closed_at.is_none())?;
				(list.closed_at, list.request) = (Some(now), None);
			},
			Act::Remove { list: id } => {
				let list = self.own(who, *id)?;
				when(now - list.closed_at? >= RETENTION)?;
				let purpose = list.purpose;
				self.lists.remove(id);
				self.release(who, purpose)?;
			},
			Act::Offer { list, to } => {
				let list = self.own(who, *list)?;
				when(*to != Some(who) && (to.is_some() || list.offered_to.is_some()))?;
				list.offered_to = *to;
			},
			Act::Accept { list } => {
				let list = self.lists.get_mut(list)?;
				when(list.offered_to.take() == Some(who))?;
				when(list.request.is_none() || list.is_sealed(block))?;
				let (purpose, from) = (list.purpose, list.issuer);
				list.issuer = who;
				self.hold(who, purpose)?;
				self.release(from, purpose)?;
			},
			Act::Pause | Act::Unpause => return None,
		}
		Some(())
	}
}

/// The seed of a draw, by the bytes.
fn seed(list: StatusListId, at: u64, number: u8) -> [u8; 32] {
	let mut bytes = b"mote:draw".to_vec();
	bytes.extend(list.to_le_bytes());
	bytes.extend(at.to_le_bytes());
	bytes.extend(secret(number));
	bytes.extend(hash_of(at + 1).0);
	blake2_256(&bytes)
}
