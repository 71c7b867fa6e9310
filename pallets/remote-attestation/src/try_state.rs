// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_verifiers()?;
		Self::try_state_nonces()?;
		Self::try_state_results()?;
		Self::try_state_policies()
	}

	fn try_state_verifiers() -> Result<(), TryRuntimeError> {
		let mut generations = BTreeSet::new();
		for (_, verifier) in Verifiers::<T>::iter() {
			ensure!(
				verifier.generation < NextGeneration::<T>::get(),
				"a verifier's generation was never given out"
			);
			ensure!(
				generations.insert(verifier.generation),
				"two verifiers are of the same generation"
			);
		}
		Ok(())
	}

	fn try_state_nonces() -> Result<(), TryRuntimeError> {
		let mut nonces = BTreeSet::new();
		for (_, challenge) in Challenges::<T>::iter() {
			ensure!(nonces.insert(challenge.nonce), "two challenges have the same nonce");
		}
		for (_, result) in Results::<T>::iter() {
			ensure!(
				nonces.insert(result.claims.nonce),
				"a nonce was answered twice, or can be once more"
			);
		}
		let count = u64::try_from(nonces.len()).unwrap_or(u64::MAX);
		ensure!(count <= ChallengeCount::<T>::get(), "a nonce was never given out");
		Ok(())
	}

	fn try_state_results() -> Result<(), TryRuntimeError> {
		for (_, result) in Results::<T>::iter() {
			ensure!(
				result.generation < NextGeneration::<T>::get(),
				"a result's verifier was never registered"
			);
			ensure!(
				Verifiers::<T>::get(&result.verifier)
					.is_none_or(|verifier| verifier.generation >= result.generation),
				"a result's verifier is registered later than it is"
			);
			let term = result.claims.expires.saturating_sub(result.issued_at);
			ensure!(
				term > 0 && term <= T::MaxResultTerm::get(),
				"a result counts for longer than it may"
			);
		}
		Ok(())
	}

	fn try_state_policies() -> Result<(), TryRuntimeError> {
		for (_, purpose, policy) in Policies::<T>::iter() {
			ensure!(policy.max_age > 0, "a policy accepts no result");
			ensure!(policy.is_strict_enough(purpose), "a policy accepts too much");
		}
		Ok(())
	}
}
