// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use mote_primitives::{
	DeviceId, DeviceLife, DeviceRegistry, DeviceVetting, Distrust, TrustPurpose,
};

impl<T: Config> DeviceVetting<T::AccountId> for Pallet<T> {
	fn vet(
		device: &DeviceId,
		life: &DeviceLife<T::AccountId>,
		purpose: TrustPurpose,
	) -> Result<(), Distrust> {
		let policy = Policies::<T>::get(life.model, purpose);
		let result = Results::<T>::get(device);
		let is_approved = result.as_ref().is_some_and(|result| {
			Verifiers::<T>::get(&result.verifier).is_some_and(|verifier| {
				verifier.status.is_approved() && verifier.generation == result.generation
			})
		});
		match policy {
			Some(policy) => judge(&policy, result.as_ref(), is_approved, life, Self::now()),
			None => judge_without_policy(result.as_ref(), is_approved, life, Self::now()),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn verifier_info(who: &T::AccountId) -> Option<VerifierInfo> {
		Verifiers::<T>::get(who).map(|record| VerifierInfo {
			generation: record.generation,
			status: record.status,
			metadata_hash: record.metadata_hash,
		})
	}

	pub(crate) fn challenge_info(device: &DeviceId) -> Option<ChallengeInfoOf<T>> {
		Challenges::<T>::get(device).map(|challenge| ChallengeInfo {
			is_open: Self::living_device(device).is_ok_and(|life| Self::is_open(&challenge, &life)),
			nonce: challenge.nonce,
			expires: challenge.expires,
		})
	}

	pub(crate) fn result_info(device: &DeviceId) -> Option<ResultInfo<T::AccountId>> {
		Results::<T>::get(device).map(|result| ResultInfo {
			verifier: result.verifier,
			generation: result.generation,
			claims: result.claims,
			issued_at: result.issued_at,
			epoch: result.epoch,
			halts: result.halts,
		})
	}

	pub(crate) fn appraisal_of(device: &DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
		let life = T::Devices::life(device).ok_or(Distrust::UnknownDevice)?;
		Self::vet(device, &life, purpose)
	}
}
