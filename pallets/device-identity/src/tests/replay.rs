// SPDX-License-Identifier: Apache-2.0

//! Whatever a device or a manufacturer signed counts once, for one device, on one chain, as what it
//! was meant for. Every kind of payload meets every way to misuse it, with every algorithm.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{signing_bytes, KeyRotation, Possession, SignedPayload};

/// The kinds of payload that this pallet takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
	Birth,
	Possession,
	Rotation,
	Authorisation,
	Acceptance,
	Reactivation,
	Batch,
	/// The same payload as [`Possession`], in a claim out of a batch.
	Claim,
	Promise,
	Handover,
	Owner,
}

use Kind::*;

const KINDS: [Kind; 11] = [
	Birth,
	Possession,
	Rotation,
	Authorisation,
	Acceptance,
	Reactivation,
	Batch,
	Claim,
	Promise,
	Handover,
	Owner,
];

impl Kind {
	/// Whether it comes before there is a device.
	fn starts_a_device(self) -> bool {
		matches!(self, Birth | Possession | Batch | Claim)
	}

	/// Whether it is part of a voucher's chain.
	fn is_of_a_voucher(self) -> bool {
		matches!(self, Promise | Handover | Owner)
	}
}

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug)]
enum Flaw {
	Nothing,
	OtherDevice,
	OtherGenesis,
	OtherKind(u8),
	WrongKey,
	FlippedBit(usize),
	OtherAlgorithm,
}

/// Signs `payload`, flawed; `elsewhere` is the same payload for another device.
fn sign<P: SignedPayload>(by: &Signer, payload: P, elsewhere: P, flaw: Flaw) -> DeviceSignature {
	let algorithm = by.key().algorithm();
	let bytes = signing_bytes(&GENESIS, &payload);
	match flaw {
		Flaw::Nothing => by.sign_bytes(&bytes),
		Flaw::OtherDevice => by.sign(&elsewhere),
		Flaw::OtherGenesis => by.sign_bytes(&signing_bytes(&OTHER_GENESIS, &payload)),
		Flaw::OtherKind(kind) => {
			let mut bytes = bytes;
			assert_eq!(bytes[8], P::KIND.code());
			bytes[8] = kind;
			by.sign_bytes(&bytes)
		},
		Flaw::WrongKey => Signer::new(algorithm, "somebody else").sign_bytes(&bytes),
		Flaw::FlippedBit(bit) => {
			let mut raw = *by.sign_bytes(&bytes).as_bytes();
			raw[bit / 8] ^= 1 << (bit % 8);
			DeviceSignature::from_slice(algorithm, &raw).unwrap()
		},
		Flaw::OtherAlgorithm => {
			let other = KeyAlgorithm::ALL[usize::from((algorithm.code() + 1) % 4)];
			DeviceSignature::from_slice(other, by.sign_bytes(&bytes).as_bytes()).unwrap()
		},
	}
}

/// A device, and another one of which payloads are taken.
struct Pair {
	device: TestDevice,
	other: TestDevice,
}

impl Pair {
	/// The chain in the state in which a payload of `kind` is due.
	fn prepare(kind: Kind, algorithm: KeyAlgorithm) -> Self {
		let (device, other) = (TestDevice::new(algorithm, 1), TestDevice::new(algorithm, 2));
		factory_with_model();
		if !kind.starts_a_device() {
			for d in [&device, &other] {
				assert_ok!(register(d));
			}
		}
		if !kind.starts_a_device() && !kind.is_of_a_voucher() {
			for d in [&device, &other] {
				hand_to(d, ALICE);
				add_key(d, KeyPurposes::ALL);
			}
		}
		match kind {
			Claim => {
				Births::opened(&[device.clone(), other.clone()]);
			},
			Acceptance => offer(&device, BOB, None),
			Reactivation => {
				assert_ok!(suspend(signed(ALICE), &device));
			},
			_ => (),
		}
		Self { device, other }
	}

