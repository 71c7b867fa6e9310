// SPDX-License-Identifier: Apache-2.0

//! How pallets ask each other about a device.

use crate::{DeviceId, DeviceKey, KeyPurposes, ManufacturerId, ModelId};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;

/// Where a device stands in its life.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum DeviceState {
	/// Made and registered, and not in use yet. It belongs to whoever registered it.
	#[codec(index = 0)]
	Registered,
	/// In use.
	#[codec(index = 1)]
	Active,
	/// Out of use for a while.
	#[codec(index = 2)]
	Suspended,
	/// Reported lost or stolen in its owner's name.
	#[codec(index = 3)]
	Lost,
	/// Taken out of use for good by its owner.
	#[codec(index = 4)]
	Decommissioned,
	/// Taken out of use for good because it can no longer be trusted.
	#[codec(index = 5)]
	Revoked,
}

impl DeviceState {
	/// Whether the device stays in this state for ever.
	pub const fn is_terminal(self) -> bool {
		matches!(self, Self::Decommissioned | Self::Revoked)
	}
}

/// What another pallet wants to rely on a device for.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum TrustPurpose {
	/// Measurements in general.
	#[codec(index = 0)]
	SensorData,
	/// Measurements that money is settled on.
	#[codec(index = 1)]
	Metering,
	/// Treatment of people.
	#[codec(index = 2)]
	Medical,
	/// Reports to feeds that others act on.
	#[codec(index = 3)]
	Oracle,
}

impl TrustPurpose {
	/// Every purpose, in the order of their codes.
	pub const ALL: [Self; 4] = [Self::SensorData, Self::Metering, Self::Medical, Self::Oracle];

	const fn bit(self) -> u8 {
		match self {
			Self::SensorData => 1,
			Self::Metering => 2,
			Self::Medical => 4,
			Self::Oracle => 8,
		}
	}
}

/// A set of [`TrustPurpose`]s, perhaps none: bit `n` stands for the purpose with code `n`.
#[derive(
	Encode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default,
)]
pub struct TrustPurposes(u8);

impl TrustPurposes {
	/// No purpose.
	pub const NONE: Self = Self(0);
	/// Every purpose.
	pub const ALL: Self = Self(0b1111);

	/// The set with these bits; `None` for an unknown one.
	pub const fn new(bits: u8) -> Option<Self> {
		if bits & !Self::ALL.0 != 0 {
			return None;
		}
		Some(Self(bits))
	}

	/// The set as bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether `purpose` is in the set.
	pub const fn contains(self, purpose: TrustPurpose) -> bool {
		self.0 & purpose.bit() != 0
	}

	/// The set with `purpose` in it.
	pub const fn with(self, purpose: TrustPurpose) -> Self {
		Self(self.0 | purpose.bit())
	}
}

impl Decode for TrustPurposes {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "An unknown purpose".into())
	}
}

impl DecodeWithMemTracking for TrustPurposes {}

/// What an owner may let somebody else do with a device: one right or several, never none.
#[derive(Encode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct OperatorRights(u8);

impl OperatorRights {
	/// Adding, rotating and revoking operational keys.
	pub const KEYS: Self = Self(1);
	/// Taking the device out of use.
	pub const SUSPEND: Self = Self(2);
	/// Bringing it back.
	pub const REACTIVATE: Self = Self(4);
	/// Reporting it lost.
	pub const REPORT_LOST: Self = Self(8);
	/// Every right there is.
	pub const ALL: Self = Self(15);

	/// The rights with these bits; `None` for no bit or an unknown one.
	pub const fn new(bits: u8) -> Option<Self> {
		if bits == 0 || bits & !Self::ALL.0 != 0 {
			return None;
		}
		Some(Self(bits))
	}

	/// The rights as bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// Whether all of `other`'s rights are among these.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}
}

impl Decode for OperatorRights {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "No right, or an unknown one".into())
	}
}

impl DecodeWithMemTracking for OperatorRights {}

/// Why a key had no authority.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum NoAuthority {
	/// No such device.
	#[codec(index = 0)]
	UnknownDevice,
	/// The device never had a key of this number.
	#[codec(index = 1)]
	UnknownKey,
	/// The device is not in use.
	#[codec(index = 2)]
	NotActive,
	/// The key is for other purposes.
	#[codec(index = 3)]
	WrongPurpose,
	/// The time asked about lies before the key.
	#[codec(index = 4)]
	NotYetValid,
	/// Another key had taken this one's place.
	#[codec(index = 5)]
	Superseded,
	/// The key was revoked.
	#[codec(index = 6)]
	KeyRevoked,
	/// The time asked about lies after the device was compromised.
	#[codec(index = 7)]
	Tainted,
	/// The device's manufacturer was revoked.
	#[codec(index = 8)]
	ManufacturerRevoked,
}

