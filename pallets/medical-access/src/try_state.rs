// SPDX-License-Identifier: Apache-2.0

//! What must stay true of storage. Checked after every test and by `try-runtime`.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use mote_authorisation::{record_id, Action, Actions, Basis, ConsentStatus, OrgId, MAX_DOSES};
use sp_core::H256;
use sp_runtime::{traits::Zero, Saturating, TryRuntimeError};

#[derive(Default)]
struct Counts {
	members: u32,
	devices: u32,
	patients: u32,
	break_glasses: u32,
}

fn count<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K) {
	let sum = counts.entry(key).or_default();
	*sum = sum.saturating_add(1);
}

fn more(number: &mut u32) {
	*number = number.saturating_add(1);
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<OrgId, Counts>::new();
		Self::check_members(&mut counts)?;
		Self::check_devices(&mut counts)?;
		Self::check_patients(&mut counts)?;
		Self::check_commands()?;
		Self::check_doses()?;
		Self::check_break_glasses(&mut counts)?;
		Self::check_records()?;
		for log in AuditLogs::<T>::iter_values() {
			ensure!(
				(log.next_seq == 0) == (log.head == H256::zero()),
				"a chain of entries has a head without an entry, or no head"
			);
			let actors: BTreeSet<_> = log.recent.iter().map(|denial| &denial.actor).collect();
			ensure!(actors.len() == log.recent.len(), "an actor's denials are counted twice");
			ensure!(log.next_seq > 0 || log.recent.is_empty(), "a denial was never entered");
		}
		for (org, record) in Organisations::<T>::iter() {
			ensure!(org < NextOrganisation::<T>::get(), "an organisation has a number yet to come");
			let found = counts.remove(&org).unwrap_or_default();
			ensure!(
				record.members == found.members &&
					record.devices == found.devices &&
					record.patients == found.patients &&
					record.break_glasses == found.break_glasses,
				"an organisation has lost count"
			);
			ensure!(
				!Members::<T>::contains_key(org, &record.admin),
				"whoever runs an organisation is a member of it"
			);
		}
		ensure!(counts.is_empty(), "something belongs to no organisation");
		Ok(())
	}

	/// Members, memberships and credentials agree, each way.
	fn check_members(counts: &mut BTreeMap<OrgId, Counts>) -> Result<(), TryRuntimeError> {
		let mut used = BTreeMap::<(u32, u32), u32>::new();
		let mut memberships = 0usize;
		for (org, account, member) in Members::<T>::iter() {
			more(&mut counts.entry(org).or_default().members);
			memberships = memberships.saturating_add(1);
			ensure!(
				Memberships::<T>::get(&account).contains(&org),
				"an account does not know of its membership"
			);
			let holder = CredentialHolders::<T>::get(member.credential);
			ensure!(
				holder.is_some_and(|holder| holder.account == account),
				"a member has somebody else's credential"
			);
			count(&mut used, (member.credential.list, member.credential.index));
		}
		for (org, account) in Bars::<T>::iter_keys() {
			ensure!(!Members::<T>::contains_key(org, account), "a member is barred");
		}
		let mut listed = 0usize;
		for list in Memberships::<T>::iter_values() {
			ensure!(!list.is_empty(), "an empty list of memberships is kept");
			let orgs: BTreeSet<_> = list.iter().collect();
			ensure!(orgs.len() == list.len(), "a membership is listed twice");
			listed = listed.saturating_add(list.len());
		}
		ensure!(listed == memberships, "an account lists a membership that is gone");
		for (credential, holder) in CredentialHolders::<T>::iter() {
			let found = used.remove(&(credential.list, credential.index));
			ensure!(found == Some(holder.memberships), "a credential has lost count of its uses");
		}
		Ok(())
	}

	/// Devices and patients know of each other, and open commands are open.
	fn check_devices(counts: &mut BTreeMap<OrgId, Counts>) -> Result<(), TryRuntimeError> {
		for (id, device) in MedicalDevices::<T>::iter() {
			more(&mut counts.entry(device.org).or_default().devices);
			if let Some(subject) = device.subject {
				let patient = Patients::<T>::get(subject).ok_or("a device treats nobody known")?;
				ensure!(
					patient.org == device.org,
					"a device treats another organisation's patient"
				);
				ensure!(patient.devices.contains(&id), "a patient does not know of their device");
			}
			ensure!(
				device.subject.is_some() || (device.soft.is_none() && device.proposal.is_none()),
				"a device that treats nobody has soft limits"
			);
			ensure!(
				device
					.soft
					.is_none_or(|soft| soft.max_single > 0 && soft.max_single <= soft.max_window),
				"soft limits contradict each other"
			);
			let executed = Commands::<T>::iter_prefix(id)
				.filter(|(_, command)| command.state == CommandState::Executed)
				.map(|(seq, _)| seq)
				.max();
			for seq in &device.open {
				ensure!(
					executed.is_none_or(|executed| executed < *seq),
					"a command is open that the device has passed over"
				);
				let command = Commands::<T>::get(id, seq).ok_or("an open command is gone")?;
				ensure!(command.state.is_open(), "a closed command counts as open");
				ensure!(
					command.subject == device.subject && command.device_org == device.org,
					"a command is open for another patient or organisation"
				);
			}
			ensure!(
				device.switched_by <= LastCommands::<T>::get(id),
				"a therapy was switched by a command yet to come"
			);
		}
		Ok(())
	}

	/// Patients and their devices and consents know of each other.
	fn check_patients(counts: &mut BTreeMap<OrgId, Counts>) -> Result<(), TryRuntimeError> {
		let mut records = BTreeMap::<H256, u32>::new();
		for record in Records::<T>::iter_values() {
			count(&mut records, record.subject);
		}
		let mut consents = 0usize;
		for (subject, patient) in Patients::<T>::iter() {
			more(&mut counts.entry(patient.org).or_default().patients);
			for device in &patient.devices {
				let device =
					MedicalDevices::<T>::get(device).ok_or("a patient's device is gone")?;
				ensure!(device.subject == Some(subject), "a patient's device treats somebody else");
			}
			ensure!(
				patient.discharged_at.is_none() || patient.devices.is_empty(),
				"a patient who was discharged has a device"
			);
			ensure!(
				records.remove(&subject).unwrap_or_default() == patient.records,
				"a patient has lost count of records"
			);
			for id in &patient.consents {
				let consent = Consents::<T>::get(subject, id).ok_or("a consent is gone")?;
				ensure!(*id < patient.next_consent, "a consent has a number yet to come");
				ensure!(
					consent.terms.max_uses.is_none_or(|most| consent.uses <= most),
					"a consent was used more often than it permits"
				);
				let has_ended = matches!(
					consent.status,
					ConsentStatus::Inactive | ConsentStatus::EnteredInError
				);
				ensure!(has_ended == consent.ended_at.is_some(), "a consent ended without an end");
				ensure!(
					patient.discharged_at.is_none() || has_ended,
					"a consent outlived the relation"
				);
			}
			consents = consents.saturating_add(patient.consents.len());
		}
		ensure!(records.is_empty(), "a record is of nobody");
		ensure!(Consents::<T>::iter_keys().count() == consents, "a consent is of nobody");
		Ok(())
	}

	/// Open commands are in every list that they belong to, and what closed is in none.
	fn check_commands() -> Result<(), TryRuntimeError> {
		let (mut involved, mut executed) = (0usize, 0usize);
		for (id, seq, command) in Commands::<T>::iter() {
			ensure!(
				(1..=LastCommands::<T>::get(id)).contains(&seq),
				"a command has a number yet to come"
			);
			let is_listed =
				MedicalDevices::<T>::get(id).is_some_and(|device| device.open.contains(&seq));
			ensure!(is_listed == command.state.is_open(), "an open command is in no device's list");
			ensure!(
				command.finished_at.is_none() == command.state.is_open(),
				"a command ended without an end"
			);
			let was_authorised = match command.state {
				CommandState::Proposed => Some(false),
				CommandState::Cancelled | CommandState::Expired => None,
				_ => Some(true),
			};
			ensure!(
				was_authorised.is_none_or(|was| was == command.authorised_at.is_some()),
				"a command was done without being authorised"
			);
			if command.authorised_at.is_some() {
				ensure!(
					command.approvals.len() >= usize::from(command.need),
					"a command was authorised by too few"
				);
			}
			ensure!(
				!command.approvals.contains(&command.requester),
				"somebody approved their own command"
			);
			ensure!(command.not_before < command.expires, "a command ends before it begins");
			Self::check_basis(&command)?;
			// A patient acts for no organisation, and their key is nobody else's business.
			let answers = command.org.map(|_| &command.requester);
			ensure!(
				command.state != CommandState::Executed ||
					answers
						.into_iter()
						.chain(&command.approvals)
						.all(|person| ExecutedFor::<T>::contains_key(person, (id, seq))),
				"a command was executed, and somebody who stood behind it does not know"
			);
			for person in core::iter::once(&command.requester).chain(&command.approvals) {
				let is_involved = InvolvedIn::<T>::get(person).contains(&(id, seq));
				ensure!(is_involved == command.state.is_open(), "a person has lost a command");
				involved = involved.saturating_add(is_involved.into());
				let is_kept = ExecutedFor::<T>::contains_key(person, (id, seq));
				ensure!(
					!is_kept || command.state == CommandState::Executed,
					"a command was executed for somebody and not at all"
				);
				executed = executed.saturating_add(is_kept.into());
			}
		}
		let listed =
			InvolvedIn::<T>::iter_values().fold(0usize, |sum, list| sum.saturating_add(list.len()));
		ensure!(listed == involved, "a person is involved in a command that is gone");
		ensure!(
			ExecutedFor::<T>::iter_keys().count() == executed,
			"a command that is gone was executed for somebody"
		);
		Ok(())
	}

	/// A command is over with what it rests on.
	fn check_basis(command: &CommandRecordOf<T>) -> Result<(), TryRuntimeError> {
		ensure!(
			command.break_glass.is_some() == (command.basis == Basis::BreakGlass),
			"a command rests on a break-glass, and nobody knows on which"
		);
		let glass = command.break_glass.and_then(BreakGlasses::<T>::get);
		ensure!(
			glass.is_none_or(|glass| command.expires <= glass.ends_at),
			"a command outlives its break-glass"
		);
		// A pseudonym that is given anew has consents with the old numbers.
		if let (true, Some(subject), Basis::Consent(id)) =
			(command.state.is_open(), command.subject, command.basis)
		{
			ensure!(
				Consents::<T>::get(subject, id)
					.is_none_or(|consent| command.expires <= consent.terms.end),
				"a command outlives its consent"
			);
		}
		Ok(())
	}

	/// Every authorised dose is reserved, and nothing else is.
	fn check_doses() -> Result<(), TryRuntimeError> {
		for (id, action, doses) in WindowDoses::<T>::iter() {
			ensure!(!doses.is_empty(), "an empty window is kept");
			let commands: BTreeSet<_> = doses.iter().map(|dose| dose.seq).collect();
			ensure!(commands.len() == doses.len(), "a dose counts twice");
			for dose in &doses {
				let command =
					Commands::<T>::get(id, dose.seq).ok_or("the command of a dose is gone")?;
				ensure!(
					command.action == action && command.value == dose.value,
					"a dose is not what was commanded"
				);
				ensure!(
					matches!(
						command.state,
						CommandState::Authorised |
							CommandState::Acknowledged |
							CommandState::Executed
					),
					"a dose counts that nobody gives"
				);
				ensure!(
					command.authorised_at.is_some_and(|authorised| authorised <= dose.at),
					"a dose was given before it was authorised"
				);
			}
		}
		for (id, seq, command) in Commands::<T>::iter() {
			let is_reserved =
				matches!(command.state, CommandState::Authorised | CommandState::Acknowledged) &&
					command.action == Action::Therapy;
			if is_reserved {
				let doses = WindowDoses::<T>::get(id, command.action);
				let is_entered = doses.iter().any(|dose| dose.seq == seq);
				// A reservation may be pushed out of a full window, or lie before it.
				let is_full = doses.len() as u64 >= u64::from(MAX_DOSES);
				let is_old = command.expires <= Self::now();
				ensure!(is_entered || is_full || is_old, "an authorised dose is not reserved");
			}
		}
		Ok(())
	}

	/// Break-glasses, their reviews and their bonds agree.
	fn check_break_glasses(counts: &mut BTreeMap<OrgId, Counts>) -> Result<(), TryRuntimeError> {
		let mut bonds = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		let (mut unreviewed, mut pending) = (0usize, 0usize);
		for (id, glass) in BreakGlasses::<T>::iter() {
			ensure!(
				(FIRST_BREAK_GLASS..NextBreakGlass::<T>::get()).contains(&id),
				"a break-glass has a number yet to come"
			);
			ensure!(
				Actions::EMERGENCY.contains_all(glass.mask),
				"a break-glass covers what no emergency needs"
			);
			more(&mut counts.entry(glass.org).or_default().break_glasses);
			ensure!(
				glass.started_at < glass.ends_at &&
					glass.ends_at.saturating_sub(glass.started_at) <= T::MaxBreakGlass::get(),
				"a break-glass lasts for too long"
			);
			let standing = EmergencyStandings::<T>::get(glass.credential);
			let awaited = PendingReview { id, due: glass.review_due };
			let is_pending = standing.pending.contains(&awaited);
			let place = (&glass.requester, glass.org, glass.subject);
			let is_unreviewed = Unreviewed::<T>::get(glass.device, place) == Some(id);
			let waits = glass.review.is_none();
			ensure!(
				is_pending == waits && is_unreviewed == waits,
				"a break-glass waits for its review in one place only"
			);
			ensure!(
				!glass.is_live(Self::now()) || waits,
				"a break-glass was reviewed before it was over"
			);
			ensure!(
				glass.review.as_ref().is_none_or(|review| {
					review.by != glass.requester && !glass.approvers.contains(&review.by)
				}),
				"somebody reviewed a break-glass that they had a part in"
			);
			ensure!(waits || glass.bond.is_zero(), "a bond outlived its review");
			if waits {
				unreviewed = unreviewed.saturating_add(1);
				let bond = bonds.entry(glass.requester).or_insert_with(Zero::zero);
				*bond = bond.saturating_add(glass.bond);
			}
		}
		ensure!(
			Unreviewed::<T>::iter_keys().count() == unreviewed,
			"a break-glass that is gone waits for its review"
		);
		for standing in EmergencyStandings::<T>::iter_values() {
			pending = pending.saturating_add(standing.pending.len());
		}
		ensure!(pending == unreviewed, "a break-glass that is gone is pending");
		for (who, bond) in bonds {
			// Other holds of this pallet are tickets, which only the runtime can add up.
			let held = Self::bond_on_hold(&who);
			ensure!(held == bond, "the bonds on hold are not those of the break-glasses");
		}
		Ok(())
	}

	fn bond_on_hold(who: &T::AccountId) -> BalanceOf<T> {
		T::Currency::balance_on_hold(&HoldReason::BreakGlassBond.into(), who)
	}

	/// Erased records have no keys and no contents, others a reader at most once.
	fn check_records() -> Result<(), TryRuntimeError> {
		for (id, record) in Records::<T>::iter() {
			ensure!(
				id == record_id(&record.subject, &record.commitment),
				"a record does not have the id of its commitment"
			);
			ensure!(AuditLogs::<T>::get(id).next_seq > 0, "a record was never entered");
			let is_erased = record.erasure.is_some();
			ensure!(is_erased == record.content.is_none(), "an erased record has contents");
			ensure!(!is_erased || record.keys.is_empty(), "an erased record has a key");
			let readers: BTreeSet<_> = record.keys.iter().map(|key| &key.grantee).collect();
			ensure!(readers.len() == record.keys.len(), "a reader has two keys of a record");
		}
		Ok(())
	}
}
