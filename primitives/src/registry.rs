// SPDX-License-Identifier: Apache-2.0

//! How pallets ask each other about a device.

use crate::{DeviceId, DeviceKey, KeyPurposes};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
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
	/// Made and registered, and nobody's yet.
	#[codec(index = 0)]
	Registered,
	/// In use.
	#[codec(index = 1)]
	Active,
	/// Out of use for a while.
	#[codec(index = 2)]
	Suspended,
	/// Reported lost or stolen by its owner.
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
}

/// What a pallet can ask about devices without knowing who keeps the register.
pub trait DeviceRegistry {
	/// What stands for an owner.
	type AccountId;

	/// Where the device stands in its life; `None` when there is no such device.
	fn state(device: &DeviceId) -> Option<DeviceState>;

	/// The device's owner; `None` when there is no such device or it is nobody's yet.
	fn owner(device: &DeviceId) -> Option<Self::AccountId>;

	/// How many times the device changed hands; `None` when there is no such device.
	///
	/// What an owner allowed ends with the owner's epoch.
	fn epoch(device: &DeviceId) -> Option<u32>;

	/// The device's key of number `key_index`, if it had authority for `purpose` at the time
	/// `at_ms`, in milliseconds since 1970.
	fn authority(
		device: &DeviceId,
		key_index: u16,
		purpose: KeyPurposes,
		at_ms: u64,
	) -> Result<DeviceKey, NoAuthority>;

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

	#[test]
	fn only_the_last_two_states_should_be_terminal() {
		for index in 0..6u8 {
			let state = DeviceState::decode(&mut &[index][..]).unwrap();
			assert_eq!(state.is_terminal(), index >= 4);
		}
		assert!(DeviceState::decode(&mut &[6u8][..]).is_err());
	}
}
