// SPDX-License-Identifier: Apache-2.0

//! What changes. Each transition reads, decides, writes, speaks.

use crate::*;
use codec::Encode;
use frame_support::{
	pallet_prelude::*,
	traits::{Consideration, EnsureOrigin, Footprint, Time},
};
use frame_system::{ensure_signed, pallet_prelude::*};
use mote_primitives::{
	DeviceId, DeviceLife, DeviceRegistry, ManufacturerRegistry, ModelId, TrustPurpose,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Saturating, ArithmeticError};

/// Who asks for a result to be taken back.
pub(crate) enum Actor<AccountId> {
	Trustees,
	Account(AccountId),
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_verifier(
		verifier: T::AccountId,
		metadata_hash: H256,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(!Verifiers::<T>::contains_key(&verifier), Error::<T>::AlreadyRegistered);
		let generation = NextGeneration::<T>::get();
		let next = generation.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::VerifierTicket::new(&verifier, Self::verifier_footprint())?;

		NextGeneration::<T>::put(next);
		let status = VerifierStatus::Proposed;
		Verifiers::<T>::insert(
			&verifier,
			VerifierRecord { generation, status, metadata_hash, ticket },
		);
		Self::deposit_event(Event::VerifierRegistered { verifier, generation, metadata_hash });
		Ok(())
	}

	pub(crate) fn do_approve_verifier(
		verifier: T::AccountId,
		examined: Generation,
	) -> DispatchResult {
		let mut record = Self::verifier_or_err(&verifier)?;
		ensure!(record.generation == examined, Error::<T>::VerifierChanged);
		ensure!(!record.status.is_approved(), Error::<T>::BadVerifierStatus);

		record.status = VerifierStatus::Approved;
		Verifiers::<T>::insert(&verifier, record);
		Self::deposit_event(Event::VerifierApproved { verifier });
		Ok(())
	}

	pub(crate) fn do_suspend_verifier(verifier: T::AccountId) -> DispatchResult {
		let mut record = Self::verifier_or_err(&verifier)?;
		ensure!(record.status != VerifierStatus::Suspended, Error::<T>::BadVerifierStatus);

		record.status = VerifierStatus::Suspended;
		Verifiers::<T>::insert(&verifier, record);
		Self::deposit_event(Event::VerifierSuspended { verifier });
		Ok(())
	}

	pub(crate) fn do_withdraw_verifier(verifier: T::AccountId) -> DispatchResult {
		let record = Self::verifier_or_err(&verifier)?;

		record.ticket.drop(&verifier)?;
		Verifiers::<T>::remove(&verifier);
		Self::deposit_event(Event::VerifierWithdrawn { verifier });
		Ok(())
	}

	pub(crate) fn do_request_challenge(who: T::AccountId, device: DeviceId) -> DispatchResult {
		Self::ensure_not_paused()?;
		let life = Self::living_device(&device)?;
		let former = Challenges::<T>::get(device);
		let is_open = former.as_ref().is_some_and(|former| Self::is_open(former, &life));
		ensure!(!is_open, Error::<T>::ChallengeOpen);
		let counter = ChallengeCount::<T>::get();
		let next = counter.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = match former {
			Some(former) if former.depositor == who => former.ticket,
			former => {
				let ticket = T::ChallengeTicket::new(&who, Self::challenge_footprint())?;
				if let Some(former) = former {
					former.ticket.drop(&former.depositor)?;
				}
				ticket
			},
		};

		// Fresh, not random: the parent's hash was not known before, and the counter never repeats.
		let parent = frame_system::Pallet::<T>::parent_hash();
		let nonce = H256((b"mote:challenge", parent, device, counter).using_encoded(blake2_256));
		let expires =
			frame_system::Pallet::<T>::block_number().saturating_add(T::ChallengePeriod::get());
		let DeviceLife { epoch, halts, .. } = life;
		ChallengeCount::<T>::put(next);
		Challenges::<T>::insert(
			device,
			ChallengeRecord { nonce, expires, epoch, halts, depositor: who.clone(), ticket },
		);
		Self::deposit_event(Event::ChallengeIssued { device, nonce, expires, requester: who });
		Ok(())
	}

	pub(crate) fn do_prune_challenge(device: DeviceId) -> DispatchResult {
		let challenge = Challenges::<T>::get(device).ok_or(Error::<T>::NoChallenge)?;
		let is_open =
			Self::living_device(&device).is_ok_and(|life| Self::is_open(&challenge, &life));
		ensure!(!is_open, Error::<T>::ChallengeOpen);

		challenge.ticket.drop(&challenge.depositor)?;
		Challenges::<T>::remove(device);
		Self::deposit_event(Event::ChallengePruned { device });
		Ok(())
	}