	/// Who submits a payload of `kind`, and how, with one flawed signature.
	fn submission(&self, kind: Kind, flaw: Flaw) -> (u64, Call<Test>) {
		let Self { device, other } = self;
		let (id, elsewhere) = (device.id(), other.id());
		let root_key = device.algorithm.code();
		let spare = Signer::new(device.algorithm, "spare");
		match kind {
			Birth => {
				let birth = device.birth(MODEL);
				let birth_signature =
					sign(&root_signer(root_key), birth.clone(), other.birth(MODEL), flaw);
				let possession = device.possession(MODEL);
				(MAKER, Call::register { birth, root_key, birth_signature, possession })
			},
			Possession => {
				let birth = device.birth(MODEL);
				let birth_signature = root_signer(root_key).sign(&birth);
				let claim = |device| Possession { device, model: MODEL };
				let possession = sign(&device.identity, claim(id), claim(elsewhere), flaw);
				(MAKER, Call::register { birth, root_key, birth_signature, possession })
			},
			Rotation => {
				let claim = |device| KeyRotation { device, index: 2, epoch: 1 };
				let possession = sign(&spare, claim(id), claim(elsewhere), flaw);
				let key = NewKey { key: spare.key(), purposes: KeyPurposes::ALL, possession };
				(ALICE, Call::add_key { device: id, key })
			},
			Authorisation => {
				let word = |d: &TestDevice| d.authorisation(2, 1, KeyPurposes::ASSERT, Some(0));
				let signature = sign(&device.op(0), word(device), word(other), flaw);
				let possession = device.op(2).sign(&KeyRotation { device: id, index: 2, epoch: 1 });
				let signer = DeviceSigner::Operational(0);
				let authorisation = word(device);
				(CARRIER, Call::rotate_key_signed { authorisation, signer, signature, possession })
			},
			Acceptance => {
				let word = |d: &TestDevice| d.acceptance(BOB, 2, 2).0;
				let consent = sign(&device.identity, word(device), word(other), flaw);
				let key = Some(device.new_key(2, 2, KeyPurposes::ALL));
				let acceptance = word(device);
				(BOB, Call::accept_transfer { acceptance, consent, price: None, key })
			},
			Reactivation => {
				let nonce = nonce(device);
				let word = |d: &TestDevice| d.reactivation(1, nonce).0;
				let signature = sign(&device.identity, word(device), word(other), flaw);
				(ALICE, Call::reactivate { proof: word(device), signature })
			},
			Batch => {
				let batch = |d: &TestDevice| Births::of(0, std::slice::from_ref(d)).batch;
				let signature = sign(&root_signer(root_key), batch(device), batch(other), flaw);
				(MAKER, Call::open_batch { batch: batch(device), root_key, signature })
			},
			Claim => {
				let births = Births::of(0, &[device.clone(), other.clone()]);
				let (birth, path) = (device.birth(MODEL), births.path(0));
				let claim = |device| Possession { device, model: MODEL };
				let possession = sign(&device.identity, claim(id), claim(elsewhere), flaw);
				(CARRIER, Call::claim { number: 0, birth, index: 0, path, possession })
			},
			Promise | Handover | Owner => {
				let chain = self.voucher_chain(kind, flaw);
				(BOB, voucher_call(device, chain, BOB))
			},
		}
	}

	/// A voucher that went through two hands to Bob, with a flaw in the part that `kind` names.
	fn voucher_chain(&self, kind: Kind, flaw: Flaw) -> VoucherChain {
		let Self { device, other } = self;
		let algorithm = device.algorithm;
		let only_if = |part| if kind == part { flaw } else { Flaw::Nothing };
		let holders = [0u8, 1, 2].map(|n| Signer::new(algorithm, ("holder", n)));
		let promise = |d: &TestDevice| Voucher { owner_key: holders[0].key(), ..voucher(d) };
		let handover = |position: u8, flaw| {
			let next = holders[usize::from(position) + 1].key();
			let word = |d| VoucherHandover { voucher: promise(d).hash(), position, next };
			let by = &holders[usize::from(position)];
			crate::Handover { next, signature: sign(by, word(device), word(other), flaw) }
		};
		let word = |d| VoucherClaim { voucher: promise(d).hash(), owner: BOB };
		let root_key = algorithm.code();
		VoucherChain {
			voucher: promise(device),
			root_key,
			signature: sign(
				&root_signer(root_key),
				promise(device),
				promise(other),
				only_if(Promise),
			),
			handovers: vec![handover(0, Flaw::Nothing), handover(1, only_if(Handover))]
				.try_into()
				.unwrap(),
			claim: sign(&holders[2], word(device), word(other), only_if(Owner)),
		}
	}
}

/// What a payload of `kind` with a bad signature is refused with.
fn not_signed(kind: Kind) -> Error<Test> {
	match kind {
		Birth => Error::<Test>::BirthRecordNotSigned,
		Possession | Claim => Error::<Test>::DevicePossessionMissing,
		Rotation => Error::<Test>::KeyPossessionMissing,
		Authorisation => Error::<Test>::AuthorisationNotSigned,
		Acceptance => Error::<Test>::DeviceConsentMissing,
		Reactivation => Error::<Test>::ReactivationNotSigned,
		Batch => Error::<Test>::BatchNotSigned,
		Promise => Error::<Test>::VoucherNotSigned,
		Handover => Error::<Test>::HandoverNotSigned,
		Owner => Error::<Test>::VoucherClaimNotSigned,
	}
}

