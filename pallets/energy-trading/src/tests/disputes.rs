// SPDX-License-Identifier: Apache-2.0

//! Disputes: who may, what they cost, and that the others are paid.

use super::*;

/// A settled pair, of which the seller fed in 500 of 600 Wh.
fn settled() -> MarketId {
	let market = pair(TERMS);
	read(market, BUYERS, 500, 0);
	read(market, SELLERS, 0, 500);
	settle(market);
	market
}

fn dispute(market: MarketId, owner: u64) -> Call<Test> {
	Call::dispute { market, meter: meter_of(owner).id() }
}

fn decide(market: MarketId, owner: u64, metered: Option<Energy>) -> Call<Test> {
	Call::decide { market, meter: meter_of(owner).id(), metered }
}

fn end(market: MarketId, owner: u64) -> Call<Test> {
	Call::end_dispute { market, meter: meter_of(owner).id() }
}

#[test]
fn settlement_should_be_disputed_by_parties_in_the_window_only() {
	run(|| {
		let market = pair(TERMS);
		refused(SELLERS, dispute(market, SELLERS), Error::<Test>::WrongStage);
		read(market, BUYERS, 500, 0);
		read(market, SELLERS, 0, 500);
		settle(market);
		refused(STRANGER, dispute(market, SELLERS), Error::<Test>::NotParty);
		refused(BUYERS, dispute(market, SELLERS), Error::<Test>::NotParty);
		refused(BUYERS, dispute(market, STRANGER), Error::<Test>::LegNotFound);
		refused(AUTHORITY, decide(market, SELLERS, None), Error::<Test>::NotDisputed);
		refused(STRANGER, end(market, SELLERS), Error::<Test>::NotDisputed);
		done(SELLERS, dispute(market, SELLERS));
		let meter = meter_of(SELLERS).id();
		assert_eq!(last_event(), Event::Disputed { market, meter, by: SELLERS, bond: 5_000 });
		refused(GRID, dispute(market, SELLERS), Error::<Test>::AlreadyDisputed);
		done(GRID, dispute(market, BUYERS));
		assert!(bill(market, BUYERS).is_disputed);
		done(AUTHORITY, decide(market, BUYERS, None));
		pass(TERMS.dispute_ms);
		refused(GRID, dispute(market, BUYERS), Error::<Test>::WindowClosed);
	});
}

#[test]
fn only_the_disputed_meter_should_wait() {
	run(|| {
		let market = settled();
		done(SELLERS, dispute(market, SELLERS));
		pay_out(market);
		assert_eq!(wealth(BUYERS), START - 144_000 + 8_000);
		assert_eq!(Legs::<Test>::iter().count(), 1);
		refused(CARRIER, Call::settle { market, legs: 9 }, Error::<Test>::DecisionPending);
		check_everything();
		done(AUTHORITY, decide(market, SELLERS, Some(600)));
		settle(market);
		let decision = Decision::Corrected(600);
		let meter = meter_of(SELLERS).id();
		assert!(events().contains(&Event::DisputeDecided { market, meter, decision }));
		assert_eq!(wealth(SELLERS), START + 144_000);
		assert_eq!(on_hold(SELLERS, HoldReason::Escrow), 0);
		assert_eq!(Periods::<Test>::get(market), None);
	});
}

#[test]
fn disputed_buyer_should_pay_its_contract_so_that_sellers_are_paid() {
	run(|| {
		let market = settled();
		done(GRID, dispute(market, BUYERS));
		pay_out(market);
		assert_eq!(wealth(SELLERS), START + 108_800);
		assert_eq!(wealth(BUYERS), START - 144_000);
		check_everything();
		// It had drawn nothing at all.
		done(AUTHORITY, decide(market, BUYERS, Some(0)));
		settle(market);
		assert_eq!(wealth(BUYERS), START - 144_000 + 48_000);
		assert_eq!(wealth(GRID), START - LEAST - 48_000 + 35_200);
		assert_eq!(Periods::<Test>::get(market), None);
	});
}

#[test]
fn decision_in_the_window_should_be_paid_with_all_the_others() {
	run(|| {
		let market = settled();
		done(SELLERS, dispute(market, SELLERS));
		refused(AUTHORITY, decide(market, SELLERS, Some(2_626)), Error::<Test>::ImplausibleEnergy);
		done(AUTHORITY, decide(market, SELLERS, Some(550)));
		let settlement = bill(market, SELLERS).settlement.unwrap();
		assert_eq!((settlement.metered, settlement.evidence), (550, Evidence::Decided));
		assert_eq!(on_hold(SELLERS, HoldReason::Escrow), 67_201);
		pay_out(market);
		assert_eq!(wealth(SELLERS), START + 144_000 - 17_600);
		assert_eq!(Periods::<Test>::get(market), None);
	});
}

#[test]
fn rejected_dispute_should_cost_its_bond() {
	run(|| {
		let market = settled();
		done(SELLERS, dispute(market, SELLERS));
		done(AUTHORITY, decide(market, SELLERS, None));
		assert_eq!(pot(market.zone), 5_000);
		pay_out(market);
		assert_eq!(wealth(SELLERS), START + 108_800 - 5_000);
	});
}

