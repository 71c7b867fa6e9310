// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, sensible and not, against a small reference model. After every step
//! the chain must be exactly what the model says, every invariant must hold, and nothing that
//! should only ever move forward may have moved back.

mod reference;
mod steps;

use super::*;
use mote_primitives::{
	BirthRecord, DeviceId, KeyAuthorisation, KeyRotation, Reactivation, TransferAcceptance,
};
use proptest::prelude::*;
use reference::*;
use sp_runtime::StateVersion;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use steps::*;

const ACTORS: [u64; 6] = [MAKER, OTHER_MAKER, ALICE, BOB, CARRIER, POOR];
const DEVICES: usize = 4;
const STEPS: usize = 60;
/// Enough for everything that 60 steps may cost.
const RICH: u64 = 10_000_000;

thread_local! {
	static POOL: RefCell<BTreeMap<u32, Signer>> = const { RefCell::new(BTreeMap::new()) };
}

/// The operational key number `number`. The first ones are the devices' identity keys.
fn pool(number: u32) -> Signer {
	let make = || match KeyAlgorithm::ALL[number as usize % 2 * 2] {
		_ if (number as usize) < DEVICES => identity(number as usize).identity,
		algorithm => Signer::new(algorithm, ("pool", number)),
	};
	POOL.with(|pool| pool.borrow_mut().entry(number).or_insert_with(make).clone())
}

fn identity(device: usize) -> TestDevice {
	let algorithm = [KeyAlgorithm::Ed25519, KeyAlgorithm::Sr25519][device % 2];
	TestDevice::new(algorithm, device as u32)
}

/// A list of root keys; number 0 is the empty one.
fn root_set(number: u8) -> Vec<DeviceKey> {
	match number {
		0 => vec![],
		n => vec![Signer::new(KeyAlgorithm::Ed25519, ("root", n)).key()],
	}
}

fn bounded_root_set(number: u8) -> RootKeysOf<Test> {
	root_set(number).try_into().unwrap()
}

fn serial_of(number: u8) -> H256 {
	H256::repeat_byte(number)
}

/// Signs with the right key, or with one that is nobody's.
fn sign<P: mote_primitives::SignedPayload>(
	by: &Signer,
	is_genuine: bool,
	payload: &P,
) -> DeviceSignature {
	if is_genuine {
		by.sign(payload)
	} else {
		Signer::new(by.key().algorithm(), "nobody").sign(payload)
	}
}

fn new_key(id: DeviceId, index: u16, epoch: u32, key: Offered) -> NewKey {
	let signer = pool(key.number);
	let claim = KeyRotation { device: id, index, epoch };
	let possession = sign(&signer, key.is_genuine, &claim);
	NewKey { key: signer.key(), purposes: purposes(key.bits), possession }
}

