// SPDX-License-Identifier: Apache-2.0

//! Hard limits, which manufacturers set, and soft ones, which two clinicians agree on.

use super::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_profile(
		who: T::AccountId,
		model: ModelId,
		action: Action,
		profile: SafetyProfile,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		ensure!(T::Manufacturers::has_model(&model), Error::<T>::UnknownModel);
		let maker = T::Manufacturers::standing(model.manufacturer);
		let may_set = maker.is_some_and(|maker| maker.account == who && maker.is_approved);
		ensure!(may_set, Error::<T>::NotManufacturer);
		let is_sound = match action {
			// Doses are kept for as long as their commands.
			Action::Therapy =>
				profile.hard.is_sound() && profile.hard.memory() < T::Retention::get(),
			_ => action.is_command(),
		};
		ensure!(is_sound, Error::<T>::BadProfile);
		let (depositor, ticket) = match Profiles::<T>::get(model, action) {
			Some(record) => (record.depositor, record.ticket),
			None => (who.clone(), T::ProfileTicket::new(&who, Self::profile_footprint())?),
		};

		Profiles::<T>::insert(model, action, ProfileRecord { profile, depositor, ticket });
		Self::deposit_event(Event::ProfileSet { model, action, profile });
		Ok(())
	}

	pub(crate) fn do_remove_profile(
		who: T::AccountId,
		model: ModelId,
		action: Action,
	) -> DispatchResult {
		let record = Profiles::<T>::get(model, action).ok_or(Error::<T>::UnknownProfile)?;
		let maker = T::Manufacturers::standing(model.manufacturer);
		// Of a model that is gone, there may be no manufacturer any more.
		let may_remove =
			maker.is_some_and(|maker| maker.account == who) || !T::Manufacturers::has_model(&model);
		ensure!(may_remove, Error::<T>::NotManufacturer);

		record.ticket.drop(&record.depositor)?;
		Profiles::<T>::remove(model, action);
		Self::deposit_event(Event::ProfileRemoved { model, action });
		Ok(())
	}

	pub(crate) fn do_propose_soft_limits(
		who: T::AccountId,
		device: DeviceId,
		action: Action,
		limits: Option<SoftLimits>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::for_soft_limits(&who, &device, action)?;
		let is_sound =
			limits.is_none_or(|soft| soft.max_single > 0 && soft.max_single <= soft.max_window);
		ensure!(is_sound, Error::<T>::BadSoftLimits);

		record.proposal = Some(SoftProposal { by: who.clone(), limits });
		MedicalDevices::<T>::insert(device, record);
		Self::deposit_event(Event::SoftLimitsProposed { device, action, limits, by: who });
		Ok(())
	}

	pub(crate) fn do_confirm_soft_limits(
		who: T::AccountId,
		device: DeviceId,
		action: Action,
		limits: Option<SoftLimits>,
	) -> DispatchResult {
		let mut record = Self::for_soft_limits(&who, &device, action)?;
		let proposal = record.proposal.take().ok_or(Error::<T>::NoProposal)?;
		ensure!(proposal.by != who, Error::<T>::SameParty);
		// Their key may have been stolen since, or their work here be over.
		let is_clinician = Self::has_role(record.org, &proposal.by, Role::Clinician);
		ensure!(is_clinician, Error::<T>::NoProposal);
		ensure!(proposal.limits == limits, Error::<T>::LimitsDiffer);

		record.soft = limits;
		MedicalDevices::<T>::insert(device, record);
		Self::deposit_event(Event::SoftLimitsSet { device, action, limits, by: who });
		Ok(())
	}

	/// The device, if this account may say something of its soft limits.
	fn for_soft_limits(
		who: &T::AccountId,
		device: &DeviceId,
		action: Action,
	) -> Result<MedicalDeviceRecordOf<T>, Error<T>> {
		ensure!(action == Action::Therapy, Error::<T>::NotADose);
		let record = Self::enrolled(device)?;
		ensure!(record.subject.is_some(), Error::<T>::NotAssigned);
		ensure!(Self::has_role(record.org, who, Role::Clinician), Error::<T>::NotClinician);
		Ok(record)
	}
}
