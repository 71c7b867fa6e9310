// SPDX-License-Identifier: Apache-2.0

//! A traded Wh carries its certificate to the buyer where both say so; else the seller keeps it.
//! Never both.

use super::*;
use codec::Decode;
use proptest::prelude::*;

/// What a household trades, in Wh, and whether certificates go with it.
type Wish = (Energy, bool);

/// A market in an approved zone in which all that is wanted is traded, cleared.
fn traded(bids: &[Wish], asks: &[Wish]) -> MarketId {
	traded_in(make_zone(TERMS), bids, asks)
}

fn traded_in(zone: ZoneId, bids: &[Wish], asks: &[Wish]) -> MarketId {
	let market = market_of(zone);
	done(AUTHORITY, Call::assess_zone { zone: market.zone, standing: ZoneStanding::Approved });
	for (owner, (quantity, with)) in (BUYERS..).zip(bids) {
		join(market.zone, owner, CONSUMER);
		place(market, owner, Side::Bid, 300_000, *quantity, *with).unwrap();
	}
	for (owner, (quantity, with)) in (SELLERS..).zip(asks) {
		join(market.zone, owner, SOLAR);
		place(market, owner, Side::Ask, 100_000, *quantity, *with).unwrap();
	}
	clear(market);
	settle(market);
	market
}

/// Has buyers use what they bought, and sellers feed in so much, and settles that.
fn deliver(market: MarketId, fed: &[Energy]) {
	for owner in (BUYERS..).take_while(|owner| has_part(market, *owner)) {
		let drawn = bill(market, owner).contract.unwrap();
		read(market, owner, drawn, 0);
	}
	for (owner, fed) in (SELLERS..).zip(fed) {
		read(market, owner, 0, *fed);
	}
	settle(market);
}

fn has_part(market: MarketId, owner: u64) -> bool {
	EnergyTrading::bill(market, meter_of(owner).id()).is_some()
}

/// Such a market, paid.
fn paid(bids: &[Wish], asks: &[Wish], fed: &[Energy]) -> MarketId {
	let market = traded(bids, asks);
	deliver(market, fed);
	pay_out(market);
	market
}

fn claim(market: MarketId, owner: u64, certificate: CertificateId) -> Call<Test> {
	Call::claim_certificate { market, meter: meter_of(owner).id(), certificate }
}

fn drop(market: MarketId, owner: u64) -> Call<Test> {
	Call::drop_share { account: owner, market, meter: meter_of(owner).id() }
}

fn claimable(market: MarketId, owner: u64) -> Vec<(CertificateId, Energy)> {
	EnergyTrading::claimable(owner, market, meter_of(owner).id())
}

fn share(market: MarketId, owner: u64) -> Option<Stretch> {
	Shares::<Test>::get((owner, market, meter_of(owner).id())).map(|share| share.stretch)
}

/// All certificates: whose, for how much, and whether buyers claim them.
fn certificates() -> Vec<(u64, Energy, Option<Stretch>)> {
	let mut all: Vec<_> = Certificates::<Test>::iter().collect();
	all.sort_by_key(|(id, _)| *id);
	all.into_iter()
		.map(|(_, record)| (record.owner, record.energy, record.state.carried()))
		.collect()
}

fn held(owner: u64) -> u128 {
	on_hold(owner, HoldReason::Certificate)
}

/// Leaves an account nothing to pay a deposit with.
fn impoverish(owner: u64) {
	let rest = Balances::free_balance(owner) - LEAST;
	assert_ok!(Balances::transfer_allow_death(signed(owner), CARRIER, rest));
}

fn span(from: Energy, to: Energy) -> Stretch {
	Stretch { from, to }
}

#[test]
fn seller_should_keep_its_certificate_unless_both_say_otherwise() {
	for (wants, offers) in [(false, false), (true, false), (false, true)] {
		run(|| {
			let market = paid(&[(600, wants)], &[(600, offers)], &[600]);
			assert_eq!(certificates(), [(SELLERS, 600, None)]);
			assert_eq!(share(market, BUYERS), None);
			assert_eq!(held(BUYERS), 0);
			let beneficiary = Beneficiary::Account(SELLERS);
			done(SELLERS, Call::cancel_certificate { id: 0, beneficiary });
		});
	}
}

