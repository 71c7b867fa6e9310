// SPDX-License-Identifier: Apache-2.0

//! What is right. No storage, no `T: Config`, no events: values in, values out.

use crate::types::*;
use mote_primitives::{DeviceState, KeyPurposes, NoAuthority, TrustPurpose};
use sp_core::H256;

impl ManufacturerStatus {
	/// Whether models and devices may be registered.
	pub fn may_register(self) -> bool {
		matches!(self, Self::Approved)
	}

	/// Whether the manufacturer may act on devices it made. One that the trustees stopped may not:
	/// whoever took its account over must not be able to switch its customers' devices off.
	pub fn may_act_on_devices(self) -> bool {
		matches!(self, Self::Approved | Self::Proposed)
	}

	/// Whether the trustees can approve it.
	pub fn can_be_approved(self) -> bool {
		matches!(self, Self::Proposed | Self::Suspended)
	}

	/// Whether it may replace its root keys.
	pub fn may_change_keys(self) -> bool {
		matches!(self, Self::Proposed | Self::Approved)
	}
}

impl Certificate {
	/// Whether devices may be registered at `now`.
	pub fn admits(&self, now: Moment) -> bool {
		match self {
			Self::Provisional => true,
			Self::Certified { until, .. } => now < *until,
			Self::Revoked => false,
		}
	}
}

impl DeviceStatus {
	/// The state without its circumstances.
	pub fn state(&self) -> DeviceState {
		match self {
			Self::Registered => DeviceState::Registered,
			Self::Active => DeviceState::Active,
			Self::Suspended { .. } => DeviceState::Suspended,
			Self::Lost { .. } => DeviceState::Lost,
			Self::Decommissioned { .. } => DeviceState::Decommissioned,
			Self::Revoked { .. } => DeviceState::Revoked,
		}
	}

	/// Whether the device never comes back.
	pub fn is_terminal(&self) -> bool {
		self.ended_at().is_some()
	}

	/// When a terminal state was entered.
	pub fn ended_at(&self) -> Option<Moment> {
		match self {
			Self::Decommissioned { at } | Self::Revoked { at, .. } => Some(*at),
			_ => None,
		}
	}

	/// Whether the device may go to another owner. A suspension by manufacturer or trustees cannot
	/// be escaped by selling.
	pub fn is_transferable(&self) -> bool {
		match self {
			Self::Registered | Self::Active | Self::Lost { .. } => true,
			Self::Suspended { by, .. } => *by == AuthorityClass::Owner,
			Self::Decommissioned { .. } | Self::Revoked { .. } => false,
		}
	}

	/// Whether `by` may suspend: an active device, or one that a lower class has suspended, so that
	/// an owner cannot forestall a recall. Not a lost one: whoever lifted that suspension would
	/// undo the owner's report.
	pub fn can_be_suspended(&self, by: AuthorityClass) -> bool {
		match self {
			Self::Active => true,
			Self::Suspended { by: held_by, .. } => by > *held_by,
			_ => false,
		}
	}

	/// What the device must sign to come back, if `by` may lift what keeps it out of use.
	///
	/// A suspension can be lifted by the same or a higher class, a loss by the owner alone.
	pub fn can_be_lifted(&self, by: AuthorityClass, is_owner: bool) -> Result<H256, NotLiftable> {
		match self {
			Self::Suspended { by: held_by, nonce, .. } if by >= *held_by => Ok(*nonce),
			Self::Lost { nonce, .. } if is_owner => Ok(*nonce),
			Self::Suspended { .. } | Self::Lost { .. } => Err(NotLiftable::Outranked),
			_ => Err(NotLiftable::NotOutOfUse),
		}
	}

	/// Whether the owner may give the device other operational keys.
	pub fn has_keys(&self) -> bool {
		matches!(self, Self::Active | Self::Suspended { .. } | Self::Lost { .. })
	}
}

/// Why a device stays out of use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotLiftable {
	/// It is neither suspended nor lost.
	NotOutOfUse,
	/// Somebody of a higher class suspended it, or it is lost and the caller does not own it.
	Outranked,
}

impl DeviceClass {
	/// Whether devices of this class can be relied on for `purpose`: only a meter meters, and only
	/// a medical device treats.
	pub fn serves(self, purpose: TrustPurpose) -> bool {
		match purpose {
			TrustPurpose::SensorData | TrustPurpose::Oracle => true,
			TrustPurpose::Metering => matches!(self, Self::Meter),
			TrustPurpose::Medical => matches!(self, Self::Medical),
		}
	}
}

