// SPDX-License-Identifier: Apache-2.0

//! A traded Wh carries its certificate to the buyer where both say so; else the seller keeps it.
//! Never both.

use super::*;
use proptest::prelude::*;

/// What a household trades, in Wh, and whether certificates go with it.
type Wish = (Energy, bool);

/// A market in an approved zone in which all that is wanted is traded, cleared.
fn traded(bids: &[Wish], asks: &[Wish]) -> MarketId {
	let market = market_of(make_zone(TERMS));
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

#[test]
fn share_should_be_forgone_when_its_deposit_cannot_be_paid() {
	run(|| {
		let market = traded(&[(600, true)], &[(600, true)]);
		deliver(market, &[600]);
		// What comes back with the payment is the deposit of the order, which is spent as well.
		impoverish(BUYERS);
		let lots = EnergyTrading::share_footprint().size;
		assert!(lots > 0);
		Legs::<Test>::mutate(
			(market.side(Side::Bid), BUYERS, meter_of(BUYERS).id()),
			|leg| assert!(leg.as_mut().unwrap().dispute.is_none()),
		);
		pay_out(market);
		let forgone = Event::ShareForgone { market, meter: meter_of(BUYERS).id() };
		// The deposit of a share is less than that of an order: whoever could trade can have one.
		assert!(!events().contains(&forgone));
		assert!(share(market, BUYERS).is_some());
	});
}