#[test]
fn buyer_should_get_the_certificate_when_both_say_so() {
	run(|| {
		let market = paid(&[(600, true)], &[(600, true)], &[600]);
		let (meter, account, stretch) = (meter_of(BUYERS).id(), BUYERS, span(0, 600));
		let granted = Event::ShareGranted { market, meter, account, stretch };
		let issued = Event::CertificateIssued {
			id: 0,
			device: meter_of(SELLERS).id(),
			market,
			energy: 600,
			owner: SELLERS,
			carried: Some(stretch),
		};
		assert!(events().contains(&granted) && events().contains(&issued));
		assert_eq!(certificates(), [(SELLERS, 600, Some(stretch))]);
		assert!(held(SELLERS) > 0 && held(BUYERS) > 0);
		let until = EnergyTrading::certificate(0).unwrap().expires_at;
		pass(DAY);
		done(BUYERS, claim(market, BUYERS, 0));
		let claimed =
			Event::CertificateClaimed { id: 1, carried: 0, market, meter, account, stretch };
		assert_eq!(last_event(), claimed);
		assert_eq!(certificates(), [(BUYERS, 600, None)]);
		let info = EnergyTrading::certificate(1).unwrap();
		assert_eq!((info.device, info.source), (meter_of(SELLERS).id(), EnergySource::Solar));
		assert_eq!((info.start, info.expires_at), (market.start, until));
		// One deposit is left: of the buyer's certificate.
		assert_eq!((held(SELLERS), Shares::<Test>::iter().count()), (0, 0));
		let beneficiary = Beneficiary::Account(BUYERS);
		done(BUYERS, Call::cancel_certificate { id: 1, beneficiary });
		let totals = CertifiedEnergy::<Test>::get();
		assert_eq!((totals.issued, totals.live, totals.cancelled), (600, 0, 600));
	});
}

#[test]
fn certificate_should_be_kept_or_carried_never_both() {
	// Fed in: more than was sold, and less.
	for (fed, kept) in [(750, vec![(SELLERS, 150, None)]), (450, vec![])] {
		run(|| {
			paid(&[(600, true)], &[(600, true)], &[fed]);
			let carried = (SELLERS, fed.min(600), Some(span(0, fed.min(600))));
			assert_eq!(certificates(), [vec![carried], kept].concat());
			assert_eq!(CertifiedEnergy::<Test>::get().issued, fed.into());
		});
	}
}

#[test]
fn seller_should_keep_what_nobody_wants_when_more_is_offered() {
	run(|| {
		let asks = [(400, true), (400, true)];
		let market = paid(&[(500, true), (300, false)], &asks, &[400, 400]);
		let certificates = certificates();
		let sum = |is_carried: bool| -> Energy {
			let part = certificates.iter().filter(|(.., line)| line.is_some() == is_carried);
			part.map(|(_, energy, _)| energy).sum()
		};
		assert_eq!((sum(true), sum(false)), (500, 300));
		assert_eq!((share(market, BUYERS), share(market, BUYERS + 1)), (Some(span(0, 500)), None));
		let found = claimable(market, BUYERS);
		assert_eq!(found.iter().map(|(_, energy)| energy).sum::<Energy>(), 500);
		for (certificate, _) in found {
			done(BUYERS, claim(market, BUYERS, certificate));
		}
		assert_eq!(share(market, BUYERS), None);
	});
}