impl<AccountId, Ticket> OperatorRecord<AccountId, Ticket> {
	/// Whether the operator may do anything at `now`, on a device in ownership period `epoch`.
	pub fn is_in_force(&self, epoch: Epoch, now: Moment) -> bool {
		self.epoch == epoch && now < self.until
	}
}

impl KeyStatus {
	/// Whether the key counts now.
	pub fn is_live(&self) -> bool {
		matches!(self, Self::Live)
	}

	/// Whether nothing can be accepted from the key any more at `now`.
	pub fn is_dead(&self, now: Moment, grace: Moment) -> bool {
		match self {
			Self::Live => false,
			Self::Superseded { at } => now.saturating_sub(*at) > grace,
			Self::Revoked { .. } | Self::OwnerChanged { .. } | Self::DeviceEnded { .. } => true,
		}
	}
}

/// Whether a key may speak at `now` for the moment `at`, for `purpose`. Asks for the time only
/// where it matters.
///
/// A superseded key speaks for moments before it was superseded, until `grace` milliseconds have
/// passed since. A revoked key speaks for no moment.
pub fn key_authority(
	status: &KeyStatus,
	purposes: KeyPurposes,
	valid_from: Moment,
	purpose: KeyPurposes,
	at: Moment,
	now: impl FnOnce() -> Moment,
	grace: Moment,
) -> Result<(), NoAuthority> {
	if !purposes.contains(purpose) {
		return Err(NoAuthority::WrongPurpose);
	}
	if at < valid_from {
		return Err(NoAuthority::NotYetValid);
	}
	match status {
		KeyStatus::Live => Ok(()),
		KeyStatus::Superseded { at: since } if at < *since && !status.is_dead(now(), grace) =>
			Ok(()),
		KeyStatus::Superseded { .. } => Err(NoAuthority::Superseded),
		_ => Err(NoAuthority::KeyRevoked),
	}
}

/// Whether an operational key may authorise its own replacement: the same key, and not for more
/// than it may do itself.
pub fn may_replace_itself(
	signer: KeyIndex,
	own: KeyPurposes,
	replaces: Option<KeyIndex>,
	wanted: KeyPurposes,
) -> bool {
	replaces == Some(signer) && own.contains(wanted)
}

/// How many key indices are kept for the owner and the identity key. Indices are never given out
/// again, so whoever may change keys could use all of them up, and the device could not even be
/// handed over with a fresh key.
pub const RESERVED_KEY_INDICES: KeyIndex = 1_024;

/// Whether the index `next` may be given out: to the owner and the identity key, or to an operator
/// and an operational key, which leave a reserve.
pub fn has_index(next: KeyIndex, is_owner: bool) -> bool {
	let reserve = if is_owner { 0 } else { RESERVED_KEY_INDICES };
	next < KeyIndex::MAX.saturating_sub(reserve)
}

#[cfg(test)]
mod tests {
	use super::*;

	const NONCE: H256 = H256::repeat_byte(7);

	fn every_status() -> [DeviceStatus; 8] {
		let suspended = |by| DeviceStatus::Suspended {
			by,
			reason: SuspensionReason::Security,
			at: 1,
			nonce: NONCE,
		};
		[
			DeviceStatus::Registered,
			DeviceStatus::Active,
			suspended(AuthorityClass::Owner),
			suspended(AuthorityClass::Manufacturer),
			suspended(AuthorityClass::Trustee),
			DeviceStatus::Lost { at: 1, nonce: NONCE },
			DeviceStatus::Decommissioned { at: 1 },
			DeviceStatus::Revoked { at: 1, compromised_since: 0 },
		]
	}

	#[test]
	fn transfer_should_be_possible_only_when_no_higher_class_objects() {
		let possible = every_status().map(|s| s.is_transferable());
		assert_eq!(possible, [true, true, true, false, false, true, false, false]);
	}

	#[test]
	fn suspension_should_be_open_to_higher_classes_only_when_already_out_of_use() {
		use AuthorityClass::*;
		let by = |class| every_status().map(|s| s.can_be_suspended(class));
		assert_eq!(by(Owner), [false, true, false, false, false, false, false, false]);
		assert_eq!(by(Manufacturer), [false, true, true, false, false, false, false, false]);
		assert_eq!(by(Trustee), [false, true, true, true, false, false, false, false]);
	}

