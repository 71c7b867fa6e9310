// SPDX-License-Identifier: Apache-2.0

//! What happens next: mostly something that makes sense where the world stands, sometimes not.

use super::*;

/// One random step, not yet tied to a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
	pub(super) kind: Kind,
	/// Who, which, how much: read by [`Step::resolve`].
	pub(super) dice: [u8; 6],
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
	Register,
	Approve,
	Suspend,
	Withdraw,
	Request,
	PruneChallenge,
	Post,
	Retract,
	PruneResult,
	SetPolicy,
	RemovePolicy,
	Pause,
	Unpause,
	/// Something happens to a device.
	Change,
	Wait,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let kinds = prop::sample::select(
		vec![
			(Register, 8),
			(Approve, 10),
			(Suspend, 3),
			(Withdraw, 3),
			(Request, 16),
			(PruneChallenge, 5),
			(Post, 20),
			(Retract, 3),
			(PruneResult, 6),
			(SetPolicy, 6),
			(RemovePolicy, 2),
			(Pause, 1),
			(Unpause, 3),
			(Change, 7),
			(Wait, 9),
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

	/// Mostly a device that `suits`.
	fn device(&self, suits: impl Fn(DeviceId) -> bool) -> DeviceId {
		let suitable = if self.is_sane(1) {
			self.pick(2, DEVICES.into_iter().filter(|device| suits(*device)))
		} else {
			None
		};
		suitable.unwrap_or(DEVICES[usize::from(self.dice[2]) % DEVICES.len()])
	}

	/// Mostly a verifier with a status that `suits`.
	fn verifier(&self, world: &World, suits: impl Fn(VerifierStatus) -> bool) -> u64 {
		let suitable = world.verifiers.iter().filter(|(_, (_, status))| suits(*status));
		let chosen = if self.is_sane(1) { self.pick(2, suitable) } else { None };
		chosen.map_or(self.actor(2), |(who, _)| *who)
	}

	fn tier(&self, die: usize) -> Tier {
		[Tier::Affirming, Tier::Warning, Tier::Contraindicated, Tier::None]
			[usize::from(self.dice[die] % 8).saturating_sub(4)]
	}

	fn debug(&self, die: usize) -> DebugStatus {
		[
			DebugStatus::DisabledPermanently,
			DebugStatus::DisabledFullyAndPermanently,
			DebugStatus::DisabledSinceBoot,
			DebugStatus::Disabled,
			DebugStatus::Enabled,
		][usize::from(self.dice[die] % 5)]
	}

	/// Mostly claims that are accepted; sometimes with an old nonce or that of another device.
	fn claims(&self, world: &World, device: DeviceId, old: &BTreeSet<H256>) -> ResultClaims {
		let right = world.challenges.get(&device).map(|challenge| challenge.nonce);
		let nonce = match self.dice[3] {
			26.. => right,
			n if n % 2 == 0 => self.pick(4, old.iter().copied()),
			_ => self.pick(4, world.challenges.values().map(|challenge| challenge.nonce)),
		};
		let term = match self.dice[5] {
			0..5 => 0,
			5..10 => MAX_TERM + 1,
			10..100 => 3 * DAY,
			_ => MAX_TERM,
		};
		ResultClaims {
			tier: self.tier(4),
			debug: self.debug(5),
			expires: now() + term,
			..claims(nonce.unwrap_or_default())
		}
	}

	fn policy(&self) -> Policy {
		Policy {
			max_age: [DAY, 10 * DAY, MAX_TERM, 0][usize::from(self.dice[2] % 16).min(3)],
			tiers: TierSet::new(self.dice[3] % 15 + 1).unwrap_or(TierSet::AFFIRMING),
			min_debug: self.debug(4),
		}
	}

	/// Who does what; nothing when no call is made.
	pub(super) fn resolve(
		&self,
		world: &World,
		old: &BTreeSet<H256>,
		block: u64,
	) -> Option<(Who, Act)> {
		use VerifierStatus::{Approved, Suspended};
		let anybody = Who::Account(self.actor(0));
		let trustees = self.who(0, Who::Trustees);
		let finding = |device: &DeviceId| world.results.get(device);
		let model = self.pick(5, [MODEL, MODEL, MODEL, OTHER_MODEL, UNKNOWN_MODEL])?;
		let purpose = self.pick(1, TrustPurpose::ALL)?;
		Some(match self.kind {
			Kind::Register => (anybody, Act::Register),
			Kind::Approve => (trustees, Act::Approve(self.verifier(world, |s| s != Approved))),
			Kind::Suspend => (trustees, Act::Suspend(self.verifier(world, |s| s != Suspended))),
			Kind::Withdraw => (Who::Account(self.verifier(world, |_| true)), Act::Withdraw),
			Kind::Request => {
				let device = self.device(|device| !world.is_open(device, block));
				(anybody, Act::Request(device))
			},
			Kind::PruneChallenge => {
				let device = self.device(|device| {
					world.challenges.contains_key(&device) && !world.is_open(device, block)
				});
				(anybody, Act::PruneChallenge(device))
			},
			Kind::Post => {
				let device = self.device(|device| world.is_open(device, block));
				let author = self.verifier(world, |status| status == Approved);
				let who = self.who(0, Who::Account(author));
				(who, Act::Post(device, self.claims(world, device, old)))
			},
			Kind::Retract => {
				let device = self.device(|device| finding(&device).is_some());
				let author = finding(&device).map_or(anybody, |f| Who::Account(f.verifier));
				(self.who(0, author), Act::Retract(device))
			},
			Kind::PruneResult => {
				let device = self.device(|device| {
					finding(&device).is_some_and(|finding| {
						now() >= finding.claims.expires ||
							!world.verifiers.contains_key(&finding.verifier)
					})
				});
				(anybody, Act::PruneResult(device))
			},
			Kind::SetPolicy => (trustees, Act::SetPolicy(model, purpose, self.policy())),
			Kind::RemovePolicy => {
				let there = self.pick(2, world.policies.keys().copied());
				let (model, purpose) =
					there.filter(|_| self.is_sane(3)).unwrap_or((model, purpose));
				(trustees, Act::RemovePolicy(model, purpose))
			},
			Kind::Pause if self.is_sane(3) => return None,
			Kind::Pause => (trustees, Act::Pause),
			Kind::Unpause => (trustees, Act::Unpause),
			Kind::Change | Kind::Wait => return None,
		})
	}

	/// What goes on without a call: a device changes, or time passes.
	pub(super) fn happen(&self) {
		let device = DEVICES[usize::from(self.dice[1]) % DEVICES.len()];
		match self.kind {
			Kind::Change if TestRegistry::devices().contains_key(&device) => match self.dice[0] {
				0..80 => TestRegistry::transfer(device),
				80..150 => TestRegistry::suspend(device),
				150..235 => TestRegistry::reactivate(device),
				235..245 => TestRegistry::set_state(device, DeviceState::Revoked),
				245.. => TestRegistry::remove_device(device),
			},
			Kind::Wait => match self.dice[0] {
				0..80 => pass_blocks(u64::from(self.dice[2] % 40) + 1),
				80..150 => pass_blocks(PERIOD - 1),
				150..190 => pass_blocks(PERIOD),
				190..240 => pass(DAY),
				_ => pass(10 * DAY),
			},
			_ => pass_blocks(1),
		}
	}
}