#[test]
fn last_in_line_should_get_nothing_when_more_is_wanted() {
	run(|| {
		let bids = [(400, true), (400, true)];
		let market = paid(&bids, &[(500, true), (300, false)], &[500, 300]);
		let mut shares = [share(market, BUYERS), share(market, BUYERS + 1)];
		shares.sort_by_key(|share| share.map(|stretch| stretch.from));
		assert_eq!(shares, [Some(span(0, 400)), Some(span(400, 500))]);
		for owner in [BUYERS, BUYERS + 1] {
			let wanted = share(market, owner).unwrap().length();
			assert_eq!(claimable(market, owner), [(claimable(market, owner)[0].0, wanted)]);
			done(owner, claim(market, owner, claimable(market, owner)[0].0));
		}
		let mut owners: Vec<_> = certificates().iter().map(|of| (of.0, of.1)).collect();
		owners.sort_unstable_by_key(|(_, energy)| *energy);
		assert_eq!(owners.iter().map(|(_, energy)| *energy).collect::<Vec<_>>(), [100, 300, 400]);
		assert_eq!(owners[1], (SELLERS + 1, 300));
	});
}

#[test]
fn buyer_that_gets_nothing_should_put_up_nothing() {
	run(|| {
		// The only one who offers delivers nothing.
		let market = paid(&[(600, true)], &[(600, true)], &[0]);
		assert_eq!((share(market, BUYERS), held(BUYERS)), (None, 0));
		assert_eq!(certificates(), []);
	});
}

#[test]
fn curtailed_energy_should_carry_what_stands() {
	run(|| {
		let market = traded(&[(600, true)], &[(600, true)]);
		set_now(market.start);
		done(GRID, Call::curtail { market, to: 5_000 });
		deliver(market, &[600]);
		let stretch = bill(market, BUYERS).stretch;
		assert_eq!((stretch, bill(market, SELLERS).stretch), (Some(span(0, 300)), stretch));
		pay_out(market);
		assert_eq!(share(market, BUYERS), stretch);
		assert_eq!(certificates(), [(SELLERS, 300, stretch), (SELLERS, 300, None)]);
	});
}

#[test]
fn disputed_seller_should_carry_no_more_than_was_decided() {
	for (decided, carried, kept) in [(200, 200, vec![]), (900, 600, vec![(SELLERS, 300, None)])] {
		run(|| {
			let market = traded(&[(600, true)], &[(600, true)]);
			deliver(market, &[600]);
			let meter = meter_of(SELLERS).id();
			done(GRID, Call::dispute { market, meter });
			pay_out(market);
			// The buyer has paid, and waits.
			assert_eq!(share(market, BUYERS), Some(span(0, 600)));
			assert_eq!((certificates(), claimable(market, BUYERS)), (vec![], vec![]));
			done(AUTHORITY, Call::decide { market, meter, metered: Some(decided) });
			let first = (SELLERS, carried, Some(span(0, carried)));
			assert_eq!(certificates(), [vec![first], kept].concat());
			done(BUYERS, claim(market, BUYERS, 0));
			let left = (carried < 600).then_some(span(carried, 600));
			assert_eq!(share(market, BUYERS), left);
		});
	}
}

/// What was not there when the others stood in line is the seller's.
#[test]
fn seller_whose_reads_were_missing_should_carry_nothing() {
	run(|| {
		let market = traded(&[(600, true)], &[(600, true)]);
		read(market, BUYERS, 600, 0);
		set_now(market.start + PERIOD);
		let meter = meter_of(SELLERS).id();
		done(GRID, Call::estimate { market, meter, energy: 600 });
		set_now(market.start + PERIOD + TERMS.read_ms);
		settle(market);
		assert_eq!(bill(market, SELLERS).stretch, None);
		done(SELLERS, Call::dispute { market, meter });
		done(AUTHORITY, Call::decide { market, meter, metered: Some(600) });
		pay_out(market);
		assert_eq!(certificates(), [(SELLERS, 600, None)]);
		assert_eq!(share(market, BUYERS), None);
	});
}

#[test]
fn disputed_buyer_should_get_its_share_when_it_is_decided() {
	run(|| {
		let market = traded(&[(600, true)], &[(600, true)]);
		deliver(market, &[600]);
		let meter = meter_of(BUYERS).id();
		done(BUYERS, Call::dispute { market, meter });
		pay_out(market);
		assert_eq!(share(market, BUYERS), None);
		done(AUTHORITY, Call::decide { market, meter, metered: Some(100) });
		// It bought that much, whatever it used.
		assert_eq!(share(market, BUYERS), Some(span(0, 600)));
	});
}