/// The call that says what `act` means, on the chain as it is.
fn call_of(who: Who, act: &Act) -> Option<Call<Test>> {
	let id = |n: &usize| identity(*n).id();
	let stored = |n: &usize| Devices::<Test>::get(id(n));
	let next = |n: &usize| stored(n).map_or((0, 0), |d| (d.next_key, d.epoch));
	Some(match act {
		Act::Propose { keys } => Call::propose_manufacturer {
			vendor_id: None,
			root_keys: bounded_root_set(*keys),
			metadata_hash: DOCUMENT,
		},
		Act::Approve { id, keys } =>
			Call::approve_manufacturer { id: *id, root_keys: bounded_root_set(*keys) },
		Act::SuspendMaker { id } => Call::suspend_manufacturer { id: *id },
		Act::RevokeMaker { id } => Call::revoke_manufacturer { id: *id },
		Act::Withdraw { id } => Call::withdraw_manufacturer { id: *id },
		Act::SetRootKeys { id, keys } =>
			Call::set_root_keys { id: *id, root_keys: bounded_root_set(*keys) },
		Act::AddModel { model, algorithms } => Call::add_model {
			model: *model,
			spec: ModelSpec { algorithms: *algorithms, ..spec(DeviceClass::Other) },
		},
		Act::Certify { model, certificate } =>
			Call::certify_model { model: *model, certificate: *certificate },
		Act::RemoveModel { model } => Call::remove_model { model: *model },
		Act::Register { device, model, serial, root, is_genuine } => {
			let serial_commit = serial_of(*serial);
			let birth = BirthRecord { serial_commit, ..identity(*device).birth(*model) };
			let root = Signer::new(KeyAlgorithm::Ed25519, ("root", *root));
			Call::register {
				birth_signature: sign(&root, *is_genuine, &birth),
				possession: identity(*device).possession(*model),
				birth,
				root_key: 0,
			}
		},
		Act::Activate { device, epoch, index, key, is_genuine } => {
			let Who::Account(owner) = who else { return None };
			let acceptance =
				TransferAcceptance { device: id(device), owner, epoch: *epoch, key: *index };
			Call::activate {
				consent: sign(&identity(*device).identity, *is_genuine, &acceptance),
				acceptance,
				key: new_key(id(device), *index, *epoch, *key),
			}
		},
		Act::Offer { device, to, expires, price } =>
			Call::offer_transfer { device: id(device), to: *to, expires: *expires, price: *price },
		Act::Cancel { device } => Call::cancel_transfer { device: id(device) },
		Act::Accept { device, price, epoch, index, key, is_genuine } => {
			let Who::Account(owner) = who else { return None };
			let acceptance =
				TransferAcceptance { device: id(device), owner, epoch: *epoch, key: *index };
			Call::accept_transfer {
				consent: sign(&identity(*device).identity, *is_genuine, &acceptance),
				acceptance,
				price: *price,
				key: key.map(|key| new_key(id(device), *index, *epoch, key)),
			}
		},
		Act::AddKey { device, key } => {
			let (index, epoch) = next(device);
			Call::add_key { device: id(device), key: new_key(id(device), index, epoch, *key) }
		},
		Act::Rotate { device, replaces, key } => {
			let (index, epoch) = next(device);
			let key = new_key(id(device), index, epoch, *key);
			Call::rotate_key { device: id(device), replaces: *replaces, key }
		},
		Act::Carry { device, signer, replaces, epoch, index, key, is_genuine } => {
			let new = new_key(id(device), *index, *epoch, *key);
			let authorisation = KeyAuthorisation {
				device: id(device),
				index: *index,
				epoch: *epoch,
				key: new.key,
				purposes: new.purposes,
				replaces: *replaces,
			};
			let by = match signer {
				DeviceSigner::Identity => identity(*device).identity,
				DeviceSigner::Operational(i) => signer_of(id(device), *i),
			};
			Call::rotate_key_signed {
				signature: sign(&by, *is_genuine, &authorisation),
				authorisation,
				signer: *signer,
				possession: new.possession,
			}
		},
		Act::RevokeKey { device, index } => Call::revoke_key {
			device: id(device),
			index: *index,
			reason: RevocationReason::Retired,
		},
		Act::PruneKey { device, index } => Call::prune_key { device: id(device), index: *index },
		Act::Suspend { device } =>
			Call::suspend { device: id(device), reason: SuspensionReason::Maintenance },
		Act::ReportLost { device } => Call::report_lost { device: id(device) },
		Act::Reactivate { device, epoch, is_fresh, is_genuine } => {
			let nonce = match stored(device).map(|d| d.status) {
				Some(DeviceStatus::Suspended { nonce, .. } | DeviceStatus::Lost { nonce, .. })
					if *is_fresh =>
					nonce,
				_ => H256::zero(),
			};
			let proof = Reactivation { device: id(device), epoch: *epoch, nonce };
			let signature = sign(&identity(*device).identity, *is_genuine, &proof);
			Call::reactivate { proof, signature }
		},
		Act::Decommission { device } => Call::decommission { device: id(device) },
		Act::Revoke { device, since } =>
			Call::revoke { device: id(device), compromised_since: *since },
		Act::PruneDevice { device } => Call::prune_device { device: id(device) },
		Act::Pause => Call::pause {},
		Act::Unpause => Call::unpause {},
		Act::Encumber { .. } => return None,
	})
}

/// The private half of a device's operational key, or of none when there is no such key.
fn signer_of(device: DeviceId, index: u16) -> Signer {
	let key = OperationalKeys::<Test>::get(device, index).map(|k| k.key);
	POOL.with(|pool| {
		pool.borrow()
			.values()
			.find(|s| Some(s.key()) == key)
			.cloned()
			.unwrap_or_else(|| Signer::new(KeyAlgorithm::Ed25519, "no such key"))
	})
}

/// Whether `act` carries something signed that may count only once.
fn is_signed_act(act: &Act) -> bool {
	matches!(
		act,
		Act::Register { .. } |
			Act::Activate { .. } |
			Act::Accept { .. } |
			Act::AddKey { .. } |
			Act::Rotate { .. } |
			Act::Carry { .. } |
			Act::Reactivate { .. }
	)
}

