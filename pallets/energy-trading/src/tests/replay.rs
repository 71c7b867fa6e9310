// SPDX-License-Identifier: Apache-2.0

//! A read counts once, of one meter on one chain, with every algorithm.

use super::*;
use mote_pallet_testing::{flawed_signature, Flaw};

fn call(read: MeterRead, signature: DeviceSignature) -> Call<Test> {
	Call::submit_read { read, key_index: 0, signature }
}

fn turned_down(read: MeterRead, signature: DeviceSignature, error: Error<Test>) {
	refused(CARRIER, call(read, signature), error);
}

/// Runs `test` with a meter of each algorithm whose read is due.
fn with_each_algorithm(test: impl Fn(MarketId, u64, MeterRead, DeviceSignature)) {
	for number in 0..4 {
		run(|| {
			let bids = [(300_000, 100); 4];
			let market = trade(make_zone(TERMS), &bids, &[(90_000, 600)]);
			clear(market);
			set_now(market.start);
			let owner = BUYERS + number;
			let read = read_of(owner, market.start, 7, 0);
			test(market, owner, read, meter_of(owner).op(0).sign(&GENESIS, &read));
		});
	}
}

#[test]
fn read_should_be_refused_when_its_signature_is_flawed() {
	with_each_algorithm(|_, owner, read, signature| {
		let elsewhere = MeterRead { device: DeviceId::default(), ..read };
		for flaw in Flaw::all(5) {
			let by = meter_of(owner).op(0);
			let flawed = flawed_signature(&by, &GENESIS, &OTHER_GENESIS, &read, &elsewhere, flaw);
			turned_down(read, flawed, Error::<Test>::BadSignature);
		}
		for changed in [
			MeterRead { import_wh: 8, ..read },
			MeterRead { export_wh: 1, ..read },
			MeterRead { counter: read.counter + 1, ..read },
			MeterRead { device: meter_of(SELLERS).id(), ..read },
		] {
			turned_down(changed, signature, Error::<Test>::BadSignature);
		}
		done(CARRIER, call(read, signature));
		turned_down(read, signature, Error::<Test>::AlreadyRead);
	});
}

#[test]
fn read_should_be_refused_for_another_moment_and_when_its_period_is_over() {
	with_each_algorithm(|market, _, read, signature| {
		let moved = MeterRead { at: read.at + PERIOD, ..read };
		pass(PERIOD);
		turned_down(moved, signature, Error::<Test>::BadSignature);
		set_now(market.start + PERIOD + TERMS.read_ms + 1);
		turned_down(read, signature, Error::<Test>::NothingToRead);
		settle(market);
		turned_down(read, signature, Error::<Test>::NothingToRead);
	});
}

#[test]
fn read_should_be_refused_when_key_or_meter_has_ended() {
	with_each_algorithm(|_, owner, read, signature| {
		let device = meter_of(owner);
		let set = |signer: Signer, life| {
			let purposes = KeyPurposes::ASSERT;
			TestRegistry::set_key(device.id(), 0, signer.key(), purposes, life);
		};
		set(device.op(0), KeyLife::Superseded(0));
		turned_down(read, signature, Error::<Test>::KeyHasNoAuthority);
		set(device.op(0), KeyLife::Revoked);
		turned_down(read, signature, Error::<Test>::KeyHasNoAuthority);
		set(device.op(1), KeyLife::Live);
		turned_down(read, signature, Error::<Test>::BadSignature);
		let unknown = Call::submit_read { read, key_index: 9, signature };
		refused(CARRIER, unknown, Error::<Test>::KeyHasNoAuthority);
		let purposes = KeyPurposes::KEY_AGREE;
		TestRegistry::set_key(device.id(), 0, device.op(0).key(), purposes, KeyLife::Live);
		turned_down(read, signature, Error::<Test>::KeyHasNoAuthority);
		TestRegistry::set_state(device.id(), DeviceState::Suspended);
		turned_down(read, signature, Error::<Test>::NotTrusted);
	});
}

#[test]
fn read_of_a_removed_meter_should_not_count_when_it_comes_back() {
	with_each_algorithm(|market, owner, read, signature| {
		set_now(market.start + PERIOD + TERMS.read_ms + 1);
		settle(market);
		pay_out(market);
		done(owner, Call::remove_meter { meter: read.device });
		turned_down(read, signature, Error::<Test>::MeterNotFound);
		done(owner, Call::register_meter { zone: market.zone, meter: read.device, spec: CONSUMER });
		turned_down(read, signature, Error::<Test>::NothingToRead);
	});
}