/// Why a device is not to be relied on.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Distrust {
	/// No such device.
	#[codec(index = 0)]
	UnknownDevice,
	/// The device is not in use.
	#[codec(index = 1)]
	NotActive,
	/// The device's manufacturer was revoked.
	#[codec(index = 2)]
	ManufacturerRevoked,
	/// The certification of the device's model was revoked.
	#[codec(index = 3)]
	ModelRevoked,
	/// Devices of this class do not serve this purpose.
	#[codec(index = 4)]
	WrongClass,
	/// The device runs firmware that its manufacturer did not release or has withdrawn.
	#[codec(index = 5)]
	FirmwareUntrusted,
	/// The device missed the term of a critical update.
	#[codec(index = 6)]
	FirmwareOutdated,
	/// The model's policy wants the device appraised, and nobody has appraised it, not since it
	/// came to its present owner or was last out of use.
	#[codec(index = 7)]
	NotAttested,
	/// The latest appraisal is older than the model's policy allows, or has run out.
	#[codec(index = 8)]
	AttestationExpired,
	/// The verifier found the device in a state that the model's policy does not accept.
	#[codec(index = 9)]
	AttestationRefused,
	/// The device can be debugged more freely than the model's policy accepts.
	#[codec(index = 10)]
	DebugEnabled,
	/// The verifier that appraised the device is not approved any more.
	#[codec(index = 11)]
	VerifierNotApproved,
}

/// Where a device stands, in one answer.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct DeviceLife<AccountId> {
	/// What it is.
	pub model: ModelId,
	/// Who owns it.
	pub owner: AccountId,
	/// Where it stands for others.
	pub state: DeviceState,
	/// Its ownership period.
	pub epoch: u32,
	/// How often it was suspended or reported lost.
	pub halts: u32,
}

/// Where a manufacturer stands, in one answer.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct ManufacturerStanding<AccountId> {
	/// Acts for the manufacturer.
	pub account: AccountId,
	/// Whether it may bring out anything new: devices, models, firmware.
	pub is_approved: bool,
}

/// What a pallet can ask about manufacturers and models without knowing who keeps the register.
pub trait ManufacturerRegistry {
	/// What stands for a manufacturer's account.
	type AccountId;

	/// Where the manufacturer stands; `None` when there is no such manufacturer.
	fn standing(id: ManufacturerId) -> Option<ManufacturerStanding<Self::AccountId>>;

	/// Whether there is such a model.
	fn has_model(model: &ModelId) -> bool;
}

/// What other pallets know about a device that may make it untrustworthy: its firmware, what a
/// verifier found.
///
/// A runtime gives the register a tuple of the pallets that have something to say; `()` never
/// objects.
pub trait DeviceVetting<AccountId> {
	/// Whether the device, which is in use and of a class that serves `purpose`, can be relied on
	/// for it.
	fn vet(
		device: &DeviceId,
		life: &DeviceLife<AccountId>,
		purpose: TrustPurpose,
	) -> Result<(), Distrust>;
}

macro_rules! vetting_of_tuple {
	($( $member:ident ),*) => {
		impl<AccountId, $( $member: DeviceVetting<AccountId> ),*> DeviceVetting<AccountId>
			for ($( $member, )*)
		{
			fn vet(
				_device: &DeviceId,
				_life: &DeviceLife<AccountId>,
				_purpose: TrustPurpose,
			) -> Result<(), Distrust> {
				$( $member::vet(_device, _life, _purpose)?; )*
				Ok(())
			}
		}
	};
}

vetting_of_tuple!();
vetting_of_tuple!(A);
vetting_of_tuple!(A, B);
vetting_of_tuple!(A, B, C);
vetting_of_tuple!(A, B, C, D);

/// What a pallet can ask about devices without knowing who keeps the register.
pub trait DeviceRegistry {
	/// What stands for an owner.
	type AccountId;

	/// Where the device stands in its life; `None` when there is no such device.
	fn state(device: &DeviceId) -> Option<DeviceState>;

	/// The device's owner, which is its manufacturer while it is only registered; `None` when there
	/// is no such device.
	fn owner(device: &DeviceId) -> Option<Self::AccountId>;

	/// The number of the device's ownership period: 0 while it is only registered, one more each
	/// time that it consents to an owner; `None` when there is no such device.
	///
	/// What an owner allowed ends with the owner's epoch.
	fn epoch(device: &DeviceId) -> Option<u32>;

	/// Where the device stands, in one answer; `None` when there is no such device.
	fn life(device: &DeviceId) -> Option<DeviceLife<Self::AccountId>>;

	/// Whether `who` may use `rights` on the device now: as its owner, or as an operator whom the
	/// present owner gave all of them.
	fn may_operate(device: &DeviceId, who: &Self::AccountId, rights: OperatorRights) -> bool;

	/// The device's key of number `key_index`, if it had authority for `purpose` at the time
	/// `at_ms`, in milliseconds since 1970.
	fn authority(
		device: &DeviceId,
		key_index: u16,
		purpose: KeyPurposes,
		at_ms: u64,
	) -> Result<DeviceKey, NoAuthority>;

	/// [`Self::authority`] and, if there is any, [`Self::life`]: at the price of one answer where
	/// the register can.
	fn authority_and_life(
		device: &DeviceId,
		key_index: u16,
		purpose: KeyPurposes,
		at_ms: u64,
	) -> Result<(DeviceKey, DeviceLife<Self::AccountId>), NoAuthority> {
		let key = Self::authority(device, key_index, purpose, at_ms)?;
		let life = Self::life(device).ok_or(NoAuthority::UnknownDevice)?;
		Ok((key, life))
	}