/// Reads the chain in the model's terms.
fn observe(liens: &BTreeSet<usize>) -> World {
	let offer = |id| TransferOffers::<Test>::get(id).map(|o| (o.to, o.expires, o.price));
	let device = |id: DeviceId, d: DeviceRecordOf<Test>| Device {
		model: d.model,
		serial: d.serial_commit,
		owner: d.owner,
		payer: d.depositor,
		state: match d.status {
			DeviceStatus::Registered => State::Registered,
			DeviceStatus::Active => State::Active,
			DeviceStatus::Suspended { by, .. } => State::Suspended(by),
			DeviceStatus::Lost { .. } => State::Lost,
			DeviceStatus::Decommissioned { at } => State::Ended { at, since: None },
			DeviceStatus::Revoked { at, compromised_since } =>
				State::Ended { at, since: Some(compromised_since) },
		},
		epoch: d.epoch,
		next: d.next_key,
		keys: OperationalKeys::<Test>::iter_prefix(id)
			.map(|(index, k)| {
				let life = match k.status {
					KeyStatus::Live => Life::Live,
					KeyStatus::Superseded { at } => Life::Superseded(at),
					_ => Life::Dead,
				};
				let bits = k.purposes.bits();
				(index, Key { key: k.key, bits, from: k.valid_from, life, payer: k.depositor })
			})
			.collect(),
		offer: offer(id),
	};
	let seed = |id| (0..DEVICES).find(|n| identity(*n).id() == id).unwrap();
	let reasons =
		[HoldReason::Manufacturer, HoldReason::Model, HoldReason::Device, HoldReason::Key];
	World {
		paused: Paused::<Test>::get(),
		next_maker: NextManufacturerId::<Test>::get(),
		makers: Manufacturers::<Test>::iter()
			.map(|(id, m)| {
				let keys = m.root_keys.into_inner();
				(id, Maker { account: m.account, status: m.status, keys })
			})
			.collect(),
		models: Models::<Test>::iter()
			.map(|(id, m)| {
				(id, Model { algorithms: m.spec.algorithms, certificate: m.certificate })
			})
			.collect(),
		devices: Devices::<Test>::iter().map(|(id, d)| (seed(id), device(id, d))).collect(),
		known: KnownKeys::<Test>::iter_keys().collect(),
		liens: liens.clone(),
		free: ACTORS.map(|who| (who, Balances::free_balance(who))).into(),
		held: ACTORS
			.iter()
			.flat_map(|who| reasons.map(|r| ((*who, r as u8), on_hold(*who, r))))
			.filter(|(_, amount)| *amount > 0)
			.collect(),
	}
}

/// What must only ever move forward.
#[derive(Default)]
struct History {
	/// The last seen state, epoch and next key index of each device.
	devices: BTreeMap<usize, (State, u32, u16)>,
	/// Which key ever had which index of which device.
	keys: BTreeMap<(usize, u16), DeviceKey>,
	/// What was accepted that was signed, by whom.
	accepted: Vec<(RuntimeOrigin, Call<Test>)>,
	known: BTreeSet<H256>,
}

impl History {
	fn check_and_extend(&mut self, world: &World) {
		assert!(world.known.is_superset(&self.known), "a key was forgotten");
		self.known.clone_from(&world.known);
		for (n, device) in &world.devices {
			let now = (device.state, device.epoch, device.next);
			if let Some((state, epoch, next)) = self.devices.insert(*n, now) {
				if let State::Ended { since, .. } = state {
					let was_revoked_later = since.is_none() &&
						matches!(device.state, State::Ended { since: Some(_), .. });
					let is_unchanged = device.state == state;
					assert!(is_unchanged || was_revoked_later, "a device that ended came back");
				}
				assert!(device.epoch >= epoch, "an epoch fell");
				assert!(device.next >= next, "the next key index fell");
			}
			for (index, key) in &device.keys {
				let former = self.keys.insert((*n, *index), key.key);
				assert!(former.is_none_or(|k| k == key.key), "a key index was given out again");
			}
		}
		for n in self.devices.keys() {
			let is_gone = !world.devices.contains_key(n);
			let (state, ..) = self.devices[n];
			assert!(!is_gone || matches!(state, State::Ended { .. }), "a device in use vanished");
		}
		let distinct: BTreeSet<_> = self.keys.values().collect();
		assert_eq!(distinct.len(), self.keys.len(), "a key was used twice");
	}
}

/// Asks the chain for the authority of every key, and compares with the rules.
fn check_authority(world: &World) {
	let now = now();
	for (n, device) in &world.devices {
		for (index, key) in &device.keys {
			for at in [now, now - 1, now.saturating_sub(GRACE)] {
				let is_current = match key.life {
					Life::Live => true,
					Life::Superseded(since) => at < since && now - since <= GRACE,
					Life::Dead => false,
				};
				let expected = device.state == State::Active &&
					!world.is_maker_revoked(device.model) &&
					is_current && key.bits & 1 == 1 &&
					at >= key.from;
				let told = DeviceIdentity::key_authority(
					identity(*n).id(),
					*index,
					KeyPurposes::ASSERT,
					at,
				);
				assert_eq!(told.ok(), expected.then_some(key.key), "authority of key {index}");
			}
		}
	}
}