#[test]
fn share_should_not_be_claimed_twice() {
	run(|| {
		let asks = [(300, true), (300, true)];
		let market = paid(&[(600, true)], &asks, &[300, 300]);
		let [(first, _), (second, _)] = claimable(market, BUYERS)[..] else { panic!() };
		done(BUYERS, claim(market, BUYERS, first));
		// It is gone, and what came of it goes with nothing.
		let error = Error::<Test>::CertificateNotFound;
		refused(BUYERS, claim(market, BUYERS, first), error);
		let error = Error::<Test>::NothingToClaim;
		refused(BUYERS, claim(market, BUYERS, 2), error);
		done(BUYERS, claim(market, BUYERS, second));
		let error = Error::<Test>::ShareNotFound;
		refused(BUYERS, claim(market, BUYERS, second), error);
		assert_eq!(CertifiedEnergy::<Test>::get().live, 600);
	});
	run(|| {
		// Neither of a certificate of which others have a part.
		let bids = [(300, true), (300, true)];
		let market = paid(&bids, &[(600, true)], &[600]);
		done(BUYERS, claim(market, BUYERS, 0));
		refused(BUYERS, claim(market, BUYERS, 0), Error::<Test>::ShareNotFound);
		assert_eq!(EnergyTrading::certificate(0).unwrap().energy, 300);
		done(BUYERS + 1, claim(market, BUYERS + 1, 0));
		assert_eq!(EnergyTrading::certificate(0), None);
	});
}

#[test]
fn share_should_shrink_from_its_ends_and_lose_what_is_left_before_its_middle() {
	let asks = [(200, true), (200, true), (200, true)];
	let claimed = |order: [usize; 3]| {
		run(|| {
			let market = paid(&[(600, true)], &asks, &[200; 3]);
			let all = claimable(market, BUYERS);
			let claimed = order.map(|place| {
				let call = claim(market, BUYERS, all[place].0);
				dispatch(signed(BUYERS), call).is_ok()
			});
			check_everything();
			claimed
		})
	};
	for order in [[0, 1, 2], [2, 1, 0], [0, 2, 1], [2, 0, 1]] {
		assert_eq!(claimed(order), [true; 3], "{order:?}");
	}
	// By the middle one, its owner lets go of what lies before.
	assert_eq!(claimed([1, 0, 2]), [true, false, true]);
	assert_eq!(claimed([1, 2, 0]), [true, true, false]);
}

#[test]
fn share_and_certificate_should_expire_and_return_their_deposits() {
	run(|| {
		let market = paid(&[(600, true)], &[(600, true)], &[600]);
		let expire = Call::expire_certificate { id: 0 };
		refused(STRANGER, expire.clone(), Error::<Test>::NotExpired);
		refused(STRANGER, drop(market, BUYERS), Error::<Test>::NotExpired);
		set_now(market.start + PERIOD + 365 * DAY);
		assert_eq!(claimable(market, BUYERS), []);
		refused(BUYERS, claim(market, BUYERS, 0), Error::<Test>::CertificateExpired);
		done(STRANGER, expire);
		done(STRANGER, drop(market, BUYERS));
		let (meter, account) = (meter_of(BUYERS).id(), BUYERS);
		assert_eq!(last_event(), Event::ShareDropped { market, meter, account });
		assert_eq!((held(BUYERS), held(SELLERS)), (0, 0));
		assert_eq!(Carried::<Test>::iter().count(), 0);
		let totals = CertifiedEnergy::<Test>::get();
		assert_eq!((totals.issued, totals.live, totals.expired), (600, 0, 600));
	});
}

