// SPDX-License-Identifier: Apache-2.0

//! What a device is told to do, and for how long it may.

use crate::{Action, CommandSeq, Risk};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use mote_primitives::{DeviceId, H256};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// How long a command of high risk may be carried out, unless its author says otherwise, in s.
pub const HIGH_RISK_LIFE_S: u32 = 300;

/// How long any other command may be carried out, unless its author says otherwise, in s.
pub const DEFAULT_LIFE_S: u32 = 3600;

/// The shortest life of a command, in s.
pub const MIN_LIFE_S: u32 = 60;

/// The longest life of a command, in s: a day.
pub const MAX_LIFE_S: u32 = 86_400;

/// What a device is told: all that it must know to obey, and what its receipt answers to.
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
	Debug,
)]
pub struct CommandTerms {
	/// The device.
	pub device: DeviceId,
	/// The command's number. A device obeys none that is not above the highest it has carried out.
	pub seq: CommandSeq,
	/// What to do.
	pub action: Action,
	/// How much, in thousandths of the unit.
	pub value: u32,
	/// Salted commitment to the parameters, which travel elsewhere, encrypted.
	pub params_commit: H256,
	/// From when on, in ms since 1970.
	pub not_before: u64,
	/// When no longer, in ms since 1970.
	pub expires: u64,
}

/// What stands for a command in a device's receipt:
/// `blake2_256("mote:command" ‖ SCALE(terms))`.
pub fn command_digest(terms: &CommandTerms) -> H256 {
	let mut bytes = Vec::from(b"mote:command");
	terms.encode_to(&mut bytes);
	blake2_256(&bytes).into()
}

/// Why a command can't live for as long as asked.
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
	Debug,
)]
pub enum LifeFlaw {
	/// Less than [`MIN_LIFE_S`].
	#[codec(index = 0)]
	TooShort,
	/// More than [`MAX_LIFE_S`].
	#[codec(index = 1)]
	TooLong,
}

/// How long a command lives, in ms: what was asked for in s, or what its risk suggests.
pub fn command_life(risk: Risk, asked_s: Option<u32>) -> Result<u64, LifeFlaw> {
	let seconds = asked_s.unwrap_or(match risk {
		Risk::High => HIGH_RISK_LIFE_S,
		Risk::Low | Risk::Medium => DEFAULT_LIFE_S,
	});
	if seconds < MIN_LIFE_S {
		return Err(LifeFlaw::TooShort);
	}
	if seconds > MAX_LIFE_S {
		return Err(LifeFlaw::TooLong);
	}
	Ok(u64::from(seconds).saturating_mul(1000))
}
