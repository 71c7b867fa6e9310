// SPDX-License-Identifier: Apache-2.0

//! What a Mote node asks its runtime, beyond what every Substrate node asks.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use codec::Codec;
use mote_primitives::{DeviceId, DidSubject, StatusListExport, StatusListId};

sp_api::decl_runtime_apis! {
	/// Devices as subjects of W3C Decentralized Identifiers.
	pub trait DidApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What a DID document says of the device; `None` when there never was such a device.
		fn did_subject(device: DeviceId) -> Option<DidSubject<AccountId>>;
	}

	/// Status lists of credentials.
	pub trait StatusListApi {
		/// A whole list; `None` when there is no such list.
		fn status_list(list: StatusListId) -> Option<StatusListExport>;
	}
}
