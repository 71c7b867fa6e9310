// SPDX-License-Identifier: Apache-2.0

//! Every deposit comes back, to the unit, to whoever put it up.

use super::*;
use frame_support::traits::{fungible, fungibles::InspectHold, Footprint};

#[test]
fn full_life_should_return_every_deposit_and_no_unit_should_be_lost() {
	for euros in [false, true] {
		run(|| {
			issue_euros();
			let all = || -> (u128, u128) {
				let who = || {
					everybody().into_iter().chain([EnergyTrading::account(&NativeOrWithId::Native)])
				};
				let reason = RuntimeHoldReason::EnergyTrading(HoldReason::Escrow);
				let euros = |who| {
					let held = AssetsHolder::balance_on_hold(EUROS, &reason, &who);
					Assets::balance(EUROS, who) + held
				};
				(who().map(wealth).sum(), who().map(euros).sum())
			};
			let before = all();
			let terms = ZoneTerms { fee_bp: 77, cancel_fee: 13, reward: 5, ..TERMS };
			let currency =
				if euros { NativeOrWithId::WithId(EUROS) } else { NativeOrWithId::Native };
			let zone = make_zone_in(currency, terms);
			let market = trade(
				zone,
				&[(310_007, 421), (290_003, 311), (100_000, 77)],
				&[(90_001, 607), (150_011, 301), (310_000, 50)],
			);
			done(BUYERS, cancellation(market, BUYERS, 0));
			order(market, BUYERS, Side::Bid, 310_007, 433).unwrap();
			clear(market);
			settle(market);
			read(market, BUYERS, 400, 0);
			read(market, SELLERS, 0, 590);
			set_now(market.start + PERIOD + TERMS.read_ms);
			settle(market);
			done(SELLERS, Call::dispute { market, meter: meter_of(SELLERS).id() });
			pay_out(market);
			let decide = Call::decide { market, meter: meter_of(SELLERS).id(), metered: None };
			done(AUTHORITY, decide);
			settle(market);
			assert_eq!(Periods::<Test>::get(market), None);
			check_everything();
			for owner in (BUYERS..BUYERS + 3).chain(SELLERS..SELLERS + 3) {
				done(GRID, Call::remove_meter { meter: meter_of(owner).id() });
			}
			done(GRID, Call::retire_zone { zone });
			done(STRANGER, Call::remove_zone { zone });
			assert_eq!(all(), before);
			for who in everybody() {
				let held = <Balances as fungible::InspectHold<u64>>::total_balance_on_hold(&who);
				assert_eq!(held, 0, "{who}");
			}
		});
	}
}

#[test]
fn deposits_should_cover_at_least_the_records_they_stand_for() {
	let covers = |footprint: Footprint, size: usize| {
		assert!(footprint.size >= size as u64, "{} of {size}", footprint.size);
	};
	covers(EnergyTrading::zone_footprint(), ZoneRecordOf::<Test>::max_encoded_len());
	covers(EnergyTrading::meter_footprint(), MeterRecordOf::<Test>::max_encoded_len());
	let claim = ClaimRecordOf::<Test>::max_encoded_len();
	covers(EnergyTrading::order_footprint(), claim);
	let period = PeriodRecordOf::<Test>::max_encoded_len() + Sweep::max_encoded_len();
	covers(EnergyTrading::period_footprint(), period);
	let orders = MAX_ORDERS_PER_METER as usize * PlacedOrder::max_encoded_len();
	let order = LegRecordOf::<Test>::max_encoded_len() + orders;
	covers(EnergyTrading::order_footprint(), order);
	let certificate = CertificateRecordOf::<Test>::max_encoded_len();
	covers(EnergyTrading::certificate_footprint(), certificate);
	let entry = <(MarketId, CertificateId)>::max_encoded_len();
	covers(EnergyTrading::carried_footprint(), certificate + entry);
	let key = <(u64, MarketId, DeviceId)>::max_encoded_len();
	covers(EnergyTrading::share_footprint(), key + ShareRecordOf::<Test>::max_encoded_len());
}

#[test]
fn account_of_the_pallet_should_exist_in_each_currency_of_a_zone() {
	run(|| {
		issue_euros();
		let account = EnergyTrading::account(&NativeOrWithId::Native);
		make_zone(TERMS);
		assert_eq!(Balances::free_balance(account), LEAST);
		make_zone(TERMS);
		assert_eq!(Balances::free_balance(account), LEAST);
		make_zone_in(NativeOrWithId::WithId(EUROS), TERMS);
		assert_eq!(Assets::balance(EUROS, account), LEAST);
	});
}

/// Else whoever makes enough assets that keep no account alive would use up what the account can
/// have of them.
#[test]
fn each_currency_should_have_an_account_of_its_own() {
	use sp_runtime::{traits::AccountIdConversion, AccountId32};
	let of = |currency: NativeOrWithId<u32>| -> AccountId32 {
		<Test as Config>::PalletId::get().into_sub_account_truncating(currency)
	};
	let own = [NativeOrWithId::Native, NativeOrWithId::WithId(0), NativeOrWithId::WithId(1)];
	let [native, one, other] = own.map(of);
	assert!(native != one && one != other && other != native);
	let main: AccountId32 = <Test as Config>::PalletId::get().into_account_truncating();
	assert_eq!(native, main);
	let currency = NativeOrWithId::WithId(EUROS);
	let found: u64 = <Test as Config>::PalletId::get().into_sub_account_truncating(&currency);
	assert_eq!(EnergyTrading::account(&currency), found);
}

#[test]
fn account_of_the_pallet_should_keep_a_currency_that_keeps_no_account_alive() {
	run(|| {
		assert_ok!(Assets::force_create(trustees(), EUROS, AUTHORITY, false, LEAST));
		for who in everybody() {
			assert_ok!(Assets::mint(signed(AUTHORITY), EUROS, who, START));
		}
		let market = trade(
			make_zone_in(NativeOrWithId::WithId(EUROS), TERMS),
			&[(300_000, 600)],
			&[(180_000, 600)],
		);
		clear(market);
		settle(market);
		read(market, BUYERS, 600, 0);
		read(market, SELLERS, 0, 600);
		settle(market);
		pay_out(market);
		assert_eq!(Assets::balance(EUROS, SELLERS), START + 144_000);
	});
}
