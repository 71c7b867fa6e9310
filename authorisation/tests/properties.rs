// SPDX-License-Identifier: Apache-2.0

//! What holds for every decision.

mod common;

use common::{cases, consents, Case, HOSPITAL};
use mote_authorisation::{
	check_dose, permitted_until, Action, Asker, Basis, ConsentStatus, ConsentVerdict,
	CredentialState, Decision, Dose, DoseLimits, Purpose, Refusal, Risk, Role, SafetyProfile,
};
use proptest::{prelude::*, sample::Index, strategy::ValueTree};

/// How many cases each property looks at.
const CASES: u32 = if cfg!(debug_assertions) { 2_000 } else { 50_000 };

fn bad_credentials() -> impl Strategy<Value = CredentialState> {
	prop_oneof![
		Just(CredentialState::Revoked),
		Just(CredentialState::Suspended),
		Just(CredentialState::Expired),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(CASES))]

	#[test]
	fn a_denial_more_should_never_permit(case in cases(), mut consent in consents(), at: Index) {
		consent.terms.verdict = ConsentVerdict::Deny;
		let mut denied = case.clone();
		denied.consents.insert(at.index(case.consents.len() + 1), consent);
		let (before, after) = (case.decide(), denied.decide());
		prop_assert!(before.is_permit() || !after.is_permit());
	}

	#[test]
	fn a_denial_should_stop_exactly_what_the_decision_refuses_for_it(
		mut case in cases(),
		mut denial in consents(),
		delay in 0..4u64,
		ahead in 0..3u64,
	) {
		denial.terms.verdict = ConsentVerdict::Deny;
		denial.terms.start = case.now + delay;
		denial.terms.end = denial.terms.start + ahead;
		let from = case.with_facts(|facts| {
			Asker::from(facts).is_stopped_from(&denial, &case.request, facts.now)
		});
		let begins = denial.terms.start;
		prop_assert!(from.is_none_or(|from| from == begins));
		case.now = begins;
		let before = case.decide();
		case.consents.push(denial);
		let after = case.decide();
		match from {
			Some(_) => prop_assert!(!after.is_permit()),
			None => prop_assert_eq!(before.is_permit(), after.is_permit()),
		}
	}

	#[test]
	fn what_is_permitted_should_be_over_with_its_ground(mut case in cases(), back in 0..4u64) {
		case.now -= back;
		let Decision::Permit { basis, .. } = case.decide() else { return Ok(()) };
		let until = case.with_facts(|facts| permitted_until(facts, &case.request, basis));
		prop_assert!(until > case.now);
		for now in case.now..until.min(case.now + 8) {
			let refusal = Decision::Deny(Refusal::ConsentDenied);
			prop_assert_ne!(Case { now, ..case.clone() }.decide(), refusal);
		}
		if until < u64::MAX {
			let late = Case { now: until, ..case }.decide();
			let on_it = matches!(late, Decision::Permit { basis: on, .. } if on == basis);
			prop_assert!(!on_it);
		}
	}

	#[test]
	fn a_permit_less_should_never_permit(case in cases(), at: Index) {
		let permits = (0..case.consents.len())
			.filter(|index| case.consents[*index].terms.verdict == ConsentVerdict::Permit)
			.collect::<Vec<_>>();
		if !permits.is_empty() {
			let mut without = case.clone();
			without.consents.remove(permits[at.index(permits.len())]);
			prop_assert!(case.decide().is_permit() || !without.decide().is_permit());
		}
	}

	#[test]
	fn revoking_a_permit_should_never_permit(case in cases(), at: Index) {
		let mut revoked = case.clone();
		if !revoked.consents.is_empty() {
			let index = at.index(revoked.consents.len());
			let consent = &mut revoked.consents[index];
			if consent.terms.verdict == ConsentVerdict::Permit {
				consent.status = ConsentStatus::Inactive;
				prop_assert!(case.decide().is_permit() || !revoked.decide().is_permit());
			}
		}
	}

	#[test]
	fn losing_a_credential_should_never_permit(
		case in cases(),
		at: Index,
		state in bad_credentials(),
	) {
		let mut revoked = case.clone();
		if !revoked.capacities.is_empty() {
			let index = at.index(revoked.capacities.len());
			revoked.capacities[index].credential = state;
			prop_assert!(case.decide().is_permit() || !revoked.decide().is_permit());
		}
	}

	#[test]
	fn without_a_credential_only_a_patient_should_be_permitted(
		mut case in cases(),
		state in bad_credentials(),
	) {
		for capacity in &mut case.capacities {
			capacity.credential = state;
		}
		if let Decision::Permit { org, basis, .. } = case.decide() {
			prop_assert!(case.is_patient && org.is_none());
			prop_assert!(matches!(basis, Basis::Patient | Basis::Consent(_)));
		}
	}

	#[test]
	fn a_permit_whose_time_is_over_should_never_be_the_basis_again(
		case in cases(),
		later in 0..1_000_000u64,
	) {
		let mut late = case.clone();
		let ends = case.consents.iter().map(|consent| consent.terms.end);
		late.now = ends.max().unwrap_or(case.now).max(case.now) + later;
		let on_consent = |decision| matches!(
			decision,
			Decision::Permit { basis: Basis::Consent(_), .. }
		);
		prop_assert!(!on_consent(late.decide()));

		// What time alone has refused, more time does not permit.
		let has_denials = case
			.consents
			.iter()
			.any(|consent| consent.terms.verdict == ConsentVerdict::Deny);
		let has_started = case.consents.iter().all(|consent| consent.terms.start <= case.now);
		if !has_denials && has_started && case.request.action != Action::Therapy {
			prop_assert!(case.decide().is_permit() || !late.decide().is_permit());
		}
	}

	#[test]
	fn a_permit_that_is_used_up_should_never_be_the_basis(mut case in cases()) {
		for consent in &mut case.consents {
			consent.terms.max_uses = Some(1);
			consent.uses = 1;
		}
		let decision = case.decide();
		let on_consent = matches!(decision, Decision::Permit { basis: Basis::Consent(_), .. });
		prop_assert!(!on_consent, "{decision:?}");
	}

	#[test]
	fn the_order_of_facts_should_not_matter(case in cases(), turn: Index, swap: Index) {
		let mut other = case.clone();
		other.capacities.reverse();
		if !other.consents.is_empty() {
			let middle = turn.index(other.consents.len());
			other.consents.rotate_left(middle);
			let last = other.consents.len() - 1;
			let place = swap.index(other.consents.len());
			other.consents.swap(place, last);
		}
		if let Some(device) = &mut other.device {
			device.doses.reverse();
		}
		prop_assert_eq!(case.decide(), other.decide());
	}

	#[test]
	fn break_glass_should_change_nothing_beyond_its_mask(mut case in cases()) {
		let covers = case.break_glass.is_some_and(|mask| mask.contains(case.request.action));
		let with = case.decide();
		let on_glass = matches!(with, Decision::Permit { basis: Basis::BreakGlass, .. });
		prop_assert!(!on_glass || covers && case.request.purpose.is_emergency());
		case.break_glass = None;
		if !covers || !case.request.purpose.is_emergency() {
			prop_assert_eq!(with, case.decide());
		}
	}

	#[test]
	fn break_glass_should_help_nobody_but_emergency_staff_of_the_device(case in cases()) {
		if matches!(case.decide(), Decision::Permit { basis: Basis::BreakGlass, .. }) {
			let is_on_duty = case.capacities.iter().any(|capacity| {
				capacity.credential == CredentialState::Valid &&
					capacity.roles.contains(Role::Emergency) &&
					(case.device.is_none() || capacity.org == HOSPITAL)
			});
			prop_assert!(is_on_duty);
		}
	}

	#[test]
	fn a_break_glass_more_should_never_refuse_nor_ask_for_more_approvals(mut case in cases()) {
		let with = case.decide();
		case.break_glass = None;
		if let Decision::Permit { need: without, .. } = case.decide() {
			let Decision::Permit { need, .. } = with else { panic!("{with:?}") };
			prop_assert!(need <= without);
		}
	}

	#[test]
	fn nobody_should_ever_be_permitted_a_dose_beyond_the_hard_limits(mut case in cases()) {
		case.request.action = Action::Therapy;
		if case.decide().is_permit() {
			let device = case.device.as_ref().unwrap();
			let SafetyProfile { hard, .. } = device.profile.unwrap();
			let value = case.request.value;
			prop_assert!(device.has_subject && !device.is_suspended);
			prop_assert!(value > 0 && value <= hard.max_single);
			prop_assert!(total(&hard, &device.doses, case.now) + u64::from(value)
				<= hard.max_window.into());
		}
	}

	#[test]
	fn soft_limits_should_only_raise_what_is_needed(mut case in cases()) {
		let with = case.decide();
		if let Some(device) = &mut case.device {
			device.soft = None;
		}
		let without = case.decide();
		prop_assert_eq!(with.is_permit(), without.is_permit());
		match (with, without) {
			(
				Decision::Permit { need, risk, .. },
				Decision::Permit { need: least, risk: low, .. },
			) => {
				let on_glass = case.break_glass.is_some();
				prop_assert!(risk >= low && (need >= least || on_glass));
			},
			(with, without) => prop_assert_eq!(with, without),
		}
	}

	#[test]
	fn a_profile_should_never_lower_a_risk(mut case in cases()) {
		if let Decision::Permit { risk, .. } = case.decide() {
			prop_assert!(risk >= case.request.action.least_risk());
			let profile = case.device.as_mut().and_then(|device| device.profile.as_mut());
			if let Some(profile) = profile {
				prop_assert!(risk >= profile.risk);
				profile.risk = Risk::High;
				let raised = matches!(case.decide(), Decision::Permit { risk: Risk::High, .. });
				prop_assert!(raised);
			}
		}
	}

	#[test]
	fn reading_and_stopping_should_never_wait_for_anybody(case in cases()) {
		if let Decision::Permit { need, clinical, .. } = case.decide() {
			let action = case.request.action;
			let is_free = action.is_read() ||
				matches!(action, Action::SuspendTherapy | Action::WriteRecord);
			prop_assert!(!is_free || need == 0);
			prop_assert!(need <= 1 && (need == 1 || !clinical));
		}
	}

	#[test]
	fn without_a_consent_only_patients_emergencies_and_service_should_be_permitted(
		mut case in cases(),
	) {
		case.consents.clear();
		if let Decision::Permit { basis, .. } = case.decide() {
			prop_assert!(!matches!(basis, Basis::Consent(_)));
			if basis == Basis::Service {
				prop_assert_eq!(case.request.purpose, Purpose::Service);
				prop_assert!(case.request.action != Action::Therapy);
				prop_assert!(case.request.action != Action::ReadTelemetry);
			}
		}
	}

	#[test]
	fn a_refusal_by_locks_or_the_register_should_spare_only_stopping(mut case in cases()) {
		if let Some(device) = &mut case.device {
			device.is_locked = true;
		}
		if case.device.is_some() && case.decide().is_permit() {
			prop_assert_eq!(case.request.action, Action::SuspendTherapy);
		}
	}

	#[test]
	fn limits_should_hold_over_any_sequence_of_doses(
		max_single in 1..40u32,
		more in 0..80u32,
		window_s in 1..30u32,
		min_interval_s in 0..10u32,
		asked in prop::collection::vec((0..4_000u64, 0..45u32), 1..60),
	) {
		let limits =
			DoseLimits { max_single, max_window: max_single + more, window_s, min_interval_s };
		let (mut now, mut given) = (common::NOW, Vec::<Dose>::new());
		for (pause, value) in asked {
			now += pause;
			let answer = check_dose(&limits, &given, now, value);
			prop_assert_eq!(answer, recomputed(&limits, &given, now, value));
			// What lies beyond the memory may be forgotten.
			let kept = given
				.iter()
				.copied()
				.filter(|dose| dose.at + limits.memory() > now)
				.collect::<Vec<_>>();
			prop_assert_eq!(answer, check_dose(&limits, &kept, now, value));
			if answer.is_ok() {
				given.push(Dose { at: now, value });
			}
		}
		// No window that ends with a dose holds too much, and no two doses are too close.
		for last in &given {
			let until = given.iter().filter(|dose| dose.at <= last.at).copied();
			let until = until.collect::<Vec<_>>();
			prop_assert!(total(&limits, &until, last.at) <= limits.max_window.into());
		}
		for pair in given.windows(2) {
			prop_assert!(pair[1].at - pair[0].at >= u64::from(min_interval_s) * 1000);
		}
	}
}

