// SPDX-License-Identifier: Apache-2.0

//! What changes, and what other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, Footprint, Time},
};
use mote_primitives::{
	AcceptedReading, Alert, DataClass, DeviceId, DeviceRegistry, DeviceState, OnAlert, OnReading,
	OperatorRights, Quality, StreamId, StreamRegistry,
};

impl<T: Config> OnReading for Pallet<T> {
	fn max_reading_weight() -> Weight {
		T::WeightInfo::on_reading(T::MaxRules::get()).saturating_add(Self::max_telling_weight())
	}

	/// Bad readings have no value that a rule could judge, and late ones concern a time that was
	/// judged already.
	fn on_reading(accepted: &AcceptedReading) -> Weight {
		let AcceptedReading { device, reading, spec, is_latest, accepted_at, .. } = accepted;
		let Some(mut set) = Rules::<T>::get(device, reading.stream) else {
			return T::WeightInfo::on_reading_without_rules();
		};
		let own = T::WeightInfo::on_reading(Self::count(&set));
		if !is_latest || reading.quality == Quality::Bad {
			return own;
		}
		let told = Self::move_all(device, reading.stream, &mut set, |rule| {
			if rule.incarnation != accepted.incarnation {
				return Tidings::new();
			}
			let RuleRecord { spec: rule, watch, .. } = rule;
			watch.read(rule, spec.period_s, reading.t_ms, reading.value, *accepted_at)
		});
		Rules::<T>::insert(device, reading.stream, set);
		own.saturating_add(told)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_rule(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
		spec: RuleSpec,
	) -> DispatchResult {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		let state = T::Devices::state(&device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!state.is_terminal(), Error::<T>::DeviceEnded);
		ensure!(Self::looks_after(&who, &device), Error::<T>::NotOperator);
		let declared = T::Streams::spec(&device, stream).ok_or(Error::<T>::StreamNotFound)?;
		let incarnation =
			T::Streams::incarnation(&device, stream).ok_or(Error::<T>::StreamNotFound)?;
		ensure!(declared.class != DataClass::Personal, Error::<T>::PersonalData);
		spec.check_for(&declared).map_err(|bad| match bad {
			BadRule::Unbounded => Error::<T>::Unbounded,
			BadRule::Crossed => Error::<T>::BoundsCrossed,
			BadRule::HysteresisTooWide => Error::<T>::HysteresisTooWide,
		})?;
		let mut set = Rules::<T>::get(device, stream)
			.unwrap_or(RuleSet { next: 0, rules: Default::default() });
		ensure!(!set.rules.is_full(), Error::<T>::TooManyRules);
		let number = set.next;
		let next = number.checked_add(1).ok_or(Error::<T>::TooManyRules)?;
		let ticket = T::RuleTicket::new(&who, Self::rule_footprint())?;

		let depositor = who.clone();
		let watch = Watch::NEW;
		let rule = RuleRecord { number, spec, incarnation, watch, depositor: who, ticket };
		set.rules.try_push(rule).map_err(|_| Error::<T>::TooManyRules)?;
		set.next = next;
		Rules::<T>::insert(device, stream, set);
		Self::deposit_event(Event::RuleSet { device, stream, rule: number, spec, depositor });
		Ok(())
	}

	pub(crate) fn do_remove_rule(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
		number: RuleNumber,
	) -> DispatchResult {
		let mut set = Rules::<T>::get(device, stream).ok_or(Error::<T>::RuleNotFound)?;
		let place = Self::place_of(&set, number)?;
		let rule = set.rules.get(place).ok_or(Error::<T>::RuleNotFound)?;
		let is_former_owners =
			rule.depositor == who && T::Devices::owner(&device).is_some_and(|owner| owner != who);
		let has_ended = T::Devices::state(&device).is_none_or(DeviceState::is_terminal) ||
			T::Streams::incarnation(&device, stream) != Some(rule.incarnation);
		ensure!(
			is_former_owners || has_ended || Self::looks_after(&who, &device),
			Error::<T>::NotOperator
		);

		let rule = set.rules.remove(place);
		rule.ticket.drop(&rule.depositor)?;
		if set.rules.is_empty() {
			Rules::<T>::remove(device, stream);
		} else {
			Rules::<T>::insert(device, stream, set);
		}
		Self::deposit_event(Event::RuleRemoved { device, stream, rule: number });
		Ok(())
	}

	pub(crate) fn do_reset_rule(
		who: T::AccountId,
		device: DeviceId,
		stream: StreamId,
		number: RuleNumber,
	) -> DispatchResult {
		let mut set = Rules::<T>::get(device, stream).ok_or(Error::<T>::RuleNotFound)?;
		let place = Self::place_of(&set, number)?;
		ensure!(T::Devices::owner(&device) == Some(who), Error::<T>::NotOwner);

		if let Some(rule) = set.rules.get_mut(place) {
			rule.watch = Watch::NEW;
		}
		Rules::<T>::insert(device, stream, set);
		Self::deposit_event(Event::RuleReset { device, stream, rule: number });
		Ok(())
	}

	pub(crate) fn do_report_gap(device: DeviceId, stream: StreamId) -> DispatchResultWithPostInfo {
		let mut set = Rules::<T>::get(device, stream).ok_or(Error::<T>::RuleNotFound)?;
		let state = T::Devices::state(&device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!state.is_terminal(), Error::<T>::DeviceEnded);
		let declared = T::Streams::spec(&device, stream).ok_or(Error::<T>::StreamNotFound)?;
		let incarnation = T::Streams::incarnation(&device, stream);
		let now = T::Time::now();
		let mut is_silent = false;
		let told = Self::move_all(&device, stream, &mut set, |rule| {
			let is_of_this = incarnation == Some(rule.incarnation);
			let tidings = is_of_this
				.then(|| rule.watch.wait(&rule.spec, declared.period_s, now))
				.flatten();
			is_silent |= tidings.is_some();
			tidings.unwrap_or_default()
		});
		ensure!(is_silent, Error::<T>::NoGap);

		let own = T::WeightInfo::report_gap(Self::count(&set));
		Rules::<T>::insert(device, stream, set);
		Ok(Some(own.saturating_add(told)).into())
	}

	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	/// Moves every rule on, and tells what follows. Returns what telling weighed.
	fn move_all(
		device: &DeviceId,
		stream: StreamId,
		set: &mut RuleSetOf<T>,
		mut step: impl FnMut(&mut RuleRecordOf<T>) -> Tidings,
	) -> Weight {
		let mut told = Weight::zero();
		for rule in set.rules.iter_mut() {
			for (kind, at, value) in step(rule) {
				let alert = Alert {
					device: *device,
					stream,
					rule: rule.number,
					kind,
					severity: rule.spec.severity,
					at,
				};
				Self::deposit_event(Event::Alerted { alert, value });
				told.saturating_accrue(T::OnAlert::on_alert(&alert));
			}
		}
		told
	}

	/// The most that telling of all rules of a stream can weigh at once: each can raise an alarm,
	/// exceed its budget, notice a gap and clear the alarm.
	pub(crate) fn max_telling_weight() -> Weight {
		let tidings = u64::from(T::MaxRules::get()).saturating_mul(4);
		T::OnAlert::max_alert_weight().saturating_mul(tidings)
	}

	fn looks_after(who: &T::AccountId, device: &DeviceId) -> bool {
		T::Devices::may_operate(device, who, OperatorRights::SUSPEND)
	}

	fn count(set: &RuleSetOf<T>) -> u32 {
		u32::try_from(set.rules.len()).unwrap_or(u32::MAX)
	}

	fn place_of(set: &RuleSetOf<T>, number: RuleNumber) -> Result<usize, Error<T>> {
		set.rules
			.binary_search_by_key(&number, |rule| rule.number)
			.map_err(|_| Error::<T>::RuleNotFound)
	}

	pub(crate) fn rule_infos(device: &DeviceId, stream: StreamId) -> Vec<RuleInfo<T::AccountId>> {
		let rules = Rules::<T>::get(device, stream).map(|set| set.rules.into_inner());
		rules
			.unwrap_or_default()
			.into_iter()
			.map(|rule| RuleInfo {
				number: rule.number,
				spec: rule.spec,
				state: rule.watch.state,
				seen_at: rule.watch.last.map(|last| last.at),
				outside_s: rule.watch.outside_ms.div_euclid(1_000),
				is_budget_exceeded: rule.watch.is_budget_told,
				depositor: rule.depositor,
			})
			.collect()
	}

	pub(crate) fn has_alarm(device: &DeviceId, stream: StreamId) -> bool {
		Rules::<T>::get(device, stream).is_some_and(|set| {
			set.rules.iter().any(|rule| matches!(rule.watch.state, RuleState::Alarm { .. }))
		})
	}

	/// The state that a rule occupies, at most: the whole record of a stream, which it may begin.
	pub fn rule_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, StreamId, RuleNumber, RuleRecordOf<T>)>()
	}
}
