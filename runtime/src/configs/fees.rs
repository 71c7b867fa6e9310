// SPDX-License-Identifier: Apache-2.0

//! Money: balances, fees and deposits.

use crate::{
	Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, System,
	EXISTENTIAL_DEPOSIT, MICRO_MOTE, MILLI_MOTE,
};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU8, VariantCountOf},
	weights::{ConstantMultiplier, IdentityFee},
};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{traits::One, FixedPointNumber, Perquintill};

/// Deposit for one item of state, whatever its size.
pub const DEPOSIT_PER_ITEM: Balance = 10 * MILLI_MOTE;
/// Deposit for one byte of state: a gigabyte takes 100,000 MOTE.
pub const DEPOSIT_PER_BYTE: Balance = 100 * MICRO_MOTE;
/// Fee for one byte of a transaction.
pub const FEE_PER_BYTE: Balance = MICRO_MOTE;

/// Deposit for `items` of state with together `bytes` of content.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance)
		.saturating_mul(DEPOSIT_PER_ITEM)
		.saturating_add((bytes as Balance).saturating_mul(DEPOSIT_PER_BYTE))
}

impl pallet_balances::Config for Runtime {
	type AccountStore = System;
	type Balance = Balance;
	type DoneSlashHandler = ();
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// Prices rise when ordinary transactions fill more than a quarter of their share.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// A day of full blocks doubles the price.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(25, 1_000_000);
	pub MinimumMultiplier: Multiplier = Multiplier::one();
	pub MaximumMultiplier: Multiplier = Multiplier::saturating_from_integer(10);
}

impl pallet_transaction_payment::Config for Runtime {
	// Between 1 and 10: a price that rises keeps a crowd out, and a ceiling lets operators of
	// devices plan their budgets.
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Runtime,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	type LengthToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_BYTE>>;
	// Fees are burned: no validator gains from a crowd.
	type OnChargeTransaction = FungibleAdapter<Balances, ()>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
	// Weight counts picoseconds, and a MOTE has 10^12 parts: a second of execution costs one MOTE.
	type WeightToFee = IdentityFee<Balance>;
}
