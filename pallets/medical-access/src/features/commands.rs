// SPDX-License-Identifier: Apache-2.0

//! Commands, until the device speaks; and reading.

use super::*;
use mote_authorisation::{command_digest, command_life, may_approve, Risk};

impl<T: Config> Pallet<T> {
	#[allow(clippy::too_many_arguments, reason = "they are what the caller signs")]
	pub(crate) fn do_request_command(
		who: T::AccountId,
		id: DeviceId,
		action: Action,
		value: u32,
		params_commit: H256,
		purpose: Purpose,
		not_before: Option<Moment>,
		life_s: Option<u32>,
	) -> DispatchResultWithPostInfo {
		ensure!(action.is_command(), Error::<T>::NotACommand);
		let now = Self::now();
		let not_before = not_before.unwrap_or(now).max(now);
		let horizon = now.saturating_add(T::NotBeforeHorizon::get());
		ensure!(not_before <= horizon, Error::<T>::TooFarAhead);
		let life = |risk| command_life(risk, life_s).map_err(|_| Error::<T>::BadLife);
		life(Risk::Low)?;
		let mut device = Self::enrolled(&id)?;
		let known = Self::known_of_device(&who, &id, &device, action);
		let weight = T::WeightInfo::request_command(known.consents());
		// What may be done of an emergency goes on, and so does stopping a therapy.
		if action != Action::SuspendTherapy && !known.is_emergency(action, purpose) {
			Self::ensure_not_paused()?;
		}
		let request = Request { action, value, purpose };
		let decision = known.judge(&request);
		let about = About::Device(id);
		let Decision::Permit { basis, org, need, clinical, risk } = decision else {
			Self::tell(about, &who, &request, &known, decision);
			return Ok(Some(weight).into());
		};
		let break_glass = Self::glass_of(basis, &known);
		let expires = not_before.checked_add(life(risk)?).ok_or(Error::<T>::NumbersUsedUp)?;
		let expires = Self::cut_short(expires, &request, basis, &known);
		ensure!(not_before < expires, Error::<T>::TooFarAhead);
		let seq = LastCommands::<T>::get(id).checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let room = match action {
			Action::SuspendTherapy => MAX_OPEN,
			_ => MAX_OPEN.saturating_sub(OPEN_FOR_STOPPING),
		};
		let open: u32 = device.open.len().try_into().unwrap_or(MAX_OPEN);
		ensure!(open < room, Error::<T>::TooManyOpen);
		device.open.try_push(seq).map_err(|_| Error::<T>::TooManyOpen)?;
		Self::involve(&who, &id, seq)?;
		let ticket = T::CommandTicket::new(&who, Self::command_footprint())?;

		LastCommands::<T>::insert(id, seq);
		let subject = device.subject;
		let mut command = CommandRecord {
			action,
			value,
			params_commit,
			purpose,
			requester: who.clone(),
			org,
			device_org: device.org,
			subject,
			basis,
			break_glass,
			not_before,
			expires,
			approvals: BoundedVec::new(),
			need,
			clinical,
			state: CommandState::Proposed,
			proposed_at: now,
			authorised_at: None,
			finished_at: None,
			ticket,
		};
		MedicalDevices::<T>::insert(id, device);
		Self::tell(about, &who, &request, &known, decision);
		let terms = command.terms(id, seq);
		Self::deposit_event(Event::CommandProposed {
			terms,
			digest: command_digest(&terms),
			purpose,
			requester: who.clone(),
			org,
			subject,
			basis,
			break_glass: command.break_glass,
			need,
			clinical,
		});
		Self::audit(about, &who, action, Outcome::Permitted, seq);
		if need == 0 {
			Self::authorise(&id, seq, &mut command, &known);
		}
		Commands::<T>::insert(id, seq, command);
		Ok(Some(weight).into())
	}