fn origin_of(who: Who) -> RuntimeOrigin {
	match who {
		Who::Trustees => trustees(),
		Who::Account(who) => signed(who),
	}
}

fn dispatch_or_keep(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	let before = sp_io::storage::root(StateVersion::V1);
	let result = dispatch(origin, call);
	if result.is_err() {
		let after = sp_io::storage::root(StateVersion::V1);
		assert_eq!(after, before, "a failed call left something behind");
	}
	result
}

/// Takes one step; returns the world that must be there now, and whether a call succeeded.
fn take(step: Step, world: World, history: &mut History) -> (World, bool) {
	match step.kind {
		Kind::Pass => {
			let has_ended = world.devices.values().any(Device::is_ended);
			pass(match step.dice[0] {
				128.. if has_ended => RETENTION,
				0..112 => 1,
				112..208 => HOUR,
				208..240 => DAY,
				_ => RETENTION,
			});
			return (world, false);
		},
		Kind::Replay => {
			let at = usize::from(step.dice[0]).checked_rem(history.accepted.len());
			if let Some((origin, call)) = at.and_then(|at| history.accepted.get(at)).cloned() {
				let result = dispatch_or_keep(origin, call.clone());
				assert!(result.is_err(), "accepted for the second time: {call:?}");
			}
			return (world, false);
		},
		_ => (),
	}
	let Some((who, act)) = step.resolve(&world, now()) else { return (world, false) };
	if let Act::Encumber { device, is_held } = act {
		let id = identity(device).id();
		if is_held {
			TestLiens::hold(id);
		} else {
			TestLiens::release(id);
		}
		let next = world.after(who, &act, now()).unwrap();
		return (next, false);
	}
	let Some(call) = call_of(who, &act) else { return (world, false) };
	let origin = origin_of(who);
	let result = dispatch_or_keep(origin.clone(), call.clone());
	let next = world.after(who, &act, now());
	assert_eq!(
		result.is_ok(),
		next.is_some(),
		"chain says {result:?}, model disagrees: {act:?} by {who:?} in {world:#?}"
	);
	if result.is_ok() && is_signed_act(&act) {
		history.accepted.push((origin, call));
	}
	(next.unwrap_or(world), result.is_ok())
}

/// Runs a sequence and counts, by kind, the calls that succeeded.
fn run(steps: &[Step], successes: &mut BTreeMap<String, u32>) {
	let rich = |builder: ExtBuilder, who| builder.with_balance(who, RICH);
	ACTORS[..5]
		.iter()
		.copied()
		.fold(ExtBuilder::default(), rich)
		.build_and_execute(|| {
			let mut world = observe(&BTreeSet::new());
			let mut history = History::default();
			for step in opening().iter().chain(steps) {
				let (next, is_success) = take(*step, world, &mut history);
				*successes.entry(format!("{:?}", step.kind)).or_default() += u32::from(is_success);
				world = next;
				assert_eq!(observe(&world.liens), world, "after {step:?}");
				check_everything();
				check_authority(&world);
				history.check_and_extend(&world);
			}
		});
}

/// `PROPTEST_CASES` sets the number of sequences. Without optimisation fewer are run by default.
fn config() -> ProptestConfig {
	let default = ProptestConfig {
		failure_persistence: None,
		max_shrink_time: 60_000,
		..ProptestConfig::default()
	};
	if cfg!(debug_assertions) && std::env::var_os("PROPTEST_CASES").is_none() {
		return ProptestConfig { cases: 16, ..default };
	}
	default
}

#[test]
fn chain_should_do_what_the_reference_model_says_whatever_anybody_calls() {
	use proptest::test_runner::TestRunner;
	let successes = RefCell::new(BTreeMap::new());
	let mut runner = TestRunner::new(config());
	runner
		.run(&steps(), |steps| {
			run(&steps, &mut successes.borrow_mut());
			Ok(())
		})
		.unwrap_or_else(|failure| panic!("{failure}"));

	// A test in which some call never succeeds would prove little about it.
	let successes = successes.into_inner();
	let never: Vec<_> = successes
		.iter()
		.filter(|(kind, count)| {
			**count == 0 && !matches!(kind.as_str(), "Pass" | "Replay" | "Encumber")
		})
		.collect();
	assert!(runner.config().cases < 256 || never.is_empty(), "never succeeded: {never:?}");
}
