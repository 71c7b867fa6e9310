// SPDX-License-Identifier: Apache-2.0

//! What happens next: mostly something that makes sense where the world stands, sometimes not.

use super::*;

/// One random step, not yet tied to a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
	pub(super) kind: Kind,
	/// Who, which, how many: read by [`Step::resolve`].
	pub(super) dice: [u8; 8],
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
	Appoint,
	Dismiss,
	Publish,
	Approve,
	Withdraw,
	PruneRelease,
	SetPolicy,
	Report,
	PruneReport,
	Pause,
	Unpause,
	Register,
	Pass,
	Replay,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let kinds = prop::sample::select(
		[
			(Appoint, 2),
			(Dismiss, 1),
			(Publish, 12),
			(Approve, 14),
			(Withdraw, 6),
			(PruneRelease, 5),
			(SetPolicy, 3),
			(Report, 18),
			(PruneReport, 3),
			(Pause, 1),
			(Unpause, 3),
			(Register, 4),
			(Pass, 14),
			(Replay, 4),
		]
		.into_iter()
		.flat_map(|(kind, weight)| std::iter::repeat_n(kind, weight))
		.collect::<Vec<_>>(),
	);
	let step = (kinds, any::<[u8; 8]>()).prop_map(|(kind, dice)| Step { kind, dice });
	prop::collection::vec(step, STEPS)
}

