// SPDX-License-Identifier: Apache-2.0

//! Meters, orders that a book may take, and the mid-market rate.

use codec::Encode;
use mote_clearing::{
	buyer_pays, is_balanced, mid_market, plausible_energy, rated_energy, seller_gets, Admission,
	Energy, Flow, LossBand, MeterFlaw, OrderFlaw, Rating, Registers, Side, Tariff, PERIODS,
};
use proptest::prelude::*;

const STREET: Tariff = Tariff { feed_in: 80_000, retail: 320_000, penalty_bp: 1000 };
const QUARTER: u32 = 900;
const HOUSE: Rating = Rating { import: 10_000, export: 4_000 };

fn book() -> Admission {
	Admission { tariff: STREET, tick: 10, min_quantity: 10, period: QUARTER }
}

#[test]
fn rated_energy_should_be_power_by_time_rounded_down() {
	assert_eq!(rated_energy(4_000, QUARTER), 1000);
	assert_eq!(rated_energy(1, 3599), 0);
	assert_eq!(rated_energy(1, 3600), 1);
	assert_eq!(rated_energy(0, QUARTER), 0);
}

#[test]
fn plausible_energy_should_allow_five_percent_above_the_rating() {
	assert_eq!(plausible_energy(4_000, QUARTER), 1050);
	assert_eq!(plausible_energy(4_001, QUARTER), 1050);
	assert_eq!(plausible_energy(19, 3600), 19);
	assert_eq!(plausible_energy(20, 3600), 21);
}

#[test]
fn energies_of_a_rating_should_stay_in_range_at_its_end() {
	let most = u128::from(u32::MAX) * u128::from(u32::MAX);
	assert_eq!(u128::from(rated_energy(u32::MAX, u32::MAX)), most / 3600);
	assert_eq!(u128::from(plausible_energy(u32::MAX, u32::MAX)), most * 105 / 360_000);
}

#[test]
fn since_should_be_the_difference_of_both_registers() {
	let (earlier, now) =
		(Registers { import: 100, export: 70 }, Registers { import: 150, export: 70 });
	assert_eq!(now.since(&earlier), Ok(Flow { import: 50, export: 0 }));
	assert_eq!(now.since(&now), Ok(Flow::default()));
}

#[test]
fn since_should_fail_when_a_register_went_back() {
	let before = Registers { import: 100, export: 100 };
	for now in [Registers { import: 99, export: 100 }, Registers { import: 100, export: 99 }] {
		assert_eq!(now.since(&before), Err(MeterFlaw::RegisterWentBack));
	}
}

#[test]
fn check_should_fail_beyond_what_the_connection_can_carry() {
	let most = Flow { import: 2_625, export: 1_050 };
	assert_eq!(most.check(HOUSE, QUARTER), Ok(most));
	for more in [Flow { import: 2_626, ..most }, Flow { export: 1_051, ..most }] {
		assert_eq!(more.check(HOUSE, QUARTER), Err(MeterFlaw::ImplausibleEnergy));
	}
}

#[test]
fn metered_should_be_all_import_for_a_buyer_and_net_export_for_a_seller() {
	let sunny = Flow { import: 20, export: 500 };
	assert_eq!((sunny.metered(Side::Bid), sunny.metered(Side::Ask)), (20, 480));
	let cloudy = Flow { import: 500, export: 20 };
	assert_eq!((cloudy.metered(Side::Bid), cloudy.metered(Side::Ask)), (500, 0));
	assert_eq!((HOUSE.of(Side::Bid), HOUSE.of(Side::Ask)), (10_000, 4_000));
}

const fn band(share_bp: u16, absolute: Energy) -> LossBand {
	LossBand { share_bp, absolute }
}

fn flow() -> impl Strategy<Value = Flow> {
	(0..1_000_000u64, 0..1_000_000u64).prop_map(|(import, export)| Flow { import, export })
}

