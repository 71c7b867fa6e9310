// SPDX-License-Identifier: Apache-2.0

//! What devices say of commands.

use super::*;
use frame_system::pallet_prelude::BlockNumberFor;
use mote_authorisation::command_digest;
use mote_primitives::{signing_bytes, KeyPurposes, ReceiptStatus};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_carry_receipt(
		who: T::AccountId,
		receipt: CommandReceipt,
		key_index: u16,
		signature: DeviceSignature,
	) -> DispatchResultWithPostInfo {
		let CommandReceipt { device, seq, command: digest, status, at, .. } = receipt;
		let mut command = Self::command_record(&device, seq)?;
		let is_same = command_digest(&command.terms(device, seq)) == digest;
		ensure!(is_same, Error::<T>::WrongCommand);
		let authorised_at = command.authorised_at.ok_or(Error::<T>::NotAuthorised)?;
		ensure!(!command.state.is_settled(), Error::<T>::AlreadyAcked);
		if status == ReceiptStatus::Received {
			ensure!(command.state != CommandState::Acknowledged, Error::<T>::AlreadyAcked);
			ensure!(command.state.is_open(), Error::<T>::CommandNotOpen);
		}
		let latest = Self::now().saturating_add(CLOCK_TOLERANCE);
		let earliest = authorised_at.saturating_sub(CLOCK_TOLERANCE);
		ensure!((earliest..=latest).contains(&at), Error::<T>::ClockSkew);
		let key = T::Devices::authority(&device, key_index, KeyPurposes::ASSERT, at)
			.map_err(|_| Error::<T>::KeyHasNoAuthority)?;
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let bytes = signing_bytes(&genesis, &receipt);
		ensure!(signature.verify(&bytes, &key), Error::<T>::BadSignature);

		let overtaken = match status {
			ReceiptStatus::Received => {
				command.state = CommandState::Acknowledged;
				Commands::<T>::insert(device, seq, command);
				Self::deposit_event(Event::CommandAcknowledged { device, seq, at, carrier: who });
				0
			},
			ReceiptStatus::Executed =>
				Self::settle(who, receipt, command, CommandState::Executed, Outcome::Executed),
			ReceiptStatus::Failed =>
				Self::settle(who, receipt, command, CommandState::Failed, Outcome::Failed),
			ReceiptStatus::Rejected =>
				Self::settle(who, receipt, command, CommandState::Rejected, Outcome::Rejected),
		};
		Ok(Some(T::WeightInfo::carry_receipt(overtaken)).into())
	}

	/// Believes what the device says, whatever was thought before. Tells how many commands it has
	/// cancelled.
	fn settle(
		carrier: T::AccountId,
		receipt: CommandReceipt,
		mut command: CommandRecordOf<T>,
		state: CommandState,
		outcome: Outcome,
	) -> u32 {
		let CommandReceipt { device: id, seq, at, detail, .. } = receipt;
		let after = command.state;
		let mut device = MedicalDevices::<T>::get(id);
		match &mut device {
			Some(device) if after.is_open() =>
				Self::close_command(&id, device, seq, &mut command, state),
			_ => {
				command.state = state;
				command.finished_at = Some(Self::now());
				Commands::<T>::insert(id, seq, &command);
			},
		}
		let by = carrier.clone();
		let event = match state {
			CommandState::Executed =>
				Event::CommandExecuted { device: id, seq, at, detail, after, carrier },
			CommandState::Failed =>
				Event::CommandFailed { device: id, seq, at, detail, after, carrier },
			_ => Event::CommandRejected { device: id, seq, at, detail, after, carrier },
		};
		Self::deposit_event(event);
		if state == CommandState::Executed {
			Self::note_execution(&id, seq, at, &command, &mut device);
		}
		Self::audit(About::Device(id), &command.requester, command.action, outcome, seq);
		let Some(mut device) = device else {
			return 0;
		};
		let has_passed = state == CommandState::Executed;
		let overtaken = if has_passed { Self::overtake(&id, &mut device, seq, &by) } else { 0 };
		MedicalDevices::<T>::insert(id, device);
		overtaken
	}

	/// Cancels what a device has passed over: it obeys rising numbers alone. Tells how many
	/// commands. The caller writes the device.
	fn overtake(
		id: &DeviceId,
		device: &mut MedicalDeviceRecordOf<T>,
		executed: CommandSeq,
		by: &T::AccountId,
	) -> u32 {
		let open = device.open.clone();
		let mut overtaken = 0u32;
		for seq in open.into_iter().filter(|seq| *seq < executed) {
			if let Some(mut command) = Commands::<T>::get(id, seq) {
				Self::cancel(id, device, seq, &mut command, CancelReason::Overtaken, by);
				overtaken = overtaken.saturating_add(1);
			}
		}
		overtaken
	}

	/// What follows from an execution: a dose counts from when it was given, the therapy is
	/// suspended or goes on, and who stood behind the command is remembered.
	fn note_execution(
		id: &DeviceId,
		seq: CommandSeq,
		at: Moment,
		command: &CommandRecordOf<T>,
		device: &mut Option<MedicalDeviceRecordOf<T>>,
	) {
		let now = Self::now();
		if command.action == Action::Therapy {
			let at = at.max(command.authorised_at.unwrap_or(now)).min(now);
			let dose = DoseEntry { seq, at, value: command.value };
			let profile = device
				.as_ref()
				.and_then(|device| Profiles::<T>::get(device.model, command.action));
			// Without limits nothing is known of how long doses matter.
			let horizon =
				profile.map_or(0, |record| now.saturating_sub(record.profile.hard.memory()));
			Self::enter_dose(id, command.action, dose, horizon);
		}
		let switch = match command.action {
			Action::SuspendTherapy => Some(true),
			Action::ResumeTherapy => Some(false),
			_ => None,
		};
		if let Some((device, is_suspended)) = device.as_mut().zip(switch) {
			// A receipt that came late tells of an older state.
			if seq > device.switched_by {
				device.switched_by = seq;
				device.is_suspended = is_suspended;
				Self::deposit_event(Event::TherapySwitched { device: *id, is_suspended, seq });
			}
		}
		let requester = command.org.map(|org| (org, &command.requester));
		let approvers = command.approvals.iter().map(|approver| (command.device_org, approver));
		for (org, person) in requester.into_iter().chain(approvers) {
			ExecutedFor::<T>::insert(person, (*id, seq), ());
			if Self::is_compromised(org, person) {
				Self::suspect(org, person, *id, seq, now);
			}
		}
	}
}