/// How the chain gets to where deadlines make a difference: two releases are out, and the later one
/// has to be there soon.
pub(super) fn opening() -> Vec<Step> {
	use Kind::*;
	let dice = [0xf4; 8];
	let easy = [0xf4, 0xf4, 0xf4, 0x40, 0x00, 0xf4, 0xf4, 0x00];
	let pressing = [0xf4, 0xf4, 0xf4, 0xf4, 0xf4, 0xf4, 0x36, 0x00];
	[(Publish, easy), (Approve, dice), (Report, dice), (Publish, pressing), (Approve, dice)]
		.map(|(kind, dice)| Step { kind, dice })
		.into()
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

	/// One of `right`, four times out of five, and otherwise anybody.
	fn who(&self, right: &[Who]) -> Who {
		match self.dice[0] {
			51.. => self.pick(1, right.iter().copied()).unwrap(),
			n if n % 7 == 6 => Who::Trustees,
			_ => Who::Account(self.actor(1)),
		}
	}

	fn actor(&self, die: usize) -> u64 {
		self.pick(die, ACTORS).unwrap()
	}

	/// The number of a release with a record that `suits`, or of any near by.
	fn seq(&self, world: &World, suits: impl Fn(&Release) -> bool) -> Seq {
		let suitable = world.releases.iter().filter(|(_, r)| suits(r)).map(|(seq, _)| *seq);
		match self.pick(2, suitable) {
			Some(seq) if self.is_sane(3) => seq,
			_ => Seq::from(self.dice[3]) % (world.latest + 2),
		}
	}

	pub(super) fn resolve(&self, world: &World, now: Moment) -> Option<(Who, Act)> {
		let maker = Who::Account(MAKER);
		let publisher = Who::Account(PUBLISHER);
		let approver = Who::Account(APPROVER);
		let anyone = Who::Account(self.actor(1));
		Some(match self.kind {
			Kind::Appoint => {
				let roles = FirmwareRoles::new(self.dice[2] % 3 + 1).unwrap();
				(self.who(&[maker]), Act::Appoint { who: self.actor(3), roles })
			},
			Kind::Dismiss => {
				let who = self.pick(2, world.staff.keys().copied()).unwrap_or(STRANGER);
				(self.who(&[maker, Who::Account(who)]), Act::Dismiss { who })
			},
			Kind::Publish =>
				(self.who(&[publisher, maker]), Act::Publish { spec: self.spec(world, now) }),
			Kind::Approve => {
				let seq = self.seq(world, |r| {
					r.status == ReleaseStatus::Draft && r.spec.seq > world.released
				});
				let act = Act::Approve { seq, is_examined: self.is_sane(4) };
				(self.who(&[approver, approver, maker]), act)
			},
			Kind::Withdraw => {
				let seq = self.seq(world, |r| !matches!(r.status, ReleaseStatus::Withdrawn { .. }));
				(self.who(&[Who::Trustees, approver, maker]), Act::Withdraw { seq })
			},
			Kind::PruneRelease => {
				let seq = self.seq(world, |r| match r.status {
					ReleaseStatus::Withdrawn { at } => now >= at + RETENTION,
					_ => !world.has_model,
				});
				(self.who(&[maker, publisher, anyone]), Act::PruneRelease { seq })
			},
			Kind::SetPolicy =>
				(self.who(&[Who::Trustees, maker]), Act::SetPolicy { bits: self.dice[2] % 16 }),
			Kind::Report => (anyone, self.report(world, now)?),
			Kind::PruneReport => {
				let ended = (0..DEVICES).filter(|n| {
					world.reports.contains_key(n) &&
						world.devices.get(n).is_none_or(|state| state.is_terminal())
				});
				let device = self.pick(2, ended).unwrap_or(usize::from(self.dice[3]) % DEVICES);
				(anyone, Act::PruneReport { device })
			},
			Kind::Pause => (self.who(&[Who::Trustees]), Act::Pause),
			Kind::Unpause => (self.who(&[Who::Trustees]), Act::Unpause),
			Kind::Register => (Who::Trustees, self.register(world)),
			Kind::Pass | Kind::Replay => return None,
		})
	}

	fn spec(&self, world: &World, now: Moment) -> ReleaseSpec {
		let seq = match self.dice[2] {
			255 => world.released + MAX_SEQ_STEP + Seq::from(self.dice[3] % 2),
			26.. => world.latest + 1 + Seq::from(self.dice[2] % 3),
			near => Seq::from(near) % (world.latest + 1),
		};
		let severity = match self.dice[3] {
			0..20 => Severity::Low,
			20..100 => Severity::High,
			_ => Severity::Critical,
		};
		let is_pressing = self.dice[4] >= 40 && (severity == Severity::Critical) == self.is_sane(5);
		let ahead = match self.dice[6] {
			0..20 => 1,
			20..26 => MIN_TERM - 1,
			die => MIN_TERM + Moment::from(die % 6) * MIN_TERM / 2,
		};
		// Mostly within reach of what came before.
		let min_prev_seq = match self.dice[7] {
			0..150 => 0,
			150..250 => seq.saturating_sub(1 + Seq::from(self.dice[7] % 4)),
			_ => seq,
		};
		let update_by = is_pressing.then_some(now + ahead);
		ReleaseSpec { min_prev_seq, severity, update_by, ..super::spec(seq) }
	}

	fn report(&self, world: &World, now: Moment) -> Option<Act> {
		let active = (0..DEVICES).filter(|n| world.devices.get(n) == Some(&DeviceState::Active));
		let device = match self.pick(2, active) {
			Some(device) if self.is_sane(3) => device,
			_ => usize::from(self.dice[2]) % DEVICES,
		};
		let known = world.known(device);
		let seq = match self.dice[4] {
			0..20 => Seq::from(self.dice[5]) % (world.latest + 2),
			20..30 => Seq::MAX - Seq::from(self.dice[5]),
			_ => self
				.pick(5, world.releases.keys().copied().filter(|seq| *seq >= known))
				.unwrap_or(known),
		};
		let image = if self.dice[6] >= 40 { image(seq) } else { [self.dice[6]; 32] };
		let at = match self.dice[7] {
			0..20 => now - MAX_AGE - 1 + Moment::from(self.dice[7] % 3),
			20..30 => now + MAX_CLOCK_LEAD + Moment::from(self.dice[7] % 2),
			30..50 => world.reports.get(&device)?.at,
			_ => world.reports.get(&device).map_or(now, |r| now.max(r.at + 1)),
		};
		Some(Act::Report { device, seq, image, at, is_genuine: self.is_sane(1) })
	}

	/// What happens to manufacturer, model and devices, and mostly how it is put right again.
	fn register(&self, world: &World) -> Act {
		match self.dice[2] {
			_ if world.standing != Some(true) && self.is_sane(3) =>
				Act::Stand { is_approved: Some(true) },
			_ if !world.has_model && self.is_sane(3) => Act::HaveModel { has_model: true },
			0..50 => Act::Stand { is_approved: self.is_sane(4).then_some(false) },
			50..90 => Act::HaveModel { has_model: false },
			_ => {
				let device = usize::from(self.dice[4]) % DEVICES;
				let state = match world.devices.get(&device) {
					Some(DeviceState::Suspended | DeviceState::Lost) => Some(DeviceState::Active),
					Some(state) if state.is_terminal() => None,
					Some(_) => self.pick(
						5,
						[
							DeviceState::Suspended,
							DeviceState::Suspended,
							DeviceState::Lost,
							DeviceState::Decommissioned,
							DeviceState::Revoked,
						],
					),
					// It was never there, and stays away.
					None => return Act::Stand { is_approved: world.standing },
				};
				Act::Live { device, state }
			},
		}
	}
}
