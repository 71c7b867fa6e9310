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
	Propose,
	Approve,
	SuspendMaker,
	RevokeMaker,
	Withdraw,
	SetRootKeys,
	AddModel,
	Certify,
	RemoveModel,
	Register,
	Activate,
	Offer,
	Cancel,
	Accept,
	AddKey,
	Rotate,
	Carry,
	RevokeKey,
	PruneKey,
	Suspend,
	ReportLost,
	Reactivate,
	Decommission,
	Revoke,
	PruneDevice,
	Pause,
	Unpause,
	OpenBatch,
	CloseBatch,
	Claim,
	Voucher,
	NameOperator,
	RemoveOperator,
	Encumber,
	Pass,
	Replay,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let kinds = prop::sample::select(
		vec![
			(Propose, 1),
			(Approve, 3),
			(SuspendMaker, 1),
			(RevokeMaker, 1),
			(Withdraw, 2),
			(SetRootKeys, 1),
			(AddModel, 2),
			(Certify, 1),
			(RemoveModel, 1),
			(Register, 6),
			(Activate, 4),
			(Offer, 8),
			(Cancel, 1),
			(Accept, 12),
			(AddKey, 8),
			(Rotate, 6),
			(Carry, 8),
			(RevokeKey, 6),
			(PruneKey, 5),
			(Suspend, 4),
			(ReportLost, 3),
			(Reactivate, 8),
			(Decommission, 3),
			(Revoke, 1),
			(PruneDevice, 6),
			(Pause, 1),
			(Unpause, 2),
			(OpenBatch, 4),
			(CloseBatch, 1),
			(Claim, 8),
			(Voucher, 6),
			(NameOperator, 7),
			(RemoveOperator, 3),
			(Encumber, 2),
			(Pass, 8),
			(Replay, 8),
		]
		.into_iter()
		.flat_map(|(kind, weight)| std::iter::repeat_n(kind, weight))
		.collect::<Vec<_>>(),
	);
	let step = (kinds, any::<[u8; 8]>()).prop_map(|(kind, dice)| Step { kind, dice });
	prop::collection::vec(step, STEPS)
}

/// How the chain gets to where most steps make sense.
pub(super) fn opening() -> Vec<Step> {
	use Kind::*;
	let dice = [0xf4; 8];
	let second = [0xf5; 8];
	[Propose, Approve, AddModel, Register]
		.map(|kind| Step { kind, dice })
		.into_iter()
		.chain([Register, Activate].map(|kind| Step { kind, dice: second }))
		.collect()
}

impl Step {
	/// Nine times out of ten.
	fn is_sane(&self, die: usize) -> bool {
		self.dice[die] >= 26
	}

	fn actor(&self, die: usize) -> u64 {
		ACTORS[usize::from(self.dice[die]) % ACTORS.len()]
	}

	fn pick<V>(&self, die: usize, options: impl IntoIterator<Item = V>) -> Option<V> {
		let options: Vec<_> = options.into_iter().collect();
		let at = usize::from(self.dice[die]).checked_rem(options.len())?;
		options.into_iter().nth(at)
	}

	/// `right`, or nine times out of ten, and otherwise anybody.
	fn who(&self, die: usize, right: Who) -> Who {
		match self.dice[die] {
			26.. => right,
			n if n % 7 == 6 => Who::Trustees,
			_ => Who::Account(self.actor(die)),
		}
	}

	/// Mostly not: what stops everything would leave little to look at.
	fn seldom(&self, right: Who) -> Who {
		if self.dice[6] < 80 {
			right
		} else {
			Who::Account(self.actor(5))
		}
	}

	/// Whether a device is one to which the step makes sense.
	fn suits(&self, device: &Device) -> bool {
		match self.kind {
			Kind::Activate | Kind::Voucher => device.state == State::Registered,
			Kind::NameOperator => !device.is_ended(),
			Kind::Accept | Kind::Cancel => device.offer.is_some(),
			Kind::AddKey |
			Kind::Rotate |
			Kind::Carry |
			Kind::RevokeKey |
			Kind::PruneKey |
			Kind::Suspend |
			Kind::ReportLost => device.state == State::Active,
			Kind::Reactivate => matches!(device.state, State::Suspended(_) | State::Lost),
			Kind::PruneDevice => matches!(device.state, State::Ended { .. }),
			_ => true,
		}
	}

