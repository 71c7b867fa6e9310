// SPDX-License-Identifier: Apache-2.0

//! Who may call what: every call, by every kind of caller, with the exact result.

use super::*;
use frame_support::traits::GetCallName;
use sp_runtime::{DispatchError, DispatchError::BadOrigin as NobodyMay, StateVersion};

pub(super) struct Case {
	pub(super) name: &'static str,
	pub(super) call: fn(&TestDevice) -> Call<Test>,
	/// Who may; everybody else gets the error.
	may: &'static [&'static str],
	otherwise: Option<DispatchError>,
}

const CALLERS: [&str; 16] = [
	"nobody",
	"trustees",
	"authority",
	"admin",
	"patient",
	"clinician",
	"another clinician",
	"engineer",
	"security officer",
	"emergency",
	"reviewer",
	"pharmacist",
	"clinician elsewhere",
	"admin elsewhere",
	"manufacturer",
	"stranger",
];

fn callers() -> [RuntimeOrigin; 16] {
	[
		RuntimeOrigin::none(),
		trustees(),
		signed(AUTHORITY),
		signed(ADMIN),
		signed(PATIENT),
		signed(DOCTOR),
		signed(COLLEAGUE),
		signed(ENGINEER),
		signed(OFFICER),
		signed(MEDIC),
		signed(REVIEWER),
		signed(PHARMACIST),
		signed(OUTSIDER),
		signed(OTHER_ADMIN),
		signed(MAKER),
		signed(STRANGER),
	]
}

const ANYONE: &[&str] = &[
	"authority",
	"admin",
	"patient",
	"clinician",
	"another clinician",
	"engineer",
	"security officer",
	"emergency",
	"reviewer",
	"pharmacist",
	"clinician elsewhere",
	"admin elsewhere",
	"manufacturer",
	"stranger",
];

/// A command of the doctor's that is over, and may be removed.
fn finished(device: &TestDevice) -> CommandSeq {
	let seq = authorised_dose(device, 1_000);
	allowed(DOCTOR, cancel(device, seq));
	pass(90 * DAY);
	seq
}

/// A break-glass of the medic's that is over.
fn ended_glass(device: &TestDevice) -> BreakGlassId {
	let id = broken_glass(MEDIC, device);
	pass(HOUR);
	id
}

fn new_record() -> RecordId {
	let commitment = H256::repeat_byte(0x33);
	consent(ConsentTerms {
		actions: Actions::ALL,
		purposes: Purposes::ALL,
		..terms(Grantee::Organisation(ORG))
	});
	let call = Call::add_record {
		subject: SUBJECT,
		content: content(),
		commitment,
		kind: RecordKind::Report,
		key: WrappedKey([7; 80]),
	};
	allowed(DOCTOR, call);
	record_id(&SUBJECT, &commitment)
}

fn content() -> ContentId {
	ContentId { codec: 0x55, cid: vec![1; 36].try_into().unwrap() }
}

