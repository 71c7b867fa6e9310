// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_energy_trading`: not measured yet, and set high.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(missing_docs)]

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// What the calls of this pallet cost.
pub trait WeightInfo {
	fn create_zone() -> Weight;
	fn set_terms() -> Weight;
	fn set_prices() -> Weight;
	fn assess_zone() -> Weight;
	fn retire_zone() -> Weight;
	fn remove_zone() -> Weight;
	fn add_float() -> Weight;
	fn take_float() -> Weight;
	fn register_meter() -> Weight;
	fn approve_meter() -> Weight;
	fn remove_meter() -> Weight;
	fn open_market() -> Weight;
	fn set_cap() -> Weight;
	fn submit_order() -> Weight;
	fn cancel_order() -> Weight;
	fn clear(p: u32, ) -> Weight;
	fn submit_read() -> Weight;
	fn prove_read() -> Weight;
	fn estimate() -> Weight;
	fn settle(l: u32, ) -> Weight;
	fn suspend() -> Weight;
	fn curtail() -> Weight;
	fn dispute() -> Weight;
	fn decide() -> Weight;
	fn end_dispute() -> Weight;
	fn split_certificate() -> Weight;
	fn merge_certificates() -> Weight;
	fn transfer_certificate() -> Weight;
	fn cancel_certificate() -> Weight;
	fn withdraw_certificate() -> Weight;
	fn expire_certificate() -> Weight;
	fn pause() -> Weight;
	fn unpause() -> Weight;
	fn conclude() -> Weight;
	fn look() -> Weight;
}

/// So many microseconds, kilobytes of proof, and reads and writes of the database.
fn high(us: u64, kilobytes: u64, reads: u64, writes: u64) -> Weight {
	let db = ParityDbWeight::get();
	Weight::from_parts(us.saturating_mul(1_000_000), kilobytes.saturating_mul(1_024))
		.saturating_add(db.reads(reads))
		.saturating_add(db.writes(writes))
}

/// A call that changes a record or two and moves money once.
fn plain() -> Weight {
	high(250, 16, 10, 8)
}

/// For tests, and until the benchmarks are run.
impl WeightInfo for () {
	fn create_zone() -> Weight { plain() }
	fn set_terms() -> Weight { plain() }
	fn set_prices() -> Weight { plain() }
	fn assess_zone() -> Weight { plain() }
	fn retire_zone() -> Weight { plain() }
	fn remove_zone() -> Weight { plain() }
	fn add_float() -> Weight { plain() }
	fn take_float() -> Weight { plain() }
	fn register_meter() -> Weight { plain() }
	fn approve_meter() -> Weight { plain() }
	fn remove_meter() -> Weight { plain() }
	fn open_market() -> Weight { plain() }
	fn set_cap() -> Weight { plain() }
	fn submit_order() -> Weight { high(900, 90, 32, 28) }
	fn cancel_order() -> Weight { high(700, 70, 22, 20) }
	fn clear(p: u32, ) -> Weight {
		high(150, 24, 5, 3).saturating_add(high(120, 8, 3, 1).saturating_mul(p.into()))
	}
	fn submit_read() -> Weight { high(2_500, 40, 24, 8) }
	fn prove_read() -> Weight { high(900, 60, 28, 8) }
	fn estimate() -> Weight { plain() }
	fn settle(l: u32, ) -> Weight {
		plain().saturating_add(high(700, 60, 24, 22).saturating_mul(l.into()))
	}
	fn suspend() -> Weight { plain() }
	fn curtail() -> Weight { plain() }
	fn dispute() -> Weight { plain() }
	fn decide() -> Weight { high(900, 70, 30, 26) }
	fn end_dispute() -> Weight { high(900, 70, 30, 26) }
	fn split_certificate() -> Weight { plain() }
	fn merge_certificates() -> Weight { plain() }
	fn transfer_certificate() -> Weight { plain() }
	fn cancel_certificate() -> Weight { plain() }
	fn withdraw_certificate() -> Weight { plain() }
	fn expire_certificate() -> Weight { plain() }
	fn pause() -> Weight { plain() }
	fn unpause() -> Weight { plain() }
	fn conclude() -> Weight { high(300, 24, 8, 6) }
	fn look() -> Weight { high(40, 8, 3, 1) }
}

/// As long as nothing is measured: the same.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
impl<T> WeightInfo for SubstrateWeight<T> {
	fn create_zone() -> Weight {
		<()>::create_zone()
	}
	fn set_terms() -> Weight {
		<()>::set_terms()
	}
	fn set_prices() -> Weight {
		<()>::set_prices()
	}
	fn assess_zone() -> Weight {
		<()>::assess_zone()
	}
	fn retire_zone() -> Weight {
		<()>::retire_zone()
	}
	fn remove_zone() -> Weight {
		<()>::remove_zone()
	}
	fn add_float() -> Weight {
		<()>::add_float()
	}
	fn take_float() -> Weight {
		<()>::take_float()
	}
	fn register_meter() -> Weight {
		<()>::register_meter()
	}
	fn approve_meter() -> Weight {
		<()>::approve_meter()
	}
	fn remove_meter() -> Weight {
		<()>::remove_meter()
	}
	fn open_market() -> Weight {
		<()>::open_market()
	}
	fn set_cap() -> Weight {
		<()>::set_cap()
	}
	fn submit_order() -> Weight {
		<()>::submit_order()
	}
	fn cancel_order() -> Weight {
		<()>::cancel_order()
	}
	fn clear(p: u32, ) -> Weight {
		<()>::clear(p)
	}
	fn submit_read() -> Weight {
		<()>::submit_read()
	}
	fn prove_read() -> Weight {
		<()>::prove_read()
	}
	fn estimate() -> Weight {
		<()>::estimate()
	}
	fn settle(l: u32, ) -> Weight {
		<()>::settle(l)
	}
	fn suspend() -> Weight {
		<()>::suspend()
	}
	fn curtail() -> Weight {
		<()>::curtail()
	}
	fn dispute() -> Weight {
		<()>::dispute()
	}
	fn decide() -> Weight {
		<()>::decide()
	}
	fn end_dispute() -> Weight {
		<()>::end_dispute()
	}
	fn split_certificate() -> Weight {
		<()>::split_certificate()
	}
	fn merge_certificates() -> Weight {
		<()>::merge_certificates()
	}
	fn transfer_certificate() -> Weight {
		<()>::transfer_certificate()
	}
	fn cancel_certificate() -> Weight {
		<()>::cancel_certificate()
	}
	fn withdraw_certificate() -> Weight {
		<()>::withdraw_certificate()
	}
	fn expire_certificate() -> Weight {
		<()>::expire_certificate()
	}
	fn pause() -> Weight {
		<()>::pause()
	}
	fn unpause() -> Weight {
		<()>::unpause()
	}
	fn conclude() -> Weight {
		<()>::conclude()
	}
	fn look() -> Weight {
		<()>::look()
	}
}
