// SPDX-License-Identifier: Apache-2.0

//! Consents: what patients permit and deny.

use super::*;
use mote_authorisation::{
	consent_is_valid, Asker, Capacity, ConsentFacts, ConsentStatus, ConsentVerdict, Grantee,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_draft_consent(
		who: T::AccountId,
		subject: SubjectId,
		terms: ConsentTerms<T::AccountId>,
	) -> DispatchResult {
		Self::ensure_not_paused_for(&terms)?;
		let patient = Self::patient_record(&subject)?;
		ensure!(Self::has_role(patient.org, &who, Role::Clinician), Error::<T>::NotClinician);
		Self::ensure_room(&patient, CONSENTS_FOR_PATIENTS)?;

		let status = ConsentStatus::Draft;
		let (id, _) = Self::add_consent(&who, subject, patient, &terms, status)?;
		Self::deposit_event(Event::ConsentDrafted { subject, id, terms, by: who });
		Ok(())
	}

	pub(crate) fn do_activate_consent(
		who: T::AccountId,
		subject: SubjectId,
		id: ConsentId,
	) -> DispatchResultWithPostInfo {
		let patient = Self::patient_of(&who, &subject)?;
		let mut consent = Self::consent_record(&subject, id)?;
		Self::ensure_not_paused_for(&consent.terms)?;
		ensure!(patient.discharged_at.is_none(), Error::<T>::Discharged);
		ensure!(consent.status == ConsentStatus::Draft, Error::<T>::NotDraft);
		let epoch = Self::ensure_consentable(&patient, &consent.terms)?;

		consent.status = ConsentStatus::Active;
		consent.epoch = epoch;
		let terms = consent.terms.clone();
		Consents::<T>::insert(subject, id, consent);
		Self::deposit_event(Event::ConsentActivated { subject, id, epoch });
		let looked_at = Self::cancel_denied(&patient, id, terms, epoch, &who);
		Ok(Some(T::WeightInfo::activate_consent(looked_at)).into())
	}

	pub(crate) fn do_grant_consent(
		who: T::AccountId,
		subject: SubjectId,
		terms: ConsentTerms<T::AccountId>,
	) -> DispatchResultWithPostInfo {
		Self::ensure_not_paused_for(&terms)?;
		let patient = Self::patient_of(&who, &subject)?;

		let status = ConsentStatus::Active;
		let (id, epoch) = Self::add_consent(&who, subject, patient.clone(), &terms, status)?;
		let event = Event::ConsentGranted { subject, id, terms: terms.clone(), epoch };
		Self::deposit_event(event);
		let looked_at = Self::cancel_denied(&patient, id, terms, epoch, &who);
		Ok(Some(T::WeightInfo::grant_consent(looked_at)).into())
	}

	pub(crate) fn do_revoke_consent(
		who: T::AccountId,
		subject: SubjectId,
		id: ConsentId,
	) -> DispatchResultWithPostInfo {
		let patient = Self::patient_of(&who, &subject)?;
		let consent = Self::consent_record(&subject, id)?;
		ensure!(consent.status == ConsentStatus::Active, Error::<T>::ConsentNotActive);

		Self::end_consent(subject, id, consent, ConsentStatus::Inactive);
		Self::deposit_event(Event::ConsentRevoked { subject, id });
		let looked_at = Self::cancel_dependants(&patient, id, &who);
		Ok(Some(T::WeightInfo::revoke_consent(looked_at)).into())
	}

	pub(crate) fn do_mark_consent_in_error(
		who: T::AccountId,
		subject: SubjectId,
		id: ConsentId,
	) -> DispatchResultWithPostInfo {
		let patient = Self::patient_record(&subject)?;
		let consent = Self::consent_record(&subject, id)?;
		let is_drafter = consent.depositor == who && consent.status == ConsentStatus::Draft;
		ensure!(patient.patient == who || is_drafter, Error::<T>::MayNotChangeConsent);
		ensure!(consent.status != ConsentStatus::EnteredInError, Error::<T>::ConsentEnded);
		if consent.status == ConsentStatus::Draft {
			Self::deposit_event(Event::ConsentMarkedInError { subject, id });
			// It was never in force, and nothing rests on it.
			Self::drop_consent(subject, id, patient, consent)?;
			return Ok(Some(T::WeightInfo::mark_consent_in_error(0)).into());
		}

		Self::end_consent(subject, id, consent, ConsentStatus::EnteredInError);
		Self::deposit_event(Event::ConsentMarkedInError { subject, id });
		let looked_at = Self::cancel_dependants(&patient, id, &who);
		Ok(Some(T::WeightInfo::mark_consent_in_error(looked_at)).into())
	}

	pub(crate) fn do_remove_consent(
		who: T::AccountId,
		subject: SubjectId,
		id: ConsentId,
	) -> DispatchResult {
		let patient = Self::patient_record(&subject)?;
		let consent = Self::consent_record(&subject, id)?;
		if consent.status == ConsentStatus::Draft {
			let may_remove = patient.patient == who || consent.depositor == who;
			ensure!(may_remove, Error::<T>::MayNotChangeConsent);
		} else {
			let ended_at = consent.ended_at.unwrap_or(consent.terms.end);
			ensure!(!Self::is_kept(ended_at), Error::<T>::StillKept);
		}

		Self::drop_consent(subject, id, patient, consent)
	}

	fn drop_consent(
		subject: SubjectId,
		id: ConsentId,
		mut patient: PatientRecordOf<T>,
		consent: ConsentRecordOf<T>,
	) -> DispatchResult {
		consent.ticket.drop(&consent.depositor)?;
		Consents::<T>::remove(subject, id);
		patient.consents.retain(|other| *other != id);
		Patients::<T>::insert(subject, patient);
		Self::deposit_event(Event::ConsentRemoved { subject, id });
		Ok(())
	}

	/// Whether there is room for one more, and for as many as are kept free for others.
	fn ensure_room(patient: &PatientRecordOf<T>, kept_free: u32) -> Result<(), Error<T>> {
		let used = patient.consents.len().try_into().unwrap_or(MAX_CONSENTS);
		ensure!(MAX_CONSENTS.saturating_sub(kept_free) > used, Error::<T>::TooManyConsents);
		Ok(())
	}

	fn consent_record(subject: &SubjectId, id: ConsentId) -> Result<ConsentRecordOf<T>, Error<T>> {
		Consents::<T>::get(subject, id).ok_or(Error::<T>::UnknownConsent)
	}

	/// To deny is possible at any time.
	fn ensure_not_paused_for(terms: &ConsentTerms<T::AccountId>) -> Result<(), Error<T>> {
		match terms.verdict {
			ConsentVerdict::Permit => Self::ensure_not_paused(),
			ConsentVerdict::Deny => Ok(()),
		}
	}

	/// Whether the patient may agree to the terms now; the ownership period of the device that they
	/// name.
	fn ensure_consentable(
		patient: &PatientRecordOf<T>,
		terms: &ConsentTerms<T::AccountId>,
	) -> Result<Option<u32>, Error<T>> {
		consent_is_valid(terms, Self::now()).map_err(|_| Error::<T>::BadConsent)?;
		let Some(device) = terms.device else {
			return Ok(None);
		};
		let record = Self::enrolled(&device)?;
		ensure!(record.org == patient.org, Error::<T>::WrongOrganisation);
		Self::ensure_same_owner(&device, &record)?;
		Ok(Some(record.epoch))
	}

	fn add_consent(
		who: &T::AccountId,
		subject: SubjectId,
		mut patient: PatientRecordOf<T>,
		terms: &ConsentTerms<T::AccountId>,
		status: ConsentStatus,
	) -> Result<(ConsentId, Option<u32>), DispatchError> {
		ensure!(patient.discharged_at.is_none(), Error::<T>::Discharged);
		let epoch = Self::ensure_consentable(&patient, terms)?;
		let kept_free = match terms.verdict {
			ConsentVerdict::Permit => CONSENTS_FOR_DENIALS,
			ConsentVerdict::Deny => 0,
		};
		Self::ensure_room(&patient, kept_free)?;
		let id = patient.next_consent;
		patient.next_consent = id.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		patient.consents.try_push(id).map_err(|_| Error::<T>::TooManyConsents)?;
		let ticket = T::ConsentTicket::new(who, Self::consent_footprint())?;

		Patients::<T>::insert(subject, patient);
		let consent = ConsentRecord {
			terms: terms.clone(),
			status,
			uses: 0,
			epoch,
			ended_at: None,
			depositor: who.clone(),
			ticket,
		};
		Consents::<T>::insert(subject, id, consent);
		Ok((id, epoch))
	}

	fn end_consent(
		subject: SubjectId,
		id: ConsentId,
		mut consent: ConsentRecordOf<T>,
		status: ConsentStatus,
	) {
		consent.status = status;
		// One that is marked as an error later is not kept for longer.
		consent.ended_at = consent.ended_at.or(Some(Self::now()));
		Consents::<T>::insert(subject, id, consent);
	}

	/// Cancels the open commands that rest on a consent, and tells how many it looked at.
	fn cancel_dependants(patient: &PatientRecordOf<T>, id: ConsentId, by: &T::AccountId) -> u32 {
		let reason = CancelReason::ConsentGone;
		Self::cancel_for(patient, reason, by, |_, command| command.basis == Basis::Consent(id))
	}

	/// Cancels the open commands that a new consent denies, if it does, and tells how many it
	/// looked at.
	fn cancel_denied(
		patient: &PatientRecordOf<T>,
		id: ConsentId,
		terms: ConsentTerms<T::AccountId>,
		epoch: Option<u32>,
		by: &T::AccountId,
	) -> u32 {
		if terms.verdict == ConsentVerdict::Permit {
			return 0;
		}
		let denial = ConsentFacts { id, terms, status: ConsentStatus::Active, uses: 0, epoch };
		Self::cancel_for(patient, CancelReason::ConsentDenied, by, |device, command| {
			Self::is_stopped(&denial, patient, device, command)
		})
	}

	/// Whether a denial stops an open command: the decision would refuse it now, or when the denial
	/// begins, if it could still be carried out then.
	fn is_stopped(
		denial: &ConsentFacts<T::AccountId>,
		patient: &PatientRecordOf<T>,
		device: (DeviceId, u32),
		command: &CommandRecordOf<T>,
	) -> bool {
		let now = Self::now();
		let capacity: Option<Capacity> = match denial.terms.grantee {
			Grantee::Account(_) => None,
			Grantee::Organisation(org) | Grantee::Role(org, _) =>
				Self::capacity_for_denial(org, &command.requester),
		};
		let asker = Asker {
			actor: &command.requester,
			is_patient: patient.patient == command.requester,
			capacities: capacity.as_slice(),
			device: Some(device),
		};
		let CommandRecord { action, value, purpose, .. } = *command;
		let from = asker.is_stopped_from(denial, &Request { action, value, purpose }, now);
		from.is_some_and(|from| from == now || from < command.expires)
	}

	/// Cancels those open commands of a patient's devices that are meant, and tells how many it
	/// looked at.
	fn cancel_for(
		patient: &PatientRecordOf<T>,
		reason: CancelReason,
		by: &T::AccountId,
		is_meant: impl Fn((DeviceId, u32), &CommandRecordOf<T>) -> bool,
	) -> u32 {
		let mut looked_at = 0u32;
		for device in &patient.devices {
			let Some(mut record) = MedicalDevices::<T>::get(device) else {
				continue;
			};
			let period = (*device, record.epoch);
			let is_meant = |command: &CommandRecordOf<T>| is_meant(period, command);
			let open = Self::cancel_commands(device, &mut record, reason, by, is_meant);
			looked_at = looked_at.saturating_add(open);
			MedicalDevices::<T>::insert(device, record);
		}
		looked_at
	}
}
