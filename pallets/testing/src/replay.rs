// SPDX-License-Identifier: Apache-2.0

//! Signatures with something wrong about them.

use crate::Signer;
use mote_primitives::{signing_bytes, DeviceSignature, KeyAlgorithm, SignedPayload, H256};

/// What is wrong with a signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
	/// Nothing.
	Nothing,
	/// It is over another payload.
	OtherPayload,
	/// It is for another chain.
	OtherGenesis,
	/// It is over the same bytes as another kind of payload.
	OtherKind(u8),
	/// Somebody else signed.
	WrongKey,
	/// A bit of it is flipped.
	FlippedBit(usize),
	/// It claims to be of another algorithm.
	OtherAlgorithm,
}

impl Flaw {
	/// Every flaw: all kinds but `kind`, and some bits all over the signature.
	pub fn all(kind: u8) -> Vec<Self> {
		let kinds = (0..=32).chain([u8::MAX]).filter(|other| *other != kind);
		let bits = (0..512).step_by(31).chain([255, 256, 511]);
		[Self::OtherPayload, Self::OtherGenesis, Self::WrongKey, Self::OtherAlgorithm]
			.into_iter()
			.chain(kinds.map(Self::OtherKind))
			.chain(bits.map(Self::FlippedBit))
			.collect()
	}
}

/// Signs `payload`, flawed; `elsewhere` is the other payload of [`Flaw::OtherPayload`].
pub fn flawed_signature<P: SignedPayload>(
	by: &Signer,
	genesis: &H256,
	other_genesis: &H256,
	payload: &P,
	elsewhere: &P,
	flaw: Flaw,
) -> DeviceSignature {
	let algorithm = by.key().algorithm();
	let mut bytes = signing_bytes(genesis, payload);
	match flaw {
		Flaw::Nothing => by.sign_bytes(&bytes),
		Flaw::OtherPayload => by.sign(genesis, elsewhere),
		Flaw::OtherGenesis => by.sign(other_genesis, payload),
		Flaw::OtherKind(kind) => {
			assert_eq!(bytes[8], P::KIND.code());
			bytes[8] = kind;
			by.sign_bytes(&bytes)
		},
		Flaw::WrongKey => Signer::new(algorithm, "somebody else").sign_bytes(&bytes),
		Flaw::FlippedBit(bit) => {
			let mut raw = *by.sign_bytes(&bytes).as_bytes();
			raw[bit / 8] ^= 1 << (bit % 8);
			DeviceSignature::from_slice(algorithm, &raw).unwrap()
		},
		Flaw::OtherAlgorithm => {
			let other = KeyAlgorithm::ALL[usize::from((algorithm.code() + 1) % 4)];
			DeviceSignature::from_slice(other, by.sign_bytes(&bytes).as_bytes()).unwrap()
		},
	}
}