#[test]
fn share_should_be_of_use_to_its_account_only() {
	run(|| {
		let market = paid(&[(600, true)], &[(600, true)], &[600]);
		for who in [STRANGER, SELLERS, GRID] {
			refused(who, claim(market, BUYERS, 0), Error::<Test>::ShareNotFound);
			refused(who, drop(market, BUYERS), Error::<Test>::NotExpired);
		}
		refused(BUYERS, claim(market, BUYERS, 9), Error::<Test>::CertificateNotFound);
		let later = MarketId { start: market.start + PERIOD, ..market };
		refused(BUYERS, claim(later, BUYERS, 0), Error::<Test>::ShareNotFound);
		refused(BUYERS, drop(later, BUYERS), Error::<Test>::ShareNotFound);
		// A share of another market, at the same place.
		let share = Shares::<Test>::take((BUYERS, market, meter_of(BUYERS).id())).unwrap();
		Shares::<Test>::insert((BUYERS, later, meter_of(BUYERS).id()), share);
		refused(BUYERS, claim(later, BUYERS, 0), Error::<Test>::NothingToClaim);
		// Its account gives it up when it likes.
		done(BUYERS, drop(later, BUYERS));
		assert_eq!(held(BUYERS), 0);
	});
}

/// Has a meter's part in a market stand there without a deposit, and its account without money.
fn ruin(market: MarketId, side: Side, owner: u64) {
	use frame_support::traits::Consideration;
	Legs::<Test>::mutate((market.side(side), owner, meter_of(owner).id()), |leg| {
		let nothing = Decode::decode(&mut &0u128.encode()[..]).unwrap();
		let ticket = std::mem::replace(&mut leg.as_mut().unwrap().ticket, nothing);
		ticket.drop(&owner).unwrap();
	});
	impoverish(owner);
}

#[test]
fn certificate_or_share_should_be_forgone_when_its_deposit_cannot_be_paid() {
	for (owner, side) in [(BUYERS, Side::Bid), (SELLERS, Side::Ask)] {
		run(|| {
			issue_euros();
			let market = traded_in(
				make_zone_in(NativeOrWithId::WithId(EUROS), TERMS),
				&[(600, true)],
				&[(600, true)],
			);
			deliver(market, &[700]);
			ruin(market, side, owner);
			pay_out(market);
			// Everybody is paid all the same.
			assert_eq!(Assets::balance(EUROS, SELLERS), START + 120_000);
			let meter = meter_of(owner).id();
			match side {
				Side::Bid => {
					assert!(events().contains(&Event::ShareForgone { market, meter }));
					assert_eq!(certificates().len(), 2);
				},
				Side::Ask => {
					for energy in [600, 100] {
						let device = meter;
						let forgone = Event::CertificateForgone { device, market, energy };
						assert!(events().contains(&forgone));
					}
					assert_eq!((certificates(), claimable(market, BUYERS)), (vec![], vec![]));
				},
			}
		});
	}
}

#[test]
fn claim_should_fail_when_its_deposit_cannot_be_paid() {
	run(|| {
		let asks = [(300, true), (300, true)];
		let market = paid(&[(600, true)], &asks, &[300, 300]);
		impoverish(BUYERS);
		let poor = sp_runtime::TokenError::FundsUnavailable;
		let call = claim(market, BUYERS, claimable(market, BUYERS)[0].0);
		assert_noop!(dispatch(signed(BUYERS), call), DispatchError::from(poor));
		assert_eq!(share(market, BUYERS), Some(span(0, 600)));
	});
}

#[test]
fn carried_certificate_should_be_of_no_other_use() {
	run(|| {
		let market = paid(&[(600, true)], &[(600, true)], &[700]);
		let (id, part) = (0, 1);
		for call in [
			Call::split_certificate { id, energy: 1 },
			Call::merge_certificates { id, part },
			Call::merge_certificates { id: part, part: id },
			Call::transfer_certificate { id, to: STRANGER },
			Call::cancel_certificate { id, beneficiary: Beneficiary::Account(SELLERS) },
		] {
			refused(SELLERS, call, Error::<Test>::CertificateCarried);
		}
		done(AUTHORITY, Call::withdraw_certificate { id });
		refused(BUYERS, claim(market, BUYERS, id), Error::<Test>::NothingToClaim);
		assert_eq!((claimable(market, BUYERS), CertifiedEnergy::<Test>::get().live), (vec![], 100));
		refused(AUTHORITY, Call::withdraw_certificate { id }, Error::<Test>::CertificateUsed);
		set_now(market.start + PERIOD + 365 * DAY);
		done(STRANGER, Call::expire_certificate { id });
		let totals = CertifiedEnergy::<Test>::get();
		assert_eq!((totals.withdrawn, totals.expired), (600, 0));
	});
}

