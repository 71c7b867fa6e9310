// SPDX-License-Identifier: Apache-2.0

//! Commands, until the device speaks; and reading.

use super::*;

fn full_request(
	device: &TestDevice,
	not_before: Option<Moment>,
	life_s: Option<u32>,
) -> Call<Test> {
	Call::request_command {
		device: device.id(),
		action: Action::Configure,
		value: 0,
		params_commit: PARAMS,
		purpose: Purpose::Treat,
		not_before,
		life_s,
	}
}

fn to_all() {
	consent(terms(Grantee::Organisation(ORG)));
}

#[test]
fn permitted_command_should_be_told_in_full() {
	hospital(|device| {
		to_all();
		System::reset_events();
		let seq = requested(DOCTOR, &device, Action::Therapy, 1_000);
		let terms = CommandTerms {
			device: device.id(),
			seq,
			action: Action::Therapy,
			value: 1_000,
			params_commit: PARAMS,
			not_before: now(),
			expires: now() + HOUR,
		};
		let digest = command_digest(&terms);
		let told = events();
		assert!(matches!(
			told[0],
			Event::Decided {
				actor: DOCTOR,
				action: Action::Therapy,
				value: 1_000,
				purpose: Purpose::Treat,
				is_trusted: true,
				decision: Decision::Permit { basis: Basis::Consent(0), need: 0, .. },
				..
			}
		));
		let proposed = Event::CommandProposed {
			terms,
			digest,
			purpose: Purpose::Treat,
			requester: DOCTOR,
			org: Some(ORG),
			subject: Some(SUBJECT),
			basis: Basis::Consent(0),
			break_glass: None,
			need: 0,
			clinical: false,
		};
		assert_eq!(told[1], proposed);
		assert!(matches!(&told[2], Event::Audited { entry } if entry.reference == seq));
		assert!(matches!(told[3], Event::ConsentUsed { uses: 1, .. }));
		let authorised = Event::CommandAuthorised { device: device.id(), seq, digest, at: now() };
		assert_eq!(told[4], authorised);
		let handed = MedicalAccess::authorised(device.id());
		assert_eq!(handed, [AuthorisedCommand { terms, digest }]);
		set_now(terms.expires);
		assert!(MedicalAccess::authorised(device.id()).is_empty());
		assert_eq!(MedicalAccess::open_commands(device.id()).len(), 1);
	});
}

#[test]
fn request_should_fail_when_it_can_mean_nothing() {
	hospital(|device| {
		let ask = |action| request_call(&device, action, 0);
		for action in [Action::ReadTelemetry, Action::ReadRecord, Action::WriteRecord] {
			refused(DOCTOR, ask(action), Error::<Test>::NotACommand);
		}
		let unknown = request_call(&pump(9), Action::Configure, 0);
		refused(DOCTOR, unknown, Error::<Test>::UnknownDevice);
		for life in [0, 59, 86_401] {
			refused(DOCTOR, full_request(&device, None, Some(life)), Error::<Test>::BadLife);
		}
		let late = full_request(&device, Some(now() + DAY + 1), None);
		refused(DOCTOR, late, Error::<Test>::TooFarAhead);
		to_all();
		allowed(DOCTOR, full_request(&device, Some(now() + DAY), Some(60)));
		let terms = command(&device, 1).terms;
		assert_eq!((terms.not_before, terms.expires), (now() + DAY, now() + DAY + MINUTE));
		// What lies behind counts from now.
		allowed(DOCTOR, full_request(&device, Some(0), Some(60)));
		assert_eq!(command(&device, 2).terms.not_before, now());
		LastCommands::<Test>::insert(device.id(), u64::MAX);
		refused(DOCTOR, full_request(&device, None, None), Error::<Test>::NumbersUsedUp);
		LastCommands::<Test>::insert(device.id(), 2);
	});
}

