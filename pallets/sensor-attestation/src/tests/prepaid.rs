// SPDX-License-Identifier: Apache-2.0

//! Batches that are paid for in advance: whose money, for which batches, and its way back.

use super::*;
use frame_support::traits::fungible::Mutate;

const PRICE: u64 = DEPOSIT + BOND;

fn prepay(who: u64, device: &TestDevice, batches: u32) -> DispatchResult {
	SensorAttestation::prepay_batches(signed(who), device.id(), STREAM, batches)
}

/// A stream of OWNER's with so many batches paid in advance.
fn paid_up(batches: u32) -> TestDevice {
	let device = sensor(1);
	assert_ok!(prepay(OWNER, &device, batches));
	device
}

/// Anchors the next batch, carried by CARRIER; returns which one that is.
fn anchored(device: &TestDevice) -> BatchId {
	pass(HOUR);
	let first = stream(device).last_batched.map_or(1, |last| last + 1);
	let batch = built(device, &readings(first, 5)).batch;
	assert_ok!(anchor(device, &batch));
	id_of(&batch)
}

fn is_prepaid(id: BatchId) -> bool {
	SensorAttestation::batch(id).unwrap().is_prepaid
}

#[test]
fn what_was_paid_in_advance_should_be_used_before_the_carriers_money() {
	run(|| {
		let device = paid_up(2);
		let paid = Event::BatchesPrepaid {
			device: device.id(),
			stream: STREAM,
			batches: 2,
			prepaid: 2 * PRICE,
			depositor: OWNER,
		};
		assert_eq!(last_event(), paid);
		let carrier = Balances::free_balance(CARRIER);
		let ids = [(); 3].map(|()| anchored(&device));
		assert_eq!(ids.map(is_prepaid), [true, true, false]);
		assert_eq!(stream(&device).prepaid, 0);
		assert_eq!(on_hold(OWNER, HoldReason::Prepaid), 2 * PRICE);
		assert_eq!(Balances::free_balance(CARRIER), carrier - PRICE);
	});
}

#[test]
fn pruned_batch_should_make_room_for_the_next_one() {
	run(|| {
		let device = paid_up(1);
		let first = anchored(&device);
		assert_eq!(stream(&device).prepaid, 0);
		pass(30 * DAY);
		assert_ok!(SensorAttestation::prune_batch(signed(STRANGER), first));
		assert_eq!(stream(&device).prepaid, 1);
		assert_eq!(on_hold(OWNER, HoldReason::Prepaid), PRICE);
		assert!(is_prepaid(anchored(&device)));
	});
}

#[test]
fn unused_money_should_come_back_whenever_its_owner_wants() {
	run(|| {
		let before = Balances::free_balance(OWNER);
		let device = sensor(1);
		let without = Balances::free_balance(OWNER);
		for batches in [3, 1, 0] {
			assert_ok!(prepay(OWNER, &device, batches));
			assert_eq!(Balances::free_balance(OWNER), without - u64::from(batches) * PRICE);
		}
		assert_ok!(prepay(OWNER, &device, 2));
		// Also while work is paused; more is new work.
		assert_ok!(SensorAttestation::pause(trustees()));
		assert_noop!(prepay(OWNER, &device, 3), Error::<Test>::Paused);
		assert_ok!(prepay(OWNER, &device, 1));
		assert_ok!(SensorAttestation::remove_stream(signed(OWNER), device.id(), STREAM));
		assert_ok!(SensorAttestation::remove_source(signed(OWNER), device.id()));
		assert_eq!(Balances::free_balance(OWNER), before);
	});
}

#[test]
fn what_a_gateway_signs_should_be_answered_for_by_whoever_carries_it() {
	run(|| {
		let device = paid_up(1);
		let gateway = registered(2);
		gateway.use_key(0);
		assert_ok!(SensorAttestation::name_gateway(signed(OWNER), device.id(), gateway.id()));
		let assurance = Assurance::GatewaySigned(gateway.id());
		let place = BatchPlace { assurance, ..place(&device) };
		let batch = build_batch(place, true, readings(1, 5)).unwrap().batch;
		let signature = gateway.op(0).sign(&GENESIS, &batch);
		let id = id_of(&batch);
		assert_ok!(SensorAttestation::submit_batch(signed(CARRIER), batch, 0, signature));
		assert!(!is_prepaid(id));
		assert_eq!(on_hold(CARRIER, HoldReason::Batch), PRICE);
	});
}