pub(super) fn cases() -> Vec<Case> {
	use Error as E;
	fn to_all() -> ConsentTerms<u64> {
		terms(Grantee::Organisation(ORG))
	}
	let case = |name, call, may, otherwise: Option<E<Test>>| {
		let otherwise = otherwise.map(Into::into);
		Case { name, call, may, otherwise }
	};
	let anyone = |name, call| case(name, call, ANYONE, None);
	let admin = |name, call| case(name, call, &["admin"], Some(E::<Test>::NotAdmin));
	let patient = |name, call| case(name, call, &["patient"], Some(E::<Test>::NotPatient));
	let either =
		|name, call| case(name, call, &["admin", "patient"], Some(E::<Test>::NotAdminOrPatient));
	vec![
		anyone("register_organisation", |_| Call::register_organisation { break_glass_bond: 0 }),
		case(
			"accredit_organisation",
			|_| Call::accredit_organisation { org: ORG, is_accredited: false },
			&["authority"],
			None,
		),
		admin("set_break_glass_bond", |_| Call::set_break_glass_bond { org: ORG, bond: 7 }),
		admin("transfer_admin", |_| Call::transfer_admin { org: ORG, to: STRANGER }),
		case(
			"accept_admin",
			|_| {
				allowed(ADMIN, Call::transfer_admin { org: ORG, to: STRANGER });
				Call::accept_admin { org: ORG }
			},
			&["stranger"],
			Some(E::<Test>::NotOffered),
		),
		admin("remove_organisation", |_| {
			allowed(ADMIN, Call::register_organisation { break_glass_bond: 0 });
			Call::remove_organisation { org: 2 }
		}),
		case(
			"admit_credential_list",
			|_| Call::admit_credential_list { list: LIST, is_admitted: false },
			&["authority"],
			None,
		),
		admin("add_member", |_| Call::add_member {
			org: ORG,
			account: NOVICE,
			roles: Roles::ALL,
			credential: credential_of(NOVICE),
			valid_until: now() + DAY,
		}),
		admin("change_member", |_| Call::change_member {
			org: ORG,
			account: DOCTOR,
			roles: Roles::ALL,
			valid_until: now() + DAY,
		}),
		case(
			"remove_member",
			|_| Call::remove_member { org: ORG, account: DOCTOR },
			&["authority", "admin", "clinician"],
			Some(E::<Test>::MayNotRemoveMember),
		),
		case(
			"report_compromise",
			|_| Call::report_compromise { org: ORG, account: DOCTOR, since: 0 },
			&["admin", "clinician", "security officer"],
			Some(E::<Test>::MayNotReport),
		),
		anyone("list_suspect_commands", |_| {
			allowed(ADMIN, Call::report_compromise { org: ORG, account: DOCTOR, since: 0 });
			Members::<Test>::mutate(ORG, DOCTOR, |member| {
				let listing = Listing::After(None);
				member.as_mut().unwrap().compromise = Some(Compromise { since: 0, listing });
			});
			Call::list_suspect_commands { org: ORG, account: DOCTOR, limit: 1 }
		}),
		case(
			"enrol_device",
			|_| {
				let device = pump(2);
				device.register(ADMIN, MODEL);
				let class = SoftwareClass::A;
				Call::enrol_device { org: ORG, device: device.id(), class, emergency: None }
			},
			&["admin"],
			Some(E::<Test>::NotDeviceOwner),
		),
		case(
			"withdraw_device",
			|_| Call::withdraw_device { device: enrol(2).id() },
			&["admin"],
			Some(E::<Test>::MayNotWithdraw),
		),
		case(
			"lock_device",
			|device| Call::lock_device { device: device.id(), is_locked: true },
			&["patient", "security officer", "manufacturer"],
			Some(E::<Test>::MayNotLock),
		),
		admin("admit_patient", |_| Call::admit_patient {
			org: ORG,
			subject: H256::zero(),
			patient: PATIENT,
		}),
		either("discharge_patient", |_| Call::discharge_patient { subject: SUBJECT }),
		anyone("remove_patient", |_| {
			allowed(ADMIN, Call::discharge_patient { subject: SUBJECT });
			pass(90 * DAY);
			Call::remove_patient { subject: SUBJECT }
		}),
		admin("assign_device", |_| Call::assign_device { device: enrol(2).id(), subject: SUBJECT }),
		either("unassign_device", |device| Call::unassign_device { device: device.id() }),
		patient("appoint_reviewer", |_| Call::appoint_reviewer {
			subject: SUBJECT,
			reviewer: Some(STRANGER),
		}),
		case(
			"set_profile",
			|_| Call::set_profile {
				model: MODEL,
				action: Action::Configure,
				profile: SafetyProfile { risk: Risk::High, ..PROFILE },
			},
			&["manufacturer"],
			Some(E::<Test>::NotManufacturer),
		),
		case(
			"remove_profile",
			|_| Call::remove_profile { model: MODEL, action: Action::Therapy },
			&["manufacturer"],
			Some(E::<Test>::NotManufacturer),
		),
		case(
			"propose_soft_limits",
			|device| {
				let action = Action::Therapy;
				Call::propose_soft_limits { device: device.id(), action, limits: None }
			},
			&["clinician", "another clinician"],
			Some(E::<Test>::NotClinician),
		),
		case(
			"confirm_soft_limits",
			|device| {
				let (device, action) = (device.id(), Action::Therapy);
				add_member(ORG, ADMIN, NOVICE, Role::Clinician);
				allowed(NOVICE, Call::propose_soft_limits { device, action, limits: None });
				Call::confirm_soft_limits { device, action, limits: None }
			},
			&["clinician", "another clinician"],
			Some(E::<Test>::NotClinician),
		),
		case(
			"draft_consent",
			|_| Call::draft_consent { subject: SUBJECT, terms: to_all() },
			&["clinician", "another clinician"],
			Some(E::<Test>::NotClinician),
		),
		patient("activate_consent", |_| {
			allowed(DOCTOR, Call::draft_consent { subject: SUBJECT, terms: to_all() });
			Call::activate_consent { subject: SUBJECT, id: 0 }
		}),
		patient("grant_consent", |_| Call::grant_consent { subject: SUBJECT, terms: to_all() }),
		patient("revoke_consent", |_| {
			let id = consent(to_all());
			Call::revoke_consent { subject: SUBJECT, id }
		}),
		case(
			"mark_consent_in_error",
			|_| {
				allowed(DOCTOR, Call::draft_consent { subject: SUBJECT, terms: to_all() });
				Call::mark_consent_in_error { subject: SUBJECT, id: 0 }
			},
			&["patient", "clinician"],
			Some(E::<Test>::MayNotChangeConsent),
		),
		anyone("remove_consent", |_| {
			let id = consent(to_all());
			pass(120 * DAY);
			Call::remove_consent { subject: SUBJECT, id }
		}),
		// Whoever may not is told so, and it is entered in the audit.
		anyone("request_command", |device| request_call(device, Action::Configure, 0)),
		case(
			"approve_command",
			|device| {
				let seq = proposed_dose(device);
				Commands::<Test>::mutate(device.id(), seq, |command| {
					command.as_mut().unwrap().requester = NOVICE;
				});
				// A clinician who is none of the callers asked for it.
				add_member(ORG, ADMIN, NOVICE, Role::Clinician);
				let involved = InvolvedIn::<Test>::take(DOCTOR);
				InvolvedIn::<Test>::insert(NOVICE, involved);
				approve(device, seq)
			},
			&["clinician", "another clinician", "pharmacist"],
			Some(E::<Test>::ApproverNotEntitled),
		),
		case(
			"cancel_command",
			|device| {
				let seq = authorised_dose(device, 1_000);
				cancel(device, seq)
			},
			&["admin", "patient", "clinician", "security officer"],
			Some(E::<Test>::MayNotCancel),
		),
		anyone("carry_receipt", |device| {
			let seq = authorised_dose(device, 1_000);
			receipt_call(device, receipt_of(device, seq, ReceiptStatus::Executed))
		}),
		anyone("expire_command", |device| {
			let seq = authorised_dose(device, 1_000);
			pass(HOUR + CLOCK_TOLERANCE);
			Call::expire_command { device: device.id(), seq }
		}),
		anyone("remove_command", |device| {
			let seq = finished(device);
			Call::remove_command { device: device.id(), seq }
		}),
		anyone("log_access", |device| Call::log_access {
			device: device.id(),
			action: Action::ReadTelemetry,
			purpose: Purpose::Treat,
		}),
		case(
			"break_glass",
			|device| Call::break_glass {
				device: device.id(),
				reason: BreakGlassReason::Disaster,
				mask: Actions::EMERGENCY,
				minutes: None,
			},
			&["emergency"],
			Some(E::<Test>::EmergencyNotEntitled),
		),
		case(
			"close_break_glass",
			|device| Call::close_break_glass { id: broken_glass(MEDIC, device) },
			&["emergency"],
			Some(E::<Test>::NotRequester),
		),
		case(
			"review_break_glass",
			|device| Call::review_break_glass {
				id: ended_glass(device),
				outcome: ReviewOutcome::Justified,
				report_hash: DOC,
			},
			&["reviewer"],
			Some(E::<Test>::ReviewerNotEntitled),
		),
		anyone("flag_overdue", |device| {
			let id = ended_glass(device);
			pass(72 * HOUR);
			Call::flag_overdue { id }
		}),
		anyone("remove_break_glass", |device| {
			let id = ended_glass(device);
			let (outcome, report_hash) = (ReviewOutcome::Justified, DOC);
			allowed(REVIEWER, Call::review_break_glass { id, outcome, report_hash });
			pass(90 * DAY);
			Call::remove_break_glass { id }
		}),
		// Whoever may not is told so, and it is entered in the audit.
		anyone("add_record", |_| Call::add_record {
			subject: SUBJECT,
			content: content(),
			commitment: H256::zero(),
			kind: RecordKind::Report,
			key: WrappedKey([7; 80]),
		}),
		case(
			"share_record",
			|_| {
				let record = new_record();
				Call::share_record { record, grantee: COLLEAGUE, key: WrappedKey([8; 80]) }
			},
			&["patient", "clinician"],
			Some(E::<Test>::MayNotShare),
		),
		case(
			"open_record",
			|_| Call::open_record { record: new_record(), purpose: Purpose::Treat },
			&["patient"],
			Some(E::<Test>::NoKey),
		),
		case(
			"remove_key",
			|_| {
				let (record, grantee) = (new_record(), COLLEAGUE);
				allowed(PATIENT, Call::share_record { record, grantee, key: WrappedKey([8; 80]) });
				Call::remove_key { record, grantee }
			},
			&["patient", "clinician", "another clinician"],
			Some(E::<Test>::MayNotRemoveKey),
		),
		case(
			"erase_record",
			|_| Call::erase_record { record: new_record(), receipt: DOC },
			&["admin", "patient"],
			Some(E::<Test>::MayNotErase),
		),
		anyone("remove_record", |_| {
			let record = new_record();
			allowed(PATIENT, Call::erase_record { record, receipt: DOC });
			pass(90 * DAY);
			Call::remove_record { record }
		}),
		case("pause", |_| Call::pause {}, &["trustees"], None),
		case(
			"unpause",
			|_| {
				assert_ok!(MedicalAccess::pause(trustees()));
				Call::unpause {}
			},
			&["trustees"],
			None,
		),
		anyone("lift_bar", |_| {
			allowed(ADMIN, Call::report_compromise { org: ORG, account: DOCTOR, since: 0 });
			allowed(ADMIN, Call::remove_member { org: ORG, account: DOCTOR });
			pass(90 * DAY);
			Call::lift_bar { org: ORG, account: DOCTOR }
		}),
		case(
			"assign_review",
			|device| {
				let id = ended_glass(device);
				pass(72 * HOUR);
				Call::assign_review { id, reviewer: STRANGER }
			},
			&["authority"],
			None,
		),
	]
}

