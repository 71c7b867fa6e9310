// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, sensible and not, against a small reference model. After every step
//! the chain must be exactly what the model says, every invariant must hold, and nothing that
//! should only ever move forward may have moved back.

mod reference;
mod steps;

use super::*;
use mote_primitives::{
	BirthRecord, DeviceId, KeyAuthorisation, KeyRotation, Possession, Reactivation,
	TransferAcceptance,
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
	static DEVICE_POOL: RefCell<BTreeMap<usize, (TestDevice, DeviceId)>> =
		const { RefCell::new(BTreeMap::new()) };
	static ROOTS: RefCell<BTreeMap<(u32, u16), H256>> = const { RefCell::new(BTreeMap::new()) };
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
	from_device_pool(device).0
}

fn id_of(device: usize) -> DeviceId {
	from_device_pool(device).1
}

fn from_device_pool(device: usize) -> (TestDevice, DeviceId) {
	let make = || {
		let algorithm = [KeyAlgorithm::Ed25519, KeyAlgorithm::Sr25519][device % 2];
		let device = TestDevice::new(algorithm, device as u32);
		let id = device.id();
		(device, id)
	};
	DEVICE_POOL.with(|pool| pool.borrow_mut().entry(device).or_insert_with(make).clone())
}

fn root_of_set(number: u8) -> Signer {
	Signer::new(KeyAlgorithm::Ed25519, ("root", number))
}

/// A batch of every device there is, as a device of this model.
fn births(id: u32, product: u16) -> Births {
	let model = ModelId { manufacturer: id, product };
	let birth = |device| BirthRecord {
		serial_commit: serial_of(device as u8),
		..identity(device).birth(model)
	};
	let mut births = Births::with(0, (0..DEVICES).map(birth).collect());
	births.batch.manufacturer = id;
	births
}

fn root_of_births(id: u32, product: u16) -> H256 {
	ROOTS.with(|roots| {
		*roots
			.borrow_mut()
			.entry((id, product))
			.or_insert_with(|| births(id, product).batch.root)
	})
}

/// A voucher of a device whose last hand-over, or the claim if there was none, is perhaps not
/// genuine.
fn voucher_chain(
	device: usize,
	root: u8,
	expires: Option<u64>,
	handovers: Handovers,
	owner: u64,
) -> VoucherChain {
	let holder = |n: u8| Signer::new(KeyAlgorithm::Ed25519, ("holder", n));
	let freshness = match expires {
		Some(at) => VoucherFreshness::Expires(at),
		None => VoucherFreshness::Nonce(mote_primitives::VoucherNonce::new(&[7; 8]).unwrap()),
	};
	let (device, assertion) = (id_of(device), VoucherAssertion::Logged);
	let voucher = Voucher { device, owner_key: holder(0).key(), assertion, freshness };
	let hash = voucher.hash();
	let Handovers { count, is_genuine } = handovers;
	let pass = |position: u8| {
		let next = holder(position + 1).key();
		let word = VoucherHandover { voucher: hash, position, next };
		let is_genuine = is_genuine || position + 1 < count;
		Handover { next, signature: sign(&holder(position), is_genuine, &word) }
	};
	let word = VoucherClaim { voucher: hash, owner };
	VoucherChain {
		root_key: 0,
		signature: root_of_set(root).sign(&voucher),
		handovers: (0..count).map(pass).collect::<Vec<_>>().try_into().unwrap(),
		claim: sign(&holder(count), is_genuine || count > 0, &word),
		voucher,
	}
}