/// What the doses of the window come to, second by second.
fn total(limits: &DoseLimits, doses: &[Dose], now: u64) -> u64 {
	let start = i128::from(now) - i128::from(limits.window_s) * 1000;
	let within = doses.iter().filter(|dose| i128::from(dose.at) > start);
	within.map(|dose| u64::from(dose.value)).sum()
}

fn recomputed(limits: &DoseLimits, doses: &[Dose], now: u64, value: u32) -> Result<u64, Refusal> {
	let last = doses.iter().map(|dose| dose.at).max();
	let window = total(limits, doses, now) + u64::from(value);
	if value == 0 {
		Err(Refusal::ZeroDose)
	} else if value > limits.max_single {
		Err(Refusal::ExceedsSingleMax)
	} else if last.is_some_and(|last| now - last < u64::from(limits.min_interval_s) * 1000) {
		Err(Refusal::MinIntervalNotElapsed)
	} else if window > limits.max_window.into() {
		Err(Refusal::ExceedsWindowTotal)
	} else {
		Ok(window)
	}
}

#[test]
fn random_cases_should_reach_most_answers() {
	let mut runner = proptest::test_runner::TestRunner::deterministic();
	let mut seen = std::collections::BTreeSet::new();
	for _ in 0..40_000 {
		let case: Case = cases().new_tree(&mut runner).unwrap().current();
		seen.insert(match case.decide() {
			Decision::Permit { basis: Basis::Consent(_), need, .. } => format!("consent {need}"),
			Decision::Permit { basis, need, .. } => format!("{basis:?} {need}"),
			Decision::Deny(refusal) => format!("{refusal:?}"),
		});
	}
	// All but a full window, which takes 64 doses: consents, patients and service with and without
	// an approval, break-glass without.
	assert_eq!(seen.len(), 13 + 7, "{seen:?}");
}