	pub(crate) fn do_post_result(
		verifier: T::AccountId,
		device: DeviceId,
		claims: ResultClaims,
	) -> DispatchResult {
		let registration = Verifiers::<T>::get(&verifier)
			.filter(|record| record.status.is_approved())
			.ok_or(Error::<T>::VerifierNotApproved)?;
		let life = Self::living_device(&device)?;
		let challenge = Challenges::<T>::get(device).ok_or(Error::<T>::NoChallenge)?;
		let block = frame_system::Pallet::<T>::block_number();
		ensure!(!challenge.is_expired(&block), Error::<T>::ChallengeExpired);
		ensure!(challenge.fits(&life), Error::<T>::DeviceChanged);
		ensure!(challenge.nonce == claims.nonce, Error::<T>::NonceMismatch);
		let now = Self::now();
		let term = claims.expires.saturating_sub(now);
		ensure!(term > 0 && term <= T::MaxResultTerm::get(), Error::<T>::BadResultTerm);
		let ticket = match Results::<T>::get(device) {
			Some(former) if former.verifier == verifier => former.ticket,
			former => {
				let ticket = T::ResultTicket::new(&verifier, Self::result_footprint())?;
				if let Some(former) = former {
					former.ticket.drop(&former.verifier)?;
				}
				ticket
			},
		};

		// It is used up.
		challenge.ticket.drop(&challenge.depositor)?;
		Challenges::<T>::remove(device);
		Results::<T>::insert(
			device,
			ResultRecord {
				verifier: verifier.clone(),
				generation: registration.generation,
				claims,
				issued_at: now,
				epoch: life.epoch,
				halts: life.halts,
				ticket,
			},
		);
		Self::deposit_event(Event::ResultPosted { device, verifier, claims });
		Ok(())
	}

	pub(crate) fn do_retract_result(
		actor: Actor<T::AccountId>,
		device: DeviceId,
	) -> DispatchResult {
		let result = Results::<T>::get(device).ok_or(Error::<T>::NoResult)?;
		let may = match actor {
			Actor::Trustees => true,
			Actor::Account(who) => who == result.verifier,
		};
		ensure!(may, Error::<T>::NotResultVerifier);

		result.ticket.drop(&result.verifier)?;
		Results::<T>::remove(device);
		Self::deposit_event(Event::ResultRetracted { device });
		Ok(())
	}

	pub(crate) fn do_prune_result(device: DeviceId) -> DispatchResult {
		let result = Results::<T>::get(device).ok_or(Error::<T>::NoResult)?;
		let is_verifier_there = Verifiers::<T>::get(&result.verifier)
			.is_some_and(|verifier| verifier.generation == result.generation);
		let is_alive = Self::living_device(&device).is_ok();
		let is_needed = is_alive && result.is_needed(is_verifier_there, Self::now());
		ensure!(!is_needed, Error::<T>::ResultStillNeeded);

		result.ticket.drop(&result.verifier)?;
		Results::<T>::remove(device);
		Self::deposit_event(Event::ResultPruned { device });
		Ok(())
	}

	pub(crate) fn do_set_policy(
		model: ModelId,
		purpose: TrustPurpose,
		policy: Policy,
	) -> DispatchResult {
		ensure!(T::Manufacturers::has_model(&model), Error::<T>::ModelNotFound);
		ensure!(policy.max_age > 0, Error::<T>::BadMaxAge);
		ensure!(policy.is_strict_enough(purpose), Error::<T>::PolicyTooWeak);

		Policies::<T>::insert(model, purpose, policy);
		Self::deposit_event(Event::PolicySet { model, purpose, policy });
		Ok(())
	}

	pub(crate) fn do_remove_policy(model: ModelId, purpose: TrustPurpose) -> DispatchResult {
		ensure!(Policies::<T>::contains_key(model, purpose), Error::<T>::PolicyNotFound);

		Policies::<T>::remove(model, purpose);
		Self::deposit_event(Event::PolicyRemoved { model, purpose });
		Ok(())
	}

	pub(crate) fn do_set_paused(paused: bool) -> DispatchResult {
		Paused::<T>::put(paused);
		Self::deposit_event(if paused { Event::WorkPaused } else { Event::WorkResumed });
		Ok(())
	}

	pub(crate) fn ensure_trustee_or_signed(
		origin: OriginFor<T>,
	) -> Result<Actor<T::AccountId>, DispatchError> {
		match T::TrusteeOrigin::try_origin(origin) {
			Ok(_) => Ok(Actor::Trustees),
			Err(origin) => Ok(Actor::Account(ensure_signed(origin)?)),
		}
	}

	/// Whether a result can answer the challenge now.
	pub(crate) fn is_open(
		challenge: &ChallengeRecordOf<T>,
		life: &DeviceLife<T::AccountId>,
	) -> bool {
		let block = frame_system::Pallet::<T>::block_number();
		!challenge.is_expired(&block) && challenge.fits(life)
	}

	/// The device, unless it has ended.
	pub(crate) fn living_device(device: &DeviceId) -> Result<DeviceLife<T::AccountId>, Error<T>> {
		let life = T::Devices::life(device).ok_or(Error::<T>::DeviceNotFound)?;
		ensure!(!life.state.is_terminal(), Error::<T>::DeviceEnded);
		Ok(life)
	}

	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	fn ensure_not_paused() -> DispatchResult {
		ensure!(!Paused::<T>::get(), Error::<T>::Paused);
		Ok(())
	}

	fn verifier_or_err(who: &T::AccountId) -> Result<VerifierRecordOf<T>, Error<T>> {
		Verifiers::<T>::get(who).ok_or(Error::<T>::VerifierNotFound)
	}

	/// The state that a verifier occupies, at most.
	pub fn verifier_footprint() -> Footprint {
		Footprint::from_mel::<(T::AccountId, VerifierRecordOf<T>)>()
	}

	/// The state that a challenge occupies, at most.
	pub fn challenge_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, ChallengeRecordOf<T>)>()
	}

	/// The state that a result occupies, at most.
	pub fn result_footprint() -> Footprint {
		Footprint::from_mel::<(DeviceId, ResultRecordOf<T>)>()
	}
}
