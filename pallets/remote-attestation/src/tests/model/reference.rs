// SPDX-License-Identifier: Apache-2.0

//! The rules once more, as short as they can be written.

use super::*;

/// Who calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Who {
	Trustees,
	Account(u64),
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
	Register,
	Approve(u64),
	Suspend(u64),
	Withdraw,
	Request(DeviceId),
	PruneChallenge(DeviceId),
	Post(DeviceId, ResultClaims),
	Retract(DeviceId),
	PruneResult(DeviceId),
	SetPolicy(ModelId, TrustPurpose, Policy),
	RemovePolicy(ModelId, TrustPurpose),
	Pause,
	Unpause,
}

/// Epoch and halts: what must not have changed.
pub(super) type Stand = (u32, u32);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Challenge {
	pub(super) nonce: H256,
	pub(super) issued: u64,
	pub(super) stand: Stand,
	pub(super) depositor: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Finding {
	pub(super) verifier: u64,
	pub(super) generation: Generation,
	pub(super) claims: ResultClaims,
	pub(super) issued_at: Moment,
	pub(super) stand: Stand,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct World {
	pub(super) paused: bool,
	pub(super) registrations: u64,
	pub(super) issued: u64,
	pub(super) verifiers: BTreeMap<u64, (Generation, VerifierStatus)>,
	pub(super) challenges: BTreeMap<DeviceId, Challenge>,
	pub(super) results: BTreeMap<DeviceId, Finding>,
	pub(super) policies: BTreeMap<(ModelId, TrustPurpose), Policy>,
	pub(super) devices: BTreeMap<DeviceId, DeviceLife<u64>>,
	pub(super) free: BTreeMap<u64, u64>,
	pub(super) held: BTreeMap<(u64, u8), u64>,
}

/// `None` when the chain has to refuse.
type Verdict<V = ()> = Option<V>;

fn when(condition: bool) -> Verdict {
	condition.then_some(())
}

impl World {
	/// The world after `act`, when it is allowed.
	pub(super) fn after(&self, who: Who, act: &Act, now: Moment, block: u64) -> Verdict<Self> {
		let mut world = self.clone();
		match (who, *act) {
			(Who::Trustees, act) => world.govern(act)?,
			(Who::Account(who), act) => world.apply(who, act, now, block)?,
		}
		Some(world)
	}

	/// Epoch and halts of a device that has not ended.
	fn stand(&self, device: DeviceId) -> Verdict<Stand> {
		let life = self.devices.get(&device)?;
		when(!matches!(life.state, DeviceState::Decommissioned | DeviceState::Revoked))?;
		Some((life.epoch, life.halts))
	}

	pub(super) fn is_open(&self, device: DeviceId, block: u64) -> bool {
		self.challenges.get(&device).is_some_and(|challenge| {
			block < challenge.issued + PERIOD && self.stand(device) == Some(challenge.stand)
		})
	}

	fn hold(&mut self, who: u64, reason: HoldReason) -> Verdict {
		let amount = deposit(reason);
		let free = self.free.get_mut(&who)?;
		// An account keeps at least 1.
		when(*free > amount)?;
		*free -= amount;
		*self.held.get_mut(&(who, reason as u8))? += amount;
		Some(())
	}

	fn release(&mut self, who: u64, reason: HoldReason) -> Verdict {
		*self.held.get_mut(&(who, reason as u8))? -= deposit(reason);
		*self.free.get_mut(&who)? += deposit(reason);
		Some(())
	}

	/// Lets `new` pay instead of `old`, who may be the same or nobody.
	fn pay_instead(&mut self, new: u64, old: Option<u64>, reason: HoldReason) -> Verdict {
		if old != Some(new) {
			self.hold(new, reason)?;
			old.map_or(Some(()), |old| self.release(old, reason))?;
		}
		Some(())
	}

	fn govern(&mut self, act: Act) -> Verdict {
		use VerifierStatus::{Approved, Suspended};
		match act {
			Act::Approve(who) | Act::Suspend(who) => {
				let status = if matches!(act, Act::Approve(_)) { Approved } else { Suspended };
				let verifier = self.verifiers.get_mut(&who)?;
				when(verifier.1 != status)?;
				verifier.1 = status;
			},
			Act::Retract(device) => {
				let verifier = self.results.remove(&device)?.verifier;
				self.release(verifier, HoldReason::Result)?;
			},
			Act::SetPolicy(model, purpose, policy) => {
				when(model != UNKNOWN_MODEL && policy.max_age > 0)?;
				let floor = match purpose {
					TrustPurpose::SensorData | TrustPurpose::Oracle => 0,
					TrustPurpose::Metering => 1,
					TrustPurpose::Medical => 3,
				};
				when(policy.tiers.bits() < 8 && policy.min_debug as u8 >= floor)?;
				self.policies.insert((model, purpose), policy);
			},
			Act::RemovePolicy(model, purpose) => {
				self.policies.remove(&(model, purpose))?;
			},
			Act::Pause => self.paused = true,
			Act::Unpause => self.paused = false,
			_ => return None,
		}
		Some(())
	}

	fn apply(&mut self, who: u64, act: Act, now: Moment, block: u64) -> Verdict {
		match act {
			Act::Register => {
				when(!self.paused && !self.verifiers.contains_key(&who))?;
				self.hold(who, HoldReason::Verifier)?;
				self.verifiers.insert(who, (self.registrations, VerifierStatus::Proposed));
				self.registrations += 1;
			},
			Act::Withdraw => {
				self.verifiers.remove(&who)?;
				self.release(who, HoldReason::Verifier)?;
			},
			Act::Request(device) => {
				let stand = self.stand(device)?;
				when(!self.paused && !self.is_open(device, block))?;
				let former = self.challenges.get(&device).map(|former| former.depositor);
				self.pay_instead(who, former, HoldReason::Challenge)?;
				let nonce = nonce_of(device, self.issued, block);
				let challenge = Challenge { nonce, issued: block, stand, depositor: who };
				self.challenges.insert(device, challenge);
				self.issued += 1;
			},
			Act::PruneChallenge(device) => {
				when(!self.is_open(device, block))?;
				let depositor = self.challenges.remove(&device)?.depositor;
				self.release(depositor, HoldReason::Challenge)?;
			},
			Act::Post(device, claims) => {
				let (generation, status) = *self.verifiers.get(&who)?;
				when(status == VerifierStatus::Approved && self.is_open(device, block))?;
				let challenge = self.challenges.remove(&device)?;
				when(challenge.nonce == claims.nonce)?;
				when(claims.expires > now && claims.expires <= now + MAX_TERM)?;
				let former = self.results.get(&device).map(|former| former.verifier);
				self.pay_instead(who, former, HoldReason::Result)?;
				self.release(challenge.depositor, HoldReason::Challenge)?;
				let (verifier, stand) = (who, challenge.stand);
				let issued_at = now;
				let finding = Finding { verifier, generation, claims, issued_at, stand };
				self.results.insert(device, finding);
			},
			Act::Retract(device) => {
				when(self.results.remove(&device)?.verifier == who)?;
				self.release(who, HoldReason::Result)?;
			},
			Act::PruneResult(device) => {
				let finding = self.results.remove(&device)?;
				let is_here = self
					.verifiers
					.get(&finding.verifier)
					.is_some_and(|(generation, _)| *generation == finding.generation);
				let is_bad = finding.claims.tier == Tier::Contraindicated;
				let has_ended = self.stand(device).is_none();
				when(has_ended || now >= finding.claims.expires || !(is_here || is_bad))?;
				self.release(finding.verifier, HoldReason::Result)?;
			},
			_ => return None,
		}
		Some(())
	}

	/// Whether the device can be relied on, or else why not, by the words of the rules.
	pub(super) fn appraisal(
		&self,
		device: DeviceId,
		purpose: TrustPurpose,
		now: Moment,
	) -> Result<(), Distrust> {
		let life = self.devices.get(&device).ok_or(Distrust::UnknownDevice)?;
		let Some(policy) = self.policies.get(&(life.model, purpose)) else {
			return match self.results.get(&device) {
				Some(warning)
					if warning.claims.tier == Tier::Contraindicated &&
						warning.stand == (life.epoch, life.halts) &&
						self.verifiers.get(&warning.verifier) ==
							Some(&(warning.generation, VerifierStatus::Approved)) &&
						now < warning.claims.expires =>
					Err(Distrust::AttestationRefused),
				_ => Ok(()),
			};
		};
		let finding = self.results.get(&device).ok_or(Distrust::NotAttested)?;
		let approved = Some(&(finding.generation, VerifierStatus::Approved));
		let is_old = now - finding.issued_at > policy.max_age || now >= finding.claims.expires;
		if finding.stand != (life.epoch, life.halts) {
			Err(Distrust::NotAttested)
		} else if self.verifiers.get(&finding.verifier) != approved {
			Err(Distrust::VerifierNotApproved)
		} else if is_old {
			Err(Distrust::AttestationExpired)
		} else if policy.tiers.bits() >> finding.claims.tier as u8 & 1 == 0 {
			Err(Distrust::AttestationRefused)
		} else if (finding.claims.debug as u8) < policy.min_debug as u8 {
			Err(Distrust::DebugEnabled)
		} else {
			Ok(())
		}
	}
}

/// The nonce of a challenge, by the bytes.
fn nonce_of(device: DeviceId, number: u64, block: u64) -> H256 {
	let mut bytes = b"mote:challenge".to_vec();
	bytes.extend(hash_of(block - 1).0);
	bytes.extend(device.0 .0);
	bytes.extend(number.to_le_bytes());
	H256(blake2_256(&bytes))
}