/// An operator that keeps a seller waiting.
#[test]
fn settlement_should_be_disputed_once_by_each_party() {
	run(|| {
		let market = settled();
		for (who, decision) in [(GRID, Some(500)), (SELLERS, None)] {
			done(who, dispute(market, SELLERS));
			done(AUTHORITY, decide(market, SELLERS, decision));
			refused(who, dispute(market, SELLERS), Error::<Test>::DisputedBefore);
		}
		// Another meter's settlement is another matter.
		done(GRID, dispute(market, BUYERS));
		done(AUTHORITY, decide(market, BUYERS, None));
	});
}

/// The last decision of a market does not wait for what the grid account can be paid.
#[test]
fn decision_should_hold_when_the_grid_account_is_blocked() {
	run(|| {
		issue_euros();
		let zone = make_zone_in(NativeOrWithId::WithId(EUROS), TERMS);
		let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
		clear(market);
		settle(market);
		read(market, BUYERS, 500, 0);
		read(market, SELLERS, 0, 500);
		settle(market);
		done(SELLERS, dispute(market, SELLERS));
		pay_out(market);
		assert_ok!(Assets::block(signed(AUTHORITY), EUROS, GRID));
		done(AUTHORITY, decide(market, SELLERS, Some(600)));
		assert_eq!(Assets::balance(EUROS, SELLERS), START + 144_000);
		check_everything();
		assert_ok!(Assets::thaw(signed(AUTHORITY), EUROS, GRID));
		EnergyTrading::do_idle_work(block());
		assert_eq!(Periods::<Test>::get(market), None);
	});
}

#[test]
fn bond_should_wait_with_the_rest_when_its_account_is_blocked() {
	for by in [SELLERS, GRID] {
		run(|| {
			issue_euros();
			let euros = NativeOrWithId::WithId(EUROS);
			let zone = make_zone_in(euros.clone(), TERMS);
			let market = trade(zone, &[(300_000, 600)], &[(180_000, 600)]);
			clear(market);
			settle(market);
			read(market, BUYERS, 500, 0);
			read(market, SELLERS, 0, 500);
			settle(market);
			done(by, dispute(market, SELLERS));
			assert_ok!(Assets::block(signed(AUTHORITY), EUROS, by));
			let float = Zones::<Test>::get(zone).unwrap().float;
			done(AUTHORITY, decide(market, SELLERS, Some(600)));
			check_everything();
			pay_out(market);
			assert_eq!(Periods::<Test>::get(market), None);
			assert_ok!(Assets::thaw(signed(AUTHORITY), EUROS, by));
			if by == GRID {
				let float = float + 5_000;
				assert!(events().contains(&Event::FloatChanged { zone, float }));
			} else {
				done(STRANGER, Call::pay_claim { currency: euros, account: by });
			}
			assert_eq!(Assets::balance(EUROS, SELLERS), START + 144_000);
		});
	}
}

#[test]
fn dispute_that_nobody_decides_should_end() {
	run(|| {
		let market = settled();
		done(SELLERS, dispute(market, SELLERS));
		refused(STRANGER, end(market, SELLERS), Error::<Test>::DecisionPending);
		pay_out(market);
		pass(4 * DAY - 1);
		refused(STRANGER, end(market, SELLERS), Error::<Test>::DecisionPending);
		pass(1);
		done(STRANGER, end(market, SELLERS));
		settle(market);
		assert_eq!(wealth(SELLERS), START + 108_800);
		assert_eq!(Periods::<Test>::get(market), None);
	});
}

#[test]
fn decision_should_be_paid_once_wherever_the_payment_is() {
	// However many meters were paid when the decision comes.
	for paid in 0..7 {
		for disputed in [BUYERS, BUYERS + 1, SELLERS, SELLERS + 1] {
			run(|| {
				let market = trade(
					make_zone(TERMS),
					&[(300_000, 600), (300_000, 600)],
					&[(180_000, 600), (180_000, 600)],
				);
				clear(market);
				settle(market);
				for owner in [BUYERS, BUYERS + 1] {
					read(market, owner, 500, 0);
				}
				for owner in [SELLERS, SELLERS + 1] {
					read(market, owner, 0, 500);
				}
				settle(market);
				done(GRID, dispute(market, disputed));
				pass(TERMS.dispute_ms);
				for _ in 0..paid {
					if dispatch(signed(CARRIER), Call::settle { market, legs: 1 }).is_err() {
						break;
					}
				}
				check_everything();
				done(AUTHORITY, decide(market, disputed, Some(600)));
				check_everything();
				while Periods::<Test>::contains_key(market) {
					done(CARRIER, Call::settle { market, legs: 1 });
					check_everything();
				}
				let expected = |owner| match owner {
					_ if owner == disputed && owner < SELLERS => START - 144_000,
					_ if owner == disputed => START + 144_000,
					_ if owner < SELLERS => START - 136_000,
					_ => START + 108_800,
				};
				for owner in [BUYERS, BUYERS + 1, SELLERS, SELLERS + 1] {
					assert_eq!(wealth(owner), expected(owner), "{owner} after {paid}");
					assert_eq!(on_hold(owner, HoldReason::Escrow), 0);
				}
			});
		}
	}
}