	pub(crate) fn do_approve_command(
		who: T::AccountId,
		id: DeviceId,
		seq: CommandSeq,
		params_commit: H256,
	) -> DispatchResultWithPostInfo {
		let mut command = Self::command_record(&id, seq)?;
		ensure!(command.state == CommandState::Proposed, Error::<T>::NotProposed);
		ensure!(Self::now() < command.expires, Error::<T>::CommandTimeOver);
		ensure!(command.params_commit == params_commit, Error::<T>::ParamsDiffer);
		ensure!(command.requester != who, Error::<T>::SameParty);
		ensure!(!command.approvals.contains(&who), Error::<T>::AlreadyApproved);
		let mut device = Self::enrolled(&id)?;
		let roles = Self::roles_in(device.org, &who).ok_or(Error::<T>::ApproverNotEntitled)?;
		let ensure_entitled = |action, clinical| {
			ensure!(may_approve(roles, action, clinical), Error::<T>::ApproverNotEntitled);
			Ok::<_, Error<T>>(())
		};
		ensure_entitled(command.action, command.clinical)?;
		let CommandRecord { action, value, purpose, .. } = command;
		let requester = command.requester.clone();
		let known = Self::known_of_device(&requester, &id, &device, action);
		let weight = T::WeightInfo::approve_command(known.consents());
		let request = Request { action, value, purpose };
		let decision = known.judge(&request);
		let about = About::Device(id);
		let Decision::Permit { basis, org, need, clinical, .. } = decision else {
			Self::tell(about, &requester, &request, &known, decision);
			Self::cancel(&id, &mut device, seq, &mut command, CancelReason::Denied, &who);
			MedicalDevices::<T>::insert(id, device);
			return Ok(Some(weight).into());
		};
		ensure_entitled(action, clinical)?;
		// On another ground than when it was requested, it may be over sooner.
		let ground = Self::glass_of(basis, &known);
		let expires = Self::cut_short(command.expires, &request, basis, &known);
		ensure!(command.not_before < expires, Error::<T>::TooFarAhead);
		// One approval is all that is ever needed.
		let pushed = command.approvals.try_push(who.clone());
		pushed.map_err(|_| Error::<T>::TooManyOpen)?;
		Self::involve(&who, &id, seq)?;

		command.expires = expires;
		command.basis = basis;
		command.org = org;
		command.break_glass = ground;
		command.need = need;
		command.clinical = clinical;
		Self::note_approver(command.break_glass, &who);
		Self::tell(about, &requester, &request, &known, decision);
		Self::deposit_event(Event::CommandApproved {
			device: id,
			seq,
			by: who.clone(),
			basis,
			org,
			break_glass: command.break_glass,
			need,
			clinical,
		});
		Self::audit(about, &who, action, Outcome::Permitted, seq);
		if command.approvals.len() >= usize::from(need) {
			Self::authorise(&id, seq, &mut command, &known);
		}
		Commands::<T>::insert(id, seq, command);
		Ok(Some(weight).into())
	}

	pub(crate) fn do_cancel_command(
		who: T::AccountId,
		id: DeviceId,
		seq: CommandSeq,
	) -> DispatchResult {
		let mut command = Self::command_record(&id, seq)?;
		ensure!(command.state.is_open(), Error::<T>::CommandNotOpen);
		let mut device = Self::enrolled(&id)?;
		let is_patient = || {
			let patient = device.subject.and_then(Patients::<T>::get);
			patient.is_some_and(|patient| patient.patient == who)
		};
		let may_cancel = command.requester == who ||
			is_patient() ||
			Self::is_admin(device.org, &who) ||
			Self::has_role(device.org, &who, Role::SecurityOfficer) ||
			// In an emergency nothing that is on its way stands in the way.
			Self::has_live_break_glass(&who, &id, &device);
		ensure!(may_cancel, Error::<T>::MayNotCancel);

		Self::cancel(&id, &mut device, seq, &mut command, CancelReason::Withdrawn, &who);
		MedicalDevices::<T>::insert(id, device);
		Ok(())
	}

	pub(crate) fn do_expire_command(id: DeviceId, seq: CommandSeq) -> DispatchResult {
		let mut command = Self::command_record(&id, seq)?;
		ensure!(command.state.is_open(), Error::<T>::CommandNotOpen);
		// A device may have done it at the last moment by its own clock, and its dose counts.
		let grace = command.authorised_at.map_or(0, |_| CLOCK_TOLERANCE);
		let is_over = Self::now() >= command.expires.saturating_add(grace);
		ensure!(is_over, Error::<T>::NotExpired);
		let mut device = Self::enrolled(&id)?;

		Self::close_command(&id, &mut device, seq, &mut command, CommandState::Expired);
		MedicalDevices::<T>::insert(id, device);
		Self::deposit_event(Event::CommandExpired { device: id, seq });
		let about = About::Device(id);
		Self::audit(about, &command.requester, command.action, Outcome::Expired, seq);
		Ok(())
	}