#[test]
fn orders_of_a_meter_should_all_carry_certificates_or_none() {
	run(|| {
		let market = market_of(make_zone(ZoneTerms { max_orders: 2, ..TERMS }));
		join(market.zone, BUYERS, CONSUMER);
		let bid = |limit, with| place(market, BUYERS, Side::Bid, limit, 100, with);
		assert_ok!(bid(200_000, true));
		let placed = events().pop().unwrap();
		assert!(matches!(placed, Event::OrderPlaced { with_attribute: true, .. }));
		assert!(bill(market, BUYERS).with_attribute);
		assert_noop!(bid(200_001, false), Error::<Test>::OtherAttribute);
		assert_ok!(bid(200_001, true));
		// Not while one stays, whichever makes way.
		assert_noop!(bid(200_002, false), Error::<Test>::OtherAttribute);
		for order in [0, 2] {
			done(BUYERS, cancellation(market, BUYERS, order));
		}
		assert_ok!(bid(200_000, false));
	});
}

#[test]
fn suspect_zone_should_neither_carry_certificates_nor_grant_shares() {
	for standing in [ZoneStanding::Unassessed, ZoneStanding::Suspect] {
		run(|| {
			let market = traded(&[(600, true)], &[(600, true)]);
			deliver(market, &[600]);
			done(AUTHORITY, Call::assess_zone { zone: market.zone, standing });
			pay_out(market);
			assert_eq!((certificates(), share(market, BUYERS)), (vec![], None));
			assert_eq!((held(BUYERS), held(SELLERS)), (0, 0));
		});
	}
}

#[test]
fn battery_should_carry_only_what_it_was_charged_with() {
	run(|| {
		let battery = SELLERS + 1;
		let market = market_of(make_zone(TERMS));
		let zone = market.zone;
		done(AUTHORITY, Call::assess_zone { zone, standing: ZoneStanding::Approved });
		for (owner, spec) in [(BUYERS, CONSUMER), (battery, BATTERY)] {
			join(zone, owner, spec);
		}
		let device = meter_of(battery).id();
		Meters::<Test>::mutate_extant(device, |meter| {
			(meter.charged, meter.charged_until) = (250, market.start + 30 * DAY);
		});
		place(market, BUYERS, Side::Bid, 300_000, 600, true).unwrap();
		place(market, battery, Side::Ask, 100_000, 600, true).unwrap();
		clear(market);
		settle(market);
		read(market, BUYERS, 600, 0);
		read(market, battery, 0, 600);
		settle(market);
		pay_out(market);
		assert_eq!(certificates(), [(battery, 250, Some(span(0, 250)))]);
		assert_eq!(EnergyTrading::meter(device).unwrap().charged, 0);
		assert_eq!(share(market, BUYERS), Some(span(0, 250)));
		done(BUYERS, claim(market, BUYERS, 0));
		// No younger than what the battery was charged with.
		assert_eq!(EnergyTrading::certificate(1).unwrap().expires_at, market.start + 30 * DAY);
	});
}

