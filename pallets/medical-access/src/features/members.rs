// SPDX-License-Identifier: Apache-2.0

//! Members of organisations, and what follows when somebody else may have used their key.

use super::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_member(
		who: T::AccountId,
		org: OrgId,
		account: T::AccountId,
		roles: Roles,
		credential: CredentialRef,
		valid_until: Moment,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let mut record = Self::org_of(&who, org)?;
		// Otherwise anyone could claim the credential of somebody else.
		ensure!(record.is_accredited, Error::<T>::NotAccredited);
		ensure!(account != who, Error::<T>::AdminMayNotBeMember);
		ensure!(!Members::<T>::contains_key(org, &account), Error::<T>::AlreadyMember);
		ensure!(!Bars::<T>::contains_key(org, &account), Error::<T>::AccountBarred);
		ensure!(valid_until > Self::now(), Error::<T>::TermOver);
		ensure!(CredentialLists::<T>::contains_key(credential.list), Error::<T>::ListNotAdmitted);
		ensure!(
			T::Credentials::status(credential.list, credential.index) == Some(0),
			Error::<T>::CredentialNotValid
		);
		let mut holder = CredentialHolders::<T>::get(credential)
			.unwrap_or(CredentialHolder { account: account.clone(), memberships: 0 });
		ensure!(holder.account == account, Error::<T>::CredentialInUse);
		let mut memberships = Memberships::<T>::get(&account);
		memberships.try_push(org).map_err(|_| Error::<T>::TooManyMemberships)?;
		record.members = record.members.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let ticket = T::MemberTicket::new(&who, Self::member_footprint())?;

		// At most one for each membership.
		holder.memberships = holder.memberships.saturating_add(1);
		CredentialHolders::<T>::insert(credential, holder);
		Memberships::<T>::insert(&account, memberships);
		Organisations::<T>::insert(org, record);
		let member = MemberRecord {
			roles,
			credential,
			valid_until,
			compromise: None,
			depositor: who,
			ticket,
		};
		Members::<T>::insert(org, &account, member);
		Self::deposit_event(Event::MemberAdded { org, account, roles, credential, valid_until });
		Ok(())
	}

	pub(crate) fn do_change_member(
		who: T::AccountId,
		org: OrgId,
		account: T::AccountId,
		roles: Roles,
		valid_until: Moment,
	) -> DispatchResult {
		Self::org_of(&who, org)?;
		let mut member = Self::member_record(org, &account)?;
		ensure!(member.compromise.is_none(), Error::<T>::MembershipRevoked);
		ensure!(valid_until > Self::now(), Error::<T>::TermOver);
		let is_less = member.roles.contains_all(roles) && valid_until <= member.valid_until;
		if !is_less {
			Self::ensure_not_paused()?;
		}

		member.roles = roles;
		member.valid_until = valid_until;
		Members::<T>::insert(org, &account, member);
		Self::deposit_event(Event::MemberChanged { org, account, roles, valid_until });
		Ok(())
	}

	/// `None` stands for the authority, in whose place the admin is named: it need not be an
	/// account.
	pub(crate) fn do_remove_member(
		who: Option<T::AccountId>,
		org: OrgId,
		account: T::AccountId,
	) -> DispatchResultWithPostInfo {
		let mut record = Self::org_record(org)?;
		let member = Self::member_record(org, &account)?;
		let who = who.unwrap_or_else(|| record.admin.clone());
		ensure!(record.admin == who || account == who, Error::<T>::MayNotRemoveMember);
		let is_listed = member.compromise.is_none_or(|report| report.listing == Listing::Complete);
		ensure!(is_listed, Error::<T>::ListingIncomplete);

		let looked_at = Self::cancel_involved(org, &account, CancelReason::MemberGone, &who);
		let MemberRecord { credential, compromise, depositor, ticket, .. } = member;
		let bar = match compromise {
			Some(_) => Some(BarRecord { removed_at: Self::now(), depositor, ticket }),
			None => {
				ticket.drop(&depositor)?;
				None
			},
		};
		record.members = record.members.saturating_sub(1);
		Organisations::<T>::insert(org, record);
		Members::<T>::remove(org, &account);
		Memberships::<T>::mutate_exists(&account, |list| {
			let mut left = list.take().unwrap_or_default();
			left.retain(|other| *other != org);
			*list = Some(left).filter(|left| !left.is_empty());
		});
		CredentialHolders::<T>::mutate_exists(credential, |holder| {
			if let Some(holder) = holder {
				holder.memberships = holder.memberships.saturating_sub(1);
			}
			holder.take_if(|holder| holder.memberships == 0);
		});
		Self::deposit_event(Event::MemberRemoved { org, account: account.clone() });
		if let Some(bar) = bar {
			Bars::<T>::insert(org, &account, bar);
			Self::deposit_event(Event::AccountBarred { org, account });
		}
		Ok(Some(T::WeightInfo::remove_member(looked_at)).into())
	}

	pub(crate) fn do_lift_bar(org: OrgId, account: T::AccountId) -> DispatchResult {
		let bar = Bars::<T>::get(org, &account).ok_or(Error::<T>::NotBarred)?;
		ensure!(!Self::is_kept(bar.removed_at), Error::<T>::StillKept);

		bar.ticket.drop(&bar.depositor)?;
		Bars::<T>::remove(org, &account);
		Self::deposit_event(Event::BarLifted { org, account });
		Ok(())
	}

	/// Whether a member's key was reported, also when they are none any more.
	pub(crate) fn is_compromised(org: OrgId, account: &T::AccountId) -> bool {
		match Members::<T>::get(org, account) {
			Some(member) => member.compromise.is_some(),
			None => Bars::<T>::contains_key(org, account),
		}
	}

	pub(crate) fn do_report_compromise(
		who: T::AccountId,
		org: OrgId,
		account: T::AccountId,
		since: Moment,
	) -> DispatchResultWithPostInfo {
		let record = Self::org_record(org)?;
		let mut member = Self::member_record(org, &account)?;
		let may_report = account == who ||
			record.admin == who ||
			Self::has_role(org, &who, Role::SecurityOfficer);
		ensure!(may_report, Error::<T>::MayNotReport);
		ensure!(member.compromise.is_none(), Error::<T>::AlreadyReported);
		ensure!(since <= Self::now(), Error::<T>::SinceInFuture);

		let event =
			Event::CompromiseReported { org, account: account.clone(), since, by: who.clone() };
		Self::deposit_event(event);
		let cancelled = Self::cancel_involved(org, &account, CancelReason::Compromised, &who);
		let (listing, listed) = Self::list_suspects(org, &account, since, None, MAX_SUSPECTS);
		member.compromise = Some(Compromise { since, listing });
		Members::<T>::insert(org, &account, member);
		Ok(Some(T::WeightInfo::report_compromise(cancelled, listed)).into())
	}

	pub(crate) fn do_list_suspect_commands(
		org: OrgId,
		account: T::AccountId,
		limit: u32,
	) -> DispatchResultWithPostInfo {
		let mut member = Self::member_record(org, &account)?;
		let Some(Compromise { since, listing: Listing::After(last) }) = member.compromise else {
			return Err(Error::<T>::NothingToList.into());
		};

		let limit = limit.min(MAX_SUSPECTS);
		let (listing, listed) = Self::list_suspects(org, &account, since, last, limit);
		member.compromise = Some(Compromise { since, listing });
		Members::<T>::insert(org, &account, member);
		Ok(Some(T::WeightInfo::list_suspect_commands(listed)).into())
	}

	fn member_record(org: OrgId, account: &T::AccountId) -> Result<MemberRecordOf<T>, Error<T>> {
		Members::<T>::get(org, account).ok_or(Error::<T>::UnknownMember)
	}

	/// Cancels the open commands that a member requested or approved in an organisation, and tells
	/// how many it looked at.
	fn cancel_involved(
		org: OrgId,
		account: &T::AccountId,
		reason: CancelReason,
		by: &T::AccountId,
	) -> u32 {
		let involved = InvolvedIn::<T>::get(account);
		for (id, seq) in &involved {
			let Some((mut command, mut device)) =
				Commands::<T>::get(id, seq).zip(MedicalDevices::<T>::get(id))
			else {
				continue;
			};
			if command.is_of(org, account) {
				Self::cancel(id, &mut device, *seq, &mut command, reason, by);
				MedicalDevices::<T>::insert(id, device);
			}
		}
		involved.len().try_into().unwrap_or(MAX_INVOLVED)
	}

	/// Tells of executed commands, beginning after `last`, and how far it came and how many it
	/// looked at.
	fn list_suspects(
		org: OrgId,
		account: &T::AccountId,
		since: Moment,
		last: Option<(DeviceId, CommandSeq)>,
		limit: u32,
	) -> (Listing, u32) {
		let keys = match last {
			None => ExecutedFor::<T>::iter_key_prefix(account),
			Some(last) => ExecutedFor::<T>::iter_key_prefix_from(
				account,
				ExecutedFor::<T>::hashed_key_for(account, last),
			),
		};
		let (mut at, mut listed) = (last, 0u32);
		for (id, seq) in keys {
			if listed >= limit {
				return (Listing::After(at), listed);
			}
			listed = listed.saturating_add(1);
			at = Some((id, seq));
			let Some(command) = Commands::<T>::get(id, seq) else {
				continue;
			};
			let executed_at = command.finished_at.unwrap_or_default();
			if command.is_of(org, account) && executed_at >= since {
				Self::suspect(org, account, id, seq, executed_at);
			}
		}
		Self::deposit_event(Event::SuspectsListed { org, account: account.clone() });
		(Listing::Complete, listed)
	}

	/// Tells of a command whose requester or approver may have been somebody else.
	pub(crate) fn suspect(
		org: OrgId,
		account: &T::AccountId,
		device: DeviceId,
		seq: CommandSeq,
		executed_at: Moment,
	) {
		let account = account.clone();
		Self::deposit_event(Event::SuspectCommand { org, account, device, seq, executed_at });
	}
}
