// SPDX-License-Identifier: Apache-2.0

//! What sensors say: streams, single readings, batches of them.
//!
//! The order of a payload's fields is its wire format: firmware writes it by hand.

use crate::{DeviceId, PayloadKind, SignedPayload, Unit};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{bounded::BoundedVec, ConstU32, H256};
use sp_io::hashing::blake2_256;

/// Number of a stream of a device: chosen by whoever declares it.
pub type StreamId = u16;

/// The most readings in one batch: 2^16.
pub const MAX_BATCH_READINGS: u32 = 1 << 16;

/// The longest path that proves a reading of a batch.
pub const MAX_READING_PATH: u32 = 16;

/// The longest content identifier of a batch, in bytes.
pub const MAX_CONTENT_ID: u32 = 64;

/// How far ahead of the chain's clock a device's clock may be, in milliseconds.
pub const MAX_CLOCK_LEAD: u64 = 120_000;

macro_rules! plain_enum {
	($( #[$meta:meta] )* $name:ident { $( $( #[$variant_meta:meta] )* $variant:ident = $index:literal ),* $(,)? }) => {
		$( #[$meta] )*
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
		pub enum $name {
			$(
				$( #[$variant_meta] )*
				#[codec(index = $index)]
				$variant,
			)*
		}
	};
}

plain_enum! {
	/// How good a device thinks a reading is, or the chain found it.
	Quality {
		/// As it should be.
		Good = 0,
		/// Measured, but not as exactly as usual: a rounded value, a clock that was not set.
		Uncertain = 1,
		/// Not measured: interpolated, or taken from elsewhere.
		Substituted = 2,
		/// Not to be relied on: outside what is plausible.
		Bad = 3,
	}
}

plain_enum! {
	/// What the values of a stream are.
	StreamKind {
		/// A quantity that goes up and down: a temperature.
		Gauge = 0,
		/// A register that never goes down: a meter's energy.
		Counter = 1,
		/// Something that happened, with its size.
		Event = 2,
	}
}

plain_enum! {
	/// Whom the values of a stream concern. Decides what may lie on the chain.
	DataClass {
		/// Anybody may know them.
		Public = 0,
		/// They concern a business. Values may lie on the chain.
		Business = 1,
		/// They concern a person. No value ever lies on the chain: neither single readings nor
		/// aggregates, only roots over encrypted content.
		Personal = 2,
	}
}

plain_enum! {
	/// What happens to a single reading that is not plausible.
	Implausible {
		/// It is refused.
		Reject = 0,
		/// It is accepted as [`Quality::Bad`].
		MarkBad = 1,
	}
}

/// What a stream is. Fixed for as long as the stream exists.
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
pub struct StreamSpec {
	/// What it is measured in.
	pub unit: Unit,
	/// The decimal scale: a value `v` stands for `v x 10^scale` of the unit.
	pub scale: i8,
	/// What the values are.
	pub kind: StreamKind,
	/// The least plausible value.
	pub min: i64,
	/// The greatest plausible value.
	pub max: i64,
	/// By how much the value may plausibly change in a second, if there is a limit.
	pub max_step_per_s: Option<u64>,
	/// How often the device measures, in seconds.
	pub period_s: u32,
	/// For how many days the heads of batches are kept.
	pub retention_days: u16,
	/// Whom the values concern.
	pub class: DataClass,
	/// What happens to a single reading that is not plausible.
	pub implausible: Implausible,
}

/// One measurement. Its encoding behind a byte `00` is what a leaf of a batch hashes.
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
pub struct Reading {
	/// The stream of the device.
	pub stream: StreamId,
	/// Rises with every reading that the device signs with the same key, over all its streams.
	/// Kept where it survives a loss of power.
	pub counter: u64,
	/// When it was measured, in milliseconds since 1970, by the device's clock.
	pub t_ms: u64,
	/// What was measured, in the stream's unit and scale.
	pub value: i64,
	/// How good the device thinks it is.
	pub quality: Quality,
}

impl Reading {
	/// The hash that stands for the reading in a batch.
	pub fn leaf(&self) -> H256 {
		self.using_encoded(crate::merkle::leaf_hash)
	}
}

/// A single reading, as a device signs it with a key that may assert data.
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
pub struct DeviceReading {
	/// Who measured.
	pub device: DeviceId,
	/// What.
	pub reading: Reading,
}

impl SignedPayload for DeviceReading {
	const KIND: PayloadKind = PayloadKind::Reading;
}

/// What the values of a batch are, in short.
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
pub struct Aggregates {
	/// The least value.
	pub min: i64,
	/// The greatest value.
	pub max: i64,
	/// The value of the first reading.
	pub first: i64,
	/// The value of the last reading.
	pub last: i64,
	/// The sum of all values.
	pub sum: i128,
}

/// Where the readings of a batch can be fetched.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct ContentId {
	/// How the content is encoded: a code of the multicodec table.
	#[codec(compact)]
	pub codec: u32,
	/// The content identifier (CID), in its binary form.
	pub cid: BoundedVec<u8, ConstU32<MAX_CONTENT_ID>>,
}

/// A block that the signer had seen when it signed: the signature is no older than that.
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
pub struct TimeBracket {
	/// The number of the block.
	#[codec(compact)]
	pub number: u32,
	/// The hash of the block.
	pub hash: H256,
}

/// Who answers for the contents of a batch. Later ones assure less.
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
pub enum Assurance {
	/// The device that measured signed the batch.
	#[codec(index = 0)]
	DeviceSigned,
	/// This gateway, itself a registered device, signed it for a device that cannot.
	#[codec(index = 1)]
	GatewaySigned(DeviceId),
	/// The device's owner, or its operator, sent it. Nothing measured signed anything.
	#[codec(index = 2)]
	OwnerAsserted,
}

impl Assurance {
	/// Whether this assures at least as much as `wanted`, whichever gateway signed.
	pub const fn is_at_least(&self, wanted: AssuranceLevel) -> bool {
		self.level() as u8 <= wanted as u8
	}

	/// The level, without the gateway.
	pub const fn level(&self) -> AssuranceLevel {
		match self {
			Self::DeviceSigned => AssuranceLevel::DeviceSigned,
			Self::GatewaySigned(_) => AssuranceLevel::GatewaySigned,
			Self::OwnerAsserted => AssuranceLevel::OwnerAsserted,
		}
	}
}

plain_enum! {
	/// How well the contents of a batch are assured. Later ones assure less.
	AssuranceLevel {
		/// The device that measured signed.
		DeviceSigned = 0,
		/// A gateway signed.
		GatewaySigned = 1,
		/// The owner said so.
		OwnerAsserted = 2,
	}
}

/// Many readings of one stream under one Merkle root, as a device or gateway signs them.
///
/// Numbers are encoded compactly, since every byte of a batch lies on the chain.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Batch {
	/// Who measured.
	pub device: DeviceId,
	/// The stream.
	pub stream: StreamId,
	/// 0 for the first batch of the stream, then one more each time.
	#[codec(compact)]
	pub seq: u64,
	/// The counter of the first reading. Above the last one of the batch before.
	#[codec(compact)]
	pub first_ctr: u64,
	/// The counter of the last reading. Counters rise within a batch, and may leave gaps.
	#[codec(compact)]
	pub last_ctr: u64,
	/// How many readings there are: 1 to [`MAX_BATCH_READINGS`].
	#[codec(compact)]
	pub count: u32,
	/// When the first reading was measured, in milliseconds since 1970.
	#[codec(compact)]
	pub t_start: u64,
	/// When the last reading was measured. Times do not fall within a batch.
	#[codec(compact)]
	pub t_end: u64,
	/// The Merkle root over [`Reading::leaf`] of every reading: see [`crate::merkle`].
	pub root: H256,
	/// What the values are, in short. Never of a personal stream.
	pub aggregates: Option<Aggregates>,
	/// Where the readings can be fetched.
	pub content: Option<ContentId>,
	/// The [`Batch::hash`] of the batch before; of the first one, [`chain_start`].
	pub prev: H256,
	/// Who answers for it.
	pub assurance: Assurance,
	/// A block that the signer had seen.
	pub bracket: Option<TimeBracket>,
}

impl SignedPayload for Batch {
	const KIND: PayloadKind = PayloadKind::Batch;
}

impl Batch {
	/// What the next batch of the stream names as the one before: the blake2-256 of the encoding.
	pub fn hash(&self) -> H256 {
		self.using_encoded(blake2_256).into()
	}
}

/// What the first batch of a stream names as the one before.
///
/// The incarnation is the chain's number for this declaration of the stream. It keeps the batches
/// of a stream that was removed from counting again when it is declared anew.
pub fn chain_start(device: &DeviceId, stream: StreamId, incarnation: u64) -> H256 {
	(b"mote:stream:", device, stream, incarnation).using_encoded(blake2_256).into()
}

/// Names a batch that lies on the chain.
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
pub struct BatchId {
	/// Who measured.
	pub device: DeviceId,
	/// The stream.
	pub stream: StreamId,
	/// The batch's number in the stream.
	#[codec(compact)]
	pub seq: u64,
}

/// A report to a feed, as a device signs it with a key that may assert data.
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
pub struct OracleReport {
	/// The feed.
	pub feed: u32,
	/// The round of the feed.
	pub round: u64,
	/// Who reports.
	pub device: DeviceId,
	/// When it was measured, in milliseconds since 1970, by the device's clock.
	pub at: u64,
	/// What is reported.
	pub content: OracleContent,
}

impl SignedPayload for OracleReport {
	const KIND: PayloadKind = PayloadKind::OracleReport;
}

/// What a report to a feed contains.
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
pub enum OracleContent {
	/// A value, in the feed's unit and scale.
	#[codec(index = 0)]
	Value(i64),
	/// A commitment to a value that is revealed later: see [`oracle_commitment`].
	#[codec(index = 1)]
	Commitment(H256),
	/// The value and the salt of a commitment made before.
	#[codec(index = 2)]
	Reveal {
		/// The value.
		value: i64,
		/// The salt: 32 random bytes.
		salt: [u8; 32],
	},
}

/// The commitment to a value: the blake2-256 of value, salt, device and round.
pub fn oracle_commitment(value: i64, salt: &[u8; 32], device: &DeviceId, round: u64) -> H256 {
	(value, salt, device, round).using_encoded(blake2_256).into()
}

#[cfg(test)]
mod tests {
	use super::*;
	use hex_literal::hex;

	const DEVICE: DeviceId = DeviceId(H256([0x22; 32]));

	/// What firmware writes by hand. A change here breaks devices in the field.
	#[test]
	fn reading_should_keep_its_published_wire_format() {
		let reading = Reading {
			stream: 3,
			counter: 42,
			t_ms: 1_767_225_600_000,
			value: -185,
			quality: Quality::Good,
		};
		let expected = hex!("03002a0000000000000000a8da769b01000047ffffffffffffff00");
		assert_eq!(reading.encode(), expected);
		let signed = DeviceReading { device: DEVICE, reading }.encode();
		assert_eq!(signed, [&[0x22; 32][..], &expected].concat());
		assert_eq!(DeviceReading::KIND.code(), 1);
	}

	fn batch() -> Batch {
		Batch {
			device: DEVICE,
			stream: 3,
			seq: 1,
			first_ctr: 64,
			last_ctr: 70_000,
			count: 1_024,
			t_start: 1_767_225_600_000,
			t_end: 1_767_225_660_000,
			root: H256::repeat_byte(4),
			aggregates: None,
			content: None,
			prev: H256::repeat_byte(5),
			assurance: Assurance::DeviceSigned,
			bracket: None,
		}
	}

	#[test]
	fn batch_should_keep_its_wire_format() {
		let expected = [
			&[0x22; 32][..],
			&hex!("0300"),
			&hex!("04"),
			&hex!("0101"),
			&hex!("c2450400"),
			&hex!("0110"),
			&hex!("0b00a8da769b01"),
			&hex!("0b6092db769b01"),
			&[4; 32],
			&hex!("0000"),
			&[5; 32],
			&hex!("0000"),
		];
		assert_eq!(batch().encode(), expected.concat());
		assert_eq!(Batch::KIND.code(), 2);

		let long = Batch {
			aggregates: Some(Aggregates { min: -2, max: 1, first: 0, last: 1, sum: -3 }),
			content: Some(ContentId { codec: 0x51, cid: vec![7, 8].try_into().unwrap() }),
			assurance: Assurance::GatewaySigned(DeviceId(H256::repeat_byte(9))),
			bracket: Some(TimeBracket { number: 2, hash: H256::repeat_byte(6) }),
			..batch()
		};
		let tail = [
			&hex!("01 feffffffffffffff 0100000000000000 0000000000000000 0100000000000000")[..],
			&hex!("fdffffffffffffffffffffffffffffff"),
			&hex!("01 4501 08 0708"),
			&[5; 32],
			&hex!("01"),
			&[9; 32],
			&hex!("01 08"),
			&[6; 32],
		];
		let encoded = long.encode();
		assert!(encoded.ends_with(&tail.concat()));
		assert_eq!(Batch::decode(&mut &encoded[..]), Ok(long.clone()));
		assert_ne!(long.hash(), batch().hash());
		assert!(encoded.len() <= Batch::max_encoded_len());
	}

	#[test]
	fn chain_start_should_differ_for_every_incarnation_stream_and_device() {
		let start = chain_start(&DEVICE, 3, 0);
		assert_ne!(start, chain_start(&DEVICE, 3, 1));
		assert_ne!(start, chain_start(&DEVICE, 4, 0));
		assert_ne!(start, chain_start(&DeviceId(H256([0x23; 32])), 3, 0));
		let bytes = [&b"mote:stream:"[..], &[0x22; 32], &[3, 0], &[0; 8]].concat();
		assert_eq!(start, H256(blake2_256(&bytes)));
	}

	#[test]
	fn oracle_report_should_keep_its_wire_format() {
		let report = OracleReport {
			feed: 1,
			round: 2,
			device: DEVICE,
			at: 3,
			content: OracleContent::Value(-1),
		};
		let start =
			[&hex!("01000000 0200000000000000")[..], &[0x22; 32], &hex!("0300000000000000")];
		let start = start.concat();
		assert_eq!(report.encode(), [&start[..], &hex!("00 ffffffffffffffff")].concat());
		let commitment = OracleContent::Commitment(H256::repeat_byte(4));
		let committed = OracleReport { content: commitment, ..report };
		assert_eq!(committed.encode(), [&start[..], &[1], &[4; 32]].concat());
		let reveal = OracleContent::Reveal { value: 5, salt: [6; 32] };
		let revealed = OracleReport { content: reveal, ..report };
		let tail = [&hex!("02 0500000000000000")[..], &[6; 32]].concat();
		assert_eq!(revealed.encode(), [start, tail].concat());
		assert_eq!(OracleReport::KIND.code(), 7);
	}

	#[test]
	fn oracle_commitment_should_bind_value_salt_device_and_round() {
		let commitment = oracle_commitment(-1, &[6; 32], &DEVICE, 2);
		let bytes = [&[0xff; 8][..], &[6; 32], &[0x22; 32], &[2, 0, 0, 0, 0, 0, 0, 0]].concat();
		assert_eq!(commitment, H256(blake2_256(&bytes)));
		assert_ne!(commitment, oracle_commitment(0, &[6; 32], &DEVICE, 2));
		assert_ne!(commitment, oracle_commitment(-1, &[7; 32], &DEVICE, 2));
		assert_ne!(commitment, oracle_commitment(-1, &[6; 32], &DEVICE, 3));
		assert_ne!(commitment, oracle_commitment(-1, &[6; 32], &DeviceId::default(), 2));
	}

	#[test]
	fn assurance_should_be_compared_by_level() {
		let gateway = Assurance::GatewaySigned(DEVICE);
		for (assurance, passes) in [
			(Assurance::DeviceSigned, [true, true, true]),
			(gateway, [false, true, true]),
			(Assurance::OwnerAsserted, [false, false, true]),
		] {
			let wanted = [
				AssuranceLevel::DeviceSigned,
				AssuranceLevel::GatewaySigned,
				AssuranceLevel::OwnerAsserted,
			];
			assert_eq!(wanted.map(|level| assurance.is_at_least(level)), passes);
		}
	}
}
