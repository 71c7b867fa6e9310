// SPDX-License-Identifier: Apache-2.0

//! Whatever a device signs counts once, for this device, on one chain, as a report of its firmware.
//! It meets every way to misuse it, with every algorithm.

use super::*;
use frame_support::assert_noop;
use mote_primitives::{signing_bytes, DeviceSignature, FirmwareReport, SignedPayload};

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

/// Signs `report`, flawed; `elsewhere` says the same of another device.
fn sign(
	by: &Signer,
	report: &FirmwareReport,
	elsewhere: &FirmwareReport,
	flaw: Flaw,
) -> DeviceSignature {
	let algorithm = by.key().algorithm();
	let mut bytes = signing_bytes(&GENESIS, report);
	match flaw {
		Flaw::Nothing => by.sign_bytes(&bytes),
		Flaw::OtherDevice => by.sign(elsewhere),
		Flaw::OtherGenesis => by.sign_bytes(&signing_bytes(&OTHER_GENESIS, report)),
		Flaw::OtherKind(kind) => {
			assert_eq!(bytes[8], FirmwareReport::KIND.code());
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

/// A device, and another one of which reports are taken.
struct Pair {
	device: TestDevice,
	other: TestDevice,
}

impl Pair {
	fn prepare(algorithm: KeyAlgorithm) -> Self {
		let (device, other) = (TestDevice::new(algorithm, 1), TestDevice::new(algorithm, 2));
		release(spec(1));
		for d in [&device, &other] {
			d.register(MODEL);
		}
		Self { device, other }
	}

	/// The report that is due, with a flawed signature.
	fn submission(&self, flaw: Flaw) -> Call<Test> {
		let said = |device: &TestDevice| device.says(1, image(1), T0);
		let report = said(&self.device);
		let signature = sign(&self.device.op(0), &report, &said(&self.other), flaw);
		Call::report { report, key_index: 0, signature }
	}

	fn set_key(&self, key: &Signer, life: KeyLife) {
		TestRegistry::set_key(self.device.id(), 0, key.key(), KeyPurposes::ALL, life);
	}
}

/// Runs `test` once with each algorithm.
fn with_each_algorithm(test: impl Fn(&Pair)) {
	for algorithm in KeyAlgorithm::ALL {
		ExtBuilder.build_and_execute(|| test(&Pair::prepare(algorithm)));
	}
}

fn assert_refused(call: &Call<Test>, error: Error<Test>) {
	assert_noop!(dispatch(signed(CARRIER), call.clone()), error);
}

fn assert_accepted(call: &Call<Test>) {
	assert_ok!(dispatch(signed(CARRIER), call.clone()));
}

/// Refuses `flaws` with every algorithm, then accepts the flawless report.
fn assert_flaws_refused(flaws: impl IntoIterator<Item = Flaw> + Clone) {
	with_each_algorithm(|pair| {
		for flaw in flaws.clone() {
			assert_refused(&pair.submission(flaw), Error::<Test>::ReportNotSigned);
		}
		assert_accepted(&pair.submission(Flaw::Nothing));
	});
}

#[test]
fn report_should_be_refused_when_signed_for_another_device() {
	assert_flaws_refused([Flaw::OtherDevice]);
}

#[test]
fn report_should_be_refused_when_signed_for_another_chain() {
	assert_flaws_refused([Flaw::OtherGenesis]);
}

#[test]
fn report_should_be_refused_when_signed_as_another_kind() {
	let kinds = (0..=32).chain([u8::MAX]).filter(|kind| *kind != 9);
	assert_flaws_refused(kinds.map(Flaw::OtherKind));
}

#[test]
fn report_should_be_refused_when_signed_by_another_key_or_algorithm() {
	assert_flaws_refused([Flaw::WrongKey, Flaw::OtherAlgorithm]);
}

#[test]
fn report_should_be_refused_when_a_bit_of_the_signature_is_flipped() {
	assert_flaws_refused((0..512).step_by(31).chain([255, 256, 511]).map(Flaw::FlippedBit));
}

#[test]
fn report_should_be_refused_when_a_field_is_changed() {
	with_each_algorithm(|pair| {
		let Call::report { report, key_index, signature } = pair.submission(Flaw::Nothing) else {
			panic!("not a report");
		};
		for report in [
			FirmwareReport { device: pair.other.id(), ..report.clone() },
			FirmwareReport { seq: 2, ..report.clone() },
			FirmwareReport { image_digest: image(2), ..report.clone() },
			FirmwareReport { at: T0 + 1, ..report.clone() },
		] {
			let call = Call::report { report, key_index, signature };
			assert_refused(&call, Error::<Test>::ReportNotSigned);
		}
		assert_accepted(&Call::report { report, key_index, signature });
	});
}

#[test]
fn report_should_be_refused_when_it_was_used_before_whoever_carries_it() {
	with_each_algorithm(|pair| {
		let call = pair.submission(Flaw::Nothing);
		assert_accepted(&call);
		for who in [CARRIER, STRANGER] {
			assert_noop!(dispatch(signed(who), call.clone()), Error::<Test>::ReportNotNewer);
		}
		// Nor after another one, or by another number of the same key.
		assert_ok!(report(&pair.device, 1));
		assert_refused(&call, Error::<Test>::ReportNotNewer);
		let Call::report { report, signature, .. } = call else { panic!("not a report") };
		let key = pair.device.op(0).key();
		TestRegistry::set_key(pair.device.id(), 1, key, KeyPurposes::ALL, KeyLife::Live);
		let again = Call::report { report, key_index: 1, signature };
		assert_refused(&again, Error::<Test>::ReportNotNewer);
	});
}

#[test]
fn ecdsa_signature_should_not_count_again_in_its_other_form() {
	use p256::elliptic_curve::ff::PrimeField;
	ExtBuilder.build_and_execute(|| {
		let pair = Pair::prepare(KeyAlgorithm::P256);
		let call = pair.submission(Flaw::Nothing);
		let Call::report { report, signature, .. } = call.clone() else { panic!("not a report") };
		let mut raw = *signature.as_bytes();
		let s = p256::Scalar::from_repr(*p256::FieldBytes::from_slice(&raw[32..])).unwrap();
		raw[32..].copy_from_slice(&(-s).to_repr());
		let other_form = DeviceSignature::from_slice(KeyAlgorithm::P256, &raw).unwrap();
		let other = Call::report { report, key_index: 0, signature: other_form };
		assert_ne!(call, other);
		assert_accepted(&other);
		assert_refused(&call, Error::<Test>::ReportNotNewer);
		assert_refused(&other, Error::<Test>::ReportNotNewer);
	});
}

#[test]
fn report_should_be_refused_when_the_key_was_rotated_since() {
	with_each_algorithm(|pair| {
		let call = pair.submission(Flaw::Nothing);
		pair.set_key(&pair.device.op(0), KeyLife::Superseded(T0));
		assert_refused(&call, Error::<Test>::KeyHasNoAuthority);
		// Another key has the same number.
		pair.set_key(&pair.device.op(1), KeyLife::Live);
		assert_refused(&call, Error::<Test>::ReportNotSigned);
	});
}

#[test]
fn report_should_be_refused_when_its_key_was_revoked_since() {
	with_each_algorithm(|pair| {
		let call = pair.submission(Flaw::Nothing);
		pair.set_key(&pair.device.op(0), KeyLife::Revoked);
		assert_refused(&call, Error::<Test>::KeyHasNoAuthority);
	});
}

#[test]
fn report_should_be_refused_when_the_device_has_ended() {
	with_each_algorithm(|pair| {
		let first = pair.submission(Flaw::Nothing);
		assert_accepted(&first);
		pass(1);
		let next = report_call(&pair.device, 1, image(1), now());
		for state in [DeviceState::Decommissioned, DeviceState::Revoked] {
			TestRegistry::set_state(pair.device.id(), state);
			assert_refused(&next, Error::<Test>::KeyHasNoAuthority);
		}
		// With its record the memory of what was used is gone, and with it every say of the device.
		assert_ok!(DeviceFirmware::prune_report(signed(STRANGER), pair.device.id()));
		for call in [&first, &next] {
			assert_refused(call, Error::<Test>::KeyHasNoAuthority);
		}
		TestRegistry::remove_device(pair.device.id());
		for call in [&first, &next] {
			assert_refused(call, Error::<Test>::DeviceNotFound);
		}
	});
}

#[test]
fn report_should_be_refused_when_it_was_held_back_for_too_long() {
	with_each_algorithm(|pair| {
		let call = pair.submission(Flaw::Nothing);
		pass(MAX_AGE + 1);
		assert_refused(&call, Error::<Test>::ReportTooOld);
	});
}