/// Runs `test` for a payload of `kind`, once with each algorithm.
fn with_each_algorithm(kind: Kind, test: impl Fn(&Pair)) {
	for algorithm in KeyAlgorithm::ALL {
		ExtBuilder::default().build_and_execute(|| test(&Pair::prepare(kind, algorithm)));
	}
}

fn assert_refused((who, call): &(u64, Call<Test>), error: impl Into<DispatchError>) {
	assert_noop!(dispatch(signed(*who), call.clone()), error.into());
}

fn assert_accepted((who, call): &(u64, Call<Test>)) {
	assert_ok!(dispatch(signed(*who), call.clone()));
}

/// Refuses `flaws` for every kind and algorithm, then accepts the flawless payload.
fn assert_flaws_refused(flaws: impl Fn(&Pair) -> Vec<Flaw>) {
	for kind in KINDS {
		with_each_algorithm(kind, |pair| {
			for flaw in flaws(pair) {
				if matches!(flaw, Flaw::OtherKind(code) if code == kind_code(kind)) {
					continue;
				}
				assert_refused(&pair.submission(kind, flaw), not_signed(kind));
			}
			assert_accepted(&pair.submission(kind, Flaw::Nothing));
		});
	}
}

fn kind_code(kind: Kind) -> u8 {
	match kind {
		Birth => 10,
		Possession | Claim => 11,
		Rotation => 3,
		Authorisation => 12,
		Acceptance => 4,
		Reactivation => 13,
		Batch => 14,
		Promise => 15,
		Handover => 16,
		Owner => 17,
	}
}

#[test]
fn payload_should_be_refused_when_signed_for_another_device() {
	assert_flaws_refused(|_| vec![Flaw::OtherDevice]);
}

#[test]
fn payload_should_be_refused_when_signed_for_another_chain() {
	assert_flaws_refused(|_| vec![Flaw::OtherGenesis]);
}

#[test]
fn payload_should_be_refused_when_signed_as_another_kind() {
	assert_flaws_refused(|_| (0..=18).chain([u8::MAX]).map(Flaw::OtherKind).collect());
}

#[test]
fn payload_should_be_refused_when_signed_by_another_key_or_algorithm() {
	assert_flaws_refused(|_| vec![Flaw::WrongKey, Flaw::OtherAlgorithm]);
}

#[test]
fn payload_should_be_refused_when_a_bit_of_the_signature_is_flipped() {
	assert_flaws_refused(|_| {
		(0..512).step_by(31).chain([255, 256, 511]).map(Flaw::FlippedBit).collect()
	});
}

#[test]
fn payload_should_be_refused_when_it_was_used_before() {
	for kind in KINDS {
		with_each_algorithm(kind, |pair| {
			let submission = pair.submission(kind, Flaw::Nothing);
			assert_accepted(&submission);
			let error = match kind {
				Birth | Possession | Claim => Error::<Test>::IdentityKeyReused,
				Rotation => Error::<Test>::KeyReused,
				Authorisation => Error::<Test>::KeyIndexMismatch,
				Acceptance => Error::<Test>::NoOffer,
				Reactivation => Error::<Test>::BadState,
				Batch => Error::<Test>::BatchNumberMismatch,
				Promise | Handover | Owner => Error::<Test>::StaleVoucher,
			};
			assert_refused(&submission, error);

			// Nor when the device gets into the same situation once more.
			let error = match kind {
				Acceptance => {
					offer(&pair.device, BOB, None);
					Error::<Test>::EpochMismatch
				},
				Reactivation => {
					assert_ok!(suspend(signed(ALICE), &pair.device));
					Error::<Test>::StaleProof
				},
				Batch => {
					let call = Call::close_batch { manufacturer: FACTORY, number: 0 };
					assert_ok!(dispatch(signed(MAKER), call));
					Error::<Test>::BatchNumberMismatch
				},
				// Back with its manufacturer, the device still has had an owner.
				Promise | Handover | Owner => {
					hand_to(&pair.device, MAKER);
					Error::<Test>::StaleVoucher
				},
				_ => return,
			};
			assert_refused(&submission, error);
		});
	}
}