	/// Whether the device can be relied on for `purpose` now.
	fn ensure_trusted(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust>;
}

/// Whether other pallets hold a device: an open order, a command under way, a lien.
///
/// A device that is held does not change hands. A runtime gives the register a tuple of the pallets
/// that may hold one; `()` never does.
pub trait DeviceLiens {
	/// Whether the device is held.
	fn is_encumbered(device: &DeviceId) -> bool;
}

macro_rules! liens_of_tuple {
	($( $member:ident ),*) => {
		impl<$( $member: DeviceLiens ),*> DeviceLiens for ($( $member, )*) {
			fn is_encumbered(_device: &DeviceId) -> bool {
				false $( || $member::is_encumbered(_device) )*
			}
		}
	};
}

liens_of_tuple!();
liens_of_tuple!(A);
liens_of_tuple!(A, B);
liens_of_tuple!(A, B, C);
liens_of_tuple!(A, B, C, D);
liens_of_tuple!(A, B, C, D, E);
liens_of_tuple!(A, B, C, D, E, F);
liens_of_tuple!(A, B, C, D, E, F, G);
liens_of_tuple!(A, B, C, D, E, F, G, H);

#[cfg(test)]
mod tests {
	use super::*;

	struct Holds;
	impl DeviceLiens for Holds {
		fn is_encumbered(_: &DeviceId) -> bool {
			true
		}
	}

	#[test]
	fn a_device_should_be_held_when_any_pallet_of_a_tuple_holds_it() {
		let device = DeviceId::default();
		assert!(!<()>::is_encumbered(&device));
		assert!(!<((), ())>::is_encumbered(&device));
		assert!(<(Holds,)>::is_encumbered(&device));
		assert!(<((), Holds)>::is_encumbered(&device));
		assert!(<(Holds, (), ())>::is_encumbered(&device));
		assert!(<((), (), (), (), (), (), (), Holds)>::is_encumbered(&device));
	}

	struct Objects;
	impl DeviceVetting<u64> for Objects {
		fn vet(_: &DeviceId, _: &DeviceLife<u64>, purpose: TrustPurpose) -> Result<(), Distrust> {
			match purpose {
				TrustPurpose::Medical => Err(Distrust::FirmwareUntrusted),
				_ => Ok(()),
			}
		}
	}

	#[test]
	fn a_device_should_be_objected_to_when_any_pallet_of_a_tuple_objects() {
		let device = DeviceId::default();
		let life = DeviceLife {
			model: ModelId { manufacturer: 0, product: 0 },
			owner: 1u64,
			state: DeviceState::Active,
			epoch: 1,
			halts: 0,
		};
		let refusal = Err(Distrust::FirmwareUntrusted);
		assert_eq!(<()>::vet(&device, &life, TrustPurpose::Medical), Ok(()));
		assert_eq!(<((), Objects)>::vet(&device, &life, TrustPurpose::Medical), refusal);
		assert_eq!(<(Objects, ())>::vet(&device, &life, TrustPurpose::Medical), refusal);
		assert_eq!(<((), Objects)>::vet(&device, &life, TrustPurpose::Oracle), Ok(()));
	}

	#[test]
	fn sets_of_purposes_should_hold_exactly_what_their_bits_say() {
		for bits in 0..=u8::MAX {
			assert_eq!(TrustPurposes::new(bits).is_some(), bits < 16);
			let decoded = TrustPurposes::decode(&mut &[bits][..]).ok();
			assert_eq!(decoded, TrustPurposes::new(bits));
		}
		for (code, purpose) in (0u8..).zip(TrustPurpose::ALL) {
			assert_eq!(purpose.encode(), [code]);
			assert_eq!(TrustPurposes::NONE.with(purpose).bits(), 1 << code);
			assert!(TrustPurposes::ALL.contains(purpose));
			assert!(!TrustPurposes::NONE.contains(purpose));
		}
	}

	#[test]
	fn rights_should_be_refused_when_empty_or_unknown() {
		for bits in 0..=u8::MAX {
			assert_eq!(OperatorRights::new(bits).is_some(), (1..16).contains(&bits));
			let decoded = OperatorRights::decode(&mut &[bits][..]).ok();
			assert_eq!(decoded, OperatorRights::new(bits));
		}
		let two = OperatorRights::new(3).unwrap();
		assert!(two.contains(OperatorRights::KEYS) && two.contains(OperatorRights::SUSPEND));
		assert!(!two.contains(OperatorRights::REACTIVATE) && !OperatorRights::KEYS.contains(two));
	}

	#[test]
	fn only_the_last_two_states_should_be_terminal() {
		for index in 0..6u8 {
			let state = DeviceState::decode(&mut &[index][..]).unwrap();
			assert_eq!(state.is_terminal(), index >= 4);
		}
		assert!(DeviceState::decode(&mut &[6u8][..]).is_err());
	}
}