	pub(crate) fn do_remove_command(id: DeviceId, seq: CommandSeq) -> DispatchResult {
		let command = Self::command_record(&id, seq)?;
		let finished_at = command.finished_at.ok_or(Error::<T>::CommandOpen)?;
		ensure!(!Self::is_kept(finished_at), Error::<T>::StillKept);

		let action = command.action;
		for person in core::iter::once(&command.requester).chain(&command.approvals) {
			ExecutedFor::<T>::remove(person, (id, seq));
		}
		command.ticket.drop(&command.requester)?;
		// Every window is shorter than commands are kept.
		Self::drop_dose(&id, seq, action);
		Commands::<T>::remove(id, seq);
		Self::deposit_event(Event::CommandRemoved { device: id, seq });
		Ok(())
	}

	pub(crate) fn do_log_access(
		who: T::AccountId,
		id: DeviceId,
		action: Action,
		purpose: Purpose,
	) -> DispatchResultWithPostInfo {
		let is_read = action.is_read() && !action.is_about_record();
		ensure!(is_read, Error::<T>::NotARead);
		let device = Self::enrolled(&id)?;
		let known = Self::known_of_device(&who, &id, &device, action);
		let request = Request { action, value: 0, purpose };
		let decision = known.judge(&request);

		let about = About::Device(id);
		Self::tell(about, &who, &request, &known, decision);
		if let Decision::Permit { basis, .. } = decision {
			Self::use_consent(device.subject, basis);
			let reference = Self::glass_of(basis, &known).unwrap_or_default();
			Self::audit(about, &who, action, Outcome::Permitted, reference);
		}
		Ok(Some(T::WeightInfo::log_access(known.consents())).into())
	}

	pub(crate) fn command_record(
		id: &DeviceId,
		seq: CommandSeq,
	) -> Result<CommandRecordOf<T>, Error<T>> {
		Commands::<T>::get(id, seq).ok_or(Error::<T>::UnknownCommand)
	}

	/// Has a person know of a command that they requested or approved.
	fn involve(who: &T::AccountId, id: &DeviceId, seq: CommandSeq) -> Result<(), Error<T>> {
		InvolvedIn::<T>::try_mutate(who, |list| {
			list.try_push((*id, seq)).map_err(|_| Error::<T>::TooManyOpen)
		})
	}

	/// The break-glass that something rests on, if it rests on one.
	pub(crate) fn glass_of(
		basis: Basis,
		known: &facts::Known<T::AccountId>,
	) -> Option<BreakGlassId> {
		known.break_glass().filter(|_| basis == Basis::BreakGlass)
	}

	/// When a command is over: what rests on a break-glass or a consent is with it, and before a
	/// denial begins.
	fn cut_short(
		expires: Moment,
		request: &Request,
		basis: Basis,
		known: &facts::Known<T::AccountId>,
	) -> Moment {
		expires
			.min(Self::end_of_glass(Self::glass_of(basis, known)))
			.min(known.permitted_until(request, basis))
	}

	/// When a break-glass is over; without one, never.
	fn end_of_glass(id: Option<BreakGlassId>) -> Moment {
		id.and_then(BreakGlasses::<T>::get).map_or(Moment::MAX, |glass| glass.ends_at)
	}

	/// Lets the device execute a command: reserves its dose, and counts a use of the consent. The
	/// caller writes the command.
	fn authorise(
		id: &DeviceId,
		seq: CommandSeq,
		command: &mut CommandRecordOf<T>,
		known: &facts::Known<T::AccountId>,
	) {
		let now = Self::now();
		command.state = CommandState::Authorised;
		command.authorised_at = Some(now);
		if command.action == Action::Therapy {
			// It may be given at any moment until then. As if at the last, it counts in every
			// window that it can fall into.
			let dose = DoseEntry { seq, at: command.expires, value: command.value };
			let memory = known.dose_memory().unwrap_or_default();
			Self::enter_dose(id, command.action, dose, now.saturating_sub(memory));
		}
		Self::use_consent(command.subject, command.basis);
		let digest = command_digest(&command.terms(*id, seq));
		Self::deposit_event(Event::CommandAuthorised { device: *id, seq, digest, at: now });
	}

	/// Enters a dose, or says when it was given. Those before `horizon` matter no more. Should more
	/// be given than a window holds, by a device that acted on what was cancelled, the oldest goes.
	pub(crate) fn enter_dose(id: &DeviceId, action: Action, dose: DoseEntry, horizon: Moment) {
		WindowDoses::<T>::mutate(id, action, |doses| {
			doses.retain(|other| other.seq != dose.seq && other.at > horizon);
			if let Err(dose) = doses.try_push(dose) {
				if let Some(oldest) = doses.iter_mut().min_by_key(|other| other.at) {
					*oldest = dose;
				}
			}
		});
	}
}