/// A list of root keys; number 0 is the empty one.
fn root_set(number: u8) -> Vec<DeviceKey> {
	match number {
		0 => vec![],
		n => vec![root_of_set(n).key()],
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
	let id = |n: &usize| id_of(*n);
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
			Call::register {
				birth_signature: sign(&root_of_set(*root), *is_genuine, &birth),
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
		Act::OpenBatch { id, number, product, root, is_genuine } => {
			let batch = BirthBatch { number: *number, ..births(*id, *product).batch };
			let signature = sign(&root_of_set(*root), *is_genuine, &batch);
			Call::open_batch { batch, root_key: 0, signature }
		},
		Act::CloseBatch { id, number } => Call::close_batch { manufacturer: *id, number: *number },
		Act::Claim { device, model, number, index, is_genuine } => {
			let births = births(model.manufacturer, model.product);
			let possession = Possession { device: id(device), model: *model };
			Call::claim {
				number: *number,
				birth: births.records[*device].clone(),
				index: *index,
				path: births.path(*device as u32),
				possession: sign(&identity(*device).identity, *is_genuine, &possession),
			}
		},
		Act::Voucher { device, root, expires, handovers, owner, epoch, index, key, is_genuine } => {
			let Who::Account(claimant) = who else { return None };
			let acceptance = TransferAcceptance {
				device: id(device),
				owner: claimant,
				epoch: *epoch,
				key: *index,
			};
			Call::claim_with_voucher {
				chain: Box::new(voucher_chain(*device, *root, *expires, *handovers, *owner)),
				consent: sign(&identity(*device).identity, *is_genuine, &acceptance),
				acceptance,
				key: new_key(id(device), *index, *epoch, *key),
			}
		},
		Act::NameOperator { device, operator, bits, until } => Call::name_operator {
			device: id(device),
			operator: *operator,
			rights: OperatorRights::new(*bits).unwrap(),
			until: *until,
		},
		Act::RemoveOperator { device, operator } =>
			Call::remove_operator { device: id(device), operator: *operator },
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
			Act::Reactivate { .. } |
			Act::OpenBatch { .. } |
			Act::Claim { .. } |
			Act::Voucher { .. }
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
	let seed = |id| (0..DEVICES).find(|n| id_of(*n) == id).unwrap();
	let product_of = |id, root| (0..4).find(|p| root_of_births(id, *p) == root).unwrap();
	World {
		paused: Paused::<Test>::get(),
		next_maker: NextManufacturerId::<Test>::get(),
		makers: Manufacturers::<Test>::iter()
			.map(|(id, m)| {
				let keys = m.root_keys.into_inner();
				let (account, status, next_batch) = (m.account, m.status, m.next_batch);
				(id, Maker { account, status, keys, next_batch })
			})
			.collect(),
		models: Models::<Test>::iter()
			.map(|(id, m)| {
				(id, Model { algorithms: m.spec.algorithms, certificate: m.certificate })
			})
			.collect(),
		devices: Devices::<Test>::iter().map(|(id, d)| (seed(id), device(id, d))).collect(),
		batches: BirthBatches::<Test>::iter()
			.map(|(id, number, batch)| {
				let product = product_of(id, batch.root);
				((id, number), Batch { product, claimed: batch.claimed })
			})
			.collect(),
		operators: Operators::<Test>::iter()
			.map(|(device, who, o)| {
				let (bits, until, epoch, payer) = (o.rights.bits(), o.until, o.epoch, o.depositor);
				((seed(device), who), Operator { bits, until, epoch, payer })
			})
			.collect(),
		known: KnownKeys::<Test>::iter_keys().collect(),
		liens: liens.clone(),
		free: ACTORS.map(|who| (who, Balances::free_balance(who))).into(),
		held: ACTORS
			.iter()
			.flat_map(|who| HOLD_REASONS.map(|r| ((*who, r as u8), on_hold(*who, r))))
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
	/// The number that each manufacturer's next batch takes.
	next_batches: BTreeMap<u32, u32>,
	/// What every batch that was ever open was last seen as; `None` when it was closed.
	batches: BTreeMap<(u32, u32), Option<Batch>>,
	/// The last seen record of each device.
	records: BTreeMap<DeviceId, DeviceRecordOf<Test>>,
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
		self.check_batches(world);
		self.check_versions();
	}

	fn check_batches(&mut self, world: &World) {
		for (id, maker) in &world.makers {
			let former = self.next_batches.insert(*id, maker.next_batch);
			assert!(former.is_none_or(|n| maker.next_batch >= n), "a batch number was given back");
		}
		for (at, former) in &mut self.batches {
			let open = world.batches.get(at).copied();
			assert!(former.is_some() || open.is_none(), "a closed batch was opened again");
			let grew =
				|f: Batch| open.is_none_or(|b| b.claimed >= f.claimed && b.product == f.product);
			assert!(former.is_none_or(grew), "an open batch was changed");
			*former = open;
		}
		for (at, batch) in &world.batches {
			self.batches.entry(*at).or_insert(Some(*batch));
		}
	}

	/// Whatever changes a device's record is seen in its version and its time.
	fn check_versions(&mut self) {
		for (id, record) in Devices::<Test>::iter() {
			let Some(former) = self.records.insert(id, record.clone()) else {
				assert_eq!((record.version, record.updated_at), (0, now()));
				continue;
			};
			if record != former {
				assert_eq!((record.version, record.updated_at), (former.version + 1, now()));
			}
		}
	}
}

/// Asks the chain what owners and operators may do to their devices, and compares with the rules.
fn check_operators(world: &World) {
	use mote_primitives::DeviceRegistry;
	for (n, device) in &world.devices {
		let named = world.operators.keys().filter(|(of, _)| of == n).map(|(_, who)| *who);
		for who in named.chain([device.owner]) {
			for bits in [1, 2, 4, 8] {
				let expected = device.owner == who || world.operates(who, *n, device, bits, now());
				let rights = OperatorRights::new(bits).unwrap();
				let told =
					<DeviceIdentity as DeviceRegistry>::may_operate(&id_of(*n), &who, rights);
				assert_eq!(told, expected, "what {who} may do");
			}
		}
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
				let told =
					DeviceIdentity::key_authority(id_of(*n), *index, KeyPurposes::ASSERT, at);
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
		let id = id_of(device);
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
				// What failed has left nothing to look at: the root is the same.
				if !is_success && !matches!(step.kind, Kind::Pass) {
					continue;
				}
				check_everything();
				check_authority(&world);
				check_operators(&world);
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
