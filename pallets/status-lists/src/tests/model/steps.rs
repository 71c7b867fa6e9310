// SPDX-License-Identifier: Apache-2.0

//! What happens next: mostly something that makes sense where the world stands, sometimes not.

use super::*;

/// One random step, not yet tied to a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
	pub(super) kind: Kind,
	/// Who, which, how many: read by [`Step::resolve`].
	pub(super) dice: [u8; 6],
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
	Create,
	Request,
	Draw,
	Set,
	Close,
	Remove,
	Offer,
	Accept,
	Pause,
	Unpause,
	Wait,
}

/// How long nothing happens.
pub(super) enum Wait {
	Blocks(u64),
	Time(u64),
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let kinds = prop::sample::select(
		vec![
			(Create, 5),
			(Request, 12),
			(Draw, 12),
			(Set, 16),
			(Close, 3),
			(Remove, 5),
			(Offer, 5),
			(Accept, 5),
			(Pause, 1),
			(Unpause, 3),
			(Wait, 16),
		]
		.into_iter()
		.flat_map(|(kind, weight)| std::iter::repeat_n(kind, weight))
		.collect::<Vec<_>>(),
	);
	let step = (kinds, any::<[u8; 6]>()).prop_map(|(kind, dice)| Step { kind, dice });
	prop::collection::vec(step, STEPS)
}

impl Step {
	/// Nine times out of ten.
	fn is_sane(&self, die: usize) -> bool {
		self.dice[die] >= 26
	}

	fn pick<V>(&self, die: usize, options: impl IntoIterator<Item = V>) -> Option<V> {
		let options: Vec<_> = options.into_iter().collect();
		let at = usize::from(self.dice[die]).checked_rem(options.len())?;
		options.into_iter().nth(at)
	}

	fn actor(&self, die: usize) -> u64 {
		ACTORS[usize::from(self.dice[die]) % ACTORS.len()]
	}

	/// `right` nine times out of ten, and otherwise anybody.
	fn who(&self, die: usize, right: Who) -> Who {
		match self.dice[die] {
			26.. => right,
			n if n % 5 == 4 => Who::Trustees,
			_ => Who::Account(self.actor(die)),
		}
	}

	/// Whether a list is one to which the step makes sense.
	fn suits(&self, list: &List, block: u64) -> bool {
		match self.kind {
			Kind::Request => list.request.is_none() && list.closed_at.is_none(),
			Kind::Draw => list.request.is_some_and(|(at, ..)| block > at + 1),
			Kind::Set => !list.statuses.is_empty(),
			Kind::Close => list.closed_at.is_none() || list.is_sealed(block),
			Kind::Remove => list.closed_at.is_some(),
			Kind::Accept => list.offered_to.is_some(),
			_ => true,
		}
	}

	/// Mostly a list that suits.
	fn list(&self, world: &World, block: u64) -> Option<(StatusListId, List)> {
		let suitable = world.lists.iter().filter(|(_, list)| self.suits(list, block));
		let chosen = if self.is_sane(1) { self.pick(2, suitable) } else { None };
		let (id, list) = chosen.or_else(|| self.pick(2, &world.lists))?;
		Some((*id, list.clone()))
	}

	/// Mostly changes that are allowed.
	fn changes(&self, list: &List) -> Vec<(u32, u8)> {
		let count = usize::from(self.dice[3] % 4) + usize::from(self.is_sane(4));
		let greatest = ((1_u16 << list.purpose.bits()) - 1) as u8;
		let mut indices: Vec<_> = list.statuses.keys().copied().collect();
		let turn = usize::from(self.dice[4]) % indices.len().max(1);
		indices.rotate_left(turn);
		let mut changes: Vec<_> = indices
			.into_iter()
			.filter(|index| !self.is_sane(5) || list.statuses[index] < greatest)
			.take(count)
			.map(|index| (index, greatest - list.statuses[&index] % 2))
			.collect();
		match self.dice[5] {
			0..5 => changes.push((u32::from(self.dice[4]) << 10, 1)),
			5..10 => changes.extend(changes.first().copied()),
			10..15 => changes.iter_mut().for_each(|(_, value)| *value = value.wrapping_add(1)),
			15..20 => changes.clear(),
			_ => (),
		}
		changes
	}

	/// Who does what; nothing when there is nothing to do it to.
	pub(super) fn resolve(&self, world: &World, block: u64) -> Option<(Who, Act)> {
		let anybody = Who::Account(self.actor(0));
		match self.kind {
			Kind::Create => {
				let ttl_ms = self.pick(3, [None, Some(1), Some(300_000), Some(0)])?;
				let act = Act::Create { purpose: self.pick(2, PURPOSES)?, ttl_ms };
				return Some((anybody, act));
			},
			Kind::Pause if self.is_sane(3) => return None,
			Kind::Pause => return Some((self.who(0, Who::Trustees), Act::Pause)),
			Kind::Unpause => return Some((self.who(0, Who::Trustees), Act::Unpause)),
			Kind::Wait => return None,
			_ => (),
		}
		let (list, state) = self.list(world, block)?;
		let issuer = self.who(0, Who::Account(state.issuer));
		Some(match self.kind {
			Kind::Request => {
				let count = if self.is_sane(3) { self.dice[3] % 16 + 1 } else { self.dice[3] };
				(issuer, Act::Request { list, count, secret: self.dice[4] })
			},
			Kind::Draw => {
				let committed = state.request.map(|(.., secret)| secret);
				let secret = committed.filter(|_| self.is_sane(3)).unwrap_or(self.dice[4]);
				(anybody, Act::Draw { list, secret })
			},
			Kind::Set => (issuer, Act::Set { list, changes: self.changes(&state) }),
			Kind::Close => (issuer, Act::Close { list }),
			Kind::Remove => (issuer, Act::Remove { list }),
			Kind::Offer => {
				let to = Some(self.actor(3)).filter(|_| self.dice[4] >= 50);
				(issuer, Act::Offer { list, to })
			},
			_ => {
				let right = state.offered_to.map_or(anybody, Who::Account);
				(self.who(0, right), Act::Accept { list })
			},
		})
	}

	/// How long to wait: mostly long enough to draw, sometimes too long.
	pub(super) fn pause(&self) -> Wait {
		match self.dice[0] {
			0..200 => Wait::Blocks(u64::from(self.dice[1] % 3) + 1),
			200..225 => Wait::Blocks(DRAW_TERM),
			225..240 => Wait::Time(DAY),
			_ => Wait::Time(RETENTION),
		}
	}
}