proptest! {
	#[test]
	fn zone_should_be_balanced_when_energy_is_conserved_and_not_beyond_the_band(
		meters in flow(),
		export in 0..1_000_000u64,
		share_bp in 0..10_000u16,
		absolute in 0..1_000u64,
		more in 1..1_000u64,
	) {
		// What the zone needs beyond what it makes itself, and hands on.
		let needed = meters.import + export;
		prop_assume!(needed >= meters.export);
		let feeder = Flow { import: needed - meters.export, export };
		prop_assert!(is_balanced(&meters, &feeder, &band(0, 0)));
		let limits = band(share_bp, absolute);
		// Invented energy enters, and is the greater side, which the band then is a share of.
		let share = u64::from(share_bp);
		let tolerated = (needed * share + absolute * 10_000) / (10_000 - share);
		let invented = tolerated + more;
		let lie = Flow { export: meters.export + invented, ..meters };
		prop_assert!(!is_balanced(&lie, &feeder, &limits));
		// A wider band never refuses what a narrower one takes.
		let small = Flow { export: meters.export + tolerated, ..meters };
		prop_assert!(is_balanced(&small, &feeder, &limits));
		prop_assert!(is_balanced(&small, &feeder, &band(share_bp + 1, absolute + 1)));
	}
}

#[test]
fn a_zone_should_be_balanced_only_within_its_band() {
	let meters = Flow { import: 970, export: 400 };
	let feeder = |import| Flow { import, export: 0 };
	assert!(is_balanced(&meters, &feeder(570), &band(0, 0)));
	assert!(is_balanced(&meters, &feeder(600), &band(300, 0)));
	assert!(!is_balanced(&meters, &feeder(601), &band(300, 0)));
	// The greater side is what the share is of.
	assert!(is_balanced(&meters, &feeder(541), &band(300, 0)));
	assert!(!is_balanced(&meters, &feeder(540), &band(300, 0)));
	assert!(is_balanced(&meters, &feeder(540), &band(300, 1)));
	assert!(is_balanced(&meters, &feeder(580), &band(0, 10)));
	assert!(!is_balanced(&meters, &feeder(581), &band(0, 10)));
}

#[test]
fn a_zone_should_not_be_balanced_when_a_meter_invents_energy() {
	let honest = Flow { import: 1000, export: 400 };
	let feeder = Flow { import: 600, export: 0 };
	assert!(is_balanced(&honest, &feeder, &band(300, 0)));
	assert!(!is_balanced(&Flow { export: 500, ..honest }, &feeder, &band(300, 0)));
}

#[test]
fn balance_should_stay_in_range_at_its_end() {
	let most = Flow { import: u64::MAX, export: u64::MAX };
	assert!(is_balanced(&most, &most, &band(0, 0)));
	assert!(is_balanced(&most, &Flow::default(), &band(u16::MAX, u64::MAX)));
	assert!(!is_balanced(&Flow { export: 0, ..most }, &Flow::default(), &band(9_999, 0)));
}

#[test]
fn an_order_should_be_admitted_at_both_ends_of_the_band() {
	assert_eq!(book().check(80_000, 10, HOUSE.export), Ok(()));
	assert_eq!(book().check(320_000, 1000, HOUSE.export), Ok(()));
}

#[test]
fn an_order_should_be_refused_outside_the_band() {
	for limit in [79_990, 320_010] {
		assert_eq!(book().check(limit, 10, HOUSE.export), Err(OrderFlaw::PriceOutOfBand));
	}
}

#[test]
fn an_order_should_be_refused_between_two_ticks() {
	assert_eq!(book().check(80_005, 10, HOUSE.export), Err(OrderFlaw::OffTick));
	for tick in [0, 1] {
		assert_eq!(Admission { tick, ..book() }.check(80_005, 10, HOUSE.export), Ok(()));
	}
}

#[test]
fn an_order_should_be_refused_when_it_is_too_small_or_for_nothing() {
	assert_eq!(book().check(80_000, 9, HOUSE.export), Err(OrderFlaw::TooSmall));
	let any = Admission { min_quantity: 0, ..book() };
	assert_eq!(any.check(80_000, 0, HOUSE.export), Err(OrderFlaw::TooSmall));
	assert_eq!(any.check(80_000, 1, HOUSE.export), Ok(()));
}

#[test]
fn an_order_should_be_refused_when_its_meter_cannot_carry_it() {
	assert_eq!(book().check(80_000, 1001, HOUSE.export), Err(OrderFlaw::ExceedsMeterRating));
	assert_eq!(book().check(80_000, 1001, HOUSE.import), Ok(()));
}

#[test]
fn periods_should_divide_an_hour() {
	assert!(PERIODS.iter().all(|period| 3600 % period == 0));
}

#[test]
fn codec_indices_of_flaws_should_be_the_published_ones() {
	assert_eq!(MeterFlaw::RegisterWentBack.encode(), [0]);
	assert_eq!(MeterFlaw::ImplausibleEnergy.encode(), [1]);
	let flaws = [
		OrderFlaw::PriceOutOfBand,
		OrderFlaw::OffTick,
		OrderFlaw::TooSmall,
		OrderFlaw::ExceedsMeterRating,
	];
	assert_eq!(flaws.map(|flaw| flaw.encode()).concat(), [0, 1, 2, 3]);
}