#[test]
fn refused_request_should_change_nothing_but_the_audit() {
	hospital(|device| {
		assert_ok!(request(STRANGER, &device, Action::Therapy, 1_000));
		let refusal = Refusal::RoleDenied;
		let denied = Event::AccessDenied {
			device: Some(device.id()),
			record: None,
			actor: STRANGER,
			action: Action::Therapy,
			refusal,
		};
		assert!(events().contains(&denied));
		assert_eq!(LastCommands::<Test>::get(device.id()), 0);
		assert_eq!(Balances::free_balance(STRANGER), START);
		assert_eq!(MedicalAccess::audit_log(device.id().0).entries, 1);
	});
}

#[test]
fn can_should_answer_as_the_request_does() {
	hospital(|device| {
		to_all();
		for who in everybody() {
			for action in Action::ALL.into_iter().filter(|action| action.is_command()) {
				for (value, purpose) in
					[(0, Purpose::Treat), (3_000, Purpose::Treat), (0, Purpose::Service)]
				{
					let asked = MedicalAccess::can(who, device.id(), action, value, purpose);
					System::reset_events();
					let call = Call::request_command {
						device: device.id(),
						action,
						value,
						params_commit: PARAMS,
						purpose,
						not_before: None,
						life_s: None,
					};
					frame_support::storage::with_transaction(|| {
						let _done = dispatch(signed(who), call);
						let decided = events().into_iter().find_map(|event| match event {
							Event::Decided { decision, .. } => Some(decision),
							_ => None,
						});
						// Who cannot pay is not answered.
						assert!(decided == asked || who == POOR);
						sp_runtime::TransactionOutcome::Rollback(
							Ok::<_, sp_runtime::DispatchError>(()),
						)
					})
					.unwrap();
				}
			}
		}
		assert_eq!(
			MedicalAccess::can(DOCTOR, pump(9).id(), Action::Therapy, 1, Purpose::Treat),
			None
		);
	});
}

#[test]
fn approval_should_take_somebody_else_who_saw_the_same() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		assert!(MedicalAccess::authorised(device.id()).is_empty());
		refused(DOCTOR, approve(&device, seq), Error::<Test>::SameParty);
		let other = Call::approve_command { device: device.id(), seq, params_commit: H256::zero() };
		refused(COLLEAGUE, other, Error::<Test>::ParamsDiffer);
		for who in [STRANGER, ADMIN, PATIENT, OFFICER, ENGINEER, MEDIC, REVIEWER, OUTSIDER] {
			refused(who, approve(&device, seq), Error::<Test>::ApproverNotEntitled);
		}
		refused(COLLEAGUE, approve(&device, seq + 1), Error::<Test>::UnknownCommand);
		allowed(PHARMACIST, approve(&device, seq));
		let event = Event::CommandApproved {
			device: device.id(),
			seq,
			by: PHARMACIST,
			basis: Basis::Consent(0),
			org: Some(ORG),
			break_glass: None,
			need: 1,
			clinical: true,
		};
		assert!(events().contains(&event));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		refused(COLLEAGUE, approve(&device, seq), Error::<Test>::NotProposed);
	});
}

#[test]
fn approval_should_count_once() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		Commands::<Test>::mutate(device.id(), seq, |command| {
			command.as_mut().unwrap().approvals.try_push(COLLEAGUE).unwrap();
		});
		refused(COLLEAGUE, approve(&device, seq), Error::<Test>::AlreadyApproved);
		Commands::<Test>::mutate(device.id(), seq, |command| {
			command.as_mut().unwrap().approvals.clear();
		});
	});
}

#[test]
fn approval_should_be_refused_when_the_time_is_over() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		set_now(command(&device, seq).terms.expires);
		refused(PHARMACIST, approve(&device, seq), Error::<Test>::CommandTimeOver);
	});
}

#[test]
fn completed_command_should_be_judged_by_what_is_true_then() {
	hospital(|device| {
		let seq = proposed_dose(&device);
		Wallet::set(credential_of(DOCTOR), 1);
		System::reset_events();
		allowed(PHARMACIST, approve(&device, seq));
		assert_eq!(last_refusal(), Some(Refusal::CredentialRevoked));
		assert_eq!(state(&device, seq), CommandState::Cancelled);
		let reason = CancelReason::Denied;
		let event = Event::CommandCancelled { device: device.id(), seq, reason, by: PHARMACIST };
		assert!(events().contains(&event));
	});
}