#[test]
fn household_should_find_its_shares_page_by_page() {
	run(|| {
		let market = paid(&[(600, true)], &[(600, true)], &[600]);
		let meter = meter_of(BUYERS).id();
		let stretch = span(0, 600);
		let use_by = market.start + PERIOD + 365 * DAY;
		let info = ShareInfo { market, meter, stretch, use_by };
		assert_eq!(EnergyTrading::shares_of(BUYERS, None), [info]);
		assert_eq!(EnergyTrading::shares_of(BUYERS, Some((market, meter))), []);
		assert_eq!(EnergyTrading::shares_of(SELLERS, None), []);
		let one = Shares::<Test>::take((BUYERS, market, meter)).unwrap();
		let ticket = one.ticket.encode();
		let many = LISTED_SHARES + 9;
		for number in 0..many {
			let market = MarketId { start: market.start + u64::from(number) * PERIOD, ..market };
			let ticket = Decode::decode(&mut &ticket[..]).unwrap();
			Shares::<Test>::insert((BUYERS, market, meter), ShareRecord { ticket, ..one });
		}
		let mut found = EnergyTrading::shares_of(BUYERS, None);
		assert_eq!(found.len(), LISTED_SHARES as usize);
		let last = found.last().unwrap();
		let rest = EnergyTrading::shares_of(BUYERS, Some((last.market, last.meter)));
		assert_eq!(rest.len(), 9);
		found.extend(rest);
		let markets: std::collections::BTreeSet<_> = found.iter().map(|of| of.market).collect();
		assert_eq!(markets.len(), many as usize);
		for other in markets.into_iter().filter(|other| *other != market) {
			Shares::<Test>::remove((BUYERS, other, meter));
		}
	});
}

#[test]
fn invariants_should_miss_no_share_of_what_is_not_there() {
	let found = |spoil: fn(MarketId)| {
		new_test_ext().execute_with(|| {
			let bids = [(300, true), (300, true)];
			let market = paid(&bids, &[(600, true)], &[600]);
			EnergyTrading::do_try_state().unwrap();
			spoil(market);
			EnergyTrading::do_try_state().unwrap_err()
		})
	};
	let overlapping = |market| {
		for owner in [BUYERS, BUYERS + 1] {
			Shares::<Test>::mutate((owner, market, meter_of(owner).id()), |share| {
				share.as_mut().unwrap().stretch = span(700, 900);
			});
		}
	};
	let too_large = |market| {
		Shares::<Test>::mutate((BUYERS, market, meter_of(BUYERS).id()), |share| {
			share.as_mut().unwrap().stretch = span(0, 600);
		});
	};
	let unlisted = |market| Carried::<Test>::remove(market, 0);
	let listed = |market| Carried::<Test>::insert(market, 7, ());
	assert_eq!(found(overlapping), "two may claim, or have sold, the same energy".into());
	assert_eq!(found(too_large), "of a certificate more can be claimed than is left".into());
	let lost = "a certificate cannot be found by those who may claim it";
	assert_eq!(found(unlisted), lost.into());
	assert_eq!(found(listed), "a certificate is listed that is gone".into());
}

#[test]
fn stretches_should_overlap_and_shrink_as_listed() {
	for (one, other, both) in [
		(span(0, 10), span(0, 10), Some(span(0, 10))),
		(span(0, 10), span(10, 20), None),
		(span(0, 10), span(9, 20), Some(span(9, 10))),
		(span(5, 15), span(7, 9), Some(span(7, 9))),
		(span(5, 5), span(0, 10), None),
		(span(0, u64::MAX), span(u64::MAX - 1, u64::MAX), Some(span(u64::MAX - 1, u64::MAX))),
	] {
		assert_eq!(one.overlap(&other), both);
		assert_eq!(other.overlap(&one), both);
	}
	for (whole, part, rest) in [
		(span(0, 10), span(0, 10), None),
		(span(0, 10), span(0, 4), Some(span(4, 10))),
		(span(0, 10), span(4, 10), Some(span(0, 4))),
		(span(0, 10), span(4, 6), Some(span(6, 10))),
	] {
		assert_eq!(whole.without(&part), rest);
	}
	for (energy, first) in [(0, None), (4, Some(span(3, 7))), (u64::MAX, Some(span(3, 9)))] {
		assert_eq!(span(3, 9).first(energy), first);
	}
}

#[test]
fn each_meter_should_come_first_about_as_often_as_the_others() {
	let turns = |step: u64| {
		let mut counts = [0u32; 7];
		for number in 0..700 {
			let market = MarketId { zone: 0, start: T0 + number * step };
			counts[market.turn(PERIOD, 7) as usize] += 1;
		}
		counts
	};
	// In every period, and at one time of the day.
	for step in [PERIOD, DAY] {
		assert!(turns(step).iter().all(|count| (85..=115).contains(count)), "{:?}", turns(step));
	}
	let market = MarketId { zone: 0, start: T0 };
	assert_eq!((market.turn(PERIOD, 0), market.turn(0, 3), market.turn(PERIOD, 1)), (0, 0, 0));
}

