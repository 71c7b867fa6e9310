// SPDX-License-Identifier: Apache-2.0

//! Signed transactions.

use codec::Encode;
use mote_runtime::{Hash, RuntimeCall, SignedPayload, TxExtension, UncheckedExtrinsic, VERSION};
use sp_core::{sr25519, Pair};
use sp_runtime::{generic::Era, MultiAddress};

/// The first transaction of an account.
pub(crate) fn signed(
	genesis: Hash,
	sender: &sr25519::Pair,
	call: RuntimeCall,
) -> UncheckedExtrinsic {
	let implicit = (
		(),
		(),
		VERSION.spec_version,
		VERSION.transaction_version,
		genesis,
		genesis,
		(),
		(),
		(),
		None,
		(),
	);
	let payload = SignedPayload::from_raw(call.clone(), extension(), implicit);
	let signature = payload.using_encoded(|bytes| sender.sign(bytes));
	let address = MultiAddress::Id(sender.public().into());
	UncheckedExtrinsic::new_signed(call, address, signature.into(), extension())
}

/// What the first transaction of an account says besides its call.
pub(crate) fn extension() -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(0),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}