#[test]
fn mid_market_should_be_the_middle_for_both_when_nothing_is_left_over() {
	let rates = mid_market(700, 700, &STREET).unwrap();
	assert_eq!((rates.sell, rates.buy), (200_000, 200_000));
	assert_eq!((rates.left_over, rates.lacking), (0, 0));
	assert_eq!(mid_market(0, 0, &STREET).map(|rates| rates.buy), Some(200_000));
}

#[test]
fn mid_market_should_be_the_tariff_when_one_side_is_missing() {
	assert_eq!(mid_market(700, 0, &STREET).map(|rates| rates.sell), Some(STREET.feed_in));
	assert_eq!(mid_market(0, 700, &STREET).map(|rates| rates.buy), Some(STREET.retail));
}

#[test]
fn the_grid_account_should_pay_rounded_up_and_get_rounded_down() {
	let uneven = Tariff { feed_in: 80_001, retail: 320_001, penalty_bp: 0 };
	let long = mid_market(1, 0, &uneven).unwrap();
	assert_eq!((long.grid_pays(&uneven), long.grid_gets(&uneven)), (81, 0));
	let short = mid_market(0, 1, &uneven).unwrap();
	assert_eq!((short.grid_pays(&uneven), short.grid_gets(&uneven)), (0, 320));
}

#[test]
fn mid_market_should_be_none_when_feed_in_is_above_retail() {
	assert_eq!(mid_market(1, 1, &Tariff { feed_in: 320_001, ..STREET }), None);
}

#[test]
fn mid_market_should_stay_in_range_at_its_end() {
	let steep = Tariff { feed_in: u64::MAX, retail: u64::MAX, penalty_bp: 0 };
	for (generation, demand) in [(u64::MAX, u64::MAX), (u64::MAX, 1), (1, u64::MAX)] {
		let rates = mid_market(generation, demand, &steep).unwrap();
		assert_eq!((rates.sell, rates.buy), (u64::MAX, u64::MAX));
	}
}

proptest! {
	#[test]
	fn mid_market_should_stay_between_the_prices_of_the_tariff(
		generation in any::<u64>(),
		demand in any::<u64>(),
		feed_in in any::<u64>(),
		above in any::<u64>(),
	) {
		let tariff = Tariff { feed_in, retail: feed_in.saturating_add(above), penalty_bp: 0 };
		let rates = mid_market(generation, demand, &tariff).unwrap();
		for price in [rates.sell, rates.buy] {
			prop_assert!(tariff.has_in_band(price));
		}
		prop_assert!(rates.sell <= rates.buy);
	}

	#[test]
	fn mid_market_should_never_pay_out_more_than_comes_in(
		made in prop::collection::vec(0..5_000u64, 0..20),
		used in prop::collection::vec(0..5_000u64, 0..20),
		feed_in in 0..400_000u64,
		above in 0..400_000u64,
	) {
		let tariff = Tariff { feed_in, retail: feed_in + above, penalty_bp: 0 };
		let (generation, demand): (Energy, Energy) = (made.iter().sum(), used.iter().sum());
		let rates = mid_market(generation, demand, &tariff).unwrap();
		let paid: u128 = used.iter().map(|energy| buyer_pays(*energy, rates.buy)).sum();
		let received: u128 = made.iter().map(|energy| seller_gets(*energy, rates.sell)).sum();
		let (paid, received) =
			(paid + rates.grid_pays(&tariff), received + rates.grid_gets(&tariff));
		prop_assert!(paid >= received);
		prop_assert_eq!(generation + rates.lacking, demand + rates.left_over);
	}

	#[test]
	fn registers_should_give_back_what_went_through(
		import in 0..1u64 << 40,
		export in 0..1u64 << 40,
		flow_import in 0..1u64 << 20,
		flow_export in 0..1u64 << 20,
	) {
		let earlier = Registers { import, export };
		let now = Registers { import: import + flow_import, export: export + flow_export };
		prop_assert_eq!(now.since(&earlier), Ok(Flow { import: flow_import, export: flow_export }));
		if now != earlier {
			prop_assert_eq!(earlier.since(&now), Err(MeterFlaw::RegisterWentBack));
		}
	}
}
