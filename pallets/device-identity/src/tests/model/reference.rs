// SPDX-License-Identifier: Apache-2.0

//! The reference model: the rules once more, as short as they can be said, over plain maps.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
	Trustees,
	Account(u64),
}

/// One call, with everything it says and whether its signatures are good.
#[derive(Clone, Debug)]
pub(super) enum Act {
	Propose {
		keys: u8,
	},
	Approve {
		id: u32,
		keys: u8,
	},
	SuspendMaker {
		id: u32,
	},
	RevokeMaker {
		id: u32,
	},
	Withdraw {
		id: u32,
	},
	SetRootKeys {
		id: u32,
		keys: u8,
	},
	AddModel {
		model: ModelId,
		algorithms: AlgorithmSet,
	},
	Certify {
		model: ModelId,
		certificate: Certificate,
	},
	RemoveModel {
		model: ModelId,
	},
	Register {
		device: usize,
		model: ModelId,
		serial: u8,
		root: u8,
		is_genuine: bool,
	},
	Activate {
		device: usize,
		epoch: u32,
		index: u16,
		key: Offered,
		is_genuine: bool,
	},
	Offer {
		device: usize,
		to: u64,
		expires: u64,
		price: Option<u64>,
	},
	Cancel {
		device: usize,
	},
	Accept {
		device: usize,
		price: Option<u64>,
		epoch: u32,
		index: u16,
		key: Option<Offered>,
		is_genuine: bool,
	},
	AddKey {
		device: usize,
		key: Offered,
	},
	Rotate {
		device: usize,
		replaces: u16,
		key: Offered,
	},
	Carry {
		device: usize,
		signer: DeviceSigner,
		replaces: Option<u16>,
		epoch: u32,
		index: u16,
		key: Offered,
		is_genuine: bool,
	},
	RevokeKey {
		device: usize,
		index: u16,
	},
	PruneKey {
		device: usize,
		index: u16,
	},
	Suspend {
		device: usize,
	},
	ReportLost {
		device: usize,
	},
	Reactivate {
		device: usize,
		epoch: u32,
		is_fresh: bool,
		is_genuine: bool,
	},
	Decommission {
		device: usize,
	},
	Revoke {
		device: usize,
		since: u64,
	},
	PruneDevice {
		device: usize,
	},
	Pause,
	Unpause,
	OpenBatch {
		id: u32,
		number: u32,
		product: u16,
		root: u8,
		is_genuine: bool,
	},
	CloseBatch {
		id: u32,
		number: u32,
	},
	Claim {
		device: usize,
		model: ModelId,
		number: u32,
		index: u32,
		is_genuine: bool,
	},
	Voucher {
		device: usize,
		root: u8,
		expires: Option<u64>,
		handovers: Handovers,
		owner: u64,
		epoch: u32,
		index: u16,
		key: Offered,
		is_genuine: bool,
	},
	NameOperator {
		device: usize,
		operator: u64,
		bits: u8,
		until: u64,
	},
	RemoveOperator {
		device: usize,
		operator: u64,
	},
	Encumber {
		device: usize,
		is_held: bool,
	},
}

/// A key handed in: its number in the pool, its purposes, and whether it signed what it must.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offered {
	pub(super) number: u32,
	pub(super) bits: u8,
	pub(super) is_genuine: bool,
}

/// How often a voucher changed hands, and whether the last holder before the claim really signed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Handovers {
	pub(super) count: u8,
	pub(super) is_genuine: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Maker {
	pub(super) account: u64,
	pub(super) status: ManufacturerStatus,
	pub(super) keys: Vec<DeviceKey>,
	pub(super) next_batch: u32,
}