#[test]
fn payload_should_be_refused_when_the_keys_were_rotated_since() {
	for kind in KINDS {
		with_each_algorithm(kind, |pair| {
			let submission = pair.submission(kind, Flaw::Nothing);
			let error = match kind {
				// The root key counted when the batch was opened. What the device signed stays
				// true.
				Claim => {
					let keys = other_root_keys();
					assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, keys.clone()));
					assert_refused(&submission, Error::<Test>::ManufacturerNotApproved);
					assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), FACTORY, keys));
					assert_accepted(&submission);
					Error::<Test>::IdentityKeyReused
				},
				Birth | Possession | Batch | Promise | Handover | Owner => {
					let position = usize::from(pair.device.algorithm.code());
					let mut keys = root_keys();
					keys[position] = Signer::new(pair.device.algorithm, "new root").key();
					assert_ok!(DeviceIdentity::set_root_keys(signed(MAKER), FACTORY, keys.clone()));
					assert_refused(&submission, Error::<Test>::ManufacturerNotApproved);
					assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), FACTORY, keys));
					match kind {
						Birth | Possession => Error::<Test>::BirthRecordNotSigned,
						Batch => Error::<Test>::BatchNotSigned,
						_ => Error::<Test>::VoucherNotSigned,
					}
				},
				Rotation => {
					rotate(&pair.device, 0);
					Error::<Test>::KeyPossessionMissing
				},
				Authorisation | Acceptance => {
					rotate(&pair.device, 0);
					Error::<Test>::KeyIndexMismatch
				},
				// The identity key signs it, and that never rotates. What counts is the nonce.
				Reactivation => {
					assert_ok!(suspend(signed(MAKER), &pair.device));
					assert_refused(&submission, Error::<Test>::Outranked);
					assert_ok!(reactivate(signed(MAKER), &pair.device));
					Error::<Test>::BadState
				},
			};
			assert_refused(&submission, error);
		});
	}
}

#[test]
fn payload_should_be_refused_when_its_key_was_revoked_since() {
	for kind in KINDS {
		with_each_algorithm(kind, |pair| {
			let submission = pair.submission(kind, Flaw::Nothing);
			let revoke_device = || {
				assert_ok!(DeviceIdentity::revoke(trustees(), pair.device.id(), T0));
			};
			let error = match kind {
				Birth | Possession | Batch | Claim => {
					assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
					Error::<Test>::ManufacturerNotApproved
				},
				Promise | Handover | Owner => {
					assert_ok!(DeviceIdentity::suspend_manufacturer(trustees(), FACTORY));
					assert_refused(&submission, Error::<Test>::ManufacturerNotApproved);
					assert_ok!(DeviceIdentity::revoke_manufacturer(trustees(), FACTORY));
					assert_refused(&submission, Error::<Test>::ManufacturerNotApproved);
					revoke_device();
					Error::<Test>::BadState
				},
				Rotation => {
					assert_accepted(&submission);
					assert_ok!(revoke_key(&pair.device, 2));
					assert_refused(&submission, Error::<Test>::KeyReused);
					assert_ok!(DeviceIdentity::prune_key(signed(STRANGER), pair.device.id(), 2));
					Error::<Test>::KeyReused
				},
				Authorisation => {
					assert_ok!(revoke_key(&pair.device, 0));
					Error::<Test>::KeyNotLive
				},
				// An identity key is revoked together with its device.
				Acceptance => {
					revoke_device();
					Error::<Test>::NoOffer
				},
				Reactivation => {
					revoke_device();
					Error::<Test>::BadState
				},
			};
			assert_refused(&submission, error);
		});
	}
}

#[test]
fn payload_should_be_refused_when_the_device_has_ended() {
	for kind in KINDS {
		with_each_algorithm(kind, |pair| {
			let submission = pair.submission(kind, Flaw::Nothing);
			let (ended, pruned) = match kind {
				Birth | Possession | Claim => {
					assert_accepted(&submission);
					(Error::<Test>::IdentityKeyReused, Error::<Test>::IdentityKeyReused)
				},
				Batch => {
					assert_accepted(&submission);
					let births = Births::of(0, std::slice::from_ref(&pair.device));
					assert_ok!(dispatch(signed(CARRIER), births.claim(&pair.device, 0)));
					(Error::<Test>::BatchNumberMismatch, Error::<Test>::BatchNumberMismatch)
				},
				Promise | Handover | Owner =>
					(Error::<Test>::BadState, Error::<Test>::DeviceNotFound),
				Rotation | Authorisation | Reactivation =>
					(Error::<Test>::BadState, Error::<Test>::DeviceNotFound),
				Acceptance => (Error::<Test>::NoOffer, Error::<Test>::DeviceNotFound),
			};
			decommission(&pair.device);
			assert_refused(&submission, ended);
			pass(RETENTION);
			assert_ok!(DeviceIdentity::prune_device(signed(STRANGER), pair.device.id()));
			let pruned = DispatchError::from(pruned);
			assert_refused(&submission, pruned);
			// Nor does the device come back to meet what it signed.
			assert!(register(&pair.device).is_err());
			let births = Births::opened(std::slice::from_ref(&pair.device));
			assert!(dispatch(signed(CARRIER), births.claim(&pair.device, 0)).is_err());
			assert_refused(&submission, pruned);
		});
	}
}

