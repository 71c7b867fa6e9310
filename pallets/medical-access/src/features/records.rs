// SPDX-License-Identifier: Apache-2.0

//! Records of patients: pointers, keys, and what is left of erased ones.

use super::*;
use mote_authorisation::record_id;

impl<T: Config> Pallet<T> {
	/// The decision is about the patient's records as a whole, and so is a refusal's entry: there
	/// is no record yet, and nobody begins a chain of entries by naming one that will never be.
	/// The record's own chain begins with the permit.
	pub(crate) fn do_add_record(
		who: T::AccountId,
		subject: SubjectId,
		content: ContentId,
		commitment: H256,
		kind: RecordKind,
		key: WrappedKey,
	) -> DispatchResultWithPostInfo {
		Self::ensure_not_paused()?;
		let mut patient = Self::patient_record(&subject)?;
		ensure!(patient.discharged_at.is_none(), Error::<T>::Discharged);
		let id = record_id(&subject, &commitment);
		ensure!(!Records::<T>::contains_key(id), Error::<T>::RecordExists);
		let known = Self::known_of_records(&who, subject, &patient);
		let weight = T::WeightInfo::add_record(known.consents());
		let request = Request { action: Action::WriteRecord, value: 0, purpose: Purpose::Treat };
		let decision = known.judge(&request);
		let Decision::Permit { basis, .. } = decision else {
			Self::tell(About::Record(subject), &who, &request, &known, decision);
			return Ok(Some(weight).into());
		};
		patient.records = patient.records.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::RecordTicket::new(&who, Self::record_footprint())?;
		let reader = Self::key_for(patient.patient.clone(), key, &who)?;
		let mut keys = KeysOf::<T>::new();
		keys.try_push(reader).map_err(|_| Error::<T>::TooManyKeys)?;

		Patients::<T>::insert(subject, patient);
		let entry = RecordEntry {
			subject,
			author: who.clone(),
			content: Some(content.clone()),
			commitment,
			kind,
			keys,
			added_at: known.now,
			erasure: None,
			ticket,
		};
		Records::<T>::insert(id, entry);
		Self::tell(About::Record(subject), &who, &request, &known, decision);
		Self::use_consent(Some(subject), basis);
		Self::deposit_event(Event::RecordAdded {
			record: id,
			subject,
			author: who.clone(),
			content,
			commitment,
			kind,
			key,
		});
		Self::audit(About::Record(id), &who, request.action, Outcome::Permitted, 0);
		Ok(Some(weight).into())
	}

	/// Whoever shares is not decided about here, but must be who may; that the reader may read is a
	/// decision like any other, except that it uses up nothing: reading will. Who has broken the
	/// glass to read does not wait while work is paused.
	pub(crate) fn do_share_record(
		who: T::AccountId,
		id: RecordId,
		grantee: T::AccountId,
		key: WrappedKey,
	) -> DispatchResultWithPostInfo {
		let mut entry = Self::live_record(&id)?;
		let patient = Self::patient_record(&entry.subject)?;
		let known_of = |actor| Self::known_of_records(actor, entry.subject, &patient);
		let known = known_of(&grantee);
		if !known.is_emergency(Action::ReadRecord, Purpose::BreakGlass) {
			Self::ensure_not_paused()?;
		}
		let may_share = patient.patient == who ||
			(entry.author == who && Self::judge_reader(&known_of(&who)).1.is_permit());
		ensure!(may_share, Error::<T>::MayNotShare);
		let is_shared = entry.keys.iter().any(|held| held.grantee == grantee);
		ensure!(!is_shared, Error::<T>::AlreadyShared);
		let weight = T::WeightInfo::share_record(known.consents());
		let (request, decision) = Self::judge_reader(&known);
		ensure!(decision.is_permit(), Error::<T>::GranteeNotPermitted);
		let reader = Self::key_for(grantee.clone(), key, &who)?;
		entry.keys.try_push(reader).map_err(|_| Error::<T>::TooManyKeys)?;

		Records::<T>::insert(id, entry);
		let about = About::Record(id);
		Self::tell(about, &grantee, &request, &known, decision);
		let event = Event::RecordShared { record: id, grantee: grantee.clone(), key, by: who };
		Self::deposit_event(event);
		let reference = match decision {
			Decision::Permit { basis, .. } => Self::glass_of(basis, &known).unwrap_or_default(),
			Decision::Deny(_) => 0,
		};
		Self::audit(about, &grantee, request.action, Outcome::Permitted, reference);
		Ok(Some(weight).into())
	}

	/// Whether somebody may read: to treat, or else in an emergency.
	fn judge_reader(known: &facts::Known<T::AccountId>) -> (Request, Decision) {
		let judge = |purpose| {
			let request = Request { action: Action::ReadRecord, value: 0, purpose };
			(request, known.judge(&request))
		};
		let (request, decision) = judge(Purpose::Treat);
		if decision.is_permit() {
			return (request, decision);
		}
		judge(Purpose::BreakGlass)
	}