/// A batch of all the devices there are, of one model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Batch {
	pub(super) product: u16,
	pub(super) claimed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Operator {
	pub(super) bits: u8,
	pub(super) until: u64,
	pub(super) epoch: u32,
	pub(super) payer: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Model {
	pub(super) algorithms: AlgorithmSet,
	pub(super) certificate: Certificate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
	Registered,
	Active,
	Suspended(AuthorityClass),
	Lost,
	Ended { at: u64, since: Option<u64> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Life {
	Live,
	Superseded(u64),
	Dead,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
	pub(super) key: DeviceKey,
	pub(super) bits: u8,
	pub(super) from: u64,
	pub(super) life: Life,
	pub(super) payer: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Device {
	pub(super) model: ModelId,
	pub(super) serial: H256,
	pub(super) owner: u64,
	pub(super) payer: u64,
	pub(super) state: State,
	pub(super) epoch: u32,
	pub(super) next: u16,
	pub(super) keys: BTreeMap<u16, Key>,
	pub(super) offer: Option<(u64, u64, Option<u64>)>,
}

/// Everything there is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct World {
	pub(super) paused: bool,
	pub(super) next_maker: u32,
	pub(super) makers: BTreeMap<u32, Maker>,
	pub(super) models: BTreeMap<ModelId, Model>,
	pub(super) devices: BTreeMap<usize, Device>,
	pub(super) batches: BTreeMap<(u32, u32), Batch>,
	pub(super) operators: BTreeMap<(usize, u64), Operator>,
	pub(super) known: BTreeSet<H256>,
	pub(super) liens: BTreeSet<usize>,
	pub(super) free: BTreeMap<u64, u64>,
	pub(super) held: BTreeMap<(u64, u8), u64>,
}

/// The model says yes or no. Which error comes first is for the other tests.
type Verdict = Option<()>;

fn when(condition: bool) -> Verdict {
	condition.then_some(())
}

impl Device {
	pub(super) fn live(&self) -> impl Iterator<Item = (u16, &Key)> {
		self.keys.iter().filter(|(_, k)| k.life == Life::Live).map(|(i, k)| (*i, k))
	}

	fn can_assert_without(&self, index: Option<u16>) -> bool {
		self.live().any(|(i, k)| Some(i) != index && k.bits & 1 == 1)
	}

	pub(super) fn is_ended(&self) -> bool {
		matches!(self.state, State::Ended { .. })
	}

	fn has_keys(&self) -> bool {
		matches!(self.state, State::Active | State::Suspended(_) | State::Lost)
	}

	fn may_change_hands(&self) -> bool {
		matches!(
			self.state,
			State::Registered |
				State::Active |
				State::Lost | State::Suspended(AuthorityClass::Owner)
		)
	}
}

impl World {
	/// What becomes of the world; `None` when the call must fail and leave it as it is.
	pub(super) fn after(&self, who: Who, act: &Act, now: u64) -> Option<World> {
		let mut world = self.clone();
		world.apply(who, act, now).map(|()| world)
	}

	fn hold(&mut self, who: u64, reason: HoldReason) -> Verdict {
		let (amount, free) = (deposit(reason), self.free.get_mut(&who)?);
		// The existential deposit, 1, stays free.
		*free = free.checked_sub(amount).filter(|rest| *rest >= 1)?;
		*self.held.entry((who, reason as u8)).or_default() += amount;
		Some(())
	}

	fn release(&mut self, who: u64, reason: HoldReason) -> Verdict {
		*self.free.get_mut(&who)? += deposit(reason);
		*self.held.get_mut(&(who, reason as u8))? -= deposit(reason);
		self.held.retain(|_, amount| *amount > 0);
		Some(())
	}

	fn pay(&mut self, from: u64, to: u64, amount: u64) -> Verdict {
		let free = self.free.get_mut(&from)?;
		let rest = free.checked_sub(amount).filter(|rest| *rest >= 1)?;
		if from != to {
			*free = rest;
			*self.free.get_mut(&to)? += amount;
		}
		Some(())
	}

	pub(super) fn is_maker_revoked(&self, model: ModelId) -> bool {
		self.makers
			.get(&model.manufacturer)
			.is_none_or(|m| m.status == ManufacturerStatus::Revoked)
	}

	/// Whether `who` may do what needs the right `bits` to a device that it does not own.
	pub(super) fn operates(&self, who: u64, n: usize, device: &Device, bits: u8, now: u64) -> bool {
		let operator = self.operators.get(&(n, who));
		let counts = |o: &Operator| o.epoch == device.epoch && now < o.until && !device.is_ended();
		operator.is_some_and(|o| counts(o) && o.bits & bits == bits)
	}

	fn class(
		&self,
		who: Who,
		n: usize,
		device: &Device,
		bits: Option<u8>,
		now: u64,
	) -> Option<AuthorityClass> {
		use ManufacturerStatus::{Approved, Proposed};
		let Who::Account(who) = who else {
			return Some(AuthorityClass::Trustee);
		};
		let maker = self.makers.get(&device.model.manufacturer)?;
		if maker.account == who && matches!(maker.status, Approved | Proposed) {
			return Some(AuthorityClass::Manufacturer);
		}
		let operates = bits.is_some_and(|bits| self.operates(who, n, device, bits, now));
		(device.owner == who || operates).then_some(AuthorityClass::Owner)
	}

	/// Brings a device onto the chain, if nothing speaks against it.
	fn start_device(
		&mut self,
		device: usize,
		model: ModelId,
		serial: H256,
		payer: u64,
		now: u64,
	) -> Verdict {
		let maker = self.makers.get(&model.manufacturer)?;
		let owner = maker.account;
		when(maker.status == ManufacturerStatus::Approved)?;
		let Model { algorithms, certificate } = self.models.get(&model)?;
		let key = identity(device).identity.key();
		when(certificate.admits(now) && algorithms.allows(key.algorithm()))?;
		let is_taken = |d: &Device| d.model == model && d.serial == serial;
		when(!self.devices.values().any(is_taken))?;
		when(self.known.insert(key.fingerprint()))?;
		self.hold(payer, HoldReason::Device)?;
		let (keys, offer, state) = (BTreeMap::new(), None, State::Registered);
		let (epoch, next) = (0, 0);
		self.devices.insert(
			device,
			Device { model, serial, owner, payer, state, epoch, next, keys, offer },
		);
		Some(())
	}

	/// Moves the deposit and the device to `who`. Whether the key `kept` goes on, and may assert
	/// data, is returned.
	fn hand_over(
		&mut self,
		device: &mut Device,
		who: u64,
		epoch: u32,
		kept: Option<u16>,
	) -> Option<bool> {
		self.hold(who, HoldReason::Device)?;
		self.release(device.payer, HoldReason::Device)?;
		(device.owner, device.payer, device.epoch) = (who, who, epoch);
		(device.state, device.offer) = (State::Active, None);
		let mut is_kept = false;
		for (i, record) in &mut device.keys {
			if record.life == Life::Live && Some(*i) == kept {
				self.hold(who, HoldReason::Key)?;
				self.release(record.payer, HoldReason::Key)?;
				record.payer = who;
				is_kept = record.bits & 1 == 1;
			} else if record.life == Life::Live {
				record.life = Life::Dead;
			}
		}
		Some(is_kept)
	}

	fn maker_of(&self, who: u64, id: u32) -> Option<Maker> {
		self.makers.get(&id).filter(|m| m.account == who).cloned()
	}

	/// Gives `device` a key, if the key is good and there is room beside `staying` others.
	fn start_key(
		&mut self,
		device: &mut Device,
		payer: u64,
		key: Offered,
		staying: usize,
		now: u64,
	) -> Verdict {
		let public = pool(key.number).key();
		when(self.models.get(&device.model)?.algorithms.allows(public.algorithm()))?;
		when(staying < MAX_LIVE_KEYS as usize && device.keys.len() < MAX_KEY_RECORDS as usize)?;
		when(self.known.insert(public.fingerprint()) && key.is_genuine)?;
		self.hold(payer, HoldReason::Key)?;
		let record = Key { key: public, bits: key.bits, from: now, life: Life::Live, payer };
		device.keys.insert(device.next, record);
		device.next += 1;
		Some(())
	}

	fn apply(&mut self, who: Who, act: &Act, now: u64) -> Verdict {
		match (who, act) {
			(Who::Trustees, Act::Approve { id, keys }) => {
				let maker = self.makers.get_mut(id)?;
				use ManufacturerStatus::{Approved, Proposed, Suspended};
				when(matches!(maker.status, Proposed | Suspended))?;
				when(maker.keys == root_set(*keys))?;
				maker.status = Approved;
			},
			(Who::Trustees, Act::SuspendMaker { id }) => {
				let maker = self.makers.get_mut(id)?;
				use ManufacturerStatus::{Approved, Proposed, Suspended};
				when(matches!(maker.status, Proposed | Approved))?;
				maker.status = Suspended;
			},
			(Who::Trustees, Act::RevokeMaker { id }) => {
				let maker = self.makers.get_mut(id)?;
				when(maker.status != ManufacturerStatus::Revoked)?;
				maker.status = ManufacturerStatus::Revoked;
			},
			(Who::Trustees, Act::Certify { model, certificate }) => {
				let model = self.models.get_mut(model)?;
				when(model.certificate != Certificate::Revoked)?;
				model.certificate = *certificate;
			},
			(Who::Trustees, Act::Pause) => self.paused = true,
			(Who::Trustees, Act::Unpause) => self.paused = false,
			(_, Act::Suspend { .. } | Act::Reactivate { .. } | Act::Revoke { .. }) => {
				return self.apply_care(who, act, now);
			},
			(_, Act::Encumber { device, is_held }) =>
				if *is_held {
					self.liens.insert(*device);
				} else {
					self.liens.remove(device);
				},
			(Who::Account(who), _) => return self.apply_signed(who, act, now),
			_ => return None,
		}
		Some(())
	}

	/// What trustees and accounts may both do.
	fn apply_care(&mut self, who: Who, act: &Act, now: u64) -> Verdict {
		let (Act::Suspend { device: n } |
		Act::Reactivate { device: n, .. } |
		Act::Revoke { device: n, .. }) = act
		else {
			return None;
		};
		let mut device = self.devices.get(n)?.clone();
		let class = self.class(who, *n, &device, right_of(act), now)?;
		match act {
			Act::Suspend { .. } => {
				when(match device.state {
					State::Active => true,
					State::Suspended(by) => class > by,
					_ => false,
				})?;
				device.state = State::Suspended(class);
			},
			Act::Reactivate { epoch, is_fresh, is_genuine, .. } => {
				when(match device.state {
					State::Suspended(by) => class >= by,
					State::Lost => who == Who::Account(device.owner),
					_ => false,
				})?;
				when(*epoch == device.epoch && *is_fresh && *is_genuine)?;
				when(device.can_assert_without(None))?;
				device.state = State::Active;
			},
			Act::Revoke { since, .. } => {
				let is_revoked = matches!(device.state, State::Ended { since: Some(_), .. });
				when(class > AuthorityClass::Owner && !is_revoked && *since <= now)?;
				end(&mut device, State::Ended { at: now, since: Some(*since) });
			},
			_ => return None,
		}
		self.devices.insert(*n, device);
		Some(())
	}

	fn apply_signed(&mut self, who: u64, act: &Act, now: u64) -> Verdict {
		let adds = matches!(
			act,
			Act::Propose { .. } |
				Act::AddModel { .. } |
				Act::Register { .. } |
				Act::Activate { .. } |
				Act::Offer { .. } |
				Act::Accept { .. } |
				Act::AddKey { .. } |
				Act::Carry { replaces: None, .. } |
				Act::OpenBatch { .. } |
				Act::Claim { .. } |
				Act::Voucher { .. } |
				Act::NameOperator { .. }
		);
		when(!(adds && self.paused))?;
		match act {
			Act::Propose { keys } => {
				let keys = root_set(*keys);
				when(!keys.is_empty())?;
				self.hold(who, HoldReason::Manufacturer)?;
				let status = ManufacturerStatus::Proposed;
				let maker = Maker { account: who, status, keys, next_batch: 0 };
				self.makers.insert(self.next_maker, maker);
				self.next_maker += 1;
			},
			Act::Withdraw { id } => {
				self.maker_of(who, *id)?;
				when(self.models.keys().all(|m| m.manufacturer != *id))?;
				when(self.batches.keys().all(|(maker, _)| maker != id))?;
				self.makers.remove(id);
				self.release(who, HoldReason::Manufacturer)?;
			},
			Act::SetRootKeys { id, keys } => {
				use ManufacturerStatus::{Approved, Proposed};
				let maker = self.maker_of(who, *id)?;
				let keys = root_set(*keys);
				when(matches!(maker.status, Approved | Proposed) && !keys.is_empty())?;
				self.makers.insert(*id, Maker { status: Proposed, keys, ..maker });
			},
			Act::AddModel { model, algorithms } => {
				let maker = self.maker_of(who, model.manufacturer)?;
				when(maker.status == ManufacturerStatus::Approved)?;
				let (certificate, algorithms) = (Certificate::Provisional, *algorithms);
				let former = self.models.insert(*model, Model { algorithms, certificate });
				when(former.is_none())?;
				self.hold(who, HoldReason::Model)?;
			},
			Act::RemoveModel { model } => {
				self.maker_of(who, model.manufacturer)?;
				when(self.devices.values().all(|d| d.model != *model))?;
				self.models.remove(model)?;
				self.release(who, HoldReason::Model)?;
			},
			Act::Register { device, model, serial, root, is_genuine } => {
				let maker = self.maker_of(who, model.manufacturer)?;
				when(maker.keys.first() == root_set(*root).first() && *is_genuine)?;
				self.start_device(*device, *model, serial_of(*serial), who, now)?;
			},
			Act::OpenBatch { id, number, product, root, is_genuine } => {
				let mut maker = self.maker_of(who, *id)?;
				when(maker.status == ManufacturerStatus::Approved && *is_genuine)?;
				when(maker.keys.first() == root_set(*root).first())?;
				when(maker.next_batch == *number)?;
				maker.next_batch += 1;
				self.makers.insert(*id, maker);
				self.hold(who, HoldReason::Batch)?;
				self.batches.insert((*id, *number), Batch { product: *product, claimed: 0 });
			},
			Act::CloseBatch { id, number } => {
				self.maker_of(who, *id)?;
				self.batches.remove(&(*id, *number))?;
				self.release(who, HoldReason::Batch)?;
			},
			Act::Claim { device, model, number, index, is_genuine } => {
				let batch = self.batches.get_mut(&(model.manufacturer, *number))?;
				when(batch.product == model.product && *index == *device as u32 && *is_genuine)?;
				batch.claimed += 1;
				self.start_device(*device, *model, serial_of(*device as u8), who, now)?;
			},
			Act::RemoveOperator { device, operator } => {
				let former = self.operators.get(&(*device, *operator))?;
				let counts = self.devices.get(device).is_some_and(|d| {
					d.owner != who && self.operates(*operator, *device, d, former.bits, now)
				});
				when(who == *operator || !counts)?;
				let former = self.operators.remove(&(*device, *operator))?;
				self.release(former.payer, HoldReason::Operator)?;
			},
			Act::PruneDevice { device } => {
				let device = self.devices.remove(device)?;
				let State::Ended { at, .. } = device.state else { return None };
				when(now - at >= RETENTION)?;
				self.release(device.payer, HoldReason::Device)?;
				for key in device.keys.values() {
					self.release(key.payer, HoldReason::Key)?;
				}
			},
			_ => {
				let n = device_of(act)?;
				let mut device = self.devices.get(&n)?.clone();
				self.apply_to_device(who, act, now, n, &mut device)?;
				self.devices.insert(n, device);
			},
		}
		Some(())
	}

	fn apply_to_device(
		&mut self,
		who: u64,
		act: &Act,
		now: u64,
		n: usize,
		device: &mut Device,
	) -> Verdict {
		let by_anyone = matches!(
			act,
			Act::Accept { .. } | Act::Carry { .. } | Act::PruneKey { .. } | Act::Voucher { .. }
		);
		let as_operator =
			right_of(act).is_some_and(|bits| self.operates(who, n, device, bits, now));
		when(by_anyone || device.owner == who || as_operator)?;
		let live = device.live().count();
		match act {
			Act::Activate { epoch, index, key, is_genuine, .. } => {
				when(device.state == State::Registered && *is_genuine && key.bits & 1 == 1)?;
				when(*epoch == 1 && *index == 0 && !self.is_maker_revoked(device.model))?;
				if device.payer != who {
					self.hold(who, HoldReason::Device)?;
					self.release(device.payer, HoldReason::Device)?;
					device.payer = who;
				}
				self.start_key(device, who, *key, 0, now)?;
				(device.state, device.epoch, device.offer) = (State::Active, 1, None);
			},
			Act::Offer { to, expires, price, .. } => {
				when(device.may_change_hands() && !self.liens.contains(&n))?;
				when(*expires > now && *expires - now <= MAX_TERM)?;
				when(!self.is_maker_revoked(device.model))?;
				device.offer = Some((*to, *expires, *price));
			},
			Act::Cancel { .. } => {
				device.offer.take()?;
			},
			Act::Accept { price, epoch, index, key, is_genuine, .. } => {
				let (to, expires, wanted) = device.offer.take()?;
				when(to == who && now < expires && wanted == *price && *is_genuine)?;
				when(device.may_change_hands() && !self.liens.contains(&n))?;
				when(*epoch == device.epoch + 1 && !self.is_maker_revoked(device.model))?;
				self.pay(who, device.owner, price.unwrap_or(0))?;
				let kept = if key.is_none() { Some(*index) } else { None };
				let is_kept = self.hand_over(device, who, *epoch, kept)?;
				match key {
					Some(key) => {
						when(*index == device.next && key.bits & 1 == 1)?;
						self.start_key(device, who, *key, 0, now)?;
					},
					None => when(is_kept)?,
				}
			},
			Act::Voucher {
				root, expires, handovers, owner, epoch, index, key, is_genuine, ..
			} => {
				when(device.state == State::Registered && device.epoch == 0)?;
				when(!self.liens.contains(&n) && *owner == who && *is_genuine)?;
				let maker = self.makers.get(&device.model.manufacturer)?;
				when(maker.status == ManufacturerStatus::Approved)?;
				when(maker.keys.first() == root_set(*root).first())?;
				when(expires.is_none_or(|at| now < at) && handovers.is_genuine)?;
				when(*epoch == 1 && *index == 0 && key.bits & 1 == 1)?;
				self.hand_over(device, who, *epoch, None)?;
				self.start_key(device, who, *key, 0, now)?;
			},
			Act::NameOperator { operator, bits, until, .. } => {
				when(!device.is_ended() && *until > now)?;
				let former = self.operators.get(&(n, *operator)).copied();
				if former.is_none_or(|former| former.payer != who) {
					self.hold(who, HoldReason::Operator)?;
					if let Some(former) = former {
						self.release(former.payer, HoldReason::Operator)?;
					}
				}
				let (bits, until, epoch, payer) = (*bits, *until, device.epoch, who);
				self.operators.insert((n, *operator), Operator { bits, until, epoch, payer });
			},
			Act::AddKey { key, .. } => {
				when(device.has_keys())?;
				self.start_key(device, who, *key, live, now)?;
			},
			Act::Rotate { replaces, key, .. } => {
				when(device.has_keys())?;
				self.change_key(device, who, Some(*replaces), *key, now)?;
			},
			Act::Carry { signer, replaces, epoch, index, key, is_genuine, .. } => {
				when(device.state == State::Active && *is_genuine)?;
				when(*epoch == device.epoch && *index == device.next)?;
				if let DeviceSigner::Operational(i) = signer {
					let (_, own) = device.live().find(|(live, _)| live == i)?;
					when(*replaces == Some(*i) && own.bits & key.bits == key.bits)?;
				}
				self.change_key(device, who, *replaces, *key, now)?;
			},
			Act::RevokeKey { index, .. } => {
				let left = device.can_assert_without(Some(*index));
				when(device.state != State::Active || left)?;
				let key = device.keys.get_mut(index)?;
				when(key.life != Life::Dead)?;
				key.life = Life::Dead;
			},
			Act::PruneKey { index, .. } => {
				let key = device.keys.remove(index)?;
				when(match key.life {
					Life::Live => false,
					Life::Superseded(at) => now - at > GRACE,
					Life::Dead => true,
				})?;
				self.release(key.payer, HoldReason::Key)?;
			},
			Act::ReportLost { .. } => {
				when(device.state == State::Active)?;
				device.state = State::Lost;
				device.offer = None;
			},
			Act::Decommission { .. } => {
				when(!device.is_ended() && !self.liens.contains(&n))?;
				end(device, State::Ended { at: now, since: None });
			},
			_ => return None,
		}
		Some(())
	}

	fn change_key(
		&mut self,
		device: &mut Device,
		payer: u64,
		replaces: Option<u16>,
		key: Offered,
		now: u64,
	) -> Verdict {
		let stays = device.can_assert_without(replaces) || key.bits & 1 == 1;
		when(device.state != State::Active || stays)?;
		if let Some(old) = replaces {
			let old = device.keys.get_mut(&old).filter(|k| k.life == Life::Live)?;
			old.life = Life::Superseded(now);
		}
		let staying = device.live().count();
		self.start_key(device, payer, key, staying, now)
	}
}

fn end(device: &mut Device, state: State) {
	device.state = state;
	device.offer = None;
	for key in device.keys.values_mut().filter(|k| k.life == Life::Live) {
		key.life = Life::Dead;
	}
}

/// What an operator needs to be let do this; `None` when no right opens it.
fn right_of(act: &Act) -> Option<u8> {
	match act {
		Act::AddKey { .. } | Act::Rotate { .. } | Act::RevokeKey { .. } => Some(1),
		Act::Suspend { .. } => Some(2),
		Act::Reactivate { .. } => Some(4),
		Act::ReportLost { .. } => Some(8),
		_ => None,
	}
}

/// The device that a call is about.
pub(super) fn device_of(act: &Act) -> Option<usize> {
	use Act::*;
	match act {
		Activate { device, .. } |
		Offer { device, .. } |
		Cancel { device } |
		Accept { device, .. } |
		AddKey { device, .. } |
		Rotate { device, .. } |
		Carry { device, .. } |
		RevokeKey { device, .. } |
		PruneKey { device, .. } |
		Voucher { device, .. } |
		NameOperator { device, .. } |
		ReportLost { device } |
		Decommission { device } => Some(*device),
		_ => None,
	}
}