#[test]
fn voucher_should_be_refused_when_the_device_has_changed_hands_since() {
	for kind in [Promise, Handover, Owner] {
		with_each_algorithm(kind, |pair| {
			let submission = pair.submission(kind, Flaw::Nothing);
			hand_to(&pair.device, STRANGER);
			assert_refused(&submission, Error::<Test>::StaleVoucher);
			hand_to(&pair.device, MAKER);
			assert_refused(&submission, Error::<Test>::StaleVoucher);
		});
	}
}

#[test]
fn claim_should_be_refused_when_it_is_carried_to_another_batch() {
	with_each_algorithm(Claim, |pair| {
		let births = Births::opened(&[device(9), pair.other.clone(), pair.device.clone()]);
		let (carrier, call) = pair.submission(Claim, Flaw::Nothing);
		let Call::claim { birth, path, possession, .. } = call.clone() else {
			panic!("not a claim");
		};
		let number = births.batch.number;
		for index in 0..3 {
			let (birth, path) = (birth.clone(), path.clone());
			let call = Call::claim { number, birth, index, path, possession };
			assert_refused(&(carrier, call), Error::<Test>::NotInBatch);
		}
		assert_accepted(&(carrier, call));
		let again = births.claim(&pair.device, 2);
		assert_refused(&(carrier, again), Error::<Test>::IdentityKeyReused);
	});
}

#[test]
fn payload_should_be_refused_when_the_device_has_changed_hands_since() {
	for kind in [Rotation, Authorisation, Acceptance, Reactivation] {
		with_each_algorithm(kind, |pair| {
			let device = &pair.device;
			let submission = pair.submission(kind, Flaw::Nothing);
			// Kept key: no new index is given out, so that the epoch alone makes the difference.
			let keep = |to| {
				offer(device, to, None);
				let (acceptance, consent) = device.acceptance(to, record(device).epoch + 1, 0);
				assert_ok!(DeviceIdentity::accept_transfer(
					signed(to),
					acceptance,
					consent,
					None,
					None
				));
			};
			keep(STRANGER);
			keep(ALICE);
			let error = match kind {
				Rotation => Error::<Test>::KeyPossessionMissing,
				Authorisation => Error::<Test>::EpochMismatch,
				Acceptance => {
					offer(device, BOB, None);
					Error::<Test>::EpochMismatch
				},
				_ => {
					assert_ok!(suspend(signed(ALICE), device));
					Error::<Test>::EpochMismatch
				},
			};
			assert_refused(&submission, error);
		});
	}
}

#[test]
fn manufacturer_should_not_register_another_makers_device_with_its_birth_record() {
	ExtBuilder::default().build_and_execute(|| {
		let pair = Pair::prepare(Birth, KeyAlgorithm::Ed25519);
		// A second manufacturer claims the same root keys, and adds a model of the same number.
		assert_ok!(DeviceIdentity::propose_manufacturer(
			signed(OTHER_MAKER),
			None,
			root_keys(),
			DOCUMENT
		));
		assert_ok!(DeviceIdentity::approve_manufacturer(trustees(), 1, root_keys()));
		let theirs = ModelId { manufacturer: 1, ..MODEL };
		assert_ok!(DeviceIdentity::add_model(
			signed(OTHER_MAKER),
			theirs,
			spec(DeviceClass::Meter)
		));

		let ours = pair.device.birth(MODEL);
		let birth_signature = root_signer(0).sign(&ours);
		let possession = pair.device.possession(MODEL);
		let register = |birth| Call::register { birth, root_key: 0, birth_signature, possession };
		assert_refused(&(OTHER_MAKER, register(ours.clone())), Error::<Test>::NotManufacturer);
		assert_refused(
			&(OTHER_MAKER, register(BirthRecord { model: theirs, ..ours })),
			Error::<Test>::BirthRecordNotSigned,
		);
	});
}