#[test]
fn every_call_should_have_a_row_in_the_table() {
	let rows: Vec<_> = cases().iter().map(|case| case.name).collect();
	assert_eq!(rows, Call::<Test>::get_call_names());
}

#[test]
fn every_call_should_give_every_caller_the_exact_result() {
	for case in cases() {
		new_test_ext().execute_with(|| {
			let device = build_hospital();
			for (who, origin) in CALLERS.iter().zip(callers()) {
				in_vain(|| check(&case, &device, who, origin));
			}
		});
	}
}

/// Does it, and undoes it.
fn in_vain(act: impl FnOnce()) {
	let undone = frame_support::storage::with_transaction(|| {
		act();
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	assert_ok!(undone);
}

fn check(case: &Case, device: &TestDevice, who: &str, origin: RuntimeOrigin) {
	let call = (case.call)(device);
	assert_eq!(call.get_call_name(), case.name);
	let expected = match (case.may.contains(&who), ANYONE.contains(&who)) {
		(true, _) => Ok(()),
		(false, true) => Err(case.otherwise.unwrap_or(NobodyMay)),
		(false, false) => Err(NobodyMay),
	};
	let before = sp_io::storage::root(StateVersion::V1);
	assert_eq!(dispatch(origin, call), expected, "{} called by {who}", case.name);
	let is_unchanged = sp_io::storage::root(StateVersion::V1) == before;
	assert_eq!(is_unchanged, expected.is_err(), "{} called by {who}", case.name);
}

#[test]
fn calls_that_cost_something_should_fail_when_caller_cannot_pay() {
	use sp_runtime::TokenError;
	for (name, who) in [
		("register_organisation", ADMIN),
		("add_member", ADMIN),
		("enrol_device", ADMIN),
		("admit_patient", ADMIN),
		("set_profile", MAKER),
		("draft_consent", DOCTOR),
		("grant_consent", PATIENT),
		("break_glass", MEDIC),
	] {
		hospital(|device| {
			let case = cases().into_iter().find(|case| case.name == name).unwrap();
			let call = (case.call)(&device);
			let rest = Balances::free_balance(who) - 20;
			assert_ok!(Balances::transfer_allow_death(signed(who), CARRIER, rest));
			assert_noop!(
				dispatch(signed(who), call),
				DispatchError::from(TokenError::FundsUnavailable)
			);
		});
	}
}