#[test]
fn command_from_outside_should_take_somebody_of_the_devices_organisation() {
	hospital(|device| {
		consent(terms(Grantee::Account(OUTSIDER)));
		let seq = requested(OUTSIDER, &device, Action::Configure, 0);
		assert_eq!(state(&device, seq), CommandState::Proposed);
		assert_eq!((command(&device, seq).org, command(&device, seq).need), (Some(OTHER), 1));
		refused(OFFICER, approve(&device, seq), Error::<Test>::ApproverNotEntitled);
		allowed(DOCTOR, approve(&device, seq));
		assert_eq!(state(&device, seq), CommandState::Authorised);
	});
}

#[test]
fn firmware_should_take_suspended_therapy_and_a_second_person() {
	hospital(|device| {
		let ask = || {
			System::reset_events();
			let call = Call::request_command {
				device: device.id(),
				action: Action::FirmwareUpdate,
				value: 0,
				params_commit: PARAMS,
				purpose: Purpose::Service,
				not_before: None,
				life_s: None,
			};
			allowed(ENGINEER, call);
			last_refusal()
		};
		assert_eq!(ask(), Some(Refusal::NotSuspended));
		let stop = requested(PATIENT, &device, Action::SuspendTherapy, 0);
		assert_eq!(ask(), Some(Refusal::NotSuspended));
		assert_ok!(say(&device, stop, ReceiptStatus::Executed));
		let switched =
			Event::TherapySwitched { device: device.id(), is_suspended: true, seq: stop };
		assert!(events().contains(&switched));
		assert_eq!(ask(), None);
		let seq = LastCommands::<Test>::get(device.id());
		assert_eq!(state(&device, seq), CommandState::Proposed);
		assert_eq!(command(&device, seq).terms.expires, now() + 300 * SECOND);
		refused(DOCTOR, approve(&device, seq), Error::<Test>::ApproverNotEntitled);
		allowed(OFFICER, approve(&device, seq));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		// And no dose until it is resumed.
		to_all();
		assert_ok!(request(DOCTOR, &device, Action::Therapy, 1_000));
		assert_eq!(last_refusal(), Some(Refusal::TherapySuspended));
	});
}

#[test]
fn cancel_should_be_for_those_who_may_take_it_back() {
	hospital(|device| {
		to_all();
		for (number, who) in [DOCTOR, PATIENT, ADMIN, OFFICER].into_iter().enumerate() {
			let seq = requested(DOCTOR, &device, Action::Configure, 0);
			assert_eq!(seq, number as u64 + 1);
			for other in [STRANGER, COLLEAGUE, OUTSIDER, OTHER_ADMIN] {
				refused(other, cancel(&device, seq), Error::<Test>::MayNotCancel);
			}
			allowed(who, cancel(&device, seq));
			let reason = CancelReason::Withdrawn;
			let event = Event::CommandCancelled { device: device.id(), seq, reason, by: who };
			assert!(events().contains(&event));
			refused(who, cancel(&device, seq), Error::<Test>::CommandNotOpen);
		}
	});
}

#[test]
fn command_should_expire_and_then_be_removed() {
	hospital(|device| {
		let seq = authorised_dose(&device, 1_000);
		let expire = || Call::expire_command { device: device.id(), seq };
		let remove = || Call::remove_command { device: device.id(), seq };
		refused(STRANGER, expire(), Error::<Test>::NotExpired);
		refused(STRANGER, remove(), Error::<Test>::CommandOpen);
		pass(HOUR + CLOCK_TOLERANCE);
		allowed(STRANGER, expire());
		assert!(events().contains(&Event::CommandExpired { device: device.id(), seq }));
		assert!(MedicalAccess::doses(device.id(), Action::Therapy).is_empty());
		refused(STRANGER, expire(), Error::<Test>::CommandNotOpen);
		pass(90 * DAY - 1);
		refused(STRANGER, remove(), Error::<Test>::StillKept);
		pass(1);
		allowed(STRANGER, remove());
		assert_eq!(last_event(), Event::CommandRemoved { device: device.id(), seq });
		assert_eq!(Balances::free_balance(DOCTOR), START);
		refused(STRANGER, remove(), Error::<Test>::UnknownCommand);
		assert_eq!(requested(PATIENT, &device, Action::SuspendTherapy, 0), seq + 1);
	});
}