#[test]
fn what_the_depositor_asserts_should_use_it_and_nobody_elses_word() {
	run(|| {
		let device = paid_up(1);
		TestRegistry::set_operator(device.id(), OPERATOR, OperatorRights::SUSPEND);
		for (who, first, uses_it) in [(OPERATOR, 1, false), (OWNER, 6, true)] {
			pass(HOUR);
			let place = BatchPlace { assurance: Assurance::OwnerAsserted, ..place(&device) };
			let batch = build_batch(place, true, readings(first, 5)).unwrap().batch;
			let id = id_of(&batch);
			assert_ok!(SensorAttestation::assert_batch(signed(who), batch));
			assert_eq!(is_prepaid(id), uses_it);
		}
	});
}

#[test]
fn former_owner_should_not_pay_for_what_the_device_says_for_the_next_one() {
	run(|| {
		let device = paid_up(2);
		TestRegistry::set_owner(device.id(), BUYER);
		device.use_key(0);
		assert!(!is_prepaid(anchored(&device)));
		assert_eq!(stream(&device).prepaid, 2);
		assert_noop!(prepay(BUYER, &device, 0), Error::<Test>::NotDepositor);
		assert_ok!(prepay(OWNER, &device, 0));
		assert_eq!(on_hold(OWNER, HoldReason::Prepaid), 0);
	});
}

#[test]
fn operator_should_pay_as_long_as_it_looks_after_the_device() {
	run(|| {
		let device = registered(1);
		device.use_key(0);
		TestRegistry::set_operator(device.id(), OPERATOR, OperatorRights::SUSPEND);
		let own = Declaration::Own(spec());
		assert_ok!(SensorAttestation::enrol(signed(OPERATOR), device.id()));
		assert_ok!(SensorAttestation::declare_stream(signed(OPERATOR), device.id(), STREAM, own));
		assert_ok!(prepay(OPERATOR, &device, 2));
		assert!(is_prepaid(anchored(&device)));
		TestRegistry::set_operator(device.id(), OPERATOR, OperatorRights::KEYS);
		assert!(!is_prepaid(anchored(&device)));
	});
}

#[test]
fn bond_of_a_batch_paid_in_advance_should_go_to_the_challenger() {
	run(|| {
		let device = paid_up(1);
		let readings = readings(1, 5);
		let mut built = built(&device, &readings);
		built.batch.t_end -= 1;
		assert_ok!(anchor(&device, &built.batch));
		let id = id_of(&built.batch);
		let before = [OWNER, CARRIER, STRANGER].map(|who| Balances::total_balance(&who));
		let evidence = shown(&built, &readings, 4);
		assert_ok!(SensorAttestation::challenge_batch(signed(STRANGER), id, evidence));
		let after = [OWNER, CARRIER, STRANGER].map(|who| Balances::total_balance(&who));
		assert_eq!(after, [before[0] - BOND, before[1], before[2] + BOND]);
		check_everything();

		// The deposit that is left is not enough for another batch, and comes back all the same.
		pass(30 * DAY);
		assert_ok!(SensorAttestation::prune_batch(signed(STRANGER), id));
		assert_eq!(stream(&device).prepaid, 0);
		assert_eq!(on_hold(OWNER, HoldReason::Prepaid), DEPOSIT);
		assert_ok!(prepay(OWNER, &device, 0));
		assert_eq!(on_hold(OWNER, HoldReason::Prepaid), 0);
	});
}

#[test]
fn payment_in_advance_should_be_refused_when_it_cannot_be() {
	run(|| {
		let device = sensor(1);
		let nowhere = SensorAttestation::prepay_batches(signed(OWNER), device.id(), 99, 1);
		assert_noop!(nowhere, Error::<Test>::StreamNotFound);
		assert_noop!(prepay(STRANGER, &device, 1), Error::<Test>::NotDepositor);
		assert_noop!(prepay(OWNER, &device, MAX_BATCHES + 1), Error::<Test>::TooManyBatches);
		let _ = <Balances as Mutate<u64>>::set_balance(&OWNER, PRICE);
		assert_noop!(prepay(OWNER, &device, 2), sp_runtime::TokenError::FundsUnavailable);
	});
}