	/// The owner, or one time out of three somebody who was ever named an operator.
	fn owner_or_operator(&self, world: &World, device: usize, owner: Who) -> Who {
		let named = world.operators.keys().filter(|(n, _)| *n == device);
		self.pick(7, named.map(|(_, operator)| Who::Account(*operator)))
			.filter(|_| self.dice[5].is_multiple_of(3))
			.unwrap_or(owner)
	}

	/// A key that is mostly new, for purposes that mostly include the assertion of data.
	fn key(&self, world: &World) -> Offered {
		let number = if self.is_sane(5) {
			// Of the pool's numbers, the first that no device ever had.
			(DEVICES as u32..)
				.find(|n| !world.known.contains(&pool(*n).key().fingerprint()))
				.unwrap_or_default()
		} else {
			u32::from(self.dice[5])
		};
		let bits = if self.is_sane(6) { self.dice[6] % 4 * 2 + 1 } else { self.dice[6] % 7 + 1 };
		Offered { number, bits: bits.min(7), is_genuine: !self.dice[7].is_multiple_of(16) }
	}

	/// The call that the step stands for; `None` when it is none.
	pub(super) fn resolve(&self, world: &World, now: u64) -> Option<(Who, Act)> {
		let dice = self.dice;
		let id = u32::from(dice[0] % 16 / 15) + self.pick(1, 0..world.next_maker).unwrap_or(0);
		let maker = Who::Account(world.makers.get(&id).map_or(MAKER, |m| m.account));
		let keys = dice[2] % 3 + u8::from(self.is_sane(2));
		let known_keys = (0..4)
			.find(|n| world.makers.get(&id).is_some_and(|m| m.keys == root_set(*n)))
			.filter(|_| self.is_sane(3))
			.unwrap_or(keys.min(3));
		let model = self
			.pick(3, world.models.keys().copied())
			.filter(|_| self.is_sane(4))
			.unwrap_or(ModelId { manufacturer: id, product: u16::from(dice[4] % 2) });
		let model_maker =
			Who::Account(world.makers.get(&model.manufacturer).map_or(MAKER, |m| m.account));

		let device = self
			.pick(0, world.devices.iter().filter(|(_, d)| self.suits(d)).map(|(n, _)| *n))
			.or(self.pick(0, world.devices.keys().copied()))
			.filter(|_| self.is_sane(2))
			.unwrap_or(usize::from(dice[2]) % DEVICES);
		let record = world.devices.get(&device);
		let owner = Who::Account(record.map_or(MAKER, |d| d.owner));
		let device_maker = record
			.and_then(|d| world.makers.get(&d.model.manufacturer))
			.map_or(owner, |m| Who::Account(m.account));
		let acting = self.owner_or_operator(world, device, owner);
		let root_of = |id: u32| {
			(1..4)
				.find(|n| world.makers.get(&id).is_some_and(|m| m.keys == root_set(*n)))
				.filter(|_| self.is_sane(7))
				.unwrap_or(dice[7] % 3 + 1)
		};
		let next = record.map_or(0, |d| d.next);
		let epoch = record.map_or(0, |d| d.epoch);
		let key = self.key(world);
		let is_genuine = !dice[3].is_multiple_of(16);
		let off_by_one = |value: u32, die: usize| match dice[die] % 24 {
			0 => value + 1,
			1 => value.saturating_sub(1),
			_ => value,
		};
		let index_of = |die: usize| {
			record
				.and_then(|d| self.pick(die, d.keys.keys().copied()))
				.filter(|_| self.is_sane(die))
				.unwrap_or(u16::from(dice[die] % 6))
		};
		let live_index =
			|die: usize| record.and_then(|d| self.pick(die, d.live().map(|(i, _)| i))).unwrap_or(0);

		Some(match self.kind {
			Kind::Propose => {
				let who =
					if self.is_sane(1) { MAKER + u64::from(dice[0] % 2) } else { self.actor(0) };
				(Who::Account(who), Act::Propose { keys: keys.min(3) })
			},
			Kind::Approve => (self.who(5, Who::Trustees), Act::Approve { id, keys: known_keys }),
			Kind::SuspendMaker => (self.seldom(Who::Trustees), Act::SuspendMaker { id }),
			Kind::RevokeMaker => (self.seldom(Who::Trustees), Act::RevokeMaker { id }),
			Kind::Withdraw => (self.who(5, maker), Act::Withdraw { id }),
			Kind::SetRootKeys => (self.seldom(maker), Act::SetRootKeys { id, keys: keys.min(3) }),
			Kind::AddModel => {
				let model = ModelId { manufacturer: id, product: u16::from(dice[4] % 3) };
				let bits = if self.is_sane(6) { 0b1111 } else { 0b0001 };
				let algorithms = AlgorithmSet::new(bits)?;
				(self.who(5, maker), Act::AddModel { model, algorithms })
			},
			Kind::Certify => {
				let until = now + u64::from(dice[6]) * HOUR;
				let certificate = match dice[7] {
					0..16 => Certificate::Revoked,
					16..128 => Certificate::Provisional,
					_ => Certificate::Certified { document: DOCUMENT, until },
				};
				(self.who(5, Who::Trustees), Act::Certify { model, certificate })
			},
			Kind::RemoveModel => {
				let is_unused = |m: &ModelId| world.devices.values().all(|d| d.model != *m);
				let model =
					self.pick(6, world.models.keys().copied().filter(is_unused)).unwrap_or(model);
				let maker = world.makers.get(&model.manufacturer).map_or(MAKER, |m| m.account);
				(self.who(5, Who::Account(maker)), Act::RemoveModel { model })
			},
			Kind::Register => {
				let device = usize::from(dice[2]) % DEVICES;
				let root = (1..4)
					.find(|n| {
						let stored = world.makers.get(&model.manufacturer);
						stored.is_some_and(|m| m.keys == root_set(*n))
					})
					.unwrap_or(dice[7] % 3 + 1);
				let serial = if self.is_sane(6) { device as u8 } else { dice[6] % 4 };
				let is_genuine = !dice[7].is_multiple_of(16);
				(
					self.who(5, model_maker),
					Act::Register { device, model, serial, root, is_genuine },
				)
			},
			Kind::Activate => {
				let (epoch, index) = (off_by_one(1, 4), u16::from(dice[1].is_multiple_of(24)));
				(self.who(4, owner), Act::Activate { device, epoch, index, key, is_genuine })
			},
			Kind::Offer => {
				let expires = match dice[4] % 16 {
					0 => now,
					1 => now + MAX_TERM + 1,
					_ => now + DAY,
				};
				let price = dice[5].is_multiple_of(3).then_some(u64::from(dice[6]) * 10);
				let act = Act::Offer { device, to: self.actor(7), expires, price };
				(self.who(1, owner), act)
			},
			Kind::Cancel => (self.who(1, owner), Act::Cancel { device }),
			Kind::Accept => {
				let offer = record.and_then(|d| d.offer);
				let price = if self.is_sane(4) { offer.and_then(|o| o.2) } else { Some(7) };
				let is_kept = dice[1].is_multiple_of(3);
				let index = if is_kept { live_index(6) } else { off_by_one(next.into(), 0) as u16 };
				let to = Who::Account(offer.map_or(BOB, |o| o.0));
				let key = (!is_kept).then_some(key);
				let epoch = off_by_one(epoch + 1, 4);
				(self.who(1, to), Act::Accept { device, price, epoch, index, key, is_genuine })
			},
			Kind::AddKey => (self.who(1, acting), Act::AddKey { device, key }),
			Kind::Rotate =>
				(self.who(1, acting), Act::Rotate { device, replaces: live_index(3), key }),
			Kind::Carry => {
				let index = live_index(0);
				let signer = match dice[1] % 2 {
					0 => DeviceSigner::Identity,
					_ => DeviceSigner::Operational(index),
				};
				let replaces = match dice[1] % 8 {
					0 | 1 => None,
					2 => Some(index_of(6)),
					_ => Some(index),
				};
				let act = Act::Carry {
					device,
					signer,
					replaces,
					epoch: off_by_one(epoch, 4),
					index: off_by_one(next.into(), 0) as u16,
					key: Offered {
						bits: if dice[6].is_multiple_of(2) { 1 } else { key.bits },
						..key
					},
					is_genuine,
				};
				(Who::Account(self.actor(7)), act)
			},
			Kind::RevokeKey => (self.who(1, acting), Act::RevokeKey { device, index: index_of(3) }),
			Kind::PruneKey =>
				(Who::Account(self.actor(1)), Act::PruneKey { device, index: index_of(3) }),
			Kind::Suspend => {
				let right = self.pick(3, [acting, device_maker, Who::Trustees])?;
				(self.who(1, right), Act::Suspend { device })
			},
			Kind::ReportLost => (self.who(1, acting), Act::ReportLost { device }),
			Kind::Reactivate => {
				let right = match record.map(|d| d.state) {
					Some(State::Suspended(AuthorityClass::Manufacturer)) => device_maker,
					Some(State::Suspended(AuthorityClass::Trustee)) => Who::Trustees,
					_ => acting,
				};
				let right = if self.is_sane(5) { right } else { device_maker };
				let (epoch, is_fresh) = (off_by_one(epoch, 4), !dice[6].is_multiple_of(16));
				(self.who(1, right), Act::Reactivate { device, epoch, is_fresh, is_genuine })
			},
			Kind::Decommission => (self.seldom(owner), Act::Decommission { device }),
			Kind::Revoke => {
				let right = self.pick(3, [device_maker, Who::Trustees])?;
				let since = now + 1 - u64::from(dice[4]);
				(self.seldom(right), Act::Revoke { device, since })
			},
			Kind::PruneDevice => (Who::Account(self.actor(1)), Act::PruneDevice { device }),
			Kind::Pause => (self.seldom(Who::Trustees), Act::Pause),
			Kind::Unpause => (self.who(1, Who::Trustees), Act::Unpause),
			Kind::OpenBatch => {
				let next = world.makers.get(&id).map_or(0, |m| m.next_batch);
				let act = Act::OpenBatch {
					id,
					number: off_by_one(next, 6),
					product: if model.manufacturer == id { model.product } else { 0 },
					root: root_of(id),
					is_genuine,
				};
				(self.who(5, maker), act)
			},
			Kind::CloseBatch => {
				let (id, number) = self.pick(1, world.batches.keys().copied()).unwrap_or((id, 0));
				let maker = world.makers.get(&id).map_or(MAKER, |m| m.account);
				let act = Act::CloseBatch { id, number: off_by_one(number, 6) };
				(self.seldom(Who::Account(maker)), act)
			},
			Kind::Claim => {
				// Mostly one that no chain has seen yet.
				let fresh = (0..DEVICES)
					.filter(|n| !world.known.contains(&pool(*n as u32).key().fingerprint()));
				let device = self.pick(2, fresh).unwrap_or(device);
				let ((id, number), batch) =
					self.pick(1, world.batches.iter().map(|(at, batch)| (*at, *batch)))?;
				let product = if self.is_sane(4) { batch.product } else { batch.product + 1 };
				let act = Act::Claim {
					device,
					model: ModelId { manufacturer: id, product },
					number: off_by_one(number, 6),
					index: off_by_one(device as u32, 0),
					is_genuine,
				};
				(Who::Account(self.actor(7)), act)
			},
			Kind::Voucher => {
				let owner = self.actor(6);
				let act = Act::Voucher {
					device,
					root: root_of(record.map_or(0, |d| d.model.manufacturer)),
					expires: match dice[5] % 8 {
						0 => Some(now),
						1..5 => Some(now + 1),
						_ => None,
					},
					handovers: Handovers {
						count: dice[1] % 4,
						is_genuine: !dice[5].is_multiple_of(16),
					},
					owner,
					epoch: off_by_one(1, 4),
					index: u16::from(dice[0].is_multiple_of(24)),
					key,
					is_genuine,
				};
				(self.who(1, Who::Account(owner)), act)
			},
			Kind::NameOperator => {
				let until = match dice[4] % 8 {
					0 => now,
					1 => now + 1,
					2..5 => now + HOUR,
					_ => now + 2 * RETENTION,
				};
				let bits = if dice[6] < 96 { 15 } else { dice[6] % 15 + 1 };
				let act = Act::NameOperator { device, operator: self.actor(7), bits, until };
				(self.who(1, owner), act)
			},
			Kind::RemoveOperator => {
				let (device, operator) = self
					.pick(2, world.operators.keys().copied())
					.unwrap_or((device, self.actor(7)));
				let owner = world.devices.get(&device).map_or(MAKER, |d| d.owner);
				let right = self.pick(3, [owner, operator, self.actor(5)])?;
				(Who::Account(right), Act::RemoveOperator { device, operator })
			},
			Kind::Encumber =>
				(Who::Trustees, Act::Encumber { device, is_held: dice[5].is_multiple_of(3) }),
			Kind::Pass | Kind::Replay => return None,
		})
	}
}