	pub(crate) fn do_open_record(
		who: T::AccountId,
		id: RecordId,
		purpose: Purpose,
	) -> DispatchResultWithPostInfo {
		let entry = Self::live_record(&id)?;
		ensure!(entry.keys.iter().any(|key| key.grantee == who), Error::<T>::NoKey);
		let patient = Self::patient_record(&entry.subject)?;
		let known = Self::known_of_records(&who, entry.subject, &patient);
		let request = Request { action: Action::ReadRecord, value: 0, purpose };
		let decision = known.judge(&request);

		let about = About::Record(id);
		Self::tell(about, &who, &request, &known, decision);
		if let Decision::Permit { basis, .. } = decision {
			Self::use_consent(Some(entry.subject), basis);
			Self::deposit_event(Event::RecordOpened { record: id, by: who.clone(), purpose });
			let reference = Self::glass_of(basis, &known).unwrap_or_default();
			Self::audit(about, &who, request.action, Outcome::Permitted, reference);
		}
		Ok(Some(T::WeightInfo::open_record(known.consents())).into())
	}

	pub(crate) fn do_remove_key(
		who: T::AccountId,
		id: RecordId,
		grantee: T::AccountId,
	) -> DispatchResult {
		let mut entry = Self::record_entry(&id)?;
		let patient = Self::patient_record(&entry.subject)?.patient;
		// Nobody takes a record from its patient.
		let is_authors = entry.author == who && grantee != patient;
		let may_remove = who == grantee || who == patient || is_authors;
		ensure!(may_remove, Error::<T>::MayNotRemoveKey);
		let place = entry.keys.iter().position(|key| key.grantee == grantee);
		let key = entry.keys.remove(place.ok_or(Error::<T>::NoKey)?);

		key.ticket.drop(&key.depositor)?;
		Records::<T>::insert(id, entry);
		Self::deposit_event(Event::KeyRemoved { record: id, grantee });
		Ok(())
	}

	pub(crate) fn do_erase_record(
		who: T::AccountId,
		id: RecordId,
		receipt: H256,
	) -> DispatchResultWithPostInfo {
		let mut entry = Self::live_record(&id)?;
		let patient = Self::patient_record(&entry.subject)?;
		let may_erase = patient.patient == who || Self::is_admin(patient.org, &who);
		ensure!(may_erase, Error::<T>::MayNotErase);

		let keys = core::mem::take(&mut entry.keys);
		let weight = T::WeightInfo::erase_record(keys.len().try_into().unwrap_or(MAX_KEYS));
		for KeyRecord { grantee, depositor, ticket, .. } in keys {
			ticket.drop(&depositor)?;
			Self::deposit_event(Event::KeyRemoved { record: id, grantee });
		}
		entry.content = None;
		entry.erasure = Some(Erasure { at: Self::now(), receipt });
		Records::<T>::insert(id, entry);
		Self::deposit_event(Event::RecordErased { record: id, receipt, by: who.clone() });
		Self::audit(About::Record(id), &who, Action::WriteRecord, Outcome::Erased, 0);
		Ok(Some(weight).into())
	}

	pub(crate) fn do_remove_record(id: RecordId) -> DispatchResult {
		let entry = Self::record_entry(&id)?;
		let erased_at = entry.erasure.ok_or(Error::<T>::NotErased)?.at;
		ensure!(!Self::is_kept(erased_at), Error::<T>::StillKept);

		entry.ticket.drop(&entry.author)?;
		Records::<T>::remove(id);
		Patients::<T>::mutate_extant(entry.subject, |patient| {
			patient.records = patient.records.saturating_sub(1);
		});
		Self::deposit_event(Event::RecordRemoved { record: id });
		Ok(())
	}

	fn record_entry(id: &RecordId) -> Result<RecordEntryOf<T>, Error<T>> {
		Records::<T>::get(id).ok_or(Error::<T>::UnknownRecord)
	}

	/// A record that was not erased.
	fn live_record(id: &RecordId) -> Result<RecordEntryOf<T>, Error<T>> {
		let entry = Self::record_entry(id)?;
		ensure!(entry.erasure.is_none(), Error::<T>::AlreadyErased);
		Ok(entry)
	}

	fn key_for(
		grantee: T::AccountId,
		key: WrappedKey,
		depositor: &T::AccountId,
	) -> Result<KeyRecordOf<T>, DispatchError> {
		let ticket = T::KeyTicket::new(depositor, Self::key_footprint())?;
		Ok(KeyRecord { grantee, key, depositor: depositor.clone(), ticket })
	}
}