#[test]
fn open_commands_should_be_few_at_a_device_and_of_a_person() {
	hospital(|device| {
		to_all();
		let devices = [device, enrol(2), enrol(3)];
		for device in &devices[1..] {
			allowed(ADMIN, Call::assign_device { device: device.id(), subject: SUBJECT });
		}
		for device in &devices[..2] {
			for _ in 0..16 {
				requested(DOCTOR, device, Action::SuspendTherapy, 0);
			}
		}
		let full = request_call(&devices[0], Action::SuspendTherapy, 0);
		refused(COLLEAGUE, full, Error::<Test>::TooManyOpen);
		let busy = request_call(&devices[2], Action::SuspendTherapy, 0);
		refused(DOCTOR, busy, Error::<Test>::TooManyOpen);
		allowed(DOCTOR, cancel(&devices[0], 1));
		requested(DOCTOR, &devices[2], Action::SuspendTherapy, 0);
	});
}

#[test]
fn stopping_should_find_room_where_nothing_else_does() {
	hospital(|device| {
		to_all();
		for _ in 0..14 {
			requested(DOCTOR, &device, Action::Configure, 0);
		}
		let more = request_call(&device, Action::Configure, 0);
		refused(COLLEAGUE, more, Error::<Test>::TooManyOpen);
		requested(PATIENT, &device, Action::SuspendTherapy, 0);
	});
}

#[test]
fn reading_should_leave_a_trace() {
	hospital(|device| {
		let read = |action| {
			let purpose = Purpose::Treat;
			Call::log_access { device: device.id(), action, purpose }
		};
		for action in [Action::Therapy, Action::ReadRecord] {
			refused(DOCTOR, read(action), Error::<Test>::NotARead);
		}
		allowed(DOCTOR, read(Action::ReadTelemetry));
		assert_eq!(last_refusal(), Some(Refusal::NoConsent));
		to_all();
		System::reset_events();
		for who in [DOCTOR, PATIENT] {
			allowed(who, read(Action::ReadTelemetry));
			let Event::Audited { entry } = last_event() else { panic!("not audited") };
			assert_eq!((entry.actor, entry.outcome), (who, Outcome::Permitted));
		}
		assert_eq!(last_refusal(), None);
		assert_eq!(MedicalAccess::consents_of(SUBJECT)[0].uses, 1);
	});
}

#[test]
fn approved_command_should_be_over_with_the_consent_that_permits_it_then() {
	hospital(|device| {
		let all = terms(Grantee::Account(OUTSIDER));
		consent(ConsentTerms { max_uses: Some(1), ..all });
		let end = now() + MINUTE;
		consent(ConsentTerms { max_uses: Some(9), end, ..all });
		let seq = requested(OUTSIDER, &device, Action::ResumeTherapy, 0);
		assert_eq!(command(&device, seq).basis, Basis::Consent(0));
		requested(OUTSIDER, &device, Action::SuspendTherapy, 0);
		// The first one is used up, and the second one does not last as long as the command.
		allowed(COLLEAGUE, approve(&device, seq));
		assert_eq!(state(&device, seq), CommandState::Authorised);
		assert_eq!(command(&device, seq).terms.expires, end);
	});
}

#[test]
fn proposal_should_expire_on_time_and_what_a_device_may_have_done_two_minutes_later() {
	hospital(|device| {
		to_all();
		let proposed = proposed_dose(&device);
		let stop = requested(DOCTOR, &device, Action::SuspendTherapy, 0);
		let expire = |seq| Call::expire_command { device: device.id(), seq };
		set_now(command(&device, proposed).terms.expires);
		allowed(STRANGER, expire(proposed));
		let end = command(&device, stop).terms.expires;
		set_now(end + 2 * MINUTE - 1);
		refused(STRANGER, expire(stop), Error::<Test>::NotExpired);
		pass(1);
		allowed(STRANGER, expire(stop));
	});
}
