// SPDX-License-Identifier: Apache-2.0

//! Sets that are never empty, one bit for each member.

/// Defines the set `$set` of the enum `$item`: bit `n` of `$bits` stands for the item with code
/// `n`. Neither the constructor nor decoding takes no bit or an unknown one.
macro_rules! set_of {
	($(#[$doc:meta])* $set:ident($bits:ty) of $item:ident) => {
		$(#[$doc])*
		#[derive(
			codec::Encode,
			codec::MaxEncodedLen,
			scale_info::TypeInfo,
			Clone,
			Copy,
			PartialEq,
			Eq,
			PartialOrd,
			Ord,
			Debug,
		)]
		pub struct $set($bits);

		impl $set {
			/// All there are.
			pub const ALL: Self = Self::of(&$item::ALL);

			/// The set with these bits; `None` for no bit or an unknown one.
			pub const fn new(bits: $bits) -> Option<Self> {
				if bits == 0 || bits & !Self::ALL.0 != 0 {
					return None;
				}
				Some(Self(bits))
			}

			/// The set of one.
			pub const fn only(item: $item) -> Self {
				Self(Self::bit(item))
			}

			/// The set with `item` in it, too.
			pub const fn with(self, item: $item) -> Self {
				Self(self.0 | Self::bit(item))
			}

			/// The set as bits.
			pub const fn bits(self) -> $bits {
				self.0
			}

			/// Whether `item` is in the set.
			pub const fn contains(self, item: $item) -> bool {
				self.0 & Self::bit(item) != 0
			}

			/// Whether all of `other` is in the set.
			pub const fn contains_all(self, other: Self) -> bool {
				self.0 & other.0 == other.0
			}

			/// What is in the set, in the order of the codes.
			pub fn iter(self) -> impl Iterator<Item = $item> {
				$item::ALL.into_iter().filter(move |item| self.contains(*item))
			}

			/// Private, because it makes an empty set out of an empty list.
			const fn of(mut items: &[$item]) -> Self {
				let mut bits = 0;
				while let [item, others @ ..] = items {
					bits |= Self::bit(*item);
					items = others;
				}
				Self(bits)
			}

			const fn bit(item: $item) -> $bits {
				let one: $bits = 1;
				one.wrapping_shl(item as u32)
			}
		}

		impl codec::Decode for $set {
			fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
				Self::new(<$bits as codec::Decode>::decode(input)?)
					.ok_or_else(|| concat!(stringify!($set), ": none, or an unknown one").into())
			}
		}

		impl codec::DecodeWithMemTracking for $set {}
	};
}

pub(crate) use set_of;