	#[test]
	fn lifting_should_need_the_same_or_a_higher_class() {
		use AuthorityClass::*;
		let by = |class, is_owner| every_status().map(|s| s.can_be_lifted(class, is_owner).is_ok());
		assert_eq!(by(Owner, true), [false, false, true, false, false, true, false, false]);
		assert_eq!(by(Manufacturer, false), [false, false, true, true, false, false, false, false]);
		assert_eq!(by(Trustee, false), [false, false, true, true, true, false, false, false]);
	}

	#[test]
	fn terminal_states_should_allow_nothing() {
		for status in every_status().into_iter().filter(|s| s.is_terminal()) {
			assert!(!status.is_transferable() && !status.has_keys());
			assert!(!status.can_be_suspended(AuthorityClass::Trustee));
			assert_eq!(
				status.can_be_lifted(AuthorityClass::Trustee, true),
				Err(NotLiftable::NotOutOfUse)
			);
		}
	}

	#[test]
	fn certificate_should_admit_until_its_end() {
		let certified = Certificate::Certified { document: NONCE, until: 10 };
		assert!(Certificate::Provisional.admits(u64::MAX));
		assert!(certified.admits(9) && !certified.admits(10));
		assert!(!Certificate::Revoked.admits(0));
	}

	#[test]
	fn superseded_key_should_speak_for_the_past_within_the_grace_period_only() {
		let status = KeyStatus::Superseded { at: 100 };
		let ask = |at, now| {
			let assert = KeyPurposes::ASSERT;
			key_authority(&status, assert, 50, assert, at, || now, 10)
		};
		assert_eq!(ask(99, 110), Ok(()));
		assert_eq!(ask(100, 110), Err(NoAuthority::Superseded));
		assert_eq!(ask(99, 111), Err(NoAuthority::Superseded));
		assert_eq!(ask(49, 100), Err(NoAuthority::NotYetValid));
	}

	#[test]
	fn revoked_key_should_speak_for_no_moment() {
		let status = KeyStatus::Revoked { at: 100, reason: RevocationReason::Compromised };
		for at in [50, 99, 100, 101] {
			assert_eq!(
				key_authority(
					&status,
					KeyPurposes::ASSERT,
					50,
					KeyPurposes::ASSERT,
					at,
					|| 100,
					10
				),
				Err(NoAuthority::KeyRevoked)
			);
		}
	}

	#[test]
	fn key_should_speak_only_for_its_purposes() {
		assert_eq!(
			key_authority(
				&KeyStatus::Live,
				KeyPurposes::ASSERT,
				0,
				KeyPurposes::AUTHENTICATE,
				1,
				|| 1,
				0
			),
			Err(NoAuthority::WrongPurpose)
		);
	}

	#[test]
	fn operational_key_should_replace_only_itself_and_gain_nothing() {
		let both = KeyPurposes::new(3).unwrap();
		let assert = KeyPurposes::ASSERT;
		assert!(may_replace_itself(1, both, Some(1), assert));
		assert!(!may_replace_itself(1, both, Some(2), assert));
		assert!(!may_replace_itself(1, both, None, assert));
		assert!(!may_replace_itself(1, assert, Some(1), both));
	}

	#[test]
	fn last_key_indices_should_be_for_the_owner_alone() {
		assert!(has_index(0, false) && has_index(0, true));
		let last = KeyIndex::MAX - RESERVED_KEY_INDICES - 1;
		assert!(has_index(last, false) && !has_index(last + 1, false));
		assert!(has_index(KeyIndex::MAX - 1, true) && !has_index(KeyIndex::MAX, true));
	}

	#[test]
	fn operator_should_be_in_force_until_its_end_in_its_own_epoch_only() {
		let operator = OperatorRecord {
			rights: mote_primitives::OperatorRights::KEYS,
			until: 10,
			epoch: 2,
			depositor: (),
			ticket: (),
		};
		assert!(operator.is_in_force(2, 9));
		assert!(!operator.is_in_force(2, 10));
		assert!(!operator.is_in_force(1, 9) && !operator.is_in_force(3, 9));
	}

	#[test]
	fn algorithm_set_should_refuse_nothing_and_unknown_bits() {
		assert_eq!(AlgorithmSet::new(0), None);
		assert_eq!(AlgorithmSet::new(0b1_0000), None);
		let set = AlgorithmSet::new(0b10).unwrap();
		assert!(set.allows(mote_primitives::KeyAlgorithm::P256));
		assert!(!set.allows(mote_primitives::KeyAlgorithm::Ed25519));
	}
}
