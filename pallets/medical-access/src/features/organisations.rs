// SPDX-License-Identifier: Apache-2.0

//! Organisations and their admins, and the lists of credentials that count.

use super::*;
use mote_primitives::StatusPurpose;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_organisation(
		who: T::AccountId,
		break_glass_bond: BalanceOf<T>,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_bond(break_glass_bond)?;
		let org = NextOrganisation::<T>::get();
		let next = org.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::OrgTicket::new(&who, Self::organisation_footprint())?;

		NextOrganisation::<T>::put(next);
		let record = OrganisationRecord {
			admin: who.clone(),
			offered_to: None,
			is_accredited: false,
			break_glass_bond,
			members: 0,
			devices: 0,
			patients: 0,
			break_glasses: 0,
			overdue: 0,
			depositor: who.clone(),
			ticket,
		};
		Organisations::<T>::insert(org, record);
		Self::deposit_event(Event::OrganisationRegistered { org, admin: who, break_glass_bond });
		Ok(())
	}

	pub(crate) fn do_accredit_organisation(org: OrgId, is_accredited: bool) -> DispatchResult {
		let mut record = Self::org_record(org)?;

		record.is_accredited = is_accredited;
		Organisations::<T>::insert(org, record);
		Self::deposit_event(Event::OrganisationAccredited { org, is_accredited });
		Ok(())
	}

	/// The pot must be able to take a bond that is lost, even as the first thing that it gets; and
	/// those who save lives must be able to put it up.
	fn ensure_bond(bond: BalanceOf<T>) -> Result<(), Error<T>> {
		let is_enough = bond.is_zero() || bond >= T::Currency::minimum_balance();
		ensure!(is_enough, Error::<T>::BondTooSmall);
		ensure!(bond <= T::MaxBreakGlassBond::get(), Error::<T>::BondTooLarge);
		Ok(())
	}

	pub(crate) fn do_set_break_glass_bond(
		who: T::AccountId,
		org: OrgId,
		bond: BalanceOf<T>,
	) -> DispatchResult {
		let mut record = Self::org_of(&who, org)?;
		Self::ensure_bond(bond)?;

		record.break_glass_bond = bond;
		Organisations::<T>::insert(org, record);
		Self::deposit_event(Event::BreakGlassBondChanged { org, bond });
		Ok(())
	}

	pub(crate) fn do_transfer_admin(
		who: T::AccountId,
		org: OrgId,
		to: T::AccountId,
	) -> DispatchResult {
		let mut record = Self::org_of(&who, org)?;
		ensure!(!Members::<T>::contains_key(org, &to), Error::<T>::AdminMayNotBeMember);

		record.offered_to = Some(to.clone());
		Organisations::<T>::insert(org, record);
		Self::deposit_event(Event::AdminOffered { org, to });
		Ok(())
	}

	pub(crate) fn do_accept_admin(who: T::AccountId, org: OrgId) -> DispatchResult {
		let mut record = Self::org_record(org)?;
		ensure!(record.offered_to.as_ref() == Some(&who), Error::<T>::NotOffered);
		ensure!(!Members::<T>::contains_key(org, &who), Error::<T>::AdminMayNotBeMember);

		record.offered_to = None;
		record.admin = who.clone();
		Organisations::<T>::insert(org, record);
		Self::deposit_event(Event::AdminChanged { org, admin: who });
		Ok(())
	}

	pub(crate) fn do_remove_organisation(who: T::AccountId, org: OrgId) -> DispatchResult {
		let record = Self::org_of(&who, org)?;
		let is_empty = record.members == 0 &&
			record.devices == 0 &&
			record.patients == 0 &&
			record.break_glasses == 0;
		ensure!(is_empty, Error::<T>::OrganisationInUse);

		record.ticket.drop(&record.depositor)?;
		Organisations::<T>::remove(org);
		Self::deposit_event(Event::OrganisationRemoved { org });
		Ok(())
	}

	pub(crate) fn do_admit_credential_list(
		list: StatusListId,
		is_admitted: bool,
	) -> DispatchResult {
		if is_admitted {
			let purpose = T::Credentials::purpose(list);
			let is_suitable =
				matches!(purpose, Some(StatusPurpose::Revocation | StatusPurpose::Suspension));
			ensure!(is_suitable, Error::<T>::ListUnsuitable);
			CredentialLists::<T>::insert(list, ());
		} else {
			ensure!(CredentialLists::<T>::contains_key(list), Error::<T>::ListNotAdmitted);
			CredentialLists::<T>::remove(list);
		}
		Self::deposit_event(Event::CredentialListAdmitted { list, is_admitted });
		Ok(())
	}
}