proptest! {
	/// Two lines as long as one likes, each beginning with any of its meters: all that both reach
	/// is given once, and got once.
	#[test]
	fn lines_should_give_every_watt_hour_once(
		bids in prop::collection::vec(0..50u64, 1..9),
		asks in prop::collection::vec(0..50u64, 1..9),
		turns in (0..9u32, 0..9u32),
	) {
		let stand = |energies: &[Energy], turn| {
			let mut line = Line::default();
			let places: Vec<_> = energies.iter().map(|of| line.join(*of, turn)).collect();
			(line, places)
		};
		let (wanted, buyers) = stand(&bids, turns.0);
		let (offered, sellers) = stand(&asks, turns.1);
		let common = wanted.length.min(offered.length);
		for (line, other, places) in [(wanted, offered, &buyers), (offered, wanted, &sellers)] {
			let mut reached: Vec<_> = places
				.iter()
				.flatten()
				.filter_map(|place| line.reached(place, &other))
				.collect();
			reached.sort_by_key(|stretch| stretch.from);
			let mut end = 0;
			for stretch in &reached {
				prop_assert_eq!(stretch.from, end);
				end = stretch.to;
			}
			prop_assert_eq!(end, common);
			// Whoever's turn it is comes first.
			let turn = if line == wanted { turns.0 } else { turns.1 };
			let first = places.get(turn as usize).copied().flatten();
			if let Some(stretch) = first.and_then(|place| line.reached(&place, &other)) {
				prop_assert_eq!(stretch.from, 0);
			}
		}
	}

	/// In whatever order a share is claimed, no Wh comes out twice, and in theirs all do.
	#[test]
	fn share_should_be_claimed_once_in_any_order(
		cuts in prop::collection::btree_set(1..100u64, 0..6),
		keys in prop::collection::vec(any::<u32>(), 8),
	) {
		let ends: Vec<_> = cuts.iter().copied().chain([100]).collect();
		let starts = [0].into_iter().chain(cuts.iter().copied());
		let parts: Vec<_> = starts.zip(ends).map(|(from, to)| span(from, to)).collect();
		let claimed = |order: &[Stretch]| {
			let mut left = Some(span(0, 100));
			let mut sum = 0;
			for part in order {
				let Some(both) = left.and_then(|left| left.overlap(part)) else { continue };
				assert_eq!(both, *part);
				sum += both.length();
				left = left.and_then(|left| left.without(&both));
			}
			(sum, left)
		};
		prop_assert_eq!(claimed(&parts), (100, None));
		// As an app is told of them, with one that is not there yet: that one is left.
		for missing in 0..parts.len() {
			let mut there: Vec<_> = parts.iter().copied().zip(&keys).collect();
			let (gap, _) = there.remove(missing);
			there.sort_by_key(|(_, key)| **key);
			order_claims(&span(0, 100), &mut there);
			let there: Vec<_> = there.into_iter().map(|(part, _)| part).collect();
			prop_assert_eq!(claimed(&there), (100 - gap.length(), Some(gap)));
		}
		// With more gaps, all that is there is claimed all the same.
		let mut some: Vec<_> = parts.iter().copied().zip(&keys).collect();
		some.retain(|(_, key)| **key % 2 == 0);
		let sum: Energy = some.iter().map(|(part, _)| part.length()).sum();
		order_claims(&span(0, 100), &mut some);
		let some: Vec<_> = some.into_iter().map(|(part, _)| part).collect();
		prop_assert_eq!(claimed(&some).0, sum);
		let mut mixed: Vec<_> = parts.iter().copied().zip(&keys).collect();
		mixed.sort_by_key(|(_, key)| **key);
		let mixed: Vec<_> = mixed.into_iter().map(|(part, _)| part).collect();
		let (sum, left) = claimed(&mixed);
		prop_assert!(sum + left.map_or(0, |left| left.length()) <= 100);
	}
}
