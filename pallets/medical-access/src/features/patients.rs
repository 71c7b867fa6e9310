// SPDX-License-Identifier: Apache-2.0

//! Patients, by a pseudonym in each organisation.

use super::*;
use mote_authorisation::ConsentStatus;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_patient(
		who: T::AccountId,
		org: OrgId,
		subject: SubjectId,
		patient: T::AccountId,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::org_of(&who, org)?;
		ensure!(record.is_accredited, Error::<T>::NotAccredited);
		ensure!(!Patients::<T>::contains_key(subject), Error::<T>::SubjectInUse);
		record.patients = record.patients.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::SubjectTicket::new(&who, Self::patient_footprint())?;

		Organisations::<T>::insert(org, record);
		let entry = PatientRecord {
			org,
			patient: patient.clone(),
			reviewer: None,
			next_consent: 0,
			consents: BoundedVec::new(),
			devices: BoundedVec::new(),
			records: 0,
			discharged_at: None,
			depositor: who,
			ticket,
		};
		Patients::<T>::insert(subject, entry);
		Self::deposit_event(Event::PatientAdmitted { subject, org, patient });
		Ok(())
	}

	pub(crate) fn do_discharge_patient(
		who: T::AccountId,
		subject: SubjectId,
	) -> DispatchResultWithPostInfo {
		let patient = Self::patient_record(&subject)?;
		let may_discharge = patient.patient == who || Self::is_admin(patient.org, &who);
		ensure!(may_discharge, Error::<T>::NotAdminOrPatient);
		ensure!(patient.discharged_at.is_none(), Error::<T>::Discharged);

		let mut commands = 0u32;
		for device in &patient.devices {
			if let Some(mut record) = MedicalDevices::<T>::get(device) {
				let looked_at = Self::release_device(device, &mut record, &who);
				commands = commands.saturating_add(looked_at);
				MedicalDevices::<T>::insert(device, record);
			}
		}
		let now = Self::now();
		for id in &patient.consents {
			let Some(mut consent) = Consents::<T>::get(subject, id) else {
				continue;
			};
			if matches!(consent.status, ConsentStatus::Draft | ConsentStatus::Active) {
				consent.status = ConsentStatus::Inactive;
				consent.ended_at = Some(now);
				Consents::<T>::insert(subject, id, consent);
				Self::deposit_event(Event::ConsentRevoked { subject, id: *id });
			}
		}
		let consents = patient.consents.len().try_into().unwrap_or(MAX_CONSENTS);
		Patients::<T>::mutate_extant(subject, |patient| patient.discharged_at = Some(now));
		Self::deposit_event(Event::PatientDischarged { subject, by: who });
		Ok(Some(T::WeightInfo::discharge_patient(commands, consents)).into())
	}

	pub(crate) fn do_remove_patient(subject: SubjectId) -> DispatchResult {
		let patient = Self::patient_record(&subject)?;
		let discharged_at = patient.discharged_at.ok_or(Error::<T>::NotDischarged)?;
		ensure!(!Self::is_kept(discharged_at), Error::<T>::StillKept);
		let is_unused = patient.consents.is_empty() && patient.records == 0;
		ensure!(is_unused, Error::<T>::SubjectStillInUse);

		patient.ticket.drop(&patient.depositor)?;
		Patients::<T>::remove(subject);
		Organisations::<T>::mutate_extant(patient.org, |org| {
			org.patients = org.patients.saturating_sub(1);
		});
		Self::deposit_event(Event::PatientRemoved { subject });
		Ok(())
	}

	pub(crate) fn do_appoint_reviewer(
		who: T::AccountId,
		subject: SubjectId,
		reviewer: Option<T::AccountId>,
	) -> DispatchResult {
		let mut patient = Self::patient_of(&who, &subject)?;

		patient.reviewer = reviewer.clone();
		Patients::<T>::insert(subject, patient);
		Self::deposit_event(Event::ReviewerAppointed { subject, reviewer });
		Ok(())
	}
}
