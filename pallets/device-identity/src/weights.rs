// SPDX-License-Identifier: Apache-2.0

//! Weights.

#![allow(missing_docs)]

use frame_support::weights::Weight;

pub trait WeightInfo {
	fn propose_manufacturer() -> Weight;
	fn approve_manufacturer() -> Weight;
	fn suspend_manufacturer() -> Weight;
	fn revoke_manufacturer() -> Weight;
	fn withdraw_manufacturer() -> Weight;
	fn set_root_keys() -> Weight;
	fn add_model() -> Weight;
	fn certify_model() -> Weight;
	fn remove_model() -> Weight;
	fn register() -> Weight;
	fn activate() -> Weight;
	fn offer_transfer() -> Weight;
	fn cancel_transfer() -> Weight;
	fn accept_transfer() -> Weight;
	fn add_key() -> Weight;
	fn rotate_key() -> Weight;
	fn rotate_key_signed() -> Weight;
	fn revoke_key() -> Weight;
	fn prune_key() -> Weight;
	fn suspend() -> Weight;
	fn report_lost() -> Weight;
	fn reactivate() -> Weight;
	fn decommission() -> Weight;
	fn revoke() -> Weight;
	fn prune_device() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
}

impl WeightInfo for () {
	fn propose_manufacturer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn approve_manufacturer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn suspend_manufacturer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn revoke_manufacturer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn withdraw_manufacturer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn set_root_keys() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn add_model() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn certify_model() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn remove_model() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn register() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn activate() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn offer_transfer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn cancel_transfer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn accept_transfer() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn add_key() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn rotate_key() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn rotate_key_signed() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn revoke_key() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn prune_key() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn suspend() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn report_lost() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn reactivate() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn decommission() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn revoke() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn prune_device() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn pause() -> Weight {
		Weight::from_parts(10_000, 0)
	}
	fn unpause() -> Weight {
		Weight::from_parts(10_000, 0)
	}
}
